//! The head of the panel: the article in a sentence or two.

use std::sync::Arc;

use leptos::prelude::*;

use super::ledger::Ledger;
use super::paper::Paper;
use super::shown::Shown;
use crate::traits::Polarity;

#[component]
pub(super) fn Summary(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let shown = Shown::expect();
    let articles: Vec<usize> = paper.shown(only).map(|it| it.0).collect();
    let is_foreign = paper.is_foreign();
    let ledger = Ledger::expect();
    if let &[article] = articles.as_slice() {
        ledger.take_up(&paper, article);
    }
    let voices = move || match *articles {
        [article] => ledger.summary(&paper, article),
        _ => format!("{} articles on one page. Open one to see who speaks in it.", articles.len()),
    };
    let counts = move || {
        shown.with(|it| {
            let concerns = match it.of(Polarity::Concern) {
                0 => "nothing to look at twice".to_owned(),
                some => counted(some, "flag to look at twice", "flags to look at twice"),
            };
            let credits = counted(it.of(Polarity::Credit), "credit", "credits");
            match it.of(Polarity::Note) {
                0 if !it.has_any() => if is_foreign { "" } else { "Nothing is flagged." }.to_owned(),
                0 => format!("{concerns} and {credits}."),
                notes => format!("{concerns}, {credits} and {}.", counted(notes, "note", "notes")),
            }
        })
    };
    view! {
        <div class="summary">
            <p class="summary__voices">{voices}</p>
            <p class="summary__counts">{counts}</p>
        </div>
    }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}
