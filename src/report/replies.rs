//! The right-of-reply map: who is accused of what, by whom, and where the answer is.

use std::ops::Range;

use crate::ling::{Annotated, Attribution, Class, is_one_of};
use crate::text::Span;
use crate::traits::{self, Answer};

/// One accusation, and the answer to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// From the words that accuse to the end of what they say.
    pub span: Span,
    pub accused: Span,
    /// What of, where the text says it.
    pub of: Option<Span>,
    /// `None` where the text accuses in its own voice, or does not say who does.
    pub by: Option<Span>,
    /// As the rule has it that looks for accusations without an answer.
    pub answer: Answer,
    /// Where the accused answers or speaks.
    pub reply: Option<Span>,
}

/// Charges of one map; no reader could weigh more.
const MOST: usize = 60;

/// Bytes of a name, of what somebody is accused of, and of a sentence that is read.
const LONGEST_NAME: usize = 80;
const LONGEST_CHARGE: usize = 240;
const LONGEST_SENTENCE: usize = 2_000;

/// Verbs that accuse, by their beginnings: somebody *of*, *for*, *as* something.
const ACCUSE: &str = "accus blam denounc condemn criticis criticiz charg";

/// The verb that may name what was done before who did it.
const BLAME: &str = "blam";

/// Verbs that accuse by a clause: *that Vint took the money*.
const ALLEGE: &str = "alleg";

/// Accusations that no verb of speech makes, behind the accused.
const PASSIVES: [&str; 6] =
    [" charged with ", " suspected of ", " indicted on ", " indicted for ", " accused of ", " blamed for "];

/// Words between the accused and a participle.
const AUXILIARIES: &str = "is are was were been being be has have had also later";

/// Where what somebody is accused of begins.
const LINKS: &[&str] = &[" of ", " for ", " with ", " over ", " as ", " on "];

/// How an aside about the accused begins.
const ASIDES: &[&str] = &[", a ", ", an ", ", the ", ", who ", ", whose ", ", his ", ", her ", ", its "];

/// Words that stand for whoever was named before them.
const RELATIVES: [&str; 3] = ["who", "which", "that"];

/// Words that begin the name of a thing.
const OPENERS: [&str; 7] = ["the", "a", "an", "his", "her", "its", "their"];

/// Returns the charges in the order of the text. Linear.
pub(super) fn charges(text: Annotated<'_>) -> Vec<Charge> {
    let map = Map { text: text.document.text(), read: text };
    let said = (0..text.attributions.len()).filter_map(|it| map.said(it)).take(MOST);
    let mut charges: Vec<Charge> = said.collect();
    let others: Vec<Charge> = map.passives().take(MOST).chain(map.of_the_rule()).collect();
    for it in others {
        if charges.iter().all(|known| !known.span.overlaps(it.span) && !known.accused.overlaps(it.accused)) {
            charges.push(it);
        }
    }
    crate::text::sort_by_number(&mut charges, |it| it.span.start() as u128);
    for it in &mut charges {
        (it.answer, it.reply) = map.answer(it);
    }
    charges
}

impl Charge {
    fn new(span: Span, accused: Span, of: Option<Span>, by: Option<Span>) -> Self {
        Self { span, accused, of, by, answer: Answer::None, reply: None }
    }
}

struct Map<'m> {
    text: &'m str,
    read: Annotated<'m>,
}

impl Map<'_> {
    /// A charge that an attribution makes.
    fn said(&self, number: usize) -> Option<Charge> {
        let it = &self.read.attributions[number];
        let cue = *it.cue.first()?;
        let words = self.text.as_bytes()[cue.range()].split(|&it| it == b' ').take(4);
        // How verbs that accuse begin, as few others do.
        let may_accuse = |it: &&[u8]| match it {
            [first, second, ..] => {
                matches!(&[first | 0x20, second | 0x20], b"ac" | b"al" | b"bl" | b"ch" | b"co" | b"cr" | b"de")
            }
            _ => false,
        };
        let mut verbs = words.filter(may_accuse).peekable();
        verbs.peek()?;
        let begins = |verb: &[u8], with: &[u8]| verb.get(..with.len()).is_some_and(|it| it.eq_ignore_ascii_case(with));
        let is_one_of =
            |list: &str| verbs.clone().any(|verb| list.as_bytes().split(|&it| it == b' ').any(|it| begins(verb, it)));
        let content = *it.content.first()?;
        let end = it.content.last()?.end();
        let by = it.source.first().copied();
        if is_one_of(ALLEGE) {
            let clause = self.text[content.range()].strip_prefix("that ")?;
            let start = content.end() - clause.len();
            let length = name_length(clause)?;
            let accused = Span::new(start, start + length);
            let of = self.charge(accused.end() + 1, content.end());
            return Some(Charge::new(cue.to(content), accused, of, by));
        }
        if !is_one_of(ACCUSE) {
            return None;
        }
        // *Arlen was accused of theft*: the content stands on both sides.
        if by.is_none() && content.end() <= cue.start() {
            let of = it.content.get(1).and_then(|it| {
                let link = LINKS.iter().find(|link| self.text[it.range()].starts_with(link.trim_start()));
                self.charge(it.start() + link.map_or(0, |it| it.len() - 1), it.end())
            });
            let (of, by) = of.map_or((None, None), |it| self.without_agent(it));
            return self.named(content).map(|accused| Charge::new(accused.to(cue), accused, of, by));
        }
        let words = &self.text[content.range()];
        let link = |is_behind_aside: bool| {
            let is_one = |at: usize| !is_behind_aside || words[..at].ends_with(',');
            let of = |it: &&str| Some((words.match_indices(*it).find(|it| is_one(it.0))?.0, it.len()));
            LINKS.iter().filter_map(of).min()
        };
        // *blamed the flood on the Velden Company*
        if is_one_of(BLAME)
            && let Some((at, _)) = link(false)
            && let Some(behind) = words[at..].strip_prefix(" on ")
        {
            let start = content.start() + words.len() - behind.len();
            let behind = behind.trim_end_matches(['.', ',', ';', ' ']);
            let accused = Span::new(start, start + name_length(behind)?);
            let of = self.named(Span::new(content.start(), content.start() + at));
            return self.has_name(accused).then(|| Charge::new(cue.to(accused), accused, of, by));
        }
        // *accused Tom Arlen, a director of the bank, of theft*
        let (first, comma) = (link(false), words.find(',').unwrap_or(words.len()));
        let is_aside = first.is_none_or(|it| comma < it.0) && ASIDES.iter().any(|it| words[comma..].starts_with(it));
        let (length, link) = if is_aside { (comma, link(true)) } else { (first?.0, first) };
        let accused = self.named(Span::new(content.start(), content.start() + length))?;
        let of = link.and_then(|(at, len)| self.charge(content.start() + at + len, end));
        let span = Span::new(cue.start().min(accused.start()), cue.end().max(accused.end()));
        Some(Charge::new(span, accused, of, by))
    }

    /// Charges that no verb of speech makes, the first of each sentence.
    fn passives(&self) -> impl Iterator<Item = Charge> {
        let sentences = self.read.voices;
        let whole = sentences.first().zip(sentences.last()).map(|(first, last)| first.0.to(last.0));
        let tokens = whole.map_or(0..0, |it| self.read.document.tokens_in(it));
        let mut last = None;
        let places = traits::charged(self.read).iter().map(|&it| it as usize);
        places.filter(move |it| tokens.contains(it)).filter_map(move |at| {
            let start = self.read.document.tokens()[at].span.start().checked_sub(1)?;
            let behind = self.text.get(start..)?;
            let length = PASSIVES.iter().find(|it| behind.starts_with(*it))?.len();
            let number = self.sentences_in(Span::new(start, start + 1)).start;
            let sentence = sentences.get(number)?.0;
            let is_first = last.replace(number) != Some(number);
            let is_read = is_first && sentence.start() <= start && sentence.len() <= LONGEST_SENTENCE;
            is_read.then(|| self.passive(sentence, start, start + length))?
        })
    }

    /// *Nora Vint was charged with fraud*: where *charged with* starts and ends.
    fn passive(&self, sentence: Span, at: usize, rest: usize) -> Option<Charge> {
        let words = &self.text[sentence.range()];
        let at = at - sentence.start();
        let mut before = words[..at].trim_end();
        let mut has_auxiliary = false;
        while let Some((rest, word)) = before.rsplit_once(' ')
            && is_one_of(word, AUXILIARIES)
        {
            has_auxiliary = true;
            before = rest.trim_end();
        }
        before = without_asides(before);
        // Behind the last comma: *In May, Nora Vint*.
        let start = last(before, ", ").map_or(0, |it| it.0.len() + 2);
        let accused = self.named(Span::new(sentence.start() + start, sentence.start() + before.len()))?;
        // A battery is charged with care, a person with fraud.
        let is_thing = words[at..].starts_with(" charged ") && !self.has_name(accused);
        (has_auxiliary && !is_thing).then(|| {
            let span = Span::new(accused.start(), rest - 1);
            let end = self.said_of(span).map_or(sentence.end(), |it| it.1);
            let (of, by) = self.charge(rest, end.max(rest)).map_or((None, None), |it| self.without_agent(it));
            Charge::new(span, accused, of, by)
        })
    }

    /// What the rule has looked at, flagged or let pass: *Tom Arlen had lied*.
    fn of_the_rule(&self) -> impl Iterator<Item = Charge> {
        traits::accusations(self.read).iter().take(MOST).filter_map(|it| {
            let all = self.read.document.tokens();
            let (span, accused) = (it.span, all[it.accused.start].span.to(all[it.accused.end - 1].span));
            // *called Tom Arlen a thief*, or else what somebody says.
            let named = self.read.attributions.iter().find(|it| it.cue.iter().any(|it| it.overlaps(span)));
            let said = self.said_of(span);
            let by = named.or(said.map(|it| it.0)).and_then(|it| it.source.first().copied());
            let sentence = self.read.voices.get(self.sentences_in(span).start)?.0;
            let from = accused.end().min(span.end() - 1) + 1;
            let of = self.charge(from, said.map_or(sentence.end(), |it| it.1).max(from));
            Some(Charge::new(span, accused, of, by))
        })
    }

    /// The accused, if these words may be a person or a body.
    fn named(&self, span: Span) -> Option<Span> {
        let words = self.text[span.range()].trim_end_matches([',', ' ']);
        if RELATIVES.contains(&words) {
            return self.antecedent(span.start());
        }
        let is_somebody = !words.is_empty() && words.len() <= LONGEST_NAME && !words.contains(['.', ';', '“', '"']);
        is_somebody.then(|| Span::new(span.start(), span.start() + words.len()))
    }

    /// Whom a *who* at this place stands for: the name before it, or the words from *the* on.
    fn antecedent(&self, at: usize) -> Option<Span> {
        let before = self.text[..at].trim_end_matches([',', ' ']);
        let words = || before.rsplit([' ', '\n']).take(5);
        let is_opener = |it: &str| OPENERS.iter().any(|opener| it.eq_ignore_ascii_case(opener));
        let count = match words().take_while(|it| it.starts_with(char::is_uppercase)).count() {
            0 => words().position(is_opener)? + 1,
            names => names,
        };
        let length: usize = words().take(count).map(|it| it.len() + 1).sum();
        self.named(Span::new(before.len() + 1 - length, before.len()))
    }

    /// The numbers of the sentences of prose that `span` meets.
    fn sentences_in(&self, span: Span) -> Range<usize> {
        super::sentences_in(self.read.voices, span)
    }

    fn has_name(&self, accused: Span) -> bool {
        let mut words = self.text[accused.range()].split(|it: char| !it.is_alphanumeric());
        words.any(|it| it.len() > 2 && it != "The" && it.starts_with(char::is_uppercase))
    }

    /// The attribution that says these words, and where what it says of them ends.
    fn said_of(&self, span: Span) -> Option<(&Attribution, usize)> {
        let end = |it: &Attribution| it.content.iter().find(|it| it.contains(span)).map(|it| it.end());
        self.read.attributions.iter().find_map(|it| Some((it, end(it)?)))
    }

    /// *fraud by Ann Lee*: the charge, and who makes it.
    fn without_agent(&self, of: Span) -> (Option<Span>, Option<Span>) {
        let words = &self.text[of.range()];
        // *was accused by Ann Lee*: of what is not told.
        let alone = words.trim_start().strip_prefix("by ").map(|it| ("", it));
        let Some((what, agent)) = last(words, " by ").or(alone) else { return (Some(of), None) };
        let by = Span::new(of.end() - agent.len(), of.end());
        if name_length(agent) != Some(agent.len()) || !self.has_name(by) {
            return (Some(of), None);
        }
        let what = Some(Span::new(of.start(), of.start() + what.len())).filter(|_| !what.trim().is_empty());
        (what, Some(by))
    }

    /// What somebody is accused of, up to the end of the clause.
    fn charge(&self, start: usize, end: usize) -> Option<Span> {
        let words = self.text.get(start..end)?;
        // *Arlen, who leads the bank, …*: an aside is no charge.
        if words.starts_with([',', '(', '—', '–']) {
            return None;
        }
        let end = words.find([';', '.', '”', '\n']).unwrap_or(words.len()).min(LONGEST_CHARGE);
        let words = words[..words.floor_char_boundary(end)].trim_end_matches([',', ' ']);
        // *murder on Monday*
        let day = words.rsplit_once([' ']).filter(|it| it.0.ends_with(" on") || it.0.ends_with(" in"));
        let last = self.read.document.tokens_in(Span::new(start, start + words.len())).next_back()?;
        let is_day = self.read.words[last].classes.has_any(&[Class::Weekday, Class::Month]);
        let words = day.filter(|_| is_day).map_or(words, |it| &it.0[..it.0.len() - 3]);
        (!words.is_empty()).then(|| Span::new(start, start + words.len()))
    }

    /// The verdict of the rule, the worst of its own accusations where this holds any.
    fn answer(&self, charge: &Charge) -> (Answer, Option<Span>) {
        let all = traits::accusations(self.read);
        let first = all.partition_point(|it| it.span.end() <= charge.span.start());
        let own = all[first..].iter().take_while(|it| it.span.overlaps(charge.span));
        let worst = own.map(|it| traits::answer(self.read, it.span, &it.accused)).min_by_key(|it| it.0 as u8);
        worst.unwrap_or_else(|| traits::answer(self.read, charge.span, &self.read.document.tokens_in(charge.accused)))
    }
}

/// Bytes of the capital words at the start of a clause, or of *the company*.
fn name_length(clause: &str) -> Option<usize> {
    let mut length = 0;
    for (number, word) in clause.split(' ').take(6).enumerate() {
        let is_opener = number == 0 && OPENERS.contains(&word);
        let is_name = word.starts_with(char::is_uppercase);
        let is_noun = number == 1 && length <= 5 && clause.starts_with(|it: char| it.is_lowercase());
        if !(is_opener || is_name || is_noun) {
            break;
        }
        length += word.len() + 1;
    }
    (length > 4).then(|| length - 1)
}

/// What stands before and behind the last of these marks.
fn last<'t>(text: &'t str, mark: &str) -> Option<(&'t str, &'t str)> {
    let at = text.as_bytes().windows(mark.len()).rposition(|it| it == mark.as_bytes())?;
    Some((&text[..at], &text[at + mark.len()..]))
}

/// *Nora Vint, 31, of Velden,*: up to the first comma behind the name.
fn without_asides(before: &str) -> &str {
    let Some(mut name) = before.strip_suffix(',') else { return before };
    while let Some((rest, aside)) = last(name, ", ")
        && (aside.starts_with(|it: char| it.is_ascii_digit())
            || ["of ", "from ", "aged "].iter().any(|it| aside.starts_with(it)))
    {
        name = rest;
    }
    name
}

#[cfg(test)]
mod tests;
