//! Invented noun phrases and the kind of source they make.

use super::super::annotated::Reading;
use super::*;

/// Checks the phrase in `[[…]]`.
#[track_caller]
fn check(marked: &str, kind: SourceKind) {
    let (text, spans) = crate::testing::strip(marked);
    let reading = Reading::new(text);
    let text = Text { document: &reading.document, words: &reading.words };
    let found = describe(text, spans[0]);
    assert_eq!(found.kind, kind, "{marked}: {found:?}");
}

#[track_caller]
fn check_all(kind: SourceKind, phrases: &[&str]) {
    for phrase in phrases {
        check(&format!("It rained, but [[{phrase}]] said little."), kind);
    }
}

#[test]
fn people_without_a_name() {
    let phrases = [
        "officials",
        "a senior defence official",
        "two officials",
        "the official",
        "a medical source",
        "sources",
        "three people briefed on the talks",
        "people close to the mayor",
        "one of his aides",
        "Varga aides",
        "current and former officials",
        "a spokeswoman for Ms. Varga",
        "a State Department spokesman",
        "some",
        "others",
        "the experts",
        "medics",
        "a dozen party leaders",
        "several lawmakers",
        "a judge",
        "her allies",
        "his childhood friend",
        "those close to him",
        "a person familiar with the matter",
        "one Republican",
        "some voters",
        "a group of doctors",
        "residents",
        "most Velden residents",
        "many Iraqis",
        "the Reuters witness",
        "Pentagon officials",
        "a former aide to President Orlov",
        "foreign observers",
        "reports",
        "media reports",
        "an official in Brno, Moravia,",
        "analysts at the bank",
        "several of the engineers",
        "a few neighbours",
        "the ministry’s advisers",
        "a climatologist",
        "officials Tuesday",
        "police and hospital officials",
        "one of them",
        "people at the meeting",
        "people who were in the room",
    ];
    check_all(SourceKind::Unnamed, &phrases);
}

#[test]
fn people_with_a_name() {
    let phrases = [
        "Jane Doe",
        "Mr. Obi",
        "Sen. Ruth Kade",
        "Kade",
        "spokesman Tom Arlen",
        "State Department spokesman Tom Arlen",
        "a spokesman, Tom Arlen,",
        "the group’s president, Tom Arlen,",
        "Doe, a former official,",
        "a man named Arlen",
        "the Rev. Ida Moss",
        "Nour al-Rashid",
        "former governor Ada Pell",
        "House Speaker Ada Pell",
        "Mr. Baker",
        "a resident of Velden, Ada Pell,",
        "Chris Baker",
        "one of them, Ada Pell",
        "Velden Culture Minister Ada Pell",
    ];
    check_all(SourceKind::Named, &phrases);
}

#[test]
fn apposition_outside_the_phrase() {
    check("Tom Arlen, [[a spokesman for the mayor]], said no.", SourceKind::Named);
    check("[[A spokesman]], Tom Arlen, said no.", SourceKind::Named);
    check("[[Oakley Coaches]] said no.", SourceKind::Institution);
}

#[test]
fn a_capital_that_opens_the_sentence() {
    check("[[Officials]] said no.", SourceKind::Unnamed);
    check("[[Campaign aides]] said no.", SourceKind::Unnamed);
    check("[[Police]] said no.", SourceKind::Institution);
    check("[[Protesters]] said no.", SourceKind::Group);
    check("[[Arlen]] said no.", SourceKind::Named);
}

#[test]
fn a_capital_behind_a_dateline() {
    check("VELIA (AP) — [[Officials]] said no.", SourceKind::Unnamed);
    check("VELIA (Reuters) - [[Residents]] said no.", SourceKind::Unnamed);
    check("VELIA, May 3 – [[Police]] said no.", SourceKind::Institution);
    check("VELIA (AP) — [[Lee]] said no.", SourceKind::Named);
    check("VELIA — [[Tom Arlen]] said no.", SourceKind::Named);
    check("The owner — [[Velden Company]] — said no.", SourceKind::Institution);
}

#[test]
fn bodies() {
    let phrases = [
        "the ministry",
        "the embassy",
        "police",
        "authorities",
        "the Finance Ministry",
        "the company",
        "his campaign",
        "NATO",
        "Google",
        "Human Rights Watch",
        "the Velden campaign",
        "the White House",
        "Russia",
        "a federal court",
        "the Iraqi government",
        "a coalition of groups",
        "the union Verda",
        "Velden’s Marine and Coastal Research Institute",
        "the Velden Food Programme",
    ];
    check_all(SourceKind::Institution, &phrases);
}

#[test]
fn papers() {
    check_all(
        SourceKind::Document,
        &["the report", "a poll", "a 2014 study by Ada Pell", "the lawsuit", "Velden's letter"],
    );
}

#[test]
fn newsrooms() {
    check_all(SourceKind::Outlet, &["the New York Times", "Reuters", "Al Jazeera", "Sky News", "the Daily Orb"]);
    check_all(SourceKind::Role, &["the daily manager"]);
}

#[test]
fn one_person_known_by_an_office() {
    let phrases = [
        "the president",
        "the Florida senator",
        "the prime minister",
        "the judge",
        "his mother",
        "her lawyer",
        "the mayor",
        "the suspect",
        "the party’s chairman",
        "the Velden mayor",
        "Pell’s widow",
        "his rival",
        "her colleague",
        "the mayor, who came with Ann Lee,",
        "the mayor, whose deputy, Ann Lee, left",
        "the state Chairman",
    ];
    check_all(SourceKind::Role, &phrases);
}

#[test]
fn many_people_with_no_spokesman() {
    let phrases = [
        "voters",
        "protesters",
        "Democrats",
        "the Republicans",
        "most voters",
        "many Democrats",
        "46 percent of voters",
        "young people",
        "lawmakers",
        "the public",
        "investors",
        "a majority of voters",
        "about 40 doctors",
        "a group of 67 writers",
        "all Tarvanis",
        "sixty-one per cent",
    ];
    check_all(SourceKind::Group, &phrases);
}

#[test]
fn pronouns_stay_open() {
    check_all(SourceKind::Pronoun, &["he", "they", "who", "we", "the two"]);
}

/// The sources of the attributions, in order: name or first mention, and kind.
#[track_caller]
fn voices_of(text: &str, expected: &[(&str, SourceKind)]) {
    let reading = Reading::new(text);
    let article = reading.articles().next().expect("there is always an article");
    let name = |id: usize| {
        article.sources[id].name.clone().unwrap_or(article.document[article.sources[id].mentions[0]].to_owned())
    };
    let found: Vec<_> =
        (article.attributions.iter()).map(|it| (it.source_id.map_or("?".to_owned(), name), it.kind)).collect();
    let expected: Vec<_> = expected.iter().map(|&(name, kind)| (name.to_owned(), kind)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_surname_is_the_whole_name() {
    let text = "Nour al-Rashid said the road was closed. “It will stay closed,” al-Rashid said.";
    voices_of(text, &[("Nour al-Rashid", SourceKind::Named), ("Nour al-Rashid", SourceKind::Named)]);
}

#[test]
fn a_name_is_told_without_the_office() {
    let text = "Velden Culture Minister Ada Pell said the road was closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named)]);
}

#[test]
fn a_body_before_the_comma_is_nobody_s_name() {
    check("He asked the Justice Department, [[a former official]] said.", SourceKind::Unnamed);
}

#[test]
fn a_definite_repeat_of_a_named_person_is_that_person() {
    let text = "Spokesman Tom Arlen said the road was closed. The spokesman said it would stay closed.";
    voices_of(text, &[("Tom Arlen", SourceKind::Named), ("Tom Arlen", SourceKind::Named)]);
}

#[test]
fn a_definite_repeat_of_nobody_named_stays_unnamed() {
    let text = "A senior official said the road was closed. The official said it would stay closed.";
    voices_of(text, &[("A senior official", SourceKind::Unnamed), ("A senior official", SourceKind::Unnamed)]);
}

#[test]
fn a_pronoun_is_the_last_who_spoke() {
    let text = "Ada Pell said the road was closed. She said it would stay closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("Ada Pell", SourceKind::Named)]);
}

#[test]
fn a_pronoun_of_the_next_paragraph_is_who_spoke_last() {
    let text = "Ada Pell said the road was closed.\n\nShe said it would stay closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("Ada Pell", SourceKind::Named)]);
    let text = "Ada Pell said the road was closed.\n\nThe port is full.\n\nShe said it would stay closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("?", SourceKind::Pronoun)]);
}

#[test]
fn a_pronoun_that_may_mean_another_stays_open() {
    let text = "Ada Pell said she had met Tom Arlen. He said the road would stay closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("?", SourceKind::Pronoun)]);
    let text = "An official said the road was closed.\n\nShe said it would stay closed.";
    voices_of(text, &[("An official", SourceKind::Unnamed), ("?", SourceKind::Pronoun)]);
}

#[test]
fn a_pronoun_is_who_opens_the_sentence_before() {
    let jane = ("Jane Pell", SourceKind::Named);
    voices_of("Jane Pell, whose son died, runs the ferry. “It is late. I wept,” she said.", &[jane]);
    voices_of("Tom Arlen said no. Jane Pell left. She said yes.", &[("Tom Arlen", SourceKind::Named), jane]);
    voices_of("Jane Pell, a mother of two, left. “My sister wept. I did not,” she said.", &[jane]);
    let ann = ("Ann Lee", SourceKind::Named);
    voices_of("Ann Lee said no.\n\nThe Rev Jane Pell left. “I wept,” she said.", &[ann, jane]);
    let other = "“I left. Jane Pell lied.”|Jane Pell’s ferry sank.|Jane Pell met Ann Arlen.|Jane Pell met a widow.|Jane Pell, 61, was killed.";
    for before in other.split('|') {
        voices_of(&format!("{before} She said it was late."), &[("?", SourceKind::Pronoun)]);
    }
}

#[test]
fn the_same_body_of_another_country() {
    let guard = |name| (name, SourceKind::Institution);
    voices_of("China’s army said no. The Spanish army said yes.", &[guard("China’s army"), guard("The Spanish army")]);
    voices_of("Iran’s army said no. The Iraqi army said yes.", &[guard("Iran’s army"), guard("The Iraqi army")]);
    let text = "The Spanish Coast Guard said no. Spain’s coast guard said yes.";
    voices_of(text, &[guard("Spanish Coast Guard"), guard("Spanish Coast Guard")]);
}

#[test]
fn who_behind_a_name_is_that_name() {
    let text = "“It is late,” said Ada Pell, who added that the road was closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("Ada Pell", SourceKind::Named)]);
}

#[test]
fn he_and_she_agree_with_a_title() {
    let text = "Mrs. Pell said the road was closed. He said it would stay closed.";
    voices_of(text, &[("Pell", SourceKind::Named), ("?", SourceKind::Pronoun)]);
    let text = "Mrs. Pell said the road was closed. She said it would stay closed.";
    voices_of(text, &[("Pell", SourceKind::Named), ("Pell", SourceKind::Named)]);
}

#[test]
fn two_of_one_surname() {
    let text = "Omar Pell fell into the harbour. His mother, Ada Pell, said it was deep. Mrs Pell said nobody helped.";
    voices_of(text, &[("Ada Pell", SourceKind::Named), ("Ada Pell", SourceKind::Named)]);
    let text = "Ada Pell said it was deep. Ada Ruth Pell said nobody helped.";
    voices_of(text, &[("Ada Ruth Pell", SourceKind::Named), ("Ada Ruth Pell", SourceKind::Named)]);
}

#[test]
fn a_first_name_or_a_title_keeps_two_of_one_surname_apart() {
    for (one, two) in [("Mark", "Mary"), ("Tom", "Tim"), ("Bill", "Hillary"), ("John", "James")] {
        let (one, two) = (format!("{one} Pell"), format!("{two} Pell"));
        let text = format!("{one} said the road was closed. {two} said it was open.");
        voices_of(&text, &[(&one, SourceKind::Named), (&two, SourceKind::Named)]);
    }
    for (one, two) in [("Jon", "Jonathan"), ("J.", "John"), ("Kate", "Katie"), ("Mohamed", "Muhammad")] {
        let one = format!("{one} Pell");
        let text = format!("{one} said the road was closed. {two} Pell said it was open.");
        voices_of(&text, &[(&one, SourceKind::Named), (&one, SourceKind::Named)]);
    }
    let text = "Tom Pell said no. Ada Pell said yes. Mr Pell said it was open. “It was not,” she said.";
    let tom = ("Tom Pell", SourceKind::Named);
    voices_of(text, &[tom, ("Ada Pell", SourceKind::Named), tom, ("?", SourceKind::Pronoun)]);
}

#[test]
fn what_a_speaker_did_stands_before_the_name() {
    let text = "Recording a verdict of accident, the senior coroner for Velia, Ada Pell, said the road was closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named)]);
    let text = "Sir, – Dr Ada Pell says that the road was closed.";
    voices_of(text, &[("Ada Pell", SourceKind::Named)]);
}

#[test]
fn posts_and_guards() {
    check_all(
        SourceKind::Role,
        &["the town's returning officer", "the chief medical officer", "the trader's great-grandson"],
    );
    check_all(SourceKind::Institution, &["the coast guard", "Gardaí in Velia"]);
    check_all(SourceKind::Document, &["Consumer Reports", "the script", "a draft of the summary", "a Reuters tally"]);
    check_all(SourceKind::Document, &["figures compiled by the bank", "the figures", "figures in the party’s report"]);
    check_all(
        SourceKind::Document,
        &["official figures", "the latest police figures", "preliminary figures from the port"],
    );
    check_all(SourceKind::Unnamed, &["senior figures", "three figures in the party", "figures in the party"]);
    check_all(SourceKind::Unnamed, &["figures close to the king"]);
}

#[test]
fn what_is_told_behind_the_name() {
    check("[[Aland Lines]], which owns the ship, said little.", SourceKind::Institution);
    check("[[Northern Link]], the regional bus company, said little.", SourceKind::Institution);
    check("[[Ann Lee]], the head of the company, said little.", SourceKind::Named);
    check("[[Ann Lee]], a company director, said little.", SourceKind::Named);
    check("[[The dog walker, Ann Lee]], said little.", SourceKind::Named);
    check("[[Artistic director Ann Church]] said little.", SourceKind::Named);
    check("[[The state Chairman of the union, Comrade Ann Lee]], said little.", SourceKind::Named);
    check("[[His opposite number, Colin Lee]], said little.", SourceKind::Named);
    check("[[Cabinet member for transport Ann Lee]] said little.", SourceKind::Named);
    check("[[Secretary of State Ann Lee]] said little.", SourceKind::Named);
    check("[[The head of the late Ann Lee’s choir]] said little.", SourceKind::Role);
    check("[[A spokeswoman for singer Ann Lee]] said little.", SourceKind::Unnamed);
    check("[[LEE]]: It rained for nine days.", SourceKind::Named);
}

#[test]
fn an_office_in_capitals() {
    check("Roads are shut, [[MP]] says", SourceKind::Role);
    check("It rained, [[the MP for the area]] says.", SourceKind::Role);
    check("It rained, [[MP Ann Lee]] says.", SourceKind::Named);
}

#[test]
fn callings_by_their_form() {
    check_all(
        SourceKind::Unnamed,
        &["an oboist", "two trustees", "some beekeepers", "one old-timer", "a baker", "cattlemen"],
    );
    check("[[Concertgoers]] said little.", SourceKind::Unnamed);
    check("[[Bakers]] said little.", SourceKind::Unnamed);
    check("[[Baker]] said little.", SourceKind::Named);
    check("[[Jeff Weaver]] said little.", SourceKind::Named);
    check_all(SourceKind::Institution, &["a checklist", "the brewer’s parent company"]);
}

#[test]
fn a_name_behind_a_place_and_a_title() {
    check("It rained, but [[his running mate, Ohio Gov. Ann Lee]], said little.", SourceKind::Named);
}

#[test]
fn a_paper_with_its_town() {
    check("[[Velia’s Plain Dealer]] said little.", SourceKind::Outlet);
    check("[[Met Éireann]] said little.", SourceKind::Institution);
}

#[test]
fn no_name_before_what_is_said() {
    check("It was shut by Harbour Street Traders, [[a spokeswoman]] said.", SourceKind::Unnamed);
    check("It was shut by Ann Lee, [[a spokeswoman]], on Monday.", SourceKind::Named);
}

#[test]
fn both_are_all_there_are() {
    check_all(SourceKind::Group, &["both of the mayor’s rivals"]);
}

#[test]
fn around_somebody() {
    check_all(SourceKind::Unnamed, &["people around the mayor"]);
}

#[test]
fn a_capital_behind_marks_and_labels() {
    for label in ["(CNN)", "[Updated]", "(Corrects paragraph 2)", "•", "*", "→", "🚨", "✅"] {
        check(&format!("{label} [[Officials]] said little."), SourceKind::Unnamed);
    }
    check("It rained 👏 [[Officials]] said little.", SourceKind::Unnamed);
    check("It rained (at last), and [[Ann Officer]] said little.", SourceKind::Named);
}

#[test]
fn emphasis_hides_no_word() {
    for text in
        ["**[[Officials]]** said little.", "_[[Officials]]_ said little.", "*“It is shut,”* **[[officials]]** *said*."]
    {
        check(text, SourceKind::Unnamed);
    }
    check("__By now__ [[Ann Lee]]**,** *who saw it,* said little.", SourceKind::Named);
}

#[test]
fn many_are_no_name() {
    check("[[Rumours]] say that it rained.", SourceKind::Unnamed);
    check("[[The Sentinel]] says that it rained.", SourceKind::Institution);
    check("[[Slogans]] say that it rained.", SourceKind::Document);
    check("[[Williams]] says that it rained.", SourceKind::Named);
    check("[[Williams]] said that it rained.", SourceKind::Named);
}

#[test]
fn a_surname_without_its_article() {
    let text = "Nour al-Rashid said the road was closed. “It will stay closed,” Rashid said.";
    voices_of(text, &[("Nour al-Rashid", SourceKind::Named), ("Nour al-Rashid", SourceKind::Named)]);
}

#[test]
fn a_newspaper_in_short() {
    let text = "The Los Angeles Times said the road was closed. According to the Times, it will stay closed.";
    voices_of(text, &[("The Los Angeles Times", SourceKind::Outlet), ("The Los Angeles Times", SourceKind::Outlet)]);
    check("It rained, [[the Post]] said.", SourceKind::Outlet);
    check("It rained, [[the Post Street baker]] said.", SourceKind::Unnamed);
}

#[test]
fn nobody_has_no_source() {
    let reading = Reading::new("Two boats sank, according to one of the most.");
    let found = reading.articles().flat_map(|it| it.attributions).map(|it| (it.kind, it.source.is_empty()));
    assert!(found.eq([(SourceKind::Nobody, true)]));
}

#[test]
fn a_body_named_by_what_it_does_and_who_is_in_a_post() {
    check("It rained, but [[Lyria’s bank regulator]] said little.", SourceKind::Institution);
    check("It rained, but [[a bank regulator]] said little.", SourceKind::Unnamed);
    check("It rained, but [[the harbour master, Ann Lee, 61]], said little.", SourceKind::Named);
    check("It rained, but [[the Bank of Lyria’s governor, Ann Lee]], said little.", SourceKind::Named);
    check("It rained, but [[the Bank of Lyria’s chief economist]] said little.", SourceKind::Role);
}

#[test]
fn callings_in_small_letters() {
    for calling in ["a postman", "two goldsmiths", "a thatcher"] {
        check(&format!("It rained, said [[{calling}]]."), SourceKind::Unnamed);
    }
    check("It rained, said [[Thatcher]].", SourceKind::Named);
}
