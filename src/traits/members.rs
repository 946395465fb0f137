//! One of a group who is named and speaks right behind it.

use crate::ling::{Annotated, Attribution, Class, Description, Determiner};
use crate::text::{Span, begins_with_one, ends_with_one};

use super::known::has;
use super::sourcing::{is_any, sentence_at, word};
use super::vouched;

/// What is noted beside such a group.
pub(super) const NEXT: &str = "One of them speaks next, by name.";

/// Beside one whose member that may be.
pub(super) const MAYBE: &str = "Is the one who speaks next one of them?";

/// Whose people know.
const SCHOOLS: &str = "center centre chair institute institution university";

/// Whether one of a group is named and quoted right behind: *Some strategists said it would fail. “It won’t work,” said
/// Ann Lee, a strategist.*
pub(super) fn one_speaks_next(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    let Some((next, is_near)) = next_quoted(text, span) else { return false };
    let is_expert = || description.head.is_some_and(|it| vouched::CALLINGS.has(text.words[it].key));
    let is_figure = || description.head.is_some_and(|it| is_any(text, it, "figures"));
    leads(text, description, span, next)
        || description.is_plural
            && is_expert()
            && (is_near || [vouched::EXPERTS, SCHOOLS].iter().any(|it| holds(text, next, it)))
        || is_figure() && vouched::is_one_of_kind(text, next)
}

/// Whether somebody is, who may be one of the group: *Other defenders pointed elsewhere. “It fell,” said Ann Lee.*
pub(super) fn may_speak_next(text: Annotated<'_>, span: Span) -> bool {
    next_quoted(text, span).is_some_and(|(next, _)| {
        let first = next.source.iter().chain(&next.content).filter_map(|&it| sentence_at(text, it)).next();
        let is_other = first.is_some_and(|it| is_any(text, it.tokens.start, "but yet still"));
        !is_other && !next.source.iter().any(|&it| side(text, span) + side(text, it) == 3)
    })
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
