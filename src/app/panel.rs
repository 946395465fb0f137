//! The panel beside the article: what was found, in the order of the text.

use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::analysis::set_ready;
use super::announcer::Announcer;
use super::card::Card;
use super::drawers::{ClearedDrawer, DismissedDrawer};
use super::filters::Filters;
use super::groups::{self, Group};
use super::ledger_table;
use super::listed::each;
use super::live::{later, live_if, maybe, words};
use super::paper::{Paper, about, single};
use super::places::asked;
use super::preferences::Preferences;
use super::print;
use super::provenance::Provenance;
use super::reading::{Reading, after_drawing};
use super::replies;
use super::selection::Selection;
use super::sheet::{Sheet, SheetHeights};
use super::shown::Shown;
use super::summary::Summary;
use super::voices::{legend, strip};
use crate::report::FlagId;
use crate::text::Span;

/// Cards on the page at a time; more would cost a long text its half second.
const WINDOW: usize = 60;

/// Cards on paper.
const MOST_PRINTED: usize = 1_000;

/// Cards drawn in one frame.
const AT_ONCE: usize = 12;

/// Bytes of a text in which nothing to flag says nothing: a few sentences.
const SHORT: usize = 300;

/// A region named Flags.
#[component]
pub(super) fn Panel(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let (sheet, preferences) = (Sheet::expect(), Preferences::expect());
    let reading = Reading::expect();
    let strip = {
        let paper = paper.clone();
        live_if(move || preferences.is_by_voice().then(|| strip(&paper, only)))
    };
    let legend = {
        let paper = paper.clone();
        live_if(move || preferences.is_by_voice().then(|| legend(&paper, only)))
    };
    let cards = later({
        let paper = paper.clone();
        move || untrack(|| cards(&paper))
    });
    view! {
        <section
            class=words(move || format!("panel panel--{}", sheet.height().id()))
            id="flags"
            aria-label="Flags"
            tabindex="-1"
            data-keys=""
            on:click=move |event| {
                if let Some((act, at)) = asked(&event)
                    && act == "place"
                    && let &[start, end] = at.as_slice()
                {
                    reading.visit(Span::new(start as usize, end as usize));
                }
            }
        >
            {strip}
            <SheetHeights />
            <Stepper paper=paper.clone() />
            <div class="panel__body" tabindex="-1">
                <h2 class="unseen">"Flags"</h2>
                <Summary paper=paper.clone() only />
                {maybe(single(&paper, only).map(|article| view! { <Provenance paper=paper.clone() article /> }))}
                {maybe(single(&paper, only).map(|article| {
                    let (one, other) = (paper.clone(), paper.clone());
                    let ledger = later(move || untrack(|| ledger_table::drawer(&one, article)));
                    let replies = later(move || untrack(|| replies::drawer(&other, article)));
                    vec![ledger, replies]
                }))}
                {legend}
                <Filters />
                {cards}
                <DismissedDrawer />
                <ClearedDrawer paper=paper.clone() only />
            </div>
        </section>
    }
}

/// Previous, where one is, next.
#[component]
fn Stepper(paper: Arc<Paper>) -> impl IntoView {
    let (reading, selection, shown) = (Reading::expect(), Selection::expect(), Shown::expect());
    let place = move || {
        shown.with(|shown| {
            let count = shown.ids.len();
            let at = selection.at().and_then(|id| shown.ids.iter().position(|&it| it == id));
            match (at, count) {
                (_, 0) => "No flags".to_owned(),
                (Some(at), _) => format!("{} of {count}", at + 1),
                (None, 1) => "1 flag".to_owned(),
                (None, _) => format!("{count} flags"),
            }
        })
    };
    Announcer::expect().say(untrack(place));
    // Where the cards are out of sight.
    let name = move || {
        selection.at().filter(|&id| paper.has(id)).map_or(String::new(), |id| about(paper.flag(id)).name.to_owned())
    };
    view! {
        <div class="stepper" role="group" aria-label="From flag to flag">
            <button type="button" class="stepper__button" aria-label="Previous flag" on:click=move |_| reading.step(false, false)>
                <span aria-hidden="true">"‹"</span>
            </button>
            <span class="stepper__place">{words(place)}<span class="stepper__name" aria-hidden="true">{words(name)}</span></span>
            <button type="button" class="stepper__button" aria-label="Next flag" on:click=move |_| reading.step(true, false)>
                <span aria-hidden="true">"›"</span>
            </button>
        </div>
    }
}

/// The list of cards: all of a short text's, a window on a long one's.
fn cards(paper: &Arc<Paper>) -> AnyView {
    let (selection, shown) = (Selection::expect(), Shown::expect());
    let paper = paper.clone();
    let (is_foreign, is_short) = (paper.is_foreign(), paper.text.body.len() < SHORT);
    let count = move || shown.with(|it| it.groups.len());
    let (first, drawn) = (RwSignal::new(0), RwSignal::new(AT_ONCE));
    let window = move || {
        let count = count();
        let first = first.get().min(count.saturating_sub(1));
        first..count.min(first + drawn.get())
    };
    draw_more(drawn);
    after_drawing(|| set_ready(true));
    print::on_paper(move || {
        first.set(0);
        drawn.set(MOST_PRINTED);
    });
    // The card of the flag the reader goes to comes into the window.
    Effect::new(move || {
        let at = selection.at().and_then(|id| groups::position(&shown.get_untracked().groups, id));
        if let Some(at) = at
            && !untrack(window).contains(&at)
        {
            first.set(at.saturating_sub(WINDOW / 4));
        }
    });
    let listed = move || {
        let numbers = |group: &Group| group.iter().map(|it| it.0).collect();
        let window = window();
        shown.with(|it| it.groups[window].iter().map(numbers).collect())
    };
    let more = move |range: Range<usize>, words: &'static str| {
        let count = range.len();
        (count > 0).then(|| {
            let to = range.start;
            view! {
                <button type="button" class="button cards__more" on:click=move |_| first.set(to)>
                    {format!("{count} {words}")}
                </button>
            }
            .into_any()
        })
    };
    view! {
        {live_if(move || (count() == 0).then(|| no_cards(is_foreign, is_short)))}
        {live_if(move || more(window().start.saturating_sub(WINDOW)..window().start, "flags before these"))}
        <ol class="cards">
            {each(listed, move |numbers| {
                view! { <Card paper=paper.clone() group=numbers.into_iter().map(FlagId).collect() /> }.into_any()
            })}
        </ol>
        {live_if(move || more(window().end..count(), "more flags"))}
    }
    .into_any()
}

/// Draws the cards of the window frame by frame.
fn draw_more(drawn: RwSignal<usize>) {
    request_animation_frame(move || {
        // Gone with the panel it belonged to.
        if let Some(now) = drawn.try_get_untracked().filter(|&now| now < WINDOW) {
            drawn.set(now + AT_ONCE);
            draw_more(drawn);
        }
    });
}

/// Nothing to show is no verdict: says why.
fn no_cards(is_foreign: bool, is_short: bool) -> AnyView {
    let shown = Shown::expect();
    let why = move || {
        let shown = shown.get();
        if shown.has_any() {
            "The filters above hide every flag."
        } else if shown.dismissed > 0 {
            "You have dismissed every flag here."
        } else if shown.quoted > 0 {
            "The only flags here are on quoted words, which are the speaker’s own."
        } else if is_foreign {
            "No rule has read its words."
        } else if is_short {
            "Nothing here asks for a flag. But this is too short to tell you much."
        } else {
            "Nothing here asks for a flag. That says how the text is made, not whether it is true."
        }
    };
    view! { <p class="cards__none">{words(move || why().to_owned())}</p> }.into_any()
}
