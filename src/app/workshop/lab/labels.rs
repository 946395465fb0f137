//! The words put into the headlines of a page of several articles, and whether any text uses them.

use leptos::prelude::*;

use super::super::choice::Opened;
use super::body_text;
use super::parts::{found_in_words, mark};
use crate::ling::Found;
use crate::report::lab::Body;
use crate::report::{Label, labels};

/// The label table of a page, and its headlines to open one by one.
pub(super) fn table(opened: &Opened) -> AnyView {
    let labels = labels(&opened.report);
    let is_used = |at: usize| labels.iter().flat_map(|it| &it.uses).any(|it| it.article == at);
    let read = |(at, it)| is_used(at).then(|| Body::new(&body_text(opened, it)));
    let bodies: Vec<Option<Body>> = opened.report.articles.iter().enumerate().map(read).collect();
    let is_plain = labels.is_empty();
    let rows = labels.into_iter().map(|it| row(opened, &bodies, it)).collect_view();
    let links = opened.report.articles.iter().enumerate().map(|(at, article)| {
        let href = format!("#/lab/{}", opened.part(at));
        view! { <li><a href=href>{opened.headline(article)}</a></li> }
    });
    view! {
        <section class="result labels" aria-labelledby="labels-title">
            <h2 id="labels-title">"Put into the headlines"</h2>
            {is_plain.then(|| view! { <p class="bench__none">"No article of this page shows two headlines."</p> })}
            {(!is_plain).then(|| view! {
                <table>
                    <thead><tr>
                        <th scope="col">"Words put in"</th><th scope="col">"Times"</th>
                        <th scope="col">"In place of"</th><th scope="col">"Do the texts use them?"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            })}
        </section>
        <nav class="result contents" aria-labelledby="pairs-title">
            <h2 id="pairs-title">"Each headline in the lab"</h2>
            <ol>{links.collect_view()}</ol>
        </nav>
    }
    .into_any()
}

fn row(opened: &Opened, bodies: &[Option<Body>], label: Label) -> AnyView {
    let count = label.uses.len();
    let mut used = [0; 4];
    let referents: Vec<_> = label
        .uses
        .into_iter()
        .map(|it| {
            let found = bodies[it.article].as_ref().map_or(Found::No, |body| body.uses(&label.words).0);
            used[found as usize] += 1;
            let href = format!("#/lab/{}", opened.part(it.article));
            let words = it.replaces.unwrap_or("nobody: it was added".to_owned());
            view! { <li>{words} " " <a href=href>{format!("article {}", it.article + 1)}</a></li> }
        })
        .collect();
    let told = [Found::Yes, Found::Quoted, Found::No].into_iter().filter(|it| used[*it as usize] > 0).map(|it| {
        let words = match it {
            Found::No => format!("{} of {count} texts never do", used[it as usize]),
            _ => format!("{}: {} of {count}", found_in_words(it), used[it as usize]),
        };
        view! { <li>{mark(it)} " " {words}</li> }
    });
    let told = told.collect_view();
    view! {
        <tr>
            <th scope="row">"“" {label.words.clone()} "”"</th>
            <td data-label="Times">{count}</td>
            <td data-label="In place of"><ul>{referents}</ul></td>
            <td data-label="Do the texts use them?"><ul>{told}</ul></td>
        </tr>
    }
    .into_any()
}
