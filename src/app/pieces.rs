//! An article cut into pieces small enough to draw one by one.

use crate::ling::BlockKind;
use crate::report::{ArticleReport, Flag};
use crate::text::Span;

/// Bytes a piece holds at most; a browser lays out this much well within a frame.
const MOST: usize = 4_000;

/// A block of the article, or a part of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Index into the report's articles.
    pub(super) article: usize,
    pub(super) kind: BlockKind,
    pub(super) span: Span,
    /// Goes on where the piece before it stopped.
    pub(super) is_rest: bool,
    /// Indices into the article's flags: all that reach into the piece.
    pub(super) flags: Vec<u32>,
    /// Those whose last word is in the piece: their number stands here.
    pub(super) ends: Vec<u32>,
}

/// Cuts an article into pieces, in order. Linear in the text and in the flags it bears.
pub(super) fn cut(number: usize, article: &ArticleReport, text: &str) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(article.blocks.len());
    for &(kind, span) in &article.blocks {
        let mut rest = span;
        while !rest.is_empty() {
            let end = end_of_piece(text, rest);
            let is_rest = rest.start() > span.start();
            let span = Span::new(rest.start(), end);
            pieces.push(Piece { article: number, kind, span, is_rest, flags: Vec::new(), ends: Vec::new() });
            rest = Span::new(end, rest.end());
        }
    }
    deal(&mut pieces, &article.flags);
    pieces
}

/// Gives each piece the flags that reach into it.
fn deal(pieces: &mut [Piece], flags: &[Flag]) {
    for (index, flag) in (0..).zip(flags) {
        let first = pieces.partition_point(|it| it.span.end() <= flag.span.start());
        let mut last = None;
        for (at, piece) in pieces.iter_mut().enumerate().skip(first) {
            if !piece.span.overlaps(flag.span) {
                break;
            }
            piece.flags.push(index);
            last = Some(at);
        }
        if let Some(last) = last {
            pieces[last].ends.push(index);
        }
    }
}

/// Returns where to cut `rest`: at its end, or at the last space that is in time.
fn end_of_piece(text: &str, rest: Span) -> usize {
    if rest.len() <= MOST {
        return rest.end();
    }
    let limit = (rest.start()..=rest.start() + MOST).rev().find(|&at| text.is_char_boundary(at));
    let limit = limit.expect("a char is at most four bytes");
    match text[rest.start()..limit].rfind(' ') {
        Some(at) if at > 0 => rest.start() + at + 1,
        _ => limit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::analyse;

    fn pieces(text: &str) -> Vec<Piece> {
        let report = analyse(text);
        (report.articles.iter().enumerate()).flat_map(|(number, it)| cut(number, it, text)).collect()
    }

    #[test]
    fn pieces_tile_a_long_block() {
        let long = format!("Short.\n\n{}", "a word of é and more ".repeat(1_000));
        let pieces = pieces(&long);
        assert!(pieces.len() > 5);
        for pair in pieces.windows(2).filter(|pair| pair[1].is_rest) {
            assert_eq!(pair[0].span.end(), pair[1].span.start());
        }
        assert!(pieces.iter().all(|it| it.span.len() <= MOST));
    }

    #[test]
    fn one_word_without_end_is_cut() {
        assert!(pieces(&"é".repeat(10_000)).len() >= 5);
    }

    #[test]
    fn every_flag_that_touches_a_block_ends_once() {
        let text = "Officials said no.\n\nTwo officials said yes.";
        let report = analyse(text);
        let ends: usize = pieces(text).iter().map(|it| it.ends.len()).sum();
        assert_eq!(ends, report.articles.iter().map(|it| it.flags.len()).sum::<usize>());
    }
}
