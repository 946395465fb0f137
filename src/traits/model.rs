//! What a trait is, and what it finds.

use std::fmt;
use std::sync::Arc;

use crate::ling::Annotated;
use crate::text::Span;

use super::lists::OWN;

/// The stable name of a trait: kebab-case, never reused.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TraitId(pub &'static str);

/// Everything about one trait: what it looks for, and what a reader is told.
pub struct Trait {
    pub id: TraitId,
    /// As a reader sees it: *Unnamed source*.
    pub name: &'static str,
    pub family: Family,
    pub polarity: Polarity,
    pub explanation: Explanation,
    /// Pure, total, linear in the length of the article.
    pub detect: fn(Annotated<'_>, &mut Findings),
}

/// Which filter of the panel shows the trait, and which underline it wears.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    Sourcing,
    Wording,
    Headline,
    Provenance,
    Consistency,
    /// Good practice.
    Credit,
}

impl Family {
    /// As in class names and in storage.
    pub fn id(self) -> &'static str {
        match self {
            Self::Sourcing => "sourcing",
            Self::Wording => "wording",
            Self::Headline => "headline",
            Self::Provenance => "provenance",
            Self::Consistency => "consistency",
            Self::Credit => "credit",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Polarity {
    Concern,
    /// Good practice.
    Credit,
    /// Neither: something to know.
    Note,
}

/// What a card says. `what`, `why` and `but` together: at most 45 words.
pub struct Explanation {
    /// What was found, in plain words.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// When it is innocent.
    pub but: &'static str,
    /// For the reader to answer.
    pub question: &'static str,
}

/// What a rule rests on, and where it fails.
pub struct Grounds {
    /// What a standard asks, with its date.
    pub standards: &'static [Reference],
    /// Texts the rule is known to get wrong, in words.
    pub failures: &'static [&'static str],
}

/// What a published standard asks; only what STANDARDS allows is cited.
pub struct Reference {
    pub asks: &'static str,
    /// With its date: *Reuters Handbook, "Essentials of Reuters sourcing"*.
    pub source: &'static str,
}

/// Marked text: `[[…]]` is what the trait must find. No mark: it must find nothing.
pub struct Example(pub &'static str);

/// One place a detector found. It does not know its number; the report does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub span: Span,
    pub kind: Option<&'static str>,
    /// In somebody's quotation: theirs, not the outlet's. Off by default.
    pub quoted: bool,
    /// Told, but no concern.
    pub is_mild: bool,
    /// What is particular to this place, in a short sentence.
    pub note: Option<Arc<str>>,
}

/// Where detectors put what they find.
#[derive(Debug, Default)]
pub struct Findings {
    pub found: Vec<Finding>,
    /// Considered and let pass, each with the reason.
    pub cleared: Vec<(Span, &'static str)>,
}

impl Findings {
    pub fn push(&mut self, span: Span) {
        self.add(Finding::new(span));
    }

    pub fn add(&mut self, finding: Finding) {
        debug_assert!(!finding.span.is_empty(), "a finding marks something");
        self.found.push(finding);
    }

    /// Records that a place was considered and let pass; `why` is a short sentence.
    pub fn clear(&mut self, span: Span, why: &'static str) {
        self.cleared.push((span, why));
    }
}

impl Finding {
    pub fn new(span: Span) -> Self {
        Self { span, kind: None, quoted: false, is_mild: false, note: None }
    }

    pub fn kind(self, kind: &'static str) -> Self {
        Self { kind: Some(kind), ..self }
    }

    pub fn quoted(self, quoted: bool) -> Self {
        Self { quoted, ..self }
    }

    pub fn mild(self) -> Self {
        Self { is_mild: true, ..self }
    }

    pub fn note(self, note: impl Into<Arc<str>>) -> Self {
        Self { note: Some(note.into()), ..self }
    }
}

/// Returns the trait with this id.
pub fn find(id: TraitId) -> Option<&'static Trait> {
    named(id.0)
}

/// All traits, and last the one of the reader's own list.
pub fn with_own() -> impl Iterator<Item = &'static Trait> {
    super::ALL.iter().copied().chain([&OWN])
}

/// Returns the trait of this name in addresses, in storage and over the wall; [`OWN`] is one.
pub fn named(id: &str) -> Option<&'static Trait> {
    with_own().find(|it| it.id.0 == id)
}

impl fmt::Debug for TraitId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl fmt::Debug for Trait {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Trait").field(&self.id).finish()
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for TraitId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}
