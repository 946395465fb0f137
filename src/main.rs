//! The program: the page, or its analysis thread.

#[cfg(feature = "page")]
fn main() {
    if sayso::worker::is_worker() {
        sayso::worker::serve();
    } else {
        sayso::app::mount();
    }
}

#[cfg(not(feature = "page"))]
fn main() {
    eprintln!("the page runs in a browser: build it with `cargo xtask serve`");
}
