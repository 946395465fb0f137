//! The picture of a class for the wall: the text large, what to talk about, and nothing else.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::board::Seen;
use super::board_views::{called, phrases};
use super::heat::plain;

/// What marks the entry in the history of the browser that the wall is.
const WALL: &str = "wall";

/// Goes back from the entry of a wall that is not open: a reload closes the wall, and stays at its entry.
pub(super) fn leave_entry() {
    if let Ok(history) = window().history()
        && history.state().is_ok_and(|it| it == WALL)
    {
        let _ = history.back();
    }
}

/// The button, and what it opens; Esc goes back to it.
pub(super) fn wall(seen: &Arc<Seen>) -> AnyView {
    let seen = seen.clone();
    let node: NodeRef<html::Dialog> = NodeRef::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        // Refused only for one that is open already.
        let _ = node.get_untracked().map(|it| it.show_modal());
        // “Back”, a gesture on a tablet, is to close the wall, not to leave the screen.
        let _ = window().history().map(|it| it.push_state(&WALL.into(), ""));
    };
    let close = move || node.get_untracked().iter().for_each(|it| it.close());
    let closed = move |_| {
        is_open.set(false);
        // Closed otherwise than by “back”: its entry goes.
        leave_entry();
    };
    let back = window_event_listener(leptos::ev::popstate, move |_| close());
    on_cleanup(move || back.remove());
    view! {
        <button type="button" class="button button--main" on:click=open>"Show on the wall"</button>
        <dialog class="wall class" node_ref=node aria-label="What the class marked" on:close=closed>
            <p class="wall__back"><button type="button" class="button" on:click=move |_| close()>"Back (Esc)"</button></p>
            {move || is_open.get().then(|| view! {
                {plain(&seen)}
                {(!seen.picture.contested.is_empty()).then(|| view! { <h2>"To talk about"</h2> {phrases(&seen, |it| called(&seen, it))} })}
            })}
        </dialog>
    }
    .into_any()
}
