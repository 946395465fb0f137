//! An article cut into pieces small enough to draw one by one.

use std::ops::Range;

use crate::ling::BlockKind;
use crate::text::Span;

use super::{ArticleReport, Flag};

/// Bytes a piece holds at most; a browser lays out this much well within a frame.
const MOST: usize = 4_000;

/// The pieces of an article, in order.
#[derive(Debug)]
pub struct Pieces {
    pub list: Vec<Piece>,
    /// Indices into the article's flags: piece after piece, all that reach into it.
    flags: Vec<u32>,
}

/// A block of the article, or a part of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Index into the report's articles.
    pub article: usize,
    pub kind: BlockKind,
    pub span: Span,
    /// Goes on where the piece before it stopped.
    pub is_rest: bool,
    /// Where its flags lie in the list of all.
    flags: Range<u32>,
    /// Where the next piece begins.
    next: u32,
}

impl Pieces {
    /// Indices into the article's flags: all that reach into the piece.
    pub fn flags(&self, piece: &Piece) -> &[u32] {
        &self.flags[piece.flags.start as usize..piece.flags.end as usize]
    }
}

impl Piece {
    /// Whether the last word of a flag that reaches into the piece is in it: its number stands here.
    pub fn ends(&self, flag: &Flag) -> bool {
        flag.span.end() <= self.next as usize
    }
}

/// Cuts an article into pieces, in time that grows as the text and the flags it bears.
pub fn cut(number: usize, article: &ArticleReport, text: &str) -> Pieces {
    let mut pieces = Vec::with_capacity(article.blocks.len());
    for &(kind, span) in &article.blocks {
        let mut rest = span;
        while !rest.is_empty() {
            let end = end_of_piece(text, rest);
            let is_rest = rest.start() > span.start();
            let span = Span::new(rest.start(), end);
            pieces.push(Piece { article: number, kind, span, is_rest, flags: 0..0, next: u32::MAX });
            rest = Span::new(end, rest.end());
        }
    }
    let flags = deal(&mut pieces, &article.flags);
    Pieces { list: pieces, flags }
}

/// Gives each piece the flags that reach into it; returns their indices.
fn deal(pieces: &mut [Piece], flags: &[Flag]) -> Vec<u32> {
    let mut next = u32::MAX;
    for piece in pieces.iter_mut().rev() {
        piece.next = next;
        next = piece.span.start() as u32;
    }
    let mut borne: Vec<Vec<u32>> = vec![Vec::new(); pieces.len()];
    for (index, flag) in (0..).zip(flags) {
        let first = pieces.partition_point(|it| it.span.end() <= flag.span.start());
        let end = pieces.partition_point(|it| it.span.start() < flag.span.end());
        borne[first..end].iter_mut().for_each(|it| it.push(index));
    }
    let mut dealt = Vec::with_capacity(flags.len());
    for (piece, borne) in pieces.iter_mut().zip(borne) {
        let first = dealt.len() as u32;
        dealt.extend(borne);
        piece.flags = first..dealt.len() as u32;
    }
    dealt
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
    use crate::report::{analyse, segments};

    fn pieces(text: &str) -> Vec<Piece> {
        let report = analyse(text);
        (report.articles.iter().enumerate()).flat_map(|(number, it)| cut(number, it, text).list).collect()
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
    fn numbers_rise_as_they_stand_in_the_text() {
        let file = include_str!("../../public/library/digest-01-weekend-clashes.txt");
        let (_, text) = file.split_once("\n\n").expect("its head ends in an empty line");
        let report = analyse(text);
        let article = &report.articles[0];
        let of_headline = |it: &&Flag| article.headline.is_some_and(|headline| it.span == headline);
        assert!(article.flags.iter().filter(of_headline).all(|it| it.id.0 > 2), "its words come before all of it");
        let pieces = cut(0, article, text);
        let mut numbers = Vec::new();
        for piece in &pieces.list {
            let borne = || pieces.flags(piece).iter().map(|&index| &article.flags[index as usize]);
            for segment in segments(piece.span, borne()) {
                let ends = |it: &&Flag| piece.ends(it) && it.span.end().min(piece.span.end()) == segment.span.end();
                numbers.extend(borne().filter(|it| segment.flags.contains(&it.id)).filter(ends).map(|it| it.id.0));
            }
        }
        assert_eq!(numbers, (1..=numbers.len() as u32).collect::<Vec<_>>());
    }

    #[test]
    fn every_flag_that_touches_a_block_ends_once() {
        let text = "Officials said no.\n\nTwo officials said yes.";
        let article = analyse(text).articles.remove(0);
        let pieces = cut(0, &article, text);
        let of = |piece| pieces.flags(piece).iter().map(|&index| &article.flags[index as usize]);
        let ends = pieces.list.iter().map(|it| of(it).filter(|flag| it.ends(flag)).count());
        assert!(article.flags.len() > 1);
        assert_eq!(ends.sum::<usize>(), article.flags.len());
    }
}
