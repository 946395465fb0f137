//! Each part of a headline, looked up in the text under it.

use leptos::prelude::*;

use super::Lab;
use crate::ling::{ElementKind, Found, WEEKDAYS, compare, is_written_anew};
use crate::report::facts::HeadlinePart;
use crate::report::lab::{Body, first_part};

/// A shape for what became of a part; colour never says it alone.
pub(super) fn mark(found: Found) -> AnyView {
    let shape = match found {
        Found::Yes => "●",
        Found::Quoted => "❞",
        Found::Weaker => "◐",
        Found::No => "○",
    };
    view! { <span class="found__mark" aria-hidden="true">{shape}</span> }.into_any()
}

pub(super) fn found_in_words(found: Found) -> &'static str {
    match found {
        Found::Yes => "In the text",
        Found::Quoted => "Only in a quotation",
        Found::Weaker => "Weaker in the text",
        Found::No => "Not in the text",
    }
}

fn kind_in_words(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Figure => "figure",
        ElementKind::Name => "name",
        ElementKind::Label => "label",
        ElementKind::Claim => "strong word",
    }
}

/// Nothing, until there is a headline.
pub(super) fn section(lab: Lab) -> AnyView {
    let shown = lab.shown.get();
    if shown.trim().is_empty() {
        return ().into_any();
    }
    let headline = first_part(&shown).to_owned();
    let body = lab.read();
    let parts = lab.original.with(|original| all_parts(&headline, first_part(original), &body));
    let inner = match (body.is_empty(), parts.is_empty()) {
        (true, _) => view! { <p class="bench__none">"Put the text under the headline into the third box, and each part of the headline is looked up in it."</p> }.into_any(),
        (_, true) => view! { <p class="bench__none">"No figure, name, label or strong word in this headline can be looked up."</p> }.into_any(),
        _ => list(&headline, &parts, &body),
    };
    view! {
        <section class="result" aria-labelledby="parts-title">
            <h2 id="parts-title">"Is it in the text?"</h2>
            {inner}
        </section>
    }
    .into_any()
}

/// The parts of a headline, and whoever was put into it.
fn all_parts(headline: &str, original: &str, body: &Body) -> Vec<HeadlinePart> {
    if body.is_empty() {
        return Vec::new();
    }
    let mut parts = body.look_up_strong(headline);
    if !original.trim().is_empty() && !is_written_anew(headline, original) {
        let put_in = body.put_in(headline, &compare(headline, original));
        let is_new = |it: &HeadlinePart| !parts.iter().any(|part| part.span.overlaps(it.span));
        let new: Vec<HeadlinePart> = put_in.into_iter().filter(is_new).collect();
        parts.extend(new);
    }
    // A label that nobody in the text uses goes before all else.
    let rank = |it: &HeadlinePart| (it.found != Found::No || it.kind != ElementKind::Label, it.span.start());
    parts.sort_by_key(rank);
    parts
}

/// The parts as a list, what is missing in heavier type.
pub(super) fn list(headline: &str, parts: &[HeadlinePart], body: &Body) -> AnyView {
    let item = |it: &HeadlinePart| {
        let words = headline[it.span.range()].to_owned();
        let class = match (it.found, it.kind) {
            (Found::No, ElementKind::Label) => "part part--strong",
            (Found::No, _) => "part part--missing",
            _ => "part",
        };
        let note = match (it.found, it.kind, it.place) {
            (Found::No, ElementKind::Label, _) => Some("It stands in the headline alone. Whose word is it?".to_owned()),
            // *Friday* comes from no other place.
            (Found::No, ElementKind::Name, _) if WEEKDAYS.contains(&words.as_str()) => None,
            (Found::No, ElementKind::Name, _) => Some("Not by this name. Where does it come from?".to_owned()),
            (Found::No, ElementKind::Figure, Some(place)) => Some(format!("The text has “{}”.", body.quote(place))),
            _ => None,
        };
        let quote =
            it.place.filter(|_| it.found != Found::No).map(|place| view! { <q>{excerpt(body.sentence(place))}</q> });
        let found = match (it.found, it.kind) {
            (Found::Weaker, ElementKind::Label) => "Not by this word; the nearest is",
            (found, _) => found_in_words(found),
        };
        view! {
            <li class=class>
                <span class="part__words">{words}</span>
                <span class="part__kind">{kind_in_words(it.kind)}</span>
                <span class="part__found">{mark(it.found)} " " {found}</span>
                <span class="part__place">{quote} {note}</span>
            </li>
        }
    };
    view! { <ul class="parts">{parts.iter().map(item).collect_view()}</ul> }.into_any()
}

/// Characters of a sentence shown.
const MOST: usize = 220;

fn excerpt(sentence: &str) -> String {
    match sentence.char_indices().nth(MOST) {
        Some((at, _)) => format!("{} …", sentence[..at].rsplit_once(' ').map_or("", |(before, _)| before)),
        None => sentence.to_owned(),
    }
}
