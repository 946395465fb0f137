//! Two headlines, word by word, and every difference explained.

use leptos::prelude::*;

use super::Lab;
use super::parts::{found_in_words, mark};
use crate::app::original::in_words;
use crate::ling::{AlignedWord, Change, ChangeKind, Comparison, Found, compare, is_other_number, is_written_anew};
use crate::report::facts::HeadlinePart;
use crate::report::lab::{Body, first_part};
use crate::text::Span;

/// Two headlines that share hardly a word.
pub(in crate::app::workshop) const ANEW: &str = "written anew";

/// What a kind of change does to a reader, and what to ask.
fn explained(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::ActorRelabelled => (
            "You no longer learn who it was, only what to think of them.",
            "Who is meant, and what would they be called by name or by what they do?",
        ),
        ChangeKind::ActorAdded => {
            ("Somebody stands in this headline who was not in the other one.", "What does the text say that they did?")
        }
        ChangeKind::RelationChanged => (
            "Who did what to whom reads in another way: a clash between two sides is not one by one side.",
            "Who acted, as the text tells it?",
        ),
        ChangeKind::PrecisionChanged => (
            "How sure a number sounds has changed. “At least 7” leaves room; “seven” does not.",
            "How sure is the text?",
        ),
        ChangeKind::TimeOrPlaceDropped => (
            "Without its day or place, something old or far away can pass for new and near.",
            "When and where did it happen?",
        ),
        ChangeKind::HedgeDropped => {
            ("A doubt, or the one who says so, fell away. A claim now reads as a fact.", "Who says so in the text?")
        }
        ChangeKind::EmotionAdded => {
            ("The word tells you how to feel. It adds nothing that happened.", "What is left if you take it out?")
        }
        ChangeKind::Wording => ("Another form of the same word. That is often a matter of house style.", ""),
        ChangeKind::Unclear => (
            "Sayso cannot tell what kind of change this is. It may be house style, or it may change the story.",
            "Do both mean the same to you?",
        ),
    }
}

/// Nothing, until both boxes have words.
pub(super) fn section(lab: Lab) -> AnyView {
    let (shown, original) = (lab.shown.get(), lab.original.get());
    if shown.trim().is_empty() || original.trim().is_empty() {
        return ().into_any();
    }
    let (first, second) = (first_part(&shown), first_part(&original));
    let is_cut = first.len() < shown.len() || second.len() < original.len();
    let comparison = compare(first, second);
    let body = lab.read();
    let put_in = if body.is_empty() { Vec::new() } else { body.put_in(first, &comparison) };
    let cards = match is_written_anew(first, second) {
        true => anew(),
        false => {
            let changes = ordered(&comparison).into_iter();
            changes.map(|it| card(first, second, it, &put_in, &body)).collect_view().into_any()
        }
    };
    let is_same = comparison.substitution.is_none();
    view! {
        <section class="result" aria-labelledby="changes-title">
            <h2 id="changes-title">"What is different"</h2>
            {is_cut.then(|| view! { <p class="bench__none">"That is long for a headline: only the first 1,000 characters are compared."</p> })}
            {(!is_same).then(|| score(first, second, &comparison, "Above, in this headline; below, in the other one; between, in both."))}
            {is_same.then(|| view! { <p>"The two have the same words."</p> })}
            <ol class="cases">{cards}</ol>
        </section>
    }
    .into_any()
}

/// What takes the place of all changes, where hardly a word was kept.
fn anew() -> AnyView {
    view! {
        <li class="case">
            <h3>{sentence_case(ANEW)}</h3>
            <p>"The two share hardly a word. Nobody changed a word here and there: this is another headline."</p>
            <p class="case__question">"Do both tell the same story? Look at what each of them puts first."</p>
        </li>
    }
    .into_any()
}

/// Changes with the gravest first.
fn ordered(comparison: &Comparison) -> Vec<&Change> {
    let rank = |it: &Change| match it.kind {
        ChangeKind::ActorRelabelled => 0,
        ChangeKind::ActorAdded => 1,
        ChangeKind::EmotionAdded => 2,
        ChangeKind::RelationChanged => 3,
        ChangeKind::PrecisionChanged => 4,
        ChangeKind::HedgeDropped => 5,
        ChangeKind::TimeOrPlaceDropped => 6,
        ChangeKind::Unclear => 7,
        ChangeKind::Wording => 8,
    };
    let mut changes: Vec<&Change> = comparison.substitution.iter().flat_map(|it| &it.changes).collect();
    changes.sort_by_key(|it| rank(it));
    changes
}

fn card(shown: &str, original: &str, it: &Change, put_in: &[HeadlinePart], body: &Body) -> AnyView {
    let looked_up = put_in.iter().find(|part| Some(part.span) == it.to);
    let is_alone = looked_up.is_some_and(|part| part.found == Found::No);
    let of = |text: &'_ str, span: Option<Span>| span.map_or(String::new(), |it| text[it.range()].to_owned());
    let (name, (why, question)) = match it.kind {
        ChangeKind::PrecisionChanged if is_other_number(&of(original, it.from), &of(shown, it.to)) => (
            "another figure",
            (
                "One number stands where another stood: no way of counting once makes both true.",
                "Which of them is in the text?",
            ),
        ),
        kind => (in_words(kind), explained(kind)),
    };
    let class = match (is_alone, it.kind) {
        (true, _) => "case case--strong",
        (_, ChangeKind::Wording | ChangeKind::Unclear) => "case case--quiet",
        _ => "case",
    };
    let looked_up = looked_up.map(|part| {
        let words = &shown[part.span.range()];
        let quote = part.place.map(|place| view! { <q>{body.sentence(place).to_owned()}</q> });
        let said = match part.found {
            Found::No => format!("Only in the headline: nothing in the text says “{words}”."),
            Found::Quoted => "In the text only when somebody is quoted: ".to_owned(),
            found => format!("{}: ", found_in_words(found)),
        };
        view! { <p class="case__found">{mark(part.found)} " " {said} {quote}</p> }
    });
    view! {
        <li class=class>
            <h3>{sentence_case(name)}</h3>
            <p class="case__words">{from_to(original, shown, it)}</p>
            <p>{why}</p>
            {looked_up}
            {(!question.is_empty()).then(|| view! { <p class="case__question">{question}</p> })}
        </li>
    }
    .into_any()
}

fn from_to(original: &str, shown: &str, it: &Change) -> AnyView {
    let from = it.from.map(|span| original[span.range()].to_owned());
    let to = it.to.map(|span| shown[span.range()].to_owned());
    match (from, to) {
        (Some(from), Some(to)) => {
            view! { <del>{from}</del> <span aria-hidden="true">" → "</span> <span class="unseen">" became "</span> <ins>{to}</ins> }
                .into_any()
        }
        (Some(from), None) => view! { <del>{from}</del> " is left out" }.into_any(),
        (None, Some(to)) => view! { <ins>{to}</ins> " is put in" }.into_any(),
        (None, None) => ().into_any(),
    }
}

fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words in a row that both headlines have, or that differ.
struct Run {
    shown: Option<Span>,
    original: Option<Span>,
    is_same: bool,
}

fn runs(words: &[AlignedWord]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let join = |a: Option<Span>, b: Option<Span>| match (a, b) {
        (Some(a), Some(b)) => Some(a.to(b)),
        (a, b) => a.or(b),
    };
    for word in words {
        let is_same = word.kind.is_none() && word.shown.is_some() && word.original.is_some();
        match runs.last_mut().filter(|it| it.is_same == is_same) {
            Some(run) => {
                run.shown = join(run.shown, word.shown);
                run.original = join(run.original, word.original);
            }
            None => runs.push(Run { shown: word.shown, original: word.original, is_same }),
        }
    }
    runs
}

/// The words at a span, with the marks that follow them.
fn with_marks(text: &str, span: Span) -> String {
    let rest = &text[span.end()..];
    let marks = rest.find(|it: char| it.is_alphanumeric() || it.is_whitespace()).unwrap_or(rest.len());
    let (marks, after) = rest.split_at(marks);
    // *children’s*: the ending is no word of its own.
    let is_ending = marks.ends_with(['’', '\'']) && after.starts_with('s');
    let is_ending = is_ending && !after[1..].starts_with(char::is_alphanumeric);
    text[span.start()..span.end() + marks.len() + usize::from(is_ending)].to_owned()
}

/// The two headlines as one line: what both have in the middle, what differs above and below.
pub(in crate::app::workshop) fn score(
    shown: &str,
    original: &str,
    comparison: &Comparison,
    key: &'static str,
) -> AnyView {
    let run = |run: Run| {
        let above = run.shown.map(|it| with_marks(shown, it));
        let below = run.original.map(|it| with_marks(original, it));
        if run.is_same {
            return view! { <span class="score__same">{above}</span> }.into_any();
        }
        let above = above.map(|words| view! { <ins>{words}</ins> });
        let below = below.map(|words| view! { <del>{words}</del> });
        view! { <span class="score__change"><span>{above}</span><span>{below}</span></span> }.into_any()
    };
    let runs = runs(&comparison.words).into_iter().map(run).collect_view();
    view! {
        <div class="score" role="img" aria-label=format!("Above: {shown} Below: {original}") dir="auto">{runs}</div>
        <p class="score__key">{key}</p>
    }
    .into_any()
}
