//! Every trait keeps its word: the examples a reader sees are run.

use sayso::testing::{check, strip};
use sayso::traits::{ALL, examples};

#[test]
fn every_example_holds() {
    for about in ALL {
        for example in examples(about.id) {
            check(about, example.0);
        }
    }
}

#[test]
fn every_trait_shows_a_hit_and_a_miss() {
    for about in ALL {
        let marks = examples(about.id).iter().map(|it| strip(it.0).1.len());
        let (misses, hits): (Vec<_>, Vec<_>) = marks.partition(|&count| count == 0);
        assert!(!hits.is_empty() && !misses.is_empty(), "{:?} needs a hit and a miss", about.id);
    }
}

/// At most 45 words stand before "more".
#[test]
fn cards_are_short() {
    for about in ALL {
        let it = &about.explanation;
        let words = [it.what, it.why, it.but].iter().flat_map(|text| text.split_whitespace()).count();
        assert!(words <= 45, "{:?} says {words} words before \"more\"", about.id);
    }
}
