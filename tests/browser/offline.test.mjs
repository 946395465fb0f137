// Without a network: after one visit, from one file, and from one build to the next. And the lock.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "./site.mjs";
import { bench, paste, pick, ready, visit } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

const PAGE = `<html><body><article><h1>Bridge shut after crack is found</h1><p>The harbour bridge was shut on Monday after
inspectors found a crack in one of its bearings, the road agency said.</p><p>Buses will take the ring road until then.</p></article></body></html>`;

/** A folder of its own with a build in it, served; a profile that keeps what it is given. */
async function host(check) {
  const { browser, dist } = await bench();
  const folder = await mkdtemp(join(tmpdir(), "sayso-"));
  await cp(dist, folder, { recursive: true });
  let site = await serve(folder);
  const context = await browser.newContext({ serviceWorkers: "allow" });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  try {
    await page.goto(site.address);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await check({ page, context, folder, address: site.address, stop: () => site.stop() });
  } finally {
    await context.close();
    await site.stop().catch(() => {});
    await rm(folder, { recursive: true });
  }
}

const hosted = (name, check) => test(name, { timeout: 120_000 }, () => host(check));

hosted("after one visit everything works with the server stopped", async ({ page, stop, address }) => {
  await stop();
  await page.reload();
  await paste(page, TEXT);
  for (const [at, words] of [["check", "Check it yourself"], ["collection", "Your collection"], ["out/pasted", "Save, copy, print"], ["about", "What Sayso cannot see"]]) {
    await page.goto(`${address}#/${at}`);
    await page.getByRole("heading", { name: words }).first().waitFor();
  }
  await page.goto(`${address}#/in`);
  await page.getByLabel("Choose files").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
  assert.equal(await page.getByLabel("Headline").inputValue(), "Bridge shut after crack is found");
  await page.goto(`${address}#/`);
  await pick(page, 0);
});

/** Makes the folder another build: the page says so, and the list of files has another name. */
async function nextBuild(folder) {
  const page = join(folder, "index.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("<title>", "<meta name=\"build\" content=\"next\"><title>"));
  const worker = join(folder, "sw.js");
  await writeFile(worker, (await readFile(worker, "utf8")).replace(/const BUILD = "\w+"/, "const BUILD = \"next\""));
}

hosted("a new build is offered, not forced, and never mixed with the old", async ({ page, folder }) => {
  await paste(page, TEXT);
  await nextBuild(folder);
  const isNext = () => page.locator("meta[name=build]").count();
  await page.reload();
  await page.getByText("A new version of Sayso has come.").waitFor();
  assert.equal(await isNext(), 0, "the old build stays while it is not asked");
  await page.getByRole("button", { name: "Later" }).click();
  await page.reload();
  await page.getByText("A new version of Sayso has come.").waitFor();
  assert.equal(await isNext(), 0);
  await Promise.all([page.waitForEvent("load"), page.getByRole("button", { name: "Use it now" }).click()]);
  await page.locator("meta[name=build]").waitFor({ state: "attached" });
  await page.getByText("the ferry would close").first().waitFor();
});

hosted("a build that comes only in part is not taken", async ({ page, folder, stop }) => {
  await nextBuild(folder);
  const lost = (await readdir(folder)).find((it) => it.startsWith("workshop-") && it.endsWith(".wasm"));
  await rm(join(folder, lost));
  await page.evaluate(() => navigator.serviceWorker.ready.then((it) => it.update()).catch(() => {}));
  await page.waitForTimeout(500);
  await stop();
  await page.reload();
  assert.equal(await page.locator("meta[name=build]").count(), 0);
  await paste(page, TEXT);
});

test("one file runs from a disk", { timeout: 120_000 }, async () => {
  const { browser, dist } = await bench();
  const file = join(dist, "sayso.html");
  assert.ok(existsSync(file), "no sayso.html: `cargo xtask dist` makes it");
  const context = await browser.newContext({ offline: true });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (it) => { if (["error", "warning"].includes(it.type())) complaints.push(it.text()); });
  page.on("pageerror", (it) => complaints.push(String(it)));
  const address = pathToFileURL(file).href;
  try {
    await page.goto(address);
    await page.getByRole("textbox", { name: "Article text" }).waitFor();
    await paste(page, TEXT);
    assert.ok(await page.locator("article mark").count() > 0, "the analysis thread works");
    await page.goto(`${address}#/check`);
    await page.getByRole("heading", { name: "Check it yourself" }).waitFor();
    await page.goto(`${address}#/in`);
    await page.getByLabel("Choose files").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
    assert.equal(await page.getByLabel("Headline").inputValue(), "Bridge shut after crack is found");
    await page.goto(`${address}#/read/pasted`);
    await ready(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

visit("the lock: no request while every screen is used, and an attempt is refused", {}, async (visitor) => {
  const { page, requests, address } = visitor;
  await page.waitForFunction(() => performance.getEntriesByName("sayso-locked").length > 0);
  await page.waitForLoadState("networkidle");
  const loaded = requests.length;
  await paste(page, TEXT);
  for (const at of ["out/pasted", "share/pasted", "collection", "in", "about", "check"]) {
    await page.goto(`${address}#/${at}`);
    await page.locator("main h1").first().waitFor();
  }
  assert.deepEqual(requests.slice(loaded), []);
  assert.match(await page.locator(".check__count").innerText(), /^0\s/);
  await page.getByRole("button", { name: "Try to send something" }).click();
  await page.getByText("The browser refused").waitFor();
  assert.deepEqual(requests.slice(loaded).filter((it) => !it.includes("sayso.invalid")), []);
  // The attempt itself is told on the console.
  visitor.complaints.length = 0;
});
