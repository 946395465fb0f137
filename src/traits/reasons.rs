//! Why a source is not named, where the text says so.

use crate::ling::{
    Annotated, Anonymity, Attribution, Class, Description, Determiner, KeyIndex, SourceKind, key_of, pair,
};
use crate::text::{Sentence, Span};
use crate::traits::{Finding, Findings};

use super::shared;
use super::sourcing::trimmed;
use super::sourcing::{is_any, sentence_at};
use super::unnamed_source::kind;
use super::vouched;

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
        let is_one = |it: &Sentence| is_any(text, it.tokens.start, "one another a an");
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

/// Whether the sentence of a place gives the reason.
pub(super) fn is_given_at(text: Annotated<'_>, span: Span) -> bool {
    let anonymity = sentence_at(text, span).and_then(|it| shared::anonymity_in(text, it));
    anonymity.is_some_and(|it| it.reason.is_some())
}

/// What to note of whoever may have spoken before, `first` for certain.
pub(super) fn note_repeated(
    text: Annotated<'_>,
    description: &Description,
    (first, before): (Option<&Finding>, &[Finding]),
    has_one: bool,
    it: &mut Finding,
) {
    let is_source = || description.head.is_some_and(|at| text.words[at].is(Class::SourceNoun));
    let is_bare = !description.is_plural && !description.is_described;
    match (first, description.determiner) {
        (Some(first), Determiner::Definite) => repeat(text, first, it),
        // *The insider*, behind *a source*
        (None, Determiner::Definite) if has_one && is_bare && is_source() => {
            it.is_mild = true;
            it.note = Some("Perhaps the source from before, without a name.".into());
        }
        (_, Determiner::Bare) if description.is_plural => repeat_group(text, before, it),
        _ => {}
    }
}

/// *The clerk*, behind *a clerk*, who has no name; she is told of once.
fn repeat(text: Annotated<'_>, first: &Finding, it: &mut Finding) {
    /// So many bytes on.
    const NEAR: usize = 120;
    if !it.is_mild && !is_given_at(text, it.span) {
        it.kind = first.kind;
        it.note = Some("The source from before, still without a name.".into());
    }
    // *the source familiar with the plan* may be another.
    let is_short = text.document.tokens_in(it.span).len() < 5;
    it.is_mild |=
        is_short && (first.is_mild || is_below_headline(text, first)) || it.span.start() < first.span.end() + NEAR;
}

/// A headline over people of whom the text tells more is let pass: the text has to tell of them.
fn is_below_headline(text: Annotated<'_>, it: &Finding) -> bool {
    text.prose().next().is_some_and(|block| block.span.start() <= it.span.start())
}

/// *Officials said … Officials said …*, *Tarn residents*, behind *residents*: told of once.
fn repeat_group(text: Annotated<'_>, before: &[Finding], it: &mut Finding) {
    /// So many bytes on.
    const NEAR: usize = 600;
    let head = last_key(text, it.span);
    let is_loose = text.document.tokens_in(it.span).len() == 1 || head.is_some_and(|it| vouched::ORDINARY.has(it));
    let is_same = |first: &Finding| {
        first.span.end() + NEAR > it.span.start()
            && last_key(text, first.span) == head
            && is_below_headline(text, first)
    };
    let asks = it.note.as_deref().is_some_and(|it| it.starts_with("Asked"));
    let is_plain = !it.is_mild && !asks && matches!(it.kind, Some("bare" | "collective"));
    if is_plain && is_loose && before.iter().rev().take(4).any(is_same) {
        it.is_mild = true;
        it.note = Some("As before, nobody by name.".into());
    }
}

/// What the last word of a place is.
pub(super) fn last_key(text: Annotated<'_>, span: Span) -> Option<u64> {
    text.document.tokens_in(span).next_back().map(|at| text.words[at].key)
}

/// Who asks not to be named: the last source before the words that say so.
fn asker(text: Annotated<'_>, sentence: &Sentence, anonymity: &Anonymity) -> Option<usize> {
    /// A sentence has few attributions.
    const MOST: usize = 8;
    let ends = |it: &Attribution| it.cue.last().map_or(0, |it| it.end());
    let first = text.attributions.partition_point(|it| ends(it) <= sentence.span.start());
    // *The paper has agreed not to name her*: somebody told of before.
    let mut behind = text.document.tokens_in(Span::new(anonymity.request.end(), sentence.span.end()));
    if behind.next().is_some_and(|at| is_any(text, at, "her him them")) {
        let mut before = text.attributions[..first].iter().rev().take(MOST);
        return before.find(|it| it.kind == SourceKind::Unnamed)?.source_id;
    }
    let before = Span::new(sentence.span.start(), anonymity.request.end());
    let asks = |it: &&Attribution| it.source.first().is_some_and(|it| before.contains(*it));
    text.attributions[first..].iter().take(MOST).filter(asks).filter_map(|it| it.source_id).next_back()
}

/// *A neighbour, who gave her name as Trish*, *giving only his first name, Omar*.
pub(super) fn gives_first_name(text: Annotated<'_>, span: Span) -> bool {
    const NAME: u32 = key_of("name");
    const GIVING: &str = "gave gives give giving identified known named";
    const BETWEEN: &str = "by herself himself just only simply themselves";
    const LEADING: &str = "as only just simply , “ \"";
    let Some(sentence) = sentence_at(text, span) else { return false };
    let range = text.document.tokens_in(Span::new(span.start(), sentence.span.end()));
    let mut names = range.clone().take(40).skip(2).filter(|&at| text.words[at].has_key(NAME));
    // Backwards over words: the first that is none of them.
    let back = |from: usize, words: &str| (range.start..from).rev().find(|&it| !is_any(text, it, words));
    names.any(|at| {
        let owner = back(at, "first given").filter(|&it| is_any(text, it, "her his their"));
        let gives = owner.and_then(|it| back(it, BETWEEN)).is_some_and(|it| is_any(text, it, GIVING));
        let name = (at + 1..range.end).take(4).find(|&it| !is_any(text, it, LEADING)).filter(|&it| it > at + 1);
        let is_first = |it: usize| {
            let has_more = it + 1 < range.end && text.words[it + 1].is_capital();
            text.words[it].is_capital() && !has_more
        };
        gives && name.is_some_and(is_first)
    })
}

/// *The officials spoke …*, *She asked …*, *Two of them …*: goes on about the same people.
fn opens_with_source(text: Annotated<'_>, sentence: &Sentence) -> bool {
    let first = text.words[sentence.tokens.start];
    first.classes.has_any(&[Class::Pronoun, Class::Determiner, Class::SourceNoun, Class::NumberWord])
}

/// Sources who speak without being quoted: *The officials spoke on condition of anonymity.*
pub(super) fn silent_sources(text: Annotated<'_>, findings: &mut Findings) {
    for (sentence, anonymity) in shared::anonymity(text) {
        let sentence = &text.document.sentences()[*sentence];
        let is_flagged = |it: &Finding| sentence.span.contains(it.span);
        if text.is_quoted(anonymity.request) || findings.found.iter().rev().take(64).any(is_flagged) {
            continue;
        }
        let range = text.document.tokens_in(Span::new(sentence.span.start(), anonymity.request.end()));
        let verb = range.clone().take(32).find(|&at| text.words[at].is(Class::AnonymousVerb));
        let Some(verb) = verb.filter(|&verb| verb > range.start) else { continue };
        let tokens = text.document.tokens();
        let subject = tokens[range.start].span.to(tokens[verb - 1].span);
        let description = text.describe(subject);
        // *Most voters spoke on condition of anonymity*: no crowd asks for that.
        let is_crowd = description.kind == SourceKind::Group && description.determiner != Determiner::Number;
        // *The donor wished to stay anonymous*: gave, and said nothing.
        const GIVERS: &str = "donor donors benefactor buyer bidder winner winners";
        let gives = description.head.is_some_and(|at| is_any(text, at, GIVERS));
        if (description.kind == SourceKind::Unnamed || is_crowd) && !gives {
            // *A clerk said no. The clerk was not authorized to speak*: told of once.
            let head = description.head.map(|at| text.words[at].key);
            let is_told = description.determiner == Determiner::Definite
                && findings.found.iter().rev().take(64).any(|it| last_key(text, it.span) == head);
            let found = Finding { is_mild: is_told, ..Finding::new(trimmed(text, subject)) };
            findings.add(match anonymity.reason {
                Some(reason) if reason.is_rote => found.kind("boilerplate").note("The reason is a set phrase."),
                Some(_) => found.kind("reasoned").note("A reason is given."),
                None => found.kind(kind(text, &description)).note("Asked not to be named; no reason is given."),
            });
        }
    }
}

/// The first words of a place.
pub(super) fn shortened(text: Annotated<'_>, span: Span) -> String {
    const MOST: usize = 12;
    let tokens = text.document.tokens_in(span);
    match tokens.clone().nth(MOST) {
        None => text.document[span].to_owned(),
        Some(at) => {
            let end = text.document.tokens()[at - 1].span.end();
            format!("{} …", &text.document[Span::new(span.start(), end)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_first_name_is_told_as_one() {
        let note = |text: &str| {
            let report = crate::ling::Reading::new(text);
            let mut findings = crate::traits::Findings::default();
            report.articles().for_each(|it| (TRAIT.detect)(it, &mut findings));
            findings.found.first().and_then(|it| it.note.clone()).unwrap_or_default()
        };
        assert!(note("A cook, who gave her name as Mags, said the oven was old.").starts_with("A first name"));
        assert!(note("A cook, giving only his first name, Omar, said it was old.").starts_with("A first name"));
        let others = [
            "A cook, who gave no name, said the oven in Velia was old.",
            "A cook, who gave no name, said Velia had an old oven.",
            "A clerk, who gave the ship its name, said the Lark was late.",
            "A clerk gave no name but said Bo Rae knew it.",
            "A clerk, who gave evidence in the name of the Velia Port, said it was late.",
        ];
        for it in others {
            assert!(!note(it).starts_with("A first name"), "{it}");
        }
    }

    fn found_in(text: &str) -> Vec<crate::traits::Finding> {
        let mut findings = crate::traits::Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it| (TRAIT.detect)(it, &mut findings));
        findings.found
    }

    #[test]
    fn whoever_was_told_of_before_is_a_note() {
        for text in [
            "A clerk said no. It rained. The roads were shut, and snow fell all day long, so that nobody went out until the \
             end of May, when the sun came back.\n\nThe clerk said that the pumps had failed.",
            "A diplomat said no. The diplomat was not authorized to speak.",
            "A source said no.\n\nThe insider said that the pumps had failed.",
            "Residents said no. Tarn residents said that the pumps had failed.",
            "Reports said no. Reports said that the pumps had failed.",
        ] {
            let found = found_in(text);
            assert!(!found[0].is_mild && found[1].is_mild, "{text} {found:?}");
        }
        for text in [
            "The insider said that the pumps had failed.",
            "Officials said no. Port officials said that the pumps had failed.",
            "A source said no. It rained all day, the roads were shut for a week, and so were the schools, and snow \
             fell until nobody went out any more, it seems.\n\nThe source familiar with the plan of the port said no.",
        ] {
            assert!(found_in(text).iter().all(|it| !it.is_mild), "{text}");
        }
    }

    #[test]
    fn a_surname_that_is_a_noun() {
        check(&TRAIT, "Ann Walker runs the port. Walker said that it was late. [[A walker]] said that it was early.");
        check(&TRAIT, "Ann Walker runs the port. [[Walkers]] said that it was late.");
    }
}
