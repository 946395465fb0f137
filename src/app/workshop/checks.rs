//! What a reader found elsewhere, kept on the device.

use leptos::prelude::*;

use crate::app::keep::Keeper;
use crate::storage::{Check, Outcome, Slot, read_checks, written_checks};

/// The item that holds them.
const CHECKS: &str = "sayso.checks";

/// Everything noted so far, of every text.
#[derive(Clone, Copy)]
pub(super) struct Checks {
    slot: StoredValue<Slot, LocalStorage>,
    entries: RwSignal<Vec<Check>>,
    keeper: Keeper,
}

impl Checks {
    pub(super) fn open() -> Self {
        let slot = Slot::new(CHECKS);
        let entries = slot.read().map(|it| read_checks(&it)).unwrap_or_default();
        Self { slot: StoredValue::new_local(slot), entries: RwSignal::new(entries), keeper: Keeper::expect() }
    }

    /// Tracks.
    pub(super) fn outcome(self, key: &str) -> Outcome {
        self.with(key, |it| it.outcome)
    }

    /// Tracks.
    pub(super) fn note(self, key: &str) -> String {
        self.with(key, |it| it.note.clone())
    }

    pub(super) fn decide(self, key: &str, outcome: Outcome) {
        self.change(key, |it| it.outcome = outcome);
    }

    pub(super) fn write(self, key: &str, note: &str) {
        self.change(key, |it| note.trim().clone_into(&mut it.note));
    }

    fn with<T: Default>(self, key: &str, read: impl FnOnce(&Check) -> T) -> T {
        let key = Check::key(key);
        self.entries.with(|it| it.iter().find(|it| it.key == key).map(read).unwrap_or_default())
    }

    /// Changes one entry among those that any tab has kept by now.
    fn change(self, key: &str, change: impl FnOnce(&mut Check)) {
        let kept = self.slot.with_value(Slot::read).map(|it| read_checks(&it));
        self.entries.update(|entries| {
            if let Some(kept) = kept {
                *entries = kept;
            }
            let key = Check::key(key);
            let at = entries.iter().position(|it| it.key == key);
            let mut entry = at.map(|at| entries.remove(at)).unwrap_or_default();
            entry.key = key;
            change(&mut entry);
            entries.push(entry);
        });
        let written = self.entries.with_untracked(|it| written_checks(it));
        self.keeper.tell(CHECKS, self.slot.with_value(|slot| slot.overwrite(&written)));
    }
}
