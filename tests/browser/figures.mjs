// What the browser takes: cold start, re-analysis, a large paste. Printed as a table by
// `cargo xtask bench --browser`, and held to the budgets by the tests.

import { fileURLToPath } from "node:url";
import { largeClass } from "./slips.mjs";
import { arrive, fill, library, practised, stop } from "./visit.mjs";

const SENTENCES = [
  "The harbour council approved the plan on Tuesday by six votes to three. ",
  "“We were never asked,” said Marta Olden, who has run the ferry since 1998. ",
  "A senior official, who asked not to be named because the talks are private, said a deal was close. ",
  "According to the port authority, 1,240 ships called last year, up from 1,105 in 2018. ",
  "Mr. Olden denied the claim and called it a fairy tale.\n\n",
];

/** An article of about this many letters. */
export function madeUp(length) {
  let text = "Council approves new harbour\n\nBy Ina Brandel\n\n";
  for (let at = 0; text.length < length; at += 1) text += SENTENCES[at % SENTENCES.length];
  return text;
}

/** What is measured, each in milliseconds, against the budget of the design. */
export const FIGURES = [
  { name: "cold start to the first flags", budget: 1000, measure: coldStart },
  { name: "5,000 words read again", budget: 16, measure: () => readAgain(30_000) },
  { name: "1 MB pasted, to the first flags", budget: 500, measure: async () => (await pasted(1_000_000)).flags },
  { name: "1 MB pasted, longest task of the page", budget: 50, measure: async () => (await pasted(1_000_000)).longest },
  { name: "200 slips of 100 marks each, drawn", budget: 1000, measure: classDrawn },
];

/** From the request for the page to the flags of a library article, on a fresh profile. */
async function coldStart() {
  const start = await arrive();
  const link = await library(start.page).first().getAttribute("href");
  await start.leave();
  const visitor = await arrive({ fragment: link, before: watchFlags });
  await visitor.page.locator("article mark[data-flags]").first().waitFor();
  const ms = await visitor.page.evaluate(() => window.flagged);
  await visitor.leave();
  return ms;
}

/** The analysis alone, in its thread. */
async function readAgain(length) {
  const visitor = await arrive({ before: watchThread });
  await practised(visitor.page);
  const ms = await fastest(visitor.page, madeUp(length));
  await visitor.leave();
  return ms;
}

/** The best of several readings of an article, on a page with `watchThread`. */
export async function fastest(page, text) {
  const ms = [];
  for (let round = 0; round < 5; round += 1) {
    const measured = await clickAndWait(page, `${text}\n\nRound ${round}.`);
    ms.push(measured.answer);
    await page.goBack();
  }
  return Math.min(...ms);
}

/** A fresh profile pastes a long text. */
async function pasted(length) {
  const visitor = await arrive();
  await practised(visitor.page);
  const measured = await clickAndWait(visitor.page, madeUp(length));
  await visitor.leave();
  return measured;
}

/**
 * Has a text read. `answer`: until the thread has answered; `flags`: until marks are on
 * screen; `longest`: the longest task of the page's thread meanwhile and a second on.
 */
async function clickAndWait(page, text) {
  await fill(page, text);
  await page.waitForTimeout(300);
  return page.evaluate(async () => {
    let longest = 0;
    const watch = new PerformanceObserver((list) => {
      for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
    });
    watch.observe({ type: "longtask" });
    const button = [...document.querySelectorAll("button")].find((it) => it.textContent.trim() === "Read it");
    const start = performance.now();
    button.click();
    while (document.querySelector("article mark[data-flags]") === null) {
      await new Promise((next) => { requestAnimationFrame(next); });
    }
    const flags = performance.now() - start;
    await new Promise((next) => { setTimeout(next, 1000); });
    watch.disconnect();
    return { answer: window.answered - window.asked, flags, longest };
  });
}

/** From the drop of 200 files, on an article of 2,000 words, to the frame with the picture of the class. */
async function classDrawn() {
  const { page, leave } = await arrive({ fragment: "#/class" });
  await page.evaluate(() => {
    const input = document.querySelector(".drop input[type=file]");
    input.addEventListener("change", () => { window.dropped = performance.now(); }, { capture: true });
    const look = () => {
      if (document.querySelector("mark.heat") === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => { window.drawn = performance.now(); });
    };
    requestAnimationFrame(look);
  });
  await page.getByLabel("Slips and the lesson").setInputFiles(largeClass());
  await page.waitForFunction(() => window.drawn !== undefined);
  const ms = await page.evaluate(() => window.drawn - window.dropped);
  await page.getByText("200 slips on").waitFor();
  await leave();
  return ms;
}

/** Runs in the page before all else: notes the first frame with a mark in it. */
function watchFlags() {
  const look = () => {
    if (document.querySelector("article mark[data-flags]") === null) requestAnimationFrame(look);
    else window.flagged = performance.now();
  };
  requestAnimationFrame(look);
}

/** Runs in the page: notes when its thread was last asked, and when it last answered. */
export function watchThread() {
  const post = Worker.prototype.postMessage;
  const heard = new WeakSet();
  Worker.prototype.postMessage = function postMessage(...message) {
    if (!heard.has(this)) this.addEventListener("message", () => { window.answered = performance.now(); });
    heard.add(this);
    window.asked = performance.now();
    return post.apply(this, message);
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(`  ${"in headless Chromium".padEnd(44)} ${"ms".padStart(8)} ${"budget".padStart(8)}`);
  for (const { name, budget, measure } of FIGURES) {
    console.log(`  ${name.padEnd(44)} ${(await measure()).toFixed(0).padStart(8)} ${String(budget).padStart(8)}`);
  }
  await stop();
}
