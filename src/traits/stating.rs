//! Whether somebody without a name is said to state anything.

use crate::ling::{Annotated, Attribution, Frames, Shape, key_of, keys_of};
use crate::text::Span;

use super::sourcing::is_any;

/// Whether the cue says that somebody says, thinks or shows something: wishes,
/// plans and acts are no statements.
pub(super) fn states(text: Annotated<'_>, it: &Attribution) -> bool {
    // *will say*, *to say*: nobody has said it.
    const OPEN: [u64; 12] = keys_of([
        "to",
        "will",
        "may",
        "might",
        "would",
        "could",
        "can",
        "include",
        "includes",
        "including",
        "included",
        "like",
    ]);
    const STATING: Frames = Frames::SAY.or(Frames::TELL).or(Frames::THINK).or(Frames::CALL).or(Frames::NOUN);
    const SHOWING: [u64; 5] = keys_of(["according", "declined", "indicate", "indicates", "indicated"]);
    const POINTING: [u64; 3] = keys_of(["point", "points", "pointed"]);
    // What a crowd does, anybody there can hear.
    const CROWD: [u64; 8] =
        keys_of(["interrupted", "booed", "chanted", "chanting", "cheered", "heckled", "jeered", "applauded"]);
    let tokens = tokens_of(text, it);
    let (mut states, mut is_open) = (false, false);
    for at in tokens {
        let word = text.words[at];
        states |= word.frames.is(STATING) || word.is_one_of(&SHOWING) || word.is_one_of(&POINTING);
        is_open |= word.is_one_of(&OPEN) || word.is_one_of(&CROWD);
    }
    let first = it.cue.first().map(|&cue| text.document.tokens_in(cue).start);
    const THAT: u64 = key_of("that");
    // *disputed the idea that*: of what was said, something is said.
    let mut judged = it.content.iter().flat_map(|&span| text.document.tokens_in(span).take(4));
    states |= first.is_some_and(|at| text.words[at].frames.is(Frames::JUDGE))
        && judged.any(|at| {
            text.words[at].frames.is(Frames::NOUN) && text.words.get(at + 1).is_some_and(|it| it.key == THAT)
        });
    // *saw the fire*, *found the mails*: no view of anybody’s, as *saw him as the next mayor* is.
    const SEEING: &[&str] = &["saw", "found", "find", "noticed", "heard", "discovered"];
    let is_view = |it: &Span| {
        let mut tokens = text.document.tokens_in(*it).take(12);
        tokens.next().is_some_and(|at| is_any(text, at, &["that", "no", "little"]))
            || tokens.any(|at| is_any(text, at, &["as"]))
    };
    if first.is_some_and(|at| is_any(text, at, SEEING)) && !it.content.iter().any(is_view) {
        return false;
    }
    if is_nickname(text, it) {
        return false;
    }
    // *declined to comment*: that is the statement.
    let is_settled = first.is_some_and(|at| is_any(text, at, &["according", "declined", "refused"]))
        || tokens_of(text, it)
            .any(|at| text.words[at].is_one_of(&POINTING) || is_any(text, at, &["quick", "hesitate"]));
    states && (!is_open || is_settled)
}

/// The words of a cue.
fn tokens_of<'r>(text: Annotated<'r>, it: &'r Attribution) -> impl Iterator<Item = usize> + 'r {
    it.cue.iter().flat_map(move |&cue| text.document.tokens_in(cue).take(8))
}

/// *Sailors called it the penguin*: what it is known as.
fn is_nickname(text: Annotated<'_>, it: &Attribution) -> bool {
    const CALLING: &[&str] = &["call", "called", "nicknamed"];
    let Some(content) = it.content.first() else { return false };
    let tokens = text.document.tokens_in(*content);
    let calls = tokens_of(text, it).last().is_some_and(|at| is_any(text, at, CALLING));
    let words = tokens.clone().filter(|&at| text.words[at].shape != Shape::Punct).count();
    let is = |at: usize, words: &[&str]| is_any(text, tokens.start + at, words);
    calls && words == 3 && is(0, &["it", "him", "her"]) && is(1, &["the"])
}
