// Without a network: after one visit, from one file, and from one build to the next. And the lock.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hosted } from "./host.mjs";
import { serve } from "./site.mjs";
import { bench, engine, go, holds, LAUNCH, locked, many, paste, PATIENCE_MS, pick, ready, says, soon, visit } from "./visit.mjs";

const TEXT = "Ferry to close\n\nA senior official said on Saturday that the ferry would close.";

const PAGE = `<html><body><article><h1>Bridge shut after crack is found</h1><p>The harbour bridge was shut on Monday after
inspectors found a crack in one of its bearings, the road agency said.</p><p>Buses will take the ring road until then.</p></article></body></html>`;

hosted("after one visit everything works with the server stopped", async ({ page, stop, address }) => {
  await stop();
  await page.reload();
  await engine(page);
  await paste(page, TEXT);
  for (const [at, words] of [["check", "Nothing leaves this device"], ["collection", "Your collection"], ["out/pasted", "Save, copy, print"], ["about", "What Sayso cannot see"]]) {
    await page.goto(`${address}#/${at}`);
    await page.getByRole("heading", { name: words }).first().waitFor();
  }
  await page.goto(`${address}#/in`);
  await page.getByLabel("Choose files").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
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

/** Sends a form to the app as the system's share sheet does. */
async function shareTo(context, address, fields) {
  // The app's own policy lets it send no form, not even to itself.
  const page = await context.newPage();
  await page.setContent(`<form method="post" enctype="multipart/form-data" action="${address}share">
    <input name="title"><input name="text"><input name="url"><input type="file" name="files" multiple><button>Send</button></form>`);
  for (const [name, value] of Object.entries(fields)) {
    await (name === "files" ? page.locator("[type=file]").setInputFiles(value) : page.locator(`[name=${name}]`).fill(value));
  }
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/#\/in\/shared$/);
  return page;
}

hosted("what the share sheet hands over is read on the device, with the server stopped", async ({ context, stop, address }) => {
  await stop();
  let page = await shareTo(context, address, { title: "Ferry to close", text: "Officials said no on Monday." });
  await holds(page.getByLabel("Headline"), "Ferry to close");
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
  await says(page.locator("article").first(), /Ferry to close[^]*Officials/);
  page = await shareTo(context, address, { title: "News", url: "https://example.org/news/1" });
  await page.getByText("Three ways work:").waitFor();
  page = await shareTo(context, address, { files: { name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) } });
  await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
  await page.reload();
  await page.getByText("Nothing has arrived.").first().waitFor();
  await page.waitForFunction(async () => !(await caches.keys()).some((it) => it.startsWith("sayso-shared")));
});

test("the manifest names a way in only where the app has it", async () => {
  const { dist } = await bench();
  const manifest = JSON.parse(await readFile(join(dist, "manifest.webmanifest"), "utf8"));
  assert.equal(manifest.share_target.action, "./share");
  assert.match(await readFile(join(dist, "sw.js"), "utf8"), /registration\.scope}share`/);
  const accepted = Object.values(manifest.file_handlers[0].accept).flat();
  assert.deepEqual(accepted.sort(), [".docx", ".htm", ".html", ".md", ".pdf", ".txt"]);
});

test("a browser would install the app, by what it says itself", { timeout: 120_000 }, async () => {
  const { dist } = await bench();
  const [site, profile] = [await serve(dist), await mkdtemp(join(tmpdir(), "sayso-"))];
  // A profile that lasts: a private one installs nothing.
  const context = await chromium.launchPersistentContext(profile, LAUNCH);
  try {
    const page = await context.newPage();
    await page.goto(site.address);
    await page.evaluate(async () => { await navigator.serviceWorker.ready; });
    const client = await context.newCDPSession(page);
    const { errors, data } = await client.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    const { icons } = JSON.parse(data);
    assert.deepEqual(icons.map((it) => it.purpose), ["any maskable"]);
    for (const { src } of icons) assert.ok(existsSync(join(dist, src)), src);
    await soon(async () => assert.deepEqual((await client.send("Page.getInstallabilityErrors")).installabilityErrors, []));
  } finally {
    await context.close();
    await site.stop();
    await rm(profile, { recursive: true });
  }
});

hosted("a new build is offered, not forced, and never mixed with the old", async ({ page, folder }) => {
  await paste(page, TEXT);
  await nextBuild(folder);
  const isNext = () => page.locator("meta[name=build]").count();
  await page.reload();
  await page.getByText("There is a new version of Sayso.").waitFor();
  assert.equal(await isNext(), 0, "the old build stays while it is not asked");
  await page.getByRole("button", { name: "Later" }).click();
  await page.reload();
  await page.getByText("There is a new version of Sayso.").waitFor();
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
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).installing === null);
  await stop();
  await page.reload();
  await many(page.locator("meta[name=build]"), 0);
  await paste(page, TEXT);
});

test("one file runs from a disk", { timeout: 120_000 }, async () => {
  const { browser, dist } = await bench();
  const file = join(dist, "sayso.html");
  assert.ok(existsSync(file), "no sayso.html: `cargo xtask dist` makes it");
  const context = await browser.newContext({ offline: true });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (it) => { if (["error", "warning"].includes(it.type())) complaints.push(it.text()); });
  page.on("pageerror", (it) => complaints.push(String(it)));
  const address = pathToFileURL(file).href;
  try {
    await page.goto(address);
    await page.getByRole("textbox", { name: "Article text" }).waitFor();
    await paste(page, TEXT);
    await soon(async () => assert.ok(await page.locator("article mark").count() > 0, "the analysis thread works"));
    await page.goto(`${address}#/check`);
    await page.getByRole("heading", { name: "Nothing leaves this device" }).waitFor();
    await page.goto(`${address}#/lesson`);
    const [handed] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save it as a file for your class" }).first().click()]);
    assert.match(handed.suggestedFilename(), /\.sayso$/);
    await many(page.getByRole("button", { name: "Copy the link for your class" }), 0, "an address on this disk leads nobody else here");
    await page.goto(`${address}#/in`);
    await page.getByLabel("Choose files").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
    await holds(page.getByLabel("Headline"), "Bridge shut after crack is found");
    await page.goto(`${address}#/read/pasted`);
    await ready(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

visit("the lock: no request while every feature is used, and an attempt is refused", {}, async (visitor) => {
  const { page, requests, address, context } = visitor;
  await locked(page);
  const loaded = requests.length;
  const asked = () => requests.slice(loaded).filter((it) => !/sayso\.invalid|icon\.svg$/.test(it));
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await paste(page, TEXT);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  for (const name of ["Voices", "Flags"]) await page.getByRole("button", { name, exact: true }).click();
  const beside = ["lab", "facts", "twin", "elsewhere", "practise", "out", "share"].map((it) => `${it}/pasted`);
  const screens = ["lesson", "lesson/new", "class", "rules", "rules/unnamed-source", "lists", "repair", "in", "collection", "about", "check"];
  for (const at of [...beside, ...screens]) {
    await go(page, `#/${at}`);
    await page.locator("main h1").first().waitFor();
  }
  await go(page, "#/out/pasted");
  for (const name of ["Web page", "Markdown", "Table of flags", "Table of voices", "Web annotations", "Report"]) {
    await page.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
    await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save as a file" }).click()]);
  }
  await page.getByRole("radio", { name: /^Formatted text/ }).check();
  await page.getByRole("button", { name: "Copy" }).click();
  await go(page, "#/in");
  await page.getByLabel("Choose files").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from(TEXT) });
  await page.getByRole("button", { name: "Keep it" }).click();
  await go(page, "#/check");
  await says(page.locator(".check__count"), /^0\s/);
  // A file of the page itself is no word to anybody.
  const own = async () => Number(/apart: (\d+) so far/.exec(await page.locator("main").innerText())[1]);
  const before = await own();
  await page.evaluate(() => { new Image().src = "icon.svg"; });
  await page.waitForFunction((it) => document.querySelector("main").innerText.includes(`apart: ${it} so far`), before + 1);
  await says(page.locator(".check__count"), /^0\s/);
  await page.getByRole("button", { name: "Try to send something" }).click();
  await page.getByText("The browser refused").waitFor();
  assert.deepEqual(asked(), []);
  // The attempt itself is told on the console.
  visitor.complaints.length = 0;
  await go(page, "#/in");
  // What was opened last is still there.
  await page.getByRole("button", { name: "Open something else" }).click();
  for (let time = 0; time < 2; time++) {
    await page.getByLabel("Choose files").setInputFiles({ name: "a.html", mimeType: "text/html", buffer: Buffer.from(PAGE) });
    await page.getByRole("button", { name: "Open something else" }).click();
  }
  await soon(() => {
    const reader = [...new Set(asked())].map((it) => it.slice(address.length).replace(/-[0-9a-f]{16}/, ""));
    assert.deepEqual(reader.sort(), ["html.js", "html_bg.wasm", "loader.js"], "the third bundle, and nothing else");
  });
});
