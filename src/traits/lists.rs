//! Lists of one's own: words a teacher or a reader adds.
//!
//! A list is plain text. Each entry is a few lines `name: value`; an entry
//! begins with its word, and `#` begins a comment line:
//!
//! ```text
//! word: death tax
//! instead: estate tax
//! reason: One side’s name for it.
//! flag: The death tax passed in May.
//! pass: “The death tax passed,” said Ann Lee.
//! unless: satire
//! ```
//!
//! `word` is a word or a phrase, in any case; more lines give more words for
//! the same entry, such as a plural. `instead` and `reason` are what a card
//! says. At least one sentence that must be flagged and one that must pass are
//! asked for, and both are run. `unless` is optional: words that, within five
//! words either side, show another sense.

use std::collections::{HashMap, HashSet};
use std::fmt;

use crate::ling::{Annotated, Phrases, Reading, key};
use crate::text::{Document, Span, TokenKind, sort_by_number};

use super::shared;
use super::wording::sentences;
use super::{Finding, Findings};

/// How many entries a list may have; the rest is refused.
pub const MOST_ENTRIES: usize = 10_000;

/// How long one value may be, in bytes.
pub const LONGEST_VALUE: usize = 400;

/// How many words a phrase may have.
pub const LONGEST_PHRASE: usize = 8;

/// How many words either side `unless` looks at.
const NEAR: usize = 5;

/// One entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnEntry {
    /// At least one.
    pub words: Vec<String>,
    pub instead: String,
    pub reason: String,
    /// Sentences that must be flagged.
    pub flag: Vec<String>,
    /// Sentences that must not.
    pub pass: Vec<String>,
    pub unless: Vec<String>,
    /// Where it begins, from 1; 0 for one that was never in a file.
    pub line: usize,
}

/// The entries that are sound, ready to look for.
pub struct OwnList {
    entries: Vec<OwnEntry>,
    /// The values are indices into `entries`.
    phrases: Phrases<u32>,
    /// The keys of each entry's `unless`, sorted.
    unless: Vec<Vec<u64>>,
}

/// Why an entry was left out; every one names a line, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ListError {
    /// Not `name: value`.
    NoField { line: usize },
    /// A name that no entry has.
    UnknownField { line: usize, name: String },
    /// A line before the first `word:`.
    BeforeFirstWord { line: usize },
    /// A value with nothing in it, or with nothing but marks.
    Empty { line: usize },
    /// A value longer than [`LONGEST_VALUE`], or a phrase longer than [`LONGEST_PHRASE`].
    TooLong { line: usize },
    /// A value with a control or a hidden character in it.
    Hidden { line: usize },
    /// The word is in the list already.
    Duplicate { line: usize, first: usize },
    /// The entry that begins here lacks a field.
    Missing { line: usize, name: &'static str },
    /// A `flag:` sentence of the entry that begins here is not flagged.
    NotFlagged { line: usize, example: String },
    /// A `pass:` sentence of the entry that begins here is flagged.
    Flagged { line: usize, example: String },
    /// More than [`MOST_ENTRIES`]; from this line on nothing was read.
    TooMany { line: usize },
}

impl OwnList {
    /// Reads a list. What is wrong is named, line by line; the other entries are kept.
    pub fn parse(text: &str) -> (Self, Vec<ListError>) {
        let mut reader = Reader::default();
        for (number, line) in (1..).zip(text.lines()) {
            if !reader.read(number, line.trim()) {
                break;
            }
        }
        reader.end_entry();
        let Reader { entries, mut errors, .. } = reader;
        let mut list = Self::new(entries);
        let wrong: Vec<ListError> = list.entries.iter().flat_map(|entry| list.wrong_examples(entry)).collect();
        if !wrong.is_empty() {
            let bad: HashSet<usize> = wrong.iter().map(ListError::line).collect();
            let good = list.entries.iter().filter(|entry| !bad.contains(&entry.line)).cloned().collect();
            list = Self::new(good);
            errors.extend(wrong);
        }
        sort_by_number(&mut errors, |it| it.line() as u128);
        (list, errors)
    }

    /// Makes a list of entries that are known to be sound.
    fn new(entries: Vec<OwnEntry>) -> Self {
        let words = |(at, entry): (u32, &OwnEntry)| {
            entry.words.iter().map(move |word| (matchable(word), at)).collect::<Vec<_>>()
        };
        let words: Vec<(String, u32)> = (0..).zip(&entries).flat_map(words).collect();
        let phrases = Phrases::new(words.iter().map(|(word, at)| (word.as_str(), *at)));
        let unless = entries.iter().map(|entry| {
            let mut keys: Vec<u64> = entry.unless.iter().flat_map(|it| it.split_whitespace()).map(key).collect();
            keys.sort_unstable();
            keys
        });
        let unless = unless.collect();
        Self { entries, phrases, unless }
    }

    pub fn entries(&self) -> &[OwnEntry] {
        &self.entries
    }

    /// Finds the words of the list in the outlet's own voice.
    pub fn detect(&self, text: Annotated<'_>, findings: &mut Findings) {
        let others = shared::others(text);
        self.scan(text, |span, entry, is_other_sense| {
            if is_other_sense {
                findings.clear(span, "another sense of the word");
            } else if others.speak_at(span) {
                findings.clear(span, "said by a source, not by the outlet");
            } else {
                let note = format!("Your list: {}. {}", entry.instead.trim_end_matches('.'), entry.reason);
                findings.add(Finding::new(span).kind("own-list").note(note));
            }
        });
    }

    /// Calls `each` with every place of a listed word, its entry, and whether `unless` holds there.
    fn scan<'l>(&'l self, text: Annotated<'_>, mut each: impl FnMut(Span, &'l OwnEntry, bool)) {
        let tokens = text.document.tokens();
        for sentence in sentences(text) {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let found = self.phrases.at(text.words, at).filter(|it| it.words.end <= sentence.tokens.end);
                let Some(found) = found else {
                    at += 1;
                    continue;
                };
                let entry = *found.value as usize;
                let near = found.words.start.saturating_sub(NEAR).max(sentence.tokens.start)
                    ..(found.words.end + NEAR).min(sentence.tokens.end);
                let has = |it: &crate::ling::Word| self.unless[entry].binary_search(&it.key).is_ok();
                let span = tokens[found.words.start].span.to(tokens[found.words.end - 1].span);
                each(span, &self.entries[entry], text.words[near].iter().any(has));
                at = found.words.end;
            }
        }
    }

    fn wrong_examples(&self, entry: &OwnEntry) -> Vec<ListError> {
        let is_flagged = |example: &String| {
            let reading = Reading::new(example.as_str());
            reading.articles().any(|text| {
                let others = shared::others(text);
                let mut is_flagged = false;
                self.scan(text, |span, it, is_other_sense| {
                    is_flagged |= std::ptr::eq(it, entry) && !is_other_sense && !others.speak_at(span);
                });
                is_flagged
            })
        };
        let line = entry.line;
        let missed = entry.flag.iter().filter(|it| !is_flagged(it));
        let missed = missed.map(|it| ListError::NotFlagged { line, example: it.clone() });
        let wrong = entry.pass.iter().filter(|it| is_flagged(it));
        missed.chain(wrong.map(|it| ListError::Flagged { line, example: it.clone() })).collect()
    }
}

/// The form that [`OwnList::parse`] reads.
impl fmt::Display for OwnList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, entry) in self.entries.iter().enumerate() {
            if at > 0 {
                writeln!(f)?;
            }
            entry.words.iter().try_for_each(|it| writeln!(f, "word: {it}"))?;
            writeln!(f, "instead: {}", entry.instead)?;
            writeln!(f, "reason: {}", entry.reason)?;
            entry.flag.iter().try_for_each(|it| writeln!(f, "flag: {it}"))?;
            entry.pass.iter().try_for_each(|it| writeln!(f, "pass: {it}"))?;
            entry.unless.iter().try_for_each(|it| writeln!(f, "unless: {it}"))?;
        }
        Ok(())
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    entries: Vec<OwnEntry>,
    errors: Vec<ListError>,
    /// Matchable words, and the line each was first seen on.
    seen: HashMap<String, usize>,
    current: Option<OwnEntry>,
    /// A line of the current entry was wrong: it is left out.
    is_broken: bool,
    /// How many entries have begun, the broken ones too.
    begun: usize,
}

impl Reader {
    /// Returns whether to go on.
    fn read(&mut self, line: usize, text: &str) -> bool {
        if text.is_empty() || text.starts_with('#') {
            return true;
        }
        let Some((name, value)) = text.split_once(':') else {
            return self.refuse(ListError::NoField { line });
        };
        let (name, value) = (name.trim(), value.trim());
        if name == "word" {
            let goes_on = self.current.as_ref().is_some_and(|it| it.instead.is_empty() && it.reason.is_empty());
            if !goes_on {
                self.end_entry();
                self.begun += 1;
                if self.begun > MOST_ENTRIES {
                    self.errors.push(ListError::TooMany { line });
                    return false;
                }
                self.current = Some(OwnEntry { line, ..OwnEntry::default() });
            }
        }
        if self.current.is_none() {
            self.errors.push(ListError::BeforeFirstWord { line });
            return true;
        }
        match self.check(line, name, value) {
            Some(error) => self.refuse(error),
            None => self.take(line, name, value),
        }
    }

    fn refuse(&mut self, error: ListError) -> bool {
        self.errors.push(error);
        self.is_broken = true;
        true
    }

    fn check(&mut self, line: usize, name: &str, value: &str) -> Option<ListError> {
        if value.is_empty() {
            return Some(ListError::Empty { line });
        }
        if value.len() > LONGEST_VALUE {
            return Some(ListError::TooLong { line });
        }
        if value.chars().any(is_hidden) {
            return Some(ListError::Hidden { line });
        }
        if name != "word" {
            return None;
        }
        let word = matchable(value);
        if word.is_empty() {
            return Some(ListError::Empty { line });
        }
        if word.split(' ').count() > LONGEST_PHRASE {
            return Some(ListError::TooLong { line });
        }
        let first = *self.seen.entry(word).or_insert(line);
        (first != line).then_some(ListError::Duplicate { line, first })
    }

    fn take(&mut self, line: usize, name: &str, value: &str) -> bool {
        let Some(entry) = &mut self.current else { return true };
        let value = value.to_owned();
        match name {
            "word" => entry.words.push(value),
            "instead" => entry.instead = value,
            "reason" => entry.reason = value,
            "flag" => entry.flag.push(value),
            "pass" => entry.pass.push(value),
            "unless" => entry.unless.push(value),
            _ => return self.refuse(ListError::UnknownField { line, name: name.chars().take(40).collect() }),
        }
        true
    }

    fn end_entry(&mut self) {
        let is_broken = std::mem::take(&mut self.is_broken);
        let Some(entry) = self.current.take().filter(|_| !is_broken) else { return };
        let lacks = [
            ("instead", entry.instead.is_empty()),
            ("reason", entry.reason.is_empty()),
            ("flag", entry.flag.is_empty()),
            ("pass", entry.pass.is_empty()),
        ];
        match lacks.iter().find(|it| it.1) {
            Some(&(name, _)) => self.errors.push(ListError::Missing { line: entry.line, name }),
            None => self.entries.push(entry),
        }
    }
}

/// The words of a phrase as the text would have them, lower case, without marks and possessive endings.
fn matchable(phrase: &str) -> String {
    let document = Document::parse(phrase);
    let words = document.tokens().iter().filter(|it| it.kind != TokenKind::Punct).map(|it| {
        let word = document[it.span].to_lowercase();
        word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(&word).to_owned()
    });
    words.collect::<Vec<_>>().join(" ")
}

fn is_hidden(it: char) -> bool {
    it.is_control()
        || matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

impl ListError {
    /// The line to look at, from 1.
    pub fn line(&self) -> usize {
        match *self {
            Self::NoField { line }
            | Self::UnknownField { line, .. }
            | Self::BeforeFirstWord { line }
            | Self::Empty { line }
            | Self::TooLong { line }
            | Self::Hidden { line }
            | Self::Duplicate { line, .. }
            | Self::Missing { line, .. }
            | Self::NotFlagged { line, .. }
            | Self::Flagged { line, .. }
            | Self::TooMany { line } => line,
        }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line())?;
        match self {
            Self::NoField { .. } => write!(f, "not a name, a colon and a value"),
            Self::UnknownField { name, .. } => write!(f, "no entry has a field “{name}”"),
            Self::BeforeFirstWord { .. } => write!(f, "an entry begins with “word:”"),
            Self::Empty { .. } => write!(f, "nothing to look for stands behind the colon"),
            Self::TooLong { .. } => write!(f, "longer than {LONGEST_VALUE} bytes, or {LONGEST_PHRASE} words"),
            Self::Hidden { .. } => write!(f, "holds a hidden character"),
            Self::Duplicate { first, .. } => write!(f, "the same word stands in line {first}"),
            Self::Missing { name, .. } => write!(f, "this entry has no “{name}:”"),
            Self::NotFlagged { example, .. } => write!(f, "not flagged, but should be: {example}"),
            Self::Flagged { example, .. } => write!(f, "flagged, but should pass: {example}"),
            Self::TooMany { .. } => write!(f, "more than {MOST_ENTRIES} entries; the rest is left out"),
        }
    }
}

impl std::error::Error for ListError {}

impl fmt::Debug for OwnList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OwnList").field(&self.entries).finish()
    }
}

#[cfg(test)]
mod tests;
