//! The phrases a class is most divided over: what to talk about first.

use crate::text::Span;
use crate::traits::{self, TraitId};

use super::class::Class;
use super::words::Words;

/// A phrase, and how the class is divided over it.
#[derive(Clone, Debug, PartialEq)]
pub struct Contested {
    pub span: Span,
    /// How many gave it each name, the most frequent first.
    pub names: Vec<(TraitId, u32)>,
    /// How many left it unmarked.
    pub unmarked: u32,
    /// The chance that two students judge it differently, from 0 to 1.
    pub split: f64,
}

/// Phrases that are shown.
const MOST: usize = 3;

/// A word belongs to the phrase while the class is at least this much as divided over it as at its peak.
const NEAR_PEAK: f64 = 0.6;

/// Returns the phrases over which two students most often differ, the most divided first.
pub(super) fn contested(class: &Class, words: &Words) -> Vec<Contested> {
    let people = class.counted().count();
    let names = traits::ALL.len();
    // One row a word: how many gave it each name; a word under several names counts for the first.
    let mut counts = vec![0u32; words.len() * names];
    let mut first = vec![usize::MAX; words.len()];
    for entry in class.counted() {
        for mark in &entry.marks {
            let name = traits::ALL.iter().position(|it| it.id == mark.1).unwrap_or_default();
            first[words.within(mark.0)].iter_mut().for_each(|it| *it = name.min(*it));
        }
        for mark in &entry.marks {
            for word in words.within(mark.0) {
                // Taken, so that it counts once.
                let name = std::mem::replace(&mut first[word], usize::MAX);
                if name < names {
                    counts[word * names + name] += 1;
                }
            }
        }
    }
    let splits: Vec<f64> = counts.chunks(names).map(|row| split(row, people as u32)).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if splits[at] == 0.0 {
            at += 1;
            continue;
        }
        let end = (at + 1..words.len()).find(|&it| splits[it] == 0.0 || words.sentence(it) != words.sentence(at));
        let end = end.unwrap_or(words.len());
        found.extend(phrase(words, &counts, &splits, at..end, people as u32));
        at = end;
    }
    found.sort_by(|a, b| b.split.total_cmp(&a.split).then(a.span.cmp(&b.span)));
    found.truncate(MOST);
    found
}

/// Cuts a run of divided words to those around its peak.
fn phrase(
    words: &Words,
    counts: &[u32],
    splits: &[f64],
    run: std::ops::Range<usize>,
    people: u32,
) -> Option<Contested> {
    let peak = run.clone().reduce(|a, b| if splits[b] > splits[a] { b } else { a })?;
    let is_near = |it: &usize| splits[*it] >= NEAR_PEAK * splits[peak];
    let start = (run.start..=peak).rev().take_while(is_near).last()?;
    let end = (peak..run.end).take_while(is_near).last()? + 1;
    let row = &counts[peak * traits::ALL.len()..(peak + 1) * traits::ALL.len()];
    let mut names: Vec<_> = traits::ALL.iter().zip(row).filter(|it| *it.1 > 0).map(|(it, &n)| (it.id, n)).collect();
    names.sort_by_key(|it| std::cmp::Reverse(it.1));
    let unmarked = people - row.iter().sum::<u32>();
    Some(Contested { span: words.cover(start..end)?, names, unmarked, split: splits[peak] })
}

/// The chance that two of them, taken at random, gave different names or none.
fn split(names: &[u32], people: u32) -> f64 {
    let same = |it: u32| f64::from(it) * (f64::from(it) - 1.0);
    let pairs = same(people);
    if pairs <= 0.0 {
        return 0.0;
    }
    let unmarked = people.saturating_sub(names.iter().sum());
    let agree: f64 = names.iter().map(|&it| same(it)).sum::<f64>() + same(unmarked);
    1.0 - agree / pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two of four marked it: of 6 pairs, 1 and 1 agree.
    #[test]
    fn split_counted_by_hand() {
        assert_eq!(split(&[2], 4), 1.0 - 4.0 / 12.0);
        assert_eq!(split(&[4], 4), 0.0);
        assert_eq!(split(&[0], 4), 0.0);
        assert_eq!(split(&[1, 1], 2), 1.0);
        assert_eq!(split(&[1], 1), 0.0);
    }
}
