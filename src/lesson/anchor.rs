//! Finding a marked place again in another version of the text.

use std::collections::HashMap;

use crate::text::{Span, fold};

use super::model::Marking;
use super::words::Words;

/// The words of a place and a little of what stands around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    pub exact: String,
    pub before: String,
    pub after: String,
}

/// Bytes of context kept on either side.
const CONTEXT: usize = 32;

/// Bytes of a quotation that are kept.
const MAX_EXACT: usize = 2_000;

/// Words of a quotation that are looked for.
const MAX_WORDS: usize = 400;

// How much each part of a place says of it, as in Hypothesis' `match-quote`: the
// quotation itself weighs 50, and is the same for all candidates here.
const BEFORE: f64 = 20.0;
const AFTER: f64 = 20.0;
const POSITION: f64 = 2.0;

impl Quote {
    /// Whether the words of this place are these; of many words, the first are compared.
    pub fn is_at(&self, text: &str, span: Span) -> bool {
        // A character that did not fit was left out whole.
        let is_cut = self.exact.len() > MAX_EXACT - char::MAX_LEN_UTF8;
        let words = text.get(span.range());
        words.is_some_and(|it| it == self.exact || is_cut && it.starts_with(&self.exact))
    }
}

/// Returns what a place is found by; the span must lie in the text.
pub fn quote(text: &str, span: Span) -> Quote {
    let cut = |from: usize, to: usize| {
        let from = (from..=to).find(|&it| text.is_char_boundary(it)).unwrap_or(to);
        let to = (from..=to).rev().find(|&it| text.is_char_boundary(it)).unwrap_or(from);
        text[from..to].to_owned()
    };
    Quote {
        exact: cut(span.start(), span.end().min(span.start() + MAX_EXACT)),
        before: cut(span.start().saturating_sub(CONTEXT), span.start()),
        after: cut(span.end(), (span.end() + CONTEXT).min(text.len())),
    }
}

/// Finds marks on one version of a text again in another; those whose words are gone are left out.
pub fn moved(marks: &[Marking], from: &str, to: &str) -> Vec<Marking> {
    let scene = Scene::new(to);
    let place = |it: &Marking| {
        from.get(it.span.range())?;
        scene.find(&quote(from, it.span), it.span)
    };
    marks.iter().filter_map(|it| Some(Marking { span: place(it)?, ..it.clone() })).collect()
}

/// A text in which places are looked for.
#[derive(Debug)]
pub struct Scene<'t> {
    text: &'t str,
    words: Words,
    keys: Vec<u64>,
    /// Where each word stands.
    index: HashMap<u64, Vec<usize>>,
}

impl<'t> Scene<'t> {
    pub fn new(text: &'t str) -> Self {
        let words = Words::read(text);
        let keys = keys(text, &words);
        let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
        for (at, &key) in keys.iter().enumerate() {
            index.entry(key).or_default().push(at);
        }
        Self { text, words, keys, index }
    }

    /// Returns where the quoted words are; `hint` is where they were.
    ///
    /// Case, space, punctuation and the shape of quotation marks may differ; words may not. Where the
    /// words stand more than once, what stands around them must speak for one of the places.
    pub fn find(&self, quote: &Quote, hint: Span) -> Option<Span> {
        if quote.is_at(self.text, hint) && self.is_amid(quote, hint) {
            return Some(hint);
        }
        let wanted = folded(&quote.exact);
        let (before, after) = (folded(&quote.before), folded(&quote.after));
        let first = *wanted.first()?;
        if wanted.len() > MAX_WORDS {
            return None;
        }
        let places = self.index.get(&first)?.iter().copied();
        let places: Vec<usize> = places.filter(|&at| self.keys[at..].starts_with(&wanted)).collect();
        let mut best: Option<(f64, f64, usize)> = None;
        for &at in &places {
            let end = at + wanted.len();
            let left = shared(before.iter().rev(), self.keys[..at].iter().rev());
            let right = shared(after.iter(), self.keys[end..].iter());
            let distance = self.words.span(at).start().abs_diff(hint.start()) as f64;
            let near = 1.0 - (distance / self.text.len().max(1) as f64).min(1.0);
            let context = BEFORE * left + AFTER * right;
            let score = context + POSITION * near;
            if best.is_none_or(|(it, ..)| score > it) {
                best = Some((score, context, at));
            }
        }
        let (_, context, at) = best?;
        if places.len() > 1 && context == 0.0 {
            return None;
        }
        self.words.cover(at..at + wanted.len())
    }

    fn is_amid(&self, quote: &Quote, span: Span) -> bool {
        self.text[..span.start()].ends_with(&quote.before) && self.text[span.end()..].starts_with(&quote.after)
    }
}

/// Returns which part of `wanted`, from its beginning on, `found` begins with.
fn shared<'k>(wanted: impl Iterator<Item = &'k u64> + Clone, found: impl Iterator<Item = &'k u64>) -> f64 {
    let all = wanted.clone().count();
    let same = wanted.zip(found).take_while(|(a, b)| a == b).count();
    if all == 0 { 0.0 } else { same as f64 / all as f64 }
}

fn folded(text: &str) -> Vec<u64> {
    keys(text, &Words::read(text))
}

fn keys(text: &str, words: &Words) -> Vec<u64> {
    (0..words.len()).map(|at| key(&text[words.span(at).range()])).collect()
}

/// A word without regard to case and the shape of its apostrophe.
fn key(word: &str) -> u64 {
    let letters = word.chars().flat_map(char::to_lowercase).map(|it| if it == '’' { '\'' } else { it });
    fold(letters.map(u32::from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::Stance;
    use crate::testing::{mark as mark_up, strip};
    use crate::traits::TraitId;

    /// Takes the marked place of `old` to `new`, and compares with the place marked there.
    #[track_caller]
    fn moves(old: &str, new: &str) {
        let (old, places) = strip(old);
        let (bare, _) = strip(new);
        let found = Scene::new(&bare).find(&quote(&old, places[0]), places[0]);
        assert_eq!(mark_up(&bare, &found.into_iter().collect::<Vec<_>>()), new);
    }

    #[test]
    fn a_place_that_moved() {
        moves("[[Two officials]] said no.", "On Monday [[Two officials]] said no.");
    }

    #[test]
    fn other_space_case_and_apostrophes() {
        moves("They saw [[the town’s  mayor]] go.", "Then they saw [[The town's mayor]] go.");
    }

    #[test]
    fn context_chooses_among_equals() {
        moves(
            "In spring officials said no. In autumn [[officials]] said yes.",
            "A new line. In spring officials said no. In autumn [[officials]] said yes.",
        );
    }

    #[test]
    fn words_that_are_gone_are_not_found() {
        moves("Then [[two officials]] said no.", "Then three officials said no.");
    }

    #[test]
    fn equals_without_context_are_not_guessed() {
        moves("Boats near [[officials]] went.", "Some officials here. Other officials there.");
    }

    #[test]
    fn a_place_without_words_is_not_found() {
        moves("Well[[…]] no.", "Oh well… no.");
    }

    #[test]
    fn a_key_goes_along_with_its_text() {
        let (old, places) = strip("Then [[two officials]] said no. [[Ann Lee]] agreed.");
        let mark =
            |&span| Marking { span, of: TraitId("unnamed-source"), reason: "who?".to_owned(), stance: Stance::Open };
        let mut marks: Vec<_> = places.iter().map(mark).collect();
        marks.push(mark(&Span::new(900, 950)));
        let new = "On Monday two officials said no. Nobody agreed.";
        let spans: Vec<_> = moved(&marks, &old, new).iter().map(|it| it.span).collect();
        assert_eq!(mark_up(new, &spans), "On Monday [[two officials]] said no. Nobody agreed.");
    }

    #[test]
    fn context_is_cut_between_characters() {
        let text = "é".repeat(60);
        let quote = quote(&text, Span::new(40, 42));
        assert_eq!((quote.before.len(), quote.exact.as_str(), quote.after.len()), (32, "é", 32));
    }
}
