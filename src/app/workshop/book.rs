//! What the reader changed in the rules: the list of their own, words switched off, dismissals.

use std::sync::Arc;

use leptos::prelude::*;

use super::steps::{Left, Rebase, Steps};
use crate::app::dismissals::{Dismissals, in_words};
use crate::app::keep::{Keeper, OWN_LIST};
use crate::storage::{Dismissal, Scope, Slot, list_file, rebased};
use crate::traits::lists::{Off, OwnEntry, OwnList, matchable};
use crate::traits::{Trait, TraitId};

/// All of it at one moment.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Changes {
    pub(super) list: Arc<OwnList>,
    pub(super) dismissals: Vec<Dismissal>,
}

impl Rebase for Changes {
    fn rebase(&mut self, before: &Self, after: &Self) {
        if before.list != after.list {
            let words = |it: &OwnEntry| it.words.iter().map(|it| matchable(it)).collect();
            let entries = rebased(&self.list.entries, &before.list.entries, &after.list.entries, words);
            let word = |it: &Off| vec![format!("{} {}", it.of.0, it.word)];
            let off = rebased(&self.list.off, &before.list.off, &after.list.off, word);
            self.list = Arc::new(OwnList { entries, off });
        }
        self.dismissals = rebased(&self.dismissals, &before.dismissals, &after.dismissals, |it| vec![it.to_line()]);
    }
}

static LEFT: Left<Changes> = Left::new(None);

/// What the reader changed, kept as it changes.
#[derive(Clone, Copy)]
pub(super) struct Book {
    steps: Steps<Changes>,
    /// What could not be read of what was kept, line by line.
    damage: RwSignal<Vec<String>>,
}

impl Book {
    /// Opens what is kept.
    pub(super) fn open() -> Self {
        let slot = StoredValue::new_local(Slot::new(OWN_LIST));
        let (list, damage) = slot.with_value(Slot::read).map(|text| sound(&text)).unwrap_or_default();
        let dismissals = Dismissals::expect();
        let list = Arc::new(list);
        // What lies in storage: to write it again would wake every other tab.
        let kept = StoredValue::new(list.clone());
        let changes = Changes { list, dismissals: dismissals.read_untracked() };
        let book = Self { steps: Steps::resume(changes, &LEFT), damage: RwSignal::new(damage) };
        let keeper = Keeper::expect();
        Effect::watch(
            move || book.steps.with(|it| it.list.clone()),
            move |list, _, _| {
                if kept.with_value(|kept| Arc::ptr_eq(kept, list)) {
                    keeper.tell(OWN_LIST, Ok(()));
                    return;
                }
                let text = if list.is_empty() { String::new() } else { list_file::write(list, &[]) };
                // What was refused is tried again at the next change of anything.
                if keeper.save(slot, &text) {
                    kept.set_value(list.clone());
                }
            },
            false,
        );
        Effect::watch(
            move || book.steps.with(|it| it.dismissals.clone()),
            move |list, _, _| {
                if dismissals.read_untracked() != *list {
                    dismissals.replace(list.clone());
                }
            },
            false,
        );
        // As another tab has them.
        Effect::watch(
            move || dismissals.read().clone(),
            move |now, _, _| {
                if book.steps.with_untracked(|it| it.dismissals != *now) {
                    book.steps.amend(|it| it.dismissals = now.clone());
                }
            },
            false,
        );
        book.follow(slot, kept);
        book
    }

    /// Takes the list as another tab has just saved it; this tab's own was saved as it was made.
    fn follow(self, slot: StoredValue<Slot, LocalStorage>, kept: StoredValue<Arc<OwnList>>) {
        let listener = window_event_listener(leptos::ev::storage, move |event| {
            if event.key().as_deref() == Some(OWN_LIST)
                && let Some(text) = slot.with_value(Slot::read)
            {
                let list = Arc::new(OwnList::kept(&text));
                kept.set_value(list.clone());
                self.steps.amend(|it| it.list = list);
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Tracks.
    pub(super) fn list(self) -> Arc<OwnList> {
        self.steps.with(|it| it.list.clone())
    }

    pub(super) fn list_untracked(self) -> Arc<OwnList> {
        self.steps.with_untracked(|it| it.list.clone())
    }

    /// Tracks.
    pub(super) fn dismissals(self) -> Vec<Dismissal> {
        self.steps.with(|it| it.dismissals.clone())
    }

    /// Tracks: what could not be read of what was kept.
    pub(super) fn damage(self) -> Vec<String> {
        self.damage.get()
    }

    pub(super) fn toast(self) -> AnyView {
        self.steps.toast()
    }

    /// Tracks.
    pub(super) fn is_on(self, about: &Trait) -> bool {
        self.steps.with(|it| !it.dismissals.iter().any(|it| it.of == about.id.0 && it.scope == Scope::Rule))
    }

    pub(super) fn switch(self, about: &'static Trait) {
        let rule = Dismissal { of: about.id.0.to_owned(), scope: Scope::Rule };
        let is_on = untrack(move || self.is_on(about));
        let words = format!("The rule “{}” is {}.", about.name, if is_on { "off" } else { "on again" });
        self.steps.step(words, |it| match is_on {
            true => it.dismissals.push(rule),
            false => it.dismissals.retain(|it| *it != rule),
        });
    }

    /// Tracks.
    pub(super) fn is_word_on(self, of: TraitId, word: &str) -> bool {
        self.steps.with(|it| !it.list.off.iter().any(|it| it.of == of && it.word == word))
    }

    pub(super) fn switch_word(self, off: Off) {
        let is_on = untrack(|| self.is_word_on(off.of, &off.word));
        let words = format!("“{}” is {}.", off.word, if is_on { "no longer flagged" } else { "flagged again" });
        self.edit(words, |list| match is_on {
            true => list.off.push(off),
            false => list.off.retain(|it| *it != off),
        });
    }

    pub(super) fn restore(self, it: &Dismissal) {
        let words = format!("Shown again: {}.", in_words(it));
        self.steps.step(words, |changes| changes.dismissals.retain(|other| other != it));
    }

    pub(super) fn restore_all(self) {
        self.steps.step("Everything is shown again.".to_owned(), |it| it.dismissals.clear());
    }

    /// Where an entry stands on the list now, known by its words.
    pub(super) fn place_of(self, entry: &OwnEntry) -> Option<usize> {
        self.steps.with_untracked(|it| it.list.entries.iter().position(|it| it.words == entry.words))
    }

    /// Puts an entry on the list, in the place of the one it replaces.
    pub(super) fn put(self, entry: OwnEntry, replaces: Option<usize>) {
        let word = entry.words.first().cloned().unwrap_or_default();
        let done = if replaces.is_some() { "changed" } else { "on your list" };
        self.edit(format!("“{word}” is {done}."), |list| match replaces.and_then(|at| list.entries.get_mut(at)) {
            Some(old) => *old = entry,
            None => list.entries.push(entry),
        });
    }

    pub(super) fn remove(self, at: usize) {
        let word = self.steps.with_untracked(|it| it.list.entries.get(at).map(|it| it.words.join(", ")));
        let Some(word) = word else { return };
        self.edit(format!("“{word}” is off your list."), |list| drop(list.entries.remove(at)));
    }

    pub(super) fn remove_all(self) {
        self.edit("Your list is empty.".to_owned(), |list| *list = OwnList::default());
    }

    /// Takes all at once: one step, however much it brings.
    pub(super) fn take(self, words: String, change: impl FnOnce(&mut OwnList, &mut Vec<Dismissal>)) {
        self.steps.step(words, |it| {
            let mut list = (*it.list).clone();
            change(&mut list, &mut it.dismissals);
            it.list = Arc::new(list);
        });
    }

    fn edit(self, words: String, change: impl FnOnce(&mut OwnList)) {
        self.damage.set(Vec::new());
        self.take(words, |list, _| change(list));
    }
}

/// Reads what was kept; where it was damaged, what is sound in it, and what is wrong.
fn sound(text: &str) -> (OwnList, Vec<String>) {
    let list = OwnList::kept(text);
    if text.is_empty() || list_file::write(&list, &[]) == text {
        return (list, Vec::new());
    }
    let (list, _, errors) = list_file::read(text);
    let mut damage: Vec<String> = errors.iter().map(ToString::to_string).collect();
    if damage.is_empty() && list.is_empty() {
        damage.push("nothing in it is an entry".to_owned());
    }
    (list, damage)
}
