//! That nothing leaves the device, and how to see it.

use leptos::prelude::*;

use super::choice::named;
use super::device::{count_requests, knock};

/// Draws the page.
pub(super) fn screen() -> AnyView {
    named("Nothing leaves this device");
    view! {
        <main class="start screen" id="main" tabindex="-1">
            <h1 class="start__title">"Nothing leaves this device"</h1>
            <p class="start__lead">
                "Sayso reads your text on this device. Once its own files have come, the page forbids itself to ask "
                "anybody for anything. You need not believe that: look."
            </p>
            {live()}
            {by_hand()}
            {statement()}
        </main>
    }
    .into_any()
}

/// What the browser itself counts, and what it says to an attempt.
fn live() -> AnyView {
    let count = RwSignal::new(None);
    let names = RwSignal::new(String::new());
    let own = RwSignal::new(0_u32);
    let tried = RwSignal::new("");
    count_requests(move |number, list, files| {
        count.set(number);
        names.set(list);
        own.set(files);
    });
    let attempt = move |_| {
        knock(move |is_refused| {
            tried.set(if is_refused {
                "The browser refused, before anything left this device."
            } else {
                "This browser did not refuse. Use airplane mode, below, to be sure."
            });
        });
    };
    view! {
        <h2>"Now, on this page"</h2>
        <p class="check__count" role="status">
            <strong>{move || count.get().map(|it| it.to_string())}</strong>
            {move || match count.get() {
                None => "The page has not locked itself yet: files of its own are still to come.",
                Some(1) => " request since the page locked itself",
                Some(_) => " requests since the page locked itself",
            }}
        </p>
        {move || (!names.with(String::is_empty)).then(|| view! { <pre class="screen__file">{names.get()}</pre> })}
        <p>
            "The number is the browser’s own. A file of Sayso itself that is taken late, such as the reader of web pages and PDFs, "
            "is counted apart: " {move || own.get()} " so far. It comes from where the page came from, or from this browser’s memory."
        </p>
        <div class="screen__acts">
            <button type="button" class="button" on:click=attempt>"Try to send something"</button>
        </div>
        <p role="status">{move || tried.get()}</p>
    }
    .into_any()
}

fn by_hand() -> AnyView {
    view! {
        <h2>"With your own tools"</h2>
        <ol class="screen__steps">
            <li>"Open the developer tools: F12, or ⌥⌘I on a Mac."</li>
            <li>"Choose “Network”, then paste an article and read it. The list stays empty."</li>
            <li>
                "Choose “Elements” and look into the head of the page: the line with "
                <code>"connect-src 'none'"</code> " is the lock."
            </li>
        </ol>
        <h2>"Without any tools"</h2>
        <ol class="screen__steps">
            <li>"Switch the device to airplane mode."</li>
            <li>"Paste an article and read it. Everything works."</li>
            <li>"Close the tab before you switch the network on again, if you like."</li>
        </ol>
        <h2>"What the lock cannot do"</h2>
        <p>
            "It binds this page. It does not bind the browser’s own extensions, which can read every page you open. "
            "When you follow a link to another site, that site learns that you came, but not from where."
        </p>
    }
    .into_any()
}

/// One page for those who must approve it.
fn statement() -> AnyView {
    view! {
        <section class="check__statement">
            <h2>"For a school’s IT department"</h2>
            <ul class="screen__steps">
                <li>"A set of static files. No server program, no account, no cookie, no analytics, nothing from other hosts."</li>
                <li>"No data is collected: not of students, not of texts, not of use. There is nobody who could receive it."</li>
                <li>"Texts, notes and settings stay in the browser’s own storage on the device, until they are deleted there or the browser is cleared."</li>
                <li>"A content policy in the page allows only its own files, and no connection at all once those have come."</li>
                <li>"What the share sheet or “open with” hands to the installed app is taken by the app’s own worker, on the device."</li>
                <li>"A shared link contains the article’s text behind the “#”, which browsers do not send to servers. Whoever holds the link can read the text. It contains no name of the person who made it."</li>
                <li>"It works offline after one visit, or as one file from a stick or a learning platform."</li>
                <li>"It gives no score and no verdict on outlets or people; it flags words and says why."</li>
            </ul>
            <p>"This describes how the program works; it is not legal advice."</p>
        </section>
    }
    .into_any()
}
