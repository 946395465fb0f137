//! Capitals, exclamations, cliffhangers and questions in a headline.

use std::sync::LazyLock;

use crate::ling::{Annotated, Phrases, Shape, is_one_of};
use crate::text::{Span, TokenKind, cut, lower};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("headline-style"),
    name: "Headline that lures",
    family: Family::Headline,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The headline shouts, exclaims, asks, or keeps back what it is about.",
        why: "It works on feelings before you know the facts.",
        but: "An honest question, a quotation or a title may look the same.",
        question: "What would it say if it told you the news?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Cliffhangers, hidden secrets and provoked emotion are forms of clickbait.",
        source: "W3C Credible Web, Credibility Signals 8.1.1",
    }],
    failures: &["An acronym of more than five letters.", "A title or a slogan that ends in a mark."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("Mayor [[DESTROYS]] rival in debate\n\nThe mayor and her rival met on Monday.\n\nThey spoke of roads."),
    Example(
        "Town hall sold[[!]]\n\nThe town hall of Oldport will be sold, the council said on Monday.\n\nIt needs a roof.",
    ),
    Example("[[You won’t believe]] what the mayor said\n\nThe mayor spoke on Monday.\n\nShe spoke of roads."),
    Example("[[Is Mayor Reed Hiding Something?]]\n\nThe mayor spoke on Monday.\n\nShe spoke of roads."),
    Example("Fact check: Is Mayor Reed hiding something?\n\nThe mayor spoke on Monday.\n\nShe spoke of roads."),
    Example(
        "Explainer\n\nIs Mayor Reed hiding something?\n\nBy Ann Lee\n\nThe mayor spoke on Monday.\n\nShe spoke of roads.",
    ),
    Example("NATO and UNESCO meet in Oldport\n\nThe two bodies met on Monday.\n\nThey spoke of roads."),
    Example("Mayor: ‘Who will pay?’\n\nThe mayor spoke on Monday.\n\nShe spoke of roads."),
    Example("What the council decided on Monday\n\nThe council met on Monday.\n\nIt spoke of roads."),
];

/// Phrases that keep back what happened; own knowledge of English.
const CLIFFHANGERS: &str = "you won't believe|you will not believe|you'll never believe|you'll never guess|you won't guess|\
     what happened next|what happens next|what happened when|will shock you|will blow your mind|\
     will make you cry|will surprise you|will leave you speechless|the reason will|the reason why will|\
     here's what happened|this is what happened|here's why|this is why|find out why|find out what|\
     the truth about|they don't want you to know|doesn't want you to know|don't want you to see|\
     doesn't want you to see|doctors hate|one weird trick|this one trick|this simple trick|the secret to|\
     the secret behind|nobody is talking about|no one is talking about|wait until you see|\
     wait till you see|the internet is losing|everyone is talking about|what she did next|\
     what he did next|what they did next|guess who|guess what|jaw-dropping|mind-blowing";

static PHRASES: LazyLock<Phrases<()>> = LazyLock::new(|| {
    // A possessive ending is no part of a word's key, and *here's* looks like one.
    let phrases: Vec<_> = CLIFFHANGERS.split('|').map(|it| it.replace("'s ", " ")).collect();
    Phrases::new(phrases.iter().map(|it| (it.as_str(), ())))
});

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let Some(headline) = text.article.headline else { return };
    let tokens = text.document.tokens();
    let range = text.document.tokens_in(headline);
    if is_all_capitals(text, range.clone()) {
        findings.clear(headline, "All of it is in capitals: the style of a house, not a shout.");
    } else {
        shouted(text, range.clone()).for_each(|it| findings.add(Finding::new(tokens[it].span).kind("capitals")));
    }
    for at in range.clone() {
        let mark = &text.document[tokens[at].span];
        let is_run = at > range.start && &text.document[tokens[at - 1].span] == "!";
        if mark == "!" && !is_run && !is_in_quote(text, headline, tokens[at].span) {
            findings.add(Finding::new(tokens[at].span).kind("exclamation"));
        }
        if let Some(it) = PHRASES.at(text.words, at).filter(|it| it.words.end <= range.end) {
            let span = tokens[it.words.start].span.to(tokens[it.words.end - 1].span);
            findings.add(Finding::new(span).kind("cliffhanger"));
        }
    }
    let ends_in_question = text.document[headline].trim_end_matches(is_closing).ends_with('?');
    if ends_in_question && !text.document[headline].ends_with(is_closing) {
        let span = last_sentence(text, headline);
        if answers(&text.document[headline]) || is_under_column(text, headline) {
            findings.clear(span, "The headline says that the text will answer.");
        } else if asks_to_know(&text.document[span]) {
            findings.clear(span, "Somebody wants to know: it hints at nothing.");
        } else {
            findings.add(Finding::new(span).kind("question"));
        }
    }
}

/// *Fact check: …?*, *Explainer: …?*
fn answers(headline: &str) -> bool {
    headline.split_once([':', '|']).is_some_and(|(column, _)| is_column(column))
}

/// *Can I get my money back?*, *What is a recall petition?*, *What’s next at the port?*, *Ready for the vote?*
fn asks_to_know(question: &str) -> bool {
    const TO_READERS: [&str; 3] = ["ready for ", "are you ready ", "can you imagine "];
    let names = |it: &str| question.strip_prefix(it).is_some_and(is_noun);
    let lower = lower(question);
    let looks_ahead = |rest: &str| rest.split(' ').take(3).any(|it| it.trim_end_matches('?') == "next");
    asks_of_self(question)
        || names("What is a ")
        || names("What is an ")
        || TO_READERS.iter().any(|it| lower.starts_with(it))
        || cut(&lower, "what").is_some_and(|it| looks_ahead(it.1))
}

/// *Can I claim?*, not *Was World War I a fraud?*
fn asks_of_self(question: &str) -> bool {
    const OPENING: &str = "Am And Are But Can Could Did Do Does Had Have How If May Might Must Shall Should That Was \
        What When Where Who Why Will Would";
    let is_self = |(before, it): (&str, &str)| {
        it == "I" && (!before.starts_with(char::is_uppercase) || is_one_of(before, OPENING))
    };
    question.split_whitespace().zip(question.split_whitespace().skip(1)).any(is_self)
}

/// *turnpike, and who pays?*, *recall petition?*, not *woman hiding?*
fn is_noun(rest: &str) -> bool {
    const NOUNS: &str =
        "building filing hearing holding king listing meeting offering rating ring ruling string warning wing";
    let noun = rest.split([',', '?', ':']).next().unwrap_or_default().split(" and ").next().unwrap_or_default();
    let is_more = |it: &str| it == "to" || it.ends_with("ing") && !is_one_of(it, NOUNS);
    !noun.split_whitespace().skip(1).any(is_more)
}

/// *Explainer* on a line of its own, above the headline or right below it.
fn is_under_column(text: Annotated<'_>, headline: Span) -> bool {
    let near = text.article.blocks.iter().take_while(|it| it.span.start() < headline.start() || !it.kind.is_prose());
    near.take(8).any(|it| is_column(&text.document[it.span]))
}

/// Columns that answer what they ask.
fn is_column(words: &str) -> bool {
    const COLUMNS: &[&str] =
        &["explained", "explainer", "fact check", "fact-check", "factcheck", "faq", "q&a", "reality check"];
    COLUMNS.contains(&lower(words.trim()).as_str())
}

/// Whether hardly a long word is not in capitals.
fn is_all_capitals(text: Annotated<'_>, range: std::ops::Range<usize>) -> bool {
    let long =
        |at: &usize| text.document.tokens()[*at].kind == TokenKind::Word && text.document.tokens()[*at].span.len() > 2;
    let (capitals, others): (Vec<_>, Vec<_>) =
        range.filter(long).take(MAX_WORDS).partition(|&at| text.words[at].shape == Shape::AllCaps);
    capitals.len() > 3 * others.len() && capitals.len() > 1
}

/// Words of a headline that are read for their capitals.
const MAX_WORDS: usize = 64;

/// The words in capitals that are no acronyms, nor the name of a column: *EXCLUSIVE:*.
fn shouted(text: Annotated<'_>, range: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
    let end = range.end;
    range.filter(move |&at| {
        let token = text.document.tokens()[at];
        let word = &text.document[token.span];
        // *RIOT Games*
        let is_firm = at + 1 < end && text.words[at + 1].is_capital() && is_one_of(word, "CHAOS LAZY RIOT SICK");
        let is_column =
            text.document.tokens().get(at + 1).is_some_and(|it| matches!(&text.document[it.span], ":" | "|"));
        token.kind == TokenKind::Word
            && !is_column
            && !is_firm
            && text.words[at].shape == Shape::AllCaps
            && is_shouted(word)
    })
}

/// Common short words are shouted too; longer ones are taken for words, not acronyms.
fn is_shouted(word: &str) -> bool {
    const SHORT: &str = "ALL AND ARE BAD BIG BUT CAN DIE EVER EVIL FAKE FAIL FOR HATE HUGE JUST LIAR LIE LIES MUST \
        NEVER NOT NOW OWNED OUT REAL SHOCK STOP THE THIS TRUTH VERY WAR WHY WILL WITH WOW YES YOU YOUR ALERT CHAOS FURY HELL LAZY RIOT SICK SLAMS VILE";
    const ACRONYMS: &str = "UNESCO UNICEF OXFAM NASDAQ INTERPOL MERCOSUR AIPAC NASCAR UNHCR FRONTEX UNRWA";
    let is_plain = word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_plain && (is_one_of(word, SHORT) || word.len() > 5 && !is_one_of(word, ACRONYMS))
}

fn is_closing(char: char) -> bool {
    matches!(char, '’' | '”' | '"' | '\'' | ')' | '»')
}

/// Whether a place of the headline stands inside quotation marks in it.
fn is_in_quote(text: Annotated<'_>, headline: Span, at: Span) -> bool {
    let before = &text.document[Span::new(headline.start(), at.start())];
    let after = text.document[headline].get(at.end() - headline.start()..).unwrap_or_default();
    before.contains(['‘', '“', '"', '«']) && after.starts_with(is_closing)
}

/// The sentence of the headline that asks.
fn last_sentence(text: Annotated<'_>, headline: Span) -> Span {
    let sentences = text.document.sentences_in(headline);
    let last = text.document.sentences()[sentences.end - 1].span;
    Span::new(last.start().max(headline.start()), last.end().min(headline.end()))
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn short_words_that_shout() {
        let below = "\n\nBy Ann Lee\n\nThe town voted on Monday.\n\nIt spoke of roads.";
        check(&TRAIT, &format!("Boys run [[RIOT]] on the pier{below}"));
        check(&TRAIT, &format!("RIOT Games opens a studio on the pier{below}"));
        check(&TRAIT, &format!("The RSPCA and NATO run the pier{below}"));
    }

    #[test]
    fn a_question_of_whoever_wants_to_know() {
        let below = "\n\nBy Ann Lee\n\nThe town voted on Monday.\n\nIt spoke of roads.";
        check(&TRAIT, &format!("My ferry was late. Can I claim?{below}"));
        check(&TRAIT, &format!("What is a turnpike, and who pays?{below}"));
        check(&TRAIT, &format!("[[What is the mayor hiding?]]{below}"));
        check(&TRAIT, &format!("My ferry was late[[!]]!!{below}"));
        check(&TRAIT, &format!("[[Was World War I a fraud?]]{below}"));
        check(&TRAIT, &format!("[[What is a woman hiding?]]{below}"));
        check(&TRAIT, &format!("Should I Sell My Boat?{below}"));
        check(&TRAIT, &format!("What is a recall hearing?{below}"));
        check(&TRAIT, &format!("With the Mayor Out, What’s Next at the Port?{below}"));
        check(&TRAIT, &format!("Ready for the big vote?{below}"));
        check(&TRAIT, &format!("[[What will the next mayor hide?]]{below}"));
        check(&TRAIT, &format!("[[Is the port ready for her?]]{below}"));
    }
}
