//! What Sayso cannot see: the honest page about its own reach.

use leptos::prelude::*;

/// Draws the page.
pub(super) fn screen() -> AnyView {
    document().set_title("What Sayso cannot see · Sayso");
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">"What Sayso cannot see"</h1>
            <p class="start__lead">
                "Sayso reads the words on the page and nothing else. It does not know whether they are true, "
                "who runs the site, or what was left out."
            </p>
        </main>
    }
    .into_any()
}
