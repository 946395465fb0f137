// The engine: it comes last, its thread takes over, it says the same, and the page does without it.

import assert from "node:assert/strict";
import { madeUp } from "./figures.mjs";
import { engine, fill, go, library, locked, marked, paste, pick, ready, says, soon, visit } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

/** Runs in the page before all else: keeps the bytes of every report, by the text that was asked for. */
function keepReports() {
  window.reports = {};
  const post = Worker.prototype.postMessage;
  const asked = new WeakMap();
  Worker.prototype.postMessage = function postMessage(...message) {
    if (!asked.has(this)) {
      this.addEventListener("message", ({ data }) => {
        if (data.length === 2) window.reports[asked.get(this)] = data[1].join();
      });
    }
    asked.set(this, message[0][1]);
    return post.apply(this, message);
  };
}

/** The programs of the page's threads: the engine's has a name in it that the page's own has not. */
function programs(page) {
  return Promise.all(page.workers().map((it) => it.evaluate(() => (typeof wasm_bindgen === "undefined" ? "page" : "engine"))));
}

/** Lets the threads die, and waits until the page has ended them. */
async function die(page) {
  await Promise.all(page.workers().map(async (it) => {
    const gone = new Promise((done) => { it.once("close", done); });
    await it.evaluate(() => { setTimeout(() => { throw new Error("planted"); }); });
    await gone;
  }));
}

/** Lets the test say when the engine comes. */
async function held(page) {
  let release;
  const free = new Promise((done) => { release = done; });
  await page.route("**/engine-*.wasm", async (route) => {
    await free;
    await route.continue();
  });
  await page.reload();
  await page.locator("main").first().waitFor();
  return release;
}

visit("the engine takes over once it is there, and reports byte for byte the same", { before: keepReports }, async ({ page }) => {
  const release = await held(page);
  const texts = [];
  const readAll = async () => {
    await library(page).first().waitFor();
    for (let which = 0; which < await library(page).count(); which += 3) {
      await pick(page, which);
      await page.goBack();
      await library(page).first().waitFor();
    }
    await paste(page, madeUp(30_000));
    await page.goBack();
    texts.push(await page.evaluate(() => window.reports));
  };
  await readAll();
  await soon(async () => assert.deepEqual(await programs(page), ["page"]));
  release();
  await engine(page);
  await page.evaluate(() => { window.reports = {}; });
  await pick(page, 1);
  await soon(async () => assert.deepEqual(await programs(page), ["engine"]));
  await page.goBack();
  await page.evaluate(() => { window.reports = {}; });
  await readAll();
  assert.ok(Object.keys(texts[0]).length >= 8);
  assert.deepEqual(texts[1], texts[0]);
});

visit("a text that is being read when the engine comes is read to its end", {}, async ({ page }) => {
  const release = await held(page);
  await fill(page, madeUp(1_000_000));
  await page.getByRole("button", { name: "Read it" }).click();
  release();
  await engine(page);
  await ready(page);
  assert.ok((await marked(page)).length > 0);
  await page.goBack();
  await paste(page, TEXT);
  await soon(async () => assert.deepEqual(await programs(page), ["engine"]));
});

visit("an engine that is damaged is left alone, without a word", {}, async ({ page }) => {
  await page.route("**/engine-*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "not a program" }));
  await page.reload();
  await locked(page);
  await paste(page, TEXT);
  assert.ok((await marked(page)).length > 0);
  await soon(async () => assert.deepEqual(await programs(page), ["page"]));
});

visit("an engine that does not come is not missed", {}, async (visitor) => {
  const { page, complaints } = visitor;
  await page.route("**/engine-*", (route) => route.abort());
  await page.reload();
  await locked(page);
  await paste(page, TEXT);
  assert.ok((await marked(page)).length > 0);
  await soon(async () => assert.deepEqual(await programs(page), ["page"]));
  // The browser itself tells of the file; the page has nothing to add.
  const own = complaints.filter((it) => !/engine-|net::ERR_FAILED/.test(it));
  complaints.splice(0, complaints.length, ...own);
});

visit("a thread of the engine that dies over a text is replaced by another", {}, async (visitor) => {
  const { page, complaints } = visitor;
  await engine(page);
  await paste(page, TEXT);
  await Promise.all(page.workers().map((it) => it.evaluate(() => { self.postMessage = () => { throw new Error("planted"); }; })));
  await page.goBack();
  await paste(page, `${TEXT} No official was there.`);
  await says(page.locator("article").first(), /No official was there/);
  await soon(async () => assert.deepEqual(await programs(page), ["engine"]));
  complaints.splice(0, complaints.length, ...complaints.filter((it) => !/planted|panicked|unreachable/.test(it)));
});

visit("where another thread of the engine does not start, the page’s own program reads", {}, async (visitor) => {
  const { page, complaints } = visitor;
  await engine(page);
  await paste(page, TEXT);
  await page.evaluate(() => {
    const broken = URL.createObjectURL(new Blob(["throw new Error('planted')"], { type: "text/javascript" }));
    const Thread = Worker;
    // The engine's threads are no modules; those of the page's own program are.
    globalThis.Worker = class extends Thread {
      constructor(address, options) {
        super(options ? address : broken, options);
      }
    };
  });
  await die(page);
  await go(page, "#/");
  await paste(page, `${TEXT} No official was there.`);
  await says(page.locator("article").first(), /No official was there/);
  await soon(async () => assert.deepEqual(await programs(page), ["page"]));
  complaints.splice(0, complaints.length, ...complaints.filter((it) => !/planted/.test(it)));
});
