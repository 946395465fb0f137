//! What the reader has dismissed, with undo and redo.

use leptos::prelude::*;

use crate::storage::{Dismissal, Scope};
use crate::traits;

/// Steps that can be undone.
const MAX_STEPS: usize = 200;

/// The list of dismissals.
#[derive(Clone, Copy)]
pub(super) struct Dismissals {
    list: RwSignal<Vec<Dismissal>>,
    past: StoredValue<Vec<Vec<Dismissal>>>,
    future: StoredValue<Vec<Vec<Dismissal>>>,
    last: RwSignal<Option<Step>>,
}

/// The last step.
#[derive(Clone)]
pub(super) struct Step {
    /// What it did.
    pub(super) words: String,
    /// The card that comes back when it is undone, empty where none does; `None` where there is nothing to undo.
    pub(super) card: Option<String>,
}

impl Dismissals {
    pub(super) fn provide(list: Vec<Dismissal>) -> Self {
        let dismissals = Self {
            list: RwSignal::new(list),
            past: StoredValue::default(),
            future: StoredValue::default(),
            last: RwSignal::new(None),
        };
        provide_context(dismissals);
        dismissals
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn read(self) -> impl std::ops::Deref<Target = Vec<Dismissal>> {
        self.list.read()
    }

    pub(super) fn read_untracked(self) -> Vec<Dismissal> {
        self.list.get_untracked()
    }

    /// Tracks: what the last step did, until it is let go.
    pub(super) fn last(self) -> Option<Step> {
        self.last.get()
    }

    pub(super) fn let_go(self) {
        self.last.set(None);
    }

    pub(super) fn dismiss(self, it: Dismissal, card: String) {
        let words = format!("Dismissed: {}.", in_words(&it));
        self.step(words, card, |list| {
            if !list.contains(&it) {
                list.push(it);
            }
        });
    }

    pub(super) fn restore(self, it: &Dismissal) {
        let words = format!("Shown again: {}.", in_words(it));
        self.step(words, String::new(), |list| list.retain(|other| other != it));
    }

    pub(super) fn restore_all(self) {
        self.step("Everything is shown again.".to_owned(), String::new(), Vec::clear);
    }

    /// Takes the list as another tab has it; nothing to undo is left.
    pub(super) fn replace(self, list: Vec<Dismissal>) {
        self.past.set_value(Vec::new());
        self.future.set_value(Vec::new());
        self.let_go();
        self.list.set(list);
    }

    /// Says something where the last step is told; behind that, while its undo is offered.
    pub(super) fn say(self, words: &str) {
        self.last.update(|last| match last {
            Some(Step { words: said, card: Some(_) }) if said.ends_with(words) => {}
            Some(Step { words: said, card: Some(_) }) => *said = format!("{said} {words}"),
            _ => *last = Some(Step { words: words.to_owned(), card: None }),
        });
    }

    pub(super) fn undo(self) {
        self.swap(self.past, self.future, ["Undone.", "There is nothing to undo."], None);
    }

    pub(super) fn redo(self) {
        self.swap(self.future, self.past, ["Redone.", "There is nothing to redo."], Some(String::new()));
    }

    fn step(self, words: String, card: String, change: impl FnOnce(&mut Vec<Dismissal>)) {
        let before = self.list.get_untracked();
        self.past.update_value(|past| {
            past.push(before);
            let excess = past.len().saturating_sub(MAX_STEPS);
            past.drain(..excess);
        });
        self.future.set_value(Vec::new());
        self.list.update(change);
        self.last.set(Some(Step { words, card: Some(card) }));
    }

    fn swap(
        self,
        from: StoredValue<Vec<Vec<Dismissal>>>,
        to: StoredValue<Vec<Vec<Dismissal>>>,
        [words, nothing]: [&str; 2],
        card: Option<String>,
    ) {
        let Some(list) = from.try_update_value(Vec::pop).flatten() else {
            return self.say(nothing);
        };
        to.update_value(|to| to.push(self.list.get_untracked()));
        self.list.set(list);
        self.last.set(Some(Step { words: words.to_owned(), card }));
    }
}

/// Returns what a dismissal covers: *“regime” as a loaded label, everywhere*.
pub(super) fn in_words(it: &Dismissal) -> String {
    let name = traits::named(&it.of).map_or(it.of.as_str(), |about| about.name);
    match &it.scope {
        Scope::Place { quote, .. } => format!("“{}” in one place ({name})", short(quote)),
        Scope::Word { word } => format!("“{}” everywhere ({name})", short(word)),
        Scope::Rule => format!("the whole rule “{name}”"),
    }
}

/// Returns the first words of a long quotation.
pub(super) fn short(quote: &str) -> String {
    first(quote, 60)
}

/// Returns the first `most` characters of a quotation.
pub(super) fn first(quote: &str, most: usize) -> String {
    match quote.char_indices().nth(most) {
        None => quote.to_owned(),
        Some((at, _)) => format!("{}…", quote[..at].trim_end()),
    }
}
