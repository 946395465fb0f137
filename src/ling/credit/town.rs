//! Datelines of towns that no list holds.

use super::super::lexicon::look_up;
use super::super::word::{Classes, key};
use super::{Dateline, MAX_DATELINE, is_label, is_no_name, is_place_word, is_wire};
use crate::text::{cut, find};

/// *Marlow – The bridge …*, a town in no list, at the very start of a text.
pub(in super::super) fn dateline_of_town(paragraph: &str) -> Option<Dateline> {
    let start = paragraph.get(..MAX_DATELINE.min(paragraph.len()))?;
    let (town, rest) = [" – ", " — "].iter().find_map(|it| cut(start, it))?;
    let is_name = |it: &str| {
        is_place_word(it) && it.len() > 3 && !is_no_name(it) && look_up(key(it)).classes == Classes::default()
    };
    let is_town = !town.contains(',') && town.split_whitespace().count() <= 2 && town.split_whitespace().all(is_name);
    let opens = paragraph.len() > MAX_DATELINE && find(rest, " – ").or_else(|| find(rest, " — ")).is_none();
    let is_sentence = opens && rest.starts_with(|it: char| it.is_uppercase());
    (is_town && is_sentence).then(|| Dateline { place: town.to_owned(), wire: None, len: start.len() - rest.len() })
}

/// *MARLOW: The bridge …*, as some papers write it; a speaker’s name before a turn looks the same.
pub(in super::super) fn dateline_before_colon(paragraph: &str) -> Option<Dateline> {
    let start = paragraph.get(..MAX_DATELINE)?;
    let place = &start[..start.find(|it: char| !it.is_uppercase() && it != ' ')?];
    let rest = start[place.len()..].strip_prefix(": ")?;
    let opens = rest.starts_with(char::is_uppercase) && paragraph.len() > MAX_DATELINE;
    let is_place = (4..=24).contains(&place.len());
    (is_place && opens && !is_label(place)).then(|| Dateline {
        place: place.to_owned(),
        wire: None,
        len: place.len() + 2,
    })
}

/// *VELIA, May 12 (PTI) The wall fell*, with no dash: where the bracket ends.
pub(super) fn behind_wire(start: &str) -> Option<usize> {
    let open = start.find('(')? + 1;
    let close = open + start[open..].find(')')?;
    is_wire(&start[open..close]).then_some(close + 1)
}

#[cfg(test)]
mod tests {
    use super::super::dateline;
    use super::{dateline_before_colon, dateline_of_town};

    #[test]
    fn at_the_start_of_a_text() {
        let long =
            "The bridge fell in the storm that came over the harbour on Monday night, and nobody was hurt when it did.";
        let town = |place: &str| dateline_of_town(&format!("{place} – {long}")).map(|it| it.place);
        assert_eq!(town("Marlow").as_deref(), Some("Marlow"));
        assert_eq!(town("Correction"), None);
        assert_eq!(town("Sir,"), None);
        assert_eq!(town("Marlow – the bridge"), None);
        let colon = |place: &str| dateline_before_colon(&format!("{place}: {long}")).map(|it| it.place);
        assert_eq!(colon("NEW MARLOW").as_deref(), Some("NEW MARLOW"));
        assert_eq!(colon("Ann Lee"), None);
        assert_eq!(colon("FACT CHECK"), None);
    }

    #[test]
    fn an_agency_in_brackets_and_no_dash() {
        let wire = |head: &str| dateline(&format!("{head} The bridge fell in the storm.")).and_then(|it| it.wire);
        assert_eq!(wire("MARLOW, May 12 (PTI)").as_deref(), Some("PTI"));
        assert_eq!(wire("New Marlow [Tarn], May 12 (ANI):").as_deref(), Some("ANI"));
        assert_eq!(wire("The report (PTI)"), None);
        assert_eq!(wire("MARLOW, May 12 (left)"), None);
    }
}
