//! Lines into paragraphs: as a rule a line is one, unless a machine broke the
//! lines at some column, as mail and PDF do.

use super::Span;
use super::scan::first_break;
use super::token::is_space;

/// A line without the space around it.
#[derive(Clone, Copy)]
struct Line {
    span: Span,
    /// In chars; anything above [`MAX_COLUMN`] is the same.
    width: usize,
    /// Of the first word, in chars.
    first: usize,
    starts_small: bool,
    /// *by Ann Lee*
    signs: bool,
    /// With a full stop or the like.
    ends_sentence: bool,
}

/// No mail program and no PDF breaks lines later than this; in chars.
const MAX_COLUMN: usize = 110;
/// Lines broken before this are verse, lists or tables; in chars.
const MIN_COLUMN: usize = 28;
/// Narrower than this, as a column of a newspaper, every other line must run on; two lines may be a headline and its
/// byline. In chars.
const NARROW: usize = 45;

/// Calls `each` with every paragraph of `text`, in order, and whether an empty
/// line, or the start of the text, comes before. Linear.
pub(super) fn paragraphs(text: &str, mut each: impl FnMut(Span, bool)) {
    let mut block: Vec<Span> = Vec::new();
    let mut start = 0;
    while start < text.len() {
        let (end, next) = end_of_line(text, start);
        let span = trimmed(&text[start..end], start);
        if span.is_empty() {
            flush(text, &mut block, &mut each);
        } else {
            block.push(span);
        }
        start = next;
    }
    flush(text, &mut block, &mut each);
}

/// Where the line that begins at `start` ends, and where the next one begins.
fn end_of_line(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(step) = first_break(&bytes[at..]) {
        at += step;
        match bytes[at..] {
            [b'\r', b'\n', ..] => return (at, at + 2),
            [b'\n' | b'\r', ..] => return (at, at + 1),
            // U+2028 and U+2029, the separators of lines and paragraphs; not *é*, which ends so as well.
            _ if bytes[start..at].ends_with(&[0xe2, 0x80]) => return (at - 2, at + 1),
            _ => at += 1,
        }
    }
    (text.len(), text.len())
}

/// Hands on the lines of a block, joined where a machine broke them.
fn flush(text: &str, block: &mut Vec<Span>, each: &mut impl FnMut(Span, bool)) {
    match block[..] {
        [] => {}
        [line] => each(line, true),
        _ => join(&block.iter().map(|it| Line::read(&text[it.range()], *it)).collect::<Vec<_>>(), each),
    }
    block.clear();
}

fn join(block: &[Line], each: &mut impl FnMut(Span, bool)) {
    let column = block.iter().map(|it| it.width).max().unwrap_or_default();
    let is_wrapped = is_wrapped(block, column);
    let mut start: Option<Span> = None;
    let mut after_gap = true;
    for (at, line) in block.iter().enumerate() {
        let span = start.map_or(line.span, |it| it.to(line.span));
        let goes_on = is_wrapped && block.get(at + 1).is_some_and(|next| !ends_paragraph(line, next, column));
        start = goes_on.then_some(span);
        if !goes_on {
            each(span, after_gap);
            after_gap = false;
        }
    }
}

/// Whether the lines were broken because the next word did not fit.
fn is_wrapped(block: &[Line], column: usize) -> bool {
    if block.len() < 2 || !(MIN_COLUMN..=MAX_COLUMN).contains(&column) {
        return false;
    }
    let breaks = block.len() - 1;
    let pairs = || block.windows(2).map(|pair| (&pair[0], &pair[1]));
    let broken = pairs().filter(|(line, next)| is_full(line, next, column) || line.ends_sentence).count();
    let flowing = pairs().filter(|(line, next)| next.starts_small && !line.ends_sentence).count();
    let is_narrow = column < NARROW;
    if is_narrow && (breaks < 2 || block.last().is_some_and(|it| it.signs)) {
        return false;
    }
    let share = if is_narrow { 2 } else { 3 };
    broken * 10 >= breaks * 9 && flowing * share >= breaks
}

/// Whether the first word of `next` would have passed the column. One char of play for a dash or a trailing space.
fn is_full(line: &Line, next: &Line, column: usize) -> bool {
    line.width + 1 + next.first >= column
}

fn ends_paragraph(line: &Line, next: &Line, column: usize) -> bool {
    line.ends_sentence && !next.starts_small && !is_full(line, next, column)
}

impl Line {
    fn read(text: &str, span: Span) -> Self {
        // Four bytes are the most a char takes: a longer line is too long in any script.
        let width = if text.len() > 4 * MAX_COLUMN { MAX_COLUMN + 1 } else { text.chars().count() };
        let first = text.chars().take(MAX_COLUMN).take_while(|it| !is_space(*it)).count();
        let bare = text.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
        Self {
            span,
            width,
            first,
            starts_small: text.starts_with(char::is_lowercase),
            signs: text.strip_prefix("by ").is_some_and(|it| it.starts_with(char::is_uppercase)),
            ends_sentence: bare.ends_with(['.', '!', '?', '…', ':']),
        }
    }
}

/// The span of `line`, which begins at byte `at`, without the space around it.
fn trimmed(line: &str, at: usize) -> Span {
    let start = line.len() - line.trim_start_matches(is_space).len();
    let end = line.trim_end_matches(is_space).len();
    Span::new(at + start.min(end), at + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        paragraphs(text, |span, _| found.push(&text[span.range()]));
        found
    }

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(
            read("Ferry late\nThe ferry was late.\n\nThe port said so."),
            ["Ferry late", "The ferry was late.", "The port said so."]
        );
    }

    #[test]
    fn mail_is_broken_at_a_column() {
        let mail = "The council of Velia met on Monday night to talk about the ferry, which\n\
                    had not left the harbour for nine weeks, and about the pools, two of\n\
                    which are to close in spring.\n\nNobody came.";
        assert_eq!(read(mail).len(), 2);
        assert!(read(mail)[0].ends_with("in spring."));
    }

    #[test]
    fn a_narrow_column() {
        let column = "The council of Velia met on Monday\nnight to talk about the ferry, which\n\
                      had not left the harbour.\n\nNobody came but Bo Rae, who keeps\nthe bridge and its two lamps, and\nhis dog.";
        assert_eq!(read(column).len(), 2);
        let signed = "Mayor says the old pier is safe\nagain after four years of work\nby Ina Brandel";
        assert_eq!(read(signed).len(), 3);
        assert_eq!(read("Mayor says the pier is safe again\nby Ina Brandel").len(), 2);
        assert_eq!(read("Home\nNews of the harbour and the quay\nsport\nSubscribe to our newsletter").len(), 4);
        assert_eq!(read("two cups of flour\na spoon of butter\nmilk").len(), 3);
    }

    #[test]
    fn paragraphs_of_a_page_without_gaps() {
        let page = "The council of Velia met on Monday night to talk about the ferry, which\n\
                    had not left the harbour for nine weeks.\n\
                    Nobody came to the meeting but a boy who had lost his way to the school\n\
                    and a dog of unknown name, which slept through the whole of the evening\n\
                    under the chair of the mayor.";
        assert_eq!(read(page).len(), 2);
    }

    #[test]
    fn lists_and_verse_stay_lines() {
        assert_eq!(read("Iran Takes Next Steps on Harbour Technology for Its Southern Ports\nSaudi Arabia Adjusts Its View of Harbours\nA Third Headline of the Page").len(), 3);
        assert_eq!(read("The moon is up,\nthe sea is down,\nand nobody\nis on the shore.").len(), 4);
    }

    #[test]
    fn separators_of_other_programs_end_a_line() {
        assert_eq!(
            read("The café\u{2028}is shut.\u{2029}Très tard“…”\r© Lee"),
            ["The café", "is shut.", "Très tard“…”", "© Lee"]
        );
    }

    #[test]
    fn windows_line_ends_make_no_gap() {
        let mut gaps = Vec::new();
        paragraphs("One\r\ntwo\r\n\r\nthree", |_, after_gap| gaps.push(after_gap));
        assert_eq!(gaps, [true, false, true]);
    }
}
