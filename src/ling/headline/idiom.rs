//! Words of a headline that mean something else beside others: *runs riot*, *monster truck*.

use std::sync::LazyLock;

use crate::ling::phrase::Phrases;
use crate::ling::word::Word;

/// Own knowledge of English.
static IDIOMS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let idioms = "run riot|runs riot|ran riot|running riot|monster truck|monster trucks|monster storm|monster storms|monster wave|\
                  monster waves|monster catch|monster hit|monster mash|murder mystery|murder mysteries|killer whale|killer whales|kill time|\
                  killing time|killing it|makes a killing|make a killing|made a killing|lands a coup|perfectly executed|well executed|explosion of colour|explosion of color|suicide squad|rape seed|\
                  starving artist|starving artists|drunk on power|drunk on success|punch drunk|life hack|life hacks|predator drone|predator drones|clown fish|\
                  clown school|puppet show|puppet shows|puppet theatre|puppet theater|torture for commuters|torture test|stabbing pain|stabbing pains|\
                  illegal tackle|illegal pass|illegal move|surrender lead|surrenders lead|surrender points|red devils|blue devils|communist party|\
                  devil in the|devils in the|poison ivy|poison pill|butcher shop|butcher shops|bankrupt ideas|arrested development";
    Phrases::new(idioms.split('|').map(|it| (it, ())))
});

/// Returns where the idiom that begins at `at` ends.
pub(in crate::ling) fn end_at(words: &[Word], at: usize) -> Option<usize> {
    IDIOMS.at(words, at).map(|it| it.words.end)
}

/// *U.S.*, *CEOs*: no name.
pub(in crate::ling) fn is_short_form(word: &str) -> bool {
    let letters = word.strip_suffix('s').unwrap_or_default();
    word.contains('.') || letters.len() > 1 && letters.bytes().all(|it| it.is_ascii_uppercase())
}
