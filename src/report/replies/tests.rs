//! Accusations, one by one, and who answers them.

use super::*;
use crate::report::analyse;

/// Each charge as *accused | of | by | answer*.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let text = format!("Velden news\n\nBy Ina Brandel\n\n{text}");
    let report = analyse(&text);
    let words = |span: Option<Span>| span.map_or("-", |it| &text[it.range()]);
    let answer = |it: &Charge| if it.answer == Answer::Unclear { "?" } else { words(it.reply) };
    let found: Vec<_> = (report.articles[0].charges.iter())
        .map(|it| [words(Some(it.accused)), words(it.of), words(it.by), answer(it)].join(" | "))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn an_accusation_with_its_denial() {
    check(
        "The widow accused Tom Arlen of hiding the letter. It was a cold day. Arlen denied it.",
        &["Tom Arlen | hiding the letter | The widow | denied it"],
    );
}

#[test]
fn who_the_accused_is_belongs_to_no_charge() {
    check(
        "The widow accused Tom Arlen, a director of the bank, of theft. It was a cold day.",
        &["Tom Arlen | theft | The widow | -"],
    );
    check("The widow accused Tom Arlen, a director of the bank.", &["Tom Arlen | - | The widow | -"]);
}

#[test]
fn an_accusation_that_nobody_answers() {
    check(
        "Jane Doe blamed the Velden Company for the flood. The road is shut.",
        &["the Velden Company | the flood | Jane Doe | -"],
    );
}

#[test]
fn what_was_done_before_who_did_it() {
    check(
        "Jane Doe blamed the flood on the Velden Company. The road is shut.",
        &["the Velden Company | the flood | Jane Doe | -"],
    );
    check("Jane Doe blamed the flood on the rain. The road is shut.", &[]);
}

#[test]
fn where_the_accused_is_from() {
    check("Nora Vint, 31, of Velden, was charged with fraud in May.", &["Nora Vint | fraud | - | -"]);
}

#[test]
fn accused_by_nobody_in_particular() {
    check(
        "Tom Arlen was accused of theft. Nora Vint was charged with fraud in May.",
        &["Tom Arlen | theft | - | -", "Nora Vint | fraud | - | -"],
    );
}

#[test]
fn an_allegation() {
    check(
        "Prosecutors allege that Nora Vint took the money. Vint’s lawyer declined to comment.",
        &["Nora Vint | took the money | Prosecutors | declined to comment"],
    );
}

#[test]
fn somebody_else_answers() {
    check(
        "The widow accused Tom Arlen of hiding the letter. The town was asleep. Nora Vint denied the charges.",
        &["Tom Arlen | hiding the letter | The widow | -"],
    );
}

#[test]
fn an_answer_to_one_charge_is_none_to_the_other() {
    check(
        "The widow accused Tom Arlen of theft. She accused the Velden Company of greed. Arlen denied it.",
        &["Tom Arlen | theft | The widow | denied it", "the Velden Company | greed | She | -"],
    );
}

#[test]
fn the_next_sentence_answers_for_him() {
    check(
        "The widow accused Tom Arlen of hiding the letter. He could not be reached.",
        &["Tom Arlen | hiding the letter | The widow | could not be reached"],
    );
}

#[test]
fn the_accused_speaks_of_it() {
    check(
        "The widow accused Tom Arlen of theft. It was cold. “I never saw it,” Arlen said.",
        &["Tom Arlen | theft | The widow | Arlen said"],
    );
}

#[test]
fn nobody_is_accused() {
    check("The council approved the plan. The mayor said the bridge was safe.", &[]);
}

#[test]
fn what_the_rule_flags_is_in_the_map() {
    check(
        "The union says the company cheated its drivers of their pay. The road is shut.",
        &["the company | cheated its drivers of their pay | The union | -"],
    );
    check(
        "The widow said Tom Arlen had lied about the letter. The road is shut.",
        &["Tom Arlen | had lied about the letter | The widow | -"],
    );
}

#[test]
fn an_accusation_in_a_quotation_is_in_the_map() {
    check(
        "“Tom Arlen lied to us all,” the widow said. The road is shut.",
        &["Tom Arlen | lied to us all | the widow | -"],
    );
}

#[test]
fn a_reply_of_nobody_may_answer_it() {
    check(
        "Three nurses blamed the hospital for the mistake. It was a cold day. The calls went unanswered.",
        &["the hospital | the mistake | Three nurses | ?"],
    );
}

#[test]
fn who_a_relative_stands_for() {
    check("The army, which has been accused of theft, said nothing.", &["The army | theft | - | ?"]);
    check("Tom Arlen, who was accused of theft, has gone. It was cold.", &["Tom Arlen | theft | - | -"]);
    check("Now and then, who is accused of theft.", &[]);
}

#[test]
fn by_whom_stands_behind_the_charge() {
    check("Tom Arlen was accused of fraud by Ann Lee.", &["Tom Arlen | fraud | Ann Lee | -"]);
    check("Tom Arlen was accused of theft by means of a key.", &["Tom Arlen | theft by means of a key | - | -"]);
    check("Tom Arlen was accused of theft by the river.", &["Tom Arlen | theft by the river | - | -"]);
}

#[test]
fn what_is_said_ends_before_who_says_it() {
    check("Tom Arlen lied to voters, critics say. The road is shut.", &["Tom Arlen | lied to voters | critics | -"]);
    check("Tom Arlen was accused of theft, police said.", &["Tom Arlen | theft | - | -"]);
}

#[test]
fn a_price_is_no_charge() {
    check("The shop charged nine crowns for bread. The battery was charged with care.", &[]);
}

#[test]
fn no_charge_between_the_verb_and_who_makes_it() {
    check("Tom Arlen was accused of  by Ann Lee. It was cold.", &["Tom Arlen | - | Ann Lee | -"]);
}

#[test]
fn an_answer_is_that_of_one_who_is_accused() {
    check(
        "Simon Lane was accused of arson. He denied the charges.\n\nThe mayor, Joan Pell, accused Tom Arlen of theft.",
        &["Simon Lane | arson | - | denied the charges", "Tom Arlen | theft | The mayor, Joan Pell | -"],
    );
    check(
        "The regime denied it had been there. Mayor Tom Arlen was accused of theft on Monday.",
        &["Mayor Tom Arlen | theft | - | -"],
    );
    check("Tom Arlen was accused of theft. The regime could not be reached.", &["Tom Arlen | theft | - | ?"]);
    check(
        "The army was blamed for the raid. Its chief, Bo Rae, rejected that.",
        &["The army | the raid | - | Its chief, Bo Rae, rejected"],
    );
}

#[test]
fn an_answer_goes_on_to_the_end_of_its_clause() {
    check(
        "The guild accused Velden Boats of theft. A spokesman for Velden Boats said the claims were “nonsense”.",
        &["Velden Boats | theft | The guild | said the claims were “nonsense”"],
    );
}

#[test]
fn who_calls_somebody_a_name_accuses() {
    check("Tom Hill called Ann Lee a thief. It was cold.", &["Ann Lee | a thief | Tom Hill | -"]);
}

#[test]
fn who_was_asked_and_gave_no_answer() {
    let answer = |reply: &str| {
        let text = format!("Velden news\n\nBy Ina Brandel\n\nThe widow accused Tom Arlen of theft. {reply}");
        analyse(&text).articles[0].charges[0].answer
    };
    for (reply, expected) in [
        ("Arlen could not be reached for comment.", Answer::Silent),
        ("Arlen did not respond to a request for comment.", Answer::Silent),
        ("Arlen declined to comment.", Answer::Silent),
        ("Arlen declined to comment on Monday. On Tuesday Arlen denied the charges.", Answer::Replies),
        ("Arlen denied it.", Answer::Replies),
        ("Arlen said that he was at home.", Answer::Speaks),
        ("The road is shut.", Answer::None),
    ] {
        assert_eq!(answer(reply), expected, "{reply}");
    }
}
