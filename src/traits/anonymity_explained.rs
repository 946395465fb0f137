//! A reason for anonymity that belongs to this source.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("anonymity-explained"),
    name: "Anonymity explained",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The text says why this source is not named.",
        why: "You can judge whether the reason is good enough.",
        but: "A good reason protects the source; it does not prove the claim.",
        question: "Would this reason be enough for you?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference { asks: "Explain why anonymity was granted.", source: "SPJ Code of Ethics, 2014" },
        Reference {
            asks: "The story must say why the source asked for anonymity.",
            source: "AP News Values, APME text of 2009, as quoted at apwatch",
        },
    ],
    failures: &["A reason in words that the list does not know."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("A nurse asked not to be named [[for fear of losing her job]]."),
    Example("The clerk spoke on condition of anonymity [[because his family had been threatened]]."),
    Example("A cook asked that her name be left out [[because her brother still works there]]."),
    Example("An aide spoke on condition of anonymity."),
    Example("An aide spoke on condition of anonymity because he was not authorized to speak to the press."),
    Example("Jane Doe stayed at home for fear of losing her job."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for reason in shared::anonymity(text).iter().filter_map(|it| it.1.reason) {
        if reason.is_rote {
            findings.clear(reason.span, "A set phrase, not a reason of this source.");
        } else if !text.is_quoted(reason.span) {
            findings.add(Finding::new(reason.span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_reason_ends_where_the_statement_begins() {
        check(&TRAIT, "A clerk who asked not to be named [[for fear of losing her job]] said the files were gone.");
        check(
            &TRAIT,
            "A cook who asked that her name not be used [[because her boss had told staff not to talk]] said it was shut.",
        );
        check(&TRAIT, "A cook who asked not to be named [[because she is up for a raise]] said it was shut.");
        check(&TRAIT, "A boy who cannot be named [[under the law on minors]] was given a year.");
        check(&TRAIT, "A nurse asked for her name to be withheld [[because her contract forbids her to talk]].");
        check(
            &TRAIT,
            "A cook asked not to be named [[for fear of being sacked]]. A boy asked not to be named [[over fears for his safety]].",
        );
        check(&TRAIT, "A cook asked not to be named over the phone, and said it was shut.");
        check(&TRAIT, "A cook asked not to be named, [[fearing that he would be sacked]].");
        check(&TRAIT, "The notes of an aide, who asked not to be named [[for fear of a suit]], include a map.");
        check(&TRAIT, "“He laughed,” said a witness, who was [[too frightened to give her name]].");
    }
}
