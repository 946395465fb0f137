//! `bench`: time and size, as tables.

use crate::browser::Packages;
use crate::run::{self, Error, Result, cargo, root};
use crate::size;

pub(crate) fn run(arguments: &[&str]) -> Result {
    let in_browser = match arguments {
        [] => false,
        ["--browser"] => true,
        _ => return Err(Error::Usage("`bench` knows only `--browser`".into())),
    };
    run::run(&mut cargo(["bench", "--quiet", "--bench", "speed"]))?;
    let dist = root().join("dist");
    if dist.join("index.html").is_file() {
        print!("\n{}", size::first_load(&dist)?);
        if in_browser {
            println!();
            run::run(&mut Packages::ready()?.node(["figures.mjs"])?)?;
        }
    } else {
        println!("\nFor the size of the page, and `--browser`, build it first: `cargo xtask dist`.");
    }
    Ok(())
}
