//! Whether an article says of itself that it is one person's, or a paper's, opinion.

use crate::ling::{Annotated, Block, BlockKind, is_newsroom};
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
    "obituary",
    "op-ed",
    "opinion",
    "our view",
    "satire",
    "sketch",
    "viewpoint",
];

/// Why words of such a piece are let pass.
pub(super) const IN_OPINION: &str = "The piece says that it is opinion, a review or an obituary.";

/// Why what stands at a place is not the outlet's, though nobody is cited for it.
pub(super) fn why_owned(text: Annotated<'_>, span: Span) -> Option<&'static str> {
    if shared::is_opinion(text) {
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
    let words = |it: &Block| &text.document[it.span];
    let (blocks, byline) = (&text.article.blocks, text.article.byline.as_deref());
    let mut head = blocks.iter().take(ABOVE).take_while(|it| !it.kind.is_prose());
    head.any(|it| match it.kind {
        BlockKind::Byline => lower(words(it)).contains("columnist") && !words(it).contains("gossip"),
        BlockKind::Headline => {
            let line = words(it);
            line.split_once(':').is_some_and(|it| is_label(it.0))
                || line.split('|').any(is_label)
                || is_view(line)
                || line.strip_suffix(" obituary").is_some_and(is_name)
        }
        _ => is_label(words(it)),
    }) || byline.is_some_and(|it| lower(it).ends_with("editorial board"))
        || blocks.iter().rev().take(BELOW).any(|it| disclaims(words(it), byline))
}

/// *Jo van der Lee*, not *Family angry at newspaper*.
fn is_name(words: &str) -> bool {
    const LONGEST: usize = 6;
    let is_part = |it: &str| it.starts_with(char::is_uppercase) || it.len() < 4;
    words.starts_with(char::is_uppercase) && words.split(' ').count() < LONGEST && words.split(' ').all(is_part)
}

/// Blocks at the end that may say whose views they were.
const BELOW: usize = 3;

/// *The views expressed are the author’s own.*, *Ann Lee is a columnist for the Velia Post.*
fn disclaims(line: &str, byline: Option<&str>) -> bool {
    const FORMULAS: [&str; 3] =
        ["The views expressed are ", "The views expressed here ", "The views expressed in this "];
    let behind_name = byline.and_then(|it| line.strip_prefix(it));
    FORMULAS.iter().any(|it| line.starts_with(it))
        || behind_name.is_some_and(|it| it.starts_with(" is a columnist for "))
}

/// *The Velia Post view on harbours: …*
fn is_view(headline: &str) -> bool {
    let lead = headline.split_once(':').map_or("", |it| it.0);
    let of = lead.split_once(" view on ").map(|it| it.0).or_else(|| lead.strip_suffix(" view"));
    of.is_some_and(|it| it.starts_with("The ") && is_newsroom(it))
}

fn is_label(line: &str) -> bool {
    let line = line.trim().trim_end_matches(':');
    LABELS.iter().any(|it| it.eq_ignore_ascii_case(line))
}

/// *The Salt Ferry by Ann Lee review – a quiet novel*: a critic is there to judge.
pub(super) fn is_review(text: Annotated<'_>) -> bool {
    let mut blocks = text.article.blocks.iter().take(ABOVE).map(|it| &text.document[it.span]);
    // *Bryce Yard, Velia ★★★★*
    let is_titled = |it: String| it.contains(" review – ") || it.contains(" review: ") || it.starts_with("review: ");
    let is_critics = |it: &str| is_rated(it) || it.eq_ignore_ascii_case("review");
    text.article.headline.is_some_and(|it| is_titled(lower(&text.document[it]))) || blocks.any(is_critics)
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
    use super::{is_opinion, is_rated};
    use crate::ling::Reading;

    #[test]
    fn where_a_piece_says_that_it_is_opinion() {
        let is = |head: &str, end: &str| {
            let body = "The harbour board met on Monday and chose a bridge over a boat.";
            let reading = Reading::new(format!("{head}\n\n{body}\n\n{body}\n\n{body}\n\n{end}"));
            reading.articles().any(is_opinion)
        };
        for head in [
            "Opinion\n\nA bridge too dear",
            "A bridge too dear\n\nOpinion\n\nBy Ann Lee",
            "A bridge too dear for Velia | Opinion\n\nBy Ann Lee",
            "The Velia Post view on bridges: too dear\n\n3 May 2021",
            "Opinion: a bridge too dear\n\nBy Ann Lee",
            "A bridge too dear\n\nBy Ann Lee, columnist",
            "Obituary\n\nAnn Lee, pianist",
            "Ann Lee obituary\n\nBy Bo Rae",
        ] {
            assert!(is(head, "It was late."), "{head}");
        }
        assert!(is("A bridge too dear\n\nBy Ann Lee", "Ann Lee is a columnist for the Velia Post."));
        assert!(is("A bridge too dear\n\nBy Ann Lee", "The views expressed here are her own."));
        for end in [
            "A columnist for the Velia Post was there.",
            "Bo Rae, who is a columnist for the Velia Post, was there.",
            "The views expressed by the drivers differ.",
        ] {
            assert!(!is("A bridge too dear\n\nBy Ann Lee", end), "{end}");
        }
        for head in [
            "The view on the quay: dear bridges",
            "The long view: bridges in Velia",
            "High Court: Opinion",
            "Family angry at obituary",
        ] {
            assert!(!is(head, "It was late."), "{head}");
        }
    }

    #[test]
    fn a_critic_gives_stars() {
        assert!(["Bryce Yard, Velia ★★★★", "★ ★ ★ ★ ☆", "Route 66 ★★☆☆☆"].into_iter().all(is_rated));
        assert!(!["★★★★★ 4.8 (1,203 ratings)", "4.8 ★★★★★", "A ★ is born", "☆"].into_iter().any(is_rated));
    }
}
