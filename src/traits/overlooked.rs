//! Speakers right beside a verb of speech that no attribution holds: an aside
//! (*experts say*), a clause inside a clause, a source inside a report.

use std::sync::LazyLock;

use crate::ling::{Annotated, Attribution, BlockKind, Class, Frames, KeyIndex, Phrases, Pos, Shape, WordSet};
use crate::text::{Sentence, Span, sort_by_number};

use super::shared::{self, Cue};
use super::sourcing::{is_any, phrases, span_of, word};
use super::stating::{is_one_of_story, states};

/// Verbs that leave no doubt that somebody says or thinks something.
pub(super) static VERBS: LazyLock<Phrases<&'static str>> = LazyLock::new(|| {
    phrases(
        "say: said | say | says | saying | told | argue | argued | argues | warn | warned | warns | insist | insisted | insists | concede | \
         conceded | acknowledge | acknowledged | note | noted | notes | add | added | claim | claimed | claims | predict | predicted | suggest | \
         suggested | suggesting | indicate | indicated | indicating | describe | described | dispute | disputed | contend | contended | complain | complained | report | reported
         think: think | thought | believe | believed | consider | considered | fear | feared | suspect | suspected | worry | worried",
    )
});

/// Words before which a subject cannot begin.
static BORDERS: LazyLock<KeyIndex> = LazyLock::new(|| {
    let words = "that which who whom because as after before while when if than what where but whether although though since until \
                 unless and cited citing quoted quoting said says say told nor or so then how why";
    KeyIndex::of_words(words)
});

/// How many tokens a subject has at most.
const LONGEST: usize = 12;

/// Returns the subjects, in order.
pub(super) fn speakers(text: Annotated<'_>) -> Vec<Span> {
    let mut cues: Vec<usize> = Vec::with_capacity(text.attributions.len());
    for attribution in text.attributions {
        attribution.cue.iter().for_each(|&cue| cues.extend(text.document.tokens_in(cue).take(8)));
    }
    sort_by_number(&mut cues, |&it| it as u128);
    let mut cues = cues.into_iter().peekable();
    let is_who = |it: &&Span| text.document[**it].eq_ignore_ascii_case("who");
    let says = |it: &&Attribution| {
        let mut cue = it.cue.iter().take(1).flat_map(|&cue| text.words[text.document.tokens_in(cue)].iter().take(4));
        cue.any(|it| it.frames.is(Frames::SAY.or(Frames::TELL))) && states(text, it)
    };
    let clauses = text.attributions.iter().filter(|it| it.source.first().is_some_and(|it| is_who(&it)) && says(it));
    let mut found: Vec<Span> = clauses.filter_map(|it| antecedent(text, *it.source.first()?)).collect();
    found.extend(credited_above(text));
    for (sentence, places) in shared::marked(text, BlockKind::is_prose, Cue::Speech) {
        for at in places {
            while cues.next_if(|it| *it < at).is_some() {}
            if cues.peek() != Some(&at) && is_verb(text, sentence, at) {
                found.extend(before(text, sentence, at).or_else(|| behind(text, sentence, at)));
            }
        }
    }
    found
}

fn is_verb(text: Annotated<'_>, sentence: &Sentence, at: usize) -> bool {
    // *a liberal think tank*: no verb.
    let is_noun = || at + 1 < sentence.tokens.end && is_any(text, at + 1, "tank tanks");
    // *added 160 guards*: no words.
    let is_act = || text.words.get(at + 1).is_some_and(|it| it.shape == Shape::Number) && is_any(text, at, "added add");
    // *one notes that it rained*: behind any other word it may be a noun. *Another notes her first job*: a text.
    let are_notes = || {
        let is_verb = at > 0 && is_any(text, at - 1, "another one") && is_any(text, at + 1, "that how , : “ \"");
        is_any(text, at, "notes") && !is_verb
    };
    // *Guards faced a robbery suspect*
    let is_object = || {
        is_any(text, at, "suspect report claim fear")
            && (sentence.tokens.start + 1..at).rev().take(4).any(|it| is_any(text, it, "a an the his her their"))
            && !text.words[at - 1].is(Class::Plural)
    };
    text.words[at].shape == Shape::Lower
        && VERBS.at(text.words, at).is_some()
        && !text.is_quoted(text.document.tokens()[at].span)
        && !is_noun()
        && !is_act()
        && !is_object()
        // *Guards told the man to leave, a film shows.*
        && !(is_any(text, at, "told") && is_one_of_story(text, at + 1))
        && !are_notes()
}

/// *Port to close: sources*
fn credited_above(text: Annotated<'_>) -> Option<Span> {
    const SAYING: &str = "sources source officials official experts insiders witnesses aides";
    let tokens = text.document.tokens_in(text.article.headline?);
    let last = tokens.clone().next_back().filter(|&at| is_any(text, at, SAYING))?;
    let colon = (tokens.start.max(last.saturating_sub(3))..last).find(|&at| is_any(text, at, ":"))?;
    Some(span_of(text, colon + 1..last + 1))
}

/// *It was a clerk who told the mayor*: who is brought in by *it was*.
fn antecedent(text: Annotated<'_>, who: Span) -> Option<Span> {
    const HEARD: &str = "cited cites citing echoed echoes echoing interviewed quoted quotes quoting to";
    static ONE: WordSet = WordSet::new("a an one another some several many two three four five");
    let who = text.document.tokens_in(who).start;
    let end = who.checked_sub(usize::from(who > 0 && is_any(text, who - 1, ",")))?;
    let is_border = |at: usize| {
        let it = text.words[at];
        it.shape == Shape::Punct && word(text, at) != "-" || it.is(Class::Auxiliary) || BORDERS.has(it.key)
    };
    let near = (end.saturating_sub(LONGEST)..end).rev().take_while(|&at| !is_border(at));
    let start = near.filter(|&at| ONE.is(&text.words[at])).last()?;
    let is_cleft = start > 1 && is_any(text, start - 1, "was were") && is_any(text, start - 2, "it");
    // *spoke to a clerk who said*
    let is_heard = start > 0 && is_any(text, start - 1, HEARD);
    (is_cleft || is_heard).then(|| span_of(text, start..end))
}

/// *…, experts say, …*; *after a judge said …*.
fn before(text: Annotated<'_>, sentence: &Sentence, verb: usize) -> Option<Span> {
    let low = sentence.tokens.start.max(verb.saturating_sub(LONGEST + 4));
    let is_between = |at: usize| {
        let it = text.words[at];
        it.is(Class::Auxiliary)
            || word(text, at).ends_with("ly")
            || is_any(text, at, "also now still often long once then later")
    };
    let mut end = verb;
    while end > low && end + 4 > verb && is_between(end - 1) {
        end -= 1;
    }
    // *quotes a clerk who said*
    if end > low && is_any(text, end - 1, "who") {
        return antecedent(text, text.document.tokens()[end - 1].span);
    }
    // *inspectors were told*: they hear it. *nobody can say*: nobody has. *generally think*: no news.
    const OPEN: &str = "can cannot can't could generally may might should would";
    let is_told = |at: usize| text.words[at].pos.is(Pos::BE) && !word(text, verb).ends_with("ing");
    if (end..verb).any(|at| is_told(at) || is_any(text, at, OPEN)) {
        return None;
    }
    let is_border = |at: usize| {
        let it = text.words[at];
        let is_mark = it.shape == Shape::Punct && !matches!(word(text, at), "'" | "’" | "." | "-");
        let joins = is_any(text, at, "and") && at + 1 < end && !opens_subject(text, at + 1);
        let is_word = it.shape == Shape::Lower && !it.possessive;
        is_mark || is_word && !joins && BORDERS.has(it.key)
    };
    let start = (low..end).rev().find(|&at| is_border(at)).map_or(low, |at| at + 1);
    // *a move critics say was rash*: they are behind what they speak of.
    let hangs_on = is_any(text, start, "a an") && text.words[end - 1].is(Class::Plural);
    let is_measure = || (start..end).any(|at| is_any(text, at, "of few") || text.words[at].possessive);
    let start = if hangs_on && start + 2 < end && !is_measure() { end - 1 } else { start };
    let subject = start..end;
    let is_whole = start > low || low == sentence.tokens.start;
    let is_clause = |at: usize| {
        let it = text.words[at];
        it.is(Class::Auxiliary) || it.is(Class::Pronoun) && !it.is(Class::Determiner) || is_any(text, at, "to not show")
    };
    let fits = !subject.is_empty() && is_whole && subject.len() <= LONGEST && !subject.clone().any(is_clause);
    fits.then(|| span_of(text, subject))
}

/// Whether a new subject begins here, so that *and* joins clauses: *and the mayor said*.
fn opens_subject(text: Annotated<'_>, at: usize) -> bool {
    is_any(text, at, "the they he she his her some others many")
}

/// *…,” said a senior official*.
fn behind(text: Annotated<'_>, sentence: &Sentence, verb: usize) -> Option<Span> {
    let before = verb.checked_sub(1).filter(|it| sentence.tokens.contains(it))?;
    if !is_any(text, verb, "said says") || !matches!(word(text, before), "," | "”" | "\"" | "’" | "'") {
        return None;
    }
    let last = sentence.tokens.end.min(verb + 1 + LONGEST);
    let is_border = |at: usize| {
        matches!(word(text, at), "," | "." | ";" | ":" | "“" | "\"" | "—") || is_any(text, at, "who that as in on")
    };
    let end = (verb + 1..last).find(|&at| is_border(at)).unwrap_or(last);
    (verb + 1 < end).then(|| span_of(text, verb + 1..end))
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use crate::testing::check;

    #[test]
    fn brought_in_by_it_was() {
        check(&TRAIT, "It was [[a cook]] who first told the owners of the smoke.");
        check(&TRAIT, "It was a cook who locked the door.");
        check(&TRAIT, "She spoke to [[a former cook]] who told her that it had smelled of oil.");
        check(&TRAIT, "The letter quotes [[a former cook]] who said that it had smelled of oil.");
        check(&TRAIT, "She told a young cook who said that it was late to go home.");
    }

    #[test]
    fn credited_in_the_headline() {
        let below = "By Ann Lee\n\nThe port will close in May.\n\nIt is the last of its kind.";
        check(&TRAIT, &format!("Port to close in May: [[sources]]\n\n{below}"));
        check(&TRAIT, &format!("What we do in May: a guide to sources\n\n{below}"));
    }

    #[test]
    fn speakers_in_a_clause_that_hangs_on_a_noun() {
        check(&TRAIT, "He sold the port, a step [[traders]] say was late.");
        check(&TRAIT, "He sold the port, which [[officials]] once said was safe.");
        check(
            &TRAIT,
            "[[Another]] notes that it rained. Another notes her first job in Velia. Some notes of the trader were lost.",
        );
        check(
            &TRAIT,
            "Guards faced an armed robbery suspect. The man was told by no one that [[guards]] suspect a fire.",
        );
        check(&TRAIT, "Guards told the man that it was late, according to the film.");
        check(&TRAIT, "He sold the port, which no trader would say was late.");
    }
}
