//! What a reader rewrote: pairs of before and after, and what lies half done on the bench.

use super::dismissal::{self, joined};
use super::rebase::rebased;

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

/// The pairs, and the sentences that were left half done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    pub pairs: Vec<Pair>,
    /// Where each sentence is from, and its words so far; the last touched stands last.
    pub drafts: Vec<(String, String)>,
}

/// Sentences that are kept half done; the one not touched for longest goes first.
const MOST_DRAFTS: usize = 30;

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
        for (place, words) in &self.drafts {
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

    /// Returns what was written at this place so far.
    pub fn draft(&self, place: &str) -> Option<&str> {
        self.drafts.iter().find(|it| it.0 == place).map(|it| it.1.as_str())
    }

    /// Keeps what was written at this place so far; without words nothing is left of it.
    pub fn set_draft(&mut self, place: &str, words: Option<String>) {
        self.drafts.retain(|it| it.0 != place);
        self.drafts.extend(words.map(|words| (place.to_owned(), words)));
        let excess = self.drafts.len().saturating_sub(MOST_DRAFTS);
        self.drafts.drain(..excess);
    }

    /// Does here what leads from `before` to `after`.
    pub fn rebase(&mut self, before: &Self, after: &Self) {
        let name = |it: &Pair| vec![joined(&[&it.of, &it.from, &it.before, &it.after])];
        self.pairs = rebased(&self.pairs, &before.pairs, &after.pairs, name);
        self.drafts = rebased(&self.drafts, &before.drafts, &after.drafts, |it| vec![it.0.clone()]);
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let (name, fields) = line.split_once(": ")?;
        let fields = dismissal::fields(fields)?;
        match (name, fields.as_slice()) {
            ("pair", [of, from, before, after]) => {
                let [of, from, before, after] = [of, from, before, after].map(String::clone);
                self.pairs.push(Pair { of, from, before, after });
            }
            ("draft", [place, words]) => self.set_draft(place, Some(words.clone())),
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
        let drafts = vec![("pasted/1-2/x".to_owned(), "half ".to_owned())];
        Portfolio { pairs: vec![Pair { of, from, before, after }], drafts }
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
    fn each_place_keeps_its_own_words() {
        let mut some = portfolio();
        some.set_draft("pasted/3-4/y", Some("other".to_owned()));
        some.set_draft("pasted/1-2/x", Some("half a".to_owned()));
        let (mut read, is_whole) = Portfolio::from_text(&some.to_text());
        assert_eq!(
            (read.draft("pasted/3-4/y"), read.draft("pasted/1-2/x"), is_whole),
            (Some("other"), Some("half a"), true)
        );
        read.set_draft("pasted/3-4/y", None);
        assert_eq!(read.draft("pasted/3-4/y"), None);
        (0..100).for_each(|it| read.set_draft(&it.to_string(), Some(String::new())));
        assert_eq!((read.drafts.len(), read.draft("99")), (MOST_DRAFTS, Some("")));
    }

    #[test]
    fn what_another_tab_did_is_kept_when_a_step_is_undone() {
        let (before, mut after, mut past) = (Portfolio::default(), Portfolio::default(), portfolio());
        after.pairs.push(Pair { of: "loaded-label".to_owned(), ..Pair::default() });
        after.set_draft("pasted/1-2/x", Some("more".to_owned()));
        past.rebase(&before, &after);
        assert_eq!(past.pairs, [portfolio().pairs, after.pairs.clone()].concat());
        assert_eq!(past.drafts, after.drafts);
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
