//! Which noun phrase is the subject of which verb.
//!
//! One pass over the chunks with a stack of open clauses. A relative clause that
//! has its verb is closed by the next verb that needs a subject, so that in *the
//! founder of a project that sends people to sea said* the founder speaks.

mod finite;
mod look;
mod subject;

use super::chunk::{Chunk, Form, Kind};
use super::verb::Frames;
use super::word::{Shape, Word, key_of};

/// What a clause is to the one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rank {
    Main,
    Relative,
    Complement,
    Adverbial,
}

/// A verb group in its clause.
#[derive(Clone, Copy, Debug)]
pub(super) struct Verb {
    /// Index of its chunk.
    pub(super) chunk: usize,
    pub(super) form: Form,
    pub(super) passive: bool,
    /// The tokens of the subject, with all that hangs on it.
    pub(super) subject: Option<(usize, usize)>,
    pub(super) rank: Rank,
    /// Whether it stands in a row with the verb before: *said and did*.
    pub(super) joined: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Clause {
    rank: Rank,
    /// The token where the subject begins.
    starts: Option<usize>,
    subject: Option<(usize, usize)>,
    /// The chunk of its first finite verb.
    verb: Option<usize>,
    /// The noun phrase of the clause around it that may yet be a subject.
    held: Option<usize>,
}

impl Clause {
    fn new(rank: Rank, starts: Option<usize>) -> Self {
        Self { rank, starts, subject: None, verb: None, held: None }
    }
}

/// Clauses open at once; deeper ones take the place of the deepest.
const DEEPEST: usize = 12;
/// How many chunks lie at most between a subordinator and its verb.
const REACH: usize = 10;

/// Adds the verbs of a sentence and their subjects; `outer` is emptied first, which is lent to keep open clauses in.
pub(super) fn verbs(words: &[Word], chunks: &[Chunk], verbs: &mut Vec<Verb>, outer: &mut Vec<Clause>) {
    outer.clear();
    let mut parser = Parser {
        words,
        chunks,
        first_verb: verbs.len(),
        verbs,
        top: Clause::new(Rank::Main, None),
        outer,
        pending: None,
        before: Kind::Other,
        waiting: None,
        in_phrase: false,
        was_phrase: false,
        after_phrase: false,
        opens_clause: false,
    };
    for (at, chunk) in chunks.iter().enumerate() {
        parser.opens_clause = false;
        parser.read(at, chunk);
        match chunk.kind {
            Kind::Prep if parser.opens_clause => parser.before = Kind::Subord,
            // *on Monday he said*
            Kind::Time if parser.before == Kind::Prep => parser.before = Kind::Time,
            Kind::Adverb | Kind::Time => {}
            kind => parser.before = kind,
        }
    }
}

struct Parser<'s> {
    words: &'s [Word],
    chunks: &'s [Chunk],
    verbs: &'s mut Vec<Verb>,
    /// Where those of the sentence begin.
    first_verb: usize,
    /// The innermost of the open clauses.
    top: Clause,
    /// Those around it, the main clause first.
    outer: &'s mut Vec<Clause>,
    /// A noun phrase behind a verb, which may be the subject of the next.
    pending: Option<usize>,
    /// The kind of the chunk before, adverbs left out.
    before: Kind,
    /// A participle at the head of the sentence, whose subject comes later.
    waiting: Option<usize>,
    /// Whether the noun phrase before hangs on a preposition.
    in_phrase: bool,
    /// Whether the comma before came behind such a phrase.
    was_phrase: bool,
    /// Whether the subject began right behind such a comma.
    after_phrase: bool,
    /// Whether the preposition at hand brings in a clause: *after she left*.
    opens_clause: bool,
}

const COMMA: u32 = key_of(",");
const THAN: u32 = key_of("than");
const IF: u32 = key_of("if");
const OF: u32 = key_of("of");
const BUT: u32 = key_of("but");

impl Parser<'_> {
    fn push(&mut self, clause: Clause) {
        if self.outer.len() + 1 < DEEPEST {
            self.outer.push(self.top);
        }
        self.top = Clause { held: self.pending.take(), ..clause };
    }

    /// Closes the innermost clause; the main clause stays.
    fn close(&mut self) {
        self.top = self.outer.pop().unwrap_or(self.top);
    }

    fn pop(&mut self) {
        self.pending = self.top.held;
        self.close();
    }

    fn reset(&mut self) {
        self.outer.clear();
        self.top = Clause::new(Rank::Main, None);
        self.pending = None;
    }

    fn main(&self) -> &Clause {
        self.outer.first().unwrap_or(&self.top)
    }

    fn kind(&self, at: usize) -> Kind {
        self.chunks.get(at).map_or(Kind::Other, |it| it.kind)
    }

    fn read(&mut self, at: usize, chunk: &Chunk) {
        self.read_chunk(at, chunk.kind);
        // *he’s*: the verb is in the pronoun, unless more of it follows.
        let holds_verb = matches!(chunk.kind, Kind::Noun | Kind::That | Kind::Wh)
            && self.is_contracted(at)
            && !matches!(self.kind(self.past_adverbs(at + 1)), Kind::Verb(_));
        if holds_verb {
            self.finite(at);
        }
    }

    fn is_contracted(&self, at: usize) -> bool {
        self.chunks.get(at).is_some_and(|it| it.end() == it.start() + 1 && self.words[it.start()].is_contracted())
    }

    /// The first chunk from `at` on that is no adverb; looks at three at most.
    fn past_adverbs(&self, at: usize) -> usize {
        (at..at + 3).find(|&it| !matches!(self.kind(it), Kind::Adverb | Kind::Time)).unwrap_or(at)
    }

    fn read_chunk(&mut self, at: usize, kind: Kind) {
        match kind {
            Kind::Noun => self.noun(at),
            Kind::That | Kind::Wh => self.relative(at),
            Kind::Subord | Kind::Prep => self.subordinator(at),
            Kind::Verb(Form::Finite) => self.finite(at),
            Kind::Verb(form) => self.infinite(at, form),
            Kind::Comma | Kind::Dash => self.comma(at),
            Kind::Semicolon | Kind::Colon => self.reset(),
            _ => {}
        }
    }

    fn noun(&mut self, at: usize) {
        let start = self.chunks[at].start();
        let before = self.before;
        // *in Lyria and Borsk*: a row behind one preposition.
        self.in_phrase = before == Kind::Prep || self.in_phrase && before == Kind::Coord && !self.has_verb(at);
        if self.in_phrase {
            if self.top.starts.is_none() && self.top.verb.is_none() {
                self.top.starts = self.subject_behind_phrase(at);
            }
            return;
        }
        // *With rents eating wages, Lee said*: what the verb inside a phrase acts on.
        // *To save money, Lee said*
        if matches!(before, Kind::Verb(Form::Gerund | Form::Infinitive))
            && self.top.verb.is_none()
            && self.top.starts.is_none()
        {
            self.in_phrase = true;
            return;
        }
        if self.top.verb.is_none() {
            self.subject_at(at);
        } else if before == Kind::Quote && self.main().verb.is_none() && self.has_verb(at) && self.ends_speech(at - 1) {
            // *Closing it “is late,” Lee said.*
            self.reset();
            self.top.starts = Some(start);
        } else if !(before == Kind::Comma
            && self.pending.is_some()
            && self.is_apposition(at)
            && !self.speaks_for_all(at))
        {
            // *hopes Lee and Rae will come*
            let is_row = before == Kind::Coord
                && !self.words[self.chunks[at - 1].start()].has_key(BUT)
                && !self.words[start].pos.is(super::pos::Pos::SUBJECT)
                && self.pending.is_some_and(|first| {
                    self.takes_clause(&self.top, first) && !self.begins_anew(first, at)
                        // *The road is shut, Lee and Rae said.*
                        || self.kind(at - 2) != Kind::Comma && self.speak_together(first, at)
                });
            if !is_row {
                self.pending = Some(start);
            }
        }
    }

    /// A noun where no verb has come: the subject, or something between it and its verb.
    fn subject_at(&mut self, at: usize) {
        let (start, before) = (self.chunks[at].start(), self.before);
        match self.top.starts {
            None => {
                self.top.starts = Some(start);
                self.after_phrase = before == Kind::Comma && self.was_phrase;
            }
            // *the claims she made*: a relative clause without its pronoun.
            // *In Borsk, Lyria, Lee said*: a place behind a place is no subject.
            Some(_)
                if before == Kind::Comma && self.after_phrase && self.has_verb(at) && !self.opens_apposition(at) =>
            {
                self.top.starts = Some(start);
            }
            // *The road “is closed for good,” Lee said.*
            // *The road “is closed for good,” Ann Lee, the mayor, said.*
            Some(_) if before == Kind::Quote && self.ends_speech(at - 1) && self.may_speak(at) => {
                self.top.starts = Some(start);
            }
            Some(_) if before == Kind::Comma && self.is_aside(at) => {
                self.push(Clause::new(Rank::Relative, Some(start)));
            }
            // *As proof of it, experts say*: a speaker behind a comma that closes what went before.
            // *At first a nurse, she ran*: a pronoun in the nominative explains nothing.
            Some(_)
                if before == Kind::Comma
                    && (self.reports_next(at)
                        || self.words[start].pos.is(super::pos::Pos::SUBJECT) && self.has_verb(at)) =>
            {
                self.top.starts = Some(start);
            }
            Some(_) if before == Kind::Noun && self.has_verb(at) => {
                self.push(Clause::new(Rank::Relative, Some(start)));
            }
            // *A baker hopes for rain, and experts warn*: what no comma of a row parts has a verb of its own.
            Some(first) if before == Kind::Coord && self.begins_anew(first, at) && self.has_verb(at) => {
                self.top.starts = Some(start);
            }
            Some(_) => {}
        }
    }

    fn relative(&mut self, at: usize) {
        let start = self.chunks[at].start();
        // *who on Monday left*
        let is_dated = self.kind(at + 1) == Kind::Prep
            && self.kind(at + 3) == Kind::Verb(Form::Finite)
            && self.words[start].pos.is(super::pos::Pos::REL);
        let has_verb = is_dated || self.has_verb(at);
        let is_that = self.kind(at) == Kind::That;
        // *when asked about it*: the participle is a clause by itself.
        if self.kind(self.past_adverbs(at + 1)) == Kind::Verb(Form::Participle) {
            return;
        }
        let after_noun =
            matches!(self.before, Kind::Noun | Kind::Comma | Kind::Dash | Kind::Prep | Kind::Quote | Kind::Other);
        if has_verb {
            if is_that && !after_noun {
                // *He said that was wrong*: a pronoun.
                self.push(Clause::new(Rank::Complement, Some(start)));
            } else if is_that && self.top.verb.is_none() && self.top.starts.is_none() {
                self.top.starts = Some(start);
            } else {
                let rank = if after_noun { Rank::Relative } else { Rank::Complement };
                self.push(Clause::new(rank, Some(start)));
            }
            return;
        }
        let rank = match self.before {
            Kind::Noun | Kind::Comma if !is_that => Rank::Relative,
            Kind::Prep => Rank::Relative,
            _ => Rank::Complement,
        };
        // *When he left, she spoke*.
        let opens = self.top.starts.is_none() && self.top.verb.is_none();
        self.push(Clause::new(if opens { Rank::Adverbial } else { rank }, None));
    }

    /// *because he left*; not *because of the rain*, *after the storm*.
    fn subordinator(&mut self, at: usize) {
        use super::pos::Pos;
        if !self.words[self.chunks[at].start()].pos.is(Pos::SUBORD) {
            return;
        }
        // *as many as nine of them said*
        if matches!(self.kind(at + 1), Kind::Adjective) {
            return;
        }
        let next = (at + 1..at + REACH).find(|&it| {
            !matches!(
                self.kind(it),
                Kind::Noun | Kind::Prep | Kind::Coord | Kind::Adverb | Kind::Time | Kind::Adjective
            )
        });
        let next = next.map(|it| self.past_remark(it));
        let first = self.kind(at + 1);
        // *more than 40 people said*
        let counts = self.chunks.get(at + 1).is_some_and(|it| self.words[it.start()].shape == Shape::Number);
        if counts && self.words[self.chunks[at].start()].has_key(THAN) {
            return;
        }
        if matches!(first, Kind::Noun | Kind::Adverb | Kind::Time)
            && next.is_some_and(|it| {
                self.kind(it) == Kind::Verb(Form::Finite) && !self.joins(at, it) && !self.gives_name(at, it)
            })
        {
            // *said if it rained, the road would close*
            let is_told = self.words[self.chunks[at].start()].has_key(IF)
                && at > 0
                && self.reports(at - 1)
                && self.words[self.chunks[at - 1].head()].frames.is(Frames::SAY)
                && !self.words[self.chunks[at - 1].head()].frames.is(Frames::TELL);
            if is_told {
                self.push(Clause::new(Rank::Complement, None));
            }
            self.push(Clause::new(Rank::Adverbial, None));
            self.opens_clause = true;
        }
    }

    /// *as a nurse, who had seen it, said*, *as a nurse who had seen it said*: the chunk behind a remark on the noun
    /// before `at`.
    pub(super) fn past_remark(&self, at: usize) -> usize {
        if self.kind(at) == Kind::Wh {
            return self.past_phrases(self.past_modifier(at));
        }
        let explains = matches!(self.kind(at + 1), Kind::Wh | Kind::Verb(Form::Gerund))
            || self.kind(at + 1) == Kind::Noun
                && self.words[self.chunks[at + 1].start()].shape != Shape::Number
                && self.is_apposition(at + 1);
        let opens = self.kind(at) == Kind::Comma && explains;
        let closes = (at + 2..at + REACH).find(|&it| self.kind(it) == Kind::Comma);
        closes.filter(|_| opens).map_or(at, |it| it + 1)
    }

    fn comma(&mut self, at: usize) {
        let goes_on = self.kind(at + 1) == Kind::Coord;
        self.was_phrase = self.in_phrase && self.before != Kind::Wh;
        self.in_phrase = false;
        // A comma closes all that stands before the main clause.
        if self.main().verb.is_none() && !self.outer.is_empty() && self.top.verb.is_some() && !goes_on {
            // *The road, Ann Lee, who built it, said, is shut*: the speaker waits for the verb.
            let waits = |it: &Clause| it.verb.is_none() && it.rank == Rank::Relative;
            while !self.outer.is_empty() && !waits(&self.top) {
                self.close();
            }
            self.pending = None;
            return;
        }
        // *if it rained, and Ann Lee, a nurse, said*: she is still to speak.
        let waits = self.pending.filter(|&it| self.before_token(it) == Some(Kind::Coord));
        while !self.outer.is_empty() && self.top.verb.is_some() && !goes_on {
            let closes = match self.top.rank {
                Rank::Relative | Rank::Adverbial => true,
                Rank::Complement => self.outer.last().is_some_and(|it| it.verb.is_none()),
                Rank::Main => false,
            };
            if !closes {
                break;
            }
            self.pop();
        }
        self.pending = waits.or(self.pending);
    }

    fn infinite(&mut self, at: usize, form: Form) {
        let chunk = &self.chunks[at];
        let passive = chunk.passive;
        let near = at.checked_sub(1).map(|it| self.chunks[it]);
        let top = self.top;
        // *others saying*, *a report released by*: the noun phrase right before.
        let hangs_on = near.filter(|it| it.kind == Kind::Noun && form != Form::Infinitive);
        // *reminding him of it and calling on her*: in a row with another.
        let is_gerund = |it: &Verb| it.form == Form::Gerund;
        let in_row = form == Form::Gerund && self.before == Kind::Coord;
        let earlier = self.verbs[self.first_verb..]
            .iter()
            .rev()
            .take(4)
            .find(|it| in_row && is_gerund(it))
            .and_then(|it| it.subject);
        // *He denied that the men had left, saying they were asleep*: who speaks in the main clause speaks on.
        let speaks_on = form == Form::Gerund
            && self.before == Kind::Comma
            && top.rank != Rank::Relative
            && self.words[chunk.head()].frames.is(Frames::SAY)
            && (!self.words[chunk.head()].frames.is(Frames::JUDGE.or(Frames::CALL)) || self.kind(at + 1) == Kind::That);
        let subject = match hangs_on {
            Some(noun) => Some((self.whole_noun(at - 1).unwrap_or(noun.start()), noun.end())),
            None if earlier.is_some() => earlier,
            None if speaks_on => self.main().subject.or(top.subject),
            // *Lee, citing the storm, closed the port*
            // *The plan, opposed by Lee, failed*
            None if self.may_be_aside(chunk, form) && self.before == Kind::Comma && top.verb.is_none() && at > 1 => {
                top.starts.filter(|&it| self.is_plain_between(it, at)).map(|it| (it, self.chunks[at - 2].end()))
            }
            None => top.subject.or(self.main().subject),
        };
        let rank = top.rank;
        // *left, and a nurse, speaking in Borsk, said*: she is still to speak.
        let waits = self.pending.is_some_and(|it| self.before_token(it) == Some(Kind::Coord));
        if form == Form::Gerund && self.before == Kind::Comma && !waits {
            self.pending = None;
        }
        self.found(at, form, passive, subject, rank, self.before == Kind::Coord);
        if subject.is_none() && top.starts.is_none() && self.outer.is_empty() && form != Form::Infinitive {
            self.waiting = self.waiting.or(Some(self.verbs.len() - 1));
            self.push(Clause { verb: Some(at), ..Clause::new(Rank::Adverbial, None) });
        }
    }

    fn may_be_aside(&self, chunk: &Chunk, form: Form) -> bool {
        let frames = self.words[chunk.head()].frames;
        form == Form::Gerund || form == Form::Participle && frames.is(Frames::JUDGE) && !frames.is(Frames::SHOW)
    }

    /// Whether the comma before chunk `at` stands behind the noun phrase that begins at the token `start`.
    fn is_plain_between(&self, start: usize, at: usize) -> bool {
        let mut phrase = self.chunks[..at - 1].iter().rev().take_while(|it| it.start() >= start).peekable();
        phrase.peek().is_some() && phrase.all(|it| matches!(it.kind, Kind::Noun | Kind::Prep | Kind::Comma))
    }

    fn found(
        &mut self,
        chunk: usize,
        form: Form,
        passive: bool,
        subject: Option<(usize, usize)>,
        rank: Rank,
        joined: bool,
    ) {
        if form == Form::Finite
            && rank == Rank::Main
            && let Some(waiting) = self.waiting.take()
        {
            self.verbs[waiting].subject = subject;
        }
        self.verbs.push(Verb { chunk, form, passive, subject, rank, joined });
    }
}
