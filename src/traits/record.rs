//! How often each rule was right, as counted.
//!
//! The counts on our own passages are checked by a test, which measures them anew.

use std::fmt;

use super::TraitId;

/// The measurements of one trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    pub of: TraitId,
    /// On the passages that were written and marked for the project.
    pub own: Count,
}

/// What was counted of a trait elsewhere, as README.md and its page say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Empty where README.md says nothing of it.
    pub readme: &'static str,
    pub page: &'static str,
}

/// Returns what was counted of a trait on other texts than our own passages.
pub fn elsewhere(of: TraitId) -> impl Iterator<Item = Elsewhere> {
    const ROWS: &str = crate::list!("traits/data/elsewhere.txt");
    ROWS.lines().filter_map(move |row| {
        let (readme, page) = row.strip_prefix(of.0)?.strip_prefix(" | ")?.split_once("| ")?;
        Some(Elsewhere { readme: readme.trim(), page })
    })
}

/// Of `flagged` flags `right` were right; they found `found` of the `marked` places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub right: u32,
    pub flagged: u32,
    pub found: u32,
    pub marked: u32,
}

/// The passages, marked by hand before the rules were run on them.
const OWN_SET: &str = "invented passages that we marked by hand";
/// When they were counted.
const OWN_COUNTED: &str = "22 November 2026";

/// The 95% interval of *right of so many* in percent, after Wilson (1927).
fn interval(right: u32, of: u32) -> Option<(u32, u32)> {
    /// 95% of a normal distribution lies within so many deviations.
    const Z2: f64 = 1.96 * 1.96;
    if of == 0 || right > of {
        return None;
    }
    let (n, p) = (f64::from(of), f64::from(right) / f64::from(of));
    let centre = p + Z2 / (2.0 * n);
    let reach = (Z2 * (p * (1.0 - p) / n + Z2 / (4.0 * n * n))).sqrt();
    let percent = |it: f64| (100.0 * it / (1.0 + Z2 / n)).round().clamp(0.0, 100.0) as u32;
    Some((percent(centre - reach), percent(centre + reach)))
}

/// *34 of 40 right; 95% interval 71–93%*.
impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match interval(self.right, self.flagged) {
            None => write!(f, "nothing flagged"),
            Some((low, high)) => {
                write!(f, "{} of {} right; 95% interval {low}–{high}%", self.right, self.flagged)
            }
        }
    }
}

impl Count {
    /// *34 of 40 right (71–93%)*: what [`Record::key`] tells how to read.
    pub fn short(self) -> String {
        match interval(self.right, self.flagged) {
            None => "nothing flagged".to_owned(),
            Some((low, high)) => format!("{} of {} right ({low}–{high}%)", self.right, self.flagged),
        }
    }
}

impl Record {
    /// What stands above a list of [`Count::short`].
    pub fn key() -> String {
        format!(
            "Beside each rule: how many of its flags were right on {OWN_SET}, {OWN_COUNTED}. They are our own, and some \
             mistakes seen on them were mended, so real news may do worse: each rule's page has what was counted elsewhere. \
             In brackets the 95% interval: it is wide where there was little to count."
        )
    }
}

/// What a reader is told, a sentence for each set.
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { found, marked, .. } = self.own;
        write!(f, "{}. It found {found} of {marked} places. Counted on {OWN_SET}, {OWN_COUNTED}.", self.own)?;
        elsewhere(self.of).try_for_each(|it| write!(f, " {}", it.page))
    }
}

/// Returns the record of the trait with this id; `None` where nothing was counted.
pub fn record(of: TraitId) -> Option<Record> {
    let (_, own) = TABLE.iter().find(|it| it.0 == of.0)?;
    let own = Count { right: own[0], flagged: own[1], found: own[2], marked: own[3] };
    Some(Record { of, own })
}

/// Trait; right, flagged, found, marked on our own passages: written by the test that measures them
/// (`UPDATE_RECORD=1 cargo test record`).
const TABLE: &[(&str, [u32; 4])] = include!("data/record.in");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson() {
        let it = Count { right: 34, flagged: 40, found: 0, marked: 0 };
        assert_eq!(it.to_string(), "34 of 40 right; 95% interval 71–93%");
        assert_eq!(it.short(), "34 of 40 right (71–93%)");
        assert_eq!(Count { right: 3, flagged: 3, ..it }.short(), "3 of 3 right (44–100%)");
        assert_eq!(interval(0, 0), None);
        // Against the figures of published tables.
        assert_eq!(interval(0, 10), Some((0, 28)));
        assert_eq!(interval(10, 10), Some((72, 100)));
        assert_eq!(interval(50, 100), Some((40, 60)));
    }
}
