//! What outlives the tab: settings, dismissals, the text that was pasted, lists and repairs of
//! one's own.

mod dismissal;
mod form;
mod fossil;
pub mod list_file;
mod portfolio;
#[cfg(feature = "worker")]
mod slot;

pub use dismissal::{Dismissal, Scope};
pub use form::{Broken, Kept, Settings, Theme};
pub use portfolio::{Pair, Portfolio};
#[cfg(feature = "worker")]
pub use slot::{Refusal, Slot};
