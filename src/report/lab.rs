//! A headline beside the text it stands over, or stood over, or might stand over.

mod names;
mod numbers;

use std::cell::OnceCell;

use crate::ling::{
    Annotated, BlockKind, ChangeKind, Comparison, ElementKind, Found, Line, Origin, Reading, Word, check_headline,
    is_one_of,
};
use crate::text::{Span, TokenKind, lower};
use crate::traits::Family;

use super::facts::HeadlinePart;
use super::{Flag, analyse_with};

/// The text of an article, read once for every headline that is tried over it.
#[derive(Debug)]
pub struct Body {
    reading: Reading,
    /// The words of each paragraph of the running text, when they are asked for.
    words: OnceCell<Vec<Vec<BodyWord>>>,
}

/// A word of the running text in small letters, and where it stands.
#[derive(Debug)]
struct BodyWord {
    lower: String,
    span: Span,
}

/// Characters of a headline that are read; a pasted chapter is no headline.
const MAX_HEADLINE: usize = 1_000;

/// Quotations, and strong words, of one headline that are looked up: each is sought in the whole text.
const MAX_PLACES: usize = 8;

impl Body {
    pub fn new(text: &str) -> Self {
        Self { reading: Reading::new(text), words: OnceCell::new() }
    }

    /// Whether there is nothing to look anything up in.
    pub fn is_empty(&self) -> bool {
        self.reading.document.tokens().is_empty()
    }

    pub fn quote(&self, place: Span) -> &str {
        &self.reading.document[place]
    }

    /// Returns the sentence in which a place lies.
    pub fn sentence(&self, place: Span) -> &str {
        let at = self.reading.document.sentences_in(place).start;
        self.reading.document.sentences().get(at).map_or("", |it| &self.reading.document[it.span])
    }

    /// Looks up every figure, name, label and claim of a headline, in the order of the headline.
    ///
    /// Where the text holds several articles, one that bears a part out is enough.
    pub fn look_up(&self, headline: &str) -> Vec<HeadlinePart> {
        let line = Reading::new(first_part(headline));
        let whole = Span::new(0, line.document.text().len());
        let line = Line { document: &line.document, words: &line.words, span: whole };
        let mut best: Vec<HeadlinePart> = Vec::new();
        for text in self.reading.articles() {
            let elements = check_headline(line, text);
            let parts = elements.iter().map(HeadlinePart::from);
            if best.is_empty() {
                best = parts.collect();
                continue;
            }
            for (best, part) in best.iter_mut().zip(parts) {
                if part.found < best.found {
                    *best = part;
                }
            }
        }
        self.add_words(headline, quoted(headline), &mut best);
        names::add(headline, self.words(), |it| self.quote(it), &mut best);
        numbers::add(headline, self.words(), &mut best);
        best
    }

    /// As [`Self::look_up`], with the words that a rule marks in the headline.
    pub fn look_up_strong(&self, headline: &str) -> Vec<HeadlinePart> {
        let mut parts = self.look_up(headline);
        let is_wording = |it: &Flag| crate::traits::find(it.of).is_some_and(|about| about.family == Family::Wording);
        self.add_words(headline, manner(headline).iter().filter(|it| is_wording(it)).map(|it| it.span), &mut parts);
        parts
    }

    /// Looks up words of a headline of which no part is looked up yet.
    fn add_words(&self, headline: &str, places: impl IntoIterator<Item = Span>, parts: &mut Vec<HeadlinePart>) {
        for span in places.into_iter().take(MAX_PLACES) {
            let wanted: Vec<String> = plain_words(&headline[span.range()]).map(lower).collect();
            if wanted.is_empty() || parts.iter().any(|it| it.span.overlaps(span)) {
                continue;
            }
            let place = self.words().iter().find_map(|paragraph| find_forms(paragraph, &wanted));
            let found = if place.is_some() { Found::Yes } else { Found::No };
            parts.push(HeadlinePart { kind: ElementKind::Claim, span, found, place });
        }
        parts.sort_by_key(|it| it.span.start());
    }

    fn words(&self) -> &[Vec<BodyWord>] {
        self.words.get_or_init(|| self.reading.articles().flat_map(body_words).collect())
    }

    /// Looks up who was put into a headline: parts of kind label that stand in the words of a change.
    pub fn put_in(&self, shown: &str, comparison: &Comparison) -> Vec<HeadlinePart> {
        let changes = comparison.substitution.iter().flat_map(|it| &it.changes);
        let people = changes.filter(|it| matches!(it.kind, ChangeKind::ActorRelabelled | ChangeKind::ActorAdded));
        people
            .filter_map(|it| it.to)
            .map(|span| {
                let (found, place) = self.uses(&shown[span.range()]);
                HeadlinePart { kind: ElementKind::Label, span, found, place }
            })
            .collect()
    }

    /// Whether the text itself uses a label, in its own voice or only in a quotation, and where.
    pub fn uses(&self, label: &str) -> (Found, Option<Span>) {
        let label = Reading::new(first_part(label));
        let wanted = content(&label);
        let places = self.reading.articles().filter_map(|text| find(text, &wanted));
        let best = places.min_by_key(|(found, _)| *found);
        best.map_or((Found::No, None), |(found, place)| (found, Some(place)))
    }
}

/// What the look-up of a whole headline comes to; `odd` of its words are flagged for themselves.
pub fn verdict(parts: &[HeadlinePart], odd: usize) -> String {
    let count = |is: fn(Found) -> bool| parts.iter().filter(|it| is(it.found)).count();
    let told = [
        (count(|it| it == Found::No), "not in the text"),
        (count(|it| matches!(it, Found::Weaker | Found::Quoted)), "less sure in the text, or only quoted there"),
        (odd, "worth another look for its wording"),
    ];
    let told: Vec<String> = told.iter().filter(|it| it.0 > 0).map(|(count, what)| format!("{count} {what}")).collect();
    match parts.len() {
        all if !told.is_empty() => format!("Parts looked up: {all}; {}.", told.join("; ")),
        0 => "Nothing here that Sayso can look up. Does the text say it? Only reading tells.".to_owned(),
        1 => "The one thing looked up is in the text. Whether the rest is, only reading tells.".to_owned(),
        all => format!("The {all} things looked up are in the text. Whether the rest is, only reading tells."),
    }
}

/// Returns what a headline does by itself, whatever the text below: its style, and its words.
///
/// The spans are of `headline` as it is given, with the space before its first word.
pub fn manner(headline: &str) -> Vec<Flag> {
    let whole = first_part(headline);
    let space = whole.len() - whole.trim_start().len();
    let headline = whole.trim();
    let origin = Origin { headline: Some(headline.to_owned()), ..Origin::default() };
    let report = analyse_with(&format!("{headline}\n\nNothing more is known."), origin);
    let is_of_these = |it: &Flag| {
        let family = crate::traits::find(it.of).map(|about| about.family);
        it.span.end() <= headline.len() && matches!(family, Some(Family::Wording | Family::Headline))
    };
    let flags = report.articles.into_iter().flat_map(|it| it.flags);
    let flags = flags.filter(|it| is_of_these(it) && it.of.0 != "headline-mismatch");
    flags.map(|it| Flag { span: Span::new(space + it.span.start(), space + it.span.end()), ..it }).collect()
}

/// The words in quotation marks of a headline; a longer quotation is seldom repeated to the letter.
fn quoted(headline: &str) -> Vec<Span> {
    const MOST: usize = 4;
    let line = Reading::new(first_part(headline));
    let quotes = line.articles().flat_map(|it| it.quotes).map(|it| it.inner);
    quotes.filter(|it| plain_words(&headline[it.range()]).count() <= MOST).collect()
}

fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    words.filter(|it| !is_one_of(it, "the a an"))
}

/// Where a part of a text stands in it.
fn span_in(text: &str, part: &str) -> Span {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + part.len())
}

/// Whether two words in small letters are one, or forms of one: *caves*, *caved*.
fn is_form(word: &str, other: &str) -> bool {
    let same = word.char_indices().zip(other.chars()).take_while(|((_, a), b)| a == b);
    let ends: Vec<usize> = same.map(|((at, it), _)| at + it.len_utf8()).collect();
    word == other || (2..=ends.len()).rev().take(4).any(|it| has_stem(&word[..ends[it - 1]], it, word, other))
}

/// Whether what follows a stem of so many letters in two words are endings of one kind.
fn has_stem(stem: &str, letters: usize, word: &str, other: &str) -> bool {
    /// *thug*, *thugs*; *plan*, *plane* is none.
    const PLAIN: &[&str] = &["", "s", "es", "ed", "ing", "ings"];
    /// Of a longer word only: *sup*, *supply*.
    const MORE: &[&str] = &[
        "er", "ers", "or", "ors", "ly", "y", "al", "ally", "ous", "ish", "ic", "tic", "ive", "ful", "less", "ment",
        "ments", "ion", "ions", "ness", "ity", "ist", "ists", "ism", "en", "ens", "ened", "ening", "ked", "king",
    ];
    /// *cave*, *lie*.
    const OF_E: &[&str] = &[
        "e", "es", "ed", "er", "ers", "ing", "ings", "or", "ors", "y", "al", "ous", "ic", "ive", "ion", "ions", "ity",
        "ist", "ists",
    ];
    /// Behind that letter: *lied*, *lies*.
    const BEHIND_E: &[&str] = &["", "s", "d", "r", "rs", "ly", "ful", "less", "ment", "ments"];
    /// *spy*, *angry*.
    const OF_Y: &[&str] = &["y", "ies", "ied", "ier", "iest", "ying", "ily", "ious", "iously"];
    /// *wolf*, *knife*, *crisis*, *violent*, *invade*, *chaos*, *horror*.
    const OTHERS: [&[&str]; 7] = [
        &["f", "ves"],
        &["fe", "ves"],
        &["is", "es"],
        &["t", "tly", "ce", "cy"],
        &["de", "des", "ded", "ding", "der", "ders", "sion", "sions", "sive"],
        &["s", "tic"],
        &["or", "ors", "ific", "ible", "ibly", "ify", "ified"],
    ];
    let endings = [word, other].map(|it| &it[stem.len()..]);
    let are_of = |kind: &[&str]| endings.iter().all(|it| kind.contains(it));
    let are_plain = endings.iter().all(|it| {
        let is_of = |it: &str| PLAIN.contains(&it) || letters > 3 && MORE.contains(&it);
        is_of(it) || doubled(stem, it).is_some_and(|it| it.len() > 1 && is_of(it))
    });
    let has_base = endings.iter().any(|it| matches!(*it, "e" | "y"));
    letters > 2 && (are_plain || stem.ends_with('e') && are_of(BEHIND_E))
        || (letters > 2 || has_base) && [OF_E, OF_Y].iter().any(|it| are_of(it))
        || letters > 2 && OTHERS.iter().any(|it| are_of(it))
}

/// What stands behind a doubled letter: *plot*, *plotted*.
fn doubled<'w>(stem: &str, ending: &'w str) -> Option<&'w str> {
    let last = stem.chars().next_back().filter(|it| it.is_ascii_lowercase())?;
    ending.strip_prefix(last)
}

/// The words of the running text, by paragraph.
fn body_words(text: Annotated<'_>) -> Vec<Vec<BodyWord>> {
    let document = text.document;
    let is_body = |kind: BlockKind| kind.is_prose() || matches!(kind, BlockKind::Caption | BlockKind::Subheading);
    let blocks = text.article.blocks.iter().filter(|it| is_body(it.kind));
    let word = |it: &str| BodyWord { lower: lower(it), span: span_in(document.text(), it) };
    let paragraphs = blocks.map(|it| document.paragraphs()[it.paragraph].span);
    paragraphs.map(|it| plain_words(&document[it]).map(word).collect()).collect()
}

/// Finds words, or forms of them, that stand in a row in a paragraph.
fn find_forms(paragraph: &[BodyWord], wanted: &[String]) -> Option<Span> {
    let is_row = |row: &&[BodyWord]| row.iter().zip(wanted).all(|(it, wanted)| is_form(wanted, &it.lower));
    let row = paragraph.windows(wanted.len()).find(is_row)?;
    Some(row[0].span.to(row[row.len() - 1].span))
}

/// The beginning of a headline, as far as it is read.
pub fn first_part(headline: &str) -> &str {
    headline.char_indices().nth(MAX_HEADLINE).map_or(headline, |(at, _)| &headline[..at])
}

/// The words of a label that mean something, up to its owner: *Wolf* of *the Wolf’s men*.
fn content(label: &Reading) -> Vec<u64> {
    let document = &label.document;
    let is_content = |token: &Span| !is_one_of(&document[*token], "the a an");
    let words = document.tokens().iter().zip(&label.words).filter(|(it, _)| it.kind != TokenKind::Punct);
    let mut keys = Vec::new();
    for (token, word) in words {
        if is_content(&token.span) {
            keys.push(word.key);
        }
        if word.possessive {
            break;
        }
    }
    keys
}

/// Finds words that stand in a row in the running text; what nobody is quoted with goes first.
fn find(text: Annotated<'_>, wanted: &[u64]) -> Option<(Found, Span)> {
    let tokens = text.document.tokens();
    let mut quoted = None;
    let blocks = text.article.blocks.iter();
    for block in blocks.filter(|it| it.kind.is_prose() || matches!(it.kind, BlockKind::Caption | BlockKind::Subheading))
    {
        let range = text.document.paragraphs()[block.paragraph].tokens.clone();
        let words: &[Word] = &text.words[range.clone()];
        for (at, row) in words.windows(wanted.len().max(1)).enumerate() {
            if wanted.is_empty() || !row.iter().map(|it| it.key).eq(wanted.iter().copied()) {
                continue;
            }
            let first = range.start + at;
            let span = tokens[first].span.to(tokens[first + wanted.len() - 1].span);
            if !text.is_quoted(span) {
                return Some((Found::Yes, span));
            }
            quoted = quoted.or(Some(span));
        }
    }
    quoted.map(|span| (Found::Quoted, span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::compare;

    const BODY: &str = "Guards of the mayor hurt at least six farmers in Velia on Sunday, a doctor said.\n\n\
                        “That man is a wolf,” one farmer said of the mayor.";

    fn parts(headline: &str) -> Vec<String> {
        let body = Body::new(BODY);
        body.look_up(headline).iter().map(|it| format!("{}: {:?}", &headline[it.span.range()], it.found)).collect()
    }

    #[test]
    fn parts_of_a_headline() {
        assert_eq!(parts("Six farmers hurt near Velia"), ["Six farmers hurt: Weaker", "Velia: Yes"]);
        assert_eq!(parts("Nine farmers hurt near Velia"), ["Nine farmers hurt: No", "Velia: Yes"]);
    }

    #[test]
    fn who_was_put_in() {
        let shown = "Six farmers hurt by the Wolf’s guards";
        let comparison = compare(shown, "Six farmers hurt by mayor’s guards");
        let body = Body::new(BODY);
        let parts = body.put_in(shown, &comparison);
        let found: Vec<_> = parts.iter().map(|it| (&shown[it.span.range()], it.found)).collect();
        assert_eq!(found, [("the Wolf", Found::Quoted)]);
        assert_eq!(body.uses("the Antichrist"), (Found::No, None));
        assert_eq!(body.uses("the"), (Found::No, None));
        assert_eq!(body.uses("the mayor").0, Found::Yes);
    }

    #[test]
    fn a_verdict_is_of_what_was_looked_up() {
        let body = Body::new(BODY);
        let verdict = |headline: &str| verdict(&body.look_up(headline), 0);
        assert!(verdict("Mayor hopes to sleep").starts_with("Nothing here that Sayso can look up."));
        assert!(verdict("At least six farmers sing").starts_with("The one thing looked up is in the text."));
        assert_eq!(verdict("Nine farmers hurt in Velia"), "Parts looked up: 2; 1 not in the text.");
    }

    #[test]
    fn strong_words_and_words_in_marks() {
        let body = Body::new("The mayor caved to the port, a farmer said.\n\nHe hid the cash in May.");
        let of = |headline: &str| {
            let parts = body.look_up_strong(headline);
            parts.iter().map(|it| format!("{}: {:?}", &headline[it.span.range()], it.found)).collect::<Vec<_>>()
        };
        assert_eq!(of("Mayor caves to thugs"), ["caves to: Yes", "thugs: No"]);
        assert_eq!(of("Mayor 'hid' ferry 'plot'"), ["hid: Yes", "plot: No"]);
        assert_eq!(of("Mayor ‘hid the cash’ in May"), ["hid the cash: Yes", "May: Yes"]);
        assert_eq!(of("Mayor says “I was never asked, and I never will be”"), [""; 0]);
        assert_eq!(of(" \u{a0}Mayor caves to thugs"), ["caves to: Yes", "thugs: No"], "space before the first word");
        assert!(of(&"'a' 'b' 'c' ".repeat(80)).len() <= 8);
    }

    #[test]
    fn forms_of_a_word() {
        for (word, other) in [
            ("plot", "plots"),
            ("plots", "plotted"),
            ("thug", "thugs"),
            ("thugs", "thuggish"),
            ("caves", "caved"),
            ("lie", "lied"),
            ("lies", "lied"),
            ("spy", "spies"),
            ("wolf", "wolves"),
            ("killed", "killers"),
            ("brutal", "brutality"),
            ("terrible", "terribly"),
            ("terror", "terrorists"),
            ("violent", "violence"),
            ("invade", "invasion"),
            ("panic", "panicked"),
            ("threat", "threatened"),
            ("disgrace", "disgraceful"),
            ("émeute", "émeutes"),
        ] {
            assert!(is_form(word, other) && is_form(other, word), "{word}, {other}");
        }
        for (word, other) in [
            ("killed", "killjoy"),
            ("plan", "plane"),
            ("plot", "plod"),
            ("bring", "bred"),
            ("app", "apply"),
            ("100", "1000"),
            ("400", "40000"),
            ("", "s"),
            ("é", "és"),
        ] {
            assert!(!is_form(word, other) && !is_form(other, word), "{word}, {other}");
        }
    }

    #[test]
    fn sentence_of_a_place() {
        let body = Body::new(BODY);
        let place = body.uses("wolf").1.expect("it is there");
        assert_eq!(body.sentence(place), "“That man is a wolf,” one farmer said of the mayor.");
    }

    #[test]
    fn manner_of_a_headline() {
        let of = |headline: &str| manner(headline).iter().map(|it| it.of.0).collect::<Vec<_>>();
        assert!(of("YOU WILL NOT BELIEVE WHAT THE MAYOR DID!").contains(&"headline-style"));
        assert_eq!(of("Council votes to close the pool"), Vec::<&str>::new());
    }

    #[test]
    fn odd_input() {
        for (headline, body) in [("", ""), ("¿?", "   "), ("مرحبا", "قال مسؤول"), ("é", "\u{feff}")] {
            let read = Body::new(body);
            read.look_up(headline);
            read.uses(headline);
            manner(headline);
        }
        for headline in [" Talks—brutal and long—end", "\u{2003}—brutal—é", " \u{a0}\u{feff}thugs—", "   "] {
            let parts = Body::new("Talks ended.").look_up_strong(headline);
            assert!(parts.iter().all(|it| headline.get(it.span.range()).is_some()), "{headline}");
        }
        assert!(Body::new(" \n ").is_empty());
        assert!(Body::new(BODY).look_up(&"nine dead, ".repeat(2_000)).len() <= 48);
    }
}
