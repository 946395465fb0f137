//! What is on the page but not in the article: menus, buttons, links, leftovers.

use std::sync::LazyLock;

use crate::ling::lexicon::entries;
use crate::ling::word::{Shape, Word, is_among, is_one_of, key, key_of_stem, whole_key_of};
use crate::ling::{KeyIndex, bit_of, credit, outlet, published};

use super::line::{End, Line};

/// What a line of furniture says of the lines behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Furniture {
    /// A line by itself.
    Alone,
    /// A heading over links, comments or forms: *Related articles*.
    Heads,
}

/// Lines that are furniture as a whole.
const WHOLE: &str = crate::list!("ling/data/furniture_lines.txt");
/// Headings over links, comments and forms.
const HEADINGS: &str = crate::list!("ling/data/furniture_headings.txt");
/// How a line of furniture begins.
const OPENINGS: &str = crate::list!("ling/data/furniture_openings.txt");
/// The same, for lines too short to be a sentence.
const SHORT: &str = crate::list!("ling/data/furniture_short.txt");
/// Labels before a colon.
const LABELS: &str = crate::list!("ling/data/furniture_labels.txt");
/// The words of buttons and counters.
const BUTTONS: &str = crate::list!("ling/data/furniture_buttons.txt");

/// The most words of a line that begins like furniture: cookie notices run to 50.
const MAX_OPENING_WORDS: usize = 50;
/// Where the colon behind a label stands at most, in bytes.
const MAX_LABEL: usize = 41;
/// The most words in a phrase of the lists.
const MAX_PHRASE: usize = 10;

/// The lists, each with a bit of its own.
const LISTS: &[&str] = &[WHOLE, HEADINGS, OPENINGS, SHORT, LABELS];
const IS_WHOLE: usize = 1;
const IS_HEADING: usize = 1 << 1;
const IS_OPENING: usize = 1 << 2;
const IS_SHORT: usize = 1 << 3;
const IS_LABEL: usize = 1 << 4;

/// The phrases of the lists by their words, folded one by one.
struct Phrases {
    /// The bits of the lists that a phrase stands in.
    lists: KeyIndex,
    /// A bit for every first word: most lines are turned away here.
    first: [u64; 64],
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let (mut lists, mut first) = (KeyIndex::default(), [0; 64]);
    for (bit, list) in LISTS.iter().enumerate() {
        for phrase in entries(list) {
            let mut keys = phrase.split_ascii_whitespace().map(key_of_stem);
            let word = fold(0, keys.next().unwrap_or_default());
            let (at, mark) = bit_of(word, first.len());
            first[at] |= mark;
            let key = keys.fold(word, fold);
            let others = lists.get(key).unwrap_or_default();
            lists.insert(key, others | 1 << bit);
        }
    }
    Phrases { lists, first }
});

static BUTTON_WORDS: LazyLock<KeyIndex> =
    LazyLock::new(|| KeyIndex::of(entries(BUTTONS).flat_map(str::split_whitespace).map(key)));

fn fold(hash: u64, key: u64) -> u64 {
    (hash.rotate_left(23) ^ key).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Returns what kind of furniture the line is by its own words; `None` for all else.
pub(super) fn read(line: &Line<'_>, words: &[Word]) -> Option<Furniture> {
    if is_link(line.text) {
        return Some(Furniture::Alone);
    }
    if line.words > MAX_OPENING_WORDS || is_spoken(line.text) {
        return None;
    }
    let words = || words[line.tokens.clone()].iter().filter(|it| it.shape != Shape::Punct);
    if let Some(found) = by_phrase(line, words()) {
        return Some(found);
    }
    let is_button = || line.words <= 8 && words().all(|it| it.shape == Shape::Number || BUTTON_WORDS.has(it.key));
    let has_button = || words().any(|it| BUTTON_WORDS.has(it.key));
    let is_furniture = is_follow(line, words().map(|it| it.key))
        || is_sign_up(line, words().map(|it| it.key))
        || line.words > 0 && line.end != End::Stop && is_button() && has_button()
        || is_trail(line)
        || published::is_ago(line.text)
        || is_debris(line)
        || is_tag_list(line)
        || is_menu(line)
        || line.text.starts_with("Add ") && outlet::in_button(line.text).is_some();
    is_furniture.then_some(Furniture::Alone)
}

/// By the lists: the first words, folded one by one.
fn by_phrase<'w>(line: &Line<'_>, words: impl Iterator<Item = &'w Word>) -> Option<Furniture> {
    const NUMBER: u64 = whole_key_of("0");
    let is_short = line.words <= 12 && line.end != End::Stop;
    // How many words stand before a colon.
    let label = || {
        let colon = line.text.bytes().take(MAX_LABEL).position(|it| it == b':');
        colon.map_or(0, |at| line.text[..at].split_whitespace().count())
    };
    let (phrases, mut hash, mut found) = (&*PHRASES, 0, None);
    for (count, word) in words.take(MAX_PHRASE).enumerate().map(|(at, word)| (at + 1, word)) {
        hash = fold(hash, if word.shape == Shape::Number { NUMBER } else { word.key });
        let (at, bit) = bit_of(hash, phrases.first.len());
        if count == 1 && phrases.first[at] & bit == 0 {
            return None;
        }
        let Some(lists) = phrases.lists.get(hash) else { continue };
        let is = |list: usize| lists & list != 0;
        let is_all = count == line.words;
        if is(IS_HEADING) && is_all {
            return Some(Furniture::Heads);
        }
        let is_furniture =
            is(IS_WHOLE) && is_all || is(IS_OPENING) || is(IS_SHORT) && is_short || is(IS_LABEL) && label() == count;
        found = found.or(is_furniture.then_some(Furniture::Alone));
    }
    found
}

/// *“Subscribe to our paper,” says the poster*, *“Leave a Reply”, a novel*: words with their speaker, or a title.
fn is_spoken(text: &str) -> bool {
    let close = match text.chars().next() {
        Some('“') => '”',
        Some('"') => '"',
        _ => return false,
    };
    let behind = text.split(close).nth(if close == '"' { 2 } else { 1 });
    behind.is_some_and(|it| it.trim_start().starts_with(|it: char| it.is_lowercase() || it == ','))
}

/// *Follow the Velia Post on*, *Follow Ann Lee on Twitter @annlee.*
fn is_follow(line: &Line<'_>, mut keys: impl Iterator<Item = u64>) -> bool {
    const NETS: &[u32] = words!["twitter", "facebook", "instagram", "youtube", "telegram", "tiktok", "linkedin", "us"];
    if line.words > 14 || !keys.next().is_some_and(|it| is_among(it, words!["follow"])) {
        return false;
    }
    let mut last = 0;
    let has_net = keys.inspect(|it| last = *it).filter(|&it| is_among(it, NETS)).count() > 0;
    has_net || is_among(last, words!["on"]) || line.text.contains('@')
}

/// *Sign up to Velia Today, a free newsletter*, *Get the Post in your inbox*.
fn is_sign_up(line: &Line<'_>, mut keys: impl Iterator<Item = u64>) -> bool {
    const ASKING: [u32; 5] = crate::ling::keys_of(["sign", "subscribe", "get", "receive", "register"]);
    const OFFERED: [u32; 4] = crate::ling::keys_of(["newsletter", "newsletters", "inbox", "updates"]);
    line.words <= 30 && keys.next().is_some_and(|it| is_among(it, &ASKING)) && keys.any(|it| is_among(it, &OFFERED))
}

/// A line that is nothing but a link: a bare address, or Markdown.
fn is_link(text: &str) -> bool {
    let inner = text.trim_matches(|it: char| matches!(it, '<' | '>' | '(' | ')' | '[' | ']' | '.' | ',' | '\\'));
    let is_address = inner.starts_with("http://") || inner.starts_with("https://") || inner.starts_with("www.");
    if is_address && !inner.contains(char::is_whitespace) {
        return true;
    }
    let is_path = text.starts_with("(/") || text.starts_with('/') && text[1..].contains('/');
    if is_path && !text.contains(char::is_whitespace) {
        return true;
    }
    let Some(rest) = text.trim_start_matches('*').strip_prefix('[') else { return false };
    let Some(at) = rest.find("](") else { return false };
    rest[at + 2..].find(')').is_some_and(|end| rest[at + 2 + end + 1..].chars().all(|it| !it.is_alphanumeric()))
}

/// A breadcrumb: *Home > World > Europe*, *HomeNewsWorld*, *Velia Post - Back to home*.
fn is_trail(line: &Line<'_>) -> bool {
    const ARROWS: &[char] = &['>', '»', '›', '→'];
    let text = line.text;
    if credit::ends(text, "back to home") {
        return true;
    }
    if line.words > 30 {
        return false;
    }
    let arrows = || if line.may_have(ARROWS) { text.matches(ARROWS).count() } else { 0 };
    let starts_home = text.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("home"));
    let next = text.get(4..).and_then(|it| it.chars().next());
    starts_home
        && (arrows() > 0
            || next.is_some_and(char::is_uppercase)
            || text.matches(" / ").nth(usize::from(line.words > 8)).is_some())
        || line.end == End::None && line.words <= 14 && line.capitals * 2 > line.words && arrows() > 1
}

/// What a reader of PDF or a broken page leaves behind: file names, numbers of pages, ids.
fn is_debris(line: &Line<'_>) -> bool {
    let text = line.text;
    if text.len() > 120 || text.contains(char::is_whitespace) {
        return false;
    }
    let letters = text.chars().filter(|it| it.is_alphabetic()).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let joints = text.chars().filter(|it| matches!(it, '-' | '_' | '/' | '(' | '{' | '}' | '=' | '|' | '\\')).count();
    let is_file = [".jpg", ".jpeg", ".png", ".gif", ".pdf", ".webp", ".mp4"]
        .iter()
        .any(|it| text.to_ascii_lowercase().ends_with(it));
    let is_hex = text.len() >= 4 && digits > 0 && text.chars().all(|it| matches!(it, '0'..='9' | 'A'..='F'));
    let is_torn = digits > 0 && text.ends_with('-');
    is_file
        || is_torn
        || digits > 0 && joints > 0 && text.len() >= 5 && letters > 0
        || is_hex && letters > 0
        || letters == 0 && (text.is_ascii() || digits == 0) && published::read(text).is_none()
}

/// *Velia, Ann Lee, Harbour strike, Council*: names with nothing said of them.
fn is_tag_list(line: &Line<'_>) -> bool {
    if line.end != End::None || line.words < 4 || line.words > 40 || line.small * 3 > line.words {
        return false;
    }
    let mut items = line.text.split(", ");
    let is_tag = |it: &str| {
        let words = it.split_whitespace().count();
        let first = it.chars().next();
        (1..=5).contains(&words) && first.is_some_and(|it| it.is_uppercase() || it == '#')
    };
    let is_list = line.may_have(&[','])
        && line.text.matches(", ").count() >= 2
        && items.all(is_tag)
        && !line.text.contains(" and ");
    is_list && credit::byline(line.text).is_none() && credit::bare_byline(line.text).is_none()
}

/// *Markets  Companies  Opinion*: the menu of a page, in one line.
fn is_menu(line: &Line<'_>) -> bool {
    const SECTIONS: &str = "home news sport sports business travel weather video politics world culture opinion";
    let is_short = |it: &str| it.split_whitespace().count() <= 2 && !it.bytes().any(|it| it.is_ascii_digit());
    let is_small = |it: &&str| !it.trim_start().starts_with(char::is_uppercase);
    // *iPlayer* begins with a small letter.
    let of = |mark: &str| {
        let items = || line.text.split(mark);
        items().count() > 3 && items().all(is_short) && items().filter(is_small).count() < 2
    };
    let known = || line.text.split(' ').filter(|it| is_one_of(it, SECTIONS)).count();
    let are_sections = || line.small == 0 && known() >= 3.max(line.words.div_ceil(2));
    line.end == End::None
        && line.words <= 30
        && (line.has_gap && of("  ") || line.may_have(&['|']) && of(" | ") || are_sections())
}

/// Whether the line is a breadcrumb that runs into `headline`: *HomeNewsRain closes school*.
pub(super) fn runs_into(line: &Line<'_>, headline: &Line<'_>) -> bool {
    line.text.len() > headline.text.len()
        && line.text.len() <= headline.text.len() + 80
        && headline.text.len() >= 12
        && line.text.ends_with(headline.text)
}
