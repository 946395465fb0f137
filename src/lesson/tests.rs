//! Laws of the classroom: forms that come back, hostile ones that do not, agreement that does not
//! depend on who came first.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;
use crate::text::{Span, fingerprint};
use crate::traits::{ALL, TraitId};

const TEXT: &str = "Ferry to close\n\nTwo officials said on Saturday that the ferry would close. \
    “It is a scandal,” said Ann Lee, who runs a shop. The brutal cut will hit everyone, experts warn.";

fn marking(words: &str, of: &'static str, reason: &str) -> Marking {
    let start = TEXT.find(words).expect("the words are in the text");
    let span = Span::new(start, start + words.len());
    Marking { span, of: TraitId(of), reason: reason.to_owned(), stance: Stance::Open }
}

fn lesson() -> Lesson {
    Lesson {
        title: "Ferries".to_owned(),
        story: Story::Text(TEXT.to_owned()),
        traits: vec![TraitId("unnamed-source"), TraitId("loaded-language")],
        instructions: "Mark what nobody signs.".to_owned(),
        questions: vec!["Who says so?".to_owned()],
        hints: vec!["Look for “officials”.".to_owned()],
        reveal: Reveal::After(3),
        with_sayso: true,
        key: Key::Open(vec![marking("Two officials", "unnamed-source", "who?")]),
    }
}

#[test]
fn a_key_holds_only_what_is_asked_for() {
    let mut lesson = lesson();
    lesson.key = Key::Open(vec![marking("Two officials", "unnamed-source", ""), marking("brutal", "loaded-label", "")]);
    lesson.tidy_key();
    assert_eq!(lesson.key, Key::Open(vec![marking("Two officials", "unnamed-source", "")]));
}

fn slip(id: u64, marks: Vec<Marking>) -> Slip {
    let marks = marks.into_iter().map(|it| (it.clone(), quote(TEXT, it.span))).collect();
    let origin = Origin { slug: String::new(), text: fingerprint(TEXT.as_bytes()), lesson: 7 };
    let answers = vec![("Who says so?".to_owned(), "Officials".to_owned())];
    Slip { id, turn: 1, origin, nickname: "Kingfisher".to_owned(), marks, answers }
}

fn work() -> Work {
    Work {
        id: 9,
        turn: 2,
        origin: Origin { slug: "bus-crash".to_owned(), text: 5, lesson: 6 },
        nickname: String::new(),
        marks: vec![Marking { stance: Stance::Defended, ..marking("brutal", "loaded-language", "it judges") }],
        answers: vec!["Nobody".to_owned()],
        hints: 1,
        is_revealed: true,
        attempts: vec![Attempt { marks: 1, place: Some(500), kind: None }],
    }
}

/// What version 1 wrote. Must be readable for ever.
const FOSSIL_LESSON: &str = "lesson1.B0ZlcnJpZXMBsAFGZXJyeSB0byBjbG9zZQoKVHdvIG9mZmljaWFscyBzYWlkIG9uIFNhdHVyZGF5IHRoYXQgdGhlIGZlcnJ5IHdvdWxkIGNsb3NlLiDigJxJdCBpcyBhIHNjYW5kYWws4oCdIHNhaWQgQW5uIExlZSwgd2hvIHJ1bnMgYSBzaG9wLiBUaGUgYnJ1dGFsIGN1dCB3aWxsIGhpdCBldmVyeW9uZSwgZXhwZXJ0cyB3YXJuLgIOdW5uYW1lZC1zb3VyY2UPbG9hZGVkLWxhbmd1YWdlF01hcmsgd2hhdCBub2JvZHkgc2lnbnMuAQxXaG8gc2F5cyBzbz8BGUxvb2sgZm9yIOKAnG9mZmljaWFsc-KAnS4FAQEBDnVubmFtZWQtc291cmNlAQAQDQAEd2hvP9PtgEs";
const FOSSIL_SLIP: &str = "slip1.AwEAwPm3ouCMuYZ_BwpLaW5nZmlzaGVyAQ51bm5hbWVkLXNvdXJjZQEAowEHAAAHZXhwZXJ0cyBlIGJydXRhbCBjdXQgd2lsbCBoaXQgZXZlcnlvbmUsIAYgd2Fybi4BDFdobyBzYXlzIHNvPwlPZmZpY2lhbHM3pPSo";
const FOSSIL_WORK: &str =
    "work1.CQIJYnVzLWNyYXNoBQYAAQ9sb2FkZWQtbGFuZ3VhZ2UBAIUBBgEJaXQganVkZ2VzAQZOb2JvZHkBAQEB9QMAGkQ2iQ";

#[test]
fn version_1_is_still_read() {
    assert_eq!(Lesson::read(FOSSIL_LESSON), Ok(lesson()));
    let slip = slip(3, vec![marking("experts", "unnamed-source", "")]);
    assert_eq!(Slip::read(FOSSIL_SLIP), Ok(slip));
    assert_eq!(Work::read(FOSSIL_WORK), Ok(work()));
}

const FOSSIL_PACKED: &str = "lesson2.XY9NSkNBDMc7ogjFr524ywHauUJxIwh1ZcF1-ibvvaFjUjIzPt-uB9E7eKaexLQFF25CAv-PXy6fSDVSdj_usI1QBJokmabT1SAgbRubiClDxhhAGF6xVA1owh6LDYL26BukpnCyetjvvp4LxAwIuUEOmGb73fcp45EZlkQzGHoBrXwU9bL1sLKwtdaCCZpaYIgpQR8L0AfpKGwW-tySlgwDKvuzm8qM7xTmWao2dJsEg10JuavY0f0L6sZaDJNlLWGEHDvO3l29WXPG0Z6ShXtYimygFT1Q__1ruP7COfevw03urifnRr74BaMNgyk";

#[test]
fn version_2_is_still_read() {
    assert_eq!(Lesson::read(FOSSIL_PACKED), Ok(lesson()));
    // However it is written, it is the same lesson: work on it is found by that.
    assert_eq!(lesson().id(), fingerprint(FOSSIL_LESSON.as_bytes()));
}

#[test]
fn a_lesson_with_its_article_is_packed() {
    let article = include_str!("../../public/library/digest-09-leader-pressure.txt");
    let story = Story::Text(article[..article.floor_char_boundary(2_270)].to_owned());
    let lesson = Lesson { story, ..lesson() };
    let (packed, plain) = (lesson.write(), lesson.write_plain());
    assert_eq!([Lesson::read(&packed), Lesson::read(&plain)], [Ok(lesson.clone()), Ok(lesson)]);
    assert!(packed.len() * 10 < plain.len() * 7, "{} of {}", packed.len(), plain.len());
}

#[test]
fn what_is_written_can_be_read() {
    for key in [Key::None, Key::Sealed(vec![0, 255, 7]), lesson().key] {
        for reveal in [Reveal::AtOnce, Reveal::Never, Reveal::After(0), Reveal::After(9)] {
            let story = Story::Library("bus-crash".to_owned());
            let lesson = Lesson { key: key.clone(), reveal, story, with_sayso: false, ..lesson() };
            assert_eq!(Lesson::read(&lesson.write()), Ok(lesson));
        }
    }
    let Key::Open(marks) = lesson().key else { unreachable!("the lesson has an open key") };
    assert_eq!(Key::unpack(&Key::pack(&marks)), Ok(marks));
}

#[test]
fn codes_are_found_among_other_words() {
    let slips = [slip(1, vec![]), slip(2, vec![])];
    let file =
        format!("Slips of class 8b\nhttps://school.example/#/class/{}\n\n{}\n", slips[0].write(), slips[1].write());
    assert_eq!(Slip::find(&file), slips.map(Ok));
    assert_eq!(Slip::find("nothing here"), []);
    assert_eq!(Lesson::find(&format!("A lesson.\n{}", lesson().write())), Ok(lesson()));
    assert_eq!(Lesson::find("nothing here"), Err(Refused::NotOurs));
}

#[test]
fn codes_are_found_as_mail_and_chats_deliver_them() {
    let slips = [slip(1, vec![marking("brutal", "loaded-language", "It judges.")]), slip(2, vec![])];
    let [code, other] = slips.each_ref().map(Slip::write);
    let lines: Vec<_> = code.as_bytes().chunks(76).map(|it| std::str::from_utf8(it).expect("ASCII")).collect();
    assert!(lines.len() > 2);
    let (broken, quoted) = (lines.join("\r\n"), lines.join("\n> "));
    for mail in [
        format!("{broken}\r\n\r\nBye\r\n{other}."),
        format!("On Monday Ann wrote:\n> {quoted}\n> {other}\n"),
        format!("My slip is {broken}.\nHere is hers:\n{other}\nThanks\nWren\n"),
        format!("<{code}>\nslip:{other}"),
        format!("\u{200b}{code}\nWren\n“{other}”"),
        format!("{broken}\nThanks\n{other}\nWren"),
    ] {
        assert_eq!(Slip::find(&mail), slips.clone().map(Ok), "{mail}");
    }
    assert_eq!(Slip::find("I did homework1.yes and slip1. Then I slept."), []);
    assert_eq!(Slip::find(&format!("{}\nWren", &code[..90])), [Err(Refused::Damaged)]);
}

#[test]
fn work_is_written_as_it_will_be_read() {
    for nickname in ["Wren ", "\u{1f469}\u{200d}\u{1f393} Wren", " \tWren\u{feff}", "Wren"] {
        let code = Work { nickname: nickname.to_owned(), ..work() }.write();
        assert_eq!(Work::read(&code).map(|it| it.write()), Ok(code), "{nickname:?}");
    }
}

#[test]
fn a_nickname_is_one_plain_line() {
    let name = "Ann\u{202e}\n<b>\u{200b}Lee".to_owned() + &"!".repeat(99);
    let read = Slip::read(&Slip { nickname: name, ..slip(1, vec![]) }.write()).expect("all else is well");
    assert_eq!(read.nickname, "Ann<b>Lee".to_owned() + &"!".repeat(31));
}

#[test]
fn a_rule_of_a_later_version_is_named_as_that() {
    let mut of = slip(1, vec![marking("experts", "unnamed-source", "")]);
    of.marks[0].0.of = TraitId("not-yet-made");
    assert_eq!(Slip::read(&of.write()), Err(Refused::UnknownTrait));
}

#[test]
fn a_text_that_is_too_long_is_refused_but_in_the_making() {
    let story = Story::Text("word ".repeat(MAX_TEXT / 2));
    let long = Lesson { story, ..lesson() };
    assert_eq!(Lesson::read(&long.write()), Err(Refused::TooLong));
    assert_eq!(Lesson::read_draft(&long.write_plain()), Ok(long));
}

/// Slips whose marks lie wherever chance has it, as a hostile hand might write them.
fn any_slip() -> impl Strategy<Value = Slip> {
    let mark = (0u32..400, 0u32..60, 0..ALL.len(), ".{0,12}").prop_map(|(start, length, of, reason)| {
        let span = Span::new(start as usize, (start + length) as usize);
        (Marking { span, of: ALL[of].id, reason, stance: Stance::Open }, Quote::default())
    });
    let real = (0usize..30, 1usize..5, 0..ALL.len()).prop_map(|(word, length, of)| {
        let words = Words::read(TEXT);
        let word = word.min(words.len() - 1);
        let span = words.cover(word..(word + length).min(words.len())).expect("a word is there");
        let mark = Marking { span, of: ALL[of].id, reason: String::new(), stance: Stance::Open };
        (mark, quote(TEXT, span))
    });
    let marks = prop::collection::vec(prop_oneof![mark, real.clone(), real], 0..12);
    (any::<u64>(), 0u32..3, any::<bool>(), marks).prop_map(|(id, turn, fits, marks)| {
        let text = if fits { fingerprint(TEXT.as_bytes()) } else { 1 };
        Slip { id, turn, origin: Origin { text, ..Origin::default() }, marks, ..Slip::default() }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_an_error_and_nothing_else(bytes in prop::collection::vec(any::<u8>(), 0..300), text in any::<String>()) {
        for kind in [Kind::Lesson, Kind::Slip, Kind::Work] {
            // With a sum that fits, so that what is behind it is tried as well.
            let code = code::seal(kind, bytes.clone());
            let _ = (Lesson::read(&code), Slip::read(&code), Work::read(&code));
        }
        let _ = (Lesson::find(&text), Slip::find(&text), Work::read(&text), Key::unpack(&bytes));
        let _ = Slip::find(&format!("slip1.{text}"));
    }

    #[test]
    fn one_letter_changed_is_noticed(at in any::<prop::sample::Index>(), letter in "[A-Za-z0-9_-]") {
        let slip = slip(3, vec![marking("experts", "unnamed-source", "")]);
        let code = slip.write();
        let at = 6 + at.index(code.len() - 6);
        let changed = format!("{}{letter}{}", &code[..at], &code[at + 1..]);
        let read = Slip::read(&changed);
        prop_assert!(read == Err(Refused::Damaged) || read == Ok(slip), "{changed}");
    }

    #[test]
    fn any_slip_comes_back(slip in any_slip()) {
        prop_assert_eq!(Slip::read(&slip.write()), Ok(slip));
    }

    #[test]
    fn the_order_of_slips_does_not_matter(slips in prop::collection::vec(any_slip(), 0..7).prop_shuffle()) {
        let words = Words::read(TEXT);
        let there = gather(TEXT, slips.clone());
        let back = gather(TEXT, slips.into_iter().rev());
        prop_assert_eq!(there.picture(&words, &[]), back.picture(&words, &[]));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_twin_never_lowers_the_agreement_with_it(slips in prop::collection::vec(any_slip(), 1..6), twin in any::<u64>()) {
        let words = Words::read(TEXT);
        let first = slips[0].clone();
        let with = |slips: Vec<Slip>| gather(TEXT, slips).agreements(&words).get(&first.id).copied().and_then(Alike::share);
        let twin = Slip { id: twin, ..first.clone() };
        let (before, after) = (with(slips.clone()), with([slips, vec![twin]].concat()));
        prop_assert!(before.is_none() || after >= before.map(|it| it - 1e-9), "{before:?} {after:?}");
    }

    #[test]
    fn figures_stay_within_their_bounds(slips in prop::collection::vec(any_slip(), 0..7)) {
        let words = Words::read(TEXT);
        let class = gather(TEXT, slips);
        let picture = class.picture(&words, &[TraitId("loaded-label")]);
        prop_assert!(picture.heat.iter().all(|&it| it <= picture.people));
        for row in &picture.rows {
            prop_assert!([row.all_words, row.marked_words].into_iter().flatten().all(|it| (0.0..=1.0).contains(&it)));
            prop_assert!(row.alpha.is_none_or(|it| it <= 1.0));
        }
        prop_assert!(picture.contested.len() <= 3);
        prop_assert!(picture.contested.iter().all(|it| it.split > 0.0 && TEXT.get(it.span.range()).is_some()));
        let _ = (csv(&class, TEXT, true), picture_csv(&picture));
    }

    #[test]
    fn lines_hold_every_letter_once(text in any::<String>(), width in 0usize..30) {
        let lines = lines(&text, width);
        let shown: String = lines.iter().map(|it| &text[it.span.range()]).collect();
        let bare = |text: &str| text.chars().filter(|it| !it.is_whitespace() && *it != '\u{feff}').collect::<String>();
        prop_assert_eq!(bare(&shown), bare(&text));
        prop_assert!(lines.iter().all(|it| text[it.span.range()].chars().count() <= width.max(1)));
    }
}

/// Three of four mark "Two officials", one calls it loaded; "brutal" is marked by two.
#[test]
fn a_class_counted_by_hand() {
    let words = Words::read(TEXT);
    let officials = || marking("Two officials", "unnamed-source", "");
    let class = gather(
        TEXT,
        [
            slip(1, vec![officials(), marking("brutal", "loaded-language", "")]),
            slip(2, vec![officials()]),
            slip(3, vec![marking("officials", "loaded-language", "")]),
            slip(4, vec![marking("brutal", "loaded-language", "")]),
        ],
    );
    let picture = class.picture(&words, &[]);
    assert_eq!((picture.people, words.len()), (4, 32));
    let at = |word: &str| {
        words.within(Span::new(TEXT.find(word).expect("there"), TEXT.find(word).expect("there") + 1)).start
    };
    assert_eq!([picture.heat[at("Two")], picture.heat[at("officials")], picture.heat[at("brutal")]], [2, 3, 2]);
    let unnamed = &picture.rows[0];
    assert_eq!((unnamed.of, unnamed.marks, unnamed.people), (TraitId("unnamed-source"), 2, 2));
    // Two words marked by two of four: of 6 pairs, 2 agree there, all 6 on the other 30.
    assert_eq!(unnamed.all_words, Some((2.0 * 2.0 + 30.0 * 6.0) / (32.0 * 6.0)));
    assert_eq!(unnamed.marked_words, Some(2.0 / 6.0));
    // Krippendorff by hand: 128 values, 4 of them marks; observed 2 units · 8 / 3, expected 2·4·124 / 127.
    let agreements = class.agreements(&words);
    // Two places. The first is like the second on one, like the third on none, like the fourth on the other.
    assert_eq!(agreements[&1], Alike { same: 2, of: 6 });
    // Two of four marked the one place that has this name.
    assert_eq!((unnamed.places, unnamed.at_places), (1, Some(2.0 / 6.0)));
    let alpha = 1.0 - (2.0 * 8.0 / 3.0) / (2.0 * 4.0 * 124.0 / 127.0);
    assert!((unnamed.alpha.expect("it varies") - alpha).abs() < 1e-12);
    let contested: Vec<_> = picture.contested.iter().map(|it| &TEXT[it.span.range()]).collect();
    assert_eq!(contested, ["Two officials", "brutal"]);
    assert_eq!(picture.contested[0].names, [(TraitId("unnamed-source"), 2), (TraitId("loaded-language"), 1)]);
    assert_eq!(picture.contested[0].unmarked, 1);
}

/// Two mark more of the same words than the third: they see the same, and nobody left it.
#[test]
fn marks_that_overlap_are_the_same_place() {
    let words = Words::read(TEXT);
    let of = |it| marking(it, "named-with-role", "");
    let (long, short) = ("Ann Lee, who runs a shop", "Ann Lee");
    let class = gather(
        TEXT,
        [
            slip(1, vec![of(long)]),
            slip(2, vec![of(long)]),
            slip(3, vec![of(short), marking("brutal", "loaded-language", "")]),
        ],
    );
    let picture = class.picture(&words, &[]);
    let contested: Vec<_> = picture.contested.iter().map(|it| (&TEXT[it.span.range()], it.unmarked)).collect();
    assert_eq!(contested, [("brutal", 2)]);
    let rows: Vec<_> = picture.rows.iter().map(|it| (it.of.0, it.places, it.at_places, it.tells())).collect();
    let expected = [("loaded-language", 1, Some(1.0 / 3.0), false), ("named-with-role", 1, Some(1.0), true)];
    assert_eq!(rows, expected);
    let agreements = class.agreements(&words);
    // Alike on the shop, unlike on “brutal”, which the other two left.
    assert_eq!(agreements[&3], Alike { same: 2, of: 4 });
    assert_eq!(agreements[&3].share(), Some(0.5));
    assert_eq!(agreements[&1], Alike { same: 2, of: 3 });
    assert_eq!(Alike { same: 1, of: 2 }.share(), None);
}

#[test]
fn slips_find_their_lesson() {
    let other = Lesson { title: "Other".to_owned(), ..lesson() };
    let elsewhere = Lesson { story: Story::Text("Another text.".to_owned()), ..lesson() };
    let mut of = slip(1, vec![]);
    of.origin.lesson = lesson().id();
    let find = |slips: &[Slip], lessons: &[&Lesson]| lesson_of(slips, lessons.iter().map(|it| (*it).clone()));
    assert_eq!(find(&[of.clone()], &[&elsewhere, &other, &lesson()]), Some(lesson()));
    // Its number is of no lesson here; its text is.
    of.origin.lesson = 5;
    assert_eq!(find(&[of.clone()], &[&elsewhere, &other, &lesson()]), Some(other.clone()));
    of.origin.text = 5;
    assert_eq!(find(&[of.clone()], &[&elsewhere, &other]), None);
    let stray = [of.clone(), of, slip(2, vec![])];
    assert_eq!((find(&stray, &[&other]), find(&[], &[&other])), (None, None));
}

#[test]
fn what_is_of_the_page_has_no_words_to_mark() {
    let text = "CNN\nFerry to close\nShare this\nThe ferry will close in May.\nMore news";
    let part = |it: &str| marking_in(text, it);
    let words = Words::outside(text, &[part("CNN"), part("Share this"), part("More news")]);
    let left: Vec<_> = (0..words.len()).map(|it| &text[words.span(it).range()]).collect();
    assert_eq!(left, ["Ferry", "to", "close", "The", "ferry", "will", "close", "in", "May"]);
    assert!(words.within(part("Share this")).is_empty());
}

fn marking_in(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("it is there");
    Span::new(start, start + words.len())
}

/// A mark over the whole text is one place a sentence.
#[test]
fn a_long_mark_is_no_single_place() {
    let words = Words::read(TEXT);
    let class = gather(
        TEXT,
        [slip(1, vec![marking(TEXT, "loaded-language", "")]), slip(2, vec![marking("brutal", "loaded-language", "")])],
    );
    let row = &class.picture(&words, &[]).rows[0];
    let sentences = words.sentence(words.len() - 1) as usize + 1;
    assert_eq!((row.places, row.at_places), (sentences, Some(1.0 / sentences as f64)));
}

#[test]
fn reasons_of_a_place() {
    let mark = |reason: &str| marking("experts", "unnamed-source", reason);
    let mut stranger = slip(3, vec![mark("of another text")]);
    (stranger.origin.text, stranger.marks[0].1.exact) = (1, "not in the text".to_owned());
    let class = gather(TEXT, [slip(4, vec![mark(" whose? ")]), slip(2, vec![mark(" ")]), stranger]);
    let place = mark("").span;
    assert_eq!(class.reasons(place).map(|it| (it.0, it.2)).collect::<Vec<_>>(), [(3, "whose?")]);
    assert_eq!(class.reasons(Span::new(place.end(), place.end() + 1)).count(), 0);
}

#[test]
fn slips_are_sorted_out() {
    let mark = || marking("experts", "unnamed-source", "");
    let of_other = |id, exact: &str| {
        let mut slip = slip(id, vec![mark()]);
        slip.origin.text = 1;
        slip.marks[0].1.exact = exact.to_owned();
        slip
    };
    let mut out_of_bounds = slip(5, vec![mark()]);
    out_of_bounds.marks[0].0.span = Span::new(5_000, 6_000);
    let nowhere = |id, marks| {
        let mut slip = slip(id, marks);
        slip.marks[0].0.span = Span::new(5_000, 6_000);
        slip.marks[0].1.exact = "a cat".to_owned();
        slip
    };
    let (half, none) = (nowhere(6, vec![mark(), mark()]), nowhere(7, vec![mark()]));
    let again = Slip { turn: 2, ..slip(1, vec![]) };
    let slips = [slip(1, vec![mark()]), slip(2, vec![mark()]), slip(2, vec![mark()]), again];
    let class = gather(
        TEXT,
        slips.into_iter().chain([of_other(3, "Experts"), of_other(4, "a cat"), out_of_bounds, half, none]),
    );
    let fates: Vec<_> = class.entries.iter().map(|it| (it.slip.id, it.fate, it.marks.len())).collect();
    let expected = [
        (1, Fate::Fits, 0),
        (2, Fate::Fits, 1),
        (3, Fate::Moved { lost: 0 }, 1),
        (4, Fate::Unmatched, 0),
        (5, Fate::Fits, 1),
        (6, Fate::Partly { lost: 1 }, 1),
        (7, Fate::Unmatched, 0),
    ];
    assert_eq!((fates.as_slice(), class.copies), (expected.as_slice(), 2));
}

/// A slip keeps only the head of so long a quotation.
#[test]
fn a_mark_over_many_paragraphs_is_a_mark() {
    let text = "The old bridge over the river was shut.\n\n".repeat(80);
    let span = Span::new(8, 2_990);
    let mark = Marking { span, of: TraitId("loaded-language"), reason: String::new(), stance: Stance::Open };
    let mut slip = slip(1, vec![]);
    slip.origin.text = fingerprint(text.as_bytes());
    slip.marks = vec![(mark, quote(&text, span))];
    let class = gather(&text, [Slip::read(&slip.write()).expect("as written")]);
    assert_eq!((class.entries[0].fate, class.entries[0].marks[0].0), (Fate::Fits, span));
    slip.marks[0].1.exact.replace_range(..3, "new");
    assert_eq!(gather(&text, [slip]).entries[0].fate, Fate::Unmatched);
}

#[test]
fn answers_are_a_table_without_names_unless_asked_for() {
    let silent = Slip { answers: vec![("Who says so?".to_owned(), " ".to_owned())], ..slip(2, vec![]) };
    let class = gather(TEXT, [slip(1, vec![]), silent]);
    let table = |name: &str| {
        format!("\u{feff}\"student\",\"question\",\"answer\"\r\n\"{name}\",\"Who says so?\",\"Officials\"\r\n")
    };
    assert_eq!([answers_csv(&class, false), answers_csv(&class, true)], [table("Student 1"), table("Kingfisher")]);
}

/// 200 slips of 100 marks on 2,000 words; a browser takes some three times as long.
#[test]
fn a_large_class_is_drawn_at_once() {
    let text = "The council of the small town met again on a rainy night to talk about it. ".repeat(125);
    let words = Words::read(&text);
    assert!(words.len() >= 1_900);
    let slips: Vec<_> = (0..200u64)
        .map(|id| {
            let marks = (0..100).map(|it| {
                let word = (it * 19 + id as usize * 7) % (words.len() - 3);
                let span = words.cover(word..word + 1 + it % 3).expect("the words are there");
                let mark = Marking { span, of: ALL[it % 9].id, reason: String::new(), stance: Stance::Open };
                (mark, quote(&text, span))
            });
            let text = if id % 10 == 0 { 1 } else { fingerprint(text.as_bytes()) };
            Slip { id, origin: Origin { text, ..Origin::default() }, marks: marks.collect(), ..Slip::default() }
        })
        .collect();
    let codes: Vec<_> = slips.iter().map(Slip::write).collect();
    let draw = || {
        let start = Instant::now();
        let slips = codes.iter().map(|it| Slip::read(it).expect("as written"));
        let class = gather(&text, slips);
        assert_eq!((class.picture(&words, &[]).people, class.agreements(&words).len()), (200, 200));
        start.elapsed()
    };
    let fastest = (0..3).map(|_| draw()).min().expect("there were runs");
    println!("200 slips in {fastest:?}");
    assert!(fastest < Duration::from_millis(if cfg!(debug_assertions) { 1_500 } else { 300 }), "{fastest:?}");
}
