//! A headline of the reader's own, checked while it is written.

use leptos::prelude::*;

use super::super::boxes::TextBox;
use super::Lab;
use super::parts;
use crate::report::lab::{first_part, manner, verdict};
use crate::traits;

#[component]
pub(super) fn Fair(lab: Lab) -> impl IntoView {
    view! {
        <section class="result" aria-labelledby="fair-title">
            <h2 id="fair-title">"Write a fair headline"</h2>
            <TextBox kept=lab.fair id="lab-fair" label="Your headline" hint="Short, and nothing in it that the text does not say." />
            <div aria-live="polite">{move || checked(lab)}</div>
        </section>
    }
}

fn checked(lab: Lab) -> AnyView {
    let words = lab.fair.get();
    let headline = first_part(&words).trim().to_owned();
    if headline.is_empty() {
        return ().into_any();
    }
    let body = lab.read();
    if body.is_empty() {
        return view! { <p class="bench__none">"Put in the text first: your headline is checked against it."</p> }
            .into_any();
    }
    let parts = body.look_up(&headline);
    let flags = manner(&headline);
    let verdict = verdict(&parts, flags.len());
    let flags = flags.into_iter().map(|it| {
        let (name, question) = traits::find(it.of).map_or(("", ""), |about| (about.name, about.explanation.question));
        view! { <li class="part"><span class="part__words">{headline[it.span.range()].to_owned()}</span> <span class="part__kind">{name}</span> <span class="part__place">{question}</span></li> }
    });
    view! {
        <p class="fair__verdict">{verdict}</p>
        {parts::list(&headline, &parts, &body)}
        <ul class="parts">{flags.collect_view()}</ul>
    }
    .into_any()
}
