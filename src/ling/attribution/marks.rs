//! Marks that say who speaks: the colon of a headline, the dash under a quotation.

use std::ops::Range;

use crate::ling::lexicon::Class;
use crate::ling::quote::Quote;
use crate::ling::source::Text;
use crate::ling::word::{Shape, is_among};
use crate::text::{Span, sort_by_number};

use super::Attribution;
use super::fixed::LABELS;

/// Words of a speaker at most.
const LONGEST_NAME: usize = 6;

/// Tokens of what is said at least.
const SHORTEST: usize = 3;

/// *Lee: “The road is closed”*, *Road is closed: Lee*, where the text has Lee speak; of others that
/// stand before a colon, such as *Bridges: what we know*, the colon says nothing.
pub(super) fn of_headline(text: Text<'_>, headline: Span, found: &mut Vec<Attribution>) {
    let tokens = text.document.tokens_in(headline);
    let is_colon = |at: &usize| text.is_any(*at, ":");
    let (Some(first), Some(last)) = (tokens.clone().find(is_colon), tokens.clone().rev().find(is_colon)) else {
        return;
    };
    let is_within = |it: &Attribution| headline.contains(it.cue[0]);
    let said = |mark: usize, speaker: Range<usize>, content: Range<usize>| {
        let end = speaker.end.checked_sub(1)?;
        let is_name = speaker.len() <= LONGEST_NAME && speaker.clone().all(|at| text.is_name(at));
        let key = text.words[end].key;
        let is_heard = || {
            let mut sources = found.iter().filter(|it| !is_within(it)).flat_map(|it| it.source.iter());
            sources.any(|&it| text.words[text.document.tokens_in(it)].iter().any(|word| word.key == key))
        };
        (is_name && content.len() >= SHORTEST && !is_among(key, &LABELS) && is_heard())
            .then(|| text.by_mark(speaker, mark, text.span(content)))
    };
    // *Lee on the road: “It is closed”*
    let on = (tokens.start..first)
        .find(|&at| text.is_any(at, "on") && first + 1 < tokens.end && text.is_any(first + 1, "‘ “ ' \""));
    let front = said(first, tokens.start..on.unwrap_or(first), first + 1..tokens.end);
    let said = front.or_else(|| said(last, last + 1..tokens.end, tokens.start..last));
    found.retain(|it| !is_within(it) || said.is_none() && !text.document[it.cue[0]].eq(":"));
    found.extend(said);
    sort_by_number(found, |it| it.cue[0].start() as u128);
}

/// *“The road was closed.” — Ann Lee, Velia*, and the same with the name on the next line.
pub(super) fn under_quotes(text: Text<'_>, quotes: &[Quote], found: &mut Vec<Attribution>) {
    let before = found.len();
    for (number, quote) in quotes.iter().enumerate() {
        let Some((mark, name)) = text.signature(quote) else { continue };
        // A quotation of several paragraphs closes in the last.
        let first = (0..number).rev().take_while(|&it| quotes[it].unclosed).last().unwrap_or(number);
        for it in found.iter_mut().filter(|it| it.content.contains(&quote.span)) {
            it.content = it.content.iter().copied().filter(|it| *it != quote.span).collect();
        }
        let mut said = text.by_mark(name, mark, quote.span);
        said.content = quotes[first..=number].iter().map(|it| it.span).collect();
        found.push(said);
    }
    if found.len() > before {
        found.retain(|it| !it.content.is_empty());
        sort_by_number(found, |it| it.cue[0].start() as u128);
    }
}

impl Text<'_> {
    fn span(&self, tokens: Range<usize>) -> Span {
        self.document.tokens()[tokens.start].span.to(self.document.tokens()[tokens.end - 1].span)
    }

    /// *Ann*, *B.*, *Lee-Rae*
    fn is_name(&self, at: usize) -> bool {
        self.words[at].is_capital() || self.is_any(at, ". - ’ '")
    }

    fn by_mark(&self, speaker: Range<usize>, mark: usize, content: Span) -> Attribution {
        let cue = self.document.tokens()[mark].span;
        Attribution {
            source: self.span(speaker).into(),
            cue: cue.into(),
            content: content.into(),
            ..Attribution::default()
        }
    }

    /// The dash behind a quotation and the name that ends its line.
    fn signature(&self, quote: &Quote) -> Option<(usize, Range<usize>)> {
        let behind = self.document.text()[quote.span.end()..].trim_start();
        if !behind.starts_with(['—', '–', '―', '-']) {
            return None;
        }
        let mark = self.document.tokens_in(quote.span).end;
        let paragraphs = self.document.paragraphs();
        let line = &paragraphs.get(paragraphs.partition_point(|it| it.tokens.end <= mark))?.tokens;
        let start = (mark + 1..line.end).find(|&at| self.words[at].shape != Shape::Punct)?;
        let end = (start..line.end).rev().find(|&at| self.words[at].shape != Shape::Punct)? + 1;
        let name = (start..end).take_while(|&at| self.is_name(at)).count();
        let is_whole = start + name == end || self.is_any(start + name, ",");
        let is_place = self.words[start..start + name].iter().any(|it| it.is(Class::Place));
        let is_said = self.document.tokens_in(quote.inner).len() > SHORTEST;
        (is_said && is_whole && !is_place && (2..=LONGEST_NAME).contains(&name) && end - start <= 2 * LONGEST_NAME)
            .then_some((mark, start..end))
    }
}
