//! One binary for every integration test.

mod explanations;
mod hostile;
#[cfg(feature = "import")]
mod import;
mod seeds;
mod tidy;
