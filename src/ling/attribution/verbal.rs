//! Verbs that report, with their source and what they report.

use crate::ling::chunk::{Chunk, Form, Kind};
use crate::ling::clause::Verb;
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, keys_of};

use super::sentence::{Candidate, Parse, Range};

/// Prepositions behind a noun that reports: *concern over*.
pub(super) const NOMINAL: [u32; 9] =
    keys_of(["about", "of", "for", "on", "over", "against", "to", "toward", "towards"]);

/// What a verb reports: the chunk where it begins, and how far it may go.
pub(super) enum Complement {
    /// *that …*, a clause, a quotation: to the end of the sentence.
    Clause(usize),
    /// A noun phrase or an infinitive: to the end of its clause.
    Phrase(usize),
}

impl Parse<'_> {
    pub(super) fn verbal(&mut self) {
        for verb in self.verbs {
            let found = self.in_chain(verb).or_else(|| self.at_verb(verb));
            let found = found.map(|it| self.through_use(verb, self.through_paper(verb, it)));
            self.found.extend(found.map(|it| Candidate { source: it.source.or_else(|| self.goes_on(verb)), ..it }));
        }
    }

    /// *said Ann Lee, adding that*: who spoke last, behind the verb.
    fn goes_on(&self, verb: &Verb) -> Option<Range> {
        let before = self.found.last().filter(|_| verb.form == Form::Gerund)?;
        let end = self.chunks[verb.chunk].start().checked_sub(1).filter(|&it| self.is_text(it, ","))?;
        before.source.filter(|it| it.0 == before.cue.1 && it.1 <= end)
    }

    /// *tried to draw*, *is expected to announce*: the first verb lends its subject, the last its content.
    fn in_chain(&self, verb: &Verb) -> Option<Candidate> {
        // *has yet to say*
        let is_open = self.is_any(self.chunks[verb.chunk].end(), words!["yet"]);
        let mut next = self.past_adverbs(verb.chunk + 1 + usize::from(is_open));
        // *is likely to say*
        next += usize::from(self.is_bound(verb, next));
        if !matches!(self.kind(next), Kind::Verb(Form::Infinitive) | Kind::Prep) {
            return None;
        }
        let (mut last, mut is_phrase) = (*verb, false);
        for _ in 0..3 {
            // *went on to say*, *is quoted as saying*
            let goes_on = match self.kind(next + 1) {
                Kind::Verb(Form::Infinitive) => self.is_any(self.chunks[next].start(), words!["on"]),
                Kind::Verb(Form::Gerund) => {
                    self.is_any(self.chunks[next].start(), words!["as"])
                        && self.is_any(self.chunks[last.chunk].head(), words!["quoted"])
                }
                _ => false,
            };
            match self.kind(next) {
                Kind::Verb(Form::Infinitive) => last = *self.verb_of(next)?,
                Kind::Prep if goes_on => (last, is_phrase) = (*self.verb_of(next + 1)?, true),
                _ => break,
            }
            next = self.past_adverbs(last.chunk + 1);
        }
        if last.chunk == verb.chunk {
            return None;
        }
        // *is said to have known*: others say it.
        if verb.passive && self.frames(verb.chunk).is(Frames::SAY) {
            return self.passive(verb, self.frames(verb.chunk)).map(|it| Candidate { rank: 1, ..it });
        }
        // *vowed to criticize*: what they vow; but *declined to say*.
        let aims = self.frames(verb.chunk).is(Frames::WANT)
            && !self.refuses(verb)
            && !self.is_any(self.chunks[last.chunk].head(), words!["know"]);
        if self.frames(last.chunk) == Frames::NONE || aims {
            return None;
        }
        let after = || {
            let found =
                self.after_content(&Verb { chunk: last.chunk, passive: false, ..*verb }, self.frames(last.chunk));
            let is_quote = |range: Range| self.tags[range.1 - 1 - self.first] == Tag::Quoted;
            found.filter(|it| verb.form == Form::Finite && (is_phrase || it.content[0].is_some_and(is_quote)))
        };
        let found = after().or_else(|| self.at_verb(&last))?;
        let cue = (self.chunks[verb.chunk].start(), found.cue.1);
        // *is likely to be seen as a trap*: by nobody.
        let source = if last.passive { found.source } else { verb.subject };
        Some(Candidate { source, cue, ..found })
    }

    fn refuses(&self, verb: &Verb) -> bool {
        let head = self.str(self.chunks[verb.chunk].head());
        ["declin", "refus", "hesitat"].iter().any(|it| head.starts_with(it))
    }

    pub(super) fn at_verb(&self, verb: &Verb) -> Option<Candidate> {
        let frames = if self.rules(verb) { Frames::SAY } else { self.frames(verb.chunk) };
        // *were told to expect it*, *without admitting it*: nobody does.
        let is_undone = match verb.chunk.checked_sub(1).map(|it| &self.chunks[it]) {
            Some(it) if verb.form == Form::Infinitive => it.passive && self.words[it.head()].frames.is(Frames::TELL),
            Some(it) if verb.form == Form::Gerund => {
                self.is_any(it.start(), words!["without"]) && !frames.is(Frames::THINK)
            }
            _ => false,
        };
        if is_undone {
            return None;
        }
        let is_participle = verb.passive || verb.form == Form::Participle;
        // *as she put it*: the one verb that reports only so.
        if let Some(found) = self.with_particle(verb) {
            return Some(found);
        }
        if frames == Frames::NONE && !is_participle {
            let found =
                if self.has_cue { self.as_source_says(verb, frames).or_else(|| self.estimate(verb)) } else { None };
            return found.or_else(|| self.with_noun(verb));
        }
        if verb.form == Form::Finite
            && frames.is(Frames::CLAUSAL)
            && let Some(found) =
                self.inverted(verb).or_else(|| self.after_content(verb, frames)).or_else(|| self.after_quote(verb))
        {
            return Some(found);
        }
        if is_participle {
            return self.passive(verb, frames);
        }
        if frames.is(Frames::SEEM) {
            return self.seeming(verb);
        }
        let Some((cue_end, complement)) = self.complement(verb, frames) else {
            return self
                .before_paragraph(verb, frames)
                .or_else(|| self.as_source_says(verb, frames))
                .or_else(|| self.in_relative(verb, frames))
                .or_else(|| self.takes_aim(verb));
        };
        if matches!(complement, Complement::Phrase(_)) && !self.may_speak(verb, frames) {
            return None;
        }
        let cue = (self.chunks[verb.chunk].start(), cue_end);
        let content = match complement {
            Complement::Clause(from) => self.tokens(from, self.clause_end(from, verb)),
            // *what critics call a land grab*
            Complement::Phrase(from) if self.is_what_is_called(verb, frames, from) => self.tokens(from, from + 1),
            Complement::Phrase(from) => self.tokens(from, self.phrase_end(from, verb)),
        };
        Some(Candidate { source: verb.subject, cue, content: [Some(content?), None], rank: 2 })
    }

    /// *“The rule is void,” the court held*, *the court held that it is*
    fn rules(&self, verb: &Verb) -> bool {
        let is_held = self.has_cue && self.is_any(self.chunks[verb.chunk].head(), words!["held"]) && !verb.passive;
        let Some((start, _)) = verb.subject.filter(|_| is_held) else { return false };
        let subject = self.chunks.partition_point(|it| it.start() < start);
        let is_clause = || self.kind(verb.chunk + 1) == Kind::That && self.is_subject(verb.chunk + 2);
        let ends = || matches!(self.kind(verb.chunk + 1), Kind::Comma | Kind::Other);
        is_clause() || ends() && subject > 0 && self.is_full_quote(subject - 1)
    }

    /// *put the cost at $3 million*
    fn estimate(&self, verb: &Verb) -> Option<Candidate> {
        let cost = verb.chunk + 1;
        let is_phrase = |it: &usize| matches!(self.kind(*it), Kind::Noun | Kind::Prep);
        let mut phrase = (cost..cost + 6).take_while(is_phrase);
        let price = phrase.find(|&it| it > cost && self.is_any(self.chunks[it].start(), words!["at"]))?;
        let amount = self.chunks.get(price + 1)?;
        // *at pier 40* is a place.
        let is_number = |at: usize| self.words[at].shape == Shape::Number;
        let is_noun = |at: usize| matches!(self.tags[at - self.first], Tag::Noun | Tag::Name);
        let first = (amount.start()..amount.end()).find(|&it| is_number(it) || is_noun(it));
        let counts = first.is_some_and(is_number);
        let puts = counts && !verb.passive && self.is_any(self.chunks[verb.chunk].head(), words!["put", "puts"]);
        let content = self.tokens(cost, self.phrase_end(cost, verb)).filter(|_| puts)?;
        Some(Candidate { source: verb.subject, cue: self.cue_of(verb), content: [Some(content), None], rank: 2 })
    }

    pub(super) fn cue_of(&self, verb: &Verb) -> Range {
        (self.chunks[verb.chunk].start(), self.cue_end(verb))
    }

    /// The end of a verb with its particle: *pointed out*.
    fn cue_end(&self, verb: &Verb) -> usize {
        let end = self.chunks[verb.chunk].end();
        let is_particle =
            self.kind(verb.chunk + 1) == Kind::Adverb && self.is_any(end, words!["out", "up", "down", "off", "back"]);
        end + usize::from(is_particle)
    }

    /// The end of a cue with the medium behind it: *said in a statement*.
    pub(super) fn with_medium(&self, verb: usize, to: usize) -> usize {
        let end = self.chunks[verb].end();
        let is_medium = verb + 2 < to + 1
            && self.kind(verb + 1) == Kind::Prep
            // *said with a grin*
            && self.is_any(self.chunks[verb + 1].start(), words!["in", "during", "on", "with"])
            && self.chunks.get(verb + 2).is_some_and(|it| {
                let is_single = self.is_any(it.start(), words!["a", "an"])
                    || !self.is_any(self.chunks[verb + 1].start(), words!["in", "with"]);
                it.kind == Kind::Noun && (is_single || self.words[it.head()].is(Class::DocumentNoun))
            });
        if is_medium { self.chunks[verb + 2].end() } else { end }
    }

    /// The chunk behind adverbs and phrases of place, time and medium: *said in a statement on Monday that*.
    pub(super) fn past_adjuncts(&self, from: usize) -> usize {
        let mut at = from;
        for _ in 0..4 {
            at = self.past_adverbs(at);
            if self.kind(at) == Kind::Prep
                && matches!(self.kind(at + 1), Kind::Noun | Kind::Time)
                && !self.is_subject(at + 1)
            {
                at += 2;
            } else {
                break;
            }
        }
        at
    }

    /// Where the content begins behind the verb, with the end of the cue.
    fn complement(&self, verb: &Verb, frames: Frames) -> Option<(usize, Complement)> {
        let cue_end = self.cue_end(verb);
        let next = self.past_adverbs(verb.chunk + 1);
        if let Some(found) = self
            .through_noun(frames, next)
            .or_else(|| self.made_clear(verb, next))
            .or_else(|| self.made_case(verb, next))
        {
            return Some(found);
        }
        let next = if frames.is(Frames::SPEAK) { self.behind_particle(next) } else { next };
        let topic = next + 1;
        let has_topic = frames.is(Frames::SPEAK) && self.kind(next) == Kind::Prep && self.is_topic(verb, next);
        // *pointed to men that fund it*: the clause belongs to the topic.
        let is_of_topic = has_topic
            && self.kind(topic + 1) == Kind::That
            && (self.is_finite(self.past_adverbs(topic + 2)) || self.frames(topic).is(Frames::NOUN));
        if frames.is(Frames::CLAUSAL)
            && !is_of_topic
            && let Some(clause) = self.clause_at(verb.chunk + 1, frames)
        {
            return Some((self.with_medium(verb.chunk, clause).max(cue_end), Complement::Clause(clause)));
        }
        if frames.is(Frames::TELL) && self.kind(next) == Kind::Noun {
            let pair = self.kind(next + 1) == Kind::Noun && self.is_subject(next + 1);
            let mut hearer = if pair { next + 1 } else { self.past_source(next) };
            // *told Lyria TV’s “Morning Call” that*
            hearer += usize::from(self.kind(hearer) == Kind::Quote && self.kind(hearer + 1) == Kind::That);
            if let Some(clause) = self.clause_at(hearer, Frames::SAY) {
                return Some((cue_end, Complement::Clause(clause)));
            }
        }
        if frames.is(Frames::URGE) && self.kind(next) == Kind::Noun {
            let target = self.past_source(next);
            if self.kind(target) == Kind::Verb(Form::Infinitive) || self.is_quoted_act(target) {
                return Some((cue_end, Complement::Phrase(next)));
            }
        }
        // *said so in May*
        if frames.is(Frames::SAY.or(Frames::THINK))
            && self.kind(next) == Kind::Subord
            && self.is_any(self.chunks[next].start(), words!["so"])
            && matches!(self.kind(next + 1), Kind::Other | Kind::Comma | Kind::Prep | Kind::Time | Kind::Coord)
        {
            return Some((cue_end, Complement::Phrase(next)));
        }
        if frames.is(Frames::WANT) {
            // *is looking for ways to close it*
            let is_for = self.is_any(self.chunks[verb.chunk].end(), words!["for"]);
            let next = if is_for { next } else { self.past_adjuncts(next) };
            if self.kind(next) == Kind::Verb(Form::Infinitive) || self.is_quoted_act(next) {
                return Some((cue_end, Complement::Phrase(next)));
            }
        }
        if has_topic {
            return Some((self.chunks[next].end(), Complement::Phrase(topic)));
        }
        if let Some(about) = self
            .behind_hearer(next)
            .filter(|_| frames.is(if self.kind(next) == Kind::Noun { Frames::TELL } else { Frames::SPEAK }))
        {
            return Some((cue_end, Complement::Phrase(about)));
        }
        // *proposed closing the road*, *admitted having closed it*
        if frames.is(Frames::SAY)
            && self.kind(next) == Kind::Verb(Form::Gerund)
            && !self.is_any(self.chunks[verb.chunk].head(), words!["said", "says", "say", "saying"])
        {
            return Some((cue_end, Complement::Phrase(next)));
        }
        let next = self.past_date(next);
        if frames.is(Frames::JUDGE.or(Frames::CALL).or(Frames::SHOW))
            && matches!(self.kind(next), Kind::Noun | Kind::Quote | Kind::Wh | Kind::Verb(Form::Gerund))
            && (!self.is_reflexive(next) || frames.is(Frames::CALL))
            && !self.is_plain_act(verb, next)
            && (frames.is(Frames::JUDGE.or(Frames::SHOW))
                || self.is_named(next)
                || self.is_what_is_called(verb, frames, next))
        {
            return Some((cue_end, Complement::Phrase(next)));
        }
        None
    }

    /// *vowed to “close the road”*
    fn is_quoted_act(&self, to: usize) -> bool {
        self.kind(to + 1) == Kind::Quote && self.is_any(self.chunks[to].start(), words!["to"])
    }

    /// *announced on Friday the closure*
    fn past_date(&self, at: usize) -> usize {
        let is_dated = self.kind(at) == Kind::Prep && self.kind(at + 1) == Kind::Time;
        if is_dated { self.past_adverbs(at + 2) } else { at }
    }

    /// *voiced concern about*, *made the claim that*: the verb reports through a noun.
    fn through_noun(&self, frames: Frames, at: usize) -> Option<(usize, Complement)> {
        let has_noun = self.kind(at) == Kind::Noun && self.frames(at).is(Frames::NOUN);
        let takes_noun = frames.is(Frames::LIGHT) || frames.is(Frames::SAY) && !frames.is(Frames::JUDGE);
        if !has_noun || !frames.is(Frames::LIGHT.or(Frames::JUDGE).or(Frames::SAY)) || self.is_subject(at) {
            return None;
        }
        // *rejected Lee’s claim that*, *dismissed the idea that*: what is judged begins with the noun.
        let is_theirs = (self.chunks[at].start()..self.chunks[at].head()).take(12).any(|it| self.is_owner(it))
            || self.is_any(self.chunks[at].start(), words!["the"]);
        if is_theirs && frames.is(Frames::JUDGE.or(Frames::SAY)) {
            return None;
        }
        let end = self.chunks[at].end();
        // *issued a statement on Monday saying …*
        let behind = self.past_date(self.past_adverbs(at + 1));
        let saying = if self.kind(behind) == Kind::Verb(Form::Gerund) { behind } else { at + 1 };
        match self.kind(saying) {
            // *rejected claims that*: what is judged begins with the noun.
            Kind::That | Kind::Verb(Form::Infinitive) | Kind::Prep if !takes_noun => None,
            Kind::That => Some((end, Complement::Clause(at + 1))),
            // *issued a statement saying …*
            Kind::Verb(Form::Gerund) if self.frames(saying).is(Frames::SAY) => {
                let from = self.past_adverbs(saying + 1);
                let from = from + usize::from(self.kind(from) == Kind::Comma);
                (from < self.chunks.len()).then_some((self.chunks[saying].end(), Complement::Clause(from)))
            }
            Kind::Verb(Form::Infinitive) => Some((end, Complement::Phrase(at + 1))),
            // *made the announcement on Monday that*, *answered calls on Monday*
            Kind::Prep if self.kind(at + 2) == Kind::Time => {
                (self.kind(at + 3) == Kind::That).then_some((end, Complement::Clause(at + 3)))
            }
            Kind::Prep if self.is_any(self.chunks[at + 1].start(), &NOMINAL) => {
                Some((self.chunks[at + 1].end(), Complement::Phrase(at + 2)))
            }
            _ => None,
        }
    }

    /// *made clear that*, *made it clear that*
    fn made_clear(&self, verb: &Verb, next: usize) -> Option<(usize, Complement)> {
        let head = self.chunks[verb.chunk].head();
        if !self.frames(verb.chunk).is(Frames::LIGHT) || !self.is_any(head, words!["make", "makes", "made", "making"]) {
            return None;
        }
        let clear = next + usize::from(self.kind(next) == Kind::Noun && self.is_pronoun(next));
        let is_clear =
            self.chunks.get(clear).is_some_and(|it| self.is_any(it.head(), words!["clear", "plain", "known"]));
        let clause = self.clause_at(clear + 1, Frames::THINK).filter(|_| is_clear)?;
        Some((self.chunks[clear].end(), Complement::Clause(clause)))
    }

    /// Whether a clause or quotation begins at chunk `from`, or behind a few adjuncts.
    fn clause_at(&self, from: usize, frames: Frames) -> Option<usize> {
        let mut at = from;
        for _ in 0..5 {
            at = self.past_adverbs(at);
            match self.kind(at) {
                Kind::That => return Some(at),
                Kind::Quote => return Some(at),
                Kind::Colon => return Some(at + 1).filter(|&it| it < self.chunks.len()),
                Kind::Comma if matches!(self.kind(at + 1), Kind::Quote | Kind::That) => return Some(at + 1),
                // *said in recent years, the road was closed*
                Kind::Comma
                    if at > from
                        && self.verb_of(from - 1).is_some_and(|it| it.form == Form::Finite && it.subject.is_some())
                        && self.kind(at + 1) == Kind::Noun
                        && self.is_subject(at + 1) =>
                {
                    let has_medium = self.with_medium(from - 1, at) > self.chunks[from - 1].end();
                    return Some(if has_medium { at + 1 } else { from });
                }
                // *said on Radio Borsk, where she works, that*
                Kind::Comma if frames.is(Frames::SAY) => return self.behind_remark(at),
                Kind::Wh => return Some(at),
                Kind::Subord if self.opens_told(at) => return Some(at),
                Kind::Noun | Kind::Verb(Form::Gerund) if self.is_subject(at) => return Some(at),
                // *said it “is closed for good”*
                Kind::Noun if self.kind(at + 1) == Kind::Quote && self.is_pronoun(at) => return Some(at),
                Kind::Prep if matches!(self.kind(at + 1), Kind::Noun | Kind::Time) && frames.is(Frames::SAY) => at += 2,
                _ => return None,
            }
        }
        None
    }

    /// Behind the comma at chunk `from` and a remark: *, where she works, that*, *, however, that*.
    fn behind_remark(&self, from: usize) -> Option<usize> {
        let opens = matches!(self.kind(from + 1), Kind::Wh | Kind::Adverb | Kind::Prep | Kind::Subord | Kind::Time);
        let ends = |it: &usize| {
            self.kind(*it - 1) == Kind::Comma && matches!(self.kind(*it), Kind::That | Kind::Quote | Kind::Wh)
        };
        // *said in Borsk, Lyria, that*
        let is_place = self.kind(from + 1) == Kind::Noun && self.kind(from + 2) == Kind::Comma;
        let that = Some(from + 3).filter(|&it| is_place && self.kind(it) == Kind::That);
        that.or_else(|| (from + 2..from + 16).find(ends).filter(|_| opens))
    }

    /// *She said:* and the quotation in the next paragraph.
    fn before_paragraph(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let colon = self.chunks.len().checked_sub(1)?;
        if !frames.is(Frames::SAY) || self.kind(colon) != Kind::Colon || self.past_adjuncts(verb.chunk + 1) != colon {
            return None;
        }
        let paragraphs = self.document.paragraphs();
        let next = &paragraphs.get(paragraphs.partition_point(|it| it.tokens.start < self.end))?.tokens;
        let content = (next.start == self.end && next.len() > 2).then_some((next.start, next.end))?;
        let cue = self.cue_of(verb);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    pub(super) fn is_pronoun(&self, at: usize) -> bool {
        self.tags[self.chunks[at].head() - self.first] == Tag::Pron
    }

    /// *itself*: nothing is said of anybody.
    fn is_reflexive(&self, at: usize) -> bool {
        let head = self.str(self.chunks[at].head());
        head.ends_with("self") || head.ends_with("selves")
    }

    /// Whether the chunk `at` tells what something is called: *what critics call a land grab*.
    fn is_what_is_called(&self, verb: &Verb, frames: Frames, at: usize) -> bool {
        let is_call = frames.is(Frames::CALL) && !frames.is(Frames::JUDGE.or(Frames::SHOW));
        let subject = verb.subject.filter(|_| is_call && !self.is_named(at));
        let before = subject.and_then(|it| self.chunks.partition_point(|chunk| chunk.start() < it.0).checked_sub(1));
        before.is_some_and(|it| self.is_any(self.chunks[it].start(), words!["what", "which"]))
    }

    /// Whether a name or a quality follows the object: *her a friend*, *it unfair*, *him as weak*.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let end = self.chunks.len().min(at + 8);
        // *called the charge unfair*
        let ends_in_quality = |it: &Chunk| it.head() + 1 < it.end() && self.tags[it.end() - 1 - self.first] == Tag::Adj;
        if self.chunks.get(at).is_some_and(ends_in_quality) {
            return true;
        }
        (at + 1..end).any(|it| match self.kind(it) {
            // *called the charges unfounded*
            Kind::Verb(Form::Finite | Form::Participle) => {
                it == at + 1 && self.words[self.chunks[it].start()].pos.is(Pos::PART)
            }
            Kind::Adjective | Kind::Quote => true,
            // *called the results convincing*
            Kind::Verb(Form::Gerund) => it == at + 1 && matches!(self.kind(it + 1), Kind::Other | Kind::Comma),
            // *views her favorably*
            Kind::Adverb => self.str(self.chunks[it].head()).ends_with("ly"),
            Kind::Noun => self.kind(it - 1) == Kind::Noun,
            Kind::Prep => self.is_any(self.chunks[it].start(), words!["as"]),
            _ => false,
        })
    }
}
