//! The rules to choose from, and the list of marks made so far.

use leptos::prelude::*;

use super::about;
use super::desk::Desk;
use crate::app::reading::{after_drawing, focus};
use crate::text::Span;
use crate::traits::TraitId;

/// One button a rule; what the rule means stands below as soon as its button has the focus.
pub(super) fn palette(desk: Desk) -> AnyView {
    let sheet = desk.sheet();
    let shown = RwSignal::new(None::<TraitId>);
    let button = |(number, &of): (usize, &TraitId)| {
        view! {
            <li>
                <button
                    type="button"
                    class="palette__rule"
                    aria-describedby=format!("meaning-{number}")
                    on:click=move |_| desk.name(of)
                    on:focus=move |_| shown.set(Some(of))
                    on:mouseenter=move |_| shown.set(Some(of))
                >
                    <kbd>{number}</kbd>
                    {about(of).name}
                </button>
                <span id=format!("meaning-{number}") hidden>{about(of).explanation.what}</span>
            </li>
        }
        .into_any()
    };
    let buttons = (1..).zip(&sheet.lesson.traits).map(button).collect_view();
    let meaning = move || match shown.get() {
        Some(of) => about(of).explanation.what,
        None if desk.pick().is_some() => "Now choose what these words are.",
        None => "Pick words, then choose what they are. Before you pick, a rule says what it means.",
    };
    let picked = move || {
        let pick = desk.pick()?;
        let span = sheet.words.cover(pick.words())?;
        Some(format!("“{}”", sheet.quote(span)))
    };
    view! {
        <section class="palette" aria-label="Rules">
            <p class="palette__pick">{move || picked().unwrap_or_else(|| "No words picked".to_owned())}</p>
            <ol class="palette__rules">{buttons}</ol>
            <p class="palette__meaning">{meaning}</p>
        </section>
    }
    .into_any()
}

/// Undo and redo, and every mark with its reason.
pub(super) fn my_marks(desk: Desk, title: &'static str) -> AnyView {
    let keys = move || desk.with(|it| it.marks.iter().map(|it| (it.span, it.of)).collect::<Vec<_>>());
    let count = move || desk.with(|it| it.marks.len());
    view! {
        <section class="mine" aria-labelledby="mine-title">
            <h2 id="mine-title" tabindex="-1">{title} " " <span class="mine__count">{count}</span></h2>
            <p class="mine__undo">
                {step("Undo", move || desk.can_undo(), move || desk.undo())}
                {step("Redo", move || desk.can_redo(), move || desk.redo())}
            </p>
            <ul class="mine__list">
                <For each=keys key=|it| *it let:key>{mark(desk, key)}</For>
            </ul>
        </section>
    }
    .into_any()
}

/// A button that keeps the focus when there is nothing more for it to do.
fn step(name: &'static str, can: impl Fn() -> bool + Send + 'static, act: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class="link" aria-disabled=move || (!can()).to_string() on:click=move |_| act()>{name}</button>
    }
    .into_any()
}

fn mark(desk: Desk, (span, of): (Span, TraitId)) -> AnyView {
    let sheet = desk.sheet();
    let words = sheet.quote(span);
    let reason = untrack(|| desk.mark(span, of)).map(|it| it.reason).unwrap_or_default();
    let number = move || desk.with(|it| it.marks.iter().position(|it| it.span == span && it.of == of)).map(|it| it + 1);
    let is_asked = sheet.lesson.traits.contains(&of);
    let remove = move |_| {
        desk.remove(span, of);
        // The button goes with its mark.
        after_drawing(|| focus("#mine-title"));
    };
    view! {
        <li class="mine__mark">
            <p class="mine__name"><span class="group__number">{number}</span> {about(of).name}</p>
            <p class="mine__words"><q>{words.clone()}</q></p>
            {(!is_asked).then(|| view! { <p class="hint">"This rule is not among what to look for."</p> })}
            <label class="mine__reason">
                <span class="unseen">{format!("Why: {words}")}</span>
                <input
                    type="text"
                    placeholder="Why? (if you like)"
                    maxlength="400"
                    prop:value=reason
                    on:input=move |event| desk.set_reason(span, of, event_target_value(&event))
                />
            </label>
            <button type="button" class="link" aria-label=format!("Remove the mark on {words}") on:click=remove>"Remove"</button>
        </li>
    }
    .into_any()
}
