//! Ways in: files, formatted text, a page's source; then the split, to be put right by hand.

mod desk;
pub(super) mod device;
mod parts;
mod ways;

use leptos::prelude::*;

use self::desk::{Desk, Stage};
use super::arrived::offer;
use super::choice::named;
use super::device::Saying;
use crate::app::shelf::Shelf;

/// Draws the screen; what was pasted on the start page and is no article is taken up here.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    named("Open a file or a web page");
    let desk = Desk::new(Saying::new());
    match rest.first() {
        Some(&"page") => device::hear(move |html| desk.take_page(&html, None)),
        Some(&way @ ("files" | "shared")) => {
            device::handed(way, move |files, title, words| desk.take_handed(files, title, words))
        }
        Some(&"parts") => parts::again(desk),
        Some(slug) => {
            let boxed = Shelf::expect().find(slug).map(|it| it.body).unwrap_or_default();
            desk.take_other(&boxed);
        }
        None => parts::take_up(desk),
    }
    view! {
        <main class="start screen" id="main" tabindex="-1">
            <h1 class="start__title">"Open a file or a web page"</h1>
            {move || desk.link().map(ways::answer)}
            {desk.saying.draw()}
            {move || match desk.stage() {
                Stage::Idle => ways::all(desk),
                Stage::Reading => reading(desk),
                Stage::Split => parts::form(desk, desk.take_found()),
                Stage::Sent => sent(desk),
            }}
            <ul class="screen__steps" aria-label="Files">
                {move || desk.outcomes().into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
            <Show when=move || !desk.outcomes().is_empty()>
                <p><a href="#/collection">"Go to your collection"</a></p>
            </Show>
        </main>
    }
    .into_any()
}

fn sent(desk: Desk) -> AnyView {
    view! {
        {desk.take_sent().map(|it| offer(it, "file"))}
        <p><button type="button" class="link" on:click=move |_| desk.start_again()>"Open something else"</button></p>
    }
    .into_any()
}

fn reading(desk: Desk) -> AnyView {
    view! {
        <p><label for="progress">"Reading…"</label></p>
        <progress id="progress" max="1" value=move || desk.progress().to_string()></progress>
        <div class="screen__acts">
            <button type="button" class="button" on:click=move |_| desk.cancel()>"Cancel"</button>
        </div>
    }
    .into_any()
}
