//! A headline put in place of another one.

use crate::ling::{Annotated, Change, ChangeKind};
use crate::text::Span;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("headline-substitution"),
    name: "Headline changed",
    family: Family::Headline,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The headline on show differs from the original beneath it in these words.",
        why: "Many people read only the headline; a new label or figure changes the story for them.",
        but: "Editors also shorten headlines. Then the sense stays the same.",
        question: "Does the article itself use these words?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "No misleading headlines that the text does not support.",
        source: "IPSO Editors’ Code, clause 1(i), since January 2016",
    }],
    failures: &[
        "Two headlines that share hardly a word are not seen as a pair.",
        "A verb that takes another’s place is let pass, even where it changes who did what.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example(
        "[[Snake]] supporters block harbour bridge\n\nUnion supporters block harbour bridge\n\n\
         VELIA — Some forty dockers stood on the bridge in Velia on Monday, the port authority said.",
    ),
    Example(
        "[[Six]] dockers injured during harbour march\n\nAt least six dockers injured during harbour march\n\n\
         VELIA — A crane came down behind the march on Monday, and the clinic counted the injured all night.",
    ),
    Example(
        "Council approves [[horrific]] budget cuts\n\nCouncil approves budget cuts\n\n\
         VELIA — The council of Velia voted on Monday for a budget that closes two of the nine pools.",
    ),
    Example(
        "Council votes to shut swimming pools\n\nCouncil votes to close swimming pools\n\n\
         VELIA — The council of Velia voted on Monday for a budget that closes two of the nine pools.",
    ),
    Example(
        "Council closes swimming pools\n\nCouncil closes swimming pools\n\n\
         VELIA — The council of Velia voted on Monday for a budget that closes two of the nine pools.",
    ),
    Example(
        "Council closes swimming pools\n\nSwimmers say that they will march on Monday in protest.\n\n\
         VELIA — The council of Velia voted on Monday for a budget that closes two of the nine pools.",
    ),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let (Some(substitution), Some(headline)) = (&text.article.substitution, text.article.headline) else { return };
    let mut dropped: Vec<&Change> = Vec::new();
    for change in &substitution.changes {
        match change.to {
            Some(to) if matches!(change.kind, ChangeKind::Wording | ChangeKind::Unclear) => {
                findings.clear(to, "Other words. What they change, only reading tells.")
            }
            Some(to) => findings.add(Finding::new(to).kind(name(change.kind)).note(instead_of(text, change.from))),
            None if matches!(change.kind, ChangeKind::Wording | ChangeKind::Unclear) => {}
            None => dropped.push(change),
        }
    }
    // What is gone has no place of its own: the whole headline bears it.
    if let Some(first) = dropped.first() {
        let words: Vec<_> =
            dropped.iter().filter_map(|it| it.from).map(|it| format!("“{}”", &text.document[it])).collect();
        findings.add(Finding::new(headline).kind(name(first.kind)).note(format!("Left out: {}.", words.join(", "))));
    }
}

fn instead_of(text: Annotated<'_>, from: Option<Span>) -> String {
    match from {
        Some(from) => format!("The original says “{}”.", &text.document[from]),
        None => "The original has no such words.".to_owned(),
    }
}

/// As in the report.
fn name(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::ActorRelabelled => "actor-relabelled",
        ChangeKind::ActorAdded => "actor-added",
        ChangeKind::RelationChanged => "relation-changed",
        ChangeKind::PrecisionChanged => "precision-changed",
        ChangeKind::TimeOrPlaceDropped => "time-or-place-dropped",
        ChangeKind::HedgeDropped => "hedge-dropped",
        ChangeKind::EmotionAdded => "emotion-added",
        ChangeKind::Wording => "wording",
        ChangeKind::Unclear => "unclear",
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn label_before_a_name() {
        check(
            &TRAIT,
            "[[Butcher]] Ombra opens the old harbour\n\nOmbra opens the old harbour\n\n\
             VELIA — The minister cut a ribbon on Monday and left without a word to the press that had waited.",
        );
    }

    #[test]
    fn standfirst_is_no_second_headline() {
        check(
            &TRAIT,
            "Ferry strike ends in Velia\n\nCrews return to the harbour after nine weeks without pay\n\n\
             VELIA — The crews of four ferries went back to work on Monday, their union said in a statement.",
        );
    }
}
