//! Reading a list of one's own: what is wrong is named by its line, and the rest kept.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::{Finder, LONGEST_PHRASE, LONGEST_VALUE, MOST_ENTRIES, Off, OwnEntry, OwnList, matchable};
use crate::text::{lower, sort_by_number};
use crate::traits::word_lists;

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
    /// An `off:` that names no word of a list that comes with Sayso.
    UnknownWord { line: usize },
    /// More than [`MOST_ENTRIES`]: the entry on this line and those behind it, so many, were not taken.
    TooMany { line: usize, left: usize },
}

/// A list that is being read, and whose examples are being run, some at a time: a long list has
/// tens of thousands of them.
pub struct Checking {
    text: String,
    /// Where in `text` the next line begins, and its number.
    next: (usize, usize),
    reader: Reader,
    /// Made when all is read.
    finder: Option<Finder>,
    /// The lines where entries begin that do not hold.
    bad: HashSet<usize>,
    /// How many entries have been checked.
    checked: usize,
}

impl OwnList {
    /// Reads a list. What is wrong is named, line by line; the other entries are kept.
    pub fn parse(text: &str) -> (Self, Vec<ListError>) {
        let mut checking = Checking::new(text.to_owned());
        while checking.go_on(MOST_ENTRIES) {}
        checking.end()
    }
}

impl Checking {
    /// Takes a list, and reads nothing of it yet.
    pub fn new(text: String) -> Self {
        let (reader, bad) = (Reader::default(), HashSet::new());
        Self { text, next: (0, 1), reader, finder: None, bad, checked: 0 }
    }

    /// Reads as many more entries, or runs their examples; returns whether any are left.
    pub fn go_on(&mut self, entries: usize) -> bool {
        let Some(finder) = &self.finder else {
            self.read(entries);
            return true;
        };
        let end = self.checked.saturating_add(entries).min(finder.entries.len());
        for entry in self.checked..end {
            let wrong = finder.wrong_examples(entry);
            self.bad.extend(wrong.iter().map(ListError::line));
            self.reader.errors.extend(wrong);
        }
        self.checked = end;
        end < finder.entries.len()
    }

    fn read(&mut self, entries: usize) {
        /// Lines that an entry has at most, as a rule: a file may have any number without one.
        const LINES: usize = 10;
        let (mut at, mut number) = self.next;
        let enough = number.saturating_add(entries.saturating_mul(LINES));
        for line in self.text[at..].split_inclusive('\n') {
            self.reader.read(number, line.trim());
            at += line.len();
            number += 1;
            if number >= enough {
                break;
            }
        }
        self.next = (at, number);
        if at == self.text.len() {
            self.reader.end_entry();
            let entries = std::mem::take(&mut self.reader.list.entries);
            self.finder = Some(Finder::new(OwnList { entries, off: Vec::new() }));
        }
    }

    /// Of a hundred, how much is done: a list is first read, and then its examples are run.
    pub fn percent(&self) -> usize {
        /// What reading takes of the whole.
        const READING: usize = 10;
        match &self.finder {
            None => READING * self.next.0 / self.text.len().max(1),
            Some(finder) => READING + (100 - READING) * self.checked / finder.entries.len().max(1),
        }
    }

    /// Returns the entries that hold, and what is wrong, by line.
    pub fn end(self) -> (OwnList, Vec<ListError>) {
        let Self { reader: Reader { list: OwnList { off, .. }, mut errors, .. }, finder, bad, .. } = self;
        let mut entries = finder.map(|it| it.entries).unwrap_or_default();
        entries.retain(|entry| !bad.contains(&entry.line));
        sort_by_number(&mut errors, |it| it.line() as u128);
        (OwnList { entries, off }, errors)
    }
}

impl fmt::Debug for Checking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Checking").field(&self.checked).finish()
    }
}

impl Finder {
    fn wrong_examples(&self, number: usize) -> Vec<ListError> {
        let OwnEntry { words, line, flag, pass, .. } = &self.entries[number];
        let line = *line;
        let missed = flag.iter().filter(|it| !self.is_flagged(number, it));
        let missed = missed.map(|it| ListError::NotFlagged { line, example: it.clone() });
        // Most sentences that must pass hold no word of the entry: these need not be read.
        let words: Vec<String> = words.iter().map(|it| matchable(it)).collect();
        let may_be_flagged = |it: &&String| {
            let sentence = lower(it).replace('’', "'");
            words.iter().any(|word| word.split(' ').all(|part| sentence.contains(part)))
        };
        let wrong = pass.iter().filter(may_be_flagged).filter(|it| self.is_flagged(number, it));
        missed.chain(wrong.map(|it| ListError::Flagged { line, example: it.clone() })).collect()
    }
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    list: OwnList,
    errors: Vec<ListError>,
    /// Matchable words, and the line each was first seen on.
    seen: HashMap<String, usize>,
    current: Option<OwnEntry>,
    /// A line of the current entry was wrong: it is left out.
    is_broken: bool,
    /// How many entries have begun, the broken ones too.
    begun: usize,
    /// The last line read gave a word. Where there is no more room, another entry begins with the first of them.
    was_word: bool,
}

impl Reader {
    fn read(&mut self, line: usize, text: &str) {
        if text.is_empty() || text.starts_with('#') {
            return;
        }
        if let Some(ListError::TooMany { left, .. }) = self.errors.last_mut() {
            let is_word = text.split_once(':').is_some_and(|it| it.0.trim() == "word");
            *left += usize::from(is_word && !self.was_word);
            self.was_word = is_word;
            return;
        }
        let Some((name, value)) = text.split_once(':') else {
            return self.refuse(ListError::NoField { line });
        };
        let (name, value) = (name.trim(), value.trim());
        if name == "off" {
            self.end_entry();
            return self.switch_off(line, value);
        }
        if name == "word" && !self.current.as_ref().is_some_and(OwnEntry::takes_words) {
            self.end_entry();
            self.begun += 1;
            if self.begun > MOST_ENTRIES {
                self.was_word = true;
                return self.errors.push(ListError::TooMany { line, left: 1 });
            }
            self.current = Some(OwnEntry { line, ..OwnEntry::default() });
        }
        if self.current.is_none() {
            return self.errors.push(ListError::BeforeFirstWord { line });
        }
        match self.check(line, name, value) {
            Some(error) => self.refuse(error),
            None => self.take(line, name, value),
        }
    }

    fn refuse(&mut self, error: ListError) {
        self.errors.push(error);
        self.is_broken = true;
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

    fn take(&mut self, line: usize, name: &str, value: &str) {
        if !self.current.as_mut().is_none_or(|entry| entry.take(name, value)) {
            self.refuse(ListError::UnknownField { line, name: name.chars().take(40).collect() });
        }
    }

    fn switch_off(&mut self, line: usize, value: &str) {
        let off = Off::read(value).filter(|it| !word_lists::forms(it.of, &it.word).is_empty());
        match off {
            Some(off) if self.list.off.contains(&off) => {
                let first = *self.seen.entry(format!("off: {value}")).or_insert(line);
                self.errors.push(ListError::Duplicate { line, first });
            }
            Some(off) => {
                self.seen.insert(format!("off: {value}"), line);
                self.list.off.push(off);
            }
            None => self.errors.push(ListError::UnknownWord { line }),
        }
    }

    fn end_entry(&mut self) {
        let is_broken = std::mem::take(&mut self.is_broken);
        let Some(entry) = self.current.take() else { return };
        let lacks = [
            ("instead", entry.instead.is_empty()),
            ("reason", entry.reason.is_empty()),
            ("flag", entry.flag.is_empty()),
            ("pass", entry.pass.is_empty()),
        ];
        // Where the word itself is wrong its line is named already.
        match lacks.iter().find(|it| it.1 && !entry.words.is_empty()) {
            Some(&(name, _)) => self.errors.push(ListError::Missing { line: entry.line, name }),
            None if is_broken => {}
            None => self.list.entries.push(entry),
        }
    }
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
            | Self::UnknownWord { line }
            | Self::TooMany { line, .. } => line,
        }
    }

    /// How many entries it keeps out.
    pub fn left_out(&self) -> usize {
        if let Self::TooMany { left, .. } = self { *left } else { 1 }
    }
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line())?;
        match self {
            Self::NoField { .. } => write!(f, "not written like “word: death tax”"),
            Self::UnknownField { name, .. } => write!(f, "no entry has a field “{name}”"),
            Self::BeforeFirstWord { .. } => write!(f, "an entry begins with “word:”"),
            Self::Empty { .. } => write!(f, "nothing to look for stands behind the colon"),
            Self::TooLong { .. } => {
                write!(f, "longer than {LONGEST_VALUE} letters, or as a phrase than {LONGEST_PHRASE} words")
            }
            Self::Hidden { .. } => write!(f, "holds a hidden character"),
            Self::Duplicate { first, .. } => write!(f, "the same word stands in line {first}"),
            Self::Missing { name, .. } => write!(f, "this entry has no “{name}:”"),
            Self::NotFlagged { example, .. } => write!(f, "not flagged, but should be: {example}"),
            Self::Flagged { example, .. } => write!(f, "flagged, but should pass: {example}"),
            Self::UnknownWord { .. } => write!(f, "no rule, and no word on a list, that comes with Sayso"),
            Self::TooMany { left, .. } => write!(f, "more than {MOST_ENTRIES} entries; the rest is left out: {left}"),
        }
    }
}

impl std::error::Error for ListError {}
