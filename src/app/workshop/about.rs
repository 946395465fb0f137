//! What Sayso cannot see: the honest page about its own reach.

use leptos::prelude::*;

use super::choice::named;

/// A heading, what opens the section, and its points.
struct Section {
    title: &'static str,
    lead: &'static str,
    points: &'static [&'static str],
}

const SECTIONS: &[Section] = &[
    Section {
        title: "What no page can tell by itself",
        lead: "These need a look elsewhere. No rule here tries to guess them.",
        points: &[
            "Whether what the article says is true.",
            "Who owns the site, who pays for it, and what it printed before.",
            "What was left out: a fact, a person who was not asked, a second study.",
            "Whether a quotation was said, in these words and in this order.",
            "Whether a person with a name and a title exists, and could know what they say.",
            "Whether others report the same, or all copy one report.",
            "Whether the text was changed after it was published.",
            "Whether a picture, a film or a chart shows what the caption says. Sayso reads words only.",
        ],
    },
    Section {
        title: "What is in the words, and Sayso misses it",
        lead: "It looks for traces in the wording. Much that steers a reader leaves none.",
        points: &[
            "Order and weight: what comes first, what gets one line at the end.",
            "Hints: two facts side by side that let you draw the conclusion yourself.",
            "Irony and satire. A joke is read as if it were meant.",
            "A word that is loaded in one country, year or group and plain in another.",
            "Labels and claims in everyday words that are on no list.",
            "Claims in a question: “Is the mayor hiding something?”",
            "Who “he” or “the official” is, when the text itself leaves it open.",
            "A comment or an advertisement that looks like news and does not say so.",
            "Any language but English, and English that was badly translated or scanned.",
            "Tables, lists of results, live tickers, interviews set as plain text: they are read as running text, and badly.",
        ],
    },
    Section {
        title: "Where its flags go wrong",
        lead: "A flag is raised by a rule, and a rule knows only words. It can be wrong both ways.",
        points: &[
            "It flags what is fair: a court has proved the label, a witness has good reason for no name, everybody can check the claim.",
            "It passes what is not: the same thing said in words that the rule does not know.",
            "It takes words for the outlet’s own that the text means to be somebody else’s, and the other way round.",
            "It takes a line of the page for a line of the article, or part of the article for the page.",
            "A credit means that a good habit was followed. A named source may lie, and a printed reply may be cut short.",
            "Its word lists were written by people, and checked on texts that others had marked. Experts who marked loaded words agreed little with each other.",
        ],
    },
    Section {
        title: "What a number of flags means",
        lead: "Nothing, by itself. So there is no score.",
        points: &[
            "No flag does not mean that a text is true, fair or well researched. A careful lie has none.",
            "Many flags do not mean that it is false. A true report written in a hurry has many.",
            "Flags do not compare outlets. A long report on a war asks for more of them than a notice about a bus.",
        ],
    },
    Section {
        title: "What stays with you",
        lead: "The text is read on this device, and nothing of it is sent anywhere.",
        points: &[
            "This browser keeps every text that you paste or open and read, with the date and your notes, in your collection until you delete it there. It keeps the text you pasted last, what you dismissed, changed among the voices or found elsewhere, your settings, your lists, your repairs, and the lessons that you make or mark. Anyone who uses this browser after you can read them. Clearing the site’s data removes them all.",
            "A link that you open from an article goes out to the network as any link does.",
        ],
    },
    Section {
        title: "What to do instead",
        lead: "Sayso shows where to ask. The answers are elsewhere.",
        points: &[
            "Leave the page. See what others say of the site and of the people it quotes.",
            "Look for the first report: the agency, the study, the full speech, the court’s own words.",
            "Search for the figure or the quotation itself, in quotation marks, with the date.",
            "Ask who would know, and whether the article asked them.",
        ],
    },
];

/// Draws the page.
pub(super) fn screen() -> AnyView {
    named("What Sayso cannot see");
    let sections: Vec<_> = SECTIONS.iter().map(section).collect();
    view! {
        <main class="sheet-page" id="main" tabindex="-1">
            <h1>"What Sayso cannot see"</h1>
            <p class="sheet-page__lead">
                "Sayso reads the words on the page and nothing else. It shows where a text says who stands behind it, where it "
                "does not, and how it is worded. Here is what that leaves out."
            </p>
            {sections}
            <p class="sheet-page__foot">
                "What each rule gets wrong, and how often it was right where that was counted, is on "
                <a href="#/rules">"the pages of the rules"</a> "."
            </p>
        </main>
    }
    .into_any()
}

fn section(it: &Section) -> AnyView {
    let points: Vec<_> = it.points.iter().map(|it| view! { <li>{*it}</li> }).collect();
    view! {
        <section>
            <h2>{it.title}</h2>
            <p>{it.lead}</p>
            <ul class="about__list">{points}</ul>
        </section>
    }
    .into_any()
}
