//! W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), as JSON-LD.
//!
//! Each flag is one annotation with two selectors: the words with those around them,
//! which find the place in another copy of the text, and its place in code points.

use crate::report::Flag;
use crate::text::{CodePoints, Span, around, fingerprint};

use super::{Sheet, about};

/// Characters kept on either side.
const CONTEXT: usize = 32;

pub(super) fn write(sheet: &Sheet<'_>) -> String {
    let points = CodePoints::new(sheet.text);
    // An address that names the text by its content: the page it came from is not known.
    let source = format!("urn:x-sayso:text:{:016x}", fingerprint(sheet.text.as_bytes()));
    let items: Vec<String> = sheet.flags().map(|(_, flag)| annotation(sheet, &points, &source, flag)).collect();
    format!(
        "{{\n\"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n\"id\": \"{source}:flags\",\n\
         \"type\": \"AnnotationCollection\",\n\"label\": {},\n\"total\": {},\n\
         \"first\": {{\n\"id\": \"{source}:flags:1\",\n\"type\": \"AnnotationPage\",\n\"partOf\": \"{source}:flags\",\n\"startIndex\": 0,\n\"items\": [\n{}\n]}}\n}}\n",
        string(sheet.title),
        items.len(),
        items.join(",\n"),
    )
}

fn annotation(sheet: &Sheet<'_>, points: &CodePoints<'_>, source: &str, flag: &Flag) -> String {
    let about = about(flag);
    let note = flag.note.as_deref().map(|it| format!(" {it}")).unwrap_or_default();
    let said = format!("{}: {}{note} {}", about.name, about.explanation.what, about.explanation.question);
    let (before, after) = beside(sheet.text, flag.span);
    let [start, end] = points.span(flag.span);
    format!(
        "{{\"id\": \"{source}:flag:{}\", \"type\": \"Annotation\", \"motivation\": \"commenting\", \
         \"creator\": {{\"type\": \"Software\", \"name\": \"Sayso\"}}, \
         \"body\": [{{\"type\": \"TextualBody\", \"purpose\": \"commenting\", \"format\": \"text/plain\", \"language\": \"en\", \"value\": {}}}, \
         {{\"type\": \"TextualBody\", \"purpose\": \"tagging\", \"value\": {}}}], \
         \"target\": {{\"source\": \"{source}\", \"selector\": [\
         {{\"type\": \"TextQuoteSelector\", \"exact\": {}, \"prefix\": {}, \"suffix\": {}}}, \
         {{\"type\": \"TextPositionSelector\", \"start\": {start}, \"end\": {end}}}]}}}}",
        flag.id.0,
        string(&said),
        string(flag.of.0),
        string(sheet.quote(flag.span)),
        string(before),
        string(after),
    )
}

/// The words on either side, of the same paragraph where these are enough: what stands between two
/// paragraphs differs from copy to copy, and not every tool looks past it.
fn beside(text: &str, span: Span) -> (&str, &str) {
    let (before, after) = around(text, span, CONTEXT);
    let within = (before.rsplit('\n').next().unwrap_or_default(), after.split('\n').next().unwrap_or_default());
    let is_enough = within.0.len() + span.len() + within.1.len() >= CONTEXT;
    if is_enough { within } else { (before, after) }
}

/// A string of JSON.
fn string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            it if it.is_control() || matches!(it, '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", it as u32))
            }
            it => out.push(it),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;

    /// Finds the place of every annotation again, as a tool would: by its place, and by its words.
    fn anchored(text: &str, json: &str) -> Vec<(usize, usize)> {
        let value: Value = serde_json::from_str(json).expect("this is JSON");
        let items = value["first"]["items"].as_array().expect("a page has items");
        assert_eq!(value["total"], items.len());
        items
            .iter()
            .map(|it| {
                let (quote, place) = (&it["target"]["selector"][0], &it["target"]["selector"][1]);
                let word = |name: &str| quote[name].as_str().expect("a selector has words").to_owned();
                let number = |name: &str| place[name].as_u64().expect("a selector has a place") as usize;
                let (start, end) = (number("start"), number("end"));
                let exact: String = text.chars().skip(start).take(end - start).collect();
                assert_eq!(exact, word("exact"));
                assert!(text.contains(&(word("prefix") + &word("exact") + &word("suffix"))));
                (start, end)
            })
            .collect()
    }

    fn check(text: &str) {
        with_sheet(text, |sheet| {
            let points = CodePoints::new(text);
            let places: Vec<_> = sheet.flags().map(|(_, flag)| points.span(flag.span).into()).collect();
            assert_eq!(anchored(text, &write(sheet)), places);
        });
    }

    #[test]
    fn every_place_is_found_again() {
        check(HOSTILE);
        assert!(with_sheet(HOSTILE, |it| it.flags().count()) > 3);
    }

    /// Of each type, what the model requires, and what else it knows that is written here.
    const MODEL: &[(&str, &[&str], &[&str])] = &[
        ("AnnotationCollection", &["id", "total", "first"], &["@context", "label"]),
        ("AnnotationPage", &["id", "items"], &["partOf", "startIndex"]),
        ("Annotation", &["id", "target"], &["motivation", "creator", "body"]),
        ("Software", &["name"], &[]),
        ("TextualBody", &["value"], &["purpose", "format", "language"]),
        ("TextQuoteSelector", &["exact"], &["prefix", "suffix"]),
        ("TextPositionSelector", &["start", "end"], &[]),
        // A resource that only part of is meant has no type of its own in the model.
        ("", &["source", "selector"], &[]),
    ];

    /// Checks every object against the model; returns how many there are.
    fn checked(value: &Value) -> usize {
        let own = match value {
            Value::Object(fields) => {
                let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default();
                let (_, required, known) = MODEL.iter().find(|it| it.0 == kind).expect("the model has this type");
                assert!(required.iter().all(|it| fields.contains_key(*it)), "{kind} lacks one of {required:?}");
                let is_known = |name: &&String| required.iter().chain(*known).any(|it| it == name) || *name == "type";
                assert_eq!(fields.keys().find(|it| !is_known(it)), None, "in {kind}");
                let motive = fields.get("motivation").or_else(|| fields.get("purpose")).and_then(Value::as_str);
                assert!(motive.is_none_or(|it| matches!(it, "commenting" | "tagging")));
                1
            }
            _ => 0,
        };
        let inner: Vec<&Value> = match value {
            Value::Object(fields) => fields.values().collect(),
            Value::Array(items) => items.iter().collect(),
            _ => Vec::new(),
        };
        own + inner.into_iter().map(checked).sum::<usize>()
    }

    #[test]
    fn every_object_is_as_the_model_has_it() {
        let value: Value = serde_json::from_str(&with_sheet(HOSTILE, write)).expect("this is JSON");
        assert_eq!(value["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(value["first"]["partOf"], value["id"]);
        // A collection, its page, and of each flag itself, its maker, two bodies, its target, two selectors.
        assert_eq!(checked(&value), 2 + 7 * with_sheet(HOSTILE, |it| it.flags().count()));
    }

    #[test]
    fn words_beside_a_place_are_of_its_paragraph_where_these_are_enough() {
        let text = "Ferry to close\n\nOfficials would not tell anybody when the ferry was to close.\n\nYes.";
        let beside = |words: &str| {
            let start = text.find(words).expect("the text has these words");
            beside(text, Span::new(start, start + words.len()))
        };
        assert_eq!(beside("Officials"), ("", " would not tell anybody when the"));
        assert_eq!(beside("close."), ("l anybody when the ferry was to ", ""));
        assert_eq!(beside("Yes"), ("y when the ferry was to close.\n\n", "."));
    }

    #[test]
    fn places_are_counted_in_code_points() {
        // One letter in two units of UTF-16, and four bytes.
        let text = "\u{1F600} Ferry to close\n\nSources said no.";
        let value: Value = serde_json::from_str(&with_sheet(text, write)).expect("this is JSON");
        let items = value["first"]["items"].as_array().expect("a page has items");
        let of_source = items.iter().find(|it| it["target"]["selector"][0]["exact"] == "Sources");
        assert_eq!(of_source.map(|it| &it["target"]["selector"][1]["start"]), Some(&Value::from(18)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_and_its_flags(text in "(\\PC{0,12}|officials said |[\"\\\\\n\u{2028}\u{1}]|“no”, he claimed\\. ){0,12}") {
            check(&text);
        }

        #[test]
        fn any_string(text in any::<String>()) {
            prop_assert_eq!(serde_json::from_str::<String>(&string(&text)).ok(), Some(text));
        }
    }
}
