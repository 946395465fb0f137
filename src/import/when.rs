//! Calendar dates in the text and the attributes of a page.

use crate::ling;

const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Returns the first date in `text`, as `2020-11-28`.
///
/// Reads *2020-11-28*, *2020/11/28*, *28 November 2020*, *Nov. 28th, 2020*.
pub(super) fn find(text: &str) -> Option<String> {
    let parts = parts(text);
    (0..parts.len()).find_map(|at| iso(&parts[at..]).or_else(|| worded(&parts[at..])))
}

/// Returns the date in an address such as `…/2020/11/28/bridge`.
pub(super) fn in_address(address: &str) -> Option<String> {
    let parts: Vec<&str> = address.split('/').collect();
    parts.windows(3).find_map(|it| day(it[0].parse().ok()?, it[1].parse().ok()?, it[2].parse().ok()?))
}

/// Longest text that is searched, in parts: a date stands near the top.
const MAX_PARTS: usize = 1_500;

/// The runs of digits and of letters.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut was = 0_u8;
    for (at, char) in text.char_indices().chain([(text.len(), ' ')]) {
        let kind = if char.is_ascii_digit() { 1 } else { 2 * u8::from(char.is_alphabetic()) };
        if kind != was {
            if was != 0 {
                parts.push(&text[start..at]);
            }
            if parts.len() >= MAX_PARTS {
                break;
            }
            (start, was) = (at, kind);
        }
    }
    parts
}

fn iso(parts: &[&str]) -> Option<String> {
    let year = parts.first().filter(|it| it.bytes().all(|it| it.is_ascii_digit()))?;
    if year.len() == 8 {
        return day(year[..4].parse().ok()?, year[4..6].parse().ok()?, year[6..].parse().ok()?);
    }
    let [_, month, date, ..] = parts else { return None };
    if year.len() != 4 || month.len() > 2 || date.len() > 2 {
        return None;
    }
    day(year.parse().ok()?, month.parse().ok()?, date.parse().ok()?)
}

fn worded(parts: &[&str]) -> Option<String> {
    let without_th: Vec<&str> =
        parts.iter().take(6).copied().filter(|it| !["st", "nd", "rd", "th", "de", "of"].contains(it)).collect();
    let [first, second, year, ..] = without_th[..] else { return None };
    let year = year.parse().ok().filter(|_| year.len() == 4)?;
    match (month(first), month(second)) {
        (Some(month), _) => day(year, month, second.parse().ok()?),
        (_, Some(month)) => day(year, month, first.parse().ok()?),
        _ => None,
    }
}

fn month(word: &str) -> Option<u8> {
    const WHOLE: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let short = MONTHS.iter().position(|it| *it == word || word == "sept" && *it == "sep");
    short.or_else(|| WHOLE.iter().position(|it| *it == word)).map(|at| at as u8 + 1)
}

fn day(year: i32, month: u8, date: u8) -> Option<String> {
    let is_date = (1980..2100).contains(&year) && ling::exists(Some(year), month, date);
    is_date.then(|| format!("{year:04}-{month:02}-{date:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_pages_use() {
        for text in [
            "2020-11-28T09:43:00Z",
            "9:43 am EST, Saturday, November 28, 2020",
            "28 November 2020",
            "Nov. 28th, 2020",
            "Posted 2020/11/28",
            "28th of November, 2020",
            "20201128",
        ] {
            assert_eq!(find(text).as_deref(), Some("2020-11-28"), "{text}");
        }
    }

    #[test]
    fn what_is_no_date() {
        for text in ["", "10 2020 November", "1,200 people in 2020", "May 2020", "99/99/2020", "2024-02-31", "20240631"]
        {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn dates_in_addresses() {
        assert_eq!(in_address("https://x.example/news/2019/11/19/a-b").as_deref(), Some("2019-11-19"));
        assert_eq!(in_address("https://x.example/1/2/3"), None);
    }
}
