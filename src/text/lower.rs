//! Small letters for capitals, by ranges.
//!
//! The tables of the standard library hold every script that ever had capitals, and weigh 8 kB
//! in what a reader downloads. These are the scripts of the names in the news. One letter
//! becomes one letter: no final sigma, and *İ* becomes *i*.

use super::scan::zeros;

/// Returns `text` in small letters.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { text.chars().map(lower_char).collect() }
}

/// Whether `word` is one of `words`, which a space divides, whatever its capitals.
///
/// A list is one text, as a table of where its words stand would weigh as much as they.
pub fn is_one_of(word: &[u8], words: &str) -> bool {
    let (list, len) = (words.as_bytes(), word.len());
    let Some(first) = word.first() else { return false };
    let is_at = |at: usize| list[at..at + len].eq_ignore_ascii_case(word) && !word.contains(&b' ');
    // Eight places at a time at which the word could begin, but for the first and the last of the list.
    let Some(last) = list.len().checked_sub(len + 8).filter(|it| *it > 0) else {
        return len <= list.len() && list.split(|it| *it == b' ').any(|it| it.eq_ignore_ascii_case(word));
    };
    if list[len] == b' ' && is_at(0) || list[last + 7] == b' ' && is_at(last + 8) {
        return true;
    }
    let mut at = 1;
    loop {
        let mut begins = begin(&list[at - 1..at + len + 8], *first);
        while begins != 0 {
            let place = at + begins.trailing_zeros() as usize / 8;
            if list[place - 1] == b' ' && list[place + len] == b' ' && is_at(place) {
                return true;
            }
            begins &= begins - 1;
        }
        if at == last {
            return false;
        }
        at = (at + 8).min(last);
    }
}

/// Where a word may stand that begins with `first`, at the second byte of `list` or one of the seven behind: between
/// two spaces. The last eight bytes are those that may follow it.
fn begin(list: &[u8], first: u8) -> u64 {
    let eight = |from: usize| list[from..].first_chunk().map_or(0, |it| u64::from_le_bytes(*it));
    let differs = |eight, byte| eight ^ u64::from_le_bytes([byte; 8]);
    let [before, behind] = [0, list.len() - 8].map(|from| differs(eight(from), b' '));
    zeros(before | behind | differs(eight(1) | u64::from_le_bytes([0x20; 8]), first | 0x20))
}

/// Whether `word` begins with one of these beginnings, which a space divides.
pub fn begins_with_one(word: &str, beginnings: &str) -> bool {
    beginnings.as_bytes().split(|&it| it == b' ').any(|it| word.as_bytes().starts_with(it))
}

/// Whether `word` ends in one of these endings, which a space divides.
pub fn ends_with_one(word: &str, endings: &str) -> bool {
    endings.as_bytes().split(|&it| it == b' ').any(|it| word.as_bytes().ends_with(it))
}

/// Returns the small letter of a Latin, Greek, Cyrillic or Armenian capital; else `char`.
pub fn lower_char(char: char) -> char {
    let code = char as u32;
    let small = match code {
        ..0x80 => return char.to_ascii_lowercase(),
        0xC0..=0xD6 | 0xD8..=0xDE => code + 32,
        0x130 => return 'i',
        0x178 => 0xFF,
        // In pairs, the capital first: at even places, or at odd ones.
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => code | 1,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => code | 1,
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code + (code & 1),
        0x386 => 0x3AC,
        0x388..=0x38A => code + 37,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 63,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 32,
        0x400..=0x40F => code + 80,
        0x531..=0x556 => code + 48,
        0xFF21..=0xFF3A => code + 32,
        _ => return char,
    };
    char::from_u32(small).unwrap_or(char)
}

#[cfg(test)]
mod tests {
    use super::{is_one_of, lower, lower_char};

    /// What the standard library calls the same letter in small.
    fn theirs(char: char) -> char {
        char.to_lowercase().next().unwrap_or(char)
    }

    #[test]
    fn the_scripts_of_names_are_as_in_the_standard_library() {
        let blocks = [0..=0x17F, 0x1CD..=0x1DC, 0x1DE..=0x1EF, 0x1F8..=0x21F, 0x222..=0x233, 0x386..=0x3CE];
        let more = [0x400..=0x52F, 0x531..=0x587, 0x1E00..=0x1E95, 0x1EA0..=0x1EFF, 0xFF21..=0xFF5A];
        for code in blocks.into_iter().chain(more).flatten() {
            if let Some(char) = char::from_u32(code) {
                // *Ӏ* is a capital alone in its place.
                let expected = if code == 0x4C0 { char } else { theirs(char) };
                assert_eq!(lower_char(char), expected, "{char} {code:x}");
            }
        }
    }

    #[test]
    fn no_letter_becomes_another_than_its_own() {
        for char in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let ours = lower_char(char);
            assert!(ours == char || ours == theirs(char), "{char} became {ours}");
        }
    }

    #[test]
    fn a_word_is_found_wherever_it_stands_in_a_list() {
        let list = "a an apple apples able to be bee been , “ it's ice iced of";
        for word in list.split(' ') {
            assert!(is_one_of(word.as_bytes(), list) && is_one_of(word.to_uppercase().as_bytes(), list), "{word}");
        }
        for word in ["", " ", "app", "pple", "b", "ee", "be bee", "o", "offer", "'s", "ice iced off"] {
            assert!(!is_one_of(word.as_bytes(), list), "{word}");
        }
        assert!(is_one_of(b"of", "of") && !is_one_of(b"of", ""));
    }

    #[test]
    fn texts() {
        for (text, expected) in [
            ("", ""),
            ("AL-Sadr’s MEN", "al-sadr’s men"),
            ("ÉLYSÉE", "élysée"),
            ("Łódź, ČESKÝ, İzmir", "łódź, český, izmir"),
            ("ΑΘΗΝΑ МОСКВА", "αθηνα москва"),
            ("العراق", "العراق"),
        ] {
            assert_eq!(lower(text), expected);
        }
    }
}
