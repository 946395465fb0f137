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
    /// The one that was put aside to begin afresh.
    aside: RwSignal<Option<Lesson>>,
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
        let kept = slot.read().and_then(|it| read(&it, number));
        Self {
            lesson: RwSignal::new(kept.unwrap_or_else(|| first.clone())),
            first: StoredValue::new((first, number)),
            slot: StoredValue::new_local(slot),
            aside: RwSignal::new(None),
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
        let form = self.form();
        self.trouble.set(self.slot.with_value(|it| it.write(&form)).err());
    }

    /// Tracks: what keeps the lesson from being kept.
    pub(super) fn trouble(self) -> Option<Refusal> {
        self.trouble.get()
    }

    /// Keeps this tab's lesson in place of the other one's.
    pub(super) fn keep_mine(self) {
        let form = self.form();
        self.trouble.set(self.slot.with_value(|it| it.overwrite(&form)).err());
    }

    fn form(self) -> String {
        let number = self.first.with_value(|it| it.1);
        format!("{number} {}", self.lesson.with_untracked(Lesson::write_plain))
    }

    /// Tracks: whether anything was done to it.
    pub(super) fn is_begun(self) -> bool {
        self.with(|it| self.first.with_value(|first| first.0 != *it))
    }

    /// Puts it aside and begins as at first.
    pub(super) fn restart(self) {
        self.aside.set(Some(self.with_untracked(Clone::clone)));
        self.change(|it| *it = self.first.with_value(|it| it.0.clone()));
    }

    /// Tracks: whether one was put aside.
    pub(super) fn has_aside(self) -> bool {
        self.aside.with(Option::is_some)
    }

    /// Brings back what was put aside.
    pub(super) fn bring_back(self) {
        if let Some(lesson) = self.aside.try_update(Option::take).flatten() {
            self.change(|it| *it = lesson);
        }
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

/// Returns the lessons that are half made on this device.
pub(super) fn drafts() -> impl Iterator<Item = Lesson> {
    KEYS.into_iter().filter_map(|it| Lesson::read(Slot::new(it).read()?.split_once(' ')?.1).ok())
}

fn usual() -> Lesson {
    let traits = ["unnamed-source", "missing-attribution", "loaded-label", "loaded-language", "named-with-role"];
    Lesson::plain("", Story::Library("digest-03-three-killed".to_owned()), traits.map(TraitId).to_vec())
}

fn read(kept: &str, number: u64) -> Option<Lesson> {
    let (of, code) = kept.split_once(' ').unwrap_or(("0", kept));
    Lesson::read(code).ok().filter(|_| of == number.to_string())
}

/// What a lesson is called that nobody gave a title.
pub(super) fn usual_title(story: &Story) -> String {
    let title = match story {
        Story::Library(slug) => library::find(slug).map(|it| it.title.to_owned()),
        Story::Text(text) => headline(text).map(str::to_owned),
    };
    title.as_deref().unwrap_or("A lesson").chars().take(120).collect()
}
