//! The parts of an article, as far as the text shows them.

use crate::text::Span;

/// One article of a document: its blocks, and what they say of its origin.
#[derive(Clone, Debug, Default)]
pub struct Article {
    pub span: Option<Span>,
    /// Every paragraph of the article, in order.
    pub blocks: Vec<Block>,
    /// As shown.
    pub headline: Option<Span>,
    /// Where the document shows two.
    pub original_headline: Option<Span>,
    pub substitution: Option<Substitution>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    /// The news agency, where a byline or dateline names one: *AP*.
    pub wire: Option<String>,
    /// As `2020-11-28`.
    pub published: Option<String>,
    pub dateline: Option<String>,
    /// Where the text behind the dateline begins, in bytes of the document.
    pub(super) behind_dateline: Option<usize>,
    /// *(Editing by …)*, *Reporting by …*, *Photo: …*, *AFP*.
    pub credits: Vec<String>,
}

/// What is known of a text's origin besides the text, as from a web page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The text's first paragraph, when it is known to be the headline.
    pub headline: Option<String>,
    pub byline: Option<String>,
    pub outlet: Option<String>,
    /// As `2020-11-28`.
    pub published: Option<String>,
}

/// A paragraph and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
    /// Index into [`Document::paragraphs`](crate::text::Document::paragraphs).
    pub paragraph: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum BlockKind {
    Headline,
    OriginalHeadline,
    Subheading,
    Standfirst,
    Byline,
    /// The date of publication.
    Date,
    Credit,
    Paragraph,
    /// A paragraph that is one quotation.
    Quotation,
    Caption,
    /// About the author.
    Biography,
    /// Not article text; kept out of every trait.
    Furniture,
}

impl Article {
    /// Fills in what the text does not say.
    pub(super) fn complete(&mut self, origin: Origin) {
        self.byline = self.byline.take().or(origin.byline);
        self.outlet = self.outlet.take().or(origin.outlet);
        self.published = self.published.take().or(origin.published);
        if let (None, Some(first)) = (self.headline, self.blocks.first_mut().filter(|_| origin.headline.is_some())) {
            first.kind = BlockKind::Headline;
            self.headline = Some(first.span);
        }
    }
}

impl BlockKind {
    /// Whether traits that read running text read it.
    pub fn is_prose(self) -> bool {
        matches!(self, Self::Paragraph | Self::Quotation | Self::Standfirst)
    }
}

/// What the shown headline puts in place of the original one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// The words put in: *the Antichrist*.
    pub label: String,
    /// The words they replace, if any: *cleric*.
    pub replaces: Option<String>,
    pub changes: Vec<Change>,
}

/// One difference between the two headlines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    /// In the original headline.
    pub from: Option<Span>,
    /// In the shown headline.
    pub to: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum ChangeKind {
    ActorRelabelled,
    ActorAdded,
    RelationChanged,
    PrecisionChanged,
    TimeOrPlaceDropped,
    HedgeDropped,
    EmotionAdded,
    /// A difference with no effect on meaning: *sees* for *see*.
    Wording,
    /// Other words, of which only a reader can tell what they change.
    Unclear,
}
