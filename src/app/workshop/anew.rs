//! Parts that are made from nothing whenever what they read changes.
//!
//! Drawn over what stood before, a box would keep what was typed into it, and a list the rows whose keys are the same,
//! with all that these were told then.

use leptos::prelude::*;

/// Draws anew, and keeps no element of what stood before, whenever what it reads changes.
pub(super) fn anew(draw: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_odd = StoredValue::new(false);
    (move || {
        is_odd.update_value(|it| *it = !*it);
        let view = draw();
        // A view takes the place of one of another type.
        if is_odd.get_value() { (view,).into_any() } else { view }
    })
    .into_any()
}
