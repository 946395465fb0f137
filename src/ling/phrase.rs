//! Longest match of word sequences.

use super::lexicon::KeyMap;
use super::word::{Word, key};

/// A set of phrases, each with something to say of it.
pub struct Phrases<V> {
    by_first: KeyMap<Vec<(Vec<u64>, V)>>,
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
            same_first.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// Returns the longest phrase that begins at the word `at`.
    pub fn at(&self, words: &[Word], at: usize) -> Option<Match<'_, V>> {
        let same_first = self.by_first.get(&words.get(at)?.key)?;
        same_first.iter().find_map(|(rest, value)| {
            let following = words.get(at + 1..at + 1 + rest.len())?;
            let is_match = following.iter().zip(rest).all(|(word, key)| word.key == *key);
            is_match.then(|| Match { words: at..at + 1 + rest.len(), value })
        })
    }
}
