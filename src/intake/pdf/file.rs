//! The objects of a PDF by their numbers, and its pages in order.
//!
//! The table of places at the end of a file is not read: it is what breaks first. The file is gone
//! through once, from the start; what stands later under the same number takes the earlier's place.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use super::super::Reason;
use super::filter::unpacked;
use super::object::{Lexer, Map, Object, is_space};

/// The most that all streams together may unpack to.
const MOST_BYTES: usize = 64 << 20;

/// Pages that are read.
const MOST_PAGES: usize = 2_000;

/// How often one thing may point to the next.
const MOST_STEPS: usize = 32;

struct Entry<'p> {
    value: Object,
    /// Packed, where the object is a stream.
    stream: Option<&'p [u8]>,
}

/// A page, and the fonts and pictures it draws with, which it may share with others.
#[derive(Clone, Copy)]
pub(super) struct Page<'f> {
    pub(super) map: &'f Map,
    pub(super) resources: &'f Object,
}

pub(super) struct File<'p> {
    objects: HashMap<u32, Entry<'p>>,
    left: Cell<usize>,
}

impl<'p> File<'p> {
    pub(super) fn read(bytes: &'p [u8]) -> Result<Self, Reason> {
        let mut file = Self { objects: HashMap::new(), left: Cell::new(MOST_BYTES) };
        let mut is_locked = false;
        let mut at = 0;
        while let Some(found) = find(bytes, at, b"obj") {
            at = found + 3;
            if let Some(number) = number_before(bytes, found) {
                at = file.take(bytes, number, at);
            }
        }
        let mut from = 0;
        while let Some(found) = find(bytes, from, b"trailer") {
            let mut lexer = Lexer::new(bytes, found + 7);
            is_locked |= lexer.next().as_ref().and_then(Object::map).is_some_and(|it| it.contains_key(&b"Encrypt"[..]));
            from = lexer.at.max(found + 7);
        }
        is_locked |= file.maps(b"XRef").any(|it| it.contains_key(&b"Encrypt"[..]));
        if is_locked {
            return Err(Reason::Locked);
        }
        file.unpack_objects()?;
        Ok(file)
    }

    /// Reads the object at `at`; returns where it ends.
    fn take(&mut self, bytes: &'p [u8], number: u32, at: usize) -> usize {
        let mut lexer = Lexer::new(bytes, at);
        let Some(value) = lexer.next() else { return lexer.at.max(at) };
        lexer.skip_space();
        let mut stream = None;
        if let (Object::Map(map), true) = (&value, lexer.takes(b"stream")) {
            let _ = lexer.takes(b"\r\n") || lexer.takes(b"\n");
            let start = lexer.at;
            let end = end_of_stream(bytes, start, map);
            stream = Some(&bytes[start..end]);
            lexer.at = end;
        }
        self.objects.insert(number, Entry { value, stream });
        lexer.at
    }

    /// Takes out the objects that lie packed in others.
    fn unpack_objects(&mut self) -> Result<(), Reason> {
        let mut numbers: Vec<u32> =
            self.objects.iter().filter(|it| is_of(&it.1.value, b"ObjStm")).map(|it| *it.0).collect();
        numbers.sort_unstable();
        for number in numbers {
            let content = self.content(&Object::Reference(number))?;
            let setting = |name: &[u8]| self.map(&Object::Reference(number)).get(name).and_then(Object::number);
            let (count, first) = (setting(b"N").unwrap_or(0.0), setting(b"First").unwrap_or(0.0));
            let mut heads = Lexer::new(&content, 0);
            // Two heads may point to one place, but not all of them to a long one.
            let mut budget = 4 * content.len();
            for _ in 0..(count as usize).min(content.len()) {
                let (Some(Object::Number(number)), Some(Object::Number(place))) = (heads.next(), heads.next()) else {
                    break;
                };
                let start = (first + place) as usize;
                let mut lexer = Lexer::new(&content, start);
                if let Some(value) = lexer.next() {
                    self.objects.entry(number as u32).or_insert(Entry { value, stream: None });
                }
                let Some(left) = budget.checked_sub(lexer.at.saturating_sub(start)) else { break };
                budget = left;
            }
        }
        Ok(())
    }

    fn maps(&self, of: &'static [u8]) -> impl Iterator<Item = &Map> {
        self.objects.values().filter(move |it| is_of(&it.value, of)).filter_map(|it| it.value.map())
    }

    /// Follows references to what is meant.
    pub(super) fn get<'f>(&'f self, object: &'f Object) -> &'f Object {
        let mut object = object;
        for _ in 0..MOST_STEPS {
            let Object::Reference(number) = object else { return object };
            match self.objects.get(number) {
                Some(entry) => object = &entry.value,
                None => return &Object::Null,
            }
        }
        &Object::Null
    }

    /// The map that is meant; an empty one where there is none.
    pub(super) fn map<'f>(&'f self, object: &'f Object) -> &'f Map {
        static EMPTY: Map = Map::new();
        self.get(object).map().unwrap_or(&EMPTY)
    }

    pub(super) fn in_map<'f>(&'f self, map: &'f Map, name: &[u8]) -> &'f Object {
        map.get(name).map_or(&Object::Null, |it| self.get(it))
    }

    /// Unpacks the stream that is meant; nothing where there is none.
    pub(super) fn content(&self, object: &Object) -> Result<Vec<u8>, Reason> {
        let Object::Reference(number) = object else { return Ok(Vec::new()) };
        let Some(Entry { value: Object::Map(map), stream: Some(raw) }) = self.objects.get(number) else {
            return Ok(Vec::new());
        };
        let map: Map = map.iter().map(|(name, it)| (name.clone(), self.get(it).clone())).collect();
        let content = unpacked(&map, raw, self.left.get())?;
        self.left.set(self.left.get() - content.len());
        Ok(content)
    }

    /// The pages in order.
    pub(super) fn pages(&self) -> Vec<Page<'_>> {
        let root = self.maps(b"Catalog").find_map(|it| it.get(&b"Pages"[..]));
        let mut pages = Vec::new();
        let mut seen = HashSet::new();
        let mut due: Vec<(&Object, Option<&Object>)> = root.map(|it| (it, None)).into_iter().collect();
        while let Some((object, resources)) = due.pop() {
            if let Object::Reference(number) = object
                && !seen.insert(*number)
            {
                continue;
            }
            let map = self.map(object);
            let resources = map.get(&b"Resources"[..]).or(resources);
            match self.in_map(map, b"Kids").list() {
                Some(kids) => due.extend(kids.iter().rev().map(|it| (it, resources))),
                None if pages.len() < MOST_PAGES => {
                    pages.push(Page { map, resources: resources.unwrap_or(&Object::Null) })
                }
                None => break,
            }
        }
        pages
    }
}

fn is_of(object: &Object, kind: &[u8]) -> bool {
    object.map().and_then(|it| it.get(&b"Type"[..])).and_then(Object::name) == Some(kind)
}

fn find(bytes: &[u8], from: usize, word: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(word.len()).position(|it| it == word).map(|it| from + it)
}

/// The number of the object whose `obj` stands at `at`: `12 0 obj`.
fn number_before(bytes: &[u8], at: usize) -> Option<u32> {
    /// Two numbers and the space around them.
    const HEAD: usize = 24;
    let head = &bytes[at.saturating_sub(HEAD)..at];
    let head = head.trim_ascii_end();
    let (rest, generation) = last_number(head)?;
    let (_, number) = last_number(rest.trim_ascii_end()).filter(|_| rest.last().is_some_and(|it| is_space(*it)))?;
    (generation <= 65_535).then_some(number)
}

fn last_number(bytes: &[u8]) -> Option<(&[u8], u32)> {
    let start = bytes.iter().rposition(|it| !it.is_ascii_digit()).map_or(0, |it| it + 1);
    let number = std::str::from_utf8(&bytes[start..]).ok()?.parse().ok()?;
    Some((&bytes[..start], number))
}

/// Where a stream ends: as it says itself, or else where it looks like it.
fn end_of_stream(bytes: &[u8], start: usize, map: &Map) -> usize {
    let said = map.get(&b"Length"[..]).and_then(Object::number).map(|it| start.saturating_add(it as usize));
    if let Some(end) = said
        && let Some(rest) = bytes.get(end..)
        && rest[..rest.len().min(16)].trim_ascii_start().starts_with(b"endstream")
    {
        return end;
    }
    find(bytes, start, b"endstream").unwrap_or(bytes.len())
}
