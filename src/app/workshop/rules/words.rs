//! The words on a rule's list: what an editor would write, why, and a switch for each.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use crate::app::workshop::book::Book;
use crate::traits::TraitId;
use crate::traits::lists::Off;
use crate::traits::word_lists::{self, ListedWord};

/// Words on the page at a time; the rest is found by searching.
const MOST: usize = 40;

const SEARCH_AFTER: Duration = Duration::from_millis(120);

/// Draws the list; nothing for a rule that has none.
pub(super) fn section(of: TraitId, book: Book) -> AnyView {
    let words = word_lists::listed(of);
    if words.is_empty() {
        return ().into_any();
    }
    let count = words.len();
    let words = StoredValue::new(words);
    let sought = RwSignal::new(String::new());
    let field: NodeRef<html::Input> = NodeRef::new();
    let mut search = debounce(SEARCH_AFTER, move |()| {
        if let Some(field) = field.try_get_untracked().flatten() {
            sought.set(field.value().trim().to_lowercase().replace('’', "'"));
        }
    });
    let found = move || {
        let sought = sought.get();
        words.with_value(|words| words.iter().copied().filter(|it| it.word.contains(&sought)).collect::<Vec<_>>())
    };
    view! {
        <section class="words">
            <h2>"Its word list"</h2>
            <p>
                {format!("{count} words and phrases, written for Sayso. Each is flagged only in the outlet’s own voice, and \
                          only in the sense that is meant. You can switch any of them off.")}
            </p>
            <label class="entry__label" for="words-search">"Find a word"</label>
            <input class="entry__line" id="words-search" type="search" autocomplete="off" node_ref=field on:input=move |_| search(()) />
            {move || table(of, book, &found())}
        </section>
    }
    .into_any()
}

fn table(of: TraitId, book: Book, found: &[ListedWord]) -> AnyView {
    let left = found.len().saturating_sub(MOST);
    let shown = match (found.len(), left) {
        (0, _) => "No such word is on the list.".to_owned(),
        (count, 0) => format!("{count} shown."),
        (_, left) => format!("The first {MOST} are shown, {left} more are not: search for them."),
    };
    let rows: Vec<_> = found.iter().take(MOST).map(|&it| row(of, book, it)).collect();
    view! {
        <p class="words__count" role="status">{shown}</p>
        <ul class="words__list">{rows}</ul>
    }
    .into_any()
}

fn row(of: TraitId, book: Book, it: ListedWord) -> AnyView {
    let is_on = move || book.is_word_on(of, it.word);
    let switch = move |_| book.switch_word(Off { of, word: it.word.to_owned() });
    view! {
        <li class="words__entry">
            <label class="switch">
                <input type="checkbox" prop:checked=is_on on:change=switch />
                <span class="words__word">{it.word.replace('\'', "’")}</span>
            </label>
            <span class="words__instead">{it.instead}</span>
            <span class="words__why">{it.why}</span>
        </li>
    }
    .into_any()
}
