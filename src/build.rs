//! The word lists without their remarks, which readers need not download; and what the reader of web
//! pages and PDFs may use of the memory: a file that would unpack to more ends it, not the page.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const MOST_BYTES: usize = 512 << 20;

/// The folders of word lists, in `src`.
const LISTS: [&str; 2] = ["ling/data", "traits/data"];

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is_wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|it| it == "wasm32");
    if is_wasm && env::var_os("CARGO_FEATURE_HTML").is_some() {
        println!("cargo::rustc-link-arg-bin=html=--max-memory={MOST_BYTES}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    LISTS.iter().try_for_each(|folder| strip(&Path::new("src").join(folder), &out.join(folder)))
}

/// Writes each list of a folder without the lines that are remarks.
fn strip(from: &Path, to: &Path) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", from.display());
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let to = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            strip(&path, &to)?;
        } else if path.extension().is_some_and(|it| it == "txt") {
            let text = fs::read_to_string(&path)?;
            let kept: Vec<_> = text.lines().filter(|it| !it.starts_with('#')).collect();
            fs::write(to, kept.join("\n"))?;
        }
    }
    Ok(())
}
