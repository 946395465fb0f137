//! What the drawing of a page says in letters, and where (ISO 32000-1, 8.4 and 9.4).

use std::collections::HashMap;
use std::rc::Rc;

use super::super::Reason;
use super::file::{File, Page};
use super::font::Font;
use super::layout::Fragment;
use super::object::{Lexer, Map, Object, is_space};

/// Drawings within drawings.
const DEEPEST: u32 = 8;

/// Pieces of lines that are taken from one page.
const MOST_FRAGMENTS: usize = 100_000;

/// Objects before a word that uses them.
const MOST_OPERANDS: usize = 64;

/// Gaps between two letters, in parts of their size: from the first on it is a space, from the second on a new piece.
const SPACE: f64 = 0.18;
const BREAK: f64 = 1.0;

/// Moves and stretches: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Clone, Copy, Debug)]
struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn read(numbers: &[f64]) -> Self {
        numbers.try_into().map_or(Self::SAME, Self)
    }

    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// First this, then `after`.
    fn then(self, after: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, after.0);
        Self([a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l])
    }
}

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letter_gap: f64,
    word_gap: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// Draws pages, one after the other.
pub(super) struct Painter<'f> {
    file: &'f File<'f>,
    fonts: HashMap<u32, Rc<Font>>,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// For each open mark, whether it is of what belongs to the page and not to the text.
    marks: Vec<bool>,
    fragments: Vec<Fragment>,
}

impl<'f> Painter<'f> {
    pub(super) fn new(file: &'f File<'f>) -> Self {
        let state = State {
            page: Matrix::SAME,
            font: None,
            size: 0.0,
            letter_gap: 0.0,
            word_gap: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        let (saved, marks, fragments) = (Vec::new(), Vec::new(), Vec::new());
        Self { file, fonts: HashMap::new(), state, saved, text: Matrix::SAME, line: Matrix::SAME, marks, fragments }
    }

    /// Returns the pieces of lines of a page, as they are drawn.
    pub(super) fn page(&mut self, page: Page<'f>) -> Result<Vec<Fragment>, Reason> {
        let mut fresh = Self::new(self.file);
        std::mem::swap(&mut self.fonts, &mut fresh.fonts);
        fresh.state.page = match self.file.in_map(page.map, b"Rotate").number().unwrap_or(0.0).rem_euclid(360.0) as u32
        {
            90 => Matrix([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            180 => Matrix([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            270 => Matrix([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
            _ => Matrix::SAME,
        };
        let mut drawing = Vec::new();
        let contents = page.map.get(&b"Contents"[..]).unwrap_or(&Object::Null);
        match self.file.get(contents) {
            Object::List(parts) => {
                for part in parts {
                    drawing.extend(self.file.content(part)?);
                    drawing.push(b'\n');
                }
            }
            _ => drawing = self.file.content(contents)?,
        }
        fresh.draw(&drawing, self.file.map(page.resources), DEEPEST)?;
        std::mem::swap(&mut self.fonts, &mut fresh.fonts);
        Ok(fresh.fragments)
    }

    fn draw(&mut self, drawing: &[u8], resources: &Map, deep: u32) -> Result<(), Reason> {
        let mut lexer = Lexer::new(drawing, 0);
        let mut before: Vec<Object> = Vec::new();
        while let Some(object) = lexer.next() {
            match object {
                Object::Word(word) => {
                    match word.as_slice() {
                        b"ID" => skip_picture(&mut lexer, drawing),
                        b"Do" => self.draw_inner(before.last(), resources, deep)?,
                        word => self.act(word, &before, resources),
                    }
                    before.clear();
                }
                object if before.len() < MOST_OPERANDS => before.push(object),
                _ => {}
            }
        }
        Ok(())
    }

    fn draw_inner(&mut self, name: Option<&Object>, resources: &Map, deep: u32) -> Result<(), Reason> {
        let Some(name) = name.and_then(Object::name) else { return Ok(()) };
        let drawings = self.file.in_map(resources, b"XObject").map();
        let Some(inner) = drawings.and_then(|it| it.get(name)) else { return Ok(()) };
        let map = self.file.map(inner);
        if deep == 0 || self.file.in_map(map, b"Subtype").name() != Some(b"Form") {
            return Ok(());
        }
        let content = self.file.content(inner)?;
        let own = self.file.in_map(map, b"Resources").map().unwrap_or(resources);
        let before = self.state.clone();
        if let Some(matrix) = self.file.in_map(map, b"Matrix").list() {
            self.state.page = Matrix::read(&numbers(matrix)).then(self.state.page);
        }
        let (text, line, saved) = (self.text, self.line, std::mem::take(&mut self.saved));
        let drawn = self.draw(&content, own, deep - 1);
        (self.text, self.line, self.saved, self.state) = (text, line, saved, before);
        drawn
    }

    fn act(&mut self, word: &[u8], before: &[Object], resources: &Map) {
        let all = numbers(before);
        let number = |at: usize| all.get(at).copied().unwrap_or(0.0);
        match word {
            // Unbalanced without end is no drawing.
            b"q" if self.saved.len() < 1_000 => self.saved.push(self.state.clone()),
            b"Q" => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            b"cm" => self.state.page = Matrix::read(&all).then(self.state.page),
            b"BMC" | b"BDC" if self.marks.len() < 1_000 => {
                self.marks.push(before.first().and_then(Object::name) == Some(b"Artifact"));
            }
            b"EMC" => drop(self.marks.pop()),
            b"BT" => (self.text, self.line) = (Matrix::SAME, Matrix::SAME),
            b"Tf" => {
                self.state.size = number(0);
                self.state.font = before.first().and_then(Object::name).and_then(|it| self.font(it, resources));
            }
            b"Tc" => self.state.letter_gap = number(0),
            b"Tw" => self.state.word_gap = number(0),
            b"Tz" => self.state.stretch = number(0) / 100.0,
            b"TL" => self.state.leading = number(0),
            b"Ts" => self.state.rise = number(0),
            b"Td" => self.next_line(number(0), number(1)),
            b"TD" => {
                self.state.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            b"Tm" => (self.text, self.line) = (Matrix::read(&all), Matrix::read(&all)),
            b"T*" => self.next_line(0.0, -self.state.leading),
            b"Tj" => before.iter().for_each(|it| self.show(it)),
            b"'" | b"\"" => {
                if word == b"\"" {
                    (self.state.word_gap, self.state.letter_gap) = (number(0), number(1));
                }
                self.next_line(0.0, -self.state.leading);
                before.iter().for_each(|it| self.show(it));
            }
            b"TJ" => before.iter().filter_map(Object::list).flatten().for_each(|it| self.show(it)),
            _ => {}
        }
    }

    fn font(&mut self, name: &[u8], resources: &Map) -> Option<Rc<Font>> {
        let font = self.file.in_map(resources, b"Font").map()?.get(name)?;
        let read = || Rc::new(Font::read(self.file, self.file.map(font)));
        match font {
            Object::Reference(number) => Some(self.fonts.entry(*number).or_insert_with(read).clone()),
            _ => Some(read()),
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// Shows letters, or goes as many thousandths of their size to the left.
    fn show(&mut self, object: &Object) {
        match object {
            Object::Number(back) => self.go(-back / 1_000.0 * self.state.size * self.state.stretch),
            Object::Text(codes) => {
                let Some(font) = self.state.font.clone() else { return };
                for letter in font.letters(codes) {
                    let State { size, letter_gap, word_gap, stretch, .. } = self.state;
                    let width = letter.width * size * stretch;
                    self.put(&letter.text, width);
                    let gaps = letter_gap + if letter.is_space { word_gap } else { 0.0 };
                    self.go(width + gaps * stretch);
                }
            }
            _ => {}
        }
    }

    fn go(&mut self, x: f64) {
        self.text = Matrix::moved(x, 0.0).then(self.text);
    }

    fn put(&mut self, text: &str, width: f64) {
        let Matrix([a, b, c, d, x0, y]) = Matrix::moved(0.0, self.state.rise).then(self.text).then(self.state.page);
        let size = self.state.size.abs() * c.hypot(d);
        let x1 = x0 + a * width;
        let is_level = b.abs() <= a.abs() && size > 0.1 && [x0, x1, y, size].iter().all(|it| it.abs() < 1e6);
        if text.is_empty() || !is_level || self.marks.contains(&true) {
            return;
        }
        if let Some(last) = self.fragments.last_mut() {
            let gap = (x0 - last.x1) / size;
            let is_same_line = (y - last.y).abs() < 0.1 * size && (last.size - size).abs() < 0.2 * size;
            if is_same_line && (-0.5..BREAK).contains(&gap) {
                let is_parted = last.text.ends_with(char::is_whitespace) || text.starts_with(char::is_whitespace);
                if gap > SPACE && !is_parted {
                    last.text.push(' ');
                }
                last.text.push_str(text);
                last.x1 = last.x1.max(x1);
                return;
            }
        }
        if self.fragments.len() < MOST_FRAGMENTS {
            self.fragments.push(Fragment { x0, x1, y, size, text: text.to_owned() });
        }
    }
}

fn numbers(objects: &[Object]) -> Vec<f64> {
    objects.iter().filter_map(Object::number).collect()
}

/// Goes past a picture that stands in the drawing itself.
fn skip_picture(lexer: &mut Lexer<'_>, drawing: &[u8]) {
    let rest = &drawing[lexer.at.min(drawing.len())..];
    let is_end = |it: &[u8]| is_space(it[0]) && &it[1..3] == b"EI" && is_space(it[3]);
    lexer.at += rest.windows(4).position(is_end).map_or(rest.len(), |it| it + 4);
}
