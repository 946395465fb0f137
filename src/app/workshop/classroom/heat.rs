//! The article, darker where more of the class marked it.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::about;
use super::board::{Board, Seen};
use super::board_views::reasons;
use super::marking::is_by_keys;
use crate::ling::BlockKind;
use crate::text::Span;

/// Words that were marked equally often, one after the other.
struct Run {
    /// The first of its words.
    word: usize,
    span: Span,
    /// How many marked it.
    people: u32,
}

/// Draws the text; a marked place tells who marked it as what, by mouse or by arrow keys.
pub(super) fn heat(board: Board, seen: &Arc<Seen>) -> AnyView {
    let blocks = blocks(seen);
    let places: Arc<[usize]> =
        blocks.iter().flat_map(|it| &it.2).filter(|it| it.people > 0).map(|it| it.word).collect();
    let first = places.first().copied();
    let at = RwSignal::new(None::<usize>);
    let told = {
        let seen = seen.clone();
        move || match at.get() {
            Some(word) => tell(board, &seen, word),
            None => view! { <p>"Choose a marked place to see who marked it as what."</p> }.into_any(),
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(word) = word_of(&event) {
            at.set(Some(word));
        }
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        let here = places.iter().position(|it| at.get_untracked() == Some(*it));
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => here.map_or(0, |it| it + 1).min(places.len().saturating_sub(1)),
            "ArrowLeft" | "ArrowUp" => here.unwrap_or(0).saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        at.set(places.get(to).copied());
    };
    // By keys one comes to the first place; a mouse comes to the place it is at.
    let begin = move |event: leptos::ev::FocusEvent| {
        if at.get_untracked().is_none() && is_by_keys(&event) {
            at.set(first);
        }
    };
    Effect::new(move || point(at.get()));
    let text = drawn(seen, &blocks);
    view! {
        <section aria-labelledby="heat-title">
            <h2 id="heat-title">"Where the class marked"</h2>
            {legend(seen.picture.people)}
            <div class="class__told" id="heat-told" role="status">{told}</div>
            <div
                class="class__text"
                tabindex=first.map(|_| "0")
                role="group"
                aria-labelledby="heat-title"
                aria-describedby="heat-told"
                on:focus=begin
                on:click=click
                on:keydown=press
            >
                {text}
            </div>
        </section>
    }
    .into_any()
}

/// The text for the wall of a classroom: nothing in it is to be chosen.
pub(super) fn plain(seen: &Seen) -> AnyView {
    view! {
        {legend(seen.picture.people)}
        <div class="class__text">{drawn(seen, &blocks(seen))}</div>
    }
    .into_any()
}

fn legend(people: u32) -> AnyView {
    const LEVELS: [&str; 4] = ["a quarter at most", "up to half", "up to three quarters", "more"];
    let level = |(level, words)| view! { <span class=format!("heat heat--{level}")>{words}</span> " " };
    view! { <p class="heat-legend">{format!("The darker, the more of the {people} marked it: ")} {(1..).zip(LEVELS).map(level).collect_view()}</p> }
        .into_any()
}

/// The article by its blocks, each in its runs.
fn blocks(seen: &Seen) -> Vec<(BlockKind, Span, Vec<Run>)> {
    let article = seen.sheet.blocks.iter().filter(|it| !seen.sheet.is_furniture(it.1));
    article.map(|&(kind, span)| (kind, span, runs(seen, span))).collect()
}

fn drawn(seen: &Seen, blocks: &[(BlockKind, Span, Vec<Run>)]) -> AnyView {
    blocks.iter().map(|(kind, span, runs)| block(seen, *kind, *span, runs)).collect_view().into_any()
}

/// The first word of the place that was clicked.
fn word_of(event: &leptos::ev::MouseEvent) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-h]").ok()??.get_attribute("data-h")?.parse().ok()
}

/// Shows which place is told of. By hand: a class may have marked thousands.
fn point(word: Option<usize>) {
    if let Ok(Some(before)) = document().query_selector(".heat.is-at") {
        // A class on the list is taken off it.
        let _ = before.class_list().remove_1("is-at");
    }
    let place = word.and_then(|it| document().query_selector(&format!("[data-h='{it}']")).ok().flatten());
    if let Some(place) = place {
        let _ = place.class_list().add_1("is-at");
        let how = web_sys::ScrollIntoViewOptions::new();
        how.set_block(web_sys::ScrollLogicalPosition::Nearest);
        place.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

fn runs(seen: &Seen, block: Span) -> Vec<Run> {
    let words = seen.sheet.words.within(block);
    let heat = &seen.picture.heat[words.clone()];
    let mut word = words.start;
    let run = |equal: &[u32]| {
        let run = Run { word, span: seen.sheet.words.cover(word..word + equal.len())?, people: equal[0] };
        word += equal.len();
        Some(run)
    };
    heat.chunk_by(|a, b| a == b).filter_map(run).collect()
}

fn block(seen: &Seen, kind: BlockKind, span: Span, runs: &[Run]) -> AnyView {
    let words = words(seen, span, runs);
    match kind {
        BlockKind::Headline => view! { <h3>{words}</h3> }.into_any(),
        _ => view! { <p>{words}</p> }.into_any(),
    }
}

fn words(seen: &Seen, span: Span, runs: &[Run]) -> Vec<AnyView> {
    let (text, all) = (&seen.sheet.text, seen.picture.people);
    let mut views = Vec::with_capacity(3 * runs.len() + 1);
    let mut at = span.start();
    for run in runs {
        views.push(text[at..run.span.start()].to_owned().into_any());
        let shown = text[run.span.range()].to_owned();
        at = run.span.end();
        if run.people == 0 {
            views.push(shown.into_any());
            continue;
        }
        let level = (run.people * 4).div_ceil(all.max(1)).clamp(1, 4);
        let share = format!("{} of {all}", run.people);
        let said = format!(" ({share}) ");
        views.push(
            view! {
                <mark class=format!("heat heat--{level}") data-h=run.word.to_string() title=share>{shown}</mark>
                <span class="unseen">{said}</span>
            }
            .into_any(),
        );
    }
    views.push(text[at..span.end()].to_owned().into_any());
    views
}

fn tell(board: Board, seen: &Seen, word: usize) -> AnyView {
    let heat = &seen.picture.heat;
    let end = (word..heat.len()).find(|&it| heat[it] != heat[word]).unwrap_or(heat.len());
    let span = seen.sheet.words.cover(word..end);
    let words = span.map(|it| seen.sheet.quote(it)).unwrap_or_default();
    let rows = seen.picture.rows.iter().filter_map(|it| {
        let most = it.heat[word..end].iter().max().copied()?;
        (most > 0).then(|| format!("{most} {}", about(it.of).name))
    });
    let names: Vec<_> = rows.collect();
    let told = format!("“{words}”: {} of {} marked it: {}.", heat[word], seen.picture.people, names.join("; "));
    view! { <p>{told}</p> {span.map(|it| reasons(board, seen, it))} }.into_any()
}
