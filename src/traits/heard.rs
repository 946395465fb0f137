//! Who answers an accusation: the accused, somebody for them, or nobody.

use std::ops::Range;

use crate::ling::{Annotated, Attribution, Class, Classes, KeyIndex, Shape, SourceKind, Word, key, keys_of};
use crate::text::Span;

use super::accusing::{Accusation, List, is_in, is_of};
use super::party::{Party, THEY, called, is_she};
use super::reply;
use super::shared;
use super::sourcing::{Backing, is_any, told_by, word};
use super::stating::states;
use super::subject::{
    LINKS, LONGEST_SUBJECT, Subject, cued, denies, is_head, is_key, is_name_of_somebody, keys, last_of, pronoun, speaks,
};

/// How the accused is heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    #[default]
    None,
    /// Somebody may be speaking for the accused.
    Unclear,
    /// Was asked, and gave none: would not comment, or could not be reached.
    Silent,
    /// Speaks in the text, if not to the charge.
    Speaks,
    /// Denies, or answers.
    Replies,
}

/// *the firm*, whatever the accused is called.
const FIRMS: [u32; 2] = keys_of(["company", "firm"]);

const PEOPLE: [Class; 4] = [Class::PersonNoun, Class::OfficeNoun, Class::KinNoun, Class::SourceNoun];

/// How much of a sentence is read for names.
const LONGEST: usize = 60;

/// Sentences behind an accusation in which an answer needs no name.
const SOON: usize = 3;

/// Who answers and speaks in an article that accuses.
pub(super) struct Heard {
    /// In order.
    replies: Vec<Reply>,
    /// By the words by which a speaker is known, the first reply.
    repliers: KeyIndex,
    /// The same of the first attribution.
    speakers: KeyIndex,
    /// Where the last of those begins who speak for somebody: *her lawyer*.
    last_aide: usize,
}

/// A denial, a comment or a refusal.
struct Reply {
    place: Span,
    sentence: usize,
    subject: Subject,
    gives: Gives,
}

/// What a reply gives, the surest first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gives {
    Answer,
    /// *did not return a call*
    Silence,
    /// Only the accused answers with it: *defended the plan*.
    Perhaps,
}

/// Whose the words of a subject are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    TheirOwn,
    Unclear,
    /// Of somebody else who is named.
    Others,
    /// Of nobody in particular: *the calls went unanswered*.
    Nobodys,
}

impl Heard {
    pub(super) fn of(text: Annotated<'_>) -> Self {
        // *the firm’s director*
        let is_of_body = |at: usize| text.words[at].possessive && is_of(text.words[at].key, List::Bodies);
        let is_aide = |at: usize| is_in(text, at, List::Aides) || is_of_body(at);
        let mut heard = Self {
            replies: replies(text),
            repliers: KeyIndex::default(),
            speakers: KeyIndex::default(),
            last_aide: last_of(text, &is_aide),
        };
        // Those that are surely an answer go first.
        for gives in [Gives::Answer, Gives::Silence, Gives::Perhaps] {
            for (number, it) in heard.replies.iter().enumerate().filter(|it| it.1.gives == gives) {
                let known = opening(text, it).unwrap_or(it.subject.tokens.clone());
                known.filter(|&at| is_key(text, at)).for_each(|at| {
                    heard.repliers.get_or_insert(text.words[at].key, number);
                });
            }
        }
        for (number, it) in text.attributions.iter().enumerate() {
            let is_known = matches!(it.kind, SourceKind::Named | SourceKind::Institution | SourceKind::Role);
            for tokens in it.source.iter().map(|it| text.document.tokens_in(*it)) {
                let tokens = tokens.take(LONGEST_SUBJECT);
                if is_known || tokens.clone().any(|at| speaks(text, at)) {
                    tokens.filter(|&at| is_key(text, at)).for_each(|at| {
                        heard.speakers.get_or_insert(text.words[at].key, number);
                    });
                }
            }
        }
        heard
    }

    /// How whoever these tokens name is heard on what this span accuses them of, and where.
    pub(super) fn answer(&self, text: Annotated<'_>, span: Span, accused: &Range<usize>) -> (Answer, Option<Span>) {
        let case = Case::new(text, span, accused.clone());
        let (mut may_be, mut silence) = (false, None);
        for it in self.replies_near(&case) {
            match (case.whose(&it.subject, it.sentence, true), it.gives) {
                (Whose::TheirOwn, Gives::Answer) => return (Answer::Replies, Some(it.place)),
                (Whose::TheirOwn, Gives::Silence) => silence = silence.or(Some(it.place)),
                (Whose::Others, Gives::Answer | Gives::Silence) => {}
                _ => may_be = true,
            }
        }
        let is_own = |it: &Subject| case.is_named_in(it) == Some(true);
        for it in case.own.iter().filter_map(|&it| self.repliers.get(it)).map(|it| &self.replies[it]) {
            let opens = || opening(text, it).is_some_and(|tokens| is_own(&Subject { tokens, is_phrase: true }));
            if it.gives != Gives::Perhaps && (is_own(&it.subject) || opens()) {
                if it.gives == Gives::Answer {
                    return (Answer::Replies, Some(it.place));
                }
                silence = silence.or(Some(it.place));
            }
            may_be |= it.place.start() > span.end();
        }
        if silence.is_some() {
            return (Answer::Silent, silence);
        }
        let (speech, may_speak) = case.spoken();
        if let Some(it) = speech {
            return (if denies(text, it) { Answer::Replies } else { Answer::Speaks }, told_by(text, it));
        }
        for it in case.own.iter().filter_map(|&it| self.speakers.get(it)).map(|it| &text.attributions[it]) {
            let is_own = Subject::of(text, it).is_some_and(|it| is_own(&it));
            match told_by(text, it).filter(|it| is_own && !it.overlaps(span)) {
                Some(place) => return (Answer::Speaks, Some(place)),
                None => may_be = true,
            }
        }
        // *the mayor*, *the firm* far behind
        may_be |= case.other_names().iter().any(|&key| {
            let reply = self.repliers.get(key).is_some_and(|it| self.replies[it].place.start() > span.end());
            reply || self.speakers.get(key).is_some_and(|it| text.attributions[it].cue[0].start() > span.end())
        });
        may_be |= may_speak || self.last_aide > span.end();
        (if may_be { Answer::Unclear } else { Answer::None }, None)
    }

    /// The replies soon behind the accusation.
    fn replies_near(&self, case: &Case<'_>) -> impl Iterator<Item = &Reply> {
        /// So many are looked at.
        const MOST: usize = 12;
        let (here, end) = (case.here, case.span.start());
        let first = self.replies.partition_point(|it| it.sentence < here);
        let soon = self.replies[first..].iter().take(MOST).take_while(move |it| it.sentence <= here + SOON);
        soon.filter(move |it| it.place.start() >= end)
    }
}

/// Who is accused of something, and where.
struct Case<'r> {
    text: Annotated<'r>,
    span: Span,
    accused: Range<usize>,
    here: usize,
    /// The words by which the accused is known.
    own: Vec<u64>,
    /// What the accused is besides: *the mayor*, of Mayor Tom Arlen.
    roles: Vec<u64>,
    party: Party,
    /// Who accuses, and the words by which they are known.
    by: Option<Party>,
    others: Vec<u64>,
}

impl<'r> Case<'r> {
    fn new(text: Annotated<'r>, span: Span, accused: Range<usize>) -> Self {
        let here = text.document.sentences_in(span).start;
        let sentence = &text.document.sentences()[here].tokens;
        let by = cued(text, span).or_else(|| cued(text, *Backing::of(text).behind(span)?.cue.first()?));
        let source = by.and_then(|it| Subject::of(text, &text.attributions[it])).map(|it| it.tokens);
        let source = source.or_else(|| agent(text, text.document.tokens_in(span).end..sentence.end));
        let others = source.as_ref().map_or_else(Vec::new, |it| {
            // *nurses at the hospital*, *the firm’s drivers*
            let end = it.clone().find(|&at| is_any(text, at, LINKS)).unwrap_or(it.end);
            let start =
                it.clone().rev().find(|&at| at < end && text.words[at].possessive).map_or(it.start, |at| at + 1);
            if start < end { keys(text, &(start..end)) } else { Vec::new() }
        });
        let by = source.map(|it| Party::accusing(text, it));
        let (mut own, mut roles) = called(text, &accused, sentence.end);
        let party = Party::accused(text, &accused);
        if party.are_many {
            own.push(key(&[word(text, accused.end - 1), "s"].concat()));
            roles.push(key("couple"));
        }
        Self { own, roles, party, by, others, text, span, accused, here }
    }

    /// What else the accused may be called.
    fn other_names(&self) -> Vec<u64> {
        let mut names = self.roles.clone();
        if self.text.words[self.accused.end - 1].is_capital() && self.party.is_body != Some(false) {
            names.extend(["company", "firm"].map(key));
        }
        names
    }

    /// Whether the subject has the name of the accused: as who speaks, or only in it.
    fn is_named_in(&self, subject: &Subject) -> Option<bool> {
        let text = self.text;
        // *Tarn School* may be *the school*, *Young* is no *young trader*.
        let last = text.words[self.accused.end - 1];
        let is_name = last.is_capital() && !is_of(last.key, List::Bodies);
        let tokens = || subject.tokens.clone().take(LONGEST_SUBJECT);
        let end = tokens().take_while(|&at| !subject.is_phrase || !is_any(text, at, LINKS)).count();
        let is_known = |at: usize| {
            let word = text.words[at];
            let is_named = |it: usize| text.words[it].is_capital() && !self.own.contains(&text.words[it].key);
            // *Tom Lee*, *Joan Arlen* are not Tom Arlen.
            let is_first = |it: usize| {
                is_named(it) && !text.words[it].classes.has_any(&[Class::Title, Class::OfficeNoun, Class::Determiner])
            };
            // *Velia council* is not the council of Tarn.
            let is_town = |it: usize| {
                is_first(it) && text.words[it].classes.has_any(&[Class::Demonym, Class::Place])
                    || is_first(it) && text.words[it].classes == Classes::default()
            };
            let has_town = || !is_name && text.words[self.accused.clone()].iter().any(Word::is_capital);
            self.own.contains(&word.key)
                && !(at > subject.tokens.start && is_town(at - 1) && has_town())
                && (!is_name || word.is_capital() && !(at + 1 < subject.tokens.end && is_named(at + 1)))
                && !(is_name && self.accused.len() > 1 && at > subject.tokens.start && is_first(at - 1))
        };
        // *the mayor*, not *the mayor of Tarn*, *the mayor who left*, *the mayor’s aunt*
        let is_role = |at: usize| {
            at > 0
                && self.roles.contains(&text.words[at].key)
                && is_any(text, at - 1, "the")
                && !is_any(text, at + 1, LINKS)
                && !text.words.get(at + 1).is_some_and(|_| word(text, at + 1).ends_with("ing"))
                && !tokens().any(|it| is_name_of_somebody(text, it))
        };
        let leads = || tokens().any(|at| speaks(text, at));
        let is_one = |at: usize| {
            is_known(at)
                && !text.words[at].possessive
                && (!subject.is_phrase && is_name || is_head(text, subject.tokens.end, at))
                || is_role(at) && !text.words[at].possessive && is_head(text, subject.tokens.end, at)
        };
        let is_own = tokens().take(end).any(is_one) || tokens().any(|at| is_known(at) || is_role(at)) && leads();
        // *Arlen* is nobody, where Ann Arlen accuses Tom Arlen.
        let is_shared = |at: usize| self.others.contains(&text.words[at].key);
        (is_own || is_name && tokens().any(is_known))
            .then(|| is_own && tokens().any(|at| (is_known(at) || is_role(at)) && !is_shared(at)))
    }

    /// Whose a reply or a statement is, by its subject.
    fn whose(&self, subject: &Subject, sentence: usize, is_reply: bool) -> Whose {
        let text = self.text;
        if let Some(is_own) = self.is_named_in(subject) {
            return if is_own { Whose::TheirOwn } else { Whose::Unclear };
        }
        let tokens = || subject.tokens.clone().take(LONGEST_SUBJECT);
        if subject.is_phrase && tokens().any(|at| self.others.contains(&text.words[at].key)) {
            return Whose::Others;
        }
        let leads = tokens().any(|at| speaks(text, at));
        let is_body = |at: usize| is_in(text, at, List::Bodies) || text.words[at].is(Class::Institution);
        if let Some(at) = pronoun(text, subject) {
            return match text.words[at].is(Class::Possessive) && !leads {
                // *his firm*, *his aunt*
                true if tokens().any(is_body) => Whose::Unclear,
                true => Whose::Nobodys,
                false => self.by_pronoun(at, is_reply),
            };
        }
        // *Arlen*, where it is all; *Officials* are known as no name.
        let is_alone = subject.is_phrase && subject.tokens.len() == 1;
        let is_surname = |at: usize| text.words[at].is_capital() && text.words[at].classes == Classes::default();
        let is_named = |at: usize| is_name_of_somebody(text, at) || is_alone && is_surname(at);
        // *Ann Lee, the director of the zoo*
        let is_elsewhere = |at: usize| at + 1 < subject.tokens.end && is_any(text, at + 1, "of for at");
        let leads = leads && !(tokens().any(is_named) && tokens().all(|at| !speaks(text, at) || is_elsewhere(at)));
        let body = tokens().find(|&at| is_body(at) && is_head(text, subject.tokens.end, at));
        let is_definite = is_any(text, subject.tokens.start, "the");
        if leads || is_definite && body.is_some() && !tokens().any(is_named) {
            let is_lower = !text.words[self.accused.end - 1].is_capital();
            let is_firm = body.is_some_and(|it| text.words[it].is_one_of(&FIRMS));
            let is_it = is_firm || body.is_some_and(|it| self.own.contains(&text.words[it].key));
            // *the firm* behind *Velden Bank*, *the director* behind *the company*
            let is_meant = self.party.is_body == Some(true) && sentence > self.here;
            return match () {
                () if is_meant && (is_it || leads && is_lower && is_definite) => {
                    self.by_pronoun(subject.tokens.start, is_reply || leads)
                }
                () if !leads && !is_reply && self.party.is_body != Some(true) && !is_firm => Whose::Others,
                () => Whose::Unclear,
            };
        }
        // *Nora Vint, his deputy*; *Carver* behind *United*, where nobody accuses Carver.
        let is_near = || {
            const NEAR: usize = 8;
            let holds = |key: &u64| tokens().any(|at| text.words[at].key == *key);
            let is_accused = |it: &Accusation| keys(text, &it.accused).iter().any(holds);
            let all = shared::accusations(text);
            let own = all.partition_point(|it| it.span.start() < self.span.start());
            (self.party.is_body == Some(true) || self.party.is_body.is_none() && self.accused.len() == 1)
                && sentence == self.here + 1
                && !all[own.saturating_sub(NEAR)..].iter().take(2 * NEAR).any(is_accused)
        };
        match tokens().any(is_named) {
            true if is_reply && (tokens().any(|at| text.words[at].is(Class::Possessive)) || is_near()) => {
                Whose::Unclear
            }
            true => Whose::Others,
            false => Whose::Nobodys,
        }
    }

    /// Whose a pronoun is, or *the firm*: theirs, where nobody else was named since.
    fn by_pronoun(&self, at: usize, is_reply: bool) -> Whose {
        let text = self.text;
        if !self.party.may_be(text, at) {
            let may_be = is_any(text, at, THEY) && (is_reply || !self.by.is_some_and(|it| it.are_many));
            return if may_be { Whose::Unclear } else { Whose::Others };
        }
        let is_she = is_she(text, at);
        let sentences = text.document.sentences();
        let end = text.document.tokens_in(self.span).end;
        let rest = sentences[self.here].tokens.end;
        let mut other = None;
        let mut is_near = false;
        for it in (end..at).rev().take(SOON * LONGEST) {
            let (word, place) = (text.words[it], text.document.tokens()[it].span);
            // Behind the sentence that names another.
            if other.is_some_and(|other: usize| it < other) {
                return Whose::Others;
            }
            if self.own.contains(&word.key) && (word.is_capital() || self.party.is_body == Some(true)) {
                is_near = true;
                break;
            }
            let is_noun = || match is_she {
                Some(_) => word.classes.has_any(&PEOPLE) && !word.is(Class::Plural),
                None => word.is(Class::Institution) || is_in(text, it, List::Bodies),
            };
            // *Nora Vint* is no *he*.
            let is_unlike = || is_she.is_some_and(|is_she| text.is_of_woman(it).is_some_and(|it| it != is_she));
            let is_other = is_name_of_somebody(text, it) && !text.is_quoted(place) || it >= rest && is_noun();
            if is_other && !is_unlike() {
                other.get_or_insert_with(|| sentences[text.document.sentences_in(place).start].tokens.start.max(end));
            }
        }
        if other.is_some() {
            return if is_near || other.is_some_and(|it| it < rest) { Whose::Unclear } else { Whose::Others };
        }
        // *“He took it,” she said*
        let unlike = if is_she == Some(true) { "he his" } else { "she her" };
        let rest = end..sentences[text.document.sentences_in(text.document.tokens()[at].span).start].tokens.end;
        let is_unlike = || is_she.is_some() && rest.clone().take(SOON * LONGEST).any(|it| is_any(text, it, unlike));
        let may_be_theirs = || !is_near && self.by.is_some_and(|it| it.may_be(text, at));
        if !is_reply && (may_be_theirs() || is_unlike()) { Whose::Unclear } else { Whose::TheirOwn }
    }

    /// Where the accused, or somebody for them, speaks soon after the accusation, and whether somebody may: *Arlen said*.
    fn spoken(&self) -> (Option<&'r Attribution>, bool) {
        /// Attributions that are looked through.
        const NEAR: usize = 8;
        let (text, end) = (self.text, self.span.end());
        let first = text.attributions.partition_point(|it| it.cue.first().is_some_and(|it| it.start() < end));
        let mut may_be = false;
        for it in text.attributions[first..].iter().take(NEAR) {
            let Some(sentence) = it.cue.first().map(|it| text.document.sentences_in(*it).start) else { continue };
            if sentence > self.here + SOON {
                break;
            }
            let Some((subject, place)) = Subject::of(text, it).zip(told_by(text, it)) else { continue };
            let accuses = it.content.iter().any(|it| it.contains(self.span));
            let is_reply = denies(text, it);
            if it.source[0].start() < end || accuses || !is_reply && !states(text, it) {
                continue;
            }
            // *He said hello*
            let is_bare = subject.tokens.len() == 1 && pronoun(text, &subject).is_some();
            let is_quotation = it.content.iter().any(|it| text.document[*it].contains('“'));
            match self.whose(&subject, sentence, is_reply) {
                Whose::TheirOwn if !text.is_quoted(place) && (is_reply || !is_bare || is_quotation) => {
                    return (Some(it), false);
                }
                Whose::TheirOwn | Whose::Unclear => may_be = true,
                _ => {}
            }
        }
        (None, may_be)
    }
}

/// Who accuses, behind a passive: *by Ann Lee*.
fn agent(text: Annotated<'_>, rest: Range<usize>) -> Option<Range<usize>> {
    let is_word = |at: &usize| text.words[*at].shape != Shape::Punct;
    let end = rest.clone().take(LONGEST_SUBJECT).take_while(is_word).last()? + 1;
    let by = (rest.start..end).rev().find(|&at| is_any(text, at, "by"))?;
    (by + 1 < end).then_some(by + 1..end)
}

/// Where the accused speaks soon after an accusation.
pub(super) fn speech(text: Annotated<'_>, span: Span, accused: &Range<usize>) -> Option<Span> {
    told_by(text, Case::new(text, span, accused.clone()).spoken().0?)
}

fn replies(text: Annotated<'_>) -> Vec<Reply> {
    let sentences = text.document.sentences();
    let all = reply::found(text).map(|(place, kind)| {
        let gives = match kind {
            "answer" => Gives::Perhaps,
            "silence" | "refusal" => Gives::Silence,
            _ => Gives::Answer,
        };
        let sentence = text.document.sentences_in(place).start;
        Reply { place, sentence, subject: Subject::at(text, &sentences[sentence].tokens, place), gives }
    });
    all.collect()
}

/// Who opens the sentence before a reply by *he*.
fn opening(text: Annotated<'_>, reply: &Reply) -> Option<Range<usize>> {
    pronoun(text, &reply.subject)?;
    let sentences = text.document.sentences();
    let before = &sentences[reply.sentence.checked_sub(1)?];
    if before.paragraph != sentences[reply.sentence].paragraph {
        return None;
    }
    let name = before.tokens.clone().take_while(|&at| text.words[at].is_capital()).count();
    let tokens = before.tokens.start..before.tokens.start + name;
    tokens.clone().any(|at| is_key(text, at)).then_some(tokens)
}
