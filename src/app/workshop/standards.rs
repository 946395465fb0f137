//! What published standards ask, each with its date.

use leptos::prelude::*;

use crate::traits::Reference;

/// Draws the standards of a rule.
pub(super) fn list(standards: &'static [Reference]) -> AnyView {
    if standards.is_empty() {
        return view! { <p>"No published standard that we could check speaks of this. The rule is our own."</p> }
            .into_any();
    }
    let all = standards.iter().map(|it| {
        // A source whose date we do not know says so, rather than nothing.
        let undated = (!has_year(it.source)).then_some(" (without a date that we know)");
        view! {
            <li>
                <p>{it.asks}</p>
                <cite>{it.source} {undated}</cite>
            </li>
        }
    });
    view! { <ul class="rule__standards">{all.collect::<Vec<_>>()}</ul> }.into_any()
}

fn has_year(source: &str) -> bool {
    let runs = source.split(|it: char| !it.is_ascii_alphanumeric());
    runs.into_iter().any(|it| it.len() == 4 && it.parse().is_ok_and(|year: u32| (1900..2100).contains(&year)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_a_word_of_its_own() {
        assert!(has_year("Reuters policy post, 2007"));
        assert!(has_year("SemEval-2023 Task 3 guidelines"));
        assert!(!has_year("W3C Credibility Signals, 20193fe8"));
    }
}
