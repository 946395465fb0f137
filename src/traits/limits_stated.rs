//! Words that say what is not known or not verified.

use std::sync::LazyLock;

use crate::ling::{Annotated, Phrases, Shape, Word, key_of, keys_of};
use crate::traits::{Example, Explanation, Family, Finding, Findings, Grounds, Polarity, Reference, Trait, TraitId};

use super::shared::{Cue, Walk};
use super::sourcing::phrases;

pub(super) static TRAIT: Trait = Trait {
    id: TraitId("limits-stated"),
    name: "Says what is not known",
    family: Family::Credit,
    polarity: Polarity::Credit,
    explanation: Explanation {
        what: "The text says what it does not know or could not check.",
        why: "That lets you judge how far the rest reaches.",
        but: "A limit in one place does not vouch for the other claims.",
        question: "What would it take to find out?",
    },
    detect,
};

pub(super) const GROUNDS: Grounds = Grounds {
    standards: &[Reference {
        asks: "A text may mark a claim as not verified; that is a sign in its favour.",
        source: "W3C Credible Web, Credibility Signals 2.3",
    }],
    failures: &["A source who says that somebody else has no proof."],
};

pub(super) const EXAMPLES: &[Example] = &[
    Example("The claim [[could not be independently verified]]."),
    Example("[[It was not immediately clear]] who fired first."),
    Example("There were [[no exact figures]] on the losses."),
    Example("Police say they do [[not yet know]] the cause."),
    Example("The identity was verified by the court."),
    Example("It was clear to all who fired first."),
    Example("She could not be reached for comment."),
];

/// What it is called when a text admits that it does not know; own knowledge of English.
pub(super) static PHRASES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "limit: {could not,couldn't,cannot,can't,could} {,independently,immediately} be \
         {,independently,immediately} {verified,confirmed,authenticated,corroborated} | {could \
         not,couldn't,cannot,can't} be {established,determined,ascertained,checked \
         independently,independently checked} | {could not,couldn't,cannot,can't,unable to,not able to,not \
         been able to} {,independently,immediately} {verify,confirm,corroborate,authenticate} | {could \
         not,couldn't,cannot,unable to,not been able to,has yet to,have yet to} {,yet} \
         {establish,determine,tell} {how,if,what,when,where,whether,why} | {could not,couldn't,unable to,not \
         been able to} {establish,determine} the | {does,do,did} not {,yet} {determine,establish,record} \
         {how,when,where,whether,who,why} | {does,do} not {,yet} know {how,where,why} | {could not,cannot} \
         {,yet} be {checked,counted,estimated,put in figures} | we {could not,couldn't,cannot,were not able \
         to,was not able to,were unable to,was unable to} {establish,verify,confirm,check,see,visit,inspect} \
         | could not check {her,his,it,that,the,their,them,this} | not possible to \
         {check,confirm,establish,verify} | yet to be {calculated,confirmed,counted,determined,established,identified,verified} \
         | {nobody,no one} {knows,can say} {how,how many,whether,why,what caused,when,who} | {has,have,had} not \
         {,yet,yet been,been,been independently,been officially} {verified,confirmed} | {has,have,had} not \
         {,yet} been {established,determined} | has not independently {verified,confirmed} | no \
         {immediate,independent,official} {account,confirmation,verification,details} | no \
         {exact,official,reliable,confirmed} {figure,figures,number,numbers,toll,data,reports} | it {is,was} \
         {,still} {not clear,not immediately clear,unclear,uncertain} | it {is,was} not {,immediately,yet} \
         known | {is,was,were} not immediately clear | {is,was,were} not {,immediately} known | \
         {it's,remain,remains,remained,is still,are still} {unclear,unknown,not clear,not known} | not yet \
         {clear,know,known} | {cause,extent,fate,identity,motive,number,toll} {is,was,remains} {unknown,not \
         known,unclear} | {cause,date,extent,number,toll} {is,remains} disputed | {cannot,can't} prove cause and effect | {has,have} not {,yet} been \
         {peer-reviewed,peer reviewed,replicated} | {claim,claims,figures,report,reports,toll} \
         {remain,remains,remained,is,are,was,were} {unverified,unconfirmed} | {was,were} not \
         {independently,immediately} {verified,confirmed} | impossible to verify | it {is,was} too \
         {early,soon} to {say,tell} | {does not,do not,doesn't,don't} {show,prove,establish} {that,whether} | {cannot,can't} \
         {,yet} say {how many,how much,if,whether} | we {cannot,can't} {,yet} say {what,why} | {be,lie,lies} \
         anywhere between | {caution,cautions,cautioned} that the \
         {data,figure,figures,findings,number,numbers,results,sample,study,volunteers} | {must,need to,needs \
         to} be replicated | details were not {,immediately} available | {could \
         not,couldn't,cannot,can't} {,yet} rule out | {has,have,had} no information {on,about} | verification {,of the claim,of the claims} {is,was} \
         {not possible,impossible} | {may,might} not {reflect,represent} {all,the,those} | {may,might} not be representative of | could not say \
         {how long,how many,when,whether} | {count,data,figure,figures,finding,findings,reading,result,results,toll} \
         {is,are,was,were} {preliminary,provisional} | estimates {,of the dead,of the toll} {differ,vary} | {nobody,no one} knows | is unknown \
         | {analysis,data,figure,figures,findings,results,study,survey} {has limits,have limits,has limitations,have \
         limitations,covers only,covered only,cover only,may not apply,might not apply,could not prove,cannot \
         prove} | {count,data,figure,figures,study,survey,toll} {did not include,do not include,does not include,does not \
         count,do not count} | {draw,group,groups,patients,sample,samples,selection,study,survey,trial,volunteers} {was,were} not \
         {random,randomised,randomized,blinded} | {acknowledge,acknowledges,acknowledged} {,other ,several ,some }limitations \
         | not tested {the,its,these,those} claims",
    )
});

const COULD: u32 = key_of("could");
const NOT: u32 = key_of("not");
const NOTHING: [u32; 4] = keys_of(["neither", "no", "none", "nothing"]);
/// Words that say what is not known only with no other word behind them.
const KNOWS: u32 = key_of("knows");
const IS: u32 = key_of("is");
const OPEN: [u32; 8] = keys_of(["clear", "disputed", "how", "known", "when", "where", "whether", "who"]);
/// How far before its verb such a word stands, in tokens.
const NEAR: usize = 6;

fn detect(text: Annotated<'_>, findings: &mut Findings) {
    let tokens = text.document.tokens();
    let mut limits = Walk::through(text, Cue::Limit);
    for block in text.prose() {
        let mut behind = 0;
        for at in limits.places(&text.document.paragraphs()[block.paragraph].tokens) {
            let Some(it) = PHRASES.at(text.words, at).filter(|_| at >= behind) else { continue };
            // *Neither account could be verified* is all of it, but not *so that it could be verified*.
            let may_be = text.words[at].has_key(COULD) && !text.words[at + 1].has_key(NOT);
            let before = &text.words[at.saturating_sub(NEAR)..at];
            let mut of_clause = before.iter().rev().take_while(|it| it.shape != Shape::Punct);
            let nothing = if may_be { of_clause.position(|it| it.is_one_of(&NOTHING)) } else { None };
            if may_be && nothing.is_none() {
                continue;
            }
            // *does not know how to swim*, *was not known for patience*
            if text.words[it.words.end - 1].is_one_of(&OPEN) && text.words[it.words.end..].first().is_some_and(leads_on)
            {
                continue;
            }
            // *Nobody knows the song*, *is unknown outside Velia*; but *how it came is unknown*
            let goes_on = || text.words.get(it.words.end).is_some_and(|it| it.shape != Shape::Punct);
            if text.words[it.words.end - 1].has_key(KNOWS) && (goes_on() || !text.words[at].is_capital())
                || text.words[at].has_key(IS) && it.words.len() == 2 && !before.iter().any(|it| it.is_one_of(&OPEN))
            {
                continue;
            }
            let first = at - nothing.map_or(0, |back| back + 1);
            let span = tokens[first].span.to(tokens[it.words.end - 1].span);
            // Then somebody else admits it.
            findings.add(Finding::new(span).quoted(text.is_quoted(span)));
            behind = it.words.end;
        }
    }
}

fn leads_on(next: &Word) -> bool {
    const AIMS: [u32; 5] = keys_of(["as", "by", "for", "of", "to"]);
    next.is_one_of(&AIMS)
}

#[cfg(test)]
mod tests {
    use super::TRAIT;
    use crate::testing::check;

    #[test]
    fn what_somebody_does_not_know_by_the_way() {
        check(&TRAIT, "The film does not show why she left. The mayor cannot say what time it is.");
    }

    #[test]
    fn what_is_left_open() {
        check(&TRAIT, "How many came [[is unknown]]. Why? [[Nobody knows]]. The group [[cannot rule out]] a leak.");
        check(&TRAIT, "The firm [[could not say when]] it would open, and the [[count is provisional]].");
        check(&TRAIT, "[[Estimates of the dead vary]]. [[Verification of the claims was impossible]].");
        check(
            &TRAIT,
            "Nobody knows the song, a tale nobody knows. Its singer is unknown in Velia, and it may not rain.",
        );
    }

    #[test]
    fn where_the_paper_could_not_go() {
        check(&TRAIT, "[[We were not able to visit]] the farm. [[We could not establish]] which account is right.");
    }

    #[test]
    fn what_nobody_could_check() {
        check(&TRAIT, "The figure [[could not be checked independently]].");
        check(&TRAIT, "[[Neither story could be independently confirmed]].");
        check(&TRAIT, "There is no hurry. It could be verified by May.");
        check(&TRAIT, "The [[claims remain unverified]]. The toll [[was not independently confirmed]].");
        check(&TRAIT, "The judge was not confirmed. The page was unverified. The theft has not been repeated.");
        check(&TRAIT, "The data are open, so that each result could be independently confirmed.");
    }

    #[test]
    fn what_a_study_leaves_out() {
        check(
            &TRAIT,
            "The [[analysis has limits]], the [[figures covered only]] inns, and the [[draw was not random]].",
        );
        check(
            &TRAIT,
            "The cost has [[yet to be calculated]]. [[No one knows how]] it began. Its [[date is disputed]].",
        );
        check(&TRAIT, "The police said the shooting was not random. Its date is disputed by Rae, or was disputed.");
        check(
            &TRAIT,
            "The [[survey did not include]] the inns. The results did not include a win. No horse was not blinded.",
        );
        check(&TRAIT, "The road has limits, the roof covered only half of it, and nobody knows how to swim.");
    }

    #[test]
    fn what_is_not_established() {
        check(&TRAIT, "How the gate came open [[has not been established]].");
        check(&TRAIT, "This paper [[could not establish when]] the gate was opened.");
        check(&TRAIT, "The club could not establish itself in the north.");
        check(&TRAIT, "The team [[could not yet tell whether]] the gate was shut.");
        check(&TRAIT, "The office [[does not record why]] a gate is opened.");
        check(&TRAIT, "The ministry [[does not know how]] the gate came open.");
        check(&TRAIT, "How many gates were open [[was not known]].");
        check(&TRAIT, "The cost [[could not yet be put in figures]], and the dead have [[yet to be identified]].");
        check(&TRAIT, "The mayor does not know how to swim. He was not known for patience.");
        check(&TRAIT, "The water is not clear. He was not known by the guards, and could not say why.");
        check(&TRAIT, "The mayor could not tell the gates apart, and did not say when he would go.");
        check(&TRAIT, "Their [[fate is unknown]].");
        check(&TRAIT, "The painter is unknown outside Velia.");
        check(&TRAIT, "The count [[does not show whether]] moths came back. [[We cannot say what]] that means.");
        check(&TRAIT, "The true share could [[lie anywhere between]] 3 and 40 per cent.");
        check(&TRAIT, "They [[caution that the sample]] was small, and that the trial [[must be replicated]].");
        check(&TRAIT, "The mayor cautioned that the river was rising. The painter does not show his work.");
    }
}
