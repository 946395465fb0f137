//! What each paragraph is, and where one article ends and the next begins.

mod digest;
mod furniture;
mod header;
mod kinds;
mod line;
mod title;

use crate::text::{Document, Span};

use super::article::{Article, Block};
use super::headline;
use super::word::Word;

use kinds::Layout;
use line::Line;

/// Cuts a document into its articles; at least one, even of an empty text, and no more than
/// one of a page: its lists of links look like the headlines of a digest.
pub(super) fn articles(document: &Document, words: &[Word], is_page: bool) -> Vec<Article> {
    let lines: Vec<_> = (0..document.paragraphs().len()).map(|at| Line::read(document, words, at)).collect();
    let furniture: Vec<_> = lines.iter().map(|it| furniture::read(it, words)).collect();
    let is_furniture: Vec<_> = furniture.iter().map(Option::is_some).collect();
    let mut pairs = digest::pairs(&lines, &is_furniture);
    if is_page && pairs.len() > 1 {
        pairs.clear();
    }
    let mut starts: Vec<_> = pairs.iter().map(|it| it.shown).collect();
    // What stands before the first pair belongs to its article.
    starts.first_mut().into_iter().for_each(|it| *it = 0);
    if starts.is_empty() {
        starts.push(0);
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    (starts.iter().zip(ends).enumerate())
        .map(|(at, (&start, end))| {
            let pair = pairs.get(at).map(|it| it.shown - start);
            let part = &lines[start..end];
            article(document, words, part, Layout::read(part, &furniture[start..end], words, pair))
        })
        .collect()
}

fn article(document: &Document, words: &[Word], lines: &[Line<'_>], layout: Layout) -> Article {
    let blocks: Vec<_> = (lines.iter().zip(&layout.kinds))
        .map(|(line, &kind)| Block { kind, span: line.span, paragraph: line.paragraph })
        .collect();
    let span = blocks.first().zip(blocks.last()).map(|(first, last)| first.span.to(last.span));
    let mut article =
        Article { span, blocks, headline: layout.headline, original_headline: layout.original, ..Article::default() };
    if let (Some(shown), Some(original)) = (layout.headline, layout.original) {
        article.substitution = substitution(lines, shown, original);
    }
    header::fill(&mut article, document, words, lines, &layout);
    article
}

/// Compares the two headlines; its spans count from the start of the document.
fn substitution(lines: &[Line<'_>], shown: Span, original: Span) -> Option<super::Substitution> {
    let text = |span: Span| {
        let line = lines.iter().find(|it| it.span.contains(span))?;
        Some(&line.text[span.start() - line.span.start()..span.end() - line.span.start()])
    };
    let mut found = headline::compare(text(shown)?, text(original)?).substitution?;
    let shift = |span: Option<Span>, by: Span| span.map(|it| Span::new(by.start() + it.start(), by.start() + it.end()));
    for change in &mut found.changes {
        change.from = shift(change.from, original);
        change.to = shift(change.to, shown);
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use crate::ling::{BlockKind, Reading};

    /// The kinds of the paragraphs, as the report names them.
    fn kinds(text: &str) -> Vec<BlockKind> {
        Reading::new(text).articles().flat_map(|it| it.article.blocks.iter().map(|it| it.kind)).collect()
    }

    const PROSE: &str = "The ferry crews of Velia went back to work on Monday after nine weeks on strike.";

    #[test]
    fn a_copied_menu_is_no_headline() {
        let text = "Home\nNews\nSport\n\nFerry to sail all winter\n\nBy Ann Lee\n\nThe ferry will sail all winter, Ann Lee said on Monday.";
        assert_eq!(crate::ling::headline(text), Some("Ferry to sail all winter"));
        assert_eq!(crate::ling::headline(""), None);
    }

    #[test]
    fn a_menu_in_one_line() {
        for menu in ["Home | News | Sport | Weather | iVelia", "Home News Sport Harbour Weather"] {
            let text = format!("{menu}\n\nFerry strike ends in Velia\n\nBy Ann Lee\n\n{PROSE}");
            assert_eq!(crate::ling::headline(&text), Some("Ferry strike ends in Velia"));
        }
    }

    #[test]
    fn bare_prose_has_no_headline() {
        assert_eq!(kinds(PROSE), [BlockKind::Paragraph]);
        assert_eq!(kinds("Why the ferry matters to so many people in the town of Velia"), [BlockKind::Paragraph]);
    }

    #[test]
    fn headline_standfirst_byline_date() {
        use BlockKind::{Byline, Date, Headline, Paragraph, Standfirst};
        let text =
            format!("Ferry strike ends in Velia\n\nCrews get new life vests\n\nBy Ann Lee\n\n3 May 2021\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Standfirst, Byline, Date, Paragraph]);
    }

    #[test]
    fn a_headline_of_many_words_over_a_byline() {
        use BlockKind::{Byline, Headline, Paragraph};
        let title = "Why the ferry crews of Velia, who have been on strike for nine weeks over pay and old life vests, \
            went back to work on Monday without a word of what the harbour board had promised to the oldest of them";
        assert_eq!(kinds(&format!("{title}\n\nBy Ann Lee\n\n{PROSE}")), [Headline, Byline, Paragraph]);
        assert_eq!(kinds(&format!("{title}\n\n{PROSE}")), [Paragraph, Paragraph]);
    }

    #[test]
    fn a_question_over_a_byline() {
        use BlockKind::{Byline, Headline, Paragraph};
        let text = format!("Is the old harbour bridge safe?\n\nBy Ann Lee\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Byline, Paragraph]);
        assert_eq!(kinds(&format!("Is the old harbour bridge safe?\n\n{PROSE}")), [Paragraph, Paragraph]);
        // A page copied without a gap between its lines, the outlet over the byline.
        let page =
            format!("Skip to content\nFerries back: crews CHEER!\nVelia Gazette · 3 hours ago\nBy Ann Lee\n{PROSE}");
        assert_eq!(crate::ling::headline(&page), Some("Ferries back: crews CHEER!"));
    }

    #[test]
    fn a_headline_of_two_sentences() {
        use BlockKind::{Byline, Headline, Paragraph};
        let title = "The old harbour of Velia does not need a bridge. It needs a boat that comes on time";
        let text = format!("{title}\n\nBy Ann Lee\n\n{PROSE}\n\n{PROSE} Again.\n\n{PROSE} Then.\n\n{PROSE} More.");
        assert_eq!(kinds(&text)[..3], [Headline, Byline, Paragraph]);
        assert_eq!(kinds(&text.replace("By Ann Lee", "It was late."))[0], Paragraph);
    }

    #[test]
    fn a_question_under_the_names_of_sections() {
        use BlockKind::{Byline, Caption, Furniture, Headline, Paragraph};
        let text = format!(
            "EXPLAINER\n\nHarbour\n\nWhy is the old bridge of Velia shut again?\n\n\
             The bridge of Velia in May [Bo Rae/Reuters]\n\nBy Ann Lee\n\n{PROSE}"
        );
        assert_eq!(kinds(&text), [Furniture, Furniture, Headline, Caption, Byline, Paragraph]);
    }

    #[test]
    fn the_name_of_a_page_over_its_menu() {
        use BlockKind::{Date, Furniture, Headline, Paragraph};
        let text = format!(
            "The Velia Gazette\n\nNews from the harbour and round about\n\nMenu\n\nPosted on May 3, 2021 by admin\n\n\
             Ferry strike ends in Velia\n\n{PROSE}"
        );
        assert_eq!(kinds(&text), [Furniture, Furniture, Furniture, Date, Headline, Paragraph]);
        let reading = Reading::new(&*text);
        assert_eq!(reading.articles().next().and_then(|it| it.article.outlet.as_deref()), Some("The Velia Gazette"));
    }

    #[test]
    fn the_menu_of_one_paper_under_its_name_and_motto() {
        use BlockKind::{Byline, Furniture, Headline, Paragraph};
        let menu = "Home\nNews\nHarbour\nSport\nRowing\nOpinion\nSearch";
        let text = format!(
            "The Velia Gazette\nEverything that floats, every morning\n{menu}\n\nFerry strike ends in Velia\n\nBy Ann Lee\n\n{PROSE}"
        );
        let kinds = kinds(&text);
        assert_eq!((&kinds[..9], &kinds[9..]), (&[Furniture; 9][..], &[Headline, Byline, Paragraph][..]));
    }

    #[test]
    fn buttons_under_a_headline_leave_the_name() {
        use BlockKind::{Byline, Furniture, Headline, Paragraph};
        let text = format!("Ferry strike ends\n\nAnn Lee\n\nShare\nSave\nFacebook\nPrint\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Byline, Furniture, Furniture, Furniture, Furniture, Paragraph]);
    }

    #[test]
    fn a_link_over_the_byline() {
        use BlockKind::{Byline, Furniture, Headline, Paragraph, Standfirst};
        let text = format!(
            "Ferry strike ends in Velia\n\nCrews get new life vests\n\nHarbour live – latest updates\n\n\
             Ann Lee Harbour correspondent\n\n{PROSE}"
        );
        assert_eq!(kinds(&text), [Headline, Standfirst, Furniture, Byline, Paragraph]);
    }

    #[test]
    fn pictures_with_a_number() {
        use BlockKind::{Caption, Headline, Paragraph};
        for picture in
            ["1 of 4 | A ferry rests in May.", "Item 1 of 2 A ferry rests in May.", "[1/2]A ferry rests in May."]
        {
            let text = format!("Ferry strike ends in Velia\n\n{picture}\n\n{PROSE}");
            assert_eq!(kinds(&text), [Headline, Caption, Paragraph], "{picture}");
        }
        let text = format!("Ferry strike ends in Velia\n\n1 of 4 ferries in the harbour is old.\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Paragraph, Paragraph]);
    }

    #[test]
    fn a_question_over_plain_text() {
        use BlockKind::{Headline, Paragraph};
        for title in ["Who pays for the bridge?", "You won’t guess who paid for the bridge...", "It is all wrong!"] {
            let text = format!("{title}\n\n{PROSE}\n\n{PROSE} Nobody had asked them to.");
            assert_eq!(kinds(&text), [Headline, Paragraph, Paragraph], "{title}");
        }
        let spoken = format!("“Who pays for the bridge?”\n\n{PROSE}\n\n{PROSE} Nobody had asked them to.");
        assert_ne!(kinds(&spoken)[0], Headline);
    }

    #[test]
    fn where_and_by_whom() {
        let read = |text: &str| {
            let reading = Reading::new(text);
            let article = reading.articles().next().expect("there is always an article").article.clone();
            [article.byline, article.outlet, article.dateline].map(Option::unwrap_or_default)
        };
        let title = "Ferry Strike Ends After Nine Weeks in Velia Harbour, Crews Say";
        let plain = format!("{title}\n\nby Ann Lee\n3 May 2021\n\n{PROSE}");
        assert_eq!(read(&plain), ["Ann Lee", "", ""]);
        let dotted = format!("{title}\n\nAnn Lee · VBC News · Posted: May 3, 2021\n\n{PROSE}");
        assert_eq!(read(&dotted), ["Ann Lee", "VBC News", ""]);
        let filed = format!("{title}\n\nAnn Lee, Lagos\nVELIABURY, May 3, 2021\n\n{PROSE}");
        assert_eq!(read(&filed), ["Ann Lee", "", "VELIABURY"]);
        let colon = format!("{title}\n\nVELIABURY: {PROSE} Nobody had asked them to.");
        assert_eq!(read(&colon), ["", "", "VELIABURY"]);
        assert_eq!(read(&format!("{colon}\n\nVELIABURY: {PROSE} Nobody had asked.")), ["", "", ""]);
        let of_nobody = format!("{title}\n\nBy Staff Writer | May 3, 2021 | Velia Daily\n\n{PROSE}");
        assert_eq!(read(&of_nobody), ["", "Velia Daily", ""]);
        let desk = format!("{title}\n\nCity Desk, The Velia Post, 3 May 2021\n\n{PROSE}");
        assert_eq!(read(&desk), ["", "The Velia Post", ""]);
        assert_eq!(read(&format!("{title}\n\nPTI | Velia | 3 May 2021\n\n{PROSE}")), ["", "", "Velia"]);
        assert_eq!(read(&format!("{title}\n\nVELIA NEWS - 3 May 2021\n\n{PROSE}")), ["", "VELIA NEWS", ""]);
        assert_eq!(read(&format!("{title} | Opinion\n\n{PROSE}")), ["", "", ""]);
        assert_eq!(read(&format!("{title}\n\nBy Court Reporter\n\n{PROSE}")), ["", "", ""]);
        assert_eq!(read(&format!("{title}\n\nBy Reuters Staff\n\n{PROSE}"))[0], "Reuters Staff");
    }

    #[test]
    fn links_under_a_heading_at_the_end() {
        use BlockKind::{Furniture, Headline, Paragraph};
        let text = format!(
            "Ferry strike ends in Velia\n\n{PROSE}\n\nMore on this story\n\nTen years of strikes\n\nWho owns them?"
        );
        assert_eq!(kinds(&text), [Headline, Paragraph, Furniture, Furniture, Furniture]);
    }

    #[test]
    fn a_quotation_that_begins_like_a_button() {
        use BlockKind::{Furniture, Headline, Paragraph};
        let read = |line: &str| kinds(&format!("Ferry strike ends in Velia\n\n{PROSE}\n\n{line}\n\n{PROSE} Again."));
        let spoken = "“Subscribe to our newsletter and know it all,” says a sign on the pier.";
        assert_eq!(read(spoken), [Headline, Paragraph, Paragraph, Paragraph]);
        let title = "“Leave a Reply”, a play in two acts, opens at the Rex on Friday with the old cast.";
        assert_eq!(read(title), [Headline, Paragraph, Paragraph, Paragraph]);
        let offered = "Subscribe to our newsletter and know it all.";
        assert_eq!(read(offered), [Headline, Paragraph, Furniture, Paragraph]);
    }

    #[test]
    fn a_newsletter_that_is_offered() {
        use BlockKind::{Furniture, Headline, Paragraph};
        let text =
            format!("Ferry strike ends in Velia\n\n{PROSE}\n\nSign up to The Harbour Hour, our free newsletter.");
        assert_eq!(kinds(&text), [Headline, Paragraph, Furniture]);
        let text = format!("Ferry strike ends in Velia\n\n{PROSE}\n\nSign up to The Harbour Hour, said the mayor.");
        assert_eq!(kinds(&text), [Headline, Paragraph, Paragraph]);
    }

    #[test]
    fn breadcrumb_run_into_the_headline() {
        use BlockKind::{Furniture, Headline, Paragraph};
        let text = format!("HomeNewsFerry strike ends in Velia\n\nFerry strike ends in Velia\n\n{PROSE}");
        assert_eq!(kinds(&text), [Furniture, Headline, Paragraph]);
    }

    #[test]
    fn one_headline_twice() {
        use BlockKind::{Furniture, Headline, Paragraph};
        assert_eq!(kinds(&format!("Mayor resigns\n\nMayor resigns\n\n{PROSE}")), [Headline, Furniture, Paragraph]);
    }

    #[test]
    fn photo_credit_in_the_line() {
        use BlockKind::{Caption, Headline, Paragraph};
        let text = format!(
            "Ferry strike ends in Velia\n\nA ferry in Velia harbour. Photograph: Bo Rae/Getty Images\n\n{PROSE}"
        );
        assert_eq!(kinds(&text), [Headline, Caption, Paragraph]);
        let caster = text.replace(" Photograph: Bo Rae/Getty Images", " (ABC News: Bo Rae)");
        assert_eq!(kinds(&caster), [Headline, Caption, Paragraph]);
    }

    #[test]
    fn a_headline_that_ends_in_a_full_stop() {
        use BlockKind::{Headline, Paragraph};
        let text = format!("Ferry crews end strike.\n\n{PROSE} Nobody had asked them to.\n\n{PROSE}");
        assert_eq!(kinds(&text)[0], Headline);
        let text =
            format!("Ferry crews end strike.\n\nBoard keeps old boats in spring.\n\n{PROSE} Nobody had asked them to.");
        assert_eq!(kinds(&text)[0], Headline);
        let text = format!("The ferry was late.\n\n{PROSE} Nobody had asked them to.\n\n{PROSE}");
        assert_eq!(kinds(&text)[0], Paragraph);
    }

    #[test]
    fn a_list_is_no_headline() {
        let text = format!("What a ferry needs:\n\n1 boat, mended\n\n1 crew, rested\n\n{PROSE}");
        assert!(kinds(&text).iter().all(|it| matches!(it, BlockKind::Paragraph | BlockKind::Subheading)));
    }

    #[test]
    fn a_page_is_one_article() {
        let one = format!("Best boats: where to buy\n\nSmall boats: where to buy\n\n{PROSE}\n\n");
        let two = format!("Old boats: where to sell\n\nBig boats: where to sell\n\n{PROSE}");
        let origin = crate::ling::Origin { headline: Some("Best boats".to_owned()), ..Default::default() };
        assert_eq!(Reading::with_origin(one + &two, origin).articles().count(), 1);
    }

    #[test]
    fn a_masthead_over_its_motto_is_no_pair() {
        let text =
            format!("The Velia Beacon\n\nThe paper of Velia since 1921\n\nFerry strike ends in Velia\n\n{PROSE}");
        assert!(!kinds(&text).contains(&BlockKind::OriginalHeadline));
    }

    #[test]
    fn menus_and_labels() {
        use BlockKind::{Byline, Date, Furniture, Headline, Paragraph};
        let text = format!("Markets  Ports  Opinion  Podcasts\nFerry strike ends in Velia\n03/05/2021\n{PROSE}");
        assert_eq!(kinds(&text), [Furniture, Headline, Date, Paragraph]);
        let title = "I gave away my boat. Here is what I learned";
        let text = format!("FIRST PERSON\n{title}\nBy Ann Lee\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}");
        assert_eq!(kinds(&text)[..4], [Furniture, Headline, Byline, Paragraph]);
        let text = format!("Ferry strike ends in Velia\n\n★★★★☆\n\nAnn Lee\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Furniture, Byline, Paragraph]);
        let text = format!("Ferry strike ends in Velia\n\nStory by Ann Lee, Coast journalist, Velia\n\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Byline, Paragraph]);
    }

    #[test]
    fn what_pages_put_beside_the_headline() {
        use BlockKind::{Byline, Date, Furniture, Headline, Paragraph};
        let text = format!("Why do gulls shout at noon?\nPublished: May 3, 2021\n{PROSE}\n{PROSE}");
        assert_eq!(kinds(&text)[..3], [Headline, Date, Paragraph]);
        let title = "I used to love the ferry. Now I think it should stop";
        let text = format!("Comment\n{title}\nAnn Lee\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}");
        assert_eq!(kinds(&text)[..4], [Furniture, Headline, Byline, Paragraph]);
        let long = "Crews of the old ferry go back to work after nine weeks on strike in Velia";
        let text = format!("{long}\nexclusive\nBy Ann Lee\nPosted 9h ago9 hours ago, updated 4 hours ago\n{PROSE}");
        assert_eq!(kinds(&text), [Headline, Furniture, Byline, Furniture, Paragraph]);
        let text = format!("Home / Coast / Velia / Ferry strike ends in Velia after nine weeks\n{long}\n{PROSE}");
        assert_eq!(kinds(&text), [Furniture, Headline, Paragraph]);
    }

    #[test]
    fn a_question_inside_a_text_is_no_heading_of_links() {
        let text = format!("Ferry strike ends in Velia\n\n{PROSE}\n\n{PROSE}\n\nWhat's next?\n\n{PROSE}");
        assert!(!kinds(&text).contains(&BlockKind::Furniture));
    }

    #[test]
    fn a_line_that_calls_itself_the_original() {
        let text = format!("Thugs storm harbour office\n\nOriginal headline: Anglers enter harbour office\n\n{PROSE}");
        let reading = Reading::new(text.as_str());
        let original = reading.articles().next().and_then(|it| it.article.original_headline);
        assert_eq!(original.map(|it| &text[it.range()]), Some("Anglers enter harbour office"));
        let bar = format!("Thugs storm harbour office\n\nOriginal headline: | Thugs storm harbour office\n\n{PROSE}");
        assert_eq!(Reading::new(bar).articles().count(), 1);
    }

    #[test]
    fn a_question_and_a_lure_are_one_headline() {
        let text = format!("Is this the end of cash? What the banks plan next\n\n{PROSE}\n\n{PROSE}");
        assert_eq!(kinds(&text)[0], BlockKind::Headline);
    }

    #[test]
    fn a_digest_is_cut() {
        let one =
            format!("Wolf supporters block harbour bridge\n\nUnion supporters block harbour bridge\n\n{PROSE}\n\n");
        let two =
            format!("Council votes for the Wolf’s bridge\n\nCouncil votes for a new bridge | Ann Lee | VP\n\n{PROSE}");
        let short = format!("Wolf shuts library\n\nCouncil shuts library\n\n{PROSE}\n\n");
        assert_eq!(Reading::new(format!("{one}{two}")).articles().count(), 2);
        assert_eq!(Reading::new(one + &short + &two).articles().count(), 3);
    }
}
