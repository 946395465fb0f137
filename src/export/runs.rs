//! The blocks of a text, cut where flags begin and end.

use crate::ling::BlockKind;
use crate::report::{ArticleReport, Flag, FlagId, Segment, segments};
use crate::text::Span;

use super::Sheet;

/// A line of the text and its stretches.
#[derive(Clone, Debug)]
pub struct Block<'t> {
    pub kind: BlockKind,
    pub runs: Vec<Run<'t>>,
}

/// A stretch that bears the same flags throughout.
#[derive(Clone, Debug)]
pub struct Run<'t> {
    pub text: &'t str,
    pub flags: Vec<FlagId>,
    /// Flags whose last stretch this is: here their numbers stand.
    pub ends: Vec<FlagId>,
}

/// Returns the blocks of an article with the flags that are shown. Linear.
pub fn blocks<'t>(sheet: &Sheet<'t>, article: &ArticleReport) -> Vec<Block<'t>> {
    let shown: Vec<&Flag> = article.flags.iter().filter(|it| sheet.is_shown(it)).collect();
    let segments = segments(article.span, shown.iter().copied());
    let mut from = 0;
    let mut blocks = Vec::new();
    for (at, &(kind, span)) in article.blocks.iter().enumerate() {
        while from < segments.len() && segments[from].span.end() <= span.start() {
            from += 1;
        }
        let next = article.blocks.get(at + 1).map_or(usize::MAX, |(_, span)| span.start());
        let of_block = segments[from..].iter().take_while(|it| it.span.start() < span.end());
        let runs = of_block.filter_map(|it| run(sheet, it, span, next, &shown)).collect();
        blocks.push(Block { kind, runs });
    }
    blocks
}

/// The part of a segment that lies in a block; the next block begins at `next`.
fn run<'t>(sheet: &Sheet<'t>, segment: &Segment, block: Span, next: usize, shown: &[&Flag]) -> Option<Run<'t>> {
    let (start, end) = (segment.span.start().max(block.start()), segment.span.end().min(block.end()));
    if start >= end {
        return None;
    }
    let ends_here = |id: &&FlagId| {
        let at = shown.binary_search_by_key(*id, |it| it.id).expect("a segment lists flags it was given");
        let flag = shown[at].span.end();
        flag <= end || end == block.end() && flag <= next
    };
    let ends = segment.flags.iter().filter(ends_here).copied().collect();
    Some(Run { text: sheet.quote(Span::new(start, end)), flags: segment.flags.clone(), ends })
}

/// Cuts the runs of a block where its printed lines end; `lines` are places in the block's own text.
pub fn in_lines<'t>(runs: &[Run<'t>], lines: &[Span]) -> Vec<Vec<Run<'t>>> {
    let mut cut: Vec<Vec<Run<'t>>> = vec![Vec::new(); lines.len()];
    let (mut line, mut start) = (0, 0);
    for run in runs {
        let end = start + run.text.len();
        while let Some(span) = lines.get(line) {
            let (from, to) = (span.start().max(start), span.end().min(end));
            if from < to {
                // The space between two lines is on neither.
                let is_last = run.text[to - start..].trim().is_empty();
                let ends = if is_last { run.ends.clone() } else { Vec::new() };
                cut[line].push(Run { text: &run.text[from - start..to - start], flags: run.flags.clone(), ends });
            }
            if span.end() >= end {
                break;
            }
            line += 1;
        }
        start = end;
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;

    #[test]
    fn lines_hold_the_words_and_each_number_once() {
        with_sheet(HOSTILE, |sheet| {
            for block in blocks(sheet, &sheet.report.articles[0]) {
                let text: String = block.runs.iter().map(|it| it.text).collect();
                let mut at = 0;
                // Every word on a line of its own.
                let lines: Vec<Span> = text
                    .split_inclusive(char::is_whitespace)
                    .map(|word| {
                        at += word.len();
                        Span::new(at - word.len(), at - word.len() + word.trim_end().len())
                    })
                    .filter(|it| !it.is_empty())
                    .collect();
                let cut = in_lines(&block.runs, &lines);
                let said = |runs: &[Run<'_>]| runs.iter().map(|it| it.text).collect::<String>();
                let words: Vec<String> = cut.iter().map(|it| said(it)).collect();
                assert_eq!(words, text.split_whitespace().collect::<Vec<_>>());
                let ends = |runs: &[Run<'_>]| runs.iter().flat_map(|it| it.ends.clone()).collect::<Vec<_>>();
                assert_eq!(ends(&cut.concat()), ends(&block.runs));
            }
        });
    }

    #[test]
    fn the_runs_of_a_block_are_its_text() {
        with_sheet(HOSTILE, |sheet| {
            let article = &sheet.report.articles[0];
            let blocks = blocks(sheet, article);
            assert_eq!(blocks.len(), article.blocks.len());
            for (block, (_, span)) in blocks.iter().zip(&article.blocks) {
                let text: String = block.runs.iter().map(|it| it.text).collect();
                assert_eq!(text, sheet.quote(*span));
            }
        });
    }

    #[test]
    fn every_flag_ends_once() {
        with_sheet(HOSTILE, |sheet| {
            let mut ends: Vec<FlagId> = Vec::new();
            for article in &sheet.report.articles {
                ends.extend(blocks(sheet, article).iter().flat_map(|it| &it.runs).flat_map(|it| &it.ends));
            }
            ends.sort();
            assert!(!ends.is_empty());
            assert_eq!(ends, sheet.shown);
        });
    }
}
