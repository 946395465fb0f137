//! A text in a link: what it carries, how long it is, and who can read it.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

use super::choice::{named, page};
use super::device::Saying;
use super::open::{Named, ask, file_stem};
use crate::app::dismissals::Dismissals;
use crate::app::keep::own_list;
use crate::app::preferences::Preferences;
use crate::ling::headline;
use crate::share::{MAX_BYTES, Shared, View, to_file, to_fragment};
use crate::storage::Scope;
use crate::traits::lists::OwnList;

/// A QR code with more letters is too fine for the camera of a phone.
const SCANS: usize = 1_200;

/// Some chats and mail programs cut longer links.
pub(super) const TRAVELS: usize = 8_000;

const TITLE: &str = "Share this text";

/// Draws the screen for the text named in the address.
pub(super) fn screen(rest: &[&str]) -> AnyView {
    named(TITLE);
    let Some(open) = rest.first().and_then(|it| Named::find(it)) else {
        return ask("share", TITLE, "Choose the text that you want to share.", rest);
    };
    let slug = &open.text.slug;
    let is_library = crate::library::find(slug).is_some();
    let shared = shared(&open);
    let fragment = if is_library { Some(format!("/read/{slug}")) } else { to_fragment(&shared) };
    let link = page_address().zip(fragment).map(|(page, fragment)| format!("{page}#{fragment}"));
    let back = format!("#/read/{slug}");
    view! {
        <main class="start screen" id="main" tabindex="-1">
            <p><a href=back>"Back to the text"</a></p>
            <h1 class="start__title">{TITLE}</h1>
            <p class="start__lead">{open.title.clone()}</p>
            {if is_library { in_library() } else { warning(&shared) }}
            {match link {
                Some(link) if link.len() <= MAX_BYTES => link_box(link),
                _ => view! { <p>"A link would not work here. The file below will."</p> }.into_any(),
            }}
            {(!is_library).then(|| file_box(&open, shared))}
        </main>
    }
    .into_any()
}

fn shared(open: &Named) -> Shared {
    let dismissals = untrack(|| Dismissals::expect().read().clone());
    let own = dismissals.into_iter().filter(|it| it.scope == Scope::Rule).map(|it| it.of);
    let mut off: Vec<String> = own.chain(open.text.off.iter().cloned()).collect();
    off.sort_unstable();
    off.dedup();
    let view = untrack(|| Preferences::expect().view());
    // Not what this page calls a text that has no title.
    let title = open.text.title.clone().or_else(|| headline(&open.text.body).map(str::to_owned));
    Shared { title, off, view, text: open.text.body.to_string() }
}

fn in_library() -> AnyView {
    view! { <p>"This text comes with Sayso, so the link is short and holds nothing but its name."</p> }.into_any()
}

fn warning(shared: &Shared) -> AnyView {
    let off = shared.off.len();
    let rules = match off {
        0 => String::new(),
        1 => " It also says that you switched off 1 rule.".to_owned(),
        _ => format!(" It also says that you switched off {off} rules."),
    };
    let view = match shared.view {
        View::Marks => "",
        View::Voices => " It opens coloured by who speaks, as you have it now.",
        View::Bare => " It opens without flags, as you have it now.",
    };
    let has_own = !OwnList::kept(&own_list()).entries.is_empty();
    let own = has_own.then_some(
        " The words on your own list are not in it: save them as a file from “Your lists”, and send that along.",
    );
    view! {
        <p class="screen__warning">
            <strong>"The link contains the whole article."</strong>
            " Whoever you send it to can read it, and so can whoever carries it: the chat, the mail, the school’s filter."
            {rules} {view} {own} " Opening it sends nothing to anybody."
        </p>
    }
    .into_any()
}

/// Where this page lies; `None` for a page that was opened as a file.
pub(super) fn page_address() -> Option<String> {
    Some(page()).filter(|it| it.starts_with("http"))
}

fn link_box(link: String) -> AnyView {
    let saying = Saying::new();
    let length = link.chars().count();
    let long = (length > TRAVELS).then_some(" Some chats and mail programs cut links this long: the file is safer.");
    let copied = link.clone();
    view! {
        <label class="screen__field" for="link">
            "Link" <input class="screen__link" id="link" type="text" readonly=true prop:value=link.clone() />
        </label>
        <p>{format!("{} characters.", grouped(length))} {long}</p>
        <div class="screen__acts">
            <button
                type="button"
                class="button button--main"
                on:click=move |_| saying.copy(&copied, "", "The link is copied.")
            >
                "Copy the link"
            </button>
        </div>
        {saying.draw()}
        <h2>"Or scan it"</h2>
        {qr(&link)}
    }
    .into_any()
}

/// Draws the code of a link, or says that it would be too fine.
pub(super) fn qr(link: &str) -> AnyView {
    qr_code(link).unwrap_or_else(|| view! { <p>"Too long for a QR code that a phone could scan."</p> }.into_any())
}

/// Draws the code of a link; `None` where no phone could scan it.
pub(super) fn qr_code(link: &str) -> Option<AnyView> {
    let code = (link.len() <= SCANS).then(|| QrCode::encode_text(link, QrCodeEcc::Low).ok()).flatten()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|&x| code.get_module(x, y)) {
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    // Four modules of white around it, as the standard asks.
    let view_box = format!("-4 -4 {0} {0}", size + 8);
    Some(
        view! {
            <svg class="screen__qr" viewBox=view_box role="img" aria-label="QR code of the link" shape-rendering="crispEdges">
                <rect x="-4" y="-4" width="100%" height="100%" fill="#fff" />
                <path d=path fill="#000" />
            </svg>
        }
        .into_any(),
    )
}

fn file_box(open: &Named, shared: Shared) -> AnyView {
    let saying = Saying::new();
    let name = format!("{}.sayso.txt", file_stem(&open.title));
    view! {
        <h2>"Or as a file"</h2>
        <p>"Any length, and it can be put on a learning platform or a USB stick. Sayso opens it under “Open a file or a web page”."</p>
        <div class="screen__acts">
            <button type="button" class="button" on:click=move |_| saying.save(&name, "text/plain", &to_file(&shared))>
                "Save as a file"
            </button>
        </div>
        {saying.draw()}
    }
    .into_any()
}

/// *1 mark*, *12,345 marks*.
pub(super) fn counted(count: usize, what: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{} {what}{ending}", grouped(count))
}

/// 12345 as *12,345*.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
