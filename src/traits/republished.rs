//! Copy that another newsroom made.

use std::sync::LazyLock;

use crate::ling::{Annotated, Block, BlockKind, Phrases, is_wire, key};
use crate::text::{Span, lower};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{Cue, Walk};
use super::sourcing::REPORTERS;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("republished"),
    name: "Taken over from elsewhere",
    family: Family::Provenance,
    polarity: Polarity::Note,
    explanation: Explanation {
        what: "The text, or part of it, was made by another newsroom, such as a news agency.",
        why: "The site may have changed it: headline, cuts, added lines.",
        but: "Nearly all outlets use agencies, and credited copy is good practice.",
        question: "Can you find the first version, and is it the same?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "No copy from another source, agencies included, without attribution.",
            source: "NPR Ethics Handbook, “Attribute everything”",
        },
        Reference { asks: "Credit whoever reported it first.", source: "AP crediting guidelines, 2010" },
    ],
    failures: &["Copy without a credit is seen only where the agency speaks of its own reporters."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("VELIA ([[AP]]) — The dam was opened on Monday."),
    Example(
        "Dam opens\n\n[[This article was originally published by the Velia Post.]]\n\nThe dam was opened on Monday.",
    ),
    Example("Three men opened the gate, [[a Reuters witness]] said."),
    Example("VELIA — The dam was opened on Monday."),
    Example("VELIA (population 900) — The dam was opened on Monday."),
    Example("The mayor told Reuters on Monday that the dam was safe."),
];

const NO_CREDIT: &str = "An agency speaks of its own reporter here, and no credit to it is shown.";

/// An agency, then who of it saw or heard: *a Reuters witness*.
pub(super) static OWN_REPORTERS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let people = REPORTERS.replace(' ', ",");
    let pattern =
        format!("{{AFP,AP,Reuters,Associated Press,dpa,UPI,Xinhua,Anadolu}} {{{people},witness,witnesses,stringer}}");
    Phrases::new([(pattern.as_str(), ())])
});

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    // On an agency's own page its copy is at home.
    if text.article.outlet.as_deref().is_some_and(is_wire) {
        return;
    }
    let has_other_outlet = text.article.outlet.is_some();
    let before = findings.found.len();
    let (first, last) = (text.prose().next().map(|it| it.paragraph), text.prose().last().map(|it| it.paragraph));
    let at_edge =
        |it: &Block| first.is_none_or(|first| it.paragraph < first) || last.is_none_or(|last| it.paragraph > last);
    for block in &text.article.blocks {
        match block.kind {
            BlockKind::Credit if names_origin(&text.document[block.span], at_edge(block), has_other_outlet) => {
                findings.add(Finding::new(block.span).kind("credited"));
            }
            BlockKind::Byline => {
                agency_in(text, block).into_iter().for_each(|it| findings.add(Finding::new(it).kind("credited")))
            }
            _ => {}
        }
    }
    let first = text.prose().take(3).find_map(|block| agency_of_dateline(text, block));
    let last = text.prose().last().and_then(|block| agency_at_end(text, block)).filter(|_| first.is_none());
    first.into_iter().chain(last).for_each(|it| findings.add(Finding::new(it).kind("credited")));
    if findings.found.len() == before
        && text.article.wire.is_none()
        && !text.article.credits.iter().any(|it| names_agency(it))
    {
        uncredited(text, findings);
    }
}

/// The agency in brackets behind the place: *VELIA (AP) —*.
fn agency_of_dateline(text: Annotated<'_>, block: &Block) -> Option<Span> {
    let wire = text.article.wire.as_deref().filter(|it| is_wire(it))?;
    let paragraph = &text.document[block.span];
    let limit = paragraph.char_indices().nth(100).map_or(paragraph.len(), |(at, _)| at);
    let at = paragraph[..limit].find(&format!("({wire})"))? + 1;
    Some(Span::new(block.span.start() + at, block.span.start() + at + wire.len()))
}

/// *The rain went on. (PTI)*
fn agency_at_end(text: Annotated<'_>, block: &Block) -> Option<Span> {
    let (told, wire) = text.document[block.span].trim_end().strip_suffix(')')?.rsplit_once('(')?;
    let start = block.span.start() + told.len() + 1;
    let is_whole = told.trim_end().ends_with(['.', '”', '"']);
    (is_whole && is_wire(wire)).then(|| Span::new(start, start + wire.len()))
}

/// The agency a byline names: *Ann Lee, Associated Press*, *By AFP*.
fn agency_in(text: Annotated<'_>, block: &Block) -> Option<Span> {
    let line = &text.document[block.span];
    let start = line.get(..3).filter(|it| it.eq_ignore_ascii_case("by ")).map_or(0, |_| 3);
    let piece = line[start..].split([',', '|', '/']).map(str::trim).find(|it| is_wire(it))?;
    let at = start + line[start..].find(piece)?;
    Some(Span::new(block.span.start() + at, block.span.start() + at + piece.len()))
}

/// Whether a credit says that the text was made elsewhere. A desk's own credit (*Reporting by …;
/// editing by …*) says so only where another outlet shows it.
fn names_origin(line: &str, at_edge: bool, has_other_outlet: bool) -> bool {
    let lower = lower(line);
    let says = [
        "originally",
        "first published",
        "first appeared",
        "republished",
        "reprinted",
        "with inputs from",
        "with input from",
        "adapted from",
        "has not been edited",
    ];
    let is_desk = has_other_outlet && lower.contains("reporting by") && lower.contains("editing by");
    // In the middle of a text it is the credit of a picture.
    let is_agency = at_edge && is_wire(lower.trim_matches(|it: char| !it.is_alphanumeric()));
    says.iter().any(|it| lower.contains(it))
        || is_desk
        || is_agency
        || lower.contains("agencies")
        || names_agency(line)
            && (lower.starts_with("source") || lower.starts_with('©') || lower.starts_with("copyright"))
}

/// Whether any word of a credit is an agency.
fn names_agency(line: &str) -> bool {
    line.split(|it: char| !(it.is_alphanumeric() || it == ' ')).any(is_wire)
        || line.split_whitespace().any(|it| is_wire(it.trim_matches(|it: char| !it.is_alphanumeric())))
}

fn uncredited(text: Annotated<'_>, findings: &mut Findings) {
    let articles = ["a", "an", "the", "one", "two"].map(key);
    let mut reporters = Walk::through(text, Cue::OwnReporter);
    for block in text.prose() {
        let mut places = reporters.places(&text.document.paragraphs()[block.paragraph].tokens);
        let Some(found) = places.find_map(|at| OWN_REPORTERS.at(text.words, at)) else { continue };
        let at = found.words.start;
        let starts = at > 0 && articles.contains(&text.words[at - 1].key);
        let first = text.document.tokens()[at - usize::from(starts)].span;
        let last = text.document.tokens()[found.words.end - 1].span;
        findings.add(Finding::new(first.to(last)).kind("uncredited").note(NO_CREDIT));
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn byline_of_an_agency() {
        check(
            &TRAIT,
            "Dam opens\n\nAnn Lee, [[Associated Press]]\n\nThe dam was opened on Monday by a cheering crowd.",
        );
    }

    #[test]
    fn an_agency_in_brackets() {
        check(&TRAIT, "VELIA, May 12 ([[PTI]]) The dam was opened on Monday by a cheering crowd.");
        check(&TRAIT, "The dam was opened on Monday.\n\nIt is very old. ([[NAN]])");
        check(&TRAIT, "The dam was opened on Monday.\n\nIt belongs to the news agency (NAN)");
    }

    #[test]
    fn desk_credit_with_another_outlet() {
        check(
            &TRAIT,
            "Dam opens in the valley | Velia Post\n\nThe dam was opened on Monday by a cheering crowd.\n\nNobody fell in.\n\n\
             [[(Reporting by Ann Lee; editing by Bo Rae)]]",
        );
    }

    #[test]
    fn desk_credit_of_its_own_copy() {
        check(&TRAIT, "The dam was opened on Monday.\n\n(Reporting by Ann Lee; editing by Bo Rae)");
    }

    #[test]
    fn credited_copy_may_speak_of_its_witness() {
        check(&TRAIT, "VELIA ([[Reuters]]) - Three men opened the gate, a Reuters witness said.");
    }

    #[test]
    fn photo_credit_is_not_copy() {
        check(&TRAIT, "Photo: Bo Rae, AP\n\nThe dam was opened on Monday by a cheering crowd.");
    }
}
