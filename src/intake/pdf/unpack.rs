//! What a stream is packed by (ISO 32000-1, 7.4), undone under a cap.

use hayro_syntax::Filter;
use hayro_syntax::object::Stream;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::super::Reason;

/// The most of a stream that is packed in a way which is unpacked without looking at the cap.
/// It grows to some 1,300 times as much at worst.
const MOST_UNUSUAL: usize = 256 << 10;

/// Unpacks a stream into `left` bytes at most. What is packed in a way that no text is packed in gives nothing.
pub(super) fn unpacked(stream: &Stream<'_>, raw: &[u8], left: usize) -> Result<Vec<u8>, Reason> {
    let filters = stream.filters();
    let has_settings = ["DecodeParms", "DP"].iter().any(|it| stream.dict().contains_key(it));
    let packers = [Filter::FlateDecode, Filter::LzwDecode, Filter::RunLengthDecode];
    let content = match filters.as_slice() {
        [Filter::FlateDecode] if !has_settings => return inflated(raw, left),
        // Packed twice would be a trap.
        filters if filters.iter().filter(|it| packers.contains(it)).count() > 1 => return Ok(Vec::new()),
        [_, ..] if raw.len() > MOST_UNUSUAL => return Err(Reason::TooLong),
        _ => stream.decoded_data().map(|it| it.into_owned()).unwrap_or_default(),
    };
    if content.len() > left { Err(Reason::TooLong) } else { Ok(content) }
}

/// A stream whose end is lost still gives its beginning.
fn inflated(bytes: &[u8], left: usize) -> Result<Vec<u8>, Reason> {
    decompress_to_vec_zlib_with_limit(bytes, left).or_else(|it| match it.status {
        TINFLStatus::HasMoreOutput => Err(Reason::TooLong),
        _ => Ok(it.output),
    })
}
