//! `dist`: the folder to deploy. It works under any path of any static host.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::browser::Packages;
use crate::policy;
use crate::run::{self, Result, at, cargo, path_with, root};
use crate::size;
use crate::tools::{self, TRUNK, WASM_BINDGEN};
use crate::{engine, imports, offline, order, single, split, unchanged};
use sayso::text::fingerprint;

/// Builds `dist/`, unless it is there already; returns where it is.
pub(crate) fn run() -> Result<PathBuf> {
    let dist = root().join("dist");
    if unchanged::is_as_noted(&dist) {
        println!("dist/ is already what the sources make");
    } else {
        build(&dist)?;
        unchanged::note(&dist)?;
    }
    print!("{}", size::first_load(&dist)?);
    Ok(dist)
}

/// For the page alone: what a panic and `{:?}` say, which no reader sees, takes a twentieth of the first load. So a
/// panic ends the program at once, and the standard library is compiled along. The compiler is pinned, so that
/// what is not yet stable is the same on every machine.
const FOR_SIZE: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    (
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
        "-Zlocation-detail=none -Zfmt-debug=none -Zunstable-options -Cpanic=immediate-abort",
    ),
];

fn build(dist: &Path) -> Result {
    tools::target_ready()?;
    tools::library_ready()?;
    let path = path_with(&[WASM_BINDGEN.ready()?, Packages::ready()?.bin()]);
    let trunk = TRUNK.ready()?.join("trunk");
    join_later()?;
    let built = root().join("target/dist");
    let mut build = Command::new(trunk);
    build.args(["build", "--offline", "true", "--release", "--dist"]).arg(&built);
    build.env("PATH", path).env_remove("NO_COLOR").env("RUST_BACKTRACE", "0").current_dir(root());
    build.envs(FOR_SIZE);
    // Trunk asks the network for nothing, and the library has dependencies of its own.
    run::run(cargo(["fetch", "--quiet", "--locked", "--target", tools::TARGET]).envs(FOR_SIZE))?;
    // Either spends most of its time on one core.
    let fast = thread::spawn(engine::build);
    let page = run::run(&mut build);
    fast.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)).and(page)?;
    engine::put(&built)?;
    split::prepare(&built)?;
    minify(&built)?;
    imports::shorten(&built)?;
    split::program(&built)?;
    order::functions(&built)?;
    name_for_parts(&built)?;
    harden(&built)?;
    if dist.exists() {
        at(dist, fs::remove_dir_all(dist))?;
    }
    at(dist, fs::rename(&built, dist))
}

/// What the first screen does without: digests, the voice lens, windows over the page, the tables of the tools, and paper.
const LATER_STYLE: [&str; 5] =
    ["style/digest.css", "style/voices.css", "style/dialogs.css", "style/ledger.css", "style/print.css"];

/// Writes the one file of texts that the page fetches when it is up.
pub(crate) fn join_later() -> Result {
    let folder = root().join("target");
    at(&folder, fs::create_dir_all(&folder))?;
    let sheets = LATER_STYLE.map(|it| root().join(it));
    let style = sheets.iter().map(|it| at(it, fs::read_to_string(it))).collect::<Result<String>>()?;
    let file = folder.join("later.txt");
    at(&file, fs::write(&file, sayso::library::later(&style)))
}

/// Takes names and comments out of the scripts that wasm-bindgen wrote, which Trunk leaves as they are.
fn minify(folder: &Path) -> Result {
    let mut scripts = size::files(folder)?;
    scripts.retain(|it| it.extension().is_some_and(|it| it == "js") && !it.ends_with("sw.js"));
    let mut minify = Command::new(Packages::ready()?.bin().join("esbuild"));
    minify.args(["--minify", "--allow-overwrite", "--log-level=error"]);
    let folder = folder.display();
    minify.args([format!("--outdir={folder}"), format!("--outbase={folder}")]).args(scripts);
    run::run(&mut minify)
}

/// Makes of what Trunk wrote the page to deploy: one style sheet, a content policy, names for content.
fn harden(folder: &Path) -> Result {
    let page = folder.join("index.html");
    let html = one_style_sheet(folder, &at(&page, fs::read_to_string(&page))?)?;
    let html = without_early_loads(folder, &html)?;
    let strict = policy::strict(&html)?;
    let script = folder.join(&strict.script.name);
    at(&script, fs::write(&script, strict.script.code))?;
    let mut marks = "<html ".to_owned();
    for (name, endings) in FETCHED_LATER {
        marks.push_str(&format!("data-{name}=\"{}\" ", name_for_content(folder, name, endings)?));
    }
    at(&page, fs::write(&page, strict.html.replacen("<html ", &marks, 1)))?;
    offline::fill(folder)?;
    single::write(folder)
}

/// Joins the style sheets in their order: one request, and a third less to download.
fn one_style_sheet(folder: &Path, html: &str) -> Result<String> {
    let mut parts = html.split("<link");
    let mut joined = parts.next().unwrap_or_default().to_owned();
    let (mut style, mut place) = (String::new(), joined.len());
    for part in parts {
        let (link, rest) = part.split_once('>').unwrap_or((part, ""));
        match policy::attribute(link, "href").filter(|it| it.ends_with(".css")) {
            Some(name) => {
                let file = folder.join(name);
                style.push_str(&at(&file, fs::read_to_string(&file))?);
                at(&file, fs::remove_file(&file))?;
                place = joined.len();
                joined.push_str(rest);
            }
            None => {
                joined.push_str("<link");
                joined.push_str(part);
            }
        }
    }
    let name = format!("style-{:016x}.css", fingerprint(style.as_bytes()));
    joined.insert_str(place, &format!("<link rel=\"stylesheet\" href=\"./{name}\">"));
    let file = folder.join(name);
    at(&file, fs::write(&file, style))?;
    Ok(joined)
}

/// Takes out what would be fetched in advance though only the second bundle asks for it.
fn without_early_loads(folder: &Path, html: &str) -> Result<String> {
    let mut own = String::new();
    for path in size::files(folder)?.iter().filter(|it| size::name_in(folder, it).starts_with("sayso-")) {
        if path.extension().is_some_and(|it| it == "js") {
            own.push_str(&at(path, fs::read_to_string(path))?);
        }
    }
    let is_early = |link: &str| {
        let href = policy::attribute(link, "href").and_then(|it| it.strip_prefix("./snippets/"));
        href.is_some_and(|it| !own.contains(it))
    };
    let mut parts = html.split("<link");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('>').filter(|it| is_early(it.0)) {
            Some((_, rest)) => kept.push_str(rest),
            None => kept.extend(["<link", part]),
        }
    }
    Ok(kept)
}

/// What the page fetches once it is up, and how the names of its files end.
pub(crate) const FETCHED_LATER: [(&str, &[&str]); 8] = [
    ("rest", &[".wasm"]),
    ("workshop", &[".js", "_bg.wasm"]),
    ("html", &[".js", "_bg.wasm"]),
    ("engine", &[".js", "_bg.wasm"]),
    ("later", &[".txt"]),
    ("whole", &[".woff2"]),
    ("italic", &[".woff2"]),
    ("semibold", &[".woff2"]),
];

/// Trunk named the page's program before it was cut: parts of two builds must never meet.
fn name_for_parts(folder: &Path) -> Result {
    let stem = split::stem(folder)?;
    let [script, program] = [".js", "_bg.wasm"].map(|ending| folder.join(format!("{stem}{ending}")));
    let mut content = Vec::new();
    for file in [&script, &program, &folder.join(split::FILE)] {
        content.extend(at(file, fs::read(file))?);
    }
    let name = format!("sayso-{:016x}", fingerprint(&content));
    for (file, ending) in [(script, ".js"), (program, "_bg.wasm")] {
        at(&file, fs::rename(&file, folder.join(format!("{name}{ending}"))))?;
    }
    let page = folder.join("index.html");
    let html = at(&page, fs::read_to_string(&page))?;
    at(&page, fs::write(&page, html.replace(&stem, &name)))
}

/// Names files for their content, which Trunk does for the page's own alone: a browser that
/// keeps files never mixes two builds. Returns the mark that the page must know.
fn name_for_content(folder: &Path, name: &str, endings: &[&str]) -> Result<String> {
    let files: Vec<_> = endings.iter().map(|ending| (ending, folder.join(format!("{name}{ending}")))).collect();
    let mut content = Vec::new();
    for (_, file) in &files {
        content.extend(at(file, fs::read(file))?);
    }
    let mark = format!("{:016x}", fingerprint(&content));
    for (ending, file) in &files {
        at(file, fs::rename(file, folder.join(format!("{name}-{mark}{ending}"))))?;
    }
    Ok(mark)
}
