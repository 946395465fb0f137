//! Words of the closed classes: determiners, pronouns, prepositions, conjunctions and what stands beside a verb.

use crate::ling::pos::Pos;
use crate::ling::verb::Frames;
use crate::ling::word::{Shape, Word, is_among, keys_of};

use super::{A, ACCORDING, AUXILIARY, CLOSED, FINITE, NOMINAL_MODIFIER, THERE, Tag, Tagger, VERB, VERBAL};

impl Tagger<'_> {
    /// Words of the closed classes.
    pub(super) fn closed(&self, at: usize, before: Tag, pos: Pos) -> Option<Tag> {
        if !pos.is(CLOSED) {
            return None;
        }
        if self.has_bound && (self.is_bound(at) || at > 0 && self.is_bound(at - 1)) {
            return Some(Tag::Adv);
        }
        // Most that are *of* or *and* can be nothing else.
        if pos == Pos::PREP {
            return Some(Tag::Prep);
        }
        if pos == Pos::COORD {
            return Some(Tag::Coord);
        }
        // *the*
        if pos == Pos::DET {
            return Some(Tag::Det);
        }
        // *has given*
        if before == Tag::Have && pos.is(Pos::PART) && !pos.is(AUXILIARY) {
            return None;
        }
        let next = self.pos(at + 1);
        if pos.is(VERBAL)
            && let Some(tag) = self.beside_verb(at, before, pos, next)
        {
            return Some(tag);
        }
        Some(match () {
            // *there is*, *there remains*: it stands where a subject does.
            () if self.words[at].has_key(THERE)
                && (self.words[at].possessive || next.is(AUXILIARY) || next.is(Pos::PRES) && before != Tag::Prep) =>
            {
                Tag::Pron
            }
            // *Lee and Rae both said*, *have all called*
            () if pos.is(Pos::DET)
                && (before.is_nominal() && next.is(FINITE.or(Pos::GER))
                    || before == Tag::Wh && next.is(FINITE.or(Pos::BASE))
                    || before.is_auxiliary() && next.is(Pos::PART.or(Pos::GER)))
                && (!next.is(Pos::NOUN) || self.has_object(at + 1))
                && self.is_quantifier(at) =>
            {
                Tag::Adv
            }
            () if pos.is(Pos::DET) && !pos.is(Pos::PRON.or(Pos::ADV).or(Pos::WH)) => Tag::Det,
            () if pos.is(Pos::WH) => Tag::Wh,
            () if pos.is(Pos::DET) => self.determiner(at, before, pos, next),
            () if pos.is(Pos::PRON) && !pos.is(Pos::NUMBER) => Tag::Pron,
            () => return self.joining(at, before, pos, next),
        })
    }

    /// *these*, *some*, *his*, *more*: before a noun, in place of one, or beside an adjective.
    fn determiner(&self, at: usize, before: Tag, pos: Pos, next: Pos) -> Tag {
        // *was more eager*
        let is_degree = pos.is(Pos::ADV)
            && !next.is(Pos::NOUN)
            && (before == Tag::Be && next.is(Pos::ADJ)
                || next.is(Pos::ADV) && self.pos(at + 2).is(AUXILIARY.or(Pos::PAST)));
        match () {
            () if is_degree => Tag::Adv,
            () if pos.is(Pos::PRON) && self.is_alone(at, pos, next) => Tag::Pron,
            () => Tag::Det,
        }
    }

    /// Whether no noun follows that the word belongs to.
    fn is_alone(&self, at: usize, pos: Pos, next: Pos) -> bool {
        let opens_noun = next.is(NOMINAL_MODIFIER.or(Pos::TIME).or(Pos::PART).or(Pos::GER))
            || self.words.get(at + 1).is_some_and(Word::is_capital)
            || next.is(Pos::ADV) && !next.is(AUXILIARY)
            // *such a road*, *half the town*
            || next.is(Pos::DET) && !next.is(Pos::PRON);
        // *this will do*; not *his will*
        let is_modal_next = next.is(Pos::MODAL) && !pos.is(Pos::POSS);
        // *Some said*, *Many blamed the town*
        let verb = self.past_adverbs(at + 1);
        let has_object = || self.frames(verb).is(Frames::JUDGE.or(Frames::TELL)) && self.has_object(verb);
        let next_reports =
            self.pos(verb).is(Pos::PAST) && (self.frames(verb).is(Frames::SAY.or(Frames::THINK)) || has_object());
        let is_verb_next = next.is(FINITE) && !next.is(Pos::NOUN.or(Pos::PART)) || next_reports || is_modal_next;
        // *those surveyed say*
        let is_told_of = next.is(Pos::PART)
            && pos.is(Pos::DET)
            && self.pos(at + 2).is(FINITE.or(AUXILIARY).or(Pos::PREP).or(Pos::BASE))
            && self.is_any(at, "those Those");
        // *with several arguing that*
        let is_speaker = next.is(Pos::GER)
            && self.frames(at + 1).is(Frames::CLAUSAL)
            && self.pos(at + 2).is(Pos::THAT)
            && !pos.is(Pos::POSS.or(Pos::THAT));
        !opens_noun || next.is(Pos::PREP) || is_verb_next || is_told_of || is_speaker
    }

    /// Prepositions, conjunctions and numbers, and the adverbs that some of them are.
    fn joining(&self, at: usize, before: Tag, pos: Pos, next: Pos) -> Option<Tag> {
        Some(match () {
            // *Back in May, she said*
            () if pos.is(Pos::ADV) && before == Tag::Other && next.is(Pos::PREP) && !pos.is(Pos::PREP.or(Pos::DET)) => {
                Tag::Adv
            }
            // *he first learned*, *he once called*
            () if pos.is(Pos::ADV)
                && pos.is(Pos::NUMBER.or(Pos::SUBORD))
                && next.is(FINITE)
                && (before.is_nominal() || before.is_auxiliary() || before == Tag::Wh) =>
            {
                Tag::Adv
            }
            // *has since left*
            () if pos.is(Pos::SUBORD) && pos.is(Pos::PREP) && before == Tag::Have && next.is(Pos::PART) => Tag::Adv,
            () if pos.is(Pos::NUMBER) => Tag::Num,
            () if pos.is(Pos::SUBORD) && !pos.is(Pos::PREP) => Tag::Subord,
            // *by outside powers*, *about 40 people*
            () if pos.is(Pos::PREP) && pos.is(Pos::ADJ) && before == Tag::Prep && next == Pos::NOUN => Tag::Adj,
            () if pos.is(Pos::PREP)
                && pos.is(Pos::ADV)
                && (!before.is_verb() || self.is_any(at - 1, "said says"))
                && self.is_amount(at + 1) =>
            {
                Tag::Adv
            }
            () if pos.is(Pos::PREP) && (!pos.is(VERB) || !takes_verb(before)) => {
                let is_particle = pos.is(Pos::ADV)
                    && before.is_verb()
                    && !next.is(Pos::DET.or(Pos::PRON).or(Pos::NOUN).or(Pos::GER))
                    && !(next.is(Pos::WH) && self.is(at, "about"));
                if is_particle { Tag::Adv } else { Tag::Prep }
            }
            () if pos.is(Pos::TIME) && !pos.is(VERB) => Tag::Time,
            () if pos.is(Pos::ADV) && !pos.is(Pos::ADJ.or(VERB)) => Tag::Adv,
            () => return None,
        })
    }

    /// Words that stand before a verb or between two: auxiliaries, *to*, *that*, *and*, *he*.
    fn beside_verb(&self, at: usize, before: Tag, pos: Pos, next: Pos) -> Option<Tag> {
        Some(match () {
            // *overruled that request*, *of that town*
            () if pos.is(Pos::THAT)
                && next.is(Pos::NOUN)
                && !next.is(FINITE)
                && (before == Tag::Prep || before.is_verb() && !self.frames(at - 1).is(Frames::CLAUSAL)) =>
            {
                Tag::Det
            }
            // *disputed that.*
            () if pos.is(Pos::THAT) && next == Pos::NONE && before.is_verb() && self.ends_at(at + 1) => Tag::Pron,
            () if pos.is(Pos::THAT) => Tag::That,
            // *according to press reports*
            () if pos.is(Pos::TO)
                && at > 0
                && self.words[at - 1].has_key(ACCORDING)
                && self.is_any(at - 1, "according According") =>
            {
                Tag::Prep
            }
            () if pos.is(Pos::TO) => {
                let after = self.pos(self.past_adverbs(at + 1));
                let is_infinitive = after.is(Pos::BASE.or(Pos::BE).or(Pos::HAVE).or(Pos::DO))
                    && !after.is(Pos::DET.or(Pos::GER))
                    || self.may_be_base(self.past_adverbs(at + 1))
                        && (self.has_object(self.past_adverbs(at + 1))
                            || at > 0
                                && before.is_verb()
                                && self.frames(at - 1).is(Frames::WANT)
                                && !self.is_any(
                                    at - 1,
                                    "agree agrees agreed agreeing commit committed look looks looked looking",
                                ));
                if is_infinitive { Tag::To } else { Tag::Prep }
            }
            () if pos.is(Pos::NOT) => Tag::Not,
            () if pos.is(Pos::PRON) && pos.is(AUXILIARY) => Tag::Pron,
            () if pos.is(Pos::MODAL) && !(pos.is(Pos::NOUN.or(Pos::TIME)) && before == Tag::Det) => Tag::Modal,
            () if pos.is(Pos::BE) => Tag::Be,
            () if pos.is(Pos::HAVE) => Tag::Have,
            () if pos.is(Pos::DO) => Tag::Do,
            () if pos.is(Pos::COORD) => Tag::Coord,
            () if pos.is(Pos::SUBJECT) => Tag::Pron,
            () => return None,
        })
    }

    fn is_quantifier(&self, at: usize) -> bool {
        const BOTH: [u32; 3] = keys_of(["both", "all", "each"]);
        self.words[at].shape == Shape::Lower && self.words[at].is_one_of(&BOTH)
    }

    /// *at least two*, *more than a dozen*.
    fn is_bound(&self, at: usize) -> bool {
        const FIRST: [u32; 4] = keys_of(["at", "more", "fewer", "less"]);
        const SECOND: [u32; 3] = keys_of(["least", "most", "than"]);
        let is_article = |at: usize| at < self.end && self.words[at].is_word(A);
        at + 2 < self.end
            && is_among(self.words[at].key, &FIRST)
            && is_among(self.words[at + 1].key, &SECOND)
            && self.is_amount(at + 2 + usize::from(is_article(at + 2)))
    }

    /// *40*, *six*, *half*.
    fn is_amount(&self, at: usize) -> bool {
        self.is(at, "half") || self.is_number(at)
    }

    /// *40*, *six*.
    pub(super) fn is_number(&self, at: usize) -> bool {
        at < self.end && (self.words[at].shape == Shape::Number || self.words[at].pos.is(Pos::NUMBER))
    }

    /// Whether what a verb acts on comes right behind it: *the town*, *Ann Lee*.
    fn has_object(&self, at: usize) -> bool {
        self.pos(at + 1).is(Pos::DET.or(Pos::PRON)) || at + 1 < self.end && self.words[at + 1].is_capital()
    }
}

/// Whether a verb may come next where a preposition may as well: *would like*, *is following*.
fn takes_verb(before: Tag) -> bool {
    before.is_auxiliary() || matches!(before, Tag::To | Tag::Pron)
}
