//! What outlives the tab: settings, dismissals, and the text that was pasted.

mod form;
#[cfg(feature = "worker")]
mod slot;

pub use form::{Broken, Dismissal, Kept, Scope, Settings, Theme};
#[cfg(feature = "worker")]
pub use slot::{Refusal, Slot};
