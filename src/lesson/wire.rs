//! The written form of lessons, slips and work. Every version must be readable for ever.

use crate::text::Span;
use crate::traits::TraitId;

use super::MAX_TRAITS;
use super::anchor::Quote;
use super::code::{self, Kind, Reader, Refused, Writer};
use super::model::{Attempt, Key, Lesson, Marking, Origin, Reveal, Slip, Stance, Story, Work};
use super::ready::known;

/// Characters of a nickname.
const MAX_NICKNAME: usize = 40;

/// Marks of one hand.
const MAX_MARKS: usize = 2_000;

impl Lesson {
    /// Writes it for a link or a file: packed, where that is shorter.
    pub fn write(&self) -> String {
        let bytes = self.pack();
        let packed = code::seal_packed(Kind::Lesson, &bytes);
        let plain = code::seal(Kind::Lesson, bytes);
        if packed.len() < plain.len() { packed } else { plain }
    }

    /// Writes it at once, and longer.
    pub fn write_plain(&self) -> String {
        code::seal(Kind::Lesson, self.pack())
    }

    fn pack(&self) -> Vec<u8> {
        let mut to = Writer::default();
        to.text(&self.title);
        match &self.story {
            Story::Library(slug) => (to.number(0), to.text(slug)),
            Story::Text(text) => (to.number(1), to.text(text)),
        };
        to.list(&self.traits, |to, of| to.text(of.0));
        to.text(&self.instructions);
        to.list(&self.questions, |to, it| to.text(it));
        to.list(&self.hints, |to, it| to.text(it));
        to.number(match self.reveal {
            Reveal::AtOnce => 0,
            Reveal::Never => 1,
            Reveal::After(marks) => u64::from(marks) + 2,
        });
        to.number(u64::from(self.with_sayso));
        match &self.key {
            Key::None => to.number(0),
            Key::Open(marks) => (to.number(1), write_marks(&mut to, marks)).1,
            Key::Sealed(bytes) => (to.number(2), to.bytes(bytes)).1,
        }
        to.0
    }

    /// # Errors
    ///
    /// See [`Refused`].
    pub fn read(code: &str) -> Result<Self, Refused> {
        let lesson = Self::read_draft(code)?;
        match &lesson.story {
            Story::Text(text) if text.len() > super::MAX_TEXT => Err(Refused::TooLong),
            _ => Ok(lesson),
        }
    }

    /// Reads one that is in the making: its text may still be longer than a lesson takes.
    ///
    /// # Errors
    ///
    /// See [`Refused`].
    pub fn read_draft(code: &str) -> Result<Self, Refused> {
        let bytes = code::unseal(Kind::Lesson, code)?;
        let mut from = Reader(&bytes);
        let title = from.text()?;
        let story = match from.number()? {
            0 => Story::Library(from.text()?),
            1 => Story::Text(from.text()?),
            _ => return Err(Refused::Damaged),
        };
        let traits = from.list(read_trait)?;
        if traits.len() > MAX_TRAITS {
            return Err(Refused::TooLong);
        }
        let instructions = from.text()?;
        let questions = from.list(Reader::text)?;
        let hints = from.list(Reader::text)?;
        let reveal = match from.small()? {
            0 => Reveal::AtOnce,
            1 => Reveal::Never,
            marks => Reveal::After(marks - 2),
        };
        let with_sayso = from.number()? != 0;
        let key = match from.number()? {
            0 => Key::None,
            1 => Key::Open(read_marks(&mut from)?),
            2 => Key::Sealed(from.bytes()?.to_owned()),
            _ => return Err(Refused::Damaged),
        };
        from.end()?;
        Ok(Self { title, story, traits, instructions, questions, hints, reveal, with_sayso, key })
    }

    /// Returns the first lesson in a file, whatever is written around it.
    ///
    /// # Errors
    ///
    /// Of the first code that is there.
    pub fn find(file: &str) -> Result<Self, Refused> {
        Self::read(&code::codes(file).next().ok_or(Refused::NotOurs)?)
    }
}

impl Key {
    /// Returns the marks as bytes, to be enciphered.
    pub fn pack(marks: &[Marking]) -> Vec<u8> {
        let mut to = Writer::default();
        write_marks(&mut to, marks);
        to.0
    }

    /// Reads what was enciphered.
    ///
    /// # Errors
    ///
    /// Where the bytes are not those of a key.
    pub fn unpack(bytes: &[u8]) -> Result<Vec<Marking>, Refused> {
        let mut from = Reader(bytes);
        let marks = read_marks(&mut from)?;
        from.end()?;
        Ok(marks)
    }
}

impl Slip {
    pub fn write(&self) -> String {
        let mut to = Writer::default();
        to.number(self.id);
        to.number(u64::from(self.turn));
        write_origin(&mut to, &self.origin);
        to.text(&tame(&self.nickname));
        let marks: Vec<_> = self.marks.iter().map(|(mark, _)| mark.clone()).collect();
        write_marks(&mut to, &marks);
        for (_, quote) in &self.marks {
            to.text(&quote.exact);
            to.text(&quote.before);
            to.text(&quote.after);
        }
        to.list(&self.answers, |to, (question, answer)| {
            to.text(question);
            to.text(answer);
        });
        code::seal(Kind::Slip, to.0)
    }

    /// # Errors
    ///
    /// See [`Refused`].
    pub fn read(code: &str) -> Result<Self, Refused> {
        let bytes = code::unseal(Kind::Slip, code)?;
        let mut from = Reader(&bytes);
        let id = from.number()?;
        let turn = from.small()?;
        let origin = read_origin(&mut from)?;
        let nickname = tame(&from.text()?);
        let mut marks = Vec::new();
        for mark in read_marks(&mut from)? {
            marks.push((mark, Quote { exact: from.text()?, before: from.text()?, after: from.text()? }));
        }
        let answers = from.list(|from| Ok((from.text()?, from.text()?)))?;
        from.end()?;
        Ok(Self { id, turn, origin, nickname, marks, answers })
    }

    /// Returns every slip in a file, or why it could not be read; none where there is none.
    pub fn find(file: &str) -> Vec<Result<Self, Refused>> {
        code::codes(file).map(|it| Self::read(&it)).collect()
    }
}

impl Work {
    pub fn write(&self) -> String {
        let mut to = Writer::default();
        to.number(self.id);
        to.number(u64::from(self.turn));
        write_origin(&mut to, &self.origin);
        to.text(&tame(&self.nickname));
        write_marks(&mut to, &self.marks);
        to.list(&self.answers, |to, it| to.text(it));
        to.number(u64::from(self.hints));
        to.number(u64::from(self.is_revealed));
        to.list(&self.attempts, |to, it| {
            to.number(u64::from(it.marks));
            for score in [it.place, it.kind] {
                to.number(score.map_or(0, |it| u64::from(it) + 1));
            }
        });
        code::seal(Kind::Work, to.0)
    }

    /// # Errors
    ///
    /// See [`Refused`].
    pub fn read(code: &str) -> Result<Self, Refused> {
        let bytes = code::unseal(Kind::Work, code)?;
        let mut from = Reader(&bytes);
        let work = Self {
            id: from.number()?,
            turn: from.small()?,
            origin: read_origin(&mut from)?,
            nickname: tame(&from.text()?),
            marks: read_marks(&mut from)?,
            answers: from.list(Reader::text)?,
            hints: from.small()?,
            is_revealed: from.number()? != 0,
            attempts: from.list(|from| {
                let marks = from.small()?;
                let mut score = || Ok::<_, Refused>(from.small()?.checked_sub(1));
                Ok(Attempt { marks, place: score()?, kind: score()? })
            })?,
        };
        from.end()?;
        Ok(work)
    }
}

/// A nickname as it may stand on a wall: one short line, nothing that acts.
pub(super) fn tame(name: &str) -> String {
    let is_plain = |it: &char| {
        !it.is_control()
            && !matches!(it, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    name.chars().filter(is_plain).take(MAX_NICKNAME).collect::<String>().trim().to_owned()
}

fn write_origin(to: &mut Writer, origin: &Origin) {
    to.text(&origin.slug);
    to.number(origin.text);
    to.number(origin.lesson);
}

fn read_origin(from: &mut Reader<'_>) -> Result<Origin, Refused> {
    Ok(Origin { slug: from.text()?, text: from.number()?, lesson: from.number()? })
}

/// Writes the names of the traits once, and then each mark by the place of its trait.
fn write_marks(to: &mut Writer, marks: &[Marking]) {
    let mut names: Vec<TraitId> = Vec::new();
    for mark in marks {
        if !names.contains(&mark.of) {
            names.push(mark.of);
        }
    }
    to.list(&names, |to, of| to.text(of.0));
    to.list(marks, |to, mark| {
        let of = names.iter().position(|it| *it == mark.of).expect("every name was put on the list");
        to.number(of as u64);
        to.number(mark.span.start() as u64);
        to.number(mark.span.len() as u64);
        to.number(match mark.stance {
            Stance::Open => 0,
            Stance::Defended => 1,
            Stance::Conceded => 2,
            Stance::SaysoWrong => 3,
        });
        to.text(&mark.reason);
    });
}

fn read_marks(from: &mut Reader<'_>) -> Result<Vec<Marking>, Refused> {
    let names = from.list(read_trait)?;
    let marks = from.list(|from| {
        let of = *names.get(from.small()? as usize).ok_or(Refused::Damaged)?;
        let (start, length) = (from.small()?, from.small()?);
        // As a `u32`, since that is what a span holds on every device.
        let end = start.checked_add(length).ok_or(Refused::Damaged)?;
        let stance = match from.number()? {
            0 => Stance::Open,
            1 => Stance::Defended,
            2 => Stance::Conceded,
            3 => Stance::SaysoWrong,
            _ => return Err(Refused::Damaged),
        };
        let reason = from.text()?;
        Ok(Marking { span: Span::new(start as usize, end as usize), of, reason, stance })
    })?;
    if marks.len() > MAX_MARKS { Err(Refused::TooLong) } else { Ok(marks) }
}

fn read_trait(from: &mut Reader<'_>) -> Result<TraitId, Refused> {
    known(&from.text()?).ok_or(Refused::UnknownTrait)
}
