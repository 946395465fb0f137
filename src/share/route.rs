//! Which screen an address is of: the part of it after `#`.

use super::is_fragment;

/// A screen. What it shows is found by its address, so "back" works.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Start,
    /// A text: of the library by its name, or the one that was pasted.
    Read {
        slug: String,
        /// One article of several, from 1.
        only: Option<usize>,
    },
    /// One of the screens beside the text; which one, or none, the workshop finds by the address.
    Workshop,
}

/// The name of the text that was pasted.
pub const PASTED: &str = "pasted";

impl Route {
    pub fn read(slug: &str) -> Self {
        Self::Read { slug: slug.to_owned(), only: None }
    }

    pub fn parse(hash: &str) -> Self {
        let mut parts = parts(hash);
        match (parts.next(), parts.next()) {
            (Some("read"), Some(slug)) => {
                let only = parts.next().and_then(|it| it.parse().ok()).filter(|&it| it > 0);
                Self::Read { slug: slug.to_owned(), only }
            }
            (None | Some("read"), _) => Self::Start,
            _ => Self::Workshop,
        }
    }

    pub fn href(&self) -> String {
        match self {
            Self::Start => "#/".to_owned(),
            Self::Workshop => "#/about".to_owned(),
            Self::Read { slug, only: None } => format!("#/read/{slug}"),
            Self::Read { slug, only: Some(number) } => format!("#/read/{slug}/{number}"),
        }
    }
}

/// Returns the parts of an address, the part of it after `#`.
///
/// Chats take the end of a sentence for part of a link, and mailers add their own: no name of ours holds such signs.
pub fn parts(hash: &str) -> impl Iterator<Item = &str> {
    let hash = hash.trim_start_matches('#');
    let ours = without_signs(&hash[..hash.find(['?', '&', ')']).unwrap_or(hash.len())]);
    // A link that is cut off behind its version is still one.
    let ours = if is_fragment(hash) && !is_fragment(ours) { &hash[..=ours.len()] } else { ours };
    ours.split('/').filter(|it| !it.is_empty())
}

/// Returns the text that the screen of an address shows, and the article of it, as in the address of any other
/// screen: *digest/2*; nothing where it shows none. `None` for a screen about no text, which may follow any.
pub fn text_at(hash: &str) -> Option<String> {
    let mut parts = parts(hash);
    let slug = match parts.next() {
        Some("about" | "check" | "lists" | "rules") => return None,
        Some("in" | "lesson") => None,
        // Side by side, in boxes or of a page of several.
        _ => parts.next().filter(|it| !["-", "box1", "box2"].contains(it)),
    };
    let slug = slug.unwrap_or_default().replace(':', "/");
    let number = parts.next().filter(|it| it.parse().is_ok_and(|it: usize| it > 0));
    Some(match number {
        Some(number) => slug + "/" + number,
        None => slug,
    })
}

/// Signs behind a link, as they are or as browsers write them: space, quotation marks, `>`, `*`.
const SIGNS: &[&str] = &[
    ".",
    ",",
    ";",
    ":",
    "!",
    "*",
    "'",
    "\"",
    ">",
    "”",
    "’",
    "»",
    "%20",
    "%22",
    "%27",
    "%2A",
    "%3E",
    "%C2%A0",
    "%C2%BB",
    "%E2%80%99",
    "%E2%80%9D",
];

fn without_signs(address: &str) -> &str {
    let mut ours = address;
    while let Some(shorter) = SIGNS.iter().find_map(|it| ours.strip_suffix(it)) {
        ours = shorter;
    }
    ours
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_its_address() {
        let one = Route::Read { slug: "clashes".to_owned(), only: Some(3) };
        for route in [Route::Start, Route::Workshop, Route::read("pasted"), one] {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn the_text_of_a_screen_is_that_of_its_address() {
        for (hash, text) in [
            ("#/read/pasted", "pasted"),
            ("#/read/digest/2/300/4", "digest/2"),
            ("#/read/digest/0/300", "digest"),
            ("#/out/bus-crash/voices", "bus-crash"),
            ("#/share/kept", "kept"),
            ("#/facts/digest/3", "digest/3"),
            ("#/repair/bus-crash/10-90-123/unnamed-source/0/4", "bus-crash"),
            ("#/twin/digest:2/box1", "digest/2"),
        ] {
            assert_eq!(text_at(hash).as_deref(), Some(text), "{hash}");
        }
        for hash in
            ["", "#/", "#/share", "#/lab/", "#/twin/box1/pasted", "#/twin/-/-", "#/in/box", "#/collection", "#v1.ab"]
        {
            assert_eq!(text_at(hash).as_deref(), Some(""), "{hash}");
        }
        for hash in ["#/rules", "#/rules/unnamed-source", "#/lists", "#/check", "#/about"] {
            assert_eq!(text_at(hash), None, "{hash}");
        }
    }

    #[test]
    fn what_a_chat_or_a_mailer_adds_is_no_part() {
        for sign in ["", ".", ")", ").", "?utm_source=news", "&fbclid=IwAR0_x", "%20", "?from=https://a.example/b"] {
            assert_eq!(
                parts(&format!("#/lesson/lesson2.eJ-_x{sign}")).collect::<Vec<_>>(),
                ["lesson", "lesson2.eJ-_x"]
            );
            assert_eq!(parts(&format!("#v1.XcyxD{sign}")).collect::<Vec<_>>(), ["v1.XcyxD"]);
        }
        assert_eq!(parts("#/twin/a/b/").collect::<Vec<_>>(), ["twin", "a", "b"]);
        for sign in ["%20.", "*", "**.", "”.", "%E2%80%9D", "’", "%22", "'", ">", "%3E", "%C2%A0%20"] {
            assert_eq!(parts(&format!("#/read/ferry{sign}")).collect::<Vec<_>>(), ["read", "ferry"], "{sign}");
            assert_eq!(parts(&format!("#v1.XcyxD{sign}")).collect::<Vec<_>>(), ["v1.XcyxD"], "{sign}");
        }
    }

    #[test]
    fn a_link_cut_off_behind_its_version_is_still_one() {
        for hash in ["#v1.", "#v1..", "v1.%20", "#v1.?utm_source=news", "#v1.”"] {
            assert_eq!(parts(hash).collect::<Vec<_>>(), ["v1."], "{hash}");
        }
        for hash in ["#v1", "#v.", "#v1)."] {
            assert!(!parts(hash).any(is_fragment), "{hash}");
        }
    }

    #[test]
    fn an_address_of_nothing_is_the_start() {
        for hash in ["", "#", "#/read", "#/read/", "#//", "#/read?a=b"] {
            assert_eq!(Route::parse(hash), Route::Start, "{hash}");
        }
        assert_eq!(Route::parse("#/read/a/0"), Route::read("a"));
    }

    #[test]
    fn links_with_a_text_and_unknown_addresses_are_the_workshops() {
        for hash in ["#v1.abc", "#v1.", "#v2.x", "#/x/y", "#%00", "#x?y"] {
            assert_eq!(Route::parse(hash), Route::Workshop, "{hash}");
        }
    }
}
