//! `test`: every check there is, the cheap ones first.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::browser::Packages;
use crate::run::{self, Error, Result, cargo, root};
use crate::{dist, size, tools};

/// What a step counted; a step without tests of its own counts as one.
struct Counted {
    passed: u32,
    failed: u32,
}

const ONE: Counted = Counted { passed: 1, failed: 0 };

#[derive(Default)]
struct Tally {
    passed: u32,
    failed: u32,
    /// The steps that found something.
    broken: Vec<&'static str>,
}

pub(crate) fn run() -> Result {
    tools::lints_ready()?;
    let mut tally = Tally::default();
    tally.step("format", format);
    tally.step("the analysis depends on nothing but the calendar", alone);
    // Every native test; that the analysis compiles alone, with its tests, is seen by its lints.
    tally.step("native tests", || cargo_test(&mut cargo(["test", "--features", "xtask"])));
    tally.step("lints of the analysis", || lint(&mut cargo(["clippy", "--all-targets"])));
    tally.step("lints of the commands", || lint(&mut cargo(["clippy", "--all-targets", "--features", "xtask"])));
    tally.step("lints of the page", lint_page);
    if tally.step("optimised build", || dist::run().map(|_| ONE)) {
        tally.step("size of the first load", || size::first_load(&root().join("dist"))?.within_budget().map(|()| ONE));
        tally.step("browser tests", browser_tests);
    }
    tally.close()
}

impl Tally {
    /// Runs a step and tells how it went; returns whether all is well.
    fn step(&mut self, name: &'static str, run: impl FnOnce() -> Result<Counted>) -> bool {
        println!("── {name}");
        let start = Instant::now();
        let counted = run().unwrap_or_else(|error| {
            println!("{error}");
            Counted { passed: 0, failed: 1 }
        });
        let good = counted.failed == 0;
        let mut line = format!("   {}, {:.1} s", if good { "ok" } else { "FAILED" }, start.elapsed().as_secs_f64());
        if counted.passed + counted.failed > 1 {
            write!(line, ", {} passed, {} failed", counted.passed, counted.failed).expect("a string can be written");
        }
        println!("{line}");
        self.passed += counted.passed;
        self.failed += counted.failed;
        if !good {
            self.broken.push(name);
        }
        good
    }

    fn close(self) -> Result {
        println!("\n{} passed, {} failed", self.passed, self.failed);
        if self.broken.is_empty() { Ok(()) } else { Err(Error::Check(format!("failed: {}", self.broken.join("; ")))) }
    }
}

/// `cargo fmt` does not see the modules that a macro declares.
fn format() -> Result<Counted> {
    let files = run::read(Command::new("git").args(["ls-files", "*.rs"]).current_dir(root()))?;
    // A file may be listed and deleted.
    let files = files.lines().filter(|it| root().join(it).is_file());
    run::run(Command::new("rustfmt").args(["--edition", "2024", "--check"]).args(files).current_dir(root()))?;
    Ok(ONE)
}

fn alone() -> Result<Counted> {
    let tree = run::read(&mut cargo(["tree", "--edges", "normal", "--prefix", "none", "--depth", "1"]))?;
    match tree.lines().skip(1).find(|it| !it.starts_with("time ")) {
        None => Ok(ONE),
        Some(other) => Err(Error::Check(format!("without features the package depends on {other}"))),
    }
}

fn lint(clippy: &mut Command) -> Result<Counted> {
    run::run(clippy.args(["--quiet", "--", "--deny", "warnings"])).map(|()| ONE)
}

fn lint_page() -> Result<Counted> {
    tools::target_ready()?;
    lint(&mut cargo([
        "clippy",
        "--lib",
        "--bin",
        "sayso",
        "--bin",
        "workshop",
        "--bin",
        "engine",
        "--features",
        "page",
        "--target",
        tools::TARGET,
    ]))
}

/// Runs native tests; what they print is shown when one fails.
fn cargo_test(test: &mut Command) -> Result<Counted> {
    let output = test.arg("--no-fail-fast").stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| run::not_started(test, error))?;
    let said = String::from_utf8_lossy(&output.stdout);
    let mut counted = Counted { passed: 0, failed: 0 };
    for line in said.lines().filter_map(|it| it.strip_prefix("test result: ")) {
        counted.passed += number_before(line, " passed");
        counted.failed += number_before(line, " failed");
    }
    if !output.status.success() {
        print!("{said}");
        // Code that does not compile fails no test.
        counted.failed = counted.failed.max(1);
    }
    Ok(counted)
}

/// The browser tests whose figures are true only while nothing else runs.
const ALONE: &str = "speed.test.mjs";

/// Runs the browser tests on `dist/`: as many files at once as there are cores, each with a
/// browser of its own, and then what is timed.
fn browser_tests() -> Result<Counted> {
    let packages = Packages::ready()?;
    let mut together = packages.tests()?;
    together.retain(|it| it != ALONE);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut counted = node_tests(&packages, cores, &together)?;
    let timed = node_tests(&packages, 1, &[ALONE.into()])?;
    counted.passed += timed.passed;
    counted.failed += timed.failed;
    Ok(counted)
}

/// Runs test files, `at_once` at a time; what each says is shown as it ends.
fn node_tests(packages: &Packages, at_once: usize, files: &[String]) -> Result<Counted> {
    let mut node = packages.node(["--test", "--test-reporter=spec"])?;
    node.arg(format!("--test-concurrency={at_once}")).args(files);
    node.stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = node.spawn().map_err(|error| run::not_started(&node, error))?;
    let mut counted = Counted { passed: 0, failed: 0 };
    let said = child.stdout.take().expect("its standard output is piped");
    for line in BufReader::new(said).lines().map_while(std::io::Result::ok) {
        match line.split_once(' ') {
            Some(("ℹ", rest)) => {
                counted.passed += rest.strip_prefix("pass ").map_or(0, number);
                counted.failed += rest.strip_prefix("fail ").map_or(0, number);
            }
            _ => println!("   {line}"),
        }
        // Shown as it happens, also into a pipe.
        let _ = std::io::stdout().flush();
    }
    let status = child.wait().map_err(|error| run::not_started(&node, error))?;
    if !status.success() {
        counted.failed = counted.failed.max(1);
    }
    Ok(counted)
}

fn number(text: &str) -> u32 {
    text.trim().parse().unwrap_or(0)
}

/// The number that stands before `word`: 3 in `ok. 3 passed; 0 failed`.
fn number_before(line: &str, word: &str) -> u32 {
    let before = line.split_once(word).map_or("", |(before, _)| before);
    number(before.rsplit(' ').next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::number_before;

    #[test]
    fn the_numbers_of_a_test_run() {
        let line = "ok. 31 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.04s";
        assert_eq!((number_before(line, " passed"), number_before(line, " failed")), (31, 2));
    }
}
