//! Where in the text the reader is: as an address asks for it, as a screen beside the text links to
//! it, or as the browser's history has kept it, so that "back" and a reload come back to it.

use std::cell::RefCell;
use std::time::Duration;

use js_sys::Array;
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use super::drawing::Drawing;
use super::keep::Keeper;
use super::reading::{after_drawing, badge_selector, element, focus_still};
use super::selection::Selection;
use crate::report::FlagId;

/// The line being read, in points from the top of the window.
const LINES: [f32; 2] = [80.0, 110.0];

/// The place is kept as soon as the reader rests for this long.
const KEEP_AFTER: Duration = Duration::from_millis(200);

/// Where a block comes to lie that a link leads to with the number of a flag.
const LED_TO: f64 = 200.0;

thread_local! {
    /// The place that was kept last, and in which text: the one that was left for a screen beside it.
    static LEFT: RefCell<(String, [f64; 3])> = const { RefCell::new((String::new(), [0.0; 3])) };
}

/// Shows the place that is kept, or to which a link leads back, with the focus on the flag that was open; or else
/// the block that holds the byte which the address names behind text and article.
pub(super) fn show(drawing: Drawing, selection: Selection, has: impl Fn(FlagId) -> bool) {
    if let Some([from, top, open]) = kept().or_else(led_to) {
        let open = FlagId(open as u32);
        if has(open) {
            selection.open(open);
        }
        let start = drawing.reach(&|it| it.span.holds(from as usize)).filter(|_| from > 0.0);
        after_drawing(move || {
            if let Some(block) = start.and_then(block) {
                block.scroll_into_view();
                window().scroll_by_with_x_and_y(0.0, block.get_bounding_client_rect().top() - top);
            }
            focus_still(&badge_selector(open));
        });
    } else if let Some(offset) = address().split('/').nth(4).and_then(|it| it.parse().ok())
        && let Some(start) = drawing.reach(&|it| it.span.holds(offset))
    {
        after_drawing(move || {
            if let Some(block) = block(start) {
                block.scroll_into_view();
                // A mark for the eye alone: the focus is on the article already.
                let _ = block.class_list().add_1("is-place");
            }
        });
    }
}

fn block(start: usize) -> Option<Element> {
    element(&format!("#article [data-from=\"{start}\"]")).map(JsCast::unchecked_into)
}

fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// *bus-crash* of `#/read/bus-crash/0/12/3`.
fn text_of(address: &str) -> &str {
    address.split('/').nth(2).unwrap_or_default()
}

/// Scrolls a screen without an article to where it was left.
pub(super) fn come_back() {
    if let Some([_, top, _]) = kept() {
        window().scroll_to_with_x_and_y(0.0, top);
    }
}

/// The block that was read, how far its top was from the window's, and the open flag, or 0; where no block
/// is, 0 and how far the window was scrolled.
fn kept() -> Option<[f64; 3]> {
    let state = state()?;
    Some([state.get(0).as_f64()?, state.get(1).as_f64()?, state.get(2).as_f64()?])
}

fn state() -> Option<Array> {
    window().history().ok()?.state().ok()?.dyn_into().ok()
}

/// What a link back names, a byte and a flag: as it was left, where the reader left at that flag.
fn led_to() -> Option<[f64; 3]> {
    let address = address();
    let mut numbers = address.split('/').skip(4).map(|it| it.parse::<u32>().ok());
    let (from, flag) = (numbers.next()??.into(), numbers.next()??.into());
    LEFT.with_borrow(|(text, place)| {
        let is_left = text == text_of(&address) && place[2] == flag;
        Some(if is_left { *place } else { [from, LED_TO, flag] })
    })
}

/// Keeps the place in the history of the browser while the screen is open, with the bytes of its text: whoever
/// comes back to another text under the same address is told so, and its place is none in this one.
pub(super) fn keep(length: usize) {
    if state().is_some_and(|it| it.get(3).as_f64().is_some_and(|it| it != length as f64)) {
        Keeper::expect().tell_newer();
        note(&JsValue::NULL);
    }
    let (selection, here) = (Selection::expect(), address());
    let save = move || {
        // Elsewhere by now: another screen's entry is not for this one to write.
        if address() == here {
            write(text_of(&here), length, selection.at_untracked().filter(|_| selection.is_open_untracked()));
        }
    };
    let rest = StoredValue::new_local(debounce(KEEP_AFTER, {
        let save = save.clone();
        move |()| save()
    }));
    let due = move || rest.update_value(|rest| rest(()));
    let scrolled = window_event_listener(leptos::ev::scroll, move |_| due());
    on_cleanup(move || scrolled.remove());
    Effect::new(move |was: Option<()>| match selection.at().filter(|_| selection.is_open()) {
        // The key that opened it may lead on from its card at once.
        Some(_) if was.is_some() => save(),
        _ => due(),
    });
}

fn write(text: &str, length: usize, open: Option<FlagId>) {
    let at = |y: &f32| document().element_from_point(document().body()?.client_width() as f32 / 3.0, *y);
    let block = LINES.iter().filter_map(at).find_map(|it| it.closest("#article [data-from]").ok().flatten());
    let from = block.as_ref().and_then(|it| it.get_attribute("data-from")?.parse::<u32>().ok()).unwrap_or(0);
    let scroll = || window().scroll_y().unwrap_or(0.0);
    let top = block.as_ref().map_or_else(scroll, |it| it.get_bounding_client_rect().top());
    let open = open.map_or(0, |it| it.0);
    // The start screen, too, keeps its place, but is no text to come back to.
    if block.is_some() {
        LEFT.set((text.to_owned(), [from.into(), top, open.into()]));
    }
    note(&Array::of4(&from.into(), &top.into(), &open.into(), &(length as f64).into()));
}

fn note(place: &JsValue) {
    if let Ok(history) = window().history() {
        // One that is refused leaves the place as it was.
        let _ = history.replace_state_with_url(place, "", None);
    }
}
