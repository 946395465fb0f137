//! Where one article of a document ends and the next begins.

use std::ops::Range;

use crate::ling::headline;

use super::line::{End, Line};
use crate::text::cut;

/// A shown headline with the original one on the line beneath.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    /// Index into the lines.
    pub(super) shown: usize,
}

/// How many lines may stand between a pair and the prose under it: byline, date, photo, caption, standfirst.
const MAX_HEADER: usize = 7;

/// Finds the places where a headline is followed by a second, similar one.
///
/// Lists hold similar lines too; so a pair stands at the start or right behind
/// an article, and prose follows soon.
pub(super) fn pairs(lines: &[Line<'_>], is_furniture: &[bool]) -> Vec<Pair> {
    let mut found: Vec<Pair> = Vec::new();
    let mut previous = None;
    for at in (0..lines.len()).filter(|at| !is_furniture[*at]) {
        let behind_article = || previous.is_none_or(|it: usize| closes(&lines[it]));
        let overlaps = found.last().is_some_and(|it| at <= it.shown + 1);
        let pair = lines.get(at..at + 2).filter(|it| !overlaps && it.iter().all(is_headline));
        let is_first = found.is_empty();
        if pair.is_some_and(|it| behind_article() && are_alike(&it[0], &it[1], is_first))
            && prose_follows(lines, at + 2)
        {
            found.push(Pair { shown: at });
        }
        previous = Some(at);
    }
    // One pair far down is a list or a teaser; a digest has several, or begins with one.
    let starts_with_one = found.first().is_some_and(|it| !lines[..it.shown].iter().any(Line::is_prose));
    if found.len() < 2 && !starts_with_one {
        found.clear();
    }
    found
}

/// Whether an article may end with this line.
fn closes(line: &Line<'_>) -> bool {
    line.is_prose() || line.text.ends_with([')', ']']) || crate::ling::credit::is_credit(line.text, line.words)
}

fn prose_follows(lines: &[Line<'_>], from: usize) -> bool {
    lines.iter().skip(from).take(MAX_HEADER).any(|it| it.is_prose() && it.words >= 12)
}

fn is_headline(line: &Line<'_>) -> bool {
    line.is_heading() && line.words >= 3 && line.end != End::Stop && line.sentences == 1 && line.text.len() <= 250
}

fn are_alike(shown: &Line<'_>, below: &Line<'_>, is_first: bool) -> bool {
    let (original, tail) = without_tail(&below.text[label(below.text)..]);
    if original == shown.text {
        return false;
    }
    let (common, smaller) = headline::in_common(shown.text, original);
    // *The Velia Beacon*, over its motto on top of a page, is as like as a short headline.
    let is_similar = common * 100 >= smaller * 55 && common >= 2 && (shown.words >= 4 || !is_first);
    let is_signed = tail.is_some() && common >= 1 && common * 100 >= smaller * 30;
    is_similar || is_signed || label(below.text) > 0 && common >= 1
}

/// Where the headline stands in the line beneath a shown one, in bytes.
pub(super) fn original(line: &str) -> Range<usize> {
    let start = label(line);
    start..start + without_tail(&line[start..]).0.len()
}

/// Bytes of the words that call a line the other headline: *Original headline: …*.
fn label(line: &str) -> usize {
    const LABELS: [&str; 3] = ["original headline", "original title", "originally"];
    let label = line.split_once(": ").filter(|it| LABELS.iter().any(|label| label.eq_ignore_ascii_case(it.0)));
    label.map_or(0, |it| line.len() - it.1.len())
}

/// A headline, and what stands behind its first upright bar: *| Ann Lee | VP*.
pub(super) fn without_tail(line: &str) -> (&str, Option<&str>) {
    match cut(line, " | ") {
        Some((headline, tail)) if headline.len() >= 12 => (headline.trim_end(), Some(tail)),
        _ => (line, None),
    }
}
