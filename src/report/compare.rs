//! Two texts side by side: what is the same, what changed, what fell away.

use std::collections::HashMap;

use crate::ling::{Annotated, BlockKind};
use crate::text::{Span, TokenKind};

use super::diff::{Edit, diff};
use super::lost;

/// How one text stands to another. Spans of `a` and `b` are of their own texts.
#[derive(Clone, Debug, PartialEq)]
pub struct Twin {
    /// In the order of the second text; what it lacks stands where the first has it.
    pub rows: Vec<Row>,
    /// What the second text no longer tells of where the first came from.
    pub removed_credits: Vec<Credit>,
    /// Sentences that are word for word the same.
    pub same: usize,
    /// Sentences of each text.
    pub of: [usize; 2],
    /// Words of the second text, in percent, that stand in a sentence the same, or unchanged in a changed one.
    pub shared_words: u8,
    pub verdict: Verdict,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    Same { a: Span, b: Span },
    Changed { a: Span, b: Span, edits: Vec<Edit> },
    Removed { a: Span },
    Added { b: Span },
}

/// Words for how much of a text is another's; after the W3C credibility signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Duplicate,
    CopyWithChanges,
    ExtensiveQuoting,
    DifferentText,
    NothingInCommon,
}

impl Verdict {
    /// As a reader is told.
    pub fn name(self) -> &'static str {
        match self {
            Self::Duplicate => "the same text",
            Self::CopyWithChanges => "copy with changes",
            Self::ExtensiveQuoting => "extensive quoting",
            Self::DifferentText => "different text",
            Self::NothingInCommon => "nothing in common",
        }
    }
}

/// Something the first text says of its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub kind: CreditKind,
    pub text: String,
    /// In the first text, where it stands at one place.
    pub span: Option<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CreditKind {
    Agency,
    Byline,
    Dateline,
    Outlet,
    Published,
    Credit,
    /// *the mayor said*.
    Attribution,
    /// *at least*, *allegedly*; *said*, where the other confirms.
    Doubt,
    /// *120 people*, where the other has *140*.
    Figure,
    /// *A spokesman declined to say*, in a sentence that is left out.
    Reply,
}

/// A sentence of one of the texts.
struct Unit {
    span: Span,
    /// Its words and marks.
    keys: Vec<u64>,
    spans: Vec<Span>,
    words: usize,
    hash: u64,
}

/// Compares two texts; linear in both, but for sorting.
pub fn compare(a: Annotated<'_>, b: Annotated<'_>) -> Twin {
    let (units_a, units_b) = (units(a), units(b));
    let mut partner: Vec<Option<usize>> = vec![None; units_b.len()];
    let mut taken = vec![false; units_a.len()];
    match_same(&units_a, &units_b, &mut partner, &mut taken);
    let same = partner.iter().flatten().count();
    let is_same: Vec<bool> = partner.iter().map(Option::is_some).collect();
    match_changed(&units_a, &units_b, &mut partner, &mut taken);
    let headline = pair_headlines((a, &units_a), (b, &units_b), &mut partner, &mut taken);
    let mut removed_credits = lost::origin(a, b);
    let (mut shared, mut words, mut long) = (0, 0, 0);
    let mut of_b = Vec::with_capacity(units_b.len());
    for (at, unit) in units_b.iter().enumerate() {
        words += unit.words;
        let row = match partner[at] {
            None => Row::Added { b: unit.span },
            Some(other) if is_same[at] => {
                shared += unit.words;
                long += usize::from(unit.words >= MIN_LONG);
                Row::Same { a: units_a[other].span, b: unit.span }
            }
            Some(other) => {
                let old = &units_a[other];
                let (edits, kept) = diff((&old.keys, &old.spans), (&unit.keys, &unit.spans));
                // Two headlines may have a word in common by chance.
                shared += if headline == Some(at) { 0 } else { kept.min(unit.words) };
                removed_credits.extend(edits.iter().filter_map(|edit| lost::attribution(a, b, edit)));
                removed_credits.extend(edits.iter().filter_map(|edit| lost::doubt(a, b, edit)));
                removed_credits.extend(edits.iter().filter_map(|edit| lost::figure(a, b, edit)));
                Row::Changed { a: old.span, b: unit.span, edits }
            }
        };
        of_b.push(row);
    }
    let is_left_out = |span: Span| units_a.iter().zip(&taken).any(|(unit, taken)| !taken && unit.span.contains(span));
    removed_credits.extend(lost::replies(a).filter(|it| it.span.is_some_and(is_left_out)));
    let share = if words == 0 { 0.0 } else { shared as f64 / words as f64 };
    let percent = (share * 100.0).round() as u8;
    // Words of an excerpt can all be the other’s; not where one was put in.
    let is_unchanged = share >= 1.0 && is_same.iter().all(|it| *it);
    let is_whole = same == units_a.len() && same == units_b.len() && same > 0;
    Twin {
        rows: with_removed(&units_a, &partner, of_b),
        removed_credits,
        same,
        of: [units_a.len(), units_b.len()],
        shared_words: if is_unchanged { percent } else { percent.min(99) },
        verdict: verdict(is_whole, share, long > 1 || shared >= MIN_SHARED),
    }
}

/// Words in common below which it takes two long sentences to tell a quotation from a set phrase.
const MIN_SHARED: usize = 20;

/// Words below which a sentence may be a set phrase: *The investigation continues.*
const MIN_LONG: usize = 8;

/// From half of the words on, a text is a copy; from a seventh, it quotes at length, if it is no set phrase.
fn verdict(is_whole: bool, share: f64, is_at_length: bool) -> Verdict {
    match share {
        _ if is_whole => Verdict::Duplicate,
        0.5.. => Verdict::CopyWithChanges,
        0.15.. if is_at_length => Verdict::ExtensiveQuoting,
        share if share > 0.0 => Verdict::DifferentText,
        _ => Verdict::NothingInCommon,
    }
}

fn units(text: Annotated<'_>) -> Vec<Unit> {
    let document = text.document;
    let is_text = |kind: BlockKind| {
        kind.is_prose() || matches!(kind, BlockKind::Headline | BlockKind::Subheading | BlockKind::Caption)
    };
    let blocks = text.article.blocks.iter().filter(|it| is_text(it.kind));
    blocks
        .flat_map(|block| document.paragraphs()[block.paragraph].sentences.clone())
        .map(|at| {
            let sentence = &document.sentences()[at];
            let range = sentence.tokens.clone();
            let keys: Vec<u64> = text.words[range.clone()].iter().map(|it| it.key ^ u64::from(it.possessive)).collect();
            let is_word = |at: &usize| document.tokens()[*at].kind != TokenKind::Punct;
            // Marks are left out: a copy with other quotation marks is a copy.
            let of_words = range.clone().filter(is_word).map(|at| keys[at - range.start]);
            let hash =
                of_words.fold(0, |hash: u64, key| (hash ^ key).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23));
            Unit {
                span: sentence.span,
                words: range.clone().filter(is_word).count(),
                spans: document.tokens()[range].iter().map(|it| it.span).collect(),
                keys,
                hash,
            }
        })
        .filter(|it| it.words > 0)
        .collect()
}

/// Pairs the sentences that are word for word the same, each once, in order.
fn match_same(a: &[Unit], b: &[Unit], partner: &mut [Option<usize>], taken: &mut [bool]) {
    let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
    for (at, unit) in a.iter().enumerate().rev() {
        places.entry(unit.hash).or_default().push(at);
    }
    for (unit, partner) in b.iter().zip(partner) {
        *partner = places.get_mut(&unit.hash).and_then(Vec::pop);
        if let Some(at) = *partner {
            taken[at] = true;
        }
    }
}

/// Pairs of words that stand in more sentences than this tell nothing.
const MAX_PLACES: usize = 12;

/// Pairs of words read of one sentence.
const MAX_PAIRS: usize = 120;

/// Of the pairs of words of two sentences, how many must be common, in percent, for one to be the other changed.
const MIN_LIKE: usize = 35;

/// Pairs the sentences that are left and share enough pairs of words.
fn match_changed(a: &[Unit], b: &[Unit], partner: &mut [Option<usize>], taken: &mut [bool]) {
    let left = || a.iter().enumerate().filter(|(at, _)| !taken[*at]);
    let mut index: Vec<(u64, usize)> = left().flat_map(|(at, unit)| pairs(unit).map(move |it| (it, at))).collect();
    index.sort_unstable();
    index.dedup();
    let mut common: Vec<usize> = Vec::new();
    for (at, unit) in b.iter().enumerate().filter(|(at, _)| partner[*at].is_none()).collect::<Vec<_>>() {
        common.clear();
        for pair in pairs(unit) {
            let first = index.partition_point(|(it, _)| *it < pair);
            let places = index[first..].iter().take(MAX_PLACES + 1).take_while(|(it, _)| *it == pair);
            if places.clone().count() <= MAX_PLACES {
                common.extend(places.map(|(_, place)| *place).filter(|it| !taken[*it]));
            }
        }
        common.sort_unstable();
        let best = common.chunk_by(|x, y| x == y).map(|same| (same.len(), std::cmp::Reverse(same[0]))).max();
        let Some((count, std::cmp::Reverse(other))) = best else { continue };
        let all = pairs(unit).count() + pairs(&a[other]).count();
        if 200 * count >= MIN_LIKE * all {
            partner[at] = Some(other);
            taken[other] = true;
        }
    }
}

/// Pairs the headlines, however much they differ; returns where the second text has its own.
fn pair_headlines(
    a: (Annotated<'_>, &[Unit]),
    b: (Annotated<'_>, &[Unit]),
    partner: &mut [Option<usize>],
    taken: &mut [bool],
) -> Option<usize> {
    let place = |(text, units): (Annotated<'_>, &[Unit])| {
        let headline = text.article.headline?;
        units.iter().position(|it| headline.contains(it.span))
    };
    let (of_a, of_b) = place(a).zip(place(b)).filter(|&(of_a, of_b)| !taken[of_a] && partner[of_b].is_none())?;
    partner[of_b] = Some(of_a);
    taken[of_a] = true;
    Some(of_b)
}

fn pairs(unit: &Unit) -> impl Iterator<Item = u64> + Clone + '_ {
    unit.keys.windows(2).take(MAX_PAIRS).map(|it| it[0].rotate_left(31) ^ it[1])
}

/// Puts what only the first text has behind what comes before it there.
fn with_removed(a: &[Unit], partner: &[Option<usize>], of_b: Vec<Row>) -> Vec<Row> {
    let mut row_of = vec![None; a.len()];
    for (row, at) in partner.iter().enumerate().filter_map(|(row, it)| Some((row, (*it)?))) {
        row_of[at] = Some(row);
    }
    let mut behind: Vec<Vec<Row>> = (0..=of_b.len()).map(|_| Vec::new()).collect();
    let mut anchor = 0;
    for (unit, row) in a.iter().zip(row_of) {
        match row {
            Some(row) => anchor = row + 1,
            None => behind[anchor].push(Row::Removed { a: unit.span }),
        }
    }
    let mut behind = behind.into_iter();
    let mut rows = behind.next().unwrap_or_default();
    for (row, removed) in of_b.into_iter().zip(behind) {
        rows.push(row);
        rows.extend(removed);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ling::Reading;

    fn twin(a: &str, b: &str) -> Twin {
        let (a, b) = (Reading::new(a), Reading::new(b));
        let first = |it: &'_ Reading| it.articles().next().is_some();
        assert!(first(&a) && first(&b), "every text has an article");
        compare(a.articles().next().expect("one"), b.articles().next().expect("one"))
    }

    fn rows(a: &str, b: &str) -> Vec<String> {
        let edit = |it: &Edit| {
            let (old, new) = (it.a.map_or("", |it| &a[it.range()]), it.b.map_or("", |it| &b[it.range()]));
            format!("{old}>{new}")
        };
        let shown = |it: &Row| match it {
            Row::Same { b: it, .. } => format!("= {}", &b[it.range()]),
            Row::Changed { edits, .. } => format!("~ {}", edits.iter().map(edit).collect::<Vec<_>>().join(" | ")),
            Row::Removed { a: it } => format!("- {}", &a[it.range()]),
            Row::Added { b: it } => format!("+ {}", &b[it.range()]),
        };
        twin(a, b).rows.iter().map(shown).collect()
    }

    const WIRE: &str = "The bridge over the Ald was closed on Monday, the mayor said. Trucks wait on both banks. Nobody knows for how long.";

    #[test]
    fn same_text_twice() {
        let twin = twin(WIRE, WIRE);
        assert_eq!((twin.verdict, twin.shared_words, twin.same, twin.of), (Verdict::Duplicate, 100, 3, [3, 3]));
    }

    #[test]
    fn a_set_phrase_is_no_quotation() {
        let (a, b) = (
            "A bridge was shut in Velia. The case goes on. Trucks wait there.",
            "Crews walked out. The case goes on. They ask for more pay.",
        );
        assert_eq!(twin(a, b).verdict, Verdict::DifferentText);
    }

    #[test]
    fn changed_added_removed() {
        let copy = "Trucks wait on both banks. The bridge over the Ald was closed on Monday. It is a disgrace.";
        assert_eq!(
            rows(WIRE, copy),
            [
                "= Trucks wait on both banks.",
                "- Nobody knows for how long.",
                "~ , the mayor said>",
                "+ It is a disgrace."
            ]
        );
        let twin = twin(WIRE, copy);
        assert_eq!(twin.verdict, Verdict::CopyWithChanges);
        assert_eq!(twin.removed_credits[0].kind, CreditKind::Attribution);
    }

    #[test]
    fn a_source_that_fell_away_is_told_by_its_own_words() {
        let twin = twin(
            "A senior official said on Saturday that the bridge was shut. Trucks wait on both banks.",
            "The bridge was shut. Trucks wait on both banks.",
        );
        assert_eq!(twin.removed_credits[0].text, "A senior official");
        let (old, new) = ("The owner said it would help with it all.", "The owner refused to help with it all.");
        assert_eq!(super::tests::twin(old, new).removed_credits[0].text, "The owner said it would");
    }

    #[test]
    fn a_figure_and_an_answer_that_fell_away_are_told() {
        let text = format!("{WIRE} It cost 120 coins. A spokesman declined to say why.");
        let twin = twin(&text, &format!("{WIRE} It cost 140 coins."));
        let lost: Vec<_> = twin.removed_credits.iter().map(|it| (it.kind, it.text.as_str())).collect();
        assert_eq!(lost, [(CreditKind::Figure, "120 coins"), (CreditKind::Reply, "A spokesman declined to say")]);
    }

    #[test]
    fn a_doubt_that_fell_away_is_told() {
        let lost = |a: &str, b: &str| {
            let of_doubt = twin(a, b).removed_credits.into_iter().filter(|it| it.kind == CreditKind::Doubt);
            of_doubt.map(|it| it.text).collect::<Vec<_>>()
        };
        let text = "The mayor said that the bridge over the Ald had lost at least nine of its beams.";
        assert_eq!(lost(text, &text.replace("at least ", "")), ["at least"]);
        assert_eq!(lost(text, &text.replace("said", "confirmed")), ["said"]);
        assert_eq!(lost(text, &text.replace("at least", "about")), Vec::<String>::new());
        assert_eq!(lost(text, &text.replace("said", "added")), Vec::<String>::new());
        assert_eq!(lost(&format!("In May {text}"), &format!("In June {text}")), Vec::<String>::new());
    }

    #[test]
    fn a_pronoun_is_no_source_that_fell_away() {
        let twin = twin(
            "Bo Lind met the crew. He said the bridge was shut. Trucks wait on both banks.",
            "Bo Lind met the crew. The bridge was shut. Trucks wait on both banks.",
        );
        assert_eq!(twin.removed_credits, []);
    }

    #[test]
    fn a_date_that_fell_away_is_told() {
        let text = |date: &str| format!("Bridge shut\n\nBy Ann Reed\n\n{date}{WIRE}");
        let twin = twin(&text("12 May 2020\n\n"), &text(""));
        let lost: Vec<_> = twin.removed_credits.iter().map(|it| (it.kind, it.text.as_str())).collect();
        assert_eq!(lost, [(CreditKind::Published, "12 May 2020")]);
    }

    #[test]
    fn a_text_with_a_word_put_in_is_not_all_of_the_other() {
        let long =
            (0..30).map(|it| format!("The gate number {it} was opened by the guard again. ")).collect::<String>();
        let one = twin(&format!("{long}{WIRE}"), &format!("{long}{}", WIRE.replace("banks", "old banks")));
        assert_eq!(one.shared_words, 99);
    }

    #[test]
    fn nothing_in_common() {
        let twin = twin(WIRE, "Cats sleep all day. Dogs do not.");
        assert_eq!((twin.verdict, twin.shared_words), (Verdict::NothingInCommon, 0));
    }

    #[test]
    fn empty_boxes() {
        let twin = twin("", "");
        assert_eq!((twin.verdict, twin.rows.len(), twin.of), (Verdict::NothingInCommon, 0, [0, 0]));
    }

    #[test]
    fn headlines_are_a_pair() {
        let body = "\n\nBy Ann Reed\n\nThe bridge over the Ald was closed on Monday, the mayor said.\n\nTrucks wait on both banks.";
        let (a, b) = (format!("Bridge over the Ald closed{body}"), format!("Heartless mayor strands drivers{body}"));
        assert_eq!(rows(&a, &b)[0], "~ Bridge over the Ald closed>Heartless mayor strands drivers");
    }

    #[test]
    fn agency_left_out() {
        let twin = twin(
            "The bridge is shut (Reuters). Trucks wait on both banks.",
            "The bridge is shut. Trucks wait on both banks.",
        );
        assert_eq!(
            twin.removed_credits[0],
            Credit { kind: CreditKind::Agency, text: "Reuters".into(), span: Some(Span::new(20, 27)) }
        );
    }
}
