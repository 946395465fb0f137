//! What is talked about, behind a preposition.

use crate::ling::chunk::Kind;
use crate::ling::clause::Verb;
use crate::ling::word::keys_of;
use crate::text::begins_with_one;

use super::sentence::Parse;

/// Prepositions before a topic: *complained about*, *called for*.
const TOPICAL: [u32; 6] = keys_of(["about", "of", "on", "for", "against", "over"]);

/// Prepositions that bring in a topic behind some verbs only, by how these begin.
const LINKED: &[(&str, &str)] = &[
    ("to", "point refer allud object respond react repl admit confess agree warm"),
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
            return begins_with_one(head, stems);
        }
        // *wrote on Twitter*, *wrote for the paper*, *spoke for an hour*
        let takes_topic = self.is_any(at, words!["about", "of"])
            || !head.starts_with("wr") && self.kind(prep + 1) != Kind::Time && self.is_any(at, &TOPICAL);
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
            Kind::Prep if self.is_any(start, words!["in"]) => next + 1,
            Kind::Noun if self.kind(next) == Kind::Prep && is_favor => next + 2,
            _ => next,
        }
    }

    /// *talked to voters about the toll*: the preposition of the topic behind that of who hears it.
    pub(super) fn behind_hearer(&self, prep: usize) -> Option<usize> {
        if self.kind(prep + 1) != Kind::Noun || !self.is_any(self.chunks[prep].start(), words!["to"]) {
            return None;
        }
        let about = self.past_source(prep + 1);
        let is_about = self.kind(about) == Kind::Prep && self.is_any(self.chunks[about].start(), words!["about"]);
        is_about.then_some(about)
    }
}
