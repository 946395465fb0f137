//! Lines that say when a text was published.

use super::key_index::WordSet;
use super::word::{is_one_of, key};
use crate::text::{cut, places};

/// What a line says of the date of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Published {
    /// As `2020-11-28`; `None` where the year is left out or the order of day and month is open.
    pub(super) iso: Option<String>,
}

/// The names of the months and what is short for them: the place of each tells which it is.
static MONTHS: WordSet = WordSet::new(
    "january february march april may june july august september october november december jan feb mar apr may jun jul \
    aug sep oct nov dec jan feb mar apr may jun jul aug sept",
);
const WEEKDAYS: &str = "monday tuesday wednesday thursday friday saturday sunday";

/// Words that may stand beside a date in such a line.
static BESIDE: WordSet = WordSet::new(
    "published publication updated update posted modified last first created date dated on at am pm a p m est edt et \
    cst cdt ct mst mdt mt pst pdt pt live gmt utc utcupdated uk bst cet cest ist msk the of min read mins minutes \
    minute ago hours h hrs time local wib sgt aest eat wat t z mon tue tues wed thu thur thurs fri sat sun syndicated \
    content print article release filed issued online monday tuesday wednesday thursday friday saturday sunday",
);

/// Words without a capital in the names of outlets and places.
const IN_NAMES: &str = "a and at d da de del di do e et for in la le of on the";

/// The longest line that is read: dates are short.
const MAX_LEN: usize = 140;

/// Whether a line may hold a date and little else.
pub(super) fn may_hold(line: &str) -> bool {
    // Without branches, as the compiler needs it to look at many bytes at once.
    line.len() <= MAX_LEN && line.bytes().fold(false, |any, it| any | it.is_ascii_digit())
}

/// Reads a line that holds a date and little else.
pub(super) fn read(line: &str) -> Option<Published> {
    if !may_hold(line) {
        return None;
    }
    let is_strange = |it: &str| !is_beside(it) && month(it).is_none();
    // Most lines are prose, and end here at their first word.
    if parts(line).next().is_none_or(is_strange) {
        return None;
    }
    // *Posted on November 3, 2025 by Ann Lee*
    let line = cut(line, " by ").map_or(line, |(date, _)| date);
    // *… 07:32 am IST - VELIA*
    let is_place = |it: &str| it.len() > 3 && it.bytes().all(|it| it.is_ascii_uppercase());
    let dash = places(line, " - ").last().filter(|at| is_place(&line[at + 3..]));
    let line = &line[..dash.unwrap_or(line.len())];
    let line = before_outlet(line).map_or(line, |(date, _)| date);
    let line = line.strip_suffix(" to read").unwrap_or(line);
    let parts: Vec<_> = parts(line).collect();
    if parts.iter().any(|it| is_strange(it)) {
        return None;
    }
    find(&parts).map(|iso| Published { iso }).or_else(|| short_year(line))
}

/// Whether a line tells a day in the way that dates of publication are read.
pub fn is_date(line: &str) -> bool {
    read(line).is_some_and(|it| it.iso.is_some())
}

/// *Posted 9 hours ago*: nothing but how long since.
pub(super) fn is_ago(line: &str) -> bool {
    line.len() <= MAX_LEN && line.ends_with(" ago") && parts(line).all(is_beside)
}

/// Whether a word is the name of a month, or short for it.
pub(super) fn is_month(word: &str) -> bool {
    month(word.trim_end_matches('.')).is_some()
}

/// *Friday 8 May 2026, The Meridian*: the date, and the name.
pub(super) fn before_outlet(line: &str) -> Option<(&str, &str)> {
    let at = places(line, ", The ").last()?;
    let name = &line[at + 2..];
    let is_name = name.split(' ').count() <= 5 && name.split(' ').all(|it| it.starts_with(char::is_uppercase));
    (is_name && !name.ends_with('.')).then_some((&line[..at], name))
}

/// Reads a date behind a name: *Velia Post, Friday 8 May 2026*.
pub(super) fn behind_name(line: &str) -> Option<(&str, Published)> {
    if !may_hold(line) {
        return None;
    }
    // The first bytes of the marks.
    let starts = line.bytes().enumerate().filter(|(_, it)| matches!(it, b',' | b'|' | b'-' | 0xc2 | 0xe2));
    let chars = starts.filter_map(|(at, _)| Some((at, line[at..].chars().next()?)));
    let is_mark = |at: usize, it: char| it != '-' || line[..at].ends_with(' ');
    let mut cuts =
        chars.filter(|&(at, it)| matches!(it, ',' | '|' | '-' | '·' | '•' | '—' | '–') && is_mark(at, it)).take(3);
    cuts.find_map(|(at, mark)| {
        let name = line[..at].trim();
        // *The Meridian 11:42, 6 May 2026*
        let name = name.rsplit_once(' ').filter(|(_, time)| is_time(time)).map_or(name, |it| it.0);
        // Most lines with a mark are prose, and end here.
        let is_name = name.starts_with(char::is_uppercase)
            && name.split_whitespace().count() <= 6
            && !name.starts_with("By ")
            && name.chars().all(|it| !it.is_ascii_digit())
            && name.split_whitespace().all(|it| !it.starts_with(char::is_lowercase) || is_one_of(it, IN_NAMES))
            && (name.starts_with("The ") || !parts(name).any(|it| month(it).is_some() || is_one_of(it, WEEKDAYS)));
        is_name.then(|| read(&line[at + mark.len_utf8()..])).flatten().map(|found| (name, found))
    })
}

fn is_time(word: &str) -> bool {
    word.contains(':') && word.bytes().all(|it| it.is_ascii_digit() || it == b':')
}

/// Returns the first full date that stands anywhere in a short text, as `2020-11-28`.
pub(super) fn date_in(text: &str) -> Option<String> {
    let text = text.get(..MAX_LEN).unwrap_or(text);
    if text.len() > MAX_LEN {
        return None;
    }
    find(&parts(text).collect::<Vec<_>>()).flatten().or_else(|| short_year(text)?.iso)
}

/// *11/13/25*: the day only where the order is plain.
fn short_year(text: &str) -> Option<Published> {
    let date = text.split_whitespace().find(|it| it.matches('/').count() == 2)?;
    let mut parts = date.split('/');
    let (a, b, y) = (small(parts.next()?, 31)?, small(parts.next()?, 31)?, small(parts.next()?, 99)?);
    let iso = match (a > 12, b > 12) {
        (true, false) => iso(2000 + y, b, a),
        (false, true) => iso(2000 + y, a, b),
        _ => None,
    };
    Some(Published { iso })
}

fn is_beside(part: &str) -> bool {
    part.bytes().all(|it| it.is_ascii_digit()) || BESIDE.has(key(part))
}

/// Runs of letters or digits; a capital behind a small letter begins a new one (*ContentOct*).
fn parts(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    let all = std::iter::from_fn(move || {
        let from = rest.find(char::is_alphanumeric)?;
        let mut before = None;
        let joins = |before: char, char: char| {
            before.is_alphabetic() && char.is_alphabetic() && !(before.is_lowercase() && char.is_uppercase())
                || before.is_ascii_digit() && char.is_ascii_digit()
        };
        let ends = |char: char| before.replace(char).is_some_and(|before| !joins(before, char));
        let part = &rest[from..];
        let mut len = part.find(ends).unwrap_or(part.len());
        // *November 28, 20209:43*: a year run into a time.
        if matches!(len, 5 | 6) && part[len..].starts_with(':') && part.get(..4).and_then(year).is_some() {
            len = 4;
        }
        rest = &part[len..];
        Some(&part[..len])
    });
    // *21st*, *3rd*
    all.filter(|it| it.len() != 2 || !is_one_of(it, "st nd rd th"))
}

/// The first date among the parts; `None` inside where it is not complete.
fn find(parts: &[&str]) -> Option<Option<String>> {
    for at in 0..parts.len() {
        let get = |ahead: usize| parts.get(at + ahead).copied();
        let (year, month_number) =
            (|it: Option<&str>| it.and_then(year), |it: Option<&str>| it.and_then(|it| small(it, 12)));
        // 2020-11-28
        if let (Some(y), Some(m), Some(d)) = (year(get(0)), month_number(get(1)), get(2).and_then(|it| small(it, 31))) {
            return Some(iso(y, m, d));
        }
        let name = get(0).and_then(month);
        if let (Some(m), Some(d)) = (name, get(1).and_then(|it| small(it, 31))) {
            return Some(year(get(2)).and_then(|y| iso(y, m, d)));
        }
        if let (Some(d), Some(m)) = (get(0).and_then(|it| small(it, 31)), get(1).and_then(month)) {
            return Some(year(get(2)).and_then(|y| iso(y, m, d)));
        }
        // 28/11/2020: only where the order is plain.
        if let (Some(a), Some(b), Some(y)) =
            (get(0).and_then(|it| small(it, 31)), get(1).and_then(|it| small(it, 31)), year(get(2)))
        {
            let date = match (a > 12, b > 12) {
                (true, false) => iso(y, b, a),
                (false, true) => iso(y, a, b),
                _ if a == b => iso(y, a, b),
                _ => None,
            };
            return Some(date);
        }
    }
    None
}

fn month(part: &str) -> Option<u32> {
    // The shortest has three letters, the longest nine.
    let at = MONTHS.get(key(part)).filter(|_| (3..=9).contains(&part.len()))?;
    Some(at as u32 % 12 + 1)
}

fn small(part: &str, most: u32) -> Option<u32> {
    part.parse().ok().filter(|it| part.len() <= 2 && (1..=most).contains(it))
}

fn year(part: &str) -> Option<u32> {
    part.parse().ok().filter(|it| part.len() == 4 && (1800..=2199).contains(it))
}

/// `None` for a day the month has not.
fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (day <= days).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn iso_of(line: &str) -> Option<String> {
        read(line).and_then(|it| it.iso)
    }

    #[test]
    fn common_forms() {
        for line in [
            "9:43 am EST, Saturday, November 28, 2020",
            "28 November 2020",
            "Published: Nov. 28th, 2020 | Updated 10:15 GMT",
            "2020-11-28T09:43:00Z",
            "28/11/2020",
            "Syndicated ContentNov 28, 2020 6:18 AM",
            "November 28, 20209:43 AM UTCUpdated 4 hours ago",
            "Published: 11:04 GMT, 28 November 2020 | Updated: 12:31 GMT, 29 November 2020",
            "Posted on November 28, 2020 by admin",
            "Saturday 28 November 2020 14:20, UK",
            "Updated - November 28, 2020 07:32 am IST - VELIA",
            "Nov. 28, 2020 | Updated Nov. 29, 2020, 8:05 p.m. CT",
            "Updated 11/28/20 9:15 AM EST",
            "11/28/20 | by Ann Lee | VBC News",
            "28 Nov, 2020 04:00 PM4 mins to read",
            "Saturday November 28 2020, The Meridian",
        ] {
            assert_eq!(iso_of(line).as_deref(), Some("2020-11-28"), "{line}");
        }
    }

    #[test]
    fn behind_the_name_of_an_outlet() {
        let read = |line| behind_name(line).and_then(|(name, it)| Some((name, it.iso?)));
        assert_eq!(read("Velia Post, Friday 8 May 2026"), Some(("Velia Post", "2026-05-08".to_owned())));
        assert_eq!(read("Velia Post - 8 May 2026"), Some(("Velia Post", "2026-05-08".to_owned())));
        assert_eq!(read("Velia Post 11:42, 8 May 2026"), Some(("Velia Post", "2026-05-08".to_owned())));
        assert_eq!(read("Friday, 8 May 2026"), None);
        assert_eq!(read("By Ann Lee | Velia Post | 8 May 2026"), None);
        assert_eq!(read("In Velia, the ferry stopped on 8 May 2026."), None);
        assert_eq!(read("Velia play the holders, Marlow, on 8 May 2026."), None);
    }

    #[test]
    fn open_order_of_day_and_month() {
        assert_eq!(read("1/2/2021"), Some(Published { iso: None }));
        assert_eq!(read("Updated 1/2/21"), Some(Published { iso: None }));
    }

    #[test]
    fn a_year_of_two_figures() {
        assert_eq!(date_in("By Ann Lee - 11/13/25 1:02 PM ET").as_deref(), Some("2025-11-13"));
        assert_eq!(date_in("By Ann Lee - 11/12/25 1:02 PM ET"), None);
    }

    #[test]
    fn a_day_that_never_was() {
        assert_eq!(iso_of("31 February 2021"), None);
    }

    #[test]
    fn a_letter_of_two_bytes_before_a_colon() {
        assert_eq!(read("Café: 5"), None);
    }

    #[test]
    fn a_sentence_with_a_date() {
        assert_eq!(read("The bridge fell on 28 November 2020."), None);
        assert_eq!(read("Since 2003"), None);
        assert_eq!(read("May 8, The ferry came."), None);
        assert_eq!(read("May"), None);
    }
}
