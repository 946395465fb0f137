//! Where a text says it comes from, and what to look up elsewhere.

use leptos::prelude::*;

use super::beside::Beside;
use super::checks::Checks;
use super::choice::Opened;
use super::device::copy_out;
use crate::app::announcer::Announcer;
use crate::ling::in_words;
use crate::report::ArticleReport;
use crate::report::searches::{Search, SearchKind, searches};
use crate::storage::Outcome;
use crate::traits::names_writer;

/// Draws the card of a text, or of one article of it.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    let lead = "No page can vouch for itself. Here is what this one says of its origin, what it does not, and what to search for.";
    Beside {
        name: "elsewhere",
        title: "Check it elsewhere",
        lead,
        label: "Text",
        teach: "This one says that it reports what another paper reported. Does it?",
        draw: card,
    }
    .screen(rest)
}

fn card(opened: &Opened, at: usize) -> AnyView {
    let article = &opened.report.articles[at];
    let checks = Checks::open();
    let asks =
        searches(&opened.body, article).into_iter().enumerate().map(|(at, it)| view! { <Ask at search=it checks /> });
    let asks = asks.collect_view();
    let because = format!("because {}", opened.headline(article));
    view! {
        {opened.note.clone().map(note)}
        {origin(article)}
        <section class="result" aria-labelledby="asks-title">
            <h2 id="asks-title">"Ask elsewhere"</h2>
            <p class="bench__none">"Nothing is searched for you. A link opens another site, which then sees the words you search for."</p>
            <ol class="asks">{asks}</ol>
        </section>
        <section class="result">
            <Because key=because checks />
            <button type="button" class="button skipped" on:click=|_| { let _ = window().print(); }>"Print this sheet"</button>
        </section>
    }
    .into_any()
}

/// Words of a text for class stand nowhere else, which says nothing against the report.
fn note(it: String) -> impl IntoView {
    view! {
        <p class="bench__none">
            {it} " So its sentences stand nowhere else: look for names, places and figures, and do not read “not found” as a sign."
        </p>
    }
}

/// What the text tells of its origin, and what it does not.
fn origin(article: &ArticleReport) -> AnyView {
    let credits = (!article.credits.is_empty()).then(|| article.credits.join(" · "));
    let in_credits = || names_writer(&article.credits).then(|| "see the credits".to_owned());
    let rows = [
        ("Who wrote it", article.byline.clone().or_else(in_credits)),
        ("Who published it", article.outlet.clone()),
        ("When", article.published.as_deref().map(in_words)),
        ("Reported from", article.dateline.clone()),
        ("News agency", article.wire.clone()),
        ("Credits", credits),
    ];
    let row = |(name, value): (&'static str, Option<String>)| {
        let class = if value.is_some() { "origin__told" } else { "origin__untold" };
        let value = value.unwrap_or_else(|| "does not say".to_owned());
        view! { <div class=class><dt>{name}</dt><dd>{value}</dd></div> }
    };
    view! {
        <section class="result" aria-labelledby="origin-title">
            <h2 id="origin-title">"What it says of its origin"</h2>
            <dl class="origin">{rows.map(row).collect_view()}</dl>
        </section>
    }
    .into_any()
}

/// One question, the words to search for, and what came of it.
#[component]
fn Ask(at: usize, search: Search, checks: Checks) -> impl IntoView {
    let key = format!("{} {}", search.kind.id(), search.words.as_deref().unwrap_or_default());
    let (note, title) = (format!("note-{at}"), format!("asked-{at}"));
    let outcome = {
        let key = key.clone();
        move || checks.outcome(&key)
    };
    let choice = |it: Outcome| {
        let (key, outcome) = (key.clone(), outcome.clone());
        view! {
            <label class="ask__choice">
                <input
                    type="radio"
                    name=format!("ask-{at}")
                    prop:checked=move || outcome() == it
                    on:change=move |_| checks.decide(&key, it)
                />
                {it.in_words()}
            </label>
        }
    };
    let choices = Outcome::ALL.map(choice).collect_view();
    let kept = untrack(|| checks.note(&key));
    view! {
        <li class="ask">
            <h3 id=title.clone()>{search.kind.question()}</h3>
            {search.words.clone().map(|words| view! { <Words kind=search.kind words /> })}
            <div class="ask__outcome">
                <fieldset aria-labelledby=title>{choices}</fieldset>
                <label class="box__label" for=note.clone()>
                    "Note"
                    <span class="unseen">{format!(": {}", search.kind.question())}</span>
                </label>
                <input
                    class="box__line"
                    id=note
                    autocomplete="off"
                    prop:value=kept
                    on:input=move |event| checks.write(&key, &event_target_value(&event))
                />
            </div>
        </li>
    }
}

/// The words to search for: to copy, or to open elsewhere.
#[component]
fn Words(kind: SearchKind, words: String) -> impl IntoView {
    let announcer = Announcer::expect();
    let query = js_sys::encode_uri_component(&words).as_string().unwrap_or_default();
    let copied = words.clone();
    let copy = move |_| {
        copy_out(&copied, "", move |is_taken| {
            announcer.say(if is_taken {
                "Copied."
            } else {
                "This browser lets no page copy. Select the words instead."
            });
        });
    };
    let person = matches!(kind, SearchKind::Person | SearchKind::Author | SearchKind::Outlet).then(|| {
        let name = words.split('"').nth(1).unwrap_or_default().to_owned();
        let name = js_sys::encode_uri_component(&name).as_string().unwrap_or_default();
        view! {
            <a href=format!("https://en.wikipedia.org/w/index.php?search={name}") target="_blank" rel="noopener noreferrer">"Look up in Wikipedia"</a>
        }
    });
    view! {
        <p class="ask__words"><code dir="auto">{words}</code></p>
        <p class="ask__ways skipped">
            <button type="button" class="link" on:click=copy>"Copy the words"</button>
            <a href=format!("https://duckduckgo.com/?q={query}") target="_blank" rel="noopener noreferrer">"Search with DuckDuckGo"<span class="unseen">": " {kind.question()}</span></a>
            {person}
        </p>
    }
}

/// The one sentence that ends every check.
#[component]
fn Because(key: String, checks: Checks) -> impl IntoView {
    let kept = untrack(|| checks.note(&key));
    view! {
        <label class="box__label" for="because">"I would, or would not, share this, because …"</label>
        <input
            class="box__line"
            id="because"
            autocomplete="off"
            prop:value=kept
            on:input=move |event| checks.write(&key, &event_target_value(&event))
        />
    }
}
