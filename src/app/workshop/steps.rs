//! Steps that can be undone, and the words that say what the last one did.

use std::sync::Mutex;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::app::announcer::Announcer;
use crate::app::reading::is_in;

/// Steps that can be undone.
const MOST: usize = 30;

/// How long the notice of a step stays; the keys undo it for ever.
const TOAST: Duration = Duration::from_secs(10);

/// A state to which what somebody else did to another one can be done as well.
pub(super) trait Rebase {
    /// Does here what leads from `before` to `after`.
    fn rebase(&mut self, before: &Self, after: &Self);
}

/// The steps of a screen that was left, until it is opened again.
pub(super) type Left<T> = Mutex<Option<(T, [Vec<T>; 2])>>;

/// A state of which every step can be undone and done again.
pub(super) struct Steps<T: Clone + Send + Sync + 'static> {
    now: RwSignal<T>,
    past: StoredValue<Vec<T>>,
    future: StoredValue<Vec<T>>,
    last: RwSignal<Option<Told>>,
}

/// What the last step did, in words, and what can be done about it.
#[derive(Clone)]
struct Told {
    words: String,
    way: Option<Way>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Undo,
    Redo,
}

impl<T: Clone + Send + Sync + 'static> Clone for Steps<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> Copy for Steps<T> {}

impl<T: Clone + PartialEq + Rebase + Send + Sync + 'static> Steps<T> {
    /// Goes on from where the screen was left; what was changed elsewhere since is no step.
    pub(super) fn resume(now: T, left: &'static Left<T>) -> Self {
        let before = left.lock().ok().and_then(|mut it| it.take());
        let (then, [past, future]) = before.unwrap_or_else(|| (now.clone(), Default::default()));
        let (past, future) = (StoredValue::new(past), StoredValue::new(future));
        let steps = Self { now: RwSignal::new(then), past, future, last: RwSignal::new(None) };
        steps.amend(|it| *it = now);
        on_cleanup(move || {
            let steps = steps.now.try_get_untracked().zip(past.try_get_value()).zip(future.try_get_value());
            if let (Some(((now, past), future)), Ok(mut left)) = (steps, left.lock()) {
                *left = Some((now, [past, future]));
            }
        });
        steps
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
        self.last.set(Some(Told { words, way: Some(Way::Undo) }));
    }

    /// Changes what is no step of this tab, and changes it in every step, too: none of them undoes it.
    pub(super) fn amend(self, change: impl FnOnce(&mut T)) {
        let before = self.now.get_untracked();
        self.now.update(change);
        self.now.with_untracked(|after| {
            for steps in [self.past, self.future] {
                steps.update_value(|steps| {
                    steps.iter_mut().for_each(|it| it.rebase(&before, after));
                    // A step that would change nothing any more.
                    steps.dedup();
                    if steps.last() == Some(after) {
                        steps.pop();
                    }
                });
            }
        });
    }

    fn go(self, way: Way) {
        let (from, to, done, nothing, back) = match way {
            Way::Undo => (self.past, self.future, "Undone.", "There is nothing to undo.", Way::Redo),
            Way::Redo => (self.future, self.past, "Redone.", "There is nothing to redo.", Way::Undo),
        };
        let words = match from.try_update_value(Vec::pop).flatten() {
            Some(then) => {
                to.update_value(|to| to.push(self.now.get_untracked()));
                self.now.set(then);
                done
            }
            None => nothing,
        };
        let way = to.with_value(|to| !to.is_empty()).then_some(back);
        self.last.set(Some(Told { words: words.to_owned(), way }));
    }

    /// Draws what the last step did, with the way back, and listens for the keys that undo.
    pub(super) fn toast(self) -> AnyView {
        let announcer = Announcer::expect();
        let timer = StoredValue::new(None::<TimeoutHandle>);
        Effect::new(move || {
            timer.update_value(|it| it.take().iter().for_each(TimeoutHandle::clear));
            if let Some(told) = self.last.get() {
                announcer.say(told.words);
                self.let_go_later(timer);
            }
        });
        let keys = window_event_listener(leptos::ev::keydown, move |event| {
            if is_step(&event) {
                event.prevent_default();
                self.go(if event.shift_key() { Way::Redo } else { Way::Undo });
            }
        });
        on_cleanup(move || keys.remove());
        let toast = move || {
            self.last.get().map(|Told { words, way }| {
                let button = way.map(|way| {
                    let name = if way == Way::Undo { "Undo" } else { "Redo" };
                    view! { <button type="button" class="button" on:click=move |_| self.go(way)>{name}</button> }
                });
                view! { <section class="toast" aria-label="The last step"><p>{words}</p> {button}</section> }
            })
        };
        toast.into_any()
    }

    /// Takes the notice away in a while; not while its button has the focus, which would be lost with it.
    fn let_go_later(self, timer: StoredValue<Option<TimeoutHandle>>) {
        let let_go = move || {
            if is_in(".toast") {
                self.let_go_later(timer);
            } else {
                let _ = self.last.try_set(None);
            }
        };
        let _ = timer.try_set_value(set_timeout_with_handle(let_go, TOAST).ok());
    }
}

/// Whether a key is to undo a step of the screen, or with Shift to do it again: where somebody writes, it is for
/// what is written.
pub(super) fn is_step(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<web_sys::Element>().ok());
    let writes = target.is_some_and(|it| it.matches("textarea, input:not([type=checkbox])").unwrap_or(false));
    let is_z = event.key().eq_ignore_ascii_case("z") && (event.ctrl_key() || event.meta_key());
    is_z && !writes && !event.default_prevented()
}
