//! Parts of speech: what a word can be, before its sentence decides.

/// A set of parts of speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pos(pub(super) u32);

macro_rules! flags {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl Pos {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The part of speech that a list calls `name`.
            pub(super) fn named(name: &str) -> Option<Self> {
                $(if name.eq_ignore_ascii_case(stringify!($name)) { return Some(Self::$name); })*
                None
            }
        }
    };
}

flags! {
    DET = 0;
    /// *his*, *their*.
    POSS = 1;
    PRON = 2;
    /// A pronoun that may be a subject and is no determiner: *he*, *it*.
    SUBJECT = 3;
    MODAL = 4;
    BE = 5;
    HAVE = 6;
    DO = 7;
    NOT = 8;
    TO = 9;
    PREP = 10;
    COORD = 11;
    SUBORD = 12;
    WH = 13;
    /// A relative pronoun.
    REL = 14;
    THAT = 15;
    ADV = 16;
    ADJ = 17;
    NOUN = 18;
    /// A noun of time that stands as an adverb: *Monday*, *last week*.
    TIME = 19;
    NUMBER = 20;
    /// Stands before a name.
    TITLE = 21;
    /// The base form of a verb.
    BASE = 22;
    /// *says*.
    PRES = 23;
    /// *said*, *wrote*.
    PAST = 24;
    /// *said*, *written*.
    PART = 25;
    /// *saying*.
    GER = 26;
}

impl Pos {
    pub const NONE: Self = Self(0);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a part of speech.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// What the ending of an unknown word tells.
pub(super) fn by_ending(word: &str) -> Pos {
    let word = word.as_bytes();
    let ends = |ending: &str| {
        word.len() > ending.len() + 2 && word[word.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    // The last letter tells most words from all but a few endings.
    let adjectives: &[&str] = match word.last().map(u8::to_ascii_lowercase) {
        Some(b'y') if ends("ly") => return Pos::ADV,
        Some(b'g') if ends("ing") => return Pos::GER.or(Pos::NOUN),
        Some(b'd') if ends("ed") => return Pos::PAST.or(Pos::PART).or(Pos::ADJ),
        Some(b'y') if ends("ify") => return Pos::BASE,
        Some(b'e') if ends("ize") => return Pos::BASE,
        Some(b's') if ends("izes") || ends("ifies") => return Pos::PRES,
        Some(b'y') => &["ary"],
        Some(b's') => &["ous", "less"],
        Some(b'l') => &["ful", "al"],
        Some(b'e') => &["ive", "able", "ible"],
        Some(b'h') => &["ish"],
        Some(b'n') => &["ian"],
        Some(b'c') => &["ic"],
        Some(b't') => &["ant", "ent"],
        _ => &[],
    };
    if adjectives.iter().any(|it| ends(it)) { Pos::ADJ.or(Pos::NOUN) } else { Pos::NOUN }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell() {
        assert!(by_ending("blithely").is(Pos::ADV));
        assert!(by_ending("frobbed").is(Pos::PAST));
        assert!(by_ending("portentous").is(Pos::ADJ));
        assert!(by_ending("ed").is(Pos::NOUN));
    }
}
