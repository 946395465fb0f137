//! The desk: one student's marks on one article, and everything done to them.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::share::counted;
use super::about;
use super::kept::Works;
use super::sheet::Sheet;
use crate::app::announcer::Announcer;
use crate::app::reading::{after_drawing, focus};
use crate::lesson::{Attempt, Comparison, Key, Marking, Reveal, Slip, Stance, Work, compare, quote};
use crate::text::Span;
use crate::traits::TraitId;

/// Words that are picked and have no name yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pick {
    pub(super) from: usize,
    pub(super) to: usize,
    /// Waits for its other end.
    pub(super) is_open: bool,
}

impl Pick {
    pub(super) fn words(self) -> std::ops::Range<usize> {
        self.from.min(self.to)..self.from.max(self.to) + 1
    }
}

/// State of the marking. `Copy`: signals and handles only.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    sheet: StoredValue<Arc<Sheet>>,
    work: RwSignal<Work>,
    past: RwSignal<Vec<Vec<Marking>>>,
    future: RwSignal<Vec<Vec<Marking>>>,
    pick: RwSignal<Option<Pick>>,
    caret: RwSignal<Option<usize>>,
    /// Whether the reader has put the caret where it is, since a mark was made.
    is_put: StoredValue<bool>,
    /// The teacher's marks, once they can be read.
    key: RwSignal<Vec<Marking>>,
    found: Memo<Comparison>,
    is_revealed: Memo<bool>,
    announcer: Announcer,
    /// `None` for a key that is being made: it is kept with its lesson.
    works: Option<Works>,
}

impl Desk {
    /// Takes up the work on this sheet, or begins it.
    pub(super) fn begin(sheet: &Arc<Sheet>, works: Works) -> Self {
        // Anything that fits 52 bits of chance tells one student's work from another's.
        let id = || (js_sys::Math::random() * 2f64.powi(52)) as u64;
        let begun = || Work { id: id(), origin: sheet.origin.clone(), ..Work::default() };
        Self::with_work(sheet, works.load(&sheet.origin).unwrap_or_else(begun), Some(works))
    }

    /// Takes up a key, which its lesson keeps.
    pub(super) fn of_key(sheet: &Arc<Sheet>, marks: Vec<Marking>) -> Self {
        Self::with_work(sheet, Work { marks, ..Work::default() }, None)
    }

    fn with_work(sheet: &Arc<Sheet>, mut work: Work, works: Option<Works>) -> Self {
        work.marks = sheet.fitting(work.marks);
        work.answers.resize(sheet.lesson.questions.len(), String::new());
        let (work, key) = (RwSignal::new(work), RwSignal::new(sheet.open_key()));
        Self {
            sheet: StoredValue::new(sheet.clone()),
            work,
            past: RwSignal::default(),
            future: RwSignal::default(),
            pick: RwSignal::new(None),
            caret: RwSignal::new(None),
            is_put: StoredValue::new(false),
            key,
            found: comparison(sheet.clone(), work, key),
            is_revealed: Memo::new(move |_| work.with(|it| it.is_revealed)),
            announcer: Announcer::expect(),
            works,
        }
    }

    pub(super) fn sheet(self) -> Arc<Sheet> {
        self.sheet.get_value()
    }

    /// Tracks.
    pub(super) fn with<T>(self, read: impl FnOnce(&Work) -> T) -> T {
        self.work.with(read)
    }

    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&Work) -> T) -> T {
        self.work.with_untracked(read)
    }

    /// Tracks.
    pub(super) fn pick(self) -> Option<Pick> {
        self.pick.get()
    }

    /// Tracks.
    pub(super) fn caret(self) -> Option<usize> {
        self.caret.get()
    }

    /// Tracks.
    pub(super) fn can_undo(self) -> bool {
        self.past.with(|it| !it.is_empty())
    }

    /// Tracks.
    pub(super) fn can_redo(self) -> bool {
        self.future.with(|it| !it.is_empty())
    }

    /// Changes what needs no undo, and keeps it. Of two slips of one work the later turn counts.
    pub(super) fn change(self, change: impl FnOnce(&mut Work)) {
        self.work.update(|it| {
            change(it);
            it.turn += 1;
        });
        if let Some(works) = self.works {
            self.work.with_untracked(|it| works.save(it));
        }
    }

    /// Changes marks so that it can be undone.
    fn change_marks(self, change: impl FnOnce(&mut Vec<Marking>)) {
        let before = self.work.with_untracked(|it| it.marks.clone());
        let mut marks = before.clone();
        change(&mut marks);
        marks.sort_by_key(|it| it.span);
        if marks != before {
            self.past.update(|it| it.push(before));
            self.future.update(Vec::clear);
            self.change(|it| it.marks = marks);
        }
    }

    pub(super) fn undo(self) {
        self.travel(self.past, self.future, "Undone.");
    }

    pub(super) fn redo(self) {
        self.travel(self.future, self.past, "Redone.");
    }

    fn travel(self, from: RwSignal<Vec<Vec<Marking>>>, to: RwSignal<Vec<Vec<Marking>>>, words: &str) {
        let mut there = None;
        from.update(|it| there = it.pop());
        if let Some(marks) = there {
            let here = self.work.with_untracked(|it| it.marks.clone());
            to.update(|it| it.push(here));
            self.change(|it| it.marks = marks);
            self.announcer.say(words);
        }
    }

    // ── picking words ──

    pub(super) fn set_pick(self, pick: Option<Pick>) {
        if self.pick.get_untracked() != pick {
            self.pick.set(pick);
            if let Some(pick) = pick {
                self.caret.set(Some(pick.to));
            }
        }
    }

    /// A tap on a word begins a pick, or ends the one that was begun.
    pub(super) fn tap(self, word: usize) {
        let pick = match self.pick.get_untracked() {
            Some(pick) if pick.is_open => Pick { to: word, is_open: false, ..pick },
            _ => Pick { from: word, to: word, is_open: true },
        };
        self.set_pick(Some(pick));
        self.say_pick();
    }

    pub(super) fn say_pick(self) {
        let Some(pick) = self.pick.get_untracked() else { return };
        let next = if pick.is_open { "Now the last word, or say what this one is." } else { "Now say what it is." };
        self.announcer.say(format!("“{}”. {next}", self.words(pick.words())));
    }

    fn words(self, words: std::ops::Range<usize>) -> String {
        self.sheet.with_value(|it| it.words.cover(words).map(|span| it.quote(span)).unwrap_or_default())
    }

    /// Moves the caret by words; with `extend`, the pick goes along.
    pub(super) fn step(self, by: isize, extend: bool) {
        let last = self.sheet.with_value(|it| it.words.len()).saturating_sub(1);
        let at = self.caret.get_untracked();
        let to = at.map_or(0, |at| at.saturating_add_signed(by).min(last));
        self.move_to(to, extend);
    }

    /// Moves the caret to the sentence before or after.
    pub(super) fn step_sentence(self, forward: bool, extend: bool) {
        let at = self.caret.get_untracked().unwrap_or(0);
        let to = self.sheet.with_value(|it| {
            let words = &it.words;
            let first = |of: u32| (0..words.len()).find(|&it| words.sentence(it) == of);
            let here = words.sentence(at);
            let there = if forward { Some(here + 1) } else { here.checked_sub(1) };
            there.and_then(first).unwrap_or(at)
        });
        self.move_to(to, extend);
    }

    fn move_to(self, to: usize, extend: bool) {
        let open = self.pick.get_untracked().filter(|it| it.is_open || extend);
        let from = open.map(|it| it.from).or_else(|| extend.then(|| self.caret.get_untracked()).flatten());
        self.caret.set(Some(to));
        self.is_put.set_value(true);
        if let Some(from) = from {
            self.pick.set(Some(Pick { from, to, is_open: open.is_some_and(|it| it.is_open) }));
        }
        let marks = self.marks_at(to);
        let named = marks.first().map(|&it| about(self.with_untracked(|work| work.marks[it].of)).name);
        let named = named.map(|it| format!(", marked {it}")).unwrap_or_default();
        self.announcer.say(format!("{}{named}", self.words(to..to + 1)));
    }

    /// Puts the caret to the first word, where it is nowhere yet.
    pub(super) fn show_caret(self) {
        if self.caret.get_untracked().is_none() {
            self.caret.set(Some(0));
        }
    }

    /// At the caret: begins a pick, or ends it.
    pub(super) fn toggle_pick(self) {
        let at = self.caret.get_untracked().unwrap_or(0);
        self.tap(at);
    }

    /// Returns the marks that hold a word, the shortest first.
    fn marks_at(self, word: usize) -> Vec<usize> {
        let sheet = self.sheet.get_value();
        let mut marks = self.with_untracked(|work| {
            let holds = |it: &Marking| sheet.words.within(it.span).contains(&word);
            let all = work.marks.iter().enumerate();
            all.filter(|it| holds(it.1)).map(|it| (it.1.span.len(), it.0)).collect::<Vec<_>>()
        });
        marks.sort_unstable();
        marks.into_iter().map(|it| it.1).collect()
    }

    // ── marks ──

    /// Gives the picked words a name; without a pick, the mark that the caret was moved to another one.
    pub(super) fn name(self, of: TraitId) {
        let announcer = self.announcer;
        if self.is_revealed.get_untracked() {
            return announcer.say("Hide the other marks first, then go on marking.");
        }
        let sheet = self.sheet.get_value();
        let picked = self.pick.get_untracked().and_then(|it| sheet.words.cover(it.words()));
        if let Some(span) = picked {
            let new = Marking { span, of, reason: String::new(), stance: Stance::Open };
            self.change_marks(|marks| {
                if !marks.iter().any(|it| it.span == span && it.of == of) {
                    marks.push(new);
                }
            });
            self.pick.set(None);
            self.is_put.set_value(false);
            return announcer.say(format!("Marked “{}” as {}.", sheet.quote(span), about(of).name));
        }
        let at = self.caret.get_untracked().filter(|_| self.is_put.get_value());
        match at.and_then(|it| self.marks_at(it).first().copied()) {
            Some(at) => {
                let span = self.with_untracked(|it| it.marks[at].span);
                self.change_marks(|marks| marks[at].of = of);
                announcer.say(format!("“{}” is now {}.", sheet.quote(span), about(of).name));
            }
            None => announcer.say("Pick words in the article first."),
        }
    }

    /// Tracks: the mark on these words under this name.
    pub(super) fn mark(self, span: Span, of: TraitId) -> Option<Marking> {
        self.with(|it| it.marks.iter().find(|it| it.span == span && it.of == of).cloned())
    }

    pub(super) fn remove(self, span: Span, of: TraitId) {
        self.change_marks(|marks| marks.retain(|it| !(it.span == span && it.of == of)));
        self.announcer.say("Mark removed. Undo brings it back.");
    }

    pub(super) fn remove_at_caret(self) {
        let at = self.caret.get_untracked().and_then(|it| self.marks_at(it).first().copied());
        if let Some(at) = at {
            let (span, of) = self.with_untracked(|it| (it.marks[at].span, it.marks[at].of));
            self.remove(span, of);
        }
    }

    pub(super) fn set_reason(self, span: Span, of: TraitId, reason: String) {
        self.change(|work| {
            let mark = work.marks.iter_mut().find(|it| it.span == span && it.of == of);
            mark.into_iter().for_each(|it| it.reason.clone_from(&reason));
        });
    }

    pub(super) fn set_stance(self, span: Span, of: TraitId, stance: Stance) {
        self.change_marks(|marks| {
            let mark = marks.iter_mut().find(|it| it.span == span && it.of == of);
            mark.into_iter().for_each(|it| it.stance = stance);
        });
    }

    /// Puts marks in place of all there are: a key begun from Sayso's flags.
    pub(super) fn set_marks(self, new: Vec<Marking>) {
        self.change_marks(|marks| *marks = new);
    }

    // ── the reveal ──

    /// Tracks: how many more marks it takes; `None` where the lesson never reveals.
    pub(super) fn marks_to_go(self) -> Option<usize> {
        let made = self.with(|it| it.marks.len());
        match self.sheet.with_value(|it| it.lesson.reveal) {
            Reveal::AtOnce => Some(0),
            Reveal::After(marks) => Some((marks as usize).saturating_sub(made)),
            Reveal::Never => None,
        }
    }

    pub(super) fn reveal(self) {
        match untrack(|| self.marks_to_go()) {
            Some(0) if !self.with_untracked(|it| it.is_revealed) => {
                let found = self.found.get_untracked();
                let has_key = self.key.with_untracked(|it| !it.is_empty());
                let score = if has_key { found.with_key } else { found.with_sayso };
                let thousandths = |it: Option<f64>| it.map(|it| (it * 1000.0).round() as u32);
                self.pick.set(None);
                self.change(|it| {
                    let marks = it.marks.len() as u32;
                    let (place, kind) = (thousandths(score.place), thousandths(score.kind));
                    it.attempts.push(Attempt { marks, place, kind });
                    it.is_revealed = true;
                });
                self.announcer.say("Revealed. Your marks and the others stand side by side.");
                after_drawing(|| focus("#reveal-title"));
            }
            Some(more) if more > 0 => self.announcer.say(format!("{more} more to mark before the reveal.")),
            _ => {}
        }
    }

    pub(super) fn cover(self) {
        self.change(|it| it.is_revealed = false);
        self.announcer.say("Hidden. Your marks can be changed again.");
        after_drawing(|| focus("#article"));
    }

    pub(super) fn set_key(self, marks: Vec<Marking>) {
        let marks = self.sheet().fitting(marks);
        self.announcer.say(format!("The key is open. It has {}.", counted(marks.len(), "mark")));
        self.key.set(marks);
        // The form goes with the seal.
        after_drawing(|| focus("#reveal-title"));
    }

    /// Tracks.
    pub(super) fn key(self) -> Vec<Marking> {
        self.key.get()
    }

    /// Tracks: the key that somebody has yet to open.
    pub(super) fn sealed_key(self) -> Option<Vec<u8>> {
        let is_shut = self.key.with(Vec::is_empty);
        self.sheet
            .with_value(|it| if let Key::Sealed(bytes) = &it.lesson.key { Some(bytes.clone()) } else { None })
            .filter(|_| is_shut)
    }

    /// Whether the other marks are to be seen; what tracks it is not drawn again for a letter typed.
    pub(super) fn is_revealed(self) -> Memo<bool> {
        self.is_revealed
    }

    /// The marks beside the others.
    pub(super) fn found(self) -> Memo<Comparison> {
        self.found
    }

    // ── handing in ──

    /// Tracks: the slip as it stands.
    pub(super) fn slip(self) -> Slip {
        let sheet = self.sheet.get_value();
        self.with(|work| Slip {
            id: work.id,
            turn: work.turn,
            origin: work.origin.clone(),
            nickname: work.nickname.clone(),
            marks: work.marks.iter().map(|it| (it.clone(), quote(&sheet.text, it.span))).collect(),
            answers: sheet.lesson.questions.iter().cloned().zip(work.answers.iter().cloned()).collect(),
        })
    }
}

/// Compares the marks with Sayso's and the key's; not again for a reason that is typed, or a step of the caret.
fn comparison(sheet: Arc<Sheet>, work: RwSignal<Work>, key: RwSignal<Vec<Marking>>) -> Memo<Comparison> {
    let pairs = |marks: &[Marking]| marks.iter().map(|it| (it.span, it.of)).collect::<Vec<_>>();
    let mine = Memo::new(move |_| work.with(|it| pairs(&it.marks)));
    Memo::new(move |_| {
        let sayso = if sheet.lesson.with_sayso { sheet.sayso.as_slice() } else { &[] };
        mine.with(|mine| compare(&sheet.words, mine, sayso, &key.with(|it| pairs(it))))
    })
}
