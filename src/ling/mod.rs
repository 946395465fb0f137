//! The linguistic layer: what words do. No judgement.
//!
//! Terms are the field's: an attribution has a *source*, a *cue* and a
//! *content* (PARC 3.0, Pareti 2016; PolNeAR, Newell et al. 2018).

/// The keys of words that the program knows.
macro_rules! words {
    [$($word:literal),+] => { &const { $crate::ling::word::keys_of([$($word),+]) } };
}

mod annotated;
mod article;
mod attribution;
mod calendar;
mod chunk;
mod clause;
mod credit;
mod date;
mod fact_word;
mod facts;
mod figure;
mod figure_unit;
mod headline;
mod headline_check;
mod key_index;
mod layout;
mod lexicon;
mod name;
mod number;
mod outlet;
mod phrase;
mod place;
mod pos;
mod published;
mod quote;
mod source;
mod spelling;
mod tag;
mod verb;
mod word;

pub use annotated::{Annotated, Read, Reading, Step, blocks, headline};
pub use article::{Article, Block, BlockKind, Change, ChangeKind, Origin, Substitution};
pub use attribution::{Attribution, Source, SourceKind, Voice};
pub use calendar::{MONTHS, WEEKDAYS, exists, has_year, in_words, weekday};
pub use credit::{dateline, is_person, is_wire, office, strip_start};
pub use date::Date;
pub use facts::{Age, Facts};
pub use figure::{Figure, Hedge, Unit};
pub use headline::{AlignedWord, Comparison, compare, is_other_number, is_written_anew};
pub use headline_check::{Element, ElementKind, Found, Line, check_headline};
pub use key_index::{KeyIndex, KeyTable, WordSet};
pub use lexicon::Class;
pub use name::{Name, NameKind, Person};
pub use outlet::{PAPERS, is_newsroom};
pub use phrase::{Match, Phrases, bit_of, pair};
pub use place::Place;
pub use pos::Pos;
pub use published::is_date;
pub use quote::Quote;
pub use source::{Anonymity, Description, Determiner, OUTLETS, REQUESTS, Reason};
pub use spelling::{are_alike, consonants, first_word, skeleton, without_article};
pub use verb::Frames;
pub use word::{Classes, Shape, Word, is_among, is_one_of, key, key_of, keys_of};
