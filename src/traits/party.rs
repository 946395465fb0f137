//! Who may be *he*, *it* or *they*.

use std::ops::Range;

use crate::ling::{Annotated, Class, SourceKind};

use super::accusing::{List, is_in, is_of};
use super::sourcing::{is_any, span_of};
use super::subject::{LINKS, LONGEST_SUBJECT, keys};

pub(super) const THEY: &str = "they them their";

/// What is known of somebody who may be *he*, *it* or *they*; `None` where a name may be either’s.
#[derive(Clone, Copy)]
pub(super) struct Party {
    pub(super) is_body: Option<bool>,
    pub(super) is_woman: Option<bool>,
    pub(super) are_many: bool,
}

impl Party {
    /// What is known of the accused.
    pub(super) fn accused(text: Annotated<'_>, accused: &Range<usize>) -> Self {
        let has_any = |classes: &[Class]| accused.clone().any(|at| text.words[at].classes.has_any(classes));
        let before = accused.start.checked_sub(1);
        let is_titled = |at: usize| text.words[at].classes.has_any(&[Class::Title, Class::OfficeNoun]);
        let last = text.words[accused.end - 1];
        let is_woman = is_woman(text, accused.start.saturating_sub(1)..accused.end);
        let is_body = match () {
            () if last.classes.has_any(&[Class::Institution, Class::Body]) => Some(true),
            () if has_any(&[Class::Title, Class::OfficeNoun, Class::PersonNoun, Class::KinNoun]) => Some(false),
            () if is_of(last.key, List::Bodies) => Some(true),
            () => before.is_some_and(is_titled).then_some(false),
        };
        // *Tom and Joan Arlen*
        let are_many = before.is_some_and(|it| is_any(text, it, "and")) && last.is_capital();
        Self { is_body, is_woman: is_woman.filter(|_| !are_many), are_many }
    }

    /// What is known of the accuser.
    pub(super) fn accusing(text: Annotated<'_>, tokens: Range<usize>) -> Self {
        let it = text.describe(span_of(text, tokens.clone()));
        let are_many = it.is_plural || it.kind == SourceKind::Group;
        // *Two women accused him*: one of them may be *she*.
        Self { is_body: Some(it.kind == SourceKind::Institution), is_woman: is_woman(text, tokens), are_many }
    }

    /// Whether the word may stand for them: *he*, *her*, *they*; any other is as *it*.
    pub(super) fn may_be(self, text: Annotated<'_>, at: usize) -> bool {
        if is_any(text, at, THEY) {
            return self.are_many || self.is_body != Some(false);
        }
        match is_she(text, at) {
            Some(is_woman) => self.is_body != Some(true) && self.is_woman.is_none_or(|it| it == is_woman),
            None => self.is_body != Some(false) && !self.are_many,
        }
    }
}

/// Whether the first of these words that tells it tells of a woman, or of a man.
fn is_woman(text: Annotated<'_>, tokens: Range<usize>) -> Option<bool> {
    // *Tom Arlen’s wife*
    let mut start = tokens.start;
    for at in tokens.clone().take(LONGEST_SUBJECT).take_while(|&at| !is_any(text, at, ",")) {
        start = if text.words[at].possessive { at + 1 } else { start };
    }
    (start..tokens.end).take(LONGEST_SUBJECT).find_map(|at| text.is_of_woman(at))
}

/// Whether a pronoun is of a woman, or of a man.
pub(super) fn is_she(text: Annotated<'_>, at: usize) -> Option<bool> {
    let is_she = is_any(text, at, "she her");
    (is_she || is_any(text, at, "he his him")).then_some(is_she)
}

/// The words by which the accused is known, and what they are besides: *Tom Arlen, the mayor of Velden,*.
pub(super) fn called(text: Annotated<'_>, accused: &Range<usize>, end: usize) -> (Vec<u64>, Vec<u64>) {
    let (mut own, mut roles) = (keys(text, accused), Vec::new());
    let is_comma = |at: usize| is_any(text, at, ",");
    let last = accused.end - 1;
    let behind = (accused.end..end.min(accused.end + LONGEST_SUBJECT)).skip(1);
    // *a member of the council* is not the council.
    let ends = |at: usize| is_any(text, at, ", . ; to") || is_any(text, at, LINKS);
    let aside = behind.take_while(|&it| is_comma(accused.end) && !ends(it));
    // *the mayor, Tom Arlen*
    let start = accused.start.saturating_sub(1 + usize::from(accused.start > 1 && is_comma(accused.start - 1)));
    if text.words[last].is_capital() {
        let is_aside = is_any(text, accused.end + 1, "a an the");
        let is_role = |at: &usize| {
            text.words[*at].classes.has_any(&[Class::Title, Class::OfficeNoun, Class::PersonNoun])
                || is_in(text, *at, List::Bodies)
        };
        roles.extend((start..accused.end).filter(is_role).map(|at| text.words[at].key));
        // *a council leader* is not the council.
        roles.extend(aside.filter(|at| is_aside && is_role(at)).last().map(|at| text.words[at].key));
    } else {
        own.extend(aside.take_while(|&it| text.words[it].is_capital()).map(|it| text.words[it].key));
    }
    (own, roles)
}
