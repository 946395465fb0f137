//! Numbers in a headline that count nothing Sayso knows: *slaughter of 90*.

use crate::ling::{ElementKind, Found, is_one_of};
use crate::report::facts::HeadlinePart;
use crate::text::lower;

use super::{BodyWord, MAX_PLACES, plain_words, span_in};

/// Numbers that stand in a text in words or in figures; *one* is as often nobody’s count.
const WORDS: [&str; 11] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// What a number may count that no text repeats: *5 things to know*, *9 am*.
const IDLE: &str = "things ways reasons tips facts am pm";

/// Looks up the numbers of a headline of which no part is looked up yet.
pub(super) fn add(headline: &str, body: &[Vec<BodyWord>], parts: &mut Vec<HeadlinePart>) {
    let words: Vec<&str> = plain_words(headline).take(4 * MAX_PLACES).collect();
    let mut last = None;
    for (at, word) in words.iter().enumerate() {
        let span = span_in(headline, word);
        // *1,900*, *5-2*: parts of a number that is told as a whole.
        let is_part = |it: Option<char>| it.is_some_and(|it| matches!(it, ',' | '.' | '-' | '–'));
        let (before, behind) = (&headline[..span.start()], &headline[span.end()..]);
        let mut next = behind.chars();
        let goes_on = is_part(next.next()) && next.next().is_some_and(char::is_alphanumeric);
        let is_idle = words.get(at + 1).is_some_and(|it| is_one_of(&lower(it), IDLE));
        // *one in four*
        let is_share = at > 1 && words[at - 1] == "in" && last == Some(at - 2);
        let Some(forms) = forms(word) else { continue };
        last = Some(at);
        if is_part(before.chars().next_back()) || goes_on || is_idle || is_share {
            continue;
        }
        if parts.iter().any(|it| it.span.overlaps(span)) {
            continue;
        }
        let place = body.iter().flatten().find(|it| forms.contains(&it.lower)).map(|it| it.span);
        let found = if place.is_some() { Found::Yes } else { Found::No };
        parts.push(HeadlinePart { kind: ElementKind::Figure, span, found, place });
    }
    parts.sort_by_key(|it| it.span.start());
}

/// A number in figures and in words.
fn forms(word: &str) -> Option<Vec<String>> {
    let word = lower(word);
    let number = match WORDS.iter().position(|it| *it == word) {
        Some(at) => at + 2,
        None => word.parse().ok()?,
    };
    let in_words = number.checked_sub(2).and_then(|it| WORDS.get(it));
    Some(in_words.map(|it| (*it).to_owned()).into_iter().chain([number.to_string()]).collect())
}

#[cfg(test)]
mod tests {
    use super::super::Body;

    #[test]
    fn a_number_that_counts_nothing() {
        let body = Body::new("The raid on Marlow left nine people dead, the mayor said.\n\nIt began at 5 on Monday.");
        let of = |headline: &str| {
            let parts = body.look_up(headline);
            parts.iter().map(|it| format!("{}: {:?}", &headline[it.span.range()], it.found)).collect::<Vec<_>>()
        };
        assert!(of("Slaughter of 90 in Marlow").contains(&"90: No".to_owned()));
        assert!(of("Slaughter of 9 in Marlow").contains(&"9: Yes".to_owned()));
        for idle in ["5 things to know", "Council votes 7-2 on raid", "Raid at 8 am"] {
            assert!(!of(idle).iter().any(|it| it.starts_with(|it: char| it.is_ascii_digit())), "{idle}");
        }
    }
}
