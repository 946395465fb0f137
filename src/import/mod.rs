//! HTML in: the article of a web page, and what the page says of its origin.
//!
//! The page is data, never run: it is parsed into a tree that has no scripts,
//! and what leaves this layer is plain text.

mod block;
mod body;
mod json_ld;
mod meta;
mod names;
mod tangle;
mod when;

use dom_query::Document;

use crate::ling::{self, BlockKind, Origin};

use body::{Body, is_sentence};

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

/// Longest page that is read, in bytes.
pub const MAX_BYTES: usize = 20 << 20;

/// Why a page is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Longer than [`MAX_BYTES`].
    TooLong,
    /// Parsing would take too long.
    Tangled,
}

impl Refusal {
    pub fn in_words(self) -> &'static str {
        match self {
            Self::TooLong => "This page is too large for Sayso: 20 MB is the most.",
            Self::Tangled => {
                "The parts of this page lie too deep within each other. Copy the article and paste it into the box."
            }
        }
    }
}

/// Takes the article out of a page; a page with no article gives an empty text.
///
/// # Errors
///
/// See [`Refusal`]; every other page is read.
pub fn read(html: &str) -> Result<Page, Refusal> {
    if html.len() > MAX_BYTES {
        return Err(Refusal::TooLong);
    }
    if tangle::is_tangled(html) {
        return Err(Refusal::Tangled);
    }
    let document = Document::from(html);
    let mut meta = meta::read(&document);
    let mut body = body::read(document, meta.headline.as_deref(), meta.body.as_deref());
    let kept = without_furniture(&mut body, &mut meta.byline);
    let lines: Vec<&str> = meta.headline.iter().chain(&kept).map(String::as_str).collect();
    Ok(Page {
        text: lines.join("\n\n"),
        headline: meta.headline,
        byline: meta.byline,
        outlet: meta.outlet,
        published: meta.published,
        left_out: body.left_out,
    })
}

/// Returns the paragraphs of the body that are neither page furniture nor, since
/// the page has said so elsewhere, its byline or date. Where it has not, `byline` is set.
/// Of its foot only credits are kept, and sentences are told of.
fn without_furniture(body: &mut Body, byline: &mut Option<String>) -> Vec<String> {
    /// A byline or a date stands above the text.
    const HEAD: usize = 5;
    /// In bytes: a button or a label, wherever it stands.
    const SHORT: usize = 30;
    let mut lines = std::mem::take(&mut body.kept);
    let foot = lines.len();
    lines.append(&mut body.foot);
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
        if at >= foot && kind != Some(BlockKind::Credit) {
            cut.extend(Some(line).filter(|it| is_sentence(it)).map(|text| LeftOut { after: kept.len(), text }));
        } else if is_dropped && kind == Some(BlockKind::Byline) && byline.is_none() {
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
