//! Verb or noun, past or participle.

use crate::ling::lexicon::Class;
use crate::ling::pos::Pos;
use crate::ling::verb::Frames;
use crate::ling::word::Shape;

use super::{
    A, ACCORDING, AUXILIARY, BY, CLOSE, COMMA, FINITE, NOMINAL_MODIFIER, THINK, Tag, Tagger, VERB, earlier_verb,
    is_perfect,
};

/// What stands behind a word and the adverbs behind it.
#[derive(Clone, Copy)]
struct Next {
    at: usize,
    pos: Pos,
    is_name: bool,
}

impl Tagger<'_> {
    /// Words that can be a verb.
    pub(super) fn verbal(&self, at: usize, before: Tag, pos: Pos, tags: &[Tag]) -> Tag {
        // *a harder-edged style*: a form in *-ed* or *-ing* with a hyphen is no verb, but for *re-elected*.
        if pos.is(Pos::PART.or(Pos::GER)) && self.is_compound(at) {
            return Tag::Adj;
        }
        // *a think tank*
        if self.words[at].has_key(THINK)
            && self.is(at, "think")
            && ["tank", "tanks"].iter().any(|it| self.is(at + 1, it))
        {
            return Tag::Noun;
        }
        // *people close to the mayor*
        if self.words[at].has_key(CLOSE) && self.is(at, "close") && self.is(at + 1, "to") && self.opens_noun(at + 2) {
            return Tag::Adj;
        }
        let next = self.next(at);
        let settled = || {
            let behind = self.behind_helper(at, before, pos, next);
            let in_phrase = behind.or_else(|| self.in_noun_phrase(at, before, pos, next));
            in_phrase.or_else(|| self.gerund(at, before, pos, next))
        };
        match settled() {
            Some(tag) => tag,
            None if pos.is(Pos::PAST.or(Pos::PART)) => self.past(at, before, pos, next.pos, tags),
            None => self.present(at, before, pos, next, tags),
        }
    }

    fn opens_noun(&self, at: usize) -> bool {
        self.pos(at).is(Pos::DET.or(Pos::PRON)) || self.words.get(at).is_some_and(|it| it.is_capital())
    }

    fn next(&self, at: usize) -> Next {
        let at = self.past_adverbs(at + 1);
        Next { at, pos: self.pos(at), is_name: at < self.end && self.words[at].is_capital() }
    }

    /// What the word before settles: an auxiliary, *to*, *last* of *last fall*, *as* of *as reported by*.
    fn behind_helper(&self, at: usize, before: Tag, pos: Pos, next: Next) -> Option<Tag> {
        // *has long stood*, *officials long said*
        let is_between = before.is_auxiliary() && next.pos.is(Pos::PART.or(Pos::GER).or(Pos::BE))
            || before.is_nominal() && next.pos.is(Pos::PAST) && self.frames(next.at).is(Frames::CLAUSAL);
        if pos.is(Pos::ADV) && next.at == at + 1 && is_between {
            return Some(Tag::Adv);
        }
        match before {
            // *this spring*, *last fall*
            Tag::Det | Tag::Adj | Tag::Num if pos.is(Pos::TIME) => Some(Tag::Time),
            Tag::To | Tag::Modal | Tag::Do if pos.is(Pos::BASE) => Some(Tag::Base),
            Tag::Have if pos.is(Pos::PART) => Some(Tag::Part),
            Tag::Have if pos.is(Pos::NOUN) => Some(Tag::Noun),
            Tag::Be if pos.is(Pos::GER) => Some(Tag::Ger),
            Tag::Be if pos.is(Pos::PART) => Some(Tag::Part),
            // *as reported by the paper*
            Tag::Prep if pos.is(Pos::PART) && self.is(at + 1, "by") && self.is_any(at - 1, "as As") => Some(Tag::Part),
            _ => None,
        }
    }

    /// Behind what opens a noun phrase: *the rise*, *his said plan*, *two killed*.
    fn in_noun_phrase(&self, at: usize, before: Tag, pos: Pos, next: Next) -> Option<Tag> {
        // *two thirds support the plan*
        let counts = before == Tag::Num
            && pos.is(Pos::BASE)
            && self.frames(at) != Frames::NONE
            && next.pos.is(Pos::DET.or(Pos::THAT));
        // *a friend of Lee’s said he left*
        let says = pos.is(Pos::PAST)
            && self.frames(at).is(Frames::CLAUSAL)
            && next.pos.is(Pos::THAT.or(Pos::DET).or(Pos::SUBJECT));
        let is_owned = at > 0
            && self.words[at - 1].possessive
            && matches!(before, Tag::Noun | Tag::Name | Tag::Num | Tag::Time)
            && !says;
        if !is_owned && (counts || !matches!(before, Tag::Det | Tag::Prep | Tag::Num | Tag::Adj)) {
            return None;
        }
        // *by saying it was closed*
        let takes_object = next.pos.is(Pos::DET.or(Pos::PRON).or(Pos::THAT).or(Pos::WH));
        if pos.is(Pos::GER) && before == Tag::Prep && (takes_object || !pos.is(Pos::NOUN)) {
            Some(Tag::Ger)
        } else if pos.is(Pos::NOUN.or(Pos::GER)) {
            Some(Tag::Noun)
        } else {
            let is_participle = pos.is(Pos::PART.or(Pos::PAST)) && !matches!(before, Tag::Adj | Tag::Num);
            (is_participle || pos.is(Pos::BASE) && before != Tag::Num).then_some(Tag::Adj)
        }
    }

    fn gerund(&self, at: usize, before: Tag, pos: Pos, next: Next) -> Option<Tag> {
        if !pos.is(Pos::GER) {
            return None;
        }
        let opens = before == Tag::Other;
        // *Voting rights advocates*
        let is_group = || next.pos == Pos::NOUN || next.pos.is(Pos::NOUN) && self.opens_person(at + 2);
        if opens && self.words[at].is_capital() && pos.is(Pos::NOUN) && is_group() {
            return Some(Tag::Noun);
        }
        // *Leading Lyrians said*
        let leads = opens && pos.is(Pos::ADJ) && (next.is_name || next.pos.is(Pos::NOUN));
        if leads || self.modifies_person(at, before) {
            return Some(Tag::Adj);
        }
        let is_noun = before.is_nominal() && !next.pos.is(Pos::DET.or(Pos::THAT).or(Pos::PRON));
        Some(if pos.is(Pos::NOUN) && is_noun && !self.words[at].has_key(ACCORDING) { Tag::Noun } else { Tag::Ger })
    }

    /// A base form or a third person, perhaps a noun.
    fn present(&self, at: usize, before: Tag, pos: Pos, next: Next, tags: &[Tag]) -> Tag {
        let takes_clause = self.takes_clause(at, pos);
        let object_follows = next.pos.is(Pos::DET.or(Pos::PRON).or(Pos::TO).or(Pos::WH))
            || next.pos.is(Pos::THAT) && (takes_clause || self.ends_at(next.at + 1))
            || next.is_name
            || self.is_quote(next.at)
            // *The Lyria Times reports:*
            || before == Tag::Name && self.is(next.at, ":") && self.frames(at).is(Frames::SAY);
        let is_noun = pos.is(Pos::NOUN);
        match before {
            // *pushed back on it*
            Tag::Past | Tag::Pres | Tag::Base | Tag::Part | Tag::Ger
                if next.pos.is(Pos::PREP) && self.is(at, "back") =>
            {
                Tag::Adv
            }
            // *told host Ann Lee*
            Tag::Past | Tag::Pres | Tag::Base | Tag::Part | Tag::Ger if is_noun => Tag::Noun,
            // *where polls show him ahead*
            // *who studies tax policy*, *who handles press calls*
            Tag::Wh
                if pos.is(Pos::PRES)
                    && is_noun
                    && next.pos.is(Pos::BASE)
                    && !next.pos.is(Pos::DET)
                    && (self.is_adverbial(at - 1) || self.frames(next.at).is(Frames::CLAUSAL)) =>
            {
                Tag::Noun
            }
            Tag::Pron | Tag::Wh if pos.is(Pos::PRES) => Tag::Pres,
            // *it’s not clear*, *nor is it clear*
            Tag::Pron if pos.is(Pos::ADJ) && self.is_asserted(at, tags) => Tag::Adj,
            Tag::Pron | Tag::Wh if pos.is(Pos::BASE) => Tag::Base,
            Tag::Pron | Tag::Wh => nominal(pos),
            Tag::Noun
            | Tag::Name
            | Tag::Num
            | Tag::Time
            | Tag::Close
            | Tag::Comma
            | Tag::Quoted
            | Tag::That
            | Tag::Coord
                if pos.is(Pos::PRES) =>
            {
                if is_noun && self.is_noun_in_s(at, before, next, object_follows, tags) {
                    Tag::Noun
                } else {
                    Tag::Pres
                }
            }
            Tag::Noun | Tag::Name | Tag::Num | Tag::Close | Tag::Quoted | Tag::That | Tag::Time | Tag::Comma
                if pos.is(Pos::BASE) =>
            {
                if self.is_said_of_many(at, pos, next, object_follows, tags) {
                    Tag::Base
                } else {
                    nominal(pos)
                }
            }
            Tag::Coord => match earlier_verb(tags) {
                Some(Tag::Base) if pos.is(Pos::BASE) && (object_follows || !is_noun) => Tag::Base,
                _ if is_noun => Tag::Noun,
                _ if pos.is(Pos::BASE) => Tag::Base,
                _ => Tag::Adj,
            },
            _ if is_noun && !object_follows => Tag::Noun,
            _ if pos.is(Pos::ADJ) => Tag::Adj,
            _ if pos.is(Pos::PRES) => Tag::Pres,
            _ => Tag::Base,
        }
    }

    pub(super) fn past_name(&self, at: usize) -> usize {
        (at..self.end).find(|&it| !self.words[it].is_capital()).unwrap_or(at)
    }

    /// Whether a full stop stands at `at`, or nothing.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        at >= self.end || self.is(at, ".")
    }

    fn takes_clause(&self, at: usize, pos: Pos) -> bool {
        self.frames(at).is(Frames::CLAUSAL) || !pos.is(Pos::NOUN)
    }

    /// Whether a form that may be a plural or a third person, as *reports*, is the noun here.
    fn is_noun_in_s(&self, at: usize, before: Tag, next: Next, object_follows: bool, tags: &[Tag]) -> bool {
        // *crab catches will fall*
        if self.is_counted(at, tags)
            // *coal states dig in*; not *the law states that*
            || before == Tag::Noun && self.is(at, "states") && !self.words[at - 1].is(Class::DocumentNoun) && !next.pos.is(Pos::THAT)
            || self.opens_relative(next.at)
            || before == Tag::Noun && next.pos.is(Pos::MODAL) && !next.pos.is(Pos::PRON)
        {
            return true;
        }
        // *court documents show*, *court documents seen by the paper*
        if self.words[at].is(Class::DocumentNoun)
            && (next.pos.is(Pos::BASE) && self.frames(next.at).is(Frames::SHOW) || next.pos == Pos::PART)
        {
            return true;
        }
        let is_verb = object_follows && !next.pos.is(AUXILIARY)
            // *a bridge that Lee hopes will stand*
            || before == Tag::Name && self.is_gapped(at, next, tags);
        !is_verb
            && (next.pos.is(FINITE.or(AUXILIARY).or(Pos::COORD))
                || next.pos.is(Pos::PREP) && before != Tag::Name
                // *3.5 percentage points*
                || at > 1 && before == Tag::Noun && self.words[at - 2].shape == Shape::Number
                || next.pos == Pos::NONE && !self.closes_with_speech(at, tags)
                || matches!(before, Tag::Comma | Tag::Coord | Tag::That | Tag::Num))
    }

    /// *four Kremlin guards*: behind a word for several and what stands between.
    fn is_counted(&self, at: usize, tags: &[Tag]) -> bool {
        const SEVERAL: &str = "two three four five six seven eight nine ten dozen several some many few";
        let between = |it: &&Tag| matches!(it, Tag::Adj | Tag::Noun | Tag::Name);
        let run = tags.iter().rev().take(4).take_while(between).count();
        run > 0
            && at > run
            && !self.words[at - 1].possessive
            && self.pos(at - run - 1).is(Pos::NUMBER.or(Pos::DET))
            && self.is_any(at - run - 1, SEVERAL)
    }

    /// *officials claim that*: the present of a plural.
    fn is_said_of_many(&self, at: usize, pos: Pos, next: Next, object_follows: bool, tags: &[Tag]) -> bool {
        if !pos.is(Pos::NOUN.or(Pos::ADJ)) {
            return true;
        }
        let adverbs = tags.iter().rev().take_while(|it| **it == Tag::Adv).take(2).count();
        // *some, however, question the toll*
        let is_comma = |it: usize| at > it && self.words[at - it].has_key(COMMA);
        if object_follows && is_comma(1) && is_comma(3) {
            return self.is_plural_before(at - 3);
        }
        let subject = &tags[..tags.len() - adverbs];
        let is_plural = || self.is_plural_before(at - adverbs) || self.is_plural_head(at - adverbs, subject);
        // *China and Russia support the plan*, *cities that support the plan*; not *groups that claim the land*
        if object_follows
            && !self.is(at, "claim")
            && !next.pos.is(Pos::TO)
            && (self.is_joint(at - adverbs, subject)
                || subject.ends_with(&[Tag::Noun, Tag::That]) && self.is_plural_before(at - adverbs - 1))
        {
            return true;
        }
        let goes_on = || {
            object_follows
                || next.pos.is(Pos::PREP.or(Pos::SUBORD))
                || next.pos == Pos::NONE && self.closes_with_speech(at, tags)
                // *figures show voters want it*
                || self.is(at, "show") && self.words[at - 1].is(Class::DocumentNoun) && self.pos(at + 2).is(VERB.or(AUXILIARY))
                // *a bridge that officials hope will stand*
                || self.is_gapped(at, next, subject)
                // *records show nine people died*
                || self.frames(at).is(Frames::SHOW) && self.is_number(next.at)
        };
        next.pos.is(Pos::THAT) && self.takes_clause(at, pos) && self.is_behind_relative(at, tags)
            || is_plural() && goes_on()
    }

    fn past(&self, at: usize, before: Tag, pos: Pos, next: Pos, tags: &[Tag]) -> Tag {
        if !pos.is(Pos::PAST) {
            return Tag::Part;
        }
        if !pos.is(Pos::PART) {
            return if pos.is(Pos::NOUN) && matches!(before, Tag::Det | Tag::Adj) { Tag::Noun } else { Tag::Past };
        }
        let by_follows = at + 1 < self.end
            && self.words[at + 1].has_key(BY)
            && self.is(at + 1, "by")
            && !self.frames(at).is(Frames::SAY);
        match before {
            // *an official, not allowed to speak, said*
            _ if tags.last() == Some(&Tag::Not) && !self.is(at - 1, "never") => Tag::Part,
            // *the 32-year-old said*, *“No,” one remarked.*
            Tag::Num if self.is(at, "said") || self.frames(at).is(Frames::SAY) && next == Pos::NONE => Tag::Past,
            Tag::Det | Tag::Prep | Tag::Adj | Tag::Num if next.is(NOMINAL_MODIFIER) || next == Pos::NONE => Tag::Adj,
            Tag::Noun | Tag::Name if by_follows => Tag::Part,
            Tag::Comma if by_follows || self.is(at, "asked") && self.is_aside(at) || self.is_between(at) => Tag::Part,
            // *Behind it all, retired officials said*
            Tag::Comma | Tag::Other | Tag::Quoted if self.opens_person(at + 1) && self.frames(at) == Frames::NONE => {
                Tag::Adj
            }
            // *“No,” retired Air Force general Ann Lee said*
            Tag::Quoted if self.frames(at) == Frames::NONE && self.opens_person(self.past_name(at + 1)) => Tag::Adj,
            Tag::Coord => {
                // *is feared and hated*, *said and did*, *has praised her and offered to go*.
                let earlier = earlier_verb(tags).filter(|_| !is_perfect(tags));
                let reports = self.frames(at).is(Frames::CLAUSAL) && next.is(Pos::THAT.or(Pos::PRON).or(Pos::DET));
                if earlier == Some(Tag::Part) && !reports { Tag::Part } else { Tag::Past }
            }
            // *Leaked letters showed*
            Tag::Other if next.is(Pos::NOUN) && self.pos(at + 2).is(FINITE) && self.frames(at + 2).is(Frames::SHOW) => {
                Tag::Adj
            }
            Tag::Other | Tag::Subord if !next.is(Pos::PRON) => Tag::Part,
            // *when asked*
            Tag::Wh if tags.last() == Some(&Tag::Wh) && self.is_adverbial(at - 1) && !next.is(Pos::PRON) => Tag::Part,
            Tag::Past | Tag::Pres | Tag::Base | Tag::Part if next.is(NOMINAL_MODIFIER) => Tag::Adj,
            // *what he said improved after it*
            Tag::Past | Tag::Pres | Tag::Base if self.frames(at - 1).is(Frames::SAY) => Tag::Past,
            // *felt betrayed*
            Tag::Past | Tag::Pres | Tag::Base | Tag::Part if !self.frames(at).is(Frames::CLAUSAL) => Tag::Part,
            _ => Tag::Past,
        }
    }

    /// *Lee, asked whether it was closed, said*: behind the next comma stands a verb that reports.
    fn is_aside(&self, at: usize) -> bool {
        let mut commas = (at..self.end.min(at + 24)).filter(|&it| self.words[it].has_key(COMMA));
        commas.any(|it| self.pos(it + 1).is(FINITE) && self.frames(it + 1) != Frames::NONE)
    }

    /// *a boat, left alone, may sink*: right behind the next comma stands an auxiliary.
    fn is_between(&self, at: usize) -> bool {
        let comma = (at..self.end.min(at + 12)).find(|&it| self.words[it].has_key(COMMA));
        // *a group, called the Lamps, was …* only has a name.
        let is_named = |end: usize| self.frames(at).is(Frames::CALL) && !(at..end).any(|it| self.words[it].has_key(BY));
        let is_aside = |it: usize| self.pos(it + 1).is(AUXILIARY) && !is_named(it);
        comma.is_some_and(is_aside) && !self.frames(at).is(Frames::CLAUSAL)
    }

    /// *The road is closed, the paper reports.*
    fn closes_with_speech(&self, at: usize, tags: &[Tag]) -> bool {
        self.frames(at).is(Frames::SAY.or(Frames::SHOW))
            && tags.iter().rev().take(16).any(|it| matches!(it, Tag::Comma | Tag::Quoted))
    }

    /// *when*, *how*: no subject, as *who* is.
    fn is_adverbial(&self, at: usize) -> bool {
        !self.pos(at).is(Pos::REL.or(Pos::PRON).or(Pos::DET))
    }

    fn is_plural_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let token = &self.document[self.document.tokens()[before].span];
        // *a media figure*, *a Las Vegas rally*
        let names = (0..before).rev().take(3).take_while(|&it| self.words[it].is_capital()).count();
        if before > names && self.words[before - names - 1].has_key(A) {
            return false;
        }
        let irregular = [
            "people", "police", "men", "women", "children", "many", "some", "others", "half", "percent", "%", "media",
            "data", "Data", "those", "Those",
        ];
        token.ends_with('s') && !token.ends_with("ss")
            || irregular.contains(&token)
            || self.words[before].shape == Shape::Number
    }

    /// Whether the pronoun before holds *is* or stands behind it.
    fn is_asserted(&self, at: usize, tags: &[Tag]) -> bool {
        let adverbs = tags.iter().rev().take(3).take_while(|it| matches!(it, Tag::Adv | Tag::Not)).count();
        let pronoun = tags.len() - adverbs;
        self.words[at - adverbs - 1].is_contracted() || tags[..pronoun].ends_with(&[Tag::Be, Tag::Pron])
    }

    /// *that Lee hopes will*, *which officials say is*: between a relative pronoun and an auxiliary.
    fn is_gapped(&self, at: usize, next: Next, subject: &[Tag]) -> bool {
        let in_phrase = |it: &&Tag| matches!(it, Tag::Det | Tag::Adj | Tag::Noun | Tag::Name | Tag::Coord);
        let phrase = subject.iter().rev().take(6).take_while(in_phrase).count();
        phrase > 0
            && next.pos.is(AUXILIARY)
            && self.frames(at).is(Frames::CLAUSAL)
            && matches!(subject[..subject.len() - phrase].last(), Some(Tag::That | Tag::Wh))
    }

    /// *Ann Lee and Rae*: two names before `at`.
    fn is_joint(&self, at: usize, before: &[Tag]) -> bool {
        let names = before.iter().rev().take(4).take_while(|it| **it == Tag::Name).count();
        let rest = &before[..before.len() - names];
        names > 0 && rest.ends_with(&[Tag::Name, Tag::Coord]) && self.is(at - names - 1, "and")
    }

    fn is_compound(&self, at: usize) -> bool {
        self.words[at].frames == Frames::NONE
            && self.document[self.document.tokens()[at].span].bytes().position(|it| it == b'-').is_some_and(|it| it > 3)
    }

    fn opens_person(&self, at: usize) -> bool {
        let people = [Class::PersonNoun, Class::OfficeNoun, Class::CollectiveNoun];
        at < self.end && self.words[at].classes.has_any(&people)
    }

    /// *Acting police chief Ann Lee*, *Housing minister*, *where visiting officials say*: an office
    /// that has no article, or people who speak.
    fn modifies_person(&self, at: usize, before: Tag) -> bool {
        let is_noun = |it: usize| self.pos(it).is(Pos::NOUN) && !self.pos(it).is(VERB);
        let noun = at + 1 + usize::from(is_noun(at + 1) && self.opens_person(at + 2));
        // *Praising mayor Ann Lee*
        let acts = Frames::SAY.or(Frames::TELL).or(Frames::CALL).or(Frames::JUDGE);
        if !self.opens_person(noun) || self.frames(at).is(acts) {
            return false;
        }
        if self.words[noun].is(Class::Plural) {
            let speak = if before == Tag::Wh { FINITE.or(Pos::BASE) } else { FINITE };
            return self.pos(noun + 1).is(speak) && self.frames(noun + 1).is(Frames::SAY);
        }
        let has_name = noun + 1 < self.end && self.words[noun + 1].is_capital();
        before == Tag::Other && (has_name || self.words[noun].is(Class::OfficeNoun))
    }

    /// *people who met them recall*: behind a relative clause that has its verb, where nothing else has one.
    fn is_behind_relative(&self, at: usize, tags: &[Tag]) -> bool {
        let from = tags.len().saturating_sub(24);
        let Some(wh) = tags[from..].iter().rposition(|it| *it == Tag::Wh).map(|it| it + from) else { return false };
        let (before, clause) = tags.split_at(wh);
        clause.iter().any(|it| it.is_verb())
            && !before.iter().rev().take(24).any(|it| it.is_verb())
            && self.is_plural_before(at - clause.len())
    }

    /// *members of the council say*: a plural before the phrase that ends at `at`.
    fn is_plural_head(&self, at: usize, before: &[Tag]) -> bool {
        let in_phrase = |it: &&Tag| matches!(it, Tag::Det | Tag::Adj | Tag::Noun | Tag::Name | Tag::Num);
        // *figures released by the council on Monday show*
        let dated = if before.ends_with(&[Tag::Prep, Tag::Time]) { 2 } else { 0 };
        let (before, at) = (&before[..before.len() - dated], at - dated);
        let phrase = before.iter().rev().take(5).take_while(in_phrase).count();
        let prep = before.len().checked_sub(phrase + 1).filter(|&it| before[it] == Tag::Prep);
        // *says at a market stop*
        let prep = prep.filter(|&it| it == 0 || before[it - 1] != Tag::Pres);
        // *people close to the council say*, *papers seen by the council show*
        let is_quality = |it: usize| before[it] == Tag::Part || self.is(at - phrase - 2, "close");
        prep.is_some_and(|it| self.is_plural_before(at - phrase - 1 - usize::from(it > 0 && is_quality(it - 1))))
    }

    /// *the island protests that began in May*: a verb right behind *that*.
    fn opens_relative(&self, that: usize) -> bool {
        let behind = self.pos(that + 1);
        self.pos(that).is(Pos::THAT) && behind.is(Pos::PAST) && !behind.is(Pos::NOUN.or(Pos::ADJ).or(AUXILIARY))
    }
}

/// What a word is that can be a verb and is none.
fn nominal(pos: Pos) -> Tag {
    if pos.is(Pos::NOUN) { Tag::Noun } else { Tag::Adj }
}
