//! Boxes to write in, whose words outlive a reload of the tab.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::storage::{fields, joined};

/// A box's words, kept for this tab as they are typed: two tabs do not touch each other's.
#[derive(Clone, Copy)]
pub(super) struct Kept {
    key: &'static str,
    words: RwSignal<String>,
}

/// Words are read when the writer pauses for this long.
const PAUSE: Duration = Duration::from_millis(180);

impl Kept {
    /// Takes up what this tab has kept under the name.
    pub(super) fn new(key: &'static str) -> Self {
        Self { key, words: RwSignal::new(recall(key).unwrap_or_default()) }
    }

    /// Tracks.
    pub(super) fn get(self) -> String {
        self.words.get()
    }

    /// Tracks.
    pub(super) fn with<T>(self, read: impl FnOnce(&str) -> T) -> T {
        self.words.with(|it| read(it))
    }

    pub(super) fn set(self, words: &str) {
        if self.words.with_untracked(|it| it != words) {
            self.words.set(words.to_owned());
            remember(self.key, words);
        }
    }
}

/// What was last read, and of which words: the same words are not read twice in a row.
pub(super) struct LastRead<T: 'static>(StoredValue<Option<(String, Rc<T>)>, LocalStorage>);

impl<T> Clone for LastRead<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for LastRead<T> {}

impl<T> LastRead<T> {
    pub(super) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    pub(super) fn of(self, text: &str, read: fn(&str) -> T) -> Rc<T> {
        let known = self.0.with_value(|it| it.as_ref().filter(|(of, _)| of == text).map(|(_, read)| read.clone()));
        known.unwrap_or_else(|| {
            let read = Rc::new(read(text));
            self.0.set_value(Some((text.to_owned(), read.clone())));
            read
        })
    }
}

/// Returns what this tab keeps under a name.
pub(super) fn recall(key: &str) -> Option<String> {
    window().session_storage().ok()??.get_item(key).ok()?
}

/// Keeps words for this tab. Where the browser keeps nothing, they last until the screen is left.
pub(super) fn remember(key: &str, words: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(key, words);
    }
}

/// Returns the fields that this tab keeps under a name.
pub(super) fn recall_fields(key: &str) -> Vec<String> {
    fields(&recall(key).unwrap_or_default())
}

/// Keeps fields for this tab.
pub(super) fn remember_fields(key: &str, typed: impl Iterator<Item = String>) {
    remember(key, &joined(typed));
}

/// A labelled box for `kept`.
#[component]
pub(super) fn TextBox(
    kept: Kept,
    id: &'static str,
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    /// Lines shown.
    #[prop(default = 2)]
    rows: u8,
) -> impl IntoView {
    let mut write = debounce(PAUSE, move |words: String| kept.set(&words));
    let hint_id = format!("{id}-hint");
    view! {
        <div class="box">
            <label class="box__label" for=id>{label}</label>
            <textarea
                class="box__text"
                id=id
                rows=rows.to_string()
                placeholder=" "
                spellcheck="false"
                autocomplete="off"
                dir="auto"
                aria-describedby=(!hint.is_empty()).then(|| hint_id.clone())
                prop:value=move || kept.get()
                on:input=move |event| write(event_target_value(&event))
            ></textarea>
            {(!hint.is_empty()).then(|| view! { <p class="box__hint" id=hint_id.clone()>{hint}</p> })}
        </div>
    }
}
