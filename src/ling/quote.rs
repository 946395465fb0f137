//! Quotation marks into pairs.

use crate::text::{Document, Span};

use super::article::Article;

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quote {
    /// With its marks, as far as it has them.
    pub span: Span,
    /// Between the marks.
    pub inner: Span,
    /// Whether the opening mark is missing in the text.
    pub unopened: bool,
    /// Whether the closing mark is missing, as where the next paragraph goes on.
    pub unclosed: bool,
}

/// Finds the quotations in the prose of an article, in order.
pub(super) fn find(_document: &Document, _article: &Article) -> Vec<Quote> {
    Vec::new()
}
