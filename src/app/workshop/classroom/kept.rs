//! The pieces of work kept on this device, so that each goes on after a reload.

use leptos::prelude::*;

use crate::lesson::{Origin, Work};
use crate::storage::{Refusal, Slot};

/// Pieces of work that are kept; the one not touched for longest goes first.
const MOST: usize = 30;

/// The line that says the tutorial was seen.
const SEEN: &str = "tutorial";

/// Work on every article, newest first.
#[derive(Clone, Copy)]
pub(super) struct Works {
    slot: StoredValue<Slot, LocalStorage>,
    /// As last written by this tab, for the work at hand.
    mine: StoredValue<String>,
    trouble: RwSignal<Option<Refusal>>,
}

impl Works {
    pub(super) fn begin() -> Self {
        let slot = StoredValue::new_local(Slot::new("sayso.work"));
        Self { slot, mine: StoredValue::default(), trouble: RwSignal::new(None) }
    }

    /// Tracks.
    pub(super) fn trouble(self) -> Option<Refusal> {
        self.trouble.get()
    }

    /// Returns the work on this text in this lesson, if there is any.
    pub(super) fn load(self, origin: &Origin) -> Option<Work> {
        let (line, work) = self.lines().into_iter().find_map(|it| read(&it, origin).map(|work| (it, work))).unzip();
        // As it stands there: written anew, it may be spelt otherwise.
        self.mine.set_value(line.unwrap_or_default());
        work
    }

    /// Keeps the work; never over what another tab made of the same.
    pub(super) fn save(self, work: &Work) {
        let outcome = self.write(work, false);
        self.trouble.set(outcome.err());
    }

    /// Keeps this tab's work in place of the other one's.
    pub(super) fn keep_mine(self, work: &Work) {
        self.trouble.set(self.write(work, true).err());
    }

    pub(super) fn has_seen_tutorial(self) -> bool {
        self.lines().iter().any(|it| it == SEEN)
    }

    pub(super) fn set_seen_tutorial(self) {
        let mut lines = self.lines();
        if !lines.iter().any(|it| it == SEEN) {
            lines.push(SEEN.to_owned());
            self.trouble.set(self.slot.with_value(|it| it.overwrite(&lines.join("\n"))).err());
        }
    }

    fn write(self, work: &Work, by_force: bool) -> Result<(), Refusal> {
        // Read anew: another tab may have worked on other texts meanwhile.
        let mut lines = self.lines();
        let at = lines.iter().position(|it| read(it, &work.origin).is_some());
        // What is gone, another tab has not worked on.
        let is_mine = at.is_none_or(|at| lines.remove(at) == self.mine.get_value());
        if !is_mine && !by_force {
            return Err(Refusal::Elsewhere);
        }
        let code = work.write();
        lines.insert(0, code.clone());
        let mut works = 0;
        lines.retain(|it| {
            works += usize::from(it != SEEN);
            it == SEEN || works <= MOST
        });
        self.slot.with_value(|it| it.overwrite(&lines.join("\n")))?;
        self.mine.set_value(code);
        Ok(())
    }

    fn lines(self) -> Vec<String> {
        let kept = self.slot.with_value(Slot::read).unwrap_or_default();
        kept.lines().map(str::to_owned).collect()
    }
}

fn read(line: &str, origin: &Origin) -> Option<Work> {
    Work::read(line).ok().filter(|it| it.origin == *origin)
}

/// Says when something is not being kept, and what can be done. The words are for another tab's work
/// in its place, for a browser that keeps nothing, and for one that is full.
pub(super) fn clash(
    trouble: impl Fn() -> Option<Refusal> + Send + 'static,
    words: [&'static str; 3],
    keep: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    let [elsewhere, nothing, full] = words;
    let words = move |it: Refusal| match it {
        Refusal::Elsewhere => elsewhere,
        Refusal::NoStorage => nothing,
        Refusal::Full | Refusal::TooLong => full,
    };
    view! {
        {move || trouble().map(|it| view! {
            <div class="clash" role="status">
                <p>{words(it)}</p>
                {(it == Refusal::Elsewhere).then(|| view! {
                    <button type="button" class="button" on:click=move |_| keep()>"Keep mine instead"</button>
                })}
            </div>
        })}
    }
    .into_any()
}
