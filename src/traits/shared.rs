//! What several traits need of one article, worked out once.
//!
//! Most traits look for the words of a list. So that not each of them looks at every word,
//! [`Marks`] are read once, for all lists: the words at which an entry of a list may
//! begin; a trait visits those alone. A list stays with its trait; to be looked for here it
//! has a [`Cue`] and a line in [`FIRST`].

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{
    Annotated, Anonymity, BlockKind, Element, KeyIndex, KeyTable, Line, OUTLETS, Phrases, REQUESTS, bit_of,
    check_headline, key, pair,
};
use crate::text::{Sentence, Span, beyond_ascii};

use super::accusing::Accusation;
use super::heard::{Answer, Heard};
use super::others::Others;
use super::sourcing::Content;
use super::wording::{self, Hit};
use super::{
    accusing, correction, date_conflict, figure_attributed, garbled_text, generalization, habits, hidden_characters,
    limits_stated, missing_attribution, name_variants,
};
use super::{
    keepers, number_conflict, opinion, overlooked, passive_attribution, plot, relayed_report, reply, republished,
    scare_quotes, sourcing, thing, vouched,
};

/// Why a word of somebody else’s is let pass.
pub(super) const BY_SOURCE: &str = "Said by a source, not by the outlet.";

/// Of one article, as far as anybody has asked.
#[derive(Default)]
pub(super) struct Shared {
    marks: OnceCell<Marks>,
    others: OnceCell<Others>,
    contents: OnceCell<Vec<Content>>,
    hits: OnceCell<Vec<Hit>>,
    variants: OnceCell<Vec<(Span, Span)>>,
    is_log: OnceCell<bool>,
    is_opinion: OnceCell<bool>,
    strange: OnceCell<Strange>,
    study: OnceCell<Option<usize>>,
    conflicts: OnceCell<Vec<(usize, usize)>>,
    date_conflicts: OnceCell<Vec<(usize, String)>>,
    headline: OnceCell<Vec<Element>>,
    anonymity: OnceCell<Vec<(usize, Anonymity)>>,
    kept_by_law: OnceCell<Vec<usize>>,
    called: OnceCell<KeyIndex>,
    accusations: OnceCell<Vec<Accusation>>,
    heard: OnceCell<Heard>,
}

/// Where somebody other than the outlet speaks.
pub(super) fn others(text: Annotated<'_>) -> &Others {
    text.kept::<Shared>().others.get_or_init(|| Others::of(text))
}

/// What the attributions that state something state.
pub(super) fn contents(text: Annotated<'_>) -> &[Content] {
    text.kept::<Shared>().contents.get_or_init(|| sourcing::contents(text))
}

/// The words of the wording lists.
pub(super) fn hits(text: Annotated<'_>) -> &[Hit] {
    text.kept::<Shared>().hits.get_or_init(|| wording::hits(text))
}

/// The places of the rarer spellings, in order, each with a place of the other one.
pub(crate) fn variants(text: Annotated<'_>) -> &[(Span, Span)] {
    text.kept::<Shared>().variants.get_or_init(|| name_variants::variants(text))
}

/// What the letters beyond ASCII tell of an article.
#[derive(Clone, Copy, Default)]
pub(super) struct Strange {
    pub(super) may_hide: bool,
    pub(super) may_be_mojibake: bool,
}

pub(super) fn strange(text: Annotated<'_>) -> Strange {
    *text.kept::<Shared>().strange.get_or_init(|| {
        let mut strange = Strange::default();
        let whole = text.article.span.map_or("", |it| &text.document[it]);
        for at in beyond_ascii(whole) {
            strange.may_hide |= hidden_characters::is_strange(whole, at);
            strange.may_be_mojibake |= garbled_text::is_strange(whole, at);
        }
        strange
    })
}

/// Whether the article is a log of calls.
pub(super) fn is_log(text: Annotated<'_>) -> bool {
    *text.kept::<Shared>().is_log.get_or_init(|| keepers::is_log(text))
}

/// Whether the article is there to judge.
pub(super) fn is_opinion(text: Annotated<'_>) -> bool {
    *text.kept::<Shared>().is_opinion.get_or_init(|| opinion::is_opinion(text))
}

/// Pairs of figures of one thing that exclude each other, as indices.
pub(crate) fn conflicts(text: Annotated<'_>) -> &[(usize, usize)] {
    text.kept::<Shared>().conflicts.get_or_init(|| number_conflict::conflicts(text))
}

/// The dates that cannot be, as indices, each with what is wrong.
pub(crate) fn date_conflicts(text: Annotated<'_>) -> &[(usize, String)] {
    text.kept::<Shared>().date_conflicts.get_or_init(|| date_conflict::date_conflicts(text))
}

/// The headline, looked up in the text below it.
pub(crate) fn headline(text: Annotated<'_>) -> &[Element] {
    text.kept::<Shared>().headline.get_or_init(|| {
        let line = text.article.headline.map(|span| Line { document: text.document, words: text.words, span });
        line.map(|it| check_headline(it, text)).unwrap_or_default()
    })
}

/// What a sentence says of a source that would not be named.
pub(super) fn anonymity_in(text: Annotated<'_>, sentence: &Sentence) -> Option<Anonymity> {
    let first = places(text, &sentence.tokens, Cue::Anonymity).next()?;
    let number = text.document.sentences_in(sentence.span).start;
    let of_prose = anonymity(text);
    match of_prose.binary_search_by_key(&number, |it| it.0) {
        Ok(at) => Some(of_prose[at].1),
        Err(_) => text.anonymity(sentence, first),
    }
}

/// The sentences of the running text, by their number, that say of a source that it would not be named.
pub(super) fn anonymity(text: Annotated<'_>) -> &[(usize, Anonymity)] {
    text.kept::<Shared>().anonymity.get_or_init(|| {
        let number = |it: &Sentence| text.document.sentences_in(it.span).start;
        let asked = marked(text, BlockKind::is_prose, Cue::Anonymity);
        asked.filter_map(|(it, mut places)| Some((number(it), text.anonymity(it, places.next()?)?))).collect()
    })
}

/// The sentences, by their number, that say that the law keeps a name back.
pub(super) fn kept_by_law(text: Annotated<'_>) -> &[usize] {
    text.kept::<Shared>().kept_by_law.get_or_init(|| keepers::kept_by_law(text))
}

/// What people with a name are called, each word with the last place where a source begins that has it.
pub(super) fn called(text: Annotated<'_>) -> &KeyIndex {
    text.kept::<Shared>().called.get_or_init(|| vouched::called(text))
}

/// Where a study is first cited.
pub(super) fn first_study(text: Annotated<'_>) -> Option<usize> {
    *text.kept::<Shared>().study.get_or_init(|| vouched::first_study(text))
}

/// Who is accused, and where.
pub(crate) fn accusations(text: Annotated<'_>) -> &[Accusation] {
    text.kept::<Shared>().accusations.get_or_init(|| accusing::accusations(text))
}

/// The tokens that may tell, by a participle, what somebody is accused of.
pub(crate) fn charged(text: Annotated<'_>) -> &[u32] {
    all_places(text, Cue::Charge)
}

/// How whoever these tokens name is heard on what a span accuses them of, and where.
pub(crate) fn answer(text: Annotated<'_>, span: Span, accused: &Range<usize>) -> (Answer, Option<Span>) {
    text.kept::<Shared>().heard.get_or_init(|| Heard::of(text)).answer(text, span, accused)
}

/// A list that is looked for in all sentences.
#[derive(Clone, Copy)]
#[repr(u32)]
pub(super) enum Cue {
    Accusation,
    Anonymity,
    Charge,
    Citing,
    Claim,
    Correction,
    Event,
    Group,
    Hearsay,
    Limit,
    Loaded,
    Newsroom,
    OwnReporter,
    Part,
    Plot,
    Reconciling,
    Relay,
    Reply,
    Seam,
    SoCalled,
    Speech,
}

/// How many lists there are.
const LISTS: usize = Cue::Speech as usize + 1;

/// How the entries of all lists begin.
static FIRST: LazyLock<First> = LazyLock::new(|| {
    let mut first = First { index: KeyTable::with_room(ROOM), filter: [0; FILTER] };
    first.add_words(Cue::Accusation, accusing::verbs());
    first.add_words(Cue::Charge, accusing::PASSIVES.split_ascii_whitespace().map(key));
    first.add_words(Cue::Citing, missing_attribution::CITING.split(' ').map(key));
    first.add_words(Cue::Event, thing::words_of_events().map(key));
    first.add_words(Cue::Group, generalization::QUANTIFIERS.split(' ').map(key));
    first
        .add_words(Cue::Reconciling, number_conflict::reconciling().map(|it| key(it.strip_suffix("'s").unwrap_or(it))));
    first.add_words(Cue::Group, habits::NATURES.split_ascii_whitespace().chain(habits::EVER).map(key));
    first.add_words(Cue::Group, habits::PEOPLES.split(' ').map(key));
    first.add(Cue::Anonymity, &REQUESTS);
    first.add(Cue::Claim, &missing_attribution::CLAIMS);
    first.add(Cue::Correction, &correction::PHRASES);
    first.add(Cue::Group, &generalization::EVERYBODY);
    first.add(Cue::Hearsay, &passive_attribution::ADVERBS);
    first.add(Cue::Hearsay, &passive_attribution::PARTICIPLES);
    first.add(Cue::Limit, &limits_stated::PHRASES);
    first.add(Cue::Loaded, &wording::ALL.phrases);
    first.add(Cue::Newsroom, &OUTLETS);
    first.add_words(Cue::Newsroom, relayed_report::newsrooms());
    first.add(Cue::OwnReporter, &republished::OWN_REPORTERS);
    first.add_words(Cue::Part, figure_attributed::PARTS.split(' ').map(key));
    first.add(Cue::Plot, &plot::PHRASES);
    first.add_words(Cue::Relay, relayed_report::RELAYING.split(' ').map(key));
    first.add(Cue::Relay, &relayed_report::VERBS);
    first.add(Cue::Reply, &reply::REPLIES);
    first.add_words(Cue::Seam, garbled_text::seconds());
    first.add(Cue::SoCalled, &scare_quotes::SO_CALLED);
    first.add(Cue::Speech, &overlooked::VERBS);
    first
});

struct First {
    /// By the key of a word, or of two: a bit for each list.
    index: KeyTable,
    /// A bit for every key of `index`, which is too large to lie near.
    filter: [u64; FILTER],
}

/// A power of two, of which the beginnings of all entries take half.
const ROOM: usize = 1 << 14;

/// A power of two: so many that one bit in twenty is set.
const FILTER: usize = 2048;

impl First {
    fn add<V>(&mut self, cue: Cue, phrases: &Phrases<V>) {
        phrases.beginnings().for_each(|words| self.put(cue, words));
    }

    fn add_words(&mut self, cue: Cue, words: impl Iterator<Item = u64>) {
        words.for_each(|it| self.put(cue, it));
    }

    fn put(&mut self, cue: Cue, words: u64) {
        let (at, bit) = bit_of(words, FILTER);
        self.filter[at] |= bit;
        *self.index.get_mut(words) |= 1 << cue as u32;
    }

    /// The lists that have an entry which begins with this word, or with these two.
    fn marks(&self, first: u64, second: u64) -> u32 {
        let keys = [first, pair(first, second)];
        let may_hold = keys.map(|key| {
            let (at, bit) = bit_of(key, FILTER);
            self.filter[at] & bit
        });
        // Both at once: most words are turned away here.
        if may_hold[0] | may_hold[1] == 0 {
            return 0;
        }
        let of = |at: usize| if may_hold[at] == 0 { 0 } else { self.index.get(keys[at]) };
        of(0) | of(1)
    }
}

/// Where the entries of the lists may begin in an article.
struct Marks {
    /// The tokens of one list behind those of the other, in order.
    places: Vec<u32>,
    /// Where those of each list stand there.
    lists: [(u32, u32); LISTS],
}

impl Marks {
    fn read(text: Annotated<'_>) -> Self {
        let tokens = text.article.span.map_or(0..0, |span| text.document.tokens_in(span));
        let lists = &*FIRST;
        let words = &text.words[tokens.clone()];
        // About one word in six begins an entry, of any list.
        let mut found: Vec<(u32, u32)> = Vec::with_capacity(words.len() / 4);
        let mut counts = [0; LISTS];
        let mut rest = words;
        while let [first, behind @ ..] = rest {
            let marks = lists.marks(first.key, behind.first().map_or(0, |it| it.key));
            if marks != 0 {
                found.push(((tokens.end - rest.len()) as u32, marks));
                each_list(marks, |list| counts[list] += 1);
            }
            rest = behind;
        }
        let mut compounds: Vec<u32> = wording::compounds(text).map(|it| it as u32).collect();
        compounds.dedup();
        counts[Cue::Loaded as usize] += compounds.len() as u32;
        Self::by_list(&found, &compounds, &counts)
    }

    /// Puts the places of each list together, of which there are as many as `counts` says, or fewer.
    fn by_list(found: &[(u32, u32)], compounds: &[u32], counts: &[u32; LISTS]) -> Self {
        const LOADED: u32 = 1 << Cue::Loaded as u32;
        let mut all = 0;
        let mut lists = counts.map(|it| {
            all += it;
            (all - it, all - it)
        });
        let mut places = vec![0; all as usize];
        let mut put = |at: u32, marks: u32| {
            each_list(marks, |list| {
                let end = &mut lists[list].1;
                places[*end as usize] = at;
                *end += 1;
            });
        };
        let mut compounds = compounds.iter().peekable();
        for &(at, marks) in found {
            while let Some(&it) = compounds.next_if(|it| **it < at) {
                put(it, LOADED);
            }
            let is_compound = compounds.next_if(|it| **it == at).is_some();
            put(at, if is_compound { marks | LOADED } else { marks });
        }
        compounds.for_each(|it| put(*it, LOADED));
        Self { places, lists }
    }
}

/// Calls `each` with the number of every list in `marks`.
fn each_list(mut marks: u32, mut each: impl FnMut(usize)) {
    while marks != 0 {
        each(marks.trailing_zeros() as usize);
        marks &= marks - 1;
    }
}

/// The tokens of the article at which an entry of a list may begin, in order.
fn all_places(text: Annotated<'_>, cue: Cue) -> &[u32] {
    let marks = text.kept::<Shared>().marks.get_or_init(|| Marks::read(text));
    let (start, end) = marks.lists[cue as usize];
    &marks.places[start as usize..end as usize]
}

/// Whether no entry of a list begins anywhere in the article.
pub(super) fn has_none(text: Annotated<'_>, cue: Cue) -> bool {
    all_places(text, cue).is_empty()
}

/// The tokens of `range` at which an entry of a list may begin, in order.
pub(super) fn places<'r>(text: Annotated<'r>, range: &Range<usize>, cue: Cue) -> Places<'r> {
    let all = all_places(text, cue);
    let before = all.partition_point(|it| (*it as usize) < range.start);
    Places { left: &all[before..], end: range.end }
}

/// The same of one range after the other.
pub(super) struct Walk<'r>(&'r [u32]);

impl<'r> Walk<'r> {
    pub(super) fn through(text: Annotated<'r>, cue: Cue) -> Self {
        Self(all_places(text, cue))
    }

    /// The places in `range`, which does not begin before the last one asked about.
    pub(super) fn places(&mut self, range: &Range<usize>) -> Places<'r> {
        self.pass(range.start);
        Places { left: self.0, end: range.end }
    }

    /// Leaves the places before the token `start` behind.
    fn pass(&mut self, start: usize) {
        /// So many are passed one by one, as in a sentence.
        const NEAR: usize = 4;
        let is_before = |it: &u32| (*it as usize) < start;
        let near = self.0.iter().take(NEAR).take_while(|it| is_before(it)).count();
        self.0 = &self.0[if near < NEAR { near } else { self.0.partition_point(is_before) }..];
    }
}

/// The sentences of some kinds of blocks, in order, in which an entry of a list may begin, each with the
/// tokens at which.
pub(super) fn marked<'r>(
    text: Annotated<'r>,
    is_read: fn(BlockKind) -> bool,
    cue: Cue,
) -> impl Iterator<Item = (&'r Sentence, Places<'r>)> {
    let document = text.document;
    let mut walk = Walk::through(text, cue);
    let blocks = text.article.blocks.iter().filter(move |it| is_read(it.kind));
    let mut blocks = blocks.map(|it| &document.paragraphs()[it.paragraph].tokens).peekable();
    std::iter::from_fn(move || {
        loop {
            let next = *walk.0.first()? as usize;
            while blocks.next_if(|it| it.end <= next).is_some() {}
            let block = blocks.peek()?;
            if next < block.start {
                walk.pass(block.start);
                continue;
            }
            let sentence = document.sentences_in(document.tokens()[next].span).start;
            let sentence = &document.sentences()[sentence];
            let places = walk.places(&sentence.tokens);
            walk.pass(sentence.tokens.end);
            return Some((sentence, places));
        }
    })
}

pub(super) struct Places<'r> {
    left: &'r [u32],
    /// The token behind the last that may come.
    end: usize,
}

impl Places<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.left.first().is_none_or(|it| *it as usize >= self.end)
    }
}

impl Iterator for Places<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let (first, left) = self.left.split_first()?;
        self.left = left;
        Some(*first as usize).filter(|it| *it < self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginnings_of_all_entries_leave_room() {
        assert!(FIRST.index.percent_taken() <= 60);
    }
}
