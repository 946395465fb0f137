//! Days, months and years: what they are called, and which weekday a date falls on.

use time::{Date, Month};

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

/// Returns the weekday of a date, 0 for Monday and 6 for Sunday; nothing where the month has no such day.
pub fn weekday(year: i32, month: u8, day: u8) -> Option<u8> {
    let date = Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()?;
    Some(date.weekday().number_days_from_monday())
}

/// Whether the month ever has such a day; February has 29 where the year is not known.
pub fn exists(year: Option<i32>, month: u8, day: u8) -> bool {
    const LEAP_YEAR: i32 = 2000;
    weekday(year.unwrap_or(LEAP_YEAR), month, day).is_some()
}

/// Returns *2020-11-28* as *28 November 2020*; anything else as it is.
pub fn in_words(date: &str) -> String {
    let numbers: Vec<Option<usize>> = date.split('-').map(|it| it.parse().ok()).collect();
    match numbers[..] {
        [Some(year), Some(month @ 1..=12), Some(day @ 1..=31)] => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => date.to_owned(),
    }
}

/// Whether one of the words is a year of the last or of this century.
pub fn has_year(words: &str) -> bool {
    let mut runs = words.split(|it: char| !it.is_ascii_alphanumeric());
    runs.any(|it| it.len() == 4 && it.parse().is_ok_and(|year: u32| (1900..2100).contains(&year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_word_of_its_own() {
        assert!(has_year("Reuters policy post, 2007"));
        assert!(has_year("SemEval-2023 Task 3 guidelines"));
        assert!(!has_year("W3C Credibility Signals, 20193fe8"));
    }

    #[test]
    fn known_weekdays() {
        assert_eq!(weekday(1970, 1, 1), Some(3));
        assert_eq!(weekday(2000, 2, 29), Some(1));
        assert_eq!(weekday(1900, 3, 1), Some(3));
        assert_eq!(weekday(2018, 9, 23), Some(6));
        assert_eq!(weekday(2020, 9, 23), Some(2));
        assert_eq!(weekday(1700, 1, 1), Some(4));
    }

    #[test]
    fn days_that_never_were() {
        assert!(!exists(None, 2, 31));
        assert!(!exists(Some(2021), 2, 29));
        assert!(exists(None, 2, 29));
        assert!(!exists(None, 13, 1));
        assert!(!exists(None, 4, 31));
        assert!(!exists(Some(1900), 2, 29));
        assert!(!exists(Some(i32::MAX), 1, 1));
        assert_eq!(weekday(2021, 2, 31), None);
        assert_eq!(weekday(2021, 1, 0), None);
    }

    #[test]
    fn dates_read_well() {
        assert_eq!(in_words("2020-11-08"), "8 November 2020");
        assert_eq!(in_words("2020-13-08"), "2020-13-08");
        assert_eq!(in_words(""), "");
    }
}
