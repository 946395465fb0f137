//! Places of a text: marks of several people that overlap are about the same one.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::traits::{self, TraitId};

use super::class::{Class, Entry};
use super::words::Words;

/// The places that a class marked, as ranges of words, in order and apart.
///
/// A mark that is longer than a sentence is taken sentence by sentence: whoever marks the whole text
/// must not make one place of it.
#[derive(Debug)]
pub(super) struct Places(pub(super) Vec<Range<usize>>);

/// The names that one hand gave a place, a bit for each trait.
pub(super) type Names = u64;

impl Places {
    /// Gathers the marks of all whose trait `takes` admits.
    pub(super) fn of(class: &Class, words: &Words, takes: impl Fn(TraitId) -> bool) -> Self {
        let marks = class.counted().flat_map(|it| &it.marks).filter(|it| takes(it.1));
        let mut pieces: Vec<(usize, usize)> = Vec::new();
        for mark in marks {
            let mut range = words.within(mark.0);
            while let Some(first) = range.next() {
                let sentence = words.sentence(first);
                let end = range.find(|&it| words.sentence(it) != sentence).unwrap_or(range.end);
                pieces.push((first, end));
                range.start = end;
            }
        }
        pieces.sort_unstable();
        let mut places: Vec<Range<usize>> = Vec::new();
        for (start, end) in pieces {
            match places.last_mut().filter(|it| start < it.end) {
                Some(last) => last.end = last.end.max(end),
                None => places.push(start..end),
            }
        }
        Self(places)
    }

    /// Returns what an entry calls each of the places that it marked.
    pub(super) fn names(&self, entry: &Entry, words: &Words) -> BTreeMap<usize, Names> {
        let mut names = BTreeMap::new();
        for mark in &entry.marks {
            let range = words.within(mark.0);
            let first = self.0.partition_point(|it| it.end <= range.start);
            let touched = self.0[first..].iter().take_while(|it| it.start < range.end).count();
            for place in first..first + touched {
                *names.entry(place).or_insert(0) |= bit(mark.1);
            }
        }
        names
    }
}

/// Returns the bit of a trait.
pub(super) fn bit(of: TraitId) -> Names {
    traits::ALL.iter().position(|it| it.id == of).map_or(0, |at| 1 << at.min(63))
}
