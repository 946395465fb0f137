//! A web page as browsers save it in one file, and mail: parts under headers (RFC 2045, RFC 2557).

use std::collections::BTreeSet;

use super::{Reason, bytes};

/// What the headers of a part say that matters here.
#[derive(Default)]
struct Head {
    is_mime: bool,
    is_page: bool,
    packing: Packing,
    /// What stands behind `--` on the lines between its parts.
    border: Option<Vec<u8>>,
}

#[derive(Default)]
enum Packing {
    #[default]
    Plain,
    QuotedPrintable,
    Base64,
}

/// Returns the first web page among the parts of a file; `None` where it is no such file.
pub(super) fn page(file: &[u8]) -> Option<Result<String, Reason>> {
    let mut lines = file.split(|it| *it == b'\n').map(|it| it.strip_suffix(b"\r").unwrap_or(it));
    let mut head = read_head(&mut lines);
    if !head.is_mime {
        return None;
    }
    // A part may have parts of its own.
    let mut borders = BTreeSet::new();
    borders.extend(head.border.take());
    while !head.is_page {
        if !lines.any(|it| begins_part(it, &borders)) {
            return Some(Err(Reason::Mail));
        }
        head = read_head(&mut lines);
        borders.extend(head.border.take());
    }
    let is_end =
        |it: &[u8]| begins_part(it, &borders) || begins_part(it.strip_suffix(b"--").unwrap_or_default(), &borders);
    let page = unpacked(lines.take_while(|it| !is_end(it.trim_ascii_end())), &head.packing);
    Some(bytes::decode(page).ok_or(Reason::Broken))
}

fn begins_part(line: &[u8], borders: &BTreeSet<Vec<u8>>) -> bool {
    line.strip_prefix(b"--").is_some_and(|it| borders.contains(it.trim_ascii_end()))
}

/// Reads up to the empty line; one that is no header ends a file that has none.
fn read_head<'f>(lines: &mut impl Iterator<Item = &'f [u8]>) -> Head {
    let mut head = Head::default();
    let mut is_type = false;
    for given in lines.take_while(|it| !it.is_empty()) {
        let line = given.to_ascii_lowercase();
        let goes_on = line.starts_with(b" ") || line.starts_with(b"\t");
        let name = line.split(|it| *it == b':').next().unwrap_or_default();
        if !goes_on && (name.len() == line.len() || name.contains(&b' ')) {
            break;
        }
        is_type = name == b"content-type" || goes_on && is_type;
        if is_type && head.border.is_none() {
            head.border =
                line.windows(BOUNDARY.len()).position(|it| it == BOUNDARY).and_then(|at| border(&given[at..]));
        }
        let value = line[(name.len() + 1).min(line.len())..].trim_ascii();
        match name {
            b"mime-version" => head.is_mime |= value.starts_with(b"1.0"),
            b"content-type" => {
                head.is_mime |= value.contains(&b'/');
                head.is_page = value.starts_with(b"text/html");
            }
            b"content-transfer-encoding" => {
                head.packing = match value {
                    b"quoted-printable" => Packing::QuotedPrintable,
                    b"base64" => Packing::Base64,
                    _ => Packing::Plain,
                }
            }
            _ => {}
        }
    }
    head
}

const BOUNDARY: &[u8] = b"boundary=";

/// *boundary="b-1"; type="text/html"*
fn border(parameter: &[u8]) -> Option<Vec<u8>> {
    let value = parameter[BOUNDARY.len()..].trim_ascii_start();
    let border = match value.strip_prefix(b"\"") {
        Some(quoted) => quoted.split(|it| *it == b'"').next(),
        None => value.split(|it| matches!(it, b';' | b' ' | b'\t')).next(),
    };
    border.filter(|it| !it.is_empty()).map(<[u8]>::to_vec)
}

fn unpacked<'f>(lines: impl Iterator<Item = &'f [u8]>, packing: &Packing) -> Vec<u8> {
    let mut out = Vec::new();
    match packing {
        Packing::Plain => lines.for_each(|it| {
            out.extend_from_slice(it);
            out.push(b'\n');
        }),
        Packing::QuotedPrintable => lines.for_each(|it| quoted(it.trim_ascii_end(), &mut out)),
        Packing::Base64 => base64(lines.flatten().copied(), &mut out),
    }
    out
}

/// *caf=C3=A9*; a `=` at the end of a line joins it to the next.
fn quoted(line: &[u8], out: &mut Vec<u8>) {
    let (line, end) = line.strip_suffix(b"=").map_or((line, "\n"), |it| (it, ""));
    let digit = |it: Option<&u8>| char::from(*it?).to_digit(16);
    let mut at = 0;
    while at < line.len() {
        let byte = digit(line.get(at + 1)).zip(digit(line.get(at + 2))).filter(|_| line[at] == b'=');
        out.push(byte.map_or(line[at], |(high, low)| (high * 16 + low) as u8));
        at += if byte.is_some() { 3 } else { 1 };
    }
    out.extend(end.as_bytes());
}

fn base64(letters: impl Iterator<Item = u8>, out: &mut Vec<u8>) {
    let value = |it: u8| match it {
        b'A'..=b'Z' => Some(it - b'A'),
        b'a'..=b'z' => Some(it - b'a' + 26),
        b'0'..=b'9' => Some(it - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let (mut bits, mut count) = (0_u32, 0);
    for six in letters.filter_map(value) {
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOP: &str =
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--b\"\r\n\r\n";

    #[track_caller]
    fn check(file: &str, expected: Option<Result<&str, Reason>>) {
        assert_eq!(page(file.as_bytes()), expected.map(|it| it.map(str::to_owned)));
    }

    #[test]
    fn the_page_among_the_parts() {
        let part = "----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBO\r\n\
                    ----b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
                    <p class=3D\"a\">Fer=\r\nry =E2=80=94 1 = 1</p>\r\n----b\r\nContent-Type: text/html\r\n\r\nAn advert\r\n----b--\r\n";
        check(&format!("{TOP}{part}"), Some(Ok("<p class=\"a\">Ferry — 1 = 1</p>\n")));
    }

    #[test]
    fn the_border_is_the_one_that_the_head_names() {
        let head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=a; Boundary=Xy\r\n\r\n";
        let plain = "--Xy\r\n\r\nHello\r\n--\r\n--xy\r\n";
        let page = "--Xy\r\nContent-Type: text/html\r\n\r\n<p>No</p>\r\n-- \r\n--Xy--\r\n";
        check(&format!("{head}{plain}{page}"), Some(Ok("<p>No</p>\n-- \n")));
    }

    #[test]
    fn a_page_behind_parts_within_a_part() {
        let inner = "--Xy\nContent-Type: multipart/alternative; boundary=z\n\n--z\n\nHello\n--z--\n";
        let page = "--Xy\nContent-Type: text/html\n\n<p>No</p>\n--Xy--\n";
        check(&format!("Content-Type: multipart/mixed; boundary=Xy\n\n{inner}{page}"), Some(Ok("<p>No</p>\n")));
    }

    #[test]
    fn a_page_alone() {
        let head = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
        check(&format!("{head}PHA+Tm88\nL3A+\n"), Some(Ok("<p>No</p>")));
        check("Content-Type: text/html\n\n<p>No</p>", Some(Ok("<p>No</p>\n")));
    }

    #[test]
    fn mail_without_a_page_is_refused() {
        check("From: a@b.c\nSubject: Ferry\nContent-Type: text/plain\n\nNo.", Some(Err(Reason::Mail)));
        check(TOP, Some(Err(Reason::Mail)));
    }

    #[test]
    fn an_article_is_no_mail() {
        check("Ferry: the end\n\nContent-Type: text/html is what a page says.", None);
        check("Content-type: the end\n\nIt is a word on a page.", None);
        check("Mime-Version: a play\n\nIt opens in May.", None);
        check("A senior official said no.\nMIME-Version: 1.0\n", None);
        check("", None);
    }
}
