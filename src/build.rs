//! The word lists without their remarks, which readers need not download; and what the reader of web
//! pages and PDFs may use of the memory: a file that would unpack to more ends it, not the page.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const MOST_BYTES: usize = 512 << 20;

/// The folders of word lists, in `src`.
const LISTS: [&str; 2] = ["ling/data", "traits/data"];

/// Lists of single words, whose order and lines say nothing.
const LOOSE: &str = "adjectives attitudes bodies body_words both call collective_nouns common cue_nouns demonyms \
    document_nouns hearsay institutions judge kin_nouns light names_either names_men names_women no_names nouns \
    office_nouns person_nouns places say seem show speak tell think titles urge want";

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is_wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|it| it == "wasm32");
    if is_wasm && env::var_os("CARGO_FEATURE_HTML").is_some() {
        println!("cargo::rustc-link-arg-bin=html=--max-memory={MOST_BYTES}");
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    LISTS.iter().try_for_each(|folder| strip(&Path::new("src").join(folder), &out.join(folder)))
}

/// Writes each list of a folder without the lines that are remarks, and so that it packs well.
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
            let name = path.file_stem().and_then(|it| it.to_str()).unwrap_or_default();
            let lines = text.lines().filter(|it| !it.starts_with('#'));
            let packed = if LOOSE.split_ascii_whitespace().any(|it| it == name) { words(lines) } else { groups(lines) };
            fs::write(to, packed)?;
        }
    }
    Ok(())
}

/// The words of a list in one line; what is told with a colon and a space keeps its own.
fn words<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let (own, loose): (Vec<_>, Vec<_>) =
        lines.map(|it| it.split('#').next().unwrap_or_default()).partition(|it| it.contains(": "));
    [&[in_order(&loose.join(" ")).as_str()], &own[..]].concat().join("\n")
}

/// The words of a group in one line, and each condition of it with its words in order.
fn groups<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    let part = |part: &str| match part.split_once(": ") {
        Some((place, list)) => format!("{place}: {}", in_order(list)),
        None => part.to_owned(),
    };
    let line = |line: &str| match line.strip_prefix("= ") {
        Some(group) => format!("= {}", group.split(" ; ").map(part).collect::<Vec<_>>().join(" ; ")),
        None => line.to_owned(),
    };
    let list = lines.map(line).collect::<Vec<_>>().join("\n").replace(",\n", ", ");
    list.split("\n\n").map(alike_together).collect::<Vec<_>>().join("\n\n")
}

/// The groups of a section by their conditions.
fn alike_together(section: &str) -> String {
    let mut groups: Vec<_> = section.split("\n= ").collect();
    if let Some((_, groups)) = groups.split_first_mut() {
        groups.sort_by_key(|it| it.split_once(" ; ").map_or("", |(_, conditions)| conditions));
    }
    groups.join("\n= ")
}

fn in_order(list: &str) -> String {
    let mut words: Vec<_> = list.split_ascii_whitespace().collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}
