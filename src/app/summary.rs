//! The head of the panel: the article in a sentence or two.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper::Paper;
use super::shown::Shown;
use crate::ling::SourceKind;
use crate::report::ArticleReport;

#[component]
pub(super) fn Summary(paper: Arc<Paper>, only: Option<usize>) -> impl IntoView {
    let shown = Shown::expect();
    let voices = match paper.shown(only).collect::<Vec<_>>().as_slice() {
        [(_, article)] => voices(article),
        articles => format!("{} articles on one page.", articles.len()),
    };
    let counts = move || {
        shown.with(|it| {
            let (concerns, credits) = (it.concerns(), it.credits());
            format!(
                "{} and {}.",
                counted(concerns, "place to look at twice", "places to look at twice"),
                counted(credits, "credit", "credits")
            )
        })
    };
    view! {
        <div class="summary">
            <p class="summary__voices">{voices}</p>
            <p class="summary__counts">{counts}</p>
        </div>
    }
}

/// *6 voices: 2 named, 4 unnamed.*
fn voices(article: &ArticleReport) -> String {
    let sources = || article.sources.iter().filter(|it| !it.attributions.is_empty());
    let count = sources().count();
    if count == 0 {
        return "Nobody is cited.".to_owned();
    }
    let of = |kinds: &[SourceKind], name: &str| {
        let count = sources().filter(|it| kinds.contains(&it.kind)).count();
        (count > 0).then(|| format!("{count} {name}"))
    };
    let kinds = [
        of(&[SourceKind::Named], "named"),
        of(&[SourceKind::Role], "known by an office"),
        of(&[SourceKind::Institution, SourceKind::Document, SourceKind::Outlet], "on paper or by an institution"),
        of(&[SourceKind::Group], "in a group"),
        of(&[SourceKind::Unnamed, SourceKind::Pronoun, SourceKind::Nobody], "unnamed"),
    ];
    let kinds = kinds.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {kinds}.", counted(count, "voice", "voices"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{count} {many}"),
    }
}
