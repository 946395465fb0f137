//! Where in the workshop the reader is: the parts of the address after `#/`.

use leptos::prelude::*;

use crate::share;

/// The parts of the address, as the address bar has it.
#[derive(Clone, Copy)]
pub(super) struct Address {
    parts: RwSignal<Vec<String>>,
}

impl Address {
    pub(super) fn provide() -> Self {
        let address = Self { parts: RwSignal::new(here()) };
        let listener = window_event_listener(leptos::ev::hashchange, move |_| address.arrive());
        on_cleanup(move || listener.remove());
        provide_context(address);
        address
    }

    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Tracks.
    pub(super) fn parts(self) -> Vec<String> {
        self.parts.get()
    }

    fn arrive(self) {
        let parts = here();
        if parts != self.parts.get_untracked() {
            self.parts.set(parts);
        }
    }
}

fn here() -> Vec<String> {
    let hash = window().location().hash().unwrap_or_default();
    share::parts(&hash).map(str::to_owned).collect()
}
