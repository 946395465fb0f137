//! The one door: `cargo xtask serve | test | dist | report | bench`.

use std::io::{BufRead, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let stdin = std::io::stdin().lock();
    let mut out = std::io::stdout().lock();
    for line in stdin.lines() {
        let row: serde_json::Value = serde_json::from_str(&line.expect("stdin is readable")).expect("a row is JSON");
        let (id, text) = (row["id"].as_str().unwrap_or_default(), row["text"].as_str().unwrap_or_default());
        let report = sayso::report::to_json(id, text, &sayso::report::analyse(text));
        writeln!(out, "{report}").expect("stdout is writable");
    }
    ExitCode::SUCCESS
}
