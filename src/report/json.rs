//! The report as others read it: offsets in code points (README, "The report").

use serde_json::{Value, json};

use crate::text::{CodePoints, Span, by_each, sort_by_number};

use super::{ArticleReport, Report, facts};

/// Returns the report on `text` in the published form, version 1.
pub fn to_json(id: &str, text: &str, report: &Report) -> Value {
    let form = Form { text, points: CodePoints::new(text) };
    let articles: Vec<_> = report.articles.iter().map(|it| form.article(it)).collect();
    json!({ "version": 1, "id": id, "text": text, "articles": articles })
}

struct Form<'t> {
    text: &'t str,
    points: CodePoints<'t>,
}

impl Form<'_> {
    fn span(&self, span: Span) -> Value {
        json!(self.points.span(span))
    }

    fn spans(&self, spans: impl IntoIterator<Item = Span>) -> Value {
        spans.into_iter().map(|span| self.span(span)).collect()
    }

    /// In the order of the text, each once.
    fn in_order(&self, spans: &[Span]) -> Value {
        let mut spans = spans.to_vec();
        sort_by_number(&mut spans, |it| by_each(&[it.start(), it.end()]));
        spans.dedup();
        self.spans(spans)
    }

    fn quote(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    fn quoted(&self, span: Option<Span>) -> Value {
        span.map_or(Value::Null, |it| json!({ "span": self.span(it), "text": self.quote(it) }))
    }

    fn article(&self, it: &ArticleReport) -> Value {
        json!({
            "span": self.span(it.span),
            "headline": self.quoted(it.headline),
            "original_headline": self.quoted(it.original_headline),
            "substitution": self.substitution(it),
            "byline": it.byline,
            "outlet": it.outlet,
            "wire": it.wire,
            "published": it.published,
            "dateline": it.dateline,
            "credits": it.credits,
            "furniture": self.spans(it.furniture()),
            "blocks": it.blocks.iter().map(|(kind, span)| json!({ "kind": kind, "span": self.span(*span) })).collect::<Value>(),
            "sentences": it.sentences.iter()
                .map(|(span, voice)| json!({ "span": self.span(*span), "voice": voice })).collect::<Value>(),
            "sources": self.sources(it),
            "attributions": self.attributions(it),
            "facts": self.facts(it),
            "flags": self.flags(it),
            "cleared": it.cleared.iter()
                .map(|it| json!({ "trait": it.of, "span": self.span(it.span), "quote": self.quote(it.span), "why": it.why }))
                .collect::<Value>(),
        })
    }

    fn substitution(&self, article: &ArticleReport) -> Value {
        let Some(it) = &article.substitution else { return Value::Null };
        let words = |span: Option<Span>| span.map(|span| self.quote(span));
        let changes: Vec<_> = (it.changes.iter())
            .map(|it| json!({ "kind": it.kind, "from": words(it.from), "to": words(it.to) }))
            .collect();
        json!({ "label": it.label, "replaces": it.replaces, "changes": changes })
    }

    fn sources(&self, article: &ArticleReport) -> Value {
        (article.sources.iter().enumerate())
            .map(|(id, it)| {
                let mentions = self.in_order(&it.mentions);
                json!({ "id": id, "name": it.name, "kind": it.kind, "mentions": mentions, "attributions": it.attributions[..] })
            })
            .collect()
    }

    fn attributions(&self, article: &ArticleReport) -> Value {
        (article.attributions.iter())
            .map(|it| {
                let source = if it.source.is_empty() { Value::Null } else { self.in_order(&it.source) };
                json!({
                    "source": source,
                    "cue": self.in_order(&it.cue),
                    "content": self.in_order(&it.content),
                    "kind": it.kind,
                    "source_id": it.source_id,
                })
            })
            .collect()
    }

    fn facts(&self, article: &ArticleReport) -> Value {
        let strip = &article.facts;
        let facts: Value = (strip.facts.iter())
            .map(|it| {
                json!({
                    "value": self.value(&it.value), "span": self.span(it.span), "quote": self.quote(it.span), "source": it.source,
                    "in_headline": it.in_headline, "also": self.spans(it.also.iter().copied()),
                })
            })
            .collect();
        let headline: Value = (strip.headline.iter())
            .map(|it| {
                let place = it.place.map(|place| self.span(place));
                json!({ "kind": it.kind, "span": self.span(it.span), "quote": self.quote(it.span), "found": it.found, "place": place })
            })
            .collect();
        let joins: Value = (strip.joins.iter())
            .map(|it| json!({ "a": it.a, "b": it.b, "at": self.spans(it.at), "question": it.question }))
            .collect();
        json!({ "list": facts, "joins": joins, "headline": headline })
    }

    fn value(&self, value: &facts::Value) -> Value {
        match value {
            facts::Value::Figure { unit, low, high, hedge, place } => {
                let place = place.map(|it| self.span(it));
                json!({ "kind": "figure", "unit": unit, "low": low, "high": high, "hedge": hedge, "place": place })
            }
            facts::Value::Date { iso } => json!({ "kind": "date", "iso": iso }),
            facts::Value::Age { years } => json!({ "kind": "age", "years": years }),
            facts::Value::Place => json!({ "kind": "place" }),
            facts::Value::Person => json!({ "kind": "person" }),
        }
    }

    fn flags(&self, article: &ArticleReport) -> Value {
        let mut flags: Vec<_> = article.flags.iter().collect();
        // The longer first: the order of this form stays, wherever the page puts its numbers.
        sort_by_number(&mut flags, |it| by_each(&[it.span.start(), self.text.len() - it.span.end()]));
        (flags.into_iter())
            .map(|it| {
                json!({
                    "id": it.id, "trait": it.of, "kind": it.kind, "polarity": it.polarity, "quoted": it.quoted,
                    "span": self.span(it.span), "quote": self.quote(it.span), "note": it.note.as_deref(),
                })
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;

    #[test]
    fn flags_stand_in_the_order_in_which_they_begin() {
        let file = include_str!("../../public/library/digest-01-weekend-clashes.txt");
        let (_, text) = file.split_once("\n\n").expect("its head ends in an empty line");
        let value = to_json("a", text, &crate::report::analyse(text));
        let flags = value["articles"][0]["flags"].as_array().expect("a list");
        let place = |it: &Value| (it["span"][0].as_u64(), Reverse(it["span"][1].as_u64()));
        assert!(flags.len() > 2 && flags.is_sorted_by_key(place), "{flags:?}");
        assert!(!flags.is_sorted_by_key(|it| it["id"].as_u64()), "their numbers are the page’s: {flags:?}");
    }

    #[test]
    fn spans_stand_in_the_order_of_the_text_and_once() {
        let form = Form { text: "Ann and Tom", points: CodePoints::new("Ann and Tom") };
        let (ann, tom) = (Span::new(0, 3), Span::new(8, 11));
        assert_eq!(form.in_order(&[tom, ann, tom]), json!([[0, 3], [8, 11]]));
    }
}
