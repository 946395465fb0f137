//! Which families are shown, with their counts.

use leptos::prelude::*;

use super::families;
use super::live::live_when;
use super::preferences::Preferences;
use super::shown::Shown;
use crate::traits::Family;

#[component]
pub(super) fn Filters() -> impl IntoView {
    let (shown, preferences) = (Shown::expect(), Preferences::expect());
    view! {
        <div class="filters" role="group" aria-label="Show">
            {families::ALL.map(|family| view! { <FamilyFilter family /> }).collect_view()}
            {live_when(move || shown.with(|it| it.quoted > 0), move || view! {
                <button
                    type="button"
                    class="filter filter--quoted"
                    aria-pressed=move || preferences.shows_quoted().to_string()
                    on:click=move |_| preferences.change(|it| it.quoted = !it.quoted)
                >
                    "Quoted words "
                    <span class="filter__count">{move || shown.with(|it| it.quoted)}</span>
                </button>
            }.into_any())}
        </div>
    }
}

/// Absent where the text has no such flag.
#[component]
fn FamilyFilter(family: Family) -> impl IntoView {
    let (shown, preferences) = (Shown::expect(), Preferences::expect());
    let count = Memo::new(move |_| shown.with(|it| it.count(family)));
    view! {
        {live_when(move || count.get() != 0, move || view! {
            <button
                type="button"
                class=format!("filter filter--{}", family.id())
                aria-pressed=move || preferences.shows(family).to_string()
                on:click=move |_| preferences.toggle(family)
            >
                <span class=format!("filter__line mark--{}", family.id())>{families::name(family)}</span>
                " "
                <span class="filter__count">{count}</span>
            </button>
        }.into_any())}
    }
}
