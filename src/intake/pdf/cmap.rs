//! The map from codes to letters that a font brings along (Adobe Technical Note 5411).

use std::collections::HashMap;

use super::object::{Lexer, Object};

/// Codes that one map may name.
const MOST: usize = 100_000;

/// Returns what codes stand for, and how many bytes a code has.
pub(super) fn read(bytes: &[u8]) -> (HashMap<u32, String>, Option<usize>) {
    let (mut told, mut width, mut left) = (HashMap::new(), None, MOST);
    let mut lexer = Lexer::new(bytes, 0);
    let mut before = Vec::new();
    while let Some(object) = lexer.next() {
        let Object::Word(word) = &object else {
            before.push(object);
            continue;
        };
        match word.as_slice() {
            b"endcodespacerange" => {
                width = before.iter().rev().find_map(text).map(<[u8]>::len).filter(|it| (1..=4).contains(it))
            }
            b"endbfchar" => before.chunks_exact(2).for_each(|it| one(&mut told, &it[0], &it[1])),
            b"endbfrange" => before.chunks_exact(3).for_each(|it| left -= range(&mut told, it, left)),
            _ => {}
        }
        before.clear();
    }
    (told, width)
}

fn text(object: &Object) -> Option<&[u8]> {
    if let Object::Text(it) = object { Some(it) } else { None }
}

/// Codes in order; a font may name the last that there is.
pub(super) fn codes_from(first: u32) -> impl Iterator<Item = u32> {
    (0..=u32::MAX).map(move |step| first.wrapping_add(step))
}

fn code(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |code, it| code << 8 | u32::from(*it))
}

fn letters(bytes: &[u8]) -> String {
    let units = bytes.chunks(2).map(|it| it.iter().fold(0_u16, |unit, byte| unit << 8 | u16::from(*byte)));
    char::decode_utf16(units).filter_map(Result::ok).collect()
}

fn one(told: &mut HashMap<u32, String>, from: &Object, to: &Object) {
    if let (Some(from), Some(to)) = (text(from), text(to)) {
        told.insert(code(from), letters(to));
    }
}

/// `<01> <03> <0041>` for A, B, C; or a list of what each stands for. Returns how many codes it names.
fn range(told: &mut HashMap<u32, String>, parts: &[Object], most: usize) -> usize {
    let (Some(first), Some(last)) = (text(&parts[0]).map(code), text(&parts[1]).map(code)) else { return 0 };
    let count = if first <= last { ((last - first) as usize).saturating_add(1).min(most) } else { 0 };
    let codes = codes_from(first).take(count);
    match &parts[2] {
        Object::List(items) => {
            told.extend(codes.zip(items).filter_map(|(code, it)| Some((code, letters(text(it)?)))));
        }
        Object::Text(start) => {
            let mut start = letters(start);
            let Some(last) = start.pop() else { return 0 };
            for (step, code) in (0_u32..).zip(codes) {
                let letter = char::from_u32(u32::from(last).saturating_add(step));
                told.extend(letter.map(|it| (code, format!("{start}{it}"))));
            }
        }
        _ => {}
    }
    count
}
