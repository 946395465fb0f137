//! All slips of a class, and the picture they make.

use std::collections::BTreeMap;

use crate::text::{Span, fingerprint};
use crate::traits::{self, TraitId};

use super::agreement::{Alpha, merged, percent};
use super::anchor::Scene;
use super::contested::{Contested, contested};
use super::model::Slip;
use super::words::Words;

/// The slips that count, whatever order they came in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Class {
    /// By their numbers of chance: a student's place in the list says nothing of him.
    pub entries: Vec<Entry>,
    /// Slips that were there twice, or handed in again later.
    pub copies: usize,
}

/// A slip, and its marks as they lie in the text at hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub slip: Slip,
    pub marks: Vec<Placed>,
    pub fate: Fate,
}

/// Where a mark lies, and which one of the slip's it is.
pub(super) type Placed = (Span, TraitId, usize);

/// How a slip fits the text at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Fits,
    /// Made on another version; so many of its marks were not found again.
    Moved {
        lost: usize,
    },
    /// Made on this version, it says; but so many of its marks are not there.
    Partly {
        lost: usize,
    },
    /// Made on another text, or too little was found again; it does not count.
    Unmatched,
}

/// What a class made of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Picture {
    /// Slips that count.
    pub people: u32,
    /// How many marked each word, under whatever name.
    pub heat: Vec<u32>,
    /// In the order of the panel.
    pub rows: Vec<TraitRow>,
    pub contested: Vec<Contested>,
}

/// One trait, over the whole class.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitRow {
    pub of: TraitId,
    pub marks: usize,
    /// How many used it at all.
    pub people: u32,
    /// Pairs of students that agree, over all words.
    pub all_words: Option<f64>,
    /// The same over the words that somebody marked.
    pub marked_words: Option<f64>,
    pub alpha: Option<f64>,
    /// How many marked each word.
    pub heat: Vec<u32>,
}

/// Sorts slips out and finds their marks in `text`.
pub fn gather(text: &str, slips: impl IntoIterator<Item = Slip>) -> Class {
    let mut newest: BTreeMap<u64, Slip> = BTreeMap::new();
    let mut copies = 0;
    for slip in slips {
        let rank = |it: &Slip| (it.turn, it.write());
        match newest.get_mut(&slip.id) {
            Some(known) => {
                copies += 1;
                if rank(&slip) > rank(known) {
                    *known = slip;
                }
            }
            None => drop(newest.insert(slip.id, slip)),
        }
    }
    let scene = Scene::new(text);
    let print = fingerprint(text.as_bytes());
    let entries = newest.into_values().map(|slip| place(text, print, &scene, slip)).collect();
    Class { entries, copies }
}

fn place(text: &str, print: u64, scene: &Scene<'_>, slip: Slip) -> Entry {
    let marks = slip.marks.iter().enumerate().filter_map(|(index, (mark, quote))| {
        // Believed only where the words are there: anybody can write any number into a slip.
        let is_here = slip.origin.text == print && text.get(mark.span.range()) == Some(&quote.exact);
        let span = if is_here { mark.span } else { scene.find(quote, mark.span)? };
        Some((span, mark.of, index))
    });
    let marks: Vec<Placed> = marks.filter(|it| !it.0.is_empty()).collect();
    let lost = slip.marks.len() - marks.len();
    let is_other = slip.origin.text != print;
    let fate = match (is_other, lost) {
        (false, 0) => Fate::Fits,
        (true, 0) if marks.is_empty() => Fate::Unmatched,
        _ if lost > marks.len() => Fate::Unmatched,
        (true, _) => Fate::Moved { lost },
        (false, _) => Fate::Partly { lost },
    };
    Entry { slip, marks, fate }
}

impl Class {
    /// The entries that count.
    pub fn counted(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|it| it.fate != Fate::Unmatched)
    }

    /// Draws the picture; a trait has a row where it was asked for or used.
    pub fn picture(&self, words: &Words, asked: &[TraitId]) -> Picture {
        let people = u32::try_from(self.counted().count()).unwrap_or(u32::MAX);
        let heat = self.heat(words, |_| true);
        let rows = traits::ALL.iter().filter_map(|it| self.row(it.id, words, people, asked.contains(&it.id))).collect();
        Picture { people, heat, rows, contested: contested(self, words) }
    }

    fn row(&self, of: TraitId, words: &Words, people: u32, is_asked: bool) -> Option<TraitRow> {
        let marks = self.counted().flat_map(|it| &it.marks).filter(|it| it.1 == of).count();
        if marks == 0 && !is_asked {
            return None;
        }
        let heat = self.heat(words, |it| it == of);
        let mut alpha = Alpha::default();
        heat.iter().for_each(|&marked| alpha.add(&[marked, people - marked]));
        Some(TraitRow {
            of,
            marks,
            people: self.counted().map(|it| u32::from(it.marks.iter().any(|mark| mark.1 == of))).sum(),
            all_words: percent(heat.iter().copied(), people),
            marked_words: percent(heat.iter().copied().filter(|&it| it > 0), people),
            alpha: alpha.value(),
            heat,
        })
    }

    /// Counts, word by word, who marked it; nobody counts twice.
    fn heat(&self, words: &Words, takes: impl Fn(TraitId) -> bool) -> Vec<u32> {
        let mut steps = vec![0i64; words.len() + 1];
        for entry in self.counted() {
            let ranges: Vec<_> = entry.marks.iter().filter(|it| takes(it.1)).map(|it| words.within(it.0)).collect();
            for range in merged(&ranges) {
                steps[range.start] += 1;
                steps[range.end] -= 1;
            }
        }
        let mut level = 0;
        let sums = steps.iter().map(|step| {
            level += step;
            u32::try_from(level).unwrap_or_default()
        });
        sums.take(words.len()).collect()
    }

    /// Returns how far each entry that counts agrees with the others on average, over all words
    /// and names; by the entry's number of chance. Linear in words and entries.
    pub fn agreements(&self, words: &Words) -> BTreeMap<u64, f64> {
        let bit = |of: TraitId| traits::ALL.iter().position(|it| it.id == of).map_or(0, |at| 1u32 << at.min(31));
        let mut labels: Vec<(u64, Vec<u32>)> = Vec::new();
        for entry in self.counted() {
            let mut row = vec![0u32; words.len()];
            for mark in &entry.marks {
                row[words.within(mark.0)].iter_mut().for_each(|it| *it |= bit(mark.1));
            }
            labels.push((entry.slip.id, row));
        }
        let others = labels.len().saturating_sub(1);
        if others == 0 || words.is_empty() {
            return BTreeMap::new();
        }
        let mut alike = vec![0u64; labels.len()];
        for word in 0..words.len() {
            let mut counts: BTreeMap<u32, u64> = BTreeMap::new();
            labels.iter().for_each(|it| *counts.entry(it.1[word]).or_default() += 1);
            labels.iter().zip(&mut alike).for_each(|(it, alike)| *alike += counts[&it.1[word]] - 1);
        }
        let most = (others * words.len()) as f64;
        labels.iter().zip(alike).map(|(it, alike)| (it.0, alike as f64 / most)).collect()
    }
}
