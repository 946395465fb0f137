// The pages of the rules: what they say is run in sight of the reader.

import assert from "node:assert/strict";
import { clean, fits, LOOKS } from "./axe.mjs";
import { addressesOf, badge, card, go, many, marked, pick, seen, soon, unseen, visit } from "./visit.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name });

visit("every rule has its page, and every example on it holds", { fragment: "#/rules" }, async ({ page }) => {
  await heading(page, "The rules").waitFor();
  const links = await addressesOf(page.locator(".rules__entry a"));
  assert.ok(links.length >= 28, `${links.length} rules`);
  for (const link of links) {
    await go(page, link);
    await page.locator(".example").first().waitFor();
    await page.locator(".sheet-page__up").waitFor();
    const wrong = await page.locator(".sign--wrong").count();
    assert.equal(wrong, 0, `${link}: ${await page.locator(".example:has(.sign--wrong)").allInnerTexts()}`);
    await soon(async () => assert.ok(await page.locator(".example mark").count() > 0, `${link} shows what it marks`));
    const record = await page.getByRole("heading", { name: "How often it is right" }).locator("+ p").innerText();
    assert.match(record, /^Not yet measured|^(\d+ of \d+ right; 95% interval \d+–\d+%|nothing flagged)\..* Counted on .+, \d+ [A-Z][a-z]+ \d{4}\./, link);
  }
});

visit("a card leads to the page of its rule, and back leads to the article", {}, async ({ page }) => {
  await pick(page, 0);
  const [first] = await marked(page);
  await badge(page, first).click();
  const name = await card(page, first).getAttribute("data-trait");
  await card(page, first).getByRole("link", { name: "About this rule" }).click();
  await page.locator(".sheet-page h1").waitFor();
  assert.match(page.url(), new RegExp(`#/rules/${name}$`));
  await page.goBack();
  await page.locator("article").first().waitFor();
});

visit("a sentence of one's own is run as it is typed", { fragment: "#/rules/loaded-label" }, async ({ page }) => {
  const box = page.getByRole("textbox", { name: "A sentence of your own" });
  await box.pressSequentially("The regime closed the paper.");
  await page.locator("#try-result mark", { hasText: "regime" }).waitFor();
  await box.fill("“The regime closed it,” said Ann Lee.");
  await page.getByText("Not flagged.").waitFor();
  await box.fill("<img src=x onerror=alert(1)> The regime");
  await page.locator("#try-result mark").waitFor();
  await many(page.locator("#try-result img"), 0);
});

visit("a word of a list is found and switched off, which is undone by the keys", { fragment: "#/rules/loaded-label" }, async ({ page }) => {
  await page.getByRole("searchbox", { name: "Find a word" }).fill("regime");
  const word = page.getByRole("checkbox", { name: "regime", exact: true });
  await word.uncheck();
  await page.getByText("“regime” is no longer flagged.").first().waitFor();
  await page.reload();
  await page.getByRole("searchbox", { name: "Find a word" }).fill("regime");
  await soon(async () => assert.equal(await word.isChecked(), false, "kept over a reload"));
  await word.check();
  await page.getByText("“regime” is flagged again.").first().waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("Undone.").first().waitFor();
  await soon(async () => assert.equal(await word.isChecked(), false, "undone"));
});

visit("a rule is reached, read and tried by the keyboard alone", { fragment: "#/rules" }, async ({ page }) => {
  await heading(page, "The rules").waitFor();
  const at = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
  const tabTo = async (what) => {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      if (await at() === what) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`the focus never came to ${what}, it is at ${await at()}`);
  };
  await tabTo("Loaded label");
  await page.keyboard.press("Enter");
  await heading(page, "Loaded label").waitFor();
  await page.waitForFunction(() => document.activeElement.id === "main");
  await tabTo("try");
  await page.keyboard.type("The regime closed the paper.");
  await page.locator("#try-result mark", { hasText: "regime" }).waitFor();
});

visit("a rule on paper is what it says, without boxes; a source without a date says so", { fragment: "#/rules/generalization" }, async ({ page }) => {
  await heading(page, "Generalisation").waitFor();
  await page.getByText("(date not known)").first().waitFor();
  await go(page, "#/rules/loaded-label");
  await heading(page, "Loaded label").waitFor();
  await page.emulateMedia({ media: "print" });
  await seen(page.getByText(/\d+ of \d+ right; 95% interval/));
  await seen(page.getByText("Reuters policy post, 2007"));
  for (const name of ["Find a word", "A sentence of your own"]) {
    await unseen(page.getByRole("textbox", { name }).or(page.getByRole("searchbox", { name })), name);
  }
});

visit("an address of nothing says so, and leads home", { fragment: "#/rulez" }, async ({ page }) => {
  await heading(page, "There is no such page").waitFor();
  await page.getByRole("link", { name: "Go to the start" }).click();
  await heading(page, "On whose say-so?").waitFor();
});

visit("an address of no rule says so", { fragment: "#/rules/%3Cscript%3E" }, async ({ page }) => {
  await heading(page, "There is no such rule").waitFor();
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe on the rules, ${name}`, { ...options, fragment: "#/rules" }, async ({ page }) => {
    await heading(page, "The rules").waitFor();
    await clean(page, "the rules");
    await page.goto(page.url().replace(/#.*/, "#/rules/loaded-verb"));
    await page.locator(".words__entry").first().waitFor();
    await clean(page, "a rule");
    await page.goto(page.url().replace(/#.*/, "#/about"));
    await heading(page, "What Sayso cannot see").waitFor();
    await clean(page, "about");
    await fits(page, "about");
  });
}
