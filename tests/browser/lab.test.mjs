// The headline lab: changes explained, parts looked up, one's own headline checked.

import assert from "node:assert/strict";
import { clean, fits, LOOKS } from "./axe.mjs";
import { go, holds, many, paste, pick, ready, says, seen, soon, tool, unseen, visit } from "./visit.mjs";

const heading = (page) => page.getByRole("heading", { level: 1 });

visit("the empty lab teaches by an example", { fragment: "#/lab" }, async ({ page }) => {
  await page.getByRole("link", { name: "Open this pair" }).click();
  await page.getByText("Somebody is called something else").waitFor();
  await soon(async () => assert.match(await page.getByRole("textbox", { name: "The headline", exact: true }).inputValue(), /Antichrist/));
  const strong = page.locator(".case--strong");
  await many(strong, 1, "a label of the headline alone has the strongest card");
  await says(strong, /Only in the headline/);
  for (const words of ["A figure is changed, or made more or less exact", "A time or a place is left out", "Who did what to whom is changed"]) {
    await seen(page.getByText(words).first(), words);
  }
  await page.locator(".part", { hasText: "Seven" }).filter({ hasText: "Weaker in the text" }).first().waitFor();
});

visit("what is typed is compared, checked and kept", { fragment: "#/lab" }, async ({ page }) => {
  const box = (name) => page.getByRole("textbox", { name, exact: true });
  await box("The headline").fill("Nine farmers hurt by the Wolf’s men");
  await box("Another version of it").fill("At least six farmers hurt by harbour guards");
  await box("The text under it").fill("At least six farmers were hurt on Sunday in Velia, a doctor said.\n\nHarbour guards had come with sticks.");
  await page.locator(".part", { hasText: "Nine farmers" }).getByText("Not in the text").waitFor();
  await box("Your headline").fill("At least six farmers hurt in Velia");
  await page.getByText(/^The 2 things looked up are in the text/).waitFor();
  await box("Your headline").fill("BUTCHERS hurt nine farmers!!");
  await page.getByText(/^Parts looked up: \d/).waitFor();
  await page.reload();
  await heading(page).waitFor();
  await soon(async () => assert.match(await box("The headline").inputValue(), /Wolf/));
  await soon(async () => assert.match(await box("Your headline").inputValue(), /BUTCHERS/));
  await page.getByRole("button", { name: "Empty all boxes" }).click();
  await page.getByRole("link", { name: "Open this pair" }).waitFor();
});

visit("a headline that keeps hardly a word is called written anew", { fragment: "#/lab" }, async ({ page }) => {
  const box = (name) => page.getByRole("textbox", { name, exact: true });
  await box("The headline").fill("Greedy town hall will steal our beloved beach");
  await box("Another version of it").fill("Council weighs lease of north beach");
  await box("The text under it").fill("The council of Velia may lease the north beach, Ina Brandel said on Monday.");
  await page.getByRole("heading", { name: "Written anew" }).waitFor();
  await many(page.getByText("Somebody is called something else"), 0);
  await many(page.locator(".case"), 1);
  await box("The headline").fill("Thieves weigh lease of north beach");
  await page.getByText("Somebody is called something else").waitFor();
  await many(page.getByRole("heading", { name: "Written anew" }), 0);
});

visit("names and days are looked up, and the way leads back to the text", {}, async ({ page }) => {
  await paste(page, "Harbour fee to double\n\nBy Ina Brandel\n\nThe town of Velia will double its fee in May, a clerk said on Tuesday.");
  await tool(page, "Headline lab");
  const [way, label] = await Promise.all([page.locator(".others"), page.getByText("The headline", { exact: true })].map((it) => it.boundingBox()));
  assert.ok(label.y - way.y - way.height >= 12, "the way back is no label of the box below it");
  await page.getByRole("textbox", { name: "Your headline" }).fill("Mayor Tom Reed doubles fee in Paris, clerk in Velia told on Friday");
  const part = (words) => page.locator(".part", { has: page.getByText(words, { exact: true }) });
  for (const words of ["Tom Reed", "Paris", "Friday"]) await says(part(words), /Not in the text/);
  await says(part("Velia"), /In the text/);
  await page.getByRole("textbox", { name: "Your headline" }).fill("Slaughter of 90 in Basra");
  for (const words of ["90", "Basra"]) await says(part(words), /Not in the text/);
  await page.emulateMedia({ media: "print" });
  await unseen(page.getByText("Another version of it"), "nothing is in that box");
  await seen(page.getByText("Your headline", { exact: true }));
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("navigation", { name: "This text" }).getByRole("link", { name: "Harbour fee to double" }).click();
  await ready(page);
});

visit("all of a long headline is seen on a phone", { viewport: { width: 390, height: 844 } }, async ({ page }) => {
  await go(page, "#/lab");
  const box = page.getByRole("textbox", { name: "The headline", exact: true });
  await box.fill("Council of Velia will double the harbour fee in May, two officials said on Tuesday, and the boats will go");
  await soon(async () => assert.ok(await box.evaluate((it) => it.scrollHeight <= it.clientHeight + 1)));
});

visit("a text without a headline leaves the box empty", {}, async ({ page }) => {
  await paste(page, "The ferry will close in May, said Ann Lee, the harbour master. Boats must go by June, and nobody knows where to.");
  await tool(page, "Headline lab");
  const box = (name) => page.getByRole("textbox", { name, exact: true });
  await soon(async () => assert.match(await box("The text under it").inputValue(), /^The ferry will close/));
  await holds(box("The headline"), "");
});

visit("the label table of a page", { fragment: "#/lab/digest" }, async ({ page }) => {
  const table = page.getByRole("table");
  await table.waitFor();
  await says(table, /Antichrist/);
  await says(table, /texts never do/);
  await page.getByRole("navigation", { name: "Each headline in the lab" }).getByRole("link").nth(1).click();
  await page.getByText("Somebody is called something else").waitFor();
});

visit("odd headlines", { fragment: "#/lab" }, async ({ page }) => {
  const box = (name) => page.getByRole("textbox", { name, exact: true });
  await box("The headline").fill("The same words");
  await box("Another version of it").fill("The same words");
  await page.getByText("The two have the same words.").waitFor();
  // 2,000 words.
  await box("The headline").fill("seven dead in clash ".repeat(500));
  await box("Another version of it").fill("at least seven dead in clash");
  await page.getByText("only the first 1,000 characters").waitFor();
  await box("The headline").fill("");
  await box("Another version of it").fill("");
  await page.getByText("Try it on real headlines").waitFor();
  await box("The headline").fill("مقتل سبعة في اشتباكات");
  await box("Another version of it").fill("mayor resigns now ".repeat(700));
  await page.getByText("only the first 1,000 characters").waitFor();
  await fits(page);
});

visit("from the reading page and back", {}, async ({ page }) => {
  await pick(page, 0);
  const address = page.url();
  await tool(page, "Headline lab");
  await page.getByRole("heading", { name: "Headline lab" }).waitFor();
  await soon(async () => assert.notEqual(await page.getByRole("textbox", { name: "The headline", exact: true }).inputValue(), ""));
  await page.goBack();
  await ready(page);
  assert.equal(page.url(), address);
});

visit("a text that was pasted later takes the place of the one before", {}, async ({ page }) => {
  const body = "The council voted on Monday, Ann Lee said. It will cost the town nine crowns a year.";
  for (const headline of ["Ferry to close in May", "Bridge to open in June"]) {
    await paste(page, `${headline}\n\nBy Ina Brandel\n\n${body}`);
    await tool(page, "Headline lab");
    await page.getByRole("heading", { name: "Headline lab" }).waitFor();
    await holds(page.getByRole("textbox", { name: "The headline", exact: true }), headline);
    await go(page, "#/");
  }
});

visit("from the card of a headline", {}, async ({ page }) => {
  await page.getByRole("link", { name: "Clashes with Antichrist’s supporters kill 5" }).click();
  await ready(page);
  await page.locator("li[data-trait^=headline] .card__name").first().click();
  await page.getByRole("link", { name: "Open in the headline lab" }).first().click();
  await page.locator(".case--strong").waitFor();
});

visit("the menu by keyboard", {}, async ({ page }) => {
  await page.getByText("Tools", { exact: true }).focus();
  await page.keyboard.press("Enter");
  const link = page.getByRole("link", { name: "Headline lab" });
  await link.waitFor();
  await page.keyboard.press("Escape");
  await link.waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Headline lab" }).waitFor();
  await soon(async () => assert.equal(await page.evaluate(() => document.activeElement.id), "main", "the screen takes the focus"));
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe, the lab, ${name}`, { fragment: "#/lab", ...options }, async ({ page }) => {
    await heading(page).waitFor();
    await clean(page, "empty lab");
    await fits(page, "nothing scrolls sideways");
    await page.getByRole("link", { name: "Open this pair" }).click();
    await page.locator(".case").first().waitFor();
    await clean(page, "a pair");
    await fits(page, "nothing scrolls sideways");
    await page.goto(page.url().replace(/#.*/, "#/lab/digest"));
    await page.getByRole("table").waitFor();
    await clean(page, "label table");
    await fits(page, "nothing scrolls sideways");
  });
}

visit("the lab on paper", { fragment: "#/lab/digest-01-weekend-clashes" }, async ({ page }) => {
  await page.locator(".case").first().waitFor();
  await page.emulateMedia({ media: "print" });
  await seen(page.locator(".case--strong"));
  await unseen(page.getByRole("button", { name: "Empty all boxes" }));
});

visit("on paper the headline stands once above the text", { fragment: "#/lab/digest-01-weekend-clashes" }, async ({ page }) => {
  const name = page.getByRole("navigation", { name: "This text" });
  await seen(name);
  await page.emulateMedia({ media: "print" });
  await unseen(name, "the box below has it");
  await seen(page.getByRole("textbox", { name: "The headline", exact: true }));
});
