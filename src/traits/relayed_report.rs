//! Another newsroom's reporting, second hand.

use std::sync::LazyLock;

use crate::ling::{
    Annotated, Class, Determiner, KeyIndex, PAPERS, Phrases, Shape, Source, SourceKind, Word, WordSet, key, key_of,
    keys_of,
};
use crate::text::{Sentence, Span, places};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::keepers::those_who_withhold;
use super::shared::{Cue, Walk};
use super::sourcing::{attributions_before, befell_reporters, is_any, phrases, sentence_at, span_of, word};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("relayed-report"),
    name: "Relayed report",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "This comes from another newsroom, second hand.",
        why: "What the first report knew, and how, may have been lost on the way.",
        but: "Crediting the other newsroom is right; better still with a link.",
        question: "What does the first report say, and on whose word?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Credit whoever reported it first, member or not, site or blog.",
            source: "AP crediting guidelines, 2010, via Poynter",
        },
        Reference {
            asks: "“Media reports” is not enough: say how the source knows.",
            source: "NPR Ethics Handbook, “Attribute everything”",
        },
    ],
    failures: &["An outlet that refers to its own report in an article that does not show its name."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("[[The Washington Post reported]] that the bridge had cracked."),
    Example("Four ships were held, [[Al Jazeera reported]] on Monday."),
    Example("The bridge had cracked, [[according to Sky News]]."),
    Example("“Nobody was hurt,” Ann Lee told AFP."),
    Example("The Guardian sponsored the prize."),
    Example("Ann Lee wrote that the bridge had cracked."),
];

/// What a newsroom does with news.
pub(super) static VERBS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "report: reported | reports | has reported | had reported | reporting | wrote | writes | has written | said | says | highlighted | \
         quoted | quotes | cited | cites | noted | notes | claimed | claims | revealed | reveals | described | describes | aired | \
         added | disclosed | uncovered | found | argued | suggested | estimated | obtained | detailed | recounted | relayed | carried | published | \
         understands | calculated | estimates",
    )
});

/// Words before the name of a newsroom that relay its report as well.
pub(super) const RELAYING: &str = "according published told";

/// Words between a newsroom and its verb.
static BETWEEN: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "between: also | first | later | earlier | has | had | on | newspaper | magazine | tv | television | network | agency | website | \
         channel | daily | recently | this | last | week | month | today | yesterday",
    )
});

const THE: u32 = key_of("the");

/// How far a newsroom's report is followed, in sentences.
const FOLLOWED: usize = 20;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let mut relayed_in = None;
    let (mut told, mut often) = (Vec::new(), KeyIndex::default());
    let (mut newsrooms, mut relaying) = (Walk::through(text, Cue::Newsroom), Walk::through(text, Cue::Relay));
    for (number, sentence) in text.sentences().enumerate() {
        let mut at = sentence.tokens.start;
        let relays = !newsrooms.places(&sentence.tokens).is_empty() && !relaying.places(&sentence.tokens).is_empty();
        while relays && at < sentence.tokens.end {
            let Some((article, end)) = newsroom_from(text, sentence, at) else {
                at += 1;
                continue;
            };
            if at > sentence.tokens.start && is_any(text, at - 1, "told") {
                let name = key(&text.document[span_of(text, at + article..end)]);
                often.insert(name, often.get(name).unwrap_or_default() + 1);
                told.push((name, at - 1..end, article));
            } else if let Some(span) = relayed(text, sentence, at, end) {
                let name = &text.document[span_of(text, at + article..end)];
                if is_own(text, name) {
                    findings.clear(span, "The outlet’s own reporting.");
                } else if is_any(text, at + article + 1, "says said wrote") && is_person(text, name) {
                    findings.clear(span, "Somebody of that name, and no newsroom.");
                } else if is_own_count(text, sentence, name) {
                    findings.clear(span, "A poll or a count of its own, or what befell its own people.");
                } else if text.is_quoted(span) {
                    findings.clear(span, "Inside a quotation: the speaker’s own words.");
                } else {
                    relayed_in = Some(number);
                    findings.add(Finding::new(span));
                }
            }
            at = end;
        }
        if relayed_in.is_some_and(|it| number > it && number - it <= FOLLOWED)
            && let Some(span) = goes_on(text, sentence)
        {
            findings.add(Finding::new(span).note("The report of the other newsroom goes on."));
        }
    }
    // Whom several people told it has asked them itself: it may be the one that publishes.
    let own = if told.is_empty() { KeyIndex::default() } else { those_who_withhold(text) };
    for (_, words, article) in told.into_iter().filter(|it| often.get(it.0) == Some(1) && !own.has(it.0)) {
        let (span, name) = (span_of(text, words.clone()), span_of(text, words.start + 1 + article..words.end));
        if is_of_nobody(text, words.start) && !text.is_quoted(span) && !is_own(text, &text.document[name]) {
            findings.add(Finding::new(span));
        }
    }
    unnamed_newsrooms(text, findings);
}

/// Where the name of a newsroom ends that begins at a token, and how many articles it begins with.
fn newsroom_from(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<(usize, usize)> {
    let word = &text.words[at];
    // A name begins with a capital, or an article does.
    let may_be_article = word.is(Class::Determiner);
    if !word.is_capital() && !may_be_article {
        return None;
    }
    let is_article = may_be_article && word.has_key(THE) && at + 1 < sentence.tokens.end;
    let article = usize::from(is_article);
    let end = text
        .outlet_at(at)
        .or_else(|| is_article.then(|| text.outlet_at(at + 1))?)
        .or_else(|| newsroom_at(text, at + article))?;
    // *the Times of Tarn*
    let is_longer = NEWSROOM_KEYS.has(text.words[end - 1].key)
        && is_any(text, end, "of")
        && text.words.get(end + 1).is_some_and(|it| it.is_capital() && !it.is(Class::Month));
    let end = end + if is_longer { 2 } else { 0 };
    // *The post said the shop was shut.*
    let has_name = text.words[at + article..end.min(text.words.len())].iter().any(Word::is_capital);
    (has_name && end <= sentence.tokens.end).then_some((article, end))
}

/// What the names of newspapers and stations end in, or begin with, besides [`PAPERS`].
const NEWSROOMS: &str = "globe radio tv television advertiser mirror tidings clarion sun-times";

/// What stands before the name of any other: *the weekly Lyria*.
const KINDS: &str = "newspaper daily weekly tabloid broadsheet magazine broadcaster podcast site website blog";

/// What is one only as *the news agency*.
const NEWS_KINDS: &str = "agency outlet portal channel";
const NEWS: u32 = key_of("news");

static NEWSROOM_KEYS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of(newsroom_words().map(key)));
static KIND_KEYS: WordSet = WordSet::new(KINDS);
static NEWS_KIND_KEYS: WordSet = WordSet::new(NEWS_KINDS);

/// The keys of words that tell of a newsroom.
pub(super) fn newsrooms() -> impl Iterator<Item = u64> {
    newsroom_words().chain([KINDS, NEWS_KINDS].into_iter().flat_map(|it| it.split(' '))).map(key)
}

fn newsroom_words() -> impl Iterator<Item = &'static str> {
    PAPERS.split(' ').chain(NEWSROOMS.split(' '))
}

/// If a name such as *Lyria Post* begins at the token `at`, returns the token behind it.
fn newsroom_at(text: Annotated<'_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    const FIRST: [u32; 4] = keys_of(["radio", "tv", "daily", "evening"]);
    let words = text.words.get(at..)?;
    // *Tarn 10 News*
    let is_channel = |words: &[Word], at: usize| {
        at > 0 && words[at].shape == Shape::Number && words.get(at + 1).is_some_and(|it| it.has_key(NEWS))
    };
    let is_part = |words: &[Word], at: usize| words[at].is_capital() || is_channel(words, at);
    let length = |words: &[Word]| (0..words.len().min(LONGEST)).take_while(|&at| is_part(words, at)).count();
    // *the Velian daily Lyria*
    let before = length(words).min(2);
    let is_news = words.get(before).is_some_and(|it| it.has_key(NEWS));
    let before = before + usize::from(is_news);
    let is_kind = |it: &Word| KIND_KEYS.has(it.key) || is_news && NEWS_KIND_KEYS.has(it.key);
    if words.get(before).is_some_and(|it| it.shape == Shape::Lower && is_kind(it)) {
        let name = length(&words[before + 1..]);
        let is_plain = words[before + 1..].iter().take(name).all(|it| !it.possessive && !it.is(Class::Weekday));
        return (name > 0 && is_plain).then_some(at + before + 1 + name);
    }
    let name = length(words);
    let last = words.get(name.checked_sub(1)?)?;
    let is_owned = words[..name].iter().any(|it| it.possessive);
    // *the Lyria Journal of Medicine*
    let is_learned = || is_any(text, at + name, "of") && is_any(text, at + name - 1, "journal");
    let is_newsroom = NEWSROOM_KEYS.has(last.key) && !is_learned() || words[0].is_one_of(&FIRST);
    (name > 1 && !is_owned && is_newsroom).then_some(at + name)
}

/// *Local media reported*, *according to state television*: newsrooms that nobody names.
fn unnamed_newsrooms(text: Annotated<'_>, findings: &mut Findings) {
    static MEDIA: WordSet = WordSet::new("media television tv radio newspapers tabloids broadcasters websites");
    let bodies = text.attributions.iter().zip(text.descriptions).filter(|(it, _)| it.kind == SourceKind::Institution);
    for (it, description) in bodies {
        let (Some(&source), Some(&cue)) = (it.source.first(), it.cue.first()) else { continue };
        let is_newsroom =
            description.head.is_some_and(|head| !text.words[head].is_capital() && MEDIA.is(&text.words[head]));
        if !is_newsroom {
            continue;
        }
        let first = text.document.tokens_in(cue).start;
        // *according to media buying sources*
        let behind = text.document.tokens_in(source).end;
        let is_whole = behind == first || text.words.get(behind).is_none_or(|it| it.shape == Shape::Punct);
        let reports = VERBS.at(text.words, first).is_some() || is_any(text, first, "according");
        // *Six Harrow newspapers said*: those of one house, and their own view.
        let mut inner = text.document.tokens_in(source).skip(1);
        let is_house = description.determiner == Determiner::Number && inner.any(|at| text.words[at].is_capital());
        if is_whole && !is_house && reports && description.determiner != Determiner::Definite && !text.is_quoted(source)
        {
            findings.add(Finding::new(source.to(cue)));
        }
    }
}

/// The words that relay the report of the newsroom at the tokens `start..end`.
fn relayed(text: Annotated<'_>, sentence: &Sentence, start: usize, end: usize) -> Option<Span> {
    let (first, last) = (sentence.tokens.start, sentence.tokens.end);
    let before = |back: usize, words: &str| start >= first + back && is_any(text, start - back, words);
    // *according to an article in the Lyria Post*
    if before(1, "in by") && before(2, "report article story") && before(5, "according") {
        return Some(span_of(text, start - 5..end));
    }
    if before(1, "told by with from for at in of and") && !before(2, "reported quoted cited published") {
        return None;
    }
    if before(1, "to") && before(2, "according") {
        return Some(span_of(text, start - 2..end));
    }
    // *As published in the Lyria Post* is the paper itself.
    if before(1, "in") && before(2, "published") && before(3, "as") {
        return None;
    }
    // *the transcript published by Sky News*: no report of its own.
    const WRITTEN: &str =
        "documents emails findings footage letter letters photo research study transcript trial video";
    let is_published = before(1, "by in") && before(2, "published");
    // *the transcript, published by*, *the transcript–published by*: no mark but that.
    let nearest = if before(3, ", – —") { 4 } else { 3 };
    let is_within = |back: &usize| start >= first + back && text.words[start - back].shape != Shape::Punct;
    if is_published && (nearest..10).take_while(is_within).any(|back| before(back, WRITTEN)) {
        return None;
    }
    // *first reported by the Lyria Post*: a credit for what the outlet may have by now itself.
    if before(1, "by in") && before(2, "reported published") && before(3, "first") {
        return None;
    }
    if before(1, "by in") && before(2, "reported quoted cited published") {
        return Some(span_of(text, start - 2..end));
    }
    // *The Post’s reporting differs*: what is told of.
    let is_owner = text.words[end - 1].possessive && !(end..last.min(end + 4)).any(|at| is_any(text, at, "that"));
    let mut at = if is_owner { last } else { end };
    while at < last.min(end + 4) {
        if let Some(verb) = VERBS.at(text.words, at).filter(|verb| verb.words.end <= last) {
            let is_told = verb.words.end < last && is_of_itself(text, verb.words.end)
                || is_any(text, at - 1, "first") && !is_any(text, verb.words.end, "that , .");
            return (!is_told).then(|| span_of(text, start..verb.words.end));
        }
        if BETWEEN.at(text.words, at).is_none() && !text.words[at].is(Class::Weekday) {
            break;
        }
        at += 1;
    }
    let is_verb = |at: usize| is_any(text, at, "reported reports wrote writes said");
    let inverted = start > first + 1 && is_verb(start - 1) && matches!(word(text, start - 2), "," | "”" | "\"");
    // *said Sky News host Ann Lee*, *said the BBC’s Ann Lee*
    const JOBS: &[Class] = &[Class::PersonNoun, Class::OfficeNoun];
    let is_job = |at: usize| text.words[at].classes.has_any(JOBS) || is_any(text, at, "host");
    let is_employer = text.words[end - 1].possessive
        || (end + 1..last.min(end + 4)).any(|at| text.words[at].is_capital() && is_job(at - 1));
    (inverted && !is_employer).then(|| span_of(text, start - 1..end))
}

/// *said it would cut 50 jobs*, *said its editor would go*, *said in a statement*, *reported a loss*, *called on
/// the mayor to go*: the newsroom is what is told of, and not what it has found out.
fn is_of_itself(text: Annotated<'_>, behind: usize) -> bool {
    const ITSELF: &str = "statement loss losses profit profits revenue accounts results";
    const VIEWS: &str = "editorial column commentary op-ed";
    const ITS_ACTS: &str = "did does plans regrets regretted stands stood will would";
    const FINDS: &str = "own reporter reporters correspondent correspondents journalist journalists source sources \
        survey poll analysis";
    let is = |ahead: usize, words: &str| is_any(text, behind + ahead, words);
    if !is_any(text, behind - 1, "said says") {
        // *wrote in an editorial*: its own view.
        let opines = is(0, "in") && (is(2, VIEWS) || is(3, VIEWS));
        const CALLED: &str = "called entitled headlined titled";
        let is_review = is(2, CALLED) || is(3, CALLED) || is(1, VIEWS);
        return opines || is(0, "a an its") && (is(1, ITSELF) || is(2, ITSELF) || is_review);
    }
    let that = usize::from(is(0, "that"));
    let is_plan = is(that, "it") && is(that + 1, ITS_ACTS) && !is(that + 2, "be take");
    is_plan || is(that, "its") && !is(that + 1, FINDS) || is(0, "in") && is(2, "statement")
}

/// *Two diplomats told Sky News*: who tells has no name, so nobody else can ask them.
fn is_of_nobody(text: Annotated<'_>, told: usize) -> bool {
    let told = text.document.tokens()[told].span;
    let first = attributions_before(text, told.start());
    text.attributions
        .get(first)
        .is_some_and(|it| it.kind == SourceKind::Unnamed && it.cue.iter().any(|cue| cue.overlaps(told)))
}

/// Whether the newsroom is the one that publishes.
fn is_own(text: Annotated<'_>, name: &str) -> bool {
    let own = text.article.outlet.iter().chain(&text.article.credits).chain(&text.article.byline);
    // *told POLITICO*: so its own house writes it.
    name == "POLITICO" || own.into_iter().any(|it| it.contains(name))
}

/// *Michael Bloomberg ran. Bloomberg says*: the man.
fn is_person(text: Annotated<'_>, name: &str) -> bool {
    let is_his = |it: &Source| {
        let whole = it.name.as_deref().unwrap_or_default();
        it.kind == SourceKind::Named && whole.strip_suffix(name).is_some_and(|it| it.ends_with(' '))
    };
    text.sources.iter().any(is_his)
}

/// *the Reuters/Kite poll … Reuters said*, *has 40 delegates, according to The Associated Press*.
fn is_own_count(text: Annotated<'_>, sentence: &Sentence, name: &str) -> bool {
    const WIRE: [&str; 2] = ["AP", "Associated Press"];
    const COUNTED: &str = "delegate delegates superdelegates";
    let paragraph = &text.document[text.document.paragraphs()[sentence.paragraph].span];
    let has_poll = |at: usize| {
        let behind = &paragraph[at + name.len()..];
        paragraph[..at].ends_with('/') || ["/", " poll", " survey"].iter().any(|it| behind.starts_with(it))
    };
    places(paragraph, name).any(|at| befell_reporters(&paragraph[at + name.len()..]))
        || WIRE.contains(&name) && sentence.tokens.clone().any(|at| is_any(text, at, COUNTED))
        || places(paragraph, name).any(has_poll)
}

/// *The report considered that*, *the newspaper added*.
fn goes_on(text: Annotated<'_>, sentence: &Sentence) -> Option<Span> {
    const AGAIN: &str = "report article newspaper paper magazine";
    let first = sentence.tokens.start;
    let opens = first + 2 < sentence.tokens.end && is_any(text, first, "the") && is_any(text, first + 1, AGAIN);
    let verb = opens
        .then(|| VERBS.at(text.words, first + 2).map(|it| it.words.end).or_else(|| considered(text, first + 2)))??;
    let span = span_of(text, first..verb);
    sentence_at(text, span).filter(|_| !text.is_quoted(span)).map(|_| span)
}

fn considered(text: Annotated<'_>, at: usize) -> Option<usize> {
    is_any(text, at, "considered concluded stated indicated pointed stressed explained").then_some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_newsroom_that_is_told_of() {
        check(&TRAIT, "The Guardian’s reporting on the port differs. “It is late,” the BBC wrote in an editorial.");
        check(&TRAIT, "Sky News called them puppets. Two clerks told POLITICO that it was late.");
        check(&TRAIT, "[[REUTERS reported]] that it was late. [[Tarn 10 News reports]]: “It is late.”");
        check(&TRAIT, "It fell, [[according to the Times of Tarn]].");
        check(&TRAIT, "[[The Tarn Sun-Times said]] it was late. The mayor counted 10 news vans, the clerk said.");
        check(&TRAIT, "[[The Guardian’s reporting]] shows that the port is shut. [[The BBC wrote]] that it was.");
    }

    #[test]
    fn a_newsroom_of_itself() {
        check(&TRAIT, "Sky News said it would close its office in Marlow.");
        check(&TRAIT, "Two Sky News reporters were held on Friday. Sky News said it was late.");
        check(&TRAIT, "The Lyria Post published a piece titled “Late Again”. It is in the Lyria Journal of Medicine.");
        check(&TRAIT, "The trial, published in the Lyria Journal, was long, the Lyria Journal of Medicine reported.");
        check(&TRAIT, "The Guardian said its editor would retire in May.");
        check(&TRAIT, "[[The Guardian said]] it had seen the letter. The BBC said it did not count the tolls.");
        check(
            &TRAIT,
            "Michael Bloomberg said no in May. Now Bloomberg says he will not run. [[Bloomberg News says]] he will.",
        );
        check(&TRAIT, "A Sky News poll has Lee ahead. She leads by nine points, Sky News said.");
        check(&TRAIT, "She has 40 delegates, according to the Associated Press.");
        check(&TRAIT, "She has 40 delegates, [[according to Sky News]].\n\nIt rose, [[Sky News said]] after the poll.");
        check(&TRAIT, "[[Sky News said]] it was likely to rain. [[The Guardian said]] its reporters saw the letter.");
        check(&TRAIT, "[[Sky News said]] it would take a year. The BBC confirmed its host would go.");
        check(&TRAIT, "[[The BBC reported]] that profits fell. [[The Guardian reported]] results of a poll.");
    }

    #[test]
    fn a_newsroom_that_takes_a_side() {
        check(&TRAIT, "The Wall Street Journal called on the mayor to resign.");
    }

    #[test]
    fn a_report_that_goes_on() {
        check(&TRAIT, "[[The Boston Globe highlighted]] it. It was shut. [[The report considered]] that it was late.");
    }

    #[test]
    fn a_newsroom_that_no_list_holds() {
        check(&TRAIT, "[[The Lyria Post reported]] that the road was shut.");
        check(&TRAIT, "The road was shut, [[according to the Borsk Gazette]].");
        check(&TRAIT, "The road was shut, [[Radio Lyria News reported]] on Monday.");
        check(&TRAIT, "It was shut, as [[reported by the Borsk Daily Herald]], and first reported by Sky News.");
        check(&TRAIT, "ESPN first aired it.");
    }

    #[test]
    fn a_newsroom_told_by_its_kind() {
        check(&TRAIT, "[[The Velian daily Torr reported]] that the road was shut.");
        check(&TRAIT, "The road was shut, [[according to the magazine Stone Age]].");
        check(&TRAIT, "The road was shut, [[according to an article in the Lyria Post]].");
        check(&TRAIT, "[[Radio Kite said]] on Monday that the road was shut.");
        check(&TRAIT, "The weekly magazine costs more, Ann Lee said.");
        check(&TRAIT, "The daily Velia ferry was late, the port reported.");
        check(&TRAIT, "A White Paper said that the road would be shut.");
    }

    #[test]
    fn a_site_a_blog_an_agency() {
        check(&TRAIT, "[[The news agency Torr said]] the road was shut.");
        check(&TRAIT, "The road was shut after [[the blog Stone Age published]] a letter.");
        check(&TRAIT, "The agency Torr said the road was shut.");
        check(&TRAIT, "The site of the fort was shut, Ann Lee said.");
    }

    #[test]
    fn told_by_nobody_in_particular() {
        check(&TRAIT, "Two drivers [[told Sky News]] that the road was shut.");
        check(&TRAIT, "Two drivers [[told the podcast Stone Age]] that the road was shut.");
        check(&TRAIT, "Two drivers [[told Sky News]] it was shut. Three clerks [[told Fox News]] that it was open.");
        check(&TRAIT, "Ann Lee told Sky News that the road was shut.");
        check(&TRAIT, "Ann Lee told Sky News that it was shut. Two drivers told Sky News the same.");
    }

    #[test]
    fn whoever_keeps_the_names_back_publishes() {
        check(&TRAIT, "Two cooks told the Post that the oven was old. The Post is not naming them.");
        check(&TRAIT, "Two cooks [[told the Post]] that the oven was old. It is not naming them.");
    }

    #[test]
    fn papers_that_another_newsroom_put_out() {
        check(&TRAIT, "The transcript of the call published by Sky News shows as much.");
        check(&TRAIT, "The road was shut, as [[published by Sky News]] in May.");
        check(&TRAIT, "The transcript of the call, published by Sky News, shows as much.");
        check(&TRAIT, "The emails were lost; the list, [[published by Sky News]], was long.");
    }

    #[test]
    fn newsrooms_without_a_name() {
        check(&TRAIT, "The road was shut, [[according to the Daily Orb]]. [[ESPN first reported]] that it was.");
        check(&TRAIT, "[[Local media reported]] that the road was shut, as [[Sky News first said]].");
        check(&TRAIT, "[[State television said]] the road was shut.");
        check(&TRAIT, "The road was shut, [[according to Lyrian media]].");
        check(&TRAIT, "[[Two newspapers reported]] that the road was shut.");
        check(&TRAIT, "Two Harrow newspapers said the mayor should go.");
    }

    #[test]
    fn the_media_as_an_object_or_a_crowd() {
        check(&TRAIT, "Ann Lee told local media that the road was shut.");
        check(&TRAIT, "The media said nothing.");
        check(&TRAIT, "As published in the Lyria Post. It was shut, according to media buying sources.");
        check(&TRAIT, "Ann Lee bought the Lyria Post in May.");
        check(&TRAIT, "Ann Lee, who writes for the Borsk Gazette, said the road was shut.");
    }

    #[test]
    fn somebody_spoke_to_it() {
        check(&TRAIT, "The road was shut, Ann Lee told the New York Times.");
    }

    #[test]
    fn a_newsroom_speaks_for_itself() {
        check(&TRAIT, "Sky News said in a statement that it would appeal. The Lyria Post reported a loss.");
        check(&TRAIT, "The guardian said the child was safe. The post said the shop was shut.");
    }

    #[test]
    fn its_reporter_is_not_it() {
        check(&TRAIT, "Ann Lee of the New York Times was there.");
        check(&TRAIT, "“It is shut,” said Sky News media host Ann Lee. “It is not,” said the BBC’s Bo Rae.");
        check(&TRAIT, "“It is shut,” [[said Sky News]] on Monday. “It is not,” [[said the BBC]].");
    }
}
