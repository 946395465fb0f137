//! Somebody who speaks without a name, and is named further on: newspapers tell late who it was.

use crate::ling::{Annotated, Attribution, Class, Description, Determiner, Shape, SourceKind};
use crate::text::Span;

use super::members::{self, has, holds};
use super::reasons::last_key;
use super::sourcing::{attributions_before, is_any, sentence_at, word};
use super::vouched;

/// What to note of whoever may be the one who is named.
pub(super) const MAYBE: &str = "Perhaps the one who is named further on.";

/// *An officer said …*, before *Constable Ann Lee said*; *a sailor called it “a mess”*, before *“It is a mess,” said Bo
/// Rae*; *a sailor said*, before *Ann Lee said*, of whom nothing else is told.
pub(super) fn is_named(text: Annotated<'_>, it: &Attribution, description: &Description, span: Span) -> bool {
    /// So many attributions on, and sentences, where nobody else speaks between.
    const MOST: usize = 8;
    const REACH: usize = 6;
    const NEAR: usize = 3;
    let is_one = matches!(description.determiner, Determiner::Single | Determiner::Bare | Determiner::Owned);
    let (Some(head), Some(here)) = (description.head, sentence_at(text, span)) else { return false };
    if !is_one || description.is_plural || has(text, span, "another other former ex") {
        return false;
    }
    let is_source = text.words[head].is(Class::SourceNoun) && !word(text, head).starts_with("spokes");
    let number = text.document.sentences_in(span).start;
    let mut is_next = !is_source;
    for next in text.attributions[attributions_before(text, here.span.end())..].iter().take(MOST) {
        let Some(source) = next.source.first() else { continue };
        let at = text.document.sentences_in(*source).start;
        if at > number + REACH {
            return false;
        }
        if at <= number {
            continue;
        }
        // *But Ann Lee said*
        let is_other = || is_any(text, text.document.sentences()[at].tokens.start, "but yet still however");
        let is_met = || {
            !is_source && is_called_alike(text, description, span, next)
                || repeats(text, it, next)
                || is_next && at <= number + NEAR && is_new(text, head, span, next)
        };
        if next.kind == SourceKind::Named {
            if is_other() || members::is_against(text, here.span, next) {
                return false;
            }
            if is_met() {
                return true;
            }
        }
        is_next &= it.source_id == next.source_id;
    }
    false
}

/// *a farmer*, and *Ann Lee, a dairy farmer*; *an officer*, and *Sgt. Ann Lee*
fn is_called_alike(text: Annotated<'_>, description: &Description, span: Span, next: &Attribution) -> bool {
    const RANKS: &str = "constable detective inspector lieutenant lt sergeant sgt superintendent trooper";
    description.head.is_some_and(|head| {
        word(text, head).len() > 3
            && !holds(text, next, "another other")
            && members::leads(text, description, span, next, true)
            || is_any(text, head, "deputy detective officer sergeant trooper") && holds(text, next, RANKS)
    })
}

/// *a mess*, said of it by both.
fn repeats(text: Annotated<'_>, it: &Attribution, next: &Attribution) -> bool {
    let (Some(&one), Some(&other)) = (it.content.last(), next.content.first()) else { return false };
    let is_quoted =
        |at: &usize| text.words[*at].shape != Shape::Punct && text.is_quoted(text.document.tokens()[*at].span);
    let last = text.document.tokens_in(one).take(60).rfind(is_quoted).filter(|&at| word(text, at).len() > 3);
    last.is_some_and(|last| {
        let mut theirs = text.document.tokens_in(other).take(60).filter(is_quoted);
        theirs.any(|at| text.words[at].key == text.words[last].key)
    })
}

/// Whether nobody was told of by this name before, and nothing says that it is another.
fn is_new(text: Annotated<'_>, head: usize, span: Span, next: &Attribution) -> bool {
    let (Some(id), Some(&source)) = (next.source_id, next.source.first()) else { return false };
    let (who, name) = (&text.sources[id], last_key(text, source));
    who.role.is_none()
        && who.name.as_ref().is_some_and(|it| it.contains(' '))
        && !vouched::is_unlike(text, head, next)
        && !text.words[..text.document.tokens_in(span).start].iter().any(|it| Some(it.key) == name)
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use super::{Annotated, MAYBE};
    use crate::traits::Findings;

    /// Whether the first flag of the text is only a note on whoever is named further on.
    fn is_noted(text: &str) -> bool {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it: Annotated<'_>| (TRAIT.detect)(it, &mut findings));
        findings.found.first().is_some_and(|it| it.is_mild && it.note.as_deref() == Some(MAYBE))
    }

    #[test]
    fn one_is_named_later() {
        let below = "It rained.\n\nThe road was shut.\n\n";
        for text in [
            "The boat sank, an officer said.\n\nConstable Ann Lee, who speaks for the force, told the Herald that it was old.",
            "A sailor called it “a blunder.” The port said no.\n\nThe boat was old. Bo Rae said: “It is a blunder.”",
            "A friend said it was late.\n\nBo Rae said the boat had sailed.",
            "His pal has claimed that it was late.\n\nBo Rae says the boat had sailed.",
            &format!("{below}A sailor said it leaked. It rained.\n\nBo Rae, a young sailor from Velia, said it sank."),
        ] {
            assert!(is_noted(text), "{text}");
        }
    }

    #[test]
    fn another_is_named_later() {
        for text in [
            "The boat sank, an officer said.\n\nThe mayor, Ann Lee, told the Herald that it was old.",
            "The boat sank, an officer said on condition of anonymity.\n\nConstable Ann Lee said it was old.",
            "A sailor called it “a blunder.” The port said no.\n\nThe boat was old. Bo Rae said: “It is a marvel.”",
            "A source said it was late.\n\nBo Rae said the boat had sailed.",
            "A senior official said it was late.\n\n“It is safe,” said Bo Rae, an official of the port.",
            "A sailor said it was late.\n\nBut Bo Rae said the boat had sailed.",
            "A sailor said it was late. A cook said it was early.\n\nBo Rae said the boat had sailed.",
            "Bo Rae wept. A sailor said it was late.\n\nBo Rae said the boat had sailed.",
            "A sailor said it was late.\n\nBo Rae, the owner of the boat, said that it had sailed.",
            "A sailor said it was late.\n\nAnother sailor, Bo Rae, said the boat had sailed.",
            "A former sailor said it was late.\n\nBo Rae said the boat had sailed.",
            "A woman said it was late.\n\nMr. Bo Rae said the boat had sailed.",
        ] {
            assert!(!is_noted(text), "{text}");
        }
    }
}
