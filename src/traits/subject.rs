//! Who speaks or answers in a place, and by which words they are known.

use std::ops::Range;

use crate::ling::{Annotated, Attribution, Class, Shape, WordSet};
use crate::text::{Span, begins_with_one};

use super::accusing::{List, is_in, is_of};
use super::sourcing::{attributions_before, is_any, word};

/// Words of a subject that are read.
pub(super) const LONGEST_SUBJECT: usize = 24;

/// Whose answer it is.
#[derive(Clone)]
pub(super) struct Subject {
    pub(super) tokens: Range<usize>,
    /// A noun phrase, and no clause.
    pub(super) is_phrase: bool,
}

impl Subject {
    pub(super) fn of(text: Annotated<'_>, it: &Attribution) -> Option<Self> {
        Some(Self { tokens: text.document.tokens_in(*it.source.first()?), is_phrase: true })
            .filter(|it| !it.tokens.is_empty())
    }

    /// Who answers in these words: whom they are attributed to, or what stands before them.
    pub(super) fn at(text: Annotated<'_>, sentence: &Range<usize>, place: Span) -> Self {
        if let Some(it) = cued(text, place).and_then(|it| Self::of(text, &text.attributions[it])) {
            return it;
        }
        let own = text.document.tokens_in(place);
        let is_word = |at: &usize| text.words[*at].shape != Shape::Punct;
        let ends = |at: &usize| is_any(text, *at, "but while ; : —");
        let start =
            (sentence.start..own.start).rev().take(LONGEST_SUBJECT).find(ends).map_or(sentence.start, |it| it + 1);
        let start = start.max(own.start.saturating_sub(LONGEST_SUBJECT));
        let tokens = match (start..own.start).find(is_word) {
            Some(first) => first..own.start,
            // *Asked about it, Arlen hung up.*
            None => own.end.min(sentence.end)..sentence.end,
        };
        Self { tokens, is_phrase: false }
    }
}

/// The attribution whose cue is in this place.
pub(super) fn cued(text: Annotated<'_>, place: Span) -> Option<usize> {
    let first = attributions_before(text, place.start());
    text.attributions[first..]
        .iter()
        .take(2)
        .position(|it| it.cue.iter().any(|it| it.overlaps(place)))
        .map(|it| first + it)
}

/// The pronoun by which a subject goes: *he*, *his lawyer*, *when asked, he*.
pub(super) fn pronoun(text: Annotated<'_>, subject: &Subject) -> Option<usize> {
    let is_word = |at: &usize| text.words[*at].shape != Shape::Punct;
    let first = subject.tokens.clone().find(is_word)?;
    if is_any(text, first, "he she they it his her their its") {
        return Some(first);
    }
    let is_last = |at: &usize| is_word(at) && !text.words[*at].is(Class::Auxiliary);
    let last = subject.tokens.clone().rev().find(is_last).filter(|_| !subject.is_phrase)?;
    is_any(text, last, "he she they it him her them").then_some(last)
}

/// The words by which somebody is known: those with a capital, or else the last.
pub(super) fn keys(text: Annotated<'_>, accused: &Range<usize>) -> Vec<u64> {
    let capitals = accused.clone().filter(|&at| text.words[at].is_capital() && is_key(text, at));
    let keys: Vec<u64> = capitals.map(|at| text.words[at].key).collect();
    if keys.is_empty() { vec![text.words[accused.end - 1].key] } else { keys }
}

/// Whether somebody may be known by this word.
pub(super) fn is_key(text: Annotated<'_>, at: usize) -> bool {
    const NONE: [Class; 5] = [Class::Determiner, Class::Pronoun, Class::Possessive, Class::Title, Class::Preposition];
    let word = text.words[at];
    if word.is_capital() {
        return !word.classes.has_any(&NONE);
    }
    is_of(word.key, List::Bodies) || word.classes.has_any(&[Class::Institution, Class::OfficeNoun])
}

/// Whether the token is of a name: no month, no country, not the first word of a sentence alone.
pub(super) fn is_name_of_somebody(text: Annotated<'_>, at: usize) -> bool {
    const NONE: [Class; 4] = [Class::Month, Class::Weekday, Class::Demonym, Class::Place];
    let word = text.words[at];
    let is_first = || {
        text.document.sentences_in(text.document.tokens()[at].span).next().is_some_and(|it| {
            text.document.sentences()[it].tokens.clone().find(|&it| text.words[it].shape != Shape::Punct) == Some(at)
        })
    };
    word.is_capital()
        && is_key(text, at)
        && !word.classes.has_any(&NONE)
        && (!is_first() || text.words.get(at + 1).is_some_and(|it| it.is_capital()))
}

/// *denied*, *rejected that*.
pub(super) fn denies(text: Annotated<'_>, it: &Attribution) -> bool {
    const DENY: &str = "den reject dismiss disput refut rebut declin refus";
    let mut cue = it.cue.iter().take(1).flat_map(|&it| text.document.tokens_in(it).take(4));
    cue.any(|at| begins_with_one(word(text, at), DENY))
}

/// Where the last source begins that one of these words describes.
pub(super) fn last_of(text: Annotated<'_>, is_one: &dyn Fn(usize) -> bool) -> usize {
    let sources = text.attributions.iter().filter_map(|it| it.source.first());
    let described = sources.filter(|it| text.document.tokens_in(**it).take(12).any(is_one));
    described.map(|it| it.start()).max().unwrap_or(0)
}

/// What stands behind the name of a source.
pub(super) const LINKS: &str = "of for at from who with in whose near";

/// *lawyer*, *director*, *runs*, *statement*: by whom, and by what, somebody else speaks.
pub(super) fn speaks(text: Annotated<'_>, at: usize) -> bool {
    static MOUTHS: WordSet = WordSet::new(
        "agent solicitor barrister counsel representative representatives statement website office \
        official officials officer officers boss bosses management leader leaders headteacher administrator \
        administrators trust board report letter runs owns",
    );
    is_in(text, at, List::Aides) && !is_any(text, at, "its")
        || is_in(text, at, List::Offices)
        || MOUTHS.is(&text.words[at])
}

/// Whether the token ends what a source is called, as *company* does in *the company*; not in *a company driver*.
pub(super) fn is_head(text: Annotated<'_>, end: usize, at: usize) -> bool {
    const BEHIND: &str = "and or himself herself itself themselves jr sr also later which that";
    let next = at + 1;
    next >= end
        || is_any(text, next, LINKS)
        || is_any(text, next, BEHIND)
        || text.words[next].is(Class::Auxiliary)
        || !text.document[text.document.tokens()[next].span].starts_with(char::is_alphabetic)
}
