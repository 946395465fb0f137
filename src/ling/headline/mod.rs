//! Two headlines of one article: which words differ, and what that changes.

mod align;
mod change;
pub(super) mod figures;
pub(super) mod idiom;
mod unit;

use crate::text::Span;

use super::article::{Change, ChangeKind, Substitution};
use super::word::is_one_of;

use unit::Unit;

/// How a shown headline differs from the original one, for the report and for drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Every word of both headlines, in reading order; a word split at its hyphens stands in parts.
    pub words: Vec<AlignedWord>,
    /// `None` where no word differs.
    pub substitution: Option<Substitution>,
}

/// A word of either headline beside its counterpart in the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlignedWord {
    /// In the shown headline.
    pub shown: Option<Span>,
    /// In the original headline.
    pub original: Option<Span>,
    /// Of the change it is part of; `None` for a word that both have.
    pub kind: Option<ChangeKind>,
}

/// Compares two headlines word by word. Spans count from the start of each.
///
/// Total; beyond four million pairs of words (two headlines of 2,000 words)
/// the middle that differs is taken as one change.
pub fn compare(shown: &str, original: &str) -> Comparison {
    let shown = Side { text: shown, units: unit::read(shown) };
    let original = Side { text: original, units: unit::read(original) };
    let pairs = align::align(&shown.units, &original.units);
    let changes = change::find(&shown, &original, &pairs);
    let words = align::in_order(&shown.units, &original.units, &pairs, &changes);
    let substitution = substitution(&shown, &original, changes);
    Comparison { words, substitution }
}

/// Whether two headlines share hardly a word, so that one is no altered form of the other.
pub fn is_written_anew(shown: &str, original: &str) -> bool {
    let (common, smaller) = in_common(shown, original);
    smaller > 0 && 4 * common <= smaller
}

/// Returns how many words with meaning two headlines have in common, and how many the shorter one has.
pub(super) fn in_common(shown: &str, original: &str) -> (usize, usize) {
    let mean =
        |text: &str| -> Vec<Unit> { unit::read(text).into_iter().filter(|it| !align::is_empty_word(it)).collect() };
    let (shown, mut original) = (mean(shown), mean(original));
    let smaller = shown.len().min(original.len());
    let mut common = 0;
    for a in &shown {
        let matches = |b: &Unit| a.stem == b.stem || a.number.is_some() && a.number == b.number;
        if let Some(at) = original.iter().position(matches) {
            original.swap_remove(at);
            common += 1;
        }
    }
    (common, smaller)
}

/// Whether two stretches of headlines give numbers that are not the same: *at least five*, *seven*; *five*, *dozens*.
pub fn is_other_number(a: &str, b: &str) -> bool {
    const CROWDS: &[(&str, u64)] =
        &[("dozens", 24), ("scores", 40), ("hundreds", 200), ("thousands", 2_000), ("millions", 2_000_000)];
    let numbers = |text: &str| unit::read(text).iter().filter_map(|it| it.number).collect::<Vec<_>>();
    let least = |text: &str| CROWDS.iter().find(|it| text.split(' ').any(|word| is_one_of(word, it.0))).map(|it| it.1);
    let is_below =
        |numbers: &[u64], crowd: &str| least(crowd).zip(numbers.first()).is_some_and(|(most, it)| *it < most);
    let (of_a, of_b) = (numbers(a), numbers(b));
    !of_a.is_empty() && !of_b.is_empty() && of_a != of_b || is_below(&of_a, b) || is_below(&of_b, a)
}

/// One headline, read.
pub(super) struct Side<'t> {
    text: &'t str,
    units: Vec<Unit>,
}

impl Side<'_> {
    /// The span of the units in `range`, which is not empty.
    fn span(&self, range: std::ops::Range<usize>) -> Span {
        self.units[range.start].span.to(self.units[range.end - 1].span)
    }

    /// Whether nearly every longer word has a capital, so that capitals say nothing.
    fn is_title_case(&self) -> bool {
        let long = self.units.iter().skip(1).filter(|it| it.span.len() > 3 && it.number.is_none());
        let (capital, small): (Vec<&Unit>, Vec<&Unit>) = long.partition(|it| it.capital);
        capital.len() > 2 * small.len()
    }
}

fn substitution(shown: &Side<'_>, original: &Side<'_>, changes: Vec<Change>) -> Option<Substitution> {
    use ChangeKind::*;
    let rank = |change: &Change| match change.kind {
        ActorRelabelled => 0,
        ActorAdded => 1,
        EmotionAdded => 2,
        RelationChanged | PrecisionChanged => 3,
        HedgeDropped | TimeOrPlaceDropped => 4,
        Wording | Unclear => 5,
    };
    // A figure is no label; where no words came in, it is the whole headline that took the other's place.
    let main = changes.iter().filter(|it| it.to.is_some()).min_by_key(|it| (it.kind == PrecisionChanged, rank(it)));
    let label = main.and_then(|it| it.to).map_or_else(|| plain(shown.text), |span| label(shown, span));
    let replaces = main.and_then(|it| it.from).map(|span| plain(&original.text[span.range()]));
    (!changes.is_empty()).then_some(Substitution { label, replaces, changes })
}

/// The label within the words put in: *the Antichrist* of *the Antichrist’s men*.
fn label(shown: &Side<'_>, words: Span) -> String {
    let owner = shown.units.iter().filter(|it| words.contains(it.span)).find(|it| it.possessive);
    let end = owner.map_or(words.end(), |it| it.span.end());
    plain(&shown.text[words.start()..end])
}

/// With one plain space between words: what is compared, counted and shown in a table.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_anew() {
        for (shown, original) in [
            ("Greedy council robs our children of their beach", "Town weighs plan to lease north beach"),
            ("Fury as bosses wreck ferry", "Harbour board to vote on new timetable"),
            ("Ruin!", "Mayor resigns"),
        ] {
            assert!(is_written_anew(shown, original) && is_written_anew(original, shown), "{shown}");
        }
        for (shown, original) in [
            ("Thugs storm town hall in Velia", "Farmers enter town hall in Velia"),
            ("Six farmers hurt by the Wolf’s guards", "Six farmers hurt by mayor’s guards"),
            ("Traitors close harbour", "Union closes harbour"),
            ("At least 9 dead in Velia clash", "Nine killed in clashes in Velia, doctor says"),
            ("Mayor resigns", "Mayor resigns"),
            ("", "Mayor resigns"),
            ("", ""),
        ] {
            assert!(!is_written_anew(shown, original) && !is_written_anew(original, shown), "{shown}");
        }
    }

    /// The changes as `kind: from > to`, one a line.
    fn changes(shown: &str, original: &str) -> String {
        let found = compare(shown, original).substitution.map(|it| it.changes).unwrap_or_default();
        let words = |text: &str, span: Option<Span>| span.map_or("-".to_owned(), |it| text[it.range()].to_owned());
        let line = |it: &Change| format!("{:?}: {} > {}", it.kind, words(original, it.from), words(shown, it.to));
        found.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    fn label(shown: &str, original: &str) -> (String, Option<String>) {
        let it = compare(shown, original).substitution.expect("the two differ");
        (it.label, it.replaces)
    }

    #[test]
    fn one_name_for_another() {
        assert_eq!(
            changes("Traitors’ supporters block bridge", "Union supporters block bridge"),
            "ActorRelabelled: Union > Traitors"
        );
        assert_eq!(label("Rally of the Wolf’s men grows", "Union’s rally is growing").0, "the Wolf");
    }

    #[test]
    fn hyphenated_name() {
        assert_eq!(
            label("Snake-linked paper attacks harbour plan", "Ombra-linked paper attacks harbour plan"),
            ("Snake".to_owned(), Some("Ombra".to_owned()))
        );
    }

    #[test]
    fn label_before_a_name() {
        assert_eq!(
            changes("Butcher Ombra opens the old harbour", "Ombra opens the old harbour"),
            "ActorRelabelled: - > Butcher"
        );
    }

    #[test]
    fn actor_added() {
        assert_eq!(
            changes("The Wolf and Velia sign port treaty", "Velia signs port treaty"),
            "ActorAdded: - > The Wolf\nWording: signs > sign"
        );
    }

    #[test]
    fn precision_relation_time_and_place() {
        assert_eq!(
            changes(
                "Six farmers hurt in fight with the Wolf",
                "At least 6 hurt in weekend fights between farmers, Ombra guards in Velia"
            ),
            "PrecisionChanged: At least 6 > Six\n\
             TimeOrPlaceDropped: weekend > -\n\
             RelationChanged: fights between > fight with\n\
             ActorRelabelled: Ombra guards > the Wolf\n\
             TimeOrPlaceDropped: in Velia > -"
        );
    }

    #[test]
    fn another_number() {
        assert!(is_other_number("At least five", "Seven"));
        assert!(!is_other_number("At least 5", "Five"));
        assert!(is_other_number("Dozens", "Five") && is_other_number("Three", "Hundreds"));
        assert!(!is_other_number("Dozens", "30"));
    }

    #[test]
    fn at_least_is_not_cut() {
        assert_eq!(
            changes("Council spends on the pier", "Council spends at least £1.4m on the pier"),
            "Unclear: at least £1.4m > -"
        );
        assert_eq!(
            changes("Boat lost at the pier", "At least 9 hurt at the pier"),
            "Unclear: At least 9 hurt > Boat lost"
        );
    }

    #[test]
    fn crowd_for_a_number() {
        assert_eq!(
            changes("Dozens hurt on the pier", "At least 9 hurt on the pier"),
            "PrecisionChanged: At least 9 > Dozens"
        );
    }

    #[test]
    fn genitive_turned_round() {
        assert_eq!(
            changes(
                "The Reach of the Wolf’s Men Grows",
                "One year after flood inquiry, pro-harbour guilds’ reach is growing"
            ),
            "TimeOrPlaceDropped: One year after flood inquiry > -\n\
             ActorRelabelled: pro-harbour guilds > the Wolf’s Men\n\
             Wording: growing > Grows"
        );
    }

    #[test]
    fn hedge_dropped() {
        assert_eq!(
            changes("Mayor took bribes for harbour", "Mayor allegedly took bribes for harbour"),
            "HedgeDropped: allegedly > -"
        );
    }

    #[test]
    fn emotion_added() {
        assert_eq!(
            changes("Council approves horrific budget cuts", "Council approves budget cuts"),
            "EmotionAdded: - > horrific"
        );
    }

    #[test]
    fn a_name_called() {
        assert_eq!(
            changes("Mayor’s thugs block the pier", "Mayor’s supporters block the pier"),
            "ActorRelabelled: supporters > thugs"
        );
        assert_eq!(changes("Thugs block the old pier", "Block the old pier"), "ActorAdded: - > Thugs");
        assert_eq!(changes("Monster storm hits Velia", "Storm hits Velia"), "Unclear: - > Monster");
    }

    #[test]
    fn what_is_done_is_nobodys_name() {
        assert_eq!(
            changes("Heartless council shuts children’s pool", "Council to close Oldport pool for repairs"),
            "EmotionAdded: - > Heartless\nUnclear: close Oldport > shuts children\nUnclear: repairs > -"
        );
    }

    #[test]
    fn where_somebody_is_from() {
        assert_eq!(changes("Danish woman robs three banks", "Woman robs three banks"), "ActorRelabelled: - > Danish");
        assert_eq!(changes("Danish ferry hits the pier", "Ferry hits the pier"), "Unclear: - > Danish");
    }

    #[test]
    fn of_other_words_nothing_is_said() {
        assert_eq!(
            changes("Student murdered on the old pier", "Student killed on the old pier"),
            "Unclear: killed > murdered"
        );
    }

    #[test]
    fn fair_wording_is_no_accusation() {
        for (shown, original) in [
            ("Blaze guts school in the old port", "Fire guts school in the old port"),
            ("Row on pool fees goes to court", "Row over pool fees goes to court"),
            ("Deadly crash shuts bridge road", "Fatal crash shuts bridge road"),
            ("Murder trial of ferry captain begins", "Trial of ferry captain begins"),
            ("New tax regime starts in May", "New tax rules start in May"),
            ("Coach crash kills 12 near the port", "12 killed in coach crash near the port"),
        ] {
            let found = changes(shown, original);
            assert!(found.lines().all(|it| it.starts_with("Unclear") || it.starts_with("Wording")), "{shown}: {found}");
        }
    }

    #[test]
    fn a_label_is_never_empty() {
        let of = |shown, original| {
            let (label, replaces) = label(shown, original);
            format!("{label} for {}", replaces.as_deref().unwrap_or("nothing"))
        };
        assert_eq!(of("Council to ban cars", "Council may ban cars in May"), "Council to ban cars for nothing");
        assert_eq!(of("Gangs hurt seven at pier", "At least 7 hurt at pier"), "Gangs for nothing");
    }

    #[test]
    fn wording_only() {
        assert_eq!(
            changes("Council votes to shut the pool", "Council votes to close the pool"),
            "Unclear: close > shut"
        );
    }

    #[test]
    fn the_same_twice() {
        assert_eq!(compare("Pool to close", "Pool to close").substitution, None);
        assert_eq!(compare("", "").words, []);
    }

    #[test]
    fn words_of_both_in_order() {
        let drawn = compare("Pool to shut", "Pool may close");
        let show = |text: &str, span: Option<Span>| span.map_or(String::new(), |it| text[it.range()].to_owned());
        let words: Vec<_> = (drawn.words.iter())
            .map(|it| (show("Pool to shut", it.shown), show("Pool may close", it.original)))
            .collect();
        assert_eq!(words.first(), Some(&("Pool".to_owned(), "Pool".to_owned())));
        assert_eq!(words.len(), 5);
    }

    #[test]
    fn thousands_of_words() {
        let shown = "mayor resigns now ".repeat(1200);
        let original = "council stays put ".repeat(1200);
        assert!(compare(&shown, &original).substitution.is_some());
    }
}
