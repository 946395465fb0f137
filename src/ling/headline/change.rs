//! The differences between two headlines, each with its kind.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::KeyIndex;
use crate::ling::article::{Change, ChangeKind};
use crate::ling::lexicon::Class;
use crate::ling::word::key;
use crate::text::{Span, by_each, sort_by_number};

use super::Side;
use super::align::{Pair, is_empty_word};
use super::unit::Unit;

/// Words by the part they play in a difference; a word may play several.
const APPROXIMATOR: u16 = 1;
const HEDGE: u16 = 2;
const TIME: u16 = 4;
const TIME_MODIFIER: u16 = 8;
const PREPOSITION: u16 = 16;
const PLACE_PREPOSITION: u16 = 32;
const LINK: u16 = 64;
const EMOTIVE: u16 = 128;
const CROWD: u16 = 256;
/// Before a noun for people.
const ORIGIN: u16 = 512;
/// A crowd by another name.
const RABBLE: u16 = 1024;
const RELATION: u16 = 2048;

const LISTS: &[(u16, &str)] = &[
    (APPROXIMATOR, "at least about nearly almost more than over up to some around fewer less as many roughly close"),
    (CROWD, "dozen dozens scores hundreds thousands millions many several"),
    (
        HEDGE,
        "may might could allegedly alleged reportedly reported apparently apparent suspected suspect likely possibly \
         possible perhaps seemingly says say said claims claim claimed according sources source appears appear seems \
         seem accused purported purportedly",
    ),
    (
        TIME,
        "weekend monday tuesday wednesday thursday friday saturday sunday january february march april june july \
         august september october november december today yesterday tomorrow tonight overnight morning afternoon \
         evening night week weeks month months year years day days hour hours decade decades",
    ),
    (
        TIME_MODIFIER,
        "one two three last next this past on in during for every each early late a the of ago later first",
    ),
    (PREPOSITION, "with between against by from to for after amid over among of in on at near under into about"),
    (PLACE_PREPOSITION, "in at near outside inside across around from"),
    (RELATION, "between with against by from"),
    (ORIGIN, "migrant immigrant refugee black transgender"),
    (
        RABBLE,
        "mob mobs gangs cronies hooligans looters extremists thug thugs terrorist terrorists traitor traitors puppet \
         puppets henchmen butcher butchers",
    ),
    (LINK, "and or of a an the is are was were be as to in with by for on at it its"),
    (
        EMOTIVE,
        "massacre massacres slaughter slaughters bloodbath bloodbaths horror horrific horrifying shocking shock \
         brutal brutally savage savagely evil terrifying terror fury furious outrage outrageous outraged chaos \
         chaotic disastrous catastrophic nightmare tragic tragedy heartbreaking stunning slams rips torches destroys \
         humiliates humiliating shameful disgraceful disgusting vile vicious barbaric monstrous sickening bloody \
         insane crazy unhinged panic meltdown rampage greedy cruel heartless ruthless shameless selfish sinister pathetic",
    ),
];

static PARTS: LazyLock<KeyIndex> = LazyLock::new(|| {
    let mut parts = KeyIndex::default();
    for &(part, words) in LISTS {
        for key in words.split_whitespace().map(key) {
            let others = parts.get(key).unwrap_or_default();
            parts.insert(key, others | usize::from(part));
        }
    }
    parts
});

fn plays(unit: &Unit, part: u16) -> bool {
    PARTS.get(unit.key).is_some_and(|parts| parts & usize::from(part) != 0)
}

fn is_people(unit: &Unit) -> bool {
    unit.classes.has_any(&[Class::PersonNoun, Class::CollectiveNoun, Class::KinNoun])
}

/// What lies between two pairs: the words of each side that the other has not.
struct Gap {
    shown: Vec<usize>,
    original: Vec<usize>,
    before: Option<Pair>,
    after: Option<Pair>,
}

/// Finds the changes, in the order of the original headline.
pub(super) fn find(shown: &Side<'_>, original: &Side<'_>, pairs: &[Pair]) -> Vec<Change> {
    let mut gaps = gaps(shown.units.len(), original.units.len(), pairs);
    leave_out_moved(shown, original, &mut gaps);
    turn_genitives(shown, original, &mut gaps);
    let mut finder =
        Finder { shown, original, is_title_case: [shown.is_title_case(), original.is_title_case()], found: Vec::new() };
    for gap in &mut gaps {
        finder.precision(gap);
        finder.hedges(gap);
        finder.times_and_places(gap);
        finder.relation(gap);
        finder.rest(gap);
    }
    finder.wording(pairs);
    let shown_at = |it: &Change| it.to.map_or(0, |to| to.start() + 1);
    sort_by_number(&mut finder.found, |(place, it)| by_each(&[*place, shown_at(it)]));
    finder.found.into_iter().map(|(_, it)| it).collect()
}

fn gaps(shown: usize, original: usize, pairs: &[Pair]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut before = None;
    let (mut a, mut b) = (0, 0);
    for &(next_a, next_b) in pairs.iter().chain([&(shown, original)]) {
        let after = (next_a < shown && next_b < original).then_some((next_a, next_b));
        gaps.push(Gap { shown: (a..next_a).collect(), original: (b..next_b).collect(), before, after });
        before = after;
        (a, b) = (next_a + 1, next_b + 1);
    }
    gaps
}

/// A word that only stands elsewhere is no difference.
fn leave_out_moved(shown: &Side<'_>, original: &Side<'_>, gaps: &mut [Gap]) {
    let (mut words, mut places) = (KeyIndex::default(), Vec::<Vec<(usize, usize)>>::new());
    for (gap, it) in gaps.iter().enumerate() {
        for &unit in it.original.iter().filter(|it| !is_empty_word(&original.units[**it])) {
            let word = words.get_or_insert(original.units[unit].key, places.len());
            places.resize(places.len().max(word + 1), Vec::new());
            places[word].push((gap, unit));
        }
    }
    let mut moved = vec![Vec::new(); gaps.len()];
    for it in gaps.iter_mut() {
        it.shown.retain(|&unit| match words.get(shown.units[unit].key).and_then(|word| places[word].pop()) {
            Some((gap, unit)) => {
                moved[gap].push(unit);
                false
            }
            None => true,
        });
    }
    for (gap, moved) in gaps.iter_mut().zip(moved) {
        gap.original.retain(|unit| !moved.contains(unit));
    }
}

/// *guilds’ reach* against *reach of the Wolf’s men*: brings the two owners into one gap.
fn turn_genitives(shown: &Side<'_>, original: &Side<'_>, gaps: &mut [Gap]) {
    let of = key("of");
    for at in 1..gaps.len() {
        let (first, second) = gaps.split_at_mut(at);
        let (owner, thing) = (&mut first[at - 1].original, &mut second[0]);
        let owned = owner.last().is_some_and(|&it| original.units[it].possessive);
        if !owned || thing.shown.first().is_none_or(|&it| shown.units[it].key != of) {
            continue;
        }
        let start = owner.iter().rposition(|&it| original.units[it].breaks).map_or(0, |it| it + 1);
        let owner = owner.split_off(start);
        thing.original.retain(|&it| !is_empty_word(&original.units[it]));
        thing.original.splice(0..0, owner);
        thing.shown.remove(0);
    }
}

/// The words of a place; *least 9* is *at least 9*.
fn with_at(text: &str, place: Span) -> Span {
    let is = |words: Option<&str>, word: &str| words.is_some_and(|it| it.eq_ignore_ascii_case(word));
    let (start, rest) = (place.start(), &text[place.start()..]);
    let at = start.saturating_sub("at ".len());
    let is_cut = is(rest.get(..6), "least ") || is(rest.get(..5), "most ");
    if is_cut && is(text.get(at..start), "at ") { Span::new(at, place.end()) } else { place }
}

struct Finder<'s> {
    shown: &'s Side<'s>,
    original: &'s Side<'s>,
    /// Of the shown and of the original headline.
    is_title_case: [bool; 2],
    /// Each with its place in the original headline.
    found: Vec<(usize, Change)>,
}

impl Finder<'_> {
    fn add(&mut self, place: usize, kind: ChangeKind, from: Option<Span>, to: Option<Span>) {
        let from = from.map(|it| with_at(self.original.text, it));
        let to = to.map(|it| with_at(self.shown.text, it));
        self.found.push((place, Change { kind, from, to }));
    }

    /// *at least 6* against *six*, *6* against *nearly 8*.
    fn precision(&mut self, gap: &mut Gap) {
        let count = |side: &Side<'_>, units: &[usize]| {
            units.iter().rev().take_while(|&&it| plays(&side.units[it], APPROXIMATOR)).count()
        };
        let Some((a, b)) = gap.after.filter(|&(a, _)| self.shown.units[a].number.is_some()) else {
            return self.other_number(gap);
        };
        let (shown, original) = (count(self.shown, &gap.shown), count(self.original, &gap.original));
        if shown + original == 0 {
            return;
        }
        let (from, to) = (b - original, a - shown);
        let (from, to) = (self.original.span(from..b + 1), self.shown.span(to..a + 1));
        self.add(b - original, ChangeKind::PrecisionChanged, Some(from), Some(to));
        gap.shown.truncate(gap.shown.len() - shown);
        gap.original.truncate(gap.original.len() - original);
    }

    fn other_number(&mut self, gap: &mut Gap) {
        let counts = |it: &Unit| it.number.is_some() || plays(it, CROWD);
        let number = |side: &Side<'_>, units: &[usize]| units.iter().position(|&it| counts(&side.units[it]));
        let (Some(a), Some(b)) = (number(self.shown, &gap.shown), number(self.original, &gap.original)) else { return };
        let start = |side: &Side<'_>, units: &[usize], at: usize| {
            at - units[..at].iter().rev().take_while(|&&it| plays(&side.units[it], APPROXIMATOR)).count()
        };
        let a = start(self.shown, &gap.shown, a)..a + 1;
        let b = start(self.original, &gap.original, b)..b + 1;
        let place = gap.original[b.start];
        let (from, to) = (run(self.original, &gap.original, &b), run(self.shown, &gap.shown, &a));
        self.add(place, ChangeKind::PrecisionChanged, Some(from), Some(to));
        gap.shown.drain(a);
        gap.original.drain(b);
    }

    /// *allegedly*, *may*, *…, police say*: in the original alone.
    fn hedges(&mut self, gap: &mut Gap) {
        let says = |unit: &Unit| unit.classes.has(Class::SayVerb) || plays(unit, HEDGE);
        while let Some(at) = gap.original.iter().position(|&it| plays(&self.original.units[it], HEDGE)) {
            if gap.shown.iter().any(|&it| plays(&self.shown.units[it], HEDGE)) {
                return;
            }
            let is_last =
                gap.original[at] + 1 == self.original.units.len() && says(&self.original.units[gap.original[at]]);
            let clause =
                gap.original[..at].iter().rev().take(4).take_while(|&&it| !self.original.units[it].breaks).count();
            let start = if is_last && clause < at + 1 { at - clause } else { at };
            self.drop_run(gap, start..at + 1, ChangeKind::HedgeDropped);
        }
    }

    fn times_and_places(&mut self, gap: &mut Gap) {
        if !gap.shown.iter().any(|&it| plays(&self.shown.units[it], TIME)) {
            while let Some(range) = time(self.original, &gap.original) {
                self.drop_run(gap, range, ChangeKind::TimeOrPlaceDropped);
            }
        }
        if let Some(range) = place(self.original, &gap.original).filter(|_| !self.is_title_case[1]) {
            self.drop_run(gap, range, ChangeKind::TimeOrPlaceDropped);
        }
    }

    fn drop_run(&mut self, gap: &mut Gap, range: Range<usize>, kind: ChangeKind) {
        let place = gap.original[range.start];
        let from = run(self.original, &gap.original, &range);
        self.add(place, kind, Some(from), None);
        gap.original.drain(range);
    }

    /// *fights between* against *fight with*.
    fn relation(&mut self, gap: &mut Gap) {
        let (Some((a, b)), Some(&first), Some(&other)) = (gap.before, gap.shown.first(), gap.original.first()) else {
            return;
        };
        let (new, old) = (&self.shown.units[first], &self.original.units[other]);
        // *row over* is a *row on*.
        let both = plays(new, PREPOSITION) && plays(old, PREPOSITION) && (plays(new, RELATION) || plays(old, RELATION));
        if both && first == a + 1 && other == b + 1 {
            let (from, to) = (self.original.span(b..other + 1), self.shown.span(a..first + 1));
            self.add(b, ChangeKind::RelationChanged, Some(from), Some(to));
            gap.shown.remove(0);
            gap.original.remove(0);
        }
    }

    /// Whatever is left: who is named, how it is coloured, or how it is worded.
    fn rest(&mut self, gap: &mut Gap) {
        let has_link = gap.shown.last().is_some_and(|&it| plays(&self.shown.units[it], LINK));
        let to = trimmed(self.shown, &gap.shown, true);
        let from = trimmed(self.original, &gap.original, false);
        if from.is_none() && to.is_none() {
            return;
        }
        let place = from.as_ref().map(|it| it.start).or(gap.after.map(|(_, b)| b)).unwrap_or(self.original.units.len());
        let is_called = to.clone().into_iter().flatten().any(|at| plays(&self.shown.units[at], RABBLE));
        let kind = match (&from, &to) {
            (from, Some(to)) if self.is_emotive(0, to) && !from.as_ref().is_some_and(|it| self.is_emotive(1, it)) => {
                ChangeKind::EmotionAdded
            }
            (Some(_), _) if is_called => ChangeKind::ActorRelabelled,
            (Some(from), Some(to)) if self.names_actors(from, to) => ChangeKind::ActorRelabelled,
            (None, Some(to)) if self.is_before_name(gap, to) || self.is_before_people(to) => {
                ChangeKind::ActorRelabelled
            }
            (None, Some(to)) if is_called || has_link && self.is_actor(0, to) => ChangeKind::ActorAdded,
            (Some(from), Some(to)) if self.is_form(from, to) => ChangeKind::Wording,
            _ => ChangeKind::Unclear,
        };
        let from = from.map(|it| self.original.span(it));
        let to = to.map(|it| self.shown.span(it));
        self.add(place, kind, from, to);
    }

    fn is_form(&self, from: &Range<usize>, to: &Range<usize>) -> bool {
        let (from, to) = (&self.original.units[from.clone()], &self.shown.units[to.clone()]);
        from.iter().map(|it| it.stem).eq(to.iter().map(|it| it.stem))
    }

    /// *Muslim man*: where somebody is from, or what they believe, or a name they are called.
    fn is_before_people(&self, to: &Range<usize>) -> bool {
        let units = &self.shown.units;
        let is_origin = |it: &Unit| it.classes.has(Class::Demonym) || plays(it, ORIGIN | RABBLE);
        units[to.clone()].iter().all(is_origin) && units.get(to.end).is_some_and(is_people)
    }

    fn is_emotive(&self, side: usize, words: &Range<usize>) -> bool {
        [self.shown, self.original][side].units[words.clone()].iter().any(|it| plays(it, EMOTIVE))
    }

    fn names_actors(&self, from: &Range<usize>, to: &Range<usize>) -> bool {
        let units = &self.shown.units;
        // *Wolf supporters*, *Wolf-linked*; whether *Blaze* is a name a capital here does not tell.
        let is_first_part = units.get(to.end).is_some_and(is_people)
            || self.shown.text[units[to.end - 1].span.end()..].starts_with('-');
        let is_subject = from.start == 0 && to.start == 0 && from.len() <= 3 && to.len() <= 3;
        // *to close Oldport* against *shuts*: what is done is told.
        let acts = self.shown.units[to.start].verb || self.original.units[from.start].verb;
        is_subject && is_first_part || !acts && (self.is_actor(0, to) || self.is_actor(1, from))
    }

    /// Whether the words of a side (0 shown, 1 original) name a person or a group.
    fn is_actor(&self, side: usize, words: &Range<usize>) -> bool {
        let units = [self.shown, self.original][side].units.as_slice();
        let is_name =
            |at: usize| at > 0 && units[at].capital && !self.is_title_case[side] && units[at].number.is_none();
        words.clone().any(|at| {
            let it = &units[at];
            it.possessive || is_name(at) || it.classes.has_any(&[Class::PersonNoun, Class::Institution])
        })
    }

    /// *Butcher Ombra*: put right before a name that both have.
    fn is_before_name(&self, gap: &Gap, to: &Range<usize>) -> bool {
        let Some((a, b)) = gap.after else { return false };
        let is_name = self.shown.units[a].capital && (b > 0 || !self.original.units[b].breaks);
        is_name && a == to.end && to.len() <= 3 && !self.is_title_case[0]
    }

    /// Words that match in another form, where no other change covers them.
    fn wording(&mut self, pairs: &[Pair]) {
        for &(a, b) in pairs {
            let (shown, original) = (self.shown.units[a], self.original.units[b]);
            let covered = |it: &Change| it.to.is_some_and(|to| to.contains(shown.span));
            if shown.key != original.key && !self.found.iter().any(|(_, it)| covered(it)) {
                self.add(b, ChangeKind::Wording, Some(original.span), Some(shown.span));
            }
        }
    }
}

/// The span of the units at `range` of `units`.
fn run(side: &Side<'_>, units: &[usize], range: &Range<usize>) -> Span {
    side.span(units[range.start]..units[range.end - 1] + 1)
}

/// *weekend*, *last week*, *one year after the inquiry*.
fn time(side: &Side<'_>, units: &[usize]) -> Option<Range<usize>> {
    let unit = |at: usize| &side.units[units[at]];
    let at = (0..units.len()).find(|&at| plays(unit(at), TIME))?;
    let modifies = |it: &Unit| plays(it, TIME_MODIFIER) || it.number.is_some();
    let start = (0..at).rev().take(4).take_while(|&it| modifies(unit(it)) && units[it] + 1 == units[it + 1]).last();
    let leads_on = |it: &Unit| ["after", "before", "since", "into"].iter().any(|word| it.key == key(word));
    let mut end = at + 1;
    if end < units.len() && leads_on(unit(end)) && !unit(at).breaks {
        end = (end..units.len()).find(|&it| unit(it).breaks).map_or(units.len(), |it| it + 1);
    } else if end < units.len() && (unit(end).key == key("ago") || unit(end).key == key("later")) {
        end += 1;
    }
    Some(start.unwrap_or(at)..end)
}

/// *in Velia*, at the end of what differs.
fn place(side: &Side<'_>, units: &[usize]) -> Option<Range<usize>> {
    let names = units.iter().rev().take_while(|&&it| side.units[it].capital && side.units[it].number.is_none()).count();
    let at = units.len().checked_sub(names + 1).filter(|_| names > 0 && names <= 4)?;
    let is_place = plays(&side.units[units[at]], PLACE_PREPOSITION);
    let has_other = side.units[units[at]..].len() == names + 1 || side.units[units[units.len() - 1]].breaks;
    (is_place && has_other).then_some(at..units.len())
}

/// The longest run of neighbours without the little words at its ends; a leading *the* stays if `keep_the`.
fn trimmed(side: &Side<'_>, units: &[usize], keep_the: bool) -> Option<Range<usize>> {
    let mut longest = 0..0;
    let mut start = 0;
    for at in 0..units.len() {
        if at > start && units[at] != units[at - 1] + 1 {
            start = at;
        }
        if at + 1 - start >= longest.len() {
            longest = start..at + 1;
        }
    }
    let links = |at: &usize| plays(&side.units[units[*at]], LINK);
    let end = longest.clone().rev().find(|at| !links(at))? + 1;
    let mut start = longest.clone().find(|at| !links(at))?;
    if keep_the && start > longest.start && side.units[units[start - 1]].key == key("the") {
        start -= 1;
    }
    Some(units[start]..units[end - 1] + 1)
}
