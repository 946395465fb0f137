//! The classroom: mark first, then reveal; lessons, slips, the picture of a class, paper.

mod board;
mod board_views;
mod desk;
mod draft;
mod files;
mod given;
mod hand_in;
mod heat;
mod kept;
mod key_lock;
mod lessons;
mod maker;
mod maker_form;
mod maker_key;
mod marking;
mod palette;
mod paper;
mod practise;
mod reveal;
mod sheet;
mod tutorial;
mod wall;

use leptos::prelude::*;

use super::super::reading::{after_drawing, focus};
use super::choice::named;
use crate::lesson::Refused;
use crate::traits::{self, Trait, TraitId};

pub(super) use board::{bring, screen as class};
pub(super) use lessons::screen as lesson;
pub(super) use practise::screen as practise;

/// Names the screen and goes there.
fn arrive(title: &str) {
    named(title);
    after_drawing(|| focus("#main"));
}

/// A rule by its id; codes are read so that no other id comes in.
fn about(of: TraitId) -> &'static Trait {
    traits::find(of).expect("forms take known rules only")
}

/// What to tell somebody whose code was not taken.
pub(super) fn refusal(why: Refused) -> &'static str {
    match why {
        Refused::NotOurs => "There is nothing of Sayso in it.",
        Refused::OtherKind => "It is of Sayso, but not what belongs here: a lesson is not a slip.",
        Refused::Newer => "It was made with a newer Sayso. Reload the page to get the newest.",
        Refused::Damaged => "It is damaged: cut off or changed on its way. Ask for it again.",
        Refused::TooLong => "It is longer than a lesson or a slip may be: about 10,000 words.",
        Refused::UnknownTrait => "It names a rule that this Sayso does not have. Reload the page to get the newest.",
    }
}

/// A screen with nothing but a trouble and a way out of it.
fn trouble(title: &str, words: &'static str) -> AnyView {
    arrive(title);
    view! {
        <main class="start" id="main" tabindex="-1">
            <h1 class="start__title">{title.to_owned()}</h1>
            <p>{words}</p>
            <p><a href="#/lesson">"Go to the lessons"</a></p>
        </main>
    }
    .into_any()
}

/// A share of one, as readers see it.
fn in_percent(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).round())
}
