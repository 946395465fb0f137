//! The worker's end: one text in, one report out.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{ToPage, ToWorker};
use crate::ling::Origin;
use crate::report;
use crate::traits::lists::{Finder, OwnList};

/// Bytes that are read at a time to warm up: so little that a text which comes meanwhile need not wait.
const SLICE: usize = 4 << 10;

/// About as many slices as it takes until the browser has compiled for speed what runs often.
const SLICES: u32 = 250;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &js_sys::Function, ms: f64) -> i32;
}

/// Listens for texts for as long as the thread lives.
///
/// A panic ends the thread with an `error` event, which the page hears.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        // Made ready once, since it is the same for most texts.
        let mut finder = Finder::default();
        let mut is_cold = true;
        move |event: MessageEvent| {
            if let Some(ToWorker { id, text, own }) = ToWorker::unpack(&event.data()) {
                if let Some(own) = own {
                    finder = Finder::new(OwnList::kept(&own));
                }
                let report = report::analyse_by(&text, Origin::default(), &finder);
                post(&scope, &ToPage::Report { id, report });
                if is_cold && text.len() >= SLICE {
                    is_cold = false;
                    warm_up(text[..text.floor_char_boundary(SLICE)].to_owned(), SLICES);
                }
            }
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    post(&scope, &ToPage::Ready);
    // The word lists are made when they are first needed: now, while nobody waits for them.
    drop(report::analyse("“The ferry is late,” said an official on Monday."));
}

/// Reads a text again and again while nobody waits: a browser runs WebAssembly slowly until it has seen
/// which parts of it run often, and the next text is often the last one with a word changed.
fn warm_up(text: String, times: u32) {
    let read = Closure::once_into_js(move || {
        drop(report::analyse(&text));
        if times > 1 {
            warm_up(text, times - 1);
        }
    });
    set_timeout(read.unchecked_ref(), 0.0);
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &ToPage) {
    let (message, buffers) = message.pack();
    scope.post_message_with_transfer(&message, &buffers).expect("a message of numbers and bytes can be posted");
}
