//! What is kept but the text itself, and its stored form.

use super::dismissal::{Dismissal, escaped, unescaped};

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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the device has it.
    #[default]
    Auto,
    Light,
    Dark,
}

/// The first line of the form of this version. Another form takes another number.
const HEAD: &str = "sayso 2";

impl Default for Settings {
    fn default() -> Self {
        Self { theme: Theme::Auto, size: 0, airy: false, letters: true, quoted: false, hidden: Vec::new() }
    }
}

impl Theme {
    /// As in storage, and on the root element.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|it| it.name() == name)
    }
}

impl Kept {
    /// Lines `name: value`, under [`HEAD`].
    pub fn to_text(&self) -> String {
        let Settings { theme, size, airy, letters, quoted, hidden } = &self.settings;
        let mut text = String::from(HEAD);
        let mut line = |name: &str, value: &str| {
            for part in ["\n", name, ": ", value] {
                text.push_str(part);
            }
        };
        line("theme", theme.name());
        line("size", &size.to_string());
        for (name, is) in [("airy", airy), ("letters", letters), ("quoted", quoted)] {
            line(name, if *is { "yes" } else { "no" });
        }
        for name in hidden {
            line("hidden", &escaped(name));
        }
        for it in &self.dismissals {
            line("dismissed", &it.to_line());
        }
        text
    }

    /// Reads what was stored, and whether all of it could be read.
    pub fn from_text(text: &str) -> (Self, bool) {
        let mut kept = Self::default();
        let mut lines = text.split('\n');
        let mut is_whole = lines.next() == Some(HEAD);
        for line in lines {
            is_whole &= kept.read(line).is_some();
        }
        (kept, is_whole)
    }

    fn read(&mut self, line: &str) -> Option<()> {
        let (name, value) = line.split_once(": ")?;
        let settings = &mut self.settings;
        let is = || match value {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        match name {
            "theme" => settings.theme = Theme::named(value)?,
            "size" => settings.size = value.parse::<i8>().ok()?.clamp(-1, 4),
            "airy" => settings.airy = is()?,
            "letters" => settings.letters = is()?,
            "quoted" => settings.quoted = is()?,
            "hidden" => settings.hidden.push(unescaped(value)?),
            "dismissed" => self.dismissals.push(Dismissal::from_line(value)?),
            _ => return None,
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Scope;

    /// A copy of what build 2 wrote. Must be readable for ever.
    const FOSSIL_2: &str = "\
sayso 2
theme: light
size: -1
airy: yes
letters: no
quoted: yes
hidden: wording
dismissed: rule|headline-style
dismissed: word|loaded-label|regime";

    fn fossil_2() -> Kept {
        let dismissal = |of: &str, scope| Dismissal { of: of.to_owned(), scope };
        Kept {
            settings: Settings {
                theme: Theme::Light,
                size: -1,
                airy: true,
                letters: false,
                quoted: true,
                hidden: vec!["wording".to_owned()],
            },
            dismissals: vec![
                dismissal("headline-style", Scope::Rule),
                dismissal("loaded-label", Scope::Word { word: "regime".to_owned() }),
            ],
        }
    }

    #[test]
    fn version_2_is_still_read() {
        assert_eq!(Kept::from_text(FOSSIL_2), (fossil_2(), true));
    }

    #[test]
    fn what_is_written_can_be_read() {
        assert_eq!(fossil_2().to_text(), FOSSIL_2);
        assert_eq!(Kept::from_text(&Kept::default().to_text()), (Kept::default(), true));
    }

    #[test]
    fn what_cannot_be_read_changes_nothing() {
        let wrong =
            ["", "\n", "sayso", "sayso 3", "sayso 2\n", "sayso 2\nsize: 900", "sayso 2\nairy: 1", "sayso 2\nx: y"];
        for text in wrong {
            assert_eq!(Kept::from_text(text), (Kept::default(), false), "{text}");
        }
        assert_eq!(Kept::from_text("sayso 2\ndismissed: word|a"), (Kept::default(), false));
    }

    #[test]
    fn what_can_be_read_of_a_later_build_is_kept() {
        let later = FOSSIL_2.replace("sayso 2", "sayso 3").replace("airy: yes", "airy: yes\nruler: on");
        assert_eq!(Kept::from_text(&later), (fossil_2(), false));
    }

    #[test]
    fn a_size_out_of_range_is_brought_back() {
        assert_eq!(Kept::from_text("sayso 2\nsize: 99").0.settings.size, 4);
    }
}
