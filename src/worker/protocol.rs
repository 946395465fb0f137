//! What goes over the wall: small arrays, with the report packed as bytes.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::report::{Report, packed};

/// Counts requests; an answer to any but the last one is stale.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RequestId(pub(super) u32);

/// A text to report on.
#[derive(Debug)]
pub(super) struct ToWorker {
    pub(super) id: RequestId,
    pub(super) text: String,
    /// The reader's own list, as it is kept; none where it is the one sent last.
    pub(super) own: Option<String>,
}

#[derive(Debug)]
pub(super) enum ToPage {
    /// Sent once, first: what is posted to a worker before it listens is lost.
    Ready,
    Report {
        id: RequestId,
        report: Report,
    },
}

impl ToWorker {
    pub(super) fn pack(id: RequestId, text: &str, own: Option<&str>) -> JsValue {
        Array::of3(&id.0.into(), &text.into(), &own.into()).into()
    }

    pub(super) fn unpack(message: &JsValue) -> Option<Self> {
        let parts: &Array = message.dyn_ref()?;
        Some(Self { id: request_id(parts)?, text: parts.get(1).as_string()?, own: parts.get(2).as_string() })
    }
}

impl ToPage {
    /// Returns the message, and the buffers to hand over rather than copy.
    pub(super) fn pack(&self) -> (JsValue, Array) {
        match self {
            Self::Ready => (Array::new().into(), Array::new()),
            Self::Report { id, report } => {
                let bytes = Uint8Array::from(&*packed::pack(report));
                (Array::of2(&id.0.into(), &bytes).into(), Array::of1(&bytes.buffer()))
            }
        }
    }

    pub(super) fn unpack(message: &JsValue) -> Option<Self> {
        let parts: &Array = message.dyn_ref()?;
        if parts.length() == 0 {
            return Some(Self::Ready);
        }
        let bytes: Uint8Array = parts.get(1).dyn_into().ok()?;
        // They stay the browser's, which gives memory back: a slice at a time comes over.
        let mut copy = |from: usize, slice: &mut [u8]| {
            bytes.subarray(from as u32, (from + slice.len()) as u32).copy_to(slice);
        };
        Some(Self::Report { id: request_id(parts)?, report: packed::unpack(bytes.length() as usize, &mut copy)? })
    }
}

fn request_id(parts: &Array) -> Option<RequestId> {
    // A float that was a `u32` before it crossed.
    parts.get(0).as_f64().map(|id| RequestId(id as u32))
}
