//! The five documents the project started from, and the facts people found in them.
//!
//! They are not part of the project; where they are not beside it, that is printed.

use std::fs;
use std::path::{Path, PathBuf};

use sayso::ling::BlockKind;
use sayso::report::{ArticleReport, Report, analyse};
use sayso::text::Span;
use serde_json::Value;

/// How many articles each seed holds.
const ARTICLES: [(&str, usize); 5] = [("000", 1), ("001", 1), ("002", 10), ("003", 1), ("004", 1)];

#[test]
fn articles_of_each_seed() {
    for (seed, count) in ARTICLES {
        let Some(it) = Seed::read(seed) else { return };
        assert_eq!(it.report.articles.len(), count, "seed {seed}");
    }
}

#[test]
fn facts_of_single_articles() {
    let Some(facts) = facts() else { return };
    for seed in ["000", "003", "004"] {
        let Some(it) = Seed::read(seed) else { return };
        let (article, facts) = (&it.report.articles[0], &facts[seed]);
        assert_eq!(article.headline.map(|span| it.text(span)), facts["headline"].as_str(), "headline of {seed}");
        check(seed, "byline", &article.byline, facts);
        check(seed, "outlet", &article.outlet, facts);
        check(seed, "dateline", &article.dateline, facts);
        check(seed, "published", &article.published, facts);
        if let Some(date) = facts["page_date"].as_str() {
            assert_eq!(article.published.as_deref(), Some(date), "page date of {seed}");
        }
        if let Some(credit) = facts["credit"].as_str() {
            assert!(article.credits.iter().any(|it| it.contains(credit)), "credit of {seed}: {:?}", article.credits);
        }
        for words in facts["furniture"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            let places = it.text.match_indices(words).map(|(at, _)| Span::new(at, at + words.len()));
            let furniture: Vec<_> = article.furniture().collect();
            let is_kept_out = places.into_iter().any(|place| furniture.iter().any(|it| it.overlaps(place)));
            assert!(is_kept_out, "{words:?} of seed {seed} is not furniture");
        }
        if let Some(caption) = facts["caption"].as_str() {
            let mut captions = article.blocks.iter().filter(|(kind, _)| *kind == BlockKind::Caption);
            assert!(captions.any(|(_, span)| it.text(*span) == caption), "caption of {seed}");
        }
    }
}

#[test]
fn substitutions_of_the_digest() {
    let (Some(facts), Some(it)) = (facts(), Seed::read("002")) else { return };
    for fact in facts["002"]["substitutions"].as_array().expect("the facts list the pairs") {
        let article = numbered(&it.report, &fact["article"]);
        let plain = |span: Option<Span>| span.map(|span| it.text(span).replace('\u{a0}', " "));
        assert_eq!(plain(article.headline).as_deref(), fact["displayed"].as_str());
        assert_eq!(plain(article.original_headline).as_deref(), fact["original"].as_str());
        let found = article.substitution.as_ref().expect("the two headlines differ");
        assert_eq!(Some(found.label.as_str()), fact["label"].as_str());
        assert_eq!(found.replaces.as_deref(), fact["replaces"].as_str());
    }
}

#[test]
fn credits_of_the_digest() {
    let (Some(facts), Some(it)) = (facts(), Seed::read("002")) else { return };
    for (number, fact) in facts["002"]["credits"].as_object().expect("the facts list the credits") {
        let article = numbered(&it.report, &Value::from(number.parse::<u64>().expect("articles are numbered")));
        for (field, found) in [
            ("byline", &article.byline),
            ("outlet", &article.outlet),
            ("wire", &article.wire),
            ("dateline", &article.dateline),
            ("published", &article.published),
        ] {
            check(&format!("002.{number}"), field, found, fact);
        }
        if let Some(writer) = fact["writer"].as_str() {
            assert!(article.credits.iter().any(|it| it.contains(writer)), "writer of 002.{number}");
        }
    }
}

#[track_caller]
fn check(seed: &str, field: &str, found: &Option<String>, facts: &Value) {
    if let Some(fact) = facts.get(field) {
        assert_eq!(found.as_deref(), fact.as_str(), "{field} of {seed}");
    }
}

fn numbered<'r>(report: &'r Report, number: &Value) -> &'r ArticleReport {
    &report.articles[number.as_u64().expect("articles are numbered") as usize - 1]
}

struct Seed {
    text: String,
    report: Report,
}

impl Seed {
    fn read(number: &str) -> Option<Self> {
        let folder = shared("seeds")?;
        let mut files = fs::read_dir(folder).expect("the folder is readable").filter_map(Result::ok);
        let file = files.find(|it| it.file_name().to_string_lossy().starts_with(number)).expect("all five are there");
        let text = fs::read_to_string(file.path()).expect("a seed is text");
        let report = analyse(&text);
        Some(Self { text, report })
    }

    fn text(&self, span: Span) -> &str {
        &self.text[span.range()]
    }
}

fn facts() -> Option<Value> {
    let file = fs::read_to_string(shared("gold/facts.json")?).expect("the facts are readable");
    Some(serde_json::from_str(&file).expect("the facts are JSON"))
}

/// The file or folder beside the project; prints that it is not there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(name);
    if !path.exists() {
        eprintln!("not checked: {} is not there", path.display());
    }
    path.exists().then_some(path)
}
