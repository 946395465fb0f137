//! One card: what was found, why it matters, and what to ask.

use std::sync::Arc;

use leptos::prelude::*;

use super::dismiss::DismissMenu;
use super::dismissals::first;
use super::groups::Group;
use super::live::{holds, live, live_if, live_when, maybe, whether, words};
use super::paper::{Paper, about, beside};
use super::reading::{Reading, after_drawing, show_card};
use super::route::Router;
use super::selection::Selection;
use super::shelf::Shelf;
use super::shown::only;
use crate::report::{Flag, FlagId};
use crate::text::fingerprint;
use crate::traits::{Family, Polarity, Trait, TraitId};

/// Numbers of repeats that a card gives.
const MOST_NUMBERS: usize = 200;

/// Characters of a quote that a card holds; it shows three lines.
const MOST_QUOTED: usize = 1000;

/// The flag a card stands for; of repeats, the one the reader is at.
#[component]
pub(super) fn Card(paper: Arc<Paper>, group: Group) -> impl IntoView {
    let (selection, reading) = (Selection::expect(), Reading::expect());
    let flag = paper.flag(group[0]).clone();
    let (of, about) = (flag.of.0, about(&flag));
    let at = Memo::new({
        let group = group.clone();
        move |_| selection.at().filter(|id| group.binary_search(id).is_ok()).unwrap_or(group[0])
    });
    let is_at = move || selection.is(at.get());
    let is_open = Memo::new(move |_| selection.is_open_at(at.get()));
    // Who comes back to a flag finds its card, which is drawn later than the text.
    if is_open.get_untracked() {
        let id = at.get_untracked();
        after_drawing(move || show_card(id));
    }
    let quoted = {
        let paper = paper.clone();
        move || first(paper.quote(paper.flag(at.get()).span), MOST_QUOTED)
    };
    let look = {
        let quoted = quoted.clone();
        move || quote_look(&quoted()).to_owned()
    };
    let toggle = move |_| match is_open.get_untracked() {
        true => selection.close(),
        false => reading.open_from_card(at.get_untracked()),
    };
    view! {
        <li
            class=format!("card card--{} card--{}", about.family.id(), polarity(&flag))
            class:is-at=holds(is_at)
            class:is-open=holds(move || is_open.get())
            data-flag=words(move || at.get().0.to_string())
            data-trait=of
        >
            <h3>
                <button type="button" class="card__name" aria-expanded=whether(move || is_open.get()) on:click=toggle>
                    <span class="card__number">{words(move || at.get().0.to_string())}</span>
                    {about.name}
                </button>
            </h3>
            <blockquote class=words(look)>{words(quoted)}</blockquote>
            {maybe((group.len() > 1).then(|| view! { <Repeats group=group.clone() /> }))}
            {maybe(flag.quoted.then(|| view! { <p class="card__note">"In a quotation: the speaker’s words, not the outlet’s."</p> }))}
            {maybe(flag.note.clone().map(|note| view! { <p class="card__note">{note}</p> }))}
            <Explained about is_noted=flag.note.is_some() is_open />
            <Links paper=paper.clone() at is_open />
            <DismissMenu paper=paper.clone() at />
        </li>
    }
}

/// Words that bring quotation marks of their own need none of ours.
fn quote_look(quote: &str) -> &'static str {
    match quote.starts_with(['“', '"', '‘', '\'', '«', '„']) {
        true => "card__quote",
        false => "card__quote card__quote--marks",
    }
}

fn polarity(flag: &Flag) -> &'static str {
    match flag.polarity {
        Polarity::Concern => "concern",
        Polarity::Credit => "good",
        Polarity::Note => "note",
    }
}

/// Walks through the places of the same words.
#[component]
fn Repeats(group: Group) -> impl IntoView {
    let (selection, reading) = (Selection::expect(), Reading::expect());
    let count = group.len();
    let numbers = group.iter().take(MOST_NUMBERS).map(|it| it.0.to_string()).collect::<Vec<_>>().join(", ");
    let group = StoredValue::new(group);
    let at = move || selection.at().and_then(|id| group.with_value(|it| it.binary_search(&id).ok()));
    let step = move |by: usize| {
        let next = untrack(at).map_or(0, |at| (at + by) % count);
        reading.point(group.with_value(|it| it[next]));
    };
    view! {
        <div class="card__repeats" role="group" aria-label="Repeats">
            <span>{format!("× {count}")}</span>
            <span class="card__numbers">{numbers}</span>
            <button type="button" aria-label="Previous place" on:click=move |_| step(count - 1)>"←"</button>
            <span class="card__place">{words(move || at().map(|at| format!("{} of {count}", at + 1)).unwrap_or_default())}</span>
            <button type="button" aria-label="Next place" on:click=move |_| step(1)>"→"</button>
        </div>
    }
}

/// Ways on: to the page of the rule, and to the bench where the sentence can be written better.
#[component]
fn Links(paper: Arc<Paper>, at: Memo<FlagId>, is_open: Memo<bool>) -> impl IntoView {
    let router = Router::expect();
    live_if(move || {
        is_open.get().then(|| {
            let flag = paper.flag(at.get());
            let (slug, place, of) = (&paper.text.slug, paper.sentence_of(flag), flag.of.0);
            let print = fingerprint(paper.quote(place).as_bytes());
            let only = only(&untrack(|| router.at())).unwrap_or(0);
            let bench = format!("#/repair/{slug}/{}-{}-{print}/{of}/{only}/{}", place.start(), place.end(), flag.id.0);
            let asks = flag.polarity == Polarity::Concern;
            let lab =
                (about(flag).family == Family::Headline).then(|| beside("lab", &paper, paper.article_of(at.get())));
            view! {
                <p class="card__links">
                    {maybe(asks.then(|| view! { <a href=bench>"Try to write it better"</a> }))}
                    {maybe(lab.map(|lab| view! { <a href=lab>"Open in the headline lab"</a> }))}
                    <a href=format!("#/rules/{of}")>"About this rule"</a>
                </p>
            }
            .into_any()
        })
    })
}

/// What the trait says of itself; after "more", what it rests on. Beside a note, why it matters waits there too.
#[component]
fn Explained(about: &'static Trait, is_noted: bool, is_open: Memo<bool>) -> impl IntoView {
    let it = &about.explanation;
    let why = move |waits: bool| Some(it.why).filter(|_| is_noted == waits);
    view! {
        <p class="card__why">{it.what} " " {why(false).unwrap_or_default()}</p>
        {live_when(move || is_open.get(), move || view! {
            <p class="card__but">{it.but}</p>
            <details class="card__more">
                <summary>"More"</summary>
                {maybe(why(true).map(|it| view! { <p>{it}</p> }))}
                {more(about.id)}
            </details>
            <p class="card__question">{it.question}</p>
        }.into_any())}
    }
}

/// What the rule rests on, and where it fails: it comes after the page.
fn more(of: TraitId) -> AnyView {
    let shelf = Shelf::expect();
    live(move || {
        let (failures, grounds): (Vec<_>, Vec<_>) = shelf.grounds(of).lines().partition(|it| it.starts_with("- "));
        let grounds = grounds.into_iter().map(|it| {
            let (asks, source) = it.split_once('\t').unwrap_or((it, ""));
            view! { <p>{asks} " " <cite>{source}</cite></p> }.into_any()
        });
        let failures = failures.into_iter().map(|it| view! { <li>{&it[2..]}</li> }.into_any());
        view! {
            {grounds.collect_view()}
            <ul class="card__failures">{failures.collect_view()}</ul>
        }
        .into_any()
    })
}
