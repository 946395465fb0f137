//! HTML in: the article of a web page, and what the page says of its origin.
//!
//! The page is data, never run: it is parsed into a tree that has no scripts,
//! and what leaves this layer is plain text.

mod block;
mod body;
mod json_ld;
mod meta;
mod names;
mod when;

use dom_query::Document;

use crate::ling::{self, BlockKind, Origin};

use body::Body;

/// What was taken out of a web page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Page {
    /// The headline and the article's paragraphs, an empty line between them.
    pub text: String,
    pub headline: Option<String>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    /// As `2020-11-28`.
    pub published: Option<String>,
    /// Paragraphs near the article that were taken for page furniture, in order.
    pub left_out: Vec<LeftOut>,
}

/// A paragraph that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct LeftOut {
    /// How many paragraphs of the article stand before it.
    pub after: usize,
    pub text: String,
}

impl Page {
    /// What the page says of its origin outside its text.
    pub fn origin(&self) -> Origin {
        Origin {
            headline: self.headline.clone(),
            byline: self.byline.clone(),
            outlet: self.outlet.clone(),
            published: self.published.clone(),
        }
    }
}

/// Longest page that is read, in bytes; the rest is cut off.
pub const MAX_BYTES: usize = 8 << 20;

/// Takes the article out of a page. Never fails: a page with no article gives an empty text.
pub fn read(html: &str) -> Page {
    let html = &html[..html.floor_char_boundary(MAX_BYTES)];
    if depth(html) > MAX_DEPTH {
        return Page::default();
    }
    let document = Document::from(html);
    let mut meta = meta::read(&document);
    let mut body = body::read(document, meta.headline.as_deref());
    let kept = without_furniture(&mut body, &mut meta.byline);
    let lines: Vec<&str> = meta.headline.iter().chain(&kept).map(String::as_str).collect();
    Page {
        text: lines.join("\n\n"),
        headline: meta.headline,
        byline: meta.byline,
        outlet: meta.outlet,
        published: meta.published,
        left_out: body.left_out,
    }
}

/// Returns the paragraphs of the body that are neither page furniture nor, since
/// the page has said so elsewhere, its byline or date. Where it has not, `byline` is set.
fn without_furniture(body: &mut Body, byline: &mut Option<String>) -> Vec<String> {
    /// A byline or a date stands above the text.
    const HEAD: usize = 5;
    /// In bytes: a button or a label, wherever it stands.
    const SHORT: usize = 30;
    let lines = std::mem::take(&mut body.kept);
    let blocks = ling::blocks(&lines.join("\n\n"));
    let mut blocks = blocks.iter().peekable();
    let mut start = 0;
    let (mut kept, mut cut) = (Vec::new(), Vec::new());
    // Of each line, how many before it are kept.
    let mut places = Vec::with_capacity(lines.len() + 1);
    for (at, line) in lines.into_iter().enumerate() {
        let end = start + line.len();
        let kind = blocks.next_if(|it| (start..end).contains(&it.span.start())).map(|it| it.kind);
        let is_dropped = match kind {
            Some(BlockKind::Furniture) => at < HEAD && !is_sentence(&line) || line.len() < SHORT,
            Some(BlockKind::Byline | BlockKind::Date) => at < HEAD,
            _ => false,
        };
        places.push(kept.len());
        if is_dropped && kind == Some(BlockKind::Byline) && byline.is_none() {
            *byline = Some(meta::without_by(&line)).filter(|it| !it.is_empty());
        } else if is_dropped {
            cut.push(LeftOut { after: kept.len(), text: line })
        } else {
            kept.push(line)
        }
        start = end + 2;
    }
    places.push(kept.len());
    body.left_out.iter_mut().for_each(|it| it.after = places[it.after]);
    body.left_out.append(&mut cut);
    body.left_out.sort_by_key(|it| it.after);
    kept
}

/// Between links and buttons a full sentence is more likely the article's.
fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '。', '”', '"']) && line.split(' ').count() > 8
}

/// Deepest nesting that is read. Browsers stop at 512; parsing costs the square of it.
const MAX_DEPTH: usize = 1_000;

/// Elements that need no end tag, so that open ones do not nest.
const OPEN_ENDED: &[&str] = &[
    "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
];

/// Returns how deep elements nest at most, by a quick look that no page can make slow.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in html.split('<').skip(1) {
        let name = tag.split(|it: char| !it.is_ascii_alphanumeric() && it != '/').next().unwrap_or_default();
        let name = name.trim_end_matches('/').to_ascii_lowercase();
        if let Some(name) = name.strip_prefix('/') {
            depth = depth.saturating_sub(usize::from(!OPEN_ENDED.contains(&name)));
        } else if !name.is_empty() && !OPEN_ENDED.contains(&name.as_str()) && !tag.contains("/>") {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}
