//! Whether an article says of itself that it is one person's, or a paper's, opinion.

use crate::ling::Annotated;
use crate::text::{Span, lower};

/// What such a piece is called, above its headline or at the start of it.
const LABELS: &[&str] = &[
    "column",
    "comment",
    "commentary",
    "editorial",
    "first person",
    "guest column",
    "guest essay",
    "op-ed",
    "opinion",
    "our view",
    "satire",
    "viewpoint",
];

/// Blocks above a headline that may hold the label.
const ABOVE: usize = 8;

pub(super) fn is_labelled_opinion(text: Annotated<'_>) -> bool {
    let Some(headline) = text.article.headline else {
        let mut first = text.article.blocks.iter().take(ABOVE).take_while(|it| !it.kind.is_prose());
        return first.any(|it| is_label(&text.document[it.span]));
    };
    let words = |it: Span| &text.document[it];
    let above = text.article.blocks.iter().take(ABOVE).take_while(|it| it.span.start() < headline.start());
    let leads = words(headline).split([':', '|']).next().is_some_and(is_label);
    let is_of_board = || text.article.byline.as_deref().is_some_and(|it| lower(it).ends_with("editorial board"));
    leads || above.map(|it| words(it.span)).any(is_label) || is_of_board()
}

fn is_label(line: &str) -> bool {
    LABELS.contains(&lower(line.trim().trim_end_matches(':')).as_str())
}

/// *The Salt Ferry by Ann Lee review – a quiet novel*: a critic is there to judge.
pub(super) fn is_review(text: Annotated<'_>) -> bool {
    let mut blocks = text.article.blocks.iter().take(ABOVE).map(|it| &text.document[it.span]);
    // *Bryce Yard, Velia ★★★★*
    let is_rated = |it: &str| it.len() < 100 && (it.contains("★★") || it.contains("★☆"));
    let is_titled = |it: String| it.contains(" review – ") || it.contains(" review: ") || it.starts_with("review: ");
    text.article.headline.is_some_and(|it| is_titled(lower(&text.document[it]))) || blocks.any(is_rated)
}
