//! The words of accusations, and of those who may answer.

use std::sync::LazyLock;

use crate::ling::{Annotated, KeyIndex, key};

/// The lists of words.
#[derive(Clone, Copy)]
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

/// Their words, in the order of the lists.
const LISTS: [&str; 9] = [
    "its lawyer lawyers attorney spokesman spokeswoman spokesperson",
    "director manager managers chief chair chairman chairwoman head president executive owner principal engineer",
    "company firm factory plant works mill dairy hospital clinic school university college prison bank insurer \
     charity airline club church federation guild board council hall office mayor coach landlord builder developer \
     contractor employer refinery mine quarry farm brewery bakery nursery kennel academy hotel restaurant shop store \
     supermarket laboratory gym museum theatre manufacturer supplier operator publisher retailer lender trust",
    "accused accuses accusing accuse blamed blames blaming blame",
    "called calls calling branded",
    "liar thief fraud crook criminal cheat racist murderer traitor coward bully predator fraudster killer abuser",
    "lied stole stolen cheated bribed embezzled defrauded swindled threatened assaulted abused harassed bullied groped \
     raped falsified forged plagiarized plagiarised misled deceived tortured mistreated concealed doped extorted \
     blackmailed fabricated faked looted pocketed siphoned intimidated molested laundered hoarded smuggled trafficked \
     tampered overcharged duped conned poisoned",
    "alleges alleged alleging allege allegation allegations accusation accusations",
    "court jury judge watchdog tribunal ombudsman ruled convicted guilty settlement died century false lies baseless \
     unfounded dropped dismissed cleared withdrew withdrawn acquitted",
];

/// The list of every word; no word stands in two.
static WORDS: LazyLock<KeyIndex> = LazyLock::new(|| {
    let mut words = KeyIndex::default();
    for (number, list) in LISTS.into_iter().enumerate() {
        list.split(' ').for_each(|word| words.insert(key(word), number));
    }
    words
});

/// The keys of the verbs.
pub(super) fn verbs() -> impl Iterator<Item = u64> {
    let lists = [List::Accusing, List::Calling, List::Misdeeds, List::Alleging];
    lists.into_iter().flat_map(|it| LISTS[it as usize].split(' ')).map(key)
}

pub(super) fn is_of(key: u64, list: List) -> bool {
    WORDS.get(key) == Some(list as usize)
}

/// Whether the token is a word of the list, without a possessive ending.
pub(super) fn is_in(text: Annotated<'_>, at: usize, list: List) -> bool {
    !text.words[at].possessive && is_of(text.words[at].key, list)
}
