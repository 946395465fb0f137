//! Words, numbers and punctuation.

use super::Span;
use super::scan::end_of_letters;

/// One word, number or mark of punctuation; space is what lies between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Whether space, or the start of the text, comes right before.
    pub spaced: bool,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with the apostrophes, hyphens and full stops inside them:
    /// *Iraq’s*, *al-Sadr*, *U.S.*
    Word,
    /// Begins with a digit: *46*, *2,000*, *5.6*, *10th*, *25-year-old*.
    Number,
    /// One mark.
    Punct,
}

/// Appends the tokens of a paragraph to `tokens`, and to `stops` which of them may end a sentence.
pub(super) fn tokenize(text: &str, paragraph: Span, tokens: &mut Vec<Token>, stops: &mut Vec<usize>) {
    // Cut off here, so that what follows the paragraph is never looked at.
    let text = &text[..paragraph.end()];
    let bytes = text.as_bytes();
    let (first_token, mut at) = (tokens.len(), paragraph.start());
    let mut spaced = true;
    while let Some(&byte) = bytes.get(at) {
        let (start, first) = (at, BYTES[usize::from(byte)]);
        let kind = if first == Byte::Letter {
            Some(TokenKind::Word)
        } else {
            let (kind, end) = other_than_letter(text, paragraph, start, first);
            at = end - 1;
            kind
        };
        at += 1;
        let Some(kind) = kind else {
            spaced |= first != Byte::Emphasis;
            continue;
        };
        if kind != TokenKind::Punct {
            at = end_of_letters(bytes, at);
        }
        // Most words end before a space.
        if kind == TokenKind::Punct || bytes.get(at) != Some(&b' ') {
            if kind != TokenKind::Punct {
                at = end_of_word(text, start, at);
            }
            // The last byte of a stop, a mark or an ellipsis.
            if matches!(bytes[at - 1], b'.' | b'!' | b'?' | 0xa6) {
                stops.push(tokens.len() - first_token);
            }
        }
        tokens.push(Token { kind, spaced, span: paragraph.within(start, at) });
        // One space stands behind most tokens.
        spaced = bytes.get(at) == Some(&b' ');
        at += usize::from(spaced);
    }
}

/// What begins at `start`, and where its first char ends; space and emphasis are no token.
#[inline(never)]
fn other_than_letter(text: &str, paragraph: Span, start: usize, first: Byte) -> (Option<TokenKind>, usize) {
    match first {
        Byte::Letter | Byte::Mark => (Some(TokenKind::Punct), start + 1),
        Byte::Space => (None, start + 1),
        Byte::Digit => (Some(TokenKind::Number), start + 1),
        Byte::Emphasis => {
            let end = start + text.as_bytes()[start..].iter().take_while(|it| b"*_".contains(it)).count();
            let beside = [text[paragraph.start()..start].chars().next_back(), text[end..].chars().next()];
            // `**Officials** said`: emphasis, no mark; *\* \* \** between paragraphs are marks.
            if beside.into_iter().flatten().any(|it| !it.is_ascii_whitespace() && !is_space(it)) {
                return (None, end);
            }
            (Some(TokenKind::Punct), start + 1)
        }
        Byte::Other => {
            let first = char_at(text, start).unwrap_or_default();
            // *“*, *’*, *—*: common, and dear to look up.
            let is_mark = matches!(first, '‐'..='⁀');
            let kind = if !is_mark && first.is_alphabetic() { TokenKind::Word } else { TokenKind::Punct };
            ((!is_space(first)).then_some(kind), start + first.len_utf8())
        }
    }
}

/// What a byte is by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Letter,
    Digit,
    Space,
    Emphasis,
    Mark,
    /// Beyond ASCII.
    Other,
}

static BYTES: [Byte; 256] = {
    let (mut table, mut byte) = ([Byte::Other; 256], 0);
    while byte < 128 {
        table[byte] = match byte as u8 {
            b' ' | b'\t'..=b'\r' => Byte::Space,
            b'0'..=b'9' => Byte::Digit,
            b'A'..=b'Z' | b'a'..=b'z' => Byte::Letter,
            b'*' | b'_' => Byte::Emphasis,
            _ => Byte::Mark,
        };
        byte += 1;
    }
    table
};

/// Where the word that begins at `start` ends, whose first letters end at `at`.
#[inline(never)]
fn end_of_word(text: &str, start: usize, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    loop {
        let Some(&next) = bytes.get(at) else { return at };
        let goes_on = match next {
            b'\'' | b'-' => true,
            b',' => bytes[at - 1].is_ascii_digit(),
            // Behind a digit, or a letter that stands alone: *U.S.*
            b'.' => bytes[at - 1].is_ascii_digit() || !bytes[start + 1].is_ascii_alphanumeric(),
            // No other ASCII goes on a word.
            _ => !next.is_ascii(),
        };
        if !goes_on {
            return at;
        }
        let Some(next) = char_at(text, at) else { return at };
        let next_end = at + next.len_utf8();
        if !continues(next, char_at(text, next_end), &text[start..at]) {
            return at;
        }
        at = end_of_letters(bytes, next_end);
    }
}

fn char_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// Whether `next` belongs to the token `so_far`; `after` is the char behind it.
fn continues(next: char, after: Option<char>, so_far: &str) -> bool {
    let letter_after = after.is_some_and(char::is_alphanumeric);
    match next {
        '\'' | '’' => letter_after,
        '-' | '‐' | '‑' => letter_after,
        '.' if so_far.ends_with(|it: char| it.is_ascii_digit()) => after.is_some_and(|it| it.is_ascii_digit()),
        '.' => is_acronym(so_far) && !after.is_some_and(|it| it.is_lowercase()),
        ',' => so_far.ends_with(|it: char| it.is_ascii_digit()) && after.is_some_and(|it| it.is_ascii_digit()),
        '@' | '/' | '_' => false,
        _ => next.is_alphanumeric() || is_joiner(next),
    }
}

/// *U*, *U.S*, *a.m*: a full stop that follows belongs to the word.
fn is_acronym(so_far: &str) -> bool {
    // Longer ones are no words, and would be read again at each full stop.
    if so_far.len() > 24 {
        return false;
    }
    let mut letters = 0;
    for part in so_far.split('.') {
        let mut chars = part.chars();
        if !(chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()) {
            return false;
        }
        letters += 1;
    }
    letters > 0 && so_far != "I"
}

/// Marks that ride on a letter: combining accents and zero-width characters.
fn is_joiner(it: char) -> bool {
    matches!(it, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

pub(super) fn is_space(it: char) -> bool {
    it.is_whitespace() || it == '\u{feff}'
}
