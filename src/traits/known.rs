//! Whose word can be checked though the text gives no name.

use std::sync::LazyLock;

use crate::ling::{
    Annotated, Attribution, Class, Description, Determiner, KeyIndex, Pos, SourceKind, Word, WordSet, is_one_of, key,
    key_of, keys_of,
};
use crate::text::Span;

use super::keepers;
use super::letters::IN_LETTER;
use super::members;
use super::named_after;
use super::plot::{IN_PLOT, is_plot};
use super::shared;
use super::sourcing::{REPORTERS, attributions_before, is_any, span_of, word};
use super::vouched;

/// Whose rulings are on record.
const BENCH: &str = "judge judges jury magistrate magistrates";

/// Whose questions rest on nothing they know.
const ASKERS: &str = "boy callers girl man questioner somebody someone student voter woman";

/// Who made a work: *its makers*.
const MAKERS: &str = "authors creators editors makers producers writers";

/// Who wrote a study.
const SCHOLARS: &str = "authors researchers scientists";

const VOICES: &str = "narrator voiceover";

const EXECUTIVE: &str = "executive";

/// All of these: few of those who speak are any.
static HEADS: LazyLock<KeyIndex> = LazyLock::new(|| {
    let lists = [ASKERS, BENCH, MAKERS, SCHOLARS, VOICES, EXECUTIVE, REPORTERS];
    KeyIndex::of(lists.into_iter().flat_map(|it| it.split_ascii_whitespace()).map(key))
});

/// Who may hold a post in which one can ask them.
enum Post {
    Speaker,
    Prosecutor,
    Lawyer,
    Judge,
    Auditor,
    Expert,
    Officer,
}

const POSTS: [(Post, &str); 7] = [
    (Post::Speaker, "spokesman spokeswoman spokesperson spokesmen spokeswomen spokespersons spokespeople"),
    (Post::Prosecutor, "prosecutors"),
    (Post::Lawyer, "lawyers attorneys barristers solicitors"),
    (Post::Judge, "judge"),
    (Post::Auditor, "auditors deputies inspectors reviewers"),
    (Post::Expert, "analysts economists researchers scientists strategists academics"),
    (Post::Officer, "executives officers officials"),
];

/// The row of each.
static POST_OF: LazyLock<KeyIndex> = LazyLock::new(|| KeyIndex::of_rows(&POSTS));

const IN_POST: &str = "A body or a post that one can ask, though the person has no name.";

const IN_PUBLIC: &str = "Said in public, it seems: by whom?";

const DOUBTED: &str = "The text tells of this source with distance.";

const ONLINE: &str = "The name they go by is given.";

/// Why somebody with no name is known all the same.
pub(super) fn why(text: Annotated<'_>, description: &Description, span: Span) -> Option<&'static str> {
    if is_own_reporter(text, span) {
        return Some("The outlet’s own reporter saw or heard it.");
    }
    const ASKED: [u32; 3] = keys_of(["polled", "surveyed", "survey"]);
    if text.words[text.document.tokens_in(span)].iter().take(12).any(|it| it.is_one_of(&ASKED)) {
        return Some("A poll of them is cited, which can be looked up.");
    }
    let head = description.head.filter(|&at| HEADS.has(text.words[at].key));
    if is_its(text, head, EXECUTIVE) {
        return Some("A body or a thing speaks, not a person.");
    }
    if rules_in_court(text, head, span) {
        return Some("A ruling of a court, which is on record.");
    }
    if asks_in_public(text, head, span) {
        return Some("A question, which states nothing.");
    }
    if let Some(why) = vouched::why(text, description, span) {
        return Some(why);
    }
    if is_of_who_writes(text, description, span) {
        return Some("Whoever writes speaks of people of their own, or to the reader.");
    }
    if head.is_some_and(|at| is_any(text, at, VOICES)) {
        return Some("A voice of the work that the text tells of.");
    }
    if is_its(text, head, MAKERS) {
        return Some("They made the work that the text tells of.");
    }
    if head.is_some_and(|at| is_any(text, at, SCHOLARS)) && are_of_study(text, description, span) {
        return Some("They wrote the study that the text tells of.");
    }
    if shared::others(text).write_at(span) {
        return Some(IN_LETTER);
    }
    let is_one = matches!(description.determiner, Determiner::Single | Determiner::Definite | Determiner::Number);
    (is_one && is_plot(text, span)).then_some(IN_PLOT)
}

/// *a man calling himself Bo Rae*, *who runs the account @Tarn*, *a user going by the handle Pulver*
fn has_handle(text: Annotated<'_>, span: Span) -> bool {
    let is_name = || text.document.tokens_in(span).next_back().is_some_and(|at| text.words[at].is_capital());
    text.document[span].contains('@') || members::has(text, span, "calling handle") && is_name()
}

/// What to note of somebody who is known by a post, speaks in public, or of whom one speaks next.
pub(super) fn note(
    text: Annotated<'_>,
    it: Option<&Attribution>,
    description: &Description,
    span: Span,
    is_vague: bool,
) -> Option<&'static str> {
    match () {
        () if is_post(text, description, span) => Some(IN_POST),
        () if has_handle(text, span) => Some(ONLINE),
        () if keepers::are_of_force(text, description, span) => Some(IN_POST),
        () if keepers::is_kept_off(text, description, span) => Some(DOUBTED),
        () if it.is_some_and(|it| is_public(text, it, description, span)) => Some(IN_PUBLIC),
        () => members::note(text, description, span, is_vague)
            .or_else(|| named_after::is_named(text, it?, description, span).then_some(named_after::MAYBE)),
    }
}

/// Words behind an announcement in which officials may go on to tell of it.
const FURTHEST: usize = 400;

/// *officials announced*, *deny any link*, *insist that they …*; *officials said*, behind *the port announced*
fn is_public(text: Annotated<'_>, it: &Attribution, description: &Description, span: Span) -> bool {
    const ANNOUNCED: u32 = key_of("announced");
    let Some(((&cue, &content), head)) = it.cue.first().zip(it.content.first()).zip(description.head) else {
        return false;
    };
    let says = |words: &str| members::has(text, cue, words);
    let is = |words: &str| is_any(text, head, words);
    // *wrote to the mayor*: a letter. *told workers*: whoever was there heard it.
    let behind = text.document.tokens_in(cue).end;
    let is_letter = || says("wrote") && is_any(text, behind, "to") && description.is_plural;
    let is_heard = || says("told tells") && is_any(text, behind, "employees supporters workers");
    if says("announced posted testified") || is("questioner") || is_letter() || is_heard() {
        return true;
    }
    let start = text.document.tokens_in(content).start;
    let opens = |words: &str| is_any(text, start, words) || is_any(text, start + 1, words);
    // *the ministry announced*, above
    let announces = |at: usize| {
        text.words[at + 1].has_key(ANNOUNCED)
            && (text.words[at].is(Class::Institution) || is_any(text, at, "officials"))
    };
    let is_plain =
        || description.determiner == Determiner::Bare && !members::has(text, span, "former intelligence senior top");
    static BODIES: WordSet = WordSet::new("authorities executives leaders officials organisers organizers");
    let is_body = BODIES.is(&text.words[head]);
    is_body
        && (says("deny embraced long proposed urged")
            || opens("they") && says("insist")
            || opens("they which") && says("have") && says("said"))
        || (is("aides") || is_body && !is("leaders"))
            && !opens("they")
            && says("said")
            && head + 1 == text.document.tokens_in(span).end
            && is_plain()
            && (head.saturating_sub(FURTHEST)..head).any(announces)
}

/// *a council spokesman*, *prosecutors*, *lawyers for Ann Lee*: whoever holds the post, one knows whom to ask.
fn is_post(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    const LOCAL: &str = "city company council county hospital police school";
    let post = |at: usize| Some((at, POST_OF.get(text.words[at].key).filter(|_| !text.words[at].possessive)?));
    let Some((head, post)) = description.head.and_then(post) else { return false };
    let behind = |word: &str| is_any(text, head + 1, word);
    let end = text.document.tokens_in(span).end;
    let has_name = || (head + 2..end).take(3).any(|at| text.words[at].is_capital());
    // *for the ministry*, but *for the hospital’s victims*, *for a school shooter*
    let ends_at = |at: usize| at + 1 >= end || !text.words[at + 1].pos.is(Pos::NOUN);
    let is_body = |at: usize| text.words[at].is(Class::Institution) && !text.words[at].possessive && ends_at(at);
    let is_of_body = || (head + 2..end).take(3).any(is_body);
    let is_plain = || matches!(description.determiner, Determiner::Bare | Determiner::Definite);
    let start = text.document.tokens_in(span).start;
    match POSTS[post].0 {
        Post::Speaker => speaks_for_body(text, head, span),
        Post::Prosecutor => is_plain() && !(head > 0 && is_any(text, head - 1, "former ex")),
        Post::Lawyer => behind("for") && (has_name() || is_of_body()) || description.determiner == Determiner::Owned,
        Post::Judge => !description.is_described && description.determiner == Determiner::Single,
        Post::Auditor => description.determiner == Determiner::Owned && !is_any(text, start, "his her my our your"),
        Post::Expert => behind("at") && has_name(),
        Post::Officer => {
            description.determiner == Determiner::Bare && head == start + 1 && is_any(text, head - 1, LOCAL)
        }
    }
}

/// *a council spokesman*, *a spokeswoman for Velia Oil*; not *a spokesman for the rebels*.
fn speaks_for_body(text: Annotated<'_>, head: usize, span: Span) -> bool {
    const UNITED: &str = "militia movement coalition opposition";
    let tokens = text.document.tokens_in(span);
    let is_body = |at: usize| {
        let it = text.words[at];
        // *eBay*
        word(text, at).contains(char::is_uppercase) && !it.is(Class::Demonym)
            || it.is(Class::Institution) && !it.is(Class::Plural) && !is_any(text, at, UNITED)
    };
    if (tokens.start..head).any(|at| is_any(text, at, "former ex")) {
        return false;
    }
    // *A spokesman said* opens with a capital.
    (tokens.start + 1..head).any(is_body)
        || is_any(text, head + 1, "for of") && (head + 2..tokens.end).take(8).any(is_body)
}

/// *its executive*, *its makers*
fn is_its(text: Annotated<'_>, head: Option<usize>, heads: &str) -> bool {
    head.is_some_and(|at| at > 0 && is_any(text, at, heads) && is_any(text, at - 1, "its"))
}

/// *The authors*, behind a study; *researchers*, in short before it.
fn are_of_study(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    let study = || shared::first_study(text);
    description.is_plural
        && match description.determiner {
            Determiner::Definite => study().is_some_and(|at| at < span.start()) || is_of_study(text, span),
            Determiner::Bare => vouched::is_lead(text, span) && (study().is_some() || is_in_journal(text, span)),
            _ => false,
        }
}

/// *The researchers*, behind *a study by Tarn School*; *the authors of the “Pier Plan”*
fn is_of_study(text: Annotated<'_>, span: Span) -> bool {
    const NEAR: usize = 120;
    let start = text.document.tokens_in(span).start;
    // *a study by the mayor*, *a paper from Tarn*: none of theirs.
    let is_named = |at: usize| text.words[at + 2..].iter().take(4).any(Word::is_capital);
    let is_study = |at: usize| {
        (is_any(text, at, "study survey analysis") && is_any(text, at + 1, "by from")
            || is_any(text, at, "paper") && is_any(text, at + 1, "by"))
            && is_named(at)
    };
    (start.saturating_sub(NEAR)..start).any(is_study) || is_any(text, text.document.tokens_in(span).end, "“ \"")
}

/// *researchers reported in the journal Chest*
fn is_in_journal(text: Annotated<'_>, span: Span) -> bool {
    let end = text.document.tokens_in(span).end;
    (end..text.words.len().min(end + 8)).any(|at| at > 1 && is_any(text, at, "journal") && is_any(text, at - 2, "in"))
}

/// *Ann Lee noted that it was late, and some said so*
pub(super) fn goes_on_for_named(text: Annotated<'_>, span: Span) -> bool {
    let at = text.document.tokens_in(span).start;
    if at == 0 || !is_any(text, at - 1, "and") || !is_any(text, at, "many others some") {
        return false;
    }
    let before = text.attributions[..attributions_before(text, span.start())].last();
    let content = before.filter(|it| it.kind == SourceKind::Named).and_then(|it| it.content.last());
    content.map(|it| text.document.tokens_in(*it)).is_some_and(|it| it.end + 2 >= at && is_any(text, it.start, "that"))
}

/// *our engineers*, *your critics*, *my neighbour*
fn is_of_who_writes(text: Annotated<'_>, description: &Description, span: Span) -> bool {
    let is_source = description.head.is_some_and(|at| text.words[at].is(Class::SourceNoun));
    const OWN: [u32; 3] = keys_of(["my", "our", "your"]);
    !is_source && text.document.tokens_in(span).next().is_some_and(|at| text.words[at].is_one_of(&OWN))
}

/// *A judge has rejected the request*: the court can be asked.
fn rules_in_court(text: Annotated<'_>, head: Option<usize>, span: Span) -> bool {
    const RULINGS: &str = "agreed concluded decided declared determined ruled ordered rejected denied dismissed granted \
                           blocked refused approved found sentenced upheld";
    head.is_some_and(|at| is_any(text, at, BENCH))
        && acts_by(text, span, |verb| RULINGS.split(' ').any(|it| it == verb))
}

/// *reporters asked how he felt*, *someone shouted whether he would go*
fn asks_in_public(text: Annotated<'_>, head: Option<usize>, span: Span) -> bool {
    let tokens = text.document.tokens_in(span);
    let (first, end) = (tokens.start, tokens.end);
    // *when asked by a reporter*
    let is_agent = || first > 1 && is_any(text, first - 1, "by") && is_any(text, first - 2, "asked pressed");
    let is_question = || (end + 1..end + 5).any(|at| is_any(text, at, "about how if what whether who why"));
    let asks = |verbs: &str| acts_by(text, span, |verb| is_one_of(verb, verbs));
    head.is_some_and(|at| {
        is_any(text, at, REPORTERS) && (is_agent() || asks("asked asks ask asking shouted pointed pressed"))
            || is_any(text, at, ASKERS) && is_question() && asks("asked asks shouted wondered yelled")
            // *“Here they come!” a boy shouted*
            || is_any(text, at, ASKERS) && asks("shouted yelled") && !is_any(text, end + 1, "that")
    })
}

/// Whether such a verb stands right behind a source.
fn acts_by(text: Annotated<'_>, span: Span, is: impl Fn(&str) -> bool) -> bool {
    const NEAR: usize = 3;
    let end = text.document.tokens_in(span).end;
    (end..text.words.len().min(end + NEAR)).any(|at| is(word(text, at)))
}

/// *an AFP photographer*, in a report of AFP.
fn is_own_reporter(text: Annotated<'_>, span: Span) -> bool {
    let mut tokens = text.document.tokens_in(span).take(8);
    let start = tokens.clone().find_map(|at| Some((at, text.outlet_at(at)?)));
    let Some((first, end)) =
        start.filter(|_| tokens.any(|at| is_any(text, at, REPORTERS) || is_any(text, at, "photographers")))
    else {
        return false;
    };
    let name = &text.document[span_of(text, first..end)];
    let article = text.article;
    let by = article.outlet.iter().chain(&article.wire).chain(&article.credits);
    by.into_iter().any(|it| it.contains(name))
}

#[cfg(test)]
mod tests {
    use super::super::unnamed_source::TRAIT;
    use super::{IN_POST, IN_PUBLIC, ONLINE};
    use crate::testing::check;
    use crate::traits::Findings;

    #[test]
    fn who_holds_a_post_is_told_without_concern() {
        let is_post = |text: &str| note(text) == IN_POST;
        for post in [
            "A council spokesperson",
            "A Velia Oil spokeswoman",
            "An eVelia spokesperson",
            "A spokesman for the ministry",
            "Prosecutors",
            "Lawyers for Ann Lee",
            "Attorneys for the ministry",
            "The ministry’s auditors",
            "Ann Lee’s lawyers",
            "Analysts at Tarn Bank",
            "A judge",
            "Police officials",
            "Company executives",
        ] {
            assert!(is_post(&format!("{post} said that it was late.")), "{post}");
        }
        for other in [
            "A spokesman",
            "A spokesman for the rebels",
            "A spokesman for the militia",
            "Lawyers",
            "Former prosecutors",
            "Lawyers for the poor",
            "Lawyers for a school bully",
            "Lawyers for the hospital’s patients",
            "His inspectors",
            "Auditors",
            "A former Velia Oil spokesman",
            "A senior judge",
            "Two city officials",
            "Border officials",
        ] {
            assert!(!is_post(&format!("{other} said that it was late.")), "{other}");
        }
    }

    fn note(text: &str) -> String {
        let mut findings = Findings::default();
        crate::ling::Reading::new(text).articles().for_each(|it| (TRAIT.detect)(it, &mut findings));
        findings.found.iter().filter(|it| it.is_mild).filter_map(|it| it.note.as_deref()).collect()
    }

    #[test]
    fn what_is_said_in_public() {
        for text in [
            "Officials announced on Monday that the road would shut.",
            "Port officials deny any link to the fire. It rained.",
            "Velian leaders insist that they will go.",
            "Officials have said they will go. It rained.",
            "Two mayors wrote to Ann Lee on Monday that the dam leaked.",
            "The ministry announced in May that the road would shut. It will reopen, officials said.",
            "One questioner claimed that the road was shut.",
            "A clerk posted on Twitter that the road was shut.",
            "Two clerks testified that the road was shut.",
            "A port executive tells workers that the road is shut.",
        ] {
            assert_eq!(note(text), IN_PUBLIC, "{text}");
        }
        for text in [
            "Residents deny any link to the fire.",
            "Port officials insist that the road is shut.",
            "Port officials have said that the road is shut.",
            "The ministry announced in May that the road would shut. Senior officials said the minister had wept.",
            "The ministry announced in May that the road would shut. Party leaders said it leaked.",
            "The ministry announced in May that the road would shut. Officials said they feared the worst.",
            "The singer announced in May that he would marry. He had wept, officials said.",
            "A clerk wrote that the road was shut.",
            "A clerk wrote to Ann Lee that the road was shut.",
        ] {
            assert!(note(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn whoever_goes_by_a_name() {
        for text in [
            "“Never,” wrote a sailor who runs the account @TarnSails.",
            "“Never,” wrote a man calling himself Bo Rae.",
            "“Never,” wrote a user from Tarn going by the handle Pulver.",
        ] {
            assert_eq!(note(text), ONLINE, "{text}");
        }
        assert!(note("A woman calling herself a patriot said no.").is_empty());
    }

    #[test]
    fn rulings_and_questions() {
        check(&TRAIT, "A Velia judge has rejected a request to open the file.");
        check(
            &TRAIT,
            "[[A Velia judge]] said the file was too long. In May, a Velia judge determined that it was short.",
        );
        check(&TRAIT, "At a forum, a young woman asked Ann Lee about the wall. “It falls!” a boy shouted.");
        check(&TRAIT, "She spoke of a show during which callers asked how much it cost.");
        check(&TRAIT, "At noon reporters asked questions about the ferry.");
        check(&TRAIT, "[[A Velian senator]] said it was late. [[The senator]] said no more.");
        check(&TRAIT, "A reporter pointed out that the ferry had sailed.");
        check(&TRAIT, "“No,” Ann Lee said when asked by a reporter if the ferry had sailed.");
        check(&TRAIT, "[[A reporter]] said that the ferry had sailed.");
        check(&TRAIT, "Then someone asked how the ferry could sail. A man in the crowd shouted whether it would.");
        check(&TRAIT, "[[A man in the crowd]] shouted that it would. [[A senior aide]] wondered whether it could.");
    }

    #[test]
    fn whoever_a_reader_writes_of() {
        let letters =
            "Tolls rise in May\n\nThe toll rose on Monday.\n\nLetters\n\nOfficials say that it is late.\n\nMara Finch";
        check(&TRAIT, letters);
        check(&TRAIT, "Dear Ann, A neighbour says that my wall is weak. Tired, Tarn");
        check(&TRAIT, "Dear old walls fall. [[A neighbour]] says that mine is weak.");
    }

    #[test]
    fn voices_of_a_work() {
        check(&TRAIT, "“Who paid?” a narrator in the film asks, before the ferry sinks.");
    }

    #[test]
    fn people_of_whoever_writes() {
        check(&TRAIT, "Our surveyors see damp lofts every winter, and your neighbours will say the same.");
        check(&TRAIT, "My neighbour says that nobody wants the horn back.");
        check(&TRAIT, "Ann Lee noted that the wall leaned in May, and some speculated about its fall.");
        check(&TRAIT, "Ann Lee noted the leaning wall, and [[some]] said that it would fall.");
        check(&TRAIT, "[[Our source]] says that the loft is damp. [[Their surveyors]] say that it is dry.");
    }

    #[test]
    fn known_all_the_same() {
        check(&TRAIT, "TBILISI (AFP) — AFP reporters saw crowds fill the square. Nobody spoke.");
        check(&TRAIT, "A study found that trout shrink. The authors wrote that nobody knows why.");
        check(&TRAIT, "[[The authors]] wrote that nobody knows why.");
        check(&TRAIT, "A study by Tarn School came out on Monday. The authors wrote that nobody knows why.");
        check(&TRAIT, "A report by the police came out. [[The scientists]] said that the dam broke.");
        check(&TRAIT, "The authors of the study, which include Tarn School, wrote that nobody knows why.");
        check(&TRAIT, "“Nobody knows why,” wrote the authors of the “Trout and Pier Plan,” who met in May.");
        check(&TRAIT, "Trout shrink with age, and a study published on Monday shows it. The authors wrote of an inch.");
        check(&TRAIT, "Trout shrink, researchers have said. The fish lose an inch, according to a study in Velia.");
        check(&TRAIT, "Trout shrink, [[researchers]] have said. The fish lose an inch.");
        check(&TRAIT, "Trout shrink with age, researchers reported on Monday in the journal Lyria Fish.");
    }

    #[test]
    fn what_can_be_looked_up_or_asked() {
        check(&TRAIT, "The engineers’ report said the wall was cracked.");
        check(&TRAIT, "Economists polled by the Velia Post expect the wall to fall.");
        check(&TRAIT, "The fine was £900, a figure confirmed by Ann Lee.");
        check(&TRAIT, "Most borrowers in a survey said they would vote. Its authors said it was brief.");
        check(&TRAIT, "The union will vote, its executive decided on Friday.");
        check(&TRAIT, "One home in ten is empty, according to census figures. It rained.");
        check(&TRAIT, "Deaths are up, according to its figures for May. It rained.");
        check(&TRAIT, "[[A senior figure]] said the wall was cracked.");
        check(&TRAIT, "The letters were brief. One, dated May 3, says the wall was cracked.");
    }
}
