//! One binary for every integration test.

mod explanations;
mod tidy;
