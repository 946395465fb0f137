//! What a text cannot tell of itself, as searches to make elsewhere.

use crate::ling::{Attribution, BlockKind, Class, MONTHS, SourceKind, Word, dateline, is_person};
use crate::text::{Span, cut, find, sort_by_number};

use super::ArticleReport;
use super::facts::{Fact, Value};

/// One question to take elsewhere, and the words to search for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    pub kind: SearchKind,
    /// As typed into a search box; `None` where no words would help.
    pub words: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SearchKind {
    /// Who else ran it under this headline?
    Headline,
    /// The headline it first had.
    OriginalHeadline,
    /// Where did these words stand first?
    FirstPublished,
    /// Who else counts, and what do they count?
    Figure,
    /// Did this person say so?
    Quotation,
    Person,
    Author,
    /// Who runs the site?
    Outlet,
    Picture,
}

impl SearchKind {
    /// A name that never changes: what a reader noted is kept under it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::OriginalHeadline => "original",
            Self::FirstPublished => "first",
            Self::Figure => "figure",
            Self::Quotation => "quotation",
            Self::Person => "person",
            Self::Author => "author",
            Self::Outlet => "outlet",
            Self::Picture => "picture",
        }
    }

    /// The question, as a reader is asked.
    pub fn question(self) -> &'static str {
        match self {
            Self::Headline => "Who else has this headline, and over which text?",
            Self::OriginalHeadline => "Who ran it under the other headline?",
            Self::FirstPublished => "Where did these words stand first? Is there an agency’s own copy?",
            Self::Figure => "What do others count, and who told them?",
            Self::Quotation => "Was this said, by whom, and what came before and after it?",
            Self::Person => "Who is this, and who else quotes them?",
            Self::Author => "Who wrote this, and what else have they written?",
            Self::Outlet => "Who runs the site? Read what others say of it, not its own page alone.",
            Self::Picture => "Is the picture from this event? Search with the picture itself.",
        }
    }
}

/// Searches of one kind.
const MOST: usize = 2;

/// Places looked through for the one most often named.
const MAX_PLACES: usize = 100;

/// Words of a quoted string; search boxes stop reading at some thirty.
const MAX_WORDS: usize = 10;

/// Writes the searches for an article, from the whole to the parts.
pub fn searches(text: &str, article: &ArticleReport) -> Vec<Search> {
    let writer = Writer { text, article, place: place(text, article) };
    let mut list = Vec::new();
    let mut add = |kind: SearchKind, words: Vec<String>| {
        list.extend(words.into_iter().take(MOST).map(|it| Search { kind, words: Some(it) }));
    };
    add(SearchKind::Headline, writer.exact(article.headline));
    add(SearchKind::OriginalHeadline, writer.exact(article.original_headline));
    add(SearchKind::FirstPublished, writer.first_published());
    add(SearchKind::Figure, writer.figures());
    add(SearchKind::Quotation, writer.quotations());
    add(SearchKind::Person, writer.people());
    add(SearchKind::Author, writer.authors());
    add(
        SearchKind::Outlet,
        article.outlet.iter().map(|it| format!("{} owner OR funding OR \"about us\"", marks(it))).collect(),
    );
    if article.outlet.is_none() && !article.sentences.is_empty() {
        list.push(Search { kind: SearchKind::Outlet, words: None });
    }
    if article.blocks.iter().any(|(kind, _)| *kind == BlockKind::Caption) {
        list.push(Search { kind: SearchKind::Picture, words: None });
    }
    list
}

struct Writer<'t> {
    text: &'t str,
    article: &'t ArticleReport,
    /// The place most often named.
    place: Option<&'t str>,
}

fn place<'t>(text: &'t str, article: &ArticleReport) -> Option<&'t str> {
    let places = article.facts.facts.iter().filter(|it| it.value == Value::Place);
    let places: Vec<&str> = places.map(|it| &text[it.span.range()]).take(MAX_PLACES).collect();
    let times = |name: &str| places.iter().filter(|it| **it == name).count();
    places.iter().rev().copied().max_by_key(|it| times(it))
}

impl Writer<'_> {
    fn quote(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    fn exact(&self, span: Option<Span>) -> Vec<String> {
        span.map(|it| marks(self.quote(it))).into_iter().filter(|it| it.len() > 4).collect()
    }

    /// The sentence of the running text that is least likely to stand elsewhere by chance: a long one.
    fn first_published(&self) -> Vec<String> {
        let of_prose = |span: Span| {
            self.article.blocks.iter().any(|(kind, block)| *kind == BlockKind::Paragraph && block.contains(span))
        };
        // The lead is what an agency's own copy shares most often.
        let sentences = self.article.sentences.iter().map(|(span, _)| *span).take(12).filter(|it| of_prose(*it));
        let is_stock = |it: Span| find(self.quote(it), "anonymity").is_some();
        let best = sentences.max_by_key(|it| (!is_stock(*it), it.len().min(160), std::cmp::Reverse(it.start())));
        let wire = self.article.wire.as_deref().map(|it| format!(" {it}")).unwrap_or_default();
        // A dateline is the first thing that a copy changes: *VELIA (Reuters) –*.
        let words = |it| dateline(self.quote(it)).map_or(self.quote(it), |head| &self.quote(it)[head.len..]);
        let best = best.map(|it| format!("{}{wire}", marks(words(it))));
        // *The Times reported that …*: what another outlet ran.
        let own = self.article.outlet.as_deref();
        let is_other = |it: &&Attribution| {
            it.kind == SourceKind::Outlet && it.source.first().is_some_and(|it| Some(self.quote(*it)) != own)
        };
        let relayed = self.article.attributions.iter().find(is_other).and_then(|it| {
            let told = marks(self.quote(*it.content.first()?));
            Some(format!("{} {}", self.quote(*it.source.first()?), told.trim_matches('"').trim_start_matches("that ")))
        });
        relayed.into_iter().chain(best).collect()
    }

    fn figures(&self) -> Vec<String> {
        let mut told: Vec<String> = Vec::new();
        for fact in &self.article.facts.facts {
            if told.len() == MOST {
                break;
            }
            let Value::Figure { unit, place, .. } = &fact.value else { continue };
            if !unit.is_toll() || fact.in_headline && told.is_empty() && self.has_other(fact) {
                continue;
            }
            let place = place.map(|it| self.quote(it)).or(self.place).unwrap_or_default();
            let words = format!("{} {place} {}", marks(self.quote(fact.span)), self.when());
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            if !told.contains(&words) {
                told.push(words);
            }
        }
        told
    }

    /// Whether the body has a toll of its own: its words say more than the headline's.
    fn has_other(&self, fact: &Fact) -> bool {
        let is_toll = |it: &Fact| matches!(it.value, Value::Figure { unit, .. } if unit.is_toll()) && !it.in_headline;
        self.article.facts.facts.iter().any(|it| it.span != fact.span && is_toll(it))
    }

    /// The month and year, as far as the text has them.
    fn when(&self) -> String {
        let published = self.article.published.as_deref();
        let mut of_text = self.article.facts.facts.iter().filter_map(|it| match &it.value {
            Value::Date { iso } => iso.as_deref(),
            _ => None,
        });
        // A page dated years after its story is searched for by the story.
        let is_old = self.article.flags.iter().any(|it| it.of.0 == "date-conflict" && it.kind == Some("page"));
        let of_story = is_old.then(|| of_text.clone().find(|it| Some(*it) != published)).flatten();
        let Some(date) = of_story.or(published).or_else(|| of_text.next()) else { return String::new() };
        let mut parts = date.split('-');
        let year = parts.next().unwrap_or_default();
        let month = parts.next().and_then(|it| it.parse::<usize>().ok()).and_then(|it| MONTHS.get(it.wrapping_sub(1)));
        format!("{} {year}", month.unwrap_or(&""))
    }

    /// The longest direct quotations.
    fn quotations(&self) -> Vec<String> {
        let contents = self.article.attributions.iter().flat_map(|it| it.content.iter());
        let mut quotes: Vec<&str> = contents.filter_map(|it| inner(self.quote(*it))).collect();
        sort_by_number(&mut quotes, |it| (MAX_WORDS - it.split_whitespace().take(MAX_WORDS).count()) as u128);
        quotes.dedup();
        quotes.into_iter().filter(|it| it.split_whitespace().count() >= 4).map(marks).collect()
    }

    /// A desk is nobody to look up: *Staff*.
    fn authors(&self) -> Vec<String> {
        let names = self.article.byline.iter().flat_map(|it| it.split([',', '&'])).flat_map(|it| it.split(" and "));
        let people = names.map(|it| without_title(it.trim())).filter(|it| is_person(it));
        people.map(|it| format!("{} journalist", marks(it))).collect()
    }

    fn people(&self) -> Vec<String> {
        let place = self.place.unwrap_or_default();
        let mut named: Vec<_> = self.article.sources.iter().filter(|it| it.kind == SourceKind::Named).collect();
        sort_by_number(&mut named, |it| u128::MAX - it.mentions.len() as u128);
        let names =
            named.into_iter().filter_map(|it| it.name.as_deref()).map(without_title).filter(|it| it.contains(' '));
        names.map(|it| format!("{} {place}", marks(it)).trim_end().to_owned()).collect()
    }
}

/// *Professor Ann Reed*: the name, where more than one word of it is left.
fn without_title(name: &str) -> &str {
    let is_title = |it: &str| Word::read(it.trim_end_matches('.')).is(Class::Title);
    match cut(name, " ") {
        Some((title, rest)) if is_title(title) && rest.contains(' ') => without_title(rest),
        _ => name,
    }
}

/// The words between the quotation marks of `text`, where it has them.
fn inner(text: &str) -> Option<&str> {
    let (_, after) = text.split_once(['“', '"', '«'])?;
    let inner = after.split(['”', '"', '»']).next()?;
    Some(inner.trim_end_matches([',', '.']))
}

/// The first words of `text` as an exact string for a search box.
fn marks(text: &str) -> String {
    let mut all = text.split_whitespace();
    let mut words: Vec<&str> = all.by_ref().take(MAX_WORDS).collect();
    // *who spoke on condition of*: a string that is cut ends in a word that tells something.
    let is_small = |it: &&str| {
        let small = [Class::Preposition, Class::Determiner, Class::Conjunction, Class::Auxiliary, Class::Pronoun];
        Word::read(it).classes.has_any(&small)
    };
    let is_cut = all.next().is_some();
    while is_cut && words.len() > 4 && words.last().is_some_and(is_small) {
        words.pop();
    }
    let plain: String = words.join(" ").chars().filter(|it| !matches!(it, '"' | '“' | '”' | '«' | '»')).collect();
    format!("\"{}\"", plain.trim_end_matches(|it: char| it.is_ascii_punctuation()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::analyse;

    const TEXT: &str = "Six farmers hurt in Velia\n\nBy Ann Reed\n\n3 May 2021\n\n\
        VELIA (Reuters) – At least six farmers were wounded in Velia on Sunday, a doctor said.\n\n\
        “We will not leave this field to anyone,” said Mayor Karl Odd. Trucks wait on both banks.";

    fn words(kind: SearchKind) -> Vec<String> {
        let report = analyse(TEXT);
        let list = searches(TEXT, &report.articles[0]);
        list.into_iter().filter(|it| it.kind == kind).filter_map(|it| it.words).collect()
    }

    #[test]
    fn quoted_strings() {
        assert_eq!(words(SearchKind::Headline), ["\"Six farmers hurt in Velia\""]);
        assert_eq!(words(SearchKind::Quotation), ["\"We will not leave this field to anyone\""]);
        assert_eq!(words(SearchKind::Author), ["\"Ann Reed\" journalist"]);
        let first = words(SearchKind::FirstPublished);
        assert!(first[0].starts_with("\"At least six farmers were wounded"), "{first:?}");
    }

    #[test]
    fn each_author_without_a_title() {
        let authors = |byline: &str| {
            let text = TEXT.replace("By Ann Reed", byline);
            let list = searches(&text, &analyse(&text).articles[0]).into_iter();
            list.filter(|it| it.kind == SearchKind::Author).filter_map(|it| it.words).collect::<Vec<_>>()
        };
        assert_eq!(authors("By Ann Reed and Bo Rae"), ["\"Ann Reed\" journalist", "\"Bo Rae\" journalist"]);
        assert_eq!(authors("By Professor Ann Reed"), ["\"Ann Reed\" journalist"]);
        assert_eq!(authors("By Staff"), [""; 0]);
    }

    #[test]
    fn a_person_without_a_title() {
        let text = "Ferry to stop\n\n“We will not leave,” said Mr Karl Odd, who studies at the University of Velia.";
        let list = searches(text, &analyse(text).articles[0]);
        let person = list.into_iter().find(|it| it.kind == SearchKind::Person).and_then(|it| it.words);
        assert_eq!(person.as_deref(), Some("\"Karl Odd\" University of Velia"));
    }

    #[test]
    fn a_sentence_begins_behind_its_dateline() {
        let text = TEXT.replace(" – ", " - ");
        let list = searches(&text, &analyse(&text).articles[0]);
        let first = list.into_iter().find(|it| it.kind == SearchKind::FirstPublished).and_then(|it| it.words);
        assert!(first.as_deref().is_some_and(|it| it.starts_with("\"At least six farmers")), "{first:?}");
    }

    #[test]
    fn a_figure_with_its_place_and_month() {
        assert_eq!(words(SearchKind::Figure), ["\"At least six farmers were wounded\" Velia May 2021"]);
    }

    #[test]
    fn a_page_dated_years_after_its_story() {
        let text = "Six farmers hurt in Velia\n\nTuesday, March 5, 2024\n\n\
            VELIA, November 29, 2019 – At least six farmers were wounded in Velia on Friday, a doctor said.";
        let list = searches(text, &analyse(text).articles[0]);
        let figure = list.into_iter().find(|it| it.kind == SearchKind::Figure).and_then(|it| it.words);
        assert_eq!(figure.as_deref(), Some("\"At least six farmers were wounded\" Velia November 2019"));
    }

    #[test]
    fn nothing_to_search_for() {
        let report = analyse("");
        assert_eq!(searches("", &report.articles[0]), []);
    }

    #[test]
    fn who_runs_a_site_without_a_name() {
        let report = analyse(TEXT);
        let outlet = Search { kind: SearchKind::Outlet, words: None };
        assert!(searches(TEXT, &report.articles[0]).contains(&outlet));
    }

    #[test]
    fn a_string_that_is_cut_ends_in_a_word_of_its_own() {
        let text = "The old ferry of the Ald will go on to the yard";
        assert_eq!(marks(text), "\"The old ferry of the Ald will go\"");
    }

    #[test]
    fn what_another_outlet_ran_and_who_is_heard_most() {
        let text = "Ferry to stop\n\nReuters reported that the ferry would stop.\n\nBo Lind said no. Ann Reed said it was \
            old. Kim Odd said no. Ann Reed said it would stop.";
        let list = searches(text, &analyse(text).articles[0]);
        let first = |kind| list.iter().find(|it| it.kind == kind).and_then(|it| it.words.clone()).unwrap_or_default();
        assert_eq!(first(SearchKind::FirstPublished), "Reuters the ferry would stop");
        assert_eq!(first(SearchKind::Person), "\"Ann Reed\"");
    }

    #[test]
    fn no_mark_breaks_the_string() {
        assert_eq!(marks("a \"b\" c."), "\"a b c\"");
    }
}
