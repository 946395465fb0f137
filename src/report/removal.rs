//! What is left of an article when one voice is taken away.

use crate::ling::SourceKind;
use crate::text::Span;

use super::ArticleReport;

/// The removal test (W3C credibility signal db18b042): would the reading differ without this voice?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The sentences that rest on the removed voices alone.
    pub struck: Vec<Span>,
    /// Of a hundred bytes of prose, how many remain.
    pub percent_left: usize,
    /// The article's first sentence is among those struck.
    pub is_load_bearing: bool,
}

/// Which voices are taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// One of the article's sources, by index.
    Source(usize),
    /// All whose name the text does not give.
    Unnamed,
}

/// Reads the article without some voices. Linear in its sentences and attributions.
pub fn without(article: &ArticleReport, removed: Without) -> Removal {
    let mut rests = vec![Rest::Nobody; article.sentences.len()];
    for it in &article.attributions {
        let is_removed = match removed {
            Without::Source(id) => it.source_id == Some(id),
            Without::Unnamed => matches!(it.kind, SourceKind::Unnamed | SourceKind::Group | SourceKind::Nobody),
        };
        for &span in it.content.iter().chain(&it.cue) {
            let first = article.sentences.partition_point(|(sentence, _)| sentence.end() <= span.start());
            let touched = article.sentences[first..].iter().take_while(|(sentence, _)| sentence.start() < span.end());
            for rest in &mut rests[first..first + touched.count()] {
                *rest = if is_removed && *rest != Rest::Others { Rest::Removed } else { Rest::Others };
            }
        }
    }
    let is_struck = |&(_, rest): &(Span, Rest)| rest == Rest::Removed;
    let sentences = article.sentences.iter().map(|&(span, _)| span).zip(rests);
    let struck: Vec<Span> = sentences.filter(is_struck).map(|(span, _)| span).collect();
    let all: usize = article.sentences.iter().map(|(span, _)| span.len()).sum();
    let gone: usize = struck.iter().map(|span| span.len()).sum();
    let first = article.sentences.first().map(|&(span, _)| span);
    Removal {
        percent_left: (100 * (all - gone)).checked_div(all).unwrap_or(100),
        is_load_bearing: first.is_some() && first == struck.first().copied(),
        struck,
    }
}

/// Whom a sentence rests on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    Nobody,
    Removed,
    Others,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::{Attribution, Voice};

    /// Three sentences of ten bytes: the reporter's, one of source 0, one of sources 0 and 1.
    fn article() -> ArticleReport {
        let attribution = |start, source_id, kind| Attribution {
            content: vec![Span::new(start, start + 9)],
            source_id: Some(source_id),
            kind,
            ..Attribution::default()
        };
        let mut article = super::super::analyse("").articles.remove(0);
        article.sentences = [0, 10, 20].map(|at| (Span::new(at, at + 10), Voice::Reporter)).to_vec();
        article.attributions = vec![
            attribution(10, 0, SourceKind::Unnamed),
            attribution(20, 0, SourceKind::Unnamed),
            attribution(20, 1, SourceKind::Named),
        ];
        article
    }

    #[test]
    fn what_rests_on_one_voice_goes_with_it() {
        let removal = without(&article(), Without::Source(0));
        assert_eq!(removal.struck, [Span::new(10, 20)]);
        assert_eq!((removal.percent_left, removal.is_load_bearing), (66, false));
    }

    #[test]
    fn what_two_voices_say_stands() {
        assert_eq!(without(&article(), Without::Source(1)).struck, []);
    }

    #[test]
    fn the_unnamed_go_together() {
        assert_eq!(without(&article(), Without::Unnamed).struck, [Span::new(10, 20)]);
    }

    #[test]
    fn a_first_sentence_that_goes_bears_the_load() {
        let mut article = article();
        article.sentences.remove(0);
        assert!(without(&article, Without::Source(0)).is_load_bearing);
    }

    #[test]
    fn nothing_is_left_whole() {
        let nothing = super::super::analyse("");
        assert_eq!(without(&nothing.articles[0], Without::Source(7)).percent_left, 100);
    }
}
