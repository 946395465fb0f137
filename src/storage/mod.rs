//! What outlives the tab: settings, dismissals, the text that was pasted, lists and repairs of
//! one's own.

mod dismissal;
mod form;
mod fossil;
pub mod list_file;
mod portfolio;
mod rows;
#[cfg(feature = "worker")]
mod slot;

pub use dismissal::{Dismissal, Scope};
pub use form::{Kept, Settings, Theme};
pub use portfolio::{Pair, Portfolio};
pub use rows::{find_rows, put_rows};
#[cfg(feature = "worker")]
pub use slot::{Refusal, Slot};

#[cfg(test)]
mod tests;
