//! The second bundle of the page: the screens beside the reading of one text.

#[cfg(feature = "page")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the screen that the address asks for, for as long as `root` is on the page.
#[cfg(feature = "page")]
#[wasm_bindgen]
pub fn open(root: web_sys::HtmlElement) {
    sayso::app::open_workshop(root);
}

fn main() {
    #[cfg(feature = "page")]
    if sayso::worker::is_worker() {
        sayso::worker::serve();
    }
}
