//! Which flag the reader is at, and whether its card is open.

use leptos::prelude::*;
use leptos::reactive::computed::Selector;

use crate::report::FlagId;

/// Its own type, so that no other signal of a flag can be taken from context by mistake.
#[derive(Clone, Copy)]
pub(super) struct Selection {
    at: RwSignal<Option<FlagId>>,
    is_open: RwSignal<bool>,
    /// Wakes the two flags that changed, not all of them.
    is: StoredValue<Selector<Option<FlagId>>>,
}

impl Selection {
    pub(super) fn provide() -> Self {
        let at = RwSignal::new(None);
        let is = StoredValue::new(Selector::new(move || at.get()));
        let selection = Self { at, is_open: RwSignal::new(false), is };
        provide_context(selection);
        selection
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Goes to a flag; a card that is open gives way to the new one's.
    pub(super) fn go(self, id: FlagId) {
        self.at.set(Some(id));
    }

    pub(super) fn open(self, id: FlagId) {
        self.is_open.set(true);
        self.at.set(Some(id));
    }

    /// Closes the card; the place stays.
    pub(super) fn close(self) {
        self.is_open.set(false);
    }

    pub(super) fn clear(self) {
        self.is_open.set(false);
        self.at.set(None);
    }

    /// Tracks.
    pub(super) fn at(self) -> Option<FlagId> {
        self.at.get()
    }

    pub(super) fn at_untracked(self) -> Option<FlagId> {
        self.at.get_untracked()
    }

    /// Tracks.
    pub(super) fn is_open(self) -> bool {
        self.is_open.get()
    }

    pub(super) fn is_open_untracked(self) -> bool {
        self.is_open.get_untracked()
    }

    /// Tracks: `true` while the reader is at `id`.
    pub(super) fn is(self, id: FlagId) -> bool {
        self.is.with_value(|is| is.selected(&Some(id)))
    }

    /// Tracks: `true` while the card of `id` is open.
    pub(super) fn is_open_at(self, id: FlagId) -> bool {
        self.is(id) && self.is_open.get()
    }
}
