//! What a reader found elsewhere, as it is kept: a line for each search.

/// What came of a search.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outcome {
    #[default]
    Open,
    Found,
    NotFound,
}

impl Outcome {
    pub const ALL: [Self; 3] = [Self::Open, Self::Found, Self::NotFound];

    pub fn in_words(self) -> &'static str {
        match self {
            Self::Open => "Not looked up yet",
            Self::Found => "Found",
            Self::NotFound => "Not found",
        }
    }

    /// As stored; never change one.
    fn id(self) -> &'static str {
        match self {
            Self::Open => "",
            Self::Found => "found",
            Self::NotFound => "not-found",
        }
    }
}

/// One search and what came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Check {
    pub key: String,
    pub outcome: Outcome,
    pub note: String,
}

impl Check {
    /// A key as it is kept: without the characters that part entries.
    pub fn key(words: &str) -> String {
        plain(words)
    }
}

/// Searches remembered; the oldest go first.
const MOST: usize = 400;

fn plain(words: &str) -> String {
    words.replace(['\t', '\n', '\r'], " ")
}

/// Writes the latest of them.
pub fn written_checks(checks: &[Check]) -> String {
    let line = |it: &Check| format!("{}\t{}\t{}", it.outcome.id(), it.key, plain(&it.note));
    checks[checks.len().saturating_sub(MOST)..].iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Reads what was stored; a line that is none of ours is left out.
pub fn read_checks(stored: &str) -> Vec<Check> {
    let check = |line: &str| {
        let mut parts = line.splitn(3, '\t');
        let (outcome, key, note) = (parts.next()?, parts.next()?, parts.next()?);
        let outcome = Outcome::ALL.into_iter().find(|it| it.id() == outcome)?;
        Some(Check { key: key.to_owned(), outcome, note: note.to_owned() })
    };
    stored.lines().filter_map(check).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_can_be_read() {
        let checks = vec![
            Check { key: "figure \"seven\" Velia".into(), outcome: Outcome::Found, note: "in two papers".into() },
            Check { key: "picture ".into(), outcome: Outcome::Open, note: String::new() },
        ];
        assert_eq!(read_checks(&written_checks(&checks)), checks);
    }

    #[test]
    fn hostile_forms_are_left_out() {
        assert_eq!(read_checks("\t\nx\ty\tz\nfound\tkey\tnote\tmore").len(), 1);
        assert_eq!(read_checks(""), []);
    }

    #[test]
    fn the_oldest_go_first() {
        let checks: Vec<_> = (0..MOST + 9).map(|it| Check { key: it.to_string(), ..Check::default() }).collect();
        assert_eq!(read_checks(&written_checks(&checks)), checks[9..]);
    }
}
