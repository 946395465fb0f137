//! How the reader likes the page, and what it shows on the root element.

use leptos::prelude::*;

use crate::share::View;
use crate::storage::Settings;
use crate::traits::Family;

#[derive(Clone, Copy)]
pub(super) struct Preferences {
    settings: RwSignal<Settings>,
    /// Whether all marks are hidden: for this visit only.
    is_bare: RwSignal<bool>,
    /// Whether the text is inked by voice: for this visit only.
    by_voice: RwSignal<bool>,
}

/// The attribute of the root element that both bundles have the view from.
const VIEW: &str = "data-view";

/// Opens the next text in this view, for this visit only.
pub(super) fn open_in(view: View) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(VIEW, view.name());
    }
}

impl Preferences {
    pub(super) fn provide(settings: Settings) -> Self {
        let preferences =
            Self { settings: RwSignal::new(settings), is_bare: RwSignal::new(false), by_voice: RwSignal::new(false) };
        preferences.take_view();
        Effect::new(move || preferences.show_on_root());
        provide_context(preferences);
        preferences
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn settings(self) -> Settings {
        self.settings.get()
    }

    pub(super) fn replace(self, settings: Settings) {
        self.settings.set(settings);
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Settings)) {
        self.settings.update(change);
    }

    /// Tracks.
    pub(super) fn shows(self, family: Family) -> bool {
        self.settings.with(|it| !it.hidden.iter().any(|name| name == family.id()))
    }

    pub(super) fn toggle(self, family: Family) {
        let name = family.id();
        self.settings.update(|it| match it.hidden.iter().position(|it| it == name) {
            Some(at) => drop(it.hidden.swap_remove(at)),
            None => it.hidden.push(name.to_owned()),
        });
    }

    /// Tracks.
    pub(super) fn shows_quoted(self) -> bool {
        self.settings.with(|it| it.quoted)
    }

    pub(super) fn takes_letters(self) -> bool {
        self.settings.with_untracked(|it| it.letters)
    }

    /// Tracks.
    pub(super) fn is_bare(self) -> bool {
        self.is_bare.get()
    }

    /// From the voice lens back to the marks; else hides or shows them.
    pub(super) fn click_marks(self) {
        if self.by_voice.get_untracked() {
            self.by_voice.set(false);
            self.is_bare.set(false);
        } else {
            self.is_bare.update(|it| *it = !*it);
        }
    }

    pub(super) fn leave_voices(self) {
        self.by_voice.set(false);
    }

    /// Tracks.
    pub(super) fn is_by_voice(self) -> bool {
        self.by_voice.get()
    }

    pub(super) fn toggle_by_voice(self) -> bool {
        self.by_voice.update(|it| *it = !*it);
        self.by_voice.get_untracked()
    }

    /// Tracks.
    pub(super) fn view(self) -> View {
        match (self.is_by_voice(), self.is_bare()) {
            (true, _) => View::Voices,
            (false, true) => View::Bare,
            (false, false) => View::Marks,
        }
    }

    /// Takes the view as the root element has it: the other bundle may have opened a text in another.
    pub(super) fn take_view(self) {
        let view = document().document_element().and_then(|it| it.get_attribute(VIEW));
        let view = View::named(&view.unwrap_or_default());
        if view != untrack(|| self.view()) {
            self.by_voice.set(view == View::Voices);
            self.is_bare.set(view == View::Bare);
        }
    }

    /// Sets what the stylesheets ask of the root element.
    fn show_on_root(self) {
        let Some(root) = document().document_element() else { return };
        let settings = self.settings.get();
        let theme = settings.theme.name();
        let size = settings.size.to_string();
        let air = if settings.airy { "more" } else { "usual" };
        let view = self.view().name();
        for (name, value) in [("data-theme", theme), ("data-size", &size), ("data-air", air), (VIEW, view)] {
            // Only a malformed name is refused.
            let _ = root.set_attribute(name, value);
        }
    }
}
