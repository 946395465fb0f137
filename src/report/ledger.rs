//! The source ledger: one row for every voice of an article, and what the text tells of it.

use crate::ling::{Attribution, KeyIndex, Source, SourceKind};
use crate::text::{Span, lower};

use super::ArticleReport;
use super::removal::{Lost, bearing, falls, lost, support};
use super::summary::lead;

/// One voice, as the text and the reader have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// By which [`Rows::of`] names it.
    pub id: u32,
    /// A name, or the words that describe it.
    pub name: String,
    pub kind: SourceKind,
    /// The words that link it to what it says, each once, in lower case.
    pub verbs: Vec<String>,
    /// Where it speaks: one place an attribution.
    pub places: Vec<Span>,
    /// As in [`TICKS`].
    pub ticks: [Tick; 5],
    /// What the article loses with this voice.
    pub bears: Lost,
    /// Indices into the article's attributions.
    pub attributions: Vec<usize>,
}

/// Whether the text tells something of a voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    Yes,
    No,
    /// In words that stand in every such sentence: *not authorized to speak*.
    Rote,
    /// Nobody would ask: why a named person has no name.
    Moot,
}

/// What a reader may want to know of a voice, in the order of the table.
pub const TICKS: [&str; 5] = ["Named", "Position told", "Why unnamed", "Motive told", "Second voice"];

/// Which row each attribution of an article belongs to.
///
/// Merging will be wrong at times, so a reader may merge and split.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    of: Vec<u32>,
}

impl Rows {
    /// As the analysis has it; those that name nobody, or leave open whom, share a row each, but not
    /// with the subject of another sentence: *everyone knows*.
    pub fn found(article: &ArticleReport) -> Self {
        let behind = article.sources.len() as u32;
        let row = |(number, it): (usize, &Attribution)| match (it.source_id, it.kind) {
            (Some(id), _) => id as u32,
            (None, SourceKind::Pronoun) => within(article, number).map_or(behind + 1, |id| id as u32),
            (None, _) if it.source.is_empty() => behind,
            (None, _) => behind + 2 + number as u32,
        };
        Self { of: article.attributions.iter().enumerate().map(row).collect() }
    }

    /// As it was kept: a row for each attribution; `None` where the article has others.
    pub fn kept(article: &ArticleReport, of: Vec<u32>) -> Option<Self> {
        (of.len() == article.attributions.len()).then_some(Self { of })
    }

    /// The row of each attribution.
    pub fn of(&self) -> &[u32] {
        &self.of
    }

    /// The voices that speak, a source for each row: rows of nobody, or of nobody knows whom, have none.
    pub fn voices<'r>(&self, article: &'r ArticleReport) -> Vec<&'r Source> {
        self.placed(article).0
    }

    /// The voices, and which of them has which row.
    fn placed<'r>(&self, article: &'r ArticleReport) -> (Vec<&'r Source>, KeyIndex) {
        let mut voices: Vec<&Source> = Vec::new();
        let mut place = KeyIndex::default();
        for (number, (&row, it)) in self.of.iter().zip(&article.attributions).enumerate() {
            if tells_who(article, number) {
                continue;
            }
            let Some(source) = it.source_id.and_then(|it| article.sources.get(it)) else { continue };
            let at = place.get_or_insert(row.into(), voices.len());
            match voices.get_mut(at) {
                None => voices.push(source),
                // By the fullest of them the row is called.
                Some(voice) if fullness(source) < fullness(voice) => *voice = source,
                Some(_) => {}
            }
        }
        (voices, place)
    }

    /// Whose words each attribution is, and what voice that is, as the reader has it: of what was merged, the fullest.
    pub fn heads<'r>(&self, article: &'r ArticleReport) -> Vec<(Option<&'r Source>, SourceKind)> {
        let (voices, place) = self.placed(article);
        let head = |(number, (&row, it)): (usize, (&u32, &Attribution))| {
            let meant = || if it.kind == SourceKind::Pronoun { within(article, number) } else { None };
            let own = it.source_id.or_else(meant).and_then(|id| article.sources.get(id));
            match place.get(row.into()).and_then(|at| voices.get(at)).copied().or(own) {
                Some(head) if it.source_id.is_none() || !own.is_some_and(|own| std::ptr::eq(own, head)) => {
                    (Some(head), head.kind)
                }
                head => (head, it.kind),
            }
        };
        self.of.iter().zip(&article.attributions).enumerate().map(head).collect()
    }

    /// Makes one row of several; it stands where the first of them did.
    pub fn merge(&mut self, rows: &[u32]) {
        if let Some(&first) = rows.first() {
            self.of.iter_mut().filter(|it| rows.contains(it)).for_each(|it| *it = first);
        }
    }

    /// Takes a row apart: into the voices it was merged from, or else into the phrases it is
    /// called by, or else into single statements.
    pub fn split(&mut self, row: u32, text: &str, article: &ArticleReport) {
        let mut free = self.of.iter().copied().max().unwrap_or(0).saturating_add(1);
        let members: Vec<usize> = (0..self.of.len()).filter(|&it| self.of[it] == row).take(MOST).collect();
        let found = Self::found(article);
        let phrase = |it: usize| article.attributions[it].source.first().map(|it| lower(&text[it.range()]));
        let voices = members.iter().map(|&it| found.of[it].to_string()).collect();
        let phrases = members.iter().map(|&it| phrase(it).unwrap_or_default()).collect();
        let single = members.iter().map(usize::to_string).collect();
        let ways: [Vec<String>; 3] = [voices, phrases, single];
        let is_apart = |way: &&Vec<String>| way.iter().any(|it| *it != way[0]);
        let Some(way) = ways.iter().find(is_apart) else { return };
        // The first keeps the place of the row.
        let mut parts = vec![(&way[0], row)];
        for (it, part) in members.into_iter().zip(way) {
            let known = parts.iter().find(|known| known.0 == part).map(|it| it.1);
            self.of[it] = known.unwrap_or_else(|| {
                parts.push((part, free));
                let id = free;
                free = free.wrapping_add(1);
                id
            });
        }
    }
}

/// Takes away the full stop of a sentence that a name ended: *said Tom Arlen.*, not *Tom Arlen Jr.*
fn end_as_a_name(name: &mut String) {
    let Some(bare) = name.strip_suffix('.') else { return };
    let last = bare.rsplit(' ').next().unwrap_or(bare);
    let is_short_form = last.contains('.') || last.len() <= 4 && last.starts_with(char::is_uppercase);
    if !is_short_form {
        name.pop();
    }
}

/// *An engineer, who asked not to be named, said*: the source whose words hold the pronoun.
fn within(article: &ArticleReport, number: usize) -> Option<usize> {
    let pronoun = *article.attributions[number].source.first()?;
    let near = article.attributions[number.saturating_sub(2)..].iter().take(5);
    near.filter(|it| it.source.iter().any(|it| it.contains(pronoun))).find_map(|it| it.source_id)
}

/// *who asked not to be named*, *a memo seen by the Courier*: words of a source phrase, which say who speaks and are
/// no statement.
fn tells_who(article: &ArticleReport, number: usize) -> bool {
    let Some(cue) = article.attributions[number].cue.first() else { return false };
    let near = article.attributions[number.saturating_sub(2)..].iter().take(6);
    near.flat_map(|it| &it.source).any(|it| it.contains(*cue))
}

pub fn kind_in_words(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named person",
        SourceKind::Institution => "institution",
        SourceKind::Document => "document",
        SourceKind::Outlet => "another outlet",
        SourceKind::Role => "known by an office",
        SourceKind::Group => "group",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Pronoun => "not clear who",
        SourceKind::Nobody => "nobody",
    }
}

/// Whether nobody could ask whoever speaks.
pub fn is_unnamed(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Unnamed | SourceKind::Group | SourceKind::Nobody)
}

/// How little a reader learns of a voice: a person before a body, a name before an office.
fn fullness(it: &Source) -> (u8, bool) {
    let rank = match it.kind {
        SourceKind::Named => 0,
        SourceKind::Role => 1,
        SourceKind::Unnamed => 2,
        SourceKind::Group => 3,
        _ => 4,
    };
    (rank, it.name.is_none())
}

/// Rows of a ledger, and statements that are split; no reader could weigh more.
pub const MOST: usize = 200;

/// Returns the rows in the order in which their voices are first heard; `text` is the document's.
pub fn rows(text: &str, article: &ArticleReport, of: &Rows) -> Vec<Row> {
    let mut members: Vec<(u32, Vec<usize>)> = Vec::new();
    let mut place = KeyIndex::default();
    for (number, &row) in of.of.iter().enumerate().take(article.attributions.len()) {
        let at = place.get_or_insert(row.into(), members.len());
        if at == members.len() {
            members.push((row, Vec::new()));
        }
        members[at].1.push(number);
    }
    let look = Look { text, article, of, bearing: bearing(article) };
    let (support, lead) = (support(text, article), lead(article));
    let row = |(id, members): (u32, Vec<usize>)| {
        let is_struck = |it: usize| falls(article, &look.bearing[it], &|number| of.of.get(number) == Some(&id));
        Row { bears: lost(&support, lead, &is_struck), ..look.row(id, members) }
    };
    members.retain(|it| it.1.iter().any(|&it| look.is_told(it)));
    members.into_iter().take(MOST).map(row).collect()
}

/// What a row is made from.
struct Look<'l> {
    text: &'l str,
    article: &'l ArticleReport,
    of: &'l Rows,
    bearing: Vec<Vec<usize>>,
}

/// Verbs listed of a voice.
const MOST_VERBS: usize = 6;

/// Statements of one voice that are looked through.
const MOST_READ: usize = 400;

impl Look<'_> {
    fn row(&self, id: u32, members: Vec<usize>) -> Row {
        let told = members.iter().copied().filter(|&it| self.is_told(it)).take(MOST_READ);
        let has_more = told.clone().any(|it| !self.is_plan(it));
        let said = told.filter(|&it| !(has_more && self.is_plan(it)));
        let said: Vec<_> = said.map(|it| &self.article.attributions[it]).collect();
        let source = |id: usize| self.article.sources.get(id);
        let ids = said.iter().filter_map(|it| it.source_id);
        let main_id = ids.clone().min_by_key(|&it| source(it).map_or((u8::MAX, true), fullness));
        let (sources, main) = (ids.filter_map(source), main_id.and_then(source));
        let is_of = |it: &&usize| self.article.attributions[**it].source_id == main_id;
        let is_part = main.is_some_and(|it| members.iter().filter(is_of).count() < it.attributions.len());
        let mains = said.iter().filter(|it| it.source_id == main_id);
        let own = mains.chain(&said).find_map(|it| it.source.first()).copied();
        let mention = if is_part { own } else { main.and_then(|it| it.mentions.first().copied()).or(own) };
        let kind = main.map_or(said[0].kind, |it| it.kind);
        let phrase = mention.map(|it| self.text[it.range()].to_owned());
        let mut name = main.and_then(|it| it.name.clone()).filter(|_| !is_part).or(phrase);
        name.iter_mut().for_each(end_as_a_name);
        let mut verbs: Vec<String> = Vec::new();
        for cue in said.iter().filter_map(|it| it.cue.first()) {
            let verb = lower(&self.text[cue.range()]);
            if verbs.len() < MOST_VERBS && !verbs.contains(&verb) {
                verbs.push(verb);
            }
        }
        let places = said.iter().filter_map(|it| it.source.first().or(it.cue.first()).copied()).collect();
        let sentences: Vec<usize> =
            said.iter().filter_map(|it| self.article.sentences_in(*it.cue.first()?).next()).collect();
        let has_position = kind == SourceKind::Role
            || sources.clone().any(|it| it.kind == SourceKind::Role || it.role.is_some())
            || self.bears(&sentences, "named-with-role", None);
        let has_reason = self.bears(&sentences, "anonymity-explained", None)
            || self.bears(&sentences, "unnamed-source", Some("reasoned"));
        let is_body = matches!(kind, SourceKind::Institution | SourceKind::Document | SourceKind::Outlet);
        let is_other = |it: &usize| self.of.of.get(*it) != Some(&id);
        let is_shared = |it: &Span| self.article.sentences_in(*it).any(|it| self.bearing[it].iter().any(is_other));
        let is_named = main.is_some_and(|it| it.name.is_some());
        let ticks = [
            // *The finance ministry*: known without.
            if is_body && !is_named { Tick::Moot } else { tick(is_named) },
            if is_body { Tick::Moot } else { tick(has_position) },
            match kind {
                SourceKind::Unnamed if !has_reason && self.bears(&sentences, "unnamed-source", Some("boilerplate")) => {
                    Tick::Rote
                }
                SourceKind::Unnamed => tick(has_reason),
                _ => Tick::Moot,
            },
            tick(said.iter().any(|it| self.tells_motive(it))),
            tick(said.iter().flat_map(|it| &it.content).any(is_shared)),
        ];
        let name = name.unwrap_or_else(|| match verbs.first() {
            Some(cue) if kind != SourceKind::Pronoun => format!("nobody named (“{cue}”)"),
            _ => "not clear who".to_owned(),
        });
        Row { id, name, kind, verbs, places, ticks, bears: Lost::default(), attributions: members }
    }

    /// Whether it is no *that* of *a city that has seen wars*, and says more than who speaks.
    fn is_told(&self, number: usize) -> bool {
        let it = &self.article.attributions[number];
        let pronoun = it.source.first().filter(|_| it.kind == SourceKind::Pronoun);
        let is_relative = pronoun.is_some_and(|it| matches!(&self.text[it.range()], "that" | "which" | "who"));
        !tells_who(self.article, number) && (!is_relative || within(self.article, number).is_some())
    }

    /// *is expected to announce*, *offering no evidence*
    fn is_plan(&self, number: usize) -> bool {
        let cue = self.article.attributions[number].cue.first();
        cue.is_some_and(|it| ["to ", "offering"].iter().any(|word| self.text[it.range()].starts_with(word)))
    }

    /// Whether a flag of this trait ends in one of the sentences.
    fn bears(&self, sentences: &[usize], of: &str, kind: Option<&str>) -> bool {
        let flags = &self.article.flags;
        sentences.iter().any(|&it| {
            let sentence = self.article.sentences[it].0;
            let first = flags.partition_point(|it| it.span.end() <= sentence.start());
            let inside = flags[first..].iter().take_while(|it| it.span.end() <= sentence.end());
            inside.take(MOST).any(|it| it.of.0 == of && (kind.is_none() || it.kind == kind))
        })
    }

    /// Whether the words by a source say what side it is on, or what there is to gain.
    fn tells_motive(&self, it: &Attribution) -> bool {
        let Some(source) = it.source.first() else { return false };
        let Some((sentence, _)) = self.article.sentences.get(self.article.sentences_in(*source).start) else {
            return false;
        };
        let start = source.start().saturating_sub(NEAR).max(sentence.start().min(source.start()));
        let end = (source.end() + NEAR).min(sentence.end().max(source.end()));
        let (start, end) = (self.text.floor_char_boundary(start), self.text.floor_char_boundary(end));
        MOTIVES.split('|').any(|it| self.text[start..end].contains(it))
    }
}

/// Bytes beside a source that are searched for a motive.
const NEAR: usize = 60;

/// Words that tell a side or an interest.
const MOTIVES: &str = concat!(
    " critic of | critics of | rival| opponent| opposes | opposed to | supporter| supports | backer|",
    " ally of | allies of | allied | loyal to | loyalist| sympathetic to | campaign| lobb|",
    " competitor| stake in | stands to | on behalf of | representing | lawyer for | attorney for |",
    " in favour of | in favor of | who wants | who hopes | funded by | paid by | investor|",
    " affiliated with |-backed |-funded |state-run | activist",
);

fn tick(is_told: bool) -> Tick {
    if is_told { Tick::Yes } else { Tick::No }
}

#[cfg(test)]
mod tests;
