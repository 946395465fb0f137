//! The library that ships: retellings for class, and well-made local stories.
//!
//! One text file under `public/library/` is one article; its name is the slug.
//! A file is a few lines `key: value`, an empty line, and the article exactly
//! as a reader sees it. The page starts with the list of them, `index.txt`, which
//! a test writes; the texts come after it, joined to one file with what else can wait.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::text::{by_each, sort_by_number};
use crate::traits::{TraitId, grounds, record, with_own};

/// What the list shows of each article, in blocks of the same lines.
static INDEX: &str = include_str!("../public/library/index.txt");

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/public/library");

/// One article of the library, or the digest as one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The name of the file without `.txt`; stable, since links carry it.
    pub slug: &'static str,
    /// What the list of the library shows.
    pub title: &'static str,
    pub group: Group,
    /// The place in its group.
    pub order: u16,
    /// Shown with the article: that it is a retelling, or an invented story. Empty in the list.
    pub note: &'static str,
    /// One line: what a student will find.
    pub about: &'static str,
    /// Of a retelling, the outlet that published what is retold; likewise the rest.
    pub outlet: Option<&'static str>,
    /// As `2020-11-28`.
    pub date: Option<&'static str>,
    pub byline: Option<&'static str>,
    /// As shown.
    pub headline: Option<&'static str>,
    /// Where another headline was put in its place.
    pub original_headline: Option<&'static str>,
    /// What is analysed; empty in the list.
    pub text: &'static str,
}

/// A shelf of the library, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Single reports, retold.
    Seed,
    /// A page of ten reports under headlines of its own, retold; together and each.
    Digest,
    /// Invented local stories, made as a careful newsroom would.
    Fair,
}

impl Group {
    pub const ALL: [Self; 3] = [Self::Seed, Self::Digest, Self::Fair];

    /// As the list of the library shows it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Seed => "Reports retold for class",
            Self::Digest => "One page, ten reports, one label",
            Self::Fair => "Carefully made local stories",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        match name {
            "seed" => Some(Self::Seed),
            "digest" => Some(Self::Digest),
            "fair" => Some(Self::Fair),
            _ => None,
        }
    }
}

/// The slug of the digest as one text.
pub const DIGEST: &str = "digest";

/// Between two parts of the joined file.
const NEXT: char = '\u{c}';

/// Returns every entry without its text, by group and then by order.
pub fn list() -> &'static [Entry] {
    static LIST: LazyLock<Vec<Entry>> = LazyLock::new(|| in_order(INDEX.split("\n\n").filter_map(parse)));
    &LIST
}

/// Returns every entry, by group and then by order; the digest as one text opens its group.
pub fn entries() -> &'static [Entry] {
    static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| unjoined(joined().leak()));
    &ENTRIES
}

/// Returns the one file that the page fetches when it is up: all articles, what each rule rests on,
/// and of the page's look what the first screen does without.
pub fn later(style: &str) -> String {
    let mut parts = vec![joined()];
    parts.extend(with_own().map(|it| written_grounds(it.id)));
    parts.push(style.to_owned());
    parts.join(&NEXT.to_string())
}

/// Returns what a rule rests on, as the fetched file has it: a standard is a line with its source behind a
/// tab, and what the rule is known to get wrong are lines that begin with a dash.
pub fn grounds_in(file: &'static str, of: TraitId) -> &'static str {
    file.split(NEXT).find_map(|it| it.strip_prefix(of.0)?.strip_prefix('\n')).unwrap_or_default()
}

fn written_grounds(of: TraitId) -> String {
    let grounds = grounds(of);
    let mut text = of.0.to_owned();
    for it in grounds.standards {
        text.push_str(&format!("\n{}\t{}", it.asks, it.source));
    }
    if let Some(record) = record(of) {
        text.push_str(&format!("\nHow often it is right: {record}"));
    }
    if !grounds.failures.is_empty() {
        text.push_str("\nThis rule is known to be wrong about:\n- ");
        text.push_str(&grounds.failures.join("\n- "));
    }
    text
}

/// Joins all articles.
fn joined() -> String {
    let files = FOLDER.files().filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)));
    let files = files.filter(|(slug, _)| *slug != "index");
    let files: Vec<_> = files.map(|(slug, file)| format!("slug: {slug}\n{file}")).collect();
    files.join(&NEXT.to_string())
}

/// Returns the entries of the fetched file, as [`entries`] does.
pub fn unjoined(file: &'static str) -> Vec<Entry> {
    in_order(file.split(NEXT).filter_map(parse))
}

fn in_order(entries: impl Iterator<Item = Entry>) -> Vec<Entry> {
    let mut entries: Vec<_> = entries.collect();
    sort_by_number(&mut entries, |it| by_each(&[it.group as usize, it.order as usize]));
    let digest = whole_digest(&entries);
    entries.insert(entries.partition_point(|it| it.group < Group::Digest), digest);
    entries
}

/// Returns the entry with this slug.
pub fn find(slug: &str) -> Option<&'static Entry> {
    entries().iter().find(|it| it.slug == slug)
}

/// Returns the articles of the digest, in order, as one text.
pub fn digest() -> &'static str {
    find(DIGEST).map_or("", |it| it.text)
}

fn whole_digest(entries: &[Entry]) -> Entry {
    let articles: Vec<_> = entries.iter().filter(|it| it.group == Group::Digest).map(|it| it.text.trim_end()).collect();
    Entry {
        slug: DIGEST,
        title: "Ten reports and the word that was put into their headlines",
        group: Group::Digest,
        order: 0,
        note: "Retold for class in our own words; only the headlines are the real ones, as posted and as first published.",
        about: "Somebody reposted ten news reports and changed each headline. What was put in, and whom does it stand for?",
        outlet: None,
        date: None,
        byline: None,
        headline: None,
        original_headline: None,
        text: articles.join("\n\n").trim().to_owned().leak(),
    }
}

/// Returns `None` for a file whose header lacks what every entry needs.
fn parse(file: &'static str) -> Option<Entry> {
    let (header, text) = file.split_once("\n\n").unwrap_or((file, ""));
    let fields: Vec<(&str, &str)> = header.lines().filter_map(|line| line.split_once(": ")).collect();
    let field = |name: &str| fields.iter().find(|(key, _)| *key == name).map(|(_, value)| value.trim());
    Some(Entry {
        slug: field("slug")?,
        title: field("title")?,
        group: Group::parse(field("group")?)?,
        order: field("order")?.parse().ok()?,
        note: field("note").unwrap_or_default(),
        about: field("about")?,
        outlet: field("outlet"),
        date: field("date"),
        byline: field("byline"),
        headline: field("headline"),
        original_headline: field("original"),
        text: text.trim_start_matches('\n'),
    })
}

#[cfg(test)]
#[path = "library/tests.rs"]
mod tests;
