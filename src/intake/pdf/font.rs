//! Which letters the codes of a font stand for, and how wide they are (ISO 32000-1, 9.6 to 9.10).

use std::collections::HashMap;

use super::cmap;
use super::file::File;
use super::glyphs;
use super::object::{Map, Object};

/// Widths that one font may give by ranges.
const MOST_WIDTHS: usize = 100_000;

pub(super) struct Font {
    /// Bytes of a code.
    width_of_code: usize,
    /// What the file itself says that codes stand for.
    told: HashMap<u32, String>,
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
    pub(super) fn read(file: &File<'_>, map: &Map) -> Self {
        let is_wide = file.in_map(map, b"Subtype").name() == Some(b"Type0");
        let told = map.get(&b"ToUnicode"[..]).and_then(|it| file.content(it).ok()).unwrap_or_default();
        let (told, told_width) = cmap::read(&told);
        let mut font = Self {
            width_of_code: if is_wide { told_width.unwrap_or(2) } else { 1 },
            told,
            table: Vec::new(),
            widths: HashMap::new(),
            usual_width: None,
        };
        if is_wide {
            font.read_wide(file, map);
        } else {
            font.read_simple(file, map);
        }
        font
    }

    fn read_simple(&mut self, file: &File<'_>, map: &Map) {
        let encoding = file.in_map(map, b"Encoding");
        let base = encoding.name().or_else(|| file.in_map(encoding.map()?, b"BaseEncoding").name());
        let is_mac = base == Some(b"MacRomanEncoding");
        self.table = (0..=255).map(|it| Some(if is_mac { glyphs::mac(it) } else { glyphs::windows(it) })).collect();
        if let Some(differences) = encoding.map().and_then(|it| file.in_map(it, b"Differences").list()) {
            let mut code = 0_usize;
            for item in differences {
                match file.get(item) {
                    Object::Number(it) => code = *it as usize,
                    Object::Name(name) => {
                        if let Some(place) = self.table.get_mut(code) {
                            *place = glyphs::letter(name);
                        }
                        code = code.saturating_add(1);
                    }
                    _ => {}
                }
            }
        }
        // The letters of a drawn font are measured in a unit of its own.
        let unit = match file.in_map(map, b"FontMatrix").list().and_then(|it| it.first()?.number()) {
            Some(unit) if unit > 0.0 => unit,
            _ => 0.001,
        };
        let first = file.in_map(map, b"FirstChar").number().unwrap_or(0.0) as u32;
        let listed = file.in_map(map, b"Widths").list().unwrap_or_default();
        for (code, width) in cmap::codes_from(first).zip(listed.iter().take(256)) {
            self.widths.extend(file.get(width).number().map(|it| (code, it * unit)));
        }
        let missing = file.in_map(file.map(file.in_map(map, b"FontDescriptor")), b"MissingWidth");
        self.usual_width = missing.number().map(|it| it / 1_000.0).filter(|_| !listed.is_empty());
        let name = file.in_map(map, b"BaseFont").name().unwrap_or_default();
        if name.starts_with(b"Courier") && listed.is_empty() {
            self.usual_width = Some(0.6);
        }
    }

    fn read_wide(&mut self, file: &File<'_>, map: &Map) {
        let below = file.in_map(map, b"DescendantFonts").list().and_then(|it| it.first());
        let Some(below) = below.map(|it| file.map(it)) else { return };
        self.usual_width = Some(file.in_map(below, b"DW").number().unwrap_or(1_000.0) / 1_000.0);
        let mut left = MOST_WIDTHS;
        // `12 [500 600]` for 12 and 13, `20 30 500` for 20 to 30.
        let mut rest = file.in_map(below, b"W").list().unwrap_or_default().iter().map(|it| file.get(it));
        while let (Some(first), Some(second)) = (rest.next().and_then(Object::number), rest.next()) {
            let first = first as u32;
            match second {
                Object::List(widths) => {
                    let widths = cmap::codes_from(first).zip(widths.iter().filter_map(Object::number));
                    self.widths.extend(widths.map(|(code, it)| (code, it / 1_000.0)));
                }
                _ => {
                    let (last, width) = (second.number(), rest.next().and_then(Object::number));
                    if let (Some(last), Some(width)) = (last, width) {
                        let count = ((last as u32).saturating_sub(first) as usize).saturating_add(1).min(left);
                        left -= count;
                        self.widths.extend(cmap::codes_from(first).take(count).map(|code| (code, width / 1_000.0)));
                    }
                }
            }
        }
    }

    pub(super) fn letters<'f>(&'f self, codes: &'f [u8]) -> impl Iterator<Item = Letter> + 'f {
        codes.chunks(self.width_of_code).map(|it| {
            let code = it.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
            self.letter(code)
        })
    }

    fn letter(&self, code: u32) -> Letter {
        let by_table = || self.table.get(code as usize).copied().flatten().map(String::from);
        let text = self.told.get(&code).cloned().or_else(by_table).unwrap_or_default();
        let width = self.widths.get(&code).copied().or(self.usual_width);
        let width = width.unwrap_or_else(|| text.chars().map(glyphs::width).sum());
        Letter { width, is_space: self.width_of_code == 1 && code == 32, text }
    }
}
