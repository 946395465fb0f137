//! Laws of the text model and of marked text: what holds for any input.

use std::hint::black_box;

use proptest::prelude::*;
use sayso::ling::{Reading, compare};
use sayso::testing::{mark, strip};
use sayso::text::{Document, Span};

use crate::clock;

/// Pieces that real pages are made of, and some that try the borders.
const PIECES: &[&str] = &[
    "a.",
    "U.S.",
    "a.m. ",
    "Dr. ",
    "No. 1 ",
    "word-",
    "-word ",
    "3,000.50",
    ". . . ",
    "…",
    "’s ",
    "“No,” ",
    "he said.",
    "\r\n",
    "\n\n",
    "\u{2028}",
    "\u{200b}",
    "\u{feff}",
    "e\u{301}",
    "👩‍👧",
    "قال ",
    "说",
    "\0",
    "the council of the town met on a night to talk about the ferry and its\n",
    "had not left the harbour for weeks and weeks, said all the people there.\n",
    "Home > News > Harbour\n\n",
    "HomeNewsFerry late again in the harbour\n\nFerry late again in the harbour\n\n",
    "Six dockers hurt in harbour march\n\nAt least six dockers hurt in harbour march\n\n",
    "Wolf’s men take harbour | Ann Lee | VP\n\n",
    "By Ann Lee, Associated Press\n\n",
    "May 3, 2021\n\n",
    "VELIA (AP) — ",
    "Related articles\n\n",
    "[a](/b)\n\n",
    "Photo: Bo Rae, AP\n\n",
    "(Reporting by Ann Lee; editing by Bo Rae)\n\n",
    "The ferry was late again on Monday, and nobody at the port would say why.\n\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn documents_of_any_text(text in any::<String>()) {
        holds(&text);
    }

    #[test]
    fn documents_of_pieces(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        holds(&pieces.concat());
    }

    #[test]
    fn marks_come_off_again(pieces in prop::collection::vec(prop::sample::select(PIECES), 1..8), cut in any::<prop::sample::Index>()) {
        // Marked text has no way to write a bracket that is none of its marks.
        let text = pieces.concat().replace(['[', ']'], "");
        let at = text.char_indices().nth(cut.index(text.chars().count().max(1))).map_or(0, |(at, _)| at);
        prop_assume!(at > 0);
        let spans = [Span::new(0, text.len()), Span::new(at, text.len())];
        let (bare, found) = strip(&mark(&text, &spans));
        prop_assert_eq!(bare, text);
        prop_assert_eq!(found, spans);
    }

    #[test]
    fn headlines_of_any_words(shown in any::<String>(), original in any::<String>()) {
        for (shown, original) in [(&shown, &original), (&original, &shown), (&shown, &shown)] {
            let found = compare(shown, original);
            let changes = found.substitution.iter().flat_map(|it| &it.changes);
            for change in changes {
                prop_assert!(change.to.is_none_or(|it| shown.get(it.range()).is_some_and(|it| !it.is_empty())));
                prop_assert!(change.from.is_none_or(|it| original.get(it.range()).is_some_and(|it| !it.is_empty())));
            }
            prop_assert!(found.words.iter().filter_map(|it| it.shown).is_sorted());
        }
    }
}

/// Tokens lie in order inside their paragraphs; sentences tile the tokens; blocks are the paragraphs.
#[track_caller]
fn holds(text: &str) {
    let document = Document::parse(text);
    let mut tokens = 0;
    let mut sentences = 0;
    let mut end = 0;
    for (index, paragraph) in document.paragraphs().iter().enumerate() {
        assert!(end <= paragraph.span.start() && !paragraph.span.is_empty(), "paragraphs lie in order");
        end = paragraph.span.end();
        assert_eq!(paragraph.tokens.start, tokens, "paragraphs tile the tokens");
        assert_eq!(paragraph.sentences.start, sentences, "paragraphs tile the sentences");
        for sentence in &document.sentences()[paragraph.sentences.clone()] {
            assert_eq!((sentence.tokens.start, sentence.paragraph), (tokens, index), "sentences tile the tokens");
            tokens = sentence.tokens.end;
            assert!(paragraph.span.contains(sentence.span), "sentences lie inside");
        }
        assert_eq!(tokens, paragraph.tokens.end, "every token is in a sentence");
        sentences = paragraph.sentences.end;
    }
    assert_eq!((tokens, sentences), (document.tokens().len(), document.sentences().len()));
    assert!(document.tokens().windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start()), "tokens lie in order");
    assert!(
        document.tokens().iter().all(|it| text.get(it.span.range()).is_some_and(|it| !it.is_empty())),
        "no token is cut"
    );
    let blocks: usize = Reading::new(text).articles().map(|it| it.article.blocks.len()).sum();
    assert_eq!(blocks, document.paragraphs().len(), "every paragraph is one block of one article");
}

#[test]
fn time_grows_as_the_text() {
    for piece in PIECES {
        let short = piece.repeat(20_000 / piece.len() + 1);
        let long = short.repeat(8);
        let parse = |it: &str| drop(black_box(Document::parse(it)));
        clock::assert_linear(piece, || (0..8).for_each(|_| parse(&short)), || parse(&long));
    }
}
