//! Whether a woman or a man is spoken of, as far as the words tell.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::lexicon::Class;
use super::super::{KeyIndex, Word};
use super::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

const GENDERS: [(Gender, &str); 2] = [
    (
        Gender::She,
        "she mrs ms miss queen princess lady dame baroness mother mum mom sister daughter wife aunt niece grandmother \
         widow stepmother granddaughter girl girlfriend actress landlady",
    ),
    (
        Gender::He,
        "he mr sir king prince lord father dad brother son husband uncle nephew grandfather widower stepfather grandson \
         boy boyfriend landlord",
    ),
];

static GENDER_KEYS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&GENDERS));

/// Of a title, a noun or a pronoun: *Mrs*, *spokesman*, *he*.
pub(super) fn of_word(text: Text<'_>, at: usize) -> Option<Gender> {
    let known = &text.words[at];
    // *spokesman*; not *Newman*
    let word = if known.is_capital() { "" } else { text.str(at) };
    match (GENDER_KEYS.get(known.key).filter(|_| !known.possessive), word.as_bytes()) {
        (Some(row), _) => Some(GENDERS[row].0),
        (_, [.., b'w', b'o', b'm', b'a', b'n']) => Some(Gender::She),
        (_, [.., b'm', b'a', b'n']) => Some(Gender::He),
        _ => None,
    }
}

/// Whether a word is of a woman, by itself or as part of a name: *Ann Lee*, not *Lee*.
pub(in super::super) fn is_woman(text: Text<'_>, at: usize) -> Option<bool> {
    let is_capital = |it: usize| text.words.get(it).is_some_and(Word::is_capital);
    let by_name = |it: usize| text.words[it].is_of_woman().filter(|_| is_capital(it + 1));
    let told = of_word(text, at).map(|it| it == Gender::She);
    told.or_else(|| at.checked_sub(1).and_then(by_name)).or_else(|| by_name(at))
}

/// Of a name, by the title before it, the first name or the noun before it.
pub(super) fn of_name(text: Text<'_>, name: &Range<usize>) -> Option<Gender> {
    // *Mr. Lee*
    let is_title_before = |at: usize| at > 0 && text.str(at) == "." && text.words[at - 1].is(Class::Title);
    let before = name.start.checked_sub(1).map(|at| if is_title_before(at) { at - 1 } else { at });
    let told = before.and_then(|at| of_word(text, at));
    let is_title = before.is_some_and(|at| text.words[at].is_capital());
    let by_name = text.words[name.start].is_of_woman().filter(|_| name.len() > 1 && !(is_title && told.is_some()));
    by_name.map(|is_woman| if is_woman { Gender::She } else { Gender::He }).or(told)
}
