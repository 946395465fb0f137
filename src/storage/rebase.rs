//! What somebody else changed in a list, done to another list as well.

use std::collections::HashMap;

/// Does to `list` what leads from `before` to `after`. Items that share a name are versions of one another: one
/// that was changed or added takes the place of its other version; what is in `list` alone stays.
pub fn rebased<T: Clone + PartialEq>(
    list: &[T],
    before: &[T],
    after: &[T],
    names: impl Fn(&T) -> Vec<String>,
) -> Vec<T> {
    // Most of two long lists is the same.
    let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[start..], &after[start..]);
    let end = before.iter().rev().zip(after.iter().rev()).take_while(|(a, b)| a == b).count();
    let (before, after) = (&before[..before.len() - end], &after[..after.len() - end]);
    if before.is_empty() && after.is_empty() {
        return list.to_vec();
    }
    let named = |items: &[T]| {
        let all = items.iter().enumerate().flat_map(|(at, it)| names(it).into_iter().map(move |name| (name, at)));
        all.collect::<HashMap<String, usize>>()
    };
    let (old, new) = (named(before), named(after));
    let is_in = |items: &[T], by: &HashMap<String, usize>, it: &T| {
        names(it).iter().any(|name| by.get(name).is_some_and(|at| items[*at] == *it))
    };
    let mut news: Vec<Option<&T>> = after.iter().map(|it| Some(it).filter(|it| !is_in(before, &old, it))).collect();
    let is_new: Vec<bool> = news.iter().map(Option::is_some).collect();
    let mut done = Vec::with_capacity(list.len() + news.len());
    for it in list {
        match names(it).iter().find_map(|name| new.get(name)) {
            // A second one of its names has gone with the first.
            Some(&at) if is_new[at] => done.extend(news[at].take().cloned()),
            None if is_in(before, &old, it) => {}
            _ => done.push(it.clone()),
        }
    }
    done.extend(news.into_iter().flatten().cloned());
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Items are written `name=value`.
    fn done(list: &str, before: &str, after: &str) -> String {
        let [list, before, after] = [list, before, after].map(|it| it.split_whitespace().collect::<Vec<_>>());
        let name = |it: &&str| vec![it.split('=').next().unwrap_or_default().to_owned()];
        rebased(&list, &before, &after, name).join(" ")
    }

    #[test]
    fn what_was_added_and_taken_away_elsewhere_is_here_too() {
        assert_eq!(done("a=1 b=1", "b=1", "b=1 n=1"), "a=1 b=1 n=1");
        assert_eq!(done("a=1 b=1", "b=1", ""), "a=1");
        assert_eq!(done("a=1", "", "n=1 m=1"), "a=1 n=1 m=1");
        assert_eq!(done("a=1 b=1 c=1", "a=1 b=1 c=1", "b=1 c=1 d=1"), "b=1 c=1 d=1");
    }

    #[test]
    fn what_was_changed_elsewhere_is_not_brought_back_as_it_was() {
        assert_eq!(done("a=1 b=1", "a=1 b=1", "a=2 b=1"), "a=2 b=1");
        assert_eq!(done("a=0 b=1", "a=1 b=1", "a=2 b=1"), "a=2 b=1");
        assert_eq!(done("a=1 a=0", "b=1", "a=2 b=1"), "a=2");
    }

    #[test]
    fn what_lies_elsewhere_in_the_list_is_no_change() {
        assert_eq!(done("a=1 b=1", "a=1 b=1", "b=1 a=1"), "a=1 b=1");
        assert_eq!(done("a=1", "b=1", "b=1"), "a=1");
    }
}
