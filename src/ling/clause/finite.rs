//! Where a finite verb belongs: to the subject that waits for it, to a row, or to a clause around it.

use crate::ling::chunk::{Form, Kind};
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::verb::Frames;
use crate::ling::word::Shape;

use super::{Clause, Parser, Rank};

impl Parser<'_> {
    pub(super) fn finite(&mut self, at: usize) {
        let passive = self.chunks[at].passive;
        if self.is_bare_infinitive(at) {
            return self.infinite(at, Form::Infinitive);
        }
        // *had “knowingly” closed it*: one verb.
        let is_split = self.before == Kind::Quote
            && self.words[self.chunks[at].start()].pos.is(Pos::PART)
            && self.top.verb.is_some_and(|it| it + 2 == at && self.words[self.chunks[it].head()].is(Class::Auxiliary));
        let after_coord = self.before == Kind::Coord || is_split;
        loop {
            if self.top.verb.is_none() {
                let subject = self.top.starts.and_then(|start| self.subject(start, at));
                let rank = self.top.rank;
                if self.modifies_speaker(at) || self.names_speaker(at) {
                    return self.found(at, Form::Participle, true, subject, rank, false);
                }
                (self.top.verb, self.top.subject) = (Some(at), subject);
                self.pending = None;
                return self.found(at, Form::Finite, passive, subject, rank, false);
            }
            let top = self.top;
            if after_coord {
                if !is_split {
                    self.level_of_joined(at);
                }
                let top = self.top;
                return self.found(at, Form::Finite, passive, top.subject, top.rank, true);
            }
            if self.place(at, passive, &top) {
                return;
            }
            if !self.outer.is_empty() {
                self.pop();
                continue;
            }
            return self.behind_verb(at, passive, &top);
        }
    }

    /// Finds the place of a verb beside that of `top`: in its row, in a clause of its own, or for a participle.
    /// Returns whether there is one; else the clauses around are tried.
    fn place(&mut self, at: usize, passive: bool, top: &Clause) -> bool {
        if self.is_inverted(at) && self.pending.is_some_and(|it| !self.is_new(it)) {
            self.found(at, Form::Finite, passive, None, Rank::Main, false);
            return true;
        }
        // *They reached the port, opened the gate and said*: one comma parts no subject from its verb.
        if self.before == Kind::Comma
            && self.pending.is_some_and(|it| self.begins_anew(it, at + 1) && !self.takes_clause(top, it))
            && top.subject.is_some()
        {
            self.pending = None;
            self.found(at, Form::Finite, passive, top.subject, top.rank, true);
            return true;
        }
        // *A trader fined £90 says*: no sum of money speaks.
        if self.pending.is_some_and(|it| self.words[it].shape == Shape::Punct) && self.may_be_participle(top) {
            self.pending = None;
        }
        let outer_waits = self.outer.last().is_some_and(|it| it.verb.is_none()) || self.is_speaker_held(at, top);
        if self.pending.is_some() && self.is_reduced(at, top) {
            let subject = self.pending.and_then(|start| self.subject(start, at));
            self.found(at, Form::Participle, true, subject, top.rank, false);
            return true;
        }
        if let Some(start) = self.pending
            && (!outer_waits || self.takes_clause(top, start) && !self.is_witness(at, top))
        {
            let rank = if self.is_new(start) && top.rank == Rank::Main { Rank::Main } else { Rank::Complement };
            let subject = self.subject(start, at);
            let clause = Clause { verb: Some(at), subject, ..Clause::new(rank, Some(start)) };
            if rank == Rank::Main {
                self.top = clause;
                self.pending = None;
            } else {
                self.push(clause);
            }
            self.found(at, Form::Finite, passive, subject, rank, false);
            return true;
        }
        if self.is_gap(at) {
            self.found(at, Form::Finite, passive, None, Rank::Complement, false);
            return true;
        }
        // *said that a road built last year was closed*: the verb before was a participle after all.
        // *as a clerk briefed on it claimed*
        let in_report =
            !self.outer.is_empty() && !outer_waits && matches!(top.rank, Rank::Complement | Rank::Adverbial);
        if in_report && self.may_be_participle(top) && self.before != Kind::Comma && top.starts.is_some() {
            let subject = top.starts.and_then(|start| self.subject(start, at));
            (self.top.verb, self.top.subject) = (Some(at), subject);
            self.found(at, Form::Finite, passive, subject, top.rank, false);
            return true;
        }
        false
    }

    /// A verb that no clause was waiting for.
    fn behind_verb(&mut self, at: usize, passive: bool, top: &Clause) {
        if self.is_inverted(at) && (!self.may_be_participle(top) || self.ends_with_speaker(at)) {
            return self.found(at, Form::Finite, passive, None, Rank::Main, false);
        }
        if let Some(start) = self.said_gerund(top) {
            let subject = self.subject(start, at);
            return self.found(at, Form::Finite, passive, subject, Rank::Complement, false);
        }
        // *They turned, went home and said*: one of a row without an *and*.
        if !self.may_be_participle(top) && matches!(self.before, Kind::Comma | Kind::Quote) && top.subject.is_some() {
            self.top.verb = Some(at);
            return self.found(at, Form::Finite, passive, top.subject, Rank::Main, true);
        }
        // The verb before was a participle after all: *the man arrested on Monday said*.
        let whole = || top.starts.and_then(|start| self.subject(start, at));
        let subject =
            if top.subject.is_none() || self.may_be(top, Pos::PART.or(Pos::NOUN)) { whole() } else { top.subject };
        self.top.verb = Some(at);
        self.top.subject = subject;
        self.found(at, Form::Finite, passive, subject, Rank::Main, false);
    }

    /// *He said he was tired and vowed to go*: a verb in a row belongs to the main clause
    /// where the clause inside it has an auxiliary and the main verb, like this one, reports.
    fn level_of_joined(&mut self, at: usize) {
        let (Some(outer), inner) = (self.outer.last(), &self.top) else { return };
        let (Some(outer_verb), Some(inner_verb)) = (outer.verb, inner.verb) else { return };
        let head = |chunk: usize| &self.words[self.chunks[chunk].head()];
        let is_bare = |chunk: usize| self.chunks[chunk].end() - self.chunks[chunk].start() == 1;
        let reports = head(at).frames != Frames::NONE && head(outer_verb).frames != Frames::NONE;
        let is_past = |chunk: usize| head(chunk).pos.is(Pos::PAST);
        let differs = !is_bare(inner_verb)
            || head(inner_verb).frames == Frames::NONE
            || is_past(at) && is_past(outer_verb) && !is_past(inner_verb);
        let has_comma = at > 1 && self.kind(at - 2) == Kind::Comma;
        // *called her a nurse who had left, and urged her to come back*
        let is_past_comma = inner.rank == Rank::Relative && has_comma;
        // *said she had left and promised to write*
        let goes_on =
            self.words[self.chunks[inner_verb].start()].pos.is(Pos::HAVE) && head(at).pos.is(Pos::PART) && !has_comma;
        // *has said it would fall, but denied it*
        let is_outer = is_bare(outer_verb) || has_comma;
        let is_level = inner.rank == Rank::Complement && is_outer && differs && !goes_on || is_past_comma;
        if reports && is_bare(at) && is_level {
            return self.close();
        }
        // *said it was shut when it rained, and warned that*
        let says = |it: &Clause| {
            it.verb.is_some_and(|it| is_bare(it) && head(it).frames.is(Frames::SAY) && is_past(it) == is_past(at))
        };
        let says_that = is_bare(at)
            && head(at).frames.is(Frames::SAY)
            && matches!(self.kind(self.past_adverbs(at + 1)), Kind::That | Kind::Quote);
        if says_that
            && !says(inner)
            && let Some(speaker) = self.outer.iter().rposition(says)
        {
            self.outer.truncate(speaker + 1);
            self.close();
        }
    }
}
