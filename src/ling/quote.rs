//! Quotation marks into pairs.

use std::mem;
use std::ops::Range;

use crate::text::{Document, Paragraph, Span, Token, TokenKind};

use super::article::Article;
use super::attribution::speaks;

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// With its marks, as far as it has them.
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// Whether the opening mark is missing in the text.
    pub unopened: bool,
    /// Whether the closing mark is missing, as where the next paragraph goes on.
    pub unclosed: bool,
}

/// Finds the quotations in the prose of an article, in order; of nested ones the outermost.
pub(super) fn find(document: &Document, article: &Article) -> Vec<Quote> {
    let mut pairs = Pairs { document, found: Vec::new() };
    for block in article.blocks.iter().filter(|block| speaks(block.kind)) {
        pairs.read(&document.paragraphs()[block.paragraph]);
    }
    pairs.found
}

/// What a token is as a quotation mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Can only open: *“*, or a straight mark before a word.
    Opens,
    /// Can only close: *”*, or a straight mark behind a word.
    Closes,
    /// A straight mark with space, or with none, on both sides.
    Either,
}

/// How many words a single quotation mark is followed before it is taken for an apostrophe.
const LONGEST_SINGLE: usize = 60;

struct Pairs<'d> {
    document: &'d Document,
    found: Vec<Quote>,
}

impl Pairs<'_> {
    fn read(&mut self, paragraph: &Paragraph) {
        let range = paragraph.tokens.clone();
        let first_of_paragraph = self.found.len();
        let mut open: Option<(usize, usize)> = None;
        let mut is_nested = false;
        let mut last_straight = None;
        let mut at = range.start;
        let document = self.document;
        // Nearly all tokens are words, or begin with another byte than quotation marks do.
        let may_be = |it: &Token| {
            it.kind == TokenKind::Punct
                && matches!(document.text().as_bytes()[it.span.start()], b'"' | b'\'' | b'`' | 0xc2 | 0xe2)
        };
        while let Some(step) = document.tokens()[at..range.end].iter().position(may_be) {
            at += step;
            let width = self.width(at, range.end);
            if width == 0 {
                if open.is_none()
                    && let Some(end) = self.single(at, range.end)
                {
                    self.push((at, 1), Some((end, 1)), range.end);
                    at = end;
                }
                at += 1;
                continue;
            }
            let mark = self.mark(at, width, range.end);
            let was_nested = mem::take(&mut is_nested);
            open = match (open, mark) {
                // *"We want “fair play” here"*: a straight pair, or a paragraph that goes on, holds another kind.
                (Some(begin), Mark::Opens)
                    if self.is_straight(begin.0)
                        && !self.is_straight(at)
                        && (begin.0 == range.start
                            || at < *last_straight.get_or_insert_with(|| self.last_straight(&range))) =>
                {
                    is_nested = true;
                    open
                }
                (Some(_), Mark::Closes) if was_nested && !self.is_straight(at) => open,
                (None, Mark::Opens | Mark::Either) => Some((at, width)),
                (None, Mark::Closes) => {
                    self.push_unopened(at, width, paragraph, first_of_paragraph);
                    None
                }
                (Some(begin), Mark::Closes | Mark::Either) => {
                    self.push(begin, Some((at, width)), range.end);
                    None
                }
                (Some(begin), Mark::Opens) => {
                    self.push(begin, None, at);
                    Some((at, width))
                }
            };
            at += width;
        }
        if let Some(begin) = open {
            self.push(begin, None, range.end);
        }
    }

    fn tokens(&self) -> &[Token] {
        self.document.tokens()
    }

    fn str(&self, at: usize) -> &str {
        &self.document[self.tokens()[at].span]
    }

    fn is_straight(&self, at: usize) -> bool {
        self.str(at) == "\""
    }

    /// The last straight mark in these tokens that closes, or their start.
    fn last_straight(&self, tokens: &Range<usize>) -> usize {
        let closes = |at: &usize| self.is_straight(*at) && self.mark(*at, 1, tokens.end) == Mark::Closes;
        tokens.clone().skip(1).rev().find(closes).unwrap_or(tokens.start)
    }

    /// How many tokens the double mark at `at` takes: two for *''*, three where a single one comes with it,
    /// none for anything else.
    fn width(&self, at: usize, end: usize) -> usize {
        match self.str(at) {
            "\"" | "“" | "”" | "„" | "«" | "»" => 1,
            "'" | "`" | "’" | "‘" => {
                let goes_on = |it: usize| it < end && !self.tokens()[it].spaced && self.str(it) == self.str(at);
                match (goes_on(at + 1), goes_on(at + 2)) {
                    (true, true) => 3,
                    (true, false) => 2,
                    _ => 0,
                }
            }
            _ => 0,
        }
    }

    fn mark(&self, at: usize, width: usize, end: usize) -> Mark {
        let before = self.tokens()[at].spaced || matches!(self.str(at - 1), "(" | "[" | "—" | "–" | "-");
        let after = at + width >= end || self.tokens()[at + width].spaced;
        match self.str(at) {
            "“" | "„" | "«" if before || !after => Mark::Opens,
            "”" | "»" if after || !before => Mark::Closes,
            _ if before && !after => Mark::Opens,
            _ if after && !before => Mark::Closes,
            // *dead".He*: no space on either side.
            _ if !before && matches!(self.str(at - 1), "." | "," | "!" | "?") => Mark::Closes,
            _ => Mark::Either,
        }
    }

    /// If the single mark at `at` opens a quotation, returns the token that closes it.
    fn single(&self, at: usize, end: usize) -> Option<usize> {
        let opens = match self.str(at) {
            "‘" => true,
            "'" => self.tokens()[at].spaced,
            _ => false,
        };
        if !opens || at + 1 >= end || self.tokens()[at + 1].spaced {
            return None;
        }
        // *the officials’ words*: perhaps an apostrophe, so a later mark is better.
        let mut perhaps = None;
        for close in at + 2..end.min(at + LONGEST_SINGLE) {
            match self.str(close) {
                "’" | "'" if !self.tokens()[close].spaced => {
                    let follows = close + 1 < end && self.tokens()[close + 1].spaced;
                    let next_is_word = follows && self.str(close + 1).starts_with(char::is_lowercase);
                    if !(next_is_word && self.str(close - 1).ends_with('s')) {
                        return Some(close);
                    }
                    perhaps = perhaps.or(Some(close));
                }
                "'" | "‘" | "“" | "\"" | "”" => break,
                _ => {}
            }
        }
        perhaps
    }

    fn push(&mut self, begin: (usize, usize), close: Option<(usize, usize)>, end: usize) {
        let (open, width) = begin;
        let last = close.map_or(end, |(at, width)| at + width);
        let mut span = self.tokens()[open].span.to(self.tokens()[last - 1].span);
        let mut inner_start = self.tokens()[open + width - 1].span.end();
        // *“LEE: It is shut.*: the mark is before the name of who speaks.
        if close.is_none() && open + width + 2 < end && self.is_speaker(open + width) {
            inner_start = self.tokens()[open + width + 2].span.start();
            span = Span::new(inner_start, span.end());
        }
        let inner_end = close.map_or(span.end(), |(at, _)| self.tokens()[at].span.start());
        if inner_start >= inner_end {
            return;
        }
        let inner = Span::new(inner_start, inner_end);
        self.found.push(Quote { span, inner, unopened: false, unclosed: close.is_none() });
    }

    /// *LEE:*
    fn is_speaker(&self, at: usize) -> bool {
        let name = self.str(at);
        self.str(at + 1) == ":" && name.len() > 1 && !name.contains(|it: char| !it.is_uppercase())
    }

    /// A closing mark with none before it: the quotation begins with its paragraph, or with its
    /// sentence where another quotation stands before.
    fn push_unopened(&mut self, close: usize, width: usize, paragraph: &Paragraph, first: usize) {
        let mark = self.tokens()[close].span;
        // *6'2"* and *12"* are measures.
        if close == paragraph.tokens.start || self.str(close - 1).ends_with(|it: char| it.is_ascii_digit()) {
            return;
        }
        let sentences = self.document.sentences();
        let start = match self.found[first..].last() {
            None => paragraph.span.start(),
            Some(last) => {
                let at = self.document.sentences_in(mark).start;
                let start = sentences.get(at).map_or(mark.start(), |it| it.span.start());
                if start < last.span.end() {
                    return;
                }
                start
            }
        };
        let end = self.tokens()[close + width - 1].span.end();
        let (span, inner) = (Span::new(start, end), Span::new(start, mark.start()));
        self.found.push(Quote { span, inner, unopened: true, unclosed: false });
    }
}

#[cfg(test)]
mod tests {
    use crate::ling::Reading;
    use crate::testing::{mark, strip};

    #[track_caller]
    fn check(marked: &str) {
        let (text, _) = strip(marked);
        let reading = Reading::new(text.clone());
        let spans: Vec<_> = reading.articles().flat_map(|it| it.quotes).map(|it| it.span).collect();
        assert_eq!(mark(&text, &spans), marked);
    }

    #[test]
    fn curly_and_straight() {
        check("[[“We won,”]] she said. [[\"We did,\"]] he said.");
    }

    #[test]
    fn mixed_in_one_pair() {
        check("Nobody here is afraid. He said [[“we won\"]] and left.");
    }

    #[test]
    fn double_apostrophes() {
        check("It was over. [[''We won,'']] she said of the vote.");
    }

    #[test]
    fn a_single_mark_beside_double_apostrophes() {
        check("[[''She told me, 'Mind the step,''']] he said. [['''Mind it,' she told me,'']] he said.");
    }

    #[test]
    fn opening_mark_missing() {
        check("[[We fear that more could come,”]] the guard told a friend of the family.");
    }

    #[test]
    fn goes_on_in_the_next_paragraph() {
        check("The mayor went on. [[“We won.]]\n\n[[“We won twice,”]] she said to all of us.");
    }

    #[test]
    fn within_marks_of_another_kind() {
        check("[[\"The ferry is no “floating hotel” any more,\"]] she said. It left.");
        check("The mayor wrote:\n\n[[\"The “long bridge” is shut. It will stay shut.]]\n\nIt is.");
    }

    #[test]
    fn one_within_that_does_not_end() {
        check("He spoke. [[\"She wrote “no,\"]] he said. [[“We won,”]] Ann Lee said. [[“We lost,”]] Bo Rae said.");
        check("She wrote [[\"see]] [[“here”]] today. It left. [[“No,”]] Bo Rae said. The crew left, too.");
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("The officials’ words and the workers' fears weren’t heard in the ’90s.");
    }

    #[test]
    fn single_marks() {
        check("It was a [[‘matter of days’]] for the town and the [['last chance']] for its port.");
    }

    #[test]
    fn inches_are_no_marks() {
        check("He is 6'2\" tall and a screen of 12\" is small for him.");
    }
}
