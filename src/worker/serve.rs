//! The worker's end: one text in, one report out.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{ToPage, ToWorker};
use crate::report;

/// Listens for texts for as long as the thread lives.
///
/// A panic ends the thread with an `error` event, which the page hears.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            if let Some(ToWorker { id, text }) = ToWorker::unpack(&event.data()) {
                let report = report::analyse(&text);
                post(&scope, &ToPage::Report { id, report });
            }
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    post(&scope, &ToPage::Ready);
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &ToPage) {
    let (message, buffers) = message.pack();
    scope.post_message_with_transfer(&message, &buffers).expect("a message of numbers and bytes can be posted");
}
