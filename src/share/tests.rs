//! Links and files: there and back, for ever, and nothing but words from anything else.

use std::time::{Duration, Instant};

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress, create_comp_flags_from_zip_params};
use proptest::prelude::*;

use super::*;

/// A link that build 1 made. Must be readable for ever.
const FOSSIL_1: &str = "v1.XcyxDQIxDEbh3lP8CxwDpKNhASYwiU9YsmIpCYfS3QIU9CBKxFqZgBG4mupV32vaTAIOUkpHc0TzKuTzHHAWTqZZptq6Ccw5S\
     ZqMT2K0qFwDFtcolehP0x5VsnrB9tGobKisCWN9ZB_rE55x5HYpifsO39f9M9bbljf9AA";

fn fossil_1() -> Shared {
    Shared {
        title: Some("Ferry to close".to_owned()),
        off: vec!["headline-style".to_owned(), "loaded-label".to_owned()],
        view: View::Voices,
        text: "Ferry to close\n\nA senior official said “no” on Saturday. 👩‍👧\n".to_owned(),
    }
}

#[test]
fn version_1_is_still_read() {
    assert_eq!(from_fragment(FOSSIL_1), Ok(fossil_1()));
}

#[test]
fn version_1_of_a_file_is_still_read() {
    let file = "Sayso text 1\ntitle: Ferry to close\noff: headline-style loaded-label\nview: voices\n\n\
                Ferry to close\n\nA senior official said “no” on Saturday. 👩‍👧\n";
    assert_eq!(from_file(file), Some(Ok(fossil_1())));
}

#[test]
fn a_link_of_our_own_is_told_from_any_other() {
    let page = "https://sayso.example/";
    assert_eq!(own_fragment(" https://sayso.example/#/lesson/whose-voice\n", page), Some("/lesson/whose-voice"));
    let elsewhere = format!("https://school.example/sayso.html#{FOSSIL_1}.");
    assert_eq!(own_fragment(&elsewhere, page), Some(&elsewhere["https://school.example/sayso.html#".len()..]));
    for link in ["https://news.example/a#/lesson/whose-voice", "https://news.example/a#v1.2", "https://sayso.example/"]
    {
        assert_eq!(own_fragment(link, page), None, "{link}");
    }
}

#[test]
fn a_file_may_come_with_the_line_ends_of_windows() {
    let file = to_file(&fossil_1()).replace('\n', "\r\n");
    let text = fossil_1().text.replace('\n', "\r\n");
    assert_eq!(from_file(&file), Some(Ok(Shared { text, ..fossil_1() })));
}

#[test]
fn a_file_has_any_length_and_a_link_has_not() {
    let long = Shared { text: "A bridge opened. ".repeat(200_000), ..fossil_1() };
    assert!(long.text.len() > MAX_BYTES);
    assert_eq!(from_file(&to_file(&long)), Some(Ok(long.clone())));
    assert_eq!(to_fragment(&long), None);
}

#[test]
fn names_of_a_later_build_are_left_out() {
    let packed = compress_to_vec(b"title: A\nsmell: strong\n\ntext", 6);
    let link = format!("v1.{}", BASE64_URL_SAFE_NO_PAD.encode(packed));
    assert_eq!(from_fragment(&link).map(|it| it.text), Ok("text".to_owned()));
}

#[test]
fn a_later_version_is_told_from_a_broken_link() {
    assert_eq!(from_fragment("v2.abc"), Err(Unreadable::Newer));
    assert_eq!(from_file("Sayso text 2\n\nx"), Some(Err(Unreadable::Newer)));
    assert_eq!(from_file("Sayso text 0\n\nx"), None);
    assert_eq!(from_file("Sayso text\n\nx"), None);
}

#[test]
fn a_link_that_was_cut_off_is_broken() {
    let link = to_fragment(&fossil_1()).expect("it is short");
    for end in 3..link.len() {
        assert_eq!(from_fragment(&link[..end]), Err(Unreadable::Broken), "cut at {end}");
    }
}

#[test]
fn a_bomb_is_refused_early() {
    // A piece that stands for itself, so that it can be said 64 times over: 1 GB in about 1 MB.
    let mut packer = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    let mut piece = vec![0; 1 << 20];
    let (_, read, written) = compress(&mut packer, &vec![b'a'; 16 << 20], &mut piece, TDEFLFlush::Full);
    assert_eq!(read * 64, 1 << 30);
    let last = [3, 0];
    let link = format!("v1.{}", BASE64_URL_SAFE_NO_PAD.encode([&piece[..written].repeat(64), &last[..]].concat()));
    assert!(link.len() < MAX_BYTES, "its length alone does not tell");
    let start = Instant::now();
    assert_eq!(from_fragment(&link), Err(Unreadable::TooLong));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
}

#[test]
fn a_link_without_end_is_refused_unread() {
    assert_eq!(from_fragment(&format!("v1.{}", "A".repeat(MAX_BYTES + 1))), Err(Unreadable::TooLong));
}

#[test]
fn an_article_of_800_words_fits_a_link_that_travels() {
    let text = include_str!("../../public/library/school-meals-budget.txt").repeat(3);
    let link = to_fragment(&Shared { text, ..Shared::default() }).expect("it is short");
    assert!(link.len() < 4_000, "{}", link.len());
}

fn any_shared() -> impl Strategy<Value = Shared> {
    let title = prop::option::of("[^\\s]{1,8}( [^\\s]{1,8}){0,3}");
    let off = prop::collection::vec("[a-z]{1,9}(-[a-z]{1,9})?", 0..4);
    let view = prop::sample::select(&[View::Marks, View::Voices, View::Bare][..]);
    (title, off, view, any::<String>()).prop_map(|(title, off, view, text)| Shared { title, off, view, text })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back(shared in any_shared()) {
        prop_assert_eq!(to_fragment(&shared).map(|it| from_fragment(&it)), Some(Ok(shared.clone())));
        prop_assert_eq!(from_file(&to_file(&shared)), Some(Ok(shared)));
    }

    #[test]
    fn any_words_give_an_answer(fragment in any::<String>()) {
        let _ = from_fragment(&fragment);
        let _ = from_fragment(&format!("v1.{fragment}"));
        let _ = from_file(&fragment);
    }

    #[test]
    fn any_bytes_give_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = from_fragment(&format!("v1.{}", BASE64_URL_SAFE_NO_PAD.encode(&bytes)));
        let packed = compress_to_vec(&bytes, 6);
        let _ = from_fragment(&format!("v1.{}", BASE64_URL_SAFE_NO_PAD.encode(packed)));
    }
}
