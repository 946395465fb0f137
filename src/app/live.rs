//! Parts that follow what they read, behind one type each: every closure type would bring
//! drawing code of its own along.

use std::time::Duration;

use leptos::prelude::*;

/// Draws again whenever what it reads changes.
pub(super) fn live(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn Fn() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// Draws nothing while there is nothing to draw.
pub(super) fn live_if(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    live(move || draw().unwrap_or_else(nothing))
}

/// Draws while `holds` does, and leaves standing what is drawn as long as it does.
pub(super) fn live_when(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    draw: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let holds = told(Box::new(holds));
    live_if(move || holds.get().then(&draw))
}

fn told(holds: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| holds())
}

/// Draws in a task of its own, after what is on screen already: a long text takes its time.
pub(super) fn later(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_due = RwSignal::new(false);
    let set = move || {
        // Gone with what it belonged to.
        let _ = is_due.try_set(true);
    };
    request_animation_frame(move || set_timeout(set, Duration::ZERO));
    live_if(move || is_due.get().then(&draw))
}

/// Draws what may be there.
pub(super) fn maybe(view: Option<impl IntoAny>) -> AnyView {
    view.map_or_else(nothing, IntoAny::into_any)
}

pub(super) fn nothing() -> AnyView {
    ().into_any()
}

/// Words that follow what they read: of an element, or of an attribute.
pub(super) type Words = Box<dyn Fn() -> String + Send>;

pub(super) fn words(say: impl Fn() -> String + Send + 'static) -> Words {
    Box::new(say)
}

/// Whether an element has a class, or a box is ticked.
pub(super) fn holds(whether: impl Fn() -> bool + Send + 'static) -> Box<dyn Fn() -> bool + Send> {
    Box::new(whether)
}

/// *true* or *false*, as an attribute has it.
pub(super) fn whether(holds: impl Fn() -> bool + Send + 'static) -> Words {
    Box::new(move || holds().to_string())
}

/// A button that does what the listener around it reads from `act` and `at`.
pub(super) fn acting(act: &'static str, at: String, words: String, unseen: String) -> AnyView {
    view! {
        <button type="button" class="link" data-act=act data-at=at>
            {words}
            <span class="unseen">{unseen}</span>
        </button>
    }
    .into_any()
}
