//! Whether whoever is accused is heard, themselves or by somebody who speaks for them.

use std::ops::Range;

use crate::ling::{Annotated, Class, KeyIndex, SourceKind, Word};
use crate::text::Span;

use super::accusing::{Accusation, List, is_in, is_of};
use super::reply;
use super::shared;
use super::sourcing::{is_any, told_by};
use super::stating::states;

/// How much of a sentence is read for names.
const LONGEST: usize = 60;

/// Who speaks in an article that accuses.
pub(super) struct Heard {
    answers: Answers,
    /// The words by which the speakers are known.
    speakers: KeyIndex,
    /// The same of all who are accused.
    accused: KeyIndex,
    /// Where the last of those begins who speak for somebody: *her lawyer*.
    last_aide: usize,
    /// The same of those who speak for a body: *its lawyer*, *the director*.
    last_officer: usize,
}

impl Heard {
    pub(super) fn of(text: Annotated<'_>) -> Self {
        // *the firm’s director*
        let is_of_body = |it: Word| it.possessive && is_of(it.key, List::Bodies);
        let is_aide = |at: usize| is_in(text, at, List::Aides) || is_of_body(text.words[at]);
        Self {
            answers: Answers::of(text),
            speakers: speakers(text),
            accused: KeyIndex::of(shared::accusations(text).iter().flat_map(|it| keys(text, &it.accused))),
            last_aide: last_of(text, &is_aide),
            last_officer: last_of(text, &|at| is_aide(at) || is_in(text, at, List::Offices)),
        }
    }

    /// Why the accusation does not go unanswered.
    pub(super) fn why(&self, text: Annotated<'_>, it: &Accusation) -> Option<&'static str> {
        let own = keys(text, &it.accused);
        let is_among = |index: &KeyIndex| own.iter().any(|&it| index.has(it));
        let is_other = |key| self.accused.has(key) && !own.contains(&key);
        let last = if text.words[it.accused.end - 1].is_capital() { self.last_aide } else { self.last_officer };
        if self.answers.are_near(text, it.span, &is_other) || is_among(&self.answers.names) {
            Some("An answer is in the text.")
        } else if is_among(&self.speakers) || speech(text, it).is_some() {
            Some("The accused speaks in the text.")
        } else if last > it.span.end() || goes_on_about(text, it.span) {
            Some("Somebody may be speaking for the accused.")
        } else {
            None
        }
    }
}

/// The words by which somebody is known: those with a capital, and the last.
fn keys(text: Annotated<'_>, accused: &Range<usize>) -> Vec<u64> {
    let is_key = |at: &usize| at + 1 == accused.end || text.words[*at].is_capital();
    accused.clone().filter(is_key).map(|at| text.words[at].key).collect()
}

/// The words of the names of all who speak, and *the company*.
fn speakers(text: Annotated<'_>) -> KeyIndex {
    /// Words of a source that are read.
    const LONGEST: usize = 24;
    let mut keys = Vec::new();
    for source in text.sources {
        let is_known = matches!(source.kind, SourceKind::Named | SourceKind::Institution);
        for &span in &source.mentions {
            let tokens = || text.document.tokens_in(span).take(LONGEST);
            let speaks_for = tokens().any(|at| leads(text, at) || is_any(text, at, MOUTHS));
            let is_key = |at: &usize| {
                let word = text.words[*at];
                let is_body = is_in(text, *at, List::Bodies);
                // *The hospital nurses* are not the hospital.
                is_body && (is_known || speaks_for || word.possessive || is_head(text, span, *at))
                    || is_known && word.is_capital() && !word.is(Class::Determiner)
            };
            keys.extend(tokens().filter(is_key).map(|at| text.words[at].key));
        }
    }
    KeyIndex::of(keys)
}

/// By what and by whom a body speaks.
const MOUTHS: &str = "official officials representative representatives statement website officer officers boss \
    bosses management leader leaders administrator administrators trust board report letter";

/// *The drivers accused Ann Lee. She …*: one person, so not they who accuse. *Its manager said …*
fn goes_on_about(text: Annotated<'_>, accusation: Span) -> bool {
    let sentences = text.document.sentences_in(accusation);
    let Some(next) = text.document.sentences().get(sentences.end).map(|it| it.tokens.start) else { return false };
    let first = text.document.sentences()[sentences.start].tokens.clone().take(3);
    let are_many = first.into_iter().any(|at| text.words[at].is(Class::Plural));
    let is_officer = |at: usize| is_in(text, at, List::Offices) || is_in(text, at, List::Aides);
    let start = text.document.tokens()[next].span.start();
    let speaks = || {
        let first = text.attributions.partition_point(|it| it.cue.first().is_some_and(|cue| cue.start() < start));
        text.attributions[first..].iter().take(2).any(|it| it.source.first().is_some_and(|it| it.start() == start))
    };
    are_many && is_any(text, next, "he she")
        || is_any(text, next, "his her its") && (next + 1..text.words.len()).take(2).any(is_officer) && speaks()
}

/// Where the last source begins that one of these words describes.
fn last_of(text: Annotated<'_>, is_one: &dyn Fn(usize) -> bool) -> usize {
    let sources = text.attributions.iter().filter_map(|it| it.source.first());
    let described = sources.filter(|it| text.document.tokens_in(**it).take(12).any(is_one));
    described.map(|it| it.start()).max().unwrap_or(0)
}

/// The denials, comments and refusals of an article.
struct Answers {
    /// The sentences that hold them, by number, in order.
    sentences: Vec<usize>,
    /// The names in these sentences, and in those before them.
    names: KeyIndex,
}

impl Answers {
    fn of(text: Annotated<'_>) -> Self {
        let mut sentences: Vec<usize> = reply::answers(text).map(|it| text.document.sentences_in(it).start).collect();
        sentences.dedup();
        let around = sentences.iter().flat_map(|&it| it.saturating_sub(1)..=it);
        let tokens = around.flat_map(|it| text.document.sentences()[it].tokens.clone().take(LONGEST));
        let is_name = |at: &usize| text.words[*at].is_capital() || is_in(text, *at, List::Bodies);
        let names = KeyIndex::of(tokens.filter(is_name).map(|at| text.words[at].key));
        Self { sentences, names }
    }

    /// Whether one is in the sentences around the accusation, and not of somebody else who is accused.
    fn are_near(&self, text: Annotated<'_>, accusation: Span, is_other: &dyn Fn(u64) -> bool) -> bool {
        let here = text.document.sentences_in(accusation).start;
        let next = self.sentences.partition_point(|it| it + 1 < here);
        let near = self.sentences[next..].iter().take_while(|it| **it <= here + 3);
        let tokens = |it: usize| text.document.sentences()[it].tokens.clone().take(LONGEST);
        let is_of_another = |it: usize| it != here && tokens(it).any(|at| is_other(text.words[at].key));
        near.into_iter().any(|&it| !is_of_another(it))
    }
}

/// Where the accused, or somebody for them, speaks soon after the accusation: *Arlen said*.
pub(super) fn speech(text: Annotated<'_>, accusation: &Accusation) -> Option<Span> {
    /// Attributions and sentences that are looked through.
    const NEAR: usize = 8;
    const SOON: usize = 3;
    let here = text.document.sentences_in(accusation.span).start;
    let number = |it: Span| text.document.sentences_in(it).start;
    let end = accusation.span.end();
    let first = text.attributions.partition_point(|it| it.cue.first().is_some_and(|cue| cue.start() < end));
    let mut next = text.attributions[first..].iter().take(NEAR);
    let answer = next.find(|it| {
        let Some((&source, &cue)) = it.source.first().zip(it.cue.first()) else { return false };
        let is_soon = number(cue) <= here + SOON;
        is_soon && source.start() >= end && speaks_for(text, source, accusation) && states(text, it)
    })?;
    told_by(text, answer).filter(|it| !text.is_quoted(*it))
}

/// What stands behind the name of a source.
const LINKS: &str = "of for at from who with in whose near";

/// *Arlen*, *Arlen’s lawyer*, *the director*, *Ann Lee, who runs the company*.
fn speaks_for(text: Annotated<'_>, source: Span, accusation: &Accusation) -> bool {
    /// Words of a source that are read.
    const LONGEST: usize = 14;
    let accused = text.words[accusation.accused.end - 1];
    let tokens = || text.document.tokens_in(source).take(LONGEST);
    // *Young* is no *young trader*, but *Tarn School* may be *the school*.
    let is_name = accused.is_capital() && !is_of(accused.key, List::Bodies);
    let is_accused = |at: usize| text.words[at].key == accused.key && (text.words[at].is_capital() || !is_name);
    let mut own = tokens().take_while(|&at| !is_any(text, at, LINKS));
    if own.any(|at| is_accused(at) && !text.words[at].possessive && is_head(text, source, at)) {
        return true;
    }
    let of_body = "its the";
    let belongs =
        tokens().any(is_accused) || !accused.is_capital() && tokens().take(1).any(|at| is_any(text, at, of_body));
    belongs && tokens().any(|at| leads(text, at))
}

/// *lawyer*, *director*, *runs*.
pub(super) fn leads(text: Annotated<'_>, at: usize) -> bool {
    is_in(text, at, List::Aides) || is_in(text, at, List::Offices) || is_any(text, at, "runs owns")
}

/// Whether the token ends what a source is called, as *company* does in *the company*; not in *a company driver*.
pub(super) fn is_head(text: Annotated<'_>, source: Span, at: usize) -> bool {
    const BEHIND: &str = "and or himself herself itself themselves jr sr also later which that";
    let next = at + 1;
    next >= text.document.tokens_in(source).end
        || is_any(text, next, LINKS)
        || is_any(text, next, BEHIND)
        || !text.document[text.document.tokens()[next].span].starts_with(char::is_alphabetic)
}
