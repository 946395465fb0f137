//! One entry, written or changed; its examples run as they are typed.

use std::time::Duration;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::Editing;
use crate::app::reading;
use crate::app::workshop::book::Book;
use crate::app::workshop::boxes::{recall_fields, remember, remember_fields};
use crate::app::workshop::live::sign;
use crate::traits::lists::OwnEntry;
use crate::traits::lists::draft::{Draft, faults, sentences};

/// The examples run when the typing stops for this long.
const RUN_AFTER: Duration = Duration::from_millis(150);

/// One box of the form.
#[derive(Clone, Copy)]
struct Field {
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    part: fn(&mut Draft) -> &mut String,
    /// Of a box for sentences, whether they must be flagged.
    must: Option<bool>,
}

const fn line(id: &'static str, label: &'static str, hint: &'static str, part: fn(&mut Draft) -> &mut String) -> Field {
    Field { id, label, hint, part, must: None }
}

const FIELDS: &[Field] = &[
    line(
        "own-words",
        "Word or phrase",
        "Capitals do not matter. Put other forms after commas: death tax, death taxes",
        |it| &mut it.words,
    ),
    line("own-instead", "A neutral word for it", "What a careful editor would write", |it| &mut it.instead),
    line("own-reason", "Why it should be flagged", "The card says this to whoever reads", |it| &mut it.reason),
    Field {
        must: Some(true),
        ..line("own-flag", "A sentence that must be flagged", "One on each line, if you have more", |it| &mut it.flag)
    },
    Field {
        must: Some(false),
        ..line("own-pass", "A sentence that must not be flagged", "Another sense of the word, or a quotation", |it| {
            &mut it.pass
        })
    },
    line("own-unless", "Not where one of these words is near", "They show another sense. Can be left empty", |it| {
        &mut it.unless
    }),
];

/// Draws the form.
pub(super) fn section(book: Book) -> AnyView {
    let Editing(editing) = expect_context();
    let half = half_changed(book);
    let draft = RwSignal::new(half.as_ref().map_or_else(kept, |it| it.1.clone()));
    if let Some((entry, _)) = half {
        editing.set(Some(entry));
    }
    let wrong = RwSignal::new(Vec::<String>::new());
    Effect::watch(
        move || editing.get(),
        move |entry, _, _| {
            if entry.is_none() {
                remember(CHANGED, "");
            }
            draft.set(entry.as_ref().map_or_else(kept, Draft::of));
            wrong.set(Vec::new());
        },
        false,
    );
    look_on(book, draft, wrong);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let at = editing.with_untracked(|it| book.place_of(it.as_ref()?));
        let entry = draft.with_untracked(Draft::entry);
        let found = faults(&entry, &book.list_untracked(), at);
        if found.is_empty() {
            book.put(entry, at);
            if editing.with_untracked(Option::is_none) {
                keep(Draft::default());
            }
            editing.set(None);
        }
        let goal = if found.is_empty() { "#own-words" } else { "#own-faults" };
        wrong.set(found);
        reading::after_drawing(move || reading::focus(goal));
    };
    let leave = move |_| {
        editing.set(None);
        // The button goes with the change.
        reading::after_drawing(|| reading::focus("#own-words"));
    };
    let is_new = move || editing.get().is_none();
    let fields: Vec<_> = FIELDS.iter().map(|&field| boxed(field, draft)).collect();
    view! {
        <section class="own">
            <h2 id="own-title">{move || if is_new() { "Add a word" } else { "Change a word" }}</h2>
            <form class="own__form" aria-labelledby="own-title" on:submit=submit>
                {fields}
                {move || wrong.with(|wrong| (!wrong.is_empty()).then(|| view! {
                    <div class="trouble" id="own-faults" tabindex="-1" role="alert">{super::lines(wrong)}</div>
                }))}
                <p class="own__buttons">
                    <button type="submit" class="button button--main">
                        {move || if is_new() { "Add it" } else { "Save the change" }}
                    </button>
                    {move || (!is_new()).then(|| view! {
                        <button type="button" class="button" on:click=leave>"Leave it as it was"</button>
                    })}
                </p>
            </form>
        </section>
    }
    .into_any()
}

/// Keeps what is written, and lets what is said of it go along.
fn look_on(book: Book, draft: RwSignal<Draft>, wrong: RwSignal<Vec<String>>) {
    let Editing(editing) = expect_context();
    let mut look_again = debounce(RUN_AFTER, move |()| {
        let is_wrong = wrong.try_with_untracked(|it| !it.is_empty()).unwrap_or_default();
        if let (true, Some(entry)) = (is_wrong, draft.try_with_untracked(Draft::entry)) {
            let at = editing.with_untracked(|it| book.place_of(it.as_ref()?));
            let found = faults(&entry, &book.list_untracked(), at);
            if wrong.with_untracked(|it| *it != found) {
                wrong.set(found);
            }
        }
    });
    Effect::new(move || {
        draft.track();
        look_again(());
    });
    Effect::watch(
        move || draft.get(),
        move |draft, _, _| {
            editing.with_untracked(|it| match it {
                None => keep(draft.clone()),
                Some(entry) => keep_change(entry, draft.clone()),
            });
        },
        false,
    );
}

/// The name under which this tab keeps a word that is not on the list yet.
const KEPT: &str = "sayso.word";

fn kept() -> Draft {
    let mut draft = Draft::default();
    for (field, words) in FIELDS.iter().zip(recall_fields(KEPT)) {
        *(field.part)(&mut draft) = words;
    }
    draft
}

fn keep(mut draft: Draft) {
    remember_fields(KEPT, FIELDS.iter().map(|it| (it.part)(&mut draft).clone()));
}

/// The name under which this tab keeps an entry that is being changed: its words, then what is in the boxes.
const CHANGED: &str = "sayso.word.changed";

fn half_changed(book: Book) -> Option<(OwnEntry, Draft)> {
    let kept = recall_fields(CHANGED);
    let (words, typed) = kept.split_first()?;
    let list = book.list_untracked();
    let entry = list.entries.iter().find(|it| Draft::of(it).words == *words)?.clone();
    let mut draft = Draft::default();
    for (field, words) in FIELDS.iter().zip(typed) {
        (field.part)(&mut draft).clone_from(words);
    }
    Some((entry, draft))
}

fn keep_change(entry: &OwnEntry, mut draft: Draft) {
    let words = Draft::of(entry).words;
    remember_fields(CHANGED, std::iter::once(words).chain(FIELDS.iter().map(|it| (it.part)(&mut draft).clone())));
}

fn boxed(field: Field, draft: RwSignal<Draft>) -> AnyView {
    let Field { id, label, hint, part, must } = field;
    let value = move || part(&mut draft.get()).clone();
    let typed = move |event| draft.update(|it| *part(it) = event_target_value(&event));
    let hint_id = format!("{id}-hint");
    let described = hint_id.clone();
    let input = if must.is_some() {
        view! {
            <textarea class="entry__text" id=id rows="2" aria-describedby=described spellcheck="false" prop:value=value on:input=typed></textarea>
        }
        .into_any()
    } else {
        view! {
            <input class="entry__line" id=id type="text" autocomplete="off" aria-describedby=described spellcheck="false" prop:value=value on:input=typed />
        }
        .into_any()
    };
    view! {
        <div class="entry">
            <label class="entry__label" for=id>{label}</label>
            {input}
            <p class="entry__hint" id=hint_id>{hint}</p>
            {must.map(|must| results(draft, part, must))}
        </div>
    }
    .into_any()
}

/// Says of each sentence whether it is flagged, as it is typed.
fn results(draft: RwSignal<Draft>, part: fn(&mut Draft) -> &mut String, must: bool) -> AnyView {
    let seen = RwSignal::new(Draft::default());
    let mut look = debounce(RUN_AFTER, move |()| {
        if let Some(now) = draft.try_get_untracked() {
            let _ = seen.try_set(now);
        }
    });
    Effect::new(move || {
        draft.track();
        look(());
    });
    let all = move || {
        let mut draft = seen.get();
        let entry = draft.entry();
        let has_word = entry.words.iter().any(|it| it.chars().any(char::is_alphanumeric));
        let sentences = if has_word { sentences(part(&mut draft)) } else { Vec::new() };
        sentences.into_iter().map(|it| result(it, &entry, must)).collect::<Vec<_>>()
    };
    view! { <ul class="entry__results" aria-live="polite">{all}</ul> }.into_any()
}

fn result(sentence: String, entry: &OwnEntry, must: bool) -> AnyView {
    let is_flagged = entry.flags(&sentence);
    let words = if is_flagged { "is flagged" } else { "is not flagged" };
    // A quotation within one has single marks.
    let sentence = sentence.replace('“', "‘").replace('”', "’").replace('"', "'");
    view! { <li>{sign(is_flagged == must)} <q>{sentence}</q> " " {words}</li> }.into_any()
}
