//! Bytes to code points, for what leaves the program.

use super::Span;

/// Converts byte offsets of one text into Unicode code points, the unit of the report.
///
/// Keeps one count every 256 bytes, so that a look-up costs the same anywhere.
pub struct CodePoints<'t> {
    text: &'t str,
    every: Vec<u32>,
}

const STEP: usize = 256;

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut every = Vec::with_capacity(text.len() / STEP + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            every.push(count);
            count += leads(chunk);
        }
        Self { text, every }
    }

    /// Returns how many code points come before the byte at `offset`.
    pub fn at(&self, offset: usize) -> usize {
        let Some(&before) = self.every.get(offset / STEP) else {
            return self.at_end(offset);
        };
        let from = offset / STEP * STEP;
        (before + leads(&self.text.as_bytes()[from..offset])) as usize
    }

    pub fn span(&self, span: Span) -> [usize; 2] {
        [self.at(span.start()), self.at(span.end())]
    }

    /// `offset` is the end of a text whose length is a multiple of [`STEP`].
    fn at_end(&self, offset: usize) -> usize {
        let Some(&before) = self.every.last() else { return 0 };
        let from = (self.every.len() - 1) * STEP;
        (before + leads(&self.text.as_bytes()[from..offset])) as usize
    }
}

/// Counts the bytes that begin a code point.
fn leads(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_chars() {
        let text = "Shi’ite é 👩‍👧 — ".repeat(60);
        let points = CodePoints::new(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(at), count);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
        let even = "a".repeat(STEP);
        assert_eq!(CodePoints::new(&even).at(STEP), STEP);
        assert_eq!(CodePoints::new("").at(0), 0);
    }
}
