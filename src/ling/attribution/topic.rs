//! What a verb reports besides a clause: a topic behind a preposition, an object.

use crate::ling::chunk::{Form, Kind, SOMEBODY};
use crate::ling::clause::Verb;
use crate::ling::lexicon::Class;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, keys_of};
use crate::text::begins_with_one;

use super::sentence::Parse;

/// Prepositions before a topic: *complained about*, *called for*.
const TOPICAL: [u32; 6] = keys_of(["about", "of", "on", "for", "against", "over"]);

/// Prepositions that bring in a topic behind some verbs only, by how these begin.
const LINKED: &[(&str, &str)] = &[
    ("to", "point refer allud object respond react repl admit confess agree warm look"),
    ("in", "believ"),
    ("at", "lash laugh scoff sneer balk bristl marvel hint rail bark yell shout"),
    ("with", "agree plead disagree concur sid sympath"),
];

impl Parse<'_> {
    /// Whether the preposition at chunk `prep` brings in what is talked about.
    pub(super) fn is_topic(&self, verb: &Verb, prep: usize) -> bool {
        let at = self.chunks[prep].start();
        let head = self.str(self.chunks[verb.chunk].head());
        let noun = self.chunks.get(prep + 1).map_or(at, |it| it.head());
        if let Some((_, stems)) = LINKED.iter().find(|(prep, _)| self.is_text(at, prep)) {
            return begins_with_one(head, stems) && !(head.starts_with("look") && prep == verb.chunk + 1);
        }
        // *wrote on Twitter*, *wrote for the paper*, *asked for a photo*, *spoke for an hour*
        let takes_topic = self.is_any(at, words!["about", "of"])
            || !begins_with_one(head, "ask wr") && self.kind(prep + 1) != Kind::Time && self.is_any(at, &TOPICAL);
        // *on condition of anonymity*, *on behalf of*
        takes_topic && !self.is_any(noun, words!["condition", "behalf", "record", "background"])
    }

    /// *weighed in on it*, *spoke in favor of it*: the preposition of the topic.
    pub(super) fn behind_particle(&self, next: usize) -> usize {
        let start = self.chunks.get(next).map_or(self.end, |it| it.start());
        let is_favor =
            self.kind(next + 2) == Kind::Prep && self.is_any(self.chunks[next + 1].head(), words!["favor", "favour"]);
        match self.kind(next + 1) {
            // *called on Monday for a toll*
            Kind::Time if self.kind(next + 2) == Kind::Prep && self.is_any(start, words!["in", "on", "over"]) => {
                next + 2
            }
            // *agreed in 2011 to a toll*
            Kind::Noun
                if self.kind(next + 2) == Kind::Prep
                    && self.is_any(start, words!["in"])
                    && self.words[start + 1].shape == Shape::Number
                    && self.str(start + 1).len() == 4 =>
            {
                next + 2
            }
            Kind::Prep if self.is_any(start, words!["in"]) => next + 1,
            Kind::Noun if self.kind(next) == Kind::Prep && is_favor => next + 2,
            _ => next,
        }
    }

    /// *talked to voters about the toll*: the preposition of the topic behind that of who hears it.
    pub(super) fn behind_hearer(&self, prep: usize) -> Option<usize> {
        let is_hearer = self.kind(prep + 1) == Kind::Noun && self.is_any(self.chunks[prep].start(), words!["to"]);
        // *reminded voters of the toll*
        let is_told = self.chunks.get(prep).is_some_and(|it| {
            let tag = self.tags[it.head() - self.first];
            it.kind == Kind::Noun
                && (matches!(tag, Tag::Name | Tag::Pron) || self.words[it.head()].classes.has_any(&SOMEBODY))
        });
        if !is_hearer && !is_told {
            return None;
        }
        let about = self.past_source(prep + usize::from(is_hearer));
        let is_about = self.kind(about) == Kind::Prep && self.is_any(self.chunks[about].start(), words!["about"]);
        is_about.then_some(about)
    }

    /// *raised taxes*, *released the film*: verbs that report only where their object does, as in
    /// *raised objections*, *released a statement*.
    pub(super) fn is_plain_act(&self, verb: &Verb, object: usize) -> bool {
        const ACTS: &str = "rais releas offer issu push present deliver withh includ promot overlook";
        let (head, Some(chunk)) = (self.str(self.chunks[verb.chunk].head()), self.chunks.get(object)) else {
            return false;
        };
        let noun = &self.words[chunk.head()];
        let reports = noun.frames.is(Frames::NOUN) || noun.is(Class::DocumentNoun);
        // *claimed four lives*, *showed no remorse*
        let is_idiom = head.starts_with("claim")
            && self.is_any(
                chunk.head(),
                words![
                    "benefits",
                    "life",
                    "lives",
                    "medal",
                    "medals",
                    "prize",
                    "title",
                    "titles",
                    "victories",
                    "victory"
                ],
            )
            || head.starts_with("show") && self.is_any(chunk.head(), words!["emotion", "mercy", "reaction", "remorse"]);
        // *saw the road*, *found a job*; not *found it closed*, *sees the danger growing*, *the study found flaws*
        let is_seen = begins_with_one(head, "see saw fin foun")
            && !reports
            && !noun.is_capital()
            && !self.is_pronoun(object)
            && !self.is_named(object)
            && self.kind(object + 1) != Kind::Verb(Form::Gerund)
            && !(chunk.start()..chunk.end()).any(|it| self.words[it].shape == Shape::Number)
            && !verb.subject.is_some_and(|it| self.words[it.1 - 1].is(Class::DocumentNoun));
        // *weighed 40 tonnes*
        self.words[chunk.start()].shape == Shape::Number && head.starts_with("weigh")
            || is_idiom
            || is_seen && chunk.kind == Kind::Noun
            || chunk.kind == Kind::Noun && !reports && begins_with_one(head, ACTS)
    }
}
