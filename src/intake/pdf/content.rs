//! What the drawing of a page says in letters, and where (ISO 32000-1, 8.4 and 9.4).

use std::cell::Cell;
use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::{TypedInstruction, XObject};
use hayro_syntax::object::{Array, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources, Rotation};

use super::super::Reason;
use super::font::Font;
use super::layout::Fragment;
use super::unpack::unpacked;

/// The most that the drawings of all pages together may unpack to, and the maps of fonts.
const MOST_BYTES: usize = 64 << 20;

/// Drawings within drawings.
const DEEPEST: u32 = 8;

/// Pieces of lines that are taken from one page.
const MOST_FRAGMENTS: usize = 100_000;

/// Gaps between two letters, in parts of their size: from the first on it is a space, from the second on a new piece.
const SPACE: f64 = 0.18;
const BREAK: f64 = 1.0;

/// Moves and stretches: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Clone, Copy, Debug)]
struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn read(numbers: [Number; 6]) -> Self {
        Self(numbers.map(|it| it.as_f64()))
    }

    fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    fn turned(page: Rotation) -> Self {
        match page {
            Rotation::None => Self::SAME,
            Rotation::Horizontal => Self([0.0, -1.0, 1.0, 0.0, 0.0, 0.0]),
            Rotation::Flipped => Self([-1.0, 0.0, 0.0, -1.0, 0.0, 0.0]),
            Rotation::FlippedHorizontal => Self([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]),
        }
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

impl State {
    fn new(page: Matrix) -> Self {
        let (size, letter_gap, word_gap, stretch, leading, rise) = (0.0, 0.0, 0.0, 1.0, 0.0, 0.0);
        Self { page, font: None, size, letter_gap, word_gap, stretch, leading, rise }
    }
}

/// What the pages of a file share.
#[derive(Default)]
pub(super) struct Shared {
    /// By the place in the file where they are described.
    fonts: HashMap<*const u8, Rc<Font>>,
    used: Cell<usize>,
}

impl Shared {
    /// Unpacks a stream under the cap of the file.
    pub(super) fn content(&self, stream: &Stream<'_>) -> Result<Vec<u8>, Reason> {
        let raw = stream.raw_data();
        let left = MOST_BYTES.checked_sub(self.used.get() + raw.len()).ok_or(Reason::TooLong)?;
        let content = unpacked(stream, &raw, left)?;
        self.used.set(self.used.get() + raw.len() + content.len());
        Ok(content)
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let map = resources.get_font(name)?;
        let place = map.data().as_ptr();
        if !self.fonts.contains_key(&place) {
            let font = Font::read(self, &map);
            self.fonts.insert(place, Rc::new(font));
        }
        self.fonts.get(&place).cloned()
    }
}

/// Draws a page.
pub(super) struct Painter<'s> {
    shared: &'s mut Shared,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    /// For each marked part that is open, whether it belongs to the page rather than to the text.
    marks: Vec<bool>,
    fragments: Vec<Fragment>,
}

/// Returns the pieces of lines of a page, as they are drawn.
pub(super) fn fragments(page: &Page<'_>, shared: &mut Shared) -> Result<Vec<Fragment>, Reason> {
    let mut drawing = Vec::new();
    let contents = page.raw().get::<Object<'_>>("Contents");
    let parts = match contents {
        Some(Object::Stream(stream)) => vec![stream],
        Some(Object::Array(parts)) => parts.iter::<Object<'_>>().filter_map(Object::into_stream).collect(),
        _ => Vec::new(),
    };
    for part in parts {
        drawing.extend(shared.content(&part)?);
        drawing.push(b'\n');
    }
    let state = State::new(Matrix::turned(page.rotation()));
    let (saved, marks, fragments) = (Vec::new(), Vec::new(), Vec::new());
    let mut painter = Painter { shared, state, saved, text: Matrix::SAME, line: Matrix::SAME, marks, fragments };
    painter.draw(&drawing, page.resources(), DEEPEST)?;
    Ok(painter.fragments)
}

impl Painter<'_> {
    fn draw(&mut self, drawing: &[u8], resources: &Resources<'_>, deep: u32) -> Result<(), Reason> {
        let mut steps = TypedIter::new(drawing);
        while let Some(step) = steps.next() {
            match step {
                TypedInstruction::XObject(XObject(name)) => self.draw_inner(name, resources, deep)?,
                TypedInstruction::TextFont(it) => {
                    self.state.size = it.1.as_f64();
                    self.state.font = self.shared.font(it.0, resources);
                }
                step => self.act(step),
            }
        }
        Ok(())
    }

    fn draw_inner(&mut self, name: &Name<'_>, resources: &Resources<'_>, deep: u32) -> Result<(), Reason> {
        let Some(inner) = resources.get_x_object(name) else { return Ok(()) };
        let map = inner.dict();
        if deep == 0 || map.get::<Name<'_>>("Subtype").as_deref() != Some(b"Form") {
            return Ok(());
        }
        let content = self.shared.content(&inner)?;
        let own = map.get("Resources").map(Resources::new);
        let before = self.state.clone();
        if let Some(matrix) = map.get("Matrix") {
            self.state.page = Matrix(matrix).then(self.state.page);
        }
        let (text, line, saved) = (self.text, self.line, std::mem::take(&mut self.saved));
        let drawn = self.draw(&content, own.as_ref().unwrap_or(resources), deep - 1);
        (self.text, self.line, self.saved, self.state) = (text, line, saved, before);
        drawn
    }

    fn act(&mut self, step: TypedInstruction<'_, '_>) {
        use TypedInstruction as Step;
        match step {
            // Unbalanced without end is no drawing.
            Step::SaveState(_) if self.saved.len() < 1_000 => self.saved.push(self.state.clone()),
            Step::RestoreState(_) => self.state = self.saved.pop().unwrap_or_else(|| self.state.clone()),
            Step::Transform(it) => {
                self.state.page = Matrix::read([it.0, it.1, it.2, it.3, it.4, it.5]).then(self.state.page);
            }
            Step::BeginMarkedContent(it) => self.mark(it.0),
            Step::BeginMarkedContentWithProperties(it) => self.mark(it.0),
            Step::EndMarkedContent(_) => drop(self.marks.pop()),
            Step::BeginText(_) => (self.text, self.line) = (Matrix::SAME, Matrix::SAME),
            Step::CharacterSpacing(it) => self.state.letter_gap = it.0.as_f64(),
            Step::WordSpacing(it) => self.state.word_gap = it.0.as_f64(),
            Step::HorizontalScaling(it) => self.state.stretch = it.0.as_f64() / 100.0,
            Step::TextLeading(it) => self.state.leading = it.0.as_f64(),
            Step::TextRise(it) => self.state.rise = it.0.as_f64(),
            Step::NextLine(it) => self.next_line(it.0.as_f64(), it.1.as_f64()),
            Step::NextLineAndSetLeading(it) => {
                self.state.leading = -it.1.as_f64();
                self.next_line(it.0.as_f64(), it.1.as_f64());
            }
            Step::SetTextMatrix(it) => {
                self.line = Matrix::read([it.0, it.1, it.2, it.3, it.4, it.5]);
                self.text = self.line;
            }
            Step::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Step::ShowText(it) => self.show(it.0),
            Step::NextLineAndShowText(it) => {
                self.next_line(0.0, -self.state.leading);
                self.show(it.0);
            }
            Step::ShowTextWithParameters(it) => {
                (self.state.word_gap, self.state.letter_gap) = (it.0.as_f64(), it.1.as_f64());
                self.next_line(0.0, -self.state.leading);
                self.show(it.2);
            }
            Step::ShowTexts(it) => self.show_all(it.0),
            _ => {}
        }
    }

    fn mark(&mut self, kind: &[u8]) {
        if self.marks.len() < 1_000 {
            self.marks.push(kind == b"Artifact");
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::moved(x, y).then(self.line);
        self.text = self.line;
    }

    /// Shows letters; between them, goes as many thousandths of their size to the left.
    fn show_all(&mut self, parts: &Array<'_>) {
        for part in parts.iter::<Object<'_>>() {
            match part {
                Object::Number(back) => self.go(-back.as_f64() / 1_000.0 * self.state.size * self.state.stretch),
                Object::String(codes) => self.show(&codes),
                _ => {}
            }
        }
    }

    fn show(&mut self, codes: &[u8]) {
        let Some(font) = self.state.font.clone() else { return };
        for letter in font.letters(codes) {
            let State { size, letter_gap, word_gap, stretch, .. } = self.state;
            let width = letter.width * size * stretch;
            self.put(&letter.text, width);
            let gaps = letter_gap + if letter.is_space { word_gap } else { 0.0 };
            self.go(width + gaps * stretch);
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
