// Each way in, and what nobody should bring.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { ROOT, fill, paste, ready, visit } from "./visit.mjs";

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

const HOSTILE = readFileSync(join(ROOT, "tests/hostile.txt"), "utf8").split("\n").filter((it) => it !== "");

const file = (name, content, mimeType = "text/plain") => ({ name, mimeType, buffer: Buffer.from(content) });

async function open(page, ...files) {
  await page.getByLabel("Choose files").setInputFiles(files);
}

async function readIt(page) {
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  return page.locator("article").first().innerText();
}

visit("a web page is split, shown, put right by hand, and read", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.html", PAGE, "text/html"));
  assert.equal(await page.getByLabel("Headline").inputValue(), "Bridge shut after crack is found");
  assert.equal(await page.getByLabel("By", { exact: true }).inputValue(), "Ada Holm");
  assert.equal(await page.getByLabel("Outlet").inputValue(), "The Harbour Herald");
  await page.getByText(/left out/).first().click();
  await page.getByText("ten bridges that were shut").waitFor();
  await page.getByLabel("By", { exact: true }).fill("Bo Lind");
  assert.match(await readIt(page), /By Bo Lind[^]*said Ines Falk/);
  assert.equal(await page.evaluate(() => window.hit), undefined);
});

visit("the source of a page in the box is taken for a page", {}, async ({ page }) => {
  await fill(page, PAGE);
  await page.getByRole("button", { name: "Read it" }).click();
  assert.equal(await page.getByLabel("Headline").inputValue(), "Bridge shut after crack is found");
});

visit("a link in the box is answered honestly", {}, async ({ page }) => {
  await fill(page, "https://example.org/news/1");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("Three ways work:").waitFor();
});

visit("formatted text is read with its parts", { fragment: "#/in" }, async ({ page }) => {
  await page.getByLabel(/paste formatted text/).evaluate((box, html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", "Bridge shut after crack is found");
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, PAGE);
  await page.getByLabel("Headline").waitFor();
  assert.match(await readIt(page), /said Ines Falk/);
});

/** A zip with one packed file, as a word processor writes it. */
function docx(xml) {
  const name = Buffer.from("word/document.xml");
  const packed = deflateRawSync(Buffer.from(xml));
  const common = Buffer.alloc(22);
  common.writeUInt16LE(8, 0);
  common.writeUInt32LE(packed.length, 10);
  common.writeUInt16LE(name.length, 18);
  const local = Buffer.concat([Buffer.from("PK\x03\x04\x14\0\0\0"), common, name, packed]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\0\x14\0\0\0"), common, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06");
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

visit("a Word document, Markdown, and text", { fragment: "#/in" }, async ({ page, address }) => {
  await open(page, file("a.docx", docx("<w:p><w:t>Ferry to close</w:t></w:p><w:p><w:t>Officials said no &amp; left.</w:t></w:p>")));
  assert.match(await readIt(page), /said no & left/);
  await page.goto(`${address}#/in`);
  await open(page, file("a.md", "# Ferry to close\n\nOfficials said no."));
  assert.match(await readIt(page), /said no/);
});

for (const [name, content, words] of [
  ["a.pdf", "%PDF-1.7 x", /does not read PDF/],
  ["a.png", "\x89PNG", /is no text|not whole/],
  ["a.docx", "PK\x03\x04nothing", /not whole/],
  ["a.txt", " \n", /no text in this file/],
]) {
  visit(`${name} with no text is answered in words`, { fragment: "#/in" }, async ({ page }) => {
    await open(page, { ...file(name, ""), buffer: Buffer.from(content, "latin1") });
    await page.locator(".screen__said").filter({ hasText: words }).waitFor();
  });
}

visit("several files become a collection: found, noted, deleted, undone", { fragment: "#/in" }, async ({ page }) => {
  await open(page, file("a.txt", "Ferry to close\n\nOfficials said no."), file("b.html", PAGE), file("c.pdf", "%PDF-"));
  await page.getByText("Every file has been read.").first().waitFor();
  await page.getByText(/c\.pdf: Sayso does not read PDF/).waitFor();
  await page.getByRole("link", { name: "To your collection" }).click();
  const items = page.getByRole("list", { name: "Collection" }).getByRole("listitem");
  await items.nth(1).waitFor();
  assert.equal(await items.count(), 2);
  await page.getByRole("searchbox").fill("bridge");
  await items.nth(1).waitFor({ state: "detached" });
  await page.getByLabel(/Note on/).fill("for Tuesday");
  await page.getByLabel(/Note on/).blur();
  await page.getByText("The note is saved on this device.").first().waitFor();
  await page.reload();
  await page.getByRole("searchbox").fill("tuesday");
  await items.nth(1).waitFor({ state: "detached" });
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "Delete all" }).click();
  await items.first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Undo" }).click();
  await items.nth(1).waitFor();
  await page.getByRole("button", { name: "Ferry to close", exact: true }).click();
  await ready(page);
  assert.match(await page.locator("article").first().innerText(), /Officials/);
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
  assert.equal(await other.getByLabel(/Note on/).inputValue(), "first");
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
  const line = "A senior official said on Saturday that the ferry would close for good.\n\n";
  const long = line.repeat(Math.ceil(10_000_000 / line.length));
  await open(page, file("long.html", `<html><body><article>${line.repeat(120_000)}</article></body></html>`));
  const cancel = page.getByRole("button", { name: "Cancel" });
  await cancel.click();
  await page.getByText("Cancelled. Nothing was changed.").first().waitFor();
  await open(page, file("long.txt", long));
  await page.getByRole("button", { name: "Read it" }).waitFor();
  assert.match(await readIt(page), /ferry would close/);
});

visit("hostile words through every way in: none runs, none is lost", {}, async ({ page, address, complaints }) => {
  assert.ok(HOSTILE.length > 350);
  page.on("dialog", (dialog) => assert.fail(dialog.message()));
  // A line of its own would make some of them page furniture, which is shown, too.
  const text = HOSTILE.map((it) => `Officials said ${it} on Monday.`).join("\n\n");
  const check = async (way) => {
    const shown = await page.locator("article").first().evaluate((it) => {
      const copy = it.cloneNode(true);
      copy.querySelectorAll("button").forEach((badge) => badge.remove());
      return copy.textContent;
    });
    const plain = (it) => it.replace(/[\s\u{200b}-\u{200f}\u{2060}\ufeff]+/gu, "");
    const all = plain(shown);
    const lost = HOSTILE.filter((it) => !all.includes(plain(it)));
    assert.deepEqual(lost, [], `lost by ${way}`);
    assert.equal(await page.evaluate(() => window.hit), undefined, `run by ${way}`);
    assert.equal(await page.locator("main script, main img, main iframe, main object, main embed").count(), 0);
  };
  await paste(page, text);
  await check("the box");
  await page.goto(`${address}#v1.${deflateRawSync(Buffer.from(`title: ${HOSTILE[0]}\n\n${text}`)).toString("base64url")}`);
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await check("a link");
  await page.goto(`${address}#/in`);
  await open(page, file("hostile.txt", text));
  await readIt(page);
  await check("a file");
  await page.goto(`${address}#/out/file`);
  await page.locator(".printout").waitFor();
  assert.equal(await page.locator("main script, main img, main iframe").count(), 0);
  await page.goto(`${address}#/in`);
  await open(page, file("hostile.html", PAGE.replace("</article>", `${HOSTILE.map((it) => `<p>${it}</p>`).join("\n")}</article>`)));
  await page.getByRole("button", { name: "Read it" }).or(page.locator(".screen__said", { hasText: /could not be read|No article/ })).first().waitFor();
  assert.equal(await page.evaluate(() => window.hit), undefined, "run by a page");
  assert.deepEqual(complaints, []);
});
