//! The stored form, and what it means to the page.

use serde::{Deserialize, Serialize};

/// Everything kept but the text itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub settings: Settings,
    pub dismissals: Vec<Dismissal>,
}

/// How a reader likes the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    pub theme: Theme,
    /// Steps from the ordinary size of text: -1 to 4.
    pub size: i8,
    /// Whether more space stands between lines, words and letters.
    pub airy: bool,
    /// Whether single letters act as keys.
    pub letters: bool,
    /// Whether flags on quoted words are shown.
    pub quoted: bool,
    /// Families whose flags are not shown, by name.
    pub hidden: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    Light,
    Dark,
}

/// A flag, or many, that the reader does not want to see.
///
/// Traits are kept by name: one that is gone is ignored, not an error.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dismissal {
    #[serde(rename = "trait")]
    pub of: String,
    #[serde(flatten)]
    pub scope: Scope,
}

/// How far a dismissal reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "scope", rename_all = "kebab-case")]
pub enum Scope {
    /// One place of one text, found again by its words and those around it.
    Place {
        text: String,
        /// One place may bear a trait in several kinds: no date, no byline.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<String>,
        quote: String,
        before: String,
        after: String,
    },
    /// These words, in any text; in lower case.
    Word { word: String },
    /// The whole rule.
    Rule,
}

/// What was stored cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken;

/// The stored form. Add a variant; never change one that has shipped.
#[derive(Serialize, Deserialize)]
#[serde(tag = "version")]
enum Stored {
    #[serde(rename = "1")]
    V1 {
        theme: Theme,
        size: i8,
        airy: bool,
        letters: bool,
        quoted: bool,
        hidden: Vec<String>,
        dismissals: Vec<Dismissal>,
    },
}

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::Auto, size: 0, airy: false, letters: true, quoted: false, hidden: Vec::new() }
    }
}

impl Kept {
    pub fn to_json(&self) -> String {
        let Settings { theme, size, airy, letters, quoted, hidden } = self.settings.clone();
        let dismissals = self.dismissals.clone();
        let stored = Stored::V1 { theme, size, airy, letters, quoted, hidden, dismissals };
        serde_json::to_string(&stored).expect("strings and numbers can be written")
    }

    /// # Errors
    ///
    /// [`Broken`] where `json` is not what any build has written.
    pub fn from_json(json: &str) -> Result<Self, Broken> {
        let Stored::V1 { theme, size, airy, letters, quoted, hidden, dismissals } =
            serde_json::from_str(json).map_err(|_| Broken)?;
        let settings = Settings { theme, size: size.clamp(-1, 4), airy, letters, quoted, hidden };
        Ok(Self { settings, dismissals })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy of what build 1 wrote. Must be readable for ever.
    const FOSSIL_1: &str = r#"{"version":"1","theme":"dark","size":2,"airy":true,"letters":false,"quoted":true,
        "hidden":["wording"],"dismissals":[
        {"trait":"unnamed-source","scope":"place","text":"pasted","quote":"officials","before":"Two ","after":" said"},
        {"trait":"loaded-label","scope":"word","word":"regime"},
        {"trait":"headline-style","scope":"rule"}]}"#;

    fn fossil_1() -> Kept {
        let dismissal = |of: &str, scope| Dismissal { of: of.to_owned(), scope };
        let [text, quote, before, after] = ["pasted", "officials", "Two ", " said"].map(str::to_owned);
        Kept {
            settings: Settings {
                theme: Theme::Dark,
                size: 2,
                airy: true,
                letters: false,
                quoted: true,
                hidden: vec!["wording".to_owned()],
            },
            dismissals: vec![
                dismissal("unnamed-source", Scope::Place { text, kind: None, quote, before, after }),
                dismissal("loaded-label", Scope::Word { word: "regime".to_owned() }),
                dismissal("headline-style", Scope::Rule),
            ],
        }
    }

    #[test]
    fn version_1_is_still_read() {
        assert_eq!(Kept::from_json(FOSSIL_1), Ok(fossil_1()));
    }

    #[test]
    fn what_is_written_can_be_read() {
        assert_eq!(Kept::from_json(&fossil_1().to_json()), Ok(fossil_1()));
    }

    #[test]
    fn hostile_forms_are_refused() {
        for json in ["", "null", "{}", "[1]", r#"{"version":"9"}"#, r#"{"version":"1","size":900}"#] {
            assert_eq!(Kept::from_json(json), Err(Broken), "{json}");
        }
    }

    #[test]
    fn a_size_out_of_range_is_brought_back() {
        let json = FOSSIL_1.replace("\"size\":2", "\"size\":99");
        assert_eq!(Kept::from_json(&json).map(|it| it.settings.size), Ok(4));
    }
}
