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
#[derive(Clone, Debug, Default)]
struct Here {
    slips: Vec<Slip>,
    lesson: Option<Lesson>,
    /// Whether a file holds them.
    is_saved: bool,
}

thread_local! {
    /// For as long as the tab is open, and nowhere else.
    static HERE: RefCell<Here> = const { RefCell::new(Here { slips: Vec::new(), lesson: None, is_saved: false }) };
    /// The classes that were forgotten, as long as that, the last one last.
    static FORGOTTEN: RefCell<Vec<Here>> = const { RefCell::new(Vec::new()) };
    /// Slips that were put where an article is opened, until the screen for them is.
    static BROUGHT: Cell<Option<String>> = const { Cell::new(None) };
    static IS_GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Hands over slips that are to be among the class when its screen opens.
pub(in super::super) fn bring(slips: &str) {
    BROUGHT.set(Some(slips.to_owned()));
}

/// Has the browser ask before a reload or a closed tab loses a class, whatever screen is open then.
fn guard() {
    if !IS_GUARDED.replace(true) {
        let is_unsaved = |it: &Here| !it.slips.is_empty() && !it.is_saved;
        // It stays for as long as the tab does.
        window_event_listener(leptos::ev::beforeunload, move |event| {
            // Those that were forgotten can be brought back, but not then.
            if HERE.with_borrow(is_unsaved) || FORGOTTEN.with_borrow(|all| all.iter().any(is_unsaved)) {
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
    is_saved: RwSignal<bool>,
    /// The class on the text that most slips are about; `None` while there is no such text.
    seen: Memo<Option<Arc<Seen>>>,
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
        wall::leave_entry();
        let here = HERE.with_borrow(Clone::clone);
        let (slips, lesson) = (RwSignal::new(here.slips), RwSignal::new(here.lesson));
        let board = Self {
            slips,
            refused: RwSignal::default(),
            lesson,
            is_saved: RwSignal::new(here.is_saved),
            seen: Memo::new_with_compare(move |_| seen(slips.get(), lesson.get()), |_, _| true),
            forgotten: RwSignal::new(FORGOTTEN.with_borrow(Clone::clone)),
            with_names: RwSignal::new(false),
            announcer: Announcer::expect(),
        };
        Effect::new(move || {
            HERE.set(Here { slips: board.slips.get(), lesson: board.lesson.get(), is_saved: board.is_saved.get() });
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
        if !here.slips.is_empty() || here.lesson.is_some() {
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
    fn put(self, class: Here) -> Here {
        self.refused.set(Vec::new());
        let (slips, lesson) = (self.slips.get_untracked(), self.lesson.get_untracked());
        let here = Here { slips, lesson, is_saved: self.is_saved.get_untracked() };
        self.slips.set(class.slips);
        self.lesson.set(class.lesson);
        self.is_saved.set(class.is_saved);
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
                    self.is_saved.set(false);
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
        let slips = self.slips.with_untracked(Vec::len);
        let lesson = self.lesson.with_untracked(|it| it.as_ref().map(|it| it.title.clone()));
        let picture = match (self.seen.get_untracked(), lesson) {
            (_, Some(title)) if slips == 0 => format!(" The lesson “{title}” is here, and waits for slips."),
            _ if slips == 0 => String::new(),
            (None, None) => " Their text is not here: add the lesson, too.".to_owned(),
            (None, Some(title)) => format!(" The lesson “{title}” is here, but its text cannot be shown."),
            (Some(seen), _) if seen.picture.people == 0 => {
                format!(" None of them counts for “{}”: their marks are not in its text.", seen.sheet.lesson.title)
            }
            (Some(seen), _) if seen.has_lesson => {
                format!(" The lesson “{}” is here; the picture is below.", seen.sheet.lesson.title)
            }
            (Some(_), _) => " The picture is below.".to_owned(),
        };
        format!("{} so far.{picture}", counted(slips, "slip"))
    }
}

fn seen(slips: Vec<Slip>, lesson: Option<Lesson>) -> Option<Arc<Seen>> {
    let lesson = lesson.or_else(|| given::find(&slips));
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
    view! {
        <main class="start wide class" id="main" tabindex="-1">
            <h1 class="start__title">"Slips of a class"</h1>
            <p class="start__lead no-print">
                "Drop your students’ slips here, all at once, and the lesson with them. Nothing is sent anywhere; closing the tab or reloading it forgets the class, so save it first. A lesson that you made in this browser, or have open in this tab, is found by itself."
            </p>
            {intake(board)}
            {refused(board)}
            {move || match board.seen.get() {
                Some(seen) if seen.picture.people > 0 => {
                    (board_views::told(&seen), tools(board, &seen), board_views::picture(board, &seen)).into_any()
                }
                Some(seen) if !seen.class.entries.is_empty() => {
                    (board_views::told(&seen), tools(board, &seen), board_views::students(board, &seen)).into_any()
                }
                _ if board.slips.with(Vec::is_empty) => no_slips(board),
                _ => view! { {save(board)} <p>"These slips are about a text that is not here. Drop the lesson’s file, too, or put its link under “Or paste codes”: it brings the text. A lesson that you made in this browser, or have open in this tab, is found by itself."</p> }.into_any(),
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

fn save(board: Board) -> AnyView {
    let save = move |_| {
        // It was said already which were there twice.
        let write = |all: &[&Slip]| all.iter().map(|it| it.write()).collect::<Vec<_>>().join("\n");
        let seen = board.seen.get_untracked();
        let slips = match &seen {
            Some(seen) => write(&seen.class.entries.iter().map(|it| &it.slip).collect::<Vec<_>>()),
            None => board.slips.with_untracked(|all| write(&all.iter().collect::<Vec<_>>())),
        };
        let found = seen.filter(|it| it.has_lesson).map(|it| it.sheet.lesson.write());
        let lesson =
            found.or_else(|| board.lesson.with_untracked(|it| it.as_ref().map(Lesson::write))).unwrap_or_default();
        files::save(
            "class.sayso",
            &format!("A class for Sayso. Open it on the screen “Slips of a class”.\n{lesson}\n{slips}\n"),
        );
        board.is_saved.set(true);
    };
    view! { <button type="button" class="button" on:click=save>"Save this class"</button> }.into_any()
}

/// Saving the class and its tables; showing names.
fn tools(board: Board, seen: &Arc<Seen>) -> AnyView {
    let (marks, answers, figures) = (seen.clone(), seen.clone(), seen.clone());
    let names = move || board.with_names.get_untracked();
    let marks = move |_| files::save("marks.csv", &csv(&marks.class, &marks.sheet.text, names()));
    let answers = move |_| files::save("answers.csv", &answers_csv(&answers.class, names()));
    let figures = move |_| files::save("agreement.csv", &picture_csv(&figures.picture));
    view! {
        <div class="row no-print">
            {wall::wall(seen)}
            {save(board)}
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
