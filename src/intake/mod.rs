//! What people bring: files of any kind and what they paste into the box. All of it is hostile.
//!
//! A file is told by its first bytes, not by its name: names lie. Nothing here fails: a file
//! gives a text, something for the thread that reads pages, or a reason in plain words.

mod bytes;
mod docx;
mod markdown;
mod mime;
#[cfg(any(test, feature = "html"))]
pub mod pdf;
mod zip;

use crate::ling::{BlockKind, blocks, in_words, is_date, is_newsroom};

/// What came out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    Text(String),
    /// A Markdown file, without its marks.
    Article(Parts),
    /// The source of a web page.
    Page(String),
    /// A PDF as it came: to read it takes its time.
    Pdf(Vec<u8>),
    /// A file of Sayso's own that holds no article.
    Own(String),
}

/// Why a file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A PDF that asks for a password.
    Locked,
    /// A PDF without letters: pictures of pages.
    Scan,
    /// A document of an older or other word processor.
    OtherDocument,
    /// An archive, a picture, a program.
    NoText,
    /// Mail, or a page saved as mail, without a web page in it.
    Mail,
    /// Of Sayso's own, where an article was wanted.
    OwnWork,
    /// Packed wrongly, or cut off.
    Broken,
    /// Larger than [`MAX_BYTES`], or it would unpack to more.
    TooLong,
    Empty,
}

/// The most that is read of a file.
pub const MAX_BYTES: usize = 20 << 20;

impl Reason {
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Locked => {
                "This PDF asks for a password. Open it in your browser, select the article, copy it, and paste it into the box."
            }
            Self::Scan => {
                "This PDF holds no letters that could be read, only pictures of pages. A program that reads scans may help."
            }
            Self::OtherDocument => {
                "Sayso reads .docx, but not this kind of document. Save it as .docx or as text, or copy and paste it."
            }
            Self::Mail => {
                "This is mail, or a page saved as mail is. Save the page as “Web page, complete”, or copy its text and paste it."
            }
            Self::NoText => "This is no text: a picture, an archive or a program.",
            Self::OwnWork => {
                "This file of Sayso’s holds no article: lessons and slips are opened under “For teachers”, lists under “Your lists”."
            }
            Self::Broken => "A part of this file is missing: it may have been cut off on its way.",
            Self::TooLong => "This file is too large for Sayso: 20 MB is the most.",
            Self::Empty => "There is no text in this file.",
        }
    }
}

/// Reads a file.
///
/// # Errors
///
/// See [`Reason`]; nothing else comes of any bytes.
pub fn read(bytes: Vec<u8>) -> Result<Taken, Reason> {
    if bytes.len() > MAX_BYTES {
        return Err(Reason::TooLong);
    }
    if let Some(reason) = OTHERS.iter().find(|(first, _)| bytes.starts_with(first)).map(|it| it.1) {
        return Err(reason);
    }
    if is_pdf(&bytes) {
        return Ok(Taken::Pdf(bytes));
    }
    if let Some(page) = mime::page(&bytes) {
        return page.map(Taken::Page);
    }
    let text = if bytes.starts_with(b"PK\x03\x04") {
        docx::read(&bytes)?
    } else {
        bytes::decode(bytes).ok_or(Reason::NoText)?
    };
    if text.trim().is_empty() {
        return Err(Reason::Empty);
    }
    Ok(match &text {
        it if is_own(it) => Taken::Own(text),
        it if is_page(it) => Taken::Page(text),
        _ => Taken::Text(text),
    })
}

impl Taken {
    /// What it is by its name, too: nothing but its name tells Markdown from a text with asterisks.
    pub fn named(self, name: &str) -> Self {
        let ending = name.rsplit('.').next().unwrap_or_default();
        match self {
            Self::Text(text) if ["md", "markdown"].iter().any(|it| ending.eq_ignore_ascii_case(it)) => {
                Self::Article(markdown::read(&text))
            }
            _ => self,
        }
    }
}

/// Whether a text is a lesson, slips or a list of Sayso's own, as its files or codes begin.
pub fn is_own(text: &str) -> bool {
    const OPENINGS: [&str; 4] = ["A lesson for Sayso.", "A slip for Sayso.", "A class for Sayso.", "# A list of Sayso"];
    let text = text.trim_start();
    let version = text.strip_prefix("lesson").or_else(|| text.strip_prefix("slip"));
    let is_code = version.is_some_and(|it| matches!(it.as_bytes(), [b'1'..=b'9', b'.', ..]));
    is_code || OPENINGS.iter().any(|it| text.starts_with(it))
}

/// Some programs write a line or two before the sign.
fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1_024)].windows(5).any(|it| it == b"%PDF-")
}

/// How files begin that hold no text which could be read here.
const OTHERS: &[(&[u8], Reason)] = &[
    (b"{\\rtf", Reason::OtherDocument),
    (b"\xD0\xCF\x11\xE0", Reason::OtherDocument),
    (b"\x89PNG", Reason::NoText),
    (b"\xFF\xD8\xFF", Reason::NoText),
    (b"GIF8", Reason::NoText),
    (b"\x7FELF", Reason::NoText),
    (b"\0asm", Reason::NoText),
    (b"\x1F\x8B", Reason::NoText),
    (b"PK\x05\x06", Reason::NoText),
];

/// Whether a text is the source of a web page rather than an article about one.
pub fn is_page(text: &str) -> bool {
    /// Bytes that are looked at.
    const HEAD: usize = 4_000;
    let head = text.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{FEFF}');
    if !head.starts_with('<') {
        return false;
    }
    let head = head[..head.floor_char_boundary(HEAD)].to_ascii_lowercase();
    let tags = ["<!doctype html", "<html", "<head", "<body", "<article", "<div", "<p>", "<p ", "<meta", "<h1"];
    tags.iter().any(|it| head.contains(it))
}

/// Whether a text is nothing but the address of a page, as *https://…* or as browsers show it: *news.example.com/a*.
pub fn is_link(text: &str) -> bool {
    let text = text.trim();
    if text.len() >= 4_000 || text.contains(char::is_whitespace) {
        return false;
    }
    let begins = |with: &str| text.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with));
    // *example.com*; no sentence, no mail, no *and/or*.
    let is_host = |it: &str| {
        let ending = it.rsplit_once('.').map_or("", |it| it.1);
        it.bytes().all(|it| it.is_ascii_alphanumeric() || b".-".contains(&it))
            && (2..=4).contains(&ending.len())
            && ending.bytes().all(|it| it.is_ascii_alphabetic())
    };
    ["http://", "https://", "www."].into_iter().any(begins) || text.split_once('/').is_some_and(|it| is_host(it.0))
}

/// An article with the parts that a reader may correct by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    pub headline: String,
    pub byline: String,
    pub outlet: String,
    /// As `2020-11-28`, or as the reader wrote it.
    pub date: String,
    pub body: String,
}

impl Parts {
    /// Takes apart what stands above a text as newspapers set it; what is not clear stays in the body.
    pub fn of(text: String) -> Self {
        /// Bytes in which the head is looked for.
        const HEAD: usize = 8_000;
        let mut parts = Self::default();
        let mut end = 0;
        for block in blocks(&text[..text.floor_char_boundary(HEAD)]) {
            let line = &text[block.span.range()];
            let is_first = end == 0;
            match block.kind {
                BlockKind::Headline if is_first => parts.headline.push_str(line),
                // *The Velia Post*, which is not *By Velia Post*.
                _ if !is_first && parts.outlet.is_empty() && without_by(line) == line && is_newsroom(line) => {
                    parts.outlet.push_str(line);
                }
                BlockKind::Byline if !is_first && parts.byline.is_empty() => parts.byline.push_str(without_by(line)),
                BlockKind::Date if !is_first && parts.date.is_empty() => {
                    // *Published: 4 March 2025*
                    let line = line.split_once(": ").map_or(line, |it| it.1);
                    let (outlet, date) = line.split_once(", ").filter(|_| !is_date(line)).unwrap_or(("", line));
                    if !is_date(date) || !(outlet.is_empty() || parts.outlet.is_empty()) {
                        break;
                    }
                    parts.outlet.push_str(outlet);
                    parts.date.push_str(date);
                }
                _ => break,
            }
            end = block.span.end();
        }
        parts.body = text;
        parts.body.drain(..end);
        let space = parts.body.len() - parts.body.trim_start().len();
        parts.body.drain(..space);
        parts
    }

    /// Joins the parts as a newspaper sets them, which is how the analysis finds them again.
    pub fn join(&self) -> String {
        self.clone().into_text()
    }

    /// As [`Self::join`], but a long text is not copied.
    pub fn into_text(self) -> String {
        let mut head = self.head();
        let mut text = self.body;
        text.truncate(text.trim_end().len());
        text.drain(..text.len() - text.trim_start().len());
        if !head.is_empty() && !text.is_empty() {
            head.push_str("\n\n");
        }
        text.reserve_exact(head.len());
        text.insert_str(0, &head);
        text
    }

    /// Puts a paragraph into the body again, behind the first `after` of its paragraphs.
    pub fn put_back(&mut self, after: usize, paragraph: &str) {
        let mut paragraphs: Vec<&str> = self.body.split("\n\n").filter(|it| !it.trim().is_empty()).collect();
        paragraphs.insert(after.min(paragraphs.len()), paragraph);
        self.body = paragraphs.join("\n\n");
    }

    /// What stands above the body.
    fn head(&self) -> String {
        let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (headline, byline, outlet) = (line(&self.headline), line(&self.byline), line(&self.outlet));
        let date = in_words(&line(&self.date));
        let byline = match without_by(&byline) {
            "" => String::new(),
            name if name.len() < byline.len() => byline,
            name => format!("By {name}"),
        };
        let origin = [outlet, date].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ");
        let parts = [headline, byline, origin];
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

fn without_by(line: &str) -> &str {
    match line.split_at_checked(3) {
        Some((by, name)) if by.eq_ignore_ascii_case("by ") => name,
        _ => line,
    }
}

/// A paragraph that was left out, behind so many that were not; `None` for the edges of pages.
pub type LeftOut = (Option<usize>, String);

/// Returns what is still left out when some is back, by where it stands among the paragraphs as they are now.
pub fn still_out(left_out: &[LeftOut], back: &[bool]) -> Vec<LeftOut> {
    let mut before = 0;
    let mut still = Vec::new();
    for ((after, text), &is_back) in left_out.iter().zip(back) {
        match is_back {
            true => before += usize::from(after.is_some()),
            false => still.push((after.map(|it| it + before), text.clone())),
        }
    }
    still
}

#[cfg(test)]
mod tests;
