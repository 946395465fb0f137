//! The voices of an article: who speaks again, under which name.

use std::ops::Range;

use crate::text::{Few, Span, sort_by_number};

use super::super::KeyIndex;
use super::super::article::Article;
use super::super::attribution::{Attribution, Source, SourceKind};
use super::super::fact_word::{self, Role};
use super::super::lexicon::Class;
use super::super::pos::Pos;
use super::super::verb::Frames;
use super::super::word::{Shape, key_of, keys_of};
use super::cast::{Cast, family_key, name_text};
use super::gender::{self, Gender};
use super::{Description, Determiner, Text, describe};

/// How many sentences back a pronoun looks for its source.
const LOOK_BACK: usize = 2;

/// How many tokens back: a sentence without an end is not walked again for every pronoun in it.
const REACH: usize = 400;
const PERSON: [u32; 2] = keys_of(["he", "she"]);
const COMMA: u32 = key_of(",");

/// Gives every attribution its kind and its source, and returns the sources, and what the first
/// source phrase of each attribution says.
pub(in super::super) fn merge(
    text: Text<'_>,
    article: &Article,
    attributions: &mut [Attribution],
) -> (Vec<Source>, Vec<Description>) {
    let mut voices = Voices {
        text,
        cast: Cast::read(text, article),
        sources: Vec::new(),
        descriptions: vec![Description::default(); attributions.len()],
        by_person: Vec::new(),
        by_noun: KeyIndex::default(),
        by_phrase: KeyIndex::default(),
        last: None,
        genders: Vec::new(),
    };
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    sort_by_number(&mut order, |&it| {
        let first = attributions[it].source.first().or(attributions[it].cue.first());
        first.map_or(0, |span| span.start() as u128)
    });
    for number in order {
        voices.place(number, &mut attributions[number]);
    }
    (voices.sources, voices.descriptions)
}

struct Voices<'d> {
    text: Text<'d>,
    cast: Cast,
    sources: Vec<Source>,
    /// By the number of the attribution.
    descriptions: Vec<Description>,
    /// Sources by the number of the person.
    by_person: Vec<Option<usize>>,
    /// The last source with this head noun.
    by_noun: KeyIndex,
    /// Sources without a name, by their words.
    by_phrase: KeyIndex,
    last: Option<Last>,
    /// By number, of the sources that a title, a noun or an earlier pronoun tells it of.
    genders: Vec<Option<Gender>>,
}

/// The source that spoke last.
#[derive(Clone, Copy)]
struct Last {
    source: usize,
    mention: Span,
    is_plural: bool,
}

impl Voices<'_> {
    fn place(&mut self, number: usize, attribution: &mut Attribution) {
        let Some(&span) = attribution.source.first() else {
            attribution.kind = SourceKind::Nobody;
            return;
        };
        let mut description = describe(self.text, span);
        self.cast.reread(self.text, span, &mut description);
        if description.kind == SourceKind::Unnamed && self.is_thought_of_all(span, &attribution.cue) {
            description.kind = SourceKind::Group;
        }
        attribution.kind = description.kind;
        let source = match description.kind {
            SourceKind::Nobody => {
                attribution.source = Few::default();
                None
            }
            SourceKind::Pronoun => self.back(&description, span).or_else(|| self.subject_before(&description, span)),
            SourceKind::Named => self.body_of_name(&description).or_else(|| self.named(&description)),
            // *Everyone knows*: a turn of phrase, not a voice that could be asked.
            SourceKind::Group if self.is_everybody(span) => None,
            _ => Some(self.unnamed(&description, span)),
        };
        let is_plural = description.is_plural;
        let gender = self.gender_in(&description, span);
        self.descriptions[number] = description;
        let Some(source) = source else { return };
        if self.sources[source].kind == SourceKind::Unnamed && self.descriptions[number].kind == SourceKind::Role {
            self.descriptions[number].kind = SourceKind::Unnamed;
        }
        if let Some(gender) = gender {
            self.genders.resize(self.sources.len(), None);
            self.genders[source].get_or_insert(gender);
        }
        attribution.kind = self.sources[source].kind;
        attribution.source_id = Some(source);
        self.sources[source].mentions.push(span);
        self.sources[source].attributions.push(number);
        self.last = Some(Last { source, mention: span, is_plural });
    }

    /// *All cyclists think*: a mind is given to them, and nobody said a word.
    fn is_thought_of_all(&self, span: Span, cue: &[Span]) -> bool {
        const SAID: Frames = Frames::SAY.or(Frames::TELL);
        let says = |&it: &Span| self.text.words[self.text.document.tokens_in(it)].iter().any(|it| it.frames.is(SAID));
        const ALL: [u32; 2] = keys_of(["all", "every"]);
        let tokens = self.text.document.tokens_in(span);
        // *All three officials think*: they are sources, and were asked.
        let are_asked = || {
            let mut words = self.text.words[tokens.clone()].iter();
            words.any(|it| it.pos.is(Pos::NUMBER) || it.classes.has_any(&[Class::OfficeNoun, Class::SourceNoun]))
        };
        self.text.words[tokens.start].is_one_of(&ALL) && !cue.iter().any(says) && !are_asked()
    }

    fn is_everybody(&self, span: Span) -> bool {
        let first = self.text.document.tokens_in(span).start;
        self.text.is_any(first, "all every everyone everybody nobody no-one")
    }

    fn add(&mut self, name: Option<String>, kind: SourceKind) -> usize {
        self.sources.push(Source { name, kind, role: None, mentions: Few::default(), attributions: Few::default() });
        self.sources.len() - 1
    }

    fn named(&mut self, description: &Description) -> Option<usize> {
        let name = description.name.clone()?;
        if name.len() == 1
            && self.cast.called_by(family_key(self.text, name.start)).is_none()
            && let Some(person) = self.cast.by_first_name(self.text, name.start)
        {
            return Some(self.person(person));
        }
        let mut person = self.cast.add(self.text, name.clone());
        // *Mrs Pell*: the one of them who has spoken; of two, the last of all who spoke.
        if name.len() == 1 {
            let gender = gender::of_name(self.text, &name);
            let spoke = |it: &usize| {
                self.by_person.get(*it).is_some_and(Option::is_some)
                    && !self.cast.is_another(self.text, *it, &name, gender)
            };
            let is_last = |it: &usize| self.last.is_some_and(|last| self.by_person[*it] == Some(last.source));
            let spoken: Vec<_> = self.cast.namesakes(person).chain([person]).filter(spoke).collect();
            let is_told = |it: &&usize| gender.is_some() && self.cast.genders[**it] == gender;
            match spoken[..] {
                [] => {}
                [one] => person = one,
                _ => person = *spoken.iter().find(is_told).or_else(|| spoken.iter().find(|it| is_last(it)))?,
            }
        }
        if let Some(head) = description.head.filter(|&head| !name.contains(&head)) {
            self.cast.note(self.text, person, head);
        }
        Some(self.person(person))
    }

    fn person(&mut self, person: usize) -> usize {
        if self.by_person.len() <= person {
            self.by_person.resize(person + 1, None);
        }
        let source = self.by_person[person].unwrap_or_else(|| self.add(None, SourceKind::Named));
        self.by_person[person] = Some(source);
        self.genders.resize(self.sources.len(), None);
        self.genders[source] = self.genders[source].or(self.cast.genders[person]);
        let name = name_text(self.text.document, &self.cast.people[person]);
        if self.sources[source].name.as_deref() != Some(name) {
            self.sources[source].name = Some(name.to_owned());
        }
        let span = |role: Range<usize>| {
            let tokens = self.text.document.tokens();
            tokens[role.start].span.to(tokens[role.end - 1].span)
        };
        self.sources[source].role = self.cast.roles.get(person).cloned().flatten().map(span);
        source
    }

    /// Bodies, papers, offices, groups and people without a name.
    fn unnamed(&mut self, description: &Description, span: Span) -> usize {
        let Some(head) = description.head else { return self.add(None, description.kind) };
        let noun = self.text.words[head].key;
        let points_back = matches!(description.determiner, Determiner::Definite | Determiner::Owned);
        let is_person = matches!(description.kind, SourceKind::Unnamed | SourceKind::Role);
        let is_one = description.determiner == Determiner::Definite && !description.is_plural;
        if is_person
            && is_one
            && let Some(person) = self.cast.called(self.text, noun, head)
        {
            return self.person(person);
        }
        // *the columnist*, never brought in as *a columnist*: known to the reader by another word.
        let is_vague = self.text.is(head, Class::SourceNoun) || self.cast.is_introduced(noun, head);
        let kind = match description.kind {
            SourceKind::Unnamed if is_one && !is_vague => SourceKind::Role,
            kind => kind,
        };
        let is_body = matches!(description.kind, SourceKind::Institution | SourceKind::Outlet);
        let name = description.name.clone().map(|name| {
            let end = self.text.document.tokens_in(span).end;
            name_text(self.text.document, &(name.start..self.name_end(name.end, end))).to_owned()
        });
        let beside = self.name_beside(description, head, span);
        let name = name.or_else(|| Some(name_text(self.text.document, beside.as_ref()?).to_owned()));
        if name.is_some() || is_body && !points_back {
            let mut whole = beside.unwrap_or_else(|| self.text.document.tokens_in(span));
            // *the Lyria Ferry Board (LFB)*
            let open = whole.end.saturating_sub(3).max(whole.start);
            let has_short = self.text.is_any(open, "(") && self.text.words[open + 1].shape == Shape::AllCaps;
            let comma = whole.clone().skip(1).find(|&at| self.text.words[at].has_key(COMMA));
            whole.end = comma.filter(|_| is_body).unwrap_or(if has_short { open } else { whole.end });
            let phrase = self.phrase_key(whole);
            let known = self.by_phrase.get(phrase).or_else(|| self.longer_outlet(description, noun));
            let source = known.unwrap_or_else(|| self.add(name, description.kind));
            if has_short {
                self.by_phrase.insert(self.phrase_key(open + 1..open + 2), source);
            }
            if known.is_none() {
                self.by_phrase.insert(phrase, source);
                self.by_noun.insert(noun, source);
            }
            return source;
        }
        // *a senator*, then *the senator*: still without a name.
        let is_told_of = |it: SourceKind| it == kind || is_one && kind == SourceKind::Role && it == SourceKind::Unnamed;
        if points_back
            && let Some(known) = self.by_noun.get(noun)
            && is_told_of(self.sources[known].kind)
            && !self.is_of_another(known, span)
        {
            return known;
        }
        let repeats = description.is_plural || description.kind != SourceKind::Unnamed;
        let phrase = self.phrase_key(self.text.document.tokens_in(span));
        if repeats && let Some(known) = self.by_phrase.get(phrase).filter(|&it| self.sources[it].kind == kind) {
            return known;
        }
        let source = self.add(None, kind);
        self.by_noun.insert(noun, source);
        self.by_phrase.insert(phrase, source);
        source
    }

    /// *the operator, Aland Lines*: the name of a body set beside its noun.
    fn name_beside(&self, description: &Description, head: usize, span: Span) -> Option<Range<usize>> {
        let (comma, words) = (head + 1, self.text.words);
        let name = comma + 1..self.text.document.tokens_in(span).end;
        let is_body = description.kind == SourceKind::Institution
            && description.determiner == Determiner::Definite
            && self.text.is(head, Class::Institution)
            && !name.is_empty()
            && self.text.is_any(comma, ",");
        let is_person = || fact_word::of(&words[name.start]).is_any(&[Role::FirstName, Role::Title]);
        let is_name = is_body && words[name.clone()].iter().all(|it| it.is_capital());
        (is_name && !is_person() && !self.text.is(name.end - 1, Class::Place)).then_some(name)
    }

    /// *Aland Lines*, behind *the operator, Aland Lines*.
    fn body_of_name(&self, description: &Description) -> Option<usize> {
        let name = description.name.clone().filter(|it| it.len() > 1)?;
        let known = self.by_phrase.get(self.phrase_key(name))?;
        (self.sources[known].kind == SourceKind::Institution).then_some(known)
    }

    /// *the Office for Roads of Lyria*: where a name of a body ends that was read up to `at`.
    fn name_end(&self, at: usize, end: usize) -> usize {
        let next = at + 1 + usize::from(self.text.is_any(at + 1, "the"));
        let is_capital = |it: usize| it < end && self.text.words[it].is_capital();
        if !self.text.is_any(at, "for of on") || !is_capital(next) || self.text.is(next, Class::Weekday) {
            return at;
        }
        let last = (next..end).find(|&it| !is_capital(it)).unwrap_or(end);
        // *the Department for Work and Pensions*
        let is_joined = last + 2 == end && self.text.is_any(last, "and") && is_capital(last + 1);
        if is_joined { end } else { self.name_end(last, end) }
    }

    /// *Lyria’s army*, *the Borskan Army*; but *Spain’s army*, *the Spanish Army*.
    fn is_of_another(&self, known: usize, span: Span) -> bool {
        const ALIKE: [&str; 8] = ["Iran", "Iraq", "Austri", "Austral", "Indi", "Indo", "Slova", "Slove"];
        let country = |span: Span| {
            let mut tokens = self.text.document.tokens_in(span).take(6);
            let at = tokens.find(|&at| {
                let word = self.text.words[at];
                word.is_capital() && (word.possessive || word.classes.has_any(&[Class::Demonym, Class::Place]))
            });
            at.map(|at| self.text.str(at))
        };
        let stem = |name: &str| ALIKE.iter().position(|it| name.starts_with(it));
        let is_unlike = |one: &str, other: &str| {
            one.get(..2) != other.get(..2) || stem(one).zip(stem(other)).is_some_and(|(one, other)| one != other)
        };
        let first = self.sources[known].mentions.first();
        let (one, other) = (first.and_then(|&it| country(it)), country(span));
        one.zip(other).is_some_and(|(one, other)| is_unlike(one, other))
    }

    /// *the Lyria Times*, where the description is of *the Times*.
    fn longer_outlet(&self, description: &Description, noun: u64) -> Option<usize> {
        let may_be = matches!(description.kind, SourceKind::Outlet | SourceKind::Institution);
        let name = description.name.as_ref().filter(|_| may_be)?;
        let is_short = name.len() == 1 + usize::from(self.text.is(name.start, Class::Determiner));
        let known = self.by_noun.get(noun).filter(|_| is_short)?;
        (self.sources[known].kind == SourceKind::Outlet).then_some(known)
    }

    fn phrase_key(&self, tokens: Range<usize>) -> u64 {
        let skip = |at: &usize| !self.text.is(*at, Class::Determiner) && !self.text.words[*at].has_key(COMMA);
        tokens.filter(skip).fold(1, |hash: u64, at| hash.rotate_left(7) ^ self.text.words[at].key)
    }

    /// The source a pronoun points back to, where only one can be meant.
    fn back(&self, description: &Description, span: Span) -> Option<usize> {
        let last = self.last?;
        let document = self.text.document;
        let sentence = document.sentences_in(span).start;
        let here = document.sentences().get(sentence)?;
        let before = document.sentences_in(last.mention).start;
        let there = document.sentences().get(before)?;
        let head = description.head?;
        let kind = self.sources[last.source].kind;
        let is = |words: &str| self.text.is_any(head, words);
        let is_person = self.text.words[head].is_one_of(&PERSON);
        // *Ann Lee, who said*
        if !is_person && is("who which that") {
            let behind = |it: &Span| it.end() <= span.start() && span.start() - it.end() <= 3;
            return self.sources[last.source].mentions.last().filter(|it| behind(it)).map(|_| last.source);
        }
        // *He said …* at the head of the next paragraph still means the one person who spoke.
        let is_next = here.paragraph == there.paragraph + 1 && is_person && kind == SourceKind::Named;
        if here.paragraph != there.paragraph && !is_next || sentence - before > LOOK_BACK {
            return None;
        }
        let is_one = matches!(kind, SourceKind::Named | SourceKind::Role | SourceKind::Unnamed) && !last.is_plural;
        let known = self.gender_of(last.source);
        let gender = gender::of_word(self.text, head);
        let agrees = known.is_none_or(|it| Some(it) == gender);
        let fits = if is_person {
            is_one && agrees && !self.is_other_named_between(there.tokens.start, head, last.source)
        } else if is("they") {
            last.is_plural
        } else if is("it") {
            matches!(kind, SourceKind::Institution | SourceKind::Document | SourceKind::Outlet)
        } else {
            false
        };
        fits.then_some(last.source)
    }

    /// *Ann Lee runs the ferry. “It is late,” she said*: who is named first in a sentence before, where nobody else is
    /// spoken of whom the pronoun may mean.
    fn subject_before(&mut self, description: &Description, span: Span) -> Option<usize> {
        let (text, head) = (self.text, description.head?);
        let gender = gender::of_word(text, head).filter(|_| text.words[head].is_one_of(&PERSON))?;
        let (person, end) = self.opens_sentence_before(span)?;
        // Who spoke in an earlier paragraph than this one, which names somebody else.
        let paragraph =
            |at: Span| text.document.sentences().get(text.document.sentences_in(at).start).map(|it| it.paragraph);
        let opener = text.document.tokens()[end - 1].span;
        let is_far = |it: Last| paragraph(it.mention) < paragraph(opener) && paragraph(opener) == paragraph(span);
        // A body, a paper and a crowd are no *he*.
        const NOBODY: [SourceKind; 4] =
            [SourceKind::Institution, SourceKind::Document, SourceKind::Outlet, SourceKind::Group];
        let is_other = |it: Last| {
            it.is_plural
                || is_far(it)
                || NOBODY.contains(&self.sources[it.source].kind)
                || self.gender_of(it.source).is_some_and(|it| it != gender)
        };
        if self.cast.genders[person] != Some(gender) || head - end > REACH || !self.last.is_none_or(is_other) {
            return None;
        }
        // *Jane Pell died in May. “I wept,” she said.*
        let is_dead = |at: usize| {
            text.is_any(at, "dead died dies drowned perished")
                || text.is_any(at, "buried killed murdered") && text.is_any(at - 1, "been was were")
        };
        if (end..head).take_while(|&at| !text.is_any(at, "her his when while whose")).any(is_dead) {
            return None;
        }
        let own = self.cast.roles.get(person).cloned().flatten().unwrap_or_default();
        let mut is_quoted = false;
        for at in end..head {
            match text.str(at) {
                "“" => is_quoted = true,
                // The name stands inside the quotation that ends here.
                "”" if !is_quoted => return None,
                "”" => is_quoted = false,
                "\"" => is_quoted = !is_quoted,
                _ if !is_quoted && !own.contains(&at) && self.may_be_another(at, person, gender) => return None,
                _ => {}
            }
        }
        (!is_quoted).then(|| self.person(person))
    }

    /// The person whose name opens a sentence shortly before a place, and the token behind it.
    fn opens_sentence_before(&self, span: Span) -> Option<(usize, usize)> {
        let text = self.text;
        let sentences = text.document.sentences();
        let here = text.document.sentences_in(span).start;
        let near = (here.saturating_sub(LOOK_BACK)..here).rev();
        let mut near = near.take_while(|&it| sentences[it].paragraph + 1 >= sentences[here].paragraph);
        near.find_map(|it| {
            let tokens = sentences[it].tokens.clone();
            let end = tokens.clone().find(|&at| !text.words[at].is_capital())?;
            // *The Rev Tom Arlen*
            let first = tokens.start + usize::from(text.is_any(tokens.start, "the"));
            let opens = fact_word::of(&text.words[first]).is_any(&[Role::FirstName, Role::Title]);
            if !opens || end < tokens.start + 2 || end + 2 > tokens.end {
                return None;
            }
            let person = self.cast.called_by(family_key(text, end - 1))?;
            (!text.words[end - 1].possessive).then_some((person, end))
        })
    }

    /// *her sister*, *the widow*, *Ada*: somebody else whom the pronoun of a person may mean.
    fn may_be_another(&self, at: usize, person: usize, gender: Gender) -> bool {
        let (text, word) = (self.text, &self.text.words[at]);
        let called = |at: usize| {
            text.words.get(at).filter(|it| it.is_capital()).and_then(|_| self.cast.called_by(family_key(text, at)))
        };
        if word.pos.is(Pos::SUBJECT) || called(at) == Some(person) || called(at + 1) == Some(person) {
            return false;
        }
        let is_woman = gender::is_woman(text, at).or_else(|| word.is_of_woman().filter(|_| word.is_capital()));
        is_woman == Some(gender == Gender::She)
            || called(at).is_some_and(|it| self.cast.genders[it].is_none_or(|it| it == gender))
    }

    /// Whether another person is named between: then *he* may be either.
    fn is_other_named_between(&self, from: usize, to: usize, source: usize) -> bool {
        let gender = gender::of_word(self.text, to);
        let own = self.sources[source].mentions.last().copied();
        let names_other = |at: usize| {
            let word = self.text.words[at];
            let is_own = || own.is_some_and(|own| own.overlaps(self.text.document.tokens()[at].span));
            let may_be = |it: usize| {
                let other = self.by_person.get(it).copied().flatten();
                let known = other.and_then(|it| self.gender_of(it)).or(self.cast.genders[it]);
                other != Some(source) && known.is_none_or(|it| Some(it) == gender)
            };
            word.is_capital() && !is_own() && self.cast.called_by(family_key(self.text, at)).is_some_and(may_be)
        };
        to - from > REACH || (from..to).any(names_other)
    }

    fn gender_of(&self, source: usize) -> Option<Gender> {
        self.genders.get(source).copied().flatten()
    }

    /// Whether a source phrase tells of a woman or a man.
    fn gender_in(&self, description: &Description, span: Span) -> Option<Gender> {
        let Some(name) = description.name.as_ref().filter(|_| description.kind == SourceKind::Named) else {
            return gender::of_word(self.text, description.head?);
        };
        // *the spokeswoman, Jo Pell*
        let mut before = self.text.document.tokens_in(span).take_while(|&at| at < name.start);
        gender::of_name(self.text, name).or_else(|| before.find_map(|at| gender::of_word(self.text, at)))
    }
}

#[cfg(test)]
mod tests {
    use crate::ling::{Reading, SourceKind};

    #[test]
    fn a_body_is_known_by_the_name_beside_its_noun() {
        for (name, kind, voices) in [
            ("Aland Coast", SourceKind::Institution, 1),
            ("Quill Ferries", SourceKind::Institution, 1),
            ("Tom Arlen", SourceKind::Named, 2),
        ] {
            let text = format!("The operator, {name}, said in a note that it was safe. {name} declined to comment.");
            let reading = Reading::new(&text);
            let article = reading.articles().next().expect("every text has an article");
            let last = article.attributions.last().expect("somebody speaks");
            assert_eq!((last.kind, article.sources.len()), (kind, voices), "{name}");
        }
    }
}
