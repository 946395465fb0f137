//! An article cut into numbered lines, for paper.

use crate::text::{Document, Span};

/// One printed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    pub span: Span,
    /// From 1, over the whole article.
    pub number: usize,
    /// Index of its paragraph.
    pub paragraph: usize,
    pub opens: bool,
}

/// Breaks a text into lines of at most `width` characters, between words where it can be.
///
/// The browser breaks lines too late for them to bear numbers.
pub fn lines(text: &str, width: usize) -> Vec<Line> {
    let document = Document::parse(text);
    let mut lines: Vec<Line> = Vec::new();
    for (paragraph, it) in document.paragraphs().iter().enumerate() {
        let mut at = it.span.start();
        let mut opens = true;
        while at < it.span.end() {
            let rest = &text[at..it.span.end()];
            let length = line_length(rest, width.max(1));
            let shown = rest[..length].trim_end();
            if !shown.is_empty() {
                let number = lines.len() + 1;
                lines.push(Line { span: Span::new(at, at + shown.len()), number, paragraph, opens });
                opens = false;
            }
            at += length;
        }
    }
    lines
}

/// Returns how many bytes of `rest` a line takes, the space behind it with it.
fn line_length(rest: &str, width: usize) -> usize {
    let Some((limit, _)) = rest.char_indices().nth(width) else { return rest.len() };
    let after =
        |at: usize| at + rest[at..].chars().take_while(|it| it.is_whitespace()).map(char::len_utf8).sum::<usize>();
    // A space right behind the last character is a fine place, too.
    if rest[limit..].starts_with(char::is_whitespace) {
        return after(limit);
    }
    match rest[..limit].rfind(char::is_whitespace) {
        Some(at) if at > 0 => after(at),
        _ => limit,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, width: usize) -> Vec<(usize, &str)> {
        lines(text, width).into_iter().map(|it| (it.number, &text[it.span.range()])).collect()
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(shown("one two three\n\nfour", 8), [(1, "one two"), (2, "three"), (3, "four")]);
        assert_eq!(shown("one two", 3), [(1, "one"), (2, "two")]);
    }

    #[test]
    fn a_word_without_end_is_cut() {
        assert_eq!(shown("éééééé", 4), [(1, "éééé"), (2, "éé")]);
    }

    #[test]
    fn nothing_is_no_line() {
        assert_eq!(shown("", 60), []);
        assert_eq!(shown(" \n ", 0), []);
    }

    #[test]
    fn only_the_first_line_opens_a_paragraph() {
        let opens: Vec<_> = lines("one two\n\nfour", 4).iter().map(|it| (it.paragraph, it.opens)).collect();
        assert_eq!(opens, [(0, true), (0, false), (1, true)]);
    }
}
