//! Longest match of word sequences.

use std::ops::Range;

use crate::text::parts;

use super::key_index::KeyIndex;
use super::word::{Word, is_alone, key};

/// A set of phrases, each with something to say of it.
pub struct Phrases<V> {
    keys: PhraseKeys,
    /// One for each phrase.
    values: Vec<V>,
}

/// A phrase found: the indices of its words, and what the set says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'p, V> {
    pub words: Range<usize>,
    pub value: &'p V,
}

impl<V> Phrases<V> {
    /// Words are separated by spaces; an empty phrase is left out. In place of a word `{a,b c}` stands
    /// for either, and `{,a}` for *a* or nothing.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        let phrases = phrases.into_iter();
        Self::filled(phrases.size_hint().0, |add| phrases.for_each(|(phrase, value)| add(phrase, value)))
    }

    /// As [`new`](Self::new), of the phrases that `fill` hands on: about `room`.
    pub fn filled(room: usize, fill: impl FnOnce(&mut dyn FnMut(&str, V))) -> Self {
        let (mut keys, mut values) = (PhraseKeys::with_room(room), Vec::with_capacity(room));
        fill(&mut |phrase, value| {
            keys.add(phrase, values.len());
            values.push(value);
        });
        keys.build();
        Self { keys, values }
    }

    /// Of each way to begin a phrase the key of its word, if it is alone, or of its first two.
    pub fn beginnings(&self) -> impl Iterator<Item = u64> {
        self.keys.beginnings.iter().map(|it| it.words)
    }

    /// Returns the longest phrase at the first word of `range` that begins one.
    pub fn first_in(&self, words: &[Word], range: Range<usize>) -> Option<Match<'_, V>> {
        let may_begin = |it: &Word| self.keys.may_begin(it.key);
        let mut at = range.start;
        while let Some(step) = words.get(at..range.end)?.iter().position(may_begin) {
            at += step;
            if let Some(found) = self.at(words, at) {
                return Some(found);
            }
            at += 1;
        }
        None
    }

    /// Returns the longest phrase that begins at the word `at`.
    #[inline]
    pub fn at(&self, words: &[Word], at: usize) -> Option<Match<'_, V>> {
        if !self.keys.may_begin(words.get(at)?.key) {
            return None;
        }
        let (phrase, end) = self.keys.longest(words, at)?;
        Some(Match { words: at..end, value: &self.values[phrase] })
    }
}

/// The phrases of a set, without what it says of them.
struct PhraseKeys {
    /// The words of all phrases; the first stands for the end of each.
    steps: Vec<Step>,
    beginnings: Vec<Beginning>,
    /// The last beginning with these two words, or with this one alone.
    index: KeyIndex,
    /// A bit for every first word, by its key's high bits: most words of a text are turned away
    /// here, at the cost of one load.
    first: Vec<u64>,
}

/// A word of a phrase.
struct Step {
    key: u64,
    /// The first of the steps that may follow.
    then: u32,
    /// Another step that may stand in its place, or [`NONE`].
    or: u32,
}

/// A way to begin a phrase.
struct Beginning {
    /// The key of the only word, or of the first two.
    words: u64,
    /// The high half of the first word's key.
    first: u32,
    /// The first of the steps that may follow.
    then: u32,
    phrase: u32,
    /// The one before that begins with the same words, or [`NONE`].
    before: u32,
}

/// The step at which a phrase ends.
const END: u32 = 0;
const NONE: u32 = u32::MAX;

impl Beginning {
    fn first(&self) -> u64 {
        u64::from(self.first) << 32
    }
}

impl PhraseKeys {
    fn with_room(phrases: usize) -> Self {
        let mut steps = Vec::with_capacity(phrases);
        steps.push(Step { key: 0, then: NONE, or: NONE });
        Self { steps, beginnings: Vec::with_capacity(phrases), index: KeyIndex::default(), first: Vec::new() }
    }

    fn add(&mut self, pattern: &str, phrase: usize) {
        // One word has nothing to go on with.
        if !pattern.is_empty() && is_alone(pattern) {
            let word = key(pattern);
            return self.begins_with(word, word, END, phrase);
        }
        // From the last word to the first, since each has to know what follows it.
        let (mut rest, mut then) = (pattern.trim_ascii_end(), END);
        while !rest.is_empty() {
            let behind = |byte| rest.bytes().rposition(|it| it == byte).map_or(0, |it| it + 1);
            rest = if let Some(open) = rest.strip_suffix('}') {
                let start = behind(b'{');
                let choices = || parts(&open[start..], b',');
                let last = if choices().any(str::is_empty) { then } else { NONE };
                then = choices().fold(last, |or, words| self.words(words, then, or));
                &rest[..start.saturating_sub(1)]
            } else {
                let start = behind(b' ');
                then = self.step(key(&rest[start..]), then, NONE);
                &rest[..start]
            }
            .trim_ascii_end();
        }
        self.begin(then, phrase);
    }

    /// Adds words in a row with what follows them, and what may stand in their place.
    fn words(&mut self, words: &str, then: u32, or: u32) -> u32 {
        if !words.is_empty() && is_alone(words) {
            return self.step(key(words), then, or);
        }
        let mut words = words.split_ascii_whitespace();
        let Some(first) = words.next() else { return or };
        let then = words.rev().fold(then, |then, word| self.step(key(word), then, NONE));
        self.step(key(first), then, or)
    }

    fn step(&mut self, key: u64, then: u32, or: u32) -> u32 {
        self.steps.push(Step { key, then, or });
        self.steps.len() as u32 - 1
    }

    /// Adds the beginnings of a phrase whose first word is one of the steps from `first` on.
    fn begin(&mut self, mut first: u32, phrase: usize) {
        while let Some(&Step { key, then, or }) = self.steps.get(first as usize) {
            let mut second = if first == END { NONE } else { then };
            while let Some(it) = self.steps.get(second as usize) {
                let (words, then, or) =
                    if second == END { (key, END, NONE) } else { (pair(key, it.key), it.then, it.or) };
                self.begins_with(key, words, then, phrase);
                second = or;
            }
            first = or;
        }
    }

    fn begins_with(&mut self, first: u64, words: u64, then: u32, phrase: usize) {
        let first = (first >> 32) as u32;
        self.beginnings.push(Beginning { words, first, then, phrase: phrase as u32, before: NONE });
    }

    fn build(&mut self) {
        // Sixteen bits a word: one word in sixteen passes that should not.
        self.first = vec![0; (self.beginnings.len() / 4).next_power_of_two()];
        self.index = KeyIndex::with_room(self.beginnings.len());
        for (at, it) in self.beginnings.iter_mut().enumerate() {
            let (place, bit) = bit_of(it.first(), self.first.len());
            self.first[place] |= bit;
            it.before = self.index.replace(it.words, at).map_or(NONE, |it| it as u32);
        }
    }

    #[inline]
    fn may_begin(&self, key: u64) -> bool {
        let (at, bit) = bit_of(key, self.first.len());
        self.first[at] & bit != 0
    }

    /// The longest phrase that begins at the word `at`, and the word behind it.
    fn longest(&self, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let first = words[at].key;
        let of_two = words.get(at + 1).and_then(|it| self.longest_of(pair(first, it.key), words, at + 2));
        of_two.or_else(|| self.longest_of(first, words, at + 1))
    }

    /// As [`longest`](Self::longest), of the phrases that begin with known words up to `behind`.
    fn longest_of(&self, begins: u64, words: &[Word], behind: usize) -> Option<(usize, usize)> {
        let (mut found, mut next) = (None, self.index.get(begins));
        while let Some(it) = next.and_then(|it| self.beginnings.get(it)) {
            // Of two that are as long the one that was added first, and comes last here.
            if let Some(end) =
                self.furthest(it.then, words, behind).filter(|end| found.is_none_or(|it: (_, _)| it.1 <= *end))
            {
                found = Some((it.phrase as usize, end));
            }
            next = Some(it.before as usize);
        }
        found
    }

    /// The word behind the longest way on from `step` that the words from `at` on take.
    fn furthest(&self, mut step: u32, words: &[Word], at: usize) -> Option<usize> {
        let mut furthest = None;
        while let Some(it) = self.steps.get(step as usize) {
            let end = match words.get(at) {
                _ if step == END => Some(at),
                Some(word) if word.key == it.key => self.furthest(it.then, words, at + 1),
                _ => None,
            };
            furthest = furthest.max(end);
            step = it.or;
        }
        furthest
    }
}

/// Returns the key of two words in a row.
pub fn pair(first: u64, second: u64) -> u64 {
    (first.rotate_left(23) ^ second).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Returns where the bit of a key stands in a table of `len` words, a power of two.
pub fn bit_of(key: u64, len: usize) -> (usize, u64) {
    ((key >> 38) as usize & (len - 1), 1 << (key >> 32 & 63))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<Word> {
        text.split_whitespace().map(Word::read).collect()
    }

    #[test]
    fn the_longest_wins() {
        let phrases = Phrases::new([("far right", 1), ("far right party", 2), ("far", 3), ("far right party", 4)]);
        let at = |text: &str, at| phrases.at(&words(text), at).map(|it| (it.words, *it.value));
        assert_eq!(at("a far right party", 1), Some((1..4, 2)));
        assert_eq!(at("a far right turn", 1), Some((1..3, 1)));
        assert_eq!(at("a far cry", 1), Some((1..2, 3)));
        assert_eq!(at("too far", 1), Some((1..2, 3)));
        assert_eq!(at("a right party", 1), None);
    }

    #[test]
    fn either_or_nothing() {
        let set = Phrases::new([("{is,has been} {,so very} {glad,sad to}", 1), ("{a,} {b,} c", 2), ("a b {c,d}", 3)]);
        let at = |text: &str| set.at(&words(text), 0).map(|it| (it.words.end, *it.value));
        for (text, found) in [
            ("is glad to", Some((2, 1))),
            ("is sad", None),
            ("is so very sad to", Some((5, 1))),
            ("has been so very glad", Some((5, 1))),
            ("has so very glad", None),
            ("a b c", Some((3, 2))),
            ("a b d", Some((3, 3))),
            ("c", Some((1, 2))),
            ("b c", Some((2, 2))),
        ] {
            assert_eq!(at(text), found, "{text}");
        }
    }

    #[test]
    fn an_empty_set_finds_nothing() {
        assert_eq!(Phrases::<u8>::new([("", 1), ("{,}", 2)]).at(&words("a"), 0), None);
    }
}
