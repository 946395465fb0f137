//! A page of several articles: its contents, and what was put into its headlines.

use std::sync::Arc;

use leptos::prelude::*;

use super::live::maybe;
use super::original::{in_words, put_in, taken_out};
use super::paper::Paper;
use super::route::Route;
use crate::report::{ArticleReport, Label, labels};

/// The articles of the page, each openable alone.
#[component]
pub(super) fn Contents(paper: Arc<Paper>) -> impl IntoView {
    let slug = &paper.text.slug;
    let links = (1..).zip(&paper.report.articles).map(|(number, article)| {
        let href = Route::Read { slug: slug.clone(), only: Some(number) }.href();
        view! { <li><a href=href>{title(&paper, article)}</a></li> }.into_any()
    });
    view! {
        <nav class="contents" aria-label="Articles on this page">
            <ol>{links.collect_view()}</ol>
        </nav>
    }
}

/// From one article of a page to the next, or back to all.
#[component]
pub(super) fn Neighbours(paper: Arc<Paper>, number: usize) -> impl IntoView {
    let slug = paper.text.slug.clone();
    let count = paper.report.articles.len();
    let link = |only: Option<usize>, words: &'static str| {
        let href = Route::Read { slug: slug.clone(), only }.href();
        view! { <a href=href>{words}</a> }
    };
    view! {
        <nav class="neighbours" aria-label="Articles on this page">
            {link(None, "All articles")}
            <span>{format!("Article {number} of {count}")}</span>
            {maybe((number > 1).then(|| link(Some(number - 1), "Previous")))}
            {maybe((number < count).then(|| link(Some(number + 1), "Next")))}
        </nav>
    }
}

fn title(paper: &Paper, article: &ArticleReport) -> String {
    article.headline.map_or("Untitled", |span| paper.quote(span)).to_owned()
}

/// The label table: one label, every referent it was put in for.
#[component]
pub(super) fn LabelTable(paper: Arc<Paper>) -> impl IntoView {
    let labels = labels(&paper.report);
    let slug = paper.text.slug.clone();
    let lab = format!("#/lab/{slug}");
    let row = move |label: Label| {
        let count = label.uses.len();
        let referents = label.uses.into_iter().map(|it| {
            let (words, number) = (it.replaces, it.article + 1);
            let href = Route::Read { slug: slug.clone(), only: Some(number) }.href();
            view! { <li>{words.unwrap_or("nobody: it was added".to_owned())} " " <a href=href>{format!("article {number}")}</a></li> }.into_any()
        });
        view! {
            <tr>
                <th scope="row">"“" {label.words} "”"</th>
                <td>{count.to_string()}</td>
                <td><ul>{referents.collect_view()}</ul></td>
            </tr>
        }
        .into_any()
    };
    maybe((!labels.is_empty()).then(|| {
        view! {
            <section class="labels" aria-labelledby="labels-title">
                <h2 id="labels-title">"Put into the headlines"</h2>
                <table>
                    <thead>
                        <tr><th scope="col">"Words put in"</th><th scope="col">"Times"</th><th scope="col">"In place of"</th></tr>
                    </thead>
                    <tbody>{labels.into_iter().map(row).collect_view()}</tbody>
                </table>
                <p><a href=lab>"Does any of the texts use these words? Open the headline lab"</a></p>
                <Pairs paper />
            </section>
        }
    }))
}

/// Each pair of headlines, word by word.
#[component]
fn Pairs(paper: Arc<Paper>) -> impl IntoView {
    let pair = |article: &ArticleReport| {
        let (shown, original) = (article.headline?, article.original_headline?);
        let changes = article.substitution.iter().flat_map(|it| &it.changes);
        let mut kinds: Vec<_> = changes.map(|it| in_words(it.kind)).collect();
        kinds.dedup();
        Some(view! {
            <li class="pair">
                <p class="pair__shown"><span class="pair__side">"Shown"</span> {put_in(&paper, article, shown)}</p>
                <p class="pair__original"><span class="pair__side">"First"</span> {taken_out(&paper, article, original)}</p>
                <p class="pair__kinds">{kinds.join("; ")}</p>
            </li>
        }
        .into_any())
    };
    let pairs = paper.report.articles.iter().filter_map(pair).collect_view();
    view! {
        <details class="drawer pairs">
            <summary>"The headlines, word by word"</summary>
            <ol>{pairs}</ol>
        </details>
    }
}
