//! One of a group who is named: beside it, before it, or by speaking right behind it.

use crate::ling::{Annotated, Attribution, Class, Description, Determiner, Shape, key_of, keys_of};
use crate::text::{Span, begins_with_one, ends_with_one};

use super::sourcing::{REPORTERS, attributions_before, is_any, sentence_at, word};
use super::vouched;

/// What is noted beside a group of which one speaks next.
const NEXT: &str = "One of them speaks next, by name.";

/// Beside one whose member that may be.
const MAYBE: &str = "Is the one who speaks next one of them?";

/// Whose people know.
const SCHOOLS: &str = "center centre chair institute institution university";

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

/// What to note beside a group before somebody who is named and quoted; of a vague one that may be anybody.
pub(super) fn note(text: Annotated<'_>, description: &Description, span: Span, is_vague: bool) -> Option<&'static str> {
    let (next, is_near) = next_quoted(text, span)?;
    if one_speaks(text, description, span, (next, is_near)) {
        return Some(NEXT);
    }
    (is_vague && may_speak(text, span, next)).then_some(MAYBE)
}

/// *Some strategists said it would fail. “It won’t work,” said Ann Lee, a strategist.*
fn one_speaks(text: Annotated<'_>, description: &Description, span: Span, next: (&Attribution, bool)) -> bool {
    let (next, is_near) = next;
    let is_expert = || description.head.is_some_and(|it| vouched::CALLINGS.has(text.words[it].key));
    let is_figure = || description.head.is_some_and(|it| is_any(text, it, "figures"));
    leads(text, description, span, next)
        || description.is_plural
            && is_expert()
            && (is_near || [vouched::EXPERTS, SCHOOLS].iter().any(|it| holds(text, next, it)))
        || is_figure() && vouched::is_one_of_kind(text, next)
}

/// *Other defenders pointed elsewhere. “It fell,” said Ann Lee.*
fn may_speak(text: Annotated<'_>, span: Span, next: &Attribution) -> bool {
    let first = next.source.iter().chain(&next.content).filter_map(|&it| sentence_at(text, it)).next();
    let is_other = first.is_some_and(|it| is_any(text, it.tokens.start, "but yet still"));
    !is_other && !next.source.iter().any(|&it| side(text, span) + side(text, it) == 3)
}

/// Who is named and quoted behind a group, and not against it; also, whether in the same paragraph.
fn next_quoted<'r>(text: Annotated<'r>, span: Span) -> Option<(&'r Attribution, bool)> {
    let (next, is_near, is_far) = vouched::next_named(text, span)?;
    let here = sentence_at(text, span)?.span;
    (!is_far && vouched::is_quote(text, next) && !is_against(text, here, next)).then_some((next, is_near))
}

/// *Local officials said so*, before *“…,” said Mayor Ann Lee*; *strategists*, before *Ann Lee, a longtime strategist*.
fn leads(text: Annotated<'_>, description: &Description, span: Span, next: &Attribution) -> bool {
    const LEADERS: &str = "authorities democrats executives lawmakers leaders legislators officials organisers \
        organizers politicians republicans senators democrat lawmaker republican senator";
    let (Some(head), Some(&source)) = (description.head, next.source.first()) else { return false };
    let is_one = has(text, span, "one");
    let one = word(text, head).trim_end_matches('s').as_bytes();
    let is_leader = is_any(text, head, LEADERS) && (is_one || description.determiner != Determiner::Number);
    let is_such = |at: usize| {
        let it = text.words[at];
        let is_office = is_leader && it.classes.has_any(&[Class::OfficeNoun, Class::Title]);
        is_office && !is_any(text, at, "dr mr mrs ms")
            || word(text, at).as_bytes().get(..one.len()).is_some_and(|it| it.eq_ignore_ascii_case(one))
    };
    (description.is_plural || is_one)
        && text.document.tokens_in(source).take(24).any(is_such)
        && (!has(text, source, "former") || has(text, span, "former"))
        && side(text, span) + side(text, source) != 3
}

/// One for a Democrat, *(D-Velia)*, two for a Republican.
fn side(text: Annotated<'_>, span: Span) -> usize {
    let is = |parties: &str| text.document.tokens_in(span).any(|at| begins_with_one(word(text, at), parties));
    usize::from(is("D- Democrat")) + 2 * usize::from(is("GOP R- Republican"))
}

/// *Officials said the mayor lied*, before *“I did not,” said the mayor*; *“That is false,” said Bo Rae*.
/// *Officials briefed on it*: none with a name.
pub(super) fn is_against(text: Annotated<'_>, here: Span, next: &Attribution) -> bool {
    const HIDDEN: &str = "anonymity anonymously briefed familiar identified named";
    const DENYING: &str = "baseless disagree false lie lies nonsense untrue wrong";
    let (Some(&source), Some(&content)) = (next.source.first(), next.content.first()) else { return false };
    let name = text.describe(source).name.map_or(0, |it| text.words[it.end - 1].key);
    let is_theirs = |key: u64| text.document.tokens_in(source).take(12).any(|at| text.words[at].key == key);
    let is_met = |at: usize| {
        let it = text.words[at];
        let is_office = it.is(Class::OfficeNoun) && at > 0 && is_any(text, at - 1, "the") && is_theirs(it.key);
        it.key == name || is_office
    };
    let denies = |at: usize| {
        let is_not = is_any(text, at, "not") || ends_with_one(word(text, at), "n't n’t");
        is_any(text, at, DENYING) || is_not && is_any(text, at + 1, ", . so true")
    };
    let said = text.document.tokens_in(content);
    let start = said.start;
    has(text, here, HIDDEN)
        || text.document.tokens_in(here).any(is_met)
        || is_any(text, start + 1, "no")
        || is_any(text, start + 2, "never")
        || (start..said.end).take(8).any(denies)
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
    use super::{Annotated, NEXT};
    use crate::traits::Findings;

    /// Whether the text has one flag, and this only a note.
    fn is_noted(text: &str) -> bool {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it: Annotated<'_>| (TRAIT.detect)(it, &mut findings));
        matches!(&findings.found[..], [it] if it.is_mild && it.note.as_deref() == Some(NEXT))
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
        ] {
            assert!(is_noted(text), "{text}");
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
            "Local officials said the dam held. Mayor Ann Lee said it leaked.",
            "Local officials familiar with it said the dam held. “It is dry,” said Mayor Ann Lee.",
            "Senior officials said the mayor had lied. “I am honest,” said the mayor, Ann Lee.",
            "Analysts expect a loss.\n\n“They need cash,” said Ann Lee of the Harbour Fund.",
        ] {
            assert!(!is_noted(text), "{text}");
        }
    }
}
