//! The people whom an article names, and what it calls them.

use std::ops::Range;

use crate::text::{Document, Sentence, Span, lower};

use super::super::KeyIndex;
use super::super::article::Article;
use super::super::attribution::SourceKind;
use super::super::lexicon::Class;
use super::super::pos::Pos;
use super::super::spelling::are_alike;
use super::super::verb::Frames;
use super::super::word::{Classes, Shape, Word, key, key_of, key_of_stem, keys_of};
use super::Description;
use super::Text;
use super::gender::{self, Gender};
use super::name::{is_first_name, is_title};

/// People of one surname who are told apart; more are no news.
const LARGEST_FAMILY: usize = 16;
/// How far behind a name its description goes, in tokens.
const LONGEST_DESCRIPTION: usize = 16;

const COMMA: u32 = key_of(",");

/// How many capitals a name has at most.
const LONGEST_NAME: usize = 8;

/// Everybody named in an article.
#[derive(Debug, Default)]
pub(super) struct Cast {
    /// The fullest form of each name, in tokens.
    pub(super) people: Vec<Range<usize>>,
    pub(super) genders: Vec<Option<Gender>>,
    /// Where the text first says what each of them does, in tokens.
    pub(super) roles: Vec<Option<Range<usize>>>,
    /// Nouns of people brought in as one of many (*a clerk*), and where first.
    introduced: KeyIndex,
    /// By the last word of the name: the first person who has it.
    by_surname: KeyIndex,
    /// By person: the next one of the same surname.
    namesakes: Vec<Option<usize>>,
    /// Who was called by a noun, and from which token on.
    calls: Vec<(usize, usize)>,
    /// The last call by each noun: *spokesman*, *cleric*.
    by_noun: KeyIndex,
}

impl Cast {
    /// Reads the names in the prose of an article, and the nouns beside them.
    pub(super) fn read(text: Text<'_>, article: &Article) -> Self {
        /// So many are named in most articles.
        const FEW: usize = 16;
        let (people, genders, namesakes) = (Vec::with_capacity(FEW), Vec::with_capacity(FEW), Vec::with_capacity(FEW));
        let (by_surname, by_noun) = (KeyIndex::with_room(FEW), KeyIndex::with_room(FEW));
        let mut cast = Self { people, genders, namesakes, by_surname, by_noun, ..Self::default() };
        for block in article.blocks.iter().filter(|block| block.kind.is_prose()) {
            let paragraph = &text.document.paragraphs()[block.paragraph];
            for sentence in &text.document.sentences()[paragraph.sentences.clone()] {
                cast.read_sentence(text, sentence);
            }
        }
        cast
    }

    fn read_sentence(&mut self, text: Text<'_>, sentence: &Sentence) {
        let mut at = sentence.tokens.start;
        // Most words are neither.
        let may_name = |it: &Word| it.is_capital() | it.is(Class::PersonNoun);
        while let Some(step) = text.words[at..sentence.tokens.end].iter().position(may_name) {
            at += step;
            self.introduce(text, sentence, at);
            let end = name_end(text, at, sentence.tokens.end);
            // A name has a title, a post or another name beside it.
            if end - at > 1
                && let Some(name) = person_in(text, at..end, sentence)
            {
                let person = self.add(text, name.clone());
                self.note_before(text, person, sentence.tokens.start, name.clone());
                self.note_behind(text, person, end, sentence.tokens.end);
            }
            at = end;
        }
    }

    /// *a former clerk*: keeps the noun.
    fn introduce(&mut self, text: Text<'_>, sentence: &Sentence, at: usize) {
        let word = text.words[at];
        if !word.is(Class::PersonNoun) || word.is_capital() {
            return;
        }
        let low = sentence.tokens.start.max(at.saturating_sub(4));
        const ONE: [u32; 4] = keys_of(["a", "an", "one", "another"]);
        if text.words[low..at].iter().any(|it| it.is_one_of(&ONE)) {
            self.introduced.get_or_insert(word.key, at);
        }
    }

    /// Whether the noun was brought in before the token `at` as one of many.
    pub(super) fn is_introduced(&self, noun: u64, at: usize) -> bool {
        self.introduced.get(noun).is_some_and(|first| first < at)
    }

    /// Returns the number of the person with this name, new or known.
    pub(super) fn add(&mut self, text: Text<'_>, name: Range<usize>) -> usize {
        let surname = family_key(text, surname_of(text, &name));
        let gender = gender::of_name(text, &name);
        let (new, name_is_full) = (self.people.len(), name.len() > 1);
        let mut last = None;
        let mut next = self.by_surname.get(surname);
        let mut is_known = false;
        for _ in 0..LARGEST_FAMILY {
            let Some(known) = next else { break };
            is_known = !self.is_another(text, known, &name, gender);
            if is_known {
                break;
            }
            (last, next) = (next, self.namesakes[known]);
        }
        next = next.filter(|&it| is_known || !self.is_another(text, it, &name, gender));
        if let Some(known) = next {
            if self.people[known].len() < name.len() {
                self.people[known] = name;
            }
            // *Mr Pell* may be any of them.
            if last.is_none() && self.namesakes[known].is_none() || name_is_full {
                self.genders[known] = self.genders[known].or(gender);
            }
            return known;
        }
        self.people.push(name);
        self.genders.push(gender);
        self.namesakes.push(None);
        match last {
            Some(last) => self.namesakes[last] = Some(new),
            None => self.by_surname.insert(surname, new),
        }
        new
    }

    /// Whether the name cannot be that of the person: *Mr Pell*, *Mrs Pell*; *Omar Pell*, *Ada Pell*.
    pub(super) fn is_another(
        &self,
        text: Text<'_>,
        person: usize,
        name: &Range<usize>,
        gender: Option<Gender>,
    ) -> bool {
        let known = self.genders[person];
        known.is_some() && gender.is_some() && known != gender || are_two(text, &self.people[person], name)
    }

    /// Everybody who has the surname of this person and comes behind it.
    pub(super) fn namesakes(&self, person: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.namesakes[person], |&it| self.namesakes[it]).take(LARGEST_FAMILY)
    }

    /// *spokesman Tom Arlen*, *President Pell*; *its chairman, Tom Arlen,*.
    fn note_before(&mut self, text: Text<'_>, person: usize, start: usize, name: Range<usize>) {
        let is_comma = |at: usize| text.words.get(at).is_some_and(|it| it.has_key(COMMA));
        // *After a call with the chairman, Tom Arlen, a nurse,*: another.
        let is_owned = |it: &Word| it.possessive || it.is(Class::Possessive);
        let low = start.max(name.start.saturating_sub(5));
        let is_whole = low == start && text.words[start].is(Class::Determiner);
        let is_role = is_whole || text.words[low..name.start].iter().any(is_owned);
        let is_between = name.start > start && is_role && is_comma(name.start - 1) && is_comma(name.end);
        let name = name.start - usize::from(is_between);
        // *Sen. Ann Lee*; whom *the senator* means it does not tell.
        let is_short = |at: &usize| *at >= start && text.str(at + 1) == "." && text.words[*at].is(Class::Title);
        let short = name.checked_sub(2).filter(is_short).unwrap_or(name);
        let is_told = short < name && full_title(text.str(short)).is_some_and(is_post);
        let mut role = if is_told { short..name } else { name..name };
        for at in (start.max(name.saturating_sub(4))..short).rev() {
            let is_role = self.note(text, person, at);
            // *Secretary of State Tom Arlen*
            let joins = || at > start && text.is_any(at, "of") && text.words[at - 1].is(Class::OfficeNoun);
            if !is_role && (!text.words[at].is_capital() || text.words[at].possessive) && !joins() {
                break;
            }
            if is_role {
                role = at..name;
            }
        }
        self.tell(person, role);
    }

    /// *Tom Arlen, a spokesman for the mayor,*; *Tom Arlen is a cleric*.
    fn note_behind(&mut self, text: Text<'_>, person: usize, end: usize, last: usize) {
        let last = last.min(end + LONGEST_DESCRIPTION);
        if end >= last {
            return;
        }
        let opens = matches!(text.str(end), "," | "(" | "—" | "–") || is_copula(text, end, last);
        // *Its chair, Jane Doe, accused him*: the sentence goes on.
        let goes_on = || {
            let verb = text.words[end + 1].pos;
            let verb_tells = text.words[end + 1].frames.is(Frames::TELL);
            let next = text.words[end + 2];
            // *Its chair, Jane Doe, told nurses so*
            let object = verb_tells || next.is_capital() || next.pos.is(Pos::PRON.or(Pos::DET).or(Pos::POSS));
            text.str(end) == "," && verb.is(Pos::PAST) && !verb.is(Pos::NOUN.or(Pos::ADJ)) && object
        };
        // *According to Ann Lee, she is a nurse*
        let is_clause = || text.is_any(end + 1, "i he she it they we you");
        if !opens || end + 2 < last && (goes_on() || is_clause()) {
            return;
        }
        let mut role = end + 1..end + 1;
        const WORDS: [u32; 5] = keys_of(["who", "that", "which", "said", "says"]);
        const MARKS: [u32; 3] = keys_of([",", ")", ";"]);
        for at in end + 1..last {
            let word = &text.words[at];
            let is_mark = word.shape == Shape::Punct;
            let ends = if is_mark { at > end + 1 && word.is_one_of(&MARKS) } else { word.is_one_of(&WORDS) };
            if ends {
                break;
            }
            if self.note(text, person, at) {
                role.end = at + 1;
            }
        }
        self.tell(person, role);
    }

    /// Keeps where a role is first told.
    fn tell(&mut self, person: usize, role: Range<usize>) {
        if !role.is_empty() {
            self.roles.resize(self.people.len(), None);
            self.roles[person].get_or_insert(role);
        }
    }

    /// Whether the token is a noun for a person, and so noted.
    pub(super) fn note(&mut self, text: Text<'_>, person: usize, at: usize) -> bool {
        let word = text.words[at];
        let is_noun =
            word.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun, Class::KinNoun, Class::CollectiveNoun]);
        let is_title = word.is(Class::Title) && word.is_capital();
        // *since the death of Queen Ann*: the queen is another by now.
        // *as under Prime Minister Ann Lee*
        let before = at.saturating_sub(1 + usize::from(at > 0 && text.is_any(at - 1, "prime")));
        let is_gone = at > 1
            && (text.is_any(before, "late under")
                || text.is_any(at - 1, "of") && text.is_any(at - 2, "assassination death funeral killing murder"));
        if (is_noun || is_title) && !word.is(Class::Plural) && !is_gone {
            let is_short = word.is_capital() && text.document.tokens()[at].span.len() <= "Capt".len();
            let full = is_short.then(|| full_title(text.str(at))).flatten();
            let noun = full.map_or(word.key, key);
            self.by_noun.insert(noun ^ other_post(text, at), self.calls.len());
            self.calls.push((person, at));
            // *Insp Ann Lee*
            return is_noun || full.is_some_and(is_post);
        }
        is_noun
    }

    /// What a name alone is, by the rest of the article: *May*, of *Theresa May*; a firm, of *Quill customers*.
    pub(super) fn reread(&self, text: Text<'_>, span: Span, description: &mut Description) {
        let tokens = text.document.tokens_in(span);
        let (at, word) = (tokens.start, text.words[tokens.start]);
        if tokens.len() != 1 || word.shape != Shape::Capital {
            return;
        }
        match (self.called_by(family_key(text, at)), description.kind) {
            (Some(known), SourceKind::Nobody | SourceKind::Institution | SourceKind::Unnamed) => {
                let name = &self.people[known];
                let first = &text.words[name.start];
                // *Rev. Tev Walker*
                let is_new = description.kind == SourceKind::Unnamed && first.classes == Classes::default();
                if name.len() > 1 && (is_first_name(first) || is_new) && !word.is(Class::Plural) {
                    *description =
                        Description { kind: SourceKind::Named, name: Some(tokens), ..Description::default() };
                }
            }
            (None, SourceKind::Named) if !is_first_name(&word) && is_firm(text, word.key) => {
                description.kind = SourceKind::Institution;
            }
            _ => {}
        }
    }

    /// *Pat*, of *Pat Gray*, where nobody else is called so.
    pub(super) fn by_first_name(&self, text: Text<'_>, at: usize) -> Option<usize> {
        let is_his = |it: &usize| {
            let name = &self.people[*it];
            name.len() > 1 && text.words[name.start].key == text.words[at].key
        };
        let mut found = (0..self.people.len()).filter(is_his);
        let only = found.next().filter(|_| is_first_name(&text.words[at]))?;
        found.next().is_none().then_some(only)
    }

    /// Who has this surname.
    pub(super) fn called_by(&self, surname: u64) -> Option<usize> {
        self.by_surname.get(surname)
    }

    /// Who was called so before the token `at`: the spokesman, the cleric.
    pub(super) fn called(&self, text: Text<'_>, noun: u64, at: usize) -> Option<usize> {
        let found = self.by_noun.get(noun ^ other_post(text, at));
        found.map(|it| self.calls[it]).filter(|&(_, since)| since < at).map(|(person, _)| person)
    }
}

/// *Quill customers*, *Quill Capital*, *shares in Quill*, *the retailer Quill*, *Quill said its boats*
fn is_firm(text: Text<'_>, name: u64) -> bool {
    const OWNED: &str = "branches customers headquarters shareholders shares stores";
    const FIRMS: &str = "bank capital co corp energy holdings inc investments ltd motors securities technologies";
    const KINDS: &str = "airline carmaker giant insurer maker retailer supermarket";
    let is_so = |at: usize| {
        text.is_any(at + 1, OWNED)
            || text.is_any(at + 1, "said says") && text.is_any(at + 2, "its")
            || text.is_any(at + 1, FIRMS) && text.words[at + 1].is_capital()
            || at > 1 && text.is_any(at - 1, KINDS)
            || at > 1 && text.is_any(at - 1, "in of") && text.is_any(at - 2, "shares")
    };
    text.words.iter().enumerate().any(|(at, it)| it.key == name && it.is_capital() && is_so(at))
}

/// *the shadow chancellor*, *a former mayor*: what makes another post of it, or nothing.
fn other_post(text: Text<'_>, at: usize) -> u64 {
    const OTHERS: [u32; 5] = keys_of(["shadow", "former", "deputy", "vice", "assistant"]);
    let before = at.checked_sub(1).map(|it| text.words[it]);
    before.filter(|it| it.is_one_of(&OTHERS) && text.words[at].is(Class::OfficeNoun)).map_or(0, |it| it.key)
}

/// *Omar Pell*, *Ada Pell*: one surname, and no first name that could be the same.
fn are_two(text: Text<'_>, one: &Range<usize>, other: &Range<usize>) -> bool {
    let given = |name: &Range<usize>| name.start..surname_of(text, name);
    let is_full = |name: &Range<usize>| name.len() > 1 && !given(name).is_empty();
    let shares = |at: usize| given(other).any(|it| text.words[it].key == text.words[at].key);
    is_full(one)
        && is_full(other)
        && !given(one).any(shares)
        && !may_be_one(&lower(text.str(one.start)), &lower(text.str(other.start)))
}

/// *J*, *Jon*, *Jonathan*; *Kate*, *Katie*; *Mohamed*, *Muhammad*.
fn may_be_one(one: &str, other: &str) -> bool {
    let stem =
        |name: &str| Some(name.trim_end_matches(['e', 'i', 'y']).len()).filter(|it| *it > 2).unwrap_or(name.len());
    let is_initial = one.len().min(other.len()) < 3 || one.contains('.') || other.contains('.');
    is_initial && one.chars().next() == other.chars().next()
        || one.starts_with(other)
        || other.starts_with(one)
        || one[..stem(one)] == other[..stem(other)]
        || are_alike(one, other)
}

/// *is a cleric*, not *is accused of*.
fn is_copula(text: Text<'_>, at: usize, last: usize) -> bool {
    const IS: [u32; 2] = keys_of(["is", "was"]);
    const ARTICLES: [u32; 3] = keys_of(["a", "an", "the"]);
    at + 1 < last && text.words[at].is_one_of(&IS) && text.words[at + 1].is_one_of(&ARTICLES)
}

/// *Sen.* is a senator.
fn full_title(short: &str) -> Option<&'static str> {
    const TITLES: &str = "Sen senator|Gov governor|Rep representative|Gen general|Col colonel|Capt captain|Lt \
        lieutenant|Sgt sergeant|Prof professor|Dr doctor|Rev reverend|Adm admiral|Det detective|Insp \
        inspector|Supt superintendent|Cllr councillor|Coun councillor|DCI inspector|Maj major|Cpl corporal";
    TITLES.split('|').find_map(|it| it.strip_prefix(short)?.strip_prefix(' '))
}

/// What *Dr* does is not told.
fn is_post(title: &str) -> bool {
    !matches!(title, "doctor" | "reverend")
}

/// The end of the run of capitals at `at`, which has one word at least.
fn name_end(text: Text<'_>, at: usize, last: usize) -> usize {
    let words = text.words;
    let last = if words[at].is_capital() { last.min(at + LONGEST_NAME) } else { at };
    let mut end = at + 1;
    const PARTICLES: [u32; 9] = keys_of(["de", "van", "von", "der", "al", "bin", "ibn", "el", "."]);
    while end < last && !words[end - 1].possessive {
        let joins = || {
            end + 1 < last
                && words[end + 1].is_capital()
                && words[end].is_one_of(&PARTICLES)
                && (text.str(end) != "." || words[end - 1].is(Class::Title) || text.str(end - 1).len() == 1)
        };
        if !words[end].is_capital() && !joins() {
            break;
        }
        end += 1;
    }
    end
}

/// The part of a run of capitals that is a person's name, if there is one.
fn person_in(text: Text<'_>, run: Range<usize>, sentence: &Sentence) -> Option<Range<usize>> {
    const NO_NAME: &[Class] = &[
        Class::Determiner,
        Class::Pronoun,
        Class::Preposition,
        Class::Conjunction,
        Class::Demonym,
        Class::Weekday,
        Class::Month,
        Class::Auxiliary,
    ];
    let words = text.words;
    let last = words[run.end - 1];
    if last.classes.has_any(&[Class::Institution, Class::Body, Class::Place]) {
        return None;
    }
    // *Culture Minister Ann Lee*: all up to the last word for what she is.
    let is_post = |at: &usize| words[*at].classes.has_any(&[Class::OfficeNoun, Class::PersonNoun, Class::Title]);
    // *Ambassador to the United Nations Ann Lee*
    let is_body = |at: &usize| *at > run.start && words[*at].is(Class::Body) && is_first_name(&words[*at + 1]);
    let post = (run.start..run.end.saturating_sub(2)).rev().find(|at| is_post(at) || is_body(at));
    // *the United States Tev Rae*
    let first = run.start + if run.len() > 3 && text.is_any(run.start, "united") { 2 } else { 0 };
    let mut start = post.map_or(first, |it| it + 1);
    let mut has_title = false;
    while start < run.end {
        let word = words[start];
        let is_title = is_title(&word);
        let skip = is_title
            || word.classes.has_any(NO_NAME)
            || word.is(Class::Place)
            || word.is(Class::Body)
            || text.str(start) == ".";
        if !skip {
            break;
        }
        has_title |= word.is(Class::Title);
        start += 1;
    }
    let opens = run.start == sentence.tokens.start;
    let enough = run.end - start >= 2 || has_title && run.end > start || start > run.start && run.end > start && !opens;
    enough.then_some(start..run.end)
}

/// The last word of a name, before *Jr.* and the like.
pub(super) fn surname_of(text: Text<'_>, name: &Range<usize>) -> usize {
    const TAILS: [u32; 8] = keys_of(["jr", "sr", "ii", "iii", "iv", ".", ",", "\""]);
    // None has as many letters as most names.
    let is_tail = |at: usize| text.document.tokens()[at].span.len() <= "iii.".len() && text.words[at].is_one_of(&TAILS);
    name.clone().rev().find(|&at| !is_tail(at)).unwrap_or(name.end - 1)
}

/// *Khayyat*, also of *al-Khayyat*.
pub(super) fn family_key(text: Text<'_>, at: usize) -> u64 {
    match text.str(at).as_bytes() {
        [b'a' | b'A' | b'e' | b'E', b'l', b'-', ..] => key_of_stem(&text.str(at)[3..]),
        _ => text.words[at].key,
    }
}

/// The words of a name as they stand in the text, without a possessive ending.
pub(super) fn name_text<'d>(document: &'d Document, name: &Range<usize>) -> &'d str {
    let tokens = document.tokens();
    let text = &document[tokens[name.start].span.to(tokens[name.end - 1].span)];
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use crate::ling::{Reading, SourceKind};

    #[test]
    fn a_former_mayor_is_not_the_mayor() {
        let voices = |text: &str| Reading::new(text).articles().flat_map(|it| it.sources.to_vec()).count();
        assert_eq!(voices("Ann Lee, the former mayor, said no. The mayor said yes."), 2);
        assert_eq!(voices("Ann Lee, the shadow chancellor, said no. The shadow chancellor said it twice."), 1);
        assert_eq!(voices("Ann Lee, the mayor, said no. The mayor said it twice."), 1);
        assert_eq!(voices("Mayor Ann Lee said no. It was so under Mayor Bo Rae. The mayor said it twice."), 1);
        assert_eq!(voices("Her father, retired teacher Tom Lee, said no. Lee said it twice."), 1);
        assert_eq!(
            voices("Queen Ann said no. It rained at the funeral of Queen Mary. “It is wet,” the queen said."),
            1
        );
    }

    #[test]
    fn a_name_alone() {
        for (text, kinds) in [
            ("Theresa May said no. “It is wet,” May said.", &[SourceKind::Named][..]),
            ("Ann Walker said no. “It is wet,” Walker said.", &[SourceKind::Named]),
            ("“It is wet,” said Pat Gray, a nurse. “It is late,” Pat said.", &[SourceKind::Named]),
            ("Shares in Quill fell. Quill said no. Farrow said no.", &[SourceKind::Institution, SourceKind::Named]),
            ("Quill said its boats are late. Farrow said no.", &[SourceKind::Institution, SourceKind::Named]),
            ("WTRN TV8 said no.", &[SourceKind::Institution]),
            ("The Lyria Ferry Board (LFB) said no. The LFB said it twice.", &[SourceKind::Institution]),
            ("Rev. Tev Walker came. “It is wet,” Walker said.", &[SourceKind::Named]),
            ("Ambassador to the United Nations Ann Lee said no. Lee said it twice.", &[SourceKind::Named]),
            ("South Korea said no.", &[SourceKind::Institution]),
            ("Additional Commissioner of Police Ann Rae said no. Rae said it twice.", &[SourceKind::Named]),
        ] {
            let reading = Reading::new(text);
            let sources = reading.articles().flat_map(|it| it.sources.to_vec());
            assert_eq!(sources.map(|it| it.kind).collect::<Vec<_>>(), kinds, "{text}");
        }
    }
}
