//! Practise: mark first, then see what others marked.

use std::sync::Arc;

use leptos::prelude::*;

use super::desk::Desk;
use super::kept::{Works, clash};
use super::sheet::Sheet;
use super::{arrive, hand_in, marking, palette, refusal, reveal, trouble, tutorial};
use crate::app::reading::{after_drawing, focus};
use crate::app::route::PASTED;
use crate::app::shelf::Shelf;
use crate::lesson::Refused;
use crate::library;

/// Draws the screen for what the address names; without a name, what can be practised on.
pub(in super::super) fn screen(rest: &[&str]) -> AnyView {
    match rest {
        [] => choose(),
        [name, ..] => match Sheet::open(name) {
            Ok(sheet) => begin(sheet),
            Err(Refused::NotOurs) => {
                trouble("This cannot be practised on", "There is no text and no lesson of this name.")
            }
            Err(why) => trouble("This cannot be practised on", refusal(why)),
        },
    }
}

fn choose() -> AnyView {
    arrive("Mark it yourself");
    let entry = |it: &library::Entry| view! { <li><a href=format!("#/practise/{}", it.slug)>{it.title}</a></li> };
    let has_pasted = !Shelf::expect().pasted_untracked().trim().is_empty();
    let pasted = || view! { <li><a href=format!("#/practise/{PASTED}")>"The text you pasted"</a></li> };
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">"Mark it yourself"</h1>
            <p class="start__lead">"Choose an article. You mark what you notice; then you see what Sayso flagged, side by side."</p>
            <ul class="choices" aria-label="Articles">{has_pasted.then(pasted)} {library::entries().iter().map(entry).collect_view()}</ul>
        </main>
    }
    .into_any()
}

fn begin(sheet: Arc<Sheet>) -> AnyView {
    arrive(&format!("Mark it yourself: {}", sheet.lesson.title));
    let works = Works::begin();
    let desk = Desk::begin(&sheet, works);
    marking::hear_undo(desk);
    let is_learning = RwSignal::new(!works.has_seen_tutorial());
    let title = sheet.lesson.title.clone();
    view! {
        <main class="desk" id="main" tabindex="-1">
            {move || match is_learning.get() {
                true => tutorial::tutorial(works, move || {
                    is_learning.set(false);
                    after_drawing(|| focus("#main"));
                }),
                false => spread(desk, works, &title),
            }}
        </main>
    }
    .into_any()
}

fn spread(desk: Desk, works: Works, title: &str) -> AnyView {
    let (sheet, is_revealed) = (desk.sheet(), desk.is_revealed());
    let instructions = sheet.lesson.instructions.clone();
    let instructions =
        if instructions.is_empty() { "Mark what you notice, and say what it is.".to_owned() } else { instructions };
    view! {
        <div class="page">
            <h1 class="page__title">{title.to_owned()}</h1>
            {sheet.note.map(|it| view! { <p class="page__note">{it}</p> })}
            <p class="desk__task">{instructions}</p>
            {marking::help()}
            {marking::article(desk)}
        </div>
        <aside class="desk__panel" aria-label="Marking">
            {clash(move || works.trouble(), CLASH, move || desk.with_untracked(|it| works.keep_mine(it)))}
            {move || match is_revealed.get() {
                true => reveal::groups(desk),
                false => (palette::palette(desk), palette::my_marks(desk, "Your marks")).into_any(),
            }}
            {reveal::door(desk)}
            {hand_in::questions(desk)}
            {hand_in::hand_in(desk)}
            <p class="hint">{move || works.trouble().is_none().then_some("Kept on this device as you go. ")} <a href="#/practise">"Other articles"</a></p>
        </aside>
    }
    .into_any()
}

const CLASH: [&str; 3] = [
    "Another tab has worked on this article, and that is still there. What you do here is not kept.",
    "This browser keeps nothing for this page. Save your slip before you close the tab.",
    "This browser has no more room. Save your slip before you close the tab.",
];
