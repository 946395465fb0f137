//! Why a source is not named, where the text says so.

use crate::ling::{Annotated, Anonymity, Attribution, Class, KeyIndex, SourceKind, pair};
use crate::text::{Sentence, Span};

use super::shared;
use super::sourcing::is_any;

/// Which of the requests of [`shared::anonymity`] is that of a source, by the number of the source.
#[derive(Default)]
pub(super) struct Requests(KeyIndex);

impl Requests {
    pub(super) fn of(text: Annotated<'_>) -> Self {
        let mut requests = Self::default();
        for (number, (at, anonymity)) in shared::anonymity(text).iter().enumerate() {
            if let Some(source) = asker(text, &text.document.sentences()[*at], anonymity) {
                requests.0.get_or_insert(pair(source as u64, 0), number);
            }
        }
        requests
    }

    /// What the source at `span` says: in its sentence, where it asks, or in the next sentence.
    pub(super) fn said_why(&self, text: Annotated<'_>, source: Option<usize>, span: Span) -> Option<Anonymity> {
        let document = text.document;
        let here = document.sentences_in(span).start;
        let sentence = document.sentences().get(here)?;
        // *Three of them gave their names. Two asked not to be named.*
        let next = document.sentences()[here + 1..].iter().take(2);
        let mut next = next.take_while(|it| it.paragraph <= sentence.paragraph + 1 && opens_with_source(text, it));
        // *Neighbours wept. One, who did not want to be named, said …*: the others were not asked.
        let is_one = |it: &Sentence| is_any(text, it.tokens.start, &["one", "another"]);
        let of_next = |it: &Sentence| {
            let found = shared::anonymity_in(text, it).filter(|_| !is_one(it))?;
            // *Two of them asked*: a part of those before.
            let goes_on = text.words[it.tokens.start].classes.has_any(&[Class::Pronoun, Class::NumberWord]);
            let is_near = it.paragraph == sentence.paragraph || goes_on;
            (is_near || asker(text, it, &found).is_none_or(|it| Some(it) == source)).then_some(found)
        };
        let found = shared::anonymity_in(text, sentence).or_else(|| self.by(text, source?));
        found.or_else(|| next.find_map(of_next))
    }

    fn by(&self, text: Annotated<'_>, source: usize) -> Option<Anonymity> {
        shared::anonymity(text).get(self.0.get(pair(source as u64, 0))?).map(|it| it.1)
    }
}

/// Who asks not to be named: the last source before the words that say so.
fn asker(text: Annotated<'_>, sentence: &Sentence, anonymity: &Anonymity) -> Option<usize> {
    /// A sentence has few attributions.
    const MOST: usize = 8;
    let ends = |it: &Attribution| it.cue.last().map_or(0, |it| it.end());
    let first = text.attributions.partition_point(|it| ends(it) <= sentence.span.start());
    // *The paper has agreed not to name her*: somebody told of before.
    let mut behind = text.document.tokens_in(Span::new(anonymity.request.end(), sentence.span.end()));
    if behind.next().is_some_and(|at| is_any(text, at, &["her", "him", "them"])) {
        let mut before = text.attributions[..first].iter().rev().take(MOST);
        return before.find(|it| it.kind == SourceKind::Unnamed)?.source_id;
    }
    let before = Span::new(sentence.span.start(), anonymity.request.end());
    let asks = |it: &&Attribution| it.source.first().is_some_and(|it| before.contains(*it));
    text.attributions[first..].iter().take(MOST).filter(asks).filter_map(|it| it.source_id).next_back()
}

/// *The officials spoke …*, *She asked …*, *Two of them …*: goes on about the same people.
fn opens_with_source(text: Annotated<'_>, sentence: &Sentence) -> bool {
    let first = text.words[sentence.tokens.start];
    first.classes.has_any(&[Class::Pronoun, Class::Determiner, Class::SourceNoun, Class::NumberWord])
}
