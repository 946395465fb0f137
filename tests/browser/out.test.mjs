// Each way out: a file, a copy, paper; what is shown first and what is said after.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { addressesOf, go, library, many, paste, seen, soon, tool, unseen, visit } from "./visit.mjs";

const TEXT = `Council votes to close the old ferry

By Ina Brandel

A senior official said on Saturday that the <b>ferry</b> would close. Everyone knows it was old.

“We were never asked,” said Marta Olden, who has run it since 1998.`;

/** Opens the screen of the pasted text by the menu, as a reader does. */
async function goOut(page) {
  await paste(page, TEXT);
  await tool(page, "Save, copy, print");
  await page.getByRole("heading", { name: "Save, copy, print" }).waitFor();
}

/** Chooses a form and saves it; resolves to the name and words of the file. */
async function save(page, name) {
  await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as a file" }).click(),
  ]);
  await page.locator(".screen__said").filter({ hasText: download.suggestedFilename() }).waitFor();
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

visit("a web page of its own: marks are elements, nothing runs, nothing is loaded", {}, async ({ page, context }) => {
  await goOut(page);
  const { name, text } = await save(page, "Web page");
  assert.match(name, /^council-votes-.*\.html$/);
  assert.ok(!text.includes("<b>ferry"), "the text is escaped");
  const other = await context.newPage();
  await other.setContent(text);
  await soon(async () => assert.ok(await other.locator("mark").count() > 1));
  await many(other.locator("script"), 0);
  const shown = await other.locator("mark + sup a").first().getAttribute("href");
  await many(other.locator(shown), 1, "a number leads to its note");
});

visit("the other files", {}, async ({ page }) => {
  await goOut(page);
  assert.match((await save(page, "Markdown")).text, /^# Council[^]*\[\^1\]: /m);
  assert.match((await save(page, "Table of flags")).text, /unnamed|Unnamed/);
  assert.match((await save(page, "Table of voices")).text, /Marta Olden/);
  const report = JSON.parse((await save(page, "Report")).text);
  assert.equal(report.version, 1);
  assert.equal(report.text, TEXT);
});

visit("web annotations find their places again, in the text and in the saved page", {}, async ({ page, context }) => {
  await goOut(page);
  const { items } = JSON.parse((await save(page, "Web annotations")).text).first;
  assert.ok(items.length > 1);
  const other = await context.newPage();
  await other.setContent((await save(page, "Web page")).text);
  const shown = await other.locator("article").evaluate((it) => {
    it.querySelectorAll("sup").forEach((number) => number.remove());
    return it.textContent;
  });
  // A tool looks past spaces: between paragraphs a page has none.
  const places = (text, words) => text.replaceAll(/\s/g, "").split(words.replaceAll(/\s/g, "")).length - 1;
  for (const { target } of items) {
    const [{ prefix, exact, suffix }, place] = target.selector;
    assert.equal([...TEXT].slice(place.start, place.end).join(""), exact);
    for (const text of [TEXT, shown]) assert.equal(places(text, prefix + exact + suffix), 1, `${exact}: one place has these words`);
  }
});

visit("a copy for a document keeps headings and marks", {}, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await goOut(page);
  await page.getByRole("radio", { name: /^Formatted text/ }).check();
  await page.getByRole("button", { name: "Copy" }).click();
  await page.locator(".screen__said").filter({ hasText: /Copied/ }).waitFor();
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  assert.match(html, /<h1/);
  assert.match(html, /<mark/);
});

visit("a printed sheet explains a rule once, above all of its numbers", {}, async ({ page }) => {
  await paste(page, `${TEXT} A clerk said so. An aide said no.`);
  await tool(page, "Save, copy, print");
  const rule = page.locator(".printout__notes section").filter({ hasText: "Unnamed source" });
  await many(rule, 1);
  await soon(async () => assert.ok(await rule.locator("li").count() > 2));
  assert.equal((await rule.innerText()).split("does not name them").length, 2);
  const numbers = await page.locator(".printout__notes li").evaluateAll((all) => all.map((it) => it.value));
  assert.equal(new Set(numbers).size, numbers.length, "each flag once");
});

visit("on a laptop the button that saves is in the window", {}, async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  await goOut(page);
  const button = page.getByRole("button", { name: "Print" });
  await soon(async () => {
    const box = await button.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 700, JSON.stringify(box));
  });
  // What goes on below it fades out; at the end of the list nothing is left to fade.
  const fade = () => page.locator(".screen__acts").evaluate((it) => {
    const style = getComputedStyle(it, "::before");
    const top = it.getBoundingClientRect().top - Number.parseFloat(style.height);
    return { drawn: style.backgroundImage, left: [...document.querySelectorAll(".screen__way")].filter((way) => way.getBoundingClientRect().bottom > top + 1).length };
  });
  const above = await fade();
  assert.match(above.drawn, /gradient/);
  assert.ok(above.left > 0);
  await page.locator(".screen__controls").evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await soon(async () => assert.equal((await fade()).left, 0));
});

/** What A4 leaves between its margins of 20 mm, in pixels of CSS. */
const PAPER = { width: 643, height: 970 };

visit("on paper a numbered line of any article of the library is one line", {}, async ({ page }) => {
  const addresses = await addressesOf(library(page));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize(PAPER);
  for (const address of addresses) {
    await go(page, address.replace("#/read/", "#/out/"));
    await page.locator(`.screen__controls a[href="${address}"]`).waitFor({ state: "attached" });
    await page.locator(".printout__line").first().waitFor({ state: "attached" });
    const lines = await page.locator(".printout__line").evaluateAll((all) => all.map((it) => [it.textContent, it.getBoundingClientRect().height]));
    const height = Math.min(...lines.map((it) => it[1]));
    assert.deepEqual(lines.filter((it) => it[1] > 1.5 * height), [], address);
    const margin = await page.locator(".printout").evaluate((it) => parseFloat(getComputedStyle(it).paddingInlineEnd));
    assert.ok(margin > 130, "room for notes beside the lines");
  }
});

visit("nor is a line broken in the picture of the paper", { fragment: "#/out/karbala-report" }, async ({ page }) => {
  await page.locator(".printout__line").first().waitFor();
  await soon(async () => {
    const heights = await page.locator(".printout__line").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().height));
    assert.ok(Math.max(...heights) < 1.5 * Math.min(...heights), String(heights));
  });
});

visit("paper shows the text, numbered, with its notes, and nothing of the page", {}, async ({ page }) => {
  await goOut(page);
  await page.evaluate(() => { window.print = () => { window.printed = true; }; });
  await page.getByRole("button", { name: "Print" }).click();
  await soon(async () => assert.equal(await page.evaluate(() => window.printed), true));
  await page.emulateMedia({ media: "print" });
  await unseen(page.locator("header").first());
  await seen(page.locator(".printout mark").first());
  await soon(async () => {
    const lines = await page.locator(".printout__line").allTextContents();
    assert.ok(lines.length > 3 && lines.every((words) => words.replace(/\d/g, "").length <= 58), "lines that bear a number each");
  });
  await unseen(page.getByRole("button", { name: "Print" }));
});

visit("paper tells of no line that it leaves off, and of no mark that it does not bear", {}, async ({ page }) => {
  await paste(page, `${TEXT}\n\nShare\nFacebook\nPrint`);
  await tool(page, "Save, copy, print");
  await page.locator(".printout__notes li").first().waitFor();
  await soon(async () => assert.doesNotMatch(await page.locator(".printout").innerText(), /Facebook|Not part of the article/));
  const classes = (css) => page.locator(css).evaluateAll((marks) => [...new Set(marks.map((it) => it.className))].sort());
  const told = await classes(".printout__legend mark");
  await soon(async () => assert.deepEqual((await classes(".printout__text mark")).filter((it) => !told.includes(it)), []));
  assert.ok(told.length < 6, "not all that there are");
});
