//! The figures, dates, ages, places and names of one article.

use crate::text::{Document, Sentence, Span, by_each, sort_by_number};

use super::article::{Article, Block, BlockKind};
use super::attribution::Attribution;
use super::date::{self, Date};
use super::fact_word::{self, Role};
use super::figure::{self, Figure};
use super::lexicon::Class;
use super::name::{self, Name, NameKind, Person};
use super::number::{self, Tokens};
use super::place::{self, Place};
use super::word::{Shape, Word};

/// Every list is in the order of the text.
#[derive(Debug, Default)]
pub struct Facts {
    pub figures: Vec<Figure>,
    pub dates: Vec<Date>,
    pub ages: Vec<Age>,
    pub places: Vec<Place>,
    pub names: Vec<Name>,
    pub people: Vec<Person>,
}

/// How old somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    pub span: Span,
    pub years: u8,
    /// Index into the names of the article.
    pub name: Option<usize>,
    /// Index into the document's sentences.
    pub sentence: usize,
}

impl Facts {
    pub(super) fn read(document: &Document, words: &[Word], article: &Article, attributions: &[Attribution]) -> Self {
        // Some a paragraph.
        let names = Vec::with_capacity(article.blocks.len() * 4);
        let mut facts = Self { names, ..Self::default() };
        for block in &article.blocks {
            if is_dated_only(block.kind) && block.span.len() > MAX_DATE_LINE {
                continue;
            }
            for index in document.paragraphs()[block.paragraph].sentences.clone() {
                let sentence = &document.sentences()[index];
                facts.read_sentence(document, words, block, index, sentence);
            }
        }
        facts.people = name::people(document, &mut facts.names);
        facts.attribute(attributions);
        facts
    }

    /// The names that begin in `span`.
    pub fn names_in(&self, span: Span) -> impl Iterator<Item = &Name> {
        let first = self.names.partition_point(|it| it.span.start() < span.start());
        self.names[first..].iter().take_while(move |it| it.span.start() < span.end())
    }

    fn read_sentence(&mut self, document: &Document, words: &[Word], block: &Block, index: usize, sentence: &Sentence) {
        let (first, end) = (sentence.tokens.start, sentence.tokens.end);
        let words = &words[..end];
        let tokens = Tokens { document, words, first, end };
        let (figures, dates, places) = (self.figures.len(), self.dates.len(), self.places.len());
        let (mut at, mut name_end, mut place_end) = (tokens.first, tokens.first, tokens.first);
        // One look at a word sorts out most.
        while let Some(step) = words.get(at..).and_then(|it| it.iter().position(may_begin)) {
            at += step;
            let fact = tokens.roles(at);
            let may_date = tokens.shape(at) == Shape::Number || fact.is_any(&[Role::Weekday, Role::Month]);
            let is_dated = may_date.then(|| date::read(&tokens, at)).flatten();
            if let Some((it, end)) = is_dated {
                self.dates.push(Date { sentence: index, block: block.kind, ..it });
                at = end;
                continue;
            }
            if is_dated_only(block.kind) {
                at += 1;
                continue;
            }
            if number::may_begin(&tokens, at, fact)
                && let Some((it, end)) = figure::read(&tokens, at)
            {
                let age = self.age(&tokens, at, end, index);
                match age {
                    Some(age) => self.ages.push(age),
                    None => self.figures.push(Figure { sentence: index, block: block.kind, ..it }),
                }
                at = end;
                continue;
            }
            if tokens.shape(at) == Shape::Number
                && let Some(age) = self.age(&tokens, at, at + 1, index)
            {
                self.ages.push(age);
            }
            let is_led = fact.is(Role::PlacePreposition);
            let place = || is_led.then(|| place::read(&tokens, at)).flatten();
            if place_end <= at
                && let Some((it, end)) = place().or_else(|| place::beside(&tokens, at, place_end))
            {
                self.places.push(Place { sentence: index, block: block.kind, ..it });
                place_end = end;
            }
            if name_end <= at
                && tokens.words[at].is_capital()
                && let Some((it, end)) = name::read(&tokens, at)
            {
                self.names.extend(it.map(|it| Name { sentence: index, block: block.kind, ..it }));
                self.name_last_age(document);
                name_end = end;
            }
            at += 1;
        }
        self.link(&tokens, figures, dates, places);
    }

    /// *Lee, 42,*; *aged 42*; *42-year-old*.
    fn age(&self, tokens: &Tokens<'_>, at: usize, end: usize, sentence: usize) -> Option<Age> {
        if tokens.shape(at) != Shape::Number {
            return None;
        }
        let token = tokens.text(at);
        let span = tokens.document.tokens()[at].span;
        let last = self.names.last().filter(|it| it.sentence == sentence);
        let name = last.map(|_| self.names.len() - 1);
        let years = |text: &str| text.parse().ok().filter(|years| (1..=120_u8).contains(years));
        if let Some(years) = token.strip_suffix("-year-old").and_then(years) {
            // *Ann Reed, a 41-year-old nurse*
            let is_told =
                |it: &&Name| matches!(&tokens.document[Span::new(it.span.end(), span.start())], ", a " | ", an ");
            return Some(Age { span, years, name: name.filter(|_| last.filter(is_told).is_some()), sentence });
        }
        let years = years(token)?;
        if end != at + 1 || at == tokens.first {
            return None;
        }
        // *aged 19 to 54*
        let is_second = tokens.is(at - 1, "to") && at > tokens.first + 2;
        if tokens.has(if is_second { at - 3 } else { at - 1 }, words!["aged", "age"]) {
            return Some(Age { span, years, name: None, sentence });
        }
        let is_near = |it: &&Name| it.span.end() + 4 > tokens.document.tokens()[at - 1].span.start();
        let is_person = last.filter(is_near).is_some_and(|it| matches!(it.kind, NameKind::Person | NameKind::Unclear));
        let is_enclosed =
            tokens.is(at - 1, ",") && tokens.is_one_of(end, ", . ;") || tokens.is(at - 1, "(") && tokens.is(end, ")");
        (is_person && is_enclosed).then_some(Age { span, years, name, sentence })
    }

    /// *the 41-year-old nurse Ann Reed*: gives the age before a name to that name.
    fn name_last_age(&mut self, document: &Document) {
        let (Some(name), Some(age)) = (self.names.last(), self.ages.last_mut()) else { return };
        let is_before = age.name.is_none() && age.sentence == name.sentence && age.span.end() < name.span.start();
        if is_before && name.span.start() - age.span.end() <= MAX_NOUN {
            let between = &document[Span::new(age.span.end(), name.span.start())];
            let is_noun = between.bytes().all(|it| it.is_ascii_lowercase() || it == b' ');
            age.name = is_noun.then(|| self.names.len() - 1);
        }
    }

    /// Gives every figure of a sentence the place and the date of its clause.
    fn link(&mut self, tokens: &Tokens<'_>, figures: usize, dates: usize, places: usize) {
        if self.figures.len() == figures {
            return;
        }
        let mut place_at = places;
        let mut date_at = dates;
        for at in figures..self.figures.len() {
            let (span, unit) = (self.figures[at].span, self.figures[at].unit);
            // Each figure is passed once for each unit at most.
            let next_of_unit = self.figures[at + 1..].iter().find(|it| it.unit == unit);
            let bound = next_of_unit.map_or(usize::MAX, |it| it.span.start());
            let near = |it: Span, reach: usize| {
                it.start() >= span.end() && it.start() < bound && it.start() - span.end() <= reach
                    || it.end() <= span.start() && span.start() - it.end() <= reach
            };
            while self.places.get(place_at).is_some_and(|it| it.span.start() < span.end()) {
                place_at += 1;
            }
            let behind = Some(place_at).filter(|&it| self.places.get(it).is_some_and(|it| near(it.span, MAX_CLAUSE)));
            let before = place_at.checked_sub(1).filter(|&it| it >= places && near(self.places[it].span, MAX_CLAUSE));
            self.figures[at].place = behind.or(before);
            while self.dates.get(date_at).is_some_and(|it| it.span.start() < span.end()) {
                date_at += 1;
            }
            let is_told = |it: usize| !is_of_telling(tokens, span.end(), self.dates[it].span.start());
            let behind = Some(date_at)
                .filter(|&it| self.dates.get(it).is_some_and(|it| near(it.span, MAX_CLAUSE)) && is_told(it));
            let before = date_at.checked_sub(1).filter(|&it| it >= dates && near(self.dates[it].span, MAX_CLAUSE));
            self.figures[at].date = behind.or(before);
        }
    }

    /// Gives every figure the attribution in whose content it stands.
    fn attribute(&mut self, attributions: &[Attribution]) {
        let mut contents: Vec<(Span, usize)> = (attributions.iter().enumerate())
            .flat_map(|(index, it)| it.content.iter().map(move |&span| (span, index)))
            .collect();
        sort_by_number(&mut contents, |(span, at)| by_each(&[span.start(), span.end(), *at]));
        for figure in &mut self.figures {
            let behind = contents.partition_point(|(span, _)| span.start() <= figure.number.start());
            // Contents nest at most a few deep.
            let holds = |&&(span, _): &&(Span, usize)| span.contains(figure.number);
            figure.attribution =
                contents[behind.saturating_sub(4)..behind].iter().rev().find(holds).map(|&(_, index)| index);
        }
    }
}

/// Whether a figure, a date, an age, a place or a name may begin with the word: a capital, a number,
/// or one that the lexicon knows to begin one.
fn may_begin(word: &Word) -> bool {
    !matches!(word.shape, Shape::Lower | Shape::Punct) | fact_word::begins(word)
}

/// How far, in bytes, a place or a date may stand from the figure it belongs to.
const MAX_CLAUSE: usize = 160;

/// The longest noun, in bytes, between an age and its name: *the 41-year-old *nurse* Ann Reed*.
const MAX_NOUN: usize = 16;

/// The longest line, in bytes, read for nothing but its date.
const MAX_DATE_LINE: usize = 200;

/// Lines around the article, which may give the date of the page.
fn is_dated_only(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Furniture
            | BlockKind::Date
            | BlockKind::Byline
            | BlockKind::Credit
            | BlockKind::Biography
            | BlockKind::OriginalHeadline
    )
}

/// Whether words of telling stand between a figure and a date: *…, the mayor said on Friday*.
fn is_of_telling(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let between = tokens.document.tokens_in(Span::new(from, to.max(from)));
    tokens.words[between].iter().any(|it| it.is(Class::SayVerb) || fact_word::of(it).is(Role::Telling))
}
