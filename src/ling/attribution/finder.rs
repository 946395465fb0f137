//! Attributions of an article: sentence by sentence, then the quotations left over.

use crate::ling::chunk::{Form, Kind};
use crate::ling::clause::Verb;
use crate::ling::pos::Pos;
use crate::ling::quote::Quote;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, Word};
use crate::text::{Document, Paragraph, Span, by_each, sort_by_number};

use super::Attribution;
use super::parts::Parts;
use super::sentence::{Candidate, Parse, Range};
use super::verbal::NOMINAL;

pub(super) struct Finder<'d> {
    parse: Parse<'d>,
    parts: &'d Parts,
    /// The first sentence of `parts` that has not been read.
    next: usize,
    pub(super) found: Vec<Attribution>,
    /// The first quotation that no attribution has claimed yet.
    next_quote: usize,
    /// The last attribution of a quotation, and its paragraph's number.
    speaker: Option<(usize, usize)>,
    paragraph: usize,
}

/// Quotations of fewer words are a manner of speaking, no speech.
const SHORTEST: usize = 4;

/// How many tokens behind the verb of another newsroom its own source is heard.
const LONGEST_NESTED: usize = 16;

/// What somebody says or thinks, in a clause.
const SPEECH: Frames = Frames::SAY.or(Frames::TELL).or(Frames::THINK);

impl<'d> Finder<'d> {
    pub(super) fn new(document: &'d Document, words: &'d [Word], quotes: &'d [Quote], parts: &'d Parts) -> Self {
        Self {
            parse: Parse::new(document, words, quotes),
            parts,
            next: 0,
            found: Vec::with_capacity(parts.sentences.len()),
            next_quote: 0,
            speaker: None,
            paragraph: 0,
        }
    }

    /// Reads the next paragraph, which has this number.
    pub(super) fn read(&mut self, number: usize) {
        let first = self.found.len();
        let parts = self.parts;
        while let Some(sentence) = parts.sentences.get(self.next).filter(|it| it.paragraph == number) {
            self.next += 1;
            self.parse.take(parts, sentence);
            self.parse.fixed();
            self.parse.verbal();
            self.parse.introduced();
            self.parse.document_first();
            self.accept();
        }
        self.claim_quotes(&self.parse.document.paragraphs()[number], first);
        self.paragraph += 1;
    }

    /// Keeps the outermost of the sentence's candidates.
    fn accept(&mut self) {
        if self.parse.found.is_empty() {
            return;
        }
        let mut candidates = std::mem::take(&mut self.parse.found);
        sort_by_number(&mut candidates, |it| by_each(&[it.rank as usize, it.cue.0]));
        let first = self.found.len();
        let mut kept = 0;
        for at in 0..candidates.len() {
            let it = candidates[at];
            let inside = candidates[..kept].iter().take(16).any(|other| {
                let holds =
                    |range: Option<(usize, usize)>| range.is_some_and(|(from, to)| from <= it.cue.0 && it.cue.0 < to);
                holds(Some(other.cue)) || other.content.iter().any(|&range| holds(range))
            });
            // *When protest swept the town*: no subject at all.
            let is_link = |(start, end): (usize, usize)| {
                let pos = self.parse.words[start].pos;
                end == start + 1 && pos.is(Pos::SUBORD.or(Pos::WH)) && !pos.is(Pos::REL.or(Pos::PRON).or(Pos::DET))
            };
            if !inside && !it.source.is_some_and(is_link) {
                candidates[kept] = it;
                kept += 1;
            }
        }
        for it in &candidates[..kept] {
            let source = it.source.map(|range| self.without_speech(range, &candidates[..kept]));
            let attribution = self.attribution(&Candidate { source, ..*it });
            self.found.push(attribution);
            let relayed = self.relayed(it).map(|it| self.attribution(&it));
            self.found.extend(relayed);
        }
        sort_by_number(&mut self.found[first..], |it| it.cue[0].start() as u128);
        self.parse.found = candidates;
    }

    /// *cited nurses saying it was shut*, *quoted a nurse as saying so*, *cited nurses who said it was*: whom another
    /// newsroom heard.
    fn relayed(&self, it: &Candidate) -> Option<Candidate> {
        let parse = &self.parse;
        let (from, to) =
            it.content[0].filter(|_| ["cit", "quot"].iter().any(|stem| parse.str(it.cue.1 - 1).starts_with(stem)))?;
        let cue = (from + 1..to - 1).take(LONGEST_NESTED).find(|&at| parse.words[at].frames.is(Frames::SAY))?;
        let end = (from..cue).rev().find(|&at| !parse.is_any(at, words!["as", "who", "has", "have", "had"]))? + 1;
        let is_linked = end < cue || parse.str(cue).ends_with("ing");
        let content = [Some((cue + 1, to)), None];
        is_linked.then_some(Candidate { source: Some((from, end)), cue: (cue, cue + 1), content, rank: 4 })
    }

    /// *said Ann Lee, who hopes for rain*: a clause in which the source speaks again is no part of its name.
    fn without_speech(&self, (from, to): Range, kept: &[Candidate]) -> Range {
        if kept.len() < 2 {
            return (from, to);
        }
        // *who asked not to be named*, *who insisted on secrecy*: that tells who it is.
        let is_speech = |(from, to): Range| {
            self.parse.words[from..to].iter().any(|it| it.frames.is(SPEECH) && !it.frames.is(Frames::URGE))
                && !self.parse.is_any(to - 1, &NOMINAL)
        };
        let speaks = |pronoun: Range| kept.iter().take(16).any(|it| it.source == Some(pronoun) && is_speech(it.cue));
        let chunks = self.parse.chunks;
        let first = chunks.partition_point(|it| it.start() <= from);
        let in_source = chunks[first..].iter().take_while(|it| it.end() <= to);
        let mut pronouns = in_source.filter(|it| matches!(it.kind, Kind::Wh | Kind::That));
        let Some(clause) = pronouns.find(|it| speaks((it.start(), it.end()))) else { return (from, to) };
        let is_behind_comma = self.parse.is_text(clause.start() - 1, ", — – -");
        (from, clause.start() - usize::from(is_behind_comma && clause.start() > from + 1))
    }

    fn attribution(&self, it: &Candidate) -> Attribution {
        let parse = &self.parse;
        let source = it.source.and_then(|range| self.somebody(range));
        let mut source = source.map(|range| parse.span(range)).filter(|it| !it.is_empty());
        let mut cue = parse.span(it.cue);
        // *he’s*: the pronoun is the source, the verb in it belongs to the cue.
        if let Some(source) = &mut source
            && let Some(verb) = parse.verb_in_pronoun(it.cue.0).filter(|verb| verb.end() == source.end())
        {
            *source = Span::new(source.start(), verb.start());
            cue = verb.to(cue);
        }
        let content = it.content.iter().flatten().map(|&range| self.whole_quotes(parse.span(range))).collect();
        let source = source.into_iter().collect();
        let is_bare_clause = it.content[0].is_some_and(|range| self.is_bare_clause(range));
        Attribution { source, cue: cue.into(), content, is_bare_clause, ..Attribution::default() }
    }

    /// *the driver fled*: the first words are the subject of a finite verb. But *the theft committed in May*.
    fn is_bare_clause(&self, (start, end): Range) -> bool {
        let (verbs, head) = (self.parse.verbs, |it: &Verb| self.parse.chunks[it.chunk].head());
        let mut inside = verbs[verbs.partition_point(|it| head(it) < start)..].iter().take_while(|it| head(it) < end);
        inside.next().is_some_and(|it| {
            let pos = |at: usize| self.parse.words.get(at).map_or(Pos::NONE, |it| it.pos);
            let may_be_reduced = !it.passive && pos(head(it)).is(Pos::PART) && pos(head(it) + 1).is(Pos::PREP);
            it.form == Form::Finite && !may_be_reduced && it.subject.is_some_and(|it| it.0 == start)
        })
    }

    /// A source without what only looks like one: *Later he*, *calls overheard at night*, *a man who works there*.
    fn somebody(&self, (start, end): (usize, usize)) -> Option<(usize, usize)> {
        let words = self.parse.words;
        // *The firm in May agreed*
        let is_dated = end > start + 2
            && self.parse.is_any(end - 2, words!["in", "on"])
            && (self.parse.tags[end - 1 - self.parse.first] == Tag::Time
                || words[end - 1].shape == Shape::Number && self.parse.str(end - 1).len() == 4)
            && !self.parse.tags[start - self.parse.first..end - 2 - self.parse.first]
                .iter()
                .any(|it| it.is_verb() || matches!(it, Tag::Comma | Tag::That));
        let end = if is_dated { end - 2 } else { end };
        let (first, last) = (words[start].pos, words[end - 1].pos);
        let is_one = end == start + 1;
        let is_verb = is_one && first.is(Pos::PART) && !first.is(Pos::NOUN.or(Pos::ADJ)) && !words[start].is_capital();
        // *there were reports that*
        let is_nobody = is_one && first.is(Pos::ADV) && self.parse.is_any(start, words!["there"]);
        let is_clause = start > self.parse.first && words[start - 1].pos.is(Pos::REL) && first.is(Pos::PRES);
        let only_pronoun = !is_one && last.is(Pos::SUBJECT) && words[end - 2].pos.is(Pos::ADV);
        (!is_verb && !is_nobody && !is_clause).then_some((if only_pronoun { end - 1 } else { start }, end))
    }

    /// A span that ends or begins in a quotation takes in all of it.
    fn whole_quotes(&self, span: Span) -> Span {
        let quotes = self.parse.quotes_here;
        if quotes.is_empty() {
            return span;
        }
        let first = quotes.partition_point(|it| it.span.end() <= span.start());
        let mut whole = span;
        if let Some(quote) = quotes.get(first).filter(|it| it.span.overlaps(span)) {
            whole = whole.to(quote.span);
        }
        let last = quotes.partition_point(|it| it.span.start() < span.end());
        if let Some(quote) = last.checked_sub(1).map(|it| &quotes[it]).filter(|it| it.span.overlaps(span)) {
            whole = whole.to(quote.span);
        }
        whole
    }

    /// Whether an attribution is of speech, so that a quotation behind it is likely its own.
    fn is_speech(&self, at: usize) -> bool {
        let tokens = self.parse.document.tokens_in(self.found[at].cue[0]);
        !self.found[at].source.is_empty()
            && self.parse.words[tokens.clone()].iter().any(|it| it.frames.is(Frames::SAY))
            && !self.parse.is_denied((tokens.start, tokens.end))
    }

    /// Gives the quotations of the paragraph that stand alone to who spoke last.
    fn claim_quotes(&mut self, paragraph: &Paragraph, first: usize) {
        let quotes = self.parse.quotes;
        while self.next_quote < quotes.len() && quotes[self.next_quote].span.end() <= paragraph.span.start() {
            self.next_quote += 1;
        }
        if quotes.get(self.next_quote).is_none_or(|it| paragraph.span.end() <= it.span.start()) {
            return;
        }
        let mut last_here: Option<usize> = None;
        let mut claimed: Vec<(Span, usize)> = Vec::new();
        // The last of the paragraph before may reach into this one: *She said:*
        for (at, it) in self.found.iter().enumerate().skip(first.saturating_sub(1)) {
            claimed.extend(it.content.iter().map(|&span| (span, at)));
        }
        sort_by_number(&mut claimed, |(span, at)| by_each(&[span.start(), span.end(), *at]));
        let mut claimed = std::collections::VecDeque::from(claimed);
        let mut attribution = first;
        while let Some(quote) = quotes.get(self.next_quote).filter(|it| it.span.start() < paragraph.span.end()) {
            self.next_quote += 1;
            let words = self.parse.document.tokens_in(quote.inner).len();
            let owner = claimed.iter().take(16).find(|(span, _)| span.overlaps(quote.span)).map(|&(_, at)| at);
            while claimed.front().is_some_and(|(span, _)| span.end() <= quote.span.end()) {
                claimed.pop_front();
            }
            if owner.is_some() {
                last_here = owner;
                continue;
            }
            let is_sentence = || {
                let inner = &self.parse.document[quote.inner];
                words >= SHORTEST - 1 && inner.ends_with(['.', '!', '?']) && inner.starts_with(char::is_uppercase)
            };
            if words < SHORTEST && !is_sentence() {
                continue;
            }
            let earlier = self.speaker.filter(|&(_, paragraph)| paragraph + 1 >= self.paragraph).map(|(at, _)| at);
            while attribution < self.found.len() && self.found[attribution].cue[0].start() < quote.span.start() {
                attribution += 1;
            }
            let starts_paragraph = quote.span.start() == paragraph.span.start();
            let before = attribution.checked_sub(1).filter(|&it| it >= first && self.is_speech(it));
            // *said Ann Lee, who wrote “A Short Book of Roads”*: part of who speaks.
            let is_title = |at: &usize| self.found[*at].source.iter().any(|it| it.overlaps(quote.span));
            let speaker = last_here.or(before).or(earlier.filter(|_| starts_paragraph));
            if let Some(at) = speaker.filter(|at| !is_title(at)) {
                self.found[at].content.push(quote.span);
                last_here = Some(at);
            }
        }
        if let Some(at) = last_here {
            self.speaker = Some((at, self.paragraph));
        }
    }
}
