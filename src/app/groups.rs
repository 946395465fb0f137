//! Repeats under one card: "regime × 6".

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::paper::Paper;
use crate::report::{Flag, FlagId};
use crate::text::{lower, sort_by_number};

/// As many of the same make one card; two stand well on their own.
const MANY: usize = 3;

/// The flags of one card, in the order of the text.
pub(super) type Group = Vec<FlagId>;

/// Returns the cards, each where its first flag stands. Linear.
pub(super) fn groups(paper: &Paper, shown: &[FlagId]) -> Vec<Group> {
    let mut by_words: HashMap<u64, usize> = HashMap::new();
    let mut together: Vec<Group> = Vec::new();
    for &id in shown {
        let at = *by_words.entry(words(paper, paper.flag(id))).or_insert_with(|| {
            together.push(Vec::new());
            together.len() - 1
        });
        together[at].push(id);
    }
    let apart =
        |group: Group| if group.len() < MANY { group.into_iter().map(|id| vec![id]).collect() } else { vec![group] };
    let mut groups: Vec<Group> = together.into_iter().flat_map(apart).collect();
    sort_by_number(&mut groups, |group| group[0].0.into());
    groups
}

/// Returns a hash of all that a card says of a flag but its place: of a long text the words themselves
/// would take more than the text.
fn words(paper: &Paper, flag: &Flag) -> u64 {
    let mut hash = DefaultHasher::new();
    let quote = lower(paper.quote(flag.span));
    (paper.article_of(flag.id), flag.of, flag.kind, flag.quoted, &flag.note, quote).hash(&mut hash);
    hash.finish()
}

/// Returns the index of the card that holds the flag.
pub(super) fn position(groups: &[Group], id: FlagId) -> Option<usize> {
    groups.iter().position(|group| group.contains(&id))
}
