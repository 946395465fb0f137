//! The wall between the page and its analysis thread.
//!
//! One binary leads both lives: the page starts the worker from the same
//! glue and hands it the compiled module, so that nothing is fetched or
//! compiled twice before the first flags. The same sources, built for speed,
//! are the engine: it comes last, under a name that the page's own build has
//! written down, and its threads take over (`engine.js`). So the two ends of
//! the wall can never be of different builds.

mod client;
mod protocol;
mod serve;

pub use client::{Client, Event, WorkerError};
pub use serve::serve;

use wasm_bindgen::JsCast;

/// Whether this program runs as the analysis thread.
pub fn is_worker() -> bool {
    js_sys::global().is_instance_of::<web_sys::DedicatedWorkerGlobalScope>()
}
