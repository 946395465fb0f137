//! The sentence, the standard beside it, and what the rules say while it is rewritten.

use std::sync::Arc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;

use super::album::Album;
use crate::app::reading;
use crate::app::route::Route;
use crate::app::shelf::Shelf;
use crate::app::workshop::open::own_words;
use crate::app::workshop::standards;
use crate::ling::headline;
use crate::report::situation::{Said, Situation, Verdict};
use crate::storage::Pair;
use crate::text::fingerprint;
use crate::traits::lists::Finder;
use crate::traits::{self, Trait, named};

/// The rules run when the typing stops for this long.
const RUN_AFTER: Duration = Duration::from_millis(200);

/// What is on the bench.
struct Work {
    about: &'static Trait,
    situation: Situation,
    /// What the text is called.
    from: String,
    /// Where it stands, as in the address.
    place: String,
    /// The address of the sentence in its text.
    back: String,
    own: Finder,
}

/// Draws the bench; without a place, how to come to one.
pub(super) fn section(rest: &[&str], album: Album) -> AnyView {
    match rest {
        [] => view! {
            <p class="sheet-page__lead repair__way">
                "Open a card beside an article and choose “Try to write it better”: the sentence comes here, with the rule beside it. "
                "There is no button that does it for you."
            </p>
            <p class="repair__way"><a href=Route::Start.href()>"Go to the articles"</a></p>
        }
        .into_any(),
        _ => match work(rest) {
            Some(work) => draw(Arc::new(work), album),
            None => view! {
                <p class="sheet-page__lead repair__way">"This sentence is not here any more: its text is not kept in this browser."</p>
                <p class="repair__way"><a href=Route::Start.href()>"Go to the articles"</a></p>
            }
            .into_any(),
        },
    }
}

/// Finds what the address names: the text, the place in bytes with the fingerprint of its words, the rule; and,
/// for the way back, the number of the article and of the flag.
fn work(rest: &[&str]) -> Option<Work> {
    let [slug, place, of, way @ ..] = rest else { return None };
    let [start, end, print] = place.split('-').collect::<Vec<_>>().try_into().ok()?;
    let text = Shelf::expect().find(slug)?;
    let situation = Situation::new(&text.body, start.parse().ok()?, end.parse().ok()?)?;
    // Another text may have been pasted since.
    if fingerprint(situation.sentence.as_bytes()).to_string() != print {
        return None;
    }
    let from = text.title.clone().or_else(|| headline(&text.body).map(str::to_owned));
    let from = from.unwrap_or_else(|| "a pasted text".to_owned());
    let back = match way {
        [only, flag] => format!("{}/{only}/{start}/{flag}", Route::read(slug).href()),
        _ => format!("{}/0/{start}", Route::read(slug).href()),
    };
    Some(Work { about: named(of)?, situation, from, place: rest[..3].join("/"), back, own: own_words() })
}

fn draw(work: Arc<Work>, album: Album) -> AnyView {
    let Work { about, situation, place, .. } = &*work;
    let start = album.draft(place).unwrap_or_else(|| situation.sentence.clone());
    let words = RwSignal::new(start.clone());
    let area: NodeRef<html::Textarea> = NodeRef::new();
    // What was typed and is not kept yet.
    let typed = StoredValue::new(None::<String>);
    let keep = {
        let place = place.clone();
        move || {
            let typed = typed.try_update_value(Option::take).flatten();
            typed.iter().for_each(|it| album.keep_draft(&place, it.clone()));
            typed
        }
    };
    let mut run = debounce(RUN_AFTER, {
        let keep = keep.clone();
        move |()| {
            if let Some(typed) = keep() {
                words.set(typed);
            }
        }
    });
    // What is set is kept a moment later, when there may be nothing any more that keeps it.
    let leave = move || {
        keep();
        album.save();
    };
    let left = window_event_listener_untyped("pagehide", {
        let leave = leave.clone();
        move |_| leave()
    });
    on_cleanup(move || {
        left.remove();
        leave();
    });
    let write = move |event: leptos::ev::Event| {
        typed.set_value(Some(event_target_value(&event)));
        run(());
    };
    let saying = work.clone();
    view! {
        <p class="sheet-page__up"><a href=work.back.clone()>"Back to the text"</a> " · " {work.from.clone()}</p>
        <div class="repair">
            <section>
                <h2>"As it stands"</h2>
                <blockquote class="repair__before">{situation.sentence.clone()}</blockquote>
                <div class="entry">
                    <label class="entry__label" for="bench">"As you would write it"</label>
                    <textarea class="entry__text" id="bench" rows="4" node_ref=area aria-describedby="bench-says" on:input=write>
                        {start}
                    </textarea>
                </div>
                <div class="repair__says" id="bench-says" role="status">{move || words.with(|words| says(&saying, words))}</div>
                {keeping(work.clone(), album, area)}
            </section>
            {beside(about)}
        </div>
    }
    .into_any()
}

fn keeping(work: Arc<Work>, album: Album, area: NodeRef<html::Textarea>) -> AnyView {
    let hint = RwSignal::new("");
    let keep = move |_| {
        let after = area.get_untracked().map(|it| it.value().trim().to_owned()).unwrap_or_default();
        let before = work.situation.sentence.trim().to_owned();
        if after.is_empty() || after == before {
            return hint.set("Change the sentence first.");
        }
        let pair = Pair { of: work.about.id.0.to_owned(), from: work.from.clone(), before, after };
        if album.has_last(&pair) {
            return hint.set("It is in your portfolio already.");
        }
        hint.set("");
        album.add(&work.place, pair);
        reading::after_drawing(|| reading::focus("#portfolio"));
    };
    view! {
        <p class="own__buttons">
            <button type="button" class="button button--main" on:click=keep>"Put it into your portfolio"</button>
        </p>
        <p class="entry__hint" role="status">{move || hint.get()}</p>
    }
    .into_any()
}

/// What the rule says of itself, and the standard.
fn beside(about: &'static Trait) -> AnyView {
    let it = &about.explanation;
    view! {
        <section class="repair__rule" aria-labelledby="bench-rule">
            <h2 id="bench-rule"><a href=format!("#/rules/{}", about.id.0)>{about.name}</a></h2>
            <p>{it.what} " " {it.why}</p>
            {standards::list(traits::grounds(about.id).standards)}
            <p>{it.but}</p>
        </section>
    }
    .into_any()
}

/// What the rules say of the sentence as it is now.
fn says(work: &Work, words: &str) -> AnyView {
    if words.trim().is_empty() {
        return view! { <p>"A sentence that is gone tells nothing. Try to keep what it says."</p> }.into_any();
    }
    let Verdict { concerns, credits, lost, new_names, has_lost_source, lost_voice, is_another } =
        work.situation.with(words, &work.own);
    let (its, others): (Vec<Said>, Vec<Said>) = concerns.into_iter().partition(|it| it.about.id == work.about.id);
    let is_same = words.trim() == work.situation.sentence.trim();
    let first = match its.as_slice() {
        [] if is_same => {
            view! { <li>"On its own the rule finds nothing here. It looked at the text around it too."</li> }.into_any()
        }
        [] if has_lost_source => view! {
            <li>
                "Now nobody stands behind it."
                <span class="repair__question">"It says the same, and its source is gone. Who could be asked?"</span>
            </li>
        }
        .into_any(),
        [] if is_another => view! { <li>"Nothing of the sentence is left. Try to keep what it says."</li> }.into_any(),
        [] if lost_voice.is_some() => view! {
            <li>
                {lost_voice.map(|it| format!("It was “{it}” who said this."))}
                <span class="repair__question">"Who says it now, and would they?"</span>
            </li>
        }
        .into_any(),
        [] => view! { <li class="is-good">{format!("“{}” finds nothing to ask here any more.", work.about.name)}</li> }
            .into_any(),
        its => its.iter().map(|it| missing("Still asked", it)).collect::<Vec<_>>().into_any(),
    };
    let others: Vec<_> = others.iter().map(|it| missing("Also asked", it)).collect();
    // What is well done in another sentence is not done well in this one.
    let credits = if is_another { Vec::new() } else { credits };
    let is_both = !its.is_empty() && !credits.is_empty();
    let credits = credits.iter().map(|it| {
        view! { <li class="is-good">{format!("A credit from “{}”: “{}”", it.about.name, it.quote)}</li> }.into_any()
    });
    let both =
        is_both.then(|| view! { <li>"Both can hold: something is done well, and something can still be asked."</li> });
    let lost = (!lost.is_empty()).then(|| {
        view! { <li>{format!("No longer in it: {}. Did you mean to leave that out?", lost.join(", "))}</li> }
    });
    let new = (!new_names.is_empty()).then(|| {
        view! { <li>{format!("Not in the text: {}. Where would you find that?", new_names.join(", "))}</li> }
    });
    view! { <ul>{first} {others} {credits.collect::<Vec<_>>()} {both} {lost} {new}</ul> }.into_any()
}

/// One thing that a rule asks for.
fn missing(asked: &str, it: &Said) -> AnyView {
    view! {
        <li>
            {format!("{asked} by “{}”: “{}”", it.about.name, it.quote)}
            <span class="repair__question">{question(it)}</span>
            {it.note.clone()}
        </li>
    }
    .into_any()
}

/// What the rule asks, with the word that it proposes: *“said”* fits no *slammed as reckless*.
fn question(it: &Said) -> String {
    let question = it.about.explanation.question;
    let proposed = it.note.as_deref().and_then(|it| it.strip_prefix("An editor might write: "));
    let word = proposed.and_then(|it| it.split(['.', ',', ';']).next()).filter(|it| !it.contains(' '));
    word.map_or_else(|| question.to_owned(), |it| question.replace("“said”", &format!("“{it}”")))
}
