//! The drawer of the right-of-reply map.

use std::sync::Arc;

use leptos::prelude::*;

use super::dismissals::short;
use super::live::nothing;
use super::paper::Paper;
use super::places;
use crate::report::{Answer, Charge};

/// Who is accused of what, by whom, and where the answer is.
pub(super) fn drawer(paper: &Arc<Paper>, article: usize) -> AnyView {
    let charges = &paper.report.articles[article].charges;
    if charges.is_empty() {
        return nothing();
    }
    let unanswered = charges.iter().filter(|it| it.answer == Answer::None).count();
    let told = match unanswered {
        0 => "For each accusation found somebody answers, may do so, or was asked.".to_owned(),
        1 if charges.len() == 1 => "No answer was found.".to_owned(),
        1 => "For one of them no answer was found.".to_owned(),
        _ => format!("For {unanswered} of them no answer was found."),
    };
    view! {
        <details class="drawer replies">
            <summary>"Who is accused, and who answers " <span class="drawer__count">{charges.len().to_string()}</span></summary>
            <p class="replies__told">{told} " An answer in unusual words may be missed: look for it yourself."</p>
            <table aria-label="Who is accused, and who answers">
                <thead><tr><th scope="col">"Accused"</th><th scope="col">"Answer"</th></tr></thead>
                <tbody>{charges.iter().map(|it| row(paper, it)).collect_view()}</tbody>
            </table>
        </details>
    }
    .into_any()
}

fn row(paper: &Paper, charge: &Charge) -> AnyView {
    let quote = |span| short(paper.quote(span));
    let accused = quote(charge.accused);
    // *that Lund took it*: what follows the name is a clause.
    let of =
        charge.of.map(|it| [if it.start() == charge.accused.end() + 1 { "… " } else { "of: " }, &quote(it)].concat());
    let by = match charge.by {
        Some(by) => format!("by: {}", quote(by)),
        None => "by: the text does not say".to_owned(),
    };
    let answer = match (charge.answer, charge.reply) {
        (it, Some(place)) => {
            let told = match it {
                Answer::Replies => "answers",
                Answer::Silent => "was asked, gave no answer",
                _ => "speaks in the text",
            };
            let of = if it == Answer::Silent { "of" } else { "the answer of" };
            let unseen = format!(": {of} {accused}");
            view! { {places::link(place, format!("“{}”", quote(place)), unseen)} <span class="ledger__kind">{told}</span> }.into_any()
        }
        (Answer::None, _) => view! { <strong>"none found"</strong> }.into_any(),
        (Answer::Unclear, _) => "somebody may be answering".into_any(),
        _ => "answered in the text".into_any(),
    };
    view! {
        <tr>
            <th scope="row">
                {places::link(charge.span, accused, " is accused here".to_owned())}
                <span class="ledger__kind">{of.unwrap_or_default()}</span>
                <span class="ledger__kind">{by}</span>
            </th>
            <td>{answer}</td>
        </tr>
    }
    .into_any()
}
