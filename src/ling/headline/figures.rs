//! Which figures of a headline can be looked up, and what the text has of them.

use crate::ling::annotated::Annotated;
use crate::ling::figure::{Figure, Hedge, Unit};
use crate::ling::headline_check::{Found, is_body};
use crate::ling::key_index::WordSet;
use crate::ling::lexicon::Class;
use crate::ling::number::{self, Tokens};
use crate::ling::word::{Shape, key};
use crate::text::{Span, TokenKind};

/// *5 things to know*: what the list below counts, not a fact.
static LISTED: WordSet = WordSet::new(
    "things ways reasons takeaways facts photos pictures tips questions moments lessons times steps signs stories \
    books movies films songs ideas rules quotes tweets charts best worst most key big biggest",
);

pub(in crate::ling) fn is_checkable(tokens: &Tokens<'_>, at: usize, figure: &Figure) -> bool {
    let number_end = tokens.document.tokens_in(figure.number).end;
    let is_list = (number_end..number_end + 4).any(|it| LISTED.has(key(tokens.text(it))));
    // A small number in words is as often an idiom: *two-faced*, *one more*.
    let is_idle = figure.low < 3.0 && !figure.unit.is_toll() || figure.unit == Unit::Time
        // *before 9 am*
        || tokens.is_one_of(number_end, "am pm");
    let is_ordinal =
        at > tokens.first && tokens.words[at - 1].is_capital() && figure.unit == Unit::Other && at > tokens.first + 1;
    // *one in four pupils*: not four pupils.
    let before = |back: usize| at.checked_sub(back).filter(|&it| it >= tokens.first);
    let is_share = before(2).is_some_and(|it| number::read(tokens, it).is_some() && tokens.is_one_of(it + 1, "in"));
    !is_in_name(tokens, figure)
        && !is_share
        && !is_list
        && !is_idle
        && !is_ordinal
        && figure.hedge != Hedge::Vague
        && !figure.is_part
}

/// *Six Nations*, *10 Downing Street*, *7 July*, *Big Four banks*: part of a name, in a headline of small letters.
fn is_in_name(tokens: &Tokens<'_>, figure: &Figure) -> bool {
    let number = tokens.document.tokens_in(figure.number);
    let is_capital = |at: usize| tokens.shape(at) == Shape::Capital && !tokens.words[at].is(Class::Demonym);
    let is_small = |at: usize| tokens.shape(at) == Shape::Lower && tokens.text(at).len() > 3;
    let behind = (number.end..tokens.end).find(|&it| !is_capital(it)).unwrap_or(tokens.end);
    let is_one_of = |at: usize, classes: &[Class]| tokens.word(at).is_some_and(|it| it.classes.has_any(classes));
    let is_called = behind > number.end && !is_one_of(number.end, &[Class::PersonNoun, Class::OfficeNoun]);
    let is_place = is_called && tokens.is_one_of(behind - 1, "Street Road Avenue");
    // *Three Boeing jets*
    let counts = is_one_of(behind, &[Class::Plural]) || is_small(behind) && tokens.text(behind).ends_with('s');
    let is_worded = tokens.shape(number.start) != Shape::Number
        && (is_called && !counts || number.start > tokens.first && is_capital(number.start));
    !figure.unit.is_toll()
        && (is_place || is_one_of(number.end, &[Class::Month]) || is_worded)
        && (tokens.first..tokens.end).any(is_small)
}

/// *family of four*, *mother of two*: the text may name them one by one.
pub(in crate::ling) fn is_house(tokens: &Tokens<'_>, at: usize) -> bool {
    const HOUSES: &str = "family mother father mum mom dad parent couple";
    at >= tokens.first + 2 && tokens.is_one_of(at - 2, HOUSES) && tokens.is_one_of(at - 1, "of")
}

/// Looks a figure of the headline up among the numbers of the body.
pub(in crate::ling) fn find(wanted: &Figure, text: Annotated<'_>) -> (Found, Option<Span>) {
    let mut weaker = None;
    let mut rival = None;
    for figure in text.facts.figures.iter().filter(|it| is_body(it.block)) {
        let is_equal = agrees(wanted, figure.low, figure.high);
        let is_surer = wanted.hedge == Hedge::Exact && figure.hedge != Hedge::Exact;
        match (is_equal, is_surer) {
            (true, false) => return (Found::Yes, Some(figure.span)),
            (true, true) => weaker = weaker.or(Some(figure.span)),
            (false, _) if figure.unit == wanted.unit && !figure.is_part && may_rival(wanted, figure, text) => {
                rival = rival.or(Some(figure.span))
            }
            _ => {}
        }
    }
    match weaker {
        Some(place) => (Found::Weaker, Some(place)),
        None if is_sum(wanted, text) || has_number(wanted, text) || is_in_words(wanted, text) => (Found::Yes, None),
        None => (Found::No, rival),
    }
}

/// *Over 700 left the port, and 200 more the fort*: over 900.
fn is_sum(wanted: &Figure, text: Annotated<'_>) -> bool {
    let is_added = |it: &Figure| {
        let number = text.document.tokens_in(it.number);
        text.document.is_one_of(number.start - 1, "another") || text.document.is_one_of(number.end, "more others")
    };
    text.facts.figures.windows(2).any(|it| {
        let ([one, other], both) = ([&it[0], &it[1]], it[0].low + it[1].low);
        one.sentence == other.sentence && is_body(one.block) && agrees(wanted, both, both) && is_added(other)
    })
}

/// Whether a toll of the body may be the one of the headline: not many times as large, and a small
/// one, which is often told in names, at the head of the body.
fn may_rival(wanted: &Figure, figure: &Figure, text: Annotated<'_>) -> bool {
    figure.unit.is_toll() && wanted.is_near(figure) && (wanted.low >= FEW || is_in_lead(figure, text))
}

fn is_in_lead(figure: &Figure, text: Annotated<'_>) -> bool {
    let mut lead = text.prose().take(LEAD).flat_map(|it| text.document.paragraphs()[it.paragraph].sentences.clone());
    lead.any(|it| it == figure.sentence)
}

/// Whether the lead counts something besides the dead and the hurt: then it names nobody one by one.
pub(in crate::ling) fn counts_in_lead(text: Annotated<'_>) -> bool {
    text.facts.figures.iter().any(|it| it.unit == Unit::Other && is_body(it.block) && is_in_lead(it, text))
}

/// Fewer people may be told one by one: *a man and a woman*.
const FEW: f64 = 4.0;

pub(in crate::ling) fn may_be_named(tokens: &Tokens<'_>, figure: &Figure) -> bool {
    let is_of_things = || figure.of.is_some_and(|it| tokens.document[it].split(' ').any(|it| it.ends_with('s')));
    let is_of_people = figure.unit.is_toll() || figure.unit == Unit::Other && !is_of_things();
    figure.low < FEW && is_of_people
}

/// The paragraphs that tell what the headline tells.
const LEAD: usize = 2;

/// Whether the body has the number anywhere, as an age, a date, a part of a code.
fn has_number(wanted: &Figure, text: Annotated<'_>) -> bool {
    text.article.blocks.iter().filter(|it| is_body(it.kind)).any(|block| {
        let range = text.document.paragraphs()[block.paragraph].tokens.clone();
        let tokens =
            Tokens { document: text.document, words: &text.words[..range.end], first: range.start, end: range.end };
        range.clone().any(|at| {
            let is_number = tokens.document.tokens()[at].kind == TokenKind::Number;
            let read = || number::read(&tokens, at).is_some_and(|it| agrees(wanted, it.low, it.high));
            let begins = || {
                let digits = tokens.text(at).trim_end_matches(|it: char| !it.is_ascii_digit());
                digits.split('-').any(|it| number::in_digits(it) == Some(wanted.low))
            };
            if is_number { read() || begins() } else { tokens.shape(at) != Shape::Punct && read() }
        })
    })
}

/// Whether the body has a share in words: *halved* for 50 per cent.
fn is_in_words(wanted: &Figure, text: Annotated<'_>) -> bool {
    let Some(words) = SHARES.iter().find(|it| wanted.unit == Unit::Percent && it.0 == wanted.low).map(|it| it.1) else {
        return false;
    };
    // *in the first half*
    let is_time = |at: usize| at > 0 && text.document.is_one_of(at - 1, "first second other");
    let has = |at: usize| text.document.is_one_of(at, words) && !is_time(at);
    let paragraphs = text.article.blocks.iter().filter(|it| is_body(it.kind)).map(|it| it.paragraph);
    paragraphs.flat_map(|it| text.document.paragraphs()[it].tokens.clone()).any(has)
}

const SHARES: &[(f64, &str)] = &[
    (10.0, "tenth"),
    (20.0, "fifth"),
    (25.0, "quarter quarters"),
    (33.0, "third thirds"),
    (50.0, "half halve halves halved halving"),
    (100.0, "double doubles doubled doubling twice"),
];

/// Headlines round: *$3 billion* for 2.97, *almost 50* for 48.
fn agrees(wanted: &Figure, low: f64, high: f64) -> bool {
    let is_round =
        wanted.low >= MIN_ROUNDED || matches!(wanted.unit, Unit::Money | Unit::Percent) || wanted.hedge == Hedge::About;
    let above = if is_round { 1.1 } else { 1.0 };
    let below = if is_round || wanted.hedge == Hedge::AtMost { 0.9 } else { 1.0 };
    low <= wanted.high * above && wanted.low * below <= high
}

/// From here on a headline may round.
const MIN_ROUNDED: f64 = 100.0;
