//! The text that an address names, read, with the flags that its reader sees.

use leptos::prelude::*;

use super::beside::Beside;
use crate::app::dismissals::Dismissals;
use crate::app::keep::own_list;
use crate::app::ledger::kept_rows;
use crate::app::paper::{Paper, Text};
use crate::app::preferences::Preferences;
use crate::app::shelf::Shelf;
use crate::app::shown::Sorted;
use crate::export::Sheet;
use crate::ling::{Origin, headline};
use crate::report::ledger::Rows;
use crate::report::{FlagId, analyse_by};
use crate::traits::lists::{Finder, OwnList};

/// A text and what it is called; it is not analysed for that.
pub(super) struct Named {
    pub(super) text: Text,
    pub(super) title: String,
}

impl Named {
    /// Finds the text of this name; `None` where there is none.
    pub(super) fn find(slug: &str) -> Option<Self> {
        let text = Shelf::expect().find(slug)?;
        let title = text.title.clone().or_else(|| headline(&text.body).map(str::to_owned));
        Some(Self { text, title: title.unwrap_or_else(|| "Your text".to_owned()) })
    }
}

/// A text, its report, and which flags are shown.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) paper: Paper,
    pub(super) shown: Vec<FlagId>,
    rows: Vec<Rows>,
    pub(super) title: String,
}

impl Open {
    /// Reads the text of this name; `None` where there is none.
    pub(super) fn find(slug: &str) -> Option<Self> {
        let Named { text, title } = Named::find(slug)?;
        let report = analyse_by(&text.body, Origin::default(), &own_words());
        let paper = Paper::new(text, report);
        let dismissed = Dismissals::expect();
        let shown = untrack(|| Sorted::new(&paper, None, &dismissed.read(), Preferences::expect()).ids);
        let rows = (0..paper.report.articles.len()).map(|it| kept_rows(&paper, it)).collect();
        Some(Self { paper, shown, rows, title })
    }

    pub(super) fn sheet(&self) -> Sheet<'_> {
        let text = &self.paper.text;
        Sheet {
            slug: &text.slug,
            title: &self.title,
            note: text.note.as_deref(),
            text: &text.body,
            report: &self.paper.report,
            shown: &self.shown,
            rows: &self.rows,
        }
    }

    /// A name for files: the first words of the title.
    pub(super) fn file_stem(&self) -> String {
        file_stem(&self.title)
    }
}

/// Returns the reader's own list, ready to look for its words, as the page itself uses it.
pub(super) fn own_words() -> Finder {
    Finder::new(OwnList::kept(&own_list()))
}

/// Returns the first words of a title as any file system takes them.
pub(super) fn file_stem(title: &str) -> String {
    let title = title.to_lowercase();
    let words = title.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let stem = words.take(6).collect::<Vec<_>>().join("-");
    let end = stem.floor_char_boundary(60);
    if stem.is_empty() { "text".to_owned() } else { stem[..end].to_owned() }
}

/// Asks for a text, on a screen that takes one out and is given none, or none that is here.
pub(super) fn ask(name: &'static str, title: &'static str, lead: &'static str, rest: &[&str]) -> AnyView {
    Beside {
        name,
        title,
        lead,
        label: "Text",
        teach: "See on an article of the library how this looks.",
        draw: |_, _| ().into_any(),
    }
    .ask(rest)
}
