//! The page: a header, the screen the address asks for, and what lies over it.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::announcer::{Announcements, Announcer};
use super::bundle::Workshop;
use super::dialogs::{Dialog, Dialogs, OpenDialog};
use super::dismissals::{Dismissals, Step};
use super::keep::KeepNotice;
use super::ledger::Ledger;
use super::live::{holds, live, live_if, live_when, maybe, whether, words};
use super::preferences::Preferences;
use super::reader::Reader;
use super::reading::{after_drawing, element, focus_first, is_in};
use super::route::{Route, Router};
use super::start::Start;
use crate::share::View;

/// How long an undo is offered; the list of dismissals offers it for ever.
const TOAST: Duration = Duration::from_secs(10);

#[component]
pub(super) fn Shell() -> impl IntoView {
    let router = Router::expect();
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            super::reading::focus("#article, #main");
        }>"Skip to the text"</a>
        <Header />
        <KeepNotice />
        {live(move || match router.at() {
            Route::Start => view! { <Start /> }.into_any(),
            Route::Read { slug, only } => view! { <Reader slug only /> }.into_any(),
            Route::Workshop => view! { <Workshop /> }.into_any(),
        })}
        <Toast />
        <OpenDialog />
        <Announcements />
    }
}

#[component]
fn Header() -> impl IntoView {
    let (dialogs, preferences, router) = (Dialogs::expect(), Preferences::expect(), Router::expect());
    let ledger = Ledger::expect();
    let is_reading = move || matches!(router.at(), Route::Read { .. });
    let lens = move || {
        view! {
            <button
                type="button"
                class="header__button"
                aria-pressed=whether(move || preferences.is_by_voice())
                on:click=move |_| { preferences.toggle_by_voice(); }
            >
                "Voices"
            </button>
            <button
                type="button"
                class="header__button"
                aria-pressed=whether(move || !ledger.is_cut() && preferences.view() == View::Marks)
                on:click=move |_| if untrack(|| ledger.is_cut()) { ledger.restore() } else { preferences.click_marks() }
            >
                "Flags"
            </button>
        }
    };
    view! {
        <header class="header">
            <a class="header__name" href=Route::Start.href()>"Sayso"</a>
            <nav class="header__tools" aria-label="Tools">
                {live_when(is_reading, move || lens().into_any())}
                <Tools />
                <button type="button" class="header__button" on:click=move |_| dialogs.open(Dialog::Settings)>
                    <span aria-hidden="true">"Aa"</span>
                    <span class="unseen">"Reading settings"</span>
                </button>
                <button type="button" class="header__button by-keys" on:click=move |_| dialogs.open(Dialog::Keys)>
                    <span aria-hidden="true">"?"</span>
                    <span class="unseen">"Keys"</span>
                </button>
            </nav>
        </header>
    }
}

type Screen = (&'static str, &'static str);

/// The screens beside the text, by the first part of their address; those that end in `/` take the
/// text at hand along.
const TOOLS: [(&str, &[Screen]); 4] = [
    (
        "This text",
        &[
            ("lab/", "Headline lab"),
            ("facts/", "Figures, dates and names"),
            ("twin/", "Compare texts"),
            ("elsewhere/", "Check it elsewhere"),
            ("practise/", "Mark it yourself"),
            ("out/", "Save, copy, print"),
            ("share/", "Share this text"),
        ],
    ),
    (
        "Yours",
        &[
            ("in", "Open a file or a web page"),
            ("collection", "Your collection"),
            ("lists", "Your lists"),
            ("repair", "Repair bench"),
        ],
    ),
    ("A class", &[("lesson", "Lessons"), ("class", "Slips of a class")]),
    ("Sayso", &[("rules", "The rules"), ("check", "Nothing leaves this device"), ("about", "What Sayso cannot see")]),
];

/// A menu of the screens beside the text.
#[component]
fn Tools() -> impl IntoView {
    let router = Router::expect();
    let menu = || element(".tools");
    let close = move || {
        // Nothing to close while the page is drawn.
        let _ = menu().map(|it| it.remove_attribute("open"));
    };
    let _ = window_event_listener(leptos::ev::hashchange, move |_| close());
    let link = move |&(screen, name): &Screen| {
        let text = move || if screen.ends_with('/') { router.text() } else { String::new() };
        let href = move || format!("#/{screen}{}", text());
        view! { <li><a href=words(href)>{name}</a></li> }.into_any()
    };
    let group = move |(title, screens): (&'static str, &[Screen])| {
        view! {
            <p aria-hidden="true">{title}</p>
            <ul aria-label=title>{screens.iter().map(link).collect_view()}</ul>
        }
        .into_any()
    };
    let leave = move |event: leptos::ev::FocusEvent| {
        let to = event.related_target().and_then(|it| it.dyn_into::<web_sys::Node>().ok());
        if menu().is_some_and(|it| !it.contains(to.as_ref())) {
            close();
        }
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            super::reading::focus(".tools > summary");
        }
    };
    view! {
        <details class="tools" on:focusout=leave on:keydown=press>
            <summary class="header__button">"Tools"</summary>
            // Some browsers focus no link that is clicked, but what holds it.
            <div tabindex="-1" on:click=move |_| close()>{TOOLS.map(group).into_iter().collect_view()}</div>
        </details>
    }
}

/// Lets the last step go after a while, but not from under the fingers of who is at its button.
fn let_go_later(dismissals: Dismissals, timer: StoredValue<Option<TimeoutHandle>>) {
    let let_go = move || {
        if is_in(".toast") {
            let_go_later(dismissals, timer);
        } else {
            dismissals.let_go();
        }
    };
    let armed = set_timeout_with_handle(let_go, TOAST).ok();
    timer.try_update_value(|it| *it = armed);
}

/// Says what a step did, and offers to undo it, for as long as its screen is open.
#[component]
fn Toast() -> impl IntoView {
    let (dismissals, announcer) = (Dismissals::expect(), Announcer::expect());
    let router = Router::expect();
    Effect::new(move || {
        router.at();
        dismissals.let_go();
        announcer.say("");
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move || {
        timer.update_value(|it| it.take().iter().for_each(TimeoutHandle::clear));
        if let Some(step) = dismissals.last() {
            announcer.say(step.words);
            let_go_later(dismissals, timer);
        }
    });
    let undo = move |card: String| {
        dismissals.undo();
        after_drawing(move || focus_first(&[&card, ".panel", "#main"]));
    };
    view! {
        <section class="toast" aria-label="The last step" class:is-empty=holds(move || dismissals.last().is_none())>
            {live_if(move || dismissals.last().map(|Step { words, card }| view! {
                <p>{words}</p>
                {maybe(card.map(|card| view! {
                    <button type="button" class="button" on:click=move |_| undo(card.clone())>"Undo"</button>
                }))}
            }.into_any()))}
        </section>
    }
}
