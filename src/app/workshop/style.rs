//! The look of the workshop. It comes with this bundle, so the first load is spared it.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

const STYLE: &str = concat!(
    include_str!("../../../style/screen.css"),
    include_str!("../../../style/workshop.css"),
    include_str!("../../../style/rules.css"),
    include_str!("../../../style/facts.css"),
    include_str!("../../../style/twin.css"),
    include_str!("../../../style/lesson.css"),
);

#[wasm_bindgen(module = "/src/app/workshop/style.js")]
extern "C" {
    fn dress(css: &str);
}

thread_local! {
    static IS_WORN: Cell<bool> = const { Cell::new(false) };
}

/// Adds the style sheet to the page, once.
pub(super) fn wear() {
    if !IS_WORN.replace(true) {
        dress(STYLE);
    }
}
