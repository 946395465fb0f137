//! The word lists behind the wording traits: parse and inflect.
//!
//! A list is a text file in `data/`. `#` begins a comment line. A section
//! opens with `[kind part] reason`: the kind of finding, the part of speech
//! that decides which forms are made (`noun verb adj adv phrase suffix prefix`), and why the
//! words under it are marked. A line that begins with `=` says what a careful
//! editor would write for the words or phrases below it, and on what conditions:
//!
//! ```text
//! = armed group ; not after: street drug ; not before: member
//! crew, gang
//! ```
//!
//! `before:`, `after:`, `near:` (five words either side) and `around:` (fifteen)
//! list words one of which must stand there, or with `not` none of which may;
//! `@sport` stands for the words of that field in `data/fields.txt`, `#` for any
//! number in figures. `mild` marks only beside another marked word; `caps` allows a
//! capital; `clause` asks for a clause behind a verb of speech, or for a quotation
//! beside it. A line that begins with `&` gives a condition to the whole section.

use std::sync::{LazyLock, OnceLock};

use crate::ling::{KeyIndex, Shape, Word, WordSet, key};
use crate::text::{cut, ends_with_one, parts};

/// Which trait an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum List {
    Label,
    Language,
    Verb,
}

/// Which forms an entry has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Noun,
    Verb,
    Adjective,
    Adverb,
    /// As written.
    Phrase,
    /// The end of a compound: *-obsessed*.
    Suffix,
    /// The beginning of a compound: *pseudo-*.
    Prefix,
}

/// One line of a list.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) list: List,
    pub(super) part: Part,
    pub(super) kind: &'static str,
    pub(super) why: &'static str,
    /// What a careful editor would write.
    pub(super) instead: &'static str,
    pub(super) mild: bool,
    pub(super) caps: bool,
    pub(super) clause: bool,
    pub(super) conditions: Vec<Condition>,
    /// As the list has them, not inflected.
    pub(super) words: Vec<&'static str>,
}

/// Words that must, or must not, stand beside an entry.
#[derive(Clone, Debug)]
pub(super) struct Condition {
    pub(super) wanted: bool,
    pub(super) place: Place,
    /// As the list has them.
    words: &'static str,
    /// Made when first asked for: few of the words that have a condition stand in a text.
    keys: OnceLock<KeyIndex>,
    /// Whose words are among them: a bit for each field.
    fields: usize,
    /// Whether a number in figures is one of the words.
    number: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Before,
    After,
    Near,
    Around,
}

/// What a sentence may be about: the names of the fields, and by the key of a word a bit for each that has it.
static FIELDS: LazyLock<(Vec<&str>, KeyIndex)> = LazyLock::new(|| {
    let list = crate::list!("traits/data/fields.txt");
    let (mut names, mut fields) = (Vec::new(), KeyIndex::with_room(list.len() / WORD));
    for (name, words) in parts(list, b'\n').filter(|it| !it.starts_with('#')).filter_map(|it| cut(it, ": ")) {
        for key in words.split_ascii_whitespace().map(key) {
            fields.add_bits(key, 1 << names.len());
        }
        names.push(name);
    }
    (names, fields)
});

/// About so long is a word of a list with what stands behind it, in bytes.
const WORD: usize = 8;

/// The bit of a field.
fn field(name: &str) -> Option<usize> {
    FIELDS.0.iter().position(|it| *it == name).map(|at| 1 << at)
}

/// A line that is no entry, by its number from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Malformed(pub(super) usize);

/// Reads a list; a line that cannot be read ends it.
pub(super) fn parse(list: List, text: &'static str) -> Result<Vec<Entry>, Malformed> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut section = None;
    let mut shared: Vec<Condition> = Vec::new();
    let mut is_open = false;
    for (number, line) in (1..).zip(parts(text, b'\n').map(str::trim_ascii)) {
        let malformed = || Malformed(number);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix('[') {
            let (head, why) = cut(head, "] ").ok_or_else(malformed)?;
            let (kind, part) = head.split_once(' ').ok_or_else(malformed)?;
            section = Some((kind, Part::named(part).ok_or_else(malformed)?, why));
            shared.clear();
            is_open = false;
        } else if let Some(condition) = line.strip_prefix("& ") {
            shared.push(Condition::read(condition).filter(|_| !is_open).ok_or_else(malformed)?);
        } else if let Some(rest) = line.strip_prefix("= ") {
            let (kind, part, why) = section.ok_or_else(malformed)?;
            let (instead, mut options) = first_of(rest);
            let (mild, caps, clause, conditions, words) = (false, false, false, shared.clone(), Vec::new());
            let mut entry = Entry { list, part, kind, why, instead, mild, caps, clause, conditions, words };
            while let Some(rest) = options {
                let (option, others) = first_of(rest);
                entry.read_option(option).ok_or_else(malformed)?;
                options = others;
            }
            entries.push(entry);
            is_open = true;
        } else {
            let entry = entries.last_mut().filter(|_| is_open).ok_or_else(malformed)?;
            let words = parts(line, b',').map(str::trim_ascii).filter(|word| !word.is_empty());
            entry.words.extend(words);
        }
    }
    Ok(entries)
}

/// What stands before the first semicolon between spaces, and behind it.
fn first_of(line: &'static str) -> (&'static str, Option<&'static str>) {
    cut(line, " ; ").map_or((line, None), |(first, rest)| (first, Some(rest)))
}

impl Part {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "noun" => Self::Noun,
            "verb" => Self::Verb,
            "adj" => Self::Adjective,
            "adv" => Self::Adverb,
            "phrase" => Self::Phrase,
            "suffix" => Self::Suffix,
            "prefix" => Self::Prefix,
            _ => return None,
        })
    }
}

impl Condition {
    fn read(option: &'static str) -> Option<Self> {
        let (place, words) = cut(option, ": ")?;
        let (wanted, place) = place.strip_prefix("not ").map_or((true, place), |place| (false, place));
        let place = match place {
            "before" => Place::Before,
            "after" => Place::After,
            "near" => Place::Near,
            "around" => Place::Around,
            _ => return None,
        };
        let mut names = parts(words, b'@').skip(1).map(|it| parts(it, b' ').next().unwrap_or_default());
        let fields = names.try_fold(0, |all, it| Some(all | field(it)?))?;
        Some(Self { wanted, place, words, keys: OnceLock::new(), fields, number: words.as_bytes().contains(&b'#') })
    }

    fn keys(&self) -> KeyIndex {
        let mut keys = KeyIndex::with_room(self.words.len() / WORD);
        let words = self.words.split_ascii_whitespace().filter(|it| !it.starts_with(['@', '#']));
        words.for_each(|it| keys.insert(key(it), 0));
        keys
    }

    /// Tells whether a word is one of those that the condition lists.
    pub(super) fn listing(&self) -> impl Fn(&Word) -> bool {
        let keys = self.keys.get_or_init(|| self.keys());
        let is_of_field = |it: &Word| FIELDS.1.get(it.key).is_some_and(|it| it & self.fields != 0);
        move |it| keys.has(it.key) || self.number && it.shape == Shape::Number || self.fields != 0 && is_of_field(it)
    }
}

impl Entry {
    fn read_option(&mut self, option: &'static str) -> Option<()> {
        match option {
            "mild" => self.mild = true,
            "caps" => self.caps = true,
            "clause" => self.clause = true,
            _ => self.conditions.push(Condition::read(option)?),
        }
        Some(())
    }

    /// Calls `each` with every form of every word.
    pub(super) fn forms(&self, mut each: impl FnMut(&str)) {
        let mut form = String::new();
        self.words.iter().for_each(|word| self.put_forms_of(word, &mut form, &mut each));
    }

    /// Calls `each` with every form of one of the words.
    pub(super) fn forms_of(&self, word: &str, mut each: impl FnMut(&str)) {
        self.put_forms_of(word, &mut String::new(), &mut each);
    }

    /// As [`forms_of`](Self::forms_of), each put together in `form`.
    fn put_forms_of(&self, word: &str, form: &mut String, each: &mut impl FnMut(&str)) {
        // A possessive ending is no part of a word's key.
        let bare = word.as_bytes().contains(&b'\'').then(|| word.replace("'s ", " "));
        let word = bare.as_deref().unwrap_or(word);
        let mut each = |parts: Parts<'_>, behind: &str| {
            form.clear();
            form.extend(parts);
            form.push_str(behind);
            each(form);
        };
        match self.part {
            Part::Noun => {
                each([word, "", ""], "");
                plural(word).into_iter().for_each(|plural| each(plural, ""));
            }
            Part::Verb => {
                let (verb, behind) = word.split_at(word.bytes().position(|it| it == b' ').unwrap_or(word.len()));
                conjugate(verb, |form| each(form, behind));
            }
            Part::Adjective => {
                each([word, "", ""], "");
                // *extremely* only weighs: of a mild word hardly a judgement is left. *toxically* is plain.
                const NONE: &str = "ly ile iacal insane nizing torious toxic istic itic ignant omical credible";
                if !self.mild && !word.as_bytes().contains(&b'-') && !ends_with_one(word, NONE) {
                    each(adverb(word), "");
                }
            }
            _ => each([word, "", ""], ""),
        }
    }
}

/// A form of a word: what is left of it, a letter that is doubled, and an ending.
type Parts<'w> = [&'w str; 3];

/// *absurdly*, *horribly*, *greedily*; of a word that has none, one that nobody writes.
fn adverb(word: &str) -> Parts<'_> {
    match word.as_bytes() {
        [.., b'l', b'e'] => [&word[..word.len() - 1], "", "y"],
        [stem @ .., b'y'] => [&word[..stem.len()], "", "ily"],
        [.., b'i', b'c'] => [word, "", "ally"],
        _ => [word, "", "ly"],
    }
}

/// The regular plural; none of what looks like one already.
fn plural(word: &str) -> Option<Parts<'_>> {
    let is_plural = word.ends_with('s') && !word.ends_with("ss") || word.ends_with("men");
    if is_plural || word.ends_with(" of") {
        return None;
    }
    Some(third_person(word))
}

/// *s*, *es* or *ies* behind a noun or a verb.
fn third_person(word: &str) -> Parts<'_> {
    match word.as_bytes() {
        [.., b'a' | b'e' | b'i' | b'o' | b'u', b'y'] => [word, "", "s"],
        [stem @ .., b'y'] => [&word[..stem.len()], "", "ies"],
        [.., b's' | b'x' | b'z'] | [.., b'c' | b's', b'h'] => [word, "", "es"],
        _ if word == "torpedo" => [word, "", "es"],
        _ => [word, "", "s"],
    }
}

/// Base, past and participle of the irregular verbs of the lists.
const IRREGULAR: &str = "bend bent bent bleed bled bled blow blew blown come came come feed fed fed fight fought \
    fought hit hit hit lay laid laid lose lost lost melt melted melted run ran run sell sold sold shake shook \
    shaken shoot shot shot shrink shrank shrunk spin spun spun spit spat spat steal stole stolen strike struck \
    struck swear swore sworn sweep swept swept take took taken tear tore torn throw threw thrown wring wrung wrung";
static IRREGULAR_FORMS: WordSet = WordSet::new(IRREGULAR);

fn conjugate(verb: &str, mut each: impl FnMut(Parts<'_>)) {
    each([verb, "", ""]);
    each(third_person(verb));
    let doubled = if doubles(verb) { &verb[verb.len() - 1..] } else { "" };
    let silent_e = verb.strip_suffix('e').filter(|it| !it.ends_with(['e', 'o', 'y']));
    each([silent_e.unwrap_or(verb), doubled, "ing"]);
    if let Some(base) = IRREGULAR_FORMS.get(key(verb)).filter(|it| it % 3 == 0) {
        IRREGULAR.split(' ').skip(base + 1).take(2).for_each(|it| each([it, "", ""]));
    } else if let Some(stem) = verb.strip_suffix('y').filter(|it| !it.ends_with(['a', 'e', 'o', 'u'])) {
        each([stem, "", "ied"]);
    } else {
        each([verb.strip_suffix('e').unwrap_or(verb), doubled, "ed"]);
    }
}

/// One syllable, or a stressed last one, that ends in one vowel and one consonant: *slam*, *admit*.
fn doubles(verb: &str) -> bool {
    if ["admit", "repel", "propel", "rebut"].contains(&verb) {
        return true;
    }
    let is_vowel = |it: &u8| b"aeiouy".contains(it);
    let bytes = verb.as_bytes();
    let [.., before, vowel, last] = bytes else { return false };
    let vowels = bytes.windows(2).filter(|it| is_vowel(&it[0]) && !is_vowel(&it[1])).count();
    vowels == 1 && is_vowel(vowel) && !is_vowel(last) && !b"wx".contains(last) && (!is_vowel(before) || before == &b'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(verb: &str) -> String {
        let mut all = Vec::new();
        conjugate(verb, |form| all.push(form.concat()));
        all.join(" ")
    }

    #[test]
    fn regular_verbs() {
        assert_eq!(forms("slam"), "slam slams slamming slammed");
        assert_eq!(forms("admit"), "admit admits admitting admitted");
        assert_eq!(forms("tout"), "tout touts touting touted");
        assert_eq!(forms("bully"), "bully bullies bullying bullied");
        assert_eq!(forms("savage"), "savage savages savaging savaged");
        assert_eq!(forms("axe"), "axe axes axing axed");
        assert_eq!(forms("parrot"), "parrot parrots parroting parroted");
    }

    #[test]
    fn irregular_verbs() {
        assert_eq!(forms("steal"), "steal steals stealing stole stolen");
    }

    #[test]
    fn adverbs() {
        let forms = ["absurd", "horrible", "greedy", "barbaric"].map(|it| adverb(it).concat());
        assert_eq!(forms, ["absurdly", "horribly", "greedily", "barbarically"]);
    }

    #[test]
    fn plurals() {
        assert_eq!(plural("crony").map(|it| it.concat()).as_deref(), Some("cronies"));
        assert_eq!(plural("loudmouth").map(|it| it.concat()).as_deref(), Some("loudmouths"));
        assert_eq!(plural("hooligans"), None);
    }

    #[test]
    fn a_wrong_line_is_named() {
        let wrong = |text| parse(List::Label, text).err();
        assert_eq!(wrong("[a noun] Why.\nthug"), Some(Malformed(2)));
        assert_eq!(wrong("[a noun] Why.\n= man ; beside: a\nthug"), Some(Malformed(2)));
        assert_eq!(wrong("= man\nthug"), Some(Malformed(1)));
        assert_eq!(wrong("[a noun] Why.\n= man ; not before: a\nthug"), None);
        assert_eq!(wrong("[a noun] Why.\n& not near: a\n= man\nthug"), None);
        assert_eq!(wrong("[a noun] Why.\n= man\nthug\n& not near: a"), Some(Malformed(4)));
        assert_eq!(wrong("[a noun] Why.\n= man ; not near: @nosuchfield\nthug"), Some(Malformed(2)));
    }

    #[test]
    fn a_condition_lists_words_fields_and_figures() {
        let condition = Condition::read("not around: goalless @weather #").expect("it can be read");
        assert_eq!((condition.wanted, condition.place), (false, Place::Around));
        let reading = crate::ling::Reading::new("goalless rain 14 tea");
        let article = reading.articles().next().expect("there is one");
        let listed: Vec<bool> = article.words.iter().map(condition.listing()).collect();
        assert_eq!(listed, [true, true, true, false]);
    }

    #[test]
    fn a_section_gives_its_condition_to_every_entry() {
        let entries = parse(List::Label, "[a noun] Why.\n& not near: a\n= man\nthug\n= b\nboor\n[c noun] D.\n= e\noaf");
        let counts = entries.map(|it| it.iter().map(|it| it.conditions.len()).collect::<Vec<_>>());
        assert_eq!(counts, Ok(vec![1, 1, 0]));
    }
}
