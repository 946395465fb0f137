// What a long text takes of the machine, and what is given back. By what Linux counts for the page's own process.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { hosted } from "./host.mjs";
import { bench, go, marked, paste, pick, ready, visit } from "./visit.mjs";
import { file, open } from "./ways.mjs";

const LINE = "A senior official said on Saturday that the ferry would close for good.\n\n";
const LONG = LINE.repeat(Math.ceil(10_000_000 / LINE.length));

/** Megabytes that the largest process of a page holds, after everything that can go has gone. */
async function held(page) {
  const { browser } = await bench();
  const client = await page.context().newCDPSession(page);
  for (let time = 0; time < 3; time++) {
    await client.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(400);
  }
  await client.detach();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const own = (it) => Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${it.id}/status`, "utf8"))[1]) / 1024;
  return Math.max(...processInfo.filter((it) => it.type === "renderer").map(own));
}

/** As `held`, once that is below `most`: on a busy machine a thread that was ended goes on for seconds. */
async function settled(page, most) {
  const deadline = Date.now() + 30_000;
  let now = await held(page);
  while (now >= most && Date.now() < deadline) now = await held(page);
  return now;
}

async function readLong(page) {
  await go(page, "#/in");
  await open(page, file("long.txt", LONG));
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  // As far as it is drawn without a reader who scrolls.
  assert.ok((await marked(page)).length > 1_000);
  await go(page, "#/");
  await pick(page, 0);
}

if (existsSync("/proc/self/status")) {
  visit("10 MB that were cancelled leave nothing behind", { fragment: "#/in" }, async ({ page }) => {
    await page.getByLabel("Choose files").waitFor();
    const before = await held(page);
    for (let time = 0; time < 2; time++) {
      await open(page, file("long.html", `<html><body><article>${LONG}</article></body></html>`));
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.getByText("Cancelled. Nothing was changed.").first().waitFor();
    }
    const after = await settled(page, before + 60);
    assert.ok(after - before < 60, `${before} MB before, ${after} MB after`);
  });

  visit("10 MB that were read give back what a thread held, and a second time takes no more", {}, async ({ page }) => {
    const before = await held(page);
    await readLong(page);
    const once = await settled(page, before + 100);
    // What WebAssembly of the page itself has taken, it keeps for the next text until a reload.
    assert.ok(once - before < 100, `${before} MB before, ${once} MB after`);
    await readLong(page);
    await readLong(page);
    const thrice = await settled(page, once + 40);
    assert.ok(thrice - once < 40, `${once} MB after one, ${thrice} MB after three`);
    await go(page, "#/");
    await page.reload();
    await paste(page, LINE);
    assert.ok((await marked(page)).length > 0);
    const fresh = await settled(page, before + 40);
    assert.ok(fresh - before < 40, `${before} MB before, ${fresh} MB after a reload`);
  });

  hosted("10 MB that were read leave nothing at the start screen, and lie in the collection", async ({ page, stop }) => {
    await pick(page, 0);
    await go(page, "#/");
    const before = await held(page);
    await stop();
    await go(page, "#/in");
    await open(page, file("long.txt", LONG));
    await page.getByRole("button", { name: "Read it" }).click();
    await ready(page);
    await Promise.all([page.waitForEvent("load"), page.locator(".header__name").click()]);
    await pick(page, 0);
    const after = await settled(page, before + 20);
    assert.ok(after - before < 20, `${before} MB before, ${after} MB after`);
    await go(page, "#/collection");
    await page.locator(".collection__title").filter({ hasText: "A senior official said" }).click();
    await ready(page);
  });
}
