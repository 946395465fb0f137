//! A text and what was made of it, sentence by sentence.

use leptos::html::Div;
use leptos::prelude::*;

use super::super::lab::changes::{ANEW, score};
use crate::app::original::{changed, in_words, inserted, struck};
use crate::ling::{Annotated, ChangeKind, compare, is_written_anew};
use crate::report::Edit;
use crate::report::compare::{Credit, CreditKind, Row, Twin, Verdict};
use crate::report::lab::first_part;
use crate::text::Span;

/// Rows drawn; the rest of two books is told in one line.
const MOST: usize = 500;

/// Whether the second text is the first one, whole or in large part.
pub(super) fn is_copy(twin: &Twin) -> bool {
    matches!(twin.verdict, Verdict::Duplicate | Verdict::CopyWithChanges | Verdict::ExtensiveQuoting)
}

/// How alike two texts are, in words.
pub(super) fn verdict(twin: &Twin, is_one_event: bool) -> AnyView {
    view! { <p class="twin__verdict" role="status"><strong>{heading(twin.verdict)}</strong> " " {explained(twin, is_one_event)}</p> }.into_any()
}

/// What fell away, and each sentence beside its counterpart.
pub(super) fn section(a: Annotated<'_>, b: Annotated<'_>, twin: &Twin, titles: &[String]) -> AnyView {
    if !is_copy(twin) {
        let table = (twin.verdict == Verdict::DifferentText).then(|| {
            view! {
                <details class="drawer result">
                    <summary>"Sentence by sentence"</summary>
                    {sentences(a, b, twin, titles)}
                </details>
            }
        });
        return table.into_any();
    }
    view! {
        {credits(twin)}
        {headlines(a, b)}
        <section class="result" aria-labelledby="rows-title">
            <h2 id="rows-title">"Sentence by sentence"</h2>
            {sentences(a, b, twin, titles)}
        </section>
    }
    .into_any()
}

fn heading(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Duplicate => "The same text.",
        Verdict::CopyWithChanges => "A copy with changes.",
        Verdict::ExtensiveQuoting => "One quotes the other at length.",
        Verdict::DifferentText => "Two different texts.",
        Verdict::NothingInCommon => "Nothing in common.",
    }
}

fn explained(twin: &Twin, is_one_event: bool) -> String {
    let [of_a, of_b] = twin.of;
    let same = match twin.same {
        0 => "No sentence is the same word for word.".to_owned(),
        1 => format!("1 of {of_b} sentences is the same word for word."),
        same => format!("{same} of {of_b} sentences are the same word for word."),
    };
    match twin.verdict {
        Verdict::Duplicate if of_a == 1 => "Its one sentence is the same word for word.".to_owned(),
        Verdict::Duplicate => format!("All {of_a} sentences are the same word for word."),
        Verdict::NothingInCommon if is_one_event => {
            "No sentence of one stands in the other. They may still tell of one event: see below.".to_owned()
        }
        Verdict::NothingInCommon => "No sentence of one stands in the other.".to_owned(),
        _ => format!("{}% of the second text’s words stand in the first. {same}", twin.shared_words),
    }
}

/// What the second text no longer says of where it comes from.
fn credits(twin: &Twin) -> AnyView {
    if twin.removed_credits.is_empty() {
        return ().into_any();
    }
    let kind = |kind: CreditKind| match kind {
        CreditKind::Agency => "the agency",
        CreditKind::Byline => "the author",
        CreditKind::Dateline => "where it was reported from",
        CreditKind::Outlet => "the outlet",
        CreditKind::Published => "when it was published",
        CreditKind::Credit => "a credit",
        CreditKind::Attribution => "who says so",
        CreditKind::Doubt => "what left room for doubt",
        CreditKind::Figure => "a figure, now another",
        CreditKind::Reply => "an answer",
    };
    let is_new = |(at, it): &(usize, &Credit)| !twin.removed_credits[..*at].iter().any(|other| other.text == it.text);
    let lost = twin.removed_credits.iter().enumerate().filter(is_new).map(|(_, it)| it);
    let items = lost.map(|it| {
        let words = it.text.trim_matches([',', ' ', ';']).to_owned();
        view! { <li><del>{words}</del> " " <span class="part__kind">{kind(it.kind)}</span></li> }
    });
    view! {
        <section class="result" aria-labelledby="lost-title">
            <h2 id="lost-title">"What fell away"</h2>
            <p class="bench__none">"The second text no longer says:"</p>
            <ul class="lost">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The two headlines in one line of type.
fn headlines(a: Annotated<'_>, b: Annotated<'_>) -> AnyView {
    let of = |text: Annotated<'_>| text.article.headline.map(|it| text.document[it].to_owned());
    let Some((old, new)) = of(a).zip(of(b)).filter(|(old, new)| old != new) else { return ().into_any() };
    let (new, old) = (first_part(&new), first_part(&old));
    let comparison = compare(new, old);
    let changes: Vec<ChangeKind> =
        comparison.substitution.iter().flat_map(|it| &it.changes).map(|it| it.kind).collect();
    let is_small = |it: &ChangeKind| matches!(it, ChangeKind::Wording | ChangeKind::Unclear);
    let is_more = !changes.iter().all(is_small);
    // Each once, and of the wording nothing where more than that has changed.
    let is_told = |(at, it): &(usize, &ChangeKind)| !(changes[..*at].contains(it) || is_more && is_small(it));
    let kinds: Vec<&str> = changes.iter().enumerate().filter(is_told).map(|(_, it)| in_words(*it)).collect();
    let told = if is_written_anew(new, old) { ANEW.to_owned() } else { kinds.join("; ") };
    view! {
        <section class="result" aria-labelledby="headlines-title">
            <h2 id="headlines-title">"The headline"</h2>
            {score(new, old, &comparison, "Above, in the second text; below, in the first; between, in both.")}
            <p>{told}</p>
        </section>
    }
    .into_any()
}

/// The table of sentences; on a narrow screen one text at a time, by swiping or by the buttons.
fn sentences(a: Annotated<'_>, b: Annotated<'_>, twin: &Twin, titles: &[String]) -> AnyView {
    let rows = blocks(&twin.rows).take(MOST).map(|it| row(a, b, it)).collect_view();
    let scroller: NodeRef<Div> = NodeRef::new();
    // Which of the two is in sight: 0 or 1.
    let side = RwSignal::new(0);
    let swipe = move |to: i32| {
        if let Some(it) = scroller.get_untracked() {
            it.set_scroll_left(to * it.scroll_width() / 2);
        }
    };
    let look = move |_| {
        let right = |it: &web_sys::HtmlElement| 4 * it.scroll_left().abs() > it.scroll_width();
        side.set(scroller.get_untracked().is_some_and(|it| right(&it)).into());
    };
    let button = move |to: i32, name: &'static str| {
        view! {
            <button type="button" class="button" aria-pressed=move || (side.get() == to).to_string() on:click=move |_| swipe(to)>
                {name}
            </button>
        }
    };
    let is_cut = blocks(&twin.rows).count() > MOST;
    view! {
        <div class="twin__swipe" role="group" aria-label="Which text is in sight">
            {button(0, "First text")}
            {button(1, "Second text")}
        </div>
        <div class="twin__scroll" node_ref=scroller on:scroll=look tabindex="0" role="region" aria-label="The two texts, sentence by sentence">
            <table class="twin">
                <thead><tr>{titles.iter().map(|it| view! { <th scope="col">{it.clone()}</th> }).collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {is_cut.then(|| view! { <p class="bench__none">"The texts go on; only the beginning is drawn."</p> })}
    }
    .into_any()
}

/// A row that differs, or several in a row that do not.
fn blocks(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    let is_same = |it: &Row| matches!(it, Row::Same { .. });
    rows.chunk_by(move |x, y| is_same(x) && is_same(y))
}

/// The side that has nothing to a sentence of the other.
fn absent() -> AnyView {
    view! { <td class="twin__none"><span class="twin__kind">"Not in this text"</span></td> }.into_any()
}

fn row(a: Annotated<'_>, b: Annotated<'_>, rows: &[Row]) -> AnyView {
    let of_a = |span: Span| a.document[span].to_owned();
    let of_b = |span: Span| b.document[span].to_owned();
    match &rows[0] {
        Row::Same { .. } => {
            let words = rows.iter().filter_map(|it| if let Row::Same { b, .. } = it { Some(of_b(*b)) } else { None });
            let count = if rows.len() == 1 { "1 sentence the same".to_owned() } else { format!("{} sentences the same", rows.len()) };
            let words: Vec<String> = words.collect();
            view! {
                <tr class="twin__same"><td colspan="2">
                    <details><summary>{count}</summary><p dir="auto">{words.join(" ")}</p></details>
                </td></tr>
            }
            .into_any()
        }
        Row::Changed { a: old, b: new, edits } => {
            let (out, put_in) = edits.iter().map(|Edit { a, b }| (*a, *b)).collect::<(Vec<_>, Vec<_>)>();
            view! {
                <tr>
                    <td dir="auto"><span class="unseen">"Was: "</span>{changed(a.document.text(), *old, out.into_iter().flatten(), struck)}</td>
                    <td dir="auto"><span class="unseen">"Became: "</span>{changed(b.document.text(), *new, put_in.into_iter().flatten(), inserted)}</td>
                </tr>
            }
            .into_any()
        }
        Row::Removed { a: span } => view! {
            <tr><td dir="auto"><span class="twin__kind">"Left out"</span><del class="twin__whole">{of_a(*span)}</del></td>{absent()}</tr>
        }
        .into_any(),
        Row::Added { b: span } => view! {
            <tr>{absent()}<td dir="auto"><span class="twin__kind">"Put in"</span><ins>{of_b(*span)}</ins></td></tr>
        }
        .into_any(),
    }
}
