//! A sentence in chunks: noun phrases, verb groups, and the words between them.

use super::lexicon::Class;
use super::tag::Tag;
use super::verb::Frames;
use super::word::{Shape, Word, is_among, key_of, keys_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Without the phrases behind it: *the leader*, of *the leader of the party*.
    Noun,
    Adjective,
    /// Auxiliaries, adverbs and the verb; the form says which.
    Verb(Form),
    Prep,
    Coord,
    Subord,
    That,
    Wh,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Quote,
    Adverb,
    Time,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Finite,
    Infinitive,
    Gerund,
    Participle,
}

/// Tokens `start..end` of the document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    start: u32,
    end: u32,
    head: u32,
    pub(super) kind: Kind,
    /// Of a verb group: *was told*.
    pub(super) passive: bool,
}

impl Chunk {
    pub(super) fn start(&self) -> usize {
        self.start as usize
    }

    pub(super) fn end(&self) -> usize {
        self.end as usize
    }

    /// The last token of a noun phrase's noun or of a verb group's verb.
    pub(super) fn head(&self) -> usize {
        self.head as usize
    }
}

/// A chunk by the tokens of its sentence.
struct Cut {
    kind: Kind,
    start: usize,
    end: usize,
    head: usize,
    passive: bool,
}

impl Cut {
    /// In a sentence that begins at the token `first`.
    fn behind(&self, first: usize) -> Chunk {
        let token = |at: usize| (first + at) as u32;
        let Self { kind, start, end, head, passive } = *self;
        Chunk { start: token(start), end: token(end), head: token(head), kind, passive }
    }
}

/// Adds the chunks of the tokens `first..first + tags.len()`, a sentence.
pub(super) fn chunk(words: &[Word], tags: &[Tag], first: usize, chunks: &mut Vec<Chunk>) {
    let before = chunks.len();
    let cutter = Cutter { words: &words[first..], tags };
    let mut at = 0;
    while let Some(&tag) = tags.get(at) {
        if let Some(kind) = alone(tag) {
            chunks.push(Cut { kind, start: at, end: at + 1, head: at, passive: false }.behind(first));
            at += 1;
            continue;
        }
        let chunk = cutter.cut(at, tag);
        at = chunk.end;
        if chunk.kind == Kind::Verb(Form::Finite) && is_said_of_time(words, &chunks[before..]) {
            chunks.last_mut().expect("a time ends the chunks").kind = Kind::Noun;
        }
        chunks.push(chunk.behind(first));
    }
}

/// What a token is that no chunk holds others with: found in a table, for half of the chunks come by here.
fn alone(tag: Tag) -> Option<Kind> {
    Some(match tag {
        Tag::Prep => Kind::Prep,
        Tag::Coord => Kind::Coord,
        Tag::Subord => Kind::Subord,
        Tag::That => Kind::That,
        Tag::Wh => Kind::Wh,
        Tag::Comma => Kind::Comma,
        Tag::Colon => Kind::Colon,
        Tag::Semicolon => Kind::Semicolon,
        Tag::Dash => Kind::Dash,
        Tag::Pron => Kind::Noun,
        Tag::Close | Tag::Other => Kind::Other,
        _ => return None,
    })
}

/// *Lee said this year [was]*, *she told the court the week [had been]*: a time that is the subject of the verb to
/// come; not *what Lee said on Monday [was]*, *what Lee said Monday [was]*.
fn is_said_of_time(words: &[Word], chunks: &[Chunk]) -> bool {
    let says = |verb: &Chunk, frames| matches!(verb.kind, Kind::Verb(_)) && words[verb.head()].frames.is(frames);
    let opens = match chunks {
        [.., verb, Chunk { kind: Kind::Time, .. }] if says(verb, Frames::SAY.or(Frames::THINK)) => chunks.len() - 2,
        [.., verb, Chunk { kind: Kind::Noun, .. }, Chunk { kind: Kind::Time, .. }] if says(verb, Frames::TELL) => {
            chunks.len() - 3
        }
        _ => return false,
    };
    !chunks[opens.saturating_sub(3)..opens].iter().any(|it| it.kind == Kind::Wh)
}

/// The longest bracket that rides on a noun phrase: *(D-Calif.)*.
const LONGEST_BRACKET: usize = 12;
/// The longest quotation inside a noun phrase: *a “new media” journalist*.
const LONGEST_SCARE: usize = 6;

struct Cutter<'t> {
    /// From the first of the sentence on.
    words: &'t [Word],
    tags: &'t [Tag],
}

/// Nouns of those who speak.
pub(super) const SOMEBODY: [Class; 5] =
    [Class::PersonNoun, Class::CollectiveNoun, Class::OfficeNoun, Class::KinNoun, Class::Institution];
const LAST: [u32; 3] = keys_of(["last", "this", "next"]);
const BEING: u32 = key_of("being");
const HAVING: u32 = key_of("having");
const DOING: u32 = key_of("doing");

impl Cutter<'_> {
    fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::Other)
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.words[at].possessive
    }

    /// *he’s*, *they’re*; not *they’ve*.
    fn ends_in_be(&self, at: Option<usize>) -> bool {
        at.is_some_and(|it| self.words[it].possessive || self.words[it].pos.is(super::pos::Pos::BE))
    }

    fn cut(&self, at: usize, tag: Tag) -> Cut {
        let one = |kind| Cut { kind, start: at, end: at + 1, head: at, passive: false };
        // No jump by the tag, which nothing foretells.
        if matches!(tag, Tag::Noun | Tag::Name | Tag::Num | Tag::Det | Tag::Adj) {
            return self.noun(at);
        }
        if tag.is_verb() || tag.is_auxiliary() || matches!(tag, Tag::To | Tag::Not) {
            return self.verb(at);
        }
        match tag {
            Tag::Quoted => {
                let end = (at..self.tags.len()).find(|&it| self.tag(it) != Tag::Quoted).unwrap_or(self.tags.len());
                Cut { end, ..one(Kind::Quote) }
            }
            Tag::Open => Cut { end: self.past_bracket(at).unwrap_or(at + 1), ..one(Kind::Other) },
            Tag::Time => self.time(at),
            Tag::Adv => match self.past_adverbs(at) {
                next if self.tag(next).is_verb() || self.tag(next).is_auxiliary() || self.tag(next) == Tag::To => {
                    self.verb(at)
                }
                next if matches!(self.tag(next), Tag::Adj | Tag::Num) && next < self.tags.len() => self.noun(at),
                next if self.tag(next) == Tag::Det && self.limits(at) => self.noun(at),
                next => Cut { end: next.max(at + 1), ..one(Kind::Adverb) },
            },
            _ => one(Kind::Other),
        }
    }

    /// *nearly a third*, *even the mayor*, *too much*, *more than a dozen*; not *now the mayor*.
    fn limits(&self, at: usize) -> bool {
        const LIMITS: [u32; 14] = keys_of([
            "almost", "at", "even", "fewer", "just", "least", "less", "more", "most", "nearly", "only", "roughly",
            "than", "too",
        ]);
        is_among(self.words[at].key, &LIMITS)
    }

    fn past_adverbs(&self, at: usize) -> usize {
        (at..self.tags.len().min(at + 4)).find(|&it| !matches!(self.tag(it), Tag::Adv | Tag::Not)).unwrap_or(at + 1)
    }

    /// Behind the bracket that opens at `at`, if it closes soon.
    fn past_bracket(&self, at: usize) -> Option<usize> {
        let last = self.tags.len().min(at + LONGEST_BRACKET);
        (at + 1..last).find(|&it| self.tag(it) == Tag::Close).map(|it| it + 1)
    }

    /// *Monday*, *last week*, *Tuesday night*.
    fn time(&self, at: usize) -> Cut {
        let mut end = at + 1;
        while matches!(self.tag(end), Tag::Time) || self.is_day(end) {
            end += 1;
        }
        let modifies = self.is_possessive(end - 1)
            || matches!(self.tag(end), Tag::Noun | Tag::Name) && !self.is_somebody_behind_time(at, end);
        if modifies && end < self.tags.len() && !matches!(self.tag(end - 1), Tag::Num) {
            let noun = self.noun(end);
            return Cut { start: at, ..noun };
        }
        Cut { kind: Kind::Time, start: at, end, head: end - 1, passive: false }
    }

    /// Whether a subject begins at `end`, behind a time from `at`: *on Monday traders said*, *last week Ann Lee said*;
    /// not *Sunday Times*.
    fn is_somebody_behind_time(&self, at: usize, end: usize) -> bool {
        const WHEN: [u32; 3] = keys_of(["in", "on", "since"]);
        let word = |at: usize| &self.words[at];
        let is_dated = at > 0 && is_among(word(at - 1).key, &WHEN);
        match self.tag(end) {
            Tag::Name => is_dated || !word(end - 1).classes.has_any(&[Class::Weekday, Class::Month]),
            _ => word(end).classes.has_any(&SOMEBODY),
        }
    }

    /// *May 12*; not *last week one clerk*.
    fn is_day(&self, at: usize) -> bool {
        at > 0 && self.tag(at - 1) == Tag::Time && self.tag(at) == Tag::Num && self.words[at].shape == Shape::Number
    }

    fn noun(&self, at: usize) -> Cut {
        let mut head = None;
        let mut is_time = false;
        let mut end = at;
        while end < self.tags.len() {
            let after_possessive = || end > at && self.is_possessive(end - 1);
            let tag = self.tag(end);
            // Most that stand in a noun phrase or behind one.
            if !is_time && matches!(tag, Tag::Noun | Tag::Name) && !(end > at && self.tag(end - 1) == Tag::Num) {
                head = Some(end);
                end += 1;
                continue;
            }
            if head.is_none() && !is_time && matches!(tag, Tag::Det | Tag::Adj) {
                end += 1;
                continue;
            }
            if tag.is_auxiliary() || matches!(tag, Tag::Prep | Tag::To | Tag::Past | Tag::Pres | Tag::Base | Tag::Other)
            {
                break;
            }
            match tag {
                // *is sure [she left]*
                Tag::Pron
                    if end > at
                        && self.words[end].pos.is(super::pos::Pos::SUBJECT)
                        && self.tag(end - 1) == Tag::Adj =>
                {
                    break;
                }
                Tag::Pron if head.is_none() => {
                    head = Some(end);
                    end += 1;
                    break;
                }
                Tag::Det if head.is_some() && end > at && !after_possessive() => break,
                // *the council last week*
                Tag::Adj if head.is_some() && self.tag(end + 1) == Tag::Time => break,
                // *two days later traders said*
                Tag::Adj if is_time && !after_possessive() => break,
                Tag::Det | Tag::Adj => is_time = false,
                // *last week one clerk said*
                Tag::Num if is_time && !self.is_day(end) => break,
                // *the $20 million experts say it cost*
                Tag::Noun if self.is_person_behind_money(at, end) => break,
                // *last week Lyria voted*, *this year critics said*
                Tag::Noun | Tag::Name
                    if is_time && !after_possessive() && self.words[at].is_one_of(&LAST) && self.opens_subject(end) =>
                {
                    break;
                }
                Tag::Noun | Tag::Name | Tag::Num => {
                    head = Some(end);
                    is_time = false;
                }
                // *last week*, *two weeks*
                Tag::Time if head.is_none() || after_possessive() || self.tag(end - 1) == Tag::Num => {
                    head = Some(end);
                    is_time = true;
                }
                Tag::Quoted => match self.past_scare(end) {
                    Some(next) if end > at => end = next - 1,
                    _ => break,
                },
                Tag::Open if head.is_some() => match self.past_bracket(end) {
                    Some(next) => {
                        end = next;
                        break;
                    }
                    None => break,
                },
                _ if self.is_before_noun(at, end, head.is_some()) => {}
                _ => break,
            }
            end += 1;
        }
        // An adjective with no noun behind it.
        let end = end.max(at + 1);
        let is_plain_adjective = head.is_none() && (at..end).all(|it| self.tag(it) != Tag::Det);
        let kind = match head {
            _ if is_plain_adjective => Kind::Adjective,
            Some(_) if is_time => Kind::Time,
            _ => Kind::Noun,
        };
        Cut { kind, start: at, end, head: head.unwrap_or(end - 1), passive: false }
    }

    /// Whether the word at `end` of a phrase from `at` belongs to a noun to come: *a very old*, *the closed road*,
    /// *old, tired*.
    fn is_before_noun(&self, at: usize, end: usize, has_head: bool) -> bool {
        let next = self.tag(end + 1);
        match self.tag(end) {
            Tag::Time => matches!(next, Tag::Noun | Tag::Name),
            _ if has_head => false,
            Tag::Adv => match self.tag(self.past_adverbs(end)) {
                Tag::Adj | Tag::Num | Tag::Noun => true,
                Tag::Det => self.limits(end),
                // *a visibly shaken clerk*
                Tag::Part => end > at && self.tag(self.past_adverbs(end) + 1) == Tag::Noun,
                _ => false,
            },
            Tag::Ger | Tag::Part => end > at && matches!(next, Tag::Noun | Tag::Name | Tag::Adj),
            Tag::Comma => {
                matches!(self.tag(end - 1), Tag::Adj | Tag::Part)
                    // *The deal is dead, two officials said*
                    && !(end == at + 1 && at > 0 && self.tag(at - 1) == Tag::Be)
                    && (next == Tag::Adj || self.is_age(end + 1))
            }
            // *early and at least two clerks*
            Tag::Coord if next == Tag::Adv && self.limits(end + 1) => false,
            Tag::Coord => end > at && self.tag(end - 1) == Tag::Adj && matches!(next, Tag::Adj | Tag::Adv),
            _ => false,
        }
    }

    /// *71-year-old*
    fn is_age(&self, at: usize) -> bool {
        self.tag(at) == Tag::Num && self.words.get(at + 1).is_some_and(|it| it.is(Class::PersonNoun))
    }

    /// *Lyria*, *company spokesman Ann Lee*, *critics*, *profits rose*: no noun that a time belongs to.
    fn opens_subject(&self, at: usize) -> bool {
        let is_noun = |it: &usize| matches!(self.tag(*it), Tag::Noun | Tag::Name);
        let end = (at..self.tags.len()).find(|it| !is_noun(it)).unwrap_or(at);
        let next = self.tag(end);
        self.words[at].is(Class::Plural) || self.tag(end - 1) == Tag::Name || next.is_verb() || next.is_auxiliary()
    }

    fn is_person_behind_money(&self, start: usize, at: usize) -> bool {
        let is_sign = |it: usize| self.tag(it) == Tag::Num && self.words[it].shape == Shape::Punct;
        self.words[at].is(Class::PersonNoun) && at > start && self.tag(at - 1) == Tag::Num && (start..at).any(is_sign)
    }

    /// Behind a short quotation that a noun follows.
    fn past_scare(&self, at: usize) -> Option<usize> {
        let last = self.tags.len().min(at + LONGEST_SCARE);
        let end = (at..last).find(|&it| self.tag(it) != Tag::Quoted)?;
        // A comma before the closing mark ends a phrase.
        if self.words[end.checked_sub(2)?].shape == Shape::Punct {
            return None;
        }
        matches!(self.tag(end), Tag::Noun | Tag::Name).then_some(end)
    }

    /// Auxiliaries, adverbs between them, and the verb.
    fn verb(&self, at: usize) -> Cut {
        let mut end = at;
        let mut head = at;
        let mut form = None;
        let mut passive = false;
        let mut last = Tag::Other;
        while end < self.tags.len() {
            let tag = self.tag(end);
            match tag {
                Tag::Adv | Tag::Not => {
                    let next = self.tag(self.past_adverbs(end));
                    let goes_on = next.is_verb() && last.is_auxiliary()
                        || next.is_auxiliary() && last.is_auxiliary()
                        || form.is_none()
                        || last == Tag::To
                        || tag == Tag::Not && last.is_auxiliary();
                    if !goes_on {
                        break;
                    }
                }
                Tag::To if form.is_none() => form = Some(Form::Infinitive),
                Tag::Modal | Tag::Be | Tag::Have | Tag::Do
                    if last == Tag::Other || last.is_auxiliary() || last == Tag::To =>
                {
                    form = form.or(Some(Form::Finite));
                    head = end;
                }
                Tag::Base | Tag::Pres | Tag::Past | Tag::Part | Tag::Ger => {
                    let first = match tag {
                        Tag::Ger => Form::Gerund,
                        Tag::Part => Form::Participle,
                        _ => Form::Finite,
                    };
                    passive = tag == Tag::Part && last == Tag::Be;
                    form = form.or(Some(first));
                    head = end;
                    end += 1;
                    break;
                }
                _ => break,
            }
            if !matches!(tag, Tag::Adv | Tag::Not) {
                last = tag;
            }
            end += 1;
        }
        if form.is_none() && self.tag(head) == Tag::Not {
            return Cut { kind: Kind::Adverb, start: at, end: end.max(at + 1), head, passive: false };
        }
        let (form, passive) = self.form_at(at, form, passive);
        let end = end.max(at + 1);
        Cut { kind: Kind::Verb(form), start: at, end, head, passive }
    }

    /// The form of the verb group at `at`, told from its first word and the pronoun before it.
    fn form_at(&self, at: usize, form: Option<Form>, passive: bool) -> (Form, bool) {
        let first_word = &self.words[at];
        let opens_gerund = is_among(first_word.key, &[BEING, HAVING, DOING]);
        let form = form.filter(|&it| it != Form::Finite || !opens_gerund);
        let form = form.unwrap_or(if opens_gerund { Form::Gerund } else { Form::Finite });
        // *he’s going*, *they’re told*: the auxiliary is in the pronoun.
        let follows = (at.saturating_sub(2)..at).rev().find(|&it| !matches!(self.tag(it), Tag::Adv | Tag::Not));
        let is_contracted = form != Form::Infinitive && follows.is_some_and(|it| self.words[it].is_contracted());
        let passive = passive || is_contracted && form == Form::Participle && self.ends_in_be(follows);
        (if is_contracted { Form::Finite } else { form }, passive)
    }
}
