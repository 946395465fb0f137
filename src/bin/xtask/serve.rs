//! `serve`: the page on this machine, rebuilt when its sources change.

use std::env;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use crate::dist;
use crate::run::{self, Error, Result, path_with, root};
use crate::tools::{self, TRUNK, WASM_BINDGEN};

struct Options {
    port: Option<u16>,
    open: bool,
    release: bool,
}

pub(crate) fn run(arguments: &[&str]) -> Result {
    let options = Options::parse(arguments)?;
    tools::target_ready()?;
    let (trunk, wasm_bindgen) = (TRUNK.ready()?, WASM_BINDGEN.ready()?);
    dist::join_later()?;
    let port = options.port.unwrap_or_else(free_port);
    eprintln!("Building the page: some minutes the first time …");
    thread::spawn(move || announce(port, options.open));
    let mut serve = Command::new(trunk.join("trunk"));
    serve.args(["serve", "--offline", "true", "--address", "127.0.0.1", "--port", &port.to_string()]);
    // Not dist/: that folder is for deploying.
    serve.args(["--dist", "target/serve"]);
    if options.release {
        serve.args(["--cargo-profile", "web"]);
    }
    run::run(serve.env("PATH", path_with(&[wasm_bindgen])).env_remove("NO_COLOR").current_dir(root()))
}

impl Options {
    fn parse(arguments: &[&str]) -> Result<Self> {
        let mut options = Self { port: None, open: env::var_os("CI").is_none(), release: false };
        let mut arguments = arguments.iter();
        while let Some(&argument) = arguments.next() {
            match argument {
                "--no-open" => options.open = false,
                "--release" => options.release = true,
                "--port" => {
                    let port = arguments.next().and_then(|it| it.parse().ok());
                    options.port = Some(port.ok_or_else(|| Error::Usage("`--port` takes a number".into()))?);
                }
                other => return Err(Error::Usage(format!("`serve` does not know `{other}`"))),
            }
        }
        Ok(options)
    }
}

/// The first port from 8080 that nobody listens on.
fn free_port() -> u16 {
    (8080..8180).find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()).unwrap_or(8080)
}

/// Waits until the page can be had, then says where, and shows it.
fn announce(port: u16, open: bool) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(200));
    }
    let address = format!("http://127.0.0.1:{port}/");
    println!("\n  Sayso is at {address}   (Ctrl+C stops it)\n");
    if open {
        let opener = match env::consts::OS {
            "macos" => "open",
            "windows" => "explorer",
            _ => "xdg-open",
        };
        let mut browser = Command::new(opener);
        browser.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Without a browser the address above is enough.
        let _ = browser.status();
    }
}
