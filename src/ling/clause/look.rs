//! What a clause sees of the chunks around it.

use crate::ling::chunk::{Form, Kind};
use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, is_among, key_of, keys_of};

use super::{COMMA, Clause, Parser, REACH, Rank};

const HELPS: [u32; 9] = keys_of(["help", "helps", "helped", "helping", "let", "lets", "letting", "make", "makes"]);

const SEES: [u32; 9] = keys_of(["saw", "see", "seen", "heard", "hear", "knew", "know", "found", "remember"]);

/// How far behind a speaker the verb of saying is looked for, in chunks.
const SPEAKER: usize = 16;

const AS: u32 = key_of("as");

impl Parser<'_> {
    /// Whether a finite verb comes right behind the chunk `at`, adverbs left out.
    pub(super) fn has_verb(&self, at: usize) -> bool {
        self.is_contracted(at) || self.kind(self.past_adverbs(at + 1)) == Kind::Verb(Form::Finite)
    }

    /// Whether the quotation before a speaker ends with a comma inside its marks.
    pub(super) fn ends_speech(&self, quote: usize) -> bool {
        let chunk = &self.chunks[quote];
        let mut last = (chunk.start()..chunk.end()).rev().take(3);
        chunk.kind == Kind::Quote
            && chunk.end() - chunk.start() > 4
            && last.find(|&it| self.words[it].has_key(COMMA)).is_some()
    }

    /// Whether a verb comes right behind the noun phrase at `at`, or it is a name with a comma behind it.
    pub(super) fn may_speak(&self, at: usize) -> bool {
        let is_name = self.words[self.chunks[at].head()].is_capital();
        self.has_verb(at) || is_name && matches!(self.kind(at + 1), Kind::Comma | Kind::Prep)
    }

    /// *The road, a nurse at the port said on Monday, was closed*: a speaker and a verb of saying between commas.
    pub(super) fn is_aside(&self, at: usize) -> bool {
        self.speech_of(at).is_some_and(|verb| {
            let is_plain = (at..verb).all(|it| self.kind(it) != Kind::Comma);
            let end = self.past_phrases(self.past_adverbs(verb + 1));
            let closes = self.kind(end) == Kind::Comma && (is_plain || self.has_verb(end));
            closes || is_plain && end + 1 >= self.chunks.len()
        })
    }

    /// *The road is shut, Lee and Rae said.*, *It rained, and Lee and Rae said*: whether two nouns in a row speak, of
    /// which the first begins at the token `first`.
    pub(super) fn speak_together(&self, first: usize, at: usize) -> bool {
        let verb = self.past_adverbs(at + 1);
        let end = self.past_adverbs(verb + 1);
        let is_last = self.kind(end) == Kind::Comma || end + 1 >= self.chunks.len();
        self.reports(verb)
            && match self.before_token(first) {
                Some(Kind::Comma) => is_last,
                Some(Kind::Coord) => true,
                _ => false,
            }
    }

    /// Behind phrases and adverbs: *of the port on Monday*.
    pub(super) fn past_phrases(&self, mut at: usize) -> usize {
        for _ in 0..3 {
            let is_phrase =
                self.kind(at) == Kind::Prep && matches!(self.kind(at + 1), Kind::Noun | Kind::Quote | Kind::Time);
            at = self.past_adverbs(if is_phrase { at + 2 } else { at });
        }
        at
    }

    /// *Ann Lee, a nurse who runs the ferry, said*: the verb of saying behind the speaker at chunk `at` and all that
    /// says more of them, with commas in pairs.
    pub(super) fn speech_of(&self, at: usize) -> Option<usize> {
        let is_age = |it: usize| {
            self.chunks
                .get(it)
                .is_some_and(|it| self.words[it.start()].shape == Shape::Number && it.end() == it.start() + 1)
        };
        if is_age(at) {
            return None;
        }
        let (mut commas, mut in_relative) = (0, false);
        for it in at + 1..self.chunks.len().min(at + SPEAKER) {
            match self.kind(it) {
                // *Ann Lee, 45, a nurse,*
                Kind::Comma if is_age(it - 1) && self.kind(it + 1) == Kind::Noun => {}
                Kind::Comma => (commas, in_relative) = (commas + 1, false),
                Kind::Wh => in_relative = true,
                Kind::Verb(Form::Finite) if in_relative || self.kind(it - 1) == Kind::Coord => in_relative = false,
                Kind::Verb(Form::Finite) if self.reports(it) => return (commas % 2 == 0).then_some(it),
                Kind::Verb(Form::Finite) if !self.is_modifier(it) => return None,
                Kind::Verb(Form::Infinitive) | Kind::Semicolon | Kind::Dash | Kind::That | Kind::Subord => break,
                _ => {}
            }
        }
        None
    }

    /// *an official briefed on it*: a form that may be a participle, and a phrase behind it.
    fn is_modifier(&self, at: usize) -> bool {
        let chunk = &self.chunks[at];
        chunk.end() == chunk.start() + 1
            && self.words[chunk.head()].pos.is(Pos::PART)
            && self.kind(at + 1) == Kind::Prep
    }

    /// Whether the verb at chunk `at` only says more of a speaker who is still to speak.
    pub(super) fn modifies_speaker(&self, at: usize) -> bool {
        self.top.rank == Rank::Relative
            && self.before == Kind::Noun
            && self.is_modifier(at)
            && !self.reports(at)
            && self.speech_of(at).is_some()
    }

    /// *A man named Bo Rae said*
    pub(super) fn names_speaker(&self, at: usize) -> bool {
        let head = |at: usize| &self.words[self.chunks[at].head()];
        self.before == Kind::Noun
            && self.kind(at + 1) == Kind::Noun
            && head(at).has_key(key_of("named"))
            && head(at + 1).is_capital()
            && self.speech_of(at + 1).is_some()
    }

    /// Behind what says more of a noun, but for the phrases at its end: *who built the road*, *close to the plan*,
    /// *briefed on it*.
    pub(super) fn past_modifier(&self, at: usize) -> usize {
        let next = match self.kind(at) {
            Kind::Wh => self.past_adverbs(at + 1) + 1,
            Kind::Adjective | Kind::Verb(Form::Participle | Form::Gerund) => at + 1,
            // A form that may be a participle has no object of its own.
            Kind::Verb(Form::Finite) if self.kind(at + 1) == Kind::Prep && !self.reports(at) => at + 1,
            _ => return at,
        };
        next + usize::from(self.kind(next) == Kind::Noun)
    }

    /// Whether the chunk `at` is a finite verb of saying or thinking.
    pub(super) fn reports(&self, at: usize) -> bool {
        self.kind(at) == Kind::Verb(Form::Finite)
            && self.words[self.chunks[at].head()].frames.is(Frames::SAY.or(Frames::THINK))
    }

    /// *ran as a friend and declared*: the verb at `verb` is in a row with one before the word at `at`.
    pub(super) fn joins(&self, at: usize, verb: usize) -> bool {
        self.kind(verb - 1) == Kind::Coord && self.words[self.chunks[at].start()].pos.is(Pos::PREP)
    }

    /// *A man who gave his name as Lee said*: the word at chunk `at` opens no clause, for the verb belongs to the
    /// speaker before the relative clause.
    pub(super) fn gives_name(&self, at: usize, verb: usize) -> bool {
        self.words[self.chunks[at].start()].has_key(AS)
            && self.top.rank == Rank::Relative
            && self.outer.last().is_some_and(|it| it.verb.is_none())
            && self.words[self.chunks[verb].head()].frames.is(Frames::SAY.or(Frames::TELL))
    }

    pub(super) fn reports_next(&self, at: usize) -> bool {
        self.reports(self.past_adverbs(at + 1))
    }

    /// *It opened two ports, the mayor, Ann Lee, said*: whether the speaker at chunk `at` ends a main clause, and is
    /// nothing that the clause speaks of.
    pub(super) fn speaks_for_all(&self, at: usize) -> bool {
        self.main().verb.is_some()
            && self
                .speech_of(at)
                .is_some_and(|verb| self.kind(verb - 1) == Kind::Comma && self.kind(verb + 1) != Kind::Noun)
    }

    /// Whether the noun phrase at `at` runs to a comma with no verb in between.
    pub(super) fn is_apposition(&self, at: usize) -> bool {
        let mut in_relative = false;
        let next = (at + 1..at + REACH).find(|&it| match self.kind(it) {
            Kind::Noun | Kind::Prep | Kind::Coord | Kind::Adjective | Kind::Time => false,
            // *a nurse who lives there*
            Kind::Wh => {
                in_relative = true;
                false
            }
            Kind::Verb(Form::Finite) => !std::mem::take(&mut in_relative),
            _ => true,
        });
        next.is_some_and(|it| self.kind(it) == Kind::Comma)
    }

    /// Whether the noun phrase begins like one that explains another: *a nurse*, *45*.
    pub(super) fn opens_apposition(&self, at: usize) -> bool {
        let first = &self.words[self.chunks[at].start()];
        !first.is_capital() && !first.pos.is(Pos::SUBJECT)
    }

    /// *met people killed on Monday*: a form that may be a participle, behind the object of a verb
    /// that takes no clause.
    pub(super) fn is_reduced(&self, at: usize, clause: &Clause) -> bool {
        let chunk = &self.chunks[at];
        let (verb, word) = (clause.verb.map(|it| &self.words[self.chunks[it].head()]), &self.words[chunk.head()]);
        chunk.end() == chunk.start() + 1
            && self.before == Kind::Noun
            && word.pos.is(Pos::PART)
            && word.frames == Frames::NONE
            && self.pending.is_some_and(|it| self.before_token(it) != Some(Kind::Coord))
            && verb.is_some_and(|it| it.frames == Frames::NONE)
    }

    /// *The road is closed, said Ann Lee*: a verb of saying behind a comma, and who speaks behind it.
    pub(super) fn is_inverted(&self, at: usize) -> bool {
        const TOLD: [u32; 2] = keys_of(["told", "tells"]);
        self.before == Kind::Comma
            && self.reports(at)
            && self.kind(at + 1) == Kind::Noun
            && (!self.has_verb(at + 1) || self.hangs_on_speaker(at + 2))
            && !is_among(self.words[self.chunks[at].head()].key, &TOLD)
    }

    /// *said two men involved in it*, *says a suit filed by a clerk*: the form at chunk `at` says more of who speaks.
    fn hangs_on_speaker(&self, at: usize) -> bool {
        let (speaker, word) =
            (&self.words[self.chunks[at - 1].head()], self.chunks.get(at).map(|it| &self.words[it.start()]));
        let speakers = [Class::PersonNoun, Class::OfficeNoun, Class::CollectiveNoun, Class::DocumentNoun];
        self.kind(at + 1) == Kind::Prep
            && word.is_some_and(|it| it.pos.is(Pos::PART))
            && self.chunks[at].end() == self.chunks[at].start() + 1
            && speaker.classes.has_any(&speakers)
    }

    /// *Bridge held, says engineer*: nothing but a noun behind the verb; *the road closed, said Lee of the
    /// port, …*: nothing but a name.
    pub(super) fn ends_with_speaker(&self, at: usize) -> bool {
        let Some(speaker) = self.chunks.get(at + 1).map(|it| &self.words[it.head()]) else { return false };
        let people = [Class::PersonNoun, Class::OfficeNoun, Class::CollectiveNoun, Class::Institution];
        let is_somebody = speaker.is_capital() || speaker.classes.has_any(&people);
        let is_phrase = |it: usize| matches!(self.kind(it), Kind::Noun | Kind::Prep | Kind::Coord | Kind::Time);
        let next = (at + 2..at + REACH).find(|&it| !is_phrase(it)).unwrap_or(at + 2);
        // *The road closed, said a man who built it*: no comma parts the road from what it did.
        let acts = || self.top.verb.is_some_and(|it| it > 0 && self.kind(it - 1) == Kind::Noun);
        let ends =
            next + 1 >= self.chunks.len() || self.kind(next) == Kind::Comma || self.kind(next) == Kind::Wh && acts();
        !speaker.pos.is(Pos::PRON) && (at + 2 == self.chunks.len() || is_somebody && ends)
    }

    /// Whether the noun phrase that begins at the token `start` stands behind a comma or an *and*.
    pub(super) fn is_new(&self, start: usize) -> bool {
        matches!(self.before_token(start), Some(Kind::Comma | Kind::Coord))
    }

    /// Whether the verb of a clause is a bare form that may be a participle: *arrested*, not *was arrested*.
    pub(super) fn may_be_participle(&self, clause: &Clause) -> bool {
        self.may_be(clause, Pos::PART)
    }

    /// Whether the verb of a clause is a bare form that may as well be this.
    pub(super) fn may_be(&self, clause: &Clause, pos: Pos) -> bool {
        clause.verb.is_some_and(|it| {
            let chunk = &self.chunks[it];
            chunk.end() == chunk.start() + 1 && self.words[chunk.head()].pos.is(pos)
        })
    }

    /// *helped a visitor see*, *let the town know*: a verb that goes on about the object of another.
    pub(super) fn is_bare_infinitive(&self, at: usize) -> bool {
        let word = &self.words[self.chunks[at].head()];
        let noun = || self.pending.map(|it| self.chunks.partition_point(|chunk| chunk.start() < it));
        self.before == Kind::Noun
            && self.chunks[at].end() == self.chunks[at].start() + 1
            && word.pos.is(Pos::BASE)
            && noun().and_then(|it| it.checked_sub(1)).is_some_and(|it| {
                matches!(self.kind(it), Kind::Verb(_)) && is_among(self.words[self.chunks[it].head()].key, &HELPS)
            })
    }

    /// *who Lee said was late*: a verb right behind one of saying whose clause has its subject outside.
    pub(super) fn is_gap(&self, at: usize) -> bool {
        let (Some(outer), inner) = (self.outer.last(), &self.top) else { return false };
        inner.verb.is_some_and(|verb| {
            verb + 1 == at
                && outer.verb.is_some()
                && self.words[self.chunks[verb].head()].frames.is(Frames::SAY.or(Frames::THINK))
        })
    }

    /// *denied it, but critics*: one comma and an *and* or *but* between the noun phrase that begins at
    /// the token `start` and the one at `at` make no list.
    pub(super) fn begins_anew(&self, start: usize, at: usize) -> bool {
        let first = self.chunks.partition_point(|it| it.start() < start);
        let commas = |upto: usize| (first..upto).rev().take(REACH).filter(|&it| self.kind(it) == Kind::Comma).count();
        at > 1 && self.kind(at - 2) == Kind::Comma && commas(at) == 1
    }

    /// Whether the noun phrase that begins at the token `start` stands right behind a verb of
    /// saying, so that it may open a clause: *who said the mails were his*.
    pub(super) fn takes_clause(&self, clause: &Clause, start: usize) -> bool {
        clause.verb.is_some_and(|verb| {
            let chunk = &self.chunks[verb];
            chunk.end() == start && self.words[chunk.head()].frames.is(Frames::SAY.or(Frames::THINK))
        })
    }

    /// *A man who saw the fire said*: what was seen says nothing.
    pub(super) fn is_witness(&self, at: usize, clause: &Clause) -> bool {
        clause.rank == Rank::Relative
            && self.reports(at)
            && clause.verb.is_some_and(|it| is_among(self.words[self.chunks[it].head()].key, &SEES))
    }

    /// *The road is closed, a man who built it said*: a speaker behind a comma waits for the verb.
    pub(super) fn is_speaker_held(&self, at: usize, clause: &Clause) -> bool {
        let is_behind = |it| matches!(self.before_token(it), Some(Kind::Comma | Kind::Quote | Kind::Coord));
        clause.rank == Rank::Relative && self.reports(at) && clause.held.is_some_and(is_behind)
    }

    /// *She says running the port is hard*: where a gerund right behind a verb of saying begins, which
    /// is the subject of the next verb.
    pub(super) fn said_gerund(&self, clause: &Clause) -> Option<usize> {
        let verb = clause.verb.filter(|&it| self.reports(it))?;
        let chunk = self.chunks.get(verb + 1).filter(|it| it.kind == Kind::Verb(Form::Gerund))?;
        Some(chunk.start())
    }

    /// The kind of the chunk that ends where the token `start` begins.
    pub(super) fn before_token(&self, start: usize) -> Option<Kind> {
        let next = self.chunks.partition_point(|it| it.start() < start);
        next.checked_sub(1).map(|it| self.chunks[it].kind)
    }
}
