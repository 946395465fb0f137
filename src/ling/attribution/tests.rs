//! Who says what, in sentences made up for it: `source | cue | content`.

mod cues;
mod frames;
mod phrasal;
mod speakers;

use crate::ling::Reading;
use crate::text::Span;

#[track_caller]
fn check(text: &str, expected: &str) {
    let reading = Reading::new(text);
    let words = |spans: &[Span]| spans.iter().map(|it| &reading.document[*it]).collect::<Vec<_>>().join(" … ");
    let rows: Vec<_> = (reading.articles().flat_map(|it| it.attributions))
        .map(|it| [&it.source, &it.cue, &it.content].map(|spans| words(spans)).join(" | "))
        .collect();
    assert_eq!(rows.join("\n"), expected);
}

#[test]
fn clause_behind_the_verb() {
    check("Ann Lee said that the bridge was closed.", "Ann Lee | said | that the bridge was closed.");
    check("Ann Lee says the bridge is closed.", "Ann Lee | says | the bridge is closed.");
}

#[test]
fn a_dateline_is_no_part_of_the_source() {
    check("VELIA (AP) — Officials said the port was closed.", "Officials | said | the port was closed.");
    check("VELIA, May 3 - The port was closed, officials said.", "officials | said | The port was closed");
}

#[test]
fn cues_of_sentences_without_a_verb_that_reports() {
    check("According to Ann Lee, the bridge is shut.", "Ann Lee | According to | the bridge is shut.");
    check("The bridge, as Ann Lee put it, is shut.", "Ann Lee | put it | The bridge … is shut.");
    check("Ann Lee: The bridge is shut for good.", "Ann Lee | : | The bridge is shut for good.");
    check(
        "In a Lyria News poll, half of the town was asleep.",
        "a Lyria News poll | In | half of the town was asleep.",
    );
}

#[test]
fn quotation_before_its_speaker() {
    check("“The bridge is closed,” Ann Lee said.", "Ann Lee | said | “The bridge is closed,”");
    check("“The bridge is closed,” said Ann Lee, a nurse.", "Ann Lee, a nurse | said | “The bridge is closed,”");
}

#[test]
fn quotation_split_by_its_speaker() {
    check(
        "“The bridge is closed,” she said. “It was never safe for anybody.”",
        "she | said | “The bridge is closed,” … “It was never safe for anybody.”",
    );
}

#[test]
fn according_to() {
    check(
        "The bridge was closed on Monday, according to two people briefed on the plan.",
        "two people briefed on the plan | according to | The bridge was closed on Monday",
    );
}

#[test]
fn subject_with_all_that_hangs_on_it() {
    check(
        "The founder of a group that sends people to sea said the port was closed.",
        "The founder of a group that sends people to sea | said | the port was closed.",
    );
    check("Ann Lee, a nurse, said the port was closed.", "Ann Lee, a nurse | said | the port was closed.");
}

#[test]
fn what_stands_in_an_opening_phrase_is_no_subject() {
    check(
        "Under a heading about dogs causing trouble in Borsk and biting walkers, the Lyria Post praised the mayor.",
        "the Lyria Post | praised | the mayor.",
    );
    check("With rents eating wages, Lee said the port was closed.", "Lee | said | the port was closed.");
}

#[test]
fn hearer_is_no_content() {
    check("Ann Lee told reporters that the port was closed.", "Ann Lee | told | that the port was closed.");
}

#[test]
fn an_order_is_no_hearsay() {
    check(
        "Lee said two clerks had been told to work Sundays.",
        "Lee | said | two clerks had been told to work Sundays.",
    );
}

#[test]
fn wants_and_stands() {
    check("Lee hopes to leave the council.", "Lee | hopes | to leave the council.");
    check("Critics condemned the closure.", "Critics | condemned | the closure.");
}

#[test]
fn hearsay_has_no_source() {
    check("Reportedly, the bridge is shut.", " | Reportedly | the bridge is shut.");
    check("The port is expected to close.", " | is expected | The port … to close.");
}

#[test]
fn speaker_between_commas() {
    check("The road, she said, was closed.", "she | said | The road … was closed.");
    check("As Ann Lee noted, the road was closed.", "Ann Lee | noted | the road was closed.");
}

#[test]
fn speaker_behind_a_comma() {
    check("The road is closed, the source added.", "the source | added | The road is closed");
    check("“Who would know?” Ann Lee said.", "Ann Lee | said | “Who would know?”");
}

#[test]
fn the_verb_in_the_pronoun() {
    check("Ann Lee says he’s late.", "Ann Lee | says | he’s late.");
    check("She’s predicting a flood.", "She | ’s predicting | a flood.");
}

#[test]
fn after_a_judge_said() {
    check("They left after a judge said the road was closed.", "a judge | said | the road was closed.");
}

#[test]
fn what_a_relative_clause_reports() {
    check("It is a plan which Ann Lee proposed.", "Ann Lee | proposed | a plan which");
}

#[test]
fn known_as() {
    check("The bridge is known as the Needle.", " | is known as | The bridge … the Needle.");
}

#[test]
fn the_next_paragraph() {
    check("Ann Lee said:\n\n“The road is closed.”", "Ann Lee | said | “The road is closed.”");
}

#[test]
fn but_and_a_subject_end_it() {
    check("Ann Lee said the road was closed, but he went home.", "Ann Lee | said | the road was closed");
}

#[test]
fn no_panic_and_no_attribution() {
    check("", "");
    check("The port was closed on Monday.", "");
    check(",,, “ ” ‘ said :", "");
}

#[test]
fn reported_in_inverted_order_without_marks() {
    check("The road is closed, said Lee.", "Lee | said | The road is closed");
    check(
        "Nor are fares likely to fall, said Ann Lee, a nurse.",
        "Ann Lee, a nurse | said | Nor are fares likely to fall",
    );
    check("Two men died on Monday, said the police.", "the police | said | Two men died on Monday");
    // Not where the name behind the verb opens what is said.
    check("The road is closed, and Lee, a nurse, said Ann was late.", "Lee, a nurse | said | Ann was late.");
}

#[test]
fn an_aside_behind_the_subject_is_no_part_of_it() {
    check("Others, however, say a repair is overdue.", "Others | say | a repair is overdue.");
    check("Ann Lee, in a letter, said the road was closed.", "Ann Lee | said | the road was closed.");
    check(
        "Lee, who is running for mayor this year, praised Rae for it.",
        "Lee, who is running for mayor this year | praised | Rae for it.",
    );
}

#[test]
fn a_speaker_right_behind_the_last_comma() {
    check(
        "Rules unclear on whether nurses are covered, experts say.",
        "experts | say | Rules unclear on whether nurses are covered",
    );
}

#[test]
fn who_is_told_may_be_a_programme() {
    check("She told Lyria TV’s “Morning Call” that it was closed.", "She | told | that it was closed.");
    check("She told them to go home.", "She | told | them to go home.");
}

#[test]
fn a_quoted_plan() {
    check("Lee vowed to “close the road for good.”", "Lee | vowed | to “close the road for good.”");
}

#[test]
fn particles_and_attitudes_belong_to_the_cue() {
    check("Lee pointed out that it was closed.", "Lee | pointed out | that it was closed.");
    check("Lee is quick to point out that it was closed.", "Lee | is quick to point out | that it was closed.");
    check("The council sided with Lee.", "The council | sided with | Lee.");
}

#[test]
fn a_name_for_oneself() {
    check("Lee portrayed himself as a friend of the town.", "Lee | portrayed | himself as a friend of the town.");
    check("Voters view Lee favorably.", "Voters | view | Lee favorably.");
}

#[test]
fn an_object_behind_its_date() {
    check("Lee announced on Friday the closure of the road.", "Lee | announced | the closure of the road.");
}

#[test]
fn what_looks_like_a_noun_or_a_verb() {
    check("Lee and Rae both said it was closed.", "Lee and Rae | both said | it was closed.");
    check("Members of the council say it was closed.", "Members of the council | say | it was closed.");
    check("Lee vowed at a Las Velas rally to close it.", "Lee | vowed | to close it.");
    check("Lee, of a liberal think tank, said it was closed.", "Lee, of a liberal think tank | said | it was closed.");
    check("“The road is far too wet,” one remarked.", "one | remarked | “The road is far too wet,”");
    check("Small, who lives there, said it was closed.", "Small, who lives there | said | it was closed.");
    check("Drivers long argued that it was wet.", "Drivers | long argued | that it was wet.");
    check("Those close to Lee claim the road is wet.", "Those close to Lee | claim | the road is wet.");
    check("Drivers who use the road caution that it is wet.", "Drivers who use the road | caution | that it is wet.");
    check("Where shipping experts say the road is wet, it is.", "shipping experts | say | the road is wet");
    check("Drivers quarrel, with several arguing that it is wet.", "several | arguing | that it is wet.");
    check("The road is wet, a driver told the Borsk Post.", "a driver | told | The road is wet");
    check("A driver put it simply: “Try it. You will see.”", "A driver | put it simply | “Try it. You will see.”");
    check("Drivers called the signs confusing.", "Drivers | called | the signs confusing.");
    check("It fell in what traders called a blow to the port.", "traders | called | a blow");
}

#[test]
fn a_content_ends_before_the_verb_it_hangs_on() {
    check(
        "Organisers of the push to condemn the closure said they were tired.",
        " | to condemn | the closure\nOrganisers of the push to condemn the closure | said | they were tired.",
    );
    check("Lee’s concern about the bridge is growing.", "Lee’s | concern about | the bridge");
    check(
        "Lee called it “unfair,” adding that it was late.",
        "Lee | called | it “unfair,”\nLee | adding | that it was late.",
    );
}

#[test]
fn others_say_it_of_somebody() {
    check("The mayor is said to have known of the plan.", " | is said | The mayor … to have known of the plan.");
}

#[test]
fn made_clear() {
    check("Lee made it clear that the road was closed.", "Lee | made it clear | that the road was closed.");
}

#[test]
fn somebody_known_by_an_age() {
    check("“It was cold,” the 32-year-old said, sitting down.", "the 32-year-old | said | “It was cold,”");
    check(
        "The bespectacled, 71-year-old nurse said it was cold.",
        "The bespectacled, 71-year-old nurse | said | it was cold.",
    );
}

#[test]
fn a_pronoun_opens_a_clause_of_its_own() {
    check("At first a nurse, she claimed it was cold.", "she | claimed | it was cold.");
    check("The firms, which were asked on Monday, are closed.", "");
}

#[test]
fn money_counts_no_people() {
    check("It is the $20 million experts say it costs.", "experts | say | it costs.");
}

#[test]
fn a_headline_with_its_speaker_last() {
    check("Bridge held, says engineer", "engineer | says | Bridge held");
}

#[test]
fn verbs_in_a_row_with_the_one_that_reports() {
    check(
        "They called him a nurse who had left, and urged him to return.",
        "They | called | him a nurse who had left\nThey | urged | him to return.",
    );
    check(
        "Lee said she likes the plan and praised the mayor.",
        "Lee | said | she likes the plan\nLee | praised | the mayor.",
    );
    check(
        "Lee wrote twice, attacking the plan and calling for another.",
        "Lee | attacking | the plan\nLee | calling for | another.",
    );
}

#[test]
fn a_colon_behind_a_hearer_or_a_label() {
    check("Ann Lee told CNN: “The bridge was shut for good.”", "Ann Lee | told | “The bridge was shut for good.”");
    check("Later, on Radio Borsk: “The bridge was shut for good.”", "");
    check("It came as no surprise to Ann Lee: “It was never safe.”", "Ann Lee | : | “It was never safe.”");
    check("Correction: Ann Lee is a nurse.", "");
}

#[test]
fn the_speaker_of_a_headline() {
    let below = "\n\nBy Bo Rae\n\nThe bridge is shut, Ann Lee said.";
    let said = "\nAnn Lee | said | The bridge is shut";
    check(
        &format!("Lee: Tom Arlen Is a ‘Proven Failure’{below}"),
        &format!("Lee | : | Tom Arlen Is a ‘Proven Failure’{said}"),
    );
    check(&format!("Lee on the bridge: ‘I will stay’{below}"), &format!("Lee | : | ‘I will stay’{said}"));
    check(
        &format!("Bridge will be shut all winter: Lee{below}"),
        &format!("Lee | : | Bridge will be shut all winter{said}"),
    );
    // What the text is about.
    check(&format!("Velia: The Bridge Is Shut for Good{below}"), said.trim());
}

#[test]
fn the_name_under_a_quotation() {
    check("“The bridge was never safe.” — Ann Lee", "Ann Lee | — | “The bridge was never safe.”");
    check("“The bridge was never safe.”\n– Ann Lee, Borsk", "Ann Lee, Borsk | – | “The bridge was never safe.”");
    check("“The bridge was never safe.” — New York", "");
    check("“The bridge was never safe” — Ann Lee was late.", "");
}

#[test]
fn what_only_looks_like_a_subject() {
    check("When protest swept the town, it met with force.", "");
    check("Later he told the town that it was late.", "he | told | that it was late.");
    check(
        "Ann Lee, the sister of a man who works for a port, claimed that it was late.",
        "Ann Lee, the sister of a man who works for a port | claimed | that it was late.",
    );
    check("The calf weighed 142 pounds.", "");
}

#[test]
fn what_the_source_says_elsewhere_is_no_part_of_its_name() {
    check(
        "“It is late,” said Ann Lee, who added that the road was wet.",
        "Ann Lee | said | “It is late,”\nwho | added | that the road was wet.",
    );
    check("“It is late,” said Ann Lee, who runs the port.", "Ann Lee, who runs the port. | said | “It is late,”");
}

#[test]
fn a_subject_ends_before_what_it_does_meanwhile() {
    check("Ann Lee, speaking in Borsk, said the road was shut.", "Ann Lee | said | the road was shut.");
    check("Ann Lee, also speaking in Borsk, said Bo Rae is late.", "Ann Lee | said | Bo Rae is late.");
    check("Ann Lee, speaking in Borsk, Lyria, said the road was shut.", "Ann Lee | said | the road was shut.");
    check("Ann Lee, in a bid to close it, said the road was wet.", "Ann Lee | said | the road was wet.");
    check("Ann Lee in a tweet said the road was shut.", "Ann Lee | said | the road was shut.");
    check("Ann Lee, in a letter on Monday, said the road was shut.", "Ann Lee | said | the road was shut.");
    check(
        "Three towns, including Borsk, said the road was shut.",
        "Three towns, including Borsk | said | the road was shut.",
    );
}

#[test]
fn the_time_of_a_verb_in_the_subject() {
    check("A report issued last month says the road is wet.", "A report issued last month | says | the road is wet.");
    check("Ann Lee on Monday said the road was wet.", "Ann Lee | said | the road was wet.");
}

#[test]
fn a_row_of_verbs_without_and() {
    check("They reached the port, opened the gate and said it was wet.", "They | said | it was wet.");
}

#[test]
fn a_bar_between_two_names() {
    check(
        "According to a Lyria Times/Channel News poll, half of them left.",
        "a Lyria Times/Channel News poll | According to | half of them left.",
    );
}

#[test]
fn what_hangs_on_a_speaker_behind_the_verb() {
    check(
        "“It is wet,” said Ann Lee, an adviser to the mayor.",
        "Ann Lee, an adviser to the mayor | said | “It is wet,”",
    );
    check(
        "“It is wet,” said Ann Lee, a lawyer representing the town.",
        "Ann Lee, a lawyer representing the town | said | “It is wet,”",
    );
}

#[test]
fn what_is_judged_begins_with_the_noun_of_somebody() {
    check("Ann Lee rejected the idea that it was wet.", "Ann Lee | rejected | the idea that it was wet.");
    check("Ann Lee praised the mayor’s plan to close it.", "Ann Lee | praised | the mayor’s plan to close it.");
    check("Ann Lee voiced concern about the road.", "Ann Lee | voiced concern about | the road.");
}

#[test]
fn what_somebody_wants_to_say() {
    check("Ann Lee vowed to denounce the plan.", "Ann Lee | vowed | to denounce the plan.");
    check("Ann Lee declined to discuss the plan.", "Ann Lee | declined to discuss | the plan.");
}

#[test]
fn a_capital_behind_a_quotation_is_who_speaks() {
    check("“It matters,” Kelly said.", "Kelly | said | “It matters,”");
    check("“It is wet,” Quick said.", "Quick | said | “It is wet,”");
    check("Closing it “is no use,” Ann Lee said.", "Ann Lee | said | Closing it “is no use,”");
}

#[test]
fn small_words_before_a_clause() {
    check("Ann Lee said only that it was wet.", "Ann Lee | said | that it was wet.");
    check("The report shows just how wet it is.", "The report | shows | how wet it is.");
    check("Ann Lee says too much is made of it.", "Ann Lee | says | too much is made of it.");
    check("Ann Lee said there’s no road.", "Ann Lee | said | there’s no road.");
    check("Nearly a third said it was wet.", "Nearly a third | said | it was wet.");
    check("Now the mayor says it is wet.", "the mayor | says | it is wet.");
}

#[test]
fn a_place_before_a_clause() {
    check("Ann Lee said at a stop in Borsk, Lyria, that it was wet.", "Ann Lee | said | that it was wet.");
}

#[test]
fn those_who_were_asked() {
    check("Those surveyed say it is wet.", "Those surveyed | say | it is wet.");
}

#[test]
fn an_act_that_is_reported() {
    check("Ann Lee admitted having closed the road.", "Ann Lee | admitted | having closed the road.");
    check("Ann Lee proposed doing away with it.", "Ann Lee | proposed | doing away with it.");
}

#[test]
fn papers_behind_according_to() {
    check("It was wet, according to press accounts.", "press accounts | according to | It was wet");
    check("The train ran according to schedule, and they slept according to old rites.", "");
    check("It is wet, according to the schedule.", "the schedule | according to | It is wet");
}

#[test]
fn two_who_speak_in_a_row() {
    check("Officials deny it, but drivers say it is wet.", "Officials | deny | it\ndrivers | say | it is wet.");
    check(
        "Ann Lee said she would go, and other nurses said it was late.",
        "Ann Lee | said | she would go\nother nurses | said | it was late.",
    );
    check("But expert says the road is wet.", "expert | says | the road is wet.");
}

#[test]
fn who_speaks_on_behind_a_comma() {
    check(
        "Bo Rae denied that the nurses had left, saying they were asleep.",
        "Bo Rae | denied | that the nurses had left\nBo Rae | saying | they were asleep.",
    );
    check(
        "It was late, the town was wet and the meeting ended there, said one nurse in the room.",
        "one nurse in the room | said | It was late, the town was wet and the meeting ended there",
    );
}

#[test]
fn a_clause_that_belongs_to_the_topic() {
    check("Drivers point to roads that are wet.", "Drivers | point to | roads that are wet.");
}

#[test]
fn a_gerund_that_is_the_subject_of_what_is_said() {
    check("Bo Rae says running a port is tough and wet.", "Bo Rae | says | running a port is tough and wet.");
    check("Bo Rae said it, adding that it is tough.", "Bo Rae | said | it\nBo Rae | adding | that it is tough.");
}

#[test]
fn whoever_is_close_to_somebody() {
    check(
        "The talks failed, said two people close to the mayor.",
        "two people close to the mayor | said | The talks failed",
    );
    check("He lost, according to people close to Ann Lee.", "people close to Ann Lee | according to | He lost");
}
