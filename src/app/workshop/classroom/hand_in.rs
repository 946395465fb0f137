//! Handing in: a slip as a file or a code, with a nickname or nothing.

use leptos::prelude::*;

use super::desk::Desk;
use super::files;

/// The questions of the lesson, with a place to answer each, and its hints.
pub(super) fn questions(desk: Desk) -> AnyView {
    let sheet = desk.sheet();
    let question = |(at, words): (usize, &String)| {
        let answer = desk.with_untracked(|it| it.answers.get(at).cloned()).unwrap_or_default();
        let typed = move |event| {
            let words = event_target_value(&event);
            desk.change(|it| it.answers.get_mut(at).into_iter().for_each(|it| it.clone_from(&words)));
        };
        let words = words.clone();
        view! {
            <li>
                <label>
                    {words}
                    <textarea rows="2" maxlength="2000" prop:value=answer on:input=typed></textarea>
                </label>
            </li>
        }
        .into_any()
    };
    let questions = sheet.lesson.questions.iter().enumerate().map(question).collect_view();
    let hints = sheet.lesson.hints.clone();
    let (some, many) = (!sheet.lesson.questions.is_empty(), hints.len());
    if !some && many == 0 {
        return ().into_any();
    }
    let shown = move || desk.with(|it| it.hints as usize).min(many);
    let list = move || hints[..shown()].iter().map(|it| view! { <li>{it.clone()}</li> }).collect_view();
    view! {
        <section class="questions" aria-label="Questions and hints">
            {some.then(|| view! { <h2>"Questions"</h2> })}
            <ol class="questions__list">{questions}</ol>
            <ul class="questions__hints" aria-live="polite">{list}</ul>
            <Show when=move || shown() < many>
                <button type="button" class="link" on:click=move |_| desk.change(|it| it.hints += 1)>
                    {move || if shown() == 0 { "Show a hint" } else { "Show another hint" }}
                </button>
            </Show>
        </section>
    }
    .into_any()
}

/// The nickname, the file, and the code for whom a file is too much.
pub(super) fn hand_in(desk: Desk) -> AnyView {
    let (is_coded, saved) = (RwSignal::new(false), RwSignal::new(String::new()));
    let code = Memo::new(move |_| desk.slip().write());
    let nickname = desk.with_untracked(|it| it.nickname.clone());
    let save = move |_| {
        let slip = code.get_untracked();
        let content = format!("A slip for Sayso. Its teacher opens it on the screen “Slips of a class”.\n{slip}\n");
        let id = desk.with_untracked(|it| it.id);
        let name = format!("slip-{id:08x}.sayso");
        files::save(&name, &content);
        saved.set(format!("{name} is among your downloads: give that file to your teacher."));
    };
    view! {
        <section class="hand-in" aria-labelledby="hand-in-title">
            <h2 id="hand-in-title">"Hand in"</h2>
            <p class="hint">"Your slip holds your marks, reasons and answers. It goes nowhere by itself: you give it to your teacher."</p>
            <label class="field">
                "Nickname (optional)"
                <input
                    type="text"
                    maxlength="40"
                    autocomplete="off"
                    prop:value=nickname
                    on:input=move |event| desk.change(|it| it.nickname = event_target_value(&event))
                />
            </label>
            <p class="row">
                <button type="button" class="button button--main" on:click=save>"Save my slip"</button>
                <button type="button" class="button" on:click=move |_| is_coded.set(true)>"Show it as a code"</button>
            </p>
            <p class="hint" role="status">{move || saved.get()}</p>
            <Show when=move || is_coded.get()>
                <label class="field">
                    {move || format!("Code, {} characters: send all of it", code.with(String::len))}
                    <textarea class="code" rows="4" readonly prop:value=move || code.get()></textarea>
                </label>
                {files::copy_button("Copy the code", move || code.get_untracked())}
            </Show>
        </section>
    }
    .into_any()
}
