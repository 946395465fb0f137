//! Cues of more than a verb, and sentences that are built in an unusual way.

use super::check;

#[test]
fn who_is_asked_or_told_is_no_part_of_it() {
    check("When asked about the road, Lee left.", " | asked about | the road");
    check("Lee was told that the road was shut.", " | was told | that the road was shut.");
    check("Lee was asked by a nurse whether it was late.", "a nurse | was asked | whether it was late.");
}

#[test]
fn quality_right_behind_what_it_is_said_of() {
    check("The paper deemed those statements false.", "The paper | deemed | those statements false.");
}

#[test]
fn according_to_without_a_comma() {
    check("Lee won by 40 votes according to the mayor.", "the mayor | according to | Lee won by 40 votes");
}

#[test]
fn speaker_with_an_apposition_behind_a_quotation() {
    check(
        "The plan “is a trap and nobody wants it,” Ann Lee, the mayor, said.",
        "Ann Lee, the mayor | said | The plan “is a trap and nobody wants it,”",
    );
}

#[test]
fn adverb_of_time_between_two_verbs() {
    check("Lee has since said that it was late.", "Lee | has since said | that it was late.");
}

#[test]
fn fractions_that_want_something() {
    check("Two thirds support the plan.", "Two thirds | support | the plan.");
}

#[test]
fn document_behind_what_it_says() {
    check(
        "“It gives us hope for the port,” the letter reads.",
        "the letter | reads | “It gives us hope for the port,”",
    );
    check("As reported by the Lyria Times, the road is shut.", "the Lyria Times | reported | the road is shut.");
}

#[test]
fn participle_inside_what_is_said() {
    check(
        "Lee said that the roads built last year are closed.",
        "Lee | said | that the roads built last year are closed.",
    );
}
