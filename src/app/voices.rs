//! The voice lens: every sentence inked by who speaks in it.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper::Paper;
use super::pieces::Piece;
use crate::ling::Voice;

/// In the order of the legend: from the outlet's own voice to nobody's.
pub(super) const ALL: [Voice; 9] = [
    Voice::Reporter,
    Voice::Named,
    Voice::Role,
    Voice::Institution,
    Voice::Document,
    Voice::Outlet,
    Voice::Group,
    Voice::Unnamed,
    Voice::Nobody,
];

pub(super) fn name(voice: Voice) -> &'static str {
    match voice {
        Voice::Reporter => "the outlet itself",
        Voice::Named => "a named person",
        Voice::Role => "somebody known by an office",
        Voice::Institution => "an institution",
        Voice::Document => "a document",
        Voice::Outlet => "another outlet",
        Voice::Group => "a group",
        Voice::Unnamed => "somebody unnamed",
        Voice::Nobody => "nobody in particular",
    }
}

/// As in class names.
pub(super) fn id(voice: Voice) -> &'static str {
    match voice {
        Voice::Reporter => "reporter",
        Voice::Named => "named",
        Voice::Role => "role",
        Voice::Institution => "institution",
        Voice::Document => "document",
        Voice::Outlet => "outlet",
        Voice::Group => "group",
        Voice::Unnamed => "unnamed",
        Voice::Nobody => "nobody",
    }
}

/// Draws the words of a piece, sentence by sentence.
pub(super) fn ink(paper: &Paper, piece: &Piece) -> AnyView {
    let sentences = &paper.report.articles[piece.article].sentences;
    let first = sentences.partition_point(|(span, _)| span.end() <= piece.span.start());
    let mut at = piece.span.start();
    let mut runs = Vec::new();
    for &(span, voice) in sentences[first..].iter().take_while(|(span, _)| span.start() < piece.span.end()) {
        let (start, end) = (span.start().max(at), span.end().min(piece.span.end()));
        runs.push(paper.text.body[at..start].to_owned().into_any());
        let words = paper.text.body[start..end].to_owned();
        runs.push(view! { <span class=format!("voice voice--{}", id(voice))>{words}</span> }.into_any());
        at = end;
    }
    runs.push(paper.text.body[at..piece.span.end()].to_owned().into_any());
    runs.into_any()
}

/// What each ink means.
#[component]
pub(super) fn Legend() -> impl IntoView {
    let entry = |voice| view! { <li><span class=format!("voice voice--{}", id(voice))>{name(voice)}</span></li> };
    view! {
        <section class="legend" aria-label="Voices">
            <p>"Each sentence is inked by who speaks in it:"</p>
            <ul>{ALL.map(entry).collect_view()}</ul>
        </section>
    }
}

/// Pieces of the strip; more could not be told apart.
const MOST_RUNS: usize = 240;

/// The sequence of voices beside the text: one stripe for each run of one voice.
#[component]
pub(super) fn Strip(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let stripe = |(voice, length): (Voice, usize)| {
        view! { <span class=format!("strip__run strip__run--{}", id(voice)) style:flex-grow=length.to_string()></span> }
    };
    view! { <div class="strip" aria-hidden="true">{runs(&paper, only).into_iter().map(stripe).collect_view()}</div> }
}

/// Returns the voices in order, each with the bytes it speaks.
fn runs(paper: &Paper, only: Option<usize>) -> Vec<(Voice, usize)> {
    let sentences = || paper.shown(only).flat_map(|(_, it)| &it.sentences);
    let all: usize = sentences().map(|(span, _)| span.len()).sum();
    let least = all / MOST_RUNS;
    let mut runs: Vec<(Voice, usize)> = Vec::new();
    for &(span, voice) in sentences() {
        match runs.last_mut() {
            Some((last, length)) if *last == voice || *length < least => *length += span.len(),
            _ => runs.push((voice, span.len())),
        }
    }
    runs
}
