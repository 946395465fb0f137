//! What a text, or a place of it, is known again by.

use super::Span;

/// FNV-1a: the same number for the same bytes, on every machine and in every version.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// Returns as many characters as there are on either side of a place, up to `most`.
pub fn around(text: &str, span: Span, most: usize) -> (&str, &str) {
    let (before, after) = (&text[..span.start()], &text[span.end()..]);
    let from = before.char_indices().rev().take(most).last().map_or(before.len(), |(at, _)| at);
    let to = after.char_indices().nth(most).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}
