// Words that nobody should bring, through every way in: none runs, none is lost, none hangs the page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fill, go, many, paste, ready, ROOT, soon, visit } from "./visit.mjs";
import { docx, file, link, open, pasteFormatted, pdf, readIt } from "./ways.mjs";

const VECTORS = readFileSync(join(ROOT, "tests/hostile.txt"), "utf8").split("\n").filter((it) => it !== "");
const NAUGHTY = createRequire(import.meta.url)("big-list-of-naughty-strings");
const ALL = [...VECTORS, ...NAUGHTY].map((it) => it.replaceAll("\0", "")).filter((it) => it.trim() !== "");

const sentence = (it) => `Officials said ${it} on Monday.`;
const TEXT = ALL.map(sentence).join("\n\n");
const escaped = (it) => it.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Letters alone: every way has its own spaces, and forms its own marks. */
const plain = (it) => it.replaceAll(/[\s\p{C}]+/gu, "");

/** Fails where a word ran, and where one of `words` is not on screen or among what was left out. */
async function check(page, words = ALL, left = "") {
  const shown = () => page.locator("article").first().evaluate((it) => {
    const copy = it.cloneNode(true);
    copy.querySelectorAll("button").forEach((badge) => badge.remove());
    return copy.textContent;
  });
  const lost = (all) => words.filter((it) => !all.includes(plain(it)));
  // A long text is drawn in pieces.
  await soon(async () => assert.deepEqual(lost(plain(await shown() + left)), [], "lost"));
  await none(page);
}

async function none(page) {
  assert.equal(await page.evaluate(() => window.hit), undefined, "run");
  await many(page.locator("main script, main img, main iframe, main object, main embed, main a[href^='javascript:window']"), 0);
}

const hostile = (way, options, act) => visit(`hostile words by ${way}`, options, async (visitor) => {
  visitor.page.on("dialog", (dialog) => assert.fail(dialog.message()));
  await act(visitor);
});

const IN = { fragment: "#/in" };

test("the words are as many as they should be", () => {
  assert.ok(VECTORS.filter((it) => it.includes("window.hit")).length >= 200);
  assert.ok(NAUGHTY.length > 400);
});

hostile("the box", {}, async ({ page }) => {
  await paste(page, TEXT);
  await check(page);
});

hostile("a link", { fragment: link(`title: ${VECTORS[0]}\n\n${TEXT}`) }, async ({ page }) => {
  await readIt(page);
  await check(page);
});

for (const [name, content, words] of [
  ["a.txt", TEXT],
  // Its marks come off, and of some of these words little is left.
  ["a.md", `# ${VECTORS[0]}\n\n${TEXT}`, []],
  ["a.sayso.txt", `Sayso text 1\ntitle: ${VECTORS[0]}\noff: ${VECTORS[0]}\nview: ${VECTORS[0]}\n\n${TEXT}`],
  ["a.docx", docx(`<w:document>${ALL.map((it) => `<w:p><w:r><w:t>${escaped(sentence(it))}</w:t></w:r></w:p>`).join("")}</w:document>`)],
  // A letter beyond the first plane, and two drawn as one, are no single letter of a PDF.
  ["a.pdf", pdf(ALL.map((it) => sentence(it.replaceAll(/\s+/g, " ")))), ALL.filter((it) => !/[\u{10000}-\u{10FFFF}ﬀ-ﬆ]/u.test(it))],
]) {
  hostile(name, IN, async ({ page }) => {
    await open(page, file(name, content));
    await readIt(page);
    await check(page, words);
  });
}

/** As words of the page, which must all come through; and as its markup, of which nothing may run. */
const pages = {
  words: `<html><body><article><h1>Bridge shut</h1>${ALL.map((it) => `<p>${escaped(sentence(it))}</p>`).join("")}</article></body></html>`,
  markup: `<html><body><article><h1>Bridge shut</h1>${ALL.map((it) => `<p>${sentence(it)}</p>`).join("\n")}</article></body></html>`,
  attributes: `<html><head>${ALL.map((it) => `<meta property="og:title" content="${it}"><title>${it}</title>`).join("")}</head>
    <body><article><p>${sentence("no")}</p></article></body></html>`,
};
const waysOfAPage = {
  "a file": (page, html) => open(page, file("a.html", html, "text/html")),
  "formatted text": (page, html) => pasteFormatted(page, html, ""),
  "its source in the box": async (page, html) => {
    await go(page, "#/");
    await fill(page, html);
    await page.getByRole("button", { name: "Read it" }).click();
  },
};
for (const [way, bring] of Object.entries(waysOfAPage)) {
  for (const [kind, html] of Object.entries(pages)) {
    hostile(`a page as ${way}: ${kind}`, IN, async ({ page }) => {
      await bring(page, html);
      const field = page.getByLabel("Headline");
      await field.or(page.locator(".screen__said", { hasText: /could not be read|No article/ })).first().waitFor();
      await none(page);
      if (kind !== "words") return;
      const left = await page.locator(".screen__left-out").allTextContents();
      await readIt(page);
      await check(page, ALL, left.join(""));
    });
  }
}

hostile("another tab", {}, async ({ page, address, context }) => {
  const [popup] = await Promise.all([context.waitForEvent("page"), page.evaluate(([address, html]) => {
    const tab = open(`${address}#/in/page`);
    addEventListener("message", (event) => { if (event.data === "sayso:ready") tab.postMessage({ sayso: html }, "*"); });
  }, [address, pages.markup])]);
  await popup.getByLabel("Headline").or(popup.locator(".screen__said", { hasText: /could not be read|No article/ })).first().waitFor();
  await none(popup);
});

hostile("what is kept on the device", {}, async ({ page, context, address }) => {
  await paste(page, TEXT);
  await page.evaluate(([all, text]) => {
    const lines = all.map((it) => `dismissed: word|loaded-label|${it}`).join("\n");
    localStorage.setItem("sayso", `1\nsayso 2\n${lines}`);
    localStorage.setItem("sayso.text", `2\n${text}`);
    localStorage.setItem("sayso.list", `3\n${text}`);
    return new Promise((done, failed) => {
      const request = indexedDB.open("sayso", 1);
      request.onerror = failed;
      request.onsuccess = () => {
        const list = request.result.transaction("list", "readwrite").objectStore("list");
        all.slice(0, 300).forEach((it, at) => list.put({ id: `x${at}`, title: it, notes: it, date: it, size: it }));
        list.transaction.oncomplete = done;
      };
    });
  }, [ALL, TEXT]);
  const other = await context.newPage();
  await other.goto(`${address}#/read/pasted`);
  await ready(other);
  await check(other);
  await other.evaluate(([word, text]) => {
    sessionStorage.setItem("sayso.open.file", `title: ${word}\noff: ${word}\n\n${text}`);
  }, [VECTORS[0], TEXT]);
  await go(other, "#/read/file");
  await ready(other);
  await check(other);
  for (const screen of ["collection", "lists", "repair", "out/file", "share/file", "twin/file"]) {
    await go(other, `#/${screen}`);
    await other.locator("main h1").first().waitFor();
    await none(other);
  }
  await go(other, "#/collection");
  await other.getByRole("button", { name: `Delete “${VECTORS[0]}”`, exact: true }).waitFor();
});

hostile("a list", { fragment: "#/lists" }, async ({ page }) => {
  const entries = VECTORS.filter((it) => !it.includes("\t")).map((it) => `word: ${it}\ninstead: no\nreason: ${it}\nflag: ${sentence(it)}\npass: No.\n`);
  const dismissals = ALL.map((it) => `dismissed: word|loaded-label|${it}`);
  await page.getByRole("textbox", { name: "Or paste a list" }).evaluate((it, text) => { it.value = text; }, [...entries, ...dismissals].join("\n"));
  await page.getByRole("button", { name: "Add these" }).click();
  await page.locator("main").getByText(VECTORS[0]).first().waitFor();
  await none(page);
});
