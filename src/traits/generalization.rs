//! What all of a people are said to think.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, Class, KeyIndex, Phrases, Word, is_one_of};
use crate::text::Sentence;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Polarity, Reference, Trait, TraitId, record};

use super::shared::{self, Cue};
use super::wording::sentences;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("generalization"),
    name: "Generalization",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "One mind is given to a whole group, with nobody asked or counted.",
        why: "No large group agrees on anything. The writer’s view may be hiding behind theirs.",
        but: "Fair where a count follows, or where the group is small enough to ask.",
        standards: &[
            Reference {
                asks: "Saying the same of every member of a group lowers credibility.",
                source: "W3C Credibility Signals, group generalisation (1a6fe948)",
            },
            Reference { asks: "Statements that can be disputed need attribution.", source: "AP blog, J. Daniszewski" },
        ],
        question: "Who asked them all?",
        failures: &[
            "“Everyone” said of the people in one room.",
            "Groups given one mind without a word such as “all”.",
        ],
        record: record::of("generalization"),
    },
    detect,
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[All Danes]] want the bridge."),
    Example("[[Everyone]] knows that the vote was bought."),
    Example("[[No American]] believes the minister."),
    Example("[[Every woman]] in the valley fears the mine."),
    Example("Not all Danes want the bridge."),
    Example("All Republicans on the panel voted for it."),
    Example("No one knows how many people were on the boat."),
    Example("“Everyone wants peace,” said Ana Brook, a nurse."),
    Example("Nearly all farmers want rain, a survey of 900 of them found."),
];

/// How many words may stand between the group and what it thinks: *in the valley*.
const GAP: usize = 4;

pub(super) static EVERYBODY: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let phrases = [
        "all of us",
        "any reasonable person",
        "any sane person",
        "every decent person",
        "every reasonable person",
        "every sane person",
        "everybody",
        "everyone",
        "no decent person",
        "no one",
        "no sane person",
        "no-one",
        "nobody",
        "people everywhere",
        "the entire country",
        "the entire nation",
        "the entire world",
        "the whole country",
        "the whole nation",
        "the whole world",
        "we all",
    ];
    Phrases::new(phrases.map(|it| (it, ())))
});

fn has(keys: &KeyIndex, word: &Word) -> bool {
    keys.has(word.key)
}

/// The words that a group of all begins with.
pub(super) const QUANTIFIERS: [&str; 3] = ["all", "every", "no"];

static GROUPS: LazyLock<KeyIndex> = LazyLock::new(|| {
    KeyIndex::of_words(
        "americans blacks boys christians citizen citizens conservatives democrats families family farmers girls \
         immigrants jews liberals man men migrants mother mothers muslims parent parents patriot patriots people \
         progressives refugees republicans taxpayer taxpayers teacher teachers voter voters whites woman women worker \
         workers youth youths",
    )
});

/// What only the people themselves could tell.
static MINDS: LazyLock<KeyIndex> = LazyLock::new(|| {
    KeyIndex::of_words(
        "admire admires agree agrees believe believes care cares crave craves demand demands despise despises distrust \
         distrusts dream dreams fear feared fears feel feels hate hated hates hope hopes knew know knows like likes \
         loathe loathes love loved loves oppose opposes prefer prefers realise realises realize realizes \
         regard regards reject rejects resent resents respect respects support supports think thinks trust trusts \
         understand understands want wanted wants welcome welcomes wish wishes yearn yearns",
    )
});

/// Hedges and denials that stand before *all*.
static HEDGES: LazyLock<KeyIndex> = LazyLock::new(|| {
    KeyIndex::of_words(
        "about almost close did do does ensure ensures hardly help helps if let lets made make makes making most near nearly \
         not practically rarely seemingly sure that virtually whether",
    )
});

/// What nobody knows is an honest limit.
static OPEN: LazyLock<KeyIndex> =
    LazyLock::new(|| KeyIndex::of_words("exactly for how if precisely the what when where whether which who why yet"));

/// Words that end the group's clause before it thinks anything.
static STOPS: LazyLock<KeyIndex> =
    LazyLock::new(|| KeyIndex::of_words("but to that which who whom whose would should could"));

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let others = shared::others(text);
    for sentence in sentences(text) {
        let mut behind = sentence.tokens.start;
        for at in shared::places(text, &sentence.tokens, Cue::Group) {
            let Some(group) = group(text, sentence, at).filter(|_| at >= behind) else { continue };
            behind = group.end;
            let Some(mind) = mind(text, sentence, &group) else { continue };
            let tokens = text.document.tokens();
            let span = tokens[group.start].span.to(tokens[group.end - 1].span);
            let before = &text.words[group.start.saturating_sub(2).max(sentence.tokens.start)..group.start];
            if before.iter().any(|it| has(&HEDGES, it)) {
                findings.clear(span, "hedged, denied or asked");
            } else if is_open(text, sentence, &group, mind) {
                findings.clear(span, "says what is not known");
            } else if others.speak_at(span) {
                findings.clear(span, "said by a source, not by the outlet");
            } else {
                findings.add(Finding::new(span).note("An editor might write: how many were asked, and who counted."));
            }
        }
    }
}

/// *everyone*; *all Danes*, *every young woman*.
fn group(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    if let Some(found) = EVERYBODY.at(text.words, at) {
        return Some(found.words).filter(|it| it.end <= sentence.tokens.end);
    }
    if !is_one_of(&text.document[text.document.tokens()[at].span], &QUANTIFIERS) {
        return None;
    }
    // One adjective may stand between.
    let nouns = at + 1..(at + 3).min(sentence.tokens.end);
    let is_group = |noun: &usize| {
        let word = &text.words[*noun];
        let is_person = word.classes.has_any(&[Class::PersonNoun, Class::CollectiveNoun, Class::KinNoun]);
        has(&GROUPS, word)
            || is_person
            || word.is(Class::Demonym) && !text.words.get(noun + 1).is_some_and(Word::is_capital)
    };
    nouns.clone().find(is_group).map(|noun| at..noun + 1)
}

/// The verb of mind that follows close behind.
fn mind(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>) -> Option<usize> {
    use crate::text::TokenKind::Punct;
    let str = |at: usize| &text.document[text.document.tokens()[at].span];
    let is_plural = is_one_of(str(group.start), &["all", "we", "people"]);
    let from = group.end;
    for at in from..(from + GAP + 1).min(sentence.tokens.end) {
        let word = &text.words[at];
        if has(&MINDS, word) {
            // *Every American feel* is a wish: one person *feels*, or *felt*.
            let agrees = is_plural || ["s", "d", "knew"].iter().any(|it| str(at).ends_with(it));
            return agrees.then_some(at);
        }
        if has(&STOPS, word) || word.is(Class::Auxiliary) || text.document.tokens()[at].kind == Punct {
            return None;
        }
    }
    None
}

/// *No one knows how many*.
fn is_open(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>, mind: usize) -> bool {
    static NOBODY: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_words("no no-one nobody"));
    static KNOWS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_words("knew know knows"));
    let next = (mind + 1 < sentence.tokens.end).then(|| &text.words[mind + 1]);
    let opens = next.is_none_or(|it| has(&OPEN, it) || it.shape == crate::ling::Shape::Punct);
    has(&NOBODY, &text.words[group.start]) && has(&KNOWS, &text.words[mind]) && opens
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_class_of_people() {
        check(&TRAIT, "[[All protesters]] want the dam gone.");
        check(&TRAIT, "All protesters under 18 were let go.");
    }

    #[test]
    fn a_roll_call_is_a_count() {
        check(&TRAIT, "All Democrats voted no.");
    }

    #[test]
    fn a_question_is_no_statement() {
        check(&TRAIT, "Does everyone want the bridge?");
    }

    #[test]
    fn a_wish_is_no_statement() {
        check(&TRAIT, "The law would make every Dane feel safe.");
        check(&TRAIT, "It is time to make sure everyone knows the rule.");
    }

    #[test]
    fn everyone_who() {
        check(&TRAIT, "Everyone who wants a seat should write by May.");
    }

    #[test]
    fn the_whole_country() {
        check(&TRAIT, "In May [[the whole country]] knew the truth.");
    }
}
