//! Numbers in digits and in words.

use crate::text::{Document, Span, TokenKind};

use super::fact_word::{self, FactWord, Role, fact_word};
use super::key_index::WordSet;
use super::word::{Shape, Word, key, key_of, keys_of};

pub(super) const ARTICLES: [u32; 2] = keys_of(["a", "an"]);
const AND: u32 = key_of("and");

/// The tokens of one sentence, for those who read figures, dates and names out of it.
#[derive(Clone, Copy)]
pub(super) struct Tokens<'r> {
    pub(super) document: &'r Document,
    /// Those up to the end of the sentence.
    pub(super) words: &'r [Word],
    /// Index of the first token, and of the one behind the last.
    pub(super) first: usize,
    pub(super) end: usize,
}

impl<'r> Tokens<'r> {
    /// The text of a token; empty outside the sentence.
    pub(super) fn text(&self, at: usize) -> &'r str {
        if at < self.first || self.end <= at { "" } else { &self.document[self.document.tokens()[at].span] }
    }

    pub(super) fn fact(&self, at: usize) -> FactWord {
        self.word(at).map(fact_word::of).unwrap_or_default()
    }

    /// What the token does; not its value.
    pub(super) fn roles(&self, at: usize) -> FactWord {
        FactWord { roles: self.word(at).map_or(0, |it| it.roles), value: 0.0 }
    }

    pub(super) fn word(&self, at: usize) -> Option<&'r Word> {
        self.words.get(at).filter(|_| self.first <= at)
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.word(at).map_or(Shape::Punct, |it| it.shape)
    }

    /// The span of a token without its possessive ending.
    pub(super) fn stem(&self, at: usize) -> Span {
        let span = self.document.tokens()[at].span;
        if !self.words[at].possessive {
            return span;
        }
        let stem = self.text(at).rfind(['\'', '’']);
        Span::new(span.start(), stem.map_or(span.end(), |it| span.start() + it))
    }

    /// Whether the token is `text`, whatever its capitals.
    pub(super) fn is(&self, at: usize, text: &str) -> bool {
        let token = self.document.tokens().get(at).filter(|_| self.first <= at && at < self.end);
        token.is_some_and(|it| it.span.len() == text.len() && self.document[it.span].eq_ignore_ascii_case(text))
    }

    /// Whether the token is one of the words with these keys.
    pub(super) fn has(&self, at: usize, keys: &[u32]) -> bool {
        self.word(at).is_some_and(|it| it.is_one_of(keys))
    }

    /// Whether the token is the word with this key.
    pub(super) fn is_word(&self, at: usize, key: u32) -> bool {
        self.word(at).is_some_and(|it| it.is_word(key))
    }

    /// Whether the token is one of these words.
    pub(super) fn is_in(&self, at: usize, words: &WordSet) -> bool {
        self.word(at).is_some_and(|it| words.is(it))
    }

    pub(super) fn is_one_of(&self, at: usize, texts: &str) -> bool {
        self.first <= at && at < self.end && self.document.is_one_of(at, texts)
    }
}

/// A number as it stands: one value, or the values it may stand for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Number {
    pub(super) low: f64,
    pub(super) high: f64,
    /// *dozens*: no number is given.
    pub(super) is_vague: bool,
    /// *10-15*, *10 to 15*.
    pub(super) is_range: bool,
    /// Index behind the last token.
    pub(super) end: usize,
}

impl Number {
    fn exact(value: f64, end: usize) -> Self {
        Self { low: value, high: value, is_vague: false, is_range: false, end }
    }
}

/// Whether a number may begin at `at`; `fact` is what the lexicon has of the token.
pub(super) fn may_begin(tokens: &Tokens<'_>, at: usize, fact: FactWord) -> bool {
    fact.is_number() || fact.is_any(&[Role::NumberOpener, Role::Joined]) || tokens.shape(at) == Shape::Number
}

/// Reads the number that begins at the token `at`.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let number = read_one(tokens, at)?;
    let next = number.end;
    const JOINTS: [u32; 2] = keys_of(["to", "or"]);
    let joined = match tokens.shape(next) {
        Shape::Punct => matches!(tokens.text(next), "–" | "-"),
        _ => tokens.has(next, &JOINTS) || tokens.is_word(next, AND) && at > 0 && tokens.is(at - 1, "between"),
    };
    let is_plain = |it: &Number| !it.is_vague && !it.is_range;
    if !joined || !is_plain(&number) {
        return Some(number);
    }
    let Some(other) = read_one(tokens, next + 1).filter(|it| is_plain(it) && it.low > number.low) else {
        return Some(number);
    };
    // *2 to 3 million* counts both in millions.
    let is_scaled = other.low >= 1e3 && number.low < 1e3 && other.low / number.low > 1e3;
    let scale = if is_scaled { 10_f64.powi(other.low.log10() as i32 / 3 * 3) } else { 1.0 };
    Some(Number { low: number.low * scale, high: other.low, is_range: true, ..other })
}

fn read_one(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    if at >= tokens.end {
        return None;
    }
    if tokens.document.tokens()[at].kind == TokenKind::Number {
        read_digits(tokens, at)
    } else {
        read_words(tokens, at)
    }
}

/// The longest token that may be a number; longer ones are serial numbers or worse.
const MAX_DIGITS: usize = 24;

fn read_digits(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let token = tokens.text(at);
    if token.len() > MAX_DIGITS {
        return None;
    }
    let (value, suffix) = digits(token)?;
    let mut number = Number::exact(value, at + 1);
    match suffix {
        "" | "-strong" | "-plus" | "-odd" => {}
        "thousand" => number.scale(1e3),
        "m" | "mn" | "M" | "million" => number.scale(1e6),
        "bn" | "b" | "B" | "billion" => number.scale(1e9),
        "tn" | "trillion" => number.scale(1e12),
        "k" | "K" => number.scale(1e3),
        _ => {
            let (high, rest) = digits(suffix.strip_prefix(['-', '‐', '‑'])?)?;
            if !rest.is_empty() || high <= value {
                return None;
            }
            number.high = high;
            number.is_range = true;
        }
    }
    number.read_multiplier(tokens);
    Some(number)
}

impl Number {
    fn scale(&mut self, by: f64) {
        self.low *= by;
        self.high *= by;
    }

    /// *million* in *1.5 million*.
    fn read_multiplier(&mut self, tokens: &Tokens<'_>) {
        let next = tokens.fact(self.end);
        if next.is(Role::Multiplier) {
            self.scale(next.value);
            self.end += 1;
        }
    }
}

/// Returns the number that the whole of `token` is, in digits.
pub(super) fn in_digits(token: &str) -> Option<f64> {
    digits(token).filter(|(_, rest)| rest.is_empty()).map(|(value, _)| value)
}

/// Splits a token into the number it begins with and the rest.
fn digits(token: &str) -> Option<(f64, &str)> {
    let end = token.find(|it: char| !(it.is_ascii_digit() || it == ',' || it == '.')).unwrap_or(token.len());
    let mut value = 0.0;
    let mut unit = 1.0;
    let mut in_fraction = false;
    for byte in token[..end].bytes() {
        match byte {
            b',' => {}
            b'.' if in_fraction => return None,
            b'.' => in_fraction = true,
            _ if in_fraction => {
                unit /= 10.0;
                value += f64::from(byte - b'0') * unit;
            }
            _ => value = value * 10.0 + f64::from(byte - b'0'),
        }
    }
    (end > 0).then(|| ((value * 1e6).round() / 1e6, &token[end..]))
}

/// *twenty-five*, *three dozen*, *a hundred*, *tens of thousands*, *several hundred*.
fn read_words(tokens: &Tokens<'_>, at: usize) -> Option<Number> {
    let fact = tokens.fact(at);
    if fact.is(Role::Vague) {
        return Some(read_vague(tokens, at, fact.value));
    }
    let (is_opener, next) = (fact.is(Role::NumberOpener), tokens.fact(at + 1));
    if is_opener && tokens.is(at, "tens") && tokens.is(at + 1, "of") {
        let vague = tokens.fact(at + 2);
        let scale = if vague.is(Role::Vague) { vague.value } else { return None };
        return Some(Number { low: 10.0 * scale, high: 100.0 * scale, is_vague: true, is_range: false, end: at + 3 });
    }
    if is_opener && next.is(Role::Multiplier) && next.value < 1e12 && tokens.has(at, words!["several", "few"]) {
        let (low, high) = (2.0 * next.value, 10.0 * next.value);
        return Some(Number { low, high, is_vague: true, is_range: false, end: at + 2 });
    }
    if is_opener && tokens.is(at, "half") && tokens.has(at + 1, &ARTICLES) && tokens.roles(at + 2).is(Role::Multiplier)
    {
        return Some(Number::exact(tokens.fact(at + 2).value / 2.0, at + 3));
    }
    let is_article = next.is(Role::Multiplier) && tokens.has(at, &ARTICLES);
    let first = if is_article { Some(1.0) } else { cardinal(tokens, at) };
    sum(tokens, first?, at + 1)
}

fn read_vague(tokens: &Tokens<'_>, at: usize, value: f64) -> Number {
    let next = tokens.fact(at + 2);
    // *hundreds of thousands*
    let (scale, end) =
        if tokens.is(at + 1, "of") && next.is(Role::Vague) { (next.value, at + 3) } else { (1.0, at + 1) };
    Number { low: value * scale, high: 100.0 * value * scale, is_vague: true, is_range: false, end }
}

/// Adds what follows a first number word: *two* hundred and six thousand.
fn sum(tokens: &Tokens<'_>, first: f64, mut end: usize) -> Option<Number> {
    let (mut total, mut group) = (0.0, first);
    // Longer numbers than this in words are not written in news.
    for _ in 0..8 {
        let fact = tokens.fact(end);
        if fact.is(Role::Multiplier) {
            group *= fact.value;
            if fact.value >= 1e3 {
                total += group;
                group = 0.0;
            }
            end += 1;
            continue;
        }
        let behind_and = end + usize::from(tokens.is_word(end, AND));
        // *and six*, *fifty*, behind *two hundred*.
        let Some(value) = (total + group >= 100.0).then(|| cardinal(tokens, behind_and)).flatten() else { break };
        group += value;
        end = behind_and + 1;
    }
    Some(Number::exact(total + group, end))
}

/// One number word: *six*, *twenty-five*.
fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<f64> {
    let fact = tokens.fact(at);
    if fact.is(Role::Cardinal) {
        return Some(fact.value);
    }
    if !fact.is(Role::Joined) {
        return None;
    }
    let (tens, ones) = tokens.text(at).split_once('-')?;
    let (tens, ones) = (fact_word(key(tens)), fact_word(key(ones)));
    let is_number = tens.is(Role::Cardinal) && tens.value >= 20.0 && ones.is(Role::Cardinal) && ones.value < 10.0;
    is_number.then_some(tens.value + ones.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<(f64, f64, &str)> {
        let document = Document::parse(text);
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let tokens = Tokens { document: &document, words: &words, first: 0, end: words.len() };
        let number = read(&tokens, 0)?;
        let end = document.tokens()[number.end - 1].span.end();
        Some((number.low, number.high, &text[..end]))
    }

    #[test]
    fn written_in_digits() {
        assert_eq!(number("2,000 people"), Some((2000.0, 2000.0, "2,000")));
        assert_eq!(number("1.5 million people"), Some((1.5e6, 1.5e6, "1.5 million")));
        assert_eq!(number("3bn"), Some((3e9, 3e9, "3bn")));
        assert_eq!(number("33million people"), Some((33e6, 33e6, "33million")));
        assert_eq!(number("10-15 men"), Some((10.0, 15.0, "10-15")));
        assert_eq!(number("10 to 15 men"), Some((10.0, 15.0, "10 to 15")));
        assert_eq!(number("2 to 3 million"), Some((2e6, 3e6, "2 to 3 million")));
    }

    #[test]
    fn in_words() {
        assert_eq!(number("twenty-five men"), Some((25.0, 25.0, "twenty-five")));
        assert_eq!(number("three dozen men"), Some((36.0, 36.0, "three dozen")));
        assert_eq!(number("a hundred men"), Some((100.0, 100.0, "a hundred")));
        assert_eq!(
            number("two hundred and six thousand men"),
            Some((206_000.0, 206_000.0, "two hundred and six thousand"))
        );
        assert_eq!(number("half a million men"), Some((5e5, 5e5, "half a million")));
    }

    #[test]
    fn in_vague_words() {
        assert_eq!(number("tens of thousands of men"), Some((1e4, 1e5, "tens of thousands")));
        assert_eq!(number("hundreds of thousands of men"), Some((1e5, 1e7, "hundreds of thousands")));
        assert_eq!(number("several hundred men"), Some((200.0, 1000.0, "several hundred")));
    }

    #[test]
    fn no_numbers() {
        assert_eq!(number("10th"), None);
        assert_eq!(number("25-year-old"), None);
        assert_eq!(number("1980s"), None);
        assert_eq!(number("5-4 ruling"), None);
        assert_eq!(number("1.2.3"), None);
        assert_eq!(number("people"), None);
        assert_eq!(number(&"9".repeat(400)), None);
    }

    #[test]
    fn two_numbers_are_not_one() {
        assert_eq!(number("two and three"), Some((2.0, 2.0, "two")));
        assert_eq!(number("one two"), Some((1.0, 1.0, "one")));
    }
}
