//! The parts that a PDF is written in (ISO 32000-1, 7.2 and 7.3): numbers, names, strings, lists, maps.

use std::collections::BTreeMap;

/// Nothing that a program writes lies deeper.
const DEEPEST: u32 = 40;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    List(Vec<Object>),
    Map(Map),
    /// The number of another object.
    Reference(u32),
    /// What to do with what stands before it, in the drawing of a page.
    Word(Vec<u8>),
}

pub(super) type Map = BTreeMap<Vec<u8>, Object>;

impl Object {
    pub(super) fn number(&self) -> Option<f64> {
        if let Self::Number(it) = self { Some(*it) } else { None }
    }

    pub(super) fn name(&self) -> Option<&[u8]> {
        if let Self::Name(it) = self { Some(it) } else { None }
    }

    pub(super) fn list(&self) -> Option<&[Object]> {
        if let Self::List(it) = self { Some(it) } else { None }
    }

    pub(super) fn map(&self) -> Option<&Map> {
        if let Self::Map(it) = self { Some(it) } else { None }
    }
}

/// Reads one part after the other; every step goes forward, so it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lexer<'p> {
    bytes: &'p [u8],
    pub(super) at: usize,
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

impl<'p> Lexer<'p> {
    pub(super) fn new(bytes: &'p [u8], at: usize) -> Self {
        Self { bytes, at }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn takes(&mut self, mark: &[u8]) -> bool {
        let is_next = self.bytes[self.at.min(self.bytes.len())..].starts_with(mark);
        self.at += if is_next { mark.len() } else { 0 };
        is_next
    }

    fn take_while(&mut self, is_part: impl Fn(u8) -> bool) -> &'p [u8] {
        let rest = &self.bytes[self.at.min(self.bytes.len())..];
        let end = rest.iter().position(|it| !is_part(*it)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    pub(super) fn skip_space(&mut self) {
        loop {
            self.take_while(is_space);
            if self.peek() != Some(b'%') {
                return;
            }
            self.take_while(|it| it != b'\n' && it != b'\r');
        }
    }

    /// Returns the next part; `None` at the end. What is no part of any kind is gone past.
    pub(super) fn next(&mut self) -> Option<Object> {
        self.value(DEEPEST)
    }

    fn value(&mut self, deep: u32) -> Option<Object> {
        let deeper = deep.checked_sub(1)?;
        self.skip_space();
        Some(match self.peek()? {
            b'/' => Object::Name(self.name()),
            b'(' => Object::Text(self.text()),
            b'<' if self.takes(b"<<") => Object::Map(self.map(deeper)),
            b'<' => Object::Text(self.hex()),
            b'[' => {
                self.at += 1;
                Object::List(self.until(b"]", deeper))
            }
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number_or_reference(),
            it if is_delimiter(it) => {
                self.at += 1;
                Object::Word(vec![it])
            }
            _ => match self.take_while(|it| !is_space(it) && !is_delimiter(it)) {
                b"true" => Object::Bool(true),
                b"false" => Object::Bool(false),
                b"null" => Object::Null,
                word => Object::Word(word.to_vec()),
            },
        })
    }

    fn until(&mut self, end: &[u8], deep: u32) -> Vec<Object> {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.takes(end) {
                return items;
            }
            match self.value(deep) {
                Some(it) => items.push(it),
                None => return items,
            }
        }
    }

    fn map(&mut self, deep: u32) -> Map {
        let mut map = Map::new();
        let mut name = None;
        for item in self.until(b">>", deep) {
            match (name.take(), item) {
                (Some(name), item) => drop(map.insert(name, item)),
                (None, Object::Name(it)) => name = Some(it),
                (None, _) => {}
            }
        }
        map
    }

    fn name(&mut self) -> Vec<u8> {
        self.at += 1;
        let raw = self.take_while(|it| !is_space(it) && !is_delimiter(it));
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw.iter().copied();
        while let Some(byte) = rest.next() {
            let mut ahead = rest.clone();
            match (byte, ahead.next().and_then(digit), ahead.next().and_then(digit)) {
                (b'#', Some(high), Some(low)) => {
                    name.push(high << 4 | low);
                    rest = ahead;
                }
                _ => name.push(byte),
            }
        }
        name
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let bytes = from_hex(self.take_while(|it| it != b'>'));
        self.at += 1;
        bytes
    }

    fn text(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => {
                    self.escaped(&mut text);
                    continue;
                }
                _ => {}
            }
            if open == 0 {
                break;
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(0x0C),
            b'\r' => drop(self.takes(b"\n")),
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    code = code * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                text.push((code & 0xFF) as u8);
            }
            other => text.push(other),
        }
    }

    fn number_or_reference(&mut self) -> Object {
        let number = self.number();
        // `12 0 R` is one part; anything else leaves the numbers as they are.
        let mut ahead = *self;
        if number >= 0.0 && number.fract() == 0.0 && number <= f64::from(u32::MAX) {
            let is_two =
                !ahead.take_while(is_space).is_empty() && !ahead.take_while(|it| it.is_ascii_digit()).is_empty();
            if is_two && !ahead.take_while(is_space).is_empty() && ahead.takes(b"R") {
                let is_whole = ahead.peek().is_none_or(|it| is_space(it) || is_delimiter(it));
                if is_whole {
                    *self = ahead;
                    return Object::Reference(number as u32);
                }
            }
        }
        Object::Number(number)
    }

    fn number(&mut self) -> f64 {
        let raw = self.take_while(|it| matches!(it, b'+' | b'-' | b'.' | b'0'..=b'9'));
        let (mut value, mut part) = (0.0, 0.0);
        for &byte in raw {
            match byte {
                b'.' if part == 0.0 => part = 1.0,
                b'0'..=b'9' if part == 0.0 => value = value * 10.0 + f64::from(byte - b'0'),
                b'0'..=b'9' => {
                    part /= 10.0;
                    value += part * f64::from(byte - b'0');
                }
                _ => {}
            }
        }
        if raw.first() == Some(&b'-') { -value } else { value }
    }
}

/// Two digits a byte; the last may lack one, and what is no digit is gone past.
pub(super) fn from_hex(digits: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = digits.iter().copied().filter_map(digit).collect();
    digits.chunks(2).map(|it| it[0] << 4 | it.get(1).copied().unwrap_or(0)).collect()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).map(|it| it as u8)
}
