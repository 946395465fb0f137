//! Where sentences end.

use super::{Span, Token, TokenKind};

/// Words before a full stop that does not end a sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "adm", "apr", "ariz", "assn", "aug", "ave", "bros", "calif", "capt", "cmdr", "co", "col", "colo", "conn", "corp",
    "dec", "del", "dept", "dr", "etc", "feb", "fla", "ga", "gen", "gov", "hon", "ill", "inc", "ind", "jan", "jr",
    "jul", "jun", "kan", "ky", "la", "lt", "ltd", "maj", "mass", "md", "messrs", "mich", "minn", "miss", "mo", "mont",
    "mr", "mrs", "ms", "mt", "neb", "nev", "no", "nov", "oct", "okla", "ore", "pa", "ph", "pres", "prof", "rep",
    "reps", "rev", "sen", "sens", "sep", "sept", "sgt", "sr", "st", "supt", "tenn", "tex", "va", "vs", "vt", "wash",
    "wis", "wyo",
];

/// A stop and the marks that close after it; a longer row is no end but decoration, whose
/// last marks are looked at in their turn.
const MAX_CLOSING: usize = 8;

/// Appends the sentences of one paragraph, as ranges of token indices.
pub(super) fn split(text: &str, tokens: &[Token], mut each: impl FnMut(std::ops::Range<usize>)) {
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = end_of_sentence(text, tokens, at);
        at += 1;
        if let Some(end) = end {
            each(start..end);
            start = end;
            at = end;
        }
    }
    if start < tokens.len() {
        each(start..tokens.len());
    }
}

/// If the token at `at` ends a sentence, returns the index behind it and its closing marks.
fn end_of_sentence(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens[at];
    let word = &text[token.span.range()];
    let is_stop = matches!(word, "." | "!" | "?" | "…") || token.kind == TokenKind::Word && word.ends_with('.');
    if !is_stop {
        return None;
    }
    let mut end = at + 1;
    while end < tokens.len().min(at + MAX_CLOSING) && !tokens[end].spaced && is_closing(&text[tokens[end].span.range()])
    {
        end += 1;
    }
    let next = tokens.get(end)?;
    if !next.spaced || !begins_sentence(text, tokens, end) {
        return None;
    }
    if word == "." && at > 0 && !tokens[at].spaced {
        let before = text[tokens[at - 1].span.range()].to_lowercase();
        if ABBREVIATIONS.binary_search(&before.as_str()).is_ok() {
            return None;
        }
    }
    if token.kind == TokenKind::Word && !word_can_end(text, next.span) {
        return None;
    }
    Some(end)
}

/// After *U.S.*, *J.*, *a.m.*: only a word that commonly opens a sentence ends it.
fn word_can_end(text: &str, next: Span) -> bool {
    const OPENERS: &[&str] = &["But", "He", "However", "In", "It", "On", "She", "The", "They", "This", "We"];
    OPENERS.contains(&&text[next.range()])
}

fn begins_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut words = tokens[at..].iter().take(3).map(|token| &text[token.span.range()]);
    words.find(|word| !is_opening(word)).and_then(|word| word.chars().next()).is_some_and(|first| !first.is_lowercase())
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "”" | "’" | ")" | "]" | "." | "!" | "?" | "…" | "»")
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "“" | "‘" | "(" | "[" | "«" | "—" | "–" | "-" | "*")
}
