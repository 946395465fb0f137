//! Where a file or page stands: waiting, being read, or split and to be looked at.

use std::collections::VecDeque;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::super::arrived;
use super::super::choice::{go_on, page};
use super::super::classroom::{bring, refusal};
use super::super::collection;
use super::super::device::Saying;
use super::device::{self, Failure, File, Found, Stop};
use super::parts;
use crate::intake::{self, Parts, Taken};
use crate::lesson::{Lesson, Refused, Slip};
use crate::share::{self, Shared, own_fragment};

#[derive(Clone, Debug)]
pub(super) enum Stage {
    Idle,
    Reading,
    Split,
    /// A file as [`share::to_file`] writes it.
    Sent,
}

#[derive(Clone, Copy)]
pub(super) struct Desk {
    stage: RwSignal<Stage>,
    /// What was split, until its form is drawn.
    found: StoredValue<Found>,
    sent: StoredValue<Option<Shared>>,
    progress: RwSignal<f64>,
    /// Of several files, what became of each.
    outcomes: RwSignal<Vec<String>>,
    stop: StoredValue<Option<Stop>, LocalStorage>,
    /// What came and is only the address of a page.
    link: RwSignal<Option<String>>,
    pub(super) saying: Saying,
}

impl Desk {
    pub(super) fn new(saying: Saying) -> Self {
        let desk = Self {
            stage: RwSignal::new(Stage::Idle),
            found: StoredValue::default(),
            sent: StoredValue::default(),
            progress: RwSignal::new(0.0),
            outcomes: RwSignal::default(),
            stop: StoredValue::new_local(None),
            link: RwSignal::default(),
            saying,
        };
        on_cleanup(move || desk.stop.with_value(|it| it.iter().for_each(Stop::stop)));
        desk
    }

    /// Tracks.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Tracks.
    pub(super) fn progress(self) -> f64 {
        self.progress.get()
    }

    /// Tracks.
    pub(super) fn outcomes(self) -> Vec<String> {
        self.outcomes.get()
    }

    /// Tracks.
    pub(super) fn link(self) -> Option<String> {
        self.link.get()
    }

    pub(super) fn cancel(self) {
        self.stop.with_value(|it| it.iter().for_each(Stop::stop));
        self.idle("Cancelled. Nothing was changed.");
    }

    fn idle(self, words: impl Into<String>) {
        let _ = self.stage.try_set(Stage::Idle);
        self.saying.say(words);
    }

    /// One file is split before the reader's eyes; several go into the collection.
    pub(super) fn take_files(self, files: Vec<File>) {
        self.outcomes.set(Vec::new());
        match &files[..] {
            [] => {}
            [file] => self.take_file(file),
            _ => self.take_next(files.into()),
        }
    }

    fn take_file(self, file: &File) {
        let name = file.name();
        self.read(file, move |taken| match taken {
            Ok(Taken::Text(text)) => self.take_text(text),
            Ok(Taken::Article(parts)) => self.show(Found { parts, ..Found::default() }),
            Ok(Taken::Page(html)) => self.take_page(&html, None),
            Ok(Taken::Pdf(bytes)) => self.take_source(pdf(bytes), None),
            Ok(Taken::Own(text)) => self.take_own(&text),
            Err(reason) => self.idle(format!("{name}: {}", reason.in_words())),
        });
    }

    fn read(self, file: &File, done: impl FnOnce(Result<Taken, intake::Reason>) + 'static) {
        self.stage.set(Stage::Reading);
        self.progress.set(0.0);
        let progress = move |part| {
            let _ = self.progress.try_set(part);
        };
        let name = file.name();
        let stop =
            device::read(file, progress, move |bytes| done(bytes.and_then(intake::read).map(|it| it.named(&name))));
        self.stop.set_value(Some(stop));
    }

    fn take_next(self, mut files: VecDeque<File>) {
        let Some(file) = files.pop_front() else {
            return self.idle("Every file has been read. What could be kept is in your collection.");
        };
        let name = file.name();
        self.read(&file, move |taken| match taken {
            Ok(Taken::Text(text)) => match sent(&text) {
                Some(Ok(shared)) => self.keep(&name, shared.title.as_deref(), &shared.text, files),
                Some(Err(words)) => self.tell(format!("{name}: {words}"), files),
                None => self.keep(&name, None, &text, files),
            },
            Ok(Taken::Article(parts)) => self.keep(&name, None, &parts.join(), files),
            Ok(Taken::Page(html)) => self.split_next(&html.into(), name, files),
            Ok(Taken::Pdf(bytes)) => self.split_next(&pdf(bytes), name, files),
            Ok(Taken::Own(_)) => self.tell(format!("{name}: {}", intake::Reason::OwnWork.in_words()), files),
            Err(reason) => self.tell(format!("{name}: {}", reason.in_words()), files),
        });
    }

    fn split_next(self, source: &JsValue, name: String, rest: VecDeque<File>) {
        self.split(source, move |found| match found {
            Ok(found) if found.parts.body.trim().is_empty() => self.tell(format!("{name}: {NO_ARTICLE}"), rest),
            Ok(found) => self.keep(&name, None, &found.parts.join(), rest),
            Err(failure) => self.tell(format!("{name}: {}", words(failure)), rest),
        });
    }

    fn keep(self, name: &str, title: Option<&str>, text: &str, rest: VecDeque<File>) {
        let name = name.to_owned();
        collection::keep_quietly(title, text, move |refused| {
            let words = refused.unwrap_or("in your collection.");
            self.tell(format!("{name}: {words}"), rest);
        });
    }

    fn tell(self, words: String, rest: VecDeque<File>) {
        let _ = self.outcomes.try_update(|it| it.push(words));
        self.take_next(rest);
    }

    /// A text needs no reader; a file of Sayso's own is offered as a link is.
    pub(super) fn take_text(self, text: String) {
        match sent(&text) {
            Some(Ok(shared)) => {
                self.sent.set_value(Some(shared));
                self.stage.set(Stage::Sent);
                self.saying.say("Here is what the file holds.");
            }
            Some(Err(words)) => self.idle(words),
            None => self.take_titled(String::new(), text),
        }
    }

    fn take_titled(self, headline: String, body: String) {
        self.show(Found { parts: Parts { headline, body, ..Parts::default() }, ..Found::default() });
    }

    /// Takes what was put into a box and is no text of an article; returns whether it was.
    pub(super) fn take_other(self, text: &str) -> bool {
        if intake::is_own(text) {
            self.take_own(text);
        } else if intake::is_page(text) {
            self.take_page(text, None);
        } else if intake::is_link(text) {
            self.take_link(text);
        } else {
            return false;
        }
        true
    }

    /// Goes where a lesson or slips are opened.
    fn take_own(self, text: &str) {
        if Slip::find(text).iter().any(|it| *it != Err(Refused::OtherKind)) {
            bring(text);
            return go_on("#/class");
        }
        match lesson_in(text) {
            Ok(lesson) => go_on(&lesson),
            Err(Refused::NotOurs) => self.idle(intake::Reason::OwnWork.in_words()),
            Err(why) => self.idle(refusal(why)),
        }
    }

    /// Goes where a link of Sayso's own leads; of any other the reader is told what can be done.
    fn take_link(self, link: &str) {
        match (own_fragment(link, &page()), lesson_in(link)) {
            (Some(fragment), _) => go_on(&format!("#{fragment}")),
            (None, Ok(lesson)) => go_on(&lesson),
            (None, Err(_)) => self.link.set(Some(link.trim().to_owned())),
        }
    }

    /// Takes what the system has handed to the app: files, or words with their title.
    pub(super) fn take_handed(self, files: Vec<File>, title: String, words: String) {
        match (files.is_empty(), words.trim().is_empty()) {
            (false, _) => self.take_files(files),
            (true, true) => self.idle("Nothing has arrived. Choose a file, or paste its text."),
            (true, false) if self.take_other(&words) => {}
            (true, false) => self.take_titled(title, words),
        }
    }

    /// Splits a page. Where `plain` is longer than twice what was found, the article was missed: it is taken instead.
    pub(super) fn take_page(self, html: &str, plain: Option<String>) {
        self.take_source(html.into(), plain);
    }

    fn take_source(self, source: JsValue, plain: Option<String>) {
        self.split(&source, move |found| match (found, plain) {
            (Ok(found), Some(plain)) if found.parts.body.len() * 2 < plain.len() => self.take_text(plain),
            (Err(_), Some(plain)) => self.take_text(plain),
            (Ok(found), _) if found.parts.body.trim().is_empty() => {
                self.idle(NO_ARTICLE);
            }
            (Ok(found), _) => self.show(found),
            (Err(failure), None) => self.idle(words(failure)),
        });
    }

    fn split(self, source: &JsValue, done: impl FnOnce(Result<Found, Failure>) + 'static) {
        self.stage.set(Stage::Reading);
        self.progress.set(1.0);
        self.stop.set_value(Some(device::page(source, done)));
    }

    /// What came without its parts told is taken apart by how it is laid out.
    pub(super) fn show(self, mut found: Found) {
        let Parts { headline, byline, outlet, date, .. } = &found.parts;
        let is_bare = [headline, byline, outlet, date].iter().all(|it| it.is_empty());
        if is_bare && found.left_out.iter().all(|it| it.0.is_none()) {
            found.parts = Parts::of(found.parts.body);
        }
        let _ = self.found.try_set_value(found);
        let _ = self.stage.try_set(Stage::Split);
        self.saying.say("Check that the parts are right, then read it.");
    }

    /// Hands over what was split: a long text is not kept twice.
    pub(super) fn take_found(self) -> Found {
        self.found.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Hands over what came in a file of Sayso's own.
    pub(super) fn take_sent(self) -> Option<Shared> {
        self.sent.try_update_value(Option::take).flatten()
    }

    pub(super) fn start_again(self) {
        parts::forget();
        self.idle("");
    }
}

/// The address of the lesson whose code is in a text.
fn lesson_in(text: &str) -> Result<String, Refused> {
    Lesson::find(text).map(|it| format!("#/lesson/{}", it.write()))
}

/// What a file of Sayso's own holds, or what to tell of it; `None` for any other text.
fn sent(text: &str) -> Option<Result<Shared, &'static str>> {
    Some(match share::from_file(text)? {
        Ok(shared) if shared.text.trim().is_empty() => Err(intake::Reason::Empty.in_words()),
        shared => shared.map_err(arrived::words),
    })
}

const NO_ARTICLE: &str = "No article was found on this page. Copy its text and paste it instead.";

fn words(failure: Failure) -> String {
    let words = match failure {
        Failure::Offline => {
            "The part of Sayso that reads web pages and PDFs is not here. Connect once, or copy the text and paste it."
        }
        Failure::Slow => "This took longer than half a minute, so it was given up. Copy the text and paste it instead.",
        Failure::Crashed => "This could not be read. Copy its text and paste it instead.",
        Failure::Said(words) => return words,
    };
    words.to_owned()
}

/// The bytes, where the thread that reads them can take them over.
fn pdf(bytes: Vec<u8>) -> JsValue {
    js_sys::Uint8Array::from(bytes.as_slice()).into()
}
