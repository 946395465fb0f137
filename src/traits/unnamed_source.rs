//! Statements whose source has no name.

use crate::ling::{Annotated, SourceKind};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Polarity, Reference, Trait, TraitId};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("unnamed-source"),
    name: "Unnamed source",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Somebody says this, but the text does not say who.",
        why: "You cannot ask them again or weigh why they talk.",
        but: "Fair when naming them would put them in danger and the text says so.",
        standards: &[Reference {
            asks: "A named source is always preferable.",
            source: "Reuters Handbook, “Essentials of Reuters sourcing”",
        }],
        question: "How would this person know?",
        examples: &[Example("[[Two officials]] said the plan was dead."), Example("Jane Doe said the plan was dead.")],
        failures: &[],
        record: None,
    },
    detect,
};

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for it in text.attributions.iter().filter(|it| it.kind == SourceKind::Unnamed) {
        for &span in &it.source {
            findings.add(Finding::new(span));
        }
    }
}
