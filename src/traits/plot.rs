//! Where an article tells what happens in a play, a film or a book: its people speak, not the outlet's sources.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, Class, Phrases};
use crate::text::Span;

use super::shared::{self, Cue};
use super::sourcing::is_any;

/// Why a word of a made-up person is let pass.
pub(super) const IN_PLOT: &str = "Told of people in a play, a film or a book.";

/// How a paragraph says that it tells a plot, and what else has to be there for it.
pub(super) static PHRASES: LazyLock<Phrases<Needs>> = LazyLock::new(|| {
    let phrases = [
        ("{in,of,after,until} act {one,two,three,four,five}", Needs::Nothing),
        (
            "{in,of,after,until} the {first,second,third,last,final,opening,closing} {act,scene,chapter,episode}",
            Needs::NoOther,
        ),
        (
            "the {film,play,novel,opera,story,comedy,drama,musical,thriller,tale,tragedy,book} {opens,begins,ends} \
             {with,as,when,in a,in an,on a,on an}",
            Needs::Nothing,
        ),
        (
            "the {film,play,novel,opera,story,comedy,drama,musical,thriller,tale,book} {follows,concerns} \
             {a,an,two,three,the}",
            Needs::Nothing,
        ),
        (
            "{film,play,novel,opera,comedy,drama,musical,series,thriller} {about,in which} {a,an,two,three,the}",
            Needs::Nothing,
        ),
        ("{tells,tell} {of a,of an,of two,of three,the story of,the tale of,the tale}", Needs::Teller),
    ];
    Phrases::new(phrases)
});

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Needs {
    Nothing,
    /// *In the first act*: not *of the mayor*, not *as mayor*.
    NoOther,
    /// *The book tells of*, not *survivors tell of*.
    Teller,
}

/// What has a plot.
const WORKS: &str = "book comedy drama film musical novel opera play series story tale thriller tragedy";

/// Whether the paragraph of a place says so, in the place's sentence or before it.
pub(super) fn is_plot(text: Annotated<'_>, span: Span) -> bool {
    /// So far back it is looked for.
    const REACH: usize = 80;
    let Some(sentence) = super::sourcing::sentence_at(text, span) else { return false };
    let paragraph = text.document.paragraphs()[sentence.paragraph].tokens.start;
    let end = sentence.tokens.end;
    // *An executive said on Monday*: nobody of a plot does.
    let first = text.document.tokens_in(span).end;
    if text.words[first.min(end)..end].iter().take(6).any(|it| it.is(Class::Weekday)) {
        return false;
    }
    let range = paragraph.max(end.saturating_sub(REACH))..end;
    let tells =
        |at| PHRASES.at(text.words, at).filter(|it| it.words.end <= end && tells_plot(text, &it.words, *it.value));
    shared::places(text, &range, Cue::Plot).any(|at| tells(at).is_some())
}

fn tells_plot(text: Annotated<'_>, words: &Range<usize>, needs: Needs) -> bool {
    let has_work = |mut range: Range<usize>| range.any(|at| is_any(text, at, WORKS));
    match needs {
        Needs::Nothing => true,
        Needs::NoOther => {
            let is_next = |it: &str| is_any(text, words.end, it);
            let behind = words.end..text.words.len().min(words.end + 4);
            !is_next("as") && (!is_next("of") || has_work(behind))
        }
        Needs::Teller => has_work(words.start.saturating_sub(8)..words.start),
    }
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

    #[test]
    fn news_has_acts_and_chapters_too() {
        let heads = [
            "In his first act as mayor, Bo Rae shut the port.",
            "In the first act of the council, the port was shut.",
            "Survivors tell of a night of terror at the port.",
            "The third episode of flooding this year closed the road.",
            "The film opens in cinemas in May.",
            "The final chapter of the strike began.",
        ];
        for head in heads {
            check(&unnamed_source::TRAIT, &format!("{head} [[An official]] said the port was rotten."));
        }
        check(&generalization::TRAIT, "In his first act as mayor, Bo Rae shut the port. [[Everyone]] hates the plan.");
        check(&unnamed_source::TRAIT, "The film follows a clerk. [[An executive]] said on Monday that it was stolen.");
        check(&unnamed_source::TRAIT, "In the second act of the play a soldier says that the king is dead.");
    }
}
