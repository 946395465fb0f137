//! Longest match of word sequences.

use crate::text::sort_by_number;

use super::lexicon::KeyMap;
use super::word::{Word, key};

/// A set of phrases, each with something to say of it.
pub struct Phrases<V> {
    by_first: KeyMap<Vec<(Vec<u64>, V)>>,
    /// A bit for every first word, by its key's high bits: most words of a
    /// text are turned away here, at the cost of one load.
    begins: Vec<u64>,
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
        let mut by_first = KeyMap::<Vec<(Vec<u64>, V)>>::default();
        for (phrase, value) in phrases {
            let mut keys = phrase.split_whitespace().map(key);
            if let Some(first) = keys.next() {
                by_first.entry(first).or_default().push((keys.collect(), value));
            }
        }
        for same_first in by_first.values_mut() {
            sort_by_number(same_first, |(rest, _)| u128::MAX - rest.len() as u128);
        }
        // Sixteen bits a word: one word in sixteen passes that should not.
        let mut begins = vec![0; (by_first.len() / 4).next_power_of_two()];
        for &first in by_first.keys() {
            let (at, bit) = place(first, begins.len());
            begins[at] |= bit;
        }
        Self { by_first, begins }
    }

    /// Returns the longest phrase that begins at the word `at`.
    pub fn at(&self, words: &[Word], at: usize) -> Option<Match<'_, V>> {
        let first = words.get(at)?.key;
        let (slot, bit) = place(first, self.begins.len());
        if self.begins[slot] & bit == 0 {
            return None;
        }
        let same_first = self.by_first.get(&first)?;
        same_first.iter().find_map(|(rest, value)| {
            let following = words.get(at + 1..at + 1 + rest.len())?;
            let is_match = following.iter().zip(rest).all(|(word, key)| word.key == *key);
            is_match.then(|| Match { words: at..at + 1 + rest.len(), value })
        })
    }
}

/// Where the bit of a key stands in a table of `len` words, a power of two.
fn place(key: u64, len: usize) -> (usize, u64) {
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
        let phrases = Phrases::new([("far right", 1), ("far right party", 2), ("far", 3)]);
        let found = phrases.at(&words("a far right party"), 1).map(|it| (it.words, *it.value));
        assert_eq!(found, Some((1..4, 2)));
    }

    #[test]
    fn an_empty_set_finds_nothing() {
        assert_eq!(Phrases::<u8>::new([("", 1)]).at(&words("a"), 0), None);
    }
}
