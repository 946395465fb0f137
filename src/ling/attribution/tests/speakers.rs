//! Who speaks, where something stands between the speaker and the verb or around them.

use super::check;

#[test]
fn an_aside_that_says_why() {
    check(
        "A guard, speaking on condition of anonymity because he was not allowed to talk, said Velia would win.",
        "A guard | said | Velia would win.",
    );
    check(
        "Two clerks, waiting in line because of the strike, said Lyria would win.",
        "Two clerks | said | Lyria would win.",
    );
    check("A clerk, yawning as she sat down, said Ann Lee had left.", "A clerk | said | Ann Lee had left.");
}

#[test]
fn a_speaker_whose_name_comes_behind() {
    for who in ["A man named Tev Rae", "A Tarn woman named Ann Lee", "Two men named Rae"] {
        check(&format!("{who} said the road was closed."), &format!("{who} | said | the road was closed."));
    }
}

#[test]
fn there_is_nobody() {
    check("There are claims that the road was sold.", " | are claims | that the road was sold.");
    check("There were reports that the road was sold.", " | were reports | that the road was sold.");
}

#[test]
fn what_is_asked_is_no_part_of_who_asks() {
    check("Lee was asked by Ann Roe why he had left.", "Ann Roe | was asked | why he had left.");
    check(
        "Two cows were stolen, according to farm workers, when the fair was on.",
        "farm workers | according to | Two cows were stolen",
    );
}

#[test]
fn a_relative_clause_ends_where_another_clause_begins() {
    check(
        "The road is shut, said Ann Lee, who lives in Borsk, and the council said nothing.",
        "Ann Lee, who lives in Borsk | said | The road is shut\nthe council | said | nothing.",
    );
    check(
        "“The road is shut,” said Ann Lee, who runs Aland Lines, a ferry firm.",
        "Ann Lee, who runs Aland Lines, a ferry firm. | said | “The road is shut,”",
    );
}

#[test]
fn another_speaker_in_the_same_words() {
    let expected = "The guards | said | it was shut\nAnn Lee, a clerk | said | it was not.";
    check("The guards said it was shut, and Ann Lee, a clerk, said it was not.", expected);
    let expected = "The guards | said | it was shut\nthe harbour board | said | it was not.";
    check("The guards said it was shut and the harbour board said it was not.", expected);
    check("The guards said it was shut while the harbour board said it was not.", expected);
}

#[test]
fn whom_another_newsroom_heard() {
    let said = "the road is shut.";
    for (cited, cue) in [
        ("two clerks saying", "saying"),
        ("two clerks as saying", "saying"),
        ("two clerks who said", "said"),
        ("two clerks who had said", "said"),
    ] {
        check(
            &format!("The Post quoted {cited} {said}"),
            &format!("The Post | quoted | {cited} {said}\ntwo clerks | {cue} | {said}"),
        );
    }
    check("The Post cited a law that says so.", "The Post | cited | a law that says so.");
}

#[test]
fn a_form_in_ing_before_an_office() {
    for speaker in ["Acting police chief Ann Lee", "Housing minister Ann Lee", "Planning officer Ann Lee"] {
        check(&format!("{speaker} said the road was shut."), &format!("{speaker} | said | the road was shut."));
    }
    check("Shipping executives said the road was shut.", "Shipping executives | said | the road was shut.");
    check("The cows sleep where visiting experts say it is late.", "visiting experts | say | it is late.");
    check("Killing officials is wrong, Ann Lee said.", "Ann Lee | said | Killing officials is wrong");
    check("Praising mayor Ann Roe, Ann Lee left.", "Ann Lee | Praising | mayor Ann Roe");
}

#[test]
fn who_is_told_at_the_end() {
    check("The bridge is dead, two clerks told the Post.", "two clerks | told | The bridge is dead");
    check("The bridge is dead, Ann Lee told reporters.", "Ann Lee | told | The bridge is dead");
    check("Running for mayor, Ann Lee promised a new bridge.", "Ann Lee | promised | a new bridge.");
}

#[test]
fn half_of_them() {
    check("In Velia, about half of the nurses said it was late.", "half of the nurses | said | it was late.");
}

#[test]
fn something_is_left_of_what_they_say() {
    check("According to Ann Lee, the plan reeks of fear.", "Ann Lee | According to | the plan reeks of fear.");
    check("It was backed by the port.", "");
}

#[test]
fn a_title_in_quotation_marks_is_not_said() {
    check(
        "The road is shut, said Ann Lee, the author of “Roads and Their Ends.”",
        "Ann Lee, the author of “Roads and Their Ends.” | said | The road is shut",
    );
}

#[test]
fn a_speaker_with_a_clause_of_its_own() {
    check(
        "The tape was cut, a clerk who has heard both tapes said.",
        "a clerk who has heard both tapes | said | The tape was cut",
    );
    check(
        "There is “no way back,” a guard who likes the port said on Friday.",
        "who | likes | the port\na guard who likes the port | said | There is “no way back,”",
    );
    check(
        "A cook who gave his name only as Ben told the Post that it was late.",
        "A cook who gave his name only as Ben | told | that it was late.",
    );
    check("The wall fell, said two cooks who were there.", "two cooks who were there. | said | The wall fell");
    check("The port, according to cooks who left it, sank.", "cooks who left it | according to | The port … sank.");
}

#[test]
fn a_friend_of_hers() {
    check("A friend of Lee’s said he was late.", "A friend of Lee’s | said | he was late.");
    check("Lee’s said age was wrong.", "");
}

#[test]
fn a_first_name_that_ends_like_an_adverb() {
    check("Kelly Rae said it was late.", "Kelly Rae | said | it was late.");
    check("Training board member Ann Lee asked who was late.", "Training board member Ann Lee | asked | who was late.");
}

#[test]
fn some_of_them() {
    check("Some blamed the mayor for it.", "Some | blamed | the mayor for it.");
    check("Some blamed officials left.", "");
}

#[test]
fn a_remark_on_the_speaker() {
    check(
        "He left early and two clerks who attended the talks said it was dead.",
        "two clerks who attended the talks | said | it was dead.",
    );
    check("It came as a nurse, speaking in Borsk, said the road was shut.", "a nurse | said | the road was shut.");
    check(
        "It came as a nurse who had left the town said the road was shut.",
        "a nurse who had left the town | said | the road was shut.",
    );
    check(
        "It came as a clerk briefed on the talks claimed they had failed.",
        "a clerk briefed on the talks | claimed | they had failed.",
    );
    check("The road, two clerks, speaking in Borsk, said, is shut.", "two clerks | said | The road … is shut.");
    check("Lee, smiling, told the paper it was shut.", "Lee | told | it was shut.");
    check(
        "The road is shut, said two men involved in the talks.",
        "two men involved in the talks | said | The road is shut",
    );
}

#[test]
fn who_speaks_behind_a_time_or_an_adjective() {
    check("Last week one clerk said the road was shut.", "one clerk | said | the road was shut.");
    check("Lee left early and at least two clerks said it was shut.", "at least two clerks | said | it was shut.");
    check("“It is shut,” said four Borsk guards.", "four Borsk guards | said | “It is shut,”");
    check("Half a dozen clerks said it was shut.", "Half a dozen clerks | said | it was shut.");
    check("Two ex-aides said it was shut.", "Two ex-aides | said | it was shut.");
    check("“It is shut,” said a visibly shaken clerk.", "a visibly shaken clerk | said | “It is shut,”");
}

#[test]
fn who_speaks_behind_a_time_or_a_place_without_a_comma() {
    check("On Monday traders said it was dead.", "traders | said | it was dead.");
    check("Last week Ann Lee said it was dead.", "Ann Lee | said | it was dead.");
    check("In 2019 residents said it was dead.", "residents | said | it was dead.");
    check("This week senior officials said it was dead.", "senior officials | said | it was dead.");
    check("A Sunday Times reporter said it was dead.", "A Sunday Times reporter | said | it was dead.");
    check("In Borsk port officials said it was dead.", "port officials | said | it was dead.");
    check("At the weekend traders blamed the mayor.", "traders | blamed | the mayor.");
    check("In France Ann Lee said it was dead.", "Ann Lee | said | it was dead.");
    check("With voters worried about the toll, Ann Lee left.", " | worried about | the toll");
}

#[test]
fn who_opens_a_sentence_like_a_verb() {
    check("Unite has found that pay fell.", "Unite | has found | that pay fell.");
    check("Saving Lyria said it was shut.", "Saving Lyria | said | it was shut.");
    check("Visiting Lyria, the mayor said it was shut.", "the mayor | said | it was shut.");
    check("Asked in Lyria, the mayor said it was shut.", "the mayor | said | it was shut.");
}

#[test]
fn an_age_before_the_verb() {
    check(
        "Police said they came after Tom Lee, 31, found a note.",
        "Police | said | they came after Tom Lee, 31, found a note.",
    );
    check("The dead man was Tom Lee, 31, said police.", "police | said | The dead man was Tom Lee, 31");
    check("Rents rose by 31, found a study by the bank.", "a study | found | Rents rose by 31");
}

#[test]
fn what_nobody_says() {
    check("Staff were told to expect snow.", "");
    check("Staff were told to expect snow, Lee said.", "Lee | said | Staff were told to expect snow");
    check("Lee left without saying why.", "");
    check("“It is all shut.” Lee did not reply.", "");
    check("Growth: 1.1 per cent", "");
}

#[test]
fn a_court_holds() {
    check("“The rule is void for all,” the court held.", "the court | held | “The rule is void for all,”");
    check("The court held that the rule was void.", "The court | held | that the rule was void.");
    check("The club held that match. On Monday, the court held a hearing.", "");
}

#[test]
fn a_time_of_which_something_is_said() {
    check("The council said this year would be hard.", "The council | said | this year would be hard.");
    check("Ann Lee said Monday was too late.", "Ann Lee | said | Monday was too late.");
    check("Police said two days were needed.", "Police | said | two days were needed.");
    check("She told the court the week had been hard.", "She | told | the week had been hard.");
    check("The council said last week it was hard.", "The council | said | it was hard.");
    check("What Ann Lee said Monday was wrong.", "");
}

#[test]
fn papers_that_somebody_has_seen() {
    check(
        "Papers obtained by the Examiner show that it was paid.",
        "Papers obtained by the Examiner | show | that it was paid.",
    );
    check(
        "Figures obtained by the council on Monday show it is late.",
        "Figures obtained by the council on Monday | show | it is late.",
    );
    for (paper, rest) in [
        ("Court documents", "show that it was paid."),
        ("Police documents", "show a second case."),
        ("Police records", "show nine people died."),
        ("Hospital documents", "show 90 deaths."),
        ("Council documents seen by the Examiner", "show it is late."),
    ] {
        let (cue, content) = rest.split_once(' ').expect("two words");
        check(&format!("{paper} {rest}"), &format!("{paper} | {cue} | {content}"));
    }
    check("It was paid, court documents show.", "court documents | show | It was paid");
    check("The ministry documents deaths every week.", "The ministry | documents | deaths every week.");
    check(
        "It was paid, according to a memo seen by the Examiner.",
        "a memo seen by the Examiner | according to | It was paid",
    );
}

#[test]
fn whoever_slams_a_decision() {
    for what in ["decision", "plan", "move"] {
        check(
            &format!("The pool was shut, a {what} that swimmers slammed as cruel."),
            &format!("swimmers | slammed | a {what} that"),
        );
    }
    check("They heard a claim that swimmers left in May.", " | a claim | that swimmers left in May.");
}

#[test]
fn who_speaks_behind_a_clause_of_another() {
    check(
        "A café owner on the quay fears for her summer, and experts warn of empty piers.",
        "experts | warn of | empty piers.",
    );
    check("Officials and experts warn of empty piers.", "Officials and experts | warn of | empty piers.");
    check("Ann Lee, Bo Rae, and their friends warn of rain.", "Ann Lee, Bo Rae, and their friends | warn of | rain.");
}

#[test]
fn who_does_something_meanwhile() {
    check("Lee, citing the storm, closed the port.", "Lee | citing | the storm,");
    check("The bill, opposed by drivers, failed.", "drivers | opposed | The bill");
    check("Lee, in a long, angry interview, said it was shut.", "Lee | said | it was shut.");
    check("The bridge, built by drivers, failed.", "");
}

#[test]
fn a_form_in_s_behind_who_or_in_a_phrase() {
    check("A clerk who studies tax law said it was late.", "A clerk who studies tax law | said | it was late.");
    check(
        "It fell by 3.5 percentage points, and rose, she said.",
        "she | said | It fell by 3.5 percentage points, and rose",
    );
    check("Lee says at a market stop that it is shut.", "Lee | says | that it is shut.");
}

#[test]
fn figures_and_papers_that_show_it() {
    check("Findings show drivers fear a toll.", "Findings | show | drivers fear a toll.");
    check(
        "Data from the Borsk Port Survey show that it fell.",
        "Data from the Borsk Port Survey | show | that it fell.",
    );
    check("Leaked letters showed that it fell.", "Leaked letters | showed | that it fell.");
    check("Faced with it, he said no.", "he | said | no.");
}

#[test]
fn verbs_behind_an_aside_or_both() {
    check("Some drivers, however, question the toll.", "Some drivers | question | the toll.");
    check(
        "The film both documents the storm and mocks it.",
        "The film | both documents | the storm\nThe film | mocks | it.",
    );
    check("In May, support the toll had was lost.", "");
    check(
        "“It is shut,” retired Borsk Guard general Ann Lee said.",
        "retired Borsk Guard general Ann Lee | said | “It is shut,”",
    );
    check("Port officials have long been talking about it.", "Port officials | have long been talking about | it.");
    check(
        "(According to the port police, the port was shut last year on a Monday in May.)",
        "the port police | According to | the port was shut last year on a Monday in May.)",
    );
}
