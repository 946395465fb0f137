//! Figures: how many, of what, how surely, where.

use crate::text::Span;

use super::article::BlockKind;
use super::fact_word::Role;
use super::figure_unit::Counted;
use super::key_index::WordSet;
use super::number::{self, ARTICLES, Number, Tokens};
use super::word::is_one_of;

/// A number in the text and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number, with its hedge and what it counts: *at least 12 killed*.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// The least and the most the number itself may stand for; equal for one value.
    pub low: f64,
    pub high: f64,
    pub hedge: Hedge,
    pub unit: Unit,
    /// The noun counted, if there is one: *protesters*.
    pub of: Option<Span>,
    /// A part of another figure, or added to one: *nine of them*, *two more*.
    pub is_part: bool,
    /// Index into the places of the article, where the clause names one.
    pub place: Option<usize>,
    /// Index into the dates of the article, where the clause names one.
    pub date: Option<usize>,
    /// Index into the attributions of the article.
    pub attribution: Option<usize>,
    /// Index into the document's sentences.
    pub sentence: usize,
    pub block: BlockKind,
}

impl Figure {
    /// Whether two tolls may be of one event: neither is many times as large as the other.
    pub fn is_near(&self, other: &Self) -> bool {
        const MAX_RATIO: f64 = 5.0;
        self.low.max(other.low) <= MAX_RATIO * self.low.min(other.low)
    }
}

/// How surely a figure is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Hedge {
    #[default]
    Exact,
    /// *at least*, *more than*, *over*.
    AtLeast,
    /// *up to*, *fewer than*, *nearly*.
    AtMost,
    /// *about*, *some*, *an estimated*.
    About,
    /// *10 to 15*.
    Range,
    /// *dozens*.
    Vague,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Unit {
    Dead,
    Wounded,
    Arrested,
    Missing,
    Displaced,
    People,
    Money,
    Percent,
    Time,
    Length,
    /// Something else; the figure's noun says what.
    Other,
}

impl Unit {
    /// Whether it is a toll of people: what first reports most often get wrong.
    pub fn is_toll(self) -> bool {
        matches!(self, Self::Dead | Self::Wounded | Self::Arrested | Self::Missing | Self::Displaced)
    }

    /// As a reader is told: *dead*.
    pub fn name(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Wounded => "wounded",
            Self::Arrested => "arrested",
            Self::Missing => "missing",
            Self::Displaced => "displaced",
            Self::People => "people",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Time => "time",
            Self::Length => "measure",
            Self::Other => "count",
        }
    }
}

/// Reads the figure that begins at the token `at`; returns it and the index behind its number.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(Figure, usize)> {
    // *a hundred*: the article is too frequent to look behind.
    let article = at.checked_sub(1).filter(|&it| tokens.roles(at).is(Role::Multiplier) && is_article(tokens, it));
    let at = article.unwrap_or(at);
    let number = number::read(tokens, at)?;
    let counted = Counted::read(tokens, at, &number)?;
    let all = tokens.document.tokens();
    let (hedge, first) = hedge(tokens, at, &number);
    let first = counted.first.min(first);
    let figure = Figure {
        span: all[first].span.to(all[counted.end - 1].span),
        number: all[at].span.to(all[number.end - 1].span),
        low: number.low,
        high: number.high,
        hedge,
        unit: counted.unit,
        of: counted.noun.map(|it| all[it].span),
        is_part: is_part(tokens, at, first, &number),
        place: None,
        date: None,
        attribution: None,
        sentence: 0,
        block: BlockKind::Paragraph,
    };
    Some((figure, number.end))
}

/// The hedge before a number, and where it begins.
fn hedge(tokens: &Tokens<'_>, at: usize, number: &Number) -> (Hedge, usize) {
    let back = |n: usize| at.checked_sub(n).map_or("", |it| tokens.text(it));
    // Money has its sign between.
    let off = usize::from(matches!(back(1), "$" | "£" | "€" | "¥"));
    let (first, second) = (back(1 + off), back(2 + off));
    let may_hedge = at.checked_sub(1 + off).is_some_and(|it| tokens.is_in(it, &HEDGES));
    let one = |words: &str| may_hedge && is_one_of(first, words);
    let two = |words: &str| is_one_of(second, words);
    let found = if !may_hedge {
        None
    } else if one("least") && two("at") || one("than") && two("more greater") {
        Some((Hedge::AtLeast, 2))
    } else if one("than") && two("fewer less") {
        // *no fewer than* is a floor, *fewer than* a ceiling.
        if is_one_of(back(3 + off), "no not") { Some((Hedge::AtLeast, 3)) } else { Some((Hedge::AtMost, 2)) }
    } else if one("over exceeding topped exceeded") {
        Some((Hedge::AtLeast, 1))
    } else if one("of") && two("upwards") {
        Some((Hedge::AtLeast, 2))
    } else if one("to") && two("up") || one("most") && two("at") {
        Some((Hedge::AtMost, 2))
    } else if one("as") && two("many much") {
        Some((Hedge::AtMost, 3))
    } else if one("nearly almost under below") {
        Some((Hedge::AtMost, 1))
    } else if one("to") && two("close") {
        Some((Hedge::About, 2))
    } else if one("about around some roughly approximately estimated circa") {
        Some((Hedge::About, 1))
    } else {
        None
    };
    match found {
        _ if number.is_range => (Hedge::Range, at - usize::from(one("between from"))),
        Some((hedge, words)) => (hedge, at.saturating_sub(words + off).max(tokens.first)),
        None if number.is_vague => (Hedge::Vague, at),
        // *a hundred*, *half a million*: round.
        None if is_article(tokens, at) || tokens.is(at, "half") => (Hedge::About, at),
        None if is_open_ended(tokens, number) => (Hedge::AtLeast, at),
        None => (Hedge::Exact, at),
    }
}

/// Words right before a number that hedge it, with those before them.
static HEDGES: WordSet = WordSet::new(
    "least than over exceeding topped exceeded of to most as nearly almost under below about around some roughly \
     approximately estimated circa between from",
);

fn is_article(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.has(at, &ARTICLES)
}

/// *10 or more*, *300+*, *300-plus*.
fn is_open_ended(tokens: &Tokens<'_>, number: &Number) -> bool {
    tokens.is(number.end, "+")
        || tokens.is(number.end, "or") && tokens.is(number.end + 1, "more")
        || tokens.text(number.end - 1).ends_with("-plus")
}

static BEFORE_PART: WordSet = WordSet::new("another other including additional among further plus");
static BEHIND_PART: WordSet = WordSet::new("more other others additional further extra fewer less");

/// *nine of them*, *another two*, *two more*, *including two*, *the other three*.
fn is_part(tokens: &Tokens<'_>, at: usize, first: usize, number: &Number) -> bool {
    let before = (1..=2).any(|back| {
        let is_told = |it: usize| it >= tokens.first + back && tokens.is_in(it - back, &BEFORE_PART);
        is_told(at) || first != at && is_told(first)
    });
    let next = number.end;
    before
        || tokens.is_in(next, &BEHIND_PART)
        || tokens.is(next, "of")
            && tokens.has(next + 1, words!["them", "whom", "these", "those", "the", "his", "her", "their"])
        || tokens.is(at.wrapping_sub(1), "whom")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::word::Word;
    use crate::text::Document;

    fn figures(text: &str) -> Vec<String> {
        let document = Document::parse(text);
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let tokens = Tokens { document: &document, words: &words, first: 0, end: words.len() };
        let mut at = 0;
        let mut found = Vec::new();
        while at < words.len() {
            match read(&tokens, at) {
                Some((it, end)) => {
                    let part = if it.is_part { " part" } else { "" };
                    found.push(format!("{:?} {:?} {}{part}: {}", it.hedge, it.unit, it.low, &document[it.span]));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn tolls() {
        assert_eq!(
            figures("At least 12 killed and over 200 injured on the ferry, and four killed at the pier."),
            [
                "AtLeast Dead 12: At least 12 killed",
                "AtLeast Wounded 200: over 200 injured",
                "Exact Dead 4: four killed"
            ]
        );
        assert_eq!(
            figures("Sixteen people were killed and more than three dozen were wounded."),
            ["Exact Dead 16: Sixteen people were killed", "AtLeast Wounded 36: more than three dozen were wounded"]
        );
        assert_eq!(
            figures("The blast killed five people and wounded 40 others."),
            ["Exact Dead 5: killed five people", "Exact Wounded 40 part: wounded 40 others"]
        );
        assert_eq!(figures("It left four people dead."), ["Exact Dead 4: four people dead"]);
        assert_eq!(figures("Gunmen shot dead five people."), ["Exact Dead 5: shot dead five people"]);
        assert_eq!(figures("The death toll rose to 12 overnight."), ["Exact Dead 12: death toll rose to 12"]);
        assert_eq!(figures("Ten wounded soldiers arrived."), ["Exact Wounded 10: Ten wounded soldiers"]);
        assert_eq!(figures("Police detained 14 protesters."), ["Exact Arrested 14: detained 14 protesters"]);
    }

    #[test]
    fn who_kills_is_not_dead() {
        assert_eq!(figures("Three gunmen killed the mayor."), ["Exact People 3: Three gunmen"]);
        assert_eq!(figures("He was killed by two men."), ["Exact People 2: two men"]);
        assert_eq!(figures("He was killed 10 years ago."), ["Exact Time 10: 10 years"]);
    }

    #[test]
    fn money_and_percent() {
        assert_eq!(figures("It cost about $3bn."), ["About Money 3000000000: about $3bn"]);
        assert_eq!(
            figures("Some 46 percent agree, 5% do not."),
            ["About Percent 46: Some 46 percent", "Exact Percent 5: 5%"]
        );
    }

    #[test]
    fn hedges() {
        assert_eq!(figures("no fewer than 20 buses"), ["AtLeast Other 20: no fewer than 20 buses"]);
        assert_eq!(figures("fewer than 20 buses"), ["AtMost Other 20: fewer than 20 buses"]);
        assert_eq!(figures("up to 20 buses"), ["AtMost Other 20: up to 20 buses"]);
        assert_eq!(figures("Dozens of buses"), ["Vague Other 12: Dozens of buses"]);
        assert_eq!(figures("10 to 15 buses"), ["Range Other 10: 10 to 15 buses"]);
        assert_eq!(figures("a hundred buses"), ["About Other 100: a hundred buses"]);
        assert_eq!(figures("at least a dozen buses"), ["AtLeast Other 12: at least a dozen buses"]);
        assert_eq!(figures("half a million men"), ["About People 500000: half a million men"]);
        assert_eq!(figures("tens of thousands of men"), ["Vague People 10000: tens of thousands of men"]);
        assert_eq!(figures("several buses"), Vec::<String>::new());
        assert_eq!(figures("one in three buses"), Vec::<String>::new());
        assert_eq!(figures("put the number on board at 240"), ["Exact People 240: number on board at 240"]);
        assert_eq!(figures("puts the number of farms at about 9."), ["About Other 9: number of farms at about 9"]);
    }

    #[test]
    fn no_figures() {
        assert_eq!(figures("At 5:30 one of them read No. 10 in 2019, iPhone 7/8."), Vec::<String>::new());
    }

    #[test]
    fn parts() {
        assert_eq!(
            figures("Two more people died, nine of them by gunfire."),
            ["Exact Dead 2 part: Two more people died"]
        );
    }
}
