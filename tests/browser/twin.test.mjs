// Texts side by side: a repost, and reports of one event.

import assert from "node:assert/strict";
import { clean, fits, LOOKS } from "./axe.mjs";
import { many, pick, ready, says, seen, soon, tool, unseen, visit } from "./visit.mjs";

const box = (page, number) => page.locator(`#box${number}`);
const verdict = (page) => page.locator(".twin__verdict");

visit("four stories of one clash in one click", { fragment: "#/twin" }, async ({ page }) => {
  await page.getByRole("link", { name: "Four stories of one clash" }).click();
  const table = page.getByRole("table");
  await table.waitFor();
  await many(table.getByRole("columnheader"), 4);
  const dead = table.getByRole("row", { name: /^dead/ });
  for (const words of [/seven/i, /five/i, /three/i, /four/i, /These differ/]) await says(dead, words);
  const [way, next] = await Promise.all([page.getByRole("link", { name: "Read it" }).first(), page.getByText("Text 3", { exact: true })].map((it) => it.boundingBox()));
  assert.ok(next.y - way.y - way.height >= 12, "the way to a text is no label of the next");
  await says(dead, /says: /, "a figure stands beside its source");
  await says(table, /cleric/, "labels for the same person");
});

visit("what stands in a text is not said to be left out of it", { fragment: "#/twin" }, async ({ page }) => {
  await page.getByRole("link", { name: "Four stories of one clash" }).click();
  const row = page.getByRole("row", { name: /^Nasiriyah?/ }).first();
  await row.waitFor();
  await soon(async () => assert.doesNotMatch(await row.innerText(), /does not say/));
});

visit("a report and its repost", { fragment: "#/twin" }, async ({ page }) => {
  await page.getByRole("button", { name: "A report and its repost" }).click();
  await verdict(page).waitFor();
  await says(verdict(page), /A copy with changes/);
  for (const credit of [/Reuters/, /Ann Reed/, /a council spokesman who says so/]) await says(page.locator(".lost"), credit);
  const above = await page.locator(".lost").evaluate((it) =>
    Boolean(it.compareDocumentPosition(document.querySelector("table.twin")) & Node.DOCUMENT_POSITION_FOLLOWING));
  assert.ok(above, "what fell away comes before the sentences");
  const same = page.locator(".twin__same summary").first();
  await says(same, /sentences? the same/);
  await same.focus();
  await page.keyboard.press("Enter");
  await seen(page.locator(".twin__same details p").first());
  await page.getByText("Nobody asked the children.").waitFor();
  await says(page.locator(".score"), /shuts children’s/, "a word keeps its ending");
  await seen(page.getByText("feeling is put in"));
  await unseen(page.getByText("somebody is called something else"), "nobody is");
  await page.reload();
  await verdict(page).waitFor();
});

visit("odd pairs", { fragment: "#/twin/box1/box2" }, async ({ page }) => {
  await page.getByText("There is nothing to compare yet").waitFor();
  await box(page, 1).fill("The ferry to Marlow was late on Monday. Nobody was hurt.");
  await box(page, 2).fill("The ferry to Marlow was late on Monday. Nobody was hurt.");
  await verdict(page).getByText("The same text.").waitFor();
  await box(page, 2).fill("Cats sleep all day.");
  await verdict(page).getByText("Nothing in common.").waitFor();
  await page.getByText("They seem to be about different things").waitFor();
  await box(page, 2).fill("");
  await page.getByText("There is nothing to compare yet").waitFor();
  await box(page, 1).fill("قال مسؤول كبير إن الاتفاق قريب. وأضاف أن المحادثات مستمرة.");
  await box(page, 2).fill("قال مسؤول كبير إن الاتفاق قريب. ولم يذكر اسمه.");
  await page.locator("table.twin").waitFor();
  await fits(page);
});

visit("from the reading page", {}, async ({ page }) => {
  await pick(page, 0);
  await tool(page, "Compare texts");
  await page.getByRole("heading", { name: "Compare texts" }).waitFor();
  await soon(async () => assert.notEqual(await page.getByLabel("Text 1").inputValue(), "", "the open text is the first"));
  await page.getByLabel("Text 2").selectOption({ index: 4 });
  await page.getByRole("heading", { name: "What each of them tells" }).waitFor();
});

for (const [name, options] of Object.entries(LOOKS)) {
  visit(`axe, texts side by side, ${name}`, { fragment: "#/twin", ...options }, async ({ page }) => {
    await clean(page, "empty");
    await page.getByRole("button", { name: "A report and its repost" }).click();
    await verdict(page).waitFor();
    await clean(page, "a repost");
    await fits(page, "nothing scrolls sideways");
    await page.goto(page.url().replace(/#.*/, "#/twin/digest-02-five-killed/digest-03-three-killed/digest-04-supporters-rally"));
    await page.locator("table.told").waitFor();
    await clean(page, "reports of one event");
    await fits(page, "nothing scrolls sideways");
  });
}

const inSight = (it) => it.evaluate((it) => { const box = it.getBoundingClientRect(); return box.left >= 0 && box.right <= window.innerWidth; });

visit("on the phone, one text at a time", { fragment: "#/twin", ...LOOKS.phone }, async ({ page }) => {
  await page.getByRole("button", { name: "A report and its repost" }).click();
  const put_in = page.getByText("Nobody asked the children.");
  await put_in.waitFor();
  await soon(async () => assert.equal(await inSight(put_in), false, "the first text is in sight"));
  const button = (name, pressed) => page.getByRole("button", { name, pressed });
  await button("First text", true).waitFor();
  await button("Second text", false).click();
  await button("Second text", true).waitFor();
  await button("First text", false).waitFor();
  await page.waitForFunction(() => document.querySelector(".twin__scroll").scrollLeft > 100);
  await soon(async () => assert.equal(await inSight(put_in), true));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth) <= 0, "the page is as wide as the window");
  for (const cell of await page.locator(".twin__none").all()) await says(cell, /^Not in this text$/);
  assert.ok(await page.locator(".twin__none").count() > 0);
});

visit("two headlines that share hardly a word are not compared word by word", { fragment: "#/twin/box1/box2" }, async ({ page }) => {
  await box(page, 1).fill("Council weighs lease of north beach\n\nBy Ina Brandel\n\nThe council of Velia may lease the north beach, Ina Brandel said on Monday.");
  await box(page, 2).fill("Greedy town hall will steal our beloved beach\n\nBy Ina Brandel\n\nThe council of Velia may lease the north beach, Ina Brandel said on Monday.");
  await page.getByText("written anew").waitFor();
  await many(page.getByText("somebody is called something else"), 0);
});

visit("on the phone, the second text by a swipe", { fragment: "#/twin", ...LOOKS.phone }, async ({ page, context }) => {
  await page.getByRole("button", { name: "A report and its repost" }).click();
  const put_in = page.getByText("Nobody asked the children.");
  await put_in.waitFor();
  const scroller = page.locator(".twin__scroll");
  await scroller.scrollIntoViewIfNeeded();
  const { x, y, width } = await scroller.boundingBox();
  const finger = await context.newCDPSession(page);
  const touch = (type, ...touchPoints) => finger.send("Input.dispatchTouchEvent", { type, touchPoints });
  const at = (step) => ({ x: x + width - 30 - 22 * step, y: Math.max(y, 0) + 60 });
  await touch("touchStart", at(0));
  for (let step = 1; step <= 12; step += 1) await touch("touchMove", at(step));
  await touch("touchEnd");
  await page.waitForFunction(() => {
    const { scrollLeft, scrollWidth } = document.querySelector(".twin__scroll");
    return Math.abs(scrollLeft - scrollWidth / 2) < 2;
  });
  await soon(async () => assert.equal(await inSight(put_in), true, "a swipe ends at the second text"));
});

visit("side by side on paper", { fragment: "#/twin/digest-02-five-killed/digest-03-three-killed" }, async ({ page }) => {
  await page.locator("table.told").waitFor();
  await page.emulateMedia({ media: "print" });
  await seen(page.locator("table.told"));
  await unseen(page.getByLabel("Text 1"));
});

visit("each text that is compared can be read", { fragment: "#/twin/digest-01-weekend-clashes/bus-crash" }, async ({ page }) => {
  const ways = page.getByRole("link", { name: "Read it" });
  await many(ways, 2);
  await ways.nth(1).click();
  await ready(page);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await soon(async () => assert.equal(new URL(page.url()).hash, "#/read/bus-crash"));
});
