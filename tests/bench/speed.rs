//! How long each layer and each trait takes, on English text. One thread.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs};

use sayso::ling::{Origin, Reading, Step};
use sayso::report::compare::compare;
use sayso::report::events::align;
use sayso::traits::{self, Findings};

/// Bytes read in each round; the best of [`ROUNDS`] counts, since noise only ever adds.
const SIZE: usize = 1_000_000;
const ROUNDS: usize = 9;

/// The budget: bytes a second for everything together.
const BUDGET: f64 = 50e6;

const STEPS: [(Step, &str); 7] = [
    (Step::Text, "text"),
    (Step::Words, "words"),
    (Step::Layout, "layout"),
    (Step::Quotes, "quotes"),
    (Step::Attributions, "attributions"),
    (Step::Facts, "facts"),
    (Step::Sources, "sources"),
];

fn main() {
    // Cargo's own test runs start every target; only `cargo bench` says `--bench`.
    if !env::args().any(|it| it == "--bench") {
        return;
    }
    let library = library(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/library"));
    if library.is_empty() {
        println!("public/library holds no text yet: only the made-up article is read");
    } else {
        let rounds = SIZE / library.iter().map(String::len).sum::<usize>().max(1) + 1;
        let texts = library.iter().cycle().take(library.len() * rounds).cloned().collect::<Vec<_>>();
        table(&format!("the library, each article on its own, {rounds} times"), &texts);
    }
    table("one made-up article of 1 MB", &[made_up(SIZE)]);
    twins();
}

/// Bytes of 5,000 words.
const TWIN: usize = 30_000;

/// Times two texts laid side by side: of the second, every fifth sentence is another.
fn twins() {
    let first = made_up(TWIN);
    let changed = |(at, it): (usize, &str)| if at % 5 == 0 { it.replace("the", "every") } else { it.to_owned() };
    let second = first.split_inclusive(". ").enumerate().map(changed).collect::<String>();
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let texts = [&first, &second].map(|it| Reading::new(it.as_str()));
        let articles: Vec<_> = texts.iter().filter_map(|it| it.articles().next()).collect();
        if let &[a, b] = &articles[..] {
            black_box((compare(a, b), align(&articles)));
        }
        best = start.elapsed().min(best);
    }
    println!("\ntwo texts of 5,000 words, side by side: {:.2} ms", best.as_secs_f64() * 1e3);
}

/// Times every layer and every trait over `texts`, and prints a table.
fn table(title: &str, texts: &[String]) {
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut steps = [Duration::MAX; STEPS.len()];
    let mut of_trait = vec![Duration::MAX; traits::ALL.len()];
    let mut whole = Duration::MAX;
    for _ in 0..ROUNDS {
        let readings = read(texts, &mut steps);
        for (about, best) in traits::ALL.iter().zip(&mut of_trait) {
            let start = Instant::now();
            for article in readings.iter().flat_map(Reading::articles) {
                let mut findings = Findings::default();
                (about.detect)(article, &mut findings);
                black_box(findings);
            }
            *best = start.elapsed().min(*best);
        }
        drop(readings);
        let start = Instant::now();
        texts.iter().for_each(|text| drop(black_box(sayso::report::analyse(text))));
        whole = start.elapsed().min(whole);
    }
    println!("\n{title} ({bytes} bytes; best of {ROUNDS})\n");
    println!("  {:<28} {:>9} {:>9}", "", "ns/byte", "MB/s");
    STEPS.iter().zip(steps).for_each(|((_, name), time)| row(name, time, bytes));
    traits::ALL.iter().zip(of_trait).for_each(|(about, time)| row(about.id.0, time, bytes));
    row("everything", whole, bytes);
    let speed = bytes as f64 / whole.as_secs_f64();
    println!("  the budget is {:.0} MB/s: {}", BUDGET / 1e6, if speed >= BUDGET { "met" } else { "missed" });
}

/// Reads every text and keeps the best time of each step.
fn read(texts: &[String], best: &mut [Duration; STEPS.len()]) -> Vec<Reading> {
    let mut took = [Duration::ZERO; STEPS.len()];
    let readings = (texts.iter())
        .map(|text| {
            let mut since = Instant::now();
            Reading::observed(text.as_str(), Origin::default(), |step| {
                let at = STEPS.iter().position(|it| it.0 == step).expect("every step is listed");
                took[at] += since.elapsed();
                since = Instant::now();
            })
        })
        .collect();
    for (best, took) in best.iter_mut().zip(took) {
        *best = took.min(*best);
    }
    readings
}

fn row(name: &str, time: Duration, bytes: usize) {
    let nanoseconds = time.as_nanos() as f64 / bytes as f64;
    println!("  {name:<28} {nanoseconds:>9.2} {:>9.0}", 1e3 / nanoseconds);
}

/// The articles that ship, without the lines that only the library reads.
fn library(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|it| it.path()).collect();
    files.sort();
    let articles = files.iter().filter(|it| it.extension().is_some_and(|it| it == "txt") && !it.ends_with("index.txt"));
    let body = |file: String| file.split_once("\n\n").map_or_else(String::new, |it| it.1.to_owned());
    articles.flat_map(fs::read_to_string).map(body).collect()
}

/// An article with a bit of everything, of about `size` bytes; always the same.
fn made_up(size: usize) -> String {
    const SENTENCES: &[&str] = &[
        "The harbour council approved the plan on Tuesday by six votes to three.",
        "“We were never asked,” said Marta Olden, who has run the ferry since 1998.",
        "A senior official, who asked not to be named because the talks are private, said a deal was close.",
        "According to the port authority, 1,240 ships called last year, up from 1,105 in 2018.",
        "Officials said that the fire was started on purpose.",
        "Critics have long argued that the firm's notorious boss ran it like a private kingdom.",
        "At least seven people were hurt, two of them badly, the hospital said in a statement.",
        "Mr. Olden denied the claim and called it “a fairy tale”.",
        "It is believed that the money went abroad, though no papers have been shown.",
        "Dr. R. Veltman, a lecturer in law at the University of Norring, said the rule was clear.",
        "The minister did not reply to a request for comment by 5 p.m. on Friday, 3 May 2019.",
        "Everyone knows that the bridge should have been closed years ago.",
    ];
    let mut text = String::from("Council approves new harbour after long dispute\nBy Ina Brandel\nNORRING, May 4\n\n");
    // A linear congruential generator (Knuth, MMIX): any fixed order will do.
    let mut state: u64 = 1;
    while text.len() < size {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        text.push_str(SENTENCES[(state >> 33) as usize % SENTENCES.len()]);
        text.push_str(if (state >> 50).is_multiple_of(3) { "\n\n" } else { " " });
    }
    text
}
