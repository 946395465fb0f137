//! Dates as far as they are given.

use crate::text::Span;

use super::article::BlockKind;
use super::calendar;
use super::fact_word::Role;
use super::number::Tokens;
use super::word::Shape;

/// A date, or as much of one as the text gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub span: Span,
    /// 0 is Monday, 6 is Sunday.
    pub weekday: Option<u8>,
    pub day: Option<u8>,
    pub month: Option<u8>,
    pub year: Option<i32>,
    /// Index into the document's sentences.
    pub sentence: usize,
    /// What it stands in.
    pub block: BlockKind,
}

impl Date {
    /// Returns `2020-11-28`, where day, month and year are given and the day exists.
    pub fn iso(&self) -> Option<String> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        calendar::exists(Some(year), month, day).then(|| format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Whether nothing that both give differs.
    pub fn may_equal(&self, other: &Self) -> bool {
        fn agree<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.zip(b).is_none_or(|(a, b)| a == b)
        }
        let weekdays = (self.known_weekday(), other.known_weekday());
        agree(weekdays.0, weekdays.1)
            && agree(self.day, other.day)
            && agree(self.month, other.month)
            && agree(self.year, other.year)
    }

    /// Whether both give one same part, so that they can be told to be one day.
    pub fn shares_a_part(&self, other: &Self) -> bool {
        fn same<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            a.is_some() && a == b
        }
        let is_same_day = same(self.day, other.day) && same(self.month, other.month);
        let is_same_month = same(self.month, other.month) && (self.day.is_none() || other.day.is_none());
        is_same_day || is_same_month || same(self.known_weekday(), other.known_weekday())
    }

    /// The weekday as given, or as it follows from the rest.
    fn known_weekday(&self) -> Option<u8> {
        self.weekday.or_else(|| {
            let (year, month, day) = (self.year?, self.month?, self.day?);
            calendar::weekday(year, month, day)
        })
    }

    /// Whether the weekday given is that of the date in this year.
    pub fn holds_in(&self, year: i32) -> bool {
        let (Some(weekday), Some(month), Some(day)) = (self.weekday, self.month, self.day) else { return true };
        calendar::weekday(year, month, day) == Some(weekday)
    }
}

/// Reads the date that begins at the token `at`; returns it and the index behind it.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(Date, usize)> {
    let all = tokens.document.tokens();
    let mut parser = Parser { tokens, at, date: empty(all.get(at)?.span) };
    let found = parser.numeric() || parser.in_words() || parser.year_alone();
    let Parser { at: end, mut date, .. } = parser;
    if !found || end == at {
        return None;
    }
    date.span = all[at].span.to(all[end - 1].span);
    Some((date, end))
}

fn empty(span: Span) -> Date {
    Date { span, weekday: None, day: None, month: None, year: None, sentence: 0, block: BlockKind::Paragraph }
}

struct Parser<'t, 'r> {
    tokens: &'t Tokens<'r>,
    at: usize,
    date: Date,
}

impl Parser<'_, '_> {
    /// *2020-11-28*, *28.11.2020*, *28/11/2020*: where it is plain which is the month.
    fn numeric(&mut self) -> bool {
        let token = self.tokens.text(self.at);
        if token.len() == 10 && token.as_bytes()[4] == b'-' {
            let mut parts = token.split('-').map(str::parse::<i32>);
            let (Some(Ok(year)), Some(Ok(month)), Some(Ok(day)), None) =
                (parts.next(), parts.next(), parts.next(), parts.next())
            else {
                return false;
            };
            return self.take(year, month, day, 1);
        }
        let slash = |at| self.tokens.text(at) == "/" && !self.tokens.document.tokens()[at].spaced;
        if token.len() > 2 || !(slash(self.at + 1) && slash(self.at + 3)) {
            return false;
        }
        let part = |at| self.tokens.text(at).parse::<i32>().ok();
        let (Some(a), Some(b), Some(year)) = (part(self.at), part(self.at + 2), part(self.at + 4)) else {
            return false;
        };
        match (a, b) {
            (13.., 1..=12) => self.take(year, b, a, 5),
            (1..=12, 13..) => self.take(year, a, b, 5),
            // 5/5/2020 is the same either way; of 1/2/2021 only the year is plain.
            (1..=12, _) if a == b => self.take(year, a, b, 5),
            (1..=12, 1..=12) if self.take(year, a, b, 5) => {
                (self.date.month, self.date.day) = (None, None);
                true
            }
            _ => false,
        }
    }

    fn take(&mut self, year: i32, month: i32, day: i32, tokens: usize) -> bool {
        let (Ok(month), Ok(day)) = (u8::try_from(month), u8::try_from(day)) else { return false };
        let plausible = (1000..=2999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        if plausible {
            (self.date.year, self.date.month, self.date.day) = (Some(year), Some(month), Some(day));
            self.at += tokens;
        }
        plausible
    }

    /// *Sunday, 23 September*, *Nov. 27, 2020*, *March 2019*, *Friday*.
    fn in_words(&mut self) -> bool {
        let start = self.at;
        if let Some(weekday) = self.named(Role::Weekday) {
            self.date.weekday = Some(weekday);
            self.advance_past_stop();
            let after = self.at;
            self.skip(",");
            self.skip("the");
            let is_open = self.skip("(");
            if self.day_and_month() {
                if is_open {
                    self.skip(")");
                }
                return true;
            }
            self.at = after;
            // *Sun* the newspaper, *Wed* the verb: short forms need a date behind them.
            return self.tokens.text(start).len() > "Thurs".len();
        }
        if self.day_and_month() {
            return true;
        }
        self.at = start;
        false
    }

    fn day_and_month(&mut self) -> bool {
        let start = self.at;
        if let Some(day) = self.day() {
            self.at += 1;
            self.skip("of");
            if let Some(month) = self.named(Role::Month) {
                (self.date.day, self.date.month) = (Some(day), Some(month));
                self.advance_past_stop();
                self.year();
                self.weekday_behind();
                return true;
            }
            self.at = start;
            return false;
        }
        let Some(month) = self.named(Role::Month) else { return false };
        self.advance_past_stop();
        if let Some(day) = self.day().filter(|_| !self.is_count_at(self.at)) {
            (self.date.day, self.date.month) = (Some(day), Some(month));
            self.at += 1;
            self.year();
            self.weekday_behind();
            return true;
        }
        self.date.month = Some(month);
        let has_year = self.year();
        // *May* and *March* are more often something else.
        let is_plain = self.tokens.text(start).len() > 5
            || !self.tokens.has(start, words!["may", "march", "mar", "jan", "dec", "jun", "august"]);
        let is_led = start > 0
            && self
                .tokens
                .is_one_of(start - 1, "in since until last next of by this early late mid from before during");
        if has_year || is_led || is_plain && self.at > start { true } else { self.reset(start) }
    }

    fn reset(&mut self, start: usize) -> bool {
        self.at = start;
        self.date.month = None;
        false
    }

    /// A weekday or month at this place, with a capital.
    fn named(&self, role: Role) -> Option<u8> {
        let fact = self.tokens.fact(self.at);
        let is_named = fact.is(role) && self.tokens.word(self.at)?.is_capital();
        is_named.then_some(fact.value as u8)
    }

    /// The number of a day: *23*, *23rd*.
    fn day(&self) -> Option<u8> {
        let token = self.tokens.text(self.at);
        if token.len() > 4 {
            return None;
        }
        let (digits, suffix) = token.split_at(token.bytes().take_while(u8::is_ascii_digit).count());
        let is_day = matches!(suffix, "" | "st" | "nd" | "rd" | "th");
        is_day.then(|| digits.parse().ok().filter(|day| (1..=31).contains(day)))?
    }

    /// Whether the number at `at` counts something: *in May 20 people died*.
    fn is_count_at(&self, at: usize) -> bool {
        let next = self.tokens.fact(at + 1);
        next.is_any(&[Role::People, Role::Kill, Role::Wound, Role::Percent, Role::Time, Role::Multiplier])
    }

    /// A year, with or without a comma before it.
    fn year(&mut self) -> bool {
        let comma = usize::from(self.tokens.text(self.at) == ",");
        let year = year_of(self.tokens.text(self.at + comma));
        // *On May 5, 2000 people came*
        let Some(year) = year.filter(|_| !self.is_count_at(self.at + comma)) else { return false };
        self.date.year = Some(year);
        self.at += comma + 1;
        true
    }

    /// *in 2019*.
    fn year_alone(&mut self) -> bool {
        const BEFORE: &str = "in since of until by from before after during early late the to and";
        let Some(year) = year_of(self.tokens.text(self.at)) else { return false };
        if self.at == 0 || !self.tokens.is_one_of(self.at - 1, BEFORE) || self.is_count_at(self.at) {
            return false;
        }
        if self.tokens.shape(self.at + 1) == Shape::Lower
            && self.tokens.has(self.at - 1, words!["of", "from", "to", "and", "by"])
        {
            return false;
        }
        self.date.year = Some(year);
        self.at += 1;
        true
    }

    /// *12 May 2021, a Friday*; *12 May (a Friday)*.
    fn weekday_behind(&mut self) {
        let start = self.at;
        let is_led = self.date.weekday.is_none() && (self.skip(",") || self.skip("(")) && self.skip("a");
        let weekday = is_led.then(|| self.named(Role::Weekday)).flatten();
        // *a Friday prayer*
        let is_all = matches!(self.tokens.text(self.at + 1), "," | "." | ")" | ";");
        match weekday.filter(|_| is_all) {
            Some(_) => (self.date.weekday, self.at) = (weekday, self.at + 1),
            None => self.at = start,
        }
    }

    /// Moves past the token, if it is this one.
    fn skip(&mut self, text: &str) -> bool {
        let is_there = self.tokens.is(self.at, text);
        self.at += usize::from(is_there);
        is_there
    }

    /// Moves past a name and the full stop of its short form.
    fn advance_past_stop(&mut self) {
        self.at += 1;
        let all = self.tokens.document.tokens();
        let is_stop = self.tokens.text(self.at) == "." && !all[self.at].spaced;
        if is_stop && self.tokens.text(self.at - 1).len() <= 5 && self.at + 1 < self.tokens.end {
            self.at += 1;
        }
    }
}

/// Years that news speaks of.
fn year_of(token: &str) -> Option<i32> {
    if token.len() != 4 { None } else { token.parse().ok().filter(|it| (1700..=2099).contains(it)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::word::Word;
    use crate::text::Document;

    fn dates(text: &str) -> Vec<String> {
        let document = Document::parse(text);
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let tokens = Tokens { document: &document, words: &words, first: 0, end: words.len() };
        let mut at = 0;
        let mut found = Vec::new();
        while at < words.len() {
            match read(&tokens, at) {
                Some((date, end)) => {
                    let shown = |it: Option<i32>| it.map_or("-".to_owned(), |it| it.to_string());
                    let (weekday, day, month) =
                        (date.weekday.map(i32::from), date.day.map(i32::from), date.month.map(i32::from));
                    found.push(format!(
                        "{} {} {} {}: {}",
                        shown(weekday),
                        shown(day),
                        shown(month),
                        shown(date.year),
                        &document[date.span]
                    ));
                    at = end;
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn weekday_and_day() {
        assert_eq!(dates("He came on Sunday, 23 September, hours later."), ["6 23 9 -: Sunday, 23 September"]);
        assert_eq!(dates("Tuesday, March 19, 2024"), ["1 19 3 2024: Tuesday, March 19, 2024"]);
        assert_eq!(dates("Friday, Nov. 27, 2020."), ["4 27 11 2020: Friday, Nov. 27, 2020"]);
        assert_eq!(dates("on Tuesday the 3rd of June 1997"), ["1 3 6 1997: Tuesday the 3rd of June 1997"]);
    }

    #[test]
    fn parts_of_dates() {
        assert_eq!(
            dates("It began in October 2019 and went on until May."),
            ["- - 10 2019: October 2019", "- - 5 -: May"]
        );
        assert_eq!(dates("Since 2003 nothing moved."), ["- - - 2003: 2003"]);
        assert_eq!(dates("They met on Friday."), ["4 - - -: Friday"]);
    }

    #[test]
    fn in_numbers() {
        assert_eq!(dates("2020-11-28"), ["- 28 11 2020: 2020-11-28"]);
        assert_eq!(dates("on 28/11/2020 at noon"), ["- 28 11 2020: 28/11/2020"]);
        assert_eq!(dates("on 1/2/2021 at noon"), ["- - - 2021: 1/2/2021"]);
    }

    #[test]
    fn no_dates() {
        assert_eq!(dates("She may march with 2000 people; the Sun and Wed said so."), Vec::<String>::new());
        assert_eq!(dates("On May 5, 2000 people came."), ["- 5 5 -: May 5"]);
        assert_eq!(dates("Theresa May said so."), Vec::<String>::new());
    }

    #[test]
    fn only_days_that_exist_are_complete() {
        let document = Document::parse("31 February 2020");
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let tokens = Tokens { document: &document, words: &words, first: 0, end: words.len() };
        let (date, _) = read(&tokens, 0).expect("it is written like a date");
        assert_eq!((date.day, date.iso()), (Some(31), None));
    }
}
