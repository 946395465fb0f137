//! Verbs that report, with their source and what they report.

use crate::ling::chunk::{Form, Kind};
use crate::ling::clause::{Rank, Verb};
use crate::ling::lexicon::Class;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;

use super::sentence::{Candidate, LONGEST, Parse, Range};

/// Verbs that take a clause or a quotation.
const CLAUSAL: Frames = Frames::SAY.or(Frames::THINK).or(Frames::TELL).or(Frames::SHOW);

/// Prepositions before a topic: *complained about*, *called for*.
const TOPICAL: &[&str] = &["about", "of", "on", "for", "against", "over"];

/// Prepositions behind a noun that reports: *concern over*.
pub(super) const NOMINAL: &[&str] = &["about", "of", "for", "on", "over", "against", "to", "toward", "towards"];

/// What a verb reports: the chunk where it begins, and how far it may go.
enum Complement {
    /// *that …*, a clause, a quotation: to the end of the sentence.
    Clause(usize),
    /// A noun phrase or an infinitive: to the end of its clause.
    Phrase(usize),
}

impl Parse<'_> {
    pub(super) fn verbal(&mut self) {
        for at in 0..self.verbs.len() {
            let verb = self.verbs[at];
            let found = self.in_chain(&verb).or_else(|| self.at_verb(&verb));
            self.found.extend(found);
        }
    }

    /// *tried to draw*, *is expected to announce*: the first verb lends its subject, the last its content.
    fn in_chain(&self, verb: &Verb) -> Option<Candidate> {
        let mut last = *verb;
        for _ in 0..3 {
            let next = self.past_adverbs(last.chunk + 1);
            match self.verb_of(next).filter(|it| it.form == Form::Infinitive) {
                Some(infinitive) => last = *infinitive,
                None => break,
            }
        }
        if last.chunk == verb.chunk || self.frames(last.chunk) == Frames::NONE {
            return None;
        }
        let found = self.at_verb(&last)?;
        let cue = (self.chunks[verb.chunk].start, found.cue.1);
        Some(Candidate { source: verb.subject, cue, ..found })
    }

    fn at_verb(&self, verb: &Verb) -> Option<Candidate> {
        let frames = self.frames(verb.chunk);
        if verb.form == Form::Finite
            && frames.is(CLAUSAL)
            && let Some(found) =
                self.inverted(verb).or_else(|| self.after_content(verb, frames)).or_else(|| self.after_quote(verb))
        {
            return Some(found);
        }
        if verb.passive || verb.form == Form::Participle {
            return self.passive(verb, frames);
        }
        if frames.is(Frames::SEEM) {
            return self.seeming(verb);
        }
        let Some((cue_end, complement)) = self.complement(verb, frames) else {
            return self.as_source_says(verb, frames).or_else(|| self.in_relative(verb, frames));
        };
        if matches!(complement, Complement::Phrase(_)) && !self.may_speak(verb, frames) {
            return None;
        }
        let cue = (self.chunks[verb.chunk].start, cue_end);
        let content = match complement {
            Complement::Clause(from) => self.tokens(from, self.clause_end(from, verb)),
            Complement::Phrase(from) => self.tokens(from, self.phrase_end(from, verb)),
        };
        Some(Candidate { source: verb.subject, cue, content: [Some(content?), None], rank: 2 })
    }

    /// *“…,” said Ann Lee.*
    fn inverted(&self, verb: &Verb) -> Option<Candidate> {
        let before = verb.chunk.checked_sub(1)?;
        let follows_content = match self.kind(before) {
            Kind::Quote => self.is_full_quote(before),
            Kind::Comma | Kind::Dash => true,
            _ => false,
        };
        let has_subject = verb.subject.is_some_and(|(_, end)| end + 1 >= self.chunks[verb.chunk].start)
            && !self.is_quote_before(before);
        if !follows_content || has_subject || self.kind(verb.chunk + 1) != Kind::Noun {
            return None;
        }
        let to = self.past_source(verb.chunk + 1);
        let source = self.tokens(verb.chunk + 1, to)?;
        let cue = self.cue_of(verb);
        let content = self.content_before(before)?;
        Some(Candidate { source: Some(source), cue, content: [Some(content), self.content_after(to)], rank: 0 })
    }

    fn is_quote_before(&self, at: usize) -> bool {
        self.kind(at) == Kind::Quote || at > 0 && self.kind(at - 1) == Kind::Quote
    }

    /// *“…,” she said. The road, she said, was closed.*
    fn after_content(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let (start, _) = verb.subject?;
        let subject = self.chunks.partition_point(|it| it.start < start);
        let before = self.back_over_adverbs(subject).checked_sub(1)?;
        let is_quoted = self.is_full_quote(before)
            || before == 0 && self.kind(before) == Kind::Quote && self.chunks[0].end > self.first + 4
            || self.kind(before) == Kind::Comma && before > 0 && self.is_full_quote(before - 1);
        let next = self.past_adjuncts(verb.chunk + 1);
        // *All of which, she said, was closed*: between commas even in a relative clause.
        let after_comma =
            self.kind(before) == Kind::Comma && (verb.rank != Rank::Relative || self.kind(next) == Kind::Comma);
        let ends = next >= self.chunks.len() || matches!(self.kind(next), Kind::Comma | Kind::Other | Kind::Semicolon);
        let told = frames.is(Frames::TELL) && self.kind(verb.chunk + 1) == Kind::Noun;
        if !(is_quoted || after_comma && ends && !told) || verb.joined {
            return None;
        }
        let content = self.content_before(before)?;
        let past_hearer = if told { self.past_source(verb.chunk + 1) } else { next };
        let mut rest = self.content_after(past_hearer);
        if rest.is_none() && !is_quoted && self.kind(next) == Kind::Comma {
            rest = self.content_behind_comma(next);
        }
        let cue_end = if told { self.chunks[verb.chunk].end } else { self.with_medium(verb.chunk, next) };
        let cue = (self.chunks[verb.chunk].start, cue_end);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), rest], rank: 0 })
    }

    /// *“Who knows?” Ann Lee said.* The quotation is a sentence before.
    fn after_quote(&self, verb: &Verb) -> Option<Candidate> {
        let quote = self.quote_before()?;
        let next = self.past_adjuncts(verb.chunk + 1);
        let ends = next >= self.chunks.len() || matches!(self.kind(next), Kind::Comma | Kind::Other);
        let (source, cue_end, to) = match verb.subject {
            Some((start, _)) if start == self.first && ends => (verb.subject, self.with_medium(verb.chunk, next), next),
            None if verb.chunk == 0 && self.kind(1) == Kind::Noun => {
                let to = self.past_source(1);
                (self.tokens(1, to), self.chunks[0].end, to)
            }
            _ => return None,
        };
        let cue = (self.chunks[verb.chunk].start, cue_end);
        Some(Candidate { source, cue, content: [Some(quote), self.content_after(to)], rank: 0 })
    }

    /// The tokens of a quotation that ends right before the sentence, in its paragraph.
    fn quote_before(&self) -> Option<Range> {
        let tokens = self.document.tokens();
        let start = tokens.get(self.first)?.span.start();
        let at = self.quotes.partition_point(|it| it.span.end() <= start);
        let quote = self.quotes.get(at.checked_sub(1)?)?;
        let gap = &self.document[crate::text::Span::new(quote.span.end(), start)];
        let range = self.document.tokens_in(quote.span);
        (gap.len() <= 2 && !gap.contains('\n')).then_some((range.start, range.end))
    }

    fn back_over_adverbs(&self, from: usize) -> usize {
        let mut at = from;
        while at > 0 && self.kind(at - 1) == Kind::Adverb {
            at -= 1;
        }
        at
    }

    /// What stands before the speaker, up to the chunk `before`.
    fn content_before(&self, before: usize) -> Option<Range> {
        let to = if self.kind(before) == Kind::Quote { before + 1 } else { before };
        // A clause of its own before a semicolon is not part of it.
        let from = (0..to).rev().take(200).find(|&it| self.kind(it) == Kind::Semicolon).map_or(0, |it| it + 1);
        self.tokens(from, to)
    }

    /// A quotation that goes on behind the speaker.
    fn content_after(&self, from: usize) -> Option<Range> {
        let quote = (from..self.chunks.len().min(from + 40)).find(|&it| self.kind(it) == Kind::Quote)?;
        let opens = quote > 0
            && matches!(self.kind(quote - 1), Kind::Comma | Kind::Colon | Kind::Coord | Kind::Dash | Kind::Other);
        if !opens {
            return None;
        }
        self.tokens(quote, self.chunks.len())
    }

    /// *The road, she said, was closed*: the rest of the sentence.
    fn content_behind_comma(&self, comma: usize) -> Option<Range> {
        let next = comma + 1;
        let goes_on = matches!(
            self.kind(next),
            Kind::Verb(Form::Finite | Form::Infinitive)
                | Kind::Prep
                | Kind::Noun
                | Kind::That
                | Kind::Coord
                | Kind::Quote
        );
        if goes_on { self.tokens(next, self.chunks.len()) } else { None }
    }

    fn cue_of(&self, verb: &Verb) -> Range {
        let chunk = &self.chunks[verb.chunk];
        (chunk.start, chunk.end)
    }

    /// The end of a cue with the medium behind it: *said in a statement*.
    fn with_medium(&self, verb: usize, to: usize) -> usize {
        let end = self.chunks[verb].end;
        let is_medium = verb + 2 < to + 1
            && self.kind(verb + 1) == Kind::Prep
            && self.is_any(self.chunks[verb + 1].start, &["in", "during", "on"])
            && self.chunks.get(verb + 2).is_some_and(|it| {
                let is_single = self.is_any(it.start, &["a", "an"]) || !self.is(self.chunks[verb + 1].start, "in");
                it.kind == Kind::Noun && (is_single || self.words[it.head].is(Class::DocumentNoun))
            });
        if is_medium { self.chunks[verb + 2].end } else { end }
    }

    /// The chunk behind adverbs and phrases of place, time and medium: *said in a statement on Monday that*.
    fn past_adjuncts(&self, from: usize) -> usize {
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
        let cue_end = self.chunks[verb.chunk].end;
        let next = self.past_adverbs(verb.chunk + 1);
        if let Some(found) = self.through_noun(frames, next) {
            return Some(found);
        }
        if frames.is(CLAUSAL)
            && let Some(clause) = self.clause_at(verb.chunk + 1, frames)
        {
            return Some((self.with_medium(verb.chunk, clause), Complement::Clause(clause)));
        }
        if frames.is(Frames::TELL) && self.kind(next) == Kind::Noun {
            let pair = self.kind(next + 1) == Kind::Noun && self.is_subject(next + 1);
            let hearer = if pair { next + 1 } else { self.past_source(next) };
            if let Some(clause) = self.clause_at(hearer, Frames::SAY) {
                return Some((cue_end, Complement::Clause(clause)));
            }
        }
        if frames.is(Frames::URGE) && self.kind(next) == Kind::Noun {
            let target = self.past_source(next);
            if self.kind(target) == Kind::Verb(Form::Infinitive) {
                return Some((cue_end, Complement::Phrase(next)));
            }
        }
        if frames.is(Frames::WANT) {
            let next = self.past_adjuncts(next);
            if self.kind(next) == Kind::Verb(Form::Infinitive) {
                return Some((cue_end, Complement::Phrase(next)));
            }
        }
        if frames.is(Frames::SPEAK) && self.kind(next) == Kind::Prep {
            let prep = &self.chunks[next];
            if self.is_topic(verb, next) {
                return Some((prep.end, Complement::Phrase(next + 1)));
            }
        }
        if frames.is(Frames::JUDGE.or(Frames::CALL).or(Frames::SHOW))
            && matches!(self.kind(next), Kind::Noun | Kind::Quote | Kind::Wh | Kind::Verb(Form::Gerund))
            && !self.is_reflexive(next)
            && !self.is_plain_act(verb, next)
            && (frames.is(Frames::JUDGE.or(Frames::SHOW)) || self.is_named(next))
        {
            return Some((cue_end, Complement::Phrase(next)));
        }
        None
    }

    /// *voiced concern about*, *made the claim that*: the verb reports through a noun.
    fn through_noun(&self, frames: Frames, at: usize) -> Option<(usize, Complement)> {
        let has_noun = self.kind(at) == Kind::Noun && self.frames(at).is(Frames::NOUN);
        if !has_noun || !frames.is(Frames::LIGHT.or(Frames::JUDGE).or(Frames::SAY)) {
            return None;
        }
        let end = self.chunks[at].end;
        match self.kind(at + 1) {
            Kind::That => Some((end, Complement::Clause(at + 1))),
            Kind::Verb(Form::Infinitive) => Some((end, Complement::Phrase(at + 1))),
            Kind::Prep if self.is_any(self.chunks[at + 1].start, NOMINAL) => {
                Some((self.chunks[at + 1].end, Complement::Phrase(at + 2)))
            }
            _ => None,
        }
    }

    /// Whether the preposition at chunk `prep` brings in what is talked about.
    fn is_topic(&self, verb: &Verb, prep: usize) -> bool {
        let at = self.chunks[prep].start;
        let head = self.str(self.chunks[verb.chunk].head);
        let noun = self.chunks.get(prep + 1).map_or(at, |it| it.head);
        if self.is(at, "to") {
            return ["point", "refer", "allud", "object", "respond", "react", "repl"]
                .iter()
                .any(|it| head.starts_with(it));
        }
        if self.is(at, "at") {
            return ["lash", "laugh", "scoff", "sneer", "balk", "bristl", "marvel", "hint", "rail"]
                .iter()
                .any(|it| head.starts_with(it));
        }
        // *on condition of anonymity*, *on behalf of*
        self.is_any(at, TOPICAL) && !self.is_any(noun, &["condition", "behalf", "record", "background"])
    }

    /// Whether a clause or quotation begins at chunk `from`, or behind a few adjuncts.
    fn clause_at(&self, from: usize, frames: Frames) -> Option<usize> {
        let mut at = from;
        for _ in 0..5 {
            at = self.past_adverbs(at);
            match self.kind(at) {
                Kind::That => return Some(at),
                Kind::Quote => return Some(at),
                Kind::Colon => return Some(at + 1),
                Kind::Comma if self.kind(at + 1) == Kind::Quote => return Some(at + 1),
                // *said on Radio Borsk, where she works, that*
                Kind::Comma if frames.is(Frames::SAY) => return self.behind_remark(at),
                Kind::Wh => return Some(at),
                Kind::Subord if self.is_any(self.chunks[at].start, &["if", "whether"]) => return Some(at),
                Kind::Noun if self.is_subject(at) => return Some(at),
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
        (from + 2..from + 16).find(ends).filter(|_| opens)
    }

    fn is_pronoun(&self, at: usize) -> bool {
        self.tags[self.chunks[at].head - self.first] == Tag::Pron
    }

    /// *raised taxes*, *released the film*: verbs that report only where their object does, as in
    /// *raised objections*, *released a statement*.
    fn is_plain_act(&self, verb: &Verb, object: usize) -> bool {
        const ACTS: &[&str] =
            &["rais", "releas", "offer", "issu", "push", "present", "deliver", "withh", "includ", "promot"];
        let head = self.str(self.chunks[verb.chunk].head);
        let is_act = ACTS.iter().any(|it| head.starts_with(it));
        let reports = self.frames(object).is(Frames::NOUN)
            || self.chunks.get(object).is_some_and(|it| self.words[it.head].is(Class::DocumentNoun));
        is_act && !reports && self.kind(object) == Kind::Noun
    }

    /// *itself*: nothing is said of anybody.
    fn is_reflexive(&self, at: usize) -> bool {
        let head = self.str(self.chunks[at].head);
        head.ends_with("self") || head.ends_with("selves")
    }

    /// Whether a name or a quality follows the object: *her a friend*, *it unfair*, *him as weak*.
    fn is_named(&self, at: usize) -> bool {
        let end = self.chunks.len().min(at + 5);
        (at + 1..end).any(|it| match self.kind(it) {
            Kind::Adjective | Kind::Quote => true,
            Kind::Noun => self.kind(it - 1) == Kind::Noun,
            Kind::Prep => self.is(self.chunks[it].start, "as"),
            _ => false,
        })
    }

    fn passive(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let chunk = &self.chunks[verb.chunk];
        let next = self.past_adverbs(verb.chunk + 1);
        // *Asked whether …*: what follows is no part of the subject.
        let content = verb.subject.filter(|_| verb.passive || verb.chunk > 0);
        let content = content.filter(|&(start, _)| !self.is_any(start, &["it", "there"]));
        if self.kind(next) == Kind::Prep
            && self.is(self.chunks[next].start, "by")
            && self.kind(next + 1) == Kind::Noun
            && frames.is(Frames::JUDGE.or(Frames::CALL).or(CLAUSAL))
        {
            let to = self.past_source(next + 1);
            let rest = self.tokens(to, self.phrase_end(to, verb)).filter(|_| self.kind(to) == Kind::Prep);
            return Some(Candidate {
                source: self.tokens(next + 1, to),
                cue: (chunk.start, chunk.end),
                content: [content, rest],
                rank: 2,
            });
        }
        let mut cue_end = chunk.end;
        let rest = match self.kind(next) {
            Kind::Verb(Form::Infinitive) if frames.is(CLAUSAL.or(Frames::WANT)) => {
                self.tokens(next, self.phrase_end(next, verb))
            }
            Kind::Prep
                if frames.is(Frames::CALL.or(Frames::JUDGE).or(Frames::THINK))
                    && self.is_any(self.chunks[next].start, &["as", "of", "for"]) =>
            {
                // *known as*, *accused of*
                cue_end = self.chunks[next].end;
                self.tokens(next + 1, self.phrase_end(next + 1, verb))
            }
            // *is considered a friend*, *was deemed safe*
            Kind::Noun | Kind::Adjective | Kind::Quote | Kind::Verb(Form::Participle | Form::Gerund)
                if frames.is(Frames::CALL) =>
            {
                self.tokens(next, self.phrase_end(next, verb))
            }
            Kind::That | Kind::Wh => self.tokens(next, self.clause_end(next, verb)),
            Kind::Subord if self.is_any(self.chunks[next].start, &["if", "whether"]) => {
                self.tokens(next, self.clause_end(next, verb))
            }
            _ => return None,
        };
        Some(Candidate { source: None, cue: (chunk.start, cue_end), content: [content, rest], rank: 3 })
    }

    /// *As Ann Lee said, the road is closed.*
    fn as_source_says(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let (start, _) = verb.subject.filter(|_| verb.form == Form::Finite && frames.is(CLAUSAL))?;
        let opens = start == self.chunks[0].end && self.is_any(self.first, &["as"]);
        let comma = self.past_adjuncts(verb.chunk + 1);
        if !opens || self.kind(comma) != Kind::Comma {
            return None;
        }
        let content = self.tokens(comma + 1, self.chunks.len())?;
        let cue = (self.chunks[verb.chunk].start, self.chunks[verb.chunk].end);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), None], rank: 2 })
    }

    /// *a claim she denies*, *which Lee proposed*, *who he said was late*: what is reported stands before.
    fn in_relative(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let takes_object = CLAUSAL.or(Frames::JUDGE).or(Frames::CALL);
        let (start, _) = verb.subject?;
        if !matches!(verb.rank, Rank::Relative | Rank::Complement)
            || verb.form != Form::Finite
            || !frames.is(takes_object)
        {
            return None;
        }
        let subject = self.chunks.partition_point(|it| it.start < start);
        let before = subject.checked_sub(1)?;
        let next = self.past_adverbs(verb.chunk + 1);
        let rest = match self.kind(next) {
            Kind::Verb(Form::Finite) if self.kind(verb.chunk + 1) == self.kind(next) => {
                self.tokens(next, self.phrase_end(next, verb))
            }
            Kind::Noun | Kind::Quote | Kind::That | Kind::Wh | Kind::Verb(_) => return None,
            _ => None,
        };
        let has_pronoun = matches!(self.kind(before), Kind::Wh | Kind::That)
            && self.is_any(self.chunks[before].start, &["which", "that", "who", "whom", "what"]);
        let antecedent = match self.kind(before) {
            _ if has_pronoun => before.checked_sub(1).filter(|&it| self.kind(it) == Kind::Noun).unwrap_or(before),
            Kind::Noun => before,
            _ => return None,
        };
        if !self.may_speak(verb, frames) {
            return None;
        }
        Some(Candidate {
            source: verb.subject,
            cue: self.cue_of(verb),
            content: [self.tokens(antecedent, subject), rest],
            rank: 3,
        })
    }

    /// *appears to be closed*: nobody is named who would see it so.
    fn seeming(&self, verb: &Verb) -> Option<Candidate> {
        let next = self.past_adverbs(verb.chunk + 1);
        if !matches!(self.kind(next), Kind::Verb(Form::Infinitive) | Kind::That) {
            return None;
        }
        let rest = self.tokens(next, self.phrase_end(next, verb));
        let content = verb.subject.filter(|&(start, _)| !self.is(start, "it"));
        Some(Candidate { source: None, cue: self.cue_of(verb), content: [content, rest], rank: 3 })
    }

    /// The chunk behind a reported clause that begins at `from`.
    fn clause_end(&self, from: usize, verb: &Verb) -> usize {
        self.content_end(from, verb, true)
    }

    /// The chunk behind a reported phrase.
    fn phrase_end(&self, from: usize, verb: &Verb) -> usize {
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
                Kind::Semicolon => !is_clause,
                // *praised the road after it was closed*
                Kind::Prep if !is_clause && at > from => {
                    self.is_any(self.chunks[at].start, &["after", "before", "during"])
                }
                Kind::Subord => {
                    !is_clause && at > from && !self.is_any(self.chunks[at].start, &["if", "whether", "than", "so"])
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

    fn stops_at_comma(&self, comma: usize, verb: &Verb, is_clause: bool) -> bool {
        let next = self.past_adverbs(comma + 1);
        match self.kind(next) {
            Kind::Verb(Form::Gerund) => !is_clause || self.frames(next).is(CLAUSAL.or(Frames::JUDGE)),
            Kind::Coord if self.is(self.chunks[next].start, "but") => self.has_subject_behind(next),
            Kind::Coord => self.stops_at_coord(next, verb) || !is_clause && self.starts_main(next + 1, verb),
            Kind::Subord => {
                !is_clause || self.is_any(self.chunks[next].start, &["while", "as", "although", "though", "when"])
            }
            Kind::Wh => !is_clause,
            Kind::Noun => self.starts_main(next, verb),
            Kind::Prep => self.is(self.chunks[next].start, "according"),
            Kind::Verb(Form::Finite) => {
                self.verb_of(next).is_some_and(|it| it.rank == Rank::Main && verb.rank != Rank::Main)
            }
            _ => false,
        }
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
                && it.subject.is_some_and(|(start, _)| start == chunk.start)
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
        self.kind(next) == Kind::Noun && self.starts_main(next, verb) && self.is_reporting_subject(next)
    }

    fn is_reporting_subject(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        let next = self.verbs.partition_point(|it| it.chunk <= at);
        let mut verbs = self.verbs[next..].iter().take(3);
        verbs.any(|it| {
            it.subject.is_some_and(|(start, _)| start == chunk.start) && self.frames(it.chunk) != Frames::NONE
        })
    }
}
