// An article of the library: marks beside cards, as the page's contract has it.

import assert from "node:assert/strict";
import { cards, marked, pick, visit } from "./visit.mjs";

visit("the start screen offers a box and a library", {}, async ({ page }) => {
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
  await page.getByRole("button", { name: "Read it" }).waitFor();
  assert.ok(await page.getByRole("list", { name: "Library" }).getByRole("link").count() >= 6);
});

visit("a library article has a card for every mark", {}, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  assert.ok(flags.length > 0, "the first article of the library bears flags");
  const listed = (await cards(page)).map((it) => it.flag).sort((a, b) => a - b);
  assert.deepEqual(flags.filter((it) => !listed.includes(it)), [], "every marked flag has a card");
});

visit("every mark names known traits and has a badge", {}, async ({ page }) => {
  await pick(page, 0);
  const faults = await page.locator("article mark[data-flags]").evaluateAll((marks) =>
    marks.filter((it) => !/^\d+( \d+)*$/.test(it.dataset.flags) || !/^[a-z-]+( [a-z-]+)*$/.test(it.dataset.traits ?? ""))
      .map((it) => it.outerHTML));
  assert.deepEqual(faults, []);
  for (const flag of await marked(page)) {
    assert.equal(await page.locator(`article button[data-flag="${flag}"]`).count(), 1, `flag ${flag} has one badge`);
  }
});

visit("a badge opens its card", {}, async ({ page }) => {
  await pick(page, 0);
  const [flag] = await marked(page);
  await page.locator(`article button[data-flag="${flag}"]`).click();
  const card = page.locator(`li[data-flag="${flag}"]`);
  await card.getByRole("button", { name: /dismiss/i }).first().waitFor();
});

visit("a dismissed flag leaves the text, and undo brings it back", {}, async ({ page }) => {
  await pick(page, 0);
  const before = await marked(page);
  await page.locator(`article button[data-flag="${before[0]}"]`).click();
  await page.locator(`li[data-flag="${before[0]}"]`).getByRole("button", { name: /dismiss/i }).first().click();
  await page.locator(`article mark[data-flags~="${before[0]}"]`).first().waitFor({ state: "detached" });
  await page.getByRole("button", { name: /undo/i }).first().click();
  await page.locator(`article mark[data-flags~="${before[0]}"]`).first().waitFor();
  assert.deepEqual(await marked(page), before);
});

visit("the back button returns to the start", {}, async ({ page }) => {
  await pick(page, 0);
  await page.goBack();
  await page.getByRole("textbox", { name: "Article text" }).waitFor();
});
