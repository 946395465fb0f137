// axe on the screen as it is, against WCAG 2.2 AA.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { soon } from "./visit.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with what axe finds on the screen, once it is drawn and the text on it is read. */
export async function clean(page, screen) {
  await page.locator("html:not([data-ready=false]) h1").first().waitFor({ state: "attached" });
  // By the debugger, which the content policy does not bind.
  await page.evaluate(AXE);
  const found = await page.evaluate((tags) => window.axe.run({ runOnly: tags }), TAGS);
  const faults = found.violations.map((it) => `${it.id}: ${it.help}\n    ${it.nodes.slice(0, 3).map((node) => node.html).join("\n    ")}`);
  assert.deepEqual(faults, [], screen);
}

/** The screens and colours that every page must bear. */
export const LOOKS = {
  light: {},
  dark: { colorScheme: "dark" },
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
};

/** By how many pixels the page is wider than its window. */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/** Waits until nothing on the screen scrolls sideways. */
export const fits = (page, screen) => soon(async () => {
  const wide = await overflow(page);
  assert.ok(wide <= 0, `${screen}: ${wide} px wider than the window`);
});
