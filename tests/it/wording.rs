//! What the wording rules must flag in plain sentences, and what they must let pass.

use sayso::ling::Reading;
use sayso::traits::{ALL, Findings};

const RULES: &[&str] = &["loaded-label", "loaded-language", "loaded-verb", "generalization", "scare-quotes"];

/// The words that the wording rules flag in a sentence.
fn flagged(sentence: &str) -> Vec<&str> {
    let reading = Reading::new(sentence);
    let mut findings = Findings::default();
    for about in ALL.iter().filter(|it| RULES.contains(&it.id.0)) {
        reading.articles().for_each(|it| (about.detect)(it, &mut findings));
    }
    findings.found.iter().filter(|it| !it.quoted).map(|it| &sentence[it.span.range()]).collect()
}

fn sentences(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|it| !it.is_empty() && !it.starts_with('#'))
}

#[test]
fn fair_sentences_pass() {
    let fair: Vec<&str> = sentences(include_str!("../gold/fair.txt")).collect();
    assert!(fair.len() >= 60, "{} sentences", fair.len());
    let wrong: Vec<_> = fair.iter().map(|it| (flagged(it), it)).filter(|it| !it.0.is_empty()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn loaded_sentences_are_flagged() {
    let loaded: Vec<&str> = sentences(include_str!("../gold/loaded.txt")).collect();
    assert!(loaded.len() >= 40, "{} sentences", loaded.len());
    let missed: Vec<_> = loaded.iter().filter(|it| flagged(it).is_empty()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

/// The same word in the sense that is meant and in another one, in the outlet's voice and in somebody else's.
#[test]
fn a_sense_tells() {
    let pairs = [
        ("The party and its gangs held the square.", "Police arrested nine members of a street gang."),
        ("The regime closed three newspapers.", "She began a new exercise regime in May."),
        ("The mayor claimed that the bridge was safe.", "The group claimed responsibility for the fire."),
        ("The mayor admitted that the bridge was weak.", "Three guards were admitted to hospital."),
        ("The brave youths of the town stayed.", "They watched the film Brave with their children."),
        ("The vote was a bloodbath for the party.", "The museum of the 1921 massacre opens on Monday."),
        (
            "Terrorists hold two towns in the valley.",
            "Al-Qaeda, which the UN lists as a terrorist group, holds two towns in the valley.",
        ),
        ("The minister is a fanatic.", "The minister is no fanatic."),
        ("The plan is absurd.", "“The plan is absurd,” said Ann Lee."),
        ("The fearless leader of the party spoke.", "A court said that the fearless leader of the party spoke."),
    ];
    for (loaded, fair) in pairs {
        assert!(!flagged(loaded).is_empty(), "{loaded}");
        assert!(flagged(fair).is_empty(), "{fair}: {:?}", flagged(fair));
    }
}
