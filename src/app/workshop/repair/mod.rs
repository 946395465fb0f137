//! The repair bench: a flagged sentence, written better by the reader, with the rules looking on.

mod album;
mod bench;

use leptos::prelude::*;

use super::choice::named;
use crate::app::download::download;
use crate::app::reading;
use crate::storage::Pair;
use album::Album;

/// Draws the bench for the place that the address names, and the portfolio below it.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    let album = Album::open();
    // A letter on the bench changes no pair.
    let pairs = Memo::new(move |_| album.pairs());
    named("Repair bench");
    view! {
        <main class="sheet-page wide" id="main" tabindex="-1">
            <h1>"Repair bench"</h1>
            {bench::section(rest, album)}
            {(!album.is_whole()).then(|| view! {
                <p class="trouble" role="alert">
                    "Some of the portfolio that this browser had kept could not be read. What could be is below."
                </p>
            })}
            {move || pairs.with(|pairs| portfolio(album, pairs))}
        </main>
        {album.toast()}
    }
    .into_any()
}

fn portfolio(album: Album, pairs: &[Pair]) -> AnyView {
    let rows: Vec<_> = pairs.iter().enumerate().map(|(at, pair)| row(album, at, pair)).collect();
    if rows.is_empty() {
        return view! {
            <section>
                <h2 id="portfolio" tabindex="-1">"Your portfolio is empty"</h2>
                <p>"Sentences that you have written better collect here, with what they were. You can print them or save them as a file."</p>
            </section>
        }
        .into_any();
    }
    let save = move |_| download("sayso-repairs.md", "text/markdown;charset=utf-8", &album.to_markdown());
    // Where a browser cannot print, nothing happens.
    let print = move |_| drop(window().print());
    view! {
        <section>
            <h2 id="portfolio" tabindex="-1">{format!("Your portfolio: {}", pairs.len())}</h2>
            <p class="own__buttons">
                <button type="button" class="button" on:click=print>"Print it"</button>
                <button type="button" class="button" on:click=save>"Save as a file"</button>
            </p>
            <ol class="mends">{rows}</ol>
        </section>
    }
    .into_any()
}

fn row(album: Album, at: usize, pair: &Pair) -> AnyView {
    let remove = move |_| {
        album.remove(at);
        reading::after_drawing(|| reading::focus("#portfolio"));
    };
    let from = Some(pair.from.clone()).filter(|it| !it.is_empty()).map(|it| format!(", in “{it}”"));
    view! {
        <li class="mend">
            <p class="mend__rule">{album::name(pair)} {from}</p>
            <dl>
                <dt>"Before"</dt>
                <dd>{pair.before.clone()}</dd>
                <dt>"After"</dt>
                <dd>{pair.after.clone()}</dd>
            </dl>
            <p class="words__acts">
                <button type="button" class="link" on:click=remove>
                    "Remove" <span class="unseen">{format!(" number {}", at + 1)}</span>
                </button>
            </p>
        </li>
    }
    .into_any()
}
