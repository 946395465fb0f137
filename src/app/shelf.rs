//! The texts that can be opened: those of the library, and the pasted one.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::bundle::when_later;
use super::paper::Text;
use super::route::PASTED;
use crate::library::{self, Entry};
use crate::share::Shared;
use crate::traits::TraitId;

/// What is said of a text that comes without some of the rules.
const SENT: &str = "As it was sent to you, without some rules. Your own switches are as they were.";

/// The name of the text that came out of a file or a page.
pub(super) const FILE: &str = "file";

/// The pasted text, and the way to any other.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    pasted: RwSignal<Arc<str>>,
    library: RwSignal<Library>,
}

/// Where the texts of the library are: they come after the page.
#[derive(Clone, Copy)]
enum Library {
    OnItsWay,
    /// The articles, and the file they came in.
    Here(&'static [Entry], &'static str),
    Missed,
}

impl Shelf {
    pub(super) fn provide(pasted: &str) -> Self {
        let shelf = Self { pasted: RwSignal::new(pasted.into()), library: RwSignal::new(Library::OnItsWay) };
        provide_context(shelf);
        shelf
    }

    /// Takes up the library, and what the rules rest on, when they have come.
    pub(super) fn await_texts(self) {
        let arrived = move |texts: JsValue| match texts.as_string() {
            Some(texts) => {
                let file: &str = texts.leak();
                self.stock(library::unjoined(file).leak(), file);
            }
            None => self.library.set(Library::Missed),
        };
        when_later(Closure::once_into_js(arrived));
    }

    pub(super) fn stock(self, entries: &'static [Entry], file: &'static str) {
        self.library.set(Library::Here(entries, file));
    }

    /// What the rule rests on, and where it fails; nothing until that has come. Tracks.
    pub(super) fn grounds(self, of: TraitId) -> &'static str {
        match self.library.get() {
            Library::Here(_, file) => library::grounds_in(file, of),
            Library::OnItsWay | Library::Missed => "",
        }
    }

    /// Whether the text of this name is of the library, and that has not come yet. Tracks.
    pub(super) fn awaits(self, slug: &str) -> bool {
        is_listed(slug) && matches!(self.library.get(), Library::OnItsWay)
    }

    /// Whether the text of this name is of the library, and that did not come.
    pub(super) fn misses(self, slug: &str) -> bool {
        is_listed(slug) && matches!(self.library.get_untracked(), Library::Missed)
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn pasted(self) -> Arc<str> {
        self.pasted.get()
    }

    pub(super) fn pasted_untracked(self) -> Arc<str> {
        self.pasted.get_untracked()
    }

    pub(super) fn paste(self, text: &str) {
        if self.pasted.with_untracked(|it| **it != *text) {
            self.pasted.set(text.into());
        }
    }

    /// Puts the pasted text where the other bundle finds it: storage may not hold it, or hold another tab's.
    pub(super) fn lend(self) {
        put_in_window(&key(PASTED), &self.pasted_untracked());
    }

    /// Returns the pasted text as the other bundle has lent it.
    pub(super) fn lent() -> Option<String> {
        from_window(&key(PASTED))
    }

    /// Returns the text of this name; `None` where there is none.
    pub(super) fn find(self, slug: &str) -> Option<Text> {
        if slug == PASTED {
            let body = self.pasted_untracked();
            let is_empty = body.trim().is_empty();
            return (!is_empty).then(|| Text { slug: slug.to_owned(), title: None, note: None, off: Vec::new(), body });
        }
        let library = match self.library.get_untracked() {
            Library::Here(entries, _) => entries,
            Library::OnItsWay | Library::Missed => &[],
        };
        let Some(entry) = library.iter().find(|it| it.slug == slug) else { return Self::opened(slug) };
        Some(Text {
            slug: slug.to_owned(),
            title: Some(entry.title.to_owned()),
            note: Some(entry.note.to_owned()).filter(|it| !it.is_empty()),
            off: Vec::new(),
            body: entry.text.into(),
        })
    }

    /// Puts a text, in the form of links, beside the pasted one, for as long as the tab is open.
    ///
    /// It lies in the window, since both bundles must see it, and where it fits in the
    /// storage of the tab, so that a reload finds it.
    pub(super) fn open_beside(slug: &str, form: &str) {
        let key = key(slug);
        if let Ok(Some(storage)) = window().session_storage() {
            // Too long for it, or refused: then the window alone has it.
            let _ = storage.remove_item(&key);
            let _ = storage.set_item(&key, form);
        }
        put_in_window(&key, form);
    }

    fn opened(slug: &str) -> Option<Text> {
        let key = key(slug);
        let stored = from_window(&key).or_else(|| window().session_storage().ok()??.get_item(&key).ok()?)?;
        let (Shared { title, off, .. }, text) = Shared::beside_text(&stored).ok()?;
        let note = (!off.is_empty()).then(|| SENT.to_owned());
        Some(Text { slug: slug.to_owned(), title, note, off, body: text.into() })
    }
}

fn is_listed(slug: &str) -> bool {
    library::list().iter().any(|it| it.slug == slug)
}

fn put_in_window(key: &str, value: &str) {
    let _ = js_sys::Reflect::set(&window(), &key.into(), &value.into());
}

fn from_window(key: &str) -> Option<String> {
    js_sys::Reflect::get(&window(), &key.into()).ok()?.as_string()
}

/// Under which a text that was opened beside, or lent, lies; no name of the window's own begins so.
fn key(slug: &str) -> String {
    format!("sayso.open.{slug}")
}
