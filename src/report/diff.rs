//! Which words of a changed sentence changed.

use crate::text::Span;

/// A stretch of one sentence in place of a stretch of another; one of them may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edit {
    pub a: Option<Span>,
    pub b: Option<Span>,
}

/// A sentence as keys of its words, and where these stand.
type Words<'s> = (&'s [u64], &'s [Span]);

/// Cells of the table that one pair of sentences may cost; larger ones count as replaced whole.
const MAX_CELLS: usize = 40_000;

/// Returns the edits that make `b` of `a`, in order, and how many words stay.
pub(super) fn diff(a: Words<'_>, b: Words<'_>) -> (Vec<Edit>, usize) {
    let start = a.0.iter().zip(b.0).take_while(|(x, y)| x == y).count();
    let end = a.0[start..].iter().rev().zip(b.0[start..].iter().rev()).take_while(|(x, y)| x == y).count();
    let (middle_a, middle_b) = (start..a.0.len() - end, start..b.0.len() - end);
    let kept = common(&a.0[middle_a.clone()], &b.0[middle_b.clone()]);
    let mut edits = Vec::new();
    let (mut at_a, mut at_b) = (middle_a.start, middle_b.start);
    let ends = std::iter::once((middle_a.len(), middle_b.len()));
    for (next_a, next_b) in kept.iter().copied().chain(ends) {
        let (next_a, next_b) = (middle_a.start + next_a, middle_b.start + next_b);
        let stretch = |spans: &[Span], from: usize, to: usize| (from < to).then(|| spans[from].to(spans[to - 1]));
        let edit = Edit { a: stretch(a.1, at_a, next_a), b: stretch(b.1, at_b, next_b) };
        if edit.a.is_some() || edit.b.is_some() {
            edits.push(edit);
        }
        (at_a, at_b) = (next_a + 1, next_b + 1);
    }
    (edits, start + end + kept.len())
}

/// The longest common subsequence, as pairs of indices.
fn common(a: &[u64], b: &[u64]) -> Vec<(usize, usize)> {
    if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MAX_CELLS {
        return Vec::new();
    }
    let width = b.len() + 1;
    // lengths[i * width + j]: of the longest common to a[i..] and b[j..].
    let mut lengths = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            lengths[i * width + j] = if a[i] == b[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edits(a: &str, b: &str) -> Vec<String> {
        let read = |text: &str| -> (Vec<u64>, Vec<Span>) {
            let words = text
                .split(' ')
                .map(|it| (crate::ling::key(it), it.as_ptr() as usize - text.as_ptr() as usize, it.len()));
            words.map(|(key, at, len)| (key, Span::new(at, at + len))).unzip()
        };
        let ((keys_a, spans_a), (keys_b, spans_b)) = (read(a), read(b));
        let (edits, _) = diff((&keys_a, &spans_a), (&keys_b, &spans_b));
        let words = |text: &str, span: Option<Span>| span.map_or(String::new(), |it| text[it.range()].to_owned());
        edits.iter().map(|it| format!("{}>{}", words(a, it.a), words(b, it.b))).collect()
    }

    #[test]
    fn words_in_and_out() {
        assert_eq!(edits("at least seven people died", "seven people died here"), ["at least>", ">here"]);
        assert_eq!(edits("the cleric spoke", "the firebrand spoke"), ["cleric>firebrand"]);
        assert_eq!(edits("one", "one"), Vec::<String>::new());
        assert_eq!(edits("a b c", "c b a"), ["a b>", ">b a"]);
    }

    #[test]
    fn too_long_is_replaced_whole() {
        let long = |word: &str| vec![word; 300].join(" ");
        assert_eq!(edits(&long("a"), &long("b")).len(), 1);
    }
}
