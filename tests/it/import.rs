//! HTML in: what is kept, what is left out, and what no page can do.

use sayso::import::{self, MAX_BYTES, Page, Refusal};

const PAGE: &str = r#"<!doctype html><html><head>
<title>Bridge shut after crack is found | The Harbour Herald</title>
<meta property="og:site_name" content="The Harbour Herald">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Bridge shut after crack is found",
"author":[{"@type":"Person","name":"Ada Holm"},{"name":"Bo Lind"}],"datePublished":"2024-05-06T08:00:00Z"}]}</script>
</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article class="post tag-roads"><h1>Bridge shut after crack is found</h1>
<p class="byline">By Ada Holm and Bo Lind</p>
<div class="entry-content">
<p>The harbour bridge was shut on Monday after inspectors found a crack in one of its bearings, the road agency said.</p>
<figure><img src="x.jpg"><figcaption>The bridge in winter, seen from the quay.</figcaption></figure>
<p>“We will not open it before every bearing has been checked,” said <a href="/p/1">Ines Falk</a>, the agency’s chief engineer.</p>
<p><a href="/more">Read more: ten bridges that were shut this year</a></p>
<p>Buses will take the ring road until the bridge is open again, and the ferry will run every ten minutes from six in the morning.</p>
<script>document.title = "changed"</script>
</div>
<div class="share-bar">Share this story</div>
</article>
<div id="comments"><p>This is a long comment by a reader who has much to say about the bridge and says it at some length here.</p></div>
<footer>© The Harbour Herald</footer></body></html>"#;

fn read(html: &str) -> Page {
    import::read(html).expect("a page of the usual shape is read")
}

#[test]
fn the_article_and_nothing_else() {
    let page = read(PAGE);
    let paragraphs: Vec<&str> = page.text.split("\n\n").map(|it| &it[..it.len().min(14)]).collect();
    assert_eq!(paragraphs, ["Bridge shut af", "The harbour br", "“We will not", "Buses will tak"]);
    assert!(page.text.contains("said Ines Falk, the agency"), "links stay as text");
}

#[test]
fn a_page_in_one_form() {
    let form = PAGE.replace("<body>", "<body><form method=post action=./>").replace("</body>", "</form></body>");
    assert_eq!(read(&form).text, read(PAGE).text);
}

#[test]
fn a_day_within_a_sentence_stays() {
    let dated = PAGE
        .replace("on Monday after", "on <time datetime=2024-05-06>Monday</time> after")
        .replace("<p>Buses will", "<time>7 May</time><p>Buses <button>will</button>");
    assert_eq!(read(&dated).text, read(PAGE).text);
}

#[test]
fn a_credit_at_the_foot_of_the_article_stays() {
    let foot = "<footer><p>Reporting by Bo Lind; Editing by Cy Moe</p><p>Filed under: Roads</p></footer></article>";
    let text = read(&PAGE.replace("</article>", foot)).text;
    assert_eq!(text, read(PAGE).text + "\n\nReporting by Bo Lind; Editing by Cy Moe");
}

#[test]
fn a_short_paragraph_behind_a_list_of_links_is_the_articles() {
    let list = "<h2>Related</h2><ul><li><a href=/a>Dog bites man</a></li></ul><p>Nine jobs will go.</p></article>";
    assert_eq!(read(&PAGE.replace("</article>", list)).text, read(PAGE).text + "\n\nNine jobs will go.");
}

#[test]
fn what_was_cut_out_is_kept_for_show() {
    let left_out = read(PAGE).left_out;
    let left_out: Vec<_> = left_out.iter().map(|it| (it.after, it.text.as_str())).collect();
    assert_eq!(left_out, [(2, "Read more: ten bridges that were shut this year")]);
}

#[test]
fn sentences_beside_the_article_and_at_its_foot_are_kept_for_show() {
    let caption = "Divers of the agency look at the cracked bearing below the third arch.";
    let aside = "The bridge was built by two brothers in the summer of 1931.";
    let foot = "Bo Lind has written about roads and rivers for twenty years.";
    let page = PAGE
        .replace("The bridge in winter, seen from the quay.", caption)
        .replace("<p>Buses will", &format!("<aside><p>{aside}</p><p><a href=/>More</a></p></aside><p>Buses will"))
        .replace("</article>", &format!("<footer><p>{foot}</p><p>Filed under: Roads</p></footer></article>"));
    let (page, plain) = (read(&page), read(PAGE));
    assert_eq!(page.text, plain.text);
    let beside: Vec<_> = page.left_out.iter().filter(|it| !plain.left_out.contains(it)).map(|it| &*it.text).collect();
    assert_eq!(beside, [caption, aside, foot]);
}

#[test]
fn origin() {
    let page = read(PAGE);
    assert_eq!(page.headline.as_deref(), Some("Bridge shut after crack is found"));
    assert_eq!(page.byline.as_deref(), Some("Ada Holm, Bo Lind"));
    assert_eq!(page.outlet.as_deref(), Some("The Harbour Herald"));
    assert_eq!(page.published.as_deref(), Some("2024-05-06"));
}

#[test]
fn entities_in_what_a_page_tells_search_engines() {
    let page = read(&PAGE.replace("\"Ada Holm\"", "\"Ad&eacute; Holm\""));
    assert_eq!(page.byline.as_deref(), Some("Adé Holm, Bo Lind"));
}

#[test]
fn authors_side_by_side() {
    let page = |links: &str| read(&format!("<h1>Ferry runs again after years</h1><p>By {links}</p>")).byline;
    let (ada, bo) = ("<a rel=author href=/a>Ada Holm</a>", "<a rel=author href=/b>Bo Lind</a>");
    assert_eq!(page(&format!("{ada} and {bo}")).as_deref(), Some("Ada Holm, Bo Lind"));
    assert_eq!(page(&format!("{ada} {ada}")).as_deref(), Some("Ada Holm"));
}

#[test]
fn an_address_is_no_byline() {
    let author = r#"[{"@type":"Person","name":"Ada Holm"},{"name":"Bo Lind"}]"#;
    let page = PAGE.replace(author, "\"https://social.example/herald\"").replace("By Ada Holm and Bo Lind", "");
    assert_eq!(read(&page).byline, None);
}

#[test]
fn an_article_that_only_search_engines_are_told() {
    let seen = read(PAGE);
    let body = &seen.text[seen.headline.map_or(0, |it| it.len() + 2)..];
    for between in ["\r\n", "&lt;/p&gt; &lt;p&gt;"] {
        let script = format!("\"articleBody\":{:?},\"headline\"", body.replace("\n\n", between));
        let (head, _) = PAGE.split_once("<body>").expect("the page has a body");
        assert_eq!(read(&head.replace("\"headline\"", &script)).text, seen.text);
    }
    assert_eq!(
        read(&PAGE.replace("\"headline\"", "\"articleBody\":\"The bridge was shut.\",\"headline\"")).text,
        seen.text
    );
}

#[test]
fn a_page_without_metadata() {
    let page = read(
        "<h1>Ferry runs again</h1><p class=byline>By Ada Holm</p><p class=date>6 May 2024</p>\
        <p>The ferry across the sound runs again from Monday, the harbour office said, after three weeks in the yard.</p>",
    );
    assert_eq!(page.byline.as_deref(), Some("Ada Holm"));
    assert_eq!(page.published.as_deref(), Some("2024-05-06"));
}

#[test]
fn a_day_in_the_text_is_not_when_it_was_published() {
    let page = |above: &str| {
        read(&format!(
            "<h1>Ferry runs again after years</h1><p>{above}</p><p>The ferry across the sound was sold on 3 May 1999, \
            and it runs again from Monday, the harbour office said.</p>"
        ))
    };
    assert_eq!(page("By Ada Holm").published, None);
    assert_eq!(page("By Ada Holm, 6 May 2024").published.as_deref(), Some("2024-05-06"));
}

#[test]
fn a_page_that_says_nothing_of_its_origin() {
    let page = read(
        "<h1>Mayor slams critics</h1><p>By <b>Ann Roe</b></p><p>The mayor of the harbour town defended the new \
        bridge on Monday, after a week of protest.</p><p>“We will build it,” she said in the town hall, \
        and left before anybody could ask her for the price.</p>",
    );
    assert_eq!((page.headline.as_deref(), page.byline.as_deref()), (Some("Mayor slams critics"), Some("Ann Roe")));
    assert_eq!((page.text.split("\n\n").count(), page.left_out), (3, vec![]), "{:?}", page.text);
}

#[test]
fn hostile_pages_are_read_to_their_end() {
    let unclosed = "<p><a href='".repeat(10_000);
    let endless = "<a x=\"".repeat(100_000);
    let scripts = "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>".repeat(100);
    for html in ["", "\0", "<", "<!--", "<html", &unclosed, &endless, &scripts] {
        assert_eq!(read(html).text, "", "{}", &html[..html.len().min(40)]);
    }
    assert_eq!(read("ééé").text, "ééé");
}

#[test]
fn a_page_that_is_not_read_says_why() {
    let deep = "<div>".repeat(100_000) + "<p>deep</p>";
    assert_eq!(import::read(&deep), Err(Refusal::Tangled));
    assert_eq!(import::read(&"a".repeat(MAX_BYTES + 1)), Err(Refusal::TooLong));
}

#[test]
fn code_in_a_page_is_no_markup() {
    let code = "if(a<b0)c()\n".repeat(1_001);
    let page = read(&PAGE.replace("<script>", &format!("<!--{}--><script>{code}", "<div>".repeat(1_001))));
    assert_eq!(page.text, read(PAGE).text);
}

#[test]
fn markup_in_text_stays_text() {
    let page = read(
        "<h1>How to write a tag in HTML</h1><p>Write &lt;script&gt;alert(1)&lt;/script&gt; and it runs; \
        that is why a page must escape what its readers send before it shows any of it again.</p>",
    );
    assert!(page.text.contains("<script>alert(1)</script>"), "{:?}", page.text);
}
