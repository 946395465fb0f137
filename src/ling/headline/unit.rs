//! The words of a headline, split at hyphens, as they are compared.

use crate::ling::pos::Pos;
use crate::ling::word::{Classes, Word};
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
    let mut units: Vec<Unit> = Vec::new();
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
        let word = Word::read(&text[whole.range()]);
        let core = &text[whole.range()];
        let core = ["'s", "’s", "'S", "’S"].iter().find_map(|it| core.strip_suffix(it)).unwrap_or(core);
        Self {
            span: Span::new(whole.start(), whole.start() + core.len()),
            key: word.key,
            stem: stem(core),
            classes: word.classes,
            number: number(core),
            capital: word.is_capital(),
            verb: word.pos.is(Pos::BASE.or(Pos::PRES).or(Pos::PAST)) && !word.pos.is(Pos::NOUN.or(Pos::ADJ)),
            possessive: core.len() < whole.len(),
            breaks: false,
        }
    }
}

/// A hash of the word without its ending; only good for comparing two forms of one word.
fn stem(word: &str) -> u64 {
    let mut word = lower(word);
    for (ending, instead) in [("ies", "y"), ("ied", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x")]
    {
        if let Some(kept) = word.strip_suffix(ending).filter(|it| it.len() > 1) {
            return crate::ling::key(&format!("{kept}{instead}"));
        }
    }
    for ending in ["ing", "ed", "s"] {
        if let Some(kept) = word.strip_suffix(ending).filter(|it| it.len() > 2 && !it.ends_with('s')) {
            word.truncate(kept.len());
            break;
        }
    }
    crate::ling::key(word.strip_suffix('e').filter(|it| it.len() > 2).unwrap_or(&word))
}

const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve";

/// *7*, *2,000*, *seven*; `None` for other words.
fn number(word: &str) -> Option<u64> {
    if let Some(at) = NUMBERS.split(' ').position(|it| it.eq_ignore_ascii_case(word)) {
        return Some(at as u64);
    }
    let digits: String = word.chars().filter(|it| *it != ',').collect();
    digits.parse().ok()
}
