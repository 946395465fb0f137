//! Hearsay: a cue of saying or believing that nobody owns.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, BlockKind, Class, Phrases, Shape, SourceKind, WordSet, key_of};
use crate::text::Sentence;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::accusing::is_long_ago;
use super::missing_attribution::cites;
use super::opinion::why_owned;
use super::shared::{self, Cue};
use super::sourcing::{Backing, attributions_before, is_any, phrases, sentence_at, span_of, word};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("passive-attribution"),
    name: "Hearsay wording",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The wording says that something is said or believed, not by whom.",
        why: "Rumour, police and the writer’s own guess all sound alike here.",
        but: "“Allegedly” is fair before a trial, if the text says who alleges.",
        question: "Who says or believes this, and how would they know?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Source every statement unless it is established or witnessed.",
            source: "Reuters, as quoted at aalep.eu",
        },
        Reference {
            asks: "Attribute disputable facts that were not witnessed or confirmed.",
            source: "AP blog, J. Daniszewski",
        },
    ],
    failures: &["A belief whose owner stands in the sentence before is flagged."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The tents were [[reportedly]] cleared by night."),
    Example("The general [[is believed to]] own three ships."),
    Example("She [[is seen as]] the heir of the party."),
    Example("The trader [[is known for]] his ties to the port."),
    Example("According to the harbour office, the tents were reportedly cleared by night."),
    Example("Police said the man allegedly stole a boat."),
    Example("The town is known as the gate of the valley."),
    Example("“He is believed to own three ships,” said Jane Doe."),
];

/// Adverbs, and whole clauses, that are a cue by themselves.
pub(super) static ADVERBS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "adverb: reportedly | allegedly | purportedly | rumoredly | rumouredly | by all accounts | rumor has it | rumour has it | word has it | \
         {is,are} {widely,generally,commonly} held to | {word,talk,the word,the talk} is that | {rumors,rumours} {abound,swirl,are swirling,have swirled,have also swirled} | \
         it is {common knowledge,an open secret,no secret,widely known,well known} that | it was {gathered,learnt} that | it was further {gathered,learnt} that | {is,are} tipped to | it emerged that | it has emerged that | it later emerged that | there are claims that | there were claims that | \
         there have been claims that | so they say | so the story goes | or so it is said | there {is,was} {talk,speculation,growing concern} that | there {are,were} {fears,rumours,rumors,suggestions,suspicions} that | \
         {clinical trials,studies} {have found,have proved,have shown,show,suggest} | \
         it emerged {on,this,last} {monday,tuesday,wednesday,thursday,friday,saturday,sunday,week,month} that | there are reports that | there were reports that | there have been reports that",
    )
});

/// Participles, and under `kind` the words that make them a cue.
pub(super) static PARTICIPLES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "to that: believed | thought | said | alleged | claimed | rumored | rumoured | presumed | feared | understood | assumed | suspected | whispered | speculated
         to that as: reported
         as by: seen | viewed | regarded | perceived
         to by: considered | deemed
         for to: known
         that: revealed | suggested
         aside: gathered",
    )
});

/// How much of a sentence is read for a year.
const LONGEST: usize = 120;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let backing = Backing::of(text);
    for (sentence, places) in shared::marked(text, BlockKind::is_prose, Cue::Hearsay) {
        let mut behind = sentence.tokens.start;
        for at in places {
            let Some(cue) = cue_at(text, sentence, at).filter(|_| at >= behind) else { continue };
            behind = cue.end;
            let span = span_of(text, cue.clone());
            if text.is_quoted(span) {
                findings.clear(span, "Inside a quotation: the speaker’s own words.");
            } else if backing.behind(span).is_some() {
                findings.clear(span, "The sentence says who says so.");
            } else if cue.len() > 1 && has_agent(text, sentence, cue.end) {
                findings.clear(span, "The sentence says whose view this is.");
            } else if is_retold(text, sentence, at) {
                findings.clear(span, "The sentence says who tells it.");
            } else if is_any(text, at, "reportedly") && is_told_beside(text, sentence)
                || cue.clone().any(|it| is_any(text, it, "emerged")) && is_told_next(text, sentence)
            {
                findings.clear(span, "The next sentence, or the one before, says who reports it.");
            } else if is_charged(text, sentence, at) {
                findings.clear(span, "The sentence tells of the charge.");
            } else if sentence.tokens.clone().take(LONGEST).any(|it| is_long_ago(text, it)) {
                findings.clear(span, "Of years ago: history books tell.");
            } else if is_lore(text, cue.end) {
                findings.clear(span, "An origin, a legend or a find, which are told this way.");
            } else if is_refuted(text, sentence, cue.end) {
                findings.clear(span, "It turned out otherwise.");
            } else if let Some(why) = why_owned(text, span) {
                findings.clear(span, why);
            } else {
                findings.add(Finding::new(span).note("Says who?"));
            }
        }
    }
}

/// *And, Lee tells the crowd, he has been known to …*, *He told the tale of Rae allegedly …*
fn is_retold(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const REACH: usize = 14;
    const ANOTHER: &str = "and but which who whom whose where ;";
    let first = (sentence.tokens.start + 1).max(at.saturating_sub(REACH));
    let told = (first..at).rev().find(|&it| is_any(text, it, "tells told"));
    let is_speaker = |at: usize| text.words[at].is_capital() || is_any(text, at, "he she");
    told.is_some_and(|told| is_speaker(told - 1) && !(told..at).any(|it| is_any(text, it, ANOTHER)))
}

/// *It sank, according to the port. It reportedly hit a rock*; *It will reportedly sail. According to the port, …*
fn is_told_beside(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const TAIL: usize = 12;
    let tokens = &sentence.tokens;
    let paragraph = &text.document.paragraphs()[sentence.paragraph].tokens;
    let mut before = paragraph.start.max(tokens.start.saturating_sub(TAIL))..tokens.start;
    // *According to the port, it sank* goes on with more.
    let tells = |at| is_any(text, at, "according") && !text.words[at].is_capital();
    paragraph.contains(&tokens.end) && is_any(text, tokens.end, "according")
        || before.len() == TAIL && is_any(text, tokens.start - 2, "reported reports")
        || before.any(tells)
}

/// *It emerged that he had left. His letter shows that he was ill.*
fn is_told_next(text: Annotated<'_>, sentence: &Sentence) -> bool {
    let next = text.attributions.get(attributions_before(text, sentence.span.end()));
    next.is_some_and(|it| {
        let told = it.source.first().and_then(|it| sentence_at(text, *it));
        it.kind == SourceKind::Document && told.is_some_and(|it| it.tokens.start == sentence.tokens.end)
    })
}

/// *was charged with theft for allegedly taking a boat*: whoever charged him alleges it.
fn is_charged(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const NEAR: usize = 12;
    const CHARGED: &str =
        "accused accuses arrested charged charges indicted lawsuit petitioned prosecuted sued sues suing";
    const COURT: &str = "prosecutor prosecutors prosecution indictment allege alleges";
    let mut before = sentence.tokens.start.max(at.saturating_sub(NEAR))..at;
    // *a man in a dark suit*
    let is_suit = |it| {
        is_any(text, it, "action case complaint petition suit") && is_any(text, it + 1, "against")
            || is_any(text, it, "court legal") && is_any(text, it + 1, "action battle case fight")
    };
    // *charged the line and allegedly*: with nothing, and for nothing.
    let mut is_charge = || {
        before.any(|it| is_any(text, it, CHARGED) || is_suit(it))
            && before.any(|it| is_any(text, it, "after against for over that who with"))
    };
    // *Prosecutors said he hid it. He allegedly laundered more.*
    let paragraph = &text.document.paragraphs()[sentence.paragraph].tokens;
    let mut around = at.saturating_sub(3 * NEAR)..paragraph.end.min(at + 3 * NEAR);
    is_any(text, at, "allegedly") && (is_charge() || around.any(|it| is_any(text, it, COURT)))
}

/// *is said to come from Norse*, *believed to be that of the missing man*.
fn is_lore(text: Annotated<'_>, end: usize) -> bool {
    is_any(text, end - 1, "to")
        && (is_any(text, end, "come date derive originate") && is_any(text, end + 1, "back from in")
            || is_any(text, end, "be") && is_any(text, end + 1, "that those extinct haunted"))
}

/// *A bird thought to be lost has turned up*: a belief that was an error, and not *…, and his wife has turned up*.
fn is_refuted(text: Annotated<'_>, sentence: &Sentence, end: usize) -> bool {
    static LOST: WordSet = WordSet::new("dead destroyed extinct lost stolen sunk");
    const FOUND: &str = "alive discovered found recovered rediscovered resurfaced surfaced survived survives turned";
    const ANOTHER: &str = ", and or who whose after as because since when where while";
    let is_found = |lost: usize| {
        let found = (lost..sentence.tokens.end).take(LONGEST / 12).find(|&at| is_any(text, at, FOUND));
        found.is_some_and(|it| !(lost..it).any(|at| is_any(text, at, ANOTHER)))
    };
    (end..sentence.tokens.end).take(3).find(|&at| LOST.is(&text.words[at])).is_some_and(is_found)
}

/// What anybody may know somebody for.
const WORKS: &str = "albums art books essays films laugh music novels paintings part performance performances \
    photographs plays poems poetry portraits research role roles songs stories studies voice \
    work works writing writings";

const OF: u32 = key_of("of");

/// The cue that begins at the token `at`.
fn cue_at(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    if let Some(found) = ADVERBS.at(text.words, at) {
        // *The key word is that of duty.*
        let is_talk = is_any(text, at, "word talk the") && is_any(text, found.words.end - 1, "that");
        let is_told = at == sentence.tokens.start && text.words.get(found.words.end).is_some_and(|it| !it.has_key(OF));
        let is_open =
            !is_any(text, at, "studies clinical") || text.words[at].is_capital() && !are_named(text, sentence);
        return ((!is_talk || is_told) && is_open).then_some(found.words);
    }
    let found = PARTICIPLES.at(text.words, at)?;
    let behind = found.words.end;
    let next = (behind < sentence.tokens.end).then(|| word(text, behind))?;
    if matches!(next, "." | ",") {
        return aside_start(text, sentence, at).map(|start| start..behind);
    }
    // *It was alleged last night that*
    let that = (behind + 1..sentence.tokens.end).take(2).find(|&it| is_any(text, it, "that"));
    if let Some(that) = that.filter(|_| found.value.contains("that") && is_any(text, behind, "last on this yesterday"))
    {
        let start = auxiliary_before(text, sentence, at)?;
        return (start > sentence.tokens.start && is_any(text, start - 1, "it")).then_some(start..that + 1);
    }
    if !is_any(text, behind, found.value) {
        // *It’s believed the ferry sank.*
        let next = text.words[behind];
        let is_clause = next.classes.has_any(&[Class::Determiner, Class::Pronoun]) || next.is_capital();
        if !is_clause || !found.value.contains("to that") {
            return None;
        }
        let start = auxiliary_before(text, sentence, at)?;
        let is_it = is_any(text, start, "it's it’s") || start > sentence.tokens.start && is_any(text, start - 1, "it");
        return is_it.then_some(start..behind);
    }
    let auxiliary = auxiliary_before(text, sentence, at);
    // *was built in May and claimed to be the best*: so it claimed.
    let is_active = || is_any(text, at, "claimed") && is_any(text, at - 1, "and but");
    let is_reduced = auxiliary.is_none()
        && next == "to"
        && *found.value == "to that"
        && !follows_subject(text, sentence, at)
        && !is_active();
    let start = auxiliary.or(is_reduced.then_some(at))?;
    let fits = match next {
        "to" => opens_verb(text, sentence, behind + 1, *found.value == "for to" || is_reduced),
        // *was seen as she left*, *was seen by a million people*
        "as" => behind + 1 < sentence.tokens.end && !is_any(text, behind + 1, "he she they we i you"),
        "by" => (behind..sentence.tokens.end.min(behind + 12)).any(|it| is_any(text, it, "as to")),
        // *known for its glass*, *for her novels* is no hearsay.
        "for" if is_any(text, behind + 1, "their") => is_any(text, behind + 2, "connections links ties"),
        "for" => is_any(text, behind + 1, "his her") && !(behind + 2..behind + 4).any(|it| is_any(text, it, WORKS)),
        _ => true,
    };
    let end = if next == "by" { behind } else { behind + 1 };
    fits.then_some(start..end)
}

/// *Studies have shown it, she said*; *Studies have shown it. One, published in May, …*
fn are_named(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const NAMES: &str = "institute journal published study university";
    cites(text, sentence)
        || (sentence.tokens.start..text.words.len()).take(LONGEST / 2).any(|at| is_any(text, at, NAMES))
}

/// *is*, *has been*, *was widely*: the auxiliary before a participle.
fn auxiliary_before(text: Annotated<'_>, sentence: &Sentence, participle: usize) -> Option<usize> {
    let low = sentence.tokens.start.max(participle.saturating_sub(3));
    static PASSING: WordSet = WordSet::new("often still also now long once sometimes further");
    let passes = |at: &usize| word(text, *at).ends_with("ly") || PASSING.is(&text.words[*at]);
    let be = (low..participle).rev().find(|at| !passes(at))?;
    let before = |helpers: &str| be.checked_sub(1).filter(|&at| at >= low && is_any(text, at, helpers));
    // *were being seen as*; *on being seen as* asserts nothing.
    if is_any(text, be, "being") {
        return before("is are was were");
    }
    is_any(text, be, "is are was were been it's it’s").then(|| before("has have had").unwrap_or(be))
}

/// *…, it is widely believed.*
fn aside_start(text: Annotated<'_>, sentence: &Sentence, participle: usize) -> Option<usize> {
    let it = auxiliary_before(text, sentence, participle)?.checked_sub(1)?;
    let is_aside = it > sentence.tokens.start && word(text, it - 1) == "," && is_any(text, it, "it");
    is_aside.then_some(it)
}

/// *what he believed to be*: somebody believes.
fn follows_subject(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|it| *it >= sentence.tokens.start) else { return true };
    let it = text.words[before];
    it.classes.has_any(&[Class::Pronoun, Class::Auxiliary]) || it.is_capital()
}

/// Whether a verb in its base form stands here: *to own*, not *to police*.
fn opens_verb(text: Annotated<'_>, sentence: &Sentence, at: usize, only_be: bool) -> bool {
    if at >= sentence.tokens.end {
        return false;
    }
    if only_be {
        return is_any(text, at, "be have");
    }
    let it = text.words[at];
    let is_noun = it.classes.has_any(&[Class::Determiner, Class::Pronoun, Class::Institution, Class::NumberWord]);
    it.shape == Shape::Lower && !is_noun && !it.is(Class::Plural)
}

/// *by the ministry*: somebody who can be asked.
fn has_agent(text: Annotated<'_>, sentence: &Sentence, end: usize) -> bool {
    const LONGEST: usize = 12;
    let last = sentence.tokens.end;
    let by = (end.saturating_sub(1)..last.min(end + 1)).find(|&at| word(text, at) == "by");
    let by = by.or_else(|| agent_behind(text, end, last));
    let Some(agent) = by.map(|by| by + 1).filter(|&at| at < last) else { return false };
    let last = last.min(agent + LONGEST);
    let end = (agent + 1..last).find(|&at| is_any(text, at, "as to , .")).unwrap_or(last);
    // *by some*, *by other leaders of the party*: marked for having no name.
    let agent = text.describe(span_of(text, agent..end));
    matches!(
        agent.kind,
        SourceKind::Unnamed | SourceKind::Named | SourceKind::Institution | SourceKind::Role | SourceKind::Document
    )
}

/// *seen as a fair price by the union*, and not *seen as a move by the union*.
fn agent_behind(text: Annotated<'_>, end: usize, last: usize) -> Option<usize> {
    const ACTS: &str =
        "act attack attempt betrayal bid decision defeat effort failure move ploy push snub step victory win";
    let by = (end..last.min(end + 6))
        .take_while(|&at| text.words[at].shape == Shape::Lower)
        .find(|&at| word(text, at) == "by")?;
    let is_act = (end..by).any(|at| is_any(text, at, ACTS));
    (is_any(text, end - 1, "as") && !is_act && (by..last).skip(2).take(4).any(|at| is_any(text, at, ". ,")))
        .then_some(by)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn fears_and_studies_of_nobody() {
        check(&TRAIT, "[[There are fears that]] it will flood. The union says there are fears that it will flood.");
        check(&TRAIT, "It [[is understood]] Bo Rae will go. [[Clinical trials have shown]] that it helps.");
        check(&TRAIT, "[[Studies have shown]] that tea helps. “Studies have shown that tea helps,” said Ann Lee.");
        check(&TRAIT, "Studies have shown that tea helps. One, from the University of Velden, followed two nurses.");
        check(&TRAIT, "Two studies show that tea helps. Studies have shown that tea helps, said Ann Lee.");
    }

    #[test]
    fn what_was_believed_in_error_or_told_of_ghosts() {
        check(&TRAIT, "A moth thought to be extinct was found. The inn is said to be haunted.");
        check(&TRAIT, "The inn [[is said to]] be closed.");
        check(
            &TRAIT,
            "A bell long thought to have been lost in a fire was found in a shed. A bell thought lost turned up.",
        );
        check(
            &TRAIT,
            "A bell [[thought to]] have been lost in a fire hung here, and a moth [[believed to]] be new was found.",
        );
        check(
            &TRAIT,
            "He [[is thought to]] be dead and his boat was found. He [[is believed to]] be dead, and turned up.",
        );
        check(&TRAIT, "Opinion\n\nA toll too far\n\nBy Ann Lee\n\nThe toll is believed to be dear in the town.");
    }

    #[test]
    fn by_whom_it_was_claimed_or_learned() {
        check(
            &TRAIT,
            "It [[was claimed last night that]] the pier was sold. It [[was alleged on Monday that]] she lied.",
        );
        check(&TRAIT, "[[It was learnt that]] he fled, and [[it is no secret that]] he lied. It was gathered by hand.");
        check(&TRAIT, "[[It was further gathered that]] he fled. The men, [[it was further gathered]], were armed.");
        check(&TRAIT, "The men, once it was gathered, ate the rice. The crowd was gathered that night.");
        check(&TRAIT, "She was seen on the pier that burned. It was learnt that he fled, Ann Lee said.");
        check(&TRAIT, "It was learned that the moth sleeps by day.");
        check(&TRAIT, "The brothers [[are known for]] their ties to the port. The bakers are known for their bread.");
    }

    #[test]
    fn what_somebody_was_charged_with() {
        check(&TRAIT, "He charged the line and [[allegedly]] hit a guard. The dam of 1975 is [[reportedly]] leaking.");
        check(&TRAIT, "He was charged with theft for allegedly taking a boat.");
        check(&TRAIT, "Lee wants action against a clerk who allegedly lied. Rae sued a firm that allegedly lied.");
        check(&TRAIT, "Lee met a clerk who [[allegedly]] lied. The case of the clerk who [[allegedly]] lied is old.");
        check(&TRAIT, "The men allegedly took it. The guards allege that they sold it.");
        check(&TRAIT, "The lawsuit against Rae for allegedly taking a boat opened.");
        check(&TRAIT, "He ran away after [[allegedly]] taking a boat.");
        check(&TRAIT, "The port won its legal battle with Rae for allegedly taking a boat.");
        check(&TRAIT, "A man in a dark suit ran off after [[allegedly]] taking a boat.");
        check(
            &TRAIT,
            "The prosecutor, Ann Lee, told of a pier. Its owner, who allegedly hid a boat, wept.\n\nHe allegedly hid it.",
        );
    }

    #[test]
    fn whoever_reports_it_stands_beside_it() {
        check(&TRAIT, "The boat sank off the pier, according to the port. It reportedly hit a rock.");
        check(&TRAIT, "The boat hit a rock off the pier and sank, the Lyria Post reported. It reportedly had no lamp.");
        check(&TRAIT, "The boat will reportedly sail again. According to the port, it has a new lamp.");
        check(
            &TRAIT,
            "According to the port, the boat sank. [[Reportedly]], it hit a rock.\n\nAccording to Lee, it rained.",
        );
        check(
            &TRAIT,
            "And, Lee tells the crowd, he’s been known to be curt. He told the old tale of Rae allegedly drowning.",
        );
        check(&TRAIT, "Lee told Rae, who [[is believed to]] be rich. Lee told a joke, and Rae [[allegedly]] left.");
    }

    #[test]
    fn legends_and_plots() {
        check(&TRAIT, "The statue is said to have come up in a net in 1684.");
        check(&TRAIT, "The third season of the drama follows a ring that is said to be cursed.");
        check(&TRAIT, "The ring [[is said to]] be worth a house.");
    }

    #[test]
    fn how_somebody_would_like_to_be_seen() {
        check(&TRAIT, "She leads by ten points on being seen as honest.");
        check(&TRAIT, "She [[is being seen as]] weak. She was seen as she left, and the film was seen by many.");
    }

    #[test]
    fn without_an_auxiliary() {
        check(&TRAIT, "Two men [[believed to]] be smugglers left by boat.");
    }

    #[test]
    fn somebody_believes() {
        check(&TRAIT, "He found what he believed to be a shell.");
    }

    #[test]
    fn reported_to_somebody() {
        check(&TRAIT, "The theft was reported to police.");
    }

    #[test]
    fn an_agent_with_a_name() {
        check(&TRAIT, "She is seen by Ann Lee as a rival.");
        check(&TRAIT, "It is seen as a fair price by the union. It [[is seen as]] a bold move by the union.");
        check(&TRAIT, "It was built in May and claimed to be the best. It [[is claimed to]] be the best.");
    }

    #[test]
    fn an_agent_without_one() {
        check(&TRAIT, "She is seen by many as a rival.");
        check(&TRAIT, "She is seen by other leaders of the party as a rival.");
    }

    #[test]
    fn at_the_end() {
        check(&TRAIT, "He owns three ships, [[it is widely believed]]. He owns two, so he was believed.");
    }

    #[test]
    fn claims_that_nobody_makes() {
        check(&TRAIT, "It [[has been claimed that]] the toll will rise.");
        check(&TRAIT, "It [[is being reported that]] the toll will rise. It [[was revealed that]] it rose.");
        check(&TRAIT, "[[It has emerged that]] the toll rose. [[There are claims that]] it fell.");
        check(&TRAIT, "It later emerged that the toll rose. The annual report shows that it rose in May.");
        check(&TRAIT, "[[There is talk that]] the toll rose. [[It emerged on Monday that]] it fell, [[so they say]].");
        check(&TRAIT, "There are claims that the toll rose, Ann Lee said.");
        check(&TRAIT, "[[It’s believed that]] the toll rose. [[It is widely known that]] it fell.");
        check(&TRAIT, "[[It’s believed]] he fell. It’s his, as he believed.");
        check(&TRAIT, "The prize was claimed by a girl.");
    }

    #[test]
    fn what_a_place_is_known_for() {
        check(&TRAIT, "The town is known for its bread and its glass.");
        check(&TRAIT, "He [[is known for]] his temper.");
        check(&TRAIT, "He is known for his early work on bees. She is known for her novels.");
    }

    #[test]
    fn what_guidebooks_and_the_police_say() {
        check(&TRAIT, "The word is said to come from Norse.");
        check(&TRAIT, "A body believed to be that of the missing clerk was found.");
        check(&TRAIT, "He [[is thought to]] be near ruin. She [[is said to]] come to work late. It supposedly leaks.");
    }

    #[test]
    fn talk_of_the_town() {
        check(&TRAIT, "[[Talk is that]] the pier was sold. [[It is an open secret that]] it leaks.");
        check(&TRAIT, "She [[is tipped to]] run the port. He [[is widely held to]] be the better.");
        check(&TRAIT, "The key word is that of duty. The word is that of a friend. The best talk is that by Lee.");
        check(&TRAIT, "The boat was held to the quay by a rope.");
    }

    #[test]
    fn widely() {
        check(&TRAIT, "He [[was widely regarded as]] a fair judge.");
    }
}
