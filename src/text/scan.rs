//! Many bytes at a time, for what is looked for in every byte of a text and seldom there.

/// A one in each byte.
const ONES: u64 = u64::MAX / 0xff;
const HIGH_BITS: u64 = ONES << 7;

/// Returns where the first byte stands that is a line break, or may be the last of one.
pub(super) fn first_break(bytes: &[u8]) -> Option<usize> {
    let (chunks, _) = bytes.as_chunks::<16>();
    let from = chunks.iter().take_while(|it| !holds_break(it)).count() * 16;
    let is_break = |it: &u8| matches!(it, b'\n' | b'\r' | 0xa8 | 0xa9);
    bytes[from..].iter().position(is_break).map(|at| from + at)
}

/// Returns where `byte` first stands.
pub fn first_of(bytes: &[u8], byte: u8) -> Option<usize> {
    let (chunks, _) = bytes.as_chunks::<16>();
    let holds = |it: &[u8; 16]| it.iter().fold(0, |any, &it| any | u8::from(it == byte)) != 0;
    let from = chunks.iter().take_while(|it| !holds(it)).count() * 16;
    bytes[from..].iter().position(|&it| it == byte).map(|at| from + at)
}

/// Without branches and in whole bytes, as the compiler needs it to look at all of them at once.
fn holds_break(chunk: &[u8; 16]) -> bool {
    let is = |byte: u8, it: u8| u8::from(it == byte);
    chunk.iter().fold(0, |any, &it| any | is(b'\n', it) | is(b'\r', it) | is(0xa8, it & !1)) != 0
}

/// Returns where the letters and digits of ASCII end that begin at `at`.
pub(super) fn end_of_letters(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..at + 8).and_then(<[u8]>::first_chunk::<8>) {
        let others = !letters(u64::from_le_bytes(*eight)) & HIGH_BITS;
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
        at += 1;
    }
    at
}

/// The high bit of each of eight bytes that is a letter or a digit of ASCII.
fn letters(eight: u64) -> u64 {
    let low = eight & !HIGH_BITS;
    (within(low | (ONES * 0x20), b'a', b'z') | within(low, b'0', b'9')) & !eight & HIGH_BITS
}

/// Eight bytes with small letters for the capitals of ASCII.
pub const fn lower_eight(eight: u64) -> u64 {
    let capitals = within(eight & !HIGH_BITS, b'A', b'Z') & !eight & HIGH_BITS;
    // What a capital lacks is two bits below the high one.
    eight | capitals >> 2
}

/// Sets the high bit of each of eight bytes of ASCII that lies from `least` to `most`; the bits below are of no use.
const fn within(eight: u64, least: u8, most: u8) -> u64 {
    // No sum carries into the next byte.
    let reaches = eight + ONES * (0x80 - least) as u64;
    let passes = eight + ONES * (0x7f - most) as u64;
    reaches & !passes
}

/// Whether none of eight bytes is beyond ASCII.
pub const fn is_plain(eight: u64) -> bool {
    eight & HIGH_BITS == 0
}

/// Whether `byte` is one of eight bytes.
pub const fn has(eight: u64, byte: u8) -> bool {
    zeros(eight ^ (ONES * byte as u64)) != 0
}

/// Sets the high bit of each of eight bytes that is 0, and perhaps of some behind the first.
pub(super) const fn zeros(eight: u64) -> u64 {
    eight.wrapping_sub(ONES) & !eight & HIGH_BITS
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
        let (chunks, _) = self.bytes.get(self.at..)?.as_chunks();
        self.at += chunks.iter().take_while(|it| is_plain(u64::from_le_bytes(**it))).count() * 8;
        let begins = self.at + self.bytes[self.at..].iter().position(|it| *it >= 0xc0)?;
        // What continues a character would be in the way of looking at eight bytes at a time.
        self.at = begins + 2;
        self.at += self.bytes[self.at..].iter().take_while(|it| (0x80..0xc0).contains(*it)).count();
        Some(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_end_where_each_byte_says() {
        for byte in 0..=u8::MAX {
            let bytes = [b'a', b'Z', b'0', byte, b'9', b'z', b'A', b'm', byte, b'x'];
            for from in 0..bytes.len() {
                let end = bytes[from..].iter().position(|it| !it.is_ascii_alphanumeric());
                assert_eq!(end_of_letters(&bytes, from), end.map_or(bytes.len(), |end| from + end), "{byte:x}");
            }
            let eight = u64::from_le_bytes([byte; 8]);
            assert_eq!(lower_eight(eight), u64::from_le_bytes([byte.to_ascii_lowercase(); 8]));
        }
    }

    #[test]
    fn agrees_with_looking_at_every_byte() {
        let text = "The ferry — “Anna” — of Café Vélia\nwas late again.\r\nNobody knew why…";
        for from in (0..text.len()).filter(|&it| text.is_char_boundary(it)) {
            let rest = &text[from..];
            let first = rest.bytes().position(|it| matches!(it, b'\n' | b'\r' | 0xa8 | 0xa9));
            assert_eq!(first_break(rest.as_bytes()), first);
            let beyond: Vec<_> = rest.char_indices().filter(|it| !it.1.is_ascii()).map(|it| it.0).collect();
            assert_eq!(beyond_ascii(rest).collect::<Vec<_>>(), beyond);
        }
    }
}
