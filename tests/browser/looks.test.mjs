// A narrow screen, paper, and readers who changed their colours.

import assert from "node:assert/strict";
import { LOOKS, overflow } from "./axe.mjs";
import { library, paste, pick, visit } from "./visit.mjs";

visit("360 px: nothing scrolls sideways", LOOKS.phone, async ({ page }) => {
  assert.ok(await overflow(page) <= 0, "the start screen");
  const count = await library(page).count();
  for (const which of [0, Math.floor(count / 2), count - 1]) {
    await pick(page, which);
    assert.ok(await overflow(page) <= 0, `article ${which} of the library`);
    await page.goBack();
    await library(page).first().waitFor();
  }
  await paste(page, `${"W".repeat(400)}\n\nhttps://example.org/${"long".repeat(100)} said ${"so".repeat(300)}.`);
  assert.ok(await overflow(page) <= 0, "a word without end");
});

visit("360 px: a menu that was copied along is set as one line", LOOKS.phone, async ({ page }) => {
  await paste(page, "Home\nNews\nSport\n\nFerry to sail all winter\n\nBy Ann Lee\n\nThe ferry will sail all winter, Ann Lee said on Monday.");
  const [home, sport] = await Promise.all(["Home", "Sport"].map((it) => page.locator("article p", { hasText: it }).boundingBox()));
  assert.equal(home.y, sport.y);
});

visit("on paper the marks and their numbers are there", {}, async ({ page }) => {
  await pick(page, 0);
  await page.emulateMedia({ media: "print" });
  const looks = await page.locator("article mark[data-flags]").evaluateAll((marks) => marks.map((it) => {
    const style = getComputedStyle(it);
    return style.textDecorationLine !== "none" || style.borderBottomStyle !== "none";
  }));
  assert.ok(looks.length > 0 && looks.every(Boolean), "a mark is underlined: backgrounds do not print");
  // What is not part of the article is left off the paper, with its numbers.
  const numbers = page.locator("article :not([data-traits~=page-furniture]) + button[data-flag]");
  assert.ok(await numbers.count() > 2);
  for (const number of await numbers.all()) assert.ok(await number.isVisible(), "the number prints");
  assert.ok((await page.pdf()).length > 1000);
});

for (const media of [{ colorScheme: "dark" }, { forcedColors: "active" }, { reducedMotion: "reduce" }]) {
  visit(`${Object.entries(media).flat().join(" ")}: the marks can be seen`, media, async ({ page }) => {
    await pick(page, 0);
    const lines = await page.locator("article mark[data-flags]").evaluateAll((marks) =>
      marks.map((it) => getComputedStyle(it)).map((it) => it.textDecorationLine !== "none" || it.borderBottomStyle !== "none"));
    assert.ok(lines.length > 0 && lines.every(Boolean));
  });
}
