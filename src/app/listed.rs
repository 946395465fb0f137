//! A list that follows what it reads: what stays in it is left as it was drawn.
//!
//! Leptos has one for keys in any order; these come in the order of their numbers, which takes
//! an eighth of the code.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};

use super::live::{live, nothing};

/// What an entry of a list is of: while the numbers are the same it stays as it was drawn.
pub(super) type Entry = Vec<u32>;

/// Draws a list, whose entries come in the order of their numbers, and what is new in it whenever it changes.
pub(super) fn each(
    list: impl Fn() -> Vec<Entry> + Send + 'static,
    draw: impl Fn(Entry) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let (draw, owner): (Draw, _) = (Arc::new(draw), Owner::new());
    live(move || Listed { entries: list(), draw: draw.clone(), owner: owner.clone() }.into_any())
}

type Draw = Arc<dyn Fn(Entry) -> AnyView + Send + Sync>;

/// The entries as they now are.
struct Listed {
    entries: Vec<Entry>,
    draw: Draw,
    /// Of all of them: what draws the list anew ends nothing that stays.
    owner: Owner,
}

/// The entries that are drawn, and what stands behind the last.
struct Standing {
    entries: Vec<Drawn>,
    end: AnyViewState,
}

struct Drawn {
    entry: Entry,
    state: AnyViewState,
    /// Let go of last.
    _owner: Owner,
}

impl Listed {
    fn draw(&self, entry: Entry) -> Drawn {
        let owner = self.owner.with(Owner::new);
        let state = owner.with(|| (self.draw)(entry.clone()).build());
        Drawn { entry, state, _owner: owner }
    }
}

impl Render for Listed {
    type State = Standing;

    fn build(mut self) -> Standing {
        let entries = std::mem::take(&mut self.entries);
        Standing { entries: entries.into_iter().map(|it| self.draw(it)).collect(), end: nothing().build() }
    }

    fn rebuild(mut self, standing: &mut Standing) {
        let mut before = std::mem::take(&mut standing.entries).into_iter().peekable();
        for entry in std::mem::take(&mut self.entries) {
            while let Some(mut gone) = before.next_if(|it| it.entry < entry) {
                gone.state.unmount();
            }
            let drawn = before.next_if(|it| it.entry == entry).unwrap_or_else(|| {
                let mut drawn = self.draw(entry);
                before.peek().map_or(&standing.end, |it| &it.state).insert_before_this(&mut drawn.state);
                drawn
            });
            standing.entries.push(drawn);
        }
        before.for_each(|mut it| it.state.unmount());
    }
}

impl Mountable for Standing {
    fn unmount(&mut self) {
        self.entries.iter_mut().for_each(|it| it.state.unmount());
        self.end.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.entries.iter_mut().for_each(|it| it.state.mount(parent, marker));
        self.end.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.entries.first().map_or(&self.end, |it| &it.state).insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.entries.iter().flat_map(|it| it.state.elements()).collect()
    }
}

impl AddAnyAttr for Listed {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self {
        self
    }
}

/// Asked for by the form alone: no server draws this page.
impl RenderHtml for Listed {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Standing {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
