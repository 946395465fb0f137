//! The page's end: the newest request wins; a thread that dies is replaced.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::protocol::{RequestId, ToPage, ToWorker};
use crate::report::Report;

/// How often one text may lose its thread before it is given up: the fast program may be one that does
/// not start here.
const MAX_CRASHES: u32 = 3;

/// How long a thread may be silent over a text: this, and [`PATIENCE_PER_BYTE_MS`] a byte.
const PATIENCE_MS: f64 = 15_000.0;

/// A hundred times what the slowest machine measured needs.
const PATIENCE_PER_BYTE_MS: f64 = 0.01;

/// Bytes of a text after which the thread is ended.
const LONG: usize = 2 << 20;

#[wasm_bindgen]
extern "C" {
    /// The address of the glue that both lives load.
    #[wasm_bindgen(thread_local_v2, js_namespace = ["import", "meta"], js_name = url)]
    static GLUE: String;

    /// Gives a thread of the fast program: the one that waits to take over, or any where one is needed.
    /// Fails until that program has come.
    #[wasm_bindgen(catch, js_name = saysoThread)]
    fn fast_thread(is_needed: bool) -> Result<Option<Worker>, JsValue>;

    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(then: &js_sys::Function, ms: f64) -> i32;

    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(id: i32);
}

/// What the page hears.
#[derive(Debug)]
pub enum Event {
    Report(Report),
    Failed(WorkerError),
}

/// Why there is no report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkerError {
    /// This browser starts no worker from a page of this address.
    CannotStart,
    /// The thread died, and so did those that replaced it.
    Crashed,
}

/// A thread that reads texts.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    worker: RefCell<Option<Worker>>,
    /// What is posted to a worker before it listens is lost.
    is_ready: Cell<bool>,
    newest: Cell<RequestId>,
    /// The newest text, until it is answered.
    due: RefCell<Option<Due>>,
    /// The reader's own list, as the worker has it.
    told: RefCell<Option<Arc<str>>>,
    tell: Box<dyn Fn(Event)>,
    listeners: RefCell<Option<Listeners>>,
    deadline: Cell<Option<i32>>,
}

struct Due {
    text: Arc<str>,
    own: Arc<str>,
    crashes: u32,
    is_posted: bool,
}

/// Kept alive for as long as the worker may call them.
struct Listeners {
    on_message: Closure<dyn FnMut(MessageEvent)>,
    on_error: Closure<dyn FnMut(web_sys::Event)>,
    on_deadline: Closure<dyn FnMut()>,
}

impl Client {
    /// Starts a thread; `tell` hears what becomes of every text but those overtaken.
    pub fn start(tell: impl Fn(Event) + 'static) -> Self {
        let client = Self(Rc::new(Inner {
            worker: RefCell::default(),
            is_ready: Cell::default(),
            newest: Cell::default(),
            due: RefCell::default(),
            told: RefCell::default(),
            tell: Box::new(tell),
            listeners: RefCell::default(),
            deadline: Cell::default(),
        }));
        client.listen();
        client.0.hire();
        client
    }

    /// Asks for a report on `text`, by the rules as the reader's own list, in its kept form, has
    /// changed them; whatever was asked before is forgotten.
    pub fn read(&self, text: Arc<str>, own: Arc<str>) {
        let inner = &self.0;
        inner.newest.set(RequestId(inner.newest.get().0.wrapping_add(1)));
        inner.due.replace(Some(Due { text, own, crashes: 0, is_posted: false }));
        inner.hire();
        inner.post();
    }

    fn listen(&self) {
        let on = |then: fn(&Inner)| {
            let inner = Rc::downgrade(&self.0);
            move || inner.upgrade().iter().for_each(|inner| then(inner))
        };
        let inner = Rc::downgrade(&self.0);
        let (on_crash, on_silence) = (on(Inner::crashed), on(Inner::crashed));
        self.0.listeners.replace(Some(Listeners {
            on_message: Closure::new(move |event: MessageEvent| {
                inner.upgrade().iter().for_each(|inner| inner.hear(&event.data()));
            }),
            on_error: Closure::new(move |event: web_sys::Event| {
                event.prevent_default();
                on_crash();
            }),
            on_deadline: Closure::new(on_silence),
        }));
    }
}

impl Inner {
    /// Sees to it that there is a thread; one of the fast program takes over when it has come.
    fn hire(&self) {
        let is_needed = self.worker.borrow().is_none();
        let fast = fast_thread(is_needed).ok().flatten();
        if fast.is_none() && !is_needed {
            return;
        }
        self.end();
        let Some(worker) = fast.or_else(|| start_worker().ok()) else {
            self.due.take();
            return (self.tell)(Event::Failed(WorkerError::CannotStart));
        };
        if let Some(listeners) = &*self.listeners.borrow() {
            worker.set_onmessage(Some(listeners.on_message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(listeners.on_error.as_ref().unchecked_ref()));
            worker.set_onmessageerror(Some(listeners.on_error.as_ref().unchecked_ref()));
        }
        self.is_ready.set(false);
        self.told.take();
        self.worker.replace(Some(worker));
    }

    fn hear(&self, message: &JsValue) {
        match ToPage::unpack(message) {
            Some(ToPage::Ready) => {
                self.is_ready.set(true);
                self.post();
            }
            Some(ToPage::Report { id, report }) if id == self.newest.get() && self.due.borrow().is_some() => {
                let is_long = self.due.take().is_some_and(|it| it.text.len() > LONG);
                self.wait(None);
                if is_long {
                    // Its memory never shrinks while it lives; the next text starts a new one.
                    self.end();
                }
                (self.tell)(Event::Report(report));
            }
            // Overtaken, or not ours.
            Some(ToPage::Report { .. }) | None => {}
        }
    }

    /// Posts the newest text, once, as soon as there is somebody to hear it; nobody may take long to begin.
    fn post(&self) {
        if !self.is_ready.get() {
            return self.wait(self.due.borrow().as_ref().map(|_| PATIENCE_MS));
        }
        if let (Some(due), Some(worker)) = (&mut *self.due.borrow_mut(), &*self.worker.borrow())
            && !due.is_posted
        {
            // A list may be longer than the text: it crosses when it has changed.
            let mut told = self.told.borrow_mut();
            let own = (told.as_deref().unwrap_or_default() != &*due.own).then_some(&*due.own);
            due.is_posted = worker.post_message(&ToWorker::pack(self.newest.get(), &due.text, own)).is_ok();
            if due.is_posted {
                *told = Some(due.own.clone());
            }
            self.wait(Some(PATIENCE_MS + PATIENCE_PER_BYTE_MS * (due.text.len() + due.own.len()) as f64));
        }
    }

    fn end(&self) {
        self.wait(None);
        if let Some(worker) = self.worker.take() {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
    }

    /// Replaces the thread, and gives it the text that is still due.
    fn crashed(&self) {
        self.end();
        let is_hopeless = match &mut *self.due.borrow_mut() {
            Some(due) => {
                due.crashes += 1;
                due.is_posted = false;
                due.crashes >= MAX_CRASHES
            }
            // Nobody waits: the next text starts a new thread.
            None => return,
        };
        if is_hopeless {
            self.due.take();
            (self.tell)(Event::Failed(WorkerError::Crashed));
        } else {
            self.hire();
            self.post();
        }
    }

    /// Sets the time after which a silent thread counts as dead; `None` clears it.
    fn wait(&self, ms: Option<f64>) {
        if let Some(id) = self.deadline.take() {
            clear_timeout(id);
        }
        if let (Some(ms), Some(listeners)) = (ms, &*self.listeners.borrow()) {
            self.deadline.set(Some(set_timeout(listeners.on_deadline.as_ref().unchecked_ref(), ms)));
        }
    }
}

/// Starts a worker from a short script that loads the page's own glue, and gives its own address back. Only
/// what is thrown on its own is told to the page: a promise that fails is not.
fn start_worker() -> Result<Worker, JsValue> {
    let glue = GLUE.with(String::clone);
    let script = format!(
        "import init from \"{glue}\";\nURL.revokeObjectURL(location);\nself.onmessage = (event) => {{ self.onmessage = null; \
         init({{ module_or_path: event.data }}).catch((e) => setTimeout(() => {{ throw e; }})); }};"
    );
    let type_ = BlobPropertyBag::new();
    type_.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &type_)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&url, &options)?;
    worker.post_message(&wasm_bindgen::module())?;
    Ok(worker)
}
