//! Six lessons that come with Sayso, each with a page for the teacher.
//!
//! One text file under `public/lessons/` is one lesson: lines `key: value`, some of
//! which may come several times.

use crate::text::Span;
use crate::traits::{self, TraitId};

use super::model::{Key, Lesson, Marking, Reveal, Stance, Story};

/// A lesson that is ready, and how to give it.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Stable, since links carry it.
    pub name: &'static str,
    /// Its name in the library.
    pub article: &'static str,
    pub lesson: Lesson,
    pub aim: &'static str,
    /// Steps of 20 minutes.
    pub short: Vec<&'static str>,
    /// Steps of 45 minutes.
    pub long: Vec<&'static str>,
    pub discuss: Vec<&'static str>,
    pub expect: &'static str,
    /// Trait and words of each mark of the key.
    keys: Vec<(TraitId, &'static str)>,
}

static FILES: [(&str, &str); 6] = [
    ("unnamed-sources", include_str!("../../public/lessons/unnamed-sources.txt")),
    ("headline-label", include_str!("../../public/lessons/headline-label.txt")),
    ("four-reports", include_str!("../../public/lessons/four-reports.txt")),
    ("whose-voice", include_str!("../../public/lessons/whose-voice.txt")),
    ("figures-and-dates", include_str!("../../public/lessons/figures-and-dates.txt")),
    ("fair-article", include_str!("../../public/lessons/fair-article.txt")),
];

/// Returns every ready lesson, in the order shown.
pub fn ready() -> Vec<Ready> {
    FILES.iter().filter_map(|(name, file)| parse(name, file)).collect()
}

impl Ready {
    /// Returns the lesson with its key, whose words are looked up in the text of the article.
    pub fn with_key(&self, text: &str) -> Lesson {
        let marks: Vec<_> = self
            .keys
            .iter()
            .filter_map(|&(of, words)| {
                let start = text.find(words)?;
                let span = Span::new(start, start + words.len());
                Some(Marking { span, of, reason: String::new(), stance: Stance::Open })
            })
            .collect();
        let key = if marks.is_empty() { Key::None } else { Key::Open(marks) };
        Lesson { key, ..self.lesson.clone() }
    }
}

/// Returns `None` for a file that lacks what every lesson needs; a test finds those.
fn parse(name: &'static str, file: &'static str) -> Option<Ready> {
    let fields: Vec<(&str, &'static str)> = file.lines().filter_map(|line| line.split_once(": ")).collect();
    let all = |name: &str| fields.iter().filter(|it| it.0 == name).map(|it| it.1.trim()).collect::<Vec<_>>();
    let one = |name: &str| all(name).first().copied();
    let owned = |name: &str| all(name).into_iter().map(str::to_owned).collect();
    let steps = |name: &str| one(name).map(|it| it.split(" · ").collect()).unwrap_or_default();
    let article = one("article")?;
    let traits = one("traits")?.split(", ").map(known).collect::<Option<_>>()?;
    let lesson = Lesson {
        instructions: one("instructions")?.to_owned(),
        questions: owned("question"),
        hints: owned("hint"),
        reveal: Reveal::After(one("reveal")?.parse().ok()?),
        ..Lesson::plain(one("title")?, Story::Library(article.to_owned()), traits)
    };
    let key = |line: &'static str| line.split_once(" | ").and_then(|(of, words)| Some((known(of)?, words)));
    Some(Ready {
        name,
        article,
        lesson,
        aim: one("aim")?,
        short: steps("plan20"),
        long: steps("plan45"),
        discuss: all("discuss"),
        expect: one("expect")?,
        keys: all("key").into_iter().map(key).collect::<Option<_>>()?,
    })
}

pub(super) fn known(name: &str) -> Option<TraitId> {
    traits::ALL.iter().map(|it| it.id).find(|it| it.0 == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::MAX_TRAITS;

    #[test]
    fn every_lesson_is_whole() {
        assert_eq!(ready().len(), FILES.len());
        for it in ready() {
            assert!((1..=MAX_TRAITS).contains(&it.lesson.traits.len()), "{}", it.name);
            assert!(it.short.len() >= 3 && it.long.len() >= 4 && it.discuss.len() >= 3, "{}", it.name);
            assert!(it.lesson.questions.len() >= 3 && it.lesson.hints.len() >= 2, "{}", it.name);
        }
    }

    #[test]
    fn every_plan_takes_its_time() {
        let minutes = |step: &&str| step.split(' ').next().and_then(|it| it.parse::<u32>().ok()).unwrap_or(0);
        for it in ready() {
            assert_eq!(it.short.iter().map(minutes).sum::<u32>(), 20, "{}", it.name);
            assert_eq!(it.long.iter().map(minutes).sum::<u32>(), 45, "{}", it.name);
        }
    }

    #[test]
    fn every_key_stands_in_its_article() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/library");
        for it in ready() {
            let file = std::fs::read_to_string(format!("{folder}/{}.txt", it.article)).expect("the article ships");
            let (_, text) = file.split_once("\n\n").expect("a header comes first");
            for (of, words) in &it.keys {
                assert!(text.contains(words), "{}: “{words}” is not in {}", it.name, it.article);
                assert!(it.lesson.traits.contains(of), "{}: {of:?} is not asked for", it.name);
            }
        }
    }
}
