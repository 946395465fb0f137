//! A headline of the reader's own, checked while it is written.

use leptos::prelude::*;

use super::super::boxes::TextBox;
use super::Lab;
use super::parts;
use crate::ling::Found;
use crate::report::lab::{first_part, manner};
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
    let missing = parts.iter().filter(|it| it.found == Found::No).count();
    let weak = parts.iter().filter(|it| matches!(it.found, Found::Weaker | Found::Quoted)).count();
    let flags = manner(&headline);
    let verdict = match (parts.len(), missing, weak, flags.len()) {
        (0, .., 0) => "Nothing in it needs to be looked up. Does it say who, what and where?".to_owned(),
        (_, 0, 0, 0) => "Every part of it is in the text.".to_owned(),
        (all, missing, weak, odd) => {
            let words = [
                (missing, "not in the text"),
                (weak, "less sure in the text, or only quoted there"),
                (odd, "worth another look for its wording"),
            ];
            let told: Vec<String> =
                words.iter().filter(|it| it.0 > 0).map(|(count, what)| format!("{count} {what}")).collect();
            format!("Of {all} parts looked up: {}.", told.join("; "))
        }
    };
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
