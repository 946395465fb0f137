//! All of it as one small file: saved, opened, pasted.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::app::download::download;
use crate::app::reading;
use crate::app::workshop::book::Book;
use crate::app::workshop::files;
use crate::storage::{Dismissal, list_file};
use crate::traits::lists::{MOST_ENTRIES, OwnEntry, OwnList, matchable};

/// What became of a file.
#[derive(Clone, Debug, Default)]
struct Outcome {
    words: String,
    wrong: Vec<String>,
}

/// Draws the ways in and out.
pub(super) fn section(book: Book) -> AnyView {
    let outcome = RwSignal::new(None::<Arc<Outcome>>);
    let percent = RwSignal::new(None::<usize>);
    let save = move |_| {
        let file = list_file::write(&book.list_untracked(), &untrack(move || book.dismissals()));
        download("sayso-list.txt", "text/plain;charset=utf-8", &file);
    };
    let empty = move |_| {
        book.remove_all();
        // The button is of no more use.
        reading::after_drawing(|| reading::focus("#own-list"));
    };
    let is_nothing = move || book.list().is_empty() && book.dismissals().is_empty();
    view! {
        <section class="file">
            <h2>"As a file"</h2>
            <p>
                "Your words, what is switched off and what is dismissed, in one plain text file that you can read, edit, keep or "
                "give to a class. Opening a file adds what is in it to what you have."
            </p>
            <p class="own__buttons">
                <button type="button" class="button" disabled=is_nothing on:click=save>"Save as a file"</button>
                <button type="button" class="button" disabled=move || book.list().is_empty() on:click=empty>
                    "Empty the list"
                </button>
            </p>
            {opening(Taking { book, outcome, percent })}
            {move || percent.get().map(|percent| view! {
                <p class="file__words" id="file-progress">
                    <label for="file-percent">"Running the examples of the list…"</label> " "
                    <progress id="file-percent" max="100" value=percent.to_string()></progress>
                </p>
            })}
            <div id="file-outcome" tabindex="-1" role="status">
                {move || outcome.get().map(|it| view! {
                    <p class="file__words">{it.words.clone()}</p>
                    {(!it.wrong.is_empty()).then(|| super::lines(&it.wrong))}
                })}
            </div>
        </section>
    }
    .into_any()
}

/// Where a file goes, and where it is told how far it has come.
#[derive(Clone, Copy)]
struct Taking {
    book: Book,
    outcome: RwSignal<Option<Arc<Outcome>>>,
    /// None while nothing is being taken.
    percent: RwSignal<Option<usize>>,
}

fn opening(taking: Taking) -> AnyView {
    let area: NodeRef<html::Textarea> = NodeRef::new();
    let input: NodeRef<html::Input> = NodeRef::new();
    let take = move |text: &str| {
        taking.outcome.set(None);
        taking.percent.set(Some(0));
        // In a task of its own: only then is it seen that something is going on.
        let checking = list_file::Checking::new(text);
        set_timeout(move || check(taking, checking), Duration::ZERO);
    };
    let open = move |_| {
        if let Some(input) = input.get_untracked() {
            let chosen = input.clone();
            files::read_text(&input, move |text| {
                take(&text);
                // The same file, changed, may be opened again.
                chosen.set_value("");
            });
        }
    };
    let paste = move |_| {
        if let Some(area) = area.get_untracked() {
            take(&area.value());
        }
    };
    view! {
        <div class="entry">
            <label class="entry__label" for="list-file">"Open a file"</label>
            <input class="entry__file" id="list-file" type="file" accept=".txt,text/plain" node_ref=input on:change=open />
        </div>
        <div class="entry">
            <label class="entry__label" for="list-text">"Or paste a list"</label>
            <textarea class="entry__text entry__text--code" id="list-text" rows="5" spellcheck="false" node_ref=area></textarea>
            <p class="own__buttons"><button type="button" class="button" on:click=paste>"Add these"</button></p>
        </div>
    }
    .into_any()
}

/// Runs the examples of a file piece by piece, so that the page stays awake, and then adds it.
fn check(taking: Taking, mut checking: list_file::Checking) {
    /// Entries between two looks at the clock.
    const AT_ONCE: usize = 20;
    /// How long a piece may take.
    const BUDGET_MS: f64 = 30.0;
    /// Percent between two drawings: each paints the box with the pasted list again.
    const STEP: usize = 20;
    let Taking { book, outcome, percent } = taking;
    let now = || window().performance().map_or(0.0, |it| it.now());
    let began = now();
    while checking.go_on(AT_ONCE) {
        if now() - began > BUDGET_MS {
            let done = checking.percent() / STEP * STEP;
            // A screen that is gone takes no file any more.
            let Some(told) = percent.try_get_untracked() else { return };
            if told != Some(done) {
                percent.set(Some(done));
            }
            set_timeout(move || check(taking, checking), Duration::ZERO);
            return;
        }
    }
    if percent.try_set(None).is_none() {
        outcome.set(Some(Arc::new(add(book, checking))));
        reading::after_drawing(|| reading::focus("#file-outcome"));
    }
}

/// Adds what is sound in a file to what the reader has, as one step.
fn add(book: Book, checking: list_file::Checking) -> Outcome {
    let (list, dismissals, errors) = checking.end();
    let mut wrong: Vec<(usize, String)> = errors.iter().map(|it| (it.line(), it.to_string())).collect();
    // An entry with two faults is one that is left out; both name its line.
    let mut counted = errors.iter().map(|it| (it.line(), it.left_out())).collect::<Vec<_>>();
    counted.dedup();
    let (list, left) = new_to(&book.list_untracked(), list);
    counted.extend(left.iter().map(|it| (it.0, 1)));
    wrong.extend(left);
    wrong.sort_by_key(|it| it.0);
    let known = untrack(move || book.dismissals());
    let dismissals: Vec<Dismissal> = dismissals.into_iter().filter(|it| !known.contains(it)).collect();
    let added = list.entries.len() + list.off.len() + dismissals.len();
    let words = match (added, counted.iter().map(|it| it.1).sum::<usize>()) {
        (0, 0) => "There was nothing in it that you do not have.".to_owned(),
        (added, 0) => format!("{added} added."),
        (0, left) => format!("Nothing was added. {left} left out, and why:"),
        (added, left) => format!("{added} added. {left} left out, and why:"),
    };
    if added > 0 {
        book.take(format!("{added} added from a file."), |mine, dismissed| {
            // Its line is that of the file.
            mine.entries.extend(list.entries.into_iter().map(|it| OwnEntry { line: 0, ..it }));
            mine.off.extend(list.off);
            dismissed.extend(dismissals);
        });
    }
    Outcome { words, wrong: wrong.into_iter().map(|it| it.1).collect() }
}

/// Returns what of a list is not on the reader's own already, and what is left out, by its line.
fn new_to(old: &OwnList, mut list: OwnList) -> (OwnList, Vec<(usize, String)>) {
    let mut left = Vec::new();
    let known: HashSet<String> = old.entries.iter().flat_map(|it| &it.words).map(|it| matchable(it)).collect();
    let mut room = MOST_ENTRIES.saturating_sub(old.entries.len());
    list.entries.retain(|entry| {
        let known = entry.words.iter().find(|it| known.contains(&matchable(it)));
        if let Some(word) = known {
            left.push((entry.line, format!("line {}: “{word}” is on your list already", entry.line)));
        } else if room == 0 {
            let words = format!("line {}: your list is full, it holds {MOST_ENTRIES} entries", entry.line);
            left.push((entry.line, words));
        }
        let is_new = known.is_none() && room > 0;
        room -= usize::from(is_new);
        is_new
    });
    list.off.retain(|it| !old.off.contains(it));
    (list, left)
}
