//! Three minutes on what to look for, with a check after each step.

use leptos::prelude::*;

use super::kept::Works;
use crate::app::reading::{after_drawing, focus};

/// A sentence, what to find in it, and the words to choose from.
struct Step {
    asks: &'static str,
    text: &'static str,
    /// The right one comes first here, and not on the screen.
    choices: [&'static str; 3],
    because: &'static str,
}

static STEPS: [Step; 5] = [
    Step {
        asks: "Who speaks here, and could you ask them? Choose the source without a name.",
        text: "The bridge is safe, a council official said. Engineer Rosa Prins disagreed.",
        choices: ["a council official", "Engineer Rosa Prins", "The bridge"],
        because: "You could ask Rosa Prins. Of the official you know only where they work. That need not be wrong: ask why there is no name.",
    },
    Step {
        asks: "One of these words judges. Which?",
        text: "The mayor’s shameful plan was read to 40 people on Monday.",
        choices: ["shameful", "40 people", "on Monday"],
        because: "“Shameful” is what the writer thinks of the plan. The other words only tell what happened.",
    },
    Step {
        asks: "The same word again. Whose is it now?",
        text: "“This plan is shameful,” said Omar Vance, who lives beside the school.",
        choices: ["Omar Vance’s", "the reporter’s", "nobody’s"],
        because: "Inside a quotation a word belongs to the person who said it. So you need not mark it.",
    },
    Step {
        asks: "Which words make a claim that nobody stands behind?",
        text: "The closure will ruin the old town. It begins in May, the council wrote.",
        choices: ["The closure will ruin the old town", "It begins in May", "the council wrote"],
        because: "A prediction, and nobody is cited for it. The date has a source: the council wrote it.",
    },
    Step {
        asks: "Good practice can be marked, too. Which words show it?",
        text: "Between 30 and 35 people came, according to the fire service. It was loud.",
        choices: ["according to the fire service", "It was loud", "people came"],
        because: "The figure has a source that you could ask, and it is given as a range. Mark what is done well, not only what is not.",
    },
];

/// Shows the steps; `done` once they are over, or skipped.
pub(super) fn tutorial(works: Works, done: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let at = RwSignal::new(0usize);
    let end = move || {
        works.set_seen_tutorial();
        done();
    };
    let next = move || {
        if at.get_untracked() + 1 == STEPS.len() {
            return end();
        }
        at.update(|it| *it += 1);
        after_drawing(|| focus("#tutorial-text"));
    };
    view! {
        <section class="tutorial" aria-labelledby="tutorial-title">
            <h1 id="tutorial-title">"Before you begin: what to look for"</h1>
            <p class="hint">
                {move || format!("Step {} of {}. About three minutes in all. ", at.get() + 1, STEPS.len())}
                <button type="button" class="link" on:click=move |_| end()>"Skip it"</button>
            </p>
            {move || step(&STEPS[at.get()], at.get(), next)}
        </section>
    }
    .into_any()
}

fn step(step: &'static Step, at: usize, next: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let chosen = RwSignal::new(None::<usize>);
    // The right one stands in another place at each step.
    let order = [at % 3, (at + 1) % 3, (at + 2) % 3];
    let choice = |which: usize| {
        view! {
            <label class="switch">
                <input
                    type="radio"
                    name=format!("step-{at}")
                    prop:checked=move || chosen.get() == Some(which)
                    on:change=move |_| chosen.set(Some(which))
                />
                {step.choices[which]}
            </label>
        }
    };
    let verdict = move || match chosen.get() {
        Some(0) => Some(format!("Yes. {}", step.because)),
        Some(_) => Some("Not this one. Read it once more and choose again.".to_owned()),
        None => None,
    };
    view! {
        <blockquote class="tutorial__text" id="tutorial-text" tabindex="-1">{step.text}</blockquote>
        <fieldset class="tutorial__choices"><legend>{step.asks}</legend>{order.map(choice).collect_view()}</fieldset>
        <p role="status" class="tutorial__verdict">{verdict}</p>
        <button
            type="button"
            class="button button--main"
            aria-disabled=move || (chosen.get() != Some(0)).to_string()
            on:click=move |_| if chosen.get_untracked() == Some(0) { next() }
        >
            {if at + 1 < STEPS.len() { "Next" } else { "Begin to mark" }}
        </button>
    }
    .into_any()
}
