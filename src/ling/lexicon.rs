//! Word lists: which classes a word may belong to.
//!
//! A list is a text file in `data/`: a word a line, `#` begins a comment.
//! Verbs stand in their base form; `verb.rs` makes the other forms.

use std::sync::LazyLock;

use crate::text::parts;

use super::fact_word::{self, FactWord};
use super::key_index::{KeyIndex, KeyTable};
use super::phrase::pair;
use super::pos::Pos;
use super::verb::{self, Frames};
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

/// Nouns in the singular, several a line; irregular plurals of the last behind a colon.
const NOUNS: &[(Class, &str)] = &[
    (Class::PersonNoun, crate::list!("ling/data/person_nouns.txt")),
    (Class::CollectiveNoun, crate::list!("ling/data/collective_nouns.txt")),
    (Class::OfficeNoun, crate::list!("ling/data/office_nouns.txt")),
    (Class::KinNoun, crate::list!("ling/data/kin_nouns.txt")),
    (Class::Institution, crate::list!("ling/data/institutions.txt")),
    (Class::DocumentNoun, crate::list!("ling/data/document_nouns.txt")),
    (Class::Demonym, crate::list!("ling/data/demonyms.txt")),
];

/// Words without other forms, several a line.
const PLAIN: &[(Class, &str)] = &[
    (Class::Title, crate::list!("ling/data/titles.txt")),
    (Class::Body, crate::list!("ling/data/bodies.txt")),
    (Class::Place, crate::list!("ling/data/places.txt")),
];

const CLOSED_CLASSES: &str = crate::list!("ling/data/closed/words.txt");
const ADJECTIVES: &str = crate::list!("ling/data/closed/adjectives.txt");
const PLAIN_NOUNS: &str = crate::list!("ling/data/closed/nouns.txt");

/// *class: word word …*, a class a line.
const FUNCTION_WORDS: &str = crate::list!("ling/data/function_words.txt");

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub(super) classes: Classes,
    pub(super) fact: FactWord,
    pub(super) pos: Pos,
    pub(super) frames: Frames,
}

/// All lists in one, so that a word is looked up once.
///
/// Small, since every word of a text is: words of equal entries share one, and of a key no more
/// is kept than tells it from the others.
pub(super) struct Lexicon {
    /// The number of the entry of each word.
    numbers: KeyTable,
    /// The first is of words that no list has.
    entries: Vec<Entry>,
}

/// A power of two, of which the words of all lists take three tenths: a word of a text is found at the first place.
const ROOM: usize = 1 << 15;

/// A lexicon while its lists are read.
pub(super) struct Making {
    made: Lexicon,
    /// The number of each entry, by its [`fold`](Entry::fold).
    known: KeyIndex,
    /// What lists say of words.
    parts: Vec<Entry>,
    /// Entries to which a part was added, with the part and the entry that came of it: most words of a list have
    /// had the same said before.
    steps: [(u16, u16, u16); STEPS],
}

/// A power of two.
const STEPS: usize = 1024;

impl Making {
    fn new() -> Self {
        let made = Lexicon { numbers: KeyTable::with_room(ROOM), entries: vec![Entry::default()] };
        let known = KeyIndex::of([made.entries[0].fold()]);
        Self { made, known, parts: Vec::new(), steps: [(0, u16::MAX, 0); STEPS] }
    }

    /// Returns the number of what is to be said of words.
    pub(super) fn part(&mut self, more: Entry) -> u16 {
        self.parts.push(more);
        self.parts.len() as u16 - 1
    }

    /// Adds a part to what is known of a word.
    pub(super) fn add(&mut self, word: &str, part: u16) {
        let number = self.made.numbers.get_mut(key(word));
        let before = *number as u16;
        let step = &mut self.steps[usize::from(before ^ part << 3) % STEPS];
        if (step.0, step.1) != (before, part) {
            let entry = self.made.entries[usize::from(before)].with(&self.parts[usize::from(part)]);
            *step = (before, part, number_of(entry, &mut self.known, &mut self.made.entries));
        }
        *number = step.2.into();
    }

    /// Adds a part to each word of a list.
    pub(super) fn add_all(&mut self, list: &str, more: Entry) {
        let part = self.part(more);
        entries(list).flat_map(str::split_ascii_whitespace).for_each(|word| self.add(word, part));
    }
}

/// The number of an entry, new or known.
fn number_of(entry: Entry, known: &mut KeyIndex, entries: &mut Vec<Entry>) -> u16 {
    let number = known.get_or_insert(entry.fold(), entries.len());
    if number == entries.len() {
        entries.push(entry);
    }
    u16::try_from(number).expect("there are fewer entries than words")
}

impl Lexicon {
    pub(super) fn get(&self, key: u64) -> &Entry {
        &self.entries[self.numbers.get(key) as usize]
    }
}

impl Entry {
    fn of_class(class: Class) -> Self {
        Self { classes: Classes(1 << class as u32), ..Self::default() }
    }

    fn of_pos(pos: Pos) -> Self {
        Self { pos, ..Self::default() }
    }

    fn with(&self, more: &Self) -> Self {
        let value = if more.fact.value == 0.0 { self.fact.value } else { more.fact.value };
        Self {
            classes: Classes(self.classes.0 | more.classes.0),
            fact: FactWord { roles: self.fact.roles | more.fact.roles, value },
            pos: self.pos.or(more.pos),
            frames: self.frames.or(more.frames),
        }
    }

    /// A number that is equal for equal entries, and for no others.
    fn fold(&self) -> u64 {
        let parts = [
            self.classes.0.into(),
            self.fact.roles,
            self.fact.value.to_bits(),
            self.pos.0.into(),
            self.frames.0.into(),
        ];
        parts.into_iter().fold(0, pair)
    }
}

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut words = Making::new();
    add_parts_of_speech(&mut words);
    fact_word::add(&mut words);
    for &(class, list) in NOUNS {
        let pos = if class == Class::Demonym { Pos::NONE } else { Pos::NOUN };
        let singular = Entry { pos, ..Entry::of_class(class) };
        let parts = [singular, singular.with(&Entry::of_class(Class::Plural))].map(|it| words.part(it));
        nouns(list, |noun, is_plural| words.add(noun, parts[usize::from(is_plural)]));
    }
    for &(class, list) in PLAIN {
        words.add_all(list, Entry::of_class(class));
    }
    for (class, list) in entries(FUNCTION_WORDS).filter_map(|line| line.split_once(':')) {
        words.add_all(list, Entry::of_class(function_class(class)));
    }
    words.made
});

/// Verbs in all their forms, closed classes, adjectives, and nouns that look like something else.
fn add_parts_of_speech(words: &mut Making) {
    for &(frames, list) in verb::LISTS {
        let class = if frames == Frames::SAY { Entry::of_class(Class::SayVerb) } else { Entry::default() };
        let forms = verb::FORMS.map(|pos| words.part(Entry { pos, frames, ..class }));
        for item in entries(list).flat_map(str::split_ascii_whitespace) {
            verb::forms(item, |form, number| words.add(form, forms[number]));
        }
    }
    for &(frames, pos, list) in verb::OTHERS {
        let part = words.part(Entry { pos, frames, ..Entry::default() });
        for word in entries(list).flat_map(str::split_ascii_whitespace) {
            words.add(word, part);
            if frames == Frames::NOUN {
                words.add(&plural_of(word), part);
            }
        }
    }
    let noun = words.part(Entry::of_pos(Pos::NOUN));
    for base in entries(verb::ALSO_NOUNS).flat_map(str::split_ascii_whitespace) {
        words.add(base, noun);
        let (stem, ending) = verb::third_person(base);
        words.add(&[stem, ending].concat(), noun);
    }
    let mut pos = Pos::NONE;
    for line in entries(CLOSED_CLASSES) {
        // A line without a class goes on with the one before.
        let list = line.split_once(':').map_or(line, |(name, list)| {
            pos = Pos::named(name).expect("the list of closed classes names parts of speech");
            list
        });
        words.add_all(list, Entry::of_pos(pos));
    }
    for (pos, list) in [(Pos::ADJ, ADJECTIVES), (Pos::NOUN, PLAIN_NOUNS)] {
        words.add_all(list, Entry::of_pos(pos));
    }
}

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
        for singular in regular.split_ascii_whitespace() {
            each(singular, false);
            each(&plural_of(singular), true);
        }
        if let Some((singular, plurals)) = irregular {
            each(singular, false);
            plurals.split_ascii_whitespace().for_each(|plural| each(plural, true));
        }
    }
}

/// The regular plural.
fn plural_of(noun: &str) -> String {
    match noun.as_bytes() {
        [.., b'a' | b'e' | b'o' | b'u', b'y'] => [noun, "s"].concat(),
        [stem @ .., b'y'] => [&noun[..stem.len()], "ies"].concat(),
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => [noun, "es"].concat(),
        _ => [noun, "s"].concat(),
    }
}

pub(super) fn words() -> &'static Lexicon {
    &WORDS
}

pub(super) fn look_up(key: u64) -> Entry {
    *WORDS.get(key)
}

/// The lines of a list, without comments.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    parts(list, b'\n').map(|line| without_comment(line).trim_ascii()).filter(|line| !line.is_empty())
}

fn without_comment(line: &str) -> &str {
    parts(line, b'#').next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, classes: &[Class]) {
        let found = look_up(key(word)).classes;
        assert!(classes.iter().all(|&it| found.has(it)), "{word} is {found:?}");
    }

    #[test]
    fn the_words_of_all_lists_leave_room() {
        assert!(WORDS.numbers.percent_taken() <= 40);
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
