//! The rules, by family, and a page for each.

mod page;
mod words;

use leptos::prelude::*;

use super::book::Book;
use super::choice::named;
use crate::app::families;
use crate::traits::{self, Record, Trait};

/// Draws the list, or the page of the rule that the address names.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    let book = Book::open();
    let screen = match rest.first() {
        None => list(book),
        Some(id) => match traits::named(id) {
            Some(about) => page::draw(about, book),
            None => missing(),
        },
    };
    (screen, book.toast()).into_any()
}

fn list(book: Book) -> AnyView {
    named("The rules");
    let families = families::ALL.map(|family| {
        let rules = traits::ALL.iter().filter(|it| it.family == family).map(|about| entry(about, book));
        view! {
            <section class="rules__family">
                <h2>{families::name(family)}</h2>
                <ul>{rules.collect::<Vec<_>>()}</ul>
            </section>
        }
        .into_any()
    });
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <h1>"The rules"</h1>
            <p class="sheet-page__lead">
                "Every flag in an article comes from one of these rules. Each has a page that says what it looks for and "
                "why, when it is innocent, and how often it was right. Its examples are run before your eyes."
            </p>
            <p class="hint">{Record::key()}</p>
            {families.into_iter().collect::<Vec<_>>()}
            <p class="sheet-page__foot">
                <a href="#/lists">"Change the rules: your own words, and what is switched off"</a>
                " · "
                <a href="#/about">"What Sayso cannot see"</a>
            </p>
        </main>
    }
    .into_any()
}

fn entry(about: &'static Trait, book: Book) -> AnyView {
    let record = match traits::record(about.id) {
        Some(it) => it.own.short(),
        None => "not yet measured".to_owned(),
    };
    view! {
        <li class="rules__entry">
            <a href=format!("#/rules/{}", about.id.0)>{about.name}</a>
            <span class="rules__record">{record}</span>
            {move || (!book.is_on(about)).then(|| view! { <span class="rules__off">"switched off"</span> })}
            <span class="rules__what">{about.explanation.what}</span>
        </li>
    }
    .into_any()
}

fn missing() -> AnyView {
    named("No such rule");
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <h1>"There is no such rule"</h1>
            <p><a href="#/rules">"All rules"</a></p>
        </main>
    }
    .into_any()
}
