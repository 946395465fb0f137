//! What a reader downloads before the page works, and the budget for it.

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use crate::run::{Error, Result, at};

/// Bytes, compressed with brotli: page, analysis, list of the library and upright letters.
///
/// The aim is 300 kB, or 450 kB with the part-of-speech layer.
const BUDGET: usize = 450_000;

/// The files of the first load.
pub(crate) struct FirstLoad {
    files: Vec<File>,
}

struct File {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Measures every file that the start page loads: `index.html`, what it names, and
/// what the named files name in their turn.
pub(crate) fn first_load(dist: &Path) -> Result<FirstLoad> {
    let mut waiting = files(dist)?;
    let mut loaded = vec![dist.join("index.html")];
    let mut measured = Vec::new();
    // A manifest is asked for when the page is up, and what it names when it is installed.
    waiting.retain(|it| *it != loaded[0] && it.extension().is_none_or(|it| it != "webmanifest"));
    while let Some(path) = loaded.pop() {
        let bytes = at(&path, fs::read(&path))?;
        if path.extension().is_some_and(|it| it == "html" || it == "css" || it == "js") {
            let text = String::from_utf8_lossy(&bytes);
            let named = |it: &mut PathBuf| it.file_name().is_some_and(|name| text.contains(&*name.to_string_lossy()));
            loaded.extend(waiting.extract_if(.., named));
        }
        measured.push(File { name: name_in(dist, &path), raw: bytes.len(), brotli: brotli(&bytes) });
    }
    measured.sort_by_key(|it| std::cmp::Reverse(it.brotli));
    Ok(FirstLoad { files: measured })
}

impl FirstLoad {
    pub(crate) fn brotli(&self) -> usize {
        self.files.iter().map(|it| it.brotli).sum()
    }

    /// Fails if the budget is overspent.
    pub(crate) fn within_budget(&self) -> Result {
        let all = self.brotli();
        if all <= BUDGET {
            return Ok(());
        }
        Err(Error::Check(format!("the first load is {} kB compressed; the budget is {} kB", all / 1000, BUDGET / 1000)))
    }
}

impl fmt::Display for FirstLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let row = |f: &mut fmt::Formatter<'_>, name: &str, raw: usize, brotli: usize| {
            writeln!(f, "  {name:<40} {:>8.1} kB {:>8.1} kB", raw as f64 / 1000.0, brotli as f64 / 1000.0)
        };
        writeln!(f, "  {:<40} {:>11} {:>11}", "first load", "as it is", "brotli")?;
        for it in &self.files {
            row(f, &it.name, it.raw, it.brotli)?;
        }
        row(f, "all", self.files.iter().map(|it| it.raw).sum(), self.brotli())
    }
}

/// Returns what a file of the folder is called in an address.
pub(crate) fn name_in(folder: &Path, path: &Path) -> String {
    path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in at(folder, fs::read_dir(folder))? {
        let path = at(folder, entry)?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

fn brotli(bytes: &[u8]) -> usize {
    let mut packed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &settings).expect("memory can be read and written");
    packed.len()
}
