//! The report: run every trait, sort, number.

mod backing;
pub mod compare;
pub mod csv;
mod diff;
pub mod events;
pub mod facts;
mod foreign;
#[cfg(feature = "json")]
mod json;
pub mod lab;
mod labels;
pub mod ledger;
mod lost;
pub mod packed;
pub mod pieces;
mod removal;
mod replies;
mod runs;
pub mod searches;
mod segment;
pub mod situation;
mod summary;

use std::sync::Arc;

use crate::ling::{Annotated, Attribution, Block, BlockKind, Origin, Read, Reading, Source, Substitution, Voice};
use crate::text::{Span, by_each, sort_by_number};
use crate::traits::lists::{Finder, OWN};
use crate::traits::{self, Family, Findings, Polarity, TraitId};

pub use crate::traits::Answer;
pub use backing::{has_source, says_the_same, shares_nothing};
pub use diff::Edit;
pub use facts::Strip;
#[cfg(feature = "json")]
pub use json::to_json;
pub use labels::{Label, LabelUse, labels};
pub use removal::{Lost, Removal, only_named, without};
pub use replies::Charge;
pub use runs::{Run, runs};
pub use segment::{Segment, segments};
pub use summary::summary;

/// Everything Sayso says of one document. Spans are bytes of its text.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub articles: Vec<ArticleReport>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ArticleReport {
    pub span: Span,
    pub headline: Option<Span>,
    pub original_headline: Option<Span>,
    pub substitution: Option<Substitution>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    /// The news agency, where a byline or dateline names one.
    pub wire: Option<String>,
    pub published: Option<String>,
    pub dateline: Option<String>,
    pub credits: Vec<String>,
    pub blocks: Vec<(BlockKind, Span)>,
    pub sentences: Vec<(Span, Voice)>,
    pub sources: Vec<Source>,
    pub attributions: Vec<Attribution>,
    pub facts: Strip,
    /// Sorted by where they end, which is where their numbers stand.
    pub flags: Vec<Flag>,
    pub cleared: Vec<Cleared>,
    /// In another language than English: no rule about words has anything to say.
    pub is_foreign: bool,
    /// Who is accused, and who answers.
    pub charges: Vec<Charge>,
}

/// The number of a flag on the page; from 1, over the whole document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FlagId(pub u32);

/// One place that bears a trait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub id: FlagId,
    pub of: TraitId,
    pub kind: Option<&'static str>,
    pub polarity: Polarity,
    /// In somebody's quotation: off by default.
    pub quoted: bool,
    pub span: Span,
    /// One in memory, however many flags have it.
    pub note: Option<Arc<str>>,
}

/// A place that a trait considered and let pass.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleared {
    pub of: TraitId,
    pub span: Span,
    pub why: &'static str,
}

/// Reads a text and reports on it. Total and deterministic.
pub fn analyse(text: &str) -> Report {
    analyse_with(text, Origin::default())
}

/// As [`analyse`], with what is known of the text's origin besides the text.
pub fn analyse_with(text: &str, origin: Origin) -> Report {
    analyse_by(text, origin, &Finder::default())
}

/// As [`analyse_with`], by the rules as the reader has changed them: with words of their own, and
/// without those they switched off.
pub fn analyse_by(text: &str, origin: Origin, own: &Finder) -> Report {
    let reading = Reading::with_origin(text, origin);
    let mut next_id = 1;
    let found: Vec<Found> = reading.articles().map(|it| Found::in_text(it, own, &mut next_id)).collect();
    let whole = Span::new(0, text.len());
    Report { articles: reading.into_articles().zip(found).map(|(read, found)| report_on(read, found, whole)).collect() }
}

impl ArticleReport {
    pub fn furniture(&self) -> impl Iterator<Item = Span> {
        self.blocks.iter().filter(|(kind, _)| *kind == BlockKind::Furniture).map(|&(_, span)| span)
    }

    /// Returns the numbers of the sentences that `span` meets.
    pub fn sentences_in(&self, span: Span) -> std::ops::Range<usize> {
        sentences_in(&self.sentences, span)
    }

    /// Returns the number of the paragraph in which a place lies: 0 for what stands above the first.
    pub fn paragraph(&self, place: Span) -> usize {
        let is_counted = |kind: BlockKind| matches!(kind, BlockKind::Paragraph | BlockKind::Quotation);
        self.blocks.iter().filter(|(kind, span)| is_counted(*kind) && span.start() <= place.start()).count()
    }

    /// Returns the sentence that a place begins in, or the whole headline, and all of the place.
    pub fn around(&self, span: Span) -> Span {
        let sentence = self.sentences_in(span).next().map(|at| self.sentences[at].0);
        let block = || self.blocks.iter().map(|it| it.1).find(|it| it.contains(span));
        sentence.or_else(block).map_or(span, |it| it.to(span))
    }
}

fn sentences_in(sentences: &[(Span, Voice)], span: Span) -> std::ops::Range<usize> {
    let first = sentences.partition_point(|(it, _)| it.end() <= span.start());
    first..first + sentences[first..].partition_point(|(it, _)| it.start() < span.end())
}

/// What is found in an article that was read.
struct Found {
    flags: Vec<Flag>,
    cleared: Vec<Cleared>,
    charges: Vec<Charge>,
    facts: Strip,
    is_foreign: bool,
}

impl Found {
    fn in_text(text: Annotated<'_>, own: &Finder, next_id: &mut u32) -> Self {
        let is_foreign = foreign::is_foreign(text);
        let (mut flags, cleared) = run(text, own, is_foreign);
        for flag in &mut flags {
            flag.id = FlagId(*next_id);
            *next_id += 1;
        }
        let charges = if is_foreign { Vec::new() } else { replies::charges(text) };
        Self { flags, cleared, charges, facts: facts::strip(text), is_foreign }
    }
}

fn report_on(read: Read, found: Found, whole: Span) -> ArticleReport {
    let article = read.article;
    ArticleReport {
        span: article.span.unwrap_or(whole),
        headline: article.headline,
        original_headline: article.original_headline,
        substitution: article.substitution,
        byline: article.byline,
        outlet: article.outlet,
        wire: article.wire,
        published: article.published,
        dateline: article.dateline,
        credits: article.credits,
        blocks: article.blocks.iter().map(|&Block { kind, span, .. }| (kind, span)).collect(),
        sentences: read.voices,
        sources: read.sources,
        attributions: read.attributions,
        facts: found.facts,
        flags: found.flags,
        cleared: found.cleared,
        is_foreign: found.is_foreign,
        charges: found.charges,
    }
}

/// Runs every trait; the flags come sorted by where they end, longer ones first, with no number yet.
fn run(text: Annotated<'_>, own: &Finder, is_foreign: bool) -> (Vec<Flag>, Vec<Cleared>) {
    let mut flags = Vec::new();
    let mut cleared = Vec::new();
    let mut findings = Findings::default();
    let speaks = |it: &&traits::Trait| !is_foreign || it.family == Family::Provenance || it.id == OWN.id;
    for about in traits::with_own().filter(speaks) {
        if about.id == OWN.id {
            own.detect(text, &mut findings);
        } else {
            (about.detect)(text, &mut findings);
            findings.found.retain(|it| !own.is_off(about.id, &text.document[it.span]));
        }
        flags.extend(findings.found.drain(..).map(|it| Flag {
            id: FlagId(0),
            of: about.id,
            kind: it.kind,
            polarity: if it.is_mild { Polarity::Note } else { about.polarity },
            quoted: it.quoted,
            span: it.span,
            note: it.note,
        }));
        cleared.extend(findings.cleared.drain(..).map(|(span, why)| Cleared { of: about.id, span, why }));
    }
    // The longer first; of those that are as long the order of the traits is kept.
    sort_by_number(&mut flags, |it| by_each(&[it.span.end(), it.span.start()]));
    flags.dedup_by(|a, b| a.of == b.of && a.span == b.span && a.kind == b.kind);
    sort_by_number(&mut cleared, |it| by_each(&[it.span.start(), it.span.end()]));
    (flags, cleared)
}
