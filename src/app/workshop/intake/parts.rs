//! The split by hand: what stands where in the article, and what was left out.

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;

use super::super::arrived::open_form;
use super::super::boxes::{recall_fields, remember, remember_fields};
use super::super::collection;
use super::super::share::grouped;
use super::desk::Desk;
use super::device::Found;
use crate::app::bundle::remember_text;
use crate::app::shelf::{FILE, Shelf};
use crate::intake::{LeftOut, Parts, still_out};
use crate::ling::{in_words, is_date};

thread_local! {
    /// What was read last, to be put right once more.
    static LAST: RefCell<Option<Found>> = const { RefCell::new(None) };
}

/// Shows the parts of what was read last; after a reload they are one again.
pub(super) fn again(desk: Desk) {
    let found = LAST.with_borrow(Option::clone).or_else(|| {
        let body = Shelf::expect().find(FILE)?.body.to_string();
        Some(Found { parts: Parts { body, ..Parts::default() }, ..Found::default() })
    });
    if let Some(found) = found {
        desk.show(found);
    }
}

/// The name under which this tab keeps the parts while they are put right.
const KEPT: &str = "sayso.in";

/// How long after a change it is kept.
const KEEP_AFTER: Duration = Duration::from_millis(250);

/// Takes up what was being put right before a reload.
pub(super) fn take_up(desk: Desk) {
    if let Some(found) = Found::of(&recall_fields(KEPT)) {
        desk.show(found);
    }
}

/// What was put right is read, or given up.
pub(super) fn forget() {
    remember(KEPT, "");
}

/// A box that sets one part.
type Field = fn(&mut Parts) -> &mut String;

/// Draws the parts as fields.
pub(super) fn form(desk: Desk, found: Found) -> AnyView {
    let parts = StoredValue::new(found.parts);
    // The text is drawn anew when something is put back into it.
    let round = RwSignal::new(0);
    let left_out = StoredValue::new(found.left_out);
    let back = RwSignal::new(left_out.with_value(|it| vec![false; it.len()]));
    let found = move || Found {
        parts: parts.get_value(),
        left_out: left_out.with_value(|it| back.with_untracked(|back| still_out(it, back))),
    };
    let is_short = move || parts.try_with_value(|it| (1..=EDITABLE).contains(&it.body.len())).unwrap_or_default();
    let keep_all = move || {
        if is_short() {
            remember_fields(KEPT, found().fields());
        }
    };
    keep_all();
    let later = StoredValue::new_local(debounce(KEEP_AFTER, move |()| keep_all()));
    let changed = move || later.update_value(|it| it(()));
    Effect::watch(move || back.track(), move |(), _, _| changed(), false);
    let date = RwSignal::new(parts.with_value(|it| it.date.clone()));
    let field = move |id: &'static str, name: &'static str, of: Field| {
        let value = parts.try_update_value(|it| of(it).clone()).unwrap_or_default();
        let set = move |event| {
            parts.update_value(|it| *of(it) = event_target_value(&event));
            date.set(parts.with_value(|it| it.date.clone()));
            changed();
        };
        view! {
            <label class="screen__field" for=id>
                {name} <input class="screen__link" id=id type="text" prop:value=value on:input=set />
            </label>
        }
    };
    let read = move |_| {
        // A long text lies here once: memory that is taken is never given back.
        LAST.set(is_short().then(found));
        hand_over(parts.try_update_value(std::mem::take).unwrap_or_default());
    };
    let keep = move |_| collection::keep(None, &parts.with_value(Parts::join), desk.saying);
    view! {
        {field("headline", "Headline", |it| &mut it.headline)}
        {field("byline", "By", |it| &mut it.byline)}
        {field("outlet", "Outlet", |it| &mut it.outlet)}
        {field("date", "Date", |it| &mut it.date)}
        <p class="hint" role="status">{move || date.with(|it| unread(it))}</p>
        {move || {
            round.track();
            body(parts, changed)
        }}
        {cut_out(parts, round, left_out.get_value(), back)}
        <div class="screen__acts">
            <button type="button" class="button button--main" on:click=read>"Read it"</button>
            <button type="button" class="button" on:click=keep>"Keep it in my collection"</button>
            <button type="button" class="button" on:click=move |_| desk.start_again()>"Open something else"</button>
        </div>
    }
    .into_any()
}

/// Has the text read as it was put right.
fn hand_over(parts: Parts) {
    forget();
    let mut form = parts.into_text();
    form.reserve_exact(1);
    form.insert(0, '\n');
    remember_text(&form[1..]);
    open_form(FILE, &form);
}

/// What is said of a date that the rules will not find.
fn unread(date: &str) -> Option<&'static str> {
    let is_read = date.trim().is_empty() || is_date(&in_words(date.trim()));
    (!is_read).then_some("This date cannot be read. Write it as 28 November 2020.")
}

/// Bytes of a text that a box on the page bears.
const EDITABLE: usize = 300_000;

fn body(parts: StoredValue<Parts>, changed: impl Fn() + Copy + 'static) -> AnyView {
    if parts.with_value(|it| it.body.len() > EDITABLE) {
        let (first, count) = parts.with_value(|it| {
            let first = it.body[..it.body.floor_char_boundary(400)].to_owned();
            (first, grouped(it.body.chars().count()))
        });
        let length = format!("{count} characters: too long to be changed here, not to be read.");
        return view! {
            <blockquote class="screen__first">{first} "…"</blockquote>
            <p>{length}</p>
        }
        .into_any();
    }
    let body = parts.with_value(|it| it.body.clone());
    let set = move |event| {
        parts.update_value(|it| it.body = event_target_value(&event));
        changed();
    };
    view! {
        <label class="screen__field" for="body">"Text" <textarea id="body" rows="14" prop:value=body on:input=set></textarea></label>
    }
    .into_any()
}

fn cut_out(
    parts: StoredValue<Parts>,
    round: RwSignal<u32>,
    left_out: Vec<LeftOut>,
    back: RwSignal<Vec<bool>>,
) -> AnyView {
    if left_out.is_empty() {
        return ().into_any();
    }
    let name = match left_out.len() {
        1 => "1 paragraph was left out".to_owned(),
        count => format!("{count} paragraphs were left out"),
    };
    let paragraph = |(at, (after, text)): (usize, LeftOut)| {
        let place = match after {
            Some(0) => "Above the text".to_owned(),
            Some(after) => format!("After paragraph {after}"),
            None => "At the edge of pages".to_owned(),
        };
        let shown = text.clone();
        let is_back = move || back.with(|it| it[at]);
        let put = move |_| {
            if untrack(is_back) {
                return;
            }
            // Those above it that are back stand before it.
            let before = back.with_untracked(|it| it[..at].iter().filter(|it| **it).count());
            parts.update_value(|it| it.put_back(after.map_or(usize::MAX, |after| after + before), &text));
            back.update(|it| it[at] = true);
            round.update(|it| *it += 1);
        };
        view! {
            <dt>{place}</dt>
            <dd>
                {shown} " "
                <button type="button" class="link" aria-disabled=move || is_back().to_string() on:click=put>
                    {move || if is_back() { "It is in the text again" } else { "Put it back" }}
                </button>
            </dd>
        }
        .into_any()
    };
    view! {
        <details class="screen__left-out">
            <summary>{name}</summary>
            <p>"These stood near the article and were taken for menus, links and the like. Put back what belongs to it."</p>
            <dl class="screen__file" tabindex="0">{left_out.into_iter().enumerate().map(paragraph).collect_view()}</dl>
        </details>
    }
    .into_any()
}
