//! The class as tables, for a spreadsheet.

use super::class::{Class, Entry, Fate, Picture};
use crate::text::CodePoints;

/// Every mark of every slip that counts: one row each. Names only where asked for.
pub fn csv(class: &Class, text: &str, with_names: bool) -> String {
    let points = CodePoints::new(text);
    let mut rows = vec![row(&["student", "trait", "start", "end", "words", "reason"].map(str::to_owned))];
    for (name, entry) in students(class, with_names) {
        for &(span, of, index) in &entry.marks {
            let [start, end] = points.span(span).map(|it| it.to_string());
            let reason = entry.slip.marks[index].0.reason.clone();
            rows.push(row(&[name.clone(), of.0.to_owned(), start, end, text[span.range()].to_owned(), reason]));
        }
    }
    rows.concat()
}

/// Every answer of every slip that counts: one row each. Names only where asked for.
pub fn answers_csv(class: &Class, with_names: bool) -> String {
    let mut rows = vec![row(&["student", "question", "answer"].map(str::to_owned))];
    for (name, entry) in students(class, with_names) {
        let given = entry.slip.answers.iter().filter(|it| !it.1.trim().is_empty());
        rows.extend(given.map(|(question, answer)| row(&[name.clone(), question.clone(), answer.clone()])));
    }
    rows.concat()
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
    let heads = ["trait", "marks", "students", "agreement, all words", "agreement, marked words", "alpha"];
    let mut rows = vec![row(&heads.map(str::to_owned))];
    let figure = |it: Option<f64>| it.map(|it| format!("{it:.3}")).unwrap_or_default();
    for it in &picture.rows {
        let counts = [it.of.0.to_owned(), it.marks.to_string(), it.people.to_string()];
        let figures = [it.all_words, it.marked_words, it.alpha].map(figure);
        rows.push(row(&[counts, figures].concat()));
    }
    rows.concat()
}

fn row(cells: &[String]) -> String {
    let cells: Vec<_> = cells.iter().map(|it| cell(it)).collect();
    format!("{}\r\n", cells.join(","))
}

/// Quotes as RFC 4180 asks; a cell that a spreadsheet would run as a formula gets an apostrophe.
fn cell(words: &str) -> String {
    let is_number = words.parse::<f64>().is_ok();
    let guard = if !is_number && words.starts_with(['=', '+', '-', '@', '\t', '\r']) { "'" } else { "" };
    if guard.is_empty() && !words.contains(['"', ',', '\n', '\r']) {
        return words.to_owned();
    }
    format!("\"{guard}{}\"", words.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(row(&["a", "b, c", "\"d\"\ne"].map(str::to_owned)), "a,\"b, c\",\"\"\"d\"\"\ne\"\r\n");
    }

    #[test]
    fn a_formula_is_words() {
        assert_eq!(cell("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(cell("-0.043"), "-0.043");
    }
}
