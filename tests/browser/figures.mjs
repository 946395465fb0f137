// What the browser takes: cold start, re-analysis, a large paste. Printed as a table by
// `cargo xtask bench --browser`, and held to the budgets by the tests.

import { fileURLToPath } from "node:url";
import { arrive, paste, ready, stop } from "./visit.mjs";

const SENTENCES = [
  "The harbour council approved the plan on Tuesday by six votes to three. ",
  "“We were never asked,” said Marta Olden, who has run the ferry since 1998. ",
  "A senior official, who asked not to be named because the talks are private, said a deal was close. ",
  "According to the port authority, 1,240 ships called last year, up from 1,105 in 2018. ",
  "Mr. Olden denied the claim and called it a fairy tale.\n\n",
];

/** An article of about this many letters. */
function madeUp(length) {
  let text = "Council approves new harbour\n\nBy Ina Brandel\n\n";
  for (let at = 0; text.length < length; at += 1) text += SENTENCES[at % SENTENCES.length];
  return text;
}

/** Milliseconds from the request for the page to the first flags of a library article. */
export async function coldStart(fragment) {
  const visitor = await arrive({ fragment });
  const { page } = visitor;
  await page.locator("article mark[data-flags]").first().waitFor();
  const ms = await page.evaluate(() => performance.now());
  await visitor.leave();
  return ms;
}

/** Milliseconds to the flags of a pasted text, and the longest time the page did not answer. */
export async function pasted(length) {
  const visitor = await arrive();
  const { page } = visitor;
  await page.getByRole("textbox", { name: "Article text" }).fill(madeUp(length));
  await page.waitForTimeout(500);
  const measured = await page.evaluate(async () => {
    let longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
    }).observe({ type: "longtask" });
    const button = [...document.querySelectorAll("button")].find((it) => it.textContent.trim() === "Read it");
    const start = performance.now();
    button.click();
    while (!(document.querySelector("html[data-ready=true]") && document.querySelector("article mark[data-flags]"))) {
      await new Promise((next) => { requestAnimationFrame(next); });
    }
    const flags = performance.now() - start;
    await new Promise((next) => { setTimeout(next, 1000); });
    return { flags, longest };
  });
  await visitor.leave();
  return measured;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const row = (name, ms, budget) => console.log(`  ${name.padEnd(52)} ${ms.toFixed(0).padStart(6)} ms   budget ${budget}`);
  row("cold start to the first flags", await coldStart(""), "1000 ms");
  await stop();
}
