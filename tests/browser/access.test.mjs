// axe on every screen, against WCAG 2.2 AA.

import assert from "node:assert/strict";
import { clean, LOOKS } from "./axe.mjs";
import { addressesOf, badge, library, marked, paste, pick, visit } from "./visit.mjs";

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe, ${name}`, options, async ({ page }) => {
    await clean(page, "start");
    await pick(page, 0);
    await clean(page, "article");
    const [first] = await marked(page);
    await badge(page, first).click();
    await clean(page, "an open card");
    await page.keyboard.press("Escape");
    await badge(page, first).focus();
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await clean(page, "the list of keys");
  });
}

visit("axe, the digest", {}, async ({ page }) => {
  const addresses = await addressesOf(library(page));
  const whole = addresses.findIndex((it) => /digest$/.test(it));
  assert.ok(whole >= 0, "the library has the whole digest");
  await pick(page, whole);
  await clean(page, "digest");
});

visit("axe, a text without flags", {}, async ({ page }) => {
  await paste(page, "قال مسؤول كبير إن الاتفاق قريب.");
  await clean(page, "nothing found");
});
