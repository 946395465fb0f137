//! Sayso reads a news article and shows, beside it, who stands behind each
//! part of it and how it is worded.
//!
//! Layers, each of which may use only those before it:
//!
//! ```text
//! text  →  ling  →  traits  →  report
//!       →  worker | storage | share | export | import | intake | lesson | library  →  app
//! ```
//!
//! `text … report` is pure: no clock, no chance, no I/O, no web crate.

/// A word list of `src`, without its remarks.
macro_rules! list {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}
use list;

// In reading order. The blank lines keep rustfmt from sorting them.
pub mod text;

pub mod ling;

pub mod traits;

pub mod report;

#[cfg(any(test, feature = "library"))]
pub mod library;

pub mod export;

#[cfg(any(test, feature = "share"))]
pub mod share;

#[cfg(any(test, feature = "share"))]
pub mod intake;

#[cfg(feature = "import")]
pub mod import;

#[cfg(feature = "worker")]
pub mod worker;

pub mod storage;

#[cfg(any(test, feature = "share"))]
pub mod lesson;

#[cfg(feature = "page")]
pub mod app;

pub mod testing;
