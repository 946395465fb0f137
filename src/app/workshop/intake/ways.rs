//! The ways in, and the honest answer to a link.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

use super::super::choice::page;
use super::desk::Desk;
use super::device;
use crate::intake::is_page;

/// Draws every way in.
pub(super) fn all(desk: Desk) -> AnyView {
    view! {
        {files(desk)}
        {formatted(desk)}
        <section class="by-mouse">
            <h2>"Send the page you are reading"</h2>
            <p>
                "Drag this to your bookmarks: " <a class="button screen__bookmark" href=bookmarklet()>"Read with Sayso"</a>
            </p>
            <p>
                "On a news page, choose the bookmark: the page is handed to Sayso in a new tab, on this device, with no server between. "
                "Some sites forbid it; then copy and paste."
            </p>
        </section>
    }
    .into_any()
}

fn files(desk: Desk) -> AnyView {
    let is_over = RwSignal::new(false);
    let take = move |event: &JsValue| desk.take_files(device::files(event));
    view! {
        <div
            class="screen__drop"
            class:is-over=move || is_over.get()
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                take(event.as_ref());
            }
        >
            <label for="files">"Choose files, or drop them here"</label>
            <p>
                <input
                    id="files"
                    type="file"
                    multiple=true
                    accept=".txt,.sayso,.md,.html,.htm,.mhtml,.mht,.docx,.pdf,text/plain,text/html,text/markdown,application/pdf"
                    on:change=move |event| take(event.as_ref())
                />
            </p>
            <p>"Text, Markdown, web pages (.html, .mhtml), Word documents (.docx) and PDFs that hold text. Several at once go into your collection."</p>
        </div>
    }
    .into_any()
}

/// A box that sees more of the clipboard than a plain one.
fn formatted(desk: Desk) -> AnyView {
    let pasted = move |event: web_sys::ClipboardEvent| {
        let Some(data) = event.clipboard_data() else { return };
        let plain = data.get_data("text/plain").unwrap_or_default();
        let html = data.get_data("text/html").unwrap_or_default();
        if is_page(&plain) {
            event.prevent_default();
            desk.take_page(&plain, None);
        } else if !html.is_empty() {
            event.prevent_default();
            desk.take_page(&html, Some(plain));
        }
    };
    let typed = move |event: web_sys::Event| {
        let text =
            event.target().and_then(|it| it.dyn_into::<web_sys::HtmlTextAreaElement>().ok()).map(|it| it.value());
        match text {
            Some(text) if !text.trim().is_empty() && !desk.take_other(&text) => desk.take_text(text),
            _ => {}
        }
    };
    view! {
        <label class="screen__field" for="formatted">
            "Or paste formatted text, or the source of a whole page"
            <textarea id="formatted" rows="4" on:paste=pasted on:change=typed></textarea>
        </label>
    }
    .into_any()
}

/// What a link typed into the box is told.
pub(super) fn answer(link: String) -> AnyView {
    view! {
        <section class="screen__warning">
            <h2>"A link alone is not enough"</h2>
            <p class="screen__first">{link}</p>
            <p>
                "Sayso cannot fetch the page: browsers do not let one site read another, and a server in between "
                "would learn what you read. Three ways work:"
            </p>
            <ol class="screen__steps">
                <li>"Open the page, select the article, copy it, and paste it into the box."</li>
                <li>"Save the page " <span class="by-keys">"(Ctrl+S or ⌘S) "</span> "and open the file below."</li>
                <li>"Use the bookmark below, on the page itself."</li>
            </ol>
        </section>
    }
    .into_any()
}

/// Opens Sayso in a new tab and hands it the page once that tab says that it listens.
fn bookmarklet() -> String {
    let page = page();
    let origin = window().location().origin().unwrap_or_default();
    format!(
        "javascript:(()=>{{const w=open('{page}#/in/page');addEventListener('message',e=>{{\
         if(e.source===w&&e.origin==='{origin}'&&e.data==='sayso:ready')\
         w.postMessage({{sayso:document.documentElement.outerHTML}},'{origin}')}})}})()"
    )
}
