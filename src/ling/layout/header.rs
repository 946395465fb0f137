//! What the blocks of an article say of its origin.

use crate::ling::article::{Article, BlockKind};
use crate::ling::credit;
use crate::ling::fact_word::Role;
use crate::ling::outlet;
use crate::ling::published;
use crate::ling::word::{Word, is_among, is_one_of, key, keys_of};
use crate::text::{Document, find, lower};

use super::digest;
use super::kinds::Layout;
use super::line::Line;

/// Fills in byline, outlet, wire, date, dateline and credits, as far as the text shows them.
pub(super) fn fill(article: &mut Article, document: &Document, words: &[Word], lines: &[Line<'_>], layout: &Layout) {
    let mut about = None;
    for (line, kind) in lines.iter().zip(&layout.kinds) {
        match kind {
            BlockKind::OriginalHeadline => tail(article, digest::without_tail(line.text).1.unwrap_or_default()),
            BlockKind::Byline => byline(article, line.text),
            BlockKind::Date => date(article, line.text),
            BlockKind::Credit => {
                article.credits.extend(credit::credits(line.text));
                if credit::is_wire(line.text) {
                    wire(article, line.text.trim());
                }
            }
            BlockKind::Biography if about.is_none() => about = credit::about_author(line.text),
            _ => {}
        }
    }
    let furniture = || lines.iter().zip(&layout.kinds).filter(|(_, kind)| **kind == BlockKind::Furniture);
    if article.outlet.is_none() {
        article.outlet = furniture().find_map(|(line, _)| outlet::in_button(line.text));
    }
    let is_section = |it: &&String| is_one_of(it, "opinion comment editorial analysis");
    if let Some(tail) = layout.outlet.as_ref().filter(|it| !is_section(it)) {
        article.outlet = Some(tail.clone());
    }
    article.byline = article.byline.take().or(about);
    dateline(article, lines, layout);
    if article.outlet.is_none() {
        article.outlet = reporter_of(document, words, lines, layout).or_else(|| author_of(lines, layout));
    }
}

/// *Ann Lee | VP* behind a headline.
fn tail(article: &mut Article, tail: &str) {
    let parts: Vec<_> = tail.split('|').map(str::trim).filter(|it| !it.is_empty()).collect();
    match parts.as_slice() {
        [] => {}
        [one] if credit::is_person(one) && !credit::is_body(one) => article.byline = Some((*one).to_owned()),
        [one] => article.outlet = Some((*one).to_owned()),
        [first, .., last] => {
            article.byline = Some((*first).to_owned());
            article.outlet = Some((*last).to_owned());
        }
    }
}

/// A date, perhaps behind a name: *Velia Post, Friday 8 May 2026*.
fn date(article: &mut Article, line: &str) {
    let whole = published::read(line).map(|found| (None, found));
    let behind_name = || published::behind_name(line).map(|(name, found)| (Some(name), found));
    let Some((name, found)) = whole.or_else(behind_name) else { return };
    article.published = article.published.take().or(found.iso);
    if let Some(at) = find(line, " by ") {
        byline(article, &line[at + 1..]);
    }
    if let Some((_, outlet)) = published::before_outlet(line) {
        article.outlet.get_or_insert_with(|| outlet.to_owned());
    }
    // *Ann Lee · Velia Post · 3 May 2021*
    if let Some(read) = name.and_then(credit::bare_byline).filter(|_| article.byline.is_none()) {
        article.byline = Some(read.name);
        article.outlet = article.outlet.take().or(read.of.filter(|it| !is_post(it)));
        return;
    }
    // *AP | Velia*, *Business Desk, The Meridian*
    let name = match name.and_then(|it| it.split_once(" | ").or_else(|| it.split_once(", "))) {
        Some((first, place)) if credit::is_wire(first) && outlet::in_line(place).is_none() => {
            article.dateline = Some(place.to_owned());
            Some(first)
        }
        Some((first, last)) if is_nobody(first) && outlet::in_line(last).is_some() => Some(last),
        _ => name,
    };
    match name {
        Some(name) if credit::is_wire(name) => wire(article, name),
        // *NEW VELIA, 8 May 2026*: where it was filed.
        Some(name)
            if name.len() > 5
                && outlet::in_line(name).is_none()
                && name.bytes().all(|it| it.is_ascii_uppercase() || it == b' ') =>
        {
            article.dateline = Some(name.to_owned());
        }
        Some(name) if article.outlet.is_none() => article.outlet = Some(name.to_owned()),
        _ => {}
    }
}

fn byline(article: &mut Article, line: &str) {
    // *— Ann Lee*, at the end.
    let line = line.trim_start_matches(['—', '–', '-', ' ']);
    let is_second = article.byline.is_some() && outlet::in_line(line).is_some();
    let read = credit::byline(line).or_else(|| credit::bare_byline(line)).filter(|_| !is_second);
    let Some(read) = read else {
        article.outlet = article.outlet.take().or_else(|| outlet::in_line(line).map(str::to_owned));
        return;
    };
    if article.published.is_none() {
        article.published = published::date_in(line);
    }
    // *Ann Lee | ann@post.example | The Velia Post*
    let of = read
        .of
        .as_deref()
        .and_then(|it| it.split('|').map(str::trim).find(|it| !it.contains('@') && published::date_in(it).is_none()));
    match of.filter(|it| credit::is_body(it)).map(str::to_owned) {
        Some(of) if credit::is_wire(&of) => wire(article, &of),
        Some(of) if article.outlet.is_none() && !is_post(&of) => article.outlet = Some(outlet::alone(&of).to_owned()),
        // *Patch Staff*
        Some(of) if article.outlet.is_none() && of.ends_with(" Staff") => {
            article.outlet = of.strip_suffix(" Staff").map(str::to_owned);
        }
        _ => {}
    }
    if credit::is_wire(&read.name) {
        wire(article, &read.name);
    }
    if article.byline.is_none() && !is_nobody(&read.name) {
        article.byline = Some(read.name);
    }
}

/// *Staff Writer*, *Court Reporter*, *Agencies*: nobody by name, and of no outlet.
fn is_nobody(name: &str) -> bool {
    const JOBS: [u32; 9] = keys_of([
        "agencies",
        "correspondent",
        "correspondents",
        "desk",
        "newsroom",
        "reporter",
        "reporters",
        "writer",
        "writers",
    ]);
    // *Ann Lee and agencies*, *Ann Lee Staff Writer*
    let opening = name.split(' ').take(2).collect::<Vec<_>>().join(" ");
    if name.split(' ').nth(3).is_some() && credit::is_person(&opening) {
        return false;
    }
    let last = name.rsplit_once(' ').map_or(name, |it| it.1);
    is_among(key(last), &JOBS) && outlet::in_line(name).is_none() && !name.split(' ').any(credit::is_wire)
}

/// *Harbour correspondent*, *Staff Writer*: what the writer is, not for whom.
fn is_post(of: &str) -> bool {
    let of = lower(of);
    ["staff", "correspondent", "reporter", "editor", "writer", "desk", "team"].iter().any(|it| find(&of, it).is_some())
}

fn wire(article: &mut Article, name: &str) {
    article.wire.get_or_insert_with(|| name.to_owned());
    if !article.credits.iter().any(|it| it == name) {
        article.credits.push(name.to_owned());
    }
}

/// The dateline of the first paragraphs of prose.
fn dateline(article: &mut Article, lines: &[Line<'_>], layout: &Layout) {
    let is_text = |(line, kind): &(&Line<'_>, &BlockKind)| kind.is_prose() && line.is_prose();
    let prose = || lines.iter().zip(&layout.kinds).filter(is_text).map(|(line, _)| line);
    let mut found = prose().take(3).filter_map(|line| Some((line, credit::dateline(line.text)?)));
    let mut before_colon = prose().filter_map(|line| Some((line, credit::dateline_before_colon(line.text)?)));
    let alone = || before_colon.next().filter(|_| before_colon.next().is_none());
    let town = || prose().next().and_then(|line| Some((line, credit::dateline_of_town(line.text)?)));
    let Some((line, found)) = found.next().or_else(alone).or_else(town) else { return };
    article.behind_dateline = Some(line.span.start() + found.len);
    article.dateline = Some(found.place);
    if let Some(name) = found.wire {
        wire(article, &name);
        article.wire = Some(name);
    }
}

/// The outlet that stands over the text, or that a credit or a note on the author names.
fn author_of(lines: &[Line<'_>], layout: &Layout) -> Option<String> {
    let is_note =
        |kind| matches!(kind, BlockKind::Biography | BlockKind::Caption | BlockKind::Credit | BlockKind::Furniture);
    let notes = lines.iter().zip(&layout.kinds).filter(|(_, kind)| is_note(**kind));
    let first = lines.iter().zip(&layout.kinds).take_while(|(line, _)| !line.is_prose());
    let is_name = |line: &Line<'_>, kind| {
        let is_masthead = || line.text.starts_with("The ") && outlet::in_line(line.text).is_some();
        outlet::is_known(line.text) || kind == BlockKind::Furniture && is_masthead()
    };
    let mut named = first.filter(|(line, kind)| is_name(line, **kind));
    if let Some((line, _)) = named.next() {
        return Some(line.text.trim().to_owned());
    }
    let of = |line: &str| {
        let found = outlet::in_copyright(line).or_else(|| outlet::in_credit(line));
        found.or_else(|| outlet::of_author(line)).map(str::to_owned)
    };
    let is_told = |name: &&str| {
        let tells = |line: &&Line<'_>| line.is_prose() && line.text.contains(*name);
        lines.iter().any(|it| tells(&it))
    };
    let stroke = |line: &str| outlet::in_stroke(line).filter(is_told).map(str::to_owned);
    let mut found = notes.filter_map(|(line, _)| of(line.text).or_else(|| stroke(line.text)));
    found.next()
}

/// *the Post’s Ann Lee, reporting from Velia*: the outlet whose reporter it is.
fn reporter_of(document: &Document, words: &[Word], lines: &[Line<'_>], layout: &Layout) -> Option<String> {
    let (reporting, from) = (key("reporting"), key("from"));
    let may_tell = |line: &Line<'_>| line.roles & 1 << Role::Reporting as u32 != 0;
    let prose = lines.iter().zip(&layout.kinds).filter(|(line, kind)| may_tell(line) && kind.is_prose());
    prose
        .filter_map(|(line, _)| {
            let of_line = &words[line.tokens.clone()];
            let at = of_line.windows(2).position(|it| it[0].key == reporting && it[1].key == from)?;
            let comma = line.tokens.start + at.checked_sub(1)?;
            let names = words[line.tokens.start..comma].iter().rev().take(8).take_while(|it| it.is_capital()).count();
            let owner = (comma - names..comma).find(|&it| words[it].possessive).filter(|it| it + 2 < comma)?;
            let name = &document[document.tokens()[comma - names].span.to(document.tokens()[owner].span)];
            Some(name.trim_end_matches('s').trim_end_matches(['\'', '’']).to_owned())
        })
        .next()
}
