//! The article, word by word: where marks are made.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::about;
use super::desk::{Desk, Pick};
use super::reveal::heading;
use super::sheet::Sheet;
use crate::app::article_view::look;
use crate::app::preferences::Preferences;
use crate::lesson::{between, first_of};
use crate::ling::BlockKind;
use crate::text::Span;

/// How one word is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Look {
    is_picked: bool,
    is_caret: bool,
    /// How many of the student's own marks hold it.
    mine: u8,
    is_sayso: bool,
    is_key: bool,
    /// The numbers of the marks that end here, and what is read out behind it.
    ends: Vec<(usize, String)>,
}

impl Look {
    fn is_plain(&self) -> bool {
        !(self.is_picked || self.mine > 0 || self.is_sayso || self.is_key)
    }

    /// Whether the next word goes on in the same stretch.
    fn goes_on(&self, next: &Self) -> bool {
        let ink = |it: &Self| (it.is_picked, it.mine, it.is_sayso, it.is_key);
        ink(self) == ink(next) && self.ends.is_empty()
    }

    fn class(&self) -> String {
        let parts = [
            (self.is_picked, " ink--pick"),
            (self.mine > 0, " ink--mine"),
            (self.mine > 1, " ink--twice"),
            (self.is_sayso, " ink--sayso"),
            (self.is_key, " ink--key"),
        ];
        parts.into_iter().filter(|it| it.0).fold("ink".to_owned(), |class, it| class + it.1)
    }
}

/// A button held down, from this place on.
#[derive(Clone, Copy)]
struct Drag {
    from: usize,
    is_moved: bool,
}

/// How to mark: in a line, which the article is described by, and in full.
pub(super) fn help() -> AnyView {
    view! {
        <p class="hint" id="desk-help">
            "Drag over words, or tap the first and then the last. Then say what it is. "
            <span class="by-keys">"On a keyboard: arrows, Enter, and the number of the rule."</span>
        </p>
        <details class="desk__how by-keys">
            <summary>"All that a keyboard does"</summary>
            <p>"Go into the article by Tab. Left and right move by word, up and down by sentence; with Shift they pick. Enter begins and ends. 1 to 9 give a rule. Delete takes a mark away. Ctrl and Z undoes. R reveals."</p>
            <p>"With a screen reader, let these keys through first: in NVDA by Insert and Space."</p>
        </details>
    }
    .into_any()
}

/// The text as given; one listener serves all words.
pub(super) fn article(desk: Desk) -> AnyView {
    let sheet = desk.sheet();
    let preferences = Preferences::expect();
    let drag: StoredValue<Option<Drag>> = StoredValue::new(None);
    let looks = Memo::new(move |_| Arc::new(looks(desk)));
    let go_on = move |event: &MouseEvent| {
        let (Some(at), Some(to)) = (drag.get_value(), place_of(event)) else { return };
        if at.is_moved || at.from != to {
            drag.set_value(Some(Drag { is_moved: true, ..at }));
            desk.set_pick(stretch(at.from, to));
        }
    };
    let up = window_event_listener(leptos::ev::mouseup, move |event| {
        go_on(&event);
        if drag.try_update_value(Option::take).flatten().is_some_and(|it| it.is_moved) {
            desk.say_pick();
        }
    });
    on_cleanup(move || up.remove());
    let down = move |event: MouseEvent| {
        if event.button() == 0 {
            drag.set_value(place_of(&event).map(|from| Drag { from, is_moved: false }));
        }
    };
    let click = move |event: MouseEvent| {
        // Where button went down and up on two words, the click is of neither.
        if let Some(word) = word_of(&event) {
            desk.tap(word);
        }
    };
    let blocks = sheet.blocks.iter().map(|&(kind, span)| block(&sheet, looks, kind, span)).collect_view();
    view! {
        <article
            class="article desk__text"
            id="article"
            tabindex="0"
            aria-label="Article to mark"
            aria-describedby="desk-help"
            on:mousedown=down
            on:mouseover=move |event| go_on(&event)
            on:click=click
            on:focus=move |event| if is_by_keys(&event) { desk.show_caret() }
            on:keydown=move |event| {
                if pressed(desk, preferences, &event) {
                    event.prevent_default();
                    keep_caret_in_view();
                }
            }
        >
            {blocks}
        </article>
    }
    .into_any()
}

/// Undoes and does again by the keys of every editor, wherever the focus is, for as long as the screen is open.
pub(super) fn hear_undo(desk: Desk) {
    let listener = window_event_listener(leptos::ev::keydown, move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        // A box has steps of its own.
        let is_typing =
            target.is_some_and(|it| it.matches("input:not([type=checkbox], [type=radio]), textarea").unwrap_or(false));
        let is_step = (event.ctrl_key() || event.meta_key()) && !is_typing;
        let key = event.key().to_ascii_lowercase();
        match (is_step, key.as_str(), event.shift_key()) {
            (true, "z", false) => desk.undo(),
            (true, "z", true) | (true, "y", _) => desk.redo(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || listener.remove());
}

/// Whether the focus came by keys, so that what it is at has to be shown.
pub(super) fn is_by_keys(event: &FocusEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    target.is_some_and(|it| it.matches(":focus-visible").unwrap_or(false))
}

fn word_of(event: &MouseEvent) -> Option<usize> {
    number(&event.target()?.dyn_into::<Element>().ok()?.closest("[data-w]").ok().flatten()?)
}

fn number(word: &Element) -> Option<usize> {
    word.get_attribute("data-w")?.parse().ok()
}

/// Returns where in the words the pointer is: twice the number of a word, and one more for the gap behind it.
fn place_of(event: &MouseEvent) -> Option<usize> {
    if let Some(word) = word_of(event) {
        return Some(2 * word);
    }
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let words = target.closest(".desk__text > *").ok()??.query_selector_all("[data-w]").ok()?;
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let count = words.length();
    let word = |at: u32| words.item(at)?.dyn_into::<Element>().ok();
    let area = |at: u32| word(at).map(|it| it.get_bounding_client_rect());
    let far = |from: f64, to: f64, at: f64| (from - at).max(at - to).max(0.0);
    let lines_off = |at: u32| area(at).map_or(f64::MAX, |it| far(it.top(), it.bottom(), y));
    let words_off = |at: u32| area(at).map_or(f64::MAX, |it| far(it.left(), it.right(), x));
    // Of the line that the pointer is nearest to, the nearest word. Words stand in the order of
    // their lines, so that few of a long block have to be asked where they are.
    let below = first_of(count, |at| area(at).is_some_and(|it| it.bottom() >= y));
    let nearest = |a: &u32, b: &u32| lines_off(*a).total_cmp(&lines_off(*b));
    let on_line = [below.saturating_sub(1), below].into_iter().min_by(nearest)?;
    let limit = lines_off(on_line) + 1.0;
    let is_on_line = |at: &u32| lines_off(*at) <= limit;
    let line = (0..on_line).rev().take_while(is_on_line).chain((on_line..count).take_while(is_on_line));
    let at = line.min_by(|a, b| words_off(*a).total_cmp(&words_off(*b)))?;
    let behind = area(at).map(|it| isize::from(x > it.right()) - isize::from(x < it.left()))?;
    // Before the first word there is no gap: the word stands for it.
    Some((2 * number(&word(at)?)?).saturating_add_signed(behind))
}

/// Returns what is picked from one place to another.
fn stretch(from: usize, to: usize) -> Option<Pick> {
    between(from, to).map(|(from, to)| Pick { from, to, is_open: false })
}

/// Returns whether the key meant something.
fn pressed(desk: Desk, preferences: Preferences, event: &KeyboardEvent) -> bool {
    let (key, extend) = (event.key(), event.shift_key());
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    match key.as_str() {
        "ArrowRight" => desk.step(1, extend),
        "ArrowLeft" => desk.step(-1, extend),
        "ArrowDown" => desk.step_sentence(true, extend),
        "ArrowUp" => desk.step_sentence(false, extend),
        "Enter" | " " => desk.toggle_pick(),
        "Escape" => desk.set_pick(None),
        "Delete" | "Backspace" => desk.remove_at_caret(),
        _ if !preferences.takes_letters() => return false,
        "m" | "M" => desk.toggle_pick(),
        "r" | "R" => desk.reveal(),
        digit => {
            let number = digit.parse::<usize>().ok().and_then(|it| it.checked_sub(1));
            let Some(&of) = number.and_then(|it| desk.sheet().lesson.traits.get(it).copied()).as_ref() else {
                return false;
            };
            desk.name(of);
        }
    }
    true
}

fn keep_caret_in_view() {
    request_animation_frame(|| {
        if let Ok(Some(word)) = document().query_selector(".word.is-caret") {
            let how = web_sys::ScrollIntoViewOptions::new();
            how.set_block(web_sys::ScrollLogicalPosition::Nearest);
            word.scroll_into_view_with_scroll_into_view_options(&how);
        }
    });
}

/// Works out how every word looks now.
fn looks(desk: Desk) -> Vec<Look> {
    let sheet = desk.sheet();
    let words = &sheet.words;
    let mut looks = vec![Look::default(); words.len()];
    if let Some(pick) = desk.pick() {
        looks[pick.words().start..pick.words().end.min(words.len())].iter_mut().for_each(|it| it.is_picked = true);
    }
    if let Some(look) = desk.caret().and_then(|at| looks.get_mut(at)) {
        look.is_caret = true;
    }
    let mut ink = |span: Span, set: fn(&mut Look)| {
        looks[words.within(span)].iter_mut().for_each(set);
    };
    let is_revealed = desk.is_revealed().get();
    desk.with(|it| it.marks.iter().for_each(|it| ink(it.span, |look| look.mine = look.mine.saturating_add(1))));
    let mut ends: Vec<(Span, usize, String)> = Vec::new();
    if is_revealed {
        if sheet.lesson.with_sayso {
            sheet.sayso.iter().for_each(|it| ink(it.0, |look| look.is_sayso = true));
        }
        desk.key().iter().for_each(|it| ink(it.span, |look| look.is_key = true));
        let number = |(at, it): (usize, &crate::lesson::Place)| {
            (it.span, at + 1, format!("{}: {}", about(it.of).name, heading(it.group).0))
        };
        desk.found().with(|found| ends.extend(found.places.iter().enumerate().map(number)));
    } else {
        let number =
            |(at, it): (usize, &crate::lesson::Marking)| (it.span, at + 1, format!("marked {}", about(it.of).name));
        desk.with(|it| ends.extend(it.marks.iter().enumerate().map(number)));
    }
    for (span, number, name) in ends {
        if let Some(last) = words.within(span).last() {
            looks[last].ends.push((number, name));
        }
    }
    looks
}

fn block(sheet: &Arc<Sheet>, looks: Memo<Arc<Vec<Look>>>, kind: BlockKind, span: Span) -> AnyView {
    let words = sheet.words.within(span);
    let mine = Memo::new({
        let words = words.clone();
        move |_| looks.with(|it| it[words.clone()].to_vec())
    });
    let sheet = sheet.clone();
    let ink = move || mine.with(|looks| runs(&sheet, span, words.start, looks));
    match kind {
        BlockKind::Headline => view! { <h2 class="headline">{ink}</h2> }.into_any(),
        BlockKind::Subheading => view! { <h3 class="subheading">{ink}</h3> }.into_any(),
        BlockKind::Quotation => view! { <blockquote class="block">{ink}</blockquote> }.into_any(),
        _ => view! { <p class=format!("block block--{}", look(kind))>{ink}</p> }.into_any(),
    }
}

/// Draws a block in stretches of words that look alike.
fn runs(sheet: &Sheet, block: Span, first: usize, looks: &[Look]) -> Vec<AnyView> {
    let text = &sheet.text;
    let mut views = Vec::new();
    let (mut at, mut from) = (block.start(), 0);
    while from < looks.len() {
        let mut to = from + 1;
        while to < looks.len() && looks[to - 1].goes_on(&looks[to]) {
            to += 1;
        }
        let mut run = Vec::new();
        for (word, look) in (first + from..first + to).zip(&looks[from..to]) {
            let span = sheet.words.span(word);
            let gap = text[at..span.start()].to_owned();
            // Space before a stretch does not belong to it.
            if word == first + from {
                views.push(gap.into_any())
            } else {
                run.push(gap.into_any())
            }
            let class = if look.is_caret { "word is-caret" } else { "word" };
            let shown = text[span.range()].to_owned();
            run.push(view! { <span class=class data-w=word.to_string()>{shown}</span> }.into_any());
            at = span.end();
        }
        let look = &looks[to - 1];
        views.push(match look.is_plain() {
            true => run.into_any(),
            false => view! { <mark class=look.class()>{run}</mark> }.into_any(),
        });
        views.extend(look.ends.iter().map(|(number, name)| {
            view! { <sup class="ink__number" aria-hidden="true">{*number}</sup><span class="unseen">{format!(" ({name}) ")}</span> }.into_any()
        }));
        from = to;
    }
    views.push(text[at..block.end()].to_owned().into_any());
    views
}
