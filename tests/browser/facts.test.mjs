// Figures, dates and names; and what to look up elsewhere.

import assert from "node:assert/strict";
import { clean, fits, LOOKS } from "./axe.mjs";
import { go, holds, many, paste, pick, ready, says, seen, soon, tool, unseen, visit } from "./visit.mjs";

const open = async (page, name) => {
  await tool(page, name);
  await page.getByRole("heading", { level: 1, name }).waitFor();
};

visit("the strip of a text, with what does not agree", { fragment: "#/facts" }, async ({ page }) => {
  await page.getByRole("link", { name: "Open the article" }).click();
  const join = page.locator(".join").first();
  await join.waitFor();
  await says(page.locator(".joins"), /one person\?/);
  await soon(async () => assert.ok(await join.locator(".join__end").count() >= 2));
  await page.getByRole("button", { name: "differs?" }).first().focus();
  await page.keyboard.press("Enter");
  await soon(async () => assert.match(await page.evaluate(() => document.activeElement.id), /^join-\d$/, "the keyboard goes on at the question"));
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
  await says(row, /at least that many/);
  await says(row, /the hospital/);
  await seen(page.getByRole("row", { name: /^Seven dead/ }).getByText("yes"), "in the headline");
  const never = page.locator(".join", { hasText: "There is no 31 February 2020. Which day is meant?" });
  await many(never.locator(".join__end"), 1, "the calendar alone speaks against it");
  await says(page.getByRole("row", { name: /^1\/2\/2021/ }), /day or month first\?/);
  await seen(page.getByRole("rowheader", { name: "Sunday", exact: true }));
});

visit("who is named in the credits is not called missing", {}, async ({ page }) => {
  await paste(page, "Seven hurt in Oldport\n\nOLDPORT (Reuters) - A crane fell on Friday.\n\nSeven people were hurt, Mayor Karl Odd said.\n\nThe port was closed.\n\n(Reporting by Ann Reed; editing by Bo Lund)");
  const origin = page.getByRole("region", { name: "Where this text says it comes from" });
  await says(origin, /Not shown: when it came out, which outlet\./);
  await origin.getByRole("link", { name: "Check it elsewhere" }).click();
  await page.locator(".origin").getByText("see the credits").waitFor();
});

visit("what cannot be compared is not said to agree", {}, async ({ page }) => {
  await paste(page, "Deal signed\n\nAn earlier audit counted 12 permits. The firm won nearly 14 permits in 11 months, the builder, Gus Farrow, said.");
  await open(page, "Figures, dates and names");
  await page.getByText("Sayso found no two that it can compare.").waitFor();
  await says(page.getByRole("row", { name: /^nearly 14 permits/ }), /a little fewer/);
  await seen(page.getByRole("rowheader", { name: "Gus Farrow" }));
});

visit("an empty strip compares nothing", {}, async ({ page }) => {
  await paste(page, "It rained all day, and it was cold, and it was dark.");
  await open(page, "Figures, dates and names");
  await page.getByText("This text has no figure").waitFor();
  await unseen(page.getByText("Do these agree?"), "there is nothing to compare");
});

visit("a text of nothing", { fragment: "#/facts/no-such-text" }, async ({ page }) => {
  await page.getByText("There is no such text on this device.").waitFor();
});

visit("what was found elsewhere is kept", { fragment: "#/elsewhere/digest-02-five-killed" }, async ({ page }) => {
  const asks = page.locator(".ask");
  await asks.first().waitFor();
  await soon(async () => assert.ok(await asks.count() >= 4));
  await says(page.locator(".origin"), /Qassim Abdul-zahra/);
  await says(page.getByRole("main"), /stand nowhere else/, "words that are our own cannot be found");
  const link = asks.first().getByRole("link");
  await soon(async () => assert.match(await link.getAttribute("href"), /^https:\/\/duckduckgo\.com\/\?q=%22/));
  await soon(async () => assert.match(await link.getAttribute("rel"), /noopener noreferrer/));
  await asks.first().getByLabel("Not found").check();
  await asks.first().getByLabel("Note").fill("only on two copies");
  // On paper a choice that nobody made is an empty circle.
  await page.emulateMedia({ media: "print" });
  const border = (at, name) => asks.nth(at).getByLabel(name).evaluate((it) => [getComputedStyle(it).appearance, Number.parseFloat(getComputedStyle(it).borderTopWidth) > 3]);
  assert.deepEqual(await border(0, "Not found"), ["none", true]);
  assert.deepEqual(await border(1, "Not looked up yet"), ["none", false]);
  await page.emulateMedia({ media: null });
  await page.getByLabel(/I would, or would not/).fill("nobody else counts five");
  await page.keyboard.press("Tab");
  await page.reload();
  await asks.first().waitFor();
  await soon(async () => assert.ok(await asks.first().getByLabel("Not found").isChecked()));
  await holds(asks.first().getByLabel("Note"), "only on two copies");
  await holds(page.getByLabel(/I would, or would not/), "nobody else counts five");
  await page.emulateMedia({ media: "print" });
  await seen(asks.first().locator("code"));
  await unseen(link, "a link is no use on paper");
  await seen(page.locator(".others__title a"), "which article it is");
});

visit("what is typed about a text is kept at every letter, and “back” breaks nothing", {}, async ({ page }) => {
  await go(page, "#/elsewhere/digest-02-five-killed");
  const [note, because] = [page.locator(".ask").first().getByLabel("Note"), page.getByLabel(/I would, or would not/)];
  await note.pressSequentially("only two ");
  await note.pressSequentially("copies");
  await because.fill("nobody else");
  await page.reload();
  await holds(note, "only two copies");
  await holds(because, "nobody else");
  await because.fill("nobody else says so");
  await page.goBack();
  await because.waitFor({ state: "detached" });
  await go(page, "#/elsewhere/digest-02-five-killed");
  await holds(because, "nobody else says so");
});

visit("who runs a site that does not say", {}, async ({ page }) => {
  await paste(page, "Six farmers hurt in Velia\n\nAt least six farmers were hurt in Velia on Sunday, a doctor said.\n\nThe road is open.");
  await open(page, "Check it elsewhere");
  const ask = page.locator(".ask", { hasText: "Who runs the site?" });
  await ask.getByLabel("Found", { exact: true }).check();
  await many(ask.locator("code"), 0, "there is no name to search for");
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
      await fits(page, "nothing scrolls sideways");
      await page.goBack();
      await ready(page);
    }
  });
}

visit("what was copied along is in no table, and a sheet breaks no word", {}, async ({ page }) => {
  await paste(page, `Harbour fee to double

By Ina Brandel
12 November 2026

The fee will be £40 a week, Councillor Ray Tully (Independent, Harbour Ward) said on Tuesday. At least nine boats will go.

Read more: The best air fryers of 2031

The fee was £20.`);
  await tool(page, "Figures, dates and names");
  const dates = page.locator("section", { has: page.getByRole("heading", { name: "Dates", exact: true }) });
  await says(dates, /Tuesday/);
  assert.doesNotMatch(await dates.innerText(), /2031/);
  await page.setViewportSize({ width: 700, height: 1000 });
  await page.emulateMedia({ media: "print" });
  const source = page.locator("td[data-label=\"Who says so\"]", { hasText: "Ray Tully" });
  const broken = await source.evaluate((it) => {
    const range = document.createRange();
    const [text] = [...it.childNodes].filter((it) => it.nodeType === Node.TEXT_NODE);
    const at = text.data.indexOf("Independent");
    range.setStart(text, at);
    range.setEnd(text, at + "Independent".length);
    return range.getClientRects().length;
  });
  assert.equal(broken, 1, "“Independent” stands on one line");
});
