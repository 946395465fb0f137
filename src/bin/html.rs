//! The third bundle: the reader of web pages and PDFs, loaded when there is one to read.

#[cfg(feature = "html")]
use {sayso::intake::Parts, wasm_bindgen::prelude::*};

/// Returns headline, byline, outlet, date and body of a page, each as text; behind them, for each paragraph
/// that was left out, how many stand before it and its words. One text alone says why there is nothing.
#[cfg(feature = "html")]
#[wasm_bindgen]
pub fn read(html: &str) -> Vec<String> {
    let page = match sayso::import::read(html) {
        Ok(page) => page,
        Err(refusal) => return vec![refusal.in_words().to_owned()],
    };
    let headline = page.headline.unwrap_or_default();
    let body = page.text.strip_prefix(&headline).unwrap_or(&page.text).trim().to_owned();
    let [byline, outlet, published] = [page.byline, page.outlet, page.published].map(Option::unwrap_or_default);
    let left_out = page.left_out.into_iter().flat_map(|it| [it.after.to_string(), it.text]);
    [headline, byline, outlet, published, body].into_iter().chain(left_out).collect()
}

/// Returns the article of a page as one text; nothing where none is found.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = readText)]
pub fn read_text(html: &str) -> Option<String> {
    let mut fields = read(html).into_iter();
    let [headline, byline, outlet, date, body] = std::array::from_fn(|_| fields.next().unwrap_or_default());
    (!body.is_empty()).then(|| Parts { headline, byline, outlet, date, body }.into_text())
}

/// Returns of a PDF what [`read`] does of a page.
#[cfg(feature = "html")]
#[wasm_bindgen(js_name = readPdf)]
pub fn read_pdf(bytes: Vec<u8>) -> Vec<String> {
    match sayso::intake::pdf::read(bytes) {
        Ok(pages) => {
            let left_out = pages.left_out.into_iter().flat_map(|it| [String::new(), it]);
            [const { String::new() }; 4].into_iter().chain([pages.text]).chain(left_out).collect()
        }
        Err(reason) => vec![reason.in_words().to_owned()],
    }
}

fn main() {}
