// Figures, dates and names; and what to look up elsewhere.

import assert from "node:assert/strict";
import { clean, LOOKS, overflow } from "./axe.mjs";
import { paste, pick, ready, tool, visit } from "./visit.mjs";

const open = async (page, name) => {
  await tool(page, name);
  await page.getByRole("heading", { level: 1, name }).waitFor();
};

visit("the strip of a text, with what does not agree", { fragment: "#/facts" }, async ({ page }) => {
  await page.getByRole("link", { name: "Open the report" }).click();
  const join = page.locator(".join").first();
  await join.waitFor();
  assert.match(await page.locator(".joins").innerText(), /one person\?/);
  assert.ok(await join.locator(".join__end").count() >= 2);
  await page.getByRole("button", { name: "differs?" }).first().focus();
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.activeElement.id), /^join-\d$/, "the keyboard goes on at the question");
  await page.reload();
  await join.waitFor();
  await page.locator(".others__title a").click();
  await ready(page);
});

visit("a figure, its source, and the headline without its hedge", {}, async ({ page }) => {
  await paste(page, "Seven dead in Oldport clash\n\nBy Ann Reed\n\nAt least seven people died in Oldport on Friday 31 February 2020, the hospital said.\n\nOn 1/2/2021 nine people were arrested. Last Sunday was calm, said Karl Odd, 41.");
  await open(page, "Figures, dates and names");
  await page.getByText("The headline has “Seven dead”").waitFor();
  const row = page.getByRole("row", { name: /At least seven people died/ });
  assert.match(await row.innerText(), /or more/);
  assert.match(await row.innerText(), /the hospital/);
  assert.ok(await page.getByRole("row", { name: /^Seven dead/ }).getByText("yes").isVisible(), "in the headline");
  const never = page.locator(".join", { hasText: "There is no 31 February 2020. Which day is meant?" });
  assert.equal(await never.locator(".join__end").count(), 1, "the calendar alone speaks against it");
  assert.equal(await page.getByRole("rowheader", { name: "1/2/2021" }).count(), 0, "1/2/2021 is two dates, so it is none");
  assert.ok(await page.getByRole("rowheader", { name: "Sunday", exact: true }).isVisible());
});

visit("who is named in the credits is not called missing", {}, async ({ page }) => {
  await paste(page, "Seven hurt in Oldport\n\nOLDPORT (Reuters) - A crane fell on Friday.\n\nSeven people were hurt, Mayor Karl Odd said.\n\nThe port was closed.\n\n(Reporting by Ann Reed; editing by Bo Lund)");
  const origin = page.getByRole("region", { name: "Where this text says it comes from" });
  assert.match(await origin.innerText(), /Not shown: when it came out, which outlet\./);
  await origin.getByRole("link", { name: "Check it elsewhere" }).click();
  await page.locator(".origin").getByText("see the credits").waitFor();
});

visit("a text of nothing", { fragment: "#/facts/no-such-text" }, async ({ page }) => {
  await page.getByText("There is no such text on this device.").waitFor();
});

visit("what was found elsewhere is kept", { fragment: "#/elsewhere/digest-02-five-killed" }, async ({ page }) => {
  const asks = page.locator(".ask");
  await asks.first().waitFor();
  assert.ok(await asks.count() >= 4);
  assert.match(await page.locator(".origin").innerText(), /Qassim Abdul-zahra/);
  assert.match(await page.getByRole("main").innerText(), /stand nowhere else/, "words that are our own cannot be found");
  const link = asks.first().getByRole("link");
  assert.match(await link.getAttribute("href"), /^https:\/\/duckduckgo\.com\/\?q=%22/);
  assert.match(await link.getAttribute("rel"), /noopener noreferrer/);
  await asks.first().getByLabel("Not found").check();
  await asks.first().getByLabel("Note").fill("only on two copies");
  await page.getByLabel(/I would, or would not/).fill("nobody else counts five");
  await page.keyboard.press("Tab");
  await page.reload();
  await asks.first().waitFor();
  assert.ok(await asks.first().getByLabel("Not found").isChecked());
  assert.equal(await asks.first().getByLabel("Note").inputValue(), "only on two copies");
  assert.equal(await page.getByLabel(/I would, or would not/).inputValue(), "nobody else counts five");
  await page.emulateMedia({ media: "print" });
  assert.ok(await asks.first().locator("code").isVisible());
  assert.ok(!await link.isVisible(), "a link is no use on paper");
});

visit("who runs a site that does not say", {}, async ({ page }) => {
  await paste(page, "Six farmers hurt in Velia\n\nAt least six farmers were hurt in Velia on Sunday, a doctor said.\n\nThe road is open.");
  await open(page, "Check it elsewhere");
  const ask = page.locator(".ask", { hasText: "Who runs the site?" });
  await ask.getByLabel("Found", { exact: true }).check();
  assert.equal(await ask.locator("code").count(), 0, "there is no name to search for");
});

visit("nothing is asked of the network", { fragment: "#/elsewhere/karbala-report" }, async ({ page, requests, address }) => {
  await page.locator(".ask").first().waitFor();
  assert.deepEqual(requests.filter((it) => !it.startsWith(address)), []);
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe, facts and checks, ${name}`, options, async ({ page }) => {
    await pick(page, 0);
    for (const screen of ["Figures, dates and names", "Check it elsewhere"]) {
      await open(page, screen);
      await page.locator(".facts, .ask").first().waitFor();
      await clean(page, screen);
      assert.ok(await overflow(page) <= 0, "nothing scrolls sideways");
      await page.goBack();
      await ready(page);
    }
  });
}
