//! What all of a group are said to be, to have stopped doing, or to do always.

use std::ops::Range;
use std::sync::LazyLock;

use crate::ling::{Annotated, Class, Frames, Phrases, Pos, Word, WordSet, is_one_of, key_of, keys_of};
use crate::text::Sentence;

/// How many words may stand between the group and what it thinks: *in the valley*.
pub(super) const GAP: usize = 4;

/// Peoples that are all meant where a sentence begins with them alone. Parties and trades are not
/// among them: *Democrats want* is said of those who speak for them.
pub(super) const PEOPLES: &str = "americans australians blacks britons canadians catholics christians germans \
    immigrants iranians iraqis israelis italians jews men mexicans migrants millennials muslims nigerians patriots \
    russians taxpayers ukrainians whites women";

static PEOPLE_KEYS: WordSet = WordSet::new(PEOPLES);

/// Whether the word is one of [`PEOPLES`], with nothing of theirs behind it.
pub(super) fn is_people(word: &Word) -> bool {
    !word.possessive && has(&PEOPLE_KEYS, word)
}

/// What only the people themselves could tell.
pub(super) static MINDS: WordSet = WordSet::new(
    "admire admires agree agrees backs believe believes care cares cheat cheats crave craves demand demands despise despised \
    despises detest detests dislike dislikes distrust distrusted distrusts dread dreads dream dreams fear feared fears \
    feel feels hate hated hates hope hopes knew know knows like likes lie lies loathe loathed loathes love loved loves \
    oppose opposes prefer prefers realise realises realize realizes regard regards reject rejects resent resented \
    resents respect respects support supports think thinks trust trusts understand understands want wanted wants \
    welcome welcomes wish wishes yearn yearns",
);

/// What stands between a people and its mind, and leaves them together.
pub(super) static ADVERBS: WordSet = WordSet::new(
    "all also always clearly increasingly just longer naturally never no now overwhelmingly really simply still",
);

/// What a whole people is called.
pub(super) const NATURES: &str = "alike animals corrupt cowards criminals dishonest evil extremists greedy hypocrites \
    ignorant lazy liars parasites racist racists rapists selfish stupid terrorists thieves traitors violent";

static NATURE_KEYS: WordSet = WordSet::new(NATURES);

/// What a whole people is said to feel.
static MOODS: WordSet = WordSet::new("angry disgusted fed furious outraged sick tired weary");

/// The same, wherever the group lives: *Everybody in town is against it*.
static STANDS: WordSet = WordSet::new("against dreading fearing longing");

/// *Nobody goes there any more*, with a verb that tells what they do.
static NO_MORE: LazyLock<Phrases<()>> =
    LazyLock::new(|| Phrases::new(["any more", "anymore", "nowadays", "these days"].map(|it| (it, ()))));
const LIVES: [u32; 2] = keys_of(["lives", "is"]);

/// What is said of a habit.
pub(super) const EVER: [&str; 2] = ["always", "never"];

const ARE: u32 = key_of("are");
const OF: u32 = key_of("of");
const UP: u32 = key_of("up");
static BEING: WordSet = WordSet::new("are is was were");

pub(super) fn has(keys: &WordSet, word: &Word) -> bool {
    keys.has(word.key)
}

/// *All landlords are greedy*: what they are called. *Every driver in town is sick of it*.
pub(super) fn nature(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>, is_people: bool) -> Option<usize> {
    let next = |at: usize| (at < sentence.tokens.end).then(|| &text.words[at]);
    let is_place = !is_people && next(group.end).is_some_and(|it| it.is(Class::Preposition));
    let gap = if is_place { GAP } else { 0 };
    let is = (group.end..=group.end + gap).find(|&at| next(at).is_some_and(|it| it.is(Class::Auxiliary)))?;
    let is_said = |at: usize| {
        let of = next(at + 1).is_some_and(|it| it.is_word(OF) || it.is_word(UP));
        next(at)
            .is_some_and(|it| has(&NATURE_KEYS, it) || has(&STANDS, it) || has(&MOODS, it) && (of || is == group.end))
    };
    let said = (is + 1..is + 3).find(|&at| is_said(at))?;
    let adverb = (is + 1..said).all(|at| next(at).is_some_and(|it| has(&ADVERBS, it)));
    (next(is).is_some_and(|it| has(&BEING, it)) && adverb).then_some(said)
}

/// *Nobody under forty reads it any more*.
pub(super) fn no_more(text: Annotated<'_>, sentence: &Sentence, group: &Range<usize>) -> Option<usize> {
    /// So far behind the group.
    const REACH: usize = 16;
    static NONE: WordSet = WordSet::new("no no-one nobody");
    let behind = group.end..sentence.tokens.end.min(group.end + REACH);
    let goes = |at: &usize| {
        let word = &text.words[*at];
        word.pos.is(Pos::PRES) && !word.is_one_of(&LIVES) && !word.is(Class::Auxiliary)
    };
    let verb = behind.clone().take(GAP).find(goes).filter(|_| has(&NONE, &text.words[group.start]))?;
    NO_MORE.first_in(text.words, verb..behind.end).map(|_| verb)
}

/// *Landlords never admit a fault*, *Teenagers are lazy*: a bare plural at the head of a sentence, and at `at`
/// what goes for all of them.
pub(super) fn kind(text: Annotated<'_>, sentence: &Sentence, at: usize) -> Option<Range<usize>> {
    let first = sentence.tokens.start;
    let word = text.words.get(first)?;
    let is_kind = word.is(Class::Plural) && word.classes.has_any(&[Class::PersonNoun, Class::CollectiveNoun]);
    let word_at = |at: usize| &text.document[text.document.tokens()[at].span];
    if !is_kind && !is_people(word) {
        return None;
    }
    let next = text.words.get(at + 1)?;
    let is_habit = at == first + 1
        && next.pos.is(Pos::BASE)
        && !next.pos.is(Pos::PAST)
        && !(next.frames.is(Frames::SAY.or(Frames::TELL)) && is_one_of(word_at(at), "always"));
    // *Farmers have always hated it*
    let has_always = || {
        let is_mind = text.words.get(at + 1).is_some_and(|it| it.pos.is(Pos::PART) && has(&MINDS, it));
        at == first + 2 && is_mind && is_one_of(word_at(first + 1), "have") && is_one_of(word_at(at), "always")
    };
    let says = if has(&NATURE_KEYS, &text.words[at]) {
        at > first + 1 && text.words[first + 1].has_key(ARE) && (first + 2..at).all(|it| has(&ADVERBS, &text.words[it]))
    } else {
        is_habit || has_always()
    };
    says.then_some(first..first + 1)
}

#[cfg(test)]
mod tests {
    use super::super::generalization::TRAIT;
    use crate::testing::check;

    #[test]
    fn what_goes_for_all_of_a_kind() {
        check(&TRAIT, "[[Landlords]] never admit a fault.");
        check(&TRAIT, "[[Women]] always vote for the taller man.");
        check(&TRAIT, "[[Teenagers]] are lazy.");
        check(&TRAIT, "[[Politicians]] are all liars.");
        check(&TRAIT, "[[Landlords]] have always despised the poor. Landlords never admitted a fault.");
        check(&TRAIT, "Experts always say so.");
        check(&TRAIT, "Teenagers are welcome.");
        check(&TRAIT, "Drivers on strike are tired.");
        check(&TRAIT, "The landlords never admit a fault.");
    }

    #[test]
    fn of_one_place() {
        check(&TRAIT, "[[Every driver]] in the valley is sick of the cones.");
        check(&TRAIT, "[[Not a soul]] in the valley wants the cones.");
        check(&TRAIT, "Every driver on the boat was sick.");
    }

    #[test]
    fn what_they_are_called() {
        check(&TRAIT, "[[All landlords]] are greedy.");
        check(&TRAIT, "All landlords are registered.");
    }

    #[test]
    fn what_nobody_does_any_more() {
        check(&TRAIT, "[[Nobody]] under forty reads a paper any more. [[Nobody]] goes there these days.");
        check(&TRAIT, "Nobody lives there any more. Nobody was seen there any more.");
    }
}
