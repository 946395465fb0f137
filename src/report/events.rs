//! Reports of one event, side by side: who, how many, where, when, under which labels.

use std::collections::HashMap;

use crate::ling::{
    Annotated, BlockKind, Class, Figure, Hedge, NameKind, Pos, Shape, Unit, is_one_of, skeleton, without_article,
};
use crate::text::{Span, TokenKind, by_each, sort_by_number};

/// One thing that reports of an event tell, and what each of them says.
#[derive(Clone, Debug, PartialEq)]
pub struct Aspect {
    pub kind: AspectKind,
    /// Whom or what it is about, in the words of the first report that has it.
    pub name: String,
    /// One list for each report, in the order given; empty where it says nothing.
    pub cells: Vec<Vec<Telling>>,
    /// Whether figures of two reports exclude each other.
    pub differs: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AspectKind {
    /// A toll: *dead*, *wounded*.
    Figure(Unit),
    Person,
    /// What a person is called: *influential cleric*.
    Label,
    Place,
    Date,
}

/// What one report says, where, and on whose word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// In that report.
    pub span: Span,
    pub hedge: Option<Hedge>,
    pub source: Option<Span>,
}

/// Tellings of one aspect shown of one report.
const MAX_TELLINGS: usize = 6;

/// Rows of people, of places and of labels; the most told come first.
const MAX_ROWS: usize = 16;

/// Lays reports of one event side by side. Works for any number of them.
pub fn align(reports: &[Annotated<'_>]) -> Vec<Aspect> {
    let mut aspects = figures(reports);
    aspects.extend(people(reports));
    let mut places = named(reports, AspectKind::Place, |text| {
        let is_told = |it: BlockKind| it.is_prose() || it == BlockKind::Headline;
        let places = text.facts.places.iter().filter(|it| is_told(it.block));
        places.map(|it| (place_key(&text.document[it.span]), it.span)).collect()
    });
    for (key, row) in &mut places {
        for (text, cell) in reports.iter().zip(&mut row.cells).filter(|(_, cell)| cell.is_empty()) {
            let words = row.name.split_whitespace().count();
            cell.extend(named_at(*text, *key, words).map(|span| Telling { span, hedge: None, source: None }));
        }
    }
    aspects.extend(unkeyed(places));
    aspects.extend(unkeyed(named(reports, AspectKind::Date, |text| {
        let dates = text.facts.dates.iter().filter(|it| it.block.is_prose());
        let key = |it: &crate::ling::Date| {
            let day = (it.month.unwrap_or(0), it.day.unwrap_or(0), it.year.unwrap_or(0));
            // A weekday alone, or a day whatever its weekday.
            let weekday = if it.day.is_some() { 7 } else { it.weekday.unwrap_or(7) };
            u64::from(weekday) << 48 | u64::from(day.0) << 40 | u64::from(day.1) << 32 | u64::from(day.2.unsigned_abs())
        };
        dates.map(|it| (key(it), it.span)).collect()
    })));
    aspects
}

/// *Nasiriya* and *Nasiriyah* are one town.
fn place_key(name: &str) -> u64 {
    skeleton(name.trim_end_matches('h'))
}

/// Where an article has a place of so many words in any role: in its dateline, as an owner, in a caption.
fn named_at(text: Annotated<'_>, key: u64, words: usize) -> Option<Span> {
    let tokens = text.document.tokens();
    let blocks = text.article.blocks.iter().filter(|it| it.kind != BlockKind::Furniture);
    let mut all = blocks.flat_map(|it| text.document.paragraphs()[it.paragraph].tokens.clone());
    all.find_map(|at| {
        let span = tokens[at].span.to(tokens.get(at + words - 1).filter(|_| text.words[at].is_capital())?.span);
        let name = text.document[span].split(['’', '\'']).next()?;
        (place_key(name) == key).then(|| Span::new(span.start(), span.start() + name.len()))
    })
}

/// Whether a report in which nothing was found may tell of it all the same: a word of the name stands there.
pub fn may_tell(text: Annotated<'_>, aspect: &Aspect) -> bool {
    let key = |it: &str| (it.chars().next(), place_key(it));
    let parts = aspect.name.split(|it: char| !it.is_alphanumeric());
    let mut names = parts.filter(|it| it.len() > 3 && it.starts_with(char::is_uppercase)).map(key);
    let bare = |span: Span| text.document[span].split(['’', '\'']).next().unwrap_or_default();
    let stands = |name| text.document.tokens().iter().any(|it| key(bare(it.span)) == name);
    matches!(aspect.kind, AspectKind::Figure(_)) || names.any(stands)
}

fn unkeyed(rows: Vec<(u64, Aspect)>) -> impl Iterator<Item = Aspect> {
    rows.into_iter().map(|(_, row)| row)
}

fn figures(reports: &[Annotated<'_>]) -> Vec<Aspect> {
    const TOLLS: [Unit; 5] = [Unit::Dead, Unit::Wounded, Unit::Arrested, Unit::Missing, Unit::Displaced];
    let of = |unit: Unit| {
        let cells: Vec<Vec<&Figure>> = (reports.iter())
            .map(|text| {
                let is_told = |it: &&Figure| it.unit == unit && !it.is_part && (unit.is_toll() || is_aboard(*text, it));
                text.facts.figures.iter().filter(is_told).take(MAX_TELLINGS).collect()
            })
            .collect();
        let firsts: Vec<&Figure> = cells.iter().filter_map(|it: &Vec<&Figure>| it.first().copied()).collect();
        let excludes = |a: &Figure, b: &Figure| ceiling(a) < b.low || ceiling(b) < a.low;
        let differs = firsts.iter().enumerate().any(|(at, a)| firsts[at + 1..].iter().any(|b| excludes(a, b)));
        let cells: Vec<Vec<Telling>> = (reports.iter().zip(cells))
            .map(|(text, figures)| figures.into_iter().map(|it| telling(*text, it)).collect())
            .collect();
        let name = if unit.is_toll() { unit.name() } else { "on board" };
        Aspect { kind: AspectKind::Figure(unit), name: name.to_owned(), cells, differs }
    };
    TOLLS.into_iter().chain([Unit::People]).map(of).filter(|it| it.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// *120 people on board*, *118 people were aboard*
fn is_aboard(text: Annotated<'_>, figure: &Figure) -> bool {
    let tokens = text.document.tokens_in(figure.span);
    (tokens.start..tokens.end + 3).any(|at| text.document.is_one_of(at, "aboard board"))
}

/// The most a figure allows; a floor allows twice itself.
fn ceiling(figure: &Figure) -> f64 {
    if figure.hedge == Hedge::AtLeast { 2.0 * figure.high } else { figure.high }
}

fn telling(text: Annotated<'_>, figure: &Figure) -> Telling {
    let source = figure.attribution.and_then(|it| text.attributions[it].source.first().copied());
    Telling { span: figure.span, hedge: Some(figure.hedge), source }
}

/// A row for each person, however spelled, and one for what that person is called.
fn people(reports: &[Annotated<'_>]) -> Vec<Aspect> {
    let person = |text: Annotated<'_>, it: usize| {
        let name = &text.facts.names[it];
        skeleton(without_article(&text.document[name.surname]))
    };
    let is_person = |text: Annotated<'_>, it: usize| {
        let name = &text.facts.names[it];
        name.person.is_some() && name.kind != NameKind::Body
    };
    let names = named(reports, AspectKind::Person, |text| {
        let all = 0..text.facts.names.len();
        all.filter(|&it| is_person(text, it)).map(|it| (person(text, it), text.facts.names[it].span)).collect()
    });
    let labels = named(reports, AspectKind::Label, |text| {
        let all = 0..text.facts.names.len();
        all.filter(|&it| is_person(text, it))
            .filter_map(|it| Some((person(text, it), label(text, text.facts.names[it].span)?)))
            .collect()
    });
    let mut rows = Vec::new();
    // What a person is called stands under that person.
    for (key, mut row) in labels {
        if let Some((_, person)) = names.iter().find(|(it, _)| *it == key) {
            row.name.clone_from(&person.name);
        }
        rows.push(row);
    }
    names.into_iter().map(|(_, row)| row).chain(rows).collect()
}

/// Words before a name that a label may have.
const MAX_LABEL: usize = 5;

/// What stands before a name and describes it: *influential Shiite cleric*.
fn label(text: Annotated<'_>, name: Span) -> Option<Span> {
    let tokens = text.document.tokens();
    let first = text.document.tokens_in(name).start;
    let mut start = first;
    while start > 0 && first - start < MAX_LABEL && tokens[start].spaced && tokens[start - 1].kind == TokenKind::Word {
        let word = &text.words[start - 1];
        let is_function = word.classes.has_any(&[
            Class::Preposition,
            Class::Determiner,
            Class::Pronoun,
            Class::Auxiliary,
            Class::Conjunction,
            Class::SayVerb,
            Class::Possessive,
        ]);
        let describes = word.shape == Shape::Lower || word.is(Class::Demonym) || word.is(Class::Title);
        if is_function || !describes || word.possessive {
            break;
        }
        start -= 1;
    }
    // *Marchers who back Shiite leader*: a verb describes nobody.
    let word = |at: usize| &text.document[tokens[at].span];
    let is_clause = start > 0 && is_one_of(word(start - 1), "who that which to");
    if is_clause && start < first && text.words[start].pos.is(Pos::BASE.or(Pos::PRES).or(Pos::PAST)) {
        start += 1;
    }
    let is_person = |at: usize| {
        text.words[at].classes.has_any(&[Class::PersonNoun, Class::OfficeNoun, Class::CollectiveNoun, Class::Title])
    };
    (start < first && is_person(first - 1)).then(|| tokens[start].span.to(tokens[first - 1].span))
}

/// Rows of things by a key, each with the distinct forms that the reports give it.
fn named(
    reports: &[Annotated<'_>],
    kind: AspectKind,
    list: impl Fn(Annotated<'_>) -> Vec<(u64, Span)>,
) -> Vec<(u64, Aspect)> {
    let mut row_of: HashMap<u64, usize> = HashMap::new();
    let mut rows: Vec<(usize, (u64, Aspect))> = Vec::new();
    for (report, text) in reports.iter().enumerate() {
        for (key, span) in list(*text) {
            let at = *row_of.entry(key).or_insert_with(|| {
                let name = text.document[span].to_owned();
                let cells = vec![Vec::new(); reports.len()];
                rows.push((0, (key, Aspect { kind, name, cells, differs: false })));
                rows.len() - 1
            });
            let (count, (_, row)) = &mut rows[at];
            *count += 1;
            let cell = &mut row.cells[report];
            let is_new = !cell.iter().any(|it| text.document[it.span].eq_ignore_ascii_case(&text.document[span]));
            if is_new && cell.len() < MAX_TELLINGS {
                cell.push(Telling { span, hedge: None, source: None });
            }
        }
    }
    let told_in = |it: &Aspect| it.cells.iter().filter(|cell| !cell.is_empty()).count();
    // Stable: what is told as often stays in the order of the text.
    sort_by_number(&mut rows, |(count, row)| u64::MAX as u128 - by_each(&[told_in(&row.1), *count]));
    rows.into_iter().take(MAX_ROWS).map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::Reading;

    fn table(texts: &[&str]) -> Vec<String> {
        let readings: Vec<Reading> = texts.iter().map(|it| Reading::new(*it)).collect();
        let reports: Vec<_> = readings.iter().filter_map(|it| it.articles().next()).collect();
        let cell = |(at, it): (usize, &Vec<Telling>)| {
            it.iter().map(|it| &texts[at][it.span.range()]).collect::<Vec<_>>().join(", ")
        };
        (align(&reports).iter())
            .map(|it| {
                let cells: Vec<_> = it.cells.iter().enumerate().map(cell).collect();
                format!("{}{}: {}", it.name, if it.differs { "!" } else { "" }, cells.join(" | "))
            })
            .collect()
    }

    #[test]
    fn two_reports() {
        let a = "Four people were killed in Oldport on Friday after populist cleric Karim al-Hadi spoke.";
        let b = "Seven people died in Oldport on Saturday when followers of the leader Kareem al-Hadi met.";
        let table = table(&[a, b]);
        assert!(table.contains(&"dead!: Four people were killed | Seven people died".to_owned()), "{table:?}");
        assert!(table.contains(&"Karim al-Hadi: Karim al-Hadi | Kareem al-Hadi".to_owned()), "{table:?}");
        assert!(table.contains(&"Karim al-Hadi: populist cleric | leader".to_owned()), "{table:?}");
        assert!(table.contains(&"Oldport: Oldport | Oldport".to_owned()), "{table:?}");
        assert!(table.contains(&"Friday: Friday | ".to_owned()), "{table:?}");
    }

    #[test]
    fn one_town_two_spellings() {
        let table = table(&["Four people died in Nasiriya on Friday.", "People met in Nasiriyah in June."]);
        assert!(table.contains(&"Nasiriya: Nasiriya | Nasiriyah".to_owned()), "{table:?}");
    }

    #[test]
    fn a_place_in_another_role() {
        let table = table(&["Four people died in Oldport.", "OLDPORT, Lyria (AP) – Nine people died at sea."]);
        assert!(table.contains(&"Oldport: Oldport | OLDPORT".to_owned()), "{table:?}");
    }

    #[test]
    fn who_was_on_board() {
        let table = table(&["It left with 120 people on board.", "The port said 118 people were aboard."]);
        assert_eq!(table, ["on board!: 120 people | 118 people"]);
    }

    #[test]
    fn a_name_that_stands_in_a_text_is_not_left_out() {
        let texts = ["Four people died in Nasiriya on Friday.", "Nasiriyah’s gates are shut.", "The gates are shut."];
        let readings = texts.map(Reading::new);
        let [one, other, none] = [0, 1, 2].map(|at: usize| readings[at].articles().next().expect("one"));
        let told = align(&[one, none]);
        let town = told.iter().find(|it| it.name == "Nasiriya").expect("a row");
        assert!(may_tell(other, town) && !may_tell(none, town));
    }

    #[test]
    fn a_verb_is_no_label() {
        let table = table(&["The marchers who back populist leader Karim Odd met in Oldport.", "Karim Odd came."]);
        assert!(table.contains(&"Karim Odd: populist leader | ".to_owned()), "{table:?}");
    }

    #[test]
    fn nothing_to_align() {
        assert_eq!(table(&["", ""]), Vec::<String>::new());
        assert_eq!(table(&[]), Vec::<String>::new());
    }
}
