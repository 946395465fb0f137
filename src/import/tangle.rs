//! What a page would cost: a quick look at its tags before it is parsed.

use std::collections::HashMap;

/// Deepest nesting that is read. Browsers stop at 512; parsing costs the square of it.
const MAX_DEPTH: usize = 1_000;

/// Elements that need no end tag, or that the next of their kind ends, so that open ones do not nest.
const OPEN_ENDED: &[&str] = &[
    "a", "area", "base", "body", "br", "col", "dd", "dt", "embed", "head", "hr", "html", "img", "input", "li", "link",
    "meta", "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
];

/// Elements that a parser opens again in each later block until they are closed.
const FORMATTING: &[&str] =
    &["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

/// Fewest elements opened again that are too many, where they are also [`MAX_REOPENED`] times the tags.
const MIN_REOPENED: usize = 50_000;
const MAX_REOPENED: usize = 16;

/// Elements that hold text and no elements.
const RAW: &[&str] = &["noscript", "script", "style", "textarea", "title"];

/// Elements whose content is not HTML: tags there may close themselves, and nothing is [`RAW`].
const FOREIGN: &[&str] = &["math", "svg"];

/// Whether its elements nest so deep, or so many are never closed, that parsing would take too long.
pub(super) fn is_tangled(html: &str) -> bool {
    let mut open: HashMap<String, usize> = HashMap::new();
    let (mut depth, mut formatting) = (0_usize, 0_usize);
    let (mut tags, mut reopened) = (0, 0);
    let mut rest = html;
    while let Some((_, behind)) = rest.split_once('<') {
        rest = behind;
        if rest.starts_with("!--") {
            rest = behind_comment(rest);
        }
        if !Tag::begins(rest) {
            continue;
        }
        // One that never ends holds all the rest.
        let Some(tag) = Tag::read(rest) else { break };
        rest = tag.behind;
        let is_formatting = usize::from(FORMATTING.contains(&tag.name.as_str()));
        tags += 1;
        reopened += formatting * (1 - is_formatting);
        if reopened > MIN_REOPENED.max(MAX_REOPENED * tags) {
            return true;
        }
        let is_foreign = FOREIGN.iter().any(|it| open.get(*it).is_some_and(|it| *it > 0));
        if OPEN_ENDED.contains(&tag.name.as_str()) || is_foreign && tag.is_self_closing {
            continue;
        }
        if tag.is_end {
            // An end tag of nothing that is open closes nothing.
            if let Some(it) = open.get_mut(&tag.name).filter(|it| **it > 0) {
                *it -= 1;
                depth -= 1;
                formatting -= is_formatting;
            }
        } else if RAW.contains(&tag.name.as_str()) && !is_foreign {
            rest = behind_raw(rest, &tag.name);
        } else {
            *open.entry(tag.name).or_default() += 1;
            depth += 1;
            formatting += is_formatting;
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

fn behind_comment(text: &str) -> &str {
    let is_end = |at: &usize| text[..*at].ends_with("--") || text[..*at].ends_with("--!");
    text.match_indices('>').map(|it| it.0).find(is_end).map_or("", |at| &text[at..])
}

fn behind_raw<'h>(text: &'h str, name: &str) -> &'h str {
    let is_end = |at: &usize| text.get(at + 2..at + 2 + name.len()).is_some_and(|it| it.eq_ignore_ascii_case(name));
    text.match_indices("</").map(|it| it.0).find(is_end).map_or("", |at| &text[at + 2 + name.len()..])
}

struct Tag<'h> {
    /// In lower case.
    name: String,
    is_end: bool,
    is_self_closing: bool,
    behind: &'h str,
}

impl<'h> Tag<'h> {
    /// Whether `text` begins with a tag, its `<` taken off.
    fn begins(text: &str) -> bool {
        text.strip_prefix('/').unwrap_or(text).starts_with(|it: char| it.is_ascii_alphabetic())
    }

    /// Reads the tag that `text` begins with; nothing where it never ends.
    fn read(text: &'h str) -> Option<Self> {
        let is_space = |it: char| it.is_ascii_whitespace();
        let is_end = text.starts_with('/');
        let start = &text[usize::from(is_end)..];
        let mut rest = skip(start, |it| !is_space(it) && !"/>".contains(it));
        let name = start[..start.len() - rest.len()].to_ascii_lowercase();
        loop {
            let attribute = skip(rest, |it| is_space(it) || it == '/');
            if let Some(behind) = attribute.strip_prefix('>') {
                let is_self_closing = rest[..rest.len() - attribute.len()].ends_with('/');
                return Some(Self { name, is_end, is_self_closing, behind });
            }
            // Whatever its name begins with is part of it, even `=`.
            let behind_first = attribute.char_indices().nth(1)?.0;
            rest = skip(&attribute[behind_first..], |it| !is_space(it) && !"/>=".contains(it));
            let Some(value) = skip(rest, is_space).strip_prefix('=') else { continue };
            let value = skip(value, is_space);
            rest = match value.chars().next()? {
                quote @ ('"' | '\'') => value[1..].split_once(quote)?.1,
                _ => skip(value, |it| !is_space(it) && it != '>'),
            };
        }
    }
}

fn skip(text: &str, is_skipped: impl Fn(char) -> bool) -> &str {
    text.trim_start_matches(is_skipped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nests() {
        for tags in ["<div>", "<DIV class=a>", "<div/>", "<b></i>", "<i title='</i>'>", "<i =\"><i b=\">", "<!--><b>"] {
            assert!(is_tangled(&tags.repeat(MAX_DEPTH + 1)), "{tags}");
            assert!(!is_tangled(&tags.repeat(MAX_DEPTH / 2)), "{tags}");
        }
    }

    #[test]
    fn what_is_opened_again_and_again() {
        let open: String = (0..900).map(|it| format!("<b id=b{it}>")).collect();
        assert!(is_tangled(&format!("<p>{open}</p>{}", "<p>x</p>".repeat(1_000))));
        assert!(!is_tangled(&format!("<p>{open}</p>{}", "</b>".repeat(900) + &"<p>x</p>".repeat(1_000))));
        assert!(!is_tangled(&"<p><b>one</b> and <i>two</i></p>".repeat(100_000)));
    }

    #[test]
    fn what_only_looks_so() {
        for (before, inside, behind) in [
            ("<script>", "if(a<b0)c()", "</script>"),
            ("<script type='application/ld+json'>", r"<a href=x>y<\/a>", "</SCRIPT >"),
            ("<!--", "<div>", "-->"),
            ("<style>", "a{content:'<b>'}", "</style>"),
            ("", "3 <4 and x< y", ""),
            ("<svg>", "<path d='M0'/>", "</svg>"),
            ("", "<a title='<b>'></a>", ""),
            ("", "<li><td><p><a name=b>", ""),
            ("", "<div></div>", ""),
        ] {
            assert!(!is_tangled(&format!("{before}{}{behind}", inside.repeat(3 * MAX_DEPTH))), "{inside}");
        }
    }
}
