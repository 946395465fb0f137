//! People who speak under their name, and whose position is told.

use std::ops::Range;

use crate::ling::{Annotated, Class, Shape, Source, SourceKind};
use crate::text::{Span, ends_with_one};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::sourcing::{is_any, sentence_at, word};

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
    for source in text.sources.iter().filter(|it| it.kind == SourceKind::Named) {
        if let Some(name) = with_noun(text, source).or_else(|| described(text, source))
            && !text.is_quoted(name)
        {
            findings.add(Finding::new(without_stop(text, name)));
        }
    }
}

fn without_stop(text: Annotated<'_>, span: Span) -> Span {
    let mut tokens = text.document.tokens_in(span);
    let last = tokens.next_back().filter(|&at| word(text, at) == ".").and(tokens.next_back());
    // *John Lee Jr.* keeps its own.
    last.filter(|&at| text.words[at].shape == Shape::Lower || word(text, at).len() > 5)
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

fn is_described(text: Annotated<'_>, phrase: Range<usize>, name: &Range<usize>) -> bool {
    // A name of one word is a surname, or not a person’s.
    name.len() > 1 && (is_apposed(text, phrase.start..name.start) || is_posted(text, name.end..phrase.end))
}

/// *the keeper of prints,*, *the harbour’s glassblower*: what stands before a name.
fn is_apposed(text: Annotated<'_>, before: Range<usize>) -> bool {
    let untitled = before.clone().rev().find(|&at| !text.words[at].is(Class::Title) && word(text, at) != ".");
    let Some(last) = untitled.filter(|&it| it > before.start) else { return false };
    let is_noun = |at: usize| text.words[at].shape == Shape::Lower && !text.words[at].possessive;
    let is_set_off = word(text, last) == ","
        && before.clone().skip(1).any(is_noun)
        && before.clone().all(|at| at == last || is_part(text, at));
    (opens(text, before.start) || before.clone().any(|at| text.words[at].possessive))
        && (is_set_off || does(text, last))
}

/// *a*, *the*, *its*, *Velden’s*.
fn opens(text: Annotated<'_>, at: usize) -> bool {
    text.words[at].classes.has_any(&[Class::Determiner, Class::Possessive]) || text.words[at].possessive
}

/// *glassblower*, but not *a tearful Jane Doe*, *the elder Jane Doe*.
fn does(text: Annotated<'_>, at: usize) -> bool {
    const DOERS: &str = "er or ist man smith";
    const THINGS: &str = "former younger smaller winter summer weather letter corner number border quarter chapter";
    let (it, noun) = (text.words[at], word(text, at));
    it.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun])
        || it.shape == Shape::Lower && noun.len() > 5 && !is_any(text, at, THINGS) && ends_with_one(noun, DOERS)
}

/// Whether the token may be a part of *the head of motor cover*.
fn is_part(text: Annotated<'_>, at: usize) -> bool {
    !matches!(text.words[at].shape, Shape::Number | Shape::Punct)
}

/// *of the University of Velden*, *, who runs the port*: what stands behind a name.
fn is_posted(text: Annotated<'_>, behind: Range<usize>) -> bool {
    const LEADS: &str = "chairs chaired coaches commands directs edits founded headed heads leads led manages \
        oversees owns represents runs teaches";
    let mut tokens = behind.clone().skip_while(|&at| !matches!(text.words[at].shape, Shape::Lower | Shape::Capital));
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else { return false };
    if is_any(text, first, "who") {
        let Some(third) = tokens.next() else { return false };
        let object = text.words[third];
        return is_any(text, second, LEADS)
            && (object.is_capital() || is_any(text, third, "the its their") || object.possessive)
            || is_any(text, second, "works worked") && is_any(text, third, "as at for");
    }
    if opens(text, first) {
        // *a glassblower at the mill*
        let is_over = |at: &usize| !is_part(text, *at) || text.words[*at].is(Class::Preposition);
        let end = (second..behind.end).find(is_over).unwrap_or(behind.end);
        return does(text, end - 1);
    }
    is_any(text, first, "of at from with")
        && (second..behind.end).take(6).any(|at| text.words[at].is_capital() && text.words[at].is(Class::Institution))
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
        check(&TRAIT, "A tearful Jane Doe said the pier was safe. That winter Jane Doe said it was shut.");
        check(&TRAIT, "The ship, Ever Given, reported a leak.");
        check(&TRAIT, "After talks with the mayor, Jane Doe said the pier was safe.");
    }

    #[test]
    fn what_stands_behind_a_name() {
        check(&TRAIT, "[[Jane Doe, 41, a plumber from Velden]], said the pier was safe.");
        check(&TRAIT, "[[Jane Doe, who runs the port]], said the pier was safe.");
        check(&TRAIT, "[[Jane Doe of the University of Velden]] said the pier was safe.");
        check(&TRAIT, "“The pier is safe,” said [[Jane Doe, who runs the port]].");
        check(&TRAIT, "[[Mayor Jane Doe Jr.]] said the pier was safe.");
        check(&TRAIT, "[[Its rival, Rep. Jane Doe]], accused him of taking money from a lobbyist.");
        check(&TRAIT, "Jane Doe, who runs every morning, said the pier was safe.");
        check(&TRAIT, "Jane Doe, 41, of Velden, said the pier was safe.");
    }
}
