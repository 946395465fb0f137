//! Who keeps the name of a source: a court, the police, the law, another outlet.

use crate::ling::{Annotated, Anonymity, Description, Determiner, KeyIndex, Shape, Word, WordSet, is_among, keys_of};
use crate::text::Span;

use super::members::has;
use super::shared;
use super::sourcing::is_any;

/// Who keeps the name of whoever speaks to them.
static KEEPERS: WordSet = WordSet::new(
    "police coroner agents officers detectives investigators deputies dispatcher dispatchers court jury judge inquest inquiry \
    tribunal magistrate magistrates jurors",
);

/// *A driver told police that …*, *a clerk also told the court …*; *the inquest heard that neighbours …*.
pub(super) fn are_told(text: Annotated<'_>, span: Span) -> bool {
    let std::ops::Range { start, end } = text.document.tokens_in(span);
    let cue = start.saturating_sub(1 + usize::from(start > 1 && is_any(text, start - 1, "that")));
    if is_any(text, cue, "heard told") && (cue.saturating_sub(3)..cue).any(|it| KEEPERS.has(text.words[it].key)) {
        return true;
    }
    let mut near = (end..text.words.len().min(end + 4)).take_while(|&at| text.words[at].shape != Shape::Punct);
    const TOLD: [u32; 3] = keys_of(["told", "tells", "tell"]);
    let told = near.find(|&at| text.words[at].is_one_of(&TOLD));
    told.is_some_and(|at| (at + 1..text.words.len().min(at + 3)).any(|it| KEEPERS.has(text.words[it].key)))
}

/// *Officers say*, where the police are told of.
pub(super) fn are_of_force(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    /// So many words.
    const BEFORE: usize = 120;
    const BEHIND: usize = 30;
    const PEOPLE: &str = "officers deputies detectives investigators troopers cops";
    const FORCES: [u32; 3] = keys_of(["police", "sheriff", "constabulary"]);
    let tokens = text.document.tokens_in(span);
    let is_whole = matches!(description.determiner, Determiner::Bare | Determiner::Definite) && tokens.len() < 4;
    let near = tokens.start.saturating_sub(BEFORE)..text.words.len().min(tokens.end + BEHIND);
    let is_force = |it: &Word| FORCES.iter().any(|&key| it.has_key(key));
    is_whole
        && description.head.is_some_and(|head| is_any(text, head, PEOPLE))
        && !has(text, span, "former retired senior")
        && text.words[near].iter().any(is_force)
}

/// *a so-called “source”*, *the tabloid’s insider*: the text tells it of another, with distance.
pub(super) fn is_kept_off(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    const PAPERS: [u32; 5] = keys_of(["magazine", "newspaper", "outlet", "paper", "tabloid"]);
    const TALKERS: &str = "informant insider insiders source sources";
    let Some(head) = description.head.filter(|&it| is_any(text, it, TALKERS)) else { return false };
    let mut before = text.document.tokens_in(span).start..head;
    let is_outlet = |at: usize| text.outlet_at(at).is_some_and(|end| text.words[end - 1].possessive);
    let is_paper = |at: usize| text.words[at].possessive && PAPERS.iter().any(|&it| text.words[at].has_key(it));
    has(text, span, "purported so-called supposed")
        || has(text, span, "unnamed") && text.is_quoted(text.document.tokens()[head].span)
        || before.any(|at| is_paper(at) || is_outlet(at))
}

/// *Police log*, *Fire calls*: the article lists who rang.
pub(super) fn is_log(text: Annotated<'_>) -> bool {
    let Some(headline) = text.article.headline else { return false };
    let mut tokens = text.document.tokens_in(headline).take(32);
    const LOGS: [u32; 4] = keys_of(["log", "logs", "blotter", "calls"]);
    let is_log = |at: usize| text.words.get(at).is_some_and(|it| it.is_one_of(&LOGS));
    tokens.any(|at| is_log(at + 1) && is_any(text, at, "police fire crime sheriff's"))
}

/// *The boy said*, of one *who cannot be named for legal reasons*.
pub(super) fn is_kept_by_law(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    const YOUNG: &str = "boy girl child teenager youth pupil victim woman man";
    let kept = shared::kept_by_law(text);
    let Some(first) = kept.first() else { return false };
    let here = text.document.sentences_in(span).start;
    let is_young =
        || description.determiner == Determiner::Definite && description.head.is_some_and(|at| is_any(text, at, YOUNG));
    kept.binary_search(&here).is_ok() || *first < here && is_young()
}

/// The sentences, by their number, that say that the law keeps a name back.
pub(super) fn kept_by_law(text: Annotated<'_>) -> Vec<usize> {
    const BEGINNINGS: &[&str] = &["cannot", "can not", "can't", "can’t"];
    const LAW: &str = "legal legally law court age";
    let is_kept = |(sentence, anonymity): &&(usize, Anonymity)| {
        let end = text.document.sentences()[*sentence].span.end();
        let mut behind = text.document.tokens_in(Span::new(anonymity.request.end(), end)).take(12);
        BEGINNINGS.iter().any(|it| text.document[anonymity.request].starts_with(it))
            && behind.any(|at| is_any(text, at, LAW))
    };
    shared::anonymity(text).iter().filter(is_kept).map(|it| it.0).collect()
}

/// *The Post is not naming them*: so speaks the paper that publishes.
pub(super) fn those_who_withhold(text: Annotated<'_>) -> KeyIndex {
    const NAMING: [u32; 4] = keys_of(["naming", "identifying", "publishing", "using"]);
    let tokens = text.article.span.map_or(0..0, |it| text.document.tokens_in(it));
    let withholds = |at: &usize| {
        let is = |back: usize, words: &str| is_any(text, at - back, words);
        is_among(text.words[*at].key, &NAMING)
            && *at > 3
            && is(1, "not")
            && is(2, "is")
            && text.words[at - 3].is_capital()
    };
    KeyIndex::of(tokens.filter(withholds).map(|at| text.words[at - 3].key))
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use crate::traits::Findings;

    fn is_note(text: &str) -> bool {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it| (TRAIT.detect)(it, &mut findings));
        matches!(&findings.found[..], [it] if it.is_mild)
    }

    #[test]
    fn whoever_belongs_to_the_police() {
        for text in [
            "Police seek a driver who fled. Officers believe that he ran.",
            "The sheriff’s office was called at noon. Deputies said the man had a knife.",
            "Deputies say the man had a knife. The call came from the Tarn County Sheriff’s Office.",
        ] {
            assert!(is_note(text), "{text}");
        }
        for text in [
            "The ministry shut the port. Investigators say the dam leaked.",
            "Police seek a driver who fled. Two officers said that he ran.",
            "Police seek a driver who fled. Former officers said that he ran.",
            "Police seek a driver who fled. Lawyers said that he ran.",
        ] {
            assert!(!is_note(text), "{text}");
        }
    }

    #[test]
    fn a_source_of_another() {
        for text in [
            "She wept, according to the Star’s purported insider, who said it was love.",
            "The tabloid’s source said that she wept.",
            "The tale quotes a so-called “source” who said that she wept.",
        ] {
            assert!(is_note(text), "{text}");
        }
        for text in [
            "An unnamed source said that she wept.",
            "A Fox News insider said that she wept.",
            "The mayor’s aide said so.",
        ] {
            assert!(!is_note(text), "{text}");
        }
    }
}
