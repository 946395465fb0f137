//! Which word of one headline stands for which of the other.

use crate::ling::article::Change;
use crate::text::Span;

use super::AlignedWord;
use super::unit::Unit;

/// Indices of a word of the shown headline and of its counterpart in the original one.
pub(super) type Pair = (usize, usize);

/// The most cells of the table: 8 MB of memory.
const MAX_CELLS: usize = 4_000_000;

/// Returns the pairs of the best alignment, in order. Words match that are
/// the same, forms of one word, or the same number; those with meaning count more.
pub(super) fn align(shown: &[Unit], original: &[Unit]) -> Vec<Pair> {
    let same = |a: &Unit, b: &Unit| a.key == b.key;
    let head = shown.iter().zip(original).take_while(|(a, b)| same(a, b)).count();
    let tail = shown[head..].iter().rev().zip(original[head..].iter().rev()).take_while(|(a, b)| same(a, b)).count();
    let (middle, other) = (&shown[head..shown.len() - tail], &original[head..original.len() - tail]);
    let mut pairs: Vec<Pair> = (0..head).map(|at| (at, at)).collect();
    if middle.len().saturating_mul(other.len()) <= MAX_CELLS {
        pairs.extend(best(middle, other).into_iter().map(|(a, b)| (head + a, head + b)));
    }
    pairs.extend((0..tail).rev().map(|back| (shown.len() - 1 - back, original.len() - 1 - back)));
    without_strays(shown, pairs)
}

fn best(shown: &[Unit], original: &[Unit]) -> Vec<Pair> {
    let width = original.len() + 1;
    let mut table = vec![0_u16; (shown.len() + 1) * width];
    for a in (0..shown.len()).rev() {
        for b in (0..original.len()).rev() {
            let skip = table[(a + 1) * width + b].max(table[a * width + b + 1]);
            let weight = weight(&shown[a], &original[b]);
            let take = if weight == 0 { 0 } else { weight.saturating_add(table[(a + 1) * width + b + 1]) };
            table[a * width + b] = skip.max(take);
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < shown.len() && b < original.len() {
        let here = table[a * width + b];
        let weight = weight(&shown[a], &original[b]);
        if weight > 0 && here == weight.saturating_add(table[(a + 1) * width + b + 1]) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if here == table[(a + 1) * width + b] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}

fn weight(a: &Unit, b: &Unit) -> u16 {
    if a.number.is_some() && a.number == b.number {
        4
    } else if a.key == b.key {
        if is_empty_word(a) { 1 } else { 4 }
    } else if a.stem == b.stem && !is_empty_word(a) {
        3
    } else {
        0
    }
}

/// Whether the word means little by itself.
pub(super) fn is_empty_word(it: &Unit) -> bool {
    it.span.len() <= 3 && !it.capital && it.number.is_none()
}

/// Leaves out little words that match between two differences: they would tear those apart.
fn without_strays(shown: &[Unit], pairs: Vec<Pair>) -> Vec<Pair> {
    let touches =
        |(a, b): Pair, other: Option<&Pair>| other.is_some_and(|&(c, d)| a.abs_diff(c) == 1 && b.abs_diff(d) == 1);
    (0..pairs.len())
        .filter(|&at| {
            let before = at.checked_sub(1).and_then(|it| pairs.get(it));
            !is_empty_word(&shown[pairs[at].0]) || touches(pairs[at], before) || touches(pairs[at], pairs.get(at + 1))
        })
        .map(|at| pairs[at])
        .collect()
}

/// Every word of both headlines in reading order, each with the change it is part of.
pub(super) fn in_order(shown: &[Unit], original: &[Unit], pairs: &[Pair], changes: &[Change]) -> Vec<AlignedWord> {
    let kind = |a: Option<Span>, b: Option<Span>| {
        let holds =
            |outer: Option<Span>, inner: Option<Span>| outer.zip(inner).is_some_and(|(outer, it)| outer.contains(it));
        changes.iter().find(|it| holds(it.to, a) || holds(it.from, b)).map(|it| it.kind)
    };
    let word = |a: Option<usize>, b: Option<usize>| {
        let (a, b) = (a.map(|it| shown[it].span), b.map(|it| original[it].span));
        AlignedWord { shown: a, original: b, kind: kind(a, b) }
    };
    let mut words = Vec::new();
    let (mut a, mut b) = (0, 0);
    for &(next_a, next_b) in pairs.iter().chain([&(shown.len(), original.len())]) {
        words.extend((a..next_a).map(|it| word(Some(it), None)));
        words.extend((b..next_b).map(|it| word(None, Some(it))));
        if next_a < shown.len() && next_b < original.len() {
            words.push(word(Some(next_a), Some(next_b)));
        }
        (a, b) = (next_a + 1, next_b + 1);
    }
    words
}
