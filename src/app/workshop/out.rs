//! Taking a text out: what it will look like first, then the file, the copy or the paper.

use leptos::prelude::*;

use super::choice::named;
use super::device::Saying;
use super::open::{Open, ask};
use super::print_sheet::print_sheet;
use crate::export::{Format, rich};

/// What a reader can do with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Print,
    /// For a document of a word processor.
    Rich,
    File(Format),
}

/// Characters of a file that are shown.
const PREVIEW: usize = 3_000;

const TITLE: &str = "Save, copy, print";

/// Draws the screen for the text named in the address.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    named(TITLE);
    let Some(open) = rest.first().and_then(|it| Open::find(it)) else {
        return ask("out", TITLE, "Choose the text that you want to save, copy or print.", rest);
    };
    // As the ledger asks for it.
    let is_table = rest.get(1) == Some(&"voices");
    let way = RwSignal::new(if is_table { Way::File(Format::Voices) } else { Way::Print });
    let saying = Saying::new();
    let open = StoredValue::new(open);
    view! {
        <main class="start screen wide screen--wide" id="main" tabindex="-1">
            <div class="screen__controls">
                <p><a href=open.with_value(|it| format!("#/read/{}", it.paper.text.slug))>"Back to the text"</a></p>
                <h1 class="start__title">{TITLE}</h1>
                <p class="start__lead">{open.with_value(|it| it.title.clone())}</p>
                {ways(way)}
                <div class="screen__acts">{move || acts(way.get(), open, saying)}</div>
                {saying.draw()}
            </div>
            <section class="screen__preview" aria-label="Preview">{move || open.with_value(|it| preview(way.get(), it))}</section>
        </main>
    }
    .into_any()
}

fn ways(way: RwSignal<Way>) -> AnyView {
    let others = Format::ALL.iter().map(|it| Way::File(*it));
    let choice = |it: Way| {
        let (name, about) = it.words();
        view! {
            <label class="screen__way">
                <input type="radio" name="way" prop:checked=move || way.get() == it on:change=move |_| way.set(it) />
                <span>{name}<small>{about}</small></span>
            </label>
        }
    };
    view! {
        <fieldset class="screen__ways">
            <legend class="unseen">"As what?"</legend>
            {[Way::Print, Way::Rich].into_iter().chain(others).map(choice).collect_view()}
        </fieldset>
    }
    .into_any()
}

impl Way {
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Print => {
                ("Paper", "Numbered lines, a wide margin for notes, flags that stay readable without colour.")
            }
            Self::Rich => ("Formatted text", "To paste into a document: headings, flags and notes come along."),
            Self::File(format) => (format.name(), format.about()),
        }
    }
}

fn acts(way: Way, open: StoredValue<Open>, saying: Saying) -> AnyView {
    let file =
        move |format: Format| open.with_value(|it| (it.file_stem() + format.ending(), format.write(&it.sheet())));
    match way {
        Way::Print => view! {
            <button type="button" class="button button--main" on:click=move |_| saying.print()>"Print"</button>
        }
        .into_any(),
        Way::Rich => {
            let copy = move |_| {
                let (text, html) = open.with_value(|it| (it.paper.text.body.to_string(), rich(&it.sheet())));
                saying.copy(&text, &html, "Copied. Paste it into your document.");
            };
            view! { <button type="button" class="button button--main" on:click=copy>"Copy"</button> }.into_any()
        }
        Way::File(format) => {
            let save = move |_| {
                let (name, text) = file(format);
                saying.save(&name, format.mime(), &text);
            };
            let copy = move |_| saying.copy(&file(format).1, "", "Copied.");
            view! {
                <button type="button" class="button button--main" on:click=save>"Save as a file"</button>
                <button type="button" class="button" on:click=copy>"Copy"</button>
            }
            .into_any()
        }
    }
}

fn preview(way: Way, open: &Open) -> AnyView {
    let text = match way {
        // What is on paper, in a document and on the page is the same text with the same marks.
        Way::Print | Way::Rich | Way::File(Format::Page) => return print_sheet(&open.sheet()),
        Way::File(format) => format.write(&open.sheet()),
    };
    let end = text.floor_char_boundary(PREVIEW);
    let more = (end < text.len()).then(|| format!("… and {} more characters.", text[end..].chars().count()));
    view! {
        <pre class="screen__file" tabindex="0">{text[..end].to_owned()}</pre>
        <p>{more}</p>
    }
    .into_any()
}
