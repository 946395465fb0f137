//! `report`: what Sayso says of files, as text or as JSON.

use std::fmt;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

use sayso::import::{self, Refusal};
use sayso::intake::{self, Reason, Taken};
use sayso::ling::Origin;
use sayso::report::{self, Report};
use serde_json::Value;

use crate::readable;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Readable,
    /// One array.
    Json,
    /// Rows in, one report a line out.
    Lines,
}

/// A text to report on, or why there is none.
struct Input {
    /// What reports and messages call it.
    name: String,
    text: Result<Source, Unreadable>,
}

/// A text, and what is known of its origin besides.
struct Source {
    text: String,
    origin: Origin,
}

/// Told in one line; the other inputs are still reported.
#[derive(Debug)]
enum Unreadable {
    File(io::Error),
    NotText,
    Kind(Reason),
    Pdf,
    NotJson(serde_json::Error),
    NothingInIt,
    Page(Refusal),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => write!(f, "cannot be read: {error}"),
            Self::NotText => f.write_str("is not UTF-8 text"),
            Self::Kind(reason) => f.write_str(reason.in_words()),
            Self::Pdf => f.write_str("is a PDF, which only the page reads"),
            Self::NotJson(error) => {
                let (told, at) = (error.to_string(), format!(" at line {} column {}", error.line(), error.column()));
                write!(f, "is not JSON: {} at column {}", told.strip_suffix(&at).unwrap_or(&told), error.column())
            }
            Self::NothingInIt => f.write_str("has neither \"text\" nor \"html\""),
            Self::Page(refusal) => f.write_str(refusal.in_words()),
        }
    }
}

const USAGE: &str = "report FILE…           what Sayso says of files, as text; `-` is standard input
report --json FILE…    the same as one array
report --jsonl [FILE…] a report for each row {\"id\", \"text\"} or {\"id\", \"html\"}; without a file of standard input";

/// Exits with 2 if an input could not be read or the command is not understood.
pub(crate) fn run(arguments: &[&str]) -> ExitCode {
    if arguments.iter().any(|it| matches!(*it, "--help" | "-h")) {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    let (form, files) = match asked(arguments) {
        Ok(asked) => asked,
        Err(fault) => {
            eprintln!("{fault}");
            return ExitCode::from(2);
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let told = match form {
        Form::Lines => lines(&files, &mut out),
        Form::Json => array(&files, &mut out),
        Form::Readable => texts(&files, &mut out),
    };
    match told.and_then(|all_read| out.flush().map(|()| all_read)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        // The reader of the pipe has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("the report cannot be written: {error}");
            ExitCode::from(2)
        }
    }
}

/// The form that is asked for, and the files; or what is wrong with the arguments.
fn asked<'a>(arguments: &[&'a str]) -> Result<(Form, Vec<&'a str>), String> {
    let mut form = Form::Readable;
    let mut files = Vec::new();
    for &argument in arguments {
        match argument {
            "--json" | "--jsonl" if form != Form::Readable => {
                return Err("`report` writes one form: --json or --jsonl".to_owned());
            }
            "--json" => form = Form::Json,
            "--jsonl" => form = Form::Lines,
            other if other.starts_with('-') && other != "-" => {
                return Err(format!("`report` does not know `{other}`; it knows --json, --jsonl and files"));
            }
            file => files.push(file),
        }
    }
    if files.is_empty() && form != Form::Lines {
        return Err("`report` needs a file; `-` is standard input".to_owned());
    }
    Ok((form, files))
}

/// Each of these writes what it can and returns whether every input was readable.
fn texts(files: &[&str], out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    for input in files.iter().map(|file| Input::file(file)) {
        let Some(text) = input.text_or_tell("", &mut all_read) else { continue };
        out.write_all(readable::report(&input.name, &text.text, &text.report()).as_bytes())?;
    }
    Ok(all_read)
}

fn array(files: &[&str], out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    let mut before = "[";
    for input in files.iter().map(|file| Input::file(file)) {
        let Some(text) = input.text_or_tell("", &mut all_read) else { continue };
        write!(out, "{before}{}", json(&input.name, text))?;
        before = ",\n";
    }
    writeln!(out, "{}]", if before == "[" { "[" } else { "" })?;
    Ok(all_read)
}

fn lines(files: &[&str], out: &mut impl Write) -> io::Result<bool> {
    let mut all_read = true;
    for file in if files.is_empty() { &["-"] } else { files } {
        match open(file) {
            Ok(source) => all_read &= rows(file, source, out)?,
            Err(error) => {
                eprintln!("{file}: {}", Unreadable::File(error));
                all_read = false;
            }
        }
    }
    Ok(all_read)
}

fn rows(file: &str, mut source: impl BufRead, out: &mut impl Write) -> io::Result<bool> {
    const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
    let before = format!("{file}, ");
    let mut all_read = true;
    let mut row = Vec::new();
    for number in 1.. {
        row.clear();
        match source.read_until(b'\n', &mut row) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                eprintln!("{file}: {}", Unreadable::File(error));
                return Ok(false);
            }
        }
        let row = row.strip_prefix(BYTE_ORDER_MARK).filter(|_| number == 1).unwrap_or(&row);
        if row.trim_ascii().is_empty() {
            continue;
        }
        let input = Input::row(number, row);
        let Some(text) = input.text_or_tell(&before, &mut all_read) else { continue };
        writeln!(out, "{}", json(&input.name, text))?;
    }
    Ok(all_read)
}

impl Input {
    fn file(name: &str) -> Self {
        let mut bytes = Vec::new();
        let read = open(name).and_then(|mut it| it.read_to_end(&mut bytes)).map_err(Unreadable::File);
        Self { name: name.into(), text: read.and_then(|_| Source::file(name, bytes)) }
    }

    /// A row is called by its `id`, or by its line where it has none.
    fn row(line: usize, row: &[u8]) -> Self {
        let nameless = |why| Self { name: format!("line {line}"), text: Err(why) };
        let Ok(row) = str::from_utf8(row) else { return nameless(Unreadable::NotText) };
        let row: Value = match serde_json::from_str(row) {
            Ok(row) => row,
            Err(error) => return nameless(Unreadable::NotJson(error)),
        };
        let text = match (&row["text"], &row["html"]) {
            (Value::String(text), _) => Ok(Source::plain(text.clone())),
            (_, Value::String(html)) => Source::page(html),
            _ => Err(Unreadable::NothingInIt),
        };
        let name = match &row["id"] {
            Value::String(id) => id.clone(),
            Value::Number(id) => id.to_string(),
            _ => format!("line {line}"),
        };
        Self { name, text }
    }

    /// `before` says where among several it stands.
    fn text_or_tell(&self, before: &str, all_read: &mut bool) -> Option<&Source> {
        match &self.text {
            Ok(text) => Some(text),
            Err(why) => {
                eprintln!("{before}{}: {why}", self.name);
                *all_read = false;
                None
            }
        }
    }
}

impl Source {
    fn plain(text: String) -> Self {
        Self { text, origin: Origin::default() }
    }

    /// Told by its first bytes, as in the page.
    fn file(name: &str, bytes: Vec<u8>) -> Result<Self, Unreadable> {
        match intake::read(bytes).map_err(Unreadable::Kind)?.named(name) {
            Taken::Article(parts) => Ok(Self::plain(parts.into_text())),
            Taken::Text(text) => Ok(Self::plain(text)),
            Taken::Page(html) => Self::page(&html),
            Taken::Pdf(_) => Err(Unreadable::Pdf),
            Taken::Own(_) => Err(Unreadable::Kind(intake::Reason::OwnWork)),
        }
    }

    /// The article of a web page.
    fn page(html: &str) -> Result<Self, Unreadable> {
        let page = import::read(html).map_err(Unreadable::Page)?;
        Ok(Self { origin: page.origin(), text: page.text })
    }

    fn report(&self) -> Report {
        report::analyse_with(&self.text, self.origin.clone())
    }
}

fn open(name: &str) -> io::Result<Box<dyn BufRead>> {
    Ok(if name == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(io::BufReader::new(std::fs::File::open(name)?))
    })
}

fn json(id: &str, source: &Source) -> Value {
    report::to_json(id, &source.text, &source.report())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(rows_in: &[u8]) -> (Vec<Value>, bool) {
        let mut out = Vec::new();
        let all_read = rows("rows", rows_in, &mut out).expect("memory can be written");
        let out = String::from_utf8(out).expect("a report is text");
        (out.lines().map(|it| serde_json::from_str(it).expect("a report is JSON")).collect(), all_read)
    }

    #[test]
    fn a_file_is_told_by_its_bytes() {
        let text = |bytes: &[u8]| Source::file("-", bytes.to_vec()).map(|it| it.text).ok();
        assert_eq!(text(b"Caf\xE9 shut.").as_deref(), Some("Café shut."));
        assert_eq!(text(b"\xFF\xFEO\0n\0e\0.\0").as_deref(), Some("One."));
        let page = "<!doctype html><p>The ferry across the sound runs again from Monday, the harbour office said.</p>";
        assert_eq!(text(page.as_bytes()).as_deref(), page.get(18..page.len() - 4));
        assert_eq!(text(b"%PDF-1.7"), None);
    }

    #[test]
    fn an_unreadable_row_does_not_stop_the_others() {
        let (reports, all_read) =
            told(b"{\"id\":\"a\",\"text\":\"One.\"}\nnonsense\n\xff\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"\"}\n");
        let ids: Vec<_> = reports.iter().map(|it| it["id"].as_str()).collect();
        assert_eq!(ids, [Some("a"), Some("c")]);
        assert!(!all_read);
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_first_row() {
        let (reports, all_read) = told(b"\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"One.\"}\n");
        assert_eq!((reports[0]["id"].as_str(), all_read), (Some("a"), true));
    }

    #[test]
    fn a_folder_among_the_files_does_not_stop_the_others() {
        struct Folder;
        impl Read for Folder {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::IsADirectory.into())
            }
        }
        let all_read = rows("folder", io::BufReader::new(Folder), &mut Vec::new());
        assert!(!all_read.expect("nothing is written"));
    }

    #[test]
    fn the_last_row_needs_no_line_end() {
        let (reports, all_read) = told(b"\n{\"id\":7,\"text\":\"One.\"}");
        assert_eq!((reports[0]["id"].as_str(), reports.len(), all_read), (Some("7"), 1, true));
    }

    #[test]
    fn the_text_comes_back_as_it_went_in() {
        let (reports, _) = told("{\"id\":\"a\",\"text\":\"\\ufeff Caf\u{e9}\\r\\n\"}".as_bytes());
        assert_eq!(reports[0]["text"], "\u{feff} Caf\u{e9}\r\n");
    }
}
