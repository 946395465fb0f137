//! Where something stands in a text, and what a text, or a place of it, is known again by.

use super::Span;
use super::scan::first_of;

/// Where `part` stands in a short text: of one no longer than a line the standard search has more to
/// make ready than to look at.
pub fn places(text: &str, part: &str) -> impl Iterator<Item = usize> {
    // A space stands everywhere.
    let rare = part.bytes().position(|it| it != b' ').unwrap_or(0);
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let mut at = rare;
    let may_stand = std::iter::from_fn(move || {
        at += first_of(text.get(at..)?, part[rare])? + 1;
        Some(at - 1 - rare)
    });
    may_stand.filter(move |&at| text[at..].starts_with(part))
}

/// Returns the first of the [`places`] of `part`.
pub fn find(text: &str, part: &str) -> Option<usize> {
    places(text, part).next()
}

/// Returns what stands before and behind the first of the [`places`] of `part`.
pub fn cut<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    find(text, part).map(|at| (&text[..at], &text[at + part.len()..]))
}

/// Returns what `byte`, which is of ASCII, divides: of short parts, quicker than the standard search.
pub fn parts(text: &str, byte: u8) -> impl Iterator<Item = &str> {
    let mut left = Some(text);
    std::iter::from_fn(move || {
        let text = left?;
        let end = first_of(text.as_bytes(), byte);
        left = end.map(|it| &text[it + 1..]);
        Some(&text[..end.unwrap_or(text.len())])
    })
}

/// FNV-1a: the same number for the same bytes, on every machine and in every version.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    fold(bytes.iter().map(|&it| u32::from(it)))
}

/// As [`fingerprint`], of bytes or characters that come one by one.
pub fn fold(units: impl Iterator<Item = u32>) -> u64 {
    units.fold(0xcbf2_9ce4_8422_2325, |hash, it| (hash ^ u64::from(it)).wrapping_mul(0x100_0000_01b3))
}

/// Returns as many characters as there are on either side of a place, up to `most`.
pub fn around(text: &str, span: Span, most: usize) -> (&str, &str) {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let from = before.char_indices().rev().take(most).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(most).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}

#[cfg(test)]
mod tests {
    use super::{cut, places};

    #[test]
    fn every_place_is_found() {
        for (text, part) in [("a - b - c", " - "), ("aaa", "aa"), ("—é—", "—"), ("", "é"), ("ab", "abc"), ("  ", " ")]
        {
            let expected: Vec<_> =
                text.char_indices().map(|it| it.0).filter(|&at| text[at..].starts_with(part)).collect();
            assert_eq!(places(text, part).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(cut("Ann Lee at the pier at noon", " at "), Some(("Ann Lee", "the pier at noon")));
    }
}
