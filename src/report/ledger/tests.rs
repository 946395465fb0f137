//! Rows that are merged and split, and what they tell.

use super::*;
use crate::report::{Report, analyse, only_named, summary};

const STORY: &str = "Bridge shut\n\nBy Ina Brandel\n\nMayor Tom Arlen said the bridge was unsafe.\n\n\
                     An engineer, who asked not to be named for fear of losing his job, said the steel was cracked.\n\n\
                     “We knew,” said Nora Vint, a critic of the mayor. Arlen said it would be mended.";

const ENGINEER: &str = "An engineer, who asked not to be named for fear of losing his job";

fn ledger(report: &Report) -> Vec<Row> {
    rows(STORY, &report.articles[0], &Rows::found(&report.articles[0]))
}

#[test]
fn a_name_bears_no_full_stop_of_a_sentence() {
    for (found, name) in [
        ("Tom Arlen.", "Tom Arlen"),
        ("the people briefed on the law.", "the people briefed on the law"),
        ("Tom Arlen Jr.", "Tom Arlen Jr."),
        ("the U.N.", "the U.N."),
        ("Acme Inc.", "Acme Inc."),
    ] {
        let mut it = found.to_owned();
        end_as_a_name(&mut it);
        assert_eq!(it, name);
    }
}

#[test]
fn every_voice_has_a_row() {
    let rows = ledger(&analyse(STORY));
    let names: Vec<_> = rows.iter().map(|it| (it.name.as_str(), it.places.len())).collect();
    assert_eq!(names, [("Tom Arlen", 2), (ENGINEER, 1), ("Nora Vint", 1)]);
}

#[test]
fn what_only_tells_who_speaks_is_no_statement() {
    for (text, expected) in [
        (
            "A nurse, who asked not to be named because she feared losing her job, said the ward was full.",
            &[("A nurse, who asked not to be named because she feared losing her job", "said")][..],
        ),
        (
            "It rained, according to a memo seen by the Velden Courier.",
            &[("a memo seen by the Velden Courier", "according to")],
        ),
        ("Men fight in a town that has seen much war, Jane Doe said.", &[("Jane Doe", "said")]),
        (
            "“He knew,” Jane Doe said, offering no evidence. Doe is expected to announce a run.",
            &[("Jane Doe", "said"), ("nobody named (“is expected”)", "is expected")],
        ),
        ("Jane Doe said it rained and asked the board for more time.", &[("Jane Doe", "said, asked")]),
    ] {
        let article = &analyse(text).articles[0];
        let rows = rows(text, article, &Rows::found(article));
        let found: Vec<_> = rows.iter().map(|it| (it.name.clone(), it.verbs.join(", "))).collect();
        let expected: Vec<_> = expected.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn a_reason_in_a_set_phrase_is_told_as_such() {
    let text =
        "A clerk, who asked not to be named because he was not authorized to speak to the media, said it rained.";
    let article = &analyse(text).articles[0];
    assert_eq!(rows(text, article, &Rows::found(article))[0].ticks[2], Tick::Rote);
}

#[test]
fn everybody_is_no_voice() {
    let report = analyse("Everyone knows that the toll is theft. The mayor, Ann Lee, said that it is not.");
    assert_eq!(Rows::found(&report.articles[0]).voices(&report.articles[0]).len(), 1);
}

#[test]
fn hearsay_has_a_row_of_its_own() {
    let text = "Everyone knows that the toll is theft. The mayor reportedly left. The clerk is believed to be ill.";
    let article = &analyse(text).articles[0];
    let rows = rows(text, article, &Rows::found(article));
    let names: Vec<_> = rows.iter().map(|it| (it.name.as_str(), it.places.len())).collect();
    assert_eq!(names, [("Everyone", 1), ("nobody named (“reportedly”)", 2)]);
}

#[test]
fn who_asks_not_to_be_named_goes_with_the_unnamed() {
    let text = "The council met on Monday.\n\nA senior official, who asked not to be named, said the plan was dead.\n\n\
                The mayor, Ann Lee, who asked for more time, said it was not.";
    let article = &analyse(text).articles[0];
    let found = Rows::found(article);
    let heads = found.heads(article);
    let struck = crate::report::removal::without(text, article, &|it| is_unnamed(heads[it].1)).struck;
    let words: Vec<_> = struck.iter().map(|it| text[it.range()].split(' ').nth(1)).collect();
    assert_eq!(words, [Some("senior")]);
}

#[test]
fn ticks_say_what_is_told() {
    let rows = ledger(&analyse(STORY));
    assert_eq!(rows[0].ticks, [Tick::Yes, Tick::Yes, Tick::Moot, Tick::No, Tick::No]);
    assert_eq!(rows[1].ticks[..4], [Tick::No, Tick::No, Tick::Yes, Tick::No]);
    assert_eq!(rows[2].ticks[3], Tick::Yes);
}

#[test]
fn a_lead_that_hangs_on_one_voice_is_told() {
    let bears: Vec<_> = ledger(&analyse(STORY)).iter().map(|it| it.bears.lead).collect();
    assert_eq!(bears, [true, false, false]);
}

#[test]
fn what_hangs_on_a_voice_goes_without_it() {
    let relayed = "Harbour news\n\nBy Ina Brandel\n\nReuters cited two clerks saying the ferry will close.\n\nVelden has no bridge.";
    for text in [STORY, relayed] {
        let article = &analyse(text).articles[0];
        let of = Rows::found(article);
        let rows = rows(text, article, &of);
        assert!(rows.iter().any(|it| it.bears.lead));
        for row in rows {
            let left = crate::report::without(text, article, &|it| of.of()[it] == row.id);
            assert_eq!(row.bears, left.lost, "{}", row.name);
        }
    }
}

#[test]
fn rows_are_merged_and_split() {
    let report = analyse(STORY);
    let article = &report.articles[0];
    let found = Rows::found(article);
    let names = |of: &Rows| rows(STORY, article, of).iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    let ids: Vec<_> = ledger(&report).iter().map(|it| it.id).collect();
    let mut of = found.clone();
    of.merge(&[ids[1], ids[2]]);
    assert_eq!(names(&of), ["Tom Arlen", "Nora Vint"]);
    let told =
        |of: &Rows| summary(STORY, article, of).split_once(';').expect("it says what the lead rests on").0.to_owned();
    assert_eq!(told(&found), "3 voices: 2 named, 1 unnamed");
    assert_eq!(told(&of), "2 voices: 2 named");
    of.split(ids[1], STORY, article);
    assert_eq!(names(&of).len(), 3);
    of.split(ids[0], STORY, article);
    assert_eq!(names(&of)[0], "Mayor Tom Arlen");
    assert_eq!(names(&of).len(), 4);
    let before = of.clone();
    of.split(ids[2], STORY, article);
    assert_eq!(of, before, "one statement is one voice");
}

const TOLL: &str = "Bridge collapse killed nine workers\n\nBy Ina Brandel\n\n\
                    Nine workers were killed in the collapse of the bridge, a medic said on Monday.\n\n\
                    “The steel was sound,” said Nora Vint, an engineer. The widow accused Tom Arlen of hiding the report.";

#[track_caller]
fn merged(text: &str, names: &[&str]) -> (Report, Rows) {
    let report = analyse(text);
    let mut of = Rows::found(&report.articles[0]);
    let rows = rows(text, &report.articles[0], &of);
    let ids: Vec<_> = rows.iter().filter(|it| names.contains(&it.name.as_str())).map(|it| it.id).collect();
    assert_eq!(ids.len(), names.len(), "{rows:?}");
    of.merge(&ids);
    (report, of)
}

#[test]
fn the_fullest_of_merged_voices_names_the_row() {
    let backwards = "The widow accused Tom Arlen of hiding the report, the bridge being unsafe.\n\n\
                     Nine workers were killed, a medic said. The Finance Ministry said it was sad.";
    for (text, names, name, kind) in [
        (TOLL, &["a medic", "Nora Vint"][..], "Nora Vint", SourceKind::Named),
        (TOLL, &["a medic", "The widow"], "The widow", SourceKind::Role),
        (TOLL, &["Nora Vint", "The widow"], "Nora Vint", SourceKind::Named),
        (backwards, &["The widow", "a medic"], "The widow", SourceKind::Role),
    ] {
        let (report, of) = merged(text, names);
        let rows = rows(text, &report.articles[0], &of);
        let row = rows.iter().find(|it| it.name == name).expect("the row of the fullest");
        assert_eq!(row.kind, kind, "{names:?}");
        assert_eq!(row.ticks[1], Tick::Yes, "{names:?}");
    }
}

#[test]
fn what_was_merged_is_believed_everywhere() {
    let (report, of) = merged(TOLL, &["a medic", "Nora Vint"]);
    let article = &report.articles[0];
    let found = Rows::found(article);
    assert!(summary(TOLL, article, &found).ends_with("the toll rests on an unnamed source (“a medic”)."));
    assert!(summary(TOLL, article, &of).ends_with("the toll rests on Nora Vint."), "{}", summary(TOLL, article, &of));
    let has_unnamed = |of: &Rows| of.heads(article).iter().any(|it| is_unnamed(it.1));
    assert_eq!([has_unnamed(&found), has_unnamed(&of)], [true, false]);
    let left = |of: &Rows| {
        let struck = only_named(TOLL, article, of).struck;
        !struck.iter().any(|it| TOLL[it.range()].contains("a medic"))
    };
    assert_eq!([left(&found), left(&of)], [false, true]);
}

#[test]
fn what_was_kept_for_another_text_is_not_taken() {
    let report = analyse(STORY);
    assert_eq!(Rows::kept(&report.articles[0], vec![0]), None);
    let wild = vec![u32::MAX; report.articles[0].attributions.len()];
    let mut of = Rows::kept(&report.articles[0], wild).expect("one row for all");
    of.split(u32::MAX, STORY, &report.articles[0]);
    assert!(!rows(STORY, &report.articles[0], &of).is_empty());
}
