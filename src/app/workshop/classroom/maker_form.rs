//! The fields of a lesson that is being made.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::super::collection;
use super::super::share::counted;
use super::about;
use super::draft::{Draft, Lack, usual_title};
use crate::app::families;
use crate::app::shelf::Shelf;
use crate::lesson::{Lesson, MAX_TEXT, MAX_TRAITS, Reveal, Story};
use crate::library;
use crate::traits::{self, TraitId};

/// The text of a lesson is kept when the typing stops for this long.
const KEEP_AFTER: Duration = Duration::from_millis(400);

/// Questions to begin with. The first asks who, what, when, where and why; the second follows the
/// four moves of SIFT (M. Caulfield), the third the six of E.S.C.A.P.E. (Newseum).
const SETS: [(&str, &[&str]); 3] = [
    (
        "The five Ws",
        &[
            "Who did what, as far as the article shows?",
            "When and where was it?",
            "Why did it happen, and who says so?",
            "Which of these answers has nobody behind it?",
        ],
    ),
    (
        "SIFT",
        &[
            "Stop: what did you feel or think as you read the headline?",
            "Investigate the source: who made this, and what do they want?",
            "Find better coverage: who else would report it? What would you search for?",
            "Trace: where does the main claim, quotation or figure come from?",
        ],
    ),
    (
        "E.S.C.A.P.E.",
        &[
            "Evidence: which facts could be checked?",
            "Source: who made it, and can they be trusted on this?",
            "Context: what is the bigger picture?",
            "Audience: for whom is it written, and how can you tell?",
            "Purpose: why was it made?",
            "Execution: how is it made, and what does that say of it?",
        ],
    ),
];

pub(super) fn article(draft: Draft) -> AnyView {
    // Its headline is looked for when the article changes, not at every letter elsewhere.
    let text = Memo::new(move |_| draft.with(|it| it.story.clone()));
    view! {
        <fieldset>
            <legend>"Article"</legend>
            {story(draft)}
            <label class="field">
                "Title of the lesson (optional)"
                <input
                    type="text"
                    maxlength="120"
                    placeholder=move || text.with(usual_title)
                    prop:value=draft.with_untracked(|it| it.title.clone())
                    on:input=move |event| draft.change(|it| it.title = event_target_value(&event))
                />
            </label>
            <label class="field">
                "What the students do (optional)"
                <textarea
                    rows="2"
                    maxlength="2000"
                    placeholder="Mark every source that has no name, and say why you think it has none."
                    prop:value=draft.with_untracked(|it| it.instructions.clone())
                    on:input=move |event| draft.change(|it| it.instructions = event_target_value(&event))
                ></textarea>
            </label>
        </fieldset>
    }
    .into_any()
}

/// Says at a field what it lacks.
fn lacks(draft: Draft, of: fn(Lack) -> bool) -> impl Fn() -> Option<AnyView> {
    move || {
        let lack = draft.lack.get().filter(|it| of(*it))?;
        Some(view! { <p class="clash" role="alert">{lack.words()}</p> }.into_any())
    }
}

/// How the choice names a text of the collection: this, and its number.
const KEPT: &str = "kept:";

fn story(draft: Draft) -> AnyView {
    let pasted = Shelf::expect().pasted_untracked().to_string();
    // A box that was emptied stays empty.
    let is_own = draft.with_untracked(|it| matches!(it.story, Story::Text(_)));
    let own = Some(draft.own_untracked()).filter(|it| is_own || !it.is_empty());
    let own = RwSignal::new(own.unwrap_or(pasted));
    let set_own = move |text: String| {
        own.set(text.clone());
        draft.set_story(Story::Text(text));
    };
    // What was typed and is not kept yet: each letter would have a long text written anew.
    let typed = StoredValue::new(None);
    let keep = move || typed.try_update_value(Option::take).flatten().into_iter().for_each(set_own);
    let later = StoredValue::new_local(debounce(KEEP_AFTER, move |()| keep()));
    on_cleanup(keep);
    let left = window_event_listener_untyped("pagehide", move |_| keep());
    on_cleanup(move || left.remove());
    // What is in the collection is not lost where another text takes its place.
    let taken = StoredValue::new(String::new());
    let choose = move |event: leptos::ev::Event| {
        let name = event_target_value(&event);
        match name.strip_prefix(KEPT) {
            Some(id) => collection::text(id, move |text| {
                // The screen was left meanwhile.
                let Some(is_other) = own.try_with_untracked(|it| *it != text) else { return };
                // What was written into the box makes room for it.
                let was = draft.own_untracked();
                let is_written = !was.trim().is_empty() && taken.with_value(|it| *it != was);
                if is_other && is_written {
                    draft.put_aside();
                }
                taken.set_value(text.clone());
                set_own(text);
            }),
            None if name.is_empty() => set_own(own.get_untracked()),
            None => draft.set_story(Story::Library(name)),
        }
    };
    let is_lacking = move || matches!(draft.lack.get(), Some(Lack::Article(_)));
    let is_own = move || draft.with(|it| matches!(it.story, Story::Text(_)));
    view! {
        <label class="field">
            "From the library, your collection, or a text of your own"
            <select on:change=choose>
                <option value="" selected=is_own>"A text of my own"</option>
                {kept()}
                <optgroup label="Library">{library::entries().iter().map(|it| entry(draft, it)).collect_view()}</optgroup>
            </select>
        </label>
        {lacks(draft, |it| matches!(it, Lack::Article(_)))}
        <Show when=is_own>
            <label class="field">
                "Your text"
                <textarea
                    id="lesson-text"
                    rows="8"
                    aria-invalid=move || is_lacking().to_string()
                    prop:value=move || own.get()
                    on:change=move |_| keep()
                    on:input=move |event| {
                        // At once: later it would move what is being pressed.
                        if is_lacking() {
                            draft.lack.set(None);
                        }
                        typed.set_value(Some(event_target_value(&event)));
                        later.update_value(|later| later(()));
                    }
                ></textarea>
            </label>
            {too_long(draft)}
        </Show>
    }
    .into_any()
}

/// Says at once what would show only when the lesson is made, or after a reload.
fn too_long(draft: Draft) -> impl Fn() -> Option<AnyView> {
    let is_long = Memo::new(move |_| draft.with(|it| matches!(&it.story, Story::Text(text) if text.len() > MAX_TEXT)));
    move || {
        is_long.get().then(|| {
            let words = move || match draft.is_text_kept() {
                true => "This text is longer than a lesson takes, so it cannot be handed out. Shorten it.",
                false => "This text is so long that it cannot be handed out, and a reload loses it. Shorten it.",
            };
            view! { <p class="clash" role="alert">{words}</p> }.into_any()
        })
    }
}

fn entry(draft: Draft, it: &'static library::Entry) -> AnyView {
    let is_at = move || draft.with(|lesson| matches!(&lesson.story, Story::Library(slug) if slug == it.slug));
    view! { <option value=it.slug selected=is_at>{it.title}</option> }.into_any()
}

/// The texts that were kept on this device, once they are read.
fn kept() -> impl Fn() -> Option<AnyView> {
    let kept = RwSignal::new(Vec::new());
    collection::titles(move |titles| drop(kept.try_set(titles)));
    let option = |(id, title): (String, String)| view! { <option value=format!("{KEPT}{id}")>{title}</option> };
    move || {
        let kept = kept.get();
        (!kept.is_empty()).then(|| {
            view! { <optgroup label="Your collection">{kept.into_iter().map(option).collect_view()}</optgroup> }
                .into_any()
        })
    }
}

pub(super) fn rules(draft: Draft) -> AnyView {
    let toggle = move |of: TraitId| {
        draft.change(|it| match it.traits.iter().position(|at| *at == of) {
            Some(at) => drop(it.traits.remove(at)),
            None if it.traits.len() < MAX_TRAITS => it.traits.push(of),
            None => {}
        });
    };
    let rule = move |of: TraitId| {
        let is_on = move || draft.with(|it| it.traits.contains(&of));
        let is_full = move || draft.with(|it| it.traits.len() >= MAX_TRAITS) && !is_on();
        view! {
            <label class="switch">
                <input type="checkbox" prop:checked=is_on disabled=is_full on:change=move |_| toggle(of) />
                {about(of).name}
            </label>
        }
        .into_any()
    };
    let family = |family| {
        let of = traits::ALL.iter().filter(|it| it.family == family).map(|it| rule(it.id)).collect_view();
        view! { <div role="group" aria-label=families::name(family)><p class="hint">{families::name(family)}</p>{of}</div> }
    };
    view! {
        <fieldset>
            <legend id="lesson-rules" tabindex="-1">"What to look for"</legend>
            {lacks(draft, |it| matches!(it, Lack::Rules(_)))}
            <p class="hint">
                {move || format!("{} of at most {MAX_TRAITS}; each gets a number. Three to five are enough for a lesson.", draft.with(|it| it.traits.len()))}
            </p>
            <div class="maker__rules">{families::ALL.map(family).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn lines(words: &str) -> Vec<String> {
    words.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// A box of which each line is one of a list, kept at every letter. What is typed stays as it is while it
/// says what is kept: a blank at its end would otherwise go before the next word comes.
fn typed_lines(
    draft: Draft,
    rows: &'static str,
    read: fn(&Lesson) -> &Vec<String>,
    write: fn(&mut Lesson, Vec<String>),
) -> AnyView {
    let typed = StoredValue::new(String::new());
    let value = move || {
        draft.with(|lesson| {
            typed.update_value(|it| {
                if lines(it) != *read(lesson) {
                    *it = read(lesson).join("\n");
                }
            });
        });
        typed.get_value()
    };
    let keep = move |event| {
        let words = event_target_value(&event);
        let kept = lines(&words);
        typed.set_value(words);
        draft.change(|it| write(it, kept));
    };
    view! { <textarea rows=rows prop:value=value on:input=keep></textarea> }.into_any()
}

pub(super) fn questions(draft: Draft) -> AnyView {
    let said = RwSignal::new(String::new());
    let add = move |name: &str, set: &'static [&'static str]| {
        let mut added = 0;
        draft.change(|it| {
            let new = set.iter().filter(|new| !it.questions.iter().any(|it| it == **new)).map(|it| (*it).to_owned());
            let new: Vec<_> = new.collect();
            added = new.len();
            it.questions.extend(new);
        });
        said.set(match added {
            0 => format!("{name}: its questions are all in the box already."),
            _ => format!("{name}: {} added to the box below.", counted(added, "question")),
        });
    };
    let set = move |(name, set): (&'static str, &'static [&'static str])| {
        view! { <button type="button" class="button" on:click=move |_| add(name, set)>{format!("Add: {name}")}</button> }
    };
    view! {
        <fieldset>
            <legend>"Questions and hints"</legend>
            <p class="row">{SETS.map(set).collect_view()}</p>
            <p class="hint" role="status">{move || said.get()}</p>
            <label class="field">
                "Questions, one on each line"
                {typed_lines(draft, "5", |it| &it.questions, |it, lines| it.questions = lines)}
            </label>
            <label class="field">
                "Hints, one on each line; students see them one by one, if they ask"
                {typed_lines(draft, "3", |it| &it.hints, |it, lines| it.hints = lines)}
            </label>
        </fieldset>
    }
    .into_any()
}

pub(super) fn reveal(draft: Draft) -> AnyView {
    let choice = move |value: Reveal, name: &'static str| {
        let is_at = move || draft.with(|it| std::mem::discriminant(&it.reveal) == std::mem::discriminant(&value));
        view! {
            <label class="switch">
                <input type="radio" name="reveal" prop:checked=is_at on:change=move |_| draft.change(|it| it.reveal = value) />
                {name}
            </label>
        }
    };
    let count = move || draft.with(|it| if let Reveal::After(marks) = it.reveal { Some(marks) } else { None });
    let typed = move |event: leptos::ev::Event| {
        if let Ok(marks) = event_target_value(&event).parse::<u32>() {
            draft.change(|it| it.reveal = Reveal::After(marks.min(99)));
        }
    };
    view! {
        <fieldset>
            <legend>"The reveal"</legend>
            {choice(Reveal::AtOnce, "Whenever a student likes")}
            {choice(Reveal::After(3), "After some marks of their own")}
            <Show when=move || count().is_some()>
                <label class="field">
                    "How many marks"
                    <input type="number" min="1" max="99" prop:value=move || count().unwrap_or(3).to_string() on:change=typed />
                </label>
            </Show>
            {choice(Reveal::Never, "Not on the student’s screen: we look together")}
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || draft.with(|it| it.with_sayso)
                    on:change=move |_| draft.change(|it| it.with_sayso = !it.with_sayso)
                />
                "Show Sayso’s flags at the reveal"
            </label>
        </fieldset>
    }
    .into_any()
}
