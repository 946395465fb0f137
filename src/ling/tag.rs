//! Parts of speech in their sentence: one tag a token, decided from left to right
//! by what the word can be, the tag before it and the words behind it.

mod closed;
mod verbal;

use std::ops::Range;

use crate::text::Document;

use super::chunk;
use super::fact_word::Role;
use super::lexicon::Class;
use super::pos::Pos;
use super::quote::Quote;
use super::verb::Frames;
use super::word::{Shape, Word, key_of, keys_of};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    Noun,
    Name,
    Pron,
    Det,
    Adj,
    Num,
    Adv,
    /// *Monday*, *yesterday*, *week*.
    Time,
    Prep,
    To,
    Coord,
    Subord,
    That,
    Wh,
    Modal,
    Be,
    Have,
    Do,
    Not,
    /// The base form, and the present without *-s*.
    Base,
    Pres,
    Past,
    Part,
    Ger,
    Comma,
    Colon,
    Semicolon,
    Dash,
    Open,
    Close,
    /// In quotation marks, or the marks themselves.
    Quoted,
    Other,
}

impl Tag {
    pub(super) fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Name | Self::Num | Self::Pron)
    }

    pub(super) fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Pres | Self::Past | Self::Part | Self::Ger)
    }

    pub(super) fn is_auxiliary(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do)
    }
}

/// Adds the tags of the tokens of a sentence, into which `quotes` reach. `roles` are those of all its words.
pub(super) fn tag(
    document: &Document,
    words: &[Word],
    mut quotes: &[Quote],
    range: Range<usize>,
    roles: u64,
    tags: &mut Vec<Tag>,
) {
    let first = tags.len();
    let has_bound = roles & 1 << Role::Bound as u32 != 0;
    let here = &words[..range.end];
    let tagger = Tagger { document, words, here, end: range.end, is_title: is_title(&here[range.start..]), has_bound };
    let mut before = Tag::Other;
    let mut opens = true;
    for at in range {
        let is_quoted = !quotes.is_empty() && {
            let start = document.tokens()[at].span.start();
            while let [first, rest @ ..] = quotes
                && first.span.end() <= start
            {
                quotes = rest;
            }
            quotes.first().is_some_and(|quote| quote.span.holds(start))
        };
        let tag = if is_quoted { Tag::Quoted } else { tagger.tag(at, before, opens, &tags[first..]) };
        opens &= matches!(tag, Tag::Quoted | Tag::Other | Tag::Dash | Tag::Open);
        tags.push(tag);
        before = match tag {
            // An adverb changes nothing for the word behind it.
            Tag::Adv | Tag::Not if before != Tag::Other => before,
            _ => tag,
        };
    }
}

/// The nearest verb before a conjunction; looks no further than a clause is long.
fn earlier_verb(tags: &[Tag]) -> Option<Tag> {
    tags.iter().rev().skip(1).take(24).find(|it| it.is_verb()).copied()
}

/// *has praised*, not *to have praised*: whether the nearest verb before stands behind *have*.
fn is_perfect(tags: &[Tag]) -> bool {
    let before = tags.iter().rev().take(24).skip_while(|it| !it.is_verb()).skip(1);
    let mut before = before.filter(|it| !matches!(it, Tag::Adv | Tag::Not));
    before.next() == Some(&Tag::Have) && !matches!(before.next(), Some(Tag::To | Tag::Modal))
}

/// Whether nearly every word begins with a capital, as in headlines.
fn is_title(words: &[Word]) -> bool {
    const LOOK_AT: usize = 40;
    let small = Pos::PREP.or(Pos::DET).or(Pos::TO).or(Pos::COORD);
    let (mut lower, mut capital) = (0, 0);
    let words = &words[..words.len().min(LOOK_AT)];
    for word in words {
        lower += usize::from((word.shape == Shape::Lower) & !word.pos.is(small));
        capital += usize::from(word.is_capital());
        // As many capitals as it would take are no longer to come.
        if lower * 5 > words.len() {
            return false;
        }
    }
    capital >= 4 && lower * 4 <= capital
}

struct Tagger<'d> {
    document: &'d Document,
    words: &'d [Word],
    /// As far as the sentence goes.
    here: &'d [Word],
    end: usize,
    is_title: bool,
    /// Whether *least*, *most* or *than* stands in it.
    has_bound: bool,
}

const THERE: u32 = key_of("there");
const A: u32 = key_of("a");
const BY: u32 = key_of("by");
const COMMA: u32 = key_of(",");
const THINK: u32 = key_of("think");
const ACCORDING: u32 = key_of("according");
const CLOSE: u32 = key_of("close");
const SINCE: [u32; 2] = keys_of(["in", "since"]);

const FINITE: Pos = Pos::PRES.or(Pos::PAST);
const VERB: Pos = Pos::BASE.or(Pos::PRES).or(Pos::PAST).or(Pos::PART).or(Pos::GER);
const AUXILIARY: Pos = Pos::MODAL.or(Pos::BE).or(Pos::HAVE).or(Pos::DO);
/// What a word of a closed class can be.
const CLOSED: Pos = AUXILIARY
    .or(Pos::THAT.or(Pos::TO).or(Pos::NOT).or(Pos::COORD).or(Pos::SUBJECT).or(Pos::DET).or(Pos::WH).or(Pos::PRON))
    .or(Pos::NUMBER.or(Pos::SUBORD).or(Pos::PREP).or(Pos::TIME).or(Pos::ADV));
/// What a word can be that stands beside a verb.
const VERBAL: Pos = AUXILIARY.or(Pos::THAT.or(Pos::TO).or(Pos::NOT).or(Pos::COORD).or(Pos::SUBJECT));
const NOMINAL_MODIFIER: Pos = Pos::ADJ.or(Pos::NOUN).or(Pos::NUMBER);

impl Tagger<'_> {
    fn pos(&self, at: usize) -> Pos {
        self.here.get(at).map_or(Pos::NONE, |it| it.pos)
    }

    fn frames(&self, at: usize) -> Frames {
        self.here.get(at).map_or(Frames::NONE, |it| it.frames)
    }

    /// The first word from `at` on that is no adverb; looks at three at most.
    fn past_adverbs(&self, at: usize) -> usize {
        (at..self.end.min(at + 3)).find(|&it| !self.pos(it).is(Pos::ADV) || self.pos(it).is(VERB)).unwrap_or(at)
    }

    fn tag(&self, at: usize, before: Tag, opens: bool, tags: &[Tag]) -> Tag {
        let word = &self.here[at];
        let pos = word.pos;
        match word.shape {
            Shape::Punct => return self.punctuation(at),
            Shape::Number => return if self.is_year(at) { Tag::Time } else { Tag::Num },
            Shape::Capital | Shape::AllCaps if !self.is_title => {
                if !opens && before != Tag::Colon {
                    return self.capital(at, pos);
                }
                if self.is_name_at_start(at) || self.is_speaker(at, before) {
                    return Tag::Name;
                }
            }
            _ => {}
        }
        self.closed(at, before, pos).unwrap_or_else(|| self.open(at, before, pos, tags))
    }

    /// A capital inside a sentence is a name, but for a few.
    fn capital(&self, at: usize, pos: Pos) -> Tag {
        if pos.is(Pos::SUBJECT) {
            Tag::Pron
        } else if pos.is(Pos::TIME) && !self.is(at, "Today") {
            Tag::Time
        } else {
            Tag::Name
        }
    }

    /// *in 2019 residents said*; not *of 2019 residents*, *in 2000 homes*.
    fn is_year(&self, at: usize) -> bool {
        let text = || &self.document[self.document.tokens()[at].span];
        at > 0
            && self.words[at - 1].is_one_of(&SINCE)
            && self.words[at - 1].shape != Shape::AllCaps
            && text().len() == 4
            && (text().starts_with("19") || text().starts_with("20"))
            && self.words.get(at + 1).is_some_and(|it| it.is_capital() || it.classes.has_any(&chunk::SOMEBODY))
    }

    fn is_name_at_start(&self, at: usize) -> bool {
        let word = &self.words[at];
        let next_is_name = self.words.get(at + 1).is_some_and(|it| it.is_capital() && at + 1 < self.end);
        let closed = Pos::DET.or(Pos::PRON).or(Pos::PREP).or(Pos::COORD).or(Pos::SUBORD).or(Pos::WH).or(Pos::ADV);
        let closed = closed.or(AUXILIARY).or(Pos::THAT).or(Pos::TO).or(Pos::NOT);
        if word.pos.is(closed) {
            // *Kelly Lee*
            return next_is_name && word.pos == Pos::ADV && word.roles & 1 << Role::FirstName as u32 != 0;
        }
        // *Yesterday Ann Lee said*
        if word.pos.is(Pos::TIME)
            && (!next_is_name || self.is_any(at, "Yesterday Today Tonight") && !self.is(at + 1, "Show"))
        {
            return false;
        }
        // *Fed officials*
        if word.is(Class::Body) && word.pos.is(VERB) {
            return true;
        }
        next_is_name && (!word.pos.is(Pos::GER.or(Pos::NUMBER)) || self.is_told_of_name(at))
            // *Unite has found it*
            || word.pos.is(VERB) && !word.pos.is(Pos::GER.or(Pos::NOUN)) && self.is(at + 1, "has")
            || word.possessive
            // *Small, who was there*
            || word.pos == Pos::ADJ && self.is(at + 1, ",") && self.is(at + 2, "who")
            || word.classes == Default::default()
                && word.frames == Frames::NONE
                && self.pos(at + 1).is(Pos::PAST)
                && self.frames(at + 1).is(Frames::SAY)
            || word.pos == Pos::NOUN && self.is_unknown(at)
    }

    /// *Saving Velia, which …*, *Saving Velia said*: the name of a body.
    fn is_told_of_name(&self, at: usize) -> bool {
        let end = self.past_name(at + 1);
        self.is(end, ",") && self.is(end + 1, "which")
            || self.pos(end).is(FINITE) && self.frames(end).is(Frames::SAY) && !self.pos(at).is(Pos::NUMBER)
    }

    /// *“No,” Quick said*, *“No,” Reading mayor Ann Lee said*: a capital between a quotation and a verb of
    /// saying, or one that no list has before another.
    fn is_speaker(&self, at: usize, before: Tag) -> bool {
        let pronoun = Pos::SUBJECT.or(Pos::PRON).or(Pos::DET).or(Pos::TIME);
        before == Tag::Quoted
            && !self.pos(at).is(pronoun)
            && (self.pos(at + 1).is(FINITE) && self.frames(at + 1).is(Frames::SAY)
                || self.is_unknown(at) && self.words.get(at + 1).is_some_and(Word::is_capital))
    }

    /// Whether no list holds the word, so that its ending alone spoke.
    fn is_unknown(&self, at: usize) -> bool {
        self.words[at].classes == Default::default() && !self.words[at].pos.is(VERB.or(Pos::ADJ))
    }

    fn punctuation(&self, at: usize) -> Tag {
        // Every other mark.
        if self.words[at].has_key(COMMA) {
            return Tag::Comma;
        }
        match &self.document[self.document.tokens()[at].span] {
            // *Mr. Lee*, *Tampa, Fla., said*: a full stop inside a sentence and behind a capital.
            "." => {
                let is_inside = at > 0 && at + 1 < self.end && !self.document.tokens()[at].spaced;
                if is_inside && self.words[at - 1].is_capital() { Tag::Name } else { Tag::Other }
            }
            ":" => Tag::Colon,
            ";" => Tag::Semicolon,
            "—" | "–" | "-" | "―" => Tag::Dash,
            "(" | "[" => Tag::Open,
            ")" | "]" => Tag::Close,
            "%" | "$" | "£" | "€" => Tag::Num,
            // *Lyria Times/Channel 4 poll*, *9/11 survivor*: a bar between two names or numbers.
            "/" if self.is_bar_of_name(at) => Tag::Name,
            // *AT&T*, *Rae & Sons*
            "&" if at > 0
                && at + 1 < self.end
                && self.words[at - 1].is_capital()
                && self.words[at + 1].is_capital() =>
            {
                Tag::Name
            }
            _ => Tag::Other,
        }
    }

    fn is_bar_of_name(&self, at: usize) -> bool {
        let is_name = |it: usize| self.words[it].is_capital() || self.words[it].shape == Shape::Number;
        let tokens = self.document.tokens();
        at > 0
            && at + 1 < self.end
            && !tokens[at].spaced
            && !tokens[at + 1].spaced
            && is_name(at - 1)
            && is_name(at + 1)
    }

    /// Whether a word that no list holds may be a verb: *subdue*.
    fn may_be_base(&self, at: usize) -> bool {
        at < self.end
            && self.words[at].shape == Shape::Lower
            && self.words[at].pos.is(Pos::NOUN)
            && self.is_unknown(at)
            && !self.document[self.document.tokens()[at].span].ends_with('s')
    }

    /// Nouns, verbs, adjectives and adverbs.
    fn open(&self, at: usize, before: Tag, pos: Pos, tags: &[Tag]) -> Tag {
        if self.words[at].possessive {
            return Tag::Noun;
        }
        if matches!(before, Tag::To | Tag::Modal) && self.may_be_base(at) {
            return Tag::Base;
        }
        if pos.is(VERB) {
            return self.verbal(at, before, pos, tags);
        }
        if pos.is(Pos::TIME) {
            return Tag::Time;
        }
        if !pos.is(Pos::ADV.or(Pos::ADJ)) {
            return Tag::Noun;
        }
        let next = self.pos(self.past_adverbs(at + 1));
        // *have long debated*
        let is_between = before.is_auxiliary() && next.is(VERB)
            || before.is_nominal() && next.is(AUXILIARY)
            || (before.is_nominal() || before == Tag::Comma)
                && next.is(Pos::PAST)
                && self.frames(self.past_adverbs(at + 1)) != Frames::NONE
            // *two days later, she left*
            || before == Tag::Time && !next.is(NOMINAL_MODIFIER);
        // *said only that*, *shows just how*, *said late on Monday*
        let limits = before.is_verb() && next.is(Pos::THAT.or(Pos::WH).or(Pos::PREP)) && !next.is(Pos::TO);
        if pos.is(Pos::ADV) && (is_between || limits) {
            return Tag::Adv;
        }
        if pos.is(Pos::ADJ) {
            // *the last*, *the poor*: an adjective with nothing behind it stands for a noun.
            let modifies =
                next.is(NOMINAL_MODIFIER.or(Pos::TIME)) || self.words.get(at + 1).is_some_and(Word::is_capital);
            let predicate = matches!(before, Tag::Be | Tag::Past | Tag::Pres | Tag::Base | Tag::Part | Tag::Coord);
            // *But expert says he left*
            let predicate = predicate && (before != Tag::Coord || tags.len() > 1);
            let is_subject = pos.is(Pos::NOUN) && next.is(FINITE) && !predicate && self.reports_behind(at);
            if is_subject || !modifies && pos.is(Pos::NOUN) && !predicate || !modifies && before == Tag::Det {
                return Tag::Noun;
            }
            return Tag::Adj;
        }
        if pos.is(Pos::ADV) { Tag::Adv } else { Tag::Noun }
    }

    /// *the incident shows him*: behind the word at `at`, a verb that reports and an object or a clause.
    fn reports_behind(&self, at: usize) -> bool {
        let object = self.pos(at + 2);
        self.frames(at + 1) != Frames::NONE && object.is(Pos::DET.or(Pos::PRON).or(Pos::THAT).or(Pos::WH))
    }

    fn is_any(&self, at: usize, words: &str) -> bool {
        at < self.end && {
            let word = self.document[self.document.tokens()[at].span].as_bytes();
            words.as_bytes().split(|it| *it == b' ').any(|it| it == word)
        }
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.end && &self.document[self.document.tokens()[at].span] == word
    }

    fn is_quote(&self, at: usize) -> bool {
        at < self.end && matches!(&self.document[self.document.tokens()[at].span], "“" | "\"" | "‘")
    }
}
