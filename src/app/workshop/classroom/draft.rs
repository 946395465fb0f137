//! The lesson that is being made, kept as it is made.

use leptos::prelude::*;

use crate::lesson::{Key, Lesson, Marking, Story, moved};
use crate::library;
use crate::ling::headline;
use crate::storage::{Refusal, Slot};
use crate::traits::TraitId;

/// The lesson being made. `Copy`: signals and handles only.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    lesson: RwSignal<Lesson>,
    /// What it began as, and that lesson's number; zero for one from nothing.
    first: StoredValue<(Lesson, u64)>,
    slot: StoredValue<Slot, LocalStorage>,
    /// The text of one's own, whatever article is chosen.
    own: RwSignal<String>,
    /// Those that were put aside, the last one first, each as it is kept.
    aside: RwSignal<Vec<Aside>>,
    /// How many of these there is no room to keep.
    unkept: RwSignal<usize>,
    /// Whether the text of one's own is short enough to be kept.
    is_text_kept: RwSignal<bool>,
    /// Keys that were taken away, each with its article, to come back with it.
    shelved: StoredValue<Vec<(Story, Vec<Marking>)>>,
    pub(super) passphrase: RwSignal<String>,
    /// What was missing when the lesson was last to be made.
    pub(super) lack: RwSignal<Option<Lack>>,
    trouble: RwSignal<Option<Refusal>>,
}

/// What keeps a lesson from being given, in words, by the field that mends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    Article(&'static str),
    Rules(&'static str),
}

impl Lack {
    pub(super) fn place(self) -> &'static str {
        match self {
            Self::Article(_) => "#lesson-text",
            Self::Rules(_) => "#lesson-rules",
        }
    }

    pub(super) fn words(self) -> &'static str {
        let (Self::Article(words) | Self::Rules(words)) = self;
        words
    }
}

impl Draft {
    /// Takes up what was kept of the lesson that is `given`, or of one from nothing; else begins it.
    pub(super) fn begin(given: Option<Lesson>) -> Self {
        // A lesson that is looked at must not take the place of one that is half made.
        let slot = Slot::new(KEYS[usize::from(given.is_none())]);
        let number = given.as_ref().map_or(0, Lesson::id);
        let first = given.unwrap_or_else(usual);
        let kept = slot.read().map(|it| Form::read(&it)).unwrap_or_default();
        let (lesson, own, aside) = kept.of(number, &first);
        Self {
            own: RwSignal::new(own_text(&lesson).unwrap_or(own)),
            lesson: RwSignal::new(lesson),
            first: StoredValue::new((first, number)),
            slot: StoredValue::new_local(slot),
            aside: RwSignal::new(aside),
            unkept: RwSignal::default(),
            is_text_kept: RwSignal::new(true),
            shelved: StoredValue::default(),
            passphrase: RwSignal::default(),
            lack: RwSignal::default(),
            trouble: RwSignal::default(),
        }
    }

    /// Tracks.
    pub(super) fn with<T>(self, read: impl FnOnce(&Lesson) -> T) -> T {
        self.lesson.with(read)
    }

    pub(super) fn with_untracked<T>(self, read: impl FnOnce(&Lesson) -> T) -> T {
        self.lesson.with_untracked(read)
    }

    pub(super) fn change(self, change: impl FnOnce(&mut Lesson)) {
        self.lesson.update(change);
        if let Some(text) = self.with_untracked(own_text) {
            self.own.set(text);
        }
        self.keep(Slot::write);
    }

    /// Tracks: what keeps the lesson from being kept.
    pub(super) fn trouble(self) -> Option<Refusal> {
        self.trouble.get()
    }

    /// Keeps this tab's lesson in place of the other one's.
    pub(super) fn keep_mine(self) {
        self.keep(Slot::overwrite);
    }

    /// Writes the lesson and as much as there is room for of what was put aside, the last first.
    fn keep(self, write: fn(&Slot, &str) -> Result<(), Refusal>) {
        let of = self.first.with_value(|it| it.1);
        let draft = self.lesson.with_untracked(|it| self.own.with_untracked(|own| Aside::fitting(it, own)));
        self.is_text_kept.set(draft.1);
        let head = format!("{of} {}", draft.0.0);
        self.aside.with_untracked(|all| {
            let mut kept: Vec<&Aside> = all.iter().filter(|it| it.0.len() <= MOST).collect();
            let outcome = loop {
                let lines = std::iter::once(head.as_str()).chain(kept.iter().map(|it| it.0.as_str()));
                let outcome = self.slot.with_value(|it| write(it, &lines.collect::<Vec<_>>().join("\n")));
                if !matches!(outcome, Err(Refusal::Full | Refusal::TooLong)) || kept.pop().is_none() {
                    break outcome;
                }
            };
            self.trouble.set(outcome.err());
            self.unkept.set(if outcome.is_ok() { all.len() - kept.len() } else { 0 });
        });
    }

    pub(super) fn own_untracked(self) -> String {
        self.own.get_untracked()
    }

    /// Tracks: the lesson as it is kept.
    pub(super) fn code(self) -> String {
        self.with(Lesson::write_plain)
    }

    /// Tracks: whether anything was done to it.
    pub(super) fn is_begun(self) -> bool {
        self.with(|it| self.first.with_value(|first| first.0 != *it))
    }

    /// Puts it aside and begins as at first.
    pub(super) fn restart(self) {
        self.put_aside();
        self.own.set(String::new());
        self.change(|it| *it = self.first.with_value(|it| it.0.clone()));
    }

    /// Keeps the lesson as it is now, to be brought back.
    pub(super) fn put_aside(self) {
        let now = self.lesson.with_untracked(|it| self.own.with_untracked(|own| Aside::of(it, own)));
        self.aside.update(|all| {
            all.retain(|it| *it != now);
            all.insert(0, now);
        });
    }

    /// Tracks: what each that was put aside is called, and which it is; the last one first.
    pub(super) fn aside(self) -> Vec<(usize, String)> {
        let name = |it: &Aside| it.read().map(|(lesson, own)| called(&lesson, &own));
        self.aside.with(|all| all.iter().enumerate().filter_map(|(at, it)| Some((at, name(it)?))).collect())
    }

    /// Tracks: how many that were put aside are here only until the tab is closed.
    pub(super) fn unkept(self) -> usize {
        self.unkept.get()
    }

    /// Tracks.
    pub(super) fn is_text_kept(self) -> bool {
        self.is_text_kept.get()
    }

    /// Brings back one that was put aside, and puts aside what was begun since.
    pub(super) fn bring_back(self, at: usize) {
        let found = self.aside.with_untracked(|it| it.get(at).and_then(Aside::read));
        let Some((lesson, own)) = found else { return };
        self.aside.update(|it| drop(it.remove(at)));
        if untrack(|| self.is_begun()) || !self.own.with_untracked(String::is_empty) {
            self.put_aside();
        }
        self.own.set(own);
        self.change(|it| *it = lesson);
    }

    /// Sets another article. The key of a text goes along with its words when the text is changed.
    pub(super) fn set_story(self, story: Story) {
        let (before, key) = self.with_untracked(|it| (it.story.clone(), it.key.clone()));
        if before == story {
            return;
        }
        let marks = match (&before, &story, key) {
            (Story::Text(from), Story::Text(to), Key::Open(marks)) => moved(&marks, from, to),
            _ => {
                self.shelve_key();
                self.unshelved(&story)
            }
        };
        self.change(|it| {
            it.key = if marks.is_empty() { Key::None } else { Key::Open(marks) };
            it.story = story;
        });
    }

    /// Takes the key away, so that it can come back.
    pub(super) fn drop_key(self) {
        self.shelve_key();
        self.change(|it| it.key = Key::None);
    }

    /// Brings back the key that was taken away from this article, if there was one.
    pub(super) fn take_up_key(self) {
        let marks = self.unshelved(&self.with_untracked(|it| it.story.clone()));
        if !marks.is_empty() {
            self.change(|it| it.key = Key::Open(marks));
        }
    }

    fn shelve_key(self) {
        if let (story, Key::Open(marks)) = self.with_untracked(|it| (it.story.clone(), it.key.clone())) {
            self.shelved.update_value(|it| {
                it.retain(|it| it.0 != story);
                it.push((story, marks));
            });
        }
    }

    fn unshelved(self, story: &Story) -> Vec<Marking> {
        self.shelved.with_value(|it| it.iter().find(|it| it.0 == *story).map(|it| it.1.clone()).unwrap_or_default())
    }
}

/// What drafts are kept as: of a lesson that is changed, and of one from nothing.
const KEYS: [&str; 2] = ["sayso.lesson.changed", "sayso.lesson"];

/// Characters of a lesson that is kept: a code that is longer is not read again.
const MOST: usize = 950_000;

/// Returns the lessons that are half made on this device.
pub(super) fn drafts() -> impl Iterator<Item = Lesson> {
    KEYS.into_iter().filter_map(|it| Some(Form::read(&Slot::new(it).read()?).draft.read()?.0))
}

/// A lesson in the making and its text of one's own, on two lines. A text is kept as a lesson with nothing else in
/// it, and not at all where the lesson holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Aside(String);

impl Aside {
    fn of(lesson: &Lesson, own: &str) -> Self {
        let is_inside = own.is_empty() || own_text(lesson).is_some_and(|it| it == own);
        let text = || Lesson::plain("", Story::Text(own.to_owned()), Vec::new()).write_plain();
        let text = if is_inside { String::new() } else { text() };
        Self(format!("{}\n{text}", lesson.write_plain()))
    }

    fn read(&self) -> Option<(Lesson, String)> {
        let (lesson, text) = self.0.split_once('\n').unwrap_or((&self.0, ""));
        let lesson = Lesson::read_draft(lesson).ok()?;
        let own = own_text(&lesson).or_else(|| own_text(&Lesson::read_draft(text).ok()?));
        Some((lesson, own.unwrap_or_default()))
    }

    fn is_nothing(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// What is kept of a lesson in the making, and whether that is all of it: without a text that is too long to be
    /// read again, rather than nothing.
    fn fitting(lesson: &Lesson, own: &str) -> (Self, bool) {
        let whole = Self::of(lesson, own);
        if whole.0.len() <= MOST {
            return (whole, true);
        }
        let story = if let Story::Text(_) = lesson.story { Story::Text(String::new()) } else { lesson.story.clone() };
        (Self::of(&Lesson { story, ..lesson.clone() }, ""), false)
    }
}

/// A draft as it is kept: the lesson behind the number of the one it began as, and those that were put aside.
#[derive(Default)]
struct Form {
    of: String,
    draft: Aside,
    aside: Vec<Aside>,
}

impl Form {
    fn read(kept: &str) -> Self {
        let (of, codes) = kept.split_once(' ').unwrap_or(("0", kept));
        let lines: Vec<&str> = codes.split('\n').collect();
        let mut all = lines.chunks(2).map(|it| Aside(format!("{}\n{}", it[0], it.get(1).unwrap_or(&""))));
        let draft = all.next().unwrap_or_default();
        Self { of: of.to_owned(), draft, aside: all.filter(|it| !it.is_nothing()).collect() }
    }

    /// The draft of the lesson with this number, which began as `first`; one of another lesson, or one that cannot
    /// be read, is put aside.
    fn of(self, number: u64, first: &Lesson) -> (Lesson, String, Vec<Aside>) {
        let Self { of, draft, mut aside } = self;
        match draft.read() {
            Some((lesson, own)) if of == number.to_string() => (lesson, own, aside),
            _ => {
                if !draft.is_nothing() {
                    aside.insert(0, draft);
                }
                (first.clone(), String::new(), aside)
            }
        }
    }
}

/// What one that was put aside is called: as it is titled, or as the text that was written begins.
fn called(lesson: &Lesson, own: &str) -> String {
    let first = [lesson.title.as_str(), own].into_iter().flat_map(str::lines).map(str::trim).find(|it| !it.is_empty());
    first.map_or_else(|| usual_title(&lesson.story), |it| it.chars().take(60).collect())
}

fn own_text(lesson: &Lesson) -> Option<String> {
    if let Story::Text(text) = &lesson.story { Some(text.clone()) } else { None }
}

fn usual() -> Lesson {
    let traits = ["unnamed-source", "missing-attribution", "loaded-label", "loaded-language", "named-with-role"];
    Lesson::plain("", Story::Library("digest-03-three-killed".to_owned()), traits.map(TraitId).to_vec())
}

/// What a lesson is called that nobody gave a title.
pub(super) fn usual_title(story: &Story) -> String {
    let title = match story {
        Story::Library(slug) => library::find(slug).map(|it| it.title.to_owned()),
        Story::Text(text) => headline(text).map(str::to_owned),
    };
    title.as_deref().unwrap_or("A lesson").chars().take(120).collect()
}
