//! Figures for one thing that disagree.

use std::collections::HashMap;

use crate::ling::{Annotated, Figure, Hedge, Unit, key};
use crate::text::{Span, TokenKind};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Polarity, Reference, Trait, TraitId, record};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("number-conflict"),
    name: "Figures that disagree",
    family: Family::Consistency,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Two figures for what seems to be one thing do not agree, and no word near them says why.",
        why: "One of them may be wrong, or old.",
        but: "They may come from different days, places or counts.",
        standards: &[Reference {
            asks: "When reports of a toll conflict, explain it: give the range, or the best figure with its source.",
            source: "BBC Editorial Guidelines 11.3.1",
        }],
        question: "Does the text say why these differ?",
        examples: &[
            Example(
                "The report counts [[four people killed]] in Marlow. A medic said [[nine people were killed]] in Marlow.",
            ),
            Example("The blast [[killed 12 people]]. The mayor said [[15 people died]] in the blast."),
            Example("[[Four were killed]] in Marlow. A medic said [[nine people had been killed]] in Marlow."),
            Example("Ann Reed, [[41]], was first to arrive. Reed, [[43]], called the police."),
            Example("Four people were killed in Marlow on Monday. Nine people were killed in Marlow on Friday."),
            Example("Four soldiers were killed in Marlow. Nine civilians were killed in Marlow."),
            Example("Four people were killed in Marlow on Monday. Nine people were killed in Marlow in January."),
            Example("At least four people were killed in Marlow. Officials said five people died in Marlow."),
            Example("Four people were killed in Marlow. The toll later rose: nine people were killed in Marlow."),
        ],
        failures: &[
            "two events of one kind in one place, with no day given for either",
            "a figure that counts a part of another without a word such as “among them”",
        ],
        record: record::of("number-conflict"),
    },
    detect,
};

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let figure = |it: usize| &text.facts.figures[it];
    for (a, b) in conflicts(text) {
        report(text, findings, figure(a), figure(b));
    }
    for (a, b) in age_conflicts(text) {
        let age = |it: usize| &text.facts.ages[it];
        for (here, there) in [(age(a), age(b)), (age(b), age(a))] {
            findings.add(Finding::new(here.span).note(format!("“{}” elsewhere in the text.", there.years)));
        }
    }
}

/// What two figures must share to be of one thing.
type Thing = (Unit, u64);

/// Figures of one thing kept for comparing with later ones.
const MAX_KEPT: usize = 4;

/// Returns pairs of figures of one thing that exclude each other, as indices.
pub(crate) fn conflicts(text: Annotated<'_>) -> Vec<(usize, usize)> {
    let mut seen: HashMap<Thing, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, figure) in text.facts.figures.iter().enumerate() {
        if !figure.unit.is_toll() || figure.is_part || figure.hedge == Hedge::Vague || !figure.block.is_prose() {
            continue;
        }
        let context = Context::of(text, figure);
        let place = figure.place.map(|it| text.facts.places[it].key);
        let Some(thing) = place.or(context.event).filter(|_| !context.is_reconciled) else { continue };
        let earlier = seen.entry((figure.unit, thing)).or_default();
        let other = earlier.iter().copied().find(|&it| differ(text, figure, &text.facts.figures[it]));
        pairs.extend(other.map(|it| (it, at)));
        if earlier.len() < MAX_KEPT {
            earlier.push(at);
        }
    }
    pairs
}

/// What the sentence of a figure says besides it.
struct Context {
    /// A word says why the figure may differ from another.
    is_reconciled: bool,
    /// The one event told of: *the blast*.
    event: Option<u64>,
}

/// Tokens read on each side of a figure.
const REACH: usize = 40;

impl Context {
    fn of(text: Annotated<'_>, figure: &Figure) -> Self {
        let sentence = &text.document.sentences()[figure.sentence];
        let own = text.document.tokens_in(figure.span);
        let from = own.start.saturating_sub(REACH).max(sentence.tokens.start);
        let to = (own.end + REACH).min(sentence.tokens.end);
        let mut events = (from..to).filter(|it| !own.contains(it)).filter_map(|it| event(text, it));
        let event = events.next().filter(|first| events.all(|it| it == *first));
        let is_reconciled =
            (from..to).any(|it| text.document.tokens()[it].kind == TokenKind::Word && reconciles(text, it));
        Self { is_reconciled, event }
    }
}

/// Words after which another figure is no contradiction; own knowledge of English.
const RECONCILING: &[&str] = &[
    "additional",
    "ago",
    "also",
    "altogether",
    "among",
    "another",
    "average",
    "but",
    "climbed",
    "combined",
    "conflicting",
    "contradict",
    "contradicted",
    "could",
    "deadliest",
    "different",
    "disputed",
    "each",
    "earlier",
    "elsewhere",
    "every",
    "fresh",
    "further",
    "grew",
    "had",
    "however",
    "if",
    "including",
    "increased",
    "initial",
    "initially",
    "jumped",
    "last",
    "later",
    "may",
    "might",
    "more",
    "other",
    "others",
    "overall",
    "per",
    "previous",
    "previously",
    "raised",
    "raising",
    "revised",
    "risen",
    "rising",
    "rose",
    "second",
    "separate",
    "separately",
    "similar",
    "since",
    "so",
    "then",
    "third",
    "total",
    "tuesday's",
    "unclear",
    "updated",
    "whereas",
    "whom",
    "worst",
    "would",
    "year",
    "years",
    "yesterday",
];

fn reconciles(text: Annotated<'_>, at: usize) -> bool {
    let word = &text.document[text.document.tokens()[at].span];
    // The longest word of the list has twelve letters.
    if word.len() > 14 {
        return false;
    }
    // *more than nine*; *said nine had been killed*.
    let leads = |it: &&&str| {
        let next = text.words.get(at + 1).map(|it| it.key);
        **it == "more" && next == Some(key("than")) || **it == "had" && next == Some(key("been"))
    };
    RECONCILING.iter().find(|it| it.eq_ignore_ascii_case(word)).filter(|it| !leads(it)).is_some()
}

/// Events that kill; own knowledge of English.
const EVENTS: &[&str] = &[
    "accident",
    "ambush",
    "attack",
    "avalanche",
    "blast",
    "blaze",
    "bombing",
    "clash",
    "clashes",
    "collapse",
    "collision",
    "crash",
    "cyclone",
    "derailment",
    "earthquake",
    "eruption",
    "explosion",
    "fire",
    "flood",
    "hurricane",
    "landslide",
    "massacre",
    "outbreak",
    "quake",
    "raid",
    "riot",
    "shooting",
    "siege",
    "stampede",
    "storm",
    "tornado",
    "tsunami",
];

/// *the blast*, *Monday’s attack*, with nothing that makes it one of many.
fn event(text: Annotated<'_>, at: usize) -> Option<u64> {
    let word = &text.document[text.document.tokens()[at].span];
    if word.len() > 12 || !EVENTS.contains(&word) || at == 0 {
        return None;
    }
    let is_definite = |at: usize| {
        let word = &text.document[text.document.tokens()[at].span];
        word.eq_ignore_ascii_case("the") || word.eq_ignore_ascii_case("this")
    };
    is_definite(at - 1).then(|| text.words[at].key)
}

fn differ(text: Annotated<'_>, a: &Figure, b: &Figure) -> bool {
    let ((low_a, high_a), (low_b, high_b)) = (bounds(a), bounds(b));
    let dates = (a.date.map(|it| text.facts.dates[it]), b.date.map(|it| text.facts.dates[it]));
    let is_one_day = match dates {
        // A weekday and a month say nothing of each other.
        (Some(a), Some(b)) => a.may_equal(&b) && a.shares_a_part(&b),
        // A day on one side alone may set the two apart.
        (None, None) => true,
        _ => false,
    };
    let is_one_noun = same_noun(text, a, b);
    (high_a < low_b || high_b < low_a) && is_one_day && is_one_noun && a.sentence != b.sentence
}

/// Whether the nouns counted do not set the two apart.
fn same_noun(text: Annotated<'_>, a: &Figure, b: &Figure) -> bool {
    let noun = |it: &Figure| it.of.map(|span| key(&text.document[span]));
    noun(a).zip(noun(b)).is_none_or(|(a, b)| a == b || a == key("people") || b == key("people"))
}

/// The values a figure may stand for, by what writers mean: *over 70* is not 500.
fn bounds(figure: &Figure) -> (f64, f64) {
    let (low, high) = (figure.low, figure.high);
    match figure.hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (low, high),
        Hedge::AtLeast => (low, 2.0 * high),
        Hedge::AtMost => (0.5 * low, high),
        Hedge::About => (0.85 * low, 1.15 * high),
    }
}

fn report(text: Annotated<'_>, findings: &mut Findings, a: &Figure, b: &Figure) {
    let words = |it: Span| &text.document[it];
    let place = a.place.map(|it| format!(" in {}", words(text.facts.places[it].span))).unwrap_or_default();
    for (here, there) in [(a, b), (b, a)] {
        let note =
            format!("“{}” here, “{}” elsewhere{place}. Does the text say why?", words(here.span), words(there.span));
        findings.add(Finding::new(here.span).note(note));
    }
}

/// Returns pairs of ages of one person, as indices.
pub(crate) fn age_conflicts(text: Annotated<'_>) -> Vec<(usize, usize)> {
    let facts = text.facts;
    let mut first = vec![None; facts.people.len()];
    let mut pairs = Vec::new();
    for (at, age) in facts.ages.iter().enumerate() {
        let Some(person) = age.name.and_then(|it| facts.names[it].person) else { continue };
        let earlier = *first[person].get_or_insert(at);
        if facts.ages[earlier].years != age.years {
            pairs.push((earlier, at));
        }
    }
    pairs
}
