//! One sentence taken apart, and what it attributes.

use crate::ling::chunk::{Chunk, Form, Kind};
use crate::ling::clause::Verb;
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::quote::Quote;
use crate::ling::tag::Tag;
use crate::ling::verb::Frames;
use crate::ling::word::Word;
use crate::text::{Document, Span, ends_with_one};

use super::parts::{Bounds, Parts};

/// How many chunks a content or a source spans at most: no sentence that was written to be read
/// has as many, and one without an end costs no more than its length.
pub(super) const LONGEST: usize = 300;

/// Endings of nouns that are nobody.
const THINGS: &str = "tion sion ment ness ity ism ance ence ing tions sions ments ities ings ure age";

/// What people do, where a paper would not.
pub(super) const SPOKEN: Frames =
    Frames::JUDGE.or(Frames::CALL).or(Frames::WANT).or(Frames::URGE).or(Frames::SAY).or(Frames::TELL);

/// Tokens `start..end` of the document.
pub(super) type Range = (usize, usize);

/// A possible attribution of one sentence, in tokens.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) source: Option<Range>,
    pub(super) cue: Range,
    pub(super) content: [Option<Range>; 2],
    /// Of two that hold each other, the lower stays.
    pub(super) rank: u8,
}

/// The sentence at hand.
pub(super) struct Parse<'d> {
    pub(super) document: &'d Document,
    pub(super) words: &'d [Word],
    pub(super) quotes: &'d [Quote],
    /// Those that reach into it.
    pub(super) quotes_here: &'d [Quote],
    /// How many end before it.
    pub(super) quotes_before: usize,
    pub(super) first: usize,
    pub(super) end: usize,
    /// What its words take, all together.
    pub(super) takes: Frames,
    /// Whether one is a cue by itself.
    pub(super) has_cue: bool,
    pub(super) tags: &'d [Tag],
    pub(super) chunks: &'d [Chunk],
    pub(super) verbs: &'d [Verb],
    pub(super) found: Vec<Candidate>,
}

impl<'d> Parse<'d> {
    pub(super) fn new(document: &'d Document, words: &'d [Word], quotes: &'d [Quote]) -> Self {
        let (tags, chunks, verbs, quotes_here) = (&[][..], &[][..], &[][..], &[][..]);
        let (takes, has_cue, found) = (Frames::NONE, false, Vec::new());
        let (quotes_before, first, end) = (0, 0, 0);
        Self {
            document,
            words,
            quotes,
            quotes_here,
            quotes_before,
            first,
            end,
            takes,
            has_cue,
            tags,
            chunks,
            verbs,
            found,
        }
    }

    /// Goes on to the sentence `it`.
    pub(super) fn take(&mut self, parts: &'d Parts, it: &Bounds) {
        (self.takes, self.has_cue) = (it.takes, it.has_cue());
        (self.quotes_before, self.quotes_here) = (it.quotes.start, &self.quotes[it.quotes.clone()]);
        (self.first, self.end) = (it.tokens.start, it.tokens.end);
        self.tags = &parts.tags[it.tags.clone()];
        self.chunks = &parts.chunks[it.chunks.clone()];
        self.verbs = &parts.verbs[it.verbs.clone()];
        self.found.clear();
    }

    pub(super) fn kind(&self, chunk: usize) -> Kind {
        self.chunks.get(chunk).map_or(Kind::Other, |it| it.kind)
    }

    pub(super) fn str(&self, token: usize) -> &'d str {
        self.document.tokens().get(token).map_or("", |it| &self.document[it.span])
    }

    /// Whether a token of the sentence is one of the `words!`.
    pub(super) fn is_any(&self, token: usize, words: &[u32]) -> bool {
        token < self.end && self.words[token].is_one_of(words)
    }

    /// As [`Parse::is_any`], of marks, and words that are compared letter by letter.
    pub(super) fn is_text(&self, token: usize, words: &str) -> bool {
        token < self.end && self.document.is_one_of(token, words)
    }

    /// What the head of a chunk can take, as a word that reports.
    pub(super) fn frames(&self, chunk: usize) -> Frames {
        self.chunks.get(chunk).map_or(Frames::NONE, |it| self.words[it.head()].frames)
    }

    pub(super) fn span(&self, (from, to): Range) -> Span {
        self.document.tokens()[from].span.to(self.document.tokens()[to - 1].span)
    }

    /// *’s* of *he’s*, where the token before `cue` is such a pronoun.
    pub(super) fn verb_in_pronoun(&self, cue: usize) -> Option<Span> {
        let at = cue.checked_sub(1).filter(|&it| it >= self.first && self.words[it].is_contracted())?;
        let span = self.document.tokens()[at].span;
        let mark = self.str(at).find(['\'', '’'])?;
        Some(Span::new(span.start() + mark, span.end()))
    }

    /// The first chunk from `at` on that is no adverb.
    pub(super) fn past_adverbs(&self, at: usize) -> usize {
        (at..at + 8).find(|&it| !matches!(self.kind(it), Kind::Adverb | Kind::Time)).unwrap_or(at)
    }

    /// The verb whose chunk is `chunk`.
    pub(super) fn verb_of(&self, chunk: usize) -> Option<&Verb> {
        let at = self.verbs.partition_point(|it| it.chunk < chunk);
        self.verbs.get(at).filter(|it| it.chunk == chunk)
    }

    pub(super) fn is_finite(&self, chunk: usize) -> bool {
        self.kind(chunk) == Kind::Verb(Form::Finite)
    }

    /// Whether the noun phrase at chunk `at` is the subject of a verb behind it.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        let Some(chunk) = self.chunks.get(at) else { return false };
        // *he’s* is a subject and its verb.
        let next = self.verbs.partition_point(|it| it.chunk < at);
        let verbs = self.verbs[next..].iter().take(3);
        let mut finite = verbs.filter(|it| it.form == Form::Finite);
        finite.any(|it| it.subject.is_some_and(|(start, _)| start == chunk.start()))
    }

    /// Whether chunk `at` is a quotation of a clause rather than of a word or two.
    pub(super) fn is_full_quote(&self, at: usize) -> bool {
        self.kind(at) == Kind::Quote && {
            let chunk = &self.chunks[at];
            let is_mark = |token: &usize| matches!(self.str(*token), "\"" | "”" | "’" | "'" | "“" | "‘");
            let last = (chunk.start()..chunk.end()).rev().take(4).find(|it| !is_mark(it)).unwrap_or(chunk.start());
            // The mark that ends a quotation before its speaker.
            let ends = matches!(self.str(last), "," | "!" | "?" | "." | "…" | "—" | "-" | "–");
            let hangs_on = at > 0 && matches!(self.kind(at - 1), Kind::Prep | Kind::Noun | Kind::Adjective);
            let is_long = chunk.end() - chunk.start() > 12;
            ends && (is_long || !hangs_on) || self.str(chunk.end()) == "," && chunk.end() - chunk.start() > 6
        }
    }

    /// Whether a noun's ending tells that it is nobody: *decision*, *payment*.
    fn is_thing(&self, token: usize) -> bool {
        let word = self.str(token);
        ends_with_one(word, THINGS)
    }

    /// Whether the subject of a verb with a plain object is somebody, or a paper.
    pub(super) fn may_speak(&self, verb: &Verb, frames: Frames) -> bool {
        let Some((start, _)) = verb.subject else { return true };
        let at = self.chunks.partition_point(|it| it.start() < start);
        let Some(chunk) = self.chunks.get(at) else { return true };
        let (word, tag) = (&self.words[chunk.head()], self.tags[chunk.head() - self.first]);
        if frames.is(Frames::SHOW) && !frames.is(SPOKEN) {
            return word.is(Class::DocumentNoun)
                || tag != Tag::Pron && !(tag == Tag::Noun && self.is_thing(chunk.head()));
        }
        match tag {
            Tag::Pron => {
                let is_it = self.is_any(chunk.head(), words!["it"]);
                !(is_it && verb.form != Form::Finite || self.is_any(chunk.head(), words!["this", "that", "these"]))
            }
            Tag::Wh => !self.is_any(chunk.head(), words!["what"]),
            Tag::Noun => {
                let people = [Class::PersonNoun, Class::CollectiveNoun, Class::OfficeNoun, Class::KinNoun];
                word.classes.has_any(&people)
                    || word.classes.has_any(&[Class::Institution, Class::DocumentNoun, Class::Demonym, Class::Body])
                    || word.is_capital()
                    || !self.is_thing(chunk.head())
            }
            _ => true,
        }
    }

    /// The tokens from the start of chunk `from` to the end of the chunk before `to`.
    pub(super) fn tokens(&self, from: usize, to: usize) -> Option<Range> {
        let last = self.chunks.get(to.checked_sub(1)?)?;
        let first = self.chunks.get(from)?;
        (first.start() < last.end()).then_some((first.start(), last.end()))
    }

    /// The chunk behind a noun phrase that begins at `from` and all that hangs on it,
    /// as where the speaker stands behind the verb: *said Ann Lee, a nurse, on Monday*.
    pub(super) fn past_source(&self, from: usize) -> usize {
        let mut is_name = self.chunks.get(from).is_some_and(|it| self.tags[it.head() - self.first] == Tag::Name);
        let mut at = from + 1;
        while at < self.chunks.len().min(from + LONGEST) {
            match self.kind(at) {
                Kind::Prep => {
                    let prep = self.chunks[at].start();
                    // *said the ministry in a statement*
                    let is_medium = self.is_any(prep, words!["in"])
                        && self.is_any(prep + 1, words!["a", "an"])
                        && self.is_any(
                            self.chunks[at + 1].head(),
                            words!["email", "interview", "letter", "post", "report", "statement", "tweet"],
                        );
                    let leaves = is_medium
                        || is_name && !self.is_any(prep, words!["of", "for", "from", "at", "with"])
                        || self.is_any(prep, words!["during", "after", "before", "via", "by", "to", "about", "as"])
                        || self.is_any(prep, words!["in", "on", "at"]) && matches!(self.kind(at + 1), Kind::Time);
                    // *an adviser to the mayor*
                    let serves = !is_name
                        && self.is_any(prep, words!["to"])
                        && self.words[self.chunks[at - 1].head()].classes.has_any(&[
                            Class::PersonNoun,
                            Class::OfficeNoun,
                            Class::CollectiveNoun,
                        ]);
                    let is_title = self.kind(at + 1) == Kind::Quote && self.is_any(prep, words!["of"]);
                    if leaves && !serves || !matches!(self.kind(at + 1), Kind::Noun) && !is_title {
                        return at;
                    }
                    at += 2;
                }
                Kind::Coord if self.kind(at + 1) == Kind::Noun && !self.is_subject(at + 1) => at += 2,
                Kind::Noun if self.kind(at - 1) == Kind::Noun => at += 1,
                Kind::Wh if self.tells_who(at) => return self.past_relative(at),
                // *a group that wants a bridge*
                Kind::That if self.kind(at - 1) == Kind::Noun && self.is_finite(self.past_adverbs(at + 1)) => {
                    return self.past_relative(at);
                }
                // *a group representing them*
                Kind::Verb(Form::Gerund) if !is_name && self.kind(at - 1) == Kind::Noun => {
                    let stop =
                        |it: &usize| !matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Adverb | Kind::Time);
                    return (at + 1..self.chunks.len()).find(stop).unwrap_or(self.chunks.len());
                }
                // *two people briefed on the plan*
                Kind::Verb(Form::Participle | Form::Finite)
                    if self.kind(at - 1) == Kind::Noun
                        && self.words[self.chunks[at].start()].pos.is(Pos::PART)
                        && !(self.frames(at).is(Frames::SAY) && self.kind(at + 1) == Kind::That) =>
                {
                    let stop =
                        |it: &usize| !matches!(self.kind(*it), Kind::Noun | Kind::Prep | Kind::Adverb | Kind::Time);
                    return (at + 1..self.chunks.len()).find(stop).unwrap_or(self.chunks.len());
                }
                Kind::Comma => {
                    let next = self.past_adverbs(at + 1);
                    // *Ann Lee, a nurse in Borsk*
                    is_name = false;
                    match self.kind(next) {
                        Kind::Noun if !self.is_subject(next) => at = next + 1,
                        Kind::Coord if self.kind(next + 1) == Kind::Noun && !self.is_subject(next + 1) => at = next + 2,
                        Kind::Wh if next == at + 1 && self.tells_who(next) => return self.past_relative(next),
                        // *Ann Lee, 45, of Borsk*
                        Kind::Prep
                            if next == at + 1 && self.is_any(self.chunks[next].start(), words!["of", "from"]) =>
                        {
                            at = next;
                        }
                        _ => return at,
                    }
                }
                _ => return at,
            }
        }
        at
    }

    /// *who*, *whose*; not *why*.
    fn tells_who(&self, wh: usize) -> bool {
        self.words[self.chunks[wh].start()].pos.is(Pos::REL)
    }

    /// The chunk behind a relative clause at the end of a source: up to a quotation or another clause.
    fn past_relative(&self, from: usize) -> usize {
        let opens_clause = |at: usize| match self.kind(at) {
            Kind::Coord => self.is_subject(at + 1),
            Kind::Subord | Kind::Verb(Form::Gerund | Form::Finite) => true,
            _ => self.is_subject(at),
        };
        let mut has_verb = false;
        let stop = (from..self.chunks.len().min(from + LONGEST)).find(|&it| {
            has_verb |= self.is_finite(it);
            let kind = self.kind(it);
            matches!(kind, Kind::Quote | Kind::Semicolon | Kind::Colon)
                || has_verb && kind == Kind::Comma && opens_clause(self.past_adverbs(it + 1))
        });
        let stop = stop.unwrap_or(self.chunks.len().min(from + LONGEST));
        if self.kind(stop - 1) == Kind::Comma { stop - 1 } else { stop }
    }
}
