//! Words that say what is not known or not verified.

use std::sync::LazyLock;

use crate::ling::{Annotated, Phrases};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Polarity, Reference, Trait, TraitId, record};

use super::shared::{Cue, Walk};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("limits-stated"),
    name: "Says what is not known",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The text says what it does not know or could not check.",
        why: "That lets you judge how far the rest reaches.",
        but: "A limit in one place does not vouch for the other claims.",
        standards: &[Reference {
            asks: "A text may mark a claim as not verified; that is a sign in its favour.",
            source: "W3C Credible Web, Credibility Signals 2.3",
        }],
        question: "What would it take to find out?",
        failures: &["a source who says that somebody else has no proof"],
        record: record::of("limits-stated"),
    },
    detect,
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The claim [[could not be independently verified]]."),
    Example("[[It was not immediately clear]] who fired first."),
    Example("There were [[no exact figures]] on the losses."),
    Example("Police say they do [[not yet know]] the cause."),
    Example("The identity was verified by the court."),
    Example("It was clear to all who fired first."),
    Example("She could not be reached for comment."),
];

/// What it is called when a text admits that it does not know; own knowledge of English.
const LIMITS: &str = "could not be independently verified|could not be independently confirmed|\
     could not immediately be verified|could not immediately be confirmed|\
     could not be immediately verified|could not be immediately confirmed|could not independently verify|\
     could not independently confirm|could not immediately verify|could not immediately confirm|\
     could not verify|could not be verified|could not be confirmed|could not be authenticated|\
     couldn't be independently verified|couldn't be verified|cannot be independently verified|\
     cannot be verified|can't be verified|cannot independently verify|was unable to verify|\
     was unable to confirm|was unable to independently verify|was unable to independently confirm|\
     were unable to verify|been unable to verify|has not been able to verify|\
     has not been able to confirm|have not been able to confirm|have not been able to verify|\
     has not verified|has not independently verified|have not been independently verified|\
     has not been independently verified|have not been independently confirmed|\
     has not been independently confirmed|has not been confirmed|have not been confirmed|\
     has not been verified|have not been verified|not been officially confirmed|is still unknown|\
     remain unknown|remains unknown|is still not known|is still unclear|no independent account|\
     no independent confirmation|no immediate confirmation|no official confirmation|\
     no independent verification|no exact figures|no exact figure|no exact reports|no exact number|\
     no exact numbers|no official figures|no official toll|no reliable figures|no reliable data|\
     it was not immediately clear|it is not immediately clear|it wasn't immediately clear|\
     it isn't immediately clear|was not immediately clear|were not immediately clear|\
     was not immediately known|were not immediately known|it was not clear|it is not clear|\
     it's not clear|it was unclear|it is unclear|it's unclear|it remains unclear|it remained unclear|\
     remains unclear|remained unclear|it is not known|it was not known|it is not yet known|\
     is not yet known|not yet known|not yet clear|not yet know|it is too early to say|\
     it was too early to say|it is too early to tell|it was too early to tell|\
     details were not immediately available|details were not available|no further details were|\
     the cause is not known|the exact number is not known";

pub(super) static PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new(LIMITS.split('|').map(|it| (it, ()))));

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let tokens = text.document.tokens();
    let mut limits = Walk::through(text, Cue::Limit);
    for block in text.prose() {
        let mut behind = 0;
        for at in limits.places(&text.document.paragraphs()[block.paragraph].tokens) {
            let Some(it) = PHRASES.at(text.words, at).filter(|_| at >= behind) else { continue };
            let span = tokens[it.words.start].span.to(tokens[it.words.end - 1].span);
            let is_quoted = is_in_quote(text, span.start());
            findings.add(Finding::new(span).quoted(is_quoted));
            behind = it.words.end;
        }
    }
}

/// Whether the byte lies in a quotation: then somebody else admits it.
fn is_in_quote(text: Annotated<'_>, byte: usize) -> bool {
    let behind = text.quotes.partition_point(|it| it.span.start() <= byte);
    behind > 0 && text.quotes[behind - 1].span.holds(byte)
}
