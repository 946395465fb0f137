//! A report as bytes, which is how it crosses from the thread that reads to the page.
//!
//! Notes, kinds and reasons of a long text are mostly the same few: each crosses once, and is one
//! in memory afterwards. What is unpacked is as large as it must be, and the bytes are taken a
//! slice at a time, so that they never lie whole beside it: memory that a page has taken once is
//! its own until it is closed.

use std::sync::{Arc, Mutex, PoisonError};

use super::facts::{Fact, HeadlinePart, Join, Strip, Value};
use super::{Answer, ArticleReport, Charge, Cleared, Flag, FlagId, Report};
use crate::ling::{
    Attribution, BlockKind, Change, ChangeKind, ElementKind, Found, Hedge, KeyIndex, Source, SourceKind, Substitution,
    Unit, Voice,
};
use crate::text::{Few, Span, fingerprint};
use crate::traits::lists::OWN;
use crate::traits::{ALL, Polarity, TraitId};

/// Bytes that are taken at a time.
const SLICE: usize = 64 << 10;

pub fn pack(report: &Report) -> Vec<u8> {
    let mut to = Packer::default();
    report.articles.pack(&mut to);
    to.bytes
}

/// Unpacks what [`pack`] made in this very build: `size` bytes, of which `copy(from, slice)`
/// fills a slice. Returns `None` for any other bytes.
pub fn unpack(size: usize, copy: &mut dyn FnMut(usize, &mut [u8])) -> Option<Report> {
    let mut from =
        Unpacker { copy, size, taken: 0, slice: Vec::new(), at: 0, start: 0, words: Vec::new(), is_broken: false };
    let articles = Packed::unpack(&mut from);
    (!from.is_broken && from.left() == 0).then_some(Report { articles })
}

#[derive(Default)]
struct Packer<'r> {
    bytes: Vec<u8>,
    words: Vec<&'r str>,
    /// The number of each word, by its fingerprint.
    index: KeyIndex,
    /// Where the last span began: the next one is seldom far.
    start: u32,
}

impl<'r> Packer<'r> {
    /// Seven bits a byte, the lowest first.
    fn number(&mut self, mut number: usize) {
        while number > 0x7F {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }

    /// A number that was given before, or the next one and the word.
    fn word(&mut self, word: &'r str) {
        let next = self.words.len();
        let mut print = fingerprint(word.as_bytes());
        let mut number = self.index.get_or_insert(print, next);
        while self.words.get(number).is_some_and(|it| *it != word) {
            print = print.wrapping_add(1);
            number = self.index.get_or_insert(print, next);
        }
        self.number(number);
        if number == next {
            self.words.push(word);
            self.number(word.len());
            self.bytes.extend_from_slice(word.as_bytes());
        }
    }
}

struct Unpacker<'b> {
    copy: &'b mut dyn FnMut(usize, &mut [u8]),
    size: usize,
    /// Of `size`, how many lie in the slice or did.
    taken: usize,
    slice: Vec<u8>,
    at: usize,
    start: u32,
    words: Vec<Word>,
    is_broken: bool,
}

/// A word, in memory for as long as something bears it, and for good where it is the program's own.
struct Word {
    shared: Arc<str>,
    own: Option<&'static str>,
}

impl Unpacker<'_> {
    /// Bytes that are still to come: no list is longer.
    fn left(&self) -> usize {
        self.size - self.taken + self.slice.len() - self.at
    }

    /// Behind the end all bytes are 0, so that everything comes to its end.
    fn byte(&mut self) -> u8 {
        if self.at == self.slice.len() {
            self.slice.resize(SLICE.min(self.size - self.taken), 0);
            (self.copy)(self.taken, &mut self.slice);
            self.taken += self.slice.len();
            self.at = 0;
        }
        let byte = self.slice.get(self.at).copied();
        self.is_broken |= byte.is_none();
        self.at += usize::from(byte.is_some());
        byte.unwrap_or_default()
    }

    fn number(&mut self) -> usize {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number as usize
    }

    fn length(&mut self) -> usize {
        let length = self.number();
        self.is_broken |= length > self.left();
        length.min(self.left())
    }

    fn word(&mut self) -> &mut Word {
        let number = self.number();
        if number >= self.words.len() {
            let bytes: Vec<u8> = (0..self.length()).map(|_| self.byte()).collect();
            let word = String::from_utf8(bytes).unwrap_or_default();
            self.words.push(Word { shared: word.into(), own: None });
        }
        let last = self.words.len() - 1;
        &mut self.words[number.min(last)]
    }
}

/// Takes a word of the program's own for good; there are as many as its rules have.
fn own(word: &str) -> &'static str {
    static KNOWN: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    known.iter().find(|it| **it == word).copied().unwrap_or_else(|| {
        let word: &'static str = String::from(word).leak();
        known.push(word);
        word
    })
}

trait Packed: Sized {
    fn pack<'r>(&'r self, to: &mut Packer<'r>);
    fn unpack(from: &mut Unpacker<'_>) -> Self;
}

/// Structs, field by field.
macro_rules! fields {
    ($($name:ident { $($field:ident),* })*) => {$(
        impl Packed for $name {
            fn pack<'r>(&'r self, to: &mut Packer<'r>) {
                let Self { $($field),* } = self;
                $($field.pack(to);)*
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                Self { $($field: Packed::unpack(from)),* }
            }
        }
    )*};
}

/// Enums without fields, by the number of the variant in the list; the first stands for any other.
macro_rules! variants {
    ($($name:ident: $first:ident $($variant:ident)*;)*) => {$(
        impl Packed for $name {
            fn pack<'r>(&'r self, to: &mut Packer<'r>) {
                let all = match self {
                    Self::$first $(| Self::$variant)* => [Self::$first $(, Self::$variant)*],
                };
                to.number(all.iter().position(|it| it == self).unwrap_or_default());
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                [Self::$first $(, Self::$variant)*].get(from.number()).copied().unwrap_or(Self::$first)
            }
        }
    )*};
}

fields! {
    ArticleReport {
        span, headline, original_headline, substitution, byline, outlet, wire, published, dateline, credits, blocks,
        sentences, sources, attributions, facts, flags, cleared, charges, is_foreign
    }
    Substitution { label, replaces, changes }
    Change { kind, from, to }
    Source { name, kind, role, mentions, attributions }
    Attribution { source, cue, content, kind, source_id, is_bare_clause }
    Strip { facts, joins, headline }
    Fact { value, span, source, in_headline, also }
    Join { a, b, at, question }
    HeadlinePart { kind, span, found, place }
    Flag { id, of, kind, polarity, quoted, span, note }
    Cleared { of, span, why }
    Charge { span, accused, of, by, answer, reply }
}

variants! {
    Answer: None Unclear Silent Speaks Replies;
    BlockKind: Headline OriginalHeadline Subheading Standfirst Byline Date Credit Paragraph Quotation Caption Biography
        Furniture;
    ChangeKind: ActorRelabelled ActorAdded RelationChanged PrecisionChanged TimeOrPlaceDropped HedgeDropped EmotionAdded
        Wording Unclear;
    ElementKind: Figure Name Label Claim;
    Found: Yes Quoted Weaker No;
    Hedge: Exact AtLeast AtMost About Range Vague;
    Polarity: Concern Credit Note;
    SourceKind: Named Institution Document Outlet Role Group Unnamed Pronoun Nobody;
    Unit: Dead Wounded Arrested Missing Displaced People Money Percent Time Length Other;
    Voice: Reporter Named Institution Document Outlet Role Group Unnamed Nobody;
}

impl Packed for usize {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.number(*self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.number()
    }
}

impl Packed for bool {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.bytes.push(u8::from(*self));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.byte() != 0
    }
}

impl Packed for FlagId {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.number(self.0 as usize);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self(from.number() as u32)
    }
}

impl Packed for TraitId {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.number(ALL.iter().position(|it| it.id == *self).unwrap_or(ALL.len()));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        ALL.get(from.number()).map_or(OWN.id, |it| it.id)
    }
}

/// As far from the last one as it begins, to and fro, and as long as it is.
impl Packed for Span {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        let start = self.start() as u32;
        let step = start.wrapping_sub(to.start) as i32;
        to.start = start;
        to.number((step << 1 ^ step >> 31) as u32 as usize);
        to.number(self.len());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let step = from.number() as u32;
        from.start = from.start.wrapping_add(step >> 1 ^ (step & 1).wrapping_neg());
        let end = from.start.saturating_add(from.number() as u32);
        Self::new(from.start as usize, end as usize)
    }
}

impl Packed for f64 {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.bytes.extend_from_slice(&self.to_le_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        Self::from_le_bytes([(); 8].map(|()| from.byte()))
    }
}

impl Packed for String {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.word(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.word().shared.to_string()
    }
}

impl Packed for Arc<str> {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.word(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        from.word().shared.clone()
    }
}

impl Packed for &'static str {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.word(self);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        let word = from.word();
        word.own.get_or_insert_with(|| own(&word.shared))
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        to.bytes.push(u8::from(self.is_some()));
        if let Some(it) = self {
            it.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        bool::unpack(from).then(|| T::unpack(from))
    }
}

/// Lists: how many there are, then each.
macro_rules! lists {
    ($($list:ident)*) => {$(
        impl<T: Packed> Packed for $list<T> {
            fn pack<'r>(&'r self, to: &mut Packer<'r>) {
                to.number(self.len());
                self.iter().for_each(|it| it.pack(to));
            }

            fn unpack(from: &mut Unpacker<'_>) -> Self {
                (0..from.length()).map(|_| T::unpack(from)).collect()
            }
        }
    )*};
}

lists! { Few Vec }

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        self.0.pack(to);
        self.1.pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl Packed for [Span; 2] {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        self.iter().for_each(|it| it.pack(to));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        [(); 2].map(|()| Packed::unpack(from))
    }
}

impl Packed for Value {
    fn pack<'r>(&'r self, to: &mut Packer<'r>) {
        match self {
            Self::Place => to.number(0),
            Self::Person => to.number(1),
            Self::Date { iso } => {
                to.number(2);
                iso.pack(to);
            }
            Self::Age { years } => {
                to.number(3);
                to.number(usize::from(*years));
            }
            Self::Figure { unit, low, high, hedge, place } => {
                to.number(4);
                unit.pack(to);
                low.pack(to);
                high.pack(to);
                hedge.pack(to);
                place.pack(to);
            }
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Self {
        match from.number() {
            0 => Self::Place,
            1 => Self::Person,
            2 => Self::Date { iso: Packed::unpack(from) },
            3 => Self::Age { years: from.number() as u8 },
            _ => Self::Figure {
                unit: Packed::unpack(from),
                low: Packed::unpack(from),
                high: Packed::unpack(from),
                hedge: Packed::unpack(from),
                place: Packed::unpack(from),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::analyse;

    const TEXT: &str = "Port news\n\nMayor calls strikers a mob\n\nOriginal headline: Mayor meets strikers\n\nBy Ina Brandel\n\n\
        12 May 2021\n\nOLDPORT (Reuters) - At least seven people were killed on Sunday, 12 May 2021, a medic said. A senior \
        official, who asked not to be named, said on Monday that “the ferry” would close. Nine people were killed in \
        Oldport, Ann Reed, 41, claimed. Officials said no. “Never,” said Ms. Read.\n\n";

    fn unpacked(bytes: &[u8]) -> Option<Report> {
        unpack(bytes.len(), &mut |from, slice| slice.copy_from_slice(&bytes[from..from + slice.len()]))
    }

    #[test]
    fn what_is_unpacked_is_what_was_packed() {
        for text in ["", "One.", TEXT, &TEXT.repeat(200)] {
            let report = analyse(text);
            assert_eq!(unpacked(&pack(&report)), Some(report));
        }
        let all = analyse(&TEXT.repeat(200));
        assert!(pack(&all).len() > SLICE, "takes more than one slice");
    }

    #[test]
    fn a_note_is_one_in_memory() {
        let report = unpacked(&pack(&analyse(&"A senior official said the ferry would close.\n\n".repeat(9))));
        let flags = report.expect("it was packed just now").articles.remove(0).flags;
        let mut notes: Vec<_> = flags.iter().filter_map(|it| it.note.as_ref()).collect();
        notes.sort();
        let pairs = notes.windows(2).filter(|it| it[0] == it[1]);
        assert!(pairs.clone().count() > 5 && pairs.into_iter().all(|it| Arc::ptr_eq(it[0], it[1])));
    }

    #[test]
    fn other_bytes_are_no_report() {
        let bytes = pack(&analyse(TEXT));
        assert!((0..bytes.len()).all(|end| unpacked(&bytes[..end]).is_none()), "cut off");
        assert_eq!(unpacked(&[bytes.as_slice(), &[0]].concat()), None, "too long");
        for at in 0..bytes.len() {
            let mut other = bytes.clone();
            other[at] = !other[at];
            // May be a report of other words; must come to an end.
            drop(unpacked(&other));
        }
        assert_eq!(unpacked(&[0xFF; 99]), None);
    }
}
