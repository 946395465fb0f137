//! Whether a text is in another language than English, of which nothing can be said here.

use crate::ling::{Annotated, Shape};

/// Whether most of an article's first words speak for another language. A table, a list of names or a
/// poem without small words speaks for none.
pub(super) fn is_foreign(text: Annotated<'_>) -> bool {
    const ENOUGH: usize = 12;
    const MOST: usize = 400;
    let (all, tokens) = (text.words, text.document.tokens());
    let is_lower = |at: usize| all.get(at).is_some_and(|it| it.shape == Shape::Lower);
    let count = text.prose().map(|it| text.document.paragraphs()[it.paragraph].tokens.len()).sum::<usize>();
    let most = count.min(MOST);
    let (mut words, mut english, mut other, mut script) = (0, 0, 0, 0);
    for sentence in text.sentences() {
        let rest = most - words;
        // What is still to come changes nothing.
        if other + rest <= english * 3 && script * 2 + rest <= words {
            break;
        }
        let is_plain = text.document[sentence.span].is_ascii();
        for (at, it) in (sentence.tokens.start..).zip(&all[sentence.tokens.clone()]) {
            if words == most || matches!(it.shape, Shape::Number | Shape::Punct) {
                continue;
            }
            words += 1;
            let [is_english, is_other, is_of_names] = it.tongues();
            english += usize::from(is_english);
            other += usize::from(is_other);
            if is_of_names {
                other += usize::from(is_lower(at + 1) && !all[at + 1].tongues()[2]);
            }
            if !is_plain {
                let word = &text.document.text().as_bytes()[tokens[at].span.range()];
                // The first bytes of *é*, *ł*; not of an apostrophe.
                let is_accented = || word.iter().any(|it| matches!(it, 0xC3..=0xC5));
                other += usize::from(it.tongues() == [false; 3] && is_lower(at) && is_accented());
                // From Greek on.
                script += usize::from(word[0] >= 0xCD);
            }
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
