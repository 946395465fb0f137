//! What is known of a word by itself.

use super::lexicon::{self, Class};
use super::pos::{self, Pos};
use super::verb::Frames;

/// One token as the lexicon sees it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The [`key`] of the word without a possessive ending.
    pub key: u64,
    pub classes: Classes,
    pub shape: Shape,
    /// *Iraq’s*, *officials’*.
    pub possessive: bool,
    /// What it can be in a sentence.
    pub pos: Pos,
    /// What it takes, as a verb.
    pub frames: Frames,
}

/// A set of [`Class`]es.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(pub(super) u64);

impl Classes {
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    pub fn has_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }

    pub(super) fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Lower,
    /// Begins with a capital.
    Capital,
    /// Two letters or more, all of them capitals.
    AllCaps,
    Number,
    Punct,
}

impl Word {
    pub(super) fn read(token: &str) -> Self {
        let (stem, possessive) = without_possessive(token);
        let key = key(stem);
        let entry = lexicon::look_up(key);
        let shape = Shape::of(stem);
        let is_word = !matches!(shape, Shape::Number | Shape::Punct);
        let pos = if is_word && entry.pos == Pos::NONE { pos::by_ending(stem) } else { entry.pos };
        Self { key, classes: entry.classes, shape, possessive, pos, frames: entry.frames }
    }

    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it begins with a capital or is all capitals.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::AllCaps)
    }
}

impl Shape {
    fn of(token: &str) -> Self {
        let mut chars = token.chars();
        match chars.next() {
            Some(first) if first.is_ascii_digit() => Self::Number,
            Some(first) if first.is_uppercase() => {
                let mut rest = chars.filter(|it| it.is_alphabetic()).peekable();
                if rest.peek().is_some() && rest.all(char::is_uppercase) { Self::AllCaps } else { Self::Capital }
            }
            // *al-Sadr*, *d’Estaing*: a name that begins with its particle.
            Some(first) if first.is_alphabetic() => {
                let inner = token.split(['-', '\'', '’']).nth(1).and_then(|it| it.chars().next());
                let particle = token.find(['-', '\'', '’']).is_some_and(|at| at <= 2);
                if particle && inner.is_some_and(char::is_uppercase) { Self::Capital } else { Self::Lower }
            }
            _ => Self::Punct,
        }
    }
}

fn without_possessive(token: &str) -> (&str, bool) {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = token.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            return (stem, true);
        }
    }
    (token, false)
}

/// Returns the number a word is looked up by: a hash of its lower-case
/// letters, with every apostrophe and hyphen straight. Equal for words that
/// differ in nothing else, and (tested over every list) for no others.
pub fn key(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    if word.is_ascii() {
        word.bytes().for_each(|byte| add(byte.to_ascii_lowercase()));
        return hash;
    }
    for char in word.chars().flat_map(char::to_lowercase) {
        match char {
            '’' | '‘' | 'ʼ' => add(b'\''),
            '‐' | '‑' => add(b'-'),
            '\u{ad}' | '\u{200b}' => {}
            _ => char.encode_utf8(&mut [0; 4]).bytes().for_each(&mut add),
        }
    }
    hash
}
