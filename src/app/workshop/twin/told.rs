//! Reports of one event: what each of them tells.

use leptos::prelude::*;

use super::super::facts::short;
use crate::ling::Annotated;
use crate::report::events::{Aspect, AspectKind, Telling, may_tell};

/// Whether the reports share what two of one event would: a person, or a place and a toll.
pub(super) fn is_one_event(told: &[Aspect]) -> bool {
    let shared = |is_kind: fn(AspectKind) -> bool| told.iter().any(|it| is_kind(it.kind) && tellers(it) > 1);
    shared(|it| it == AspectKind::Person)
        || shared(|it| it == AspectKind::Place) && shared(|it| matches!(it, AspectKind::Figure(_) | AspectKind::Date))
}

fn tellers(aspect: &Aspect) -> usize {
    aspect.cells.iter().filter(|it| !it.is_empty()).count()
}

fn title(kind: AspectKind) -> &'static str {
    match kind {
        AspectKind::Figure(_) => "How many",
        AspectKind::Person => "Who",
        AspectKind::Label => "What they are called",
        AspectKind::Place => "Where",
        AspectKind::Date => "When",
    }
}

/// The table of what several tell, and under it what one alone tells.
pub(super) fn section(texts: &[Annotated<'_>], told: &[Aspect], titles: &[String]) -> AnyView {
    let is_wide = |it: &&Aspect| tellers(it) > 1 || matches!(it.kind, AspectKind::Figure(_));
    let wide: Vec<&Aspect> = told.iter().filter(is_wide).collect();
    let is_none = !told.iter().any(|it| tellers(it) > 1);
    let bodies = wide.chunk_by(|x, y| title(x.kind) == title(y.kind)).map(|it| group(texts, it, titles)).collect_view();
    let head = titles.iter().map(|it| view! { <th scope="col">{it.clone()}</th> }).collect_view();
    view! {
        <section class="result" aria-labelledby="told-title">
            <h2 id="told-title">"What each of them tells"</h2>
            {is_none.then(|| view! { <p class="bench__none">"They name no person, no place and no day in common, and count nothing of one kind. They seem to be about different things."</p> })}
            {(!wide.is_empty() && !is_none).then(|| view! {
                <table class="told">
                    <thead><tr><td></td>{head}</tr></thead>
                    {bodies}
                </table>
            })}
            {(!is_none).then(|| alone(texts, told, titles))}
        </section>
    }
    .into_any()
}

fn group(texts: &[Annotated<'_>], aspects: &[&Aspect], titles: &[String]) -> AnyView {
    let span = (titles.len() + 1).to_string();
    let rows = aspects.iter().map(|it| row(texts, it, titles)).collect_view();
    view! {
        <tbody>
            <tr class="told__group"><th scope="rowgroup" colspan=span>{title(aspects[0].kind)}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

fn row(texts: &[Annotated<'_>], aspect: &Aspect, titles: &[String]) -> AnyView {
    let cells = aspect.cells.iter().zip(texts).zip(titles).map(|((cell, text), title)| {
        let tellings = cell.iter().map(|it| telling(*text, aspect.kind, it)).collect_view();
        // Whoever leaves something out is told from a text that was not understood.
        let silent = || if may_tell(*text, aspect) { "not found" } else { "does not say" };
        let none = cell.is_empty().then(|| view! { <span class="told__none">{silent()}</span> });
        view! { <td data-label=title.clone()><ul>{tellings}</ul>{none}</td> }
    });
    let differs =
        aspect.differs.then(|| view! { <span class="told__differs">"These differ. Does any of them say why?"</span> });
    view! {
        <tr class=if aspect.differs { "is-apart" } else { "" }>
            <th scope="row">{aspect.name.clone()} {differs}</th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

fn telling(text: Annotated<'_>, kind: AspectKind, it: &Telling) -> AnyView {
    let source = match (kind, it.source) {
        (AspectKind::Figure(_), Some(source)) => format!("says: {}", short(&text.document[source])),
        (AspectKind::Figure(_), None) if text.article.headline.is_some_and(|span| span.contains(it.span)) => {
            "in the headline".to_owned()
        }
        (AspectKind::Figure(_), None) => "no source found beside it".to_owned(),
        _ => String::new(),
    };
    let source = (!source.is_empty()).then(|| view! { <span class="told__source">{source}</span> });
    view! { <li dir="auto">{text.document[it.span].to_owned()} " " {source}</li> }.into_any()
}

/// What one report tells and no other does.
fn alone(texts: &[Annotated<'_>], told: &[Aspect], titles: &[String]) -> AnyView {
    let items = titles.iter().enumerate().map(|(at, title)| {
        let own =
            told.iter().filter(|it| tellers(it) == 1 && !matches!(it.kind, AspectKind::Figure(_) | AspectKind::Label));
        let own: Vec<String> =
            own.filter_map(|it| Some(texts[at].document[it.cells[at].first()?.span].to_owned())).collect();
        let words = if own.is_empty() { "nothing".to_owned() } else { own.join(" · ") };
        view! { <div><dt>{title.clone()}</dt><dd dir="auto">{words}</dd></div> }
    });
    view! {
        <h3 class="told__alone">"Named in one of them only"</h3>
        <dl class="told__list">{items.collect_view()}</dl>
    }
    .into_any()
}
