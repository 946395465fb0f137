//! Where the reader is: the part of the address after `#`.

use leptos::prelude::*;

pub(super) use crate::share::{PASTED, Route};

/// The current route, as the address bar has it.
#[derive(Clone, Copy)]
pub(super) struct Router {
    at: RwSignal<Route>,
}

impl Router {
    pub(super) fn provide() -> Self {
        let router = Self { at: RwSignal::new(here()) };
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
        let route = here();
        if route != self.at.get_untracked() {
            self.at.set(route);
        }
    }
}

fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}
