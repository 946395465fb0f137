//! PDFs as programs write them, and as nobody should.

use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

use super::*;

/// One text as `qpdf` 11 writes it: as it is, with objects packed, and locked with an empty password.
const FILES: &[(&str, &[u8])] = &[
    ("plain", include_bytes!("../../../tests/pdf/plain.pdf")),
    ("packed", include_bytes!("../../../tests/pdf/packed.pdf")),
    ("linear", include_bytes!("../../../tests/pdf/linear.pdf")),
    ("RC4, 40 bits", include_bytes!("../../../tests/pdf/rc4-40.pdf")),
    ("RC4, 128 bits", include_bytes!("../../../tests/pdf/rc4-128.pdf")),
    ("AES, 128 bits", include_bytes!("../../../tests/pdf/aes-128.pdf")),
    ("AES, 256 bits", include_bytes!("../../../tests/pdf/aes-256.pdf")),
    ("AES, 256 bits, packed", include_bytes!("../../../tests/pdf/aes-256-packed.pdf")),
];

/// A PDF of these objects, numbered from 1; the first is the catalogue.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    for (at, object) in objects.iter().enumerate() {
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    out.extend(b"trailer << /Root 1 0 R >>\n%%EOF\n");
    out
}

fn stream(map: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("<< {map} /Length {} >>\nstream\n", content.len());
    [head.as_bytes(), content, b"\nendstream"].concat()
}

fn packed(content: &[u8]) -> Vec<u8> {
    stream("/Filter /FlateDecode", &compress_to_vec_zlib(content, 6))
}

/// A PDF of pages drawn so, in a plain font named F.
fn pages(drawings: &[&str]) -> Vec<u8> {
    let kids: Vec<_> = (0..drawings.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Kids [{}] /Resources << /Font << /F 3 0 R >> >> >>", kids.join(" ")).into_bytes(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    for (at, drawing) in drawings.iter().enumerate() {
        objects.push(format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 5 + 2 * at).into_bytes());
        objects.push(packed(drawing.as_bytes()));
    }
    pdf(&objects)
}

fn text(bytes: &[u8]) -> String {
    read(bytes.to_vec()).expect("this is a PDF").text
}

/// Lines of one column from a place on, ten points apart.
fn column(x: i32, y: i32, lines: &[&str]) -> String {
    let shown = lines.iter().map(|it| format!("({it}) Tj T* "));
    format!("BT /F 9 Tf 10 TL {x} {y} Td {} ET\n", shown.collect::<String>())
}

#[test]
fn lines_become_paragraphs() {
    let drawing = "BT /F 20 Tf 50 700 Td (Ferry to close) Tj ET \
                   BT /F 10 Tf 12 TL 50 660 Td (The old ferry will close on Satur-) Tj T* (day, said the mayor of the small town.) Tj T* \
                   0 -8 Td [(N) 20 (obody) -350 (asked.)] TJ ET";
    assert_eq!(
        text(&pages(&[drawing])),
        "Ferry to close\n\nThe old ferry will close on Saturday, said the mayor of the small town.\n\nNobody asked."
    );
}

#[test]
fn a_large_first_letter_begins_the_first_line_beside_it() {
    let beside = ["he city council voted on", "Monday to close the ferry, the", "oldest of all on the bay, and"];
    let below = ["nobody was asked about it, the", "mayor of the town said on Friday."];
    let large = "BT /F 30 Tf 50 640 Td (T) Tj ET ";
    let page =
        |first: &str| [large, &column(80, 660, &[&[first], &beside[1..]].concat()), &column(50, 630, &below)].concat();
    let whole = "city council voted on Monday to close the ferry, the oldest of all on the bay, and nobody was asked \
        about it, the mayor of the town said on Friday.";
    assert_eq!(text(&pages(&[&page(beside[0])])), format!("The {whole}"));
    assert_eq!(text(&pages(&[&page("HE city council voted on")])), format!("THE {whole}"));
    // A sign beside a list is no letter of its words.
    assert!(text(&pages(&[&page("Questions of the week")])).contains("Questions"));
}

#[test]
fn columns_are_read_one_after_the_other() {
    let head = "BT /F 20 Tf 50 700 Td (A headline that stands over both of them, wide) Tj ET ";
    let left = [
        "The council voted on Monday to",
        "close the ferry that has run for",
        "a hundred years across the bay,",
        "and nobody was asked about it.",
    ];
    let right = [
        "Buses will take the long road",
        "around the bay until a bridge is",
        "built, which may take ten years,",
        "said the head of the council.",
    ];
    let whole = "A headline that stands over both of them, wide\n\n\
                 The council voted on Monday to close the ferry that has run for a hundred years across the bay, \
                 and nobody was asked about it.\n\n\
                 Buses will take the long road around the bay until a bridge is built, which may take ten years, \
                 said the head of the council.";
    let (one, two) = (column(50, 660, &left), column(300, 660, &right));
    assert_eq!(text(&pages(&[&format!("{head}{one}{two}")])), whole);
    // Some programs draw line by line over both.
    let mixed: String = (0..4)
        .map(|at| {
            let y = 660 - 10 * at as i32;
            column(50, y, &left[at..=at]) + &column(300, y, &right[at..=at])
        })
        .collect();
    assert_eq!(text(&pages(&[&format!("{head}{mixed}")])), whole);
    // A running head on the left and the page's number on the right are no columns.
    let edges = "BT /F 8 Tf 50 800 Td (The Harbour Herald) Tj ET BT /F 8 Tf 300 20 Td (7) Tj ET";
    let page = format!("{head}{one}{two}{edges}");
    let read = read(pages(&[&page, &page])).expect("this is a PDF");
    assert_eq!(read.text, format!("{whole}\n\n{whole}"));
    assert_eq!(read.left_out, ["The Harbour Herald", "7"]);
}

#[test]
fn a_sentence_goes_on_over_the_page_and_its_edges_are_left_out() {
    let page = |number: u32, words: &str| {
        format!(
            "BT /F 8 Tf 50 780 Td (The Harbour Herald) Tj ET BT /F 8 Tf 300 20 Td ({number}) Tj ET {}",
            column(50, 700, &[words])
        )
    };
    let (one, two) = (page(1, "The ferry that has run for a hundred"), page(2, "years will close."));
    let read = read(pages(&[&one, &two])).expect("this is a PDF");
    assert_eq!(read.text, "The ferry that has run for a hundred years will close.");
    assert_eq!(read.left_out, ["The Harbour Herald", "1", "2"]);
}

#[test]
fn the_end_of_a_sentence_is_no_number_of_a_page() {
    let body = column(50, 700, &["The ferry will close, said the head of the", "council, and so will the pier."]);
    for end in ["1998.", "$400,000.", "(2019)", "1998"] {
        let last = column(50, 660, &["The line has been run by the town since", end]);
        let read = read(pages(&[&format!("{body}{last}")])).expect("this is a PDF");
        assert!(read.text.ends_with(end), "{}", read.text);
        assert_eq!(read.left_out, [""; 0], "{end}");
    }
    let number = "BT /F 8 Tf 300 20 Td (- 7 -) Tj ET";
    assert_eq!(read(pages(&[&format!("{body}{number}")])).expect("this is a PDF").left_out, ["- 7 -"]);
}

#[test]
fn letters_by_the_map_of_the_font() {
    let map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0003> <0020> <0007> <D83DDE00> endbfchar \
               2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<00660069> <2019>] endbfrange";
    assert_eq!(text(&with_map(map, "<0010001100120003002000210007> Tj")), "ABC fi’\u{1F600}");
}

fn with_map(map: &str, shown: &str) -> Vec<u8> {
    pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Contents 6 0 R /Resources << /Font << /F 4 0 R >> >> >>".to_vec(),
        b"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 5 0 R /DescendantFonts [<< /DW 600 /W [3 [250] 16 18 700] >>] >>".to_vec(),
        packed(map.as_bytes()),
        packed(format!("BT /F 12 Tf 1 0 0 1 50 700 Tm {shown} ET").as_bytes()),
    ])
}

#[test]
fn letters_by_the_names_in_the_font() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [3 0 R] >>".to_vec(),
        b"<< /Type /Page /Contents [5 0 R] /Resources << /Font << /F 4 0 R >> >> >>".to_vec(),
        b"<< /Type /Font /Subtype /Type1 /Encoding << /Differences [1 /quotedblleft /N 3 /o /quotedblright /eacute /fi /uni00DF /g42] >> >>".to_vec(),
        packed(b"BT /F 12 Tf 50 700 Td <0102030405060708> Tj ET"),
    ];
    assert_eq!(text(&pdf(&objects)), "“No”éfiß");
}

#[test]
fn objects_that_lie_packed_in_others() {
    let inner = "<< /Type /Catalog /Pages 2 0 R >> << /Kids [3 0 R] >>";
    let heads = format!("1 0 2 {} ", inner.find("<< /Kids").expect("it stands there"));
    let content = compress_to_vec_zlib(format!("{heads}{inner}").as_bytes(), 6);
    let objects = [
        stream(&format!("/Type /ObjStm /N 2 /First {} /Filter /FlateDecode", heads.len()), &content),
        b"<< /Type /Page /Contents 12 0 R /Resources << /Font << /F << /Subtype /Type1 >> >> >> >>".to_vec(),
        packed(b"BT /F 12 Tf 50 700 Td (Yes) Tj ET"),
    ];
    let mut file = b"%PDF-1.5\n".to_vec();
    for (number, object) in [10, 3, 12].into_iter().zip(&objects) {
        file.extend([format!("{number} 0 obj ").as_bytes(), object, b" endobj\n"].concat());
    }
    file.extend(b"trailer << /Root 1 0 R >>");
    assert_eq!(text(&file), "Yes");
}

#[test]
fn every_way_of_packing() {
    let page = |map: &str, content: &[u8]| {
        let mut objects: Vec<Vec<u8>> = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Kids [3 0 R] >>".to_vec(),
            b"<< /Type /Page /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>".to_vec(),
            b"<< /Subtype /Type1 >>".to_vec(),
        ];
        objects.push(stream(map, content));
        pdf(&objects)
    };
    let drawing = b"BT /F 12 Tf 50 700 Td (Yes) Tj ET";
    let hex: String = drawing.iter().map(|it| format!("{it:02X}")).collect();
    assert_eq!(text(&page("/Filter /ASCIIHexDecode", format!("{hex}>").as_bytes())), "Yes");
    assert_eq!(text(&page("", drawing)), "Yes");
    // Rows of one byte, each the difference to that above.
    let rows: Vec<u8> = drawing
        .iter()
        .scan(0_u8, |above, &it| {
            let row = [2, it.wrapping_sub(*above)];
            *above = it;
            Some(row)
        })
        .flatten()
        .collect();
    let settings = "/Filter [/FlateDecode] /DecodeParms [<< /Predictor 12 /Columns 1 >>]";
    assert_eq!(text(&page(settings, &compress_to_vec_zlib(&rows, 6))), "Yes");
    // As `base64.a85encode` has it, and an encoder of LZW that widens its codes early.
    let text85 = br"6<#'\7NaE@+B2qq2)$.30JFVKA0<:'ATK:C<,*OE;u~>";
    assert_eq!(text(&page("/Filter /ASCII85Decode", text85)), "Yes");
    let lzw = "80108A82017918403119080A866100D460201B8C21E54320805059329CC530A350808A548080>";
    assert_eq!(text(&page("/Filter [/AHx /LZW]", lzw.as_bytes())), "Yes");
}

#[test]
fn files_as_qpdf_writes_them() {
    for (name, file) in FILES {
        assert_eq!(text(file), "Officials said no, twice, on Monday.", "{name}");
    }
}

#[test]
fn a_file_that_asks_for_a_password_or_is_a_scan_is_told() {
    assert_eq!(read(include_bytes!("../../../tests/pdf/password.pdf").to_vec()), Err(Reason::Locked));
    assert_eq!(read(pages(&["q 100 0 0 100 0 0 cm /Im Do Q"])), Err(Reason::Scan));
    assert_eq!(read(pages(&[])), Err(Reason::Broken));
    assert_eq!(read(b"%PDF-1.7".to_vec()), Err(Reason::Broken));
}

#[test]
fn a_table_of_places_that_is_wrong_or_lost_is_made_anew() {
    let whole = FILES[0].1;
    let table = whole.windows(4).position(|it| it == b"xref").expect("it has one");
    let wrong = [&whole[..whole.len() - 12], b"99999"].concat();
    let later = [b"Mon, 6 May 2024\r\n".as_slice(), whole].concat();
    for file in [&whole[..table], &wrong, &later] {
        assert_eq!(text(file), "Officials said no, twice, on Monday.");
    }
}

#[test]
fn what_belongs_to_the_page_is_left_out_where_it_is_marked() {
    let drawing = "/Artifact BMC BT /F 9 Tf 50 20 Td (Printed today) Tj ET EMC BT /F 9 Tf 50 700 Td (Yes) Tj ET";
    assert_eq!(text(&pages(&[drawing])), "Yes");
}

#[test]
fn a_bomb_is_refused() {
    let bomb = compress_to_vec_zlib(&vec![b' '; 80 << 20], 6);
    let file = |settings: &str, content: &[u8]| {
        pdf(&[
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            b"<< /Kids [3 0 R] >>".to_vec(),
            b"<< /Contents 4 0 R >>".to_vec(),
            stream(&format!("/Filter {settings}"), content),
        ])
    };
    assert_eq!(read(file("/FlateDecode", &bomb)), Err(Reason::TooLong));
    assert_eq!(read(file("/FlateDecode /DecodeParms << >>", &bomb)), Err(Reason::TooLong));
    let twice = compress_to_vec_zlib(&bomb, 6);
    assert_eq!(read(file("[/FlateDecode /FlateDecode]", &twice)), Err(Reason::Scan));
}

#[test]
fn pages_that_point_to_themselves_end() {
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Kids [2 0 R 3 0 R 3 0 R] /Resources 5 0 R >>".to_vec(),
        b"<< /Contents 4 0 R >>".to_vec(),
        packed(b"/X Do BT /F 9 Tf (Yes) Tj ET"),
        b"<< /XObject << /X 6 0 R >> /Font << /F << >> >> >>".to_vec(),
        stream("/Subtype /Form", b"/X Do /X Do"),
    ];
    assert_eq!(text(&pdf(&objects)), "Yes");
}

fn whole() -> Vec<u8> {
    pages(&[&column(50, 700, &["Officials said no.", "Twice, on Monday."]), &column(50, 700, &["And again."])])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(bytes.clone());
        let _ = read(pdf(&[bytes]));
    }

    #[test]
    fn any_byte_changed_gives_an_answer(which in 0..=FILES.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut file = FILES.get(which).map_or_else(whole, |it| it.1.to_vec());
        let at = at.index(file.len());
        file[at] = byte;
        let _ = read(file);
    }

    #[test]
    fn any_end_cut_off_gives_an_answer(which in 0..FILES.len(), end in any::<prop::sample::Index>()) {
        let file = FILES[which].1;
        let _ = read(file[..end.index(file.len())].to_vec());
    }

    #[test]
    fn any_drawing_gives_an_answer(drawing in "(BT |ET |q |Q |cm |Tm |Td |TJ |Tj |' |\" |ID |EI |BMC |EMC |/F |9 |-1e9 |1e30 |\\[|\\]|<<|>>|\\(a\\) |<41> |\\(|\\)|%|\\PC){0,60}") {
        let _ = read(pages(&[&format!("BT /F 9 Tf {drawing}")]));
    }

    #[test]
    fn any_map_of_letters_gives_an_answer(map in "(<0001> |<FFFFFFFF> |<> |<D800> |\\[ |\\] |begincodespacerange |endcodespacerange |endbfchar |endbfrange ){0,30}") {
        let _ = read(with_map(&map, "<0001FFFF> Tj"));
    }
}
