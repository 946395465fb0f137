//! Emotive and judging words about what happened.

use crate::ling::Annotated;
use crate::traits::{Example, Explanation, Family, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::entries::List;
use super::wording;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("loaded-language"),
    name: "Loaded language",
    family: Family::Wording,
    polarity: Polarity::Concern,
    explanation: Explanation {
        what: "A word that judges or stirs up feelings, in the outlet’s own voice.",
        why: "It tells you what to feel before you know the facts.",
        but: "Fair in opinion, or where the facts bear it out.",
        question: "Take the word out: what fact is left?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[
        Reference {
            asks: "Do not use emotive or characterising words; report actions.",
            source: "Reuters policy post, 2007",
        },
        Reference {
            asks: "Loaded language and exaggeration sway by emotion instead of evidence.",
            source: "SemEval-2023 Task 3 guidelines",
        },
    ],
    failures: &[
        "A strong word that the facts fully bear out: some acts are brutal.",
        "Irony without a telling word.",
        "Critics’ language in reviews and sport, where judging is the job.",
    ],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The council [[shamelessly]] raised its own pay."),
    Example("The minister’s [[ridiculous]] remarks went round the world."),
    Example("After the [[bloodbath]] at the gate the city fell silent."),
    Example("The firm’s [[malign influence]] reaches far beyond the port."),
    Example("The museum of the 1921 massacre opens on Monday."),
    Example("“It was a disgraceful vote,” said Tom Arden of the farmers’ union."),
    Example("The report was not shameful, and nobody was hurt."),
    Example("They watched the film Brave with their children."),
];

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    wording::detect(List::Language, text, findings);
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn plain_in_their_place() {
        check(
            &TRAIT,
            "City won the dramatic derby. He was tried for inciting hatred. Software is useless unless it is kept up to date.",
        );
        check(&TRAIT, "The group made a propaganda video. The seat is fiercely contested.");
        check(&TRAIT, "The plan is [[useless]]. It was sold by [[propaganda]] and a long [[rant]].");
    }

    #[test]
    fn the_name_of_a_movement() {
        check(&TRAIT, "The neo-Nazi group was banned in 2016, and an ex-Nazi was tried.");
        check(&TRAIT, "The [[grammar-nazi]] rules came in May.");
    }

    #[test]
    fn a_compound_made_to_mock() {
        check(&TRAIT, "The [[scandal-obsessed]] committee met again.");
    }

    #[test]
    fn a_mild_word_needs_company() {
        check(&TRAIT, "The port saw a massive change.");
        check(&TRAIT, "The [[idiotic]] plan made a [[massive]] change.");
    }

    #[test]
    fn winds_and_sauces() {
        check(&TRAIT, "A cruel wind blew. Serve it with the wicked sauce. Pruning may be ruthless, a couplet heroic.");
        check(
            &TRAIT,
            "The [[idiotic]] garden bridge fell. The [[shameful]] tap water row and the [[vile]] wind farm ban went on.",
        );
        check(&TRAIT, "The bluster of the gale woke us, and an extraordinary session was called.");
        check(&TRAIT, "The council [[ran roughshod]] over them with [[bluster]].");
        check(&TRAIT, "The [[cruel]] plan ended it. The cook’s [[wicked]] remarks went round.");
    }

    #[test]
    fn spots_and_beds() {
        check(&TRAIT, "Symptoms are a fever and a rash.");
        check(&TRAIT, "The crew slept in a bunk.");
        check(&TRAIT, "The council made a [[rash]] promise.");
    }

    #[test]
    fn a_column_whose_headline_is_not_found() {
        check(&TRAIT, "Opinion\n\nIt is a foolish plan, and it will cost us all a lot.");
        check(&TRAIT, "Harbour\n\nIt is a [[foolish]] plan, and it will cost us all a lot.");
    }

    #[test]
    fn a_verb_is_no_noun() {
        check(&TRAIT, "The rage of the storm kept the boats in the port.");
    }

    #[test]
    fn words_of_a_source() {
        check(
            &TRAIT,
            "It is, she believes, a shield against tyranny. She is adamant that the shambolic office must go.",
        );
        check(
            &TRAIT,
            "It was clear that the [[shambolic]] office had to go. She was happy with the [[shambolic]] count.",
        );
        check(
            &TRAIT,
            "She noted that rules, left alone, would end in disgraceful cuts. They framed it as a shameful cut.",
        );
        check(&TRAIT, "According to Jane Doe, the vote was disgraceful.");
    }

    #[test]
    fn what_a_source_mocks_is_told_by_the_outlet() {
        check(&TRAIT, "Jane Doe praised the [[brave]] guard.");
    }

    #[test]
    fn what_a_source_calls_it() {
        check(&TRAIT, "Two members called the plan and its budget a transparent ploy.");
        check(&TRAIT, "The union derided the offer as toothless, and walked out.");
        check(&TRAIT, "Lee accused the firm of trying to intimidate the crews.");
        check(&TRAIT, "The mayor called on the town to end the [[absurd]] rule.");
    }

    #[test]
    fn whose_view_it_is_stands_beside_it() {
        check(&TRAIT, "It was a vicious attack, the coach called it. He went home.");
        check(&TRAIT, "The delay was galling to him, and the offer is [[insulting]] to the town.");
        check(&TRAIT, "The port is kept up by a tax that she says is absurd.");
    }

    #[test]
    fn whose_words_the_verb_tells() {
        check(&TRAIT, "Lee complained of a shambolic office, and Rae spoke of the appalling wall.");
        check(&TRAIT, "Lee described the dire state of the wall. She saw the vote as proof of its disarray.");
        check(&TRAIT, "It is a toll that he thinks of as a shambolic tax.");
        check(
            &TRAIT,
            "Lee saw the fall of the old tower by the port on a wet night in March as proof of a reckless thrift.",
        );
        check(
            &TRAIT,
            "It is a line of attack on reckless cuts, amid fears of shoddy work. Complaints to the [[corrupt]] \
            mayor were lost after the attack on the [[disgraced]] port.",
        );
        check(&TRAIT, "He opposed what he saw as a disastrous toll. She used a proverb to describe it as shambolic.");
        check(&TRAIT, "Lee cited the shambolic count as a reason, and Rae decried a wave of spiteful notes.");
        check(&TRAIT, "His comment on the port being wilfully idle hurt him, as he slammed her for reckless cuts.");
        check(&TRAIT, "Lee echoed a note by the mayor last week that those who ask about tolls demean the guards.");
        check(
            &TRAIT,
            "Lee has vowed to mend the pier and roll back overzealous rules. Rae would like to end the chaos.",
        );
        check(&TRAIT, "Lee tried to roll back [[overzealous]] rules. The town saw chaos and violence in May.");
        check(&TRAIT, "Lee echoed the [[baseless]] claims of the mayor. She met him for the [[reckless]] cuts.");
        check(&TRAIT, "The mayor spoke at the [[disgraceful]] rally. The lies of the [[reckless]] mayor go on.");
        check(&TRAIT, "Lee called it a toll — a [[reckless]] word for a tax.");
    }

    #[test]
    fn whose_view_opens_the_sentence() {
        check(&TRAIT, "To Ms. Lee, the plan is reckless. In the view of the union, the plan is reckless.");
        check(&TRAIT, "To many, the plan is reckless. For some drivers, the toll is infuriating.");
        check(
            &TRAIT,
            "In full view of the police, a [[shambolic]] crew left. In a room with a view, the [[absurd]] plan fell.",
        );
        check(
            &TRAIT,
            "For Mr. Lee, 80, it was cold, and the [[idiotic]] cut hurt. To Mr. Lee’s relief, the [[absurd]] plan fell.",
        );
        check(
            &TRAIT,
            "She described the war in her [[disgraceful]] memoir. He talked of reform while his [[shambolic]] office slept.",
        );
        check(
            &TRAIT,
            "They mocked her as soon as the [[shambolic]] crew left. In Ms. Lee’s view, the plan is reckless.",
        );
        check(&TRAIT, "In my view, the plan is [[reckless]]. To save money, the [[reckless]] mayor left.");
        check(&TRAIT, "To Velia consultant Rae, the plan is silly. To opponents, the rule looks draconian.");
        check(&TRAIT, "To the glee of voters, the plan was [[silly]]. To win Velia, the team was [[shameless]].");
        check(
            &TRAIT,
            "The town described by Ms. Lee is a hellish place. The song was grating to the ears of the crews.",
        );
        check(&TRAIT, "It is, in Ms. Lee’s view, a reckless plan. The plan is shameful in her eyes.");
        check(&TRAIT, "The [[reckless]] mayor closed his account. The [[shambolic]] crew saw it.");
        check(&TRAIT, "It is a reckless plan, as the crews see it. It would be disastrous for the port.");
        check(&TRAIT, "In his account, the plan was shameful. As she sees it, the plan is reckless.");
        check(&TRAIT, "By Lee’s account, it was shameful. To hear Lee tell it, the plan is reckless.");
        check(&TRAIT, "By the pier, the [[shameful]] plan was read. As for the pier, the [[reckless]] plan shut it.");
        check(&TRAIT, "Her message: the plan is reckless. The plan: a [[reckless]] tax on boats.");
        check(&TRAIT, "A clerk berated by the [[pompous]] mayor is ill. The bus as described by Lee is late.");
        check(&TRAIT, "The letter could prove embarrassing to the former mayor. The pier is a [[disgraceful]] sight.");
    }

    #[test]
    fn what_is_supposed_or_denied() {
        check(&TRAIT, "Whether the plan is reckless is for the court. If the vote turns ugly, the guards will come.");
        check(&TRAIT, "Leaving would mean trampling the rights of the crews. The firm denied smearing its rival.");
        check(&TRAIT, "It isn’t because the firms are lying to the bank. She feared to say something stupid.");
        check(&TRAIT, "It could be disastrous, a potentially ruinous suit. If the rule seems too draconian, call.");
        check(&TRAIT, "The road may be shut and the plan is [[reckless]]. They could pass the [[reckless]] plan.");
        check(&TRAIT, "It does not shame him, it not only [[humiliates]] him. A leak can be catastrophic.");
        check(
            &TRAIT,
            "It is a charge made by Lee: that the rule is shameful. The charge of the crews is that it is absurd.",
        );
        check(&TRAIT, "It is unclear whether Lee lied to the board, or whether the [[corrupt]] mayor did.");
        check(&TRAIT, "Lee refused to pander to the crews, and refused the [[reckless]] plan.");
        check(
            &TRAIT,
            "If the [[reckless]] plan passes, it will rain. Leaving means [[trampling]] the rights of the crews.",
        );
    }

    #[test]
    fn an_act_as_the_subject_of_what_is_said() {
        check(&TRAIT, "Though that was simple, Lee said, closing the pier would be reckless.");
        check(&TRAIT, "Lee blamed the press for the claim that the wall “fell down,” saying they were nitpicking.");
        check(&TRAIT, "The wall fell, he said, leaving the [[reckless]] mayor to pay.");
    }

    #[test]
    fn an_adverb_of_a_listed_word() {
        check(&TRAIT, "It was an extraordinarily wet May, and the lead in it was toxically high.");
        check(&TRAIT, "The council [[spitefully]] closed the pier, and the mayor [[dreadfully]] misread the plan.");
    }

    #[test]
    fn what_is_wrecked_by_hand() {
        check(&TRAIT, "The firm demolished the old library, and two men hijacked a taxi.");
        check(&TRAIT, "Three pilgrims were trampled to death. Tainted milk made 40 pupils ill.");
        check(&TRAIT, "The plan will [[trample]] the rights of the crews and [[decimate]] the party.");
    }

    #[test]
    fn terms_of_law_and_medicine() {
        check(
            &TRAIT,
            "He was found guilty of malicious damage, and of a failing that had a chilling effect on speech.",
        );
        check(
            &TRAIT,
            "The patient had a crushing injury, and the shareholders met for an extraordinary general meeting.",
        );
    }

    #[test]
    fn a_kind_of_accident() {
        check(&TRAIT, "It was the worst mining disaster in the county. The plan is a [[disaster]].");
    }

    #[test]
    fn terms_of_trade_and_dreams() {
        check(&TRAIT, "Deceptive advertising is banned, and irrational numbers are taught at 14.");
        check(&TRAIT, "The child had a nightmare about the sea. The new rule is a [[nightmare]] for crews.");
        check(&TRAIT, "The bank holds toxic bundles of mortgages, as before the financial meltdown.");
        check(
            &TRAIT,
            "The army dropped propaganda leaflets. His speech drew mockery, and the novel tells the war as farce.",
        );
        check(&TRAIT, "The vote was [[a mockery of]] the law, the count a [[meltdown]] and a [[farce]].");
    }

    #[test]
    fn how_far_things_differ() {
        check(&TRAIT, "Rents vary dramatically from town to town, and the mayor is wildly popular.");
        check(&TRAIT, "The fleet is desperately in need of hands, and the crews complained bitterly.");
        check(&TRAIT, "The port has tremendous power. It was a devastating defeat. It was a dramatic shift.");
        check(
            &TRAIT,
            "The [[absurd]] plan had a [[devastating]] outcome. The board is [[desperately]] trying to hide it.",
        );
    }

    #[test]
    fn who_does_not_know_is_not_called_names() {
        check(&TRAIT, "The crew was ignorant of the new rule. The [[ignorant]] crew left.");
    }

    #[test]
    fn blows_and_illness_are_facts() {
        check(&TRAIT, "He shoved the guard, a horse stomped on his foot, and bad milk sickened 40 pupils.");
        check(&TRAIT, "The board [[stomped on]] the rights of the crews.");
    }

    #[test]
    fn turns_of_a_conversation() {
        check(&TRAIT, "LEE: This is absurd.\n\nRAE: It is not.\n\nLEE: It is absurd and it is laughable.");
        let said = "Did you build it?\n\nI did, and it was absurd.\n\nDo you regret it?\n\nIt was laughable, I know.\n\n\
                    What will you do?\n\nMy next one is less absurd.";
        check(&TRAIT, &format!("Ann Lee\n\nShe built an [[absurd]] boat.\n\n{said}\n\nThe price is [[absurd]]."));
        let asked = "Will you pay?\n\nThe plan is [[absurd]].\n\nWho else?\n\nWe all will.\n\nWill your aunt?\n\nNo.";
        check(&TRAIT, &format!("The toll\n\nIt rose in May.\n\n{asked}"));
    }

    #[test]
    fn court_terms_and_plain_senses() {
        check(&TRAIT, "The clerk was held in contempt of the house, and the war on the coast went on.");
        check(&TRAIT, "The moon is choking on its own fumes in the stifling heat.");
        check(&TRAIT, "The virus can corrupt a database, and the frantic search for a brash hat went on.");
        check(&TRAIT, "They covered up the graffiti. The board [[covered up]] the losses in a [[frantic]] vote.");
        check(&TRAIT, "It fell in a derby bloodbath. The [[bloodbath]] at the port is [[genocidal]].");
        check(&TRAIT, "A vicious attack left two injured. The [[lunacy]] of a [[vicious]] attack on tolls is clear.");
        check(&TRAIT, "He is brutally frank, and they broadcast propaganda. It is a [[hated]] tax; he hated tax.");
    }

    #[test]
    fn a_railroad_is_no_verb() {
        check(&TRAIT, "The men were railroad cooks. The board [[railroaded]] the plan.");
    }

    #[test]
    fn opinion_that_says_so() {
        let body = "\n\nBy Ann Lee\n\nThe council voted to close the library on Sundays. The plan is [[absurd]], and many stay home.";
        let plain = body.replace("[[", "").replace("]]", "");
        check(&TRAIT, &format!("Opinion: Our library should stay open{plain}"));
        check(&TRAIT, &format!("Satire: Our library should stay open{plain}"));
        check(&TRAIT, &format!("Editorial\n\nOur library should stay open on Sundays{plain}"));
        check(&TRAIT, &format!("Our library should stay open on Sundays{body}"));
        check(&TRAIT, &format!("Review\n\nOur library on a Sunday{plain}"));
        check(&TRAIT, &format!("Judicial review\n\nOur library on a Sunday{body}"));
    }

    #[test]
    fn a_critic_judges() {
        let body = "\n\nBy Ann Lee\n\nThe three sisters talk for a hundred pages. The ending is [[magnificent]], and nobody is spared.";
        let plain = body.replace("[[", "").replace("]]", "");
        check(&TRAIT, &format!("The Salt Ferry by Bo Rae review – a quiet novel{plain}"));
        check(&TRAIT, &format!("The Salt Ferry goes out once more\n\n★★★★☆{plain}"));
        check(&TRAIT, &format!("The Salt Ferry goes out once more\n\nPier Stage, Velia ★★★★{plain}"));
        check(&TRAIT, &format!("The Salt Ferry goes out once more{body}"));
    }

    #[test]
    fn what_is_meant_by_the_letter() {
        check(&TRAIT, "The explosion of the boiler stopped the play of the dramatic society.");
        check(&TRAIT, "The port had an [[explosion of]] fraud.");
        check(&TRAIT, "She dodged the ball. A catastrophic failure of the valve caused the flood.");
    }

    #[test]
    fn an_office_for_disasters() {
        check(&TRAIT, "The disaster agency counted 40 boats, and the disaster minister came on Monday.");
    }

    #[test]
    fn sterling_the_money() {
        check(&TRAIT, "Sterling fell against the dollar. Her [[sterling]] service won praise.");
    }

    #[test]
    fn plain_senses() {
        check(&TRAIT, "She left by the back door. The tax came [[by the back door]].");
        check(&TRAIT, "The cafe serves eggs on toast, and the pupils rake in the leaves.");
        check(&TRAIT, "The pupils fork over the bed. The firm will [[fork over]] the cash.");
        check(&TRAIT, "He was decorated for valour. The stench from the drains was strong.");
    }

    #[test]
    fn brave_people() {
        check(&TRAIT, "The [[brave]] youths of the town stayed.");
        check(&TRAIT, "Her brave header won the match.");
    }

    #[test]
    fn how_strong_a_thing_is() {
        check(&TRAIT, "The storm was ferocious, and the sauce ferocious too. The hours are brutal.");
        check(&TRAIT, "The [[treacherous]] attack came at dawn, on a treacherous road. It is an [[Orwellian]] law.");
        check(
            &TRAIT,
            "The town has an issue that is [[divisive]], and a divisive issue. The debt is a crushing defeat.",
        );
        check(&TRAIT, "The tax [[is an outrage]]. Critics say it is a disgrace. The play is a farce.");
        check(&TRAIT, "The mayor’s [[ferocious]] aide ran the [[brutal]] raid for a [[murderous]] ruler.");
        check(
            &TRAIT,
            "A murderous attack killed nine, after a brutal murder in May. The clerk fell in a horrific crash.",
        );
        check(&TRAIT, "He was insulting reporters. An [[insulting]] note and an [[inflammatory]] one came.");
        check(&TRAIT, "Two guards fired potshots at the boat, and burning garbage filled the port.");
        check(&TRAIT, "The vicious civil war and a shocking murder hurt the port. Her [[vicious]] reply went round.");
        check(
            &TRAIT,
            "A horrific attack and a devastating war ended a doomed bid. The [[horrific]] plan is [[doomed]].",
        );
        check(
            &TRAIT,
            "The insanely tall mast of a notoriously slow boat fell. Is the [[insane]] plan of a [[notorious]] firm dead?",
        );
        check(&TRAIT, "A torrent of books, insulting remarks and a propaganda coup followed lacklustre showings.");
        check(
            &TRAIT,
            "A [[torrent of]] lies, an [[insulting]] note and a [[lacklustre]] speech followed. [[Make no mistake]].",
        );
        check(
            &TRAIT,
            "The [[absurd]] plan followed a devastating war. The [[absurd]] plan had a [[devastating]] result.",
        );
        check(&TRAIT, "It was a chaotic night of fights. The mayor’s [[chaotic]] rule ended.");
        check(&TRAIT, "It was a propaganda victory for the mayor. The mayor’s [[propaganda]] goes on.");
        check(
            &TRAIT,
            "He made incendiary remarks, such as a call to burn the port. His [[incendiary]] remarks went round.",
        );
        check(&TRAIT, "The plan is divisive, with crews opposed to it. It is a [[divisive]] plan.");
    }

    #[test]
    fn turns_of_contempt_and_of_praise() {
        check(&TRAIT, "The mayor [[had the nerve to]] ask for more, a tax [[by the back door]].");
        check(&TRAIT, "The [[ill-informed]] plan is a [[vanity project]], and its [[snide]] defence is [[hogwash]].");
        check(
            &TRAIT,
            "With his usual swagger he spoke. His [[bluster]] won the vote, and the ultra-conservative wing left.",
        );
        check(
            &TRAIT,
            "A [[fatuous]] rule and a [[harebrained]] plan are [[claptrap]], and his [[grandstanding]] goes on.",
        );
        check(&TRAIT, "She had the nerve removed. The [[world-class]] pump has taken [[the world by storm]].");
        check(&TRAIT, "The troops took the fort by storm. Critics portray him as one who will stop at nothing.");
    }
}
