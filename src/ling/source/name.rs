//! Names inside and beside a source phrase.

use std::ops::Range;

use super::super::WordSet;
use super::super::attribution::SourceKind;
use super::super::fact_word::{self, Role};
use super::super::lexicon::Class;
use super::super::pos::Pos;
use super::super::word::{Shape, Word, key_of, keys_of};
use super::Determiner;
use super::head::{Core, NOUNS, Phrase};

const COMMA: u32 = key_of(",");

/// How far behind the head a name in apposition is looked for, in tokens.
const REACH: usize = 24;

/// The longest bracket or row of marks before a sentence, in tokens: *(CNN)*, *[Updated]*, *• •*.
const LONGEST_LABEL: usize = 6;

/// Capitals that open a description, not a person's name.
const NO_FIRST_NAME: &[Class] = &[
    Class::Place,
    Class::Demonym,
    Class::Determiner,
    Class::Institution,
    Class::Body,
    Class::Preposition,
    Class::Pronoun,
    Class::Conjunction,
    Class::Weekday,
    Class::Month,
];

/// Words of bodies that are surnames too.
const SURNAMES: &str = "banks brand church cross court hall house law post wall";

/// With these they are bodies: *Red Cross*, *White House*.
const COLOURS: &str = "blue green red white";

impl Phrase<'_> {
    /// Whether the head is a name, not a noun with a capital.
    pub(super) fn is_proper(&self, core: &Core, head: usize) -> bool {
        let word = self.text.words[head];
        if !word.is_capital() {
            return false;
        }
        let before = (head > core.tokens.start).then(|| self.text.words[head - 1]);
        let first_name_before = before.is_some_and(|it| could_be_first_name(&it));
        // *Rae & Sons*
        let is_joined = head > core.tokens.start + 1 && self.text.is_any(head - 1, "&");
        if word.is(Class::Body) && before.is_some_and(|it| it.is_capital()) || is_joined {
            return true;
        }
        if word.classes.has_any(&[Class::Demonym, Class::CollectiveNoun]) && !word.is(Class::Institution) {
            return first_name_before && !word.is(Class::Plural);
        }
        if !word.classes.has_any(NOUNS) {
            // *Concertgoers said*, *Slogans say*, as a sentence begins.
            return !(head == core.tokens.start
                && self.opens_sentence(head)
                && (self.person_by_form(head) == Some(true) || self.is_many(head)));
        }
        // *the Friends of the Pond*, a society.
        if self.text.str(head) == "Friends" && self.text.is_any(head + 1, "of") && !self.opens_sentence(head) {
            return true;
        }
        // *Officials said*: a capital only because the sentence begins.
        if head == core.tokens.start && (self.opens_sentence(head) || core.determiner != Determiner::Bare) {
            return word.is(Class::Institution) && !word.is(Class::PersonNoun) && !self.opens_sentence(head);
        }
        // *a defence MP*, *MP says* at the end of a headline
        if word.shape == Shape::AllCaps && word.is(Class::OfficeNoun) && before.is_none_or(|it| !it.is_capital()) {
            return false;
        }
        match before {
            Some(it) if it.is(Class::Title) && !it.classes.has_any(NOUNS) => true,
            // *House Speaker*, *Deputy Governor*: an office, not a name.
            Some(it) if it.is_capital() && !word.is(Class::Institution) => {
                first_name_before && core.determiner == Determiner::Bare && !word.is(Class::Plural)
            }
            // *the state Chairman*
            Some(it) if it.shape == Shape::Lower && word.is(Class::OfficeNoun) => false,
            Some(it) => it.is_capital() || !word.is(Class::Plural),
            None => true,
        }
    }

    /// *Rumours say*, where of one person it is *says*.
    fn is_many(&self, head: usize) -> bool {
        let agrees = |it: &Word| it.pos.is(Pos::BASE) && !it.pos.is(Pos::PAST.or(Pos::NOUN));
        self.text.str(head).ends_with('s') && self.text.words.get(head + 1).is_some_and(agrees)
    }

    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        // A dash behind a dateline: *(AP) — Officials said*.
        let is_mark = self.text.words[before].shape == Shape::Punct;
        if is_mark && matches!(self.text.str(before), "“" | "”" | "\"" | ":" | "—" | "–" | "--" | "-") {
            return true;
        }
        // *👏 Officials said*
        let is_sign = |mark: char| ('←'..'⸀').contains(&mark) || mark > '\u{1f000}';
        let document = self.text.document;
        let sentence = document.sentences_in(document.tokens()[at].span).start;
        let Some(first) = document.sentences().get(sentence).map(|it| it.tokens.start) else { return false };
        let only_marks = |from: usize| {
            at.checked_sub(from).is_some_and(|it| it <= LONGEST_LABEL)
                && (from..at).all(|it| self.text.words[it].shape == Shape::Punct)
        };
        // *(CNN) Officials said*, *[Updated] Officials said*
        let bracket = matches!(self.text.str(first), "(" | "[");
        let close = || (first + 1..at).take(LONGEST_LABEL).find(|&it| matches!(self.text.str(it), ")" | "]"));
        self.text.str(before).starts_with(is_sign) || only_marks(first) || bracket && close().is_some_and(only_marks)
    }

    /// The run of capitals that ends at `head`, with the particles inside it.
    pub(super) fn name_back(&self, from: usize, head: usize) -> Range<usize> {
        let mut start = head;
        while start > from {
            let joins = || start - 1 > from && self.is_particle(start - 1);
            // *Tarn 10 News*
            let is_channel = || {
                start > from + 1
                    && self.text.words[start - 1].shape == Shape::Number
                    && self.text.words[start - 2].is_capital()
                    && self.text.is_any(start, "news")
            };
            if !(self.text.words[start - 1].is_capital() || joins() || is_channel()) {
                break;
            }
            start -= 1;
        }
        start..head + 1
    }

    /// *Spokesman Tom Arlen*, *Mr. Baker*: the name alone.
    pub(super) fn without_title(&self, name: Range<usize>) -> Range<usize> {
        let is_no_name = |at: usize| {
            let word = self.text.words[at];
            is_title(&word) || self.text.str(at) == "."
        };
        // *Culture Minister Ann Lee*
        let post = (name.start..name.end.saturating_sub(2))
            .rev()
            .find(|&at| self.text.words[at].classes.has_any(&[Class::OfficeNoun, Class::PersonNoun, Class::Title]));
        let from = post.map_or(name.start, |it| it + 1);
        let start = (from..name.end - 1).find(|&at| !is_no_name(at)).unwrap_or(name.end - 1);
        start..name.end
    }

    fn is_particle(&self, at: usize) -> bool {
        static PARTICLES: WordSet = WordSet::new("de van von der al bin ibn el la du da di . \" “ ” - &");
        PARTICLES.is(&self.text.words[at])
    }

    pub(super) fn kind_of_name(&self, name: &Range<usize>) -> SourceKind {
        let words = &self.text.words[name.clone()];
        let Some((last, rest)) = words.split_last() else { return SourceKind::Named };
        // *the General Assembly*
        let bodies = [Class::Institution, Class::Body];
        let is_general = !rest.is_empty() && self.text.is_any(name.end - 2, "general") && last.classes.has_any(&bodies);
        if rest.iter().any(|it| it.is(Class::Title) && !it.is(Class::Institution)) && !is_general {
            return SourceKind::Named;
        }
        let is_alone = rest.is_empty();
        let is_body = last.classes.has_any(&bodies) && !self.is_surname(name) || is_alone && last.is(Class::Place);
        // *LEE:*, before a turn of a conversation.
        // *South Korea*
        let is_region = name.len() == 2 && self.text.is_any(name.start, "north south east west");
        // *WTRN TV8*
        let is_station = !is_alone && self.text.str(name.end - 1).ends_with(|it: char| it.is_ascii_digit());
        let is_acronym = is_alone && last.shape == Shape::AllCaps && !self.text.is_any(name.end, ":");
        // *AT&T*, and not *Ann Lee & Bo Rae*
        let is_joined = name.clone().any(|at| self.text.is_any(at, "&"));
        let is_firm = is_joined && !(name.len() > 4 && is_first_name(&words[0]));
        // *the Centers for Health*
        let before = name.start.checked_sub(1).filter(|_| is_alone && self.text.is_any(name.end, "for"));
        let is_centre = before.is_some_and(|it| self.text.is_any(it, "the"));
        if is_body
            || is_firm
            || is_centre
            || is_alone && is_brand(self.text.str(name.start))
            || is_region
            || is_station
            || is_acronym
            || self.is_told_as_body(name.end)
        {
            SourceKind::Institution
        } else {
            SourceKind::Named
        }
    }

    /// *Ann Church*, two names of which the second is also a body’s.
    fn is_surname(&self, name: &Range<usize>) -> bool {
        let is_person = |at: usize| self.text.words[at].classes.has_any(&[Class::OfficeNoun, Class::PersonNoun]);
        // *artistic director Jonathan Church*
        name.len() == 2
            && self.text.is_any(name.end - 1, SURNAMES)
            && name.start > self.tokens.start
            && is_person(name.start - 1)
    }

    /// *Aland Lines, which …*, *Northern Link, the regional bus company, …*
    fn is_told_as_body(&self, comma: usize) -> bool {
        if !self.text.is_any(comma, ",") {
            return false;
        }
        let is_noun_phrase = |at: &usize| self.text.words[*at].shape == Shape::Lower && !self.stops(*at);
        let first = comma + 1;
        if self.text.is_any(first, "which") {
            return true;
        }
        let end = (first..self.text.words.len().min(first + 8)).find(|it| !is_noun_phrase(it)).unwrap_or(first);
        let is_body = |at: usize| {
            let word = self.text.words[at];
            word.is(Class::Institution) && !word.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun])
        };
        self.text.is_any(first, "the a an") && end > first + 1 && is_body(end - 1)
    }

    /// A name set beside the head: *the group’s head, Ann Lee*, *a man named Roe*.
    pub(super) fn apposed(&self, head: usize, from: usize) -> Option<Range<usize>> {
        let document = self.text.document;
        let sentence = document.sentences().get(document.sentences_in(document.tokens()[head].span).start)?;
        let last = sentence.tokens.end.min(from + REACH).min(self.text.words.len());
        let plural = self.is_plural(head) && !self.text.is_any(self.tokens.start, "one another");
        // *the mayor, who came with Ann Lee,*: another.
        let is_aside = |at: &usize| self.text.words[*at].pos.is(Pos::REL) && self.text.is_any(*at - 1, ",");
        let last = (from + 1..last).find(is_aside).unwrap_or(last);
        let behind = (head + 1..last.min(self.tokens.end + 1)).find_map(|at| {
            if plural && at > from {
                return None;
            }
            let is_mark = self.text.words[at].shape == Shape::Punct;
            if is_mark && matches!(self.text.str(at), "," | "—" | "–" | "-" | "(") {
                return self.full_name(self.skip_description(at + 1, last), last);
            }
            if at >= self.tokens.end || !self.text.is_any(at, "named called identified") {
                return None;
            }
            let name = at + 1 + usize::from(at + 1 < last && self.text.is_any(at + 1, "as only"));
            let is_capital = |at: &usize| self.text.words[*at].is_capital();
            let end = (name..last.min(self.tokens.end)).find(|at| !is_capital(at)).unwrap_or(last.min(self.tokens.end));
            (end > name).then_some(name..end)
        });
        let example = || self.example(from);
        let behind = behind.or_else(|| self.behind_field(head, from));
        behind.or_else(example).or_else(|| (!plural).then(|| self.name_before(sentence.tokens.start))?)
    }

    /// *the director of operations Ann Lee*; not *a friend of the mayor Ann Lee*.
    fn behind_field(&self, head: usize, prep: usize) -> Option<Range<usize>> {
        const OTHERS: [Class; 4] = [Class::PersonNoun, Class::OfficeNoun, Class::KinNoun, Class::Title];
        const FIELD: Pos = Pos::NOUN.or(Pos::ADJ).or(Pos::COORD).or(Pos::DET);
        let is_field = |at: &usize| {
            let word = self.text.words[*at];
            (word.is_capital() || word.pos.is(FIELD)) && !word.classes.has_any(&OTHERS) && !is_first_name(&word)
        };
        static OFFICES: WordSet = WordSet::new(
            "ambassador archbishop bishop chair chief commissioner director head leader member minister officer \
            president secretary spokesman spokeswoman superintendent",
        );
        if !OFFICES.is(&self.text.words[head]) || prep + 3 >= self.tokens.end || !self.text.is_any(prep, "of for to") {
            return None;
        }
        let name = (prep + 1..self.tokens.end).take(6).find(|at| !is_field(at)).filter(|&it| it > prep + 1)?;
        // *the head of a choir and Ann Lee*, *the head of the late Ann Lee’s choir*
        let last = self.text.words[name - 1];
        let is_noun = last.is_capital() || last.pos.is(Pos::NOUN) && !last.pos.is(Pos::ADJ);
        let name = name + usize::from(self.text.is(name, Class::Title) && name + 1 < self.tokens.end);
        (is_noun && is_first_name(&self.text.words[name])).then(|| self.full_name(name, self.tokens.end))?
    }

    /// *Ann Lee*, *Ann Lee, 61*
    pub(super) fn is_last_but_age(&self, end: usize) -> bool {
        let rest = &self.text.words[end..self.tokens.end];
        rest.is_empty() || rest.get(1).is_some_and(|it| it.shape == Shape::Number) && rest.len() <= 3
    }

    /// *another, Ann Lee*.
    pub(super) fn name_behind(&self, comma: usize) -> Option<Range<usize>> {
        let is_comma = comma < self.tokens.end && self.text.is_word(comma, COMMA);
        is_comma.then(|| self.full_name(comma + 1, self.tokens.end))?
    }

    /// *his trainee, Luka, 24*: a first name alone, of somebody who is somebody’s.
    pub(super) fn first_name_behind(&self, core: &Core, head: usize) -> Option<Range<usize>> {
        let name = head + 2;
        let ends = name + 1 >= self.tokens.end || self.text.str(name + 1) == ",";
        let is_name = core.determiner == Determiner::Owned
            && !self.is_plural(head)
            && name < self.tokens.end
            && self.text.str(head + 1) == ","
            && ends
            && self.text.words[name].shape == Shape::Capital
            && could_be_first_name(&self.text.words[name]);
        is_name.then_some(name..name + 1)
    }

    /// *the other man, his cousin James York*, *one of them, the botanist Ann Lee*: the words before the name.
    fn skip_description(&self, from: usize, last: usize) -> usize {
        const DESCRIBE: &[Class] = &[Class::Possessive, Class::KinNoun, Class::PersonNoun, Class::OfficeNoun];
        let is_definite = from < last && self.text.is_any(from, "the");
        let is_part = |at: usize| {
            let word = self.text.words[at];
            let describes = is_definite && at < from + 2
                || word.classes.has_any(DESCRIBE)
                || self.text.is_any(at, "former late retired");
            word.shape == Shape::Lower && describes || word.shape == Shape::Punct && at == from
        };
        (from..last.min(from + 4)).find(|&at| !is_part(at)).unwrap_or(from)
    }

    /// *critics, including Ann Lee*; *some, like Ann Lee*.
    pub(super) fn example(&self, from: usize) -> Option<Range<usize>> {
        let last = self.tokens.end;
        (from..last.saturating_sub(1)).find_map(|at| {
            const EXAMPLES: [u32; 3] = keys_of(["including", "like", "among"]);
            const AS: u32 = key_of("as");
            let opens = self.text.words[at].is_one_of(&EXAMPLES)
                || self.text.is_word(at, AS) && self.text.is_any(at - 1, "such");
            if !opens {
                return None;
            }
            let name = at + 1 + usize::from(self.text.is_any(at + 1, "the"));
            (name < last && self.text.words[name].is_capital()).then(|| self.full_name(name, last))?
        })
    }

    /// At least two capitals that name a person, from `at`.
    fn full_name(&self, at: usize, last: usize) -> Option<Range<usize>> {
        let words = self.text.words;
        // *Ohio Gov. Ann Lee*
        let is_titled = at + 1 < last && words[at].is(Class::Place) && words[at + 1].is(Class::Title);
        let at = at + usize::from(is_titled);
        let continues = |it: usize| words[it].is_capital() || it > at && self.is_particle(it);
        let end = (at..last).find(|&it| !continues(it)).unwrap_or(last.max(at));
        let end = if end > at && self.is_particle(end - 1) { end - 1 } else { end };
        let name = words.get(at..end)?;
        let first = name.first()?;
        let (is_body, rest) =
            (|it: &Word| it.classes.has_any(&[Class::Institution, Class::Body]), &name[..name.len() - 1]);
        let has_surname = !rest.is_empty() && self.text.is_any(end - 1, SURNAMES) && !self.text.is_any(at, COLOURS);
        let is_person = !first.classes.has_any(NO_FIRST_NAME)
            && !rest.iter().any(is_body)
            && (has_surname || !name.last().is_some_and(is_body));
        let has_title = first.is(Class::Title) && !name.last().is_some_and(is_body);
        (name.len() >= 2 && (is_person || has_title)).then_some(at..end)
    }

    /// A name that ends right before the phrase: *Ann Lee, a spokeswoman*.
    fn name_before(&self, sentence: usize) -> Option<Range<usize>> {
        let comma = self.tokens.start.checked_sub(1).filter(|&at| at > sentence && self.text.is_word(at, COMMA))?;
        let low = sentence.max(comma.saturating_sub(6));
        // *in Borsk, Lyria, a spokeswoman said*: no name stands before what she says.
        if self.text.words.get(self.tokens.end).is_some_and(|it| it.shape != Shape::Punct) {
            return None;
        }
        let mut start = comma;
        while start > low && (self.text.words[start - 1].is_capital() || start < comma && self.is_particle(start - 1)) {
            start -= 1;
        }
        // *As Ann Lee, an expert*: the name begins behind the small words.
        let opens =
            |at: usize| !self.text.words[at].classes.has_any(&[Class::Preposition, Class::Conjunction, Class::Pronoun]);
        let start = (start..comma).find(|&at| opens(at)).unwrap_or(comma);
        self.full_name(start, comma)
    }
}

/// *QuillStop*, and not *MacRae*.
fn is_brand(name: &str) -> bool {
    let inner = name.rfind(char::is_uppercase).filter(|&at| at > 2 && name.as_bytes()[at - 1].is_ascii_lowercase());
    inner.is_some() && !["Mac", "Van", "Von", "Del", "Fitz"].iter().any(|it| name.starts_with(it))
}

/// A title or a noun before a name; not *Bill*.
pub(super) fn is_title(word: &Word) -> bool {
    (word.is(Class::Title) || word.classes.has_any(NOUNS)) && !fact_word::of(word).is(Role::FirstName)
}

fn could_be_first_name(word: &Word) -> bool {
    // *Additional Commissioner*
    const RANKS: [u32; 6] = keys_of(["additional", "acting", "assistant", "deputy", "joint", "senior"]);
    word.is_capital() && !word.classes.has_any(NO_FIRST_NAME) && !word.classes.has_any(NOUNS) && !word.is_one_of(&RANKS)
}

pub(super) fn is_first_name(word: &Word) -> bool {
    word.is_capital() && fact_word::of(word).is(Role::FirstName)
}

#[cfg(test)]
mod tests {
    use crate::ling::{Reading, SourceKind};

    #[test]
    fn what_a_name_is_by_its_form() {
        for (text, kinds) in [
            ("The bank’s chief market analyst said no.", &[SourceKind::Role][..]),
            ("Quill & Sons said no. The charity Lyria Walkers said no.", &[SourceKind::Institution; 2]),
            ("Ann Lee & Bo Rae said no. Ann MacRae said no.", &[SourceKind::Named; 2]),
            ("QuillStop said no. The Centers for Lyria said no.", &[SourceKind::Institution; 2]),
            ("MacRae said no. McRae said it twice.", &[SourceKind::Named; 2]),
            ("The firm is old. Company CEO Ann Lee said no. Lee said it twice.", &[SourceKind::Named]),
            ("Farrow said no. It is owned by Farrow Capital.", &[SourceKind::Institution]),
            ("The Quill Church, a sect, said no. The Quill Church said it twice.", &[SourceKind::Institution]),
            ("The Boston Globe said no. The Globe said it twice.", &[SourceKind::Outlet]),
        ] {
            let reading = Reading::new(text);
            let sources = reading.articles().flat_map(|it| it.sources.to_vec());
            assert_eq!(sources.map(|it| it.kind).collect::<Vec<_>>(), kinds, "{text}");
        }
    }
}
