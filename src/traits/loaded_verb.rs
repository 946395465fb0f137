//! Verbs of speech that judge the speaker.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::entries::List;
use super::wording;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("loaded-verb"),
    name: "Loaded verb of speech",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A verb that does more than say that somebody spoke.",
        why: "“Claimed” casts doubt, “admitted” hints at guilt, “slammed” turns a reply into a fight.",
        but: "Fair where the text shows it: a confession in court, a claim proved wrong, a shout that was heard.",
        question: "What would change if it read “said”?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "“Said” is neutral; “claimed” casts doubt; “admitted” implies guilt; a reporter cannot know what people feel.",
        source: "Bender et al., Writing and Reporting for the Media, Oxford University Press student site",
    }],
    failures: &[
        "“Claim” used of a statement that the article goes on to disprove.",
        "“Admit” in the report of a real confession.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The senator [[slammed]] the plan on Monday."),
    Example("The mayor [[claimed]] that the bridge was safe."),
    Example("She [[admitted]] that the letter was hers."),
    Example("He [[boasted]] that he could win in a week."),
    Example("The group claimed responsibility for the fire."),
    Example("Three guards were admitted to hospital."),
    Example("Insurance claims rose in May."),
    Example("The car slammed into a wall near the port."),
    Example("The mayor said that the bridge was safe."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    wording::detect(List::Verb, text, findings);
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_face_says_nothing() {
        check(&TRAIT, "Carver smirked as he left. Walkouts and jeers followed, and members heckled.");
        check(&TRAIT, "“Sit down,” he [[barked]]. The guard barked and the cook sniffed.");
        check(&TRAIT, "“It is lovely,” [[gushed]] Bo Rae. Oil gushed from the pipe.");
        check(&TRAIT, "“You lost,” Carver [[smirked]]. “Not yet,” the mayor [[scoffed]].");
        check(&TRAIT, "He has one gift - bragging - and knows it. He [[bragged]] about the pier.");
        check(&TRAIT, "Velia got trounced in the last match. The clerks seethed after the news that he had won.");
        check(&TRAIT, "The deficit scolds have gone quiet. The mayor [[scolded]] the board.");
        check(&TRAIT, "He derided the plan as weak, and belittled it, calling it a toy. She [[derided]] the plan.");
        check(
            &TRAIT,
            "His letter was widely ridiculed. The mayor [[ridiculed]] the board, which seems fixated on tolls.",
        );
        check(
            &TRAIT,
            "The mayor falsely claimed that the toll had gone. The mayor [[claimed]] that the toll had gone.",
        );
    }

    #[test]
    fn a_claim_is_a_noun() {
        check(
            &TRAIT,
            "The claims of the fishers were heard in March. Lyria lays claims to the pier, its only claim to fame.",
        );
    }

    #[test]
    fn claims_of_a_side_are_a_noun() {
        check(&TRAIT, "The site rated a third of Republican claims false.");
    }

    #[test]
    fn a_column_chooses_its_verbs() {
        check(
            &TRAIT,
            "Opinion\n\nA toll too far\n\nBy Ann Lee\n\nThe town claims that the toll will pay for the road.",
        );
    }

    #[test]
    fn a_feeling_of_ones_own_is_no_guilt() {
        check(&TRAIT, "The captain admitted that he was nervous. He [[admitted]] that he was wrong.");
        check(&TRAIT, "The captain apologised and admitted that he was late.");
    }

    #[test]
    fn a_claim_that_heads_a_check() {
        check(&TRAIT, "Claim: “The road was closed for a year.”");
    }

    #[test]
    fn fumes_are_a_noun() {
        check(&TRAIT, "Toxic fumes filled the hall.");
    }

    #[test]
    fn a_clause_without_that() {
        check(&TRAIT, "Police [[claimed]] the driver fled. The firm [[claims]] its pill cures colds.");
        check(&TRAIT, "She [[admitted]] she lied. He [[confessed]] he took the boat. The minister [[claims]] he won.");
        check(&TRAIT, "The mayor [[claimed]] the council cut the rate.");
    }

    #[test]
    fn what_nobody_did() {
        check(
            &TRAIT,
            "Lee declined to blast the plan, stopped short of slamming it, and won’t be able to brag about it.",
        );
        check(&TRAIT, "The mayor declined, and [[slammed]] the board. The crews could [[slam]] the plan.");
    }

    #[test]
    fn a_claim_that_the_text_goes_on_to_refute() {
        check(&TRAIT, "The mayor claimed that the port was shut. He said it twice. That is a lie.");
        check(&TRAIT, "The mayor [[claimed]] that the port was shut. The crews said that it was false.");
    }

    #[test]
    fn what_a_rule_or_a_ruling_does() {
        check(&TRAIT, "The bill takes aim at plastic bags. Lee eviscerated the law on Friday.");
        check(&TRAIT, "Lee [[took aim at]] Rae in a speech. Lee [[eviscerated]] the mayor.");
        check(&TRAIT, "The crews derided the deal as toothless. The crews [[derided]] the mayor.");
        check(&TRAIT, "He apologised and admitted that the count was wrong.");
    }

    #[test]
    fn what_is_no_clause() {
        check(
            &TRAIT,
            "Lyria claimed the title. The storm claimed 12 lives. He admitted the charge brought by the port.",
        );
        check(
            &TRAIT,
            "He admitted the theft committed in May. She confessed to the theft. No one dared to admit a fault.",
        );
        check(&TRAIT, "He refused to admit that the toll had failed. He claimed that it had gone, but gave no proof.");
        check(&TRAIT, "She told the court that she had lied and admitted she took the boat.");
    }

    #[test]
    fn what_is_claimed_at_a_desk() {
        check(&TRAIT, "The keys can be claimed at the station.");
    }

    #[test]
    fn what_is_built_can_be_taken_apart() {
        check(&TRAIT, "The frame can be taken apart and used again.");
    }

    #[test]
    fn a_paper_that_is_checked() {
        check(&TRAIT, "The leaflet claims that the road was closed. We rate this claim false.");
        check(&TRAIT, "The council [[claims]] that the road was closed.");
    }

    #[test]
    fn admitted_students() {
        check(&TRAIT, "The school admitted 40 students this year.");
    }

    #[test]
    fn who_admits_in_so_many_words() {
        check(&TRAIT, "“We were naive,” the coach admitted.");
        check(&TRAIT, "The coach [[admitted]] that the team was late.");
        check(&TRAIT, "The coach [[admitted]], however, that the team was late. He admitted, in May, two boys.");
        check(&TRAIT, "She admitted that the sample was small.");
    }

    #[test]
    fn a_cue_in_the_outlet_s_voice() {
        check(&TRAIT, "“It is over,” he [[gloated]].");
        check(&TRAIT, "“It is over,” the minister [[claimed]]. The prize was never claimed.");
        check(&TRAIT, "Police sources [[revealed]] that the flat was empty. The X-ray revealed that it was a fake.");
    }

    #[test]
    fn who_says_it_is_not_pretending() {
        check(&TRAIT, "It would be wrong to pretend that nobody was hurt.");
        check(&TRAIT, "We must stop pretending that the bridge is safe. The crews pretend they live here.");
        check(&TRAIT, "The mayor [[pretended]] that the toll had gone. He pretended to sleep.");
    }

    #[test]
    fn claims_that_there_are() {
        check(&TRAIT, "There are claims that the road was closed, and it has been claimed that it was not.");
    }

    #[test]
    fn what_is_claimed_is_no_statement() {
        check(&TRAIT, "The Larks claimed momentum, and a flood went on, claiming 24 lives.");
        check(&TRAIT, "The clerk sued the port, claiming harassment.");
        check(&TRAIT, "The clerk [[claimed]] on Monday that the port was shut. The owners [[claim]] the port is safe.");
        check(&TRAIT, "The mayor [[professed]] to love the sea, and the board [[is claiming]] that the pier is safe.");
        check(
            &TRAIT,
            "A caller claiming to be a clerk rang. The rebels claimed that two guards fell. Lee is claiming benefits.",
        );
        check(&TRAIT, "He laughed off rumours and ripped open the bag. Lee [[laughed off]] the plan.");
    }

    #[test]
    fn rails_for_trains() {
        check(&TRAIT, "The rail union met on Monday. Its chair [[railed against]] the plan.");
    }

    #[test]
    fn what_hands_and_trades_do() {
        check(&TRAIT, "She ripped a page out of the diary. Shops were hammered by the lockdown, and troops hit back.");
        check(&TRAIT, "The mayor [[ripped]] the plan, and the site [[peddled]] lies.");
    }

    #[test]
    fn a_blast_is_heard() {
        check(&TRAIT, "Blast kills nine in port. A second blast hits the pier as people flee.");
        check(&TRAIT, "The mayor [[blasted]] the plan.");
    }

    #[test]
    fn nobody_is_said_to_claim() {
        check(&TRAIT, "It was claimed at the meeting that some of the names were false.");
    }

    #[test]
    fn rock_is_blasted() {
        check(&TRAIT, "The mine was fined for blasting outside its permit. The mayor [[blasted]] the mine.");
    }

    #[test]
    fn a_score_follows() {
        check(&TRAIT, "The Larks hammered the Herons 6-0 on Saturday.");
        check(&TRAIT, "The senator [[hammered]] the plan on Saturday.");
    }

    #[test]
    fn blasts_at_sea() {
        check(&TRAIT, "Wind blasted the car off the road. The marchers were slammed with clubs.");
    }
}
