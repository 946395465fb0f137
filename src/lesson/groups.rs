//! One person's marks beside Sayso's flags and a teacher's key.

use std::ops::Range;
use std::slice;

use crate::text::{Span, by_each, sort_by_number};
use crate::traits::TraitId;

use super::agreement::overlap_f1;
use super::words::Words;

/// Who marked a place. None of them is right by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// You, and Sayso or the key.
    Both,
    OnlyYou,
    OnlySayso,
    /// The key, whether Sayso has it too or not.
    OnlyKey,
}

/// A place that somebody marked.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    pub group: Group,
    pub span: Span,
    pub of: TraitId,
    /// Index of your mark; `None` where you have none.
    pub mine: Option<usize>,
    pub sayso: bool,
    pub key: bool,
    /// Where both marked: whether they call it the same.
    pub is_same_kind: bool,
    /// Where both marked: which part of the words they share, from 0 to 1.
    pub shared: f64,
    /// The marks of Sayso and the key that yours meets, in the order of the text.
    pub meets: Vec<Mark>,
}

/// How near one's marks come to another's: *where* and *what* apart, from 0 to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// The words marked, whatever they were called.
    pub place: Option<f64>,
    /// The words marked, each under its name.
    pub kind: Option<f64>,
    /// How many places the other has, however yours are cut.
    pub theirs: usize,
    /// How many of them yours meet.
    pub met: usize,
    /// How many of yours meet none of them.
    pub alone: usize,
}

/// What [`compare`] finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// In the order of the text.
    pub places: Vec<Place>,
    pub with_sayso: Score,
    pub with_key: Score,
}

/// A mark as it takes part in a comparison.
type Mark = (Span, TraitId);

/// Sets marks beside each other. A place counts as found when the marks share a word.
pub fn compare(words: &Words, mine: &[Mark], sayso: &[Mark], key: &[Mark]) -> Comparison {
    let mut places = Vec::new();
    for (index, &(span, of)) in mine.iter().enumerate() {
        let (by_sayso, by_key) = (nearest(words, span, of, sayso), nearest(words, span, of, key));
        let mut meets: Vec<Mark> = Vec::new();
        for &it in sayso.iter().chain(key).filter(|it| meet(words, span, it.0)) {
            if !meets.contains(&it) {
                meets.push(it);
            }
        }
        sort_by_number(&mut meets, |it| by_each(&[it.0.start(), it.0.end()]));
        let best = [by_key, by_sayso].into_iter().flatten().reduce(|a, b| if b > a { b } else { a });
        places.push(Place {
            group: if best.is_some() { Group::Both } else { Group::OnlyYou },
            span,
            of,
            mine: Some(index),
            sayso: by_sayso.is_some(),
            key: by_key.is_some(),
            is_same_kind: best.is_some_and(|it| it.0),
            shared: best.map_or(0.0, |it| it.1),
            meets,
        });
    }
    let mut add = |group, mark: Mark, sayso, key| {
        let (span, of) = mark;
        let none = Vec::new();
        places.push(Place { group, span, of, mine: None, sayso, key, is_same_kind: false, shared: 0.0, meets: none });
    };
    let has = |marks: &[Mark], span| has(words, marks, span);
    for &mark in key.iter().filter(|it| !has(mine, it.0)) {
        add(Group::OnlyKey, mark, has(sayso, mark.0), true);
    }
    for &mark in sayso.iter().filter(|it| !has(mine, it.0) && !has(key, it.0)) {
        add(Group::OnlySayso, mark, true, false);
    }
    sort_by_number(&mut places, |it| by_each(&[it.span.start(), it.span.end()]));
    Comparison { places, with_sayso: score(words, mine, sayso), with_key: score(words, mine, key) }
}

/// Returns, of the marks that meet this one, whether the best has its name, and how much the two share.
fn nearest(words: &Words, span: Span, of: TraitId, marks: &[Mark]) -> Option<(bool, f64)> {
    let mine = words.within(span);
    let meeting = marks.iter().filter(|it| meet(words, span, it.0));
    let weighed =
        meeting.map(|it| (it.1 == of, overlap_f1(slice::from_ref(&mine), &[words.within(it.0)]).unwrap_or(1.0)));
    weighed.reduce(|a, b| if b > a { b } else { a })
}

fn has(words: &Words, marks: &[Mark], span: Span) -> bool {
    marks.iter().any(|it| meet(words, span, it.0))
}

fn meet(words: &Words, a: Span, b: Span) -> bool {
    let (first, second) = (words.within(a), words.within(b));
    // Punctuation alone has no word to share.
    (first.start < second.end && second.start < first.end) || a.overlaps(b)
}

fn score(words: &Words, mine: &[Mark], theirs: &[Mark]) -> Score {
    let all = |marks: &[Mark]| marks.iter().map(|it| words.within(it.0)).collect::<Vec<_>>();
    // Each name has a stretch of its own, so that one word under two names is two words.
    let mut names: Vec<TraitId> = mine.iter().chain(theirs).map(|it| it.1).collect();
    names.sort();
    names.dedup();
    let named = |marks: &[Mark]| {
        let shift = |&(span, of): &Mark| -> Range<usize> {
            let by = names.iter().position(|it| *it == of).unwrap_or_default() * (words.len() + 1);
            let range = words.within(span);
            range.start + by..range.end + by
        };
        marks.iter().map(shift).collect::<Vec<_>>()
    };
    Score {
        place: overlap_f1(&all(mine), &all(theirs)),
        kind: overlap_f1(&named(mine), &named(theirs)),
        theirs: theirs.len(),
        met: theirs.iter().filter(|it| has(words, mine, it.0)).count(),
        alone: mine.iter().filter(|it| !has(words, theirs, it.0)).count(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::strip;

    const UNNAMED: TraitId = TraitId("unnamed-source");
    const LABEL: TraitId = TraitId("loaded-label");

    fn marks(marked: &str, of: TraitId) -> Vec<Mark> {
        strip(marked).1.into_iter().map(|span| (span, of)).collect()
    }

    fn groups(found: &Comparison, text: &str) -> Vec<(Group, String)> {
        found.places.iter().map(|it| (it.group, text[it.span.range()].to_owned())).collect()
    }

    #[test]
    fn four_groups() {
        let text = "One red boat met two blue ships near three green rafts.";
        let words = Words::read(text);
        let mine = marks("One [[red boat]] met two blue ships near three [[green]] rafts.", UNNAMED);
        let sayso = marks("[[One red]] boat met [[two]] blue ships near three green rafts.", UNNAMED);
        let key = marks("One red boat met two [[blue ships]] near three green rafts.", UNNAMED);
        let found = compare(&words, &mine, &sayso, &key);
        let expected = [
            (Group::Both, "red boat"),
            (Group::OnlySayso, "two"),
            (Group::OnlyKey, "blue ships"),
            (Group::OnlyYou, "green"),
        ];
        assert_eq!(groups(&found, text), expected.map(|(group, words)| (group, words.to_owned())));
    }

    /// Mine: three words; Sayso's: three; one shared: 2·1 / 6.
    #[test]
    fn credit_for_a_part() {
        let words = Words::read("One red boat met two blue ships.");
        let mine = marks("One [[red boat]] met [[two]] blue ships.", UNNAMED);
        let sayso = marks("[[One red]] boat met two [[blue]] ships.", UNNAMED);
        let found = compare(&words, &mine, &sayso, &[]);
        assert_eq!((found.with_sayso.place, found.with_sayso.kind), (Some(2.0 / 6.0), Some(2.0 / 6.0)));
        assert_eq!((found.with_key.place, found.with_key.kind), (Some(0.0), Some(0.0)));
        assert_eq!(found.places[0].shared, 0.5);
    }

    #[test]
    fn where_and_what_are_apart() {
        let words = Words::read("One red boat.");
        let found = compare(&words, &marks("One [[red boat]].", LABEL), &marks("One [[red boat]].", UNNAMED), &[]);
        assert_eq!((found.with_sayso.place, found.with_sayso.kind), (Some(1.0), Some(0.0)));
        assert_eq!((found.places.len(), found.places[0].is_same_kind), (1, false));
    }

    #[test]
    fn the_mark_of_the_same_name_is_the_nearest() {
        let words = Words::read("One red boat.");
        let sayso = [marks("One [[red boat]].", UNNAMED), marks("One red [[boat]].", LABEL)].concat();
        let found = compare(&words, &marks("One [[red boat]].", LABEL), &sayso, &[]);
        assert!(found.places[0].is_same_kind);
    }

    #[test]
    fn the_others_places_are_counted_on_their_side() {
        let words = Words::read("One red boat met two blue ships near three green rafts.");
        let sayso = marks("One [[red boat]] met [[two]] blue [[ships]] near three green rafts.", UNNAMED);
        let counts = |mine: &str| {
            let score = compare(&words, &marks(mine, UNNAMED), &sayso, &[]).with_sayso;
            (score.theirs, score.met, score.alone)
        };
        assert_eq!(counts("One [[red]] [[boat]] met two blue ships near three green rafts."), (3, 1, 0));
        assert_eq!(counts("One [[red boat met two blue ships]] near three [[green]] rafts."), (3, 3, 1));
        let mine = marks("One [[red boat met two]] blue ships near three green rafts.", UNNAMED);
        assert_eq!(compare(&words, &mine, &sayso, &sayso).places[0].meets, sayso[..2]);
    }

    #[test]
    fn nothing_marked_anywhere() {
        assert_eq!(compare(&Words::read("One red boat."), &[], &[], &[]), Comparison::default());
    }
}
