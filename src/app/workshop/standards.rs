//! What published standards ask, each with its date.

use leptos::prelude::*;

use crate::ling::has_year;
use crate::traits::Reference;

/// Draws the standards of a rule.
pub(super) fn list(standards: &'static [Reference]) -> AnyView {
    if standards.is_empty() {
        return view! { <p>"No published standard that we could check speaks of this. The rule is our own."</p> }
            .into_any();
    }
    let all = standards.iter().map(|it| {
        // A source whose date we do not know says so, rather than nothing.
        let undated = (!has_year(it.source)).then_some(" (date not known)");
        view! {
            <li>
                <p>{it.asks}</p>
                <cite>{it.source} {undated}</cite>
            </li>
        }
    });
    view! { <ul class="rule__standards">{all.collect::<Vec<_>>()}</ul> }.into_any()
}
