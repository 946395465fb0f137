//! Stretches in which the outlet makes one contestable claim after another and cites nobody.

use crate::ling::Voice;
use crate::text::Span;
use crate::traits::Polarity;

use super::ArticleReport;

/// One stretch, from the first claim to the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    pub span: Span,
    pub sentences: usize,
    /// Claims that cite nobody, and cues without a source.
    pub claims: usize,
}

/// Sentences without a claim that a run may step over.
const GAP: usize = 2;

/// A run holds at least so many claims.
const LEAST: usize = 2;

/// Returns the runs in the order of the text. Linear.
pub fn runs(article: &ArticleReport) -> Vec<Run> {
    let is_claim = |of: &str| matches!(of, "missing-attribution" | "passive-attribution");
    let claims = article.flags.iter().filter(|it| it.polarity == Polarity::Concern && !it.quoted && is_claim(it.of.0));
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    for claim in claims {
        let Some(at) = article.sentences_in(claim.span).next() else { continue };
        let is_own = |it: usize| matches!(article.sentences[it].1, Voice::Reporter | Voice::Nobody);
        match runs.last_mut() {
            Some((_, last, count)) if at <= *last + GAP + 1 && (*last..=at).all(is_own) => {
                (*last, *count) = (at.max(*last), *count + 1);
            }
            _ if is_own(at) => runs.push((at, at, 1)),
            _ => {}
        }
    }
    let long = runs.into_iter().filter(|&(first, last, claims)| claims >= LEAST && last > first);
    long.map(|(first, last, claims)| Run {
        span: article.sentences[first].0.to(article.sentences[last].0),
        sentences: last - first + 1,
        claims,
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::runs;
    use crate::report::analyse;

    fn found(text: &str) -> Vec<(usize, usize)> {
        let report = analyse(text);
        runs(&report.articles[0]).iter().map(|it| (it.sentences, it.claims)).collect()
    }

    #[test]
    fn claims_in_a_row_make_a_run() {
        let text = "Velden news\n\nBy Ina Brandel\n\nThe port is believed to be sinking. The company reportedly hid the reports. \
                    The mayor is said to have known.";
        assert_eq!(found(text), [(3, 3)]);
    }

    #[test]
    fn a_voice_between_them_ends_it() {
        let text = "Velden news\n\nBy Ina Brandel\n\nThe port is believed to be sinking. “It is not sinking,” said Tom Arlen. \
                    The mayor is said to have known.";
        assert_eq!(found(text), []);
    }

    #[test]
    fn who_speaks_for_a_body_is_no_concern() {
        let report = analyse("A council spokesman said that it was late.");
        let flag = report.articles[0].flags.iter().find(|it| it.of.0 == "unnamed-source");
        assert_eq!(flag.map(|it| it.polarity), Some(crate::traits::Polarity::Note));
    }
}
