//! Texts side by side: a report and its repost, or several reports of one event.

mod alike;
mod told;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::boxes::{Kept, LastRead, TextBox};
use super::choice::{self, TextChoice};
use crate::app::shelf::Shelf;
use crate::ling::{Annotated, Reading};
use crate::report::compare::compare;
use crate::report::events::align;

/// Texts that fit beside each other.
const MOST: usize = 6;

/// Bytes of a text that are compared.
const MAX_LENGTH: usize = 400_000;

/// In an address, a place where no text is chosen yet.
const OPEN: &str = "-";

/// The boxes of the screen itself, by their names in the address.
const BOXES: [&str; 2] = ["box1", "box2"];

/// One of the texts.
#[derive(Clone)]
struct Side {
    /// As in the address: `clashes`, `digest:2`, `box1`.
    key: String,
    title: String,
    text: Source,
    read: LastRead<Reading>,
}

#[derive(Clone)]
enum Source {
    None,
    Box(Kept),
    /// A text, and which of its articles.
    Shelf(Arc<str>, usize),
}

impl Side {
    fn find(key: &str, boxes: [Kept; 2]) -> Self {
        let side = |title: String, text| Self { key: key.to_owned(), title, text, read: LastRead::new() };
        if let Some(at) = BOXES.iter().position(|it| *it == key) {
            return side(format!("Box {}", at + 1), Source::Box(boxes[at]));
        }
        let (slug, number) = key.split_once(':').unwrap_or((key, "1"));
        let at = number.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
        match (Shelf::expect().find(slug), at) {
            (Some(text), Some(at)) => {
                let title = text.title.unwrap_or_else(|| "The text you pasted".to_owned());
                side(title, Source::Shelf(text.body, at))
            }
            _ => side(String::new(), Source::None),
        }
    }

    fn slug(&self) -> &str {
        if matches!(self.text, Source::None) { "" } else { self.key.split(':').next().unwrap_or_default() }
    }

    /// The words, and the index of the article. Tracks.
    fn words(&self) -> (Arc<str>, usize) {
        let (text, at) = match &self.text {
            Source::None => ("".into(), 0),
            Source::Box(kept) => (kept.get().into(), 0),
            Source::Shelf(text, at) => (text.clone(), *at),
        };
        match text.len() {
            0..=MAX_LENGTH => (text, at),
            _ => (text[..text.floor_char_boundary(MAX_LENGTH)].into(), at),
        }
    }
}

/// Draws the texts that `rest` names.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    choice::named("Compare texts");
    let boxes = [Kept::new("sayso.twin.1"), Kept::new("sayso.twin.2")];
    let mut keys: Vec<&str> = rest.iter().copied().take(MOST).collect();
    let is_new = keys.is_empty();
    while keys.len() < 2 {
        keys.push(OPEN);
    }
    let sides: Vec<Side> = keys.iter().map(|key| Side::find(key, boxes)).collect();
    let result = sides.clone();
    view! {
        <main class="bench wide" id="main" tabindex="-1">
            <h1>"Compare texts"</h1>
            <p class="bench__lead">
                "Is one a copy of the other, and what fell away? Or do they report one event, and do they agree on it?"
            </p>
            <Choosers sides />
            {is_new.then(|| view! { <Teach boxes /> })}
            {move || results(&result)}
        </main>
    }
    .into_any()
}

/// One choice for each text, and room for another.
#[component]
fn Choosers(sides: Vec<Side>) -> impl IntoView {
    const IDS: [&str; MOST] = ["twin-1", "twin-2", "twin-3", "twin-4", "twin-5", "twin-6"];
    let keys: Vec<String> = sides.iter().map(|it| it.key.clone()).collect();
    let count = sides.len();
    let chooser = |(at, side): (usize, Side)| {
        let keys = keys.clone();
        let chosen = Callback::new(move |slug: String| {
            let mut keys = keys.clone();
            match slug.is_empty() {
                true if keys.len() > 2 => drop(keys.remove(at)),
                true => OPEN.clone_into(&mut keys[at]),
                false => keys[at] = slug,
            }
            choice::go(&format!("#/twin/{}", keys.join("/")));
        });
        let number = format!("Text {}", at + 1);
        let box_name = BOXES.get(at).copied().unwrap_or(BOXES[1]);
        let inner = match side.text {
            Source::Box(kept) => view! { <TextBox kept id=box_name label="Paste it here" rows=6 /> }.into_any(),
            Source::Shelf(..) => {
                let text = format!("#/read/{}", side.key.replace(':', "/"));
                (article_choice(&side, chosen), view! { <a class="skipped" href=text>"Read it"</a> }).into_any()
            }
            Source::None => ().into_any(),
        };
        view! {
            <div class="twin__chooser">
                <TextChoice id=IDS[at] label=number at=side.slug().to_owned() own=vec![(box_name, "A box to paste into")] chosen />
                {inner}
            </div>
        }
    };
    let more = format!("#/twin/{}/{OPEN}", keys.join("/"));
    view! {
        <div class="twin__choosers">{sides.into_iter().enumerate().map(chooser).collect_view()}</div>
        {(count < MOST).then(|| view! { <a class="button skipped" href=more>"Add another text"</a> })}
    }
}

/// Of a page of several articles, which one.
fn article_choice(side: &Side, chosen: Callback<String>) -> AnyView {
    let Source::Shelf(text, at) = &side.text else { return ().into_any() };
    let reading = side.read.of(text, |it| Reading::new(it));
    let titles: Vec<String> = (reading.articles())
        .map(|it| it.article.headline.map_or("Untitled".to_owned(), |span| it.document[span].to_owned()))
        .collect();
    if titles.len() < 2 {
        return ().into_any();
    }
    let slug = side.slug().to_owned();
    let option = |(number, title): (usize, String)| {
        let value = format!("{slug}:{}", number + 1);
        view! { <option value=value selected=number == *at>{title}</option> }
    };
    view! {
        <label class="twin__article">
            <span class="box__label">"Which article"</span>
            <select class="choice__list" on:change=move |event| chosen.run(event_target_value(&event))>
                {titles.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// What the texts have in common; nothing until there are two.
fn results(sides: &[Side]) -> AnyView {
    let words: Vec<(Arc<str>, usize)> = sides.iter().map(Side::words).collect();
    let filled: Vec<usize> = (0..sides.len()).filter(|&it| !words[it].0.trim().is_empty()).collect();
    if filled.len() < 2 {
        let has_box = sides.iter().any(|it| matches!(it.text, Source::Box(_)));
        return has_box
            .then(|| view! { <p class="bench__none">"There is nothing to compare yet: two texts are needed."</p> })
            .into_any();
    }
    let readings: Vec<Rc<Reading>> =
        filled.iter().map(|&it| sides[it].read.of(&words[it].0, |it| Reading::new(it))).collect();
    let texts: Vec<Annotated<'_>> =
        readings.iter().zip(&filled).filter_map(|(it, &at)| article(it, words[at].1)).collect();
    let titles: Vec<String> = texts.iter().zip(&filled).map(|(it, &at)| title(*it, &sides[at], at)).collect();
    let &[a, b] = &texts[..] else { return told::section(&texts, &align(&texts), &titles) };
    let twin = compare(a, b);
    // What a copy tells is what it copied.
    let told = (!alike::is_copy(&twin)).then(|| align(&texts));
    let alike = alike::section(a, b, &twin, &titles);
    let verdict = alike::verdict(&twin, told.as_deref().is_some_and(told::is_one_event));
    let told = told.map(|it| told::section(&texts, &it, &titles));
    view! {
        {verdict}
        {told}
        {alike}
    }
    .into_any()
}

fn article(reading: &Reading, at: usize) -> Option<Annotated<'_>> {
    reading.articles().nth(at).or_else(|| reading.articles().next())
}

fn title(text: Annotated<'_>, side: &Side, at: usize) -> String {
    let headline = text.article.headline.map(|it| text.document[it].to_owned());
    let title = headline.or(Some(side.title.clone()).filter(|it| !it.is_empty()));
    title.unwrap_or_else(|| format!("Text {}", at + 1))
}

/// An invented report, and what somebody made of it.
const REPORT: &str = include_str!("report.txt");
const REPOST: &str = include_str!("repost.txt");

/// What the screen is for, with texts to try it on.
#[component]
fn Teach(boxes: [Kept; 2]) -> impl IntoView {
    let fill = move |_| {
        boxes[0].set(REPORT.trim());
        boxes[1].set(REPOST.trim());
        choice::go("#/twin/box1/box2");
    };
    view! {
        <section class="teach" aria-labelledby="teach-title">
            <h2 id="teach-title">"Try it"</h2>
            <p>"Four stories of one clash count 3, 4, 5 and 7 dead. And a report is not the same once somebody has posted it again."</p>
            <p class="teach__ways">
                <a class="button button--main" href="#/twin/digest-01-weekend-clashes/digest-02-five-killed/digest-03-three-killed/digest-04-supporters-rally">
                    "Four stories of one clash"
                </a>
                <button type="button" class="button" on:click=fill>"A report and its repost"</button>
            </p>
        </section>
    }
}
