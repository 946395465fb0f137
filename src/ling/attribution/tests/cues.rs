//! Cues of more than a verb, and sentences that are built in an unusual way.

use super::check;

#[test]
fn who_is_asked_or_told_is_no_part_of_it() {
    check("When asked about the road, Lee left.", " | asked about | the road");
    check("Lee was told that the road was shut.", " | was told | that the road was shut.");
    check("Lee was asked by a nurse whether it was late.", "a nurse | was asked | whether it was late.");
}

#[test]
fn participles_that_say_what_somebody_feels() {
    check("The nurses are concerned that it will rain.", "The nurses | are concerned | that it will rain.");
    check("The head of the port was worried about the road.", "The head of the port | was worried about | the road.");
}

#[test]
fn quality_right_behind_what_it_is_said_of() {
    check("The paper deemed those statements false.", "The paper | deemed | those statements false.");
}

#[test]
fn according_to_behind_an_and() {
    check("Lee left in May and, according to her son, hid the jar.", "her son | according to | hid the jar.");
    check("Lee left in May, according to her son.", "her son | according to | Lee left in May");
}

#[test]
fn according_to_without_a_comma() {
    check("Lee won by 40 votes according to the mayor.", "the mayor | according to | Lee won by 40 votes");
    check("According to police the driver fled.", "police | According to | the driver fled.");
    check("According to the clerk in Velia the road is shut.", "the clerk in Velia | According to | the road is shut.");
    check("According to Lee the road in Velia is shut.", "Lee | According to | the road in Velia is shut.");
    check("According to a letter Lee sent, the road is shut.", "a letter Lee sent | According to | the road is shut.");
}

#[test]
fn speaker_with_an_apposition_behind_a_quotation() {
    check(
        "The plan “is a trap and nobody wants it,” Ann Lee, the mayor, said.",
        "Ann Lee, the mayor | said | The plan “is a trap and nobody wants it,”",
    );
}

#[test]
fn words_that_bring_in_a_quotation() {
    check(
        "Lee has come round since then: “I should have known better than to go.”",
        "Lee | has come round since then | “I should have known better than to go.”",
    );
    check(
        "Ann Lee made the following remark:\n\n“We never meant to close the road for good.”",
        "Ann Lee | made the following remark | “We never meant to close the road for good.”",
    );
}

#[test]
fn transcripts() {
    check("Lee: It is shut. It was wet.", "Lee | : | It is shut. It was wet.");
    check("It went on.\n\n\"LEE: It was never safe.\n\nIt ended.", "LEE | : | It was never safe.");
}

#[test]
fn noun_whose_verb_tells_what_it_is() {
    check("Lee’s view is that the road is lost.", "Lee’s | view is | that the road is lost.");
    check("The question is whether it will rain.", " | The question is | whether it will rain.");
}

#[test]
fn doubt_about_a_clause() {
    check("The nurse is unsure whether it will rain.", "The nurse | is unsure | whether it will rain.");
    check("It is unclear whether it will rain.", "");
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

#[test]
fn whoever_saw_it_speaks() {
    check("A man who saw the crash said that it was loud.", "who | saw | the crash\nA man | said | that it was loud.");
}

#[test]
fn an_aside_behind_who_speaks() {
    check(
        "A clerk with a view of it, but not asked to speak, said it was wet.",
        "A clerk with a view of it, but not asked to speak | said | it was wet.",
    );
    check("A driver, not asked to speak, said it was wet.", "A driver, not asked to speak | said | it was wet.");
    check(
        "A driver, asked if it was wet, said yes.",
        " | asked | if it was wet,\nA driver, asked if it was wet | said | yes.",
    );
    check(
        "According to drivers, who were there and who left early, the road is wet.",
        "drivers, who were there and who left early | According to | the road is wet.",
    );
    check("During one call, a driver told the clerks of Borsk.", "a driver | told | the clerks of Borsk.");
    check(
        "Asked if it was wet, about half of drivers said yes.",
        " | Asked | if it was wet\nhalf of drivers | said | yes.",
    );
}

#[test]
fn where_the_content_ends() {
    check("The town plans to shut it before the storm.", "The town | plans | to shut it before the storm.");
    check("On Friday, Ann Lee said, “We will stay.”", "Ann Lee | said | “We will stay.”");
    check("Nurses fear that bread rates will rise.", "Nurses | fear | that bread rates will rise.");
    check("When it fell, some muttered.", "");
    check(
        "According to a letter sent to the Post and a clerk who left it, the wall fell.",
        "a letter sent to the Post and a clerk who left it | According to | the wall fell.",
    );
}

#[test]
fn what_stands_for_a_clause() {
    check("The town disputes that. Ann Lee disputed that.", "The town | disputes | that.\nAnn Lee | disputed | that.");
    check("As Ann Lee put it: “The port is a trap.”", "Ann Lee | put it | “The port is a trap.”");
}

#[test]
fn an_estimate() {
    check("Police put the number of boats at 40.", "Police | put | the number of boats at 40.");
    check("Police put the cost at $40 million.", "Police | put | the cost at $40 million.");
    check("Police put the boats at the pier. She put the boats at pier 40. They put us at Table 5.", "");
}

#[test]
fn according_to_in_the_midst_of_it() {
    check("But according to the police, two men ran away.", "the police | according to | two men ran away.");
    check("In March, according to Ann Lee, it rained.", "Ann Lee | according to | it rained.");
    check("The firm, according to Ann Lee, has lost money.", "Ann Lee | according to | The firm … has lost money.");
    check("He was, according to his wife, a kind man.", "his wife | according to | He was … a kind man.");
    check(
        "It is shut, according to Ann Lee, a clerk, who left.",
        "Ann Lee, a clerk, who left. | according to | It is shut",
    );
}
