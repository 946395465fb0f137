//! Source, cue, content.

mod extent;
mod finder;
mod fixed;
mod marks;
mod parts;
mod phrasal;
mod preceding;
mod sentence;
#[cfg(test)]
mod tests;
mod topic;
mod verbal;

use crate::text::{Document, Few, Span};

use super::article::{Article, BlockKind};
use super::quote::Quote;
use super::word::Word;

/// An attribution relation in the sense of PARC 3.0 (Pareti 2016).
///
/// Every part may lie in several places: a quotation is often split by its cue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// Empty where the text names nobody: *it was reported that …*.
    pub source: Few<Span>,
    /// The words that make the link: *said*, *according to*.
    pub cue: Few<Span>,
    /// What is attributed.
    pub content: Few<Span>,
    pub kind: SourceKind,
    /// Index into the article's sources; `None` where nobody is named or a
    /// pronoun is left open.
    pub source_id: Option<usize>,
    /// Whether the content is a clause without *that*: *claimed the driver fled*, not *claimed the prize*.
    pub is_bare_clause: bool,
}

/// Everything the article says of one voice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The fullest form of the name; `None` where there is none.
    pub name: Option<String>,
    pub kind: SourceKind,
    /// Where the text says what this person does: *the mayor’s spokesman*.
    pub role: Option<Span>,
    pub mentions: Few<Span>,
    /// Indices into the article's attributions.
    pub attributions: Few<usize>,
}

/// How far a reader could find the source and ask.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum SourceKind {
    /// A person by name: *Jane Doe*.
    Named,
    /// A body, not a person: *the finance ministry*.
    Institution,
    /// A paper that speaks: *the report*, *a poll*.
    Document,
    /// Another newsroom: *the New York Times*.
    Outlet,
    /// One person known by an office: *the prime minister*.
    Role,
    /// Many people with no spokesman: *protesters*, *voters*.
    Group,
    /// Described but not named: *a senior official*.
    Unnamed,
    /// Left open: *he*.
    Pronoun,
    /// *It is believed that*.
    #[default]
    Nobody,
}

/// Who speaks in a sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Voice {
    /// The outlet itself.
    #[default]
    Reporter,
    Named,
    Institution,
    Document,
    Outlet,
    Role,
    Group,
    Unnamed,
    /// Attributed, but to nobody: *reportedly*.
    Nobody,
}

/// Headlines and captions say who says what as well as the running text does.
pub(super) fn speaks(kind: BlockKind) -> bool {
    kind.is_prose() || matches!(kind, BlockKind::Headline | BlockKind::Subheading | BlockKind::Caption)
}

/// Finds the attributions of an article. What kind its sources are and who
/// speaks again is told by [`super::source`].
pub(super) fn find(document: &Document, words: &[Word], article: &Article, quotes: &[Quote]) -> Vec<Attribution> {
    let parts = parts::Parts::read(document, words, article, quotes);
    let mut finder = finder::Finder::new(document, words, quotes, &parts);
    for block in article.blocks.iter().filter(|block| speaks(block.kind)) {
        finder.read(block.paragraph);
    }
    let (mut found, text) = (finder.found, super::source::Text { document, words });
    if let Some(headline) = article.headline {
        marks::of_headline(text, headline, &mut found);
    }
    marks::under_quotes(text, quotes, &mut found);
    found.retain(|it| !it.content.is_empty());
    found
}
