//! Lessons: the list, a lesson as a student meets it, and the page for the teacher.

use leptos::prelude::*;

use super::super::choice;
use super::super::choice::page;
use super::super::share::{counted, page_address, qr};
use super::kept::Works;
use super::reveal::shown;
use super::sheet::{Sheet, find_ready};
use super::{about, arrive, files, given, maker, paper, refusal, trouble};
use crate::lesson::{Key, Lesson, Ready, Reveal, ready};
use crate::library;

pub(in super::super) fn screen(rest: &[&str]) -> AnyView {
    match rest {
        [] => list(),
        ["new"] => maker::screen(None),
        [name, "guide"] => match find_ready(name) {
            Some(ready) => guide(&ready),
            None => trouble("There is no such guide", "Only the lessons that come with Sayso have one."),
        },
        [name, "edit"] => match Sheet::open(name) {
            Ok(sheet) => change(&sheet),
            Err(why) => trouble("This lesson cannot be opened", refusal(why)),
        },
        [name, "print"] => match Sheet::open(name) {
            Ok(sheet) => paper::screen(sheet),
            Err(why) => trouble("This cannot be printed", refusal(why)),
        },
        [name, ..] => match Sheet::open(name) {
            Ok(sheet) => intro(&sheet),
            Err(why) => trouble("This lesson cannot be opened", refusal(why)),
        },
    }
}

/// Whether the key is shown without being asked for: not of a lesson that somebody else made,
/// before its marks are revealed.
pub(super) fn is_key_shown(sheet: &Sheet) -> bool {
    let is_revealed = || Works::begin().load(&sheet.origin).is_some_and(|it| !it.attempts.is_empty());
    sheet.open_key().is_empty()
        || find_ready(&sheet.name).is_some()
        || given::is_made_here(&sheet.lesson)
        || is_revealed()
}

/// What shows the key to whoever says that it is theirs to see.
pub(super) const SHOW_KEY: &str = "I am the teacher: show the key";

/// The workshop of a lesson, which shows its key.
fn change(sheet: &Sheet) -> AnyView {
    let lesson = sheet.lesson.clone();
    if is_key_shown(sheet) {
        return maker::screen(Some(lesson));
    }
    arrive("This lesson has a key");
    let is_asked = RwSignal::new(false);
    let practise = format!("#/practise/{}", sheet.name);
    (move || match is_asked.get() {
        true => maker::screen(Some(lesson.clone())),
        false => view! {
            <main class="start" id="main" tabindex="-1">
                <h1 class="start__title">"This lesson has a key"</h1>
                <p>
                    "To change the lesson is to see how its maker has marked the article. "
                    "If you are to mark it, do that first: you see the key at the reveal."
                </p>
                <p class="row">
                    <a class="button button--main" href=practise.clone()>"Mark the article"</a>
                    <button type="button" class="button" on:click=move |_| is_asked.set(true)>{SHOW_KEY}</button>
                </p>
            </main>
        }
        .into_any(),
    })
    .into_any()
}

/// The way to hand out a lesson that is ready: a page that was opened from a disk has no link to give.
fn hand_out(it: &Ready) -> AnyView {
    let name = it.name;
    if page_address().is_some() {
        return files::copy_button("Copy the link for your class", move || link_to(name));
    }
    let lesson = it.lesson.clone();
    view! {
        <button type="button" class="button" on:click=move |_| files::save_lesson(&lesson)>"Save it as a file for your class"</button>
    }
    .into_any()
}

/// Returns the address that opens a lesson on any device, by its name in addresses.
pub(super) fn link_to(name: &str) -> String {
    format!("{}#/lesson/{name}", page())
}

fn list() -> AnyView {
    arrive("Lessons");
    let entry = |it: Ready| {
        let article = library::find(it.article).map_or("", |it| it.title);
        let to = |way: &str| format!("#/lesson/{}{way}", it.name);
        view! {
            <li>
                <a href=to("")>{it.lesson.title.clone()}</a>
                <p>{it.aim} " Article: " {article} "."</p>
                <span class="lessons__ways">
                    <a href=to("/guide")>"Guide for the teacher"</a>
                    <a href=to("/edit")>"Change it"</a>
                    <a href=to("/print")>"Print it"</a>
                    {hand_out(&it)}
                </span>
            </li>
        }
        .into_any()
    };
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">"Lessons"</h1>
            <p class="start__lead">
                "Your students mark an article first; then they see what Sayso flagged and you marked, and talk about where they differ. "
                "No accounts, no names, nothing is uploaded."
            </p>
            <ol class="steps">
                <li>{if page_address().is_some() { "Copy the link of a lesson below" } else { "Save a lesson below as a file" }} ", or make one, and send it to your class."</li>
                <li>"Your students mark, and hand you their slips: small files, or codes."</li>
                <li>"Open all the slips at once, and look at them together."</li>
            </ol>
            <p class="row">
                <a class="button button--main" href="#/lesson/new">"Make a lesson"</a>
                <a class="button" href="#/class">"Look at the slips of a class"</a>
            </p>
            <h2>"Six lessons that are ready"</h2>
            <ul class="lessons" aria-label="Ready lessons">{ready().into_iter().map(entry).collect_view()}</ul>
            <h2>"Open a lesson you were given"</h2>
            {open_file()}
        </main>
    }
    .into_any()
}

/// Takes a lesson from a file, and goes to it by its address.
fn open_file() -> AnyView {
    let said = RwSignal::new("");
    let chosen = move |event: leptos::ev::Event| {
        files::read(&event, move |read| {
            let Some(file) = read.into_iter().next() else { return };
            match file.content.and_then(|it| Lesson::find(&it)) {
                Ok(lesson) => choice::go(&format!("#/lesson/{}", lesson.write())),
                Err(why) => drop(said.try_set(refusal(why))),
            }
        });
    };
    view! {
        <label class="field">"Lesson file (.sayso)" <input type="file" accept=".sayso,.txt" on:change=chosen /></label>
        <p role="status">{move || said.get()}</p>
    }
    .into_any()
}

/// What a student sees who opens the link.
fn intro(sheet: &Sheet) -> AnyView {
    arrive(&sheet.lesson.title);
    let lesson = &sheet.lesson;
    given::remember(lesson);
    let rules = lesson.traits.iter().map(|it| about(*it).name).collect::<Vec<_>>().join("; ");
    let shown = shown(lesson);
    let reveal = match lesson.reveal {
        Reveal::AtOnce => format!("You may look at {shown} whenever you like."),
        Reveal::After(marks) => {
            format!("Once you have made {} of your own, you may see {shown}.", counted(marks as usize, "mark"))
        }
        Reveal::Never => format!("Your class looks together at {shown}."),
    };
    let key = match lesson.key {
        Key::None => "",
        Key::Open(_) => " This lesson has a key.",
        Key::Sealed(_) => " This lesson has a key, under a passphrase.",
    };
    let to = |way: &str| format!("#/lesson/{}{way}", sheet.name);
    let has_guide = find_ready(&sheet.name).is_some();
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">{lesson.title.clone()}</h1>
            <p class="start__lead">{lesson.instructions.clone()}</p>
            <p>"You mark: " {rules} "."</p>
            <p>{reveal} {key}</p>
            {sheet.note.map(|it| view! { <p class="hint">{it}</p> })}
            <p class="row">
                <a class="button button--main" href=format!("#/practise/{}", sheet.name)>"Start"</a>
            </p>
            <p class="start__privacy lessons__ways">
                "For teachers: "
                {has_guide.then(|| view! { <a href=to("/guide")>"Guide"</a> })}
                <a href=to("/edit")>"Change it"</a>
                <a href=to("/print")>"Print it"</a>
                <a href="#/lesson">"All lessons"</a>
                <a href="#/class">"Slips of a class"</a>
            </p>
        </main>
    }
    .into_any()
}

fn guide(ready: &Ready) -> AnyView {
    arrive(&format!("Guide: {}", ready.lesson.title));
    let steps = |steps: &[&'static str]| steps.iter().map(|it| view! { <li>{*it}</li> }).collect_view();
    let article = library::find(ready.article).map_or("", |it| it.title);
    let questions = ready.lesson.questions.iter().map(|it| view! { <li>{it.clone()}</li> }).collect_view();
    let name = ready.name;
    view! {
        <main class="start guide" id="main" tabindex="-1">
            <h1 class="start__title">{ready.lesson.title.clone()}</h1>
            <p class="start__lead">{ready.aim}</p>
            <p>"Article: " <a href=format!("#/read/{}", ready.article)>{article}</a></p>
            <p class="row no-print">
                <a class="button button--main" href=format!("#/lesson/{name}")>"See it as a student"</a>
                {hand_out(ready)}
                <a class="button" href=format!("#/lesson/{name}/print")>"Print it"</a>
            </p>
            {page_address().map(|_| view! {
                <details class="no-print">
                    <summary>"The link as a QR code, for the wall"</summary>
                    {qr(&link_to(name))}
                </details>
            })}
            <h2>"In 20 minutes"</h2>
            <ol>{steps(&ready.short)}</ol>
            <h2>"In 45 minutes"</h2>
            <ol>{steps(&ready.long)}</ol>
            <h2>"Questions on the sheet"</h2>
            <ul class="guide__list">{questions}</ul>
            <h2>"To talk about"</h2>
            <ul class="guide__list">{steps(&ready.discuss)}</ul>
            <h2>"What to expect"</h2>
            <p>{ready.expect}</p>
        </main>
    }
    .into_any()
}
