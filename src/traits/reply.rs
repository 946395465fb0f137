//! Where the other side answers.

use std::sync::LazyLock;

use crate::ling::{Annotated, BlockKind, Phrases, key_of, keys_of};
use crate::text::Span;

use super::accusing::{Accusation, List, is_in, is_of};
use super::shared::{self, Cue};
use super::sourcing::{is_any, phrases, span_of, told_by};
use super::stating::states;

pub(super) static REPLIES: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| phrases(crate::list!("traits/data/reply.txt")));

/// The denials, comments, refusals and failed attempts of an article, in order.
pub(super) fn replies(text: Annotated<'_>) -> impl Iterator<Item = Span> {
    found(text).filter(|(_, kind)| *kind != "answer").map(|(span, _)| span)
}

/// The same, with words that only may be an answer: *defended the plan*.
pub(super) fn answers(text: Annotated<'_>) -> impl Iterator<Item = Span> {
    found(text).map(|(span, _)| span)
}

fn found(text: Annotated<'_>) -> impl Iterator<Item = (Span, &'static str)> {
    shared::marked(text, BlockKind::is_prose, Cue::Reply).flat_map(move |(sentence, places)| {
        let (mut behind, mut has_one) = (sentence.tokens.start, false);
        places.filter_map(move |at| {
            let found = REPLIES.at(text.words, at).filter(|it| at >= behind && it.words.end <= sentence.tokens.end)?;
            behind = found.words.end;
            // *never denies it*: none was given.
            const BY: u64 = key_of("by");
            const NEVER: [u64; 3] = keys_of(["never", "not", "nor"]);
            let is_negated = at > sentence.tokens.start && text.words[at - 1].is_one_of(&NEVER);
            // *did not reply to a request for comment* is one.
            const FOR: u64 = key_of("for");
            let is_rest = text.words[at].key == FOR && has_one;
            has_one = true;
            // *could not be reached by road*
            let is_way = text.words.get(behind).is_some_and(|it| it.key == BY);
            if is_rest || is_negated && *found.value == "denial" || is_way && *found.value == "silence" {
                return None;
            }
            Some((span_of(text, found.words), *found.value))
        })
    })
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
