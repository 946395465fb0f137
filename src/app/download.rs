//! A file for the reader to save; it is made here and goes nowhere else.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlElement, Url};

/// How long a file may be asked for after the click.
const KEPT: Duration = Duration::from_secs(60);

/// Offers a file to be saved.
pub(super) fn download(name: &str, kind: &str, content: &str) {
    // A browser that refuses a file of its own making saves nothing, and says so itself.
    let _ = offer(name, kind, content);
}

fn offer(name: &str, kind: &str, content: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&content.into()), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlElement = document().create_element("a")?.unchecked_into();
    link.set_attribute("href", &url)?;
    link.set_attribute("download", name)?;
    link.click();
    // Not at once: some browsers read it only after the click.
    set_timeout(move || drop(Url::revoke_object_url(&url)), KEPT);
    Ok(())
}
