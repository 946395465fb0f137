//! What the wording traits share: their lists, whose voice a place is in, and
//! whether a listed word is used in the sense the list means.

mod calling;

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{
    Annotated, Attribution, BlockKind, Class, Phrases, Pos, Shape, Word, WordSet, is_among, key, key_of, keys_of,
};
use crate::text::{Sentence, Span, Token, TokenKind, ends_with_one, first_of, sort_by_number};

use super::entries::{self, Condition, Entry, List, Part, Place};
use super::opinion::{IN_OPINION, is_review};
use super::others::Others;
use super::score::is_score_of_match;
use super::shared::{self, Cue};
use super::{Finding, Findings};

/// How many words either side a `near:` condition looks at.
const NEAR: usize = 5;

/// How many an `around:` condition looks at.
const AROUND: usize = 15;

/// How far before a word a *not* is looked for.
const NEGATION_REACH: usize = 3;

/// The kind of the names for a government or a force.
const POWER: &str = "power";
const GUILT: &str = "guilt";
const DOUBT: &str = "doubt";

/// No compound with a listed beginning or ending is shorter, in bytes.
const SHORTEST_COMPOUND: usize = 8;

pub(super) const LISTS: &[(List, &str)] = &[
    (List::Label, crate::list!("traits/data/loaded_label.txt")),
    (List::Language, crate::list!("traits/data/loaded_language.txt")),
    (List::Verb, crate::list!("traits/data/loaded_verb.txt")),
];

pub(super) static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    let parse = |&(list, text)| entries::parse(list, text).expect("a test parses every list");
    LISTS.iter().flat_map(parse).collect()
});

/// All lists in one set, so that the longest phrase wins whichever list it is of.
pub(super) struct Lists {
    /// The values are indices into [`ENTRIES`].
    pub(super) phrases: Phrases<u32>,
    /// By the key of the part behind the last hyphen.
    suffixes: Vec<(u64, u32)>,
    /// By the key of the part before the first hyphen.
    prefixes: Vec<(u64, u32)>,
}

/// About so many forms of words the lists have.
const FORMS: usize = 5000;

pub(super) static ALL: LazyLock<Lists> = LazyLock::new(|| {
    let (mut suffixes, mut prefixes) = (Vec::new(), Vec::new());
    let phrases = Phrases::filled(FORMS, |add| {
        for (at, entry) in (0..).zip(&*ENTRIES) {
            match entry.part {
                Part::Suffix => suffixes.extend(entry.words.iter().map(|it| (key(it.trim_start_matches('-')), at))),
                Part::Prefix => prefixes.extend(entry.words.iter().map(|it| (key(it.trim_end_matches('-')), at))),
                _ => entry.forms(|form| add(form, at)),
            }
        }
    });
    sort_by_number(&mut suffixes, |it| it.0.into());
    sort_by_number(&mut prefixes, |it| it.0.into());
    Lists { phrases, suffixes, prefixes }
});

impl Lists {
    /// The entry that begins at the word `at`, and the words it takes.
    fn at(&self, text: Annotated<'_>, at: usize) -> Option<(&'static Entry, Range<usize>)> {
        if let Some(found) = self.phrases.at(text.words, at) {
            return Some((&ENTRIES[*found.value as usize], found.words));
        }
        let token = &text.document.tokens()[at];
        if !is_compound(text, token) {
            return None;
        }
        let word = &text.document[token.span];
        let (before, _) = word.split_once('-')?;
        let (_, behind) = word.rsplit_once('-')?;
        // *neo-Nazi*, *ex-Nazi*, *anti-Nazi*: the plain name of a movement, of those who left it or oppose it.
        if ["neo", "ex", "anti", "non", "post", "pro"].iter().any(|it| before.eq_ignore_ascii_case(it)) {
            return None;
        }
        let entry = find(&self.suffixes, key(behind)).or_else(|| find(&self.prefixes, key(before)))?;
        Some((&ENTRIES[entry as usize], at..at + 1))
    }
}

/// The words of an article that may have a listed beginning or ending.
pub(super) fn compounds<'r>(text: Annotated<'r>) -> impl Iterator<Item = usize> {
    let span = text.article.span.unwrap_or(Span::new(0, 0));
    let bytes = &text.document.text().as_bytes()[..span.end()];
    let next = move |at: &usize| first_of(&bytes[at + 1..], b'-').map(|step| at + 1 + step);
    let first = first_of(&bytes[span.start()..], b'-').map(|step| span.start() + step);
    let hyphens = std::iter::successors(first, next);
    // The last token that begins up to the hyphen holds it, or is it.
    let holders = hyphens.map(move |at| text.document.tokens_in(Span::new(span.start(), at + 1)).end - 1);
    holders.filter(move |&at| is_compound(text, &text.document.tokens()[at]))
}

/// Whether a word may have a listed beginning or ending.
fn is_compound(text: Annotated<'_>, token: &Token) -> bool {
    token.span.len() >= SHORTEST_COMPOUND
        && token.kind == TokenKind::Word
        && text.document.text().as_bytes()[token.span.range()].contains(&b'-')
}

fn find(sorted: &[(u64, u32)], key: u64) -> Option<u32> {
    sorted.binary_search_by_key(&key, |it| it.0).ok().map(|at| sorted[at].1)
}

/// Whether the outlet may speak in such a block: prose, headlines, captions.
pub(super) fn has_voice(kind: BlockKind) -> bool {
    kind.is_prose() || matches!(kind, BlockKind::Headline | BlockKind::Subheading | BlockKind::Caption)
}

/// The sentences in which the outlet may speak.
pub(super) fn sentences<'r>(text: Annotated<'r>) -> impl Iterator<Item = &'r Sentence> {
    let blocks = text.article.blocks.iter().filter(|it| has_voice(it.kind));
    blocks.flat_map(move |block| {
        let range = text.document.paragraphs()[block.paragraph].sentences.clone();
        &text.document.sentences()[range]
    })
}

/// A listed word in the text.
pub(super) struct Hit {
    entry: &'static Entry,
    span: Span,
    /// Why it is let pass, if it is.
    cleared: Option<&'static str>,
}

/// Finds the words of all lists.
pub(super) fn hits(text: Annotated<'_>) -> Vec<Hit> {
    let lists = &*ALL;
    let others = shared::others(text);
    let mut hits: Vec<Hit> = Vec::new();
    for (sentence, places) in shared::marked(text, has_voice, Cue::Loaded) {
        let context = Context { text, sentence, others };
        let first = hits.len();
        let mut behind = sentence.tokens.start;
        for at in places {
            if at < behind {
                continue;
            }
            let Some((entry, words)) = lists.at(text, at).filter(|it| it.1.end <= sentence.tokens.end) else {
                continue;
            };
            behind = words.end;
            if let Some(cleared) = context.read(entry, &words) {
                hits.push(Hit { entry, span: context.span(&words), cleared });
            }
        }
        let is_loaded = hits[first..].iter().filter(|it| it.cleared.is_none()).count() > 1;
        if !is_loaded {
            for hit in hits[first..].iter_mut().filter(|it| it.entry.mild) {
                hit.cleared = hit.cleared.or(Some("A strong word, but the only one in its sentence."));
            }
        }
    }
    let mut open = hits.iter_mut().filter(|it| it.cleared.is_none()).peekable();
    if open.peek().is_some() && shared::is_opinion(text) {
        // A critic may call a villain one.
        let all = is_review(text);
        open.filter(|it| all || it.entry.list != List::Label).for_each(|it| it.cleared = Some(IN_OPINION));
    }
    hits
}

/// Finds the words of one list.
pub(super) fn detect(list: List, text: Annotated<'_>, findings: &mut Findings) {
    for hit in shared::hits(text).iter().filter(|it| it.entry.list == list) {
        match hit.cleared {
            Some(why) => findings.clear(hit.span, why),
            None => findings.add(hit.entry.finding(hit.span)),
        }
    }
}

impl Entry {
    fn finding(&self, span: Span) -> Finding {
        /// How an instruction to the editor begins; anything else is the word to put.
        const INSTRUCTIONS: &[&str] = &["describe ", "give ", "leave ", "name ", "report ", "say ", "set ", "use "];
        let is_instruction = INSTRUCTIONS.iter().any(|it| self.instead.starts_with(it));
        let verb = if is_instruction { "An editor would" } else { "An editor might write:" };
        Finding::new(span).kind(self.kind).note(format!("{verb} {}. {}", self.instead, self.why))
    }
}

/// A sentence, and what is needed to judge a word in it.
struct Context<'r> {
    text: Annotated<'r>,
    sentence: &'r Sentence,
    others: &'r Others,
}

impl Context<'_> {
    fn span(&self, words: &Range<usize>) -> Span {
        let tokens = self.text.document.tokens();
        tokens[words.start].span.to(tokens[words.end - 1].span)
    }

    fn before(&self, at: usize, count: usize) -> &[Word] {
        &self.text.words[at.saturating_sub(count).max(self.sentence.tokens.start)..at]
    }

    fn after(&self, at: usize, count: usize) -> &[Word] {
        let end = self.sentence.tokens.end;
        &self.text.words[at.min(end)..(at + count).min(end)]
    }

    /// `None`: not the word the list means. Else why it is let pass, if it is.
    fn read(&self, entry: &Entry, words: &Range<usize>) -> Option<Option<&'static str>> {
        // *Racist. Thug.*: words that somebody used.
        let is_all = entry.list == List::Label && self.sentence.tokens.len() <= 2;
        if is_all || !self.is_part(entry.part, words.start) || !entry.caps && self.is_name(entry.part, words) {
            return None;
        }
        if entry.clause && !self.has_clause(words) && !self.has_quote_beside(words) {
            return None;
        }
        if !entry.conditions.iter().all(|it| self.holds(it, words)) {
            let is_charge = entry.kind == POWER;
            return Some(Some(if is_charge {
                "A set term, or the word of those who charge them."
            } else {
                "Another sense of the word."
            }));
        }
        if is_score_of_match(self.text, self.sentence, entry) {
            return Some(Some("The result of a match."));
        }
        if entry.list == List::Label && self.is_history() {
            return Some(Some("Told of a time long past."));
        }
        // How an actor is named in the retold words of nobody in particular is the outlet's choice.
        let is_theirs = match entry.list {
            _ if entry.kind == POWER => Others::known_speak_at,
            List::Label => Others::lead_at,
            _ => Others::speak_at,
        };
        if is_theirs(self.others, self.span(words)) {
            return Some(Some(shared::BY_SOURCE));
        }
        if entry.kind == GUILT && self.is_confessed() {
            return Some(Some("The speaker admits it in so many words."));
        }
        if entry.kind == DOUBT && self.is_declared_false() {
            return Some(Some("The text goes on to say that it is false."));
        }
        // *not only disgraces him* states it.
        let first = words.start.saturating_sub(NEGATION_REACH).max(self.sentence.tokens.start);
        let negates = |it: &[Word]| NEGATIONS.has(it[0].key) && !is_among(it[1].key, &ONLY);
        if self.text.words[first..=words.start].windows(2).any(negates)
            || self.is_denied(words.start)
            || entry.part == Part::Verb && self.is_refrained(words.start)
        {
            return Some(Some("Denied here, not stated."));
        }
        if self.is_supposed(entry.part, words.start) {
            return Some(Some("Supposed here, not stated."));
        }
        if entry.kind != POWER && self.is_anothers_name(words) {
            return Some(Some("The text says who uses this word."));
        }
        if entry.list == List::Label && self.is_given_name(words) {
            return Some(Some("The text says who uses this word."));
        }
        Some(None)
    }

    /// *denied being a puppet*, *denied that he was one*, *denied smearing her*
    fn is_denied(&self, at: usize) -> bool {
        static DENIALS: WordSet = WordSet::new("denied denies deny denying");
        let mut before = self.before(at, NEAR).iter().skip_while(|it| !DENIALS.has(it.key));
        let is_act = self.ends(at, "ing") && self.before(at, 1).iter().any(|it| DENIALS.has(it.key));
        is_act || before.any(|it| it.pos.is(Pos::BE))
    }

    /// *The traitor was hanged in 1606*, *a gang of the 1920s*.
    fn is_history(&self) -> bool {
        self.looked_at().any(|at| {
            let year = self.str(at).trim_end_matches('s');
            year.len() == 4 && ("1000".."1950").contains(&year) && year.bytes().all(|it| it.is_ascii_digit())
        })
    }

    /// The tokens of the sentence, which may have no end.
    fn looked_at(&self) -> impl Iterator<Item = usize> {
        const LOOK_AT: usize = 60;
        self.sentence.tokens.clone().take(LOOK_AT)
    }

    /// *“We were naive,” she admitted.*
    fn is_confessed(&self) -> bool {
        let mut tokens = self.looked_at();
        let is_quoted = |at: usize| self.text.is_quoted(self.text.document.tokens()[at].span);
        tokens.any(|at| OWN.has(self.text.words[at].key) && is_quoted(at))
    }

    fn holds(&self, condition: &Condition, words: &Range<usize>) -> bool {
        let has = condition.listing();
        let beside =
            |reach| self.before(words.start, reach).iter().any(&has) || self.after(words.end, reach).iter().any(&has);
        let found = match condition.place {
            Place::Before => self.after(words.end, 1).iter().any(&has),
            Place::After => self.before(words.start, 1).iter().any(&has),
            Place::Near => beside(NEAR),
            Place::Around => beside(AROUND),
        };
        found == condition.wanted
    }

    /// A capital inside a sentence belongs to a name, unless the sentence is set in capitals.
    fn is_name(&self, part: Part, words: &Range<usize>) -> bool {
        /// A dash or a quotation mark may come before the first word.
        const OPENERS: usize = 2;
        let first = &self.text.words[words.start];
        let before = self.sentence.tokens.start..words.start;
        let opens = before.len() <= OPENERS && self.text.words[before].iter().all(|it| it.shape == Shape::Punct);
        // *Rob Lane spoke*: a verb does not open a sentence.
        let is_first_name = opens
            && part == Part::Verb
            && !self.ends(words.start, "ing ed")
            && self.after(words.end, 1).iter().any(Word::is_capital);
        first.is_capital() && (!opens || is_first_name) && !self.is_title_case()
    }

    /// Whether most long words of the sentence begin with a capital, as in a headline.
    fn is_title_case(&self) -> bool {
        /// Enough to tell; a sentence may have no end.
        const LOOK_AT: usize = 40;
        let range = self.sentence.tokens.clone();
        let range = range.start..range.end.min(range.start + LOOK_AT);
        let tokens = &self.text.document.tokens()[range.clone()];
        let (mut capital, mut all) = (0, 0);
        for (token, word) in tokens.iter().zip(&self.text.words[range]) {
            if token.kind == TokenKind::Word && token.span.len() > 3 {
                all += 1;
                capital += usize::from(word.is_capital());
            }
        }
        all > 2 && capital * 4 >= all * 3
    }

    /// Whether the word before lets this be the part of speech the list means.
    fn is_part(&self, part: Part, at: usize) -> bool {
        // *Claim: “The road is open”*
        let Some(before) = self.before(at, 1).first() else {
            return self.after(at + 1, 1).iter().all(|it| !it.has_key(COLON));
        };
        match part {
            // *will slam*, *has slammed*; *there are claims*.
            Part::Verb if before.has_key(TO) || before.is(Class::Auxiliary) => {
                !self.ends(at, "s") || self.ends(at, "ss")
            }
            Part::Verb => {
                let closes_noun =
                    before.classes.has_any(&[Class::Determiner, Class::Possessive]) && !before.is(Class::Pronoun);
                let counts = before.is(Class::NumberWord) && !self.ends(at, "ed");
                let owns = before.possessive || closes_noun || counts || self.is_quoted_word(at);
                let in_phrase = before.is(Class::Preposition) && !self.ends(at, "ing");
                !owns && !in_phrase && !self.is_noun_in_form(at)
            }
            // *to fool*, *can fool*
            Part::Noun => !before.has_key(TO) && !before.pos.is(Pos::MODAL),
            _ => true,
        }
    }

    /// *an earlier claim*, *baseless claims*: an adjective before what could be a verb in the present.
    fn is_noun_in_form(&self, at: usize) -> bool {
        /// Endings of adjectives that stand before a noun.
        const ADJECTIVE: &str = "able al ble ed er ful ic ing ive less ous st";
        const SHORT: &str = "big false new old other own past such this these those recent";
        let is_present = !self.ends(at, "ing ed");
        is_present
            && at > self.sentence.tokens.start
            && match self.text.words[at - 1].shape {
                // *the minister claims*
                Shape::Lower if self.text.words[at - 1].is(Class::OfficeNoun) => false,
                Shape::Lower => self.ends(at - 1, ADJECTIVE) || SHORT.split(' ').any(|it| self.str(at - 1) == it),
                _ => self.text.words[at - 1].classes.has(Class::Demonym),
            }
    }

    /// *the “wild” claims*: the word before is in marks that close without a comma.
    fn is_quoted_word(&self, at: usize) -> bool {
        let is_mark = |at: usize| self.text.document.is_one_of(at, QUOTATION);
        at >= self.sentence.tokens.start + 2 && is_mark(at - 1) && self.text.words[at - 2].shape != Shape::Punct
    }

    /// Whether a quotation ends shortly before a verb of speech, or opens behind it.
    fn has_quote_beside(&self, words: &Range<usize>) -> bool {
        /// *“It is over,” Jane Doe of the town council wailed*.
        const SPEAKER: usize = 8;
        let first = words.start.saturating_sub(SPEAKER).max(self.sentence.tokens.start);
        let last = (words.end + 3).min(self.sentence.tokens.end);
        (first..words.start).chain(words.end..last).any(|at| self.text.document.is_one_of(at, QUOTATION))
    }

    fn str(&self, at: usize) -> &str {
        &self.text.document[self.text.document.tokens()[at].span]
    }

    fn ends(&self, at: usize, endings: &str) -> bool {
        ends_with_one(self.str(at), endings)
    }

    /// Whether a clause follows a verb of speech: *that …*, *to …*, a subject and its verb.
    fn has_clause(&self, words: &Range<usize>) -> bool {
        let cue = self.span(words);
        let cues = self.text.attributions;
        let first = cues.partition_point(|it| it.cue.first().is_none_or(|it| it.end() < cue.end()));
        let is_cue = |it: &Attribution| it.is_bare_clause && it.cue.iter().any(|it| it.overlaps(cue));
        let behind = self.after(words.end, 6);
        behind.first().is_some_and(|it| {
            is_among(it.key, &[THAT, TO])
                // *admitted, however, that*
                || matches!(behind, [_, _, comma, that, ..] if it.has_key(COMMA) && comma.has_key(COMMA) && that.has_key(THAT))
                || cues.get(first).is_some_and(is_cue)
                // *claimed on Monday that …*
                || it.pos.is(Pos::PREP.or(Pos::TIME).or(Pos::ADV)) && behind.iter().any(|it| it.has_key(THAT))
        })
    }
}

const QUOTATION: &str = "“ ” \" ‘ ’ ' '' « »";

const ONLY: [u32; 4] = keys_of(["only", "just", "merely", "simply"]);
const TO: u32 = key_of("to");
const THAT: u32 = key_of("that");
const COLON: u32 = key_of(":");
const COMMA: u32 = key_of(",");

static NEGATIONS: WordSet = WordSet::new(
    "not no never without isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't cannot couldn't hardly \
    nor neither nothing",
);

static OWN: WordSet = WordSet::new("i i'd i'm i've me my our us we we'd we're we've");

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Every word of every list is lower case, said once, and in order.
    #[test]
    fn lists_are_in_order() {
        let mut seen = HashSet::new();
        for &(list, text) in LISTS {
            let entries = entries::parse(list, text).unwrap_or_else(|it| panic!("{list:?}: {it:?}"));
            for entry in entries {
                assert!(!entry.words.is_empty() && !entry.instead.is_empty(), "{list:?}: {entry:?} is empty");
                assert!(entry.words.is_sorted(), "{list:?}: {:?} are not in order", entry.words);
                for word in entry.words {
                    assert!(seen.insert(word), "{list:?}: {word:?} is there twice");
                    assert_eq!(word, word.to_lowercase(), "{list:?}: {word:?} has a capital");
                    let is_plain = word.split(' ').all(|it| !it.is_empty() && !it.contains(['"', '.', '“', '”', '’']));
                    assert!(is_plain, "{list:?}: {word:?} cannot be matched");
                }
            }
        }
    }
}
