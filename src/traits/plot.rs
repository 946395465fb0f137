//! Where an article tells what happens in a play, a film or a book: its people speak, not the outlet's sources.

use std::sync::LazyLock;

use crate::ling::{Annotated, Phrases};
use crate::text::Span;

/// Why a word of a made-up person is let pass.
pub(super) const IN_PLOT: &str = "Told of people in a play, a film or a book.";

/// How a paragraph says that it tells a plot.
static PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let phrases = [
        "act {one,two,three,four,five}",
        "{first,second,third,last,final,opening,closing} {act,scene,chapter,episode}",
        "the {film,play,novel,opera,story,comedy,drama,musical,thriller,tale,tragedy,book} {opens,begins,ends,follows,concerns} {with,in,on,a,an,two,the,when,as}",
        "{film,play,novel,opera,comedy,drama,musical,thriller,tale,tragedy} {about,in which} {a,an,two,three,the}",
        "{tells,tell} {of a,of an,of two,of three,the story of,the tale of,the tale}",
    ];
    Phrases::new(phrases.map(|it| (it, ())))
});

/// Whether the paragraph of a place says so, in the place's sentence or before it.
pub(super) fn is_plot(text: Annotated<'_>, span: Span) -> bool {
    /// So far back it is looked for.
    const REACH: usize = 80;
    let Some(sentence) = super::sourcing::sentence_at(text, span) else { return false };
    let paragraph = text.document.paragraphs()[sentence.paragraph].tokens.start;
    let range = paragraph.max(sentence.tokens.end.saturating_sub(REACH))..sentence.tokens.end;
    PHRASES.first_in(text.words, range).is_some()
}

#[cfg(test)]
mod tests {
    use super::super::{generalization, missing_attribution, unnamed_source};
    use crate::testing::check;

    #[test]
    fn people_of_a_play_are_no_sources() {
        check(
            &unnamed_source::TRAIT,
            "In the second act a soldier says that the king is dead, and a nurse that he is not.",
        );
        check(&unnamed_source::TRAIT, "[[A soldier]] says that the king is dead.");
        check(&unnamed_source::TRAIT, "The second act ends at nine.\n\n[[A soldier]] says that the hall was cold.");
    }

    #[test]
    fn what_is_told_of_them_is_no_claim() {
        check(&missing_attribution::TRAIT, "The film follows a clerk. The judges are in the pay of the mayor.");
        check(&missing_attribution::TRAIT, "The judges are [[in the pay of]] the mayor.");
        check(&generalization::TRAIT, "The book tells of a war. Everyone in the port hates the king.");
    }
}
