//! The class as tables, for a spreadsheet.

use super::class::{Class, Entry, Fate, Picture};
use crate::report::csv::table;
use crate::text::CodePoints;

/// Every mark of every slip that counts: one row each. Names only where asked for.
pub fn csv(class: &Class, text: &str, with_names: bool) -> String {
    let points = CodePoints::new(text);
    let mut rows = Vec::new();
    for (name, entry) in students(class, with_names) {
        for &(span, of, index) in &entry.marks {
            let [start, end] = points.span(span).map(|it| it.to_string());
            let reason = entry.slip.marks[index].0.reason.clone();
            rows.push(vec![name.clone(), of.0.to_owned(), start, end, text[span.range()].to_owned(), reason]);
        }
    }
    table(["student", "trait", "start", "end", "words", "reason"], rows)
}

/// Every answer of every slip that counts: one row each. Names only where asked for.
pub fn answers_csv(class: &Class, with_names: bool) -> String {
    let mut rows = Vec::new();
    for (name, entry) in students(class, with_names) {
        let given = entry.slip.answers.iter().filter(|it| !it.1.trim().is_empty());
        rows.extend(given.map(|(question, answer)| vec![name.clone(), question.clone(), answer.clone()]));
    }
    table(["student", "question", "answer"], rows)
}

/// The slips that count, and what each is called.
fn students(class: &Class, with_names: bool) -> impl Iterator<Item = (String, &Entry)> {
    (1..).zip(&class.entries).filter(|it| it.1.fate != Fate::Unmatched).map(move |(number, entry)| {
        let name = match with_names && !entry.slip.nickname.is_empty() {
            true => entry.slip.nickname.clone(),
            false => format!("Student {number}"),
        };
        (name, entry)
    })
}

/// The agreement on every trait: one row each.
pub fn picture_csv(picture: &Picture) -> String {
    let heads = [
        "trait",
        "marks",
        "students",
        "agreement, all words",
        "agreement, marked words",
        "alpha",
        "places",
        "agreement, places",
    ];
    let figure = |it: Option<f64>| it.map(|it| format!("{it:.3}")).unwrap_or_default();
    let rows = picture.rows.iter().map(|it| {
        let counts = [it.of.0.to_owned(), it.marks.to_string(), it.people.to_string()];
        let figures = [it.all_words, it.marked_words, it.alpha].map(figure);
        let places = [it.places.to_string(), figure(it.at_places)];
        [&counts[..], &figures, &places].concat()
    });
    table(heads, rows)
}
