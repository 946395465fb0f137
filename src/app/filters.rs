//! Which families are shown, with their counts.

use leptos::prelude::*;

use super::announcer::Announcer;
use super::families;
use super::live::{live_when, whether, words};
use super::preferences::Preferences;
use super::shown::Shown;
use crate::traits::Family;

#[component]
pub(super) fn Filters() -> impl IntoView {
    view! {
        <div class="filters" role="group" aria-label="Show">
            {families::ALL.map(|it| filter(Some(it))).collect_view()}
            {filter(None)}
        </div>
    }
}

/// Shows or hides a family, or else what is quoted. Absent where the text has no such flag.
fn filter(family: Option<Family>) -> AnyView {
    let (shown, preferences, announcer) = (Shown::expect(), Preferences::expect(), Announcer::expect());
    let count = move || shown.with(|shown| family.map_or(shown.quoted, |it| shown.count(it)));
    let is_on = move || family.map_or_else(|| preferences.shows_quoted(), |it| preferences.shows(it));
    let toggle = move |_| {
        match family {
            Some(it) => preferences.toggle(it),
            None => preferences.change(|it| it.quoted = !it.quoted),
        }
        announcer.say(format!("Flags shown: {}.", shown.get_untracked().ids.len()));
    };
    let (id, name) = family.map_or(("quoted", "Quoted words"), |it| (it.id(), families::name(it)));
    let button = move || {
        view! {
            <button type="button" class=format!("filter filter--{id}") aria-pressed=whether(is_on) on:click=toggle>
                <span class=format!("filter__line mark--{id}")>{name}</span>
                " "
                <span class="filter__count">{words(move || count().to_string())}</span>
            </button>
        }
        .into_any()
    };
    live_when(move || count() != 0, button)
}
