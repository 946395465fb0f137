//! Bytes into letters: UTF-8, UTF-16 with its mark, or the old Windows table.

/// What Windows-1252 has between 0x80 and 0x9F (WHATWG Encoding Standard).
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// Returns `None` for bytes that are no text.
pub(super) fn decode(bytes: Vec<u8>) -> Option<String> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Some(utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(utf16(rest, u16::from_be_bytes));
    }
    // In a text of letters there is no byte 0; a stray one does not make it a program.
    if bytes.iter().filter(|it| **it == 0).count() > bytes.len() / 1_000 {
        return None;
    }
    // A long text is not copied.
    let mut text = String::from_utf8(bytes).unwrap_or_else(|it| mended(it.as_bytes()));
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    Some(text)
}

/// UTF-8 that is damaged here and there, or the old table: in that, letters of several bytes are chance.
fn mended(bytes: &[u8]) -> String {
    let [mut whole, mut broken] = [0; 2];
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if whole >= broken {
        String::from_utf8_lossy(bytes).into_owned()
    } else {
        bytes.iter().map(|&it| windows(it)).collect()
    }
}

/// Returns a letter of the old Windows table.
pub(super) fn windows(byte: u8) -> char {
    if (0x80..0xA0).contains(&byte) { WINDOWS[usize::from(byte) - 0x80] } else { char::from(byte) }
}

fn utf16(bytes: &[u8], join: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|it| join([it[0], it[1]]));
    char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
