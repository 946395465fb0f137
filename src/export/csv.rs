//! Tables for a spreadsheet (RFC 4180), safe to open in one.
//!
//! A spreadsheet runs a field that begins like a formula; such a field gets an apostrophe
//! before it, which the spreadsheet hides. Taking one apostrophe away from a field that
//! begins with apostrophes and then a formula gives back what was written.

use crate::text::Span;

use super::{Sheet, about};

/// So that a spreadsheet reads the file as UTF-8.
const MARK: char = '\u{FEFF}';

pub(super) fn flags(sheet: &Sheet<'_>) -> String {
    let head =
        ["number", "article", "paragraph", "rule", "kind", "polarity", "in a quotation", "words", "note", "question"];
    let rows = sheet.flags().map(|(number, flag)| {
        let blocks = &sheet.report.articles[number - 1].blocks;
        let paragraph = blocks.partition_point(|(_, span)| span.start() <= flag.span.start());
        let about = about(flag);
        vec![
            flag.id.0.to_string(),
            number.to_string(),
            paragraph.to_string(),
            about.name.to_owned(),
            flag.kind.clone().unwrap_or_default(),
            format!("{:?}", flag.polarity).to_lowercase(),
            if flag.quoted { "yes" } else { "no" }.to_owned(),
            sheet.quote(flag.span).to_owned(),
            flag.note.clone().unwrap_or_default(),
            about.explanation.question.to_owned(),
        ]
    });
    table(&head, rows)
}

pub(super) fn sources(sheet: &Sheet<'_>) -> String {
    let head = ["article", "source", "kind", "role", "times cited", "times mentioned", "first mention", "verbs"];
    let quotes = |spans: &[Span]| spans.iter().map(|it| sheet.quote(*it)).collect::<Vec<_>>().join(" … ");
    let rows = sheet.articles().flat_map(|(number, article)| {
        article.sources.iter().map(move |it| {
            let first = it.mentions.first().map(|it| sheet.quote(*it)).unwrap_or_default();
            let cues = it.attributions.iter().filter_map(|&at| article.attributions.get(at));
            vec![
                number.to_string(),
                it.name.clone().unwrap_or_else(|| first.to_owned()),
                format!("{:?}", it.kind).to_lowercase(),
                it.role.map(|it| sheet.quote(it).to_owned()).unwrap_or_default(),
                it.attributions.len().to_string(),
                it.mentions.len().to_string(),
                first.to_owned(),
                cues.map(|it| quotes(&it.cue)).collect::<Vec<_>>().join("; "),
            ]
        })
    });
    table(&head, rows)
}

fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from(MARK);
    push_row(&mut out, head.iter().copied());
    for row in rows {
        push_row(&mut out, row.iter().map(String::as_str));
    }
    out
}

fn push_row<'f>(out: &mut String, fields: impl Iterator<Item = &'f str>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        out.push('"');
        if is_formula(field) {
            out.push('\'');
        }
        out.push_str(&field.replace('"', "\"\""));
        out.push('"');
    }
    out.push_str("\r\n");
}

/// Whether a spreadsheet would run the field, or take its guard for the field's own.
fn is_formula(field: &str) -> bool {
    let first = field.trim_start_matches('\'').chars().find(|it| *it != ' ');
    first.is_some_and(|it| matches!(it, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;

    /// What a program reads that knows RFC 4180 and the guard.
    fn parse(csv: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        let (mut row, mut field, mut is_quoted) = (Vec::new(), String::new(), false);
        let mut chars = csv.trim_start_matches(MARK).chars().peekable();
        while let Some(char) = chars.next() {
            match char {
                '"' if is_quoted && chars.next_if_eq(&'"').is_some() => field.push('"'),
                '"' => is_quoted = !is_quoted,
                ',' if !is_quoted => row.push(std::mem::take(&mut field)),
                '\r' if !is_quoted => {
                    row.push(std::mem::take(&mut field));
                    rows.push(std::mem::take(&mut row));
                    chars.next();
                }
                it => field.push(it),
            }
        }
        let unguarded = |it: String| match it.strip_prefix('\'') {
            Some(rest) if is_formula(rest) => rest.to_owned(),
            _ => it,
        };
        rows.into_iter().map(|row: Vec<String>| row.into_iter().map(unguarded).collect()).collect()
    }

    #[test]
    fn no_field_is_a_formula() {
        for csv in [with_sheet(HOSTILE, flags), with_sheet(HOSTILE, sources)] {
            for start in ["\"=", "\"+", "\"-", "\"@"] {
                assert!(!csv.contains(start), "{start} in {csv}");
            }
        }
    }

    #[test]
    fn the_words_of_every_flag_come_back() {
        with_sheet(HOSTILE, |sheet| {
            let rows = parse(&flags(sheet));
            let words: Vec<&str> = rows[1..].iter().map(|it| it[7].as_str()).collect();
            let quotes: Vec<&str> = sheet.flags().map(|(_, flag)| sheet.quote(flag.span)).collect();
            assert_eq!(words, quotes);
        });
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_table_comes_back(rows in prop::collection::vec(prop::collection::vec("['=+@\"\r\n, a-]{0,6}|\\PC*", 3), 0..5)) {
            let back = parse(&table(&["a", "b", "c"], rows.clone().into_iter()));
            prop_assert_eq!(&back[1..], &rows[..]);
        }
    }
}
