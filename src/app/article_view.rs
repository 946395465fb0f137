//! The article, with its marks.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollLogicalPosition};

use super::announcer::Announcer;
use super::dismissals::short;
use super::drawing::Drawing;
use super::ink::ink;
use super::listed::each;
use super::original;
use super::paper::Paper;
use super::place;
use super::places;
use super::print;
use super::reading::{Reading, after_drawing, focus_still, show_element};
use super::selection::Selection;
use crate::ling::BlockKind;
use crate::report::FlagId;
use crate::report::pieces::Piece;
use crate::text::Span;

/// The text as given, block by block. One listener serves all marks.
#[component]
pub(super) fn ArticleView(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let drawing = Drawing::start(&paper, only);
    let (reading, selection) = (Reading::expect(), Selection::expect());
    let is_list = paper.is_digest() && only.is_none();
    Effect::new({
        let paper = paper.clone();
        move || {
            if let Some(id) = selection.at().filter(|&id| paper.has(id)) {
                let (article, place) = (paper.article_of(id), paper.flag(id).span);
                drawing.reach(&|it| it.article == article && it.span.overlaps(place));
            }
        }
    });
    Effect::new({
        let paper = paper.clone();
        move || {
            if let Some(place) = reading.spot() {
                visit(&paper, drawing, place);
            }
        }
    });
    place::keep(paper.text.body.len());
    after_drawing({
        let paper = paper.clone();
        move || place::show(drawing, selection, |id| paper.has(id))
    });
    print::on_paper(move || drawing.finish());
    view! {
        <article
            class=if is_list { "article article--list" } else { "article" }
            id="article"
            aria-label="The article"
            tabindex="-1"
            data-keys=""
            on:click=move |event| clicked(&event, reading, selection)
        >
            {each(move || drawing.drawn(), move |it| blocks(&paper, &drawing.batch(&it), is_list))}
        </article>
    }
}

/// Selects the words of a place, in sight, and reads them out.
fn visit(paper: &Arc<Paper>, drawing: Drawing, place: Span) {
    let Some(start) = drawing.reach(&|it| it.span.holds(place.start())) else { return };
    let (paper, announcer) = (paper.clone(), Announcer::expect());
    after_drawing(move || {
        focus_still("#article");
        if let Some(element) = places::select(&paper, start, place) {
            show_element(&element, ScrollLogicalPosition::Center);
        }
        announcer.say(short(paper.quote(place)));
    });
}

/// Opens the flag that was clicked; a mark with several opens the next one each time.
fn clicked(event: &MouseEvent, reading: Reading, selection: Selection) {
    let Some(target) = event.target().and_then(|it| it.dyn_into::<Element>().ok()) else { return };
    let flags = |css: &str, name: &str| {
        let found = target.closest(css).ok().flatten()?.get_attribute(name)?;
        Some(found.split(' ').filter_map(|it| it.parse().ok()).map(FlagId).collect::<Vec<_>>())
    };
    if let Some(&[id]) = flags("button[data-flag]", "data-flag").as_deref() {
        // Keys make clicks without a count; only they carry the focus along.
        let is_key = event.detail() == 0;
        match reading.shows(id) {
            true => _ = reading.close(),
            false => reading.open(id, is_key),
        }
    } else if let Some(ids) = flags("mark[data-flags]", "data-flags") {
        let at = selection.at_untracked().and_then(|id| ids.iter().position(|&it| it == id));
        let next = at.map_or(0, |at| (at + 1) % ids.len());
        if let Some(&id) = ids.get(next) {
            reading.open(id, false);
        }
    }
}

/// From here on a run of what is not part of the article is folded into one line: less than that stands
/// in a few lines beside each other, and its flag is better seen.
const FOLDED: usize = 20;

fn blocks(paper: &Arc<Paper>, pieces: &[Piece], is_list: bool) -> AnyView {
    let is_furniture = |it: &Piece| it.kind == BlockKind::Furniture;
    let runs = pieces.chunk_by(|one, next| is_furniture(one) && is_furniture(next));
    let run = |run: &[Piece]| {
        let drawn = run.iter().map(|it| block(paper, it.clone(), is_list)).collect_view();
        if run.len() < FOLDED || run.len() == pieces.len() {
            return drawn.into_any();
        }
        let summary = format!("{} lines that are not part of the article", run.len());
        view! { <details class="fold"><summary>{summary}</summary>{drawn}</details> }.into_any()
    };
    runs.map(run).collect_view().into_any()
}

fn block(paper: &Arc<Paper>, piece: Piece, is_list: bool) -> AnyView {
    let class = if piece.is_rest { "block block--rest" } else { "block" };
    let (article, kind, from) = (piece.article, piece.kind, piece.span.start().to_string());
    if kind == BlockKind::OriginalHeadline {
        return original::original(paper, &piece);
    }
    // The numbers in a heading are no part of its name.
    let span = piece.span;
    let name = || paper.quote(span).to_owned();
    let words = ink(paper, piece);
    match kind {
        BlockKind::Headline if is_list => {
            let id = format!("article-{}", article + 1);
            view! { <h2 class="headline" dir="auto" id=id aria-label=name() data-from=from>{words}</h2> }.into_any()
        }
        BlockKind::Headline => {
            view! { <h1 class="headline" dir="auto" aria-label=name() data-from=from>{words}</h1> }.into_any()
        }
        BlockKind::Subheading => {
            view! { <h2 class="subheading" dir="auto" aria-label=name() data-from=from>{words}</h2> }.into_any()
        }
        BlockKind::Quotation => {
            view! { <blockquote class=class dir="auto" data-from=from>{words}</blockquote> }.into_any()
        }
        BlockKind::Paragraph => view! { <p class=class dir="auto" data-from=from>{words}</p> }.into_any(),
        _ => {
            view! { <p class=format!("{class} block--{}", look(kind)) dir="auto" data-from=from>{words}</p> }.into_any()
        }
    }
}

/// How a block looks, in the name of its class.
pub(super) fn look(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Standfirst => "standfirst",
        BlockKind::Byline => "byline",
        BlockKind::Date => "date",
        BlockKind::Credit => "credit",
        BlockKind::Caption => "caption",
        BlockKind::Biography => "biography",
        BlockKind::Furniture => "furniture",
        _ => "plain",
    }
}
