//! What the screens ask of the browser: a file, the clipboard, paper, its requests.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::app::announcer::Announcer;
use crate::app::download::download;

#[wasm_bindgen(module = "/src/app/workshop/device.js")]
extern "C" {
    fn copy(text: &str, html: &str, done: &JsValue);
    #[wasm_bindgen(js_name = watchRequests)]
    fn watch_requests(tell: &Closure<dyn FnMut(Option<u32>, String, u32)>) -> js_sys::Function;
    #[wasm_bindgen(js_name = tryRequest)]
    fn try_request(tell: &JsValue);
}

/// Says what a button did, on the page and aloud.
#[derive(Clone, Copy)]
pub(super) struct Saying {
    words: RwSignal<String>,
    announcer: Announcer,
}

impl Saying {
    pub(super) fn new() -> Self {
        Self { words: RwSignal::default(), announcer: Announcer::expect() }
    }

    pub(super) fn say(self, words: impl Into<String>) {
        let words = words.into();
        self.announcer.say(words.clone());
        let _ = self.words.try_set(words);
    }

    /// Draws what was said last, beside the buttons.
    pub(super) fn draw(self) -> AnyView {
        view! { <p class="screen__said">{move || self.words.get()}</p> }.into_any()
    }

    pub(super) fn save(self, name: &str, mime: &str, text: &str) {
        download(name, &format!("{mime};charset=utf-8"), text);
        self.say(format!("Saved as {name}, where this browser keeps its downloads."));
    }

    /// `html` may be empty; `done` is what to say.
    pub(super) fn copy(self, text: &str, html: &str, done: &'static str) {
        copy_out(text, html, move |is_taken| {
            self.say(if is_taken {
                done
            } else {
                "This browser did not let the page copy. Save it as a file instead."
            });
        });
    }

    pub(super) fn print(self) {
        self.say("The print dialog of this browser opens.");
        let _ = window().print();
    }
}

/// Puts words on the clipboard; `html` may be empty; `done` hears whether they were taken.
pub(super) fn copy_out(text: &str, html: &str, done: impl FnOnce(bool) + 'static) {
    copy(text, html, &Closure::once_into_js(done));
}

/// Counts the requests since the page locked itself, and apart from them those for its own files,
/// for as long as the screen is open; there is no number before the lock.
pub(super) fn count_requests(tell: impl Fn(Option<u32>, String, u32) + 'static) {
    let tell = Closure::new(tell);
    let stop = watch_requests(&tell);
    let both = StoredValue::new_local((stop, tell));
    on_cleanup(move || {
        both.with_value(|(stop, _)| {
            // An observer that has gone needs no stop.
            let _ = stop.call0(&JsValue::NULL);
        });
    });
}

/// Tries to ask for something; `tell` hears whether the browser refused.
pub(super) fn knock(tell: impl FnOnce(bool) + 'static) {
    try_request(&Closure::once_into_js(tell));
}
