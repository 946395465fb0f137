//! Which flags are shown: those the reader neither dismissed nor filtered out.

use std::sync::Arc;

use leptos::prelude::*;

use super::analysis::{Analysis, Stage};
use super::dismissals::Dismissals;
use super::families;
use super::groups::{Group, groups};
use super::paper::Paper;
use super::preferences::Preferences;
use super::route::{Route, Router};
use crate::report::{Flag, FlagId};
use crate::storage::Dismissal;
use crate::traits::{Family, Polarity};

/// The flags of one text, sorted into shown and not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sorted {
    /// Shown, in the order of the text.
    pub(super) ids: Vec<FlagId>,
    /// The same by card.
    pub(super) groups: Vec<Group>,
    /// By number.
    is_shown: Vec<bool>,
    /// Neither dismissed nor quoted, by family: what a filter stands for.
    counts: [usize; families::ALL.len()],
    /// Of those, concerns, credits and notes.
    polarities: [usize; 3],
    pub(super) quoted: usize,
    pub(super) dismissed: usize,
}

impl Sorted {
    pub(super) fn new(paper: &Paper, only: Option<usize>, dismissed: &[Dismissal], preferences: Preferences) -> Self {
        let mut sorted = Self { is_shown: vec![false; paper.flag_count() + 1], ..Self::default() };
        let (shows, quoted) = (families::ALL.map(|it| preferences.shows(it)), preferences.shows_quoted());
        for flag in paper.shown(only).flat_map(|(_, it)| &it.flags).filter(|it| !paper.is_off(it)) {
            let family = position(paper.family(flag.id));
            sorted.take(flag, family, &shows, quoted, dismissed.iter().any(|it| paper.is_dismissed(flag, it)));
        }
        sorted.groups = groups(paper, &sorted.ids);
        sorted
    }

    fn take(&mut self, flag: &Flag, family: usize, shows: &[bool], quoted: bool, is_dismissed: bool) {
        if is_dismissed {
            self.dismissed += 1;
            return;
        }
        self.quoted += usize::from(flag.quoted);
        if flag.quoted && !quoted {
            return;
        }
        self.counts[family] += 1;
        self.polarities[flag.polarity as usize] += 1;
        if shows[family] {
            self.ids.push(flag.id);
            self.is_shown[flag.id.0 as usize] = true;
        }
    }

    pub(super) fn has(&self, id: FlagId) -> bool {
        self.is_shown.get(id.0 as usize).copied().unwrap_or(false)
    }

    pub(super) fn count(&self, family: Family) -> usize {
        self.counts[position(family)]
    }

    /// How many there are of a kind, whatever the filters show.
    pub(super) fn of(&self, polarity: Polarity) -> usize {
        self.polarities[polarity as usize]
    }

    /// Whether the filters could show any.
    pub(super) fn has_any(&self) -> bool {
        self.polarities.iter().any(|&it| it > 0)
    }
}

fn position(family: Family) -> usize {
    families::ALL.iter().position(|&it| it == family).expect("every family is in the list")
}

/// The flags that are shown now.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    sorted: Memo<Arc<Sorted>>,
}

impl Shown {
    pub(super) fn provide() -> Self {
        let (analysis, router) = (Analysis::expect(), Router::expect());
        let (preferences, dismissals) = (Preferences::expect(), Dismissals::expect());
        let sorted = Memo::new(move |_| {
            let Stage::Done(paper) = analysis.stage() else { return Arc::default() };
            Arc::new(Sorted::new(&paper, only(&router.at()), &dismissals.read(), preferences))
        });
        let shown = Self { sorted };
        provide_context(shown);
        shown
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn get(self) -> Arc<Sorted> {
        self.sorted.get()
    }

    /// Tracks.
    pub(super) fn with<T>(self, ask: impl FnOnce(&Sorted) -> T) -> T {
        self.sorted.with(|it| ask(it))
    }

    pub(super) fn get_untracked(self) -> Arc<Sorted> {
        self.sorted.get_untracked()
    }
}

/// Returns the one article that is asked for, from 1.
pub(super) fn only(route: &Route) -> Option<usize> {
    match route {
        Route::Read { only, .. } => *only,
        Route::Start | Route::Workshop => None,
    }
}
