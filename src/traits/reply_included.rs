//! The other side: a denial, a comment, a refusal, a failed attempt to reach somebody.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::reply;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("reply-included"),
    name: "Reply included",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The text gives an answer from the other side, or says it asked for one.",
        why: "You hear those who are accused or criticised.",
        but: "One line of denial may not be a fair hearing.",
        question: "Is the answer given as much room as the charge?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Diligently seek subjects of news coverage to let them respond.",
            source: "SPJ Code of Ethics, 2014",
        },
        Reference {
            asks: "Were subjects given a chance to respond?",
            source: "W3C Credibility Signals, signal 50dbc854",
        },
    ],
    failures: &["An answer in other words than denial, such as a long defence."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The firm [[declined to comment]]."),
    Example("Doe [[denied the charge]] in a letter."),
    Example("The mayor [[could not be reached]] on Monday."),
    Example("The owner [[did not respond to requests for comment]]."),
    Example("The owner never denied it."),
    Example("The court denied the visa."),
    Example("The firm declined to build the pier."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for span in reply::replies(text) {
        if !text.is_quoted(span) {
            findings.add(Finding::new(span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn an_answer_that_is_no_denial_by_its_verb() {
        check(&TRAIT, "The firm [[said it knew nothing of]] a leak. The mayor [[called the charge]] a tale.");
        check(&TRAIT, "The minister [[has not answered]] three letters. The owner [[refuses to comment]].");
        check(&TRAIT, "The firm has been [[approached for comment]]. The Echo asked the mayor [[for comment]].");
        check(&TRAIT, "He [[did not return our calls]], and she [[has yet to reply]].");
        check(&TRAIT, "The mayor said she knew the town. He called the meeting to order.");
    }
}
