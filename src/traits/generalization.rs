//! What all of a people are said to think.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, Class, Phrases, Shape, Word, WordSet, is_one_of, key_of, keys_of};
use crate::text::{Sentence, ends_with_one};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::habits::{ADVERBS, GAP, MINDS, has, is_people, kind, nature, no_more};
use super::opinion::why_owned;
use super::shared::{self, Cue};
use super::sourcing::is_any;
use super::wording::has_voice;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("generalization"),
    name: "Generalisation",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A whole group is said to think alike, with nobody asked or counted.",
        why: "Large groups seldom agree. The writer’s view may be hiding behind theirs.",
        but: "Fair where a count follows, or where the group is small enough to ask.",
        question: "Who asked them all?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Saying the same of every member of a group lowers credibility.",
            source: "W3C Credibility Signals, group generalisation (1a6fe948)",
        },
        Reference { asks: "Statements that can be disputed need attribution.", source: "AP blog, J. Daniszewski" },
    ],
    failures: &[
        "“Everyone” said of the people in one room.",
        "Groups given one mind by a party’s or a trade’s name alone: “Farmers fear the drought.”",
    ],
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

/// Each with whether all are meant only at the head of a sentence.
pub(super) static EVERYBODY: LazyLock<Phrases<bool>> = LazyLock::new(|| {
    let phrases = [
        "all of us",
        "{any,every} {reasonable,sane} person",
        "{every,no} decent person",
        "{everybody,everyone} {,here}",
        "no one",
        "no sane person",
        "no-one",
        "nobody",
        "not a single person",
        "not a soul",
        "not one person",
        "people everywhere",
        "the {american,british,canadian,french,german,iranian,iraqi,israeli,russian} people",
        "the public",
        "the {overwhelming,vast} majority of {people,parents,residents,voters}",
        "the {whole,entire} {city,coast,country,county,district,estate,island,nation,neighbourhood,neighborhood,parish,party,school,seafront,state,street,town,valley,village,world}",
        "we all",
    ];
    const AT_THE_HEAD: [&str; 2] = [
        "{country,decent,ordinary,poor,rich,right-thinking,sensible,working,young} {people,couples,families,voters} {,nowadays,these days,today}",
        "{doctors,economists,experts,parents,people,scientists,teachers} {the world over,all over the world,everywhere}",
    ];
    Phrases::new(phrases.map(|it| (it, false)).into_iter().chain(AT_THE_HEAD.map(|it| (it, true))))
});

const TO: u32 = key_of("to");
const NOT: u32 = key_of("not");
const THAT: u32 = key_of("that");
const DO_NOT: [u32; 3] = keys_of(["do", "not", "don't"]);

/// The words that a group of all begins with.
pub(super) const QUANTIFIERS: &str = "all every no";

static GROUPS: WordSet = WordSet::new(
    "americans blacks boys christians citizen citizens conservatives democrats families family farmers girls \
    immigrants jews liberals man men migrants mother mothers muslims parent parents patriot patriots people \
    progressives refugees republicans taxpayer taxpayers teacher teachers voter voters whites woman women worker \
    workers youth youths",
);

/// *has forgotten*, *have no respect*: what those have who are of one mind.
static HELD: WordSet = WordSet::new("faith idea interest patience respect sense time trust");
const FORGETTING: [u32; 2] = keys_of(["forgiven", "forgotten"]);

/// Words of a count: somebody did ask.
static COUNTED: WordSet = WordSet::new(
    "gallup per percent percentage pew poll polled polling polls pollster pollsters survey surveyed surveys",
);

/// *obvious to everyone*
static PLAIN: WordSet = WordSet::new("apparent clear evident obvious plain");

/// Hedges and denials that stand before *all*.
static HEDGES: WordSet = WordSet::new(
    "about almost close did do does ensure ensures hardly help helps if let lets made make makes making most near \
    nearly not practically rarely seemingly sure that virtually whether",
);

/// What nobody knows is an honest limit.
static OPEN: WordSet = WordSet::new("exactly for how if precisely the what when where whether which who why yet");

/// Words that end the group's clause before it thinks anything.
static STOPS: WordSet = WordSet::new("but to that which who whom whose would should could");

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let others = shared::others(text);
    for (sentence, places) in shared::marked(text, has_voice, Cue::Group) {
        let (mut behind, mut told) = (sentence.tokens.start, sentence.tokens.start);
        for at in places {
            let of_a_kind = || kind(text, sentence, at).filter(|it| it.start >= told).map(|it| (it, true));
            let Some((group, is_people)) = group(text, sentence, at).or_else(of_a_kind).filter(|_| at >= behind) else {
                continue;
            };
            behind = group.end;
            let mind = match is_plain_to(text, sentence, &group) || !group.contains(&at) {
                true => Some(group.end - 1),
                false => mind(text, sentence, &group, is_people)
                    .or_else(|| nature(text, sentence, &group, is_people))
                    .or_else(|| no_more(text, sentence, &group)),
            };
            let Some(mind) = mind else { continue };
            told = group.end;
            let tokens = text.document.tokens();
            let span = tokens[group.start].span.to(tokens[group.end - 1].span);
            let before = &text.words[group.start.saturating_sub(2).max(sentence.tokens.start)..group.start];
            // *a road that nobody wants*
            let is_gap = text.words.get(mind + 1).is_none_or(|it| it.shape == Shape::Punct);
            if before.iter().any(|it| has(&HEDGES, it) && !(is_gap && it.has_key(THAT))) {
                findings.clear(span, "Hedged, denied or asked.");
            } else if is_counted(text, sentence) {
                findings.clear(span, "A count stands beside it.");
            } else if is_open(text, sentence, &group, mind) {
                findings.clear(span, "Says what is not known.");
            } else if others.speak_at(span) {
                findings.clear(span, shared::BY_SOURCE);
            } else if let Some(why) = why_owned(text, span) {
                findings.clear(span, why);
            } else {
                findings.add(Finding::new(span).note("An editor would say how many were asked, and who counted."));
            }
        }
    }
}

/// Whether the sentence tells of a count.
fn is_counted(text: Annotated<'_>, sentence: &Sentence) -> bool {
    /// A sentence may have no end.
    const LOOK_AT: usize = 60;
    sentence.tokens.clone().take(LOOK_AT).any(|at| has(&COUNTED, &text.words[at]))
}

/// *obvious to everyone*
fn is_plain_to(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>) -> bool {
    let before = &text.words[group.start.saturating_sub(4).max(sentence.tokens.start)..group.start];
    let [denials @ .., plain, to] = before else { return false };
    // *clear to everyone in the room*: these could be asked.
    let is_open = text.words.get(group.end).is_none_or(|it| !it.is(Class::Preposition) && !has(&STOPS, it));
    let is_that = text.words.get(group.end).is_some_and(|it| it.has_key(THAT));
    let is_all = EVERYBODY.at(text.words, group.start).is_some() && (is_open || is_that);
    is_all && to.has_key(TO) && has(&PLAIN, plain) && !denials.iter().any(|it| it.has_key(NOT))
}

/// *everyone*; *all Danes*, *every young woman*; *Women* at the head of a sentence.
/// With whether it is a people that is told of alone.
fn group(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<(Range<usize>, bool)> {
    let is_head = at == sentence.tokens.start;
    if let Some(found) = EVERYBODY.at(text.words, at) {
        let is_all = found.words.end <= sentence.tokens.end && (is_head || !found.value);
        return is_all.then_some((found.words, *found.value));
    }
    let first = &text.document[text.document.tokens()[at].span];
    if is_people(&text.words[at]) {
        return is_head.then_some((at..at + 1, true));
    }
    if !is_one_of(first, QUANTIFIERS) {
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
    // *No Ostran has forgotten it*, *all Ostrans*: by its ending.
    let str = |at: usize| &text.document[text.document.tokens()[at].span];
    let ending = if first.len() < 3 { "an" } else { "ans men nis" };
    let is_unknown = |noun: &usize| {
        text.words[*noun].is_capital()
            && ends_with_one(str(*noun), ending)
            && !text.words.get(noun + 1).is_some_and(Word::is_capital)
    };
    nouns.clone().find(|it| is_group(it) || first.len() < 4 && is_unknown(it)).map(|noun| (at..noun + 1, false))
}

/// The verb of mind that follows close behind.
fn mind(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>, is_people: bool) -> Option<usize> {
    use crate::text::TokenKind::Punct;
    let str = |at: usize| &text.document[text.document.tokens()[at].span];
    let is_plural = is_people
        || is_one_of(str(group.start), "all we")
        || is_any(text, group.end - 1, "people parents residents voters");
    // *The public want it gone*, but *the public support scheme*.
    let is_body = is_one_of(str(group.start), "the");
    // *No sane person would trust it*.
    let would = group.end < sentence.tokens.end && str(group.end) == "would" && str(group.end - 1) == "person";
    let from = group.end + usize::from(would);
    // *has never forgiven*, *have no respect*.
    let is_kind = is_one_of(str(group.start), QUANTIFIERS);
    let is_held = |at: usize| {
        let word = text.words.get(at).filter(|_| at < sentence.tokens.end);
        word.is_some_and(|it| is_people && has(&HELD, it) || (is_people || is_kind) && it.is_one_of(&FORGETTING))
    };
    let holds = |at: usize| (at + 1..at + 3).find(|&it| is_held(it)).filter(|_| is_one_of(str(at), "has have"));
    for at in from..(from + GAP + 1).min(sentence.tokens.end) {
        let word = &text.words[at];
        // *Everyone backs off.*
        let is_move = || is_one_of(str(at), "backs") && is_any(text, at + 1, "away down off out up");
        if has(&MINDS, word) && !is_move() {
            // *Every American feel* is a wish: one person *feels*, or *felt*.
            let agrees = is_plural
                || would
                || is_body && is_any(text, at, "believe know think want")
                || ["s", "d", "knew"].iter().any(|it| str(at).ends_with(it));
            return agrees.then_some(at);
        }
        // *The whole town has had enough*
        if is_any(text, at, "has have") && is_any(text, at + 1, "had") && is_any(text, at + 2, "enough") {
            return is_any(text, at + 3, ". , of").then_some(at);
        }
        // *Everyone here will tell you*
        if is_any(text, at, "will") && is_any(text, at + 1, "tell") && is_any(text, at + 2, "you") {
            return Some(at);
        }
        if let Some(held) = holds(at) {
            return Some(held);
        }
        // *Men do not care*.
        if is_people && word.is_one_of(&DO_NOT) {
            continue;
        }
        if is_people && !has(&ADVERBS, word)
            || has(&STOPS, word)
            || word.is(Class::Auxiliary)
            || text.document.tokens()[at].kind == Punct
        {
            return None;
        }
    }
    None
}

/// *No one knows how many*.
fn is_open(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>, mind: usize) -> bool {
    static NOBODY: WordSet = WordSet::new("no no-one nobody");
    static KNOWS: WordSet = WordSet::new("knew know knows");
    let next = (mind + 1 < sentence.tokens.end).then(|| &text.words[mind + 1]);
    let opens = next.is_none_or(|it| has(&OPEN, it) || it.shape == Shape::Punct);
    has(&NOBODY, &text.words[group.start]) && has(&KNOWS, &text.words[mind]) && opens
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn who_backs_away_has_no_mind_on_it() {
        check(&TRAIT, "Everyone backs off when the tide comes.");
        check(&TRAIT, "A road that [[nobody]] wants. [[The whole town]] has had enough. Everyone has had enough tea.");
        check(&TRAIT, "She made sure that everyone agreed to go, and that nobody knows.");
    }

    #[test]
    fn a_majority_that_nobody_counted() {
        check(
            &TRAIT,
            "[[The vast majority of residents]] want it gone. [[Nigerians]] are increasingly angry about it.",
        );
        check(&TRAIT, "The vast majority of residents want it gone, a poll found. Nigerians are voting.");
        check(&TRAIT, "The vast majority of residents are over sixty.");
    }

    #[test]
    fn what_a_town_has_is_not_what_it_thinks() {
        check(&TRAIT, "[[The public]] want it gone. [[The whole town]] believe it is over.");
        check(&TRAIT, "[[The vast majority of parents]] support the ban. [[The entire village]] fears the mine.");
        check(&TRAIT, "The public support scheme opened. The public trust fund paid out.");
        check(&TRAIT, "The public fear of crime rose. The whole town support group met.");
        check(&TRAIT, "The entire school support staff walked out. The public support the mayor had was gone.");
    }

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
    fn what_nobody_has() {
        check(&TRAIT, "Nobody has any idea who set the fire. No one has time to read it.");
        check(&TRAIT, "Everyone has a sense of humour. All residents have time to reply.");
    }

    #[test]
    fn where_they_all_stand() {
        check(&TRAIT, "[[Everybody]] in the harbour is against the toll. [[Everyone]] in the town backs the plan.");
        check(&TRAIT, "[[Every pupil]] in the county is dreading the test.");
        check(&TRAIT, "[[Scientists the world over]] now agree that tea is good.");
        check(&TRAIT, "Everybody in the boat is against the wall of the cabin, the skipper said.");
        check(&TRAIT, "Scientists met in Marlow and agree on a plan.");
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
        check(&TRAIT, "[[The Iraqi people]] want the dam.");
    }

    #[test]
    fn a_people_alone_at_the_head() {
        check(&TRAIT, "[[Germans]] still love the old coin.");
        check(&TRAIT, "The Germans in the hall love the old coin.");
        check(&TRAIT, "Germans who pay in cash love the old coin.");
        check(&TRAIT, "Germans love the old coin, a poll for the bank shows.");
    }

    #[test]
    fn what_they_have_of_one_mind() {
        check(&TRAIT, "[[No Ostran]] has forgotten the flood.");
        check(&TRAIT, "[[Young people today]] have no respect for the sea.");
        check(&TRAIT, "[[Country people]] have never forgiven the railway.");
        check(&TRAIT, "The young people have no respect for the sea.");
        check(&TRAIT, "Young people from the club have no interest in it.");
        check(&TRAIT, "[[Everyone here]] will tell you that it leaks. [[All Ostrans]] want the bridge.");
        check(&TRAIT, "Everyone here will be paid. All Saints will tell you the time.");
        check(&TRAIT, "Germans have no king.");
    }

    #[test]
    fn plain_to_everyone() {
        check(&TRAIT, "It was clear to [[everyone]] that the coin would go.");
        check(&TRAIT, "It was not clear to everyone that the coin would go.");
        check(&TRAIT, "It was clear to everyone in the hall that the coin would go.");
    }

    #[test]
    fn more_of_one_mind() {
        check(&TRAIT, "[[All pupils]] dread the test.");
        check(&TRAIT, "[[Farmers]] have always hated the wolf. [[Migrants]] do not respect the sea.");
        check(&TRAIT, "Farmers have always paid. The migrants do not respect the sea.");
    }

    #[test]
    fn a_letter_is_its_writers() {
        let letters = "Tolls rise in May\n\nThe council raised the toll on Monday.\n\nLetters\n\n\
                       Everyone knows that the toll is theft.\n\nMara Finch, Tarn\n";
        check(&TRAIT, letters);
        let one = "Tolls rise in May\n\nDear editor,\n\nEveryone knows that the toll is theft.\n\nYours, Mara Finch\n\n\
                   [[Everybody]] hates the toll.\n";
        check(&TRAIT, one);
    }
}
