//! A text and its flags in the forms that other programs read.
//!
//! Everything is text from text: what comes in is hostile, and each form escapes it in its own way.

mod annotation;
mod csv;
mod markdown;
mod page;
mod runs;

use crate::report::ledger::Rows;
use crate::report::{ArticleReport, Flag, FlagId, Report, summary};
use crate::text::Span;
use crate::traits::{self, Trait};

pub use page::rich;
pub use runs::{Block, Run, blocks, in_lines};

/// A text that has been read, and the flags that the reader sees on it.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'t> {
    /// As in the address; names the files.
    pub slug: &'t str,
    pub title: &'t str,
    /// What is said of the text itself: that it is a retelling.
    pub note: Option<&'t str>,
    pub text: &'t str,
    pub report: &'t Report,
    /// In order of number; the others were dismissed or filtered out.
    pub shown: &'t [FlagId],
    /// The voices of each article, as the reader has merged and split them.
    pub rows: &'t [Rows],
}

/// A form to take a text out in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Page,
    Markdown,
    Flags,
    Voices,
    Annotations,
    #[cfg(feature = "json")]
    Report,
}

impl Format {
    pub const ALL: &[Self] = &[
        Self::Page,
        Self::Markdown,
        Self::Flags,
        Self::Voices,
        Self::Annotations,
        #[cfg(feature = "json")]
        Self::Report,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "Web page",
            Self::Markdown => "Markdown",
            Self::Flags => "Table of flags",
            Self::Voices => "Table of voices",
            Self::Annotations => "Web annotations",
            #[cfg(feature = "json")]
            Self::Report => "Report",
        }
    }

    /// What it is good for.
    pub fn about(self) -> &'static str {
        match self {
            Self::Page => {
                "One file that any browser opens: the text with its flags and notes. No script, nothing to load."
            }
            Self::Markdown => "Plain text with footnotes, for notes and wikis.",
            Self::Flags => "CSV, one line a flag, for a spreadsheet.",
            Self::Voices => "CSV, one line a voice: the table of “Who speaks”.",
            Self::Annotations => "JSON-LD by the W3C’s Web Annotation model, for annotation tools.",
            #[cfg(feature = "json")]
            Self::Report => "JSON: everything Sayso found, also what you dismissed, for programs.",
        }
    }

    /// What the names of its files end in.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Page => ".html",
            Self::Markdown => ".md",
            Self::Flags => "-flags.csv",
            Self::Voices => "-voices.csv",
            Self::Annotations => ".jsonld",
            #[cfg(feature = "json")]
            Self::Report => ".json",
        }
    }

    pub fn mime(self) -> &'static str {
        match self {
            Self::Page => "text/html",
            Self::Markdown => "text/markdown",
            Self::Flags | Self::Voices => "text/csv",
            Self::Annotations => "application/ld+json",
            #[cfg(feature = "json")]
            Self::Report => "application/json",
        }
    }

    pub fn write(self, sheet: &Sheet<'_>) -> String {
        match self {
            Self::Page => page::write(sheet),
            Self::Markdown => markdown::write(sheet),
            Self::Flags => csv::flags(sheet),
            Self::Voices => csv::voices(sheet),
            Self::Annotations => annotation::write(sheet),
            #[cfg(feature = "json")]
            Self::Report => format!("{:#}\n", crate::report::to_json(sheet.slug, sheet.text, sheet.report)),
        }
    }
}

impl<'t> Sheet<'t> {
    fn quote(&self, span: Span) -> &'t str {
        &self.text[span.range()]
    }

    /// The article of this number, from 1, in a sentence.
    pub fn summary(&self, number: usize) -> String {
        summary(self.text, &self.report.articles[number - 1], &self.rows[number - 1])
    }

    fn is_shown(&self, flag: &Flag) -> bool {
        self.shown.binary_search(&flag.id).is_ok()
    }

    /// The flags that the reader sees, each with the number of its article, from 1.
    pub fn flags(&self) -> impl Iterator<Item = (usize, &'t Flag)> {
        let (report, shown) = (self.report, self.shown);
        let all =
            report.articles.iter().enumerate().flat_map(|(at, it)| it.flags.iter().map(move |flag| (at + 1, flag)));
        all.filter(move |(_, flag)| shown.binary_search(&flag.id).is_ok())
    }

    fn articles(&self) -> impl Iterator<Item = (usize, &'t ArticleReport)> {
        self.report.articles.iter().enumerate().map(|(at, it)| (at + 1, it))
    }
}

/// Returns what a flag's trait says of itself.
pub fn about(flag: &Flag) -> &'static Trait {
    traits::find(flag.of).expect("a report names only known traits")
}

#[cfg(test)]
mod testing {
    use super::*;
    use crate::report::analyse;

    /// Every kind of character that some form must escape, around flags.
    pub(super) const HOSTILE: &str = "Mayor <b>quits</b> & \"goes\"\n\nBy Ada Holm\n\n=cmd|' /C calc'!A0 several officials said on Monday that the ferry would close.\n\n\
        - A senior official said <b>no</b>, **no**, _never_ [x](javascript:alert(1)) <script>alert(1)</script> \u{2028} `a`.\n\n\
        “We were never asked,” said Marta Olden, who has run the ferry since 1998. Everyone knows it was the worst \u{1F600} plan. Several officials said no. Sources said yes.";

    /// Runs `check` on the sheet of a text with every flag shown.
    pub(super) fn with_sheet<T>(text: &str, check: impl FnOnce(&Sheet<'_>) -> T) -> T {
        let report = analyse(text);
        let shown: Vec<FlagId> = report.articles.iter().flat_map(|it| &it.flags).map(|it| it.id).collect();
        let rows: Vec<Rows> = report.articles.iter().map(Rows::found).collect();
        check(&Sheet {
            rows: &rows,
            slug: "pasted",
            title: "A <title>",
            note: None,
            text,
            report: &report,
            shown: &shown,
        })
    }
}
