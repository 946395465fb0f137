//! A screen beside one text: its choice, the way from article to article, and what is drawn of it.

use leptos::prelude::*;

use super::boxes::{recall, remember};
use super::choice::{self, Opened, TextChoice};

/// What such a screen is called, and what it draws.
pub(super) struct Beside {
    /// As in its addresses, and in the name under which the tab keeps which text lies open.
    pub(super) name: &'static str,
    pub(super) title: &'static str,
    pub(super) lead: &'static str,
    pub(super) label: &'static str,
    /// What one might ask of the report that an empty screen offers.
    pub(super) teach: &'static str,
    pub(super) draw: fn(&Opened, usize) -> AnyView,
}

impl Beside {
    /// Draws it for the text, and the article of it, that `rest` names; else for the last one.
    pub(super) fn screen(self, rest: &[&str]) -> AnyView {
        choice::named(self.title);
        let name = self.name;
        let kept_as = format!("sayso.{name}");
        if rest.is_empty()
            && let Some(kept) = recall(&kept_as)
        {
            // The other tools are about the text that the address names.
            choice::go_on(&format!("#/{name}/{kept}"));
            return ().into_any();
        }
        let slug = rest.first().copied().unwrap_or_default();
        let number = rest.get(1).and_then(|it| it.parse().ok());
        let opened = Some(slug).filter(|it| !it.is_empty()).and_then(choice::open);
        let drawn = opened.and_then(|opened| {
            let (at, _) = opened.article(number)?;
            remember(&kept_as, &opened.part(at));
            Some(view! { {others(name, &opened, at)} {(self.draw)(&opened, at)} })
        });
        let drawn = drawn.map_or_else(|| self.nothing(slug), IntoAny::into_any);
        self.around(slug, drawn)
    }

    /// Asks for a text, where the address names none that is here.
    pub(super) fn ask(self, rest: &[&str]) -> AnyView {
        let slug = rest.first().copied().unwrap_or_default();
        let nothing = self.nothing(slug);
        self.around(slug, nothing)
    }

    fn around(self, slug: &str, drawn: AnyView) -> AnyView {
        let name = self.name;
        view! {
            <main class="bench wide" id="main" tabindex="-1">
                <h1>{self.title}</h1>
                <p class="bench__lead">{self.lead}</p>
                <TextChoice
                    id="beside-from"
                    label=self.label.to_owned()
                    at=slug
                    chosen=Callback::new(move |slug: String| choice::go(&format!("#/{name}/{slug}")))
                />
                {drawn}
            </main>
        }
        .into_any()
    }

    fn nothing(&self, slug: &str) -> AnyView {
        if !slug.is_empty() {
            return view! { <p class="bench__none">"There is no such text on this device."</p> }.into_any();
        }
        let report = format!("#/{}/karbala-report", self.name);
        view! {
            <section class="teach">
                <h2>"Try it on an article"</h2>
                <p>{self.teach}</p>
                <p class="teach__ways"><a class="button button--main" href=report>"Open the article"</a></p>
            </section>
        }
        .into_any()
    }
}

/// The way back to the text, and from article to article of a page.
pub(super) fn others(name: &str, opened: &Opened, at: usize) -> AnyView {
    let count = opened.report.articles.len();
    let title = opened.headline(&opened.report.articles[at]);
    let link = |at: usize, words: &'static str| view! { <a href=format!("#/{name}/{}", opened.part(at))>{words}</a> };
    view! {
        <nav class="others" aria-label="This text">
            <p class="others__title"><span class="others__way">"Read it: "</span> <a href=opened.href(at)>{title}</a></p>
            {(count > 1).then(|| view! { <span>{format!("Article {} of {count}", at + 1)}</span> })}
            {(at > 0).then(|| link(at - 1, "Previous"))}
            {(at + 1 < count).then(|| link(at + 1, "Next"))}
        </nav>
    }
    .into_any()
}
