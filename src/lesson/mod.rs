//! The classroom: what a teacher hands out, what a student hands in, and what a class makes of a text.
//!
//! Pure, as the analysis is: no clock, no chance, no screen. Everything that comes from
//! outside (a link, a file, a pasted code) is hostile until [`Lesson::read`] or
//! [`Slip::read`] has taken it apart; any bytes give an error and nothing else.

mod agreement;
mod anchor;
mod class;
mod code;
mod contested;
mod found;
mod groups;
mod model;
mod places;
mod pointer;
mod ready;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod wire;
mod words;

pub use agreement::{Alpha, overlap_f1, percent};
pub use anchor::{Quote, Scene, moved, quote};
pub use class::{Alike, Class, Entry, Fate, Picture, TraitRow, gather};
pub use code::{Kind, Refused};
pub use contested::Contested;
pub use found::lesson_of;
pub use groups::{Comparison, Group, Place, Score, compare};
pub use model::{Attempt, Key, Lesson, Marking, Origin, Reveal, Slip, Stance, Story, Work};
pub use pointer::{between, first_of};
pub use ready::{Ready, ready};
pub use sheet::{Line, lines};
pub use table::{answers_csv, csv, picture_csv};
pub use words::Words;

/// Bytes of an article that a lesson takes.
pub const MAX_TEXT: usize = 60_000;

/// Rules that a lesson may ask for: one for each of the keys 1 to 9.
pub const MAX_TRAITS: usize = 9;
