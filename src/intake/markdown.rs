//! The text of a Markdown file: its marks taken off as a page's are, its front matter in the boxes.

use super::Parts;

/// Bytes in which a link or a tag ends, if it is one.
const NEAR: usize = 400;

/// Never fails, and makes no text longer.
pub(super) fn read(text: &str) -> Parts {
    let (mut front, text) = front_matter(text);
    let mut blocks = Blocks::default();
    text.lines().for_each(|it| blocks.line(it));
    let text = blocks.all.join("\n\n");
    let mut found = Parts::of(text);
    if front.headline.is_empty() {
        front.headline = found.headline;
    } else if !found.headline.is_empty() && found.headline != front.headline {
        found.body = format!("{}\n\n{}", found.headline, found.body);
    }
    let or = |front: String, found: String| if front.is_empty() { found } else { front };
    Parts {
        headline: front.headline,
        byline: or(front.byline, found.byline),
        outlet: or(front.outlet, found.outlet),
        date: or(front.date, found.date),
        body: found.body,
    }
}

/// Parts that lines between two rows of hyphens name, and the text behind them.
fn front_matter(text: &str) -> (Parts, &str) {
    const LONGEST: usize = 8_000;
    let mut parts = Parts::default();
    let Some(rest) = text.trim_start().strip_prefix("---\n").or_else(|| text.trim_start().strip_prefix("---\r\n"))
    else {
        return (parts, text);
    };
    let head = &rest[..rest.floor_char_boundary(LONGEST)];
    let mut end = 0;
    let mut lines = head.split_inclusive('\n').inspect(|it| end += it.len());
    let Some(count) = lines.position(|it| matches!(it.trim_end(), "---" | "...")) else { return (parts, text) };
    let mut last = String::new();
    for line in head.lines().take(count) {
        let item = line.trim_start().strip_prefix("- ").map(|it| (last.as_str(), it));
        let Some((name, value)) = item.or_else(|| line.split_once(':')) else { continue };
        let name = name.trim().to_lowercase();
        let value = value.trim().trim_matches(['"', '\'', '[', ']']).trim();
        let part = match name.as_str() {
            "title" | "headline" => &mut parts.headline,
            "author" | "authors" | "by" | "byline" => &mut parts.byline,
            "date" | "published" => &mut parts.date,
            "source" | "publication" | "outlet" => &mut parts.outlet,
            _ => {
                last = name;
                continue;
            }
        };
        if part.is_empty() {
            // *2025-03-03T10:00:00Z*
            let is_day = |it: &&str| it.starts_with(|it: char| it.is_ascii_digit()) && it.as_bytes()[4] == b'-';
            part.push_str(value.get(..10).filter(is_day).unwrap_or(value));
        }
        last = name;
    }
    (parts, &rest[end..])
}

/// Paragraphs, each in one line.
#[derive(Default)]
struct Blocks {
    all: Vec<String>,
    /// Whether the next line goes on with the last paragraph.
    is_open: bool,
    /// Whether the last paragraph is of a list.
    is_item: bool,
    /// The marks that a row of code ends with.
    fence: Option<&'static str>,
}

impl Blocks {
    fn line(&mut self, line: &str) {
        let bare = line.trim();
        if let Some(fence) = self.fence {
            match bare.starts_with(fence) {
                true => (self.fence, self.is_open) = (None, false),
                false => self.add(bare.to_owned(), self.is_open),
            }
            return;
        }
        let bare = bare.trim_start_matches(|it: char| it == '>' || it.is_whitespace());
        self.fence = ["```", "~~~"].into_iter().find(|it| bare.starts_with(it));
        let is_rule = !bare.is_empty() && bare.bytes().all(|it| b"-=*_|: \t".contains(&it));
        if self.fence.is_some() || is_rule || bare.is_empty() || is_definition(bare) {
            self.is_open = false;
            return;
        }
        let text = without_heading(bare);
        let is_heading = text.len() < bare.len();
        let item = if is_heading { text } else { without_list_mark(text, self.is_open && !self.is_item) };
        let goes_on = self.is_open && item.len() == bare.len();
        self.is_item = !is_heading && (item.len() < bare.len() || goes_on && self.is_item);
        self.add(inline(item.trim_end_matches('\\')), goes_on);
        self.is_open = !is_heading && !line.ends_with("  ") && !line.ends_with('\\');
    }

    fn add(&mut self, text: String, goes_on: bool) {
        self.is_open = true;
        match self.all.last_mut().filter(|_| goes_on) {
            Some(last) => {
                last.push(' ');
                last.push_str(text.trim());
            }
            None if text.trim().is_empty() => {}
            None => self.all.push(text.trim().to_owned()),
        }
    }
}

/// `[1]: https://…`; not `[Update]: The mayor left.`
fn is_definition(line: &str) -> bool {
    let is_target = |it: &str| it.trim_start().starts_with(['<', '/', '#', '.']) || it.contains("://");
    line.starts_with('[') && line.split_once("]:").is_some_and(|it| !it.0.contains(' ') && is_target(it.1))
}

/// `## Heading ##`
fn without_heading(line: &str) -> &str {
    let text = line.trim_start_matches('#');
    match line.len() - text.len() {
        1..=6 if text.starts_with(' ') => text.trim_end_matches('#').trim(),
        _ => line,
    }
}

/// `- item`, `1. item`; within a paragraph, a number other than 1 is none.
fn without_list_mark(line: &str, is_open: bool) -> &str {
    let bulleted = ["- ", "* ", "+ "].iter().find_map(|it| line.strip_prefix(it));
    let numbered = || {
        let rest = line.trim_start_matches(|it: char| it.is_ascii_digit());
        let number = &line[..line.len() - rest.len()];
        let text = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
        (number == "1" || !is_open && (1..=3).contains(&number.len())).then_some(text)
    };
    bulleted.or_else(numbered).unwrap_or(line).trim_start()
}

/// Takes off emphasis, code, links, pictures and tags; bytes, since all marks are ASCII.
fn inline(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    // Where a bracket was written that may open a link, and whether it opens a picture.
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let next = bytes.get(at + 1).copied().unwrap_or(b' ');
        at += 1;
        match byte {
            b'\\' if next.is_ascii_punctuation() => {
                out.push(next);
                at += 1;
            }
            b'`' => {}
            b'*' | b'_' | b'~' => {
                let run = 1 + bytes[at..].iter().take_while(|it| **it == byte).count();
                let before = at.checked_sub(2).map_or(b' ', |it| bytes[it]);
                at += run - 1;
                let after = bytes.get(at).copied().unwrap_or(b' ');
                if !is_emphasis(byte, run, before, after) {
                    out.resize(out.len() + run, byte);
                }
            }
            b'!' if next == b'[' => {
                open.push((out.len(), true));
                out.extend(b"![");
                at += 1;
            }
            b'[' => {
                open.push((out.len(), false));
                out.push(byte);
            }
            b']' => match (open.pop(), end_of_target(&bytes[at..])) {
                (Some((from, true)), Some(length)) => {
                    out.truncate(from);
                    at += length;
                }
                (Some((from, false)), Some(length)) => {
                    // Taken out below, so that nothing is moved twice.
                    out[from] = 0;
                    // *[^1]*
                    if out.get(from + 1) == Some(&b'^') {
                        out.truncate(from);
                    }
                    at += length;
                }
                (Some((from, false)), None) if out.get(from + 1) == Some(&b'^') => out.truncate(from),
                _ => out.push(byte),
            },
            b'<' if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!') => {
                let near = &bytes[at..bytes.len().min(at + NEAR)];
                match near.iter().position(|it| matches!(it, b'<' | b'>')).filter(|&it| near[it] == b'>') {
                    // *<ann@example.com>*, *<https://example.com>*
                    Some(length) if near[..length].iter().any(|it| matches!(it, b'@' | b':')) => {
                        out.extend(&near[..length]);
                        at += length + 1;
                    }
                    Some(length) => at += length + 1,
                    None => out.push(byte),
                }
            }
            0 => {}
            _ => out.push(byte),
        }
    }
    out.retain(|it| *it != 0);
    String::from_utf8(out).unwrap_or_default()
}

/// Whether a row of marks is emphasis: `**so**`, but not `2 * 3`, `3*4` or `snake_case`.
fn is_emphasis(mark: u8, run: usize, before: u8, after: u8) -> bool {
    let is_inside = |is: fn(&u8) -> bool| is(&before) && is(&after);
    let touches = !is_inside(u8::is_ascii_whitespace);
    touches
        && match mark {
            b'*' => !is_inside(u8::is_ascii_digit),
            b'_' => !is_inside(|it| it.is_ascii_alphanumeric() || *it == b'_' || !it.is_ascii()),
            _ => run == 2,
        }
}

/// The bytes of `(address)` or `[name]` behind the words of a link.
fn end_of_target(rest: &[u8]) -> Option<usize> {
    let close = match rest.first()? {
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let mut depth = 0;
    let near = &rest[..rest.len().min(NEAR)];
    let end = near.iter().position(|it| {
        depth += i32::from(*it == rest[0]) - i32::from(*it == close);
        depth == 0
    });
    end.map(|it| it + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(read(text).into_text(), expected);
    }

    #[test]
    fn marks_come_off() {
        check("**Officials** said the *plan* was __dead__.", "Officials said the plan was dead.");
        check("It is [dead](http://x.y/a_(b) \"T\"), [she][1] said.\n\n[1]: http://x.y", "It is dead, she said.");
        check("![A bus](a.png)\n\nIt left.[^2] `Now`.", "It left. Now.");
        check("[![A bus](a.png)](b.html) left.", "left.");
        check("[Update]: The mayor left. <ann@x.org> says so.", "[Update]: The mayor left. ann@x.org says so.");
        check("> “No,” she said,\n> and left.\n\nBo stayed.", "“No,” she said, and left.\n\nBo stayed.");
        check("- one\n- two\n  more\n\n1. three\n2. four", "one\n\ntwo more\n\nthree\n\nfour");
        check("It rained.\n\n---\n\n```\na * b\n```\n<br>The end.", "It rained.\n\na * b\n\nThe end.");
        check("It ~~was~~ is 3*4 or 2 * 3 in snake_case, \\*no\\*.", "It was is 3*4 or 2 * 3 in snake_case, *no*.");
        check("He came in\n2024. She left #now.", "He came in 2024. She left #now.");
    }

    #[test]
    fn headings_are_paragraphs() {
        let parts = read("# Night bus stays\nBy **Ann Roe**\n\nThe council met\non Monday.\n\n## Later ##\nIt rained.");
        assert_eq!((parts.headline.as_str(), parts.byline.as_str()), ("Night bus stays", "Ann Roe"));
        assert_eq!(parts.body, "The council met on Monday.\n\nLater\n\nIt rained.");
    }

    #[test]
    fn front_matter_fills_the_boxes() {
        let head =
            "---\ntitle: \"Night bus stays\"\nauthors:\n  - Ann Roe\ndate: 2025-03-03T10:00:00Z\ntags: [a]\n---\n";
        let parts = read(&format!("{head}\n# Night bus stays\n\nThe council met on Monday."));
        let expected = Parts {
            headline: "Night bus stays".into(),
            byline: "Ann Roe".into(),
            date: "2025-03-03".into(),
            body: "The council met on Monday.".into(),
            ..Parts::default()
        };
        assert_eq!(parts, expected);
        check("---\n\nIt rained.", "It rained.");
    }

    #[test]
    fn a_list_of_something_else_fills_no_box() {
        let parts = read("---\ndate:\ntags:\n- ferry\n---\nThe council met.");
        assert_eq!((parts.date.as_str(), parts.body.as_str()), ("", "The council met."));
    }

    #[test]
    fn anything_is_read_and_nothing_grows() {
        const PIECES: [&str; 28] = [
            "#", "# ", "*", "_", "[", "![", "](", "]", ")", "<b", ">", "\n", "\n\n", "---\n", "```\n", "- ", "1. ",
            "\\", " ", "a", "é", "title: x", "|", "~~", "[^1]", "  \n", "\r\n", "“a”",
        ];
        let mut seed = 7_u64;
        for _ in 0..20_000 {
            let mut text = String::new();
            for _ in 0..seed % 19 {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                text.push_str(PIECES[(seed >> 33) as usize % PIECES.len()]);
            }
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(3);
            let mut blocks = Blocks::default();
            text.lines().for_each(|it| blocks.line(it));
            assert!(blocks.all.join("\n\n").len() <= text.len(), "{text:?}: {:?}", blocks.all);
            read(&text);
        }
    }
}
