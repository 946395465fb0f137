//! The text of one piece with its marks, or inked by voice.

use std::sync::Arc;

use leptos::prelude::*;

use super::ledger::Ledger;
use super::live::{holds, whether};
use super::paper::{Paper, about};
use super::preferences::Preferences;
use super::selection::Selection;
use super::shown::Shown;
use super::voices;
use crate::report::pieces::Piece;
use crate::report::{Flag, Removal, Segment, segments};
use crate::traits::{Family, Polarity};

/// Draws the words of a piece; redraws them when they are to be seen in another way.
pub(super) fn ink(paper: &Arc<Paper>, piece: Piece) -> AnyView {
    let (preferences, ledger) = (Preferences::expect(), Ledger::expect());
    let marked = marked(paper, &piece);
    let paper = paper.clone();
    (move || {
        if preferences.is_by_voice() {
            voices::ink(&paper, &piece)
        } else if let Some(left) = ledger.left(piece.article) {
            struck(&paper, &piece, &left)
        } else {
            marked.map_or_else(
                || paper.quote(piece.span).to_owned().into_any(),
                |marked| marked.with(|marked| runs(&paper, &piece, marked)),
            )
        }
    })
    .into_any()
}

/// Returns the indices of the flags that reach into the piece.
fn borne<'p>(paper: &'p Paper, piece: &Piece) -> &'p [u32] {
    paper.pieces[piece.article].flags(piece)
}

/// Returns the flags of the piece that are shown; `None` where it bears none.
fn marked(paper: &Arc<Paper>, piece: &Piece) -> Option<Memo<Vec<u32>>> {
    if borne(paper, piece).is_empty() {
        return None;
    }
    let (shown, preferences) = (Shown::expect(), Preferences::expect());
    let (paper, piece) = (paper.clone(), piece.clone());
    Some(Memo::new(move |_| {
        let flags = &paper.report.articles[piece.article].flags;
        let is_bare = preferences.is_bare();
        shown.with(|shown| {
            let is_marked = |&index: &u32| !is_bare && shown.has(flags[index as usize].id);
            borne(&paper, &piece).iter().copied().filter(is_marked).collect::<Vec<_>>()
        })
    }))
}

/// Draws the words of a piece, those that are taken away struck through in place.
fn struck(paper: &Paper, piece: &Piece, left: &Removal) -> AnyView {
    let first = left.struck.partition_point(|span| span.end() <= piece.span.start());
    let mut at = piece.span.start();
    let mut runs = Vec::new();
    for span in left.struck[first..].iter().take_while(|span| span.start() < piece.span.end()) {
        let (start, end) = (span.start().max(at), span.end().min(piece.span.end()));
        runs.push(paper.text.body[at..start].to_owned().into_any());
        runs.push(view! { <del class="struck">{paper.text.body[start..end].to_owned()}</del> }.into_any());
        at = end;
    }
    runs.push(paper.text.body[at..piece.span.end()].to_owned().into_any());
    runs.into_any()
}

fn runs(paper: &Paper, piece: &Piece, marked: &[u32]) -> AnyView {
    let article = &paper.report.articles[piece.article];
    let flags = || marked.iter().map(|&index| &article.flags[index as usize]);
    let first = article.flags.first().map_or(0, |it| it.id.0);
    let (mut runs, mut badges) = (Vec::new(), Vec::new());
    for segment in segments(piece.span, flags()) {
        let mut words = paper.quote(segment.span);
        if !badges.is_empty() {
            let stop = if segment.flags.is_empty() { words.len() - words.trim_start_matches(CLOSING).len() } else { 0 };
            runs.push(held(std::mem::take(&mut badges), &words[..stop]));
            words = &words[stop..];
        }
        if segment.flags.is_empty() {
            runs.push(words.to_owned().into_any());
            continue;
        }
        let borne: Vec<_> = segment.flags.iter().map(|id| &article.flags[(id.0 - first) as usize]).collect();
        runs.push(mark(words.to_owned(), &borne));
        badges.extend(borne.iter().filter(|flag| ends_here(piece, flag, &segment)).map(|flag| badge(flag)));
    }
    if !badges.is_empty() {
        runs.push(held(badges, ""));
    }
    runs.into_any()
}

/// What closes a sentence or a quotation, and never begins a line.
const CLOSING: [char; 12] = ['.', ',', ';', ':', '!', '?', '…', '”', '’', '"', ')', ']'];

/// Numbers on the line of the words before them, and what closes these with them: a browser would break a
/// line around every button.
fn held(badges: Vec<AnyView>, stop: &str) -> AnyView {
    view! { <span class="held">{badges} {stop.to_owned()}</span> }.into_any()
}

/// Whether the number of a flag belongs behind this stretch.
fn ends_here(piece: &Piece, flag: &Flag, segment: &Segment) -> bool {
    piece.ends(flag) && segment.span.end() == flag.span.end().min(piece.span.end())
}

fn mark(words: String, flags: &[&Flag]) -> AnyView {
    let selection = Selection::expect();
    let ids: Vec<_> = flags.iter().map(|it| it.id).collect();
    let numbers = joined(flags.iter().map(|it| it.id.0.to_string()));
    let traits = joined(flags.iter().map(|it| it.of.0.to_owned()));
    view! {
        <mark
            class=look(flags)
            class:is-at=holds(move || ids.iter().any(|&id| selection.is(id)))
            data-flags=numbers
            data-traits=traits
        >
            {words}
        </mark>
    }
    .into_any()
}

/// Returns the classes that give a mark its underline; the first flag's family leads, but one that
/// lies on all of a headline gives way.
fn look(flags: &[&Flag]) -> String {
    let families = || flags.iter().map(|it| about(it).family);
    let leads = families().find(|it| *it != Family::Provenance).unwrap_or(Family::Provenance);
    let mut look = format!("mark mark--{}", leads.id());
    if flags.iter().all(|it| it.polarity == Polarity::Credit) {
        look.push_str(" mark--good");
    }
    if flags.iter().all(|it| it.quoted) {
        look.push_str(" mark--quoted");
    }
    if flags.len() > 1 {
        look.push_str(" mark--several");
    }
    look
}

fn badge(flag: &Flag) -> AnyView {
    let selection = Selection::expect();
    let id = flag.id;
    let is_good = flag.polarity == Polarity::Credit;
    let label = format!("{} {}: {}", if is_good { "Credit" } else { "Flag" }, id.0, about(flag).name);
    view! {
        <button
            type="button"
            class=if is_good { "badge badge--good" } else { "badge" }
            class:is-at=holds(move || selection.is(id))
            data-flag=id.0.to_string()
            aria-label=label
            aria-expanded=whether(move || selection.is_open_at(id))
            aria-controls="flags"
        >
            {id.0.to_string()}
        </button>
    }
    .into_any()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" ")
}
