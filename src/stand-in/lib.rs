//! What the page has of `wasm-streams`: the little that lets Leptos compile.
//!
//! Leptos brings it along to stream to a server and from one, which no page of ours has. The real one
//! exports its classes to scripts, so no linker may leave them out: a hundredth of the first load.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::JsValue;

#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("there is no server to stream to")
    }

    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
