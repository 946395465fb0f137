//! Lists of one's own: words a teacher or a reader adds.
//!
//! A list is plain text. Each entry is a few lines `name: value`; an entry
//! begins with its word, and `#` begins a comment line:
//!
//! ```text
//! off: loaded-label regime
//!
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
//! words either side, show another sense. `off` switches off a word of a list
//! that comes with Sayso.

pub mod draft;
mod reader;

pub use reader::{Checking, ListError};

use std::fmt;

use crate::ling::{Annotated, KeyIndex, Phrases, Reading, Word, key};
use crate::text::{Document, Span, TokenKind, lower};

use super::wording::sentences;
use super::{Explanation, Family, Finding, Findings, Grounds, Polarity, Trait, TraitId, shared, word_lists};

/// How many entries a list may have; the rest is refused.
pub const MOST_ENTRIES: usize = 10_000;

/// How long one value may be, in bytes.
pub const LONGEST_VALUE: usize = 400;

/// How many words a phrase may have.
pub const LONGEST_PHRASE: usize = 8;

/// How many words either side `unless` looks at.
const NEAR: usize = 5;

/// What a flag on a word of one's own list is of. It looks for nothing by itself: the list does.
pub static OWN: Trait = Trait {
    id: TraitId("own-list"),
    name: "Your list",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A word on your own list, in the outlet’s own voice.",
        why: "The reason is the one that the list gives.",
        but: "Fair where the word has another sense here, or where the text says who uses it.",
        question: "Does the word tell you something that the list’s own word would not?",
    },
    detect: |_, _| (),
};

pub(super) const GROUNDS: Grounds =
    Grounds { standards: &[], failures: &["A word that you listed in one sense and the text uses in another."] };

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

/// A word of a list that comes with Sayso, switched off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Off {
    pub of: TraitId,
    /// As the list has it.
    pub word: String,
}

/// A list: what it adds, and what it switches off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnList {
    pub entries: Vec<OwnEntry>,
    pub off: Vec<Off>,
}

/// A list, ready to look for its words.
pub struct Finder {
    entries: Vec<OwnEntry>,
    /// The values are indices into `entries`.
    phrases: Phrases<u32>,
    /// The keys of each entry's `unless`.
    unless: Vec<KeyIndex>,
    /// The forms of the words that are switched off, each behind its trait.
    off: Vec<(TraitId, String)>,
}

impl OwnEntry {
    /// Whether a sentence is flagged by this entry alone.
    pub fn flags(&self, sentence: &str) -> bool {
        let finder = Finder::new(OwnList { entries: vec![self.clone()], off: Vec::new() });
        finder.is_flagged(0, sentence)
    }

    /// Takes one line of an entry; returns whether there is such a field.
    fn take(&mut self, name: &str, value: &str) -> bool {
        let value = value.to_owned();
        match name {
            "word" => self.words.push(value),
            "instead" => self.instead = value,
            "reason" => self.reason = value,
            "flag" => self.flag.push(value),
            "pass" => self.pass.push(value),
            "unless" => self.unless.push(value),
            _ => return false,
        }
        true
    }

    /// Whether a line `word:` gives this entry one more word, rather than begin the next one.
    fn takes_words(&self) -> bool {
        self.instead.is_empty() && self.reason.is_empty()
    }
}

impl Off {
    fn read(value: &str) -> Option<Self> {
        let (of, word) = value.split_once(' ')?;
        Some(Self { of: word_lists::traits().find(|it| it.0 == of)?, word: word.trim().to_owned() })
    }
}

impl OwnList {
    /// Reads a list that was checked when it was made; what cannot be read is passed over.
    pub fn kept(text: &str) -> Self {
        let mut list = Self::default();
        for line in text.lines() {
            let Some((name, value)) = line.split_once(':').map(|(name, value)| (name.trim(), value.trim())) else {
                continue;
            };
            if name == "off" {
                list.off.extend(Off::read(value));
                continue;
            }
            if name == "word" && !list.entries.last().is_some_and(OwnEntry::takes_words) {
                if list.entries.len() == MOST_ENTRIES {
                    break;
                }
                list.entries.push(OwnEntry::default());
            }
            if let Some(entry) = list.entries.last_mut() {
                entry.take(name, value);
            }
        }
        list
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.off.is_empty()
    }
}

impl Finder {
    pub fn new(list: OwnList) -> Self {
        let OwnList { entries, off } = list;
        let words = |(at, entry): (u32, &OwnEntry)| {
            entry.words.iter().map(move |word| (matchable(word), at)).collect::<Vec<_>>()
        };
        let words: Vec<(String, u32)> = (0..).zip(&entries).flat_map(words).collect();
        let phrases = Phrases::new(words.iter().map(|(word, at)| (word.as_str(), *at)));
        let words = |entry: &OwnEntry| KeyIndex::of(entry.unless.iter().flat_map(|it| it.split_whitespace()).map(key));
        let unless = entries.iter().map(words).collect();
        let off = off
            .into_iter()
            .flat_map(|it| word_lists::forms(it.of, &it.word).into_iter().map(move |form| (it.of, form)));
        Self { entries, phrases, unless, off: off.collect() }
    }

    /// Whether a place that a trait found is of a word that is switched off.
    pub fn is_off(&self, of: TraitId, quote: &str) -> bool {
        let mut forms = self.off.iter().filter(|it| it.0 == of).map(|it| it.1.as_str()).peekable();
        if forms.peek().is_none() {
            return false;
        }
        let (lower, words) = (lower(quote), matchable(quote));
        forms.any(|form| match form.strip_prefix('-') {
            // The end of a compound.
            Some(end) => quote.len() > end.len() && lower.ends_with(form),
            None if form.ends_with('-') => lower.starts_with(form),
            None => words == form,
        })
    }

    /// Finds the words of the list in the outlet's own voice.
    pub fn detect(&self, text: Annotated<'_>, findings: &mut Findings) {
        if self.entries.is_empty() {
            return;
        }
        let others = shared::others(text);
        self.scan(text, |span, entry, is_other_sense| {
            let entry = &self.entries[entry];
            if is_other_sense {
                findings.clear(span, "Another sense of the word.");
            } else if others.speak_at(span) {
                findings.clear(span, shared::BY_SOURCE);
            } else {
                let OwnEntry { reason, instead, .. } = entry;
                let stop = if reason.ends_with(['.', '!', '?']) { "" } else { "." };
                let note = format!("{reason}{stop} Your list suggests: {}.", instead.trim_end_matches('.'));
                findings.add(Finding::new(span).note(note));
            }
        });
    }

    /// Calls `each` with every place of a listed word, its entry, and whether `unless` holds there.
    fn scan(&self, text: Annotated<'_>, mut each: impl FnMut(Span, usize, bool)) {
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
                let has = |it: &Word| self.unless[entry].has(it.key);
                let span = tokens[found.words.start].span.to(tokens[found.words.end - 1].span);
                each(span, entry, text.words[near].iter().any(has));
                at = found.words.end;
            }
        }
    }

    /// Whether a sentence on its own is flagged by the entry of this number.
    fn is_flagged(&self, entry: usize, sentence: &str) -> bool {
        let reading = Reading::new(sentence);
        reading.articles().any(|text| {
            let others = shared::others(text);
            let mut is_flagged = false;
            self.scan(text, |span, it, is_other_sense| {
                is_flagged |= it == entry && !is_other_sense && !others.speak_at(span);
            });
            is_flagged
        })
    }
}

/// The words of a phrase as the text would have them, lower case, without marks and possessive endings.
pub fn matchable(phrase: &str) -> String {
    // Nothing in it that could part a word but spaces, as in most.
    if phrase.bytes().all(|it| it.is_ascii_alphanumeric() || it == b' ') {
        return lower(&phrase.split_ascii_whitespace().collect::<Vec<_>>().join(" "));
    }
    let document = Document::parse(phrase);
    let words = document.tokens().iter().filter(|it| it.kind != TokenKind::Punct).map(|it| {
        let word = lower(&document[it.span]).replace('’', "'");
        word.strip_suffix("'s").unwrap_or(&word).to_owned()
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The form that [`OwnList::parse`] reads.
impl fmt::Display for OwnList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for it in &self.off {
            writeln!(f, "off: {} {}", it.of.0, it.word)?;
        }
        for (at, entry) in self.entries.iter().enumerate() {
            if at > 0 || !self.off.is_empty() {
                writeln!(f)?;
            }
            write!(f, "{entry}")?;
        }
        Ok(())
    }
}

impl fmt::Display for OwnEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = [
            ("word", self.words.as_slice()),
            ("instead", std::slice::from_ref(&self.instead)),
            ("reason", std::slice::from_ref(&self.reason)),
            ("flag", &self.flag),
            ("pass", &self.pass),
            ("unless", &self.unless),
        ];
        for (name, values) in fields {
            for value in values {
                writeln!(f, "{name}: {value}")?;
            }
        }
        Ok(())
    }
}

impl Default for Finder {
    fn default() -> Self {
        Self::new(OwnList::default())
    }
}

impl fmt::Debug for Finder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Finder").field(&self.entries).finish()
    }
}

#[cfg(test)]
mod tests;
