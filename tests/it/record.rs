//! What the traits say of their own record is what is measured.

use sayso::ling::Reading;
use sayso::text::Span;
use sayso::traits::{ALL, Count, Findings, elsewhere, record};

/// The codes of the marks.
const CODES: &[(&str, &str)] = &[
    ("us", "unnamed-source"),
    ("ma", "missing-attribution"),
    ("pa", "passive-attribution"),
    ("rr", "relayed-report"),
    ("nr", "no-right-of-reply"),
    ("lb", "loaded-label"),
    ("ll", "loaded-language"),
    ("lv", "loaded-verb"),
    ("ge", "generalization"),
    ("sq", "scare-quotes"),
    ("hs", "headline-substitution"),
    ("hm", "headline-mismatch"),
    ("hy", "headline-style"),
    ("mp", "missing-provenance"),
    ("re", "republished"),
    ("oc", "organisation-credit"),
    ("pf", "page-furniture"),
    ("gt", "garbled-text"),
    ("hc", "hidden-characters"),
    ("nv", "name-variants"),
    ("nc", "number-conflict"),
    ("dc", "date-conflict"),
    ("nw", "named-with-role"),
    ("ae", "anonymity-explained"),
    ("ri", "reply-included"),
    ("fa", "figure-attributed"),
    ("ls", "limits-stated"),
    ("co", "correction"),
];

struct Passage {
    text: String,
    /// Trait and place.
    marks: Vec<(&'static str, Span)>,
    /// The traits that the passage is marked for.
    scope: Vec<&'static str>,
}

fn name(code: &str) -> &'static str {
    CODES.iter().find(|it| it.0 == code).unwrap_or_else(|| panic!("no trait has the code {code:?}")).1
}

fn passages() -> Vec<Passage> {
    let mut all = Vec::new();
    let mut scope = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let gold = [include_str!("../gold/own.txt"), include_str!("../gold/more.txt")];
    let lines_of = |it: &'static str| it.lines().filter(|it| !it.starts_with("# ")).chain(["---"]);
    for line in gold.into_iter().flat_map(lines_of) {
        if line == "---" || line.starts_with('%') {
            let marked = lines.join("\n");
            if !marked.trim().is_empty() {
                all.push(passage(marked.trim(), &scope));
            }
            lines.clear();
        } else {
            lines.push(line);
        }
        if let Some(codes) = line.strip_prefix('%') {
            scope = codes.split_whitespace().map(name).collect();
        }
    }
    all
}

fn passage(marked: &str, scope: &[&'static str]) -> Passage {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find("[[").into_iter().chain(rest.find("]]")).min() {
        text.push_str(&rest[..at]);
        rest = &rest[at + 2..];
        if marked[..marked.len() - rest.len()].ends_with("[[") {
            let (code, behind) = rest.split_once('|').expect("a mark has a code");
            open.push((name(code), text.len()));
            rest = behind;
        } else {
            let (of, start) = open.pop().expect("a mark that ends has begun");
            marks.push((of, Span::new(start, text.len())));
        }
    }
    assert!(open.is_empty(), "a mark has no end in: {marked}");
    text.push_str(rest);
    assert!(marks.iter().all(|it| scope.contains(&it.0)), "a mark is out of scope in: {marked}");
    Passage { text, marks, scope: scope.to_vec() }
}

/// Counts the flags of one trait over all passages; prints what went wrong where `shows` is set.
fn count(passages: &[Passage], id: &str, shows: bool) -> Count {
    let about = ALL.iter().find(|it| it.id.0 == id).expect("every code is of a trait");
    let mut sum = Count::default();
    for passage in passages.iter().filter(|it| it.scope.contains(&id)) {
        let reading = Reading::new(passage.text.as_str());
        let mut findings = Findings::default();
        reading.articles().for_each(|it| (about.detect)(it, &mut findings));
        let flags: Vec<Span> = findings.found.iter().filter(|it| !it.quoted).map(|it| it.span).collect();
        let marks: Vec<Span> = passage.marks.iter().filter(|it| it.0 == id).map(|it| it.1).collect();
        let right = flags.iter().filter(|it| marks.iter().any(|mark| mark.overlaps(**it))).count();
        let found = marks.iter().filter(|it| flags.iter().any(|flag| flag.overlaps(**it))).count();
        if shows && (right < flags.len() || found < marks.len()) {
            let words = |it: &Span| &passage.text[it.range()];
            let (flags, marks): (Vec<_>, Vec<_>) =
                (flags.iter().map(words).collect(), marks.iter().map(words).collect());
            println!("{id}: flagged {flags:?}, marked {marks:?} in: {}", passage.text.replace('\n', " | "));
        }
        sum.right += right as u32;
        sum.flagged += flags.len() as u32;
        sum.found += found as u32;
        sum.marked += marks.len() as u32;
    }
    sum
}

/// The counts on our own passages are measured, never chosen. After a change of the rules run this with
/// `UPDATE_RECORD=1`, which writes the table anew, and look at what became worse; `SHOW_RECORD=1` prints it.
#[test]
fn records_are_measured() {
    let passages = passages();
    assert!(passages.len() >= 200, "{} passages", passages.len());
    let shows = std::env::var_os("SHOW_RECORD").is_some();
    let (mut table, mut wrong) = (String::from("&[\n"), Vec::new());
    for about in ALL {
        let measured = count(&passages, about.id.0, shows);
        let Count { right, flagged, found, marked } = measured;
        let record = record(about.id);
        let line = format!("(\"{}\", [{right}, {flagged}, {found}, {marked}])", about.id.0);
        if record.map(|it| it.own) != Some(measured) {
            wrong.push(line.clone());
        }
        table += &format!("    {line},\n");
    }
    if std::env::var_os("UPDATE_RECORD").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/traits/data/record.in");
        std::fs::write(path, table + "]\n").expect("the table can be written");
        return;
    }
    assert!(wrong.is_empty(), "not what is measured; run with UPDATE_RECORD=1:\n{}", wrong.join("\n"));
}

/// The figures of a line: *.92* is *92%*.
fn figures(text: &str) -> Vec<String> {
    let words = text.split_whitespace().map(|it| it.trim_end_matches(['.', ',', ':']));
    let figures = words.filter(|it| it.trim_start_matches('.').starts_with(|it: char| it.is_ascii_digit()));
    let in_percent = |it: &str| match it.strip_prefix('.').or_else(|| (it == "1.00").then_some("100")) {
        Some(part) => format!("{}%", part.trim_start_matches('0')),
        None => it.to_owned(),
    };
    figures.map(in_percent).collect()
}

/// The pages of the rules say of other texts what README.md says, in figures that are the same.
#[test]
fn pages_say_what_the_readme_says() {
    let readme = include_str!("../../README.md").split_whitespace().collect::<Vec<_>>().join(" ").replace(" | ", " ¦ ");
    let rows: Vec<_> = ALL.iter().flat_map(|it| elsewhere(it.id)).collect();
    assert!(rows.len() >= 20, "{} rows", rows.len());
    for it in rows.iter().filter(|it| !it.readme.is_empty()) {
        assert!(readme.contains(it.readme), "README.md does not say: {}", it.readme);
        let told = figures(it.page);
        assert!(
            figures(it.readme).iter().all(|it| told.contains(it)),
            "{:?} is not in: {}",
            figures(it.readme),
            it.page
        );
    }
    // The rules that do worse elsewhere say so.
    for rule in ["unnamed-source", "missing-attribution", "no-right-of-reply", "loaded-label", "loaded-language"] {
        let about = ALL.iter().find(|it| it.id.0 == rule).expect("a rule has this id");
        assert!(elsewhere(about.id).any(|it| !it.readme.is_empty()), "{rule}");
    }
}
