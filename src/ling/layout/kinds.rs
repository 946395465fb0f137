//! The kind of each line of one article.

use std::cell::LazyCell;
use std::sync::LazyLock;

use crate::ling::article::BlockKind;
use crate::ling::credit;
use crate::ling::outlet;
use crate::ling::published;
use crate::ling::word::Word;
use crate::text::{Span, cut, find, lower, places};

use super::digest;
use super::furniture::{self, Furniture};
use super::line::{End, Line};
use super::title;

/// The kinds of an article's lines, and its headlines.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// One for each line.
    pub(super) kinds: Vec<BlockKind>,
    pub(super) headline: Option<Span>,
    pub(super) original: Option<Span>,
    /// The outlet that stands behind a headline: *Rain closes school - Velia Post*.
    pub(super) outlet: Option<String>,
}

/// Lines between a heading of furniture in the middle of an article and its next prose.
const MAX_LINKS: usize = 8;

struct Reader<'l, 'd> {
    lines: &'l [Line<'d>],
    words: &'l [Word],
    kinds: Vec<Option<BlockKind>>,
    layout: Layout,
    /// The first line behind headline, byline, date and the like.
    body: usize,
}

impl Layout {
    /// `pair` is the line of the shown headline, where the original one stands beneath it.
    pub(super) fn read(
        lines: &[Line<'_>],
        furniture: &[Option<Furniture>],
        words: &[Word],
        pair: Option<usize>,
    ) -> Self {
        let kinds = vec![None; lines.len()];
        let mut reader = Reader { lines, words, kinds, layout: Self::default(), body: 0 };
        reader.by_line(furniture, pair);
        reader.furniture_by_place(furniture, pair);
        reader.headline(pair);
        reader.header();
        reader.biography();
        reader.body();
        reader.links_at_the_end();
        reader.finish()
    }
}

impl<'d> Reader<'_, 'd> {
    /// What a line is by its own words.
    fn by_line(&mut self, furniture: &[Option<Furniture>], pair: Option<usize>) {
        let is_latin =
            LazyCell::new(|| self.lines.iter().filter(|it| !is_foreign(it.text)).count() * 2 >= self.lines.len());
        let last_prose = self.lines.iter().rposition(Line::is_prose);
        for (at, line) in self.lines.iter().enumerate() {
            let is_headline = pair.is_some_and(|it| at == it || at == it + 1);
            self.kinds[at] = if is_headline {
                None
            } else if furniture[at].is_some() {
                Some(BlockKind::Furniture)
            } else if published::read(line.text).is_some()
                || last_prose > Some(at) && published::behind_name(line.text).is_some()
            {
                Some(BlockKind::Date)
            } else if credit::is_credit(line.text, line.words) {
                Some(BlockKind::Credit)
            } else if credit::byline(line.text).is_some() {
                Some(BlockKind::Byline)
            } else if is_caption(line) && last_prose != Some(at)
                || line.words <= 15 && is_foreign(line.text) && *is_latin
            {
                Some(BlockKind::Caption)
            } else {
                None
            };
        }
    }

    /// What is furniture by what stands around it.
    fn furniture_by_place(&mut self, furniture: &[Option<Furniture>], pair: Option<usize>) {
        let from = pair.map_or(0, |it| it + 2);
        let prose = |it: &Line<'_>| if it.is_prose() { it.words } else { 0 };
        let all: usize = self.lines.iter().map(prose).sum();
        let mut before = 0;
        let mut at = 0;
        while at < self.lines.len() {
            let line = &self.lines[at];
            before += if self.kinds[at].is_none() { prose(line) } else { 0 };
            if at >= from && furniture[at] == Some(Furniture::Heads) && before > 0 {
                let is_last = before * 10 >= all * 6;
                let links = self.lines[at + 1..].iter().take_while(|it| is_last || !it.is_prose()).count();
                let links = if is_last { links } else { links.min(MAX_LINKS) };
                self.kinds[at + 1..at + 1 + links].fill(Some(BlockKind::Furniture));
                at += links;
            }
            at += 1;
        }
        self.masthead(from);
        self.menu(from);
        for at in 1..self.lines.len() {
            let (line, next) = (&self.lines[at - 1], &self.lines[at]);
            if furniture::runs_into(line, next) && self.kinds[at] != Some(BlockKind::Date) {
                self.kinds[at - 1] = Some(BlockKind::Furniture);
                self.kinds[at] = None;
            } else if line.text == next.text && line.is_heading() && line.words >= 2 && self.kinds[at - 1].is_none() {
                self.kinds[at] = Some(BlockKind::Furniture);
            }
        }
    }

    /// What stands over the menu of a page: its name and motto.
    fn masthead(&mut self, from: usize) {
        const MENUS: &[&str] = &["home", "menu", "main menu", "primary menu", "toggle navigation"];
        let head = self.lines.iter().take_while(|it| !it.is_prose()).take(12);
        let menu =
            head.enumerate().filter(|(_, it)| MENUS.iter().any(|menu| menu.eq_ignore_ascii_case(it.text))).last();
        if let Some((menu, _)) = menu.filter(|_| from == 0) {
            self.kinds[..menu].fill(Some(BlockKind::Furniture));
        }
    }

    /// The sections of one paper between those of all: *Home*, *News*, *Harbour*, *Sport*.
    fn menu(&mut self, from: usize) {
        let head = self.lines.iter().position(Line::is_prose).unwrap_or(0);
        let mut at = from;
        while at < head {
            let run = (at..head).take_while(|it| self.is_menu(*it) || self.is_entry(*it));
            let known: Vec<_> = run.clone().filter(|it| self.is_menu(*it)).collect();
            let len = run.count();
            if let [first, .., last] = *known
                && known.len() > 2
                && known.len() * 2 >= len
            {
                self.kinds[first..last].fill(Some(BlockKind::Furniture));
            }
            at += len + 1;
        }
    }

    fn is_menu(&self, at: usize) -> bool {
        self.kinds[at] == Some(BlockKind::Furniture)
    }

    fn is_entry(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let is_open = self.kinds[at].is_none() && line.end == End::None;
        is_open && line.words <= 2 && credit::bare_byline(line.text).is_none()
    }

    fn headline(&mut self, pair: Option<usize>) {
        if let Some(at) = pair {
            for kind in self.kinds[..at].iter_mut().filter(|it| it.is_none()) {
                *kind = Some(BlockKind::Furniture);
            }
            self.kinds[at] = Some(BlockKind::Headline);
            self.kinds[at + 1] = Some(BlockKind::OriginalHeadline);
            self.layout.headline = Some(self.lines[at].span);
            let below = &self.lines[at + 1];
            let (start, original) = (below.span.start(), digest::original(below.text));
            self.layout.original = Some(Span::new(start + original.start, start + original.end));
            self.body = at + 2;
            return;
        }
        let open = |at: &usize| self.kinds[*at].is_none();
        let Some(found) = title::find(self.lines, self.words, open) else { return };
        let line = &self.lines[found];
        for kind in self.kinds[..found].iter_mut().filter(|it| it.is_none()) {
            *kind = Some(BlockKind::Furniture);
        }
        let (text, outlet) = title::without_outlet(line.text.trim_end_matches(';'));
        self.kinds[found] = Some(BlockKind::Headline);
        self.layout.headline = Some(Span::new(line.span.start(), line.span.start() + text.len()));
        self.layout.outlet = outlet.map(str::to_owned);
        self.body = found + 1;
    }

    /// The lines between the headline and the first paragraph.
    fn header(&mut self) {
        if self.layout.headline.is_none() {
            return;
        }
        let mut has_byline = self.kinds.contains(&Some(BlockKind::Byline));
        let mut is_first = true;
        for at in self.body..self.lines.len() {
            self.body = at;
            let line = &self.lines[at];
            match self.kinds[at] {
                Some(_) => continue,
                None if !self.prose_follows(at) => return,
                None if !has_byline && credit::bare_byline(line.text).is_some() => {
                    self.kinds[at] = Some(BlockKind::Byline);
                    has_byline = true;
                }
                None if self.is_outlet(at) || self.is_job(at) => self.kinds[at] = Some(BlockKind::Byline),
                None if self.is_under_photo(at) => self.kinds[at] = Some(BlockKind::Caption),
                None if is_first && self.is_standfirst(at) => self.kinds[at] = Some(BlockKind::Standfirst),
                None if self.is_link_over_byline(at) => self.kinds[at] = Some(BlockKind::Furniture),
                None => return,
            }
            is_first = false;
        }
    }

    fn prose_follows(&self, at: usize) -> bool {
        let open = (at + 1..self.lines.len()).filter(|it| self.kinds[*it].is_none());
        open.take(8).any(|it| self.lines[it].is_prose())
    }

    /// The name of a newsroom, beside a byline or a date.
    fn is_outlet(&self, at: usize) -> bool {
        let beside = at.checked_sub(1).into_iter().chain([at + 1]).filter_map(|it| *self.kinds.get(it)?);
        let mut beside = beside.filter(|it| matches!(it, BlockKind::Byline | BlockKind::Date));
        outlet::in_line(self.lines[at].text).is_some() && beside.next().is_some()
    }

    /// A heading behind the standfirst, right over byline or date, leads to another text.
    fn is_link_over_byline(&self, at: usize) -> bool {
        let (line, next) = (&self.lines[at], at + 1);
        let is_header = |it: &Line<'_>| match self.kinds[next] {
            Some(kind) => matches!(kind, BlockKind::Byline | BlockKind::Date),
            None => credit::bare_byline(it.text).is_some(),
        };
        line.end == End::None && line.words <= 10 && line.is_heading() && self.lines.get(next).is_some_and(is_header)
    }

    /// What the writer in the line above is.
    fn is_job(&self, at: usize) -> bool {
        self.kinds[at - 1] == Some(BlockKind::Byline) && credit::is_job(self.lines[at].text)
    }

    /// The words under a photo credit, before the text begins with its dateline.
    fn is_under_photo(&self, at: usize) -> bool {
        let is_photo = |it: &Line<'_>| it.text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("photo"));
        let is_under = at > 0 && self.kinds[at - 1] == Some(BlockKind::Credit) && is_photo(&self.lines[at - 1]);
        is_under && self.lines.get(at + 1).is_some_and(|it| credit::dateline(it.text).is_some())
    }

    fn is_standfirst(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.words > 60 || line.words < 4 || line.sentences > 3 || credit::dateline(line.text).is_some() {
            return false;
        }
        let mut below = self.lines.iter().zip(&self.kinds).skip(at + 1);
        let next = below.find(|(_, kind)| **kind != Some(BlockKind::Furniture));
        let leads_to_text = next.is_some_and(|(next, kind)| match kind {
            Some(kind) => matches!(kind, BlockKind::Byline | BlockKind::Date | BlockKind::Credit | BlockKind::Caption),
            None => credit::bare_byline(next.text).is_some() || credit::dateline(next.text).is_some(),
        });
        leads_to_text || !line.is_prose() && line.is_heading()
    }

    /// Words about the author.
    fn biography(&mut self) {
        let heads = ["about the author", "about the authors", "about the writer", "about the reporter"];
        for at in 0..self.lines.len() {
            let line = &self.lines[at];
            let is_open = self.kinds[at].is_none();
            let is_head =
                line.words <= 4 && heads.iter().any(|it| line.text.trim_end_matches(':').eq_ignore_ascii_case(it));
            if is_head || is_open && credit::about_author(line.text).is_some() && !line.is_prose() {
                self.kinds[at] = Some(BlockKind::Biography);
                let is_prose = |it: &usize| self.kinds[*it].is_none() && self.lines[*it].is_prose();
                if let Some(next) = (at + 1..self.lines.len()).take(4).find(is_prose) {
                    self.kinds[next] = Some(BlockKind::Biography);
                }
            }
        }
        let is_open_prose = |it: &usize| self.kinds[*it].is_none() && self.lines[*it].is_prose();
        let Some(last) = (self.body..self.lines.len()).rev().find(is_open_prose) else { return };
        if last > self.body + 2 && is_about_author(&self.lines[last]) {
            self.kinds[last] = Some(BlockKind::Biography);
        }
    }

    fn body(&mut self) {
        let mut previous = None;
        for at in self.body..self.lines.len() {
            if self.kinds[at].is_some() {
                continue;
            }
            let line = &self.lines[at];
            let kind = if line.is_prose() {
                if is_quotation(line.text) { BlockKind::Quotation } else { BlockKind::Paragraph }
            } else if self.names_somebody_near(at) {
                BlockKind::Caption
            } else if self.is_subheading(at, previous) {
                BlockKind::Subheading
            } else {
                BlockKind::Paragraph
            };
            self.kinds[at] = Some(kind);
            previous = Some(at);
        }
    }

    fn is_subheading(&self, at: usize, previous: Option<usize>) -> bool {
        let line = &self.lines[at];
        let next = (at + 1..self.lines.len()).find(|it| self.kinds[*it].is_none());
        let over_prose = next.is_some_and(|it| self.lines[it].is_prose() && it <= at + 3);
        let under_prose = previous.is_none_or(|it: usize| self.lines[it].is_prose());
        let is_short = line.words <= 12 && (line.end == End::None || line.words <= 8);
        line.is_heading()
            && is_short
            && over_prose
            && under_prose
            && !line.text.starts_with(is_opening_quote)
            && line.text.starts_with(char::is_alphanumeric)
    }

    /// A line that is only a name, of somebody whom the paragraphs around it name.
    fn names_somebody_near(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if line.words > 4 || line.end != End::None || !credit::is_person(line.text) {
            return false;
        }
        let name: Vec<_> = self.words[line.tokens.clone()].iter().map(|it| it.key).collect();
        let near = self.lines[at.saturating_sub(4)..(at + 4).min(self.lines.len())].iter();
        near.filter(|it| it.paragraph != line.paragraph).any(|it| {
            let tokens = it.tokens.start..it.tokens.end.min(it.tokens.start + 400);
            let words = &self.words[tokens];
            words.windows(name.len()).any(|window| window.iter().zip(&name).all(|(word, key)| word.key == *key))
        })
    }

    /// Headings with nothing under them, behind the last prose: links to elsewhere.
    fn links_at_the_end(&mut self) {
        let is_prose = |at: &usize| self.kinds[*at].is_some_and(BlockKind::is_prose) && self.lines[*at].is_prose();
        let Some(last) = (0..self.lines.len()).rev().find(is_prose) else { return };
        let open: Vec<_> =
            (last + 1..self.lines.len()).filter(|it| self.kinds[*it] == Some(BlockKind::Paragraph)).collect();
        let body = self.kinds[self.body..=last].iter().filter(|it| **it == Some(BlockKind::Paragraph)).count();
        let prose = (self.body..=last).filter(is_prose).count();
        let has_digit = |it: &&usize| self.lines[**it].text.bytes().any(|it| it.is_ascii_digit());
        // Dates of a tour, results of a match: a list that belongs to the text.
        let is_list = open.iter().filter(has_digit).count() * 2 > open.len();
        let are_headings = !is_list && open.iter().all(|it| self.lines[*it].is_heading());
        if open.len() >= 2 && are_headings && prose >= 3 && prose * 10 >= body * 8 {
            for at in open {
                self.kinds[at] = Some(BlockKind::Furniture);
            }
        } else if let ([at], false) = (open.as_slice(), self.kinds.contains(&Some(BlockKind::Byline))) {
            let dashed = self.lines[*at].text.trim_start_matches(['—', '–', '-', ' ']);
            if credit::bare_byline(dashed).is_some() && prose >= 2 {
                self.kinds[*at] = Some(BlockKind::Byline);
            }
        }
    }

    fn finish(mut self) -> Layout {
        let has_prose = self.kinds.iter().flatten().any(|it| it.is_prose());
        self.layout.kinds = (self.kinds.iter())
            .map(|kind| match kind {
                Some(BlockKind::Caption) if !has_prose => BlockKind::Paragraph,
                Some(kind) => *kind,
                None => BlockKind::Paragraph,
            })
            .collect();
        self.layout
    }
}

/// Whether most letters are of another script than Latin.
fn is_foreign(text: &str) -> bool {
    let start = &text.as_bytes()[..text.len().min(64)];
    // In whole bytes, as the compiler needs it to look at many at once.
    let letters = start.iter().fold(0_u8, |count, it| count + u8::from(it.is_ascii_alphabetic()));
    if usize::from(letters) * 2 > start.len() {
        return false;
    }
    let letters = || text.chars().take(120).filter(|it| it.is_alphabetic());
    letters().filter(|it| !is_latin(*it)).count() * 2 > letters().count()
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&letter) || ('\u{1e00}'..='\u{1eff}').contains(&letter)
}

fn is_opening_quote(it: char) -> bool {
    matches!(it, '"' | '“' | '‘' | '\'' | '«' | '„')
}

/// One quotation from the first mark to the last.
fn is_quotation(text: &str) -> bool {
    let inner = text.strip_prefix(['"', '“', '«', '„']);
    let bare = inner.map(|it| it.trim_end_matches(['.', ',']));
    bare.and_then(|it| it.strip_suffix(['"', '”', '»'])).is_some_and(|it| !it.contains(['"', '“', '”', '«', '»']))
}

/// How a caption begins, in lower case.
const CAPTION_STARTS: &[&str] = &[
    "file -",
    "file –",
    "file —",
    "file photo",
    "photo caption",
    "image caption",
    "caption:",
    "pictured:",
    "pictured above",
    "a file photo of",
    "a file picture of",
];

fn is_caption(line: &Line<'_>) -> bool {
    let opens = || CAPTION_STARTS.iter().any(|it| credit::strip_start(line.text, it).is_some());
    let closes = || line.text.ends_with("… more") || line.text.ends_with("... more");
    line.words <= 70 && (is_numbered_picture(line.text) || opens() || closes() || has_photo_credit(line))
}

/// *1 of 4 | The ferry*, *Item 1 of 2 The ferry*, *[1/2]The ferry*: one picture of several.
fn is_numbered_picture(text: &str) -> bool {
    let start = ["item ", "image ", "slide ", "["].iter().find_map(|it| credit::strip_start(text, it));
    let number = |it: &str| it.bytes().take_while(u8::is_ascii_digit).count();
    let rest = start.unwrap_or(text);
    let first = number(rest);
    let Some(rest) = rest[first..].strip_prefix(" of ").or_else(|| rest[first..].strip_prefix('/')) else {
        return false;
    };
    let second = number(rest);
    let is_marked = start.is_some() || rest[second..].trim_start().starts_with('|');
    (1..=2).contains(&first) && (1..=3).contains(&second) && is_marked
}

/// *[Ann Lee/AFP]*, *(REUTERS)*, *(AP Photo/Ann Lee)* at the end.
fn has_photo_credit(line: &Line<'_>) -> bool {
    let text = line.text;
    let labels = ["Photograph: ", "Photo: ", "Picture: ", "Image: ", "Credit: "];
    let is_labelled = |it: &str| find(text, it).is_some_and(|at| at > 20);
    // Most lines of prose end here, unread.
    let has_label = || {
        line.may_have(&[':']) && labels.iter().any(|it| is_labelled(it))
            || is_labelled("Photo by ")
            || line.may_have(&['.']) && is_labelled("Credit...")
    };
    if !text.ends_with('.') && has_label() {
        return true;
    }
    let Some(inner) = text.strip_suffix([']', ')']) else { return false };
    let Some(at) = inner.rfind(['[', '(']) else { return false };
    if inner[..at].trim_end().trim_end_matches('.').contains(". ") {
        return false;
    }
    let credit = &inner[at + 1..];
    let lower = lower(credit);
    let names_agency =
        credit.split(['/', ',', '|']).any(|it| credit::is_wire(it) || it.trim().eq_ignore_ascii_case("getty images"));
    // *(ABC News: Ann Lee)*, *(Ann Lee/CBC)*
    let pair = cut(credit, ": ").or_else(|| credit.split_once('/').map(|(name, of)| (of, name)));
    let is_pair = || pair.is_some_and(|(of, name)| outlet::in_line(of).is_some() && credit::is_person(name));
    let says_photo = ["photo", "getty", "courtesy", "credit:", "file/", "image:", "picture:"]
        .iter()
        .any(|it| find(&lower, it).is_some());
    credit.split_whitespace().count() <= 10 && at > 20 && (names_agency || says_photo || is_pair())
}

/// Marks of the last lines of a newspaper: *… is a staff writer at …*.
static ABOUT_AUTHOR: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let marks = concat!(
        " is a reporter | is a breaking news | is a staff writer| is a senior writer| is a columnist|",
        " is a freelance| is a correspondent| is a contributor| is a contributing | is the author of|",
        " is an editor | is a writer| is a journalist| is editor of| is a producer| is an opinion |",
        " writes about | writes for | writes a | is a fellow at| is a senior fellow| is a professor of|",
        " is an associate professor| is an assistant professor| chairs the | is a former |",
        " is a lecturer| are reporters | are the authors| is a member of the board of contributors|",
        " covers politics| follow him on | follow her on | follow them on | on twitter @",
    );
    marks.split('|').collect()
});

fn is_about_author(line: &Line<'_>) -> bool {
    if line.words > 70 || line.sentences > 4 {
        return false;
    }
    if line.capitals < 2 || !line.text.starts_with(char::is_uppercase) {
        return false;
    }
    let end = line.text.char_indices().nth(90).map_or(line.text.len(), |(at, _)| at);
    let head = lower(&line.text[..end]);
    // Each of the marks begins with a space, and these letters tell it from most words.
    let may_begin = |at: &usize| {
        head.as_bytes()[*at + 1..]
            .first_chunk()
            .is_some_and(|it| matches!(it, b"ar" | b"ch" | b"co" | b"fo" | b"is" | b"on" | b"wr"))
    };
    places(&head, " ").filter(may_begin).any(|at| ABOUT_AUTHOR.iter().any(|it| head[at..].starts_with(it)))
}
