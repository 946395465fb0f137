//! How much of the article is on screen: the rest follows, a frame at a time, and of a very long
//! text as far as the reader goes.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::listed::Entry;
use super::paper::Paper;
use super::reading::element;
use crate::report::pieces::Piece;

/// Bytes of text drawn at once.
const BATCH: usize = 6_000;

/// Milliseconds that drawing and laying out may take in a frame before less is drawn in the next.
const BUDGET_MS: f64 = 20.0;

/// Batches drawn in one frame at most.
const MOST_BATCHES: usize = 8;

/// Batches that are drawn before anybody scrolls: some 20,000 words.
const AHEAD: usize = 20;

/// Points below the top of the window up to which the article is drawn, where a reader scrolls.
const NEAR: f64 = 6_000.0;

/// Batches drawn at once for a printer: some 100,000 words.
const MOST_PRINTED: usize = 100;

/// Pieces that are drawn together: of each article that has some, its index and theirs.
type Batch = Vec<(usize, Range<usize>)>;

/// The pieces of the article, in batches, and how many of those are drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    paper: StoredValue<Arc<Paper>>,
    batches: StoredValue<Vec<Batch>>,
    drawn: RwSignal<usize>,
    /// Whether the next frame draws more.
    goes_on: StoredValue<bool>,
}

impl Drawing {
    /// Begins to draw; the rest follows frame by frame.
    pub(super) fn start(paper: &Arc<Paper>, only: Option<usize>) -> Self {
        let articles = paper.shown(only).map(|(number, _)| (number, &*paper.pieces[number].list));
        let batches = StoredValue::new(in_batches(articles));
        let drawing = Self {
            paper: StoredValue::new(paper.clone()),
            batches,
            drawn: RwSignal::new(1),
            goes_on: StoredValue::new(true),
        };
        request_animation_frame(move || {
            request_animation_frame(move || drawing.go_on(1));
        });
        let scrolled = window_event_listener(leptos::ev::scroll, move |_| drawing.follow());
        on_cleanup(move || scrolled.remove());
        drawing
    }

    /// The numbers of the batches that are drawn, each an entry of its own. Tracks.
    pub(super) fn drawn(self) -> Vec<Entry> {
        (0..).map(|number| vec![number]).take(self.drawn.get().min(self.len())).collect()
    }

    pub(super) fn batch(self, entry: &Entry) -> Vec<Piece> {
        let batch = self.batches.with_value(|it| it[entry[0] as usize].clone());
        self.paper.with_value(|paper| pieces(paper, &batch).cloned().collect())
    }

    /// Draws up to the batch with the first piece that holds what is looked for, at once.
    ///
    /// Returns where that piece begins.
    pub(super) fn reach(self, holds: &dyn Fn(&Piece) -> bool) -> Option<usize> {
        // Asked for a frame ago, by an article that is gone.
        let (at, start) = self.paper.try_with_value(|paper| {
            let start = |batch: &Batch| pieces(paper, batch).find(|it| holds(it)).map(|it| it.span.start());
            self.batches.with_value(|it| it.iter().enumerate().find_map(|(at, batch)| Some((at, start(batch)?))))
        })??;
        if at >= self.drawn.get_untracked() {
            self.drawn.set(at + 1);
        }
        Some(start)
    }

    /// Draws as much as a printer may want, at once.
    pub(super) fn finish(self) {
        let drawn = self.drawn.get_untracked();
        self.drawn.set(drawn.max(self.len().min(MOST_PRINTED)));
    }

    /// The reader scrolls: draws on where the end of what is drawn comes near.
    fn follow(self) {
        if !self.goes_on.get_value() && is_end_near() {
            self.goes_on.set_value(true);
            self.go_on(1);
        }
    }

    fn len(self) -> usize {
        self.batches.try_with_value(|it| it.len()).unwrap_or(0)
    }

    /// Draws `step` more batches, and as many again as a frame has shown to bear.
    fn go_on(self, step: usize) {
        let began = now();
        // Gone with the article it belonged to.
        let Some(drawn) = self.drawn.try_get_untracked() else { return };
        if drawn >= self.len() || drawn >= AHEAD && !is_end_near() {
            return self.goes_on.set_value(false);
        }
        self.drawn.set(drawn + step);
        // What was set is drawn only when this task ends; the next one sees what it took.
        let weigh = move || {
            let step = if now() - began > BUDGET_MS { step.div_ceil(2) } else { (2 * step).min(MOST_BATCHES) };
            request_animation_frame(move || self.go_on(step));
        };
        set_timeout(weigh, Duration::ZERO);
    }
}

fn pieces<'p>(paper: &'p Paper, batch: &Batch) -> impl Iterator<Item = &'p Piece> {
    batch.iter().flat_map(|(article, pieces)| &paper.pieces[*article].list[pieces.clone()])
}

fn in_batches<'p>(articles: impl Iterator<Item = (usize, &'p [Piece])>) -> Vec<Batch> {
    let (mut batches, mut batch, mut size) = (Vec::new(), Batch::new(), 0);
    for (article, pieces) in articles {
        let mut first = 0;
        for (at, piece) in pieces.iter().enumerate() {
            if size > BATCH {
                batch.push((article, first..at));
                batches.push(std::mem::take(&mut batch));
                (first, size) = (at, 0);
            }
            size += piece.span.len();
        }
        batch.push((article, first..pieces.len()));
    }
    batches.push(batch);
    batches
}

fn is_end_near() -> bool {
    element("#article").is_some_and(|it| it.get_bounding_client_rect().bottom() < NEAR)
}

pub(super) fn now() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}
