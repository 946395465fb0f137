//! The traits: one file each, with detector, explanation, examples and tests.
//!
//! To add one, copy the nearest file, write its explanation first, and add
//! one line to the list below.
//!
//! What the traits on sources share, each the answer to one question about somebody without a name, or about a claim:
//!
//! - `stating`: is anything said at all, or only done?
//! - `overlooked`: who speaks though no attribution was read?
//! - `known`: can whoever speaks be checked though the text gives no name? It asks `vouched`, whether somebody beside
//!   them is named, and that asks `keepers`, whether the police, a court or the law has the name.
//! - `reasons`: does the text say why there is no name?
//! - `speakerless`: which quotations is nobody said to speak?
//! - `accusing`, `reply`, `heard`: who is accused, what is an answer, and is it theirs?
//! - `tolls`: who counted the dead?
//! - `habits`: is it said of a whole kind?
//! - `plot`, `letters`, `opinion`, `others`: is it in a play, of a reader, an opinion, in somebody else's words?

mod accusing;
mod entries;
mod habits;
mod heard;
mod keepers;
mod known;
mod letters;
pub mod lists;
mod members;
mod model;
mod named_after;
mod opinion;
mod others;
mod overlooked;
mod party;
mod plot;
mod reasons;
mod record;
mod reply;
mod score;
mod shared;
mod sourcing;
mod speakerless;
mod stating;
mod subject;
mod thing;
mod tolls;
mod vouched;
pub mod word_lists;
mod wording;

pub use missing_provenance::names_writer;
pub use model::{
    Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId, find, named,
    with_own,
};
pub use record::{Count, Elsewhere, Record, elsewhere, record};

macro_rules! traits {
    ($(mod $name:ident;)*) => {
        $(mod $name;)*

        /// Every trait Sayso knows, in the order of the panel.
        pub static ALL: &[&Trait] = &[$(&$name::TRAIT),*];

        /// Their examples, in the same order. They stand apart so that a bundle which shows none carries none.
        static EXAMPLES: &[&[Example]] = &[$($name::EXAMPLES),*];

        /// What they rest on, likewise, and last that of the reader's own list.
        static GROUNDS: &[Grounds] = &[$($name::GROUNDS,)* lists::GROUNDS];
    };
}

traits! {
    mod unnamed_source;
    mod missing_attribution;
    mod passive_attribution;
    mod relayed_report;
    mod no_right_of_reply;
    mod loaded_label;
    mod loaded_language;
    mod loaded_verb;
    mod generalization;
    mod scare_quotes;
    mod headline_substitution;
    mod headline_mismatch;
    mod headline_style;
    mod missing_provenance;
    mod republished;
    mod organisation_credit;
    mod page_furniture;
    mod garbled_text;
    mod hidden_characters;
    mod name_variants;
    mod number_conflict;
    mod date_conflict;
    mod named_with_role;
    mod anonymity_explained;
    mod reply_included;
    mod figure_attributed;
    mod limits_stated;
    mod correction;
}

/// What a trait must flag, and what it must let pass; none for one that is not in [`ALL`].
pub fn examples(of: TraitId) -> &'static [Example] {
    ALL.iter().position(|it| it.id == of).map_or(&[], |at| EXAMPLES[at])
}

/// What the rule of this trait rests on, and where it fails.
pub fn grounds(of: TraitId) -> &'static Grounds {
    let at = ALL.iter().position(|it| it.id == of);
    &GROUNDS[at.unwrap_or(ALL.len())]
}

// For those who join what disagrees, besides marking it.
pub(crate) use date_conflict::page_conflict;
pub use heard::Answer;
pub(crate) use number_conflict::age_conflicts;
pub(crate) use reply::replies;
pub(crate) use shared::{accusations, answer, charged, conflicts, date_conflicts, headline, variants};
