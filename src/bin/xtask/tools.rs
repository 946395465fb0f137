//! Pinned tools: fetched once per user, kept out of the project.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::run::{self, Error, Result, cargo};

/// What the page is compiled to.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// A program of the crates registry at a fixed version.
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
}

pub(crate) const TRUNK: Tool = Tool { package: "trunk", program: "trunk", version: "0.21.14" };

/// Must be of the same version as the `wasm-bindgen` crate.
pub(crate) const WASM_BINDGEN: Tool = Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: "0.2.126" };

impl Tool {
    /// Returns the folder that holds the program; installs it if it is not there.
    pub(crate) fn ready(&self) -> Result<PathBuf> {
        let root = folder()?.join(format!("{}-{}", self.program, self.version));
        let bin = root.join("bin");
        let program = bin.join(self.program).with_extension(env::consts::EXE_EXTENSION);
        if !program.is_file() {
            self.install(&root)?;
        }
        Ok(bin)
    }

    fn install(&self, root: &Path) -> Result {
        eprintln!("Fetching {} {}: once on this machine, a few minutes …", self.package, self.version);
        let start = Instant::now();
        let mut install = cargo(["install", "--locked", "--version", self.version, self.package, "--root"]);
        // These tools wait for rustc most of the time: a quick build serves better than a quick tool.
        install.arg(root).env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1").env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16").env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        run::run(&mut install)?;
        eprintln!("Fetched {} in {:.0?}.", self.package, start.elapsed());
        Ok(())
    }
}

/// Where the tools of this user lie: a second clone finds them there.
fn folder() -> Result<PathBuf> {
    let cache = |name: &str| env::var_os(name).filter(|it| !it.is_empty()).map(PathBuf::from);
    let home = || cache("HOME").or_else(|| cache("USERPROFILE")).map(|home| home.join(".cache"));
    (cache("SAYSO_TOOLS"))
        .or_else(|| cache("XDG_CACHE_HOME").or_else(home).map(|it| it.join("sayso").join("tools")))
        .ok_or_else(|| Error::Usage("say in SAYSO_TOOLS where tools may be kept".into()))
}

/// Makes sure that the formatter and the linter are there.
pub(crate) fn lints_ready() -> Result {
    if ["cargo-fmt", "cargo-clippy"].iter().all(run::answers) {
        return Ok(());
    }
    rustup(&["component", "add", "rustfmt", "clippy"])
}

/// Makes sure that Rust can compile for the browser.
pub(crate) fn target_ready() -> Result {
    let libraries = run::read(
        Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(run::root()),
    )?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(());
    }
    eprintln!("Fetching the target {TARGET} …");
    rustup(&["target", "add", TARGET])
}

/// Makes sure that the sources of the standard library are there.
pub(crate) fn library_ready() -> Result {
    let sysroot = run::read(Command::new("rustc").args(["--print", "sysroot"]).current_dir(run::root()))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library").is_dir() {
        return Ok(());
    }
    eprintln!("Fetching the sources of the standard library …");
    rustup(&["component", "add", "rust-src"])
}

fn rustup(arguments: &[&str]) -> Result {
    if !run::answers("rustup") {
        let advice = format!("install Rust by rustup, or see to `{}` yourself", arguments.join(" "));
        return Err(Error::Missing { program: "rustup".into(), advice });
    }
    run::run(Command::new("rustup").args(arguments).current_dir(run::root()))
}
