//! What the browser does for the ways in.

use js_sys::{Array, Function, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::intake::{LeftOut, MAX_BYTES, Parts, Reason};

#[wasm_bindgen(module = "/src/app/workshop/intake/reader.js")]
extern "C" {
    #[wasm_bindgen(js_name = filesOf)]
    fn files_of(event: &JsValue) -> Array;
    #[wasm_bindgen(js_name = nameOf)]
    fn name_of(file: &JsValue) -> String;
    #[wasm_bindgen(js_name = readFile)]
    fn read_file(file: &JsValue, most: f64, progress: &JsValue, done: &JsValue) -> Function;
    #[wasm_bindgen(js_name = readPage)]
    fn read_page(source: &JsValue, done: &JsValue) -> Function;
    #[wasm_bindgen(js_name = takeHanded)]
    fn take_handed(way: &str, done: &JsValue);
    #[wasm_bindgen(js_name = hearOpener)]
    fn hear_opener(done: &JsValue) -> Function;
}

/// A file that a reader chose or dropped.
#[derive(Clone, Debug)]
pub(in super::super) struct File(JsValue);

impl File {
    pub(in super::super) fn name(&self) -> String {
        name_of(&self.0)
    }
}

/// Stops what was begun; calling it when all is over does nothing.
#[derive(Clone, Debug)]
pub(in super::super) struct Stop(Function);

impl Stop {
    pub(super) fn stop(&self) {
        let _ = self.0.call0(&JsValue::NULL);
    }
}

/// What the reader of pages made of one.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    pub(super) parts: Parts,
    /// Paragraphs that were taken for something else than the article.
    pub(super) left_out: Vec<LeftOut>,
}

impl Found {
    /// From the fields that the reader gives, and [`Self::fields`].
    pub(super) fn of(fields: &[String]) -> Option<Self> {
        let [headline, byline, outlet, date, body, left_out @ ..] = fields else { return None };
        let [headline, byline, outlet, date, body] = [headline, byline, outlet, date, body].map(String::clone);
        let left_out = left_out.chunks_exact(2).map(|it| (it[0].parse().ok(), it[1].clone())).collect();
        Some(Self { parts: Parts { headline, byline, outlet, date, body }, left_out })
    }

    pub(super) fn fields(self) -> impl Iterator<Item = String> {
        let Parts { headline, byline, outlet, date, body } = self.parts;
        let after = |it: Option<usize>| it.map_or_else(String::new, |it| it.to_string());
        let left_out = self.left_out.into_iter().flat_map(move |it| [after(it.0), it.1]);
        [headline, byline, outlet, date, body].into_iter().chain(left_out)
    }
}

/// Why a page was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The reader could not be loaded.
    Offline,
    Slow,
    Crashed,
    /// In the reader's own words.
    Said(String),
}

pub(in super::super) fn files(event: &JsValue) -> Vec<File> {
    files_of(event).iter().map(File).collect()
}

/// `progress` hears a part of 1.
pub(in super::super) fn read(
    file: &File,
    progress: impl FnMut(f64) + 'static,
    done: impl FnOnce(Result<Vec<u8>, Reason>) + 'static,
) -> Stop {
    let progress = Closure::<dyn FnMut(f64)>::new(progress).into_js_value();
    let done = Closure::once_into_js(move |bytes: JsValue| {
        done(match bytes.dyn_into::<Uint8Array>() {
            Ok(bytes) => Ok(bytes.to_vec()),
            Err(it) if it.is_undefined() => Err(Reason::TooLong),
            Err(_) => Err(Reason::Broken),
        });
    });
    Stop(read_file(&file.0, MAX_BYTES as f64, &progress, &done))
}

/// Reads the source of a page, or the bytes of a PDF.
pub(super) fn page(source: &JsValue, done: impl FnOnce(Result<Found, Failure>) + 'static) -> Stop {
    let done = Closure::once_into_js(move |fields: JsValue, why: String| {
        let fields: Vec<_> =
            fields.dyn_into::<Array>().into_iter().flatten().map(|it| it.as_string().unwrap_or_default()).collect();
        if let Some(found) = Found::of(&fields) {
            return done(Ok(found));
        }
        done(match (fields.as_slice(), why.as_str()) {
            ([words], _) => Err(Failure::Said(words.clone())),
            (_, "offline") => Err(Failure::Offline),
            (_, "slow") => Err(Failure::Slow),
            (_, _) => Err(Failure::Crashed),
        });
    });
    Stop(read_page(source, &done))
}

/// Hears of the files, the title and the words that the system has handed to the app.
pub(super) fn handed(way: &str, done: impl FnOnce(Vec<File>, String, String) + 'static) {
    let done = Closure::once_into_js(move |files: Array, title: String, words: String| {
        done(files.iter().map(File).collect(), title, words);
    });
    take_handed(way, &done);
}

/// Takes the page that another tab sends, for as long as the screen is open.
pub(super) fn hear(done: impl FnOnce(String) + 'static) {
    let stop = StoredValue::new_local(Stop(hear_opener(&Closure::once_into_js(done))));
    on_cleanup(move || stop.with_value(Stop::stop));
}
