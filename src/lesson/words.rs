//! A text as the words that can be marked.

use std::ops::Range;

use crate::text::{Document, Span, TokenKind};

/// The words and numbers of a text, in order; punctuation is not marked for itself.
#[derive(Debug)]
pub struct Words {
    spans: Vec<Span>,
    /// The sentence each word is in.
    sentence: Vec<u32>,
}

impl Words {
    pub fn of(document: &Document) -> Self {
        let (mut spans, mut sentence) = (Vec::new(), Vec::new());
        for (number, it) in (0..).zip(document.sentences()) {
            let tokens = &document.tokens()[it.tokens.clone()];
            for token in tokens.iter().filter(|it| it.kind != TokenKind::Punct) {
                spans.push(token.span);
                sentence.push(number);
            }
        }
        Self { spans, sentence }
    }

    pub fn read(text: &str) -> Self {
        Self::of(&Document::parse(text))
    }

    /// The words of a text but for those of `parts`, in order, that nobody is asked to mark.
    pub fn outside(text: &str, parts: &[Span]) -> Self {
        let Self { spans, sentence } = Self::read(text);
        let is_outside = |it: &(Span, u32)| {
            let next = parts.partition_point(|part| part.end() <= it.0.start());
            parts.get(next).is_none_or(|part| it.0.end() <= part.start())
        };
        let (spans, sentence) = spans.into_iter().zip(sentence).filter(is_outside).unzip();
        Self { spans, sentence }
    }

    pub fn len(&self) -> usize {
        self.spans.len()
    }

    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    pub fn span(&self, word: usize) -> Span {
        self.spans[word]
    }

    pub fn sentence(&self, word: usize) -> u32 {
        self.sentence[word]
    }

    /// Returns the words that a span touches.
    pub fn within(&self, span: Span) -> Range<usize> {
        let first = self.spans.partition_point(|it| it.end() <= span.start());
        let last = self.spans.partition_point(|it| it.start() < span.end());
        first..last.max(first)
    }

    /// Returns the span from the first to the last of these words; `None` where there are none.
    pub fn cover(&self, words: Range<usize>) -> Option<Span> {
        let words = self.spans.get(words)?;
        Some(words.first()?.to(*words.last()?))
    }
}
