//! One or two words in quotation marks that nobody is quoted as saying.

use std::cell::LazyCell;
use std::sync::LazyLock;

use crate::ling::{Annotated, Attribution, Class, KeyIndex, Phrases, Quote, Shape, Word, WordSet, key, key_of};
use crate::text::{Sentence, TokenKind};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::others::Others;
use super::shared::{self, Cue, Places, Walk};
use super::sourcing::word;
use super::wording::sentences;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("scare-quotes"),
    name: "Scare quotes",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "One or two words in quotation marks, or “so-called”, and nobody is quoted as saying them.",
        why: "The marks let the outlet doubt or mock the word without saying so.",
        but: "Fair for a title, a nickname, or a term being explained.",
        question: "Whose word is it?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Avoid one-word quotes and “so-called”: they imply the outlet’s own judgement. Use a fuller quote.",
        source: "Reuters policy post, 2007",
    }],
    failures: &[
        "A part of a quotation whose speaker was named some sentences earlier.",
        "Foreign words and terms of a trade set in quotation marks.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The council published its [[“reform”]] on Monday."),
    Example("A dozen [[\"experts\"]] met in the old theatre."),
    Example("The [[so-called]] plan has two pages."),
    Example("Jane Doe called the plan “weak” and left."),
    Example("She sang “Yellow Boat” at the end."),
    Example("The word “tycoon” comes from Japanese."),
    Example("He said the bridge was “safe”."),
    Example("Al “Shorty” Brandt ran the shop."),
];

/// More than two words are a quotation.
const LONGEST: usize = 2;

/// How many words before a mark say that a term, a title or a speaker comes.
const REACH: usize = 6;

/// Plain words for what somebody is or does, which need no marks to be understood: marks around
/// them say that they do not hold. Terms, nicknames and slogans are left alone.
static PLAIN: WordSet = WordSet::new(
    "accident activist adviser aid allies ally analysis analyst apologies apology artist balanced benefit breakthrough \
    care cease-fire ceasefire charitable charities charity charter civilised civilized compassion compassionate \
    compromise concern consultant cooperation correspondent court cure deal democracy democratic democrats dialogue doctor donation \
    education educators efficiency election elite enlightened equality error establishment ethical ethics evidence \
    expert expertise explanation fact fact-checker fact-checking fair fairness favor favour free freedom friend \
    friendship generosity generous gift government guest help heroes historian honest honesty honorable honour \
    honourable humane humanitarian impartial improvement inclusive independence independent innocent inquiry insight \
    intellectual investigation investigator journalism journalist judge justice law leader legal legitimate liberated \
    liberation liberators liberty loyal mainstream marriage mercy minister miracle mistake moderate monitor morality neutral news normal \
    objective observer open partner patriot peace peaceful peacekeeper philanthropist philanthropy plan policy \
    president principles professional professor progress proof protection protester public-interest qualified rational \
    reconciliation referendum reform reformer refugee relief reporter republic rescue research researcher responsible \
    sacrifice safe scholar scholarship science scientific scientist security solidarity solution specialist statesman \
    statesmen studies study success suicide talent talks teacher thinker tolerance tourist transparency transparent \
    trial truce truth unity values verdict victim victory voluntary volunteer vote wisdom wise witnesses",
);

/// *so-called*; the value is unused.
pub(super) static SO_CALLED: LazyLock<Phrases<()>> = LazyLock::new(|| Phrases::new([("so-called", ())]));

/// Words that say what the marks are for: a speaker, a term, a title, a sign.
static OPENERS: LazyLock<KeyIndex> = LazyLock::new(|| {
    let words = "accused acronym act address adjective album alias answered argued asked ballad banner banners book books \
                 branded called calling calls chant chanted chanting chants character code codenamed coined comedy comic \
                 command commented considered critics cried deemed define defined defines definition describe described \
                 describes describing documentary dubbed entitled episode essay expression film films game graffiti \
                 hashtag headline headlined heard hit hymn includes insisted known label labeled labelled letter letters \
                 line magazine marked mean meaning means memoir moniker motto movie movies musical name named nickname \
                 nicknamed nicknames noun novel novels opera painting pamphlet phrase phrases placard play plays poem \
                 poems prefix program programme quote quoted read reading reads referred refers replied said saying says \
                 screamed script section series shirt shout shouted shouting show shows sign signed signs sings single \
                 slogan slogans song songs sparked spelled spells stamped story surname talked term termed terms titled \
                 title tattoo track translated translates translation tune tweeted used uses using verb verdict video \
                 voted wearing word words wrote yelled yelling zone";
    KeyIndex::of_words(words)
});

/// Verbs and nouns of speech beyond the verbs of saying.
static SPEECH: WordSet = WordSet::new(
    "according accuse accused accuses accusing advised attacked bemoaned blame blamed blames blaming blasted blasting \
    branded branding boasted boasting call called calling calls caricatured cast characterised characterized charging \
    chided cited compared complained condemned condemning considered contrast criticised criticized criticizing \
    decried deemed defended denied denounced denouncing deride derided describe described describes describing \
    dismissed dismissing dubbed echoed embraced emphasised emphasized expressed feared framed hailed heralded \
    highlighted invoked invoking labeled labelled lamented lashed likened mentioned mocked mocking mouthing noted \
    opposed painted painting pitched pounded pounding pledged pointed portrayed praised praising predicted pressed \
    promise promised promises promising proposed ranted rated recalled referenced referring refers rejected remarks \
    repeated ridiculed ripped scolded seen slammed slamming speech spoke spoken stressed suggested suggesting talking \
    tapped testified thought touted touting treated tweet tweets urged urging viewed voiced vowed vowing warned \
    warning warns what",
);

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let others = shared::others(text);
    let spoken = LazyCell::new(|| spoken(text));
    let mut quotes = text.quotes.iter().peekable();
    let mut introduced = Walk::through(text, Cue::SoCalled);
    for sentence in sentences(text) {
        while quotes.next_if(|it| it.span.end() <= sentence.span.start()).is_some() {}
        let speaks = LazyCell::new(|| has_speech(text, sentence));
        while let Some(quote) = quotes.next_if(|it| it.span.end() <= sentence.span.end()) {
            let Some(tokens) = short(text, quote) else { continue };
            let is_repeated = || text.words[tokens.clone()].iter().all(|it| spoken.has(it.key));
            if others.write_at(quote.span) {
                findings.clear(quote.span, "In a reader’s letter.");
            } else if tokens.start >= 2 && SO_CALLED.at(text.words, tokens.start - 2).is_some() {
                continue;
            } else if is_explained(text, sentence, tokens.clone()) {
                findings.clear(quote.span, "The words beside it say what it is, or whose.");
            } else if *speaks || is_repeated() {
                findings.clear(quote.span, "A part of what somebody said.");
            } else if is_named(text, sentence, &tokens) && is_plain(text, tokens) {
                findings.add(Finding::new(quote.span).kind("marks").note(NOTE));
            }
        }
        so_called(text, sentence, introduced.places(&sentence.tokens), others, findings);
    }
}

/// Whether the last of the words is a plain one.
fn is_plain(text: Annotated<'_>, words: std::ops::Range<usize>) -> bool {
    words.last().is_some_and(|at| {
        // Of *experts* the list has *expert*.
        let one = || word(text, at).strip_suffix('s').map(key);
        PLAIN.has(text.words[at].key) || one().is_some_and(|it| PLAIN.has(it))
    })
}

/// The keys of all words in quotations that are longer than a scare quote.
fn spoken(text: Annotated<'_>) -> KeyIndex {
    let long = text.quotes.iter().map(|it| text.document.tokens_in(it.inner)).filter(|it| it.len() > LONGEST + 1);
    KeyIndex::of(long.flat_map(|it| &text.words[it]).map(|it| it.key))
}

/// Whether the words before make the quoted words a thing the text names: *its “reform”*, *the nightly
/// “news”*; *held “elections”*, *a handful of “patriots”*.
fn is_named(text: Annotated<'_>, sentence: &Sentence, words: &std::ops::Range<usize>) -> bool {
    let names = [Class::Determiner, Class::Possessive, Class::NumberWord];
    let is_name = |it: &Word| it.possessive || it.classes.has_any(&names);
    let open = words.start.saturating_sub(1).max(sentence.tokens.start);
    let [.., before] = &text.words[sentence.tokens.start..open] else { return false };
    if is_name(before) || before.has_key(SAME_SEX) {
        return true;
    }
    // Behind *is*, *as* or *like* the words may be those of whoever judges.
    let judges = before.is(Class::Auxiliary) || before.shape != Shape::Lower || JUDGING.has(before.key);
    let second = open.checked_sub(2).filter(|&at| at >= sentence.tokens.start).map(|at| &text.words[at]);
    let is_many = words.clone().last().is_some_and(|at| word(text, at).ends_with('s'));
    let of = before.has_key(OF);
    !judges && (of || is_many || second.is_some_and(is_name))
}

const OF: u32 = key_of("of");
const SAME_SEX: u32 = key_of("same-sex");

/// Words before what somebody is judged to be, or is said to be.
static JUDGING: WordSet = WordSet::new(
    "against and appear appears as be become becomes been being but deem deems feel feels felt for like look looks \
    more most not or remain remained remains seem seemed seems so than that too very",
);

const NOTE: &str = "An editor might write: the plain word, or who uses it.";

/// The tokens between the marks, if they are few and all of them words.
fn short(text: Annotated<'_>, quote: &Quote) -> Option<std::ops::Range<usize>> {
    if quote.unopened || quote.unclosed {
        return None;
    }
    let mut range = text.document.tokens_in(quote.inner);
    let tokens = text.document.tokens();
    // American style sets the comma before the mark.
    if range.len() > 1 && tokens[range.end - 1].kind == TokenKind::Punct {
        range.end -= 1;
    }
    let few = (1..=LONGEST).contains(&range.len());
    (few && tokens[range.clone()].iter().all(|it| it.kind == TokenKind::Word)).then_some(range)
}

/// Whether anybody speaks, or is said to have spoken, in the sentence.
fn has_speech(text: Annotated<'_>, sentence: &Sentence) -> bool {
    /// A sentence may have no end; speech that matters stands near.
    const LOOK_AT: usize = 120;
    let range = sentence.tokens.clone().take(LOOK_AT);
    let says = |it: &Word| it.is(Class::SayVerb) || SPEECH.has(it.key);
    let first = text.attributions.partition_point(|it| ends(it) <= sentence.span.start());
    let cued = |it: &Attribution| it.cue.iter().chain(&it.content).any(|it| it.overlaps(sentence.span));
    range.map(|at| &text.words[at]).any(says) || text.attributions[first..].iter().take(2).any(cued)
}

/// Where the cue of an attribution ends; attributions stand in the order of their cues.
fn ends(it: &Attribution) -> usize {
    it.cue.last().map_or(0, |it| it.end())
}

/// Whether what stands beside the marks says what they are for.
fn is_explained(text: Annotated<'_>, sentence: &Sentence, tokens: std::ops::Range<usize>) -> bool {
    let words = text.words;
    let open = tokens.start.saturating_sub(1).max(sentence.tokens.start);
    let before = &words[open.saturating_sub(REACH).max(sentence.tokens.start)..open];
    let after = &words[(tokens.end + 1).min(sentence.tokens.end)..(tokens.end + 3).min(sentence.tokens.end)];
    let has_opener = before.iter().chain(after).any(|it| OPENERS.has(it.key));
    // A title: every word with a capital, and not the first of the sentence.
    let is_title = words[tokens.clone()].iter().all(|it| it.is_capital()) && !before.is_empty();
    // Two capitals around it: a nickname.
    let is_nickname =
        before.last().is_some_and(|it| it.is_capital()) && after.first().is_some_and(|it| it.is_capital());
    let in_brackets = before.last().is_some_and(|it| it.shape == Shape::Punct);
    has_opener || is_title || is_nickname || in_brackets
}

fn so_called(text: Annotated<'_>, sentence: &Sentence, places: Places<'_>, others: &Others, findings: &mut Findings) {
    for at in places {
        if SO_CALLED.at(text.words, at).is_none() {
            continue;
        }
        let span = text.document.tokens()[at].span;
        // *the so-called “reform”*
        let next_at = at + 1 + usize::from(text.words.get(at + 1).is_some_and(|it| it.shape == Shape::Punct));
        let next = text.words.get(next_at);
        if others.speak_at(span) {
            findings.clear(span, shared::BY_SOURCE);
        } else if next.is_some_and(Word::is_capital) {
            findings.clear(span, "Introduces a name.");
        } else if !(1..=2).any(|more| is_plain(text, next_at..(next_at + more).min(sentence.tokens.end))) {
            findings.clear(span, "May introduce a term.");
        } else {
            findings.add(Finding::new(span).kind("so-called").note(NOTE));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn three_words_are_a_quotation() {
        check(&TRAIT, "The council published its “reform of everything” on Monday.");
    }

    #[test]
    fn a_bracket_holds_a_translation() {
        check(&TRAIT, "The harbour (“old mouth”) is closed.");
    }

    #[test]
    fn behind_an_adjective_or_a_verb() {
        check(&TRAIT, "The council’s nightly [[“talks”]] ended at ten.");
        check(&TRAIT, "The crew handed out [[“gifts”]] at the gate. The board allows same-sex [[“marriage”]] now.");
        check(&TRAIT, "The bridge remains “safe” for now.");
        check(&TRAIT, "The path runs by a weir as “talks” go on.");
    }

    #[test]
    fn a_term_of_a_trade() {
        check(&TRAIT, "The so-called tonnage rule dates from 1911, and so do the so-called long leases.");
        check(&TRAIT, "Nobody had heard of a “harbour effect” before.");
    }

    #[test]
    fn a_slogan_of_one_side() {
        check(&TRAIT, "The donors paid for his “quiet revolution” and a “go home” order.");
    }

    #[test]
    fn so_called_before_marks() {
        check(&TRAIT, "The [[so-called]] “reform” ended in May. The so-called “smart guns” are late.");
    }

    #[test]
    fn so_called_before_a_name() {
        check(&TRAIT, "The so-called Islamic State held the town. The [[so-called]] harbour minister left.");
    }

    #[test]
    fn a_whole_sentence_is_speech() {
        check(&TRAIT, "“Never,” said the minister.");
    }
}
