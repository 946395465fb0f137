//! How far a subject goes.

use crate::ling::chunk::{Form, Kind, SOMEBODY};
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::verb::Frames;
use crate::ling::word::{is_among, key_of};

use super::{OF, Parser, REACH};

/// The longest aside between commas, in chunks.
const LONGEST_ASIDE: usize = 16;

const INCLUDING: u32 = key_of("including");
const LIKE: u32 = key_of("like");
const ONCE: u32 = key_of("once");
const IN: u32 = key_of("in");
const WITH: u32 = key_of("with");
const A: u32 = key_of("a");
const AN: u32 = key_of("an");

impl Parser<'_> {
    /// *the board of directors*: where the noun begins that the phrase in chunk `at` hangs on.
    pub(super) fn whole_noun(&self, at: usize) -> Option<usize> {
        let [noun, prep] = [at.checked_sub(2)?, at - 1];
        let is_of = self.kind(prep) == Kind::Prep && self.words[self.chunks[prep].start()].has_key(OF);
        (is_of && self.kind(noun) == Kind::Noun).then(|| self.chunks[noun].start())
    }

    /// *in the town traders said*, *in Borsk Ann Lee said*: where the subject begins in the noun phrase behind a
    /// preposition, in chunk `at`.
    pub(super) fn subject_behind_phrase(&self, at: usize) -> Option<usize> {
        /// What those do who are spoken of as a source.
        const SPEAKING: Frames =
            Frames::SAY.or(Frames::TELL).or(Frames::THINK).or(Frames::WANT).or(Frames::URGE).or(Frames::JUDGE);
        let chunk = &self.chunks[at];
        let words = |it: usize| &self.words[it];
        let verb = self.chunks.get(self.past_adverbs(at + 1)).filter(|it| it.kind == Kind::Verb(Form::Finite))?;
        // *With voters worried about the toll, he left*
        if !words(verb.head()).frames.is(SPEAKING) || chunk.start() > 0 && words(chunk.start() - 1).has_key(WITH) {
            return None;
        }
        if words(chunk.start()).is(Class::Place) && words(chunk.end() - 1).is_capital() {
            return Some(chunk.start() + 1).filter(|&it| it < chunk.end() && words(it).is_capital());
        }
        let last = words(chunk.head());
        let can_stand_alone = last.is(Class::Plural) || last.is(Class::Institution);
        if !can_stand_alone || last.is_capital() || !last.classes.has_any(&SOMEBODY) {
            return None;
        }
        // *in Borsk port officials said*, *after the vote senior officials said*
        let behind_name = (chunk.start()..chunk.head()).find(|&it| !words(it).is_capital() && it > chunk.start());
        let named = behind_name.filter(|&it| words(it - 1).is_capital() && words(chunk.start()).is_capital());
        let adjectives = (chunk.start() + 1..chunk.head()).rev().take_while(|&it| words(it).pos.is(Pos::ADJ)).last();
        Some(named.or(adjectives).unwrap_or(chunk.head())).filter(|&it| it > chunk.start())
    }

    /// The tokens of a subject that begins at `start`, before the verb at chunk `at`.
    pub(super) fn subject(&self, start: usize, at: usize) -> Option<(usize, usize)> {
        let mut last = if matches!(self.kind(at), Kind::Verb(_)) { at } else { at + 1 };
        // Nothing else as a rule.
        if let Some(noun) = self.chunks[..last].last().filter(|it| it.start() == start && it.kind == Kind::Noun) {
            return Some((start, noun.end()));
        }
        last = self.before_aside(start, last);
        // *the report published last week shows*: the time is that of the verb in it.
        let holds_verb = (0..last)
            .rev()
            .take_while(|&it| self.chunks[it].start() > start)
            .take(REACH)
            .any(|it| matches!(self.kind(it), Kind::Verb(_)));
        while last > 0 && self.chunks[last - 1].start() >= start {
            let kind = self.chunks[last - 1].kind;
            // *Lee on Monday said*
            let is_dated = kind == Kind::Prep && matches!(self.kind(last), Kind::Time | Kind::Verb(_));
            let is_mark = matches!(kind, Kind::Comma | Kind::Dash);
            if !is_mark && (holds_verb || !matches!(kind, Kind::Adverb | Kind::Time) && !is_dated) {
                break;
            }
            last -= 1;
        }
        last = self.before_medium(start, last);
        let end = self.chunks[last.checked_sub(1)?].end();
        (start < end).then_some((start, end))
    }

    /// *Lee in an interview said*
    fn before_medium(&self, start: usize, last: usize) -> usize {
        let Some(prep) = last.checked_sub(2).filter(|&it| self.chunks[it].start() > start) else { return last };
        let (first, head) = (&self.words[self.chunks[prep].start()], &self.words[self.chunks[prep + 1].head()]);
        let is_medium = self.kind(prep) == Kind::Prep
            && first.has_key(IN)
            && is_among(self.words[self.chunks[prep].end()].key, &[A, AN])
            && head.is(Class::DocumentNoun)
            && self.kind(prep - 1) == Kind::Noun
            && self.words[self.chunks[prep - 1].head()].is_capital();
        if is_medium { prep } else { last }
    }

    /// *Lee, for example*, *Lee, in a letter*: the chunk behind the subject, where a phrase
    /// between commas follows it.
    fn before_aside(&self, start: usize, last: usize) -> usize {
        let Some(closing) = last.checked_sub(1).filter(|&it| self.kind(it) == Kind::Comma) else { return last };
        let inner =
            (closing.saturating_sub(LONGEST_ASIDE)..closing).rev().take_while(|&it| self.chunks[it].start() > start);
        let mut commas = inner.filter(|&it| it > 0 && self.kind(it) == Kind::Comma);
        commas.find(|&it| self.is_meanwhile(it + 1, closing)).unwrap_or(last)
    }

    /// *in a letter*, *speaking in Borsk, Lyria*: what is told between two commas and names nobody.
    fn is_meanwhile(&self, from: usize, to: usize) -> bool {
        // *Lee of Borsk*, *three towns, including Borsk*: who it is.
        let is_own = is_among(self.words[self.chunks[from].start()].key, &[OF, INCLUDING, LIKE, ONCE]);
        let is_phrase =
            |it: usize| matches!(self.kind(it), Kind::Prep | Kind::Noun | Kind::Time | Kind::Verb(Form::Infinitive));
        let opens = self.kind(from) == Kind::Prep && (from..to).all(is_phrase);
        // *Lee, while glad to be there, said*
        let is_while =
            self.kind(from) == Kind::Subord && !(from..to).any(|it| self.kind(it) == Kind::Verb(Form::Finite));
        // *Lee, in a long, rambling talk, said*
        let opens = opens
            || self.words[self.chunks[from].start()].has_key(IN)
                && is_among(self.words[self.chunks[from].end()].key, &[A, AN])
                && !(from..to).any(|it| self.kind(it) == Kind::Verb(Form::Finite));
        !is_own && (opens || is_while || self.kind(from) == Kind::Verb(Form::Gerund))
    }
}
