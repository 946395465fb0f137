//! Whether a sentence says that somebody would not be named, and why.

use std::sync::LazyLock;

use crate::text::{Sentence, Span};

use super::super::WordSet;
use super::super::lexicon::{Class, entries};
use super::super::phrase::Phrases;
use super::super::pos::Pos;
use super::super::verb::Frames;
use super::super::word::Shape;
use super::Text;

/// That a source asked not to be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anonymity {
    /// The words that say so: *on condition of anonymity*.
    pub request: Span,
    pub reason: Option<Reason>,
}

/// Why a source is not named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reason {
    pub span: Span,
    /// Words that stand in every such sentence: *not authorized to speak*.
    pub is_rote: bool,
}

/// How a reason begins that has no verb of its own.
const PHRASAL: &str = "for fearing out over citing due owing given under per in";

/// How many tokens of a sentence are read, and of a reason.
const LONGEST_SENTENCE: usize = 400;
const LONGEST_REASON: usize = 40;

/// Ways to ask not to be named, and (as `true`) reasons that stand alone.
pub static REQUESTS: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    let list = crate::list!("ling/data/anonymity.txt");
    Phrases::new(entries(list).map(|line| (line.strip_prefix("= ").unwrap_or(line), line.starts_with("= "))))
});

/// Words that begin a reason.
static OPENERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let openers = "because|for fear|fearing|out of fear|out of concern|citing|due to|owing to|since|as he|as she|as they|as it|in line \
                   with|given|in order to|so as|to avoid|to protect|to discuss|to reveal|to disclose|to share|discussing|to describe|describing|to speak|to talk|to preserve|for \
                   reasons|for security|for legal|for personal|for safety|over fears|over concerns|over safety|over security|for his|for her|for their|in keeping with|in accordance with|under|per|as the|as required|as is|saying|worried|afraid|lest|so that";
    Phrases::new(openers.split('|').map(|it| (it, ())))
});

/// Words of a reason that many sources give in the same words.
static ROTE: WordSet = WordSet::new(
    "authorized authorised unauthorized unauthorised authorization authority permitted allowed cleared permission \
    sensitive sensitivity sensitivities delicate confidential candidly freely frankly openly policy policies \
    regulations rules protocol custom practice discuss discussing reveal disclose share describe describing speak \
    speaking talk comment brief matter situation",
);

/// Words of a reason that belongs to this source and this story, in whatever words it is put.
static SPECIFIC: WordSet = WordSet::new(
    "fear fears feared fearing afraid retaliation reprisal reprisals retribution revenge safety threat threats \
    threatened threatening arrest arrested jailed detained deported beaten attacked killed harassed disciplined \
    dismissed fired sacked suspended sued punished punish punishment family job jobs career lawsuit repercussions \
    backlash agreement agreements non-disclosure nondisclosure boss bosses manager managers supervisor supervisors contract contracts forbids forbid banned",
);

/// Returns what a sentence says, from the token `from` on, of a source that would not be named.
pub(in super::super) fn anonymity(text: Text<'_>, sentence: &Sentence, from: usize) -> Option<Anonymity> {
    let first = sentence.tokens.start;
    let last = sentence.tokens.end.min(first + LONGEST_SENTENCE);
    let tokens = text.document.tokens();
    let mut begins = from;
    let request = loop {
        let found = REQUESTS.first_in(text.words, begins..last)?;
        begins = found.words.start + 1;
        if found.words.end <= last {
            break found;
        }
    };
    let span = tokens[request.words.start].span.to(tokens[request.words.end - 1].span);
    let end = |from: usize| {
        let is_verb = |at: usize, of: Pos| text.words[at].pos.is(of) && !text.words[at].pos.is(Pos::GER);
        let finite = Pos::PAST.or(Pos::PRES);
        let says = |at: usize| text.words[at].frames.is(Frames::SAY.or(Frames::TELL)) && is_verb(at, finite);
        let is_plain = |at: usize| is_verb(at, finite.or(Pos::BASE)) && !text.words[at].pos.is(Pos::NOUN.or(Pos::ADJ));
        let ends = |at: usize| match text.str(at) {
            ";" | "”" | "\"" | "." | "—" => true,
            // *because she feared for her job, said …*, *for fear of reprisal, include …*
            "," => at + 1 < last && (says(at + 1) || is_plain(at + 1)),
            _ => false,
        };
        // *for fear of losing her job said …*: a reason without a verb of its own.
        let is_phrase = from < last && text.is_any(from, PHRASAL);
        // *because her manager had told staff not to talk said …*: so has a clause, once.
        let has_verb = |at: usize| (from + 1..at).any(|it| is_verb(it, finite.or(Pos::BE).or(Pos::HAVE)));
        let is_outer = |at: usize| at > from + 3 && says(at) && text.is_any(at, "said says") && has_verb(at);
        let is = |at: usize, of: Pos, words: &str| text.words[at].pos.is(of) && text.is_any(at, words);
        let is_end = |at: usize| match text.words[at].shape {
            Shape::Punct => ends(at),
            _ if is_outer(at) => !text.is_any(at - 1, "and or she he they who what"),
            // *for fear of being sacked*, *fearing that he would be*: goes on.
            _ if is(at, Pos::BE, "being be been") => false,
            _ if at > 0 && is(at - 1, Pos::SUBJECT, "he she they it") => false,
            _ => is_phrase && at > from + 2 && (says(at) || text.words[at].is(Class::Auxiliary)),
        };
        let stop = (from..last.min(from + LONGEST_REASON)).find(|&at| is_end(at));
        stop.unwrap_or(last.min(from + LONGEST_REASON))
    };
    let opener = |from: usize, to: usize| (from..to).find(|&at| OPENERS.at(text.words, at).is_some());
    let from = if *request.value {
        Some(
            opener(first.max(request.words.start.saturating_sub(6)), request.words.start)
                .unwrap_or(request.words.start),
        )
    } else {
        opener(request.words.end, end(request.words.end))
    };
    let reason = from.map(|from| {
        let end = end(from).max(from + 1);
        let has = |list: &WordSet| (from..end).any(|at| list.has(text.words[at].key));
        Reason { span: tokens[from].span.to(tokens[end - 1].span), is_rote: has(&ROTE) && !has(&SPECIFIC) }
    });
    Some(Anonymity { request: span, reason })
}
