//! Days, months and years: what they are called, and which weekday a date falls on.

/// From January on.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// In the order of [`weekday`].
pub const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Days from 1 January 1970 to a date of the Gregorian calendar; may be negative.
///
/// After Howard Hinnant's `days_from_civil`: years begin in March, so that the
/// leap day comes last.
fn days_from_epoch(year: i32, month: u8, day: u8) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((i64::from(month) + 9) % 12) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// Returns the weekday of a date: 0 is Monday, 6 is Sunday.
pub fn weekday(year: i32, month: u8, day: u8) -> u8 {
    // 1 January 1970 was a Thursday.
    u8::try_from((days_from_epoch(year, month, day) + 3).rem_euclid(7)).expect("a remainder of 7 is below 7")
}

/// Whether the month ever has such a day; February has 29 where the year is not known.
pub fn exists(year: Option<i32>, month: u8, day: u8) -> bool {
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_some_and(|it| !is_leap(it)) => 28,
        2 => 29,
        1..=12 => 31,
        _ => 0,
    };
    1 <= day && day <= days
}

/// Returns *2020-11-28* as *28 November 2020*; anything else as it is.
pub fn in_words(date: &str) -> String {
    let numbers: Vec<Option<usize>> = date.split('-').map(|it| it.parse().ok()).collect();
    match numbers[..] {
        [Some(year), Some(month @ 1..=12), Some(day @ 1..=31)] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => date.to_owned(),
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_weekdays() {
        assert_eq!(weekday(1970, 1, 1), 3);
        assert_eq!(weekday(2000, 2, 29), 1);
        assert_eq!(weekday(1900, 3, 1), 3);
        assert_eq!(weekday(2018, 9, 23), 6);
        assert_eq!(weekday(2020, 9, 23), 2);
        assert_eq!(weekday(1600, 1, 1), 5);
    }

    #[test]
    fn weekdays_follow_each_other() {
        let mut expected = weekday(1999, 12, 31);
        for year in 2000..2009 {
            for month in 1..=12 {
                for day in (1..=31).filter(|&day| exists(Some(year), month, day)) {
                    expected = (expected + 1) % 7;
                    assert_eq!(weekday(year, month, day), expected, "{year}-{month}-{day}");
                }
            }
        }
    }

    #[test]
    fn days_that_never_were() {
        assert!(!exists(None, 2, 31));
        assert!(!exists(Some(2021), 2, 29));
        assert!(exists(None, 2, 29));
        assert!(!exists(None, 13, 1));
        assert!(!exists(None, 4, 31));
    }

    #[test]
    fn dates_read_well() {
        assert_eq!(in_words("2020-11-08"), "8 November 2020");
        assert_eq!(in_words("2020-13-08"), "2020-13-08");
        assert_eq!(in_words(""), "");
    }
}
