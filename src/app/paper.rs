//! A text and its report, with the look-ups that drawing needs.

use std::sync::{Arc, OnceLock};

pub(super) use crate::export::about;
use crate::report::pieces::{self, Pieces};
use crate::report::{ArticleReport, Flag, FlagId, Report, Run, runs};
use crate::storage::{Dismissal, Scope};
use crate::text::{Span, around, lower};
use crate::traits::Family;

/// A text, before it is read.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// As in the address.
    pub(super) slug: String,
    /// `None` for what was pasted.
    pub(super) title: Option<String>,
    /// What the library says of the text: that it is a retelling.
    pub(super) note: Option<String>,
    /// Rules that whoever sent it has switched off in it, by name.
    pub(super) off: Vec<String>,
    pub(super) body: Arc<str>,
}

impl PartialEq for Text {
    /// A body that is shared need not be compared.
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
            && self.off == other.off
            && (Arc::ptr_eq(&self.body, &other.body) || self.body == other.body)
    }
}

/// A text that has been read.
#[derive(Debug)]
pub(super) struct Paper {
    pub(super) text: Text,
    pub(super) report: Report,
    /// Of each article, the number of its first flag, or of the next one where it has none.
    firsts: Vec<u32>,
    /// Of each flag, in order of number.
    families: Vec<Family>,
    /// Of each article, its blocks, cut small enough to draw one by one.
    pub(super) pieces: Vec<Pieces>,
    /// Of each article, where the outlet claims one thing after another; see [`Self::runs`].
    runs: OnceLock<Vec<Vec<Run>>>,
}

/// Characters kept on either side of a dismissed place, to find it again.
const CONTEXT: usize = 24;

impl Paper {
    pub(super) fn new(text: Text, report: Report) -> Self {
        let mut families = Vec::new();
        let mut firsts = Vec::new();
        for article in &report.articles {
            firsts.push(families.len() as u32 + 1);
            families.extend(article.flags.iter().map(|it| about(it).family));
        }
        let pieces =
            report.articles.iter().enumerate().map(|(number, it)| pieces::cut(number, it, &text.body)).collect();
        Self { text, report, firsts, families, pieces, runs: OnceLock::new() }
    }

    /// Worked out when it is first asked for: most readers never ask.
    pub(super) fn runs(&self, article: usize) -> &[Run] {
        &self.runs.get_or_init(|| self.report.articles.iter().map(runs).collect())[article]
    }

    pub(super) fn flag_count(&self) -> usize {
        self.families.len()
    }

    pub(super) fn family(&self, id: FlagId) -> Family {
        self.families[id.0 as usize - 1]
    }

    /// Flags are numbered from 1 over the whole report, in order.
    pub(super) fn flag(&self, id: FlagId) -> &Flag {
        let article = self.article_of(id);
        &self.report.articles[article].flags[(id.0 - self.firsts[article]) as usize]
    }

    /// Whether no article is in English.
    pub(super) fn is_foreign(&self) -> bool {
        self.report.articles.iter().all(|it| it.is_foreign)
    }

    pub(super) fn has(&self, id: FlagId) -> bool {
        (1..=self.flag_count()).contains(&(id.0 as usize))
    }

    /// Returns the index of the article that bears the flag.
    pub(super) fn article_of(&self, id: FlagId) -> usize {
        self.firsts.partition_point(|&first| first <= id.0) - 1
    }

    pub(super) fn sentence_of(&self, flag: &Flag) -> Span {
        self.report.articles[self.article_of(flag.id)].around(flag.span)
    }

    pub(super) fn quote(&self, span: Span) -> &str {
        &self.text.body[span.range()]
    }

    /// Returns the articles to show: all, or the one asked for.
    pub(super) fn shown(&self, only: Option<usize>) -> impl Iterator<Item = (usize, &ArticleReport)> {
        self.report.articles.iter().enumerate().filter(move |(at, _)| only.is_none_or(|only| only == at + 1))
    }

    pub(super) fn is_digest(&self) -> bool {
        self.report.articles.len() > 1
    }

    pub(super) fn place(&self, flag: &Flag) -> Scope {
        let (before, after) = self.around(flag.span);
        let [quote, before, after] = [self.quote(flag.span), before, after].map(str::to_owned);
        Scope::Place { text: self.text.slug.clone(), kind: flag.kind.map(str::to_owned), quote, before, after }
    }

    pub(super) fn word(&self, flag: &Flag) -> Scope {
        Scope::Word { word: lower(bare(self.quote(flag.span))) }
    }

    /// Whether whoever sent the text has switched the flag's rule off in it.
    pub(super) fn is_off(&self, flag: &Flag) -> bool {
        self.text.off.iter().any(|it| it == flag.of.0)
    }

    pub(super) fn is_dismissed(&self, flag: &Flag, by: &Dismissal) -> bool {
        if by.of != flag.of.0 {
            return false;
        }
        match &by.scope {
            Scope::Rule => true,
            Scope::Word { word } => {
                let (quote, word) = (bare(self.quote(flag.span)), bare(word));
                // Lower case may be shorter, but never by more than this.
                quote.len() <= 3 * word.len() && lower(quote) == word
            }
            Scope::Place { text, kind, quote, before, after } => {
                *text == self.text.slug
                    && kind.as_deref() == flag.kind
                    && quote == self.quote(flag.span)
                    && (before.as_str(), after.as_str()) == self.around(flag.span)
            }
        }
    }

    fn around(&self, span: Span) -> (&str, &str) {
        around(&self.text.body, span, CONTEXT)
    }
}

/// Returns the word of a possessive, as which it counts: *the regime’s courts*, but not what a quotation ends with.
pub(super) fn bare(quote: &str) -> &str {
    let word = quote.strip_suffix(['s', 'S']).unwrap_or(quote).strip_suffix(['’', '\'']);
    word.filter(|it| !it.contains('‘') && !it.starts_with('\'')).unwrap_or(quote)
}

/// Returns the index of the article shown, where it is one.
pub(super) fn single(paper: &Paper, only: Option<usize>) -> Option<usize> {
    match only {
        Some(number) => Some(number - 1),
        None => (!paper.is_digest()).then_some(0),
    }
}

/// Returns the address of a screen beside the text, for one article of it.
pub(super) fn beside(screen: &str, paper: &Paper, article: usize) -> String {
    match paper.is_digest() {
        true => format!("#/{screen}/{}/{}", paper.text.slug, article + 1),
        false => format!("#/{screen}/{}", paper.text.slug),
    }
}
