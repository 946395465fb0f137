//! Accusations, and the words of those who may answer.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, BlockKind, Class, Frames, KeyIndex, Pos, Shape, WordSet, key, key_of};
use crate::text::{Sentence, Span};

use super::shared::{self, Cue};
use super::sourcing::{attributions_before, is_any, is_year, span_of, word};

/// The lists of words.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum List {
    /// Who speaks for somebody else: *her lawyer*, *its director*.
    Aides,
    /// Who may speak for *the company*.
    Offices,
    /// Who can be asked without a name of their own: *the company*.
    Bodies,
    Accusing,
    Calling,
    /// What one is called as an accusation.
    BadNames,
    /// What nobody does by right.
    Misdeeds,
    /// How nothing is done by right.
    Wrongly,
    /// What is done by right, but not with [`Self::Bribes`], [`Self::Tainted`], …
    Taking,
    Bribes,
    Trading,
    Tainted,
    Hiding,
    Proofs,
    Alleging,
    /// What one steals in sport and on stage, or poisons in company.
    Prizes,
    /// The verbs of [`Self::Prizes`], which are misdeeds too.
    Robbing,
    /// Of courts and of what is not so.
    Settled,
    /// Where a case is heard, which says nothing of how it went.
    Courts,
    /// Whose word is the end of it, where it is they who speak.
    Finders,
    /// What is not meant to be so, where it is told in it.
    Fiction,
}

/// Their words; none stands in two.
const LISTS: [(List, &str); 21] = [
    (List::Aides, "its lawyer lawyers attorney spokesman spokeswoman spokesperson"),
    (
        List::Offices,
        "director manager managers chief chair chairman chairwoman head president executive owner principal engineer",
    ),
    (
        List::Bodies,
        "company firm factory plant works mill dairy hospital clinic school university college prison bank insurer \
         charity airline club church federation guild board council hall office mayor coach landlord builder \
         developer contractor employer priest bishop treasurer headteacher headmistress headmaster surgeon dentist \
         warden refinery mine quarry farm brewery bakery nursery kennel academy hotel restaurant shop store \
         supermarket laboratory gym museum theatre manufacturer supplier operator publisher retailer lender trust",
    ),
    (List::Accusing, "accused accuses accusing accuse blamed blames blaming blame"),
    (List::Calling, "called calls calling branded"),
    (
        List::BadNames,
        "liar thief fraud crook criminal cheat racist murderer traitor coward bully predator fraudster killer abuser",
    ),
    (
        List::Misdeeds,
        "lied cheated bribed embezzled defrauded swindled threatened assaulted abused harassed bullied \
         groped raped falsified forged plagiarized plagiarised misled deceived tortured mistreated concealed doped \
         extorted blackmailed fabricated faked looted pocketed siphoned intimidated molested laundered hoarded \
         smuggled trafficked tampered overcharged duped conned",
    ),
    (List::Wrongly, "illegally unlawfully fraudulently"),
    (List::Taking, "took taken taking accepted accepting demanded demanding solicited paid paying"),
    (List::Bribes, "backhander backhanders bribe bribes kickback kickbacks"),
    (List::Trading, "sold selling resold"),
    (List::Tainted, "seized counterfeit contaminated spoiled rotten tainted diseased mislabelled mislabeled"),
    (
        List::Hiding,
        "covered hid hidden hiding hushed shredded shredding destroyed destroying suppressed suppressing tore torn withheld",
    ),
    (List::Proofs, "evidence losses debts defects complaint complaints truth findings"),
    (
        List::Prizes,
        "points show game match lead scene hearts heart march headlines limelight thunder base bases fallow atmosphere \
         mood debate",
    ),
    (List::Robbing, "stole stolen poisoned"),
    (List::Alleging, "alleges alleged alleging allege allegation allegations accusation accusations"),
    (
        List::Settled,
        "ruled convicted guilty settlement died century false baseless unfounded dropped dismissed cleared \
         withdrew withdrawn acquitted",
    ),
    (List::Courts, "court jury judge watchdog tribunal ombudsman"),
    (List::Finders, "historian historians biographer inquiry inspectors inspectorate regulator"),
    (List::Fiction, "novel thriller joke"),
];

static WORDS: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&LISTS));

/// Participles behind the accused that no verb of speech goes with: *was charged with*.
pub(super) const PASSIVES: &str = "charged suspected indicted accused blamed";

/// The keys of the verbs.
pub(super) fn verbs() -> impl Iterator<Item = u64> {
    const VERBS: [List; 9] = [
        List::Accusing,
        List::Calling,
        List::Misdeeds,
        List::Robbing,
        List::Wrongly,
        List::Taking,
        List::Trading,
        List::Hiding,
        List::Alleging,
    ];
    LISTS.iter().filter(|it| VERBS.contains(&it.0)).flat_map(|it| it.1.split(' ')).map(key)
}

pub(super) fn is_of(key: u64, list: List) -> bool {
    WORDS.get(key).is_some_and(|it| LISTS[it].0 == list)
}

/// Whether the token is a word of the list, without a possessive ending.
pub(super) fn is_in(text: Annotated<'_>, at: usize, list: List) -> bool {
    !text.words[at].possessive && is_of(text.words[at].key, list)
}

/// Somebody is accused.
pub(crate) struct Accusation {
    pub(crate) span: Span,
    /// The tokens of whoever is accused.
    pub(crate) accused: Range<usize>,
}

/// How far behind the verb the accused is looked for, in tokens.
const REACH: usize = 8;
/// How much of a sentence is read for the word of a court.
const LONGEST: usize = 60;

/// The accusations of an article, in order.
pub(super) fn accusations(text: Annotated<'_>) -> Vec<Accusation> {
    let (mut all, trials) = (Vec::new(), OnceCell::new());
    for (sentence, places) in shared::marked(text, BlockKind::is_prose, Cue::Accusation) {
        let found = |at| {
            accusation(text, sentence, at)
                .or_else(|| of_the_accused(text, sentence, at))
                .or_else(|| by_a_name(text, sentence, at))
                .or_else(|| misdeed(text, sentence, at, &trials))
                .or_else(|| alleged(text, sentence, at))
        };
        all.extend(places.filter_map(found).map(|(span, accused)| Accusation { span, accused }));
    }
    all
}

/// Where it stands, and the tokens of the accused.
type Found = (Span, Range<usize>);

/// *accused Tom Arlen of*.
fn accusation(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Accusing) {
        return None;
    }
    let before = at.checked_sub(1).filter(|it| *it >= sentence.tokens.start);
    let is_passive =
        before.is_some_and(|it| text.words[it].is(Class::Auxiliary) && !is_any(text, it, "has have had will"));
    if is_passive
        || before.is_some_and(|it| is_any(text, it, "to not the")) && is_any(text, at, "blame accused")
        || before.is_some_and(|it| is_any(text, it, "i we nobody"))
    {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let end =
        (at + 1..last).find(|&it| matches!(word(text, it), "of" | "for" | "," | "and" | "on" | "in")).unwrap_or(last);
    let whole = party(text, at + 1..end).or_else(|| body(text, at + 1..end));
    // *accused Arlen this week of*
    let name = whole.or_else(|| party(text, capitals_from(text, at + 1..end)))?;
    let has_charge = word(text, end.min(sentence.tokens.end - 1)) != "and";
    (has_charge && !is_settled(text, sentence)).then(|| (span_of(text, at..name.end.max(at + 1)), name))
}

/// The name in the tokens of the accused, where it is somebody who can be asked.
fn party(text: Annotated<'_>, target: Range<usize>) -> Option<Range<usize>> {
    let phrase = (!target.is_empty()).then(|| span_of(text, target))?;
    let name = text.describe(phrase).name?;
    let is_known = |it: usize| {
        let word = text.words[it];
        word.classes.has_any(&[Class::Place, Class::Demonym]) || word.shape == Shape::AllCaps
    };
    (!name.clone().all(is_known)).then_some(name)
}

/// *the company*, at the end of these tokens.
fn body(text: Annotated<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let last = tokens.clone().next_back().filter(|&it| is_in(text, it, List::Bodies))?;
    let opens = |it: &usize| is_any(text, *it, "the its their his her our my");
    Some(tokens.rev().skip(1).take(3).find(opens)?..last + 1)
}

/// What a court has found, what is denied at once, or of somebody who is dead.
fn is_settled(text: Annotated<'_>, sentence: &Sentence) -> bool {
    const OPENING: &str = "filed files filing alleges alleged claims accuses according pending";
    let next = sentence.tokens.end..text.words.len().min(sentence.tokens.end + LONGEST / 2);
    let mut around = sentence.tokens.clone().take(LONGEST).chain(next);
    if around.any(|it| is_long_ago(text, it)) {
        return true;
    }
    // *It found that …*, of a jury or an inquiry.
    let first = sentence.tokens.start;
    if first + 1 < sentence.tokens.end && is_any(text, first, "it") && is_any(text, first + 1, "found held ruled") {
        return true;
    }
    let tokens = || sentence.tokens.clone().take(LONGEST);
    // *a suit filed in court*: nothing is settled yet.
    let is_open = || {
        tokens().any(|it| is_any(text, it, "suit lawsuit"))
            && tokens().any(|it| is_any(text, it, OPENING))
            && !tokens().any(|it| is_any(text, it, "found ruling verdict"))
    };
    tokens().any(|it| is_in(text, it, List::Settled) || is_end_of_it(text, sentence, it))
        || tokens().any(|it| is_in(text, it, List::Courts)) && !is_open()
}

/// *in 1632*, a year that nobody lived to tell of, and not *1632 crowns*.
pub(super) fn is_long_ago(text: Annotated<'_>, at: usize) -> bool {
    const LONG_AGO: Range<u32> = 1000..1950;
    /// What stands before a year; before a number too, where what is counted is behind it.
    const LINKS: &str = "in since until by from during year a an the his her their (";
    if at == 0 || !is_year(text, at, LONG_AGO) {
        return false;
    }
    let next = text.words.get(at + 1).map_or("", |_| word(text, at + 1));
    let is_word = next.starts_with(char::is_alphabetic);
    let are_many = next.len() > 3 && next.ends_with('s') && !is_any(text, at + 1, "this across");
    if is_any(text, at - 1, LINKS) || text.words[at - 1].is(Class::Month) {
        return !are_many;
    }
    // *the fire of 1632*, *, 1632,*
    let is_link = || text.words[at + 1].is(Class::Auxiliary) || is_any(text, at + 1, "in and at for by");
    is_any(text, at - 1, "of ,") && (!is_word || is_link())
}

/// *The inspectors found*, *says the historian Ann Lee*, *in the novel*: not *while the inspectors were away*.
fn is_end_of_it(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const NEAR: usize = 3;
    let are_finders = is_in(text, at, List::Finders);
    if !are_finders && !is_in(text, at, List::Fiction) {
        return false;
    }
    let finds = |it: usize| says(text, it) || is_any(text, it, "found finds concluded according");
    let links = if are_finders { "to by" } else { "in as" };
    let mut before = (sentence.tokens.start..at).rev().take(NEAR);
    let mut behind = (at + 1..sentence.tokens.end).take(NEAR);
    before.any(|it| is_any(text, it, links) || are_finders && finds(it))
        || behind.any(|it| finds(it) || !are_finders && is_any(text, it, "about that has where which"))
}

/// *said*, *told*.
fn says(text: Annotated<'_>, at: usize) -> bool {
    text.words[at].frames.is(Frames::SAY.or(Frames::TELL))
}

/// *Tom Arlen has been accused of*: by whom is not told.
fn of_the_accused(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    // *is accused of* is how a charge before a court is told.
    const ACCUSED: u32 = key_of("accused");
    let is_told = text.words[at].has_key(ACCUSED) && at > sentence.tokens.start;
    let is_passive =
        is_told && is_any(text, at - 1, "been was were") && at + 1 < sentence.tokens.end && is_any(text, at + 1, "of");
    let first = subject_end(text, sentence, at).filter(|&it| is_passive && it < at)?;
    let first = aside_start(text, sentence, first);
    let name = capitals_before(text, sentence, first).and_then(|it| party(text, it));
    let name = name.or_else(|| body(text, sentence.tokens.start..first))?;
    Some((span_of(text, name.start..at + 1), name))
}

/// *called Tom Arlen a liar*.
fn by_a_name(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Calling) {
        return None;
    }
    let last = sentence.tokens.end.min(at + 1 + REACH);
    let article = (at + 2..last).find(|&it| is_any(text, it, "a an"))?;
    let bad = (article + 1..last.min(article + 4)).find(|&it| is_in(text, it, List::BadNames))?;
    let name = party(text, at + 1..article)?;
    Some((span_of(text, at..bad + 1), name))
}

/// *said Tom Arlen had lied*, in what somebody says.
fn misdeed(text: Annotated<'_>, sentence: &Sentence, at: usize, trials: &OnceCell<Vec<usize>>) -> Option<Found> {
    // *the film “Kate Stole Christmas”* is its title.
    if !is_wrong(text, sentence, at) || text.words[at].is_capital() {
        return None;
    }
    let end = subject_end(text, sentence, at)?;
    // *was threatened* is what the victim was; *stole nothing* is no misdeed, nor is *stole the show*.
    let is_passive = |it| is_any(text, it, "is was be been being were are");
    let takes_part = word(text, at).ends_with("ing");
    let is_robbed = is_in(text, at, List::Robbing);
    let is_fair = |it| is_any(text, it, "no nobody nothing") || is_robbed && is_prize(text, sentence, it);
    if !takes_part && (end..at).any(is_passive) || behind(sentence, at).any(is_fair) || is_supposed(text, sentence, at)
    {
        return None;
    }
    let first = aside_start(text, sentence, end);
    let name = capitals_before(text, sentence, first).and_then(|it| party(text, it));
    let name = name.or_else(|| body(text, sentence.tokens.start..first))?;
    // *illegally sold*
    let verb = at + usize::from(is_in(text, at, List::Wrongly) && at + 1 < sentence.tokens.end);
    let span = span_of(text, name.start..verb + 1);
    let is_told = || shared::others(text).speak_at(span) || is_own_charge(text, at, name.end - 1, trials);
    (!is_settled(text, sentence) && is_told()).then_some((span, name))
}

/// In the outlet's voice, of whom its headline tells, and with no word of a court or of long ago.
fn is_own_charge(text: Annotated<'_>, at: usize, accused: usize, trials: &OnceCell<Vec<usize>>) -> bool {
    const GRAVE: &str = "accepted bribed defrauded embezzled extorted falsified groped molested raped siphoned \
        swindled taken taking took";
    const NEAR: usize = 600;
    let is_meant = |line| text.document.tokens_in(line).any(|it| text.words[it].key == text.words[accused].key);
    if !is_any(text, at, GRAVE) || !text.article.headline.is_some_and(is_meant) {
        return false;
    }
    let trials = trials.get_or_init(|| trials_of(text));
    let next = trials.partition_point(|it| it + NEAR < at);
    trials.get(next).is_none_or(|it| *it >= at + NEAR)
}

/// The words of courts, plots and history, and the years of those who can hardly be asked any more.
fn trials_of(text: Annotated<'_>) -> Vec<usize> {
    static TRIAL: WordSet = WordSet::new(
        "arrested bc biographer biography century charged convicted court diaries diary emperor film guilty historian \
         historians jailed jury novel pleaded prison season sentenced trial",
    );
    const YEARS: Range<u32> = 1000..1985;
    let tokens = text.article.span.map_or(0..0, |it| text.document.tokens_in(it));
    tokens.filter(|&it| TRIAL.has(text.words[it].key) || is_year(text, it, YEARS)).collect()
}

/// *the show*, and not *the show horses*.
fn is_prize(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    let next = at + 1;
    is_in(text, at, List::Prizes)
        && !(next < sentence.tokens.end && text.words[next].shape == Shape::Lower && word(text, next).ends_with('s'))
}

/// Whoever these tokens begin with, and the verb behind.
fn opening(text: Annotated<'_>, sentence: &Sentence, tokens: Range<usize>) -> Option<(Range<usize>, usize)> {
    let is_verb = |it: &usize| text.words[*it].pos.is(Pos::PAST.or(Pos::HAVE).or(Pos::PRES));
    let verb = tokens.clone().take(REACH).find(is_verb)?;
    let name = capitals_before(text, sentence, verb).and_then(|it| party(text, it));
    Some((name.or_else(|| body(text, tokens.start..verb))?, verb))
}

/// *if Tom Arlen had lied*; not *if it rained, but she said Tom Arlen had lied*.
fn is_supposed(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    let mut is_behind_cue = false;
    for it in (sentence.tokens.start..at).rev().take(LONGEST) {
        if is_any(text, it, "if whether") {
            return true;
        }
        if is_any(text, it, "but ;") || is_behind_cue && is_any(text, it, ", and") {
            return false;
        }
        // *, she said, *, *as she said* stand in the middle of what is supposed.
        is_behind_cue = (is_behind_cue || says(text, it) && word(text, it + 1) != ",") && !is_any(text, it, "as");
    }
    false
}

/// *illegally sold*; not *illegally parked*.
fn is_wrongly(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const PETTY: &str = "parked parking camped camping stopped";
    is_in(text, at, List::Wrongly) && !behind(sentence, at).take(1).any(|it| is_any(text, it, PETTY))
}

/// *stole*, *took a bribe*, *illegally sold*.
fn is_wrong(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const WITH: [(List, List); 3] =
        [(List::Taking, List::Bribes), (List::Trading, List::Tainted), (List::Hiding, List::Proofs)];
    is_in(text, at, List::Misdeeds)
        || is_in(text, at, List::Robbing)
        || is_wrongly(text, sentence, at)
        || WITH.iter().any(|&(act, what)| is_in(text, at, act) && behind(sentence, at).any(|it| is_in(text, it, what)))
            && (!is_any(text, at, "covered") || is_any(text, at + 1, "up"))
        || is_covered_up(text, sentence, at)
}

/// *hushed up the death*; who *hid the death of her son from him* may be the victim.
fn is_covered_up(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    const HARM: &str = "abuse death deaths scandal";
    is_any(text, at, "covered hushed")
        && is_any(text, at + 1, "up")
        && behind(sentence, at).any(|it| is_any(text, it, HARM))
}

/// The tokens behind a verb where its object is.
fn behind(sentence: &Sentence, at: usize) -> impl Iterator<Item = usize> {
    (at + 1..sentence.tokens.end).take(3)
}

/// Where an aside begins that ends before the token `end`: *Ann Lee, who runs it, lied*.
fn aside_start(text: Annotated<'_>, sentence: &Sentence, end: usize) -> usize {
    let is_comma = |it: usize| word(text, it) == ",";
    let aside = (sentence.tokens.start..end).rev().take(REACH + 2).skip(1).find(|&it| is_comma(it));
    aside.filter(|_| is_comma(end - 1)).unwrap_or(end)
}

/// *alleges that Tom Arlen*, *the allegations against Tom Arlen*.
fn alleged(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Found> {
    if !is_in(text, at, List::Alleging) || is_settled(text, sentence) {
        return None;
    }
    // *allegations of theft against*, not *allegations of theft led to a vote against*
    let has_what = is_any(text, at + 1, "of");
    let ends = |it: usize| text.words[it].is(Class::Auxiliary) || text.words[it].pos.is(Pos::PAST);
    let mut behind = (at + 1..sentence.tokens.end).take(REACH);
    let link = behind.find(|&it| !has_what || ends(it) || is_any(text, it, "against as ,"));
    let link = link.unwrap_or(at + 1);
    let first = link + 1;
    // *Tom Arlen sold it, she alleges*
    let cue = text.document.tokens()[at].span;
    let number = attributions_before(text, cue.start());
    let said = text.attributions.get(number).filter(|it| it.cue.iter().any(|it| it.contains(cue)));
    let content = said.and_then(|it| it.content.first());
    if let Some(content) = content.filter(|it| it.end() <= cue.start()) {
        let (name, verb) = opening(text, sentence, text.document.tokens_in(*content))?;
        return Some((span_of(text, name.start..verb + 1), name));
    }
    // *The accusation that Ann Lee slept* is told to be met.
    let behind = if is_any(text, at, "alleges alleged alleging allege") { "that" } else { "against" };
    if first >= sentence.tokens.end || !is_any(text, link, behind) {
        return None;
    }
    let named = party(text, capitals_from(text, first..sentence.tokens.end));
    let last = (first + 1..sentence.tokens.end).take(3).find(|&it| is_in(text, it, List::Bodies));
    let name = named.or_else(|| body(text, first..last? + 1))?;
    Some((span_of(text, at..name.end), name))
}

/// The token behind the subject of the verb at `at`: before *has*, *had*, *was*; `None` behind *never*.
fn subject_end(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<usize> {
    let is_link = |it: usize| text.words[it].is(Class::Auxiliary) || is_any(text, it, "been also repeatedly");
    let end = (sentence.tokens.start..at).rev().take(4).find(|&it| !is_link(it))? + 1;
    (end..at).all(|it| !is_any(text, it, "not never")).then_some(end)
}

/// The run of capitals that these tokens begin with: *Mr. Arlen*.
fn capitals_from(text: Annotated<'_>, tokens: Range<usize>) -> Range<usize> {
    let is_name = |it: &usize| text.words[*it].is_capital() || word(text, *it) == ".";
    let run = tokens.clone().take(REACH).take_while(is_name);
    let end = run.filter(|&it| text.words[it].is_capital()).last().map_or(tokens.start, |it| it + 1);
    tokens.start..end
}

/// The run of capitals that ends before the token `end`.
fn capitals_before(text: Annotated<'_>, sentence: &Sentence, end: usize) -> Option<Range<usize>> {
    let name = (sentence.tokens.start..end).rev().take(4).take_while(|&it| text.words[it].is_capital()).count();
    (name > 0).then(|| end - name..end)
}

#[cfg(test)]
mod tests;
