//! A rule, run on a sentence in sight of the reader.

use leptos::prelude::*;

use crate::ling::Reading;
use crate::text::Span;
use crate::traits::{Finding, Findings, Trait};

/// What a rule says of a text.
pub(super) struct Outcome {
    /// Sorted by place.
    pub(super) found: Vec<Finding>,
    /// Considered and let pass, each with the reason.
    pub(super) cleared: Vec<(Span, &'static str)>,
}

/// Runs a rule over all articles of a text.
pub(super) fn run(about: &Trait, text: &str) -> Outcome {
    let reading = Reading::new(text);
    let mut findings = Findings::default();
    reading.articles().for_each(|article| (about.detect)(article, &mut findings));
    let Findings { mut found, cleared } = findings;
    found.sort_by_key(|it| (it.span.start(), it.span.end()));
    found.dedup_by(|a, b| a.span == b.span && a.kind == b.kind);
    Outcome { found, cleared }
}

impl Outcome {
    /// The places that count: those in the outlet's own voice.
    pub(super) fn spans(&self) -> Vec<Span> {
        let mut spans: Vec<Span> = self.found.iter().filter(|it| !it.quoted).map(|it| it.span).collect();
        spans.dedup();
        spans
    }
}

/// Draws a text with the places marked as the trait's family is.
pub(super) fn marked(about: &Trait, text: &str, spans: &[Span]) -> AnyView {
    let look = format!("mark mark--{}", about.family.id());
    let mut runs = Vec::new();
    let mut at = 0;
    for span in spans {
        // Where places overlap, the rest of the later one.
        let start = span.start().max(at);
        if start >= span.end() {
            continue;
        }
        runs.push(text[at..start].to_owned().into_any());
        runs.push(view! { <mark class=look.clone()>{text[start..span.end()].to_owned()}</mark> }.into_any());
        at = span.end();
    }
    runs.push(text[at..].to_owned().into_any());
    runs.into_any()
}

/// A tick or a cross, in words too.
pub(super) fn sign(is_right: bool) -> AnyView {
    let (sign, words, look) = match is_right {
        true => ("✓", "Holds: ", "sign sign--right"),
        false => ("✗", "Fails: ", "sign sign--wrong"),
    };
    view! {
        <span class=look>
            <span aria-hidden="true">{sign}</span>
            <span class="unseen">{words}</span>
        </span>
    }
    .into_any()
}
