//! A text in a link: the part of an address after `#`, which browsers send to nobody.
//!
//! `#v1.` and then, packed by deflate and written in base64url, a form like the library's: lines
//! `name: value`, an empty line, and the text. A reader of version 1 leaves out names it does not
//! know, so names may be added; what has shipped stays readable for ever.

mod route;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

pub use route::{PASTED, Route, parts, text_at};

/// What a link or a file carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    pub title: Option<String>,
    /// Rules the sender has switched off, by name.
    pub off: Vec<String>,
    pub view: View,
    pub text: String,
}

/// How the sender looked at the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    Marks,
    Voices,
    Bare,
}

/// Why a link or file gives no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Made by a build that is newer than this one.
    Newer,
    /// Cut off or changed on its way.
    Broken,
    /// A link of more than [`MAX_BYTES`], or it would unpack to more.
    TooLong,
}

/// The most that a link unpacks to.
pub const MAX_BYTES: usize = 2 << 20;

/// How a link's fragment begins.
const LINK: &str = "v1.";

/// How a file begins, before the number of its version.
const FILE: &str = "Sayso text ";

/// Returns the fragment of a link, without `#`; `None` for more than a link may unpack to.
pub fn to_fragment(shared: &Shared) -> Option<String> {
    let form = shared.to_form();
    let packed = (form.len() <= MAX_BYTES).then(|| compress_to_vec(form.as_bytes(), 9))?;
    Some(format!("{LINK}{}", BASE64_URL_SAFE_NO_PAD.encode(packed)))
}

/// Whether the fragment, without `#`, is one of a link with a text in it, of any version.
pub fn is_fragment(fragment: &str) -> bool {
    let version = fragment.strip_prefix('v').and_then(|it| it.split_once('.'));
    version.is_some_and(|(version, _)| !version.is_empty() && version.bytes().all(|it| it.is_ascii_digit()))
}

/// Returns the fragment of a link that Sayso made, on this page or on another one with a text in it.
pub fn own_fragment<'l>(link: &'l str, page: &str) -> Option<&'l str> {
    let (address, fragment) = link.trim().split_once('#')?;
    let text = || parts(fragment).next().is_some_and(|it| from_fragment(it).is_ok());
    (address == page || text()).then_some(fragment)
}

/// Reads the fragment of a link, without `#`.
///
/// # Errors
///
/// See [`Unreadable`]; nothing else comes of any fragment.
pub fn from_fragment(fragment: &str) -> Result<Shared, Unreadable> {
    let Some(packed) = fragment.strip_prefix(LINK) else {
        return Err(if is_fragment(fragment) { Unreadable::Newer } else { Unreadable::Broken });
    };
    if packed.len() > MAX_BYTES {
        return Err(Unreadable::TooLong);
    }
    let packed = BASE64_URL_SAFE_NO_PAD.decode(packed.trim_end_matches('=')).map_err(|_| Unreadable::Broken)?;
    let form = decompress_to_vec_with_limit(&packed, MAX_BYTES).map_err(|it| match it.status {
        TINFLStatus::HasMoreOutput => Unreadable::TooLong,
        _ => Unreadable::Broken,
    })?;
    Shared::from_form(std::str::from_utf8(&form).map_err(|_| Unreadable::Broken)?)
}

/// Returns a file with everything a link would carry, readable as it is.
pub fn to_file(shared: &Shared) -> String {
    format!("{FILE}1\n{}", shared.to_form())
}

/// Reads a file that [`to_file`] wrote, of any length; `None` for any other.
pub fn from_file(file: &str) -> Option<Result<Shared, Unreadable>> {
    let (version, form) = file.strip_prefix(FILE)?.split_once('\n')?;
    match version.trim_end().parse::<u32>().ok()? {
        0 => None,
        1 => Some(Shared::from_form(form)),
        _ => Some(Err(Unreadable::Newer)),
    }
}

impl Shared {
    /// Returns the lines that links and files are made of.
    pub fn to_form(&self) -> String {
        let mut form = String::with_capacity(self.text.len() + 200);
        let mut field = |name: &str, value: &str| {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !value.is_empty() {
                form.push_str(&format!("{name}: {value}\n"));
            }
        };
        field("title", self.title.as_deref().unwrap_or_default());
        field("off", &self.off.join(" "));
        field("view", self.view.name());
        form.push('\n');
        form.push_str(&self.text);
        form
    }

    /// Reads what [`Self::to_form`] wrote.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Broken`] where a line is none of its lines.
    pub fn from_form(form: &str) -> Result<Self, Unreadable> {
        let (shared, text) = Self::beside_text(form)?;
        Ok(Self { text: text.to_owned(), ..shared })
    }

    /// As [`Self::from_form`], but a long text is not copied: it stays where it is.
    ///
    /// # Errors
    ///
    /// [`Unreadable::Broken`] where a line is none of its lines.
    pub fn beside_text(form: &str) -> Result<(Self, &str), Unreadable> {
        let (head, text) = parted(form).ok_or(Unreadable::Broken)?;
        let mut shared = Self::default();
        for line in head.lines() {
            let (name, value) = line.split_once(": ").ok_or(Unreadable::Broken)?;
            match name {
                "title" => shared.title = Some(value.to_owned()),
                "off" => shared.off = value.split(' ').map(str::to_owned).collect(),
                "view" => shared.view = View::named(value),
                // Of a later build.
                _ => {}
            }
        }
        Ok((shared, text))
    }
}

/// Cuts at the first empty line; a program of Windows may have ended the lines.
fn parted(form: &str) -> Option<(&str, &str)> {
    let mut end = 0;
    for line in form.split_inclusive('\n') {
        let start = end;
        end += line.len();
        if matches!(line, "\n" | "\r\n") {
            return Some((&form[..start], &form[end..]));
        }
    }
    None
}

impl View {
    /// As in a link; nothing for the usual one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marks => "",
            Self::Voices => "voices",
            Self::Bare => "bare",
        }
    }

    pub fn named(name: &str) -> Self {
        match name {
            "voices" => Self::Voices,
            "bare" => Self::Bare,
            _ => Self::Marks,
        }
    }
}

#[cfg(test)]
mod tests;
