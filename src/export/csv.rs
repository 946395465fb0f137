//! The flags and the voices as tables.

use crate::ling::SourceKind;
use crate::report::ArticleReport;
use crate::report::csv::table;
use crate::report::ledger::{Row, TICKS, Tick, kind_in_words, rows};
use crate::traits::Polarity;

use super::{Sheet, about};

pub(super) fn flags(sheet: &Sheet<'_>) -> String {
    let head =
        ["number", "article", "paragraph", "rule", "kind", "polarity", "in a quotation", "words", "note", "question"];
    let rows = sheet.flags().map(|(number, flag)| {
        let paragraph = sheet.report.articles[number - 1].paragraph(flag.span);
        let about = about(flag);
        vec![
            flag.id.0.to_string(),
            number.to_string(),
            paragraph.to_string(),
            about.name.to_owned(),
            flag.kind.unwrap_or_default().to_owned(),
            polarity(flag.polarity).to_owned(),
            if flag.quoted { "yes" } else { "no" }.to_owned(),
            sheet.quote(flag.span).to_owned(),
            flag.note.as_deref().unwrap_or_default().to_owned(),
            about.explanation.question.to_owned(),
        ]
    });
    table(head, rows)
}

pub(super) fn voices(sheet: &Sheet<'_>) -> String {
    let head = ["Article", "Voice", "Kind", "Role", "Times cited", "Times mentioned", "Paragraphs", "Verbs"];
    let of_article = |(number, article): (usize, &ArticleReport)| {
        let rows = rows(sheet.text, article, &sheet.rows[number - 1]);
        rows.iter().map(|it| voice(sheet, number, article, it)).collect::<Vec<_>>()
    };
    table(head.into_iter().chain(TICKS).chain(["Load-bearing"]), sheet.articles().flat_map(of_article))
}

fn voice(sheet: &Sheet<'_>, number: usize, article: &ArticleReport, row: &Row) -> Vec<String> {
    let mut ids: Vec<usize> = row.attributions.iter().filter_map(|&it| article.attributions[it].source_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let sources = || ids.iter().filter_map(|&it| article.sources.get(it));
    let mut paragraphs: Vec<String> = row.places.iter().map(|&it| article.paragraph(it).to_string()).collect();
    paragraphs.dedup();
    let tick = |it: Tick| match it {
        Tick::Yes => "yes",
        Tick::No => "no",
        Tick::Rote => "set phrase",
        Tick::Moot => "",
    };
    let bears = [(row.bears.headline, "headline"), (row.bears.lead, "lead")].into_iter().filter(|it| it.0);
    let mut cells = vec![
        number.to_string(),
        row.name.clone(),
        kind(row.kind).to_owned(),
        sources().find_map(|it| it.role).map_or("", |it| sheet.quote(it)).to_owned(),
        row.places.len().to_string(),
        sources().map(|it| it.mentions.len()).sum::<usize>().to_string(),
        paragraphs.join("; "),
        row.verbs.join("; "),
    ];
    cells.extend(row.ticks.map(|it| tick(it).to_owned()));
    cells.push(bears.map(|it| it.1).collect::<Vec<_>>().join(", "));
    cells
}

fn polarity(it: Polarity) -> &'static str {
    match it {
        Polarity::Concern => "concern",
        Polarity::Credit => "credit",
        Polarity::Note => "note",
    }
}

/// As the page says it.
fn kind(it: SourceKind) -> &'static str {
    match it {
        SourceKind::Nobody => "nobody, not counted",
        _ => kind_in_words(it),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;
    use crate::report::csv::parse;

    #[test]
    fn no_field_is_a_formula() {
        for csv in [with_sheet(HOSTILE, flags), with_sheet(HOSTILE, voices)] {
            for start in ["\"=", "\"+", "\"-", "\"@"] {
                assert!(!csv.contains(start), "{start} in {csv}");
            }
        }
    }

    #[test]
    fn a_paragraph_has_the_number_that_the_ledger_gives_it() {
        let text = "Port to close\n\nBy Bo Rae\n\nThe port will close.\n\nA clerk said it was old.";
        with_sheet(text, |sheet| {
            let rows = parse(&flags(sheet));
            let clerk = rows.iter().find(|it| it[7] == "A clerk").expect("it is flagged");
            assert_eq!(clerk[2], "2");
        });
    }

    #[test]
    fn a_voice_has_a_line_as_the_reader_has_merged_it() {
        let text = "Port to close\n\nBy Bo Rae\n\nMayor Tom Arlen said it was old.\n\nA clerk said it was not. Arlen said that it would close in May.";
        with_sheet(text, |sheet| {
            let found = parse(&voices(sheet));
            let arlen = [
                "1",
                "Tom Arlen",
                "named person",
                "Mayor",
                "2",
                "2",
                "1; 2",
                "said",
                "yes",
                "yes",
                "",
                "no",
                "no",
                "lead",
            ];
            assert_eq!(found[1], arlen);
            let mut merged = sheet.rows.to_vec();
            merged[0].merge(&[0, 1]);
            assert_eq!(parse(&voices(&Sheet { rows: &merged, ..*sheet })).len() + 1, found.len());
        });
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
}
