//! What a reader found elsewhere, kept on the device.

use leptos::prelude::*;

use crate::storage::Slot;

/// What came of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Outcome {
    #[default]
    Open,
    Found,
    NotFound,
}

impl Outcome {
    pub(super) const ALL: [Self; 3] = [Self::Open, Self::Found, Self::NotFound];

    pub(super) fn in_words(self) -> &'static str {
        match self {
            Self::Open => "Not looked up yet",
            Self::Found => "Found",
            Self::NotFound => "Not found",
        }
    }

    /// As stored; never change one.
    fn id(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Found => "found",
            Self::NotFound => "not-found",
        }
    }
}

/// One search and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    key: String,
    outcome: Outcome,
    note: String,
}

/// Searches remembered; the oldest go first.
const MOST: usize = 400;

/// Everything noted so far, of every text.
#[derive(Clone, Copy)]
pub(super) struct Checks {
    slot: StoredValue<Slot, LocalStorage>,
    entries: RwSignal<Vec<Entry>>,
}

impl Checks {
    pub(super) fn open() -> Self {
        let slot = Slot::new("sayso.checks");
        let entries = slot.read().map(|it| parse(&it)).unwrap_or_default();
        Self { slot: StoredValue::new_local(slot), entries: RwSignal::new(entries) }
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

    fn with<T: Default>(self, key: &str, read: impl FnOnce(&Entry) -> T) -> T {
        let key = plain(key);
        self.entries.with(|it| it.iter().find(|it| it.key == key).map(read).unwrap_or_default())
    }

    /// Changes one entry among those that any tab has kept by now.
    fn change(self, key: &str, change: impl FnOnce(&mut Entry)) {
        let kept = self.slot.with_value(Slot::read).map(|it| parse(&it));
        self.entries.update(|entries| {
            if let Some(kept) = kept {
                *entries = kept;
            }
            let key = plain(key);
            let at = entries.iter().position(|it| it.key == key);
            let mut entry = at.map(|at| entries.remove(at)).unwrap_or_default();
            entry.key = key;
            change(&mut entry);
            entries.push(entry);
            let surplus = entries.len().saturating_sub(MOST);
            entries.drain(..surplus);
        });
        // Where the browser keeps nothing, the notes last until the screen is left.
        let _ = self.entries.with_untracked(|it| self.slot.with_value(|slot| slot.overwrite(&written(it))));
    }
}

/// Without the characters that part entries.
fn plain(words: &str) -> String {
    words.replace(['\t', '\n', '\r'], " ")
}

fn written(entries: &[Entry]) -> String {
    let line = |it: &Entry| format!("{}\t{}\t{}", it.outcome.id(), it.key, plain(&it.note));
    entries.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads what was stored; a line that is none of ours is left out.
fn parse(stored: &str) -> Vec<Entry> {
    let entry = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let (outcome, key, note) = (parts.next()?, parts.next()?, parts.next()?);
        let outcome = Outcome::ALL.into_iter().find(|it| it.id() == outcome)?;
        Some(Entry { key: key.to_owned(), outcome, note: note.to_owned() })
    };
    stored.lines().filter_map(entry).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let entries = vec![
            Entry { key: "figure \"seven\" Velia".into(), outcome: Outcome::Found, note: "in two papers".into() },
            Entry { key: "picture ".into(), outcome: Outcome::Open, note: String::new() },
        ];
        assert_eq!(parse(&written(&entries)), entries);
    }

    #[test]
    fn hostile_forms_are_left_out() {
        assert_eq!(parse("\t\nx\ty\tz\nfound\tkey\tnote\tmore").len(), 1);
        assert_eq!(parse(""), []);
    }
}
