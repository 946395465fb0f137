//! One line for the head of the panel: who speaks, and what the main claim rests on.

use crate::ling::{Attribution, BlockKind, Source, SourceKind};
use crate::text::{Span, lower};

use super::ArticleReport;
use super::ledger::Rows;
use super::removal::bearing;

/// Returns the summary of an article in plain words; `text` is the document's.
///
/// Counts voices as `of` has them, never rates them: *6 voices: 2 named, 4 unnamed; the toll
/// rests on one unnamed medic.*
pub fn summary(text: &str, article: &ArticleReport, of: &Rows) -> String {
    if article.is_foreign {
        return "This does not look like English, and Sayso reads nothing else.".to_owned();
    }
    let voices = of.voices(article);
    if voices.is_empty() {
        // *A medic said so*: nothing is told, and the flag asks who.
        let is_anyone = !article.attributions.is_empty() || article.flags.iter().any(|it| it.of.0 == UNNAMED);
        return if is_anyone { "Nobody is cited by name or role." } else { "Nobody is cited." }.to_owned();
    }
    let counts = counts(&voices);
    let number = voices.len();
    let voice = if number == 1 { "voice" } else { "voices" };
    let mut line = format!("{number} {voice}: {counts}");
    if let Some(rests) = rests(text, article, of) {
        line.push_str("; ");
        line.push_str(&rests);
    }
    line.push('.');
    line
}

/// *2 named, 4 unnamed*, in the order of how far a reader could ask.
fn counts(voices: &[&Source]) -> String {
    const KINDS: &[(&[SourceKind], &str, &str)] = &[
        (&[SourceKind::Named], "named", "named"),
        (&[SourceKind::Role], "known by an office", "known by an office"),
        (&[SourceKind::Institution], "institution", "institutions"),
        (&[SourceKind::Document], "document", "documents"),
        (&[SourceKind::Outlet], "other newsroom", "other newsrooms"),
        (&[SourceKind::Group], "group", "groups"),
        (&[SourceKind::Unnamed], "unnamed", "unnamed"),
    ];
    let parts = KINDS.iter().filter_map(|(kinds, one, many)| {
        let count = voices.iter().filter(|it| kinds.contains(&it.kind)).count();
        (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
    });
    parts.collect::<Vec<_>>().join(", ")
}

/// What the first sourced statement of the article, or its toll, rests on.
fn rests(text: &str, article: &ArticleReport, of: &Rows) -> Option<String> {
    let first = lead(article)?;
    let lead = article.sentences[first].0;
    // *Ann Lee, who drew the first maps, died on Monday*: no toll.
    let of_many = |(at, _): (usize, &str)| !text[lead.start()..lead.start() + at].ends_with(',');
    let toll = TOLLS.iter().any(|it| text[lead.range()].match_indices(*it).any(of_many));
    let what = if toll { "the toll" } else { "the lead" };
    let cites = |it: &&Attribution| {
        it.kind != SourceKind::Nobody && it.content.iter().chain(&it.cue).any(|it| it.overlaps(lead))
    };
    if !article.attributions.iter().any(|it| cites(&it)) {
        return Some(format!("{what} cites nobody"));
    }
    let bearing = bearing(article).swap_remove(first);
    let mut behind = bearing.into_iter().filter(|&it| cites(&&article.attributions[it]));
    let number = behind.next()?;
    let (heads, first) = (of.heads(article), &article.attributions[number]);
    let &(source, kind) = heads.get(number)?;
    let id = |it: Option<&Source>| it.map(std::ptr::from_ref);
    if behind.any(|it| heads.get(it).is_none_or(|it| id(it.0) != id(source))) {
        return None;
    }
    let mention = source.and_then(|it| it.mentions.first()).or(first.source.first())?;
    let phrase = shortened(&text[mention.range()]);
    let is_flagged = |it: &Span| article.flags.iter().any(|flag| flag.of.0 == UNNAMED && flag.span.overlaps(*it));
    Some(match kind {
        // The rule let it pass: the text says elsewhere who it is, or nothing is stated.
        SourceKind::Unnamed if !first.source.iter().any(is_flagged) => return None,
        SourceKind::Unnamed => format!("{what} rests on an unnamed source (“{phrase}”)"),
        SourceKind::Named => format!("{what} rests on {}", source.and_then(|it| it.name.as_deref()).unwrap_or(phrase)),
        SourceKind::Outlet => format!("{what} rests on another newsroom ({phrase})"),
        SourceKind::Pronoun | SourceKind::Nobody => return None,
        SourceKind::Institution | SourceKind::Document | SourceKind::Role | SourceKind::Group => {
            format!("{what} rests on {}", decapitalised(phrase))
        }
    })
}

/// The rule that judges whether a source without a name is one.
const UNNAMED: &str = "unnamed-source";

/// Words of a toll.
const TOLLS: &[&str] = &[" killed", " dead", " died", " wounded", " injured", "death toll"];

/// The number of the first sentence of the running text; of a standfirst only where nothing else is.
pub(super) fn lead(article: &ArticleReport) -> Option<usize> {
    let prose = article.blocks.iter().filter(|it| matches!(it.0, BlockKind::Paragraph | BlockKind::Standfirst));
    let (_, block) = prose.min_by_key(|it| it.0 == BlockKind::Standfirst)?;
    article.sentences.iter().position(|it| block.contains(it.0))
}

/// A long phrase up to the first comma or relative clause, or else before the last preposition that fits.
fn shortened(phrase: &str) -> &str {
    const LONGEST: usize = 60;
    const CLAUSES: &[&str] = &[", ", " (", " who ", " whose ", " which ", " that ", " where "];
    const PHRASES: &[&str] = &[" of ", " for ", " in ", " at ", " on ", " with ", " to ", " from "];
    let phrase = phrase.trim_matches([',', ' ']);
    let end = CLAUSES.iter().filter_map(|it| phrase.find(it)).min().unwrap_or(phrase.len());
    let short = if end < 3 { phrase } else { &phrase[..end] };
    if short.len() <= LONGEST {
        return short;
    }
    let fits = |it: usize| (12..=LONGEST).contains(&it);
    let link = PHRASES.iter().flat_map(|it| short.match_indices(it)).map(|(at, _)| at).filter(|&at| fits(at)).max();
    let word = || short.match_indices(' ').map(|(at, _)| at).rfind(|&at| at <= LONGEST);
    &short[..link.or_else(word).unwrap_or(short.len())]
}

/// *The ministry* inside a sentence is *the ministry*.
fn decapitalised(phrase: &str) -> String {
    match phrase.split_once(' ') {
        Some((first @ ("The" | "A" | "An" | "His" | "Her" | "Their" | "Its"), rest)) => {
            format!("{} {rest}", lower(first))
        }
        _ => phrase.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let report = super::super::analyse(text);
        let article = &report.articles[0];
        assert_eq!(summary(text, article, &Rows::found(article)), expected);
    }

    #[test]
    fn nobody() {
        check("The road was closed on Monday.", "Nobody is cited.");
        check("", "Nobody is cited.");
    }

    #[test]
    fn whoever_is_flagged_is_not_denied() {
        let text = "The pier is shut until May. A medic said so.";
        let mut report = super::super::analyse(text);
        let article = &mut report.articles[0];
        article.attributions.clear();
        assert!(article.flags.iter().any(|it| it.of.0 == UNNAMED));
        assert_eq!(summary(text, article, &Rows::found(article)), "Nobody is cited by name or role.");
    }

    #[test]
    fn an_unnamed_source_of_a_toll() {
        let text = "Nine people were killed at the port, a medic said.\n\nJane Doe said the port was shut.";
        check(text, "2 voices: 1 named, 1 unnamed; the toll rests on an unnamed source (“a medic”).");
    }

    #[test]
    fn a_source_that_the_text_names_below() {
        let text = "Harbour of Velia shut for weeks\n\nRegulator says the wall was weak\n\nBy Bo Rae\n\nThe port was shut, Jane Doe said.\n\n\
                    Jane Doe said the wall was old.";
        check(text, "2 voices: 1 named, 1 unnamed; the lead rests on Jane Doe.");
    }

    #[test]
    fn a_name() {
        check("The port was shut, Jane Doe said.", "1 voice: 1 named; the lead rests on Jane Doe.");
    }

    #[test]
    fn a_long_source_by_its_head() {
        let text = "The port was shut, said the head of the harbour police of the northern district of the island of \
                    Velia, who had come by boat.";
        let police = "the head of the harbour police of the northern district";
        check(text, &format!("1 voice: 1 known by an office; the lead rests on {police}."));
    }

    #[test]
    fn a_number_is_no_clause() {
        let text = "Trout shrink, according to a study of 19,000 fish. It was cold.";
        check(text, "1 voice: 1 document; the lead rests on a study of 19,000 fish.");
    }

    #[test]
    fn one_death_is_no_toll() {
        let text = "Ann Lee, who drew the first maps, died on Monday.\n\nJane Doe said the town was sad.";
        check(text, "1 voice: 1 named; the lead cites nobody.");
    }

    #[test]
    fn what_nobody_states() {
        check("Sailors called it the penguin.\n\nJane Doe said it flew.", "2 voices: 1 named, 1 unnamed.");
    }

    #[test]
    fn a_lead_that_somebody_only_remarks_on() {
        let text = "The town pool was shut on Monday, which residents called a disgrace.\n\nJane Doe said it was old.";
        check(text, "2 voices: 1 named, 1 unnamed.");
    }

    #[test]
    fn a_lead_without_a_source() {
        let text = "The port was shut on Monday.\n\nJane Doe said the town was angry.";
        check(text, "1 voice: 1 named; the lead cites nobody.");
    }
}
