//! The strip of every figure, date, age, place and person of an article, and what does not agree in it.

use crate::ling::{Annotated, Element, ElementKind, Found, Hedge, Name, NameKind, SourceKind, Unit};
use crate::text::Span;
use crate::traits;

/// The facts of one article, each kind in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    pub facts: Vec<Fact>,
    pub joins: Vec<Join>,
    /// The parts of the headline, each looked up in the text below it.
    pub headline: Vec<HeadlinePart>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    pub value: Value,
    pub span: Span,
    /// Index into the article's attributions: who says so.
    pub source: Option<usize>,
    pub in_headline: bool,
    /// Other places of the same person.
    pub also: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    Figure {
        unit: Unit,
        low: f64,
        high: f64,
        hedge: Hedge,
        place: Option<Span>,
    },
    /// As `2020-11-28` where it is complete.
    Date {
        iso: Option<String>,
    },
    Age {
        years: u8,
    },
    Place,
    Person,
}

/// Two facts that do not agree, with a question that takes no side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// Indices into the facts; equal where one person is spelt in two ways, or a date cannot be.
    pub a: usize,
    pub b: usize,
    /// The two places that the question is about.
    pub at: [Span; 2],
    pub question: String,
}

/// A part of a headline, looked up in the text below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadlinePart {
    pub kind: ElementKind,
    /// In the headline.
    pub span: Span,
    pub found: Found,
    /// Where the body has it, or what it has instead.
    pub place: Option<Span>,
}

impl From<&Element> for HeadlinePart {
    fn from(it: &Element) -> Self {
        Self { kind: it.kind, span: it.span, found: it.found, place: it.place }
    }
}

/// Facts of one kind that a strip shows; a text of more is no article.
const MAX_OF_KIND: usize = 2_000;

/// Joins of one strip.
const MAX_JOINS: usize = 100;

/// Where each kind begins in the strip.
struct Starts {
    ages: usize,
    dates: usize,
    people: usize,
}

/// Gathers the facts of an article and joins those that do not agree.
pub fn strip(text: Annotated<'_>) -> Strip {
    let mut strip = Strip::default();
    let starts = strip.gather(text);
    strip.join(text, &starts);
    strip.headline = traits::headline(text).iter().map(HeadlinePart::from).collect();
    strip
}

impl Strip {
    fn gather(&mut self, text: Annotated<'_>) -> Starts {
        let facts = text.facts;
        let headline = text.article.headline;
        let add = |value: Value, span: Span, source: Option<usize>| Fact {
            value,
            span,
            source,
            in_headline: headline.is_some_and(|it| it.contains(span)),
            also: Vec::new(),
        };
        self.facts.extend(facts.figures.iter().take(MAX_OF_KIND).map(|it| {
            let place = it.place.map(|at| facts.places[at].span);
            let value = Value::Figure { unit: it.unit, low: it.low, high: it.high, hedge: it.hedge, place };
            add(value, it.span, it.attribution)
        }));
        let ages = self.facts.len();
        self.facts
            .extend(facts.ages.iter().take(MAX_OF_KIND).map(|it| add(Value::Age { years: it.years }, it.span, None)));
        let dates = self.facts.len();
        self.facts
            .extend(facts.dates.iter().take(MAX_OF_KIND).map(|it| add(Value::Date { iso: it.iso() }, it.span, None)));
        let people = self.facts.len();
        self.facts.extend(facts.people.iter().take(MAX_OF_KIND).map(|it| {
            let also = it.mentions.iter().map(|&at| facts.names[at].span).filter(|span| *span != it.name).collect();
            Fact { also, ..add(Value::Person, it.name, None) }
        }));
        // Whoever speaks by a name that no list has.
        let named = text.sources.iter().filter(|it| it.kind == SourceKind::Named).take(MAX_OF_KIND);
        self.facts.extend(named.filter_map(|it| {
            let names = || it.mentions.iter().flat_map(|&it| facts.names_in(it));
            let is_known = names().any(|it| it.person.is_some());
            // *Velden Mayor Gus Farrow*: the name alone.
            let name = it.name.as_deref().filter(|it| it.contains(' '))?;
            let is_it = |it: &&Name| it.kind == NameKind::Unclear && text.document[it.span].ends_with(name);
            let end = names().find(is_it)?.span.end();
            (!is_known).then(|| add(Value::Person, Span::new(end - name.len(), end), None))
        }));
        self.facts.extend(facts.places.iter().take(MAX_OF_KIND).map(|it| add(Value::Place, it.span, None)));
        Starts { ages, dates, people }
    }

    fn join(&mut self, text: Annotated<'_>, starts: &Starts) {
        let words = |span: Span| &text.document[span];
        for (a, b) in traits::conflicts(text).iter().copied().filter(|it| it.0.max(it.1) < MAX_OF_KIND) {
            let (first, second) = (words(self.facts[a].span), words(self.facts[b].span));
            self.put(a, b, format!("“{first}” and “{second}” differ; does the text say why?"));
        }
        for (a, b) in headline_figures(text).into_iter().filter(|it| it.0.max(it.1) < MAX_OF_KIND) {
            let (first, second) = (words(self.facts[a].span), words(self.facts[b].span));
            self.put(a, b, format!("The headline has “{first}”, the text “{second}”; do they say the same?"));
        }
        for (a, b) in traits::age_conflicts(text).into_iter().filter(|it| it.0.max(it.1) < MAX_OF_KIND) {
            self.put(starts.ages + a, starts.ages + b, "One person, two ages; which is right?".to_owned());
        }
        for &(at, ref note) in traits::date_conflicts(text).iter().filter(|it| it.0 < MAX_OF_KIND) {
            let at = starts.dates + at;
            self.put(at, at, format!("{note} Which day is meant?"));
        }
        if let Some((a, b)) = traits::page_conflict(text).filter(|it| it.0.max(it.1) < MAX_OF_KIND) {
            let question = "The page and the story are dated years apart; when was this written?";
            self.put(starts.dates + a, starts.dates + b, question.to_owned());
        }
        self.join_names(text, starts.people);
    }

    fn join_names(&mut self, text: Annotated<'_>, people: usize) {
        // Names lie in the order of the text, so that a place finds its person at once.
        let person = |span: Span| {
            let behind = text.facts.names.partition_point(|it| it.span.start() <= span.start());
            text.facts.names[..behind].last()?.person.filter(|it| *it < MAX_OF_KIND).map(|it| people + it)
        };
        let mut asked: Vec<(usize, usize)> = Vec::new();
        for (a, b) in traits::variants(text).iter().copied().take(MAX_JOINS) {
            // A spelling that stands alone is no person of its own.
            let (first, second) = (person(a), person(b));
            let Some(pair) = first.or(second).zip(second.or(first)) else { continue };
            let pair = (pair.0.min(pair.1), pair.0.max(pair.1));
            if !asked.contains(&pair) {
                asked.push(pair);
                let question = format!("“{}” and “{}”: one person?", &text.document[a], &text.document[b]);
                self.put_at(pair, [a, b], question);
            }
        }
    }

    fn put(&mut self, a: usize, b: usize, question: String) {
        self.put_at((a, b), [self.facts[a].span, self.facts[b].span], question);
    }

    fn put_at(&mut self, (a, b): (usize, usize), at: [Span; 2], question: String) {
        if self.joins.len() < MAX_JOINS {
            self.joins.push(Join { a, b, at, question });
        }
    }
}

/// Tolls of the headline that the text does not bear out, by the look-up of the headline's own rule.
fn headline_figures(text: Annotated<'_>) -> Vec<(usize, usize)> {
    let figures = &text.facts.figures;
    let at = |span: Span| figures.iter().position(|it| it.span == span);
    let unlike = traits::headline(text).iter().filter(|it| it.kind == ElementKind::Figure && it.found != Found::Yes);
    let pairs = unlike.filter_map(|it| Some((at(it.span)?, at(it.place?)?)));
    pairs.filter(|it| figures[it.0].unit.is_toll()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::Reading;

    fn joins(text: &str) -> Vec<String> {
        let reading = Reading::new(text);
        let strips: Vec<_> = reading.articles().map(strip).collect();
        strips.into_iter().flat_map(|it| it.joins).map(|it| it.question).collect()
    }

    #[test]
    fn figures_and_names() {
        let text = "Four people were killed in Oldport. Nine people were killed in Oldport.";
        assert_eq!(
            joins(text),
            ["“Four people were killed” and “Nine people were killed” differ; does the text say why?"]
        );
        let names = "Karim Musleh left. A judge freed Musleh, and Mosleh came back.";
        assert_eq!(joins(names), ["“Mosleh” and “Musleh”: one person?"]);
    }

    #[test]
    fn a_date_against_the_calendar() {
        assert_eq!(
            joins("The council met on Sunday, 12 May 2021, to vote."),
            ["12 May 2021 was a Wednesday. Which day is meant?"]
        );
    }

    #[test]
    fn headline_drops_a_hedge() {
        let text = "Seven dead in Oldport clash\n\nAt least seven people died in Oldport on Friday, the hospital said.\n\nThe town is calm.";
        assert_eq!(
            joins(text),
            ["The headline has “Seven dead”, the text “At least seven people died”; do they say the same?"]
        );
    }

    #[test]
    fn a_number_of_a_headline_that_the_text_bears_out() {
        let text = "Dozens killed in Oldport raid\n\nAt least 28 people were killed in Oldport on Friday, the hospital said.\n\nThe town is calm.";
        assert_eq!(joins(text), [""; 0]);
        let text = text.replace("Dozens", "40");
        assert_eq!(
            joins(&text),
            ["The headline has “40 killed”, the text “At least 28 people were killed”; do they say the same?"]
        );
    }

    #[test]
    fn who_speaks_by_name_is_in_the_strip_once() {
        let people = |text: &str| {
            let reading = Reading::new(text);
            let strips: Vec<_> = reading.articles().map(strip).collect();
            let facts = strips.into_iter().flat_map(|it| it.facts).filter(|it| it.value == Value::Person);
            facts.map(|it| text[it.span.range()].to_owned()).collect::<Vec<_>>()
        };
        for (text, names) in [
            ("Councilwoman Tina Boyle voted no. Boyle left.", &["Tina Boyle"][..]),
            ("Superintendent Luis Ortega said on Monday that it rained. “I know,” Luis Ortega said.", &["Luis Ortega"]),
            ("The builder, Gus Farrow, left. A clerk accused Gus Farrow of theft.", &["Gus Farrow"]),
            ("“It is shut,” said Quilla Marrot. Marrot sails there.", &["Quilla Marrot"]),
            ("Marrot Foods said that it was shut.", &[]),
        ] {
            assert_eq!(people(text), names, "{text}");
        }
    }

    #[test]
    fn everything_is_in_the_strip() {
        let reading = Reading::new("Mayor Ann Reed, 41, said on 3 May 2021 that four people died in Oldport.");
        let strip = strip(reading.articles().next().expect("every text has an article"));
        let values: Vec<_> = strip.facts.iter().map(|it| &it.value).collect();
        assert!(values.contains(&&Value::Age { years: 41 }), "{values:?}");
        assert!(values.contains(&&Value::Date { iso: Some("2021-05-03".into()) }), "{values:?}");
        assert!(values.contains(&&Value::Person) && values.contains(&&Value::Place), "{values:?}");
    }
}
