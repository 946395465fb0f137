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
    /// The one that was put aside to begin afresh, and its text of one's own.
    aside: RwSignal<Option<(Lesson, String)>>,
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
        let kept = slot.read().and_then(|it| Form::read(&it)).filter(|it| it.of == number.to_string());
        let Form { lesson, own, aside, .. } =
            kept.unwrap_or_else(|| Form { of: String::new(), lesson: first.clone(), own: String::new(), aside: None });
        Self {
            own: RwSignal::new(own_text(&lesson).unwrap_or(own)),
            lesson: RwSignal::new(lesson),
            first: StoredValue::new((first, number)),
            slot: StoredValue::new_local(slot),
            aside: RwSignal::new(aside),
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
        let of = self.first.with_value(|it| it.1).to_string();
        let (lesson, own) = (self.lesson.get_untracked(), self.own.get_untracked());
        Form { of, lesson, own, aside: self.aside.get_untracked() }.write()
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
        self.aside.set(Some((self.lesson.get_untracked(), self.own.get_untracked())));
    }

    /// Tracks: whether one was put aside.
    pub(super) fn has_aside(self) -> bool {
        self.aside.with(Option::is_some)
    }

    /// Brings back what was put aside, and puts aside what was begun since.
    pub(super) fn bring_back(self) {
        let Some((lesson, own)) = self.aside.try_update(Option::take).flatten() else { return };
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

/// Returns the lessons that are half made on this device.
pub(super) fn drafts() -> impl Iterator<Item = Lesson> {
    KEYS.into_iter().filter_map(|it| Some(Form::read(&Slot::new(it).read()?)?.lesson))
}

/// A draft as it is kept, on lines of their own: the lesson behind the number of the one it began as, the text of
/// one's own, and the one that was put aside with its own. A text is kept as a lesson with nothing else in it.
struct Form {
    of: String,
    lesson: Lesson,
    own: String,
    aside: Option<(Lesson, String)>,
}

impl Form {
    fn write(self) -> String {
        let Self { of, lesson, own, aside } = self;
        let text = |lesson: &Lesson, own: String| match own_text(lesson) {
            // The lesson holds it.
            Some(text) if text == own => String::new(),
            _ if own.is_empty() => String::new(),
            _ => Lesson::plain("", Story::Text(own), Vec::new()).write_plain(),
        };
        let mut lines = vec![format!("{of} {}", lesson.write_plain()), text(&lesson, own)];
        if let Some((lesson, own)) = aside {
            lines.extend([lesson.write_plain(), text(&lesson, own)]);
        }
        lines.join("\n").trim_end().to_owned()
    }

    fn read(kept: &str) -> Option<Self> {
        let mut lines = kept.split('\n');
        let first = lines.next().unwrap_or_default();
        let (of, code) = first.split_once(' ').unwrap_or(("0", first));
        let mut lesson = || Lesson::read(lines.next()?).ok();
        let text = |it: Option<Lesson>| it.as_ref().and_then(own_text).unwrap_or_default();
        let own = text(lesson());
        let aside = lesson().map(|it| (own_text(&it), it));
        let aside = aside.map(|(inside, it)| (it, inside.unwrap_or_else(|| text(lesson()))));
        Some(Self { of: of.to_owned(), lesson: Lesson::read(code).ok()?, own, aside })
    }
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
