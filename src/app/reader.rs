//! The screen of one text: the article, and the panel beside it.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::analysis::{Analysis, Stage, set_ready};
use super::article_view::ArticleView;
use super::digest::{Contents, LabelTable, Neighbours};
use super::ledger::Ledger;
use super::live::{later, live, live_if, live_when, maybe};
use super::panel::Panel;
use super::paper::{Paper, single};
use super::preferences::Preferences;
use super::reading::{after_drawing, arrive, focus_still};
use super::route::Route;
use super::selection::Selection;
use super::shelf::{FILE, Shelf};
use crate::worker::WorkerError;

/// After this long without a report, a sign of progress appears.
const PATIENCE: Duration = Duration::from_millis(500);

#[component]
pub(super) fn Reader(slug: String, only: Option<usize>) -> impl IntoView {
    let shelf = Shelf::expect();
    live(move || {
        if shelf.awaits(&slug) {
            set_ready(false);
            return view! { <main class="reader" id="main"><Waiting /></main> }.into_any();
        }
        view! { <Opened slug=slug.clone() only /> }.into_any()
    })
}

#[component]
fn Opened(slug: String, only: Option<usize>) -> impl IntoView {
    let (analysis, shelf) = (Analysis::expect(), Shelf::expect());
    let Some(text) = shelf.find(&slug) else {
        let missing = if shelf.misses(&slug) { missed() } else { missing() };
        return view! { <main class="reader" id="main">{missing}</main> }.into_any();
    };
    Preferences::expect().take_view();
    analysis.open(text);
    Selection::expect().clear();
    let is_current = move |paper: &Paper| paper.text.slug == slug;
    view! {
        <main class="reader" id="main">
            {live(move || match analysis.stage() {
                Stage::Done(paper) if is_current(&paper) => view! { <Spread paper only /> }.into_any(),
                Stage::Failed(error) => view! { <Failed error /> }.into_any(),
                Stage::Empty | Stage::Running | Stage::Done(_) => view! { <Waiting /> }.into_any(),
            })}
        </main>
    }
    .into_any()
}

/// Article and panel side by side.
#[component]
fn Spread(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    if only.is_some_and(|number| number > paper.report.articles.len()) {
        return missing();
    }
    let headline = single(&paper, only).and_then(|at| paper.report.articles[at].headline);
    let title = match (headline, &paper.text.title) {
        (Some(headline), _) => paper.quote(headline),
        (None, Some(title)) => title,
        (None, None) => "Your text",
    };
    document().set_title(&format!("{title} · Sayso"));
    let ledger = Ledger::expect();
    let shown_title = headline.is_none().then(|| title.to_owned());
    after_drawing(|| arrive("#article"));
    // In tasks of their own: the article, laid out, and then the panel.
    let of_panel = paper.clone();
    let panel = later(move || untrack(|| view! { <Panel paper=of_panel.clone() only /> }.into_any()));
    view! {
        <div class="page">
            {maybe(only.map(|number| view! { <Neighbours paper=paper.clone() number /> }))}
            {maybe(paper.text.note.clone().map(|note| view! { <p class="page__note">{note}</p> }))}
            {maybe((paper.text.slug == FILE).then(|| view! {
                <p class="page__note"><a href="#/in/parts">"See what was cut out of the file, or put its parts right"</a></p>
            }))}
            {maybe(shown_title.map(|title| view! { <h1 class="page__title">{title}</h1> }))}
            {maybe((paper.is_digest() && only.is_none()).then(|| view! {
                <Contents paper=paper.clone() />
                <LabelTable paper=paper.clone() />
            }))}
            <ArticleView paper=paper.clone() only />
            {live_if(move || ledger.percent_left().map(|it| view! {
                <p class="page__whole">
                    {format!("{it}% of the text remains. ")}
                    <button type="button" class="link" on:click=move |_| {
                        ledger.put_back();
                        focus_still("#article");
                    }>"Show the whole text again"</button>
                </p>
            }.into_any()))}
        </div>
        {panel}
    }
    .into_any()
}

/// Quiet at first; most texts are read before anybody could wonder.
#[component]
fn Waiting() -> impl IntoView {
    let is_late = RwSignal::new(false);
    let timer = set_timeout_with_handle(move || is_late.set(true), PATIENCE);
    on_cleanup(move || timer.iter().for_each(|it| it.clear()));
    view! {
        <div class="waiting" role="status">
            {live_when(move || is_late.get(), move || view! {
                <p>"Reading the text…"</p>
                <progress aria-label="Reading the text"></progress>
            }.into_any())}
        </div>
    }
}

#[component]
fn Failed(error: WorkerError) -> impl IntoView {
    let analysis = Analysis::expect();
    let words = match error {
        WorkerError::CannotStart => "This browser does not let the page start its reading thread.",
        WorkerError::Crashed => "The reading thread stopped again and again on this text. Your text is still here.",
    };
    set_ready(true);
    view! {
        <div class="page">
            <h1 class="page__title">"That did not work"</h1>
            <p>{words}</p>
            <p>
                <button type="button" class="button button--main" on:click=move |_| analysis.ask()>"Try again"</button>
                " "
                <a href=Route::Start.href()>"Go to the start"</a>
            </p>
        </div>
    }
}

/// Of the library, which is a file of its own.
fn missed() -> AnyView {
    nothing_here(
        "This article could not be loaded",
        "A part of the page could not be loaded. Reload the page while you have a connection.",
    )
}

fn missing() -> AnyView {
    nothing_here(
        "There is no such text",
        "It may have been pasted on another device, or in another browser. What you read here is in your collection.",
    )
}

fn nothing_here(title: &'static str, why: &'static str) -> AnyView {
    set_ready(true);
    view! {
        <div class="page">
            <h1 class="page__title">{title}</h1>
            <p>{why}</p>
            <p><a href=Route::Start.href()>"Go to the start"</a></p>
        </div>
    }
    .into_any()
}
