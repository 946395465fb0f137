//! The article's own paragraphs.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};
use dom_smoothie::{Config, Readability};

use super::LeftOut;
use super::block::{Block, blocks, tidy, unescaped};
use super::names;
use crate::ling::{self, BlockKind};

#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) kept: Vec<String>,
    /// What the feet of the article say; its credits may stand there.
    pub(super) foot: Vec<String>,
    /// Each behind as many of those that are kept.
    pub(super) left_out: Vec<LeftOut>,
}

/// How many elements above a text are looked at: pages may nest without end.
const MAX_DEPTH: usize = 64;

/// Elements that are never article text.
const NEVER: &str = "script, style, noscript, template, svg, iframe, select, nav, footer, aside, figcaption";

/// Reads the body of an article; `headline` is dropped where the body repeats it.
///
/// Takes what is `told` to search engines where readers see less than half as much: some pages are drawn by scripts.
pub(super) fn read(document: Document, headline: Option<&str>, told: Option<&str>) -> Body {
    let feet = document.select("article footer, main footer, [itemprop='articleBody'] footer");
    let foot = feet.nodes().iter().flat_map(blocks).map(|it| it.text).collect();
    let beside = document.select("article aside, article figcaption");
    let is_outer = |it: &&NodeRef<'_>| {
        !it.ancestors_it(Some(MAX_DEPTH)).any(|it| it.has_name("aside") || it.has_name("figcaption"))
    };
    let beside: Vec<_> = beside.nodes().iter().filter(is_outer).flat_map(blocks).collect();
    document.select(NEVER).remove();
    for label in document.select("button, time").nodes() {
        remove_label(label);
    }
    prune(&document);
    let fallback = blocks(&document.root());
    let config = Config { keep_classes: true, ..Config::default() };
    let article = Readability::with_document(document, None, Some(config)).ok().and_then(|mut it| it.parse().ok());
    let found = article.map(|it| blocks(&Document::from(it.content).root())).filter(|it| !it.is_empty());
    let mut seen = Body { foot, ..sift(found.unwrap_or(fallback), headline) };
    let end = seen.kept.len();
    let sentences = beside.into_iter().filter(|it| is_sentence(&it.text) && !is_link_line(it));
    seen.left_out.extend(sentences.map(|it| LeftOut { after: end, text: it.text }));
    let told = sift(told.map(lines).unwrap_or_default(), headline);
    let len = |body: &Body| body.kept.iter().map(String::len).sum::<usize>();
    if 2 * len(&seen) < len(&told) { told } else { seen }
}

/// Removes what its class or id calls comments or furniture, unless it holds
/// so much of the page's running text that it must be the article.
fn prune(document: &Document) {
    let Some(body) = document.body() else { return };
    // Some servers wrap the whole page in one form.
    remove(&body, |it| it.has_name("form"), 0.2);
    remove(&body, names::is_comments, 1.0);
    remove(&body, names::is_not_text, 0.2);
}

/// Removes what stands by itself; what has words before and behind it is part of their sentence.
fn remove_label(node: &NodeRef<'_>) {
    let is_words = |it: Option<NodeRef<'_>>| it.is_some_and(|it| it.is_text() && !it.text().trim().is_empty());
    if is_words(node.prev_sibling()) && is_words(node.next_sibling()) {
        node.rename("span");
    } else {
        node.remove_from_parent();
    }
}

/// Removes the descendants that are `suspect` and hold at most `share` of the running text.
fn remove(body: &NodeRef<'_>, suspect: fn(&NodeRef<'_>) -> bool, share: f64) {
    let lengths = prose_lengths(body);
    let whole = lengths.get(&body.id).copied().unwrap_or_default() as f64;
    let suspects: Vec<_> = body.descendants_it().filter(|it| it.is_element() && suspect(it)).collect();
    for node in suspects {
        let own = lengths.get(&node.id).copied().unwrap_or_default() as f64;
        if own < share * whole || own == 0.0 {
            node.remove_from_parent();
        }
    }
}

/// Bytes of running text below each element: text in lines longer than a heading's.
fn prose_lengths(root: &NodeRef<'_>) -> HashMap<NodeId, usize> {
    /// Shorter text is a label, a link or a heading.
    const SHORT: usize = 60;
    let mut lengths = HashMap::new();
    for node in root.descendants_it().filter(NodeRef::is_text) {
        let len = node.text().trim().len();
        if len >= SHORT {
            for above in node.ancestors_it(Some(MAX_DEPTH)) {
                *lengths.entry(above.id).or_insert(0) += len;
            }
        }
    }
    lengths
}

/// Text with or without tags, as paragraphs.
fn lines(text: &str) -> Vec<Block> {
    let text = unescaped(text);
    if text.contains("</") {
        return blocks(&Document::fragment(&*text).root());
    }
    let lines = text.lines().map(tidy).filter(|it| !it.is_empty());
    lines.map(|text| Block { text, ..Block::default() }).collect()
}

fn sift(blocks: Vec<Block>, headline: Option<&str>) -> Body {
    let mut body = Body::default();
    for block in blocks {
        if headline.is_some_and(|it| it == block.text) {
            continue;
        }
        if is_link_line(&block) || is_list_head(&block) {
            body.left_out.push(LeftOut { after: body.kept.len(), text: block.text });
        } else {
            body.kept.push(block.text);
        }
    }
    body
}

/// Between links and buttons a full sentence is more likely the article's.
pub(super) fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '。', '”', '"']) && line.split(' ').count() > 8
}

/// The heading of a list of links, which may be gone already: what stands behind it is the article's again.
fn is_list_head(block: &Block) -> bool {
    matches!(block.tag.as_str(), "h2" | "h3" | "h4" | "h5" | "h6")
        && ling::blocks(&block.text).first().is_some_and(|it| it.kind == BlockKind::Furniture)
}

/// A line that is one link, or little more.
fn is_link_line(block: &Block) -> bool {
    !block.tag.is_empty() && block.linked * 10 > block.text.len() * 8
}
