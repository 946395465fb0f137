//! Saves what the reader makes, as it is made, and says so when it cannot.

use std::time::Duration;

use leptos::prelude::*;

use super::dismissals::Dismissals;
use super::live::{self, live_when};
use super::preferences::Preferences;
use super::shelf::Shelf;
use crate::storage::{Kept, Refusal, Slot};
use crate::text::fingerprint;

/// The two items kept on the device, and the last trouble with them or with those of other screens.
#[derive(Clone, Copy)]
pub(super) struct Keeper {
    rest: StoredValue<Slot, LocalStorage>,
    text: StoredValue<Slot, LocalStorage>,
    /// Whether the text is newer than what is written of it.
    is_text_due: StoredValue<bool, LocalStorage>,
    trouble: RwSignal<Option<Trouble>>,
    /// Whether a trouble is no longer said, though it may last.
    is_let_go: StoredValue<bool>,
}

/// The item that holds the text that was pasted.
const TEXT: &str = "sayso.text";

/// The event that says in this tab that settings or dismissals were saved.
const KEPT: &str = "sayso-kept";

/// The event that says that a text being read could not be put into the collection.
const NOT_KEPT: &str = "sayso-not-kept";

/// How long a new text waits to be written.
const WRITE_AFTER: Duration = Duration::from_millis(250);

/// What kept something from being saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// The item of this name was not written.
    Refused(&'static str, Refusal),
    /// The collection did not take the text that is being read.
    NotCollected,
    /// Not all that was stored can be read.
    Broken,
    /// Another text has been put in the place of the reader's, by another tab perhaps, and it is the one shown now.
    Newer,
}

impl Keeper {
    /// Provides what was kept, and keeps what changes from now on.
    pub(super) fn provide() -> Self {
        let keeper = Self {
            rest: StoredValue::new_local(Slot::new("sayso")),
            text: StoredValue::new_local(Slot::new(TEXT)),
            is_text_due: StoredValue::new_local(false),
            trouble: RwSignal::new(None),
            is_let_go: StoredValue::new(false),
        };
        let (kept, _) = keeper.read_rest().unwrap_or_default();
        let text = Shelf::lent().or_else(|| keeper.read_text());
        let shelf = Shelf::provide(&text.unwrap_or_default());
        let preferences = Preferences::provide(kept.settings);
        let dismissals = Dismissals::provide(kept.dismissals);
        keeper.watch(preferences, dismissals, shelf);
        provide_context(keeper);
        keeper
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn trouble(self) -> Option<Trouble> {
        self.trouble.get()
    }

    /// Whether all was saved that should be, since the page began.
    pub(super) fn is_all_kept(self) -> bool {
        self.trouble.with_untracked(Option::is_none) && !self.is_let_go.get_value()
    }

    pub(super) fn let_go(self) {
        self.is_let_go.set_value(true);
        self.trouble.set(None);
    }

    /// Keeps this tab's text in place of the other one's.
    pub(super) fn keep_mine(self) {
        self.save_text(Shelf::expect(), Slot::overwrite);
    }

    fn save_text(self, shelf: Shelf, save: fn(&Slot, &str) -> Result<(), Refusal>) {
        let text = shelf.pasted_untracked();
        let outcome = self.text.with_value(|slot| save(slot, &text));
        // Where it was refused for itself, what is stored is this tab's older text.
        if matches!(outcome, Ok(()) | Err(Refusal::Elsewhere)) {
            note_mine(&text);
        }
        self.tell(TEXT, outcome);
    }

    /// Reads the pasted text, and says so where another tab has put its own in the place of this one's.
    fn read_text(self) -> Option<String> {
        let text = self.text.with_value(Slot::read)?;
        if note_mine(&text) {
            self.tell_newer();
        }
        Some(text)
    }

    pub(super) fn tell_newer(self) {
        self.trouble.set(Some(Trouble::Newer));
    }

    /// Reads settings and dismissals, and whether all of them could be read; they are put by if not,
    /// since the next change is written over them.
    fn read_rest(self) -> Option<(Kept, bool)> {
        let text = self.rest.with_value(Slot::read)?;
        let (kept, is_whole) = Kept::from_text(&text);
        if !is_whole {
            let _ = Slot::new("sayso.before").overwrite(&text);
            self.trouble.set(Some(Trouble::Broken));
        }
        Some((kept, is_whole))
    }

    fn watch(self, preferences: Preferences, dismissals: Dismissals, shelf: Shelf) {
        Effect::new(move |before: Option<String>| {
            let dismissals = dismissals.read().clone();
            let text = Kept { settings: preferences.settings(), dismissals }.to_text();
            if before.is_some_and(|it| it != text) {
                untrack(|| {
                    self.save(self.rest, &text);
                    // The page and the workshop lie in one tab, which storage itself does not tell.
                    let told = web_sys::Event::new(KEPT).map(|event| window().dispatch_event(&event));
                    debug_assert!(told.is_ok(), "an event with a name can be made");
                });
            }
            text
        });
        let not_kept = window_event_listener_untyped(NOT_KEPT, move |_| self.trouble.set(Some(Trouble::NotCollected)));
        on_cleanup(move || not_kept.remove());
        let kept_here = window_event_listener_untyped(KEPT, move |_| self.follow(preferences, dismissals));
        on_cleanup(move || kept_here.remove());
        Effect::new(move |before: Option<()>| {
            shelf.pasted();
            if before.is_some() {
                self.is_text_due.set_value(true);
                // A long text takes a while to write: not while its flags are awaited.
                set_timeout(move || self.write_text(shelf), WRITE_AFTER);
            }
        });
        let left = window_event_listener_untyped("pagehide", move |_| self.write_text(shelf));
        on_cleanup(move || left.remove());
        let kept_there = window_event_listener(leptos::ev::storage, move |event| {
            if event.key().as_deref() == Some(self.rest.with_value(Slot::key)) {
                self.follow(preferences, dismissals);
            }
        });
        on_cleanup(move || kept_there.remove());
    }

    fn write_text(self, shelf: Shelf) {
        if self.is_text_due.try_get_value() == Some(true) {
            self.is_text_due.set_value(false);
            self.save_text(shelf, Slot::write);
        }
    }

    /// Takes settings and dismissals as another tab, or the other bundle, has just saved them.
    ///
    /// Its own were saved the moment they were made, so nothing is lost.
    fn follow(self, preferences: Preferences, dismissals: Dismissals) {
        if !self.rest.with_value(Slot::is_elsewhere) {
            return;
        }
        if let Some((kept, true)) = self.read_rest() {
            preferences.replace(kept.settings);
            // What is the same keeps its steps to undo.
            if dismissals.read_untracked() != kept.dismissals {
                dismissals.replace(kept.dismissals);
            }
        }
    }

    /// Hands the text to the workshop, and takes what that has saved when its screen is left.
    pub(super) fn lend_to_workshop(self) {
        let (preferences, dismissals, shelf) = (Preferences::expect(), Dismissals::expect(), Shelf::expect());
        self.write_text(shelf);
        shelf.lend();
        on_cleanup(move || self.follow(preferences, dismissals));
    }

    /// Writes an item, and returns whether it is there. What was taken from elsewhere just now is not
    /// written: an echo would undo the other's undo.
    pub(super) fn save(self, slot: StoredValue<Slot, LocalStorage>, text: &str) -> bool {
        let (item, outcome) = slot.with_value(|it| (it.key(), if it.holds(text) { Ok(()) } else { it.write(text) }));
        self.tell(item, outcome);
        outcome.is_ok()
    }

    /// Says whether an item was saved. What is wrong with any other stays said.
    pub(super) fn tell(self, item: &'static str, outcome: Result<(), Refusal>) {
        let said = self.trouble.get_untracked();
        let is_own = matches!(said, Some(Trouble::Refused(of, _)) if of == item);
        if outcome.is_err() || is_own {
            // The last is said; the one before may last.
            if !is_own && said.is_some() {
                self.is_let_go.set_value(true);
            }
            self.trouble.set(outcome.err().map(|why| Trouble::Refused(item, why)));
        }
    }
}

/// Notes for this tab which text it shows; returns whether it showed another one before.
fn note_mine(text: &str) -> bool {
    const MINE: &str = "sayso.mine";
    let Ok(Some(storage)) = window().session_storage() else { return false };
    let print = fingerprint(text.as_bytes()).to_string();
    let before = storage.get_item(MINE).ok().flatten();
    let _ = storage.set_item(MINE, &print);
    before.is_some_and(|it| it != print)
}

/// The item that holds the reader's own list.
pub(super) const OWN_LIST: &str = "sayso.list";

/// Returns the reader's own list as it is kept now; empty where there is none.
pub(super) fn own_list() -> String {
    Slot::new(OWN_LIST).read().unwrap_or_default()
}

/// Says in plain words what is not being saved, and what can be done.
#[component]
pub(super) fn KeepNotice() -> impl IntoView {
    let keeper = Keeper::expect();
    let words = |trouble| match trouble {
        Trouble::NotCollected => "This browser did not take the text into your collection. Everything else works.",
        Trouble::Newer => {
            "A newer text, of another tab perhaps, is shown here now. If you had read the older one, it is in your collection."
        }
        Trouble::Broken => "Not all that this browser had kept for Sayso could be read. The rest starts empty.",
        Trouble::Refused(_, Refusal::NoStorage) => {
            "This browser keeps nothing for this page. All works, but closing the tab loses your text and settings."
        }
        Trouble::Refused(TEXT, Refusal::TooLong) => {
            "This text is too long to be kept here. Once you have read it, it is in your collection."
        }
        Trouble::Refused(_, Refusal::Full | Refusal::TooLong) => {
            "This browser has no more room, so your last change is not saved. Everything else works."
        }
        Trouble::Refused(TEXT, Refusal::Elsewhere) => {
            "Another tab has saved a different text, and it is still there. Yours is not saved."
        }
        Trouble::Refused(_, Refusal::Elsewhere) => {
            "Another tab has changed this too. Yours is not saved: reload to go on from there."
        }
    };
    let is_elsewhere = move || keeper.trouble() == Some(Trouble::Refused(TEXT, Refusal::Elsewhere));
    view! {
        {live_when(move || keeper.trouble().is_some(), move || view! {
            <aside class="notice" aria-label="Saving">
                <p role="alert">{live::words(move || keeper.trouble().map_or("", words).to_owned())}</p>
                {live_when(is_elsewhere, move || view! {
                    <button type="button" class="button" on:click=move |_| keeper.keep_mine()>"Keep mine instead"</button>
                }.into_any())}
                <button type="button" class="button" on:click=move |_| keeper.let_go()>"Close"</button>
            </aside>
        }.into_any())}
    }
}
