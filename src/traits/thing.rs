//! What a figure counts, and of which event: what two figures must share before they can disagree.

use std::ops::Range;

use crate::ling::{Annotated, Figure, Unit, WordSet, key};

use super::sourcing::{is_any, word};

/// Something that happens and may be told of again.
#[derive(Clone, Copy)]
pub(super) struct Event {
    /// Index into [`EVENTS`].
    pub(super) class: usize,
    /// *the blast*: one told of before, or the only one.
    pub(super) is_same: bool,
}

/// One event in the words that stand for it, the nouns before the verbs that bring it in; own knowledge of English.
const EVENTS: &[(&[&str], &[&str])] = &[
    (&["blast", "explosion", "bombing", "bomb"], &["exploded"]),
    (&["fire", "blaze"], &[]),
    (&["earthquake", "quake", "tremor"], &[]),
    (&["clashes", "clash", "fighting"], &["clashed"]),
    (&["crash", "collision", "accident", "derailment", "pile-up"], &["crashed", "collided", "derailed"]),
    (&["attack", "shooting", "ambush", "raid", "massacre", "rampage"], &[]),
    (&["siege"], &[]),
    (&["sinking", "shipwreck"], &["sank", "capsized"]),
    (&["collapse"], &["collapsed"]),
    (&["flood", "floods", "flooding"], &[]),
    (&["storm", "hurricane", "cyclone", "typhoon", "tornado"], &[]),
    (&["avalanche", "landslide", "mudslide"], &[]),
    (&["eruption"], &["erupted"]),
    (&["outbreak", "epidemic"], &[]),
    (&["stampede", "crush"], &[]),
    (&["tsunami"], &[]),
    (&["riot", "riots"], &[]),
    (&["march", "rally", "protest", "demonstration"], &["marched", "rallied", "demonstrated"]),
];

/// The words that may tell of an event.
pub(super) fn words_of_events() -> impl Iterator<Item = &'static str> {
    EVENTS.iter().flat_map(|(nouns, verbs)| nouns.iter().chain(*verbs)).copied()
}

/// *a blast*, *the hotel fire*, *exploded*: the event that the word at `at` tells of, in a sentence from `start` on.
pub(super) fn event(text: Annotated<'_>, start: usize, at: usize) -> Option<Event> {
    let own = word(text, at);
    let class = EVENTS.iter().position(|(nouns, verbs)| nouns.contains(&own) || verbs.contains(&own))?;
    if EVENTS[class].1.contains(&own) {
        return Some(Event { class, is_same: false });
    }
    // *the deadly blast*, *the hotel fire*; *the 1990 quake* is another.
    let determiner = (1..=2).map_while(|back| at.checked_sub(back).filter(|&it| it >= start)).find_map(|it| {
        let before = word(text, it).to_ascii_lowercase();
        match before.as_str() {
            "the" | "this" | "that" => Some(Some(true)),
            "a" | "an" => Some(Some(false)),
            _ if !before.bytes().all(|it| it.is_ascii_alphabetic()) => Some(None),
            _ => None,
        }
    });
    determiner.flatten().map(|is_same| Event { class, is_same })
}

/// Returns a number that is equal for figures that count the same kind of thing; none for what is not compared.
///
/// `has_survivors` says whether the text counts wounded too, so that *victims* may be they.
pub(super) fn counted(text: Annotated<'_>, figure: &Figure, has_survivors: bool) -> Option<u64> {
    match figure.unit {
        unit if unit.is_toll() => Some(key(unit.name())),
        Unit::People if !has_survivors && is_victims(text, figure) => Some(key(Unit::Dead.name())),
        Unit::People => is_crowd(text, figure).then(|| key("crowd")),
        Unit::Other => {
            let (noun, harm) = (figure.of?, harm(text, figure)?);
            Some(key(word(text, text.document.tokens_in(noun).end - 1)).rotate_left(7) ^ harm)
        }
        _ => None,
    }
}

/// *the three victims*.
fn is_victims(text: Annotated<'_>, figure: &Figure) -> bool {
    let is_noun = figure.of.is_some_and(|it| &text.document[it] == "victims");
    let sentence = || text.document.sentences()[figure.sentence].tokens.start;
    is_noun && is_definite(text, sentence(), text.document.tokens_in(figure.span))
}

/// What is done to things that are counted: *200 houses were destroyed*.
static HARMS: WordSet =
    WordSet::new("destroyed damaged burned burnt torched flooded demolished razed looted wrecked seized sunk");

/// Whether the token is one of these words.
pub(super) fn is_in(text: Annotated<'_>, at: usize, words: &WordSet) -> bool {
    text.words.get(at).is_some_and(|it| words.is(it))
}

/// Tokens between a thing and what is done to it.
const NEAR: usize = 3;

fn harm(text: Annotated<'_>, figure: &Figure) -> Option<u64> {
    let mut near = around(text, figure, NEAR);
    near.find(|&it| is_in(text, it, &HARMS)).map(|it| text.words[it].key)
}

/// Who makes a crowd.
static CROWD: WordSet = WordSet::new(
    "people persons protesters protestors demonstrators supporters marchers followers fans participants men women",
);

/// People counted as a crowd: *4,000 people marched*, *a crowd of 4,000 people*.
fn is_crowd(text: Annotated<'_>, figure: &Figure) -> bool {
    static DO: WordSet =
        WordSet::new("marched rallied protested gathered demonstrated attended turned took joined crowd");
    let is_noun = figure.low >= MIN_CROWD && figure.of.is_some_and(|it| CROWD.has(key(&text.document[it])));
    let is_march = || around(text, figure, NEAR).any(|it| is_in(text, it, &DO));
    is_noun && is_march()
}

/// Fewer are no crowd.
const MIN_CROWD: f64 = 50.0;

/// The tokens of its sentence up to `reach` before and behind a figure.
fn around(text: Annotated<'_>, figure: &Figure, reach: usize) -> impl Iterator<Item = usize> {
    let sentence = &text.document.sentences()[figure.sentence].tokens;
    let own = text.document.tokens_in(figure.span);
    let before = own.start.saturating_sub(reach).max(sentence.start)..own.start;
    before.chain(own.end..(own.end + reach).min(sentence.end))
}

/// *the 17 workers killed*, *all 17 workers killed*, *the death toll*: told of before.
pub(super) fn is_definite(text: Annotated<'_>, start: usize, own: Range<usize>) -> bool {
    let is_one = |it: usize| is_any(text, it, "the all these those");
    let is_led = own.start > start && is_one(own.start - 1);
    // *put the crowd at 15,000*
    let is_crowd = || {
        let mut before = (own.start.saturating_sub(NEAR).max(start)..own.start).rev();
        before.any(|it| it > start && word(text, it) == "crowd" && is_one(it - 1))
    };
    is_led || is_crowd()
}

/// How the nouns of two figures stand to each other.
pub(super) enum Nouns {
    Same,
    FirstIsPart,
    SecondIsPart,
    Other,
}

/// Whether two figures count the same people, or those of one may be some of the other's.
pub(super) fn nouns(text: Annotated<'_>, a: &Figure, b: &Figure) -> Nouns {
    const ANYBODY: &[&str] = &["people", "persons", "victims", "others"];
    let noun = |it: &Figure| it.of.map(|span| text.document[span].to_ascii_lowercase());
    let (a, b) = (noun(a), noun(b));
    let is_anybody = |it: &Option<String>| it.as_deref().is_none_or(|it| ANYBODY.contains(&it) || is_fate(it));
    match (is_anybody(&a), is_anybody(&b)) {
        (true, true) => Nouns::Same,
        (false, true) => Nouns::FirstIsPart,
        (true, false) => Nouns::SecondIsPart,
        (false, false) if a == b => Nouns::Same,
        (false, false) => Nouns::Other,
    }
}

/// *12 deaths*, *14 arrests*: whoever they are.
fn is_fate(noun: &str) -> bool {
    matches!(noun, "deaths" | "fatalities" | "bodies" | "corpses" | "lives" | "arrests" | "detentions" | "dead")
}
