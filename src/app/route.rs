//! Where the reader is: the part of the address after `#`.

use leptos::prelude::*;

use crate::share::text_at;
pub(super) use crate::share::{PASTED, Route};

/// The current route, as the address bar has it.
#[derive(Clone, Copy)]
pub(super) struct Router {
    at: RwSignal<Route>,
    /// The text that is shown, or was last where a screen is about none.
    text: RwSignal<String>,
}

impl Router {
    pub(super) fn provide() -> Self {
        let router = Self { at: RwSignal::default(), text: RwSignal::default() };
        router.arrive();
        let _ = window_event_listener(leptos::ev::hashchange, move |_| router.arrive());
        provide_context(router);
        router
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn at(self) -> Route {
        self.at.get()
    }

    pub(super) fn at_untracked(self) -> Route {
        self.at.get_untracked()
    }

    /// Tracks: the text at hand, behind the name of any screen that takes it along; empty where there is none.
    pub(super) fn text(self) -> String {
        self.text.get()
    }

    pub(super) fn go(self, to: &Route) {
        if *to == self.at.get_untracked() {
            return;
        }
        // A refused change of address leaves the page where it is.
        let _ = window().location().set_hash(&to.href());
        self.arrive();
    }

    /// Takes the address as it now is; the event of a change may come later.
    fn arrive(self) {
        let hash = window().location().hash().unwrap_or_default();
        if let Some(text) = text_at(&hash) {
            self.text.set(text);
        }
        let route = Route::parse(&hash);
        if route != self.at.get_untracked() {
            self.at.set(route);
        }
    }
}
