//! Markdown with a footnote for every flag.

use crate::ling::BlockKind;

use super::{Run, Sheet, about, blocks};

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let mut out = String::with_capacity(2 * sheet.text.len());
    for (number, article) in sheet.articles() {
        for block in blocks(sheet, article) {
            let (opening, between) = form(block.kind);
            let marked = marked(&block.runs);
            let lines = marked.split(['\n', '\r']).filter(|it| !it.trim().is_empty()).map(guarded);
            out.push_str(opening);
            out.push_str(&lines.collect::<Vec<_>>().join(between));
            out.push_str("\n\n");
        }
        out.push_str(&format!("*{}*\n\n", escape(&sheet.summary(number))));
    }
    if let Some(note) = sheet.note {
        out.push_str(&format!("*{}*\n\n", escape(note)));
    }
    for (_, flag) in sheet.flags() {
        let about = about(flag);
        let note = flag.note.as_deref().map(|it| format!(" {}", escape(it))).unwrap_or_default();
        let (quote, id) = (escape(&one_line(sheet.quote(flag.span))), flag.id.0);
        let said = &about.explanation;
        out.push_str(&format!(
            "[^{id}]: **{}**: “{quote}”. {}{note} {} {}\n",
            about.name, said.what, said.why, said.but
        ));
    }
    out.push_str("\nFlagged by Sayso. A flag is an observation, not a verdict.\n");
    out
}

/// Flags that touch are one emphasis: stars that touch stars, or stand between a letter and a mark, are none.
fn marked(runs: &[Run<'_>]) -> String {
    let groups = runs.chunk_by(|a, b| !a.flags.is_empty() && !b.flags.is_empty());
    let written = groups.map(|runs| {
        let words: String = runs.iter().map(|it| escape(it.text)).collect();
        if runs[0].flags.is_empty() || words.trim().is_empty() {
            return words;
        }
        let notes: String = runs.iter().flat_map(|it| &it.ends).map(|id| format!("[^{}]", id.0)).collect();
        format!("{}{notes}", emphasised(&words))
    });
    written.collect()
}

/// What opens a block, and what stands between its lines; a heading has but one.
fn form(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("# ", " "),
        BlockKind::Subheading => ("## ", " "),
        BlockKind::Quotation => ("> ", "\n> "),
        _ => ("", "\n"),
    }
}

/// Bold may not begin or end with a blank.
fn emphasised(words: &str) -> String {
    let inner = words.trim();
    let start = words.len() - words.trim_start().len();
    format!("{}**{inner}**{}", &words[..start], &words[start + inner.len()..])
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every character that Markdown or HTML within it could take for its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if matches!(
            char,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$' | '!' | '(' | ')' | ':'
        ) {
            out.push('\\');
        }
        out.push(char);
    }
    out
}

/// A line that would begin a list or a rule is kept a line of text.
fn guarded(line: &str) -> String {
    let rest = line.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if rest.starts_with(['-', '+', '=']) {
        format!("\\{rest}")
    } else if digits > 0 && rest[digits..].starts_with('.') {
        format!("{}\\{}", &rest[..digits], &rest[digits..])
    } else {
        rest.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;
    use crate::report::FlagId;

    #[test]
    fn nothing_of_the_text_is_markup() {
        let out = with_sheet(HOSTILE, write);
        assert!(!out.contains("<script>") && !out.contains("](javascript") && !out.contains("\n- Sources"), "{out}");
    }

    #[test]
    fn flags_that_touch_are_one_emphasis() {
        let run = |text, flags: &[u32], ends: &[u32]| {
            let [flags, ends] = [flags, ends].map(|it| it.iter().map(|&id| FlagId(id)).collect());
            Run { text, flags, ends }
        };
        let runs =
            [run("Mayor ", &[], &[]), run("hits ", &[1], &[]), run("back!", &[1, 4], &[1, 4]), run(" Why", &[], &[])];
        assert_eq!(marked(&runs), "Mayor **hits back\\!**[^1][^4] Why");
    }

    #[test]
    fn every_flag_has_its_footnote() {
        with_sheet(HOSTILE, |sheet| {
            let out = write(sheet);
            for id in sheet.shown {
                assert!(out.contains(&format!("\n[^{}]: ", id.0)), "no footnote {}: {out}", id.0);
                assert_eq!(out.matches(&format!("[^{}]", id.0)).count(), 2, "{}: {out}", id.0);
            }
        });
    }

    #[test]
    fn a_line_that_was_broken_begins_nothing() {
        let text = "Ferry to close\n\nThe harbour board met on Saturday and agreed to shut the\n\
                    - much loved - ferry line, which it had first opened in\n\
                    2019. That year the board had promised to keep the ferry\n\
                    running for good.";
        let out = with_sheet(text, write);
        assert!(out.contains("shut the\n\\- much loved") && out.contains("opened in\n2019\\. That"), "{out}");
    }

    #[test]
    fn lists_and_rules_stay_text() {
        assert_eq!(guarded("- no"), "\\- no");
        assert_eq!(guarded("12. no"), "12\\. no");
        assert_eq!(guarded("1998 no"), "1998 no");
    }
}
