//! Eight bytes at a time, for what is looked for in every byte of a text and seldom there.

/// A one in each byte.
const ONES: u64 = u64::MAX / 0xff;
const HIGH_BITS: u64 = ONES << 7;

/// Returns where the first byte stands that a line break may begin with.
pub(super) fn first_break(bytes: &[u8]) -> Option<usize> {
    let is_break = |it: &u8| matches!(it, b'\n' | b'\r' | 0xe2);
    let (eights, _) = bytes.as_chunks::<8>();
    let plain = eights.iter().take_while(|it| {
        let eight = u64::from_le_bytes(**it);
        !holds(eight, b'\n') && !holds(eight, b'\r') && !holds(eight, 0xe2)
    });
    let from = plain.count() * 8;
    bytes[from..].iter().position(is_break).map(|at| from + at)
}

/// Whether one of eight bytes is `byte`.
fn holds(eight: u64, byte: u8) -> bool {
    let zero = eight ^ (ONES * u64::from(byte));
    zero.wrapping_sub(ONES) & !zero & HIGH_BITS != 0
}

/// Returns where the characters beyond ASCII begin.
pub fn beyond_ascii(text: &str) -> BeyondAscii<'_> {
    BeyondAscii { bytes: text.as_bytes(), at: 0 }
}

pub struct BeyondAscii<'t> {
    bytes: &'t [u8],
    at: usize,
}

impl Iterator for BeyondAscii<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while let Some(&byte) = self.bytes.get(self.at) {
            if byte >= 0xc0 {
                self.at += 1;
                return Some(self.at - 1);
            }
            let eight = self.bytes[self.at..].first_chunk::<8>();
            let is_plain = eight.is_some_and(|it| u64::from_le_bytes(*it) & HIGH_BITS == 0);
            self.at += if is_plain { 8 } else { 1 };
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_looking_at_every_byte() {
        let text = "The ferry — “Anna” — of Café Vélia\nwas late again.\r\nNobody knew why…";
        for from in (0..text.len()).filter(|&it| text.is_char_boundary(it)) {
            let rest = &text[from..];
            let first = rest.bytes().position(|it| matches!(it, b'\n' | b'\r' | 0xe2));
            assert_eq!(first_break(rest.as_bytes()), first);
            let beyond: Vec<_> = rest.char_indices().filter(|it| !it.1.is_ascii()).map(|it| it.0).collect();
            assert_eq!(beyond_ascii(rest).collect::<Vec<_>>(), beyond);
        }
    }
}
