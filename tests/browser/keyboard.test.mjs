// The keys: next, previous, open, back, hide, help.

import assert from "node:assert/strict";
import { marked, pick, visit } from "./visit.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.closest("[data-flag]")?.dataset.flag ?? null);

visit("J and K walk the flags, Enter opens, Esc returns", {}, async ({ page }) => {
  await pick(page, 0);
  const flags = await marked(page);
  await page.locator("article").first().focus().catch(() => {});
  await page.locator("article button[data-flag]").first().focus();
  const first = await focused(page);
  await page.keyboard.press("j");
  const second = await focused(page);
  assert.notEqual(second, first, "J moves on");
  await page.keyboard.press("k");
  assert.equal(await focused(page), first, "K moves back");
  await page.keyboard.press("Enter");
  await page.locator(`li[data-flag="${first}"]`).getByRole("button", { name: /dismiss/i }).first().waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await focused(page), first, "Esc returns to the place");
  assert.ok(await page.evaluate(() => document.activeElement.closest("article") !== null));
  assert.ok(flags.length > 1);
});

visit("H hides the marks and shows them again", {}, async ({ page }) => {
  await pick(page, 0);
  await page.locator("article button[data-flag]").first().focus();
  const looks = () => page.locator("article mark[data-flags]").evaluateAll((marks) => marks.map((it) => {
    const style = getComputedStyle(it);
    return [style.backgroundColor, style.textDecorationLine, style.borderBottomStyle, style.backgroundImage].join();
  }).join("|"));
  const before = await looks();
  await page.keyboard.press("h");
  await page.waitForFunction((before) => {
    const marks = [...document.querySelectorAll("article mark[data-flags]")];
    return marks.map((it) => {
      const style = getComputedStyle(it);
      return [style.backgroundColor, style.textDecorationLine, style.borderBottomStyle, style.backgroundImage].join();
    }).join("|") !== before;
  }, before);
  await page.keyboard.press("h");
  await page.waitForTimeout(300);
  assert.equal(await looks(), before);
});

visit("? shows the list of keys, Esc closes it", {}, async ({ page }) => {
  await pick(page, 0);
  await page.locator("article button[data-flag]").first().focus();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  assert.match(await dialog.innerText(), /next/i);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

visit("letters typed into the box stay letters", {}, async ({ page }) => {
  const box = page.getByRole("textbox", { name: "Article text" });
  await box.focus();
  await page.keyboard.type("hjk?v");
  assert.equal(await box.inputValue(), "hjk?v");
});

visit("Tab reaches every control and focus is seen", {}, async ({ page }) => {
  await pick(page, 0);
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const it = document.activeElement;
      if (it === null || it === document.body) return true;
      const style = getComputedStyle(it);
      return style.outlineStyle !== "none" || style.boxShadow !== "none";
    });
    assert.ok(seen, "the focused control has an outline");
  }
});
