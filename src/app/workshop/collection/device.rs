//! The store of the browser, seen from here.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/app/collection.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepText)]
    fn keep_text(title: &str, text: &str, done: &JsValue);
    #[wasm_bindgen(js_name = listTexts)]
    fn list_texts(done: &JsValue);
    #[wasm_bindgen(js_name = getText)]
    fn get_text(id: &str, done: &JsValue);
    #[wasm_bindgen(js_name = setNotes)]
    fn set_notes(id: &str, was: &str, notes: &str, done: &JsValue);
    #[wasm_bindgen(js_name = removeTexts)]
    fn remove_texts(ids: Vec<String>, done: &JsValue);
    #[wasm_bindgen(js_name = restoreTexts)]
    fn restore_texts(taken: &JsValue, done: &JsValue);
    #[wasm_bindgen(js_name = watchTexts)]
    fn watch_texts(changed: &Closure<dyn FnMut()>) -> js_sys::Function;
}

/// A text of the collection, without its words.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) id: String,
    pub(super) title: String,
    /// Milliseconds since 1970.
    pub(super) date: f64,
    pub(super) notes: String,
    /// In UTF-16 units.
    pub(super) size: usize,
}

/// Why the store did not do it. Nothing is changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    Full,
    /// The browser keeps nothing for this page.
    Storage,
    Broken,
}

/// What was deleted, to be put back.
#[derive(Clone)]
pub(super) struct Taken(JsValue);

type Answer<T> = Result<T, Refused>;

/// A listener for one answer, which reads its value by `read`.
fn answer<T: 'static>(read: fn(JsValue) -> T, done: impl FnOnce(Answer<T>) + 'static) -> JsValue {
    Closure::once_into_js(move |error: JsValue, value: JsValue| {
        done(match error.as_string().as_deref() {
            None => Ok(read(value)),
            Some("full") => Err(Refused::Full),
            Some("refused") => Err(Refused::Storage),
            Some(_) => Err(Refused::Broken),
        });
    })
}

pub(super) fn keep(title: &str, text: &str, done: impl FnOnce(Answer<()>) + 'static) {
    keep_text(title, text, &answer(|_| (), done));
}

pub(super) fn list(done: impl FnOnce(Answer<Vec<Item>>) + 'static) {
    list_texts(&answer(|rows| Array::from(&rows).iter().filter_map(item).collect(), done));
}

fn item(row: JsValue) -> Option<Item> {
    let row = Array::from(&row);
    let word = |at| row.get(at).as_string();
    let number = |at| row.get(at).as_f64();
    Some(Item { id: word(0)?, title: word(1)?, date: number(2)?, notes: word(3)?, size: number(4)? as usize })
}

pub(super) fn get(id: &str, done: impl FnOnce(Answer<Option<String>>) + 'static) {
    get_text(id, &answer(|it| it.as_string(), done));
}

/// Hears `kept`, `elsewhere` or `gone`.
pub(super) fn note(id: &str, was: &str, notes: &str, done: impl FnOnce(Answer<String>) + 'static) {
    set_notes(id, was, notes, &answer(|it| it.as_string().unwrap_or_default(), done));
}

pub(super) fn remove(ids: Vec<String>, done: impl FnOnce(Answer<Taken>) + 'static) {
    remove_texts(ids, &answer(Taken, done));
}

pub(super) fn restore(taken: &Taken, done: impl FnOnce(Answer<()>) + 'static) {
    restore_texts(&taken.0, &answer(|_| (), done));
}

/// Calls `changed` when another tab has changed the store, for as long as the screen is open.
pub(super) fn watch(changed: impl FnMut() + 'static) {
    let changed = Closure::new(changed);
    let both = StoredValue::new_local((watch_texts(&changed), changed));
    on_cleanup(move || {
        both.with_value(|(stop, _)| {
            // A channel that has gone needs no stop.
            let _ = stop.call0(&JsValue::NULL);
        });
    });
}
