//! The keyboard: what each key does, and where.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::announcer::Announcer;
use super::dialogs::{Dialog, Dialogs};
use super::dismissals::Dismissals;
use super::ledger::Ledger;
use super::preferences::Preferences;
use super::reading::{Reading, after_drawing, element, focus_first, focus_still, is_in};
use super::route::{Route, Router};
use crate::text::lower;

/// The list that `?` shows.
pub(super) const LIST: &[(&str, &str)] = &[
    ("J, F8", "next flag"),
    ("K, Shift+F8", "previous flag"),
    ("Shift+J, Shift+K", "the same, for flags of one rule"),
    ("Enter", "open the card"),
    ("D", "dismiss the flag you are at"),
    ("E", "try to write its sentence better"),
    ("Esc", "close it, and go back to where you were"),
    ("H, Ctrl+Shift+H", "hide or show all flags"),
    ("V", "colour the text by who speaks"),
    ("F6, Shift+F6", "from the article to the panel, to the tools, and back"),
    ("Ctrl+Z", "undo the last step: a dismissal, a merge, a deletion"),
    ("Ctrl+Shift+Z", "redo it"),
    ("?", "this list"),
    ("M, 1 to 9, Delete, R", "in “Mark it yourself”: pick words, say what they are, take the mark away, reveal"),
];

/// Everything a key can do.
#[derive(Clone, Copy)]
struct Keys {
    reading: Reading,
    preferences: Preferences,
    dismissals: Dismissals,
    dialogs: Dialogs,
    announcer: Announcer,
    router: Router,
    ledger: Ledger,
}

/// Listens for as long as the page lives.
pub(super) fn listen() {
    let keys = Keys {
        reading: Reading::expect(),
        preferences: Preferences::expect(),
        dismissals: Dismissals::expect(),
        dialogs: Dialogs::expect(),
        announcer: Announcer::expect(),
        router: Router::expect(),
        ledger: Ledger::expect(),
    };
    let _ = window_event_listener(leptos::ev::keydown, move |event| {
        if !event.default_prevented() && keys.press(&event) {
            event.prevent_default();
        }
    });
}

impl Keys {
    /// Returns whether the key meant something.
    fn press(self, event: &KeyboardEvent) -> bool {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let is_in = |css: &str| target.as_ref().is_some_and(|it| it.closest(css).is_ok_and(|it| it.is_some()));
        // The workshop has keys of its own.
        let is_beside = untrack(|| self.router.at()) == Route::Workshop;
        if is_in("dialog") || is_beside || event.alt_key() {
            return false;
        }
        if event.ctrl_key() || event.meta_key() {
            return !is_in("textarea, input:not([type=checkbox], [type=radio])")
                && self.press_with_ctrl(event, is_in(".ledger"));
        }
        match event.key().as_str() {
            "F8" => self.reading.step(!event.shift_key(), false),
            "F6" => go_round(!event.shift_key()),
            "Escape" if is_in(".dismiss") && element(OPEN_MENU).is_some() => focus_and_press(OPEN_MENU),
            "Escape" => self.close(),
            // A badge or a link acts by itself.
            "Enter" if is_in("article") && !is_in("a, button, summary") => self.reading.open_here(),
            key if is_in("[data-keys]") && self.preferences.takes_letters() => {
                return self.press_letter(&lower(key), event.shift_key());
            }
            _ => return false,
        }
        true
    }

    fn press_with_ctrl(self, event: &KeyboardEvent, is_in_ledger: bool) -> bool {
        match (lower(&event.key()).as_str(), event.shift_key()) {
            ("z", is_redo) if is_in_ledger => {
                let act = if is_redo { "redo" } else { "undo" };
                if !press(&format!("[data-act={act}]")) {
                    self.dismissals.say(&format!("There is no merge or split of just now to {act}."));
                }
            }
            ("z", false) => self.dismissals.undo(),
            ("z", true) => self.dismissals.redo(),
            ("h", true) => self.hide(),
            _ => return false,
        }
        true
    }

    fn press_letter(self, key: &str, with_shift: bool) -> bool {
        match key {
            "j" | "k" => self.reading.step(key == "j", with_shift),
            "d" => {
                self.reading.take_focused();
                after_drawing(|| focus_and_press(".card.is-at .dismiss__open"));
            }
            "e" => {
                self.reading.take_focused();
                self.reading.open_here();
                after_drawing(move || {
                    if !press(".card.is-open a[href^=\"#/repair\"]") {
                        self.announcer.say("There is nothing to repair here.");
                    }
                });
            }
            "h" => self.hide(),
            "v" => self.ink_by_voice(),
            "?" => self.dialogs.open(Dialog::Keys),
            _ => return false,
        }
        true
    }

    /// Closes what is open; where that is nothing, the text that was read without a voice is whole again.
    fn close(self) {
        if !self.reading.close() && untrack(|| self.ledger.is_cut()) {
            self.ledger.put_back();
            if is_in(".page__whole") {
                focus_still("#article");
            }
        }
    }

    /// Keeps the focus in the article when its badges go, and gives it back to the one the reader is at.
    fn step_off_badge(self) {
        if is_in(".badge") {
            self.reading.take_focused();
            focus_still("#article");
        }
        if is_in("#article") {
            after_drawing(|| focus_still(".badge.is-at"));
        }
    }

    fn hide(self) {
        self.step_off_badge();
        self.ledger.restore();
        self.preferences.click_marks();
        let is_bare = untrack(|| self.preferences.is_bare());
        self.announcer.say(if is_bare { "All flags are hidden." } else { "Flags are shown." });
    }

    fn ink_by_voice(self) {
        self.step_off_badge();
        let is_on = self.preferences.toggle_by_voice();
        self.announcer.say(if is_on { "Coloured by who speaks." } else { "Flags are shown." });
    }
}

/// The parts of the page that F6 goes round, and what takes the focus in each.
const PARTS: [(&str, &str); 3] = [("#article", "#article"), ("#flags", "#flags"), (".header", ".header__tools button")];

/// Moves the focus to the next part of the page, or the one before.
fn go_round(forward: bool) {
    let at = PARTS.iter().position(|(part, _)| is_in(part));
    let step = |at: usize, by: usize| PARTS[(at + if forward { by } else { PARTS.len() - by }) % PARTS.len()].1;
    match at {
        // What is not on this screen is passed over.
        Some(at) => focus_first(&[step(at, 1), step(at, 2)]),
        None => focus_first(&["#article", ".header__tools button"]),
    }
}

/// Presses a button; returns whether it was there.
fn press(css: &str) -> bool {
    element(css).map(|it| it.click()).is_some()
}

/// What to dismiss is asked, and the focus is there.
const OPEN_MENU: &str = ".dismiss:focus-within .dismiss__open[aria-expanded=true]";

/// Presses a button that may be there, and goes to it.
fn focus_and_press(css: &str) {
    focus_first(&[css]);
    press(css);
}
