//! The headline lab: what a headline changes, and what the text under it bears out.

pub(super) mod changes;
mod fair;
mod labels;
mod parts;

use std::rc::Rc;

use leptos::prelude::*;

use super::beside::others;
use super::boxes::{Kept, LastRead, TextBox, recall, remember};
use super::choice::{self, Opened, TextChoice};
use crate::ling::BlockKind;
use crate::report::ArticleReport;
use crate::report::lab::Body;
use crate::text::fingerprint;

/// What lies in the lab.
#[derive(Clone, Copy)]
struct Lab {
    shown: Kept,
    original: Kept,
    body: Kept,
    fair: Kept,
    read: LastRead<Body>,
}

/// The name of the box that says which text the boxes were filled from.
const ORIGIN: &str = "sayso.lab.from";

impl Lab {
    fn new() -> Self {
        Self {
            shown: Kept::new("sayso.lab.shown"),
            original: Kept::new("sayso.lab.other"),
            body: Kept::new("sayso.lab.body"),
            fair: Kept::new("sayso.lab.fair"),
            read: LastRead::new(),
        }
    }

    /// The body, read. Tracks.
    fn read(self) -> Rc<Body> {
        self.body.with(|text| self.read.of(text, Body::new))
    }

    /// Puts an article into the boxes, unless it lies in them already, perhaps changed by the reader.
    fn take(self, opened: &Opened, article: usize) {
        let it = &opened.report.articles[article];
        let (headline, body) = (it.headline.map_or("", |span| opened.quote(span)), body_text(opened, it));
        // Whatever is pasted has the same address.
        let [of_headline, of_body] = [headline, &body].map(|it| fingerprint(it.as_bytes()));
        let origin = format!("{} {of_headline} {of_body}", opened.part(article));
        if recall(ORIGIN).as_deref() == Some(&origin) {
            return;
        }
        self.shown.set(headline);
        self.original.set(it.original_headline.map_or("", |span| opened.quote(span)));
        self.body.set(&body);
        self.fair.set("");
        remember(ORIGIN, &origin);
    }

    fn clear(self) {
        [self.shown, self.original, self.body, self.fair].iter().for_each(|it| it.set(""));
        remember(ORIGIN, "");
    }

    /// Tracks.
    fn is_empty(self) -> bool {
        [self.shown, self.original, self.body].iter().all(|it| it.with(|words| words.trim().is_empty()))
    }
}

/// What stands under the headlines of an article.
fn body_text(opened: &Opened, article: &ArticleReport) -> String {
    let is_text =
        |kind: BlockKind| !matches!(kind, BlockKind::Headline | BlockKind::OriginalHeadline | BlockKind::Furniture);
    let blocks = article.blocks.iter().filter(|(kind, _)| is_text(*kind));
    blocks.map(|(_, span)| opened.quote(*span)).collect::<Vec<_>>().join("\n\n")
}

/// Draws the lab; `rest` names a text to begin with, and an article of it.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    choice::named("Headline lab");
    let lab = Lab::new();
    let slug = rest.first().copied().unwrap_or_default();
    let number = rest.get(1).and_then(|it| it.parse().ok());
    let opened = (!slug.is_empty()).then(|| choice::open(slug)).flatten();
    let is_page = opened.as_ref().is_some_and(|it| it.report.articles.len() > 1);
    let is_missing = !slug.is_empty() && opened.as_ref().is_none_or(|it| it.article(number).is_none());
    let from = slug.to_owned();
    let (table, way) = match opened.filter(|_| !is_missing) {
        None => (None, None),
        Some(opened) if is_page && number.is_none() => (Some(labels::table(&opened)), None),
        Some(opened) => {
            let at = number.unwrap_or(1) - 1;
            lab.take(&opened, at);
            (None, Some(others("lab", &opened, at)))
        }
    };
    let has_table = table.is_some();
    view! {
        <main class="bench wide" id="main" tabindex="-1">
            <h1>"Headline lab"</h1>
            <p class="bench__lead">
                "Many people read only the headline. Put two versions side by side, and look up what the text under them says."
            </p>
            {is_missing.then(|| view! { <p class="bench__none">"There is no such text on this device."</p> })}
            <TextChoice
                id="lab-from"
                label="Text".to_owned()
                at=from
                chosen=Callback::new(|slug: String| choice::go(&format!("#/lab/{slug}")))
            />
            {way}
            {table}
            {(!has_table).then(|| view! { <Bench lab /> })}
        </main>
    }
    .into_any()
}

/// The boxes, and what comes of them.
#[component]
fn Bench(lab: Lab) -> impl IntoView {
    view! {
        <form class="lab__boxes" on:submit=|event| event.prevent_default()>
            <TextBox kept=lab.shown id="lab-shown" label="The headline" hint="If the text came without one, write what stood above it where you saw it." />
            <TextBox kept=lab.original id="lab-other" label="Another version of it" hint="As first published, or on another site. You can leave it empty." />
            <TextBox kept=lab.body id="lab-body" label="The text under it" rows=7 />
            <Show when=move || !lab.is_empty()>
                <button type="button" class="button" on:click=move |_| lab.clear()>"Empty all boxes"</button>
            </Show>
        </form>
        <Show when=move || lab.is_empty()>
            <Teach />
        </Show>
        {move || changes::section(lab)}
        {move || parts::section(lab)}
        <Show when=move || !lab.is_empty()>
            <fair::Fair lab />
        </Show>
    }
}

/// What the lab is for, with something to try it on.
#[component]
fn Teach() -> impl IntoView {
    view! {
        <section class="teach" aria-labelledby="teach-title">
            <h2 id="teach-title">"Try it on real headlines"</h2>
            <p>"An agency wrote the second of these. Somebody put the first over the same report:"</p>
            <p class="teach__pair">
                <ins>"Seven protesters dead in clash with the Antichrist"</ins>
                <del>"At least 7 dead in weekend clashes between protesters, Sadr supporters in Nasiriyah"</del>
            </p>
            <p class="teach__ways">
                <a class="button button--main" href="#/lab/digest-01-weekend-clashes">"Open this pair"</a>
                <a class="button" href="#/lab/digest">"Ten headlines, one label"</a>
            </p>
        </section>
    }
}
