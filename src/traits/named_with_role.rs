//! People who speak under their name, and whose position is told.

use crate::ling::{Annotated, SourceKind};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::sourcing::sentence_at;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("named-with-role"),
    name: "Named, with position",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "This person speaks under their name, and the text says what they do.",
        why: "You can look them up, and judge how they would know.",
        but: "A name and a title do not make a statement true.",
        question: "Is this person in a position to know?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "A named source is always preferable.",
            source: "Reuters Handbook, “Essentials of Reuters sourcing”",
        },
        Reference {
            asks: "A source should be in a position to know, and readers should be told how they know.",
            source: "NPR Ethics Handbook",
        },
    ],
    failures: &["A position told several sentences before the name."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[Port director Jane Doe]] said the pier was safe."),
    Example("“The pier is safe,” said [[Jane Doe, an engineer]]."),
    Example("[[The port’s chairwoman, Jane Doe]], said the pier was safe."),
    Example("Jane Doe said the pier was safe."),
    Example("An engineer said the pier was safe."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for source in text.sources.iter().filter(|it| it.kind == SourceKind::Named) {
        let Some(role) = source.role else { continue };
        let Some(sentence) = sentence_at(text, role) else { continue };
        let Some(&mention) = source.mentions.iter().find(|it| sentence.span.contains(**it)) else { continue };
        let name = mention.to(role);
        if !text.is_quoted(name) {
            findings.add(Finding::new(name));
        }
    }
}
