//! Where a file or page stands: waiting, being read, or split and to be looked at.

use leptos::prelude::*;

use super::super::arrived;
use super::super::collection;
use super::super::device::Saying;
use super::device::{self, Failure, File, Found, Stop};
use crate::intake::{self, Parts, Taken};
use crate::share;

#[derive(Clone, Debug)]
pub(super) enum Stage {
    Idle,
    Reading,
    Split(Found),
}

#[derive(Clone, Copy)]
pub(super) struct Desk {
    stage: RwSignal<Stage>,
    progress: RwSignal<f64>,
    /// Of several files, what became of each.
    outcomes: RwSignal<Vec<String>>,
    stop: StoredValue<Option<Stop>, LocalStorage>,
    pub(super) saying: Saying,
}

impl Desk {
    pub(super) fn new(saying: Saying) -> Self {
        let desk = Self {
            stage: RwSignal::new(Stage::Idle),
            progress: RwSignal::new(0.0),
            outcomes: RwSignal::default(),
            stop: StoredValue::new_local(None),
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
            Ok(Taken::Page(html)) => self.take_page(&html, None),
            Err(reason) => self.idle(format!("{name}: {}", reason.in_words())),
        });
    }

    fn read(self, file: &File, done: impl FnOnce(Result<Taken, intake::Reason>) + 'static) {
        self.stage.set(Stage::Reading);
        self.progress.set(0.0);
        let progress = move |part| {
            let _ = self.progress.try_set(part);
        };
        let stop = device::read(file, progress, move |bytes| done(bytes.and_then(|it| intake::read(&it))));
        self.stop.set_value(Some(stop));
    }

    fn take_next(self, mut files: std::collections::VecDeque<File>) {
        let Some(file) = files.pop_front() else {
            return self.idle("Every file has been read. What could be kept is in your collection.");
        };
        let name = file.name();
        self.read(&file, move |taken| match taken {
            Ok(Taken::Text(text)) => self.keep(&name, &share_text(text), files),
            Ok(Taken::Page(html)) => self.split(&html, move |found| match found {
                Ok(found) => self.keep(&name, &found.parts.join(), files),
                Err(failure) => self.tell(format!("{name}: {}", words(failure)), files),
            }),
            Err(reason) => self.tell(format!("{name}: {}", reason.in_words()), files),
        });
    }

    fn keep(self, name: &str, text: &str, rest: std::collections::VecDeque<File>) {
        let name = name.to_owned();
        collection::keep_quietly(text, move |refused| {
            let words = refused.unwrap_or("in your collection.");
            self.tell(format!("{name}: {words}"), rest);
        });
    }

    fn tell(self, words: String, rest: std::collections::VecDeque<File>) {
        let _ = self.outcomes.try_update(|it| it.push(words));
        self.take_next(rest);
    }

    /// A text needs no reader; a file of Sayso's own brings its title.
    pub(super) fn take_text(self, text: String) {
        match share::from_file(&text) {
            Some(Ok(shared)) => {
                self.show(Found { parts: Parts { body: shared.text, ..Parts::default() }, ..Found::default() })
            }
            Some(Err(error)) => self.idle(arrived::words(error)),
            None => self.show(Found { parts: Parts { body: text, ..Parts::default() }, ..Found::default() }),
        }
    }

    /// Splits a page. Where `plain` is longer than twice what was found, the article was missed: it is taken instead.
    pub(super) fn take_page(self, html: &str, plain: Option<String>) {
        self.split(html, move |found| match (found, plain) {
            (Ok(found), Some(plain)) if found.parts.body.len() * 2 < plain.len() => self.take_text(plain),
            (Err(_), Some(plain)) => self.take_text(plain),
            (Ok(found), _) if found.parts.body.trim().is_empty() => {
                self.idle("No article was found on this page. Copy its text and paste it instead.");
            }
            (Ok(found), _) => self.show(found),
            (Err(failure), None) => self.idle(words(failure)),
        });
    }

    fn split(self, html: &str, done: impl FnOnce(Result<Found, Failure>) + 'static) {
        self.stage.set(Stage::Reading);
        self.progress.set(1.0);
        self.stop.set_value(Some(device::page(html, done)));
    }

    fn show(self, found: Found) {
        let _ = self.stage.try_set(Stage::Split(found));
        self.saying.say("Look whether the parts are right, then read it.");
    }

    pub(super) fn start_again(self) {
        self.idle("");
    }
}

/// The text of a file of Sayso's own, or the file as it is.
fn share_text(text: String) -> String {
    match share::from_file(&text) {
        Some(Ok(shared)) => shared.text,
        _ => text,
    }
}

fn words(failure: Failure) -> &'static str {
    match failure {
        Failure::Offline => {
            "The part of Sayso that reads web pages is not here. Connect once, or copy the page’s text and paste it."
        }
        Failure::Slow => {
            "This page took longer than half a minute, so it was given up. Copy its text and paste it instead."
        }
        Failure::Crashed => "This page could not be read. Copy its text and paste it instead.",
    }
}
