//! One sort for every type.

/// Sorts by a number, equals in the order they had.
///
/// The standard sorts are compiled anew for every type and weigh some 6 kB each
/// in what readers download; here only the numbers are sorted.
pub fn sort_by_number<T>(items: &mut [T], number: impl Fn(&T) -> u128) {
    // In order as a rule, or nearly empty.
    if items.is_sorted_by_key(&number) {
        return;
    }
    let mut order: Vec<(u128, usize)> = items.iter().enumerate().map(|(at, it)| (number(it), at)).collect();
    sort(&mut order);
    let mut place = vec![0; items.len()];
    for (to, &(_, from)) in order.iter().enumerate() {
        place[from] = to;
    }
    for at in 0..items.len() {
        while place[at] != at {
            let to = place[at];
            items.swap(at, to);
            place.swap(at, to);
        }
    }
}

/// Sorts what is nearly in order, as what was found in a text is, by moving each a few places back.
fn sort(order: &mut [(u128, usize)]) {
    let mut moves = 4 * order.len();
    for at in 1..order.len() {
        let mut to = at;
        while to > 0 && order[to] < order[to - 1] {
            if moves == 0 {
                return order.sort_unstable();
            }
            order.swap(to, to - 1);
            moves -= 1;
            to -= 1;
        }
    }
}

/// Packs numbers into one that sorts by the first, then by the second, and so on; at most four.
pub fn by_each(numbers: &[usize]) -> u128 {
    debug_assert!(numbers.len() <= 4, "four numbers of 32 bits fit");
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
        // Backwards: more moves than sorting in place is worth.
        let mut numbers: Vec<u32> = (0..100).rev().collect();
        sort_by_number(&mut numbers, |it| (*it).into());
        assert!(numbers.is_sorted());
    }

    #[test]
    fn the_first_number_counts_most() {
        assert!(by_each(&[1, 9]) < by_each(&[2, 0]));
        assert!(by_each(&[1, 1]) < by_each(&[1, 2]));
    }
}
