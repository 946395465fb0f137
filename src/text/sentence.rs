//! Where sentences end.

use super::{Span, Token, TokenKind, is_one_of};

/// Words before a full stop that seldom ends a sentence, in lower case.
const ABBREVIATIONS: &[&str] = &[
    "approx", "apr", "ariz", "ark", "assn", "aug", "ave", "blvd", "bros", "calif", "cf", "co", "colo", "conn", "corp",
    "dec", "del", "ed", "est", "etc", "feb", "fla", "ga", "gal", "ill", "inc", "ind", "intl", "jan", "jr", "jul",
    "jun", "kan", "ky", "la", "lib", "ltd", "mass", "md", "mgr", "mich", "minn", "misc", "miss", "mo", "mont", "mt",
    "neb", "nev", "nov", "nr", "oct", "okla", "ore", "pa", "ph", "rd", "sep", "sept", "sq", "sr", "tel", "tenn", "tex",
    "univ", "va", "vol", "vols", "vt", "wash", "wis", "wyo", "yrs",
];

/// Words before a full stop that never ends a sentence: a name or a number follows.
const TITLES: &[&str] = &[
    "adm", "atty", "brig", "capt", "cmdr", "col", "coun", "cpl", "dept", "dr", "fig", "fr", "gen", "gov", "hon", "lt",
    "maj", "messrs", "mr", "mrs", "ms", "msgr", "no", "nos", "pp", "pres", "prof", "rep", "reps", "rev", "sen", "sens",
    "sgt", "st", "supt", "vs",
];

/// Those that, written so, are words of their own but before a figure: *fell ill*, *iron ore*, *No*.
const WORDS: &[&str] = &["No", "ark", "est", "fig", "gal", "ill", "mass", "miss", "no", "ore", "rep", "rev", "wash"];

/// A stop and the marks that close after it; a longer row is no end but decoration, whose
/// last marks are looked at in their turn.
const MAX_CLOSING: usize = 8;

/// Calls `each` with every sentence of one paragraph, as a range of token indices. Only at one of `stops` may one end.
pub(super) fn split(text: &str, tokens: &[Token], stops: &[usize], mut each: impl FnMut(std::ops::Range<usize>)) {
    let mut start = 0;
    for &at in stops {
        if at >= start
            && let Some(end) = end_of_sentence(text, tokens, at)
        {
            each(start..end);
            start = end;
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
    if !next.spaced && !lacks_space(text, tokens, at, end) || !begins_sentence(text, tokens, end) {
        return None;
    }
    if word == "." && at > 0 && !tokens[at].spaced {
        let before = &text[tokens[at - 1].span.range()];
        let is_short = || is_listed(ABBREVIATIONS, before) && !word_can_end(text, next.span);
        let is_word = || WORDS.contains(&before) && !is_figure(text, next);
        if (is_listed(TITLES, before) || is_short()) && !is_word() {
            return None;
        }
    }
    if token.kind == TokenKind::Word && !word_can_end(text, next.span) {
        return None;
    }
    Some(end)
}

/// Whether a sorted list of words in lower case has `word`, whatever its capitals.
fn is_listed(list: &[&str], word: &str) -> bool {
    /// The longest word of the lists: *approx*, *messrs*.
    const LONGEST: usize = 6;
    if word.len() > LONGEST {
        return false;
    }
    let lower = word.bytes().map(|it| it.to_ascii_lowercase());
    list.binary_search_by(|it| it.bytes().cmp(lower.clone())).is_ok()
}

/// *No. 1*, *fig. 3*, *est. 1980*
fn is_figure(text: &str, next: &Token) -> bool {
    text[next.span.range()].starts_with(|it: char| it.is_ascii_digit() || it == '#')
}

/// *The ferry went.Nobody came*: a small word, a full stop, a word with a capital. No address looks so.
fn lacks_space(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let word = |at: usize| tokens.get(at).filter(|it| it.kind == TokenKind::Word).map(|it| &text[it.span.range()]);
    let ends_small =
        at.checked_sub(1).and_then(word).is_some_and(|it| it.len() >= 3 && it.ends_with(char::is_lowercase));
    let mut next = word(end).unwrap_or_default().chars();
    let is_capital = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(char::is_lowercase);
    let stands_free = tokens.get(end + 1).is_some_and(|it| it.spaced);
    ends_small && is_capital && stands_free && text[tokens[at].span.range()] == *"."
}

/// After *U.S.*, *J.*, *a.m.*: only a word that commonly opens a sentence ends it.
fn word_can_end(text: &str, next: Span) -> bool {
    const OPENERS: &str = "A After Although An As At But Dr For From He Her His How However I If In It Its \
        Meanwhile Mr Mrs Ms My No On One Our She Since So Some That The Their Then There These They This Those Though \
        To Under We What When While Why With Yet You";
    let word = &text.as_bytes()[next.range()];
    let is_capital = matches!(word, [b'A'..=b'Z', rest @ ..] if rest.iter().all(u8::is_ascii_lowercase));
    is_capital && is_one_of(word, OPENERS)
}

fn begins_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let mut words = tokens[at..].iter().take(3).map(|token| &text[token.span.range()]);
    words.find(|word| !is_opening(word)).and_then(|word| word.chars().next()).is_some_and(|first| !first.is_lowercase())
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "”" | "’" | ")" | "]" | "." | "!" | "?" | "…" | "»")
}

fn is_opening(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "“" | "‘" | "(" | "[" | "«" | "—" | "–" | "-")
}

#[cfg(test)]
mod tests {
    use crate::text::Document;

    /// The sentences of a paragraph.
    fn split(text: &str) -> Vec<String> {
        let document = Document::parse(text);
        document.sentences().iter().map(|it| document[it.span].to_owned()).collect()
    }

    #[test]
    fn lists_are_sorted() {
        for list in [super::ABBREVIATIONS, super::TITLES] {
            assert!(list.is_sorted() && list.iter().all(|it| super::is_listed(list, it)));
        }
    }

    #[test]
    fn abbreviations_go_on() {
        for text in [
            "Dr. Lee met Gov. Rae on Oct. 17 at 9 a.m. in Velia.",
            "J. R. Lee of the U.S. Navy came.",
            "It cost 3.50 or No. 1 would be out.",
            "Read it at www.velia.example/a.b?c=d. or ask.",
            "He wrote to a.lee@velia.example and waited…",
            "The #ferry hashtag was used by @velia.post that day.",
            "Lee (D-Va.) and Rae, R-Tex., came.",
        ] {
            assert_eq!(split(text), [text]);
        }
    }

    #[test]
    fn words_that_look_like_abbreviations() {
        for word in super::WORDS {
            let said = format!("They spoke of the {word}. Nurses left.");
            assert_eq!(split(&said).len(), 2, "{said}");
            let short = format!("It is the {word}. 3 of ten.");
            assert_eq!(split(&short).len(), 1, "{short}");
        }
        for short in ["Borsk, Ill. Mayor Lee met the Rev. Rae, Rep. Sims and Sen. Roe.", "Lee (R-Mass.) met a nurse."] {
            assert_eq!(split(short).len(), 1, "{short}");
        }
        for said in ["“No.” Nurses left.", "Would it open? No. Nurses left."] {
            assert!(split(said).len() > 1, "{said}");
        }
    }

    #[test]
    fn ends() {
        assert_eq!(split("He left. She stayed."), ["He left.", "She stayed."]);
        assert_eq!(split("He left the U.S. The ferry went."), ["He left the U.S.", "The ferry went."]);
        assert_eq!(split("They met in Ames, Iowa. Nobody came."), ["They met in Ames, Iowa.", "Nobody came."]);
        assert_eq!(split("“Go!” he said. “Now.” He went."), ["“Go!” he said.", "“Now.”", "He went."]);
        assert_eq!(split("He left at 9 p.m. But she stayed."), ["He left at 9 p.m.", "But she stayed."]);
        assert_eq!(split("He left the U.S. Dr. Lee stayed."), ["He left the U.S.", "Dr. Lee stayed."]);
        assert_eq!(split("He met Lt. Dr. Lee, Prof. Dr. Rae and U.S. Rep. Roe.").len(), 1);
        assert_eq!(split("Was it you? No… It was me!"), ["Was it you?", "No…", "It was me!"]);
    }

    #[test]
    fn a_missing_space() {
        assert_eq!(split("The ferry went.Nobody came."), ["The ferry went.", "Nobody came."]);
        assert_eq!(split("Node.js and velia.example are names."), ["Node.js and velia.example are names."]);
    }
}
