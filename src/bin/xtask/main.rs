//! The one door: `cargo xtask serve | test | dist | report | bench`.

mod bench;
mod browser;
mod dist;
mod engine;
mod imports;
mod offline;
mod order;
mod policy;
mod readable;
mod report;
mod run;
mod serve;
mod single;
mod size;
mod split;
mod test;
mod tools;
mod unchanged;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--no-open] [--release]   build the page and serve it on this machine
cargo xtask test                                       every check, against the optimised page
cargo xtask dist                                       the folder to deploy, dist/
cargo xtask report [--json | --jsonl] [FILE…]          reports on articles; `-` is standard input
cargo xtask bench [--browser]                          time and size per layer and trait
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments.split_first() {
        Some((&"serve", rest)) => serve::run(rest),
        Some((&"test", [])) => test::run(),
        Some((&"dist", [])) => dist::run().map(drop),
        Some((&"report", rest)) => return report::run(rest),
        Some((&"bench", rest)) => bench::run(rest),
        Some((&("help" | "--help" | "-h"), _)) => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(run::Error::Usage("this is what can be asked:".into())),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(run::Error::Usage(what)) => {
            eprint!("{what}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
