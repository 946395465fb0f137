//! Tables for a spreadsheet (RFC 4180), safe to open in one.
//!
//! A spreadsheet runs a field that begins like a formula; such a field gets an apostrophe
//! before it, which the spreadsheet hides. Taking one apostrophe away from a field that
//! begins with apostrophes and then a formula gives back what was written.

/// So that a spreadsheet reads the file as UTF-8.
const MARK: char = '\u{FEFF}';

/// Writes a table with a line of heads.
pub fn table<'f>(heads: impl IntoIterator<Item = &'f str>, rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::from(MARK);
    let heads: Vec<_> = heads.into_iter().map(str::to_owned).collect();
    push_row(&mut out, &heads);
    rows.into_iter().for_each(|row| push_row(&mut out, &row));
    out
}

fn push_row(out: &mut String, fields: &[String]) {
    for (at, field) in fields.iter().enumerate() {
        out.push_str(if at > 0 { ",\"" } else { "\"" });
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
    let field = field.trim_start_matches('\'');
    let first = field.chars().find(|it| *it != ' ');
    let is_run = first
        .is_some_and(|it| matches!(it, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠'));
    is_run && !is_below_zero(field)
}

/// Whether the field is a number that a spreadsheet should count with.
fn is_below_zero(field: &str) -> bool {
    let digits = field.strip_prefix('-').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit() || it == b'.')
}

/// Reads a table as a program does that knows RFC 4180 and the guard.
#[cfg(test)]
pub(crate) fn parse(csv: &str) -> Vec<Vec<String>> {
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(field: &str) -> String {
        table([], [vec![field.to_owned()]]).trim_start_matches(MARK).trim().to_owned()
    }

    #[test]
    fn quotation_marks_are_doubled() {
        let row = ["a", "b, c", "\"d\"\ne"].map(str::to_owned).to_vec();
        assert_eq!(table(["x", "y", "z"], [row]), "\u{FEFF}\"x\",\"y\",\"z\"\r\n\"a\",\"b, c\",\"\"\"d\"\"\ne\"\r\n");
    }

    #[test]
    fn a_formula_is_words() {
        for field in
            ["=HYPERLINK(1)", "+1", "-1+cmd|' /C calc'!A0", "@SUM(1)", " =1", "\t=1", "＝1", "'=1", "-", "-inf"]
        {
            assert_eq!(written(field), format!("\"'{field}\""));
        }
    }

    #[test]
    fn a_number_below_zero_is_a_number() {
        assert_eq!(written("-0.043"), "\"-0.043\"");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_table_comes_back(rows in prop::collection::vec(prop::collection::vec("['=+@\"\r\n, a1-]{0,6}|\\PC*", 3), 0..5)) {
            let back = parse(&table(["a", "b", "c"], rows.clone()));
            prop_assert_eq!(&back[1..], &rows[..]);
        }
    }
}
