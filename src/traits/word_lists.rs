//! The word lists that come with Sayso, as a reader sees them: word by word.

use super::entries::{Entry, List, Part};
use super::wording::{ENTRIES, LISTS};
use super::{TraitId, lists};

/// One word or phrase of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedWord {
    /// The end of a compound begins with a hyphen, its beginning ends with one.
    pub word: &'static str,
    /// What a careful editor would write, or do.
    pub instead: &'static str,
    pub kind: &'static str,
    pub why: &'static str,
}

/// Returns the words on the list of a trait, in alphabetical order; none where it has no list.
pub fn listed(of: TraitId) -> Vec<ListedWord> {
    let mut words: Vec<ListedWord> = entries_of(of)
        .flat_map(|it| {
            let &Entry { instead, kind, why, .. } = it;
            it.words.iter().map(move |&word| ListedWord { word, instead, kind, why })
        })
        .collect();
    words.sort_unstable_by_key(|it| it.word);
    words
}

/// The traits that have a list.
pub fn traits() -> impl Iterator<Item = TraitId> {
    LISTS.iter().map(|&(list, _)| trait_of(list))
}

/// The forms in which a listed word is found, as [`lists::matchable`] has them; none where it is
/// not on the list of this trait. Of a part of a compound, the part.
pub(super) fn forms(of: TraitId, word: &str) -> Vec<String> {
    let mut forms = Vec::new();
    for entry in entries_of(of) {
        if let Some(&word) = entry.words.iter().find(|&&it| it == word) {
            match entry.part {
                Part::Suffix | Part::Prefix => forms.push(word.to_owned()),
                _ => entry.forms_of(word, |form| forms.push(lists::matchable(form))),
            }
        }
    }
    forms
}

fn entries_of(of: TraitId) -> impl Iterator<Item = &'static Entry> {
    ENTRIES.iter().filter(move |it| trait_of(it.list) == of)
}

fn trait_of(list: List) -> TraitId {
    match list {
        List::Label => TraitId("loaded-label"),
        List::Language => TraitId("loaded-language"),
        List::Verb => TraitId("loaded-verb"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::traits::find;

    #[test]
    fn every_list_is_of_a_trait() {
        for of in traits() {
            assert!(find(of).is_some(), "{of:?}");
            assert!(listed(of).len() > 50, "{of:?}");
        }
        assert_eq!(listed(TraitId("headline-style")), []);
    }

    #[test]
    fn what_is_shown_has_the_apostrophes_of_print() {
        for it in traits().flat_map(listed) {
            assert!(!it.instead.contains('\'') && !it.why.contains('\''), "{it:?}");
        }
    }

    /// Words that once shared their advice with others whom it fits.
    #[test]
    fn advice_fits_its_word() {
        let words = listed(TraitId("loaded-label"));
        for (word, instead) in [
            ("abortion mill", "abortion clinic"),
            ("anchor baby", "child born to migrants"),
            ("anti-masker", "opponent of mask rules"),
            ("anti-vaxxer", "opponent of vaccination"),
            ("apostate", "former member of the faith"),
            ("gun grabber", "supporter of gun laws"),
            ("gun nut", "gun owner"),
            ("pro-lifer", "opponent of abortion rights"),
            ("unelected bureaucrat", "official"),
        ] {
            assert_eq!(words.iter().find(|it| it.word == word).map(|it| it.instead), Some(instead), "{word}");
        }
    }

    #[test]
    fn a_word_has_its_forms() {
        assert_eq!(forms(TraitId("loaded-label"), "crony"), ["crony", "cronies"]);
        assert_eq!(forms(TraitId("loaded-label"), "teapot"), [""; 0]);
    }
}
