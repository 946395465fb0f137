//! Who speaks in each sentence.

use std::ops::Range;

use crate::text::Span;

use super::super::article::Article;
use super::super::attribution::{Attribution, SourceKind, Voice};
use super::super::lexicon::Class;
use super::super::quote::Quote;
use super::super::verb::Frames;
use super::Text;

/// How many sentences one attribution is followed through.
const LONGEST_SPEECH: usize = 200;

/// Returns the sentences of the prose, each with its voice: the reporter's,
/// unless most of it is attributed or quoted. *Said Ann Lee, 61* belongs to what she said.
pub(in super::super) fn voices(
    text: Text<'_>,
    article: &Article,
    quotes: &[Quote],
    attributions: &[Attribution],
) -> Vec<(Span, Voice)> {
    let document = text.document;
    let prose = article.blocks.iter().filter(|block| block.kind.is_prose());
    let paragraphs = prose.map(|block| document.paragraphs()[block.paragraph].sentences.clone());
    let (first, end) = (paragraphs.clone().next(), paragraphs.clone().next_back());
    let all = first.map_or(0, |it| it.start)..end.map_or(0, |it| it.end);
    let mut heard = vec![Heard::default(); all.len()];
    let mut last = 0..0;
    // Calls `each` for every sentence that `span` meets, with how many bytes they share.
    let mut hear = |span: Span, each: &mut dyn FnMut(&mut Heard, usize)| {
        // The parts of an attribution lie in one sentence as a rule.
        if last.len() != 1 || !document.sentences()[last.start].span.contains(span) {
            last = document.sentences_in(span);
        }
        let Range { start, end } = last;
        for sentence in start.max(all.start)..end.min(start + LONGEST_SPEECH).min(all.end) {
            let it = document.sentences()[sentence].span;
            let shared = it.end().min(span.end()).saturating_sub(it.start().max(span.start()));
            each(&mut heard[sentence - all.start], shared);
        }
    };
    for (at, attribution) in attributions.iter().enumerate() {
        let voice = voice_of(attribution.kind);
        for parts in [&attribution.content, &attribution.source, &attribution.cue] {
            for &span in parts {
                hear(span, &mut |it, shared| it.attributed(at, voice, shared));
            }
        }
        if attribution.source.is_empty() && !is_noun(text, attribution) {
            // *reportedly*: the cue alone makes the sentence hearsay.
            for &span in &attribution.cue {
                hear(span, &mut |it, _| it.is_hearsay = true);
            }
        }
    }
    for quote in quotes {
        hear(quote.span, &mut |it, shared| it.quoted += shared);
    }
    let mut before: Option<(usize, Voice)> = None;
    let each = paragraphs.flatten().map(|sentence| {
        let it = &document.sentences()[sentence];
        let voice = heard[sentence - all.start]
            .voice(it.span.len(), before.filter(|(paragraph, _)| *paragraph == it.paragraph).map(|it| it.1));
        before = Some((it.paragraph, voice));
        (it.span, voice)
    });
    let mut voices = Vec::with_capacity(all.len());
    voices.extend(each);
    voices
}

/// *concern about*: what is reported is a part of the sentence, and no hearsay.
fn is_noun(text: Text<'_>, attribution: &Attribution) -> bool {
    let tokens = || attribution.cue.iter().flat_map(|&cue| text.document.tokens_in(cue).take(8));
    tokens().any(|at| text.words[at].frames.is(Frames::NOUN)) && !tokens().any(|at| text.words[at].is(Class::Auxiliary))
}

/// What lies in a sentence, in bytes.
#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    best: Option<(usize, Voice)>,
    /// An attribution, and how much of it lies here.
    last: (usize, usize),
    quoted: usize,
    is_hearsay: bool,
}

impl Heard {
    fn attributed(&mut self, attribution: usize, voice: Voice, part: usize) {
        let before = if self.last.0 == attribution { self.last.1 } else { 0 };
        let shared = before + part;
        self.last = (attribution, shared);
        if self.best.is_none_or(|(most, _)| shared > most) {
            self.best = Some((shared, voice));
        }
    }

    /// `before`: the voice of the sentence before, in the same paragraph.
    fn voice(self, len: usize, before: Option<Voice>) -> Voice {
        match self.best {
            Some((shared, voice)) if 2 * shared >= len => voice,
            _ if 2 * self.quoted > len => before.filter(|&it| it != Voice::Reporter).unwrap_or(Voice::Nobody),
            _ if self.is_hearsay => Voice::Nobody,
            _ => Voice::Reporter,
        }
    }
}

fn voice_of(kind: SourceKind) -> Voice {
    match kind {
        SourceKind::Named => Voice::Named,
        SourceKind::Institution => Voice::Institution,
        SourceKind::Document => Voice::Document,
        SourceKind::Outlet => Voice::Outlet,
        // A pronoun left open points at one person known to the reader.
        SourceKind::Role | SourceKind::Pronoun => Voice::Role,
        SourceKind::Group => Voice::Group,
        SourceKind::Unnamed => Voice::Unnamed,
        SourceKind::Nobody => Voice::Nobody,
    }
}
