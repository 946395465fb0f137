//! The program: the page, or its analysis thread.

fn main() {}
