//! The parts of a class's picture: heat, agreement, what to talk about, who marked what.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::board::{Board, Seen};
use super::{about, in_percent};
use crate::lesson::{Contested, Entry, Fate, TraitRow};
use crate::text::Span;

pub(super) fn picture(board: Board, seen: &Arc<Seen>) -> AnyView {
    let people = seen.picture.people;
    let copies = match seen.class.copies {
        0 => String::new(),
        1 => " One slip was there twice, or handed in again; the newest counts.".to_owned(),
        many => format!(" {many} slips were there twice, or handed in again; the newest of each counts."),
    };
    let title = seen.sheet.lesson.title.clone();
    view! {
        <p class="class__count" role="status">{format!("{people} slips on “{title}”.{copies}")}</p>
        {contested(seen)}
        {heat(seen)}
        {agreement(seen)}
        {answers(seen)}
        {students(board, seen)}
    }
    .into_any()
}

fn contested(seen: &Arc<Seen>) -> AnyView {
    if seen.picture.contested.is_empty() {
        return ().into_any();
    }
    let people = seen.picture.people;
    let entry = |it: &Contested| {
        let names = it.names.iter().map(|(of, count)| format!("{count} {}", about(*of).name));
        let names: Vec<_> = names.chain((it.unmarked > 0).then(|| format!("{} left it", it.unmarked))).collect();
        view! {
            <li><q>{seen.sheet.quote(it.span)}</q> <p class="hint">{format!("Of {people}: {}", names.join(", "))}</p></li>
        }
    };
    view! {
        <section aria-labelledby="contested-title">
            <h2 id="contested-title">"To talk about"</h2>
            <p class="hint">"The phrases you are most divided over. Who would defend which view?"</p>
            <ol class="contested">{seen.picture.contested.iter().map(entry).collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// The article, darker where more of the class marked it.
fn heat(seen: &Arc<Seen>) -> AnyView {
    let told = RwSignal::new("Choose a marked place to see who marked it as what.".to_owned());
    let click = {
        let seen = seen.clone();
        move |event: leptos::ev::MouseEvent| {
            let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
            let word =
                target.and_then(|it| it.closest("[data-h]").ok().flatten()).and_then(|it| it.get_attribute("data-h"));
            if let Some(word) = word.and_then(|it| it.parse::<usize>().ok()) {
                told.set(tell(&seen, word));
            }
        }
    };
    let blocks = seen.sheet.blocks.iter().map(|it| view! { <p>{block(seen, it.1)}</p> }).collect_view();
    view! {
        <section aria-labelledby="heat-title">
            <h2 id="heat-title">"Where you marked"</h2>
            <p class="hint" role="status">{move || told.get()}</p>
            <div class="class__text" on:click=click>{blocks}</div>
        </section>
    }
    .into_any()
}

fn block(seen: &Seen, span: Span) -> Vec<AnyView> {
    let words = seen.sheet.words.within(span);
    let heat = &seen.picture.heat;
    let text = &seen.sheet.text;
    let mut views = Vec::new();
    let (mut at, mut from) = (span.start(), words.start);
    while from < words.end {
        let to = (from..words.end).find(|&it| heat[it] != heat[from]).unwrap_or(words.end);
        let Some(run) = seen.sheet.words.cover(from..to) else { break };
        views.push(text[at..run.start()].to_owned().into_any());
        let shown = text[run.range()].to_owned();
        views.push(if heat[from] == 0 {
            shown.into_any()
        } else {
            let level = (heat[from] * 4).div_ceil(seen.picture.people.max(1)).clamp(1, 4);
            let said = format!(" ({} of {}) ", heat[from], seen.picture.people);
            let title = format!("{} of {}", heat[from], seen.picture.people);
            view! {
                <mark class=format!("heat heat--{level}") data-h=from.to_string() title=title>{shown}</mark>
                <span class="unseen">{said}</span>
            }
            .into_any()
        });
        (at, from) = (run.end(), to);
    }
    views.push(text[at..span.end()].to_owned().into_any());
    views
}

fn tell(seen: &Seen, word: usize) -> String {
    let rows = seen.picture.rows.iter().filter(|it| it.heat[word] > 0);
    let names: Vec<_> = rows.map(|it| format!("{} {}", it.heat[word], about(it.of).name)).collect();
    let words = &seen.sheet.text[seen.sheet.words.span(word).range()];
    format!("“{words}”: {} of {} marked it: {}.", seen.picture.heat[word], seen.picture.people, names.join(", "))
}

fn agreement(seen: &Arc<Seen>) -> AnyView {
    let part = |it: Option<f64>| it.map_or("–".to_owned(), in_percent);
    let row = |it: &TraitRow| {
        let alpha = it.alpha.map_or("–".to_owned(), |it| format!("{it:.2}"));
        view! {
            <tr>
                <th scope="row">{about(it.of).name}</th>
                <td>{it.marks}</td>
                <td>{it.people}</td>
                <td>{part(it.marked_words)}</td>
                <td>{part(it.all_words)}</td>
                <td>{alpha}</td>
                <td>{meaning(it.alpha)}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="agreement-title">
            <h2 id="agreement-title">"How far you agree"</h2>
            <div class="class__scroll" tabindex="0" role="region" aria-label="Table of agreement">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Rule"</th>
                            <th scope="col">"Marks"</th>
                            <th scope="col">"Students"</th>
                            <th scope="col">"Pairs that agree, on marked words"</th>
                            <th scope="col">"on all words"</th>
                            <th scope="col">"Alpha"</th>
                            <th scope="col">"That is"</th>
                        </tr>
                    </thead>
                    <tbody>{seen.picture.rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <p class="hint">
                "Alpha is Krippendorff’s: how far pairs agree beyond what chance would give, 1 being always and 0 as by chance. "
                "Low is no bad mark: it shows what there is to talk about."
            </p>
        </section>
    }
    .into_any()
}

/// One line on what an alpha means; .667 and .8 are Krippendorff's own borders (2004).
fn meaning(alpha: Option<f64>) -> &'static str {
    match alpha {
        None => "nothing to compare",
        Some(it) if it >= 0.8 => "you see the same",
        Some(it) if it >= 0.667 => "you mostly see the same",
        Some(it) if it >= 0.2 => "you agree in part: talk about it",
        Some(it) if it > 0.0 => "hardly more than by chance",
        Some(_) => "no more than by chance",
    }
}

/// Each question, with every answer under it, in the order of the slips.
fn answers(seen: &Arc<Seen>) -> AnyView {
    let mut questions: Vec<(&str, Vec<&str>)> = Vec::new();
    for (question, answer) in seen.class.counted().flat_map(|it| &it.slip.answers) {
        if answer.trim().is_empty() {
            continue;
        }
        match questions.iter_mut().find(|it| it.0 == question) {
            Some((_, answers)) => answers.push(answer),
            None => questions.push((question, vec![answer])),
        }
    }
    if questions.is_empty() {
        return ().into_any();
    }
    let entry = |(question, answers): (&str, Vec<&str>)| {
        let answers = answers.into_iter().map(|it| view! { <dd>{it.to_owned()}</dd> }).collect_view();
        view! { <dt>{question.to_owned()}</dt>{answers} }
    };
    view! {
        <section aria-labelledby="answers-title">
            <h2 id="answers-title">"Answers"</h2>
            <dl class="answers">{questions.into_iter().map(entry).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// Who marked what; by number, unless nicknames are asked for.
fn students(board: Board, seen: &Arc<Seen>) -> AnyView {
    let agreements = seen.class.agreements(&seen.sheet.words);
    let row = {
        let seen = seen.clone();
        move |(number, it): (usize, &Entry)| {
            let nickname = it.slip.nickname.clone();
            let name = move || match board.with_names.get() && !nickname.is_empty() {
                true => nickname.clone(),
                false => format!("Student {number}"),
            };
            let fate = match it.fate {
                Fate::Fits => String::new(),
                Fate::Moved { lost: 0 } => "made on another version; every mark was found again".to_owned(),
                Fate::Moved { lost } => format!("made on another version; {lost} marks were not found again"),
                Fate::Unmatched => "made on another text: does not count".to_owned(),
            };
            let marks = it.marks.iter().map(|mark| format!("{}: “{}”", about(mark.1).name, seen.sheet.quote(mark.0)));
            let agreement = agreements.get(&it.slip.id).filter(|_| it.fate != Fate::Unmatched);
            let agreement = agreement.map(|it| in_percent(*it)).unwrap_or_default();
            view! {
                <tr>
                    <th scope="row">{name}</th>
                    <td>{marks.collect::<Vec<_>>().join("; ")}</td>
                    <td>{agreement}</td>
                    <td>{fate}</td>
                </tr>
            }
        }
    };
    view! {
        <details class="students">
            <summary>"Who marked what"</summary>
            <div class="class__scroll" tabindex="0" role="region" aria-label="Table of students">
                <table>
                    <thead>
                        <tr><th scope="col">"Student"</th><th scope="col">"Marks"</th><th scope="col">"Agrees with the others"</th><th scope="col">"Note"</th></tr>
                    </thead>
                    <tbody>{(1..).zip(&seen.class.entries).map(row).collect_view()}</tbody>
                </table>
            </div>
        </details>
    }
    .into_any()
}
