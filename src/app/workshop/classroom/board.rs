//! The picture of a class, from the slips that are dropped here. Nothing is uploaded.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::super::share::counted;
use super::sheet::Sheet;
use super::{arrive, board_views, files, given, refusal, wall};
use crate::app::announcer::Announcer;
use crate::app::reading::{after_drawing, focus};
use crate::app::route::PASTED;
use crate::lesson::{Class, Lesson, Picture, Refused, Slip, answers_csv, csv, gather, picture_csv};

/// A file or a pasted text, and what came of it.
#[derive(Clone, Debug)]
struct Source {
    name: String,
    trouble: Refused,
}

/// Slips, and the lesson they are of.
type Here = (Vec<Slip>, Option<Lesson>);

thread_local! {
    /// For as long as the tab is open, and nowhere else.
    static HERE: RefCell<Here> = const { RefCell::new((Vec::new(), None)) };
    /// The classes that were forgotten, as long as that, the last one last.
    static FORGOTTEN: RefCell<Vec<Here>> = const { RefCell::new(Vec::new()) };
    /// Whether there is a class here that no file holds.
    static IS_UNSAVED: Cell<bool> = const { Cell::new(false) };
    /// Slips that were put where an article is opened, until the screen for them is.
    static BROUGHT: Cell<Option<String>> = const { Cell::new(None) };
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Hands over slips that are to be among the class when its screen opens.
pub(in super::super) fn bring(slips: &str) {
    BROUGHT.set(Some(slips.to_owned()));
}

/// Has the browser ask before a reload or a closed tab forgets a class, whatever screen is open then.
fn guard() {
    if !IS_GUARDED.replace(true) {
        // It stays for as long as the tab does.
        window_event_listener(leptos::ev::beforeunload, |event| {
            if IS_UNSAVED.get() {
                event.prevent_default();
            }
        });
    }
}

/// Everything that was dropped. `Copy`: signals and handles only.
#[derive(Clone, Copy)]
pub(super) struct Board {
    slips: RwSignal<Vec<Slip>>,
    refused: RwSignal<Vec<Source>>,
    lesson: RwSignal<Option<Lesson>>,
    /// Whether the text that slips without a lesson are about is here.
    has_text: Memo<bool>,
    /// The classes that were here before, to be brought back.
    forgotten: RwSignal<Vec<Here>>,
    pub(super) with_names: RwSignal<bool>,
    announcer: Announcer,
}

/// A class on its text.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) sheet: Arc<Sheet>,
    pub(super) class: Class,
    pub(super) picture: Picture,
    /// Whether there is a lesson to it, and not its article alone.
    has_lesson: bool,
}

impl Board {
    /// Takes up the class that this tab has, if the screen was left and opened again.
    fn begin() -> Self {
        guard();
        let (slips, lesson) = HERE.with_borrow(Clone::clone);
        let slips = RwSignal::new(slips);
        let board = Self {
            slips,
            has_text: Memo::new(move |_| slips.with(|it| most_frequent(it).is_some())),
            refused: RwSignal::default(),
            lesson: RwSignal::new(lesson),
            forgotten: RwSignal::new(FORGOTTEN.with_borrow(Clone::clone)),
            with_names: RwSignal::new(false),
            announcer: Announcer::expect(),
        };
        Effect::new(move |drawn: Option<()>| {
            let here = (board.slips.get(), board.lesson.get());
            // What is here from before is saved, or not, as it was.
            if drawn.is_some() {
                IS_UNSAVED.set(!here.0.is_empty());
            }
            HERE.set(here);
        });
        Effect::new(move || FORGOTTEN.set(board.forgotten.get()));
        if let Some(slips) = BROUGHT.take() {
            board.take("What you opened", &slips);
            board.tell();
        }
        board
    }

    fn forget(self) {
        let class = self.put(Here::default());
        self.forgotten.update(|it| it.push(class));
        self.announcer.say("The class is forgotten.");
        after_drawing(|| focus("#main"));
    }

    /// Puts the last class in the place of the one that is here, which can be brought back in its turn.
    fn bring_back(self) {
        let Some(class) = self.forgotten.try_update(Vec::pop).flatten() else { return };
        let here = self.put(class);
        if !here.0.is_empty() || here.1.is_some() {
            self.forgotten.update(|it| it.insert(0, here));
        }
        let words = self.told();
        self.announcer.say(match self.forgotten.with_untracked(Vec::is_empty) {
            true => format!("The last class is back. {words}"),
            false => format!("The last class is back, and the one that was here can be brought back too. {words}"),
        });
        after_drawing(|| focus("#main"));
    }

    /// Puts a class here and returns the one that was.
    fn put(self, (slips, lesson): Here) -> Here {
        self.refused.set(Vec::new());
        let here = (self.slips.get_untracked(), self.lesson.get_untracked());
        self.slips.set(slips);
        self.lesson.set(lesson);
        here
    }

    fn take_file(self, file: &files::File) {
        match &file.content {
            Ok(content) => self.take(&file.name, content),
            Err(why) => self.refuse(&file.name, *why),
        }
    }

    fn take(self, name: &str, content: &str) {
        let mut is_ours = false;
        for (number, slip) in (1..).zip(Slip::find(content)) {
            match slip {
                Ok(slip) => {
                    is_ours = true;
                    self.slips.update(|it| it.push(slip));
                }
                // Told below, where the lesson itself cannot be read.
                Err(Refused::OtherKind) => {}
                Err(why) => {
                    is_ours = true;
                    self.refuse(&format!("{name}, code {number}"), why);
                }
            }
        }
        match Lesson::find(content) {
            Ok(lesson) => self.lesson.set(Some(lesson)),
            Err(_) if is_ours => {}
            Err(why) => self.refuse(name, why),
        }
    }

    fn refuse(self, name: &str, trouble: Refused) {
        self.refused.update(|it| it.push(Source { name: name.to_owned(), trouble }));
    }

    fn take_files(self, event: &JsValue) {
        self.refused.set(Vec::new());
        files::read(event, move |files| {
            files.iter().for_each(|it| self.take_file(it));
            self.tell();
        });
    }

    fn take_codes(self, codes: &str) {
        self.refused.set(Vec::new());
        self.take("Pasted codes", codes);
        self.tell();
    }

    fn tell(self) {
        let not = self.refused.with_untracked(Vec::len);
        let not = if not > 0 { format!(" {not} not taken: see the list.") } else { String::new() };
        self.announcer.say(format!("{}{not}", self.told()));
    }

    /// What is here, in words.
    fn told(self) -> String {
        self.slips.with_untracked(|slips| {
            let lesson = self.lesson.get_untracked().or_else(|| given::find(slips));
            let title = lesson.map(|it| it.title);
            let picture = match (&title, slips.is_empty()) {
                (Some(title), true) => format!(" The lesson “{title}” is here, and waits for slips."),
                (Some(title), false) => format!(" The lesson “{title}” is here; the picture is below."),
                (None, true) => String::new(),
                (None, false) if self.has_text.get_untracked() => " The picture is below.".to_owned(),
                (None, false) => " Their text is not here: add the lesson, too.".to_owned(),
            };
            format!("{} so far.{picture}", counted(slips.len(), "slip"))
        })
    }

    /// Tracks: the class on the text that most slips are about; `None` while there is no such text.
    fn seen(self) -> Option<Arc<Seen>> {
        let slips = self.slips.get();
        let lesson = self.lesson.get().or_else(|| given::find(&slips));
        let has_lesson = lesson.is_some();
        let sheet = match lesson {
            Some(lesson) => Sheet::of("", lesson, true).ok()?,
            None => most_frequent(&slips)?,
        };
        let class = gather(&sheet.text, slips);
        // What was asked for is told by a lesson alone; without one the rows are those that were used.
        let asked: &[_] = if has_lesson { &sheet.lesson.traits } else { &[] };
        let picture = class.picture(&sheet.words, asked);
        Some(Arc::new(Seen { sheet, class, picture, has_lesson }))
    }
}

/// Opens the article of the library that most slips name, or the pasted text.
fn most_frequent(slips: &[Slip]) -> Option<Arc<Sheet>> {
    let mut slugs: Vec<&str> = slips.iter().map(|it| it.origin.slug.as_str()).collect();
    slugs.sort_unstable();
    let count = |slug: &str| slugs.iter().filter(|it| **it == slug).count();
    let slug = slugs.iter().copied().max_by_key(|it| (count(it), std::cmp::Reverse(*it)))?;
    Sheet::open(if slug.is_empty() { PASTED } else { slug }).ok()
}

pub(in super::super) fn screen() -> AnyView {
    arrive("Slips of a class");
    let board = Board::begin();
    let seen = Memo::new_with_compare(move |_| board.seen(), |_, _| true);
    view! {
        <main class="start wide class" id="main" tabindex="-1">
            <h1 class="start__title">"Slips of a class"</h1>
            <p class="start__lead no-print">
                "Drop your students’ slips here, all at once, and the lesson with them. Nothing is sent anywhere; closing the tab or reloading it forgets the class, so save it first. A lesson that you made in this browser, or have open in this tab, is found by itself."
            </p>
            {intake(board)}
            {refused(board)}
            {move || match seen.get() {
                Some(seen) if !seen.class.entries.is_empty() => {
                    (board_views::told(&seen), tools(board, &seen), board_views::picture(board, &seen)).into_any()
                }
                _ if board.slips.with(Vec::is_empty) => no_slips(board),
                _ => view! { <p>"These slips are about a text that is not here. Drop the lesson’s file, too, or put its link under “Or paste codes”: it brings the text. A lesson that you made in this browser, or have open in this tab, is found by itself."</p> }.into_any(),
            }}
            {forgetting(board)}
        </main>
    }
    .into_any()
}

fn no_slips(board: Board) -> AnyView {
    match board.lesson.with(|it| it.as_ref().map(|it| it.title.clone())) {
        Some(title) => view! { <p>{format!("The lesson “{title}” is here. Now the slips.")}</p> }.into_any(),
        None => view! { <p><a href="#/lesson">"No slips yet? Go to the lessons"</a></p> }.into_any(),
    }
}

fn intake(board: Board) -> AnyView {
    let is_over = RwSignal::new(false);
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        board.take_files(event.as_ref());
    };
    let codes = RwSignal::new(String::new());
    let take = move |_| {
        board.take_codes(&codes.get_untracked());
        codes.set(String::new());
    };
    view! {
        <div
            class="drop no-print"
            class:is-over=move || is_over.get()
            on:dragover=move |event| { event.prevent_default(); is_over.set(true); }
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <label class="field">
                "Slips and the lesson (.sayso), as many as you like"
                <input type="file" multiple accept=".sayso,.txt" on:change=move |event| board.take_files(event.as_ref()) />
            </label>
            <details>
                <summary>"Or paste codes"</summary>
                <label class="field">
                    "Codes, one after the other"
                    <textarea
                        class="code"
                        rows="4"
                        prop:value=move || codes.get()
                        on:input=move |event| codes.set(event_target_value(&event))
                    ></textarea>
                </label>
                <button type="button" class="button" on:click=take>"Add these slips"</button>
            </details>
        </div>
    }
    .into_any()
}

fn refused(board: Board) -> AnyView {
    let row = |it: &Source| view! { <li><strong>{it.name.clone()}</strong> ": " {refusal(it.trouble)}</li> };
    view! {
        {move || board.refused.with(|all| (!all.is_empty()).then(|| view! {
            <section class="clash" aria-label="Not taken">
                <p>"Not taken:"</p>
                <ul>{all.iter().map(row).collect_view()}</ul>
            </section>
        }))}
    }
    .into_any()
}

/// Away with a class, so that another can come; it can be brought back in its place.
fn forgetting(board: Board) -> AnyView {
    view! {
        <p class="row no-print">
            <Show when=move || !board.slips.with(Vec::is_empty)>
                <button type="button" class="link" on:click=move |_| board.forget()>"Forget this class"</button>
            </Show>
            <Show when=move || !board.forgotten.with(Vec::is_empty)>
                <button type="button" class="link" on:click=move |_| board.bring_back()>"Bring the last class back"</button>
            </Show>
        </p>
    }
    .into_any()
}

/// Saving the class and its tables; showing names.
fn tools(board: Board, seen: &Arc<Seen>) -> AnyView {
    let (marks, answers, figures, whole) = (seen.clone(), seen.clone(), seen.clone(), seen.clone());
    let save = move |_| {
        // Those that count: it was said already which were there twice.
        let codes: Vec<_> = whole.class.entries.iter().map(|it| it.slip.write()).collect();
        let lesson = if whole.has_lesson { whole.sheet.lesson.write() } else { String::new() };
        files::save(
            "class.sayso",
            &format!("A class for Sayso. Open it on the screen “Slips of a class”.\n{lesson}\n{}\n", codes.join("\n")),
        );
        IS_UNSAVED.set(false);
    };
    let names = move || board.with_names.get_untracked();
    let marks = move |_| files::save("marks.csv", &csv(&marks.class, &marks.sheet.text, names()));
    let answers = move |_| files::save("answers.csv", &answers_csv(&answers.class, names()));
    let figures = move |_| files::save("agreement.csv", &picture_csv(&figures.picture));
    view! {
        <div class="row no-print">
            {wall::wall(seen)}
            <button type="button" class="button" on:click=save>"Save this class"</button>
            <button type="button" class="button" on:click=marks>"Save marks as a table (CSV)"</button>
            <button type="button" class="button" on:click=answers>"Save answers as a table (CSV)"</button>
            <button type="button" class="button" on:click=figures>"Save agreement as a table (CSV)"</button>
            <label class="switch">
                <input
                    type="checkbox"
                    prop:checked=move || board.with_names.get()
                    on:change=move |_| board.with_names.update(|it| *it = !*it)
                />
                "Show nicknames"
            </label>
        </div>
    }
    .into_any()
}
