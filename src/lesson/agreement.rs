//! How far people who mark the same text agree.

use std::ops::Range;

/// Gathers what Krippendorff's alpha for nominal data is computed from, unit by unit.
///
/// K. Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011, section D.
#[derive(Clone, Debug, Default)]
pub struct Alpha {
    /// How often each value was given, in units with two values at least.
    totals: Vec<f64>,
    /// Pairs that disagree, each unit's divided by its values less one.
    observed: f64,
}

impl Alpha {
    /// Adds a unit: how many people gave it each value. A unit with one value or none cannot be paired.
    pub fn add(&mut self, counts: &[u32]) {
        let values: u32 = counts.iter().sum();
        if values < 2 {
            return;
        }
        if self.totals.len() < counts.len() {
            self.totals.resize(counts.len(), 0.0);
        }
        let all = f64::from(values);
        let same: f64 = counts.iter().map(|&it| f64::from(it) * f64::from(it)).sum();
        self.observed += (all * all - same) / (all - 1.0);
        for (total, &count) in self.totals.iter_mut().zip(counts) {
            *total += f64::from(count);
        }
    }

    /// One is perfect agreement, zero what chance would give; `None` where nothing varies.
    pub fn value(&self) -> Option<f64> {
        let all: f64 = self.totals.iter().sum();
        let same: f64 = self.totals.iter().map(|it| it * it).sum();
        let expected = (all * all - same) / (all - 1.0);
        (all > 1.0 && expected > 0.0).then(|| 1.0 - self.observed / expected)
    }
}

/// Returns how many pairs of people agree, out of all pairs over all units.
///
/// `marked` counts, for each unit, those of `people` who marked it.
pub fn percent(marked: impl Iterator<Item = u32>, people: u32) -> Option<f64> {
    let pairs = |of: f64| of * (of - 1.0) / 2.0;
    let (mut agree, mut units) = (0.0, 0.0);
    for marked in marked {
        let marked = f64::from(marked);
        agree += pairs(marked) + pairs(f64::from(people) - marked);
        units += 1.0;
    }
    let all = units * pairs(f64::from(people));
    (all > 0.0).then(|| agree / all)
}

/// Returns the F1 of two sets of words, each a list of ranges: partial overlap earns partial credit.
///
/// `None` where both are empty, so that there is nothing to compare.
pub fn overlap_f1(mine: &[Range<usize>], theirs: &[Range<usize>]) -> Option<f64> {
    let (mine, theirs) = (merged(mine), merged(theirs));
    let count = |ranges: &[Range<usize>]| ranges.iter().map(Range::len).sum::<usize>() as f64;
    let (mut both, mut at) = (0, 0);
    for range in &mine {
        while theirs.get(at).is_some_and(|it| it.end <= range.start) {
            at += 1;
        }
        for other in theirs[at..].iter().take_while(|it| it.start < range.end) {
            both += range.end.min(other.end) - range.start.max(other.start);
        }
    }
    let all = count(&mine) + count(&theirs);
    (all > 0.0).then(|| 2.0 * both as f64 / all)
}

/// Sorts ranges and joins those that overlap or touch; empty ones go.
pub(super) fn merged(ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sorted: Vec<(usize, usize)> = ranges.iter().map(|it| (it.start, it.end)).filter(|it| it.0 < it.1).collect();
    sorted.sort_unstable();
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(sorted.len());
    for (start, end) in sorted {
        match merged.last_mut().filter(|it| start <= it.end) {
            Some(last) => last.end = last.end.max(end),
            None => merged.push(start..end),
        }
    }
    merged
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "a list of marks may hold one mark")]
mod tests {
    use super::*;

    /// Rows of raters, columns of units; a full stop is a missing value.
    fn alpha(raters: &[&str]) -> f64 {
        let mut alpha = Alpha::default();
        for unit in 0..raters[0].len() {
            let mut counts = [0; 26];
            for value in raters.iter().map(|it| it.as_bytes()[unit]).filter(|&it| it != b'.') {
                counts[usize::from(value.wrapping_sub(b'a') % 26)] += 1;
            }
            alpha.add(&counts);
        }
        alpha.value().expect("the values vary")
    }

    #[track_caller]
    fn near(found: f64, published: f64) {
        assert!((found - published).abs() < 0.0005, "{found} is not {published}");
    }

    /// Krippendorff 2011, section A: two observers, binary data, ten units: .095.
    #[test]
    fn two_observers_binary() {
        near(alpha(&["abaaaaaaba", "bbbaabaaaa"]), 0.095);
    }

    /// Krippendorff 2011, section B: two observers, nominal data, twelve units: .692.
    #[test]
    fn two_observers_nominal() {
        near(alpha(&["aabbdcccedda", "babbbccceddd"]), 0.692);
    }

    /// Krippendorff 2011, section C: four observers, twelve units, values missing: .743.
    #[test]
    fn four_observers_with_gaps() {
        near(alpha(&["abccbadab...", "abccbbdabe.c", ".cccbcdbbea.", "abccbddabea."]), 0.743);
    }

    /// Three coders, fifteen units, the example of the article "Krippendorff's alpha" in Wikipedia: .691.
    #[test]
    fn three_coders_with_gaps() {
        near(alpha(&[".....cdabaacc.c", "a.baccdc.......", "..bacdd.baacc.d"]), 0.691);
    }

    #[test]
    fn nothing_varies_so_there_is_no_alpha() {
        let mut same = Alpha::default();
        same.add(&[3, 0]);
        assert_eq!(same.value(), None);
        assert_eq!(Alpha::default().value(), None);
    }

    /// Three people, four units marked by 0, 1, 3 and 2: pairs that agree are 3, 1, 3 and 1 of 3 each.
    #[test]
    fn percent_counted_by_hand() {
        assert_eq!(percent([0, 1, 3, 2].into_iter(), 3), Some(8.0 / 12.0));
        assert_eq!(percent([0, 1].into_iter(), 1), None);
        assert_eq!(percent([].into_iter(), 5), None);
    }

    #[test]
    fn credit_for_overlap_counted_by_hand() {
        // Two of three words shared: 2·2 / (3 + 3).
        assert_eq!(overlap_f1(&[0..3], &[1..4]), Some(4.0 / 6.0));
        // One word inside a mark of four: 2·1 / (1 + 4).
        assert_eq!(overlap_f1(&[6..7], &[5..9]), Some(2.0 / 5.0));
        // Marks that overlap each other count their words once: 2·4 / (4 + 5).
        assert_eq!(overlap_f1(&[0..3, 2..4], &[0..5]), Some(8.0 / 9.0));
        // Two pieces against one: 2·4 / (4 + 6).
        assert_eq!(overlap_f1(&[0..2, 4..6], &[0..6]), Some(8.0 / 10.0));
        assert_eq!(overlap_f1(&[0..2], &[2..4]), Some(0.0));
        assert_eq!(overlap_f1(&[0..2], &[]), Some(0.0));
        assert_eq!(overlap_f1(&[], &[]), None);
    }
}
