//! Files out and in, and the clipboard.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::super::device::copy_out;
use crate::app::download::download;

/// Bytes of a file that is read; a slip has a few thousand.
const MAX_FILE: f64 = 2_000_000.0;

/// Gives the reader a file to keep. It is made here; nothing is asked of anybody.
pub(super) fn save(name: &str, content: &str) {
    download(name, "text/plain;charset=utf-8", content);
}

/// A file that somebody chose or dropped; `None` for one that is too long or cannot be read.
pub(super) struct File {
    pub(super) name: String,
    pub(super) content: Option<String>,
}

/// Reads all files of a file input or a drop, in their order, and then goes on.
pub(super) fn read(owner: &JsValue, then: impl Fn(Vec<File>) + 'static) {
    let files = Reflect::get(owner, &"files".into()).unwrap_or(JsValue::NULL);
    let count = Reflect::get(&files, &"length".into()).ok().and_then(|it| it.as_f64()).unwrap_or(0.0) as u32;
    // Taken now: a drop is emptied when its event is over.
    let files: Vec<JsValue> = (0..count).filter_map(|it| Reflect::get_u32(&files, it).ok()).collect();
    js_sys::futures::spawn_local(async move {
        let mut read = Vec::with_capacity(files.len());
        for file in &files {
            let name = Reflect::get(file, &"name".into()).ok().and_then(|it| it.as_string()).unwrap_or_default();
            read.push(File { name, content: content(file).await });
        }
        then(read);
    });
}

async fn content(file: &JsValue) -> Option<String> {
    let size = Reflect::get(file, &"size".into()).ok()?.as_f64()?;
    if size > MAX_FILE {
        return None;
    }
    let text: Function = Reflect::get(file, &"text".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = text.call0(file).ok()?.dyn_into().ok()?;
    promise.await.ok()?.as_string()
}

/// A button that copies words, and says whether it could.
pub(super) fn copy_button(name: &'static str, words: impl Fn() -> String + Copy + 'static) -> AnyView {
    let said = RwSignal::new(name);
    let click = move |_| {
        copy_out(&words(), "", move |is_done| {
            let _ = said.try_set(if is_done { "Copied" } else { "Select the text and copy it by hand" });
        });
    };
    view! { <button type="button" class="button" on:click=click>{move || said.get()}</button> }.into_any()
}
