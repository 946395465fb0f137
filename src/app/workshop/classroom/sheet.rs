//! A lesson with its article at hand: what one marks, and what the marks are set beside.

use std::sync::Arc;

use crate::app::route::PASTED;
use crate::app::shelf::Shelf;
use crate::lesson::{Key, Lesson, MAX_TEXT, Marking, Origin, Ready, Refused, Story, Words, ready};
use crate::library;
use crate::ling::BlockKind;
use crate::report::analyse;
use crate::text::{Span, fingerprint};
use crate::traits::TraitId;

/// What a text is marked for where no lesson says it.
const USUAL: [&str; 9] = [
    "unnamed-source",
    "missing-attribution",
    "passive-attribution",
    "relayed-report",
    "loaded-label",
    "loaded-language",
    "loaded-verb",
    "headline-mismatch",
    "named-with-role",
];

/// A lesson and its article, read.
#[derive(Debug)]
pub(super) struct Sheet {
    /// As in the address.
    pub(super) name: String,
    pub(super) lesson: Lesson,
    /// What the library says of the text.
    pub(super) note: Option<&'static str>,
    pub(super) text: Arc<str>,
    pub(super) words: Words,
    pub(super) blocks: Vec<(BlockKind, Span)>,
    /// Sayso's flags of the rules asked for.
    pub(super) sayso: Vec<(Span, TraitId)>,
    pub(super) origin: Origin,
}

impl Sheet {
    /// Opens what an address names: a text of the library, the pasted one, a ready lesson, or a code.
    pub(super) fn open(name: &str) -> Result<Arc<Self>, Refused> {
        if let Some(ready) = find_ready(name) {
            let text = library::find(ready.article).ok_or(Refused::NotOurs)?.text;
            return Self::of(name, ready.with_key(text), true);
        }
        let usual = || USUAL.map(TraitId).to_vec();
        if name == PASTED {
            let text = Shelf::expect().pasted_untracked();
            return Self::of(name, Lesson::plain("Your text", Story::Text(text.to_string()), usual()), false);
        }
        if let Some(entry) = library::find(name) {
            let story = Story::Library(name.to_owned());
            return Self::of(name, Lesson::plain(entry.title, story, usual()), false);
        }
        Self::of(name, Lesson::read(name)?, true)
    }

    /// Reads the article of a lesson; `is_lesson` where somebody made it, so that work on it stands apart.
    pub(super) fn of(name: &str, lesson: Lesson, is_lesson: bool) -> Result<Arc<Self>, Refused> {
        let (text, note, slug): (Arc<str>, _, _) = match &lesson.story {
            Story::Text(text) => (Arc::from(text.as_str()), None, String::new()),
            Story::Library(slug) => {
                let entry = library::find(slug).ok_or(Refused::NotOurs)?;
                (Arc::from(entry.text), Some(entry.note), slug.clone())
            }
        };
        if text.trim().is_empty() {
            return Err(Refused::NotOurs);
        }
        if text.len() > MAX_TEXT {
            return Err(Refused::TooLong);
        }
        let report = analyse(&text);
        let flags = report.articles.iter().flat_map(|it| &it.flags);
        let asked = flags.filter(|it| !it.quoted && lesson.traits.contains(&it.of));
        let mut sayso: Vec<_> = asked.map(|it| (it.span, it.of)).collect();
        sayso.sort_by_key(|it| (it.0.start(), it.0.end()));
        let blocks: Vec<_> = report.articles.iter().flat_map(|it| it.blocks.iter().copied()).collect();
        let origin =
            Origin { slug, text: fingerprint(text.as_bytes()), lesson: if is_lesson { lesson.id() } else { 0 } };
        // What is of the page is marked only where that is what to look for.
        let is_asked = lesson.traits.contains(&TraitId("page-furniture"));
        let furniture = blocks.iter().filter(|it| it.0 == BlockKind::Furniture && !is_asked);
        let words = Words::outside(&text, &furniture.map(|it| it.1).collect::<Vec<_>>());
        Ok(Arc::new(Self { name: name.to_owned(), lesson, note, text, words, blocks, sayso, origin }))
    }

    /// The key, where it lies open; marks that do not fit the text are left out.
    pub(super) fn open_key(&self) -> Vec<Marking> {
        match &self.lesson.key {
            Key::Open(marks) => self.fitting(marks.clone()),
            Key::None | Key::Sealed(_) => Vec::new(),
        }
    }

    pub(super) fn fitting(&self, mut marks: Vec<Marking>) -> Vec<Marking> {
        marks.retain(|it| !it.span.is_empty() && self.text.get(it.span.range()).is_some());
        marks
    }

    /// Whether something lies in what is of the page and not of the article, so that nobody marks it.
    pub(super) fn is_furniture(&self, span: Span) -> bool {
        self.words.within(span).is_empty()
            && self.blocks.iter().any(|it| it.0 == BlockKind::Furniture && it.1.overlaps(span))
    }

    pub(super) fn is_headline(&self, span: Span) -> bool {
        self.blocks.iter().any(|it| it.0 == BlockKind::Headline && it.1.overlaps(span))
    }

    pub(super) fn quote(&self, span: Span) -> String {
        self.text.get(span.range()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The key that gives this rule, from 1.
    pub(super) fn number_of(&self, of: TraitId) -> Option<usize> {
        self.lesson.traits.iter().position(|it| *it == of).map(|it| it + 1)
    }
}

pub(super) fn find_ready(name: &str) -> Option<Ready> {
    ready().into_iter().find(|it| it.name == name)
}
