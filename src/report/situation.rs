//! A sentence in its text, and what the rules say of another in its place.

use std::sync::Arc;

use crate::ling::{Origin, is_one_of};
use crate::text::Span;
use crate::traits::lists::Finder;
use crate::traits::{Polarity, Trait, find};

use super::ledger::is_unnamed;
use super::{Flag, Report, analyse, analyse_by, has_source, says_the_same, shares_nothing};

/// Of a longer text only the paragraph is read again at every letter, in bytes.
const LONGEST: usize = 60_000;

/// A sentence that is to be written better, with the text around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    before_it: String,
    pub sentence: String,
    behind_it: String,
    had_source: bool,
    /// Who spoke in the sentence without a name.
    voice: Option<String>,
}

/// What the rules say of the sentence as it is now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// What is flagged in the outlet's own voice: the trait, its words, its note.
    pub concerns: Vec<Said>,
    pub credits: Vec<Said>,
    /// Names and figures that are no longer there.
    pub lost: Vec<String>,
    /// Names and figures that the text does not hold.
    pub new_names: Vec<String>,
    /// The claim is the same, and nobody is cited for it any more.
    pub has_lost_source: bool,
    /// Who said the same, without a name, and no longer does; who says it now stands elsewhere in the text.
    pub lost_voice: Option<String>,
    /// Nothing of what the sentence said is left.
    pub is_another: bool,
}

#[derive(Clone, Debug)]
pub struct Said {
    pub about: &'static Trait,
    pub quote: String,
    pub note: Option<Arc<str>>,
}

impl PartialEq for Said {
    fn eq(&self, other: &Self) -> bool {
        (self.about.id, &self.quote, &self.note) == (other.about.id, &other.quote, &other.note)
    }
}

impl Situation {
    /// The place `span` of a text; `None` where the text has no such place.
    pub fn new(text: &str, start: usize, end: usize) -> Option<Self> {
        let sentence = text.get(start..end).filter(|it| !it.trim().is_empty() && it.len() < LONGEST)?;
        let (mut from, mut to) = (0, text.len());
        if text.len() > LONGEST {
            from = text[..start].rfind('\n').map_or(0, |at| at + 1);
            to = text[end..].find('\n').map_or(text.len(), |at| end + at);
            if to - from > LONGEST {
                (from, to) = (start, end);
            }
        }
        // Once, where the words in its place are read at every letter.
        let (report, place) = (analyse(&text[from..to]), Span::new(start - from, end - from));
        Some(Self {
            before_it: text[from..start].to_owned(),
            sentence: sentence.to_owned(),
            behind_it: text[end..to].to_owned(),
            had_source: has_source(&report, place),
            voice: voice(&report, &text[from..to], place),
        })
    }

    /// Reads the text with `words` in the sentence's place.
    pub fn with(&self, words: &str, own: &Finder) -> Verdict {
        let (text, place) = self.placed(words);
        let report = analyse_by(&text, Origin::default(), own);
        let flags = report.articles.iter().flat_map(|it| &it.flags);
        let here = flags.filter(|it| it.span.overlaps(place) && !it.quoted);
        let (old, old_place) = self.placed(&self.sentence);
        let mut verdict =
            Verdict { lost: lost(&self.sentence, words), new_names: lost(words, &old), ..Verdict::default() };
        for flag in here {
            let said = said(&text, flag);
            match flag.polarity {
                Polarity::Concern => verdict.concerns.extend(said),
                Polarity::Credit => verdict.credits.extend(said),
                Polarity::Note => {}
            }
        }
        // A figure that nobody gave is not done well.
        let is_given =
            |it: &Said| !verdict.new_names.iter().any(|new| is_figure(new) && words_of(&it.quote).contains(new));
        verdict.credits.retain(is_given);
        verdict.is_another = shares_nothing(&self.sentence, words);
        if says_the_same(&old, old_place, &text, place) {
            verdict.has_lost_source = self.had_source && !has_source(&report, place);
            // Whoever has found out a name is asked where, and for no more.
            let is_open = verdict.new_names.is_empty();
            verdict.lost_voice = self.voice.clone().filter(|it| is_open && shares_nothing(it, words));
        }
        verdict
    }

    /// The text with `words` in the sentence's place, and where they stand.
    fn placed(&self, words: &str) -> (String, Span) {
        let text = [&self.before_it, words, &self.behind_it].concat();
        (text, Span::new(self.before_it.len(), self.before_it.len() + words.len()))
    }
}

/// Who speaks in a place without a name.
fn voice(report: &Report, text: &str, place: Span) -> Option<String> {
    let attributions = report.articles.iter().flat_map(|it| &it.attributions);
    let unnamed = attributions.filter(|it| is_unnamed(it.kind)).filter_map(|it| it.source.first());
    unnamed.copied().find(|it| place.contains(*it)).map(|it| text[it.range()].to_owned())
}

fn said(text: &str, flag: &Flag) -> Option<Said> {
    Some(Said { about: find(flag.of)?, quote: text[flag.span.range()].to_owned(), note: flag.note.clone() })
}

/// *40*, *eighty*; not *one*, which is a pronoun too.
fn is_figure(word: &str) -> bool {
    const WORDS: &str = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
                         seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred \
                         thousand million";
    word.starts_with(|it: char| it.is_ascii_digit()) || is_one_of(word, WORDS)
}

/// Names and figures of `before` that `after` no longer has, each once.
fn lost(before: &str, after: &str) -> Vec<String> {
    let now = words_of(after);
    let mut lost: Vec<String> = Vec::new();
    for (at, word) in words_of(before).into_iter().enumerate() {
        // The first word has its capital from the sentence.
        let is_name = at > 0 && word.starts_with(char::is_uppercase) && word.len() > 1;
        let is_same = |it: &String| it == &word || is_figure(&word) && it.eq_ignore_ascii_case(&word);
        if (is_figure(&word) || is_name) && !now.iter().any(is_same) && !lost.contains(&word) {
            lost.push(word);
        }
    }
    lost
}

fn words_of(text: &str) -> Vec<String> {
    let parts = text.split(|it: char| !it.is_alphanumeric() && !matches!(it, '-' | '’' | '\'' | '.' | ','));
    let parts = parts.map(|it| it.trim_matches(|it: char| !it.is_alphanumeric()));
    let bare = parts.map(|it| it.trim_end_matches("’s").trim_end_matches("'s").to_owned());
    bare.filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Port to close\n\nThe port will close in May.\n\nOfficials said on Monday that 40 boats must go.\n";

    fn situation() -> Situation {
        let start = TEXT.find("Officials").expect("it is there");
        Situation::new(TEXT, start, TEXT.len() - 1).expect("it is a place")
    }

    fn concerns(words: &str) -> Vec<&'static str> {
        let verdict = situation().with(words, &Finder::default());
        verdict.concerns.iter().map(|it| it.about.id.0).collect()
    }

    #[test]
    fn the_rules_are_asked_again() {
        assert_eq!(concerns("Officials said on Monday that 40 boats must go."), ["unnamed-source"]);
        assert_eq!(concerns("Ann Lee, the harbour master, said on Monday that 40 boats must go."), [""; 0]);
    }

    #[test]
    fn a_source_that_is_taken_away_is_missed() {
        let has_lost = |words| situation().with(words, &Finder::default()).has_lost_source;
        assert!(has_lost("On Monday 40 boats must go."));
        assert!(!has_lost("Ann Lee, the harbour master, said on Monday that 40 boats must go."));
        assert!(!has_lost("The ferry runs on."));
        assert!(has_lost("One boat must leave."));
    }

    #[test]
    fn words_put_into_another_mouth_are_asked_about() {
        let text = "Port to close\n\nThe port will close in May, said Ann Lee, who runs it.\n\n\
                    Two people familiar with the plan said on Monday that boats must leave.\n";
        let start = text.find("Two people").expect("it is there");
        let situation = Situation::new(text, start, text.len() - 1).expect("it is a place");
        let with = |words| situation.with(words, &Finder::default());
        let asked = "Two people familiar with the plan".to_owned();
        assert_eq!(with("Ann Lee said on Monday that boats must leave.").lost_voice, Some(asked));
        assert_eq!(with("Two people who know the plan said on Monday that boats must leave.").lost_voice, None);
        assert_eq!(
            with("Then Bo Holt said on Monday that boats must leave.").lost_voice,
            None,
            "a name that was found out"
        );
        assert!(with("asdf").is_another && !with("The boats go.").is_another);
    }

    #[test]
    fn what_is_lost_is_named() {
        let verdict = situation().with("Ann Lee said that boats must go.", &Finder::default());
        assert_eq!(verdict.lost, ["Monday", "40"]);
    }

    #[test]
    fn a_name_that_the_text_does_not_hold() {
        let new = |words| situation().with(words, &Finder::default()).new_names;
        assert_eq!(new("Ann Lee said on Monday that 50 boats must go."), ["Lee", "50"]);
        assert_eq!(new("Officials said on Monday that forty boats must go."), ["forty"]);
        assert_eq!(new("The boats of the Port must go on Monday."), [""; 0]);
    }

    #[test]
    fn a_figure_is_the_same_in_capitals() {
        assert_eq!(lost("At least forty boats left.", "Forty boats left."), [""; 0]);
        assert_eq!(lost("At least 40 boats left.", "Four boats left."), ["40"]);
    }

    #[test]
    fn a_figure_that_the_text_does_not_hold_is_no_credit() {
        let credits = |words| {
            let verdict = situation().with(words, &Finder::default());
            verdict.credits.into_iter().map(|it| it.quote).collect::<Vec<_>>()
        };
        assert_eq!(
            credits("Ann Lee, the harbour master, said that 40 people had died."),
            ["Ann Lee, the harbour master", "40 people had died"]
        );
        assert_eq!(
            credits("Ann Lee, the harbour master, said that 50 people had died."),
            ["Ann Lee, the harbour master"]
        );
    }

    #[test]
    fn of_a_headline_the_whole() {
        let text = "Regime thugs slam heroes\n\nBy Ann Lee\n\nThe port will close in May. Boats must go.";
        let article = &analyse(text).articles[0];
        let around = |words: &str| {
            let start = text.find(words).expect("it is there");
            &text[article.around(Span::new(start, start + words.len())).range()]
        };
        assert_eq!(around("thugs"), "Regime thugs slam heroes");
        assert_eq!(around("Boats"), "Boats must go.");
    }

    #[test]
    fn a_place_that_is_none() {
        for (start, end) in [(0, 0), (5, 2), (0, 9999), (13, 14)] {
            assert_eq!(Situation::new(TEXT, start, end), None, "{start}..{end}");
        }
        assert_eq!(Situation::new("é é", 1, 3), None);
    }

    #[test]
    fn of_a_long_text_the_paragraph() {
        let text = format!("{}\n\nOne. Two.\n\n{}", "a ".repeat(LONGEST), "b ".repeat(LONGEST));
        let start = text.find("Two").expect("it is there");
        let situation = Situation::new(&text, start, start + 4).expect("it is a place");
        assert_eq!((situation.before_it.as_str(), situation.behind_it.as_str()), ("One. ", ""));
    }
}
