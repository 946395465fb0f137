//! The teacher's own marks: begun from Sayso's flags, or made by hand.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::anew::anew;
use super::super::share::counted;
use super::desk::Desk;
use super::draft::Draft;
use super::sheet::Sheet;
use super::{key_lock, marking, palette, refusal};
use crate::app::announcer::Announcer;
use crate::app::reading::{after_drawing, focus};
use crate::lesson::{Key, Lesson, Marking, Stance};

pub(super) fn field(draft: Draft) -> AnyView {
    let is_open = RwSignal::new(draft.with_untracked(|it| matches!(it.key, Key::Open(_))));
    let toggle = move |_| {
        is_open.update(|it| *it = !*it);
        if is_open.get_untracked() { draft.take_up_key() } else { draft.drop_key() }
    };
    view! {
        <fieldset>
            <legend>"A key of your own"</legend>
            <p class="hint">"Without one, students compare with Sayso alone. With one, they see your marks at the reveal."</p>
            {sealed(draft, is_open)}
            <label class="switch">
                <input type="checkbox" prop:checked=move || is_open.get() on:change=toggle />
                "Mark the article yourself"
            </label>
            <Show when=move || is_open.get()>{marks(draft)} {seal(draft)}</Show>
        </fieldset>
    }
    .into_any()
}

/// A key that came under a passphrase: opened, it can be changed.
fn sealed(draft: Draft, is_open: RwSignal<bool>) -> impl Fn() -> Option<AnyView> {
    let sealed =
        Memo::new(move |_| draft.with(|it| if let Key::Sealed(it) = &it.key { Some(it.clone()) } else { None }));
    let announcer = Announcer::expect();
    move || {
        let opened = move |marks: Vec<Marking>| {
            draft.change(|it| it.key = Key::Open(marks));
            is_open.set(true);
            announcer.say("The key is open. Its marks can be changed.");
            // The form goes with the seal.
            after_drawing(|| focus("#mine-title"));
        };
        Some(view! {
            <p class="hint">"This lesson has a sealed key. It stays as it is, unless you open it or mark the article anew."</p>
            {key_lock::opener(sealed.get()?, opened)}
        }
        .into_any())
    }
}

/// The article to mark; drawn anew for another article, or other rules.
fn marks(draft: Draft) -> AnyView {
    let about = Memo::new(move |_| draft.with(|it| (it.story.clone(), it.traits.clone())));
    anew(move || {
        let (story, traits) = about.get();
        let lesson = Lesson { story, traits, ..draft.with_untracked(Clone::clone) };
        match Sheet::of("", lesson, true) {
            Ok(sheet) => bench(draft, &sheet),
            Err(why) => view! { <p class="hint">{refusal(why)}</p> }.into_any(),
        }
    })
}

fn bench(draft: Draft, sheet: &Arc<Sheet>) -> AnyView {
    let desk = Desk::of_key(sheet, sheet.open_key());
    marking::hear_undo(desk);
    Effect::watch(
        move || desk.with(|it| it.marks.clone()),
        move |marks, _, _| draft.change(|it| it.key = Key::Open(marks.clone())),
        false,
    );
    let flags: Vec<_> = (sheet.sayso.iter())
        .map(|&(span, of)| Marking { span, of, reason: String::new(), stance: Stance::Open })
        .collect();
    let announcer = Announcer::expect();
    let begin = move |_| {
        desk.set_marks(flags.clone());
        announcer.say(format!("The key has {} now. Undo brings back what was there.", counted(flags.len(), "mark")));
    };
    view! {
        <p class="row">
            <button type="button" class="button" on:click=begin>
                {format!("Begin with Sayso’s flags ({})", sheet.sayso.len())}
            </button>
        </p>
        {marking::help()}
        <div class="desk">
            <div class="page">{marking::article(desk)}</div>
            <div class="desk__panel">{palette::palette(desk)} {palette::my_marks(desk, "Marks of the key")}</div>
        </div>
    }
    .into_any()
}

fn seal(draft: Draft) -> AnyView {
    // What is typed may stand on the wall of a classroom.
    let is_shown = RwSignal::new(false);
    view! {
        <label class="field">
            "Seal the key with a passphrase, or leave it empty"
            <input
                type=move || if is_shown.get() { "text" } else { "password" }
                autocomplete="off"
                prop:value=move || draft.passphrase.get()
                on:input=move |event| draft.passphrase.set(event_target_value(&event))
            />
        </label>
        <label class="switch">
            <input type="checkbox" prop:checked=move || is_shown.get() on:change=move |_| is_shown.update(|it| *it = !*it) />
            "Show what I type"
        </label>
        <p class="hint">
            "Without a passphrase every student can see the key: “Change it” and “Print it” show it to whoever asks. "
            "A short one can be guessed: take four words."
        </p>
    }
    .into_any()
}
