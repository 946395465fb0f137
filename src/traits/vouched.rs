//! Who stands beside somebody without a name, so that a reader can tell who is meant or where to ask.

use crate::ling::{
    Annotated, Attribution, BlockKind, Class, Description, Determiner, KeyIndex, Shape, SourceKind, Word, WordSet, key,
    key_of, keys_of,
};
use crate::text::Span;
use crate::traits::{Finding, Findings};

use super::keepers;
use super::members;
use super::reasons;
use super::shared;
use super::sourcing::{Backing, attributions_before, is_any, sentence_at, word};

/// People of whom any one may speak for what all of them saw.
pub(super) static ORDINARY: WordSet = WordSet::new(
    "residents neighbors neighbours villagers locals parents pupils students teachers nurses passengers commuters \
    drivers farmers fishermen workers customers shoppers tenants homeowners traders vendors shopkeepers fans \
    volunteers survivors families",
);

/// People of one calling, the next of whom may be named in the same breath.
pub(super) static CALLINGS: WordSet =
    WordSet::new("analysts economists expert experts lawyers prosecutors researchers scientists");

/// People of one side, for whom one of them speaks.
static SIDES: WordSet = WordSet::new(
    "campaigners activists supporters opponents protesters objectors suppliers producers growers organisers organizers \
    unions charities landlords builders retailers",
);

/// What one of a side belongs to.
static MEMBERSHIP: WordSet = WordSet::new(
    "campaign campaigner campaigners group society friends action association alliance coalition federation network \
    union member members founder organiser organizer activist charity",
);

pub(super) const EXPERTS: &str = "analyst economist expert professor researcher scholar scientist";

/// Why the text is enough to go by.
pub(super) fn why(text: Annotated<'_>, description: &Description, span: Span) -> Option<&'static str> {
    if keepers::are_told(text, span) {
        return Some("Said to the police or a court, who have the name.");
    }
    if shared::is_log(text) {
        return Some("A log of calls leaves names out.");
    }
    if is_beside_name(text, span) || description.is_plural && members::is_one_named(text, description, span) {
        return Some("One of them is named.");
    }
    if keepers::is_kept_by_law(text, description, span) {
        return Some("The text says that the law keeps the name back.");
    }
    if is_named_below(text, description, span) {
        return Some("The text below names who.");
    }
    if is_of_body_before(text, description, span) {
        return Some("Their body, or who heads it, is cited before.");
    }
    if is_beside_body(text, description, span) {
        return Some("The body is named beside them.");
    }
    if description.is_plural && has_own_speaker(text, span) {
        return Some("Somebody who speaks for them is named.");
    }
    let is_whole = matches!(description.determiner, Determiner::Bare | Determiner::Definite);
    if description.is_plural && is_whole && names_one_further_on(text, description, span) {
        return Some("One of them is named.");
    }
    let found = members::next_named(text, span)?;
    let (next, is_near) = (found.it, found.is_near);
    let is_one = description.determiner == Determiner::Single && shares_body(text, span, next);
    let is_any_of =
        |words: &WordSet| description.is_plural && description.head.is_some_and(|at| words.has(text.words[at].key));
    let here = sentence_at(text, span)?.span;
    if found.is_far() && !(is_any_of(&ORDINARY) && is_quote(text, next)) || members::is_against(text, here, next) {
        return None;
    }
    let speaks_for = || is_quote(text, next) && (is_near || is_member(text, next));
    // *Opponents warn of it. Ann Lee, a senator who voted no, cited …*
    let is_group =
        || is_any_of(&SIDES) || description.head.is_some_and(|at| is_any(text, at, "critics others backers"));
    let is_example = description.is_plural && is_near && is_group() && is_one_of_kind(text, next)
        // *Others, however, say*: they are set against somebody.
        && !is_any(text, text.document.tokens_in(span).end + 1, "however");
    (is_one
        || is_example
        || description.determiner == Determiner::Single && is_met_next(text, description, span, next)
        || description.determiner == Determiner::Bare && names_one_such(text, description, next)
        || is_any_of(&ORDINARY)
        || is_any_of(&CALLINGS) && description.determiner == Determiner::Some && members::holds(text, next, EXPERTS)
        || is_any_of(&SIDES) && speaks_for())
    .then_some("Somebody is named in the next sentence.")
}

/// *Officers do not know why*, behind *police said*; *organisers say*, behind *the race director said*; *inspectors*,
/// behind *Ann Lee said that her inspectors …*.
fn is_of_body_before(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    /// So many attributions back the police may be cited.
    const NEAR: usize = 6;
    /// So many words back somebody may speak of their staff.
    const NEAR_WORDS: usize = 400;
    const PEOPLE: [u32; 4] = keys_of(["officers", "detectives", "organisers", "organizers"]);
    const BODIES: [u32; 2] = keys_of(["police", "director"]);
    static STAFF: WordSet = WordSet::new("agents analysts auditors engineers inspectors investigators researchers");
    let own = |head: usize, at: usize| {
        let is_own = at > 0 && text.words[at].key == text.words[head].key && is_any(text, at - 1, "her his its");
        is_own && cue_of_named(text, text.document.tokens()[at].span).is_some()
    };
    let before = |head: usize| head.saturating_sub(NEAR_WORDS)..head;
    if description.head.is_some_and(|head| STAFF.is(&text.words[head]) && before(head).any(|at| own(head, at))) {
        return true;
    }
    let of_head = |at: usize| PEOPLE.iter().position(|&it| text.words[at].is_one_of(&[it])).map(|it| BODIES[it / 2]);
    let Some(body) = description.head.and_then(of_head) else { return false };
    let before = attributions_before(text, span.start());
    let mut cited = text.attributions[before.saturating_sub(NEAR)..before].iter().flat_map(|it| it.source.first());
    cited.any(|it| text.document.tokens_in(*it).take(8).any(|at| text.words[at].is_one_of(&[body])))
}

/// Where a study is first cited, so that *the authors* behind it are known.
pub(super) fn first_study(text: Annotated<'_>) -> Option<usize> {
    const STUDIES: &str = "study paper survey analysis trial review";
    let is_study = |it: &&Span| text.document.tokens_in(**it).take(32).any(|at| is_any(text, at, STUDIES));
    let is_document = |it: &&Attribution| matches!(it.kind, SourceKind::Document | SourceKind::Institution);
    let documents = text.attributions.iter().filter(is_document).flat_map(|it| &it.source);
    documents.filter(is_study).map(|it| it.start()).min()
}

/// Whether a place is in the first paragraphs, which tell in short what the text says below.
pub(super) fn is_lead(text: Annotated<'_>, span: Span) -> bool {
    const LEAD: usize = 2;
    text.prose().take(LEAD).any(|it| it.span.contains(span))
}

/// *Harbour Watch and its lawyers*
fn is_beside_name(text: Annotated<'_>, span: Span) -> bool {
    const AND: u32 = key_of("and");
    const THEIR: &str = "his her its their";
    let inner = text.document.tokens_in(span);
    let mut tokens = (inner.start + 1..inner.end.saturating_sub(1)).take(8);
    tokens.any(|at| text.words[at].has_key(AND) && is_any(text, at + 1, THEIR) && text.words[at - 1].is_capital())
}

/// *the administrators, KRT,*, *the organisers, the Friends of Velia,*
fn is_beside_body(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    let Some(head) = description.head else { return false };
    let behind = head + 1..text.document.tokens_in(span).end;
    let is_comma = |at: usize| is_any(text, at, ",");
    let is_name = |it: &Word| it.is_capital() && !it.classes.has_any(&[Class::Demonym, Class::Place]);
    let is_small = |at: usize| text.words[at].shape == Shape::Punct || is_any(text, at, "the of");
    description.determiner == Determiner::Definite
        && behind.len() > 1
        && is_comma(head + 1)
        && (head + 2..behind.end).all(|at| is_small(at) || is_name(&text.words[at]))
}

/// *Ann Lee said officials told her so*: she cites them, not the outlet.
pub(super) fn is_told_by_named(text: Annotated<'_>, span: Span) -> bool {
    let Some(cue) = cue_of_named(text, span) else { return false };
    let Some(before) = text.document.tokens_in(span).start.checked_sub(1) else { return follows(cue, span) };
    // *said that officials*, *said … and that officials*
    let link = before.saturating_sub(usize::from(is_any(text, before, "that")));
    let is_next = cue.contains(text.document.tokens()[link].span);
    is_next || link < before && is_any(text, link, "and") || follows(cue, span)
}

/// *Witnesses heard a shot, Ann Lee said*
pub(super) fn is_credited_to_named(text: Annotated<'_>, span: Span) -> bool {
    cue_of_named(text, span).is_some_and(|it| follows(it, span))
}

/// The cue of somebody named in whose words a place stands.
fn cue_of_named(text: Annotated<'_>, span: Span) -> Option<&Span> {
    let behind = Backing::of(text).behind(span).filter(|it| it.kind == SourceKind::Named);
    behind?.cue.first()
}

fn follows(cue: &Span, span: Span) -> bool {
    cue.start() >= span.end()
}

/// *Strike kills four, officials say*, over a text that names who says so and rests on no officials.
pub(super) fn let_headline_pass(text: Annotated<'_>, findings: &mut Findings) {
    let above: Vec<_> = (text.article.blocks.iter())
        .filter(|it| matches!(it.kind, BlockKind::Headline | BlockKind::Standfirst))
        .map(|it| it.span)
        .collect();
    let is_above = |it: &Finding| above.iter().any(|block| block.contains(it.span));
    let says = |it: &Attribution| matches!(it.kind, SourceKind::Named | SourceKind::Institution);
    let is_below = |it: &Attribution| !it.cue.iter().any(|cue| above.iter().any(|block| block.contains(*cue)));
    let names_one = text.attributions.iter().any(|it| says(it) && is_below(it));
    if !names_one || !findings.found.iter().any(is_above) {
        return;
    }
    let last = |it: &Finding| reasons::last_key(text, it.span);
    let (heads, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut findings.found).into_iter().partition(is_above);
    // *officials*, over *two officials who feared for their jobs*: the text says more of them.
    let is_no_more = |it: &&Finding| matches!(it.kind, Some("bare" | "collective"));
    let below = KeyIndex::of(rest.iter().filter(is_no_more).filter_map(last));
    let (kept, cleared): (Vec<_>, Vec<_>) =
        heads.into_iter().partition(|it| last(it).is_some_and(|key| below.has(key)));
    findings.found = rest;
    findings.found.extend(kept);
    for it in cleared {
        findings.clear(it.span, "A headline shortens: the text says who.");
    }
}

/// *A coroner has said …*, over *the senior coroner, Ann Lee, said*: a lead says what somebody is, the text who.
fn is_named_below(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    const LOOSE: &str = "official representative aide adviser advisor member";
    let Some(head) = description.head.filter(|_| description.determiner == Determiner::Single) else { return false };
    // *a former mayor* is another than *the mayor*.
    let is_former = || text.document.tokens_in(span).take(8).any(|at| is_any(text, at, "former ex"));
    !text.words[head].is(Class::SourceNoun)
        && is_lead(text, span)
        && shared::called(text).get(text.words[head].key).is_some_and(|last| last > span.end())
        && !is_any(text, head, LOOSE)
        && !is_former()
}

/// What people with a name are called, each word with the last place where a source begins that has it.
pub(super) fn called(text: Annotated<'_>) -> KeyIndex {
    const OTHERS: [u32; 4] = keys_of(["a", "an", "another", "one"]);
    let mut called = KeyIndex::default();
    let named = text.attributions.iter().filter(|it| it.kind == SourceKind::Named);
    for source in named.flat_map(|it| &it.source) {
        let tokens = text.document.tokens_in(*source);
        let words = &text.words[tokens.start..tokens.end.min(tokens.start + 24)];
        for (at, word) in words.iter().enumerate() {
            let is_first = !words[..at].iter().any(|it| it.key == word.key);
            if is_first && !words[at.saturating_sub(4)..at].iter().any(|it| it.is_one_of(&OTHERS)) {
                let last = called.get(word.key).unwrap_or_default();
                called.insert(word.key, last.max(source.start()));
            }
        }
    }
    called
}

/// *Through their chair, Ann Lee, they asked …*, in the next sentence.
fn has_own_speaker(text: Annotated<'_>, span: Span) -> bool {
    const THEIR: u32 = key_of("their");
    let next = text.document.sentences_in(span).start + 1;
    let Some(next) = text.document.sentences().get(next) else { return false };
    let tokens = next.tokens.clone().take(12);
    let their = tokens.clone().find(|&at| text.words[at].has_key(THEIR));
    their.is_some_and(|at| {
        let mut behind = (at + 1..next.tokens.end.min(at + 5)).skip_while(|&it| !text.words[it].is_capital());
        let speaks =
            text.words[at + 1..].first().is_some_and(|it| it.classes.has_any(&[Class::PersonNoun, Class::OfficeNoun]));
        speaks && behind.next().is_some()
    })
}

/// *Wardens say …*, and sentences on *Ann Lee, a warden, said*; *residents*, and *Ann Lee, who lives in Tarn Street*.
fn names_one_further_on(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    /// So many attributions on, in so many sentences.
    const NEAR: usize = 6;
    const HOMES: [u32; 4] = keys_of(["residents", "neighbours", "neighbors", "villagers"]);
    const LIVES: [u32; 3] = keys_of(["lives", "lived", "living"]);
    const WHO: u32 = key_of("who");
    let Some(here) = sentence_at(text, span) else { return false };
    let last = text.document.sentences_in(span).start + NEAR;
    let end = text.document.sentences().get(last).map_or(usize::MAX, |it| it.span.end());
    let first = attributions_before(text, span.end());
    let is_home = description.head.is_some_and(|at| text.words[at].is_one_of(&HOMES));
    let lives_there = |it: &Attribution| {
        let mut tokens = it.source.iter().flat_map(|&it| text.document.tokens_in(it).take(24));
        is_home && tokens.any(|at| text.words[at].is_one_of(&LIVES) && text.words[at - 1].has_key(WHO))
    };
    let mut behind = text.attributions[first..].iter().take(NEAR).filter(|it| it.kind == SourceKind::Named);
    behind.any(|it| {
        it.source.iter().all(|it| span.end() < it.start() && it.end() <= end)
            && (names_one_such(text, description, it) || lives_there(it))
            && !members::is_against(text, here.span, it)
    })
}

/// *Friends say …*, before *a friend, Ann Lee, said*.
fn names_one_such(text: Annotated<'_>, description: &Description, next: &Attribution) -> bool {
    let Some(many) = description.head.map(|at| word(text, at)) else { return false };
    let mut theirs = next.source.iter().flat_map(|&it| text.document.tokens_in(it).take(24));
    let is_one = |at: usize| at > 0 && is_any(text, at - 1, "a an one another");
    many.strip_suffix('s').map(key).is_some_and(|one| theirs.any(|at| text.words[at].is_word(one as u32) && is_one(at)))
}

/// *Ann Lee, a biologist at Tarn, says*, at the start of its sentence.
pub(super) fn is_one_of_kind(text: Annotated<'_>, it: &Attribution) -> bool {
    let Some(source) = it.source.first() else { return false };
    let mut tokens = text.document.tokens_in(*source).take(8);
    sentence_at(text, *source).is_some_and(|it| it.span.start() == source.start())
        && !text.document[*source].starts_with("However")
        && tokens.any(|at| is_any(text, at, ",") && is_any(text, at + 1, "a an"))
}

/// *One mother says …*, before *“…,” said Ann Lee, 38*, of whom nothing was told before.
fn is_met_next(text: Annotated<'_>, description: &Description, span: Span, next: &Attribution) -> bool {
    let Some(head) = description.head.filter(|&at| !text.words[at].is(Class::SourceNoun)) else { return false };
    let theirs = || next.source.iter().flat_map(|&it| text.document.tokens_in(it).take(12));
    let has_age =
        theirs().any(|at| is_any(text, at, ",") && text.words.get(at + 1).is_some_and(|it| it.shape == Shape::Number));
    let is_new = || next.source_id.is_some_and(|it| text.sources[it].mentions.iter().all(|it| it.start() > span.end()));
    has_age && is_new() && !is_unlike(text, head, next) && is_quote(text, next) && !is_any(text, head, "another")
}

/// *a woman*, but *“I never touched her,” said Bo Rae*: another.
pub(super) fn is_unlike(text: Annotated<'_>, head: usize, next: &Attribution) -> bool {
    let mut theirs = next.source.iter().flat_map(|&it| text.document.tokens_in(it).take(12));
    let woman = theirs.find_map(|at| text.is_of_woman(at));
    woman.zip(text.is_of_woman(head)).is_some_and(|(one, other)| one != other)
}

pub(super) fn is_quote(text: Annotated<'_>, it: &Attribution) -> bool {
    let opens = |it: &str| it.starts_with(['“', '"', '‘']) || it.starts_with("''");
    it.content.iter().any(|span| opens(&text.document[*span]))
}

/// *Ann Lee of the Harbour Action Group*
fn is_member(text: Annotated<'_>, it: &Attribution) -> bool {
    let mut tokens = it.source.iter().flat_map(|&source| text.document.tokens_in(source).take(24));
    tokens.any(|at| MEMBERSHIP.has(text.words[at].key))
}

/// *An agency official said … Ann Lee, the agency’s head, said*: the same body.
fn shares_body(text: Annotated<'_>, span: Span, next: &Attribution) -> bool {
    let own = || text.document.tokens_in(span).filter(|&at| text.words[at].is(Class::Institution));
    let mut theirs = next.source.iter().flat_map(|&it| text.document.tokens_in(it).take(24));
    theirs.any(|it| own().any(|at| text.words[at].key == text.words[it].key))
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use crate::testing::check;

    #[test]
    fn officers_of_the_police() {
        check(&TRAIT, "The road was shut, police said. Officers said that nobody was hurt.");
        check(&TRAIT, "The road was shut, the mayor, Ann Lee, said. [[Officers]] said that nobody was hurt.");
        check(&TRAIT, "The race director, Ann Lee, said that it rained. Nobody was hurt, organisers said.");
        check(&TRAIT, "The port’s chief, Ann Lee, said her inspectors saw cracks. Inspectors said they were deep.");
        check(&TRAIT, "The port’s chief, Ann Lee, said her critics saw cracks. [[Critics]] said they were deep.");
    }

    #[test]
    fn whoever_is_named_tells_of_them() {
        check(&TRAIT, "Drivers reported that the bridge had swayed, Ann Lee said.");
        check(&TRAIT, "[[Inspectors]] reported that the bridge had swayed. Ann Lee said that it was old.");
    }

    #[test]
    fn what_is_not_meant_is_not_said() {
        check(&TRAIT, "The baker is rich, but that doesn’t mean some former cooks respect him.");
        check(&TRAIT, "The baker is rich, and [[some former cooks]] say that he is mean.");
    }

    #[test]
    fn the_body_beside_its_people() {
        check(&TRAIT, "The administrators, Bolt Lyria, said that nothing was left.");
        check(&TRAIT, "The organisers, the Friends of Velia, said that nothing was left.");
        check(&TRAIT, "[[The administrators]] said that nothing was left.");
        check(&TRAIT, "[[The administrators]], who came in May, said that nothing was left.");
    }

    #[test]
    fn one_among_them_is_named() {
        check(&TRAIT, "Six former clerks, among them the lawyer Ann Lee, said the books had been burned.");
        check(&TRAIT, "[[Six former clerks, including two in Velia]], said the books had been burned.");
        check(&TRAIT, "[[Officials]] said it was among");
    }

    #[test]
    fn one_of_the_people_is_named_next() {
        check(&TRAIT, "Residents said they worried about cars. “I walk there,” said Ann Lee, a nurse.");
        check(&TRAIT, "[[Residents]] said they worried about cars. The road was closed.");
        check(&TRAIT, "Residents said they worried. The road was closed. “I walk there,” said Ann Lee, a nurse.");
        check(&TRAIT, "Residents said they worried. The road was closed.\n\n“I walk there,” said Ann Lee, a nurse.");
        check(&TRAIT, "[[Residents]] said they worried. The road was closed.\n\nAnn Lee, a nurse, said it was not.");
        check(&TRAIT, "[[Economists]] say jobs will go. Ann Lee said she had lost hers.");
        check(&TRAIT, "Friends say she is tired. “She needs rest,” said a friend, Ann Lee.");
        check(&TRAIT, "[[Officials]] said they worried about cars. “I walk there,” said Ann Lee, a nurse.");
    }

    #[test]
    fn an_expert_is_named_next() {
        check(&TRAIT, "Some experts say it is low. Ann Lee, a professor of tides, said it was not high.");
        check(&TRAIT, "[[Some experts]] say it is low. Ann Lee, a cook, said it was not high.");
    }

    #[test]
    fn one_of_them_is_named_further_on() {
        let further_on = "It was late.\n\nThe road was shut. “I ran,” said Ann Lee, ";
        check(&TRAIT, &format!("The wardens blame the port for it. {further_on}a warden."));
        check(&TRAIT, &format!("[[The wardens]] blame the port for it. {further_on}a trader."));
        check(&TRAIT, &format!("Residents said they heard a shot. {further_on}who lives in Tarn Street."));
        check(&TRAIT, &format!("[[Officials]] said they heard a shot. {further_on}who lives in Tarn Street."));
    }

    #[test]
    fn whoever_is_brought_in_is_named_next() {
        check(&TRAIT, "One mother says she feared the boat. “It shook,” said Ann Lee, 38, of Velia.");
        check(&TRAIT, "[[One mother]] says she feared the boat. “It shook,” said Ann Lee, its owner.");
        check(&TRAIT, "Critics say the boat shook. Ann Lee, a rower who left it, said it was old.");
        check(&TRAIT, "[[Critics]] say the boat shook. However, Ann Lee, a rower, said it was new.");
        check(&TRAIT, "[[A woman]] says the boat shook. “I never shook it,” said Bo Rae, 44.");
    }

    #[test]
    fn one_of_a_side_speaks_for_it() {
        check(&TRAIT, "Campaigners said the wood was old. “It is 300 years old,” said Ann Lee.");
        check(&TRAIT, "Campaigners said the wood was old.\n\n“It is,” said Ann Lee of the Velia Action Group.");
        check(&TRAIT, "[[Campaigners]] said the wood was old.\n\n“It is not,” said Ann Lee, a forester.");
        check(&TRAIT, "The traders said the site was small. Through their chair Ann Lee they asked for another.");
        check(&TRAIT, "[[The traders]] said the site was small. Through their lawyer they asked for another.");
    }

    #[test]
    fn a_lead_says_what_somebody_is() {
        let below = "The road was shut.\n\nIt rained.\n\nGiving a verdict, the senior coroner for Velia, Ann Lee, said it was late.";
        check(&TRAIT, &format!("A coroner said the wall had been weak.\n\n{below}"));
        check(&TRAIT, &format!("[[A clerk]] said the wall had been weak.\n\n{below}"));
    }

    #[test]
    fn whom_the_law_keeps_back() {
        let boy = "A boy of 15, who cannot be named for legal reasons, said it was cold.";
        check(&TRAIT, &format!("{boy} “Then he fell,” the boy said."));
        check(&TRAIT, "[[A boy of 15]] said it was cold. “Then he fell,” [[the boy]] said.");
    }

    #[test]
    fn an_official_is_named_next() {
        check(&TRAIT, "A harbour agency official said the wall held. “It is old,” said Ann Lee, head of the agency.");
        check(&TRAIT, "[[A harbour agency official]] said the wall held. “It is old,” said Ann Lee, a nurse.");
    }

    #[test]
    fn what_is_said_to_the_police() {
        check(&TRAIT, "A driver told police that the road was closed.");
        check(&TRAIT, "The inquest heard that neighbours said it was late.");
        check(&TRAIT, "The mayor heard that [[neighbours]] said it was late.");
        check(&TRAIT, "It was late, [[a driver]] said. Lee told police that the road was closed.");
        check(&TRAIT, "[[A driver]] told reporters that the road was closed.");
    }

    #[test]
    fn one_of_many_is_named() {
        check(&TRAIT, "Critics, including the Velia Chamber of Trade, said the road was closed.");
        check(&TRAIT, "Lee, others say the road is closed");
        check(&TRAIT, "Critics like Ann Lee said the road was closed.");
        check(&TRAIT, "Harbour Watch and its lawyers said the road was closed.");
        check(&TRAIT, "[[A clerk and her lawyers]] said the road was closed.");
        check(&TRAIT, "A panel of clerks led by Ann Lee agreed that it was late. The clerks said it rained.");
        check(&TRAIT, "[[A panel of clerks led by a former mayor]] agreed that it was late.");
        check(&TRAIT, "[[Critics, including two clerks]], said the road was closed.");
    }

    #[test]
    fn whom_somebody_named_tells_of() {
        check(&TRAIT, "Ann Lee said officials told her that the road was closed.");
        check(&TRAIT, "Ann Lee said that critics say the road was closed.");
        check(&TRAIT, "Ann Lee said it was late, a point that [[officials]] have disputed.");
    }

    #[test]
    fn a_log_of_calls() {
        let calls = "9 a.m. A School Street woman said that her car was gone.\n\n10 a.m. No one was hurt in a crash.";
        check(&TRAIT, &format!("Police log: May 6 to 12\n\n{calls}"));
    }
}
