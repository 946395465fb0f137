//! Overlapping flags into a flat list of stretches.

use crate::text::{Span, sort_by_number};

use super::{Flag, FlagId};

/// A stretch of text that bears the same flags throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    pub span: Span,
    /// In the order in which they are given.
    pub flags: Vec<FlagId>,
}

/// Cuts `span` at every border of a flag; the segments tile it. What lies outside `span` is cut off.
pub fn segments<'f>(span: Span, flags: impl IntoIterator<Item = &'f Flag>) -> Vec<Segment> {
    let flags: Vec<(Span, FlagId)> = flags.into_iter().filter_map(|it| Some((clip(it.span, span)?, it.id))).collect();
    let mut cuts: Vec<usize> = flags.iter().flat_map(|(span, _)| [span.start(), span.end()]).collect();
    cuts.extend([span.start(), span.end()]);
    sort_by_number(&mut cuts, |&it| it as u128);
    cuts.dedup();
    let segment = |edge: &[usize]| Segment { span: Span::new(edge[0], edge[1]), flags: Vec::new() };
    let mut segments: Vec<Segment> = cuts.windows(2).map(segment).collect();
    for (flag, id) in flags {
        let [first, end] = [flag.start(), flag.end()].map(|at| segments.partition_point(|it| it.span.start() < at));
        segments[first..end].iter_mut().for_each(|it| it.flags.push(id));
    }
    segments
}

fn clip(flag: Span, to: Span) -> Option<Span> {
    flag.overlaps(to).then(|| Span::new(flag.start().max(to.start()), flag.end().min(to.end())))
}
