//! The third bundle: the reader of web pages, loaded when there is one to read.

/// Returns headline, byline, outlet, date, body and what was left out of a page, each as text.
#[cfg(feature = "html")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn read(html: &str) -> Vec<String> {
    let page = sayso::import::read(html);
    let headline = page.headline.unwrap_or_default();
    let body = page.text.strip_prefix(&headline).unwrap_or(&page.text).trim().to_owned();
    let [byline, outlet, published] = [page.byline, page.outlet, page.published].map(Option::unwrap_or_default);
    let left_out = page.left_out.join("\n\n");
    vec![headline, byline, outlet, published, body, left_out]
}

fn main() {}
