//! Statements whose source has no name.

use crate::ling::{
    Annotated, Anonymity, Attribution, Class, Description, Determiner, KeyIndex, Pos, Shape, SourceKind, keys_of, pair,
};
use crate::text::{Span, sort_by_number};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::known;
use super::overlooked;
use super::reasons::{self, Requests};
use super::shared;
use super::sourcing::{is_any, trimmed, word};
use super::stating::{is_asked, keeps_silent, states};
use super::vouched;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("unnamed-source"),
    name: "Unnamed source",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Somebody says this, but the text does not name them.",
        why: "You cannot ask them again, or weigh how they know and why they talk.",
        but: "Fair when a name would bring them harm, and the text says so.",
        question: "How would they know, and what might they gain?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "A named source is always preferable; unnamed ones are the weakest.",
            source: "Reuters Handbook, “Essentials of Reuters sourcing”",
        },
        Reference {
            asks: "Describe the source as closely as you can; a bare “a source” is almost always barred.",
            source: "AP Stylebook, 2004 entry, as quoted at anonymoussources.org",
        },
        Reference {
            asks: "“Officials say” is never enough on its own: say which agency, which side, and how they know.",
            source: "NPR Ethics Handbook, “Describe anonymous sources as clearly as you can”",
        },
        Reference { asks: "Explain why anonymity was granted.", source: "SPJ Code of Ethics, 2014" },
        Reference {
            asks: "Rote reasons such as “not authorized to speak” are probably worse than none.",
            source: "New York Times standards memo, 31 August 2010",
        },
    ],
    failures: &[
        "A person named only in an earlier sentence by a different noun may be flagged.",
        "A named witness introduced after the quotation may be flagged.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[Officials]] said the bridge would stay shut."),
    Example("The harbour will close in May, according to [[two people briefed on the plan]]."),
    Example("[[Analysts]] say the ferry cannot pay its way."),
    Example("“It was never safe,” said [[a former inspector]], who asked not to be named."),
    Example("Jane Doe said the plan was dead."),
    Example("The ministry said the bridge would stay shut."),
    Example("Spokesman Tom Arlen said no. The spokesman said nobody had asked."),
    Example("Voters said the bridge mattered most to them."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let requests = Requests::of(text);
    let mut firsts = KeyIndex::default();
    let mut has_one = false;
    for (it, description) in text.attributions.iter().zip(text.descriptions) {
        let is_unnamed = it.kind == SourceKind::Unnamed && description.kind == SourceKind::Unnamed;
        let pass = if is_unnamed { None } else { let_pass(it.kind, description) };
        let Some(&source) = it.source.first().filter(|_| is_unnamed || pass.is_some()) else { continue };
        let span = trimmed(text, source);
        if !is_somebody(text, description, span) {
            continue;
        }
        if let Some(why) = pass.or_else(|| known::why(text, description, span)) {
            findings.clear(span, why);
        } else if keeps_silent(text, it) {
            findings.clear(span, "They say nothing.");
        } else if vouched::is_credited_to_named(text, span) || known::goes_on_for_named(text, span) {
            findings.clear(span, "Somebody named tells of them.");
        } else if states(text, it) && !is_within_last(findings, span) {
            let mut found = finding(text, &requests, Some(it), description, span);
            let first = it.source_id.map(|id| firsts.get_or_insert(pair(id as u64, 0), findings.found.len()));
            let first = first.and_then(|at| findings.found.get(at));
            reasons::note_repeated(text, description, (first, &findings.found), has_one, &mut found);
            has_one |= !description.is_plural;
            findings.add(found);
        }
    }
    let mut flagged: Vec<usize> = findings.found.iter().map(|it| it.span.start()).collect();
    sort_by_number(&mut flagged, |&it| it as u128);
    for span in overlooked::speakers(text) {
        let description = text.describe(span);
        let span = trimmed(text, span);
        if description.kind == SourceKind::Unnamed
            && is_somebody(text, &description, span)
            && known::why(text, &description, span).is_none()
            && flagged.binary_search(&span.start()).is_err()
        {
            if vouched::is_told_by_named(text, span) {
                findings.clear(span, "Somebody named tells of them.");
                continue;
            }
            findings.add(finding(text, &requests, None, &description, span));
        }
    }
    reasons::silent_sources(text, findings);
    vouched::let_headline_pass(text, findings);
}

/// *a man*, in *a man calling himself Bo*.
fn is_within_last(findings: &Findings, span: Span) -> bool {
    findings.found.last().is_some_and(|it| it.span.start() == span.start() && it.span.end() > span.end())
}

/// Whether the phrase is left with words, and these name no thing.
fn is_somebody(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    // *No trader says*: nobody has. *Every trader knows it*: nobody was asked.
    const NONE: [u32; 3] = keys_of(["no", "neither", "every"]);
    let is_nobody = text.document.tokens_in(span).next().is_some_and(|at| text.words[at].is_one_of(&NONE));
    // *Some will say*: nobody has.
    let has_said = !text.document.tokens_in(span).next_back().is_some_and(|at| text.words[at].is(Class::Auxiliary));
    !span.is_empty()
        && !is_nobody
        && has_said
        && !owns_what_follows(text, span)
        && !is_thing(text, description)
        && !shared::others(text).take_turns_at(span)
        && !is_asked(text, span)
        && !is_modifier(text, description, span)
}

/// *guest posts and talks*: nouns.
fn is_modifier(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    let (tokens, count) = (text.document.tokens_in(span), text.words.len());
    let next = tokens.end;
    description.determiner == Determiner::Bare
        && !description.is_plural
        && tokens.len() == 1
        && next + 1 < count
        && text.words[tokens.start].shape == Shape::Lower
        && text.words[next].pos.is(Pos::NOUN)
        && word(text, next).ends_with('s')
        && is_any(text, next + 1, ", and or")
}

/// *a judge’s ruling*, *the engineers’ report*: what is theirs speaks.
fn owns_what_follows(text: Annotated<'_>, span: Span) -> bool {
    let Some(last) = text.document.tokens_in(span).next_back() else { return false };
    let mark = text.document.tokens().get(last + 1).filter(|it| !it.spaced && !text.is_quoted(span));
    let is_plural =
        || word(text, last).ends_with('s') && mark.is_some_and(|it| matches!(&text.document[it.span], "'" | "’"));
    text.words[last].possessive || is_plural()
}

/// *other sources of money*, *a source for the claim*, *a figure that the auditor confirmed*: nobody.
fn is_thing(text: Annotated<'_>, description: &Description) -> bool {
    let Some(head) = description.head.filter(|&it| it + 2 < text.words.len()) else { return false };
    const FIGURES: [u32; 2] = keys_of(["figure", "figures"]);
    const SOURCES: [u32; 2] = keys_of(["source", "sources"]);
    const COUNTED: &str = "budget census crime employment its official own sales their trade";
    if text.words[head].is_one_of(&FIGURES) {
        return !description.is_described || description.is_plural && head > 0 && is_any(text, head - 1, COUNTED);
    }
    // *The emails are short. One, dated May 3, says …*
    const WRITTEN: &str = "dated entitled headed marked sent titled written";
    if is_any(text, head, "one") && is_any(text, head + 1, ",") && is_any(text, head + 2, WRITTEN) {
        return true;
    }
    let (next, behind) = (head + 1, text.words[head + 2]);
    let is_mass = behind.shape == Shape::Lower && !behind.is(Class::Determiner);
    text.words[head].is_one_of(&SOURCES)
        && (is_any(text, next, "for") && !behind.is_capital() || is_any(text, next, "of") && is_mass)
}

fn finding(
    text: Annotated<'_>,
    requests: &Requests,
    it: Option<&Attribution>,
    description: &Description,
    span: Span,
) -> Finding {
    let is_quoted = text.is_quoted(span);
    let (found, kind) = (Finding::new(span).quoted(is_quoted), kind(text, description));
    let source = it.and_then(|it| it.source_id);
    let anonymity = (!is_quoted).then(|| requests.said_why(text, source, span)).flatten();
    match anonymity {
        Some(Anonymity { reason: Some(reason), .. }) if reason.is_rote => found
            .kind("boilerplate")
            .note(format!("The reason is a set phrase: “{}”.", reasons::shortened(text, reason.span))),
        Some(Anonymity { reason: Some(reason), .. }) => {
            found.kind("reasoned").note(format!("A reason is given: “{}”.", reasons::shortened(text, reason.span)))
        }
        _ if !is_quoted && reasons::gives_first_name(text, span) => {
            found.kind(kind).note("A first name is given, which is too little to find them by.")
        }
        other => {
            // *Recent reports*
            let noun = description.head.map(|at| text.words[at]).filter(|it| !it.is(Class::PersonNoun));
            let is_known = || known::note(text, it, description, span, kind == "collective");
            match other.is_none().then(is_known).flatten() {
                Some(note) => found.kind(kind).mild().note(note),
                None if noun.is_some_and(|it| it.is(Class::DocumentNoun)) => {
                    found.kind(kind).note("Which ones, and whose?")
                }
                None => found.kind(kind).note(note(kind, description, other.is_some(), source.is_some())),
            }
        }
    }
}

pub(super) fn kind(text: Annotated<'_>, description: &Description) -> &'static str {
    let Some(head) = description.head else { return "bare" };
    let word = text.words[head];
    let is_vague = matches!(description.determiner, Determiner::Bare | Determiner::Many | Determiner::Some);
    let is_crowd = !word.is(Class::SourceNoun) || description.determiner == Determiner::Many;
    if description.is_plural && is_vague && is_crowd {
        "collective"
    } else if description.is_described || word.is(Class::OfficeNoun) {
        "described"
    } else {
        "bare"
    }
}

fn note(kind: &str, description: &Description, asked: bool, is_known: bool) -> &'static str {
    let repeats = description.determiner == Determiner::Definite && is_known;
    let is_counted = matches!(description.determiner, Determiner::Number | Determiner::Single);
    match kind {
        _ if asked => "Asked not to be named; no reason is given.",
        "collective" if description.is_described => "A group, and nobody of it by name: who, and how many?",
        "collective" => "Nobody in particular: who, and how many?",
        "described" if description.is_plural && !is_counted => "A description, but no number, no name and no reason.",
        "described" => "A description, but no name and no reason.",
        _ if repeats => "No name here: who is meant?",
        _ if description.is_plural => "No names, no reason, and hardly a word on who they are.",
        _ => "No name, no reason, and hardly a word on who it is.",
    }
}

fn let_pass(kind: SourceKind, description: &Description) -> Option<&'static str> {
    Some(match (kind, description.kind) {
        (SourceKind::Named, SourceKind::Unnamed | SourceKind::Role) => "Named elsewhere in the article.",
        (_, SourceKind::Role) => "One person, known by an office or a relation.",
        (_, SourceKind::Group) => "A group that nobody speaks for.",
        (_, SourceKind::Institution) if description.name.is_none() => "A body or a thing speaks, not a person.",
        (_, SourceKind::Document) => "A document speaks, not a person.",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::check as check_trait;

    #[track_caller]
    fn check(marked: &str) {
        check_trait(&TRAIT, marked);
    }

    fn found_in(text: &str) -> Vec<Finding> {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it| detect(it, &mut findings));
        findings.found
    }

    fn kinds(text: &str) -> Vec<&'static str> {
        found_in(text).iter().filter_map(|it| it.kind).collect()
    }

    #[track_caller]
    fn check_kind(text: &str, kind: &str) {
        assert_eq!(kinds(text), [kind], "{text}");
    }

    #[test]
    fn whoever_is_helped_to_see_says_nothing() {
        check("It could help a visitor see the work of the guards.");
        check("The deal holds a clause that requires staffers to promise “silence for good” about it.");
    }

    #[test]
    fn what_is_discussed_in_private_is_a_set_phrase() {
        check_kind(
            "People at the firm, who asked not to be identified discussing private plans, said it was late.",
            "boilerplate",
        );
    }

    #[test]
    fn a_paper_may_say_why_it_names_nobody() {
        check_kind(
            "A surgeon at the clinic said two wards were shut. “We were told to keep quiet,” she said. The Herald \
             has agreed not to name her because she fears losing her post.",
            "reasoned",
        );
    }

    fn notes(text: &str) -> String {
        found_in(text).iter().filter_map(|it| it.note.as_deref()).collect()
    }

    #[test]
    fn a_note_denies_nothing_that_the_words_tell() {
        let bare = notes("Two nurses said no. A farmer said yes.");
        assert!(!bare.contains("number") && !bare.contains("role"), "{bare}");
        let counted = notes("A dozen party officials said no. One of his port aides said yes.");
        assert!(!counted.contains("number") && !counted.contains("how many"), "{counted}");
        let others = notes("Divers told how they found the wreck. One, who did not want to be named, wept.");
        assert!(others.starts_with("Nobody in particular"), "{others}");
    }

    #[test]
    fn a_reason_that_comes_late_is_told() {
        let late = found_in(
            "A clerk at the port said it was late.\n\nThe clerk, who asked not to be named for fear of losing her \
             job, said it was cold.",
        );
        assert!(late[1].note.as_deref().is_some_and(|it| it.starts_with("A reason")), "{late:?}");
    }

    #[test]
    fn bare() {
        check_kind("A source said the road was closed.", "bare");
        check_kind("Officials said the road was closed.", "bare");
    }

    #[test]
    fn described() {
        check_kind("A senior defence official said the road was closed.", "described");
        check_kind("Two ministers said the road was closed.", "described");
    }

    #[test]
    fn collective() {
        check_kind("Observers said the road was closed.", "collective");
        check_kind("Many Iraqis said the road was closed.", "collective");
        check_kind("All cyclists think they own it. All the officials said the road was closed.", "collective");
        check_kind("Some said the road was closed.", "collective");
    }

    #[test]
    fn a_reason_given_further_on() {
        let clerk = "A clerk said the pumps had failed. “We wrote to them in May,” she said. ";
        check_kind(&format!("{clerk}She asked not to be named because she fears losing her job."), "reasoned");
        check_kind(&format!("{clerk}The pumps were bought in 1987."), "bare");
    }

    #[test]
    fn a_reason_of_others() {
        let text = "A harbour official said the talks went on.\n\n\
                    The sources, who spoke on condition of anonymity, also asked to leave a name out, since it would \
                    point to them.";
        assert_eq!(kinds(text), ["described", "reasoned"]);
    }

    #[test]
    fn boilerplate() {
        let text = "The road was closed, an official said, speaking on condition of anonymity because he was not \
                    authorized to speak to the press.";
        check_kind(text, "boilerplate");
        check_kind("An aide said no, speaking on condition of anonymity, as the rules of the port ask.", "boilerplate");
        check_kind("An aide said no, speaking on condition of anonymity per port policy.", "boilerplate");
    }

    #[test]
    fn whoever_speaks_again_is_not_a_second_source() {
        let text = "A clerk, who asked not to be named for fear of losing her job, said no. It rained.\n\n\
                    The clerk said that the pumps had failed.";
        assert_eq!(kinds(text), ["reasoned", "reasoned"]);
        assert!(found_in(text)[1].note.as_ref().is_some_and(|it| it.contains("from before")));
    }

    #[test]
    fn reasoned_by_some_of_them() {
        check_kind(
            "A clerk said the road was closed. She asked not to be named for fear of losing her job.",
            "reasoned",
        );
        let text = "Five clerks told the Post that the road was closed.\n\nThree of them gave their names. Two asked \
                    not to be named for fear of losing their jobs.";
        check_kind(text, "reasoned");
        check_kind("A clerk, whom the Post agreed not to name as she fears for her job, said no.", "reasoned");
    }

    #[test]
    fn spoke_without_being_quoted() {
        check("The road was closed on Monday. [[The officials]] spoke on condition of anonymity.");
        check("The road was closed on Monday. [[Most voters]] spoke on condition of anonymity.");
    }

    #[test]
    fn a_wish_is_no_statement() {
        check("The donor wished to stay anonymous. [[A donor]], who wished to stay anonymous, said it was late.");
        check("Residents refused to leave by May.");
        check("A new director asked to see the bills of the port.");
        check("Some will say that the road was closed too soon.");
        check("One after another, the old firms said it was over. She wept, hearing a famous singer acknowledging it.");
        check(
            "[[One of them]] said it was over. She heard somebody shouting that it fell. [[A famous singer]] said so.",
        );
    }

    #[test]
    fn an_aside() {
        check("The road, [[engineers]] say, will stay shut. “No,” wrote [[a man calling himself Bo Rae]].");
        check("It is the place [[port engineers]] say the ships might go.");
    }

    #[test]
    fn a_name_in_apposition() {
        check("The firm’s agent, Fiona Cross, said her client would pay.");
        check("Ada Pell was a teacher. Her mother said she loved the sea.");
        check("His trainee, Luka, 24, is new. He says the hill is steep.");
        check("One of the authors, the botanist Ann Lee, calls the plant a bully. Every trader knows that it is late.");
        check("[[One mother]] said she worried. Another, Dawn Harper, said it was about time.");
        check("[[A spokesman for the Red Cross]] said the road was closed.");
    }

    #[test]
    fn a_headline_shortens() {
        let below = "VELIA — The mayor, Ann Lee, said on Monday that two men had died.\n\n\
                     The road to the harbour was shut all night.\n\nThe rain is to go on until the weekend.";
        check(&format!("Two die in storm, officials say\n\n{below}"));
        check(&format!("Two die in storm, officials say\n\n{below}\n\n[[A clerk]] said that more were missing."));
        check(&format!("Two die in storm, [[officials]] say\n\n{below}\n\n[[Officials]] said that more were missing."));
        check(&format!("Two die in storm\n\nRegulator says the wall was weak\n\nBy Bo Rae\n\n{below}"));
    }

    #[test]
    fn a_headline_over_who_is_described() {
        let below = "VELIA — [[Two town officials briefed on the plan]] said on Monday that the road would shut.\n\n\
                     “It is old,” said the mayor, Ann Lee.\n\nThe rain is to go on until the weekend.";
        check(&format!("Road to shut, officials say\n\n{below}"));
    }

    #[test]
    fn who_is_cited_in_a_conversation() {
        let text = "LEE: Your critics say the wall is weak.\n\nRAE: They do.\n\nLEE: Is it weak?";
        assert!(found_in(text).iter().all(|it| it.quoted));
    }

    #[test]
    fn who_is_cited_in_an_interview() {
        let text = "Ann Lee ran the port. This interview has been edited and condensed.\n\nHow did you begin?\n\n\
                    Critics said I was too young.\n\nWere they right?\n\nNo.\n\nWhat is next?\n\nSleep.";
        assert!(found_in(text).iter().all(|it| it.quoted));
    }

    #[test]
    fn what_only_looks_like_a_statement() {
        check("Ann Lee works for Harbour Watch, a liberal think tank in Velden.");
        check("The fund closed before other sources of money could be found, Ann Lee said.");
        check("Inspectors found the letters in a drawer.");
        check("[[Inspectors]] found that the wall had been cracked.");
        check("Inspectors noticed the crack at noon.");
        check("Sailors called it the penguin. It is what sailors call a squall, or what locals called the Pit.");
        check("It fell in what [[traders]] called a blow, which [[critics]] call a farce.");
        check("[[Critics]] called it the worst bridge in Velia.");
        check("The speech was interrupted by a clerk in a red coat.");
        check("[[Critics]] pointed to the cracks in the wall.");
        check("[[Clerks]] are quick to say that the wall is old.");
        check("[[Inspectors]] saw the wall as a danger.");
        check("[[Inspectors]] see the danger growing.");
        check("[[Inspectors]] disputed the idea that the wall is weak. No inspector believes that the wall is weak.");
    }

    #[test]
    fn who_is_told_does_not_speak() {
        check("[[Two clerks]], who spoke because they feared for their jobs, said inspectors were told to hurry.");
    }

    #[test]
    fn a_view_is_no_part_of_who_holds_it() {
        check("The move was seen by [[some]] as a demotion for the mayor.");
        check("The port has been criticised by [[some]] for its cost. [[An “insider”]] said it was late.");
        check(
            "Two clerks were charged on Monday with theft, saying they had paid. It has guest posts, reader claims and talks.",
        );
    }

    #[test]
    fn a_reason_ends_before_the_verb() {
        let text = "A clerk, who asked not to be named so as not to embarrass her son, said the road was closed.";
        check_kind(text, "reasoned");
    }
}
