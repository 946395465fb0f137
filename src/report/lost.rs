//! What one text says of its origin, its sources and its doubts, and another no longer does.

use crate::ling::{Annotated, Attribution, Class, SourceKind, in_words};
use crate::text::Span;
use crate::traits;

use super::compare::{Credit, CreditKind};
use super::diff::Edit;

/// News agencies by the names they go by in text.
const AGENCIES: &[&str] = &[
    "Reuters",
    "AP",
    "AFP",
    "Associated",
    "UPI",
    "DPA",
    "dpa",
    "Xinhua",
    "TASS",
    "ANSA",
    "EFE",
    "PTI",
    "Bloomberg",
    "IANS",
];

/// What the first text says of its origin and the second does not.
pub(super) fn origin(a: Annotated<'_>, b: Annotated<'_>) -> Vec<Credit> {
    let mut lost = Vec::new();
    for agency in AGENCIES {
        if let Some(span) = word(a, agency).filter(|_| word(b, agency).is_none()) {
            lost.push(Credit { kind: CreditKind::Agency, text: (*agency).to_owned(), span: Some(span) });
        }
    }
    let whole = b.document.text();
    let mut add = |kind: CreditKind, text: Option<&String>| {
        if let Some(text) = text.filter(|it| !it.is_empty() && !whole.contains(it.as_str())) {
            let span = a.document.text().find(text.as_str()).map(|at| Span::new(at, at + text.len()));
            lost.push(Credit { kind, text: text.clone(), span });
        }
    };
    add(CreditKind::Byline, a.article.byline.as_ref());
    add(CreditKind::Dateline, a.article.dateline.as_ref());
    add(CreditKind::Outlet, a.article.outlet.as_ref());
    let published = a.article.published.as_deref().filter(|_| b.article.published.is_none()).map(in_words);
    add(CreditKind::Published, published.as_ref());
    a.article.credits.iter().take(16).for_each(|it| add(CreditKind::Credit, Some(it)));
    lost
}

/// Where an article first has a word, in its own capitals.
fn word(text: Annotated<'_>, word: &str) -> Option<Span> {
    let tokens = text.document.tokens();
    let blocks = text.article.blocks.iter().map(|it| &text.document.paragraphs()[it.paragraph]);
    blocks.flat_map(|it| it.tokens.clone()).map(|at| tokens[at].span).find(|it| &text.document[*it] == word)
}

/// Words of telling that a changed sentence no longer has.
pub(super) fn attribution(a: Annotated<'_>, b: Annotated<'_>, edit: &Edit) -> Option<Credit> {
    let tells = |text: Annotated<'_>, span: Span| {
        text.document.tokens_in(span).any(|at| {
            text.words[at].is(Class::SayVerb)
                || text.document[text.document.tokens()[at].span].eq_ignore_ascii_case("according")
        })
    };
    let span = edit.a.filter(|it| tells(a, *it) && !edit.b.is_some_and(|it| tells(b, it)))?;
    // *A senior official said on Saturday that*: who it was is enough.
    let is_before = |it: &Attribution| it.cue.first().is_some_and(|it| it.end() <= span.start());
    let told = a.attributions.get(a.attributions.partition_point(is_before));
    let source = told.and_then(|it| it.source.first()).copied();
    let span = source.map_or(span, |it| if it.overlaps(span) { it } else { it.to(span) });
    // *who said*: whoever it was is told elsewhere, and may still be.
    if a.document.tokens_in(span).len() == 1 && told.is_some_and(|it| it.kind == SourceKind::Pronoun) {
        return None;
    }
    Some(Credit { kind: CreditKind::Attribution, text: a.document[span].to_owned(), span: Some(span) })
}

/// A figure that is now another.
pub(super) fn figure(a: Annotated<'_>, b: Annotated<'_>, edit: &Edit) -> Option<Credit> {
    let find = |text: Annotated<'_>, span: Span| text.facts.figures.iter().find(|it| it.number.overlaps(span)).cloned();
    let (old, new) = (find(a, edit.a?)?, find(b, edit.b?)?);
    let is_other = old.unit == new.unit && (old.low, old.high) != (new.low, new.high);
    is_other.then(|| Credit { kind: CreditKind::Figure, text: a.document[old.span].to_owned(), span: Some(old.span) })
}

/// The answers of a text, each with who gives it where that is told.
pub(super) fn replies(a: Annotated<'_>) -> impl Iterator<Item = Credit> {
    traits::replies(a).map(move |span| {
        let is_of = |it: &&Attribution| it.cue.iter().any(|cue| cue.overlaps(span));
        let source = a.attributions.iter().find(is_of).and_then(|it| it.source.first());
        let span = source.map_or(span, |it| it.to(span));
        Credit { kind: CreditKind::Reply, text: a.document[span].to_owned(), span: Some(span) }
    })
}

/// What left room in a changed sentence, and is no longer there.
pub(super) fn doubt(a: Annotated<'_>, b: Annotated<'_>, edit: &Edit) -> Option<Credit> {
    const DOUBTS: &str = "least about nearly almost around allegedly reportedly apparently may might could likely \
        possibly perhaps suspected";
    const SAYING: &str = "said says say told";
    const SETTLING: &str = "confirmed confirms revealed reveals admitted admits proved proves established";
    let find = |text: Annotated<'_>, span: Option<Span>, words: &str| {
        // *12 May* is no doubt.
        let is_one = |at: &usize| !text.words[*at].is_capital() && text.document.is_one_of(*at, words);
        span.and_then(|it| text.document.tokens_in(it).find(is_one))
    };
    let token = |at: usize| a.document.tokens()[at].span;
    let doubt = find(a, edit.a, DOUBTS).filter(|_| find(b, edit.b, DOUBTS).is_none());
    let span = match doubt {
        Some(at) if at > 0 && a.document.is_one_of(at - 1, "at") => token(at - 1).to(token(at)),
        Some(at) => token(at),
        None => token(find(a, edit.a, SAYING).filter(|_| find(b, edit.b, SETTLING).is_some())?),
    };
    Some(Credit { kind: CreditKind::Doubt, text: a.document[span].to_owned(), span: Some(span) })
}
