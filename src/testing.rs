//! Marked text in and out, for unit and integration tests.
//!
//! `[[…]]` marks what a trait finds: `Several [[officials]] said no.`

use crate::ling::Reading;
use crate::text::Span;
use crate::traits::{Findings, Trait};

/// Returns the text without its marks, and the marks' spans in it.
pub fn strip(marked: &str) -> (String, Vec<Span>) {
    let mut text = String::with_capacity(marked.len());
    let mut spans = Vec::new();
    let mut open = Vec::new();
    let mut rest = marked;
    while let Some(at) = rest.find("[[").into_iter().chain(rest.find("]]")).min() {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with("[[") {
            open.push(text.len());
        } else if let Some(start) = open.pop() {
            spans.push(Span::new(start, text.len()));
        }
        rest = &rest[at + 2..];
    }
    text.push_str(rest);
    spans.sort();
    (text, spans)
}

/// Returns the text with `[[…]]` around every span.
pub fn mark(text: &str, spans: &[Span]) -> String {
    let mut marks: Vec<(usize, u8, &str)> = Vec::new();
    for span in spans {
        marks.push((span.start(), 1, "[["));
        marks.push((span.end(), 0, "]]"));
    }
    marks.sort();
    let mut marked = String::with_capacity(text.len() + 4 * spans.len());
    let mut from = 0;
    for (at, _, mark) in marks {
        marked.push_str(&text[from..at]);
        marked.push_str(mark);
        from = at;
    }
    marked.push_str(&text[from..]);
    marked
}

/// Returns what `about` finds in `text`, over all of its articles, sorted.
pub fn detect(about: &Trait, text: &str) -> Vec<Span> {
    let reading = Reading::new(text);
    let mut findings = Findings::default();
    reading.articles().for_each(|article| (about.detect)(article, &mut findings));
    let mut spans: Vec<_> = findings.found.into_iter().filter(|it| !it.quoted).map(|it| it.span).collect();
    spans.sort();
    spans.dedup();
    spans
}

/// Checks that `about` finds exactly what is marked.
///
/// # Panics
///
/// If it does not; the message shows both texts.
#[track_caller]
pub fn check(about: &Trait, marked: &str) {
    let (text, _) = strip(marked);
    assert_eq!(mark(&text, &detect(about, &text)), marked, "trait {:?}", about.id);
}
