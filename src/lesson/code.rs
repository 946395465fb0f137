//! Bytes as text that survives a link, a chat and a file: `slip1.` and base64url.
//!
//! Numbers are varints, strings and lists carry their length, and four bytes at the end
//! tell a damaged code from a whole one. Version 2, which lessons have, is packed by deflate.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

/// What a code holds. The number in its name is the version of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Lesson,
    Slip,
    Work,
}

/// Why a code was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing of Sayso's is in it.
    NotOurs,
    /// Of Sayso, but of another kind: a lesson where a slip was wanted.
    OtherKind,
    /// Written by a later version.
    Newer,
    /// Cut off or changed on its way.
    Damaged,
    TooLong,
    /// Names a rule that this version does not have.
    UnknownTrait,
}

/// Characters of a code.
const MAX_CODE: usize = 1_000_000;

/// The most that a packed code unpacks to, in bytes.
const MAX_BYTES: usize = 1 << 20;

/// Bytes of the sum at the end.
const SUM: usize = 4;

impl Kind {
    const ALL: [Self; 3] = [Self::Lesson, Self::Slip, Self::Work];

    fn name(self) -> &'static str {
        match self {
            Self::Lesson => "lesson",
            Self::Slip => "slip",
            Self::Work => "work",
        }
    }

    /// Returns the kind and version that a code says it is; `None` where it is no code.
    fn of(code: &str) -> Option<(Self, &str, &str)> {
        let (head, body) = code.split_once('.')?;
        let digits = head.trim_start_matches(|it: char| it.is_ascii_lowercase());
        let kind = Self::ALL.into_iter().find(|it| it.name() == &head[..head.len() - digits.len()])?;
        let is_version = !digits.is_empty() && digits.len() < 6 && digits.bytes().all(|it| it.is_ascii_digit());
        is_version.then_some((kind, digits, body))
    }
}

/// Returns the codes of any kind in a file, whole or not, whatever stands around them.
///
/// Mail and chats break a long line, and mark it as quoted.
pub(super) fn codes(file: &str) -> impl Iterator<Item = String> {
    let mut rest = file;
    std::iter::from_fn(move || {
        let (head, body) = opening(rest)?;
        let (first, after) = body.split_at(body.find(|it| !is_letter(it)).unwrap_or(body.len()));
        rest = after;
        let mut pieces = vec![first];
        pieces.extend(broken_off(after));
        // Other words may stand alone on the lines behind a code, so the sum decides.
        let lengths = [pieces.len(), pieces.len() - 1, 1];
        let bodies = lengths.map(|it| pieces[..it].concat());
        let whole = bodies.iter().find(|it| checked(it).is_ok()).unwrap_or(&bodies[0]);
        Some(format!("{head}{whole}"))
    })
}

/// Cuts where the next code begins: what says its kind and version, and what stands behind that.
fn opening(text: &str) -> Option<(&str, &str)> {
    text.match_indices('.').find_map(|(dot, _)| {
        let before = text[..dot].bytes().rev();
        let length = before.take_while(|it| it.is_ascii_digit() || it.is_ascii_lowercase()).count();
        let body = &text[dot + 1..];
        let is_code = Kind::of(&text[dot - length..=dot]).is_some() && body.starts_with(is_letter);
        is_code.then_some((&text[dot - length..=dot], body))
    })
}

/// The lines behind the first one that may be of the same code: all but the last are equally long.
fn broken_off(after: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut lines = after.split('\n');
    if !lines.next().is_some_and(|it| it.trim().is_empty()) {
        return pieces;
    }
    for line in lines {
        let line = line.trim_start_matches(['>', ' ']).trim_end();
        let (piece, tail) = line.split_at(line.find(|it| !is_letter(it)).unwrap_or(line.len()));
        let is_full = pieces.last().is_none_or(|it| it.len() == pieces[0].len());
        if piece.is_empty() || !is_full || tail.contains(char::is_alphanumeric) {
            break;
        }
        pieces.push(piece);
        if !tail.is_empty() {
            break;
        }
    }
    pieces
}

fn is_letter(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_')
}

/// Returns the code that holds `bytes`.
pub(super) fn seal(kind: Kind, bytes: Vec<u8>) -> String {
    format!("{}1.{}", kind.name(), summed(bytes))
}

/// As [`seal`], but packed.
pub(super) fn seal_packed(kind: Kind, bytes: &[u8]) -> String {
    format!("{}2.{}", kind.name(), summed(compress_to_vec(bytes, 9)))
}

fn summed(mut bytes: Vec<u8>) -> String {
    bytes.extend(sum(&bytes));
    BASE64.encode(&bytes)
}

/// Returns what the code holds. Space around it does not matter.
///
/// # Errors
///
/// See [`Refused`].
pub(super) fn unseal(kind: Kind, code: &str) -> Result<Vec<u8>, Refused> {
    if code.len() > MAX_CODE {
        return Err(Refused::TooLong);
    }
    let (found, version, body) = Kind::of(code.trim()).ok_or(Refused::NotOurs)?;
    if found != kind {
        return Err(Refused::OtherKind);
    }
    let is_packed = match (version, kind) {
        ("1", _) => false,
        ("2", Kind::Lesson) => true,
        _ => return Err(Refused::Newer),
    };
    let bytes = checked(body)?;
    if !is_packed {
        return Ok(bytes);
    }
    decompress_to_vec_with_limit(&bytes, MAX_BYTES).map_err(|it| match it.status {
        TINFLStatus::HasMoreOutput => Refused::TooLong,
        _ => Refused::Damaged,
    })
}

/// Returns the bytes, where the sum at the end is theirs.
fn checked(body: &str) -> Result<Vec<u8>, Refused> {
    let mut bytes = BASE64.decode(body).map_err(|_| Refused::Damaged)?;
    let rest = bytes.len().checked_sub(SUM).ok_or(Refused::Damaged)?;
    let sum_read = bytes.split_off(rest);
    if sum_read == sum(&bytes) { Ok(bytes) } else { Err(Refused::Damaged) }
}

fn sum(bytes: &[u8]) -> [u8; SUM] {
    let hash = bytes.iter().fold(0x811c_9dc5, |hash: u32, &it| (hash ^ u32::from(it)).wrapping_mul(0x0100_0193));
    hash.to_le_bytes()
}

/// Writes numbers, strings and lists.
#[derive(Debug, Default)]
pub(super) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(super) fn number(&mut self, mut value: u64) {
        while value >= 0x80 {
            self.0.push(value as u8 | 0x80);
            value >>= 7;
        }
        self.0.push(value as u8);
    }

    pub(super) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.0.extend(bytes);
    }

    pub(super) fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    pub(super) fn list<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        items.iter().for_each(|it| write(self, it));
    }
}

/// Reads what a [`Writer`] wrote, and refuses everything else.
#[derive(Debug)]
pub(super) struct Reader<'b>(pub(super) &'b [u8]);

impl<'b> Reader<'b> {
    pub(super) fn number(&mut self) -> Result<u64, Refused> {
        let mut value = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.0.split_first().ok_or(Refused::Damaged)?;
            self.0 = rest;
            let bits = u64::from(byte & 0x7f);
            if shift == 63 && bits > 1 {
                return Err(Refused::Damaged);
            }
            value |= bits << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(Refused::Damaged)
    }

    pub(super) fn small(&mut self) -> Result<u32, Refused> {
        u32::try_from(self.number()?).map_err(|_| Refused::Damaged)
    }

    pub(super) fn bytes(&mut self) -> Result<&'b [u8], Refused> {
        let length = self.length()?;
        let (bytes, rest) = self.0.split_at(length);
        self.0 = rest;
        Ok(bytes)
    }

    pub(super) fn text(&mut self) -> Result<String, Refused> {
        std::str::from_utf8(self.bytes()?).map(str::to_owned).map_err(|_| Refused::Damaged)
    }

    pub(super) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Result<T, Refused>) -> Result<Vec<T>, Refused> {
        (0..self.length()?).map(|_| read(self)).collect()
    }

    /// Everything must have been read: what is left over was never written.
    pub(super) fn end(self) -> Result<(), Refused> {
        if self.0.is_empty() { Ok(()) } else { Err(Refused::Damaged) }
    }

    /// An item takes a byte at least, so no list is longer than what is left.
    fn length(&mut self) -> Result<usize, Refused> {
        let length = self.number()?;
        usize::try_from(length).ok().filter(|&it| it <= self.0.len()).ok_or(Refused::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, section 10, without padding.
    #[test]
    fn base64_as_the_standard_has_it() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(BASE64.encode(bytes), text);
            assert_eq!(BASE64.decode(text).as_deref(), Ok(bytes.as_bytes()));
        }
        assert_eq!(BASE64.encode([0xfb, 0xff]), "-_8");
        assert!(BASE64.decode("Zm9v=").is_err());
        assert!(BASE64.decode("Z").is_err());
    }

    #[test]
    fn numbers_of_every_length_come_back() {
        for value in [0, 1, 127, 128, 300, u64::from(u32::MAX), u64::MAX] {
            let mut writer = Writer::default();
            writer.number(value);
            assert_eq!(Reader(&writer.0).number(), Ok(value));
        }
        assert_eq!(Reader(&[0xff; 10]).number(), Err(Refused::Damaged));
    }

    #[test]
    fn a_list_longer_than_the_bytes_is_refused_before_it_is_made() {
        let mut writer = Writer::default();
        writer.number(u64::MAX);
        assert_eq!(Reader(&writer.0).list(|it| it.number()), Err(Refused::Damaged));
    }

    #[test]
    fn each_trouble_has_its_name() {
        let code = seal(Kind::Slip, vec![1, 2, 3]);
        assert_eq!(unseal(Kind::Slip, &format!("  {code}\n")), Ok(vec![1, 2, 3]));
        assert_eq!(unseal(Kind::Lesson, &code), Err(Refused::OtherKind));
        assert_eq!(unseal(Kind::Slip, "slip2.AAAA"), Err(Refused::Newer));
        assert_eq!(unseal(Kind::Slip, &code[..code.len() - 1]), Err(Refused::Damaged));
        assert_eq!(unseal(Kind::Slip, "my homework"), Err(Refused::NotOurs));
        assert_eq!(unseal(Kind::Slip, "slip1"), Err(Refused::NotOurs));
        assert_eq!(unseal(Kind::Slip, &"a".repeat(MAX_CODE + 1)), Err(Refused::TooLong));
        assert_eq!(unseal(Kind::Lesson, "lesson3.AAAA"), Err(Refused::Newer));
    }

    #[test]
    fn what_is_packed_comes_back_and_never_grows_without_end() {
        let code = seal_packed(Kind::Lesson, &[7; 5_000]);
        assert_eq!((code.len() < 60, unseal(Kind::Lesson, &code)), (true, Ok(vec![7; 5_000])));
        let bomb = seal_packed(Kind::Lesson, &vec![0; MAX_BYTES + 1]);
        assert_eq!(unseal(Kind::Lesson, &bomb), Err(Refused::TooLong));
        // The sum fits; what it is of was never packed.
        let unpacked = format!("lesson2.{}", summed(vec![255; 40]));
        assert_eq!(unseal(Kind::Lesson, &unpacked), Err(Refused::Damaged));
    }
}
