//! The strip of figures, dates, ages, places and names, and what does not agree in it.

use leptos::prelude::*;

use super::beside::Beside;
use super::choice::Opened;
use crate::app::reading::focus_first;
use crate::ling::{BlockKind, Hedge, in_words};
use crate::report::ArticleReport;
use crate::report::facts::{Fact, Join, Value};
use crate::text::Span;

/// Facts of one kind shown.
const MOST: usize = 200;

/// Draws the strip of a text, or of one article of it.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    let lead = "Everything in a text that can be counted, dated or named, and on whose word it stands. Where two do not agree, there is a question.";
    Beside {
        name: "facts",
        title: "Figures, dates and names",
        lead,
        label: "Text",
        teach: "One man’s name is spelt in three ways in this one. Can you find them before the list does?",
        draw: strip,
    }
    .screen(rest)
}

type IsKind = fn(&Value) -> bool;

fn strip(opened: &Opened, at: usize) -> AnyView {
    let article = &opened.report.articles[at];
    let facts = &article.facts;
    let kinds: [(&str, IsKind); 5] = [
        ("Figures", |it| matches!(it, Value::Figure { .. })),
        ("Dates", |it| matches!(it, Value::Date { .. })),
        ("Ages", |it| matches!(it, Value::Age { .. })),
        ("People", |it| *it == Value::Person),
        ("Places", |it| *it == Value::Place),
    ];
    let joins: Vec<_> = facts.joins.iter().enumerate().map(|(number, it)| join(opened, at, number, it)).collect();
    let has_joins = !joins.is_empty();
    let outside: Vec<_> = furniture(article).collect();
    let of_article: Vec<_> = facts.facts.iter().enumerate().filter(|(_, it)| !it.span.overlaps_one(&outside)).collect();
    let groups =
        kinds.into_iter().map(|(title, is_kind)| group(opened, at, title, is_kind, &of_article)).collect_view();
    let none = match can_compare(&facts.facts) {
        true => "Of those that Sayso can compare, no two disagree. That does not make it true.",
        false => "Sayso found no two that it can compare.",
    };
    let compared = (has_joins || !of_article.is_empty()).then(|| {
        view! {
            <section class="result" aria-labelledby="joins-title">
                <h2 id="joins-title">"Do these agree?"</h2>
                {(!has_joins).then(|| view! { <p class="bench__none">{none}</p> })}
                <ol class="joins">{joins}</ol>
            </section>
        }
    });
    view! {
        {compared}
        {of_article.is_empty().then(|| view! { <p class="bench__none">"This text has no figure, date, age, place or name that could be listed."</p> })}
        {groups}
    }
    .into_any()
}

/// Whether two counts of the dead, the hurt or the like are among them: other figures are of things that may differ.
fn can_compare(facts: &[Fact]) -> bool {
    let toll = |it: &Fact| match it.value {
        Value::Figure { unit, .. } => Some(unit).filter(|it| it.is_toll()),
        _ => None,
    };
    let tolls: Vec<_> = facts.iter().filter_map(toll).collect();
    tolls.iter().enumerate().any(|(at, it)| tolls[..at].contains(it))
}

/// Two places that do not agree, joined by a line.
fn join(opened: &Opened, article: usize, number: usize, it: &Join) -> AnyView {
    let end = |span: Span| {
        let words = opened.quote(span).to_owned();
        view! { <li class="join__end"><strong>{words}</strong> " " <a class="place" href=opened.place(article, span)><q>{around(opened, span)}</q></a></li> }
    };
    // A date that cannot be disagrees with the calendar alone.
    let ends = if it.at[0] == it.at[1] { &it.at[..1] } else { &it.at[..] };
    view! {
        <li class="join" id=format!("join-{}", number + 1) tabindex="-1">
            <ul class="join__ends">{ends.iter().copied().map(end).collect_view()}</ul>
            <p class="case__question">{it.question.clone()}</p>
        </li>
    }
    .into_any()
}

/// Which columns a table has; a column without a word is left out.
#[derive(Clone, Copy)]
struct Columns {
    sure: Option<&'static str>,
    source: bool,
    headline: bool,
}

fn group(opened: &Opened, at: usize, title: &'static str, is_kind: IsKind, facts: &[(usize, &Fact)]) -> AnyView {
    let all = merged(opened, facts.iter().copied().filter(|(_, it)| is_kind(&it.value)));
    if all.is_empty() {
        return ().into_any();
    }
    let sure = all.iter().any(|it| surety(&it.fact.value, opened.quote(it.fact.span)).is_some());
    let columns = Columns {
        sure: sure.then_some(if title == "Dates" { "That is" } else { "How sure" }),
        source: all.iter().any(|it| source(opened, at, it.fact).is_some()),
        headline: all.iter().any(|it| it.in_headline),
    };
    let head = |words: &'static str| view! { <th scope="col">{words}</th> };
    let rows = all.iter().take(MOST).map(|it| row(opened, at, it, columns)).collect_view();
    let more = all.len().saturating_sub(MOST);
    view! {
        <section class="result">
            <h2>{title}</h2>
            <div class="facts">
                <table>
                    <thead><tr>
                        {head("In the text")}
                        {columns.sure.map(head)}
                        {columns.source.then(|| head("Who says so"))}
                        {columns.headline.then(|| view! { <th scope="col" class="facts__yes">"Headline"</th> })}
                        <th scope="col" class="facts__where">"Where"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {(more > 0).then(|| view! { <p class="bench__none">{format!("and {more} more")}</p> })}
        </section>
    }
    .into_any()
}

/// The buttons and links that were copied along, in the order of the text.
fn furniture(article: &ArticleReport) -> impl Iterator<Item = Span> {
    article.blocks.iter().filter(|it| it.0 == BlockKind::Furniture).map(|it| it.1)
}

/// A fact, and how often the text repeats it in the same words.
struct Told<'r> {
    index: usize,
    fact: &'r Fact,
    times: usize,
    in_headline: bool,
}

/// Places and dates that are told again in the same words are one row.
fn merged<'r>(opened: &Opened, facts: impl Iterator<Item = (usize, &'r Fact)>) -> Vec<Told<'r>> {
    let mut rows: Vec<Told<'r>> = Vec::new();
    let mut known: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (index, fact) in facts {
        let repeats = matches!(fact.value, Value::Place | Value::Date { .. });
        let row = repeats.then(|| *known.entry(opened.quote(fact.span).to_owned()).or_insert(rows.len()));
        match row.and_then(|it| rows.get_mut(it)) {
            Some(row) => {
                row.times += 1;
                row.in_headline |= fact.in_headline;
            }
            None => rows.push(Told { index, fact, times: 1 + fact.also.len(), in_headline: fact.in_headline }),
        }
    }
    rows
}

fn row(opened: &Opened, at: usize, it: &Told<'_>, columns: Columns) -> AnyView {
    let (fact, article) = (it.fact, &opened.report.articles[at]);
    let place = opened.place(at, fact.span);
    let source = source(opened, at, fact);
    let times = (it.times > 1).then(|| view! { <span class="facts__times">{format!("× {}", it.times)}</span> });
    let joined = article.facts.joins.iter().position(|join| join.a == it.index || join.b == it.index);
    let joined = joined.map(|at| {
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus_first(&[&format!("#join-{}", at + 1)]);
        };
        view! { <button type="button" class="link" on:click=go>"differs?"</button> }
    });
    view! {
        <tr>
            <th scope="row">{opened.quote(fact.span).to_owned()} " " {times} " " {joined}</th>
            {columns.sure.map(|name| view! { <td data-label=name>{surety(&fact.value, opened.quote(fact.span))}</td> })}
            {columns.source.then(|| view! { <td data-label="Who says so">{source}</td> })}
            {columns.headline.then(|| view! { <td data-label="Headline">{it.in_headline.then_some("yes")}</td> })}
            <td data-label="Where"><a class="place" href=place><q>{around(opened, fact.span)}</q></a></td>
        </tr>
    }
    .into_any()
}

/// Who says so, in short.
fn source(opened: &Opened, article: usize, fact: &Fact) -> Option<String> {
    let article = &opened.report.articles[article];
    let attribution = article.attributions.get(fact.source?)?;
    let Some(span) = attribution.source.first() else { return Some("nobody named".to_owned()) };
    let words = opened.quote(*span);
    // *he* is whoever the ledger has for him.
    let name = attribution.source_id.and_then(|id| article.sources.get(id)?.name.clone());
    let is_pronoun = ["he", "she", "who", "it", "they"].iter().any(|it| words.eq_ignore_ascii_case(it));
    Some(name.filter(|_| is_pronoun).unwrap_or_else(|| short(words)))
}

/// Words of a source shown; a longer one has run on into its clause.
const MAX_SOURCE: usize = 9;

/// The first words of a source.
pub(super) fn short(source: &str) -> String {
    let mut words = source.split_whitespace();
    let first = words.by_ref().take(MAX_SOURCE).collect::<Vec<_>>().join(" ");
    if words.next().is_some() { format!("{} …", first.trim_end_matches(',')) } else { first }
}

/// How surely a figure is given, or what a date comes to.
fn surety(value: &Value, quote: &str) -> Option<String> {
    match value {
        Value::Figure { hedge: Hedge::AtMost, .. } if is_nearly(quote) => Some("a little fewer".to_owned()),
        Value::Figure { hedge, .. } => hedge_in_words(*hedge).map(str::to_owned),
        Value::Date { iso: None } if is_either(quote) => Some("day or month first?".to_owned()),
        Value::Date { iso } => iso.as_deref().map(in_words),
        _ => None,
    }
}

/// *1/2/2021*; no month has 31 days where none is the 31st.
fn is_either(date: &str) -> bool {
    date.contains('/') && date.split('/').take(2).all(|it| it.parse().is_ok_and(|it: u8| it <= 12))
}

/// *Nearly 300*, *almost 40*; not *up to 300*.
fn is_nearly(quote: &str) -> bool {
    let first = quote.split(' ').next().unwrap_or_default();
    ["nearly", "almost"].iter().any(|it| first.eq_ignore_ascii_case(it))
}

fn hedge_in_words(hedge: Hedge) -> Option<&'static str> {
    match hedge {
        Hedge::Exact => None,
        Hedge::AtLeast => Some("at least that many"),
        Hedge::AtMost => Some("at most that many"),
        Hedge::About => Some("about"),
        Hedge::Range => Some("a range"),
        Hedge::Vague => Some("not a number"),
    }
}

/// Characters shown before and after a fact.
const AROUND: usize = 36;

/// The words around a place, cut at spaces.
fn around(opened: &Opened, span: Span) -> String {
    // A line may be a book long.
    let first = opened.body.floor_char_boundary(span.start().saturating_sub(8 * AROUND));
    let (before, after) = (&opened.body[first..span.start()], &opened.body[span.end()..]);
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let from = if from == 0 { 0 } else { before[from..].find(' ').map_or(before.len(), |it| from + it + 1) };
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let to = if to == after.len() { to } else { after[..to].rfind(' ').unwrap_or(0) };
    let open = if from > 0 { "… " } else { "" };
    let close = if to < after.len() { " …" } else { "" };
    format!("{open}{}{}{}{close}", &before[from..], opened.quote(span), &after[..to])
}
