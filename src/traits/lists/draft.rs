//! An entry as the boxes of a form hold it, and what keeps it from being an entry.

use super::{ListError, MOST_ENTRIES, OwnEntry, OwnList, matchable};

/// What the boxes hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// Parted by commas.
    pub words: String,
    pub instead: String,
    pub reason: String,
    /// Sentences, one a line.
    pub flag: String,
    pub pass: String,
    pub unless: String,
}

impl Draft {
    pub fn of(entry: &OwnEntry) -> Self {
        Self {
            words: entry.words.join(", "),
            instead: entry.instead.clone(),
            reason: entry.reason.clone(),
            flag: entry.flag.join("\n"),
            pass: entry.pass.join("\n"),
            unless: entry.unless.join(" "),
        }
    }

    pub fn entry(&self) -> OwnEntry {
        let parts = self.words.split(',').map(str::trim).filter(|it| !it.is_empty());
        let unless = self.unless.replace(',', " ");
        OwnEntry {
            words: parts.map(str::to_owned).collect(),
            instead: self.instead.trim().to_owned(),
            reason: self.reason.trim().to_owned(),
            flag: sentences(&self.flag),
            pass: sentences(&self.pass),
            unless: Some(unless.trim().to_owned()).filter(|it| !it.is_empty()).into_iter().collect(),
            line: 0,
        }
    }
}

pub fn sentences(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// Returns what keeps an entry from the list, in words.
pub fn faults(entry: &OwnEntry, list: &OwnList, replaces: Option<usize>) -> Vec<String> {
    if entry.words.is_empty() {
        return vec!["There is no word to look for yet.".to_owned()];
    }
    if replaces.is_none() && list.entries.len() >= MOST_ENTRIES {
        return vec![format!("A list holds {MOST_ENTRIES} entries, and yours is full.")];
    }
    let wanted: Vec<String> = entry.words.iter().map(|it| matchable(it)).collect();
    let others = list.entries.iter().enumerate().filter(|&(at, _)| Some(at) != replaces);
    let twice = others.flat_map(|(_, it)| &it.words).find(|word| wanted.contains(&matchable(word)));
    if let Some(word) = twice {
        return vec![format!("“{word}” is on your list already.")];
    }
    if wanted.contains(&matchable(&entry.instead)) {
        return vec![format!("“{}” is the word itself. Which neutral word would do?", entry.instead)];
    }
    let lacks = [
        ("a neutral word", entry.instead.is_empty()),
        ("a reason", entry.reason.is_empty()),
        ("a sentence that must be flagged", entry.flag.is_empty()),
        ("a sentence that must not be flagged", entry.pass.is_empty()),
    ];
    let lacks: Vec<String> =
        lacks.iter().filter(|it| it.1).map(|(name, _)| format!("It still needs {name}.")).collect();
    if !lacks.is_empty() {
        return lacks;
    }
    OwnList::parse(&entry.to_string()).1.iter().map(in_words).collect()
}

/// A fault of an entry that was never in a file has no line to name.
fn in_words(error: &ListError) -> String {
    match error {
        ListError::NotFlagged { example, .. } => format!("“{example}” should be flagged, and is not."),
        ListError::Flagged { example, .. } => format!("“{example}” should not be flagged, and is."),
        ListError::Duplicate { .. } => "The same word stands here twice.".to_owned(),
        other => {
            let words = other.to_string();
            let words = words.split_once(": ").map_or(words.as_str(), |it| it.1);
            format!("One of the boxes is wrong: {words}.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let [words, instead, reason, flag, pass] =
            ["dome, domes", "new hall", "A nickname.", "The dome opens.\nDomes fell.", "“The dome,” said Ann Lee."]
                .map(str::to_owned);
        Draft { words, instead, reason, flag, pass, unless: String::new() }
    }

    #[test]
    fn a_draft_is_an_entry_and_back() {
        let entry = draft().entry();
        assert_eq!(entry.words, ["dome", "domes"]);
        assert_eq!(entry.flag.len(), 2);
        assert_eq!(Draft::of(&entry), draft());
        assert_eq!(faults(&entry, &OwnList::default(), None), [""; 0]);
    }

    #[test]
    fn what_is_wrong_is_said_in_words() {
        let list = OwnList { entries: vec![draft().entry()], off: Vec::new() };
        let mut other = Draft { words: "Dome".to_owned(), ..draft() };
        assert_eq!(faults(&other.entry(), &list, None), ["“dome” is on your list already."]);
        assert_eq!(faults(&other.entry(), &list, Some(0)), ["“Domes fell.” should be flagged, and is not."]);
        other.instead = "DOME".to_owned();
        assert_eq!(faults(&other.entry(), &list, Some(0)), ["“DOME” is the word itself. Which neutral word would do?"]);
        other.instead = "hall".to_owned();
        other.reason.clear();
        assert_eq!(faults(&other.entry(), &list, Some(0)), ["It still needs a reason."]);
        assert_eq!(faults(&Draft::default().entry(), &list, None), ["There is no word to look for yet."]);
    }
}
