//! One buffer, cut into paragraphs, sentences and tokens.

use std::ops::{Index, Range};

use super::token::tokenize;
use super::{Span, Token, block, sentence};

/// A text and where its paragraphs, sentences and tokens lie.
///
/// Never normalised: a span points at what the reader sees.
#[derive(Debug)]
pub struct Document {
    text: String,
    paragraphs: Vec<Paragraph>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    tokens_before: Steps,
    sentences_before: Steps,
}

/// How many begin before every [`STEP`]th byte.
#[derive(Debug, Default)]
struct Steps(Vec<u32>);

/// So that the token at a byte is looked for among two or three.
const STEP: usize = 16;

impl Steps {
    fn of(len: usize, starts: impl Iterator<Item = usize>) -> Self {
        let mut before = Vec::with_capacity(len / STEP + 1);
        for (at, start) in starts.enumerate() {
            while before.len() * STEP <= start {
                before.push(at as u32);
            }
        }
        Self(before)
    }

    /// Returns how many of `all` begin before a byte.
    fn count<T>(&self, all: &[T], byte: usize, start: impl Fn(&T) -> usize) -> usize {
        let count = |step: usize| self.0.get(step).map_or(all.len(), |it| *it as usize);
        let (least, most) = (count(byte / STEP), count(byte / STEP + 1));
        least + all[least..most].iter().take_while(|it| start(it) < byte).count()
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
        let (paragraphs, sentences, tokens, tokens_before, sentences_before) = Default::default();
        let mut document = Self { text: String::new(), paragraphs, sentences, tokens, tokens_before, sentences_before };
        // A word and the space behind it take six bytes in English.
        document.tokens.reserve(text.len() / 5);
        block::paragraphs(&text, |span, after_gap| document.push_paragraph(&text, span, after_gap));
        document.tokens_before = Steps::of(text.len(), document.tokens.iter().map(|it| it.span.start()));
        document.sentences_before = Steps::of(text.len(), document.sentences.iter().map(|it| it.span.start()));
        document.text = text;
        document
    }

    fn push_paragraph(&mut self, text: &str, span: Span, after_gap: bool) {
        let first_token = self.tokens.len();
        let first_sentence = self.sentences.len();
        tokenize(text, span, &mut self.tokens);
        let paragraph = self.paragraphs.len();
        let (tokens, sentences) = (&self.tokens, &mut self.sentences);
        sentence::split(text, &tokens[first_token..], |range| {
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

    /// Returns the indices of the tokens that begin in `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        self.tokens_before(span.start())..self.tokens_before(span.end())
    }

    fn tokens_before(&self, byte: usize) -> usize {
        self.tokens_before.count(&self.tokens, byte, |it| it.span.start())
    }

    fn sentences_before(&self, byte: usize) -> usize {
        self.sentences_before.count(&self.sentences, byte, |it| it.span.start())
    }

    /// Returns the indices of the sentences that overlap `span`.
    pub fn sentences_in(&self, span: Span) -> Range<usize> {
        let begun = self.sentences_before(span.start());
        // Of those that begin before the span, only the last may reach into it.
        let reaches = begun > 0 && self.sentences[begun - 1].span.end() > span.start();
        let first = begun - usize::from(reaches);
        first..self.sentences_before(span.end()).max(first)
    }
}

impl Index<Span> for Document {
    type Output = str;

    fn index(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}
