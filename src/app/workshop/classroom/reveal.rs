//! The reveal: four groups side by side, none of them called wrong.

use leptos::prelude::*;

use super::super::share::counted;
use super::desk::Desk;
use super::{about, in_percent, key_lock};
use crate::lesson::{Attempt, Comparison, Group, Key, Lesson, Place, Score, Stance};
use crate::text::Span;
use crate::traits::TraitId;

/// The way to the reveal, or back from it.
pub(super) fn door(desk: Desk) -> AnyView {
    let made = move || desk.with(|it| it.marks.len());
    let words = move || match desk.marks_to_go() {
        None => format!("Your class looks together at {}", shown(&desk.sheet().lesson)),
        Some(0) => format!("Reveal {}", shown(&desk.sheet().lesson)),
        Some(more) => format!("Reveal ({} of {} made)", made(), counted(made() + more, "mark")),
    };
    let is_shut = move || desk.marks_to_go() != Some(0);
    let is_revealed = desk.is_revealed();
    view! {
        {move || match is_revealed.get() {
            false => view! {
                <button
                    type="button"
                    class="button button--main door"
                    aria-disabled=move || is_shut().to_string()
                    on:click=move |_| desk.reveal()
                >
                    {words}
                </button>
            }.into_any(),
            true => view! {
                <button type="button" class="button door" on:click=move |_| desk.cover()>
                    "Hide them and go on marking"
                </button>
            }.into_any(),
        }}
    }
    .into_any()
}

/// What a lesson shows beside the student's own marks.
pub(super) fn shown(lesson: &Lesson) -> &'static str {
    match (lesson.with_sayso, &lesson.key) {
        (true, Key::None) => "what Sayso found",
        (false, Key::Open(_) | Key::Sealed(_)) => "the key",
        _ => "what Sayso and the key have",
    }
}

/// Everything that is seen after the reveal.
pub(super) fn groups(desk: Desk) -> AnyView {
    let has_sayso = desk.sheet().lesson.with_sayso;
    let found = desk.found();
    let has_key = move || !desk.key().is_empty();
    let opener = move || {
        let sealed = desk.sealed_key()?;
        Some(key_lock::opener(sealed, move |marks| desk.set_key(marks)))
    };
    view! {
        <section class="reveal" aria-labelledby="reveal-title">
            <h2 id="reveal-title" tabindex="-1">"Side by side"</h2>
            <p class="hint">
                "Nobody here is the judge: neither you, nor Sayso" {move || has_key().then_some(", nor the key")} ". Where you differ, look again and say why."
            </p>
            <p class="reveal__legend">
                <span>"In the text: " <mark class="ink ink--mine">"yours"</mark></span>
                {has_sayso.then(|| view! { <mark class="ink ink--sayso">"Sayso’s"</mark> })}
                {move || has_key().then(|| view! { <mark class="ink ink--key">"the key’s"</mark> })}
            </p>
            {opener}
            {move || found.with(|found| {
                let scores = [
                    has_sayso.then(|| score("You and Sayso", found.with_sayso)),
                    has_key().then(|| score("You and the key", found.with_key)),
                ];
                view! { <dl class="reveal__scores">{scores.into_iter().flatten().collect_view()}</dl> }
            })}
            {attempts(desk)}
            {[Group::Both, Group::OnlyYou, Group::OnlySayso, Group::OnlyKey]
                .map(|it| group(desk, found, it))
                .collect_view()}
        </section>
    }
    .into_any()
}

/// How many of the other's places one has met, and how many of one's marks are one's own alone.
fn in_short(Score { theirs, met, alone, .. }: Score) -> String {
    match theirs {
        0 => format!("nothing is marked there; you made {}", counted(alone, "mark")),
        all => format!("you marked {met} of the {} there, and {alone} elsewhere", counted(all, "place")),
    }
}

fn score(name: &'static str, score: Score) -> AnyView {
    let part = |it: Option<f64>| it.map_or("nothing to compare".to_owned(), in_percent);
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{in_short(score)}</dd>
            <dd>"the same words: " <strong>{part(score.place)}</strong></dd>
            <dd>"called the same: " <strong>{part(score.kind)}</strong></dd>
        </div>
    }
    .into_any()
}

/// How it went from reveal to reveal, once there are two.
fn attempts(desk: Desk) -> AnyView {
    let row = |(number, it): (usize, &Attempt)| {
        let part = |it: Option<u32>| it.map_or("–".to_owned(), |it| in_percent(f64::from(it) / 1000.0));
        let marks = counted(it.marks as usize, "mark");
        let (place, kind) = (part(it.place), part(it.kind));
        view! { <li>{format!("Look {number}: {marks}, the same words {place}, called the same {kind}")}</li> }
    };
    let made = Memo::new(move |_| desk.with(|it| it.attempts.clone()));
    view! {
        {move || made.with(|it| (it.len() > 1).then(|| {
            view! { <ol class="reveal__attempts">{(1..).zip(it).map(row).collect_view()}</ol> }
        }))}
    }
    .into_any()
}

/// What a group is called, and what to think of it.
pub(super) fn heading(group: Group) -> (&'static str, &'static str) {
    match group {
        Group::Both => ("Not only you", "You marked it, and it is marked here as well."),
        Group::OnlyYou => ("Only you", "You see something that is not marked here. Say why, or let it go."),
        Group::OnlySayso => {
            ("Only Sayso", "Would you mark it now? Sayso follows rules and knows nothing of the world.")
        }
        Group::OnlyKey => ("The key, not you", "The key has it. What might be the reason?"),
    }
}

fn group(desk: Desk, found: Memo<Comparison>, which: Group) -> AnyView {
    let (title, words) = heading(which);
    let places = move || {
        let numbered = |it: &Comparison| {
            let all = it.places.iter().cloned().enumerate();
            all.filter(|it| it.1.group == which).collect::<Vec<_>>()
        };
        found.with(numbered)
    };
    view! {
        {move || {
            let places = places();
            (!places.is_empty()).then(|| view! {
                <section class="group">
                    <h3>{title} " " <span class="mine__count">{places.len()}</span></h3>
                    <p class="hint">{words}</p>
                    <ul>{places.into_iter().map(|(at, it)| place(desk, at + 1, it)).collect_view()}</ul>
                </section>
            })
        }}
    }
    .into_any()
}

fn place(desk: Desk, number: usize, it: Place) -> AnyView {
    let who = match (it.group, it.sayso, it.key) {
        (Group::Both, true, true) => "Sayso and the key too",
        (Group::Both, true, false) => "Sayso too",
        (Group::Both, false, _) => "the key too",
        (Group::OnlyKey, true, _) => "the key and Sayso",
        _ => "",
    };
    let apart = match it.group {
        Group::Both if !it.is_same_kind => Some("Same place, another name: which fits better?".to_owned()),
        Group::Both if it.shared < 0.99 => Some(format!("You share {} of the words.", in_percent(it.shared))),
        _ => None,
    };
    let what = about(it.of).explanation.what;
    let met = it.meets.iter().map(|it| format!("“{}” ({})", desk.sheet().quote(it.0), about(it.1).name));
    let met = (it.meets.len() > 1)
        .then(|| format!("Here are {} of theirs: {}.", it.meets.len(), met.collect::<Vec<_>>().join(", ")));
    view! {
        <li class="group__place">
            <p class="mine__name"><span class="group__number">{number}</span> {about(it.of).name} " " <span class="hint">{who}</span></p>
            <p class="mine__words"><q>{desk.sheet().quote(it.span)}</q></p>
            {apart.into_iter().chain(met).map(|it| view! { <p class="hint">{it}</p> }).collect_view()}
            {(it.mine.is_none()).then(|| view! { <p class="hint">{what}</p> })}
            {(it.group == Group::OnlyYou).then(|| stances(desk, it.span, it.of))}
        </li>
    }
    .into_any()
}

/// Defend, concede, or say that Sayso is wrong.
fn stances(desk: Desk, span: Span, of: TraitId) -> AnyView {
    let at = Memo::new(move |_| desk.mark(span, of).map(|it| it.stance).unwrap_or_default());
    let choice = |stance: Stance, name: &'static str| {
        let take = move |_| {
            let taken_back = at.get_untracked() == stance;
            desk.set_stance(span, of, if taken_back { Stance::Open } else { stance });
        };
        view! {
            <button type="button" class="stance" aria-pressed=move || (at.get() == stance).to_string() on:click=take>
                {name}
            </button>
        }
    };
    let label = format!("What do you make of “{}”?", desk.sheet().quote(span));
    let is_defended = move || matches!(at.get(), Stance::Defended | Stance::SaysoWrong);
    let reason = move || untrack(|| desk.mark(span, of)).map(|it| it.reason).unwrap_or_default();
    view! {
        <div class="stances" role="group" aria-label=label>
            {choice(Stance::Defended, "I stand by it")}
            {choice(Stance::Conceded, "I let it go")}
            {choice(Stance::SaysoWrong, "Sayso is wrong")}
        </div>
        <Show when=is_defended>
            <label class="field">
                "Because"
                <textarea
                    rows="2"
                    maxlength="400"
                    prop:value=reason
                    on:input=move |event| desk.set_reason(span, of, event_target_value(&event))
                ></textarea>
            </label>
        </Show>
    }
    .into_any()
}
