//! The sentences of an article that may attribute something, taken apart.

use std::ops::Range;

use crate::ling::article::Article;
use crate::ling::chunk::{self, Chunk};
use crate::ling::clause::{self, Verb};
use crate::ling::fact_word::Role;
use crate::ling::pos::Pos;
use crate::ling::quote::Quote;
use crate::ling::tag::{self, Tag};
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, Word, key_of};
use crate::text::{Document, Span};

use super::speaks;

/// All that reports by itself; verbs that lend themselves to a noun need that noun.
const REPORTING: Frames = super::sentence::SPOKEN
    .or(Frames::THINK.or(Frames::SHOW).or(Frames::SPEAK).or(Frames::SEEM))
    .or(Frames::NOUN.or(Frames::ATTITUDE).or(Frames::HEARSAY));

/// The tags, chunks and verbs of sentence after sentence. Each step is done for all sentences before the next, for
/// the code of all of them is more than the nearest cache holds.
pub(super) struct Parts {
    pub(super) sentences: Vec<Bounds>,
    pub(super) tags: Vec<Tag>,
    pub(super) chunks: Vec<Chunk>,
    pub(super) verbs: Vec<Verb>,
}

/// Where the parts of one sentence lie.
pub(super) struct Bounds {
    /// Index of its paragraph.
    pub(super) paragraph: usize,
    pub(super) tokens: Range<usize>,
    /// The quotations that reach into it.
    pub(super) quotes: Range<usize>,
    /// What its words do and take, all together.
    roles: u64,
    pub(super) takes: Frames,
    pub(super) tags: Range<usize>,
    pub(super) chunks: Range<usize>,
    pub(super) verbs: Range<usize>,
}

impl Bounds {
    /// Whether a word is a cue by itself.
    pub(super) fn has_cue(&self) -> bool {
        self.roles & 1 << Role::Cue as u32 != 0
    }
}

impl Parts {
    pub(super) fn read(document: &Document, words: &[Word], article: &Article, quotes: &[Quote]) -> Self {
        let mut sentences = sentences(document, words, article, quotes);
        let tokens = sentences.iter().map(|it| it.tokens.len()).sum();
        let mut tags = Vec::with_capacity(tokens);
        for it in &mut sentences {
            it.tags.start = tags.len();
            tag::tag(document, words, &quotes[it.quotes.clone()], it.tokens.clone(), it.roles, &mut tags);
            it.tags.end = tags.len();
        }
        // Two tokens a chunk or fewer, and eight a verb.
        let (mut chunks, mut verbs) = (Vec::with_capacity(tokens * 3 / 4), Vec::with_capacity(tokens / 8));
        for it in &mut sentences {
            it.chunks.start = chunks.len();
            chunk::chunk(words, &tags[it.tags.clone()], it.tokens.start, &mut chunks);
            it.chunks.end = chunks.len();
        }
        let mut outer = Vec::new();
        for it in &mut sentences {
            it.verbs.start = verbs.len();
            clause::verbs(words, &chunks[it.chunks.clone()], &mut verbs, &mut outer);
            it.verbs.end = verbs.len();
        }
        Self { sentences, tags, chunks, verbs }
    }
}

/// The sentences with a word that can attribute something, but for those that are quoted.
fn sentences(document: &Document, words: &[Word], article: &Article, quotes: &[Quote]) -> Vec<Bounds> {
    let mut found = Vec::with_capacity(2 * article.blocks.len());
    let mut before = 0;
    for block in article.blocks.iter().filter(|block| speaks(block.kind)) {
        for sentence in &document.sentences()[document.paragraphs()[block.paragraph].sentences.clone()] {
            let (mut start, end) = (sentence.span.start(), sentence.span.end());
            let mut tokens = sentence.tokens.clone();
            // *VELIA (AP) — Officials said …*: the place is no part of the sentence.
            if let Some(behind) = article.behind_dateline.filter(|&it| start < it && it < end) {
                start = behind;
                tokens.start = document.tokens_in(Span::new(start, end)).start;
            }
            let (mut takes, mut roles) = (Frames::NONE, 0);
            for word in &words[tokens.clone()] {
                takes.add(word.frames);
                roles |= word.roles;
            }
            let bounds = Bounds {
                paragraph: block.paragraph,
                tokens,
                quotes: 0..0,
                roles,
                takes,
                tags: 0..0,
                chunks: 0..0,
                verbs: 0..0,
            };
            if !bounds.has_cue() && !takes.is(REPORTING) && !is_told(&words[bounds.tokens.clone()]) {
                continue;
            }
            before += quotes[before..].iter().take_while(|it| it.span.end() <= start).count();
            let rest = &quotes[before..];
            if rest.first().is_some_and(|it| it.span.start() <= start && end <= it.span.end()) {
                continue;
            }
            let here = rest.iter().take_while(|it| it.span.start() < end).count();
            found.push(Bounds { quotes: before..before + here, ..bounds });
        }
    }
    found
}

/// Whether a participle has a clause that it reports, whatever its verb.
fn is_told(words: &[Word]) -> bool {
    let mut may_tell = false;
    words.iter().any(|word| {
        let is_told = may_tell && word.pos.is(Pos::THAT.or(Pos::WH));
        // No branches: every word of many sentences comes by here.
        may_tell = word.pos.is(Pos::PART) | may_tell & is_between(word);
        is_told
    })
}

/// Whether a word may stand between a participle and the clause it reports, whatever its verb: *was
/// told last Monday that*.
fn is_between(word: &Word) -> bool {
    const COMMA: u32 = key_of(",");
    const ADVERBIAL: Pos = Pos::ADV.or(Pos::TIME).or(Pos::NOT).or(Pos::DET).or(Pos::ADJ).or(Pos::NUMBER);
    let is_mark = (word.shape == Shape::Number) | (word.shape == Shape::Punct);
    (word.pos.is(ADVERBIAL) | word.possessive | is_mark) & (!word.has_key(COMMA))
}
