//! Accusations, and the words of those who may answer.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, BlockKind, Class, KeyIndex, Shape, key};
use crate::text::{Sentence, Span};

use super::shared::{self, Cue};
use super::sourcing::{is_any, span_of, word};

/// The lists of words.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum List {
    /// Who speaks for somebody else: *her lawyer*, *its director*.
    Aides,
    /// Who may speak for *the company*.
    Offices,
    /// Who can be asked without a name of their own: *the company*.
    Bodies,
    Accusing,
    Calling,
    /// What one is called as an accusation.
    BadNames,
    /// What nobody does by right.
    Misdeeds,
    Alleging,
    /// Of courts and of what is not so.
    Settled,
}

/// Their words; none stands in two.
const LISTS: [(List, &str); 9] = [
    (List::Aides, "its lawyer lawyers attorney spokesman spokeswoman spokesperson"),
    (
        List::Offices,
        "director manager managers chief chair chairman chairwoman head president executive owner principal engineer",
    ),
    (
        List::Bodies,
        "company firm factory plant works mill dairy hospital clinic school university college prison bank insurer \
         charity airline club church federation guild board council hall office mayor coach landlord builder developer \
         contractor employer refinery mine quarry farm brewery bakery nursery kennel academy hotel restaurant shop \
         store supermarket laboratory gym museum theatre manufacturer supplier operator publisher retailer lender trust",
    ),
    (List::Accusing, "accused accuses accusing accuse blamed blames blaming blame"),
    (List::Calling, "called calls calling branded"),
    (
        List::BadNames,
        "liar thief fraud crook criminal cheat racist murderer traitor coward bully predator fraudster killer abuser",
    ),
    (
        List::Misdeeds,
        "lied stole stolen cheated bribed embezzled defrauded swindled threatened assaulted abused harassed bullied \
         groped raped falsified forged plagiarized plagiarised misled deceived tortured mistreated concealed doped \
         extorted blackmailed fabricated faked looted pocketed siphoned intimidated molested laundered hoarded smuggled \
         trafficked tampered overcharged duped conned poisoned",
    ),
    (List::Alleging, "alleges alleged alleging allege allegation allegations accusation accusations"),
    (
        List::Settled,
        "court jury judge watchdog tribunal ombudsman ruled convicted guilty settlement died century false lies \
         baseless unfounded dropped dismissed cleared withdrew withdrawn acquitted",
    ),
];

static WORDS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&LISTS));

/// The keys of the verbs.
pub(super) fn verbs() -> impl Iterator<Item = u64> {
    let is_verb = |it: &&(List, _)| matches!(it.0, List::Accusing | List::Calling | List::Misdeeds | List::Alleging);
    LISTS.iter().filter(is_verb).flat_map(|it| it.1.split(' ')).map(key)
}

pub(super) fn is_of(key: u64, list: List) -> bool {
    WORDS.get(key).is_some_and(|it| LISTS[it].0 == list)
}

/// Whether the token is a word of the list, without a possessive ending.
pub(super) fn is_in(text: Annotated<'_>, at: usize, list: List) -> bool {
    !text.words[at].possessive && is_of(text.words[at].key, list)
}

/// Somebody is accused.
pub(super) struct Accusation {
    pub(super) span: Span,
    /// The tokens of whoever is accused.
    pub(super) accused: Range<usize>,
}

/// How far behind the verb the accused is looked for, in tokens.
const REACH: usize = 8;
/// How much of a sentence is read for the word of a court.
const LONGEST: usize = 60;

/// The accusations of an article, in order.
pub(super) fn accusations(text: Annotated<'_>) -> Vec<Accusation> {
    let mut all = Vec::new();
    for (sentence, places) in shared::marked(text, BlockKind::is_prose, Cue::Accusation) {
        let found = |at| {
            accusation(text, sentence, at)
                .or_else(|| of_the_accused(text, sentence, at))
                .or_else(|| by_a_name(text, sentence, at))
                .or_else(|| misdeed(text, sentence, at))
                .or_else(|| alleged(text, sentence, at))
        };
        all.extend(places.filter_map(found).map(|(span, accused)| Accusation { span, accused }));
    }
    all
}

/// Where it stands, and the tokens of the accused.
type Found = (Span, Range<usize>);

/// *accused Tom Arlen of*.
fn accusation(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Accusing) {
        return None;
    }
    let before = at.checked_sub(1).filter(|it| *it >= sentence.tokens.start);
    let is_passive = before
        .is_some_and(|it| text.words[it].is(Class::Auxiliary) && !is_any(text, it, &["has", "have", "had", "will"]));
    if is_passive
        || before.is_some_and(|it| is_any(text, it, &["to", "not", "the"])) && is_any(text, at, &["blame", "accused"])
        || before.is_some_and(|it| is_any(text, it, &["i", "we", "nobody"]))
        || is_settled(text, sentence)
    {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let end = (at + 1..last)
        .find(|&it| matches!(word(text, it), "of" | "for" | "," | "." | "and" | "on" | "in"))
        .unwrap_or(last);
    let whole = party(text, at + 1..end).or_else(|| body(text, at + 1..end));
    // *accused Arlen this week of*
    let name = whole.or_else(|| {
        let capitals = (at + 1..end).take_while(|&it| text.words[it].is_capital()).count();
        party(text, at + 1..at + 1 + capitals)
    })?;
    let has_charge = word(text, end.min(sentence.tokens.end - 1)) != "and";
    has_charge.then(|| (span_of(text, at..name.end.max(at + 1)), name))
}

/// The name in the tokens of the accused, where it is somebody who can be asked.
fn party(text: Annotated<'_>, target: Range<usize>) -> Option<Range<usize>> {
    let phrase = (!target.is_empty()).then(|| span_of(text, target))?;
    let name = text.describe(phrase).name?;
    let is_known = |it: usize| {
        let word = text.words[it];
        word.classes.has_any(&[Class::Place, Class::Demonym]) || word.shape == Shape::AllCaps
    };
    (!name.clone().all(is_known)).then_some(name)
}

/// *the company*, at the end of these tokens.
fn body(text: Annotated<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let last = tokens.clone().next_back().filter(|&it| is_in(text, it, List::Bodies))?;
    let opens = |it: &usize| is_any(text, *it, &["the", "its", "their", "his", "her", "our", "my"]);
    Some(tokens.rev().skip(1).take(3).find(opens)?..last + 1)
}

/// What a court has found, what is denied at once, or of somebody who is dead.
fn is_settled(text: Annotated<'_>, sentence: &Sentence) -> bool {
    sentence.tokens.clone().take(LONGEST).any(|it| is_in(text, it, List::Settled))
}

/// *Tom Arlen has been accused of*: by whom is not told.
fn of_the_accused(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    // *is accused of* is how a charge before a court is told.
    let is_told = at > sentence.tokens.start && is_any(text, at - 1, &["been", "was", "were"]);
    let is_passive =
        is_told && is_any(text, at, &["accused"]) && at + 1 < sentence.tokens.end && is_any(text, at + 1, &["of"]);
    let first = subject_end(text, sentence, at).filter(|&it| is_passive && it < at)?;
    let name = party(text, capitals_before(text, sentence, first)?)?;
    Some((span_of(text, name.start..at + 1), name))
}

/// *called Tom Arlen a liar*.
fn by_a_name(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Calling) {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let article = (at + 2..last).find(|&it| is_any(text, it, &["a", "an"]))?;
    let bad = (article + 1..last.min(article + 4)).find(|&it| is_in(text, it, List::BadNames))?;
    let name = party(text, at + 1..article)?;
    Some((span_of(text, at..bad + 1), name))
}

/// *said Tom Arlen had lied*, in what somebody says.
fn misdeed(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    // *the film “Kate Stole Christmas”* is its title.
    if !is_in(text, at, List::Misdeeds) || text.words[at].is_capital() || is_settled(text, sentence) {
        return None;
    }
    let end = subject_end(text, sentence, at)?;
    // *was threatened* is what the victim was; *stole nothing* is no misdeed.
    let mut behind = (at + 1..sentence.tokens.end).take(2);
    if (end..at).any(|it| is_any(text, it, &["is", "was", "be", "been", "being", "were", "are"]))
        || behind.any(|it| is_any(text, it, &["no", "nothing"]))
    {
        return None;
    }
    let first = aside_start(text, sentence, end);
    let name = capitals_before(text, sentence, first).and_then(|it| party(text, it));
    let name = name.or_else(|| body(text, sentence.tokens.start..first))?;
    let span = span_of(text, name.start..at + 1);
    shared::others(text).speak_at(span).then_some((span, name))
}

/// Where an aside begins that ends before the token `end`: *Ann Lee, who runs it, lied*.
fn aside_start(text: Annotated<'_>, sentence: &Sentence, end: usize) -> usize {
    let is_comma = |it: usize| word(text, it) == ",";
    let aside = (sentence.tokens.start..end).rev().take(REACH + 2).skip(1).find(|&it| is_comma(it));
    aside.filter(|_| is_comma(end - 1)).unwrap_or(end)
}

/// *alleges that Tom Arlen*, *the allegations against Tom Arlen*.
fn alleged(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Alleging) || is_settled(text, sentence) {
        return None;
    }
    let first = at + 2;
    // *The accusation that Ann Lee slept* is told to be met.
    let behind = if is_any(text, at, &["alleges", "alleged", "alleging", "allege"]) { "that" } else { "against" };
    if first >= sentence.tokens.end || !is_any(text, at + 1, &[behind]) {
        return None;
    }
    let capitals = (first..sentence.tokens.end).take(4).take_while(|&it| text.words[it].is_capital()).count();
    let named = party(text, first..first + capitals);
    let last = (first + 1..sentence.tokens.end).take(3).find(|&it| is_in(text, it, List::Bodies));
    let name = named.or_else(|| body(text, first..last? + 1))?;
    Some((span_of(text, at..name.end), name))
}

/// The token behind the subject of the verb at `at`: before *has*, *had*, *was*; `None` behind *never*.
fn subject_end(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let is_link = |it: usize| text.words[it].is(Class::Auxiliary) || is_any(text, it, &["been", "also", "repeatedly"]);
    let end = (sentence.tokens.start..at).rev().take(4).find(|&it| !is_link(it))? + 1;
    (end..at).all(|it| !is_any(text, it, &["not", "never"])).then_some(end)
}

/// The run of capitals that ends before the token `end`.
fn capitals_before(text: Annotated<'_>, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let name = (sentence.tokens.start..end).rev().take(4).take_while(|&it| text.words[it].is_capital()).count();
    (name > 0).then(|| end - name..end)
}
