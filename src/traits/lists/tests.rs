//! What a list of one's own accepts, refuses and finds.

use super::*;

const GOOD: &str = "\
# A class in spring.
word: death tax
word: death taxes
instead: estate tax
reason: One side’s name for it.
flag: The death tax passed in May.
pass: “The death tax passed,” said Ann Lee.

word: Dome
instead: new hall
reason: A nickname its critics gave it.
flag: The dome opens in June.
pass: The salt dome lies under the bay.
unless: salt
";

fn found(list: &OwnList, text: &str) -> Vec<String> {
    let reading = Reading::new(text);
    let mut findings = Findings::default();
    let finder = Finder::new(list.clone());
    reading.articles().for_each(|article| finder.detect(article, &mut findings));
    findings.found.iter().map(|it| reading.document[it.span].to_owned()).collect()
}

fn errors(text: &str) -> Vec<ListError> {
    OwnList::parse(text).1
}

#[test]
fn a_good_list_finds_its_words() {
    let (list, errors) = OwnList::parse(GOOD);
    assert_eq!(errors, []);
    assert_eq!(found(&list, "Death taxes rose, and the Dome’s roof fell."), ["Death taxes", "Dome’s"]);
    assert_eq!(found(&list, "“Death taxes rose,” said Ann Lee of the salt dome."), [""; 0]);
}

#[test]
fn what_is_written_is_read_again() {
    let (list, _) = OwnList::parse(GOOD);
    let (again, errors) = OwnList::parse(&list.to_string());
    assert_eq!(errors, []);
    let words = |list: &OwnList| list.entries.iter().map(|it| it.words.clone()).collect::<Vec<_>>();
    assert_eq!(words(&list), words(&again));
}

#[test]
fn a_wrong_entry_is_named_and_the_others_kept() {
    let text = GOOD.replace("instead: estate tax", "insted: estate tax");
    let (list, errors) = OwnList::parse(&text);
    let lacks = ListError::Missing { line: 2, name: "instead" };
    assert_eq!(errors, [lacks, ListError::UnknownField { line: 4, name: "insted".to_owned() }]);
    assert_eq!(list.entries.len(), 1);
}

#[test]
fn an_entry_that_is_lost_for_a_line_below_is_named_by_its_own() {
    assert_eq!(
        errors("word: dome\nhall"),
        [ListError::Missing { line: 1, name: "instead" }, ListError::NoField { line: 2 }]
    );
}

#[test]
fn a_word_twice_names_both_lines() {
    let text = format!("{GOOD}\nword: DEATH  TAX\ninstead: a\nreason: b\nflag: death tax\npass: c\n");
    assert_eq!(errors(&text), [ListError::Duplicate { line: 16, first: 2 }]);
}

#[test]
fn examples_are_run() {
    let text = GOOD.replace("flag: The dome opens", "flag: The hall opens");
    let example = "The hall opens in June.".to_owned();
    assert_eq!(errors(&text), [ListError::NotFlagged { line: 9, example }]);
    let text = GOOD.replace("unless: salt", "unless: sugar");
    let example = "The salt dome lies under the bay.".to_owned();
    assert_eq!(errors(&text), [ListError::Flagged { line: 9, example }]);
}

#[test]
fn an_entry_must_be_whole() {
    assert_eq!(
        errors("word: dome\ninstead: hall\nreason: c\nflag: The dome."),
        [ListError::Missing { line: 1, name: "pass" }]
    );
}

#[test]
fn hostile_values_are_refused() {
    let long = "a".repeat(LONGEST_VALUE + 1);
    let wrong = [
        ("word: \u{202e}emod", ListError::Hidden { line: 1 }),
        ("word: ….!?", ListError::Empty { line: 1 }),
        ("word:", ListError::Empty { line: 1 }),
        ("word: a b c d e f g h i", ListError::TooLong { line: 1 }),
        ("<script>alert(1)</script>", ListError::NoField { line: 1 }),
        ("flag: a", ListError::BeforeFirstWord { line: 1 }),
    ];
    for (text, error) in wrong {
        assert_eq!(errors(text).first(), Some(&error), "{text}");
    }
    assert_eq!(errors(&format!("word: {long}")), [ListError::TooLong { line: 1 }]);
}

#[test]
fn ten_thousand_entries_and_no_more() {
    let entry = |at: usize| format!("word: word{at}\ninstead: a\nreason: b\nflag: A word{at}.\npass: None.\n");
    let text: String = (0..MOST_ENTRIES + 50).map(entry).collect();
    let (list, errors) = OwnList::parse(&text.replace("word: word10001\n", "word: word10001\nword: words10001\n"));
    assert_eq!(list.entries.len(), MOST_ENTRIES);
    assert_eq!(errors, [ListError::TooMany { line: 5 * MOST_ENTRIES + 1, left: 50 }]);
    assert_eq!(errors[0].left_out(), 50);
    assert_eq!(found(&list, "Here word9999 and word10000 stand."), ["word9999"]);
}

#[test]
fn nothing_is_a_list() {
    assert_eq!(errors(""), []);
    assert_eq!(found(&OwnList::parse("").0, "A word."), [""; 0]);
}

#[test]
fn every_error_says_where() {
    for error in errors("word:\nfoo\nword: a\n") {
        assert!(error.to_string().starts_with(&format!("line {}: ", error.line())), "{error}");
    }
}

#[test]
fn what_is_kept_is_read_without_its_checks() {
    let text = format!("off: loaded-label regime\noff: no-trait x\n{GOOD}");
    let list = OwnList::kept(&text);
    assert_eq!(list.off, [Off { of: TraitId("loaded-label"), word: "regime".to_owned() }]);
    assert_eq!(found(&list, "Death taxes rose, and the Dome’s roof fell."), ["Death taxes", "Dome’s"]);
    for hostile in ["", ":", "word", "reason: a", "word:\nword:\ninstead: a\nword: b", "\u{0}:\u{202e}"] {
        assert_eq!(found(&OwnList::kept(hostile), "Nothing here."), [""; 0], "{hostile}");
    }
}

#[test]
fn a_word_that_is_switched_off_is_named_by_its_list() {
    let (list, errors) =
        OwnList::parse("off: loaded-label regime\noff: loaded-label teapot\noff: loaded-label regime\n");
    assert_eq!(errors, [ListError::UnknownWord { line: 2 }, ListError::Duplicate { line: 3, first: 1 }]);
    let finder = Finder::new(list);
    assert!(finder.is_off(TraitId("loaded-label"), "Regimes"));
    assert!(!finder.is_off(TraitId("loaded-language"), "regime"));
    assert!(!finder.is_off(TraitId("loaded-label"), "thugs"));
}

#[test]
fn page_furniture_is_never_flagged() {
    let (list, _) = OwnList::parse(GOOD);
    let text =
        "Dome opens in June\n\nBy Ann Lee\n\nThe roof was raised on Monday, the town said.\n\nShare this: Dome\n";
    assert_eq!(found(&list, text), ["Dome"]);
}

#[test]
fn plain_words_are_matched_as_all_others() {
    for (phrase, plain) in [("Death  Taxes", "death taxes"), ("Word10", "word10"), ("10th round", "10th round")] {
        assert_eq!(matchable(phrase), plain);
        // A mark sends it the longer way round.
        assert_eq!(matchable(&format!("“{phrase}”")), plain);
    }
}

#[test]
fn a_list_taken_bit_by_bit_is_the_list_taken_at_once() {
    let junk = "no field\n".repeat(40);
    let text = format!("{GOOD}\n{junk}\nword: shed\ninstead: hut\nreason: r\nflag: The shed.\npass: A shed.\n");
    let mut checking = Checking::new(text.clone());
    let mut percents = vec![checking.percent()];
    while checking.go_on(1) {
        percents.push(checking.percent());
    }
    assert!(percents.is_sorted() && percents.len() > 6, "{percents:?}");
    assert_eq!(checking.percent(), 100);
    assert_eq!(checking.end(), OwnList::parse(&text));
}
