//! Verbs that report what stands before them: *“…,” said Lee*, *a claim she denies*, *is known as*.

use crate::ling::chunk::{Form, Kind, SOMEBODY};
use crate::ling::clause::{Rank, Verb};
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::Shape;

use super::sentence::{Candidate, Parse, Range};

/// The longest aside between a subject and its verb, in chunks.
const LONGEST_ASIDE: usize = 16;

impl Parse<'_> {
    /// *“…,” said Ann Lee.*
    pub(super) fn inverted(&self, verb: &Verb) -> Option<Candidate> {
        let before = verb.chunk.checked_sub(1)?;
        let follows_content = match self.kind(before) {
            Kind::Quote => self.is_full_quote(before) || self.has_comma_inside(before),
            Kind::Comma | Kind::Dash => true,
            _ => false,
        };
        // *Lee, smiling, said the road was closed*, *Lee, smiling, told the paper*: what comes next is said or hears it.
        let goes_on = || self.is_subject(verb.chunk + 1) && verb.subject.is_some() || self.tells_hearer(verb);
        if !follows_content || self.kind(verb.chunk + 1) != Kind::Noun || goes_on() {
            return None;
        }
        let has_subject = verb.subject.is_some_and(|(_, end)| end + 1 >= self.chunks[verb.chunk].start())
            && !self.is_quote_before(before)
            || self.is_behind_aside(verb, before);
        if has_subject || self.is_behind_age(verb, before) {
            return None;
        }
        let to = self.past_source(verb.chunk + 1);
        let source = self.tokens(verb.chunk + 1, to)?;
        let cue = self.cue_of(verb);
        let content = self.content_before(before)?;
        Some(Candidate { source: Some(source), cue, content: [Some(content), self.content_after(to)], rank: 0 })
    }

    /// *Lee, 31, found a letter*: of who stands before, unless it is *…, 31, said Rae*.
    fn is_behind_age(&self, verb: &Verb, before: usize) -> bool {
        let is_comma = |it: usize| self.kind(it) == Kind::Comma;
        let Some(age) = before.checked_sub(1).map(|it| &self.chunks[it]) else { return false };
        let speaker = &self.words[self.chunks[verb.chunk + 1].head()];
        let is_somebody = speaker.is_capital() || speaker.classes.has_any(&SOMEBODY);
        let is_alone = age.end() == age.start() + 1 && self.words[age.start()].shape == Shape::Number;
        before > 2
            && is_alone
            && is_comma(before)
            && is_comma(before - 2)
            && !(is_somebody && self.frames(verb.chunk).is(Frames::SAY))
    }

    /// *told the Post*: who hears it stands behind, not who says it.
    fn tells_hearer(&self, verb: &Verb) -> bool {
        self.frames(verb.chunk).is(Frames::TELL) && self.is_any(self.chunks[verb.chunk].head(), words!["told", "tells"])
    }

    /// *Others, however, said*: nothing but an aside between the subject and its verb.
    fn is_behind_aside(&self, verb: &Verb, before: usize) -> bool {
        let Some((start, end)) = verb.subject.filter(|_| self.kind(before) == Kind::Comma) else { return false };
        let first = self.chunks.partition_point(|it| it.start() < end);
        // *Lee, speaking in Borsk, said*, *Lee, in a bid to close it, said*
        let is_doing = |it: usize| matches!(self.kind(it), Kind::Verb(Form::Gerund | Form::Infinitive));
        let in_order = self.kind(first + 1) == Kind::Prep && (first..before).take(LONGEST_ASIDE).any(is_doing);
        let acts = in_order || self.kind(first + 1) == Kind::Verb(Form::Gerund);
        // *Lee, smiling because she had won, said*
        let is_why = |it: usize| match self.kind(it) {
            Kind::Subord => true,
            Kind::Verb(_) => self.verb_of(it).is_some_and(|it| it.rank == Rank::Adverbial),
            _ => false,
        };
        let is_aside = |it: usize| match self.kind(it) {
            Kind::Comma | Kind::Adverb | Kind::Prep | Kind::Noun | Kind::Time => true,
            // *Lee, in the room but not asked, said*
            // *Two men died, said the police*: no aside begins without a mark.
            Kind::Coord | Kind::Adjective | Kind::Verb(Form::Participle) => self.kind(first) == Kind::Comma,
            _ => is_doing(it) || acts && is_why(it),
        };
        let is_short = before.checked_sub(first).is_some_and(|it| 0 < it && it < if acts { LONGEST_ASIDE } else { 6 });
        is_short
            && (first..before).all(is_aside)
            && self.chunks.iter().any(|it| it.start() == start && it.kind == Kind::Noun)
            && !self
                .verbs
                .iter()
                .any(|it| (first..verb.chunk).contains(&it.chunk) && it.rank == Rank::Main && it.form == Form::Finite)
    }

    fn is_quote_before(&self, at: usize) -> bool {
        self.kind(at) == Kind::Quote || at > 0 && self.kind(at - 1) == Kind::Quote
    }

    /// *“…,” she said. The road, she said, was closed.*
    pub(super) fn after_content(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let (start, _) = verb.subject?;
        let subject = self.chunks.partition_point(|it| it.start() < start);
        // *The firms, which were asked on Monday, are …*
        if verb.passive || verb.joined || self.kind(subject) == Kind::Wh {
            return None;
        }
        let before = self.back_over_adverbs(subject).checked_sub(1)?;
        if !matches!(self.kind(before), Kind::Quote | Kind::Comma) {
            return None;
        }
        let is_quoted = self.is_full_quote(before)
            || before == 0 && self.kind(before) == Kind::Quote && self.chunks[0].end() > self.first + 4
            || self.kind(before) == Kind::Quote && self.has_comma_inside(before)
            || self.kind(before) == Kind::Comma && before > 0 && self.is_full_quote(before - 1);
        let next = self.past_adjuncts(verb.chunk + 1);
        // *All of which, she said, was closed*: between commas even in a relative clause.
        let is_last = next + 1 >= self.chunks.len();
        let after_comma = self.kind(before) == Kind::Comma
            && (verb.rank != Rank::Relative
                || self.kind(next) == Kind::Comma
                || is_last && self.kind(subject) == Kind::Noun);
        if !is_quoted && !after_comma {
            return None;
        }
        // Nothing is as good as another mark.
        let ends = matches!(self.kind(next), Kind::Comma | Kind::Dash | Kind::Other | Kind::Semicolon);
        let told = frames.is(Frames::TELL) && self.kind(verb.chunk + 1) == Kind::Noun;
        let past_hearer = if told { self.past_source(verb.chunk + 1) } else { next };
        // *The road is closed, Lee told the Post.*
        let is_main = |it: &Verb| it.form == Form::Finite && it.rank == Rank::Main && it.chunk < before;
        let tells = told
            && self.tells_hearer(verb)
            && self.past_adjuncts(past_hearer) + 1 >= self.chunks.len()
            && self.verbs.iter().any(is_main);
        // *When it closed, some said nothing*: no clause that could stand alone.
        let is_time = after_comma && !is_quoted && self.opens_time() && !self.verbs.iter().any(is_main);
        // *On Monday, she warned of a storm*
        let topic = self.behind_particle(verb.chunk + 1);
        let has_topic = || {
            frames.is(Frames::SPEAK)
                && self.kind(topic) == Kind::Prep
                && self.kind(topic + 1) != Kind::Time
                && self.is_topic(verb, topic)
        };
        if !is_quoted && (has_topic() || self.has_cue && self.is_any(self.first, words!["according"]))
            || is_time && self.kind(next) != Kind::Comma
            // *While she calls it “fair,” she says it costs too much.*
            || !told && next == self.past_adverbs(verb.chunk + 1) && (self.kind(next) == Kind::That || self.is_subject(next))
            || !(is_quoted || ends && !told || tells)
        {
            return None;
        }
        let content = self.content_before(before)?;
        let mut rest = self.content_after(past_hearer);
        if rest.is_none() && !is_quoted && self.kind(next) == Kind::Comma {
            rest = self.content_behind_comma(next);
        }
        // *Asked about it, she said “…”*: what comes first is no part of what she said.
        let is_aside = rest.is_some()
            && !is_quoted
            && (matches!(self.kind(0), Kind::Verb(Form::Gerund | Form::Participle) | Kind::Wh | Kind::Subord)
                // *What matters, she said, is …*, *If it rains, she said, …*
                && !self.is_finite(next + 1)
                && self.kind(next + 1) != Kind::Verb(Form::Gerund)
                && !self.is_any(self.first, words!["if"])
                || (self.is_any(self.first, words!["in", "on", "at"])
                    || matches!(self.kind(0), Kind::Adverb | Kind::Time))
                    && rest.is_some_and(|(from, _)| {
                        matches!(self.str(from), "“" | "\"") && self.words[from + 1].is_capital()
                    }));
        let (content, rest) = if is_aside { (rest?, None) } else { (content, rest) };
        let cue_end = if told { self.chunks[verb.chunk].end() } else { self.with_medium(verb.chunk, next) };
        let cue = (self.chunks[verb.chunk].start(), cue_end);
        Some(Candidate { source: verb.subject, cue, content: [Some(content), rest], rank: 0 })
    }

    /// *When it closed, …*, *Asked about it, …*
    fn opens_time(&self) -> bool {
        self.kind(0) == Kind::Verb(Form::Participle)
            || self.is_any(self.first, words!["when", "after", "while", "before", "since", "although"])
    }

    /// *“Who knows?” Ann Lee said.* The quotation is a sentence before.
    pub(super) fn after_quote(&self, verb: &Verb) -> Option<Candidate> {
        let opens = match verb.subject {
            Some((start, _)) => start == self.first,
            None => verb.chunk == 0 && self.kind(1) == Kind::Noun,
        };
        // *“We said no.” Lee did not reply.*
        let is_silent = self.is_denied((self.chunks[verb.chunk].start(), self.chunks[verb.chunk].end()));
        let quote = if opens && !is_silent { self.quote_before()? } else { return None };
        // *“Who knows?” Ann Lee told reporters.*
        let asks = self.is_text(quote.1.saturating_sub(2), "? !") || self.is_text(quote.1 - 1, "? !");
        let hears = asks && self.tells_hearer(verb) && self.kind(verb.chunk + 1) == Kind::Noun;
        let hearer = if hears { self.past_source(verb.chunk + 1) } else { verb.chunk + 1 };
        let next = self.past_adjuncts(hearer);
        let ends = next >= self.chunks.len() || matches!(self.kind(next), Kind::Comma | Kind::Other);
        let (source, cue_end, to) = match verb.subject {
            Some(_) if ends => (verb.subject, self.with_medium(verb.chunk, next), next),
            None => {
                let to = self.past_source(1);
                (self.tokens(1, to), self.chunks[0].end(), to)
            }
            _ => return None,
        };
        let cue = (self.chunks[verb.chunk].start(), cue_end);
        Some(Candidate { source, cue, content: [Some(quote), self.content_after(to)], rank: 0 })
    }

    /// *did not reply*, *has never said*
    pub(super) fn is_denied(&self, cue: Range) -> bool {
        let is_not = |at: usize| {
            let word = self.str(at);
            self.words[at].pos.is(Pos::NOT) || word.ends_with("n't") || word.ends_with("n’t")
        };
        (cue.0..cue.1).any(is_not)
    }

    /// The tokens of a quotation that ends right before the sentence, in its paragraph.
    fn quote_before(&self) -> Option<Range> {
        let quote = self.quotes.get(self.quotes_before.checked_sub(1)?)?;
        let start = self.document.tokens()[self.first].span.start();
        let gap = quote.span.end()..start;
        (gap.len() <= 2 && !self.document.text()[gap].contains('\n')).then(|| {
            let range = self.document.tokens_in(quote.span);
            (range.start, range.end)
        })
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
        // *If it fails, she said, rebuilding it would cost more*
        let is_phrase = |it: &usize| matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Adverb | Kind::Quote);
        let is_doing = || {
            let verb = (next + 1..next + 8).find(|it| !is_phrase(it)).and_then(|it| self.chunks.get(it));
            self.kind(next) == Kind::Verb(Form::Gerund)
                && !self.frames(next).is(Frames::CLAUSAL.or(Frames::JUDGE))
                && verb.is_some_and(|it| {
                    it.start() > self.chunks[next].end() && self.words[it.start()].is(Class::Auxiliary)
                })
        };
        if goes_on || is_doing() { self.tokens(next, self.chunks.len()) } else { None }
    }

    pub(super) fn passive(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let chunk = &self.chunks[verb.chunk];
        // *Lee, not asked to speak, said*
        let is_not = self.words[chunk.start()].pos.is(Pos::NOT) && self.is_any(chunk.start(), words!["not"]);
        // *a man named Bo Rae*
        let is_name = || self.is_any(chunk.start(), words!["named"]) && self.kind(verb.chunk + 1) == Kind::Noun;
        if is_not || is_name() {
            return None;
        }
        let next = self.past_adverbs(verb.chunk + 1);
        // *Asked on Radio Borsk whether*
        let is_place = frames.is(Frames::TELL) && self.is_any(self.chunks[verb.chunk].end(), words!["at", "in", "on"]);
        let behind = if is_place { self.past_adjuncts(next) } else { next };
        let next = if self.opens_told(behind) { behind } else { next };
        // *was told that*, *was asked about*: who hears it is no part of it.
        let is_heard = frames.is(Frames::TELL)
            && (self.opens_told(next)
                || self.kind(next) == Kind::Prep && self.is_any(self.chunks[next].start(), words!["about"]));
        // *Asked whether …*: what follows is no part of the subject.
        let content = || {
            let subject = verb.subject.filter(|_| !is_heard && (verb.passive || verb.chunk > 0));
            subject.filter(|&(start, _)| !self.is_any(start, words!["it", "there"]))
        };
        if self.kind(next) == Kind::Prep
            && self.kind(next + 1) == Kind::Noun
            && self.is_any(self.chunks[next].start(), words!["by"])
            && frames.is(Frames::JUDGE.or(Frames::CALL).or(Frames::CLAUSAL))
        {
            // *a memo seen by the paper*
            let is_paper = |(_, end): (usize, usize)| self.words[end - 1].is(Class::DocumentNoun);
            if self.is_any(chunk.head(), words!["seen", "viewed"]) && content().is_some_and(is_paper)
                || self.is_any(chunk.head(), words!["released", "raised"])
            {
                return None;
            }
            let to = self.past_source(next + 1);
            let rest = match self.kind(to) {
                Kind::Prep => self.tokens(to, self.phrase_end(to, verb)),
                _ if self.opens_told(to) => self.tokens(to, self.clause_end(to, verb)),
                _ => None,
            };
            // *as reported by the paper*
            let as_told = verb.chunk.checked_sub(1).and_then(|link| self.around_as(link, to));
            return Some(Candidate {
                source: self.tokens(next + 1, to),
                cue: (chunk.start(), chunk.end()),
                content: as_told.unwrap_or([content().filter(|_| !self.opens_told(to)), rest]),
                rank: 2,
            });
        }
        let mut cue_end = chunk.end();
        let rest = match self.kind(next) {
            // *was told to leave*: an order.
            Kind::Verb(Form::Infinitive) if frames.is(Frames::TELL) => return None,
            Kind::Verb(Form::Infinitive) if frames.is(Frames::CLAUSAL.or(Frames::WANT)) => {
                self.tokens(next, self.phrase_end(next, verb))
            }
            Kind::Prep
                if frames.is(Frames::CALL.or(Frames::JUDGE).or(Frames::THINK))
                    && self.is_any(self.chunks[next].start(), words!["as", "of", "for"]) =>
            {
                // *known as*, *accused of*
                cue_end = self.chunks[next].end();
                self.tokens(next + 1, self.phrase_end(next + 1, verb))
            }
            // *asked about the road*
            Kind::Prep if is_heard => {
                cue_end = self.chunks[next].end();
                self.tokens(next + 1, self.phrase_end(next + 1, verb))
            }
            // *is considered a friend*, *was deemed safe*
            Kind::Noun | Kind::Adjective | Kind::Quote | Kind::Verb(Form::Participle | Form::Gerund)
                if frames.is(Frames::CALL) =>
            {
                self.tokens(next, self.phrase_end(next, verb))
            }
            _ if self.opens_told(next) => self.tokens(next, self.clause_end(next, verb)),
            _ => return None,
        };
        let is_clause = self.kind(next) == Kind::Verb(Form::Infinitive);
        let by = self.agent(next).filter(|_| !is_clause && frames.is(Frames::CALL.or(Frames::JUDGE)));
        let (source, rest) = match (by, rest) {
            (Some(by), Some((from, to))) if self.chunks[by].start() < to => {
                (self.tokens(by + 1, self.past_source(by + 1)), Some((from, self.chunks[by].start())))
            }
            _ => (None, rest),
        };
        Some(Candidate { source, cue: (chunk.start(), cue_end), content: [content(), rest], rank: 3 })
    }

    /// *seen as a friend by drivers*: the chunk of the preposition before who it is that does what the verb before
    /// chunk `from` tells.
    fn agent(&self, from: usize) -> Option<usize> {
        let is_phrase = |it: &usize| !matches!(self.kind(*it), Kind::Verb(_) | Kind::That | Kind::Wh | Kind::Subord);
        let by = (from + 1..from + 12)
            .take_while(is_phrase)
            .find(|&it| self.chunks.get(it).is_some_and(|it| self.is_any(it.start(), words!["by"])))?;
        let who = self.chunks.get(by + 1).filter(|it| it.kind == Kind::Noun)?;
        let word = &self.words[who.head()];
        let is_name = self.tags[who.head() - self.first] == Tag::Name && !word.is(Class::Place);
        // *is seen as an attempt by Lee*: who attempts it.
        let what = &self.chunks[by - 1];
        let is_act = what.kind == Kind::Noun
            && what.start() < what.head()
            && !self.words[what.head()].classes.has_any(&SOMEBODY);
        (is_name || word.classes.has_any(&SOMEBODY)).then_some(by).filter(|_| !is_act)
    }

    /// *that …*, *what …*, *whether …*: what is told or asked begins at chunk `at`.
    pub(super) fn opens_told(&self, at: usize) -> bool {
        match self.kind(at) {
            Kind::That | Kind::Wh => true,
            Kind::Subord => self.has_cue && self.is_any(self.chunks[at].start(), words!["if", "whether"]),
            _ => false,
        }
    }

    /// *As Ann Lee said, the road is closed. The road, as she noted, is closed.*
    pub(super) fn as_source_says(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        // *as she put it*
        let puts = self.has_cue
            && self.is_any(self.chunks[verb.chunk].head(), words!["put", "puts"])
            && self.is_any(self.chunks[verb.chunk].end(), words!["it"]);
        let (start, _) = verb.subject.filter(|_| verb.form == Form::Finite && (puts || frames.is(Frames::CLAUSAL)))?;
        let subject = self.chunks.partition_point(|it| it.start() < start);
        let link = subject.checked_sub(1)?;
        let content = self.around_as(link, self.past_adjuncts(verb.chunk + 1 + usize::from(puts)))?;
        let (from, to) = self.cue_of(verb);
        Some(Candidate { source: verb.subject, cue: (from, to + usize::from(puts)), content, rank: 2 })
    }

    /// *The road, as … , is closed*: what stands around the clause that *as* at chunk `link` opens and a comma
    /// at chunk `end` closes.
    fn around_as(&self, link: usize, end: usize) -> Option<[Option<Range>; 2]> {
        let before = link.checked_sub(1).filter(|&it| it > 0);
        let opens = link == 0 || before.is_some_and(|it| self.kind(it) == Kind::Comma);
        let closes =
            matches!(self.kind(end), Kind::Comma | Kind::Colon) || before.is_some() && end + 1 >= self.chunks.len();
        (self.is_any(self.chunks[link].start(), words!["as"]) && opens && closes)
            .then(|| [before.and_then(|it| self.tokens(0, it)), self.tokens(end + 1, self.chunks.len())])
    }

    /// Whether a quotation ends with a comma before its mark: *“no,” she said*.
    pub(super) fn has_comma_inside(&self, quote: usize) -> bool {
        let chunk = &self.chunks[quote];
        (chunk.start()..chunk.end()).rev().take(3).any(|it| self.str(it) == ",")
    }

    /// *a claim she denies*, *which Lee proposed*, *who he said was late*: what is reported stands before.
    pub(super) fn in_relative(&self, verb: &Verb, frames: Frames) -> Option<Candidate> {
        let takes_object = Frames::CLAUSAL.or(Frames::JUDGE).or(Frames::CALL);
        let (start, _) = verb.subject?;
        if !matches!(verb.rank, Rank::Relative | Rank::Complement)
            || verb.form != Form::Finite
            || !frames.is(takes_object)
        {
            return None;
        }
        let subject = self.chunks.partition_point(|it| it.start() < start);
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
            && self.is_any(self.chunks[before].start(), words!["which", "that", "who", "whom", "what"]);
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
    pub(super) fn seeming(&self, verb: &Verb) -> Option<Candidate> {
        let next = self.past_adverbs(verb.chunk + 1);
        let is_like = self.kind(next) == Kind::Prep && self.is_any(self.chunks[next].start(), words!["like"]);
        let is_told = match self.kind(next) {
            Kind::Verb(Form::Infinitive | Form::Participle) | Kind::That | Kind::Adjective => true,
            Kind::Noun => self.str(self.chunks[verb.chunk].head()).starts_with("seem"),
            _ => false,
        };
        if !is_told && !is_like {
            return None;
        }
        let rest = self.tokens(next, self.phrase_end(next, verb));
        let content = verb.subject.filter(|&(start, _)| !self.is_any(start, words!["it"]));
        Some(Candidate { source: None, cue: self.cue_of(verb), content: [content, rest], rank: 3 })
    }
}
