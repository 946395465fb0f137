// Each way in, and what nobody should bring.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fits, LOOKS } from "./axe.mjs";
import { saved, skipTutorial } from "./desk.mjs";
import { bench, engine, fill, go, holds, many, paste, ready, says, soon, visit } from "./visit.mjs";
import { bomb, docx, file, open, pasteFormatted, pdf, readIt } from "./ways.mjs";

const PAGE = `<!doctype html><html><head><title>Bridge shut after crack is found | The Harbour Herald</title>
<meta property="og:site_name" content="The Harbour Herald">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge shut after crack is found",
"author":{"@type":"Person","name":"Ada Holm"},"datePublished":"2024-05-06T08:00:00Z"}</script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Bridge shut after crack is found</h1>
<p>The harbour bridge was shut on Monday after inspectors found a crack in one of its bearings, the road agency said.</p>
<p>“We will not open it before every bearing has been checked,” said <a href="/p/1">Ines Falk</a>, the agency’s chief engineer.</p>
<p><a href="/more">Read more: ten bridges that were shut this year</a></p>
<p>Buses will take the ring road until the bridge is open again, and the ferry will run every ten minutes from six.</p>
<script>window.hit = 1</script></article></body></html>`;

visit("a web page is split, shown, put right by hand, and read", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.html", PAGE, "text/html"));
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
  await holds(page.getByLabel("By", { exact: true }), "Ada Holm");
  await holds(page.getByLabel("Outlet"), "The Harbour Herald");
  await page.getByText(/left out/).first().click();
  await page.getByText("ten bridges that were shut").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  const back = page.getByRole("button", { name: "It is in the text again" });
  await soon(async () => assert.ok(await back.evaluate((it) => it === document.activeElement), "the focus stays"));
  await soon(async () => assert.match(await page.getByLabel("Text", { exact: true }).inputValue(), /ten bridges that were shut/));
  await page.getByText("After paragraph 2", { exact: true }).waitFor();
  await page.getByLabel("By", { exact: true }).fill("Bo Lind");
  assert.match(await readIt(page), /By Bo Lind[^]*said Ines Falk/);
  assert.equal(await page.evaluate(() => window.hit), undefined);
});

visit("what was cut out is shown, and the parts are put right, after reading too", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.html", PAGE, "text/html"));
  await readIt(page);
  await page.getByRole("link", { name: /See what was cut out/ }).click();
  await holds(page.getByLabel("By", { exact: true }), "Ada Holm");
  await page.getByText("1 paragraph was left out").click();
  await page.getByText("ten bridges that were shut").waitFor();
  await page.getByRole("button", { name: "Put it back" }).click();
  await page.getByLabel("By", { exact: true }).fill("Bo Lind");
  assert.match(await readIt(page), /By Bo Lind[^]*ten bridges/);
  await page.getByRole("link", { name: /See what was cut out/ }).click();
  await holds(page.getByLabel("By", { exact: true }), "Bo Lind");
  await many(page.getByText("left out"), 0, "what is back is not offered again");
  assert.match(await readIt(page), /By Bo Lind/);
  await page.reload();
  await ready(page);
  await page.getByRole("link", { name: /See what was cut out/ }).click();
  await holds(page.getByLabel("By", { exact: true }), "Bo Lind");
});

visit("the head of a text goes into the boxes, a date that cannot be read is told, and a reload keeps all", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.txt", "Council to shut the ferry\n\nBy Ina Brandel\n\nA senior official said on Saturday that the ferry would close."));
  const box = (name) => page.getByLabel(name, { exact: true });
  await holds(box("Headline"), "Council to shut the ferry");
  await holds(box("By"), "Ina Brandel");
  await box("Date").fill("3/4/2025");
  await page.getByText("This date cannot be read.").waitFor();
  await box("Date").fill("4 March 2025");
  await page.getByText("This date cannot be read.").waitFor({ state: "detached" });
  await box("Outlet").fill("The Echo");
  await page.waitForFunction(() => sessionStorage.getItem("sayso.in")?.includes("The Echo"));
  await page.reload();
  await holds(box("Date"), "4 March 2025");
  const text = await readIt(page);
  assert.equal(text.match(/Ina Brandel/g).length, 1);
  assert.match(text, /The Echo, 4 March 2025/);
  await go(page, "#/in");
  await page.getByLabel("Choose files").waitFor();
});

visit("the source of a page in the box is taken for a page", {}, async ({ page }) => {
  await fill(page, PAGE);
  await page.getByRole("button", { name: "Read it" }).click();
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
});

visit("a link in the box is answered honestly", {}, async ({ page }) => {
  await fill(page, "https://example.org/news/1");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Three ways work:").waitFor();
});

visit("a lesson and slips are known where an article is opened, as files, codes and links", { fragment: "#/practise/bus-crash", acceptDownloads: true }, async ({ page, address }) => {
  await skipTutorial(page);
  const slip = await saved(page, "Save my slip");
  const box = async (words) => {
    await page.goto(`${address}#/`);
    await fill(page, words);
    await page.getByRole("button", { name: "Read it" }).click();
  };
  await box(`${address}#/lesson/unnamed-sources.`);
  await page.getByRole("link", { name: "Start" }).waitFor();
  await box(slip.buffer.toString().split("\n")[1]);
  await page.getByText("1 slip on").waitFor();
  await go(page, "#/lesson/new");
  await page.getByLabel("Title of the lesson").fill("Who said that?");
  await page.getByLabel("From the library").selectOption("hospital-waiting-list");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  const lesson = await saved(page, "Save as a file");
  await go(page, "#/in");
  await open(page, lesson);
  await page.getByRole("heading", { name: "Who said that?" }).waitFor();
  await page.reload();
  await go(page, "#/class");
  await page.getByLabel("Slips and the lesson").setInputFiles(lesson);
  await page.getByText("The lesson “Who said that?” is here. Now the slips.").waitFor();
});

visit("formatted text is read with its parts", { fragment: "#/in" }, async ({ page }) => {
  await pasteFormatted(page, PAGE, "Bridge shut after crack is found");
  await page.getByLabel("Headline").waitFor();
  assert.match(await readIt(page), /said Ines Falk/);
});

visit("a Word document, Markdown, and text", { fragment: "#/in" }, async ({ page, address }) => {
  await open(page, file("a.docx", docx("<w:p><w:t>Ferry to close</w:t></w:p><w:p><w:t>Officials said no &amp; left.</w:t></w:p>")));
  assert.match(await readIt(page), /said no & left/);
  await page.goto(`${address}#/in`);
  await open(page, file("a.md", "# Ferry to close\n\nOfficials said no."));
  assert.match(await readIt(page), /said no/);
});

visit("the ways in fit a phone", { fragment: "#/in", ...LOOKS.phone }, async ({ page }) => {
  await page.getByLabel("Choose files").waitFor();
  await fits(page);
});

visit("a page saved in one file is read as a page, and mail is refused in words", { fragment: "#/in" }, async ({ page }) => {
  const html = PAGE.replaceAll("=", "=3D").replaceAll("“", "=E2=80=9C");
  const head = "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n";
  const part = `--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${html}\r\n--x--\r\n`;
  await open(page, file("a.mhtml", head + part));
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
  await soon(async () => assert.match(await page.getByLabel("Text", { exact: true }).inputValue(), /“We will not open it/));
  await page.getByRole("button", { name: "Open something else" }).click();
  await open(page, file("a.eml", "From: a@b.c\nMIME-Version: 1.0\nContent-Type: text/plain\n\nNo."));
  await page.locator(".screen__said").filter({ hasText: "Web page, complete" }).waitFor();
});

visit("a file that is dropped is read", { fragment: "#/in" }, async ({ page }) => {
  await page.locator(".screen__drop").evaluate((box) => {
    const data = new DataTransfer();
    data.items.add(new File(["Ferry to close\n\nOfficials said no."], "a.txt"));
    box.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  assert.match(await readIt(page), /Officials.* said no/);
});

visit("a file that misses the place for it does not take the place of the page", {}, async ({ page }) => {
  const caught = (css, isFile) => page.locator(css).first().evaluate((it, isFile) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(...(isFile ? [new File(["a"], "a.sayso")] : ["a", "text/plain"]));
    return ["dragover", "drop"].map((name) => !it.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true })));
  }, isFile);
  assert.deepEqual(await caught("main", true), [true, true]);
  assert.deepEqual(await caught("textarea", false), [false, false], "words may be dropped into the box");
  await go(page, "#/class");
  await page.getByRole("heading", { name: "Slips of a class" }).waitFor();
  assert.deepEqual(await caught("h1", true), [true, true]);
});

visit("a PDF as a browser prints it: two columns, joined letters, what stands on every page", { fragment: "#/in" }, async ({ page }) => {
  const { browser } = await bench();
  const printer = await browser.newPage();
  const names = "Ada Bo Cleo Dana Eno Fay Gus Hal Ines Jon Kim Lea Max Nora Olaf Pia Quinn Rosa Sven Tove".split(" ");
  const paragraphs = names.flatMap((name) => [
    `The harbour bridge near ${name} was shut on Monday after inspectors found a crack in one of its bearings, ${name} said.`,
    `“We will not open it before every bearing has been checked,” said ${name} Falk, an officer of the town of ${name}.`,
  ]);
  await printer.setContent(`<h1>Bridge shut after crack is found</h1><p>By Ada Holm</p>
    <div style="columns: 2; text-align: justify">${paragraphs.map((it) => `<p>${it}</p>`).join("")}</div>`);
  const header = "<p style='font-size: 8px'>The Harbour Herald <span class=pageNumber></span></p>";
  const printed = await printer.pdf({ displayHeaderFooter: true, headerTemplate: header, footerTemplate: header, margin: { top: "80px", bottom: "80px", left: "60px", right: "60px" } });
  await printer.close();
  await open(page, file("a.pdf", printed, "application/pdf"));
  await holds(page.getByLabel("Text", { exact: true }), paragraphs.join("\n\n"));
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
  await holds(page.getByLabel("By", { exact: true }), "Ada Holm");
  await page.getByText(/left out/).first().click();
  await page.getByText("At the edge of pages").first().waitFor();
  // The rest is drawn as one scrolls.
  assert.match(await readIt(page), /officer of the town of Ada/);
});

for (const [way, before] of Object.entries({
  "opened with the app": () => {
    const handle = { getFile: async () => new File(["Ferry to close\n\nOfficials said no."], "a.txt") };
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (hear) => hear({ files: [handle] }) } });
  },
  "opened twice at once": () => {
    const handle = (name) => ({ getFile: async () => new File([`${name} to close\n\nOfficials said no.`], `${name}.txt`) });
    Object.defineProperty(window, "launchQueue", { value: { setConsumer: (hear) => hear({ files: [handle("Ferry"), handle("Bridge")] }) } });
  },
})) {
  visit(`a file ${way}`, { before }, async ({ page }) => {
    if (way === "opened with the app") return assert.match(await readIt(page), /Officials/);
    await page.getByText("Every file has been read.").first().waitFor();
  });
}

visit("the bookmark hands over the page that is being read, and no other tab can", {}, async ({ page, context, address }) => {
  await page.goto(`${address}#/in`);
  const mark = await page.getByRole("link", { name: "Read with Sayso" }).getAttribute("href");
  const news = await context.newPage();
  // Another origin, with a policy of its own.
  await news.route("https://news.example/", (route) => route.fulfill({ contentType: "text/html", body: PAGE }));
  await news.goto("https://news.example/");
  const [sayso] = await Promise.all([
    context.waitForEvent("page"),
    news.evaluate((code) => { (0, eval)(decodeURIComponent(code.slice("javascript:".length))); }, mark),
  ]);
  await holds(sayso.getByLabel("Headline"), "Bridge shut after crack is found");
  await holds(sayso.getByLabel("By", { exact: true }), "Ada Holm");
});

for (const [name, content, words] of [
  ["a.pdf", "%PDF-1.7 x", /part of this file is missing/],
  ["locked.pdf", readFileSync(new URL("../pdf/password.pdf", import.meta.url), "latin1"), /This PDF asks for a password/],
  ["scan.pdf", "%PDF-1.7 1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids[3 0 R]>> endobj 3 0 obj <<>> endobj", /only pictures of pages/],
  ["bomb.pdf", bomb().toString("latin1"), /This could not be read/],
  ["a.png", "\x89PNG", /is no text|part of this file is missing/],
  ["a.docx", "PK\x03\x04nothing", /part of this file is missing/],
  ["a.txt", " \n", /no text in this file/],
]) {
  visit(`${name} with no text is answered in words`, { fragment: "#/in" }, async ({ page }) => {
    await open(page, { ...file(name, ""), buffer: Buffer.from(content, "latin1") });
    await page.locator(".screen__said").filter({ hasText: words }).waitFor();
  });
}

visit("several files become a collection: found, noted, deleted, undone", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.txt", "Ferry to close\n\nOfficials said no."), file("b.html", PAGE), file("c.pdf", "%PDF-"), file("d.pdf", pdf(["Bridge to open"])));
  await page.getByText("Every file has been read.").first().waitFor();
  await page.getByText(/c\.pdf: A part of this file is missing/).waitFor();
  await page.getByRole("link", { name: "Go to your collection" }).click();
  const items = page.getByRole("list", { name: "Collection" }).getByRole("listitem");
  await items.nth(2).waitFor();
  const titles = () => items.locator(".collection__title").allInnerTexts();
  await soon(async () => assert.equal((await titles()).length, 3));
  await page.getByRole("button", { name: "Sort by title" }).click();
  await soon(async () => assert.deepEqual(await titles(), ["Bridge shut after crack is found", "Bridge to open", "Ferry to close"]));
  await page.getByLabel("Note on “Ferry to close”").fill("for Tuesday");
  await page.getByLabel("Note on “Ferry to close”").blur();
  await page.getByText("The note is saved on this device.").first().waitFor();
  await page.reload();
  await items.nth(2).waitFor();
  await page.getByLabel("Search titles and notes").fill("tuesday");
  await items.nth(1).waitFor({ state: "detached" });
  await soon(async () => assert.deepEqual(await titles(), ["Ferry to close"]));
  const announced = (words) => page.locator("p.unseen[role=status]").filter({ hasText: words }).waitFor({ state: "attached" });
  await announced("1 text found.");
  await page.getByLabel("Search titles and notes").fill("qqqq");
  await announced("No title and no note has these words.");
  await page.getByLabel("Search titles and notes").fill("");
  await page.getByRole("button", { name: "Delete “Bridge to open”" }).click();
  await page.getByText("“Bridge to open” is deleted.").first().waitFor();
  await page.waitForFunction(() => document.activeElement.id === "collection-undo");
  await page.getByRole("button", { name: "Delete all" }).click();
  await page.getByText("All 2 texts are deleted.").first().waitFor();
  await page.getByText("Nothing is kept yet.").waitFor();
  await soon(async () => assert.equal(await page.getByRole("link", { name: "Paste an article" }).getAttribute("href"), "#/"));
  // Another screen does not end the way back, and one deletion not that of another.
  await go(page, "#/lists");
  await go(page, "#/collection");
  await page.getByText("Nothing is kept yet.").waitFor();
  const undo = page.getByRole("button", { name: "Undo the last deletion" });
  await undo.click();
  await page.getByText("That is back. Undo has more.").first().waitFor();
  await soon(async () => assert.equal((await titles()).length, 2));
  await undo.click();
  await page.getByText("Everything is back.").first().waitFor();
  await soon(async () => assert.equal((await titles()).length, 3));
  await many(undo, 0);
  await page.getByRole("button", { name: "Delete “Bridge to open”" }).focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.equal((await titles()).length, 2));
  await page.keyboard.press("Control+z");
  await soon(async () => assert.equal((await titles()).length, 3));
  await page.keyboard.press("Control+z");
  await page.getByText("There is nothing to undo.").first().waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Ferry to close", exact: true }).click();
  await ready(page);
  await says(page.locator("article").first(), /Officials/);
  await page.goBack();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.textContent.trim()), "Ferry to close", "the title that was opened"));
});

const note = (page) => page.getByLabel("Note on “Ferry to close”");

/** Keeps one text, and goes to it in the collection. */
async function keepOne(page) {
  await open(page, file("a.txt", "Ferry to close\n\nOfficials said no."));
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("It is in your collection").first().waitFor();
  await go(page, "#/collection");
  await note(page).waitFor();
}

/** The notes as the browser has written them. */
const keptNotes = (page) => page.evaluate(() => new Promise((done) => {
  indexedDB.open("sayso").onsuccess = ({ target: { result } }) => {
    result.transaction("list").objectStore("list").getAll().onsuccess = ({ target }) => {
      result.close();
      done(target.result.map((it) => it.notes));
    };
  };
}));

visit("a note is kept at every letter, and “back” in the middle of it breaks nothing", { fragment: "#/in" }, async ({ page }) => {
  await keepOne(page);
  await note(page).pressSequentially("for Tue");
  await page.getByText("The note is saved on this device.").first().waitFor();
  // What the browser has not yet written when a page goes is lost.
  await soon(async () => assert.deepEqual(await keptNotes(page), ["for Tue"]));
  await page.reload();
  await holds(note(page), "for Tue");
  await note(page).focus();
  await page.keyboard.press("End");
  await page.keyboard.type("sday");
  await page.goBack();
  await note(page).waitFor({ state: "detached" });
  await go(page, "#/collection");
  await holds(note(page), "for Tuesday");
  await page.getByLabel("Search titles and notes").fill("tuesday");
  await holds(note(page), "for Tuesday");
});

visit("what comes back brings its note along, and loses none that was made since", {}, async ({ page }) => {
  await paste(page, "Ferry to close\n\nOfficials said no.");
  await go(page, "#/collection");
  await note(page).fill("first");
  await page.getByText("The note is saved on this device.").first().waitFor();
  await page.getByRole("button", { name: "Delete “Ferry to close”" }).click();
  await page.getByText("Nothing is kept yet.").waitFor();
  await go(page, "#/");
  await paste(page, "Ferry to close\n\nOfficials said no.");
  await go(page, "#/collection");
  await holds(note(page), "");
  await note(page).fill("second");
  await page.getByText("The note is saved on this device.").first().waitFor();
  await page.getByRole("button", { name: "Undo the last deletion" }).click();
  await page.getByText("Everything is back.").first().waitFor();
  await holds(note(page), "second\nfirst");
});

visit("of several files only articles are kept, each under its title", { fragment: "#/in" }, async ({ page }) => {
  await open(
    page,
    file("a.sayso.txt", "Sayso text 1\r\ntitle: My ferry\r\n\r\nFerry to close\r\n\r\nOfficials said no.\r\n"),
    file("b.html", "<!doctype html><html><body><nav><a href=/>Home</a></nav></body></html>"),
    file("c.sayso.txt", "Sayso text 9\n\nFerry to close"),
    file("d.sayso", "A lesson for Sayso. Open it on the screen “Lessons”.\nlesson2.AAAA\n"),
  );
  await page.getByText("Every file has been read.").first().waitFor();
  await page.getByText(/^b\.html: No article was found/).waitFor();
  await page.getByText(/^c\.sayso\.txt: It was made by a newer Sayso/).waitFor();
  await page.getByText(/^d\.sayso: This file of Sayso’s holds no article/).waitFor();
  await page.getByRole("link", { name: "Go to your collection" }).click();
  const items = page.getByRole("list", { name: "Collection" }).getByRole("listitem");
  await items.first().waitFor();
  await soon(async () => assert.deepEqual(await items.locator(".collection__title").allInnerTexts(), ["My ferry"]));
});

visit("a file of Sayso’s own opens as its link does", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.sayso.txt", "Sayso text 1\ntitle: My ferry\noff: unnamed-source\nview: voices\n\nFerry to close\n\nA senior official said no."));
  await page.getByRole("heading", { name: "My ferry" }).waitFor();
  await page.getByText(/As it was sent: without Unnamed source; coloured by who speaks/i).waitFor();
  await readIt(page);
  await soon(async () => assert.equal(await page.getByRole("button", { name: "Voices" }).getAttribute("aria-pressed"), "true"));
});

visit("a pasted page is kept under its headline, not under its menu", {}, async ({ page }) => {
  await paste(page, "Home\nNews\nSport\n\nFerry to sail all winter\n\nBy Ann Lee\n\nThe ferry will sail all winter, Ann Lee said on Monday.");
  await go(page, "#/collection");
  await page.getByRole("button", { name: "Ferry to sail all winter", exact: true }).waitFor();
  await page.getByLabel("Search titles and notes").fill("no such word");
  await page.getByText("No title and no note has these words.").waitFor();
});

visit("a second tab's note is not overwritten", { fragment: "#/in" }, async ({ page, context, address }) => {
  await open(page, file("a.txt", "Ferry to close\n\nOfficials said no."));
  await page.getByRole("button", { name: "Keep it" }).click();
  await page.getByText("It is in your collection").first().waitFor();
  const other = await context.newPage();
  await other.goto(`${address}#/collection`);
  await page.goto(`${address}#/collection`);
  await other.getByLabel(/Note on/).waitFor();
  await page.getByLabel(/Note on/).fill("first");
  await page.getByLabel(/Note on/).blur();
  await other.getByText("Another tab changed the collection").first().waitFor();
  await holds(other.getByLabel(/Note on/), "first");
});

visit("no storage: the collection says so, and reading goes on", {
  before: () => {
    Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } });
  },
}, async ({ page, address }) => {
  await page.goto(`${address}#/collection`);
  await page.getByText("This browser keeps nothing for this page").first().waitFor();
  await page.goto(`${address}#/`);
  await paste(page, "Ferry to close\n\nOfficials said no.");
});

visit("10 MB are read, and can be cancelled", { fragment: "#/in" }, async ({ page }) => {
  await engine(page);
  const own = page.workers().length;
  const line = "A senior official said on Saturday that the ferry would close for good.\n\n";
  const long = line.repeat(Math.ceil(10_000_000 / line.length));
  const told = page.evaluate(() => new Promise((done) => {
    new MutationObserver((_, observer) => {
      const bar = document.querySelector("progress");
      if (bar === null) return;
      observer.disconnect();
      done(document.querySelector(`label[for=${bar.id}]`).innerText);
    }).observe(document.querySelector("main"), { childList: true, subtree: true });
  }));
  await open(page, file("long.html", `<html><body><article>${line.repeat(120_000)}</article></body></html>`));
  assert.equal(await told, "Reading…");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("Cancelled. Nothing was changed.").first().waitFor();
  // Only threads of the analysis are left, as soon as the browser has ended the other.
  while (page.workers().length > own) await new Promise((gone) => { page.workers().at(-1).once("close", gone); });
  await open(page, file("long.txt", long));
  await page.getByRole("button", { name: "Read it" }).waitFor();
  assert.match(await readIt(page), /ferry would close/);
});
