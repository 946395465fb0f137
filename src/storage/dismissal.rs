//! What a reader does not want to see, and how it is written in one line.

/// A flag, or many, that the reader does not want to see.
///
/// Traits are kept by name: one that is gone is ignored, not an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dismissal {
    pub of: String,
    pub scope: Scope,
}

/// How far a dismissal reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// One place of one text, found again by its words and those around it.
    Place {
        text: String,
        /// One place may bear a trait in several kinds: no date, no byline.
        kind: Option<String>,
        quote: String,
        before: String,
        after: String,
    },
    /// These words, in any text; in lower case.
    Word { word: String },
    /// The whole rule.
    Rule,
}

impl Dismissal {
    /// Fields with bars between: `word|loaded-label|regime`.
    pub fn to_line(&self) -> String {
        match &self.scope {
            Scope::Rule => joined(&["rule", &self.of]),
            Scope::Word { word } => joined(&["word", &self.of, word]),
            Scope::Place { text, kind, quote, before, after } => {
                joined(&["place", &self.of, text, kind.as_deref().unwrap_or_default(), quote, before, after])
            }
        }
    }

    /// Reads what [`Self::to_line`] wrote.
    pub fn from_line(line: &str) -> Option<Self> {
        let fields = fields(line)?;
        let (of, scope) = match fields.as_slice() {
            [scope, of] if scope == "rule" => (of, Scope::Rule),
            [scope, of, word] if scope == "word" => (of, Scope::Word { word: word.clone() }),
            [scope, of, text, kind, quote, before, after] if scope == "place" => {
                let [text, quote, before, after] = [text, quote, before, after].map(String::clone);
                let kind = Some(kind.clone()).filter(|it| !it.is_empty());
                (of, Scope::Place { text, kind, quote, before, after })
            }
            _ => return None,
        };
        Some(Self { of: of.clone(), scope })
    }
}

/// Fields with bars between.
pub(super) fn joined(fields: &[&str]) -> String {
    fields.iter().map(|it| escaped(it)).collect::<Vec<_>>().join("|")
}

/// Reads what [`joined`] wrote.
pub(super) fn fields(line: &str) -> Option<Vec<String>> {
    line.split('|').map(unescaped).collect()
}

/// One line, without bars.
pub(super) fn escaped(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '\\' => line.push_str("\\\\"),
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '|' => line.push_str("\\p"),
            _ => line.push(it),
        }
    }
    line
}

/// Returns what was escaped; `None` where nothing was escaped so.
pub(super) fn unescaped(line: &str) -> Option<String> {
    let mut text = String::with_capacity(line.len());
    let mut rest = line.chars();
    while let Some(it) = rest.next() {
        text.push(match it {
            '\\' => match rest.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                'p' => '|',
                _ => return None,
            },
            _ => it,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let [text, quote, before, after] = ["pasted", "a|b\\n\nc", "Two ", " said"].map(str::to_owned);
        for scope in [
            Scope::Rule,
            Scope::Word { word: "the\u{200b} regime".to_owned() },
            Scope::Place {
                text: text.clone(),
                kind: None,
                quote: quote.clone(),
                before: before.clone(),
                after: after.clone(),
            },
            Scope::Place { text, kind: Some("no-date".to_owned()), quote, before, after },
        ] {
            let dismissal = Dismissal { of: "loaded-label".to_owned(), scope };
            let line = dismissal.to_line();
            assert!(!line.contains('\n'), "{line}");
            assert_eq!(Dismissal::from_line(&line), Some(dismissal), "{line}");
        }
    }

    #[test]
    fn anything_else_is_no_dismissal() {
        for line in ["", "rule", "rule|a|b", "word|a", "all|a", "place|a|b", "word|a|\\x", "word|a|\\"] {
            assert_eq!(Dismissal::from_line(line), None, "{line}");
        }
    }
}
