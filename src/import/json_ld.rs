//! Facts a page tells search engines, in JSON-LD.

use std::collections::HashMap;

use dom_query::Document;
use serde_json::Value;

use super::block::tidy;

#[derive(Debug, Default)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    /// The article itself, with its line ends.
    pub(super) body: Option<String>,
}

/// The kinds of thing that are an article, by the end of their name.
const ARTICLES: &[&str] = &["Article", "Posting", "Review", "Recipe", "Report", "CreativeWork", "WebPage"];

/// Reads every JSON-LD block; the first article with a value for a field gives it.
pub(super) fn read(document: &Document) -> Linked {
    let mut linked = Linked::default();
    let scripts = document.select("script[type='application/ld+json']");
    let blocks: Vec<Value> = scripts.iter().filter_map(|it| parse(&it.text())).collect();
    let things: Vec<&Value> = blocks.iter().flat_map(things).collect();
    let mut by_id = HashMap::new();
    for thing in &things {
        if let Some(id) = thing["@id"].as_str() {
            by_id.entry(id).or_insert(*thing);
        }
    }
    for kind in ARTICLES {
        for thing in things.iter().filter(|it| is_a(it, kind)) {
            linked.headline =
                linked.headline.take().or_else(|| text(&thing["headline"]).or_else(|| text(&thing["name"])));
            linked.byline = linked.byline.take().or_else(|| names(&thing["author"], &by_id));
            linked.published = linked.published.take().or_else(|| text(&thing["datePublished"]));
            linked.body = linked.body.take().or_else(|| Some(thing["articleBody"].as_str()?.to_owned()));
            linked.outlet = linked.outlet.take().or_else(|| names(&thing["publisher"], &by_id));
        }
    }
    linked
}

/// Pages put raw line ends and comment marks into their JSON.
fn parse(script: &str) -> Option<Value> {
    let clean: String = script.chars().map(|it| if it.is_control() { ' ' } else { it }).collect();
    let clean = clean.trim().trim_start_matches("<!--").trim_end_matches("-->").trim().trim_end_matches(';');
    serde_json::from_str(clean).ok()
}

/// The objects of a block, one or two levels deep.
fn things(block: &Value) -> Vec<&Value> {
    let top: Vec<&Value> = match block {
        Value::Array(items) => items.iter().collect(),
        other => vec![other],
    };
    let graph = top.iter().flat_map(|it| it["@graph"].as_array().into_iter().flatten());
    let main = top.iter().map(|it| &it["mainEntity"]).filter(|it| it.is_object());
    let all: Vec<&Value> = graph.chain(main).collect();
    top.into_iter().chain(all).collect()
}

fn is_a(thing: &Value, kind: &str) -> bool {
    let ends = |it: &Value| it.as_str().is_some_and(|name| name.ends_with(kind));
    match &thing["@type"] {
        Value::Array(kinds) => kinds.iter().any(ends),
        one => ends(one),
    }
}

fn text(value: &Value) -> Option<String> {
    let text = value.as_str().or_else(|| value.as_array()?.first()?.as_str())?;
    Some(tidy(text)).filter(|it| !it.is_empty())
}

/// Names of people or bodies: a string, an object, a reference, or a list of them.
fn names(value: &Value, by_id: &HashMap<&str, &Value>) -> Option<String> {
    /// More are no byline.
    const MOST: usize = 50;
    let one = |it: &Value| -> Option<String> {
        let named = text(it).or_else(|| text(&it["name"]));
        named.or_else(|| text(&by_id.get(it["@id"].as_str()?)?["name"]))
    };
    let names: Vec<String> = match value {
        Value::Array(items) => items.iter().take(MOST).filter_map(one).collect(),
        other => one(other).into_iter().collect(),
    };
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_by_reference() {
        let people: String = (0..9_000).map(|it| format!(r#"{{"@id":"{it}","name":"P{it}"}},"#)).collect();
        let ids: String = (0..9_000).map(|it| format!(r#",{{"@id":"{it}"}}"#)).collect();
        let article = format!(r#"{{"@type":"NewsArticle","author":[{}]}}"#, &ids[1..]);
        let page = format!("<script type='application/ld+json'>[{people}{article}]</script>");
        let byline = read(&Document::from(page)).byline.unwrap_or_default();
        assert!(byline.starts_with("P0, P1, ") && byline.ends_with(", P49"), "{byline}");
    }
}
