//! Word lists: which classes a word may belong to.
//!
//! A list is a text file in `data/`: a word a line, `#` begins a comment.
//! Verbs stand in their base form, with irregular forms behind a colon
//! (`say: says said saying`); the regular forms are made here.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::word::{Classes, key};

/// What a word may be, by itself. A word may be many things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub enum Class {
    /// A verb of saying that takes a clause or a quotation, in any form.
    SayVerb,
    /// A noun for a person by what they do: *official*, *medic*.
    PersonNoun,
    /// A body that can speak: *ministry*, *embassy*, *police*.
    Institution,
    /// A title before a name: *Dr.*, *President*.
    Title,
    Pronoun,
    Determiner,
    Preposition,
    Auxiliary,
    Weekday,
    Month,
    /// A class of people or a side: *voter*, *protester*.
    CollectiveNoun,
    /// An office one person holds: *president*, *mayor*.
    OfficeNoun,
    /// A relative: *mother*.
    KinNoun,
    /// A paper, a count, a recording: *report*, *poll*.
    DocumentNoun,
    /// A noun of one of the lists above in the plural.
    Plural,
    /// A capital that is no one's name: *Iraqi*, *Republican*.
    Demonym,
    /// *his*, *whose*.
    Possessive,
    /// *two*, *dozens*.
    NumberWord,
    /// *and*, *or*.
    Conjunction,
    /// With a capital, a body or the end of its name: *Google*, *Inc*.
    Body,
    /// A country, a state, a capital city.
    Place,
    /// Known only as a source: *source*, *official*, *aide*.
    SourceNoun,
    /// What sources do who stay unnamed: *spoke*, *asked*.
    AnonymousVerb,
}

const LISTS: &[(Class, &str)] = &[(Class::SayVerb, include_str!("data/say_verbs.txt"))];

/// Nouns in the singular, several a line; irregular plurals of the last behind a colon.
const NOUNS: &[(Class, &str)] = &[
    (Class::PersonNoun, include_str!("data/person_nouns.txt")),
    (Class::CollectiveNoun, include_str!("data/collective_nouns.txt")),
    (Class::OfficeNoun, include_str!("data/office_nouns.txt")),
    (Class::KinNoun, include_str!("data/kin_nouns.txt")),
    (Class::Institution, include_str!("data/institutions.txt")),
    (Class::DocumentNoun, include_str!("data/document_nouns.txt")),
    (Class::Demonym, include_str!("data/demonyms.txt")),
];

/// Words without other forms, several a line.
const PLAIN: &[(Class, &str)] = &[
    (Class::Title, include_str!("data/titles.txt")),
    (Class::Body, include_str!("data/bodies.txt")),
    (Class::Place, include_str!("data/places.txt")),
];

/// *class: word word …*, a class a line.
const FUNCTION_WORDS: &str = include_str!("data/function_words.txt");

/// Keys are hashes already.
#[derive(Default)]
pub(super) struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {
        unreachable!("keys are u64");
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key ^ key >> 32;
    }
}

/// A set of words, apart from the classes.
pub(super) struct WordSet(KeyMap<()>);

impl WordSet {
    /// Words are separated by space.
    pub(super) fn new(words: &str) -> Self {
        Self(words.split_whitespace().map(|word| (key(word), ())).collect())
    }

    pub(super) fn has(&self, key: u64) -> bool {
        self.0.contains_key(&key)
    }
}

pub(super) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Same>>;

static WORDS: LazyLock<KeyMap<Classes>> = LazyLock::new(|| {
    let mut words = KeyMap::<Classes>::default();
    for &(class, list) in LISTS {
        for word in forms(list) {
            words.entry(key(&word)).or_default().add(class);
        }
    }
    let mut add = |word: &str, class| words.entry(key(word)).or_default().add(class);
    for &(class, list) in NOUNS {
        nouns(list, |noun, is_plural| {
            add(noun, class);
            if is_plural {
                add(noun, Class::Plural);
            }
        });
    }
    for &(class, list) in PLAIN {
        entries(list).flat_map(str::split_whitespace).for_each(|word| add(word, class));
    }
    for (class, list) in entries(FUNCTION_WORDS).filter_map(|line| line.split_once(':')) {
        let class = function_class(class);
        list.split_whitespace().for_each(|word| add(word, class));
    }
    words
});

fn function_class(name: &str) -> Class {
    match name {
        "pronoun" => Class::Pronoun,
        "determiner" => Class::Determiner,
        "possessive" => Class::Possessive,
        "preposition" => Class::Preposition,
        "auxiliary" => Class::Auxiliary,
        "number" => Class::NumberWord,
        "conjunction" => Class::Conjunction,
        "source" => Class::SourceNoun,
        "anonymous" => Class::AnonymousVerb,
        "weekday" => Class::Weekday,
        "month" => Class::Month,
        _ => unreachable!("the list of function words names only the classes above"),
    }
}

/// Calls `each` with every noun of a list, singular and plural.
fn nouns(list: &str, mut each: impl FnMut(&str, bool)) {
    for entry in entries(list) {
        let (regular, irregular) = match entry.split_once(':') {
            Some((before, plurals)) => {
                let (regular, singular) = before.rsplit_once(' ').unwrap_or(("", before));
                (regular, Some((singular, plurals)))
            }
            None => (entry, None),
        };
        for singular in regular.split_whitespace() {
            each(singular, false);
            each(&plural_of(singular), true);
        }
        if let Some((singular, plurals)) = irregular {
            each(singular, false);
            plurals.split_whitespace().for_each(|plural| each(plural, true));
        }
    }
}

/// The regular plural.
fn plural_of(noun: &str) -> String {
    let ends = |endings: &[&str]| endings.iter().any(|it| noun.ends_with(it));
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ends(&["s", "x", "ch", "sh", "z"]) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

pub(super) fn classes(key: u64) -> Classes {
    WORDS.get(&key).copied().unwrap_or_default()
}

/// Every form of every entry of a list.
fn forms(list: &str) -> impl Iterator<Item = String> {
    entries(list).flat_map(|entry| match entry.split_once(':') {
        Some((base, others)) => {
            std::iter::once(base.trim()).chain(others.split_whitespace()).map(str::to_owned).collect()
        }
        None => vec![entry.to_owned()],
    })
}

/// The lines of a list, without comments.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines().map(|line| line.split('#').next().unwrap_or_default().trim()).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, classes: &[Class]) {
        let found = super::classes(key(word));
        assert!(classes.iter().all(|&it| found.has(it)), "{word} is {found:?}");
    }

    #[test]
    fn plurals_are_made() {
        check("agencies", &[Class::Institution, Class::Plural]);
        check("attorneys", &[Class::PersonNoun, Class::Plural]);
        check("witnesses", &[Class::PersonNoun, Class::Plural]);
        check("spokesmen", &[Class::PersonNoun, Class::Plural]);
    }

    #[test]
    fn function_words_have_their_class() {
        check("whose", &[Class::Determiner, Class::Possessive]);
        check("Thursday", &[Class::Weekday]);
    }
}
