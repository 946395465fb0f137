//! One file out of a zip archive (PKWARE APPNOTE 6.3), under a cap.

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};

use super::Reason;

/// Entries that are looked through: a document has some dozens.
const MOST_ENTRIES: usize = 10_000;

/// Returns the content of the file `name`, which may unpack to `limit` bytes; `None` where there is none.
pub(super) fn file(archive: &[u8], name: &[u8], limit: usize) -> Result<Option<Vec<u8>>, Reason> {
    let mut at = directory(archive).ok_or(Reason::Broken)?;
    for _ in 0..MOST_ENTRIES {
        let Some(entry) = Entry::read(archive, at) else { return Ok(None) };
        if entry.name == name {
            return entry.content(archive, limit).map(Some);
        }
        at = entry.next;
    }
    Ok(None)
}

/// Where the list of files begins; it is found from the end.
fn directory(archive: &[u8]) -> Option<usize> {
    /// The record, and the longest comment that may follow it.
    const TAIL: usize = 22 + 0xFFFF;
    let from = archive.len().saturating_sub(TAIL);
    let found = archive[from..].windows(4).rposition(|it| it == b"PK\x05\x06")?;
    Some(u32_at(archive, from + found + 16)? as usize)
}

struct Entry<'z> {
    name: &'z [u8],
    method: u16,
    packed: usize,
    /// Where the file's own header stands.
    header: usize,
    /// Where the next entry stands.
    next: usize,
}

impl<'z> Entry<'z> {
    fn read(archive: &'z [u8], at: usize) -> Option<Self> {
        if archive.get(at..at.checked_add(4)?)? != b"PK\x01\x02" {
            return None;
        }
        let length = |offset: usize| u16_at(archive, at + offset).map(usize::from);
        let (name, extra, comment) = (length(28)?, length(30)?, length(32)?);
        Some(Self {
            name: archive.get(at + 46..at + 46 + name)?,
            method: u16_at(archive, at + 10)?,
            packed: u32_at(archive, at + 20)? as usize,
            header: u32_at(archive, at + 42)? as usize,
            next: at + 46 + name + extra + comment,
        })
    }

    fn content(&self, archive: &[u8], limit: usize) -> Result<Vec<u8>, Reason> {
        let packed = self.packed_bytes(archive).ok_or(Reason::Broken)?;
        match self.method {
            0 if packed.len() <= limit => Ok(packed.to_vec()),
            0 => Err(Reason::TooLong),
            8 => decompress_to_vec_with_limit(packed, limit).map_err(|it| match it.status {
                TINFLStatus::HasMoreOutput => Reason::TooLong,
                _ => Reason::Broken,
            }),
            _ => Err(Reason::OtherDocument),
        }
    }

    fn packed_bytes<'a>(&self, archive: &'a [u8]) -> Option<&'a [u8]> {
        let at = self.header;
        if archive.get(at..at.checked_add(4)?)? != b"PK\x03\x04" {
            return None;
        }
        let start = at + 30 + usize::from(u16_at(archive, at + 26)?) + usize::from(u16_at(archive, at + 28)?);
        archive.get(start..start.checked_add(self.packed)?)
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}
