//! Where the other side answers.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, BlockKind, Phrases, Pos, key_of, keys_of};
use crate::text::Span;

use super::shared::{self, Cue};
use super::sourcing::{is_any, phrases, span_of};

pub(super) static REPLIES: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| phrases(crate::list!("traits/data/reply.txt")));

/// The denials, comments, refusals and failed attempts of an article, in order.
pub(crate) fn replies(text: Annotated<'_>) -> impl Iterator<Item = Span> {
    found(text).filter(|(_, kind)| *kind != "answer").map(|(span, _)| span)
}

/// The same with their kinds, and with words that only may be an answer: *defended the plan*.
pub(super) fn found(text: Annotated<'_>) -> impl Iterator<Item = (Span, &'static str)> {
    shared::marked(text, BlockKind::is_prose, Cue::Reply).flat_map(move |(sentence, places)| {
        let (mut behind, mut has_one) = (sentence.tokens.start, false);
        places.filter_map(move |at| {
            let found = REPLIES.at(text.words, at).filter(|it| at >= behind && it.words.end <= sentence.tokens.end)?;
            behind = found.words.end;
            // *never denies it*: none was given.
            const NEVER: [u32; 3] = keys_of(["never", "not", "nor"]);
            let is_negated = at > sentence.tokens.start && text.words[at - 1].is_one_of(&NEVER);
            // *did not reply to a request for comment* is one.
            const FOR: u32 = key_of("for");
            let is_rest = text.words[at].has_key(FOR) && has_one;
            has_one = true;
            // *could not be reached by road*
            let is_way = || is_any(text, behind - 1, "reached") && is_any(text, behind, "by");
            // *denied the road was shut*, not *denied the visa*, *denied the loan she was promised*
            let is_thing = || {
                let mut rest = (behind..sentence.tokens.end)
                    .take(6)
                    .take_while(|&at| !is_any(text, at, ENDS) && !is_any(text, at, "that to"));
                let is_verb = |at: &usize| is_any(text, *at, "are had has is was were");
                let is_second = |at: usize| {
                    let pos = text.words[at].pos;
                    pos.is(Pos::SUBJECT) || at > behind && pos.is(Pos::DET) && !text.words[at - 1].pos.is(Pos::PREP)
                };
                !rest.find(|&at| is_verb(&at) || is_second(at)).is_some_and(|at| is_verb(&at))
            };
            let is_none = match *found.value {
                "denial" => is_negated,
                "silence" => is_way(),
                "clause" => is_negated || is_thing(),
                _ => false,
            };
            if is_rest || is_none {
                return None;
            }
            behind = clause_end(text, &found.words, sentence.tokens.end);
            Some((span_of(text, at..behind), *found.value))
        })
    })
}

const ENDS: &str = ", ; : . ! ? — – ( ) and as but when which while who";

/// Where an answer ends: *said the claims were nonsense*, but *denied the charge*.
fn clause_end(text: Annotated<'_>, found: &Range<usize>, end: usize) -> usize {
    const OPEN: &str = "any being having he of she that the there they was were";
    const CLAIMS: &str = "accusation accusations allegation allegations article charge charges claim claims complaint \
        lawsuit report reports";
    /// Words that an answer goes on for.
    const LONGEST: usize = 16;
    let is_called = is_any(text, found.start, "called calls") && is_any(text, found.end - 1, CLAIMS);
    if !is_called && !is_any(text, found.end - 1, OPEN) {
        return found.end;
    }
    // A quotation ends with its mark: *were “nonsense,” he said*.
    let mut is_open = false;
    let end = end.min(found.end + 4 * LONGEST);
    let stop = (found.end..end).find(|&at| {
        is_open |= is_any(text, at, "“");
        if is_open { is_any(text, at, "”") } else { at >= found.end + LONGEST || is_any(text, at, ENDS) }
    });
    stop.map_or(end, |it| it + usize::from(is_open))
}
