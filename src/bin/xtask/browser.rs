//! What the optimised build and the browser tests need beside Rust: Node.js,
//! its pinned packages, and a Chromium.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::run::{self, Error, Result, answers, at, root};

/// Node.js with the packages of `tests/browser/package-lock.json`.
pub(crate) struct Packages {
    folder: PathBuf,
}

impl Packages {
    /// Installs them if they are not there as the lock file has them.
    pub(crate) fn ready() -> Result<Self> {
        require(&["node", "npm"], "the optimised build")?;
        let folder = root().join("tests/browser");
        let lock = folder.join("package-lock.json");
        let wanted = at(&lock, std::fs::read(&lock))?;
        let stamp = folder.join("node_modules/.sayso-lock");
        if std::fs::read(&stamp).ok().as_ref() != Some(&wanted) {
            eprintln!("Fetching wasm-opt and the browser test packages …");
            let mut npm = Command::new(program("npm"));
            npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&folder);
            run::run(&mut npm)?;
            at(&stamp, std::fs::write(&stamp, wanted))?;
        }
        Ok(Self { folder })
    }

    /// Where `wasm-opt` lies.
    pub(crate) fn bin(&self) -> PathBuf {
        self.folder.join("node_modules/.bin")
    }

    /// The names of the test files, in their order.
    pub(crate) fn tests(&self) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in at(&self.folder, std::fs::read_dir(&self.folder))? {
            names.push(at(&self.folder, entry)?.file_name().to_string_lossy().into_owned());
        }
        names.retain(|it| it.ends_with(".test.mjs"));
        names.sort();
        Ok(names)
    }

    /// A Node.js program of `tests/browser`, with the browser it is to drive.
    pub(crate) fn node<const N: usize>(&self, arguments: [&str; N]) -> Result<Command> {
        let mut node = Command::new(program("node"));
        node.args(arguments).current_dir(&self.folder).env("SAYSO_BROWSER", browser()?);
        // So that the tests can ask for the same report in another way.
        node.env("SAYSO_XTASK", env::current_exe().unwrap_or_default());
        Ok(node)
    }
}

/// Programs that will do as a browser, best first.
const BROWSERS: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

fn browser() -> Result<PathBuf> {
    if let Some(browser) = env::var_os("SAYSO_BROWSER") {
        return Ok(browser.into());
    }
    if let Some(found) = BROWSERS.iter().find_map(|it| find(it)) {
        return Ok(found);
    }
    require(&["chromium"], "the browser tests")?;
    find("chromium").ok_or_else(|| missing("chromium", "the browser tests"))
}

/// Makes sure that programs are there: on Debian the super-user gets them from the
/// distribution, everybody else is told what to install.
fn require(programs: &[&str], what_for: &str) -> Result {
    let lacking: Vec<_> = programs.iter().copied().filter(|it| find(it).is_none()).collect();
    let Some(first) = lacking.first() else { return Ok(()) };
    if !may_install() {
        return Err(missing(first, what_for));
    }
    let packages = lacking.iter().map(|it| if *it == "node" { "nodejs" } else { it });
    eprintln!("Installing {} from Debian, for {what_for} …", lacking.join(", "));
    let apt = |arguments: &[&str]| {
        let mut apt = Command::new("apt-get");
        apt.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        run::run(&mut apt)
    };
    apt(&["update", "--quiet"])?;
    apt(&[&["install", "--yes", "--quiet", "--no-install-recommends"][..], &packages.collect::<Vec<_>>()].concat())
}

fn missing(program: &str, what_for: &str) -> Error {
    let package = if program == "node" { "nodejs" } else { program };
    let advice = format!("{what_for} needs it; on Debian: `apt-get install {package}`");
    Error::Missing { program: program.into(), advice }
}

fn may_install() -> bool {
    let is_root = || Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout == b"0\n");
    Path::new("/etc/debian_version").exists() && is_root()
}

/// `npm` is a script with an ending of its own on Windows.
fn program(name: &'static str) -> &'static str {
    if cfg!(windows) && name == "npm" { "npm.cmd" } else { name }
}

/// Returns where a program lies, if it starts.
fn find(name: &str) -> Option<PathBuf> {
    let plain = Path::new(name);
    let folders = env::var_os("PATH").unwrap_or_default();
    let in_path = || env::split_paths(&folders).map(|it| it.join(name)).find(|it| it.is_file());
    let found = if plain.is_absolute() { Some(plain.to_path_buf()).filter(|it| it.is_file()) } else { in_path() };
    found.filter(|it| answers(it))
}
