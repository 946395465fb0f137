//! What is known of a word by itself.

use crate::text::{self, Document, Span, is_plain, lower_char, lower_eight};

use super::fact_word::{self, Role};
use super::lexicon::{self, Class, Lexicon};
use super::pos::{self, Pos};
use super::verb::Frames;

const THERE: u32 = key_of("there");

/// Names by their letters, which in small letters are pronouns, and what they are read as.
const INITIALS: [(&str, u64); 3] =
    [("US", whole_key_of("u.s.")), ("IT", whole_key_of("i.t.")), ("WHO", whole_key_of("w.h.o."))];

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
pub struct Classes(pub(super) u32);

impl Classes {
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u32) != 0
    }

    pub fn has_any(self, classes: &[Class]) -> bool {
        self.0 & classes.iter().fold(0, |all, &class| all | 1 << class as u32) != 0
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
        let (text, tokens) = (document.text(), document.tokens());
        let mut words: Vec<Self> = Vec::with_capacity(tokens.len());
        let mut seen = Seen::new(tokens.len());
        for token in tokens {
            let packed = packed(text.as_bytes(), token.span);
            let before = seen.replace(packed, words.len());
            let before = before.filter(|&it| packed != 0 && self::packed(text.as_bytes(), tokens[it].span) == packed);
            words.push(match before.and_then(|it| words.get(it)) {
                Some(before) => *before,
                None => Self::read_with(lexicon, &text[token.span.range()], key_of_packed(packed)),
            });
        }
        words
    }

    pub fn read(token: &str) -> Self {
        Self::read_with(lexicon::words(), token, None)
    }

    /// `whole` is the key of the token with all its letters, where it is known.
    fn read_with(lexicon: &Lexicon, token: &str, whole: Option<u64>) -> Self {
        let (stem, possessive) = without_possessive(token);
        let shape = Shape::of(stem);
        let initials = if shape == Shape::AllCaps { INITIALS.iter().find(|it| it.0 == stem) } else { None };
        let whole = initials.map(|it| it.1).or(whole.filter(|_| !possessive));
        let key = whole.unwrap_or_else(|| key(stem));
        // *ex-aide*, *then-mayor*: read as what follows.
        let post = stem.strip_prefix("ex-").or_else(|| stem.strip_prefix("then-"));
        let entry = lexicon.get(post.map_or(key, self::key));
        let is_word = !matches!(shape, Shape::Number | Shape::Punct);
        let pos = if is_word && entry.pos == Pos::NONE { pos::by_ending(stem) } else { entry.pos };
        let roles = entry.fact.roles | fact_word::by_letters(token);
        Self { key, classes: entry.classes, roles, shape, possessive, pos, frames: entry.frames }
    }

    /// Whether it is a first name of women, or of men; `None` where it may be either’s.
    pub fn is_of_woman(&self) -> Option<bool> {
        fact_word::is_of_woman(self).filter(|_| self.is_capital())
    }

    /// Whether it is a small word of English that no other language shares; such a word of another language;
    /// one of another that stands in names, too.
    pub fn tongues(&self) -> [bool; 3] {
        [Role::English, Role::Foreign, Role::OfNames].map(|it| self.roles & 1 << it as u32 != 0)
    }

    /// Whether it is one of the words with these keys, without a possessive ending.
    pub fn is_one_of(&self, keys: &[u32]) -> bool {
        !self.possessive && is_among(self.key, keys)
    }

    /// Whether it is the word with this key, without a possessive ending.
    pub fn is_word(&self, key: u32) -> bool {
        !self.possessive && self.has_key(key)
    }

    /// Whether it has the key that [`key_of`] gave, with a possessive ending or without.
    pub fn has_key(&self, key: u32) -> bool {
        self.key as u32 == key
    }

    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a pronoun that holds its verb: *he’s*, *they’ve*, *who’s*, *there’s*.
    pub(super) fn is_contracted(&self) -> bool {
        let may_lead = Pos::SUBJECT.or(Pos::WH).or(Pos::THAT);
        self.possessive && (self.pos.is(may_lead) || self.has_key(THERE))
            || self.pos.is(Pos::PRON) && self.pos.is(Pos::BE.or(Pos::HAVE).or(Pos::MODAL))
    }

    /// Whether it begins with a capital or is all capitals.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::AllCaps)
    }
}

/// Where tokens may have stood last: most words of a text are such as came before. Each slot holds some bits of a
/// hash, and the place.
struct Seen(Vec<(u32, u32)>);

impl Seen {
    fn new(tokens: usize) -> Self {
        Self(vec![(0, 0); tokens.next_power_of_two().min(1024)])
    }

    /// Notes that `token` stands at `place`, and returns where it, or seldom another, stood before.
    fn replace(&mut self, token: Packed, place: usize) -> Option<usize> {
        let hash = (token as u64 ^ ((token >> 64) as u64).rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let (at, some) = ((hash >> 40) as usize & (self.0.len() - 1), (hash >> 24) as u32);
        let (known, before) = std::mem::replace(&mut self.0[at], (some, place as u32));
        (known == some).then_some(before as usize)
    }
}

/// The bytes of a token of at most sixteen, which no other token has but for zeros at its end.
type Packed = u128;

/// Packs the token at `span`; a longer one, as one of zeros, is 0.
fn packed(text: &[u8], span: Span) -> Packed {
    /// The bits of as many bytes.
    const BITS: [Packed; 17] = {
        let (mut bits, mut bytes) = ([0; 17], 1);
        while bytes <= 16 {
            bits[bytes] = Packed::MAX >> (128 - 8 * bytes);
            bytes += 1;
        }
        bits
    };
    let bits = BITS.get(span.len()).unwrap_or(&0);
    let rest = &text[span.start()..];
    let at_the_end = || rest.iter().rev().fold(0, |packed, &it| packed << 8 | Packed::from(it));
    rest.first_chunk().map_or_else(at_the_end, |it| Packed::from_le_bytes(*it)) & bits
}

/// Fewer than eight bytes as one number, without a loop over them.
const fn few(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // What both hold lies in one place.
        (Some(first), Some(last)) => {
            u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << (8 * (bytes.len() - 4))
        }
        _ => match bytes {
            [] => 0,
            [first, ..] => {
                let (middle, last) = (bytes.len() / 2, bytes.len() - 1);
                *first as u64 | (bytes[middle] as u64) << (8 * middle) | (bytes[last] as u64) << (8 * last)
            }
        },
    }
}

impl Shape {
    /// How many there are.
    pub(super) const COUNT: usize = Self::Punct as usize + 1;

    fn of(token: &str) -> Self {
        match token.as_bytes() {
            // No particle: the third byte is the last that one ends at.
            [b'a'..=b'z'] => Self::Lower,
            [b'a'..=b'z', b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'] => Self::Lower,
            [b'a'..=b'z', second, third, ..] if second.is_ascii_alphanumeric() && third.is_ascii_alphanumeric() => {
                Self::Lower
            }
            [b'0'..=b'9', ..] => Self::Number,
            [b'A'..=b'Z', rest @ ..] if rest.is_ascii() => Self::of_capital(rest),
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

/// Whether a pattern of [phrases](super::phrase) is one word, as most are, or nothing.
pub(super) fn is_alone(pattern: &str) -> bool {
    let (chunks, rest) = pattern.as_bytes().as_chunks();
    let goes_on = |eight| text::has(eight, b' ') | text::has(eight, b'{');
    !goes_on(few(rest)) && !chunks.iter().any(|it| goes_on(u64::from_le_bytes(*it)))
}

/// The [`key`] of a token without a possessive ending.
pub(super) fn key_of_stem(token: &str) -> u64 {
    key(without_possessive(token).0)
}

pub(super) fn without_possessive(token: &str) -> (&str, bool) {
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
    let (hash, letters) = hash(word.as_bytes());
    if is_plain(letters) { hash } else { key_of_any(word) }
}

/// As [`key`], of a word of ASCII that the program knows.
pub(super) const fn whole_key_of(word: &str) -> u64 {
    let (hash, letters) = hash(word.as_bytes());
    assert!(is_plain(letters), "other letters are folded in `key`");
    hash
}

/// As [`key`], of a word of ASCII that is not 0.
fn key_of_packed(token: Packed) -> Option<u64> {
    let (first, second) = (token as u64, (token >> 64) as u64);
    let start = fold(EMPTY, first);
    let hash = if second == 0 { start } else { fold(start, second) };
    (token != 0 && is_plain(first | second)).then_some(hash)
}

/// Returns the lower half of the key of a word of ASCII that the program knows: of a few words it tells
/// enough, and weighs half in what a reader downloads.
pub const fn key_of(word: &str) -> u32 {
    whole_key_of(word) as u32
}

/// As [`key_of`], of several words.
pub const fn keys_of<const N: usize>(words: [&str; N]) -> [u32; N] {
    let (mut keys, mut at) = ([0; N], 0);
    while at < N {
        keys[at] = key_of(words[at]);
        at += 1;
    }
    keys
}

/// Whether `key` is that of one of the words that [`keys_of`] was given.
pub fn is_among(key: u64, keys: &[u32]) -> bool {
    keys.contains(&(key as u32))
}

/// Whether `word` is one of `words`, which a space divides, whatever its capitals.
pub fn is_one_of(word: &str, words: &str) -> bool {
    text::is_one_of(word.as_bytes(), words)
}

/// Of a word with other letters than those of ASCII.
fn key_of_any(word: &str) -> u64 {
    let (mut hash, mut eight, mut bits) = (EMPTY, 0, 0);
    for char in word.chars() {
        let plain = match char {
            '’' | '‘' | 'ʼ' => '\'',
            '‐' | '‑' => '-',
            '\u{ad}' | '\u{200b}' => continue,
            _ => lower_char(char),
        };
        for byte in plain.encode_utf8(&mut [0; 4]).bytes() {
            eight |= u64::from(byte) << bits;
            bits += 8;
            if bits == 64 {
                (hash, eight, bits) = (fold(hash, eight), 0, 0);
            }
        }
    }
    if eight == 0 { hash } else { fold(hash, eight) }
}

/// The hash of no letter.
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of some letters, and all of them laid over one another, to tell whether they are of ASCII.
#[inline]
const fn hash(mut bytes: &[u8]) -> (u64, u64) {
    let (mut hash, mut letters) = (EMPTY, 0);
    while let Some((eight, rest)) = bytes.split_first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        (hash, letters) = (fold(hash, eight), letters | eight);
        bytes = rest;
    }
    let last = few(bytes);
    (if last == 0 { hash } else { fold(hash, last) }, letters | last)
}

const fn fold(hash: u64, eight: u64) -> u64 {
    const MANY: u64 = 0x9e37_79b9_7f4a_7c15;
    // Twice, so that every letter moves the low half as well, which says where a word is looked for.
    let product = (hash ^ lower_eight(eight)).wrapping_mul(MANY);
    (product ^ product >> 32).wrapping_mul(MANY)
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
        let tokens = ["a", "aa", "aaaaaaa", "aaaaaaaa", "aaaaaaaaa", "aaaaaaaaaaaaaaaa", "ab", "abb", "abab", "abaab"];
        let pack = |text: &str, len: usize| packed(text.as_bytes(), Span::new(0, len));
        let numbers: std::collections::HashSet<_> = tokens.iter().map(|it| pack(it, it.len())).collect();
        assert_eq!(numbers.len(), tokens.len());
        // What stands behind a token is no part of it.
        assert!(tokens.iter().all(|it| pack(it, it.len()) == pack(&format!("{it}, and so on and so on"), it.len())));
        assert_eq!((pack("aaaaaaaaaaaaaaaaa", 17), pack("\0", 1)), (0, 0));
    }

    #[test]
    fn a_first_name_of_women_of_men_or_of_both() {
        let names = ["Joan", "Tom", "Robin", "joan", "Velden"];
        let are = names.map(|it| Word::read(it).is_of_woman());
        assert_eq!(are, [Some(true), Some(false), None, None, None]);
    }

    #[test]
    fn a_key_is_the_same_when_it_is_made_with_the_program() {
        const THAN: u32 = key_of("than");
        assert_eq!(THAN, key("Than") as u32);
    }

    #[test]
    fn a_key_is_the_same_whatever_the_apostrophe() {
        for word in ["don't", "o'clock", "o'brien's", "mother-in-law's", "a'b-c'd-e"] {
            assert_eq!(key(word), key(&word.replace('\'', "’").replace('-', "‑")), "{word}");
        }
        assert_eq!(key("ÉLYSÉES"), key("élys\u{ad}ées"));
        assert_ne!(key("élysées"), key("élysée"));
    }
}
