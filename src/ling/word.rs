//! What is known of a word by itself.

use crate::text::{Document, lower_char};

use super::fact_word;
use super::lexicon::{self, Class, Lexicon};
use super::pos::{self, Pos};
use super::verb::Frames;

/// One token as the lexicon sees it.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// The [`key`] of the word without a possessive ending.
    pub key: u64,
    pub classes: Classes,
    /// What it does in figures, dates and names.
    pub(super) roles: u64,
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
    /// One for each token.
    pub(super) fn of(document: &Document) -> Vec<Self> {
        let lexicon = lexicon::words();
        let tokens = document.tokens();
        let mut words: Vec<Self> = Vec::with_capacity(tokens.len());
        let mut seen = Seen::new(tokens.len());
        for token in tokens {
            let before = seen.replace(packed(&document.text().as_bytes()[token.span.range()]), words.len());
            words.push(match before {
                Some(before) => words[before],
                None => Self::read_with(lexicon, &document[token.span]),
            });
        }
        words
    }

    pub(super) fn read(token: &str) -> Self {
        Self::read_with(lexicon::words(), token)
    }

    fn read_with(lexicon: &Lexicon, token: &str) -> Self {
        let (stem, possessive) = without_possessive(token);
        let key = key(stem);
        let entry = lexicon.get(key);
        let shape = Shape::of(stem);
        let is_word = !matches!(shape, Shape::Number | Shape::Punct);
        let pos = if is_word && entry.pos == Pos::NONE { pos::by_ending(stem) } else { entry.pos };
        let roles = entry.fact.roles | fact_word::by_letters(token);
        Self { key, classes: entry.classes, roles, shape, possessive, pos, frames: entry.frames }
    }

    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a pronoun that holds its verb: *he’s*, *they’ve*, *who’s*.
    pub(super) fn is_contracted(&self) -> bool {
        let may_lead = Pos::SUBJECT.or(Pos::WH).or(Pos::THAT);
        self.possessive && self.pos.is(may_lead)
            || self.pos.is(Pos::PRON) && self.pos.is(Pos::BE.or(Pos::HAVE).or(Pos::MODAL))
    }

    /// Whether it begins with a capital or is all capitals.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::AllCaps)
    }
}

/// Where short tokens last stood: most words of a text are such as came before.
struct Seen {
    /// A power of two of slots, each with what was [`packed`] last; 0 is free.
    tokens: Vec<u64>,
    places: Vec<u32>,
}

impl Seen {
    fn new(tokens: usize) -> Self {
        let room = (tokens / 2).next_power_of_two().min(1024);
        Self { tokens: vec![0; room], places: vec![0; room] }
    }

    /// Notes that `token` stands at `place`, and returns where it stood before, if that is still known.
    fn replace(&mut self, token: Option<u64>, place: usize) -> Option<usize> {
        let token = token?;
        let slot = (token.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40) as usize & (self.tokens.len() - 1);
        let is_known = self.tokens[slot] == token;
        self.tokens[slot] = token;
        let before = std::mem::replace(&mut self.places[slot], place as u32);
        is_known.then_some(before as usize)
    }
}

/// The bytes of a token of at most eight as one number, which no other token has; never 0.
fn packed(token: &[u8]) -> Option<u64> {
    let number = match (token.first_chunk(), token.last_chunk()) {
        _ if token.len() > 8 => return None,
        // The two overlap where the token is shorter than eight.
        (Some(first), Some(last)) => {
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * (token.len() - 4))
        }
        _ => token.iter().fold(0, |number, &byte| number << 8 | u64::from(byte)),
    };
    Some(number).filter(|&it| it != 0)
}

impl Shape {
    fn of(token: &str) -> Self {
        match token.as_bytes() {
            [b'0'..=b'9', ..] => Self::Number,
            [b'A'..=b'Z', rest @ ..] if rest.is_ascii() => Self::of_capital(rest),
            // No particle: the third byte is the last that one ends at.
            [b'a'..=b'z', rest @ ..] if rest.iter().take(2).all(u8::is_ascii_alphanumeric) => Self::Lower,
            [first, ..] if first.is_ascii() && !first.is_ascii_alphabetic() => Self::Punct,
            _ => Self::of_any(token),
        }
    }

    /// Of a word of ASCII that begins with a capital; `rest` is what follows it.
    fn of_capital(rest: &[u8]) -> Self {
        let mut is_long = false;
        for byte in rest {
            if byte.is_ascii_lowercase() {
                return Self::Capital;
            }
            is_long |= byte.is_ascii_uppercase();
        }
        if is_long { Self::AllCaps } else { Self::Capital }
    }

    fn of_any(token: &str) -> Self {
        let mut chars = token.chars();
        match chars.next() {
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
    let [start @ .., b's' | b'S'] = token.as_bytes() else { return (token, false) };
    let len = match start {
        [_, .., b'\''] => start.len() - 1,
        // *’*
        [_, .., 0xe2, 0x80, 0x99] => start.len() - 3,
        _ => return (token, false),
    };
    (&token[..len], true)
}

/// Returns the number a word is looked up by: a hash of its lower-case
/// letters, with every apostrophe and hyphen straight. Equal for words that
/// differ in nothing else, and (tested over every list) for no others.
pub fn key(word: &str) -> u64 {
    let mut hash = EMPTY;
    for byte in word.bytes() {
        if !byte.is_ascii() {
            return key_of_any(word);
        }
        hash = fold(hash, byte.to_ascii_lowercase());
    }
    hash
}

/// As [`key`], of a word of ASCII that the program knows.
pub const fn key_of(word: &str) -> u64 {
    let (bytes, mut hash, mut at) = (word.as_bytes(), EMPTY, 0);
    while at < bytes.len() {
        assert!(bytes[at].is_ascii(), "other letters are folded in `key`");
        hash = fold(hash, bytes[at].to_ascii_lowercase());
        at += 1;
    }
    hash
}

/// Whether `word` is one of `words`, whatever its capitals.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    let Some(first) = word.bytes().next() else { return false };
    // Length and first letter differ as a rule; the bit is what a capital lacks.
    let may_be = |it: &str| it.len() == word.len() && it.as_bytes()[0] | 0x20 == first | 0x20;
    words.iter().any(|it| may_be(it) && it.eq_ignore_ascii_case(word))
}

/// Of a word with other letters than those of ASCII.
fn key_of_any(word: &str) -> u64 {
    let mut hash = EMPTY;
    for char in word.chars().map(lower_char) {
        match char {
            '’' | '‘' | 'ʼ' => hash = fold(hash, b'\''),
            '‐' | '‑' => hash = fold(hash, b'-'),
            '\u{ad}' | '\u{200b}' => {}
            _ => hash = char.encode_utf8(&mut [0; 4]).bytes().fold(hash, fold),
        }
    }
    hash
}

/// The hash of no letter (FNV-1a).
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

const fn fold(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_came_before_is_read_as_if_it_had_not() {
        let text = "The U.S. ferry’s crew, the U.S. crew’s ferry: THE the The crews; a be see seen an, b, bee. \0 \0";
        let document = Document::parse(text);
        for (token, word) in document.tokens().iter().zip(Word::of(&document)) {
            let alone = Word::read(&document[token.span]);
            assert_eq!(format!("{word:?}"), format!("{alone:?}"), "{}", &document[token.span]);
        }
    }

    #[test]
    fn packed_tokens_differ() {
        let tokens = ["a", "aa", "aaa", "aaaa", "aaaaa", "aaaaaa", "aaaaaaa", "aaaaaaaa", "ab", "abb", "abab", "abaab"];
        let numbers: std::collections::HashSet<_> = tokens.iter().map(|it| packed(it.as_bytes())).collect();
        assert_eq!(numbers.len(), tokens.len());
        assert_eq!(packed(b"aaaaaaaaa"), None);
    }

    #[test]
    fn a_key_is_the_same_when_it_is_made_with_the_program() {
        const THAN: u64 = key_of("than");
        assert_eq!(THAN, key("Than"));
    }
}
