//! A document read once, for every trait.

use std::any::Any;
use std::cell::OnceCell;

use crate::text::{Document, Sentence, Span};

use super::article::{Article, Block, BlockKind, Origin};
use super::attribution::{self, Attribution, Source, Voice};
use super::facts::Facts;
use super::layout;
use super::quote::{self, Quote};
use super::source::{self, Anonymity, Description};
use super::word::Word;

/// A document, its words and its articles.
#[derive(Debug)]
pub struct Reading {
    pub document: Document,
    /// One for each token of the document.
    pub words: Vec<Word>,
    /// At least one, even of an empty text.
    articles: Vec<Parts>,
}

/// A step of reading, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Paragraphs, sentences, tokens.
    Text,
    Words,
    /// Articles and their blocks.
    Layout,
    Quotes,
    Attributions,
    /// Figures, dates, places, names.
    Facts,
    /// Who speaks again, and the voice of every sentence.
    Sources,
}

/// What is known of one article; lent out as [`Annotated`].
#[derive(Debug, Default)]
struct Parts {
    article: Article,
    quotes: Vec<Quote>,
    attributions: Vec<Attribution>,
    sources: Vec<Source>,
    descriptions: Vec<Description>,
    voices: Vec<(Span, Voice)>,
    facts: Facts,
    kept: OnceCell<Box<dyn Any>>,
}

/// What a report takes over of an article.
#[derive(Debug)]
pub struct Read {
    pub article: Article,
    pub attributions: Vec<Attribution>,
    pub sources: Vec<Source>,
    /// The sentences of the article's prose, each with its voice.
    pub voices: Vec<(Span, Voice)>,
}

/// One article, annotated.
#[derive(Clone, Copy, Debug)]
pub struct Annotated<'r> {
    pub document: &'r Document,
    /// One for each token of the whole document.
    pub words: &'r [Word],
    pub article: &'r Article,
    pub quotes: &'r [Quote],
    pub attributions: &'r [Attribution],
    pub sources: &'r [Source],
    /// What the first source phrase of each attribution says.
    pub descriptions: &'r [Description],
    /// The sentences of the article's prose, each with its voice.
    pub voices: &'r [(Span, Voice)],
    /// Figures, dates, ages, places and names.
    pub facts: &'r Facts,
    kept: &'r OnceCell<Box<dyn Any>>,
}

/// Returns what each paragraph of a text is, and reads no further.
pub fn blocks(text: &str) -> Vec<Block> {
    let document = Document::parse(text);
    let words = Word::of(&document);
    layout::articles(&document, &words, false).into_iter().flat_map(|it| it.blocks).collect()
}

/// Returns the headline of the first article that has one, without reading what is said below it.
pub fn headline(text: &str) -> Option<&str> {
    let headline = blocks(text).into_iter().find(|it| it.kind == BlockKind::Headline)?;
    Some(&text[headline.span.range()])
}

impl Reading {
    /// Never fails: text that cannot be parsed is still text.
    pub fn new(text: impl Into<String>) -> Self {
        Self::with_origin(text, Origin::default())
    }

    /// As [`new`](Self::new); what the text itself says of its origin goes before `origin`.
    pub fn with_origin(text: impl Into<String>, origin: Origin) -> Self {
        Self::observed(text, origin, |_| ())
    }

    /// Reads, and tells `done` as each step ends, so that steps can be timed. The
    /// last three come once for each article.
    pub fn observed(text: impl Into<String>, origin: Origin, mut done: impl FnMut(Step)) -> Self {
        let document = Document::parse(text);
        done(Step::Text);
        let words = Word::of(&document);
        done(Step::Words);
        let mut articles = layout::articles(&document, &words, origin.headline.is_some());
        if let [article] = &mut articles[..] {
            article.complete(origin);
        }
        done(Step::Layout);
        let articles = articles.into_iter().map(|it| Parts::read(&document, &words, it, &mut done)).collect();
        Self { document, words, articles }
    }

    /// Hands over what was read of each article and leaves the rest.
    pub fn into_articles(self) -> impl Iterator<Item = Read> {
        self.articles.into_iter().map(|parts| Read {
            article: parts.article,
            attributions: parts.attributions,
            sources: parts.sources,
            voices: parts.voices,
        })
    }

    pub fn articles(&self) -> impl Iterator<Item = Annotated<'_>> {
        self.articles.iter().map(|parts| Annotated {
            document: &self.document,
            words: &self.words,
            article: &parts.article,
            quotes: &parts.quotes,
            attributions: &parts.attributions,
            sources: &parts.sources,
            descriptions: &parts.descriptions,
            voices: &parts.voices,
            facts: &parts.facts,
            kept: &parts.kept,
        })
    }
}

impl Parts {
    fn read(document: &Document, words: &[Word], article: Article, done: &mut impl FnMut(Step)) -> Self {
        let quotes = quote::find(document, &article);
        done(Step::Quotes);
        let mut attributions = attribution::find(document, words, &article, &quotes);
        done(Step::Attributions);
        let (sources, descriptions) = source::merge(source::Text { document, words }, &article, &mut attributions);
        let voices = source::voices(source::Text { document, words }, &article, &quotes, &attributions);
        done(Step::Sources);
        let facts = Facts::read(document, words, &article, &attributions);
        done(Step::Facts);
        Self { article, quotes, attributions, sources, descriptions, voices, facts, kept: OnceCell::new() }
    }
}

impl<'r> Annotated<'r> {
    /// Returns what is kept of this article by the layer above, so that it is worked out once;
    /// nothing at first. One type is kept of an article.
    pub fn kept<T: Any + Default>(self) -> &'r T {
        let kept = self.kept.get_or_init(|| Box::<T>::default());
        kept.downcast_ref().expect("one type is kept of an article")
    }

    /// Reads the phrase that names a source.
    pub fn describe(self, source: Span) -> Description {
        source::describe(source::Text { document: self.document, words: self.words }, source)
    }

    /// Whether a noun, a title or a name is of a woman, or of a man.
    pub fn is_of_woman(self, at: usize) -> Option<bool> {
        source::is_woman(source::Text { document: self.document, words: self.words }, at)
    }

    /// Returns what a sentence says, from the token `from` on, of a source that would not be named.
    pub fn anonymity(self, sentence: &Sentence, from: usize) -> Option<Anonymity> {
        source::anonymity(source::Text { document: self.document, words: self.words }, sentence, from)
    }

    /// If the name of a newsroom begins at the token `at`, returns the token behind it.
    pub fn outlet_at(self, at: usize) -> Option<usize> {
        source::outlet_at(self.words, at)
    }

    /// Returns the sentences of the running text, in order.
    pub fn sentences(self) -> impl Iterator<Item = &'r Sentence> {
        let document = self.document;
        self.prose().flat_map(|block| &document.sentences()[document.paragraphs()[block.paragraph].sentences.clone()])
    }

    /// Whether a place lies inside a quotation; its marks are outside.
    pub fn is_quoted(self, span: Span) -> bool {
        let next = self.quotes.partition_point(|quote| quote.inner.end() <= span.start());
        self.quotes.get(next).is_some_and(|quote| quote.inner.contains(span))
    }

    /// Returns the blocks that hold running text.
    pub fn prose(self) -> impl Iterator<Item = &'r Block> {
        self.article.blocks.iter().filter(|block| block.kind.is_prose())
    }
}
