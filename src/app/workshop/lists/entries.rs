//! What is on the list: searched, changed, taken off.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::Editing;
use crate::app::reading;
use crate::app::workshop::book::Book;
use crate::traits::lists::OwnEntry;

/// Entries on the page at first.
const MOST: usize = 40;

/// How many more are drawn when more are asked for.
const MORE: usize = 100;

const SEARCH_AFTER: Duration = Duration::from_millis(120);

/// Draws the list.
pub(super) fn section(book: Book) -> AnyView {
    let sought = RwSignal::new(String::new());
    let field: NodeRef<html::Input> = NodeRef::new();
    let mut search = debounce(SEARCH_AFTER, move |()| {
        if let Some(field) = field.try_get_untracked().flatten() {
            sought.set(field.value().trim().to_lowercase());
        }
    });
    let most = on_page();
    let count = Memo::new(move |_| book.list().entries.len());
    let title = move || match count.get() {
        0 => "On your list: nothing yet".to_owned(),
        count => format!("On your list: {count}"),
    };
    view! {
        <section>
            <h2 id="own-list" tabindex="-1">{title}</h2>
            <div class="entry" hidden=move || count.get() < 2>
                <label class="entry__label" for="own-search">"Find on your list"</label>
                <input class="entry__line" id="own-search" type="search" autocomplete="off" node_ref=field on:input=move |_| search(()) />
            </div>
            {move || sought.with(|sought| table(book, sought, most))}
        </section>
    }
    .into_any()
}

/// How many entries are drawn: on paper nobody can search, so there all of them are.
fn on_page() -> RwSignal<usize> {
    let most = RwSignal::new(MOST);
    for (name, count) in [("beforeprint", usize::MAX), ("afterprint", MOST)] {
        let listener = window_event_listener_untyped(name, move |_| most.set(count));
        on_cleanup(move || listener.remove());
    }
    most
}

fn table(book: Book, sought: &str, on_page: RwSignal<usize>) -> AnyView {
    let (list, most) = (book.list(), on_page.get());
    let has = |it: &String| it.to_lowercase().contains(sought);
    let is_sought = |it: &&OwnEntry| sought.is_empty() || it.words.iter().any(has) || has(&it.reason);
    let found = list.entries.iter().filter(is_sought).count();
    let shown = list.entries.iter().enumerate().filter(|(_, it)| is_sought(it)).take(most);
    let rows: Vec<_> = shown.map(|(at, it)| row(book, at, it)).collect();
    let words = match found {
        0 if !list.entries.is_empty() => "No such word is on your list.".to_owned(),
        found if found > most => format!("The first {most} of {found} are shown."),
        _ => String::new(),
    };
    view! {
        <p class="words__count" role="status">{words}</p>
        <ul class="words__list">{rows}</ul>
        {(found > most).then(|| view! {
            <p class="own__buttons">
                <button type="button" class="button" on:click=move |_| show_more(on_page)>
                    {format!("Show {} more", MORE.min(found - most))}
                </button>
            </p>
        })}
    }
    .into_any()
}

/// Draws more of the list, and goes to the first of them.
fn show_more(on_page: RwSignal<usize>) {
    let first = on_page.get_untracked() + 1;
    on_page.set(first - 1 + MORE);
    reading::after_drawing(move || reading::focus(&format!(".words__entry--own:nth-child({first}) button")));
}

fn row(book: Book, at: usize, it: &OwnEntry) -> AnyView {
    let Editing(editing) = expect_context();
    let word = it.words.join(", ");
    let (entry, removed) = (it.clone(), it.words.clone());
    let edit = move |_| {
        // What is half changed already goes on as it is.
        if editing.with_untracked(|it| it.as_ref().is_none_or(|it| it.words != entry.words)) {
            editing.set(Some(entry.clone()));
        }
        reading::after_drawing(|| reading::focus("#own-words"));
    };
    let remove = move |_| {
        if editing.with_untracked(|it| it.as_ref().is_some_and(|it| it.words == removed)) {
            editing.set(None);
        }
        book.remove(at);
        reading::after_drawing(|| reading::focus("#own-list"));
    };
    let unseen = format!(" “{word}”");
    view! {
        <li class="words__entry words__entry--own">
            <span class="words__word">{word}</span>
            <span class="words__instead">{it.instead.clone()}</span>
            <span class="words__why">{it.reason.clone()}</span>
            <span class="words__acts">
                <button type="button" class="link" on:click=edit>"Change" <span class="unseen">{unseen.clone()}</span></button>
                <button type="button" class="link" on:click=remove>"Remove" <span class="unseen">{unseen}</span></button>
            </span>
        </li>
    }
    .into_any()
}
