//! What a stream is packed by (ISO 32000-1, 7.4), undone under a cap.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::super::Reason;
use super::object::{Map, Object, from_hex};

/// Filters on one stream: more would be a trap.
const MOST: usize = 4;

/// Unpacks a stream into `left` bytes at most. What is packed in a way that no text is packed in gives nothing.
pub(super) fn unpacked(map: &Map, raw: &[u8], left: usize) -> Result<Vec<u8>, Reason> {
    let listed = |name: &[u8], short: &[u8]| match map.get(name).or_else(|| map.get(short)) {
        Some(Object::List(items)) => items.clone(),
        Some(other) => vec![other.clone()],
        None => Vec::new(),
    };
    let (filters, settings) = (listed(b"Filter", b"F"), listed(b"DecodeParms", b"DP"));
    let mut bytes = raw.to_vec();
    for (at, filter) in filters.iter().take(MOST).enumerate() {
        bytes = match filter.name().unwrap_or_default() {
            b"FlateDecode" | b"Fl" => plain(inflated(&bytes, left)?, settings.get(at).and_then(Object::map)),
            b"LZWDecode" | b"LZW" => plain(lzw(&bytes, left)?, settings.get(at).and_then(Object::map)),
            b"ASCII85Decode" | b"A85" => ascii85(&bytes),
            b"ASCIIHexDecode" | b"AHx" => from_hex(bytes.split(|it| *it == b'>').next().unwrap_or_default()),
            _ => return Ok(Vec::new()),
        };
    }
    if bytes.len() > left { Err(Reason::TooLong) } else { Ok(bytes) }
}

/// A stream whose end is lost still gives its beginning.
fn inflated(bytes: &[u8], left: usize) -> Result<Vec<u8>, Reason> {
    decompress_to_vec_zlib_with_limit(bytes, left).or_else(|it| match it.status {
        TINFLStatus::HasMoreOutput => Err(Reason::TooLong),
        _ => Ok(it.output),
    })
}

fn lzw(bytes: &[u8], left: usize) -> Result<Vec<u8>, Reason> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut out = Vec::new();
    // Each word is a place in `out`: its start and its length.
    let mut words: Vec<(usize, usize)> = Vec::new();
    let (mut bits, mut held, mut before) = (0_u32, 0, None::<(usize, usize)>);
    let mut rest = bytes.iter();
    loop {
        let width = match words.len() + 258 + usize::from(before.is_some()) {
            0..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
        while held < width {
            let Some(&byte) = rest.next() else { return Ok(out) };
            bits = bits << 8 | u32::from(byte);
            held += 8;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        bits &= (1 << held) - 1;
        if code == END {
            return Ok(out);
        }
        if code == CLEAR {
            words.clear();
            before = None;
            continue;
        }
        let start = out.len();
        if let Some((from, length)) = before {
            // The word before, and the first letter of this one.
            words.push((from, length + 1));
        }
        match code.checked_sub(258) {
            None => out.push(code as u8),
            Some(at) => {
                let Some(&(from, length)) = words.get(at) else { return Ok(out) };
                for place in from..from + length {
                    // The last letter may be the first of this very word.
                    let byte = out.get(place).copied().unwrap_or_default();
                    out.push(byte);
                }
            }
        }
        if out.len() > left {
            return Err(Reason::TooLong);
        }
        before = (words.len() < 4096 - 258).then_some((start, out.len() - start));
    }
}

/// Undoes what was done to rows so that they pack better (PNG, 9).
fn plain(bytes: Vec<u8>, settings: Option<&Map>) -> Vec<u8> {
    let Some(settings) = settings else { return bytes };
    let setting = |name: &[u8], usual: usize| {
        let number = settings.get(name).and_then(Object::number).unwrap_or(usual as f64);
        (number as usize).clamp(1, 1 << 16)
    };
    if setting(b"Predictor", 1) < 10 {
        return bytes;
    }
    let bits = setting(b"Colors", 1) * setting(b"BitsPerComponent", 8);
    let (step, row) = (bits.div_ceil(8), (bits * setting(b"Columns", 1)).div_ceil(8));
    let mut out: Vec<u8> = Vec::with_capacity(bytes.len());
    let mut above = vec![0; row];
    for packed in bytes.chunks(row + 1) {
        let mut line = packed[1..].to_vec();
        line.resize(row, 0);
        for at in 0..row {
            let left = if at >= step { line[at - step] } else { 0 };
            let corner = if at >= step { above[at - step] } else { 0 };
            let guess = match packed[0] {
                1 => left,
                2 => above[at],
                3 => ((u16::from(left) + u16::from(above[at])) / 2) as u8,
                4 => nearest(left, above[at], corner),
                _ => 0,
            };
            line[at] = line[at].wrapping_add(guess);
        }
        out.extend(&line);
        above = line;
    }
    out
}

fn nearest(left: u8, above: u8, corner: u8) -> u8 {
    let guess = i16::from(left) + i16::from(above) - i16::from(corner);
    let far = |it: u8| (guess - i16::from(it)).abs();
    if far(left) <= far(above) && far(left) <= far(corner) {
        left
    } else if far(above) <= far(corner) {
        above
    } else {
        corner
    }
}

fn ascii85(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut group = Vec::with_capacity(5);
    for &byte in bytes {
        match byte {
            b'~' => break,
            b'z' if group.is_empty() => out.extend([0; 4]),
            b'!'..=b'u' => group.push(byte - b'!'),
            _ => {}
        }
        if group.len() == 5 {
            push_group(&mut out, &group);
            group.clear();
        }
    }
    if group.len() > 1 {
        push_group(&mut out, &group);
    }
    out
}

fn push_group(out: &mut Vec<u8>, group: &[u8]) {
    let digits = group.iter().copied().chain(std::iter::repeat(84)).take(5);
    let value = digits.fold(0_u32, |value, it| value.wrapping_mul(85).wrapping_add(u32::from(it)));
    out.extend(&value.to_be_bytes()[..group.len() - 1]);
}
