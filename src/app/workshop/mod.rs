//! The workshop: screens of their own, in a bundle that is loaded beside the page.
//!
//! It is drawn anew each time one of its addresses is opened, from what is kept on
//! the device; when the reader goes back to a text, the page reads that again.

mod about;
mod address;
mod anew;
mod arrived;
mod beside;
mod book;
mod boxes;
mod check;
mod checks;
mod choice;
mod classroom;
mod collection;
mod device;
mod elsewhere;
mod facts;
mod files;
mod intake;
mod lab;
mod lists;
mod live;
mod open;
mod out;
mod print_sheet;
mod repair;
mod rules;
mod share;
mod standards;
mod steps;
mod style;
mod twin;

use std::cell::RefCell;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use web_sys::HtmlElement;

use super::announcer::{Announcements, Announcer};
use super::keep::{KeepNotice, Keeper, Trouble};
use super::reading::{after_drawing, arrive};
use super::shelf::Shelf;
use crate::library;
use address::Address;

thread_local! {
    static MOUNTED: RefCell<Option<UnmountHandle<AnyViewState>>> = const { RefCell::new(None) };
}

/// Draws the workshop into `root`, in place of where it was drawn before.
pub fn open(root: HtmlElement) {
    super::tell_panics();
    style::wear();
    MOUNTED.take();
    let handle = mount_to(root, || {
        Announcer::provide();
        Keeper::provide();
        Shelf::expect().stock(library::entries(), "");
        Address::provide();
        view! { <Screen /> }.into_any()
    });
    MOUNTED.set(Some(handle));
}

/// The screen of the address; nothing where the address is the reading page's.
#[component]
fn Screen() -> impl IntoView {
    let address = Address::expect();
    let keeper = Keeper::expect();
    // What cannot be read the page has said already, from the same item: once is enough.
    let is_said = Memo::new(move |_| keeper.trouble() == Some(Trouble::Broken));
    view! {
        {move || (!is_said.get()).then(|| view! { <KeepNotice /> })}
        {anew::anew(move || {
            let parts = address.parts();
            after_drawing(|| arrive("#main"));
            let rest: Vec<&str> = parts.iter().skip(1).map(String::as_str).collect();
            match (parts.first().map(String::as_str), rest.as_slice()) {
                (Some("about"), _) => about::screen(),
                (Some("elsewhere"), rest) => elsewhere::screen(rest),
                (Some("facts"), rest) => facts::screen(rest),
                (Some("lab"), rest) => lab::screen(rest),
                (Some("twin"), rest) => twin::screen(rest),
                (Some("lists"), _) => lists::screen(),
                (Some("repair"), rest) => repair::screen(rest),
                (Some("rules"), rest) => rules::screen(rest),
                (Some("check"), _) => check::screen(),
                (Some("collection"), _) => collection::screen(),
                (Some("in"), rest) => intake::screen(rest),
                (Some("out"), rest) => out::screen(rest),
                (Some("share"), rest) => share::screen(rest),
                (Some(link), _) if crate::share::is_fragment(link) => arrived::screen(link),
                (Some("class"), _) => classroom::class(),
                (Some("lesson"), rest) => classroom::lesson(rest),
                (Some("practise"), rest) => classroom::practise(rest),
                (None | Some("read"), _) => ().into_any(),
                _ => nowhere(),
            }
        })}
        <Announcements />
    }
}

fn nowhere() -> AnyView {
    choice::named("No such page");
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <h1>"There is no such page"</h1>
            <p>"The address may be cut short. " <a href="#/">"Go to the start"</a></p>
        </main>
    }
    .into_any()
}
