//! A toll, a count or a share with its source, or a toll as a range.

use crate::ling::{
    Annotated, Attribution, Class, Figure, Frames, Hedge, Pos, Shape, SourceKind, Unit, Word, WordSet, key_of, keys_of,
};
use crate::text::Span;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{self, Cue};
use super::sourcing::{is_any, span_of, token_before, word};
use super::thing::is_in;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("figure-attributed"),
    name: "Figure with its source",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The text says who gives this count, or gives a range.",
        why: "First counts are often wrong; you can weigh who counted.",
        but: "A source does not make a figure right.",
        question: "Could this source have counted?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Give the range of estimates of casualties, or the best figure with its source; name who counted a crowd.",
        source: "BBC Editorial Guidelines 11.3.1 and 11.3.2",
    }],
    failures: &["A source that repeats somebody else’s count."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[Twelve people were killed]], the city’s hospital said."),
    Example("Mayor Ann Reed said [[40 people were arrested]]."),
    Example("[[Between 10 and 15 people died]] in the fire."),
    Example("Twelve people were killed in the fire."),
    Example("Several people were hurt, the mayor said."),
    Example("“Those 300 people were all killed,” said Mayor Ann Reed."),
    Example("The mayor said the bridge cost $3 million."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for figure in text.facts.figures.iter().filter(|it| it.block.is_prose() && counts(text, it)) {
        if figure.unit.is_toll() && figure.hedge == Hedge::Range {
            findings.add(Finding::new(figure.span).kind("range"));
        } else if is_sourced(text, figure) || is_counted(text, figure) {
            let span = if is_definite(text, figure) { part_of(text, figure.span) } else { Some(figure.span) };
            findings.found.extend(span.map(|it| Finding::new(it).kind("source")));
        }
    }
    for it in text.attributions.iter().filter(|it| is_of_body(it.kind) && reports(text, it)) {
        for &content in it.content.iter().filter(|it| !text.is_quoted(**it)) {
            shares(text, content, findings);
        }
    }
}

/// Who counts more than the dead.
fn is_of_body(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Institution | SourceKind::Document | SourceKind::Outlet | SourceKind::Role)
}

/// *eleven of the sixteen kitchens*
fn part_of(text: Annotated<'_>, whole: Span) -> Option<Span> {
    let of = text.document.tokens_in(whole).start.checked_sub(2).filter(|&it| is_any(text, it, "of"))?;
    let part = of.checked_sub(1).filter(|&it| is_number(text, it) && !is_any(text, it, "one"))?;
    Some(text.document.tokens()[part].span.to(whole))
}

/// The words by which a share is told: *a third of*, *62 per cent of*, *one in five*.
pub(super) const PARTS: &str =
    "half third thirds quarter quarters fifth fifths tenth two-thirds three-quarters % percent cent in";

/// The shares in what somebody tells.
fn shares(text: Annotated<'_>, content: Span, findings: &mut Findings) {
    let tokens = text.document.tokens_in(content);
    for at in shared::places(text, &tokens, Cue::Part) {
        if let Some(end) = share_end(text, at) {
            let start = share_start(text, at).filter(|&it| !is_planned_at(text, tokens.start, it));
            findings.found.extend(start.map(|it| Finding::new(span_of(text, it..end)).kind("source")));
        }
    }
}

fn is_number(text: Annotated<'_>, at: usize) -> bool {
    text.words.get(at).is_some_and(|it| it.is(Class::NumberWord) || it.shape == Shape::Number)
}

/// Where a share begins whose word stands at `at`, with its hedge: *more than two thirds*.
fn share_start(text: Annotated<'_>, at: usize) -> Option<usize> {
    let is_whole = is_any(text, at, "half two-thirds three-quarters");
    let first = match is_any(text, at, "cent") {
        _ if is_whole => at,
        true => at.checked_sub(2)?,
        false => at.checked_sub(1)?,
    };
    let has_number = is_number(text, first) || is_any(text, first, "a an") && !is_any(text, at, "% percent cent in");
    let before = |back: usize, words: &str| first >= back && is_any(text, first - back, words);
    // *the second half of the strikes*, *the top 1 percent of earners*
    let is_ordinal =
        before(1, "top bottom richest poorest") || is_whole && before(1, "first second other latter better the a");
    let hedge = if before(1, "than least") {
        2
    } else {
        usize::from(before(1, "nearly almost about around roughly over some only"))
    };
    (!is_ordinal && (is_whole || has_number)).then(|| first.saturating_sub(hedge))
}

/// Where the share ends: behind those of whom it is one, *the pupils*.
fn share_end(text: Annotated<'_>, at: usize) -> Option<usize> {
    let of = at + 1;
    if is_any(text, at, "in") {
        // *12 in two raids*, *one in five years*: no share.
        let is_one = at > 0 && is_any(text, at - 1, "one") && text.words.get(of)?.is(Class::NumberWord);
        let end = noun_end(text, of + 1, false).filter(|_| is_one)?;
        return (!is_any(text, end - 1, TIMES)).then_some(end);
    }
    let is_half = is_any(text, at, "half") && is_any(text, of, "the all its their");
    let noun = of + usize::from(!is_half);
    // *61 percent of the 702 pupils*
    let noun = if is_any(text, noun, "the") && is_number(text, noun + 1) { noun + 2 } else { noun };
    (is_half || is_any(text, of, "of")).then(|| noun_end(text, noun, is_any(text, at, "% percent cent")))?
}

/// Spans of time, and what comes again and again.
const TIMES: &str = "years months weeks days hours minutes cases games matches raids";

/// Behind the plural that the words from `from` on lead to, or behind any noun: *48% of the vote*.
fn noun_end(text: Annotated<'_>, from: usize, may_be_mass: bool) -> Option<usize> {
    const LONGEST: usize = 6;
    const SMALL: &[Class] = &[Class::Determiner, Class::Possessive];
    const STOPS: Pos = Pos::PAST.or(Pos::MODAL).or(Pos::BE).or(Pos::HAVE).or(Pos::DO).or(Pos::GER).or(Pos::PREP);
    let stops = |at: usize| {
        let it = text.words[at];
        matches!(it.shape, Shape::Punct | Shape::Number)
            || it.pos.is(STOPS)
            || it.is(Class::Pronoun) && !it.classes.has_any(SMALL)
    };
    let last = text.words.len().min(from + LONGEST);
    let end = (from..last).find(|&at| stops(at)).unwrap_or(last);
    let is_small = |at: usize| text.words[at].classes.has_any(SMALL);
    let is_plural = |at: usize| {
        let noun = word(text, at);
        is_any(text, at, "people men women children police staff")
            || noun.ends_with('s') && !noun.ends_with("ss") && !is_small(at) && !text.words[at].possessive
    };
    let plural = (from..end).find(|&at| is_plural(at));
    let has_owner = || (from..end).any(|at| text.words[at].possessive);
    let noun = || (from..end).find(|&at| text.words[at].shape == Shape::Lower && !is_small(at));
    plural.or_else(|| noun().filter(|_| may_be_mass && !has_owner())).map(|it| it + 1)
}

/// A toll, a crowd, or many things; not *two men*.
fn counts(text: Annotated<'_>, figure: &Figure) -> bool {
    // *15 points ahead*, *30 states*
    const KNOWN: [u32; 2] = keys_of(["points", "states"]);
    // *starting at 50 could prevent it*
    let is_known = |it: &Word| it.is_one_of(&KNOWN) || it.pos.is(Pos::MODAL);
    let is_many = || figure.low >= FEWEST && !text.words[text.document.tokens_in(figure.span)].iter().any(is_known);
    let is_count = || matches!(figure.unit, Unit::People | Unit::Other) && figure.of.is_some() && is_many();
    figure.hedge != Hedge::Vague && (figure.unit.is_toll() || is_count()) && !is_limit(text, figure)
}

/// More than one person can count at a glance.
const FEWEST: f64 = 13.0;

/// *no one was hurt*, *60 in 100,000 people*, *nobody under 60 has died*: no count.
fn is_limit(text: Annotated<'_>, figure: &Figure) -> bool {
    static BEFORE: WordSet = WordSet::new("no in per nobody one anyone those people");
    let first = text.document.tokens_in(figure.span).start;
    let Some(before) = first.checked_sub(1).filter(|&it| is_in(text, it, &BEFORE)) else { return false };
    !is_any(text, before, "in per") || before > 0 && text.words[before - 1].shape == Shape::Number
}

fn is_sourced(text: Annotated<'_>, figure: &Figure) -> bool {
    let attribution = figure.attribution.map(|it| &text.attributions[it]).filter(|it| reports(text, it));
    let is_toll = figure.unit.is_toll();
    // A person counts the dead; the millions of a speech are a wish or a boast.
    attribution.is_some_and(|it| match it.kind {
        SourceKind::Named => is_toll,
        kind => is_of_body(kind) && (is_toll || !is_planned(text, figure, it)),
    })
}

/// *The police counted 300 people*, *the ministry has recorded 300 wells*.
fn is_counted(text: Annotated<'_>, figure: &Figure) -> bool {
    const COUNTED: &str = "counted recorded registered logged";
    let tokens = &text.document.sentences()[figure.sentence].tokens;
    let first = text.document.tokens_in(figure.span).start;
    let before = |at: usize, most: usize| (at.saturating_sub(most).max(tokens.start)..at).rev();
    let is_body = |it: usize| {
        let word = text.words[it];
        let is_name = word.is_capital() && !word.classes.has_any(&[Class::Pronoun, Class::Place]);
        word.classes.has_any(&[Class::Institution, Class::Body]) || is_name
    };
    let verb = before(first, 1).find(|&it| is_any(text, it, COUNTED));
    let counter = verb.and_then(|it| before(it, 2).find(|&it| !is_any(text, it, "has have had")));
    counter.is_some_and(is_body) && !text.is_quoted(figure.span)
}

/// *would build 5,000 homes*: not counted yet.
fn is_planned(text: Annotated<'_>, figure: &Figure, told: &Attribution) -> bool {
    let own = text.document.tokens_in(figure.span);
    let content = told.content.iter().find(|it| it.contains(figure.number)).unwrap_or(&figure.span);
    is_planned_at(text, text.document.tokens_in(*content).start, own.start) || is_in(text, own.end, &PLANS)
}

static PLANS: WordSet = WordSet::new("will would could can may might should must to if");

/// Whether the words before the token `at`, from `start` on, tell of what is to come.
fn is_planned_at(text: Annotated<'_>, start: usize, at: usize) -> bool {
    (start.max(at.saturating_sub(NEAR))..at).any(|at| is_in(text, at, &PLANS))
}

/// How far before a figure its verb stands, in tokens.
const NEAR: usize = 8;

/// Whether the cue is one of telling: nobody counts by *seeing* or *calling*, and what an editor’s
/// note has is the outlet’s own.
fn reports(text: Annotated<'_>, attribution: &Attribution) -> bool {
    // *An earlier version of this article said*: what is being taken back.
    const VERSIONS: [u32; 2] = keys_of(["version", "versions"]);
    const ACCORDING: u32 = key_of("according");
    const TELLING: Frames = Frames::SAY.or(Frames::TELL).or(Frames::SHOW).or(Frames::NOUN);
    let is_version = |it: &Word| it.is_one_of(&VERSIONS);
    let tells = |it: &Word| it.frames.is(TELLING) && !TAKING.is(it) || it.is_word(ACCORDING);
    let words = |it: &Span| text.words[text.document.tokens_in(*it)].iter().take(8);
    attribution.cue.iter().flat_map(words).any(tells) && !attribution.source.iter().flat_map(words).any(is_version)
}

/// Verbs of telling that more often take a thing than tell a count.
static TAKING: WordSet =
    WordSet::new("claim called calls call cited cites citing demanded demanding demands sees saw includes include");

/// *those 5,000 people*: told of before, not counted here.
fn is_definite(text: Annotated<'_>, figure: &Figure) -> bool {
    token_before(text, figure.span).is_some_and(|it| is_any(text, it, "the those these"))
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_figure_that_is_taken_back() {
        check(&TRAIT, "An earlier version of this article said that 25 people died.");
    }

    #[test]
    fn the_millions_of_a_speech() {
        check(&TRAIT, "Ann Lee said she would put 5 million people to work. The union is demanding 300 nurses.");
        check(&TRAIT, "Screening at 50 could prevent it, the ministry said.");
    }

    #[test]
    fn things_that_somebody_counts() {
        check(&TRAIT, "Insurers received [[9,300 claims]] in a week, the Insurance Association said.");
        check(&TRAIT, "All [[37 passengers]] were seen by doctors, the coastguard said.");
        check(
            &TRAIT,
            "The ministry said it would build 5,000 homes. The plan is to hire 40 guards, the ministry said.",
        );
        check(&TRAIT, "The ministry said the trip took 40 minutes. The poll found Lee 15 points ahead.");
    }

    #[test]
    fn whose_count_it_is() {
        check(&TRAIT, "The police counted [[300 marchers]]. The ministry has recorded [[40 such wells]].");
        check(&TRAIT, "Velia counts 40,000 residents.");
        check(
            &TRAIT,
            "She counted 300 marchers. Some 640 barns burned, records show. By a count, 640 barns were left out.",
        );
    }

    #[test]
    fn shares() {
        check(
            &TRAIT,
            "[[A third of the pupils]] had left, the ministry said. According to the union, [[40% of cooks]] had.",
        );
        check(&TRAIT, "A poll found that [[nearly one in three drivers]] walk, and [[62 per cent of swimmers]] drown.");
        check(
            &TRAIT,
            "The report says [[more than half of all Velian boats]] leak. The ministry said [[six of the 16 huts]] leaked.",
        );
        check(&TRAIT, "The ministry said the second half of the games was dull, and the top 1 percent of clubs won.");
        check(
            &TRAIT,
            "The ministry said it would hire a third of the cooks. It said 40 in 2019 had left, and 12 in two raids.",
        );
        check(&TRAIT, "A third of the pupils had left. Ann Lee said half of the cooks had.");
        check(&TRAIT, "The ministry said half of Velia’s pier and 3 percent of the town’s total debt were gone.");
    }

    #[test]
    fn none_is_no_count() {
        check(&TRAIT, "The police said no one had been arrested, and nobody under 60 had died.");
        check(&TRAIT, "An epidemic begins at 60 in 100,000 people, the institute said.");
    }

    #[test]
    fn a_share_of_a_number() {
        check(&TRAIT, "The survey found that [[61 percent of the 702 pupils]] were late.");
        check(&TRAIT, "Wages rose by 9 percent, according to the survey.");
    }

    #[test]
    fn reports_that_nobody_can_find() {
        check(&TRAIT, "Incoming reports indicate that twelve people were killed.");
        check(&TRAIT, "Twelve people were killed, according to unconfirmed reports.");
    }

    #[test]
    fn the_dead_of_what_somebody_calls_by_a_name() {
        check(&TRAIT, "Mayor Ann Lee called the attack that killed five people an act of war.");
        check(&TRAIT, "Editor’s note: Ann Lee has pledged to send home 2 million people.");
    }
}
