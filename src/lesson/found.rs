//! Which of several lessons the slips of a class are of.

use crate::text::fingerprint;

use super::model::{Lesson, Origin, Slip, Story};

/// Returns the lesson that most slips bear the number of, else one on the text that most of them are
/// about; `None` where fewer than half are.
pub fn lesson_of(slips: &[Slip], lessons: impl IntoIterator<Item = Lesson>) -> Option<Lesson> {
    let lessons: Vec<Lesson> = lessons.into_iter().collect();
    let most = |fits: &dyn Fn(&Origin) -> bool| slips.iter().filter(|it| fits(&it.origin)).count();
    let count = |it: &Lesson| {
        let id = it.id();
        let text = match &it.story {
            Story::Text(text) => Some(fingerprint(text.as_bytes())),
            Story::Library(_) => None,
        };
        (most(&|of| of.lesson == id), most(&|of| Some(of.text) == text))
    };
    let counts: Vec<_> = lessons.iter().map(count).collect();
    // Of equals the first, which was made last.
    let best = (0..lessons.len()).rev().max_by_key(|&it| counts[it])?;
    let is_theirs = counts[best].0.max(counts[best].1) * 2 >= slips.len();
    lessons.into_iter().nth(best).filter(|_| is_theirs && !slips.is_empty())
}
