//! The texts that can be opened: those of the library, and the pasted one.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper::Text;
use super::route::PASTED;
use crate::library;

/// The pasted text, and the way to any other.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    pasted: RwSignal<Arc<str>>,
}

impl Shelf {
    pub(super) fn provide(pasted: &str) -> Self {
        let shelf = Self { pasted: RwSignal::new(pasted.into()) };
        provide_context(shelf);
        shelf
    }

    pub(super) fn expect() -> Self {
        expect_context()
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

    /// Returns the text of this name; `None` where there is none.
    pub(super) fn find(self, slug: &str) -> Option<Text> {
        if slug == PASTED {
            let body = self.pasted_untracked();
            return (!body.trim().is_empty()).then(|| Text { slug: slug.to_owned(), title: None, note: None, body });
        }
        let entry = library::find(slug)?;
        Some(Text {
            slug: slug.to_owned(),
            title: Some(entry.title.to_owned()),
            note: Some(entry.note.to_owned()).filter(|it| !it.is_empty()),
            body: entry.text.into(),
        })
    }
}
