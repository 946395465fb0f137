//! The headline as it first was, with what was taken out of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper::Paper;
use crate::ling::{Change, ChangeKind};
use crate::report::ArticleReport;
use crate::report::pieces::Piece;
use crate::text::{Span, sort_by_number};

/// The block of the original headline.
pub(super) fn original(paper: &Arc<Paper>, piece: &Piece) -> AnyView {
    let article = &paper.report.articles[piece.article];
    view! {
        <p class="original" data-from=piece.span.start().to_string()>
            <span class="aside original__label">"First published as "</span>
            <span class="original__words" dir="auto">{taken_out(paper, article, piece.span)}</span>
        </p>
    }
    .into_any()
}

/// The words of the original headline, those that were changed struck out.
pub(super) fn taken_out(paper: &Paper, article: &ArticleReport, span: Span) -> AnyView {
    changed(&paper.text.body, span, changes(article).filter_map(|it| it.from), struck)
}

/// The words of the shown headline, those that were put in marked.
pub(super) fn put_in(paper: &Paper, article: &ArticleReport, span: Span) -> AnyView {
    changed(&paper.text.body, span, changes(article).filter_map(|it| it.to), inserted)
}

fn changes(article: &ArticleReport) -> impl Iterator<Item = &Change> {
    article.substitution.iter().flat_map(|it| &it.changes)
}

pub(super) fn struck(words: String) -> AnyView {
    view! { <del>{words}</del> }.into_any()
}

pub(super) fn inserted(words: String) -> AnyView {
    view! { <ins>{words}</ins> }.into_any()
}

/// Draws a stretch of the text with some places in it drawn otherwise; of places that overlap, the first.
pub(super) fn changed(
    text: &str,
    within: Span,
    spans: impl Iterator<Item = Span>,
    draw: fn(String) -> AnyView,
) -> AnyView {
    let mut spans: Vec<_> = spans.filter(|it| within.contains(*it) && !it.is_empty()).collect();
    sort_by_number(&mut spans, |it| it.start() as u128);
    let mut at = within.start();
    let mut runs = Vec::new();
    for span in spans {
        if span.start() < at {
            continue;
        }
        runs.push(text[at..span.start()].to_owned().into_any());
        runs.push(draw(text[span.range()].to_owned()));
        at = span.end();
    }
    runs.push(text[at..within.end()].to_owned().into_any());
    runs.into_any()
}

/// Returns what a change does, in plain words.
pub(super) fn in_words(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::ActorRelabelled => "somebody is called something else",
        ChangeKind::ActorAdded => "somebody is put in",
        ChangeKind::RelationChanged => "who did what to whom is changed",
        ChangeKind::PrecisionChanged => "a figure is changed, or made more or less exact",
        ChangeKind::TimeOrPlaceDropped => "a time or a place is left out",
        ChangeKind::HedgeDropped => "a doubt is left out",
        ChangeKind::EmotionAdded => "feeling is put in",
        ChangeKind::Wording => "only the form of a word differs",
        ChangeKind::Unclear => "other words",
    }
}
