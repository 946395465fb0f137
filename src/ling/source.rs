//! What a source phrase says of who speaks.

mod anonymity;
mod cast;
mod gender;
mod head;
mod kind;
mod merge;
mod name;
mod voice;

use std::sync::LazyLock;

use crate::text::{Document, Span};

use super::attribution::SourceKind;
use super::lexicon::{Class, entries};
use super::phrase::Phrases;
use super::word::{Word, key_of, keys_of};

pub use anonymity::{Anonymity, REQUESTS, Reason};

pub(super) use anonymity::anonymity;
pub(super) use gender::is_woman;
pub(super) use merge::merge;
pub(super) use voice::voices;

/// A source phrase, read as far as its words go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Description {
    pub kind: SourceKind,
    /// The token that says what the source is: *official*, *Jane*.
    pub head: Option<usize>,
    /// The tokens of the name, if it has one.
    pub name: Option<std::ops::Range<usize>>,
    pub determiner: Determiner,
    pub is_plural: bool,
    /// Whether more is said than the head noun: *senior*, *of the ministry*.
    pub is_described: bool,
}

/// How a noun phrase opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Determiner {
    /// *officials*.
    #[default]
    Bare,
    /// *the*, *these*.
    Definite,
    /// *a*, *another*, *one*.
    Single,
    /// *some*, *several*.
    Some,
    /// *two*, *a dozen*.
    Number,
    /// *many*, *most*, *all*, *46 percent*.
    Many,
    /// *his*, *the company’s*.
    Owned,
}

/// The names of newsrooms.
pub static OUTLETS: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::new(entries(crate::list!("ling/data/outlets.txt")).map(|name| (name, ()))));

/// A document and its words, to read phrases of.
#[derive(Clone, Copy)]
pub(super) struct Text<'d> {
    pub(super) document: &'d Document,
    pub(super) words: &'d [Word],
}

/// Reads the phrase that names a source.
pub(super) fn describe(text: Text<'_>, source: Span) -> Description {
    head::Phrase::new(text, text.document.tokens_in(source)).read()
}

/// If the name of a newsroom begins at the token `at`, returns the token behind it.
pub(super) fn outlet_at(words: &[Word], at: usize) -> Option<usize> {
    const THE: u32 = key_of("the");
    let is_capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    // *the Times*; not *the Times Square shops*
    // *the guardian of the child* is a person.
    let name = at + usize::from(words.get(at)?.has_key(THE));
    // *the Evening Ledger*
    const EDITIONS: [u32; 6] = keys_of(["daily", "evening", "morning", "saturday", "sunday", "weekly"]);
    let is_paper = || {
        name > at && words[name].is_one_of(&EDITIONS) && is_capital(name + 1) && !words[name + 1].is(Class::Institution)
    };
    let found = is_capital(name).then(|| OUTLETS.at(words, at))?.map(|it| it.words.end);
    found.or_else(|| is_paper().then_some(name + 2)).filter(|&end| is_capital(at) || !is_capital(end))
}

impl Text<'_> {
    fn str(&self, at: usize) -> &str {
        &self.document[self.document.tokens()[at].span]
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.words[at].is(class)
    }

    /// Whether the token is the word with this key.
    fn is_word(&self, at: usize, key: u32) -> bool {
        self.words[at].is_word(key)
    }

    /// Whether the token is one of these words, in any case. None stands behind the last.
    pub(super) fn is_any(&self, at: usize, words: &str) -> bool {
        self.document.is_one_of(at, words)
    }
}

#[cfg(test)]
mod tests;
