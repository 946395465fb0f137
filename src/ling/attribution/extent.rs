//! How far what a verb reports goes.

use crate::ling::chunk::{Form, Kind};
use crate::ling::clause::{Rank, Verb};
use crate::ling::pos::Pos;
use crate::ling::verb::Frames;

use super::sentence::{LONGEST, Parse};

impl Parse<'_> {
    /// The chunk behind a reported clause that begins at `from`.
    pub(super) fn clause_end(&self, from: usize, verb: &Verb) -> usize {
        // *said in recent years, prices had risen*: the clause goes on behind the comma.
        let is_phrase = |at: usize| matches!(self.kind(at), Kind::Prep | Kind::Noun | Kind::Time | Kind::Adverb);
        let opens = matches!(self.kind(from), Kind::Prep | Kind::Time);
        let end = if opens { (from..self.chunks.len()).find(|&at| !is_phrase(at)) } else { None };
        let comma = end.filter(|&at| self.kind(at) == Kind::Comma);
        self.content_end(comma.map_or(from, |at| at + 1), verb, true)
    }

    /// The chunk behind a reported phrase.
    pub(super) fn phrase_end(&self, from: usize, verb: &Verb) -> usize {
        self.content_end(from, verb, false)
    }

    fn content_end(&self, from: usize, verb: &Verb, is_clause: bool) -> usize {
        let mut at = from;
        while at < self.chunks.len() {
            if at > from + LONGEST {
                return self.chunks.len();
            }
            let stops = match self.kind(at) {
                Kind::Comma | Kind::Dash => self.stops_at_comma(at, verb, is_clause),
                Kind::Coord => at > from && self.stops_at_coord(at, verb),
                // *called it “unfair,” adding that …*
                Kind::Quote if at > from && self.has_comma_inside(at) && self.stops_at_comma(at, verb, is_clause) => {
                    return at + 1;
                }
                Kind::Verb(Form::Finite) => self.is_outer(at, verb),
                Kind::Semicolon => {
                    let next = self.past_adverbs(at + 1);
                    !is_clause || self.kind(next) == Kind::Noun && self.reporting_verb(next).is_some()
                }
                // *praised the road after it was closed*
                // *plans to close it before the storm*
                Kind::Prep if !is_clause && at > from => {
                    let is_own = self.kind(from) == Kind::Verb(Form::Infinitive)
                        && !self.is_subject(at + 1)
                        && self.kind(at + 1) != Kind::Wh;
                    !is_own && self.is_any(self.chunks[at].start(), words!["after", "before", "during"])
                }
                Kind::Subord if is_clause => at > from + 1 && self.is_contrast(at) && self.stops_at_coord(at, verb),
                Kind::Subord => {
                    at > from && !self.is_any(self.chunks[at].start(), words!["if", "whether", "than", "so"])
                }
                _ => false,
            };
            if stops {
                return at;
            }
            at += 1;
        }
        at
    }

    /// *the push to close the road failed*: a verb whose subject began before the one that reports.
    fn is_outer(&self, at: usize, verb: &Verb) -> bool {
        let own = self.chunks[verb.chunk].start();
        let starts = |it: &Verb| it.subject.is_some_and(|(start, _)| start < own);
        // *the claim that it “fell,” saying they were late*
        let has_own = at > 0 && self.words[self.chunks[at - 1].head()].pos.is(Pos::SUBJECT);
        !has_own
            && self
                .verb_of(at)
                .is_some_and(|it| starts(it) && (it.subject != verb.subject || verb.form == Form::Gerund) && !it.joined)
    }

    fn stops_at_comma(&self, comma: usize, verb: &Verb, is_clause: bool) -> bool {
        let next = self.past_adverbs(comma + 1);
        match self.kind(next) {
            Kind::Verb(Form::Gerund) => !is_clause || self.frames(next).is(Frames::CLAUSAL.or(Frames::JUDGE)),
            Kind::Coord if self.is_any(self.chunks[next].start(), words!["but"]) => self.has_subject_behind(next),
            Kind::Coord => self.stops_at_coord(next, verb) || !is_clause && self.starts_main(next + 1, verb),
            Kind::Subord => {
                !is_clause
                    || self.is_any(
                        self.chunks[next].start(),
                        words!["while", "as", "although", "though", "when", "whereas"],
                    )
            }
            Kind::Wh => !is_clause,
            Kind::Noun => self.starts_main(next, verb),
            Kind::Prep => self.is_any(self.chunks[next].start(), words!["according"]),
            Kind::Verb(Form::Finite) => self
                .verb_of(next)
                .is_some_and(|it| it.rank == Rank::Main && (verb.rank != Rank::Main || self.is_in_row(it))),
            _ => false,
        }
    }

    /// *…, rejected the plan*; not *…, seen as late*.
    fn is_in_row(&self, it: &Verb) -> bool {
        it.joined && self.frames(it.chunk) != Frames::NONE && self.kind(it.chunk + 1) != Kind::Prep
    }

    /// *, but she went*
    fn has_subject_behind(&self, coord: usize) -> bool {
        let next = self.past_adverbs(coord + 1);
        self.kind(next) == Kind::Noun && self.is_subject(next) || self.is_finite(next)
    }

    /// Whether a clause with a subject of its own and a verb that reports begins at chunk `at`.
    fn starts_main(&self, at: usize, verb: &Verb) -> bool {
        let Some(chunk) = self.chunks.get(at) else { return false };
        let next = self.verbs.partition_point(|it| it.chunk <= at);
        let mut verbs = self.verbs[next..].iter().take(3);
        verbs.any(|it| {
            it.form == Form::Finite
                && it.rank == Rank::Main
                && it.chunk > verb.chunk
                && it.subject.is_some_and(|(start, _)| start == chunk.start())
        })
    }

    /// *said … and called …*: a verb in a row with the one that reports.
    fn stops_at_coord(&self, coord: usize, verb: &Verb) -> bool {
        let next = self.past_adverbs(coord + 1);
        if self.is_finite(next) {
            return self
                .verb_of(next)
                .is_some_and(|it| it.joined && it.subject == verb.subject && it.rank == verb.rank);
        }
        // *attacking the plan and calling for another*
        if self.kind(next) == Kind::Verb(Form::Gerund) && verb.form == Form::Gerund {
            return self.frames(next) != Frames::NONE;
        }
        let Some(other) = self.reporting_verb(next).filter(|_| self.kind(next) == Kind::Noun) else { return false };
        // *said it was open and the mayor said it was shut*: the same word again
        let says = other.form == Form::Finite && self.frames(other.chunk).is(Frames::SAY);
        let head = |it: &Verb| self.words[self.chunks[it.chunk].head()].key;
        let is_say = |it: &Verb| self.is_any(self.chunks[it.chunk].head(), words!["said", "says"]);
        let is_again = other.form == Form::Finite && head(other) == head(verb) || says && is_say(other) && is_say(verb);
        // *…, and he urged them to go*
        // *…, and Ann Lee, a nurse, said it was open*
        let is_new = coord > 0
            && self.kind(coord - 1) == Kind::Comma
            && (says || self.is_any(self.chunks[next].start(), words!["he", "she", "they"]))
            || says && self.is_contrast(coord);
        is_again || is_new || self.starts_main(next, verb)
    }

    /// *said it was open but the mayor said it was shut*
    fn is_contrast(&self, at: usize) -> bool {
        self.is_any(self.chunks[at].start(), words!["but", "while", "whereas", "though", "although"])
    }

    /// The verb that reports whose subject begins at chunk `at`.
    fn reporting_verb(&self, at: usize) -> Option<&Verb> {
        let start = self.chunks.get(at)?.start();
        let next = self.verbs.partition_point(|it| it.chunk <= at);
        let mut verbs = self.verbs[next..].iter().take(3);
        verbs.find(|it| it.subject.is_some_and(|it| it.0 == start) && self.frames(it.chunk) != Frames::NONE)
    }
}
