//! Traces of scanning, machine translation and careless copying.

use crate::ling::{
    Annotated, Block, BlockKind, KeyIndex, Shape, Word, WordSet, bit_of, is_among, key, key_of, keys_of,
};
use crate::text::{Span, Token, TokenKind, beyond_ascii};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{self, Cue, Walk};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("garbled-text"),
    name: "Garbled text",
    family: Family::Provenance,
    polarity: Polarity::Note,
    explanation: Explanation {
        what: "Words are broken, doubled or out of place here.",
        why: "A machine may have translated, scanned or copied the text, and nobody read it over.",
        but: "It may be one slip, or come from how you copied it.",
        question: "What might the original have said?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Does the text look like a copy of another, with some portions different?",
        source: "W3C Credible Web signals, 6acabe52",
    }],
    failures: &["Smooth machine translation leaves no such trace.", "Poems and songs may repeat their lines."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The missing men are believed to [[be They]] have gone over the river."),
    Example("The council [[donâ€™t]] know, he said."),
    Example("The crowd stood by the [[govern- ment]] building."),
    Example("The crowd sang along to We Are Young."),
    Example("The pre- and post-war years were lean, and the short- or long-term plans failed."),
    Example("The men are believed to be over the river."),
];

/// A paragraph shorter than this may well come twice: a slogan, a refrain, the lines a running report
/// repeats with each update.
const MIN_REPEATED_WORDS: usize = 18;

/// Tokens of a paragraph that by design does not come twice in a row.
const MIN_DOUBLED: usize = 10;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let may_repeat = begin_alike(text);
    let mut openings = KeyIndex::with_room(if may_repeat { text.article.blocks.len() } else { 0 });
    let mut before: Option<&Block> = None;
    let is_log = is_running_report(text);
    let may_be_mojibake = shared::strange(text).may_be_mojibake;
    let mut seams = Walk::through(text, Cue::Seam);
    for block in text.prose() {
        let tokens = text.document.paragraphs()[block.paragraph].tokens.clone();
        let again =
            before.filter(|it| tokens.len() > MIN_DOUBLED && text.document[it.span] == text.document[block.span]);
        let again = if may_repeat { repeats(text, block, &mut openings) } else { None }.or(again.map(|_| block.span));
        if let Some(first) = again.filter(|_| !is_log) {
            findings.add(Finding::new(first).kind("repeated").note("These words stand in the text before."));
        }
        if let Some(before) = before.filter(|it| is_torn(text, it, block)) {
            let last = text.document.paragraphs()[before.paragraph].tokens.end - 1;
            let seam = text.document.tokens()[last].span.to(text.document.tokens()[tokens.start].span);
            findings.add(Finding::new(seam).kind("torn").note("A sentence is torn in two here."));
        }
        let is_second = |it: &Word| match it.shape {
            Shape::Punct => it.has_key(HYPHEN),
            Shape::Capital => is_among(it.key, &SUBJECTS),
            _ => false,
        };
        let behind_first = tokens.start + 1..tokens.end;
        for second in seams.places(&behind_first).filter(|it| is_second(&text.words[*it])) {
            let at = second - 1;
            let left = &text.document.tokens()[at..tokens.end];
            if let Some((span, kind)) = at_token(text, at, left) {
                findings.add(Finding::new(span).kind(kind));
            }
        }
        if may_be_mojibake {
            mojibake(text, block, findings);
        }
        before = Some(block);
    }
}

/// Whether the text is added to by the hour, and says again what it said: paragraphs that are a
/// time of day, or a line between two entries.
fn is_running_report(text: Annotated<'_>) -> bool {
    /// Bytes of such a paragraph: *10:45 p.m.*
    const LONGEST: usize = 12;
    let is_mark = |words: &str| {
        words.starts_with("___") || words.starts_with(|it: char| it.is_ascii_digit()) && words.contains(".m.")
    };
    let short = text.article.blocks.iter().filter(|it| it.span.len() <= LONGEST);
    short.filter(|it| is_mark(&text.document[it.span])).take(2).count() == 2
}

/// Whether two paragraphs may begin with the same few words; mostly none do.
fn begin_alike(text: Annotated<'_>) -> bool {
    const FEW: usize = 4;
    let mut seen = [0_u64; 64];
    let mut openings = text.prose().filter_map(|block| {
        let tokens = &text.document.paragraphs()[block.paragraph].tokens;
        let words = text.words[tokens.clone()].iter().filter(|it| it.shape != Shape::Punct).take(FEW);
        (tokens.len() >= MIN_REPEATED_WORDS)
            .then(|| words.fold(0_u64, |hash, it| (hash.rotate_left(5) ^ it.key).wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    });
    openings.any(|it| {
        let (at, bit) = bit_of(it, seen.len());
        let is_seen = seen[at] & bit != 0;
        seen[at] |= bit;
        is_seen
    })
}

/// If the paragraph begins as an earlier one did, returns the words that are the same.
fn repeats(text: Annotated<'_>, block: &Block, openings: &mut KeyIndex) -> Option<Span> {
    let tokens = &text.document.paragraphs()[block.paragraph].tokens;
    if tokens.len() < MIN_REPEATED_WORDS {
        return None;
    }
    let (mut hash, mut last, mut read, mut numbers) = (0_u64, tokens.start, 0, 0);
    for (at, word) in text.words[tokens.clone()].iter().enumerate() {
        if word.shape != Shape::Punct {
            hash = (hash.rotate_left(5) ^ word.key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            last = tokens.start + at;
            numbers += usize::from(word.shape == Shape::Number);
            read += 1;
            if read == MIN_REPEATED_WORDS {
                break;
            }
        }
    }
    // Lines of a list or a recipe come again by nature.
    if read < MIN_REPEATED_WORDS || numbers > 1 {
        return None;
    }
    let opening = Span::new(block.span.start(), text.document.tokens()[last].span.end());
    // The number of an opening is the token it ends with.
    (openings.get_or_insert(hash, last) != last).then_some(opening)
}

/// Whether a page or column ended in the middle of a sentence.
fn is_torn(text: Annotated<'_>, before: &Block, after: &Block) -> bool {
    let (first, second) = (&text.document[before.span], &text.document[after.span]);
    let ends_open = || first.ends_with(|it: char| it.is_lowercase() || it == ',');
    let goes_on = second.starts_with(char::is_lowercase);
    let words = |block: &Block| text.document.paragraphs()[block.paragraph].tokens.len();
    let is_prose = |block: &Block| block.kind == BlockKind::Paragraph && words(block) >= 8;
    // Items of a list begin small too, one below the other.
    goes_on
        && ends_open()
        && is_prose(before)
        && is_prose(after)
        && second.ends_with(['.', '”', '"', '?', '!'])
        && first.starts_with(|it: char| !it.is_lowercase())
}

/// The second of the words at which a text may be garbled.
pub(super) fn seconds() -> impl Iterator<Item = u64> {
    ["they", "he", "she", "we", "it", "-"].into_iter().map(key)
}

const HYPHEN: u32 = key_of("-");
const SUBJECTS: [u32; 5] = keys_of(["they", "he", "she", "we", "it"]);
static LEADS_ON: WordSet = WordSet::new("be is are was were been to of for with and that by from");
static AUXILIARIES: WordSet = WordSet::new("have has had is are was were will would can could");
static JOINS: WordSet = WordSet::new("and or to nor but through versus than as und y et");

/// What is garbled at the first of the tokens that are `left` of the paragraph.
fn at_token(text: Annotated<'_>, at: usize, left: &[Token]) -> Option<(Span, &'static str)> {
    let (second, third) = (left.get(1)?, left.get(2)?);
    let span = left[0].span;
    let word = &text.document[span];
    // *govern- ment*
    let is_hyphen = |it: &Token| !it.spaced && &text.document[it.span] == "-";
    if is_hyphen(second)
        && left[0].kind == TokenKind::Word
        && word.len() >= 3
        // *beyond-the- fringe*: a compound, with a slip.
        && !word.contains('-')
        && third.spaced
        && third.kind == TokenKind::Word
    {
        let is_small = |it: &Token| text.document[it.span].starts_with(|it: char| it.is_ascii_lowercase());
        let is_one_word = is_small(&left[0]) && is_small(third) && text.document[third.span].len() >= 3;
        // At the end of a line a hyphen is where it belongs.
        let same_line = !text.document.text()[second.span.end()..third.span.start()].contains('\n');
        let is_broken = same_line && is_one_word && !JOINS.has(text.words[at + 2].key);
        return is_broken.then(|| (span.to(third.span), "broken-word"));
    }
    // *believed to be They have*: a capital in the middle.
    let is_capital = text.words[at + 1].shape == Shape::Capital && second.spaced;
    let is_new_start = is_capital
        && text.words[at].shape == Shape::Lower
        && LEADS_ON.has(text.words[at].key)
        && is_among(text.words[at + 1].key, &SUBJECTS)
        && text.words[at + 2].shape == Shape::Lower
        && AUXILIARIES.has(text.words[at + 2].key);
    is_new_start.then(|| (span.to(second.span), "out-of-place"))
}

/// What a wrong encoding makes of quotation marks, dashes and accents.
const MOJIBAKE: &str = "\u{fffd} â€ Ã© Ã¨ Ã¡ Ã± Ã¶ Ã¼ Ã¤ Ã§ Â£ Â© Â« Â»";

/// Whether what a wrong encoding makes may begin here. Most texts have curly marks, dashes and accents at most.
pub(super) fn is_strange(text: &str, at: usize) -> bool {
    // How U+FFFD begins; *Â*, *Ã*, *â*.
    matches!(text.as_bytes()[at..], [0xef, ..] | [0xc3, 0x82 | 0x83 | 0xa2, ..])
}

fn mojibake(text: Annotated<'_>, block: &Block, findings: &mut Findings) {
    let paragraph = &text.document[block.span];
    if !beyond_ascii(paragraph).any(|at| is_strange(paragraph, at)) {
        return;
    }
    let mut at = block.span.start();
    for word in paragraph.split_inclusive(char::is_whitespace) {
        let bare =
            word.trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '.' | ',' | ';' | ':' | '?' | '!'));
        if MOJIBAKE.split(' ').any(|it| bare.contains(it)) {
            findings.add(Finding::new(Span::new(at, at + bare.len())).kind("encoding"));
        }
        at += word.len();
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_paragraph_that_comes_again() {
        check(
            &TRAIT,
            "When the dam broke in the spring of 1958 nobody in the valley was warned by the mayor or his men.\n\nThe mayor \
             slept.\n\n[[When the dam broke in the spring of 1958 nobody in the valley was warned by the mayor]] or his men.",
        );
    }

    #[test]
    fn a_paragraph_printed_twice_in_a_row() {
        let lines = "Nobody in the valley was warned by the mayor or his men.";
        check(&TRAIT, &format!("The dam broke.\n\n{lines}\n\n[[{lines}]]"));
        check(&TRAIT, "The dam broke.\n\nWe will rebuild.\n\nWe will rebuild.");
    }

    #[test]
    fn a_line_of_a_running_report() {
        check(
            &TRAIT,
            "The survey was made for the Velmar Post by the Tarn Institute with 400 voters.\n\nLoft won the north.\n\n\
             The survey was made for the Velmar Post by the Tarn Institute with 900 others.",
        );
    }

    #[test]
    fn an_entry_of_a_running_report() {
        let entry = "The survey was made for the Velmar Post by the Tarn Institute with 400 voters who left the polls early on Monday.";
        check(&TRAIT, &format!("7 p.m.\n\n{entry}\n\n___.\n\n5:55 p.m.\n\n{entry}"));
    }

    #[test]
    fn a_sentence_torn_by_a_page() {
        check(
            &TRAIT,
            "Nobody came.\n\nThe council of the valley met on Monday to talk about the [[dam\n\nwhich]] had been left \
             without a guard for nine years or more.",
        );
    }

    #[test]
    fn names_with_a_capital_pronoun() {
        check(&TRAIT, "The horror film It is back, and they listened to We.");
    }

    #[test]
    fn every_token_once() {
        check(&TRAIT, "He said [[â€œno,â€]] and left.");
    }
}
