//! Places, as far as the words around a name give them away.

use crate::text::Span;

use super::article::BlockKind;
use super::fact_word::Role;
use super::key_index::WordSet;
use super::lexicon::Class;
use super::number::Tokens;
use super::word::Shape;

/// A name behind *in*, *at*, *near*: *the southern city of Nasirabad*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name alone.
    pub span: Span,
    /// Equal for names of one first word, whatever its capitals.
    pub key: u64,
    /// Index into the document's sentences.
    pub sentence: usize,
    pub block: BlockKind,
}

/// Words between the preposition and the name: *in* the old southern port city of *Basra*.
const MAX_GAP: usize = 7;

/// The longest name: *Central African Republic*.
const MAX_NAME: usize = 4;

/// Counties, of which a text may name a town or a village alone.
pub(super) static COUNTIES: WordSet = WordSet::new(
    "norfolk suffolk essex sussex surrey devon dorset somerset wiltshire hampshire berkshire shropshire cheshire \
    yorkshire lancashire lincolnshire leicestershire gloucestershire cumbria northumberland cornwall leitrim donegal \
    sligo galway mayo roscommon longford monaghan meath kildare wicklow wexford waterford kilkenny carlow tipperary \
    limerick antrim fermanagh tyrone armagh",
);

/// Reads the place behind the preposition at `at`; returns it and the index behind it.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(Place, usize)> {
    if !tokens.roles(at).is(Role::PlacePreposition) {
        return None;
    }
    let mut first = at + 1;
    let is_about_place = |at: usize| tokens.roles(at).is_any(&[Role::PlaceNoun, Role::PlaceWord]);
    loop {
        let word = tokens.word(first).filter(|_| first <= at + MAX_GAP)?;
        let is_lower = !word.is_capital();
        // *the southern Iraqi city of Basra*
        let is_demonym =
            word.is(Class::Demonym) && tokens.shape(first + 1) == Shape::Lower && is_about_place(first + 1);
        if !is_lower && !is_demonym {
            break;
        }
        if is_lower && !tokens.roles(first).is(Role::Determiner) && !is_about_place(first) {
            return None;
        }
        first += 1;
    }
    named(tokens, first)
}

/// Reads the place at `at` that the lexicon knows, behind *to* or *via*, or in a row with one that ends at `last`:
/// *in Rome, Paris and Oslo*.
pub(super) fn beside(tokens: &Tokens<'_>, at: usize, last: usize) -> Option<(Place, usize)> {
    let word = tokens.word(at).filter(|it| it.is_capital() && at > tokens.first)?;
    let is_row = |marks: &str| last > tokens.first && last + 1 == at && tokens.is_one_of(last, marks);
    let is_known = || {
        word.is(Class::Place) && (is_row(", and or") || tokens.has(at - 1, words!["to", "via", "off", "leave", "left"]))
    };
    // *Rome, Paris and New Velia*: the last of a row
    let is_last = || is_row("and") && tokens.is(last - 2, ",") && tokens.words[last - 1].is(Class::Place);
    (is_known() || is_last()).then(|| named(tokens, at))?
}

/// The place whose name begins at the token `first`.
fn named(tokens: &Tokens<'_>, first: usize) -> Option<(Place, usize)> {
    let fact = tokens.roles(first);
    let is_next_capital = tokens.word(first + 1).is_some_and(|it| it.is_capital());
    // *in March Ann Reed …*, but *in March Street*
    let is_time =
        fact.is_any(&[Role::Month, Role::Weekday]) && !(is_next_capital && tokens.roles(first + 1).is(Role::PlaceNoun));
    // *at the Iranian consulate*
    let is_adjective = tokens.word(first).is_some_and(|it| it.is(Class::Demonym))
        && tokens.shape(first + 1) == Shape::Lower
        && !tokens.words[first].possessive;
    let is_person = fact.is(Role::Title) || fact.is(Role::FirstName) && is_next_capital;
    // *in I.T.*, *in The Post*: these begin no town's name.
    if is_time
        || is_adjective
        || is_person
        || tokens.shape(first) == Shape::Punct
        || tokens.has(first, words!["i", "the", "it", "i.t."])
    {
        return None;
    }
    let mut end = first + 1;
    let is_capital = |at: usize| tokens.word(at).is_some_and(|it| it.is_capital());
    // *at the University of Velia*
    if fact.is_any(&[Role::PlaceNoun, Role::Body]) && tokens.has(end, words!["of"]) && is_capital(end + 1) {
        end += 2;
    }
    while end < first + MAX_NAME
        && !tokens.words[end - 1].possessive
        && is_capital(end)
        && tokens.document.tokens()[end].spaced
    {
        end += 1;
    }
    let all = tokens.document.tokens();
    let last = tokens.stem(end - 1);
    let span = Span::new(all[first].span.start(), last.end());
    let key = tokens.words[first].key;
    Some((Place { span, key, sentence: 0, block: BlockKind::Paragraph }, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::word::Word;
    use crate::text::Document;

    fn places(text: &str) -> Vec<&str> {
        let document = Document::parse(text);
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let tokens = Tokens { document: &document, words: &words, first: 0, end: words.len() };
        (0..words.len()).filter_map(|at| read(&tokens, at)).map(|(it, _)| &text[it.span.range()]).collect()
    }

    #[test]
    fn behind_a_preposition() {
        assert_eq!(
            places("It happened in the southern city of Oldport near Green Bridge."),
            ["Oldport", "Green Bridge"]
        );
        assert_eq!(places("Four died in central Oldport in May."), ["Oldport"]);
        assert_eq!(places("She read law at the University of Oldport in May."), ["University of Oldport"]);
    }

    #[test]
    fn in_a_row() {
        let reading =
            crate::ling::Reading::new("Letters went to Rome, Paris and New Velia, or from Oslo to Kyiv via Cairo.");
        let article = reading.articles().next().expect("every text has one");
        let places: Vec<_> = article.facts.places.iter().map(|it| &article.document[it.span]).collect();
        assert_eq!(places, ["Rome", "Paris", "New Velia", "Oslo", "Kyiv", "Cairo"]);
    }

    #[test]
    fn not_times_or_people() {
        assert_eq!(places("In March he heard from John Lake in a letter at noon."), Vec::<&str>::new());
        assert_eq!(places("One night in May Ann Reed slept at the Iraqi consulate."), Vec::<&str>::new());
    }
}
