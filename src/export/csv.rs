//! The flags and the sources as tables.

use crate::ling::SourceKind;
use crate::report::csv::table;
use crate::text::Span;
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
                kind(it.kind).to_owned(),
                it.role.map(|it| sheet.quote(it).to_owned()).unwrap_or_default(),
                it.attributions.len().to_string(),
                it.mentions.len().to_string(),
                first.to_owned(),
                cues.map(|it| quotes(&it.cue)).collect::<Vec<_>>().join("; "),
            ]
        })
    });
    table(head, rows)
}

fn polarity(it: Polarity) -> &'static str {
    match it {
        Polarity::Concern => "concern",
        Polarity::Credit => "credit",
        Polarity::Note => "note",
    }
}

fn kind(it: SourceKind) -> &'static str {
    match it {
        SourceKind::Named => "named",
        SourceKind::Institution => "institution",
        SourceKind::Document => "document",
        SourceKind::Outlet => "outlet",
        SourceKind::Role => "role",
        SourceKind::Group => "group",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Pronoun => "pronoun",
        SourceKind::Nobody => "nobody",
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{HOSTILE, with_sheet};
    use super::*;
    use crate::report::csv::parse;

    #[test]
    fn no_field_is_a_formula() {
        for csv in [with_sheet(HOSTILE, flags), with_sheet(HOSTILE, sources)] {
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
    fn the_words_of_every_flag_come_back() {
        with_sheet(HOSTILE, |sheet| {
            let rows = parse(&flags(sheet));
            let words: Vec<&str> = rows[1..].iter().map(|it| it[7].as_str()).collect();
            let quotes: Vec<&str> = sheet.flags().map(|(_, flag)| sheet.quote(flag.span)).collect();
            assert_eq!(words, quotes);
        });
    }
}
