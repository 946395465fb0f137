//! Accusations that nobody answers.

use std::ops::Range;

use crate::ling::{Annotated, Class, KeyIndex, Shape, SourceKind};
use crate::text::{Sentence, Span};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Polarity, Reference, Trait, TraitId, record};

use super::reply;
use super::shared::{self, Cue};
use super::sourcing::{is_any, span_of, word};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("no-right-of-reply"),
    name: "No right of reply",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Somebody is accused here, and no answer from them is in the text.",
        why: "You hear one side, and cannot tell whether the other was asked.",
        but: "Fair where a court has ruled, or where asking was impossible and the text says so.",
        standards: &[
            Reference {
                asks: "Diligently seek subjects to let them respond; make a real effort when portraying someone negatively.",
                source: "SPJ Code of Ethics, 2014; AP News Values",
            },
            Reference {
                asks: "Say what is alleged and whether a response has been sought.",
                source: "BBC Editorial Guidelines, Accuracy: reporting allegations",
            },
        ],
        question: "What would the accused say?",
        failures: &["An answer that uses none of the usual words and comes from a spokesman without a name."],
        record: record::of("no-right-of-reply"),
    },
    detect,
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The widow [[accused Tom Arlen]] of hiding the letter."),
    Example("Jane Doe [[blamed the Velden Company]] for the flood."),
    Example("The widow accused Tom Arlen of hiding the letter. Arlen denied it."),
    Example("The widow accused Tom Arlen of hiding the letter. Arlen could not be reached."),
    Example("Tom Arlen was found guilty in May."),
    Example("Voters blamed the weather for the flood."),
];

/// Where it stands, and the tokens of the accused.
type Accusation = (Span, Range<usize>);

/// How far behind the verb the accused is looked for, in tokens.
const REACH: usize = 8;
/// How much of a sentence is read for the word of a court.
const LONGEST: usize = 60;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let mut accusations = Vec::new();
    for sentence in text.sentences() {
        let places = shared::places(text, &sentence.tokens, Cue::Accusation);
        let found = |at| {
            accusation(text, sentence, at)
                .or_else(|| of_the_accused(text, sentence, at))
                .or_else(|| by_a_name(text, sentence, at))
                .or_else(|| misdeed(text, sentence, at))
        };
        accusations.extend(places.filter_map(found));
    }
    if accusations.is_empty() {
        return;
    }
    let is_answered = reply::answers(text).next().is_some();
    let speakers = speakers(text);
    for (span, accused) in accusations {
        if is_answered {
            findings.clear(span, "An answer is in the text.");
        } else if accused.clone().any(|at| speakers.has(text.words[at].key)) {
            findings.clear(span, "The accused speaks in the text.");
        } else {
            findings.add(Finding::new(span).quoted(text.is_quoted(span)));
        }
    }
}

/// The words of the names of all who speak.
fn speakers(text: Annotated<'_>) -> KeyIndex {
    let speaking = text.sources.iter().filter(|it| matches!(it.kind, SourceKind::Named | SourceKind::Institution));
    let mentions = speaking.flat_map(|it| &it.mentions);
    let tokens = mentions.flat_map(|&span| text.document.tokens_in(span).take(24));
    KeyIndex::of(tokens.filter(|&at| text.words[at].is_capital()).map(|at| text.words[at].key))
}

const ACCUSING: &[&str] = &["accused", "accuses", "accusing", "accuse", "blamed", "blames", "blaming", "blame"];
const CALLING: &[&str] = &["called", "calls", "calling", "branded"];
/// What one is called as an accusation.
const BAD_NAMES: &[&str] = &[
    "liar",
    "thief",
    "fraud",
    "crook",
    "criminal",
    "cheat",
    "racist",
    "murderer",
    "traitor",
    "coward",
    "bully",
    "predator",
    "fraudster",
    "killer",
    "abuser",
];
/// What nobody does by right.
const MISDEEDS: &[&str] = &[
    "lied",
    "stole",
    "stolen",
    "cheated",
    "bribed",
    "embezzled",
    "defrauded",
    "swindled",
    "threatened",
    "assaulted",
    "abused",
    "harassed",
    "bullied",
    "groped",
    "raped",
    "falsified",
    "forged",
    "plagiarized",
    "plagiarised",
    "misled",
    "deceived",
    "tortured",
];

pub(super) fn verbs() -> impl Iterator<Item = &'static str> {
    [ACCUSING, CALLING, MISDEEDS].into_iter().flatten().copied()
}

/// *accused Tom Arlen of*.
fn accusation(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Accusation> {
    if !is_any(text, at, ACCUSING) {
        return None;
    }
    let before = at.checked_sub(1).filter(|it| *it >= sentence.tokens.start);
    let is_passive = before
        .is_some_and(|it| text.words[it].is(Class::Auxiliary) && !is_any(text, it, &["has", "have", "had", "will"]));
    if is_passive
        || before.is_some_and(|it| is_any(text, it, &["to", "not", "the"])) && is_any(text, at, &["blame", "accused"])
    {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let end = (at + 1..last)
        .find(|&it| matches!(word(text, it), "of" | "for" | "," | "." | "and" | "on" | "in"))
        .unwrap_or(last);
    let name = party(text, at + 1..end)?;
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

/// *Tom Arlen has been accused of*: by whom is not told.
fn of_the_accused(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Accusation> {
    // *is accused of* is how a charge before a court is told.
    let is_told = at > sentence.tokens.start && is_any(text, at - 1, &["been", "was", "were"]);
    let is_passive =
        is_told && is_any(text, at, &["accused"]) && at + 1 < sentence.tokens.end && is_any(text, at + 1, &["of"]);
    let first = subject_end(text, sentence, at).filter(|&it| is_passive && it < at)?;
    let name = party(text, capitals_before(text, sentence, first)?)?;
    Some((span_of(text, name.start..at + 1), name))
}

/// *called Tom Arlen a liar*.
fn by_a_name(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Accusation> {
    if !is_any(text, at, CALLING) {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let article = (at + 2..last).find(|&it| is_any(text, it, &["a", "an"]))?;
    let bad = (article + 1..last.min(article + 4)).find(|&it| is_any(text, it, BAD_NAMES))?;
    let name = party(text, at + 1..article)?;
    Some((span_of(text, at..bad + 1), name))
}

/// *said Tom Arlen had lied*, in what somebody says.
fn misdeed(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Accusation> {
    // *lied, the court found*: it is decided.
    let is_court = |it: usize| is_any(text, it, &["court", "jury", "judge", "convicted", "guilty"]);
    if !is_any(text, at, MISDEEDS) || sentence.tokens.clone().take(LONGEST).any(is_court) {
        return None;
    }
    let first = subject_end(text, sentence, at)?;
    let name = party(text, capitals_before(text, sentence, first)?)?;
    let span = span_of(text, name.start..at + 1);
    shared::others(text).speak_at(span).then_some((span, name))
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

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn the_accused_speaks() {
        check(&TRAIT, "The widow accused Tom Arlen of theft. “I never saw it,” Arlen said.");
    }

    #[test]
    fn by_whom_is_not_told() {
        check(&TRAIT, "[[Tom Arlen has been accused]] of theft.");
        check(&TRAIT, "Tom Arlen has been accused of theft. He denied it.");
        check(&TRAIT, "France has been accused of delay.");
        check(&TRAIT, "Tom Arlen is accused of theft and will stand trial in May.");
        check(&TRAIT, "The accused man left.");
    }

    #[test]
    fn a_bad_name() {
        check(&TRAIT, "The widow [[called Tom Arlen a liar]].");
        check(&TRAIT, "The widow [[called Mayor Tom Arlen a common thief]].");
        check(&TRAIT, "The widow called Tom Arlen a friend.");
        check(&TRAIT, "The widow called Tom Arlen a liar. Arlen declined to comment.");
    }

    #[test]
    fn a_misdeed_in_what_somebody_says() {
        check(&TRAIT, "The widow said [[Tom Arlen had lied]] about the letter.");
        check(&TRAIT, "The widow said that [[Tom Arlen repeatedly threatened]] her.");
        check(&TRAIT, "The widow said Tom Arlen had never lied.");
        check(&TRAIT, "The widow said Tom Arlen had lied. “I did not,” Arlen said.");
        check(&TRAIT, "Tom Arlen lied about the letter, a court ruled. He said it was late.");
    }

    #[test]
    fn a_country_is_not_asked() {
        check(&TRAIT, "The minister accused France of delay.");
    }
}
