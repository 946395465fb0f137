//! The six families of traits, as a reader meets them.

use crate::traits::Family;

/// In the order of the panel.
pub(super) const ALL: [Family; 6] =
    [Family::Sourcing, Family::Wording, Family::Headline, Family::Provenance, Family::Consistency, Family::Credit];

pub(super) fn name(family: Family) -> &'static str {
    match family {
        Family::Sourcing => "Sourcing",
        Family::Wording => "Wording",
        Family::Headline => "Headline",
        Family::Provenance => "Provenance",
        Family::Consistency => "Consistency",
        Family::Credit => "Credits",
    }
}
