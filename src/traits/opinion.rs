//! Whether an article says of itself that it is one person's, or a paper's, opinion.

use crate::ling::Annotated;
use crate::text::{Span, lower};

use super::letters::IN_LETTER;
use super::plot::{IN_PLOT, is_plot};
use super::shared;

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

/// Why words of such a piece are let pass.
pub(super) const IN_OPINION: &str = "The piece says that it is opinion.";

/// Why what stands at a place is not the outlet's, though nobody is cited for it.
pub(super) fn why_owned(text: Annotated<'_>, span: Span) -> Option<&'static str> {
    if is_opinion(text) {
        Some(IN_OPINION)
    } else if shared::others(text).write_at(span) {
        Some(IN_LETTER)
    } else {
        is_plot(text, span).then_some(IN_PLOT)
    }
}

/// Whether a piece is there to judge.
pub(super) fn is_opinion(text: Annotated<'_>) -> bool {
    is_labelled_opinion(text) || is_review(text)
}

/// Blocks above a headline that may hold the label.
const ABOVE: usize = 8;

fn is_labelled_opinion(text: Annotated<'_>) -> bool {
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
fn is_review(text: Annotated<'_>) -> bool {
    let mut blocks = text.article.blocks.iter().take(ABOVE).map(|it| &text.document[it.span]);
    // *Bryce Yard, Velia ★★★★*
    let is_titled = |it: String| it.contains(" review – ") || it.contains(" review: ") || it.starts_with("review: ");
    text.article.headline.is_some_and(|it| is_titled(lower(&text.document[it]))) || blocks.any(is_rated)
}

/// *Velia ★★★★*, also with spaces; not *★★★★★ 4.8 (1,203 ratings)*, which is everybody's.
fn is_rated(line: &str) -> bool {
    /// No rating stands in a longer line, in bytes.
    const LONGEST: usize = 100;
    let is_star = |it: char| matches!(it, '★' | '☆');
    if line.len() >= LONGEST {
        return false;
    }
    let (Some(first), Some(last)) = (line.find('★'), line.rfind(is_star)) else { return false };
    let (before, behind) = (line[..first].trim_end(), line[last..].trim_start_matches(is_star).trim_start());
    let is_count = |it: char| it.is_ascii_digit() || it == '(';
    let is_mean = before.rsplit(' ').next().is_some_and(|it| it.contains(['.', '/']) && it.ends_with(char::is_numeric));
    let stars = line[first..last].chars().filter(|it| !it.is_whitespace());
    stars.take(2).all(is_star) && first < last && !behind.starts_with(is_count) && !is_mean
}

#[cfg(test)]
mod tests {
    use super::is_rated;

    #[test]
    fn a_critic_gives_stars() {
        assert!(["Bryce Yard, Velia ★★★★", "★ ★ ★ ★ ☆", "Route 66 ★★☆☆☆"].into_iter().all(is_rated));
        assert!(!["★★★★★ 4.8 (1,203 ratings)", "4.8 ★★★★★", "A ★ is born", "☆"].into_iter().any(is_rated));
    }
}
