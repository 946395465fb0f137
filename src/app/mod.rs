//! The page, in Leptos: the only layer with a screen.
//!
//! State files hold signals and verbs; view files draw, and hold no rule.

// What `#[component]` makes is public by its form alone, and has no `Debug`.
#![allow(unreachable_pub, missing_debug_implementations)]

mod analysis;
mod announcer;
mod article_view;
mod bundle;
mod card;
mod dialogs;
mod digest;
mod dismiss;
mod dismissals;
mod download;
mod drawers;
mod drawing;
mod families;
mod filters;
mod groups;
mod ink;
mod keep;
mod keys;
mod ledger;
mod ledger_table;
mod listed;
mod live;
mod original;
mod panel;
mod paper;
mod place;
mod places;
mod preferences;
mod print;
mod provenance;
mod reader;
mod reading;
mod replies;
mod route;
mod selection;
mod sheet;
mod shelf;
mod shell;
mod shown;
mod start;
mod summary;
mod voices;
mod workshop;

use leptos::prelude::*;

pub use workshop::open as open_workshop;

/// Draws the page, for as long as the tab is open.
pub fn mount() {
    tell_panics();
    bundle::fetch_then_lock();
    mount_to_body(App);
}

/// In a build for development a fault of ours says what it is; one that is deployed ends without a word, and
/// `bundle.js` tells the reader of either.
fn tell_panics() {
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
}

/// Returns a state of the page. Without a word on its type, which the library's own look-up brings
/// along for each.
fn provided<T: Clone + 'static>() -> T {
    use_context().expect("all state is provided before anything is drawn")
}

/// All state, provided in the order in which one kind needs another.
#[component]
fn App() -> impl IntoView {
    analysis::Analysis::provide();
    route::Router::provide();
    announcer::Announcer::provide();
    keep::Keeper::provide();
    shelf::Shelf::expect().await_texts();
    selection::Selection::provide();
    ledger::Ledger::provide();
    shown::Shown::provide();
    sheet::Sheet::provide();
    reading::Reading::provide();
    dialogs::Dialogs::provide();
    keys::listen();
    print::listen();
    view! { <shell::Shell /> }
}
