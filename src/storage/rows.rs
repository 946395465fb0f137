//! How the voices of an article were merged and split by a reader, as it is kept.

/// Articles whose rows are kept; the oldest goes first.
const MOST: usize = 24;

/// Puts the rows of one article into what is kept; no rows take it out.
pub fn put_rows(kept: &str, article: &str, rows: Option<&[u32]>) -> String {
    let others = kept.lines().filter(|line| line.split('\t').next() != Some(article));
    let own = rows.map(|rows| {
        let numbers: Vec<_> = rows.iter().map(u32::to_string).collect();
        format!("{article}\t{}", numbers.join(" "))
    });
    let lines: Vec<_> = own.as_deref().into_iter().chain(others).take(MOST).collect();
    lines.join("\n")
}

/// Returns the rows of one article; `None` where none are kept, or not what any build has written.
pub fn find_rows(kept: &str, article: &str) -> Option<Vec<u32>> {
    let (_, rows) = kept.lines().filter_map(|line| line.split_once('\t')).find(|it| it.0 == article)?;
    rows.split(' ').map(|it| it.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back() {
        let kept = put_rows("", "a/0/1f", Some(&[0, 0, 2]));
        let kept = put_rows(&kept, "b/0/2e", Some(&[1]));
        assert_eq!(find_rows(&kept, "a/0/1f"), Some(vec![0, 0, 2]));
        assert_eq!(find_rows(&put_rows(&kept, "a/0/1f", None), "a/0/1f"), None);
        assert_eq!(find_rows(&kept, "c"), None);
    }

    #[test]
    fn hostile_forms_are_refused() {
        for kept in ["", "a", "a\t", "a\t1 x", "a\t-1", "a\t99999999999", "\t\t\n\t"] {
            assert_eq!(find_rows(kept, "a"), None, "{kept}");
        }
    }

    #[test]
    fn only_so_many_are_kept() {
        let kept = (0..100).fold(String::new(), |kept, at| put_rows(&kept, &at.to_string(), Some(&[at])));
        assert_eq!(kept.lines().count(), MOST);
        assert_eq!(find_rows(&kept, "99"), Some(vec![99]));
    }
}
