//! Readers' letters within an article: their words are the writers'.

use crate::ling::{Annotated, Block, keys_of};
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

/// How the line begins that ends a letter.
const FAREWELLS: &[&str] = &["best wishes", "kind regards", "respectfully", "sincerely", "yours"];

/// The words with which the heads and greetings begin: most paragraphs begin with none of them.
const FIRST: [u64; 8] = keys_of(["dear", "from", "letters", "madam", "readers", "sir", "to", "your"]);

/// Paragraphs of a letter at most.
const LONGEST: usize = 12;

/// Returns the letters of an article, in order. What is headed as letters goes on to its end.
pub(super) fn letters(text: Annotated<'_>) -> Vec<Span> {
    let blocks = &text.article.blocks;
    let title = text.article.headline.map_or(0, Span::start);
    let mut letters = Vec::new();
    let mut behind = 0;
    for (at, block) in blocks.iter().enumerate() {
        let first = &text.words[text.document.paragraphs()[block.paragraph].tokens.start];
        if at < behind || block.span.start() < title || !FIRST.contains(&first.key) {
            continue;
        }
        let line = opening(&text.document[block.span]);
        let last = if HEADS.contains(&line.trim_end_matches(':')) || line.starts_with("letters: ") {
            Some(blocks.len() - 1)
        } else if line.starts_with("dear ") && line.contains([',', ':'])
            || GREETINGS.iter().any(|it| line.starts_with(it))
        {
            let bids = |it: &Block| FAREWELLS.iter().any(|bid| opening(&text.document[it.span]).starts_with(bid));
            let farewell = blocks[at..].iter().take(LONGEST).position(bids);
            // Without a farewell it may be all in one.
            Some(at + farewell.unwrap_or(0))
        } else {
            None
        };
        if let Some(last) = last {
            letters.push(block.span.to(blocks[last].span));
            behind = last + 1;
        }
    }
    letters
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
