//! What outlives the tab: settings, dismissals, the text that was pasted, lists and repairs of
//! one's own.

mod checks;
mod dismissal;
mod fields;
mod form;
pub mod list_file;
mod portfolio;
mod rebase;
mod rows;
#[cfg(feature = "worker")]
mod slot;

pub use checks::{Check, Outcome, read_checks, written_checks};
pub use dismissal::{Dismissal, Scope};
pub use fields::{fields, joined};
pub use form::{Kept, Settings, Theme};
pub use portfolio::{Pair, Portfolio};
pub use rebase::rebased;
pub use rows::{find_rows, put_rows};
#[cfg(feature = "worker")]
pub use slot::{Refusal, Slot};

#[cfg(test)]
mod tests;
