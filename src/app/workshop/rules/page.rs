//! The page of one rule: all of it from what the detector says of itself.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::super::choice::named;
use super::words;
use crate::app::families;
use crate::app::workshop::book::Book;
use crate::app::workshop::live::{self, marked, sign};
use crate::app::workshop::standards;
use crate::testing::strip;
use crate::traits::lists::OWN;
use crate::traits::{self, Example, Polarity, Trait, TraitId};

/// A sentence of the reader's own is run when the typing stops for this long.
const RUN_AFTER: Duration = Duration::from_millis(150);

/// Characters that the box takes; more is an article, and belongs on the first screen.
const LONGEST: u32 = 5_000;

pub(super) fn draw(about: &'static Trait, book: Book) -> AnyView {
    named(about.name);
    let it = &about.explanation;
    let on = move || book.is_on(about);
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <p class="sheet-page__up"><a href="#/rules">"All rules"</a> " · " {families::name(about.family)}</p>
            <h1>{about.name}</h1>
            <p class="sheet-page__lead">{it.what}</p>
            <div class="rule__switch">
                <label class="switch">
                    <input type="checkbox" prop:checked=on on:change=move |_| book.switch(about) />
                    "This rule is on"
                </label>
            </div>
            {grounds(about)}
            {examples(about)}
            {own_sentence(about)}
            {limits(about.id)}
            {words::section(about.id, book)}
        </main>
    }
    .into_any()
}

/// Why, when not, and by which standard.
fn grounds(about: &'static Trait) -> AnyView {
    let it = &about.explanation;
    let but = if about.polarity == Polarity::Credit { "When it says little" } else { "When it is innocent" };
    view! {
        <section>
            <h2>"Why it matters"</h2>
            <p>{it.why}</p>
        </section>
        <section>
            <h2>{but}</h2>
            <p>{it.but}</p>
        </section>
        <section>
            <h2>"What a standard asks"</h2>
            {standards::list(traits::grounds(about.id).standards)}
        </section>
        <section>
            <h2>"To ask yourself"</h2>
            <p class="rule__question">{it.question}</p>
        </section>
    }
    .into_any()
}

/// The examples, run now.
fn examples(about: &'static Trait) -> AnyView {
    let all = traits::examples(about.id);
    if all.is_empty() {
        return ().into_any();
    }
    let (hits, misses): (Vec<&Example>, Vec<&Example>) = all.iter().partition(|it| !strip(it.0).1.is_empty());
    let list = |examples: Vec<&Example>| examples.into_iter().map(|it| example(about, it)).collect::<Vec<_>>();
    view! {
        <section>
            <h2>"What it must flag"</h2>
            <ul class="examples">{list(hits)}</ul>
        </section>
        <section>
            <h2>"What it must let pass"</h2>
            <ul class="examples">{list(misses)}</ul>
        </section>
    }
    .into_any()
}

fn example(about: &'static Trait, example: &Example) -> AnyView {
    let (text, wanted) = strip(example.0);
    let outcome = live::run(about, &text);
    let found = outcome.spans();
    let is_right = found == wanted;
    let result = match (is_right, wanted.is_empty()) {
        (true, false) => "Flagged just now, as it must be.".to_owned(),
        (true, true) => match outcome.cleared.first() {
            Some((_, why)) => format!("Let pass just now: {why}"),
            None => "Let pass just now.".to_owned(),
        },
        (false, true) => "Flagged just now, though it must pass.".to_owned(),
        (false, false) => {
            let wanted: Vec<_> = wanted.iter().map(|it| format!("“{}”", &text[it.range()])).collect();
            format!("It should flag {}, and does not flag just that.", wanted.join(" and "))
        }
    };
    view! {
        <li class="example">
            {sign(is_right)}
            <p class="example__text">{marked(about, &text, &found)}</p>
            <p class="example__result">{result}</p>
        </li>
    }
    .into_any()
}

/// A box for a sentence of the reader's own.
fn own_sentence(about: &'static Trait) -> AnyView {
    if about.id == OWN.id {
        return view! { <p><a href="#/lists">"See and change your list"</a></p> }.into_any();
    }
    let words = RwSignal::new(String::new());
    let area: NodeRef<html::Textarea> = NodeRef::new();
    let mut run = debounce(RUN_AFTER, move |()| {
        if let Some(area) = area.try_get_untracked().flatten() {
            words.set(area.value());
        }
    });
    view! {
        <section class="rule__try">
            <h2 id="try-title">"Try a sentence of your own"</h2>
            <label class="unseen" for="try">"A sentence of your own"</label>
            <textarea
                class="entry__text"
                id="try"
                rows="2"
                maxlength=LONGEST.to_string()
                spellcheck="false"
                node_ref=area
                aria-describedby="try-result"
                on:input=move |_| run(())
            ></textarea>
            <div id="try-result" role="status">{move || words.with(|words| tried(about, words))}</div>
        </section>
    }
    .into_any()
}

fn tried(about: &'static Trait, text: &str) -> AnyView {
    if text.trim().is_empty() {
        return view! { <p class="example__result">"The rule runs as you type. Nothing you write here is kept."</p> }
            .into_any();
    }
    let outcome = live::run(about, text);
    let found = outcome.spans();
    let result = match found.len() {
        0 => "Not flagged.",
        _ => "Flagged.",
    };
    let quoted = outcome.found.iter().filter(|it| it.quoted).map(|it| {
        let quote = text[it.span.range()].to_owned();
        view! { <li><q>{quote}</q> ": found, but in a quotation, so it is the speaker’s."</li> }.into_any()
    });
    let notes = outcome.found.iter().filter(|it| !it.quoted).filter_map(|it| it.note.clone());
    let notes = notes.map(|note| view! { <li>{note}</li> }.into_any());
    let cleared = outcome.cleared.iter().map(|(span, why)| {
        let (quote, why) = (text[span.range()].to_owned(), format!(": let pass. {why}"));
        view! { <li><q>{quote}</q> {why}</li> }.into_any()
    });
    view! {
        <p class="example__text">{marked(about, text, &found)}</p>
        <p class="example__result">{result}</p>
        <ul class="example__notes">{notes.chain(quoted).chain(cleared).collect::<Vec<_>>()}</ul>
    }
    .into_any()
}

/// What the rule gets wrong, and how often it is right.
fn limits(of: TraitId) -> AnyView {
    let failures = traits::grounds(of).failures;
    let record = match traits::record(of) {
        Some(record) => record.to_string(),
        None => "Not yet measured: nobody has counted on hand-marked text how often this rule is right.".to_owned(),
    };
    let failures: Vec<_> = failures.iter().map(|it| view! { <li>{*it}</li> }).collect();
    view! {
        <section>
            <h2>"What it is known to get wrong"</h2>
            {if failures.is_empty() {
                view! { <p>"Nothing is known yet. That means we have not looked long enough."</p> }.into_any()
            } else {
                view! { <ul class="rule__failures">{failures}</ul> }.into_any()
            }}
        </section>
        <section>
            <h2>"How often it is right"</h2>
            <p>{record}</p>
        </section>
    }
    .into_any()
}
