//! The other side: a denial, a comment, a refusal, a failed attempt to reach somebody.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::{heard, reply, shared};

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
    failures: &["An answer in other words than denial, far from the accusation or to one that no verb tells."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The firm [[declined to comment]]."),
    Example("Doe [[denied the charge]] in a letter."),
    Example("The mayor [[could not be reached]] on Monday."),
    Example("The owner [[did not respond to requests for comment]]."),
    Example("The widow accused Tom Arlen of theft. [[Arlen said]] that he had paid."),
    Example("The owner never denied it."),
    Example("The court denied the visa."),
    Example("The firm declined to build the pier."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let mut told = Vec::new();
    for span in reply::replies(text).filter(|it| !text.is_quoted(*it)) {
        told.push(text.document.sentences_in(span).start);
        findings.push(span);
    }
    for span in shared::accusations(text).iter().filter_map(|it| heard::speech(text, it.span, &it.accused)) {
        let sentence = text.document.sentences_in(span).start;
        if told.binary_search(&sentence).is_err() && findings.found.last().is_none_or(|it| it.span != span) {
            findings.push(span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn the_accuser_is_not_the_accused() {
        check(&TRAIT, "Two women accused Tom Hale of theft. “He hurt me,” she said.");
        check(&TRAIT, "Tom Hale was accused of theft. “He took my boat,” she said.");
        check(&TRAIT, "Greenways accused Hale Oil of lying. The group said it would sue.");
        check(&TRAIT, "A charity accused Hale Homes of neglect. The charity said it would march.");
        check(&TRAIT, "Tom Hale was accused of theft. He said hello to a neighbour.");
        check(&TRAIT, "Tom Hale was accused of theft. “I never took it,” [[he said]].");
        check(&TRAIT, "Hale Bank was accused of theft. In a statement, [[the company said]] it was untrue.");
    }

    #[test]
    fn the_accuser_by_whose_family_she_is() {
        check(&TRAIT, "Tom Arlen’s wife accused Robin Vale of theft. “It was my boat,” she said.");
        check(&TRAIT, "The businesswoman accused Robin Vale of theft. “It was my boat,” she said.");
        check(&TRAIT, "The clerks accused Tom Arlen, a driver for the firm, of theft. The firm said it would check.");
    }

    #[test]
    fn the_accused_speaks_soon_after() {
        check(
            &TRAIT,
            "The guild accused Velden Steel of theft. “It was ours,” [[said Ada Pell]], who runs Velden Steel.",
        );
        check(
            &TRAIT,
            "The union says the company cheated its drivers. [[The director, Ada Pell, says]] the books are open.",
        );
        check(&TRAIT, "The union says the company cheated its drivers. A driver for the company said he was tired.");
        check(&TRAIT, "The widow accused Tom Arlen of theft. Arlen’s aunt said it was cold.");
        check(&TRAIT, "Tom Arlen said it was cold. The widow accused Arlen of theft.");
    }

    #[test]
    fn who_shares_a_word_with_the_accused_is_not_the_accused() {
        check(&TRAIT, "The guild accused Velden Steel of theft. A steel trader said it was cold.");
        check(&TRAIT, "The guild accused Bo Young of theft. A young trader said it was cold.");
        check(&TRAIT, "The widow accused Ann Green of theft. Green activists said it was cold.");
        check(&TRAIT, "The union says the company cheated its drivers. A company driver said he was tired.");
        check(&TRAIT, "The union says the hospital cheated its nurses. The hospital nurses said it was cold.");
        check(&TRAIT, "The union says the school abused its pupils. School pupils said it was cold.");
        check(&TRAIT, "The guild accused Bo Young of theft. [[Young said]] it was cold.");
        check(&TRAIT, "The widow accused Tom Arlen of theft. [[Tom Arlen, 34, said]] it was cold.");
        check(&TRAIT, "The guild accused Bo Young of theft. [[Young’s lawyer said]] it was cold.");
        check(&TRAIT, "The union says the company cheated its drivers. [[The company said]] it was cold.");
        check(&TRAIT, "The singers accused the Tarn School of theft. [[The school’s head said]] it was cold.");
    }

    #[test]
    fn one_answer_is_told_once() {
        check(&TRAIT, "The firm [[did not immediately respond]] to a request for comment.");
    }

    #[test]
    fn an_answer_that_is_no_denial_by_its_verb() {
        check(&TRAIT, "The firm [[said it knew nothing of a leak]]. The mayor [[called the charge a tale]].");
        check(&TRAIT, "The minister [[has not answered]] three letters. The owner [[refuses to comment]].");
        check(&TRAIT, "The firm has been [[approached for comment]]. The Echo asked the mayor [[for comment]].");
        check(&TRAIT, "He [[did not return our calls]], and she [[has yet to reply]].");
        check(&TRAIT, "The firm [[denied sending]] it. He [[stood by his account]], and it [[accepted the findings]].");
        check(&TRAIT, "The firm [[denied there had been a leak]], a [[claim his office rejected]].");
        check(&TRAIT, "The firm [[denied the roof had been weak]]. The court denied the visa that was late.");
        check(&TRAIT, "The bank denied the loan she was promised. It denied the club the loan it was owed.");
        check(&TRAIT, "The firm [[denied the loss of the boats was its fault]].");
        check(&TRAIT, "The court denied his request. He neither called [[nor replied]].");
        check(&TRAIT, "He stood by his father, accepted the prize and said it had been late.");
        check(&TRAIT, "The mayor said she knew the town. He called the meeting to order.");
    }
}
