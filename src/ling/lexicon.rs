//! Word lists: which classes a word may belong to.
//!
//! A list is a text file in `data/`: a word a line, `#` begins a comment.
//! Verbs stand in their base form; `verb.rs` makes the other forms.

use std::sync::LazyLock;

use super::fact_word::{self, FactWord};
use super::key_index::KeyIndex;
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
#[derive(Clone, Copy, Debug, Default)]
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
    /// A power of two of slots, each with half of a key and the number of its entry; a free one has none of either.
    slots: Vec<(u32, u16)>,
    /// The first is of words that no list has.
    entries: Vec<Entry>,
}

/// A power of two, of which the words of all lists take three tenths: a word of a text is found at the first place.
const ROOM: usize = 1 << 15;

impl Lexicon {
    fn new() -> Self {
        let mut entries = Vec::with_capacity(ROOM * 5 / 16);
        entries.push(Entry::default());
        Self { slots: vec![(0, 0); ROOM], entries }
    }

    /// The entry of a word, new or known.
    pub(super) fn entry(&mut self, word: &str) -> &mut Entry {
        let key = key(word);
        let at = self.slot(key);
        let slot = &mut self.slots[at];
        if slot.0 == 0 {
            *slot = (tag(key), u16::try_from(self.entries.len()).expect("there are fewer words than slots"));
            self.entries.push(Entry::default());
        }
        &mut self.entries[usize::from(slot.1)]
    }

    /// Once all lists are read: words of equal entries share one from now on.
    fn shrink(&mut self) {
        let mut known = KeyIndex::default();
        let mut kept = vec![Entry::default()];
        let mut numbers: Vec<u16> = vec![0];
        for entry in &self.entries[1..] {
            let number = known.get_or_insert(entry.fold(), kept.len());
            if number == kept.len() {
                kept.push(*entry);
            }
            numbers.push(number as u16);
        }
        self.slots.iter_mut().for_each(|it| it.1 = numbers[usize::from(it.1)]);
        self.entries = kept;
    }

    pub(super) fn get(&self, key: u64) -> &Entry {
        &self.entries[usize::from(self.slots[self.slot(key)].1)]
    }

    /// The slot of `key`: its own, or the free one where it would go.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key ^ key >> 32) as usize & mask;
        while self.slots[at].0 != 0 && self.slots[at].0 != tag(key) {
            at = (at + 1) & mask;
        }
        at
    }
}

fn tag(key: u64) -> u32 {
    ((key >> 32) as u32).max(1)
}

impl Entry {
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
    let mut words = Lexicon::new();
    add_parts_of_speech(&mut words);
    fact_word::add(&mut words);
    let mut add = |word: &str, class, is_plural| {
        let entry = words.entry(word);
        entry.classes.add(class);
        if is_plural {
            entry.classes.add(Class::Plural);
        }
        if is_noun(class) {
            entry.pos.add(Pos::NOUN);
        }
    };
    for &(class, list) in NOUNS {
        nouns(list, |noun, is_plural| add(noun, class, is_plural));
    }
    for &(class, list) in PLAIN {
        entries(list).flat_map(str::split_ascii_whitespace).for_each(|word| add(word, class, false));
    }
    for (class, list) in entries(FUNCTION_WORDS).filter_map(|line| line.split_once(':')) {
        let class = function_class(class);
        list.split_ascii_whitespace().for_each(|word| add(word, class, false));
    }
    words.shrink();
    words
});

fn is_noun(class: Class) -> bool {
    use Class::*;
    matches!(class, PersonNoun | CollectiveNoun | OfficeNoun | KinNoun | Institution | DocumentNoun)
}

/// Verbs in all their forms, closed classes, adjectives, and nouns that look like something else.
fn add_parts_of_speech(words: &mut Lexicon) {
    for &(frames, list) in verb::LISTS {
        for item in entries(list).flat_map(str::split_ascii_whitespace) {
            verb::forms(item, |form, pos| {
                let entry = words.entry(form);
                entry.pos.add(pos);
                entry.frames.add(frames);
                if frames == Frames::SAY {
                    entry.classes.add(Class::SayVerb);
                }
            });
        }
    }
    for &(frames, pos, list) in verb::OTHERS {
        for word in entries(list).flat_map(str::split_ascii_whitespace) {
            let plural = if frames == Frames::NOUN { plural_of(word) } else { word.to_owned() };
            for form in [word, plural.as_str()] {
                let entry = words.entry(form);
                entry.pos.add(pos);
                entry.frames.add(frames);
            }
        }
    }
    let mut add = |word: &str, pos| words.entry(word).pos.add(pos);
    for base in entries(verb::ALSO_NOUNS).flat_map(str::split_ascii_whitespace) {
        add(base, Pos::NOUN);
        let (stem, ending) = verb::third_person(base);
        add(&[stem, ending].concat(), Pos::NOUN);
    }
    let mut pos = Pos::NONE;
    for line in entries(CLOSED_CLASSES) {
        // A line without a class goes on with the one before.
        let list = line.split_once(':').map_or(line, |(name, list)| {
            pos = Pos::named(name).expect("the list of closed classes names parts of speech");
            list
        });
        list.split_ascii_whitespace().for_each(|word| add(word, pos));
    }
    for (pos, list) in [(Pos::ADJ, ADJECTIVES), (Pos::NOUN, PLAIN_NOUNS)] {
        entries(list).flat_map(str::split_ascii_whitespace).for_each(|word| add(word, pos));
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
    list.lines().map(|line| without_comment(line).trim()).filter(|line| !line.is_empty())
}

fn without_comment(line: &str) -> &str {
    &line[..line.bytes().position(|it| it == b'#').unwrap_or(line.len())]
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
