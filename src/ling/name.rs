//! Names of people, in full and in short.

use crate::text::{Few, Span, TokenKind};

use super::article::BlockKind;
use super::fact_word::Role;
use super::key_index::KeyIndex;
use super::lexicon::Class;
use super::number::Tokens;
use super::spelling::{first_word, without_article};
use super::word::{Shape, key, key_of, keys_of};

/// One mention of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Without titles: *Haidar al-Lami*.
    pub span: Span,
    /// Before the surname, as far as the text gives it: *Haidar*.
    pub given: Option<Span>,
    /// The last word: *al-Lami*.
    pub surname: Span,
    /// The [`key`] of the surname without an article: *Lami*.
    pub family: u64,
    pub kind: NameKind,
    /// Opens a sentence, so that its capital proves nothing.
    pub opens_sentence: bool,
    /// *Ms.*, *General*.
    pub has_title: bool,
    /// *the Lami family*: of more people than one.
    pub is_family: bool,
    /// Index into the people of the article.
    pub person: Option<usize>,
    /// Index into the document's sentences.
    pub sentence: usize,
    pub block: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// Something near it says that it is a person: a first name, a title, an age, a verb of saying.
    Person,
    /// *Badr Party*, *Ministry of Health*.
    Body,
    /// Behind *in* or *near*, or with *city* or *river*.
    Place,
    Unclear,
}

/// Everybody of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The longest form.
    pub name: Span,
    /// Indices into the names of the article.
    pub mentions: Few<usize>,
}

const COMMA: u32 = key_of(",");

/// The longest run of capitals read as one name; headlines have longer ones.
const MAX_NAME: usize = 6;

/// Reads the name that begins at the token `at`; returns it and the index behind it.
///
/// The index moves on even where the capitals are no name.
pub(super) fn read(tokens: &Tokens<'_>, at: usize) -> Option<(Option<Name>, usize)> {
    if !tokens.word(at)?.is_capital() {
        return None;
    }
    let end = end_of_run(tokens, at);
    let mut first = at;
    let opens = opens_sentence(tokens, at);
    while first < end
        && tokens.roles(first).is(Role::Opener)
        && (opens || first > at || tokens.shape(first) == Shape::Capital && tokens.text(first).len() < 4)
    {
        first += 1;
    }
    // The last title inside the run ends the titles: *Iraqi Prime Minister* Mustafa al-Kadhimi.
    let is_title =
        |at: &usize| tokens.roles(*at).is(Role::Title) && at + 1 < end && !tokens.roles(*at).is(Role::FirstName);
    let title = (first..end).rev().find(is_title);
    if let Some(title) = title {
        first = title + 1 + usize::from(tokens.text(title + 1) == ".");
    }
    let has_title = title.is_some();
    let last = end - 1;
    let alone = first + 1 == end;
    let is_time = first < end && tokens.roles(first).is_any(&[Role::Month, Role::Weekday]) && alone;
    if first >= end
        || is_time
        || alone && tokens.roles(first).is_any(&[Role::Title, Role::Body, Role::Opener])
        || tokens.document.tokens()[first].span.len() < 2
    {
        return Some((None, end));
    }
    let all = tokens.document.tokens();
    let surname = tokens.stem(last);
    let is_family = tokens.roles(end).is(Role::Family);
    let name = Name {
        span: if first == last { surname } else { all[first].span.to(surname) },
        given: (first < last).then(|| all[first].span.to(all[last - 1].span)),
        surname,
        family: family(tokens, last, surname),
        kind: kind(tokens, at, first, end, has_title),
        opens_sentence: opens && first == at,
        has_title,
        is_family,
        person: None,
        sentence: 0,
        block: BlockKind::Paragraph,
    };
    Some((Some(name), end))
}

fn family(tokens: &Tokens<'_>, last: usize, surname: Span) -> u64 {
    let name = &tokens.document[surname];
    let stem = without_article(name);
    let is_whole = stem.len() == name.len() && tokens.shape(last) == Shape::Capital;
    if is_whole { tokens.words[last].key } else { key(stem) }
}

fn end_of_run(tokens: &Tokens<'_>, at: usize) -> usize {
    let all = tokens.document.tokens();
    let mut end = at + 1;
    while end < (at + MAX_NAME).min(tokens.end) && !tokens.words[end - 1].possessive {
        let next = end;
        // *Dr. Smith*, *Gen. Lee*
        let is_stop = !all[next].spaced && tokens.roles(next - 1).is(Role::Title) && tokens.text(next) == ".";
        let is_capital = tokens.words[next].is_capital() && all[next].spaced && all[next].kind == TokenKind::Word;
        let is_particle = tokens.roles(next).is(Role::Particle)
            && all[next].spaced
            && tokens.word(next + 1).is_some_and(|it| it.is_capital())
            && all[next + 1].spaced;
        if is_particle {
            end += 2;
        } else if is_capital || is_stop && tokens.word(next + 1).is_some_and(|it| it.is_capital()) {
            end += 1;
        } else {
            break;
        }
    }
    end.min(tokens.end)
}

/// Whether the token is the first word of its sentence or of a quotation.
fn opens_sentence(tokens: &Tokens<'_>, at: usize) -> bool {
    at == tokens.first
        || tokens.shape(at - 1) == Shape::Punct
            && matches!(
                tokens.text(at - 1),
                "“" | "\"" | "‘" | "'" | ":" | "(" | "[" | "—" | "–" | "•" | "…" | "." | "!" | "?" | "”" | "-"
            )
}

fn kind(tokens: &Tokens<'_>, run: usize, first: usize, end: usize, has_title: bool) -> NameKind {
    let last = end - 1;
    let fact = tokens.roles(last);
    const LINKS: [u32; 3] = keys_of(["of", "and", "for"]);
    const PLACING: [u32; 4] = keys_of(["in", "near", "at", "outside"]);
    if fact.is(Role::Body) || tokens.words[first..last].iter().any(|it| it.is_one_of(&LINKS)) {
        return NameKind::Body;
    }
    let is_led_by_place = run > tokens.first && tokens.words[run - 1].is_one_of(&PLACING);
    if fact.is(Role::PlaceNoun) || tokens.roles(end).is(Role::PlaceNoun) || is_led_by_place && !has_title {
        return NameKind::Place;
    }
    let is_long = first < last;
    let is_initial = |at: usize| tokens.text(at).len() == 2 && tokens.text(at).ends_with('.');
    let has_first_name = || tokens.roles(first).is(Role::FirstName) || is_initial(first) || is_initial(last - 1);
    let has_particle = || {
        without_article(tokens.text(last)).len() < tokens.text(last).len()
            || (first + 1..last).any(|it| {
                tokens.roles(it).is(Role::Particle) && tokens.shape(it) == Shape::Lower && !tokens.is(it, "of")
            })
    };
    let before = tokens.words[tokens.first..run].last();
    // *Marrot Foods said*
    let speaks = || {
        !tokens.words[last].is(Class::Body)
            && (tokens.word(end).is_some_and(|it| it.is(Class::SayVerb) && it.shape == Shape::Lower)
                || before.is_some_and(|it| it.is(Class::SayVerb)))
    };
    let has_comma = tokens.word(end).is_some_and(|it| it.has_key(COMMA));
    // *the builder, Gus Farrow,*
    let between = usize::from(has_comma && before.is_some_and(|it| it.has_key(COMMA)));
    let noun = || tokens.words[tokens.first..run].iter().nth_back(between);
    let is_described = || noun().is_some_and(|it| it.is(Class::PersonNoun) && it.shape == Shape::Lower);
    let has_age = || has_comma && tokens.shape(end + 1) == Shape::Number && tokens.is_one_of(end + 2, ", . — ;");
    let is_who = || has_comma && tokens.is(end + 1, "who");
    let is_person_in_full = || has_first_name() || has_particle() || speaks() || is_described() || is_who();
    if has_title || is_long && is_person_in_full() || has_age() { NameKind::Person } else { NameKind::Unclear }
}

/// Gathers the names of one person; a surname alone goes to the last one in full.
pub(super) fn people(document: &crate::text::Document, names: &mut [Name]) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::new();
    let (mut by_surname, mut by_full) = (KeyIndex::default(), KeyIndex::default());
    for at in 0..names.len() {
        let name = names[at];
        let surname = name.family;
        let known = by_surname.get(surname);
        let person = match (name.kind, name.given) {
            (NameKind::Body, _) => continue,
            (_, None) if name.kind != NameKind::Person && known.is_none() => continue,
            (NameKind::Unclear | NameKind::Place, Some(_)) => continue,
            (_, None) => known,
            // The first word of a full name is enough: *Gen. Ali R. Hadi* is *Ali Hadi*.
            (_, Some(given)) => {
                let full = key(first_word(&document[given])).rotate_left(17) ^ surname;
                // *Mr. Hadi* came first, *Ali Hadi* follows.
                let before = || known.filter(|&it| is_bare(&people[it], names));
                let person = by_full.get(full).or_else(before).unwrap_or(people.len());
                Some(by_full.get_or_insert(full, person))
            }
        };
        let person = person.unwrap_or(people.len());
        if person == people.len() {
            people.push(Person { name: name.span, mentions: Few::default() });
        }
        let it = &mut people[person];
        if name.span.len() > it.name.len() {
            it.name = name.span;
        }
        it.mentions.push(at);
        by_surname.insert(surname, person);
        names[at].person = Some(person);
    }
    people
}

/// Whether a person is so far known by surname alone.
fn is_bare(person: &Person, names: &[Name]) -> bool {
    // The first mention is enough: a full form would have been the first to found the person.
    person.mentions.first().is_none_or(|&it| names[it].given.is_none())
        && person.mentions.len() < 64
        && person.mentions.iter().all(|&it| names[it].given.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::word::Word;
    use crate::text::Document;

    fn names(text: &str) -> Vec<String> {
        let document = Document::parse(text);
        let words: Vec<Word> = document.tokens().iter().map(|it| Word::read(&document[it.span])).collect();
        let mut names = Vec::new();
        for sentence in document.sentences() {
            let tokens =
                Tokens { document: &document, words: &words, first: sentence.tokens.start, end: sentence.tokens.end };
            let mut at = tokens.first;
            while at < tokens.end {
                match read(&tokens, at) {
                    Some((name, end)) => {
                        names.extend(name);
                        at = end;
                    }
                    None => at += 1,
                }
            }
        }
        let people = people(&document, &mut names);
        let mentions =
            |it: &Person| it.mentions.iter().map(|&at| &document[names[at].span]).collect::<Vec<_>>().join(", ");
        people.iter().map(mentions).collect()
    }

    #[test]
    fn full_then_short() {
        assert_eq!(
            names("Activist Haidar al-Lami spoke. Later al-Lami left, and Lami’s wife came."),
            ["Haidar al-Lami, al-Lami, Lami"]
        );
        assert_eq!(names("Mr. Hadi came. Then Ali Hadi left."), ["Hadi, Ali Hadi"]);
    }

    #[test]
    fn titles_are_not_names() {
        assert_eq!(
            names("Iraqi Prime Minister Mustafa al-Kadhimi met Gen. Jamil al-Shimi."),
            ["Mustafa al-Kadhimi", "Jamil al-Shimi"]
        );
    }

    #[test]
    fn relatives_are_two() {
        assert_eq!(names("John Moss met Mary Moss. Then Moss left."), ["John Moss", "Mary Moss, Moss"]);
    }

    #[test]
    fn bodies_and_places() {
        assert_eq!(names("In New Oldport the Green Party met at Oldport University."), Vec::<String>::new());
    }
}
