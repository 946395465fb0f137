//! The portfolio: kept as it grows, with undo, and as a file.

use leptos::prelude::*;

use crate::app::keep::Keeper;
use crate::app::workshop::steps::{Left, Rebase, Steps};
use crate::storage::{Pair, Portfolio, Slot};
use crate::traits::named;

const KEY: &str = "sayso.repairs";

impl Rebase for Portfolio {
    fn rebase(&mut self, before: &Self, after: &Self) {
        Portfolio::rebase(self, before, after);
    }
}

static LEFT: Left<Portfolio> = Left::new(None);

/// The reader's portfolio.
#[derive(Clone, Copy)]
pub(super) struct Album {
    steps: Steps<Portfolio>,
    slot: StoredValue<Slot, LocalStorage>,
    /// What lies in storage: to write it again would wake every other tab.
    last: StoredValue<String>,
    keeper: Keeper,
    /// Whether all that was kept could be read.
    is_whole: bool,
}

impl Album {
    /// Opens what is kept.
    pub(super) fn open() -> Self {
        let slot = StoredValue::new_local(Slot::new(KEY));
        let kept = slot.with_value(Slot::read).filter(|it| !it.is_empty());
        let (portfolio, is_whole) = kept.map_or((Portfolio::default(), true), |it| Portfolio::from_text(&it));
        let last = StoredValue::new(portfolio.to_text());
        let album = Self { steps: Steps::resume(portfolio, &LEFT), slot, last, keeper: Keeper::expect(), is_whole };
        Effect::watch(move || album.steps.with(|_| ()), move |(), _, _| album.save(), false);
        let listener = window_event_listener(leptos::ev::storage, move |event| {
            if event.key().as_deref() == Some(KEY)
                && let Some(text) = slot.with_value(Slot::read)
            {
                let portfolio = Portfolio::from_text(&text).0;
                last.set_value(portfolio.to_text());
                album.steps.amend(|it| *it = portfolio);
            }
        });
        on_cleanup(move || listener.remove());
        album
    }

    /// Keeps it as it is now.
    pub(super) fn save(self) {
        let text = self.steps.with_untracked(Portfolio::to_text);
        if self.last.with_value(|last| *last == text) {
            self.keeper.tell(KEY, Ok(()));
        } else if self.keeper.save(self.slot, &text) {
            self.last.set_value(text);
        }
    }

    pub(super) fn is_whole(self) -> bool {
        self.is_whole
    }

    /// Tracks.
    pub(super) fn pairs(self) -> Vec<Pair> {
        self.steps.with(|it| it.pairs.clone())
    }

    pub(super) fn toast(self) -> AnyView {
        self.steps.toast()
    }

    /// Returns what was written at this place and not yet put into the portfolio.
    pub(super) fn draft(self, place: &str) -> Option<String> {
        self.steps.with_untracked(|it| it.draft(place).map(str::to_owned))
    }

    /// Keeps what is half done; what has just been put into the portfolio is not.
    pub(super) fn keep_draft(self, place: &str, words: String) {
        if self.steps.with_untracked(|it| it.pairs.iter().any(|pair| pair.after == words.trim())) {
            return;
        }
        self.steps.amend(|it| it.set_draft(place, Some(words)));
    }

    /// Whether the pair was put there last.
    pub(super) fn has_last(self, pair: &Pair) -> bool {
        self.steps.with_untracked(|it| it.pairs.last() == Some(pair))
    }

    pub(super) fn add(self, place: &str, pair: Pair) {
        self.steps.step("In your portfolio.".to_owned(), |it| {
            it.set_draft(place, None);
            it.pairs.push(pair);
        });
    }

    pub(super) fn remove(self, at: usize) {
        self.steps.step("Taken out of your portfolio.".to_owned(), |it| drop(it.pairs.remove(at)));
    }

    /// The portfolio as Markdown, which is readable as it is.
    pub(super) fn to_markdown(self) -> String {
        let pairs = untrack(move || self.pairs());
        let mut text = String::from("# Repairs\n");
        for (number, pair) in (1..).zip(&pairs) {
            let name = name(pair);
            let line = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
            text.push_str(&format!("\n## {number}. {name}\n\n"));
            if !pair.from.is_empty() {
                text.push_str(&format!("From: {}\n\n", line(&pair.from)));
            }
            text.push_str(&format!("Before:\n\n> {}\n\nAfter:\n\n> {}\n", line(&pair.before), line(&pair.after)));
        }
        text
    }
}

/// Returns what the rule of a pair is called.
pub(super) fn name(pair: &Pair) -> String {
    named(&pair.of).map_or_else(|| pair.of.clone(), |about| about.name.to_owned())
}
