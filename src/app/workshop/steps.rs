//! Steps that can be undone, and the words that say what the last one did.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::announcer::Announcer;

/// Steps that can be undone.
const MOST: usize = 30;

/// How long the notice of a step stays; the keys undo it for ever.
const TOAST: Duration = Duration::from_secs(10);

/// A state of which every step can be undone and done again.
pub(super) struct Steps<T: Clone + Send + Sync + 'static> {
    now: RwSignal<T>,
    past: StoredValue<Vec<T>>,
    future: StoredValue<Vec<T>>,
    /// What the last step did, in words.
    last: RwSignal<Option<String>>,
}

impl<T: Clone + Send + Sync + 'static> Clone for Steps<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Steps<T> {}

impl<T: Clone + Send + Sync + 'static> Steps<T> {
    pub(super) fn new(now: T) -> Self {
        let (past, future) = (StoredValue::new(Vec::new()), StoredValue::new(Vec::new()));
        Self { now: RwSignal::new(now), past, future, last: RwSignal::new(None) }
    }

    /// Tracks.
    pub(super) fn with<O>(self, ask: impl FnOnce(&T) -> O) -> O {
        self.now.with(ask)
    }

    pub(super) fn with_untracked<O>(self, ask: impl FnOnce(&T) -> O) -> O {
        self.now.with_untracked(ask)
    }

    /// Takes a step; `words` say what it did.
    pub(super) fn step(self, words: String, change: impl FnOnce(&mut T)) {
        self.past.update_value(|past| {
            past.push(self.now.get_untracked());
            let excess = past.len().saturating_sub(MOST);
            past.drain(..excess);
        });
        self.future.set_value(Vec::new());
        self.now.update(change);
        self.last.set(Some(words));
    }

    /// Changes what is no step of its own.
    pub(super) fn amend(self, change: impl FnOnce(&mut T)) {
        self.now.update(change);
    }

    fn undo(self) {
        self.swap(self.past, self.future, "Undone.");
    }

    fn redo(self) {
        self.swap(self.future, self.past, "Redone.");
    }

    fn swap(self, from: StoredValue<Vec<T>>, to: StoredValue<Vec<T>>, words: &str) {
        let Some(then) = from.try_update_value(Vec::pop).flatten() else { return };
        to.update_value(|to| to.push(self.now.get_untracked()));
        self.now.set(then);
        self.last.set(Some(words.to_owned()));
    }

    /// Draws what the last step did, with the way back, and listens for the keys that undo.
    pub(super) fn toast(self) -> AnyView {
        let announcer = Announcer::expect();
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move || {
            timer.update_value(|it| it.take().iter().for_each(TimeoutHandle::clear));
            if let Some(words) = self.last.get() {
                announcer.say(words);
                let let_go = move || drop(self.last.try_set(None));
                timer.set_value(set_timeout_with_handle(let_go, TOAST).ok());
            }
        });
        let keys = window_event_listener(leptos::ev::keydown, move |event| {
            let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
            let writes = target.is_some_and(|it| it.matches("textarea, input:not([type=checkbox])").unwrap_or(false));
            let is_z = event.key().eq_ignore_ascii_case("z") && (event.ctrl_key() || event.meta_key());
            if is_z && !writes && !event.default_prevented() {
                event.prevent_default();
                if event.shift_key() { self.redo() } else { self.undo() }
            }
        });
        on_cleanup(move || keys.remove());
        let toast = move || {
            self.last.get().map(|words| {
                view! {
                    <section class="toast" aria-label="The last step">
                        <p>{words}</p>
                        <button type="button" class="button" on:click=move |_| self.undo()>"Undo"</button>
                    </section>
                }
            })
        };
        toast.into_any()
    }
}
