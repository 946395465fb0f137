//! The second bundle, which holds the screens of the workshop; a file of texts, which are the library's,
//! what the rules rest on, and the look of paper; and three faces of the type.
//!
//! All are beside the first load: fetched once that is running. The bundle is started when one
//! of its screens is opened. After they have come, and the engine of `worker` after them, nothing
//! may be fetched any more.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::keep::Keeper;
use super::live::live_if;
use super::reading::element;
use crate::ling::headline;

#[wasm_bindgen(module = "/src/app/bundle.js")]
extern "C" {
    #[wasm_bindgen(js_name = fetchBundle)]
    fn fetch_bundle(script: &str, wasm: &str, texts: &str, whole: &str, italic: &str, semibold: &str, ended: JsValue);

    /// Gives the file of texts once it is here; `undefined` where it did not come.
    #[wasm_bindgen(js_name = whenLater)]
    pub(super) fn when_later(arrived: JsValue);

    #[wasm_bindgen(js_name = openBundle)]
    fn open_bundle(root: &HtmlElement, failed: JsValue);

    #[wasm_bindgen(js_name = rememberText)]
    fn remember(title: &str, text: &str);
}

#[wasm_bindgen(module = "/src/app/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keepOffline)]
    fn keep_offline(worker: &str);

    /// Loads the page anew where it is sure to come.
    #[wasm_bindgen(js_name = beginAnew)]
    pub(super) fn begin_anew();
}

/// Bytes in which a headline is looked for: a long text is not laid out for its name alone.
const HEAD: usize = 8_000;

/// Keeps a text in the collection; the collection's own screen tells what is wrong with it.
pub(super) fn remember_text(text: &str) {
    remember(title_of(text), text);
}

/// What a text is called in the collection; empty where no headline is found.
pub(super) fn title_of(text: &str) -> &str {
    headline(&text[..text.floor_char_boundary(HEAD)]).unwrap_or_default()
}

/// Fetches the bundle, and then forbids the page every further request.
///
/// A bundle that does not come is missed, and said so, when it is opened.
pub(super) fn fetch_then_lock() {
    if mark("workshop").is_some() {
        keep_offline("./sw.js");
    }
    let [script, wasm] = [".js", "_bg.wasm"].map(|ending| address("workshop", ending));
    let [whole, italic, semibold] = ["whole", "italic", "semibold"].map(|it| address(it, ".woff2"));
    fetch_bundle(
        &script,
        &wasm,
        &address("later", ".txt"),
        &whole,
        &italic,
        &semibold,
        Closure::once_into_js(forbid_requests),
    );
}

/// The place where the workshop draws itself, and what is said until it does.
#[component]
pub(super) fn Workshop() -> impl IntoView {
    super::analysis::set_nothing_due();
    Keeper::expect().lend_to_workshop();
    let trouble = RwSignal::new(false);
    Effect::new(move || {
        if let Some(root) = element(".workshop") {
            let failed = Closure::once_into_js(move || {
                let _ = trouble.try_set(true);
            });
            open_bundle(&root, failed);
        }
    });
    view! {
        <div class="workshop"></div>
        {live_if(move || trouble.get().then(|| view! {
            <main class="start" id="main">
                <h1 class="start__title">"This screen could not be loaded"</h1>
                <p>"A part of the page could not be loaded. Reload the page while you have a connection."</p>
            </main>
        }.into_any()))}
    }
}

/// What a build that is deployed adds to the name of a file: it tells of the content.
fn mark(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(&format!("data-{name}"))
}

/// Returns where a file that is fetched lies.
fn address(name: &str, ending: &str) -> String {
    let mark = mark(name).map(|it| format!("-{it}")).unwrap_or_default();
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    let base = base.split('#').next().unwrap_or_default();
    let folder = base.rfind('/').map_or("", |at| &base[..=at]);
    format!("{folder}{name}{mark}{ending}")
}

/// Adds to the page's policy that it may ask nobody for anything; policies only ever add up.
fn forbid_requests() {
    let Ok(lock) = document().create_element("meta") else { return };
    let _ = lock.set_attribute("http-equiv", "Content-Security-Policy");
    let _ = lock.set_attribute("content", "connect-src 'none'");
    if let Some(head) = document().head() {
        let _ = head.append_child(&lock);
    }
}
