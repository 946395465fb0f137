//! A place in the text that an address asks for, as a screen beside the text links to it.

use leptos::prelude::*;

use super::drawing::Drawing;
use super::reading::{after_drawing, element};

/// Shows the block that holds the byte which the address names behind text and article.
pub(super) fn show(drawing: Drawing) {
    let hash = window().location().hash().unwrap_or_default();
    let Some(offset) = hash.split('/').nth(4).and_then(|it| it.parse().ok()) else { return };
    let Some(start) = drawing.reach(&|it| it.span.holds(offset)) else { return };
    after_drawing(move || {
        if let Some(block) = element(&format!("#article [data-from=\"{start}\"]")) {
            block.scroll_into_view();
            // A mark for the eye alone: the focus is on the article already.
            let _ = block.class_list().add_1("is-place");
        }
    });
}
