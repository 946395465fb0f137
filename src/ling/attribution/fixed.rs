//! Cues that are no verbs: *according to*, *reportedly*, nouns and adjectives that report.

use crate::ling::chunk::{Chunk, Form, Kind, SOMEBODY};
use crate::ling::clause::{Rank, Verb};
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, keys_of};

use super::sentence::{Candidate, LONGEST, Parse, Range};
use super::verbal::NOMINAL;

/// What a paper puts before a colon and is no speaker.
pub(super) const LABELS: [u32; 21] = keys_of([
    "correction",
    "corrections",
    "clarification",
    "note",
    "update",
    "updates",
    "email",
    "e-mail",
    "video",
    "videos",
    "photo",
    "photos",
    "contact",
    "phone",
    "tags",
    "topics",
    "attendance",
    "latest",
    "claim",
    "referee",
    "reference",
]);

/// Tokens of a quotation behind a colon at least, and of the words that bring it in at most.
const SHORTEST: usize = 6;
const LONGEST_CUE: usize = 8;

impl Parse<'_> {
    pub(super) fn fixed(&mut self) {
        if self.has_cue {
            let found = self.colon();
            self.found.extend(found);
        }
        if !self.has_cue && !self.takes.is(Frames::NOUN.or(Frames::ATTITUDE).or(Frames::HEARSAY)) {
            return;
        }
        // Where no mark or adverb has to be looked for, the head of a chunk tells.
        let by_head = !self.has_cue && !self.takes.is(Frames::HEARSAY);
        for (at, chunk) in self.chunks.iter().enumerate() {
            let frames = self.words[chunk.head()].frames;
            if by_head && !frames.is(Frames::NOUN.or(Frames::ATTITUDE)) {
                continue;
            }
            let found = match chunk.kind {
                Kind::Verb(Form::Gerund) | Kind::Prep if self.is_any(chunk.start(), words!["according", "per"]) => {
                    self.according_to(at)
                }
                Kind::Noun if frames.is(Frames::NOUN) && self.tags[chunk.head() - self.first] != Tag::Name => {
                    self.noun_cue(at)
                }
                Kind::Adjective if frames.is(Frames::ATTITUDE) => self.attitude(at),
                Kind::Verb(_) if chunk.passive && frames.is(Frames::ATTITUDE) => self.attitude(at),
                Kind::Adverb | Kind::Verb(_) if self.takes.is(Frames::HEARSAY) => self.hearsay(at),
                _ => None,
            };
            self.found.extend(found);
        }
    }

    /// *Lee: The road is closed*
    fn colon(&self) -> Option<Candidate> {
        // *… no surprise to the pollster Ann Lee: “It was.”*
        let before_quote = (2..self.chunks.len())
            .take(LONGEST)
            .find(|&it| self.kind(it - 1) == Kind::Colon && self.kind(it) == Kind::Quote)
            .map(|it| it - 2)
            .filter(|&it| self.kind(it) == Kind::Noun);
        // A transcript may be in quotation marks that nothing closes.
        let lead = usize::from(self.kind(0) == Kind::Other);
        let (speaker, is_first) = before_quote.map_or((lead, true), |it| (it, it == lead));
        let chunk = self.chunks.get(speaker).filter(|it| it.kind == Kind::Noun)?;
        if self.kind(speaker + 1) != Kind::Colon {
            return None;
        }
        let is_hearer = !is_first && self.is_hearer(speaker);
        if is_hearer || is_first && self.is_any(chunk.head(), &LABELS) {
            return None;
        }
        let is_name = self.tags[chunk.head() - self.first] == Tag::Name
            || is_first && self.words[chunk.head()].classes.has_any(&[Class::DocumentNoun, Class::OfficeNoun]);
        let is_short = is_first && self.chunks.len() < speaker + 4 && self.kind(speaker + 2) != Kind::Quote;
        if !is_name || is_short {
            return None;
        }
        let colon = &self.chunks[speaker + 1];
        let (from, to) = self.tokens(speaker + 2, self.chunks.len())?;
        // *Growth: 1.1 per cent*
        if self.verbs.is_empty() && self.words[from].shape == Shape::Number {
            return None;
        }
        // *Lee: It is shut. Nobody knows why.*
        let is_transcript = speaker == lead && self.tags[chunk.head() - self.first] == Tag::Name;
        let content = (from, if is_transcript { self.end_of_paragraph().unwrap_or(to) } else { to });
        Some(Candidate {
            source: self.tokens(speaker, speaker + 1),
            cue: (colon.start(), colon.end()),
            content: [Some(content), None],
            // A verb of saying before it speaks for somebody else.
            rank: if is_first { 1 } else { 4 },
        })
    }

    /// The end of the paragraph that the sentence opens.
    fn end_of_paragraph(&self) -> Option<usize> {
        let paragraphs = self.document.paragraphs();
        let tokens = &paragraphs.get(paragraphs.partition_point(|it| it.tokens.start < self.first))?.tokens;
        (tokens.start == self.first).then_some(tokens.end)
    }

    /// *Lee has said sorry since: “…”*, *Lee made the following remark:* and the quotation in the next paragraph.
    pub(super) fn introduced(&mut self) {
        if !self.has_cue {
            return;
        }
        let Some(colon) = self.chunks.iter().rposition(|it| it.kind == Kind::Colon) else { return };
        let Some((from, to)) = self.quote_behind(colon) else { return };
        let is_claimed = |it: &Candidate| it.content.iter().flatten().any(|range| range.0 <= from && from < range.1);
        let verb = self.verbs.iter().rfind(|it| it.chunk < colon && it.form == Form::Finite && it.rank == Rank::Main);
        let speaks = |it: &&Verb| {
            let is_plain = (it.chunk..colon).all(|at| self.kind(at) != Kind::Dash);
            is_plain && !it.passive && it.subject.is_some() && self.may_speak(it, Frames::SAY)
        };
        let Some(verb) = verb.filter(speaks) else { return };
        // *“Try it. You will see.”*: a quotation that goes on behind the sentence.
        let goes_on = || self.quotes_here.last().is_some_and(|it| it.span.end() > self.span((from, to)).end());
        if (to - from > SHORTEST || goes_on()) && !self.found.iter().any(is_claimed) {
            let (start, end) = (self.chunks[verb.chunk].start(), self.chunks[colon].start());
            let end = if end - start > LONGEST_CUE { self.chunks[verb.chunk].end() } else { end };
            self.found.push(Candidate {
                source: verb.subject,
                cue: (start, end),
                content: [Some((from, to)), None],
                rank: 4,
            });
        }
    }

    /// The tokens of the quotation right behind the colon, or of the next paragraph where that is one.
    fn quote_behind(&self, colon: usize) -> Option<Range> {
        if self.kind(colon + 1) == Kind::Quote {
            return self.tokens(colon + 1, self.chunks.len());
        }
        let quote = self
            .quotes
            .get(self.quotes.partition_point(|it| it.span.start() < self.span((self.end - 1, self.end)).end()))?;
        let quoted = self.document.tokens_in(quote.span);
        (colon + 1 == self.chunks.len() && quoted.start == self.end).then_some((quoted.start, quoted.end))
    }

    /// *told CNN: “…”*, *wrote to Ann Lee: “…”*, *Later, on CNN: “…”*
    fn is_hearer(&self, noun: usize) -> bool {
        let is_place =
            self.kind(noun - 1) == Kind::Prep && self.is_any(self.chunks[noun - 1].start(), words!["on", "in"]);
        let says = |it: &Verb| it.chunk < noun && self.frames(it.chunk).is(Frames::SAY.or(Frames::TELL));
        // *Nurses agree — Ann Lee: “…”*
        self.kind(noun - 1) != Kind::Dash && (is_place || self.verbs.iter().any(says))
    }

    /// *In a Lyria News poll, half …*, *Based on the report, …*
    pub(super) fn document_first(&mut self) {
        if !self.has_cue || !self.found.is_empty() || self.chunks.len() < 4 {
            return;
        }
        let based = self.is_any(self.first, words!["based"]) && self.is_any(self.first + 1, words!["on"]);
        let source = usize::from(based) + 1;
        let Some(chunk) = self.chunks.get(source).filter(|it| it.kind == Kind::Noun) else { return };
        let counts = self.is_any(self.first, words!["in"])
            && self.is_any(chunk.head(), words!["poll", "polls", "survey", "surveys"]);
        let comma = (source + 1..source + 6).find(|&it| self.kind(it) == Kind::Comma);
        let Some(comma) = comma.filter(|_| based || counts) else { return };
        let content = self.tokens(comma + 1, self.chunks.len());
        let cue = (self.first, chunk.start());
        let source = self.tokens(source, comma);
        self.found.extend(content.map(|it| Candidate { source, cue, content: [Some(it), None], rank: 4 }));
    }

    fn according_to(&self, at: usize) -> Option<Candidate> {
        // *As per sources*, *Per the ministry*
        let per = self.is_any(self.chunks[at].start(), words!["per"]);
        let as_per = per && at > 0 && self.is_any(self.chunks[at - 1].start(), words!["as"]);
        if !per && !self.is_any(self.chunks[at].end(), words!["to"]) || per && !as_per && at > 0 {
            return None;
        }
        let from = at + 2 - usize::from(per);
        if per && !self.chunks.get(from).is_some_and(|it| self.is_speaker(it)) {
            return None;
        }
        let end = self.chunks[from - 1].end();
        let at = at - usize::from(as_per);
        // *ran according to plan*, *buried according to their rites*
        let of_whom = self.chunks.get(from)?;
        let is_bare = of_whom.start() == of_whom.head();
        if self.is_any(of_whom.head(), words!["rites"])
            || is_bare && self.is_any(of_whom.head(), words!["plan", "schedule"])
        {
            return None;
        }
        let mut to = self.past_source(from);
        let mut before = at;
        if before > 0 && self.kind(before - 1) == Kind::Comma {
            before -= 1;
        }
        // *But according to Lee, …*, *In May, according to Lee, …*, *Lee, according to …, said*
        let is_adverbial = |it: usize| match self.kind(it) {
            Kind::Noun => it > 0 && self.kind(it - 1) == Kind::Prep,
            kind => matches!(kind, Kind::Adverb | Kind::Comma | Kind::Coord | Kind::Prep | Kind::Time | Kind::Other),
        };
        let opens = before < LONGEST && (0..before).all(is_adverbial);
        let holds_verb = (before.saturating_sub(LONGEST)..before).any(|it| self.is_finite(it));
        // *According to people who were there, the road …*: a relative clause ends before the next subject.
        // *According to a letter found in May and a clerk who read it, the road …*
        if opens && (to + 1 >= self.chunks.len() || self.kind(to) == Kind::Coord) {
            let is_comma = |it: &usize| self.kind(*it) == Kind::Comma && self.kind(it + 1) != Kind::Wh;
            let mut commas = (from..self.chunks.len()).filter(is_comma);
            let first = commas.clone().next();
            let opens = |next: usize| self.kind(next) == Kind::Noun && self.is_subject(next);
            to = commas.find(|it| opens(self.past_adverbs(it + 1))).or(first).unwrap_or(to);
        }
        // *According to police the driver fled*, not *According to a letter the mayor sent, the road …*
        let is_letter = self.words[of_whom.head()].is(Class::DocumentNoun)
            || self.kind(to) == Kind::Comma && self.is_subject(self.past_adverbs(to + 1));
        let is_clause = |it: &usize| {
            self.kind(*it) == Kind::Noun
                && self.kind(it - 1) == Kind::Noun
                && self.words[self.chunks[*it].start()].pos.is(Pos::DET.or(Pos::POSS).or(Pos::SUBJECT))
                && matches!(self.kind(self.past_adjuncts(it + 1)), Kind::Verb(Form::Finite | Form::Participle))
        };
        let clause = (from + 1..to.min(self.chunks.len())).find(is_clause).filter(|_| opens && !is_letter);
        to = clause.unwrap_or(to);
        // *According to Ann Lee, a nurse, the road …*
        while opens && self.kind(to) == Kind::Comma && self.explains(from, to + 1) {
            to = (to + 2..self.chunks.len()).find(|&it| self.kind(it) == Kind::Comma).unwrap_or(to + 2);
        }
        // *It was, according to her son, a calm night*
        let in_verb = before + 1 == at && !opens && self.words[self.chunks[before - 1].head()].is(Class::Auxiliary);
        if in_verb {
            to = (from..to).find(|&it| self.kind(it) == Kind::Comma).unwrap_or(to);
        }
        let cue = (self.chunks[at].start(), end);
        let after = if self.kind(to) == Kind::Comma { to + 1 } else { to };
        let is_anew = |it: &usize| {
            self.kind(*it) == Kind::Comma
                && self.kind(it + 1) == Kind::Coord
                && self.is_subject(self.past_adverbs(it + 2))
        };
        let mut behind = (after..self.chunks.len()).take(LONGEST);
        let last = behind.find(|it| !opens && is_anew(it)).unwrap_or(self.chunks.len());
        let (first, rest) = (self.tokens(0, before).filter(|_| !opens), self.tokens(after, last));
        // *The road, according to Lee, is shut*
        let goes_on = opens || after > to && (in_verb || !holds_verb && self.is_split(before, after));
        // *She left and, according to Lee, won*: only what follows.
        let is_in_row = after > to && before > 0 && self.kind(before - 1) == Kind::Coord;
        let content = if opens || is_in_row { [rest, None] } else { [first, rest.filter(|_| goes_on)] };
        content[0]?;
        Some(Candidate { source: Some(self.tokens(from, to)?), cue, content, rank: 1 })
    }

    fn is_speaker(&self, it: &Chunk) -> bool {
        let head = &self.words[it.head()];
        head.is_capital() || head.classes.has_any(&SOMEBODY) || head.is(Class::DocumentNoun)
    }

    /// Whether the next verb from chunk `after` on has its subject before chunk `before`, and reports nothing itself.
    fn is_split(&self, before: usize, after: usize) -> bool {
        let is_before = |it: (usize, usize)| before > 0 && it.0 < self.chunks[before - 1].end();
        let next = self.verbs.partition_point(|it| it.chunk < after);
        let verb = self.verbs[next..].iter().take(SHORTEST).find(|it| it.form == Form::Finite);
        verb.is_some_and(|it| !self.frames(it.chunk).is(Frames::CLAUSAL) && it.subject.is_some_and(is_before))
    }

    /// Whether the phrase between commas at chunk `at` says who the name or office at chunk `from` is, and a clause
    /// follows.
    fn explains(&self, from: usize, at: usize) -> bool {
        let (Some(who), Some(what)) = (self.chunks.get(from), self.chunks.get(at)) else { return false };
        let is_name = |it: &Chunk| self.tags[it.head() - self.first] == Tag::Name;
        let is_person = |it: &Chunk| {
            let head = &self.words[it.head()];
            head.classes.has_any(&[Class::OfficeNoun, Class::PersonNoun]) && !head.is(Class::Plural)
        };
        let is_age = self.words[what.head()].shape == Shape::Number && what.end() == what.start() + 1;
        let tells = is_name(what) && is_person(who) || is_name(who) && (is_age || is_person(what));
        let is_phrase = |it: &usize| {
            matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Wh)
                || self.verb_of(*it).is_some_and(|it| it.rank == Rank::Relative)
        };
        let end = (at..self.chunks.len().min(at + LONGEST)).find(|it| !is_phrase(it)).unwrap_or(at);
        let next = self.past_adverbs(end + 1);
        let is_inside = |it: &usize| matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Adverb | Kind::Time);
        let verb = (next..self.chunks.len().min(next + SHORTEST)).find(|it| !is_inside(it));
        let goes_on = self.kind(next) == Kind::Noun && verb.is_some_and(|it| self.is_finite(it));
        what.kind == Kind::Noun && tells && self.kind(end) == Kind::Comma && (is_age || goes_on)
    }

    /// *her claim that …*, *criticism of …*
    fn noun_cue(&self, at: usize) -> Option<Candidate> {
        let chunk = &self.chunks[at];
        let is_phrase = self.kind(at + 1) == Kind::Prep
            && matches!(self.kind(at + 2), Kind::Noun | Kind::Quote | Kind::Verb(Form::Gerund) | Kind::Wh)
            && self.is_any(self.chunks[at + 1].start(), &NOMINAL);
        let clause = match self.kind(at + 1) {
            // *the claim that began it* tells which claim, not what is claimed.
            Kind::That if self.kind(at + 2) == Kind::Verb(Form::Finite) => return None,
            // *a decision that swimmers slammed as cruel*
            Kind::That
                if self.frames(at + 3).is(Frames::JUDGE.or(Frames::CALL))
                    && self.chunks.get(at + 4).is_some_and(|it| self.is_any(it.start(), words!["as"])) =>
            {
                return None;
            }
            Kind::That | Kind::Verb(Form::Infinitive) => at + 1,
            // *her view is that …*, *the question is whether …*
            Kind::Verb(Form::Finite)
                if self.is_any(self.chunks[at + 1].head(), words!["is", "was"]) && self.opens_told(at + 2) =>
            {
                at + 2
            }
            _ if is_phrase => at + 2,
            _ => return None,
        };
        let owner = (chunk.start()..chunk.head()).rev().take(12).find(|&it| self.is_owner(it));
        let (source, cue_start) = match owner {
            Some(owner) => (Some((chunk.start(), owner + 1)), owner + 1),
            // *the claim that …*, *questions about …*
            None if clause == at + 1 && self.kind(clause) == Kind::That => (None, chunk.start()),
            None if !is_phrase && clause == at + 2 => (None, chunk.start()),
            // *allegations of fraud*, *the criticism of Lee*
            None if is_phrase
                && self.is_any(self.chunks[at + 1].start(), words!["of"])
                && self.is_any(
                    chunk.head(),
                    words!["accusations", "allegations", "criticism", "criticisms", "rejection"],
                ) =>
            {
                (None, chunk.start())
            }
            // *a storm warning for the coast* and *talks over pay* report nothing.
            None if is_phrase
                && self.is_any(self.chunks[at + 1].start(), words!["about", "over", "for"])
                && !self.is_any(chunk.head(), words!["talks", "warning"]) =>
            {
                (None, chunk.start())
            }
            None => return None,
        };
        let cue = (cue_start, self.chunks[clause - 1].end());
        let end = self.noun_content_end(clause);
        // *concern about the road is growing*: the verb of the noun itself.
        let is_own = |it: &usize| {
            let verb = self.verb_of(*it).filter(|it| it.form == Form::Finite && it.chunk > at + 1);
            verb.and_then(|it| it.subject).is_some_and(|(start, _)| start <= chunk.start())
        };
        let end = (clause..end).find(is_own).unwrap_or(end);
        Some(Candidate { source, cue, content: [Some(self.tokens(clause, end)?), None], rank: 3 })
    }

    pub(super) fn is_owner(&self, token: usize) -> bool {
        self.words[token].possessive || self.is_any(token, words!["his", "her", "their", "its", "my", "our", "your"])
    }

    fn noun_content_end(&self, from: usize) -> usize {
        let mut at = from + 1;
        while at < self.chunks.len().min(from + LONGEST) {
            match self.kind(at) {
                Kind::Comma | Kind::Semicolon | Kind::Dash | Kind::Colon => return at,
                _ => at += 1,
            }
        }
        at
    }

    /// *is confident that …*, *was worried about …*
    fn attitude(&self, at: usize) -> Option<Candidate> {
        let verb = *self.verb_of(if self.chunks[at].passive { at } else { self.before_quality(at)? })?;
        let next = at + 1;
        // *is quick to point out that*
        let infinitive = self.verb_of(next).filter(|it| it.form == Form::Infinitive);
        if let Some(found) = infinitive.filter(|_| self.frames(next).is(Frames::SAY)).and_then(|it| self.at_verb(it)) {
            let cue = (self.chunks[verb.chunk].start(), found.cue.1);
            return Some(Candidate { source: verb.subject, cue, ..found });
        }
        let from = match self.kind(next) {
            Kind::That | Kind::Wh | Kind::Verb(Form::Infinitive) => next,
            Kind::Prep
                if matches!(self.kind(next + 1), Kind::Noun | Kind::Quote | Kind::Wh | Kind::Verb(_))
                    && !self.is_any(self.chunks[next].start(), words!["by"]) =>
            {
                next + 1
            }
            Kind::Noun if self.is_subject(next) => next,
            // *is unsure whether …*
            Kind::Subord if self.opens_told(next) => next,
            _ => return None,
        };
        let cue_end = if self.kind(next) == Kind::Prep { self.chunks[next].end() } else { self.chunks[at].end() };
        let is_clause = self.kind(from) == Kind::That;
        let end = if is_clause { self.clause_end(from, &verb) } else { self.noun_content_end(from) };
        let content = self.tokens(from, end)?;
        // *he’s sure that …*: the verb is in the pronoun.
        let own = &self.chunks[verb.chunk];
        let cue = (if own.kind == Kind::Noun { own.end() } else { own.start() }, cue_end);
        // *It is unclear that …*
        let source = verb.subject.filter(|&(start, end)| !(end == start + 1 && self.is_text(start, "it it's it’s")));
        if source.is_none() && self.kind(from) == Kind::Subord {
            return None;
        }
        Some(Candidate { source, cue, content: [Some(content), None], rank: 2 })
    }

    /// The chunk of the verb before a quality: *is clear*, *it’s not clear*, *nor is it clear*.
    fn before_quality(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let is_not = before > 0 && self.kind(before) == Kind::Adverb && self.verb_of(before - 1).is_some();
        let is_asked = before > 0
            && self.kind(before) == Kind::Noun
            && self.is_any(self.chunks[before].head(), words!["it"])
            && self.is_any(self.chunks[before - 1].head(), words!["is", "was"]);
        Some(before - usize::from(is_not || is_asked))
    }

    /// *reportedly*, *allegedly*.
    fn hearsay(&self, at: usize) -> Option<Candidate> {
        let chunk = &self.chunks[at];
        let token = (chunk.start()..chunk.end()).find(|&it| self.words[it].frames.is(Frames::HEARSAY))?;
        let verb = self.verb_of(at);
        let before = verb.and_then(|it| it.subject);
        // *Reportedly, nobody was hurt*
        let comma = usize::from(at == 0 && self.kind(1) == Kind::Comma && token + 1 == chunk.end());
        let from = if token == chunk.start() { token + 1 + comma } else { chunk.start() };
        let mut to = at + 1 + comma;
        while to < self.chunks.len().min(at + LONGEST) && !matches!(self.kind(to), Kind::Comma | Kind::Semicolon) {
            to += 1;
        }
        let end = self.chunks[to - 1].end();
        let after = (from < end).then_some((from.max(token + 1), end)).filter(|(a, b)| a < b);
        Some(Candidate { source: None, cue: (token, token + 1), content: [before, after], rank: 4 })
    }
}
