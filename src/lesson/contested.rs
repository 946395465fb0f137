//! The phrases a class is most divided over: what to talk about first.

use crate::text::Span;
use crate::traits::{self, TraitId};

use super::class::Class;
use super::places::Places;
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

/// Returns the places over which two students most often differ, the most divided first.
pub(super) fn contested(class: &Class, words: &Words) -> Vec<Contested> {
    let people = u32::try_from(class.counted().count()).unwrap_or(u32::MAX);
    let places = Places::of(class, words, |_| true);
    let mut counts = vec![vec![0u32; traits::ALL.len()]; places.0.len()];
    for entry in class.counted() {
        for (place, names) in places.names(entry, words) {
            // Under several names it counts for the first.
            if let Some(count) = counts[place].get_mut(names.trailing_zeros() as usize) {
                *count += 1;
            }
        }
    }
    let mut found: Vec<_> = places
        .0
        .into_iter()
        .zip(&counts)
        .filter_map(|(it, row)| {
            let split = split(row, people);
            let mut names: Vec<_> =
                traits::ALL.iter().zip(row).filter(|it| *it.1 > 0).map(|(it, &n)| (it.id, n)).collect();
            names.sort_by_key(|it| std::cmp::Reverse(it.1));
            let unmarked = people - row.iter().sum::<u32>();
            let span = words.cover(it).filter(|_| split > 0.0)?;
            Some(Contested { span, names, unmarked, split })
        })
        .collect();
    found.sort_by(|a, b| b.split.total_cmp(&a.split).then(a.span.cmp(&b.span)));
    found.truncate(MOST);
    found
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
