//! Accusations that nobody answers.

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

/// How far behind the verb the accused is looked for, in tokens.
const REACH: usize = 8;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let mut accusations = Vec::new();
    for sentence in text.sentences() {
        let places = shared::places(text, &sentence.tokens, Cue::Accusation);
        accusations.extend(places.filter_map(|at| accusation(text, sentence, at)));
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

pub(super) const VERBS: &[&str] = &["accused", "accuses", "accusing", "accuse", "blamed", "blames", "blaming", "blame"];

/// An accusation whose verb stands at the token `at`, and the tokens of the accused.
fn accusation(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<(Span, std::ops::Range<usize>)> {
    if !is_any(text, at, VERBS) {
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
    let target = at + 1..end;
    let phrase = (!target.is_empty()).then(|| span_of(text, target.clone()))?;
    let description = text.describe(phrase);
    let name = description.name?;
    let is_known = |it: usize| {
        let word = text.words[it];
        word.classes.has_any(&[Class::Place, Class::Demonym]) || word.shape == Shape::AllCaps
    };
    let is_party = name.clone().all(is_known);
    let has_charge = word(text, end.min(sentence.tokens.end - 1)) != "and";
    (!is_party && has_charge).then(|| (span_of(text, at..name.end.max(at + 1)), name))
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
    fn a_country_is_not_asked() {
        check(&TRAIT, "The minister accused France of delay.");
    }
}
