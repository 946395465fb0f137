// The budgets in the browser. A busy machine may take three times as long; more is a fault.
// Run alone: no other test runs at the same time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIGURES } from "./figures.mjs";
import { visit } from "./visit.mjs";

const SLACK = 3;

for (const { name, budget, measure } of FIGURES) {
  test(`${name}: at most ${SLACK} times the budget of ${budget} ms`, { timeout: 60_000 }, async () => {
    const ms = await measure();
    console.log(`${name}: ${ms.toFixed(0)} ms, budget ${budget} ms`);
    assert.ok(ms <= SLACK * budget, `${ms.toFixed(0)} ms`);
  });
}

visit("two texts of 5,000 words are read, compared and drawn within 50 ms", { fragment: "#/twin/box1/box2" }, async ({ page }) => {
  const sentence = (at) => `On day ${at} the council of Oldport heard ${at * 7} people speak about pool number ${at % 31}, said Ann Reed of ward ${at}. `;
  const paragraphs = (number) => Array.from({ length: 250 }, (_, at) => sentence(number(at)) + (at % 8 === 7 ? "\n\n" : "")).join("");
  const [first, second] = [paragraphs((at) => at), paragraphs((at) => at % 3 === 2 ? at + 1_000 : at)];
  assert.ok(first.split(/\s+/).length > 5_000);
  await page.locator("#box1").fill(first);
  await page.getByText("There is nothing to compare yet").waitFor();
  // From the moment when the box has waited for the writer to pause, to the new table.
  const measure = (words) => page.evaluate((words) => new Promise((done) => {
    const PAUSE = 180;
    const began = performance.now();
    const watcher = new MutationObserver(() => {
      if (document.querySelector(".twin__verdict") === null) return;
      watcher.disconnect();
      done(performance.now() - began - PAUSE);
    });
    watcher.observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
    const it = document.querySelector("#box2");
    it.value = words;
    it.dispatchEvent(new Event("input", { bubbles: true }));
  }), words);
  const times = [];
  for (let at = 0; at < 6; at += 1) times.push(await measure(`${second}Note ${at}.`));
  assert.match(await page.locator(".twin__verdict").innerText(), /A copy with changes\. \d\d% .* 167 of 251 sentences/);
  const best = Math.min(...times);
  assert.ok(best > 0 && best < 50, `${times.map((it) => it.toFixed(0)).join(", ")} ms`);
});
