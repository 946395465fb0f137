// axe on every screen, against WCAG 2.2 AA.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { badge, library, marked, paste, pick, visit } from "./visit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with what axe finds on the screen as it is now. */
async function clean(page, screen) {
  // By the debugger, which the content policy does not bind.
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
  const faults = found.violations.map((it) => `${it.id}: ${it.help}\n    ${it.nodes.slice(0, 3).map((node) => node.html).join("\n    ")}`);
  assert.deepEqual(faults, [], screen);
}

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

for (const [name, options] of Object.entries({
  light: {},
  dark: { colorScheme: "dark" },
  phone: PHONE,
})) {
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
  const addresses = await library(page).evaluateAll((links) => links.map((it) => it.getAttribute("href")));
  const whole = addresses.findIndex((it) => /digest$/.test(it));
  assert.ok(whole >= 0, "the library has the whole digest");
  await pick(page, whole);
  await clean(page, "digest");
});

visit("axe, a text without flags", {}, async ({ page }) => {
  await paste(page, "قال مسؤول كبير إن الاتفاق قريب.");
  await clean(page, "nothing found");
});
