//! Names for people and groups that judge them.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::entries::List;
use super::wording;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("loaded-label"),
    name: "Loaded label",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A name that judges, in the outlet’s own voice.",
        why: "It asks you to like or reject people before you know what they did.",
        but: "Fair where the text says who uses it, or proves it.",
        question: "What would the people named here call themselves?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Do not label or characterise the subjects of news: report what they do, who they are, and their background.",
            source: "Reuters policy post, 2007",
        },
        Reference {
            asks: "A loaded label aimed at a person or group stands where evidence should.",
            source: "SemEval-2023 Task 3 guidelines; “Name Calling”, Institute for Propaganda Analysis, 1937",
        },
        Reference {
            asks: "Comparing people with vermin, disease or beasts denies that they are people.",
            source: "W3C Credibility Signals 7.2.5",
        },
    ],
    failures: &[
        "A word that is neutral in one country and loaded in another.",
        "A label that a court has made a fact, when the text does not say so.",
        "A label in a speech that is retold without “he said”.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The mayor and his [[cronies]] left by the back door."),
    Example("Two parties and the [[gangs]] close to them held the square."),
    Example("The [[regime]] closed three newspapers in May."),
    Example("[[Thugs]] broke the windows of the union’s office."),
    Example("She began a new exercise regime in May."),
    Example("Police arrested nine members of a street gang."),
    Example("“They are thieves and thugs,” said Mara Elling, a shop owner."),
    Example("The group, which the ministry lists as a terrorist organization, denied it."),
    Example("The minister called the marchers thugs."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    wording::detect(List::Label, text, findings);
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn several_words_are_one_label() {
        check(&TRAIT, "A crowd of [[social justice warriors]] filled the hall.");
    }

    #[test]
    fn what_nobody_is_said_to_think_is_the_outlets() {
        check(&TRAIT, "The [[thug]] is thought to have fled by boat.");
        check(&TRAIT, "The thug fled by boat, the mayor said. The claim that the thug fled is old.");
    }

    #[test]
    fn praise_counts() {
        check(&TRAIT, "The [[rebellious youth]] of the town stayed in the square.");
    }

    #[test]
    fn what_the_law_or_the_cook_calls_so() {
        check(&TRAIT, "The police look for the pages of terrorist groups. The military regime fell in May.");
        check(&TRAIT, "The terrorist group was banned in May. The [[terrorist]] group fled in May.");
        check(
            &TRAIT,
            "The site tracks terrorists, such as the Islamic State terrorist group. One of the [[terrorists]] fled.",
        );
        check(&TRAIT, "Skim off the scum. The [[scum]] fled in May.");
    }

    #[test]
    fn regime_change_is_a_term() {
        check(&TRAIT, "The paper argued against regime change in the north.");
        check(&TRAIT, "It is a year since the fall of the regime, and the ousted regime owed millions.");
    }

    #[test]
    fn police_for_gangs() {
        check(&TRAIT, "A gang task force joined the search.");
        check(&TRAIT, "Gang jailed for a cigarette smuggling plot.");
        check(&TRAIT, "The gang was charged in May.");
        check(&TRAIT, "The gang robbed a bank. A gang of thieves took the boat. She joined a gang at 14.");
        check(&TRAIT, "The mayor’s [[gang]] met at noon.");
        check(&TRAIT, "An extremist was jailed for it. A personality cult grew around him.");
    }

    #[test]
    fn what_is_long_past_is_history() {
        check(&TRAIT, "The traitor was hanged at the port in 1606. The [[traitor]] left the port in 2006.");
    }

    #[test]
    fn whom_a_source_likens_to_whom() {
        check(&TRAIT, "Jane Doe compared the mayor to a tyrant, and the guards were portrayed as thugs.");
    }

    #[test]
    fn what_a_party_is_called_everywhere() {
        check(&TRAIT, "A leftist president took office. The [[leftist]] rules came in May.");
        check(&TRAIT, "A right-wing outlet and a left-wing activist won the prize.");
    }

    #[test]
    fn pieces_of_a_game_and_figures_of_felt() {
        check(&TRAIT, "A pawn was lost on move nine, and the puppet was made of felt.");
        check(&TRAIT, "The mayor was a [[pawn]] in it, and a [[puppet]] of the port.");
    }

    #[test]
    fn a_name_is_no_label() {
        check(&TRAIT, "The band Savage Garden played, and Crook County voted.");
    }

    #[test]
    fn a_headline_is_the_outlet_s_voice() {
        check(&TRAIT, "Mayor’s [[Henchmen]] Close Town Library");
    }

    #[test]
    fn whose_word_it_is_ends_with_the_clause() {
        check(&TRAIT, "The pier, which he says was shut, was seized by [[thugs]].");
    }

    #[test]
    fn as_may_join_two_clauses() {
        check(&TRAIT, "The lights went out as [[thugs]] broke the windows.");
        check(&TRAIT, "The men were known in Marlow as thugs and thieves.");
        check(&TRAIT, "To many, the mayor is a thug. The board blasted the clerks for being thugs.");
        check(&TRAIT, "Thug. Coward. That was all they read. The [[thug]] left.");
    }

    #[test]
    fn what_is_denied_is_not_stated() {
        check(&TRAIT, "The marchers were not thugs and went home at six.");
        check(
            &TRAIT,
            "It treats them like vermin, and they were treated like thugs. The doctor treated the [[thugs]].",
        );
        check(&TRAIT, "He denied being a thug. She denied that he was a thug. He denied the [[thugs]] a meeting.");
    }

    #[test]
    fn reported_speech_is_the_speaker_s() {
        check(&TRAIT, "Jane Doe said that the regime was weak.");
        check(&TRAIT, "Jane Doe wants the voters to stop being cowards.");
        check(&TRAIT, "Jane Doe would like the regime to fall.");
        check(&TRAIT, "A [[maniac]] shut the gate, the Courier has learned. Lee spoke to stress [[leftist]] issues.");
    }

    #[test]
    fn both_sides_of_one_dispute() {
        check(&TRAIT, "[[Anti-choice]] marchers met [[pro-abortion]] marchers at the bridge.");
        check(&TRAIT, "A [[Democrat mayor]] met a Liberal Democrat mayor and the [[globalist elite]].");
        check(&TRAIT, "Pro-abortion rights groups met Democrat-led crews at the bridge.");
    }

    #[test]
    fn a_word_that_one_side_gave_another_sense() {
        check(&TRAIT, "The invaders burned the church in 1066, and a cult figure of jazz sang of it.");
        check(&TRAIT, "The mayor put guards at the border against [[invaders]].");
    }

    #[test]
    fn one_swarm_is_as_many() {
        check(&TRAIT, "A [[swarm of migrants]] crossed the bridge, and a swarm of bees followed.");
    }

    #[test]
    fn a_mob_of_animals() {
        check(&TRAIT, "A mob of meerkats ran off. The current mob are idle. A [[mob]] filled the square.");
        check(&TRAIT, "The [[martyrs]] of the port and an [[acolyte]] lay there. The church has saints and martyrs.");
    }

    #[test]
    fn other_senses() {
        check(&TRAIT, "Narcissists can be kind. The mayor is a [[narcissist]].");
        check(&TRAIT, "His lies fool no one, and you can fool a friend. The mayor is a [[fool]].");
        check(&TRAIT, "Fool’s gold was found beside the tyrant lizard. The [[tyrant]] left.");
        check(
            &TRAIT,
            "The gang took lamps from nine sheds, and more burglaries followed. A [[gang]] filled the square.",
        );
        check(
            &TRAIT,
            "The town fears a [[migrant invasion]]. The [[kleptocrat]] and his [[lickspittle]] met an [[imbecile]].",
        );
        check(&TRAIT, "The novice beat a career politician, with her fellow travellers on the train.");
        check(&TRAIT, "The mayor is a [[career politician]] and a [[fellow traveller]] of the port.");
    }

    #[test]
    fn a_critic_may_call_a_villain_one() {
        let plain = "\n\nBo Rae plays the mayor, a pompous windbag, with relish.\n\nIt is on until Friday.";
        check(&TRAIT, &format!("Review: The Salt Ferry, Pier Stage{plain}"));
        check(&TRAIT, &format!("Opinion: the mayor must go{}", plain.replace("windbag", "[[windbag]]")));
    }

    #[test]
    fn what_is_credited_afterwards_to_people_without_a_name() {
        check(&TRAIT, "Followers of a [[demagogue]] broke the gate, port officials said.");
        check(&TRAIT, "Followers of a demagogue broke the gate, the port authority said.");
        check(&TRAIT, "Many in the port believe that a demagogue broke the gate.");
        check(&TRAIT, "There was carping that the mayor is a demagogue, and talk of whether he is a crook.");
        check(
            &TRAIT,
            "Lee rejected the idea that the mayor is a demagogue. The pier that the [[demagogue]] shut fell.",
        );
    }
}
