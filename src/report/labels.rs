//! The words put into the headlines of a page, and whom they stand for.

use super::Report;
use crate::ling::ChangeKind;
use crate::text::lower;

/// One label, and everybody it was put in for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub words: String,
    pub uses: Vec<LabelUse>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LabelUse {
    /// `None` where nobody stood there before.
    pub replaces: Option<String>,
    /// Index into the report's articles.
    pub article: usize,
}

/// Returns the labels of a report's headlines, in the order in which they first come.
pub fn labels(report: &Report) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for (article, it) in report.articles.iter().enumerate() {
        let Some(it) = &it.substitution else { continue };
        // *shut* for *close* is nobody's label.
        if !it.changes.iter().any(|it| matches!(it.kind, ChangeKind::ActorRelabelled | ChangeKind::ActorAdded)) {
            continue;
        }
        let use_ = LabelUse { replaces: it.replaces.clone(), article };
        let words = without_article(&it.label);
        match labels.iter_mut().find(|label| lower(&label.words) == lower(words)) {
            Some(label) => label.uses.push(use_),
            None => labels.push(Label { words: words.to_owned(), uses: vec![use_] }),
        }
    }
    labels
}

/// *The Antichrist* and *Antichrist* are one label.
fn without_article(label: &str) -> &str {
    label.strip_prefix("the ").or(label.strip_prefix("The ")).unwrap_or(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::analyse;

    #[test]
    fn one_label_for_two_people() {
        let text = "The Wolf opens the new harbour gate\n\nVelia opens the new harbour gate\n\n\
                    By Ann Reed\n\nVelia opened the gate on Monday, the port said. Boats came at noon.\n\n\
                    Council fears Wolf’s men in the old port\n\nCouncil fears Ombra’s men in the old port\n\n\
                    By Karl Odd\n\nThe council met on Monday over the men of Ombra. It will meet again.";
        let labels = labels(&analyse(text));
        let found: Vec<_> = labels.iter().map(|it| (it.words.as_str(), it.uses.len())).collect();
        assert_eq!(found, [("Wolf", 2)]);
    }

    #[test]
    fn a_figure_is_no_label() {
        let text = "Nine farmers hurt at the old port\n\nAt least 9 farmers hurt at the old port\n\n\
                    By Ann Reed\n\nNine farmers were hurt on Monday, the port said. Boats came at noon.";
        let report = analyse(text);
        assert!(report.articles[0].substitution.is_some());
        assert_eq!(labels(&report), []);
    }
}
