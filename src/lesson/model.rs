//! A lesson, a student's work on it, and the slip that is handed in.

use crate::text::{Span, fingerprint};
use crate::traits::TraitId;

use super::anchor::Quote;

/// One stretch of the article that somebody marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marking {
    pub span: Span,
    pub of: TraitId,
    /// Why; empty where none was given.
    pub reason: String,
    pub stance: Stance,
}

/// What the marker makes of a mark that nobody else has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stance {
    #[default]
    Open,
    /// Stands by it; the reason says why.
    Defended,
    Conceded,
    /// Sayso should have marked it too.
    SaysoWrong,
}

/// What a teacher hands out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    pub title: String,
    pub story: Story,
    /// At most [`MAX_TRAITS`](super::MAX_TRAITS), in the order of the keys.
    pub traits: Vec<TraitId>,
    pub instructions: String,
    pub questions: Vec<String>,
    /// Shown one at a time, when asked for.
    pub hints: Vec<String>,
    pub reveal: Reveal,
    /// Whether the reveal sets the marks beside Sayso's flags, too.
    pub with_sayso: bool,
    pub key: Key,
}

/// The article of a lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Story {
    /// Of the library, by its name.
    Library(String),
    /// Carried along.
    Text(String),
}

/// When the other marks may be seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reveal {
    #[default]
    AtOnce,
    /// After this many marks.
    After(u32),
    /// Not by the student: the class looks together.
    Never,
}

/// The teacher's own marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Key {
    #[default]
    None,
    Open(Vec<Marking>),
    /// Enciphered; the passphrase opens it.
    Sealed(Vec<u8>),
}

/// Which text a slip is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// In the library; empty for a text that was carried along.
    pub slug: String,
    /// [`fingerprint`] of the text.
    pub text: u64,
    /// [`Lesson::id`]; zero where there was no lesson.
    pub lesson: u64,
}

/// What a student hands in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slip {
    /// By chance, once for each piece of work: tells a copy from a twin.
    pub id: u64,
    /// Grows as the work does: of two slips of one work the later counts.
    pub turn: u32,
    pub origin: Origin,
    /// Empty where none was given.
    pub nickname: String,
    pub marks: Vec<(Marking, Quote)>,
    /// Each question with its answer.
    pub answers: Vec<(String, String)>,
}

/// A student's work so far, as it is kept on the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    pub id: u64,
    pub turn: u32,
    pub origin: Origin,
    pub nickname: String,
    pub marks: Vec<Marking>,
    pub answers: Vec<String>,
    pub hints: u32,
    pub is_revealed: bool,
    pub attempts: Vec<Attempt>,
}

/// How near the marks came at one reveal, in thousandths; `None` where there was nothing to compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    pub marks: u32,
    pub place: Option<u32>,
    pub kind: Option<u32>,
}

impl Lesson {
    /// A lesson on `story` with nothing but what is needed to mark it.
    pub fn plain(title: &str, story: Story, traits: Vec<TraitId>) -> Self {
        Self {
            title: title.to_owned(),
            story,
            traits,
            instructions: String::new(),
            questions: Vec::new(),
            hints: Vec::new(),
            reveal: Reveal::AtOnce,
            with_sayso: true,
            key: Key::None,
        }
    }

    /// Takes out of an open key what the lesson does not ask for: nobody could mark it.
    pub fn tidy_key(&mut self) {
        let asked = &self.traits;
        if let Key::Open(marks) = &mut self.key {
            marks.retain(|it| asked.contains(&it.of));
        }
    }

    /// A number that is the same for the same lesson, on every device.
    pub fn id(&self) -> u64 {
        // Zero stands for no lesson. Slips of the first version bear the number of that form.
        fingerprint(self.write_plain().as_bytes()).max(1)
    }
}
