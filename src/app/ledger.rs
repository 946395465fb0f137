//! The source ledger: every voice of the article, and the article without it.

use std::sync::Arc;

use leptos::prelude::*;

use super::paper::Paper;
use super::preferences::Preferences;
use crate::ling::{Source, SourceKind};
use crate::report::{ArticleReport, Removal, Without, without};

/// Rows of a ledger; a long text has more voices than a reader can weigh.
const MOST: usize = 60;

/// Verbs shown of a voice.
const MOST_VERBS: usize = 4;

/// The voices that are taken away, in which article, and what is left without them.
#[derive(Clone, Copy)]
pub(super) struct Ledger {
    removed: RwSignal<Option<(usize, Without)>>,
    left: RwSignal<Option<Arc<Removal>>>,
}

impl Ledger {
    pub(super) fn provide() -> Self {
        let ledger = Self { removed: RwSignal::new(None), left: RwSignal::new(None) };
        provide_context(ledger);
        ledger
    }

    pub(super) fn expect() -> Self {
        expect_context()
    }

    /// Reads the article without these voices; a second time, with them again.
    fn toggle(self, article: usize, report: &ArticleReport, voices: Without) {
        if self.removed.get_untracked() == Some((article, voices)) {
            return self.restore();
        }
        self.removed.set(Some((article, voices)));
        self.left.set(Some(Arc::new(without(report, voices))));
    }

    pub(super) fn restore(self) {
        self.removed.set(None);
        self.left.set(None);
    }

    /// Tracks.
    fn is_without(self, article: usize, voices: Without) -> bool {
        self.removed.get() == Some((article, voices))
    }

    /// Tracks: what is left of this article, where voices are taken away.
    pub(super) fn left(self, article: usize) -> Option<Arc<Removal>> {
        let (removed, _) = self.removed.get()?;
        self.left.get().filter(|_| removed == article)
    }
}

/// A drawer with the table of voices.
#[component]
pub(super) fn LedgerDrawer(paper: Arc<Paper>, article: usize) -> impl IntoView {
    let report = &paper.report.articles[article];
    let voices: Vec<_> = (report.sources.iter().enumerate()).filter(|(_, it)| !it.attributions.is_empty()).collect();
    let count = voices.len();
    let rows = voices.into_iter().take(MOST);
    let rows = rows.map(|(id, _)| view! { <Row paper=paper.clone() article id /> }).collect_view();
    let has_unnamed = report.attributions.iter().any(|it| it.kind == SourceKind::Unnamed);
    let ledger = Ledger::expect();
    on_cleanup(move || ledger.restore());
    (count > 0).then(|| {
        view! {
            <details class="drawer ledger">
                <summary>"Who speaks " <span class="drawer__count">{count}</span></summary>
                <Left article />
                {has_unnamed.then(|| view! {
                    <WithoutButton paper=paper.clone() article voices=Without::Unnamed words="Read without all unnamed voices" of=String::new() />
                })}
                <table>
                    <thead>
                        <tr><th scope="col">"Voice"</th><th scope="col">"How it speaks"</th><th scope="col">"Test"</th></tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </details>
        }
    })
}

#[component]
fn Row(paper: Arc<Paper>, article: usize, id: usize) -> impl IntoView {
    let report = &paper.report.articles[article];
    let source = &report.sources[id];
    let times = source.attributions.len();
    view! {
        <tr>
            <th scope="row">
                <span class="ledger__name">{name(&paper, source)}</span>
                <span class="ledger__kind">{kind(source.kind)}</span>
            </th>
            <td>{verbs(&paper, report, source)} {(times > 1).then(|| format!(" × {times}"))}</td>
            <td>
                <WithoutButton paper=paper.clone() article voices=Without::Source(id) words="Read without" of=name(&paper, source) />
            </td>
        </tr>
    }
}

#[component]
fn WithoutButton(
    paper: Arc<Paper>,
    article: usize,
    voices: Without,
    words: &'static str,
    /// For those who do not see the row.
    of: String,
) -> impl IntoView {
    let (ledger, preferences) = (Ledger::expect(), Preferences::expect());
    let toggle = move |_| {
        preferences.leave_voices();
        ledger.toggle(article, &paper.report.articles[article], voices);
    };
    let is_without = move || ledger.is_without(article, voices);
    view! {
        <button type="button" class="link" aria-pressed=move || is_without().to_string() on:click=toggle>
            {move || if is_without() { "Put back" } else { words }}
            <span class="unseen">" " {of}</span>
        </button>
    }
}

/// How much of the article remains.
#[component]
fn Left(article: usize) -> impl IntoView {
    let ledger = Ledger::expect();
    let words = move || {
        ledger.left(article).map(|left| match (left.struck.len(), left.is_load_bearing) {
            (0, _) => "Nothing rests on this voice alone.".to_owned(),
            (_, true) => format!("{}% of the text remains. Load-bearing: the opening goes too.", left.percent_left),
            (_, false) => format!("{}% of the text remains.", left.percent_left),
        })
    };
    let percent = move || ledger.left(article).map(|left| left.percent_left.to_string());
    view! {
        <div class="ledger__left" role="status">
            {words}
            <Show when=move || percent().is_some()>
                <meter min="0" max="100" value=percent aria-label="Part of the text that remains"></meter>
            </Show>
        </div>
    }
}

fn name(paper: &Paper, source: &Source) -> String {
    let mention = || source.mentions.first().map_or("nobody named", |&span| paper.quote(span)).to_owned();
    source.name.clone().unwrap_or_else(mention)
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named person",
        SourceKind::Institution => "institution",
        SourceKind::Document => "document",
        SourceKind::Outlet => "another outlet",
        SourceKind::Role => "known by an office",
        SourceKind::Group => "group",
        SourceKind::Unnamed => "unnamed",
        SourceKind::Pronoun => "not clear who",
        SourceKind::Nobody => "nobody",
    }
}

/// Returns the words that link the voice to what it says, each once.
fn verbs(paper: &Paper, report: &ArticleReport, source: &Source) -> String {
    let mut verbs: Vec<String> = Vec::new();
    for &at in &source.attributions {
        let Some(&cue) = report.attributions.get(at).and_then(|it| it.cue.first()) else { continue };
        let verb = paper.quote(cue).to_lowercase();
        if verbs.len() < MOST_VERBS && !verbs.contains(&verb) {
            verbs.push(verb);
        }
    }
    verbs.join(", ")
}
