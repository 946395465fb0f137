//! Characters that do not show, or pass for others.

use crate::ling::{Annotated, BlockKind};
use crate::text::{Span, beyond_ascii};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("hidden-characters"),
    name: "Hidden characters",
    family: Family::Provenance,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A word holds characters that do not show, or letters of another alphabet that look the same.",
        why: "They hide a text from searches and from checks for copies.",
        but: "Some slip in when text is copied from a page or a PDF.",
        question: "Does a search for this word, typed by hand, find the same text?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Does the text look like a copy of another, with some portions different?",
        source: "W3C Credible Web signals, 6acabe52",
    }],
    failures: &["Latin letters that pass for other Latin letters, such as l for I, are not seen."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The [[may\u{200b}or]] said no."),
    Example("The [[m\u{430}yor]] said no."),
    Example("The [[\u{202e}mayor\u{202c}]] said no."),
    Example("The mayor waved 👩\u{200d}👧 and said no."),
    Example("The word \u{202b}\u{645}\u{62f}\u{64a}\u{631}\u{202c} means mayor."),
    Example("The mayor said да, and β-blockers are sold at the naïve café."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    if !shared::strange(text).may_hide {
        return;
    }
    let read = |kind: BlockKind| kind != BlockKind::Furniture;
    for block in text.article.blocks.iter().filter(|it| read(it.kind)) {
        let paragraph = &text.document[block.span];
        if !beyond_ascii(paragraph).any(|at| is_strange(paragraph, at)) {
            continue;
        }
        let has_rtl = paragraph.chars().any(is_rtl);
        let mut at = block.span.start();
        for word in paragraph.split_inclusive(is_gap) {
            let bare = word.trim_matches(|it: char| is_gap(it) || !(it.is_alphanumeric() || is_hidden(it)));
            if let Some((kind, note)) = read_word(bare, has_rtl) {
                let start = at + word.find(bare).unwrap_or(0);
                findings.add(Finding::new(Span::new(start, start + bare.len())).kind(kind).note(note));
            }
            at += word.len();
        }
    }
}

/// Whether a character may begin here that does not show or looks like a letter: most paragraphs have
/// curly marks and dashes at most.
pub(super) fn is_strange(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match bytes[at] {
        // U+0340 … U+053F: Greek and Cyrillic.
        0xcd..=0xd4 => true,
        0xe1 => bytes[at + 1] == 0xa0,
        // U+200B … U+200D, U+202A … U+202E, U+2060 … U+2069.
        0xe2 => matches!(bytes[at + 1..], [0x80, 0x8b..=0x8d | 0xaa..=0xae, ..] | [0x81, 0xa0..=0xa9, ..]),
        0xef => bytes[at + 1] == 0xbb,
        _ => false,
    }
}

fn is_gap(it: char) -> bool {
    it.is_whitespace() || matches!(it, '-' | '—' | '–' | '/' | '\'' | '’')
}

fn read_word(word: &str, has_rtl: bool) -> Option<(&'static str, &'static str)> {
    if word.is_ascii() {
        return None;
    }
    if word.chars().any(|it| is_override(it) || !has_rtl && is_direction(it)) {
        return Some(("direction", "Holds a mark that turns the direction of the text."));
    }
    let (mut latin, mut foreign, mut alike) = (0, 0, 0);
    let mut hides = false;
    let mut before = None;
    let mut waiting = false;
    for char in word.chars() {
        if is_zero_width(char) {
            waiting = before.is_some_and(is_european);
            continue;
        }
        hides |= waiting && is_european(char);
        waiting = false;
        before = Some(char);
        if char.is_ascii_alphabetic() {
            latin += 1;
        } else if is_look_alike(char) {
            alike += 1;
        } else if matches!(char, '\u{370}'..='\u{52f}') {
            foreign += 1;
        }
    }
    if hides {
        Some(("zero-width", "Holds a character of no width between its letters."))
    } else if alike > 0 && latin > 0 && foreign == 0 && latin + alike >= 3 {
        Some(("look-alike", "Mixes Latin letters with others that look the same."))
    } else {
        None
    }
}

fn is_hidden(it: char) -> bool {
    is_zero_width(it) || is_direction(it)
}

/// No width, and no use between the letters of a European word.
fn is_zero_width(it: char) -> bool {
    matches!(it, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{180e}')
}

fn is_direction(it: char) -> bool {
    matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Turns even letters that have a direction of their own: of no use in any language.
fn is_override(it: char) -> bool {
    matches!(it, '\u{202d}' | '\u{202e}')
}

fn is_rtl(it: char) -> bool {
    matches!(it, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// Latin, Greek or Cyrillic: scripts that join no letters.
fn is_european(it: char) -> bool {
    it.is_alphabetic() && it < '\u{530}'
}

/// Cyrillic and Greek letters that look like Latin ones.
fn is_look_alike(it: char) -> bool {
    "аеорсухіѕјԁһԛԝАВЕКМНОРСТХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρ".contains(it)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn soft_hyphens_are_for_line_ends() {
        check(&TRAIT, "The may\u{ad}or said no.");
    }

    #[test]
    fn cyrillic_words_are_words() {
        check(&TRAIT, "The paper Правда said no.");
    }

    #[test]
    fn zero_width_at_the_end_of_a_word() {
        check(&TRAIT, "The mayor\u{200b} said no.");
    }

    #[test]
    fn persian_joiners() {
        check(&TRAIT, "The word می\u{200c}خواهم is Persian.");
    }

    #[test]
    fn an_override_beside_hebrew() {
        check(&TRAIT, "The file [[\u{202e}fdp\u{202c}]] is named שלום.");
        check(&TRAIT, "The file \u{202b}שלום\u{202c} is a letter.");
    }

    #[test]
    fn greek_units() {
        check(&TRAIT, "It weighs 5 μg and 3 kΩ.");
    }
}
