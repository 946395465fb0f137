//! How high the panel stands on a phone.

use leptos::prelude::*;

use super::live::whether;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Height {
    /// A bar with the buttons.
    #[default]
    Low,
    /// The article stays in sight above it.
    Half,
    Full,
}

impl Height {
    pub(super) const ALL: [Self; 3] = [Self::Low, Self::Half, Self::Full];

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Half => "half",
            Self::Full => "full",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Low => "Text",
            Self::Half => "Both",
            Self::Full => "Cards",
        }
    }
}

/// The height of the sheet.
#[derive(Clone, Copy)]
pub(super) struct Sheet {
    height: RwSignal<Height>,
}

impl Sheet {
    pub(super) fn provide() -> Self {
        let sheet = Self { height: RwSignal::default() };
        provide_context(sheet);
        sheet
    }

    pub(super) fn expect() -> Self {
        super::provided()
    }

    /// Tracks.
    pub(super) fn height(self) -> Height {
        self.height.get()
    }

    /// Whether a card can be seen; beside the article it always can.
    pub(super) fn is_low_untracked(self) -> bool {
        self.height.get_untracked() == Height::Low
    }

    pub(super) fn set(self, height: Height) {
        self.height.set(height);
    }

    /// Makes room for a card.
    pub(super) fn show(self) {
        if self.height.get_untracked() == Height::Low {
            self.height.set(Height::Half);
        }
    }

    pub(super) fn lower(self) {
        self.height.set(Height::Low);
    }
}

/// A button for each height, so that nothing must be dragged.
#[component]
pub(super) fn SheetHeights() -> impl IntoView {
    let sheet = Sheet::expect();
    let button = move |height: Height| {
        view! {
            <button
                type="button"
                class=format!("sheet__height sheet__height--{}", height.id())
                aria-pressed=whether(move || sheet.height() == height)
                on:click=move |_| sheet.set(height)
            >
                {height.name()}
            </button>
        }
        .into_any()
    };
    view! { <div class="sheet" role="group" aria-label="Height of the panel">{Height::ALL.map(button).collect_view()}</div> }
}
