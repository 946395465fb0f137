//! What is left of an article when some of its voices are taken away.

use crate::ling::{SourceKind, Voice, is_one_of};
use crate::text::{Span, lower_char};

use super::ArticleReport;
use super::ledger::Rows;
use super::summary::lead;

/// What an article loses with a voice that it hangs on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// No sentence that bears the headline out is left.
    pub headline: bool,
    /// The first sentence of the running text is gone.
    pub lead: bool,
}

/// The removal test (W3C credibility signal db18b042): would the reading differ without this voice?
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removal {
    /// The sentences that are gone, in order.
    pub struck: Vec<Span>,
    /// Of a hundred bytes of prose, how many remain.
    pub percent_left: usize,
    pub lost: Lost,
}

/// Reads the article without the attributions for which `is_removed` holds; `text` is the
/// document's. Struck is what rests on them alone. Linear.
pub fn without(text: &str, article: &ArticleReport, is_removed: &dyn Fn(usize) -> bool) -> Removal {
    strike(text, article, &|bearing| falls(article, bearing, is_removed))
}

/// Reads only what people with a name stand behind, as the reader has them: the reporter's own words go too.
pub fn only_named(text: &str, article: &ArticleReport, of: &Rows) -> Removal {
    let heads = of.heads(article);
    let is_removed = |number: usize| heads.get(number).is_none_or(|it| it.1 != SourceKind::Named);
    strike(text, article, &|bearing| bearing.is_empty() || falls(article, bearing, &is_removed))
}

/// Returns the attributions that each sentence rests on: *it was shut, which Lee called a pity* is the reporter’s.
pub(super) fn bearing(article: &ArticleReport) -> Vec<Vec<usize>> {
    let mut bearing = vec![(Vec::new(), 0); article.sentences.len()];
    for (number, it) in article.attributions.iter().enumerate() {
        for &span in it.source.iter().chain(&it.content).chain(&it.cue) {
            for (bearing, length) in &mut bearing[article.sentences_in(span)] {
                *length += span.len();
                if bearing.last() != Some(&number) {
                    bearing.push(number);
                }
            }
        }
    }
    let rests = |(bearing, length), (span, voice): &(Span, Voice)| {
        if *voice == Voice::Reporter && 2 * length < span.len() { Vec::new() } else { bearing }
    };
    bearing.into_iter().zip(&article.sentences).map(|(it, sentence)| rests(it, sentence)).collect()
}

/// Whether what rests on these attributions goes with those that are removed.
pub(super) fn falls(article: &ArticleReport, bearing: &[usize], is_removed: &dyn Fn(usize) -> bool) -> bool {
    // *AFP quoted a doctor as saying …*: it stands as long as the doctor does.
    let relays = |number: usize| {
        let heard = article.attributions.get(number + 1).and_then(|it| it.source.first());
        heard.is_some_and(|heard| article.attributions[number].content.iter().any(|it| it.contains(*heard)))
    };
    let is_gone = |&number: &usize| is_removed(number) || relays(number) && is_removed(number + 1);
    !bearing.is_empty() && bearing.iter().all(is_gone)
}

/// Returns what is lost with the sentences for which `is_struck` holds.
pub(super) fn lost(support: &[usize], lead: Option<usize>, is_struck: &dyn Fn(usize) -> bool) -> Lost {
    Lost { headline: !support.is_empty() && support.iter().all(|&it| is_struck(it)), lead: lead.is_some_and(is_struck) }
}

fn strike(text: &str, article: &ArticleReport, is_struck: &dyn Fn(&[usize]) -> bool) -> Removal {
    let is_struck: Vec<bool> = bearing(article).iter().map(|it| is_struck(it)).collect();
    let sentences = article.sentences.iter().map(|it| it.0);
    let struck: Vec<Span> = sentences.clone().zip(&is_struck).filter(|it| *it.1).map(|it| it.0).collect();
    let all: usize = sentences.map(|span| span.len()).sum();
    let gone: usize = struck.iter().map(|span| span.len()).sum();
    Removal {
        percent_left: (100 * (all - gone)).checked_div(all).unwrap_or(100),
        lost: lost(&support(text, article), lead(article), &|it| is_struck[it]),
        struck,
    }
}

/// Words of a headline that are looked for below it.
const MOST_WORDS: usize = 16;

/// Letters by which two forms of a word are taken for one: *killed*, *killing*.
const STEM: usize = 5;

/// Letters below which a word tells nothing of what a headline says.
const SHORTEST: usize = 4;

/// Words that anything may be told with.
const EMPTY: &str = "will would could should have with from this that they their them what when where which your about \
    after before over into than tell tells told says said nobody everyone everybody somebody someone nothing";

/// The numbers of the sentences that bear the headline out: those that share half of its words, or else the most.
pub(super) fn support(text: &str, article: &ArticleReport) -> Vec<usize> {
    let Some(headline) = article.headline else { return Vec::new() };
    let mut words: Vec<String> = Vec::new();
    for stem in stems(&text[headline.range()]).take(4 * MOST_WORDS) {
        if words.len() < MOST_WORDS && !words.contains(&stem) {
            words.push(stem);
        }
    }
    let shared = |span: Span| {
        let found = stems(&text[span.range()]).filter_map(|it| words.iter().position(|word| *word == it));
        found.fold(0_u32, |found, at| found | 1 << at).count_ones()
    };
    let counts: Vec<u32> = article.sentences.iter().map(|it| shared(it.0)).collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let enough = most.min((words.len() as u32).div_ceil(2)).max(2);
    (0..counts.len()).filter(|&it| counts[it] >= enough).collect()
}

fn stems(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|it: char| !it.is_alphanumeric());
    let is_telling = |it: &&str| {
        let is_long = it.len() >= SHORTEST && !is_one_of(it, EMPTY);
        is_long || it.starts_with(|it: char| it.is_ascii_digit())
    };
    words.filter(is_telling).map(|it| it.chars().take(STEM).map(lower_char).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::Attribution;
    use crate::report::analyse;

    /// Three sentences of ten bytes: the reporter's, one of source 0, one of sources 0 and 1.
    fn article() -> ArticleReport {
        let attribution = |start, source_id, kind| Attribution {
            content: Span::new(start, start + 9).into(),
            source_id: Some(source_id),
            kind,
            ..Attribution::default()
        };
        let mut article = analyse("").articles.remove(0);
        article.sentences = [0, 10, 20].map(|at| (Span::new(at, at + 10), Voice::Reporter)).to_vec();
        article.attributions = vec![
            attribution(10, 0, SourceKind::Unnamed),
            attribution(20, 0, SourceKind::Unnamed),
            attribution(20, 1, SourceKind::Named),
        ];
        article
    }

    fn without_source(article: &ArticleReport, id: usize) -> Removal {
        without("", article, &|it| article.attributions[it].source_id == Some(id))
    }

    #[test]
    fn what_rests_on_one_voice_goes_with_it() {
        let removal = without_source(&article(), 0);
        assert_eq!(removal.struck, [Span::new(10, 20)]);
        assert_eq!((removal.percent_left, removal.lost), (66, Lost::default()));
    }

    #[test]
    fn what_two_voices_say_stands() {
        assert_eq!(without_source(&article(), 1).struck, []);
    }

    #[test]
    fn only_what_a_name_stands_behind_is_left() {
        assert_eq!(only_named("", &article(), &Rows::found(&article())).struck, [Span::new(0, 10), Span::new(10, 20)]);
    }

    #[test]
    fn nothing_is_left_whole() {
        let nothing = analyse("");
        assert_eq!(without("", &nothing.articles[0], &|_| true).percent_left, 100);
    }

    #[track_caller]
    fn falls(text: &str, phrase: &str) -> (bool, bool) {
        let report = analyse(text);
        let article = &report.articles[0];
        let is_removed = |it: usize| article.attributions[it].source.iter().any(|it| text[it.range()] == *phrase);
        let removal = without(text, article, &is_removed);
        (removal.lost.headline, removal.lost.lead)
    }

    const STORY: &str = "Bridge collapse killed nine workers\n\nBy Ina Brandel\n\nThe town of Velden was quiet on Monday.\n\n\
                         Nine workers were killed in the collapse of the bridge, a medic said.\n\n\
                         The road will stay shut, Mayor Tom Arlen said.";

    #[test]
    fn a_headline_that_one_voice_bears_out_falls_with_it() {
        assert_eq!(falls(STORY, "a medic"), (true, false));
    }

    #[test]
    fn words_of_telling_bear_no_headline_out() {
        let text = STORY.replace("Bridge collapse killed nine workers", "What nobody will tell about the bridge");
        assert_eq!(falls(&text.replace("a medic said", "a medic will tell"), "a medic"), (false, false));
    }

    #[test]
    fn a_headline_stands_while_another_voice_is_left() {
        assert_eq!(falls(STORY, "Mayor Tom Arlen"), (false, false));
    }

    #[test]
    fn what_a_newsroom_relays_falls_with_whom_it_heard() {
        let text = "Harbour news\n\nBy Ina Brandel\n\nReuters cited two clerks saying the ferry will close.\n\nVelden has no bridge.";
        assert_eq!(falls(text, "two clerks"), (false, true));
    }

    #[test]
    fn a_lead_stands_without_who_only_remarks_on_it() {
        for remark in [
            "which residents called a disgrace",
            "a move that parents slammed as reckless",
            "a decision that swimmers slammed as cruel",
            "though critics warned of a flood",
        ] {
            let text = format!(
                "Harbour news\n\nBy Ina Brandel\n\nThe council voted seven to two on Monday to shut the pool, {remark}."
            );
            let article = &analyse(&text).articles[0];
            assert!(!article.attributions.is_empty(), "{remark}");
            assert_eq!(without(&text, article, &|_| true).struck, [], "{remark}");
        }
        let both = "Harbour news\n\nBy Ina Brandel\n\nTwo clerks said the pool is shut, and a diver said the pier is.";
        assert!(without(both, &analyse(both).articles[0], &|_| true).lost.lead);
    }

    #[test]
    fn a_lead_falls_with_its_voice() {
        let text = "Harbour news\n\nBy Ina Brandel\n\nThe ferry will close, a clerk said.\n\nThe town of Velden has no bridge.";
        assert_eq!(falls(text, "a clerk"), (false, true));
    }
}
