//! Class names and ids, which often say what an element is for.

use dom_query::NodeRef;

/// Words in a class or id that mark what is not the article's text.
const NOT_TEXT: &[&str] = &[
    "ad",
    "ads",
    "advert",
    "advertisement",
    "adverts",
    "affiliate",
    "authorbio",
    "banner",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "captions",
    "cookie",
    "copyright",
    "credit",
    "cta",
    "disclaimer",
    "donate",
    "donation",
    "embed",
    "fb",
    "figcaption",
    "followus",
    "footer",
    "gallery",
    "infobox",
    "inread",
    "login",
    "masthead",
    "menu",
    "meta",
    "metadata",
    "modal",
    "mostread",
    "nav",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "pinterest",
    "popular",
    "popup",
    "postmeta",
    "promo",
    "promoted",
    "pubdate",
    "rail",
    "readmore",
    "recirc",
    "recirculation",
    "recommend",
    "recommendation",
    "recommendations",
    "recommended",
    "related",
    "share",
    "sharebar",
    "sharing",
    "sidebar",
    "signup",
    "skip",
    "slideshow",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "tags",
    "teaser",
    "timestamp",
    "toolbar",
    "trending",
    "widget",
    "wpcaption",
];

/// Words in a class or id that mark what readers wrote beneath the article.
const COMMENTS: &[&str] = &["comment", "commentlist", "comments", "disqus", "respond"];

/// Words in a class or id that mark the article itself, whatever else stands there.
const TEXT: &[&str] = &["articlebody", "articletext", "entrycontent", "postcontent", "storybody", "storytext"];

/// Whether the element's class or id says that it is not part of the article's text.
pub(super) fn is_not_text(node: &NodeRef<'_>) -> bool {
    has_word_of(node, NOT_TEXT)
}

/// Whether the element's class or id says that it holds readers' comments.
pub(super) fn is_comments(node: &NodeRef<'_>) -> bool {
    has_word_of(node, COMMENTS)
}

fn has_word_of(node: &NodeRef<'_>, list: &[&str]) -> bool {
    let class = node.class().map(|it| it.to_string()).unwrap_or_default();
    let id = node.id_attr().map(|it| it.to_string()).unwrap_or_default();
    let names = || class.split_whitespace().chain(std::iter::once(id.as_str()));
    let joined = |name: &str| name.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase();
    if names().any(|name| TEXT.iter().any(|it| joined(name).contains(it))) {
        return false;
    }
    names().any(|name| words(name).iter().any(|word| list.binary_search(&word.as_str()).is_ok()))
}

/// Splits `post-meta`, `post_meta` and `postMeta` into words.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for char in name.chars() {
        if !char.is_alphanumeric() || was_lower && char.is_uppercase() {
            words.push(String::new());
        }
        if char.is_alphanumeric() {
            words.last_mut().expect("never empty").extend(char.to_lowercase());
        }
        was_lower = char.is_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(NOT_TEXT.is_sorted() && COMMENTS.is_sorted());
    }

    #[test]
    fn camel_case_is_cut() {
        assert_eq!(words("postMeta-top"), ["post", "meta", "top"]);
    }
}
