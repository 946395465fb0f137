//! Everything a reader changed in the rules, as one small file: the list of their own, what is
//! switched off, what is dismissed.

use std::collections::HashSet;

use super::Dismissal;
use crate::traits::lists::{self, ListError, MOST_ENTRIES, OwnList};
use crate::traits::named;

/// A longer file is no list, in bytes.
pub const LONGEST_FILE: usize = 8_000_000;

/// How many dismissals a file may have: all of them lie on one screen.
const MOST_DISMISSALS: usize = 2_000;

/// How long the line of a dismissal may be, in bytes.
const LONGEST_LINE: usize = 4_000;

const HEAD: &str = "# A list of Sayso, version 1. Every line is a name, a colon and a value; # begins a comment.\n\n";
const DISMISSED: &str = "dismissed:";

/// What is wrong with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    List(ListError),
    /// Not what a dismissal is written like, or of a rule that there is not.
    NoDismissal {
        line: usize,
    },
    /// The same dismissal stands above.
    Again {
        line: usize,
    },
    /// More than [`MOST_DISMISSALS`]; from this line on none was taken, so many.
    TooMany {
        line: usize,
        left: usize,
    },
    /// Longer than [`LONGEST_FILE`].
    TooLong,
}

/// Writes the file.
pub fn write(list: &OwnList, dismissals: &[Dismissal]) -> String {
    let mut text = format!("{HEAD}{list}");
    if !dismissals.is_empty() && !list.is_empty() {
        text.push('\n');
    }
    for it in dismissals {
        text.push_str(DISMISSED);
        text.push(' ');
        text.push_str(&it.to_line());
        text.push('\n');
    }
    text
}

/// A file that is being read, and the examples of whose entries are being run.
#[derive(Debug)]
pub struct Checking {
    list: lists::Checking,
    dismissals: Vec<Dismissal>,
    errors: Vec<FileError>,
}

/// Reads a file. What is wrong is named, line by line; the rest is kept.
pub fn read(text: &str) -> (OwnList, Vec<Dismissal>, Vec<FileError>) {
    let mut checking = Checking::new(text);
    while checking.go_on(MOST_ENTRIES) {}
    checking.end()
}

impl Checking {
    /// Takes out what is dismissed, and reads no entry yet.
    pub fn new(text: &str) -> Self {
        let (mut dismissals, mut errors) = (Vec::new(), Vec::new());
        if text.len() > LONGEST_FILE {
            return Self { list: lists::Checking::new(String::new()), dismissals, errors: vec![FileError::TooLong] };
        }
        let mut rest = String::with_capacity(text.len());
        let (mut seen, mut over) = (HashSet::new(), None::<(usize, usize)>);
        for (line, words) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            match words.trim_start().strip_prefix(DISMISSED) {
                // One space is the form's; what stands behind it may be the text's.
                Some(value) => match dismissal(value.strip_prefix(' ').unwrap_or(value)) {
                    Some(it) if seen.contains(&it.to_line()) => errors.push(FileError::Again { line }),
                    Some(_) if dismissals.len() == MOST_DISMISSALS => {
                        over.get_or_insert((line, 0)).1 += 1;
                    }
                    Some(it) => {
                        seen.insert(it.to_line());
                        dismissals.push(it);
                    }
                    None => errors.push(FileError::NoDismissal { line }),
                },
                None => rest.push_str(words),
            }
            // A line that was taken out is left empty, so that the others keep their numbers.
            rest.push('\n');
        }
        errors.extend(over.map(|(line, left)| FileError::TooMany { line, left }));
        Self { list: lists::Checking::new(rest), dismissals, errors }
    }

    /// Reads as many more entries, or runs their examples; returns whether any are left.
    pub fn go_on(&mut self, entries: usize) -> bool {
        self.list.go_on(entries)
    }

    /// Of a hundred, how much is done.
    pub fn percent(&self) -> usize {
        self.list.percent()
    }

    /// Returns what is sound, and what is wrong, by line.
    pub fn end(self) -> (OwnList, Vec<Dismissal>, Vec<FileError>) {
        let Self { list, dismissals, mut errors } = self;
        let (list, wrong) = list.end();
        errors.extend(wrong.into_iter().map(FileError::List));
        errors.sort_by_key(FileError::line);
        (list, dismissals, errors)
    }
}

fn dismissal(line: &str) -> Option<Dismissal> {
    let is_long = line.len() > LONGEST_LINE;
    Dismissal::from_line(line).filter(|it| !is_long && named(&it.of).is_some())
}

impl FileError {
    /// The line to look at, from 1; 0 for the file as a whole.
    pub fn line(&self) -> usize {
        match self {
            Self::List(error) => error.line(),
            Self::NoDismissal { line } | Self::Again { line } | Self::TooMany { line, .. } => *line,
            Self::TooLong => 0,
        }
    }

    /// How many entries or dismissals it keeps out.
    pub fn left_out(&self) -> usize {
        match self {
            Self::List(error) => error.left_out(),
            Self::TooMany { left, .. } => *left,
            _ => 1,
        }
    }
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::List(error) => error.fmt(f),
            Self::NoDismissal { line } => write!(f, "line {line}: not a dismissal of any rule here"),
            Self::Again { line } => write!(f, "line {line}: dismissed above already"),
            Self::TooMany { line, left } => {
                write!(f, "line {line}: more than {MOST_DISMISSALS} dismissals; the rest is left out: {left}")
            }
            Self::TooLong => write!(f, "the file is longer than {} MB", LONGEST_FILE / 1_000_000),
        }
    }
}

impl std::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Scope;

    const LIST: &str = "\
off: loaded-label regime

word: dome
instead: new hall
reason: A nickname.
flag: The dome opens in June.
pass: “The dome is closed,” said Ann Lee.
";

    fn place() -> Dismissal {
        let [text, quote, before, after] = ["pasted", "two\nlines", "Two ", " said"].map(str::to_owned);
        Dismissal { of: "unnamed-source".to_owned(), scope: Scope::Place { text, kind: None, quote, before, after } }
    }

    /// A copy of what version 1 wrote. Must be readable for ever.
    const FOSSIL_1: &str = "\
# A list of Sayso, version 1. Every line is a name, a colon and a value; # begins a comment.

off: loaded-label regime

word: dome
instead: new hall
reason: A nickname.
flag: The dome opens in June.
pass: “The dome is closed,” said Ann Lee.

dismissed: place|unnamed-source|pasted||two\\nlines|Two | said
dismissed: rule|headline-style
";

    #[test]
    fn dismissals_without_end_are_cut_off_and_said_once() {
        let line = |at: usize| format!("dismissed: word|loaded-label|w{at}\n");
        let text: String = (0..MOST_DISMISSALS + 300).map(line).collect();
        let (_, dismissals, errors) = read(&text);
        assert_eq!(dismissals.len(), MOST_DISMISSALS);
        assert_eq!(errors, [FileError::TooMany { line: MOST_DISMISSALS + 1, left: 300 }]);
    }

    #[test]
    fn version_1_is_still_read() {
        let (list, dismissals, errors) = read(FOSSIL_1);
        assert_eq!(errors, []);
        let rule = Dismissal { of: "headline-style".to_owned(), scope: Scope::Rule };
        assert_eq!((list.entries.len(), list.off.len(), &dismissals), (1, 1, &vec![place(), rule]));
        assert_eq!(write(&list, &dismissals), FOSSIL_1);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (list, errors) = OwnList::parse(LIST);
        assert_eq!(errors, []);
        let rule = Dismissal { of: "headline-style".to_owned(), scope: Scope::Rule };
        let dismissals = vec![place(), rule];
        let (again, dismissed, errors) = read(&write(&list, &dismissals));
        assert_eq!(errors, []);
        assert_eq!((again.to_string(), dismissed), (list.to_string(), dismissals));
    }

    #[test]
    fn wrong_lines_are_named_and_the_rest_is_kept() {
        let text = format!(
            "dismissed: rule|no-rule\ndismissed: x\n{LIST}dismissed: rule|headline-style\ndismissed: rule|headline-style\nword:\n"
        );
        let (list, dismissed, errors) = read(&text);
        assert_eq!((list.entries.len(), list.off.len(), dismissed.len()), (1, 1, 1));
        let lines: Vec<_> = errors.iter().map(FileError::line).collect();
        assert_eq!(lines, [1, 2, 11, 12], "{errors:?}");
    }

    #[test]
    fn a_long_file_is_refused() {
        let (list, _, errors) = read(&"# \n".repeat(LONGEST_FILE / 3 + 1));
        assert!(list.is_empty());
        assert_eq!(errors, [FileError::TooLong]);
    }
}
