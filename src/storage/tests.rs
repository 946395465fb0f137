//! Any words as stored state: an answer, and nothing else.

use proptest::prelude::*;

use super::*;

fn any_dismissal() -> impl Strategy<Value = Dismissal> {
    let words = prop::array::uniform4(any::<String>());
    let scope = prop_oneof![
        Just(Scope::Rule),
        any::<String>().prop_map(|word| Scope::Word { word }),
        (words, "[a-z]{0,3}").prop_map(|([text, quote, before, after], kind)| {
            Scope::Place { text, kind: Some(kind).filter(|it| !it.is_empty()), quote, before, after }
        }),
    ];
    (any::<String>(), scope).prop_map(|(of, scope)| Dismissal { of, scope })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_comes_back(
        dismissals in prop::collection::vec(any_dismissal(), 0..4),
        hidden in prop::collection::vec(any::<String>(), 0..3),
        size in -1_i8..5,
    ) {
        let kept = Kept { settings: Settings { size, hidden, ..Settings::default() }, dismissals };
        prop_assert_eq!(Kept::from_text(&kept.to_text()), (kept, true));
    }

    #[test]
    fn any_words_give_an_answer(words in "(\\PC|\n|: |\\||\\\\|dismissed|hidden|word|pair|draft|[{}\\[\\]\",]){0,40}") {
        let _ = Kept::from_text(&words);
        let _ = Kept::from_text(&format!("sayso 2\n{words}"));
        let _ = Kept::from_text(&format!("{{{words}"));
        let _ = Portfolio::from_text(&format!("sayso repairs 1\n{words}"));
        let _ = Dismissal::from_line(&words);
        let _ = find_rows(&words, "a");
        let _ = list_file::read(&words);
    }
}
