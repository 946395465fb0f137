//! What the sourcing traits share: phrase lists, and who stands behind a place.

use std::ops::Range;

use crate::ling::{
    Annotated, Attribution, Block, BlockKind, Class, Frames, Phrases, Shape, SourceKind, is_one_of, key_of, keys_of,
};
use crate::text::{Sentence, Span, by_each, cut, find, parts, sort_by_number};

use super::shared;

/// The source phrase without marks and small words around it.
pub(super) fn trimmed(text: Annotated<'_>, span: Span) -> Span {
    let tokens = text.document.tokens_in(span);
    const LEADS: [u32; 4] = keys_of(["by", "to", "from", "that"]);
    const COMMA: u32 = key_of(",");
    let is_lead = |at: usize| {
        let it = text.words[at];
        it.is(Class::Conjunction) || it.shape == Shape::Lower && it.is_one_of(&LEADS)
    };
    let is_mark = |at: usize| text.words[at].shape == Shape::Punct;
    // *the place officials say is best*
    let is_place = is_any(text, tokens.start, "the") && is_any(text, tokens.start + 1, "place reason way");
    let first = tokens.clone().skip(if is_place { 2 } else { 0 }).find(|&at| !is_lead(at) && !is_mark(at));
    // *a former inspector, who asked not to be named*: the person is enough.
    let is_aside = |at: &usize| {
        text.words[*at].has_key(COMMA) && matches!(word(text, at + 1), "who" | "which" | "whose" | "speaking")
    };
    // *criticised by some for its cost*
    let is_why =
        |at: &usize| *at == tokens.start + 1 && is_any(text, *at, "for") && is_any(text, tokens.start, "some many");
    let ends = |at: &usize| is_aside(at) || is_why(at);
    let end = tokens.clone().take(tokens.len().saturating_sub(1)).find(ends).unwrap_or(tokens.end);
    let last = (tokens.start..end).rev().find(|&at| !is_mark(at));
    // *a “port source”*: the mark belongs to it.
    let is_open = |last: usize| {
        let opens =
            |open: &str| tokens.clone().take_while(|&at| at <= last).filter(|&at| is_any(text, at, open)).count();
        let closes = |close: &str| last + 1 < text.words.len() && is_any(text, last + 1, close);
        closes("\"") && opens("\"") == 1 || closes("”") && opens("“") == 1 || closes(")") && opens("(") == 1
    };
    let last = last.map(|it| it + usize::from(is_open(it) && first.is_some_and(|first| !is_mark(first))));
    match (first, last) {
        (Some(first), Some(last)) if first <= last => {
            text.document.tokens()[first].span.to(text.document.tokens()[last].span)
        }
        _ => Span::new(span.start(), span.start()),
    }
}

/// Phrases divided by `|`, each with the kind of its line; a line is `kind: phrase | phrase`.
pub(super) fn phrases(list: &'static str) -> Phrases<&'static str> {
    /// About so long is a phrase, in bytes.
    const LENGTH: usize = 16;
    let lines = parts(list, b'\n').map(str::trim_ascii).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let of_line = |(kind, phrases)| parts(phrases, b'|').map(move |it| (it, kind));
    let phrases = lines.filter_map(|line| line.split_once(':')).flat_map(of_line);
    Phrases::filled(list.len() / LENGTH, |add| phrases.for_each(|(phrase, kind)| add(phrase, kind)))
}

/// Who works for a newsroom.
pub(super) const REPORTERS: &str =
    "reporter reporters correspondent correspondents journalist journalists photographer cameraman team crew";

/// * reporters were held on Friday*, behind the name of their newsroom: it tells of its own.
pub(super) fn befell_reporters(behind: &str) -> bool {
    const HELD: [&str; 6] = [" arrested ", " attacked ", " beaten ", " detained ", " held ", " killed "];
    let people = behind.strip_prefix(' ').and_then(|it| cut(it, " "));
    people.is_some_and(|it| is_one_of(it.0, REPORTERS) && HELD.iter().any(|held| find(it.1, held).is_some()))
}

/// A content span, with its attribution and the furthest end so far.
pub(super) type Content = (Span, usize, usize);

/// Every content that somebody is said to state, by its start.
pub(super) fn contents(text: Annotated<'_>) -> Vec<Content> {
    let sourced = text.attributions.iter().enumerate();
    let sourced = sourced.filter(|(_, it)| it.kind != SourceKind::Nobody && states(text, it));
    let mut contents = Vec::with_capacity(text.attributions.len());
    contents.extend(sourced.flat_map(|(at, it)| it.content.iter().map(move |&span| (span, at, 0))));
    sort_by_number(&mut contents, |it| by_each(&[it.0.start(), it.0.end()]));
    let mut furthest = 0;
    for it in &mut contents {
        furthest = furthest.max(it.0.end());
        it.2 = furthest;
    }
    contents
}

/// Which places somebody stands behind.
pub(super) struct Backing<'r> {
    attributions: &'r [Attribution],
    contents: &'r [Content],
}

impl<'r> Backing<'r> {
    pub(super) fn of(text: Annotated<'r>) -> Self {
        Self { attributions: text.attributions, contents: shared::contents(text) }
    }

    /// Returns an attribution to somebody whose content holds `span`.
    pub(super) fn behind(&self, span: Span) -> Option<&'r Attribution> {
        /// Contents nest no deeper in real text.
        const DEEPEST: usize = 32;
        let before = self.contents.partition_point(|it| it.0.start() <= span.start());
        let mut candidates = self.contents[..before].iter().rev().take(DEEPEST);
        let found = candidates.find(|it| it.0.contains(span) || it.2 < span.end())?;
        found.0.contains(span).then(|| &self.attributions[found.1])
    }

    /// Whether any content reaches into `span`.
    pub(super) fn touches(&self, span: Span) -> bool {
        let before = self.contents.partition_point(|it| it.0.start() < span.end());
        before > 0 && self.contents[before - 1].2 > span.start()
    }
}

/// Whether the cue says that somebody says, thinks or shows something.
fn states(text: Annotated<'_>, it: &Attribution) -> bool {
    let stating = Frames::SAY.or(Frames::TELL).or(Frames::THINK).or(Frames::SHOW).or(Frames::NOUN).or(Frames::CALL);
    let mut cue = it.cue.iter().flat_map(|&cue| text.words[text.document.tokens_in(cue)].iter().take(8));
    cue.any(|it| it.frames.is(stating) || it.has_key(ACCORDING))
}

/// The paragraphs of a conversation put down word for word: *LEE: I never said so.*
pub(super) fn turns(text: Annotated<'_>) -> Vec<Span> {
    /// One line alone may have a label or a place before its colon.
    const FEWEST: usize = 3;
    /// No speaker has more names, in words.
    const NAMES: usize = 4;
    let is_turn = |block: &&Block| {
        let tokens = text.document.paragraphs()[block.paragraph].tokens.clone();
        // A transcript may be in quotation marks that nothing closes.
        let first = tokens.skip_while(|&at| matches!(word(text, at), "\"" | "“")).take(NAMES + 1);
        let mut behind_names = first.enumerate().skip_while(|it| text.words[it.1].is_capital());
        behind_names.next().is_some_and(|(names, at)| names > 0 && text.words[at].has_key(COLON))
    };
    let spans: Vec<Span> = text.prose().filter(is_turn).map(|it| it.span).collect();
    if spans.len() < FEWEST { answers(text) } else { spans }
}

const COLON: u32 = key_of(":");

/// *according to*.
pub(super) const ACCORDING: u32 = key_of("according");

/// What stands between the questions of an interview, and under the last one. It says that it was edited, or asks
/// *you* and is answered by *I*, again and again.
fn answers(text: Annotated<'_>) -> Vec<Span> {
    const FEWEST: usize = 3;
    /// The paragraphs over the first question.
    const HEAD: usize = 4;
    const TALKS: [u32; 2] = keys_of(["interview", "conversation"]);
    const EDITED: [u32; 2] = keys_of(["edited", "condensed"]);
    const YOU: [u32; 2] = keys_of(["you", "your"]);
    // *We*, who answer, may be the paper.
    const SELF: [u32; 3] = keys_of(["i", "me", "my"]);
    let is_edited = |it: &Block| {
        let words = text.words[text.document.tokens_in(it.span)].iter().take(120);
        words.clone().any(|it| it.is_one_of(&TALKS)) && words.clone().any(|it| it.is_one_of(&EDITED))
    };
    let is_question = |it: &&Block| text.document[it.span].ends_with('?');
    let blocks = || text.article.blocks.iter().filter(|it| it.kind.is_prose() || it.kind == BlockKind::Subheading);
    if blocks().filter(is_question).take(FEWEST).count() < FEWEST {
        return Vec::new();
    }
    let has = |it: &Block, keys: &[u32]| {
        let mut tokens = text.document.tokens_in(it.span).take(120);
        tokens.any(|at| text.words[at].is_one_of(keys) && !text.is_quoted(text.document.tokens()[at].span))
    };
    let is_answered =
        |(it, next): &(&Block, &Block)| is_question(it) && has(it, &YOU) && !is_question(next) && has(next, &SELF);
    let is_talk = || blocks().zip(blocks().skip(1)).filter(is_answered).count() >= FEWEST;
    if !text.prose().take(HEAD).any(is_edited) && !is_talk() {
        return Vec::new();
    }
    let (Some(first), Some(last)) = (blocks().position(|it| is_question(&it)), blocks().rfind(is_question)) else {
        return Vec::new();
    };
    let closing = blocks().find(|it| it.span.start() > last.span.start()).map(|it| it.span);
    let between = blocks().skip(first).filter(|it| !is_question(it) && it.span.start() < last.span.start());
    between.map(|it| it.span).chain(closing).collect()
}

/// The text of a token.
pub(super) fn word<'r>(text: Annotated<'r>, at: usize) -> &'r str {
    &text.document[text.document.tokens()[at].span]
}

/// Whether the token is one of these words, in any case. None stands behind the last.
pub(super) fn is_any(text: Annotated<'_>, at: usize, words: &str) -> bool {
    text.document.is_one_of(at, words)
}

/// Whether the token is a number of four digits, in these years.
pub(super) fn is_year(text: Annotated<'_>, at: usize, years: Range<u32>) -> bool {
    text.words[at].shape == Shape::Number && {
        let digits = word(text, at);
        digits.len() == 4 && digits.parse().is_ok_and(|it| years.contains(&it))
    }
}

/// The token before `span` in its sentence.
pub(super) fn token_before(text: Annotated<'_>, span: Span) -> Option<usize> {
    let before = text.document.tokens_in(span).start.checked_sub(1)?;
    sentence_at(text, span)?.tokens.contains(&before).then_some(before)
}

/// The span of a range of tokens, which is not empty.
pub(super) fn span_of(text: Annotated<'_>, tokens: Range<usize>) -> Span {
    let all = text.document.tokens();
    all[tokens.start].span.to(all[tokens.end - 1].span)
}

/// The words that tell who speaks: *Ann Lee said*; *said Ann Lee*, without *who runs the pier*.
pub(super) fn told_by(text: Annotated<'_>, it: &Attribution) -> Option<Span> {
    let (source, cue) = (*it.source.first()?, *it.cue.first()?);
    let whole = source.to(cue);
    let words = &text.document[source];
    let name = words.split(',').next().unwrap_or(words).trim_end_matches('.');
    Some(if cue.start() < source.start() { Span::new(cue.start(), source.start() + name.len()) } else { whole })
}

/// How many attributions have their cue before `offset`: it is the number of the next.
pub(super) fn attributions_before(text: Annotated<'_>, offset: usize) -> usize {
    text.attributions.partition_point(|it| it.cue.first().is_some_and(|cue| cue.end() <= offset))
}

/// The sentence that holds the beginning of `span`.
pub(super) fn sentence_at<'r>(text: Annotated<'r>, span: Span) -> Option<&'r Sentence> {
    text.document.sentences().get(text.document.sentences_in(span).start)
}
