//! A report as text for a terminal.

use std::fmt::Write;

use sayso::report::{ArticleReport, Flag, Report};
use sayso::text::Span;
use sayso::traits::{self, Polarity, Trait};
use serde::Serialize;

/// Columns of a line.
const WIDTH: usize = 92;

/// Returns the report on `text`, which is called `name`.
pub(crate) fn report(name: &str, text: &str, report: &Report) -> String {
    let mut page = Page { text, out: String::new() };
    let articles = report.articles.len();
    page.line(format_args!("{name}: {}", count(articles, "article")));
    page.line(format_args!("{}", "═".repeat(WIDTH)));
    for article in &report.articles {
        page.article(article);
    }
    page.out
}

struct Page<'t> {
    text: &'t str,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, what: std::fmt::Arguments<'_>) {
        self.out.write_fmt(what).expect("a string can be written");
        self.out.push('\n');
    }

    fn article(&mut self, article: &ArticleReport) {
        self.line(format_args!("\n{}", self.quote(article.headline.unwrap_or(Span::new(0, 0)), "(no headline)")));
        self.facts(article);
        self.voices(article);
        let own = article.flags.iter().filter(|it| !it.quoted);
        let of = |polarity| own.clone().filter(move |it| it.polarity == polarity).collect::<Vec<_>>();
        self.flags("To look at", &of(Polarity::Concern));
        self.flags("Good practice", &of(Polarity::Credit));
        self.flags("To know", &of(Polarity::Note));
        self.flags("In somebody's quotation", &article.flags.iter().filter(|it| it.quoted).collect::<Vec<_>>());
        self.out.push('\n');
    }

    fn facts(&mut self, article: &ArticleReport) {
        let original = article.original_headline.map(|it| self.quote(it, ""));
        let credits = Some(article.credits.join(" · ")).filter(|it| !it.is_empty());
        let facts = [
            ("originally", &original),
            ("byline", &article.byline),
            ("outlet", &article.outlet),
            ("published", &article.published),
            ("dateline", &article.dateline),
            ("credits", &credits),
        ];
        for (name, fact) in facts {
            if let Some(fact) = fact {
                self.line(format_args!("  {name:<11} {fact}"));
            }
        }
        if let Some(it) = &article.substitution {
            let replaced = it.replaces.as_ref().map(|it| format!(" for “{it}”")).unwrap_or_default();
            self.line(format_args!("  {:<11} “{}”{replaced}", "put in", it.label));
        }
    }

    fn voices(&mut self, article: &ArticleReport) {
        let mut voices: Vec<(String, usize)> = Vec::new();
        for voice in article.sentences.iter().map(|(_, voice)| word(voice)) {
            match voices.iter_mut().find(|it| it.0 == voice) {
                Some(it) => it.1 += 1,
                None => voices.push((voice, 1)),
            }
        }
        voices.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        if !voices.is_empty() {
            let all: Vec<_> = voices.iter().map(|(voice, count)| format!("{voice} {count}")).collect();
            self.line(format_args!("  {:<11} {}", "sentences", all.join(", ")));
        }
    }

    /// Flags under their trait, in the order of the panel.
    fn flags(&mut self, title: &str, flags: &[&Flag]) {
        if flags.is_empty() {
            return;
        }
        self.line(format_args!("\n  {title}: {}", flags.len()));
        for about in traits::ALL {
            let of_it: Vec<_> = flags.iter().filter(|it| it.of == about.id).collect();
            if !of_it.is_empty() {
                self.heading(about, of_it.len());
                of_it.into_iter().for_each(|flag| self.flag(flag));
            }
        }
    }

    fn heading(&mut self, about: &Trait, count: usize) {
        let count = if count > 1 { format!(" × {count}") } else { String::new() };
        self.line(format_args!("\n  {}{count}", about.name));
        self.wrapped(4, &format!("{} {}", about.explanation.what, about.explanation.why));
    }

    fn flag(&mut self, flag: &Flag) {
        let kind = flag.kind.map(|it| format!(" [{it}]")).unwrap_or_default();
        self.line(format_args!("    {:>3}  {}{kind}", flag.id.0, self.quote(flag.span, "")));
        if let Some(note) = &flag.note {
            self.wrapped(9, note);
        }
    }

    /// The words of a span, on one line, with its middle left out if it is long.
    fn quote(&self, span: Span, none: &str) -> String {
        let words: Vec<_> = self.text[span.range()].split_whitespace().collect();
        let words = words.join(" ");
        let length = words.chars().count();
        let most = WIDTH - 16;
        if length == 0 {
            none.to_owned()
        } else if length <= most {
            format!("“{words}”")
        } else {
            let start: String = words.chars().take(most / 2).collect();
            let end: String = words.chars().skip(length - most / 2).collect();
            format!("“{} … {}”", start.trim_end(), end.trim_start())
        }
    }

    fn wrapped(&mut self, indent: usize, text: &str) {
        let mut line = " ".repeat(indent);
        for word in text.split_whitespace() {
            if line.chars().count() + word.chars().count() >= WIDTH && line.len() > indent {
                self.line(format_args!("{}", line.trim_end()));
                line = " ".repeat(indent);
            }
            line.push_str(word);
            line.push(' ');
        }
        self.line(format_args!("{}", line.trim_end()));
    }
}

fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// The published word for a value: *named*.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_nothing_is_still_a_report() {
        let page = report("empty.txt", "", &sayso::report::analyse(""));
        assert!(page.starts_with("empty.txt: 1 article\n"), "{page}");
    }

    #[test]
    fn long_quotations_fit_the_line() {
        let text = "a b ".repeat(500_000);
        let page = Page { text: &text, out: String::new() };
        assert!(page.quote(Span::new(0, text.len()), "").chars().count() < WIDTH);
    }
}
