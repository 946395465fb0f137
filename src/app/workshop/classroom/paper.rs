//! Worksheet, key and answer slip, for paper: black on white, A4 and Letter.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::share::{counted, page_address, qr_code};
use super::lessons::{SHOW_KEY, is_key_shown};
use super::sheet::Sheet;
use super::{about, arrive, key_lock};
use crate::app::announcer::Announcer;
use crate::app::reading::{after_drawing, focus};
use crate::lesson::{Key, Line, Marking, lines};
use crate::text::Span;
use crate::traits::TraitId;

/// Characters of a printed line: with margins of 20 mm, lines of 11 pt fit A4 and Letter.
const WIDE: usize = 76;

/// The same beside a margin to write in.
const NARROW: usize = 54;

/// Empty lines under a question.
const ANSWER: usize = 3;

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Choice {
    numbers: bool,
    margin: bool,
    legend: bool,
    questions: bool,
    versions: bool,
    slip: bool,
    key: bool,
}

/// Which places a worksheet shows already marked, as examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Version {
    Bare,
    /// Every other place, beginning with the first; places that overlap stay together.
    A,
    /// The rest.
    B,
    Key,
}

/// A sheet as it is printed: the lesson, its key once that can be read, and what was chosen.
struct Print<'s> {
    sheet: &'s Sheet,
    choice: Choice,
    ruled: Ruled,
    /// Where the lesson is on a screen; `None` where a code would not do.
    link: Option<String>,
    is_teachers: bool,
}

/// Draws the choices and, below them, the sheets as they will be printed.
pub(super) fn screen(sheet: Arc<Sheet>) -> AnyView {
    arrive(&format!("Print: {}", sheet.lesson.title));
    let choice = RwSignal::new(Choice {
        numbers: true,
        margin: true,
        legend: true,
        questions: true,
        versions: false,
        slip: true,
        // A student may have come here, too.
        key: false,
    });
    let key = RwSignal::new(if is_key_shown(&sheet) { sheet.open_key() } else { Vec::new() });
    let lesson = format!("#/lesson/{}", sheet.name);
    view! {
        <main class="start wide" id="main" tabindex="-1">
            <div class="no-print">
                <h1 class="start__title">"Print"</h1>
                <p><a href=lesson>{sheet.lesson.title.clone()}</a></p>
                {options(choice)}
                {sealed(&sheet, key)}
                {open_key(&sheet, key)}
                <p class="row">
                    <button
                        type="button"
                        class="button button--main"
                        on:click=move |_| {
                            // A browser that prints nothing says so by itself.
                            let _ = window().print();
                        }
                    >
                        "Print these sheets"
                    </button>
                </p>
            </div>
            {move || sheets(&sheet, choice.get(), &key.get())}
        </main>
    }
    .into_any()
}

/// What is said of a key that anybody can see; where somebody else made the lesson, it waits to be asked for.
fn open_key(sheet: &Sheet, key: RwSignal<Vec<Marking>>) -> Option<AnyView> {
    let marks = sheet.open_key();
    let waits = move || key.with(Vec::is_empty);
    (!marks.is_empty()).then(|| {
        view! {
            <p class="hint">
                "The key of this lesson is not sealed: students who have the link can print it, too. "
                "A passphrase seals it, where you change the lesson."
            </p>
            <Show when=waits>
                <p>
                    <button type="button" class="button" on:click={
                        let marks = marks.clone();
                        move |_| key.set(marks.clone())
                    }>{SHOW_KEY}</button>
                </p>
            </Show>
        }
        .into_any()
    })
}

fn options(choice: RwSignal<Choice>) -> AnyView {
    let switch = move |name: &'static str, get: fn(&mut Choice) -> &mut bool| {
        view! {
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || *get(&mut choice.get())
                    on:change=move |_| choice.update(|it| { let at = get(it); *at = !*at; })
                />
                {name}
            </label>
        }
    };
    view! {
        <div class="sheet-options" id="print-options" tabindex="-1" role="group" aria-label="What to print">
            {switch("Numbers before the lines", |it| &mut it.numbers)}
            {switch("A wide margin to write in", |it| &mut it.margin)}
            {switch("What to look for, explained", |it| &mut it.legend)}
            {switch("Questions, with lines to write on", |it| &mut it.questions)}
            {switch("Two versions, A and B: each shows other places already marked", |it| &mut it.versions)}
            {switch("An answer slip", |it| &mut it.slip)}
            {switch("The key, on a sheet of its own", |it| &mut it.key)}
        </div>
    }
    .into_any()
}

/// A sealed key has to be opened before it can be printed.
fn sealed(sheet: &Sheet, key: RwSignal<Vec<Marking>>) -> impl Fn() -> Option<AnyView> + use<> {
    let announcer = Announcer::expect();
    let sealed = if let Key::Sealed(bytes) = &sheet.lesson.key { Some(bytes.clone()) } else { None };
    move || {
        let sealed = sealed.clone().filter(|_| key.with(Vec::is_empty))?;
        Some(key_lock::opener(sealed, move |marks| {
            announcer.say(format!("The key is open. It has {}.", counted(marks.len(), "mark")));
            key.set(marks);
            // The form goes with the seal.
            after_drawing(|| focus("#print-options"));
        }))
    }
}

/// The article in lines of one width, and the places of the key.
struct Ruled {
    lines: Vec<Line>,
    places: Vec<(Span, TraitId)>,
}

fn sheets(sheet: &Sheet, choice: Choice, key: &[Marking]) -> AnyView {
    let width = if choice.margin { NARROW } else { WIDE };
    let key = sheet.fitting(key.to_vec());
    let is_teachers = !key.is_empty();
    let teachers = key.into_iter().map(|it| (it.span, it.of)).collect();
    let places = if is_teachers { teachers } else { sheet.sayso.clone() };
    let article = lines(&sheet.text, width).into_iter().filter(|it| !sheet.is_furniture(it.span));
    let ruled = Ruled { lines: (1..).zip(article).map(|(number, it)| Line { number, ..it }).collect(), places };
    let link = page_address().map(|page| format!("{page}#/lesson/{}", sheet.name));
    let print = Print { sheet, choice, ruled, link, is_teachers };
    let versions: &[Version] = if choice.versions { &[Version::A, Version::B] } else { &[Version::Bare] };
    let mut sheets: Vec<AnyView> = versions.iter().map(|&it| worksheet(&print, it)).collect();
    if choice.slip {
        sheets.push(slip(sheet));
    }
    if choice.key {
        sheets.push(answers(&print));
    }
    sheets.into_any()
}

fn worksheet(print: &Print<'_>, version: Version) -> AnyView {
    let Print { sheet, choice, .. } = print;
    let title = match version {
        Version::A => format!("{} · A", sheet.lesson.title),
        Version::B => format!("{} · B", sheet.lesson.title),
        _ => sheet.lesson.title.clone(),
    };
    let label = format!("Worksheet: {title}");
    view! {
        <section class="paper" class:paper--margin=choice.margin aria-label=label>
            <p class="paper__head"><span>"Name or nickname ______________________"</span><span>"Date ______________"</span></p>
            {print.link.as_deref().and_then(code)}
            <h2>{title}</h2>
            <p>{sheet.lesson.instructions.clone()}</p>
            {choice.legend.then(|| legend(sheet))}
            {text(print, version)}
            {sheet.note.map(|it| view! { <p class="hint">{it}</p> })}
            {choice.questions.then(|| questions(sheet))}
        </section>
    }
    .into_any()
}

/// The way from paper to the screen; a long address has finer squares, and needs more room.
fn code(link: &str) -> Option<AnyView> {
    let is_fine = link.len() > 300;
    let drawn = qr_code(link)?;
    Some(
        view! {
            <figure class="paper__code" class:paper__code--fine=is_fine>
                {drawn}
                <figcaption>"Mark it on a screen"</figcaption>
            </figure>
        }
        .into_any(),
    )
}

fn legend(sheet: &Sheet) -> AnyView {
    let rule = |(number, &of): (usize, &TraitId)| {
        view! { <li><strong>{number} " " {about(of).name}</strong> ": " {about(of).explanation.what}</li> }
    };
    view! { <ol class="paper__legend">{(1..).zip(&sheet.lesson.traits).map(rule).collect_view()}</ol> }.into_any()
}

fn questions(sheet: &Sheet) -> AnyView {
    let question = |(number, words): (usize, &String)| {
        let blank = (0..ANSWER).map(|_| view! { <div class="paper__blank"></div> }).collect_view();
        view! { <div class="paper__question"><h3>{format!("{number}. {words}")}</h3>{blank}</div> }
    };
    (1..).zip(&sheet.lesson.questions).map(question).collect_view().into_any()
}

fn text(print: &Print<'_>, version: Version) -> AnyView {
    let Print { sheet, choice, ruled, .. } = print;
    let shown = shown(&ruled.places, version);
    let line = |it: &Line| {
        let number = choice.numbers.then(|| it.number.to_string());
        view! {
            <p class="paper__line" class:opens=it.opens class:paper__headline=sheet.is_headline(it.span)>
                <span>{number}</span>
                <span>{inked(sheet, it.span, &shown)}</span>
            </p>
        }
    };
    let lines = ruled.lines.iter().map(line).collect_view();
    view! { <div class="paper__lines">{lines}</div> }.into_any()
}

/// Returns the places that a version shows.
fn shown(places: &[(Span, TraitId)], version: Version) -> Vec<(Span, TraitId)> {
    let mut places = places.to_vec();
    places.sort_by_key(|it| it.0);
    let (mut turn, mut end) = (0, 0);
    places.retain(|it| {
        turn += usize::from(it.0.start() >= end);
        end = end.max(it.0.end());
        match version {
            Version::Bare => false,
            Version::A => turn % 2 == 1,
            Version::B => turn.is_multiple_of(2),
            Version::Key => true,
        }
    });
    places
}

/// Underlines places, each with the number of its rule behind it.
fn inked(sheet: &Sheet, line: Span, places: &[(Span, TraitId)]) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut at = line.start();
    for &(span, of) in places.iter().filter(|it| it.0.overlaps(line)) {
        // A place inside another is underlined with it, and keeps its number.
        let (start, end) = (span.start().clamp(at, line.end()), span.end().min(line.end()));
        views.push(sheet.text[at..start].to_owned().into_any());
        if start < end {
            views.push(view! { <mark>{sheet.text[start..end].to_owned()}</mark> }.into_any());
        }
        at = end.max(start);
        if span.end() <= line.end() {
            views.push(view! { <sup>{sheet.number_of(of)}</sup> }.into_any());
        }
    }
    views.push(sheet.text[at..line.end()].to_owned().into_any());
    views
}

fn slip(sheet: &Sheet) -> AnyView {
    let row = |_| view! { <tr><td></td><td></td><td></td><td></td></tr> };
    view! {
        <section class="paper" aria-label="Answer slip">
            <p class="paper__head"><span>"Name or nickname (optional) ______________________"</span></p>
            <h2>{format!("Answer slip: {}", sheet.lesson.title)}</h2>
            <table class="paper__slip">
                <thead><tr><th>"Line"</th><th>"First and last word"</th><th>"Rule"</th><th>"Why"</th></tr></thead>
                <tbody>{(0..12).map(row).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn answers(print: &Print<'_>) -> AnyView {
    let Print { sheet, choice, ruled, .. } = print;
    let row = |&(span, of): &(Span, TraitId)| {
        let number = ruled.lines.iter().find(|it| it.span.end() > span.start()).map(|it| it.number);
        view! {
            <tr>
                <td>{number}</td>
                <td>{sheet.quote(span)}</td>
                <td>{sheet.number_of(of)} " " {about(of).name}</td>
            </tr>
        }
    };
    let whose = if print.is_teachers { "As the teacher marks it." } else { "As Sayso flags it." };
    view! {
        <section class="paper" class:paper--margin=choice.margin aria-label="Key">
            <h2>{format!("Key: {}", sheet.lesson.title)}</h2>
            <p>{whose} " Not the only way to read it: let students defend what they found."</p>
            {text(print, Version::Key)}
            <table>
                <thead><tr><th>"Line"</th><th>"Words"</th><th>"Rule"</th></tr></thead>
                <tbody>{ruled.places.iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}
