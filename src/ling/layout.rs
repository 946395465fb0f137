//! What each paragraph is, and where one article ends and the next begins.

use crate::text::Document;

use super::article::{Article, Block, BlockKind};
use super::word::Word;

/// Cuts a document into its articles; at least one, even of an empty text.
pub(super) fn articles(document: &Document, _words: &[Word]) -> Vec<Article> {
    let blocks = (document.paragraphs().iter().enumerate())
        .map(|(paragraph, it)| Block { kind: BlockKind::Paragraph, span: it.span, paragraph })
        .collect();
    vec![Article { blocks, ..Article::default() }]
}
