//! One web page with everything in it, and the same for a document.

use crate::ling::BlockKind;
use crate::report::Flag;

use super::{Block, Run, Sheet, about, blocks};

/// A page of its own: real marks, no script, and a policy that allows none.
pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let title = escape(sheet.title);
    let body = body(sheet, run);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Sayso\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n\
         {body}<footer><p>Flagged by Sayso. A flag is an observation, not a verdict.</p></footer>\n</body>\n</html>\n"
    )
}

/// What is put on the clipboard, for a document that knows no style sheet. It has no style of its
/// own either: the browser reads it under the page’s policy, which allows none.
pub fn rich(sheet: &Sheet<'_>) -> String {
    body(sheet, |it, _| {
        let words = escape(it.text);
        if it.flags.is_empty() {
            return words;
        }
        format!("<mark><u>{words}</u></mark>{}", numbers(it, |id| id.to_string()))
    })
}

/// Lines in the margin are numbered, marks differ by their underline: it prints in black and white.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{max-width:66ch;margin:2rem auto;padding:0 3rem 0 3.5rem;font:1.125rem/1.6 Georgia,serif}\
article{counter-reset:line}\
article>*{position:relative}\
article>p:before,article>blockquote:before{counter-increment:line;content:counter(line);position:absolute;\
left:-3rem;width:2rem;text-align:right;font:.75rem/2.4 sans-serif;opacity:.65}\
h1{line-height:1.2}blockquote{margin-left:0;padding-left:1rem;border-left:2px solid}\
mark{background:none;color:inherit;text-decoration:underline 1.5px;text-underline-offset:.2em}\
.sourcing{text-decoration-style:wavy}.wording{text-decoration-style:double}.headline{text-decoration-thickness:3px}\
.provenance{text-decoration-style:dashed}.consistency{text-decoration-style:dotted}\
sup a{font:.7rem sans-serif;text-decoration:none}.small,footer{font:.85rem/1.5 sans-serif}\
.notes li{font:.9rem/1.5 sans-serif;margin:.6rem 0;break-inside:avoid}\
:target{outline:2px solid}\
@media print{@page{margin:18mm 45mm 18mm 20mm}body{margin:0;padding:0 0 0 12mm;font-size:11pt}}";

fn body(sheet: &Sheet<'_>, run: impl Fn(&Run<'_>, &str) -> String) -> String {
    let mut out = String::with_capacity(3 * sheet.text.len());
    let run = |it: &Run<'_>| run(it, line_of(sheet, it));
    if let Some(note) = sheet.note {
        out.push_str(&format!("<p class=\"small\">{}</p>\n", escape(note)));
    }
    for (number, article) in sheet.articles() {
        out.push_str("<article>\n");
        for block in blocks(sheet, article) {
            let (open, close) = element(&block);
            let text: String = block.runs.iter().map(&run).collect();
            out.push_str(&format!("<{open}>{text}</{close}>\n"));
        }
        out.push_str(&format!("</article>\n<p class=\"small\">{}</p>\n", escape(&sheet.summary(number))));
    }
    out.push_str(&notes(sheet));
    out
}

fn run(it: &Run<'_>, line: &str) -> String {
    let words = escape(it.text);
    if it.flags.is_empty() {
        return words;
    }
    let numbers = numbers(it, |id| format!("<a href=\"#flag-{id}\" id=\"place-{id}\">{id}</a>"));
    format!("<mark class=\"{line}\">{words}</mark>{numbers}")
}

/// The numbers of the flags that end with a stretch.
fn numbers(run: &Run<'_>, number: impl Fn(u32) -> String) -> String {
    let numbers = run.ends.iter().map(|id| format!("<sup>{}</sup>", number(id.0)));
    numbers.collect::<Vec<_>>().join("<sup>, </sup>")
}

/// The first flag of a stretch gives the line it wears.
fn line_of(sheet: &Sheet<'_>, run: &Run<'_>) -> &'static str {
    let Some(first) = run.flags.first() else { return "" };
    let find = |flags: &'_ [Flag]| flags.binary_search_by_key(first, |it| it.id).ok();
    let flag = sheet.report.articles.iter().find_map(|it| find(&it.flags).map(|at| &it.flags[at]));
    flag.map_or("", |it| about(it).family.id())
}

fn element(block: &Block<'_>) -> (&'static str, &'static str) {
    match block.kind {
        BlockKind::Headline => ("h1", "h1"),
        BlockKind::Subheading => ("h2", "h2"),
        BlockKind::Quotation => ("blockquote", "blockquote"),
        kind if kind.is_prose() => ("p", "p"),
        _ => ("p class=\"small\"", "p"),
    }
}

fn notes(sheet: &Sheet<'_>) -> String {
    let items: String = sheet.flags().map(|(_, flag)| note(sheet, flag)).collect();
    if items.is_empty() {
        return "<p class=\"small\">No flags. That says how the text is made, not whether it is true.</p>\n".to_owned();
    }
    format!("<h2>Notes</h2>\n<ol class=\"notes\">\n{items}</ol>\n")
}

fn note(sheet: &Sheet<'_>, flag: &Flag) -> String {
    let (about, id) = (about(flag), flag.id.0);
    let said = &about.explanation;
    let note = flag.note.as_deref().map(|it| format!(" {}", escape(it))).unwrap_or_default();
    format!(
        "<li id=\"flag-{id}\" value=\"{id}\"><b>{}</b>: “{}”. {}{note} {} {} <i>{}</i></li>\n",
        escape(about.name),
        escape(sheet.quote(flag.span)),
        escape(said.what),
        escape(said.why),
        escape(said.but),
        escape(said.question),
    )
}

/// Control characters, which a page may not hold, become the sign for what cannot be shown.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(char),
            it if it.is_control() => out.push('\u{FFFD}'),
            it => out.push(it),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;

    #[test]
    fn nothing_of_the_text_is_markup() {
        for out in [with_sheet(HOSTILE, write), with_sheet(HOSTILE, rich)] {
            assert!(!out.contains("<script") && !out.contains("<b>quits") && !out.contains("<title>A <"), "{out}");
            assert!(out.contains("&lt;script&gt;"));
        }
    }

    #[test]
    fn every_flag_has_its_mark_and_its_note() {
        with_sheet(HOSTILE, |sheet| {
            let out = write(sheet);
            assert!(!sheet.shown.is_empty());
            for id in sheet.shown {
                assert_eq!(out.matches(&format!("id=\"flag-{}\"", id.0)).count(), 1);
                assert_eq!(out.matches(&format!("id=\"place-{}\"", id.0)).count(), 1);
            }
        });
    }
}
