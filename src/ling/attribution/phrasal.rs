//! Verbs that report only with the words behind them: *drew criticism from*, *is a critic of*, *went after*.

use crate::ling::chunk::{Form, Kind, SOMEBODY};
use crate::ling::clause::Verb;
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::Shape;
use crate::text::begins_with_one;

use super::sentence::{Candidate, Parse, SPOKEN};
use super::verbal::Complement;

/// Particles, and the verbs that judge with one of them, by how these begin.
const PARTICLES: &[(&str, &str)] = &[
    ("after", "go goes going gone went"),
    ("aside", "brush push wav"),
    ("down", "play turn"),
    ("off", "brush laugh shrug wav"),
    ("out", "call lay laid"),
    ("up", "play talk"),
];

impl Parse<'_> {
    /// *has concerns about it*, *drew criticism from nurses*, *is a critic of the toll*: of verbs that report nothing
    /// by themselves.
    pub(super) fn with_noun(&self, verb: &Verb) -> Option<Candidate> {
        if verb.passive || verb.subject.is_none() || !matches!(verb.form, Form::Finite | Form::Gerund) {
            return None;
        }
        let noun = self.past_adverbs(verb.chunk + 1);
        if self.kind(noun) != Kind::Noun || !matches!(self.kind(noun + 1), Kind::Prep | Kind::That) {
            return None;
        }
        self.stands(verb, noun).or_else(|| self.harbours(verb, noun)).or_else(|| self.received(verb, noun))
    }

    /// *is a critic of the toll*
    fn stands(&self, verb: &Verb, noun: usize) -> Option<Candidate> {
        let of = &self.chunks[noun + 1];
        let takes_side = self.has_cue
            && self.is_any(
                self.chunks[noun].head(),
                words![
                    "advocate",
                    "critic",
                    "critics",
                    "defender",
                    "opponent",
                    "opponents",
                    "proponent",
                    "supporter",
                    "supporters"
                ],
            )
            && self.is_any(of.start(), words!["of", "for"])
            && self.is_any(self.chunks[verb.chunk].head(), words!["is", "was", "are", "were", "been", "be"]);
        let content = self.tokens(noun + 2, self.phrase_end(noun + 2, verb)).filter(|_| takes_side)?;
        let cue = (self.chunks[verb.chunk].start(), of.end());
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    /// *has concerns about the toll*, *had hopes that it would go*
    fn harbours(&self, verb: &Verb, noun: usize) -> Option<Candidate> {
        let chunk = &self.chunks[noun];
        let has = self.frames(noun).is(Frames::NOUN)
            && self.is_any(self.chunks[verb.chunk].head(), words!["has", "have", "had", "having"]);
        let is_that = self.kind(noun + 1) == Kind::That;
        let about = noun + 1;
        if !has || !is_that && !self.is_any(self.chunks[about].start(), words!["about"]) {
            return None;
        }
        let (from, cue_end) = if is_that { (about, chunk.end()) } else { (about + 1, self.chunks[about].end()) };
        let end = if is_that { self.clause_end(from, verb) } else { self.phrase_end(from, verb) };
        let content = self.tokens(from, end)?;
        let cue = (self.chunks[verb.chunk].start(), cue_end);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    /// *drew criticism from nurses*, *won the support of the union*: who speaks stands behind, and of what before.
    fn received(&self, verb: &Verb, noun: usize) -> Option<Candidate> {
        const GETS: &str = "attract draw drew earn enjoy fac gain get got has have had receiv win won";
        let (chunk, from) = (&self.chunks[noun], self.chunks[noun + 1].start());
        let is_side =
            self.is_any(chunk.head(), words!["approval", "backing", "endorsement", "endorsements", "support"]);
        let is_judged = is_side
            || self
                .is_any(chunk.head(), words!["condemnation", "criticism", "opposition", "praise", "ridicule", "scorn"]);
        let is_from = self.is_any(from, words!["from"]) || is_side && self.is_any(from, words!["among", "of"]);
        // *got 20 percent support from them*
        let counts = (chunk.start()..chunk.end()).any(|it| self.words[it].shape == Shape::Number);
        let speaker = self.chunks.get(noun + 2).filter(|it| it.kind == Kind::Noun)?;
        let head = &self.words[speaker.head()];
        let is_somebody = head.is_capital() || head.classes.has_any(&SOMEBODY);
        let gets = begins_with_one(self.str(self.chunks[verb.chunk].head()), GETS);
        if !is_judged || !is_from || !gets || counts || !is_somebody {
            return None;
        }
        let cue = (self.chunks[verb.chunk].start(), chunk.end());
        let source = self.tokens(noun + 2, self.past_source(noun + 2));
        Some(Candidate { source, cue, content: [verb.subject, None], rank: 2 })
    }

    /// *took aim at Lee*, *took issue with the plan*, *made fun of her*
    pub(super) fn takes_aim(&self, verb: &Verb) -> Option<Candidate> {
        let (noun, prep) = (self.chunks[verb.chunk].end(), self.past_adverbs(verb.chunk + 2));
        let is_aim = self.is_any(noun, words!["aim", "issue", "fun"])
            && self.kind(prep) == Kind::Prep
            && verb.form != Form::Participle
            && verb.subject.is_some()
            && begins_with_one(self.str(noun - 1), "take taki took mak mad")
            && self.is_any(self.chunks[prep].start(), words!["at", "with", "of"])
            && self.may_speak(verb, Frames::JUDGE);
        let content = self.tokens(prep + 1, self.phrase_end(prep + 1, verb)).filter(|_| is_aim)?;
        let cue = (self.chunks[verb.chunk].start(), self.chunks[prep].end());
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    /// *ran ads attacking the plan*, *sent a letter to Lee urging her to go*: who puts out the paper speaks in it.
    pub(super) fn through_paper(&self, verb: &Verb, found: Candidate) -> Candidate {
        const PUTS_OUT: &str = "air bankroll circulat deliver fil issu launch post publish put releas run ran send sent sign unleash writ wrote";
        let frames = self.frames(verb.chunk);
        let Some((start, _)) = verb.subject.filter(|_| verb.form == Form::Gerund && frames.is(SPOKEN)) else {
            return found;
        };
        let first = self.chunks.partition_point(|it| it.start() < start);
        if first >= verb.chunk {
            return found;
        }
        // *a letter to Lee*
        let is_sent = first > 2 && self.is_any(self.chunks[first - 1].start(), words!["to"]);
        // *issued a letter on Monday urging*
        let is_dated = self.kind(verb.chunk - 1) == Kind::Time;
        let (paper, last) = match () {
            () if is_sent => (first - 2, first - 2),
            () => (first, if is_dated { first } else { verb.chunk - 1 }),
        };
        let head = self.chunks[last].head();
        // *an open letter* is by all that sign it.
        let is_paper = self.words[head].is(Class::DocumentNoun) && (is_sent || !self.is_any(head, words!["letter"]));
        // *issued a statement saying …* is known from its first verb.
        let is_known = self.found.iter().any(|it| it.cue.1 == found.cue.1);
        let author = paper.checked_sub(1).and_then(|it| self.verb_of(it)).filter(|it| {
            let head = self.str(self.chunks[it.chunk].head());
            // *emailed drivers saying …*
            let puts_out = is_paper && begins_with_one(head, PUTS_OUT) || begins_with_one(head, "email e-mail text");
            it.form == Form::Finite && !it.passive && it.subject.is_some() && puts_out
        });
        match author {
            Some(it) if !is_known => {
                Candidate { source: it.subject, cue: (self.chunks[it.chunk].start(), found.cue.1), rank: 1, ..found }
            }
            _ => found,
        }
    }

    /// *used the speech to attack her*, *took to Twitter to say that*: the cue begins with the verb before.
    pub(super) fn through_use(&self, verb: &Verb, found: Candidate) -> Candidate {
        let is_phrase = |it: &usize| matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Adjective | Kind::Time);
        let first = (verb.chunk.saturating_sub(6)..verb.chunk).rev().find(|it| !is_phrase(it));
        let Some(before) = first.filter(|_| verb.form == Form::Infinitive).and_then(|it| self.verb_of(it)) else {
            return found;
        };
        let (head, end) = (self.chunks[before.chunk].head(), self.chunks[before.chunk].end());
        let uses = self.is_any(head, words!["use", "used", "uses", "using"])
            || self.is_any(head, words!["take", "taken", "takes", "taking", "took"]) && self.is_any(end, words!["to"]);
        if !uses || before.passive || before.form == Form::Participle || before.chunk + 1 == verb.chunk {
            return found;
        }
        Candidate {
            source: before.subject.or(found.source),
            cue: (self.chunks[before.chunk].start(), found.cue.1),
            ..found
        }
    }

    /// *went after Lee*, *brushed aside concerns*, *called out the mayor*
    pub(super) fn with_particle(&self, verb: &Verb) -> Option<Candidate> {
        let end = self.chunks[verb.chunk].end();
        // *came out against the plan*
        let against = verb.chunk + 3;
        if self.is_any(end, words!["out"])
            && self.is_any(end + 1, words!["against"])
            && verb.subject.is_some()
            && begins_with_one(self.str(end - 1), "came com")
            && let Some(content) = self.tokens(against, self.phrase_end(against, verb))
            && content.0 == end + 2
        {
            let cue = (self.chunks[verb.chunk].start(), end + 2);
            return Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 });
        }
        let (_, stems) = PARTICLES.iter().find(|(particle, _)| self.is_text(end, particle))?;
        let object = self.chunks.get(verb.chunk + 2).filter(|it| it.kind == Kind::Noun && it.start() == end + 1)?;
        let is_somebody = matches!(self.tags[object.head() - self.first], Tag::Name | Tag::Pron);
        let is_told = is_somebody || self.frames(verb.chunk + 2).is(Frames::NOUN) && !self.is_text(end, "after");
        let reports = is_told
            && !verb.passive
            && verb.form != Form::Participle
            && verb.subject.is_some()
            && begins_with_one(self.str(self.chunks[verb.chunk].head()), stems)
            && !self.is_subject(verb.chunk + 2)
            && self.may_speak(verb, Frames::JUDGE);
        let from = verb.chunk + 2;
        let content = self.tokens(from, self.phrase_end(from, verb)).filter(|_| reports)?;
        let cue = (self.chunks[verb.chunk].start(), end + 1);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    /// *made the case that*, *made the case to voters for a toll*
    pub(super) fn made_case(&self, verb: &Verb, next: usize) -> Option<(usize, Complement)> {
        let is_case =
            self.chunks.get(next).is_some_and(|it| it.kind == Kind::Noun && self.is_any(it.head(), words!["case"]));
        if !is_case || !begins_with_one(self.str(self.chunks[verb.chunk].head()), "argu laid lay mad mak press stat") {
            return None;
        }
        let hearer = self.kind(next + 1) == Kind::Prep && self.is_any(self.chunks[next].end(), words!["to"]);
        let at = if hearer { self.past_source(next + 2) } else { next + 1 };
        match self.kind(at) {
            Kind::That => Some((self.chunks[next].end(), Complement::Clause(at))),
            Kind::Prep if self.is_any(self.chunks[at].start(), words!["for", "against"]) => {
                let end = self.chunks[if hearer { next } else { at }].end();
                Some((end, Complement::Phrase(at + 1)))
            }
            _ => None,
        }
    }

    /// *is likely to say*, *was able to show*; not *it is easy to say*.
    pub(super) fn is_bound(&self, verb: &Verb, at: usize) -> bool {
        self.kind(at) == Kind::Adjective
            && self.kind(at + 1) == Kind::Verb(Form::Infinitive)
            && !self.frames(at).is(Frames::ATTITUDE)
            && self.words[self.chunks[verb.chunk].head()].pos.is(Pos::BE)
            && verb.subject.is_some_and(|(start, _)| !self.is_text(start, "it it's it’s that this there"))
    }
}
