//! Tolls, and who counted them.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{
    Annotated, Class, Figure, Hedge, KeyIndex, Phrases, Shape, SourceKind, Unit, WordSet, is_one_of, pair,
};
use crate::text::{Sentence, Span};
use crate::traits::{Finding, Findings};

use super::missing_attribution::cites;
use super::sourcing::{Backing, attributions_before, is_any, is_year, phrases, token_before, word};
use super::thing::is_in;

/// Tolls that nobody in the article stands behind.
pub(super) fn figures(text: Annotated<'_>, backing: &Backing<'_>, findings: &mut Findings) {
    let is_toll = |it: &&Figure| {
        // One or two people, or a few arrests, are told of with their names or not at all.
        let fewest = match it.unit {
            Unit::Dead | Unit::Wounded => 3.0,
            Unit::Arrested => 10.0,
            _ => return false,
        };
        // *injuring dozens* is told in passing.
        let is_in_passing = it.hedge == Hedge::Vague && it.unit != Unit::Dead;
        it.block.is_prose() && it.low >= fewest && !it.is_part && !is_in_passing
    };
    let toll = |it: &Figure| pair(it.unit as u64, it.low.to_bits());
    let tolls = text.facts.figures.iter().filter(is_toll);
    let is_sourced = |it: &Figure| it.attribution.is_some_and(|it| text.attributions[it].kind != SourceKind::Nobody);
    let sourced = KeyIndex::of(tolls.filter(|it| is_sourced(it)).map(toll));
    let mut flagged_in = None;
    let mut flagged = KeyIndex::default();
    for figure in text.facts.figures.iter().filter(is_toll) {
        let Some(sentence) = text.document.sentences().get(figure.sentence) else { continue };
        let last = figure.sentence.checked_sub(1).and_then(|it| text.document.sentences().get(it));
        let is_beside = |it: &&Sentence| it.paragraph == sentence.paragraph;
        let before = last.filter(is_beside);
        let behind = text.document.sentences().get(figure.sentence + 1).filter(is_beside);
        let is_background = || {
            is_definite(text, figure.span)
                || is_own_count(figure)
                || figure.hedge == Hedge::Vague && is_aside(text, sentence, figure)
                || before.is_some_and(|it| has_year(text, it, YEARS))
                || is_past(text, sentence)
                || figure.hedge == Hedge::Exact && figure.low < 10.0 && is_dated_accident(text, sentence, last)
        };
        if text.is_quoted(figure.span) || is_shouted(text, figure.span) || is_background() {
            continue;
        }
        let carried = || {
            before.is_some_and(|it| cites(text, it) || backing.touches(it.span))
                || behind.is_some_and(|it| is_told_by_body(text, it))
        };
        if is_sourced(figure) || backing.behind(figure.span).is_some() || cites(text, sentence) {
            findings.clear(figure.span, "The sentence cites somebody.");
        } else if sourced.has(toll(figure)) {
            findings.clear(figure.span, "The article gives a source for this figure.");
        } else if carried() {
            findings.clear(figure.span, "The source of the sentence beside it stands behind it.");
        } else if flagged.get_or_insert(toll(figure), figure.sentence) == figure.sentence
            && flagged_in.replace(figure.sentence) != Some(figure.sentence)
        {
            findings.add(Finding::new(figure.span).kind("figure").note("Who counted?"));
        }
    }
}

/// *when a bus overturned on Saturday*, or the day told in the sentence before: anybody can look it up.
fn is_dated_accident(text: Annotated<'_>, sentence: &Sentence, before: Option<&Sentence>) -> bool {
    static ACCIDENTS: WordSet = WordSet::new(
        "accident avalanche capsized collided collision crash crashed derailed derailment landslide lightning \
        mudslide overturned plunged skidded",
    );
    let has_day = |it: &Sentence| it.tokens.clone().take(LONGEST).any(|at| text.words[at].is(Class::Weekday));
    sentence.tokens.clone().take(LONGEST).any(|at| is_in(text, at, &ACCIDENTS))
        && (has_day(sentence) || before.is_some_and(has_day))
}

/// *The police arrested 33*: of what it did itself.
fn is_own_count(figure: &Figure) -> bool {
    figure.unit == Unit::Arrested && figure.hedge == Hedge::Exact && figure.span.start() < figure.number.start()
}

/// *has been shut since two crashes killed hundreds*, and not *after a blast killed dozens on Friday*.
fn is_aside(text: Annotated<'_>, sentence: &Sentence, figure: &Figure) -> bool {
    const NEAR: usize = 8;
    let at = text.document.tokens_in(figure.span).start;
    let tokens = &sentence.tokens;
    (tokens.start.max(at.saturating_sub(NEAR))..at).any(|it| is_any(text, it, "since after when"))
        && !tokens
            .clone()
            .take(LONGEST)
            .any(|it| text.words[it].is(Class::Weekday) || is_any(text, it, "today yesterday"))
}

/// *Seven people were hurt. The road was shut, police said.*
fn is_told_by_body(text: Annotated<'_>, behind: &Sentence) -> bool {
    let next = text.attributions.get(attributions_before(text, behind.span.start()));
    next.is_some_and(|it| it.kind == SourceKind::Institution && it.cue.iter().all(|it| behind.span.contains(*it)))
}

/// A line in capitals is a heading.
fn is_shouted(text: Annotated<'_>, figure: Span) -> bool {
    !text.document[figure].contains(char::is_lowercase)
}

/// *the 40 people killed*, *the fire that killed 40*: told of before.
fn is_definite(text: Annotated<'_>, figure: Span) -> bool {
    token_before(text, figure).is_some_and(|it| {
        text.words[it].classes.has_any(&[Class::Possessive]) || is_any(text, it, "the those these that which")
    })
}

/// How much of a sentence is read.
const LONGEST: usize = 120;

/// The years that are told of in numbers.
const YEARS: Range<u32> = 1600..2100;

/// Whether a sentence tells of a year, so that the next one may go on about it.
fn has_year(text: Annotated<'_>, sentence: &Sentence, years: Range<u32>) -> bool {
    let is_number = |at: usize| text.words[at].shape == Shape::Number;
    sentence.tokens.clone().take(LONGEST).any(|at| is_number(at) && is_year(text, at, years.clone()))
}

/// Whether a sentence tells of a year before this century: *the flood of 1953*.
pub(super) fn is_history(text: Annotated<'_>, sentence: &Sentence) -> bool {
    has_year(text, sentence, YEARS.start..2000)
}

/// Events that every encyclopedia counts the dead of.
static KNOWN: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "past: 9 / 11 | aberfan | american civil war | amritsar massacre | armenian genocide | auschwitz | bengal famine | bhopal | black death | bloody sunday | \
         chernobyl | columbine | cultural revolution | dachau | {concentration,death,extermination} {camp,camps} | falklands war | {gas chamber,gas chambers} | \
         genocide in {armenia,bosnia,cambodia,namibia,rwanda} | great famine | gulag | grenfell | gulf war | hillsborough | hiroshima | holocaust | \
         holodomor | hurricane katrina | khmer rouge | killing fields | korean war | lockerbie | lusitania | nagasaki | nanjing massacre | the nazis | \
         pearl harbor | pol pot | rwandan genocide | sandy hook | september 11 | spanish flu | srebrenica | tiananmen | titanic | treblinka | \
         spanish civil war | vietnam war | world war",
    )
});

/// A toll of years ago can be looked up: *in 2003*, *last year*.
fn is_past(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const SHORT: &str = "jan feb apr aug sep sept oct nov dec";
    static PAST: WordSet = WordSet::new("ago last decades decade anniversary convicted trial sentenced");
    sentence.tokens.clone().take(LONGEST).any(|at| {
        let it = text.words[at];
        let is_short = || {
            text.document.tokens()[at].span.len() <= "Sept.".len()
                && is_one_of(word(text, at).trim_end_matches('.'), SHORT)
        };
        let is_month = || it.is_capital() && (it.is(Class::Month) || is_short());
        it.shape == Shape::Number && is_year(text, at, YEARS)
            || is_in(text, at, &PAST)
            || is_month()
            || KNOWN.at(text.words, at).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::super::missing_attribution::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_toll_of_long_ago() {
        check(&TRAIT, "The dam gave way in August 1937. Eleven people drowned.");
        check(&TRAIT, "The dam gave way. [[Eleven people drowned]].");
    }

    #[test]
    fn a_later_source_of_the_same_figure() {
        check(&TRAIT, "Nine people were killed in the port. Medics said nine people were killed.");
        check(&TRAIT, "Nine people were killed in the port. The road was shut, the police said.");
        check(&TRAIT, "[[Nine people were killed]] in the port. It was loud, said Ann Lee.");
    }

    #[test]
    fn a_toll_in_dozens() {
        check(&TRAIT, "[[Dozens of people were killed]] in the port on Friday.");
        check(&TRAIT, "[[Tens of thousands of people were killed]] in the port.");
        check(&TRAIT, "A lorry drove into the fair, injuring dozens.");
        check(&TRAIT, "[[Dozens of people were killed]] when a bus struck a queue.");
        check(&TRAIT, "The medics counted nineteen injured people.");
        check(&TRAIT, "Dozens of people were killed in the port, the hospital said.");
        check(&TRAIT, "Dozens of people came to the port.");
    }

    #[test]
    fn tolls_that_need_no_source() {
        check(&TRAIT, "A week after a fire that killed 14, the mayor spoke.");
        check(&TRAIT, "Guards arrested 33 men at the port. [[Some 90 men were arrested]] at the fort.");
        check(&TRAIT, "The line was shut after two crashes killed hundreds of people.");
        check(&TRAIT, "The army moved in on Friday after riots [[killed hundreds of people]].");
        check(&TRAIT, "Two former players died in a car crash over the weekend.");
        check(&TRAIT, "NINE DEAD IN HARBOUR FIRE. The town woke late.");
    }

    #[test]
    fn a_dated_toll() {
        check(&TRAIT, "The attack on Dec. 2 killed 14 people.");
        check(&TRAIT, "Three people were killed when a bus overturned on Saturday.");
        check(&TRAIT, "A van hit a wall on Saturday. Three people were killed in the crash.");
        check(&TRAIT, "[[Nine people were killed]] in the square on Saturday.");
    }

    #[test]
    fn a_toll_that_history_books_give() {
        check(&TRAIT, "In the Holocaust, six million Jews were murdered.");
        check(&TRAIT, "The First World War killed about 20 million people.");
        check(&TRAIT, "The 9/11 attacks killed nearly 3,000 people.");
        check(&TRAIT, "Thousands were murdered in the gas chambers. The genocide in Rwanda killed 800,000 people.");
        check(&TRAIT, "The shelling of the port [[killed nearly 3,000 people]].");
    }

    #[test]
    fn an_old_toll() {
        check(&TRAIT, "Nine people were killed in the fire of 1987. In 1871 a fire killed 300 people in the town.");
    }
}
