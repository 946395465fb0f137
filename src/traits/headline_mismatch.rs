//! Words of the headline that the body does not bear out.

use crate::ling::{Annotated, Element, ElementKind, Found};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("headline-mismatch"),
    name: "Not in the text below",
    family: Family::Headline,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The headline has a figure, name, label or claim that the text below it does not have.",
        why: "Many people read only the headline.",
        but: "The text may say it in other words, or be cut short.",
        question: "Where does the text say this?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Publish nothing misleading, headlines not supported by the text included.",
            source: "IPSO Editors’ Code, clause 1(i), since January 2016",
        },
        Reference {
            asks: "A title may be of another topic, emphasis or stance, or over- or understate.",
            source: "W3C Credible Web, Credibility Signals 8.2.1",
        },
    ],
    failures: &["Synonyms that the list does not know.", "A text that was cut short."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example(
        "[[Nine dead]] in flat fire\n\nFour people died in a fire in Oldport on Monday, the brigade said.\n\nThe cause is not known.",
    ),
    Example(
        "Court jails [[monster]] of Oldport\n\nA man of 41 was jailed in Oldport on Monday for theft.\n\nHe had taken three cars.",
    ),
    Example(
        "Mayor of Oldport in [[fraud]] case\n\nThe mayor of Oldport went to court on Monday over a fence.\n\nHe says it stands on his land.",
    ),
    Example(
        "Four dead in flat fire\n\nFour people died in a fire in Oldport on Monday, the brigade said.\n\nThe cause is not known.",
    ),
    Example(
        "5 things to know about the fire\n\nFour people died in a fire in Oldport on Monday, the brigade said.\n\nThe cause is not known.",
    ),
    Example(
        "Mayor of Oldport in fraud case\n\nThe mayor of Oldport cheated the town, a court found on Monday.\n\nHe will appeal.",
    ),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let Some(span) = text.article.headline else { return };
    let body: usize = text.prose().map(|it| it.span.len()).sum();
    let words = &text.document[span];
    // A line of addresses and prices is no headline.
    if body < MIN_BODY || words.contains("www.") || words.contains("http") {
        return;
    }
    for element in shared::headline(text) {
        match element.found {
            Found::No => findings.add(Finding::new(element.span).kind(kind(element.kind)).note(note(text, element))),
            Found::Quoted if element.kind == ElementKind::Label => {
                findings.clear(element.span, "The text has this label too, in a quotation.");
            }
            Found::Weaker if element.kind == ElementKind::Figure => {
                findings.clear(element.span, "The text has this figure too, less sure.");
            }
            _ => {}
        }
    }
}

/// Bytes of running text below which a headline has nothing to be checked against.
const MIN_BODY: usize = 60;

fn kind(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Figure => "figure",
        ElementKind::Name => "name",
        ElementKind::Label => "label",
        ElementKind::Claim => "claim",
    }
}

fn note(text: Annotated<'_>, element: &Element) -> String {
    let words = &text.document[element.span];
    match (element.kind, element.place) {
        (ElementKind::Label, _) => format!("“{words}” stands in the headline alone: nobody in the text below says it."),
        (ElementKind::Figure, Some(place)) => format!("The text below says “{}”.", &text.document[place]),
        (ElementKind::Figure, None) => "The text below has no such figure.".to_owned(),
        (ElementKind::Name, _) => format!("The text below does not name {words}."),
        (ElementKind::Claim, _) => format!("The text below has no word of “{words}”."),
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn evidence_is_no_proof() {
        let below = "By Ann Lee\n\nThe study of Marlow counted nine toads, and critics call the evidence thin.";
        check(&TRAIT, &format!("Study [[proves]] toads are back\n\n{below}"));
        check(&TRAIT, &format!("Study proves toads are back\n\n{below} It shows that they breed."));
        check(&TRAIT, &format!("Study proves toads are back\n\n{below} Others call it overwhelming."));
    }

    #[test]
    fn two_figures_of_the_text_and_no_name() {
        let below = "By Ann Lee\n\nOver 700 people left the port in May, and 200 more left the fort, the mayor said.";
        check(&TRAIT, &format!("Town of CEOs: over 900 people leave\n\n{below}"));
        check(&TRAIT, &format!("Town of [[Rae]]: [[over 3,000 people]] leave\n\n{below}"));
    }

    #[test]
    fn a_journey_to_a_town() {
        let below = "By Ann Lee\n\nThe capital is so small that a driver asked which bridge was meant by the bridge.";
        check(&TRAIT, &format!("48 hours in Marlow: where to eat and sleep\n\n{below}"));
        check(&TRAIT, &format!("Good bread in [[Marlow]]: where to eat and sleep\n\n{below}"));
    }
}
