//! Contestable claims in the outlet's own voice.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, Attribution, Class, Phrases, Shape, SourceKind, Voice};
use crate::text::{Sentence, Span};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::opinion::why_owned;
use super::shared::{self, Cue, Places, Walk};
use super::sourcing::{Backing, attributions_before, is_any, phrases, sentence_at, span_of};
use super::speakerless;
use super::tolls;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("missing-attribution"),
    name: "Claim with no source",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A claim that can be disputed, or a count, with nobody cited for it.",
        why: "You cannot tell whether the writer saw it, was told it or thinks it.",
        but: "Fair where the reporter was there, or anybody can look it up.",
        question: "How does the writer know this?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Attribute disputable facts that were not witnessed or confirmed.",
            source: "AP blog, J. Daniszewski",
        },
        Reference {
            asks: "Uncorroborated claims should normally be attributed.",
            source: "BBC Editorial Guidelines 3.2.3",
        },
        Reference {
            asks: "First casualty figures often prove wrong: give the most authoritative one with its source.",
            source: "BBC Editorial Guidelines 11.3.1",
        },
    ],
    failures: &["A claim whose source stands two sentences earlier is flagged.", "A claim in unusual words is missed."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[At least nine people were killed]] in the port on Friday."),
    Example("[[The reason is that]] the harbour never paid its debts."),
    Example("The firm closed the pier, [[apparently hoping to]] save money."),
    Example("The council [[has been furious]] ever since the pier closed."),
    Example("The plan [[is doomed to]] fail."),
    Example("At least nine people were killed in the port, the hospital said."),
    Example("The council met on Friday and elected a new chair."),
    Example("The plan is doomed to fail, said Ann Lee, an engineer."),
    Example("“The plan is doomed to fail.”, said Ann Lee."),
];

/// Words that make a claim contestable, by the kind of the claim.
pub(super) static CLAIMS: LazyLock<Phrases<&'static str>> =
    LazyLock::new(|| phrases(crate::list!("traits/data/contestable.txt")));

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let backing = Backing::of(text);
    let turns = shared::others(text).turns();
    let mut walk = Walk::through(text, Cue::Claim);
    let mut before = None;
    for told in text.sentences().zip(text.voices.iter().map(|it| it.1)) {
        let sentence = told.0;
        // A source in one sentence carries over to the next.
        let carrying = before.replace(told).filter(|it| it.0.paragraph == sentence.paragraph);
        let places = walk.places(&sentence.tokens);
        // A question states nothing.
        if places.is_empty() || text.document[sentence.span].ends_with('?') {
            continue;
        }
        let turn = turns.partition_point(|it| it.end() < sentence.span.end());
        if !turns.get(turn).is_some_and(|it| it.contains(sentence.span)) {
            claims(text, told, carrying, places, &backing, findings);
        }
    }
    tolls::figures(text, &backing, findings);
    speakerless::relayed(text, findings);
    speakerless::of_nobody(text, findings);
}

/// A sentence, and whose it is.
type Told<'r> = (&'r Sentence, Voice);

/// Words of an attribution that was not read to its end.
pub(super) const CITING: &str = "said says say told according added reported announced wrote tweeted stated estimated \
    confirmed counted recorded estimates reports";

/// *according to*, *said*.
pub(super) fn cites(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const LONGEST: usize = 200;
    let start = sentence.tokens.start;
    let range = start..sentence.tokens.end.min(start + LONGEST);
    // *an estimated $9 million*: by nobody
    let is_hedge = |at: usize| at > start && is_any(text, at, "estimated") && is_any(text, at - 1, "an");
    shared::places(text, &range, Cue::Citing).any(|at| is_any(text, at, CITING) && !is_hedge(at))
}

/// `carrying` is the sentence before, in the same paragraph.
fn claims(
    text: Annotated<'_>,
    told: Told<'_>,
    carrying: Option<Told<'_>>,
    places: Places<'_>,
    backing: &Backing<'_>,
    findings: &mut Findings,
) {
    let sentence = told.0;
    let is_backed = |(sentence, voice): Told<'_>| {
        !matches!(voice, Voice::Reporter | Voice::Nobody) || backing.touches(sentence.span) || cites(text, sentence)
    };
    // Of this sentence, or of the one before.
    let either =
        |is: fn(Annotated<'_>, &Sentence) -> bool| is(text, sentence) || carrying.is_some_and(|it| is(text, it.0));
    let mut behind = sentence.tokens.start;
    for at in places {
        let found = CLAIMS.at(text.words, at).filter(|it| at >= behind && it.words.end <= sentence.tokens.end);
        let Some(found) = found else { continue };
        behind = found.words.end;
        // What somebody was arrested for.
        let is_arrest = *found.value == "arrest";
        if is_arrest && !is_guilt_told(text, sentence, &found.words) {
            continue;
        }
        let kind = if is_arrest { "accusation" } else { *found.value };
        let span = span_of(text, found.words.clone());
        let is_shown = || {
            is_of_nobody(text, sentence, found.words.start)
                || goes_on_to_say(text, sentence, behind)
                || is_rage_told(text, sentence, found.words.clone())
        };
        if text.is_quoted(span) || kind == "motive" && is_shown() {
            continue;
        }
        if let Some(why) = why_owned(text, span) {
            findings.clear(span, why);
            continue;
        }
        if is_other_sense(text, kind, found.words.end) {
            continue;
        }
        if kind == "causation" && is_open(text, sentence, found.words.end) {
            findings.clear(span, "The text says that the cause is open.");
            continue;
        }
        if kind == "causation" && is_plain_fault(text, sentence, found.words.end) {
            findings.clear(span, "A plain fault: whoever looked can tell.");
            continue;
        }
        if kind == "accusation" && either(is_told_of) {
            findings.clear(span, "The sentence tells of an accusation, or of a court.");
            continue;
        }
        // *The board has known about the fault*: it does not say so.
        let is_blame = || is_any(text, found.words.start + 1, "known") && !cites(text, sentence);
        if kind == "judgement" {
            // The writer's word inside what a paper is said to say.
            let owned = backing.behind(span).is_some_and(|it| matches!(it.kind, SourceKind::Named | SourceKind::Role));
            if !owned && !in_short_quote(text, span) {
                findings.add(Finding::new(span).kind("comparison").note("A judgement: by whose measure?"));
            }
        } else if (backing.behind(span).is_some() || kind != "motive" && is_backed(told)) && !is_blame() {
            findings.clear(span, "The sentence cites somebody.");
        } else if kind == "causation" && either(tolls::is_history) {
            findings.clear(span, "Of years ago: history books tell.");
        } else if may_carry(text, sentence, kind) && carrying.is_some_and(is_backed) {
            findings.clear(span, "The source of the sentence before carries over.");
        } else {
            findings.add(Finding::new(span).kind(kind).note(note(kind)));
        }
    }
}

/// Whether the source of the sentence before may stand behind such a claim: behind a feeling only where it is its
/// own, *She had been afraid of him*.
fn may_carry(text: Annotated<'_>, sentence: &Sentence, kind: &str) -> bool {
    const THEMSELVES: &str = "he she they";
    kind != "causation" && (kind != "motive" || is_any(text, sentence.tokens.start, THEMSELVES))
}

/// *The cause is not yet known*, *is under investigation*.
fn is_open(text: Annotated<'_>, sentence: &Sentence, behind: usize) -> bool {
    const OPEN: &str = "not unknown unclear uncertain under being yet still disputed";
    (behind..sentence.tokens.end.min(behind + 2)).any(|at| is_any(text, at, OPEN))
}

/// *The rise is due to begin in May*; *bound to a chair*.
fn is_other_sense(text: Annotated<'_>, kind: &str, behind: usize) -> bool {
    const BEGINNING: &str = "be begin come continue end go last open run start take";
    is_any(text, behind - 1, "to")
        && match kind {
            "causation" => is_any(text, behind, BEGINNING),
            "prediction" => text.words.get(behind).is_some_and(|it| it.is_capital() || it.is(Class::Determiner)),
            _ => false,
        }
}

/// *was arrested after stabbing two men*, and not *after shooting hoops*
fn is_guilt_told(text: Annotated<'_>, sentence: &Sentence, found: &Range<usize>) -> bool {
    const REACH: usize = 14;
    const OPEN: &str = "alleged charge charged convicted footage jailed pleaded sentenced suspected suspicion video";
    let object = text.words.get(found.end).is_some_and(|it| {
        it.shape == Shape::Number
            || it.classes.has_any(&[Class::Determiner, Class::Possessive, Class::NumberWord, Class::Plural])
    });
    let mut before = (sentence.tokens.start..found.start).rev().take(REACH);
    before.next().is_some_and(|it| is_any(text, it, "after for"))
        && (object || is_any(text, found.end - 2, "to buy") || is_any(text, found.end - 3, "to"))
        && before.any(|at| is_any(text, at, "arrested detained"))
        && !sentence.tokens.clone().take(8 * REACH).any(|at| is_any(text, at, OPEN))
        && !tolls::is_history(text, sentence)
}

/// *was caused by a faulty toaster*: whoever put the fire out can tell.
fn is_plain_fault(text: Annotated<'_>, sentence: &Sentence, behind: usize) -> bool {
    const FAULTS: &str = "bacteria bacterium battery candle cigarette deficiency drought electrical fault faulty fog \
        fungus ice lightning mechanical parasite rain signal snow spark toaster virus wiring";
    is_any(text, behind - 1, "because by of to")
        && (behind..sentence.tokens.end).take(6).any(|at| is_any(text, at, FAULTS))
}

/// Whether nobody in particular is said to feel so, or all could see it: *conditions in which people are desperate*.
fn is_of_nobody(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    if !is_any(text, at, "is are was were been has have grew became") {
        return false;
    }
    /// A subject is rarely longer, in words.
    const SUBJECT: usize = 8;
    /// Whose feelings anybody there can see.
    const SEEN: &str = "animals boys cat child children crowd crowds dog dogs fans girls horse horses players pupils \
        side spectators squad supporters team";
    let relative = |at: &usize| is_any(text, *at, "which who where when if whether");
    let before = at.saturating_sub(3).max(sentence.tokens.start)..at;
    let mut subject = at.saturating_sub(SUBJECT).max(sentence.tokens.start)..at;
    let is_definite = |at: usize| {
        let opens = at == sentence.tokens.start;
        text.words[at].is_capital() && (!opens || text.words[at].is(Class::Pronoun))
            || is_any(text, at, "the its his her their he she they it")
    };
    let is_own = |at| is_any(text, at, "himself herself themselves");
    before.clone().any(|at| relative(&at) || is_any(text, at, SEEN))
        || (at..sentence.tokens.end).take(6).any(is_own)
        || !subject.any(is_definite)
}

/// *They were angered by the deal and predicted more*: who speaks can tell what they feel.
fn goes_on_to_say(text: Annotated<'_>, sentence: &Sentence, behind: usize) -> bool {
    const REACH: usize = 12;
    const SAYING: &str = "complained predicted said says told tells vowed warned";
    let goes_on = |at: usize| {
        is_any(text, at, "saying telling warning") || is_any(text, at, "and") && is_any(text, at + 1, SAYING)
    };
    (behind..sentence.tokens.end).take(REACH).any(goes_on)
}

/// *Ann Lee was furious. “I wept,” she said*: her own words tell it; *was furious, it is claimed*: it has its flag.
fn is_rage_told(text: Annotated<'_>, sentence: &Sentence, found: Range<usize>) -> bool {
    const NEAR: usize = 2;
    let tokens = &sentence.tokens;
    if !is_any(text, found.end - 1, "enraged furious incensed livid seething") {
        return false;
    }
    let name = found.start.checked_sub(1).map(|it| &text.words[it]).filter(|it| it.is_capital());
    let is_near = |it: &&Attribution| {
        let told = it.cue.first().and_then(|it| sentence_at(text, *it));
        told.is_some_and(|it| it.paragraph <= sentence.paragraph + NEAR)
    };
    let is_own = |it: &Attribution| {
        let mut words = it.source.iter().flat_map(|it| &text.words[text.document.tokens_in(*it)]);
        it.content.first().is_some_and(|it| text.document[*it].starts_with(['“', '"']))
            && (it.kind == SourceKind::Pronoun && name.is_some()
                || words.any(|it| name.is_some_and(|own| own.key == it.key)))
    };
    let told = &text.attributions[attributions_before(text, sentence.span.start())..];
    tokens.clone().skip(found.end - tokens.start).take(4).any(|at| is_any(text, at, "alleged claimed reported"))
        || told.iter().take_while(is_near).any(is_own)
}

/// *was accused of*, *a court found that*: not the outlet's accusation.
fn is_told_of(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const LONGEST: usize = 120;
    const TELLING: &str = "accused accuse accuses accusing accusations alleged allegedly alleges charged charges \
        claims claimed complaints convicted court denied guilty if inquiry judge jury whether";
    sentence.tokens.clone().take(LONGEST).any(|at| is_any(text, at, TELLING))
}

fn in_short_quote(text: Annotated<'_>, span: Span) -> bool {
    let next = text.quotes.partition_point(|it| it.span.end() <= span.start());
    text.quotes.get(next).is_some_and(|it| it.span.overlaps(span))
}

fn note(kind: &str) -> &'static str {
    match kind {
        "motive" => "Who can know what another thinks? Who says so?",
        "prediction" => "Nobody knows the future: who expects this?",
        "causation" => "A cause is claimed: who found it?",
        "accusation" => "Wrongdoing is stated as fact: who established it?",
        _ => "Nobody is cited for this.",
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_source_carries_over() {
        check(&TRAIT, "Ann Lee said the pier was old. The plan is doomed to fail.");
    }

    #[test]
    fn what_is_meant() {
        check(&TRAIT, "The mayor left early [[to dodge questions]] about the pier.");
        check(&TRAIT, "[[Desperate to keep]] his seat, Tom Arlen has promised a pool.");
        check(&TRAIT, "She [[knows full well]] that the pier is unsafe.");
        check(&TRAIT, "People desperate to leave slept on the pier.");
        check(&TRAIT, "Mayor Ann Lee was furious. The pier was shut.\n\n“It is a scandal,” Lee said.");
        check(&TRAIT, "Mayor Ann Lee was furious, it is claimed, and left.");
        check(&TRAIT, "Mayor Ann Lee [[was furious]]. The pier was shut.\n\n“It was wet,” said Bo Finn.");
        check(&TRAIT, "“He knows full well that it is unsafe,” said Ann Lee.");
        check(
            &TRAIT,
            "The clerks were angered by the deal and predicted a strike. The clerks were [[angered by]] the deal.",
        );
        check(&TRAIT, "The clerks were [[angered by]] the deal, and the pier, said to be old, fell.");
    }

    #[test]
    fn who_was_arrested() {
        check(
            &TRAIT,
            "A man was arrested after [[stabbing]] two boys. Rae was detained after [[trying to rob]] a bank.",
        );
        check(&TRAIT, "A man was arrested after allegedly stabbing two boys. A man was arrested after shooting hoops.");
        check(&TRAIT, "A man was arrested after stabbing two boys, police said. He was held after killing time.");
        check(&TRAIT, "A man was arrested after a stabbing. He was jailed for stabbing two boys.");
    }

    #[test]
    fn what_is_done_wrong() {
        check(&TRAIT, "The director [[siphoned off]] the grant.");
        check(&TRAIT, "The firm [[misled investors]] about its debts.");
        check(&TRAIT, "The firm misled investors, the auditors found.");
        check(&TRAIT, "The firm was fined after complaints that it misled investors.");
        check(&TRAIT, "The firm [[has known about the risk since]] May.");
        check(&TRAIT, "The firm [[puts profits before safety]], and the clerk [[forged the minutes]].");
        check(&TRAIT, "The firm has known about the risk since May, Ann Lee said. He used forged documents.");
        check(&TRAIT, "The mayor [[steered the work to his]] brother, and the watchdog [[turned a blind eye]].");
        check(&TRAIT, "The fund steered work to young firms, and put profit before tax at £3m.");
        check(&TRAIT, "The [[killing was ordered by]] a general. The survey was ordered by the council.");
        check(&TRAIT, "The [[council has done nothing to]] mend it. It failed [[because of greed]], and of rain.");
        check(&TRAIT, "The clerk has done nothing wrong. Critics say the council has done nothing to mend it.");
        check(&TRAIT, "The mayor [[abused her power]]. The crew [[spied on journalists]]. It spied on a ship.");
        check(
            &TRAIT,
            "He [[tried to cover his tracks]]. The deal [[robbed taxpayers]] of a park. The thieves robbed the bank.",
        );
        check(&TRAIT, "The mayor [[betrayed the voters]]. Her voice betrayed her nerves.");
        check(&TRAIT, "The toll [[will cost taxpayers]] an estimated $9 million. It [[will make matters worse]].");
    }

    #[test]
    fn what_will_be() {
        check(
            &TRAIT,
            "The strike [[will cost the economy]] $9 million. [[Prices will double]] by May, and she [[will be indicted before]] June.",
        );
        check(&TRAIT, "The strike will cost the economy $9 million, said Ann Lee. He will be arrested by the sheriff.");
        check(
            &TRAIT,
            "The toll [[is costing taxpayers]] a park. Figures of the bank show that it is costing taxpayers a park.",
        );
        check(&TRAIT, "The Reds [[will lose both seats]], and turnout [[will be the lowest since]] 1950.");
        check(&TRAIT, "The Reds will lose both seats, a poll of the county found.");
        check(&TRAIT, "The bridge will be the longest in the county. Screens [[are to blame]].");
        check(&TRAIT, "The [[regime will fall before]] June. The government will fall short of its aim.");
    }

    #[test]
    fn what_is_best_of_all() {
        check(&TRAIT, "Lumen, the [[world’s most trusted]] maker of lamps, opens a shop.");
        check(&TRAIT, "The harbour is [[second to none]].");
        check(&TRAIT, "The shop [[has lost half of its staff]]. The oak has lost half of its leaves.");
        check(&TRAIT, "The harbour is the largest of the world’s harbours.");
    }

    #[test]
    fn what_is_beyond_doubt() {
        check(&TRAIT, "[[There is no doubt that]] the ballot was bought.");
        check(&TRAIT, "There is no doubt that the ballot was bought, said Ann Lee.");
    }

    #[test]
    fn patterns() {
        check(&TRAIT, "The harbour board [[is simply trying to distract]] voters from its debts.");
        check(&TRAIT, "The ferry strike [[will severely damage]] the town.");
        check(&TRAIT, "Sales fell, [[largely because]] the bridge was closed.");
        check(&TRAIT, "[[The cause was]] a worn cable.");
        check(&TRAIT, "The cause is not yet known. The cause was still under investigation on Monday.");
        check(&TRAIT, "[[The real reason for]] the trip was money.");
        check(&TRAIT, "The owner [[took secret payments]] from the harbour board.");
        check(&TRAIT, "The pier was sold [[to line their own pockets]].");
        check(&TRAIT, "The owner took payments by card.");
    }

    #[test]
    fn nobody_in_particular() {
        check(&TRAIT, "In towns where employers are desperate to hire, wages rise.");
        check(&TRAIT, "Others could have saved but are panicking now.");
        check(&TRAIT, "The children were terrified of the dog. The crowd was furious, and he was livid with himself.");
        check(&TRAIT, "The board [[is terrified of]] the voters. The mayor [[was furious]].");
    }

    #[test]
    fn an_accusation_that_is_told_of() {
        check(&TRAIT, "The owner was charged after he lied to the board.");
    }

    #[test]
    fn what_somebody_tells_of_themselves() {
        check(&TRAIT, "“It was late,” Ann Lee said. She was afraid of the sea.");
        check(&TRAIT, "“It was late,” Ann Lee said. The mayor was [[afraid of]] the sea.");
        check(&TRAIT, "Our view\n\nThe toll was meant to punish the port. It is bound to fail.");
        check(&TRAIT, "The flood of 1953 was caused by a storm. The dyke fell in 1871. It was caused by a rat.");
    }

    #[test]
    fn plain_senses() {
        check(&TRAIT, "The lake lies behind the mill. The key was in his pocket. He is bound to a chair.");
        check(&TRAIT, "The rise is due to begin in May. Snow led to the closure of the pass. Eels live deep down.");
        check(&TRAIT, "The crop failed, largely because of drought. It failed, [[largely because]] of the toll.");
        check(&TRAIT, "She is directly responsible for 40 clerks. The wall was designed to hide the bins.");
        check(&TRAIT, "The mayor [[is solely responsible for the collapse]].");
    }

    #[test]
    fn what_a_court_heard() {
        check(&TRAIT, "A court jailed Bo Finn for a year. He had lied to the police.");
        check(&TRAIT, "Bo Finn left the town. He had [[lied to the]] police.");
    }

    #[test]
    fn whoever_is_there_to_judge() {
        check(&TRAIT, "Opinion\n\nThe toll must go\n\nBy Ann Lee\n\nThe toll is bound to fail. It will ruin the port.");
        check(&TRAIT, "The Salt Ferry by Ann Lee review – a quiet novel\n\nThe end is bound to annoy. It rains a lot.");
        check(&TRAIT, "Dear Ann,\n\nThe toll is bound to fail.\n\nYours, Mara Finch");
    }

    #[test]
    fn more_of_what_will_be() {
        check(&TRAIT, "The party [[is about to split]]. Its leader is about to travel to Velia.");
        check(&TRAIT, "The toll [[will drive young families]] from the port.");
        check(&TRAIT, "The bridge [[will save commuters]] an hour. The comet will never come back.");
        check(&TRAIT, "The union says that the toll will cost jobs.");
    }

    #[test]
    fn more_of_what_is_behind_it() {
        check(&TRAIT, "Greed [[lies behind the rise]]. The toll [[frightened buyers away]].");
        check(&TRAIT, "The flood [[was caused by]] the mill. The flood was caused by the mill, an inquiry found.");
        check(&TRAIT, "The fire was caused by a faulty lamp, and the delay was caused by a worn seal and a fault.");
        check(&TRAIT, "[[Crime has soared because of]] the mayor. The [[surge is the result of]] the toll.");
        check(&TRAIT, "The move [[was meant to punish]] the traders. The bridge was meant to carry carts.");
        check(
            &TRAIT,
            "It was sold [[to appease the]] hotels. It was sold to please the king. The [[rise is due to]] the toll. Who is to blame?",
        );
        check(&TRAIT, "The mill [[dumped acid]] in the river. The ferry [[will never work]]. The mill is due to open.");
        check(&TRAIT, "The flood destroyed the town, and led to the deaths of two. The drop was because of a feast.");
        check(&TRAIT, "A truck was dumping waste. Forged papers were found. He ignored warnings.");
        check(&TRAIT, "Sorel [[is behind the leak]]. Theft [[is rife]] at the port.");
        check(&TRAIT, "No other town has a port. [[No other town has so]] many thieves.");
    }
}
