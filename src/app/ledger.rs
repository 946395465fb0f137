//! Whose words are taken away, and which voices the reader holds for one.

use std::sync::Arc;

use leptos::prelude::*;

use super::announcer::Announcer;
use super::keep::Keeper;
use super::paper::Paper;
use super::reading::{after_drawing, focus_first, focused};
use crate::report::ledger::{Row, Rows, is_unnamed, rows};
use crate::report::{Removal, only_named, summary, without};
use crate::storage::{Slot, find_rows, put_rows};
use crate::text::fingerprint;

/// What is read without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    Row(u32),
    Unnamed,
    /// All but what people with a name stand behind.
    AllButNamed,
}

/// The ledger of the article on screen.
#[derive(Clone, Copy)]
pub(super) struct Ledger {
    taken: RwSignal<Option<(usize, Taken)>>,
    left: RwSignal<Option<Arc<Removal>>>,
    rows: RwSignal<Rows>,
    /// What can be undone, and what can be redone; the last step last.
    steps: StoredValue<[Vec<Rows>; 2]>,
    /// Rows picked to be merged.
    picked: RwSignal<Vec<u32>>,
    slot: StoredValue<Slot, LocalStorage>,
    /// The article whose open table was left for a screen beside it, and whether to be saved.
    left_for: StoredValue<(String, bool)>,
    announcer: Announcer,
}

/// Steps that can be undone.
const MAX_STEPS: usize = 50;

impl Ledger {
    pub(super) fn provide() -> Self {
        let ledger = Self {
            taken: RwSignal::new(None),
            left: RwSignal::new(None),
            rows: RwSignal::default(),
            steps: StoredValue::default(),
            picked: RwSignal::default(),
            slot: StoredValue::new_local(Slot::new(VOICES)),
            left_for: StoredValue::default(),
            announcer: Announcer::expect(),
        };
        provide_context(ledger);
        ledger
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Takes up an article, with the rows as they were left.
    pub(super) fn take_up(self, paper: &Paper, article: usize) {
        self.rows.set(self.slot.with_value(|it| rows_in(it, paper, article)));
        self.steps.update_value(|it| it.iter_mut().for_each(Vec::clear));
        self.picked.set(Vec::new());
        self.restore();
    }

    /// Notes that the open table of an article is left for a screen beside it, perhaps to be saved there.
    pub(super) fn leave(self, paper: &Paper, article: usize, to_save: bool) {
        let name = name(paper, article);
        self.left_for.update_value(|it| *it = (name.clone(), to_save || *it == (name, true)));
    }

    /// Whether the reader comes back to this very table, and if so, from saving it.
    pub(super) fn is_back(self, paper: &Paper, article: usize) -> Option<bool> {
        let (left, to_save) = self.left_for.try_update_value(std::mem::take)?;
        (left == name(paper, article)).then_some(to_save)
    }

    /// Tracks.
    pub(super) fn rows(self, paper: &Paper, article: usize) -> Vec<Row> {
        self.rows.with(|it| rows(&paper.text.body, &paper.report.articles[article], it))
    }

    /// Tracks: cheaper than the rows themselves.
    pub(super) fn count(self, paper: &Paper, article: usize) -> usize {
        self.rows.with(|it| it.voices(&paper.report.articles[article]).len())
    }

    /// Tracks: whether anybody speaks who could not be asked.
    pub(super) fn has_unnamed(self, paper: &Paper, article: usize) -> bool {
        self.rows.with(|it| it.heads(&paper.report.articles[article]).iter().any(|it| is_unnamed(it.1)))
    }

    /// Tracks: the article in a sentence.
    pub(super) fn summary(self, paper: &Paper, article: usize) -> String {
        self.rows.with(|it| summary(&paper.text.body, &paper.report.articles[article], it))
    }

    /// Reads the article without these voices; a second time, with them again.
    pub(super) fn toggle(self, paper: &Paper, article: usize, taken: Taken) {
        if self.taken.get_untracked() == Some((article, taken)) {
            return self.put_back();
        }
        let (text, report) = (&paper.text.body, &paper.report.articles[article]);
        let of = self.rows.get_untracked();
        let left = match taken {
            Taken::Row(row) => without(text, report, &|it| of.of().get(it) == Some(&row)),
            Taken::Unnamed => {
                let heads = of.heads(report);
                without(text, report, &|it| heads.get(it).is_some_and(|it| is_unnamed(it.1)))
            }
            Taken::AllButNamed => only_named(text, report, &of),
        };
        self.taken.set(Some((article, taken)));
        self.left.set(Some(Arc::new(left)));
    }

    /// All of the text again, and says so.
    pub(super) fn put_back(self) {
        self.restore();
        self.announcer.say("All of the text is back.");
    }

    pub(super) fn restore(self) {
        self.taken.set(None);
        self.left.set(None);
    }

    /// Tracks.
    pub(super) fn is_without(self, article: usize, taken: Taken) -> bool {
        self.taken.get() == Some((article, taken))
    }

    /// Tracks: how much is left, where voices are taken away.
    pub(super) fn percent_left(self) -> Option<usize> {
        self.left.with(|it| it.as_ref().map(|it| it.percent_left))
    }

    /// Tracks: whether any voice is taken away.
    pub(super) fn is_cut(self) -> bool {
        self.taken.with(Option::is_some)
    }

    /// Tracks: what is left of this article, where voices are taken away.
    pub(super) fn left(self, article: usize) -> Option<Arc<Removal>> {
        let (taken, _) = self.taken.get()?;
        self.left.get().filter(|_| taken == article)
    }

    /// Tracks.
    pub(super) fn has_picked(self, row: u32) -> bool {
        self.picked.with(|it| it.contains(&row))
    }

    /// Tracks.
    pub(super) fn picked(self) -> usize {
        self.picked.with(Vec::len)
    }

    pub(super) fn pick(self, row: u32) {
        self.picked.update(|it| match it.iter().position(|it| *it == row) {
            Some(at) => drop(it.remove(at)),
            None => it.push(row),
        });
    }

    /// Makes one voice of those picked.
    pub(super) fn merge(self, paper: &Paper, article: usize) {
        let picked = self.picked.get_untracked();
        self.step(paper, article, "Merged into one voice.", |rows| rows.merge(&picked));
    }

    /// Makes several voices of one.
    pub(super) fn split(self, paper: &Paper, article: usize, row: u32) {
        let report = &paper.report.articles[article];
        self.step(paper, article, "Split.", |rows| rows.split(row, &paper.text.body, report));
    }

    /// Undoes the last step, or does again what was undone last.
    pub(super) fn swap(self, paper: &Paper, article: usize, is_redo: bool) {
        let now = self.rows.get_untracked();
        let last = self.steps.try_update_value(|it| {
            let rows = it[usize::from(is_redo)].pop()?;
            it[usize::from(!is_redo)].push(now);
            Some(rows)
        });
        if let Some(rows) = last.flatten() {
            self.show(paper, article, rows, if is_redo { "Redone." } else { "Undone." });
        }
    }

    /// Back to the rows as the analysis has them.
    pub(super) fn as_found(self, paper: &Paper, article: usize) {
        let found = Rows::found(&paper.report.articles[article]);
        self.step(paper, article, "The voices as they were found.", |rows| *rows = found);
    }

    /// Tracks: whether the reader has changed anything that can be undone, or undone anything.
    pub(super) fn can_swap(self, is_redo: bool) -> bool {
        self.rows.track();
        self.steps.with_value(|it| !it[usize::from(is_redo)].is_empty())
    }

    /// Tracks: whether the rows are not as the analysis has them, be it since an earlier visit.
    pub(super) fn is_changed(self, paper: &Paper, article: usize) -> bool {
        self.rows.with(|it| *it != Rows::found(&paper.report.articles[article]))
    }

    fn step(self, paper: &Paper, article: usize, words: &str, change: impl FnOnce(&mut Rows)) {
        let before = self.rows.get_untracked();
        let mut rows = before.clone();
        change(&mut rows);
        if rows != before {
            self.steps.update_value(|[past, future]| {
                past.push(before);
                let excess = past.len().saturating_sub(MAX_STEPS);
                past.drain(..excess);
                future.clear();
            });
            self.show(paper, article, rows, words);
        }
    }

    /// Shows rows, and keeps them; what was read without may be another voice now.
    fn show(self, paper: &Paper, article: usize, rows: Rows, words: &str) {
        let is_found = rows == Rows::found(&paper.report.articles[article]);
        let kept = self.slot.with_value(|slot| {
            let own = (!is_found).then(|| rows.of());
            // Another tab's articles are other lines: they stay.
            slot.overwrite(&put_rows(&slot.read().unwrap_or_default(), &name(paper, article), own))
        });
        Keeper::expect().tell(VOICES, kept);
        let before = self.rows.get_untracked();
        let row = rows.of().iter().zip(before.of()).find(|(now, before)| now != before).map_or(0, |it| *it.0);
        self.rows.set(rows);
        self.picked.set(Vec::new());
        self.restore();
        self.announcer.say(words);
        // The button that was pressed is gone, and the focus with it.
        after_drawing(move || {
            if focused().is_none_or(|it| it.tag_name() == "BODY") {
                focus_first(&[&format!(".ledger [data-act=pick][data-at=\"{row}\"]"), ".ledger > summary"]);
            }
        });
    }
}

/// The item that holds the rows that readers have changed.
const VOICES: &str = "sayso.voices";

/// Returns the rows of an article as they were left.
pub(super) fn kept_rows(paper: &Paper, article: usize) -> Rows {
    rows_in(&Slot::new(VOICES), paper, article)
}

fn rows_in(slot: &Slot, paper: &Paper, article: usize) -> Rows {
    let report = &paper.report.articles[article];
    let kept = find_rows(&slot.read().unwrap_or_default(), &name(paper, article));
    kept.and_then(|it| Rows::kept(report, it)).unwrap_or_else(|| Rows::found(report))
}

/// By which the rows of an article are kept: of this text, not of another of the same name.
fn name(paper: &Paper, article: usize) -> String {
    let span = paper.report.articles[article].span;
    let hash = fingerprint(paper.quote(span).as_bytes());
    format!("{}/{article}/{hash:x}", paper.text.slug)
}
