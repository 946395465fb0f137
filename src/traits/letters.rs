//! Readers' letters within an article: their words are the writers'.

use crate::ling::{Annotated, Block, is_among, keys_of};
use crate::text::{Span, lower};

/// Why the words of a letter are let pass.
pub(super) const IN_LETTER: &str = "Written by a reader, not by the outlet.";

/// Heads above letters.
const HEADS: &[&str] = &[
    "from our readers",
    "letters",
    "letters to the editor",
    "readers respond",
    "readers write",
    "readers’ letters",
    "your letters",
];

/// How a letter to a paper begins.
const GREETINGS: &[&str] = &["madam –", "sir –", "sir, –", "to the editor:"];

/// Who is greeted as *dear* in any letter.
const GREETED: &[&str] = &["editor", "editors", "sir", "sirs", "madam"];

/// How the line begins that ends a letter.
const FAREWELLS: &[&str] = &["best wishes", "kind regards", "respectfully", "sincerely", "yours"];

/// The words with which the heads and greetings begin: most paragraphs begin with none of them.
const FIRST: [u32; 8] = keys_of(["dear", "from", "letters", "madam", "readers", "sir", "to", "your"]);

/// Paragraphs of a letter at most.
const LONGEST: usize = 12;

/// Returns the letters of an article, in order. What is headed as letters goes on to its end.
pub(super) fn letters(text: Annotated<'_>) -> Vec<Span> {
    let blocks = &text.article.blocks;
    let title = text.article.headline.map_or(0, Span::start);
    let is_headline = |it: &Block| text.article.headline.is_some_and(|headline| headline.overlaps(it.span));
    let mut letters = Vec::new();
    let mut behind = 0;
    for (at, block) in blocks.iter().enumerate() {
        // A line of its own signs the paragraph above it.
        if at > behind.max(1) && is_handle(&text.document[block.span]) {
            letters.push(blocks[at - 1].span.to(block.span));
            behind = at + 1;
        }
        let Some(first) = text.words.get(text.document.paragraphs()[block.paragraph].tokens.start) else { continue };
        if at < behind || block.span.start() < title || !is_among(first.key, &FIRST) {
            continue;
        }
        let line = opening(&text.document[block.span]);
        let is_head = HEADS.contains(&line.trim_end_matches([':', '.']));
        let last = if is_head || line.starts_with("letters: ") && !is_headline(block) {
            Some(blocks.len() - 1)
        } else {
            let bids = |it: &Block| FAREWELLS.iter().any(|bid| opening(&text.document[it.span]).starts_with(bid));
            let farewell = || blocks[at..].iter().take(LONGEST).position(bids);
            match greeting(&text.document[block.span], &line) {
                // Without a farewell it may be all in one.
                Greeting::Sure => Some(at + farewell().unwrap_or(0)),
                Greeting::Possible => farewell().map(|it| at + it),
                Greeting::None => None,
            }
        };
        if let Some(last) = last {
            letters.push(block.span.to(blocks[last].span));
            behind = last + 1;
        }
    }
    letters
}

/// *@annlee*
fn is_handle(line: &str) -> bool {
    line.starts_with('@') && line.len() > 2 && !line.contains(' ')
}

enum Greeting {
    None,
    /// *Dear friends, …*, but also *Dear fuel, high rents …*.
    Possible,
    Sure,
}

/// Whether a block begins as a letter does, and its [`opening`].
fn greeting(block: &str, line: &str) -> Greeting {
    /// Nobody has a longer name, in bytes.
    const REACH: usize = 32;
    if GREETINGS.iter().any(|it| line.starts_with(it)) {
        return Greeting::Sure;
    }
    let Some(greeted) = block.trim().strip_prefix("Dear ") else { return Greeting::None };
    let end = greeted.find(|it: char| !it.is_alphanumeric()).unwrap_or(greeted.len());
    if GREETED.contains(&lower(&greeted[..end]).as_str()) {
        return Greeting::Sure;
    }
    match greeted.split_once([',', ':']) {
        Some((name, rest)) if name.len() < REACH => {
            let is_name = name.starts_with(char::is_uppercase);
            if is_name || rest.is_empty() { Greeting::Sure } else { Greeting::Possible }
        }
        _ => Greeting::None,
    }
}

/// The beginning of a block, in lower case, with one kind of apostrophe; whole where it is a head.
fn opening(block: &str) -> String {
    /// No head is longer, and no greeting either, in bytes.
    const REACH: usize = 32;
    let block = block.trim();
    let end = (0..=REACH.min(block.len())).rev().find(|&at| block.is_char_boundary(at)).unwrap_or(0);
    // One byte more tells that this is no head.
    let more = if end < block.len() { "…" } else { "" };
    format!("{}{more}", lower(&block[..end])).replace('\'', "’")
}

#[cfg(test)]
mod tests {
    use super::super::{loaded_label, unnamed_source};
    use crate::testing::check;

    #[test]
    fn a_head_with_a_full_stop() {
        let text = "Tolls rise in May\n\nLetters.\n\nOnly a fool of a mayor would do that. A source said it was bad.";
        check(&unnamed_source::TRAIT, text);
    }

    #[test]
    fn what_is_dear_is_no_reader() {
        let text = "Dear fuel, high rents and old boats have hurt the port. [[A source]] said it was bad.";
        check(&unnamed_source::TRAIT, text);
        check(&unnamed_source::TRAIT, "Dear Bo, a neighbour says that my wall is weak. Tired, Tarn");
        check(&unnamed_source::TRAIT, "Dear friends,\n\na neighbour is ill.\n\n[[A neighbour]] says it was bad.");
    }

    #[test]
    fn a_handle_signs_what_stands_above_it() {
        let text = "Tolls rise in May\n\nIt is late.\n\n[[A source]] said it was bad.\n\nA neighbour says that it is good.\n\n@annlee";
        check(&unnamed_source::TRAIT, text);
        check(&unnamed_source::TRAIT, "Tolls rise in May\n\n@annlee\n\n[[A source]] said it was bad.");
    }

    #[test]
    fn a_headline_on_letters_heads_none() {
        let below = "The law was old.\n\n[[A source]] said it was bad.";
        check(&unnamed_source::TRAIT, &format!("Letters: police read mail for years\n\n{below}"));
    }

    #[test]
    fn an_editor_is_greeted_without_a_comma() {
        check(&loaded_label::TRAIT, "Dear Editor\n\nThe mayor is a brutal thug.\n\nYours, Ann Lee");
        check(&unnamed_source::TRAIT, "Dear Sir\n\nA neighbour says that my wall is weak.\n\nYours, Ann Lee");
    }
}
