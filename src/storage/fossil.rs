//! Version 1 of what is kept, which was JSON: read for ever, written no more.
//!
//! A reader of its own, for as much of JSON as that version wrote: the general one weighs as
//! much as all the rest of what is kept.

use super::dismissal::{Dismissal, Scope};
use super::form::{Kept, Settings, Theme};

/// Nothing that version 1 wrote lies deeper.
const DEEPEST: u32 = 4;

enum Json {
    Null,
    Bool(bool),
    /// Version 1 wrote whole numbers only.
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

/// Reads what build 1 wrote.
pub(super) fn read(json: &str) -> Option<Kept> {
    let mut reader = Reader { rest: json };
    let all = reader.value(DEEPEST)?;
    reader.skip_space();
    if !reader.rest.is_empty() || all.text("version")? != "1" {
        return None;
    }
    let settings = Settings {
        theme: Theme::named(&all.text("theme")?)?,
        size: i8::try_from(all.number("size")?).ok()?.clamp(-1, 4),
        airy: all.is("airy")?,
        letters: all.is("letters")?,
        quoted: all.is("quoted")?,
        hidden: all.list("hidden")?.iter().map(Json::as_text).collect::<Option<_>>()?,
    };
    let dismissals = all.list("dismissals")?.iter().map(dismissal).collect::<Option<_>>()?;
    Some(Kept { settings, dismissals })
}

fn dismissal(json: &Json) -> Option<Dismissal> {
    let scope = match json.text("scope")?.as_str() {
        "rule" => Scope::Rule,
        "word" => Scope::Word { word: json.text("word")? },
        "place" => Scope::Place {
            text: json.text("text")?,
            kind: json.text("kind"),
            quote: json.text("quote")?,
            before: json.text("before")?,
            after: json.text("after")?,
        },
        _ => return None,
    };
    Some(Dismissal { of: json.text("trait")?, scope })
}

impl Json {
    fn get(&self, name: &str) -> Option<&Self> {
        let Self::Map(fields) = self else { return None };
        fields.iter().find(|it| it.0 == name).map(|it| &it.1)
    }

    fn as_text(&self) -> Option<String> {
        if let Self::Text(text) = self { Some(text.clone()) } else { None }
    }

    fn text(&self, name: &str) -> Option<String> {
        self.get(name)?.as_text()
    }

    fn number(&self, name: &str) -> Option<i64> {
        if let Self::Number(number) = self.get(name)? { Some(*number) } else { None }
    }

    fn is(&self, name: &str) -> Option<bool> {
        if let Self::Bool(it) = self.get(name)? { Some(*it) } else { None }
    }

    fn list(&self, name: &str) -> Option<&[Self]> {
        if let Self::List(items) = self.get(name)? { Some(items) } else { None }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\t', '\n', '\r']);
    }

    /// Whether `mark` comes next; if so, goes past it.
    fn takes(&mut self, mark: &str) -> bool {
        self.skip_space();
        let rest = self.rest.strip_prefix(mark);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn value(&mut self, deep: u32) -> Option<Json> {
        let deeper = deep.checked_sub(1)?;
        for (word, value) in [("null", Json::Null), ("true", Json::Bool(true)), ("false", Json::Bool(false))] {
            if self.takes(word) {
                return Some(value);
            }
        }
        if self.takes("\"") {
            return self.text().map(Json::Text);
        }
        if self.takes("[") {
            let mut items = Vec::new();
            self.each("]", |reader| {
                items.push(reader.value(deeper)?);
                Some(())
            })?;
            return Some(Json::List(items));
        }
        if self.takes("{") {
            let mut fields = Vec::new();
            self.each("}", |reader| {
                let name = if reader.takes("\"") { reader.text()? } else { return None };
                reader.takes(":").then_some(())?;
                fields.push((name, reader.value(deeper)?));
                Some(())
            })?;
            return Some(Json::Map(fields));
        }
        let end = self.rest.find(|it: char| it != '-' && !it.is_ascii_digit()).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at(end);
        self.rest = rest;
        number.parse().ok().map(Json::Number)
    }

    /// Reads what is parted by commas, up to `end`.
    fn each(&mut self, end: &str, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.takes(end) {
            return Some(());
        }
        loop {
            read(self)?;
            if self.takes(end) {
                return Some(());
            }
            self.takes(",").then_some(())?;
        }
    }

    /// Reads a text behind its opening mark.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let at = self.rest.find(['"', '\\'])?;
            text.push_str(&self.rest[..at]);
            let is_end = self.rest[at..].starts_with('"');
            self.rest = &self.rest[at + 1..];
            if is_end {
                return Some(text);
            }
            let mut rest = self.rest.chars();
            text.push(match rest.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let code = rest.as_str().get(..4)?;
                    rest = rest.as_str()[4..].chars();
                    char::from_u32(u32::from_str_radix(code, 16).ok()?)?
                }
                other => other,
            });
            self.rest = rest.as_str();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy of what build 1 wrote. Must be readable for ever.
    const FOSSIL_1: &str = r#"{"version":"1","theme":"dark","size":2,"airy":true,"letters":false,"quoted":true,
        "hidden":["wording"],"dismissals":[
        {"trait":"unnamed-source","scope":"place","text":"pasted","quote":"officials","before":"Two ","after":" said"},
        {"trait":"missing-provenance","scope":"place","text":"pasted","kind":"no-date","quote":"“A \"b\"”","before":"","after":"\n\t\u0001é"},
        {"trait":"loaded-label","scope":"word","word":"regime"},
        {"trait":"headline-style","scope":"rule"}]}"#;

    fn fossil_1() -> Kept {
        let dismissal = |of: &str, scope| Dismissal { of: of.to_owned(), scope };
        let place = |kind: Option<&str>, [quote, before, after]: [&str; 3]| {
            let [quote, before, after] = [quote, before, after].map(str::to_owned);
            Scope::Place { text: "pasted".to_owned(), kind: kind.map(str::to_owned), quote, before, after }
        };
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
                dismissal("unnamed-source", place(None, ["officials", "Two ", " said"])),
                dismissal("missing-provenance", place(Some("no-date"), ["“A \"b\"”", "", "\n\t\u{1}é"])),
                dismissal("loaded-label", Scope::Word { word: "regime".to_owned() }),
                dismissal("headline-style", Scope::Rule),
            ],
        }
    }

    #[test]
    fn version_1_is_still_read() {
        assert_eq!(Kept::from_text(FOSSIL_1), (fossil_1(), true));
    }

    #[test]
    fn what_was_version_1_can_be_kept_on() {
        assert_eq!(Kept::from_text(&fossil_1().to_text()), (fossil_1(), true));
    }

    #[test]
    fn hostile_forms_are_refused() {
        let deep = "[".repeat(100_000);
        let wrong = [
            "null",
            "{}",
            "[1]",
            "{",
            "\"",
            "\"\\u12",
            "\"\\",
            "{\"version\":\"9\"}",
            "{\"version\":\"1\",\"size\":900}",
            "{\"version\":\"1\"}",
            "[1,",
            "{\"a\" 1}",
            &deep,
        ];
        for json in wrong {
            assert_eq!(read(json), None, "{}", json.get(..40).unwrap_or(json));
        }
        assert_eq!(read(&format!("{FOSSIL_1}]")), None);
    }

    #[test]
    fn a_size_out_of_range_is_brought_back() {
        let json = FOSSIL_1.replace("\"size\":2", "\"size\":99");
        assert_eq!(Kept::from_text(&json).0.settings.size, 4);
    }
}
