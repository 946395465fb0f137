//! The parts of a class's picture: agreement, what to talk about, who marked what.

use std::sync::Arc;

use leptos::prelude::*;

use super::board::{Board, Seen};
use super::heat::heat;
use super::{about, in_percent};
use crate::lesson::{Contested, Entry, Fate, TraitRow};
use crate::text::Span;
use crate::traits::TraitId;

/// Whose slips these are, and what became of them.
pub(super) fn told(seen: &Arc<Seen>) -> AnyView {
    let people = seen.picture.people;
    let copies = match seen.class.copies {
        0 => String::new(),
        1 => " One slip was there twice, or handed in again; the newest counts.".to_owned(),
        many => format!(" {many} slips were there twice, or handed in again; the newest of each counts."),
    };
    let title = seen.sheet.lesson.title.clone();
    let count = match people {
        0 => format!("No slip counts on “{title}”."),
        1 => format!("1 slip on “{title}”."),
        _ => format!("{people} slips on “{title}”."),
    };
    view! {
        <p class="class__count" role="status">{count} {copies}</p>
        {strays(seen)}
    }
    .into_any()
}

pub(super) fn picture(board: Board, seen: &Arc<Seen>) -> AnyView {
    view! {
        {contested(board, seen)}
        {heat(board, seen)}
        {agreement(seen)}
        {answers(seen)}
        {students(board, seen)}
    }
    .into_any()
}

/// Slips that were made on another version of the text.
fn strays(seen: &Arc<Seen>) -> AnyView {
    let with = |fates: fn(&Fate) -> bool| seen.class.entries.iter().filter(|it| fates(&it.fate)).count();
    let moved = with(|it| matches!(it, Fate::Moved { .. }));
    let unmatched = with(|it| *it == Fate::Unmatched);
    let more = if seen.picture.people > 0 { " more" } else { "" };
    let told = [
        (moved > 0).then(|| {
            format!("{moved} of them made on another version: their marks were looked up here by their words.")
        }),
        (unmatched > 0)
            .then(|| format!("{unmatched}{more} not matched, and not counted: their marks are not in this text.")),
    ];
    let told: Vec<_> = told.into_iter().flatten().collect();
    if told.is_empty() {
        return ().into_any();
    }
    view! { <p class="hint">{told.join(" ")} " The list at the end says which."</p> }.into_any()
}

fn contested(board: Board, seen: &Arc<Seen>) -> AnyView {
    if seen.picture.contested.is_empty() {
        return ().into_any();
    }
    let entry = |it: &Contested| view! { {called(seen, it)} {reasons(board, seen, it.span)} }.into_any();
    view! {
        <section aria-labelledby="contested-title">
            <h2 id="contested-title">"To talk about"</h2>
            <p class="hint">"The phrases the class is most divided over. Who would defend which view?"</p>
            {phrases(seen, entry)}
        </section>
    }
    .into_any()
}

/// How many called a phrase what.
pub(super) fn called(seen: &Seen, it: &Contested) -> AnyView {
    let people = seen.picture.people;
    let names = it.names.iter().map(|(of, count)| format!("{count} of {people} marked it “{}”", about(*of).name));
    let names: Vec<_> = names.chain((it.unmarked > 0).then(|| format!("{} left it out", it.unmarked))).collect();
    view! { <p class="hint">{names.join(", ")}</p> }.into_any()
}

/// The phrases to talk about, and behind each what `told` says of it.
pub(super) fn phrases(seen: &Seen, told: impl Fn(&Contested) -> AnyView) -> AnyView {
    let entry = |it: &Contested| view! { <li><q>{seen.sheet.quote(it.span)}</q> {told(it)}</li> };
    view! { <ol class="contested">{seen.picture.contested.iter().map(entry).collect_view()}</ol> }.into_any()
}

/// Why they marked it, as they wrote it.
pub(super) fn reasons(board: Board, seen: &Seen, within: Span) -> AnyView {
    let row = |(number, of, reason): (usize, TraitId, &str)| {
        let who = who(board, number, &seen.class.entries[number - 1]);
        let reason = reason.to_owned();
        view! { <li><q dir="auto">{reason}</q> <span class="hint">" " {who} ", on “" {about(of).name} "”"</span></li> }
    };
    let rows: Vec<_> = seen.class.reasons(within).map(row).collect();
    if rows.is_empty() {
        return ().into_any();
    }
    view! { <ul class="reasons" tabindex="0" aria-label="Reasons they gave">{rows}</ul> }.into_any()
}

/// A student; by number, unless nicknames are asked for.
fn who(board: Board, number: usize, it: &Entry) -> impl Fn() -> String + Send + 'static + use<> {
    let nickname = it.slip.nickname.clone();
    move || match board.with_names.get() && !nickname.is_empty() {
        true => nickname.clone(),
        false => format!("Student {number}"),
    }
}

fn agreement(seen: &Arc<Seen>) -> AnyView {
    let row = |it: &TraitRow| {
        let told = |figure: Option<f64>| figure.filter(|_| it.tells());
        let part = told(it.at_places).map_or("–".to_owned(), in_percent);
        let alpha = told(it.alpha).map_or("–".to_owned(), |it| {
            // What rounds to nothing has no sign.
            format!("{:.2}", (it * 100.0).round() / 100.0 + 0.0)
        });
        let meaning = if it.tells() { meaning(it.alpha) } else { "too little to say" };
        view! {
            <tr>
                <th scope="row">{about(it.of).name}</th>
                <td>{meaning}</td>
                <td>{it.marks}</td>
                <td>{it.people}</td>
                <td>{it.places}</td>
                <td>{part}</td>
                <td>{alpha}</td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="agreement-title">
            <h2 id="agreement-title">"How far the class agrees"</h2>
            <div class="class__scroll" tabindex="0" role="region" aria-label="Table of agreement">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Rule"</th>
                            <th scope="col">"In words"</th>
                            <th scope="col">"Marks"</th>
                            <th scope="col">"Students"</th>
                            <th scope="col">"Places"</th>
                            <th scope="col">"Pairs that agree there"</th>
                            <th scope="col">"Alpha"</th>
                        </tr>
                    </thead>
                    <tbody>{seen.picture.rows.iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            <details class="hint desk__how">
                <summary>"What is alpha?"</summary>
                "Marks that overlap are one place, and pairs of students are compared where anybody marked: over words that all left, all agree, and that says nothing. "
                "Alpha is Krippendorff’s (Content Analysis, 2004): how far pairs agree, word by word, beyond what chance would give, 1 being always and 0 as by chance. "
                "It shows why a share alone misleads (Artstein and Poesio, Computational Linguistics, 2008). "
                "Where one student alone used a rule, there is too little to say. Low is no bad mark: it shows what there is to talk about."
            </details>
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

/// Who marked what; worked out when it is asked for.
pub(super) fn students(board: Board, seen: &Arc<Seen>) -> AnyView {
    let is_asked = RwSignal::new(false);
    let seen = seen.clone();
    let has_notes = seen.class.entries.iter().any(|it| it.fate != Fate::Fits);
    let rows = move || {
        let agreements = seen.class.agreements(&seen.sheet.words);
        let row = |(number, it): (usize, &Entry)| {
            let share = agreements.get(&it.slip.id).and_then(|it| Some((it, it.share()?)));
            let agreement = match (it.fate, share) {
                (Fate::Unmatched, _) => String::new(),
                (_, Some((it, share))) => format!("{} ({} of {})", in_percent(share), it.same, it.of),
                (_, None) => "too little to say".to_owned(),
            };
            student(board, &seen, number, it, agreement, has_notes)
        };
        (1..).zip(&seen.class.entries).map(row).collect_view()
    };
    let table = move || {
        view! {
            <p class="hint">
                "For each place that the student or another one marked: whether both gave it the same rules. In brackets how often, over all the others."
            </p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"Student"</th><th scope="col">"Marks"</th><th scope="col">"Agrees with the others"</th>
                        {has_notes.then(|| view! { <th scope="col">"Note"</th> })}
                    </tr>
                </thead>
                <tbody>{rows()}</tbody>
            </table>
        }
    };
    view! {
        <details class="students" on:toggle=move |_| is_asked.set(true)>
            <summary>"Who marked what"</summary>
            <div class="class__scroll" tabindex="0" role="region" aria-label="Table of students">
                {move || is_asked.get().then(&table)}
            </div>
        </details>
    }
    .into_any()
}

/// The row of one student.
fn student(board: Board, seen: &Seen, number: usize, it: &Entry, agreement: String, has_notes: bool) -> AnyView {
    let name = who(board, number, it);
    let fate = match it.fate {
        Fate::Fits => String::new(),
        Fate::Moved { lost: 0 } => "made on another version; every mark was found again".to_owned(),
        Fate::Moved { lost } => format!("made on another version; not found again: {lost} of its marks"),
        Fate::Partly { lost } => format!("not in the text: {lost} of its marks"),
        Fate::Unmatched => "its marks are not in this text: does not count".to_owned(),
    };
    let marks = it.marks.iter().map(|mark| format!("{}: “{}”", about(mark.1).name, seen.sheet.quote(mark.0)));
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{marks.collect::<Vec<_>>().join("; ")}</td>
            <td>{agreement}</td>
            {has_notes.then(|| view! { <td>{fate}</td> })}
        </tr>
    }
    .into_any()
}
