//! The text of a PDF (ISO 32000-1) that has one: letters by their fonts, lines by their places,
//! paragraphs in reading order.
//!
//! A PDF draws letters and says nothing of lines, so that what is read is a guess: the reader sees it,
//! and may put it right, before it is taken for the article.

mod content;
mod font;
mod glyphs;
mod layout;
mod unpack;

use std::collections::HashMap;

use hayro_syntax::{LoadPdfError, Pdf};

use self::content::Shared;
use self::layout::{Column, columns, paragraphs};
use super::Reason;

/// What was taken out of a PDF.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pages {
    /// Paragraphs, an empty line between them.
    pub text: String,
    /// Lines that stand above or below on several pages, and numbers of pages.
    pub left_out: Vec<String>,
}

/// Pages that are read.
const MOST_PAGES: usize = 2_000;

/// Reads a PDF.
///
/// # Errors
///
/// See [`Reason`]; nothing else comes of any bytes.
pub fn read(bytes: Vec<u8>) -> Result<Pages, Reason> {
    // Most that are locked open with the empty password.
    let file = Pdf::new(bytes).map_err(|it| match it {
        LoadPdfError::Decryption(_) => Reason::Locked,
        LoadPdfError::Invalid => Reason::Broken,
    })?;
    if file.pages().is_empty() {
        return Err(Reason::Broken);
    }
    let mut shared = Shared::default();
    let pages = file.pages().iter().take(MOST_PAGES);
    let mut pages = pages.map(|it| content::fragments(it, &mut shared).map(columns)).collect::<Result<Vec<_>, _>>()?;
    let left_out = take_furniture(&mut pages);
    let text = paragraphs(pages.iter().flatten()).join("\n\n");
    if text.trim().is_empty() { Err(Reason::Scan) } else { Ok(Pages { text, left_out }) }
}

/// Lines at the top and at the bottom of a page that are looked at.
const EDGE: usize = 2;

/// Takes out the lines that stand at the edges of several pages, and the numbers of pages.
fn take_furniture(pages: &mut [Vec<Column>]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let edges: Vec<Vec<Edge>> = pages.iter().map(|page| edges(page)).collect();
    for (page, edges) in pages.iter().zip(&edges) {
        let mut own: Vec<String> = page
            .iter()
            .flatten()
            .filter(|it| edges.iter().any(|edge| edge.y == it.y))
            .map(|it| without_numbers(&it.text))
            .collect();
        own.sort_unstable();
        own.dedup();
        own.into_iter().for_each(|it| *seen.entry(it).or_default() += 1);
    }
    let mut left_out: Vec<String> = Vec::new();
    let least = 2.max(pages.len().div_ceil(2));
    for (page, edges) in pages.iter_mut().zip(&edges) {
        for column in page.iter_mut() {
            column.retain(|line| {
                let key = without_numbers(&line.text);
                let edge = edges.iter().find(|it| it.y == line.y);
                let is_repeated = seen.get(&key).is_some_and(|it| *it >= least);
                let is_taken = edge.is_some_and(|edge| match key.as_str() {
                    // The last line of a text may be the end of a figure.
                    "" | "/" => is_count(&line.text) && (edge.is_alone || is_repeated),
                    "page" | "pageof" | "of" => true,
                    _ => is_repeated,
                });
                if is_taken && !left_out.contains(&line.text) && left_out.len() < 200 {
                    left_out.push(line.text.clone());
                }
                !is_taken
            });
        }
        page.retain(|it| !it.is_empty());
    }
    left_out
}

/// Whether a line without words is the number of a page, such as *7*, *- 7 -* or *7/12*.
fn is_count(text: &str) -> bool {
    text.trim().chars().all(|it| it.is_ascii_digit() || matches!(it, ' ' | '-' | '–' | '—' | '|' | '/'))
}

/// A line apart from the text.
struct Edge {
    y: f64,
    /// It is apart from the lines at the edge, too.
    is_alone: bool,
}

/// Where the lines stand that lie apart from the text, above it and below it.
fn edges(page: &[Column]) -> Vec<Edge> {
    let mut lines: Vec<(f64, f64)> = page.iter().flatten().map(|it| (it.y, it.size)).collect();
    lines.sort_by(|a, b| a.0.total_cmp(&b.0));
    lines.dedup_by(|a, b| a.0 == b.0);
    let mut edges = apart(lines.iter());
    edges.extend(apart(lines.iter().rev()));
    edges
}

/// The first lines, as many as are followed by a wide gap.
fn apart<'l>(lines: impl Iterator<Item = &'l (f64, f64)>) -> Vec<Edge> {
    let first: Vec<_> = lines.take(EDGE + 1).collect();
    let is_gap = |at: &usize| (first[*at].0 - first[at - 1].0).abs() > 2.0 * first[at - 1].1;
    let count = (1..first.len()).rev().find(is_gap).unwrap_or(0);
    let is_alone = |at: usize| is_gap(&(at + 1)) && (at == 0 || is_gap(&at));
    (0..count).map(|at| Edge { y: first[at].0, is_alone: is_alone(at) }).collect()
}

fn without_numbers(text: &str) -> String {
    text.chars().filter(|it| it.is_alphabetic() || *it == '/').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests;
