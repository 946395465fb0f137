//! What kind of source a noun makes.

use crate::text::ends_with_one;

use super::super::WordSet;
use super::super::attribution::SourceKind;
use super::super::lexicon::Class;
use super::super::word::{Classes, Shape, key, key_of, keys_of};
use super::Determiner;
use super::head::{Core, Phrase};

/// Ends of nouns for people that no list holds, in the singular, by the last two letters.
fn person_endings(noun: &str) -> Option<&'static str> {
    Some(match noun.as_bytes().last_chunk()? {
        b"an" => "ician arian orian woman sman iaman kman lman nman tman rman yman pman dman",
        b"ee" => "ee",
        b"er" => "neer teer grapher writer goer keeper holder worker owner watcher seeker dweller checker timer master",
        b"ht" => "wright",
        b"nd" => "hand",
        b"ss" => "mistress",
        b"st" => "ist",
        b"te" => "tmate smate",
        b"th" => "smith",
        _ => return None,
    })
}

/// Callings that are surnames: only in small letters, or many of them, are they people.
static SURNAMES: WordSet = WordSet::new(
    "archer baker barber brewer butcher butler cobbler falconer farrier fiddler fisher forester gardener glazier gunner \
     hunter joiner mason miller porter potter shepherd skipper tailor thatcher tiler trapper weaver",
);

/// What stands before *figures* that are numbers.
static COUNTED: WordSet = WordSet::new(
    "official government police hospital census budget crime employment unemployment sales trade tax inflation \
    preliminary provisional early final latest new recent revised updated monthly quarterly annual yearly internal \
    treasury ministry department bureau agency council nhs fbi home office",
);

/// What people are to what they tell of, or to whom.
static NEAR: WordSet =
    WordSet::new("close familiar briefed involved near around inside present knowledgeable privy aware");
static KNOWING: WordSet = WordSet::new("knowledge direct close ties access involved firsthand inside");

impl Phrase<'_> {
    pub(super) fn kind_of_noun(&self, core: &Core, head: usize) -> SourceKind {
        let word = self.text.words[head];
        let plural = self.is_plural(head);
        let is_owned = core.determiner == Determiner::Owned;
        // *both of her rivals*: all there are.
        const BOTH: [u32; 2] = keys_of(["both", "neither"]);
        if self.text.words[self.tokens.start].is_one_of(&BOTH) {
            SourceKind::Group
        } else if word.is(Class::KinNoun) && is_owned && !(plural && word.is(Class::PersonNoun)) {
            SourceKind::Role
        } else if self.is_hearsay(core, head) {
            SourceKind::Unnamed
        } else if word.classes.has_any(&[Class::CollectiveNoun, Class::Demonym]) {
            self.kind_of_collective(core, head, plural)
        } else if plural && self.is_counted(core) {
            SourceKind::Group
        } else if plural && self.is_named_so(core, head) || !plural && self.is_guard(core, head) {
            SourceKind::Institution
        } else if !plural && self.is_post(core, head) {
            SourceKind::Role
        } else if plural && word.is(Class::PersonNoun) && word.is(Class::DocumentNoun) && self.is_plain(core, head) {
            // *figures compiled by the bank*; *senior figures* are people.
            SourceKind::Document
        } else if word.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun]) {
            kind_of_person(core.determiner, word.classes, plural)
        } else if word.is(Class::Institution) {
            SourceKind::Institution
        } else if word.is(Class::DocumentNoun) {
            SourceKind::Document
        } else if word.is(Class::KinNoun) {
            if plural { SourceKind::Group } else { kind_of_person(core.determiner, word.classes, false) }
        } else if self.person_by_form(head).is_some() {
            kind_of_person(core.determiner, word.classes, plural)
        } else {
            SourceKind::Institution
        }
    }

    /// *the figures*, but not *figures in the party*, *figures close to him*.
    fn is_plain(&self, core: &Core, head: usize) -> bool {
        let has = |class| (core.end..self.tokens.end).any(|at| self.text.is(at, class));
        let is_of_body = has(Class::Institution) && !has(Class::DocumentNoun);
        let is_inside = core.end < self.tokens.end && self.text.is_any(core.end, "in within") && is_of_body;
        // *official figures*, *the latest government figures*
        let is_counted = |at: usize| COUNTED.has(self.text.words[at].key);
        (core.tokens.start..head).all(is_counted)
            && matches!(core.determiner, Determiner::Bare | Determiner::Definite | Determiner::Owned)
            && !is_inside
            && !self.is_near(core.end)
    }

    /// *of* in *the Bank of Velia’s governor*: the head is still to come.
    pub(super) fn is_in_owner(&self, at: usize) -> bool {
        const OF: u32 = key_of("of");
        let is_capital = |at: usize| self.text.words[at].is_capital();
        let is_last = |at: &usize| !is_capital(*at) || self.text.words[*at].possessive;
        self.text.is_word(at, OF)
            && at > self.tokens.start
            && is_capital(at - 1)
            && self.text.words[at - 1].classes.has_any(&[Class::Institution, Class::Body])
            && (at + 1..self.tokens.end - 1).find(is_last).is_some_and(|it| {
                let mut behind = self.text.words[it + 1..self.tokens.end].iter().take(3);
                is_capital(it) && behind.any(|it| it.is(Class::OfficeNoun) && !it.is(Class::Plural))
            })
    }

    /// *Oakley Coaches*: a firm.
    fn is_named_so(&self, core: &Core, head: usize) -> bool {
        let (word, before) = (self.text.words[head], head.checked_sub(1).filter(|it| *it >= core.tokens.start));
        let is_name = |at: usize| {
            self.text.words[at].shape == Shape::Capital && self.text.words[at].classes == Classes::default()
        };
        // *the charity Lyria Walkers*
        let is_told = || {
            let first = self.name_back(core.tokens.start, head).start;
            let noun = first.checked_sub(1).filter(|&it| it >= core.tokens.start).map(|it| self.text.words[it]);
            noun.is_some_and(|it| it.shape == Shape::Lower && it.is(Class::Institution) && !it.is(Class::PersonNoun))
        };
        word.shape == Shape::Capital
            && (core.determiner == Determiner::Bare && before.is_some_and(is_name) || before.is_some() && is_told())
    }

    /// *kayakers*, *an oboist*: somebody, as the form of the word shows, and whether there are many.
    pub(super) fn person_by_form(&self, head: usize) -> Option<bool> {
        let (word, is_lower) = (self.text.str(head), self.text.words[head].shape == Shape::Lower);
        if is_lower && word.len() > 6 && word.ends_with("men") {
            return Some(true);
        }
        let (stem, is_plural) = word.strip_suffix('s').map_or((word, false), |it| (it, true));
        // *a checklist*
        let is_list = || ends_with_one(stem, "hlist klist tlist");
        let by_ending = stem.len() > 6 && person_endings(stem).is_some_and(|it| ends_with_one(stem, it)) && !is_list();
        (by_ending || (is_lower || is_plural) && SURNAMES.has(key(stem))).then_some(is_plural)
    }

    fn kind_of_collective(&self, core: &Core, head: usize, plural: bool) -> SourceKind {
        let word = self.text.words[head];
        let mass = "public crowd populace electorate audience citizenry youth population";
        let is_mass = self.text.is_any(head, mass);
        let is_creed_or_country = word.is(Class::Demonym) && !word.is(Class::CollectiveNoun);
        match core.determiner {
            _ if plural && (self.is_near(core.end) || self.is_ranked(core)) => SourceKind::Unnamed,
            Determiner::Some | Determiner::Number | Determiner::Single if !is_mass => SourceKind::Unnamed,
            // *many Iraqis*: nobody was asked by name, and nobody counted.
            Determiner::Many if is_creed_or_country && self.counts_loosely(core) => SourceKind::Unnamed,
            Determiner::Many
                if !word.is(Class::Demonym)
                    && word.classes.has_any(&[Class::OfficeNoun, Class::PersonNoun])
                    && plural
                    && self.counts_loosely(core) =>
            {
                SourceKind::Unnamed
            }
            // *the Chinese*.
            Determiner::Definite if is_creed_or_country => SourceKind::Group,
            Determiner::Definite | Determiner::Owned if !plural && !is_mass => {
                kind_of_person(core.determiner, word.classes, false)
            }
            _ => SourceKind::Group,
        }
    }

    /// *40 doctors*, *a group of 67 artists*: too many to name.
    fn is_counted(&self, core: &Core) -> bool {
        let is_many = |at: usize| self.text.str(at).replace(',', "").parse::<u32>().is_ok_and(|it| it > 12);
        (self.tokens.start..core.tokens.start).any(|at| self.text.words[at].shape == Shape::Number && is_many(at))
    }

    /// *All Velians*, *thousands of Velians*
    pub(super) fn is_people(&self, core: &Core, head: usize) -> bool {
        let word = self.text.words[head];
        core.determiner == Determiner::Many
            && core.tokens.len() == 1
            && word.is_capital()
            && word.classes == Classes::default()
            && self.text.str(head).ends_with('s')
            && self.text.is_any(head - 1, "all most of")
    }

    /// *the coast guard*, *the regulator*: a body.
    fn is_guard(&self, core: &Core, head: usize) -> bool {
        const GUARD: u32 = key_of("guard");
        const REGULATOR: u32 = key_of("regulator");
        self.text.is_word(head, GUARD)
            && head > core.tokens.start
            && self.text.is_any(head - 1, "coast national border")
            || self.text.is_word(head, REGULATOR) && matches!(core.determiner, Determiner::Definite | Determiner::Owned)
    }

    /// *the town’s returning officer*, *the bank’s chief economist*: there is one.
    fn is_post(&self, core: &Core, head: usize) -> bool {
        const OFFICES: &str = "returning presiding electoral commanding executive medical opposite";
        const OFFICERS: [u32; 2] = keys_of(["officer", "number"]);
        // *the bank’s chief market analyst*
        let is_chief = |at: usize| self.text.is_any(at, "chief") && !self.text.is_any(head, "critic rival");
        let is_officer = || self.text.words[head].is_one_of(&OFFICERS) && self.text.is_any(head - 1, OFFICES);
        matches!(core.determiner, Determiner::Definite | Determiner::Owned)
            && head > core.tokens.start
            && (is_officer() || is_chief(head - 1) || head > core.tokens.start + 1 && is_chief(head - 2))
    }

    /// *senior Democrats*, *top lawmakers*: a few, whom the writer could name.
    fn is_ranked(&self, core: &Core) -> bool {
        const RANKS: &str = "senior top leading prominent high-ranking key influential powerful";
        core.determiner != Determiner::Definite
            && (core.tokens.start.saturating_sub(1)..core.tokens.end).any(|at| self.text.is_any(at, RANKS))
    }

    fn counts_loosely(&self, core: &Core) -> bool {
        (self.tokens.start..core.tokens.start).any(|at| self.text.is_any(at, "many most"))
    }

    /// *people close to her*, *people briefed on the matter*.
    pub(super) fn is_near(&self, at: usize) -> bool {
        let is = |at: usize, words: &str| self.text.is_any(at, words);
        let is_in = |at: usize, words: &WordSet| self.text.words.get(at).is_some_and(|it| words.is(it));
        // *people at the meeting*, *people who were in the room*
        const THERE: &str = "meeting meetings room call briefing talks discussions session";
        let end = self.tokens.end;
        let were_there = || at < end && is(at, "at in on who") && (at + 1..end.min(at + 6)).any(|it| is(it, THERE));
        is_in(at, &NEAR)
            || is(at, "with directly most") && (is_in(at + 1, &KNOWING) || is_in(at + 1, &NEAR))
            || were_there()
    }

    /// *reports*, *media accounts*: papers nobody can find.
    fn is_hearsay(&self, core: &Core, head: usize) -> bool {
        const TOLD: [u32; 6] = keys_of(["reports", "accounts", "rumors", "rumours", "whispers", "leaks"]);
        if !self.text.words[head].is_one_of(&TOLD) {
            return false;
        }
        let vague = matches!(core.determiner, Determiner::Bare | Determiner::Some | Determiner::Many);
        let is_named = |at: usize| at != head && self.text.words[at].is_capital() && !self.opens_sentence(at);
        let is_title = self.text.words[head].is_capital() && !self.opens_sentence(head);
        vague && !is_title && core.end == self.tokens.end && !core.tokens.clone().any(is_named)
    }
}

fn kind_of_person(determiner: Determiner, classes: Classes, plural: bool) -> SourceKind {
    let is_office = classes.has(Class::OfficeNoun);
    let is_one_of_many = classes.has(Class::PersonNoun);
    match determiner {
        Determiner::Single | Determiner::Some | Determiner::Number => SourceKind::Unnamed,
        Determiner::Definite if plural && is_office && !is_one_of_many => SourceKind::Group,
        _ if plural || !is_office => SourceKind::Unnamed,
        _ => SourceKind::Role,
    }
}
