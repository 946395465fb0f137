//! One person under two spellings.

use crate::ling::{
    Annotated, BlockKind, Frames, KeyIndex, Name, NameKind, Word, are_alike, consonants, first_word, key, pair,
    skeleton, without_article,
};
use crate::text::{Span, by_each, sort_by_number};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared;
use super::sourcing::is_any;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("name-variants"),
    name: "One name, two spellings",
    family: Family::Consistency,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "What seems to be one person’s name is spelt in two ways.",
        why: "Copied or machine-translated text often mixes spellings, and a search for one misses the other.",
        but: "Names from other scripts have no one spelling; these may be two people.",
        question: "Is this one person?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "Spelling is among the signs that a text alone can show.",
        source: "W3C Credible Web, Credibility Signals 74b754a2",
    }],
    failures: &[
        "Two people with like names where one is never named in full.",
        "A second spelling inside a quotation of a text.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("Samir Musleh was freed. A judge said Musleh could go, and [[Mosleh]] left."),
    Example("The cleric Moqtada al-Hadi spoke. Moqtada al-Hadi left early. [[Muqtada]] al-Hadi denies it."),
    Example("Haidar al-Wazani was shot. The Wazani house is empty; [[Wazni]] had lived there since May."),
    Example("Haidar al-Hadi was shot. Hadi had lived there since May."),
    Example("Harry Reid met Jack Reed. Later Reid and Reed left."),
    Example("Maria Moreno and her brother Mario Moreno opened the shop."),
    Example("Iraq and an Iraqi minister disagree. Israel and Israeli papers do not."),
];

/// One spelling of a surname, or of a first name before one surname.
#[derive(Debug)]
struct Spelling {
    /// Where it first stands.
    first: Span,
    places: Vec<Span>,
    /// Keys of the first names it stands behind.
    given: Vec<u64>,
    /// Whether it stands alone, and not only at the start of a sentence.
    is_bare: bool,
    is_family: bool,
    is_person: bool,
}

/// Spellings that share a skeleton; more are not compared.
const MAX_SPELLINGS: usize = 6;

/// First names kept for one surname.
const MAX_GIVEN: usize = 8;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    for &(span, other) in shared::variants(text) {
        findings.add(Finding::new(span).note(format!("Elsewhere “{}”.", &text.document[other])));
    }
}

/// Returns the places of the rarer spellings, in order, each with a place of the other one.
pub(super) fn variants(text: Annotated<'_>) -> Vec<(Span, Span)> {
    let mut found = surnames(text);
    found.extend(first_names(text));
    sort_by_number(&mut found, |(span, other)| by_each(&[span.start(), span.end(), other.start()]));
    found.dedup_by_key(|(span, _)| *span);
    found
}

fn surnames(text: Annotated<'_>) -> Vec<(Span, Span)> {
    let mut groups = Groups::default();
    let mut met = Met::with_room(text.facts.names.len());
    for (at, name) in text.facts.names.iter().enumerate().filter(|it| is_usable(it.1)) {
        let stem = without_article(&text.document[name.surname]);
        if is_written_as_name(stem) {
            met.add(name.family, Spelt { name: stem, key: name.family, before: 0 }, at);
        }
    }
    for (skeleton, key_of_stem, at) in met.doubtful() {
        let name = &text.facts.names[at];
        let spelling = groups.add(skeleton, key_of_stem, name.surname);
        // Where every word has a capital, a capital is no name.
        let is_bare = name.given.is_none() && name.block != BlockKind::Headline && name.block != BlockKind::Subheading;
        spelling.is_bare |= is_bare && (!name.opens_sentence || acts(text, name));
        spelling.is_family |= name.is_family;
        spelling.is_person |= name.kind == NameKind::Person || name.person.is_some();
        if let Some(given) = name.given.filter(|_| spelling.given.len() < MAX_GIVEN) {
            spelling.given.push(key(first_word(&text.document[given])));
        }
    }
    groups.variants(text, are_one_person)
}

/// Whether the words behind a name that opens a sentence tell of a person: *Mosleh said*, *Mosleh’s*.
fn acts(text: Annotated<'_>, name: &Name) -> bool {
    let last = text.document.tokens_in(name.surname).end - 1;
    let tells = |it: &Word| it.frames.is(Frames::SAY.or(Frames::TELL).or(Frames::THINK).or(Frames::WANT));
    let is_past = || is_any(text, last + 1, "was had has is left went came");
    text.words[last].possessive || text.words.get(last + 1).is_some_and(|it| tells(it) || is_past())
}

/// First names are compared where the surname is spelled in one way.
fn first_names(text: Annotated<'_>) -> Vec<(Span, Span)> {
    let mut groups = Groups::default();
    let mut met = Met::with_room(text.facts.names.len());
    for (at, name) in text.facts.names.iter().enumerate().filter(|it| is_usable(it.1)) {
        let Some(given) = name.given else { continue };
        let first = first_word(&text.document[given]);
        if is_written_as_name(first) {
            let key = key(first);
            met.add(pair(key, name.family), Spelt { name: first, key, before: name.family.rotate_left(13) }, at);
        }
    }
    for (skeleton, key_of_first, at) in met.doubtful() {
        let Some(given) = text.facts.names[at].given else { continue };
        let first = Span::new(given.start(), given.start() + first_word(&text.document[given]).len());
        groups.add(skeleton, key_of_first, first).is_person = true;
    }
    groups.variants(text, |_, _| true)
}

/// The spellings met so far, and where: most names come again and again.
struct Met<'t> {
    index: KeyIndex,
    spellings: Vec<Spelt<'t>>,
    /// Of each mention the number of its spelling, and its own.
    mentions: Vec<(u32, u32)>,
}

struct Spelt<'t> {
    name: &'t str,
    key: u64,
    /// Of what it is a first name before; equal for one surname.
    before: u64,
}

impl<'t> Met<'t> {
    fn with_room(names: usize) -> Self {
        let (spellings, mentions) = (Vec::with_capacity(names), Vec::with_capacity(names));
        Self { index: KeyIndex::with_room(names), spellings, mentions }
    }

    /// Adds a mention of a spelling, which `of` tells from others.
    fn add(&mut self, of: u64, spelling: Spelt<'t>, mention: usize) {
        let number = self.index.get_or_insert(of, self.spellings.len());
        if number == self.spellings.len() {
            self.spellings.push(spelling);
        }
        self.mentions.push((number as u32, mention as u32));
    }

    /// Keeps, in order, what shares a skeleton with another spelling; mostly nothing. Each with
    /// its skeleton and its spelling.
    fn doubtful(self) -> impl Iterator<Item = (u64, u64, usize)> {
        let spellings = self.spellings;
        let mut skeletons: Vec<_> = spellings.iter().map(|it| Some(consonants(it.name) ^ it.before)).collect();
        let mut any_is_left = keep_shared(&mut skeletons);
        if any_is_left {
            for (number, it) in skeletons.iter_mut().zip(&spellings) {
                *number = number.map(|_| skeleton(it.name) ^ it.before);
            }
            any_is_left = keep_shared(&mut skeletons);
        }
        let mut mentions = self.mentions;
        if !any_is_left {
            mentions.clear();
        }
        mentions.into_iter().filter_map(move |(number, mention)| {
            let number = number as usize;
            Some((skeletons[number]?, spellings[number].key, mention as usize))
        })
    }
}

/// Leaves out the numbers that come once, and returns whether any is left.
fn keep_shared(numbers: &mut [Option<u64>]) -> bool {
    // Mostly all of them, as a look at a few bits of each tells.
    let (mut once, mut again) = ([0_u64; 16], [0_u64; 16]);
    let place = |it: u64| ((it >> 60) as usize, 1 << (it >> 54 & 63));
    for (at, bit) in numbers.iter().flatten().map(|it| place(*it)) {
        again[at] |= once[at] & bit;
        once[at] |= bit;
    }
    let comes_again = |it: &u64| again[place(*it).0] & place(*it).1 != 0;
    numbers.iter_mut().for_each(|it| *it = it.filter(comes_again));
    if numbers.iter().all(Option::is_none) {
        return false;
    }
    let mut places = KeyIndex::with_room(numbers.len());
    let mut is_shared = vec![false; numbers.len()];
    for (at, number) in numbers.iter().enumerate() {
        let first = number.map_or(at, |it| places.get_or_insert(it, at));
        is_shared[first] |= first != at;
        is_shared[at] = first != at;
    }
    for (number, _) in numbers.iter_mut().zip(is_shared).filter(|it| !it.1) {
        *number = None;
    }
    true
}

/// Whether a word could be a name by its length, and is not an acronym.
fn is_written_as_name(word: &str) -> bool {
    let has_small = || word.bytes().any(|it| it.is_ascii_lowercase()) || word.chars().any(char::is_lowercase);
    (4..=24).contains(&word.len()) && has_small()
}

fn is_usable(name: &Name) -> bool {
    name.kind != NameKind::Body && name.kind != NameKind::Place
}

/// Whether nothing that the text says sets the bearers of two spellings apart.
fn are_one_person(a: &Spelling, b: &Spelling) -> bool {
    let shares_given = a.given.iter().any(|it| b.given.contains(it));
    let is_known = a.is_person || b.is_person;
    match (a.given.is_empty(), b.given.is_empty()) {
        // The same first name: one person. Others: two, unless a family goes by the other spelling.
        (false, false) => shares_given || a.is_family && b.is_bare || b.is_family && a.is_bare,
        (false, true) => is_known && b.is_bare,
        (true, false) => is_known && a.is_bare,
        (true, true) => a.is_person && b.is_person && a.is_bare && b.is_bare,
    }
}

#[derive(Default)]
struct Groups {
    by_skeleton: KeyIndex,
    groups: Vec<Vec<(u64, Spelling)>>,
}

impl Groups {
    /// Returns the spelling `key` of a group, with one more place.
    fn add(&mut self, group: u64, key: u64, place: Span) -> &mut Spelling {
        let at = self.by_skeleton.get_or_insert(group, self.groups.len());
        if at == self.groups.len() {
            self.groups.push(Vec::new());
        }
        let group = &mut self.groups[at];
        let known = group.iter().position(|(it, _)| *it == key);
        // Past the limit, the last one takes what comes: a group so large is not of one name.
        let at = known.unwrap_or_else(|| {
            if group.len() < MAX_SPELLINGS {
                group.push((key, Spelling::new(place)));
            }
            group.len() - 1
        });
        let spelling = &mut group[at].1;
        spelling.places.push(place);
        spelling
    }

    /// Returns the rarer of two spellings of one name; where they are as frequent, both.
    fn variants(&self, text: Annotated<'_>, are_one: impl Fn(&Spelling, &Spelling) -> bool) -> Vec<(Span, Span)> {
        let mut found: Vec<(Span, Span)> = Vec::new();
        for group in self.groups.iter().filter(|it| it.len() > 1) {
            let words = |it: &Spelling| &text.document[it.first];
            for (at, (_, a)) in group.iter().enumerate() {
                for (_, b) in &group[at + 1..] {
                    if !are_one(a, b) || !are_alike(words(a), words(b)) {
                        continue;
                    }
                    match a.places.len().cmp(&b.places.len()) {
                        std::cmp::Ordering::Greater => found.extend(b.places.iter().map(|&it| (it, a.first))),
                        std::cmp::Ordering::Less => found.extend(a.places.iter().map(|&it| (it, b.first))),
                        std::cmp::Ordering::Equal => {
                            found.extend(a.places.iter().map(|&it| (it, b.first)));
                            found.extend(b.places.iter().map(|&it| (it, a.first)));
                        }
                    }
                }
            }
        }
        found
    }
}

impl Spelling {
    fn new(first: Span) -> Self {
        Self { first, places: Vec::new(), given: Vec::new(), is_bare: false, is_family: false, is_person: false }
    }
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_spelling_that_opens_a_sentence() {
        check(&TRAIT, "Samir Musleh was freed. [[Mosleh]] said no. Musleh’s sons left.");
        check(&TRAIT, "Samir Musleh was freed. Mosaleh, a town, is far. Musleh’s sons left.");
    }

    #[test]
    fn spellings_of_arabic() {
        check(&TRAIT, "[[Yusuf]] Hamdan left. The paper wrote that [[Youssef]] Hamdan stayed.");
        check(&TRAIT, "Omar Gaddafi spoke. Later [[Qaddafi]] left for Pell, where Gaddafi was born.");
    }
}
