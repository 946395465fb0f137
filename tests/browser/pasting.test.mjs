// What people paste, and what nobody should.

import assert from "node:assert/strict";
import { clean } from "./axe.mjs";
import { locked, many, marked, paste, says, seen, soon, unseen, visit } from "./visit.mjs";

const STORY = `Council votes to close the old ferry

By Ina Brandel

A senior official said on Saturday that the ferry would close.

“We were never asked,” said Marta Olden, who has run it since 1998.`;

visit("a pasted article is read", {}, async ({ page }) => {
  await paste(page, STORY);
  await says(page.locator("article").first(), /Marta Olden/);
  assert.ok((await marked(page)).length > 0);
});

visit("a pasted script stays text", {}, async ({ page }) => {
  const hostile = `<img src=x onerror="window.hit = 1"><script>window.hit = 2</script>
<svg onload="window.hit = 3"> A senior official said <b onmouseover="window.hit = 4">no</b>.
[x](javascript:window.hit=5) &lt;script&gt; {{window.hit = 6}}`;
  await paste(page, hostile);
  const article = page.locator("article").first();
  await says(article, /<img src=x onerror="window\.hit = 1">/);
  await many(article.locator("img, script, svg[onload], b[onmouseover], a[href^='javascript']"), 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
});

visit("what came along with an article shares one card, which goes from place to place", {}, async ({ page }) => {
  const end = "The boat will sail until the end of the year.";
  await paste(page, STORY.replace("\n\n“We", "\n\nAdvertisement\n\n“We") + `\n\nShare\nFacebook\nPrint\n\n${end}\n\nRead more: Six boats for sale`);
  const shared = page.locator("li[data-trait=page-furniture]");
  await shared.getByText("× 3").waitFor();
  await many(shared, 1);
  for (const words of [/Advertisement/, /Facebook/, /Six boats/]) {
    await shared.getByRole("button", { name: "Next place" }).click();
    await shared.locator("blockquote").filter({ hasText: words }).waitFor();
  }
  await shared.getByRole("button", { name: "Dismiss" }).click();
  await shared.getByRole("button", { name: /^“Read more.* in every text/ }).waitFor();
});

visit("a text without a flag has no bar of filters, and cards are read out as number and name", {}, async ({ page }) => {
  await paste(page, "The ferry sails at nine.");
  await page.getByText("Nothing here asks for a flag. But this is too short to tell you much.").waitFor();
  await unseen(page.getByRole("group", { name: "Show" }));
  await page.goBack();
  await paste(page, "Officials said the ferry sails at nine.");
  await page.getByRole("button", { name: /^1\. Unnamed source/ }).waitFor();
  await seen(page.getByRole("group", { name: "Show" }));
});

visit("what is copied of a web page is read without its menus, which can be put back", {}, async ({ page, context }) => {
  const story = [1, 2, 3, 4].map((it) => `<p>On day ${it} the council heard from the people of the quay, who asked it to keep the old ferry, and from its own
    engineers, who said that the hull would not stand another winter in the mouth of the river.</p>`).join("");
  const other = await context.newPage();
  await other.setContent(`<nav><ul><li><a href="/">Home</a></li><li><a href="/a">Opinion</a></li></ul></nav><main><article><h1>Council votes to close the old ferry</h1>
    ${story}</article></main><aside><h2>Most read</h2><ol><li><a href="/b">Dog bites man</a></li><li><a href="/c">Man bites dog</a></li></ol>
    <p><a href="/d">Sign up for our newsletter</a></p></aside>`);
  await other.keyboard.press("ControlOrMeta+A");
  await other.keyboard.press("ControlOrMeta+C");
  await other.close();
  const box = page.getByRole("textbox", { name: "Article text" });
  const without = () => page.waitForFunction(() => !/Dog bites/.test(document.getElementById("text").value));
  const withAll = () => page.waitForFunction(() => /Dog bites/.test(document.getElementById("text").value));
  await locked(page);
  await box.focus();
  await page.keyboard.press("ControlOrMeta+V");
  await page.getByText("What stood around the article was left out.").waitFor();
  await without();
  await soon(async () => assert.match(await box.inputValue(), /^Council votes to close the old ferry\n\nOn day 1 [^]*another winter in the mouth of the river\.$/));
  await clean(page, "a paste without its menus");
  await page.getByRole("button", { name: "Put it back" }).click();
  await withAll();
  await many(page.getByText("What stood around the article"), 0);
});

for (const [name, text] of [["an empty box", ""], ["only space", " \n\t\u00a0\n "]]) {
  visit(`${name} is answered in words`, {}, async ({ page }) => {
    await page.getByRole("textbox", { name: "Article text" }).fill(text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("status").filter({ hasText: /nothing to read/i }).waitFor();
  });
}

for (const [name, text] of Object.entries({
  "one letter": "a",
  "nonsense bytes": Array.from({ length: 4000 }, (_, at) => String.fromCharCode((at * 7919) % 0x250)).join(""),
  "lone surrogates": "One \ud800 two \udc00 said no.",
  "hidden characters": "A sen\u200bior offi\u202ecial said\u202c no.\u0000\u0001\u0008",
  Arabic: "قال مسؤول كبير إن الاتفاق قريب. وأضاف المصدر أن المحادثات مستمرة.\n\nونفت الوزارة ذلك.",
  "only furniture": "Home\nNews\nWorld\nSubscribe to our newsletter\nRELATED ARTICLES\nLeave a Reply\nShare this:\nFacebook\nTwitter",
})) {
  visit(`${name}: a sensible page`, {}, async ({ page }) => {
    await paste(page, text);
    const words = (await page.locator("main").first().innerText()).trim();
    assert.ok(words.length > 0, "the page is not blank");
    assert.doesNotMatch(words, /\b(NaN|undefined|null|Infinity)\b/);
  });
}

visit("5 MB of one letter do not hang the page", {}, async ({ page }) => {
  await paste(page, "a".repeat(5_000_000));
  assert.equal(await page.evaluate(() => 1 + 1), 2);
});

visit("1 MB of lines do not hang the page", {}, async ({ page }) => {
  await paste(page, `${STORY}\n\n`.repeat(Math.ceil(1_000_000 / STORY.length)));
  assert.equal(await page.evaluate(() => 1 + 1), 2);
});

visit("text in is text out", {}, async ({ page }) => {
  const odd = "One  two\u00a0three “four” -- 'five' é e\u0301 👩‍👧 ﬁve\u00adsix.";
  await paste(page, `Head\n\n${odd}`);
  await marked(page);
  const shown = await page.locator("article").first().evaluate((it) => {
    const copy = it.cloneNode(true);
    copy.querySelectorAll("button").forEach((badge) => badge.remove());
    return copy.textContent;
  });
  assert.ok(shown.includes(odd), shown);
});
