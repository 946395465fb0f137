//! The words of a headline, split at hyphens, as they are compared.

use crate::ling::credit::ends;
use crate::ling::fact_word::{self, Role};
use crate::ling::phrase::pair;
use crate::ling::pos::Pos;
use crate::ling::word::{Classes, Word, key, without_possessive};
use crate::text::{Span, lower};

/// A word of a headline, or one part of a hyphenated one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    /// Without a possessive ending.
    pub(super) span: Span,
    pub(super) key: u64,
    /// Equal for the forms of one word: *sees*, *see*.
    pub(super) stem: u64,
    pub(super) classes: Classes,
    /// *7*, *seven*.
    pub(super) number: Option<u64>,
    pub(super) capital: bool,
    /// *shuts*: nothing but a verb.
    pub(super) verb: bool,
    pub(super) possessive: bool,
    /// Whether a comma, colon or the like stands right behind.
    pub(super) breaks: bool,
}

/// Cuts a headline into its units.
pub(super) fn read(text: &str) -> Vec<Unit> {
    // A word and the space behind it take six bytes in English.
    let mut units: Vec<Unit> = Vec::with_capacity(text.len() / 4);
    let mut start = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let inside = char.is_alphanumeric()
            || start.is_some()
                && matches!(char, '\'' | '’' | '.' | ',')
                && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if inside {
            start.get_or_insert(at);
            continue;
        }
        if let Some(start) = start.take() {
            units.push(Unit::new(text, Span::new(start, at)));
        }
        if let Some(last) = units.last_mut().filter(|it| it.span.end() == at || it.possessive) {
            last.breaks |= matches!(char, ',' | ':' | ';' | '.' | '—' | '–');
            last.possessive |= matches!(char, '\'' | '’') && text[..at].ends_with('s') && last.span.end() == at;
        }
    }
    if let Some(start) = start {
        units.push(Unit::new(text, Span::new(start, text.len())));
    }
    units
}

impl Unit {
    fn new(text: &str, whole: Span) -> Self {
        let text = &text[whole.range()];
        let word = Word::read(text);
        let core = without_possessive(text).0;
        Self {
            span: Span::new(whole.start(), whole.start() + core.len()),
            key: word.key,
            stem: stem(core),
            classes: word.classes,
            number: number(core, &word),
            capital: word.is_capital(),
            verb: word.pos.is(Pos::BASE.or(Pos::PRES).or(Pos::PAST)) && !word.pos.is(Pos::NOUN.or(Pos::ADJ)),
            possessive: word.possessive,
            breaks: false,
        }
    }
}

/// A hash of the word without its ending; only good for comparing two forms of one word.
fn stem(word: &str) -> u64 {
    let small;
    let word = if word.is_ascii() {
        word
    } else {
        small = lower(word);
        &small
    };
    let without = |ending: &str| word.len().checked_sub(ending.len()).filter(|_| ends(word, ending));
    if let Some(kept) = ["ies", "ied"].iter().find_map(|it| without(it).filter(|it| *it > 1)) {
        return with_y(&word[..kept]);
    }
    if ["sses", "shes", "ches", "xes"].iter().any(|it| without(it).is_some_and(|it| it > 1)) {
        return whole(&word[..word.len() - 2]);
    }
    let is_stem = |it: &usize| *it > 2 && word.as_bytes()[it - 1] | 0x20 != b's';
    let kept = ["ing", "ed", "s"].iter().find_map(|it| without(it).filter(is_stem));
    let word = &word[..kept.unwrap_or(word.len())];
    whole(word.strip_suffix(['e', 'E']).filter(|it| it.len() > 2).unwrap_or(word))
}

fn whole(stem: &str) -> u64 {
    stem.strip_suffix(['y', 'Y']).map_or_else(|| key(stem), with_y)
}

/// Of a stem with *y* behind it, which stands for *ie*.
fn with_y(start: &str) -> u64 {
    pair(key(start), u64::from(b'y'))
}

/// *7*, *2,000*, *seven*; `None` for other words.
fn number(core: &str, word: &Word) -> Option<u64> {
    if core.starts_with(|it: char| it.is_ascii_digit()) {
        return core.replace(',', "").parse().ok();
    }
    let fact = fact_word::of(word);
    (fact.is(Role::Cardinal) && fact.value <= 12.0).then_some(fact.value as u64)
}
