//! The engine: the analysis once more, built for speed, and the script that starts its threads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::browser::Packages;
use crate::run::{self, Error, Result, at, cargo, root};
use crate::tools::{TARGET, WASM_BINDGEN};

const SCRIPT: &str = include_str!("../../worker/engine.js");
const PLACE: &str = "const GLUE = \"\";";

/// The two files, as they are called until they are named for their content.
const FILES: [&str; 2] = ["engine.js", "engine_bg.wasm"];

/// Builds the two files; [`put`] moves them beside the page.
pub(crate) fn build() -> Result {
    let mut build = cargo(["build", "--quiet", "--locked", "--profile", "engine", "--bin", "engine"]);
    run::run(build.args(["--features", "worker", "--target", TARGET, "--target-dir", "target"]))?;
    let program = root().join("target").join(TARGET).join("engine/engine.wasm");
    let [script, wasm] = files_in(&folder());
    // Its threads are started from a string, which may import nothing.
    let mut bindgen = Command::new(WASM_BINDGEN.ready()?.join("wasm-bindgen"));
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "engine", "--out-dir"]).arg(folder());
    run::run(bindgen.arg(program))?;
    let tools = Packages::ready()?.bin();
    let mut optimise = Command::new(tools.join("wasm-opt"));
    run::run(optimise.args(["-O3", "--low-memory-unused"]).arg(&wasm).arg("-o").arg(&wasm))?;
    let glue = run::read(Command::new(tools.join("esbuild")).args(["--minify", "--log-level=error"]).arg(&script))?;
    at(&script, fs::write(&script, filled(SCRIPT, &glue)?))
}

/// Moves what was built into the folder of the page.
pub(crate) fn put(page: &Path) -> Result {
    for (from, to) in files_in(&folder()).iter().zip(files_in(page)) {
        at(from, fs::rename(from, to))?;
    }
    Ok(())
}

fn folder() -> PathBuf {
    root().join("target/engine-dist")
}

fn files_in(folder: &Path) -> [PathBuf; 2] {
    FILES.map(|it| folder.join(it))
}

/// Puts what a thread runs into the script that starts it.
fn filled(script: &str, glue: &str) -> Result<String> {
    let glue = serde_json::to_string(glue).map_err(|error| Error::Check(error.to_string()))?;
    match script.split_once(PLACE) {
        Some((before, after)) => Ok(format!("{before}const GLUE = {glue};{after}")),
        None => Err(Error::Check(format!("engine.js has no line `{PLACE}` to fill in"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_thread_runs_is_put_in_as_a_string() {
        let script = filled(SCRIPT, "let a = \"\\n\";\n").expect("the script has a place");
        assert!(script.contains(r#"const GLUE = "let a = \"\\n\";\n";"#));
    }

    #[test]
    fn a_script_without_a_place_is_refused() {
        assert!(filled("start();", "").is_err());
    }
}
