//! A list of one's own acts where an article is read.

use sayso::ling::Origin;
use sayso::report::analyse_by;
use sayso::traits::lists::{Finder, OwnList};

const DOME: &str = "\
word: dome
instead: new hall
reason: A nickname its critics gave it.
flag: The dome opens in June.
pass: “The dome is closed,” said Ann Lee.
";

#[test]
fn a_report_has_the_own_words_and_not_those_switched_off() {
    let text = "The regime closed three newspapers in May. The dome opens in June.";
    let traits = |own: &str| {
        let finder = Finder::new(OwnList::kept(own));
        let report = analyse_by(text, Origin::default(), &finder);
        let flags = report.articles.into_iter().flat_map(|it| it.flags).map(|it| it.of.0);
        flags.filter(|it| ["own-list", "loaded-label"].contains(it)).collect::<Vec<_>>()
    };
    assert_eq!(traits(""), ["loaded-label"]);
    assert_eq!(traits(DOME), ["loaded-label", "own-list"]);
    assert_eq!(traits("off: loaded-label regime"), [""; 0]);
}

#[test]
fn page_furniture_and_words_of_others_pass() {
    let marked = |text: &str| {
        let finder = Finder::new(OwnList::kept(DOME));
        let report = analyse_by(text, Origin::default(), &finder);
        let flags = report.articles.into_iter().flat_map(|it| it.flags);
        flags.filter(|it| it.of.0 == "own-list" && !it.quoted).count()
    };
    assert_eq!(
        marked(
            "Hall to open\n\nThe dome opens in June, with a fair in the town.\n\nRead more: Dome to close\n\nShare\n"
        ),
        1
    );
    assert_eq!(
        marked("Hall to open\n\nThe hall opens.\n\nRelated: The dome in pictures\n\nThe hall has 900 seats.\n"),
        0
    );
    assert_eq!(marked("“The dome is closed,” said Ann Lee.\n\nThe mayor said that the dome was dear."), 0);
}
