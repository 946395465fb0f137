//! Going from flag to flag: opening, closing, and coming back.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::analysis::{Analysis, Stage};
use super::announcer::Announcer;
use super::drawing::now;
use super::selection::Selection;
use super::sheet::Sheet;
use super::shown::Shown;
use crate::report::FlagId;
use crate::text::Span;

/// A flag that was gone to is in sight after this long.
const ON_THE_WAY_MS: f64 = 1_000.0;

/// Where a screen begins under the header, in points from the top of the window.
const TOP: f64 = 60.0;

/// Where the reader was before a card was opened.
#[derive(Clone, Debug)]
struct Place {
    scroll: f64,
    focus: Option<HtmlElement>,
}

/// The way through the flags.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    analysis: Analysis,
    selection: Selection,
    shown: Shown,
    sheet: Sheet,
    announcer: Announcer,
    place: StoredValue<Option<Place>, LocalStorage>,
    /// The words a tool has sent the reader to.
    spot: RwSignal<Option<Span>>,
    /// When the reader last went from flag to flag.
    stepped: StoredValue<f64>,
}

impl Reading {
    pub(super) fn provide() -> Self {
        let reading = Self {
            analysis: Analysis::expect(),
            selection: Selection::expect(),
            shown: Shown::expect(),
            sheet: Sheet::expect(),
            announcer: Announcer::expect(),
            place: StoredValue::new_local(None),
            spot: RwSignal::new(None),
            stepped: StoredValue::new(-ON_THE_WAY_MS),
        };
        provide_context(reading);
        reading
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Opens a card; the focus goes along only when asked.
    pub(super) fn open(self, id: FlagId, with_focus: bool) {
        self.leave();
        self.sheet.show();
        self.selection.open(id);
        after_drawing(move || {
            // The sheet may have risen over the words.
            show(&badge_selector(id), ScrollLogicalPosition::Nearest);
            show_card(id);
            if with_focus {
                focus_still(&format!("{} .card__name", card_selector(id)));
            }
        });
    }

    /// Whether the card of a flag lies open before the reader.
    pub(super) fn shows(self, id: FlagId) -> bool {
        let is_open = self.selection.is_open_untracked() && self.selection.at_untracked() == Some(id);
        is_open && !self.sheet.is_low_untracked()
    }

    /// Opens a card from its own head, and shows its place in the article.
    pub(super) fn open_from_card(self, id: FlagId) {
        self.leave();
        self.sheet.show();
        self.selection.open(id);
        after_drawing(move || show(&mark_selector(id), ScrollLogicalPosition::Center));
    }

    /// Remembers where the reader was, to come back to when the card is closed.
    fn leave(self) {
        if !self.selection.is_open_untracked() {
            self.remember();
        }
    }

    fn remember(self) {
        let scroll = window().scroll_y().unwrap_or(0.0);
        self.place.set_value(Some(Place { scroll, focus: focused() }));
    }

    /// Goes to the words of `place`, from a tool; Escape comes back.
    pub(super) fn visit(self, place: Span) {
        self.selection.close();
        self.remember();
        self.sheet.lower();
        self.spot.set(Some(place));
    }

    /// Tracks: the words a tool has sent the reader to.
    pub(super) fn spot(self) -> Option<Span> {
        self.spot.get()
    }

    /// Opens the card of the flag the reader is at.
    pub(super) fn open_here(self) {
        if let Some(id) = self.selection.at_untracked() {
            self.open(id, true);
        }
    }

    /// Closes the card and goes back to where it was opened from, or else to its number in the text.
    ///
    /// Returns whether there was anything to close.
    pub(super) fn close(self) -> bool {
        let is_visit = self.spot.get_untracked().is_some();
        // A card closed by its own button, or only gone to, keeps the focus far from the text.
        let left = focused_flag();
        if !self.selection.is_open_untracked() && !is_visit && !is_in(".card") {
            return false;
        }
        self.spot.set(None);
        self.selection.close();
        match is_visit {
            true => self.sheet.show(),
            false => self.sheet.lower(),
        }
        let place = self.place.try_update_value(Option::take).flatten();
        let back_to = place.as_ref().and_then(|it| it.focus.clone()).filter(|it| it.is_connected());
        let badge = || element(&badge_selector(left.or(self.selection.at_untracked())?));
        if let Some(target) = back_to.or_else(badge).or_else(|| element("#article")) {
            focus_on(&target);
            match place {
                Some(place) => window().scroll_to_with_x_and_y(0.0, place.scroll),
                None => show_element(&target, ScrollLogicalPosition::Nearest),
            }
        }
        true
    }

    /// Goes to the next flag, or the one before, of all or of the same rule; from the end round to the start.
    /// Who has scrolled away from a flag that is not open begins with what is on screen.
    pub(super) fn step(self, forward: bool, is_of_rule: bool) {
        let stays = is_of_rule || self.selection.is_open_untracked() || is_in(".card");
        let is_on_the_way = now() - self.stepped.get_value() < ON_THE_WAY_MS;
        self.stepped.set_value(now());
        let is_near =
            |&id: &FlagId| stays || is_on_the_way || top_of(id).is_none_or(|top| (0.0..height()).contains(&top));
        let from = focused_flag().or(self.selection.at_untracked()).filter(is_near);
        let mut ids = self.shown.get_untracked().ids.clone();
        if let Some(from) = from.filter(|_| is_of_rule)
            && let Stage::Done(paper) = untrack(|| self.analysis.stage())
        {
            ids.retain(|&id| paper.flag(id).of == paper.flag(from).of);
        }
        if ids.is_empty() {
            return self.announcer.say("No flag is shown.");
        }
        let count = ids.len();
        let edge = if forward { TOP } else { height() };
        let is_before = |&id: &FlagId| match from {
            Some(from) => id < from,
            None => top_of(id).is_some_and(|top| top < edge),
        };
        let at = ids.partition_point(is_before);
        let next = match from.is_some_and(|from| ids.get(at) == Some(&from)) {
            true if forward => (at + 1) % count,
            // The flag itself is no longer shown, or none was: what follows is next.
            false if forward => at % count,
            _ => (at + count - 1) % count,
        };
        self.go(ids[next]);
        let (announcer, id) = (self.announcer, ids[next]);
        // By then the number is on the page, and has the name of the rule; where flags are hidden there is none.
        after_drawing(move || {
            let name = element(&badge_selector(id)).and_then(|it| it.get_attribute("aria-label"));
            let name = name.unwrap_or_else(|| format!("Flag {}", id.0));
            announcer.say(format!("{name}: {} of {count}", next + 1));
        });
    }

    /// Goes to the flag whose number or card has the focus.
    pub(super) fn take_focused(self) {
        if let Some(id) = focused_flag() {
            self.selection.go(id);
        }
    }

    /// Goes to a flag in the article; a focus in the panel stays in the panel, and on the button for the next
    /// one, which may be pressed again.
    fn go(self, id: FlagId) {
        let is_in_panel = is_in(".panel");
        let stays = is_in(".stepper");
        self.selection.go(id);
        after_drawing(move || {
            show(&mark_selector(id), ScrollLogicalPosition::Center);
            show_card(id);
            let target = if is_in_panel { format!("{} .card__name", card_selector(id)) } else { badge_selector(id) };
            if let Some(target) = element(&target).filter(|_| !stays) {
                focus_on(&target);
            }
        });
    }

    /// Shows a flag in the article and leaves the focus where it is.
    pub(super) fn point(self, id: FlagId) {
        self.selection.go(id);
        after_drawing(move || show(&mark_selector(id), ScrollLogicalPosition::Center));
    }
}

/// Whether the focus is in such an element.
pub(super) fn is_in(css: &str) -> bool {
    focused().is_some_and(|it| it.closest(css).is_ok_and(|it| it.is_some()))
}

/// Returns the flag whose number has the focus, or in whose card it is.
fn focused_flag() -> Option<FlagId> {
    focused()?.closest("[data-flag]").ok()??.get_attribute("data-flag")?.parse().ok().map(FlagId)
}

fn mark_selector(id: FlagId) -> String {
    format!("mark[data-flags~=\"{}\"]", id.0)
}

/// How far a number in the text is below the top of the window; what is folded away is where its fold is.
fn top_of(id: FlagId) -> Option<f64> {
    let badge = element(&badge_selector(id))?;
    let around = |css: &str| badge.closest(css).ok().flatten();
    let rect = around("details:not([open])").as_ref().unwrap_or(&badge).get_bounding_client_rect();
    // What is out of sight may not be laid out; the block that holds it is.
    let block = (rect.height() == 0.0).then(|| around("[data-from]")).flatten();
    Some(block.map_or(rect, |it| it.get_bounding_client_rect()).top())
}

fn height() -> f64 {
    document().document_element().map_or(0.0, |it| it.client_height().into())
}

/// Shows a card; on a sheet, which may still be rising, from its head.
pub(super) fn show_card(id: FlagId) {
    let is_sheet = element(".sheet").is_some_and(|it| it.client_height() > 0);
    let place = if is_sheet { ScrollLogicalPosition::Start } else { ScrollLogicalPosition::Nearest };
    show(&card_selector(id), place);
}

pub(super) fn badge_selector(id: FlagId) -> String {
    format!("button[data-flag=\"{}\"]", id.0)
}

fn card_selector(id: FlagId) -> String {
    format!("li[data-flag=\"{}\"]", id.0)
}

/// Waits until what was changed is on the page.
pub(super) fn after_drawing(then: impl FnOnce() + 'static) {
    request_animation_frame(then);
}

pub(super) fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

pub(super) fn element(css: &str) -> Option<HtmlElement> {
    document().query_selector(css).ok()??.dyn_into().ok()
}

/// Focuses what the first selector that fits anything finds.
pub(super) fn focus_first(css: &[&str]) {
    if let Some(target) = css.iter().find_map(|css| element(css)) {
        // An element that takes no focus keeps it where it is.
        let _ = target.focus();
    }
}

/// Focuses the first element that fits, if there is one.
pub(super) fn focus(css: &str) {
    focus_first(&[css]);
}

/// Focuses a new screen, seen from its top.
pub(super) fn arrive(css: &str) {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(target) = element(css) {
        focus_on(&target);
    }
}

/// Focuses the first element that fits, without scrolling.
pub(super) fn focus_still(css: &str) {
    element(css).iter().for_each(focus_on);
}

/// Focuses without scrolling.
fn focus_on(target: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = target.focus_with_options(&options);
}

pub(super) fn show(css: &str, place: ScrollLogicalPosition) {
    if let Some(target) = element(css) {
        show_element(&target, place);
    }
}

/// Scrolls an element into sight, gently where the reader likes motion; what is folded away is opened.
pub(super) fn show_element(target: &Element, place: ScrollLogicalPosition) {
    if let Ok(Some(fold)) = target.closest("details") {
        let _ = fold.set_attribute("open", "");
    }
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if likes_motion() { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    options.set_block(place);
    target.scroll_into_view_with_scroll_into_view_options(&options);
}

fn likes_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: no-preference)");
    query.ok().flatten().is_some_and(|it| it.matches())
}
