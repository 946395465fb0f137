//! Notes that own up to a mistake.

use std::sync::LazyLock;

use crate::ling::{Annotated, Phrases};
use crate::text::Span;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{self, Cue};
use super::sourcing::is_any;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("correction"),
    name: "Correction",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The outlet says what it got wrong, or that it changed the text.",
        why: "Everybody makes mistakes; those who own up to them can be checked.",
        but: "A note that hides what was wrong helps little.",
        question: "Does the note say what was wrong before?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Acknowledge mistakes and correct them promptly and prominently.",
        source: "SPJ Code of Ethics, 2014",
    }],
    failures: &["A text changed in silence looks like one that needed no change."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[Correction: The dam opened in 1958, not in 1985.]]"),
    Example("[[An earlier version of this article gave the wrong year for the dam.]]"),
    Example("The dam is old. [[This story has been corrected to give the right year.]]"),
    Example("The ministry issued a correction on Monday."),
    Example("An earlier version of the bill failed."),
    Example("House prices are due for a correction."),
];

/// What a sentence with such a phrase is.
#[derive(Clone, Copy)]
pub(super) enum Sign {
    /// Only before a colon, at the start of a paragraph.
    Label,
    /// Wherever it stands.
    Says,
    /// Where a text is spoken of, or in a column of such notes.
    May,
}

pub(super) static PHRASES: LazyLock<Phrases<Sign>> = LazyLock::new(|| {
    Phrases::new([
        ("{correction,corrections,clarification,clarifications,corrections and clarifications}", Sign::Label),
        (
            "{an earlier,a previous,the original,a prior,an original,earlier,previous} \
             {version of this,version of the,versions of this} \
             {article,story,report,post,piece,page,column,headline,caption,item}",
            Sign::Says,
        ),
        (
            "{this,the} {article,story,report,post,piece,page,column,headline,caption,item} \
             {has been corrected,was corrected,has been amended,was amended,has been updated to correct,\
              was updated to correct,originally misstated,has been clarified,incorrectly stated,misstated}",
            Sign::Says,
        ),
        ("{because of,due to,owing to} an editing error", Sign::Says),
        ("{because of,due to,owing to} a reporting error", Sign::May),
        ("we {apologise for,apologize for,regret} {the,this,these,our} {error,errors,mistake}", Sign::May),
        ("we {are happy to,would like to} {clarify,correct,make clear}", Sign::May),
    ])
});

/// How much of a paragraph is read for what the note is on.
const LONGEST: usize = 100;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    if shared::has_none(text, Cue::Correction) {
        return;
    }
    // *Corrections and clarifications*: all of what follows.
    let tokens = |it| text.document.tokens_in(it);
    let is_column = |it: &Span| label(text, tokens(*it).start) == Some(tokens(*it).end);
    let column = text.article.headline.filter(is_column);
    column.into_iter().for_each(|it| findings.push(it));
    for block in text.prose() {
        let paragraph = &text.document.paragraphs()[block.paragraph];
        let first = paragraph.tokens.start;
        if let Some(found) = label(text, first) {
            let is_note = text.document.tokens().get(found).is_some_and(|it| &text.document[it.span] == ":");
            if is_note {
                findings.push(block.span);
                continue;
            }
        }
        for sentence in &text.document.sentences()[paragraph.sentences.clone()] {
            let is_of_text = || {
                const TEXTS: &str = "article articles caption headline story version";
                column.is_some() || paragraph.tokens.clone().take(LONGEST).any(|it| is_any(text, it, TEXTS))
            };
            let says = |at: usize| {
                PHRASES.at(text.words, at).is_some_and(|it| match it.value {
                    Sign::Label => false,
                    Sign::Says => true,
                    Sign::May => is_of_text(),
                })
            };
            let is_quoted = |at: usize| {
                let place = text.document.tokens()[at].span.start();
                let next = text.quotes.partition_point(|it| it.span.end() <= place);
                text.quotes.get(next).is_some_and(|it| it.span.holds(place))
            };
            // Such a note names itself at its start.
            let start = sentence.tokens.start..sentence.tokens.end.min(sentence.tokens.start + 12);
            if shared::places(text, &start, Cue::Correction).any(|at| says(at) && !is_quoted(at)) {
                findings.push(sentence.span);
            }
        }
    }
}

/// If the paragraph begins with a label, returns the index of the token behind it.
fn label(text: Annotated<'_>, first: usize) -> Option<usize> {
    let found = PHRASES.at(text.words, first)?;
    matches!(found.value, Sign::Label).then_some(found.words.end)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn somebody_else_s_article() {
        check(&TRAIT, "He read an article that was amended twice.");
    }

    #[test]
    fn a_column_of_corrections() {
        let text = "[[Corrections and clarifications]]\n\n• An article on the dam gave the wrong year. \
                    [[We apologise for the error.]]\n\n[[• Owing to an editing error, a caption named the wrong dam.]]";
        check(&TRAIT, text);
        check(&TRAIT, "The recall was made because of a production error. We regret the error of our ways.");
        check(&TRAIT, "We would like to clarify that the firm never sold it. It blew up due to a reporting error.");
        check(&TRAIT, "Our article gave the wrong year for the dam. [[We regret the error.]]");
        check(&TRAIT, "Corrections to the dam are late\n\nBecause of an error, the dam was shut. We regret the delay.");
    }

    #[test]
    fn in_a_quotation() {
        check(&TRAIT, "“This story has been corrected,” she said, and laughed.");
    }
}
