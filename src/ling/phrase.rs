//! Longest match of word sequences.

use super::key_index::KeyIndex;
use super::word::{Word, key};

/// A set of phrases, each with something to say of it.
pub struct Phrases<V> {
    keys: PhraseKeys,
    /// One for each phrase.
    values: Vec<V>,
}

/// A phrase found: the indices of its words, and what the set says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<'p, V> {
    pub words: std::ops::Range<usize>,
    pub value: &'p V,
}

impl<V> Phrases<V> {
    /// Words are separated by spaces; an empty phrase is left out.
    pub fn new<'a>(phrases: impl IntoIterator<Item = (&'a str, V)>) -> Self {
        Self::filled(|add| phrases.into_iter().for_each(|(phrase, value)| add(phrase, value)))
    }

    /// As [`new`](Self::new), of the phrases that `fill` hands on.
    pub fn filled(fill: impl FnOnce(&mut dyn FnMut(&str, V))) -> Self {
        let (mut keys, mut values) = (PhraseKeys::default(), Vec::new());
        fill(&mut |phrase, value| {
            if keys.add(phrase) {
                values.push(value);
            }
        });
        keys.build();
        Self { keys, values }
    }

    /// The keys of the first two words of each phrase, or of its only one.
    pub fn beginnings(&self) -> impl Iterator<Item = (u64, Option<u64>)> {
        (0..self.keys.phrases.len()).map(|it| {
            let words = self.keys.words(it);
            (words[0], words.get(1).copied())
        })
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
#[derive(Default)]
struct PhraseKeys {
    /// All words of all phrases.
    keys: Vec<u64>,
    /// The place of each phrase in `keys`.
    phrases: Vec<(u32, u32)>,
    /// The longest phrase that begins with these two words, or is this one.
    beginnings: KeyIndex,
    /// Behind each phrase the next longest that begins so, or [`LAST`].
    next: Vec<u32>,
    /// A bit for every first word, by its key's high bits: most words of a text are turned away
    /// here, at the cost of one load.
    first: Vec<u64>,
}

impl PhraseKeys {
    /// Adds a phrase if there is one.
    fn add(&mut self, phrase: &str) -> bool {
        let start = self.keys.len();
        self.keys.extend(phrase.split_ascii_whitespace().map(key));
        if start < self.keys.len() {
            self.phrases.push((start as u32, self.keys.len() as u32));
        }
        start < self.keys.len()
    }

    fn build(&mut self) {
        // Sixteen bits a word: one word in sixteen passes that should not.
        self.first = vec![0; (self.phrases.len() / 4).next_power_of_two()];
        for &(start, _) in &self.phrases {
            let (at, bit) = bit_of(self.keys[start as usize], self.first.len());
            self.first[at] |= bit;
        }
        self.next = vec![LAST; self.phrases.len()];
        // From the last, so that of equal phrases the first is found first.
        for phrase in (0..self.phrases.len()).rev() {
            self.link(phrase);
        }
    }

    /// Puts a phrase before all that begin as it does and are no longer.
    fn link(&mut self, phrase: usize) {
        let begins = beginning(self.words(phrase));
        let head = self.beginnings.get_or_insert(begins, phrase);
        if head == phrase {
            return;
        }
        let is_longer = |it: usize| self.words(it).len() > self.words(phrase).len();
        if !is_longer(head) {
            self.next[phrase] = head as u32;
            self.beginnings.insert(begins, phrase);
            return;
        }
        let mut before = head;
        while self.next[before] != LAST && is_longer(self.next[before] as usize) {
            before = self.next[before] as usize;
        }
        self.next[phrase] = self.next[before];
        self.next[before] = phrase as u32;
    }

    fn words(&self, phrase: usize) -> &[u64] {
        let (start, end) = self.phrases[phrase];
        &self.keys[start as usize..end as usize]
    }

    #[inline]
    fn may_begin(&self, key: u64) -> bool {
        let (at, bit) = bit_of(key, self.first.len());
        self.first[at] & bit != 0
    }

    /// The longest phrase that begins at the word `at`, and the word behind it.
    fn longest(&self, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let first = words[at].key;
        let second = words.get(at + 1).map(|it| it.key);
        self.longest_of(second.map(|it| pair(first, it)), words, at).or_else(|| self.longest_of(Some(first), words, at))
    }

    fn longest_of(&self, begins: Option<u64>, words: &[Word], at: usize) -> Option<(usize, usize)> {
        let mut phrase = self.beginnings.get(begins?)?;
        loop {
            let keys = self.words(phrase);
            let end = at + keys.len();
            if words.get(at..end).is_some_and(|it| it.iter().zip(keys).all(|(word, key)| word.key == *key)) {
                return Some((phrase, end));
            }
            if self.next[phrase] == LAST {
                return None;
            }
            phrase = self.next[phrase] as usize;
        }
    }
}

/// No phrase follows.
const LAST: u32 = u32::MAX;

/// What the first two words of a phrase are looked up by, or its only one.
fn beginning(words: &[u64]) -> u64 {
    match words {
        [first, second, ..] => pair(*first, *second),
        _ => words[0],
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
    fn an_empty_set_finds_nothing() {
        assert_eq!(Phrases::<u8>::new([("", 1)]).at(&words("a"), 0), None);
    }
}
