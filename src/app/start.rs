//! The first screen: what this is, a box to paste into, and the library.

use std::time::Duration;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

use super::analysis::{Analysis, set_nothing_due};
use super::bundle::{begin_anew, remember_text};
use super::keep::Keeper;
use super::live::{maybe, words};
use super::place;
use super::reading::{after_drawing, element};
use super::route::{PASTED, Route, Router};
use super::shelf::Shelf;
use crate::intake;
use crate::library::{self, Entry, Group};

#[component]
pub(super) fn Start() -> impl IntoView {
    set_nothing_due();
    give_back_memory();
    document().set_title("Sayso: on whose say-so?");
    place::keep(0);
    after_drawing(place::come_back);
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">"On whose say-so?"</h1>
            <p class="start__lead">
                "Sayso shows, beside a news article, who stands behind each part of it and how it is worded. "
                "It gives no score and no verdict: it shows you where to look twice, and why."
            </p>
            <PasteBox />
            <p class="start__teachers"><a href="#/lesson">"For teachers: lessons for a class"</a></p>
            <LibraryList />
            <p class="start__privacy">
                "Everything happens on this device. Nothing you paste is sent anywhere. " <a href="#/check">"Check it yourself"</a> "."
            </p>
        </main>
    }
}

/// Bytes of a text that leaves much memory taken.
const LONG: usize = 2_000_000;

/// Begins anew after a long text was read, if all that was made of it is kept.
fn give_back_memory() {
    if Analysis::expect().len_untracked() > LONG && Keeper::expect().is_all_kept() {
        begin_anew();
    }
}

/// Bytes of a kept text that are put back into the box.
const REFILL: usize = 50_000;

/// A text is kept as soon as the reader stops typing for this long.
const SAVE_AFTER: Duration = Duration::from_millis(400);

/// Goes to the reading of what was pasted, or of what it is a link or a page of.
fn take_up(text: String, router: Router) {
    if intake::is_link(&text) || intake::is_page(&text) || intake::is_own(&text) {
        // A form without a title.
        Shelf::open_beside("box", &format!("\n{text}"));
        let _ = window().location().set_hash("/in/box");
        return;
    }
    // In tasks of their own: a long text takes a while to leave the box, and to be kept.
    let read = move || {
        router.go(&Route::read(PASTED));
        set_timeout(move || remember_text(&text), Duration::ZERO);
    };
    set_timeout(read, Duration::ZERO);
}

const EMPTY: &str = "There is nothing to read yet. Paste an article, or choose one below.";

#[component]
fn PasteBox() -> impl IntoView {
    let (shelf, router) = (Shelf::expect(), Router::expect());
    let is_empty = RwSignal::new(false);
    let kept = shelf.pasted_untracked();
    let read = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(area) = element("#text").and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
        let text = area.value();
        if text.trim().is_empty() {
            is_empty.set(true);
            // A box on the page takes the focus.
            let _ = area.focus();
        } else {
            shelf.paste(&text);
            take_up(text, router);
        }
    };
    let mut save = debounce(SAVE_AFTER, move |area: HtmlTextAreaElement| shelf.paste(&area.value()));
    let typed = move |event| {
        is_empty.set(false);
        save(event_target(&event));
    };
    view! {
        <form class="paste" on:submit=read>
            <label class="paste__label" for="text">"Article text"</label>
            <textarea
                class="paste__text"
                id="text"
                rows="7"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste a news article here: headline, byline and all."
                aria-describedby="paste-hint"
                on:input=typed
            >
                {if kept.len() <= REFILL { kept.to_string() } else { String::new() }}
            </textarea>
            <p class="paste__hint" id="paste-hint" role="status">
                {words(move || if is_empty.get() { EMPTY.to_owned() } else { String::new() })}
            </p>
            <button type="submit" class="button button--main">"Read it"</button>
            <a href="#/in">"Open a file or a web page"</a>
            {maybe((kept.len() > REFILL).then(|| view! { <a href=Route::read(PASTED).href()>"Go on with the text you pasted"</a> }))}
        </form>
    }
}

#[component]
fn LibraryList() -> impl IntoView {
    let entry = |it: &Entry| {
        let origin = [it.outlet, it.date.and_then(|it| it.get(..4))].into_iter().flatten().collect::<Vec<_>>();
        view! {
            <li class="library__entry">
                <a href=Route::read(it.slug).href()>{it.title}</a>
                {maybe((!origin.is_empty()).then(|| view! { <span class="library__origin">{origin.join(", ")}</span> }))}
                <span class="library__about">{it.about}</span>
            </li>
        }
        .into_any()
    };
    let group = |group: Group| {
        let entries: Vec<_> = library::list().iter().filter(|it| it.group == group).map(entry).collect();
        maybe((!entries.is_empty()).then(|| {
            view! {
                <li class="library__group">
                    <h3>{group.title()}</h3>
                    <ul>{entries}</ul>
                </li>
            }
        }))
    };
    view! {
        <section class="library">
            <h2 id="library-title">"Or read one from the library"</h2>
            <ul aria-label="Library">{Group::ALL.map(group).collect_view()}</ul>
        </section>
    }
}
