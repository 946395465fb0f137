//! Half-open ranges of bytes.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 byte offsets into [`Document::text`](super::Document::text).
///
/// Bytes, not chars and not UTF-16 units: `&text[span.range()]` is free and
/// correct. Convert at the edges only (see [`CodePoints`](super::CodePoints)).
///
/// Invariant: `start <= end`, and both lie on `char` boundaries of the
/// document the span was made for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// Makes the span `start..end`, in bytes.
    ///
    /// # Panics
    ///
    /// If `end < start`, or past 4 GiB: that is a bug in the caller, never bad input.
    #[track_caller]
    pub fn new(start: usize, end: usize) -> Self {
        assert!(start <= end, "span ends before it starts: {start}..{end}");
        let to_u32 = |at: usize| u32::try_from(at).expect("documents are capped below 4 GiB");
        Self { start: to_u32(start), end: to_u32(end) }
    }

    /// As [`new`](Self::new), of a place inside another span, so that nothing has to be checked.
    pub(super) fn within(self, start: usize, end: usize) -> Self {
        debug_assert!(self.start() <= start && start <= end && end <= self.end(), "{start}..{end} lies in {self:?}");
        Self { start: start as u32, end: end as u32 }
    }

    pub fn start(self) -> usize {
        self.start as usize
    }

    pub fn end(self) -> usize {
        self.end as usize
    }

    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte; touching ends do not count.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether every byte of `other` lies in `self`.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies in `self`.
    pub fn holds(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether `self` overlaps one of these spans, which are in order and apart.
    pub fn overlaps_one(self, spans: &[Self]) -> bool {
        let next = spans.partition_point(|it| it.end <= self.start);
        spans.get(next).is_some_and(|it| it.overlaps(self))
    }

    /// Returns the smallest span that contains both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
