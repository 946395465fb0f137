//! Several fields kept under one name.

/// Parts the fields.
const BORDER: char = '\u{1E}';

/// The fields of what was kept.
pub fn fields(kept: &str) -> Vec<String> {
    kept.split(BORDER).map(str::to_owned).collect()
}

/// Joins fields; a border in one of them, which nobody sees, is left out.
pub fn joined(fields: impl Iterator<Item = String>) -> String {
    fields.map(|it| it.replace(BORDER, "")).collect::<Vec<_>>().join(&BORDER.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_border_in_a_field_parts_nothing() {
        let typed = ["Ferry to\u{1E} close", "", "The\u{1E}\u{1E} end."].map(str::to_owned);
        assert_eq!(fields(&joined(typed.into_iter())), ["Ferry to close", "", "The end."]);
    }
}
