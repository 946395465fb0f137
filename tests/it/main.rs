//! One binary for every integration test.

mod clock;
mod explanations;
mod facts_conflicts;
mod hostile;
#[cfg(feature = "import")]
mod import;
mod own_list;
mod properties;
mod record;
mod seeds;
mod tidy;
mod wording;
