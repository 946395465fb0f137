//! What was read on this device: found again, noted on, and thrown away.

mod device;
mod item;

use std::cell::RefCell;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use self::device::{Item, Refused};
use super::arrived::open_beside;
use super::choice::named;
use super::device::Saying;
use super::share::counted;
use super::steps::is_step;
use crate::app::announcer::Announcer;
use crate::app::bundle::title_of;
use crate::app::reading::{after_drawing, focus};
use crate::share::Shared;

thread_local! {
    /// What was deleted while the page is open, the last one last: another screen does not end the way back.
    static TAKEN: RefCell<Vec<device::Taken>> = const { RefCell::new(Vec::new()) };
}

/// The list, and how often something taken from it can be put back.
#[derive(Clone, Copy)]
struct Collection {
    items: RwSignal<Vec<Item>>,
    taken: RwSignal<usize>,
    query: RwSignal<String>,
    by_title: RwSignal<bool>,
    saying: Saying,
}

/// Keeps a text and says so.
pub(super) fn keep(title: Option<&str>, text: &str, saying: Saying) {
    device::keep(title.unwrap_or_else(|| title_of(text)), text, move |kept| match kept {
        Ok(_) => saying.say("It is in your collection, on this device."),
        Err(refused) => saying.say(words(refused)),
    });
}

/// Keeps a text; `done` hears why it was not kept.
pub(super) fn keep_quietly(title: Option<&str>, text: &str, done: impl FnOnce(Option<&'static str>) + 'static) {
    device::keep(title.unwrap_or_else(|| title_of(text)), text, move |kept| done(kept.err().map(words)));
}

/// Tells the number and title of every text, the newest first; none where nothing can be read.
pub(super) fn titles(done: impl FnOnce(Vec<(String, String)>) + 'static) {
    device::list(move |items| {
        let mut items = items.unwrap_or_default();
        items.sort_by(|a, b| b.date.total_cmp(&a.date));
        done(items.into_iter().map(|it| (it.id, it.title)).collect());
    });
}

/// Tells the words of a text; `done` hears nothing where it has gone.
pub(super) fn text(id: &str, done: impl FnOnce(String) + 'static) {
    device::get(id, move |text| {
        if let Ok(Some(text)) = text {
            done(text);
        }
    });
}

fn words(refused: Refused) -> &'static str {
    match refused {
        Refused::Full => {
            "This browser has no more room. Delete something from the collection, or save the text as a file."
        }
        Refused::Storage => {
            "This browser keeps nothing for this page, so there is no collection. Everything else works."
        }
        Refused::Broken => {
            "What this browser had kept could not be read or written. Everything else works; save what you need as a file."
        }
    }
}

/// Draws the screen.
pub(super) fn screen() -> AnyView {
    named("Your collection");
    let collection = Collection {
        items: RwSignal::default(),
        taken: RwSignal::new(TAKEN.with_borrow(Vec::len)),
        query: RwSignal::default(),
        by_title: RwSignal::default(),
        saying: Saying::new(),
    };
    collection.load();
    collection.hear_undo();
    collection.tell_hits();
    device::watch(move || {
        collection.load();
        collection.saying.say("Another tab changed the collection. This is how it is now.");
    });
    view! {
        <main class="start screen" id="main" tabindex="-1">
            <h1 class="start__title">"Your collection"</h1>
            <p class="start__lead">"What you read is kept on this device, in this browser, and nowhere else."</p>
            {tools(collection)}
            {collection.saying.draw()}
            {move || (collection.taken.get() > 0).then(|| view! {
                <p><button type="button" class="button" id="collection-undo" on:click=move |_| collection.restore()>"Undo the last deletion"</button></p>
            })}
            <ol class="collection" aria-label="Collection">
                <For each=move || collection.listed() key=|it| (it.id.clone(), it.notes.clone()) let:it>
                    {item::draw(collection, it)}
                </For>
            </ol>
            {move || collection.listed().is_empty().then(|| match collection.items.with(Vec::is_empty) {
                true => nothing(),
                false => view! { <p class="cards__none">{NO_HIT}</p> }.into_any(),
            })}
        </main>
    }
    .into_any()
}

const NO_HIT: &str = "No title and no note has these words.";

/// What is found is said when the typing stops for this long.
const TELL_AFTER: Duration = Duration::from_millis(500);

fn nothing() -> AnyView {
    view! {
        <p class="cards__none">"Nothing is kept yet. Whatever you paste or open will stand here."</p>
        <p><a href="#/">"Paste an article"</a></p>
    }
    .into_any()
}

fn tools(collection: Collection) -> AnyView {
    let count = move || collection.items.with(Vec::len);
    let sort = move |_| collection.by_title.update(|it| *it = !*it);
    view! {
        <div class="screen__acts">
            <label class="unseen" for="search">"Search titles and notes"</label>
            <input
                class="screen__link"
                id="search"
                type="search"
                placeholder="Search titles and notes"
                on:input=move |event| collection.query.set(event_target_value(&event))
            />
            <button type="button" class="button" on:click=sort>
                {move || if collection.by_title.get() { "Sort by date" } else { "Sort by title" }}
            </button>
            <Show when=move || { count() > 0 }>
                <button type="button" class="button" on:click=move |_| collection.remove_all()>"Delete all"</button>
            </Show>
        </div>
    }
    .into_any()
}

/// What marks the entry in the history of the browser from which a text was opened, before its number.
const OPENED: &str = "opened:";

/// Where “back” leads to the collection: goes to the title that was opened.
fn come_back() {
    let Ok(history) = window().history() else { return };
    let state = history.state().ok().and_then(|it| it.as_string());
    if let Some(id) = state.as_deref().and_then(|it| it.strip_prefix(OPENED)) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", None);
        focus(&format!("[data-text=\"{id}\"]"));
    }
}

impl Collection {
    fn load(self) {
        device::list(move |items| match items {
            Ok(items) => {
                if self.items.try_set(items).is_none() {
                    after_drawing(come_back);
                }
            }
            Err(refused) => self.saying.say(words(refused)),
        });
    }

    /// Says to whoever listens how many texts a search has found.
    fn tell_hits(self) {
        let announcer = Announcer::expect();
        let mut tell = debounce(TELL_AFTER, move |()| {
            if self.query.try_with_untracked(String::is_empty) != Some(false) {
                return;
            }
            match untrack(|| self.listed().len()) {
                0 => announcer.say(NO_HIT),
                found => announcer.say(format!("{} found.", counted(found, "text"))),
            }
        });
        Effect::watch(move || self.query.track(), move |(), _, _| tell(()), false);
    }

    fn hear_undo(self) {
        let listener = window_event_listener(leptos::ev::keydown, move |event| {
            if is_step(&event) && !event.shift_key() {
                event.prevent_default();
                self.restore();
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Tracks.
    fn listed(self) -> Vec<Item> {
        let query = self.query.get().to_lowercase();
        let mut items = self.items.get();
        items.retain(|it| it.title.to_lowercase().contains(&query) || it.notes.to_lowercase().contains(&query));
        if self.by_title.get() {
            items.sort_by_cached_key(|it| it.title.to_lowercase());
        } else {
            items.sort_by(|a, b| b.date.total_cmp(&a.date));
        }
        items
    }

    fn open(self, it: &Item) {
        let (title, id) = (it.title.clone(), it.id.clone());
        device::get(&it.id, move |text| match text {
            Ok(Some(text)) => {
                // “Back” leads to the title again.
                let _ =
                    window().history().map(|it| it.replace_state_with_url(&format!("{OPENED}{id}").into(), "", None));
                open_beside("kept", &Shared { title: Some(title), text, ..Shared::default() });
            }
            Ok(None) => self.saying.say("Its text is no longer here: another tab may have deleted it."),
            Err(refused) => self.saying.say(words(refused)),
        });
    }

    fn note(self, it: &Item, was: String, notes: String) {
        let id = it.id.clone();
        device::note(&it.id, &was.clone(), &notes.clone(), move |done| match done.as_deref() {
            Ok("kept") => {
                self.saying.say("The note is saved on this device.");
                // The box shows it already, and would lose the focus if the list were drawn anew.
                let _ = self.items.try_update_untracked(|items| {
                    items.iter_mut().filter(|it| it.id == id).for_each(|it| it.notes.clone_from(&notes));
                });
            }
            Ok("elsewhere") => {
                self.saying.say(format!(
                    "Another tab changed this note meanwhile; it was not overwritten. Yours was: “{notes}”"
                ));
                self.load();
            }
            Ok(_) => {
                self.saying.say(format!("This text was deleted meanwhile. Your note was: “{notes}”, after “{was}”."))
            }
            Err(refused) => self.saying.say(words(*refused)),
        });
    }

    fn remove(self, it: &Item) {
        self.take(vec![it.id.clone()], format!("“{}” is deleted.", it.title));
    }

    fn remove_all(self) {
        let ids: Vec<_> = self.items.with_untracked(|items| items.iter().map(|it| it.id.clone()).collect());
        let words = match ids.len() {
            1 => "The text is deleted.".to_owned(),
            count => format!("All {count} texts are deleted."),
        };
        self.take(ids, words);
    }

    fn take(self, ids: Vec<String>, words: String) {
        device::remove(ids, move |taken| match taken {
            Ok(taken) => {
                TAKEN.with_borrow_mut(|it| it.push(taken));
                self.count_taken();
                self.saying.say(words.clone());
                self.load();
                // What was pressed goes with its text.
                after_drawing(|| focus("#collection-undo"));
            }
            Err(refused) => self.saying.say(self::words(refused)),
        });
    }

    fn restore(self) {
        let Some(taken) = TAKEN.with_borrow_mut(Vec::pop) else { return self.saying.say("There is nothing to undo.") };
        self.count_taken();
        device::restore(&taken.clone(), move |done| match done {
            Ok(()) => {
                let is_all = TAKEN.with_borrow(Vec::is_empty);
                self.saying.say(if is_all { "Everything is back." } else { "That is back. Undo has more." });
                self.load();
                after_drawing(|| focus("#main"));
            }
            Err(refused) => {
                TAKEN.with_borrow_mut(|it| it.push(taken));
                self.count_taken();
                self.saying.say(words(refused));
            }
        });
    }

    fn count_taken(self) {
        let _ = self.taken.try_set(TAKEN.with_borrow(Vec::len));
    }
}
