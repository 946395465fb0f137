//! What an article does not say of its origin.

use crate::ling::{Annotated, BlockKind, MONTHS};
use crate::text::lower;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

/// A text with fewer paragraphs is a snippet: what it lacks may have been left behind in copying.
const MIN_PARAGRAPHS: usize = 3;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("missing-provenance"),
    name: "Origin not shown",
    family: Family::Provenance,
    polarity: Polarity::Note,
    explanation: Explanation {
        what: "At least one of these is missing: who wrote it, when, and for which outlet.",
        why: "Without these you cannot check the writer or tell old news from new.",
        but: "They may have been lost in copying. Some newsrooms sign short news as a team.",
        question: "Where did you find this, and who put it there?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "All stories should have a byline, with few exceptions.",
            source: "NPR, guidance on bylines, 2017",
        },
        Reference { asks: "Author and location are marks of trust.", source: "The Trust Project, trust indicators" },
    ],
    failures: &["An outlet that only a logo names is not in the text, so it is called missing."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example(
        "[[Ferry strike ends after nine weeks]]\n\nThe crews went back to work on Monday.\n\n\
         They had asked for safer boats.\n\nThe owners agreed to new life vests.",
    ),
    Example(
        "[[Ferry strike ends after nine weeks]]\n\nBy Ann Lee\n\nThe crews went back to work on Monday.\n\n\
         They had asked for safer boats.\n\nThe owners agreed to new life vests.",
    ),
    Example(
        "[[Ferry strike ends after nine weeks]]\n\nMay 3, 2021\n\nThe crews went back to work on Monday.\n\n\
         They had asked for safer boats.\n\nThe owners agreed to new life vests.",
    ),
    Example(
        "Ferry strike ends after nine weeks | Velia Post\n\nBy Ann Lee\n\nMay 3, 2021\n\n\
         The crews went back to work on Monday.\n\nThey had asked for safer boats.\n\n\
         The owners agreed to new life vests.",
    ),
    Example("The crews went back to work on Monday."),
    Example("Ferry strike ends\n\nThe crews went back to work on Monday."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let article = text.article;
    let Some(headline) = article.headline else { return };
    if text.prose().count() < MIN_PARAGRAPHS {
        return;
    }
    let has = |kind| article.blocks.iter().any(|it| it.kind == kind);
    let is_dated =
        article.published.is_some() || has(BlockKind::Date) || article.dateline.as_deref().is_some_and(has_day);
    let parts = [
        (article.byline.is_some() || names_writer(&article.credits), "byline", "who wrote it"),
        (is_dated, "date", "when it came out"),
        (
            article.outlet.is_some() || article.wire.is_some() || any_says(&article.credits, &["originally", "first"]),
            "outlet",
            "which outlet",
        ),
    ];
    let lacks: Vec<_> = parts.iter().filter(|it| !it.0).collect();
    let Some(first) = lacks.first() else { return };
    let words: Vec<_> = lacks.iter().map(|it| it.2).collect();
    findings.add(Finding::new(headline).kind(first.1).note(format!("Not shown: {}.", words.join(", "))));
}

/// Whether credits tell who wrote the text: *Reporting by Ann Lee*. Who edited it is another.
pub fn names_writer(credits: &[String]) -> bool {
    any_says(credits, &["reporting by", "writing by", "report by"])
}

fn any_says(credits: &[String], words: &[&str]) -> bool {
    let says = |credit: &String| words.iter().any(|word| lower(credit).contains(word));
    credits.iter().any(says)
}

/// *Velia, 29 November 2019*, *VELIA, Nov 17*.
fn has_day(dateline: &str) -> bool {
    let is_day = |it: &str| it.len() <= 2 && it.bytes().all(|it| it.is_ascii_digit());
    let is_month =
        |it: &str| it.get(..3).is_some_and(|it| MONTHS.iter().any(|month| month[..3].eq_ignore_ascii_case(it)));
    let words = || dateline.split(|it: char| !it.is_ascii_alphanumeric()).filter(|it| !it.is_empty());
    words().any(is_day) && words().any(is_month)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::ling::Reading;
    use crate::traits::Findings;

    fn notes(text: &str) -> Vec<String> {
        let mut findings = Findings::default();
        Reading::new(text).articles().for_each(|it| (TRAIT.detect)(it, &mut findings));
        findings.found.into_iter().filter_map(|it| it.note).map(|it| it.to_string()).collect()
    }

    const BODY: &str = "The crews went back to work on Monday.\n\nThey had asked for safer boats.\n\n\
                        The owners agreed to new life vests.";

    #[test]
    fn one_flag_for_all_that_lacks() {
        assert_eq!(
            notes(&format!("Ferry strike ends\n\n{BODY}")),
            ["Not shown: who wrote it, when it came out, which outlet."]
        );
    }

    #[test]
    fn agency_stands_for_the_outlet() {
        assert_eq!(
            notes(&format!("Ferry strike ends\n\nVELIA (AP) — {BODY}")),
            ["Not shown: who wrote it, when it came out."]
        );
    }

    #[test]
    fn a_day_in_the_dateline_is_a_date() {
        assert_eq!(notes(&format!("Ferry strike ends\n\nVELIA, Nov 17 (AP) - {BODY}")), ["Not shown: who wrote it."]);
    }

    #[test]
    fn who_signs_at_the_end_wrote_it() {
        let last = "All boats are to have two vests for each of the crew.";
        assert_eq!(
            notes(&format!("Ferry strike ends\n\n{BODY}\n\n{last}\n\n— Ann Lee")),
            ["Not shown: when it came out, which outlet."]
        );
        assert_eq!(
            notes(&format!("Ferry strike ends\n\nVELIA, Nov. 17 (Norpress) — {BODY}\n\n{last}\n\n– Ann Lee")),
            [""; 0]
        );
    }

    #[test]
    fn credit_stands_for_the_byline() {
        assert_eq!(
            notes(&format!(
                "Ferry strike ends\n\nVELIA (Reuters) - {BODY}\n\n(Reporting by Ann Lee; editing by Bo Rae)"
            )),
            ["Not shown: when it came out."]
        );
    }
}
