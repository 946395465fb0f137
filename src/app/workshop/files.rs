//! Files that the reader opens.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, HtmlInputElement};

/// Reads the text of the first file that was chosen; `then` is told when it is there.
///
/// What is no text comes as one with replacement marks: whoever reads it says what is wrong.
pub(super) fn read_text(input: &HtmlInputElement, then: impl FnOnce(String) + 'static) {
    let then = Closure::once_into_js(move |text: JsValue| then(text.as_string().unwrap_or_default()));
    // Without a file there is nothing to tell.
    let _ = ask(input, &then);
}

fn ask(input: &HtmlInputElement, then: &JsValue) -> Option<JsValue> {
    let files = Reflect::get(input, &"files".into()).ok()?;
    let file: Blob = Reflect::get(&files, &0.into()).ok()?.dyn_into().ok()?;
    let text = file.text();
    let wait: Function = Reflect::get(&text, &"then".into()).ok()?.dyn_into().ok()?;
    wait.call1(&text, then).ok()
}
