//! What a figure counts: the noun behind it and the fate told of it.

use crate::text::TokenKind;

use super::fact_word::{FactWord, Role};
use super::figure::Unit;
use super::key_index::WordSet;
use super::number::{Number, Tokens};
use super::word::{Shape, key_of};

const AT: u32 = key_of("at");
const TOLL: u32 = key_of("toll");

/// Words read ahead of a number for what it counts, and back for the verb.
const MAX_AHEAD: usize = 10;
const MAX_BACK: usize = 4;

/// What a number counts, and which tokens say so.
pub(super) struct Counted {
    pub(super) unit: Unit,
    /// Index of the noun counted.
    pub(super) noun: Option<usize>,
    pub(super) first: usize,
    pub(super) end: usize,
}

impl Counted {
    pub(super) fn read(tokens: &Tokens<'_>, at: usize, number: &Number) -> Option<Self> {
        let next = number.end;
        let (before, behind) = (tokens.text(at.wrapping_sub(1)), tokens.text(next));
        let all = tokens.document.tokens();
        if matches!(before, "$" | "£" | "€" | "¥") && !all[at].spaced {
            return Some(Self { unit: Unit::Money, noun: None, first: at - 1, end: next });
        }
        let is_per = behind.eq_ignore_ascii_case("per");
        if behind == "%" || is_per && tokens.has(next + 1, words!["cent", "cents"]) {
            return Some(Self { unit: Unit::Percent, noun: None, first: at, end: next + 1 + usize::from(is_per) });
        }
        // *#5*, *5:30*, *3-2*, *No. 5*, *iPhone 7*: no counts.
        let glued = |at: usize| at < tokens.end && !all[at].spaced;
        let is_part_of_code = glued(at)
            && matches!(before, "#" | "@" | "/" | ":" | "-" | "–" | "No" | "." | "+" | "_" | "=")
            || glued(next)
                && (matches!(behind, ":" | "/" | "-" | "–" | "_" | "@" | "=") || behind == "." && glued(next + 1));
        // *one in three pupils*: a share.
        let is_share = tokens.is(at.wrapping_sub(1), "in") && tokens.has(at.wrapping_sub(2), words!["one", "two"]);
        if is_part_of_code || is_share {
            return None;
        }
        Self::from_words(tokens, at, number)
    }

    fn from_words(tokens: &Tokens<'_>, at: usize, number: &Number) -> Option<Self> {
        let noun = head_noun(tokens, number.end);
        let behind = noun.map_or(number.end, |it| it + 1);
        let fact = noun.map(|it| tokens.roles(it)).unwrap_or_default();
        let made = |unit, end| Some(Self { unit, noun, first: at, end });
        let is_one = number.low == 1.0 && tokens.document.tokens()[at].kind == TokenKind::Word;
        if is_one && fact.is_any(&[Role::Time, Role::People]) {
            return None;
        }
        for (role, unit) in [
            (Role::Time, Unit::Time),
            (Role::Length, Unit::Length),
            (Role::Money, Unit::Money),
            (Role::Percent, Unit::Percent),
        ] {
            if fact.is(role) {
                return made(unit, behind);
            }
        }
        for (role, unit) in [(Role::Deaths, Unit::Dead), (Role::Arrests, Unit::Arrested)] {
            let is_count = fact.is(role);
            if is_count && (!tokens.is(behind - 1, "lives") || is_lost(tokens, at, behind)) {
                return made(unit, behind);
            }
        }
        // *injuries* are people, *casualties* may be dead: neither is a toll of its own.
        if let Some((unit, end)) = fate_behind(tokens, noun, number.end, behind) {
            return made(unit, end);
        }
        if let Some((unit, first)) = fate_before(tokens, at, noun) {
            let is_toll = tokens.is(first + 1, "toll");
            let (noun, end) = if is_toll { (None, number.end) } else { (noun, behind) };
            return Some(Self { unit, noun, first, end });
        }
        if fact.is(Role::People) {
            return made(Unit::People, behind);
        }
        // *put the number of passengers at 240*
        if noun.is_none()
            && let Some(first) = put_at(tokens, at)
        {
            let is_people = |it: usize| tokens.roles(it).is(Role::People) || tokens.has(it, words!["board", "aboard"]);
            let unit = if (first..at).any(is_people) { Unit::People } else { Unit::Other };
            return Some(Self { unit, noun, first, end: number.end });
        }
        // A lone *one* or a year counts nothing.
        let is_year = tokens.text(at).len() == 4 && number.end == at + 1 && (1700.0..2100.0).contains(&number.low);
        let is_one = !number.is_vague && number.low == 1.0 && tokens.document.tokens()[at].kind == TokenKind::Word;
        match noun {
            Some(_) if !is_year && !is_one => made(Unit::Other, behind),
            None if number.is_vague => made(Unit::People, number.end),
            _ => None,
        }
    }
}

/// Where *number* stands in *put the number on board at*.
fn put_at(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let before = |it: usize, most: usize| (tokens.first..it).rev().take(most);
    let lead = before(at, 3).find(|&it| tokens.is_word(it, AT))?;
    let number = before(at, MAX_AHEAD).find(|&it| tokens.is(it, "number")).filter(|&it| it < lead)?;
    before(number, 2).any(|it| tokens.has(it, words!["put", "puts"])).then_some(number)
}

/// The last word of the noun phrase behind a number.
fn head_noun(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    const STOPS: &[Role] = &[
        Role::Preposition,
        Role::Determiner,
        Role::Conjunction,
        Role::Pronoun,
        Role::Be,
        Role::Kill,
        Role::Die,
        Role::Dead,
        Role::Wound,
        Role::Arrest,
        Role::Missing,
        Role::Displaced,
        Role::Between,
        Role::Weekday,
    ];
    let mut head = None;
    let from = if tokens.is(from, "of") {
        from + 1 + usize::from(tokens.has(from + 1, words!["the", "its", "their", "his", "her"]))
    } else {
        from
    };
    for at in from..(from + MAX_AHEAD / 2).min(tokens.end) {
        let fact = tokens.roles(at);
        let shape = tokens.shape(at);
        // A participle before a noun describes it: *10 wounded soldiers*, *three armed men*.
        let describes = fact.is_any(&[Role::Wound, Role::Missing, Role::Displaced, Role::Dead, Role::Arrest])
            && tokens.roles(at + 1).is(Role::People);
        let is_stop = fact.is_any(STOPS) && !describes
            || shape == Shape::Punct
            || tokens.document.tokens()[at].kind != TokenKind::Word;
        if is_stop || tokens.word(at).is_some_and(|it| it.possessive && at > from) {
            break;
        }
        head = Some(at);
        if fact.is_any(&[
            Role::People,
            Role::Time,
            Role::Length,
            Role::Money,
            Role::Percent,
            Role::Deaths,
            Role::Arrests,
        ]) {
            break;
        }
        // Verbs are not listed: a word that is plainly a verb ends the phrase.
        if shape == Shape::Lower && is_past(tokens.text(at)) && !describes_next(tokens, at) {
            head = (at > from).then(|| at - 1);
            break;
        }
    }
    head
}

/// Whether a noun follows, so that a participle describes it: *armed men*.
fn describes_next(tokens: &Tokens<'_>, at: usize) -> bool {
    let next = tokens.roles(at + 1);
    let is_noun = tokens.shape(at + 1) == Shape::Lower && is_plural(tokens.text(at + 1));
    is_noun && !next.is_any(&[Role::Preposition, Role::Determiner, Role::Conjunction, Role::Pronoun, Role::Be])
}

/// Whether a word looks like a verb in the past.
fn is_past(word: &str) -> bool {
    word.ends_with("ed") && word.len() > 4
        || matches!(
            word,
            "said"
                | "took"
                | "came"
                | "went"
                | "stood"
                | "fell"
                | "fled"
                | "told"
                | "made"
                | "gave"
                | "met"
                | "began"
                | "left"
                | "won"
                | "lost"
        )
}

/// *were killed*, *killed*, *dead*, *died*, behind the noun or right behind the number.
fn fate_behind(tokens: &Tokens<'_>, noun: Option<usize>, number_end: usize, behind: usize) -> Option<(Unit, usize)> {
    // *10 wounded soldiers*
    if let Some(noun) = noun.filter(|&noun| number_end < noun) {
        let fate = tokens.roles(number_end);
        let unit = described(fate);
        if unit.is_some() && tokens.roles(noun).is(Role::People) {
            return unit.map(|unit| (unit, noun + 1));
        }
    }
    // *of them*, *of whom*: the part is a figure of its own.
    // *12 people who died*
    let start = behind + usize::from(tokens.is(behind, "who") || tokens.is(behind, "that"));
    let between = (start..start + 5).take_while(|&at| {
        let fact = tokens.roles(at);
        !is_fate(fact) && fact.is_any(&[Role::Be, Role::Between])
    });
    let at = start + between.count();
    let has_be = (start..at).any(|it| tokens.roles(it).is(Role::Be));
    // A fate told of things, not people: *two cars were damaged and three missing*.
    let of_people = noun.is_none_or(|it| tokens.roles(it).is(Role::People) || is_plural(tokens.text(it)));
    if !of_people {
        return None;
    }
    let fact = tokens.roles(at);
    let is_shot = tokens.is(at, "shot");
    if !is_fate(fact) && !is_shot && !tokens.is(at, "lost") {
        return None;
    }
    if is_shot && tokens.is(at + 1, "dead")
        || is_shot && tokens.has(at + 1, words!["and", "to"]) && tokens.has(at + 2, words!["killed", "death"])
    {
        let end = if tokens.is(at + 1, "dead") { at + 2 } else { at + 3 };
        return (has_be || !has_object(tokens, end)).then_some((Unit::Dead, end));
    }
    // *lost their lives*
    if tokens.is(at, "lost") && tokens.roles(at + 1).is(Role::Determiner) && tokens.has(at + 2, words!["lives", "life"])
    {
        return Some((Unit::Dead, at + 3));
    }
    if fact.is(Role::Die) && tokens.has(at, words!["died", "die", "perished", "drowned", "dies", "dying"]) {
        return Some((Unit::Dead, at + 1));
    }
    let unit = suffered(tokens, at).or_else(|| described(fact))?;
    let is_verb = fact.is_any(&[Role::Kill, Role::Wound, Role::Arrest]);
    if is_verb && !has_be && has_object(tokens, at + 1) {
        return None;
    }
    Some((unit, at + 1))
}

fn is_fate(fact: FactWord) -> bool {
    fact.is_any(&[Role::Kill, Role::Die, Role::Wound, Role::Dead, Role::Arrest, Role::Missing, Role::Displaced])
}

/// A fate as a participle: *killed*, *hurt*.
fn suffered(tokens: &Tokens<'_>, at: usize) -> Option<Unit> {
    let of = [(Role::Kill, Unit::Dead), (Role::Wound, Unit::Wounded), (Role::Arrest, Unit::Arrested)];
    let is_participle = || is_past(tokens.text(at)) || tokens.has(at, words!["slain", "hurt"]);
    let fate = of.into_iter().find(|(role, _)| tokens.roles(at).is(*role));
    fate.filter(|_| is_participle()).map(|it| it.1)
}

/// A fate as an adjective.
fn described(fact: FactWord) -> Option<Unit> {
    let of = [
        (Role::Dead, Unit::Dead),
        (Role::Missing, Unit::Missing),
        (Role::Displaced, Unit::Displaced),
        (Role::Wound, Unit::Wounded),
        (Role::Arrest, Unit::Arrested),
    ];
    of.iter().find(|(role, _)| fact.is(*role)).map(|&(_, unit)| unit)
}

/// Whether what follows a verb is its object: *killed two men*, *killed him*.
fn has_object(tokens: &Tokens<'_>, at: usize) -> bool {
    let fact = tokens.roles(at);
    let is_time = fact.is_any(&[Role::Weekday, Role::Month]);
    fact.is_any(&[Role::Determiner, Role::Pronoun]) && !tokens.has(at, words!["that", "this"])
        || fact.is_number()
        || !is_time && matches!(tokens.shape(at), Shape::Number | Shape::Capital | Shape::AllCaps)
        || fact.is(Role::People)
        || tokens.has(at, words!["at", "about", "more"])
            && (tokens.roles(at + 2).is_number() || tokens.shape(at + 2) == Shape::Number)
}

/// *lives were lost*, *claimed 12 lives*: not *12 lives* in a game.
fn is_lost(tokens: &Tokens<'_>, at: usize, behind: usize) -> bool {
    (behind..behind + 3).any(|it| tokens.is(it, "lost"))
        || (1..=MAX_BACK).any(|back| {
            at >= back
                && tokens.has(at - back, words!["claimed", "claiming", "cost", "claim", "costing", "taken", "took"])
        })
}

/// *killed at least*, *killing*, *death toll of*, before the number.
fn fate_before(tokens: &Tokens<'_>, at: usize, noun: Option<usize>) -> Option<(Unit, usize)> {
    let is_people = noun.is_none_or(|it| tokens.roles(it).is(Role::People) || is_plural(tokens.text(it)));
    let has_toll = || (1..=MAX_BACK).any(|back| at >= tokens.first + back && tokens.is_word(at - back, TOLL));
    if !(is_people || has_toll()) || tokens.has(noun.unwrap_or(at) + 1, words!["ago", "later", "earlier"]) {
        return None;
    }
    for back in 1..=MAX_BACK {
        let place = at.checked_sub(back).filter(|&it| it >= tokens.first)?;
        let fact = tokens.roles(place);
        // *leaving four people dead* is read behind the noun; here the verb leads.
        if fact.is_any(&[Role::Kill, Role::Wound, Role::Arrest]) && !is_passive(tokens, place) {
            let unit = if fact.is(Role::Kill) {
                Unit::Dead
            } else if fact.is(Role::Wound) {
                Unit::Wounded
            } else {
                Unit::Arrested
            };
            return Some((unit, place));
        }
        if tokens.is(place, "dead") && place > 0 && tokens.is(place - 1, "shot") && !is_passive(tokens, place - 1) {
            return Some((Unit::Dead, place - 1));
        }
        if tokens.is_word(place, TOLL) {
            let is_death = place > 0 && tokens.is(place - 1, "death");
            return is_death.then(|| (Unit::Dead, place - 1));
        }
        let goes_on = tokens.word(place).is_some_and(|it| BETWEEN.is(it));
        if !goes_on {
            return None;
        }
    }
    None
}

/// Whether the verb at `at` is passive: *was killed by two men*.
fn is_passive(tokens: &Tokens<'_>, at: usize) -> bool {
    // All of them are of the verb *be*, but for *got*.
    let is_be = |at: usize| {
        tokens.roles(at).is(Role::Be)
            && tokens.has(at, words!["was", "were", "be", "been", "being", "is", "are", "got"])
    };
    (1..=2).any(|back| at >= tokens.first + back && is_be(at - back))
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") || matches!(word, "people" | "men" | "women" | "children" | "police")
}

/// Words between a verb and the number of those it befell: *killed at least 12*, *toll rose to 12*.
static BETWEEN: WordSet = WordSet::new(
    "at least most more than over up to as many about around some nearly almost roughly approximately an estimated \
    fewer less no under close exceeding below of from stood stands rose rises was is reached the a climbed has risen \
    hit hits",
);
