//! The voice lens: every sentence inked by who speaks in it.

use leptos::prelude::*;

use super::live::maybe;
use super::paper::Paper;
use super::places::link;
use crate::ling::Voice;
use crate::report::pieces::Piece;

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
        Voice::Role => "somebody known by an office, or by he or they alone",
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

/// Short, before the words of a voice that is not the outlet's.
fn tag(voice: Voice) -> &'static str {
    match voice {
        Voice::Reporter => "outlet",
        Voice::Named => "named",
        Voice::Role => "office",
        Voice::Institution => "institution",
        Voice::Document => "document",
        Voice::Outlet => "other outlet",
        Voice::Group => "group",
        Voice::Unnamed => "unnamed",
        Voice::Nobody => "nobody",
    }
}

/// Draws the words of a piece, sentence by sentence; where the voice changes, says whose it is.
pub(super) fn ink(paper: &Paper, piece: &Piece) -> AnyView {
    let article = &paper.report.articles[piece.article];
    let claims = paper.runs(piece.article);
    let mut at = piece.span.start();
    let mut parts = Vec::new();
    for number in article.sentences_in(piece.span) {
        let (span, voice) = article.sentences[number];
        let (start, end) = (span.start().max(at), span.end().min(piece.span.end()));
        parts.push(paper.text.body[at..start].to_owned().into_any());
        let before = number.checked_sub(1).map_or(Voice::Reporter, |it| article.sentences[it].1);
        let opens = span.start() >= piece.span.start();
        if before != voice && opens {
            let look = if voice == Voice::Reporter { "aside unseen" } else { "aside voice__tag" };
            // With a direction of its own it tells nothing of that of the text.
            parts.push(view! { <span class=look dir="ltr">{tag(voice)} ": "</span> }.into_any());
        }
        let run = claims.iter().find(|it| it.span.contains(span));
        if opens && run.is_some_and(|it| it.span.start() == span.start()) {
            parts.push(view! { <span class="aside voice__tag" dir="ltr">"claim after claim: "</span> }.into_any());
        }
        let look = format!("voice voice--{}{}", id(voice), if run.is_some() { " voice--run" } else { "" });
        let words = paper.text.body[start..end].to_owned();
        parts.push(view! { <span class=look>{words}</span> }.into_any());
        at = end;
    }
    parts.push(paper.text.body[at..piece.span.end()].to_owned().into_any());
    parts.into_any()
}

/// Runs that are linked to.
const MOST_LISTED: usize = 30;

/// What each ink means, and where the outlet claims one thing after another.
pub(super) fn legend(paper: &Paper, only: Option<usize>) -> AnyView {
    let has = |voice| paper.shown(only).any(|(_, it)| it.sentences.iter().any(|it| it.1 == voice));
    let choice = |id: &'static str, name: &'static str| {
        let look = format!("voice voice--{id}");
        view! { <li><label><input type="radio" name="voice" value=id checked=id == "all" /><span class=look>{name}</span></label></li> }
            .into_any()
    };
    let claimed = paper.shown(only).flat_map(|(number, it)| paper.runs(number).iter().map(move |run| (it, run)));
    let claimed: Vec<_> = claimed
        .take(MOST_LISTED)
        .map(|(article, run)| {
            let paragraph = article.paragraph(run.span);
            let words = format!("¶{paragraph}: {} sentences, {} claims", run.sentences, run.claims);
            view! { <li>{link(run.span, words, String::new())}</li> }.into_any()
        })
        .collect();
    let claims = (!claimed.is_empty()).then(|| {
        view! {
            <p class="voice--run">"Claim after claim in the outlet’s own voice, and nobody cited:"</p>
            <ul class="legend__runs">{claimed}</ul>
        }
        .into_any()
    });
    view! {
        <section class="legend" aria-label="Voices">
            <p>"Each sentence is coloured by who speaks in it. Choose one to see it alone:"</p>
            <ul>
                {choice("all", "all of them")}
                {ALL.into_iter().filter(|&it| has(it)).map(|it| choice(id(it), name(it))).collect_view()}
            </ul>
            {maybe(claims)}
        </section>
    }
    .into_any()
}

/// Pieces of the strip; more could not be told apart.
const MOST_RUNS: usize = 240;

/// The sequence of voices beside the text: one stripe for each run of one voice.
pub(super) fn strip(paper: &Paper, only: Option<usize>) -> AnyView {
    let stripe = |(voice, length): (Voice, usize)| {
        view! { <span class=format!("strip__run strip__run--{}", id(voice)) style:flex-grow=length.to_string()></span> }
            .into_any()
    };
    view! { <div class="strip" aria-hidden="true">{stretches(paper, only).into_iter().map(stripe).collect_view()}</div> }
        .into_any()
}

/// Returns the voices in order, each with the bytes it speaks.
fn stretches(paper: &Paper, only: Option<usize>) -> Vec<(Voice, usize)> {
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
