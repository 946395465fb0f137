//! "Dismiss": says how far it reaches before it acts.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::ScrollLogicalPosition;

use super::dismissals::{Dismissals, short};
use super::live::{live_when, whether, words};
use super::paper::{Paper, about, bare};
use super::reading::{after_drawing, focus_first, show};
use crate::report::{Flag, FlagId};
use crate::storage::{Dismissal, Scope};

/// The button, and the three scopes it offers.
#[component]
pub(super) fn DismissMenu(paper: Arc<Paper>, at: Memo<FlagId>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let flag = paper.flag(at.get_untracked());
    let (rule, of) = (about(flag).name, flag.of.0);
    let paper = StoredValue::new(paper);
    let choose = move |scope: fn(&Paper, &Flag) -> Scope| {
        let scope = paper.with_value(|paper| scope(paper, paper.flag(at.get_untracked())));
        let next = next_card(at.get_untracked());
        let card = format!("li[data-flag=\"{}\"] .card__name", at.get_untracked().0);
        Dismissals::expect().dismiss(Dismissal { of: of.to_owned(), scope }, card);
        after_drawing(move || focus_first(&[&next, ".panel"]));
    };
    let word = move || {
        let quote = paper.with_value(|it| short(bare(it.quote(it.flag(at.get()).span))));
        format!("“{quote}” in every text, for this rule")
    };
    view! {
        <div class="dismiss">
            <button
                type="button"
                class="dismiss__open"
                aria-expanded=whether(move || is_open.get())
                on:click=move |_| {
                    is_open.update(|it| *it = !*it);
                    let scopes = format!("li[data-flag=\"{}\"] .dismiss__scopes", at.get_untracked().0);
                    after_drawing(move || show(&scopes, ScrollLogicalPosition::Nearest));
                }
            >
                "Dismiss"
                <span class="unseen">{words(move || format!(" flag {}", at.get().0))}</span>
            </button>
            {live_when(move || is_open.get(), move || view! {
                <div class="dismiss__scopes" role="group" aria-label="What to dismiss">
                    <button type="button" on:click=move |_| choose(Paper::place)>"This place only"</button>
                    <button type="button" on:click=move |_| choose(Paper::word)>{word}</button>
                    <button type="button" on:click=move |_| choose(|_, _| Scope::Rule)>
                        {format!("The whole rule “{rule}”")}
                    </button>
                </div>
            }.into_any())}
        </div>
    }
}

/// Returns where the focus goes when the card of `id` is gone.
fn next_card(id: FlagId) -> String {
    let card = format!("li[data-flag=\"{}\"]", id.0);
    let next = document().query_selector(&format!("{card} + li[data-flag]")).ok().flatten();
    match next.and_then(|it| it.get_attribute("data-flag")) {
        Some(next) => format!("li[data-flag=\"{next}\"] .card__name"),
        None => ".panel".to_owned(),
    }
}
