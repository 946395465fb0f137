//! Figures for one thing that disagree.

use crate::ling::{Annotated, Figure, Hedge, KeyIndex, Unit, key, pair};
use crate::text::{Span, TokenKind};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{self, Cue};
use super::thing::{self, Event, Nouns};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("number-conflict"),
    name: "Figures that disagree",
    family: Family::Consistency,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Two figures for what seems to be one thing do not agree, and no word near them says why.",
        why: "One of them may be wrong, or old.",
        but: "They may come from different days, places or counts.",
        question: "Does the text say why these differ?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "When reports of a toll conflict, explain it: give the range, or the best figure with its source.",
        source: "BBC Editorial Guidelines 11.3.1",
    }],
    failures: &[
        "Two events of one kind in one place, with no day given for either.",
        "A figure that counts a part of another without a word such as “among them”.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The report counts [[four people killed]] in Marlow. A medic said [[nine people were killed]] in Marlow."),
    Example("The blast [[killed 12 people]]. The mayor said [[15 people died]] in the blast."),
    Example("[[Four were killed]] in Marlow. A medic said [[nine people had been killed]] in Marlow."),
    Example(
        "An explosion at a paint works [[killed 14 workers]] on Monday.\n\nThe [[17 workers killed]] were on the night shift.",
    ),
    Example(
        "The [[death toll stands at 23]], the ministry said. Rescuers said [[31 people were killed]] in the quake.",
    ),
    Example("Ann Reed, [[41]], was first to arrive. Reed, [[43]], called the police."),
    Example("Four people were killed in Marlow on Monday. Nine people were killed in Marlow on Friday."),
    Example("A bus crash killed nine people on Monday. The four soldiers killed were brothers."),
    Example("Four soldiers were killed in Marlow. Nine civilians were killed in Marlow."),
    Example("Four people were killed in Marlow on Monday. Nine people were killed in Marlow in January."),
    Example("At least four people were killed in Marlow. Officials said five people died in Marlow."),
    Example("Four people were killed in Marlow. The toll later rose: nine people were killed in Marlow."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let figure = |it: usize| &text.facts.figures[it];
    for &(a, b) in shared::conflicts(text) {
        report(text, findings, figure(a), figure(b));
    }
    for (a, b) in age_conflicts(text) {
        let age = |it: usize| &text.facts.ages[it];
        for (here, there) in [(age(a), age(b)), (age(b), age(a))] {
            findings.add(Finding::new(here.span).note(format!("“{}” elsewhere in the text.", there.years)));
        }
    }
}

/// Figures of one thing kept for comparing with later ones.
const MAX_KEPT: usize = 4;

/// Returns pairs of figures of one thing that exclude each other, as indices.
pub(super) fn conflicts(text: Annotated<'_>) -> Vec<(usize, usize)> {
    let mut index = KeyIndex::default();
    let mut seen: Vec<Vec<Counted<'_>>> = Vec::new();
    let mut pairs = Vec::new();
    let has_survivors = text.facts.figures.iter().any(|it| it.unit == Unit::Wounded);
    for (at, figure) in text.facts.figures.iter().enumerate() {
        if figure.is_part || figure.hedge == Hedge::Vague || !figure.block.is_prose() {
            continue;
        }
        let Some(what) = thing::counted(text, figure, has_survivors) else { continue };
        let context = Context::of(text, figure);
        if context.is_reconciled {
            continue;
        }
        let counted = Counted { at, figure, context };
        let place = figure.place.map(|it| Tie::Place(text.facts.places[it].key));
        let event = context.event.map(|it| Tie::Event(it.class));
        let ties = [place, event, Some(Tie::Story)];
        let rival = |tie: &Tie| counted.rival(text, *tie, &seen[index.get(pair(what, tie.key()))?]);
        pairs.extend(ties.iter().flatten().find_map(rival).map(|it| (it, at)));
        for tie in ties.into_iter().flatten() {
            let number = index.get_or_insert(pair(what, tie.key()), seen.len());
            if number == seen.len() {
                seen.push(Vec::new());
            }
            let kept = &mut seen[number];
            if kept.len() < MAX_KEPT {
                kept.push(counted);
            }
        }
    }
    pairs
}

/// By what two figures are known to be of one thing.
#[derive(Clone, Copy)]
enum Tie {
    Place(u64),
    /// *the blast*, after *a blast*.
    Event(usize),
    /// *the 17 workers killed*: those told of before.
    Story,
}

impl Tie {
    fn key(self) -> u64 {
        match self {
            Self::Place(key) => pair(1, key),
            Self::Event(class) => pair(2, class as u64),
            Self::Story => 3,
        }
    }
}

/// A figure, and what its sentence says besides it.
#[derive(Clone, Copy)]
struct Counted<'r> {
    at: usize,
    figure: &'r Figure,
    context: Context,
}

impl Counted<'_> {
    /// The first of the earlier figures that cannot be true beside this one.
    fn rival(&self, text: Annotated<'_>, tie: Tie, earlier: &[Counted<'_>]) -> Option<usize> {
        let is_one = |it: &&Counted<'_>| self.may_be_of_one_thing(text, tie, it);
        let mut of_one = earlier.iter().filter(is_one);
        match tie {
            Tie::Place(_) => of_one.find(|it| differ(text, it, self)).map(|it| it.at),
            // What was told of twice already may be two things.
            Tie::Event(_) | Tie::Story => {
                let first = of_one.next()?;
                let is_plain = of_one.all(|it| !differ(text, first, it));
                (is_plain && differ(text, first, self) && first.figure.is_near(self.figure)).then_some(first.at)
            }
        }
    }

    fn may_be_of_one_thing(&self, text: Annotated<'_>, tie: Tie, earlier: &Counted<'_>) -> bool {
        let place = |it: &Counted<'_>| it.figure.place.map(|it| text.facts.places[it].key);
        let event = |it: &Counted<'_>| it.context.event.map(|it| it.class);
        let no_other = |a: Option<u64>, b: Option<u64>| a.zip(b).is_none_or(|(a, b)| a == b);
        let is_one_event = event(earlier).zip(event(self)).is_none_or(|(a, b)| a == b);
        match tie {
            Tie::Place(_) => {
                is_one_event && is_one_day(text, earlier.figure, self.figure, self.context.is_same_event())
            }
            Tie::Event(_) => {
                self.context.is_same_event()
                    && no_other(place(earlier), place(self))
                    && is_one_day(text, earlier.figure, self.figure, true)
            }
            Tie::Story => {
                // *The death toll stands at 23. … 31 were killed in the quake.*
                let is_told_of =
                    self.context.is_definite || self.context.is_same_event() && earlier.context.is_definite;
                is_told_of
                    && is_one_event
                    && (place(self).is_none() || place(self) == place(earlier))
                    && is_one_day(text, earlier.figure, self.figure, true)
            }
        }
    }
}

/// What the sentence of a figure says besides it.
#[derive(Clone, Copy)]
struct Context {
    /// A word says why the figure may differ from another.
    is_reconciled: bool,
    /// The one event told of: *the blast*.
    event: Option<Event>,
    /// *the 17 workers killed*, *the death toll*.
    is_definite: bool,
}

/// Tokens read on each side of a figure.
const REACH: usize = 40;

impl Context {
    fn of(text: Annotated<'_>, figure: &Figure) -> Self {
        let sentence = &text.document.sentences()[figure.sentence];
        let own = text.document.tokens_in(figure.span);
        let from = own.start.saturating_sub(REACH).max(sentence.tokens.start);
        let to = (own.end + REACH).min(sentence.tokens.end);
        let around = shared::places(text, &(from..to), Cue::Event).filter(|it| !own.contains(it));
        let mut events = around.filter_map(|it| thing::event(text, sentence.tokens.start, it));
        let event = events.next().and_then(|first| {
            let mut is_same = first.is_same;
            let is_one = events.all(|it| {
                is_same |= it.is_same;
                it.class == first.class
            });
            is_one.then_some(Event { is_same, ..first })
        });
        let mut words = shared::places(text, &(from..to), Cue::Reconciling);
        let is_reconciled = words.any(|it| text.document.tokens()[it].kind == TokenKind::Word && reconciles(text, it));
        Self { is_reconciled, event, is_definite: thing::is_definite(text, sentence.tokens.start, own) }
    }

    fn is_same_event(&self) -> bool {
        self.event.is_some_and(|it| it.is_same)
    }
}

/// Words after which another figure is no contradiction; own knowledge of English.
const RECONCILING: &str = "additional ago also altogether among another average but climbed combined conflicting contradict \
     contradicted could deadliest different disputed each earlier elsewhere every fresh further grew had \
     however if including increased initial initially jumped last later may might more other others \
     overall per previous previously raised raising revised risen rising rose second separate separately \
     similar since so then third total tuesday's unclear updated whereas whom worst would year years \
     yesterday";

/// The words for which [`reconciles`] is worth asking.
pub(super) fn reconciling() -> impl Iterator<Item = &'static str> {
    RECONCILING.split(' ').chain(["hospital"])
}

fn reconciles(text: Annotated<'_>, at: usize) -> bool {
    let word = &text.document[text.document.tokens()[at].span];
    // *died in hospital*: after the first count.
    if word == "hospital" {
        return at > 0 && text.words[at - 1].key == key("in");
    }
    // *more than nine*; *said nine had been killed*.
    let leads = |it: &&str| {
        let next = text.words.get(at + 1).map(|it| it.key);
        *it == "more" && next == Some(key("than")) || *it == "had" && next == Some(key("been"))
    };
    RECONCILING.split(' ').find(|it| it.eq_ignore_ascii_case(word)).filter(|it| !leads(it)).is_some()
}

fn differ(text: Annotated<'_>, a: &Counted<'_>, b: &Counted<'_>) -> bool {
    let (a, b) = (a.figure, b.figure);
    let ((low_a, high_a), (low_b, high_b)) = (bounds(a), bounds(b));
    a.sentence != b.sentence
        && match thing::nouns(text, a, b) {
            Nouns::Same => high_a < low_b || high_b < low_a,
            // *nine people* and *four soldiers* may be the same dead, *nine soldiers* and *four people* may not.
            Nouns::FirstIsPart => high_b < low_a,
            Nouns::SecondIsPart => high_a < low_b,
            Nouns::Other => false,
        }
}

/// Whether two figures may be of one day; `is_told_of` where the later one speaks of what was told before.
fn is_one_day(text: Annotated<'_>, a: &Figure, b: &Figure, is_told_of: bool) -> bool {
    let date = |it: &Figure| it.date.map(|it| &text.facts.dates[it]);
    match (date(a), date(b)) {
        // A weekday and a month say nothing of each other.
        (Some(a), Some(b)) => a.may_equal(b) && a.shares_a_part(b),
        (None, None) => true,
        // *… on Monday. The 17 workers killed …*
        (Some(a), None) => is_told_of && a.year.is_none(),
        // A day on one side alone may set the two apart.
        (None, Some(_)) => false,
    }
}

/// The values a figure may stand for, by what writers mean: *over 70* is not 500.
fn bounds(figure: &Figure) -> (f64, f64) {
    let (low, high) = (figure.low, figure.high);
    match figure.hedge {
        Hedge::Exact | Hedge::Range | Hedge::Vague => (low, high),
        Hedge::AtLeast => (low, 2.0 * high),
        Hedge::AtMost => (0.5 * low, high),
        Hedge::About => (0.85 * low, 1.15 * high),
    }
}

fn report(text: Annotated<'_>, findings: &mut Findings, a: &Figure, b: &Figure) {
    let words = |it: Span| &text.document[it];
    let place = |it: &Figure| it.place.map(|it| text.facts.places[it]);
    let place = place(a).filter(|a| place(b).is_some_and(|b| b.key == a.key));
    let place = place.map(|it| format!(", also of {}", words(it.span))).unwrap_or_default();
    for (here, there) in [(a, b), (b, a)] {
        let note = format!(
            "“{}” here, “{}” elsewhere in the text{place}. Does it say why?",
            words(here.span),
            words(there.span)
        );
        findings.add(Finding::new(here.span).note(note));
    }
}

/// Returns pairs of ages of one person, as indices.
pub(crate) fn age_conflicts(text: Annotated<'_>) -> Vec<(usize, usize)> {
    let facts = text.facts;
    let mut first = vec![None; facts.people.len()];
    let mut pairs = Vec::new();
    for (at, age) in facts.ages.iter().enumerate() {
        let Some(name) = age.name.map(|it| &facts.names[it]) else { continue };
        // *Ms. Holt, 44,* may be the mother of *Jan Holt, 17*.
        let is_titled = name.given.is_none() && name.has_title;
        let Some(person) = name.person.filter(|_| !is_titled) else { continue };
        let earlier = *first[person].get_or_insert(at);
        let before = &facts.ages[earlier];
        if before.years != age.years && before.sentence != age.sentence {
            pairs.push((earlier, at));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn one_event() {
        check(
            &TRAIT,
            "Gunmen [[killed 10 soldiers]] in an attack on a base in Moru.\n\nThe army said [[16 soldiers died]] in the attack.",
        );
        check(
            &TRAIT,
            "Police said [[30 people were hurt]] when a stand collapsed in Orme. A doctor said [[12 people were hurt]] in the collapse.",
        );
        check(
            &TRAIT,
            "The storm [[killed six people]] in Marlow.\n\nRoofs fell in.\n\n[[Eight people lost their lives]] in Marlow, the mayor said.",
        );
    }

    #[test]
    fn crowds_and_things() {
        check(
            &TRAIT,
            "[[About 4,000 people]] marched in Dresk. The march was calm.\n\nThe organisers put the crowd at [[15,000 people]].",
        );
        check(
            &TRAIT,
            "[[Some 200 houses]] were destroyed in Pell by the flood. The flood destroyed [[500 houses]] in Pell, the mayor said.",
        );
        check(&TRAIT, "The flood destroyed 500 houses in Pell. It destroyed 40 bridges in Pell.");
    }

    #[test]
    fn two_events() {
        check(&TRAIT, "A crash killed three people in Orme on Friday. A second crash killed five people in Orme.");
        check(
            &TRAIT,
            "A crash killed three people on Friday. A crash killed five people on Sunday. The crash killed eight people.",
        );
        check(&TRAIT, "The quake killed 23 people. The 1990 quake killed 400 people.");
        check(&TRAIT, "A fire killed four people in Orme. The fire killed nine people in Pell.");
    }

    #[test]
    fn some_of_them() {
        check(&TRAIT, "Nine people were killed in Marlow on Monday. Four soldiers were killed in Marlow on Monday.");
        check(&TRAIT, "The blast killed 12 people. Five people died in hospital after the blast.");
    }

    #[test]
    fn two_of_one_surname() {
        check(&TRAIT, "Ms. Holt, 44, came first. Her son Jan Holt, 17, came last.");
        check(&TRAIT, "The [[19-year-old]] student Jan Holt ran. Jan Holt, [[23]], fell.");
    }
}
