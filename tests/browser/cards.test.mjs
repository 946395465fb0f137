// The cards follow the text: in its order, each once, and what stays is left as it was drawn.

import assert from "node:assert/strict";
import { badge, card, marked, paste, soon, visit } from "./visit.mjs";

const ALL = "#flags li[data-flag][data-trait]";

/** The flags of every card, those of repeats together, in the order of the list. */
const listed = (page) => page.locator(ALL).evaluateAll((all) => all.map((it) => {
  const repeats = it.querySelector(".card__numbers")?.textContent.split(", ") ?? [it.dataset.flag];
  return repeats.map(Number);
}));

/** Fails unless the cards come in the order of their first flags in the text, each flag in one. */
async function inOrder(page, why) {
  await soon(async () => {
    const groups = await listed(page);
    const first = groups.map(([it]) => it);
    const places = await page.locator("article mark[data-flags]").evaluateAll((marks, first) =>
      first.map((flag) => marks.findIndex((it) => it.dataset.flags.split(" ").includes(String(flag)))), first);
    assert.ok(!places.includes(-1), why);
    assert.deepEqual(places, places.toSorted((a, b) => a - b), why);
    assert.equal(new Set(groups.flat()).size, groups.flat().length, `${why}: no flag twice`);
  });
}

/** Marks every card that stands, to tell it from one that is drawn anew. */
const remember = (page) => page.locator(ALL).evaluateAll((all) => all.forEach((it) => { it.isOfBefore = true; }));

const anew = (page) => page.locator(ALL).evaluateAll((all) => all.filter((it) => !it.isOfBefore).map((it) => it.dataset.flag));

async function dismiss(page, flag) {
  await badge(page, flag).click();
  await card(page, flag).getByRole("button", { name: "Dismiss" }).click();
  await card(page, flag).getByRole("button", { name: "This place only" }).click();
  await badge(page, flag).waitFor({ state: "detached" });
}

const SHARED = `Regime shuts the port

By Ina Brandel

The regime shut the port on Monday, a senior official said.

“We were not told,” said Tom Arlen, who owns a ferry there. The brutal cut came at night.

The regime gave no reason, a senior official said. Many people are furious, sources said.

On Friday one gate was opened, a senior official said. The terrorists came, and left at night.

A senior official said that the ruthless cut was a mistake.`;

visit("cards that share words fall apart under three, come together again, and keep the order of the text", {}, async ({ page }) => {
  await paste(page, SHARED);
  await marked(page);
  await soon(async () => assert.ok((await listed(page)).some((it) => it.length === 4)));
  await inOrder(page, "as read");
  const whole = await listed(page);
  const [one, two, three, four] = whole.find((it) => it.length === 4);
  const others = whole.filter((it) => it.length === 1).flat();
  const open = others.find((it) => it > two && it < four);
  await remember(page);

  for (const [at, flag] of [two, three].entries()) {
    await dismiss(page, flag);
    await inOrder(page, `without ${at + 1}`);
  }
  await soon(async () => assert.deepEqual((await listed(page)).flat().sort((a, b) => a - b),
    whole.flat().filter((it) => it !== two && it !== three).sort((a, b) => a - b)));
  assert.deepEqual((await anew(page)).map(Number), [one, four], "all others are as they were drawn");

  await badge(page, open).click();
  await card(page, open).getByText("More", { exact: true }).click();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await badge(page, three).waitFor();
  await inOrder(page, "one came back");
  await page.locator("article").first().focus();
  await page.keyboard.press("Control+z");
  await badge(page, two).waitFor();
  await inOrder(page, "both came back");
  assert.deepEqual(await listed(page), whole);
  assert.deepEqual((await anew(page)).map(Number), [one]);
  assert.ok(await card(page, open).locator("details").first().evaluate((it) => it.open), "a card that is open stays open");
});

visit("filters take cards out and put them back where they were", {}, async ({ page }) => {
  await paste(page, SHARED);
  await marked(page);
  await inOrder(page, "as read");
  const whole = await listed(page);
  const filters = page.getByRole("group", { name: "Show" }).getByRole("button");
  for (let at = 0; at < await filters.count(); at += 1) {
    await filters.nth(at).click();
    await inOrder(page, `filter ${at} off`);
  }
  for (let at = await filters.count() - 1; at >= 0; at -= 1) {
    await filters.nth(at).click();
    await inOrder(page, `filter ${at} on`);
  }
  await soon(async () => assert.deepEqual(await listed(page), whole));
});

visit("the window on many cards goes on and back in the order of the text", {}, async ({ page }) => {
  const sentences = Array.from({ length: 160 }, (_, at) => `Officials of the port number ${at} called plan ${at} a disaster, sources at gate ${at} said.`);
  await paste(page, `Port to close\n\nBy Ina Brandel\n\n${sentences.map((it, at) => `${it} The brutal cut ${at} was ${at} days late.`).join("\n\n")}`);
  await marked(page);
  await soon(async () => assert.equal(await page.locator(ALL).count(), 60));
  await inOrder(page, "the first window");
  const first = await listed(page);
  const more = page.getByRole("button", { name: /more flags$/ });
  await more.click();
  await soon(async () => assert.notDeepEqual(await listed(page), first));
  await inOrder(page, "the second window");
  await dismiss(page, (await listed(page)).find((it) => it.length === 1)[0]);
  await inOrder(page, "the second window without a card");
  await page.getByRole("button", { name: "Undo" }).first().click();
  await inOrder(page, "the second window with it again");
  await page.getByRole("button", { name: /flags before these$/ }).click();
  await soon(async () => assert.deepEqual(await listed(page), first));
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await soon(async () => assert.ok(await page.locator(ALL).count() > 120));
  await inOrder(page, "on paper");
});

visit("a long text is drawn to its end in its order", {}, async ({ page }) => {
  const sentences = Array.from({ length: 3_000 }, (_, at) => `In week ${at} a senior official said on Monday that the ferry would close for good at gate ${at}.`);
  await paste(page, sentences.join("\n\n"));
  const last = page.locator("article", { hasText: "at gate 2999." });
  for (const deadline = Date.now() + 90_000; await last.count() === 0 && Date.now() < deadline;) {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); }));
  }
  assert.equal(await page.locator("article [data-from]").count(), 3_000);
  const wrong = await page.locator("article [data-from]").evaluateAll((all) =>
    all.filter((it, at) => at > 0 && Number(it.dataset.from) <= Number(all[at - 1].dataset.from)).length);
  assert.equal(wrong, 0);
});
