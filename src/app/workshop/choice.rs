//! Choosing a text: of the library, of a page of several, or the pasted one.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::route::PASTED;
use crate::app::shelf::Shelf;
use crate::library::{self, Group};
use crate::report::{ArticleReport, Report, analyse};

/// A text and its report.
pub(super) struct Opened {
    pub(super) slug: String,
    pub(super) title: String,
    /// That it is a retelling or an invented story.
    pub(super) note: Option<String>,
    pub(super) body: Arc<str>,
    pub(super) report: Report,
}

/// Finds a text by its name in the address and reads it.
pub(super) fn open(slug: &str) -> Option<Opened> {
    let text = Shelf::expect().find(slug)?;
    let report = analyse(&text.body);
    let title = text.title.unwrap_or_else(|| "The text you pasted".to_owned());
    Some(Opened { slug: text.slug, title, note: text.note, body: text.body, report })
}

impl Opened {
    pub(super) fn quote(&self, span: crate::text::Span) -> &str {
        &self.body[span.range()]
    }

    /// Returns an article by its number in the address, from 1; the first where none is asked for.
    pub(super) fn article(&self, number: Option<usize>) -> Option<(usize, &ArticleReport)> {
        let at = number.unwrap_or(1).checked_sub(1)?;
        self.report.articles.get(at).map(|it| (at, it))
    }

    pub(super) fn headline(&self, article: &ArticleReport) -> String {
        article.headline.map_or_else(|| self.title.clone(), |it| self.quote(it).to_owned())
    }

    /// The address of the text, or of one article of several, on the reading page.
    pub(super) fn href(&self, article: usize) -> String {
        format!("#/read/{}", self.part(article))
    }

    /// The address of a place in the text.
    pub(super) fn place(&self, article: usize, span: crate::text::Span) -> String {
        let number = if self.report.articles.len() == 1 { 0 } else { article + 1 };
        format!("#/read/{}/{number}/{}", self.slug, span.start())
    }

    /// As in an address behind the screen's name: `clashes`, or `digest/2`.
    pub(super) fn part(&self, article: usize) -> String {
        match self.report.articles.len() {
            1 => self.slug.clone(),
            _ => format!("{}/{}", self.slug, article + 1),
        }
    }
}

/// A choice of all texts; tells `chosen` the name of the one chosen.
#[component]
pub(super) fn TextChoice(
    id: &'static str,
    label: String,
    /// What is chosen already.
    #[prop(into)]
    at: String,
    /// Choices of the screen itself, as name and title.
    #[prop(default = vec![])]
    own: Vec<(&'static str, &'static str)>,
    chosen: Callback<String>,
) -> impl IntoView {
    let has_pasted = !Shelf::expect().pasted_untracked().trim().is_empty();
    let option = |value: &str, title: &str| {
        let is_at = value == at;
        view! { <option value=value.to_owned() selected=is_at>{title.to_owned()}</option> }
    };
    let own: Vec<_> = own.into_iter().map(|(value, title)| option(value, title)).collect();
    let pasted = has_pasted.then(|| option(PASTED, "The text you pasted"));
    let group = |group: Group| {
        let entries: Vec<_> =
            library::entries().iter().filter(|it| it.group == group).map(|it| option(it.slug, it.title)).collect();
        view! { <optgroup label=group.title()>{entries}</optgroup> }
    };
    let groups = Group::ALL.map(group).collect_view();
    view! {
        <div class="choice">
            <label class="box__label" for=id>{label}</label>
            <select class="choice__list" id=id on:change=move |event| chosen.run(event_target_value(&event))>
                <option value="" selected=at.is_empty()>"Choose a text …"</option>
                {own}
                {pasted}
                {groups}
            </select>
        </div>
    }
}

/// Goes to another address of the workshop.
pub(super) fn go(hash: &str) {
    // A refused change of address leaves the screen where it is.
    let _ = window().location().set_hash(hash);
}

/// As [`go`], but “back” leads to where the reader was before: here there is nothing to come back to.
pub(super) fn go_on(hash: &str) {
    let _ = window().location().replace(&format!("{}{hash}", page()));
}

/// Names the screen in the title of the page.
pub(super) fn named(title: &str) {
    document().set_title(&format!("{title} · Sayso"));
}

/// Where this page lies: its address without the part behind `#`.
pub(super) fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
