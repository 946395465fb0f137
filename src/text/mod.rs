//! The text model: bytes, tokens, sentences, paragraphs. No English, no meaning.

mod block;
mod code_points;
mod document;
mod few;
mod find;
mod lower;
mod scan;
mod sentence;
mod sort;
mod span;
mod token;

pub use code_points::CodePoints;
pub use document::{Document, Paragraph, Sentence};
pub use few::Few;
pub use find::{around, cut, find, fingerprint, fold, parts, places};
pub use lower::{begins_with_one, ends_with_one, is_one_of, lower, lower_char};
pub use scan::{beyond_ascii, first_of, has, is_plain, lower_eight};
pub use sort::{by_each, sort_by_number};
pub use span::Span;
pub use token::{Token, TokenKind};
