//! `sayso.html`: the whole page in one file, which runs from a stick with no network and no server.
//!
//! Programs and scripts lie in it packed; a small script unpacks them into addresses of the page's
//! own making, and starts the page as it would start from a host. Its policy names the hashes of
//! that script and of the style sheet, and allows no connection from the first byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use miniz_oxide::deflate::compress_to_vec;
use sha2::{Digest, Sha256};

use crate::dist::FETCHED_LATER;
use crate::policy;
use crate::run::{Error, Result, at};
use crate::size;

const LOADER: &str = include_str!("single.js");

/// Writes `sayso.html` beside the page it is made from.
pub(crate) fn write(folder: &Path) -> Result {
    let page = folder.join("index.html");
    let html = at(&page, fs::read_to_string(&page))?;
    let parts = Parts::read(folder, &html)?;
    let file = folder.join("sayso.html");
    at(&file, fs::write(&file, parts.join(&html)?))
}

/// What the one file holds.
struct Parts {
    style: String,
    /// Scripts by the address they are imported under: `./snippets/…/bundle.js`.
    scripts: BTreeMap<String, String>,
    /// And what else the page fetches later.
    programs: BTreeMap<String, Vec<u8>>,
    icon: Vec<u8>,
}

impl Parts {
    fn read(folder: &Path, html: &str) -> Result<Self> {
        let mut parts =
            Self { style: String::new(), scripts: BTreeMap::new(), programs: BTreeMap::new(), icon: Vec::new() };
        for path in size::files(folder)? {
            let name = size::name_in(folder, &path);
            let bytes = || at(&path, fs::read(&path));
            let text = || at(&path, fs::read_to_string(&path));
            match name.rsplit('.').next() {
                _ if is_for_a_host(&name) => {}
                Some("wasm") => drop(parts.programs.insert(name, bytes()?)),
                Some("txt" | "woff2") if FETCHED_LATER.iter().any(|it| name.starts_with(it.0)) => {
                    drop(parts.programs.insert(name, bytes()?))
                }
                Some("css") if html.contains(&name) => parts.style = with_type(folder, &text()?)?,
                Some("js") => drop(parts.scripts.insert(format!("./{name}"), text()?)),
                Some("svg") if name == "icon.svg" => parts.icon = bytes()?,
                _ => {}
            }
        }
        Ok(parts)
    }

    fn join(&self, html: &str) -> Result<String> {
        let loader = LOADER.trim();
        let policy = format!(
            "default-src 'none'; script-src '{}' blob: 'wasm-unsafe-eval'; worker-src blob:; style-src '{}'; \
             img-src data:; font-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'",
            hash(loader),
            hash(&self.style)
        );
        let mut data = String::new();
        let mut push = |name: &str, content: &[u8]| {
            let packed = BASE64_STANDARD.encode(compress_to_vec(content, 9));
            data.push_str(&format!("<script type=\"text/plain\" data-file=\"{name}\">{packed}</script>\n"));
        };
        self.programs.iter().for_each(|(name, content)| push(name, content));
        // A script comes after those that it imports.
        let (leaves, rest): (Vec<_>, Vec<_>) = self.scripts.iter().partition(|(name, _)| name.contains("/snippets/"));
        leaves.into_iter().chain(rest).for_each(|(name, content)| push(name, content.as_bytes()));
        let mut marks = String::new();
        for (name, _) in FETCHED_LATER.iter().filter(|it| !is_for_a_host(it.0)) {
            let mark = policy::attribute(html, &format!("data-{name}"));
            let mark = mark.ok_or_else(|| Error::Check(format!("the page has no mark for `{name}`")))?;
            marks.push_str(&format!(" data-{name}=\"{mark}\""));
        }
        let icon = BASE64_STANDARD.encode(&self.icon);
        Ok(format!(
            "<!doctype html>\n<html lang=\"en\"{marks}>\n<head>\n\
             <meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
             <title>Sayso: on whose say-so?</title>\n<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">\n\
             <style>{}</style>\n</head>\n<body>\n{data}<script type=\"module\">{loader}</script>\n</body>\n</html>\n",
            self.style
        ))
    }
}

/// What only a page on a host can use. The one file has its own start, and does without the engine:
/// it would be half as large again.
fn is_for_a_host(name: &str) -> bool {
    name == "sw.js" || name == "loader.js" || name.starts_with("start-") || name.starts_with("engine")
}

/// The face that the style sheet names.
const FACE: &str = "fonts/upright.woff2";

/// Puts the face into the style sheet.
fn with_type(folder: &Path, style: &str) -> Result<String> {
    let file = folder.join(FACE);
    let face = BASE64_STANDARD.encode(at(&file, fs::read(&file))?);
    Ok(style.replace(FACE, &format!("data:font/woff2;base64,{face}")))
}

/// As a content policy names an inline script or style.
fn hash(content: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_as_a_policy_has_it() {
        // Of the empty string, as NIST publishes it.
        assert_eq!(hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn the_loader_can_stand_in_a_page() {
        assert!(!LOADER.contains("</") && !LOADER.contains("<!--"));
    }
}
