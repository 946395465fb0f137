//! Practise: mark first, then see what others marked.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::desk::Desk;
use super::kept::Works;
use super::sheet::Sheet;
use super::{arrive, hand_in, marking, palette, refusal, reveal, trouble, tutorial};
use crate::library;
use crate::storage::Refusal;

/// Draws the screen for what the address names; without a name, what can be practised on.
pub(in super::super) fn screen(rest: &[&str]) -> AnyView {
    match rest {
        [] => choose(),
        [name, ..] => match Sheet::open(name) {
            Ok(sheet) => begin(sheet),
            Err(why) => trouble("This cannot be practised on", refusal(why)),
        },
    }
}

fn choose() -> AnyView {
    arrive("Practise");
    let entry = |it: &library::Entry| view! { <li><a href=format!("#/practise/{}", it.slug)>{it.title}</a></li> };
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">"Mark first, then look"</h1>
            <p class="start__lead">"Choose an article. You mark what you notice; then you see what Sayso marked, side by side."</p>
            <ul class="choices" aria-label="Articles">{library::entries().iter().map(entry).collect_view()}</ul>
        </main>
    }
    .into_any()
}

fn begin(sheet: Arc<Sheet>) -> AnyView {
    arrive(&format!("Practise: {}", sheet.lesson.title));
    let works = Works::begin();
    let desk = Desk::begin(&sheet, Some(works));
    let is_learning = RwSignal::new(!works.has_seen_tutorial());
    let undo = move |event: KeyboardEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let is_typing = target.is_some_and(|it| it.matches("input, textarea").unwrap_or(false));
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("z") && !is_typing {
            event.prevent_default();
            if event.shift_key() { desk.redo() } else { desk.undo() }
        }
    };
    let title = sheet.lesson.title.clone();
    view! {
        <main class="desk" id="main" tabindex="-1" on:keydown=undo>
            {move || match is_learning.get() {
                true => tutorial::tutorial(works, move || {
                    is_learning.set(false);
                    crate::app::reading::after_drawing(|| crate::app::reading::focus("#main"));
                }),
                false => spread(desk, works, &title),
            }}
        </main>
    }
    .into_any()
}

fn spread(desk: Desk, works: Works, title: &str) -> AnyView {
    let sheet = desk.sheet();
    let instructions = sheet.lesson.instructions.clone();
    let instructions =
        if instructions.is_empty() { "Mark what you notice, and say what it is.".to_owned() } else { instructions };
    view! {
        <div class="page">
            <h1 class="page__title">{title.to_owned()}</h1>
            {sheet.note.map(|it| view! { <p class="page__note">{it}</p> })}
            <p class="desk__task">{instructions}</p>
            <details class="desk__how" id="desk-help">
                <summary>"How to mark"</summary>
                <p>"Drag over words, or tap the first word and then the last. Then choose a rule."</p>
                <p>"By keys: go into the article; arrows move by word and sentence; Enter begins and ends; 1 to 9 give a rule; Delete takes a mark away; Ctrl and Z undoes; R reveals."</p>
            </details>
            {marking::article(desk)}
        </div>
        <aside class="desk__panel" aria-label="Marking">
            {clash(desk, works)}
            {move || match desk.with(|it| it.is_revealed) {
                true => reveal::groups(desk),
                false => (palette::palette(desk), palette::my_marks(desk, "Your marks")).into_any(),
            }}
            {reveal::door(desk)}
            {hand_in::questions(desk)}
            {hand_in::hand_in(desk)}
            <p class="hint">"Kept on this device as you go. " <a href="#/practise">"Other articles"</a></p>
        </aside>
    }
    .into_any()
}

/// Says when the work is not being kept, and what can be done.
fn clash(desk: Desk, works: Works) -> AnyView {
    let words = |it: Refusal| match it {
        Refusal::Elsewhere => {
            "Another tab has worked on this article, and that is still there. What you do here is not kept."
        }
        Refusal::NoStorage => "This browser keeps nothing for this page. Save your slip before you close the tab.",
        Refusal::Full | Refusal::TooLong => "This browser has no more room. Save your slip before you close the tab.",
    };
    let keep = move |_| desk.with_untracked(|it| works.keep_mine(it));
    view! {
        {move || works.trouble().map(|it| view! {
            <div class="clash" role="status">
                <p>{words(it)}</p>
                {(it == Refusal::Elsewhere).then(|| view! {
                    <button type="button" class="button" on:click=keep>"Keep mine instead"</button>
                })}
            </div>
        })}
    }
    .into_any()
}
