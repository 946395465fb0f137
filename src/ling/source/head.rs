//! The noun phrase of a source: its determiner and its head.

use std::ops::Range;
use std::sync::LazyLock;

use super::super::attribution::SourceKind;
use super::super::fact_word::{self, Role};
use super::super::lexicon::Class;
use super::super::word::{Classes, Shape, Word, is_one_of, key_of, keys_of};
use super::super::{KeyIndex, WordSet};
use super::{Description, Determiner, Text, outlet_at};

/// How many tokens of a source phrase are read.
const LONGEST: usize = 48;

pub(super) const NOUNS: &[Class] = &[
    Class::PersonNoun,
    Class::OfficeNoun,
    Class::CollectiveNoun,
    Class::KinNoun,
    Class::Institution,
    Class::DocumentNoun,
];

/// Words that [`Phrase::pronoun`] knows, apart from those of its classes.
static PRONOUNS: WordSet = WordSet::new(
    "someone somebody everyone everybody anyone anybody nobody no-one those others some many several another one both \
    neither each all few most half",
);

/// Words that [`Phrase::determiner`] knows.
const DETERMINERS: [(Determiner, &str); 4] = [
    (Determiner::Definite, "the this these those that both"),
    (Determiner::Single, "a an another one"),
    (Determiner::Some, "some several various certain numerous"),
    (
        Determiner::Many,
        "many most all more no enough other much fewer such few hundreds thousands million millions any either neither \
         each every",
    ),
];

static DETERMINER_KEYS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&DETERMINERS));

/// Words that [`Phrase::skip_quantity`] knows, apart from numbers.
static QUANTITIES: WordSet = WordSet::new("of few dozen couple handful percent per cent % in out other many more such");

/// Words before a source phrase that are no part of it.
static LEADS: WordSet = WordSet::new(
    "by to from among with for of and but even perhaps only not also at least about nearly almost as that while \
    although though because when where what if than then however meanwhile so including just in",
);

/// Words that count people before *of*: *a group of*.
static COLLECTORS: WordSet = WordSet::new(
    "group groups number pair couple handful series chorus array range variety team bevy host slew majority dozen \
    dozens score scores hundreds thousands lot lots bunch trio circle cadre crowd panel plethora raft string \
    cross-section coalition minority quarter third half percent percentage share crew gathering list pool",
);

/// Words behind a noun that begin to say more of it.
static POSTMODIFIERS: WordSet = WordSet::new(
    "familiar close briefed present involved named called knowledgeable aware privy here there alike themselves \
    himself herself today now such loyal opposed critical responsible based authorized authorised directly calling \
    speaking working who whom whose which that identified known quoted cited contacted interviewed reached not also \
    later then still both sympathetic hostile worried eager allied aligned including nationwide elsewhere inside \
    worldwide alone again never often once only led made held sent seen brought paid written given taken drawn run",
);

const HALF: u32 = key_of("half");
const OF: u32 = key_of("of");
const THAN: u32 = key_of("than");
const THE: u32 = key_of("the");

pub(super) struct Phrase<'d> {
    pub(super) text: Text<'d>,
    pub(super) tokens: Range<usize>,
}

/// The phrase without what follows its head.
pub(super) struct Core {
    pub(super) determiner: Determiner,
    /// From behind the determiner up to and including the head.
    pub(super) tokens: Range<usize>,
    /// Where reading stopped.
    pub(super) end: usize,
}

impl<'d> Phrase<'d> {
    pub(super) fn new(text: Text<'d>, tokens: Range<usize>) -> Self {
        let end = tokens.end.min(tokens.start + LONGEST).min(text.words.len());
        Self { text, tokens: tokens.start.min(end)..end }
    }

    pub(super) fn read(&self) -> Description {
        let start = self.skip_lead(self.tokens.start);
        let mut description = Description { head: Some(start), ..Description::default() };
        if start >= self.tokens.end {
            return Description::default();
        }
        if let Some(found) = self.outlet(start) {
            return found;
        }
        if let Some(kind) = self.pronoun(start) {
            description.kind = kind;
            const ONE: [u32; 4] = keys_of(["one", "another", "someone", "somebody"]);
            let word = self.text.words[start];
            let is_one = word.is_one_of(&ONE);
            let name = || self.example(start + 1).or_else(|| is_one.then(|| self.name_behind(start + 1))?);
            if kind == SourceKind::Unnamed
                && let Some(name) = name()
            {
                return Description { kind: SourceKind::Named, name: Some(name), ..description };
            }
            description.is_plural = self.text.is_any(start, "they we others some many several both");
            description.is_described = self.tokens.end > start + 2;
            if kind == SourceKind::Unnamed {
                description.determiner = if is_one { Determiner::Single } else { Determiner::Some };
            }
            return description;
        }
        self.noun_phrase(self.core(start))
    }

    fn noun_phrase(&self, core: Core) -> Description {
        let determiner = core.determiner;
        let Some(head) = core.tokens.clone().next_back() else {
            let comma = self.tokens.clone().take(6).find(|&at| self.text.str(at) == ",");
            let is_pronoun = |end: usize| self.text.words[end - 1].is(Class::Pronoun);
            let kind = match determiner {
                Determiner::Many | Determiner::Number => SourceKind::Group,
                Determiner::Definite | Determiner::Owned => SourceKind::Role,
                // *one of them*; *one of them, Lyria Mills*; *one of them, Ann Lee*
                Determiner::Single if is_pronoun(self.tokens.end) => SourceKind::Unnamed,
                Determiner::Single if comma.is_some_and(is_pronoun) => SourceKind::Institution,
                Determiner::Bare | Determiner::Single => SourceKind::Nobody,
                Determiner::Some => SourceKind::Unnamed,
            };
            if let Some(name) = comma.and_then(|at| self.name_behind(at)) {
                return Description { kind: SourceKind::Named, name: Some(name), determiner, ..Description::default() };
            }
            return Description {
                kind,
                head: Some(self.tokens.start),
                determiner,
                is_plural: determiner != Determiner::Single,
                ..Description::default()
            };
        };
        let mut description = Description {
            kind: SourceKind::Institution,
            head: Some(head),
            name: None,
            determiner,
            is_plural: self.is_plural(head),
            is_described: core.tokens.len() > 1 || core.end < self.tokens.end,
        };
        if self.is_people(&core, head) {
            return Description { kind: SourceKind::Group, ..description };
        }
        if self.is_proper(&core, head) {
            let name = self.name_back(core.tokens.start, head);
            // *the union Verda*
            let is_body = name.start.checked_sub(1).filter(|&at| at >= self.tokens.start).is_some_and(|at| {
                let word = self.text.words[at];
                word.shape == Shape::Lower
                    && word.is(Class::Institution)
                    && !word.is(Class::PersonNoun)
                    && !self.text.is(name.start, Class::OfficeNoun)
            });
            description.kind = if is_body { SourceKind::Institution } else { self.kind_of_name(&name) };
            let is_person = description.kind == SourceKind::Named;
            description.name = Some(if is_person { self.without_title(name) } else { name });
            return description;
        }
        description.kind = self.kind_of_noun(&core, head);
        if matches!(description.kind, SourceKind::Unnamed | SourceKind::Role | SourceKind::Group)
            && let Some(name) = self.apposed(head, core.end).or_else(|| self.first_name_behind(&core, head))
        {
            description.kind = SourceKind::Named;
            description.name = Some(name);
        }
        // *the cox, Ann Lee*: a noun that no list has.
        if self.text.words[head].classes == Classes::default()
            && matches!(determiner, Determiner::Definite | Determiner::Owned)
            && let Some(name) = self.name_behind(core.end).filter(|it| self.is_last_but_age(it.end))
            && fact_word::of(&self.text.words[name.start]).is_any(&[Role::FirstName, Role::Title])
        {
            description.kind = SourceKind::Named;
            description.name = Some(name);
        }
        description
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.text.is(at, Class::Plural)
            || self.text.words[at].is_one_of(words!["people", "police"])
            || self.text.str(at).ends_with(['s', 'n'])
                && !self.text.words[at].classes.has_any(NOUNS)
                && self.person_by_form(at) == Some(true)
    }

    /// Skips marks, prepositions and adverbs before the phrase.
    fn skip_lead(&self, from: usize) -> usize {
        let is_lead = |at: usize| {
            let word = self.text.words[at];
            // *more than a dozen officials*
            let is_bound = || at + 2 < self.tokens.end && self.text.is_word(at + 1, THAN);
            let is_half =
                || at + 3 < self.tokens.end && self.text.is_word(at, HALF) && self.text.is_any(at + 2, "dozen");
            word.shape == Shape::Punct || LEADS.has(word.key) && at + 1 < self.tokens.end || is_bound() || is_half()
        };
        let from = self.behind_address(from).or_else(|| self.behind_participle(from)).unwrap_or(from);
        let start = (from..self.tokens.end).find(|&at| !is_lead(at)).unwrap_or(self.tokens.end);
        // *interviews with officials*: the officials speak.
        const TALKS: [u32; 3] = keys_of(["interviews", "conversations", "talks"]);
        let talks = start + 2 < self.tokens.end
            && self.text.words[start].is_one_of(&TALKS)
            && self.text.is_any(start + 1, "with");
        if talks { start + 2 } else { start }
    }

    /// *Sir, – Dr Lee says*: a letter to the editor.
    fn behind_address(&self, from: usize) -> Option<usize> {
        const ADDRESSES: [u32; 3] = keys_of(["sir", "madam", "editor"]);
        let is_address = from + 1 < self.tokens.end && self.text.words[from].is_one_of(&ADDRESSES);
        (is_address && self.text.str(from + 1) == ",").then_some(from + 2)
    }

    /// *Recording a verdict, the coroner, Ann Lee*: what she did as she spoke.
    fn behind_participle(&self, from: usize) -> Option<usize> {
        let opens = from + 3 < self.tokens.end && self.text.str(from).ends_with("ing") && self.opens_sentence(from);
        let goes_on = opens && self.text.words[from + 1].classes.has_any(&[Class::Determiner, Class::Preposition]);
        let comma = (from + 2..self.tokens.end - 1).find(|&at| self.text.str(at) == ",").filter(|_| goes_on);
        comma.map(|at| at + 1)
    }

    /// A newsroom, or its reporter: *Sky News*, *the Reuters witness*.
    fn outlet(&self, start: usize) -> Option<Description> {
        const ARTICLES: [u32; 3] = keys_of(["the", "a", "an"]);
        let word = self.text.words[start];
        // *Cleveland’s Plain Dealer*
        let is_article =
            word.is_one_of(&ARTICLES) && self.text.is(start, Class::Determiner) || word.possessive && word.is_capital();
        let article = usize::from(is_article && start + 1 < self.tokens.end);
        let behind_article = || (article > 0).then(|| outlet_at(self.text.words, start + article))?;
        let found = outlet_at(self.text.words, start).or_else(behind_article);
        let end = found.filter(|&end| end <= self.tokens.end)?;
        let mut behind = end..self.tokens.end.min(end + 4);
        let person =
            behind.clone().find(|&at| self.text.words[at].classes.has_any(&[Class::PersonNoun, Class::OfficeNoun]));
        let has_name = behind.any(|at| self.text.words[at].is_capital());
        let described = Description { head: Some(end - 1), name: Some(start..end), ..Description::default() };
        match person {
            Some(_) if has_name => None,
            Some(head) => {
                let kind = SourceKind::Unnamed;
                let determiner = self.determiner(start);
                Some(Description { kind, head: Some(head), name: None, determiner, is_described: true, ..described })
            }
            None if self.tokens.end > end && self.text.words[end].is_capital() => None,
            None if (end..self.tokens.end.min(end + 4)).any(|at| self.text.is(at, Class::DocumentNoun)) => {
                Some(Description { kind: SourceKind::Document, is_described: true, ..described })
            }
            None => Some(Description { kind: SourceKind::Outlet, ..described }),
        }
    }

    /// *he*, *others*, *those close to her*.
    fn pronoun(&self, start: usize) -> Option<SourceKind> {
        let word = self.text.words[start];
        let next = start + 1;
        let is_last = |at: usize| at >= self.tokens.end || self.stops(at) || self.text.is(at, Class::Auxiliary);
        if word.has_key(THE) {
            let points_back = "other others two three latter rest";
            let is_alone = next < self.tokens.end && self.text.is_any(next, points_back) && is_last(next + 1);
            return is_alone.then_some(SourceKind::Pronoun);
        }
        let is_listed = PRONOUNS.has(word.key);
        if !is_listed && !word.classes.has_any(&[Class::Pronoun, Class::Possessive]) {
            return None;
        }
        let of = next < self.tokens.end && self.text.is_word(next, OF);
        let ends = is_last(next) && !of;
        let first = self.text.str(start);
        let is = |words: &str| is_listed && is_one_of(first, words);
        if is("someone somebody") {
            return Some(SourceKind::Unnamed);
        }
        if is("everyone everybody anyone anybody nobody no-one") {
            return Some(SourceKind::Group);
        }
        if is("those") {
            let kind = if self.is_near(next) { SourceKind::Unnamed } else { SourceKind::Group };
            return ends.then_some(kind);
        }
        if is("others some many several another one") {
            let is_share = next < self.tokens.end && self.is_share(next);
            let kind = if is_share { SourceKind::Group } else { SourceKind::Unnamed };
            return ends.then_some(kind);
        }
        if is("both neither each all few most half") {
            return ends.then_some(SourceKind::Group);
        }
        // *told her a bridge*: the object of the verb before.
        let is_object = next < self.tokens.end && self.text.is_any(next, "a an the");
        let is_alone = (next >= self.tokens.end || is_object) && self.text.is(start, Class::Possessive);
        let is_pronoun = self.text.is(start, Class::Pronoun) || is_alone;
        (is_pronoun && (ends || !self.text.is(start, Class::Determiner))).then_some(SourceKind::Pronoun)
    }

    fn core(&self, start: usize) -> Core {
        let mut determiner = self.determiner(start);
        let mut from = self.skip_quantity(start + usize::from(self.opens(start)), &mut determiner);
        let mut at = from;
        while at < self.tokens.end {
            if self.owns(at, start) {
                determiner = match determiner {
                    Determiner::Some | Determiner::Many | Determiner::Number => determiner,
                    _ => Determiner::Owned,
                };
                from = at + 1;
            } else if at > start && self.collects(at) {
                determiner = self.collected(determiner, at);
                from = self.skip_quantity(at + 2 + usize::from(self.opens(at + 2)), &mut determiner);
                at = from;
                continue;
            } else if self.stops(at) && !self.joins(at, from, determiner) && !self.is_adjective(at, from)
                || self.is_participle(at, from)
            {
                break;
            }
            at += 1;
        }
        let end = at.min(self.tokens.end);
        let from = from.min(end);
        Core { determiner, tokens: from..self.last_noun(from, end), end }
    }

    /// *Kiel’s*, *the officials’*: what follows is owned.
    fn owns(&self, at: usize, start: usize) -> bool {
        let apostrophe = at > start
            && self.text.words[at].shape == Shape::Punct
            && matches!(self.text.str(at), "'" | "’")
            && !self.text.document.tokens()[at].spaced
            && self.text.str(at - 1).ends_with('s');
        at + 1 < self.tokens.end && (apostrophe || self.text.words[at].possessive && !self.text.is_any(at, "it's"))
    }

    /// *two outside groups*; a mark before the first word.
    fn is_adjective(&self, at: usize, from: usize) -> bool {
        let is_first = at == from && at + 1 < self.tokens.end;
        let opens = self.text.words[at].shape == Shape::Punct;
        is_first && (opens || self.text.is_any(at, "outside inside past near off like close")) || self.is_in_owner(at)
    }

    /// *a union representing nurses*, *a paper obtained by*: the head came before.
    fn is_participle(&self, at: usize, from: usize) -> bool {
        let is_form = |word: &str| word.len() > 4 && (word.ends_with("ing") || word.ends_with("ed"));
        let word = self.text.words[at];
        at > from
            && word.shape == Shape::Lower
            && !word.classes.has_any(NOUNS)
            && is_form(self.text.str(at))
            && (self.text.words[at - 1].classes.has_any(NOUNS) || self.person_by_form(at - 1).is_some())
    }

    /// *current and former officials*: the head is still to come.
    fn joins(&self, at: usize, from: usize, determiner: Determiner) -> bool {
        const HEADS: &[Class] = &[Class::PersonNoun, Class::OfficeNoun, Class::CollectiveNoun, Class::KinNoun];
        let Some(before) = at.checked_sub(1).filter(|&before| before >= from) else { return false };
        let word = self.text.words[before];
        let is_single = matches!(determiner, Determiner::Single | Determiner::Definite | Determiner::Owned);
        let is_head = |classes: Classes| {
            classes.has_any(HEADS) && (is_single || classes.has(Class::Plural)) || classes.has(Class::DocumentNoun)
        };
        let is_name = word.is_capital()
            && !word.is(Class::Demonym)
            && (!self.opens_sentence(before) || word.shape == Shape::AllCaps || self.opens(at + 1));
        self.text.is(at, Class::Conjunction)
            && (!is_name && !is_head(word.classes) || before == from && self.is_half_name(before))
    }

    /// *Marine and Coastal Research Institute*: one word, *and*, then the name of a body.
    fn is_half_name(&self, first: usize) -> bool {
        let is_capital = |at: &usize| self.text.words[*at].is_capital();
        let end = (first + 2..self.tokens.end).find(|at| !is_capital(at)).unwrap_or(self.tokens.end);
        is_capital(&first)
            && end > first + 3
            && !self.text.is(first, Class::Place)
            && self.text.words[end - 1].classes.has_any(&[Class::Institution, Class::Body])
    }

    /// The end of the core without adverbs, days and marks at its end.
    fn last_noun(&self, from: usize, end: usize) -> usize {
        let is_tail = |at: usize| {
            let word = self.text.words[at];
            let is_adverb =
                word.shape == Shape::Lower && self.text.str(at).ends_with("ly") && !word.classes.has_any(NOUNS);
            let is_date = word.is(Class::Weekday) || word.is(Class::Month) && word.is_capital() && at > from;
            is_adverb || is_date || matches!(word.shape, Shape::Punct | Shape::Number)
        };
        let mut end = end;
        while end > from && is_tail(end - 1) {
            end -= 1;
        }
        end
    }

    /// *group of*, *dozens of*.
    fn collects(&self, at: usize) -> bool {
        at + 2 < self.tokens.end && self.text.is_word(at + 1, OF) && COLLECTORS.has(self.text.words[at].key)
    }

    fn collected(&self, determiner: Determiner, at: usize) -> Determiner {
        let many = self.text.is_any(at, "majority minority percent percentage share half third")
            || self.text.is_any(at, "quarter hundreds thousands");
        let is_side = (at + 2..self.tokens.end.min(at + 6)).any(|at| {
            self.text.is(at, Class::CollectiveNoun)
                && self.text.is(at, Class::Plural)
                && !self.text.is(at, Class::PersonNoun)
        });
        if many || is_side || determiner == Determiner::Many { Determiner::Many } else { Determiner::Some }
    }

    fn opens(&self, at: usize) -> bool {
        at < self.tokens.end && (self.text.is(at, Class::Determiner) || self.counts(at))
    }

    /// *two*, *twenty-two*
    fn counts(&self, at: usize) -> bool {
        let is_number = |it: &str| Word::read(it).is(Class::NumberWord);
        let two = Some(self.text.str(at)).filter(|it| it.len() >= "ten-one".len()).and_then(|it| it.split_once('-'));
        self.text.is(at, Class::NumberWord) || two.is_some_and(|it| is_number(it.0) && is_number(it.1))
    }

    fn determiner(&self, at: usize) -> Determiner {
        let word = self.text.words[at];
        match DETERMINER_KEYS.get(word.key).filter(|_| !word.possessive) {
            _ if word.is(Class::Possessive) => Determiner::Owned,
            Some(row) => DETERMINERS[row].0,
            None if self.counts(at) => Determiner::Number,
            None if word.shape == Shape::Number => {
                let is_small = self.text.str(at).parse::<u32>().is_ok_and(|count| count <= 12);
                if is_small { Determiner::Number } else { Determiner::Many }
            }
            None => Determiner::Bare,
        }
    }

    /// Behind a first determiner: *a few*, *the two*, *some of the*, *a dozen*, *one of his*.
    fn skip_quantity(&self, from: usize, determiner: &mut Determiner) -> usize {
        let mut at = from;
        while at < self.tokens.end && at < from + 4 {
            let word = self.text.words[at];
            let is_number = word.is(Class::NumberWord) || word.shape == Shape::Number;
            if !is_number && !QUANTITIES.has(word.key) {
                break;
            }
            if self.text.is_word(at, OF) && !self.is_share(at) {
                // One of many, whoever owns them.
                return (at + 1..self.tokens.end).find(|&at| !self.opens(at)).unwrap_or(self.tokens.end);
            }
            if self.text.is_any(at, "few dozen couple handful") && *determiner == Determiner::Single {
                *determiner = if self.text.is_any(at, "dozen") { Determiner::Number } else { Determiner::Some };
            } else if self.text.is_any(at, "percent per cent %") || self.is_share(at) {
                *determiner = Determiner::Many;
            } else if !is_number && !self.text.is_any(at, "few other many more such") {
                break;
            }
            at += 1;
        }
        at
    }

    /// *nine in 10*, *four out of five*: the word between.
    fn is_share(&self, at: usize) -> bool {
        let counts = |at: usize| {
            at < self.tokens.end && (self.text.is(at, Class::NumberWord) || self.text.words[at].shape == Shape::Number)
        };
        let between = self.text.is_any(at, "in of") || self.text.is_any(at, "out");
        let next = at + 1 + usize::from(self.text.is_any(at, "out"));
        between && at > self.tokens.start && counts(next) && !self.text.is_any(next, "one two")
    }

    /// Whether the head must have come before this token.
    pub(super) fn stops(&self, at: usize) -> bool {
        let word = self.text.words[at];
        if word.shape == Shape::Punct {
            let is_dash = self.text.str(at) == "-" && self.text.document.tokens()[at].spaced;
            return is_dash || !matches!(self.text.str(at), "." | "'" | "’" | "-" | "&" | "\"" | "“" | "”" | "‘");
        }
        word.classes.has_any(&[Class::Preposition, Class::Conjunction, Class::Auxiliary])
            || word.is(Class::Pronoun) && !word.is(Class::Determiner)
            || word.shape == Shape::Lower && POSTMODIFIERS.has(word.key)
    }
}
