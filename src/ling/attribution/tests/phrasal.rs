//! Verbs that report only with the words behind them.

use super::check;

#[test]
fn support_and_criticism_received() {
    check("The toll has drawn criticism from farmers.", "farmers | has drawn criticism | The toll");
    check("Lee won the endorsement of the Lyria Union.", "the Lyria Union | won the endorsement | Lee");
    check("Rae enjoys strong support among voters.", "voters | enjoys strong support | Rae");
    check("Rae has 20 percent support from voters.", "");
    check("The cabin got support from a beam.", "");
    check("The roof won the support of steel.", "");
}

#[test]
fn taking_a_side() {
    check("Rae is a fierce critic of the toll.", "Rae | is a fierce critic of | the toll.");
    check("Rae has long been a supporter of the toll.", "Rae | has long been a supporter of | the toll.");
    check("Rae is the mayor of the town.", "");
    check("A critic of the toll left.", "");
    check("Lee has doubts about the plan.", "Lee | has doubts about | the plan.");
    check("The town faced accusations of fraud.", " | accusations of | fraud.");
    check("We believe in the town.", "We | believe in | the town.");
    check("Lee has a house about a mile away.", "");
    check("Farmers are supportive of the toll.", "Farmers | are supportive of | the toll.");
}

#[test]
fn a_case_that_is_made() {
    check("Lee made the case that the toll is fair.", "Lee | made the case | that the toll is fair.");
    check("Lee made the case for a toll.", "Lee | made the case for | a toll.");
    check("Lee made the case to voters that it is fair.", "Lee | made the case | that it is fair.");
    check("Lee lost the case for good.", "");
    check("The carpenter made a case of oak.", "");
}

#[test]
fn verbs_with_a_particle() {
    check("Lee went after Rae with claims.", "Lee | went after | Rae with claims.");
    check("Lee went after lunch with claims.", "");
    check("Lee called out Rae.", "Lee | called out | Rae.");
    check("Lee called out in pain.", "");
    check("Lee brushed aside concerns about it.", "Lee | brushed aside | concerns about it.");
    check("Lee brushed aside the leaves.", "");
    check("Lee took aim at the toll.", "Lee | took aim at | the toll.");
    check("Lee took a seat at the bar.", "");
    check("Lee came out against the plan.", "Lee | came out against | the plan.");
    check("Lee came out of the house with a plan.", "");
    check("They sparred over the toll.", "They | sparred over | the toll.");
}

#[test]
fn a_verb_before_the_one_that_reports() {
    check("Lee used the speech to attack Rae.", "Lee | used the speech to attack | Rae.");
    check("Lee took to the radio to say that it was shut.", "Lee | took to the radio to say | that it was shut.");
    check("Lee is unlikely to say that it is shut.", "Lee | is unlikely to say | that it is shut.");
    check("It is hard to say that it is shut.", "It | to say | that it is shut.");
    check("Lee wanted to know whether it was shut.", "Lee | wanted to know | whether it was shut.");
    check("Lee wanted to leave.", "Lee | wanted | to leave.");
    check(
        "Lee issued a statement on Monday saying it was shut.",
        "Lee | issued a statement on Monday saying | it was shut.",
    );
    check("“It is shut,” Lee said with a grin.", "Lee | said with a grin | “It is shut,”");
    check("“It is shut,” Lee said with the others gone.", "Lee | said | “It is shut,”");
}

#[test]
fn several_who_speak_and_what_hangs_on_them() {
    check("Lee and Rae support the toll.", "Lee and Rae | support | the toll.");
    check("There are towns that support the toll.", "that | support | the toll.");
    check("The town’s support the last year was thin.", "");
    check("It is a bridge that Lee hopes will stand.", "Lee | hopes | a bridge that … will stand.");
    check("Nor is it clear that it is shut.", " | is it clear | that it is shut.");
    check("It’s not clear that it is shut.", " | not clear | that it is shut.");
    check("He’s sure that it is shut.", "He | ’s sure | that it is shut.");
    check("As per sources, the road is shut.", "sources | As per | the road is shut.");
    check("As per tradition, the road is shut.", "");
    check("They agreed in 2011 to a toll.", "They | agreed in 2011 to | a toll.");
    check(
        "The firm claimed credit but clerks have said it was late.",
        "The firm | claimed | credit\nclerks | have said | it was late.",
    );
    check("The office said about half of the road is shut.", "The office | said | half of the road is shut.");
    check("The mayor urged caution on Monday.", "The mayor | urged | caution on Monday.");
}

#[test]
fn what_cannot_speak() {
    check(
        "A trader fined £90 over a gate says he will appeal.",
        "A trader fined £90 over a gate | says | he will appeal.",
    );
    check("The slogan “is a joke to us,” wrote Ann Lee.", "Ann Lee | wrote | The slogan “is a joke to us,”");
}
