//! The text as it stands on paper: numbered lines, marks, a legend, and the notes.

use leptos::prelude::*;

use crate::app::families;
use crate::export::{Block, Run, Sheet, about, blocks, in_lines};
use crate::lesson::lines;
use crate::ling::BlockKind;
use crate::report::{Flag, FlagId};
use crate::text::Span;
use crate::traits::{Family, Polarity};

/// Characters of a printed line: with a margin for notes, lines of 11 pt fit A4 and Letter.
const WIDTH: usize = 58;

/// Draws the sheet; nothing on it is written in any form but words.
pub(super) fn print_sheet(sheet: &Sheet<'_>) -> AnyView {
    // What is not part of the article is left off, with its notes.
    let flags: Vec<&Flag> = sheet.flags().map(|(_, it)| it).filter(|it| it.of.0 != "page-furniture").collect();
    let articles = (1..).zip(&sheet.report.articles).map(|(number, it)| {
        let blocks = blocks(sheet, it).iter().map(|it| block(it, &flags)).collect_view();
        view! {
            <article class="printout__text">{blocks}</article>
            <p class="printout__summary">{sheet.summary(number)}</p>
        }
    });
    view! {
        <div class="printout">
            {sheet.note.map(|it| view! { <p class="printout__summary">{it.to_owned()}</p> })}
            {articles.collect_view()}
            {legend(&flags)}
            {notes(sheet, &flags)}
            <p class="printout__summary">"Flagged by Sayso. A flag is an observation, not a verdict."</p>
        </div>
    }
    .into_any()
}

fn block(block: &Block<'_>, flags: &[&Flag]) -> AnyView {
    let drawn = |runs: &[Run<'_>]| runs.iter().map(|it| run(it, flags)).collect_view();
    match block.kind {
        BlockKind::Headline => view! { <h2>{drawn(&block.runs)}</h2> }.into_any(),
        BlockKind::Subheading => view! { <h3>{drawn(&block.runs)}</h3> }.into_any(),
        BlockKind::Furniture => ().into_any(),
        kind => {
            let text: String = block.runs.iter().map(|it| it.text).collect();
            let places: Vec<Span> = lines(&text, WIDTH).iter().map(|it| it.span).collect();
            let lines = in_lines(&block.runs, &places);
            let line = |it: &Vec<Run<'_>>| view! { <span class="printout__line">{drawn(it)}</span> " " };
            let lines = lines.iter().map(line).collect_view();
            match kind {
                BlockKind::Quotation => view! { <blockquote>{lines}</blockquote> }.into_any(),
                _ => view! { <p>{lines}</p> }.into_any(),
            }
        }
    }
}

fn run(run: &Run<'_>, flags: &[&Flag]) -> AnyView {
    let words = run.text.to_owned();
    let Some(first) = run.flags.first().and_then(|id| find(flags, *id)) else { return words.into_any() };
    let line = format!("mark--{}", about(first).family.id());
    let number = |id: &FlagId| {
        let is_good = find(flags, *id).is_some_and(|it| it.polarity == Polarity::Credit);
        view! { <sup>{is_good.then_some("+")}{id.0}</sup> }
    };
    view! { <mark class=line>{words}</mark>{run.ends.iter().map(number).collect_view()} }.into_any()
}

fn find<'f>(flags: &[&'f Flag], id: FlagId) -> Option<&'f Flag> {
    flags.binary_search_by_key(&id, |it| it.id).ok().map(|at| flags[at])
}

/// The lines that marks wear, by name.
fn legend(flags: &[&Flag]) -> AnyView {
    let is_worn = |family: &Family| flags.iter().any(|it| about(it).family == *family);
    let entry = |family: Family| {
        let line = format!("mark--{}", family.id());
        let sign = (family == Family::Credit).then_some("+ ");
        view! { <li>{sign}<mark class=line>{families::name(family)}</mark></li> }
    };
    let entries = families::ALL.into_iter().filter(is_worn).map(entry).collect_view();
    view! { <ul class="printout__legend" aria-label="What the lines mean">{entries}</ul> }.into_any()
}

/// What each rule says, once, above its flags; the rules stand as they first come.
fn notes(sheet: &Sheet<'_>, flags: &[&Flag]) -> AnyView {
    let mut rules: Vec<Vec<&Flag>> = Vec::new();
    for &flag in flags {
        match rules.iter_mut().find(|it| it[0].of == flag.of) {
            Some(rule) => rule.push(flag),
            None => rules.push(vec![flag]),
        }
    }
    let rule = |flags: &Vec<&Flag>| {
        let about = about(flags[0]);
        let said = &about.explanation;
        let notes = flags.iter().map(|it| note(sheet, it)).collect_view();
        view! {
            <section>
                <p><b>{about.name}</b> ". " {said.what} " " {said.why} " " {said.but} " " <i>{said.question}</i></p>
                <ol>{notes}</ol>
            </section>
        }
    };
    view! { <div class="printout__notes">{rules.iter().map(rule).collect_view()}</div> }.into_any()
}

fn note(sheet: &Sheet<'_>, flag: &Flag) -> AnyView {
    let words = sheet.text[flag.span.range()].to_owned();
    view! { <li value=flag.id.0.to_string()>"“" {words} "” " {flag.note.clone()}</li> }.into_any()
}
