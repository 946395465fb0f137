//! Every file that ships: complete, of the right length, and our own words.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::ling::{MONTHS, WEEKDAYS, weekday};
use crate::report;

const KEYS: &[&str] = &["title", "group", "order", "note", "about", "outlet", "date", "byline", "headline", "original"];

#[test]
fn every_file_of_the_folder_is_an_entry() {
    for (slug, _) in files() {
        assert!(find(&slug).is_some(), "{slug}: not embedded (touch src/library.rs), or its header is incomplete");
    }
    assert_eq!(entries().len(), files().len() + 1, "an entry without a file, or a file without an entry");
}

/// `UPDATE_INDEX=1 cargo test library` writes the list anew.
#[test]
fn the_list_is_of_these_files() {
    const SHOWN: &[&str] = &["title", "group", "order", "about", "outlet", "date"];
    let mut blocks: Vec<String> = (files().iter())
        .map(|(slug, file)| {
            let header = file.split("\n\n").next().unwrap_or_default();
            let is_shown = |line: &&str| line.split_once(": ").is_some_and(|(key, _)| SHOWN.contains(&key));
            let shown: Vec<_> = header.lines().filter(is_shown).collect();
            format!("slug: {slug}\n{}", shown.join("\n"))
        })
        .collect();
    blocks.sort();
    let list = blocks.join("\n\n");
    if std::env::var_os("UPDATE_INDEX").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/library/index.txt");
        fs::write(path, list).expect("the list can be written");
        return;
    }
    assert_eq!(INDEX, list, "run with UPDATE_INDEX=1");
    let shown = |it: &Entry| (it.slug, it.title, it.group, it.about, it.outlet, it.date);
    assert!(super::list().iter().map(shown).eq(entries().iter().map(shown)));
}

#[test]
fn every_article_says_what_it_is() {
    for it in entries() {
        assert!(!it.note.is_empty() && !it.text.is_empty(), "{}", it.slug);
    }
}

#[test]
fn headers_hold_known_keys_once() {
    for (slug, file) in files() {
        let header = file.split("\n\n").next().unwrap_or_default();
        let mut seen = Vec::new();
        for line in header.lines() {
            let (key, value) = line.split_once(": ").unwrap_or_else(|| panic!("{slug}: {line:?} is no `key: value`"));
            assert!(KEYS.contains(&key), "{slug}: nobody reads {key:?}");
            assert!(!seen.contains(&key), "{slug}: {key:?} stands twice");
            assert_eq!(value.trim(), value, "{slug}: space around the value of {key:?}");
            seen.push(key);
        }
    }
}

#[test]
fn slugs_are_lower_case_words_and_hyphens() {
    for it in entries() {
        let is_plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
        assert!(it.slug.chars().all(is_plain), "{:?} would not survive a link", it.slug);
    }
}

#[test]
fn no_two_entries_share_a_place() {
    for pair in entries().windows(2) {
        assert!(
            (pair[0].group, pair[0].order) < (pair[1].group, pair[1].order),
            "{} and {}",
            pair[0].slug,
            pair[1].slug
        );
    }
}

#[test]
fn articles_are_of_a_length_to_read_in_class() {
    let lengths =
        entries().iter().filter(|it| it.slug != DIGEST).map(|it| (it.slug, it.text.split_whitespace().count()));
    let odd: Vec<_> = lengths.filter(|(_, words)| !(150..=350).contains(words)).collect();
    assert!(odd.is_empty(), "words: {odd:?}");
}

/// Letters, digits and the punctuation of English newspapers; no markup, no hidden character.
#[test]
fn characters_are_plain() {
    for (slug, file) in files() {
        let odd = file.chars().find(|it| !(it.is_ascii_graphic() || " \n“”‘’–—…éáí£€½".contains(*it)));
        assert_eq!(odd, None, "{slug}");
        assert!(!file.contains("  ") && !file.contains(" \n"), "{slug}: stray space");
        assert!(file.ends_with('\n') && !file.ends_with("\n\n"), "{slug}: ends with one line break");
    }
}

#[test]
fn the_headline_of_the_header_is_the_first_line() {
    for it in entries().iter().filter(|it| it.group == Group::Digest && it.slug != DIGEST) {
        let mut lines = it.text.lines().filter(|line| !line.is_empty());
        assert_eq!(lines.next(), it.headline, "{}", it.slug);
        let under = lines.next().unwrap_or_default();
        let original = it.original_headline.expect("every article of the digest has two headlines");
        assert!(under.starts_with(original), "{}: {under:?}", it.slug);
    }
}

#[test]
fn the_digest_holds_ten_articles_in_order() {
    let parts: Vec<_> = entries().iter().filter(|it| it.group == Group::Digest && it.slug != DIGEST).collect();
    assert_eq!(parts.len(), 10);
    let mut from = 0;
    for it in parts {
        let headline = it.headline.expect("every article of the digest shows a headline");
        from += digest()[from..].find(headline).unwrap_or_else(|| panic!("{} is missing or out of order", it.slug)) + 1;
    }
}

#[test]
fn there_are_retellings_of_every_seed_and_six_fair_articles() {
    let count = |group| entries().iter().filter(|it| it.group == group).count();
    assert_eq!(count(Group::Seed), 4, "the fifth is the digest");
    assert!(count(Group::Fair) >= 6);
}

#[test]
fn every_note_says_what_the_text_is() {
    for it in entries() {
        let word = if it.group == Group::Fair { "nvented" } else { "etold" };
        assert!(it.note.contains(word), "{}: {:?} does not say it", it.slug, it.note);
    }
}

/// A weekday beside a date is the right one, in the stories that are meant to be without fault.
#[test]
fn weekdays_of_fair_articles_are_right() {
    for it in entries().iter().filter(|it| it.group == Group::Fair) {
        let published = it.date.expect("a fair article has its date");
        let year: i32 = published[..4].parse().expect("a date opens with its year");
        let words: Vec<&str> = it.text.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        for four in words.windows(3) {
            let Some(day) = WEEKDAYS.iter().position(|it| *it == four[0]) else { continue };
            let (number, month) = if four[1].parse::<u8>().is_ok() { (four[1], four[2]) } else { (four[2], four[1]) };
            let (Ok(number), Some((month, _))) = (number.parse::<u8>(), (1..).zip(MONTHS).find(|(_, it)| *it == month))
            else {
                continue;
            };
            assert_eq!(weekday(year, month, number).map(usize::from), Some(day), "{}: {four:?} {year}", it.slug);
        }
    }
}

#[test]
fn weekday_of_a_known_date() {
    assert_eq!(weekday(2020, 11, 28).map(|it| WEEKDAYS[usize::from(it)]), Some("Saturday"));
}

/// No eight words in a row of a retelling's body stand in the text that it retells.
#[test]
fn retellings_are_in_our_own_words() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    let Ok(folder) = fs::read_dir(&seeds) else {
        eprintln!("not checked: the documents that are retold are not at {}", seeds.display());
        return;
    };
    let mut known: HashSet<Vec<String>> = HashSet::new();
    let mut faults = Vec::new();
    for path in folder.map(|it| it.expect("a folder is readable").path()) {
        let seed = fs::read_to_string(&path).expect("a listed file is readable");
        known.extend(words(&seed).windows(8).map(<[String]>::to_vec));
    }
    for it in entries().iter().filter(|it| it.slug != DIGEST) {
        let headlines = [it.headline, it.original_headline].into_iter().flatten();
        let body = headlines.fold(it.text.to_owned(), |text, headline| text.replace(headline, "\n"));
        for line in body.lines().map(words) {
            let borrowed =
                line.windows(8).filter(|eight| known.contains(*eight)).map(|eight| (it.slug, eight.join(" ")));
            faults.extend(borrowed);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).map(str::to_lowercase).collect()
}

/// The slug and content of every file of the library.
fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/library");
    let paths = fs::read_dir(folder).expect("the library is there").map(|it| it.expect("a folder is readable").path());
    paths
        .map(|path| {
            let slug = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
            assert!(path.extension().is_some_and(|it| it == "txt"), "{} is no text file", path.display());
            (slug, fs::read_to_string(&path).expect("a listed file is readable"))
        })
        .filter(|(slug, _)| slug != "index")
        .collect()
}

/// What a false flag costs most on: an article made with care, shown to a class as such.
#[test]
fn fair_articles_bear_no_concern_of_wording_or_consistency() {
    use crate::traits::{Family, Polarity};
    let mut faults = Vec::new();
    for it in entries().iter().filter(|it| it.group == Group::Fair) {
        for flag in report::analyse(it.text).articles.iter().flat_map(|article| article.flags.iter()) {
            let about = crate::traits::find(flag.of).expect("a report names only known traits");
            let is_of_these = matches!(about.family, Family::Wording | Family::Consistency);
            if is_of_these && flag.polarity == Polarity::Concern && !flag.quoted {
                faults.push((it.slug, flag.of, &it.text[flag.span.range()]));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn what_is_fetched_later_is_found_in_it() {
    let file: &str = later("p { margin: 0; }").leak();
    assert_eq!(unjoined(file), entries());
    let of = TraitId("correction");
    let all: Vec<&str> = grounds_in(file, of).lines().collect();
    let [asks, record, lead, failure] = all[..] else { panic!("{all:#?}") };
    assert_eq!(asks.split_once('\t').map(|it| it.1), Some("SPJ Code of Ethics, 2014"));
    assert!(record.starts_with("How often it is right: ") && lead.ends_with(':'));
    assert_eq!(failure, format!("- {}", grounds(of).failures[0]));
    assert!(with_own().all(|it| !grounds_in(file, it.id).is_empty()));
}

#[test]
fn what_a_well_made_story_promises_is_credited() {
    let promises = [
        ("bridge-closure", "named-with-role limits-stated reply-included"),
        ("bus-crash", "figure-attributed limits-stated named-with-role"),
        ("hospital-waiting-list", "anonymity-explained reply-included"),
        ("landlord-court", "reply-included named-with-role"),
        ("river-flood", "figure-attributed limits-stated"),
        ("rowing-club-correction", "correction named-with-role"),
        ("school-meals-budget", "named-with-role reply-included"),
        ("school-phone-trial", "named-with-role"),
        ("skate-park-vote", "named-with-role reply-included"),
        ("street-lamps-moths", "named-with-role limits-stated"),
    ];
    for (slug, credits) in promises {
        let entry = find(slug).expect("it ships");
        let report = report::analyse(entry.text);
        let flags = || report.articles.iter().flat_map(|it| &it.flags).filter(|it| !it.quoted);
        for credit in credits.split(' ') {
            assert!(flags().any(|it| it.of.0 == credit), "{slug} has no {credit}");
        }
    }
    assert_eq!(promises.len(), entries().iter().filter(|it| it.group == Group::Fair).count());
}
