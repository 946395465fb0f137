//! Overlapping flags into a flat list of stretches.

use crate::text::{Span, sort_by_number};

use super::{Flag, FlagId};

/// A stretch of text that bears the same flags throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub span: Span,
    /// In the order in which they begin.
    pub flags: Vec<FlagId>,
}

/// Cuts `span` at every border of a flag; the segments tile it. Linear.
///
/// `flags` must come sorted by start, as in a report; what lies outside `span` is cut off.
pub fn segments<'f>(span: Span, flags: impl IntoIterator<Item = &'f Flag>) -> Vec<Segment> {
    let flags: Vec<(Span, FlagId)> = flags.into_iter().filter_map(|it| Some((clip(it.span, span)?, it.id))).collect();
    let mut cuts: Vec<usize> = flags.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([span.start(), span.end()]);
    sort_by_number(&mut cuts, |&it| it as u128);
    cuts.dedup();
    let mut coming = flags.iter().peekable();
    let mut open: Vec<(Span, FlagId)> = Vec::new();
    let mut segments = Vec::with_capacity(cuts.len());
    for edge in cuts.windows(2) {
        open.retain(|(span, _)| edge[0] < span.end());
        while let Some(&flag) = coming.next_if(|(span, _)| span.start() == edge[0]) {
            open.push(flag);
        }
        let flags = open.iter().map(|&(_, id)| id).collect();
        segments.push(Segment { span: Span::new(edge[0], edge[1]), flags });
    }
    segments
}

fn clip(flag: Span, to: Span) -> Option<Span> {
    flag.overlaps(to).then(|| Span::new(flag.start().max(to.start()), flag.end().min(to.end())))
}
