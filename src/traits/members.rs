//! One of a group who is named: beside it, before it, or by speaking right behind it.

use std::cell::LazyCell;

use crate::ling::{
    Annotated, Attribution, Class, Description, Determiner, Shape, SourceKind, Word, WordSet, key_of, keys_of,
};
use crate::text::{Sentence, Span, begins_with_one, ends_with_one};

use super::sourcing::{REPORTERS, attributions_before, is_any, sentence_at, word};
use super::vouched;

/// What is noted beside a group of which one speaks next.
const NEXT: &str = "One of them speaks next, by name.";

/// Beside one whose member that may be.
const MAYBE: &str = "Is the one who speaks next one of them?";

/// Where one of them is named, elsewhere.
const TOLD: &str = "One of them is named in the text.";

/// Whose people know.
const SCHOOLS: &str = "center centre fellow foundation institute institution university";

/// Whether one of them is named beside a group, or was before.
pub(super) fn is_one_named(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    names_one(text, span) || are_named_before(text, description, span)
}

/// *critics, including the Velia Chamber of Trade,*
fn names_one(text: Annotated<'_>, span: Span) -> bool {
    let tokens = text.document.tokens_in(span);
    // *Lee, others vow to go on*
    let first = tokens.start;
    const OTHERS: [u32; 1] = keys_of(["others"]);
    if first > 1 && text.words[first].is_one_of(&OTHERS) && is_any(text, first - 1, ",") {
        return text.words[first - 2].is_capital() && (first < 3 || !text.words[first - 3].is(Class::Determiner));
    }
    let mut around = tokens.start..text.words.len().min(tokens.end + 4);
    // *among them the tenor Ann Lee*, *a panel led by Ann Lee*
    const INCLUDING: [u32; 2] = keys_of(["include", "including"]);
    let opens = |at: &usize| {
        let [word, next @ ..] = &text.words[*at..] else { return false };
        word.is_one_of(&INCLUDING)
            || is_any(text, *at, "among") && next.first().is_some_and(|it| it.has_key(key_of("them")))
            || *at > 0 && *at < tokens.end && is_any(text, *at, "by") && is_any(text, at - 1, "headed led")
            || *at < tokens.end && is_any(text, *at, "like")
    };
    let Some(name) = around.find(opens).and_then(|at| text.words.get(at + 1..)) else { return false };
    let mut near = name.iter().take(4).take_while(|it| it.shape != Shape::Punct && !it.is(Class::Preposition));
    near.any(|it| it.is_capital() && !it.classes.has_any(&[Class::Demonym, Class::OfficeNoun, Class::Place]))
}

/// *The clerks*, behind *six clerks, among them the lawyer Ann Lee*
fn are_named_before(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    /// So many attributions back they may be named.
    const NEAR: usize = 40;
    let Some(head) = description.head.filter(|_| description.determiner == Determiner::Definite) else { return false };
    let same = if is_any(text, head, REPORTERS) { REPORTERS } else { word(text, head) };
    let behind = attributions_before(text, span.start());
    let mut sources = text.attributions[..behind].iter().rev().take(NEAR).flat_map(|it| &it.source);
    sources.any(|&it| it.end() < span.start() && has(text, it, same) && names_one(text, it))
}

/// Who is named next, and in which sentence.
pub(super) struct Next<'r> {
    pub(super) it: &'r Attribution,
    pub(super) sentence: &'r Sentence,
    /// Whether in the same paragraph.
    pub(super) is_near: bool,
    /// So many sentences stand between.
    pub(super) steps: usize,
}

impl Next<'_> {
    pub(super) fn is_far(&self) -> bool {
        self.steps > usize::from(self.is_near)
    }
}

/// Who is named as the source of one of the three sentences behind the one that holds `span`, no further than the next
/// paragraph.
pub(super) fn next_named<'r>(text: Annotated<'r>, span: Span) -> Option<Next<'r>> {
    const MOST: usize = 3;
    let [here, behind @ ..] = text.document.sentences().get(text.document.sentences_in(span).start..)? else {
        return None;
    };
    let opening = |it: &Attribution| {
        let first = |spans: &[Span]| spans.first().map_or(usize::MAX, |it| it.start());
        first(&it.source).min(first(&it.content))
    };
    let first = attributions_before(text, here.span.end());
    let is_next = |it: &&Attribution| it.kind == SourceKind::Named && opening(it) >= here.span.end();
    let it = text.attributions[first..].iter().take(4).find(is_next)?;
    let (steps, sentence) = behind.iter().take(MOST).enumerate().find(|at| at.1.span.end() > opening(it))?;
    let is_near = sentence.paragraph == here.paragraph;
    (sentence.paragraph <= here.paragraph + 1).then_some(Next { it, sentence, is_near, steps })
}

/// What to note beside a group of which somebody is named; of a vague one, before somebody who may be one of it.
pub(super) fn note(text: Annotated<'_>, description: &Description, span: Span, is_vague: bool) -> Option<&'static str> {
    let here = sentence_at(text, span)?;
    let is_group = description.is_plural || description.determiner == Determiner::Bare || has(text, span, "one");
    let next = next_named(text, span).filter(|it| !is_against(text, here.span, it.it));
    next.and_then(|it| speaker(text, description, span, &it, (is_group, is_vague)))
        .or_else(|| (is_group && is_told(text, description, span, here)).then_some(TOLD))
}

/// What to note before somebody who is named next.
fn speaker(
    text: Annotated<'_>,
    description: &Description,
    span: Span,
    next: &Next<'_>,
    (is_group, is_vague): (bool, bool),
) -> Option<&'static str> {
    /// Who does not tell the same, or nothing.
    const TURNS: &str = "asked declined denied disagreed disagrees dismissed disputed disputes rejected";
    let (&source, &cue) = (next.it.source.first()?, next.it.cue.first()?);
    let is_quote = !next.is_far() && vouched::is_quote(text, next.it);
    // *but Ann Lee said it fell*
    let is_other = is_any(text, next.sentence.tokens.start, "but yet still")
        || !is_quote && (has(text, next.sentence.span, "however instead") || has(text, cue, TURNS));
    let is_near = next.is_near && is_quote;
    let is_far = next.steps > usize::from(is_near);
    if is_group && (is_quote || !is_other) && one_speaks(text, description, span, next.it, (is_near, is_far)) {
        return Some(NEXT);
    }
    if is_far || is_other || description.determiner == Determiner::Single {
        return None;
    }
    let is_source = description.head.is_none_or(|it| text.words[it].is(Class::SourceNoun));
    // *The friends said so*
    let is_crowd = is_vague || description.is_plural && description.determiner == Determiner::Definite && !is_source;
    let may_speak = is_crowd && (is_quote || next.is_near && has(text, span, "other others"));
    (may_speak && side(text, span) + side(text, source) != 3).then_some(MAYBE)
}

/// Whether one of a group is named in its sentence, at the head of the next, beside it, or below a lead.
fn is_told(text: Annotated<'_>, description: &Description, span: Span, here: &Sentence) -> bool {
    /// Words, of a sentence without end.
    const AROUND: usize = 60;
    // *have said the same, including the former mayor Ann Lee*; *say so. One of those economists is the banker Ann Lee*
    const PART: [u32; 3] = keys_of(["including", "those", "them"]);
    let is_part = |at: usize| {
        text.words[at].is_one_of(&PART) && is_any(text, at - 1, ", of") && (at..at + 7).any(|at| is_person(text, at))
    };
    let tokens = text.document.tokens_in(span);
    let (first, last) = (here.tokens.start + 1, text.words.len().min(here.tokens.end + 3));
    if (first.max(tokens.start.saturating_sub(AROUND))..last.min(tokens.end + AROUND)).any(is_part) {
        return true;
    }
    let (is_expert, is_lead) = (is_expert(text, description), vouched::is_lead(text, span));
    // So many bytes off, and so many attributions: all of a story are behind its lead.
    let (near, most) = if is_lead { (usize::MAX, 200) } else { (480, 16) };
    let first = attributions_before(text, span.start()).saturating_sub(8);
    (is_expert || is_lead)
        && text.attributions[first..].iter().take(most).any(|it| {
            let (Some(&source), Some(&cue)) = (it.source.first(), it.cue.first()) else { return false };
            let is_body = || it.kind == SourceKind::Institution && is_expert && cue.start() > span.end();
            cue.start().abs_diff(span.start()) < near
                && (it.kind == SourceKind::Named || is_body())
                && !source.contains(span)
                && (is_expert && is_scholar(text, it)
                    || is_lead && side(text, span) == 0 && fits(text, description, span, source, true))
                && !is_against(text, here.span, it)
        })
}

/// *the former candidate Ann Lee*, *Mayor Lee*
fn is_person(text: Annotated<'_>, at: usize) -> bool {
    const KINDS: [Class; 3] = [Class::OfficeNoun, Class::PersonNoun, Class::Title];
    let next = text.words.get(at + 1);
    next.is_some_and(Word::is_capital) && text.words[at].classes.has_any(&KINDS)
}

/// *Some strategists said it would fail. “It won’t work,” said Ann Lee, a strategist.*
fn one_speaks(
    text: Annotated<'_>,
    description: &Description,
    span: Span,
    next: &Attribution,
    (is_near, is_far): (bool, bool),
) -> bool {
    let is_figure = || description.head.is_some_and(|it| is_any(text, it, "figures"));
    leads(text, description, span, next, is_far)
        || is_expert(text, description) && (is_near || is_scholar(text, next))
        || is_figure() && vouched::is_one_of_kind(text, next)
}

fn is_expert(text: Annotated<'_>, description: &Description) -> bool {
    description.head.is_some_and(|it| vouched::CALLINGS.has(text.words[it].key))
}

fn is_scholar(text: Annotated<'_>, it: &Attribution) -> bool {
    holds(text, it, vouched::EXPERTS) || holds(text, it, SCHOOLS)
}

/// Whether who speaks is told of, here or before, as one of a group, and not of the other side.
pub(super) fn leads(
    text: Annotated<'_>,
    description: &Description,
    span: Span,
    next: &Attribution,
    is_far: bool,
) -> bool {
    let Some(&source) = next.source.first() else { return false };
    let role = next.source_id.and_then(|it| text.sources[it].role);
    let party = side(text, span);
    (fits(text, description, span, source, is_far) || role.is_some_and(|it| fits(text, description, span, it, true)))
        && (!has(text, source, "former") || has(text, span, "former"))
        && (party == 0 || party == side(text, source))
}

/// *Organisers*, and *Ann Lee, who helps to organise it*; *local officials*, and *Mayor Ann Lee*; *Bolt officials*, and
/// *Ann Lee, Bolt’s director*.
fn fits(text: Annotated<'_>, description: &Description, span: Span, source: Span, is_far: bool) -> bool {
    const LEADERS: &str = "authorities democrats elders executives lawmakers leaders legislators officials organisers \
        organizers politicians republicans senators democrat lawmaker republican senator";
    const STAFF: &str = "advisers advisors aides executives managers officials organisers organizers staffers";
    /// So much of a word stands for its kin.
    const ROOT: usize = 7;
    let Some(head) = description.head else { return false };
    let one = word(text, head).as_bytes();
    let one = one.strip_suffix(b"s").unwrap_or(one);
    let end = match one {
        [.., b'e' | b'o', b'r'] => one.len() - 2,
        [.., b't'] => one.len() - 1,
        _ => one.len(),
    };
    let root = one.get(..end.max(ROOT)).unwrap_or(one);
    let is_leader = !is_far && is_any(text, head, LEADERS) && description.determiner != Determiner::Number;
    let is_staff = is_any(text, head, STAFF);
    let name = text.describe(source).name.unwrap_or_default();
    let inner = &text.words[text.document.tokens_in(span)];
    let (mut has_own, mut has_post) = (false, false);
    for at in text.document.tokens_in(source).take(24) {
        let it = text.words[at];
        let theirs = word(text, at).as_bytes();
        // The first letter may be a capital.
        let is_root = theirs.get(1..root.len()).is_some_and(|it| *it == root[1..] && (theirs[0] ^ root[0]) & !32 == 0);
        let is_office = it.classes.has_any(&[Class::OfficeNoun, Class::Title]);
        // *Saudi officials*, before *Ann Lee, a spokeswoman for a bank*
        const OTHERS: &str = "dr mr mrs ms spokesman spokeswoman";
        if is_root || is_leader && is_office && !is_any(text, at, OTHERS) {
            return true;
        }
        has_post |= is_office || it.is(Class::PersonNoun);
        has_own |= is_staff
            && it.is_capital()
            && !name.contains(&at)
            && !word(text, at).contains('.')
            && !it.classes.has_any(&[Class::Demonym, Class::Place, Class::Determiner])
            && inner.iter().any(|own| own.key == it.key);
    }
    has_own && has_post
}

/// One for a Democrat, *(D-Velia)*, two for a Republican.
fn side(text: Annotated<'_>, span: Span) -> usize {
    let is = |parties: &str| text.document.tokens_in(span).any(|at| begins_with_one(word(text, at), parties));
    usize::from(is("D- Democrat")) + 2 * usize::from(is("GOP R- Republican"))
}

/// *Officials said the mayor lied*, before *“I did not,” said the mayor*; *“That is false,” said Bo Rae*.
/// *Officials briefed on it*: none with a name.
pub(super) fn is_against(text: Annotated<'_>, here: Span, next: &Attribution) -> bool {
    static HIDDEN: WordSet = WordSet::new("anonymity anonymously briefed familiar identified named");
    static DENYING: WordSet = WordSet::new("baseless disagree false lie lies nonsense untrue wrong");
    let (Some(&source), Some(&content)) = (next.source.first(), next.content.first()) else { return false };
    let name = LazyCell::new(|| text.describe(source).name.map_or(0, |it| text.words[it.end - 1].key));
    let is_theirs = |key: u64| text.document.tokens_in(source).take(12).any(|at| text.words[at].key == key);
    let is_met = |at: usize| {
        let it = text.words[at];
        let is_office = it.is(Class::OfficeNoun) && at > 0 && is_any(text, at - 1, "the") && is_theirs(it.key);
        let is_office = is_office && !is_any(text, at, "family");
        it.key == *name || is_office
    };
    let denies = |at: usize| {
        let is_not = is_any(text, at, "not") || ends_with_one(word(text, at), "n't n’t");
        DENYING.is(&text.words[at])
            || is_not && !is_any(text, at.saturating_sub(1), "or") && is_any(text, at + 1, ", . so true")
    };
    let said = text.document.tokens_in(content);
    let start = said.start;
    let words = &text.words[text.document.tokens_in(here)];
    words.iter().take(24).any(|it| HIDDEN.is(it))
        || is_any(text, start + 1, "no")
        || is_any(text, start + 2, "never")
        || (start..said.end).take(8).any(denies)
        || text.document.tokens_in(here).any(is_met)
}

/// Whether one of the words is in the span.
pub(super) fn has(text: Annotated<'_>, span: Span, words: &str) -> bool {
    text.document.tokens_in(span).take(24).any(|at| is_any(text, at, words))
}

/// Whether who speaks is told of with one of these words.
pub(super) fn holds(text: Annotated<'_>, it: &Attribution, words: &str) -> bool {
    it.source.iter().any(|&it| has(text, it, words))
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use super::{Annotated, MAYBE, NEXT, TOLD};
    use crate::traits::Findings;

    /// Whether the text has one flag, and this only a note.
    fn is_noted_as(text: &str, note: &str) -> bool {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it: Annotated<'_>| (TRAIT.detect)(it, &mut findings));
        matches!(&findings.found[..], [it] if it.is_mild && it.note.as_deref() == Some(note))
    }

    fn is_noted(text: &str) -> bool {
        is_noted_as(text, NEXT)
    }

    #[test]
    fn one_of_them_speaks_next() {
        for text in [
            "Some port strategists said the plan would fail.\n\n“It won’t work,” said Ann Lee, a longtime Velian strategist.",
            "Local officials said the dam held. “It is dry,” said Mayor Ann Lee.",
            "Port executives have said that the dam held. “It is dry,” chief executive Ann Lee said.",
            "At least one senator said the plan was late. “It may work,” said Sen. Ann Lee.",
            "Some experts said it was low.\n\n“It fell,” said Ann Lee, the Bolt Chair at the Tarn Institute.",
            "Some Democrats said it was late.\n\n“It fell,” said Bo Rae, a Democratic pollster.",
            "Analysts expect a loss. “They need cash,” said Ann Lee of the Harbour Fund.",
            "Local officials said the dam held. Mayor Ann Lee said it was dry.",
            "Some Republicans said it was late. Rep. Ann Lee, a Republican from Tarn, said it rained.",
            "Bolt officials said the wall held. It rained.\n\n“It is old,” said Ann Lee, Bolt’s vice president.",
            "Organisers said the march would go on. It rained. Ann Lee, who helps to organise it, said she was glad.",
            "Attorneys for the family said it was late. One of the family’s attorneys, Bo Rae, said it rained.",
        ] {
            assert!(is_noted(text), "{text}");
        }
    }

    #[test]
    fn one_may_speak_next() {
        for (text, note) in [
            ("Others say it was late. Ann Lee, who teaches at Tarn, said the port had grown.", MAYBE),
            ("The cooks said it was cold. “It snowed,” said Ann Lee.", MAYBE),
        ] {
            assert!(is_noted_as(text, note), "{text}");
        }
        for text in [
            "Others say it was late. Ann Lee, who teaches at Tarn, disputed that.",
            "A former inspector said the port should close.\n\n“It is safe,” said Ann Lee, its owner.",
            "A senior official said it was late. “It is over,” said Ann Lee, who led Tarn.",
        ] {
            assert!(!is_noted_as(text, MAYBE), "{text}");
        }
    }

    #[test]
    fn one_is_named_elsewhere() {
        let below = "It rained.\n\nThe road was shut.\n\n“It is vague,” said Ann Lee, a professor of law at Tarn.";
        for text in [
            "Many economists say it was late. One of those economists is the former banker Ann Lee.",
            "A chorus of traders has said the same, including the former mayor Ann Lee.",
            "“It is low,” said Ann Lee of the Tarn Institute. That is not what experts say.",
            "Experts say the cuts are large. The rich would gain most, according to the Tarn Foundation.",
            &format!("The plan is vague, experts say, and hurts towns.\n\n{below}"),
        ] {
            assert!(is_noted_as(text, TOLD), "{text}");
        }
        for text in [
            "Many economists say it was late. One of those plans is old.",
            "Analysts warn of a fall. It rained. Chair Ann Lee said it was late.",
            "A chorus of traders has said that the towns were poor, including Tarn.",
            "“It is low,” said Ann Lee, a cook. That is not what experts say.",
            &format!("The plan is vague, officials say, and hurts towns.\n\n{below}"),
        ] {
            assert!(!is_noted_as(text, TOLD), "{text}");
        }
    }

    #[test]
    fn another_speaks_next() {
        for text in [
            "Some port strategists said the plan would fail.",
            "Some port strategists said the plan would fail. “That is nonsense,” said Ann Lee, a longtime Velian strategist.",
            "Some port strategists said the plan would fail. “It will not,” said Ann Lee, a longtime Velian strategist.",
            "Some port strategists said the plan would fail. But Ann Lee, a longtime Velian strategist, said it would work.",
            "Some port strategists said the plan would fail. “It rains,” said Ann Lee, a nurse.",
            "Some port strategists said the plan would fail. “It won’t work,” said Ann Lee, a former strategist.",
            "Some strategists said Lee had lied. “It is over,” said Ann Lee, a port strategist.",
            "One senator said the plan was dead. “It may work,” said Ann Lee, a nurse.",
            "Some Republican senators said it was dead. “It lives,” said Sen. Bo Rae (D-Velia).",
            "Local officials said the dam held. “It is dry,” said Ann Lee, a nurse.",
            "Local officials said the dam held. But Mayor Ann Lee said it leaked.",
            "Local officials said the dam held. Mayor Ann Lee disputed that it was dry.",
            "Local officials said the dam held. It rained. Mayor Ann Lee said it was late.",
            "Saudi officials said the wall held. “It cost 5 million,” said Ann Lee, a spokeswoman for the Tarn Fund.",
            "Some Republicans said it was late. Ann Lee, the founder of the Tarn Group, said it rained.",
            "Some Bolt strategists said it was late. Ann Lee, a manager of strategic planning, said it rained.",
            "Lee’s aides said she would run. Bo Rae, a Lee adviser, declined to comment.",
            "Local officials familiar with it said the dam held. “It is dry,” said Mayor Ann Lee.",
            "Senior officials said the mayor had lied. “I am honest,” said the mayor, Ann Lee.",
            "Analysts expect a loss.\n\n“They need cash,” said Ann Lee of the Harbour Fund.",
        ] {
            assert!(!is_noted(text), "{text}");
        }
    }
}
