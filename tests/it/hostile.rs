//! Any text has a report, soon: no panic, no span out of place, no time out of proportion.

use std::fs;
use std::iter::repeat_n;

use proptest::prelude::*;
use sayso::report::{Report, analyse, segments};
use sayso::text::Span;

use crate::clock;

/// What each of these does when it comes a hundred thousand times.
const PIECES: &[&str] = &[
    "a",
    "A",
    " ",
    "\n",
    "\n\n",
    ".",
    ",",
    "“",
    "”",
    "\"",
    "'",
    "(",
    "[x](",
    "<b>",
    "1",
    "1,",
    "U.S. ",
    "Mr. ",
    "said ",
    "said, “no”",
    "he said ",
    "officials said ",
    "according to ",
    "The Official ",
    "John Smith ",
    "Smith’s ",
    "Monday, 3 May 2019 ",
    "at least seven people were killed ",
    "Home News World ",
    "By Jane Doe\n",
    "Original headline\n\nShown headline\n\n",
    "قال مسؤول. ",
    "说",
    "e\u{301}",
    "\u{200b}",
    "\u{202e}",
    "\0",
    "*",
    "_",
    "a\n\n*",
    "👩‍👧",
];

const SENTENCES: &str = "A senior official said on Tuesday that the bridge would close. “We were never asked,” \
     said Marta Olden, who has run the ferry since 1998. According to the port authority, 1,240 ships called.\n\n";

#[test]
fn every_piece_by_itself() {
    for piece in PIECES {
        for count in [0, 1, 2, 3, 1_000] {
            check(&piece.repeat(count));
        }
    }
}

#[test]
fn megabytes_of_one_letter() {
    check(&"a".repeat(5_000_000));
}

#[test]
fn time_grows_as_the_text() {
    for piece in PIECES.iter().chain(&[SENTENCES]) {
        grows_as(piece, 12_000, 8);
    }
}

/// A source without a name in every sentence, and others that might tell who it is; a claim, an accusation.
const UNNAMED: &[&str] = &[
    "The girl, who cannot be named for legal reasons, said the boy had left. ",
    "A clerk said the wall was weak. Ann Lee, the cook, said it had rained. Residents said so too. ",
    "Inspectors said the wall was weak.\n\n“It is,” said Bo Rae, a mason. The officials spoke on condition of anonymity. ",
    "the mill sold it, she said. ",
    "a cook, who gave her name as Mags, said it ",
    "The widow accused Tom Arlen of theft. The judges are in the pay of the mayor. ",
];

/// More of them than any text has: what is asked of each must not walk over all.
#[test]
fn time_grows_as_the_sources() {
    for piece in UNNAMED {
        grows_as(piece, 60_000, 16);
    }
}

/// A name once, and then one sentence without an end: no pronoun of it walks back to the name.
#[test]
fn time_grows_as_the_pronouns() {
    for start in ["Jane Pell left the port. ", "Tom Arlen said no; ", "Jane Pell left. She said it was late; "] {
        let of = |times: usize| {
            format!("A ship came.\n\nIt left.\n\n{start}{}", "“It is late,” he said; she said; ".repeat(times))
        };
        let (short, long) = (of(800), of(12_800));
        clock::assert_linear(start, || repeat_n(&short, 16).for_each(|it| drop(analyse(it))), || drop(analyse(&long)));
    }
}

/// Fails if `piece` over and over takes longer in one text than in as many short ones.
fn grows_as(piece: &str, bytes: usize, times: usize) {
    let short = piece.repeat(bytes / piece.len() + 1);
    let long = short.repeat(times);
    clock::assert_linear(piece, || repeat_n(&short, times).for_each(|it| drop(analyse(it))), || drop(analyse(&long)));
}

/// As a text ends that was cut off in copying: behind any word, with a full stop or without.
#[test]
fn a_text_cut_off_anywhere() {
    let library = fs::read_dir("public/library").expect("the library is there");
    let files = library.map(|file| file.expect("it is a file").path()).chain(["tests/gold/own.txt".into()]);
    for file in files {
        let text = fs::read_to_string(file).expect("it is a text");
        for paragraph in text.split("\n\n") {
            cut_off_anywhere(paragraph);
        }
    }
    cut_off_anywhere("According to a survey of the port, 61 percent of the 702 clerks read.");
}

fn cut_off_anywhere(text: &str) {
    for (end, _) in text.match_indices(' ') {
        analyse(&text[..end]);
        analyse(&format!("{}.", &text[..end]));
    }
}

/// Whoever is cited last in a text that ends with them.
#[test]
fn a_source_at_the_very_end() {
    for source in
        ["Friends", "friends", "the bbc", "one", "the ex-mayor", "the blogosphere", "the q. and a", "Monday’s"]
    {
        for opening in
            ["He is ill, according to ", "He is ill, said ", "He is ill, says ", "Ann Lee spoke on ", "He told "]
        {
            for end in ["", ".", "’s", "’", ",", " and", " of", " who", "\n"] {
                check(&format!("{opening}{source}{end}"));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
    }

    #[test]
    fn pieces_in_any_order(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(&pieces.concat());
    }
}

/// Reports on a text and checks that the report is about it.
fn check(text: &str) {
    let report = analyse(text);
    assert!(!report.articles.is_empty(), "even an empty text is an article");
    assert!(report == analyse(text), "the same text has the same report");
    let ids = report.articles.iter().flat_map(|it| &it.flags).map(|it| it.id.0);
    assert!(ids.eq(1..=flag_count(&report)), "flags are counted over the document");
    for article in &report.articles {
        let spans = article.flags.iter().map(|it| it.span).chain(article.blocks.iter().map(|it| it.1));
        for span in spans.chain(article.sentences.iter().map(|it| it.0)).chain([article.span]) {
            assert!(text.get(span.range()).is_some(), "{span:?} cuts a letter or lies outside");
        }
        assert!(
            article.flags.is_sorted_by_key(|it| it.span.end()),
            "flags come in the order in which their numbers stand"
        );
        tiles(&segments(article.span, &article.flags).iter().map(|it| it.span).collect::<Vec<_>>(), article.span);
    }
}

fn tiles(parts: &[Span], whole: Span) {
    assert!(parts.windows(2).all(|pair| pair[0].end() == pair[1].start()), "stretches touch");
    let ends = parts.first().zip(parts.last()).map(|(first, last)| Span::new(first.start(), last.end()));
    assert!(ends.is_none_or(|it| it == whole), "stretches cover the article");
}

fn flag_count(report: &Report) -> u32 {
    report.articles.iter().map(|it| u32::try_from(it.flags.len()).expect("flags are fewer than bytes")).sum()
}
