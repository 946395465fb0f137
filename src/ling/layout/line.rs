//! A paragraph by its looks: how long, how it begins and ends, how it is written.

use std::ops::Range;

use crate::ling::word::{Shape, Word};
use crate::text::{Document, Span};

/// A paragraph, measured.
#[derive(Clone, Debug)]
pub(super) struct Line<'d> {
    /// Index into the document's paragraphs.
    pub(super) paragraph: usize,
    pub(super) span: Span,
    pub(super) text: &'d str,
    /// Of the words and numbers.
    pub(super) words: usize,
    pub(super) capitals: usize,
    pub(super) small: usize,
    pub(super) sentences: usize,
    pub(super) end: End,
    /// Whether an empty line, or the start of the text, comes before.
    pub(super) after_gap: bool,
    /// Indices into the document's tokens.
    pub(super) tokens: Range<usize>,
    /// Whether there is more than a space between two words.
    pub(super) has_gap: bool,
    /// The roles of all words.
    pub(super) roles: u64,
    /// The [`bit`] of every mark that stands in it by itself.
    marks: u64,
}

/// A bit for a mark, by the first byte of it; some share one.
fn bit(first: u8) -> u64 {
    1 << (first & 63)
}

/// The mark a line ends with, behind closing quotation marks and brackets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A full stop or an ellipsis.
    Stop,
    /// A question or exclamation mark.
    Mark,
    /// A colon, semicolon, comma or dash: more is to come.
    More,
    None,
}

impl<'d> Line<'d> {
    pub(super) fn read(document: &'d Document, words: &[Word], paragraph: usize) -> Self {
        let it = &document.paragraphs()[paragraph];
        let text = &document[it.span];
        let (mut of_shape, mut roles, mut marks, mut has_gap) = ([0; Shape::COUNT], 0, 0, false);
        let mut behind = it.span.start();
        for (word, token) in words[it.tokens.clone()].iter().zip(&document.tokens()[it.tokens.clone()]) {
            of_shape[word.shape as usize] += 1;
            roles |= word.roles;
            has_gap |= token.span.start() > behind + 1;
            behind = token.span.end();
            // Without a branch: every word of a text comes by here.
            marks |= bit(document.text().as_bytes()[token.span.start()]) * u64::from(word.shape == Shape::Punct);
        }
        let count = it.tokens.len() - of_shape[Shape::Punct as usize];
        let capitals = of_shape[Shape::Capital as usize] + of_shape[Shape::AllCaps as usize];
        let small = of_shape[Shape::Lower as usize];
        let sentences = it.sentences.len();
        let (after_gap, tokens) = (it.after_gap, it.tokens.clone());
        Self {
            paragraph,
            span: it.span,
            text,
            words: count,
            capitals,
            small,
            sentences,
            end: End::of(text),
            after_gap,
            tokens,
            has_gap,
            roles,
            marks,
        }
    }

    /// Whether one of `marks`, none of which can be part of a word, may stand in it: most lines that lack
    /// all of them are told here.
    pub(super) fn may_have(&self, marks: &[char]) -> bool {
        marks.iter().any(|it| self.marks & bit(it.encode_utf8(&mut [0; 4]).as_bytes()[0]) != 0)
    }

    /// Whether it reads like running text: a sentence with its full stop, or long.
    pub(super) fn is_prose(&self) -> bool {
        match self.end {
            End::Stop | End::Mark => self.words >= 8 || self.words >= 4 && self.small * 2 > self.words,
            End::More => self.words >= 12,
            End::None => self.words >= 25 || self.sentences > 1 && self.words >= 12,
        }
    }

    /// Whether it could be a headline or a heading by its looks.
    pub(super) fn is_heading(&self) -> bool {
        let starts_well = self.text.chars().find(|it| it.is_alphanumeric()).is_some_and(|it| !it.is_lowercase());
        starts_well && matches!(self.end, End::None | End::Mark) && 1 <= self.words && self.words <= 30
    }

    /// Whether nearly every longer word has a capital.
    pub(super) fn is_title_case(&self) -> bool {
        self.words >= 4 && self.capitals * 10 >= (self.capitals + self.small) * 6
    }
}

impl End {
    fn of(text: &str) -> Self {
        let bare = text.trim_end_matches(|it: char| {
            matches!(it, '"' | '\'' | '”' | '’' | ')' | ']' | '»' | '*' | '_') || it.is_whitespace()
        });
        match bare.chars().next_back() {
            Some('.' | '…' | '。' | '۔' | '।') => Self::Stop,
            Some('?' | '!' | '؟' | '？' | '！') => Self::Mark,
            Some(':' | ';' | ',' | '-' | '–' | '—') => Self::More,
            _ => Self::None,
        }
    }
}
