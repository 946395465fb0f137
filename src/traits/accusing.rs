//! The words of accusations, and of those who may answer.

use std::sync::LazyLock;

use crate::ling::{Annotated, KeyIndex, key};

/// The lists of words.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum List {
    /// Who speaks for somebody else: *her lawyer*, *its director*.
    Aides,
    /// Who may speak for *the company*.
    Offices,
    /// Who can be asked without a name of their own: *the company*.
    Bodies,
    Accusing,
    Calling,
    /// What one is called as an accusation.
    BadNames,
    /// What nobody does by right.
    Misdeeds,
    Alleging,
    /// Of courts and of what is not so.
    Settled,
}

/// Their words; none stands in two.
const LISTS: [(List, &str); 9] = [
    (List::Aides, "its lawyer lawyers attorney spokesman spokeswoman spokesperson"),
    (
        List::Offices,
        "director manager managers chief chair chairman chairwoman head president executive owner principal engineer",
    ),
    (
        List::Bodies,
        "company firm factory plant works mill dairy hospital clinic school university college prison bank insurer \
         charity airline club church federation guild board council hall office mayor coach landlord builder developer \
         contractor employer refinery mine quarry farm brewery bakery nursery kennel academy hotel restaurant shop \
         store supermarket laboratory gym museum theatre manufacturer supplier operator publisher retailer lender trust",
    ),
    (List::Accusing, "accused accuses accusing accuse blamed blames blaming blame"),
    (List::Calling, "called calls calling branded"),
    (
        List::BadNames,
        "liar thief fraud crook criminal cheat racist murderer traitor coward bully predator fraudster killer abuser",
    ),
    (
        List::Misdeeds,
        "lied stole stolen cheated bribed embezzled defrauded swindled threatened assaulted abused harassed bullied \
         groped raped falsified forged plagiarized plagiarised misled deceived tortured mistreated concealed doped \
         extorted blackmailed fabricated faked looted pocketed siphoned intimidated molested laundered hoarded smuggled \
         trafficked tampered overcharged duped conned poisoned",
    ),
    (List::Alleging, "alleges alleged alleging allege allegation allegations accusation accusations"),
    (
        List::Settled,
        "court jury judge watchdog tribunal ombudsman ruled convicted guilty settlement died century false lies \
         baseless unfounded dropped dismissed cleared withdrew withdrawn acquitted",
    ),
];

static WORDS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&LISTS));

/// The keys of the verbs.
pub(super) fn verbs() -> impl Iterator<Item = u64> {
    let is_verb = |it: &&(List, _)| matches!(it.0, List::Accusing | List::Calling | List::Misdeeds | List::Alleging);
    LISTS.iter().filter(is_verb).flat_map(|it| it.1.split(' ')).map(key)
}

pub(super) fn is_of(key: u64, list: List) -> bool {
    WORDS.get(key).is_some_and(|it| LISTS[it].0 == list)
}

/// Whether the token is a word of the list, without a possessive ending.
pub(super) fn is_in(text: Annotated<'_>, at: usize, list: List) -> bool {
    !text.words[at].possessive && is_of(text.words[at].key, list)
}
