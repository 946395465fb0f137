//! Words that report: verbs in all their forms, nouns, adjectives, and what they take.

use super::pos::Pos;

/// What a word that reports can take, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(pub(super) u16);

impl Frames {
    pub const NONE: Self = Self(0);
    /// A clause or a quotation: *said the road was closed*.
    pub const SAY: Self = Self(1);
    /// A hearer, then a clause: *told us the road was closed*.
    pub const TELL: Self = Self(1 << 1);
    /// A clause: *believes the road is closed*.
    pub const THINK: Self = Self(1 << 2);
    /// An infinitive: *hopes to close the road*.
    pub const WANT: Self = Self(1 << 3);
    /// Somebody and an infinitive: *urged them to close the road*.
    pub const URGE: Self = Self(1 << 4);
    /// An object: *condemned the closure*.
    pub const JUDGE: Self = Self(1 << 5);
    /// An object and a name for it: *called the road a trap*.
    pub const CALL: Self = Self(1 << 6);
    /// What a paper does: *the report shows*.
    pub const SHOW: Self = Self(1 << 7);
    /// A topic after a preposition: *complained about the road*.
    pub const SPEAK: Self = Self(1 << 8);
    /// *seems*, *appears*.
    pub const SEEM: Self = Self(1 << 9);

    /// A noun that reports: *her claim that*.
    pub const NOUN: Self = Self(1 << 10);
    /// An adjective that says what somebody thinks: *is confident that*.
    pub const ATTITUDE: Self = Self(1 << 11);
    /// *reportedly*.
    pub const HEARSAY: Self = Self(1 << 12);

    /// Lends itself to a noun that reports: *made the claim that*.
    pub const LIGHT: Self = Self(1 << 13);

    /// Verbs that take a clause or a quotation.
    pub(super) const CLAUSAL: Self = Self::SAY.or(Self::THINK).or(Self::TELL).or(Self::SHOW);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a frame.
    pub const fn is(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The lists of verbs, in the base form; `*` doubles the last consonant, irregular
/// past and participle stand behind a colon: `write:wrote,written`.
pub(super) const LISTS: &[(Frames, &str)] = &[
    (Frames::SAY, crate::list!("ling/data/verbs/say.txt")),
    (Frames::TELL, crate::list!("ling/data/verbs/tell.txt")),
    (Frames::THINK, crate::list!("ling/data/verbs/think.txt")),
    (Frames::WANT, crate::list!("ling/data/verbs/want.txt")),
    (Frames::URGE, crate::list!("ling/data/verbs/urge.txt")),
    (Frames::JUDGE, crate::list!("ling/data/verbs/judge.txt")),
    (Frames::CALL, crate::list!("ling/data/verbs/call.txt")),
    (Frames::SHOW, crate::list!("ling/data/verbs/show.txt")),
    (Frames::SPEAK, crate::list!("ling/data/verbs/speak.txt")),
    (Frames::SEEM, crate::list!("ling/data/verbs/seem.txt")),
    (Frames::LIGHT, crate::list!("ling/data/verbs/light.txt")),
    (Frames::NONE, crate::list!("ling/data/verbs/common.txt")),
];

/// Words that report and are no verbs, in one form.
pub(super) const OTHERS: &[(Frames, Pos, &str)] = &[
    (Frames::NOUN, Pos::NOUN, crate::list!("ling/data/closed/cue_nouns.txt")),
    (Frames::ATTITUDE, Pos::ADJ, crate::list!("ling/data/closed/attitudes.txt")),
    (Frames::HEARSAY, Pos::ADV, crate::list!("ling/data/closed/hearsay.txt")),
];

/// Base forms that are nouns as well.
pub(super) const ALSO_NOUNS: &str = crate::list!("ling/data/verbs/both.txt");

/// What the forms of verbs are.
pub(super) const FORMS: [Pos; 6] = [Pos::BASE, Pos::PRES, Pos::PAST, Pos::PART, Pos::PAST.or(Pos::PART), Pos::GER];

/// Calls `each` with every form of the verb that an entry names, and its place among [`FORMS`].
pub(super) fn forms(entry: &str, mut each: impl FnMut(&str, usize)) {
    let (base, irregular) = entry.split_once(':').unwrap_or((entry, ""));
    let (base, doubles) = base.strip_suffix('*').map_or((base, is_doubling(base)), |base| (base, true));
    let mut form = String::new();
    let mut each = |[stem, doubled, ending]: [&str; 3], number| {
        form.clear();
        form.extend([stem, doubled, ending]);
        each(&form, number);
    };
    each([base, "", ""], 0);
    let (stem, ending) = third_person(base);
    each([stem, "", ending], 1);
    let mut past = irregular.split(',').filter(|it| !it.is_empty());
    match (past.next(), past.next()) {
        (Some(past), Some(participle)) => {
            each([past, "", ""], 2);
            each([participle, "", ""], 3);
        }
        (Some(both), None) => each([both, "", ""], 4),
        _ => each(regular_past(base, doubles), 4),
    }
    each(gerund(base, doubles), 5);
}

/// What is left of the base form, and what is put behind it.
pub(super) fn third_person(base: &str) -> (&str, &'static str) {
    match base.as_bytes() {
        _ if ends_in_consonant_y(base) => (&base[..base.len() - 1], "ies"),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => (base, "es"),
        _ => (base, "s"),
    }
}

fn regular_past(base: &str, doubles: bool) -> [&str; 3] {
    if ends_in_consonant_y(base) {
        return [&base[..base.len() - 1], "", "ied"];
    }
    if base.ends_with('e') { [base, "", "d"] } else { [base, doubled(base, doubles), "ed"] }
}

fn gerund(base: &str, doubles: bool) -> [&str; 3] {
    match base.as_bytes() {
        [stem @ .., b'i', b'e'] => [&base[..stem.len()], "", "ying"],
        [.., b'e' | b'o' | b'y', b'e'] => [base, doubled(base, doubles), "ing"],
        [stem @ .., b'e'] if stem.len() > 1 => [&base[..stem.len()], "", "ing"],
        _ => [base, doubled(base, doubles), "ing"],
    }
}

/// The last letter once more, where it is doubled.
fn doubled(base: &str, doubles: bool) -> &str {
    if doubles { &base[base.len() - 1..] } else { "" }
}

fn ends_in_consonant_y(base: &str) -> bool {
    base.strip_suffix('y').is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}

/// *plan*, *stop*: one syllable, one vowel, one consonant at the end.
fn is_doubling(base: &str) -> bool {
    let is_vowel = |byte: u8| b"aeiou".contains(&byte);
    let bytes = base.strip_prefix("qu").unwrap_or(base).as_bytes();
    let vowels = bytes.iter().filter(|&&byte| is_vowel(byte)).count();
    let [.., before, last] = bytes else { return false };
    vowels == 1 && is_vowel(*before) && !is_vowel(*last) && !b"wxy".contains(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(entry: &str, expected: &str) {
        let mut found = Vec::new();
        forms(entry, |form, _| found.push(form.to_owned()));
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn regular() {
        check("claim", "claim claims claimed claiming");
        check("argue", "argue argues argued arguing");
        check("deny", "deny denies denied denying");
        check("stress", "stress stresses stressed stressing");
        check("agree", "agree agrees agreed agreeing");
        check("lie", "lie lies lied lying");
    }

    #[test]
    fn doubled() {
        check("plan", "plan plans planned planning");
        check("admit*", "admit admits admitted admitting");
        check("vow", "vow vows vowed vowing");
    }

    #[test]
    fn irregular() {
        check("say:said", "say says said saying");
        check("write:wrote,written", "write writes wrote written writing");
    }
}
