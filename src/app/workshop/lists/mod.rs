//! Lists of one's own: words to add, rules and words switched off, dismissals, all in one file.

mod entries;
mod file;
mod form;
mod switches;

use leptos::prelude::*;

use super::book::Book;
use super::choice::named;
use crate::traits::lists::OwnEntry;

/// Which entry is being changed, as it stood; none while one is being written. Its place on the list would not
/// do: a step that is undone moves it.
#[derive(Clone, Copy)]
struct Editing(RwSignal<Option<OwnEntry>>);

/// Draws the screen.
pub(super) fn screen() -> AnyView {
    let book = Book::open();
    provide_context(Editing(RwSignal::new(None)));
    named("Your lists");
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <h1>"Your lists"</h1>
            <p class="sheet-page__lead">
                "Words that you want flagged, with your own reason. They are looked for in every article you read, in the "
                "outlet’s own voice only. Here you also see, and take back, all that you switched off or dismissed."
            </p>
            {move || damage(book)}
            {form::section(book)}
            {entries::section(book)}
            {switches::rules(book)}
            {switches::words(book)}
            {switches::dismissals(book)}
            {file::section(book)}
        </main>
        {book.toast()}
    }
    .into_any()
}

/// Lines of what is wrong that are shown; a file may have any number.
const MOST_LINES: usize = 50;

fn damage(book: Book) -> AnyView {
    let damage = book.damage();
    if damage.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="trouble" role="alert">
            <h2>"Some of your list could not be read"</h2>
            <p>"What was kept in this browser has been damaged. What could be read is below; this was left out:"</p>
            {lines(&damage)}
        </section>
    }
    .into_any()
}

/// What is wrong, line by line.
fn lines(wrong: &[String]) -> AnyView {
    let more = wrong.len().saturating_sub(MOST_LINES);
    let shown: Vec<_> = wrong.iter().take(MOST_LINES).map(|it| view! { <li>{it.clone()}</li> }).collect();
    view! {
        <ul class="trouble__lines">{shown}</ul>
        {(more > 0).then(|| view! { <p>{format!("and {more} more")}</p> })}
    }
    .into_any()
}
