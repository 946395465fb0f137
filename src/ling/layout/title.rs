//! Which line is the headline, if any.

use std::sync::LazyLock;

use crate::ling::word::{Word, key};
use crate::ling::{credit, headline, outlet};

use crate::text::places;

use super::line::{End, Line};

/// A line this long is no headline.
const MAX_WORDS: usize = 30;
/// How many open lines from the top may come before the headline: names of sections, menus.
const MAX_BEFORE: usize = 6;

/// Returns the line of the headline; `None` for bare prose.
pub(super) fn find(lines: &[Line<'_>], words: &[Word], is_open: impl Fn(&usize) -> bool) -> Option<usize> {
    let open: Vec<_> = (0..lines.len()).filter(&is_open).take(MAX_BEFORE + 2).collect();
    let first = *open.first()?;
    // However long, with a byline right under it.
    let is_byline = |it: &Line<'_>| it.after_gap && credit::byline(it.text).is_some();
    let is_long = lines[first].words > MAX_WORDS && lines[first].sentences == 1 && lines[first].end != End::Stop;
    if is_long && lines.get(first + 1).is_some_and(is_byline) {
        return Some(first);
    }
    if is_question(lines, first, &is_open) || asks_and_answers(lines, first) || teases(lines, first) {
        return Some(first);
    }
    // Also below *Explainer*, *Environment*; with the outlet between it and the byline.
    let question = open.iter().position(|&it| lines[it].words > 2);
    if let Some(at) = question.filter(|&at| is_question_over_header(lines, open[at], &is_open)) {
        return Some(open[at]);
    }
    let sentence_title = |from: &[usize]| is_sentence_title(lines, words, from, &is_open).then(|| from[0]);
    if lines[first].end == End::Stop || lines[first].is_prose() {
        return sentence_title(&open);
    }
    if is_first_half(lines, first) {
        return Some(first);
    }
    // *What you need:*, a list, no headline.
    if lines[first].end == End::More {
        return None;
    }
    let prose = open.iter().position(|it| lines[*it].is_prose()).unwrap_or(open.len());
    // Nothing but headings: no article to be the headline of.
    if prose == open.len() && !lines.iter().enumerate().any(|(at, it)| at != first && is_open(&at) && it.words >= 12) {
        return None;
    }
    let before_prose = &open[..prose.min(MAX_BEFORE)];
    // A page that ends in the middle of a sentence is no headline.
    let is_begun =
        |it: &Line<'_>| it.text.starts_with(char::is_lowercase) && it.words > 1 && credit::byline(it.text).is_none();
    let goes_on = |at: usize| lines.get(at + 1).is_some_and(is_begun);
    let is_title = |it: &&usize| is_title(&lines[**it]) && !(lines[**it].words >= 8 && goes_on(**it));
    let is_name = |it: &&usize| {
        let line = lines[**it].text;
        credit::bare_byline(line).is_some() || outlet::in_line(line).is_some()
    };
    let long_enough = before_prose.iter().filter(is_title).find(|it| lines[**it].words >= 4 && !is_name(it));
    // *Opinion*, then a title that reads like a sentence.
    let is_under_labels =
        long_enough.is_none() && prose < open.len() && before_prose.iter().all(|it| lines[*it].words <= 2);
    if is_under_labels && let Some(found) = sentence_title(&open[prose..]) {
        return Some(found);
    }
    long_enough.or_else(|| before_prose.iter().find(is_title)).copied()
}

/// *Is the bridge safe?*, with a byline or a date right under it.
fn is_question(lines: &[Line<'_>], at: usize, is_open: &impl Fn(&usize) -> bool) -> bool {
    let line = &lines[at];
    let is_header = |it: &Line<'_>| !it.is_prose() && it.words <= 8 && (it.after_gap || !is_open(&(at + 1)));
    let has_header = lines.get(at + 1).is_some_and(is_header);
    has_header && line.end == End::Mark && line.sentences == 1 && (3..=16).contains(&line.words) && is_title(line)
}

/// *Is this the end of cash? What the banks plan*, with running text right under it.
fn asks_and_answers(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let is_prose = |it: &Line<'_>| it.is_prose() && it.after_gap && it.end == End::Stop;
    line.end == End::None
        && line.sentences == 2
        && line.words <= 22
        && line.may_have(&['?'])
        && lines.get(at + 1..at + 3).is_some_and(|it| it.iter().all(is_prose))
}

/// *Who pays for the bridge?*, *You won’t guess who…*, with nothing but running text under it.
fn teases(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let trails_off = line.text.ends_with('…') || line.text.ends_with("...");
    let is_prose = |it: &Line<'_>| it.is_prose() && it.after_gap;
    (line.end == End::Mark || trails_off)
        && line.sentences == 1
        && (3..=16).contains(&line.words)
        && !line.text.starts_with(['“', '"', '‘', '\''])
        && lines.get(at + 1..at + 3).is_some_and(|it| it.iter().all(is_prose))
}

/// The same with a standfirst or a picture between.
fn is_question_over_header(lines: &[Line<'_>], at: usize, is_open: &impl Fn(&usize) -> bool) -> bool {
    let line = &lines[at];
    let header = (at + 1..lines.len()).take(4).find(|it| !is_open(it));
    header.is_some() && line.end == End::Mark && line.sentences == 1 && (3..=16).contains(&line.words) && is_title(line)
}

/// A headline in two lines, the first ending in a semicolon: *Harbour strike ends; ⏎ council keeps its ferry.*
fn is_first_half(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let next_is_short = lines.get(at + 1).is_some_and(|it| it.words <= MAX_WORDS && it.sentences == 1 && !it.after_gap);
    line.text.ends_with(';') && line.words <= MAX_WORDS && line.words >= 2 && next_is_short && lines.len() > at + 2
}

fn is_title(line: &Line<'_>) -> bool {
    // *BAAR, SWITZERLAND*: where it was filed.
    let is_place = line.words <= 4 && line.text.contains(',') && !line.text.contains(char::is_lowercase);
    if is_place || line.words < 2 {
        return false;
    }
    line.is_heading() && line.words <= MAX_WORDS && line.text.len() <= 250 && credit::dateline(line.text).is_none()
}

/// A headline that ends in a full stop, as some archives write them. Only above
/// a whole article, and only where its looks or the text under it bear that out.
fn is_sentence_title(lines: &[Line<'_>], words: &[Word], open: &[usize], is_open: &impl Fn(&usize) -> bool) -> bool {
    let line = &lines[open[0]];
    let prose = lines.iter().enumerate().filter(|(at, it)| is_open(at) && it.is_prose()).take(5).count();
    if prose < 3 || line.words > 22 || line.words < 3 || line.sentences > 2 || credit::dateline(line.text).is_some() {
        return false;
    }
    if line.is_title_case() || line.end == End::None && line.sentences == 2 && is_over_header(lines, open[0], is_open) {
        return true;
    }
    let below = || open[1..].iter().take(3).map(|it| &lines[*it]);
    if below().take(2).any(|it| credit::dateline(it.text).is_some()) {
        return true;
    }
    let is_terse = line.sentences == 1 && line.words <= 14 && line.text.starts_with(char::is_alphanumeric);
    let is_terse = is_terse && is_headlinese(&words[line.tokens.clone()]);
    // A standfirst may come before the lead.
    let mut leads = below().filter(|it| it.is_prose() && it.words > line.words);
    leads.any(|it| it.words >= 20 && is_terse || prose > 3 && is_told_again(line, it))
}

/// Whether a byline or a date stands right under the line.
fn is_over_header(lines: &[Line<'_>], at: usize, is_open: &impl Fn(&usize) -> bool) -> bool {
    let is_name =
        |it: &Line<'_>| credit::bare_byline(it.text).is_some() && (it.after_gap || credit::is_person(it.text));
    let is_header = |it: &Line<'_>| !is_open(&(at + 1)) || is_name(it);
    lines.get(at + 1).is_some_and(|it| !it.is_prose() && is_header(it))
}

/// Whether the words leave out what headlines leave out: articles, the past, *I* and *you*.
fn is_headlinese(words: &[Word]) -> bool {
    static IN_SENTENCES: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let words = "the a an was were had been i we you my our your me us there it this that these those he she they and but so";
        words.split(' ').map(key).collect()
    });
    !words.iter().any(|it| IN_SENTENCES.contains(&it.key))
}

/// Whether the lead says again, at greater length, what the line says.
fn is_told_again(line: &Line<'_>, lead: &Line<'_>) -> bool {
    if line.words > 18 || lead.words < line.words + 6 {
        return false;
    }
    let start = lead.text.char_indices().nth(500).map_or(lead.text.len(), |(at, _)| at);
    let (common, own) = headline::in_common(line.text, &lead.text[..start]);
    common >= 2 && common * 100 >= own * 35
}

/// Words that show that what stands behind a headline's last dash is an outlet.
pub(super) fn without_outlet(headline: &str) -> (&str, Option<&str>) {
    let cut = [" | ", " - ", " – ", " — "].iter().filter_map(|it| Some((places(headline, it).last()?, it.len()))).max();
    let Some((at, len)) = cut.filter(|(at, _)| *at >= 12) else { return (headline, None) };
    let tail = headline[at + len..].trim();
    let is_bar = headline[at..].starts_with(" | ");
    let is_outlet = tail.split_whitespace().count() <= 5 && tail.chars().next().is_some_and(char::is_uppercase);
    if is_outlet && (is_bar || credit::is_body(tail) && tail.split_whitespace().count() >= 2) {
        (headline[..at].trim_end(), Some(tail))
    } else {
        (headline, None)
    }
}
