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
}

const LISTS: &[(Class, &str)] =
    &[(Class::SayVerb, include_str!("data/say_verbs.txt")), (Class::PersonNoun, include_str!("data/person_nouns.txt"))];

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

pub(super) type KeyMap<V> = HashMap<u64, V, BuildHasherDefault<Same>>;

static WORDS: LazyLock<KeyMap<Classes>> = LazyLock::new(|| {
    let mut words = KeyMap::<Classes>::default();
    for &(class, list) in LISTS {
        for word in forms(list) {
            words.entry(key(&word)).or_default().add(class);
        }
    }
    words
});

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
