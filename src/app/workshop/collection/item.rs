//! One text of the collection, in the list.

use leptos::prelude::*;

use super::super::share::grouped;
use super::Collection;
use super::device::Item;
use crate::ling::in_words;

pub(super) fn draw(collection: Collection, it: Item) -> AnyView {
    let it = StoredValue::new(it);
    let (title, notes, size) = it.with_value(|it| (it.title.clone(), it.notes.clone(), it.size));
    let day = it.with_value(|it| day(it.date));
    let label = format!("Note on “{title}”");
    let delete = format!("Delete “{title}”");
    // Who types on needs not wait until a letter is kept.
    let last = StoredValue::new(notes.clone());
    let typed = move |event| {
        let notes = event_target_value(&event);
        let was = last.try_update_value(|it| std::mem::replace(it, notes.clone())).unwrap_or_default();
        it.with_value(|it| collection.note(it, was, notes));
    };
    view! {
        <li class="collection__item">
            <button type="button" class="link collection__title" data-text=it.with_value(|it| it.id.clone()) on:click=move |_| it.with_value(|it| collection.open(it))>
                {title}
            </button>
            <span class="library__origin">{format!("{day}, {} characters", grouped(size))}</span>
            <textarea
                class="collection__notes"
                rows="1"
                aria-label=label
                placeholder="Your note"
                prop:value=notes
                on:input=typed
            ></textarea>
            <button type="button" class="link" aria-label=delete on:click=move |_| it.with_value(|it| collection.remove(it))>
                "Delete"
            </button>
        </li>
    }
    .into_any()
}

fn day(ms: f64) -> String {
    let date = js_sys::Date::new(&ms.into());
    in_words(&format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date()))
}
