//! What stands around a relation, and between its parts.

use super::check;

#[test]
fn times_before_the_source() {
    for time in ["Two days later, ", "A week ago, ", "Last week ", "This week ", "On Monday ", "Earlier on Monday "] {
        check(&format!("{time}Ann Lee condemned the plan."), "Ann Lee | condemned | the plan.");
    }
    check("Last week critics at the port condemned it.", "critics at the port | condemned | it.");
    check("Last week company spokesman Bo Rae rejected it.", "company spokesman Bo Rae | rejected | it.");
    check("To save money, the mayor condemned the plan.", "the mayor | condemned | the plan.");
}

#[test]
fn an_adverb_between_source_and_verb() {
    check("Ann Lee later condemned the plan.", "Ann Lee | later condemned | the plan.");
    check("Ann Lee, 45, later condemned the plan.", "Ann Lee, 45 | later condemned | the plan.");
    check("Some also said that the road was shut.", "Some | also said | that the road was shut.");
    check("Ann Lee said late on Monday that it was shut.", "Ann Lee | said | that it was shut.");
}

#[test]
fn a_speaker_with_an_office_behind_an_object() {
    for speaker in
        ["the mayor, Ann Lee", "Ann Lee, the mayor", "the head of the port, Mrs Ann Lee", "its mayor, Ann Lee"]
    {
        let text = format!("The town will on Friday open two ports, {speaker}, has said.");
        check(&text, &format!("{speaker} | has said | The town will on Friday open two ports"));
    }
    check(
        "The man who shot Ann Lee, the mayor, said he wept.",
        "The man who shot Ann Lee, the mayor | said | he wept.",
    );
    check("He owns a boat, a car, a bike, said Ann Lee.", "Ann Lee | said | He owns a boat, a car, a bike");
}

#[test]
fn an_adverb_in_quotation_marks_between_the_parts_of_a_verb() {
    check(
        "The port said in a note that it had “deliberately and coldly” closed the road.",
        "The port | said in a note | that it had “deliberately and coldly” closed the road.",
    );
}

#[test]
fn what_is_no_speech() {
    check("The fire claimed four lives.", "");
    check("The fire claimed two prize cows, she said.", "she | said | The fire claimed two prize cows");
    check("Lee showed no remorse in the hall overlooking the port.", "");
    check("The firm has known about the leak since May.", "");
}

#[test]
fn verbs_in_a_chain() {
    check("Ann Lee went on to say the road was shut.", "Ann Lee | went on to say | the road was shut.");
    check("“The road is shut,” Ann Lee went on to say.", "Ann Lee | went on to say | “The road is shut,”");
    check("Ann Lee was quoted as saying it was shut.", "Ann Lee | was quoted as saying | it was shut.");
}

#[test]
fn who_puts_out_a_paper_speaks_in_it() {
    check("The group has run ads attacking the mayor.", "The group | has run ads attacking | the mayor.");
    check(
        "The nurses sent a letter to Ann Lee urging her to go.",
        "The nurses | sent a letter to Ann Lee urging | her to go.",
    );
    check("Ann Lee read a letter saying the road was shut.", "Ann Lee | read | a letter saying the road was shut.");
    check("Lee posted a video of men attacking the mayor.", "Lee | posted | a video of men attacking the mayor.");
}

#[test]
fn who_sees_it_so_behind_what_it_is_seen_as() {
    check("They are considered unclean by many villagers.", "many villagers | are considered | They … unclean");
    check("The road is viewed as safe by drivers.", "drivers | is viewed as | The road … safe");
    check(
        "The move is seen as an attempt by the mayor to win.",
        " | is seen as | The move … an attempt by the mayor to win.",
    );
}

#[test]
fn a_clause_behind_the_verb_and_a_quotation_before_its_subject() {
    check("In a post titled “The Last Road,” Lee said the road was shut.", "Lee | said | the road was shut.");
    check("“It fell,” Lee said as she left.", "Lee | said | “It fell,”");
    check("Ann Lee, while glad to be there, said it was shut.", "Ann Lee | said | it was shut.");
}

#[test]
fn two_sources_in_a_row() {
    check("The road was shut, police and the council said.", "police and the council | said | The road was shut");
    check("The roof fell, and Ann Lee and Bo Rae said it was old.", "Ann Lee and Bo Rae | said | it was old.");
}

#[test]
fn a_source_with_a_remark_inside_what_is_said() {
    for source in [
        "Ann Lee, the mayor",
        "Ann Lee, who runs the ferry",
        "Ann Lee, 45, a clerk",
        "Ann Lee, a nurse who lives there",
        "a clerk briefed on the plan",
        "police and the council",
    ] {
        let comma = if source.starts_with("Ann") { "," } else { "" };
        check(&format!("The van, {source}{comma} said, had left."), &format!("{source} | said | The van … had left."));
    }
    check("What matters, Ann Lee said, is the money.", "Ann Lee | said | What matters … is the money.");
    check("If it rains, Ann Lee said, it will shut.", "Ann Lee | said | If it rains … it will shut.");
}

#[test]
fn a_clause_without_that_behind_a_phrase() {
    check("Ann Lee said in recent years, prices had risen.", "Ann Lee | said | in recent years, prices had risen.");
    check("Ann Lee said if it rained, it would shut.", "Ann Lee | said | if it rained, it would shut.");
    check("Ann Lee said in a statement, it was shut.", "Ann Lee | said in a statement | it was shut.");
}

#[test]
fn according_to_somebody_with_an_office() {
    check("According to Ann Lee, a nurse, it is shut.", "Ann Lee, a nurse | According to | it is shut.");
    check("According to the mayor, Ann Lee, it is shut.", "the mayor, Ann Lee | According to | it is shut.");
    check("According to Ann Lee, Bo Rae had lied.", "Ann Lee | According to | Bo Rae had lied.");
}

#[test]
fn what_is_judged_begins_with_the_noun() {
    check("Ann Lee rejected claims that it was shut.", "Ann Lee | rejected | claims that it was shut.");
    check(
        "Ann Lee complained about reports that it was shut.",
        "Ann Lee | complained about | reports that it was shut.",
    );
    check("On Monday, Ann Lee warned of a storm.", "Ann Lee | warned of | a storm.");
}

#[test]
fn a_second_voice_or_verb() {
    check(
        "Lee said that the road was shut but the council warned that it was open.",
        "Lee | said | that the road was shut\nthe council | warned | that it was open.",
    );
    check(
        "Lee said that the crew fled when it began, and added that all were well.",
        "Lee | said | that the crew fled when it began\nLee | added | that all were well.",
    );
    check(
        "Lee said that the man who drove it had slept, warning that it was late.",
        "Lee | said | that the man who drove it had slept\nLee | warning | that it was late.",
    );
    check("She said that although it rained, it was open.", "She | said | that although it rained, it was open.");
}

#[test]
fn who_hears_a_quotation_and_where_it_was_said() {
    check("“Who will pay?” Ann Lee told reporters.", "Ann Lee | told | “Who will pay?”");
    check("“It is shut for good,” said the council in a statement.", "the council | said | “It is shut for good,”");
    check("“It is a bad joke,” he said. “Nobody cares.”", "he | said | “It is a bad joke,” … “Nobody cares.”");
    check("Meanwhile, the mayor said, “I will not go.”", "the mayor | said | “I will not go.”");
}

#[test]
fn a_noun_with_a_relative_clause_is_no_verb() {
    check("The Velian protests that began in May go on.", "");
}

#[test]
fn a_time_that_is_a_subject() {
    check("The council said next year would be hard.", "The council | said | next year would be hard.");
    check("Ann Lee said Monday was too late.", "Ann Lee | said | Monday was too late.");
    check("Ann Lee said Monday the road was shut.", "Ann Lee | said | the road was shut.");
}

#[test]
fn verbs_in_a_row_behind_have() {
    check(
        "She has praised the plan and offered to pay for it.",
        "She | has praised | the plan\nShe | offered | to pay for it.",
    );
    check("They had hoped for rain and vowed to go on.", "They | vowed | to go on.");
    check(
        "Lee said she had seen the boat and hoped to buy it.",
        "Lee | said | she had seen the boat and hoped to buy it.",
    );
    check(
        "He said his words have given her hope and said that she was right.",
        "He | said | his words have given her hope\nHe | said | that she was right.",
    );
    check("It seems to have been seen and feared.", " | seems | to have been seen and feared.");
    check(
        "Bo Rae praises the port, mocks the toll and left.",
        "Bo Rae | praises | the port\nBo Rae | mocks | the toll",
    );
    check(
        "Lee has said the toll would hurt them, but downplayed the cost.",
        "Lee | has said | the toll would hurt them\nLee | downplayed | the cost.",
    );
    check("Lee has yet to say why.", "Lee | has yet to say | why.");
    check("Lee emailed drivers saying it was shut.", "Lee | emailed drivers saying | it was shut.");
    check("Some want a port, and some want a road.", "Some | want | a port\nsome | want | a road.");
}

#[test]
fn a_quoted_act_of_somebody_else() {
    check("Lee urged drivers to “stay at home.”", "Lee | urged | drivers to “stay at home.”");
    check("Lee took drivers to “the best of ports.”", "");
}

#[test]
fn what_is_talked_about_behind_a_particle_or_a_hearer() {
    check("Lee pushed back on those claims.", "Lee | pushed back on | those claims.");
    check("Drivers weighed in on the toll.", "Drivers | weighed in on | the toll.");
    check("Ann Lee spoke out in favor of a toll.", "Ann Lee | spoke out in favor of | a toll.");
    check("Lee called on Monday for a toll.", "Lee | called on Monday for | a toll.");
    check("Lee talked to voters about the toll.", "Lee | talked | about the toll.");
    check("Lee wrote about the toll in May.", "Lee | wrote about | the toll in May.");
    check("Lee is looking to close the port.", "Lee | is looking | to close the port.");
    check("Asked on Radio Borsk whether it was shut, he left.", " | Asked | whether it was shut");
    for text in ["Lee weighed in on Monday.", "Lee sent the boat back to the port.", "Lee looked to the port."] {
        check(text, "");
    }
    check("“It is shut,” Lee wrote on Twitter.", "Lee | wrote on Twitter | “It is shut,”");
}

#[test]
fn what_seems_and_what_is_so() {
    check("The road seems risky.", " | seems | The road … risky.");
    check("The road seems too risky.", " | seems | The road … risky.");
    check("It seems like a trap.", " | seems | like a trap.");
    check("They seemed stunned.", " | seemed | They … stunned.");
    check("She appeared on Monday.", "");
    check("He does not think so.", "He | does not think | so.");
    check("Some said so in May.", "Some | said | so in May.");
    check("Nurses are sure they will win.", "Nurses | are sure | they will win.");
}

#[test]
fn objects_that_are_only_seen_or_found() {
    check("She saw the bridge. Nurses found a key.", "");
    check("The jury found him guilty.", "The jury | found | him guilty.");
    check("The study found flaws.", "The study | found | flaws.");
    check("Lee sees the danger growing.", "Lee | sees | the danger growing.");
    check("Lee claimed a third victory.", "");
    check("A book released by the town is out.", "");
}

#[test]
fn a_body_spoken_of_as_it() {
    check("It attacked the plan.", "It | attacked | the plan.");
    check("This praised the plan.", "");
}

#[test]
fn who_goes_on_behind_the_verb() {
    check(
        "“The bridge is shut,” said Ann Lee, adding that it was late.",
        "Ann Lee | said | “The bridge is shut,”\nAnn Lee | adding | that it was late.",
    );
    check("Ann Lee told voters about the toll.", "Ann Lee | told | about the toll.");
    check("Ann Lee told the truth about the toll.", "Ann Lee | told | the truth about the toll.");
    check("She talked about how it was built.", "She | talked about | how it was built.");
    check("They voted to shut the port.", "They | voted | to shut the port.");
    check("They looked forward to the rain.", "They | looked forward to | the rain.");
    check("They looked to the sea.", "");
    check("They asked about the toll.", "They | asked about | the toll.");
    check("They asked for a photo.", "");
    check("They hoped to mesmerize voters.", "They | hoped | to mesmerize voters.");
    check("They agreed to arbitration.", "They | agreed to | arbitration.");
}

#[test]
fn words_between_a_source_and_its_verb() {
    check("Ann Lee never mentioned the toll.", "Ann Lee | never mentioned | the toll.");
    check("The firm in 2019 praised the plan.", "The firm | praised | the plan.");
    check("Rae, who on Monday endorsed the toll, left.", "who | endorsed | the toll");
    check("A reporter for Lyria Today praised it.", "A reporter for Lyria Today | praised | it.");
    check("The coal states trump it. The law states that it is shut.", "The law | states | that it is shut.");
}
