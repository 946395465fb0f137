//! The lessons that were made on this device, or opened in this tab: the slips of a class find theirs among them.

use std::cell::RefCell;

use crate::lesson::{Lesson, Slip, lesson_of, ready};
use crate::library;
use crate::storage::Slot;

use super::draft::drafts;

/// Lessons that are kept; the one made longest ago goes first.
const MOST: usize = 20;

fn slot() -> Slot {
    Slot::new("sayso.lessons")
}

/// Keeps a lesson that is handed out; returns whether the browser did.
pub(super) fn keep(lesson: &Lesson) -> bool {
    let slot = slot();
    let code = lesson.write();
    let kept = slot.read().unwrap_or_default();
    let others = kept.lines().filter(|it| *it != code).take(MOST - 1);
    let lines: Vec<&str> = std::iter::once(code.as_str()).chain(others).collect();
    slot.overwrite(&lines.join("\n")).is_ok()
}

/// Whether the lesson was made in this browser, or is being made.
pub(super) fn is_made_here(lesson: &Lesson) -> bool {
    let code = lesson.write();
    slot().read().unwrap_or_default().lines().any(|it| it == code) || drafts().any(|it| it.write() == code)
}

thread_local! {
    /// The lessons that this tab has opened by their links.
    static OPENED: RefCell<Vec<Lesson>> = const { RefCell::new(Vec::new()) };
}

/// Remembers, for as long as the tab is open, a lesson that was opened.
pub(super) fn remember(lesson: &Lesson) {
    OPENED.with_borrow_mut(|it| {
        it.retain(|known| known != lesson);
        it.insert(0, lesson.clone());
        it.truncate(MOST);
    });
}

/// Returns the lesson that the slips say they are of, if it was made or opened here or comes with Sayso.
pub(super) fn find(slips: &[Slip]) -> Option<Lesson> {
    let kept = slot().read().unwrap_or_default();
    let made = kept.lines().filter_map(|it| Lesson::read(it).ok());
    let ready = ready().into_iter().filter_map(|it| Some(it.with_key(library::find(it.article)?.text)));
    let opened = OPENED.with_borrow(Clone::clone);
    lesson_of(slips, made.chain(drafts()).chain(opened).chain(ready))
}
