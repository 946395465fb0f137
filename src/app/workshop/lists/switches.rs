//! What is switched off or dismissed, each with the way back.

use leptos::prelude::*;

use crate::app::dismissals::in_words;
use crate::app::families;
use crate::app::reading;
use crate::app::workshop::book::Book;
use crate::storage::{Dismissal, Scope};
use crate::traits::lists::Off;
use crate::traits::{self, Trait};

fn all_rules() -> impl Iterator<Item = &'static Trait> {
    traits::with_own()
}

/// Every rule, with its switch.
pub(super) fn rules(book: Book) -> AnyView {
    let count = move || match all_rules().filter(|about| !book.is_on(about)).count() {
        0 => "all are on".to_owned(),
        1 => "1 is off".to_owned(),
        count => format!("{count} are off"),
    };
    let off = move || {
        let names: Vec<_> = all_rules().filter(|about| !book.is_on(about)).map(|about| about.name).collect();
        (!names.is_empty()).then(|| view! { <p>"Off: " {names.join(", ")}</p> })
    };
    let family = |family| {
        let rules: Vec<_> = all_rules().filter(|it| it.family == family).map(|about| rule(book, about)).collect();
        view! {
            <fieldset class="switches__family">
                <legend>{families::name(family)}</legend>
                {rules}
            </fieldset>
        }
        .into_any()
    };
    let families: Vec<_> = families::ALL.into_iter().map(family).collect();
    view! {
        <section>
            <h2>"Rules"</h2>
            <details class="drawer switches">
                <summary>"Switch rules on and off: " {count}</summary>
                {families}
            </details>
            {off}
        </section>
    }
    .into_any()
}

fn rule(book: Book, about: &'static Trait) -> AnyView {
    let on = move || book.is_on(about);
    view! {
        <div class="switches__rule">
            <label class="switch">
                <input type="checkbox" prop:checked=on on:change=move |_| book.switch(about) />
                {about.name}
            </label>
            <a href=format!("#/rules/{}", about.id.0)>
                <span class="unseen">{format!("{}: ", about.name)}</span> "its page"
            </a>
        </div>
    }
    .into_any()
}

/// Words of Sayso's own lists that are switched off.
pub(super) fn words(book: Book) -> AnyView {
    let rows = move || {
        let list = book.list();
        let rows: Vec<_> = list.off.iter().map(|it| off(book, it)).collect();
        match rows.is_empty() {
            true => view! {
                <p>"None. Each word of the lists that come with Sayso has a switch on the page of its rule: " {links()} "."</p>
            }
            .into_any(),
            false => view! { <ul class="words__list">{rows}</ul> }.into_any(),
        }
    };
    view! {
        <section>
            <h2 id="words-off" tabindex="-1">"Words switched off"</h2>
            {rows}
        </section>
    }
    .into_any()
}

fn off(book: Book, it: &Off) -> AnyView {
    let off = it.clone();
    let again = move |_| {
        book.switch_word(off.clone());
        // The button goes with its word.
        reading::after_drawing(|| reading::focus("#words-off"));
    };
    let name = traits::find(it.of).map_or("", |about| about.name);
    view! {
        <li class="words__entry words__entry--own">
            <span class="words__word">{it.word.replace('\'', "’")}</span>
            <span class="words__instead">{name}</span>
            <span class="words__acts">
                <button type="button" class="link" on:click=again>
                    "Flag again" <span class="unseen">{format!(" “{}”", it.word)}</span>
                </button>
            </span>
        </li>
    }
    .into_any()
}

fn links() -> Vec<AnyView> {
    let link = |(at, about): (usize, &'static Trait)| {
        let comma = if at > 0 { ", " } else { "" };
        view! { {comma} <a href=format!("#/rules/{}", about.id.0)>{about.name.to_lowercase()}</a> }.into_any()
    };
    traits::word_lists::traits().filter_map(traits::find).enumerate().map(link).collect()
}

/// Places and words that were dismissed while reading.
pub(super) fn dismissals(book: Book) -> AnyView {
    let rows = move || {
        // A rule that is off has its switch above.
        let all = book.dismissals();
        let rows: Vec<_> = all.iter().filter(|it| it.scope != Scope::Rule).map(|it| dismissed(book, it)).collect();
        if rows.is_empty() {
            return view! { <p>"Nothing. A flag is dismissed from its card: in one place, or a word everywhere."</p> }
                .into_any();
        }
        view! {
            <ul class="dismissed">{rows}</ul>
            <button type="button" class="link" on:click=move |_| { book.restore_all(); to_dismissed(); }>"Show all again, rules too"</button>
        }
        .into_any()
    };
    view! {
        <section>
            <h2 id="dismissed" tabindex="-1">"Dismissed"</h2>
            {rows}
        </section>
    }
    .into_any()
}

/// The button that was pressed goes with what it was for.
fn to_dismissed() {
    reading::after_drawing(|| reading::focus("#dismissed"));
}

fn dismissed(book: Book, it: &Dismissal) -> AnyView {
    let dismissal = it.clone();
    let words = in_words(it);
    view! {
        <li>
            {words.clone()} " "
            <button type="button" class="link" on:click=move |_| { book.restore(&dismissal); to_dismissed(); }>
                "Show again" <span class="unseen">{format!(": {words}")}</span>
            </button>
        </li>
    }
    .into_any()
}
