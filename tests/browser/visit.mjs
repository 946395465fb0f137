// A visit to the page: a fresh profile, what it complains of, what it asks the network for.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./site.mjs";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Another build of the page can be tested by its folder. */
const DIST = process.env.SAYSO_DIST ?? join(ROOT, "dist");

/** How long the page may take for anything, on a slow machine. */
export const PATIENCE_MS = 30_000;

/**
 * What the browser need not do: what Playwright forbids it, which a list of one's own replaces,
 * and the three pages behind the address bar, which take as long to load as the page tested.
 */
const WITHOUT = ["AvoidUnnecessaryBeforeUnloadCheckSync", "BoundaryEventDispatchTracksNodeRemoval", "DestroyProfileOnBrowserClose",
  "DialMediaRouteProvider", "GlobalMediaControls", "HttpsUpgrades", "LensOverlay", "MediaRouter", "OptimizationHints", "PaintHolding",
  "RenderDocument", "ThirdPartyStoragePartitioning", "Translate", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxPopup"];

/** How every browser is started. */
export const LAUNCH = {
  executablePath: process.env.SAYSO_BROWSER ?? "chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", `--disable-features=${WITHOUT.join(",")}`],
};

let site, browser;

async function start() {
  assert.ok(existsSync(join(DIST, "index.html")), "no dist/: `cargo xtask dist` builds it");
  site ??= await serve(DIST);
  browser ??= await chromium.launch(LAUNCH);
}

export async function stop() {
  await browser?.close();
  await site?.stop();
  browser = site = undefined;
}

after(stop);

/**
 * A test on a fresh profile. It fails on any complaint of the page, whatever else it
 * checks; a picture of the failure is kept under `target/browser`.
 */
export function visit(name, options, check) {
  test(name, { timeout: 120_000 }, async () => {
    const visitor = await arrive(options);
    try {
      await check(visitor);
      assert.deepEqual(visitor.complaints, [], "the page complained");
    } catch (error) {
      await picture(visitor.page, name).catch(() => {});
      throw error;
    } finally {
      await visitor.leave();
    }
  });
}

/** The browser that all tests share, and the folder that is tested. */
export async function bench() {
  await start();
  return { browser, dist: DIST };
}

/** Opens the page as a new visitor and waits until it is there; `before` runs in it first, `route` may change what it is sent. */
export async function arrive({ fragment = "", before, route, ...options } = {}) {
  await start();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE_MS);
  const complaints = [];
  const requests = [];
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  context.on("request", (request) => {
    if (!request.url().startsWith("blob:")) requests.push(request.url());
  });
  context.on("requestfailed", (request) => {
    // What a page still fetched when it was left is no fault of its own.
    if (request.failure().errorText !== "net::ERR_ABORTED") complaints.push(`request failed: ${request.url()}`);
  });
  // A worker that fetches the files for later would be counted among the page's requests.
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  if (before !== undefined) await context.addInitScript(before);
  const page = await context.newPage();
  await route?.(page);
  await page.goto(site.address + fragment);
  const visitor = { page, context, complaints, requests, address: site.address, leave: () => context.close() };
  await page.locator("main").first().waitFor();
  return visitor;
}

/** What `check` gives as soon as it holds: a screen comes to it when the machine lets it. */
export async function soon(check) {
  for (const deadline = Date.now() + PATIENCE_MS; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((next) => { setTimeout(next, 50); });
  }
}

/** Waits until something on the screen has these words. */
export const says = (it, words, why) => soon(async () => assert.match(await it.innerText(), words, why));

/** Waits until a box has exactly these words in it. */
export const holds = (box, words, why) => soon(async () => assert.equal(await box.inputValue(), words, why));

/** Waits until there are so many. */
export const many = (all, count, why) => soon(async () => assert.equal(await all.count(), count, why));

/** Waits until it is in sight, or out of it. */
export const seen = (it, why) => soon(async () => assert.ok(await it.isVisible(), why));
export const unseen = (it, why) => soon(async () => assert.ok(!await it.isVisible(), why));

/** Goes to another screen within the page that is open; the one before is gone then. */
export async function go(page, hash) {
  await page.evaluate((hash) => new Promise((done) => {
    const before = location.href;
    // Behind what the page itself does on it, and the tasks that follow from that.
    addEventListener("hashchange", () => setTimeout(done), { once: true });
    location.hash = hash;
    if (location.href === before) done();
  }), hash);
}

/** Goes to a screen by the menu, as a reader does. */
export async function tool(page, name) {
  await page.getByText("Tools", { exact: true }).click();
  await page.locator("details.tools").getByRole("link", { name }).click();
}

/** Puts a text into the box. */
export async function fill(page, text) {
  const box = page.getByRole("textbox", { name: "Article text" });
  // Not by `fill`, which tells every letter again when something goes wrong.
  await box.evaluate((it, text) => {
    it.focus();
    it.value = text;
    it.dispatchEvent(new Event("input", { bubbles: true }));
  }, text);
}

/** Puts a text into the box and has it read. */
export async function paste(page, text) {
  await fill(page, text);
  await page.getByRole("button", { name: "Read it" }).click();
  await ready(page);
}

/** Waits until the report is on screen. */
export async function ready(page) {
  await page.locator("html[data-ready=true] article").first().waitFor();
}

/** Waits until the page has forbidden itself every request. */
export async function locked(page) {
  await page.waitForFunction(() => performance.getEntriesByName("sayso-locked").length > 0);
}

/** Waits until the engine has come: the next text is read by it. */
export async function engine(page) {
  await page.waitForFunction(() => typeof globalThis.saysoThread === "function");
}

/** Waits until the engine is as fast as it gets, about a second later. */
export async function practised(page) {
  await page.waitForFunction(() => performance.getEntriesByName("sayso-practised").length > 0);
}

/** Runs in the page before all else: leaves the reading to the page's own program. */
export function withoutEngine() {
  Object.defineProperty(globalThis, "saysoThread", { set() {} });
}

/** The links of the library. */
export function library(page) {
  return page.getByRole("list", { name: "Library", exact: true }).getByRole("link");
}

/** Where links lead, once they are there. */
export async function addressesOf(links) {
  await links.first().waitFor({ state: "attached" });
  return links.evaluateAll((all) => all.map((it) => it.getAttribute("href")));
}

/** Opens an article of the library by its place in the list. */
export async function pick(page, which) {
  await library(page).nth(which).click();
  await ready(page);
}

/** The numbers of all flags that are marked in the text, in order, once all of it is drawn. */
export async function marked(page) {
  // It is drawn a piece in a frame or two, as far as one sees.
  await page.evaluate(() => new Promise((done) => {
    const look = (before, still) => {
      const now = document.querySelector("article").childElementCount;
      if (now === before && still === 10) done();
      else requestAnimationFrame(() => look(now, now === before ? still + 1 : 0));
    };
    look(-1, 0);
  }));
  const lists = await page.locator("article mark[data-flags]").evaluateAll((marks) => marks.map((it) => it.dataset.flags));
  return [...new Set(lists.flatMap((it) => it.split(" ")).map(Number))].sort((a, b) => a - b);
}

/** The card of a flag; repeats of the same words share one. */
export function card(page, flag) {
  return page.getByRole("region", { name: "Flags" }).locator(`li[data-flag="${flag}"][data-trait]`);
}

/** The badge of a flag. */
export function badge(page, flag) {
  return page.locator(`article button[data-flag="${flag}"]`);
}

async function picture(page, name) {
  const folder = join(ROOT, "target/browser");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, "-")}.png`) });
}
