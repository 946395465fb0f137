//! The drawer of the source ledger: a table of every voice, and the article without it.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

use super::dismissals::short;
use super::ledger::{Ledger, Taken};
use super::live::{acting, holds, live, live_if, maybe, nothing, whether, words};
use super::paper::Paper;
use super::places;
use super::preferences::Preferences;
use super::reading::{after_drawing, element, focus_first, show};
use super::route::{Route, Router};
use super::sheet::{Height, Sheet};
use crate::report::Lost;
use crate::report::ledger::{MOST, Row, TICKS, Tick, kind_in_words};

/// Rows on screen; a long text has more voices than a reader can weigh.
const SHOWN: usize = 60;

/// What does not follow the reader.
const LENS: &str = "Your merges and splits count in this table, in its tests and in the sentence on top. “Voices” still \
                    colours the text as it was found.";

/// Links to places of one voice.
const MOST_PLACES: usize = 12;

/// Drawn when it is first opened: a long text has many voices.
pub(super) fn drawer(paper: &Arc<Paper>, article: usize) -> AnyView {
    let ledger = Ledger::expect();
    let (router, left) = (Router::expect(), paper.clone());
    on_cleanup(move || {
        ledger.restore();
        if router.at_untracked() == Route::Workshop && element(".ledger[open]").is_some() {
            ledger.leave(&left, article, false);
        }
    });
    if paper.report.articles[article].attributions.is_empty() {
        return nothing();
    }
    // Who speaks where is inked over all of the text: nothing is struck through beside it.
    let by_voice = Preferences::expect();
    Effect::new(move || {
        if by_voice.is_by_voice() {
            ledger.restore();
        }
    });
    let count = {
        let paper = paper.clone();
        words(move || ledger.count(&paper, article).to_string())
    };
    let is_back = ledger.is_back(paper, article);
    if is_back == Some(true) {
        after_drawing(|| focus_first(&[".ledger [data-act=out]"]));
    }
    let is_back = is_back.is_some();
    let is_open = RwSignal::new(is_back);
    let table = {
        let paper = paper.clone();
        live_if(move || is_open.get().then(|| table(&paper, article)))
    };
    let paper = paper.clone();
    view! {
        <details
            class="drawer ledger"
            data-keys=""
            open=is_back
            on:toggle=move |_| if !is_open.get_untracked() { is_open.set(true) }
            on:click=move |event| clicked(&event, &paper, article)
        >
            <summary>"Who speaks " <span class="drawer__count">{count}</span></summary>
            {table}
        </details>
    }
    .into_any()
}

fn clicked(event: &MouseEvent, paper: &Arc<Paper>, article: usize) {
    let Some((act, at)) = places::asked(event) else { return };
    let ledger = Ledger::expect();
    let row = at.first().copied().unwrap_or_default();
    let without = |taken| {
        Preferences::expect().leave_voices();
        ledger.toggle(paper, article, taken);
        // Over all of a small screen the panel would hide what is struck through.
        Sheet::expect().set(Height::Half);
        after_drawing(|| show(".struck", ScrollLogicalPosition::Nearest));
    };
    match act.as_str() {
        "without" => without(Taken::Row(row)),
        "without-unnamed" => without(Taken::Unnamed),
        "only-named" => without(Taken::AllButNamed),
        "pick" => ledger.pick(row),
        "merge" => ledger.merge(paper, article),
        "split" => ledger.split(paper, article, row),
        "undo" | "redo" => ledger.swap(paper, article, act == "redo"),
        "found" => ledger.as_found(paper, article),
        "out" => ledger.leave(paper, article, true),
        "print" => drop(window().print()),
        _ => {}
    }
}

fn table(paper: &Arc<Paper>, article: usize) -> AnyView {
    let ledger = Ledger::expect();
    let heads =
        TICKS.iter().map(|it| view! { <th scope="col" class="ledger__tick"><span>{*it}</span></th> }.into_any());
    let rows = {
        let paper = paper.clone();
        live(move || {
            let rows = ledger.rows(&paper, article);
            rows.iter().take(SHOWN).map(|it| row(&paper, article, it)).collect_view().into_any()
        })
    };
    let is_changed = {
        let paper = paper.clone();
        Memo::new(move |_| ledger.is_changed(&paper, article))
    };
    let has_unnamed = {
        let paper = paper.clone();
        Memo::new(move |_| ledger.has_unnamed(&paper, article))
    };
    let rest = untrack(|| ledger.rows(paper, article).len()).saturating_sub(SHOWN);
    let step = |is_redo| {
        let (act, name, of) =
            if is_redo { ("redo", "Redo", " what was undone") } else { ("undo", "Undo", " the last merge or split") };
        live_if(move || ledger.can_swap(is_redo).then(|| acting(act, String::new(), name.to_owned(), of.to_owned())))
    };
    let many = (rest > 0).then(|| format!("The table shows the first {SHOWN}; the file holds up to {MOST}."));
    view! {
        {left(article)}
        <div class="ledger__tests">
            {live_if(move || has_unnamed.get().then(|| test(article, Taken::Unnamed, "without-unnamed", "Read without all unnamed voices")))}
            {test(article, Taken::AllButNamed, "only-named", "Read only what named people stand behind")}
        </div>
        <p class="ledger__hint">"Two rows that are one voice? Tick both to merge them. One row that is two? Split it."</p>
        <table aria-label="Who speaks">
            <thead><tr><th scope="col">"Voice"</th>{heads.collect_view()}</tr></thead>
            {rows}
        </table>
        {maybe(many.map(|it| view! { <p>{it}</p> }))}
        <p class="ledger__merge" aria-live="polite">
            {live_if(move || (ledger.picked() > 1).then(|| acting("merge", String::new(), "Merge the ticked voices".to_owned(), String::new())))}
        </p>
        {live_if(move || is_changed.get().then(|| view! { <p class="ledger__hint">{LENS}</p> }.into_any()))}
        <p class="ledger__tools">
            {[false, true].map(step)}
            {live_if(move || is_changed.get().then(|| acting("found", String::new(), "Undo all merges and splits".to_owned(), String::new())))}
            <a href=format!("#/out/{}/voices", paper.text.slug) data-act="out">"Save as a table (CSV)"</a>
            {acting("print", String::new(), "Print".to_owned(), " the article with this table".to_owned())}
        </p>
    }
    .into_any()
}

/// The two rows of the table for one voice.
fn row(paper: &Arc<Paper>, article: usize, row: &Row) -> AnyView {
    let ledger = Ledger::expect();
    let (id, report) = (row.id, &paper.report.articles[article]);
    let name = short(&row.name);
    let ticks = row.ticks.iter().map(|&it| tick(it));
    let mut known = Vec::new();
    let places = row.places.iter().filter_map(|&place| {
        let paragraph = report.paragraph(place);
        let is_new = !known.contains(&paragraph) && known.len() < MOST_PLACES;
        is_new.then(|| {
            known.push(paragraph);
            let words = if paragraph == 0 { "top".to_owned() } else { format!("¶{paragraph}") };
            places::link(place, words, format!(" of {name}"))
        })
    });
    let times = row.places.len();
    let verbs = row.verbs.join(", ");
    let said = match row.verbs.len() {
        _ if times < 2 => verbs,
        1 => format!("{verbs} × {times}"),
        _ => format!("{times} times: {verbs}"),
    };
    let is_counted = row.attributions.iter().any(|&it| report.attributions[it].source_id.is_some());
    let counted = if is_counted { "" } else { ", not counted" };
    let rote = if row.ticks.contains(&Tick::Rote) { ", reason in a set phrase" } else { "" };
    let bears = in_words(row.bears);
    let is_several = times > 1;
    view! {
        <tbody class="ledger__voice">
            <tr>
                <th scope="row">
                    <input
                        type="checkbox"
                        aria-label=format!("Tick {name}")
                        data-act="pick"
                        data-at=id.to_string()
                        prop:checked=holds(move || ledger.has_picked(id))
                    />
                    <span class="ledger__name">{name.clone()}</span>
                    <span class="ledger__kind">{kind_in_words(row.kind)}{counted}{rote}</span>
                </th>
                {ticks.collect_view()}
            </tr>
            <tr>
                <td colspan="6">
                    <span class="ledger__verbs">{said}</span>
                    <span class="ledger__places">{places.collect_view()}</span>
                    <strong class="ledger__bears">{bears}</strong>
                    <span class="ledger__acts">
                        {without(article, Taken::Row(id), "without", id, "Read without", format!(" {name}"))}
                        {maybe(is_several.then(|| acting("split", id.to_string(), "Split".to_owned(), format!(" {name}"))))}
                    </span>
                </td>
            </tr>
        </tbody>
    }
    .into_any()
}

fn tick(tick: Tick) -> AnyView {
    let (sign, words) = match tick {
        Tick::Yes => ("✓", "yes"),
        Tick::No => ("–", "no"),
        Tick::Rote => ("✓", "in a set phrase"),
        Tick::Moot => ("", "not needed"),
    };
    view! { <td class="ledger__tick"><span aria-hidden="true">{sign}</span><span class="unseen">{words}</span></td> }
        .into_any()
}

fn test(article: usize, taken: Taken, act: &'static str, words: &'static str) -> AnyView {
    without(article, taken, act, 0, words, String::new())
}

/// The button that takes voices away, and puts them back.
fn without(article: usize, taken: Taken, act: &'static str, id: u32, label: &'static str, of: String) -> AnyView {
    let ledger = Ledger::expect();
    view! {
        <button
            type="button"
            class="link"
            data-act=act
            data-at=id.to_string()
            aria-pressed=whether(move || ledger.is_without(article, taken))
        >
            {label}
            <span class="unseen">{of}</span>
        </button>
    }
    .into_any()
}

/// How much of the article remains.
fn left(article: usize) -> AnyView {
    let ledger = Ledger::expect();
    let bar = live_if(move || {
        let left = ledger.left(article)?;
        let words = match left.struck.len() {
            0 => "Nothing rests on this alone: all of the text remains.".to_owned(),
            _ => format!("{}% of the text remains. {}", left.percent_left, in_words(left.lost)),
        };
        Some(view! {
            <p>{words}</p>
            <meter min="0" max="100" value=left.percent_left.to_string() aria-label="Part of the text that remains"></meter>
        }
        .into_any())
    });
    view! { <div class="ledger__left" role="status">{bar}</div> }.into_any()
}

/// Empty where nothing is lost.
fn in_words(lost: Lost) -> &'static str {
    match (lost.headline, lost.lead) {
        (true, true) => "Load-bearing: without this, the headline loses its support, and the first sentence goes.",
        (true, false) => "Load-bearing: without this, the headline loses its support.",
        (false, true) => "Load-bearing: without this, the first sentence goes.",
        (false, false) => "",
    }
}
