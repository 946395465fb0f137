//! The worker's end: one text in, one report out.

use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::protocol::{ToPage, ToWorker};
use crate::ling::Origin;
use crate::report;
use crate::traits::lists::{Finder, OwnList};

/// Listens for texts for as long as the thread lives.
///
/// A panic ends the thread with an `error` event, which the page hears.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let answer = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        // Made ready once, since it is the same for most texts.
        let mut finder = Finder::default();
        move |event: MessageEvent| {
            if let Some(ToWorker { id, text, own }) = ToWorker::unpack(&event.data()) {
                if let Some(own) = own {
                    finder = Finder::new(OwnList::kept(&own));
                }
                let report = report::analyse_by(&text, Origin::default(), &finder);
                post(&scope, &ToPage::Report { id, report });
            }
        }
    });
    scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
    answer.forget();
    post(&scope, &ToPage::Ready);
    // The word lists are made when they are first needed: now, while nobody waits for them.
    drop(report::analyse("“The ferry is late,” said an official on Monday."));
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &ToPage) {
    let (message, buffers) = message.pack();
    scope.post_message_with_transfer(&message, &buffers).expect("a message of numbers and bytes can be posted");
}
