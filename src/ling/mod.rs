//! The linguistic layer: what words do. No judgement.
//!
//! Terms are the field's: an attribution has a *source*, a *cue* and a
//! *content* (PARC 3.0, Pareti 2016; PolNeAR, Newell et al. 2018).

mod annotated;
mod article;
mod attribution;
mod layout;
mod lexicon;
mod phrase;
mod quote;
mod word;

pub use annotated::{Annotated, Reading, Step};
pub use article::{Article, Block, BlockKind, Change, ChangeKind, Substitution};
pub use attribution::{Attribution, Source, SourceKind, Voice};
pub use lexicon::Class;
pub use phrase::{Match, Phrases};
pub use quote::Quote;
pub use word::{Classes, Shape, Word, key};
