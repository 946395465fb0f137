//! Quotations that nobody is said to speak.

use crate::ling::{Annotated, Class, Quote, SourceKind};
use crate::text::Span;
use crate::traits::{Finding, Findings};

use super::shared;
use super::sourcing::{is_any, sentence_at};

/// Quotations that another outlet is cited for, and nobody is said to speak.
pub(super) fn relayed(text: Annotated<'_>, findings: &mut Findings) {
    /// A quotation of fewer words may be a title or a slogan.
    const SHORTEST: usize = 20;
    const NEAR: usize = 12;
    for (number, attribution) in text.attributions.iter().enumerate().filter(|it| it.1.kind == SourceKind::Outlet) {
        for &span in &attribution.content {
            let Some(quote) = text.quotes.get(text.quotes.partition_point(|it| it.span.end() <= span.start())) else {
                continue;
            };
            let is_long = text.document.sentences_in(quote.inner).len() > 1
                && text.document.tokens_in(quote.inner).len() >= SHORTEST;
            if !is_long || !span.overlaps(quote.span) {
                continue;
            }
            let is_opinion = |at: usize| is_any(text, at, "editorial column op-ed commentary opinion article");
            let around = text.document.sentences_in(span).filter_map(|it| text.document.sentences().get(it)).take(8);
            let is_own = around.flat_map(|it| it.tokens.clone().take(100)).any(is_opinion);
            let near = &text.attributions[number.saturating_sub(NEAR)..text.attributions.len().min(number + NEAR)];
            let others = near.iter().filter(|it| it.kind != SourceKind::Outlet);
            let has_speaker = others.flat_map(|it| &it.content).any(|it| it.overlaps(quote.span));
            // A report of facts is the outlet's own; a view has somebody behind it.
            let is_report = text.document[quote.inner].contains(|it: char| it.is_ascii_digit());
            if !is_report && !is_own && !has_speaker {
                let found = Finding::new(quote.span).kind("quotation");
                findings.add(found.note("An outlet is cited, but who said this?"));
            }
        }
    }
}

/// Whole sentences that are quoted within a paragraph where nobody is told of who could have said them.
pub(super) fn of_nobody(text: Annotated<'_>, findings: &mut Findings) {
    for quote in text.quotes.iter().filter(|it| stands_alone(text, it)) {
        if shared::others(text).write_at(quote.span) || shared::others(text).take_turns_at(quote.span) {
            continue;
        }
        findings.add(Finding::new(quote.span).kind("quotation").note("Who said this?"));
    }
}

fn stands_alone(text: Annotated<'_>, quote: &Quote) -> bool {
    /// Fewer words may be a title or a slogan.
    const SHORTEST: usize = 8;
    /// So far around it somebody may be told of, in tokens.
    const REACH: usize = 200;
    let inner = text.document.tokens_in(quote.inner);
    let Some(sentence) = sentence_at(text, quote.span).filter(|it| it.span.start() == quote.span.start()) else {
        return false;
    };
    if quote.unopened || quote.unclosed || inner.len() < SHORTEST || !text.document[quote.inner].ends_with(['.', '!']) {
        return false;
    }
    let paragraph = &text.document.paragraphs()[sentence.paragraph].tokens;
    let last =
        sentence.paragraph.checked_sub(1).map_or(paragraph.start, |it| text.document.paragraphs()[it].tokens.start);
    let before = last.max(inner.start.saturating_sub(REACH))..inner.start - 1;
    let behind = inner.end + 1..paragraph.end.min(inner.end + REACH);
    // Alone in its paragraph it may belong to a picture, or stand over a chapter.
    if behind.is_empty() && sentence.tokens.start == paragraph.start {
        return false;
    }
    let around = Span::new(
        text.document.tokens()[before.start].span.start(),
        text.document.tokens()[paragraph.end - 1].span.end(),
    );
    let first = text.attributions.partition_point(|it| it.cue.first().is_some_and(|it| it.start() < around.start()));
    let is_cited = text.attributions.get(first).and_then(|it| it.cue.first()).is_some_and(|it| around.contains(*it));
    const SOMEBODY: &str = "he she they we i his her their who one another voice";
    let is_somebody = |at: usize| {
        is_any(text, at, SOMEBODY) || at > 0 && text.words[at].is_capital() && text.words[at - 1].is_capital()
    };
    const PEOPLE: &[Class] =
        &[Class::PersonNoun, Class::OfficeNoun, Class::KinNoun, Class::CollectiveNoun, Class::Title];
    let is_person = |at: usize| text.words[at].classes.has_any(PEOPLE);
    !is_cited && !before.clone().any(|at| is_somebody(at) || is_person(at)) && !behind.clone().any(is_somebody)
}

#[cfg(test)]
mod tests {
    use super::super::missing_attribution::TRAIT;
    use crate::testing::check;

    #[test]
    fn a_report_of_facts_by_another_paper() {
        check(
            &TRAIT,
            "The Velia Post reported: “Of its 4,981 voters, by the count of the county, 3,290 are with the blues, and \
             the rest are with the greens. A few have never voted at all since the vote was given to all.”",
        );
    }

    #[test]
    fn nobody_is_told_of_who_could_have_said_it() {
        check(&TRAIT, "The pier fell. [[“They knew that it was old and they did nothing.”]] It stood for years.");
        check(&TRAIT, "A trader wept. “They knew that it was old and they did nothing.” It stood for years.");
        check(&TRAIT, "The pier fell.\n\n“They knew that it was old and they did nothing.”\n\nIt stood for years.");
        check(&TRAIT, "The pier fell. “They knew that it was old and they did nothing.” Ann Lee wept.");
        check(&TRAIT, "The pier fell, said Bo Finn. “They knew that it was old and they did nothing.” It stood.");
    }
}
