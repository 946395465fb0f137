//! All slips of a class, and the picture they make.

use std::collections::BTreeMap;

use crate::text::{Span, fingerprint};
use crate::traits::{self, TraitId};

use super::agreement::{Alpha, merged, percent};
use super::anchor::Scene;
use super::contested::{Contested, contested};
use super::model::Slip;
use super::places::{self, Names, Places};
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
    /// How many places were marked so; marks that overlap are one.
    pub places: usize,
    /// Pairs of students that agree, over those places.
    pub at_places: Option<f64>,
    /// Pairs of students that agree, over all words.
    pub all_words: Option<f64>,
    /// The same over the words that somebody marked.
    pub marked_words: Option<f64>,
    pub alpha: Option<f64>,
    /// How many marked each word.
    pub heat: Vec<u32>,
}

impl TraitRow {
    /// Whether the figures say something: one student alone shows nothing of how far a class agrees.
    pub fn tells(&self) -> bool {
        self.people >= 2
    }
}

/// How often an entry is like another one, place by place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Alike {
    /// Both gave the place the same names.
    pub same: u32,
    /// At least one of the two marked it.
    pub of: u32,
}

impl Alike {
    /// `None` where there is too little to say.
    pub fn share(self) -> Option<f64> {
        /// Fewer comparisons are chance.
        const FEWEST: u32 = 3;
        (self.of >= FEWEST).then(|| f64::from(self.same) / f64::from(self.of))
    }
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
        let is_here = slip.origin.text == print && quote.is_at(text, mark.span);
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

    /// The reasons that were given for marks in a stretch: the number of the entry, the rule, the words.
    pub fn reasons(&self, within: Span) -> impl Iterator<Item = (usize, TraitId, &str)> {
        let counted = (1..).zip(&self.entries).filter(|it| it.1.fate != Fate::Unmatched);
        counted.flat_map(move |(number, entry)| {
            let marks = entry.marks.iter().filter(move |it| it.0.overlaps(within));
            let reasons = marks.map(move |it| (number, it.1, entry.slip.marks[it.2].0.reason.trim()));
            reasons.filter(|it| !it.2.is_empty())
        })
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
        let places = Places::of(self, words, |it| it == of);
        let mut marked = vec![0; places.0.len()];
        for entry in self.counted() {
            let names = places.names(entry, words).into_iter().filter(|it| it.1 & places::bit(of) != 0);
            names.for_each(|it| marked[it.0] += 1);
        }
        Some(TraitRow {
            of,
            marks,
            people: self.counted().map(|it| u32::from(it.marks.iter().any(|mark| mark.1 == of))).sum(),
            places: marked.len(),
            at_places: percent(marked.into_iter(), people),
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

    /// Returns how far each entry that counts agrees with each of the others, over the places that
    /// one of the two marked: over unmarked words all agree, and that says nothing. By the entry's
    /// number of chance.
    pub fn agreements(&self, words: &Words) -> BTreeMap<u64, Alike> {
        let places = Places::of(self, words, |_| true);
        // Of each place, who marked it, and as what.
        let mut marked: Vec<Vec<(usize, Names)>> = vec![Vec::new(); places.0.len()];
        let mut alike = vec![Alike::default(); self.counted().count()];
        for (who, entry) in self.counted().enumerate() {
            places.names(entry, words).into_iter().for_each(|(place, names)| marked[place].push((who, names)));
        }
        let others = u32::try_from(alike.len().saturating_sub(1)).unwrap_or(u32::MAX);
        for place in &marked {
            let mut by_names: BTreeMap<Names, u32> = BTreeMap::new();
            place.iter().for_each(|it| *by_names.entry(it.1).or_default() += 1);
            let by = place.len() as u32;
            // Those who left it are unlike everybody who did not.
            alike.iter_mut().for_each(|it| it.of += by);
            for &(who, names) in place {
                alike[who].of += others;
                alike[who].of -= by;
                alike[who].same += by_names[&names] - 1;
            }
        }
        self.counted().map(|it| it.slip.id).zip(alike).filter(|it| it.1.of > 0).collect()
    }
}
