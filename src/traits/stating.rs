//! Whether somebody without a name is said to state anything.

use std::sync::LazyLock;

use crate::ling::{Annotated, Attribution, Class, Frames, KeyIndex, Pos, Shape, Word, WordSet, key_of, keys_of};
use crate::text::{Span, begins_with_one};

use super::sourcing::{is_any, word};

/// What a word of a cue tells besides that something is said.
#[derive(Clone, Copy, PartialEq)]
enum Telling {
    Asking,
    Calling,
    Claiming,
    Conceding,
    Considering,
    Declined,
    Declining,
    Feeling,
    Knowing,
    Naming,
    Seeing,
    /// *put it bluntly*, *made clear*
    Showing,
    Pointing,
    /// Of what may be.
    Open,
    /// What a crowd does, anybody there can hear.
    Crowd,
    /// *rang to say*
    Said,
}

/// The words; none stands in two lists.
const LISTS: [(Telling, &str); 16] = [
    (Telling::Asking, "ask asked asking"),
    (Telling::Calling, "call called nicknamed"),
    (Telling::Claiming, "claim claims claimed claiming"),
    (Telling::Conceding, "concede concedes conceded conceding"),
    (Telling::Considering, "consider considered considering disclosed filed filing lodged revealed"),
    (Telling::Declined, "declined"),
    (Telling::Declining, "declines declining refused refuses"),
    (Telling::Feeling, "feel feels felt"),
    (
        Telling::Knowing,
        "know knows known knew decided generally jokes offering realises realizes recognise recognises recognize \
         recognizes ruled",
    ),
    (Telling::Naming, "named"),
    (Telling::Seeing, "saw found find noticed heard discovered"),
    (Telling::Showing, "according indicate indicates indicated indicating put clear"),
    (Telling::Pointing, "point points pointed"),
    (Telling::Open, "cannot can't to will may might would could can include includes including included like"),
    (Telling::Crowd, "interrupted booed chanted chanting cheered heckled jeered applauded"),
    (Telling::Said, "said says rang phoned emailed wrote texted"),
];

static WORDS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&LISTS));

fn telling(text: Annotated<'_>, at: usize) -> Option<Telling> {
    let word = text.words.get(at).filter(|it| !it.possessive)?;
    WORDS.get(word.key).map(|it| LISTS[it].0)
}

fn declines(text: Annotated<'_>, at: usize) -> bool {
    matches!(telling(text, at), Some(Telling::Declined | Telling::Declining))
}

/// Whether the cue says that somebody says, thinks or shows something: wishes,
/// plans and acts are no statements.
pub(super) fn states(text: Annotated<'_>, it: &Attribution) -> bool {
    // *maintained by a few*: nothing is said.
    if it.content.is_empty() || is_stand(text, it) || is_done(text, it) || is_heard_in_story(text, it) {
        return false;
    }
    let (says, is_open) = is_said(text, it);
    (says || judges(text, it) || leads_on(text, it)) && (!is_open || is_settled(text, it))
}

/// *drew praise from nurses*, *is a critic of the toll*, *has doubts about it*: where somebody stands, and no words.
pub(super) fn is_stand(text: Annotated<'_>, it: &Attribution) -> bool {
    const SIDES: &str = "advocate critic critics defender opponent opponents proponent supporter supporters";
    let (Some(cue), Some(source)) = (it.cue.first(), it.source.first()) else { return false };
    let cue = text.document.tokens_in(*cue);
    let is_behind = text.document.tokens_in(*source).start == cue.end + 1 && is_any(text, cue.end, "from of among");
    let has =
        || is_any(text, cue.start, "has have had having") && !cue.clone().any(|at| text.words[at].pos.is(Pos::PART));
    is_behind || cue.clone().any(|at| is_any(text, at, SIDES)) || has()
}

/// Whether nothing is said, but only done.
fn is_done(text: Annotated<'_>, it: &Attribution) -> bool {
    let may_be = |at: usize| telling(text, at).is_some_and(|it| it as u8 <= Telling::Seeing as u8);
    tokens_of(text, it).any(may_be)
        && (is_seen(text, it)
            || is_nickname(text, it)
            || is_act(text, it)
            // *Sailors have long known that*, *economists generally agree*: no news. *They ruled it out*: a deed.
            || tokens_of(text, it).any(|at| telling(text, at) == Some(Telling::Knowing))
            // *asked to see the bills*: wants it for itself.
            || opens_with(text, it, "asked", "to"))
        || is_demanded(text, it)
}

/// *Pupils held a sit-in, demanding that the wall go*; *trusted aides*, which is no verb.
fn is_demanded(text: Annotated<'_>, it: &Attribution) -> bool {
    let Some((first, source)) = first(text, it).zip(it.source.first()) else { return false };
    let end = text.document.tokens_in(*source).end;
    if first < end {
        // *Citing the law, officials have not said why.*
        const NOT: &str = "not declined refused didn't didn’t haven't haven’t hasn't hasn’t";
        return is_any(text, first, "trusted")
            || is_any(text, first, "citing") && (end..end + 3).any(|at| is_any(text, at, NOT));
    }
    // *was heard urging them*, *seem determined to go*: what somebody heard or thinks of them.
    if is_any(text, first - 1, "heard filmed seem seems seemed appear appears appeared") {
        return true;
    }
    let calls = || is_any(text, first, "calling") && is_any(text, first + 1, "for on");
    // *Two clerks were charged with lying, saying they had left*
    let is_charged =
        || is_any(text, end, "was were") && is_any(text, end + 1, "arrested charged convicted indicted jailed");
    if first > end + 2 && word(text, first).ends_with("ing") && is_charged() {
        return true;
    }
    first > end + 1
        && is_any(text, first - 1, ",")
        && (is_any(text, first, "asking demanding seeking urging") || calls())
}

/// The first token of the cue.
fn first(text: Annotated<'_>, it: &Attribution) -> Option<usize> {
    it.cue.first().map(|&cue| text.document.tokens_in(cue).start)
}

/// Whether the cue begins with the one, and the other is behind.
fn opens_with(text: Annotated<'_>, it: &Attribution, opening: &str, next: &str) -> bool {
    let first = first(text, it).filter(|&at| at + 1 < text.words.len());
    first.is_some_and(|at| is_any(text, at, opening) && is_any(text, at + 1, next))
}

/// Whether the cue is one of saying, thinking or showing, and whether only of what may be: *will say*, *to say*.
fn is_said(text: Annotated<'_>, it: &Attribution) -> (bool, bool) {
    const STATING: Frames = Frames::SAY.or(Frames::TELL).or(Frames::THINK).or(Frames::CALL).or(Frames::NOUN);
    let (mut says, mut is_open, mut has_said) = (false, false, false);
    for at in tokens_of(text, it) {
        says |= text.words[at].frames.is(STATING);
        match telling(text, at) {
            Some(Telling::Showing | Telling::Pointing | Telling::Declined) => says = true,
            // *said not to wait* is said, *to say* is not.
            Some(Telling::Open) => is_open |= !has_said,
            Some(Telling::Crowd) => is_open = true,
            Some(Telling::Said) => has_said = true,
            _ => {}
        }
    }
    (says, is_open)
}

/// *declined to comment*, *pointed to the bills*, *was quick to say*: that is the statement, though the verb is open.
fn is_settled(text: Annotated<'_>, it: &Attribution) -> bool {
    first(text, it).is_some_and(|at| is_any(text, at, "according declined refused"))
        || tokens_of(text, it)
            .any(|at| telling(text, at) == Some(Telling::Pointing) || is_any(text, at, "quick hesitate"))
}

/// *accused*, *have long accused*; *disputed the idea that*, *rejected that view*: of what was said, something is said.
fn judges(text: Annotated<'_>, it: &Attribution) -> bool {
    const THAT: u32 = key_of("that");
    const OPINIONS: &str = "view idea notion suggestion suggestions criticism accusations account";
    let is_judging = |at: usize| text.words[at].frames.is(Frames::JUDGE);
    let is_aloud = |at: usize| is_judging(at) && judges_aloud(word(text, at));
    let is_opinion = |at: usize| {
        text.words[at].frames.is(Frames::NOUN)
            && (text.words.get(at + 1).is_some_and(|it| it.has_key(THAT)) || is_any(text, at, OPINIONS))
    };
    let mut judged = it.content.iter().flat_map(|&span| text.document.tokens_in(span).take(4));
    first(text, it).is_some_and(|first| {
        is_aloud(first)
            || is_any(text, first, "has have had") && tokens_of(text, it).any(is_aloud)
            || is_judging(first) && judged.any(is_opinion)
    })
}

/// *One trader was blunter: “…”*
fn leads_on(text: Annotated<'_>, it: &Attribution) -> bool {
    it.content.first().is_some_and(|&content| {
        let start = text.document.tokens_in(content).start;
        start > 0 && is_any(text, start - 1, ":") && text.document[content].starts_with(['“', '"'])
    })
}

/// *saw the fire*, *was found by a farmer*: no view of anybody’s, as *saw him as the next mayor* is.
fn is_seen(text: Annotated<'_>, it: &Attribution) -> bool {
    let is_view = |it: &Span| {
        const PROOF: &str = "evidence indication proof reason sign support";
        let mut tokens = text.document.tokens_in(*it).take(12);
        let is_view = |at| is_any(text, at, "that no") || is_any(text, at, "little") && is_any(text, at + 1, PROOF);
        tokens.next().is_some_and(is_view) || tokens.any(|at| is_any(text, at, "as"))
    };
    let mut of_cue = it.cue.iter().take(1).flat_map(|&cue| text.document.tokens_in(cue).take(3));
    let seen = of_cue.find(|&at| telling(text, at) == Some(Telling::Seeing));
    // *Magistrates heard that …*: they were told.
    seen.is_some_and(|at| is_any(text, at, "heard") || !it.content.iter().any(is_view))
}

/// What an answer consists in.
const ANSWERING: &str =
    "answer comment confirm disclose discuss elaborate explain reply respond reveal said say specify";

/// *declined to comment*, *did not respond*: that is told of them, and they may be asked.
pub(super) fn keeps_silent(text: Annotated<'_>, it: &Attribution) -> bool {
    const NOT: u32 = key_of("not");
    let ends = |at: usize, ending: &str| word(text, at).ends_with(ending);
    let is_denied = |at: usize| text.words[at].has_key(NOT) || ends(at, "n't") || ends(at, "n’t");
    let of_content = it.content.iter().take(1).flat_map(|&span| text.document.tokens_in(span).take(3));
    let mut behind = tokens_of(text, it).skip_while(|&at| !declines(text, at) && !is_denied(at));
    behind.next().is_some() && behind.chain(of_content).any(|at| is_any(text, at, ANSWERING))
}

/// *Does anybody say so?*, *that does not mean anybody says so*: nobody has. *One after another fell*, *hearing a mayor
/// say so* tells of nobody who states it.
pub(super) fn is_asked(text: Annotated<'_>, span: Span) -> bool {
    static ASKING: WordSet = WordSet::new("do does did will would can could may should");
    const LINKS: [u32; 2] = keys_of(["that", "the"]);
    const MEAN: [u32; 1] = keys_of(["mean"]);
    const HEARING: [u32; 3] = keys_of(["hearing", "seeing", "watching"]);
    let start = text.document.tokens_in(span).start;
    let before = start.saturating_sub(1 + usize::from(start > 0 && text.words[start - 1].is_one_of(&LINKS)));
    // *That does not mean his friends think so*
    const NO: &str = "not doesn't doesn’t didn't didn’t";
    let is_denied = before > 0 && before < start && text.words[before].is_one_of(&MEAN) && is_any(text, before - 1, NO);
    let is_order = is_any(text, start, "one") && is_any(text, start + 1, "after by");
    // *She heard somebody shouting that it burned*
    let goes_on = || {
        text.document.tokens_in(span).end < text.words.len()
            && word(text, text.document.tokens_in(span).end).ends_with("ing")
    };
    let is_heard = before < start
        && (text.words[before].is_one_of(&HEARING) || is_any(text, before, "heard overheard saw") && goes_on());
    before < start && ASKING.is(&text.words[before]) || is_denied || is_order || is_heard
}

/// *accused him*, *disputed the figure*: a judgement that cannot be passed without a word.
fn judges_aloud(verb: &str) -> bool {
    const ALOUD: &str = "accus blam complain condemn confirm contradict criti decri denied denies deny denounc \
        dismiss disput echo highlight question rebut slam voic";
    !verb.ends_with("ing") && begins_with_one(verb, ALOUD)
}

/// The words of a cue.
fn tokens_of<'r>(text: Annotated<'r>, it: &'r Attribution) -> impl Iterator<Item = usize> + 'r {
    it.cue.iter().flat_map(move |&cue| text.document.tokens_in(cue).take(8))
}

/// *claimed responsibility*, *declined to prosecute*: done, not said.
fn is_act(text: Annotated<'_>, it: &Attribution) -> bool {
    const CLAIMED: &str = "allegiance asylum credit responsibility victory";
    // *declined to be named*
    const TELLING: &str = "be identify name provide speculate";
    let (Some(last), Some(content)) = (tokens_of(text, it).last(), it.content.first()) else { return false };
    let mut tokens = text.document.tokens_in(*content);
    let Some(first) = tokens.next() else { return false };
    let opening = self::first(text, it).unwrap_or(last);
    let is = |telling: Telling| self::telling(text, last) == Some(telling);
    if is(Telling::Claiming) {
        return is_any(text, first, CLAIMED);
    }
    // *conceded a penalty*
    static GOALS: WordSet =
        WordSet::new("corner corners defeat goal goals penalties penalty point points seat seats set tries try");
    if is(Telling::Conceding) {
        // *conceded that the goal was missed*, *conceded the point that it was late*
        const CLAUSE: &str = "that is are was were has have had";
        let goes_on =
            |at: usize| at < text.words.len() && (is_any(text, at, CLAUSE) || text.words[at].is(Class::Auxiliary));
        let is_that = is_any(text, last + 1, "that");
        let mut near = text.document.tokens_in(*content).take(4);
        return !is_that && near.any(|at| GOALS.has(text.words[at].key) && !goes_on(at + 1));
    }
    if is(Telling::Considering) || telling(text, opening) == Some(Telling::Considering) {
        return is_undertaken(text, it, opening, *content);
    }
    // *asked questions about the fire*: no answer is told.
    if is(Telling::Asking) && last + 1 < text.words.len() {
        return is_any(text, last + 1, "questions");
    }
    // *the unease many women feel*: no view.
    if is(Telling::Feeling) {
        return it.cue.first().is_some_and(|cue| content.end() <= cue.start());
    }
    // *a clerk named Ann Lee*: that is the name.
    if is(Telling::Naming) {
        return text.words[first].is_capital();
    }
    let acts =
        |at: usize| text.words[at].frames == Frames::NONE && !is_any(text, at, ANSWERING) && !is_any(text, at, TELLING);
    declines(text, last) && is_any(text, first, "to") && tokens.next().is_some_and(acts)
}

/// *are considering a walkout*, *filed a complaint*, *disclosed a cache of letters*, *the theft that they revealed*
fn is_undertaken(text: Annotated<'_>, it: &Attribution, opening: usize, content: Span) -> bool {
    let tokens = text.document.tokens_in(content);
    let has = |most: usize, words: &str| tokens.clone().take(most).any(|at| is_any(text, at, words));
    let last = tokens_of(text, it).last().unwrap_or(opening);
    let ends =
        |at: usize| at >= tokens.end || text.words[at].shape == Shape::Punct || text.words[at].is(Class::Preposition);
    // *a report that the dam leaked*, *records had been burnt*, but *letters that were lost*, *a suit over*
    let is_link = |at: &usize| {
        let it = text.words[*at];
        it.shape == Shape::Punct || it.pos.is(Pos::THAT) || it.classes.has_any(&[Class::Auxiliary, Class::Preposition])
    };
    let opens = |at: usize| text.words[at].classes.has_any(&[Class::Determiner, Class::Pronoun]);
    let is_clause = || {
        let link = tokens.clone().take(12).find(is_link);
        // *a complaint over the way it was run*
        let is_led = text.words[tokens.start.saturating_sub(1)].is(Class::Preposition);
        !is_led
            && link.is_some_and(|at| match text.words[at].pos.is(Pos::THAT) {
                true => at == tokens.start || opens(at + 1),
                false => text.words[at].is(Class::Auxiliary),
            })
    };
    match word(text, last) {
        "considering" => !has(1, "that"),
        // *a walkout*, but *a walkout likely*
        "consider" | "considered" => {
            // *consider limits on trade*, but *consider limits useful*
            let is_bare = word(text, tokens.start).ends_with('s') && !opens(tokens.start);
            has(1, "whether") || (has(1, "a an") || is_bare) && ends(tokens.start + 2 - usize::from(is_bare))
        }
        "disclosed" | "revealed" => {
            let is_before = content.end() <= text.document.tokens()[opening].span.start();
            has(4, "cache documents emails letters memos records tapes") && !is_clause()
                || is_before && text.words[tokens.end - 1].pos.is(Pos::THAT.or(Pos::REL))
        }
        _ => is_any(text, opening, "filed filing lodged") && !is_clause(),
    }
}

/// *a tutor told her that …*, *shouted at him*, *she was told by a tutor*: a scene, and nobody told it to the paper.
fn is_heard_in_story(text: Annotated<'_>, it: &Attribution) -> bool {
    let (Some(first), Some(last)) = (first(text, it), tokens_of(text, it).last()) else { return false };
    let linked = last + 1 + usize::from(is_any(text, last + 1, "at to"));
    let tells = text.words[last].frames.is(if linked > last + 1 { Frames::SAY } else { Frames::TELL });
    let Some(behind) = text.words.get(linked + 1).filter(|_| tells) else { return false };
    // *told her lawyer*
    const OPENING: Pos = Pos::DET.or(Pos::PRON).or(Pos::POSS).or(Pos::THAT).or(Pos::TO).or(Pos::PREP).or(Pos::WH);
    let is_alone = || behind.shape == Shape::Punct || behind.pos.is(OPENING.or(Pos::SUBORD));
    let is_before = |words: &str| first > 0 && is_any(text, first - 1, words);
    // *sources told him*: they speak to be heard, to whomever.
    let mut of_source = it.source.iter().flat_map(|&span| text.document.tokens_in(span).take(8));
    // *spoke to a cook who told her*: she was asking.
    !is_before("who")
        && !of_source.any(|at| text.words[at].is(Class::SourceNoun))
        && (is_one_of_story(text, linked)
            || is_any(text, linked, "her") && is_alone()
            || is_any(text, linked, "by") && is_before("he she they"))
}

/// *him*, *the driver*
pub(super) fn is_one_of_story(text: Annotated<'_>, at: usize) -> bool {
    const WRITERS: &str = "author correspondent interviewer journalist reporter";
    let is_one = |it: &Word| it.is(Class::PersonNoun) && !it.is(Class::Plural) && !is_any(text, at + 1, WRITERS);
    is_any(text, at, "him them") || is_any(text, at, "the") && text.words.get(at + 1).is_some_and(is_one)
}

/// *Sailors called it the penguin*: what it is known as.
fn is_nickname(text: Annotated<'_>, it: &Attribution) -> bool {
    let Some(content) = it.content.first() else { return false };
    let tokens = text.document.tokens_in(*content);
    if !tokens_of(text, it).last().is_some_and(|at| telling(text, at) == Some(Telling::Calling)) {
        return false;
    }
    let words = tokens.clone().take(8).filter(|&at| text.words[at].shape != Shape::Punct).count();
    let is = |at: usize, words: &str| is_any(text, tokens.start + at, words);
    // *what sailors call the penguin*, but *what analysts called a blow*
    let source = it.source.first().map(|it| text.document.tokens_in(*it)).filter(|it| it.start > 0);
    if source
        .is_some_and(|it| is_any(text, it.start - 1, "what which") && !is_any(text, it.end - 1, "critics opponents"))
    {
        return !is(0, "a an") || !tokens_of(text, it).any(|at| is_any(text, at, "called"));
    }
    words == 3 && is(0, "it him her") && is(1, "the")
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use crate::testing::check;

    #[test]
    fn what_is_done_is_not_said() {
        check(&TRAIT, "A gunman claiming allegiance to a militia shot nine people.");
        check(&TRAIT, "In the film, a guard was heard urging them to go. Some clerks seem determined to go.");
        check(&TRAIT, "[[A guard]] urged them to go. The town’s magistrates heard that the man had wept.");
        check(&TRAIT, "Citing the law, port officials have not said why. Port aides refused to reveal the sum.");
        check(&TRAIT, "Citing the law, [[port officials]] said why it fell. [[Port aides]] said they refused to go.");
        check(&TRAIT, "Pupils shut the gate for an hour, demanding that the wall go.");
        check(&TRAIT, "Two clerks sent a letter to the mayor, calling for her dismissal.");
        check(
            &TRAIT,
            "[[Critics]] panned the plan, calling it a farce. [[Pupils]] wrote a song, warning that it leaked.",
        );
        check(&TRAIT, "The council’s lawyers ruled that out. Teachers decided that she should share the prize.");
        check(&TRAIT, "In May, trusted aides have talked with the mayor. The show came with experts offering a view.");
        check(&TRAIT, "Ministers found little unity on the plan. [[Inspectors]] found little evidence of fraud.");
        check(&TRAIT, "Tarn leaders recognize that the wall is weak, which economists generally consider a risk.");
        check(&TRAIT, "A number of farmers have asked questions about the fire.");
        check(&TRAIT, "Campaign aides declined to confirm the visit.");
        check(&TRAIT, "Rebels claimed responsibility for the fire.");
        check(&TRAIT, "The visitors conceded a penalty at noon. [[Traders]] conceded that it was late.");
        check(&TRAIT, "[[Officials]] conceded that the goal was missed.");
        check(&TRAIT, "[[Traders]] conceded the point that it was late.");
        check(&TRAIT, "[[Traders]] conceded the seat was lost. The visitors conceded the second goal.");
        check(&TRAIT, "Two cooks wouldn’t comment on it. Two clerks didn’t respond to a request.");
        check(&TRAIT, "The storm fed the unease many women feel about the wall.");
        check(&TRAIT, "[[Many women]] feel that the wall is weak.");
        check(&TRAIT, "A clerk named Ann Lee has nothing but praise for the port.");
        check(&TRAIT, "[[A Velian gunman]] claimed that the fort had fallen.");
        check(&TRAIT, "He was charged, but prosecutors declined to proceed with the case.");
        check(&TRAIT, "[[Prosecutors]] declined to name the clerk.");
        check(&TRAIT, "Prosecutors declined to comment on the case. Two traders did not respond to a request.");
        check(&TRAIT, "He wants to end a rule that he says is maintained by a few rich traders.");
    }

    #[test]
    fn what_cannot_be_passed_without_a_word_is_said() {
        check(&TRAIT, "[[Two traders]] accused the port of waste.");
        check(&TRAIT, "[[A former inspector]] disputed the figure. [[Opponents]] have highlighted her mistakes.");
        check(&TRAIT, "[[Traders]] have long blamed the port for the waste.");
        check(&TRAIT, "[[A former inspector]] rejected that view.");
        check(&TRAIT, "A former inspector rejected the request.");
        check(&TRAIT, "[[Two clerks]] voiced the same frustration. [[A former clerk]] backed their account.");
        check(&TRAIT, "[[One trader]] put it bluntly: “The port will be gone by May.”");
        check(&TRAIT, "[[A former inspector]] was blunter: “The port will be gone by May.”");
        check(&TRAIT, "The coins were found by a farmer with a spade.");
        check(&TRAIT, "Two traders spoke for ninety minutes. [[Two clerks]] cast doubt on the date.");
        check(&TRAIT, "[[A trader]] said not to read too much into it.");
        check(&TRAIT, "Experts cannot say why it fell.");
        check(&TRAIT, "[[A trader]] rang to say that it fell.");
        check(&TRAIT, "A few traders enjoyed the fort.");
    }

    #[test]
    fn what_is_planned_or_filed_is_not_said() {
        check(&TRAIT, "Union leaders consider limits on trade. [[Experts]] consider limits useful.");
        check(&TRAIT, "Union leaders consider a walkout. Aides to the mayor are considering a joint list.");
        check(&TRAIT, "[[Analysts]] consider an attack imminent. [[Experts]] consider a collapse likely.");
        check(&TRAIT, "[[Officials]] revealed that emails were lost. [[Sources]] revealed records had been burnt.");
        check(
            &TRAIT,
            "[[Union leaders]] filed a report that the dam leaked. Traders filed a complaint over the way it was run.",
        );
        check(&TRAIT, "[[Experts]] consider the dam unsafe. [[Experts]], considering that it leaked, said it was old.");
        check(&TRAIT, "Traders filed a complaint for damages. Traders disclosed a cache of letters about the port.");
        check(&TRAIT, "[[Officials]] disclosed that the dam leaked. It leaked, [[officials]] revealed.");
        check(&TRAIT, "Voters punished the thefts that regulators revealed in later cases.");
    }

    #[test]
    fn what_somebody_in_the_story_is_told() {
        check(&TRAIT, "A tutor told her that she was late. As a girl she was told by a nurse that it was over.");
        check(&TRAIT, "A stranger told him his house was on fire. A guard told the driver to stop.");
        check(&TRAIT, "A man shouted at them that they were late.");
        check(
            &TRAIT,
            "[[A source]] told reporters that it was late. [[Sources close to the port]] told him it was over.",
        );
        check(&TRAIT, "[[A nurse]] told us that it was late.");
        check(&TRAIT, "[[A nurse]] told her lawyer that it was late. [[A guard]] told the reporter to stop.");
        check(&TRAIT, "[[Critics]] accused him of theft.");
    }

    #[test]
    fn what_is_not_said_or_known_to_all() {
        check(&TRAIT, "Ministers have not said whether they will go. Officials declined to say how many left.");
        check(&TRAIT, "Historians have long known that the tower leaned.");
        check(&TRAIT, "[[Officials]] said they did not say so. [[Historians]] believe that the tower leaned.");
    }

    #[test]
    fn a_stand_is_no_statement() {
        check(&TRAIT, "Rae has the support of union leaders, and residents have concerns about the toll.");
        check(&TRAIT, "Some residents are supporters of the toll. It drew praise from port officials.");
        check(&TRAIT, "[[Port officials]] have voiced concerns about the toll.");
    }

    #[test]
    fn a_question_states_nothing() {
        check(&TRAIT, "Did officials say that the road was closed?");
        check(&TRAIT, "Does that person get tired and say the road was closed?");
    }
}
