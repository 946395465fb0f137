//! Files out and in, and the clipboard.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::super::device::copy_out;
use super::super::intake::device;
use super::super::open::file_stem;
use crate::app::announcer::Announcer;
use crate::app::download::download;
use crate::intake::Reason;
use crate::lesson::{Lesson, Refused};

/// Gives the reader a file to keep. It is made here; nothing is asked of anybody.
pub(super) fn save(name: &str, content: &str) {
    download(name, "text/plain;charset=utf-8", content);
}

/// Gives a lesson as a file, which says where it is opened.
pub(super) fn save_lesson(lesson: &Lesson) {
    save(
        &format!("{}.sayso", file_stem(&lesson.title)),
        &format!("A lesson for Sayso. Open it on the screen “Lessons”.\n{}\n", lesson.write()),
    );
}

/// A file that somebody chose or dropped.
pub(super) struct File {
    pub(super) name: String,
    pub(super) content: Result<String, Refused>,
}

/// Reads all files of a choice or a drop, and goes on with them in their order.
pub(super) fn read(event: &JsValue, then: impl FnOnce(Vec<File>) + 'static) {
    let files = device::files(event);
    let read: Rc<RefCell<Vec<Option<File>>>> = Rc::new(RefCell::new(files.iter().map(|_| None).collect()));
    let then = Rc::new(Cell::new(Some(then)));
    for (at, file) in files.iter().enumerate() {
        let (read, then, name) = (read.clone(), then.clone(), file.name());
        let done = move |bytes| {
            read.borrow_mut()[at] = Some(File { name, content: content(bytes) });
            let is_last = read.borrow().iter().all(Option::is_some);
            if is_last && let Some(then) = then.take() {
                then(read.take().into_iter().flatten().collect());
            }
        };
        device::read(file, |_| {}, done);
    }
}

fn content(bytes: Result<Vec<u8>, Reason>) -> Result<String, Refused> {
    match bytes {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(Reason::TooLong) => Err(Refused::TooLong),
        Err(_) => Err(Refused::Damaged),
    }
}

/// How long a button says what it did, before it can be read as a button again.
const SAID: Duration = Duration::from_secs(5);

/// A button that copies words, and says whether it could.
pub(super) fn copy_button(name: &'static str, words: impl Fn() -> String + Copy + 'static) -> AnyView {
    let (said, announcer) = (RwSignal::new(name), Announcer::expect());
    let click = move |_| {
        copy_out(&words(), "", move |is_done| {
            let outcome = if is_done { "Copied" } else { "This browser did not copy it" };
            announcer.say(outcome);
            let _ = said.try_set(outcome);
            let back = move || {
                let _ = said.try_set(name);
            };
            set_timeout(back, SAID);
        });
    };
    view! { <button type="button" class="button" on:click=click>{move || said.get()}</button> }.into_any()
}
