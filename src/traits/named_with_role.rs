//! People who speak under their name, and whose position is told.

use std::ops::Range;

use crate::ling::{Annotated, Class, Pos, Shape, Source, SourceKind};
use crate::text::{Span, ends_with_one};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::accusing::{List, is_in};
use super::sourcing::{is_any, sentence_at, word};
use super::stating::is_stand;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("named-with-role"),
    name: "Named, with position",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "This person speaks under their name, and the text says what they do.",
        why: "You can look them up, and judge how they would know.",
        but: "A name and a title do not make a statement true.",
        question: "Is this person in a position to know?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "A named source is always preferable.",
            source: "Reuters Handbook, “Essentials of Reuters sourcing”",
        },
        Reference {
            asks: "A source should be in a position to know, and readers should be told how they know.",
            source: "NPR Ethics Handbook",
        },
    ],
    failures: &["A position told several sentences before the name."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[Port director Jane Doe]] said the pier was safe."),
    Example("“The pier is safe,” said [[Jane Doe, an engineer]]."),
    Example("[[The port’s chairwoman, Jane Doe]], said the pier was safe."),
    Example("Jane Doe said the pier was safe."),
    Example("An engineer said the pier was safe."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for source in text.sources.iter().filter(|it| it.kind == SourceKind::Named && speaks(text, it)) {
        if let Some(name) =
            with_noun(text, source).or_else(|| described(text, source)).or_else(|| in_court(text, source))
            && !text.is_quoted(name)
        {
            findings.add(Finding::new(without_stop(text, name)));
        }
    }
}

/// Whether more is told of somebody than what others believe: *Jane Doe is thought to want a delay*.
fn speaks(text: Annotated<'_>, source: &Source) -> bool {
    const BELIEVED: &str = "believed thought understood reportedly";
    let is_told = |at: &usize| {
        let cue = || text.attributions[*at].cue.iter().flat_map(|&it| text.document.tokens_in(it).take(6));
        let is_passive = || cue().any(|it| text.words[it].pos.is(Pos::BE) || is_any(text, it, "reportedly"));
        is_passive() && cue().any(|it| is_any(text, it, BELIEVED)) || is_stand(text, &text.attributions[*at])
    };
    !source.attributions.iter().all(is_told)
}

fn without_stop(text: Annotated<'_>, span: Span) -> Span {
    let mut tokens = text.document.tokens_in(span);
    let last = tokens.next_back().filter(|&at| word(text, at) == ".").and(tokens.next_back());
    // *John Lee Jr.* keeps its own.
    last.filter(|&at| text.words[at].shape == Shape::Lower || word(text, at).len() > 4)
        .map_or(span, |at| Span::new(span.start(), text.document.tokens()[at].span.end()))
}

/// *Port director Jane Doe*: a noun that is known for a position.
fn with_noun(text: Annotated<'_>, source: &Source) -> Option<Span> {
    let role = source.role?;
    let sentence = sentence_at(text, role)?;
    let mention = source.mentions.iter().find(|it| sentence.span.contains(**it))?;
    Some(mention.to(role))
}

/// *The keeper of prints, Jane Doe*, *Jane Doe, who runs the port*: by how the words stand.
fn described(text: Annotated<'_>, source: &Source) -> Option<Span> {
    let phrases = source.attributions.iter().filter_map(|&at| {
        let name = text.descriptions[at].name.clone()?;
        Some((*text.attributions[at].source.first()?, name))
    });
    phrases.into_iter().find(|(phrase, name)| is_described(text, text.document.tokens_in(*phrase), name)).map(|it| it.0)
}

/// *Jane Doe, prosecuting, said …*
fn in_court(text: Annotated<'_>, source: &Source) -> Option<Span> {
    source.mentions.iter().find_map(|&it| {
        let end = text.document.tokens_in(it).end;
        let pleads = is_any(text, end, ",") && is_any(text, end + 1, "prosecuting defending mitigating");
        (pleads && is_any(text, end + 2, ", .")).then(|| it.to(text.document.tokens()[end + 1].span))
    })
}

fn is_described(text: Annotated<'_>, phrase: Range<usize>, name: &Range<usize>) -> bool {
    // A name of one word is a surname, or not a person’s.
    let behind = name.end..phrase.end;
    has_post(text, behind.clone())
        || name.len() > 1 && (is_apposed(text, phrase.start..name.start) || is_posted(text, behind))
}

/// *the keeper of prints,*, *the harbour’s glassblower*: what stands before a name.
fn is_apposed(text: Annotated<'_>, before: Range<usize>) -> bool {
    // *the Dean of Velden, the Very Rev Jane Doe*
    let is_title = |at: usize| text.words[at].is(Class::Title) || is_any(text, at, ". the very right rt");
    let untitled = before.clone().rev().find(|&at| at == before.start || !is_title(at));
    // *senior hydrologist Jane Doe*
    let studies = |at: usize| word(text, at).ends_with("logist");
    let Some(last) = untitled.filter(|&it| it > before.start || studies(it)) else { return false };
    let is_noun = |at: usize| text.words[at].shape == Shape::Lower && !text.words[at].possessive;
    let is_set_off = word(text, last) == ","
        && before.clone().skip(1).any(is_noun)
        && before.clone().all(|at| at == last || is_part(text, at));
    (opens(text, before.start) || studies(last) || before.clone().any(|at| text.words[at].possessive))
        && (is_set_off || does(text, last))
}

/// *a*, *the*, *its*, *Velden’s*.
fn opens(text: Annotated<'_>, at: usize) -> bool {
    text.words[at].classes.has_any(&[Class::Determiner, Class::Possessive]) || text.words[at].possessive
}

/// *glassblower*, but not *a tearful Jane Doe*, *the elder Jane Doe*.
fn does(text: Annotated<'_>, at: usize) -> bool {
    const DOERS: &str = "er or ist man smith fellow";
    const THINGS: &str = "former younger smaller winter summer weather letter corner number border quarter chapter";
    let (it, noun) = (text.words[at], word(text, at));
    it.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun])
        || it.shape == Shape::Lower && noun.len() > 5 && !is_any(text, at, THINGS) && ends_with_one(noun, DOERS)
}

/// Whether the token may be a part of *the head of motor cover*.
fn is_part(text: Annotated<'_>, at: usize) -> bool {
    !matches!(text.words[at].shape, Shape::Number | Shape::Punct) || matches!(word(text, at), "'" | "’" | "-")
}

/// *, who runs the port*, *, who has taught at the school*.
fn has_post(text: Annotated<'_>, behind: Range<usize>) -> bool {
    const LEADS: &str = "chair chaired chairs coached coaches commanded commands directed directs edited edits founded \
        headed heads lead leads led manage managed manages organise organised organises organized organizes oversaw \
        oversees own owned owns ran represent represented represents run runs started";
    /// What one does for a living, with anything or anywhere.
    const DOES: &str = "researches studies taught teach teaches treats";
    const AT: &str = "as at for";
    /// What nobody starts or leads by profession.
    const EVENTS: &str =
        "argument attack chant charge fight fighting fire fires march marathon race red riot risk row war";
    let Some(who) = behind.clone().take(FAR).find(|&at| is_any(text, at, "who")) else { return false };
    let mut words = (who + 1..behind.end).skip_while(|&at| is_any(text, at, "also has have had now then"));
    let (Some(verb), Some(object)) = (words.next(), words.next()) else { return false };
    let it = text.words[object];
    let is_object = it.is_capital() || it.possessive || is_any(text, object, "the its their a an this");
    let is_own = !is_any(text, object, "a an") || !is_any(text, verb, "own owned owns started");
    let is_event = words.next().is_some_and(|at| is_any(text, at, EVENTS));
    is_any(text, verb, LEADS) && is_object && is_own && !is_event
        || is_any(text, verb, DOES) && (is_object || is_any(text, object, AT) || is_noun(text, object))
        || is_any(text, verb, "served serves work worked works") && is_any(text, object, AT)
}

/// *insects*, *law*; not *every*, *himself*, *hard*.
fn is_noun(text: Annotated<'_>, at: usize) -> bool {
    const NONE: &str = "alone at every hard her herself him himself it me them us";
    text.words[at].shape == Shape::Lower && !text.words[at].is(Class::Preposition) && !is_any(text, at, NONE)
}

/// Tokens behind a name in which a *who* still goes with it.
const FAR: usize = 12;

/// *of the University of Velden*, *of the charity Clean Coast*: what stands behind a name.
fn is_posted(text: Annotated<'_>, behind: Range<usize>) -> bool {
    let mut tokens = behind.clone().skip_while(|&at| !matches!(text.words[at].shape, Shape::Lower | Shape::Capital));
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else { return false };
    if opens(text, first) {
        // *a glassblower at the mill*
        let is_over =
            |at: &usize| !is_part(text, *at) || text.words[*at].is(Class::Preposition) || is_any(text, *at, "who");
        let end = (second..behind.end).find(is_over).unwrap_or(behind.end);
        return does(text, end - 1);
    }
    let third = second + 1;
    let is_body = || {
        let is_one = text.words[third].is(Class::Institution) || is_in(text, third, List::Bodies);
        is_any(text, second, "the") && is_one && third + 1 < behind.end && text.words[third + 1].is_capital()
    };
    is_any(text, first, "of at from with")
        && ((second..behind.end).take(6).any(|at| text.words[at].is_capital() && text.words[at].is(Class::Institution))
            || third < behind.end && is_body())
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_noun_that_no_list_has() {
        check(&TRAIT, "[[The glassblower Jane Doe]] said the pier was safe.");
        check(&TRAIT, "[[Its first cox, Dr Jane Doe]], said the pier was safe.");
        check(&TRAIT, "[[The head of signalling, Jane Doe]], said the pier was safe.");
        check(
            &TRAIT,
            "[[The director of the Dockers’ Forum, Mr Bo Rae]], said it was. [[Det Insp Ann Lee]] said it was not.",
        );
        check(&TRAIT, "Rep. Jane Doe is a fierce critic of the plan. [[Rep. Bo Rae]] criticised the plan.");
        check(&TRAIT, "According to Jane Doe, she will hire a lawyer. Dr Carl Ox said it was late.");
        check(&TRAIT, "[[Rep. Jane Doe, R-Ohio]], said it was. “No,” said [[senior hydrologist Bo Rae]].");
        check(
            &TRAIT,
            "[[English teacher Mr. Bo Rae]] said it was. Rev. Jane Doe said it was not. Ms. Ann Lee said so.",
        );
        check(&TRAIT, "A tearful Jane Doe said the pier was safe. That winter Jane Doe said it was shut.");
        check(&TRAIT, "The ship, Ever Given, reported a leak. The Rev Bo Rae said it was.");
        check(&TRAIT, "[[Another delegate, the Rev Bo Rae]], said it was. The latest, the Rev Carl Ox, said no.");
        check(&TRAIT, "“No,” said [[Jane Doe, prosecuting]]. Bo Rae, defending a title, said it was late.");
        check(&TRAIT, "After talks with the mayor, Jane Doe said the pier was safe.");
    }

    #[test]
    fn what_stands_behind_a_name() {
        check(&TRAIT, "[[Jane Doe, 41, a plumber from Velden]], said the pier was safe.");
        check(&TRAIT, "[[Jane Doe, who runs the port]], said the pier was safe.");
        check(&TRAIT, "[[Jane Doe of the University of Velden]] said the pier was safe.");
        check(
            &TRAIT,
            "“The pier is safe,” said [[Jane Doe, who runs the port]]. “No,” said [[Ann Lee, who leads the Dock Union]].",
        );
        check(&TRAIT, "[[Mayor Jane Doe Jr.]] said the pier was safe.");
        check(
            &TRAIT,
            "[[Jane Doe, an oncologist who left]], said it was. [[Secretary of State Ann Lee]] said it was not.",
        );
        check(&TRAIT, "[[Cllr Jane Doe]] said it was. [[Ann Lee, a senior fellow at the mill]], said it was not.");
        check(&TRAIT, "[[Jane Doe, who served as consul]], said it was. Bo Rae, who served the tea, said it was not.");
        check(&TRAIT, "[[Its rival, Rep. Jane Doe]], accused him of taking money from a lobbyist.");
        check(&TRAIT, "Jane Doe, who is 41, is thought to want a delay. The mayor, Bo Rae, reportedly wanted none.");
        check(&TRAIT, "[[Jane Doe, who studies moths at the mill]], said the pier was safe.");
        check(&TRAIT, "[[Jane Doe, who has run the library’s chess club for years]], said the pier was safe.");
        check(&TRAIT, "Jane Doe said it. “The pier is safe,” said [[Doe, who led the work]].");
        check(&TRAIT, "[[Bo Rae of the charity Dry Feet]] said it was not.");
        check(
            &TRAIT,
            "Jane Doe, who owns a dog, said the pier was safe. Bo Rae, who started the fire, said it was not.",
        );
        check(&TRAIT, "Jane Doe, who runs every morning, said the pier was safe.");
        check(&TRAIT, "Jane Doe, 41, of Velden, said the pier was safe.");
    }
}
