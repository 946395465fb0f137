//! Repeats under one card: "regime × 6".

use super::paper::{Paper, bare};
use crate::ling::{KeyIndex, key, pair};
use crate::report::{Flag, FlagId};
use crate::text::{fingerprint, sort_by_number};

/// As many of the same make one card; two stand well on their own.
const MANY: usize = 3;

/// The flags of one card, in the order of the text.
pub(super) type Group = Vec<FlagId>;

/// Returns the cards, each where its first flag stands. Linear.
pub(super) fn groups(paper: &Paper, shown: &[FlagId]) -> Vec<Group> {
    let mut by_words = KeyIndex::default();
    let mut together: Vec<Group> = Vec::new();
    for &id in shown {
        let at = by_words.get_or_insert(words(paper, paper.flag(id)), together.len());
        if at == together.len() {
            together.push(Vec::new());
        }
        together[at].push(id);
    }
    let mut groups = Vec::new();
    for group in together {
        match group.len() {
            MANY.. => groups.push(group),
            _ => group.iter().for_each(|&id| groups.push(vec![id])),
        }
    }
    sort_by_number(&mut groups, |group| group[0].0.into());
    groups
}

/// Returns a hash of all that a card says of a flag but its place: of a long text the words themselves
/// would take more than the text. What is no part of the article shares one card, whatever its words.
fn words(paper: &Paper, flag: &Flag) -> u64 {
    let of = |words: Option<&str>| words.map_or(0, |it| fingerprint(it.as_bytes()));
    let article = paper.article_of(flag.id) as u64 * 2 + u64::from(flag.quoted);
    let quote = if flag.of.0 == "page-furniture" { 0 } else { key(bare(paper.quote(flag.span))) };
    let parts = [of(Some(flag.of.0)), of(flag.kind), of(flag.note.as_deref()), quote];
    parts.into_iter().fold(article, pair)
}

/// Returns the index of the card that holds the flag.
pub(super) fn position(groups: &[Group], id: FlagId) -> Option<usize> {
    groups.iter().position(|group| group.contains(&id))
}
