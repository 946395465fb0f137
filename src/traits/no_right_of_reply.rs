//! Accusations that nobody answers.

use crate::ling::Annotated;
use crate::text::Span;
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::heard::Answer;
use super::opinion::why_owned;
use super::shared;
use super::sourcing::{Backing, span_of, told_by};

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("no-right-of-reply"),
    name: "No right of reply",
    family: Family::Sourcing,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "Somebody is accused here, and no answer from them is in the text.",
        why: "You hear one side, and cannot tell whether the other was asked.",
        but: "Fair where a court has ruled, or where asking was impossible and the text says so.",
        question: "What would the accused say?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Diligently seek subjects to let them respond; make a real effort when portraying someone negatively.",
            source: "SPJ Code of Ethics, 2014; AP News Values",
        },
        Reference {
            asks: "Say what is alleged and whether a response has been sought.",
            source: "BBC Editorial Guidelines, Accuracy: reporting allegations",
        },
    ],
    failures: &["An answer in unusual words, or one far away that names nobody, may be missed."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The widow [[accused Tom Arlen]] of hiding the letter."),
    Example("Jane Doe [[blamed the Velden Company]] for the flood."),
    Example("The widow accused Tom Arlen of hiding the letter. Arlen denied it."),
    Example("The widow accused Tom Arlen of hiding the letter. Arlen could not be reached."),
    Example("Tom Arlen was found guilty in May."),
    Example("Voters blamed the weather for the flood."),
    Example("The clerks [[blame the hospital]] for the mistake."),
    Example("The clerks blame the hospital for the mistake. “It was ours,” said Ada Pell, its director."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let accusations = shared::accusations(text);
    if accusations.is_empty() {
        return;
    }
    let mut quoting = Vec::new();
    for it in accusations {
        let span = it.span;
        if let Some(why) = why_owned(text, span).or_else(|| why_fair(shared::answer(text, span, &it.accused).0)) {
            findings.clear(span, why);
        } else {
            match told_in(text, span) {
                Some(said) => {
                    findings.clear(span, "In a quotation: the flag is where the text says who speaks.");
                    quoting.push((said, &text.document[span_of(text, it.accused.clone())]));
                }
                None => findings.add(Finding::new(span).quoted(text.is_quoted(span))),
            }
        }
    }
    crate::text::sort_by_number(&mut quoting, |it| crate::text::by_each(&[it.0.start(), it.0.end()]));
    // One flag for each who quotes, with everybody whom the quotation accuses.
    for of_one in quoting.chunk_by(|a, b| a.0 == b.0) {
        let mut names: Vec<&str> = Vec::new();
        for (_, name) in of_one {
            if names.len() < MOST && !names.iter().any(|it| it.ends_with(name)) {
                names.push(name);
            }
        }
        findings.add(Finding::new(of_one[0].0).note(format!("{QUOTED} {}.", names.join(", "))));
    }
}

/// Why the accusation does not go unanswered.
fn why_fair(answer: Answer) -> Option<&'static str> {
    match answer {
        Answer::Replies => Some("An answer is in the text."),
        Answer::Silent => Some("The accused was asked, and gave no answer."),
        Answer::Speaks => Some("The accused speaks in the text."),
        Answer::Unclear => Some("Somebody may be speaking for the accused."),
        Answer::None => None,
    }
}

/// How the note begins of a flag that is not on the accusation itself.
const QUOTED: &str = "Accused in the quotation:";

/// Names in one note.
const MOST: usize = 8;

/// In whose words it stands does not matter, as the answer is missing all the same. A quotation is the
/// speaker's, so what is flagged there is that the outlet quotes it: *the widow said*.
fn told_in(text: Annotated<'_>, accusation: Span) -> Option<Span> {
    let said = text.is_quoted(accusation).then(|| Backing::of(text).behind(accusation))?;
    said.and_then(|it| told_by(text, it)).filter(|it| !it.overlaps(accusation))
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;
    use crate::traits::Findings;

    #[test]
    fn whoever_goes_on_accusing_is_no_answer() {
        check(&TRAIT, "The union [[accused Hale Steel]] of theft. The union’s director said it was sad.");
        check(&TRAIT, "A charity [[accused Hale Homes]] of neglect. The charity said it would march.");
        check(&TRAIT, "Residents accused Hale Homes of neglect. The council said it would look into it.");
        check(&TRAIT, "The union accused United of theft. Carver denied it.");
        check(&TRAIT, "The union [[accused the Tarn council]] of theft. It rained. The Velden council denied it.");
        check(&TRAIT, "The union accused the Tarn council of theft. The council denied it.");
    }

    #[test]
    fn what_a_jury_found() {
        check(&TRAIT, "The jury took three hours. It found that Tom Arlen had poisoned the tea.");
    }

    #[test]
    fn an_answer_in_any_form() {
        for answer in [
            "He denied every charge.",
            "He contests the charges.",
            "He has always protested his innocence.",
            "The jury acquitted him.",
            "Arlen admitted it.",
            "She later withdrew the claim.",
        ] {
            check(&TRAIT, &format!("The widow accused Tom Arlen of hiding the letter. {answer}"));
        }
    }

    #[test]
    fn asked_and_no_answer_in_any_form() {
        for answer in [
            "Mr Arlen was asked to comment.",
            "We have asked Arlen for a response.",
            "The Echo was unable to reach Mr Arlen.",
            "The Echo could not contact him.",
            "Attempts to contact him failed.",
            "A letter left at his office was not returned.",
            "He was not available for interview.",
            "Nobody answered the door at his house.",
            "There was no reply from Arlen.",
            "He had not replied when we went to press.",
            "He was given nine hours to reply.",
            "The Echo sent him a list of questions.",
            "He did not respond by noon.",
            "We have approached Mr Arlen.",
            "He calls the charge a tale.",
            "The case was thrown out.",
        ] {
            check(&TRAIT, &format!("The widow accused Tom Arlen of hiding the letter. {answer}"));
        }
        check(&TRAIT, "The widow accused Tom Arlen of theft, a charge he called a tale.");
        check(&TRAIT, "The widow [[accused Tom Arlen]] of theft. The pier could not be reached by road.");
    }

    #[test]
    fn an_answer_by_a_pronoun_or_a_common_noun() {
        for answer in ["“I took nothing,” he said.", "He said it was a lie.", "His agent said it was a lie."] {
            check(&TRAIT, &format!("Tom Arlen was accused of robbing a shop. {answer}"));
        }
        for answer in ["It said the milk was fresh.", "In a statement, the company said the milk was fresh."] {
            check(&TRAIT, &format!("The firm was accused of selling old milk. {answer}"));
        }
        check(&TRAIT, "[[The mill was accused]] of theft. “I am cold,” he said.");
        check(&TRAIT, "The widow [[accused Tom Arlen]] of theft. She said it was in May.");
        check(&TRAIT, "The widow accused Tom Arlen of theft. He said it was in May.");
        // Whose it is nobody can tell.
        check(&TRAIT, "Ann Lee accused Bo Rae of theft. She said it was in May.");
    }

    #[test]
    fn the_denial_of_another_is_no_answer() {
        let text = "Simon Lane was accused of arson. He denied the charges.";
        check(&TRAIT, &format!("{text} Joan Pell, the mayor, [[accused Tom Arlen]] of theft."));
        check(&TRAIT, &format!("Joan Pell, the mayor, [[accused Tom Arlen]] of theft. {text}"));
        check(&TRAIT, "The army denied it had been there. [[Tom Arlen was accused]] of theft.");
        check(&TRAIT, "The widow [[called Tom Arlen a thief]]. Nora Vint denied the charges.");
        check(&TRAIT, "The widow [[accused Tom Arlen]] of theft. Ann Lee, the director of the zoo, said it was cold.");
    }

    #[test]
    fn the_accused_speaks() {
        check(&TRAIT, "The widow accused Tom Arlen of theft. “I never saw it,” Arlen said.");
    }

    #[test]
    fn by_whom_is_not_told() {
        check(&TRAIT, "[[Tom Arlen has been accused]] of theft.");
        check(&TRAIT, "[[The mill has been accused]] of theft.");
        check(&TRAIT, "Tom Arlen has been accused of theft. He denied it.");
        check(&TRAIT, "France has been accused of delay.");
        check(&TRAIT, "Tom Arlen is accused of theft and will stand trial in May.");
        check(&TRAIT, "The accused man left.");
    }

    #[test]
    fn a_bad_name() {
        check(&TRAIT, "The widow [[called Tom Arlen a liar]].");
        check(&TRAIT, "The widow [[called Mayor Tom Arlen a common thief]].");
        check(&TRAIT, "The widow called Tom Arlen a friend.");
        check(&TRAIT, "The widow called Tom Arlen a liar. Arlen declined to comment.");
    }

    #[test]
    fn a_misdeed_in_what_somebody_says() {
        check(&TRAIT, "The widow said [[Tom Arlen had lied]] about the letter.");
        check(&TRAIT, "The widow said that [[Tom Arlen repeatedly threatened]] her.");
        check(&TRAIT, "The guild says [[Velden Steel overcharged]] its buyers.");
        check(&TRAIT, "The widow said Tom Arlen had never lied.");
        check(&TRAIT, "The widow said Tom Arlen stole nothing. The guild says Velden Steel concealed no debts.");
        check(&TRAIT, "The widow said Tom Arlen had lied. “I did not,” Arlen said.");
        check(&TRAIT, "Tom Arlen lied about the letter, a court ruled. He said it was late.");
    }

    #[test]
    fn an_act_that_is_wrong_by_what_is_told_with_it() {
        check(
            &TRAIT,
            "The widow said [[Tom Arlen had taken]] bribes for years. [[The dairy sold]] spoiled milk, she says.",
        );
        check(&TRAIT, "[[Tom Arlen, she said, hid]] the losses.");
        check(&TRAIT, "The guild said [[the quarry illegally dumped]] its water.");
        check(&TRAIT, "The widow said Tom Arlen took the bus, and sold milk.");
        check(&TRAIT, "The inspectors said that the dairy had sold spoiled milk.");
        check(
            &TRAIT,
            "If Tom Arlen had stolen it, the widow said, he would have gone. She asked whether the mill lied.",
        );
        check(&TRAIT, "The coach said Velden Rovers had stolen the points.");
        check(&TRAIT, "The guide said the mill had hidden its losses. They were found in 1911.");
        check(&TRAIT, "The clerk said that the mill paid bribes to nobody. He said it hid documents from the army.");
        check(&TRAIT, "Bishop Arlen stole the bones, says the historian Ann Lee.");
        check(&TRAIT, "[[Tom Arlen stole]] the letter, according to a suit filed in the court of Velden.");
    }

    #[test]
    fn in_the_outlets_own_voice() {
        let told =
            |body: &str| format!("Arlen took bribes for land\n\nBy Ann Lee\n\nThe field was sold in May.\n\n{body}");
        check(&TRAIT, &told("[[Tom Arlen took]] bribes for years."));
        check(&TRAIT, &told("Tom Arlen took bribes for years. “I never did,” Arlen said."));
        check(&TRAIT, &told("Tom Arlen took bribes for years.\n\nHe was jailed in May."));
        check(&TRAIT, &told("Bo Rae took bribes for years. Arlen took the bus."));
        check(&TRAIT, &told("Tom Arlen took bribes for years. He left the port in 1973."));
        check(&TRAIT, &told("Tom Arlen took bribes in Lyria. His diary lists them."));
        check(&TRAIT, &told("[[Tom Arlen took]] bribes for years. He left the port in 2019."));
    }

    #[test]
    fn what_is_covered_up() {
        check(&TRAIT, "The widow said [[the school had covered]] up the abuse, and [[the headmistress bullied]] her.");
        check(&TRAIT, "[[Tom Arlen took]] a kickback, according to a clerk.");
        check(&TRAIT, "The widow said the school covered the scandal in class, and covered up to nine deaths.");
        check(&TRAIT, "An inquiry found that the school had covered up the abuse.");
        check(
            &TRAIT,
            "His sister said Tom Arlen hid the abuse. The clerk said the bank withheld the death certificate.",
        );
        check(&TRAIT, "The widow said [[Tom Arlen hushed]] up the death, and [[the school hid]] the evidence.");
    }

    #[test]
    fn a_misdeed_of_somebody_with_an_aside() {
        check(&TRAIT, "The widow said [[Tom Arlen, who runs the pier, mistreated]] the mules.");
        check(&TRAIT, "The widow said that Tom Arlen was threatened on the pier.");
        check(&TRAIT, "The widow loves the film “Kate Stole Easter”.");
    }

    #[test]
    fn in_a_quotation_the_words_of_the_outlet_are_flagged() {
        check(&TRAIT, "“Tom Arlen lied to us all,” [[the widow said]].");
        check(&TRAIT, "“Tom Arlen lied to us all,” [[said Ann Lee]], who runs the pier.");
        check(&TRAIT, "The pier is shut. [[Ann Lee said]]: “Tom Arlen lied to us all.”");
        check(&TRAIT, "“Tom Arlen lied to us all,” the widow said. “I never did,” Arlen said.");
    }

    #[test]
    fn several_who_are_accused_in_one_quotation() {
        let text = "“Tom Arlen lied. Arlen stole the letter. Bo Rae cheated us,” the widow said.";
        let note = "Accused in the quotation: Tom Arlen, Bo Rae.";
        assert_eq!(notes(text), [note]);
        let text = "“Tom Arlen lied. Bo Rae cheated us,” the widow said. It was cold. Arlen denied it.";
        assert_eq!(notes(text), ["Accused in the quotation: Bo Rae."]);
    }

    fn notes(text: &str) -> Vec<String> {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it| super::detect(it, &mut findings));
        findings.found.iter().map(|it| it.note.as_deref().unwrap_or("").to_owned()).collect()
    }

    #[test]
    fn the_victims_are_not_the_accused() {
        let text = "The union says [[the hospital cheated]] its nurses.";
        check(&TRAIT, &format!("{text} The hospital nurses said it was cold."));
        check(&TRAIT, "The union says the hospital cheated its nurses. A hospital official said it was cold.");
        check(&TRAIT, "The union says the hospital cheated its nurses. The hospital said it was cold.");
    }

    #[test]
    fn what_is_alleged() {
        check(&TRAIT, "The widow [[alleges that Tom Arlen]] sold the letter.");
        check(&TRAIT, "The widow [[alleges that Mr. Arlen]] sold the letter. Mr. Lee said it was cold.");
        check(&TRAIT, "The widow [[accused Dr. Arlen]] this week of theft. Dr. Lee said it was cold.");
        check(&TRAIT, "There are [[allegations against the quarry]].");
        check(&TRAIT, "[[Tom Arlen sold]] the letter, the widow alleges in a post.");
        check(&TRAIT, "The widow alleges that Tom Arlen sold the letter. His lawyer denies it.");
        check(&TRAIT, "The court heard allegations against Tom Arlen.");
        check(&TRAIT, "The guild withdrew the allegations against Tom Arlen.");
        check(&TRAIT, "She wants an end to allegations that lack proof.");
    }

    #[test]
    fn a_body_without_a_name() {
        check(&TRAIT, "The union says [[the company cheated]] its drivers of their pay.");
        check(&TRAIT, "The union says the company cheated its drivers. “Untrue,” said Ada Pell, its director.");
        check(&TRAIT, "The union says the company cheated its drivers. A spokesman for the company said it paid them.");
        check(&TRAIT, "The company cheated its drivers, a court found.");
        check(&TRAIT, "The watchdog found that the lender had cheated its clients.");
        check(&TRAIT, "The clerks blame the academy for the flood. It turned down a request for an interview.");
    }

    #[test]
    fn an_answer_of_somebody_else_is_none() {
        let others = "The guild accused Tom Arlen of theft. Arlen denied it. The pier is shut.";
        check(&TRAIT, &format!("{others} Nora Vint [[blamed the Velden Company]] for the crack."));
    }

    #[test]
    fn an_answer_in_other_words() {
        check(&TRAIT, "The drivers accused Ann Lee of theft. She points to her books.");
        check(&TRAIT, "A cook says the hotel cheated its staff. Its manager, Ada Pell, says the books are open.");
        check(&TRAIT, "The widow accused Tom Arlen of theft. His lawyer, Ada Pell, calls it a tale.");
        check(&TRAIT, "The widow accused Tom Arlen of theft. It was cold. Arlen hung up when called.");
        check(
            &TRAIT,
            "The guild accused Velden Steel of theft. It was cold. The firm’s boss, Ada Pell, said it was paid.",
        );
    }

    #[test]
    fn an_officer_who_does_not_answer() {
        check(&TRAIT, "The guild [[accused Velden Steel]] of theft. Its owner left in May for Spain.");
        check(&TRAIT, "The drivers [[accused Ann Lee]] of theft. Their manager was tired.");
        check(&TRAIT, "The guild accused Velden Steel of theft. Its owner, Ada Pell, said that it was paid.");
    }

    #[test]
    fn a_woman_does_not_answer_as_he() {
        check(&TRAIT, "The clerk [[accused Joan Pell]] of theft. “I lost my boat,” he said.");
        check(&TRAIT, "The clerk accused Joan Pell of theft. “I never saw it,” she said.");
        check(&TRAIT, "The widow accused Joan Pell of theft. “I never saw it,” she said.");
        check(&TRAIT, "Tom Arlen was accused of theft. Nora Vint opened the fair. He denied it.");
        check(&TRAIT, "The widow accused Andrea Pell of theft. “I never saw it,” he said.");
    }

    #[test]
    fn the_accused_by_an_office_a_trade_or_a_family() {
        check(&TRAIT, "The clerks accused Mayor Tom Arlen of theft. The mayor said it was a tale.");
        check(&TRAIT, "The clerks accused Tom Arlen, a builder, of theft. The builder said it was a tale.");
        check(&TRAIT, "The clerks accused the mayor, Tom Arlen, of theft. It was cold. Arlen called it a tale.");
        check(&TRAIT, "The clerks said Tom and Joan Arlen had lied. The Arlens said it was a tale.");
        check(&TRAIT, "The clerks [[accused Mayor Tom Arlen]] of theft. The mayor’s aunt was cold.");
        check(
            &TRAIT,
            "The clerks [[accused the mayor]] of theft, but Nora Vint, the vicar, denied any link to a fire.",
        );
        check(&TRAIT, "The mayor [[accused Tom Arlen]] of theft. The mayor said it was late.");
    }

    #[test]
    fn the_firm_far_behind_may_be_the_accused() {
        let between = "The pier is shut. Nora Vint sings. Simon Lane bakes. It is cold. The fair was full.";
        check(&TRAIT, &format!("The clerks accused Hale Steel of theft. {between} The company said it was a tale."));
        check(
            &TRAIT,
            &format!("The clerks [[accused Hale Steel]] of theft. {between} The council said it was a tale."),
        );
    }

    #[test]
    fn a_part_of_what_the_accused_is_called_is_somebody_else() {
        for (aside, who) in [
            ("a member of the council", "The council"),
            ("the son of the mayor", "The mayor"),
            ("a council leader", "The council"),
            ("a teacher", "The teacher who found the letter"),
        ] {
            check(&TRAIT, &format!("The clerks [[accused Tom Arlen]], {aside}, of theft. {who} said it was cold."));
        }
        check(&TRAIT, "The clerks said Tom and Joan Arlen had lied. The couple said it was a tale.");
    }

    #[test]
    fn whose_allegations_are_against_nobody() {
        check(&TRAIT, "Allegations of fraud led to a vote against the mayor.");
        check(&TRAIT, "There were accusations of bias as Velia played against Tom Arlen.");
        check(&TRAIT, "There are [[allegations of lying to voters against Tom Arlen]].");
    }

    #[test]
    fn a_denial_in_the_sentence_that_accuses() {
        check(&TRAIT, "The clerks blamed the mill for the flood, which it denies.");
        check(&TRAIT, "The clerks accused Tom Arlen of theft, a charge he denies.");
        check(&TRAIT, "The clerks [[accused Tom Arlen]] of theft, which Nora Vint denied.");
    }

    #[test]
    fn who_is_accused_behind_an_aside_or_of_something_first() {
        check(&TRAIT, "[[Tom Arlen, who runs the pier, was accused]] of theft.");
        check(&TRAIT, "There are [[allegations of theft against Tom Arlen]].");
        check(&TRAIT, "The widow [[accused Tom Arlen]] of lies. It was cold.");
        check(&TRAIT, "[[Hale Mill was accused]] of theft by a charity. The charity said it would march.");
    }

    #[test]
    fn what_is_no_accusation_of_the_article() {
        check(&TRAIT, "Nobody accused Tom Arlen of theft.");
        check(&TRAIT, "The book blames Bishop Tom Arlen, who died in 1632, for the fire.");
        check(&TRAIT, "Opinion: Enough\n\nBy Ina Brandel\n\nThe widow accused Tom Arlen of theft.");
        check(&TRAIT, "In the second act the widow accused Tom Arlen of theft.");
        check(&TRAIT, "The Salt Ferry by Ann Lee review – a quiet novel\n\nThe widow accused Tom Arlen of theft.");
    }

    #[test]
    fn a_country_is_not_asked() {
        check(&TRAIT, "The minister accused France of delay.");
    }
}
