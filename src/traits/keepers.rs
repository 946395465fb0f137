//! Who keeps the name of a source: a court, the police, the law.

use crate::ling::{Annotated, Anonymity, Description, Determiner, Shape, WordSet, keys_of};
use crate::text::Span;

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
