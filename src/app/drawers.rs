//! What lies under the cards: what was dismissed, and what was let pass.

use std::sync::Arc;

use leptos::prelude::*;

use super::dismissals::{Dismissals, in_words, short};
use super::live::{live, live_when, maybe, words};
use super::paper::Paper;
use super::places;
use crate::report::Cleared;
use crate::storage::Dismissal;
use crate::traits;

/// Entries shown of a drawer.
const MOST: usize = 100;

/// Everything dismissed, each with the way back.
#[component]
pub(super) fn DismissedDrawer() -> impl IntoView {
    let dismissals = Dismissals::expect();
    let count = move || dismissals.read().len();
    let entry = move |it: &Dismissal| {
        let dismissal = it.clone();
        view! {
            <li>
                {in_words(it)} " "
                <button type="button" class="link" on:click=move |_| dismissals.restore(&dismissal)>"Show again"</button>
            </li>
        }
        .into_any()
    };
    let list = move || dismissals.read().iter().map(entry).collect_view().into_any();
    view! {
        {live_when(move || count() != 0, move || view! {
            <details class="drawer">
                <summary>"Dismissed " <span class="drawer__count">{words(move || count().to_string())}</span></summary>
                <ul>{live(list)}</ul>
                <button type="button" class="link" on:click=move |_| dismissals.restore_all()>"Show all again"</button>
            </details>
        }.into_any())}
    }
}

/// What a rule considered and did not flag, and why.
#[component]
pub(super) fn ClearedDrawer(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let cleared: Vec<Cleared> = paper.shown(only).flat_map(|(_, it)| it.cleared.iter().cloned()).take(MOST).collect();
    let count: usize = paper.shown(only).map(|(_, it)| it.cleared.len()).sum();
    let entry = move |it: &Cleared| {
        let name = traits::find(it.of).map_or("", |about| about.name);
        let (quote, why) = (short(paper.quote(it.span)), it.why);
        view! { <li><q>{places::link(it.span, quote, String::new())}</q> " " <span class="drawer__rule">{name}</span> " " {why}</li> }.into_any()
    };
    maybe((count > 0).then(|| {
        view! {
            <details class="drawer">
                <summary>"Checked and let pass " <span class="drawer__count">{count.to_string()}</span></summary>
                <ul>{cleared.iter().map(entry).collect_view()}</ul>
                {maybe((count > MOST).then(|| view! { <p>{format!("and {} more", count - MOST)}</p> }))}
            </details>
        }
    }))
}
