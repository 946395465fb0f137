//! Scores of matches, where words of war and shame are the way of sport.

use crate::ling::{Annotated, Class, Shape, WordSet};
use crate::text::Sentence;

use super::entries::{Entry, List};
use super::sourcing::word;

/// What a score makes of a team.
static RESULTS: WordSet = WordSet::new(
    "beat beaten defeat defeats draw draws drubbing fixture game loss losses lost match rout start thrashing victory \
    win won",
);

/// Where a score is a count of votes.
static VOTES: WordSet = WordSet::new(
    "assembly ballot bill board chamber commission committee congress council court courts election house justices \
    lawmakers legislature parliament party primary referendum ruling senate senators vote voted voters votes",
);

/// *a humiliating 7-0 defeat*, *hammered them 7-0*: the score of a match, and of no vote.
pub(super) fn is_score_of_match(text: Annotated<'_>, sentence: &Sentence, entry: &Entry) -> bool {
    /// A sentence may have no end.
    const LOOK_AT: usize = 60;
    let tokens = sentence.tokens.clone().take(LOOK_AT);
    let has = |list: &WordSet| tokens.clone().any(|at| list.has(text.words[at].key));
    let tells = match entry.list {
        List::Label => false,
        List::Language => true,
        List::Verb => entry.kind == "attack",
    };
    let is_number = |at: &usize| text.words[*at].shape == Shape::Number;
    // *a 12-15 week delay*
    let counts = |at: usize| {
        let next = text.words.get(at + 1);
        next.is_some_and(|it| {
            it.shape == Shape::Lower && !it.classes.has_any(&[Class::Preposition, Class::Conjunction])
        })
    };
    let is_result = |at: usize| is_score(word(text, at)) && (entry.list != List::Verb || !counts(at));
    tells
        && tokens.clone().filter(is_number).any(is_result)
        && !has(&VOTES)
        && (entry.list == List::Verb || has(&RESULTS))
}

/// *7-0*
fn is_score(token: &str) -> bool {
    let is_count = |it: &str| (1..=3).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    token.split_once('-').is_some_and(|(one, other)| is_count(one) && is_count(other))
}
