//! The workshop of a teacher: a lesson from an article, rules, questions and a key.

use leptos::prelude::*;
use std::sync::Arc;

use super::desk::Desk;
use super::sheet::Sheet;
use super::{arrive, files, key_lock, maker_form, marking, palette, refusal};
use crate::lesson::{Key, Lesson, Marking, Stance, Story};
use crate::storage::Slot;
use crate::traits::TraitId;

/// The lesson being made. `Copy`: signals and handles only.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    lesson: RwSignal<Lesson>,
    slot: StoredValue<Slot, LocalStorage>,
    pub(super) passphrase: RwSignal<String>,
}

impl Draft {
    fn begin(given: Option<Lesson>) -> Self {
        let slot = Slot::new("sayso.lesson");
        let kept = slot.read().and_then(|it| Lesson::read(&it).ok());
        let usual = || {
            let traits =
                ["unnamed-source", "missing-attribution", "loaded-label", "loaded-language", "named-with-role"];
            Lesson::plain("", Story::Library("digest-03-three-killed".to_owned()), traits.map(TraitId).to_vec())
        };
        let lesson = given.or(kept).unwrap_or_else(usual);
        Self { lesson: RwSignal::new(lesson), slot: StoredValue::new_local(slot), passphrase: RwSignal::default() }
    }

    /// Tracks.
    pub(super) fn with<T>(self, read: impl FnOnce(&Lesson) -> T) -> T {
        self.lesson.with(read)
    }

    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&Lesson) -> T) -> T {
        self.lesson.with_untracked(read)
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Lesson)) {
        self.lesson.update(change);
        // A draft that cannot be kept is still on the screen.
        let _ = self.slot.with_value(|it| it.overwrite(&self.lesson.with_untracked(Lesson::write)));
    }
}

/// Returns the address that opens a lesson on any device.
pub(super) fn shown_link(lesson: &Lesson) -> String {
    let here = window().location().href().unwrap_or_default();
    let page = here.split('#').next().unwrap_or_default();
    format!("{page}#/lesson/{}", lesson.write())
}

pub(super) fn screen(given: Option<Lesson>) -> AnyView {
    arrive("Make a lesson");
    let draft = Draft::begin(given);
    view! {
        <main class="start wide maker" id="main" tabindex="-1">
            <h1 class="start__title">"Make a lesson"</h1>
            <p class="start__lead">"Three things are enough: an article, what to look for, and the link at the end. The rest can wait."</p>
            {maker_form::fields(draft)}
            {key_field(draft)}
            {out(draft)}
            <p class="hint">"Kept on this device as you go."</p>
        </main>
    }
    .into_any()
}

/// The teacher's own marks: begun from Sayso's flags, or made by hand.
fn key_field(draft: Draft) -> AnyView {
    let is_open = RwSignal::new(draft.with_untracked(|it| matches!(it.key, Key::Open(_))));
    let sealed = draft.with_untracked(|it| matches!(it.key, Key::Sealed(_)));
    let story = Memo::new(move |_| draft.with(|it| (it.story.clone(), it.traits.clone())));
    let bench = move || {
        let (story, traits) = story.get();
        let lesson = Lesson { story, traits, ..draft.with_untracked(Clone::clone) };
        match Sheet::of("", lesson, true) {
            Ok(sheet) => bench(draft, &sheet),
            Err(why) => view! { <p class="hint">{refusal(why)}</p> }.into_any(),
        }
    };
    let toggle = move |_| {
        is_open.update(|it| *it = !*it);
        if !is_open.get_untracked() {
            draft.change(|it| it.key = Key::None);
        }
    };
    view! {
        <fieldset>
            <legend>"A key of your own"</legend>
            <p class="hint">"Without one, students compare with Sayso alone. With one, they see your marks at the reveal."</p>
            {sealed.then(|| view! { <p class="hint">"This lesson has a sealed key. A new one takes its place."</p> })}
            <label class="switch">
                <input type="checkbox" prop:checked=move || is_open.get() on:change=toggle />
                "Mark the article yourself"
            </label>
            <Show when=move || is_open.get()>{bench}</Show>
            <Show when=move || is_open.get()>
                <label class="field">
                    "Seal the key with a passphrase, or leave it empty"
                    <input
                        type="text"
                        autocomplete="off"
                        prop:value=move || draft.passphrase.get()
                        on:input=move |event| draft.passphrase.set(event_target_value(&event))
                    />
                </label>
                <p class="hint">
                    {format!("Sealed by AES-GCM; a guess costs {} rounds of PBKDF2. Without a seal, a student who takes the link apart can read the key. A short passphrase can be guessed all the same: take four words.", key_lock::ROUNDS)}
                </p>
            </Show>
        </fieldset>
    }
    .into_any()
}

fn bench(draft: Draft, sheet: &Arc<Sheet>) -> AnyView {
    let desk = Desk::begin(sheet, None);
    let kept = draft.with_untracked(|it| if let Key::Open(marks) = &it.key { marks.clone() } else { Vec::new() });
    desk.set_marks(sheet.fitting(kept));
    Effect::watch(
        move || desk.with(|it| it.marks.clone()),
        move |marks, _, _| draft.change(|it| it.key = Key::Open(marks.clone())),
        false,
    );
    let flags: Vec<_> = (sheet.sayso.iter())
        .map(|&(span, of)| Marking { span, of, reason: String::new(), stance: Stance::Open })
        .collect();
    let begin = StoredValue::new(flags);
    view! {
        <p class="row">
            <button type="button" class="button" on:click=move |_| desk.set_marks(begin.get_value())>
                {format!("Begin with Sayso’s flags ({})", sheet.sayso.len())}
            </button>
        </p>
        <div class="desk">
            <div class="page">{marking::article(desk)}</div>
            <div class="desk__panel">{palette::palette(desk)} {palette::my_marks(desk, "Marks of the key")}</div>
        </div>
        <p class="hint" id="desk-help">"Drag over words, or tap the first and then the last; then choose a rule."</p>
    }
    .into_any()
}

/// The link and the file.
fn out(draft: Draft) -> AnyView {
    let made = RwSignal::new(None::<Lesson>);
    let said = RwSignal::new("");
    let make = move |_| {
        let mut lesson = draft.with_untracked(Clone::clone);
        if lesson.title.trim().is_empty() {
            lesson.title = "A lesson".to_owned();
        }
        if lesson.traits.is_empty() {
            return said.set("Choose at least one thing to look for.");
        }
        if let Err(why) = Sheet::of("", lesson.clone(), true) {
            return said.set(refusal(why));
        }
        said.set("");
        let passphrase = draft.passphrase.get_untracked();
        match lesson.key.clone() {
            Key::Open(marks) if marks.is_empty() => lesson.key = Key::None,
            Key::Open(marks) if !passphrase.is_empty() => {
                said.set("Sealing…");
                return js_sys::futures::spawn_local(async move {
                    let sealed = key_lock::seal(&marks, &passphrase).await;
                    let _ =
                        said.try_set(if sealed.is_some() { "" } else { "This browser seals nothing on this page." });
                    if let Some(sealed) = sealed {
                        let _ = made.try_set(Some(Lesson { key: Key::Sealed(sealed), ..lesson }));
                    }
                });
            }
            _ => {}
        }
        made.set(Some(lesson));
    };
    view! {
        <fieldset>
            <legend>"Hand it out"</legend>
            <p class="row">
                <button type="button" class="button button--main" on:click=make>"Make the lesson"</button>
            </p>
            <p role="status">{move || said.get()}</p>
            {move || made.get().map(handed)}
        </fieldset>
    }
    .into_any()
}

fn handed(lesson: Lesson) -> AnyView {
    let code = lesson.write();
    let link = StoredValue::new(shown_link(&lesson));
    let carries = match lesson.story {
        Story::Library(_) => "The link names the article, which comes with Sayso.",
        Story::Text(_) => "The link holds the whole article: anyone you send it through can read it.",
    };
    let file = format!("A lesson for Sayso. Open it on the screen “Lessons”.\n{code}\n");
    let name = format!("{}.sayso", lesson.title.to_lowercase().replace(|it: char| !it.is_alphanumeric(), "-"));
    view! {
        <div class="out">
            <label class="field">
                {format!("Link, {} characters", link.with_value(String::len))}
                <textarea class="code" rows="3" readonly prop:value=link.get_value()></textarea>
            </label>
            <p class="hint">{carries}</p>
            <p class="row">
                {files::copy_button("Copy the link", move || link.get_value())}
                <button type="button" class="button" on:click=move |_| files::save(&name, &file)>"Save as a file"</button>
                <a class="button" href=format!("#/lesson/{code}")>"See it as a student"</a>
                <a class="button" href=format!("#/lesson/{code}/print")>"Print it"</a>
            </p>
        </div>
    }
    .into_any()
}
