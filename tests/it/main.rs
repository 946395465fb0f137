//! One binary for every integration test.

mod explanations;
#[cfg(feature = "import")]
mod import;
mod hostile;
mod seeds;
mod tidy;
