//! Text in, paper out: where the analysis stands.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::keep::own_list;
use super::paper::{Paper, Text};
use crate::worker::{Client, Event, WorkerError};

/// Where the analysis of the open text stands.
#[derive(Clone, Debug, Default)]
pub(super) enum Stage {
    #[default]
    Empty,
    Running,
    Done(Arc<Paper>),
    Failed(WorkerError),
}

/// The open text and its report.
#[derive(Clone, Copy)]
pub(super) struct Analysis {
    stage: RwSignal<Stage>,
    /// What is being read, until it is read.
    text: StoredValue<Option<Text>>,
    /// The reader's own list, by which it was read last.
    own: StoredValue<Arc<str>>,
    client: StoredValue<Option<Client>, LocalStorage>,
}

impl Analysis {
    pub(super) fn provide() -> Self {
        let analysis = Self {
            stage: RwSignal::default(),
            text: StoredValue::default(),
            own: StoredValue::new("".into()),
            client: StoredValue::new_local(None),
        };
        analysis.client.set_value(Some(Client::start(move |event| analysis.hear(event))));
        provide_context(analysis);
        analysis
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn stage(self) -> Stage {
        self.stage.get()
    }

    /// Bytes of the text that lies open.
    pub(super) fn len_untracked(self) -> usize {
        self.text.with_value(|it| it.as_ref().map_or(0, |it| it.body.len()))
    }

    /// Reads `text`, unless it lies open as the reader's own list has it.
    pub(super) fn open(self, text: Text) {
        let own = own_list();
        let is_same_list = self.own.with_value(|it| **it == *own);
        self.own.set_value(own.into());
        let is_open = match &*self.stage.read_untracked() {
            Stage::Done(paper) => paper.text == text,
            Stage::Running => self.text.with_value(|it| it.as_ref() == Some(&text)),
            Stage::Empty | Stage::Failed(_) => false,
        };
        if is_open && is_same_list {
            return;
        }
        self.text.set_value(Some(text));
        self.ask();
    }

    /// Asks for the report on the text that lies open.
    pub(super) fn ask(self) {
        set_ready(false);
        self.stage.set(Stage::Running);
        let body = self.text.with_value(|it| it.as_ref().map(|it| it.body.clone()));
        if let Some(body) = body {
            self.client.with_value(|it| it.iter().for_each(|it| it.read(body.clone(), self.own.get_value())));
        }
    }

    fn hear(self, event: Event) {
        match event {
            Event::Report(report) => {
                if let Some(text) = self.text.get_value() {
                    // Each in a task of its own: unpacking a long report took its share of this one.
                    let prepare = move || {
                        let paper = Arc::new(Paper::new(text, report));
                        set_timeout(move || self.show(paper), Duration::ZERO);
                    };
                    set_timeout(prepare, Duration::ZERO);
                }
            }
            Event::Failed(error) => self.stage.set(Stage::Failed(error)),
        }
    }

    /// Shows a paper, unless another text was opened meanwhile.
    fn show(self, paper: Arc<Paper>) {
        if self.text.with_value(|it| it.as_ref() == Some(&paper.text)) {
            self.stage.set(Stage::Done(paper));
        }
    }
}

/// Says on the root element whether the report that is due is on screen.
pub(super) fn set_ready(is_ready: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-ready", if is_ready { "true" } else { "false" });
    }
}

/// Takes the sign away: no report was asked for.
pub(super) fn set_nothing_due() {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute("data-ready");
    }
}
