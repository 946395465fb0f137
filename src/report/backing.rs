//! Whether somebody stands behind a place, and whether another wording of it says the same.

use super::Report;
use crate::ling::is_one_of;
use crate::text::{Span, lower};

/// Whether a source is cited in this place, or for it.
pub fn has_source(report: &Report, place: Span) -> bool {
    let attributions = report.articles.iter().flat_map(|it| &it.attributions);
    let mut cited = attributions.filter(|it| !it.source.is_empty());
    cited.any(|it| it.source.iter().chain(it.cue.iter()).chain(it.content.iter()).any(|it| it.overlaps(place)))
}

/// Letters by which a word is known in another form: *bullied*, *bully*.
const STEM: usize = 4;

/// Whether most of what one place says is said in the other, by its longer words.
///
/// Their source is gone with its words, so that half of them is enough.
pub fn says_the_same(old: &str, place: Span, new: &str, new_place: Span) -> bool {
    let new = words(&new[new_place.range()]);
    let kept = kept(&words(&old[place.range()]), &new);
    kept >= 2 && kept * 2 >= new.len()
}

/// Words that every sentence may have, whatever it says.
const COMMON: &str = "about after also among because been before being between could during from have having into just \
                      like more most much only other over said says some such than that their them then there these \
                      they this those through told toward towards under until upon very were what when where which \
                      while whom whose will with within without would your";

/// Whether none of the longer words of `old` that tell something is left in `new`.
pub fn shares_nothing(old: &str, new: &str) -> bool {
    let telling = |mut words: Vec<String>| {
        words.retain(|it| !is_one_of(it, COMMON));
        words
    };
    let old = words(old);
    !old.is_empty() && kept(&telling(old), &telling(words(new))) == 0
}

/// How many of the words of `new` are those of `old`.
fn kept(old: &[String], new: &[String]) -> usize {
    let stem = |it: &String| it.chars().take(STEM).collect::<String>();
    let old: Vec<String> = old.iter().map(stem).collect();
    new.iter().filter(|it| old.contains(&stem(it))).count()
}

/// The longer words, and figures.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|it: char| !it.is_alphanumeric()).filter(|it| {
        let is_figure = it.starts_with(|it: char| it.is_ascii_digit());
        it.chars().count() > 3 || is_figure
    });
    words.map(lower).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::analyse;

    const HEAD: &str = "Port to close\n\nThe port will close in May.\n\n";

    /// Whether the last paragraph is backed.
    fn is_backed(last: &str) -> bool {
        let text = format!("{HEAD}{last}");
        has_source(&analyse(&text), Span::new(HEAD.len(), text.len()))
    }

    #[test]
    fn a_source_is_cited_or_not() {
        assert!(is_backed("Sources close to the mayor said the plan was pushed through."));
        assert!(is_backed("The plan was pushed through, according to Ann Lee."));
        assert!(!is_backed("The plan was pushed through."));
    }

    #[test]
    fn a_word_that_tells_nothing_is_not_shared() {
        let old = "Seven dead in clash with the Antichrist";
        assert!(shares_nothing(old, "An organiser told AFP that Sadrists came with guns."));
        assert!(!shares_nothing(old, "Seven people were killed."));
        assert!(!shares_nothing(old, "Two groups clashed."));
        assert!(!shares_nothing("It is so.", "Nothing of it."), "nothing that could be shared");
    }

    #[test]
    fn the_same_claim_in_other_words() {
        let old = "Sources close to the mayor said the plan was pushed through.";
        let same = |new: &str| says_the_same(old, Span::new(0, old.len()), new, Span::new(0, new.len()));
        assert!(same("The plan was pushed through."));
        assert!(same("Yesterday the plan was pushed through."));
        assert!(!same("The ferry runs in May."));
        assert!(!same("Nothing is known of it."));
    }
}
