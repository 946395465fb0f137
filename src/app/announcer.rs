//! Words for those who listen rather than look.

use leptos::prelude::*;

/// What was last announced.
#[derive(Clone, Copy)]
pub(super) struct Announcer {
    words: RwSignal<String>,
}

impl Announcer {
    pub(super) fn provide() -> Self {
        let announcer = Self { words: RwSignal::default() };
        provide_context(announcer);
        announcer
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    pub(super) fn say(self, words: impl Into<String>) {
        self.words.set(words.into());
    }
}

/// The place from which announcements are read out.
#[component]
pub(super) fn Announcements() -> impl IntoView {
    let announcer = Announcer::expect();
    view! { <p class="unseen" role="status">{move || announcer.words.get()}</p> }
}
