//! A place in the text that an address asks for, as a screen beside the text links to it.

use leptos::prelude::*;
use web_sys::Element;

use super::paper::Paper;

/// Frames that a long text may take to be drawn as far as the place.
const PATIENCE: u16 = 120;

/// Shows the block that holds the byte which the address names behind text and article.
pub(super) fn show(paper: &Paper, only: Option<usize>) {
    let hash = window().location().hash().unwrap_or_default();
    let Some(offset) = hash.split('/').nth(4).and_then(|it| it.parse::<usize>().ok()) else { return };
    let mut pieces = paper.shown(only).flat_map(|(number, _)| &paper.pieces[number]);
    if let Some(index) = pieces.position(|it| it.span.holds(offset)) {
        when_drawn(index as u32, PATIENCE);
    }
}

fn when_drawn(index: u32, patience: u16) {
    request_animation_frame(move || match block(index) {
        Some(block) => {
            block.scroll_into_view();
            // A mark for the eye alone: the focus is on the article already.
            let _ = block.class_list().add_1("is-place");
        }
        None if patience > 0 => when_drawn(index, patience - 1),
        None => {}
    });
}

fn block(index: u32) -> Option<Element> {
    document().get_element_by_id("article")?.children().item(index)
}
