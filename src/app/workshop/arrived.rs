//! A text that came with a link or a file of Sayso’s own: shown before it is read, and kept only if asked.

use leptos::prelude::*;

use super::choice::named;
use super::collection;
use super::device::Saying;
use super::share::counted;
use crate::app::preferences::open_in;
use crate::app::shelf::Shelf;
use crate::share::{Shared, Unreadable, View, from_fragment};
use crate::traits;

/// The name under which a text from a link is read.
const LINK: &str = "link";

/// Draws what the fragment of a link brought, or why it brought nothing.
pub(super) fn screen(fragment: &str) -> AnyView {
    named("A text from a link");
    match from_fragment(fragment) {
        Ok(shared) if !shared.text.trim().is_empty() => view! {
            <main class="start screen" id="main" tabindex="-1">
                <h1 class="start__title">"A text from a link"</h1>
                {offer(shared, "link")}
            </main>
        }
        .into_any(),
        Ok(_) => refused("The link holds no text."),
        Err(error) => refused(words(error)),
    }
}

/// What to tell of a link or file that cannot be read.
pub(super) fn words(error: Unreadable) -> &'static str {
    match error {
        Unreadable::Newer => {
            "It was made by a newer Sayso than this one. Reload the page while you have a connection, then open it again."
        }
        Unreadable::Broken => {
            "Something is missing: it may have been cut off on its way. Ask for it again, or for the file."
        }
        Unreadable::TooLong => "It is larger than a link or file of Sayso may be, so it was not opened.",
    }
}

fn refused(words: &'static str) -> AnyView {
    view! {
        <main class="start screen" id="main" tabindex="-1">
            <h1 class="start__title">"This link cannot be opened"</h1>
            <p role="alert">{words}</p>
            <p>"Nothing of yours was changed."</p>
            <p><a href="#/">"Go to the start"</a></p>
        </main>
    }
    .into_any()
}

/// Characters shown of a text that came.
const FIRST: usize = 400;

/// Draws what came with a link or a file, and what can be done with it.
pub(super) fn offer(shared: Shared, way: &'static str) -> AnyView {
    let title = shared.title.clone().unwrap_or_else(|| "A text without a title".to_owned());
    let words = shared.text.split_whitespace().count();
    let mut first: String = shared.text.chars().take(FIRST).collect();
    if first.len() < shared.text.len() {
        first.push('…');
    }
    let saying = Saying::new();
    let as_sent = RwSignal::new(true);
    let choice = in_words(&shared).map(|words| as_sent_choice(as_sent, words));
    let shared = StoredValue::new(shared);
    let read = move |_| shared.with_value(|it| read(it, as_sent.get_untracked()));
    let keep = move |_| shared.with_value(|it| collection::keep(it.title.as_deref(), &it.text, saying));
    view! {
        <p>{format!("This text came with the {way}. Your own texts are untouched.")}</p>
        <h2>{title}</h2>
        <p>{counted(words, "word")} "."</p>
        <blockquote class="screen__first">{first}</blockquote>
        {choice}
        <div class="screen__acts">
            <button type="button" class="button button--main" on:click=read>"Read it"</button>
            <button type="button" class="button" on:click=keep>"Keep it in my collection"</button>
        </div>
        {saying.draw()}
    }
    .into_any()
}

fn as_sent_choice(as_sent: RwSignal<bool>, words: String) -> AnyView {
    view! {
        <label class="switch">
            <input type="checkbox" prop:checked=move || as_sent.get() on:change=move |_| as_sent.update(|it| *it = !*it) />
            {format!("As it was sent: {words}. Your own switches stay as they are.")}
        </label>
    }
    .into_any()
}

/// What the sender changed of how the text is shown; `None` where nothing.
fn in_words(shared: &Shared) -> Option<String> {
    let names: Vec<_> = known(&shared.off).map(|it| it.name).collect();
    let off = (!names.is_empty()).then(|| format!("without {}", names.join(", ")));
    let view = match shared.view {
        View::Marks => None,
        View::Voices => Some("coloured by who speaks".to_owned()),
        View::Bare => Some("without flags".to_owned()),
    };
    let words: Vec<_> = off.into_iter().chain(view).collect();
    (!words.is_empty()).then(|| words.join("; "))
}

/// The rules among these names that this build has.
fn known(off: &[String]) -> impl Iterator<Item = &'static traits::Trait> {
    traits::with_own().filter(move |about| off.iter().any(|it| it == about.id.0))
}

fn read(shared: &Shared, as_sent: bool) {
    let mut shared = shared.clone();
    if as_sent {
        shared.off = known(&shared.off).map(|it| it.id.0.to_owned()).collect();
        open_in(shared.view);
    } else {
        shared.off.clear();
    }
    open_beside(LINK, &shared);
}

/// Opens a text under a name of its own, beside the one that was pasted.
pub(super) fn open_beside(slug: &str, shared: &Shared) {
    open_form(slug, &shared.to_form());
}

pub(super) fn open_form(slug: &str, form: &str) {
    Shelf::open_beside(slug, form);
    let _ = window().location().set_hash(&format!("/read/{slug}"));
}
