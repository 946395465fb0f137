//! Whether the text says whose word it is, or that it does not hold: *critics called the plan a ploy*, *galling to
//! him*, *whether it is a ploy*.

use crate::ling::{Class, Frames, Pos, Shape, Word, WordSet, is_among, key_of, keys_of};
use std::ops::Range;

use super::{COLON, Context, NEGATIONS, Part, THAT, TO};

impl Context<'_> {
    /// Whether somebody is told to call something by these words.
    pub(super) fn is_anothers_name(&self, words: &Range<usize>) -> bool {
        self.is_named_before(words.start)
            || self.is_considered(words.start)
            || self.is_named_behind(words.end)
            || self.is_viewed(words.start)
            || self.is_viewed_beside(words)
    }

    /// *To Ms. Lee, the plan is silly*, *To Velian voters, …*, *For many, …*, *In the view of the union, …*, *The town
    /// described by Ms. Lee is …*; not *In my view, …*, *In full view of police, …*
    fn is_viewed(&self, at: usize) -> bool {
        const OPENING: [u32; 2] = keys_of(["to", "for"]);
        const MANY: [u32; 4] = keys_of(["many", "some", "others", "critics"]);
        const IN: [u32; 3] = keys_of(["in", "by", "from"]);
        const HEAR: u32 = key_of("hear");
        let first = self.sentence.tokens.start;
        let words = &self.text.words[first..at.min(first + 40)];
        let tells = |it: &[Word]| it[1].has_key(BY) && is_among(it[0].key, &TOLD);
        if words.windows(2).take(8).any(tells) && words.iter().any(is_link) && !words.iter().any(|it| it.has_key(AS)) {
            return true;
        }
        // *Her message: the mayor is a fool.*
        if words.windows(2).any(|it| it[1].has_key(COLON) && SAYING.has(it[0].key)) {
            return true;
        }
        let Some(comma) = words.iter().position(|it| it.has_key(COMMA)) else { return false };
        let (opening, rest) = words.split_at(comma);
        // *For Mr. Lee, the winter was long, and the idiotic council cut his heat.*
        let links = |it: &[Word]| it[0].has_key(COMMA) && it[1].pos.is(Pos::COORD.or(Pos::SUBORD));
        let goes_on = rest[1..].windows(2).any(links);
        let is_view = match opening {
            // *As the mayor sees it, …*, *To hear her tell it, …*
            [opening, .., it] if it.has_key(IT) => opening.has_key(AS) || words[1].has_key(HEAR),
            [to, who, rest @ ..] if is_among(to.key, &OPENING) => {
                // *To Rae, the toll was …*, not *To win Velia, the toll was …*, *To the delight of voters, …*
                let is_name = || {
                    to.has_key(TO)
                        && (rest.is_empty() || !who.pos.is(Pos::BASE))
                        && !rest.iter().any(|it| it.pos.is(Pos::PREP))
                        && is_somebody(&words[comma - 1])
                        && words[comma..].iter().any(is_link)
                };
                (who.is(Class::Title) || is_among(who.key, &MANY) || is_name()) && !rest.iter().any(|it| it.possessive)
            }
            [opening, first, rest @ ..] if is_among(opening.key, &IN) && !OWN.has(first.key) => {
                // *In Ms. Lee’s view*
                let is_owned = words[comma - 2].possessive;
                let view = if is_owned { rest.last() } else { rest.first() };
                (is_owned || first.pos.is(Pos::DET.or(Pos::POSS))) && view.is_some_and(|it| VIEWS.has(it.key))
            }
            _ => false,
        };
        is_view && !goes_on
    }

    /// *a silly plan, in her eyes*, *It is, in Ms. Lee’s words, a silly plan.*
    fn is_viewed_beside(&self, words: &Range<usize>) -> bool {
        const REACH: usize = 8;
        let is_view = |beside: &[Word]| {
            beside.windows(3).any(|it| {
                let is_owned = it[1].possessive || it[1].is(Class::Possessive) && !OWN.has(it[1].key);
                (it[0].pos.is(Pos::PREP.or(Pos::TO)) || it[0].shape == Shape::Punct) && is_owned && VIEWS.has(it[2].key)
            })
        };
        is_view(self.before(words.start, REACH)) || is_view(self.after(words.end, REACH))
    }

    /// *whether the plan is reckless*, *if it seems too ugly*, *whether they lied to her*, *potentially disastrous*;
    /// *not because it was shoddy*, *would mean reneging*
    pub(super) fn is_supposed(&self, part: Part, at: usize) -> bool {
        static SUPPOSING: WordSet = WordSet::new("if unless whether");
        const WHETHER: u32 = key_of("whether");
        const POTENTIALLY: u32 = key_of("potentially");
        static MAY: WordSet = WordSet::new("can could may might would");
        let before = self.before(at, 8);
        let clause = || before.iter().rev().take_while(|it| it.shape != Shape::Punct);
        let has = |key: u32| clause().any(|it| it.has_key(key));
        let mut back = before.iter().rev().skip_while(|it| is_small(it));
        let is_predicate = back.next().is_some_and(is_link);
        let may_be = back.take(2).any(|it| MAY.has(it.key));
        let asks = matches!(part, Part::Verb | Part::Phrase)
            && has(WHETHER)
            && !clause().any(|it| it.pos.is(Pos::REL.or(Pos::COORD)));
        let would = before.len().checked_sub(2).map(|it| before[it]);
        let is_act = self.ends(at, "ing") && before.last().is_some_and(|it| it.has_key(key_of("mean")));
        asks || is_predicate && (may_be || clause().any(|it| SUPPOSING.has(it.key)))
            || has(POTENTIALLY) && !before.last().is_some_and(|it| it.pos.is(Pos::DET.or(Pos::POSS)))
            || is_act && would.is_some_and(|it| it.pos.is(Pos::MODAL))
            || before.windows(2).any(|it| NEGATIONS.has(it[0].key) && it[1].has_key(key_of("because")))
    }

    /// *refused to pander*, *stopped short of bashing her*, *won’t be able to brag*: nobody did.
    pub(super) fn is_refrained(&self, at: usize) -> bool {
        static RESTRAINT: WordSet = WordSet::new(
            "avoid avoided avoiding declined declines refrain refrained refraining refrains refused refuses refusing \
            short unable",
        );
        const LINKS: Pos = Pos::TO.or(Pos::PREP).or(Pos::BE);
        let links = |it: &Word| it.pos.is(LINKS) || it.has_key(key_of("able"));
        let last = self.before(at, 4).iter().rev().find(|it| !links(it));
        last.is_some_and(|it| RESTRAINT.has(it.key) || NEGATIONS.has(it.key))
    }

    /// *He claimed that it was shut. The claim is false.*: the outlet says so soon after.
    pub(super) fn is_declared_false(&self) -> bool {
        /// Some three sentences.
        const SOON: usize = 60;
        static FALSE: WordSet = WordSet::new("baseless debunked disproved false incorrect lie unfounded untrue");
        let (tokens, end) = (self.text.document.tokens(), self.sentence.tokens.end);
        let rest = end..self.text.words.len().min(end + SOON);
        let is_said = |at: usize| self.text.words[at - 3..at].iter().any(|it| it.pos.is(Pos::BE));
        rest.skip(3)
            .any(|at| FALSE.has(self.text.words[at].key) && is_said(at) && !self.others.speak_at(tokens[at].span))
    }

    /// *critics called the plan a ploy*, *derided it as toothless*, *accused them of meddling*.
    fn is_named_before(&self, at: usize) -> bool {
        /// No name that somebody gives is longer, in words.
        const REACH: usize = 18;
        /// *saw the fall of the port as a sign of …*
        const FAR: usize = 32;
        /// Behind it the outlet may have taken over again.
        const CLAUSE: usize = 8;
        /// *slammed her for the reckless cuts*: so near stands what for.
        const GROUNDS: usize = 4;
        // *described the war in her disgraceful memoir*: behind such a word the outlet may speak.
        const LINKS: Pos = Pos::PREP.or(Pos::SUBORD);
        let (mut reach, mut has_as, mut has_comma, mut has_link) = (REACH, false, false, false);
        let first = at.saturating_sub(FAR).max(self.sentence.tokens.start);
        for before in (first..at).rev() {
            let word = self.text.words[before];
            let key = word.key;
            if at - before > reach || is_among(key, &BREAKS) || self.text.document.is_one_of(before, "—") {
                return false;
            }
            // *called on*, *called for* name nothing.
            let names = CALLING.has(key) && !CALLED_ON.has(self.text.words[before + 1].key);
            let is_near = || !has_comma && at - before <= CLAUSE;
            let is_told =
                || self.is_inserted(before) || self.is_argued(before, at) || !has_link && self.is_topic(before, at);
            if names || has_as && SEEING.has(key) || is_near() && is_told() {
                return true;
            }
            // *saw him as soon as*, *as she left*
            let (last, next) = (self.before(before, 1), self.text.words[before + 1]);
            let is_soon = |it: &Word| SOON.has(it.key);
            let is_time = || next.pos.is(Pos::SUBJECT) || is_soon(&next) || last.iter().any(is_soon);
            let names_as = word.has_key(AS) && !is_time();
            if names_as {
                reach = FAR;
            }
            has_as |= names_as || word.has_key(FOR) && at - before <= GROUNDS;
            has_comma |= word.has_key(COMMA);
            has_link |= word.pos.is(LINKS) && !names_as && !is_among(key, &PART);
        }
        false
    }

    /// *rejected the idea that it is corrupt*, not *the plan that shut it*, *the plan that the fool read*
    fn is_argued(&self, at: usize, end: usize) -> bool {
        const VERB: Pos = Pos::MODAL.or(Pos::BE).or(Pos::HAVE).or(Pos::PAST).or(Pos::PRES).or(Pos::PREP);
        let next = self.text.words[at + 1];
        // *The charge made by Lee is that …*, *a charge made by Lee: that …*
        let puts = |before: &[Word]| before.iter().any(|it| SAYING.has(it.key));
        let links = |it: &Word| it.pos.is(Pos::BE) || it.has_key(COLON);
        self.text.words[at].has_key(THAT)
            && self.before(at, 1).iter().any(|it| it.frames.is(Frames::NOUN) || links(it) && puts(self.before(at, 8)))
            && (!next.pos.is(VERB) || next.pos.is(Pos::NOUN))
            && self.text.words[at..end].iter().any(is_link)
    }

    /// *a system that she says is corrupt*: the verb that says who, in the midst of the clause.
    fn is_inserted(&self, at: usize) -> bool {
        let opens_clause = |it: &Word| it.pos.is(Pos::REL.or(Pos::THAT).or(Pos::WH));
        self.text.words[at].frames.is(Frames::SAY.or(Frames::THINK))
            && self.text.words[at + 1].is(Class::Auxiliary)
            && self.before(at, 3).iter().any(opens_clause)
    }

    /// *complained of a shoddy job*, *described the dire state of it*, *his comment on the town being lazy*, *her
    /// critique of shoddy work*: whose words follow.
    fn is_topic(&self, at: usize, end: usize) -> bool {
        const BEING: u32 = key_of("being");
        let next = self.text.words[at + 1].key;
        let word = self.text.words[at];
        // *lies of the party*
        let is_clause = || self.text.words[at..end].iter().any(|it| it.has_key(BEING));
        let speaks =
            word.frames.is(Frames::SPEAK) && (word.pos.is(Pos::PAST) || !word.pos.is(Pos::NOUN) || is_clause());
        // *a line of attack on …*
        let is_attack = word.has_key(ATTACK) && self.before(at, 1).iter().any(|it| it.has_key(OF));
        (speaks || CRITICISM.has(word.key)) && is_among(next, &TOPICAL) || DESCRIBING.has(word.key) || is_attack
    }

    /// *galling to him*, *embarrassing to the mayor*; *A vicious attack, the judge called it.*
    fn is_named_behind(&self, end: usize) -> bool {
        const REACH: usize = 10;
        // *a silly plan, as she sees it*
        let sees = |key: u64| self.after(end, REACH).iter().any(|it| it.has_key(AS)) && SEEING.has(key);
        let calls = |it: &[Word]| {
            (CALLING.has(it[0].key) || sees(it[0].key)) && it[1].has_key(IT) && it[2].shape == Shape::Punct
        };
        let is_felt = self.ends(end - 1, "ing");
        let feels = |it: &Word| it.is(Class::Pronoun) || is_among(it.key, &SENSES) || is_felt && is_somebody(it);
        let behind = self.after(end, 4).iter().filter(|it| !it.is(Class::Determiner)).take(3);
        let is_to = self.after(end, 1).iter().any(|it| it.has_key(TO));
        is_to && behind.skip(1).any(feels)
            || self.after(end, REACH).split(|it| it.has_key(SEMICOLON)).take(1).any(|it| it.windows(3).any(calls))
    }

    /// *known as thugs*, *likened them to thugs*, *treated like thugs*; not *as thugs storm the pub*.
    pub(super) fn is_given_name(&self, words: &Range<usize>) -> bool {
        const REACH: usize = 6;
        let open =
            |it: &Word| it.shape != Shape::Lower || it.classes.has_any(&[Class::Preposition, Class::Conjunction]);
        let joins = self.before(words.start, 1).iter().any(|it| it.has_key(AS))
            && self.ends(words.end - 1, "s")
            && !self.after(words.end, 1).iter().all(open);
        let is_like = self.before(words.start, 2).iter().any(|it| it.has_key(LIKE));
        let names = |it: &Word| {
            [&CALLING, &CONSIDERED, &NAMING].iter().any(|list| list.has(it.key)) || is_like && TREATING.has(it.key)
        };
        self.before(words.start, REACH).iter().any(|it| names(it) && !(joins && it.has_key(AS)))
    }

    /// *a right considered sacrosanct by its friends*: right before, as *considered the plan* thinks it over.
    fn is_considered(&self, at: usize) -> bool {
        let article = self.before(at, 1).iter().filter(|it| is_among(it.key, &ARTICLES)).count();
        self.before(at - article, 1).iter().any(|it| CONSIDERED.has(it.key))
    }
}

static TREATING: WordSet = WordSet::new("treat treated treating treats");
const LIKE: u32 = key_of("like");
const ARTICLES: [u32; 2] = keys_of(["a", "an"]);
const AS: u32 = key_of("as");
const FOR: u32 = key_of("for");
const FEELING: [Class; 3] = [Class::PersonNoun, Class::OfficeNoun, Class::Title];
const SENSES: [u32; 2] = keys_of(["ears", "eyes"]);
const TOLD: [u32; 4] = keys_of(["depicted", "described", "painted", "portrayed"]);
const TOPICAL: [u32; 2] = keys_of(["of", "about"]);
/// What joins a part to the thing that is told of.
const PART: [u32; 8] = keys_of(["of", "about", "with", "for", "to", "on", "against", "by"]);
const COMMA: u32 = key_of(",");
static SOON: WordSet = WordSet::new("far long much soon well");
const BREAKS: [u32; 2] = keys_of(["but", ";"]);
const IT: u32 = key_of("it");
const BY: u32 = key_of("by");
const OF: u32 = key_of("of");
const ATTACK: u32 = key_of("attack");
const SEMICOLON: u32 = key_of(";");

/// What somebody puts forward.
static SAYING: WordSet = WordSet::new("allegation argument case charge claim complaint message pitch verdict");

/// Verbs whose object is put as somebody sees it.
static DESCRIBING: WordSet = WordSet::new(
    "cited cites citing contrasted decried decries decrying described describes describing identified identifies lamented \
    lamenting alleges alleging",
);

static VIEWS: WordSet = WordSet::new("view eyes opinion telling account mind perspective standpoint words");
static OWN: WordSet = WordSet::new("my our view");

/// What tells against somebody or something, as its owner puts it.
static CRITICISM: WordSet = WordSet::new(
    "accusation accusations allegations caricature complaints depiction description fears picture portrait portrayal rumors \
    rumours suspicions warnings",
);

/// Verbs that put a judgement of their subject behind them.
static LINKING: WordSet = WordSet::new(
    "be becomes feels felt gets looked looks prove proved proves remains seem seemed seems sounded sounds turns",
);

fn is_link(word: &Word) -> bool {
    word.pos.is(Pos::BE) || LINKING.has(word.key)
}

/// *too*, *a*: what may stand between such a verb and the judgement.
fn is_small(word: &Word) -> bool {
    word.pos.is(Pos::ADV) || is_among(word.key, &ARTICLES)
}

fn is_somebody(word: &Word) -> bool {
    word.is_capital() || word.classes.has_any(&FEELING)
}

static CONSIDERED: WordSet = WordSet::new("consider considered considers");

/// Verbs that give a name to what follows.
static CALLING: WordSet = WordSet::new(
    "called calling calls labeled labelled labels labeling labelling branded brands branding dubbed dubs deemed deems \
    termed terms accuse accused accuses accusing",
);

/// Further words that say who uses a label, or that a court did.
static NAMING: WordSet = WordSet::new(
    "as brand brands call compare compared compares comparing convicted deem decried denounced denounces describe \
    described describes describing designate designated designates known label liken likened likens listed lists \
    nicknamed phrase portray portrayed portrays term word",
);
static CALLED_ON: WordSet = WordSet::new("on for to off up in out back attention");

/// Verbs that do so with *as*, or give grounds with *for*.
static SEEING: WordSet = WordSet::new(
    "attacked berated blasted blasting cast casting characterised characterized characterizing condemned criticised \
    criticized decried decrying denounced denouncing depict depicted depicts derided deriding describe described \
    describes describing dismissed dismisses dismissing framed framing hailed hailing hails mocked painted painting paints \
    panned perceived portray portrayed portraying portrays regard regarded regards ridiculed saw see seeing seen \
    sees slammed viewed views",
);
