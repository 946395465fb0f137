//! Names in a headline that nothing but their capitals tells: who, where, on what day.

use crate::ling::{ElementKind, Found, is_one_of};
use crate::report::facts::HeadlinePart;
use crate::text::{Span, lower};

use super::{BodyWord, MAX_PLACES, is_form, plain_words, span_in};

/// A word of a headline, and whether any word would have a capital there.
struct Word<'h> {
    span: Span,
    text: &'h str,
    is_first: bool,
}

/// Letters that a name and what is made of it have in common: *Iraq*, *Iraqi*; *Britain*, *British*.
const STEM: usize = 4;

/// Letters of a word that shows how a headline is spelt: *die*.
const SHORTEST: usize = 3;

/// What the two may end in behind them; *Austria* and *Australia* are two, and so are *John* and *Johnson*.
const ENDINGS: &str = "a ain an e en ese ey i ia ian ish land n o s tish y";

/// Small words that say nothing of how a headline is spelt.
const SMALL: &str = "with from over into after amid upon than that this when what they will have been near before \
                     under until says said i he she it his her my our we as at by for in of on to up and but or";

/// Looks up the names of a headline of which no part is looked up yet.
pub(super) fn add<'b>(
    headline: &str,
    body: &[Vec<BodyWord>],
    quote: impl Fn(Span) -> &'b str,
    parts: &mut Vec<HeadlinePart>,
) {
    let find = |word: &str| {
        let word = lower(word);
        let is_it =
            |it: &&BodyWord| is_capital(quote(it.span)) && (is_form(&word, &it.lower) || have_stem(&word, &it.lower));
        body.iter().flatten().find(is_it).map(|it| it.span)
    };
    for run in names(headline).into_iter().take(MAX_PLACES) {
        if run.iter().any(|it| parts.iter().any(|part| part.span.overlaps(it.span))) {
            continue;
        }
        let places: Vec<Option<Span>> = run.iter().map(|it| find(it.text)).collect();
        let missing: Vec<Span> = run.iter().zip(&places).filter(|it| it.1.is_none()).map(|it| it.0.span).collect();
        let (span, found, place) = match (missing.first(), missing.last()) {
            (Some(first), Some(last)) => (first.to(*last), Found::No, None),
            _ => (run[0].span.to(run[run.len() - 1].span), Found::Yes, places.last().copied().flatten()),
        };
        parts.push(HeadlinePart { kind: ElementKind::Name, span, found, place });
    }
    parts.sort_by_key(|it| it.span.start());
}

fn have_stem(word: &str, other: &str) -> bool {
    let common = word.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let (letters, bytes) = common.fold((0, 0), |(letters, bytes), it| (letters + 1, bytes + it.0.len_utf8()));
    let ends = |it: &str| it.is_empty() || is_one_of(it, ENDINGS);
    letters >= STEM && ends(&word[bytes..]) && ends(&other[bytes..])
}

/// The runs of words that are names by their capitals; none in a headline that gives one to every word.
fn names(headline: &str) -> Vec<Vec<Word<'_>>> {
    let words = words(headline);
    let telling = |it: &&Word<'_>| !it.is_first && it.text.chars().count() >= SHORTEST && !is_small(it.text);
    let is_word = |it: &&Word<'_>| telling(it) && it.text.chars().all(char::is_alphabetic);
    let (large, small): (Vec<_>, Vec<_>) = words.iter().filter(is_word).partition(|it| is_capital(it.text));
    // *Slaughter of 90 in Basra*: one capital behind a small word.
    let is_alone = || large.len() == 1 && words.iter().any(|it| it.text == "in");
    if small.is_empty() && !is_alone() || small.len() * 2 < large.len() && !small.is_empty() {
        return Vec::new();
    }
    let mut runs: Vec<Vec<Word<'_>>> = Vec::new();
    let mut is_open = false;
    for it in words {
        // Capitals alone may stand for words that the text writes out.
        let has_small = it.text.chars().any(char::is_lowercase);
        let is_name = !it.is_first && has_small && is_capital(it.text) && !is_small(it.text);
        match runs.last_mut() {
            Some(run) if is_name && is_open => run.push(it),
            _ if is_name => runs.push(vec![it]),
            _ => {}
        }
        is_open = is_name;
    }
    runs
}

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_small(word: &str) -> bool {
    is_one_of(&lower(word), SMALL)
}

fn words(headline: &str) -> Vec<Word<'_>> {
    /// Behind these a word has a capital of its own accord, or may have.
    const OPENING: [char; 13] = [':', '.', '!', '?', '“', '”', '"', '‘', '—', '–', '|', '…', ','];
    let (mut end, mut is_first) = (0, true);
    let mut words = Vec::new();
    for text in plain_words(headline) {
        let span = span_in(headline, text);
        is_first |= headline[end..span.start()].contains(OPENING);
        end = span.end();
        // The *s* of an owner is no word.
        if text != "s" {
            words.push(Word { span, text, is_first });
            is_first = false;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::Body;

    const BODY: &str = "The harbour bridge in Marlow was shut on Monday after inspectors found a crack, the council said.\n\n\
                        Ines Falk, the chief engineer, said it may open in June. An Iraqi driver was hurt.";

    fn of(headline: &str) -> Vec<String> {
        let parts = Body::new(BODY).look_up(headline);
        parts.iter().map(|it| format!("{}: {:?}", &headline[it.span.range()], it.found)).collect()
    }

    #[test]
    fn who_where_and_when() {
        assert_eq!(of("Mayor Tom Reed shuts bridge"), ["Tom Reed: No"]);
        assert_eq!(of("Bridge shut in Paris after crack is found"), ["Paris: No"]);
        assert_eq!(of("Bridge shut in Marlow as council told Ines Falk"), ["Marlow: Yes", "Ines Falk: Yes"]);
        assert_eq!(of("Bridge stays shut on Friday"), ["Friday: No"]);
        assert_eq!(of("Driver from Iraq is hurt on bridge"), ["Iraq: Yes"]);
        assert_eq!(of("Bridge is shut by Monsoon"), ["Monsoon: No"]);
        assert!(of("Seven die in Paris").contains(&"Paris: No".to_owned()));
        assert_eq!(of("Rain in Marlow"), ["Marlow: Yes"]);
    }

    #[test]
    fn what_no_capital_tells() {
        for headline in ["Shut Bridge May Open Next Month", "BRIDGE SHUT IN PARIS", "Crack: Bridge shut", "Google", ""]
        {
            assert_eq!(of(headline), [""; 0], "{headline}");
        }
        assert_eq!(of("Bridge is shut, says US firm with the BBC"), [""; 0]);
    }

    #[test]
    fn what_is_made_of_a_name() {
        for (a, b) in [("austria", "australia"), ("johnson", "john"), ("mark", "markets"), ("chinatown", "china")] {
            assert!(!super::have_stem(a, b), "{a}");
        }
        for (a, b) in [("britain", "british"), ("germany", "german"), ("turkey", "turkish"), ("china", "chinese")] {
            assert!(super::have_stem(a, b), "{a}");
        }
    }
}
