//! A web page as browsers save it in one file, and mail: parts under headers (RFC 2045, RFC 2557).

use super::{Reason, bytes};

/// What the headers of a part say that matters here.
#[derive(Default)]
struct Head {
    is_mime: bool,
    is_page: bool,
    packing: Packing,
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
    let mut border: &[u8] = b"\n";
    while !head.is_page {
        let Some(next) = lines.find(|it| it.starts_with(b"--")) else { return Some(Err(Reason::Mail)) };
        border = next;
        head = read_head(&mut lines);
    }
    let page = unpacked(lines.take_while(|it| !it.starts_with(border)), &head.packing);
    Some(bytes::decode(page).ok_or(Reason::Broken))
}

/// Reads up to the empty line; one that is no header ends a file that has none.
fn read_head<'f>(lines: &mut impl Iterator<Item = &'f [u8]>) -> Head {
    let mut head = Head::default();
    for line in lines.map(<[u8]>::to_ascii_lowercase).take_while(|it| !it.is_empty()) {
        let goes_on = line.starts_with(b" ") || line.starts_with(b"\t");
        let name = line.split(|it| *it == b':').next().unwrap_or_default();
        if !goes_on && (name.len() == line.len() || name.contains(&b' ')) {
            break;
        }
        let value = line[(name.len() + 1).min(line.len())..].trim_ascii();
        match name {
            b"mime-version" => head.is_mime = true,
            b"content-type" => {
                head.is_mime = true;
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
        check("A senior official said no.\nMIME-Version: 1.0\n", None);
        check("", None);
    }
}
