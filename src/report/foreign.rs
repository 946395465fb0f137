//! Whether a text is in another language than English, of which nothing can be said here.

use std::sync::LazyLock;

use crate::ling::{Annotated, KeyIndex, Shape};
use crate::text::TokenKind;

/// Small words of English that no other language shares; such of other languages; and of these the
/// ones that stand in names, too.
const SMALL: [(Tongue, &str); 3] = [
    (
        Tongue::English,
        "the of and to that for it with by from are were she they his has said this not who he you but have will at",
    ),
    (
        Tongue::Other,
        "das den dem des und ist nicht ein eine mit zu sich auf wurde wird nach aus bei auch het een niet met voor \
         zijn dat wie op te en er ook maar nog les et est pour que une un dans qui sur au aux par pas sont ce plus ont \
         por con una se su hay lo il che della non gli per sono alla ha os um uma em ao och att det som av til og ikke \
         jeg nie na do jest si z je",
    ),
    (Tongue::OfNames, "de der van la le el del da du von las los"),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tongue {
    English,
    Other,
    /// *de la Cruz*
    OfNames,
}

static TONGUES: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&SMALL));

/// Whether most of an article's first words speak for another language. A table, a list of names or a
/// poem without small words speaks for none.
pub(super) fn is_foreign(text: Annotated<'_>) -> bool {
    const ENOUGH: usize = 12;
    const MOST: usize = 400;
    /// Of the small words, in bytes.
    const LONGEST: usize = 5;
    let (tongues, tokens) = (&*TONGUES, text.document.tokens());
    let tongue = |at: usize| {
        let word = text.words.get(at).filter(|it| it.possessive || tokens[at].span.len() <= LONGEST)?;
        tongues.get(word.key).map(|it| SMALL[it].0)
    };
    let is_lower = |at: usize| text.words.get(at).is_some_and(|it| it.shape == Shape::Lower);
    let all = text.prose().map(|it| text.document.paragraphs()[it.paragraph].tokens.len()).sum::<usize>();
    let most = all.min(MOST);
    let (mut words, mut english, mut other, mut script) = (0, 0, 0, 0);
    for sentence in text.sentences() {
        let rest = most - words;
        // What is still to come changes nothing.
        if other + rest <= english * 3 && script * 2 + rest <= words {
            break;
        }
        let is_plain = text.document[sentence.span].is_ascii();
        for (token, at) in tokens[sentence.tokens.clone()].iter().zip(sentence.tokens.clone()) {
            if token.kind != TokenKind::Word || words == most {
                continue;
            }
            words += 1;
            match tongue(at) {
                Some(Tongue::English) => english += 1,
                Some(Tongue::Other) => other += 1,
                Some(Tongue::OfNames) => {
                    other += usize::from(is_lower(at + 1) && tongue(at + 1) != Some(Tongue::OfNames));
                }
                None if is_plain => continue,
                None => {
                    // The first bytes of *é*, *ł*; not of an apostrophe.
                    let is_accented = |it: &str| it.bytes().any(|it| matches!(it, 0xC3..=0xC5));
                    other += usize::from(is_lower(at) && is_accented(&text.document[token.span]));
                }
            }
            // From Greek on.
            script += usize::from(text.document.text().as_bytes()[token.span.start()] >= 0xCD);
        }
    }
    script * 2 > words || words >= ENOUGH && other >= 3 && other * 8 >= words && other > english * 3
}

#[cfg(test)]
mod tests {
    use crate::report::{analyse, ledger::Rows, summary};
    use crate::traits::{ALL, Family};

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let report = analyse(text);
        let article = &report.articles[0];
        assert_eq!(article.is_foreign, expected, "{text}");
        let line = summary(text, article, &Rows::found(article));
        assert_eq!(line.starts_with("This does not look like English"), expected, "{text}");
        let is_provenance = |id| ALL.iter().any(|it| it.id == id && it.family == Family::Provenance);
        assert!(!expected || article.flags.iter().all(|it| is_provenance(it.of)), "{text}: {:?}", article.flags);
    }

    #[test]
    fn other_languages() {
        for text in [
            "Der Stadtrat hat am Montag über den Plan abgestimmt, sagte ein Sprecher der Partei in der Stadt.",
            "Nach Angaben der Feuerwehr wurde niemand verletzt. Die Ursache des Brandes war zunächst unklar. Alles war gut.",
            "De gemeenteraad stemde maandag over het plan, zei een woordvoerder van de partij in de stad.",
            "La mairie a dit que le pont est fermé et que tout sera prêt pour les vacances.",
            "Le port de Velia reste fermé depuis lundi, selon des sources proches du conseil municipal.",
            "La policía dijo que no hay heridos y que el puente se abre de nuevo a las seis.",
            "La polizia ha detto che non ci sono feriti e che il ponte riapre alle sei di sera.",
        ] {
            check(text, true);
            check(&format!("Velia\n\nBy Ann Lee\n\n{text}"), true);
        }
    }

    #[test]
    fn another_script() {
        check("Порт закрыт с понедельника, говорят в порту.", true);
    }

    #[test]
    fn english_without_its_small_words() {
        for text in [
            "PORT SHUT. Ann Lee, mayor. Bo Rae, harbour chief.",
            "Rates rise again; pound slips; shares fall; miners gain; retailers warn on profits ahead",
            "Leeds 2 Arsenal 1; Everton 0 Chelsea 3; Fulham 1 Brentford 1; Wolves 0 Spurs 0; postponed: Luton v Burnley.",
            "Rae c Lee b Moss 42, Hill lbw b Noor 17, Dunn run out 8, Carr not out 61, extras 12, total 240.",
            "Vincent van der Berg, Maria de la Cruz, Leonardo da Silva, Ludwig von Mies, Charles de Grey, Pim van het Hof.",
            "Grey gulls, grey stones, grey water, wind;\nslow boats, lost ropes, salt hands, thin light.",
            "Soup, bread, butter, roast lamb, mint sauce, new potatoes, carrots, peas, apple crumble, custard, coffee, tea.",
            "The café’s chef de cuisine, Jean de la Tour, calls it a pièce de résistance and a tour de force.",
            "Sightings: Parus major, Turdus merula, Erithacus rubecula, Passer domesticus, Corvus corone, Pica pica.",
            "“Je ne sais quoi,” she said, and left the room with a smile that nobody in the house could read.",
        ] {
            check(text, false);
        }
    }
}
