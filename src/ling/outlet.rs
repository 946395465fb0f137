//! For whom a text was written: the outlet, where the text or its page names it.

use std::sync::LazyLock;

use super::KeyIndex;
use super::credit::{is_body, is_person, is_wire, strip_start};
use super::lexicon::entries;
use super::word::{is_one_of, key};
use crate::text::{cut, find, places};

static KNOWN: LazyLock<KeyIndex> =
    LazyLock::new(|| KeyIndex::of(entries(crate::list!("ling/data/outlets.txt")).map(key)));

/// Whether a line is the name of an outlet that is known.
pub(super) fn is_known(line: &str) -> bool {
    line.len() <= 30 && KNOWN.has(key(line)) && !is_wire(line)
}

/// What newspapers call themselves; own knowledge of English.
pub const PAPERS: &str = "argus bulletin chronicle courier dispatch echo examiner express gazette herald inquirer journal ledger \
     mail news observer post sentinel star telegraph times tribune";

/// Reads a line that is the name of a newsroom: *The Velia Post*, *BBC News, Velia*, *ABC Far North*.
pub(super) fn in_line(line: &str) -> Option<&str> {
    /// As in [`PAPERS`], where they end a line of their own.
    const LAST: &str = "enquirer guardian independent mercury monitor press standard sun";
    if line.len() > 60 {
        return None;
    }
    let name = alone(line.split([',', '·']).next().unwrap_or_default().trim());
    let (words, last) = (name.split_whitespace().count(), name.split_whitespace().next_back()?);
    let is_plain = || name.chars().all(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '&' | '’' | '\''));
    let is_title =
        || name.split_whitespace().all(|it| !it.starts_with(char::is_lowercase) || matches!(it, "of" | "and" | "the"));
    let is_paper = || (2..=5).contains(&words) && (is_one_of(last, PAPERS) || is_one_of(last, LAST));
    let is_caster = |it: &str| it.len() <= 4 && it.bytes().all(|it| it.is_ascii_uppercase()) && is_known(it);
    let is_branch = || words <= 4 && name.split(' ').next().is_some_and(is_caster);
    ((is_paper() || is_branch()) && is_plain() && is_title()).then_some(name)
}

/// *Special to the Velia Post*, *For the Velia Post*: the name.
pub(super) fn alone(name: &str) -> &str {
    let rest = strip_start(name, "special to ").or_else(|| strip_start(name, "for "));
    rest.map_or(name, |it| strip_start(it, "the ").unwrap_or(it))
}

/// Reads *Copyright 2025 Velia Post. All rights reserved.*
pub(super) fn in_copyright(line: &str) -> Option<&str> {
    let is_filler = |it: char| it.is_ascii_digit() || matches!(it, ' ' | '©' | '-' | '–');
    let rest = strip_start(line, "copyright").or_else(|| line.strip_prefix('©'))?.trim_start_matches(is_filler);
    let name = rest.split(['.', ',', '|']).next()?.trim_end_matches(is_filler);
    let name = [" Limited", " Ltd", " Inc"].iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name);
    in_line(name).filter(|it| !is_wire(it.strip_prefix("The ").unwrap_or(it)))
}

/// Whether it names a newsroom: one that is known, or one that its own words tell.
pub fn is_newsroom(name: &str) -> bool {
    is_known(name) || in_line(name).is_some()
}

/// What stands before and behind the outlet's name in a button or a link of its page.
const BUTTONS: &[(&str, &str)] = &[
    ("follow ", " on"),
    ("prefer ", " on google"),
    ("add ", " on google"),
    ("add ", " as your preferred source"),
    ("click here to get the ", " app"),
    ("click here to download the ", " app"),
    ("newyou can now listen to ", " articles"),
    ("elsewhere on ", ""),
    ("", " - back to home"),
];

/// Reads the outlet that a page names in a button: *Follow the Velia Post on*.
pub(super) fn in_button(line: &str) -> Option<String> {
    if line.len() > 100 {
        return None;
    }
    let lower = line.to_ascii_lowercase();
    BUTTONS.iter().find_map(|(before, behind)| {
        let rest = lower.strip_prefix(before)?;
        let len = if behind.is_empty() { rest.len() } else { find(rest, behind)? };
        let name = line[before.len()..before.len() + len].trim();
        let name = strip_start(name, "the ").unwrap_or(name);
        (is_body(name) && !is_person(name) && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
    })
}

/// Reads *Source: Velia Post and news agencies*, under what an outlet has put together.
pub(super) fn in_credit(line: &str) -> Option<&str> {
    let (name, others) = cut(strip_start(line, "source: ")?, " and ")?;
    let others = others.trim_end_matches('.');
    is_one_of(strip_start(others, "news ").unwrap_or(others), "agencies").then_some(name)
}

/// Reads *Ann Lee is a reporter for the Velia Post*, *Photo: Bo Rae for The Velia Post*.
///
/// What a picture's credit names behind a stroke may be another's: `in_stroke` reads that.
pub(super) fn of_author(line: &str) -> Option<&str> {
    const BEFORE: &[&str] = &[
        "reporter for ",
        "writer for ",
        "editor for ",
        "correspondent for ",
        "reporter at ",
        "writer at ",
        "editor at ",
    ];
    let behind = |before: &&str| find(line, before).map(|at| &line[at + before.len()..]);
    let rest = BEFORE.iter().find_map(behind).or_else(|| places(line, " for ").last().map(|at| &line[at + 5..]))?;
    let goes_on = |it: &&str| it.starts_with(char::is_uppercase) || matches!(*it, "the" | "of" | "and");
    let len: usize = rest.split(' ').take_while(goes_on).map(|it| it.len() + 1).sum();
    in_line(rest[..len.checked_sub(1)?].trim_end_matches(['.', ',']))
}

/// Reads *(Bo Rae/The Velia Post)* behind a caption.
pub(super) fn in_stroke(line: &str) -> Option<&str> {
    let (_, name) = line.trim_end_matches(['.', ')', ']']).rsplit_once('/')?;
    in_line(name.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_newsroom() {
        assert_eq!(in_line("BBC News, Velia"), Some("BBC News"));
        assert_eq!(in_line("The Velia Post"), Some("The Velia Post"));
        assert_eq!(in_line("ABC Far North"), Some("ABC Far North"));
        assert_eq!(in_line("NPR"), Some("NPR"));
        assert_eq!(in_line("Reuters"), None);
        assert_eq!(in_line("WHO"), None);
        assert_eq!(in_line("Velia Post·"), Some("Velia Post"));
        assert_eq!(in_line("Special to the Velia Post"), Some("Velia Post"));
        assert_eq!(in_line("It was good news."), None);
    }

    #[test]
    fn buttons_that_name_the_outlet() {
        for line in [
            "Follow the Velia Post on Twitter",
            "Prefer the Velia Post on Google",
            "Add Velia Post as your preferred source to see more of our stories",
            "CLICK HERE TO GET THE Velia Post APP",
            "The Velia Post - Back to home",
        ] {
            assert_eq!(in_button(line).as_deref(), Some("Velia Post"), "{line}");
        }
        assert_eq!(in_button("Follow Ann Lee on Twitter"), None);
        assert_eq!(in_button("Add sugar on Google"), None);
    }

    #[test]
    fn who_holds_the_rights() {
        assert_eq!(in_copyright("Copyright 2025 Velia Post. All rights reserved."), Some("Velia Post"));
        assert_eq!(in_copyright("Copyright The Velia Post Limited 2025. All rights reserved."), Some("The Velia Post"));
        assert_eq!(in_copyright("© 2025 The Associated Press"), None);
        assert_eq!(in_copyright("Copyright law protects the Velia Post"), None);
    }

    #[test]
    fn a_credit_shared_with_agencies() {
        assert_eq!(in_credit("Source: Velia Post and news agencies"), Some("Velia Post"));
        assert_eq!(in_credit("Source: Ministry of Ports"), None);
    }

    #[test]
    fn for_whom_an_author_works() {
        assert_eq!(of_author("Ann Lee is a reporter for The Velia Post covering ferries."), Some("The Velia Post"));
        assert_eq!(of_author("The ferry in May. Credit: Bo Rae for The Velia Post"), Some("The Velia Post"));
        assert_eq!(of_author("Ann Lee is a reporter for hire."), None);
        assert_eq!(of_author("Bo Rae waits for the ferry."), None);
    }
}
