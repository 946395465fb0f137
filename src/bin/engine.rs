//! The analysis thread alone, built for speed: it takes over from the one that came with the page.

fn main() {
    sayso::worker::serve();
}
