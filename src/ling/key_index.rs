//! The one map of the analysis: from the key of a word to a number.

use std::sync::OnceLock;

use super::word::{Word, key};

/// A map from the [`key`](super::key) of a word, or any other hash, to a number.
///
/// One type for all that is looked up: the standard map is compiled anew for every type it
/// holds, and hashes what is a hash already.
#[derive(Clone, Debug, Default)]
pub struct KeyIndex {
    /// A power of two of slots, or none; at most half of them are taken.
    slots: Vec<(u64, u32)>,
    len: usize,
}

/// The number of a slot that nothing has taken.
const FREE: u32 = u32::MAX;

impl KeyIndex {
    /// Makes a set: every key has the number of its place in `keys`, the first one where it comes twice.
    pub fn of(keys: impl IntoIterator<Item = u64>) -> Self {
        let keys = keys.into_iter();
        let mut set = Self::with_room(keys.size_hint().0);
        for (at, key) in keys.enumerate() {
            set.get_or_insert(key, at);
        }
        set
    }

    /// Makes a map that takes `keys` keys without growing.
    pub fn with_room(keys: usize) -> Self {
        let room = if keys == 0 { 0 } else { (keys * 2).next_power_of_two().max(8) };
        Self { slots: vec![(0, FREE); room], len: 0 }
    }

    /// Makes the set of the words between white space.
    pub fn of_words(words: &str) -> Self {
        // Most words are longer, and at most half of the slots are taken.
        let mut set = Self::with_room(words.len() / 8);
        words.split_ascii_whitespace().enumerate().for_each(|(at, it)| _ = set.get_or_insert(key(it), at));
        set
    }

    /// Makes a map from the words of each row to the number of the row.
    pub fn of_rows<T>(rows: &[(T, &str)]) -> Self {
        let mut map = Self::default();
        for (number, (_, words)) in rows.iter().enumerate() {
            words.split_ascii_whitespace().for_each(|it| map.insert(key(it), number));
        }
        map
    }

    pub fn get(&self, key: u64) -> Option<usize> {
        let (_, number) = self.slots.get(self.slot(key))?;
        (*number != FREE).then_some(*number as usize)
    }

    /// How many keys there are.
    #[expect(clippy::len_without_is_empty, reason = "nobody asks whether there is none")]
    pub fn len(&self) -> usize {
        self.len
    }

    pub fn has(&self, key: u64) -> bool {
        self.get(key).is_some()
    }

    /// Returns the number of `key`, which is `number` from now on if it had none.
    pub fn get_or_insert(&mut self, key: u64, number: usize) -> usize {
        let slot = self.slot_to_fill(key);
        if slot.1 == FREE {
            debug_assert!(number < FREE as usize, "numbers are indices");
            *slot = (key, number as u32);
            self.len += 1;
            return number;
        }
        slot.1 as usize
    }

    /// Gives `key` a number in place of the one it may have.
    pub fn insert(&mut self, key: u64, number: usize) {
        self.replace(key, number);
    }

    /// As [`insert`](Self::insert), and returns the number it had.
    pub fn replace(&mut self, key: u64, number: usize) -> Option<usize> {
        let slot = self.slot_to_fill(key);
        let before = std::mem::replace(slot, (key, number as u32)).1;
        self.len += usize::from(before == FREE);
        (before != FREE).then_some(before as usize)
    }

    /// Adds to the number of `key`, which is none at first, these bits.
    pub fn add_bits(&mut self, key: u64, bits: usize) {
        let before = self.get_or_insert(key, bits);
        if before | bits != before {
            self.insert(key, before | bits);
        }
    }

    /// The slot of `key`, with room for it.
    fn slot_to_fill(&mut self, key: u64) -> &mut (u64, u32) {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let at = self.slot(key);
        &mut self.slots[at]
    }

    fn grow(&mut self) {
        let room = (self.slots.len() * 4).max(8);
        let old = std::mem::replace(&mut self.slots, vec![(0, FREE); room]);
        for slot in old.into_iter().filter(|it| it.1 != FREE) {
            let at = self.slot(slot.0);
            self.slots[at] = slot;
        }
    }

    /// The slot of `key`: its own, or the free one where it would go.
    fn slot(&self, key: u64) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = (key ^ key >> 32) as usize & mask;
        while self.slots.get(at).is_some_and(|it| it.0 != key && it.1 != FREE) {
            at = (at + 1) & mask;
        }
        at
    }
}

/// A map of so many keys as are known before, to numbers that are not 0: small, since it lies beside every text.
pub struct KeyTable {
    /// A power of two of slots, each with half of a key and its number; a free one has none of either.
    slots: Vec<(u32, u32)>,
}

impl KeyTable {
    /// `room` is a power of two, of which some have to stay free.
    pub fn with_room(room: usize) -> Self {
        Self { slots: vec![(0, 0); room] }
    }

    pub fn get(&self, key: u64) -> u32 {
        self.slots[self.slot(key)].1
    }

    /// The number of `key`, to be put in.
    pub fn get_mut(&mut self, key: u64) -> &mut u32 {
        let at = self.slot(key);
        self.slots[at].0 = tag(key);
        &mut self.slots[at].1
    }

    /// What part of the slots is taken, in hundredths.
    #[cfg(test)]
    pub fn percent_taken(&self) -> usize {
        self.slots.iter().filter(|it| it.0 != 0).count() * 100 / self.slots.len()
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

/// A set of words, made when it is first asked for one.
pub struct WordSet {
    words: &'static str,
    keys: OnceLock<KeyIndex>,
}

impl WordSet {
    /// The words between white space.
    pub const fn new(words: &'static str) -> Self {
        Self { words, keys: OnceLock::new() }
    }

    /// The place of a word among them.
    pub fn get(&self, key: u64) -> Option<usize> {
        self.keys.get_or_init(|| KeyIndex::of_words(self.words)).get(key)
    }

    pub fn has(&self, key: u64) -> bool {
        self.get(key).is_some()
    }

    /// Whether a word is one of them; none is with a possessive ending.
    pub fn is(&self, word: &Word) -> bool {
        !word.possessive && self.has(word.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_lead_to_their_row() {
        let index = KeyIndex::of_rows(&[('a', "one two"), ('b', "three")]);
        let of = |word: &str| index.get(key(word));
        assert_eq!([of("one"), of("two"), of("three"), of("four")], [Some(0), Some(0), Some(1), None]);
    }

    #[test]
    fn keeps_what_it_is_given() {
        let mut index = KeyIndex::default();
        assert_eq!(index.get(7), None);
        for key in 0..1000 {
            assert_eq!(index.get_or_insert(key << 40, key as usize), key as usize);
        }
        assert_eq!(index.get_or_insert(7 << 40, 0), 7);
        index.insert(7 << 40, 3);
        assert_eq!((index.get(7 << 40), index.get(999 << 40), index.get(1)), (Some(3), Some(999), None));
    }
}
