//! Every conflict and every variant of the gold facts is found.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sayso::ling::Reading;
use sayso::report::{analyse, compare, events};
use sayso::traits::TraitId;

use crate::clock;

/// The folder of gold and seeds, where it lies beside the project.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let found = folder.join("gold/facts.json").exists();
    if !found {
        println!("no gold beside the project: nothing is checked here");
    }
    found.then_some(folder)
}

fn seeds(shared: &Path) -> BTreeMap<String, String> {
    let files = fs::read_dir(shared.join("seeds")).expect("the seeds are readable");
    let read = |path: PathBuf| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name.split('_').next().unwrap_or_default().to_owned(), fs::read_to_string(path).expect("a seed is text"))
    };
    files.map(|it| read(it.expect("a folder is readable").path())).collect()
}

/// What a trait marks in a text, each with its note.
fn marked(text: &str, id: &'static str) -> Vec<(String, String)> {
    let report = analyse(text);
    let flags = report.articles.iter().flat_map(|it| &it.flags).filter(|it| it.of == TraitId(id));
    flags.map(|it| (text[it.span.range()].to_owned(), it.note.as_deref().unwrap_or_default().to_owned())).collect()
}

/// The strings under `key` in JSON, without a parser: the default features have none.
fn strings_of(json: &str, key: &str) -> Vec<String> {
    let Some(at) = json.find(&format!("\"{key}\"")) else { return Vec::new() };
    let list = &json[at + key.len() + 3..];
    let mut depth = 0;
    let end = list.find(|it| {
        depth += i32::from(matches!(it, '[' | '{')) - i32::from(matches!(it, ']' | '}'));
        depth == 0 && matches!(it, ']' | '}')
    });
    list[..end.map_or(list.len(), |it| it + 1)].split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_name_variant() {
    let Some(shared) = shared() else { return };
    let facts = fs::read_to_string(shared.join("gold/facts.json")).expect("the gold is readable");
    let found = marked(&seeds(&shared)["000"], "name-variants");
    let variants = strings_of(&facts, "name_variants");
    assert!(variants.len() >= 5, "the gold has variants");
    for variant in variants {
        let is_told = found.iter().any(|(span, note)| *span == variant || note.contains(&format!("“{variant}”")));
        assert!(is_told, "{variant} is neither marked nor told of: {found:?}");
    }
}

#[test]
fn the_weekday_that_was_not() {
    let Some(shared) = shared() else { return };
    let found = marked(&seeds(&shared)["003"], "date-conflict");
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].0 == "Sunday, 23 September" && found[0].1.contains("2018"), "{found:?}");
}

#[test]
fn the_page_and_its_story() {
    let Some(shared) = shared() else { return };
    let found = marked(&seeds(&shared)["004"], "date-conflict");
    assert!(found.iter().any(|(span, _)| span.contains("March 19, 2024")), "{found:?}");
}

#[test]
fn the_two_tolls_of_one_town() {
    let Some(shared) = shared() else { return };
    let found = marked(&seeds(&shared)["004"], "number-conflict");
    for figure in ["four killed", "16 people were killed"] {
        assert!(found.iter().any(|(span, note)| span == figure && note.contains("Najaf")), "{figure}: {found:?}");
    }
}

/// Four stories of one clash: four tolls, laid side by side.
#[test]
fn four_reports_of_one_event() {
    let Some(shared) = shared() else { return };
    let reading = Reading::new(seeds(&shared)["002"].as_str());
    let reports: Vec<_> = reading.articles().take(4).collect();
    assert_eq!(reports.len(), 4);
    let table = events::align(&reports);
    let dead = table.iter().find(|it| it.name == "dead").expect("the stories count dead");
    assert!(dead.differs && dead.cells.iter().all(|it| !it.is_empty()), "{dead:?}");
    let twin = compare::compare(reports[0], reports[1]);
    assert!(
        matches!(twin.verdict, compare::Verdict::DifferentText | compare::Verdict::NothingInCommon),
        "{:?}",
        twin.verdict
    );
}

#[test]
fn comparing_is_linear() {
    let pair = |count: usize| {
        let sentence = |it: usize| format!("Clerk {it} of ward {} saw the river rise by {} feet. ", it % 7, it * 3);
        let text = (0..count).map(sentence).collect::<String>();
        [Reading::new(text.replace("saw", "watched")), Reading::new(text)]
    };
    let all = |[a, b]: &[Reading; 2]| a.articles().zip(b.articles()).for_each(|(a, b)| drop(compare::compare(a, b)));
    let (short, long) = (pair(500), pair(2000));
    clock::assert_linear("two texts", || (0..4).for_each(|_| all(&short)), || all(&long));
}
