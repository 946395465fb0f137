//! What of a headline the text below it bears out.

use std::sync::LazyLock;

use crate::text::{Document, Span, TokenKind, by_each, sort_by_number};

use super::annotated::Annotated;
use super::article::BlockKind;
use super::fact_word::Role;
use super::figure::{self, Figure};
use super::headline::{figures, idiom};
use super::key_index::WordSet;
use super::lexicon::{Class, entries};
use super::name;
use super::number::Tokens;
use super::place::COUNTIES;
use super::word::{Shape, Word, key};

/// A part of a headline that a text should bear out.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub kind: ElementKind,
    /// In the headline's document.
    pub span: Span,
    pub found: Found,
    /// Where the body has it, or what it has instead.
    pub place: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ElementKind {
    Figure,
    Name,
    /// A name called: *monster*.
    Label,
    /// *massacre*, *fraud*.
    Claim,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Found {
    Yes,
    /// Only in somebody's quotation.
    Quoted,
    /// Less sure, or in milder words.
    Weaker,
    No,
}

/// A headline, in the article's own document or in one of its own.
#[derive(Clone, Copy, Debug)]
pub struct Line<'r> {
    pub document: &'r Document,
    pub words: &'r [Word],
    pub span: Span,
}

/// Looks every element of a headline up in the body of `text`, in the order of the headline.
pub fn check_headline(line: Line<'_>, text: Annotated<'_>) -> Vec<Element> {
    let range = line.document.tokens_in(line.span);
    let (words, first, end) = (&line.words[..range.end], range.start, range.end);
    let tokens = Tokens { document: line.document, words, first, end };
    let mut search = Search::default();
    search.collect(&tokens);
    search.read(text);
    sort_by_number(&mut search.elements, |it| by_each(&[it.span.start(), it.span.end()]));
    search.elements
}

/// A headline has fewer; a pasted chapter is no headline.
const MAX_ELEMENTS: usize = 48;

/// Each figure costs a look at every number of the body.
const MAX_FIGURES: usize = 6;

/// Words looked for; each costs a comparison with every word of the body that begins alike.
const MAX_WANTED: usize = 160;

#[derive(Default)]
struct Search<'r> {
    elements: Vec<Element>,
    wanted: Vec<Wanted<'r>>,
    /// Each with whether it counts few enough to be told one by one, *a man and a woman*, and whether a family.
    figures: Vec<(usize, Figure, [bool; 2])>,
    /// Which pairs of first letters any wanted word has.
    starts: Starts,
    /// The names behind *in*, and those of a site, *Thames sewage*; each with whether it is one.
    towns: Vec<(Span, bool)>,
}

/// A word that bears an element out.
struct Wanted<'r> {
    pattern: Pattern<'r>,
    element: usize,
    /// What it makes of the element.
    gives: Found,
}

/// A word, or the beginning of one, whatever its capitals.
#[derive(Clone, Copy, Debug)]
struct Pattern<'r> {
    letters: &'r str,
    is_start: bool,
}

impl<'r> Pattern<'r> {
    fn read(word: &'r str) -> Self {
        let start = word.strip_suffix('*');
        Self { letters: start.unwrap_or(word), is_start: start.is_some() }
    }

    fn fits(&self, word: &str) -> bool {
        let (own, word) = (self.letters.as_bytes(), word.as_bytes());
        let is_start = word.len() >= own.len() && word[..own.len()].eq_ignore_ascii_case(own);
        // A possessive and a compound are the word too: *devil’s*, *devil-like*.
        is_start && (self.is_start || word.get(own.len()).is_none_or(|it| !it.is_ascii_alphanumeric()))
    }
}

/// A bit for each pair of letters, small or capital; other bytes share theirs.
#[derive(Default)]
struct Starts([u64; 16]);

impl Starts {
    fn index(word: &[u8]) -> usize {
        let letter = |at: usize| word.get(at).map_or(0, |it| usize::from(it % 32));
        32 * letter(0) + letter(1)
    }

    fn add(&mut self, word: &str) {
        let at = Self::index(word.as_bytes());
        self.0[at / 64] |= 1 << (at % 64);
    }

    fn may_hold(&self, word: &[u8]) -> bool {
        let at = Self::index(word);
        self.0[at / 64] & (1 << (at % 64)) != 0
    }
}

/// Words of one meaning, as the list has them.
struct Group {
    kind: ElementKind,
    heads: Vec<Pattern<'static>>,
    support: Vec<Pattern<'static>>,
}

static GROUPS: LazyLock<Vec<Group>> =
    LazyLock::new(|| entries(crate::list!("ling/data/headline_words.txt")).filter_map(group).collect());

/// The heads of all groups, as the index of their start and the number of their group, in order.
static HEADS: LazyLock<Vec<(usize, usize, Pattern<'static>)>> = LazyLock::new(|| {
    let of_group = |(group, it): (usize, &'static Group)| {
        it.heads.iter().map(move |it| (Starts::index(it.letters.as_bytes()), group, *it))
    };
    let mut heads: Vec<_> = GROUPS.iter().enumerate().flat_map(of_group).collect();
    sort_by_number(&mut heads, |it| by_each(&[it.0, it.1]));
    heads
});

/// The first group that a word is a head of.
fn group_of(word: &str) -> Option<&'static Group> {
    let start = Starts::index(word.as_bytes());
    let first = HEADS.partition_point(|it| it.0 < start);
    let mut heads = HEADS[first..].iter().take_while(|it| it.0 == start);
    heads.find(|it| it.2.fits(word)).map(|it| &GROUPS[it.1])
}

fn group(line: &'static str) -> Option<Group> {
    let (heads, support) = line.split_once(':').unwrap_or((line, ""));
    let (kind, heads) = heads.split_once(' ')?;
    let kind = if kind == "label" { ElementKind::Label } else { ElementKind::Claim };
    let patterns = |list: &'static str| list.split_whitespace().map(Pattern::read).collect();
    Some(Group { kind, heads: patterns(heads), support: patterns(support) })
}

impl<'r> Search<'r> {
    fn collect(&mut self, tokens: &Tokens<'r>) {
        let is_title = is_title_case(tokens);
        let mut at = tokens.first;
        let mut name_end = at;
        while at < tokens.end && self.elements.len() < MAX_ELEMENTS && self.wanted.len() < MAX_WANTED {
            if let Some((figure, end)) = figure::read(tokens, at) {
                if self.figures.len() < MAX_FIGURES && figures::is_checkable(tokens, at, &figure) {
                    let element = self.add(ElementKind::Figure, figure.span);
                    let few = [figures::may_be_named(tokens, &figure), figures::is_house(tokens, at)];
                    self.figures.push((element, figure, few));
                }
                at = end;
                continue;
            }
            if let Some(end) = idiom::end_at(tokens.words, at) {
                at = end;
                continue;
            }
            let is_listed = self.collect_word(tokens, at);
            if name_end <= at
                && let Some((name, end)) = name::read(tokens, at)
            {
                name_end = end;
                let is_name = name.is_some_and(|it| !it.opens_sentence) && !is_title && !is_listed;
                if let Some(name) = name.filter(|_| is_name) {
                    self.collect_name(tokens, at, end, name.span);
                }
            }
            at += 1;
        }
    }

    fn add(&mut self, kind: ElementKind, span: Span) -> usize {
        self.elements.push(Element { kind, span, found: Found::No, place: None });
        self.elements.len() - 1
    }

    fn want(&mut self, pattern: Pattern<'r>, element: usize, gives: Found) {
        if self.wanted.len() == MAX_WANTED {
            return;
        }
        self.starts.add(pattern.letters);
        self.wanted.push(Wanted { pattern, element, gives });
    }

    /// A label or a claim of the list; returns whether it is one.
    fn collect_word(&mut self, tokens: &Tokens<'_>, at: usize) -> bool {
        if tokens.document.tokens()[at].kind != TokenKind::Word {
            return false;
        }
        let word = tokens.text(at);
        let Some(group) = group_of(word) else { return false };
        let span = tokens.stem(at);
        let head = word.find('-').map_or(span, |hyphen| Span::new(span.start(), span.start() + hyphen));
        let element = self.add(group.kind, head);
        group.heads.iter().for_each(|it| self.want(*it, element, Found::Yes));
        group.support.iter().for_each(|it| self.want(*it, element, Found::Weaker));
        true
    }

    /// A name is borne out by any of its words.
    fn collect_name(&mut self, tokens: &Tokens<'r>, first: usize, end: usize, span: Span) {
        let is_known = |at: usize| {
            let word = &tokens.words[at];
            // Short forms and peoples go by many names: *US*, *GOP*, *French*.
            word.shape == Shape::AllCaps
                || word.is(Class::Demonym)
                || idiom::is_short_form(tokens.text(at))
                || tokens.fact(at).is_any(&[
                    Role::Weekday,
                    Role::Month,
                    Role::Body,
                    Role::Title,
                    Role::Opener,
                    Role::PlaceNoun,
                ])
        };
        if (first..end).any(is_known) || says_where(tokens, first, end) {
            return;
        }
        let words: Vec<&'r str> =
            (first..end).map(|at| &tokens.document[tokens.stem(at)]).filter(|it| it.len() > 2).collect();
        let is_plain = |it: &&str| it.bytes().all(|byte| byte.is_ascii_alphabetic());
        if words.is_empty() || !words.iter().all(is_plain) || words.iter().any(|it| METONYMS.has(key(it))) {
            return;
        }
        let is_site = tokens.is_one_of(end, SITES) || tokens.is_one_of(end, "sewage");
        let is_setting = first > tokens.first && (is_site || tokens.is_one_of(first - 1, "in"));
        if is_setting && !tokens.fact(first).is(Role::FirstName) {
            self.towns.push((span, is_site));
        }
        let element = self.add(ElementKind::Name, span);
        for word in words {
            // *Iran* is borne out by *Iranian*.
            let letters = &word[..word.len().min(MAX_STEM)];
            self.want(Pattern { letters, is_start: true }, element, Found::Yes);
        }
    }

    /// Looks for everything wanted in one pass over the body.
    fn read(&mut self, text: Annotated<'_>) {
        let mut quotes = text.quotes.iter().peekable();
        let (all, bytes) = (text.document.tokens(), text.document.text().as_bytes());
        for block in text.article.blocks.iter().filter(|it| is_body(it.kind)) {
            if self.wanted.is_empty() {
                break;
            }
            for token in &all[text.document.paragraphs()[block.paragraph].tokens.clone()] {
                if token.kind != TokenKind::Word || !self.starts.may_hold(&bytes[token.span.range()]) {
                    continue;
                }
                while quotes.next_if(|it| it.span.end() <= token.span.start()).is_some() {}
                let is_quoted = quotes.peek().is_some_and(|it| it.span.start() <= token.span.start());
                self.meet(&text.document[token.span], Some(token.span), is_quoted);
            }
        }
        // The Brod News need not say in which town the council of Brod met.
        text.article.outlet.iter().flat_map(|it| it.split(' ')).for_each(|word| self.meet(word, None, false));
        let mut idle = None;
        for (element, figure, [is_few, is_house]) in std::mem::take(&mut self.figures) {
            let (found, place) = figures::find(&figure, text);
            let it = &mut self.elements[element];
            (it.found, it.place) = (found, place);
            let is_told = is_house || is_few && (figure.unit.is_toll() || !figures::counts_in_lead(text));
            idle = idle.or((is_told && found == Found::No && place.is_none()).then_some(it.span));
        }
        let towns = if self.towns.is_empty() { [false; 2] } else { has_town(text) };
        let is_borne_out =
            |it: Span| self.towns.iter().any(|&(town, is_site)| town == it && towns[usize::from(is_site)]);
        let is_town = |it: &Element| it.found == Found::No && is_borne_out(it.span);
        self.elements.retain(|it| Some(it.span) != idle && !is_town(it));
    }

    /// Takes note of a word of the body; what is borne out is looked for no longer.
    fn meet(&mut self, word: &str, place: Option<Span>, is_quoted: bool) {
        self.wanted.retain(|it| {
            let element = &mut self.elements[it.element];
            let found = if is_quoted { it.gives.max(Found::Quoted) } else { it.gives };
            if found < element.found && it.pattern.fits(word) {
                (element.found, element.place) = (found, place);
            }
            element.found != Found::Yes
        });
    }
}

/// Letters of a name that must agree.
const MAX_STEM: usize = 4;

/// Names a headline puts for a government, a party, a house or the countries of a region; own knowledge of English.
static METONYMS: WordSet = WordSet::new(
    "washington moscow beijing london paris berlin brussels kremlin capitol hill pentagon westminster congress dems \
    dem britain america wall hollywood holland obamacare brexit tehran pyongyang twitter facebook internet foggy \
    downing fed aotearoa africa asia europe horn balkans caucasus sahel levant baltic baltics caribbean scandinavia \
    arctic midlands christmas diwali easter eid hanukkah ramadan thanksgiving",
);

/// *across western Germany*, *Ohio school*, *Norfolk case*: a country, a state or a county, of which the text may
/// name a town; *Leeds fire*, of which it may name a street, where *Lee murder* has the name of a victim; *48 hours in
/// Velia*: a journey, of which it may say *the city*.
fn says_where(tokens: &Tokens<'_>, first: usize, end: usize) -> bool {
    let is_county = |at: usize| COUNTIES.has(tokens.words[at].key);
    let is_place = |at: &usize| tokens.words[*at].is(Class::Place) || is_county(*at);
    let lead = (tokens.first..first).rev().find(|at| !is_place(at));
    let of = [Class::PersonNoun, Class::CollectiveNoun, Class::KinNoun, Class::Institution, Class::OfficeNoun];
    const NEWS: &str = "attack case coast crash murder shooting stabbing town village";
    const EVENTS: &str = "blaze fire flood";
    let is_trip = |at: usize| tokens.is_one_of(at, "hours days nights weekend");
    first > tokens.first + 1 && is_trip(first - 2) && tokens.is_one_of(first - 1, "in")
        || tokens.is_one_of(end, EVENTS)
        || (first..end).all(|at| is_place(&at))
            && (lead.is_some_and(|at| tokens.is_one_of(at, "in across around off near throughout"))
                || tokens.shape(end) == Shape::Lower
                    && (tokens.words[end].classes.has_any(&of) || tokens.is_one_of(end, NEWS)))
}

const SITES: &str = "airport beach estuary harbour island lake loch mountain peak port river stadium station";

/// *There were 318 fires in the borough*: how the text goes on about the town or the site of its headline; not *the
/// city of Brod*, nor where it names another, *in Oldport*.
fn has_town(text: Annotated<'_>) -> [bool; 2] {
    /// Paragraphs of the body.
    const LEAD: usize = 3;
    const TOWNS: &str = "borough city county district suburb town village";
    const NAMING: &str = "of hall council centre center court clerk mayor manager school hospital";
    let is = |at: usize, words: &str| text.document.is_one_of(at, words);
    let lead = || text.prose().take(LEAD).map(|it| &text.document.paragraphs()[it.paragraph]);
    let is_town_of = |place: Span| {
        let at = text.document.tokens_in(place).start;
        lead().any(|it| it.span.contains(place)) && is(at - 1, "in") && !COUNTIES.has(text.words[at].key)
    };
    let names_none = !text.facts.places.iter().any(|it| is_town_of(it.span));
    let is_told = |at: usize| at > 0 && is(at - 1, "the") && !is(at + 1, NAMING);
    [TOWNS, SITES]
        .map(|words| names_none && lead().flat_map(|it| it.tokens.clone()).any(|at| is(at, words) && is_told(at)))
}

pub(super) fn is_body(kind: BlockKind) -> bool {
    kind.is_prose() || matches!(kind, BlockKind::Caption | BlockKind::Subheading)
}

/// Whether nearly every long word has a capital, so that capitals prove no name.
fn is_title_case(tokens: &Tokens<'_>) -> bool {
    let (mut capital, mut lower) = (0, 0);
    for at in tokens.first + 1..tokens.end {
        if tokens.document.tokens()[at].kind == TokenKind::Word && tokens.text(at).len() > 3 {
            let is_capital = tokens.words[at].is_capital();
            capital += u32::from(is_capital);
            lower += u32::from(!is_capital);
        }
    }
    capital > lower
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::Reading;

    /// The elements of a headline as `words: what became of them`.
    fn elements(headline: &str, body: &str) -> Vec<String> {
        let line = Reading::new(headline);
        let body = Reading::new(body);
        let text = body.articles().next().expect("every text has an article");
        let whole = Span::new(0, headline.len());
        let line = Line { document: &line.document, words: &line.words, span: whole };
        check_headline(line, text).iter().map(|it| format!("{}: {:?}", &headline[it.span.range()], it.found)).collect()
    }

    #[test]
    fn figures() {
        let body = "At least seven people died on Friday, and 40 were hurt, said the hospital.";
        assert_eq!(elements("Seven dead in clash", body), ["Seven dead: Weaker"]);
        assert_eq!(elements("At least 7 dead in clash", body), ["At least 7 dead: Yes"]);
        assert_eq!(elements("Nine dead and 40 hurt in clash", body), ["Nine dead: No", "40 hurt: Yes"]);
        assert_eq!(elements("5 things to know", body), Vec::<String>::new());
        assert_eq!(elements("Two dead in crash", "A man and a woman died on Friday."), Vec::<String>::new());
        let toll = "Shells killed a farmer and his two sons.\n\nWar has killed at least 1,900 people in the country since May.";
        assert_eq!(elements("Shells leave three dead in village", toll), Vec::<String>::new());
        let none = Vec::<String>::new();
        assert_eq!(elements("One in four pupils skips lunch", "A quarter of pupils eat nothing."), none);
        assert_eq!(elements("Family of four found dead", "A couple and their two sons were found dead."), none);
        assert_eq!(elements("Berry cuts risk by 50%", "The berry could halve the risk."), ["50%: Yes"]);
        assert_eq!(elements("Almost 50 hurt", "The brigade said 48 people were hurt."), ["Almost 50 hurt: Yes"]);
        assert_eq!(elements("Almost 50 hurt", "The brigade said 53 people were hurt."), ["Almost 50 hurt: No"]);
        let three = "Three people were killed in the fire on Monday.";
        assert_eq!(elements("Family of five killed in fire", three), ["five killed: No", "killed: Yes"]);
        assert_eq!(elements("Sales rise by 50%", "Sales rose in the first half of the year."), ["50%: No"]);
        assert_eq!(elements("Almost 50 hurt", "The brigade said 31 people were hurt."), ["Almost 50 hurt: No"]);
        for named in [
            "Six Nations: town beats city",
            "10 Downing Street opens",
            "7 July bombings marked",
            "Big Four banks fined",
        ] {
            assert_eq!(elements(named, three).len(), 0, "{named}");
        }
        assert_eq!(elements("3 held for theft", "Ann Lee, Bo Rae and Jo Hart were arrested on Monday."), none);
        assert_eq!(elements("Fares rise to $40", three), ["$40: No"]);
        let eight = "Eight bridges in Velia were shut on Monday.";
        for counted in ["Three bridges shut in storm", "12 Velia bridges shut", "Ten MPs shut bridges"] {
            assert!(elements(counted, eight).iter().any(|it| it.ends_with("No")), "{counted}");
        }
        let lead = "Four were killed in Marlow on Monday, the mayor said.";
        assert_eq!(elements("Three dead in town", lead), ["Three dead: No"]);
    }

    #[test]
    fn labels_and_claims() {
        assert_eq!(
            elements("Monster sent to prison", "The man was sent to prison on Friday, a court said."),
            ["Monster: No"]
        );
        assert_eq!(elements("Monster truck runs riot", "A lorry broke a fence."), Vec::<String>::new());
        assert_eq!(elements("Mayor a liar, says aide", "He lied to us, the aide said of the mayor."), ["liar: Weaker"]);
        assert_eq!(
            elements("Devil’s men storm camp", "“He is a devil,” said one protester of the chief."),
            ["Devil: Quoted"]
        );
    }

    #[test]
    fn names() {
        let body = "The Iranian minister met the mayor of Oldport in the town hall last week.";
        assert_eq!(elements("Minister of Iran meets mayor in Oldport", body), ["Iran: Yes", "Oldport: Yes"]);
        assert_eq!(elements("Minister meets mayor in Marlow today", body), ["Marlow: No"]);
        assert_eq!(elements("Minister Meets Mayor In Marlow", body), Vec::<String>::new());
        let paper = "Trams stop in Marlow\n\nBy Ann Lee\nMarlow Morning News, 3 May 2021\n\n";
        assert_eq!(elements("Trams stop in Marlow", &format!("{paper}{body}")), ["Marlow: Yes"]);
    }

    #[test]
    fn countries_that_say_where() {
        let body = "Trams stood still in Essen on Monday.\n\nThe strike ends on Friday, the union said.";
        assert_eq!(elements("Strike halts trams across western Germany", body), Vec::<String>::new());
        assert_eq!(elements("Ohio school reopens", body), Vec::<String>::new());
        assert_eq!(elements("Farmers on watch after Norfolk case", body), Vec::<String>::new());
        assert_eq!(elements("Search for missing Leitrim farmer goes on", body), Vec::<String>::new());
        assert_eq!(elements("Strike halts trams of Germany", body), ["Germany: No"]);
        let city = "The city wakes early, and its stoves are lit at five.\n\nGet there by seven.";
        assert_eq!(elements("Where to eat in Bengaluru before 9 am", city), Vec::<String>::new());
        let other = "A fire shut a school in the city of Oldport.\n\nThe town hall is shut too.";
        assert_eq!(elements("Fire shuts school in Marlow", other), ["Marlow: No"]);
        let site = "Rain swelled the river and shut the airport on Monday, an agency said.";
        assert_eq!(elements("Row over Tarn sewage", site), elements("Snow shuts Marlow airport", site));
        assert_eq!(elements("Row over Tarn sewage", "A firm was fined."), ["Tarn: No"]);
        let lost = ["Row over Farooqi fees", "File of Dando murder case", "Snow falls in Tarn"];
        assert!(lost.iter().all(|it| elements(it, site)[0].ends_with(" No")));
        assert!(elements("Man held over Marlow fire and Ohio crash", "A man was held.").is_empty());
        let named = "Rain failed in Kenya and Somalia in May.\n\nThe wells are dry, the mayor said.";
        assert_eq!(elements("Rain fails again in drought-hit Horn of Africa", named), Vec::<String>::new());
    }

    #[test]
    fn odd_headlines() {
        assert_eq!(elements("", "Some body."), Vec::<String>::new());
        assert!(elements(&"Nine dead. ".repeat(1000), "").len() <= MAX_ELEMENTS);
    }
}
