//! What the reader of web pages and PDFs may use of the memory: a file that would unpack to more ends it, not the page.

const MOST_BYTES: usize = 512 << 20;

fn main() {
    println!("cargo::rerun-if-changed=src/build.rs");
    let is_wasm = std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|it| it == "wasm32");
    if is_wasm && std::env::var_os("CARGO_FEATURE_HTML").is_some() {
        println!("cargo::rustc-link-arg-bin=html=--max-memory={MOST_BYTES}");
    }
}
