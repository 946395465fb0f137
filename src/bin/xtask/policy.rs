//! The strict content policy, put into the page that Trunk wrote.

use sayso::text::fingerprint;

use crate::run::{Error, Result};

/// What the page may do. `connect-src` is for the program's own `.wasm`;
/// `blob:` is for the analysis thread, which is started from the page's own files.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; \
     style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
     form-action 'none'; base-uri 'none'";

/// A page that keeps the policy, and the script that was moved out of it.
#[derive(Debug)]
pub(crate) struct Strict {
    pub(crate) html: String,
    /// To be written beside the page.
    pub(crate) script: Script,
}

#[derive(Debug)]
pub(crate) struct Script {
    pub(crate) name: String,
    pub(crate) code: String,
}

/// Puts the policy in and moves Trunk's inline script to a file named for its content.
pub(crate) fn strict(html: &str) -> Result<Strict> {
    let (before, rest) = cut(html, "<script type=\"module\">")
        .or_else(|| cut(html, "<script type=module>"))
        .ok_or_else(|| refused("no inline module script: does Trunk write the page in another way now?"))?;
    let (code, after) = cut(rest, "</script>").ok_or_else(|| refused("a script that does not end"))?;
    let code = code.trim().to_owned();
    let script = Script { name: format!("start-{:016x}.js", fingerprint(code.as_bytes())), code };

    let without = without_integrity(&format!("{before}{after}"));
    if let Some(found) = INLINE.iter().find(|it| without.contains(**it)) {
        return Err(refused(&format!("`{found}`, which the content policy forbids")));
    }
    let (head, body) = after_charset(&without).ok_or_else(|| refused("no `<meta charset>`"))?;
    let html = format!(
        "{head}<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
         <script type=\"module\" src=\"./{}\"></script>{body}",
        script.name
    );
    Ok(Strict { html, script })
}

/// Takes the hashes of content off the links: the files lie beside the page, on one host, and
/// Chromium complains of every preload that has one (crbug.com/981419).
fn without_integrity(html: &str) -> String {
    let mut parts = html.split(" integrity=");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([' ', '>']).unwrap_or(part.len());
        plain.push_str(&part[end..]);
    }
    plain
}

/// Returns the value of an attribute of a tag, quoted or not.
pub(crate) fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let value = tag.split_once(&format!(" {name}="))?.1;
    match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => value.split(' ').next(),
    }
}

/// What a page must not hold: the policy would refuse it in silence.
const INLINE: &[&str] =
    &["<style", " style=", "<script>", "<script type=\"module\">", " onload=", " onclick=", "javascript:"];

/// Splits behind the declaration of the encoding, which must stay among the first bytes.
fn after_charset(html: &str) -> Option<(&str, &str)> {
    let at = html.to_ascii_lowercase().find("<meta charset")?;
    let end = at + html[at..].find('>')? + 1;
    Some(html.split_at(end))
}

fn cut<'h>(html: &'h str, at: &str) -> Option<(&'h str, &'h str)> {
    html.split_once(at)
}

fn refused(what: &str) -> Error {
    Error::Check(format!("the page that Trunk built has {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta charset=\"utf-8\"><link rel=stylesheet href=./a.css></head>\
                        <body><script type=\"module\">\nimport init from './a.js';\n</script></body></html>";

    #[test]
    fn the_script_moves_to_a_file() {
        let page = strict(PAGE).expect("the page is plain");
        assert_eq!(page.script.code, "import init from './a.js';");
        assert!(page.html.contains(&format!("<script type=\"module\" src=\"./{}\"></script>", page.script.name)));
        assert!(!page.html.contains("import init"));
    }

    #[test]
    fn the_policy_stands_before_every_link() {
        let html = strict(PAGE).expect("the page is plain").html;
        assert!(html.find("Content-Security-Policy") < html.find("<link"));
        assert!(html.find("<meta charset") < html.find("Content-Security-Policy"));
    }

    #[test]
    fn links_keep_all_but_their_hashes() {
        let html = "<link href=./a.css integrity=sha384-a/b+c rel=stylesheet><link integrity=\"sha384-d\"><p>";
        assert_eq!(without_integrity(html), "<link href=./a.css rel=stylesheet><link><p>");
    }

    #[test]
    fn an_attribute_may_stand_without_quotation_marks() {
        assert_eq!(attribute(" rel=stylesheet href=./a.css", "href"), Some("./a.css"));
        assert_eq!(attribute(" href=\"./a.css\" rel=stylesheet /", "href"), Some("./a.css"));
        assert_eq!(attribute(" rel=icon", "href"), None);
    }

    #[test]
    fn inline_style_is_refused() {
        let page = PAGE.replace("<body>", "<body style=\"color: red\">");
        assert!(strict(&page).expect_err("the style stands").to_string().contains(" style="));
    }
}
