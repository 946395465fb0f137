//! From a tool to a place of the article: its words are selected, as a reader would.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node};

use super::live::acting;
use super::paper::Paper;
use crate::text::Span;

#[wasm_bindgen]
extern "C" {
    /// The browser's own.
    type Selection;

    #[wasm_bindgen(js_name = getSelection)]
    fn get_selection() -> Option<Selection>;

    #[wasm_bindgen(method, catch, js_name = setBaseAndExtent)]
    fn select(this: &Selection, from: &Node, at: u32, to: &Node, end: u32) -> Result<(), JsValue>;
}

/// A link to a place, in words a listener on the panel understands.
pub(super) fn link(place: Span, words: String, unseen: String) -> AnyView {
    acting("place", format!("{} {}", place.start(), place.end()), words, unseen)
}

/// Returns what the clicked button is to do, and at which places or rows.
pub(super) fn asked(event: &MouseEvent) -> Option<(String, Vec<u32>)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let button = target.closest("[data-act]").ok()??;
    let at = button.get_attribute("data-at").unwrap_or_default();
    Some((button.get_attribute("data-act")?, at.split(' ').filter_map(|it| it.parse().ok()).collect()))
}

/// Selects the words of `place` in the block that begins at `start`; returns the element they are in.
pub(super) fn select(paper: &Arc<Paper>, start: usize, place: Span) -> Option<Element> {
    let block = document().query_selector(&format!("#article [data-from=\"{start}\"]")).ok()??;
    let mut texts = Vec::new();
    collect(&block, &mut texts);
    let mut at = start;
    let mut ends = [None, None];
    for node in texts {
        let length = node.node_value().map_or(0, |it| it.len());
        for (end, offset) in ends.iter_mut().zip([place.start(), place.end()]) {
            // A place that ends with a run belongs to it, one that begins there to the next.
            let is_in = at <= offset && offset < at + length || end.is_none() && offset == at + length;
            if is_in {
                let units = paper.text.body.get(at..offset).map_or(0, |it| it.encode_utf16().count());
                *end = Some((node.clone(), units as u32));
            }
        }
        at += length;
    }
    let [from, to] = ends;
    let (from, to) = (from?, to?);
    // Refused only for what is no longer on the page.
    let _ = get_selection()?.select(&from.0, from.1, &to.0, to.1);
    from.0.parent_element()
}

/// Collects the nodes that hold the article's own words, in order.
fn collect(under: &Node, texts: &mut Vec<Node>) {
    let children = under.child_nodes();
    for child in (0..children.length()).filter_map(|it| children.item(it)) {
        match child.dyn_ref::<Element>() {
            Some(it) if it.matches("button, .aside").unwrap_or(false) => {}
            Some(_) => collect(&child, texts),
            None if child.node_type() == Node::TEXT_NODE => texts.push(child),
            None => {}
        }
    }
}
