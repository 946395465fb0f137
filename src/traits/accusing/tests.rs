//! What is an accusation, and what settles one.

use super::*;
use crate::testing::check;
use crate::traits::no_right_of_reply::TRAIT;

#[test]
fn a_number_is_a_year_where_it_stands_as_one() {
    check(&TRAIT, "The widow [[accused Tom Arlen]] of taking 1200 crowns.");
    check(&TRAIT, "The widow [[accused Tom Arlen]] of theft at 1500 Tarn Street.");
    check(&TRAIT, "The widow said [[the mill cheated]] her in 1400 sales. It sold 1600 tons.");
    check(&TRAIT, "In 1632 the widow accused Bishop Arlen of theft.");
    check(&TRAIT, "The widow accused Bishop Arlen of theft. The fire of 1632 was his end.");
    check(&TRAIT, "The guide said Tom Arlen stole the bell, and a 1911 letter says so.");
}

#[test]
fn what_is_stolen_in_sport_is_no_excuse_for_a_blow() {
    check(&TRAIT, "A soldier, Ann Rae, said [[Tom Arlen assaulted]] her on base.");
    check(&TRAIT, "A coach, Ann Rae, said [[Tom Arlen had threatened]] the match referee.");
    check(&TRAIT, "A coach, Ann Rae, said [[Tom Arlen had stolen]] the show horses.");
    check(&TRAIT, "A coach, Ann Rae, said Tom Arlen had stolen the show on Monday.");
}

#[test]
fn a_suit_that_is_over() {
    check(&TRAIT, "Tom Arlen had lied about the letter, the court ruled, throwing out his suit.");
    check(&TRAIT, "[[Tom Arlen had lied]] about the letter, says a suit filed before a judge.");
}

#[test]
fn what_is_done_against_the_law() {
    check(&TRAIT, "Ann Lee said Tom Arlen illegally parked on the pier. She said [[Tom Arlen illegally sold]] it.");
    check(&TRAIT, "Ann Lee said [[Tom Arlen tore]] up her complaint. She said Tom Arlen tore a form from a pad.");
}

#[test]
fn what_is_supposed_ends_with_its_clause() {
    check(&TRAIT, "It is not known if it rained, but the widow said [[Tom Arlen had stolen]] the letter.");
    check(&TRAIT, "It is not clear whether it rained, and the widow said [[Tom Arlen had stolen]] it.");
    check(&TRAIT, "If the letter is real, the widow said, Tom Arlen had lied.");
    check(&TRAIT, "If, as the widow said, Tom Arlen had lied, he would have to go.");
}

#[test]
fn a_word_that_settles_it_where_it_is_its_source() {
    check(&TRAIT, "The widow said [[Tom Arlen abused]] her while the inspectors were away.");
    check(&TRAIT, "The widow said [[Tom Arlen lied]] to her when he wrote a novel.");
    check(&TRAIT, "Tom Arlen lied to the king, a historian said. The regulator found that the mill cheated.");
    check(&TRAIT, "In the novel, she said, Tom Arlen stole the moon.");
}

#[test]
fn no_word_stands_in_two_lists() {
    let words: Vec<&str> = LISTS.iter().flat_map(|it| it.1.split(' ')).collect();
    assert_eq!(WORDS.len(), words.len());
}
