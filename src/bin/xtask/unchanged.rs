//! Whether `dist/` is still what the sources make.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{self, Result, at, root};
use crate::size;
use sayso::text::fingerprint;

/// What the page is built from; the pinned packages bring the optimiser.
const SOURCES: [&str; 9] = [
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "public",
    "rust-toolchain.toml",
    "src",
    "style",
    "tests/browser/package-lock.json",
];

/// What lay in the folders when the page was last built.
fn stamp() -> PathBuf {
    root().join("target/dist.stamp")
}

/// Notes that `dist` was built from the sources as they are.
pub(crate) fn note(dist: &Path) -> Result {
    at(&stamp(), fs::write(stamp(), state(dist)?))
}

/// Whether neither the sources nor `dist` have changed since it was noted.
pub(crate) fn is_as_noted(dist: &Path) -> bool {
    fs::read_to_string(stamp()).is_ok_and(|noted| state(dist).is_ok_and(|it| it == noted))
}

/// A number for the sources and one for what was built.
fn state(dist: &Path) -> Result<String> {
    let mut list = Command::new("git");
    list.args(["ls-files", "--cached", "--others", "--exclude-standard", "--"]).args(SOURCES).current_dir(root());
    let listed = run::read(&mut list)?;
    // A file may be listed and deleted.
    let sources = listed.lines().map(|it| root().join(it)).filter(|it| it.is_file()).collect();
    Ok(format!("{:016x} {:016x}", number(sources)?, number(size::files(dist)?)?))
}

fn number(mut files: Vec<PathBuf>) -> Result<u64> {
    files.sort();
    let mut all = Vec::new();
    for file in files {
        all.extend(file.to_string_lossy().bytes());
        all.extend(fingerprint(&at(&file, fs::read(&file))?).to_le_bytes());
    }
    Ok(fingerprint(&all))
}
