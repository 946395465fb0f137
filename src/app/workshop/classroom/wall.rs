//! The picture of a class for the wall: the text large, what to talk about, and nothing else.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::board::Seen;
use super::board_views::phrases;
use super::heat::plain;

/// The button, and what it opens; Esc goes back to it.
pub(super) fn wall(seen: &Arc<Seen>) -> AnyView {
    let seen = seen.clone();
    let node: NodeRef<html::Dialog> = NodeRef::new();
    let is_open = RwSignal::new(false);
    let open = move |_| {
        is_open.set(true);
        // Refused only for one that is open already.
        let _ = node.get_untracked().map(|it| it.show_modal());
    };
    let close = move || node.get_untracked().iter().for_each(|it| it.close());
    let back = window_event_listener(leptos::ev::hashchange, move |_| close());
    on_cleanup(move || back.remove());
    view! {
        <button type="button" class="button button--main" on:click=open>"Show on the wall"</button>
        <dialog class="wall class" node_ref=node aria-label="What the class marked" on:close=move |_| is_open.set(false)>
            <p class="wall__back"><button type="button" class="link" on:click=move |_| close()>"Back (Esc)"</button></p>
            {move || is_open.get().then(|| view! {
                {plain(&seen)}
                {(!seen.picture.contested.is_empty()).then(|| view! { <h2>"To talk about"</h2> {phrases(&seen, |_| ().into_any())} })}
            })}
        </dialog>
    }
    .into_any()
}
