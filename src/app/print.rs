//! Getting ready for paper: everything is drawn, and what is folded away is opened.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// How often paper was asked for: what draws bit by bit finishes when it hears of it.
#[derive(Clone, Copy)]
struct Printing(RwSignal<usize>);

/// Folded parts that belong on paper, and what tells that they were opened for it.
const FOLDED: &str = "details.pairs:not([open])";
const UNFOLDED: &str = "details[data-unfolded]";

/// Listens for as long as the page lives.
pub(super) fn listen() {
    let printing = Printing(RwSignal::new(0));
    provide_context(printing);
    let on = |name: &'static str, then: Box<dyn Fn()>| {
        let _ = window_event_listener_untyped(name, move |_| then());
    };
    on(
        "beforeprint",
        Box::new(move || {
            each(FOLDED, |it, name| {
                // Only a malformed name is refused.
                let _ = it.set_attribute(name, "");
            });
            printing.0.update(|it| *it += 1);
        }),
    );
    on(
        "afterprint",
        Box::new(|| {
            each(UNFOLDED, |it, name| {
                let _ = it.remove_attribute(name);
            });
        }),
    );
}

/// Does `act` with both attributes of all that is found.
fn each(css: &str, act: fn(&Element, &str)) {
    let Ok(found) = document().query_selector_all(css) else { return };
    for it in (0..found.length()).filter_map(|at| found.item(at)) {
        let it: Element = it.unchecked_into();
        ["data-unfolded", "open"].iter().for_each(|name| act(&it, name));
    }
}

/// Does `then` whenever the page is about to be put on paper.
pub(super) fn on_paper(then: impl Fn() + 'static) {
    let printing: Printing = super::provided();
    Effect::new(move || {
        if printing.0.get() > 0 {
            then();
        }
    });
}
