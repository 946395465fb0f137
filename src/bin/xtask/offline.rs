//! What the browser's own worker must know: the files of this build, and a name for them.

use std::fs;
use std::path::Path;

use crate::run::{Error, Result, at};
use crate::size;
use sayso::text::fingerprint;

/// Files that a page without a network does not need.
const LEFT_OUT: &[&str] = &["sw.js", "sayso.html", "fonts/LICENSE.txt"];

/// Fills the list into `sw.js`.
pub(crate) fn fill(folder: &Path) -> Result {
    let mut names = Vec::new();
    for path in size::files(folder)? {
        let name = size::name_in(folder, &path);
        if !LEFT_OUT.contains(&&*name) {
            names.push(name);
        }
    }
    names.sort();
    let mut content = Vec::new();
    for name in &names {
        let path = folder.join(name);
        content.extend(name.bytes());
        content.extend(at(&path, fs::read(&path))?);
    }
    let worker = folder.join("sw.js");
    let script = at(&worker, fs::read_to_string(&worker))?;
    at(&worker, fs::write(&worker, filled(&script, &names, fingerprint(&content))?))
}

fn filled(script: &str, names: &[String], build: u64) -> Result<String> {
    // The page goes by the address of its folder.
    let names: Vec<_> = names.iter().map(|it| if it == "index.html" { "./" } else { it }).collect();
    let (build, files) = (format!("const BUILD = \"{build:016x}\";"), format!("const FILES = {names:?};"));
    let mut filled = script.to_owned();
    for (place, content) in [("const BUILD = \"\";", build), ("const FILES = [];", files)] {
        if !filled.contains(place) {
            return Err(Error::Check(format!("sw.js has no line `{place}` to fill in")));
        }
        filled = filled.replacen(place, &content, 1);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = include_str!("../../../public/sw.js");

    #[test]
    fn the_list_is_filled_in() {
        let names = ["a.js", "index.html"].map(str::to_owned);
        let filled = filled(SCRIPT, &names, 7).expect("the script has places");
        assert!(filled.contains("const FILES = [\"a.js\", \"./\"];"));
        assert!(filled.contains("const BUILD = \"0000000000000007\";"));
    }

    #[test]
    fn a_script_without_places_is_refused() {
        assert!(filled("const A = 1;", &[], 0).is_err());
    }
}
