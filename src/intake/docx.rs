//! The text of a `.docx`: the paragraphs of its main part, nothing else of it.

use super::{Reason, zip};

/// The most that the document within may unpack to.
const LIMIT: usize = 40 << 20;

pub(super) fn read(archive: &[u8]) -> Result<String, Reason> {
    let name = main_part(archive).unwrap_or_else(|| "word/document.xml".to_owned());
    match zip::file(archive, name.as_bytes(), LIMIT)? {
        Some(xml) => Ok(paragraphs(&String::from_utf8_lossy(&xml))),
        None if OTHERS.iter().any(|it| zip::file(archive, it, 0) != Ok(None)) => Err(Reason::OtherDocument),
        None => Err(Reason::NoText),
    }
}

/// Files that tell an archive for another document: of OpenDocument, a table, slides.
const OTHERS: [&[u8]; 3] = [b"mimetype", b"xl/workbook.xml", b"ppt/presentation.xml"];

/// What the package calls its document (ECMA-376, part 2, 9.3).
fn main_part(archive: &[u8]) -> Option<String> {
    let links = zip::file(archive, b"_rels/.rels", LIMIT).ok()??;
    let links = String::from_utf8_lossy(&links);
    let link = links.split('<').find(|it| it.contains("/officeDocument\""))?;
    let name = link.split_once("Target=\"")?.1.split('"').next()?.trim_start_matches('/');
    name.starts_with("word/").then(|| name.to_owned())
}

/// Walks the tags in order; `w:t` holds text, `w:p` is a paragraph (ECMA-376, part 1, 17.3).
fn paragraphs(xml: &str) -> String {
    let mut out = String::new();
    let (mut is_text, mut hidden) = (false, 0_usize);
    // Of each run around this place, whether it is hidden; one in a text box is in another run.
    let mut vanished: Vec<bool> = Vec::new();
    let mut pieces = xml.split('<');
    pieces.next();
    for piece in pieces {
        let Some((tag, after)) = piece.split_once('>') else { continue };
        let is_single = tag.ends_with('/');
        let has_vanished = vanished.last().is_some_and(|it| *it);
        match tag.trim_end_matches('/').split(|it: char| it.is_ascii_whitespace()).next().unwrap_or_default() {
            // What was struck out or moved, tab stops, how it looked before, and what an older program would show in
            // place of a drawing.
            "w:del" | "w:moveFrom" | "w:pPr" | "w:rPrChange" | "mc:Fallback" if !is_single => hidden += 1,
            "/w:del" | "/w:moveFrom" | "/w:pPr" | "/w:rPrChange" | "/mc:Fallback" => hidden = hidden.saturating_sub(1),
            _ if hidden > 0 => {}
            "w:r" if !is_single => vanished.push(has_vanished),
            "/w:r" => drop(vanished.pop()),
            "w:vanish" => vanished.last_mut().into_iter().for_each(|it| *it |= is_on(tag)),
            "w:t" => is_text = !is_single && !has_vanished,
            "/w:t" => is_text = false,
            "w:tab" | "w:br" | "w:cr" | "w:noBreakHyphen" if has_vanished => {}
            "w:tab" => out.push('\t'),
            "w:br" | "w:cr" => out.push('\n'),
            "/w:p" => out.push_str("\n\n"),
            "w:noBreakHyphen" => out.push('\u{2011}'),
            _ => {}
        }
        if is_text && hidden == 0 {
            push_unescaped(&mut out, after);
        }
    }
    let lines: Vec<&str> = out.split("\n\n").map(str::trim_end).filter(|it| !it.trim().is_empty()).collect();
    lines.join("\n\n")
}

/// Whether a switch is on, as it is without a value (ECMA-376, part 1, 17.17.4).
fn is_on(tag: &str) -> bool {
    let value = tag.split_once("w:val").and_then(|(_, it)| it.trim_start().strip_prefix('='));
    let value = value.and_then(|it| it.trim_start().strip_prefix(['"', '\'']));
    let value = value.and_then(|it| it.split(['"', '\'']).next());
    !value.is_some_and(|it| matches!(it.trim(), "0" | "false" | "off"))
}

/// The five names and the numbers of XML; any other `&` is itself.
fn push_unescaped(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        // The longest is a number of seven digits.
        let end = rest.bytes().take(12).position(|it| it == b';');
        match end.and_then(|end| Some((entity(&rest[1..end])?, end))) {
            Some((char, end)) => {
                out.push(char);
                rest = &rest[end + 1..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
}

fn entity(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    })
}
