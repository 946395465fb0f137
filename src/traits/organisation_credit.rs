//! Credit to an organisation rather than a reporter.

use crate::ling::{Annotated, BlockKind, WordSet, is_person, is_wire, key, office, strip_start};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("organisation-credit"),
    name: "Written by an organisation",
    family: Family::Provenance,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "The text is credited to an organisation, not to a reporter or newsroom.",
        why: "A party, company or movement has its own aims in the story it tells.",
        but: "Fair where the page says that this is a statement and who made it.",
        question: "What does this organisation want, and is it part of the story?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference { asks: "Advocacy and commentary should be labelled.", source: "SPJ Code of Ethics, 2014" }],
    failures: &["An organisation whose name reads like a person’s is missed, as is one named only in the text."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("Dam opens\n\n[[Reporting by VFLO/VK]]\n\nThe dam was opened on Monday by a cheering crowd."),
    Example("Dam opens\n\n[[By the Velia Liberation Front]]\n\nThe dam was opened on Monday by a cheering crowd."),
    Example("Dam opens\n\n[[By Ministry of Water]]\n\nThe dam was opened on Monday by a cheering crowd."),
    Example("Dam opens\n\nReporting by Ann Lee; editing by Bo Rae\n\nThe dam was opened on Monday."),
    Example("Dam opens\n\nBy AFP\n\nThe dam was opened on Monday by a cheering crowd."),
    Example("Dam opens\n\nBy Velia Post Staff\n\nThe dam was opened on Monday by a cheering crowd."),
];

/// Words that show a body with an aim of its own.
static BODIES: WordSet = WordSet::new(
    "alliance army association authority campaign coalition command committee company confederation congress \
    corporation council department embassy federation foundation front government inc initiative institute league ltd \
    militia ministry mission movement office organisation organization parliament party resistance secretariat society \
    union",
);

/// Words that show a newsroom.
static NEWSROOMS: WordSet = WordSet::new(
    "agencies agency bureau correspondent correspondents desk editor editors journalist media news newsroom press \
    reporter reporters service staff team times post writer writers",
);

/// Broadcasters and others that go by their letters.
const OUTLETS: &str = "ABC AJE BBC CBC CBS CGTN CNBC CNN DW ESPN FT IRIN ITV KTLA LAT MEE MSNBC NBC NDTV NHK NPR NYT PBS \
     RFE RL RFI RT RTE RTÉ SBS TRT VOA WSJ WP";

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    // *Mayor moves press office*: a headline.
    let release = text.article.blocks.iter().skip(1).find(|it| is_of_release(&text.document[it.span]));
    if let Some(block) = release.filter(|it| it.kind != BlockKind::Byline) {
        findings.add(Finding::new(block.span).note("A line of a press release."));
    }
    for block in text.article.blocks.iter().filter(|it| matches!(it.kind, BlockKind::Credit | BlockKind::Byline)) {
        let line = &text.document[block.span];
        let credit = line.split(';').find_map(|part| credited(part, block.kind == BlockKind::Credit));
        if let Some(name) = credit {
            findings.add(Finding::new(block.span).note(format!("Credited to {name}.")));
        }
    }
}

/// *Embargoed until noon*, *Media contact: Jane Doe*, *Velden Trust press office*.
fn is_of_release(line: &str) -> bool {
    const OPENINGS: [&str; 5] =
        ["embargoed until ", "for immediate release", "media contact", "press contact", "notes to editors"];
    const LONGEST: usize = 100;
    // *Media contact: Jane Doe*; not *Media contact was lost*.
    let ends = |rest: &str| rest.is_empty() || rest.starts_with([':', 's']);
    let is_one = |it: &&str| strip_start(line, it).is_some_and(|rest| it.ends_with(' ') || ends(rest));
    line.len() <= LONGEST && (OPENINGS.iter().any(is_one) || line.ends_with(" press office"))
}

/// The organisation in *Reporting by …* or *By …*.
fn credited(part: &str, is_credit: bool) -> Option<&str> {
    let bare = part.trim().trim_matches(['(', ')', '[', ']', '.', '*']);
    let release = bare.strip_prefix("SOURCE ").filter(|_| is_credit);
    let name = release.or_else(|| strip_start(bare, if is_credit { "reporting by " } else { "by " }))?.trim();
    let body = office(name).map_or(name, |it| it.1);
    let words = || body.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    let holds = |list: &WordSet| words().any(|it| list.has(key(it)));
    if name.len() > 100 || release.is_none() && is_person(name) || is_wire(name) || holds(&NEWSROOMS) {
        return None;
    }
    let is_letters = |it: &str| {
        it.len() >= 2
            && it.chars().all(|it| it.is_uppercase())
            && !is_wire(it)
            && OUTLETS.split(' ').all(|outlet| outlet != it)
    };
    let is_body = release.is_some() || holds(&BODIES) || is_credit && words().count() <= 2 && words().all(is_letters);
    is_body.then_some(name)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn broadcasters_are_newsrooms() {
        check(&TRAIT, "Dam opens\n\nReporting by BBC\n\nThe dam was opened on Monday by a cheering crowd.");
    }

    #[test]
    fn an_office_of_a_body() {
        check(&TRAIT, "Dam opens\n\n[[By the press office of the Velia Federation.]]\n\nThe dam was opened on Monday.");
        check(&TRAIT, "Dam opens\n\n[[By the press office of the Velia Federation]]\n\nThe dam was opened on Monday.");
        check(&TRAIT, "Dam opens\n\n[[By the communications team at the Water Authority]]\n\nThe dam was opened.");
        check(&TRAIT, "Dam opens\n\nBy the staff of the Velia Post\n\nThe dam was opened on Monday.");
    }

    #[test]
    fn the_end_of_a_press_release() {
        check(&TRAIT, "Pier opens\n\nThe pier was opened on Monday by a cheering crowd.\n\n[[SOURCE Velia Boats]]");
        check(&TRAIT, "Pier opens\n\nThe pier was opened on Monday by a cheering crowd.\n\nSOURCE Reuters");
    }

    #[test]
    fn a_line_of_a_press_release() {
        let told = "\n\nBy Ann Price\n\nThe pier was opened on Monday by a crowd.\n\nThe mayor cut the rope and went.";
        check(&TRAIT, &format!("Mayor moves press office{told}"));
        let text = "The pier was opened on Monday by a cheering crowd.\n\nThe mayor cut the rope and went home.";
        check(&TRAIT, &format!("Pier opens\n\n[[Velden Trust press office]]\n\n{text}"));
        check(&TRAIT, &format!("Pier opens\n\n{text}\n\n[[Media contact: Ann Lee, 01234 567]]"));
    }

    #[test]
    fn a_newsroom_of_an_agency() {
        check(&TRAIT, "Dam opens\n\nReporting by Reuters Velia newsroom\n\nThe dam was opened on Monday.");
    }
}
