//! What outlives the tab: settings, dismissals, and the text that was pasted.

mod dismissal;
mod form;
mod fossil;
#[cfg(feature = "worker")]
mod slot;

pub use dismissal::{Dismissal, Scope};
pub use form::{Broken, Kept, Settings, Theme};
#[cfg(feature = "worker")]
pub use slot::{Refusal, Slot};
