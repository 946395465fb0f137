//! What the page tells of its origin, and what it does not.

use std::sync::Arc;

use leptos::prelude::*;

use super::live::maybe;
use super::paper::{Paper, beside};
use crate::ling::in_words;
use crate::traits::TraitId;

/// The rule that says what is missing.
const MISSING: TraitId = TraitId("missing-provenance");

#[component]
pub(super) fn Provenance(paper: Arc<Paper>, article: usize) -> impl IntoView {
    let it = &paper.report.articles[article];
    let elsewhere = beside("elsewhere", &paper, article);
    let credits = (!it.credits.is_empty()).then(|| it.credits.join(" · "));
    let known = [
        ("By", it.byline.clone()),
        ("Outlet", it.outlet.clone()),
        ("Published", it.published.as_deref().map(in_words)),
        ("Reported from", it.dateline.clone()),
        ("Credits", credits),
    ];
    let missing = it.flags.iter().find(|it| it.of == MISSING).and_then(|it| it.note.clone());
    let known = known
        .into_iter()
        .filter_map(|(name, value)| Some(view! { <div><dt>{name}</dt><dd>{value?}</dd></div> }.into_any()));
    view! {
        <section class="provenance" aria-label="Where this text says it comes from">
            <dl>{known.collect_view()}</dl>
            {maybe(missing.map(|it| view! { <p>{it.to_string()}</p> }))}
            <p><a href=elsewhere>"Check it elsewhere"</a></p>
        </section>
    }
}
