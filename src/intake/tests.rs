//! Every kind of file, whole and broken.

use miniz_oxide::deflate::compress_to_vec;
use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> Result<Taken, Reason> {
    super::read(bytes.to_vec())
}

/// A zip with one file in it, as a word processor writes it.
fn archive(name: &str, packed: &[u8], method: u16) -> Vec<u8> {
    archive_of(&[(name, packed)], method)
}

fn archive_of(files: &[(&str, &[u8])], method: u16) -> Vec<u8> {
    let [mut out, mut directory] = [const { Vec::new() }; 2];
    for (name, packed) in files {
        let common = |out: &mut Vec<u8>| {
            out.extend(method.to_le_bytes());
            out.extend([0; 8]);
            out.extend((packed.len() as u32).to_le_bytes());
            out.extend([0; 4]);
            out.extend((name.len() as u16).to_le_bytes());
            out.extend([0; 2]);
        };
        let header = out.len() as u32;
        out.extend(b"PK\x03\x04\x14\0\0\0");
        common(&mut out);
        out.extend(name.as_bytes());
        out.extend(*packed);
        directory.extend(b"PK\x01\x02\x14\0\x14\0\0\0");
        common(&mut directory);
        directory.extend([0; 10]);
        directory.extend(header.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let at = out.len() as u32;
    out.extend(directory);
    out.extend(b"PK\x05\x06");
    out.extend([0; 12]);
    out.extend(at.to_le_bytes());
    out.extend([0; 2]);
    out
}

fn docx(xml: &str) -> Vec<u8> {
    archive("word/document.xml", &compress_to_vec(xml.as_bytes(), 6), 8)
}

const DOCUMENT: &str = "<?xml version=\"1.0\"?><w:document><w:body>\
    <w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>Ferry to </w:t></w:r><w:r><w:t xml:space=\"preserve\">close &amp; stay</w:t></w:r></w:p>\
    <w:p/><w:p><w:r><w:t>Officials said&#8201;no.</w:t><w:br/><w:t>Twice.</w:t></w:r><w:del><w:r><w:t>Never.</w:t></w:r></w:del></w:p>\
    <w:instrText>HYPERLINK</w:instrText></w:body></w:document>";

#[test]
fn a_document_gives_its_paragraphs() {
    let text = "Ferry to close & stay\n\nOfficials said\u{2009}no.\nTwice.".to_owned();
    assert_eq!(read(&docx(DOCUMENT)), Ok(Taken::Text(text)));
}

#[test]
fn a_document_that_is_not_packed_is_read_too() {
    let plain = archive("word/document.xml", b"<w:p><w:t>Yes</w:t></w:p>", 0);
    assert_eq!(read(&plain), Ok(Taken::Text("Yes".to_owned())));
}

#[test]
fn other_archives_hold_no_text() {
    assert_eq!(read(&archive("a.exe", b"x", 0)), Err(Reason::NoText));
    let odt: [(&str, &[u8]); 2] = [("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"<a/>")];
    assert_eq!(read(&archive_of(&odt, 0)), Err(Reason::OtherDocument));
    assert_eq!(read(&archive("xl/workbook.xml", b"<workbook/>", 0)), Err(Reason::OtherDocument));
}

#[test]
fn a_document_may_have_another_name_within() {
    let links =
        b"<Relationships><Relationship Id=\"a\" Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/>";
    let files: [(&str, &[u8]); 2] = [("_rels/.rels", links), ("word/document2.xml", b"<w:p><w:t>Yes</w:t></w:p>")];
    assert_eq!(read(&archive_of(&files, 0)), Ok(Taken::Text("Yes".to_owned())));
}

#[test]
fn tab_stops_are_no_tabs_and_what_was_moved_stands_once() {
    let xml = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/><w:tab w:val=\"right\"/></w:tabs></w:pPr>\
        <w:moveFrom><w:r><w:t>Later.</w:t><w:br/></w:r></w:moveFrom><w:r><w:t>First.</w:t><w:tab/></w:r>\
        <w:moveTo><w:r><w:t>Later.</w:t></w:r></w:moveTo></w:p>";
    assert_eq!(read(&docx(xml)), Ok(Taken::Text("First.\tLater.".to_owned())));
}

#[test]
fn what_a_writer_hid_is_not_read() {
    let xml = "<w:p><w:r><w:t>Open</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>, not</w:t></w:r>\
        <w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t> again.</w:t></w:r></w:p>";
    assert_eq!(read(&docx(xml)), Ok(Taken::Text("Open again.".to_owned())));
}

#[test]
fn what_is_hidden_is_told_by_how_it_stands_now() {
    let run = |looks: &str, words: &str| format!("<w:r><w:rPr>{looks}</w:rPr><w:t> {words}</w:t></w:r>");
    let was = |looks: &str| format!("<w:rPrChange w:id=\"1\"><w:rPr>{looks}</w:rPr></w:rPrChange>");
    let shown = [
        was("<w:vanish/>"),
        "<w:vanish w:val=\"off\"/>".to_owned(),
        "<w:vanish w:val='0' />".to_owned(),
        "<w:vanish w:val = \"false\"/>".to_owned(),
    ];
    for looks in shown {
        let xml = format!("<w:p>{}{}</w:p>", run("", "Open"), run(&looks, "again."));
        assert_eq!(read(&docx(&xml)), Ok(Taken::Text(" Open again.".to_owned())), "{looks}");
    }
    let is_hidden = format!("<w:vanish/>{}", was("<w:vanish w:val=\"0\"/>"));
    for looks in [is_hidden.as_str(), "<w:vanish w:val='on'/>", "<w:vanish w:val=\"1\"/>"] {
        let xml = format!("<w:p>{}{}</w:p>", run("", "Open"), run(looks, "again."));
        assert_eq!(read(&docx(&xml)), Ok(Taken::Text(" Open".to_owned())), "{looks}");
    }
}

#[test]
fn a_hidden_run_has_no_breaks_and_hides_what_is_in_its_box() {
    let xml = "<w:p><w:r><w:t>Open</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:tab/><w:br/><w:noBreakHyphen/>\
        <w:pict><w:r><w:t>a box</w:t></w:r></w:pict><w:t>and more</w:t></w:r><w:r><w:t> again.</w:t></w:r></w:p>";
    assert_eq!(read(&docx(xml)), Ok(Taken::Text("Open again.".to_owned())));
    // No run is open, or too many were closed.
    let xml = "<w:vanish/></w:r></w:r><w:p><w:r><w:t>Yes</w:t></w:r></w:p>";
    assert_eq!(read(&docx(xml)), Ok(Taken::Text("Yes".to_owned())));
}

#[test]
fn a_document_cut_off_anywhere_is_refused() {
    let whole = docx(DOCUMENT);
    for end in 4..whole.len() - 2 {
        assert!(read(&whole[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn a_bomb_is_refused() {
    let bomb = compress_to_vec(&vec![b' '; 60 << 20], 6);
    assert_eq!(read(&archive("word/document.xml", &bomb, 8)), Err(Reason::TooLong));
}

#[test]
fn other_kinds_are_told_by_their_first_bytes() {
    assert_eq!(read(b"\n%PDF-1.7 ..."), Ok(Taken::Pdf(b"\n%PDF-1.7 ...".to_vec())));
    assert_eq!(read(b"{\\rtf1 a}"), Err(Reason::OtherDocument));
    assert_eq!(read(b"\x89PNG\r\n"), Err(Reason::NoText));
    assert_eq!(read(&[1, 0, 2, 0, 3, 0]), Err(Reason::NoText));
    assert_eq!(read(b" \n"), Err(Reason::Empty));
    assert_eq!(read(b""), Err(Reason::Empty));
}

#[test]
fn lessons_and_lists_are_no_articles() {
    for own in [
        "A lesson for Sayso. Open it there.\nlesson2.AAAA\n",
        "# A list of Sayso, version 1. Every line is a name.\n\nword: dome\n",
        " slip1.jKSu\nAAAA",
    ] {
        assert_eq!(read(own.as_bytes()), Ok(Taken::Own(own.to_owned())));
    }
    for article in
        ["A lesson for Sayville\n\nThe town had one.", "slip1 of ten\n\nIt was lost.", "lessons. They are over."]
    {
        assert_eq!(read(article.as_bytes()), Ok(Taken::Text(article.to_owned())));
    }
}

#[test]
fn old_tables_and_wide_letters() {
    let text = |words: &str| Ok(Taken::Text(words.to_owned()));
    assert_eq!(read(b"\x93No,\x94 she said \x96 caf\xE9"), text("“No,” she said – café"));
    assert_eq!(read(b"\xFF\xFEN\0o\0"), text("No"));
    assert_eq!(read(b"\xFE\xFF\0N\0o"), text("No"));
    assert_eq!(read("\u{FEFF}No".as_bytes()), text("No"));
}

#[test]
fn a_bad_byte_does_not_make_another_table() {
    let text = |words: &str| Ok(Taken::Text(words.to_owned()));
    assert_eq!(read(b"said \xE2\x80\x9Cno\xE2\x80"), text("said “no\u{FFFD}"));
    assert_eq!(read(b"caf\xC3\xA9 and\xA0caf\xC3\xA9"), text("café and\u{FFFD}café"));
    assert_eq!(read(b"\xC2\xA9 caf\xE9, caf\xE9"), text("Â© café, café"));
    assert_eq!(read(b"caf\xE9"), text("café"));
}

#[test]
fn a_page_is_told_from_a_text_about_pages() {
    assert!(is_page("\n<!DOCTYPE html><html><body>"));
    assert!(is_page("<div class=x><p>a</p></div>"));
    assert!(!is_page("<3 is a heart"));
    assert!(!is_page("Write <html> and then <body>."));
    assert!(!is_page("# Heading\n\n<div>Markdown</div>"));
}

#[test]
fn markdown_is_told_by_its_name() {
    let text = || Taken::Text("# Bus stays".to_owned());
    let Taken::Article(parts) = text().named("a.b.MD") else { panic!("no Markdown") };
    assert_eq!(parts.join(), "Bus stays");
    assert_eq!(text().named("x.markdown"), Taken::Article(parts));
    assert_eq!(text().named("a.txt"), text());
}

#[test]
fn a_link_is_one_address_and_nothing_else() {
    assert!(is_link(" https://example.org/a?b=c#d \n"));
    assert!(is_link("www.example.org"));
    assert!(is_link("bbc.com/news/x") && is_link("News.Example.co.uk/a?b=c"));
    assert!(!is_link("and/or") && !is_link("Mr./Mrs.") && !is_link("ann@example.com") && !is_link("24.12/25.12"));
    assert!(!is_link("https://example.org says no"));
    assert!(!is_link("example"));
    assert!(!is_link(""));
}

#[test]
fn parts_are_found_again_by_the_analysis() {
    let parts = Parts {
        headline: "Bridge shut after crack is found".to_owned(),
        byline: "Ada Holm".to_owned(),
        outlet: "The Harbour Herald".to_owned(),
        date: "2024-05-06".to_owned(),
        body: "The harbour bridge was shut on Monday, the road agency said.\n\nBuses will take the ring road."
            .to_owned(),
    };
    let text = parts.join();
    let report = crate::report::analyse(&text);
    let article = &report.articles[0];
    assert_eq!(article.headline.map(|it| &text[it.range()]), Some("Bridge shut after crack is found"));
    assert_eq!(article.byline.as_deref(), Some("Ada Holm"));
    assert_eq!(article.outlet.as_deref(), Some("The Harbour Herald"));
    assert_eq!(article.published.as_deref(), Some("2024-05-06"));
}

#[test]
fn parts_that_lack_leave_no_gap() {
    let parts = Parts { byline: "by Ada".to_owned(), body: " a ".to_owned(), ..Parts::default() };
    assert_eq!(parts.join(), "by Ada\n\na");
    assert_eq!(Parts::default().join(), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
        let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        let _ = read(&archive("word/document.xml", &bytes, 8));
        let _ = read(&archive("word/document.xml", &bytes, 0));
    }

    #[test]
    fn any_byte_changed_gives_an_answer(at in 4_usize..400, byte in any::<u8>()) {
        let mut file = docx(DOCUMENT);
        let at = at % file.len();
        file[at] = byte;
        let _ = read(&file);
    }

    #[test]
    fn any_markup_gives_an_answer(xml in "(<w:t>|</w:t>|<w:p>|<|>|&|&amp;|&#x1;|/|\\PC){0,40}") {
        let _ = read(&docx(&xml));
    }
}

#[test]
fn what_was_left_out_goes_back_to_its_place() {
    let mut parts = Parts { body: "One.\n\nTwo.".to_owned(), ..Parts::default() };
    parts.put_back(1, "Between.");
    parts.put_back(9, "Last.");
    parts.put_back(0, "First.");
    assert_eq!(parts.body, "First.\n\nOne.\n\nBetween.\n\nTwo.\n\nLast.");
}

#[test]
fn what_is_back_is_left_out_no_more() {
    let left_out = [(Some(0), "Menu"), (Some(2), "A quotation"), (Some(2), "Read also"), (None, "Page 1")];
    let left_out = left_out.map(|(after, text)| (after, text.to_owned()));
    let still = still_out(&left_out, &[false, true, false, false]);
    assert_eq!(still, [(Some(0), "Menu".into()), (Some(3), "Read also".into()), (None, "Page 1".into())]);
}

#[test]
fn what_stands_above_a_text_is_taken_apart() {
    let parts = |text: &str| {
        let it = Parts::of(text.to_owned());
        assert_eq!(it.join().replace("\n\n", "\n"), text.replace("\n\n", "\n"));
        [it.headline, it.byline, it.outlet, it.date, it.body]
    };
    let body = "The council will shut the ferry in May, Ann Lee said.\n\nIt has run for a hundred years.";
    let head = "Council to shut the ferry\n\nBy Ina Brandel";
    assert_eq!(parts(&format!("{head}\n\n{body}")), ["Council to shut the ferry", "Ina Brandel", "", "", body]);
    let dated = format!("{head}\n\n12 May 2020\n\n{body}");
    assert_eq!(parts(&dated), ["Council to shut the ferry", "Ina Brandel", "", "12 May 2020", body]);
    assert_eq!(parts(body), ["", "", "", "", body]);
    let labelled = Parts::of(format!("{head}\n\nPublished: 12 May 2020\n\n{body}"));
    assert_eq!((labelled.date.as_str(), labelled.body.as_str()), ("12 May 2020", body));
    let signed = Parts::of(format!("{head}\n12 May 2020\nThe Velia Post\n\n{body}"));
    assert_eq!([&*signed.byline, &*signed.outlet, &*signed.date], ["Ina Brandel", "The Velia Post", "12 May 2020"]);
    let joined = "Council to shut the ferry\n\nBy Ina Brandel\n\nThe Velia Post, 12 May 2020\n\n";
    assert_eq!(signed.join(), format!("{joined}{body}"));
}
