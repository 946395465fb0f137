//! House rules: which layer may use which, and the look of every file.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer may name only layers before it; those in one row do not know each other.
const LAYERS: &[&[&str]] = &[
    &["text"],
    &["ling"],
    &["traits"],
    &["report"],
    &["worker", "storage", "share", "export", "import", "intake", "lesson", "library"],
    &["app"],
];

/// The layers that name no web crate.
const PURE: &[&str] = &["text", "ling", "traits", "report"];

#[test]
fn the_arrow_runs_one_way() {
    for (level, layer) in LAYERS.iter().enumerate().flat_map(|(level, row)| row.iter().map(move |it| (level, *it))) {
        let later = LAYERS[level..].iter().flat_map(|row| row.iter()).filter(|it| **it != layer);
        let forbidden: Vec<_> = later.map(|it| format!("crate::{it}")).collect();
        for file in files_of(layer) {
            let code = fs::read_to_string(&file).expect("a listed file is readable");
            // A list of names would be read as none.
            assert!(!code.contains("crate::{"), "{} imports several layers in one line", file.display());
            for name in &forbidden {
                let names_it = code
                    .match_indices(name.as_str())
                    .any(|(at, _)| !code[at + name.len()..].starts_with(|it: char| it.is_alphanumeric() || it == '_'));
                assert!(!names_it, "{} names {name}, which comes after `{layer}`", file.display());
            }
        }
    }
}

#[test]
fn the_analysis_names_no_web_crate() {
    for file in PURE.iter().flat_map(|layer| files_of(layer)) {
        let code = fs::read_to_string(&file).expect("a listed file is readable");
        for name in ["web_sys", "js_sys", "wasm_bindgen", "leptos", "std::time", "std::fs", "std::env"] {
            assert!(!code.contains(name), "{} names {name}", file.display());
        }
    }
}

#[test]
fn every_file_opens_with_what_it_is() {
    for file in rust_files(&root().join("src")) {
        let code = fs::read_to_string(&file).expect("a listed file is readable");
        assert!(code.starts_with("//! "), "{} does not open with `//! `", file.display());
        let lines = code.lines().count();
        assert!(lines <= 500, "{} has {lines} lines: split it by meaning", file.display());
    }
}

#[test]
fn every_word_list_opens_with_what_it_is() {
    let lists = ["ling", "traits"].map(|layer| files_in(&root().join("src").join(layer).join("data"), "txt"));
    assert!(lists.iter().all(|it| it.len() > 3));
    for file in lists.concat() {
        let list = fs::read_to_string(&file).expect("a listed file is readable");
        assert!(list.starts_with("# "), "{} does not open with `# `", file.display());
    }
}

/// The sheets of the workshop are worn together, on top of the page's own.
#[test]
fn no_class_is_styled_by_two_sheets() {
    let mut owner = std::collections::HashMap::new();
    let layouts = ["phone.css", "print.css"];
    for entry in fs::read_dir(root().join("style")).expect("the folder is readable") {
        let path = entry.expect("a listed file is readable").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let css = fs::read_to_string(&path).expect("a listed file is readable");
        for line in css.lines().filter(|_| !layouts.contains(&&*name)) {
            let Some((selectors, _)) = line.split_once('{') else { continue };
            for class in selectors.split(',').filter_map(|it| it.trim().strip_prefix('.')) {
                if class.chars().all(|it| it.is_alphanumeric() || "-_".contains(it)) {
                    let first = owner.entry(class.to_owned()).or_insert_with(|| name.clone());
                    assert_eq!(*first, name, ".{class} is styled by two sheets");
                }
            }
        }
    }
}

#[test]
fn every_trait_is_registered() {
    let list = fs::read_to_string(root().join("src/traits/mod.rs")).expect("the list is readable");
    let folder = root().join("src/traits");
    for file in files_of("traits").into_iter().filter(|it| it.parent() == Some(&folder)) {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        if name != "mod" {
            assert!(list.contains(&format!("mod {name};")), "{name} is not in the list");
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files_of(layer: &str) -> Vec<PathBuf> {
    let src = root().join("src");
    let mut files = rust_files(&src.join(layer));
    files.extend(Some(src.join(format!("{layer}.rs"))).filter(|it| it.exists()));
    assert!(!files.is_empty(), "no file is of the layer `{layer}`");
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    files_in(folder, "rs")
}

fn files_in(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("a folder is readable").path();
        if path.is_dir() {
            files.extend(files_in(&path, ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            files.push(path);
        }
    }
    files
}
