//! What is on the page but not in the article.

use crate::ling::{Annotated, BlockKind};
use crate::text::Span;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("page-furniture"),
    name: "Not part of the article",
    family: Family::Provenance,
    polarity: Polarity::Note,
    explanation: Explanation {
        what: "A menu, button, advert or list of links that was copied along with the text.",
        why: "It is not the writer’s. Sayso leaves it out of every other check.",
        but: "It can still tell you which site this is and what it wants you to read next.",
        question: "What does the page want you to click?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Ads, and links to other stories, are signals beside the text, not in it.",
        source: "CredCo, indicators of article context, 2018",
    }],
    failures: &[
        "A line of links in words that no list holds is taken for a heading or a paragraph.",
        "A reader’s comment that comes with no heading above it is taken for the article.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The ferry was late on Monday.\n\n[[Leave a Reply]]"),
    Example("[[Home > News > Harbour]]\n\nFerry late again\n\nThe ferry was late on Monday, the port said."),
    Example("The ferry was late on Monday.\n\n[[Share this article]]\n\nThe port gave no reason for it."),
    Example("The ferry was late on Monday.\n\nThe port gave no reason."),
    Example("Share prices fell on Monday.\n\nThe port gave no reason."),
    Example("Follow the river on foot and you come to the old mill, the guide says."),
];

/// Marks each run of such blocks once.
fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let mut run: Option<Span> = None;
    for block in &text.article.blocks {
        if block.kind == BlockKind::Furniture {
            run = Some(run.map_or(block.span, |it| it.to(block.span)));
        } else if let Some(run) = run.take() {
            findings.push(run);
        }
    }
    run.into_iter().for_each(|it| findings.push(it));
}
