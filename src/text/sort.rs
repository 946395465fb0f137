//! One sort for every type.

/// Sorts by a number of at most 96 bits, equals in the order they had.
///
/// The standard sorts are compiled anew for every type and weigh some 6 kB each
/// in what readers download; here only the numbers are sorted.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u128) {
    // In order as a rule, or nearly empty.
    if items.is_sorted_by_key(&number) {
        return;
    }
    let mut order: Vec<u128> = items.iter().enumerate().map(|(at, it)| number(it) << 32 | at as u128).collect();
    sort(&mut order);
    let mut place = vec![0; items.len()];
    for (to, it) in order.iter().enumerate() {
        place[*it as u32 as usize] = to;
    }
    for at in 0..items.len() {
        while place[at] != at {
            let to = place[at];
            items.swap(at, to);
            place.swap(at, to);
        }
    }
}

/// Sorts by merging what is in order already: what was found in a text is, but for neighbours, or in
/// a few stretches.
fn sort(order: &mut Vec<u128>) {
    /// How far back one is moved at most, before what is merged is looked at.
    const NEAR: usize = 8;
    for at in 1..order.len() {
        if order[at] < order[at - 1] {
            let least = at.saturating_sub(NEAR);
            let to = (least..at).rev().find(|&it| order[it] <= order[at]).map(|it| it + 1);
            if let Some(to) = to.or((least == 0).then_some(0)) {
                order[to..=at].rotate_right(1);
            }
        }
    }
    let mut merged = Vec::new();
    while in_order(order) < order.len() {
        merged.reserve(order.len());
        let mut rest = &order[..];
        while !rest.is_empty() {
            let (mut first, behind) = rest.split_at(in_order(rest));
            let (mut second, behind) = behind.split_at(in_order(behind));
            while let ([one, ones @ ..], [other, others @ ..]) = (first, second) {
                if one <= other {
                    merged.push(*one);
                    first = ones;
                } else {
                    merged.push(*other);
                    second = others;
                }
            }
            merged.extend_from_slice(first);
            merged.extend_from_slice(second);
            rest = behind;
        }
        std::mem::swap(order, &mut merged);
        merged.clear();
    }
}

/// How many from the first on are in order.
fn in_order(items: &[u128]) -> usize {
    items.windows(2).position(|it| it[0] > it[1]).map_or(items.len(), |at| at + 1)
}

/// Packs numbers into one that sorts by the first, then by the second, and so on; at most three.
pub fn by_each(numbers: &[usize]) -> u128 {
    debug_assert!(numbers.len() <= 3, "three numbers of 32 bits fit");
    numbers.iter().fold(0, |packed, &it| packed << 32 | (it as u128 & 0xffff_ffff))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let mut words = ["to", "be", "or", "not", "to", "be", "a", "", "that"].to_vec();
        let mut expected = words.clone();
        expected.sort_by_key(|it| it.len());
        sort_by_number(&mut words, |it| it.len() as u128);
        assert_eq!(words, expected);
        sort_by_number(&mut Vec::<u8>::new(), |_| 0);
        for order in [|it: u32| 99 - it, |it| it % 50, |it| it * 37 % 101, |it| it ^ 1] {
            let mut numbers: Vec<u32> = (0..100).map(order).collect();
            sort_by_number(&mut numbers, |it| (*it).into());
            assert!(numbers.is_sorted());
        }
    }

    #[test]
    fn the_first_number_counts_most() {
        assert!(by_each(&[1, 9]) < by_each(&[2, 0]));
        assert!(by_each(&[1, 1]) < by_each(&[1, 2]));
    }
}
