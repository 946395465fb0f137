//! The two dialogs: the keys, and how the reader likes the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::keys;
use super::live::{holds, live_if, words};
use super::preferences::Preferences;
use super::reading::element;
use crate::storage::Theme;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    Keys,
    Settings,
}

/// Which dialog is open.
#[derive(Clone, Copy)]
pub(super) struct Dialogs {
    open: RwSignal<Option<Dialog>>,
}

impl Dialogs {
    pub(super) fn provide() -> Self {
        let dialogs = Self { open: RwSignal::new(None) };
        provide_context(dialogs);
        dialogs
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    pub(super) fn open(self, dialog: Dialog) {
        self.open.set(Some(dialog));
    }
}

#[component]
pub(super) fn OpenDialog() -> impl IntoView {
    let dialogs = Dialogs::expect();
    Effect::new(move || {
        if dialogs.open.get().is_some()
            && let Some(dialog) = dialog()
            && !dialog.open()
        {
            // Refused only for one that is open already.
            let _ = dialog.show_modal();
        }
    });
    let name = move || match dialogs.open.get() {
        Some(Dialog::Settings) => "Reading settings".to_owned(),
        _ => "Keys".to_owned(),
    };
    let close = || dialog().iter().for_each(HtmlDialogElement::close);
    // “Back” closes it, too.
    let _ = window_event_listener(leptos::ev::hashchange, move |_| close());
    view! {
        <dialog class="dialog" aria-label=words(name) on:close=move |_| dialogs.open.set(None)>
            // Its name is read out first; the next is the way out, before a list that may be longer than the screen.
            <h2 tabindex="-1" autofocus>{words(name)}</h2>
            <button type="button" class="button button--main" on:click=move |_| close()>"Close"</button>
            {live_if(move || {
                Some(match dialogs.open.get()? {
                    Dialog::Keys => view! { <KeyList /> }.into_any(),
                    Dialog::Settings => view! { <SettingsForm /> }.into_any(),
                })
            })}
        </dialog>
    }
}

fn dialog() -> Option<HtmlDialogElement> {
    element(".dialog")?.dyn_into().ok()
}

#[component]
fn KeyList() -> impl IntoView {
    let row =
        |(key, does): &(&'static str, &'static str)| view! { <div><dt>{*key}</dt><dd>{*does}</dd></div> }.into_any();
    view! {
        <dl class="dialog__keys">{keys::LIST.iter().map(row).collect_view()}</dl>
        <p>"Single letters act only while you are in the article or the panel."</p>
        <LettersSwitch />
    }
}

#[component]
fn LettersSwitch() -> impl IntoView {
    let preferences = Preferences::expect();
    view! {
        <label class="switch">
            <input
                type="checkbox"
                prop:checked=holds(move || preferences.settings().letters)
                on:change=move |_| preferences.change(|it| it.letters = !it.letters)
            />
            "Single letters act as keys"
        </label>
    }
}

#[component]
fn SettingsForm() -> impl IntoView {
    let preferences = Preferences::expect();
    let theme = move |theme: Theme, name: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    prop:checked=holds(move || preferences.settings().theme == theme)
                    on:change=move |_| preferences.change(|it| it.theme = theme)
                />
                {name}
            </label>
        }
    };
    let size = move |by: i8| preferences.change(|it| it.size = (it.size + by).clamp(-1, 4));
    view! {
        <fieldset class="dialog__field">
            <legend>"Paper"</legend>
            {theme(Theme::Auto, "As on this device")} {theme(Theme::Light, "Light")} {theme(Theme::Dark, "Dark")}
        </fieldset>
        <fieldset class="dialog__field">
            <legend>"Text"</legend>
            <button type="button" class="button" on:click=move |_| size(-1)>"Smaller"</button>
            <button type="button" class="button" on:click=move |_| size(1)>"Larger"</button>
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=holds(move || preferences.settings().airy)
                    on:change=move |_| preferences.change(|it| it.airy = !it.airy)
                />
                "More space between lines, words and letters"
            </label>
        </fieldset>
        <fieldset class="dialog__field by-keys">
            <legend>"Keys"</legend>
            <LettersSwitch />
        </fieldset>
    }
}
