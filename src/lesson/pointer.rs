//! From where a pointer is to the words it picks. Places count in halves of a word: twice its number,
//! and one more for the gap behind it.

/// Returns the first number below `count` for which `is_past` holds, as it does for all behind it.
pub fn first_of(count: u32, is_past: impl Fn(u32) -> bool) -> u32 {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from + (to - from) / 2;
        if is_past(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

/// Returns the first and the last word from one place to another, the other way round where the
/// pointer went back; a gap at an end belongs to none.
pub fn between(from: usize, to: usize) -> Option<(usize, usize)> {
    let (first, last) = (from.min(to).div_ceil(2), from.max(to) / 2);
    (first <= last).then_some(if from <= to { (first, last) } else { (last, first) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From and to, in words; a gap is half a word further.
    #[track_caller]
    fn check(from: f32, to: f32, expected: Option<(usize, usize)>) {
        let place = |it: f32| (it * 2.0) as usize;
        assert_eq!(between(place(from), place(to)), expected, "{from} to {to}");
    }

    #[test]
    fn the_first_of_what_is_past() {
        for first in 0..=9 {
            assert_eq!(first_of(9, |at| at >= first), first);
        }
    }

    #[test]
    fn a_gap_at_an_end_belongs_to_no_word() {
        check(3.0, 5.0, Some((3, 5)));
        check(2.5, 5.5, Some((3, 5)));
        check(5.5, 2.5, Some((5, 3)));
        check(2.5, 3.5, Some((3, 3)));
        check(3.0, 3.5, Some((3, 3)));
        check(3.5, 3.0, Some((3, 3)));
        check(3.5, 3.5, None);
    }
}
