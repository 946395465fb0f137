//! Where an article is in the words of somebody other than the outlet.

use crate::ling::{Annotated, Attribution, Frames, Pos, Shape, SourceKind, Word, is_among, key_of, keys_of};
use crate::text::{Span, by_each, sort_by_number};

use super::letters::letters;
use super::sourcing::{ACCORDING, turns};

/// Where somebody other than the outlet speaks: quotations and reported speech.
pub(super) struct Others {
    all: Vec<Span>,
    /// Without the reported speech of sources that have no name.
    known: Vec<Span>,
    /// Without what is credited afterwards to sources that have no name.
    led: Vec<Span>,
    /// Readers' letters within the article.
    letters: Vec<Span>,
    /// The turns of a conversation.
    turns: Vec<Span>,
}

/// Who stands behind words that are not the outlet’s, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Backer {
    /// Without a name, of what the outlet tells: *…, officials said*, *according to officials*.
    Credited,
    /// Without a name, of what they are told to have said or to believe.
    Leading,
    Known,
}

impl Others {
    pub(super) fn of(text: Annotated<'_>) -> Self {
        let (turns, letters) = (turns(text), letters(text));
        let own_words = text.quotes.iter().map(|it| &it.inner).chain(&turns).chain(&letters);
        // Each place with how far somebody stands behind it.
        let own = text.quotes.len() + turns.len() + letters.len();
        let mut spoken: Vec<(Span, Backer)> = Vec::with_capacity(own + 2 * text.attributions.len());
        spoken.extend(own_words.map(|it| (*it, Backer::Known)));
        for it in text.attributions {
            let cue = Saying::of(text, it);
            let is_known = !matches!(it.kind, SourceKind::Unnamed | SourceKind::Nobody);
            // *The thug is thought to have fled*; but *the claim that he is a thug*.
            let is_hearsay = it.kind == SourceKind::Nobody && cue.is_passive;
            for &content in it.content.iter().filter(|&&content| cue.says && cue.is_speech(text, it, content)) {
                let backer = match () {
                    () if is_known => Backer::Known,
                    () if is_hearsay || cue.is_credit(it, content) => Backer::Credited,
                    () => Backer::Leading,
                };
                spoken.push((content, backer));
            }
        }
        sort_by_number(&mut spoken, |(it, _)| by_each(&[it.start(), it.end()]));
        let of = |least: Backer| merged(&spoken, least);
        Self { all: of(Backer::Credited), led: of(Backer::Leading), known: of(Backer::Known), letters, turns }
    }

    /// Whether a place is in a reader's letter.
    pub(super) fn write_at(&self, span: Span) -> bool {
        span.overlaps_one(&self.letters)
    }

    /// The turns of a conversation put down word for word.
    pub(super) fn turns(&self) -> &[Span] {
        &self.turns
    }

    /// Whether a place is in a conversation put down word for word.
    pub(super) fn take_turns_at(&self, span: Span) -> bool {
        span.overlaps_one(&self.turns)
    }

    pub(super) fn speak_at(&self, span: Span) -> bool {
        span.overlaps_one(&self.all)
    }

    /// As [`Self::speak_at`], but reported speech that nobody stands behind is the outlet's.
    pub(super) fn known_speak_at(&self, span: Span) -> bool {
        span.overlaps_one(&self.known)
    }

    /// As [`Self::speak_at`], but what is credited afterwards to nobody in particular is the outlet's.
    pub(super) fn lead_at(&self, span: Span) -> bool {
        span.overlaps_one(&self.led)
    }
}

/// No cue has more words.
const CUE: usize = 8;

/// A clause has its verb among as many words.
const SUBJECT: usize = 12;

/// The words of a span, at most so many.
fn words(text: Annotated<'_>, span: Span, most: usize) -> &[Word] {
    let range = text.document.tokens_in(span);
    &text.words[range.start..range.end.min(range.start + most)]
}

/// What the words of a cue tell.
struct Saying {
    /// Whether the source said, thought or wants something, or is what others go by. What it praised or
    /// mocks is told in the outlet's words: *mocked the disgraceful vote*.
    says: bool,
    /// *according to*.
    goes_by: bool,
    /// *says*, which a clause follows.
    is_plain: bool,
    /// *would like to*, *vowed to*: what follows is as the source puts it.
    wishes: bool,
    /// *is thought to*.
    is_passive: bool,
}

impl Saying {
    fn of(text: Annotated<'_>, it: &Attribution) -> Self {
        const SAY: Frames = Frames::SAY.or(Frames::THINK).or(Frames::TELL).or(Frames::NOUN);
        let mut cue = Self { says: false, goes_by: false, is_plain: false, wishes: false, is_passive: false };
        let mut may = false;
        let is_that = || it.content.iter().any(|it| words(text, *it, 1).iter().any(|it| it.pos.is(Pos::THAT)));
        let opens_noun = it.cue.first().is_some_and(|&cue| words(text, cue, 1).iter().any(|it| it.pos.is(Pos::DET)));
        for word in it.cue.iter().flat_map(|&cue| words(text, cue, CUE)) {
            cue.goes_by |= word.has_key(ACCORDING);
            // What *the Courier has learned* it tells itself.
            let learns =
                || is_among(word.key, &LEARNED) && it.content.iter().all(|content| Self::follows(it, *content));
            cue.says |= word.frames.is(SAY) && !learns() || word.has_key(ACCORDING) || is_among(word.key, &WANTS);
            cue.wishes |= may && word.has_key(LIKE) || is_among(word.key, &VOWS);
            // *is angry that …*; what somebody is aware of is told by the outlet.
            let feels = word.frames.is(Frames::ATTITUDE) && !is_among(word.key, &KNOWING);
            cue.says |= cue.wishes || feels && is_that();
            // *echoed the view that …*
            let has_clause =
                || it.content.iter().any(|it| words(text, *it, SUBJECT).iter().any(|it| it.pos.is(Pos::THAT)));
            cue.says |= is_among(word.key, &ECHOES) && has_clause();
            // *The idea is that …* is somebody’s.
            cue.is_passive |= word.pos.is(Pos::BE) && !opens_noun;
            may |= word.pos.is(Pos::MODAL);
            cue.is_plain |= is_among(word.key, &SAYS);
        }
        cue
    }

    /// *The road is shut, officials said*: the outlet tells, and then says who told it.
    fn is_credit(&self, it: &Attribution, content: Span) -> bool {
        self.goes_by || self.is_plain && Self::follows(it, content)
    }

    fn follows(it: &Attribution, content: Span) -> bool {
        it.cue.iter().all(|cue| content.start() < cue.start())
    }

    /// Whether the words of `content` are the source's: a clause.
    fn is_speech(&self, text: Annotated<'_>, it: &Attribution, content: Span) -> bool {
        // Where a quotation opens it, what stands outside the marks is the outlet's again.
        let is_quote = |content: Span| {
            let first = text.quotes.partition_point(|quote| quote.span.start() < content.start());
            text.quotes.get(first).is_some_and(|quote| quote.span.start() == content.start())
        };
        if is_quote(content) {
            return false;
        }
        // *It is, she believes, a tax.*
        let between = it.cue.last().filter(|cue| cue.end() < content.start());
        let is_around = between.is_some_and(|cue| {
            let first = it.content[0];
            Self::follows(it, first)
                && !is_quote(first)
                && &text.document[Span::new(cue.end(), content.start())] == ", "
        });
        if self.goes_by || is_around || Self::follows(it, content) {
            return true;
        }
        let [first, rest @ ..] = words(text, content, SUBJECT) else { return false };
        let finite =
            Pos::PRES.or(Pos::PAST).or(Pos::MODAL).or(Pos::BE).or(Pos::HAVE).or(Pos::DO).or(Pos::BASE).or(Pos::THAT);
        // *says running is hard*: what is said is a clause; *tried running* is none.
        let runs = first.pos.is(Pos::GER) && self.is_plain;
        let bare = Pos::TO.or(Pos::PREP).or(Pos::GER).or(Pos::PART);
        let opens = !first.pos.is(bare) || first.pos.is(Pos::TO) && self.wishes || first.is_capital() || runs;
        // *commented on the odd interview*: a noun that could be a verb ends no clause.
        let ends_noun =
            |at: usize| rest[at].pos.is(Pos::NOUN) && rest.get(at + 1).is_none_or(|it| it.shape == Shape::Punct);
        let is_verb = |(at, it): (usize, &Word)| it.pos.is(finite) && (self.is_plain || !ends_noun(at));
        first.pos.is(Pos::THAT.or(Pos::WH)) || opens && rest.iter().enumerate().any(is_verb)
    }
}

/// The places that have such a backer at least, in order, those that meet made one.
fn merged(sorted: &[(Span, Backer)], least: Backer) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
    for &(span, _) in sorted.iter().filter(|it| it.1 >= least) {
        match merged.last_mut().filter(|last| span.start() <= last.end()) {
            Some(last) => *last = last.to(span),
            None => merged.push(span),
        }
    }
    merged
}

const SAYS: [u32; 3] = keys_of(["say", "says", "said"]);

/// *wants the thugs to go*, *would like …*: the wish is put as the source puts it.
const WANTS: [u32; 3] = keys_of(["want", "wants", "wanted"]);
const LEARNED: [u32; 2] = keys_of(["learned", "learnt"]);
const KNOWING: [u32; 3] = keys_of(["aware", "clear", "mindful"]);
const ECHOES: [u32; 3] = keys_of(["echo", "echoed", "echoing"]);
const VOWS: [u32; 4] = keys_of(["vowed", "pledged", "promised", "promising"]);
const LIKE: u32 = key_of("like");
