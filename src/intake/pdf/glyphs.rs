//! Letters by the names that fonts give them, in the old table of the Mac, and by their width.

use super::super::bytes;

/// What Mac OS Roman has from 0x80 on.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The old Windows table; a code that it leaves open draws a bullet.
pub(super) fn windows(code: u8) -> char {
    let letter = bytes::windows(code);
    if letter.is_control() && code > 0x20 { '•' } else { letter }
}

pub(super) fn mac(code: u8) -> char {
    match code.checked_sub(0x80) {
        None => char::from(code),
        Some(at) => MAC.chars().nth(at.into()).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

/// Names that are not the letter itself (Adobe Glyph List).
const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", '\u{A0}'),
    ("exclam", '!'),
    ("quotedbl", '"'),
    ("numbersign", '#'),
    ("dollar", '$'),
    ("percent", '%'),
    ("ampersand", '&'),
    ("quotesingle", '\''),
    ("parenleft", '('),
    ("parenright", ')'),
    ("asterisk", '*'),
    ("plus", '+'),
    ("comma", ','),
    ("hyphen", '-'),
    ("sfthyphen", '\u{AD}'),
    ("minus", '−'),
    ("period", '.'),
    ("slash", '/'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("colon", ':'),
    ("semicolon", ';'),
    ("less", '<'),
    ("equal", '='),
    ("greater", '>'),
    ("question", '?'),
    ("at", '@'),
    ("bracketleft", '['),
    ("backslash", '\\'),
    ("bracketright", ']'),
    ("underscore", '_'),
    ("grave", '`'),
    ("braceleft", '{'),
    ("bar", '|'),
    ("braceright", '}'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotesinglbase", '‚'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotedblbase", '„'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("guilsinglleft", '‹'),
    ("guilsinglright", '›'),
    ("endash", '–'),
    ("emdash", '—'),
    ("bullet", '•'),
    ("ellipsis", '…'),
    ("dagger", '†'),
    ("section", '§'),
    ("degree", '°'),
    ("Euro", '€'),
    ("sterling", '£'),
    ("cent", '¢'),
    ("copyright", '©'),
    ("registered", '®'),
    ("trademark", '™'),
    ("germandbls", 'ß'),
    ("ae", 'æ'),
    ("AE", 'Æ'),
    ("oe", 'œ'),
    ("OE", 'Œ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("lslash", 'ł'),
    ("Lslash", 'Ł'),
    ("dotlessi", 'ı'),
    ("eth", 'ð'),
    ("thorn", 'þ'),
    ("ff", 'ﬀ'),
    ("fi", 'ﬁ'),
    ("fl", 'ﬂ'),
    ("ffi", 'ﬃ'),
    ("ffl", 'ﬄ'),
];

/// Accents by name; behind each, the letters without it and the letters with it.
const ACCENTS: &[(&str, &str, &str)] = &[
    ("grave", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("acute", "AEIOUYaeiouyCLNRSZclnrsz", "ÁÉÍÓÚÝáéíóúýĆĹŃŔŚŹćĺńŕśź"),
    ("circumflex", "AEIOUaeiou", "ÂÊÎÔÛâêîôû"),
    ("tilde", "ANOano", "ÃÑÕãñõ"),
    ("dieresis", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ("ring", "AUau", "ÅŮåů"),
    ("cedilla", "CSTcst", "ÇŞŢçşţ"),
    ("caron", "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
    ("ogonek", "AEae", "ĄĘąę"),
    ("macron", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ("breve", "AGag", "ĂĞăğ"),
    ("dotaccent", "IZz", "İŻż"),
];

/// Returns the letter of this name; `None` where the name tells nothing.
pub(super) fn letter(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    // Behind a dot stands what kind of the letter it is.
    let name = name.split('.').next().filter(|it| !it.is_empty())?;
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let listed = NAMES.iter().find(|it| it.0 == name).map(|it| it.1);
    listed.or_else(|| with_accent(name)).or_else(|| by_number(name))
}

fn with_accent(name: &str) -> Option<char> {
    let (base, accent) = name.split_at_checked(1)?;
    let (_, without, with) = ACCENTS.iter().find(|it| it.0 == accent)?;
    let at = without.chars().position(|it| base.starts_with(it))?;
    with.chars().nth(at)
}

/// `uni00E9` and `u1F600`.
fn by_number(name: &str) -> Option<char> {
    let digits = match name.strip_prefix("uni") {
        // A ligature has several; the first alone would be wrong.
        Some(digits) => Some(digits).filter(|it| it.len() == 4),
        None => name.strip_prefix('u').filter(|it| (4..=6).contains(&it.len())),
    };
    let code = u32::from_str_radix(digits?, 16).ok()?;
    char::from_u32(code).filter(|it| !it.is_control())
}

/// About how wide a letter is where a font does not say, in parts of its size.
pub(super) fn width(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' | '|' => 0.22,
        ' ' | '.' | ',' | ':' | ';' | '!' | 'I' | 'f' | 't' | '/' | '[' | ']' => 0.28,
        'r' | '-' | '(' | ')' | '“' | '”' => 0.33,
        'm' | 'M' | '%' | '—' | '…' | '@' => 0.85,
        'w' | 'A'..='H' | 'K' | 'L' | 'N'..='Z' => 0.7,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        _ => 0.556,
    }
}
