//! The split by hand: what stands where in the article, and what was left out.

use leptos::prelude::*;

use super::super::arrived::open_beside;
use super::super::collection;
use super::super::share::grouped;
use super::desk::Desk;
use super::device::Found;
use crate::intake::Parts;
use crate::share::Shared;

/// A box that sets one part.
type Field = fn(&mut Parts) -> &mut String;

/// Draws the parts as fields.
pub(super) fn form(desk: Desk, found: Found) -> AnyView {
    let parts = StoredValue::new(found.parts);
    let field = move |id: &'static str, name: &'static str, of: Field| {
        let value = parts.try_update_value(|it| of(it).clone()).unwrap_or_default();
        let set = move |event| parts.update_value(|it| *of(it) = event_target_value(&event));
        view! {
            <label class="screen__field" for=id>
                {name} <input class="screen__link" id=id type="text" prop:value=value on:input=set />
            </label>
        }
    };
    let read = move |_| {
        let text = parts.with_value(Parts::join);
        collection::keep_quietly(&text, |_| ());
        open_beside("file", &Shared { text, ..Shared::default() });
    };
    let keep = move |_| collection::keep(None, &parts.with_value(Parts::join), desk.saying);
    view! {
        {field("headline", "Headline", |it| &mut it.headline)}
        {field("byline", "By", |it| &mut it.byline)}
        {field("outlet", "Outlet", |it| &mut it.outlet)}
        {field("date", "Date", |it| &mut it.date)}
        {body(parts)}
        {left_out(found.left_out)}
        <div class="screen__acts">
            <button type="button" class="button button--main" on:click=read>"Read it"</button>
            <button type="button" class="button" on:click=keep>"Keep it in my collection"</button>
            <button type="button" class="button" on:click=move |_| desk.start_again()>"Open something else"</button>
        </div>
    }
    .into_any()
}

/// Bytes of a text that a box on the page bears.
const EDITABLE: usize = 300_000;

fn body(parts: StoredValue<Parts>) -> AnyView {
    let body = parts.with_value(|it| it.body.clone());
    if body.len() > EDITABLE {
        let first = body[..body.floor_char_boundary(400)].to_owned();
        let length =
            format!("{} characters: too long to be changed here, not to be read.", grouped(body.chars().count()));
        return view! {
            <blockquote class="screen__first">{first} "…"</blockquote>
            <p>{length}</p>
        }
        .into_any();
    }
    let set = move |event| parts.update_value(|it| it.body = event_target_value(&event));
    view! {
        <label class="screen__field" for="body">"Text" <textarea id="body" rows="14" prop:value=body on:input=set></textarea></label>
    }
    .into_any()
}

fn left_out(text: String) -> AnyView {
    if text.is_empty() {
        return ().into_any();
    }
    let count = text.split("\n\n").count();
    let name =
        if count == 1 { "1 paragraph was left out".to_owned() } else { format!("{count} paragraphs were left out") };
    view! {
        <details class="screen__left-out">
            <summary>{name}</summary>
            <p>"These stood near the article and were taken for menus, links and the like. Copy back what belongs to it."</p>
            <pre class="screen__file" tabindex="0">{text}</pre>
        </details>
    }
    .into_any()
}
