//! One buffer, cut into paragraphs, sentences and tokens.

use std::ops::{Index, Range};

use super::token::tokenize;
use super::{Span, Token, block, is_one_of, sentence};

/// A text and where its paragraphs, sentences and tokens lie.
///
/// Never normalised: a span points at what the reader sees.
#[derive(Debug)]
pub struct Document {
    text: String,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    token_starts: Starts,
    sentence_starts: Starts,
}

/// The bytes at which something begins: a bit for each, and how many there are before each word of bits.
#[derive(Debug, Default)]
struct Starts(Vec<(u64, u32)>);

impl Starts {
    fn of(len: usize, starts: impl Iterator<Item = usize>) -> Self {
        let mut words = vec![(0, 0); len / 64 + 1];
        starts.for_each(|it| words[it / 64].0 |= 1 << (it % 64));
        let mut before = 0;
        for (bits, count) in &mut words {
            *count = before;
            before += u64::count_ones(*bits);
        }
        Self(words)
    }

    /// Returns how many there are before a byte.
    fn before(&self, byte: usize) -> usize {
        let (bits, count) = self.0[byte / 64];
        (count + (bits & ((1 << (byte % 64)) - 1)).count_ones()) as usize
    }
}

/// A line with something on it, or several that a machine broke at some column;
/// without the space around it.
#[derive(Clone, Debug)]
pub struct Paragraph {
    pub span: Span,
    /// Whether an empty line, or the start of the text, comes before.
    pub after_gap: bool,
    /// Indices into [`Document::sentences`].
    pub sentences: Range<usize>,
    /// Indices into [`Document::tokens`].
    pub tokens: Range<usize>,
}

/// A sentence; it never crosses a paragraph.
#[derive(Clone, Debug)]
pub struct Sentence {
    pub span: Span,
    /// Indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Index into [`Document::paragraphs`].
    pub paragraph: usize,
}

impl Document {
    /// Never fails: text that cannot be parsed is still text.
    pub fn parse(text: impl Into<String>) -> Self {
        let text = text.into();
        let (paragraphs, sentences, tokens, token_starts, sentence_starts) = Default::default();
        let mut document = Self { text: String::new(), paragraphs, sentences, tokens, token_starts, sentence_starts };
        // A word and the space behind it take six bytes in English; marks, and short lines, come on top.
        document.tokens.reserve(text.len() / 4);
        document.sentences.reserve(text.len() / 64);
        document.paragraphs.reserve(text.len() / 64);
        let mut stops = Vec::new();
        block::paragraphs(&text, |span, after_gap| document.push_paragraph(&text, span, after_gap, &mut stops));
        document.token_starts = Starts::of(text.len(), document.tokens.iter().map(|it| it.span.start()));
        document.sentence_starts = Starts::of(text.len(), document.sentences.iter().map(|it| it.span.start()));
        document.text = text;
        document
    }

    /// `stops` is room for the tokens that may end a sentence.
    fn push_paragraph(&mut self, text: &str, span: Span, after_gap: bool, stops: &mut Vec<usize>) {
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len();
        stops.clear();
        tokenize(text, span, &mut self.tokens, stops);
        let paragraph = self.paragraphs.len();
        let (tokens, sentences) = (&self.tokens, &mut self.sentences);
        sentence::split(text, &tokens[first_token..], stops, |range| {
            let range = first_token + range.start..first_token + range.end;
            let span = tokens[range.start].span.to(tokens[range.end - 1].span);
            sentences.push(Sentence { span, tokens: range, paragraph });
        });
        self.paragraphs.push(Paragraph {
            span,
            after_gap,
            sentences: first_sentence..self.sentences.len(),
            tokens: first_token..self.tokens.len(),
        });
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Whether a token is one of `words`, whatever its capitals. None stands behind the last.
    pub fn is_one_of(&self, token: usize, words: &str) -> bool {
        self.tokens.get(token).is_some_and(|it| is_one_of(&self.text.as_bytes()[it.span.range()], words))
    }

    /// Returns the indices of the tokens that begin in `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        self.token_starts.before(span.start())..self.token_starts.before(span.end())
    }

    /// Returns the indices of the sentences that overlap `span`.
    pub fn sentences_in(&self, span: Span) -> Range<usize> {
        let begun = self.sentence_starts.before(span.start());
        // Of those that begin before the span, only the last may reach into it.
        let reaches = begun > 0 && self.sentences[begun - 1].span.end() > span.start();
        let first = begun - usize::from(reaches);
        // Most spans lie in one sentence.
        if reaches && span.end() <= self.sentences[first].span.end() && span.start() < span.end() {
            return first..begun;
        }
        first..self.sentence_starts.before(span.end()).max(first)
    }
}

impl Index<Span> for Document {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}
