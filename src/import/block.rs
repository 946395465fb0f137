//! A tree of elements into lines of text.

use std::borrow::Cow;

use dom_query::{Document, NodeRef};

/// A paragraph as the reader of the page sees it.
#[derive(Debug, Default)]
pub(super) struct Block {
    pub(super) text: String,
    /// The element it stands in: `p`, `h2`, `li`.
    pub(super) tag: String,
    /// Bytes of `text` that are links.
    pub(super) linked: usize,
}

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const SILENT: &[&str] = &["script", "style", "noscript", "template", "svg", "iframe", "select", "head"];

/// Returns the blocks below `root`, in order. Walks without recursion: pages may nest without end.
pub(super) fn blocks(root: &NodeRef<'_>) -> Vec<Block> {
    enum Step<'n> {
        Enter(NodeRef<'n>),
        Leave { is_block: bool, is_link: bool },
    }
    let mut blocks = vec![Block::default()];
    let mut tags = vec![String::new()];
    let mut links = 0;
    let mut todo = vec![Step::Enter(*root)];
    while let Some(step) = todo.pop() {
        match step {
            Step::Leave { is_block, is_link } => {
                links -= usize::from(is_link);
                if is_block {
                    tags.pop();
                    begin(&mut blocks, tags.last());
                }
            }
            Step::Enter(node) if node.is_text() => {
                push(&mut blocks, tags.last(), &node.text(), links > 0);
            }
            Step::Enter(node) => {
                let name = node.node_name().map(|it| it.to_string()).unwrap_or_default();
                if SILENT.contains(&name.as_str()) {
                    continue;
                }
                let is_block = BLOCKS.contains(&name.as_str());
                let is_link = name == "a";
                links += usize::from(is_link);
                if is_block {
                    tags.push(name);
                    begin(&mut blocks, tags.last());
                }
                todo.push(Step::Leave { is_block, is_link });
                todo.extend(node.children_it(true).map(Step::Enter));
            }
        }
    }
    for block in &mut blocks {
        block.text.truncate(block.text.trim_end().len());
    }
    blocks.retain(|block| !block.text.is_empty());
    blocks
}

fn begin(blocks: &mut Vec<Block>, tag: Option<&String>) {
    let tag = tag.cloned().unwrap_or_default();
    match blocks.last_mut() {
        Some(last) if last.text.trim().is_empty() => *last = Block { tag, ..Block::default() },
        _ => blocks.push(Block { tag, ..Block::default() }),
    }
}

/// Adds text inside the element `tag`; in what is set as typed, an empty line begins a block.
fn push(blocks: &mut Vec<Block>, tag: Option<&String>, text: &str, is_link: bool) {
    let is_typed = tag.is_some_and(|it| it == "pre");
    let parts = if is_typed { text.split("\n\n").collect() } else { vec![text] };
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            begin(blocks, tag);
        }
        let block = blocks.last_mut().expect("there is always one block");
        let before = block.text.len();
        push_folded(&mut block.text, part);
        if is_link {
            block.linked += block.text.len() - before;
        }
    }
}

/// Appends `text` with every run of space as one blank.
fn push_folded(line: &mut String, text: &str) {
    for char in text.chars() {
        if !char.is_whitespace() {
            line.push(char);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    }
}

/// With entities read (pages escape twice) and every run of space as one blank.
pub(super) fn tidy(text: &str) -> String {
    let mut line = String::new();
    push_folded(&mut line, &unescaped(text));
    line.truncate(line.trim_end().len());
    line
}

pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    // What a text area holds has entities and no elements.
    Document::fragment(format!("<textarea>{text}</textarea>")).text().to_string().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_in_what_is_set_as_typed() {
        let texts = |html: &str| -> Vec<String> {
            blocks(&Document::fragment(html).root()).into_iter().map(|it| it.text).collect()
        };
        assert_eq!(texts("<pre>One\n<b>two</b>.\n\nThree.</pre>"), ["One two.", "Three."]);
        assert_eq!(texts("<p>One\n\ntwo.</p>"), ["One two."]);
    }

    #[test]
    fn entities_and_space() {
        for (text, read) in [
            ("  a\n\tb ", "a b"),
            ("Fish &amp; chips", "Fish & chips"),
            ("the mayor&#8217;s caf&eacute;", "the mayor’s café"),
            ("AT&T <b> & co", "AT&T <b> & co"),
            ("a&nbsp;b", "a b"),
        ] {
            assert_eq!(tidy(text), read);
        }
    }
}
