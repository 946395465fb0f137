//! Which letters the codes of a font stand for, and how wide they are (ISO 32000-1, 9.6 to 9.10).

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};

use super::content::Shared;
use super::glyphs;

/// Widths that one font may give by ranges.
const MOST_WIDTHS: usize = 100_000;

pub(super) struct Font {
    /// How codes of several bytes are read; `None` for a font of one byte.
    codes: Option<CMap>,
    /// What the file itself says that codes stand for.
    told: Option<CMap>,
    /// What the codes of a font of one byte stand for by its table.
    table: Vec<Option<char>>,
    widths: HashMap<u32, f64>,
    usual_width: Option<f64>,
}

/// One letter as it is drawn.
pub(super) struct Letter {
    /// Empty where nobody can tell what it is.
    pub(super) text: String,
    /// In parts of the size of the font.
    pub(super) width: f64,
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(shared: &Shared, map: &Dict<'_>) -> Self {
        let read = |stream: &Stream<'_>| CMap::parse(&shared.content(stream).ok()?, |_| None);
        let told = map.get::<Stream<'_>>("ToUnicode").and_then(|it| read(&it));
        let mut font = Self { codes: None, told, table: Vec::new(), widths: HashMap::new(), usual_width: None };
        if map.get::<Name<'_>>("Subtype").as_deref() == Some(b"Type0") {
            let codes = map.get::<Stream<'_>>("Encoding").and_then(|it| read(&it));
            font.codes = Some(codes.unwrap_or_else(CMap::identity_h));
            font.read_wide(map);
        } else {
            font.read_simple(map);
        }
        font
    }

    fn read_simple(&mut self, map: &Dict<'_>) {
        let encoding = map.get::<Dict<'_>>("Encoding");
        let base = match &encoding {
            Some(it) => it.get::<Name<'_>>("BaseEncoding"),
            None => map.get("Encoding"),
        };
        let is_mac = base.as_deref() == Some(b"MacRomanEncoding");
        self.table = (0..=255).map(|it| Some(if is_mac { glyphs::mac(it) } else { glyphs::windows(it) })).collect();
        let differences = encoding.and_then(|it| it.get::<Array<'_>>("Differences"));
        let mut code = 0_usize;
        for item in differences.iter().flat_map(Array::iter::<Object<'_>>) {
            match item {
                Object::Number(it) => code = it.as_f64() as usize,
                Object::Name(name) => {
                    if let Some(place) = self.table.get_mut(code) {
                        *place = glyphs::letter(&name);
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        // The letters of a drawn font are measured in a unit of its own.
        let unit = match map.get::<[f64; 6]>("FontMatrix") {
            Some([unit, ..]) if unit > 0.0 => unit,
            _ => 0.001,
        };
        let first = map.get::<u32>("FirstChar").unwrap_or_default();
        let listed = map.get::<Array<'_>>("Widths");
        for (code, width) in codes_from(first).zip(listed.iter().flat_map(Array::iter::<Number>).take(256)) {
            self.widths.insert(code, width.as_f64() * unit);
        }
        let missing = map.get::<Dict<'_>>("FontDescriptor").and_then(|it| it.get::<f64>("MissingWidth"));
        self.usual_width = missing.map(|it| it / 1_000.0).filter(|_| listed.is_some());
        let is_courier = map.get::<Name<'_>>("BaseFont").is_some_and(|it| it.starts_with(b"Courier"));
        if is_courier && listed.is_none() {
            self.usual_width = Some(0.6);
        }
    }

    fn read_wide(&mut self, map: &Dict<'_>) {
        let below = map.get::<Array<'_>>("DescendantFonts").and_then(|it| it.iter::<Dict<'_>>().next());
        let Some(below) = below else { return };
        self.usual_width = Some(below.get::<f64>("DW").unwrap_or(1_000.0) / 1_000.0);
        let Some(listed) = below.get::<Array<'_>>("W") else { return };
        // `12 [500 600]` for 12 and 13, `20 30 500` for 20 to 30.
        let mut rest = listed.iter::<Object<'_>>();
        while let (Some(Object::Number(first)), Some(second)) = (rest.next(), rest.next()) {
            let codes = codes_from(first.as_f64() as u32);
            let left = MOST_WIDTHS.saturating_sub(self.widths.len());
            match second {
                Object::Array(widths) => {
                    let widths = widths.iter::<Number>().map(|it| it.as_f64() / 1_000.0);
                    self.widths.extend(codes.zip(widths).take(left));
                }
                Object::Number(last) => {
                    let Some(Object::Number(width)) = rest.next() else { return };
                    let count = (last.as_f64() - first.as_f64() + 1.0) as usize;
                    self.widths.extend(codes.take(count.min(left)).map(|code| (code, width.as_f64() / 1_000.0)));
                }
                _ => return,
            }
        }
    }

    pub(super) fn letters<'f>(&'f self, codes: &'f [u8]) -> impl Iterator<Item = Letter> + 'f {
        let mut rest = codes;
        std::iter::from_fn(move || {
            let (code, glyph, length) = self.code(rest)?;
            rest = &rest[length..];
            Some(self.letter(code, glyph, length))
        })
    }

    /// The next code, the number of what it draws, and how many bytes it has.
    fn code(&self, rest: &[u8]) -> Option<(u32, u32, usize)> {
        /// Bytes that a code has at most.
        const MOST: usize = 4;
        let first = u32::from(*rest.first()?);
        let Some(codes) = &self.codes else { return Some((first, first, 1)) };
        let mut code = 0;
        for (length, &byte) in (1_u8..).zip(rest.iter().take(MOST)) {
            code = code << 8 | u32::from(byte);
            if let Some(glyph) = codes.lookup_cid_code(code, length) {
                return Some((code, glyph, length.into()));
            }
        }
        Some((first, first, 1))
    }

    fn letter(&self, code: u32, glyph: u32, length: usize) -> Letter {
        let told = self.told.as_ref().and_then(|it| it.lookup_bf_string(code));
        let text = match told {
            Some(BfString::Char(it)) => it.into(),
            Some(BfString::String(it)) => it,
            None => self.table.get(code as usize).copied().flatten().map(String::from).unwrap_or_default(),
        };
        let width = self.widths.get(&glyph).copied().or(self.usual_width);
        let width = width.unwrap_or_else(|| text.chars().map(glyphs::width).sum());
        Letter { text, width, is_space: length == 1 && code == 32 }
    }
}

/// Codes in order; a font may name the last that there is.
fn codes_from(first: u32) -> impl Iterator<Item = u32> {
    (0..=u32::MAX).map(move |step| first.wrapping_add(step))
}
