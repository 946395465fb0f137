//! A weekday that is not that of its date; a page years younger than its story.

use crate::ling::{Annotated, BlockKind, Date, MONTHS, WEEKDAYS, exists, weekday};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("date-conflict"),
    name: "A date that cannot be",
    family: Family::Consistency,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The weekday and the date do not fit, or the page is dated years from its story.",
        why: "Old or copied text can be passed off as new.",
        but: "It may be a slip, or the page shows today’s date.",
        question: "In which year was this true?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Place and date of a report are signs a reader can check.",
        source: "W3C Credible Web signals, 7459cd99 and 656673f8",
    }],
    failures: &["A text that looks back on one old event only, and gives the weekday of a recent one."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The council met on [[Sunday, 12 May 2021]], to vote."),
    Example("Strikes began in March 2016. The minister flew home on [[Friday, 4 June]], to vote."),
    Example("The council met on [[12 May 2021, a Sunday]], to vote."),
    Example("The hall burned down on [[31 April]] and was rebuilt."),
    Example("The council met on Wednesday, 12 May 2021, to vote."),
    Example("The council met on Sunday, 12 May, to vote."),
    Example(
        "The wall fell on Thursday, 9 November, and in 1989 nobody had foreseen it. This was written on 3 May 2016.",
    ),
    Example("He spoke on Friday; the vote is on 3 June 2015."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for (at, note) in shared::date_conflicts(text) {
        findings.add(Finding::new(text.facts.dates[*at].span).kind("weekday").note(note.as_str()));
    }
    page_date(text, findings);
}

/// Returns the dates that cannot be, as indices, each with what is wrong with it.
pub(super) fn date_conflicts(text: Annotated<'_>) -> Vec<(usize, String)> {
    let anchors = Anchors::of(text);
    let dates = text.facts.dates.iter().enumerate().filter(|(_, it)| it.block != BlockKind::Furniture);
    dates.filter_map(|(at, it)| Some((at, conflict(it, &anchors)?))).collect()
}

/// The years in which an undated day of the text may lie.
struct Anchors {
    /// The year of the page and of the dateline.
    near: Vec<i32>,
    /// The last month the text looks back on.
    since: Option<(i32, u8)>,
    latest: i32,
    /// Every year the text names.
    named: Vec<i32>,
}

impl Anchors {
    fn of(text: Annotated<'_>) -> Self {
        let published = text.article.published.as_deref().and_then(|it| it.get(..4)?.parse::<i32>().ok());
        let mut near: Vec<i32> = published.into_iter().collect();
        let (mut since, mut latest, mut named) = (None, 0, Vec::new());
        for date in &text.facts.dates {
            let Some(year) = date.year else { continue };
            latest = latest.max(year);
            if named.len() < MAX_YEARS && !named.contains(&year) {
                named.push(year);
            }
            if date.day.is_some() && near.len() < 16 && !near.contains(&year) {
                near.push(year);
            }
            if let Some(month) = date.month.filter(|_| date.block.is_prose() && looks_back(text, date)) {
                since = since.max(Some((year, month)));
            }
        }
        Self { near, since, latest, named }
    }

    /// Whether a weekday holds in a year that the text allows; so too where it allows any.
    fn allow(&self, date: &Date) -> bool {
        if self.named.iter().any(|&year| date.holds_in(year)) {
            return true;
        }
        if !self.near.is_empty() {
            return self.near.iter().any(|&year| (year - 1..=year + 1).any(|it| date.holds_in(it)));
        }
        let Some((since, _)) = self.since else { return true };
        (since..=self.latest.clamp(since + 2, since + 6)).any(|it| date.holds_in(it))
    }
}

/// Years that a text is read for; one of more is a chronicle.
const MAX_YEARS: usize = 32;

/// Tokens read on each side of a date for the tense.
const REACH: usize = 12;

/// Whether the words around a date tell of it as past.
fn looks_back(text: Annotated<'_>, date: &Date) -> bool {
    const AHEAD: &[&str] = &[
        "will",
        "would",
        "until",
        "by",
        "next",
        "ahead",
        "scheduled",
        "expected",
        "plans",
        "planned",
        "upcoming",
        "due",
    ];
    const BACK: &[&str] =
        &["since", "began", "started", "erupted", "was", "were", "had", "broke", "took", "came", "after", "held"];
    let sentence = &text.document.sentences()[date.sentence];
    let own = text.document.tokens_in(date.span);
    let from = own.start.saturating_sub(REACH).max(sentence.tokens.start);
    let words = || text.document.tokens()[from..own.start].iter().map(|it| &text.document[it.span]);
    let is_past = |word: &str| BACK.contains(&word) || word.len() > 4 && word.ends_with("ed");
    words().any(is_past) && !words().any(|word| AHEAD.contains(&word))
}

/// What is wrong with a date, in a short sentence.
fn conflict(date: &Date, anchors: &Anchors) -> Option<String> {
    let (month, day) = (date.month?, date.day?);
    let name = MONTHS[usize::from(month) - 1];
    if !exists(date.year, month, day) {
        return Some(format!("There is no {day} {name}{}.", date.year.map(|it| format!(" {it}")).unwrap_or_default()));
    }
    let given = WEEKDAYS[usize::from(date.weekday?)];
    if let Some(year) = date.year {
        let real = WEEKDAYS[usize::from(weekday(year, month, day)?)];
        return (!date.holds_in(year)).then(|| format!("{day} {name} {year} was a {real}."));
    }
    if anchors.allow(date) {
        return None;
    }
    let about = anchors.near.iter().copied().max().or(anchors.since.map(|(year, _)| year))?;
    let true_in = [
        (about - 11..=about).rev().find(|it| date.holds_in(*it)),
        (about + 1..about + 12).find(|it| date.holds_in(*it)),
    ];
    let true_in: Vec<String> = true_in.into_iter().flatten().map(|it| it.to_string()).collect();
    let why = match anchors.since {
        Some((year, month)) if anchors.near.is_empty() => {
            format!("but the text looks back on {} {year}", MONTHS[usize::from(month) - 1])
        }
        _ => format!("but the text is dated {about}"),
    };
    Some(format!("{day} {name} was a {given} in {}, {why}.", true_in.join(" and ")))
}

/// Marks the date of the page where the dateline of the story is of another year.
fn page_date(text: Annotated<'_>, findings: &mut Findings) {
    if let Some((page, story)) = page_conflict(text) {
        let (page, story) = (text.facts.dates[page].span, text.facts.dates[story].span);
        findings.add(Finding::new(page).kind("page").note(format!("The story is dated “{}”.", &text.document[story])));
    }
}

/// Returns the dates of page and story, as indices, where they are years apart.
pub(crate) fn page_conflict(text: Annotated<'_>) -> Option<(usize, usize)> {
    let dates = &text.facts.dates;
    let is_page = |it: &Date| {
        let is_outside = matches!(it.block, BlockKind::Date | BlockKind::Furniture | BlockKind::Byline);
        is_outside && it.day.is_some() && it.year.is_some()
    };
    let page = dates.iter().position(is_page)?;
    let story = dates.iter().position(|it| it.block.is_prose() && it.day.is_some() && is_dateline(text, it))?;
    let month = |it: &Date| it.year.map(|year| year * 12 + i32::from(it.month.unwrap_or(1)));
    let apart = month(&dates[page])? - month(&dates[story])?;
    (apart.abs() >= MIN_MONTHS).then_some((page, story))
}

/// Months between page and story that are worth a mark; updates come sooner.
const MIN_MONTHS: i32 = 12;

/// Whether a date stands in the dateline that opens a paragraph: *OLDPORT, May 3, 2019 —*.
fn is_dateline(text: Annotated<'_>, date: &Date) -> bool {
    let sentence = &text.document.sentences()[date.sentence];
    let own = text.document.tokens_in(date.span);
    let is_first = text.document.paragraphs()[sentence.paragraph].sentences.start == date.sentence;
    let dash =
        text.document.tokens()[own.end..].iter().take(3).any(|it| matches!(&text.document[it.span], "—" | "–" | "-"));
    is_first && own.start <= sentence.tokens.start + 8 && dash
}
