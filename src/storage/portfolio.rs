//! What a reader rewrote: pairs of before and after, and what lies half done on the bench.

use super::dismissal::{self, joined};

/// A sentence as it stood, and as the reader would have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The trait it was flagged for.
    pub of: String,
    /// What the text is called.
    pub from: String,
    pub before: String,
    pub after: String,
}

/// The pairs, and the last sentence on the bench.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    pub pairs: Vec<Pair>,
    /// Where the sentence on the bench is from, and its words so far.
    pub draft: Option<(String, String)>,
}

/// The first line of the form of this version. Another form takes another number.
const HEAD: &str = "sayso repairs 1";

impl Portfolio {
    pub fn to_text(&self) -> String {
        let mut text = String::from(HEAD);
        let mut line = |name: &str, fields: &[&str]| {
            text.push_str(&format!("\n{name}: {}", joined(fields)));
        };
        for Pair { of, from, before, after } in &self.pairs {
            line("pair", &[of, from, before, after]);
        }
        if let Some((place, words)) = &self.draft {
            line("draft", &[place, words]);
        }
        text
    }

    /// Reads what was stored, and whether all of it could be read.
    pub fn from_text(text: &str) -> (Self, bool) {
        let mut portfolio = Self::default();
        let mut lines = text.split('\n');
        let mut is_whole = lines.next() == Some(HEAD);
        for line in lines {
            is_whole &= portfolio.read(line).is_some();
        }
        (portfolio, is_whole)
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let (name, fields) = line.split_once(": ")?;
        let fields = dismissal::fields(fields)?;
        match (name, fields.as_slice()) {
            ("pair", [of, from, before, after]) => {
                let [of, from, before, after] = [of, from, before, after].map(String::clone);
                self.pairs.push(Pair { of, from, before, after });
            }
            ("draft", [place, words]) => self.draft = Some((place.clone(), words.clone())),
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn portfolio() -> Portfolio {
        let [of, from, before, after] =
            ["loaded-verb", "A | B", "She slammed\nit.", "She criticised it."].map(str::to_owned);
        let draft = Some(("pasted/1-2/x".to_owned(), "half ".to_owned()));
        Portfolio { pairs: vec![Pair { of, from, before, after }], draft }
    }

    /// A copy of what version 1 wrote. Must be readable for ever.
    const FOSSIL_1: &str = "\
sayso repairs 1
pair: loaded-verb|A \\p B|She slammed\\nit.|She criticised it.
draft: pasted/1-2/x|half ";

    #[test]
    fn version_1_is_still_read() {
        assert_eq!(Portfolio::from_text(FOSSIL_1), (portfolio(), true));
        assert_eq!(portfolio().to_text(), FOSSIL_1);
    }

    #[test]
    fn what_can_be_read_is_kept() {
        let (some, is_whole) = Portfolio::from_text(&format!("{FOSSIL_1}\npair: a|b\n\u{0}"));
        assert_eq!((some, is_whole), (portfolio(), false));
        for broken in ["", "null", "{}", "pair: a"] {
            assert_eq!(Portfolio::from_text(broken), (Portfolio::default(), false), "{broken}");
        }
    }
}
