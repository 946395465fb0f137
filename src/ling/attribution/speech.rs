//! Verbs of saying, and *according to*.

use crate::ling::lexicon::Class;
use crate::ling::quote::Quote;
use crate::ling::word::{Word, key};
use crate::text::{Document, Sentence, Span};

use super::{Attribution, SourceKind};

/// How far a source is looked for, in tokens.
const REACH: usize = 60;

pub(super) struct Reader<'d> {
    pub(super) document: &'d Document,
    pub(super) words: &'d [Word],
    pub(super) quotes: &'d [Quote],
}

impl Reader<'_> {
    pub(super) fn read(&self, sentence: &Sentence, found: &mut Vec<Attribution>) {
        for at in sentence.tokens.clone() {
            if self.words[at].is(Class::SayVerb) {
                found.extend(self.said(sentence, at));
            } else if self.words[at].key == key("according") && self.is(at + 1, "to") && at + 2 < sentence.tokens.end {
                found.extend(self.according_to(sentence, at));
            }
        }
    }

    fn str(&self, at: usize) -> &str {
        &self.document[self.document.tokens()[at].span]
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.words.len() && self.str(at).eq_ignore_ascii_case(word)
    }

    fn span(&self, from: usize, to: usize) -> Span {
        self.document.tokens()[from].span.to(self.document.tokens()[to - 1].span)
    }

    fn in_quote(&self, at: usize) -> bool {
        let span = self.document.tokens()[at].span;
        let next = self.quotes.partition_point(|quote| quote.span.end() <= span.start());
        self.quotes.get(next).is_some_and(|quote| quote.inner.holds(span.start()))
    }

    fn is_closing(&self, at: usize) -> bool {
        matches!(self.str(at), "”" | "\"" | "," | "’")
    }

    fn said(&self, sentence: &Sentence, cue: usize) -> Option<Attribution> {
        let range = sentence.tokens.clone();
        if self.in_quote(cue) {
            return None;
        }
        let inverted = cue > range.start && self.is_closing(cue - 1);
        let (source, before, after) = if inverted {
            let end = self.end_of_source(cue + 1, range.end);
            ((cue + 1, end), cue, end)
        } else {
            let start = self.start_of_source(range.start, cue);
            ((start, cue), start, cue + 1)
        };
        if source.0 >= source.1 {
            return None;
        }
        let mut content = Vec::new();
        let comes_first = before > range.start && self.is_closing(before - 1);
        if comes_first {
            content.push(self.span(range.start, before));
        }
        let after =
            if comes_first { self.next_quote(after, range.end) } else { self.begin_of_content(after, range.end) };
        if let Some(after) = after.filter(|&after| after < range.end) {
            content.push(self.span(after, range.end));
        }
        let source = vec![self.span(source.0, source.1)];
        let kind = self.kind(source[0]);
        Some(Attribution { source, cue: vec![self.span(cue, cue + 1)], content, kind, source_id: None })
    }

    fn next_quote(&self, from: usize, end: usize) -> Option<usize> {
        (from..end.min(from + REACH)).find(|&at| matches!(self.str(at), "“" | "\""))
    }

    /// Behind the cue, and behind whoever was told.
    fn begin_of_content(&self, from: usize, end: usize) -> Option<usize> {
        let told = from > 0 && self.words[from - 1].key == key("told");
        if !told {
            return Some(from);
        }
        (from..end.min(from + REACH)).find(|&at| matches!(self.str(at), "that" | "“" | "\""))
    }

    fn start_of_source(&self, start: usize, cue: usize) -> usize {
        let low = start.max(cue.saturating_sub(REACH));
        let mut at = cue;
        while at > low {
            let word = self.str(at - 1);
            let stops = matches!(
                word,
                "that" | "but" | "and" | "because" | "as" | "when" | "while" | "”" | "\"" | ";" | ":" | "," | "—"
            );
            if stops && at < cue {
                break;
            }
            at -= 1;
        }
        at
    }

    fn end_of_source(&self, from: usize, end: usize) -> usize {
        let stop = (from..end.min(from + REACH)).find(|&at| matches!(self.str(at), "." | ";" | "“" | "\""));
        stop.unwrap_or(end.min(from + REACH))
    }

    fn according_to(&self, sentence: &Sentence, cue: usize) -> Option<Attribution> {
        let range = sentence.tokens.clone();
        if self.in_quote(cue) {
            return None;
        }
        let from = cue + 2;
        let stop = (from..range.end.min(from + REACH)).find(|&at| matches!(self.str(at), "," | "." | ";"));
        let end = stop.unwrap_or(range.end.min(from + REACH));
        if end <= from {
            return None;
        }
        let content = if cue > range.start {
            self.span(range.start, cue)
        } else if end + 1 < range.end {
            self.span(end + 1, range.end)
        } else {
            return None;
        };
        let source = vec![self.span(from, end)];
        let kind = self.kind(source[0]);
        let cue = vec![self.span(cue, cue + 2)];
        Some(Attribution { source, cue, content: vec![content], kind, source_id: None })
    }

    /// A first guess from the words of the source alone.
    fn kind(&self, source: Span) -> SourceKind {
        let mut tokens = self.document.tokens_in(source);
        if tokens.len() == 1 && matches!(self.str(tokens.start), "he" | "she" | "they" | "it" | "He" | "She" | "They") {
            return SourceKind::Pronoun;
        }
        let is_name = |at: usize| {
            let opens = at == 0 || self.str(at - 1) == ".";
            self.words[at].is_capital() && (!opens || self.words.get(at + 1).is_some_and(Word::is_capital))
        };
        if tokens.any(is_name) { SourceKind::Named } else { SourceKind::Unnamed }
    }
}
