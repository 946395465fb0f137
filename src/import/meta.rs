//! What a page says of its origin: headline, byline, outlet, date.
//!
//! Each is looked up first where pages take most care with it: byline and date in JSON-LD, the outlet
//! in `<meta>`, the headline in what the reader sees.

use dom_query::{Document, NodeRef};

use super::block::{blocks, tidy};
use super::json_ld::{self, Linked};
use super::when;
use crate::ling;

#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) headline: Option<String>,
    pub(super) byline: Option<String>,
    pub(super) outlet: Option<String>,
    pub(super) published: Option<String>,
    /// The article, where the page tells it to search engines.
    pub(super) body: Option<String>,
}

pub(super) fn read(document: &Document) -> Meta {
    let linked = json_ld::read(document);
    let told = meta(document, &["og:site_name", "application-name"]).or_else(|| linked.outlet.clone());
    let outlet = told.or_else(|| newsroom(&text_of(document, "title")?).map(str::to_owned));
    let headline = headline(document, &linked, outlet.as_deref());
    Meta {
        byline: byline(document, &linked, outlet.as_deref()),
        published: published(document, &linked),
        body: linked.body,
        headline,
        outlet,
    }
}

/// Returns the content of the first `<meta>` with one of these names.
fn meta(document: &Document, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let found = document.select(&format!("meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']"));
        found.iter().filter_map(|it| it.attr("content")).map(|it| tidy(&it)).find(|it| !it.is_empty())
    })
}

/// The contents of every `<meta>` with this name, as a list.
fn all(document: &Document, name: &str) -> Option<String> {
    let found = document.select(&format!("meta[name='{name}']"));
    let values: Vec<String> = found.iter().filter_map(|it| it.attr("content")).map(|it| tidy(&it)).collect();
    (!values.is_empty()).then(|| values.join("; "))
}

/// The text of the first element that matches, if it has any.
fn text_of(document: &Document, selector: &str) -> Option<String> {
    document.select(selector).iter().map(|it| tidy(&it.text())).find(|it| !it.is_empty())
}

fn headline(document: &Document, linked: &Linked, outlet: Option<&str>) -> Option<String> {
    let title = text_of(document, "title");
    let shared = meta(document, &["og:title", "twitter:title", "dc.title", "citation_title"]);
    let told: Vec<&String> =
        [shared.as_ref(), linked.headline.as_ref(), title.as_ref()].into_iter().flatten().collect();
    let is_outlet = |it: &str| {
        outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(it))
            || told.iter().any(|title| SEPARATORS.iter().any(|mark| title.ends_with(&format!("{mark}{it}"))))
    };
    let ones: Vec<String> = (document.select("h1").iter().map(|it| tidy(&it.text())))
        .filter(|it| !it.is_empty() && !is_outlet(it))
        .collect();
    // What the reader sees, if the page's own titles agree with it.
    let seen = ones.iter().find(|one| told.iter().any(|title| agrees(title, one)));
    let only = (ones.len() == 1).then(|| &ones[0]).filter(|it| told.is_empty() || it.split(' ').count() > 3);
    let seen = seen.or(only).map(|it| without_section(it).to_owned());
    seen.or_else(|| told.first().map(|it| without_outlet(it, outlet)))
}

/// The newsroom that a title ends with: *Bridge closed | The Herald*.
fn newsroom(title: &str) -> Option<&str> {
    let ends = SEPARATORS.iter().filter_map(|mark| title.rsplit_once(mark));
    ends.map(|(_, tail)| tail).min_by_key(|tail| tail.len()).filter(|tail| ling::is_newsroom(tail))
}

/// *Politics | Bridge closed* without the section of the site.
fn without_section(title: &str) -> &str {
    match title.split_once(" | ") {
        Some((section, rest)) if section.split(' ').count() <= 2 && rest.split(' ').count() > 3 => rest,
        _ => title,
    }
}

/// What stands between a title and the outlet's name.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " » ", " :: ", ": "];

/// Whether `title` begins with `one`, or the other way round, apart from case.
fn agrees(title: &str, one: &str) -> bool {
    let fold = |it: &str| it.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let (title, one) = (fold(title), fold(one));
    one.len() > 5 && (title.contains(&one) || title.len() > 5 && one.contains(&title))
}

/// *Bridge closed - The Herald* without the outlet, at either end.
fn without_outlet(title: &str, outlet: Option<&str>) -> String {
    let is_outlet = |part: &str| outlet.is_some_and(|it| it.eq_ignore_ascii_case(part));
    let words = |part: &str| part.split(' ').count();
    for mark in &SEPARATORS[..SEPARATORS.len() - 1] {
        if let Some((head, tail)) = title.rsplit_once(mark) {
            if is_outlet(tail) || words(head) >= 3 && words(tail) <= 5 && words(head) >= words(tail) {
                return head.to_owned();
            }
            if is_outlet(head) || words(head) <= 4 && words(tail) > words(head) {
                return tail.to_owned();
            }
        }
    }
    title.to_owned()
}

/// What `<meta>` with an author is called, the surest first.
const AUTHOR_NAMES: &[&str] = &[
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "article:author_name",
    "twitter:data1",
];

/// Where readers see the author, the surest first.
const AUTHOR_PLACES: &[&str] = &[
    "[itemprop~='author'] [itemprop='name']",
    "[itemprop~='author']",
    "[rel~='author']",
    ".author-name",
    ".byline__name",
    ".byline-name",
    ".byline a",
    ".author a",
    ".byline",
    ".author",
    "[class*='byline']",
    "[class*='author-name']",
    "[class*='authorName']",
    "[class*='author']",
    "[id*='author']",
    "[class*='posted-by']",
    "[class*='wrote']",
    "[class*='full-name']",
    "p.credit",
];

fn byline(document: &Document, linked: &Linked, outlet: Option<&str>) -> Option<String> {
    let is_name = |it: &String| is_person(it) && !outlet.is_some_and(|outlet| outlet.eq_ignore_ascii_case(it));
    let cleaned = |it: String| Some(without_by(&it)).filter(is_name);
    let linked_name = linked.byline.clone().and_then(cleaned);
    // Where the page gives search engines a first name alone, readers may see the whole.
    let is_first = linked_name.as_ref().filter(|it| !it.contains(' ')).map(|it| format!("{it} "));
    let whole = is_first.and_then(|first| {
        AUTHOR_PLACES
            .iter()
            .find_map(|place| text_of(document, place).and_then(cleaned).filter(|it| it.starts_with(&first)))
    });
    (whole.or(linked_name))
        .or_else(|| all(document, "citation_author"))
        .or_else(|| AUTHOR_NAMES.iter().find_map(|name| meta(document, &[name]).and_then(cleaned)))
        .or_else(|| side_by_side(document).and_then(cleaned))
        .or_else(|| AUTHOR_PLACES.iter().find_map(|place| text_of(document, place).and_then(cleaned)))
        .or_else(|| own_page(document).and_then(cleaned))
        .or_else(|| meta(document, &["twitter:creator"]).and_then(cleaned))
        .or_else(|| linked.byline.clone().filter(|it| !it.contains("://")))
}

/// Several names that are each marked as the author's: *By Jane Doe and John Roe*.
fn side_by_side(document: &Document) -> Option<String> {
    /// More are a list of the staff.
    const MOST: usize = 5;
    let marked = document.select("[rel~='author']");
    let parent = marked.nodes().first()?.parent()?;
    let beside = marked.nodes().iter().filter(|it| it.parent().is_some_and(|it| it.id == parent.id));
    let mut names: Vec<String> = beside.take(MOST).map(|it| without_by(&tidy(&it.text()))).collect();
    names.dedup();
    let are_names = names.iter().all(|it| is_person(it) && it.split(' ').count() <= 4);
    (names.len() > 1 && are_names).then(|| names.join(", "))
}

/// A name that links to a page of that name: `<a href="/people/jane-doe">Jane Doe</a>`.
fn own_page(document: &Document) -> Option<String> {
    const FOLDERS: &[&str] = &["/author", "/newsteam/", "/people/", "/profile/", "/reporter", "/staff/", "/writer"];
    document.select("a[href]").iter().find_map(|link| {
        let href = link.attr("href")?.to_lowercase();
        let name = tidy(&link.text());
        let surname = name.split(' ').next_back()?.to_lowercase();
        let slug = href.trim_end_matches('/').rsplit('/').next()?;
        let is_own = surname.len() > 1 && slug.contains(&surname) && FOLDERS.iter().any(|it| href.contains(it));
        let is_name = name.split(' ').count() <= 4 && name.starts_with(char::is_uppercase);
        (is_own && is_name).then_some(name)
    })
}

/// Whether it may be the name of a person or a desk: short, and no link.
fn is_person(name: &str) -> bool {
    let words = name.split_whitespace().count();
    (1..=14).contains(&words)
        && name.len() <= 120
        && !name.contains("://")
        && !name.contains('@')
        && name.chars().any(char::is_alphabetic)
        && !name.chars().any(|it| it.is_ascii_digit() && words > 2)
        && !["admin", "author", "no author", "about the author"].contains(&name.to_lowercase().as_str())
}

/// *By Jane Doe - May 3* → *Jane Doe*.
pub(super) fn without_by(byline: &str) -> String {
    const FIRST: &[&str] = &["by ", "by: ", "by : ", "written by ", "author: ", "author ", "| "];
    // In ASCII alone, so that places are the same in both.
    let lower = byline.to_ascii_lowercase();
    let first = FIRST.iter().filter(|it| lower.starts_with(**it)).map(|it| it.len()).max();
    let start = first.or_else(|| lower.rfind(" by ").map(|at| at + 4));
    let name = byline.get(start.unwrap_or(0)..).unwrap_or(byline);
    let end = [" | ", " - ", " – ", " — ", " on ", " • ", " · ", ", Contributor", ", photo", " Updated", " Published"]
        .iter()
        .filter_map(|it| name.find(it))
        .min()
        .unwrap_or(name.len());
    name[..end].trim_matches(|it: char| it.is_whitespace() || ",-–|•·:".contains(it)).to_owned()
}

/// What `<meta>` with the date is called.
const DATE_NAMES: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datePublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "citation_publication_date",
    "citation_online_date",
    "article.published",
    "cXenseParse:recs:publishtime",
    "og:published_time",
    "originalpublicationdate",
    "release_date",
    "created",
];

/// Where the date has an element of its own.
const DATE_PLACES: &[&str] =
    &["[itemprop~='datePublished']", "time[pubdate]", "time[class*='publish']", "article time", "header time", "time"];

/// Where it stands among other words.
const DATE_SEEN: &[&str] = &[
    "[class*='publish']",
    "[class*='posted']",
    "[class*='date']",
    "[id*='date']",
    "[class*='time']",
    "[class*='meta']",
    "[class*='byline']",
    "article header",
    "header",
    "small",
];

fn published(document: &Document, linked: &Linked) -> Option<String> {
    let of_place = |place: &&str| {
        document.select(place).iter().find_map(|it| {
            let attribute = |name: &str| it.attr(name).and_then(|value| when::find(&value));
            ["datetime", "content", "title"].into_iter().find_map(attribute).or_else(|| when::find(&it.text()))
        })
    };
    (linked.published.as_deref().and_then(when::find))
        .or_else(|| DATE_NAMES.iter().find_map(|name| when::find(&meta(document, &[name])?)))
        .or_else(|| DATE_PLACES.iter().find_map(of_place))
        .or_else(|| DATE_SEEN.iter().find_map(of_place))
        .or_else(|| address(document).and_then(|it| when::in_address(&it)))
        .or_else(|| document.body().and_then(|it| when::find(&labels(&it))))
}

/// What a page says besides its running text.
fn labels(body: &NodeRef<'_>) -> String {
    let lines = blocks(body).into_iter().map(|it| it.text);
    lines.filter(|it| !it.ends_with(['.', '”', '"'])).collect::<Vec<_>>().join("\n")
}

fn address(document: &Document) -> Option<String> {
    let canonical = document.select("link[rel='canonical']").attr("href").map(|it| it.to_string());
    canonical.or_else(|| meta(document, &["og:url"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newsroom_that_a_title_ends_with() {
        for (title, name) in [
            ("Bridge closed | The Harbour Herald", Some("The Harbour Herald")),
            ("Bridge closed - Politics – BBC News", Some("BBC News")),
            ("Bridge closed | Politics", None),
            ("Herald of spring - in pictures", None),
            ("The Harbour Herald", None),
        ] {
            assert_eq!(newsroom(title), name, "{title}");
        }
    }

    #[test]
    fn the_name_in_a_byline() {
        for (byline, name) in [
            ("By Ada Holm", "Ada Holm"),
            ("Posted on Monday by Ada Holm", "Ada Holm"),
            ("İSTANBUL by Ada Holm", "Ada Holm"),
            ("By Ada Holm, photographs by Bo Lind", "Ada Holm"),
            ("Ada Holm - May 3", "Ada Holm"),
        ] {
            assert_eq!(without_by(byline), name);
        }
    }
}
