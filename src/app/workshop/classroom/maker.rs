//! The workshop of a teacher: a lesson from an article, rules, questions and a key.

use std::cell::RefCell;

use leptos::prelude::*;

use super::super::share::{TRAVELS, page_address, qr};
use super::draft::{Draft, Lack, usual_title};
use super::kept::clash;
use super::lessons::link_to;
use super::sheet::Sheet;
use super::{arrive, files, given, key_lock, maker_form, maker_key, refusal};
use crate::app::reading::{after_drawing, focus};
use crate::lesson::{Key, Lesson, Reveal, Story};

pub(super) fn screen(given: Option<Lesson>) -> AnyView {
    arrive("Make a lesson");
    let draft = Draft::begin(given);
    // The fields are drawn anew when all of them change at once.
    let round = RwSignal::new(0);
    let start = move |with: &dyn Fn(Draft)| {
        with(draft);
        round.update(|it| *it += 1);
        after_drawing(|| focus("#main"));
    };
    view! {
        <main class="start wide maker" id="main" tabindex="-1">
            <h1 class="start__title">"Make a lesson"</h1>
            <p class="start__lead">"Choose an article and what to look for, then make the link. The rest can wait."</p>
            <p class="hint">
                {move || (draft.trouble().is_none() && draft.is_text_kept()).then_some("Kept on this device as you go. ")}
                <Show when=move || draft.is_begun()>
                    <button type="button" class="link" on:click=move |_| start(&Draft::restart)>"Begin afresh"</button>
                </Show>
                {move || ways_back(draft, move |at| start(&move |draft| draft.bring_back(at)))}
            </p>
            {move || unkept(draft.unkept())}
            {clash(move || draft.trouble(), CLASH, move || draft.keep_mine())}
            {move || {
                round.track();
                fields(draft)
            }}
        </main>
    }
    .into_any()
}

/// A button for each that was put aside; by name where there are several.
fn ways_back(draft: Draft, bring_back: impl Fn(usize) + Copy + Send + 'static) -> AnyView {
    let all = draft.aside();
    let way = |(at, name): &(usize, String)| {
        let at = *at;
        let before = all.iter().filter(|it| it.0 < at && it.1 == *name).count();
        let words = match (all.len(), before) {
            (1, _) => "Bring back what was here".to_owned(),
            (_, 0) => format!("Bring back “{name}”"),
            _ => format!("Bring back “{name}” ({})", before + 1),
        };
        view! { " " <button type="button" class="link" on:click=move |_| bring_back(at)>{words}</button> }
    };
    all.iter().map(way).collect_view().into_any()
}

/// Says what will be lost of what was put aside.
fn unkept(count: usize) -> Option<AnyView> {
    let words = match count {
        0 => return None,
        1 => "One that you put aside has no room here any more: closing the tab loses it. Bring it back and save it."
            .to_owned(),
        _ => format!(
            "{count} that you put aside have no room here any more: closing the tab loses them. Bring them back and save them."
        ),
    };
    Some(view! { <p class="clash" role="status">{words}</p> }.into_any())
}

const CLASH: [&str; 3] = [
    "Another tab has a lesson in the making, and that is still there. What you do here is not kept.",
    "This browser keeps nothing for this page. Make the lesson and save it before you close the tab.",
    "This browser has no more room. Make the lesson and save it before you close the tab.",
];

fn fields(draft: Draft) -> AnyView {
    let has_more = draft.with_untracked(|it| {
        let is_plain = it.questions.is_empty() && it.hints.is_empty() && it.reveal == Reveal::AtOnce && it.with_sayso;
        !is_plain || it.key != Key::None
    });
    view! {
        {maker_form::article(draft)}
        {maker_form::rules(draft)}
        <details class="maker__more" open=has_more>
            <summary>"More, if you like: questions, hints, the reveal, a key of your own"</summary>
            {maker_form::questions(draft)}
            {maker_form::reveal(draft)}
            {maker_key::field(draft)}
        </details>
        {out(draft)}
    }
    .into_any()
}

/// Returns what keeps the lesson from being given, and where it is mended.
fn lack(lesson: &Lesson) -> Option<Lack> {
    match &lesson.story {
        Story::Text(text) if text.trim().is_empty() => Some(Lack::Article("Put an article into the box first.")),
        _ if lesson.traits.is_empty() => Some(Lack::Rules("Choose at least one thing to look for.")),
        _ => Sheet::of("", lesson.clone(), true).err().map(|it| Lack::Article(refusal(it))),
    }
}

/// The lesson as it is given, and how many marks of the key are not in it; or what it lacks.
fn whole(draft: Draft) -> Result<(Lesson, usize), Lack> {
    let mut lesson = draft.with_untracked(Clone::clone);
    if let Some(lack) = lack(&lesson) {
        return Err(lack);
    }
    if lesson.title.trim().is_empty() {
        lesson.title = usual_title(&lesson.story);
    }
    let marks = |lesson: &Lesson| if let Key::Open(marks) = &lesson.key { marks.len() } else { 0 };
    let before = marks(&lesson);
    lesson.tidy_key();
    let left = before - marks(&lesson);
    Ok((lesson, left))
}

/// Takes the link away as soon as the lesson is another: it would be sent by mistake.
fn take_back(draft: Draft, made: RwSignal<Option<Lesson>>, said: RwSignal<String>) {
    Effect::watch(
        move || (draft.with(Clone::clone), draft.passphrase.get()),
        move |_, _, _| {
            draft.lack.set(None);
            if made.try_update(Option::take).flatten().is_some() {
                LAST.set(None);
                said.set("You have changed the lesson since. Make it again.".to_owned());
            }
        },
        false,
    );
    Effect::new(move || {
        if draft.lack.get().is_none() && said.with_untracked(|it| it == MISSING) {
            said.set(String::new());
        }
    });
}

const MISSING: &str = "Something is missing: see above.";
const MADE: &str = "Here is your lesson: send the link, or the file, to your class.";

thread_local! {
    /// The lesson that was made last, behind the draft it was made from: who has looked at it as a student finds it
    /// again.
    static LAST: RefCell<Option<(String, Lesson)>> = const { RefCell::new(None) };
}

/// What is said of a lesson that is made.
fn told(left: usize) -> String {
    match left {
        0 => MADE.to_owned(),
        1 => format!("{MADE} One mark of the key is not in it: its rule is not among what to look for."),
        _ => format!("{MADE} {left} marks of the key are not in it: their rules are not among what to look for."),
    }
}

/// The link and the file.
fn out(draft: Draft) -> AnyView {
    let code = untrack(|| draft.code());
    let made = RwSignal::new(LAST.with_borrow(|it| it.clone().filter(|it| it.0 == code).map(|it| it.1)));
    let said = RwSignal::new(if made.with_untracked(Option::is_some) { MADE.to_owned() } else { String::new() });
    let hand_out = move |lesson: Lesson, left: usize| {
        // Not where the screen was left meanwhile.
        if said.try_set(told(left)).is_none() {
            LAST.set(Some((untrack(|| draft.code()), lesson.clone())));
            made.set(Some(lesson));
        }
    };
    let make = move |_| {
        let (mut lesson, left) = match whole(draft) {
            Ok(whole) => whole,
            Err(lack) => {
                said.set(MISSING.to_owned());
                draft.lack.set(Some(lack));
                return after_drawing(move || focus(lack.place()));
            }
        };
        let passphrase = draft.passphrase.get_untracked();
        match lesson.key.clone() {
            Key::Open(marks) if marks.is_empty() => lesson.key = Key::None,
            Key::Open(marks) if !passphrase.is_empty() => {
                said.set("Sealing…".to_owned());
                return js_sys::futures::spawn_local(async move {
                    match key_lock::seal(&marks, &passphrase).await {
                        Some(sealed) => hand_out(Lesson { key: Key::Sealed(sealed), ..lesson }, left),
                        None => drop(said.try_set("This browser seals nothing on this page.".to_owned())),
                    }
                });
            }
            _ => {}
        }
        hand_out(lesson, left);
    };
    take_back(draft, made, said);
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
    let kept = given::keep(&lesson)
        .then_some(" It is kept in this browser, too, so that the slips of your class find it here.");
    let link = StoredValue::new(link_to(&code));
    let length = link.with_value(String::len);
    let carries = match lesson.story {
        Story::Library(_) => "The link names the article, which comes with Sayso.",
        Story::Text(_) => "The link holds the whole article: anyone you send it through can read it.",
    };
    let caution = match page_address() {
        None => " This page was opened from a disk, so the link works on this device only: give the file.",
        Some(_) if length > TRAVELS => " Some chats and mail programs cut links this long: the file is safer.",
        Some(_) => "",
    };
    view! {
        <div class="out">
            <label class="field">
                {format!("Link, {length} characters")}
                <textarea class="code" rows="3" readonly prop:value=link.get_value()></textarea>
            </label>
            <p class="hint">{carries} {caution} {kept}</p>
            <p class="row">
                {files::copy_button("Copy the link", move || link.get_value())}
                <button type="button" class="button" on:click=move |_| files::save_lesson(&lesson)>"Save as a file"</button>
                <a class="button" href=format!("#/lesson/{code}")>"See it as a student"</a>
                <a class="button" href=format!("#/lesson/{code}/print")>"Print it"</a>
            </p>
            {page_address().map(|_| link.with_value(|it| qr(it)))}
        </div>
    }
    .into_any()
}
